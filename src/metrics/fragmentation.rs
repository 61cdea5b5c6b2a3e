//! How many pairs of stakeholders can not reach each other at all?
//!
//! In: a snapshot. Out: one share for the network.

use super::components;
use crate::network::Snapshot;

/// Fragmentation of a snapshot.
///
/// What it tells a hub: the share of pairs between whom no chain of ties exists. 0 means one piece, 1 that nobody is
/// tied to anybody.
///
/// # Formula
/// ```text
/// F = 1 − Σ_k s_k (s_k − 1) / (n (n − 1)),  s_k the size of component k
/// ```
/// # Conventions
/// Direction and strengths are ignored. Isolates are components of one.
///
/// # Returns
/// One share from 0 to 1; undefined under two stakeholders, where there is no pair.
///
/// # Complexity
/// O(n + m). Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// R `keyplayer` and UCINET: the same for the network as it is. NetworkX 3.6: 1 less the share of pairs within one
/// `connected_components`.
///
/// # Example
/// ```
/// use hubscope::{metrics::fragmentation, network::Snapshot};
/// // pieces of 3 and 1: three of six pairs reach each other
/// assert_eq!(fragmentation(&Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0)])), Some(0.5));
/// ```
/// # References
/// Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational & Mathematical
/// Organization Theory 12, 21-34. <https://doi.org/10.1007/s10588-006-7084-x>
#[must_use]
pub fn fragmentation(snapshot: &Snapshot) -> Option<f64> {
    let pieces = components(snapshot);
    let nodes = snapshot.node_count() as u64;
    let others = |node: usize| u64::from(pieces.size_around(node)) - 1;
    let reached: u64 = (0..snapshot.node_count()).map(others).sum();
    let pairs = nodes * nodes.saturating_sub(1);
    (pairs > 0).then(|| (pairs - reached) as f64 / pairs as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_piece_none_and_no_pair() {
        assert_eq!(fragmentation(&Snapshot::from_ties(2, &[(0, 1, 1.0)])), Some(0.0));
        assert_eq!(fragmentation(&Snapshot::from_ties(3, &[])), Some(1.0));
        assert_eq!(fragmentation(&Snapshot::from_ties(1, &[])), None);
        assert_eq!(fragmentation(&Snapshot::default()), None);
    }
}
