//! What do people write? The words for values, nothing, yes and no, open ends and dates, in four languages.
//!
//! In: a cell or header as written. Out: what it means to hubscope. Spanish, Portuguese, French and English.

use super::names;

mod broken;
mod calendar;
mod nothing;
mod open;
#[rustfmt::skip]
mod values;

pub(super) use broken::is_broken;
pub(super) use calendar::{first_day, is_date_filler, is_ordinal_ending, is_weekday, month, ordinal, part_of_year};
pub(super) use nothing::{is_formula_error, is_nobody, is_nothing};
pub(super) use open::is_open;
use values::synonyms;

/// The form under which headers and values are compared: a name's key whose marks count as blanks.
pub(super) fn key(text: &str) -> String {
    let name = names::key(text);
    let words: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// Yes or no.
pub(super) fn yes_no(text: &str) -> Option<bool> {
    match text.trim_end_matches('\u{fe0f}') {
        "✓" | "✔" | "☑" | "✅" => return Some(true),
        "✗" | "✘" | "☒" | "❌" | "☐" => return Some(false),
        _ => {}
    }
    match key(text).as_str() {
        "yes" | "y" | "true" | "t" | "1" | "1 0" | "si" | "s" | "verdadero" | "afirmativo" | "x" | "sim"
        | "verdadeiro" | "oui" | "o" | "vrai" => Some(true),
        "no" | "n" | "false" | "f" | "0" | "0 0" | "falso" | "negativo" | "nao" | "non" | "faux" => Some(false),
        _ => None,
    }
}

/// The value of a list that a text means: by its own name, or by what people call it.
pub(super) fn value(list: &[&'static str], text: &str) -> Option<&'static str> {
    let key = key(text);
    let named = list.iter().find(|value| self::key(value) == key);
    named
        .or_else(|| list.iter().find(|value| synonyms(value).contains(&key.as_str())))
        .copied()
}

/// The value of a list that may be meant by a text that says none: the nearest of its names and synonyms.
pub(super) fn nearest_value(list: &[&'static str], text: &str) -> Option<&'static str> {
    let key = key(text);
    let called = list.iter().flat_map(|value| {
        let words = std::iter::once(*value).chain(synonyms(value).iter().copied());
        words.map(move |word| (word, *value))
    });
    called
        .map(|(word, value)| (strsim::jaro_winkler(&key, word), value))
        .filter(|(likeness, _)| *likeness >= 0.88)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_in_four_languages() {
        for text in [
            "yes",
            "TRUE",
            "1",
            "1.0",
            "-1",
            "Sí",
            "si.",
            "sim",
            "oui",
            "X",
            "✓",
            "Verdadero",
        ] {
            assert_eq!(yes_no(text), Some(true), "{text}");
        }
        for text in ["no", "False", "0", "0.0", "não", "non", "FALSO", "❌"] {
            assert_eq!(yes_no(text), Some(false), "{text}");
        }
        for text in ["quizás", "99", "sí y no", "2"] {
            assert_eq!(yes_no(text), None, "{text}");
        }
    }

    #[test]
    fn values_are_known_by_what_people_call_them() {
        let sectors = &["government", "business", "academia", "civil_society"];
        assert_eq!(value(sectors, "Sector público"), Some("government"));
        assert_eq!(value(sectors, "PVT"), Some("business"));
        assert_eq!(value(sectors, "HES"), Some("academia"));
        assert_eq!(value(sectors, "Civil society"), Some("civil_society"));
        assert_eq!(value(sectors, "11"), None);
    }

    #[test]
    fn a_slip_of_the_pen_has_a_nearest_value_and_another_word_has_none() {
        let sectors = &["government", "business", "academia", "civil_society"];
        assert_eq!(nearest_value(sectors, "Gobieno"), Some("government"));
        assert_eq!(nearest_value(sectors, "universidd"), Some("academia"));
        assert_eq!(nearest_value(sectors, "zzz"), None);
    }

    #[test]
    fn synonyms_are_written_as_their_key() {
        use super::super::{ColumnType, TableName};
        let mut seen = 0;
        for column in TableName::ALL.into_iter().flat_map(TableName::columns) {
            if let ColumnType::Choice(list) | ColumnType::OpenChoice(list) = column.kind {
                for word in list.iter().flat_map(|value| synonyms(value)) {
                    assert_eq!(key(word), *word, "{}", column.name);
                    seen += 1;
                }
            }
        }
        assert!(seen > 300, "{seen}");
    }

    #[test]
    fn no_word_means_two_values_of_one_list() {
        use super::super::{ColumnType, TableName};
        for column in TableName::ALL.into_iter().flat_map(TableName::columns) {
            if let ColumnType::Choice(list) | ColumnType::OpenChoice(list) = column.kind {
                let mut seen = std::collections::BTreeMap::new();
                for value in list {
                    for word in synonyms(value).iter().chain([value]) {
                        if let Some(other) = seen.insert(key(word), value) {
                            assert_eq!(other, value, "{}: {word}", column.name);
                        }
                    }
                }
            }
        }
    }
}
