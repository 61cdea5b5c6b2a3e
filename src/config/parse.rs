//! Reading `hub.toml`: unknown keys are errors that name the nearest known one.
//!
//! In: the text of the file. Out: [`HubConfig`], or a [`ConfigError`] that names the line.

use serde::de::{SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{GapsSection, HubConfig, TableFiles, TomlDay};
use crate::messages::{Arg, Lang};
use crate::time::Day;

/// Why `hub.toml` cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// It is not TOML, or a value has the wrong form.
    #[error("hub.toml, line {line}: {problem}")]
    Form {
        /// The line, from 1.
        line: usize,
        /// What the TOML reader says.
        problem: String,
    },
    /// A key hubscope does not know.
    #[error("hub.toml, line {line}: unknown key \"{key}\"")]
    UnknownKey {
        /// The line, from 1.
        line: usize,
        /// The key.
        key: String,
        /// The known key nearest to it, when one is near.
        nearest: Option<String>,
        /// The keys that could stand there.
        known: Vec<String>,
    },
    /// A value of another type than the key has.
    #[error("hub.toml, line {line}: {found} stands where another type should")]
    Type {
        /// The line, from 1.
        line: usize,
        /// What stands there, as a key of the catalogue.
        found: &'static str,
        /// What should, likewise.
        expected: &'static str,
    },
    /// A word that is none of those the key knows.
    #[error("hub.toml, line {line}: \"{found}\" is not known here")]
    UnknownWord {
        /// The line, from 1.
        line: usize,
        /// The word found.
        found: String,
        /// The known word nearest to it, when one is near.
        nearest: Option<String>,
        /// The words that could stand there.
        known: Vec<String>,
    },
    /// A section without a key that it needs.
    #[error("hub.toml, line {line}: the key \"{key}\" is missing")]
    MissingKey {
        /// The line, from 1.
        line: usize,
        /// The key.
        key: String,
    },
    /// The same key twice.
    #[error("hub.toml, line {line}: the same key stands twice")]
    DuplicateKey {
        /// The line, from 1.
        line: usize,
    },
    /// A value out of range.
    #[error("hub.toml: {key} = {found} is out of range")]
    OutOfRange {
        /// Section and key.
        key: &'static str,
        /// The value found.
        found: String,
        /// What it may be, as a key of the catalogue.
        expected: &'static str,
    },
}

impl ConfigError {
    /// The sentence that says what is wrong: its key in the catalogue and its values.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        let at = |line: &usize| ("line", Arg::Text(line.to_string()));
        match self {
            Self::Form { line, problem } => ("config-form", vec![at(line), ("problem", problem.as_str().into())]),
            Self::UnknownKey { line, key, .. } => ("config-unknown-key", vec![at(line), ("key", key.as_str().into())]),
            Self::Type { line, found, expected } => (
                "config-type",
                vec![at(line), ("found", Arg::Word(found)), ("expected", Arg::Word(expected))],
            ),
            Self::UnknownWord { line, found, .. } => {
                ("config-unknown-word", vec![at(line), ("found", found.as_str().into())])
            }
            Self::MissingKey { line, key } => ("config-missing-key", vec![at(line), ("key", key.as_str().into())]),
            Self::DuplicateKey { line } => ("config-duplicate-key", vec![at(line)]),
            Self::OutOfRange { key, found, .. } => (
                "config-out-of-range",
                vec![("key", (*key).into()), ("found", found.as_str().into())],
            ),
        }
    }

    /// The sentence that says what to do.
    #[must_use]
    pub fn remedy(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        match self {
            Self::Form { .. } => ("config-form-remedy", Vec::new()),
            Self::UnknownKey {
                nearest: Some(nearest), ..
            }
            | Self::UnknownWord {
                nearest: Some(nearest), ..
            } => ("records-did-you-mean", vec![("nearest", nearest.as_str().into())]),
            Self::UnknownKey { known, .. } | Self::UnknownWord { known, .. } => {
                ("config-known-keys", vec![("known", known.join(", ").into())])
            }
            Self::MissingKey { key, .. } => ("config-missing-key-remedy", vec![("key", key.as_str().into())]),
            Self::DuplicateKey { .. } => ("config-duplicate-key-remedy", Vec::new()),
            Self::Type { expected, .. } | Self::OutOfRange { expected, .. } => {
                ("config-out-of-range-remedy", vec![("expected", Arg::Word(expected))])
            }
        }
    }
}

/// The language that a `hub.toml` asks for, even one that cannot be used: what is wrong with it is told in that language.
#[must_use]
pub fn language(text: &str) -> Option<Lang> {
    let mut in_hub = false;
    for line in text.trim_start_matches('\u{feff}').lines().map(str::trim) {
        if line.starts_with('[') {
            in_hub = line.split(']').next() == Some("[hub");
        } else if let Some((key, value)) = line.split_once('=')
            && in_hub
            && key.trim() == "lang"
        {
            let value = value.split('#').next().unwrap_or_default();
            return value.trim().trim_matches(['"', '\'']).parse().ok();
        }
    }
    None
}

/// Reads the text of a `hub.toml`.
///
/// # Errors
/// Where it is not TOML, has an unknown key, or a value that cannot be.
pub fn parse(text: &str) -> Result<HubConfig, ConfigError> {
    let config: HubConfig = toml::from_str(text).map_err(|error| explain(text, &error))?;
    check(&config)?;
    Ok(config)
}

/// The known word nearest to one that is not known, when it is near enough to be meant.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

/// The reader's own error says "unknown field `x`, expected one of `a`, `b`": the words in backticks are the keys.
fn explain(text: &str, error: &toml::de::Error) -> ConfigError {
    let line = error.span().map_or(1, |span| {
        text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1
    });
    let problem = error.message();
    let mut words = problem.split('`').skip(1).step_by(2).map(str::to_owned);
    let mut named = || {
        let found = words.next().unwrap_or_default();
        let known: Vec<String> = words.by_ref().collect();
        let nearest = nearest(&found, known.iter().map(String::as_str)).map(str::to_owned);
        (found, known, nearest)
    };
    if problem.starts_with("unknown field") {
        let (key, known, nearest) = named();
        ConfigError::UnknownKey {
            line,
            key,
            nearest,
            known,
        }
    } else if problem.starts_with("unknown variant") {
        let (found, known, nearest) = named();
        ConfigError::UnknownWord {
            line,
            found,
            nearest,
            known,
        }
    } else if problem.starts_with("missing field") {
        ConfigError::MissingKey { line, key: named().0 }
    } else if problem.starts_with("duplicate key") {
        ConfigError::DuplicateKey { line }
    } else if let Some((found, expected)) = types(problem) {
        ConfigError::Type { line, found, expected }
    } else {
        ConfigError::Form {
            line,
            problem: problem.to_owned(),
        }
    }
}

/// What the reader found and expected, as keys of the catalogue: "invalid type: string \"x\", expected f64".
fn types(problem: &str) -> Option<(&'static str, &'static str)> {
    let rest = problem
        .strip_prefix("invalid type: ")
        .or_else(|| problem.strip_prefix("invalid value: "))?;
    let (found, expected) = rest.rsplit_once(", expected ")?;
    let found = match found.split(' ').next()? {
        "string" => "toml-a-text",
        "integer" | "floating" => "toml-a-number",
        "boolean" => "toml-a-yes-no",
        "sequence" => "toml-a-list",
        "map" => "toml-a-section",
        "datetime" => "toml-a-day",
        _ => return None,
    };
    let expected = match expected {
        "a string" => "toml-a-text",
        "f64" | "a float" => "toml-a-number",
        "u16" | "u32" | "u64" | "usize" | "i64" => "toml-a-whole",
        "a boolean" => "toml-a-yes-no",
        "a day" => "toml-a-day",
        "a file or a list of files" => "toml-a-file",
        other if other.starts_with("a sequence") || other.starts_with("a tuple") => "toml-a-list",
        other if other.starts_with("a map") || other.starts_with("struct") => "toml-a-section",
        other if other.contains("string") => "toml-a-text",
        _ => return None,
    };
    Some((found, expected))
}

/// More hours than anybody has.
const MOST_HOURS: f64 = 100_000.0;

fn check(config: &HubConfig) -> Result<(), ConfigError> {
    let network = &config.network;
    let share = "expected-share";
    let weight = "expected-weight";
    let hours = "expected-hours";
    let numbers = [
        (
            "[network] partnership_weight",
            network.partnership_weight,
            f64::MAX,
            weight,
        ),
        (
            "[network] participation_weight",
            network.participation_weight,
            f64::MAX,
            weight,
        ),
        ("[network] half_life_days", network.half_life_days, f64::MAX, weight),
        ("[gaps] q", config.gaps.q, 1.0, share),
        ("[stability] min_response", config.stability.min_response, 1.0, share),
        ("[adoption] equivalence", config.adoption.equivalence, 1.0, share),
        ("[plan] hours", config.plan.hours.unwrap_or(0.0), MOST_HOURS, hours),
        ("[plan] hours_renew", config.plan.hours_renew, MOST_HOURS, hours),
        ("[plan] hours_broaden", config.plan.hours_broaden, MOST_HOURS, hours),
        ("[plan] hours_hand_over", config.plan.hours_hand_over, MOST_HOURS, hours),
        ("[plan] hours_introduce", config.plan.hours_introduce, MOST_HOURS, hours),
        (
            "[hub] monthly_cost",
            config.hub.monthly_cost.unwrap_or(0.0),
            f64::MAX,
            weight,
        ),
    ];
    for (key, value, highest, expected) in numbers {
        // NaN is not within any range, so it fails here too
        if !(0.0..=highest).contains(&value) {
            return Err(ConfigError::OutOfRange {
                key,
                found: value.to_string(),
                expected,
            });
        }
    }
    let draws = config.stability.draws;
    if !(1..=1_000_000).contains(&draws) {
        return Err(ConfigError::OutOfRange {
            key: "[stability] draws",
            found: draws.to_string(),
            expected: "expected-draws",
        });
    }
    check_texts(config)
}

fn check_texts(config: &HubConfig) -> Result<(), ConfigError> {
    if let Some(lang) = &config.hub.lang
        && lang.parse::<Lang>().is_err()
    {
        return Err(ConfigError::OutOfRange {
            key: "[hub] lang",
            found: lang.clone(),
            expected: "expected-lang",
        });
    }
    if let (Some(from), Some(as_of)) = (config.study.from, config.study.as_of)
        && from.0 > as_of.0
    {
        return Err(ConfigError::OutOfRange {
            key: "[study] from",
            found: from.0.to_string(),
            expected: "expected-from-before-as-of",
        });
    }
    check_template(&config.gaps)
}

/// Only a template that there is.
fn check_template(gaps: &GapsSection) -> Result<(), ConfigError> {
    match GapsSection::TEMPLATES.contains(&gaps.template.as_str()) {
        true => Ok(()),
        false => Err(ConfigError::OutOfRange {
            key: "[gaps] template",
            found: gaps.template.clone(),
            expected: "expected-template",
        }),
    }
}

impl Serialize for TomlDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A day as TOML has it (`2021-03-31`) or quoted.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Toml(toml::value::Datetime),
    Quoted(String),
}

impl<'de> Deserialize<'de> for TomlDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = || serde::de::Error::custom("invalid type: string, expected a day");
        // a key that is missing altogether is told as such
        let told = |error: D::Error| match error.to_string() {
            problem if problem.starts_with("missing field") => error,
            _ => expected(),
        };
        let written = Written::deserialize(deserializer).map_err(told)?;
        let day = match written {
            Written::Toml(datetime) => datetime.date.and_then(|date| {
                Day::from_ymd(
                    i16::try_from(date.year).ok()?,
                    i8::try_from(date.month).ok()?,
                    i8::try_from(date.day).ok()?,
                )
            }),
            Written::Quoted(text) => text.trim().parse().ok(),
        };
        day.map(Self).ok_or_else(expected)
    }
}

impl Serialize for TableFiles {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => serializer.serialize_str(one),
            several => several.serialize(serializer),
        }
    }
}

/// Reads one file, or a list of them.
struct FilesVisitor;

impl<'de> Visitor<'de> for FilesVisitor {
    type Value = TableFiles;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a file or a list of files")
    }

    fn visit_str<E: serde::de::Error>(self, file: &str) -> Result<TableFiles, E> {
        Ok(TableFiles(vec![file.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<TableFiles, A::Error> {
        let mut files = Vec::new();
        while let Some(file) = list.next_element()? {
            files.push(file);
        }
        if files.is_empty() {
            return Err(serde::de::Error::invalid_value(Unexpected::Seq, &self));
        }
        Ok(TableFiles(files))
    }
}

impl<'de> Deserialize<'de> for TableFiles {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FilesVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_is_the_defaults() {
        assert_eq!(parse(""), Ok(HubConfig::default()));
    }

    #[test]
    fn days_stand_quoted_or_not() {
        let day = Day::from_ymd(2021, 3, 31).map(TomlDay);
        for text in ["[study]\nas_of = 2021-03-31", "[study]\nas_of = \"2021-03-31\""] {
            assert_eq!(parse(text).expect("valid").study.as_of, day);
        }
        let error = parse("[study]\n\nas_of = \"spring\"").expect_err("no day");
        let expected = ConfigError::Type {
            line: 3,
            found: "toml-a-text",
            expected: "toml-a-day",
        };
        assert_eq!(error, expected);
    }

    #[test]
    fn an_unknown_key_names_its_line_and_the_nearest_known_one() {
        let error = parse("[hub]\nname = \"x\"\n\n[network]\nlayr = \"working\"").expect_err("unknown");
        let ConfigError::UnknownKey { line, key, nearest, .. } = error else {
            panic!("{error:?}")
        };
        assert_eq!((line, key.as_str(), nearest.as_deref()), (5, "layr", Some("layer")));
    }

    #[test]
    fn an_unknown_section_is_an_error_too() {
        let error = parse("[netwrok]\nlayer = \"working\"").expect_err("unknown");
        assert!(
            matches!(&error, ConfigError::UnknownKey { nearest: Some(n), line: 1, .. } if n == "network"),
            "{error:?}"
        );
    }

    #[test]
    fn numbers_out_of_range_are_refused() {
        for text in [
            "[gaps]\nq = 1.5",
            "[gaps]\ntemplate = \"quadruple\"",
            "[stability]\ndraws = 0",
            "[network]\nhalf_life_days = -1",
            "[network]\npartnership_weight = nan",
            "[hub]\nlang = \"fr\"",
            "[study]\nfrom = 2022-01-01\nas_of = 2021-01-01",
        ] {
            assert!(matches!(parse(text), Err(ConfigError::OutOfRange { .. })), "{text}");
        }
    }

    #[test]
    fn a_value_of_another_type_or_word_is_told_without_the_readers_own_words() {
        let explained = |text| parse(text).expect_err("refused");
        for (text, found, expected) in [
            ("[gaps]\nq = \"low\"", "toml-a-text", "toml-a-number"),
            ("[hub]\nname = 3", "toml-a-number", "toml-a-text"),
            ("[hub]\nstaff = \"ana\"", "toml-a-text", "toml-a-list"),
            (
                "[records]\nassumed_term_months = \"two\"",
                "toml-a-text",
                "toml-a-whole",
            ),
            ("[tables]\nevents = [1]", "toml-a-number", "toml-a-text"),
            ("[tables]\nevents = 1", "toml-a-number", "toml-a-file"),
            ("[tables]\nevents = []", "toml-a-list", "toml-a-file"),
            ("tables = 3", "toml-a-number", "toml-a-section"),
        ] {
            let line = text.lines().count();
            assert_eq!(explained(text), ConfigError::Type { line, found, expected }, "{text}");
        }
        let word = explained("[records]\ndate_order = \"day-month\"");
        assert!(
            matches!(&word, ConfigError::UnknownWord { line: 2, nearest: Some(near), .. } if near == "day_month"),
            "{word:?}"
        );
        let missing = explained("[[recording]]\nwhat = \"x\"");
        assert!(
            matches!(&missing, ConfigError::MissingKey { key, .. } if key == "from"),
            "{missing:?}"
        );
        let twice = explained("[hub]\nname = \"a\"\nname = \"b\"");
        assert!(matches!(twice, ConfigError::DuplicateKey { line: 3 }), "{twice:?}");
    }

    #[test]
    fn the_language_is_known_before_the_rest_can_be_read() {
        assert_eq!(
            language("[study]\n\n[hub]\nname = \n lang = \"es\" # x\nbroken"),
            Some(Lang::Es)
        );
        assert_eq!(language("[hub]\nlang = \"fr\""), None);
        assert_eq!(language("[x]\nlang = \"es\""), None);
    }

    #[test]
    fn what_is_no_toml_names_its_line() {
        let error = parse("[hub]\nname = ").expect_err("broken");
        assert!(matches!(error, ConfigError::Form { line: 2, .. }), "{error:?}");
    }
}
