//! Which number is `1.200`? Decided from the whole column, refused where nothing settles it.
//!
//! In: the cells of a column and what it measures. Out: which mark is the decimal one, and each cell's number with the
//! currency that stands beside it.

use super::{Read, plain};
use crate::config::NumberForm;
use crate::records::FormDoubt;

mod currency;
#[cfg(test)]
mod tests;

pub(in crate::records) use currency::Currency;
pub(in crate::records) use currency::named as currency_named;

/// Which mark is the decimal one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::records) enum NumberMarks {
    /// `1,200.50`
    Point,
    /// `1.200,50`
    Comma,
}

/// What the numbers of a column measure, and so what may stand beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::records) enum Measures {
    /// Money: a currency.
    Money,
    /// Hours: a word for hours or minutes, `2:30`.
    Hours,
    /// Whatever an indicator measures: a currency or a percent sign, which belongs to the indicator.
    Anything,
    /// Nothing beside it.
    Bare,
}

/// A number, and in which currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::records) struct Quantity {
    pub value: f64,
    pub currency: Currency,
}

/// Why the numbers of a column cannot be read without a word from the reader; each names a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::records) enum NumberDoubt {
    /// The mark in this cell could be either and no other cell settles it.
    Undecidable(usize),
    /// This cell cannot be read by the marks that `hub.toml` sets for all columns, and no other cell speaks for them.
    Contradicted(usize),
}

/// What `hub.toml` says of the numbers of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::records) struct MarksTold {
    /// The decimal mark.
    pub marks: Option<NumberMarks>,
    /// Whether it is said of this column, not of all.
    pub of_this_column: bool,
}

impl NumberDoubt {
    /// The first row in doubt.
    pub(in crate::records) const fn row(self) -> usize {
        match self {
            Self::Undecidable(row) | Self::Contradicted(row) => row,
        }
    }

    /// What is in doubt.
    pub(in crate::records) const fn form(self) -> FormDoubt {
        match self {
            Self::Undecidable(_) => FormDoubt::NumberForm,
            Self::Contradicted(_) => FormDoubt::NumberFormContradicted,
        }
    }
}

impl MarksTold {
    /// What is told of all columns.
    pub(in crate::records) const fn of_all(form: NumberForm) -> Self {
        let marks = match form {
            NumberForm::Auto => None,
            NumberForm::Point => Some(NumberMarks::Point),
            NumberForm::Comma => Some(NumberMarks::Comma),
        };
        Self {
            marks,
            of_this_column: false,
        }
    }
}

/// Decides from all cells of a column; nothing where no cell leaves a choice.
pub(in crate::records) fn number_marks<'a>(
    cells: impl Iterator<Item = Option<&'a str>>,
    measures: Measures,
    told: MarksTold,
) -> Result<Option<NumberMarks>, NumberDoubt> {
    let (mut point, mut comma, mut either) = (None, None, None);
    for (row, cell) in cells.enumerate() {
        match cell.and_then(simple) {
            Some((_, Simple::Whole)) => continue,
            Some((_, Simple::Point)) => {
                point.get_or_insert(row);
                continue;
            }
            None => {}
        }
        let Some(cell) = cell.and_then(|cell| Parts::of(&plain(cell), measures)) else {
            continue;
        };
        match (cell.read(NumberMarks::Point), cell.read(NumberMarks::Comma)) {
            (Some(a), Some(b)) if a.to_bits() != b.to_bits() => _ = either.get_or_insert(row),
            (Some(_), None) => _ = point.get_or_insert(row),
            (None, Some(_)) => _ = comma.get_or_insert(row),
            _ => {}
        }
    }
    let own = match (point, comma) {
        (Some(_), None) => Some(NumberMarks::Point),
        (None, Some(_)) => Some(NumberMarks::Comma),
        _ => None,
    };
    match (told.marks, own, either) {
        (Some(marks), ..) if told.of_this_column => Ok(Some(marks)),
        (Some(marks), Some(own), Some(_)) if marks != own => {
            Err(NumberDoubt::Contradicted(point.or(comma).unwrap_or_default()))
        }
        (None, None, Some(row)) => Err(NumberDoubt::Undecidable(row)),
        (marks, own, _) => Ok(own.or(marks)),
    }
}

/// The number of one cell; without a decision for its column, by its own marks alone.
pub(in crate::records) fn number(text: &str, marks: Option<NumberMarks>, measures: Measures) -> Read<Quantity> {
    if let Some((value, kind)) = simple(text)
        && (kind == Simple::Whole || marks != Some(NumberMarks::Comma))
    {
        return Read::Value(Quantity {
            value,
            currency: Currency::None,
        });
    }
    let text = plain(text);
    let Some(parts) = Parts::of(&text, measures) else {
        let said = measures == Measures::Hours;
        return match said.then(|| clock_hours(&text)).flatten() {
            Some(value) => Read::Value(Quantity {
                value,
                currency: Currency::None,
            }),
            // a spreadsheet shows nothing in an amount as `$ -`
            None if measures == Measures::Money && is_blank_money(&text) => Read::Nothing,
            None => Read::Bad,
        };
    };
    let value = match marks {
        Some(marks) => parts.read(marks),
        None => match (parts.read(NumberMarks::Point), parts.read(NumberMarks::Comma)) {
            (Some(a), Some(b)) if a.to_bits() != b.to_bits() => None,
            (point, comma) => point.or(comma),
        },
    };
    value.map_or(Read::Bad, |value| {
        Read::Value(Quantity {
            value,
            currency: parts.currency,
        })
    })
}

/// The forms in which programs write numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Simple {
    /// `1200`
    Whole,
    /// `1200.5`, whose point cannot be a thousands mark.
    Point,
}

/// A number in one of these forms, which almost every cell of a well-kept table has: read without looking further.
fn simple(text: &str) -> Option<(f64, Simple)> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let kind = match digits.split_once('.') {
        None if plain(digits) => Simple::Whole,
        Some((whole, fraction)) if plain(whole) && plain(fraction) => {
            let thousands = fraction.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
            (!thousands).then_some(Simple::Point)?
        }
        _ => return None,
    };
    Some((text.parse().ok().filter(|value: &f64| value.is_finite())?, kind))
}

/// A cell of digits and marks, apart from what stands beside them.
struct Parts {
    /// Digits, points, commas and at most one kind of blank mark, written as an apostrophe.
    body: String,
    negative: bool,
    factor: f64,
    currency: Currency,
}

impl Parts {
    fn of(text: &str, measures: Measures) -> Option<Self> {
        let text = text.trim();
        let (text, bracketed) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            Some(inner) => (inner, true),
            None => (text, false),
        };
        let first = text.find(|c: char| c.is_ascii_digit())?;
        let last = text.rfind(|c: char| c.is_ascii_digit())?;
        let before = Before::of(&text[..first], measures)?;
        let behind = Behind::of(&text[last + 1..], before.currency, measures)?;
        let mut body = String::with_capacity(last + 2 - first);
        body.extend(before.mark);
        body.push_str(&digits_and_marks(&text[first..=last])?);
        let signs = [bracketed, before.negative, behind.negative];
        Some(Self {
            body,
            // two signs say nothing that anyone would bet on
            negative: match signs.iter().filter(|sign| **sign).count() {
                0 => false,
                1 => true,
                _ => return None,
            },
            factor: before.factor * behind.factor,
            currency: before.currency.joined(behind.currency)?,
        })
    }

    /// The number by these marks, where they stand as they must.
    fn read(&self, marks: NumberMarks) -> Option<f64> {
        let (decimal, thousands) = match marks {
            NumberMarks::Point => ('.', ','),
            NumberMarks::Comma => (',', '.'),
        };
        let (mantissa, exponent) = match self.body.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (&*self.body, None),
        };
        let (whole, fraction) = match mantissa.split_once(decimal) {
            Some((_, "")) => return None,
            Some((whole, fraction)) => (whole, fraction),
            None => (mantissa, ""),
        };
        let used: Vec<char> = [thousands, '\'']
            .into_iter()
            .filter(|mark| whole.contains(*mark))
            .collect();
        let grouped = match used[..] {
            [] => true,
            // an exponent comes from a program, and programs do not group
            [mark] => exponent.is_none() && is_grouped(whole, mark),
            _ => false,
        };
        if !grouped || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut text: String = whole.chars().filter(char::is_ascii_digit).collect();
        text.push('.');
        text.push_str(fraction);
        if let Some(exponent) = exponent {
            text.push('e');
            text.push_str(exponent);
        }
        let value: f64 = text.parse().ok()?;
        let signed = if self.negative { -value } else { value };
        Some(signed * self.factor).filter(|value| value.is_finite())
    }
}

/// Thousands stand three digits apart, and no number begins with a group of zero.
fn is_grouped(whole: &str, mark: char) -> bool {
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && digits(first)
        && groups.all(|group| group.len() == 3 && digits(group))
}

/// Digits, points, commas and an exponent; blanks and apostrophes as one kind of mark.
fn digits_and_marks(inside: &str) -> Option<String> {
    let mut kinds: Vec<char> = inside.chars().filter(|c| matches!(c, ' ' | '\'' | '_')).collect();
    kinds.dedup();
    if kinds.len() > 1 {
        return None;
    }
    let mut out = String::with_capacity(inside.len());
    let mut after_exponent = false;
    for character in inside.chars() {
        match character {
            '0'..='9' | '.' | ',' => out.push(character),
            ' ' | '\'' | '_' => out.push('\''),
            'e' | 'E' if !after_exponent => {
                after_exponent = true;
                out.push('e');
            }
            '+' | '-' if out.ends_with('e') => out.push(character),
            _ => return None,
        }
    }
    Some(out)
}

/// What stands before the digits.
struct Before {
    /// A decimal mark directly before the first digit (`.5`).
    mark: Option<char>,
    negative: bool,
    factor: f64,
    currency: Currency,
}

impl Before {
    fn of(text: &str, measures: Measures) -> Option<Self> {
        let signs = text.matches(['-', '+']).count();
        let negative = text.contains('-');
        let rest: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '+')).collect();
        if signs > 1 {
            return None;
        }
        let bare = |mark| Self {
            mark,
            negative,
            factor: 1.0,
            currency: Currency::None,
        };
        match rest.as_str() {
            "" => Some(bare(None)),
            "." | "," => Some(bare(rest.chars().next())),
            _ if !matches!(measures, Measures::Money | Measures::Anything) => None,
            // Chilean accounts: millions of pesos (`M$`, thousands there, is too easily taken for millions)
            "MM$" => Some(Self {
                factor: 1e6,
                currency: Currency::Unnamed,
                ..bare(None)
            }),
            _ => Some(Self {
                currency: currency::named(&rest)?,
                ..bare(None)
            }),
        }
    }
}

/// What stands behind the digits.
struct Behind {
    negative: bool,
    factor: f64,
    currency: Currency,
}

impl Behind {
    fn of(text: &str, before: Currency, measures: Measures) -> Option<Self> {
        let found = |factor, currency| {
            Some(Self {
                negative: false,
                factor,
                currency,
            })
        };
        let text = text.trim();
        match (text, measures) {
            // "no cents"
            ("" | ",-" | ".-" | "." | ",--" | ".--", _) => return found(1.0, Currency::None),
            ("-", _) => {
                return Some(Self {
                    negative: true,
                    factor: 1.0,
                    currency: Currency::None,
                });
            }
            ("%" | "por ciento" | "%.", Measures::Anything) => return found(1.0, Currency::None),
            _ => {}
        }
        if measures == Measures::Hours {
            return match text.to_lowercase().trim_end_matches('.') {
                "h" | "hr" | "hrs" | "hs" | "hora" | "horas" | "hour" | "hours" | "heure" | "heures" => {
                    found(1.0, Currency::None)
                }
                "min" | "mins" | "minuto" | "minutos" | "minute" | "minutes" => found(1.0 / 60.0, Currency::None),
                _ => None,
            };
        }
        if !matches!(measures, Measures::Money | Measures::Anything) {
            return None;
        }
        if let Some(currency) = currency::named(text) {
            return found(1.0, currency);
        }
        let (factor, rest) = factor_of(text, before)?;
        let rest = rest.trim_start();
        let rest = rest.strip_prefix("de ").unwrap_or(rest);
        found(
            factor,
            if rest.is_empty() {
                Currency::None
            } else {
                currency::named(rest)?
            },
        )
    }
}

/// What the word directly behind a number multiplies it by, and what follows. `billón` is a million millions in Spanish
/// and `billion` a thousand millions in English; a lone `B`, and a lone `m` without a currency, could be either of two.
fn factor_of(text: &str, before: Currency) -> Option<(f64, &str)> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let factor = match word.to_lowercase().as_str() {
        "m" if word == "M" || before != Currency::None => 1e6,
        "k" => 1e3,
        "mil" | "thousand" | "mille" | "milliers" => {
            let rest = rest.trim_start();
            let millions = ["millones", "milhões", "milhoes"];
            return match millions.iter().find_map(|word| rest.strip_prefix(word)) {
                Some(rest) => Some((1e9, rest)),
                None => Some((1e3, rest)),
            };
        }
        "mm" | "mio" | "mi" | "mill" | "millon" | "millón" | "millones" | "million" | "millions" | "milhão"
        | "milhao" | "milhões" | "milhoes" => 1e6,
        "bn" | "bi" | "billion" | "billions" | "bilhão" | "bilhões" | "bilhao" | "bilhoes" | "milliard"
        | "milliards" => 1e9,
        "billon" | "billón" | "billones" => 1e12,
        _ => return None,
    };
    Some((factor, rest))
}

/// `$ -`, as spreadsheets show zero or nothing in the accounts' form.
fn is_blank_money(text: &str) -> bool {
    let rest: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    text.contains('-') && currency::named(&rest).is_some()
}

/// `2:30`, `1h30`, `1 h 30 min`.
fn clock_hours(text: &str) -> Option<f64> {
    let lower = text.to_lowercase();
    let numbers: Vec<&str> = lower
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let marks: String = lower.chars().filter(|c| !c.is_ascii_digit() && *c != ' ').collect();
    let [hours, minutes] = numbers[..] else { return None };
    let form = matches!(
        marks.as_str(),
        ":" | "h" | "hmin" | "hm" | "hsmin" | "hrsmin" | "horasminutos" | "horasyminutos"
    );
    let (hours, minutes): (f64, f64) = (hours.parse().ok()?, minutes.parse().ok()?);
    (form && minutes < 60.0).then_some(hours + minutes / 60.0)
}
