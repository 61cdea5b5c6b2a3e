//! Which days does a text name, by itself?
//!
//! In: the text of a cell in plain digits. Out: an ISO date, three numbers whose order the column decides, or the span
//! of a year, half-year, quarter, month or day named by words in four languages.

use super::clock;
use crate::records::words;
use crate::time::{DateSpan, Day};

/// `2024-05-13`, alone or with a time or zone, `20240513`; the outer `None` means another form.
pub(super) fn iso(text: &str) -> Option<Option<Day>> {
    let bytes = text.as_bytes();
    let number = |range: std::ops::Range<usize>| {
        let digits = text.get(range)?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<i16>().ok()).flatten()
    };
    let (month, day, rest) = match bytes.get(4)? {
        b'-' | b'/' | b'.' if bytes.get(7) == bytes.get(4) => (5..7, 8..10, 10),
        b'0' | b'1' if bytes.len() >= 8 && (bytes.len() == 8 || bytes[8] == b'T') => (4..6, 6..8, 8),
        _ => return None,
    };
    let (year, month, day) = (number(0..4)?, number(month)?, number(day)?);
    let behind = text.get(rest..)?;
    let time = match behind.as_bytes().first() {
        None => true,
        Some(b'T' | b' ') => is_time_of_day(&behind[1..]),
        Some(b'Z' | b'+' | b'-') => clock::is_zone(behind),
        Some(_) => false,
    };
    if !time {
        return None;
    }
    if year == 0 {
        // `0000-00-00`: databases write it for no date at all
        return Some(Day::from_ymd(1900, 1, 1));
    }
    Some(Day::from_ymd(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?))
}

/// A time as people write it, or as ISO packs it (`093000Z`).
fn is_time_of_day(text: &str) -> bool {
    let packed = text.trim_end_matches(['Z', 'z']);
    matches!(packed.len(), 4 | 6) && packed.bytes().all(|byte| byte.is_ascii_digit()) || clock::is_time(text)
}

/// Three numbers of which the last is a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ThreeNumbers {
    pub first: i8,
    pub second: i8,
    pub year: i16,
    /// Whether the year has two digits.
    pub short_year: bool,
}

/// `03/05/2024`, `3-5-24`, `3.5.2024 17:30`, `03 05 2024`.
pub(super) fn three_numbers(text: &str) -> Option<ThreeNumbers> {
    // most texts are no dates: seen without looking for a time
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let text = clock::without_time(text);
    let mark = text.chars().find(|c| !c.is_ascii_digit() && *c != ' ').unwrap_or(' ');
    if !matches!(mark, '/' | '-' | '.' | ' ') {
        return None;
    }
    let mut parts = text.split(mark).map(str::trim);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || first.len() > 2 || second.len() > 2 || ![first, second, year].into_iter().all(digits) {
        return None;
    }
    Some(ThreeNumbers {
        first: first.parse().ok()?,
        second: second.parse().ok()?,
        year: full_year(year)?,
        short_year: year.len() == 2,
    })
}

/// The last year of two digits that lies in this century: 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999.
pub(super) const PIVOT: i16 = 69;

/// A year of four digits, or of two.
fn full_year(text: &str) -> Option<i16> {
    let year: i16 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 if year > PIVOT => Some(1900 + year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// A span named by words and numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    pub span: DateSpan,
    /// Whether its year has two digits.
    pub short_year: bool,
    /// Its month, where it stands as one digit beside a year.
    pub short_month: Option<i8>,
}

impl Named {
    fn of(span: Option<DateSpan>) -> Option<Self> {
        span.map(|span| Self {
            span,
            short_year: false,
            short_month: None,
        })
    }
}

/// A year, half-year, quarter or month, or a day whose month is a word or whose year stands first. `short_months` says
/// that `2024-1` is a month; otherwise it could be a half-year and is not read.
pub(super) fn named(text: &str, short_months: bool) -> Option<Named> {
    let text = clock::without_time(text);
    // numbers that a program wrote with a decimal: `2024.0`
    let text = text.strip_suffix(".0").filter(|year| year.len() == 4).unwrap_or(text);
    let key = words::key(text);
    let tokens = tokens(&key);
    match tokens[..] {
        [year] => Named::of(months(four_digits(year)?, 1, 12)),
        [one, other] => month_and_year(one, other, text, short_months),
        [one, other, third] => Named::of(part_of_year(&tokens)).or_else(|| day(one, other, third)),
        _ => None,
    }
}

/// The words and numbers of a key, apart where a number and a word touch, without endings of ordinals, articles and the
/// name of the day of the week.
fn tokens(key: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for word in key.split(' ').filter(|word| !words::is_date_filler(word)) {
        let is_digit = |c: char| c.is_ascii_digit();
        let mut rest = word;
        let mut after_digits = false;
        while let Some(first) = rest.chars().next() {
            let digits = is_digit(first);
            let end = rest.find(|c: char| is_digit(c) != digits).unwrap_or(rest.len());
            let (piece, tail) = rest.split_at(end);
            if digits || !(after_digits && words::is_ordinal_ending(piece)) {
                tokens.push(piece);
            }
            after_digits = digits;
            rest = tail;
        }
    }
    if tokens.len() > 3 {
        let named = tokens.iter().take_while(|word| words::is_weekday(word)).count();
        tokens.drain(..named);
    }
    tokens
}

fn four_digits(text: &str) -> Option<i16> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn two_digits(text: &str) -> Option<i8> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// `2024-05`, `05/2024`, `mayo 2024`, `feb-24` (but not `mayo 24`, which could be a day).
fn month_and_year(one: &str, other: &str, text: &str, short_months: bool) -> Option<Named> {
    let joined = !text.contains(' ') || text.contains('\'');
    let (year, month) = match (four_digits(one), four_digits(other)) {
        (Some(year), None) => (year, other),
        (None, Some(year)) => (year, one),
        (None, None) if joined && other.len() == 2 => (full_year(other)?, one),
        _ => return None,
    };
    let short_year = four_digits(one).or(four_digits(other)).is_none();
    let (month, short_month) = match (words::month(month), two_digits(month)) {
        (Some(month), _) => (month, None),
        (None, Some(_)) if short_year => return None,
        (None, Some(number)) => (number, (month.len() == 1).then_some(number)),
        (None, None) => return None,
    };
    if short_month.is_some_and(|month| month <= 2) && !short_months {
        return None;
    }
    Some(Named {
        span: months(year, month, 1)?,
        short_year,
        short_month,
    })
}

/// `2024-Q2`, `T2 2024`, `2.º trimestre de 2024`, `2024-S1`, `primer semestre 2024`: the year stands first or last.
fn part_of_year(tokens: &[&str]) -> Option<DateSpan> {
    let (year, rest) = match (four_digits(tokens[0]), four_digits(tokens[2])) {
        (Some(year), None) => (year, [tokens[1], tokens[2]]),
        (None, Some(year)) => (year, [tokens[0], tokens[1]]),
        _ => return None,
    };
    let (length, number) = match rest.map(words::part_of_year) {
        [Some(length), None] => (length, rest[1]),
        [None, Some(length)] => (length, rest[0]),
        _ => return None,
    };
    let number = two_digits(number).or_else(|| words::ordinal(number))?;
    let first = number.checked_sub(1)?.checked_mul(length)?;
    (first < 12).then(|| months(year, first + 1, i32::from(length)))?
}

/// `13 mayo 2024`, `May 13, 2024`, `2024-may-13`, `2024-5-3`.
fn day(one: &str, other: &str, third: &str) -> Option<Named> {
    let numbers = |word: &str| two_digits(word).or_else(|| words::first_day(word));
    let (year, month, day, short_year) = if let Some(year) = four_digits(one) {
        let month = words::month(other).or_else(|| two_digits(other))?;
        (year, month, two_digits(third)?, false)
    } else {
        let year = full_year(third)?;
        let (month, day) = match (words::month(one), words::month(other)) {
            (None, Some(month)) => (month, numbers(one)?),
            (Some(month), None) => (month, numbers(other)?),
            _ => return None,
        };
        (year, month, day, third.len() == 2)
    };
    Named::of(Day::from_ymd(year, month, day).map(DateSpan::exact)).map(|named| Named { short_year, ..named })
}

fn months(year: i16, first: i8, count: i32) -> Option<DateSpan> {
    let start = Day::from_ymd(year, first, 1)?;
    Some(DateSpan {
        first: start,
        last: start.plus_months(count).plus_days(-1),
    })
}
