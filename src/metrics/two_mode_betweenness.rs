//! Through whom do events and their circles hang together?
//!
//! In: a snapshot. Out: [`TwoModeBetweenness`].

use super::two_mode::{attendance_of, attended, rows_of_both_modes};
use super::work::{Approximation, PathWork};
use super::{BetweennessOptions, MetricError};
use crate::network::{PathLength, Snapshot};

/// Two-mode betweenness of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoModeBetweenness {
    /// `None` where no network of so many stakeholders and events has anybody between others.
    pub values: Vec<Option<f64>>,
    /// What it promises where it is not exact.
    pub approximation: Option<Approximation>,
}

/// Betweenness of every stakeholder in the network of stakeholders and events.
///
/// What it tells a hub: who carries things from one event's circle to another's. Unlike in the projection, three shared
/// events are three ways and not one.
///
/// # Formula
/// ```text
/// B_i = Σ_{s<t; s,t≠i} σ_st(i)/σ_st over the most it can be,  s and t over stakeholders and events
/// most = [m²(s + 1)² + m (s + 1)(2t − s − 1) − t (2s − t + 3)] / 2,  s = ⌊(n − 1)/m⌋,  t = (n − 1) mod m
/// n stakeholders, m events, σ_st the number of shortest paths between s and t, σ_st(i) of them through i
/// ```
/// # Conventions
/// Every step counts 1, undirected pairs once. Isolates count among the n and have 0; events in which nobody took part
/// do not count. Pairs without a path add nothing.
///
/// # Returns
/// One share per node, in node order, from 0 to 1; undefined without events and where the most is 0 (one of each).
///
/// # Complexity
/// O((n + m) p) over p participations, as `betweenness` by hops. Deterministic.
///
/// # Errors
/// [`MetricError::NoAttendance`] where the layer has no events.
///
/// # Agreement
/// NetworkX 3.6 `bipartite.betweenness_centrality`: the same; it fails where ours is undefined.
///
/// # Example
/// ```
/// use hubscope::metrics::two_mode_betweenness;
/// use hubscope::network::{Place, Snapshot, SnapshotParts, TieStrength};
/// // 1 - event 0 - 0 - event 1 - 2: all pairs across 0: 2 · 2. The most with n = 3, m = 2: s = 1, t = 0,
/// // (4 · 4 + 2 · 2 · (−2) − 0)/2 = 4
/// let one = TieStrength::new(1.0).expect("above zero");
/// let attendance = Some((2, vec![(0, 0, one), (0, 1, one), (1, 0, one), (2, 1, one)]));
/// let places = (0..3).map(Place).collect();
/// let snapshot = Snapshot::freeze(SnapshotParts { places, attendance, ..SnapshotParts::default() });
/// assert_eq!(two_mode_betweenness(&snapshot)?.values, [Some(1.0), Some(0.0), Some(0.0)]);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Faust, K. (1997). Centrality in affiliation networks. Social Networks 19(2), 157-191.
/// <https://doi.org/10.1016/S0378-8733(96)00300-0>
///
/// Borgatti, S. P., Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks 19(3), 243-269.
/// <https://doi.org/10.1016/S0378-8733(96)00301-2>
pub fn two_mode_betweenness(snapshot: &Snapshot) -> Result<TwoModeBetweenness, MetricError> {
    within(snapshot, BetweennessOptions::freeman().work())
}

/// Two-mode betweenness, exact where that is within the limit.
pub(super) fn within(snapshot: &Snapshot, work: PathWork) -> Result<TwoModeBetweenness, MetricError> {
    let attendance = attendance_of(snapshot, "two_mode_betweenness")?;
    let Some(most) = most(snapshot.node_count(), attended(attendance)) else {
        return Ok(TwoModeBetweenness {
            values: vec![None; snapshot.node_count()],
            approximation: None,
        });
    };
    let by_hops = PathWork {
        path_length: PathLength::Hops,
        ..work
    };
    let (dependency, approximation) = by_hops.dependency_along(&rows_of_both_modes(attendance));
    // every pair was met from both its ends
    let share = |&sum: &f64| Some(sum / 2.0 / most);
    Ok(TwoModeBetweenness {
        values: dependency[..snapshot.node_count()].iter().map(share).collect(),
        approximation,
    })
}

/// The most that anybody can have among so many stakeholders and events.
fn most(stakeholders: usize, events: usize) -> Option<f64> {
    if stakeholders == 0 || events == 0 {
        return None;
    }
    let (s, t) = ((stakeholders - 1) / events, (stakeholders - 1) % events);
    let (s, t, m) = (s as f64, t as f64, events as f64);
    let most = (m * m * (s + 1.0).powi(2) + m * (s + 1.0) * (2.0 * t - s - 1.0) - t * (2.0 * s - t + 3.0)) / 2.0;
    (most > 0.0).then_some(most)
}

#[cfg(test)]
mod tests {
    use super::super::two_mode::tests::attending;
    use super::*;

    #[test]
    fn one_stakeholder_holds_its_own_events_together() {
        // n = 1, m = 2: s = t = 0, (4 + 2 · (−1))/2 = 1: the one pair of events
        let values = two_mode_betweenness(&attending(1, 2, &[(0, 0), (0, 1)]))
            .expect("events")
            .values;
        assert_eq!(values, [Some(1.0)]);
    }

    #[test]
    fn one_of_each_has_nobody_between() {
        let values = two_mode_betweenness(&attending(1, 1, &[(0, 0)]))
            .expect("events")
            .values;
        assert_eq!(values, [None]);
        assert_eq!(
            two_mode_betweenness(&attending(2, 1, &[])).expect("events").values,
            [None, None]
        );
        assert!(two_mode_betweenness(&Snapshot::default()).is_err());
    }
}
