//! How many partners does each tied pair share?
//!
//! In: the rows of ties. Out: [`SharedPartners`], which clustering, transitivity, embeddedness and overlap have in
//! common: every triangle of the network is met once, or pairs are compared as rows of bits where the network is dense.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::network::Rows;

/// Nodes that a worker takes at a time.
const BLOCK: usize = 64;

/// Rows of bits are used up to this many words, 64 MiB.
const MOST_WORDS: usize = 1 << 23;

/// How many words of bits are compared in the time of one step along a row.
const WORDS_PER_STEP: usize = 4;

/// The number of shared partners of each tied pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SharedPartners {
    /// In the order of `Snapshot::pairs`.
    pub of_pair: Vec<u32>,
}

impl SharedPartners {
    pub(super) fn of(ties: &Rows) -> Self {
        let later = LaterRows::of(ties);
        let words = ties.len().div_ceil(64);
        let pairs = ties.entries() / 2;
        let fits = ties.len() * words <= MOST_WORDS;
        Self {
            of_pair: if fits && pairs * words <= WORDS_PER_STEP * later.steps() {
                by_bits(ties, words)
            } else {
                later.in_order_of_pairs(ties, &by_triangles(&later))
            },
        }
    }

    /// How many triangles each node belongs to.
    pub(super) fn triangles(&self, ties: &Rows) -> Vec<u64> {
        // a triangle around i stands in the counts of both its ties at i
        let mut twice = vec![0; ties.len()];
        for ((one, other), &shared) in pairs(ties).zip(&self.of_pair) {
            twice[one] += u64::from(shared);
            twice[other] += u64::from(shared);
        }
        twice.into_iter().map(|twice| twice / 2).collect()
    }
}

/// Each pair once, the smaller node first, in order.
fn pairs(ties: &Rows) -> impl Iterator<Item = (usize, usize)> + '_ {
    (0..ties.len()).flat_map(move |one| after(ties, one).iter().map(move |&other| (one, other as usize)))
}

/// The partners after a node.
fn after(ties: &Rows, node: usize) -> &[u32] {
    let columns = ties.columns(node);
    &columns[columns.partition_point(|&other| other as usize <= node)..]
}

/// Each tie once, in the row of the end with fewer partners (of equals, the smaller index): no row is long.
struct LaterRows {
    offsets: Vec<usize>,
    columns: Vec<u32>,
}

impl LaterRows {
    fn of(ties: &Rows) -> Self {
        let mut rows = Self {
            offsets: Vec::with_capacity(ties.len() + 1),
            columns: Vec::with_capacity(ties.entries() / 2),
        };
        rows.offsets.push(0);
        for node in 0..ties.len() {
            let later = ties.columns(node).iter().filter(|&&other| is_later(ties, node, other));
            rows.columns.extend(later);
            rows.offsets.push(rows.columns.len());
        }
        rows
    }

    fn row(&self, node: usize) -> std::ops::Range<usize> {
        self.offsets[node]..self.offsets[node + 1]
    }

    /// How many steps it takes to meet every triangle.
    fn steps(&self) -> usize {
        self.columns.iter().map(|&other| self.row(other as usize).len()).sum()
    }

    /// What was counted for each entry, in the order of pairs.
    fn in_order_of_pairs(&self, ties: &Rows, counts: &[u32]) -> Vec<u32> {
        // the pairs come with rising first and second node, so those of one row come in its order
        let mut next = self.offsets.clone();
        let place = |(one, other): (usize, usize)| {
            let row = if is_later(ties, one, other as u32) { one } else { other };
            next[row] += 1;
            counts[next[row] - 1]
        };
        pairs(ties).map(place).collect()
    }
}

fn is_later(ties: &Rows, node: usize, other: u32) -> bool {
    let key = |node: u32| (ties.columns(node as usize).len(), node);
    key(other) > key(node as u32)
}

/// Meets every triangle once, at its node with the fewest partners, and counts it for its three ties.
fn by_triangles(later: &LaterRows) -> Vec<u32> {
    let blocks = (later.offsets.len() - 1).div_ceil(BLOCK);
    let next = AtomicUsize::new(0);
    // each worker counts for itself; sums of whole numbers are the same however the blocks were dealt out
    let workers = rayon::current_num_threads().min(blocks.max(1));
    let counts: Vec<Vec<u32>> = (0..workers)
        .into_par_iter()
        .map(|_| {
            let mut worker = Worker::new(later);
            loop {
                let block = next.fetch_add(1, Ordering::Relaxed);
                if block >= blocks {
                    return worker.counts;
                }
                for node in block * BLOCK..((block + 1) * BLOCK).min(later.offsets.len() - 1) {
                    worker.count_around(node);
                }
            }
        })
        .collect();
    let mut counts = counts.into_iter();
    let mut total = counts.next().unwrap_or_default();
    for part in counts {
        total.iter_mut().zip(part).for_each(|(sum, count)| *sum += count);
    }
    total
}

struct Worker<'a> {
    later: &'a LaterRows,
    /// For each entry of the rows.
    counts: Vec<u32>,
    /// One more than the place of each node in the row at hand; 0 where it is not there.
    mark: Vec<u32>,
}

impl<'a> Worker<'a> {
    fn new(later: &'a LaterRows) -> Self {
        Self {
            counts: vec![0; later.columns.len()],
            mark: vec![0; later.offsets.len() - 1],
            later,
        }
    }

    fn count_around(&mut self, node: usize) {
        let row = self.later.row(node);
        if row.len() < 2 {
            return;
        }
        let partners = &self.later.columns[row.clone()];
        for (place, &partner) in (1..).zip(partners) {
            self.mark[partner as usize] = place;
        }
        for entry in row.clone() {
            let mut met = 0;
            for second in self.later.row(self.later.columns[entry] as usize) {
                let place = self.mark[self.later.columns[second] as usize] as usize;
                if place > 0 {
                    met += 1;
                    self.counts[second] += 1;
                    self.counts[row.start + place - 1] += 1;
                }
            }
            self.counts[entry] += met;
        }
        for &partner in partners {
            self.mark[partner as usize] = 0;
        }
    }
}

/// Compares the partners of each pair as rows of bits.
fn by_bits(ties: &Rows, words: usize) -> Vec<u32> {
    let mut bits = vec![0u64; ties.len() * words];
    for (node, row) in bits.chunks_exact_mut(words.max(1)).enumerate() {
        for &other in ties.columns(node) {
            row[other as usize / 64] |= 1 << (other % 64);
        }
    }
    let row = |node: usize| &bits[node * words..(node + 1) * words];
    let shared = |one: usize, other: u32| -> u32 {
        let both = row(one).iter().zip(row(other as usize));
        both.map(|(one, other)| (one & other).count_ones()).sum()
    };
    let of_node = |one: usize| -> Vec<u32> { after(ties, one).iter().map(|&other| shared(one, other)).collect() };
    (0..ties.len()).into_par_iter().flat_map_iter(of_node).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::Snapshot;
    use crate::random::{self, Draws};

    #[test]
    fn both_ways_count_the_same_and_as_nested_loops_do() {
        let mut draws = random::stream(1, "triangles", 0);
        for (nodes, ties) in [(0, 0), (3, 3), (70, 900), (200, 500)] {
            let ties: Vec<_> = (0..ties)
                .map(|_| (draws.below(nodes) as u32, draws.below(nodes) as u32, 1.0))
                .collect();
            let snapshot = Snapshot::from_ties(nodes as u32, &ties);
            let ties = snapshot.ties();
            let tied = |a: usize, b: usize| ties.get(a, b as u32).is_some();
            let naive: Vec<u32> = pairs(ties)
                .map(|(a, b)| (0..nodes).filter(|&c| tied(a, c) && tied(b, c)).count() as u32)
                .collect();
            let later = LaterRows::of(ties);
            assert_eq!(by_bits(ties, nodes.div_ceil(64)), naive);
            assert_eq!(later.in_order_of_pairs(ties, &by_triangles(&later)), naive);
            assert_eq!(SharedPartners::of(ties).of_pair, naive);
        }
    }

    #[test]
    fn two_triangles_on_one_tie() {
        // 0 - 1 shares 2 and 3; the other ties share one partner each; 4 hangs from 3
        let ties = [
            (0, 1, 1.0),
            (0, 2, 1.0),
            (1, 2, 1.0),
            (0, 3, 1.0),
            (1, 3, 1.0),
            (3, 4, 1.0),
        ];
        let snapshot = Snapshot::from_ties(5, &ties);
        let shared = SharedPartners::of(snapshot.ties());
        // pairs in order: 0-1, 0-2, 0-3, 1-2, 1-3, 3-4
        assert_eq!(shared.of_pair, [2, 1, 1, 1, 1, 0]);
        assert_eq!(shared.triangles(snapshot.ties()), [2, 2, 1, 1, 0]);
    }
}
