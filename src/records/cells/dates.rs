//! Which day is `03/05/2024`? Decided from the whole column, refused where nothing settles it.
//!
//! In: the cells of a column and what `hub.toml` says of it. Out: how its dates are written (the order of day and
//! month, a spreadsheet's day numbers), and each cell's days: a year, quarter or month is a span.

use std::borrow::Cow;

use super::{Read, plain};
use crate::config::DateOrder;
use crate::records::{End, FormDoubt, words};
use crate::time::{DateSpan, Day};

mod clock;
mod parts;
#[cfg(test)]
mod tests;

/// Which of day and month stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::records) enum DayOrder {
    /// `31/12/2024`
    DayMonth,
    /// `12/31/2024`
    MonthDay,
}

/// The day from which a spreadsheet counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::records) enum Epoch {
    /// Day 1 is 1900-01-01 (and, by an old error, day 60 is 1900-02-29).
    Y1900,
    /// Day 0 is 1904-01-01.
    Y1904,
}

/// How the dates of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::records) struct DateForm {
    /// The order of day and month, where some cell leaves it open.
    pub order: Option<DayOrder>,
    /// Where its day numbers begin, where it holds some.
    pub epoch: Option<Epoch>,
    /// Whether `2024-1` is a month: some cell such as `2024-5` says so. Otherwise it could as well be a half-year.
    pub short_months: bool,
    /// Whether years of two digits occur: 70 to 99 lie in the last century.
    pub short_years: bool,
}

/// Why the dates of a column cannot be read without a word from the reader; each names a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::records) enum DateDoubt {
    /// This cell could be read either way and no other settles it.
    Undecidable(usize),
    /// This cell cannot be read in the order that `hub.toml` sets for all columns, and no other cell speaks for it.
    Contradicted(usize),
    /// This cell is a day number among written dates.
    Mixed(usize),
}

/// What `hub.toml` says of the dates of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::records) struct DatesTold {
    /// The order of day and month.
    pub order: Option<DayOrder>,
    /// Where day numbers begin.
    pub epoch: Option<Epoch>,
    /// Whether it is said of this column, not of all.
    pub of_this_column: bool,
}

impl DateDoubt {
    /// The first row in doubt.
    pub(in crate::records) const fn row(self) -> usize {
        match self {
            Self::Undecidable(row) | Self::Contradicted(row) | Self::Mixed(row) => row,
        }
    }

    /// What is in doubt.
    pub(in crate::records) const fn form(self) -> FormDoubt {
        match self {
            Self::Undecidable(_) => FormDoubt::DateOrder,
            Self::Contradicted(_) => FormDoubt::DateOrderContradicted,
            Self::Mixed(_) => FormDoubt::MixedDates,
        }
    }
}

impl DayOrder {
    /// The order that was told; none where the cells are to settle it.
    pub(in crate::records) const fn told(order: DateOrder) -> Option<Self> {
        match order {
            DateOrder::Auto => None,
            DateOrder::DayMonth => Some(Self::DayMonth),
            DateOrder::MonthDay => Some(Self::MonthDay),
        }
    }
}

impl DateForm {
    /// Dates of a known order.
    pub(in crate::records) fn ordered(order: Option<DayOrder>) -> Self {
        Self {
            order,
            ..Self::default()
        }
    }
}

impl DatesTold {
    /// What is told of all columns.
    pub(in crate::records) const fn of_all(order: DateOrder) -> Self {
        Self {
            order: DayOrder::told(order),
            epoch: None,
            of_this_column: false,
        }
    }
}

/// What the cells of a column say of its form, by the first row that says it.
#[derive(Default)]
struct Evidence {
    day_month: Option<usize>,
    month_day: Option<usize>,
    either: Option<usize>,
    serial: Option<usize>,
    written: bool,
    form: DateForm,
}

/// Decides from all cells of a column.
pub(in crate::records) fn date_form<'a>(
    cells: impl Iterator<Item = Option<&'a str>>,
    told: DatesTold,
) -> Result<DateForm, DateDoubt> {
    let evidence = Evidence::of(cells);
    let mut form = evidence.form;
    if let Some(row) = evidence.serial {
        if evidence.written && told.epoch.is_none() {
            return Err(DateDoubt::Mixed(row));
        }
        form.epoch = Some(told.epoch.unwrap_or(Epoch::Y1900));
    }
    let own = match (evidence.day_month, evidence.month_day) {
        (Some(_), None) => Some(DayOrder::DayMonth),
        (None, Some(_)) => Some(DayOrder::MonthDay),
        _ => None,
    };
    form.order = match (told.order, own, evidence.either) {
        (Some(order), ..) if told.of_this_column => Some(order),
        (Some(order), Some(own), Some(_)) if order != own => {
            let row = evidence.day_month.or(evidence.month_day).unwrap_or_default();
            return Err(DateDoubt::Contradicted(row));
        }
        (None, None, Some(row)) => return Err(DateDoubt::Undecidable(row)),
        (order, own, _) => own.or(order),
    };
    Ok(form)
}

impl Evidence {
    fn of<'a>(cells: impl Iterator<Item = Option<&'a str>>) -> Self {
        let mut found = Self::default();
        for (row, cell) in cells.enumerate() {
            if let Some(text) = cell {
                found.look_at(row, &plain(text));
            }
        }
        found
    }

    fn look_at(&mut self, row: usize, text: &str) {
        if parts::iso(text).is_some() {
            self.written = true;
        } else if serial(text, Epoch::Y1900).is_some() {
            self.serial.get_or_insert(row);
        } else if let Some(numbers) = parts::three_numbers(text) {
            self.written = true;
            self.form.short_years |= numbers.short_year;
            match (numbers.first > 12, numbers.second > 12) {
                (true, false) => _ = self.day_month.get_or_insert(row),
                (false, true) => _ = self.month_day.get_or_insert(row),
                (false, false) if numbers.first != numbers.second => _ = self.either.get_or_insert(row),
                _ => {}
            }
        } else if let Some(part) = parts::named(text, true) {
            self.written = true;
            self.form.short_years |= part.short_year;
            self.form.short_months |= part.short_month.is_some_and(|month| month > 2);
        }
    }
}

/// The days of one cell; where its column left the order open, only what can be read one way.
pub(in crate::records) fn date(text: &str, form: DateForm) -> Read<DateSpan> {
    match written(&plain(text), form) {
        Written::Days(span) => Read::Value(span),
        Written::Never | Written::Forever => Read::Nothing,
        Written::Unread => Read::Bad,
    }
}

/// The end that one cell says: a day, or an open one.
pub(in crate::records) fn end(text: &str, form: DateForm) -> Read<End> {
    let text: Cow<'_, str> = plain(text);
    // no word for an open end begins with a digit
    if !text.starts_with(|c: char| c.is_ascii_digit()) && words::is_open(&text) {
        return Read::Value(End::Open);
    }
    match written(&text, form) {
        Written::Days(span) => Read::Value(End::On(span)),
        Written::Forever => Read::Value(End::Open),
        Written::Never => Read::Nothing,
        Written::Unread => Read::Bad,
    }
}

/// What stands in a cell of dates.
enum Written {
    Days(DateSpan),
    /// A day that programs write where none was entered.
    Never,
    /// A day that programs write for "without end".
    Forever,
    Unread,
}

fn written(text: &str, form: DateForm) -> Written {
    // the form of almost every cell of a well-kept table
    if let Some(day) = parts::iso(text) {
        return judged(day.map(DateSpan::exact));
    }
    if let Some(day) = form.epoch.and_then(|epoch| serial(text, epoch)) {
        return Written::Days(DateSpan::exact(day));
    }
    let Some(numbers) = parts::three_numbers(text) else {
        return judged(parts::named(text, form.short_months).map(|part| part.span));
    };
    let (first, second) = (numbers.first, numbers.second);
    if first == 0 && second == 0 {
        return Written::Never;
    }
    let day_month = || Day::from_ymd(numbers.year, second, first);
    let month_day = || Day::from_ymd(numbers.year, first, second);
    let day = match form.order {
        Some(DayOrder::DayMonth) => day_month(),
        Some(DayOrder::MonthDay) => month_day(),
        None if first == second || first > 12 => day_month(),
        None if second > 12 => month_day(),
        None => None,
    };
    judged(day.map(DateSpan::exact))
}

/// Days that programs write where no date was entered: the zeros of Excel's two calendars, of Unix time (in Greenwich
/// and west of it) and of SQL Server.
const NEVER: [i32; 7] = [-25_569, -25_568, -25_567, -24_107, -1, 0, -79_257];

/// Years that programs write for "without end".
const FOREVER: [i16; 3] = [2999, 3000, 9999];

/// Years outside these are slips of the hand (`0202`, `9990`): one would cut a study into thousands of windows.
const PLAUSIBLE_YEARS: std::ops::RangeInclusive<i16> = 1800..=2200;

fn judged(span: Option<DateSpan>) -> Written {
    let Some(span) = span else { return Written::Unread };
    let year = span.first.year();
    if span.first == span.last && NEVER.contains(&span.first.number()) || (0..=1).contains(&year) {
        Written::Never
    } else if FOREVER.contains(&year) {
        Written::Forever
    } else if PLAUSIBLE_YEARS.contains(&year) {
        Written::Days(span)
    } else {
        Written::Unread
    }
}

/// A spreadsheet's day number of the years 1954 to 2119 (four years later where it counts from 1904), with a part of a
/// day or without.
fn serial(text: &str, epoch: Epoch) -> Option<Day> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 5 || !plain(whole) || !plain(part) {
        return None;
    }
    let days: i32 = whole.parse().ok().filter(|days| (20_000..80_000).contains(days))?;
    Some(Day::from_number(match epoch {
        Epoch::Y1900 => days - 25_569,
        Epoch::Y1904 => days - 24_107,
    }))
}
