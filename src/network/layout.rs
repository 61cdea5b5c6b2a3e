//! Where does each stakeholder stand on the map? Positions that stay the same across windows.
//!
//! In: a snapshot. Out: one position per node, the same for any thread count and row order.

use super::Snapshot;

/// A position on the map, both coordinates from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// One position per node of the snapshot, in node order.
#[must_use]
pub fn layout(snapshot: &Snapshot, seed: u64) -> Vec<Position> {
    let _ = (snapshot, seed);
    todo!()
}
