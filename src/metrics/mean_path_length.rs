//! How far are those who can reach each other from each other?
//!
//! In: a snapshot, how long a tie is and which way paths run. Out: [`MeanPathLength`], the mean and the largest distance.

use super::work::{Approximation, Asked, Found};
use super::{ClosenessOptions, MetricError};
use crate::network::Snapshot;
use crate::numeric;

/// Distances over the pairs that have a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanPathLength {
    /// Their mean.
    pub mean: Option<f64>,
    /// The largest: the diameter.
    pub diameter: Option<f64>,
    /// What the mean promises where it is not exact; then there is no diameter, which a sample can only miss.
    pub approximation: Option<Approximation>,
}

/// Mean path length and diameter of a snapshot.
///
/// What it tells a hub: through how many hands news passes between two stakeholders that can reach each other, on average
/// and at worst. Read it beside the share of the largest component: a network of small separate pieces has short paths
/// too.
///
/// # Formula
/// ```text
/// mean = Σ_{i≠j, i reaches j} d_ij / |{i≠j, i reaches j}|,  diameter = max_{i reaches j} d_ij
/// d_ij the length of the shortest path from i to j
/// ```
/// # Conventions
/// The options are those of closeness: a tie is 1 long (`Hops`) or 1/strength (`InverseStrength`), along ties or along
/// arcs. Pairs without a path are left out, so isolates do not count.
///
/// # Returns
/// Two lengths, 1 and up by hops, above 0 by inverse strength; undefined where no two are tied. Beyond the work limit the
/// mean is an approximation and the diameter undefined.
///
/// # Complexity
/// As closeness. Deterministic.
///
/// # Errors
/// [`MetricError::NoArcs`] where direction is asked for and the layer has no arcs.
///
/// # Agreement
/// igraph 1.0 `average_path_length` and `diameter` with `unconn=True`, NetworkX 3.6 `average_shortest_path_length` and
/// `diameter` on a connected network: the same; both take weights as lengths.
///
/// # Example
/// ```
/// use hubscope::metrics::{ClosenessOptions, mean_path_length};
/// use hubscope::network::Snapshot;
/// // 0 - 1 - 2 and 3 alone: pairs at 1, 1 and 2 steps
/// let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0)]);
/// let found = mean_path_length(&path, &ClosenessOptions::wasserman_faust())?;
/// assert_eq!(found.mean, Some(4.0 / 3.0));
/// assert_eq!(found.diameter, Some(2.0));
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Watts, D. J., Strogatz, S. H. (1998). Collective dynamics of 'small-world' networks. Nature 393, 440-442.
/// <https://doi.org/10.1038/30918>
///
/// Wasserman, S., Faust, K. (1994). Social Network Analysis, 110-112. Cambridge University Press.
/// <https://doi.org/10.1017/CBO9780511815478>
pub fn mean_path_length(snapshot: &Snapshot, options: &ClosenessOptions) -> Result<MeanPathLength, MetricError> {
    let found = options.work().sums(snapshot, Asked::Lengths, "mean_path_length")?;
    Ok(MeanPathLength::from_sums(&found))
}

impl MeanPathLength {
    pub(super) fn from_sums(found: &Found) -> Self {
        let sums = &found.sums;
        let pairs: u64 = sums.outward.reached.iter().map(|&reached| u64::from(reached)).sum();
        Self {
            mean: (pairs > 0).then(|| numeric::sum(&sums.outward.total) / pairs as f64),
            diameter: (pairs > 0 && found.lengths.is_none()).then_some(sums.longest),
            approximation: found.lengths,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{Direction, PathLength};

    #[test]
    fn strong_ties_are_short() {
        // 0 =(4)= 1 -(1)- 2: lengths 1/4, 1 and 5/4
        let options = ClosenessOptions {
            path_length: PathLength::InverseStrength,
            ..ClosenessOptions::wasserman_faust()
        };
        let snapshot = Snapshot::from_ties(3, &[(0, 1, 4.0), (1, 2, 1.0)]);
        let found = mean_path_length(&snapshot, &options).expect("undirected");
        assert!((found.mean.expect("has ties") - 2.5 / 3.0).abs() <= 1e-15);
        assert_eq!(found.diameter, Some(1.25));
    }

    #[test]
    fn along_arcs_only_those_reached_count() {
        // 0 → 1 → 2: 1, 1 and 2 steps forth, no way back
        let options = ClosenessOptions {
            direction: Direction::Directed,
            ..ClosenessOptions::wasserman_faust()
        };
        let snapshot = Snapshot::from_arcs(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
        let found = mean_path_length(&snapshot, &options).expect("has arcs");
        assert_eq!(found.mean, Some(4.0 / 3.0));
        assert_eq!(found.diameter, Some(2.0));
    }

    #[test]
    fn without_a_tie_there_is_no_distance() {
        let found = mean_path_length(&Snapshot::from_ties(3, &[]), &ClosenessOptions::wasserman_faust());
        let none = MeanPathLength {
            mean: None,
            diameter: None,
            approximation: None,
        };
        assert_eq!(found, Ok(none));
    }
}
