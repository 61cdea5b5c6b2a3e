//! How long was somebody there?
//!
//! In: the times at which a person came and left, as often as it happened. Out: hours: times that overlap, because a
//! person joined from two devices, count once.

use super::Place;
use crate::config::DateOrder;
use crate::records::cells::{self, DateForm, DayOrder, Read};
use crate::time::Day;

/// A moment: seconds since 1970-01-01 by the clock of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment(i64);

const DAY: i64 = 86_400;

impl Moment {
    /// Its day as `2024-05-13`.
    pub(super) fn date(self) -> String {
        // within the years that dates are read in
        Day::from_number(self.0.div_euclid(DAY) as i32).to_string()
    }
}

/// One stay of one person.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Session {
    /// The day on which it began, empty where nothing says it.
    pub date: String,
    /// From when until when.
    pub spell: Option<(Moment, Moment)>,
    /// Minutes as the report counts them.
    pub minutes: Option<f64>,
}

/// All stays of one person at one event.
#[derive(Debug, Clone, Default)]
pub(super) struct Presence {
    /// The row of the participation.
    pub place: Option<Place>,
    spells: Vec<(Moment, Moment)>,
    /// Minutes of stays whose times are not known.
    minutes: Option<f64>,
}

impl Presence {
    /// Adds a stay.
    pub(super) fn add(&mut self, session: &Session) {
        match session.spell {
            Some(spell) => self.spells.push(spell),
            None => {
                if let Some(minutes) = session.minutes.filter(|minutes| *minutes >= 0.0) {
                    self.minutes = Some(self.minutes.unwrap_or(0.0) + minutes);
                }
            }
        }
    }

    /// Hours with two decimals; `None` where no stay says how long it was.
    pub(super) fn hours(&self) -> Option<String> {
        if self.spells.is_empty() && self.minutes.is_none() {
            return None;
        }
        let seconds = covered(&self.spells) as f64 + self.minutes.unwrap_or(0.0) * 60.0;
        let hours = (seconds / 36.0).round() / 100.0;
        Some(hours.to_string())
    }
}

/// Seconds that lie in at least one of the spells.
fn covered(spells: &[(Moment, Moment)]) -> i64 {
    let mut sorted = spells.to_vec();
    sorted.sort_unstable();
    let (mut total, mut reached) = (0, i64::MIN);
    for (Moment(start), Moment(end)) in sorted {
        let start = start.max(reached);
        if end > start {
            total += end - start;
            reached = end;
        }
    }
    total
}

/// Whether a time is written with AM or PM.
pub(super) fn has_half_day(text: &str) -> bool {
    half_day(text).is_some()
}

/// Whether AM or PM stands at the end, and whether it is PM: `PM`, `p. m.`.
fn half_day(text: &str) -> Option<bool> {
    let letters: String = text
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect::<String>()
        .to_lowercase();
    if letters.ends_with("pm") {
        Some(true)
    } else {
        letters.ends_with("am").then_some(false)
    }
}

/// The moment of a cell with date and time, where its column leaves no choice.
pub(super) fn moment(text: &str, order: DateOrder) -> Option<Moment> {
    let form = DateForm::ordered(DayOrder::told(order));
    match cells::date(text.trim(), form) {
        Read::Value(span) => at(&span.first.to_string(), text),
        Read::Nothing | Read::Bad => None,
    }
}

/// The moment of a day already read and the time that the same cell says.
pub(super) fn at(date: &str, text: &str) -> Option<Moment> {
    let day: Day = date.parse().ok()?;
    let (_, time) = text.trim().split_once([' ', 'T'])?;
    let clock = time.trim_start();
    let digits_end = clock
        .find(|c: char| !c.is_ascii_digit() && c != ':')
        .unwrap_or(clock.len());
    let mut parts = clock[..digits_end].split(':');
    let mut number = |most: i64| {
        parts
            .next()
            .map_or(Some(0), |part| part.parse::<i64>().ok())
            .filter(|n| (0..=most).contains(n))
    };
    let (hour, minute, second) = (number(23)?, number(59)?, number(60)?);
    let hour = match half_day(clock) {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(false) => hour % 12,
        Some(true) => hour % 12 + 12,
        None => hour,
    };
    Some(Moment(
        i64::from(day.number()) * DAY + hour * 3600 + minute * 60 + second,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(text: &str) -> Option<i64> {
        moment(text, DateOrder::MonthDay).map(|Moment(seconds)| seconds.rem_euclid(DAY))
    }

    #[test]
    fn times_are_read_as_reports_write_them() {
        let cases = [
            ("10/05/2026 05:55:00 PM", 17 * 3600 + 55 * 60),
            ("10/05/2026 12:05:09 AM", 5 * 60 + 9),
            ("10/05/2026 12:00 p. m.", 12 * 3600),
            ("2026-10-05 17:55", 17 * 3600 + 55 * 60),
            ("2026-10-05T17:55:30.250Z", 17 * 3600 + 55 * 60 + 30),
        ];
        for (text, expected) in cases {
            assert_eq!(clock(text), Some(expected), "{text}");
            assert_eq!(
                moment(text, DateOrder::MonthDay).map(Moment::date).as_deref(),
                Some("2026-10-05")
            );
        }
        for text in ["2026-10-05", "10/05/2026 25:00", "10/05/2026 13:00 PM", "soon"] {
            assert_eq!(clock(text), None, "{text}");
        }
    }

    #[test]
    fn overlapping_stays_count_once() {
        let at = |minute: i64| Moment(minute * 60);
        // 0-30 and 20-60 cover an hour, 90-120 half an hour more, 95-100 lies within
        let stays = [(at(90), at(120)), (at(0), at(30)), (at(95), at(100)), (at(20), at(60))];
        let mut presence = Presence::default();
        for spell in stays {
            let session = Session {
                spell: Some(spell),
                minutes: Some(99.0),
                ..Session::default()
            };
            presence.add(&session);
        }
        assert_eq!(presence.hours().as_deref(), Some("1.5"));
        presence.add(&Session {
            minutes: Some(20.0),
            ..Session::default()
        });
        // 20 minutes more are a third of an hour
        assert_eq!(presence.hours().as_deref(), Some("1.83"));
        assert_eq!(Presence::default().hours(), None);
    }
}
