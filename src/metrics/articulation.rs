//! Whose leaving would split the network, and how many would it strand?
//!
//! In: a snapshot. Out: [`Articulation`].

use super::blocks::Blocks;
use crate::network::Snapshot;

/// Cut points and what hangs on them, in node order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Articulation {
    /// Whether the node is a cut point.
    pub cut: Vec<bool>,
    /// How many would be cut off from the largest piece left of its component; 0 where it is no cut point.
    pub stranded: Vec<u32>,
}

impl Articulation {
    /// How many cut points there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.cut.iter().filter(|cut| **cut).count()
    }

    pub(super) fn of(blocks: &Blocks) -> Self {
        let nodes = blocks.piece.len();
        let mut found = Self {
            cut: vec![false; nodes],
            stranded: vec![0; nodes],
        };
        for node in 0..nodes {
            // what is left beside the branches that hang on the node alone is the piece around its parent
            let others = blocks.piece[node] - 1;
            let largest = blocks.largest_branch[node].max(blocks.above(node));
            found.stranded[node] = others - largest;
            found.cut[node] = others > largest;
        }
        found
    }
}

/// Cut points of a snapshot, each with the number of stakeholders that would be stranded without it.
///
/// What it tells a hub: on whom the connection of others hangs. Each cut point is worth a second tie around it, the
/// more so the more it would strand.
///
/// # Formula
/// ```text
/// i is a cut point when its component without it falls into several pieces
/// stranded_i = (|component of i| − 1) − |largest piece left|
/// ```
/// # Conventions
/// Direction and weights are ignored. Only the node's own component counts: other components are not stranded by it.
/// Isolates and both ends of a lone pair are no cut points.
///
/// # Returns
/// A yes or no and a count from 0 to n − 2 per node, in node order; never undefined.
///
/// # Complexity
/// O(n + m), one depth-first search without recursion. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `articulation_points` and igraph 1.0 `articulation_points`: the same set. Neither has `stranded`.
///
/// # Example
/// ```
/// use hubscope::{metrics::articulation, network::Snapshot};
/// // 0 - 1 - 2 - 3: without 1 the pieces are {0} and {2, 3}
/// let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
/// assert_eq!(articulation(&path).cut, [false, true, true, false]);
/// assert_eq!(articulation(&path).stranded, [0, 1, 1, 0]);
/// ```
/// # References
/// Tarjan, R. (1972). Depth-first search and linear graph algorithms. SIAM Journal on Computing 1(2), 146-160.
/// <https://doi.org/10.1137/0201010>
#[must_use]
pub fn articulation(snapshot: &Snapshot) -> Articulation {
    Articulation::of(&Blocks::of(snapshot.ties()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_between_two_triangles_strands_the_smaller_side() {
        // triangle 0 1 2, triangle 2 3 4, and 5 - 6 hanging from 4.
        // without 2: {0, 1} and {3, 4, 5, 6}, so 6 − 4 = 2; without 4: {0, 1, 2, 3} and {5, 6}, so 2;
        // without 5: {0, 1, 2, 3, 4} and {6}, so 1
        let ties = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (2, 4), (4, 5), (5, 6)];
        let ties = ties.map(|(a, b)| (a, b, 1.0));
        let found = articulation(&Snapshot::from_ties(8, &ties));
        assert_eq!(found.cut, [false, false, true, false, true, true, false, false]);
        assert_eq!(found.stranded, [0, 0, 2, 0, 2, 1, 0, 0]);
        assert_eq!(found.count(), 3);
    }

    #[test]
    fn the_middle_of_a_star_strands_all_leaves_but_one() {
        // without 0 the pieces are four single nodes: 4 − 1; other components do not count
        let ties = [(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0), (0, 4, 1.0), (5, 6, 1.0)];
        assert_eq!(
            articulation(&Snapshot::from_ties(7, &ties)).stranded,
            [3, 0, 0, 0, 0, 0, 0]
        );
    }

    #[test]
    fn a_path_too_long_for_recursion_is_searched() {
        let nodes = 200_000;
        let ties: Vec<_> = (0..nodes - 1).map(|node| (node, node + 1, 1.0)).collect();
        let found = articulation(&Snapshot::from_ties(nodes, &ties));
        // all but the two ends; node 1 strands node 0, the middle strands the shorter half
        assert_eq!(found.count(), nodes as usize - 2);
        assert_eq!((found.stranded[1], found.stranded[100_000]), (1, 99_999));
    }
}
