//! Which sectors meet less than their members' activity predicts?
//!
//! Binary ties of the partnerships layer against the exact expectation of the stub (configuration) null:
//! E[m_ab] = D_a D_b/(2m − 1), E[m_aa] = D_a(D_a − 1)/(2(2m − 1)); p-values by stub permutation, Benjamini-Hochberg.

use crate::records::{RecordId, Sector};

/// What one cell of the matrix says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellVerdict {
    /// Fewer ties than expected, beyond the declared rate of false alarms.
    Gap,
    /// More ties than expected, likewise.
    Surplus,
    /// Not distinguishable from chance.
    AsExpected,
    /// The expectation is under 1.
    TooFewToTell,
}

/// One pair of sectors.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorCell {
    /// One sector.
    pub a: Sector,
    /// The other, or the same.
    pub b: Sector,
    /// Ties observed.
    pub observed: usize,
    /// Ties expected, exactly.
    pub expected: f64,
    /// Standard deviation over the draws.
    pub sd: f64,
    /// Two-sided p with the +1 correction; `None` where too few to tell.
    pub p: Option<f64>,
    /// p after Benjamini-Hochberg over the cells tested.
    pub q: Option<f64>,
    /// What it says.
    pub verdict: CellVerdict,
    /// The partnerships behind the observed ties.
    pub records: Vec<RecordId>,
}

/// Sector by sector: observed, expected, verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorMatrix {
    /// The sectors with at least one tie, in the order in which they are shown.
    pub sectors: Vec<Sector>,
    /// Each pair once (a before or equal to b), row by row.
    pub cells: Vec<SectorCell>,
    /// Ties between members that have a sector.
    pub ties: usize,
    /// Ties left out because a side has no sector.
    pub ties_without_sector: usize,
    /// Draws made.
    pub draws: usize,
    /// The rate of false alarms accepted.
    pub q: f64,
    /// The window's label.
    pub window: String,
}

/// The sector matrix of the partnerships layer in the window.
#[must_use]
pub fn sector_matrix(context: &super::Context<'_>) -> super::Answer<SectorMatrix> {
    let _ = context;
    todo!()
}
