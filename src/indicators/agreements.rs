//! What runs out? Live agreements that end in the twelve months after the window.
//!
//! Counted among agreements in force when the window's last day ends and whose end is recorded, or recorded as open; those
//! without a recorded end are a figure of their own, never guessed at.

use super::observation::{Figure, Observation};
use super::{Indicator, Undefined};
use crate::network::temporal::DatedTie;
use crate::time::{Day, Period};

pub(super) fn figures(observation: &Observation<'_>) -> Vec<(Indicator, Figure)> {
    let Some(last) = observation.window.period.map(|period| period.end().plus_days(-1)) else {
        let undefined = || Figure::undefined(Undefined::NotRecorded);
        return vec![
            (Indicator::AgreementsEnding, undefined()),
            (Indicator::AgreementsWithoutEnd, undefined()),
        ];
    };
    let live: Vec<&DatedTie> = live_on(observation, last).collect();
    let known = live.iter().filter(|tie| has_known_end(tie)).count();
    let ending = live
        .iter()
        .filter(|tie| has_known_end(tie) && ends_within_a_year(tie, last))
        .count();
    vec![
        (Indicator::AgreementsEnding, Figure::ratio(ending as f64, known as f64)),
        (Indicator::AgreementsWithoutEnd, Figure::count(live.len() - known)),
    ]
}

/// The agreements in force when a day ends, undated ones left out.
pub(super) fn live_on<'a>(observation: &'a Observation<'_>, day: Day) -> impl Iterator<Item = &'a DatedTie> + 'a {
    observation
        .context
        .network
        .partnerships()
        .filter(move |tie| tie.period.is_some() && tie.outlasts(day))
}

/// Whether the end stands in the records, or they say that it is open.
fn has_known_end(tie: &DatedTie) -> bool {
    !tie.end_assumed
}

/// Whether it is in force when a day ends and its last day lies in the twelve months after.
pub(super) fn ends_within_a_year(tie: &DatedTie, day: Day) -> bool {
    let soon = |period: Period| period.end() <= day.plus_days(1).plus_months(12);
    tie.outlasts(day) && tie.period.is_some_and(soon)
}
