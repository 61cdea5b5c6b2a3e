//! On which single ties does the connection of others hang?
//!
//! In: a snapshot. Out: [`Bridges`].

use super::blocks::Blocks;
use crate::network::Snapshot;

/// Which ties are bridges, in the order of [`Snapshot::pairs`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bridges {
    /// Whether the tie is a bridge.
    pub ties: Vec<bool>,
}

impl Bridges {
    /// How many bridges there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.ties.iter().filter(|bridge| **bridge).count()
    }

    pub(super) fn of(snapshot: &Snapshot, blocks: &Blocks) -> Self {
        let from = |node: usize| blocks.bridge_from[node];
        let is_bridge = |one: u32, other: u32| from(one as usize) == Some(other) || from(other as usize) == Some(one);
        Self {
            ties: snapshot
                .pairs()
                .map(|(one, other, _)| is_bridge(one.0, other.0))
                .collect(),
        }
    }
}

/// The bridges of a snapshot: ties without which their component would fall into two.
///
/// What it tells a hub: which contacts have no way round. When such a tie ends, two parts of the network lose each
/// other, however strong the tie was; a second contact between the two parts is cheap insurance. A network without
/// bridges survives the loss of any one tie.
///
/// # Formula
/// ```text
/// {i, j} is a bridge when no path joins i and j once their tie is gone
/// ```
/// # Conventions
/// Direction and strength are ignored; parallel ties are one tie, so that two agreements of one pair do not hide a
/// bridge. Ties of a node with itself are left out. The tie of a lone pair and the tie of a pendant are bridges.
///
/// # Returns
/// A yes or no per tie, in the order of [`Snapshot::pairs`]; never undefined.
///
/// # Complexity
/// O(n + m), one depth-first search without recursion. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `bridges` and igraph 1.0 `bridges`: the same set.
///
/// # Example
/// ```
/// use hubscope::{metrics::bridges, network::Snapshot};
/// // a triangle 0 1 2 with 3 hanging from 2; pairs in order: 0-1, 0-2, 1-2, 2-3
/// let tailed = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (2, 3, 1.0)]);
/// assert_eq!(bridges(&tailed).ties, [false, false, false, true]);
/// ```
/// # References
/// Tarjan, R. E. (1974). A note on finding the bridges of a graph. Information Processing Letters 2(6), 160-161.
/// <https://doi.org/10.1016/0020-0190(74)90003-9>
#[must_use]
pub fn bridges(snapshot: &Snapshot) -> Bridges {
    Bridges::of(snapshot, &Blocks::of(snapshot.ties()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_between_two_triangles_is_a_bridge() {
        // triangles 0 1 2 and 3 4 5 joined by 2-3: the fourth pair of 0-1 0-2 1-2 2-3 3-4 3-5 4-5
        let ties = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5)].map(|(a, b)| (a, b, 1.0));
        let found = bridges(&Snapshot::from_ties(7, &ties));
        assert_eq!(found.ties, [false, false, false, true, false, false, false]);
        assert_eq!(found.count(), 1);
    }

    #[test]
    fn two_records_of_one_pair_are_one_bridge() {
        let pair = Snapshot::from_ties(2, &[(0, 1, 1.0), (1, 0, 2.0)]);
        assert_eq!(bridges(&pair).ties, [true]);
        assert_eq!(bridges(&Snapshot::default()).count(), 0);
    }
}
