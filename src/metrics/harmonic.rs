//! How near does each stakeholder stand to all others?
//!
//! In: a snapshot, how long a tie is and which way paths run. Out: [`Harmonic`].

use super::MetricError;
use super::work::{Approximation, Asked, Found, PathWork};
use crate::network::{Direction, PathLength, Snapshot};

/// How harmonic centrality is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HarmonicOptions {
    /// How long a tie is.
    pub path_length: PathLength,
    /// Ties, or arcs from source to target.
    pub direction: Direction,
    /// Edge visits up to which it is exact, 0 for no limit; beyond, an approximation that names its bound.
    pub work_limit: u64,
    /// The seed of the approximation.
    pub seed: u64,
}

impl HarmonicOptions {
    /// As published: every tie is one step, direction ignored (Rochat 2009).
    #[must_use]
    pub const fn rochat() -> Self {
        Self {
            path_length: PathLength::Hops,
            direction: Direction::Undirected,
            work_limit: 0,
            seed: 1,
        }
    }

    pub(super) const fn work(self) -> PathWork {
        PathWork {
            path_length: self.path_length,
            direction: self.direction,
            work_limit: self.work_limit,
            seed: self.seed,
        }
    }
}

/// Harmonic centrality of each node, in node order; in the undirected view both are the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Harmonic {
    /// Along paths from the others to the node.
    pub incoming: Vec<f64>,
    /// Along paths from the node to the others.
    pub outgoing: Vec<f64>,
    /// What it promises where it is not exact.
    pub approximation: Option<Approximation>,
}

/// Harmonic centrality of every stakeholder in a snapshot.
///
/// What it tells a hub: how quickly news from someone reaches everybody. A high value means near to all; those whom no
/// path reaches count nothing instead of making the figure meaningless, so it holds in a network of several pieces.
///
/// # Formula
/// ```text
/// H_i = Σ_{j≠i} 1/d_ij / (n − 1),  d_ij the length of the shortest path from i to j, 1/∞ = 0
/// harmonic_out: from i to j;  harmonic_in: from j to i
/// ```
/// # Conventions
/// A tie is 1 long (`Hops`) or 1/strength (`InverseStrength`; strengths are taken within 1e-290 and 1e290). Parallel ties
/// are added before; ties of a node with itself are left out. Isolates have 0, also where n is 1. Where nodes
/// times entries of the rows exceed `work_limit`, and a sample has fewer sources than there are nodes, paths are followed
/// from it instead, so large that with a probability of 0.9 everybody's mean nearness lies within 0.05 of its range; what
/// was promised stands beside the values.
///
/// # Returns
/// One value per node, in node order; from 0 to 1 by hops, from 0 up to the largest strength by inverse strength; never
/// undefined.
///
/// # Complexity
/// By hops O(n m / 512) on machine words, by inverse strength O(n (m + n) log n); memory O(n + m) per thread. Fixed
/// shards of sources in parallel, added in order. Deterministic, the same bytes on any number of threads.
///
/// # Errors
/// [`MetricError::NoArcs`] where direction is asked for and the layer has no arcs.
///
/// # Agreement
/// igraph 1.0 `harmonic_centrality(normalized=True, mode=…)` and NetworkX 3.6 `harmonic_centrality` divided by n − 1
/// (which follows incoming paths): the same; both take weights as lengths.
///
/// # Example
/// ```
/// use hubscope::metrics::{HarmonicOptions, harmonic};
/// use hubscope::network::Snapshot;
/// // 0 - 1 - 2: the end is 1 and 2 steps from the others, (1 + 1/2) / 2; the middle 1 and 1
/// let path = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
/// assert_eq!(harmonic(&path, &HarmonicOptions::rochat())?.outgoing, [0.75, 1.0, 0.75]);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Marchiori, M., Latora, V. (2000). Harmony in the small-world. Physica A 285, 539-546.
/// <https://doi.org/10.1016/S0378-4371(00)00311-3>
///
/// Rochat, Y. (2009). Closeness centrality extended to unconnected graphs: the harmonic centrality index. Applications
/// of Social Network Analysis, Zürich.
///
/// Boldi, P., Vigna, S. (2014). Axioms for centrality. Internet Mathematics 10, 222-262.
/// <https://doi.org/10.1080/15427951.2013.865686>
pub fn harmonic(snapshot: &Snapshot, options: &HarmonicOptions) -> Result<Harmonic, MetricError> {
    let found = options.work().sums(snapshot, Asked::Lengths, "harmonic")?;
    Ok(Harmonic::from_sums(&found, options.direction))
}

impl Harmonic {
    pub(super) fn from_sums(found: &Found, direction: Direction) -> Self {
        let sums = &found.sums;
        let others = sums.outward.inverse.len().saturating_sub(1).max(1) as f64;
        let mean = |sums: &[f64]| sums.iter().map(|sum| sum / others).collect();
        let outgoing: Vec<f64> = mean(&sums.outward.inverse);
        Self {
            incoming: match direction {
                // the same sums in another order would differ in the last digit
                Direction::Undirected => outgoing.clone(),
                Direction::Directed => mean(&sums.inward.inverse),
            },
            outgoing,
            approximation: found.lengths,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(values: &[f64], expected: &[f64]) {
        assert_eq!(values.len(), expected.len());
        for (value, expected) in values.iter().zip(expected) {
            assert!((value - expected).abs() <= 1e-15, "{value} is not {expected}");
        }
    }

    #[test]
    fn strong_ties_are_short() {
        // 0 =(4)= 1 -(1)- 2: lengths 1/4, 1, 5/4; n − 1 = 3 as 3 is alone.
        // 0: (4 + 4/5)/3 = 1.6; 1: (4 + 1)/3; 2: (1 + 4/5)/3 = 0.6
        let options = HarmonicOptions {
            path_length: PathLength::InverseStrength,
            ..HarmonicOptions::rochat()
        };
        let snapshot = Snapshot::from_ties(4, &[(0, 1, 4.0), (1, 2, 1.0)]);
        let found = harmonic(&snapshot, &options).expect("undirected");
        close(&found.outgoing, &[1.6, 5.0 / 3.0, 0.6, 0.0]);
    }

    #[test]
    fn paths_follow_arcs_from_source_to_target() {
        // 0 → 1 → 2: out of 0 (1 + 1/2)/2, out of 1 1/2, out of 2 nothing; inward the other way round
        let options = HarmonicOptions {
            direction: Direction::Directed,
            ..HarmonicOptions::rochat()
        };
        let snapshot = Snapshot::from_arcs(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
        let found = harmonic(&snapshot, &options).expect("has arcs");
        close(&found.outgoing, &[0.75, 0.5, 0.0]);
        close(&found.incoming, &[0.0, 0.5, 0.75]);
        let ties = Snapshot::from_ties(2, &[(0, 1, 1.0)]);
        assert_eq!(
            harmonic(&ties, &options),
            Err(MetricError::NoArcs { measure: "harmonic" })
        );
    }

    #[test]
    fn alone_is_zero() {
        let alone = Snapshot::from_ties(1, &[]);
        close(
            &harmonic(&alone, &HarmonicOptions::rochat())
                .expect("undirected")
                .outgoing,
            &[0.0],
        );
        close(
            &harmonic(&Snapshot::default(), &HarmonicOptions::rochat())
                .expect("undirected")
                .outgoing,
            &[],
        );
    }
}
