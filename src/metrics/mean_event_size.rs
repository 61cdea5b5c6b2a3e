//! How large are the events in which each stakeholder takes part?
//!
//! In: a snapshot. Out: [`MeanEventSize`].

use super::MetricError;
use super::two_mode::attendance_of;
use crate::network::Snapshot;

/// The mean size of the events of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct MeanEventSize {
    /// `None` where it took part in no event.
    pub values: Vec<Option<f64>>,
}

/// Mean size of the events of every stakeholder in a snapshot.
///
/// What it tells a hub: whether someone comes to the large occasions, where nobody gets to know everybody, or to the
/// small circles. Many partners from a few large events mean less than as many from small ones.
///
/// # Formula
/// ```text
/// Σ_e b_ie k_e / Σ_e b_ie,  b_ie 1 where i took part in e, k_e the number of participants, itself included
/// ```
/// # Conventions
/// Participants are those in the snapshot; every event counts alike.
///
/// # Returns
/// One value per node, in node order, in stakeholders, from 1 up; undefined where it took part in no event.
///
/// # Complexity
/// O(participations). Deterministic.
///
/// # Errors
/// [`MetricError::NoAttendance`] where the layer has no events.
///
/// # Agreement
/// NetworkX 3.6 `average_neighbor_degree` on the stakeholders of a two-mode graph: the same, and 0 where ours is
/// undefined.
///
/// # Example
/// ```
/// use hubscope::metrics::mean_event_size;
/// use hubscope::network::{Place, Snapshot, SnapshotParts, TieStrength};
/// // 0 was alone in the first event, and one of two in the second
/// let one = TieStrength::new(1.0).expect("above zero");
/// let attendance = Some((2, vec![(0, 0, one), (0, 1, one), (1, 1, one)]));
/// let places = (0..3).map(Place).collect();
/// let snapshot = Snapshot::freeze(SnapshotParts { places, attendance, ..SnapshotParts::default() });
/// assert_eq!(mean_event_size(&snapshot)?.values, [Some(1.5), Some(2.0), None]);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Faust, K. (1997). Centrality in affiliation networks. Social Networks 19(2), 157-191.
/// <https://doi.org/10.1016/S0378-8733(96)00300-0>
pub fn mean_event_size(snapshot: &Snapshot) -> Result<MeanEventSize, MetricError> {
    let attendance = attendance_of(snapshot, "mean_event_size")?;
    let mean = |node| {
        let events = attendance.events_of.columns(node);
        let participants = events
            .iter()
            .map(|&event| attendance.nodes_of.columns(event as usize).len());
        let participants: usize = participants.sum();
        (!events.is_empty()).then(|| participants as f64 / events.len() as f64)
    };
    Ok(MeanEventSize {
        values: (0..snapshot.node_count()).map(mean).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::two_mode::tests::attending;
    use super::*;

    #[test]
    fn every_event_counts_alike() {
        // event 0 has 0 and 1, event 1 has 0, 1 and 2: 0 and 1 have (2 + 3)/2, 2 has 3
        let snapshot = attending(4, 2, &[(0, 0), (1, 0), (0, 1), (1, 1), (2, 1)]);
        let expected = [Some(2.5), Some(2.5), Some(3.0), None];
        assert_eq!(mean_event_size(&snapshot).expect("events").values, expected);
        assert!(mean_event_size(&Snapshot::default()).is_err());
    }
}
