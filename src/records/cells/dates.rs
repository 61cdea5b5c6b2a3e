//! Which day is `03/05/2024`? Decided from the whole column, refused where nothing settles it.
//!
//! In: the cells of a column. Out: the order of day and month (or that the cells are a spreadsheet's day numbers),
//! and each cell's days: a year, quarter or month is a span.

use super::{Decision, Read};
use crate::records::words;
use crate::time::{DateSpan, Day};

/// How the dates of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::records) enum DateForm {
    /// `31/12/2024`
    DayMonth,
    /// `12/31/2024`
    MonthDay,
    /// Days since 1899-12-30, as spreadsheets count.
    Serial,
}

/// Decides from all cells of a column.
pub(in crate::records) fn date_form<'a, I>(cells: impl Fn() -> I) -> Decision<DateForm>
where
    I: Iterator<Item = Option<&'a str>>,
{
    let mut filled = cells()
        .flatten()
        .filter(|cell| !words::is_open(cell) && !words::is_nothing(cell))
        .peekable();
    if filled.peek().is_some() && filled.all(|cell| serial(cell).is_some()) {
        return Decision::Settled(DateForm::Serial);
    }
    let (mut day_month, mut month_day, mut either) = (false, false, None);
    for (row, cell) in cells().enumerate() {
        let Some((first, second, _)) = cell.and_then(three_numbers) else {
            continue;
        };
        match (first > 12, second > 12) {
            (true, false) => day_month = true,
            (false, true) => month_day = true,
            (false, false) if first != second => either = either.or(Some(row)),
            _ => {}
        }
    }
    match (day_month, month_day, either) {
        (true, false, _) => Decision::Settled(DateForm::DayMonth),
        (false, true, _) => Decision::Settled(DateForm::MonthDay),
        (_, _, Some(row)) => Decision::Undecidable(row),
        _ => Decision::NotNeeded,
    }
}

/// The days of one cell; without a decision for its column, only what can be read one way.
pub(in crate::records) fn date(text: &str, form: Option<DateForm>) -> Read<DateSpan> {
    // the form of almost every cell of a well-kept table
    if let Some(day) = iso(text) {
        return unless_sentinel(day.map(DateSpan::exact));
    }
    if form == Some(DateForm::Serial)
        && let Some(day) = serial(text)
    {
        return Read::Value(DateSpan::exact(day));
    }
    if let Some((first, second, year)) = three_numbers(text) {
        let day_month = || Day::from_ymd(year, second, first);
        let month_day = || Day::from_ymd(year, first, second);
        let day = match form {
            Some(DateForm::DayMonth) => day_month(),
            Some(DateForm::MonthDay) => month_day(),
            _ if first == second || first > 12 => day_month(),
            _ if second > 12 => month_day(),
            _ => None,
        };
        return unless_sentinel(day.map(DateSpan::exact));
    }
    unless_sentinel(partial(text))
}

/// Days that programs write where no date was entered: 1900-01-01, 1970-01-01, 9999-12-31.
const SENTINELS: [i32; 3] = [-25_567, 0, 2_932_896];

/// Years outside these are slips of the hand (`0202`, `9990`): one would cut a study into thousands of windows.
const PLAUSIBLE_YEARS: std::ops::RangeInclusive<i16> = 1800..=2200;

fn unless_sentinel(span: Option<DateSpan>) -> Read<DateSpan> {
    match span {
        None => Read::Bad,
        Some(span) if SENTINELS.contains(&span.first.number()) && span.first == span.last => Read::Nothing,
        Some(span) if !PLAUSIBLE_YEARS.contains(&span.first.year()) => Read::Bad,
        Some(span) => Read::Value(span),
    }
}

/// `2024-05-13`, alone or with a time; the outer `None` means another form.
fn iso(text: &str) -> Option<Option<Day>> {
    let bytes = text.as_bytes();
    let marks = bytes.len() >= 10 && bytes[4] == bytes[7] && matches!(bytes[4], b'-' | b'/' | b'.');
    let time = bytes
        .get(10)
        .is_none_or(|byte| matches!(byte, b'T' | b' ') && text[11..].contains(':'));
    if !marks || !time {
        return None;
    }
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    if year == 0 {
        // `0000-00-00`: databases write it for no date at all
        return Some(Day::from_ymd(1900, 1, 1));
    }
    Some(Day::from_ymd(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?))
}

/// A spreadsheet's day number of the years 1954 to 2119.
fn serial(text: &str) -> Option<Day> {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let days: i32 = whole.parse().ok()?;
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (plain && (20_000..80_000).contains(&days)).then(|| Day::from_number(days - 25_569))
}

/// Three numbers of which the last is a year: `03/05/2024`, `3-5-24`, `3.5.2024 17:30`.
fn three_numbers(text: &str) -> Option<(i8, i8, i16)> {
    let text = without_time(text);
    let mark = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(mark, '/' | '-' | '.') {
        return None;
    }
    let mut parts = text.split(mark).map(str::trim);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || first.len() > 2 || second.len() > 2 {
        return None;
    }
    Some((first.parse().ok()?, second.parse().ok()?, full_year(year)?))
}

fn without_time(text: &str) -> &str {
    match text.split_once([' ', 'T']) {
        Some((date, time)) if time.contains(':') => date,
        _ => text,
    }
}

/// A year of four digits, or of two: 70 to 99 lie in the last century.
fn full_year(text: &str) -> Option<i16> {
    let year: i16 = text.parse().ok()?;
    match text.len() {
        4 if year >= 1000 => Some(year),
        2 if year >= 70 => Some(1900 + year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// A year, a quarter, a month, or a day whose month is a word.
fn partial(text: &str) -> Option<DateSpan> {
    let key = words::key(without_time(text));
    let words: Vec<&str> = key
        .split([' '])
        .filter(|word| !matches!(*word, "de" | "del" | "of" | "do" | "da" | "the" | "el" | "le"))
        .collect();
    match words[..] {
        [year] if year.len() == 4 => months(year.parse().ok().filter(|year| *year >= 1000)?, 1, 12),
        [one, other] => quarter(one, other)
            .or_else(|| quarter(other, one))
            .or_else(|| month(one, other)),
        // `2024-5-3`: the year stands first, so the month is next
        [year, month, day] if year.len() == 4 && words::month(month).is_none() => {
            let number = |word: &str| word.parse().ok().filter(|_| word.len() <= 2);
            Day::from_ymd(
                year.parse().ok().filter(|year| *year >= 1000)?,
                number(month)?,
                number(day)?,
            )
            .map(DateSpan::exact)
        }
        [one, other, year] => {
            let day = |word: &str| -> Option<i8> {
                word.trim_end_matches(|c: char| c.is_alphabetic() || c == 'º' || c == 'ª')
                    .parse()
                    .ok()
            };
            // `13 mayo 2024`, `May 13, 2024`
            let (day, month) = match (words::month(one), words::month(other)) {
                (None, Some(month)) => (day(one)?, month),
                (Some(month), None) => (day(other)?, month),
                _ => return None,
            };
            Day::from_ymd(full_year(year)?, month, day).map(DateSpan::exact)
        }
        _ => None,
    }
}

/// `2024-Q2`, `T2 2024`.
fn quarter(year: &str, quarter: &str) -> Option<DateSpan> {
    let number: i8 = quarter.strip_prefix(['q', 't'])?.parse().ok()?;
    let year = full_year(year).filter(|_| year.len() == 4)?;
    (1..=4).contains(&number).then(|| months(year, number * 3 - 2, 3))?
}

/// `2024-05`, `05/2024`, `mayo 2024`, `feb-24`.
fn month(one: &str, other: &str) -> Option<DateSpan> {
    let number = |word: &str| words::month(word).or_else(|| word.parse().ok().filter(|_| word.len() <= 2));
    let (year, month) = match (one.len(), words::month(one)) {
        (4, None) => (one.parse().ok().filter(|year| *year >= 1000)?, number(other)?),
        (_, Some(month)) => (full_year(other)?, month),
        _ if other.len() == 4 => (full_year(other)?, number(one)?),
        _ => return None,
    };
    months(year, month, 1)
}

fn months(year: i16, first: i8, count: i32) -> Option<DateSpan> {
    let start = Day::from_ymd(year, first, 1)?;
    Some(DateSpan {
        first: start,
        last: start.plus_months(count).plus_days(-1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(cells: &[&str]) -> Decision<DateForm> {
        date_form(|| cells.iter().map(|cell| Some(*cell)))
    }

    fn span(text: &str, form: Option<DateForm>) -> Option<(String, String)> {
        match date(text, form) {
            Read::Value(span) => Some((span.first.to_string(), span.last.to_string())),
            _ => None,
        }
    }

    #[test]
    fn a_year_far_from_any_hub_is_a_slip_of_the_hand() {
        for slip in ["0202-05-01", "9990-01-31", "2202-01-01"] {
            assert_eq!(date(slip, None), Read::Bad, "{slip}");
        }
        assert!(matches!(date("2200-12-31", None), Read::Value(_)));
        assert_eq!(date("9999-12-31", None), Read::Nothing);
    }

    #[test]
    fn one_cell_settles_the_order_of_the_column() {
        assert_eq!(
            decide(&["03/05/2024", "13/02/2026"]),
            Decision::Settled(DateForm::DayMonth)
        );
        assert_eq!(
            decide(&["03/05/2024", "02/13/2026"]),
            Decision::Settled(DateForm::MonthDay)
        );
        assert_eq!(decide(&["2024-01-01", "03/05/2024"]), Decision::Undecidable(1));
        assert_eq!(decide(&["05/05/2024", "2024"]), Decision::NotNeeded);
        assert_eq!(decide(&["13/02/2026", "02/13/2026"]), Decision::NotNeeded);
        assert_eq!(decide(&["45123", "45200.5"]), Decision::Settled(DateForm::Serial));
        assert_eq!(decide(&["45123", "2024-01-01"]), Decision::NotNeeded);
        assert_eq!(decide(&["2023", "2024"]), Decision::NotNeeded);
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        use DateForm::{DayMonth, MonthDay, Serial};
        let cases = [
            ("2024-05-13", None, "2024-05-13"),
            ("2024-05-13T09:30:00", None, "2024-05-13"),
            ("2024-05-13 09:30", None, "2024-05-13"),
            ("2024/05/13", None, "2024-05-13"),
            ("2024-5-3", None, "2024-05-03"),
            ("2024/5/13 09:30", None, "2024-05-13"),
            ("03/05/2024", Some(DayMonth), "2024-05-03"),
            ("03/05/2024", Some(MonthDay), "2024-03-05"),
            ("13/05/2024", None, "2024-05-13"),
            ("3-5-24", Some(DayMonth), "2024-05-03"),
            ("10/05/2026 05:55:00 PM", Some(MonthDay), "2026-10-05"),
            ("13 de mayo de 2024", None, "2024-05-13"),
            ("May 13, 2024", None, "2024-05-13"),
            ("1er mai 2024", None, "2024-05-01"),
            ("13-feb-2026", None, "2026-02-13"),
            // 45123 days after 1899-12-30: LibreOffice shows 2023-07-16
            ("45123", Some(Serial), "2023-07-16"),
        ];
        for (text, form, expected) in cases {
            let expected = Some((expected.to_owned(), expected.to_owned()));
            assert_eq!(span(text, form), expected, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_date_is_a_span() {
        let cases = [
            ("2024", "2024-01-01", "2024-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("02/2024", "2024-02-01", "2024-02-29"),
            ("2024-Q2", "2024-04-01", "2024-06-30"),
            ("T4 2024", "2024-10-01", "2024-12-31"),
            ("mayo 2024", "2024-05-01", "2024-05-31"),
            ("Março de 2024", "2024-03-01", "2024-03-31"),
            ("feb-24", "2024-02-01", "2024-02-29"),
        ];
        for (text, first, last) in cases {
            assert_eq!(span(text, None), Some((first.to_owned(), last.to_owned())), "{text}");
        }
    }

    #[test]
    fn sentinels_are_nothing_and_no_dates_are_bad() {
        for text in [
            "1970-01-01",
            "01/01/1900",
            "0000-00-00",
            "1900-01-01 00:00:00",
            "9999-12-31",
        ] {
            assert_eq!(date(text, None), Read::Nothing, "{text}");
        }
        for text in [
            "pronto",
            "31/02/2024",
            "2024-13-01",
            "03/05/2024",
            "45123",
            "12",
            "mayo",
            "2024-Q5",
            "1/2/3/4",
        ] {
            assert_eq!(date(text, None), Read::Bad, "{text}");
        }
    }
}
