//! Whom does a walk along ties come by most often?
//!
//! In: a snapshot and which way walks run. Out: [`PageRank`].

use super::MetricError;
use super::paths::Routes;
use super::strength::sums;
use super::tie_matrix::{Counting, TieMatrix, in_parallel};
use crate::network::{Direction, Snapshot};
use crate::numeric;

/// The probability with which the walk goes on along a tie, as published; otherwise it starts anew anywhere.
pub const DAMPING: f64 = 0.85;

/// The largest sum of absolute differences between the two sides of the equation.
const RESIDUAL: f64 = 1e-12;

/// How `PageRank` is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRankOptions {
    /// Walks along ties, or along arcs from source to target.
    pub direction: Direction,
}

/// The `PageRank` of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct PageRank {
    /// Shares of the visits, which add up to 1.
    pub values: Vec<f64>,
}

/// `PageRank` of every stakeholder in a snapshot.
///
/// What it tells a hub: who is sought by those who are sought, in all pieces of the network alike. Along ties it follows
/// strength closely; along arcs it tells who is named by those who are named.
///
/// # Formula
/// ```text
/// x_i = d (Σ_j x_j w_ji / s_j + Σ_{j without a tie that leaves} x_j / n) + (1 − d)/n,  d = 0.85
/// w_ji the strength of the tie from j to i, s_j the sum of the strengths that leave j
/// ```
/// # Conventions
/// Strength-weighted; undirected, ties lead both ways. Who has no tie that leaves passes the walk on to all alike; so
/// isolates share the least value. Parallel ties are added before, ties of a node with itself are left out.
///
/// # Returns
/// One share per node, in node order, above 0; they add up to 1. Never undefined.
///
/// # Complexity
/// O(n + m) a step, or the participations where those are fewer than ties; about 50 steps along ties (Chebyshev's
/// acceleration, for the walk is reversible) and 180 along arcs, until the two sides of the equation differ by 1e-12 in
/// all. In parallel over nodes. Deterministic.
///
/// # Errors
/// [`MetricError::NoArcs`] where direction is asked for and the layer has no arcs.
///
/// # Agreement
/// NetworkX 3.6 `pagerank(weight=…)` with a tolerance below its default of 1e-6 per node, and igraph 1.0
/// `pagerank(weights=…)`: the same. petgraph's update rule differs.
///
/// # Example
/// ```
/// use hubscope::metrics::{PageRankOptions, pagerank};
/// use hubscope::network::{Direction, Snapshot};
/// // a pair and an isolate z: x = d (x + z/3) + 0.05 and z = d z/3 + 0.05, so z = 0.05/(1 − 0.85/3)
/// let pair = Snapshot::from_ties(3, &[(0, 1, 1.0)]);
/// let values = pagerank(&pair, &PageRankOptions { direction: Direction::Undirected })?.values;
/// let alone = 0.05 / (1.0 - 0.85 / 3.0);
/// assert!((values[2] - alone).abs() < 1e-12);
/// assert!((values[0] - (1.0 - alone) / 2.0).abs() < 1e-12);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Brin, S., Page, L. (1998). The anatomy of a large-scale hypertextual web search engine. Computer Networks and ISDN
/// Systems 30, 107-117. <https://doi.org/10.1016/S0169-7552(98)00110-X>
pub fn pagerank(snapshot: &Snapshot, options: &PageRankOptions) -> Result<PageRank, MetricError> {
    let leaving = sums(Routes::of(snapshot, options.direction, "pagerank")?.out);
    Ok(match (options.direction, snapshot.arcs()) {
        (Direction::Directed, Some(arcs)) => PageRank::along(&leaving, Direction::Directed, |shares| {
            in_parallel(shares.len(), |node| {
                let arriving = arcs.into.row(node);
                arriving
                    .map(|(source, strength)| strength * shares[source as usize])
                    .sum()
            })
        }),
        _ => PageRank::along_ties(&TieMatrix::of(snapshot, Counting::Strengths), &leaving),
    })
}

impl PageRank {
    pub(super) fn along_ties(matrix: &TieMatrix<'_>, strength: &[f64]) -> Self {
        Self::along(strength, Direction::Undirected, |shares| matrix.times(shares))
    }

    /// Solves z = d Wᵀ(z/s) + 1, whose solution is the `PageRank` but for its sum: what those without a tie that leaves
    /// pass on reaches all alike, so it changes that sum alone.
    fn along(leaving: &[f64], direction: Direction, times: impl Fn(&[f64]) -> Vec<f64>) -> Self {
        let mut before = vec![0.0; leaving.len()];
        let mut values = vec![1.0; leaving.len()];
        let mut pace = 1.0;
        loop {
            let share = |(value, strength): (&f64, &f64)| if *strength > 0.0 { value / strength } else { 0.0 };
            let shares: Vec<f64> = values.iter().zip(leaving).map(share).collect();
            let mut next = times(&shares);
            next.iter_mut().for_each(|arrives| *arrives = DAMPING * *arrives + 1.0);
            let residual = numeric::sum_over(next.len(), |node| (next[node] - values[node]).abs());
            let sum = numeric::sum(&values);
            // in shares of the sum the two sides differ by at most twice this
            if 2.0 * residual <= RESIDUAL * sum {
                values.iter_mut().for_each(|value| *value /= sum);
                return Self { values };
            }
            for (next, before) in next.iter_mut().zip(&before) {
                *next = pace * (*next - before) + before;
            }
            (before, values) = (values, next);
            pace = match direction {
                Direction::Undirected if pace > 1.0 => 1.0 / (1.0 - DAMPING * DAMPING * pace / 4.0),
                Direction::Undirected => 1.0 / (1.0 - DAMPING * DAMPING / 2.0),
                Direction::Directed => 1.0,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(snapshot: &Snapshot, direction: Direction) -> Vec<f64> {
        pagerank(snapshot, &PageRankOptions { direction })
            .expect("arcs where directed")
            .values
    }

    #[test]
    fn arcs_are_followed_and_those_who_name_nobody_pass_on_to_all() {
        // 0 → 1, and 2 alone: x0 = x2 = c with c = d (x1 + x2)/3 + 0.05, x1 = c + d c. Sum 1: c (3 + d) = 1
        let found = values(&Snapshot::from_arcs(3, &[(0, 1, 7.0)]), Direction::Directed);
        let least = 1.0 / (3.0 + DAMPING);
        for (value, expected) in found.iter().zip([least, least * (1.0 + DAMPING), least]) {
            assert!((value - expected).abs() <= 1e-13, "{value} is not {expected}");
        }
    }

    #[test]
    fn the_weakest_ties_there_are_pass_on_all_the_same() {
        let found = values(&Snapshot::from_ties(2, &[(0, 1, 1e-310)]), Direction::Undirected);
        assert_eq!(found, [0.5, 0.5]);
    }

    #[test]
    fn strength_draws_the_walk() {
        // 1 -3- 0 -1- 2: x0 = d (x1 + x2) + e, x1 = d (3/4) x0 + e, x2 = d (1/4) x0 + e with e = 0.15/3
        let found = values(
            &Snapshot::from_ties(3, &[(0, 1, 3.0), (0, 2, 1.0)]),
            Direction::Undirected,
        );
        let middle = (0.05 + DAMPING * 0.1) / (1.0 - DAMPING * DAMPING);
        let expected = [middle, DAMPING * 0.75 * middle + 0.05, DAMPING * 0.25 * middle + 0.05];
        for (value, expected) in found.iter().zip(expected) {
            assert!((value - expected).abs() <= 1e-13, "{value} is not {expected}");
        }
    }

    #[test]
    fn without_ties_all_are_alike_and_without_arcs_it_is_an_error() {
        let alone = Snapshot::from_ties(4, &[]);
        assert_eq!(values(&alone, Direction::Undirected), [0.25; 4]);
        assert!(values(&Snapshot::default(), Direction::Undirected).is_empty());
        let directed = PageRankOptions {
            direction: Direction::Directed,
        };
        assert_eq!(
            pagerank(&alone, &directed),
            Err(MetricError::NoArcs { measure: "pagerank" })
        );
    }
}
