//! How far does contact hang on one stakeholder?
//!
//! In: a snapshot. Out: one share, `None` with fewer than three nodes.

use crate::network::Snapshot;

/// Freeman's degree centralization of a snapshot.
///
/// What it tells a hub: 1 means a star, where everyone is in touch with one stakeholder and with nobody else; 0 means
/// that all have equally many partners. A hub that wants to outlive its operator wants it to fall.
///
/// # Formula
/// ```text
/// Σ_i (k* − k_i) / ((n − 1)(n − 2)),  k_i the degree of i, k* the largest, n nodes
/// ```
/// # Conventions
/// Undirected view in every direction; the denominator is the value of the sum in a star of n nodes. Isolates count.
/// Weights play no part.
///
/// # Returns
/// A share from 0 to 1; undefined for n < 3.
///
/// # Complexity
/// O(n). Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// igraph (R) `centr_degree(loops = FALSE)` and sna `centralization(mode = "graph")`: the same.
///
/// # Example
/// ```
/// use hubscope::{metrics::degree_centralization, network::Snapshot};
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// assert_eq!(degree_centralization(&star), Some(1.0)); // (0 + 2 + 2 + 2) / (3 · 2)
/// ```
/// # References
/// Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social Networks 1(3), 215-239.
/// <https://doi.org/10.1016/0378-8733(78)90021-7>
#[must_use]
pub fn degree_centralization(snapshot: &Snapshot) -> Option<f64> {
    let nodes = snapshot.node_count();
    if nodes < 3 {
        return None;
    }
    let largest = snapshot.nodes().map(|node| snapshot.degree(node)).max()?;
    let missing = nodes * largest - 2 * snapshot.tie_count();
    Some(missing as f64 / ((nodes - 1) * (nodes - 2)) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_degrees_have_no_centralization_and_two_nodes_no_value() {
        // a ring of four: every degree is 2, so each difference from the largest is 0
        let ring = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 0, 1.0)]);
        assert_eq!(degree_centralization(&ring), Some(0.0));
        assert_eq!(degree_centralization(&Snapshot::from_ties(2, &[(0, 1, 1.0)])), None);
    }

    #[test]
    fn a_path_of_four_has_a_third() {
        // degrees 1 2 2 1: (1 + 0 + 0 + 1) / (3 · 2)
        let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
        assert_eq!(degree_centralization(&path), Some(2.0 / 6.0));
    }
}
