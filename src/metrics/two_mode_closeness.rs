//! How near is each stakeholder to the events and to all others, by way of events?
//!
//! In: a snapshot. Out: [`TwoModeCloseness`].

use super::MetricError;
use super::two_mode::{TwoMode, TwoModeOptions, attendance_of};
use super::work::{Approximation, Asked};
use crate::network::Snapshot;

/// Two-mode closeness of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoModeCloseness {
    /// 0 where it took part in no event.
    pub values: Vec<f64>,
    /// What the mean distances behind it promise where they are not exact.
    pub approximation: Option<Approximation>,
}

/// Closeness of every stakeholder in the network of stakeholders and events.
///
/// What it tells a hub: how few events lie between someone and everything that happens. It does not let one large event
/// make everybody a neighbour of everybody, as the projection does.
///
/// # Formula
/// ```text
/// C_i = ((m + 2(n − 1)) / Σ_v d_iv) · r_i / (n + m − 1),  v over the r_i stakeholders and events that i reaches
/// d the steps from stakeholder to event to stakeholder, n stakeholders, m events
/// ```
/// # Conventions
/// Every step counts 1. The numerator is the least the sum can be: all events one step away, all others two. In a
/// network of several pieces the second factor is the share reached. Isolates count among the n and have 0; events in
/// which nobody took part do not count.
///
/// # Returns
/// One value per node, in node order, from 0; 1 where it took part in every event and everybody met it there. Never
/// undefined. Within a small piece the value may exceed 1, since the numerator is that of the whole network.
///
/// # Complexity
/// O((n + m) p / 512) on machine words over p participations, as `closeness` by hops; beyond the limit of work, sampled
/// sources. In parallel over sources. Deterministic, the same bytes on any number of threads.
///
/// # Errors
/// [`MetricError::NoAttendance`] where the layer has no events.
///
/// # Agreement
/// NetworkX 3.6 `bipartite.closeness_centrality`: the same.
///
/// # Example
/// ```
/// use hubscope::metrics::{TwoModeOptions, two_mode_closeness};
/// use hubscope::network::{Place, Snapshot, SnapshotParts, TieStrength};
/// // 0 took part in both events, 1 in the second: 0 has steps 1 + 1 + 2, 1 has 1 + 2 + 3; n = m = 2
/// let one = TieStrength::new(1.0).expect("above zero");
/// let attendance = Some((2, vec![(0, 0, one), (0, 1, one), (1, 1, one)]));
/// let places = (0..2).map(Place).collect();
/// let snapshot = Snapshot::freeze(SnapshotParts { places, attendance, ..SnapshotParts::default() });
/// assert_eq!(two_mode_closeness(&snapshot, &TwoModeOptions::exact())?.values, [1.0, 4.0 / 6.0]);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Faust, K. (1997). Centrality in affiliation networks. Social Networks 19(2), 157-191.
/// <https://doi.org/10.1016/S0378-8733(96)00300-0>
///
/// Borgatti, S. P., Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks 19(3), 243-269.
/// <https://doi.org/10.1016/S0378-8733(96)00301-2>
pub fn two_mode_closeness(snapshot: &Snapshot, options: &TwoModeOptions) -> Result<TwoModeCloseness, MetricError> {
    let attendance = attendance_of(snapshot, "two_mode_closeness")?;
    let both = TwoMode::of(attendance, *options, Asked::Lengths)?;
    Ok(TwoModeCloseness::from_sums(&both))
}

impl TwoModeCloseness {
    pub(super) fn from_sums(both: &TwoMode) -> Self {
        let (stakeholders, events) = (both.stakeholders as f64, both.events as f64);
        let least = events + 2.0 * (stakeholders - 1.0);
        let distances = &both.found.sums.outward;
        let value = |(steps, reached): (&f64, &u32)| match reached {
            0 => 0.0,
            reached => least / steps * (f64::from(*reached) / (stakeholders + events - 1.0)),
        };
        let reach = distances.total.iter().zip(&distances.reached);
        Self {
            values: reach.take(both.stakeholders).map(value).collect(),
            approximation: both.found.lengths,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::two_mode::tests::attending;
    use super::*;

    fn exact(snapshot: &Snapshot) -> Result<TwoModeCloseness, MetricError> {
        two_mode_closeness(snapshot, &TwoModeOptions::exact())
    }

    #[test]
    fn pieces_and_events_without_participants() {
        // 0 and 1 in event 0, 2 in event 1, 3 in none; nobody in event 2: n = 4, m = 2.
        // 0: steps 1 + 2, reaches 2 of 5: (2 + 6)/3 · 2/5; 2: one step, reaches 1 of 5: 8 · 1/5
        let values = exact(&attending(4, 3, &[(0, 0), (1, 0), (2, 1)]))
            .expect("events")
            .values;
        for (value, expected) in values.iter().zip([16.0 / 15.0, 16.0 / 15.0, 1.6, 0.0]) {
            assert!((value - expected).abs() <= 1e-15, "{value} is not {expected}");
        }
        assert!(exact(&Snapshot::default()).is_err());
    }
}
