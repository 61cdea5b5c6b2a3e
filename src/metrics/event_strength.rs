//! In how many events did each stakeholder meet others?
//!
//! In: a snapshot. Out: [`EventStrength`].

use super::MetricError;
use super::two_mode::attendance_of;
use crate::network::Snapshot;

/// The number of events with company of each node, in node order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventStrength {
    /// Events in which it took part and was not alone.
    pub counts: Vec<u32>,
}

/// Number of events in which every stakeholder of a snapshot met others.
///
/// What it tells a hub: how many of someone's events could make ties at all. By Newman's rule an event shares one unit of
/// strength out among the others present, so this is the strength of the stakeholder in the participations layer.
///
/// # Formula
/// ```text
/// Σ_e b_ie [k_e ≥ 2],  b_ie 1 where i took part in e, k_e the number of participants
/// by Newman's rule w_ij = Σ_e b_ie b_je / (k_e − 1), and so = Σ_j w_ij
/// ```
/// # Conventions
/// Participants are those in the snapshot. Equal to `strength` of the participations layer under Newman's rule without
/// decay: a check of the projection. Hours do not enter.
///
/// # Returns
/// One whole number per node, in node order, from 0 to `events`; never undefined.
///
/// # Complexity
/// O(participations). Deterministic.
///
/// # Errors
/// [`MetricError::NoAttendance`] where the layer has no events.
///
/// # Agreement
/// The strengths in NetworkX 3.6 `bipartite.collaboration_weighted_projected_graph` and in R `tnet`'s Newman projection:
/// the same.
///
/// # Example
/// ```
/// use hubscope::metrics::event_strength;
/// use hubscope::network::{Place, Snapshot, SnapshotParts, TieStrength};
/// // 0 was alone in the first event, and met 1 in the second
/// let one = TieStrength::new(1.0).expect("above zero");
/// let attendance = Some((2, vec![(0, 0, one), (0, 1, one), (1, 1, one)]));
/// let places = (0..3).map(Place).collect();
/// let snapshot = Snapshot::freeze(SnapshotParts { places, attendance, ..SnapshotParts::default() });
/// assert_eq!(event_strength(&snapshot)?.counts, [1, 1, 0]);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Newman, M. E. J. (2001). Scientific collaboration networks. II. Shortest paths, weighted networks, and centrality.
/// Physical Review E 64, 016132. <https://doi.org/10.1103/PhysRevE.64.016132>
pub fn event_strength(snapshot: &Snapshot) -> Result<EventStrength, MetricError> {
    let attendance = attendance_of(snapshot, "event_strength")?;
    let shared = |event: &&u32| attendance.nodes_of.columns(**event as usize).len() > 1;
    let count = |node| attendance.events_of.columns(node).iter().filter(shared).count() as u32;
    Ok(EventStrength {
        counts: (0..snapshot.node_count()).map(count).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::two_mode::tests::attending;
    use super::*;

    #[test]
    fn events_alone_do_not_count() {
        // event 0: 0 and 1; event 1: 0 alone; event 2: 0, 1 and 2
        let snapshot = attending(4, 3, &[(0, 0), (1, 0), (0, 1), (0, 2), (1, 2), (2, 2)]);
        assert_eq!(event_strength(&snapshot).expect("events").counts, [2, 2, 1, 0]);
        assert!(event_strength(&Snapshot::default()).is_err());
    }
}
