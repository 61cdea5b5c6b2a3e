//! Who together is nearest to everyone?
//!
//! In: a snapshot, how many are chosen and how far they reach. Out: [`KeyPlayerPositive`].

use super::components;
use super::key_players::coverage::{Large, Small, Worth, steps};
use super::key_players::{EXACT_STEPS, KeyPlayerCriterion, KeyPlayers, Proof, search};
use crate::network::Snapshot;

/// How many are chosen, and within how many ties they reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyPlayerPositiveOptions {
    /// How many are chosen: k.
    pub size: usize,
    /// Within how many ties someone counts as reached: m.
    pub reach: u32,
    /// How many of the best sets are listed at most.
    pub listed: usize,
}

impl KeyPlayerPositiveOptions {
    /// Sets of so many with a reach of so many ties, up to a hundred of them listed.
    #[must_use]
    pub const fn of(size: usize, reach: u32) -> Self {
        Self {
            size,
            reach,
            listed: 100,
        }
    }
}

/// The sets that are nearest to everyone, by two criteria.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyPlayerPositive {
    /// By D_R, the mean nearness to the nearest of the set.
    pub distance_reach: KeyPlayers,
    /// By the share reached within so many ties.
    pub reach: KeyPlayers,
}

/// Key players who together are nearest to everyone (KPP-Pos).
///
/// What it tells a hub: through which few to spread something, so that everybody hears it soon. The best set of k is not
/// the k nearest: two who reach the same others count once.
///
/// # Formula
/// ```text
/// D_R = (1/n) Σ_j 1/d_Kj,  d_Kj the distance in ties from j to the nearest of the set K, 1 for its members, 1/∞ = 0
/// reach = (1/n) |{j : d_Kj ≤ m}|,  members included
/// ```
/// # Conventions
/// Direction and strength are ignored; distances are by hops. Isolates count in n. Where every set can be tried (the
/// predicted steps, a function of n, m and k alone, are below 2·10⁹), all best sets are found and counted, and listed up
/// to `listed`; values within 1e-12 are equal. Else a greedy choice, complete in each step, with exchange until no
/// exchange of one member helps. What one more adds only falls as a set grows, so no set exceeds the value found plus the
/// k largest additions to it: the bound that is given.
///
/// # Returns
/// For each criterion the value from 0 to 1 and the sets; no value for k = 0 or k > n. Before any choice it is 0.
///
/// # Complexity
/// Exact O(n · sets of k); greedy O(n m) for the first member at worst, less by bounds from ties and components, and for
/// each later step the searches that stop at whoever has a member as near. In parallel. Deterministic, the same bytes on
/// any number of threads.
///
/// # Errors
/// None.
///
/// # Agreement
/// Exhaustive search with NetworkX 3.6 on the classic networks.
///
/// # Example
/// ```
/// use hubscope::metrics::{KeyPlayerPositiveOptions, key_player_positive};
/// use hubscope::network::{NodeIndex, Snapshot};
/// // 0 - 1 - 2 - 3 - 4: 1 and 3 have all others as partners, as no other two do
/// let path = Snapshot::from_ties(5, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 4, 1.0)]);
/// let found = key_player_positive(&path, &KeyPlayerPositiveOptions::of(2, 1)).distance_reach;
/// assert_eq!((found.value, found.count), (Some(1.0), 3));
/// assert!(found.sets.contains(&vec![NodeIndex(1), NodeIndex(3)]));
/// ```
/// # References
/// Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational and Mathematical
/// Organization Theory 12(1), 21-34. <https://doi.org/10.1007/s10588-006-7084-x>
///
/// Nemhauser, G. L., Wolsey, L. A., Fisher, M. L. (1978). An analysis of approximations for maximizing submodular set
/// functions. Mathematical Programming 14, 265-294. <https://doi.org/10.1007/BF01588971>
#[must_use]
pub fn key_player_positive(snapshot: &Snapshot, options: &KeyPlayerPositiveOptions) -> KeyPlayerPositive {
    KeyPlayerPositive {
        distance_reach: best(snapshot, options, KeyPlayerCriterion::DistanceReach, Worth::Inverse),
        reach: best(
            snapshot,
            options,
            KeyPlayerCriterion::Reach,
            Worth::Within(options.reach),
        ),
    }
}

fn best(
    snapshot: &Snapshot,
    options: &KeyPlayerPositiveOptions,
    criterion: KeyPlayerCriterion,
    worth: Worth,
) -> KeyPlayers {
    let (ties, nodes, size) = (snapshot.ties(), snapshot.node_count(), options.size);
    let before = (nodes > 0).then_some(0.0);
    if size == 0 || size > nodes {
        return KeyPlayers::none(criterion, before);
    }
    let share = |sum: f64| sum / nodes as f64;
    let (found, proof) = if size > 1 && steps(nodes, ties.entries(), size) <= EXACT_STEPS {
        (
            search(&Small::new(ties, worth), nodes, size, options.listed),
            Proof::Exact,
        )
    } else {
        let large = Large::new(ties, worth, &components(snapshot));
        let found = search(&large, nodes, size, options.listed);
        let proof = match (found.exact, found.sets.first()) {
            (false, Some(set)) => Proof::NotProven {
                bound: Some(share(large.bound(set, size))),
            },
            _ => Proof::Exact,
        };
        (found, proof)
    };
    KeyPlayers {
        criterion,
        value: Some(share(found.score)),
        before,
        proof,
        count: found.count,
        sets: found.into_nodes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::NodeIndex;

    #[test]
    fn two_who_reach_the_same_others_count_once() {
        // 0 and 1 both tied to 2 3 4; 5 - 6 apart. Alone 0 or 1 give (1 + 3 + 1/2)/7, 2 3 4 (1 + 2 + 1)/7.
        // Of two, a hub and one of 5 6: 4.5 + 2 of 7, as 0 with 1 have 2 + 3
        let ties = [(0, 2), (0, 3), (0, 4), (1, 2), (1, 3), (1, 4), (5, 6)].map(|(a, b)| (a, b, 1.0));
        let snapshot = Snapshot::from_ties(7, &ties);
        let one = key_player_positive(&snapshot, &KeyPlayerPositiveOptions::of(1, 1)).distance_reach;
        assert!((one.value.expect("seven") - 4.5 / 7.0).abs() <= 1e-12);
        assert_eq!((one.count, one.proof), (2, Proof::Exact));
        let two = key_player_positive(&snapshot, &KeyPlayerPositiveOptions::of(2, 2));
        assert!((two.distance_reach.value.expect("seven") - 6.5 / 7.0).abs() <= 1e-12);
        let sets = [[0, 5], [0, 6], [1, 5], [1, 6]].map(|set| set.map(NodeIndex).to_vec());
        assert_eq!(two.distance_reach.sets, sets);
        // within two ties anyone of the first five and either of the pair reach all
        assert_eq!((two.reach.value, two.reach.count), (Some(1.0), 10));
    }

    #[test]
    fn what_cannot_be_chosen_has_no_value() {
        let pair = Snapshot::from_ties(2, &[(0, 1, 1.0)]);
        for (snapshot, size) in [(&pair, 0), (&pair, 3), (&Snapshot::default(), 1)] {
            let found = key_player_positive(snapshot, &KeyPlayerPositiveOptions::of(size, 2));
            assert_eq!((found.reach.value, found.reach.count), (None, 0));
        }
        let everyone = key_player_positive(&pair, &KeyPlayerPositiveOptions::of(2, 2));
        assert_eq!(everyone.distance_reach.value, Some(1.0));
    }

    #[test]
    fn greedy_choice_states_its_bound() {
        // a ring of 400 with a pendant on each fifth: sets of eight cannot all be tried
        let ring = (0..400).map(|node| (node, (node + 1) % 400, 1.0));
        let pendants = (0..400).step_by(5).map(|node| (node, 400 + node / 5, 1.0));
        let snapshot = Snapshot::from_ties(480, &ring.chain(pendants).collect::<Vec<_>>());
        let found = key_player_positive(&snapshot, &KeyPlayerPositiveOptions::of(8, 2));
        for players in [&found.distance_reach, &found.reach] {
            let Proof::NotProven { bound: Some(bound) } = players.proof else {
                panic!("{:?}", players.proof)
            };
            let value = players.value.expect("480");
            assert!(bound >= value && bound <= 1.0, "{value} {bound}");
            assert_eq!(players.count, 1);
        }
        // eight that do not overlap: each has itself, 2 + 2 on the ring and at best the pendants of itself and of none
        // nearer than 5, or of both neighbours' sides: 1 + 4 + 1 = 6 in all
        assert!((found.reach.value.expect("480") - 48.0 / 480.0).abs() <= 1e-12);
    }
}
