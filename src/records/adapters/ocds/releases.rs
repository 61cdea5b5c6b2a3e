//! What do several releases about one process say together?
//!
//! In: releases, or rows of flattened sheets, which say the same under `parties/0/name`. Out: one document per process:
//! later releases replace what earlier ones said, lists being matched by the ids of their items.

use serde_json::{Map, Value};

use crate::records::adapters::{FileLedger, ImportError, ImportReason};
use crate::records::sources::grid::Grid;
use crate::records::{RecordsError, RowState, words};

use super::FORMAT;

/// The process so far with what a later release says: as the standard merges releases.
pub(super) fn fold(whole: Value, release: &Value) -> Value {
    match (whole, release) {
        (Value::Object(mut whole), Value::Object(release)) => {
            for (key, value) in release {
                let known = whole.remove(key).unwrap_or(Value::Null);
                whole.insert(key.clone(), fold(known, value));
            }
            Value::Object(whole)
        }
        (Value::Array(whole), Value::Array(release)) if release.iter().all(has_id) && whole.iter().all(has_id) => {
            Value::Array(by_id(whole, release))
        }
        // silence does not take anything back
        (whole, Value::Null) => whole,
        (_, release) => release.clone(),
    }
}

fn has_id(item: &Value) -> bool {
    id(item).is_some()
}

/// Some publishers write ids as numbers.
fn id(item: &Value) -> Option<String> {
    match item.get("id")? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn by_id(mut whole: Vec<Value>, release: &[Value]) -> Vec<Value> {
    for item in release {
        match whole.iter_mut().find(|known| id(known) == id(item)) {
            Some(known) => *known = fold(known.take(), item),
            None => whole.push(item.clone()),
        }
    }
    whole
}

/// The row of a flattened sheet that heads it.
fn header_of(grid: &Grid) -> Option<usize> {
    let is_ocid = |cell: &String| cell.trim() == "ocid";
    grid.rows.iter().position(|row| row.iter().flatten().any(is_ocid))
}

/// Whether a sheet says which process each row is about.
pub(super) fn has_ocid(grid: &Grid) -> bool {
    header_of(grid).is_some()
}

/// Each row of a flattened sheet as the part of a release that it tells of, with its place in the account.
pub(super) fn unflattened(grid: &Grid) -> Result<(Vec<(usize, Value)>, FileLedger), RecordsError> {
    let Some(header) = header_of(grid) else {
        let first = grid.rows.first().map_or(&[][..], Vec::as_slice);
        return Err(ImportError::MissingColumn {
            file: grid.file.clone(),
            format: FORMAT,
            column: "ocid".to_owned(),
            found: first.iter().flatten().cloned().collect(),
        }
        .into());
    };
    let paths: Vec<Vec<&str>> = grid.rows[header]
        .iter()
        .map(|cell| {
            cell.as_deref()
                .map_or_else(Vec::new, |path| path.trim().split('/').collect())
        })
        .collect();
    let first = header as u64 + 2;
    let count = grid.rows.len() - header - 1;
    let mut ledger = FileLedger::of_sheet(grid, (0..count as u64).map(|row| first + row));
    let mut rows = Vec::new();
    for (row, cells) in grid.rows.iter().skip(header + 1).enumerate() {
        if cells.iter().all(Option::is_none) {
            ledger.exclude(row, ImportReason::BlankRow, "", "");
            continue;
        }
        let mut value = Value::Object(Map::new());
        for (path, cell) in paths.iter().zip(cells) {
            let cell = cell.as_deref().map(str::trim).filter(|cell| !words::is_nothing(cell));
            if let Some(cell) = cell
                && !put(&mut value, path, cell)
            {
                ledger.note(row, RowState::Repaired, ImportReason::BadCell, &path.join("/"), cell);
            }
        }
        rows.push((row, value));
    }
    Ok((rows, ledger))
}

/// Deepest path and longest list of a flattened sheet: what a header may make of a row.
const DEEPEST: usize = 16;
const LONGEST: usize = 1_000;

/// Puts a cell where its header says; `false` where that contradicts another header, or is beyond reason.
fn put(value: &mut Value, path: &[&str], cell: &str) -> bool {
    let Some((key, rest)) = path.split_first() else {
        let free = value.is_null();
        if free {
            *value = Value::String(cell.to_owned());
        }
        return free;
    };
    if rest.len() > DEEPEST {
        return false;
    }
    if let Ok(place) = key.parse::<usize>() {
        if value.is_null() {
            *value = Value::Array(Vec::new());
        }
        let Some(list) = value.as_array_mut().filter(|_| place < LONGEST) else {
            return false;
        };
        if list.len() <= place {
            list.resize(place + 1, Value::Null);
        }
        return put(&mut list[place], rest, cell);
    }
    if value.is_null() {
        *value = Value::Object(Map::new());
    }
    let fields = value.as_object_mut();
    fields.is_some_and(|fields| put(fields.entry((*key).to_owned()).or_insert(Value::Null), rest, cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn later_releases_replace_what_earlier_ones_said_and_match_items_by_id() {
        let first = json!({"tender": {"title": "A", "status": "active"}, "parties": [{"id": "1", "name": "One"}], "tag": ["tender"]});
        let second = json!({"tender": {"status": "complete", "title": null},
            "parties": [{"id": 1, "roles": ["buyer"]}, {"id": "2"}], "tag": ["award"]});
        let whole = fold(fold(Value::Null, &first), &second);
        let expected = json!({"tender": {"title": "A", "status": "complete"},
            "parties": [{"id": 1, "name": "One", "roles": ["buyer"]}, {"id": "2"}], "tag": ["award"]});
        assert_eq!(whole, expected);
    }

    #[test]
    fn a_header_makes_no_list_longer_and_no_path_deeper_than_sane() {
        let mut value = Value::Null;
        assert!(put(&mut value, &["parties", "1", "name"], "Two"));
        assert_eq!(value, json!({"parties": [null, {"name": "Two"}]}));
        assert!(!put(&mut value, &["parties", "999999999", "name"], "Far"));
        assert!(!put(&mut value, &["parties", "first", "name"], "Named"));
        assert_eq!(value, json!({"parties": [null, {"name": "Two"}]}));
        let deep = vec!["a"; 100];
        let mut value = Value::Null;
        assert!(!put(&mut value, &deep, "x"));
        assert_eq!(value, Value::Null);
    }
}
