//! How near are those left to each other?
//!
//! In: ties, who has gone, and from whom to look. Out: the sum of 1/distance over ordered pairs: many searches at once,
//! one bit each, and whole numbers until the end, so that the sum depends on nothing but the pairs at each distance.

use rayon::prelude::*;

use crate::network::Rows;

/// Σ 1/d over ordered pairs from each of the sources to everyone else who has not gone. Sources have not gone.
pub(in super::super) fn nearness_sum(ties: &Rows, gone: &[bool], sources: &[u32]) -> f64 {
    let pairs = if sources.len() <= 64 {
        pairs_by_distance::<1>(ties, gone, sources)
    } else {
        pairs_by_distance::<8>(ties, gone, sources)
    };
    let terms = pairs
        .iter()
        .zip(1..)
        .map(|(&pairs, distance)| pairs as f64 / f64::from(distance));
    terms.fold(0.0, |sum, term| sum + term)
}

/// How many ordered pairs there are at distance 1, 2, …
fn pairs_by_distance<const WORDS: usize>(ties: &Rows, gone: &[bool], sources: &[u32]) -> Vec<u64> {
    let found: Vec<Vec<u64>> = sources
        .par_chunks(64 * WORDS)
        .map_init(
            || Sweep::<WORDS>::new(ties.len()),
            |sweep, sources| sweep.run(ties, gone, sources),
        )
        .collect();
    let mut total = vec![0; found.iter().map(Vec::len).max().unwrap_or(0)];
    for pairs in found {
        for (sum, pairs) in total.iter_mut().zip(pairs) {
            *sum += pairs;
        }
    }
    total
}

/// As many searches as there are bits in the words of a node.
struct Sweep<const WORDS: usize> {
    seen: Vec<[u64; WORDS]>,
    now: Vec<[u64; WORDS]>,
    next: Vec<[u64; WORDS]>,
    active: Vec<u32>,
    reached: Vec<u32>,
}

impl<const WORDS: usize> Sweep<WORDS> {
    const NOBODY: [u64; WORDS] = [0; WORDS];

    fn new(nodes: usize) -> Self {
        Self {
            seen: vec![Self::NOBODY; nodes],
            now: vec![Self::NOBODY; nodes],
            next: vec![Self::NOBODY; nodes],
            active: Vec::new(),
            reached: Vec::new(),
        }
    }

    fn run(&mut self, ties: &Rows, gone: &[bool], sources: &[u32]) -> Vec<u64> {
        self.seen.fill(Self::NOBODY);
        for (lane, &source) in sources.iter().enumerate() {
            let bit = 1 << (lane % 64);
            self.seen[source as usize][lane / 64] |= bit;
            self.now[source as usize][lane / 64] |= bit;
        }
        self.active = sources.to_vec();
        let mut pairs = Vec::new();
        while !self.active.is_empty() {
            self.spread(ties, gone);
            let new = self.settle();
            if new > 0 {
                pairs.push(new);
            }
        }
        pairs
    }

    /// From everyone just reached to all partners.
    fn spread(&mut self, ties: &Rows, gone: &[bool]) {
        for &node in &self.active {
            let lanes = std::mem::replace(&mut self.now[node as usize], Self::NOBODY);
            for &partner in ties.columns(node as usize) {
                if gone[partner as usize] {
                    continue;
                }
                let next = &mut self.next[partner as usize];
                if *next == Self::NOBODY {
                    self.reached.push(partner);
                }
                for (next, lane) in next.iter_mut().zip(lanes) {
                    *next |= lane;
                }
            }
        }
    }

    /// Who was reached for the first time, and by how many searches in all.
    fn settle(&mut self) -> u64 {
        let mut new = 0;
        self.active.clear();
        for node in self.reached.drain(..) {
            let at = node as usize;
            let mut first = std::mem::replace(&mut self.next[at], Self::NOBODY);
            let mut count = 0;
            for (first, seen) in first.iter_mut().zip(&mut self.seen[at]) {
                *first &= !*seen;
                *seen |= *first;
                count += first.count_ones();
            }
            self.now[at] = first;
            if count > 0 {
                self.active.push(node);
                new += u64::from(count);
            }
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::Snapshot;

    #[test]
    fn pairs_of_a_path_by_distance() {
        // 0 - 1 - … - 99: 99 pairs at 1, 98 at 2, …, each both ways; more sources than one word holds
        let ties: Vec<_> = (0..99).map(|node| (node, node + 1, 1.0)).collect();
        let snapshot = Snapshot::from_ties(100, &ties);
        let everyone: Vec<u32> = (0..100).collect();
        let mut gone = vec![false; 100];
        let pairs = pairs_by_distance::<8>(snapshot.ties(), &gone, &everyone);
        assert_eq!(pairs, (1..100).rev().map(|pairs| 2 * pairs).collect::<Vec<u64>>());
        assert_eq!(pairs, pairs_by_distance::<1>(snapshot.ties(), &gone, &everyone));

        // without 2: 0 - 1 and 3 - … - 99; from 0 and 98: 1; 1, 1 … at 1 both sides, then 96, 95, … 3 at 2 to 95
        gone[2] = true;
        let sum = nearness_sum(snapshot.ties(), &gone, &[0, 98]);
        let expected = 1.0 + 1.0 + (1..=95).map(|d| 1.0 / f64::from(d)).sum::<f64>();
        assert!((sum - expected).abs() <= 1e-12, "{sum} is not {expected}");
    }
}
