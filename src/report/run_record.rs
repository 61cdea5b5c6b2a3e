//! What would someone need to make this report again? `run.json`: fingerprints of the input, settings, seed, versions,
//! the mapping that was used, and a fingerprint of every file written.
//!
//! No clock, no path and no number of threads stand in it: the same input gives the same bytes.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::bundle::{Bundle, Signature, TOOL};
use super::page::VERSION;
use super::sections::{Material, settings};
use crate::records::{AttendanceForm, AttendanceSheet, Mapping, ToldBy};

/// Keys stand in this order.
#[derive(Serialize)]
struct RunRecord {
    #[serde(flatten)]
    signature: Signature,
    version: &'static str,
    hub: String,
    edition: &'static str,
    language: &'static str,
    inputs: BTreeMap<String, String>,
    parameters: BTreeMap<&'static str, Value>,
    settings: BTreeMap<String, Value>,
    mapping: MappingRecord,
}

/// How names and values were read.
#[derive(Serialize)]
struct MappingRecord {
    /// Encodings, titles above the header, hidden sheets: per file, in words.
    sources: BTreeMap<String, Vec<String>>,
    columns: BTreeMap<&'static str, BTreeMap<String, String>>,
    values: BTreeMap<String, BTreeMap<String, (String, usize)>>,
    unmapped: BTreeMap<String, BTreeMap<String, usize>>,
    date_orders: BTreeMap<String, String>,
    number_forms: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attendance: Vec<Value>,
}

/// The run record as JSON.
pub(super) fn run_record(material: &Material<'_>, bundle: &Bundle) -> Result<Vec<u8>, serde_json::Error> {
    let records = &material.analysis.records;
    let masked = |text: &String| material.naming.text(text);
    let record = RunRecord {
        signature: Signature {
            tool: TOOL.to_owned(),
            files: bundle.hashes(),
        },
        version: VERSION,
        hub: masked(&records.name),
        edition: material.edition.name(),
        language: material.messages.lang().code(),
        inputs: records
            .input_hashes
            .iter()
            .map(|(file, hash)| (masked(file), hash.clone()))
            .collect(),
        parameters: parameters(material),
        settings: settings::all(material),
        mapping: mapping(material, &records.mapping),
    };
    let mut bytes = serde_json::to_vec_pretty(&record)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn parameters(material: &Material<'_>) -> BTreeMap<&'static str, Value> {
    let study = material.analysis.study;
    let day = |day: Option<crate::time::Day>| day.map_or(Value::Null, |day| day.to_string().into());
    let mut parameters = settings::asked(material);
    parameters.insert("study_as_of", day(study.map(|study| study.as_of)));
    parameters.insert("study_from", day(study.map(|study| study.from)));
    if material.inexact().next().is_some() {
        let inexact = material.inexact().map(|inexact| inexact.parameter()).collect();
        parameters.insert("inexact", inexact);
    }
    parameters.insert("window", material.analysis.window.label.as_str().into());
    parameters
}

fn mapping(material: &Material<'_>, used: &Mapping) -> MappingRecord {
    let masked = |text: &String| material.naming.text(text);
    let columns = used.columns.iter().map(|(table, columns)| {
        let columns = columns.iter().map(|(name, header)| (name.clone(), masked(header)));
        (table.name(), columns.collect())
    });
    let values = used.values.iter().map(|(column, values)| {
        let values = values
            .iter()
            .map(|(found, (to, rows))| (masked(found), (to.clone(), *rows)));
        (column.clone(), values.collect())
    });
    let unmapped = used.unmapped.iter().map(|(column, values)| {
        let values = values.iter().map(|(found, rows)| (masked(found), *rows));
        (column.clone(), values.collect())
    });
    let sources = used.sources.iter().map(|(file, notes)| {
        let notes = notes.iter().map(|note| {
            let (key, values) = note.message();
            masked(&material.messages.say(key, &values))
        });
        (masked(file), notes.collect())
    });
    MappingRecord {
        sources: sources.collect(),
        columns: columns.collect(),
        values: values.collect(),
        unmapped: unmapped.collect(),
        date_orders: used.date_orders.clone(),
        number_forms: used.number_forms.clone(),
        attendance: used
            .attendance
            .iter()
            .map(|sheet| attendance(material, sheet))
            .collect(),
    }
}

/// How a sheet of attendance was read.
fn attendance(material: &Material<'_>, sheet: &AttendanceSheet) -> Value {
    let masked = |text: &String| material.naming.text(text);
    let headers = |headers: &[String]| headers.iter().map(masked).collect::<Vec<_>>();
    let events: Vec<Value> = sheet
        .events
        .iter()
        .map(|event| {
            serde_json::json!({
                "name": masked(&event.name),
                "name_by": event.name_by.key(),
                "date": event.date,
                "date_by": event.date_by.map(ToldBy::key),
            })
        })
        .collect();
    serde_json::json!({
        "sheet": masked(&sheet.sheet),
        "form": match sheet.form {
            AttendanceForm::List => "list",
            AttendanceForm::Matrix => "matrix",
        },
        "header_row": sheet.header_row,
        "events": events,
        "read": headers(&sheet.read),
        "not_read": headers(&sheet.not_read),
        "unknown_marks": sheet.unknown_marks.iter().map(|(mark, rows)| (masked(mark), *rows)).collect::<BTreeMap<_, _>>(),
    })
}
