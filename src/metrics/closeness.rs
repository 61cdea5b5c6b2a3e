//! How few steps does each stakeholder need to those whom it reaches, and how many does it reach?
//!
//! In: a snapshot, how long a tie is and which way paths run. Out: [`Closeness`].

use super::MetricError;
use super::paths::Distances;
use super::work::{Approximation, Asked, Found, PathWork};
use crate::network::{Direction, PathLength, Snapshot};

/// How closeness is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClosenessOptions {
    /// How long a tie is.
    pub path_length: PathLength,
    /// Ties, or arcs from source to target.
    pub direction: Direction,
    /// Edge visits up to which it is exact, 0 for no limit; beyond, an approximation that names its bound.
    pub work_limit: u64,
    /// The seed of the approximation.
    pub seed: u64,
}

impl ClosenessOptions {
    /// As published: every tie is one step, direction ignored (Wasserman and Faust 1994).
    #[must_use]
    pub const fn wasserman_faust() -> Self {
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

/// Closeness of each node, in node order; in the undirected view both are the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Closeness {
    /// Along paths from the others to the node.
    pub incoming: Vec<f64>,
    /// Along paths from the node to the others.
    pub outgoing: Vec<f64>,
    /// What it promises where it is not exact.
    pub approximation: Option<Approximation>,
}

/// Closeness of every stakeholder in a snapshot, corrected for those out of reach.
///
/// What it tells a hub: how directly someone reaches the others. A high value means many reached over short paths; a
/// member of a small separate piece is near to few and gets little, however tight that piece is.
///
/// # Formula
/// ```text
/// C_i = (r_i − 1)/(n − 1) · (r_i − 1)/Σ_{j reachable, j≠i} d_ij
/// r_i how many i reaches, itself included;  d_ij the length of the shortest path from i to j
/// closeness_out: from i to j;  closeness_in: from j to i, r_i those who reach i
/// ```
/// # Conventions
/// A tie is 1 long (`Hops`) or 1/strength (`InverseStrength`; strengths are taken within 1e-290 and 1e290). The first
/// factor is the correction of Wasserman and Faust for networks of several pieces. Parallel ties are added before; ties of
/// a node with itself are left out. Isolates have 0, also where n is 1. Where nodes times entries of the rows exceed
/// `work_limit`, and a sample has fewer sources than there are nodes, paths are followed from it instead, so large that
/// with a probability of 0.9 everybody's mean distance lies within 0.05 of its range; what was promised stands beside the
/// values.
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
/// NetworkX 3.6 `closeness_centrality(wf_improved=True)` (which follows incoming paths): the same. igraph 1.0 `closeness`
/// divides by r − 1 alone, so it lacks the first factor and is the same in a connected network only. Both take weights as
/// lengths.
///
/// # Example
/// ```
/// use hubscope::metrics::{ClosenessOptions, closeness};
/// use hubscope::network::Snapshot;
/// // 0 - 1 - 2: the ends are 1 + 2 steps from the 2 others, the middle 1 + 1
/// let path = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
/// let found = closeness(&path, &ClosenessOptions::wasserman_faust())?;
/// assert_eq!(found.outgoing, [2.0 / 3.0, 1.0, 2.0 / 3.0]);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social Networks 1(3), 215-239.
/// <https://doi.org/10.1016/0378-8733(78)90021-7>
///
/// Wasserman, S., Faust, K. (1994). Social Network Analysis, 200-201. Cambridge University Press.
/// <https://doi.org/10.1017/CBO9780511815478>
pub fn closeness(snapshot: &Snapshot, options: &ClosenessOptions) -> Result<Closeness, MetricError> {
    let found = options.work().sums(snapshot, Asked::Lengths, "closeness")?;
    Ok(Closeness::from_sums(&found, options.direction))
}

impl Closeness {
    pub(super) fn from_sums(found: &Found, direction: Direction) -> Self {
        let sums = &found.sums;
        let outgoing = corrected(&sums.outward);
        Self {
            incoming: match direction {
                // the same sums in another order would differ in the last digit
                Direction::Undirected => outgoing.clone(),
                Direction::Directed => corrected(&sums.inward),
            },
            outgoing,
            approximation: found.lengths,
        }
    }
}

fn corrected(distances: &Distances) -> Vec<f64> {
    let others = distances.total.len().saturating_sub(1) as f64;
    let value = |(total, reached): (&f64, &u32)| {
        let reached = f64::from(*reached);
        if reached > 0.0 {
            (reached / others) * (reached / total)
        } else {
            0.0
        }
    };
    distances.total.iter().zip(&distances.reached).map(value).collect()
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
    fn a_small_piece_counts_by_its_share() {
        // 0 - 1 - 2, 3 - 4, 5 alone; n − 1 = 5. 0: 2/5 · 2/3; 1: 2/5 · 2/2; 3: 1/5 · 1/1
        let snapshot = Snapshot::from_ties(6, &[(0, 1, 1.0), (1, 2, 1.0), (3, 4, 1.0)]);
        let found = closeness(&snapshot, &ClosenessOptions::wasserman_faust()).expect("undirected");
        close(&found.outgoing, &[4.0 / 15.0, 0.4, 4.0 / 15.0, 0.2, 0.2, 0.0]);
        close(&found.incoming, &found.outgoing);
    }

    #[test]
    fn strong_ties_are_short() {
        // 0 =(4)= 1 -(1)- 2: lengths 1/4, 1, 5/4. 0: 2/(1/4 + 5/4); 1: 2/(1/4 + 1); 2: 2/(1 + 5/4)
        let options = ClosenessOptions {
            path_length: PathLength::InverseStrength,
            ..ClosenessOptions::wasserman_faust()
        };
        let snapshot = Snapshot::from_ties(3, &[(0, 1, 4.0), (1, 2, 1.0)]);
        let found = closeness(&snapshot, &options).expect("undirected");
        close(&found.outgoing, &[2.0 / 1.5, 1.6, 2.0 / 2.25]);
    }

    #[test]
    fn paths_follow_arcs_from_source_to_target() {
        // 0 → 1 → 2: out of 0 2/2 · 2/3, out of 1 1/2 · 1/1, out of 2 nothing; inward the other way round
        let options = ClosenessOptions {
            direction: Direction::Directed,
            ..ClosenessOptions::wasserman_faust()
        };
        let snapshot = Snapshot::from_arcs(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
        let found = closeness(&snapshot, &options).expect("has arcs");
        close(&found.outgoing, &[2.0 / 3.0, 0.5, 0.0]);
        close(&found.incoming, &[0.0, 0.5, 2.0 / 3.0]);
        let ties = Snapshot::from_ties(2, &[(0, 1, 1.0)]);
        assert_eq!(
            closeness(&ties, &options),
            Err(MetricError::NoArcs { measure: "closeness" })
        );
    }

    #[test]
    fn alone_is_zero() {
        let alone = closeness(&Snapshot::from_ties(1, &[]), &ClosenessOptions::wasserman_faust());
        close(&alone.expect("undirected").outgoing, &[0.0]);
        let nobody = closeness(&Snapshot::default(), &ClosenessOptions::wasserman_faust());
        close(&nobody.expect("undirected").outgoing, &[]);
    }
}
