//! What do several releases about one process say together?
//!
//! In: releases, or rows of flattened sheets, which say the same under `parties/0/name`. Out: one document per process:
//! later releases replace what earlier ones said, lists being matched by the ids of their items.

use serde_json::{Map, Value};

use crate::records::adapters::{FileLedger, ImportError, ImportReason};
use crate::records::sources::grid::Grid;
use crate::records::{RecordsError, words};

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
    let mut ledger = FileLedger::new(
        &grid.file,
        grid.sheet.as_deref(),
        (0..count as u64).map(|row| first + row),
    );
    let mut rows = Vec::new();
    for (row, cells) in grid.rows.iter().skip(header + 1).enumerate() {
        if cells.iter().all(Option::is_none) {
            ledger.exclude(row, ImportReason::BlankRow, "", "");
            continue;
        }
        let mut value = Value::Object(Map::new());
        for (path, cell) in paths.iter().zip(cells) {
            if let Some(cell) = cell.as_deref().map(str::trim).filter(|cell| !words::is_nothing(cell)) {
                put(&mut value, path, cell);
            }
        }
        rows.push((row, value));
    }
    Ok((rows, ledger))
}

/// Deepest path and longest list of a flattened sheet: what a header may make of a row.
const DEEPEST: usize = 16;
const LONGEST: usize = 1_000;

fn put(value: &mut Value, path: &[&str], cell: &str) {
    let Some((key, rest)) = path.split_first() else {
        *value = Value::String(cell.to_owned());
        return;
    };
    if rest.len() > DEEPEST {
        return;
    }
    match key.parse::<usize>() {
        Ok(place) if place < LONGEST => {
            if !value.is_array() {
                *value = Value::Array(Vec::new());
            }
            if let Some(list) = value.as_array_mut() {
                if list.len() <= place {
                    list.resize(place + 1, Value::Null);
                }
                put(&mut list[place], rest, cell);
            }
        }
        _ => {
            if !value.is_object() {
                *value = Value::Object(Map::new());
            }
            if let Some(fields) = value.as_object_mut() {
                put(fields.entry((*key).to_owned()).or_insert(Value::Null), rest, cell);
            }
        }
    }
}
