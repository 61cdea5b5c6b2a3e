//! How long does the network hold together when its events stop?
//!
//! In: a snapshot with attendance, how often stopping is drawn and the seed. Out: [`RobustnessEvents`].

use super::MetricError;
use super::removal::{Sets, by_degree, mean_share, shares};
use super::robustness_random::{RobustnessRandom, RobustnessRandomOptions, of_draws};
use crate::network::{Rows, Snapshot};

/// How the largest piece shrinks as events stop.
#[derive(Debug, Clone, PartialEq)]
pub struct RobustnessEvents {
    /// R where the largest event stops first, of equal ones the first; `None` without nodes or events.
    pub value: Option<f64>,
    /// S(Q)/N for Q = 1 to E: the share of all stakeholders in the largest piece after Q events have stopped.
    pub curve: Vec<f64>,
    /// The same where events stop at random.
    pub random: RobustnessRandom,
}

/// Robustness of the two-mode network against the stopping of events.
///
/// What it tells a hub: whether its people know each other through one big event. When that event stops, a whole clique
/// of the projected network goes with it, which robustness against the leaving of members cannot show. Near 0: a few
/// large events hold everybody together.
///
/// # Formula
/// ```text
/// R = (1/E) Σ_{Q=1}^{E} S(Q)/N,  S(Q) the most stakeholders that the events left join, E events, N stakeholders
/// ```
/// # Conventions
/// Attendance only: partnerships are not counted. Stakeholders stay; an event without participants counts in E. Events
/// stop by number of participants, the largest first, of equal ones the first in order.
///
/// # Returns
/// R from 0 to 1, the curve, and mean, low and high of random orders; undefined without stakeholders or events.
///
/// # Complexity
/// O((B + 1)(n + participations) α(n)) for B draws in parallel; memory O(B · E). Deterministic, the same bytes on any
/// number of threads.
///
/// # Errors
/// [`MetricError::NoAttendance`] where the layer has no attendance.
///
/// # Agreement
/// The definition, step by step, in the tests; no tool at hand has it.
///
/// # Example
/// ```
/// use hubscope::metrics::{RobustnessRandomOptions, robustness_events};
/// use hubscope::network::{Place, Snapshot, SnapshotParts, TieStrength};
/// // events {0 1 2} and {2 3}: all four; without the first two are left, without both single ones: (2 + 1)/2 over 4
/// let one = TieStrength::new(1.0).expect("above zero");
/// let rows = [(0, 0), (1, 0), (2, 0), (2, 1), (3, 1)].map(|(node, event)| (node, event, one));
/// let snapshot = Snapshot::freeze(SnapshotParts {
///     places: (0..4).map(Place).collect(),
///     attendance: Some((2, rows.to_vec())),
///     ..SnapshotParts::default()
/// });
/// let found = robustness_events(&snapshot, &RobustnessRandomOptions::exported(1))?;
/// assert_eq!((found.value, found.curve), (Some(0.375), vec![0.5, 0.25]));
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Schneider, C. M., Moreira, A. A., Andrade, J. S., Havlin, S., Herrmann, H. J. (2011). Mitigation of malicious attacks
/// on networks. PNAS 108(10), 3838-3841. <https://doi.org/10.1073/pnas.1009440108>
pub fn robustness_events(
    snapshot: &Snapshot,
    options: &RobustnessRandomOptions,
) -> Result<RobustnessEvents, MetricError> {
    let attendance = snapshot.attendance().ok_or(MetricError::NoAttendance {
        measure: "robustness_events",
    })?;
    let (nodes, events) = (snapshot.node_count(), &attendance.nodes_of);
    let sizes = sizes_after(events, nodes, &by_degree(events));
    Ok(RobustnessEvents {
        value: mean_share(&sizes, nodes),
        curve: shares(&sizes, nodes),
        random: of_draws(events.len(), nodes, options, "robustness_events", |order| {
            sizes_after(events, nodes, order)
        }),
    })
}

/// How many the largest piece of stakeholders holds after each event that stops.
fn sizes_after(events: &Rows, nodes: usize, order: &[u32]) -> Vec<u32> {
    let mut sets = Sets::alone(nodes);
    if nodes > 0 {
        sets.begin();
    }
    let mut sizes = vec![0; order.len()];
    for (place, &event) in order.iter().enumerate().rev() {
        sizes[place] = sets.largest;
        for pair in events.columns(event as usize).windows(2) {
            sets.join(pair[0], pair[1]);
        }
    }
    sizes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{Place, SnapshotParts, TieStrength};

    fn attended(nodes: u32, events: usize, rows: &[(u32, u32)]) -> Snapshot {
        let one = TieStrength::new(1.0).expect("above zero");
        Snapshot::freeze(SnapshotParts {
            places: (0..nodes).map(Place).collect(),
            attendance: Some((events, rows.iter().map(|&(node, event)| (node, event, one)).collect())),
            ..SnapshotParts::default()
        })
    }

    #[test]
    fn the_largest_event_stops_first() {
        // events a {0 1}, b {1 2 3}, c {3 4}; b stops: {0 1}, {3 4}; a stops: {3 4}; c stops: single ones. 2 + 2 + 1 of 3 · 5
        let snapshot = attended(5, 3, &[(0, 0), (1, 0), (1, 1), (2, 1), (3, 1), (3, 2), (4, 2)]);
        let found = robustness_events(&snapshot, &RobustnessRandomOptions::exported(1)).expect("attendance");
        assert_eq!(found.curve, [0.4, 0.4, 0.2]);
        assert_eq!(found.value, Some(5.0 / 15.0));
        // at random: the first to stop is a {1 2 3 4}, b or c {0 1 2 3}: 4 2 4; then of those left 2 or 3
        assert!(found.random.low >= Some(5.0 / 15.0) && found.random.high <= Some(8.0 / 15.0));
    }

    #[test]
    fn without_events_or_stakeholders_there_is_no_value() {
        let options = RobustnessRandomOptions::exported(1);
        let none = robustness_events(&attended(3, 0, &[]), &options).expect("attendance");
        assert_eq!((none.value, none.random.mean), (None, None));
        let nobody = robustness_events(&attended(0, 2, &[]), &options).expect("attendance");
        assert_eq!((nobody.value, nobody.random.mean), (None, None));
        let no_layer = robustness_events(&Snapshot::default(), &options);
        assert_eq!(
            no_layer,
            Err(MetricError::NoAttendance {
                measure: "robustness_events"
            })
        );
    }
}
