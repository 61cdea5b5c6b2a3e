//! Exact or approximate?
//!
//! In: how much an exact sweep over all shortest paths visits, predicted from the snapshot alone, and a limit. Out:
//! whether it is exact, and for what is not the [`Approximation`] that goes with it: never silently.

use super::paths::{
    PathSums, Promise, Routes, SWEEPS, Wanted, path_sums, sampled_betweenness, sampled_lengths, sources_needed,
};
use super::{MetricError, components};
use crate::network::{Direction, PathLength, Snapshot};

/// What an approximation promises: all values of the measure together lie within `epsilon` of the exact ones with a
/// probability of at least 1 − `delta`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Approximation {
    /// The largest error, in the unit that the measure states.
    pub epsilon: f64,
    /// The probability that some value lies further off.
    pub delta: f64,
    /// How many paths or sources were drawn.
    pub samples: u64,
    /// Which of the two.
    pub drawn: Drawn,
}

/// What was drawn for an approximation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// Shortest paths between random pairs; `epsilon` is in the unit of normalised betweenness.
    Paths,
    /// Stakeholders from whom all distances were measured; `epsilon` is the part of their range by which mean distance
    /// and mean nearness may be off.
    Sources,
}

impl Approximation {
    /// The largest error of normalised betweenness.
    pub const EPSILON: f64 = 0.01;

    /// The largest error of mean distances and mean nearness, over their range.
    pub const LENGTH_EPSILON: f64 = 0.05;

    /// The probability of a larger error.
    pub const DELTA: f64 = 0.1;
}

/// The edge visits of exact sweeps from every node: nodes times the entries of the rows that paths follow, 2m for m ties
/// or the number of arcs.
///
/// A function of the snapshot alone, whatever the machine. The kernels visit less: twins are swept once, ties of events
/// are not written down (by hops) or mostly left out (by inverse strength).
///
/// ```
/// use hubscope::metrics::predicted_work;
/// use hubscope::network::{Direction, Snapshot};
/// let path = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
/// assert_eq!(predicted_work(&path, Direction::Undirected), 3 * 4);
/// ```
#[must_use]
pub fn predicted_work(snapshot: &Snapshot, direction: Direction) -> u64 {
    let entries = match (direction, snapshot.arcs()) {
        (Direction::Directed, Some(arcs)) => arcs.out.entries(),
        _ => snapshot.ties().entries(),
    };
    (snapshot.node_count() as u64).saturating_mul(entries as u64)
}

/// Whether so much work is more than a limit; 0 is no limit.
#[must_use]
pub const fn exceeds(work: u64, limit: u64) -> bool {
    limit > 0 && work > limit
}

/// Which shortest paths a measure looks at, and how much work they are worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PathWork {
    pub path_length: PathLength,
    pub direction: Direction,
    pub work_limit: u64,
    pub seed: u64,
}

/// Sums over shortest paths, and what they promise where they are not exact.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub sums: PathSums,
    /// Of distances.
    pub lengths: Option<Approximation>,
    /// Of dependencies, over all ordered pairs of others.
    pub dependency: Option<Approximation>,
}

/// What of [`Found`] is asked for; the rest may stay 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Lengths,
    Dependency,
    Both,
}

impl PathWork {
    /// The sums, exact where that is within the limit or costs no more than a sample; `measure` asks.
    pub(super) fn sums(self, snapshot: &Snapshot, asked: Asked, measure: &'static str) -> Result<Found, MetricError> {
        let routes = Routes::of(snapshot, self.direction, measure)?;
        if self.is_within_limit(snapshot) || self.sampled_sweeps(snapshot, asked) >= snapshot.node_count() {
            let wanted = match asked {
                Asked::Lengths => Wanted::Lengths,
                Asked::Dependency | Asked::Both => Wanted::LengthsAndDependencies,
            };
            return Ok(Found {
                sums: path_sums(&routes, self.path_length, wanted),
                lengths: None,
                dependency: None,
            });
        }
        Ok(self.sampled(snapshot, &routes, asked))
    }

    /// Whether exact sweeps are within the limit.
    pub(super) fn is_within_limit(self, snapshot: &Snapshot) -> bool {
        !exceeds(predicted_work(snapshot, self.direction), self.work_limit)
    }

    /// To how many sweeps from one node a sample comes; exact are as many as there are nodes.
    fn sampled_sweeps(self, snapshot: &Snapshot, asked: Asked) -> usize {
        let lengths = || {
            let sources = sources_needed(&components(snapshot), self.promise(Approximation::LENGTH_EPSILON));
            // along the arcs and against them
            match self.direction {
                Direction::Directed => 2 * sources,
                Direction::Undirected => sources,
            }
        };
        match asked {
            Asked::Lengths => lengths(),
            Asked::Dependency => SWEEPS,
            Asked::Both => lengths() + SWEEPS,
        }
    }

    fn sampled(self, snapshot: &Snapshot, routes: &Routes, asked: Asked) -> Found {
        let mut found = Found {
            sums: PathSums::zero(snapshot.node_count()),
            lengths: None,
            dependency: None,
        };
        if asked != Asked::Dependency {
            let pieces = components(snapshot);
            let promise = self.promise(Approximation::LENGTH_EPSILON);
            let sample = sampled_lengths(routes, self.path_length, &pieces, promise);
            found.sums = sample.sums;
            found.lengths = sample.approximation;
        }
        if asked != Asked::Lengths {
            let sample = sampled_betweenness(routes, self.path_length, self.promise(Approximation::EPSILON));
            let others = snapshot.node_count() as f64 - 1.0;
            let pairs = others * (others - 1.0);
            found.sums.dependency = sample.normalised.iter().map(|share| share * pairs).collect();
            found.dependency = Some(sample.approximation);
        }
        found
    }

    const fn promise(self, epsilon: f64) -> Promise {
        Promise {
            epsilon,
            delta: Approximation::DELTA,
            seed: self.seed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_nodes_times_what_paths_can_follow() {
        // 4 nodes; arcs 0 → 1, 1 → 0, 1 → 2: three arcs, two ties
        let snapshot = Snapshot::from_arcs(4, &[(0, 1, 1.0), (1, 0, 1.0), (1, 2, 1.0)]);
        assert_eq!(predicted_work(&snapshot, Direction::Directed), 12);
        assert_eq!(predicted_work(&snapshot, Direction::Undirected), 16);
        assert_eq!(predicted_work(&Snapshot::default(), Direction::Undirected), 0);
    }

    /// Where exact sweeps cost no more than a sample, they are made, whatever the limit; where they cost more, they are not.
    #[test]
    fn a_sample_is_only_taken_where_it_costs_less() {
        let work = |direction| PathWork {
            path_length: PathLength::Hops,
            direction,
            work_limit: 1,
            seed: 1,
        };
        let sampled = |nodes: u32, asked| {
            let star: Vec<_> = (1..nodes).map(|leaf| (0, leaf, 1.0)).collect();
            let snapshot = Snapshot::from_ties(nodes, &star);
            let found = work(Direction::Undirected)
                .sums(&snapshot, asked, "test")
                .expect("ties");
            (found.lengths.is_some(), found.dependency.is_some())
        };
        // some 400 sweeps' worth of paths, and ln(40 n)/0.005 sources: 2235 of 1800, 2302 of 2500, 2355 of 3250
        assert_eq!(sampled(400, Asked::Dependency), (false, false));
        assert_eq!(sampled(401, Asked::Dependency), (false, true));
        assert_eq!(sampled(1800, Asked::Lengths), (false, false));
        assert_eq!(sampled(2500, Asked::Lengths), (true, false));
        assert_eq!(sampled(2500, Asked::Both), (false, false));
        assert_eq!(sampled(3250, Asked::Both), (true, true));
        // by direction lengths are measured twice
        let star: Vec<_> = (1..2500).map(|leaf| (0, leaf, 1.0)).collect();
        let arcs = Snapshot::from_arcs(2500, &star);
        assert!(work(Direction::Directed).sampled_sweeps(&arcs, Asked::Lengths) > 2500);
    }

    #[test]
    fn zero_is_no_limit() {
        assert!(exceeds(2, 1) && !exceeds(2, 2) && !exceeds(u64::MAX, 0));
    }
}
