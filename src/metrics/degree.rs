//! With how many partners is each stakeholder tied?
//!
//! In: a snapshot. Out: [`Degree`].

use crate::network::{Rows, Snapshot};

/// Number of partners of each node, in node order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Degree {
    /// Partners, whichever way the tie runs.
    pub ties: Vec<u32>,
    /// Sources of arcs that arrive; `None` where the layer has no arcs.
    pub incoming: Option<Vec<u32>>,
    /// Targets of arcs that leave; `None` where the layer has no arcs.
    pub outgoing: Option<Vec<u32>>,
}

/// Number of partners of every stakeholder in a snapshot.
///
/// What it tells a hub: with how many others someone is directly in touch. A high value means many partners, which
/// is contact and not yet influence; 0 means that nobody is.
///
/// # Formula
/// ```text
/// k_i = number of j with a tie between i and j
/// in_degree_i = number of j with an arc j -> i;  out_degree_i = number of j with an arc i -> j
/// ```
/// # Conventions
/// Parallel ties of a pair are one tie, ties of a node with itself are none. A pair with arcs both ways is one tie and
/// two arcs, so `degree` may be less than `in_degree + out_degree`. Isolates have 0. Weights play no part.
///
/// # Returns
/// One count per node, in node order, from 0 to n − 1; never undefined, but no counts by direction without arcs.
///
/// # Complexity
/// O(n). Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `degree`, `in_degree`, `out_degree` and igraph 1.0 `degree`: the same on the simple graph.
///
/// # Example
/// ```
/// use hubscope::{metrics::degree, network::Snapshot};
/// // a star: 0 in the middle of 1, 2 and 3
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// assert_eq!(degree(&star).ties, [3, 1, 1, 1]);
/// ```
/// # References
/// Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social Networks 1(3), 215-239.
/// <https://doi.org/10.1016/0378-8733(78)90021-7>
#[must_use]
pub fn degree(snapshot: &Snapshot) -> Degree {
    Degree {
        ties: lengths(snapshot.ties()),
        incoming: snapshot.arcs().map(|arcs| lengths(&arcs.into)),
        outgoing: snapshot.arcs().map(|arcs| lengths(&arcs.out)),
    }
}

fn lengths(rows: &Rows) -> Vec<u32> {
    (0..rows.len()).map(|row| rows.columns(row).len() as u32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_with_arcs_both_ways_is_one_tie_and_two_arcs() {
        // 0 ⇄ 1, 2 → 1: node 1 has partners 0 and 2, receives from both and gives to 0 alone
        let snapshot = Snapshot::from_arcs(4, &[(0, 1, 1.0), (1, 0, 1.0), (2, 1, 3.0)]);
        let degree = degree(&snapshot);
        assert_eq!(degree.ties, [1, 2, 1, 0]);
        assert_eq!(degree.incoming, Some(vec![1, 2, 0, 0]));
        assert_eq!(degree.outgoing, Some(vec![1, 1, 1, 0]));
    }
}
