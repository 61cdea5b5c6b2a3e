//! How often is the partner of a partner a partner?
//!
//! In: a snapshot. Out: one share for the network.

use super::triangles::SharedPartners;
use crate::network::{Rows, Snapshot};

/// Transitivity of a snapshot.
///
/// What it tells a hub: near 1 the network consists of closed groups, near 0 of chains and stars. Unlike the mean of
/// `clustering` it counts every pair of ties once, so stakeholders with many partners weigh more. In the participations
/// layer it is high by construction.
///
/// # Formula
/// ```text
/// T = 3 · triangles / Σ_i k_i (k_i − 1) / 2,  k_i the number of partners of i
/// ```
/// # Conventions
/// The undirected simple graph in every view; strengths play no part.
///
/// # Returns
/// One share from 0 to 1; undefined where no stakeholder has two partners.
///
/// # Complexity
/// As `clustering`. Deterministic: whole numbers are counted.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `transitivity` and igraph 1.0 `transitivity_undirected`: the same; where no stakeholder has two partners
/// NetworkX gives 0 and igraph NaN.
///
/// # Example
/// ```
/// use hubscope::{metrics::transitivity, network::Snapshot};
/// // a triangle 0 1 2 with 3 hanging from 0: 3 · 1 of 3 + 1 + 1 pairs of ties that meet
/// let ties = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (0, 3, 1.0)];
/// assert_eq!(transitivity(&Snapshot::from_ties(4, &ties)), Some(0.6));
/// ```
/// # References
/// Newman, M. E. J., Strogatz, S. H., Watts, D. J. (2001). Random graphs with arbitrary degree distributions and their
/// applications. Physical Review E 64, 026118. <https://doi.org/10.1103/PhysRevE.64.026118>
#[must_use]
pub fn transitivity(snapshot: &Snapshot) -> Option<f64> {
    from_shared(snapshot.ties(), &SharedPartners::of(snapshot.ties()))
}

pub(super) fn from_shared(ties: &Rows, shared: &SharedPartners) -> Option<f64> {
    let closed: u64 = shared.of_pair.iter().copied().map(u64::from).sum();
    let partners = (0..ties.len()).map(|node| ties.columns(node).len() as u64);
    let meetings: u64 = partners.map(|k| k * k.saturating_sub(1) / 2).sum();
    (meetings > 0).then(|| closed as f64 / meetings as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_meeting_of_ties_it_is_undefined() {
        assert_eq!(transitivity(&Snapshot::from_ties(4, &[(0, 1, 1.0), (2, 3, 1.0)])), None);
        assert_eq!(transitivity(&Snapshot::default()), None);
        // a path of three: one meeting, not closed
        assert_eq!(
            transitivity(&Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)])),
            Some(0.0)
        );
    }
}
