//! Reading `hub.toml`: unknown keys are errors that name the nearest known one.
//!
//! In: the text of the file. Out: [`HubConfig`], or a [`ConfigError`] that names the line.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{HubConfig, TableFiles, TomlDay};
use crate::messages::Arg;
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
    /// A value out of range.
    #[error("hub.toml: {key} = {found} is out of range: expected {expected}")]
    OutOfRange {
        /// Section and key.
        key: &'static str,
        /// The value found.
        found: String,
        /// What it may be.
        expected: &'static str,
    },
}

impl ConfigError {
    /// The sentence that says what is wrong: its key in the catalogue and its values.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        match self {
            Self::Form { line, problem } => (
                "config-form",
                vec![("line", (*line).into()), ("problem", problem.as_str().into())],
            ),
            Self::UnknownKey { line, key, .. } => (
                "config-unknown-key",
                vec![("line", (*line).into()), ("key", key.as_str().into())],
            ),
            Self::OutOfRange { key, found, expected } => (
                "config-out-of-range",
                vec![
                    ("key", (*key).into()),
                    ("found", found.as_str().into()),
                    ("expected", (*expected).into()),
                ],
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
            } => ("records-did-you-mean", vec![("nearest", nearest.as_str().into())]),
            Self::UnknownKey { known, .. } => ("config-known-keys", vec![("known", known.join(", ").into())]),
            Self::OutOfRange { expected, .. } => ("config-out-of-range-remedy", vec![("expected", (*expected).into())]),
        }
    }
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
    if !problem.starts_with("unknown field") {
        return ConfigError::Form {
            line,
            problem: problem.to_owned(),
        };
    }
    let mut words = problem.split('`').skip(1).step_by(2);
    let key = words.next().unwrap_or_default().to_owned();
    let known: Vec<String> = words.map(str::to_owned).collect();
    let nearest = nearest(&key, known.iter().map(String::as_str)).map(str::to_owned);
    ConfigError::UnknownKey {
        line,
        key,
        nearest,
        known,
    }
}

fn check(config: &HubConfig) -> Result<(), ConfigError> {
    let network = &config.network;
    let share = "a number from 0 to 1";
    let weight = "a number, 0 or above";
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
            expected: "a whole number from 1 to 1000000",
        });
    }
    check_texts(config)
}

fn check_texts(config: &HubConfig) -> Result<(), ConfigError> {
    if let Some(lang) = &config.hub.lang
        && lang.parse::<crate::messages::Lang>().is_err()
    {
        return Err(ConfigError::OutOfRange {
            key: "[hub] lang",
            found: lang.clone(),
            expected: "en or es",
        });
    }
    if let (Some(from), Some(as_of)) = (config.study.from, config.study.as_of)
        && from.0 > as_of.0
    {
        return Err(ConfigError::OutOfRange {
            key: "[study] from",
            found: from.0.to_string(),
            expected: "a day not after as_of",
        });
    }
    Ok(())
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
        let expected = || serde::de::Error::custom("expected a day, such as 2021-03-31");
        let written = Written::deserialize(deserializer).map_err(|_| expected())?;
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

/// One file, or a list of them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Files {
    One(String),
    Several(Vec<String>),
}

impl<'de> Deserialize<'de> for TableFiles {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = || serde::de::Error::custom("expected a file, such as \"actores.csv\", or a list of files");
        match Files::deserialize(deserializer).map_err(|_| expected())? {
            Files::One(file) => Ok(Self(vec![file])),
            Files::Several(files) if files.is_empty() => Err(expected()),
            Files::Several(files) => Ok(Self(files)),
        }
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
        assert!(matches!(error, ConfigError::Form { line: 3, .. }), "{error}");
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
    fn what_is_no_toml_names_its_line() {
        let error = parse("[hub]\nname = ").expect_err("broken");
        assert!(matches!(error, ConfigError::Form { line: 2, .. }), "{error:?}");
    }
}
