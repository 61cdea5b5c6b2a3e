//! Which words? Every sentence hubscope says, in each of its languages, and how it writes numbers and dates.
//!
//! In: a key, numbers and names. Out: a sentence in the reader's language. The catalogues (`messages/en/*.ftl`,
//! `messages/es/*.ftl`, Fluent syntax) hold the same keys with the same variables; a test holds them to it.

use std::fmt;
use std::str::FromStr;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::time::Day;

/// A language hubscope speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Lang {
    /// All languages.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    const fn catalogue(self) -> [&'static str; 22] {
        macro_rules! files {
            ($lang:literal) => {
                [
                    include_str!(concat!("messages/", $lang, "/common.ftl")),
                    include_str!(concat!("messages/", $lang, "/records.ftl")),
                    include_str!(concat!("messages/", $lang, "/sources.ftl")),
                    include_str!(concat!("messages/", $lang, "/attendance.ftl")),
                    include_str!(concat!("messages/", $lang, "/import.ftl")),
                    include_str!(concat!("messages/", $lang, "/foreign.ftl")),
                    include_str!(concat!("messages/", $lang, "/resolve.ftl")),
                    include_str!(concat!("messages/", $lang, "/cells.ftl")),
                    include_str!(concat!("messages/", $lang, "/measures.ftl")),
                    include_str!(concat!("messages/", $lang, "/tables.ftl")),
                    include_str!(concat!("messages/", $lang, "/workbook.ftl")),
                    include_str!(concat!("messages/", $lang, "/findings.ftl")),
                    include_str!(concat!("messages/", $lang, "/gaps.ftl")),
                    include_str!(concat!("messages/", $lang, "/actions.ftl")),
                    include_str!(concat!("messages/", $lang, "/introductions.ftl")),
                    include_str!(concat!("messages/", $lang, "/continuity.ftl")),
                    include_str!(concat!("messages/", $lang, "/plan.ftl")),
                    include_str!(concat!("messages/", $lang, "/people.ftl")),
                    include_str!(concat!("messages/", $lang, "/indicators.ftl")),
                    include_str!(concat!("messages/", $lang, "/charts.ftl")),
                    include_str!(concat!("messages/", $lang, "/report.ftl")),
                    include_str!(concat!("messages/", $lang, "/cli.ftl")),
                ]
            };
        }
        match self {
            Self::En => files!("en"),
            Self::Es => files!("es"),
        }
    }

    /// The thousands mark and the decimal mark.
    const fn marks(self) -> (char, char) {
        match self {
            Self::En => (',', '.'),
            Self::Es => ('.', ','),
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        Self::ALL
            .into_iter()
            .find(|lang| lang.code() == text)
            .ok_or_else(|| UnknownLang(text.to_owned()))
    }
}

/// hubscope does not speak this language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown language \"{0}\": expected en or es")]
pub struct UnknownLang(pub String);

/// A value put into a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// A name or an already formatted text.
    Text(String),
    /// A word or sentence of the catalogue, by its key.
    Word(&'static str),
    /// A count, which also picks the plural form; written with the language's thousands mark.
    Count(i64),
    /// A decimal, written with so many places.
    Decimal(f64, u8),
    /// A share from 0 to 1, written as a percentage without decimals.
    Percent(f64),
    /// A day, written in the language's long form.
    Day(Day),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<Day> for Arg {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

/// The catalogue of one language.
pub struct Messages {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// The catalogue of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        // An unreadable code cannot happen: both are tested. The default only picks plural rules.
        let language: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation marks would stand as boxes in terminals, file names and charts.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::En => |value, _| plain_number(value, Lang::En),
            Lang::Es => |value, _| plain_number(value, Lang::Es),
        }));
        for source in lang.catalogue() {
            // A line that does not parse is left out here and found by the test of the catalogues.
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// Which language it is.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The sentence under a key, with its values filled in.
    ///
    /// A missing key is a bug that a test finds; the key itself is returned so that a reader sees what is missing.
    ///
    /// ```
    /// use hubscope::messages::{Lang, Messages};
    /// assert_eq!(Messages::new(Lang::Es).word("month-5"), "mayo");
    /// ```
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, self.value(arg));
        }
        let said = self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new());
        closed_once(said.into_owned())
    }

    /// A word or sentence without values.
    #[must_use]
    pub fn word(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A unit as words: `share` stands under `unit-share`, `1/length` under `unit-1-per-length`. None is no word.
    #[must_use]
    pub fn unit(&self, unit: &str) -> String {
        if unit.is_empty() {
            return String::new();
        }
        self.word(&format!("unit-{}", unit.replace('/', "-per-").replace(' ', "_")))
    }

    /// Whether the catalogue has a key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A number with so many decimals, in the language's form.
    #[must_use]
    pub fn number(&self, value: f64, decimals: u8) -> String {
        written(value, decimals, self.lang)
    }

    /// A share from 0 to 1 as a percentage without decimals.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        let number = self.number(share * 100.0, 0);
        match self.lang {
            Lang::En => format!("{number}%"),
            Lang::Es => format!("{number}\u{a0}%"),
        }
    }

    /// A day in the language's long form: `31 March 2026`, `31 de marzo de 2026`.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        let month = self.word(&format!("month-{}", day.month()));
        let text = |number: String| Arg::Text(number);
        let parts = [
            ("day", text(day.day_of_month().to_string())),
            ("month", text(month)),
            ("year", text(day.year().to_string())),
        ];
        self.say("day-form", &parts)
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => text.clone().into(),
            Arg::Word(key) => self.word(key).into(),
            Arg::Count(count) => (*count).into(),
            Arg::Decimal(value, decimals) => self.number(*value, *decimals).into(),
            Arg::Percent(share) => self.percent(*share).into(),
            Arg::Day(day) => self.day(*day).into(),
        }
    }
}

/// Counts reach Fluent as numbers, so that they pick the plural form; this writes them.
fn plain_number(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(written(number.value, 0, lang)),
        _ => None,
    }
}

/// A sentence that ends with a name such as "Ltda." has its full stop already.
fn closed_once(mut said: String) -> String {
    if said.ends_with("..") && !said.ends_with("...") {
        said.pop();
    }
    said
}

/// A number with thousands and decimal marks; four-digit numbers stay unmarked in Spanish (RAE).
fn written(value: f64, decimals: u8, lang: Lang) -> String {
    let plain = format!("{:.*}", usize::from(decimals), value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (thousands, decimal) = lang.marks();
    let negative = value < 0.0 && plain.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
    let mut text = String::from(if negative { "\u{2212}" } else { "" });
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len() - place;
        let mark = place > 0 && left % 3 == 0 && !(lang == Lang::Es && whole.len() == 4);
        if mark {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(decimal);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// Key → variables, read from the source text: a message begins at a line start, a variable is `$name`.
    fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in lang.catalogue().iter().flat_map(|file| file.lines()) {
            if line.starts_with(|c: char| c.is_ascii_alphabetic())
                && let Some((key, _)) = line.split_once('=')
            {
                current = key.trim().to_owned();
                assert!(!keys.contains_key(&current), "{lang}: {current} stands twice");
                keys.entry(current.clone()).or_default();
            }
            for part in line.split('$').skip(1).filter(|_| !line.starts_with('#')) {
                let name: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                keys.entry(current.clone()).or_default().insert(name);
            }
        }
        keys
    }

    #[test]
    fn both_languages_hold_the_same_keys_with_the_same_variables() {
        let (english, spanish) = (keys(Lang::En), keys(Lang::Es));
        for (key, variables) in &english {
            assert_eq!(spanish.get(key), Some(variables), "{key}");
        }
        assert_eq!(english.len(), spanish.len());
    }

    #[test]
    fn every_catalogue_parses_and_serves_every_key() {
        for lang in Lang::ALL {
            for source in lang.catalogue() {
                let errors = FluentResource::try_new(source.to_owned())
                    .err()
                    .map(|(_, errors)| errors);
                assert_eq!(errors, None, "{lang}");
            }
            let messages = Messages::new(lang);
            assert!(keys(lang).keys().all(|key| messages.has(key)));
        }
    }

    #[test]
    fn numbers_and_days_follow_the_language() {
        let (english, spanish) = (Messages::new(Lang::En), Messages::new(Lang::Es));
        assert_eq!(english.number(-1_234_567.891, 2), "\u{2212}1,234,567.89");
        assert_eq!(spanish.number(1_234_567.891, 2), "1.234.567,89");
        assert_eq!(spanish.number(1234.0, 0), "1234");
        assert_eq!(english.number(-0.001, 1), "0.0");
        assert_eq!(spanish.percent(0.253), "25\u{a0}%");
        let day = Day::from_ymd(2026, 3, 31).expect("a date");
        assert_eq!(english.day(day), "31 March 2026");
        assert_eq!(spanish.day(day), "31 de marzo de 2026");
    }
}
