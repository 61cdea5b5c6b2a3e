//! Which shortest paths lead from each node to the others, and who stands on them?
//!
//! In: rows of ties, or of arcs from source to target, and how long a tie is. Out: [`PathSums`], which closeness,
//! harmonic centrality, betweenness and the path figures of the whole network share: one sweep over all sources serves
//! them all.

mod count;
mod hops;
mod inverse_strength;
mod sampled;
mod shards;
mod sums;
mod tie_loads;

use super::MetricError;
use crate::network::{Attendance, Direction, PathLength, Rows, Snapshot};
pub(in crate::metrics) use hops::within;
pub(in crate::metrics) use sampled::{Promise, SWEEPS, sampled_betweenness, sampled_lengths, sources_needed};
pub(in crate::metrics) use sums::{Distances, PathSums};
pub(in crate::metrics) use tie_loads::tie_loads;

/// Sources are dealt out to so many shards whatever the number of threads, and the shards' sums are added in order:
/// the same bytes everywhere.
const SHARDS: usize = 64;

/// What of [`PathSums`] is asked for; `dependency` stays 0 unless asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::metrics) enum Wanted {
    /// All but `dependency`.
    Lengths,
    /// Everything.
    LengthsAndDependencies,
}

/// The rows that paths follow, both ways round, and who took part in what where that makes the ties.
#[derive(Debug, Clone, Copy)]
pub(in crate::metrics) struct Routes<'a> {
    /// For each node, those one step ahead.
    pub out: &'a Rows,
    /// For each node, those one step behind; the same as `out` in the undirected view.
    pub into: &'a Rows,
    /// Attendance of the layer, in the undirected view.
    pub attendance: Option<&'a Attendance>,
}

impl<'a> Routes<'a> {
    /// Both ways along symmetric rows.
    pub(in crate::metrics) const fn along(rows: &'a Rows) -> Self {
        Self {
            out: rows,
            into: rows,
            attendance: None,
        }
    }

    /// The same ways, gone backwards.
    const fn reversed(&self) -> Self {
        Self {
            out: self.into,
            into: self.out,
            attendance: self.attendance,
        }
    }

    /// Whether every way there is also a way back of the same length.
    fn both_ways(&self) -> bool {
        std::ptr::eq(self.out, self.into)
    }

    /// The routes of a snapshot; `measure` asks.
    pub(in crate::metrics) fn of(
        snapshot: &'a Snapshot,
        direction: Direction,
        measure: &'static str,
    ) -> Result<Self, MetricError> {
        match direction {
            Direction::Undirected => Ok(Self {
                out: snapshot.ties(),
                into: snapshot.ties(),
                attendance: snapshot.attendance(),
            }),
            Direction::Directed => snapshot
                .arcs()
                .map(|arcs| Self {
                    out: &arcs.out,
                    into: &arcs.into,
                    attendance: None,
                })
                .ok_or(MetricError::NoArcs { measure }),
        }
    }
}

/// Sums over the shortest paths from every node.
pub(in crate::metrics) fn path_sums(routes: &Routes, path_length: PathLength, wanted: Wanted) -> PathSums {
    match path_length {
        PathLength::Hops => hops::path_sums(routes, wanted),
        PathLength::InverseStrength => inverse_strength::path_sums(routes, wanted),
    }
}
