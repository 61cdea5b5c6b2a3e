//! Whose leaving together would do most harm to the network?
//!
//! In: a snapshot and how many leave. Out: [`KeyPlayerNegative`].

use std::cmp::Reverse;

use rayon::prelude::*;

use super::blocks::Blocks;
use super::key_players::distances::nearness_sum;
use super::key_players::{
    Completion, Criterion, Found, KeyPlayerCriterion, KeyPlayers, Proof, best_of, better, search, sets_of,
};
use super::paths::{Routes, Wanted, path_sums};
use super::removal::among;
use crate::network::{PathLength, Rows, Snapshot};

/// How many leave together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyPlayerNegativeOptions {
    /// How many leave: k.
    pub size: usize,
    /// How many of the best sets are listed at most.
    pub listed: usize,
}

impl KeyPlayerNegativeOptions {
    /// Sets of so many, up to a hundred of them listed.
    #[must_use]
    pub const fn of(size: usize) -> Self {
        Self { size, listed: 100 }
    }
}

/// The sets whose leaving does most harm, by two criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyPlayerNegative {
    /// By F, the share of pairs cut off from each other.
    pub fragmentation: KeyPlayers,
    /// By DF, which also counts pairs that are farther apart.
    pub distance_fragmentation: KeyPlayers,
}

/// Key players whose leaving harms the network most (KPP-Neg).
///
/// What it tells a hub: which few, if they left together, would break the network most, and so where to build second
/// ways round. The best set of k is not the k best: two who hold the same place count once.
///
/// # Formula
/// ```text
/// F = 1 − Σ_c s_c (s_c − 1) / (n (n − 1)),  s_c the sizes of the components once the set is gone, n those left
/// DF = 1 − 2 Σ_{i<j} (1/d_ij) / (n (n − 1)),  d_ij the distance in ties once the set is gone, 1/∞ = 0
/// ```
/// # Conventions
/// Direction and strength are ignored; distances are by hops. Isolates count. Where every set can be tried (the predicted
/// steps, a function of n, m and k alone, are below 2·10⁹), all best sets are found and counted, and listed up to
/// `listed`; sets within 1e-12 are equal. Else a greedy choice with exchange until no exchange of one member helps: one
/// set, not proven best. By DF a step of the choice is itself complete by a bound (whoever leaves takes along its own 1/d
/// and at most half of each pair it stands between) while n · m is at most 2·10⁹; beyond that it chooses among the 64 with
/// most ties and the 64 that split most, compared over 512 sources evenly spread. The value of the set is exact always.
///
/// # Returns
/// For each criterion the value from 0 to 1, the value before, the sets; no value where fewer than two would be left.
///
/// # Complexity
/// F: O(n + m) per set of k − 1, the last member coming from one depth-first search for cut points. DF: O(n m/512) words
/// per set. Parallel over the smallest member. Deterministic, the same bytes on any number of threads.
///
/// # Errors
/// None.
///
/// # Agreement
/// Exhaustive search with NetworkX 3.6 on the classic networks; R `keyplayer` and KeyPlayer 2 search by chance starts.
///
/// # Example
/// ```
/// use hubscope::metrics::{KeyPlayerNegativeOptions, key_player_negative};
/// use hubscope::network::{NodeIndex, Snapshot};
/// // 0 - 1 - 2 - 3 - 4: without 2 two pairs of six reach each other, F = 1 − 4/12
/// let path = Snapshot::from_ties(5, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 4, 1.0)]);
/// let found = key_player_negative(&path, &KeyPlayerNegativeOptions::of(1)).fragmentation;
/// assert_eq!(found.sets, [[NodeIndex(2)]]);
/// assert!((found.value.expect("four left") - 2.0 / 3.0).abs() < 1e-15);
/// ```
/// # References
/// Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational and Mathematical
/// Organization Theory 12(1), 21-34. <https://doi.org/10.1007/s10588-006-7084-x>
#[must_use]
pub fn key_player_negative(snapshot: &Snapshot, options: &KeyPlayerNegativeOptions) -> KeyPlayerNegative {
    let ties = snapshot.ties();
    let whole = Blocks::of(ties);
    let nodes = ties.len();
    let everyone: Vec<u32> = (0..nodes as u32).collect();
    let before = [
        -reaching_pairs(&whole),
        -nearness_sum(ties, &vec![false; nodes], &everyone),
    ];
    let [f, df] = [
        KeyPlayerCriterion::Fragmentation,
        KeyPlayerCriterion::DistanceFragmentation,
    ];
    if options.size == 0 || nodes < options.size + 2 {
        return KeyPlayerNegative {
            fragmentation: KeyPlayers::none(f, value(before[0], nodes)),
            distance_fragmentation: KeyPlayers::none(df, value(before[1], nodes)),
        };
    }
    let far = DistanceFragmentation { ties };
    let found = search(&far, nodes, options.size, options.listed);
    KeyPlayerNegative {
        fragmentation: players(
            f,
            search(&Fragmentation { ties }, nodes, options.size, options.listed),
            nodes,
            options.size,
            before[0],
        ),
        distance_fragmentation: players(df, found, nodes, options.size, before[1]),
    }
}

fn players(criterion: KeyPlayerCriterion, found: Found, nodes: usize, size: usize, before: f64) -> KeyPlayers {
    KeyPlayers {
        criterion,
        value: value(found.score, nodes - size),
        before: value(before, nodes),
        proof: if found.exact {
            Proof::Exact
        } else {
            Proof::NotProven { bound: None }
        },
        count: found.count,
        sets: found.into_nodes(),
    }
}

/// 1 less the share that the ordered pairs of those left hold on to; a score is that sum below zero.
fn value(score: f64, left: usize) -> Option<f64> {
    let pairs = left as f64 * (left as f64 - 1.0);
    (left >= 2).then(|| (1.0 + score / pairs).clamp(0.0, 1.0))
}

/// Ordered pairs of those left who reach each other.
fn reaching_pairs(blocks: &Blocks) -> f64 {
    blocks
        .piece
        .iter()
        .map(|&piece| u64::from(piece.saturating_sub(1)))
        .sum::<u64>() as f64
}

struct Fragmentation<'a> {
    ties: &'a Rows,
}

impl Criterion for Fragmentation<'_> {
    fn complete(&self, base: &[u32], from: u32) -> Completion {
        let gone = gone(self.ties.len(), base);
        let here = (from..self.ties.len() as u32).filter(|&node| !gone[node as usize]);
        let pairs = pairs_without_each(self.ties, &gone);
        best_of(here.map(|node| (node, -pairs[node as usize])))
    }

    fn steps(&self, size: usize) -> f64 {
        8.0 * sets_of(size - 1, self.ties.len()) * (self.ties.len() + self.ties.entries()) as f64
    }
}

/// For each node, the ordered pairs that reach each other once it has gone as well.
fn pairs_without_each(ties: &Rows, gone: &[bool]) -> Vec<f64> {
    let blocks = Blocks::without(ties, gone);
    let now = reaching_pairs(&blocks);
    let within = |size: u32| u64::from(size) * u64::from(size.saturating_sub(1));
    let without = |node: usize| {
        let pieces = blocks.pairs_in_branches[node] + within(blocks.above(node));
        now - within(blocks.piece[node]) as f64 + pieces as f64
    };
    (0..ties.len()).map(without).collect()
}

struct DistanceFragmentation<'a> {
    ties: &'a Rows,
}

/// Up to so many nodes, every completion is tried without bounds.
const FEW: usize = 128;

/// Up to so many nodes times rows' entries, bounds are worth a sweep over all shortest paths.
const BOUNDED: f64 = 4e9;

/// How many candidates by each of two signs, and how many sources to compare them over, where the network is larger.
const CANDIDATES: usize = 64;
const SOURCES: usize = 512;

impl Criterion for DistanceFragmentation<'_> {
    fn complete(&self, base: &[u32], from: u32) -> Completion {
        let gone = gone(self.ties.len(), base);
        let here: Vec<u32> = (from..self.ties.len() as u32)
            .filter(|&node| !gone[node as usize])
            .collect();
        if self.ties.len() <= FEW {
            best_of(here.iter().map(|&node| (node, self.score(&gone, node))))
        } else if self.ties.len() as f64 * self.ties.entries() as f64 <= BOUNDED {
            self.best_by_bound(&gone, &here)
        } else {
            self.best_of_candidates(&gone, &here)
        }
    }

    fn steps(&self, size: usize) -> f64 {
        let (nodes, entries) = (self.ties.len(), self.ties.entries());
        let words = nodes.div_ceil(64) as f64;
        4.0 * sets_of(size, nodes) * words * (nodes + entries) as f64
    }
}

impl DistanceFragmentation<'_> {
    /// Σ 1/d over ordered pairs once a node has gone as well, below zero.
    fn score(&self, gone: &[bool], node: u32) -> f64 {
        let (gone, left) = with(gone, node);
        -nearness_sum(self.ties, &gone, &left)
    }

    /// Tries those who may be best, the most promising first, until nobody left can be.
    fn best_by_bound(&self, gone: &[bool], here: &[u32]) -> Completion {
        let left = among(self.ties, gone);
        let sums = path_sums(&Routes::along(&left), PathLength::Hops, Wanted::LengthsAndDependencies);
        let now = sums.outward.inverse.iter().fold(0.0, |sum, nearness| sum + nearness);
        // its own pairs go, both ways round; each pair it stands between alone loses at most its 1/d, at most 1/2
        let bound = |node: u32| {
            let at = node as usize;
            2.0 * sums.outward.inverse[at] + sums.dependency[at] / 2.0 - now
        };
        let mut promising: Vec<(f64, u32)> = here.iter().map(|&node| (bound(node), node)).collect();
        promising.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut scored: Vec<(u32, f64)> = Vec::new();
        let mut best = f64::NEG_INFINITY;
        for (bound, node) in promising {
            if better(best, bound) {
                break;
            }
            let score = self.score(gone, node);
            best = best.max(score);
            scored.push((node, score));
        }
        scored.sort_by_key(|(node, _)| *node);
        best_of(scored.into_iter())
    }

    /// Compares those with most ties and those who split most over a part of the sources.
    fn best_of_candidates(&self, gone: &[bool], here: &[u32]) -> Completion {
        let pairs = pairs_without_each(self.ties, gone);
        let mut by_ties = here.to_vec();
        by_ties.sort_by_key(|&node| Reverse(self.ties.columns(node as usize).len()));
        let mut by_split = here.to_vec();
        by_split.sort_by(|&a, &b| pairs[a as usize].total_cmp(&pairs[b as usize]));
        let mut candidates: Vec<u32> = [by_ties, by_split]
            .iter()
            .flat_map(|order| order.iter().take(CANDIDATES))
            .copied()
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        let estimate = |&node: &u32| {
            let (gone, left) = with(gone, node);
            let sources: Vec<u32> = left.iter().copied().step_by(left.len().div_ceil(SOURCES)).collect();
            (node, -nearness_sum(self.ties, &gone, &sources) / sources.len() as f64)
        };
        let estimates: Vec<(u32, f64)> = candidates.par_iter().map(estimate).collect();
        let best = best_of(estimates.into_iter()).nodes;
        Completion {
            complete: false,
            ..best_of(best.iter().take(1).map(|&node| (node, self.score(gone, node))))
        }
    }
}

fn gone(nodes: usize, base: &[u32]) -> Vec<bool> {
    let mut gone = vec![false; nodes];
    base.iter().for_each(|&node| gone[node as usize] = true);
    gone
}

/// Those gone with one more, and those left.
fn with(gone: &[bool], node: u32) -> (Vec<bool>, Vec<u32>) {
    let mut gone = gone.to_vec();
    gone[node as usize] = true;
    let left = (0..gone.len() as u32).filter(|&node| !gone[node as usize]).collect();
    (gone, left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::NodeIndex;

    fn nodes(sets: &[&[u32]]) -> Vec<Vec<NodeIndex>> {
        sets.iter()
            .map(|set| set.iter().copied().map(NodeIndex).collect())
            .collect()
    }

    fn close(value: Option<f64>, expected: f64) {
        let value = value.expect("defined");
        assert!((value - expected).abs() <= 1e-12, "{value} is not {expected}");
    }

    #[test]
    fn the_best_pair_need_not_hold_the_best_one() {
        // stars 0 {1 2 3} and 4 {5 6 7} joined by 8: 1 - … each pendant; 0-8-4. n = 9
        // k = 1: without 0 (as 4): {1} {2} {3} {8 4 5 6 7}: 20 of 56; without 8: 12 + 12 of 56. So 0 or 4
        // k = 2: 0 and 4: all single, F = 1
        let ties = [(0, 1), (0, 2), (0, 3), (4, 5), (4, 6), (4, 7), (0, 8), (4, 8)].map(|(a, b)| (a, b, 1.0));
        let snapshot = Snapshot::from_ties(9, &ties);
        let one = key_player_negative(&snapshot, &KeyPlayerNegativeOptions::of(1));
        close(one.fragmentation.value, 36.0 / 56.0);
        assert_eq!(one.fragmentation.sets, nodes(&[&[0], &[4]]));
        assert_eq!((one.fragmentation.count, one.fragmentation.proof), (2, Proof::Exact));
        close(one.fragmentation.before, 0.0);
        // DF without 0: 8-4 1, 4-5 4-6 4-7 1 each, 8 to 5 6 7 1/2, 5 6 7 among each other 1/2: 4 + 3/2 + 3/2 = 7 of 28;
        // without 8: each star 3 + 3/2, together 9 of 28
        close(one.distance_fragmentation.value, 1.0 - 7.0 / 28.0);
        let two = key_player_negative(&snapshot, &KeyPlayerNegativeOptions::of(2));
        close(two.fragmentation.value, 1.0);
        assert_eq!(two.distance_fragmentation.sets, nodes(&[&[0, 4]]));
    }

    #[test]
    fn where_fewer_than_two_are_left_there_is_no_value() {
        let path = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
        for size in [0, 2, 3, 4] {
            let found = key_player_negative(&path, &KeyPlayerNegativeOptions::of(size));
            assert_eq!((found.fragmentation.value, found.fragmentation.count), (None, 0));
            assert!(found.distance_fragmentation.sets.is_empty());
        }
        let nobody = key_player_negative(&Snapshot::default(), &KeyPlayerNegativeOptions::of(1));
        assert_eq!(nobody.fragmentation.before, None);
    }

    /// A ring of so many with a chord from each third node to the one eleven on, and pendants at every seventh.
    fn ring(nodes: u32) -> Snapshot {
        let ring = (0..nodes).map(|node| (node, (node + 1) % nodes, 1.0));
        let chords = (0..nodes).step_by(3).map(|node| (node, (node * 5 + 11) % nodes, 1.0));
        let pendants = (0..nodes).step_by(7).map(|node| (node, nodes + node / 7, 1.0));
        Snapshot::from_ties(
            nodes + nodes.div_ceil(7),
            &ring.chain(chords).chain(pendants).collect::<Vec<_>>(),
        )
    }

    #[test]
    fn bounds_leave_out_nobody_who_is_best() {
        let snapshot = ring(40);
        let far = DistanceFragmentation { ties: snapshot.ties() };
        for base in [vec![], vec![3], vec![0, 21]] {
            let gone = gone(46, &base);
            let here: Vec<u32> = (0..46).filter(|&node| !gone[node as usize]).collect();
            let every = best_of(here.iter().map(|&node| (node, far.score(&gone, node))));
            let bounded = far.best_by_bound(&gone, &here);
            assert!((every.score - bounded.score).abs() <= 1e-9);
            assert_eq!(every.nodes, bounded.nodes);
            // among candidates that are everyone, over all sources, the best is the best
            let candidate = far.best_of_candidates(&gone, &here);
            assert!((candidate.score - every.score).abs() <= 1e-9 && !candidate.complete);
        }
    }

    #[test]
    fn greedy_choice_is_said_to_be_not_proven() {
        // 170 nodes: sets of six cannot all be tried
        let found = key_player_negative(&ring(150), &KeyPlayerNegativeOptions::of(6));
        for players in [&found.fragmentation, &found.distance_fragmentation] {
            assert_eq!((players.proof, players.count), (Proof::NotProven { bound: None }, 1));
            assert_eq!(players.sets[0].len(), 6);
            assert!(players.value > players.before);
        }
    }
}
