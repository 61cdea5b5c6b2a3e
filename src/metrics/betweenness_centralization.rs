//! How far does mediation hang on one stakeholder?
//!
//! In: a snapshot, how long a tie is and which way paths run. Out: one share, `None` with fewer than three nodes.

use super::work::Approximation;
use super::{Betweenness, BetweennessOptions, MetricError, betweenness};
use crate::network::Snapshot;
use crate::numeric;

/// Betweenness centralization of a network.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BetweennessCentralization {
    /// The share of what a star has; `None` with fewer than three nodes.
    pub value: Option<f64>,
    /// What the betweenness of each node promises where it is not exact.
    pub approximation: Option<Approximation>,
}

/// Freeman's betweenness centralization of a snapshot.
///
/// What it tells a hub: 1 means a star, where every contact between two others passes one stakeholder; 0 means that all
/// stand between equally many. A hub that wants to outlive its operator wants it to fall.
///
/// # Formula
/// ```text
/// Σ_i (b* − b_i) / (n − 1),  b_i the normalised betweenness of i, b* the largest, n nodes
/// ```
/// # Conventions
/// The options are those of betweenness. n − 1 is the value of the sum in a star of n nodes, where the middle has 1 and
/// the others 0; along arcs in a star with arcs both ways. Isolates count.
///
/// # Returns
/// A share from 0 to 1; undefined for n < 3.
///
/// # Complexity
/// As betweenness. Deterministic.
///
/// # Errors
/// [`MetricError::NoArcs`] where direction is asked for and the layer has no arcs.
///
/// # Agreement
/// igraph (R) `centr_betw` and sna `centralization(betweenness)` by hops: the same.
///
/// # Example
/// ```
/// use hubscope::metrics::{BetweennessOptions, betweenness_centralization};
/// use hubscope::network::Snapshot;
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// assert_eq!(betweenness_centralization(&star, &BetweennessOptions::freeman())?.value, Some(1.0));
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social Networks 1(3), 215-239.
/// <https://doi.org/10.1016/0378-8733(78)90021-7>
pub fn betweenness_centralization(
    snapshot: &Snapshot,
    options: &BetweennessOptions,
) -> Result<BetweennessCentralization, MetricError> {
    let found = betweenness(snapshot, options)?;
    Ok(BetweennessCentralization::from_betweenness(&found))
}

impl BetweennessCentralization {
    pub(super) fn from_betweenness(found: &Betweenness) -> Self {
        let value = |values: &[f64]| {
            let largest = values.iter().copied().fold(0.0, f64::max);
            let missing: Vec<f64> = values.iter().map(|value| largest - value).collect();
            numeric::sum(&missing) / (values.len() - 1) as f64
        };
        Self {
            value: found.normalised.as_deref().map(value),
            approximation: Self::promise(found.approximation),
        }
    }

    /// From that of betweenness: the largest value and each that is taken from it may both be off.
    pub(super) fn promise(betweenness: Option<Approximation>) -> Option<Approximation> {
        betweenness.map(|promised| Approximation {
            epsilon: 2.0 * promised.epsilon,
            ..promised
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_four_has_four_ninths() {
        // pairs carried 0 2 2 0, of three each: (2/3 + 0 + 0 + 2/3) / 3
        let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
        let found = betweenness_centralization(&path, &BetweennessOptions::freeman());
        let found = found.expect("undirected").value.expect("four nodes");
        assert!((found - 4.0 / 9.0).abs() <= 1e-15, "{found}");
    }

    #[test]
    fn a_ring_has_none_and_a_pair_no_value() {
        let ring = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 0, 1.0)]);
        let found = betweenness_centralization(&ring, &BetweennessOptions::freeman());
        assert!(found.expect("undirected").value.expect("four nodes").abs() <= 1e-15);
        let pair = Snapshot::from_ties(2, &[(0, 1, 1.0)]);
        let found = betweenness_centralization(&pair, &BetweennessOptions::freeman());
        assert_eq!(found.expect("undirected").value, None);
    }
}
