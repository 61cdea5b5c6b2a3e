//! In how many events did each stakeholder take part?
//!
//! In: a snapshot. Out: [`Events`].

use super::MetricError;
use super::two_mode::attendance_of;
use crate::network::Snapshot;

/// The number of events of each node, in node order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Events {
    /// Events in which it took part.
    pub counts: Vec<u32>,
}

/// Number of events of every stakeholder in a snapshot.
///
/// What it tells a hub: how often someone turns up. It says nothing of whom they met there; see `event_strength` and
/// `mean_event_size`.
///
/// # Formula
/// ```text
/// events_i = Σ_e b_ie,  b_ie 1 where i took part in e, else 0: the degree of i in the network of stakeholders and events
/// ```
/// # Conventions
/// Every event of the window counts, also one where the stakeholder was alone. An organisation that sent several took
/// part once.
///
/// # Returns
/// One whole number per node, in node order, from 0 up; never undefined.
///
/// # Complexity
/// O(n). Deterministic.
///
/// # Errors
/// [`MetricError::NoAttendance`] where the layer has no events.
///
/// # Agreement
/// NetworkX 3.6 `bipartite.degrees`: the same.
///
/// # Example
/// ```
/// use hubscope::metrics::events;
/// use hubscope::network::{Place, Snapshot, SnapshotParts, TieStrength};
/// // 0 took part in both events, 1 in the second, 2 in none
/// let one = TieStrength::new(1.0).expect("above zero");
/// let attendance = Some((2, vec![(0, 0, one), (0, 1, one), (1, 1, one)]));
/// let places = (0..3).map(Place).collect();
/// let snapshot = Snapshot::freeze(SnapshotParts { places, attendance, ..SnapshotParts::default() });
/// assert_eq!(events(&snapshot)?.counts, [2, 1, 0]);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Faust, K. (1997). Centrality in affiliation networks. Social Networks 19(2), 157-191.
/// <https://doi.org/10.1016/S0378-8733(96)00300-0>
pub fn events(snapshot: &Snapshot) -> Result<Events, MetricError> {
    let events_of = &attendance_of(snapshot, "events")?.events_of;
    let count = |node| events_of.columns(node).len() as u32;
    Ok(Events {
        counts: (0..events_of.len()).map(count).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::two_mode::tests::attending;
    use super::*;

    #[test]
    fn being_alone_counts_and_a_layer_without_events_has_none() {
        assert_eq!(events(&attending(2, 1, &[(1, 0)])).expect("events").counts, [0, 1]);
        let none = MetricError::NoAttendance { measure: "events" };
        assert_eq!(events(&Snapshot::from_ties(2, &[])), Err(none));
    }
}
