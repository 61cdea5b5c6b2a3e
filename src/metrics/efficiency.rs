//! How much of each stakeholder's circle is not repetition?
//!
//! In: a snapshot. Out: [`Efficiency`].

use super::structural_holes::{Hole, holes};
use crate::network::Snapshot;

/// Burt's efficiency of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct Efficiency {
    /// `None` for isolates.
    pub values: Vec<Option<f64>>,
}

/// Efficiency of the circle around every stakeholder in a snapshot.
///
/// What it tells a hub: 1 means that every partner brings people whom the others do not; a low value that the same
/// circle could be reached with fewer partners.
///
/// # Formula
/// ```text
/// E_i / k_i,  E_i the effective size, k_i the number of partners
/// ```
/// # Conventions
/// As `effective_size`; a pair tied both ways is one partner.
///
/// # Returns
/// One share per node, in node order, above 0, to 1; undefined for isolates.
///
/// # Complexity
/// As `constraint`, with which it shares its sums. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `effective_size(nodes=list(G), weight=…)` divided by the number of partners: the same. Its documentation
/// divides by the degree, which in a directed network counts a pair tied both ways twice.
///
/// # Example
/// ```
/// use hubscope::{metrics::efficiency, network::Snapshot};
/// // in a triangle two partners are worth one; the middle of a star is worth all its three
/// let triangle = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0)]);
/// assert_eq!(efficiency(&triangle).values[0], Some(0.5));
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// assert_eq!(efficiency(&star).values[0], Some(1.0));
/// ```
/// # References
/// Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard University Press.
///
/// Burt, R. S. (2004). Structural holes and good ideas. American Journal of Sociology 110(2), 349-399.
/// <https://doi.org/10.1086/421787>
#[must_use]
pub fn efficiency(snapshot: &Snapshot) -> Efficiency {
    Efficiency::from_holes(&holes(snapshot))
}

impl Efficiency {
    pub(super) fn from_holes(holes: &[Option<Hole>]) -> Self {
        let values = holes
            .iter()
            .map(|hole| hole.map(|hole| hole.effective_size() / hole.partners));
        Self {
            values: values.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_tied_both_ways_is_one_partner() {
        // 0 ⇄ 1 and 0 → 2: two partners who do not know each other, not three
        let values = efficiency(&Snapshot::from_arcs(4, &[(0, 1, 1.0), (1, 0, 1.0), (0, 2, 1.0)])).values;
        assert_eq!(values, [Some(1.0), Some(1.0), Some(1.0), None]);
    }
}
