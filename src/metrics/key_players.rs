//! Which set of stakeholders matters most together?
//!
//! In: a criterion that tells who best completes a set. Out: [`KeyPlayers`]: every best set where all can be tried, else
//! the best that greedy choice with exchange finds, said to be not proven. The best set of k is not the k best.

use rayon::prelude::*;

use crate::network::NodeIndex;

pub(super) mod coverage;
pub(super) mod distances;

/// Every set is tried where the predicted steps are fewer than this: about two seconds.
pub(super) const EXACT_STEPS: f64 = 2e9;

/// What makes a set of key players good (Borgatti 2006).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyPlayerCriterion {
    /// F: the share of pairs of those left who cannot reach each other once the set is gone.
    Fragmentation,
    /// DF: 1 less the mean of 1/distance over the pairs of those left.
    DistanceFragmentation,
    /// D_R: the mean over everyone of 1/distance to the nearest of the set; the set itself counts 1.
    DistanceReach,
    /// The share of everyone within so many ties of the set.
    Reach,
}

impl KeyPlayerCriterion {
    /// Every criterion, in the order of export.
    pub const ALL: [Self; 4] = [
        Self::Fragmentation,
        Self::DistanceFragmentation,
        Self::DistanceReach,
        Self::Reach,
    ];

    /// Its name in files. The catalogue has its definition under `key-players-NAME`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fragmentation => "fragmentation",
            Self::DistanceFragmentation => "distance_fragmentation",
            Self::DistanceReach => "distance_reach",
            Self::Reach => "reach",
        }
    }
}

/// How sure it is that no set is better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Proof {
    /// Every set was tried, or ruled out by a bound.
    Exact,
    /// The best found by greedy choice with exchange. No set can be better than the bound, where there is one.
    NotProven {
        /// What no set exceeds.
        bound: Option<f64>,
    },
}

/// The best sets by one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyPlayers {
    /// The criterion.
    pub criterion: KeyPlayerCriterion,
    /// Its value for the sets; `None` where no set of that size has one.
    pub value: Option<f64>,
    /// Its value without any set.
    pub before: Option<f64>,
    /// Whether the value is proven to be the best.
    pub proof: Proof,
    /// How many sets of this value there are; where the best is not proven, how many were found.
    pub count: u64,
    /// The first of them in the order of their nodes, as many as asked for; nodes rise.
    pub sets: Vec<Vec<NodeIndex>>,
}

impl KeyPlayers {
    pub(super) const fn none(criterion: KeyPlayerCriterion, before: Option<f64>) -> Self {
        Self {
            criterion,
            value: None,
            before,
            proof: Proof::Exact,
            count: 0,
            sets: Vec::new(),
        }
    }
}

/// Who best completes a set: the highest score, all who reach it, and whether everyone was considered.
pub(super) struct Completion {
    pub score: f64,
    pub nodes: Vec<u32>,
    pub complete: bool,
}

/// A criterion as a score: the higher the better.
pub(super) trait Criterion: Sync {
    /// The best completion of `base` by one node of `from` and above that is not in it.
    fn complete(&self, base: &[u32], from: u32) -> Completion;

    /// The predicted steps of trying every set of so many.
    fn steps(&self, size: usize) -> f64;
}

/// The best sets found and their score.
pub(super) struct Found {
    pub score: f64,
    pub count: u64,
    pub sets: Vec<Vec<u32>>,
    pub exact: bool,
}

/// The best sets of `size` of `nodes`; `size` is from 1 to `nodes`.
pub(super) fn search(criterion: &impl Criterion, nodes: usize, size: usize, listed: usize) -> Found {
    if size > 1 && criterion.steps(size) > EXACT_STEPS {
        return greedy(criterion, size);
    }
    if size == 1 {
        return Found::of(&[], criterion.complete(&[], 0), listed);
    }
    // one shard per smallest member, whatever the number of threads
    let shards: Vec<Found> = (0..nodes as u32)
        .into_par_iter()
        .map(|first| {
            let mut best = Found::nothing();
            each_set(&mut vec![first], size - 1, nodes as u32, &mut |base| {
                let from = base.last().map_or(0, |last| last + 1);
                best.take(Found::of(base, criterion.complete(base, from), listed), listed);
            });
            best
        })
        .collect();
    let mut best = Found::nothing();
    for shard in shards {
        best.take(shard, listed);
    }
    best
}

/// Calls `visit` with every set of `size` that begins with `set`, in order.
fn each_set(set: &mut Vec<u32>, size: usize, nodes: u32, visit: &mut impl FnMut(&[u32])) {
    if set.len() == size {
        visit(set);
        return;
    }
    let first = set.last().map_or(0, |last| last + 1);
    for node in first..nodes {
        set.push(node);
        each_set(set, size, nodes, visit);
        set.pop();
    }
}

/// One after the other the best, then each exchanged for a better one until none is.
fn greedy(criterion: &impl Criterion, size: usize) -> Found {
    let mut set = Vec::new();
    let mut score = f64::NEG_INFINITY;
    while set.len() < size {
        let best = criterion.complete(&set, 0);
        let Some(&node) = best.nodes.first() else { break };
        set.push(node);
        score = best.score;
    }
    let mut unchanged = 0;
    while unchanged < set.len() {
        let out = set.remove(0);
        let best = criterion.complete(&set, 0);
        if let Some(&node) = best.nodes.first().filter(|_| better(best.score, score)) {
            set.push(node);
            score = best.score;
            unchanged = 0;
        } else {
            set.push(out);
            unchanged += 1;
        }
    }
    set.sort_unstable();
    Found {
        score,
        count: 1,
        sets: vec![set],
        exact: false,
    }
}

impl Found {
    const fn nothing() -> Self {
        Self {
            score: f64::NEG_INFINITY,
            count: 0,
            sets: Vec::new(),
            exact: true,
        }
    }

    fn of(base: &[u32], completion: Completion, listed: usize) -> Self {
        let with = |node: &u32| base.iter().copied().chain([*node]).collect();
        Self {
            score: completion.score,
            count: completion.nodes.len() as u64,
            sets: completion.nodes.iter().take(listed).map(with).collect(),
            exact: completion.complete,
        }
    }

    fn take(&mut self, other: Self, listed: usize) {
        let exact = self.exact && other.exact;
        if other.count > 0 && (self.count == 0 || better(other.score, self.score)) {
            *self = other;
        } else if other.count > 0 && !better(self.score, other.score) {
            self.count += other.count;
            let room = listed.saturating_sub(self.sets.len());
            self.sets.extend(other.sets.into_iter().take(room));
        }
        self.exact = exact;
    }

    pub fn into_nodes(self) -> Vec<Vec<NodeIndex>> {
        let nodes = |set: Vec<u32>| set.into_iter().map(NodeIndex).collect();
        self.sets.into_iter().map(nodes).collect()
    }
}

/// Whether a score is higher by more than rounding.
pub(super) fn better(one: f64, other: f64) -> bool {
    one > other + 1e-12 * other.abs().max(1.0) || other == f64::NEG_INFINITY && one > other
}

/// How many sets of `size` there are among `nodes`.
pub(super) fn sets_of(size: usize, nodes: usize) -> f64 {
    (0..size)
        .map(|i| nodes.saturating_sub(i) as f64 / (i + 1) as f64)
        .product()
}

/// Keeps the best of scored nodes, given in rising order.
pub(super) fn best_of(scored: impl Iterator<Item = (u32, f64)>) -> Completion {
    let mut best = Completion {
        score: f64::NEG_INFINITY,
        nodes: Vec::new(),
        complete: true,
    };
    for (node, score) in scored {
        if best.nodes.is_empty() || better(score, best.score) {
            best.score = score;
            best.nodes = vec![node];
        } else if !better(best.score, score) {
            best.nodes.push(node);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sums of worths, each worth counted once per kind: a set of two of a kind is worth no more than the better.
    struct Kinds(Vec<(u32, f64)>);

    impl Criterion for Kinds {
        fn complete(&self, base: &[u32], from: u32) -> Completion {
            let worth = |set: &[u32]| {
                let best = |kind| {
                    let of_kind = set
                        .iter()
                        .map(|&node| self.0[node as usize])
                        .filter(|one| one.0 == kind);
                    of_kind.map(|one| one.1).fold(0.0, f64::max)
                };
                (0..3).map(best).sum::<f64>()
            };
            let others = (from..self.0.len() as u32).filter(|node| !base.contains(node));
            best_of(others.map(|node| (node, worth(&[base, &[node]].concat()))))
        }

        fn steps(&self, size: usize) -> f64 {
            if size > 3 { f64::INFINITY } else { 1.0 }
        }
    }

    #[test]
    fn every_best_set_is_found_in_order() {
        // kinds 0: 5 5, 1: 4, 2: 1 1; best of three: 5 + 4 + 1 in 2 · 1 · 2 ways
        let kinds = Kinds(vec![(0, 5.0), (1, 4.0), (0, 5.0), (2, 1.0), (2, 1.0)]);
        let found = search(&kinds, 5, 3, 3);
        assert_eq!((found.score, found.count, found.exact), (10.0, 4, true));
        assert_eq!(found.sets, [[0, 1, 3], [0, 1, 4], [1, 2, 3]]);
        let one = search(&kinds, 5, 1, 9);
        assert_eq!((one.score, one.sets), (5.0, vec![vec![0], vec![2]]));
        // too many to try: greedy finds 0 1 3 and any fourth
        let four = search(&kinds, 5, 4, 9);
        assert_eq!(
            (four.score, four.sets, four.exact),
            (10.0, vec![vec![0, 1, 2, 3]], false)
        );
    }

    #[test]
    fn sets_are_counted() {
        assert!((sets_of(3, 54) - 24_804.0).abs() <= 1e-6);
        assert!(sets_of(3, 2).abs() <= 0.0 && (sets_of(0, 2) - 1.0).abs() <= 0.0);
    }
}
