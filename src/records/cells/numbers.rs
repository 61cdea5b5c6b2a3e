//! Which number is `1.200`? Decided from the whole column, refused where nothing settles it.
//!
//! In: the cells of a column. Out: which mark is the decimal one, and each cell's number.

use super::{Decision, Read};

/// Which mark is the decimal one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::records) enum NumberMarks {
    /// `1,200.50`
    Point,
    /// `1.200,50`
    Comma,
}

/// What one cell says about the marks of its column.
enum Evidence {
    Neither,
    Either,
    For(NumberMarks),
}

/// Decides from all cells of a column.
pub(in crate::records) fn number_marks<'a>(cells: impl Iterator<Item = Option<&'a str>>) -> Decision<NumberMarks> {
    let (mut point, mut comma, mut either) = (false, false, None);
    for (row, cell) in cells.enumerate() {
        let Some((body, _)) = cell.and_then(body) else { continue };
        match evidence(&body) {
            Evidence::For(NumberMarks::Point) => point = true,
            Evidence::For(NumberMarks::Comma) => comma = true,
            Evidence::Either => either = either.or(Some(row)),
            Evidence::Neither => {}
        }
    }
    match (point, comma, either) {
        (true, false, _) => Decision::Settled(NumberMarks::Point),
        (false, true, _) => Decision::Settled(NumberMarks::Comma),
        (_, _, Some(row)) => Decision::Undecidable(row),
        _ => Decision::NotNeeded,
    }
}

/// The number of one cell; without a decision for its column, by its own marks alone.
pub(in crate::records) fn number(text: &str, marks: Option<NumberMarks>) -> Read<f64> {
    let Some((body, factor)) = body(text) else {
        return Read::Bad;
    };
    let marks = match (marks, evidence(&body)) {
        (Some(marks), _) | (None, Evidence::For(marks)) => marks,
        (None, Evidence::Neither) => NumberMarks::Point,
        (None, Evidence::Either) => return Read::Bad,
    };
    let (decimal, thousands) = match marks {
        NumberMarks::Point => ('.', ','),
        NumberMarks::Comma => (',', '.'),
    };
    if !well_grouped(&body, decimal, thousands) {
        return Read::Bad;
    }
    let plain: String = body
        .chars()
        .filter(|c| *c != thousands)
        .map(|c| if c == decimal { '.' } else { c })
        .collect();
    match plain.parse::<f64>() {
        Ok(value) if value.is_finite() => Read::Value(value * factor),
        _ => Read::Bad,
    }
}

/// Digits and marks of a cell without currency, blanks and apostrophes, and what its suffix multiplies it by.
fn body(text: &str) -> Option<(String, f64)> {
    let (text, negative) = match text.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => (text.trim(), false),
    };
    let first = text.find(|c: char| c.is_ascii_digit())?;
    let last = text.rfind(|c: char| c.is_ascii_digit())?;
    let (before, inside, after) = (&text[..first], &text[first..=last], &text[last + 1..]);
    let (mark, sign) = sign_of(before)?;
    let factor = factor_of(after)?;
    let mut body = String::with_capacity(inside.len() + 2);
    if sign || negative {
        body.push('-');
    }
    body.extend(mark);
    for character in inside.chars() {
        match character {
            '0'..='9' | '.' | ',' | 'e' | 'E' | '+' | '-' => body.push(character),
            ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’' | '_' => {}
            _ => return None,
        }
    }
    Some((body, factor))
}

/// A mark directly before the first digit (`.5`), and whether a minus stands before it; the rest must be currency.
fn sign_of(before: &str) -> Option<(Option<char>, bool)> {
    let negative = before.contains(['-', '\u{2212}']);
    let rest: String = before
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2212}' | '+'))
        .collect();
    if matches!(rest.as_str(), "." | ",") {
        return Some((rest.chars().next(), negative));
    }
    is_currency(&rest).then_some((None, negative))
}

fn factor_of(after: &str) -> Option<f64> {
    let word: String = after
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .collect::<String>()
        .to_lowercase();
    match word.as_str() {
        "" | ",-" => Some(1.0),
        "k" | "mil" => Some(1e3),
        "m" | "mm" | "mill" | "millon" | "millón" | "millones" | "million" | "millions" | "mio" | "milhão"
        | "milhões" => Some(1e6),
        word if is_currency(word) => Some(1.0),
        _ => None,
    }
}

/// Currency signs and codes, or nothing; other words could be units that change the number.
fn is_currency(text: &str) -> bool {
    let letters: String = text
        .chars()
        .filter(|c| !matches!(c, '$' | '€' | '£' | '¥' | '₡' | '₲' | '/' | '.'))
        .collect();
    matches!(
        letters.to_lowercase().as_str(),
        "" | "us"
            | "usd"
            | "eur"
            | "euro"
            | "euros"
            | "gbp"
            | "cop"
            | "clp"
            | "mxn"
            | "mn"
            | "pen"
            | "s"
            | "ars"
            | "brl"
            | "r"
            | "uyu"
            | "bob"
            | "bs"
            | "pyg"
            | "crc"
            | "gtq"
            | "q"
            | "dop"
            | "rd"
            | "hnl"
            | "nio"
            | "ves"
            | "uf"
            | "peso"
            | "pesos"
            | "h"
            | "hrs"
            | "hora"
            | "horas"
            | "hour"
            | "hours"
    )
}

fn evidence(body: &str) -> Evidence {
    use NumberMarks::{Comma, Point};
    let digits = body.trim_start_matches('-');
    let (points, commas) = (digits.matches('.').count(), digits.matches(',').count());
    match (points, commas) {
        _ if digits.contains(['e', 'E']) => Evidence::For(Point),
        (0, 0) => Evidence::Neither,
        (1.., 1..) => Evidence::For(if digits.rfind('.') > digits.rfind(',') {
            Point
        } else {
            Comma
        }),
        (1, 0) => single(digits, '.', Point),
        (0, 1) => single(digits, ',', Comma),
        (0, _) => Evidence::For(Point),
        (_, 0) => Evidence::For(Comma),
    }
}

/// One mark alone: three digits after one to three others could be thousands, anything else is a decimal.
fn single(digits: &str, mark: char, as_decimal: NumberMarks) -> Evidence {
    let (before, after) = digits.split_once(mark).unwrap_or((digits, ""));
    let thousands = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    if thousands {
        Evidence::Either
    } else {
        Evidence::For(as_decimal)
    }
}

/// Thousands marks stand three digits apart and none after the decimal mark.
fn well_grouped(body: &str, decimal: char, thousands: char) -> bool {
    let (whole, fraction) = body.trim_start_matches('-').split_once(decimal).unwrap_or((body, ""));
    if fraction.contains([decimal, thousands]) {
        return false;
    }
    let mut groups = whole.trim_start_matches('-').split(thousands);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    rest.peek().is_none() || (1..=3).contains(&first.len()) && rest.all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::NumberMarks::{Comma, Point};
    use super::*;

    fn decide(cells: &[&str]) -> Decision<NumberMarks> {
        number_marks(cells.iter().map(|cell| Some(*cell)))
    }

    #[test]
    fn one_cell_settles_the_column() {
        assert_eq!(decide(&["1.200", "1.200,50"]), Decision::Settled(Comma));
        assert_eq!(decide(&["1,200", "1,200.50"]), Decision::Settled(Point));
        assert_eq!(decide(&["1.200", "$1.200.000"]), Decision::Settled(Comma));
        assert_eq!(decide(&["1.125", "0.5"]), Decision::Settled(Point));
        assert_eq!(decide(&["12", "7"]), Decision::NotNeeded);
        assert_eq!(decide(&["12", "1.200"]), Decision::Undecidable(1));
        assert_eq!(decide(&["1.5", "1,5"]), Decision::NotNeeded);
        assert_eq!(decide(&["1.5", "1,5", "1.200"]), Decision::Undecidable(2));
    }

    #[test]
    fn numbers_are_read_by_the_marks_of_their_column() {
        let cases = [
            ("1.200,50", Comma, 1200.5),
            ("1,200.50", Point, 1200.5),
            ("$1.200.000", Comma, 1_200_000.0),
            ("US$ 1,200", Point, 1200.0),
            ("1.2M", Point, 1_200_000.0),
            ("3 k", Point, 3000.0),
            ("2,5 millones", Comma, 2_500_000.0),
            ("(1.200)", Comma, -1200.0),
            ("-7", Point, -7.0),
            (".5", Point, 0.5),
            ("1e-7", Point, 1e-7),
            ("1 200 000 COP", Point, 1_200_000.0),
            ("1'200'000.50", Point, 1_200_000.5),
            ("€ 12", Point, 12.0),
            ("12 EUR", Point, 12.0),
            ("R$ 1.200", Comma, 1200.0),
            ("4 horas", Point, 4.0),
        ];
        for (text, marks, expected) in cases {
            let Read::Value(value) = number(text, Some(marks)) else {
                panic!("{text} was not read")
            };
            assert!((value - expected).abs() <= 1e-9 * expected.abs(), "{text}: {value}");
        }
    }

    #[test]
    fn what_is_no_number_is_bad() {
        for text in [
            "abc",
            "12 de mayo",
            "1.2.3",
            "12/05",
            "1,20,000.5",
            "mucho 12 poco",
            "1..2",
        ] {
            assert_eq!(number(text, Some(Point)), Read::Bad, "{text}");
        }
        assert_eq!(number("1.200", None), Read::Bad);
    }
}
