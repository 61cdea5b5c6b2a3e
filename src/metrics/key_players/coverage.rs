//! Who is nearest to everyone?
//!
//! In: ties and what a distance is worth. Out: as a [`Criterion`], Σ over everyone of the worth of the distance to the
//! nearest of a set. What one more adds only falls as the set grows (submodular), so that what a node is worth alone
//! bounds what it can add to any set, and searches stop at whoever has a member of the set as near.

use rayon::prelude::*;

use super::{Completion, Criterion, best_of, better, sets_of};
use crate::metrics::Components;
use crate::network::Rows;

/// Everyone who can be reached, by distances kept for every pair: for small networks.
pub(in super::super) struct Small {
    nodes: usize,
    ties: usize,
    /// The worth of the distance from each node to each.
    worth: Vec<f64>,
}

/// The same by searches, for large networks.
pub(in super::super) struct Large<'a> {
    ties: &'a Rows,
    worth: Worth,
    /// What each is worth alone, at most; the highest first, of equal ones the smallest node.
    alone: Vec<(f64, u32)>,
}

/// What a distance is worth; never more for a longer one.
#[derive(Debug, Clone, Copy)]
pub(in super::super) enum Worth {
    /// 1/distance; 1 for the set itself.
    Inverse,
    /// 1 within so many ties.
    Within(u32),
}

impl Worth {
    fn of(self, distance: u32) -> f64 {
        match self {
            Self::Inverse => 1.0 / f64::from(distance.max(1)),
            Self::Within(most) => f64::from(u8::from(distance <= most)),
        }
    }

    const fn farthest(self) -> u32 {
        match self {
            Self::Inverse => UNREACHED - 1,
            Self::Within(most) => most,
        }
    }
}

const UNREACHED: u32 = u32::MAX;

/// The predicted steps of trying every set of so many.
pub(in super::super) fn steps(nodes: usize, ties: usize, size: usize) -> f64 {
    nodes as f64 * (sets_of(size, nodes) + (nodes + ties) as f64)
}

impl Small {
    pub fn new(ties: &Rows, worth: Worth) -> Self {
        let nodes = ties.len();
        let rows: Vec<Vec<f64>> = (0..nodes as u32)
            .into_par_iter()
            .map_init(
                || Search::new(nodes),
                |search, node| {
                    let mut row = vec![0.0; nodes];
                    search.run(ties, worth, node, |reached, distance| {
                        row[reached as usize] = worth.of(distance);
                        true
                    });
                    row
                },
            )
            .collect();
        Self {
            nodes,
            ties: ties.entries(),
            worth: rows.concat(),
        }
    }

    fn row(&self, node: u32) -> &[f64] {
        &self.worth[node as usize * self.nodes..][..self.nodes]
    }
}

impl Criterion for Small {
    fn complete(&self, base: &[u32], from: u32) -> Completion {
        let mut nearest = vec![0.0_f64; self.nodes];
        for &node in base {
            for (nearest, worth) in nearest.iter_mut().zip(self.row(node)) {
                *nearest = nearest.max(*worth);
            }
        }
        let with = |node: u32| {
            let each = nearest
                .iter()
                .zip(self.row(node))
                .map(|(nearest, worth)| nearest.max(*worth));
            each.fold(0.0, |sum, worth| sum + worth)
        };
        let others = (from..self.nodes as u32).filter(|node| !base.contains(node));
        best_of(others.map(|node| (node, with(node))))
    }

    fn steps(&self, size: usize) -> f64 {
        steps(self.nodes, self.ties, size)
    }
}

impl<'a> Large<'a> {
    pub fn new(ties: &'a Rows, worth: Worth, pieces: &Components) -> Self {
        let most = |node: u32| (most_alone(ties, worth, node as usize, pieces), node);
        let mut alone: Vec<(f64, u32)> = (0..ties.len() as u32).into_par_iter().map(most).collect();
        alone.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        Self { ties, worth, alone }
    }

    /// How near the nearest of a set is to everyone.
    fn nearest(&self, set: &[u32]) -> Vec<u32> {
        let mut nearest = vec![UNREACHED; self.ties.len()];
        let mut search = Search::new(self.ties.len());
        for &node in set {
            search.run(self.ties, self.worth, node, |reached, distance| {
                let nearer = distance < nearest[reached as usize];
                if nearer {
                    nearest[reached as usize] = distance;
                }
                nearer
            });
        }
        nearest
    }

    /// What each of some adds to a set.
    fn gains(&self, nearest: &[u32], nodes: &[(f64, u32)]) -> Vec<f64> {
        let kept = |distance: u32| {
            if distance == UNREACHED {
                0.0
            } else {
                self.worth.of(distance)
            }
        };
        nodes
            .par_iter()
            .map_init(
                || Search::new(self.ties.len()),
                |search, &(_, node)| {
                    let mut gain = 0.0;
                    search.run(self.ties, self.worth, node, |reached, distance| {
                        let before = nearest[reached as usize];
                        if distance < before {
                            gain += self.worth.of(distance) - kept(before);
                        }
                        distance < before
                    });
                    gain
                },
            )
            .collect()
    }

    fn value(&self, nearest: &[u32]) -> f64 {
        let reached = nearest.iter().filter(|distance| **distance != UNREACHED);
        reached.fold(0.0, |sum, &distance| sum + self.worth.of(distance))
    }

    /// What no set of `size` exceeds: this set's value and the most that so many could add to it, or what the most worth
    /// alone are worth together, where that is less.
    pub fn bound(&self, set: &[u32], size: usize) -> f64 {
        let nearest = self.nearest(set);
        let mut gains = self.gains(&nearest, &self.alone);
        gains.sort_by(|a, b| b.total_cmp(a));
        let added = gains
            .iter()
            .take(size)
            .fold(self.value(&nearest), |sum, gain| sum + gain);
        let alone = self.alone.iter().take(size).fold(0.0, |sum, (worth, _)| sum + worth);
        added.min(alone).min(self.ties.len() as f64)
    }
}

/// What a node is worth alone, at most: no more are two ties away than its partners have other partners, and the rest
/// of its component is farther.
fn most_alone(ties: &Rows, worth: Worth, node: usize, pieces: &Components) -> f64 {
    let others = pieces.size_around(node) - 1;
    let partners = ties.columns(node);
    let one = partners.len() as u32;
    let theirs: u64 = partners
        .iter()
        .map(|&partner| ties.columns(partner as usize).len() as u64 - 1)
        .sum();
    let two = u32::try_from(theirs).unwrap_or(u32::MAX).min(others - one);
    let farther = [(0, 1), (1, one), (2, two), (3, others - one - two)];
    farther.iter().fold(0.0, |sum, &(distance, nodes)| {
        sum + worth.of(distance) * f64::from(nodes)
    })
}

/// Nodes whose gain is computed in one go before the bound is looked at again.
const SHARD: usize = 256;

impl Criterion for Large<'_> {
    fn complete(&self, base: &[u32], from: u32) -> Completion {
        let nearest = self.nearest(base);
        let before = self.value(&nearest);
        let mut scored: Vec<(u32, f64)> = Vec::new();
        let mut best = f64::NEG_INFINITY;
        for shard in self.alone.chunks(SHARD) {
            if shard.first().is_some_and(|(bound, _)| better(best, before + bound)) {
                break;
            }
            for (gain, &(_, node)) in self.gains(&nearest, shard).into_iter().zip(shard) {
                if node >= from && !base.contains(&node) {
                    best = best.max(before + gain);
                    scored.push((node, before + gain));
                }
            }
        }
        scored.sort_by_key(|(node, _)| *node);
        best_of(scored.into_iter())
    }

    fn steps(&self, size: usize) -> f64 {
        steps(self.ties.len(), self.ties.entries(), size)
    }
}

/// A search level by level; the arrays are kept from source to source.
struct Search {
    seen: Vec<bool>,
    order: Vec<u32>,
}

impl Search {
    fn new(nodes: usize) -> Self {
        Self {
            seen: vec![false; nodes],
            order: Vec::new(),
        }
    }

    /// Calls `reach` with everyone by distance, the source first; goes on only from where it says so.
    fn run(&mut self, ties: &Rows, worth: Worth, source: u32, mut reach: impl FnMut(u32, u32) -> bool) {
        self.order.clear();
        self.order.push(source);
        self.seen[source as usize] = true;
        let (mut first, mut distance) = (0, 0);
        while first < self.order.len() && distance <= worth.farthest() {
            let last = self.order.len();
            for place in first..last {
                let node = self.order[place];
                if !reach(node, distance) || distance == worth.farthest() {
                    continue;
                }
                for &partner in ties.columns(node as usize) {
                    if !std::mem::replace(&mut self.seen[partner as usize], true) {
                        self.order.push(partner);
                    }
                }
            }
            first = last;
            distance += 1;
        }
        for &node in &self.order {
            self.seen[node as usize] = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::components;
    use crate::network::Snapshot;

    /// 0 - 1 - … - 9 with a star 20 … 24 around 19 apart, 5 tied to 9, and isolates between.
    fn network() -> Snapshot {
        let path = (0..9).map(|node| (node, node + 1, 1.0)).chain([(5, 9, 1.0)]);
        let star = (20..25).map(|node| (19, node, 1.0));
        Snapshot::from_ties(26, &path.chain(star).collect::<Vec<_>>())
    }

    #[test]
    fn searches_and_kept_distances_agree() {
        let snapshot = network();
        let pieces = components(&snapshot);
        for worth in [Worth::Inverse, Worth::Within(1), Worth::Within(2), Worth::Within(3)] {
            let small = Small::new(snapshot.ties(), worth);
            let large = Large::new(snapshot.ties(), worth, &pieces);
            for base in [vec![], vec![19], vec![3, 19], vec![0, 9, 25]] {
                for from in [0, 5] {
                    let (one, other) = (small.complete(&base, from), large.complete(&base, from));
                    assert!((one.score - other.score).abs() <= 1e-12, "{worth:?} {base:?}");
                    assert_eq!(one.nodes, other.nodes, "{worth:?} {base:?}");
                }
            }
        }
    }

    #[test]
    fn no_set_exceeds_the_bound() {
        let snapshot = network();
        let pieces = components(&snapshot);
        for worth in [Worth::Inverse, Worth::Within(2)] {
            let large = Large::new(snapshot.ties(), worth, &pieces);
            let small = Small::new(snapshot.ties(), worth);
            let best = super::super::search(&small, 26, 3, 1);
            // a poor set bounds the best as well as a good one does
            for set in [&best.sets[0], &vec![0, 1, 25]] {
                assert!(large.bound(set, 3) >= best.score - 1e-12);
            }
        }
    }
}
