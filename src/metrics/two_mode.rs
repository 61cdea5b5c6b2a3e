//! Which shortest paths lead from stakeholders to events and on to stakeholders?
//!
//! In: attendance. Out: [`TwoMode`], the network of both modes, and what its sweeps add up; two-mode closeness and
//! betweenness are read from them.

use super::MetricError;
use super::work::{Asked, Found, PathWork};
use crate::network::{Attendance, Direction, PathLength, Place, Snapshot, SnapshotParts, TieStrength};

/// How two-mode closeness and betweenness are computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TwoModeOptions {
    /// Edge visits up to which they are exact, 0 for no limit; beyond, an approximation that names its bound.
    pub work_limit: u64,
    /// The seed of the approximation.
    pub seed: u64,
}

impl TwoModeOptions {
    /// Whatever the work.
    #[must_use]
    pub const fn exact() -> Self {
        Self { work_limit: 0, seed: 1 }
    }
}

/// The network of stakeholders and the events that have a participant, and the sums over its shortest paths.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TwoMode {
    pub stakeholders: usize,
    pub events: usize,
    /// Stakeholders come first, then events.
    pub found: Found,
}

impl TwoMode {
    pub(super) fn of(attendance: &Attendance, options: TwoModeOptions, asked: Asked) -> Result<Self, MetricError> {
        let stakeholders = attendance.events_of.len();
        let attended = (0..attendance.nodes_of.len()).filter(|&event| !attendance.nodes_of.columns(event).is_empty());
        let attended: Vec<usize> = attended.collect();
        let work = PathWork {
            path_length: PathLength::Hops,
            direction: Direction::Undirected,
            work_limit: options.work_limit,
            seed: options.seed,
        };
        Ok(Self {
            stakeholders,
            events: attended.len(),
            found: work.sums(&both_modes(attendance, &attended), asked, "two_mode")?,
        })
    }
}

fn both_modes(attendance: &Attendance, attended: &[usize]) -> Snapshot {
    let stakeholders = attendance.events_of.len() as u32;
    let rows = (stakeholders..).zip(attended).flat_map(|(place, &event)| {
        let participants = attendance.nodes_of.row(event);
        participants.filter_map(move |(node, strength)| Some((node, place, TieStrength::new(strength)?)))
    });
    Snapshot::freeze(SnapshotParts {
        places: (0..stakeholders + attended.len() as u32).map(Place).collect(),
        ties: rows.collect(),
        ..SnapshotParts::default()
    })
}

pub(super) fn attendance_of<'a>(snapshot: &'a Snapshot, measure: &'static str) -> Result<&'a Attendance, MetricError> {
    snapshot.attendance().ok_or(MetricError::NoAttendance { measure })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Who took part in what, `(node, event)`; the ties do not matter.
    pub fn attending(nodes: u32, events: usize, rows: &[(u32, u32)]) -> Snapshot {
        let one = TieStrength::new(1.0).expect("above zero");
        Snapshot::freeze(SnapshotParts {
            places: (0..nodes).map(Place).collect(),
            attendance: Some((events, rows.iter().map(|&(node, event)| (node, event, one)).collect())),
            ..SnapshotParts::default()
        })
    }

    #[test]
    fn events_without_participants_are_left_out() {
        // 0 and 1 in event 2, 1 in event 0; nobody in event 1: the path 0 - (2) - 1 - (0)
        let snapshot = attending(2, 3, &[(0, 2), (1, 2), (1, 0)]);
        let attendance = snapshot.attendance().expect("attendance");
        let both = TwoMode::of(attendance, TwoModeOptions::exact(), Asked::Lengths).expect("undirected");
        assert_eq!((both.stakeholders, both.events), (2, 2));
        // in order 0, 1, event 0, event 2
        assert_eq!(both.found.sums.outward.total, [6.0, 4.0, 6.0, 4.0]);
    }
}
