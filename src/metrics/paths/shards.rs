//! How are the sources dealt out to threads so that the bytes of a sum do not depend on them?
//!
//! In: how many shards there are and the work of one. Out: each shard's result, handed over in the order of the shards.
//! Only results that wait for an earlier shard are kept: about one per thread.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Works on the shards in parallel and hands their results to `take` in order.
///
/// Each thread makes one `desk` for itself and takes the next shard that nobody has begun; what lies on the desk is
/// kept from shard to shard and must not change a result.
pub(super) fn in_order<Desk, Part: Send>(
    shards: usize,
    desk: impl Fn() -> Desk + Sync,
    work: impl Fn(&mut Desk, usize) -> Part + Sync,
    take: impl FnMut(Part) + Send,
) {
    let begun = AtomicUsize::new(0);
    let queue = Mutex::new(Queue {
        waiting: BTreeMap::new(),
        next: 0,
        take,
    });
    let until_none_is_left = || {
        let mut own = None;
        loop {
            let shard = begun.fetch_add(1, Ordering::Relaxed);
            if shard >= shards {
                return;
            }
            let part = work(own.get_or_insert_with(&desk), shard);
            // a poisoned lock means that another thread panicked, which the scope passes on
            let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
            queue.hand_over(shard, part);
        }
    };
    rayon::scope(|scope| {
        for _ in 0..rayon::current_num_threads().min(shards) {
            scope.spawn(|_| until_none_is_left());
        }
    });
}

/// Results that came before their turn.
struct Queue<Part, Take> {
    waiting: BTreeMap<usize, Part>,
    next: usize,
    take: Take,
}

impl<Part, Take: FnMut(Part)> Queue<Part, Take> {
    fn hand_over(&mut self, shard: usize, part: Part) {
        self.waiting.insert(shard, part);
        while let Some(part) = self.waiting.remove(&self.next) {
            (self.take)(part);
            self.next += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_shards_whoever_works() {
        for threads in [1, 3, 8] {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("threads");
            let mut found = Vec::new();
            pool.install(|| in_order(100, || (), |(), shard| shard * shard, |square| found.push(square)));
            assert_eq!(found, (0..100).map(|shard| shard * shard).collect::<Vec<_>>());
        }
        in_order(0, || (), |(), _| (), |()| panic!("there is no shard"));
    }
}
