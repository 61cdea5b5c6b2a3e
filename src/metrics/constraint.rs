//! How far do a stakeholder's partners close in on each other?
//!
//! In: a snapshot. Out: [`Constraint`].

use super::structural_holes::{Hole, holes};
use crate::network::Snapshot;

/// Burt's constraint of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct Constraint {
    /// `None` for isolates.
    pub values: Vec<Option<f64>>,
}

/// Burt's constraint of every stakeholder in a snapshot.
///
/// What it tells a hub: a low value marks a broker, whose partners do not know each other, so that news reaches it from
/// several sides; a high value marks someone whose partners all know each other, or who has only one.
///
/// # Formula
/// ```text
/// C_i = Σ_j (p_ij + Σ_q p_iq p_qj)²,  j over the direct partners of i, q over everyone but i and j
/// p_ij = w_ij / Σ_k w_ik,  w_ij the strength of the tie
/// ```
/// # Conventions
/// Strength-weighted; strengths of both directions are added; p_qj is taken over all partners of q, not only those in
/// the network around i. Parallel ties are added before, ties of a node with itself are left out. One partner gives 1
/// where that partner has no other way back; the value may exceed 1 (1.125 in a triangle).
///
/// # Returns
/// One value per node, in node order, above 0; undefined for isolates, who have no partner that could constrain them.
///
/// # Complexity
/// O(Σ_i Σ_q k_q) over partners q of i, or over the events of q where those are fewer; memory O(n) per thread; nodes in
/// parallel, each summed in a fixed order. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `constraint(weight=…)` and igraph 1.0 `constraint(weights=…)`: the same. Both give NaN for isolates;
/// igraph gives 0 to a node whose only tie is with itself, which is an isolate here.
///
/// # Example
/// ```
/// use hubscope::{metrics::constraint, network::Snapshot};
/// // middle of a star with three leaves: three times (1/3)²; a leaf puts all into one partner
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// let values = constraint(&star).values;
/// assert!((values[0].expect("has partners") - 1.0 / 3.0).abs() < 1e-15);
/// assert_eq!(values[1], Some(1.0));
/// ```
/// # References
/// Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard University Press.
///
/// Burt, R. S. (2004). Structural holes and good ideas. American Journal of Sociology 110(2), 349-399.
/// <https://doi.org/10.1086/421787>
#[must_use]
pub fn constraint(snapshot: &Snapshot) -> Constraint {
    Constraint::from_holes(&holes(snapshot))
}

impl Constraint {
    pub(super) fn from_holes(holes: &[Option<Hole>]) -> Self {
        let values = holes.iter().map(|hole| hole.map(|hole| hole.constraint));
        Self {
            values: values.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(value: Option<f64>, expected: f64, tolerance: f64) {
        let value = value.expect("defined");
        assert!((value - expected).abs() <= tolerance, "{value} is not {expected}");
    }

    #[test]
    fn a_triangle_constrains_more_than_one() {
        // p = 1/2 to each of two partners, and 1/2 · 1/2 through the other: 2 · (1/2 + 1/4)² = 1.125
        let triangle = Snapshot::from_ties(3, &[(0, 1, 5.0), (1, 2, 5.0), (0, 2, 5.0)]);
        for value in constraint(&triangle).values {
            close(value, 1.125, 1e-15);
        }
    }

    #[test]
    fn strengths_weigh_and_isolates_have_none() {
        // 0-1 has 3, 0-2 has 1: (3/4)² + (1/4)² = 10/16 for 0; the leaves have one partner each
        let values = constraint(&Snapshot::from_ties(4, &[(0, 1, 3.0), (0, 2, 1.0)])).values;
        close(values[0], 0.625, 1e-15);
        close(values[1], 1.0, 1e-15);
        assert_eq!(values[3], None);
    }

    #[test]
    fn arcs_of_both_directions_are_added() {
        // UCINET-checked: arcs 0→1 2, 0→2 2, 1→0 1, 2→1 1 make ties 0-1 3, 0-2 2, 1-2 1, strengths 5, 4, 3.
        // node 0: p01 = 3/5, p02 = 2/5; through 2: 2/5 · 1/3, through 1: 3/5 · 1/4;
        // (0.6 + 0.13333)² + (0.4 + 0.15)² = 0.537778 + 0.3025 = 0.840278
        let arcs = [(0, 1, 2.0), (0, 2, 2.0), (1, 0, 1.0), (2, 1, 1.0)];
        let values = constraint(&Snapshot::from_arcs(3, &arcs)).values;
        close(values[0], 0.840_277_777_777_777_8, 1e-15);
        close(values[1], 1.143, 5e-4);
        close(values[2], 1.378, 5e-4);
    }
}
