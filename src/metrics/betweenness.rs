//! Through whom do the shortest paths between the others lead?
//!
//! In: a snapshot, how long a tie is and which way paths run. Out: [`Betweenness`].

use super::MetricError;
use super::work::{Approximation, Asked, Found, PathWork};
use crate::network::{Direction, PathLength, Snapshot};

/// How betweenness is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BetweennessOptions {
    /// How long a tie is.
    pub path_length: PathLength,
    /// Ties, or arcs from source to target.
    pub direction: Direction,
    /// Edge visits up to which it is exact, 0 for no limit; beyond, an approximation that names its bound.
    pub work_limit: u64,
    /// The seed of the approximation.
    pub seed: u64,
}

impl BetweennessOptions {
    /// As published: every tie is one step, direction ignored (Freeman 1977).
    #[must_use]
    pub const fn freeman() -> Self {
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

/// Betweenness of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct Betweenness {
    /// Pairs of others, each counted by the share of its shortest paths that lead through the node.
    pub raw: Vec<f64>,
    /// The same over all pairs of others; `None` with fewer than three nodes, where there is no such pair.
    pub normalised: Option<Vec<f64>>,
    /// What it promises where it is not exact.
    pub approximation: Option<Approximation>,
}

/// Betweenness of every stakeholder in a snapshot.
///
/// What it tells a hub: between how many others someone stands. A high value marks a broker through whom others reach
/// each other, and a place where the network would lengthen or break; 0 means that nobody needs to pass.
///
/// # Formula
/// ```text
/// B_v = Σ_{s<t; s,t≠v} σ_st(v) / σ_st,  σ_st the number of shortest paths between s and t, σ_st(v) of them through v
/// normalised: B_v / ((n − 1)(n − 2)/2);  directed: over ordered pairs, divided by (n − 1)(n − 2)
/// ```
/// # Conventions
/// Undirected pairs count once. A tie is 1 long (`Hops`) or 1/strength (`InverseStrength`; strengths are taken within
/// 1e-290 and 1e290); two lengths are equal when they differ by at most 1e-12 relative to the larger, and nodes settle in
/// order of (length, index). Parallel ties are added before; ties of a node with itself are left out. Pairs without a
/// path add nothing. Isolates have 0 and count among the n. Where nodes times entries of the rows exceed `work_limit`
/// and there are more nodes than the 400 sweeps that a sample is worth, random shortest paths are drawn instead, until
/// with a probability of 0.9 every normalised value lies within 0.01 of the exact one; what was promised stands beside the
/// values.
///
/// # Returns
/// One value per node, in node order: pairs, from 0 to (n − 1)(n − 2)/2, and a share from 0 to 1, which is undefined for
/// n < 3.
///
/// # Complexity
/// By hops O(n m), by inverse strength O(n (m + n) log n), memory O(n + m) per shard; 64 fixed shards of sources in
/// parallel, added in order. Deterministic, the same bytes on any number of threads.
///
/// # Errors
/// [`MetricError::NoArcs`] where direction is asked for and the layer has no arcs.
///
/// # Agreement
/// NetworkX 3.6 `betweenness_centrality` and igraph 1.0 `betweenness`: the same by hops. By inverse strength both take
/// weights as lengths; NetworkX tells lengths apart that differ by rounding alone. NetworKit counts undirected pairs
/// twice.
///
/// # Example
/// ```
/// use hubscope::metrics::{BetweennessOptions, betweenness};
/// use hubscope::network::Snapshot;
/// // the middle of a star stands between all three pairs of leaves
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// let found = betweenness(&star, &BetweennessOptions::freeman())?;
/// assert_eq!(found.raw, [3.0, 0.0, 0.0, 0.0]);
/// assert_eq!(found.normalised, Some(vec![1.0, 0.0, 0.0, 0.0]));
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1), 35-41.
/// <https://doi.org/10.2307/3033543>
///
/// Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25(2), 163-177.
/// <https://doi.org/10.1080/0022250X.2001.9990249>
///
/// Borassi, M., Natale, E. (2019). KADABRA is an adaptive algorithm for betweenness via random approximation. ACM
/// Journal of Experimental Algorithmics 24, 1.2. <https://doi.org/10.1145/3284359>
pub fn betweenness(snapshot: &Snapshot, options: &BetweennessOptions) -> Result<Betweenness, MetricError> {
    let found = options.work().sums(snapshot, Asked::Dependency, "betweenness")?;
    Ok(Betweenness::from_sums(&found, options.direction))
}

impl Betweenness {
    pub(super) fn from_sums(found: &Found, direction: Direction) -> Self {
        let sums = &found.sums;
        // undirected, every pair was met from both its ends
        let ways = match direction {
            Direction::Undirected => 2.0,
            Direction::Directed => 1.0,
        };
        let nodes = sums.dependency.len();
        let raw: Vec<f64> = sums.dependency.iter().map(|sum| sum / ways).collect();
        let normalised = (nodes >= 3).then(|| {
            let pairs = (nodes - 1) as f64 * (nodes - 2) as f64 / ways;
            raw.iter().map(|value| value / pairs).collect()
        });
        Self {
            raw,
            normalised,
            approximation: found.dependency,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(path_length: PathLength) -> BetweennessOptions {
        BetweennessOptions {
            path_length,
            ..BetweennessOptions::freeman()
        }
    }

    fn close(values: &[f64], expected: &[f64]) {
        assert_eq!(values.len(), expected.len());
        for (value, expected) in values.iter().zip(expected) {
            assert!((value - expected).abs() <= 1e-12, "{value} is not {expected}");
        }
    }

    #[test]
    fn paths_of_equal_length_share_a_pair() {
        // a ring of four: each pair of opposite nodes has two paths, so each node carries half a pair
        let ring = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 0, 1.0)]);
        let found = betweenness(&ring, &BetweennessOptions::freeman()).expect("undirected");
        close(&found.raw, &[0.5; 4]);
        close(&found.normalised.expect("four nodes"), &[0.5 / 3.0; 4]);
    }

    #[test]
    fn three_tenths_equal_a_tenth_and_two_tenths() {
        // 0-1 is 0.1 long, 1-2 0.2, 0-2 0.3: as doubles 0.1 + 0.2 > 0.3, yet 0 and 2 have two shortest paths,
        // one of them through 1: half a pair. The other pairs are nearest directly
        let snapshot = Snapshot::from_ties(3, &[(0, 1, 10.0), (1, 2, 5.0), (0, 2, 1.0 / 0.3)]);
        let found = betweenness(&snapshot, &by(PathLength::InverseStrength)).expect("undirected");
        close(&found.raw, &[0.0, 0.5, 0.0]);
    }

    #[test]
    fn strong_ties_draw_paths_from_a_weak_one() {
        // 0-2 is 1 long; by way of 1 it is 1/4 + 1/4, so the pair goes through 1
        let snapshot = Snapshot::from_ties(3, &[(0, 1, 4.0), (1, 2, 4.0), (0, 2, 1.0)]);
        close(
            &betweenness(&snapshot, &by(PathLength::InverseStrength))
                .expect("undirected")
                .raw,
            &[0.0, 1.0, 0.0],
        );
        close(
            &betweenness(&snapshot, &by(PathLength::Hops)).expect("undirected").raw,
            &[0.0; 3],
        );
    }

    #[test]
    fn arcs_count_ordered_pairs() {
        // 0 → 1 → 2 → 0: 0→2 goes through 1, 1→0 through 2, 2→1 through 0; over (3 − 1)(3 − 2) = 2
        let options = BetweennessOptions {
            direction: Direction::Directed,
            ..BetweennessOptions::freeman()
        };
        let found = betweenness(
            &Snapshot::from_arcs(3, &[(0, 1, 1.0), (1, 2, 1.0), (2, 0, 1.0)]),
            &options,
        );
        let found = found.expect("has arcs");
        close(&found.raw, &[1.0; 3]);
        close(&found.normalised.expect("three nodes"), &[0.5; 3]);
    }

    #[test]
    fn more_paths_than_a_double_can_count() {
        // a chain of k diamonds a_i - {b_i, c_i} - a_(i+1), 3k + 1 nodes, 2^k shortest paths from end to end.
        // a_i cuts 3i nodes from 3(k − i): it carries 3i · 3(k − i), and half of the pair b_i c_i on each side of it
        // (both neighbours of the pair carry half) that exists; b_i carries half of the pairs across its diamond
        // other than with c_i: (3i + 1)(3(k − i − 1) + 1)/2
        let k = 1000;
        let mut ties = Vec::new();
        for i in 0..k {
            for middle in [3 * i + 1, 3 * i + 2] {
                ties.push((3 * i, middle, 1.0));
                ties.push((middle, 3 * i + 3, 1.0));
            }
        }
        let nodes = 3 * k + 1;
        let expected: Vec<f64> = (0..nodes)
            .map(|node| {
                let (i, rest) = (f64::from(node / 3), f64::from(k - node / 3));
                if node % 3 == 0 {
                    let beside = f64::from(node > 0) + f64::from(node < nodes - 1);
                    9.0 * i * rest + beside / 2.0
                } else {
                    (3.0 * i + 1.0) * (3.0 * (rest - 1.0) + 1.0) / 2.0
                }
            })
            .collect();
        let found = betweenness(&Snapshot::from_ties(nodes, &ties), &BetweennessOptions::freeman());
        for (value, expected) in found.expect("undirected").raw.iter().zip(&expected) {
            assert!(
                (value - expected).abs() <= 1e-9 * expected.max(1.0),
                "{value} is not {expected}"
            );
        }
    }

    #[test]
    fn fewer_than_three_nodes_have_no_pair_of_others() {
        let pair = betweenness(&Snapshot::from_ties(2, &[(0, 1, 1.0)]), &BetweennessOptions::freeman());
        let pair = pair.expect("undirected");
        close(&pair.raw, &[0.0, 0.0]);
        assert_eq!(pair.normalised, None);
    }
}
