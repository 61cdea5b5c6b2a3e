//! How strongly is each stakeholder tied in all?
//!
//! In: a snapshot. Out: [`Strength`].

use crate::network::{Rows, Snapshot};

/// Sum of the tie strengths of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct Strength {
    /// Over ties, both directions added.
    pub ties: Vec<f64>,
    /// Over arcs that arrive; `None` where the layer has no arcs.
    pub incoming: Option<Vec<f64>>,
    /// Over arcs that leave; `None` where the layer has no arcs.
    pub outgoing: Option<Vec<f64>>,
}

/// Sum of the tie strengths of every stakeholder in a snapshot.
///
/// What it tells a hub: how much joint work runs through someone, where `degree` says with how many. In the
/// participations layer it is the number of shared events attended. A high value may be one strong tie or many weak.
///
/// # Formula
/// ```text
/// s_i = Σ_j w_ij, j over the partners of i, w_ij the strength of the tie
/// in_strength_i = Σ_j w(j -> i);  out_strength_i = Σ_j w(i -> j)
/// ```
/// # Conventions
/// Parallel ties are added before; the two directions of a pair are added in `strength`, so it equals
/// `in_strength + out_strength`. Ties of a node with itself are left out. Isolates have 0.
///
/// # Returns
/// One sum per node, in node order, in the unit of strengths, from 0 up; never undefined, but no sums by direction
/// without arcs.
///
/// # Complexity
/// O(n + m). Deterministic: partners are added in node order.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `degree(weight=…)` and igraph 1.0 `strength(weights=…)`: the same.
///
/// # Example
/// ```
/// use hubscope::{metrics::strength, network::Snapshot};
/// let path = Snapshot::from_ties(3, &[(0, 1, 2.0), (1, 2, 0.5)]);
/// assert_eq!(strength(&path).ties, [2.0, 2.5, 0.5]);
/// ```
/// # References
/// Barrat, A., Barthélemy, M., Pastor-Satorras, R., Vespignani, A. (2004). The architecture of complex weighted
/// networks. PNAS 101(11), 3747-3752. <https://doi.org/10.1073/pnas.0400087101>
#[must_use]
pub fn strength(snapshot: &Snapshot) -> Strength {
    Strength {
        ties: sums(snapshot.ties()),
        incoming: snapshot.arcs().map(|arcs| sums(&arcs.into)),
        outgoing: snapshot.arcs().map(|arcs| sums(&arcs.out)),
    }
}

/// The sum of each row.
pub(super) fn sums(rows: &Rows) -> Vec<f64> {
    // begins with +0: an empty sum of floats is −0, which would be written as "-0"
    (0..rows.len())
        .map(|row| rows.strengths(row).iter().fold(0.0, |sum, strength| sum + strength))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strengths_of_both_directions_and_of_parallel_arcs_add_up() {
        // 0 → 1 twice (1 + 2), 1 → 0 once (4), 2 alone: the tie has 7
        let snapshot = Snapshot::from_arcs(3, &[(0, 1, 1.0), (0, 1, 2.0), (1, 0, 4.0)]);
        let strength = strength(&snapshot);
        assert_eq!(strength.ties, [7.0, 7.0, 0.0]);
        assert_eq!(strength.incoming, Some(vec![4.0, 3.0, 0.0]));
        assert_eq!(strength.outgoing, Some(vec![3.0, 4.0, 0.0]));
        assert!(strength.ties[2].is_sign_positive());
    }
}
