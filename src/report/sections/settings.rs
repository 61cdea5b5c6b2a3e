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

/// The settings that differ from the defaults, the hub's name aside.
pub(super) fn off_default(material: &Material<'_>) -> Vec<(String, String)> {
    let defaults = flat(&HubConfig::default());
    all(material)
        .into_iter()
        .filter(|(name, value)| defaults.get(name) != Some(value))
        .filter(|(name, _)| !["hub.name", "hub.lang"].contains(&name.as_str()))
        .map(|(name, value)| (name, plain(&value)))
        .collect()
}

/// A value without quotes.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
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
