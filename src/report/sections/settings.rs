//! Which settings were used, and which differ from the defaults? The choices of `hub.toml`, as name and value.
//!
//! Persons stand in some of them (staff, who is responsible): outside the private edition these are withheld.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Material;
use crate::config::HubConfig;
use crate::report::Edition;

/// Settings whose values name persons.
const PERSONS: [&str; 2] = ["hub.staff", "champions.responsible"];

/// Sections of `hub.toml` that change a figure; those of the network are among what was asked for.
const FIGURES: [&str; 8] = [
    "adoption",
    "funding",
    "gaps",
    "government",
    "records",
    "sectors",
    "stability",
    "study",
];

/// What is asked for where nobody says otherwise.
const ASKED: [(&str, &str); 12] = [
    ("direction", "undirected"),
    ("group_by", "sector"),
    ("half_life_days", "0"),
    ("layer", "combined"),
    ("level", "organization"),
    ("members", "all"),
    ("participation_weight", "1"),
    ("partnership_weight", "1"),
    ("path_length", "inverse_strength"),
    ("projection", "newman"),
    ("seed", "1"),
    ("work_limit", "100000000000"),
];

/// Every setting: dotted name and value, by name.
pub(in crate::report) fn all(material: &Material<'_>) -> BTreeMap<String, Value> {
    let written = |(name, value): (String, Value)| {
        let person = PERSONS.iter().any(|person| name.starts_with(person));
        let withheld = person && material.edition != Edition::Private;
        let value = match value {
            Value::String(_) if withheld => Value::from(material.word("name-withheld")),
            Value::String(text) => Value::from(material.naming.text(&text)),
            other => other,
        };
        (name, value)
    };
    flat(&material.analysis.records.config)
        .into_iter()
        .map(written)
        .collect()
}

/// The settings that change a figure and differ from the defaults, as `name = value`.
pub(super) fn off_default(material: &Material<'_>) -> Vec<String> {
    let defaults = flat(&HubConfig::default());
    let changed = |name: &str, value: &Value| {
        let family = name.split('.').next().unwrap_or_default();
        FIGURES.contains(&family) && defaults.get(name) != Some(value)
    };
    let asked = asked(material).into_iter().filter(|(name, value)| {
        let default = ASKED.iter().find(|(asked, _)| asked == name);
        default.is_some_and(|(_, default)| *default != plain(value))
    });
    let configured = all(material).into_iter().filter(|(name, value)| changed(name, value));
    asked
        .map(|(name, value)| (name.to_owned(), value))
        .chain(configured)
        .map(|(name, value)| format!("{name} = {}", plain(&value)))
        .collect()
}

/// What was asked for, by the name of its option; the network's part of `hub.toml` has gone into it.
pub(in crate::report) fn asked(material: &Material<'_>) -> BTreeMap<&'static str, Value> {
    let options = &material.analysis.options;
    let network = &options.network;
    BTreeMap::from([
        ("direction", options.direction.name().into()),
        ("group_by", options.group_by.as_str().into()),
        ("half_life_days", network.half_life_days.unwrap_or(0.0).into()),
        ("layer", options.layer.name().into()),
        ("level", network.level.name().into()),
        ("members", options.members.name().into()),
        ("participation_weight", network.participation_weight.into()),
        ("partnership_weight", network.partnership_weight.into()),
        ("path_length", options.path_length.name().into()),
        ("projection", network.projection.name().into()),
        ("seed", options.seed.into()),
        ("work_limit", options.work_limit.into()),
    ])
}

/// A value without quotes, a whole number without decimals.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_f64() => number.as_f64().unwrap_or_default().to_string(),
        other => other.to_string(),
    }
}

/// `{"a": {"b": 1, "c": [2]}}` as `a.b = 1`, `a.c.1 = 2`; what is not set is left out.
fn flat(config: &HubConfig) -> BTreeMap<String, Value> {
    let mut settings = BTreeMap::new();
    let value = serde_json::to_value(config).unwrap_or_default();
    flatten("", value, &mut settings);
    settings
}

fn flatten(name: &str, value: Value, settings: &mut BTreeMap<String, Value>) {
    let below = |key: &str| match name {
        "" => key.to_owned(),
        name => format!("{name}.{key}"),
    };
    match value {
        Value::Null => {}
        Value::Object(entries) => {
            for (key, value) in entries {
                flatten(&below(&key), value, settings);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.into_iter().enumerate() {
                flatten(&below(&(place + 1).to_string()), value, settings);
            }
        }
        value => {
            settings.insert(name.to_owned(), value);
        }
    }
}
