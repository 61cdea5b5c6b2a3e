//! Public contracting as authorities publish it by the Open Contracting Data Standard.
//!
//! In: release or record packages in JSON, or the flattened sheets (`parties/0/roles`). Out: contracting processes as
//! events, the parties in them as participations (one per role), and each award or contract as a dated tie from buyer to
//! supplier with its value.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use super::json::{self, is_json, items, text};
use super::listing::Listing;
use super::{FileLedger, ImportError, ImportFormat, ImportReason, Imported, RecordsError};
use crate::records::sources::{self, grid::grids};

mod process;
mod releases;

use process::Made;
use releases::{fold, has_ocid, unflattened};

const FORMAT: ImportFormat = ImportFormat::Ocds;

/// A release, or a record's compiled release, and the row it came from.
struct Release {
    /// Which account and which row of it.
    from: (usize, usize),
    value: Value,
}

/// The elements of processes that are accounted for beside the releases.
const PARTS: [&str; 3] = ["parties", "awards", "contracts"];

/// Reads releases and records from any number of files.
pub(super) fn read(files: &[PathBuf]) -> Result<Imported, RecordsError> {
    let (mut releases, mut ledgers) = (Vec::new(), Vec::new());
    for path in files {
        if is_json(path) {
            let file = sources::file_name(path);
            releases.extend(of_document(&file, json::document(path)?, &mut ledgers)?);
        } else {
            let sheets = grids(path)?;
            let several = sheets.len() > 1;
            for grid in sheets {
                if several && !has_ocid(&grid) {
                    // the sheet of the package's own data
                    ledgers.push(Listing::open(grid, &["ocid"]).left_out());
                    continue;
                }
                let (rows, ledger) = unflattened(&grid)?;
                let account = ledgers.len();
                let release = |(row, value)| Release {
                    from: (account, row),
                    value,
                };
                releases.extend(rows.into_iter().map(release));
                ledgers.push(ledger);
            }
        }
    }
    let mut processes: BTreeMap<String, Vec<Release>> = BTreeMap::new();
    for release in releases {
        let ocid = text(&release.value, "/ocid");
        if ocid.is_empty() {
            let (account, row) = release.from;
            ledgers[account].exclude(row, ImportReason::MissingCell, "ocid", "");
        } else {
            processes.entry(ocid).or_default().push(release);
        }
    }
    let first = ledgers.len();
    let names = files
        .iter()
        .map(|path| sources::file_name(path))
        .collect::<Vec<_>>()
        .join(", ");
    ledgers.extend(PARTS.map(|part| FileLedger::new(&names, Some(part), [])));
    let mut made = Made::new();
    let processes: Vec<(String, Vec<Release>, Value)> = processes
        .into_iter()
        .map(|(ocid, mut releases)| {
            // stable: of one day, the order of the files stands
            releases.sort_by_key(|release| text(&release.value, "/date"));
            let whole = releases
                .iter()
                .fold(Value::Null, |whole, release| fold(whole, &release.value));
            (ocid, releases, whole)
        })
        .collect();
    processes.iter().for_each(|(_, _, whole)| made.learn(whole));
    for (ocid, releases, whole) in &processes {
        for release in releases {
            let (account, row) = release.from;
            made.event(ocid, whole, &mut ledgers[account], row);
        }
        if let [parties, awards, contracts] = &mut ledgers[first..] {
            made.process(ocid, whole, [parties, awards, contracts]);
        }
    }
    Ok(Imported::new(FORMAT, made.into_tables(), ledgers))
}

/// The releases of a package, a list of them or a single one; of records the compiled release, else their releases.
fn of_document(file: &str, document: Value, ledgers: &mut Vec<FileLedger>) -> Result<Vec<Release>, RecordsError> {
    let is_release = |value: &Value| value.get("ocid").is_some();
    let found = json::keys(&document);
    let (part, list) = match document {
        Value::Array(list) => ("releases", list),
        Value::Object(mut fields) => match (fields.remove("records"), fields.remove("releases")) {
            (Some(Value::Array(list)), _) => ("records", list),
            (None, Some(Value::Array(list))) => ("releases", list),
            _ => {
                let one = Value::Object(fields);
                ("releases", if is_release(&one) { vec![one] } else { Vec::new() })
            }
        },
        _ => ("releases", Vec::new()),
    };
    if !list.iter().any(is_release) {
        return Err(ImportError::OtherFormat {
            file: file.to_owned(),
            format: FORMAT,
            expected: "releases: […], records: […]".to_owned(),
            found,
        }
        .into());
    }
    let account = ledgers.len();
    let mut ledger = FileLedger::new(file, Some(part), 1..=list.len() as u64);
    let mut releases = Vec::new();
    for (row, one) in list.into_iter().enumerate() {
        let compiled = one.get("compiledRelease").filter(|compiled| compiled.is_object());
        let mut values: Vec<Value> = match compiled {
            Some(compiled) => vec![compiled.clone()],
            None if part == "records" => items(&one, "/releases").to_vec(),
            None => vec![one.clone()],
        };
        // a record may only link to its releases elsewhere
        values.retain(|value| {
            value.get("date").is_some() || value.get("parties").is_some() || value.get("tag").is_some()
        });
        if values.is_empty() {
            ledger.exclude(row, ImportReason::NoPlace, "", &text(&one, "/ocid"));
        }
        for mut value in values {
            if let Some(fields) = value.as_object_mut() {
                fields
                    .entry("ocid")
                    .or_insert_with(|| Value::String(text(&one, "/ocid")));
            }
            releases.push(Release {
                from: (account, row),
                value,
            });
        }
    }
    ledgers.push(ledger);
    Ok(releases)
}
