//! Does one partner alone close in on a stakeholder, or do all alike?
//!
//! In: a snapshot. Out: [`Hierarchy`].

use super::structural_holes::{Hole, holes};
use crate::network::Snapshot;

/// Burt's hierarchy of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct Hierarchy {
    /// `None` under two partners.
    pub values: Vec<Option<f64>>,
}

/// Hierarchy of the constraint on every stakeholder in a snapshot.
///
/// What it tells a hub: 0 means that all partners constrain someone alike, near 1 that one partner holds nearly all:
/// then much hangs on that one partner, who may speak for the stakeholder.
///
/// # Formula
/// ```text
/// H_i = Σ_j r_j ln r_j / (k ln k),  r_j = c_ij / (C_i / k),  j over the k partners of i
/// c_ij = (p_ij + Σ_q p_iq p_qj)², the term of j in the constraint C_i (see `constraint`)
/// ```
/// # Conventions
/// As `constraint`: strength-weighted, strengths of both directions added.
///
/// # Returns
/// One index per node, in node order, from 0 to 1; undefined under two partners, where nothing can be uneven.
///
/// # Complexity
/// As `constraint`, with which it shares its sums. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// No common tool has it but UCINET, whose formula this is (Coleman-Theil disorder); the tests compare it with values
/// made from NetworkX's `local_constraint`.
///
/// # Example
/// ```
/// use hubscope::{metrics::hierarchy, network::Snapshot};
/// // two leaves of strength 3 and 1: c = 9/16 and 1/16, r = 1.8 and 0.2, over 2 ln 2
/// let values = hierarchy(&Snapshot::from_ties(3, &[(0, 1, 3.0), (0, 2, 1.0)])).values;
/// let expected = (1.8 * 1.8f64.ln() + 0.2 * 0.2f64.ln()) / (2.0 * 2.0f64.ln());
/// assert!((values[0].expect("two partners") - expected).abs() < 1e-15);
/// assert_eq!(values[1], None);
/// ```
/// # References
/// Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard University Press.
///
/// Burt, R. S. (2004). Structural holes and good ideas. American Journal of Sociology 110(2), 349-399.
/// <https://doi.org/10.1086/421787>
#[must_use]
pub fn hierarchy(snapshot: &Snapshot) -> Hierarchy {
    Hierarchy::from_holes(&holes(snapshot))
}

impl Hierarchy {
    pub(super) fn from_holes(holes: &[Option<Hole>]) -> Self {
        let values = holes.iter().map(|hole| hole.and_then(|hole| hole.hierarchy));
        Self {
            values: values.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_alike_make_no_hierarchy() {
        // in a triangle of equal ties both partners have the same term; a pair has one partner each
        let values = hierarchy(&Snapshot::from_ties(
            6,
            &[(0, 1, 2.0), (1, 2, 2.0), (0, 2, 2.0), (3, 4, 1.0)],
        ))
        .values;
        assert!(
            values[..3]
                .iter()
                .all(|value| value.is_some_and(|value| value <= 1e-15))
        );
        assert_eq!(values[3..], [None, None, None]);
    }
}
