//! How much of the network would hold whoever leaves?
//!
//! In: a snapshot. Out: the share of the nodes in the largest biconnected part.

use super::blocks::Blocks;
use crate::network::{NodeIndex, Snapshot};

/// The share of the stakeholders in the largest part that no single leaving can split.
///
/// What it tells a hub: how large its resilient core is. Within that part any two reach each other by two ways that
/// share nobody in between, so it survives the loss of any one member. A low share beside one large component means
/// that the network hangs on few.
///
/// # Formula
/// ```text
/// share = (nodes of the largest biconnected component) / n
/// biconnected: connected, and connected still when any one node is taken out
/// ```
/// # Conventions
/// Direction and strength are ignored. A tie without a way round is a biconnected component of its two ends; isolates
/// belong to none, so the share is 0 where there is no tie. A cut point belongs to several components.
///
/// # Returns
/// A share from 0 to 1; `None` without nodes.
///
/// # Complexity
/// O(n + m), one depth-first search without recursion. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `biconnected_components` and igraph 1.0 `biconnected_components`: the same size of the largest, here
/// divided by all nodes.
///
/// # Example
/// ```
/// use hubscope::{metrics::largest_biconnected_share, network::Snapshot};
/// // a triangle 0 1 2 with 3 hanging from 2: three of four
/// let tailed = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (2, 3, 1.0)]);
/// assert_eq!(largest_biconnected_share(&tailed), Some(0.75));
/// ```
/// # References
/// Hopcroft, J., Tarjan, R. (1973). Algorithm 447: efficient algorithms for graph manipulation. Communications of the
/// ACM 16(6), 372-378. <https://doi.org/10.1145/362248.362272>
#[must_use]
pub fn largest_biconnected_share(snapshot: &Snapshot) -> Option<f64> {
    share_of(&Blocks::of(snapshot.ties()))
}

/// The share where the blocks are known.
pub(super) fn share_of(blocks: &Blocks) -> Option<f64> {
    let nodes = blocks.piece.len();
    (nodes > 0).then(|| f64::from(blocks.largest_block) / nodes as f64)
}

/// The largest part of a snapshot that no single member holds together.
///
/// What it tells a hub: who stays connected to all others of the part whichever one of them leaves.
///
/// # Formula
/// ```text
/// the biconnected component with most nodes
/// ```
/// # Conventions
/// Direction and weights are ignored. A tie that alone holds two parts together is a part of two. Of equal parts the one
/// that stands first when each is written as its rising nodes.
///
/// # Returns
/// Its nodes, rising; none without ties.
///
/// # Complexity
/// O(n + m), one depth-first search without recursion. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `biconnected_components`: the largest of the same sets.
///
/// # Example
/// ```
/// use hubscope::metrics::largest_block;
/// use hubscope::network::{NodeIndex, Snapshot};
/// // a triangle with one hanging from it
/// let ties = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (2, 3, 1.0)];
/// assert_eq!(largest_block(&Snapshot::from_ties(4, &ties)), [0, 1, 2].map(NodeIndex));
/// ```
/// # References
/// Tarjan, R. (1972). Depth-first search and linear graph algorithms. SIAM Journal on Computing 1(2), 146-160.
/// <https://doi.org/10.1137/0201010>
#[must_use]
pub fn largest_block(snapshot: &Snapshot) -> Vec<NodeIndex> {
    let blocks = Blocks::of(snapshot.ties()).blocks;
    let largest = blocks.into_iter().map(|block| block.nodes).min_by(|one, other| {
        let by_size = other.len().cmp(&one.len());
        by_size.then_with(|| one.cmp(other))
    });
    largest.unwrap_or_default().into_iter().map(NodeIndex).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_rings_that_share_a_node_are_two_parts() {
        // rings 0 1 2 and 2 3 4 5, and 6 alone: the larger holds 4 of 7
        let ties = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (5, 2)].map(|(a, b)| (a, b, 1.0));
        assert_eq!(
            largest_biconnected_share(&Snapshot::from_ties(7, &ties)),
            Some(4.0 / 7.0)
        );
    }

    #[test]
    fn without_ties_no_part_holds() {
        assert_eq!(largest_biconnected_share(&Snapshot::from_ties(2, &[])), Some(0.0));
        assert_eq!(largest_biconnected_share(&Snapshot::default()), None);
        // a lone pair is a part of two
        assert_eq!(
            largest_biconnected_share(&Snapshot::from_ties(2, &[(0, 1, 1.0)])),
            Some(1.0)
        );
    }
}
