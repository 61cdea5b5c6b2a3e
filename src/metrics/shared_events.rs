//! In how many events did both ends of each tie take part?
//!
//! In: a snapshot with attendance. Out: [`SharedEvents`], which the backbones of two-mode data share.

use super::MetricError;
use crate::network::{Attendance, Snapshot};

/// Attendance as the null models see it: 0 or 1.
pub(super) struct SharedEvents {
    /// For each node, in how many events it took part.
    pub events_of: Vec<u32>,
    /// For each event that somebody took part in, how many did.
    pub participants: Vec<u32>,
    /// For each tie, in the order of [`Snapshot::pairs`], the events that both ends took part in.
    pub shared: Vec<u32>,
}

impl SharedEvents {
    pub fn of(snapshot: &Snapshot, measure: &'static str) -> Result<Self, MetricError> {
        let attendance = snapshot.attendance().ok_or(MetricError::NoAttendance { measure })?;
        let count = |columns: &[u32]| columns.len() as u32;
        let (events, nodes) = (&attendance.events_of, &attendance.nodes_of);
        Ok(Self {
            events_of: (0..events.len()).map(|node| count(events.columns(node))).collect(),
            participants: (0..nodes.len())
                .map(|event| count(nodes.columns(event)))
                .filter(|participants| *participants > 0)
                .collect(),
            shared: shared(snapshot, attendance),
        })
    }

    /// How many pairs there are of those who took part in anything: the family over which backbones are corrected.
    pub fn family(&self) -> u64 {
        let active = self.events_of.iter().filter(|events| **events > 0).count() as u64;
        active * active.saturating_sub(1) / 2
    }
}

fn shared(snapshot: &Snapshot, attendance: &Attendance) -> Vec<u32> {
    let mut with = vec![0_u32; snapshot.node_count()];
    let mut found = Vec::with_capacity(snapshot.tie_count());
    for node in snapshot.nodes() {
        let events = attendance.events_of.columns(node.at());
        let met = || {
            events
                .iter()
                .flat_map(|&event| attendance.nodes_of.columns(event as usize))
        };
        met().for_each(|&other| with[other as usize] += 1);
        let later = snapshot
            .ties()
            .columns(node.at())
            .iter()
            .filter(|other| **other > node.0);
        found.extend(later.map(|&other| with[other as usize]));
        met().for_each(|&other| with[other as usize] = 0);
    }
    found
}
