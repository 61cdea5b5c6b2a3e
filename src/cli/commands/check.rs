//! `hubscope check`: what became of each row, and what this hub can answer.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use crate::analysis::{Answerable, Missing, answerable};
use crate::cli::args::{CheckArguments, NetworkArguments};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::session::Session;
use crate::messages::{Arg, Messages};
use crate::records::{
    AttendanceForm, AttendedEvent, HubRecords, Mapping, Reason, RowNote, RowState, TableLedger, ToldBy, mapping_toml,
};
use crate::time::WindowScheme;

/// How many cases of each kind are shown.
const FIRST_CASES: usize = 3;

/// Prints the ledger's counts and first cases, the mapping, and what this hub can answer.
pub fn run(arguments: &CheckArguments) -> Result<(), Failure> {
    let session = Session::open(&arguments.hub)?;
    if let Some(file) = &arguments.write_mapping {
        write_mapping(&session, &arguments.hub.hub, file.as_deref())?;
    }
    let prepared = session.prepare(session.options(&NetworkArguments::defaults(), WindowScheme::Latest)?)?;
    let context = prepared.context();
    let answers = answerable::answerable(&context, &Missing::foreseen(&context));
    session.watch.finish();

    let messages = &session.messages;
    let mut text = String::new();
    let hub = [("hub", Arg::from(session.records.name.as_str()))];
    line(&mut text, 0, &messages.say("check-title", &hub));
    rows(&mut text, &session.records, messages);
    sources(&mut text, &session.records, messages);
    attendance(&mut text, &session.records, messages);
    merged(&mut text, &session.records, messages);
    cases(&mut text, &session.records, messages);
    mapping(&mut text, &session.records, messages);
    answered(&mut text, &answers, messages);
    output::stdout(text.as_bytes())
}

/// Writes the mapping that was used, whole or not at all.
fn write_mapping(session: &Session, hub: &Path, file: Option<&Path>) -> Result<(), Failure> {
    let beside = if hub.is_dir() {
        hub.join("mapping.toml")
    } else {
        hub.with_extension("mapping.toml")
    };
    let file = file.unwrap_or(&beside);
    let text = mapping_toml(&session.records, hub, &session.messages);
    output::whole_file(file, text.as_bytes())?;
    let args = [("path", Arg::from(file.display().to_string()))];
    session.say(&session.messages.say("check-mapping-written", &args));
    Ok(())
}

fn line(text: &mut String, indent: usize, words: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{:indent$}{words}", "");
}

fn rows(text: &mut String, records: &HubRecords, messages: &Messages) {
    line(text, 0, "");
    line(text, 0, &messages.word("check-rows"));
    for table in &records.ledger.tables {
        let count = |state| Arg::from(table.count(state));
        let args = [
            ("file", Arg::from(table.file.as_str())),
            ("table", table.table.name().into()),
            ("rows", table.states.len().into()),
            ("used", count(RowState::Used)),
            ("repaired", count(RowState::Repaired)),
            ("merged", count(RowState::Merged)),
            ("excluded", count(RowState::Excluded)),
        ];
        line(text, 2, &messages.say("check-table", &args));
    }
    let derived = records.stakeholders.iter().filter(|one| one.derived).count();
    if derived > 0 {
        line(text, 2, &messages.say("check-derived", &[("count", derived.into())]));
    }
}

/// How files were read, and which were not.
fn sources(text: &mut String, records: &HubRecords, messages: &Messages) {
    let mapping = &records.mapping;
    if !mapping.sources.is_empty() {
        line(text, 0, "");
        line(text, 0, &messages.word("check-sources"));
    }
    for (file, notes) in &mapping.sources {
        for note in notes {
            let (key, args) = note.message();
            let args = [
                ("file", Arg::from(file.as_str())),
                ("note", messages.say(key, &args).into()),
            ];
            line(text, 2, &messages.say("check-source", &args));
        }
    }
    if !mapping.unread.is_empty() {
        line(text, 0, "");
        line(text, 0, &messages.word("check-unread"));
    }
    for unread in &mapping.unread {
        let mut args = vec![
            ("name", Arg::from(unread.name.as_str())),
            ("why", messages.word(unread.why.key()).into()),
        ];
        args.extend(unread.rows.map(|rows| ("rows", rows.into())));
        let key = if unread.rows.is_some() {
            "check-unread-rows"
        } else {
            "check-unread-file"
        };
        line(text, 2, &messages.say(key, &args));
    }
}

/// How each sheet of attendance was read, so that a wrong event or date shows.
fn attendance(text: &mut String, records: &HubRecords, messages: &Messages) {
    if records.mapping.attendance.is_empty() {
        return;
    }
    line(text, 0, "");
    line(text, 0, &messages.word("check-attendance"));
    for sheet in &records.mapping.attendance {
        let args = [
            ("sheet", Arg::from(sheet.sheet.as_str())),
            ("row", Arg::Text(sheet.header_row.to_string())),
        ];
        let key = match sheet.form {
            AttendanceForm::List => "check-attendance-list",
            AttendanceForm::Matrix => "check-attendance-matrix",
        };
        line(text, 2, &messages.say(key, &args));
        for event in &sheet.events {
            line(text, 4, &told(event, messages));
        }
        for (key, headers) in [
            ("check-attendance-columns", &sheet.read),
            ("check-attendance-not-read", &sheet.not_read),
        ] {
            if !headers.is_empty() {
                line(text, 4, &messages.say(key, &[("columns", headers.join(", ").into())]));
            }
        }
        for (mark, count) in &sheet.unknown_marks {
            let args = [("mark", Arg::from(mark.as_str())), ("count", (*count).into())];
            line(text, 4, &messages.say("check-attendance-mark", &args));
        }
    }
}

fn told(event: &AttendedEvent, messages: &Messages) -> String {
    let by = |by: ToldBy| Arg::from(messages.word(by.key()));
    let mut args = vec![("event", Arg::from(event.name.as_str())), ("told", by(event.name_by))];
    match (&event.date, event.date_by) {
        (Some(date), Some(dated)) => {
            args.extend([("date", Arg::from(date.as_str())), ("dated", by(dated))]);
            messages.say("check-attendance-event", &args)
        }
        _ => messages.say("check-attendance-event-undated", &args),
    }
}

/// Who became one because a person decided it.
fn merged(text: &mut String, records: &HubRecords, messages: &Messages) {
    let merged = &records.decisions.merged;
    if merged.is_empty() {
        return;
    }
    line(text, 0, "");
    line(text, 0, &messages.word("check-merged"));
    for one in merged {
        let no_reason = || messages.word("check-merged-no-reason");
        let args = [
            ("id", Arg::from(one.id.as_str())),
            ("name", (&*one.name).into()),
            ("into", one.into.as_str().into()),
            ("into_name", (&*one.into_name).into()),
            ("file", one.file.as_str().into()),
            ("row", Arg::Text(one.row.to_string())),
            (
                "reasons",
                one.reasons.as_deref().map_or_else(no_reason, str::to_owned).into(),
            ),
        ];
        line(text, 2, &messages.say("check-merged-one", &args));
    }
}

/// The first cases of each kind, with file, row, column and value.
fn cases(text: &mut String, records: &HubRecords, messages: &Messages) {
    let mut kinds: BTreeMap<Reason, Vec<(&TableLedger, &RowNote)>> = BTreeMap::new();
    for table in &records.ledger.tables {
        for note in &table.notes {
            kinds.entry(note.reason).or_default().push((table, note));
        }
    }
    if kinds.is_empty() {
        line(text, 0, "");
        line(text, 0, &messages.word("check-clean"));
        return;
    }
    line(text, 0, "");
    line(text, 0, &messages.word("check-cases"));
    for (reason, found) in kinds {
        let args = [
            ("reason", Arg::from(messages.word(&format!("reason-{}", reason.key())))),
            ("count", found.len().into()),
        ];
        line(text, 2, &messages.say("check-kind", &args));
        for (table, note) in found.iter().take(FIRST_CASES) {
            let args = [
                ("file", Arg::from(table.file_of(note.place))),
                ("row", Arg::Text(note.row.to_string())),
                ("column", note.column.as_str().into()),
                ("value", note.value.as_str().into()),
            ];
            let key = if note.column.is_empty() {
                "check-case-row"
            } else {
                "check-case"
            };
            line(text, 4, &messages.say(key, &args));
        }
    }
}

fn mapping(text: &mut String, records: &HubRecords, messages: &Messages) {
    let lines = [
        mapped(&records.mapping, messages),
        forms(&records.mapping, messages),
        unknown(records, messages),
    ]
    .concat();
    if !lines.is_empty() {
        line(text, 0, "");
        line(text, 0, &messages.word("check-mapping"));
        lines.iter().for_each(|words| line(text, 2, words));
    }
}

/// The headers and values that stand for others.
fn mapped(mapping: &Mapping, messages: &Messages) -> Vec<String> {
    let mut lines = Vec::new();
    for (table, columns) in &mapping.columns {
        let renamed = columns.iter().filter(|(column, header)| column != header);
        let pairs: Vec<String> = renamed.map(|(column, header)| format!("{header} = {column}")).collect();
        if !pairs.is_empty() {
            let args = [("table", Arg::from(table.name())), ("pairs", pairs.join(", ").into())];
            lines.push(messages.say("check-columns", &args));
        }
    }
    for (place, values) in &mapping.values {
        let pair = |(found, (value, rows)): (&String, &(String, usize))| format!("{found} = {value} ({rows})");
        let pairs: Vec<String> = values.iter().map(pair).collect();
        let args = [
            ("column", Arg::from(place.as_str())),
            ("pairs", pairs.join(", ").into()),
        ];
        lines.push(messages.say("check-values", &args));
    }
    lines
}

/// How dates and numbers were read.
fn forms(mapping: &Mapping, messages: &Messages) -> Vec<String> {
    let decided = mapping.date_orders.iter().chain(&mapping.number_forms);
    let decided = decided.map(|(place, form)| (place, format!("form-{form}")));
    let short_years = mapping
        .short_years
        .iter()
        .map(|place| (place, "form-short-years".to_owned()));
    let form = |(place, key): (&String, String)| {
        let args = [
            ("column", Arg::from(place.as_str())),
            ("form", messages.word(&key).into()),
        ];
        messages.say("check-form", &args)
    };
    decided.chain(short_years).map(form).collect()
}

/// What no list and no table knows, with what may be meant.
fn unknown(records: &HubRecords, messages: &Messages) -> Vec<String> {
    let mapping = &records.mapping;
    let mut lines = Vec::new();
    let mut say = |key: &str, mut args: Vec<(&str, Arg)>, meant: Option<&String>| {
        let key = match meant {
            Some(meant) => {
                args.push(("nearest", meant.as_str().into()));
                format!("{key}-meant")
            }
            None => key.to_owned(),
        };
        lines.push(messages.say(&key, &args));
    };
    for (place, values) in &mapping.unmapped {
        for (value, rows) in values {
            let meant = mapping.values_meant.get(place).and_then(|meant| meant.get(value));
            let args = vec![
                ("column", Arg::from(place.as_str())),
                ("value", value.as_str().into()),
                ("rows", (*rows).into()),
            ];
            say("check-unmapped", args, meant);
        }
    }
    for (table, present) in &records.present {
        for header in &present.unknown_columns {
            let meant = mapping.headers_meant.get(table).and_then(|meant| meant.get(header));
            let args = vec![("table", Arg::from(table.name())), ("header", header.as_str().into())];
            say("check-unknown-column", args, meant);
        }
    }
    for (place, cells) in &mapping.unsplit {
        let name = place.split_once('.').map_or(place.as_str(), |(_, name)| name);
        let args = vec![
            ("column", Arg::from(place.as_str())),
            ("count", (*cells).into()),
            ("name", name.into()),
        ];
        say("check-unsplit", args, None);
    }
    lines
}

fn answered(text: &mut String, answers: &[Answerable], messages: &Messages) {
    line(text, 0, "");
    line(text, 0, &messages.word("check-answers"));
    for answer in answers {
        let section = Arg::from(messages.word(&format!("section-{}", answer.section.name())));
        let words = match &answer.lacking {
            None => messages.say("check-yes", &[("section", section)]),
            Some(lacking) => {
                let (key, args) = lacking.message();
                messages.say(
                    "check-not-yet",
                    &[("section", section), ("lacking", messages.say(key, &args).into())],
                )
            }
        };
        line(text, 2, &words);
    }
}
