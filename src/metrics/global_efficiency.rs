//! How directly can the stakeholders reach each other, all together?
//!
//! In: a snapshot, how long a tie is and which way paths run. Out: one figure for the network.

use super::work::{Approximation, Asked, Found};
use super::{HarmonicOptions, MetricError};
use crate::network::Snapshot;
use crate::numeric;

/// Global efficiency of a network.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GlobalEfficiency {
    /// The mean of 1/distance over all pairs; `None` where there is no pair.
    pub value: Option<f64>,
    /// What it promises where it is not exact.
    pub approximation: Option<Approximation>,
}

/// Global efficiency of a snapshot: the mean of harmonic centrality.
///
/// What it tells a hub: how near two stakeholders drawn at random are on average, where being out of reach counts as 0.
/// It rises when a tie joins two pieces and when it makes a long way short, so it can be compared through time even
/// where the network falls apart.
///
/// # Formula
/// ```text
/// E = Σ_{i≠j} 1/d_ij / (n (n − 1)),  d_ij the length of the shortest path from i to j, 1/∞ = 0
/// ```
/// # Conventions
/// The options are those of harmonic centrality: a tie is 1 long (`Hops`) or 1/strength (`InverseStrength`), along ties or
/// along arcs; beyond the work limit an approximation. It is not divided by the efficiency of an ideal network. Isolates count.
///
/// # Returns
/// One figure, from 0 to 1 by hops, from 0 up to the largest strength by inverse strength; undefined for n < 2.
///
/// # Complexity
/// As harmonic centrality. Deterministic.
///
/// # Errors
/// [`MetricError::NoArcs`] where direction is asked for and the layer has no arcs.
///
/// # Agreement
/// NetworkX 3.6 `global_efficiency` (undirected, by hops): the same, and by any length the mean of `harmonic_centrality`
/// over n − 1.
///
/// # Example
/// ```
/// use hubscope::metrics::{HarmonicOptions, global_efficiency};
/// use hubscope::network::Snapshot;
/// // 0 - 1 - 2: pairs at 1, 1 and 2 steps, (1 + 1 + 1/2) / 3
/// let path = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
/// assert_eq!(global_efficiency(&path, &HarmonicOptions::rochat())?.value, Some(2.5 / 3.0));
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Latora, V., Marchiori, M. (2001). Efficient behavior of small-world networks. Physical Review Letters 87, 198701.
/// <https://doi.org/10.1103/PhysRevLett.87.198701>
pub fn global_efficiency(snapshot: &Snapshot, options: &HarmonicOptions) -> Result<GlobalEfficiency, MetricError> {
    let found = options.work().sums(snapshot, Asked::Lengths, "global_efficiency")?;
    Ok(GlobalEfficiency::from_sums(&found))
}

impl GlobalEfficiency {
    pub(super) fn from_sums(found: &Found) -> Self {
        let nearness = &found.sums.outward.inverse;
        let nodes = nearness.len() as f64;
        Self {
            value: (nearness.len() >= 2).then(|| numeric::sum(nearness) / (nodes * (nodes - 1.0))),
            approximation: found.lengths,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{Direction, PathLength};

    #[test]
    fn pairs_out_of_reach_count_nothing() {
        // 0 =(4)= 1 -(1)- 2 and 3 alone: lengths 1/4, 1, 5/4, so (4 + 1 + 4/5) over six pairs
        let options = HarmonicOptions {
            path_length: PathLength::InverseStrength,
            ..HarmonicOptions::rochat()
        };
        let found = global_efficiency(&Snapshot::from_ties(4, &[(0, 1, 4.0), (1, 2, 1.0)]), &options);
        let found = found.expect("undirected").value.expect("four nodes");
        assert!((found - 5.8 / 6.0).abs() <= 1e-15, "{found}");
    }

    #[test]
    fn along_arcs_ordered_pairs_count() {
        // 0 → 1 → 2: 1, 1 and 1/2 of six ordered pairs
        let options = HarmonicOptions {
            direction: Direction::Directed,
            ..HarmonicOptions::rochat()
        };
        let found = global_efficiency(&Snapshot::from_arcs(3, &[(0, 1, 1.0), (1, 2, 1.0)]), &options);
        let found = found.expect("has arcs").value.expect("three nodes");
        assert!((found - 2.5 / 6.0).abs() <= 1e-15, "{found}");
    }

    #[test]
    fn there_is_no_pair_under_two_nodes() {
        for nodes in [0, 1] {
            let found = global_efficiency(&Snapshot::from_ties(nodes, &[]), &HarmonicOptions::rochat());
            assert_eq!(found.expect("undirected").value, None);
        }
    }
}
