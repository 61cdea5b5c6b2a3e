//! `hubscope resolve`: which stakeholders may be one, for a person to decide.

use std::path::{Path, PathBuf};

use crate::cli::args::ResolveArguments;
use crate::cli::failure::{ExitKind, Failure};
use crate::cli::output;
use crate::cli::session::Session;
use crate::messages::{Arg, Lang};
use crate::records::TableName;
use crate::records::resolve::{self, Crowd, Decision, Proposals, Shared};
use crate::tables;

/// How many crowds are told one by one.
const TOLD_CROWDS: usize = 3;

/// Where proposals about persons go; the name says that it is private.
const PRIVATE: &str = "PRIVATE-resolve-people.csv";

/// Writes the proposals about organisations and units, and those about persons into a private file beside.
pub fn run(arguments: &ResolveArguments) -> Result<(), Failure> {
    let session = Session::open(&arguments.hub)?;
    let proposals = resolve::propose(&session.records);
    session.watch.finish();
    session.note_ledger();
    let mut told = String::new();
    for table in [TableName::Resolve, TableName::ResolvePeople] {
        told.push_str(&written(&session, &proposals, table, arguments)?);
        told.push('\n');
    }
    note_crowds(&session, &proposals.crowds);
    if session.records.present.contains_key(&TableName::Resolve) || !proposals.pairs.is_empty() {
        let column = TableName::Resolve.column("decision");
        let header = column.map_or("decision", |column| match session.messages.lang() {
            Lang::En => column.name,
            Lang::Es => column.spanish,
        });
        session.note(&session.messages.say("resolve-how", &[("column", header.into())]));
    }
    output::stdout(told.as_bytes())
}

/// Writes one of the two tables, where there is anything to write, and says so.
fn written(
    session: &Session,
    proposals: &Proposals,
    table: TableName,
    arguments: &ResolveArguments,
) -> Result<String, Failure> {
    let path = &path(session, arguments, table)?;
    let messages = &session.messages;
    let made = tables::resolve(&session.records, proposals, table, messages);
    if made.rows.is_empty() && !path.exists() {
        let key = if table == TableName::Resolve {
            "resolve-nothing"
        } else {
            "resolve-nothing-people"
        };
        return Ok(messages.word(key));
    }
    let bytes = tables::resolve_file(&made, messages.lang()).map_err(|error| Failure::output(path, &error))?;
    output::whole_file(path, &bytes)?;
    let rows = || session.records.decisions.rows.iter().filter(|row| row.table == table);
    let decided = |decision| rows().filter(|row| row.decision == Some(decision)).count();
    let (accepted, rejected) = (decided(Decision::Accept), decided(Decision::Reject));
    let shown = path.display().to_string();
    if table == TableName::ResolvePeople {
        session.say(&messages.say("resolve-private", &[("path", shown.as_str().into())]));
    }
    if !arguments.hub.hub.is_dir() {
        session.note(&messages.say("resolve-beside", &[("table", table.name().into())]));
    }
    let args = [
        ("count", Arg::from(made.rows.len() - accepted - rejected)),
        ("accepted", accepted.into()),
        ("rejected", rejected.into()),
        ("path", shown.into()),
    ];
    Ok(messages.say("resolve-written", &args))
}

/// Where a table goes: as asked, else where the hub keeps it, else beside the hub's other tables.
fn path(session: &Session, arguments: &ResolveArguments, table: TableName) -> Result<PathBuf, Failure> {
    let hub = &arguments.hub.hub;
    let folder = if hub.is_dir() {
        hub.as_path()
    } else {
        hub.parent().unwrap_or(Path::new("."))
    };
    let usual = match table {
        TableName::Resolve => "resolve.csv",
        _ => PRIVATE,
    };
    if let Some(out) = &arguments.out {
        if table == TableName::Resolve {
            return Ok(out.clone());
        }
        let stem = out.file_stem().unwrap_or_default().to_string_lossy();
        return Ok(out.with_file_name(format!("PRIVATE-{stem}-people.csv")));
    }
    let Some(present) = session.records.present.get(&table).filter(|_| hub.is_dir()) else {
        return Ok(folder.join(usual));
    };
    let kept = folder.join(&present.file);
    if kept
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
    {
        return Ok(kept);
    }
    let args = [("path", Arg::from(usual)), ("file", present.file.as_str().into())];
    Err(
        Failure::new(ExitKind::Output, session.messages.say("resolve-two-files", &args))
            .hint(session.messages.say("resolve-two-files-hint", &args)),
    )
}

/// What was too common to compare each with each; words of persons' names are not told.
fn note_crowds(session: &Session, crowds: &[Crowd]) {
    let messages = &session.messages;
    for crowd in crowds.iter().take(TOLD_CROWDS) {
        let key = match crowd.shared {
            Shared::Word => "resolve-shared-word",
            Shared::Domain => "resolve-shared-domain",
            Shared::ExternalId => "resolve-shared-id",
            Shared::Name => "resolve-shared-name",
            Shared::NameInParent => "resolve-shared-parent",
            Shared::PersonWords => "resolve-shared-person",
            Shared::Mailbox => "resolve-shared-mailbox",
            Shared::Acronym => "resolve-shared-acronym",
        };
        let args = [
            ("count", Arg::from(crowd.members)),
            (
                "what",
                messages.say(key, &[("text", crowd.text.as_str().into())]).into(),
            ),
            ("pairs", count(crowd.uncompared)),
        ];
        session.note(&messages.say("resolve-uncompared", &args));
    }
    if let Some(rest) = crowds.get(TOLD_CROWDS..).filter(|rest| !rest.is_empty()) {
        let pairs = rest.iter().map(|crowd| crowd.uncompared).sum();
        let args = [("count", Arg::from(rest.len())), ("pairs", count(pairs))];
        session.note(&messages.say("resolve-uncompared-more", &args));
    }
}

fn count(number: u64) -> Arg {
    Arg::Count(i64::try_from(number).unwrap_or(i64::MAX))
}
