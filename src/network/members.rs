//! Who belongs to the hub in a window? Members and guests.
//!
//! In: the temporal network and a window. Out: [`Membership`].
//!
//! A member joined (and had not left before the window), holds a partnership live in the window, or took part twice
//! within 24 months, once of it in the window. The 24 months end with the window; in a window that is longer they may
//! lie anywhere in it. Who has no record in the window and did not join is absent however active before: else nobody
//! active in one year could leave in the next. Who took part in the window and is no member is a guest. Two persons
//! of one organisation at the same event are one participation of the organisation.

use super::{DatedAttendance, TemporalNetwork};
use crate::time::{Day, Period, Window};

/// Two participations further apart than this do not make a member.
const MEMORY_MONTHS: i32 = 24;

/// How a stakeholder stands to the hub in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// No record in the window.
    Absent,
    /// One participation within 24 months, in the window, and nothing else.
    Guest,
    /// Joined, holds a partnership live in the window, or took part twice within 24 months, once in the window.
    Member,
}

/// How everyone stands in one window, by place in the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// One standing per place.
    pub standing: Vec<Standing>,
}

impl Membership {
    /// How many members there are.
    #[must_use]
    pub fn members(&self) -> usize {
        self.standing.iter().filter(|s| **s == Standing::Member).count()
    }

    /// How many guests there are.
    #[must_use]
    pub fn guests(&self) -> usize {
        self.standing.iter().filter(|s| **s == Standing::Guest).count()
    }
}

impl TemporalNetwork {
    /// How everyone stands in a window.
    #[must_use]
    pub fn membership(&self, window: &Window) -> Membership {
        let mut standing = vec![Standing::Absent; self.roster.len()];
        if !self.reaches(window) {
            return Membership { standing };
        }
        for place in self.roster.places() {
            standing[place.at()] = by_participations(self.attendance_of(place), window);
        }
        for tie in self.live_partnerships(window) {
            standing[tie.source.at()] = Standing::Member;
            standing[tie.target.at()] = Standing::Member;
        }
        for joined in &self.index.joined {
            let (before_end, after_start, last_day) = match window.period {
                Some(period) => {
                    let last = period.end().plus_days(-1);
                    let stays = joined.until.is_none_or(|until| until > period.start());
                    (joined.from <= last, stays, Some(last))
                }
                None => (true, true, None),
            };
            if before_end && after_start {
                standing[self.place_on(joined.who, last_day).at()] = Standing::Member;
            }
        }
        Membership { standing }
    }
}

/// The standing that participations alone give; `rows` stand in the order of the days they begin, undated ones first.
fn by_participations<'a>(rows: impl Iterator<Item = &'a DatedAttendance>, window: &Window) -> Standing {
    let Some(period) = window.period else {
        return by_count(rows.filter(|row| row.falls_into(window)));
    };
    let memory = period.end().plus_months(-MEMORY_MONTHS).min(period.start());
    let remembered = Period::new(memory, period.end()).unwrap_or(period);
    let (mut in_window, mut twice) = (false, false);
    // The latest end so far of two different events: the second stands in where the first is the row's own event.
    let mut latest: [Option<(Day, u32)>; 2] = [None; 2];
    let mut undated: Option<u32> = None;
    for row in rows.filter(|row| !row.planned) {
        let event = row.event.0;
        in_window |= row.falls_into(window);
        let Some(days) = row.period else {
            // Undated: counts in `all` only, and nothing says that it lies far from any other.
            if window.includes_undated {
                twice |= undated.is_some_and(|other| other != event);
                undated = Some(event);
            }
            continue;
        };
        let Some(days) = days.intersection(remembered) else {
            continue;
        };
        let before = latest.iter().flatten().find(|(_, other)| *other != event);
        twice = twice || before.is_some_and(|(end, _)| end.plus_months(MEMORY_MONTHS) >= days.start());
        twice |= undated.is_some_and(|other| other != event);
        remember(&mut latest, days.end(), event);
    }
    match (in_window, twice) {
        (false, _) => Standing::Absent,
        (true, false) => Standing::Guest,
        (true, true) => Standing::Member,
    }
}

/// Keeps the two latest ends of different events, the later first.
fn remember(latest: &mut [Option<(Day, u32)>; 2], end: Day, event: u32) {
    let [first, second] = *latest;
    let new = Some((end, event));
    *latest = match (first, second) {
        (Some((old, same)), _) if same == event => [Some((old.max(end), same)), second],
        (Some((old, _)), _) if end >= old => [new, first],
        (_, Some((old, same))) if same == event => [first, Some((old.max(end), same))],
        (Some(_), kept) => [first, kept.max(new)],
        (None, _) => [new, None],
    };
}

fn by_count<'a>(rows: impl Iterator<Item = &'a DatedAttendance>) -> Standing {
    let mut events: Vec<u32> = rows.map(|row| row.event.0).collect();
    events.sort_unstable();
    events.dedup();
    match events.len() {
        0 => Standing::Absent,
        1 => Standing::Guest,
        _ => Standing::Member,
    }
}
