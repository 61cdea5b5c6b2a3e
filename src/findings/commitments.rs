//! What became of what was promised: done, overdue, or still open?
//!
//! In: the commitments and the study's last day. Out: how each stands, and how many are done and overdue.

use super::Context;
use crate::records::Commitment;
use crate::time::Day;

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PromiseState {
    /// Done, by its status or its day.
    Done,
    /// Its day has passed, and it is neither done nor cancelled.
    Overdue,
    /// Given up, as recorded.
    Cancelled,
    /// None of these.
    Open,
}

/// How a promise stands on a day; without one nothing is overdue.
#[must_use]
pub fn state(one: &Commitment, as_of: Option<Day>) -> PromiseState {
    let late = one.due.zip(as_of).is_some_and(|(due, as_of)| due.last < as_of);
    match one.status.as_deref() {
        _ if one.done_on.is_some() => PromiseState::Done,
        Some("done") => PromiseState::Done,
        Some("cancelled") => PromiseState::Cancelled,
        _ if late => PromiseState::Overdue,
        _ => PromiseState::Open,
    }
}

/// How many promises there are, and how they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Promises {
    /// All.
    pub all: usize,
    /// Done.
    pub done: usize,
    /// Overdue.
    pub overdue: usize,
}

/// The promises of a hub, counted on the study's last day.
#[must_use]
pub fn promises(context: &Context<'_>) -> Promises {
    let as_of = context.network.study().map(|study| study.as_of);
    let states = context.records.commitments.iter().map(|one| state(one, as_of));
    states.fold(Promises::default(), |counts, state| Promises {
        all: counts.all + 1,
        done: counts.done + usize::from(state == PromiseState::Done),
        overdue: counts.overdue + usize::from(state == PromiseState::Overdue),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::DateSpan;

    #[test]
    fn a_promise_is_overdue_once_its_day_has_passed_undone() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let promise = |due: &str, status: Option<&str>, done_on: Option<&str>| Commitment {
            id: "c".into(),
            text: "c".into(),
            event: None,
            kind: None,
            indicator: None,
            baseline: None,
            target: None,
            due: Some(DateSpan::exact(day(due))),
            owner: None,
            partners: Vec::new(),
            status: status.map(Into::into),
            done_on: done_on.map(|on| DateSpan::exact(day(on))),
        };
        let on = Some(day("2025-12-31"));
        assert_eq!(
            state(&promise("2025-12-30", Some("open"), None), on),
            PromiseState::Overdue
        );
        // due on the last day itself is not late
        assert_eq!(state(&promise("2025-12-31", None, None), on), PromiseState::Open);
        assert_eq!(
            state(&promise("2024-12-31", Some("open"), Some("2025-02-01")), on),
            PromiseState::Done
        );
        assert_eq!(
            state(&promise("2024-12-31", Some("cancelled"), None), on),
            PromiseState::Cancelled
        );
        assert_eq!(state(&promise("2024-12-31", None, None), None), PromiseState::Open);
    }
}
