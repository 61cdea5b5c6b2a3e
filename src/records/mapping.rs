//! How were names and values read, as a `hub.toml` that reads them so again?
//!
//! In: the records of a hub. Out: the text of a `hub.toml`: what the hub's own said, and the tables, columns, values,
//! sectors, options and forms that reading found, so that the next months' files are read as these were. What no list
//! knows stands there as a comment to fill in.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use super::{HubRecords, Sector, TableName};
use crate::config::{HubConfig, TableFiles};
use crate::messages::Messages;

/// The text of that `hub.toml`; `hub` is the folder that was read.
#[must_use]
pub fn mapping_toml(records: &HubRecords, hub: &Path, messages: &Messages) -> String {
    let mut text = format!("# {}\n", messages.word("mapping-head"));
    text.push_str(&own_choices(&records.config));
    let forms = &records.mapping;
    section(&mut text, "records.date_orders", forms.date_orders.iter());
    section(&mut text, "records.number_forms", forms.number_forms.iter());
    tables(&mut text, records, hub);
    for (table, columns) in columns(records) {
        section(&mut text, &format!("columns.{table}"), columns.iter());
    }
    let (values, sectors) = values(records);
    for (place, values) in values {
        section(&mut text, &format!("values.{}", quoted(&place)), values.iter());
    }
    section(&mut text, "sectors", sectors.iter());
    options(&mut text, &records.config);
    unmapped(&mut text, records, messages);
    text
}

/// What the hub's own `hub.toml` says otherwise than by default, but for its maps.
fn own_choices(config: &HubConfig) -> String {
    let mut own = config.clone();
    let bare = HubConfig::default();
    (own.tables, own.columns, own.values) = Default::default();
    (own.sectors, own.options) = Default::default();
    (own.records.date_orders, own.records.number_forms) = Default::default();
    let (Ok(mut own), Ok(bare)) = (toml::Table::try_from(own), toml::Table::try_from(bare)) else {
        return String::new();
    };
    own.retain(|key, value| bare.get(key) != Some(value));
    for (key, value) in &mut own {
        if let (toml::Value::Table(value), Some(toml::Value::Table(bare))) = (value, bare.get(key)) {
            value.retain(|key, value| bare.get(key) != Some(value));
        }
    }
    let text = toml::to_string(&own).unwrap_or_default();
    if text.is_empty() { text } else { format!("\n{text}") }
}

/// The files of each table: those told, else the one found, where the hub is a folder and it holds that table alone.
fn tables(text: &mut String, records: &HubRecords, hub: &Path) {
    let mut tables = records.config.tables.clone();
    let shared = |file: &str| records.present.values().filter(|other| other.file == file).count() > 1;
    for (table, present) in &records.present {
        if hub.join(&present.file).is_file() && hub.is_dir() && !shared(&present.file) {
            tables
                .entry(table.name().to_owned())
                .or_insert_with(|| TableFiles(vec![present.file.clone()]));
        }
    }
    if !tables.is_empty() {
        line(text, "\n[tables]");
    }
    for (table, TableFiles(files)) in &tables {
        let files: Vec<String> = files.iter().map(|file| quoted(file)).collect();
        let told = match files.as_slice() {
            [one] => one.clone(),
            several => format!("[{}]", several.join(", ")),
        };
        line(text, &format!("{} = {told}", quoted(table)));
    }
}

/// The header of each column that is not headed by its own name.
fn columns(records: &HubRecords) -> BTreeMap<&'static str, BTreeMap<String, String>> {
    let mut columns: BTreeMap<&'static str, BTreeMap<String, String>> = BTreeMap::new();
    for table in TableName::ALL {
        let own = records.config.columns.get(table.name());
        let found = records.mapping.columns.get(&table);
        let headers: BTreeMap<String, String> = own
            .into_iter()
            .chain(found)
            .flatten()
            .map(|(column, header)| (column.clone(), header.clone()))
            .collect();
        if !headers.is_empty() {
            columns.insert(table.name(), headers);
        }
    }
    columns
}

/// Text → value of hubscope, by column (of one table where reading found it); and of the sectors.
fn values(records: &HubRecords) -> (BTreeMap<String, BTreeMap<String, String>>, BTreeMap<String, String>) {
    let mut values = records.config.values.clone();
    let mut sectors = records.config.sectors.clone();
    for (place, found) in &records.mapping.values {
        for (text, (value, _)) in found {
            let is_sector = place.ends_with(".sector") && Sector::ALL.iter().any(|sector| sector.name() == value);
            let map = if is_sector {
                &mut sectors
            } else {
                values.entry(place.clone()).or_default()
            };
            map.insert(text.clone(), value.clone());
        }
    }
    (values, sectors)
}

fn options(text: &mut String, config: &HubConfig) {
    if config.options.is_empty() {
        return;
    }
    text.push_str("\n[options]\n");
    for (column, options) in &config.options {
        let options: Vec<String> = options.iter().map(|option| quoted(option)).collect();
        line(text, &format!("{} = [{}]", quoted(column), options.join(", ")));
    }
}

/// What no list knows, for somebody to say what it means.
fn unmapped(text: &mut String, records: &HubRecords, messages: &Messages) {
    if records.mapping.unmapped.is_empty() {
        return;
    }
    line(text, &format!("\n# {}", messages.word("mapping-unmapped")));
    for (place, values) in &records.mapping.unmapped {
        line(text, &format!("# [values.{}]", quoted(place)));
        let meant = records.mapping.values_meant.get(place);
        for (value, rows) in values {
            let meant = meant.and_then(|meant| meant.get(value)).map_or("", String::as_str);
            line(text, &format!("# {} = {} # {rows}", quoted(value), quoted(meant)));
        }
    }
}

fn section<'a>(text: &mut String, name: &str, pairs: impl ExactSizeIterator<Item = (&'a String, &'a String)>) {
    if pairs.len() == 0 {
        return;
    }
    line(text, &format!("\n[{name}]"));
    for (key, value) in pairs {
        line(text, &format!("{} = {}", quoted(key), quoted(value)));
    }
}

fn line(text: &mut String, words: &str) {
    // writing to a string cannot fail
    let _ = writeln!(text, "{words}");
}

/// A text as TOML quotes keys and values alike.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_stands_in_a_cell_is_quoted_so_that_toml_reads_it_back() {
        for text in ["plain", "a \"b\" \\ c", "two\nlines\tand\r", "’ñ √≠", "", "[x] = #"] {
            let toml = format!("{} = {}", quoted(text), quoted(text));
            let table: toml::Table = toml.parse().expect("TOML");
            assert_eq!(table[text].as_str(), Some(text));
        }
    }
}
