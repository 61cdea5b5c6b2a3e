//! Do the partners of each stakeholder know each other?
//!
//! In: a snapshot. Out: [`Clustering`].

use super::triangles::SharedPartners;
use crate::network::{Rows, Snapshot};
use crate::numeric;

/// The local clustering of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct Clustering {
    /// Share of the pairs of its partners that are tied; 0 under two partners.
    pub values: Vec<f64>,
}

impl Clustering {
    /// The mean over all nodes, those under two partners included; `None` where there is no node.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        numeric::mean(&self.values)
    }

    pub(super) fn from_shared(ties: &Rows, shared: &SharedPartners) -> Self {
        let triangles = shared.triangles(ties).into_iter().enumerate();
        let values = triangles.map(|(node, triangles)| {
            let partners = ties.columns(node).len() as f64;
            if partners < 2.0 {
                0.0
            } else {
                2.0 * triangles as f64 / (partners * (partners - 1.0))
            }
        });
        Self {
            values: values.collect(),
        }
    }
}

/// Local clustering coefficient of every stakeholder in a snapshot.
///
/// What it tells a hub: a high value means that someone's partners know each other, as in a closed group; a low value,
/// with several partners, that someone joins people who do not. In the participations layer every event makes all its
/// participants partners of each other, so values are high there by construction.
///
/// # Formula
/// ```text
/// c_i = 2 T_i / (k_i (k_i − 1)),  T_i the tied pairs among the partners of i, k_i how many partners it has
/// mean: Σ_i c_i / n
/// ```
/// # Conventions
/// The undirected simple graph in every view; strengths play no part. Under two partners it is 0, and the mean counts
/// that 0.
///
/// # Returns
/// One share per node, in node order, from 0 to 1; never undefined. The mean is undefined without any node.
///
/// # Complexity
/// Each triangle is met once, at the middle one of its nodes by number of partners, O(m^1.5) at most; or pairs are
/// compared as rows of bits, O(m n / 64), where that is predicted to be less. In parallel. Deterministic: whole numbers
/// are counted.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `clustering` and `average_clustering`, igraph 1.0 `transitivity_local_undirected(mode="zero")`: the
/// same.
///
/// # Example
/// ```
/// use hubscope::{metrics::clustering, network::Snapshot};
/// // a triangle 0 1 2 with 3 hanging from 0: of the three pairs of partners of 0, one is tied
/// let ties = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (0, 3, 1.0)];
/// assert_eq!(clustering(&Snapshot::from_ties(4, &ties)).values, [1.0 / 3.0, 1.0, 1.0, 0.0]);
/// ```
/// # References
/// Watts, D. J., Strogatz, S. H. (1998). Collective dynamics of 'small-world' networks. Nature 393, 440-442.
/// <https://doi.org/10.1038/30918>
#[must_use]
pub fn clustering(snapshot: &Snapshot) -> Clustering {
    Clustering::from_shared(snapshot.ties(), &SharedPartners::of(snapshot.ties()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_counts_those_with_one_partner_or_none() {
        // a triangle with a tail and an isolate: 1/3, 1, 1, 0, 0
        let ties = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (0, 3, 1.0)];
        let mean = clustering(&Snapshot::from_ties(5, &ties)).mean().expect("five nodes");
        assert!((mean - (1.0 / 3.0 + 2.0) / 5.0).abs() <= 1e-16);
        assert_eq!(clustering(&Snapshot::default()).mean(), None);
    }
}
