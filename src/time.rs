//! When? Days, half-open periods and the windows into which a study is cut.
//!
//! In: calendar dates and a [`WindowScheme`]. Out: [`Window`]s. Knows no stakeholder and never asks the clock.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// A calendar day, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

const EPOCH: Date = Date::constant(1970, 1, 1);

impl Day {
    /// The day of a calendar date, `None` when there is no such date.
    #[must_use]
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self::from_date)
    }

    /// The day that stands `number` days after 1970-01-01.
    #[must_use]
    pub const fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day before or after by so many days.
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The same day of the month so many months later (earlier when negative), the month's last day where it has none.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        Self::from_date(self.date().saturating_add(months.months()))
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.date().month()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day_of_month(self) -> i8 {
        self.date().day()
    }

    /// Days from `earlier` to this day.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    fn from_date(date: Date) -> Self {
        let span = EPOCH.until(date).unwrap_or_else(|_| Span::new());
        Self(span.get_days())
    }

    fn date(self) -> Date {
        EPOCH.saturating_add(self.0.days())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.date())
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        text.parse::<Date>().map(Self::from_date).map_err(|_| NotADay)
    }
}

/// The text is not a date of the form `2026-02-13`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the form 2026-02-13")]
pub struct NotADay;

/// What a record says of a date: a whole year or month is a span of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateSpan {
    /// Its first day: what it means as a start.
    pub first: Day,
    /// Its last day: what it means as an end.
    pub last: Day,
}

impl DateSpan {
    /// A date known to the day.
    #[must_use]
    pub const fn exact(day: Day) -> Self {
        Self { first: day, last: day }
    }
}

/// A half-open stretch of days, never empty: `start` belongs to it, `end` does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    start: Day,
    end: Day,
}

impl Period {
    /// The period from `start` up to but not including `end`; `None` when it would be empty.
    #[must_use]
    pub fn new(start: Day, end: Day) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// One day.
    #[must_use]
    pub const fn day(day: Day) -> Self {
        Self {
            start: day,
            end: day.plus_days(1),
        }
    }

    /// Its first day.
    #[must_use]
    pub const fn start(self) -> Day {
        self.start
    }

    /// The day after its last.
    #[must_use]
    pub const fn end(self) -> Day {
        self.end
    }

    /// How many days it has.
    #[must_use]
    pub const fn days(self) -> i32 {
        self.end.0 - self.start.0
    }

    /// Whether the day belongs to it.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.start <= day && day < self.end
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The days that both have.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.start.max(other.start), self.end.min(other.end))
    }

    /// The period of equal length that ends where this one begins: as many months where it is whole months (the year
    /// before a leap year is a year too), else as many days.
    #[must_use]
    pub fn preceding(self) -> Self {
        let number = |day: Day| i32::from(day.year()) * 12 + i32::from(day.month());
        let months = number(self.end) - number(self.start);
        let start = if months > 0 && self.start.plus_months(months) == self.end {
            self.start.plus_months(-months)
        } else {
            Day(self.start.0 - self.days())
        };
        Self { start, end: self.start }
    }
}

/// How a study is cut into windows (`--window`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowScheme {
    /// One window over every record that began by `as_of`, the undated included.
    All,
    /// The last fully covered twelve months.
    Latest,
    /// One calendar year.
    Year(i16),
    /// One quarter of a calendar year.
    Quarter(i16, i8),
    /// Twelve months, stepped by a quarter: overlapping, for display only.
    Rolling,
    /// Each calendar year.
    Years,
    /// Each quarter.
    Quarters,
    /// From the first day up to the end of each year.
    Cumulative,
}

impl WindowScheme {
    /// Whether it may yield several windows.
    #[must_use]
    pub const fn is_series(self) -> bool {
        matches!(self, Self::Rolling | Self::Years | Self::Quarters | Self::Cumulative)
    }
}

impl FromStr for WindowScheme {
    type Err = UnknownWindow;

    fn from_str(text: &str) -> Result<Self, UnknownWindow> {
        let unknown = || UnknownWindow(text.to_owned());
        match text {
            "all" => Ok(Self::All),
            "latest" => Ok(Self::Latest),
            "rolling" => Ok(Self::Rolling),
            "years" => Ok(Self::Years),
            "quarters" => Ok(Self::Quarters),
            "cumulative" => Ok(Self::Cumulative),
            _ => match text.split_once("-Q") {
                None => text.parse().map(Self::Year).map_err(|_| unknown()),
                Some((year, quarter)) => {
                    let quarter = quarter.parse().map_err(|_| unknown())?;
                    let year = year.parse().map_err(|_| unknown())?;
                    if (1..=4).contains(&quarter) {
                        Ok(Self::Quarter(year, quarter))
                    } else {
                        Err(unknown())
                    }
                }
            },
        }
    }
}

/// The text names no window scheme.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "unknown window \"{0}\": expected all, latest, a year (2025), a quarter (2025-Q2), rolling, years, quarters or cumulative"
)]
pub struct UnknownWindow(pub String);

/// The stretch of time that the records speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Study {
    /// First day on which something began or took place, or as declared.
    pub from: Day,
    /// Last such day, or as declared; later starts are plans and belong to no window.
    pub as_of: Day,
}

impl Study {
    /// From the first day to the end of the day `as_of`.
    #[must_use]
    pub const fn period(self) -> Period {
        Period {
            start: self.from,
            end: self.as_of.plus_days(1),
        }
    }
}

/// Why a window's figures cannot be compared with its neighbours'.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Partial {
    /// The records begin after the window does.
    BeginsEarly,
    /// The window would end after the last day known.
    EndsLate,
    /// A recording source stops in it or before it.
    RecordingStopped,
}

impl Partial {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::BeginsEarly => "begins_early",
            Self::EndsLate => "ends_late",
            Self::RecordingStopped => "recording_stopped",
        }
    }
}

/// One stretch of the study for which figures are computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// What it is called: `2025`, `2025-Q2`, `2025-04-01/2026-04-01`, `all`.
    pub label: String,
    /// Its days, cut at the end of `as_of`; `None` for the window `all` of records without any date.
    pub period: Option<Period>,
    /// Whether undated records belong to it (only to `all`; undated partnerships belong to every window).
    pub includes_undated: bool,
    /// Why it is only partly covered, when it is.
    pub partial: Option<Partial>,
}

impl Window {
    /// The window of equal length that ends where this one begins, for entries, exits and retention.
    #[must_use]
    pub fn preceding(&self) -> Option<Self> {
        let period = self.period?.preceding();
        Some(Self {
            label: format!("{}/{}", period.start(), period.end()),
            period: Some(period),
            includes_undated: false,
            partial: None,
        })
    }
}

/// Cuts a study into windows; `stops` are the days on which a recording source stopped.
///
/// `study` is `None` where nothing is dated: then there is one window, `all`.
#[must_use]
pub fn windows(scheme: WindowScheme, study: Option<Study>, stops: &[Day]) -> Vec<Window> {
    let Some(study) = study else {
        return vec![Window {
            label: "all".into(),
            period: None,
            includes_undated: true,
            partial: None,
        }];
    };
    let whole = study.period();
    match scheme {
        WindowScheme::All => {
            vec![Window {
                label: "all".into(),
                period: Some(whole),
                includes_undated: true,
                partial: None,
            }]
        }
        WindowScheme::Latest => vec![latest(study, stops)],
        // nothing can be said of a year outside the study: no window, not an empty one
        WindowScheme::Year(year) => calendar(year, 1, 12)
            .filter(|p| p.overlaps(whole))
            .map(|p| cut(p, year.to_string(), study, stops))
            .into_iter()
            .collect(),
        WindowScheme::Quarter(year, quarter) => calendar(year, quarter * 3 - 2, 3)
            .filter(|p| p.overlaps(whole))
            .map(|p| cut(p, format!("{year}-Q{quarter}"), study, stops))
            .into_iter()
            .collect(),
        WindowScheme::Years => (study.from.year()..=study.as_of.year())
            .filter_map(|year| Some(cut(calendar(year, 1, 12)?, year.to_string(), study, stops)))
            .collect(),
        WindowScheme::Quarters => quarters(study)
            .filter_map(|(year, quarter)| {
                Some(cut(
                    calendar(year, quarter * 3 - 2, 3)?,
                    format!("{year}-Q{quarter}"),
                    study,
                    stops,
                ))
            })
            .collect(),
        WindowScheme::Rolling => rolling(study, stops),
        WindowScheme::Cumulative => (study.from.year()..=study.as_of.year())
            .filter_map(|year| {
                let period = Period::new(study.from, calendar(year, 1, 12)?.end())?;
                Some(cut(period, format!("to {year}"), study, stops))
            })
            .collect(),
    }
}

/// The last twelve months that the records cover in full; shorter where they cover less.
fn latest(study: Study, stops: &[Day]) -> Window {
    let end = stops
        .iter()
        .copied()
        .chain([study.as_of])
        .min()
        .unwrap_or(study.as_of)
        .max(study.from)
        .plus_days(1);
    let start = end.plus_months(-12);
    let period = Period {
        start: start.max(study.from),
        end,
    };
    let partial = (start < study.from).then_some(Partial::BeginsEarly);
    Window {
        label: format!("{}/{}", period.start, period.end),
        period: Some(period),
        includes_undated: false,
        partial,
    }
}

/// Twelve months ending at `as_of`, then each a quarter earlier, back to the first that fits; oldest first.
fn rolling(study: Study, stops: &[Day]) -> Vec<Window> {
    let end = study.as_of.plus_days(1);
    let mut windows: Vec<Window> = (0..)
        .map(|step| (end.plus_months(-3 * step - 12), end.plus_months(-3 * step)))
        .take_while(|(start, _)| *start >= study.from)
        .filter_map(|(start, end)| {
            let period = Period::new(start, end)?;
            Some(cut(period, format!("{start}/{end}"), study, stops))
        })
        .collect();
    windows.reverse();
    if windows.is_empty() {
        windows.push(latest(study, stops));
    }
    windows
}

fn quarters(study: Study) -> impl Iterator<Item = (i16, i8)> {
    let number = |day: Day| i32::from(day.year()) * 4 + (i32::from(day.month()) - 1) / 3;
    (number(study.from)..=number(study.as_of)).map(|n| (n.div_euclid(4) as i16, n.rem_euclid(4) as i8 + 1))
}

fn calendar(year: i16, first_month: i8, months: i32) -> Option<Period> {
    let start = Day::from_ymd(year, first_month, 1)?;
    Period::new(start, start.plus_months(months))
}

/// The part of a period that the study covers, marked where something of it is missing.
fn cut(period: Period, label: String, study: Study, stops: &[Day]) -> Window {
    let covered = study.period();
    let partial = if period.start < covered.start {
        Some(Partial::BeginsEarly)
    } else if period.end > covered.end {
        Some(Partial::EndsLate)
    } else if stops.iter().any(|stop| *stop < period.end.plus_days(-1)) {
        Some(Partial::RecordingStopped)
    } else {
        None
    };
    // A window wholly outside the study keeps its own days: it holds no records and says so by being partial.
    let kept = Period::new(period.start, period.end.min(covered.end)).unwrap_or(period);
    Window {
        label,
        period: Some(kept),
        includes_undated: false,
        partial,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a date")
    }

    fn study(from: &str, as_of: &str) -> Study {
        Study {
            from: day(from),
            as_of: day(as_of),
        }
    }

    #[test]
    fn days_count_from_the_epoch_and_print_as_iso() {
        assert_eq!(day("1970-01-02").number(), 1);
        assert_eq!(day("2024-02-29").to_string(), "2024-02-29");
        assert_eq!(day("2024-01-31").plus_months(1), day("2024-02-29"));
        assert!("2023-02-29".parse::<Day>().is_err());
    }

    #[test]
    fn a_day_on_the_boundary_belongs_to_exactly_one_period() {
        let first = Period::new(day("2024-01-01"), day("2024-07-01")).expect("not empty");
        let second = Period::new(day("2024-07-01"), day("2025-01-01")).expect("not empty");
        assert!(!first.contains(day("2024-07-01")) && second.contains(day("2024-07-01")));
        assert!(!first.overlaps(second));
    }

    #[test]
    fn the_year_before_a_leap_year_is_a_year() {
        let leap = Period::new(day("2024-01-01"), day("2025-01-01")).expect("not empty");
        assert_eq!(
            Period::new(day("2023-01-01"), day("2024-01-01")),
            Some(leap.preceding())
        );
        let ten_days = Period::new(day("2024-03-05"), day("2024-03-15")).expect("not empty");
        assert_eq!(ten_days.preceding().start(), day("2024-02-24"));
    }

    #[test]
    fn a_year_or_quarter_outside_the_study_is_no_window() {
        let found = |scheme| windows(scheme, Some(study("2022-03-01", "2024-06-30")), &[]).len();
        for scheme in [
            WindowScheme::Year(2021),
            WindowScheme::Year(2025),
            WindowScheme::Quarter(2024, 3),
        ] {
            assert_eq!(found(scheme), 0, "{scheme:?}");
        }
        for scheme in [
            WindowScheme::Year(2022),
            WindowScheme::Year(2024),
            WindowScheme::Quarter(2024, 2),
        ] {
            assert_eq!(found(scheme), 1, "{scheme:?}");
        }
    }

    #[test]
    fn years_are_cut_at_as_of_and_marked() {
        let windows = windows(WindowScheme::Years, Some(study("2022-03-01", "2024-06-30")), &[]);
        let marks: Vec<_> = windows.iter().map(|w| (w.label.as_str(), w.partial)).collect();
        assert_eq!(
            marks,
            [
                ("2022", Some(Partial::BeginsEarly)),
                ("2023", None),
                ("2024", Some(Partial::EndsLate))
            ]
        );
        assert_eq!(windows[2].period.map(Period::end), Some(day("2024-07-01")));
    }

    #[test]
    fn a_recording_stop_marks_every_window_it_reaches() {
        let stops = [day("2021-06-30")];
        let windows = windows(WindowScheme::Years, Some(study("2020-01-01", "2022-12-31")), &stops);
        let marks: Vec<_> = windows.iter().map(|w| w.partial).collect();
        assert_eq!(
            marks,
            [None, Some(Partial::RecordingStopped), Some(Partial::RecordingStopped)]
        );
    }

    #[test]
    fn latest_is_the_twelve_months_up_to_as_of() {
        let window = &windows(WindowScheme::Latest, Some(study("2019-01-01", "2024-12-31")), &[])[0];
        assert_eq!(window.period, Period::new(day("2024-01-01"), day("2025-01-01")));
        assert_eq!(window.partial, None);
    }

    #[test]
    fn rolling_windows_step_by_a_quarter_and_end_at_as_of() {
        let windows = windows(WindowScheme::Rolling, Some(study("2022-01-01", "2023-12-31")), &[]);
        let ends: Vec<_> = windows
            .iter()
            .filter_map(|w| w.period)
            .map(|p| p.end().to_string())
            .collect();
        assert_eq!(
            ends,
            ["2023-01-01", "2023-04-01", "2023-07-01", "2023-10-01", "2024-01-01"]
        );
    }

    #[test]
    fn window_names_are_read_back() {
        assert_eq!("2025-Q2".parse(), Ok(WindowScheme::Quarter(2025, 2)));
        assert_eq!("2025".parse(), Ok(WindowScheme::Year(2025)));
        assert!("2025-Q5".parse::<WindowScheme>().is_err());
        assert!("yearly".parse::<WindowScheme>().is_err());
    }
}
