//! Which agreements end, or need notice, in the next twelve months?

use crate::network::Place;
use crate::records::{Amount, RecordId};
use crate::time::Day;

/// One agreement that ends after the study's last day.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarEntry {
    /// The agreement.
    pub record: RecordId,
    /// One side.
    pub source: Place,
    /// The other side.
    pub target: Place,
    /// Its kind.
    pub kind: Option<String>,
    /// When it started.
    pub start: Option<Day>,
    /// Its last day.
    pub ends: Day,
    /// Whether that day is assumed because no end is recorded.
    pub end_assumed: bool,
    /// The last day to give or seek notice, where a term of notice is recorded.
    pub notice_by: Option<Day>,
    /// Money that goes with it.
    pub amount: Option<Amount>,
    /// Who looks after it; a person's name only if it names an organisation of the roster.
    pub owner: Option<String>,
    /// Whether a later agreement renews it already.
    pub renewed: bool,
}

/// The agreements and when they end.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// The study's last day.
    pub as_of: Day,
    /// Those that end in the twelve months after it, by day, then id.
    pub next_twelve_months: Vec<CalendarEntry>,
    /// Agreements that live on the study's last day.
    pub live: usize,
    /// Of those, how many have no recorded end and none is assumed to lie in the next twelve months.
    pub without_end: usize,
    /// Agreements left at the end of each of the next twelve quarters if nothing is renewed: (day, left).
    pub run_off: Vec<(Day, usize)>,
}

/// The agreements that end in the twelve months after the study's last day.
#[must_use]
pub fn calendar(context: &super::Context<'_>) -> super::Answer<Calendar> {
    let _ = context;
    todo!()
}
