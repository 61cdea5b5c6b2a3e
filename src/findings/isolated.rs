//! Which members have no working tie, and whose activity drops?
//!
//! In: working-layer snapshots of this window and of the member's own past. Out: two ranked lists.

use crate::network::Place;
use crate::records::RecordId;
use crate::time::Day;

/// A member without a working tie in the window.
#[derive(Debug, Clone, PartialEq)]
pub struct IsolatedMember {
    /// Who.
    pub place: Place,
    /// Participations in the window (in large events only, else there would be a tie).
    pub participations: usize,
    /// Last day with any record.
    pub last_seen: Option<Day>,
    /// Events it attended in the window: where to find it.
    pub records: Vec<RecordId>,
}

/// A member whose activity dropped below its own past.
#[derive(Debug, Clone, PartialEq)]
pub struct FadingMember {
    /// Who.
    pub place: Place,
    /// Records (participations and live partnerships) in the window.
    pub now: usize,
    /// Mean records a year over its own earlier windows.
    pub usual: f64,
    /// The chance of so few if nothing had changed (Poisson, exact).
    pub probability: f64,
    /// Last day with any record.
    pub last_seen: Option<Day>,
}

/// Members without a working tie in the window, most active first, then by place.
#[must_use]
pub fn isolated(context: &super::Context<'_>) -> Vec<IsolatedMember> {
    let _ = context;
    todo!()
}

/// Members whose activity dropped below their own past, least likely by chance first.
#[must_use]
pub fn fading(context: &super::Context<'_>) -> super::Answer<Vec<FadingMember>> {
    let _ = context;
    todo!()
}
