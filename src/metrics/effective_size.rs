//! How many different circles does each stakeholder reach through its partners?
//!
//! In: a snapshot. Out: [`EffectiveSize`].

use super::structural_holes::{Hole, holes};
use crate::network::Snapshot;

/// Burt's effective size of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct EffectiveSize {
    /// `None` for isolates.
    pub values: Vec<Option<f64>>,
}

/// Effective size of the circle around every stakeholder in a snapshot.
///
/// What it tells a hub: the number of partners less what they repeat of each other. Ten partners who all know each other
/// are worth little more than one; ten who do not are worth ten.
///
/// # Formula
/// ```text
/// E_i = k_i − Σ_j Σ_q p_iq m_jq,  j and q over the partners of i, q other than j
/// p_iq = w_iq / Σ_k w_ik,  m_jq = w_jq / max_k w_jk,  w the strength of the tie, k_i the number of partners
/// ```
/// # Conventions
/// Strength-weighted; strengths of both directions are added. With equal strengths it is k − 2t/k, t the ties among
/// the partners (Borgatti 1997). Parallel ties are added before, ties of a node with itself are left out.
///
/// # Returns
/// One value per node, in node order, in partners, above 0 and up to k; undefined for isolates.
///
/// # Complexity
/// As `constraint`, with which it shares its sums. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `effective_size(nodes=list(G), weight=…)`: the same. Without `nodes` NetworkX divides by the largest
/// strength of the wrong node where strengths differ (its pull request 8906), and gives NaN to a node of a directed
/// network from which no arc leaves.
///
/// # Example
/// ```
/// use hubscope::{metrics::effective_size, network::Snapshot};
/// // the middle of a star has three partners who do not know each other; in a triangle the second repeats the first
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// assert_eq!(effective_size(&star).values[0], Some(3.0));
/// let triangle = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0)]);
/// assert_eq!(effective_size(&triangle).values[0], Some(1.0));
/// ```
/// # References
/// Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard University Press.
///
/// Borgatti, S. P. (1997). Structural holes: unpacking Burt's redundancy measures. Connections 20(1), 35-38.
///
/// Burt, R. S. (2004). Structural holes and good ideas. American Journal of Sociology 110(2), 349-399.
/// <https://doi.org/10.1086/421787>
#[must_use]
pub fn effective_size(snapshot: &Snapshot) -> EffectiveSize {
    EffectiveSize::from_holes(&holes(snapshot))
}

impl EffectiveSize {
    pub(super) fn from_holes(holes: &[Option<Hole>]) -> Self {
        let values = holes.iter().map(|hole| hole.map(|hole| hole.effective_size()));
        Self {
            values: values.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(value: Option<f64>, expected: f64, tolerance: f64) {
        let value = value.expect("has partners");
        assert!((value - expected).abs() <= tolerance, "{value} is not {expected}");
    }

    #[test]
    fn the_largest_strength_is_that_of_the_partner() {
        // triangle a-b 2, a-c 3, b-c 8. a: p_ab 2/5, p_ac 3/5; b and c have 8 at most, to each other: 2 − 2/5 − 3/5.
        // b: p_ba 2/10, p_bc 8/10; a has 3 at most: to c 3/3; c has 8 at most: to a 3/8: 2 − 8/10 − 2/10 · 3/8 = 1.125.
        // c: p_ca 3/11, p_cb 8/11; a to b 2/3, b to a 2/8: 2 − 8/11 · 2/3 − 3/11 · 1/4
        let triangle = Snapshot::from_ties(4, &[(0, 1, 2.0), (0, 2, 3.0), (1, 2, 8.0)]);
        let values = effective_size(&triangle).values;
        close(values[0], 1.0, 1e-15);
        close(values[1], 1.125, 1e-15);
        close(values[2], 2.0 - 16.0 / 33.0 - 3.0 / 44.0, 1e-15);
        assert_eq!(values[3], None);
    }

    #[test]
    fn arcs_of_both_directions_are_added() {
        // UCINET-checked values: arcs 0→1 2, 0→2 2, 1→0 1, 2→1 1
        let arcs = [(0, 1, 2.0), (0, 2, 2.0), (1, 0, 1.0), (2, 1, 1.0)];
        let values = effective_size(&Snapshot::from_arcs(3, &arcs)).values;
        close(values[0], 1.567, 5e-4);
        close(values[1], 1.083, 5e-4);
        close(values[2], 1.0, 1e-15);
    }
}
