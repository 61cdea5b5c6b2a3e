//! Exact or approximate?
//!
//! In: how much an exact sweep over all shortest paths visits, predicted from the snapshot alone, and a limit. Out:
//! whether it is exact, and for what is not the [`Approximation`] that goes with it: never silently.

use crate::network::{Direction, Snapshot};

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

    #[test]
    fn zero_is_no_limit() {
        assert!(exceeds(2, 1) && !exceeds(2, 2) && !exceeds(u64::MAX, 0));
    }
}
