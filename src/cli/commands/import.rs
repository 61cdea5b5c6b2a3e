//! `hubscope import`: a hub folder from another program's files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::args::{DateOrderChoice, ImportArguments, NumberFormChoice};
use crate::cli::failure::{ExitKind, Failure};
use crate::cli::output;
use crate::cli::session::spoken;
use crate::config::{DateOrder, NumberForm};
use crate::messages::{Arg, Messages};
use crate::records::RowState;
use crate::records::adapters::{HubFile, ImportFormat, ImportOptions, Imported, import};

/// Reads the files, writes the folder and says what became of the rows.
pub fn run(arguments: &ImportArguments) -> Result<(), Failure> {
    let messages = spoken(Some(arguments.lang));
    let refused = |error| Failure::records(&error, &messages);
    let dir = &arguments.out;
    let taken = is_taken(dir);
    if taken && !(arguments.replace && dir.is_dir()) {
        let args = [("path", Arg::from(dir.display().to_string()))];
        return Err(Failure::new(ExitKind::Output, messages.say("import-not-empty", &args))
            .hint(messages.word("import-not-empty-hint")));
    }
    let format: ImportFormat = arguments.format.parse().map_err(|error| {
        let error: crate::records::adapters::ImportError = error;
        refused(error.into())
    })?;
    let imported = import(format, &arguments.files, &options(arguments)).map_err(refused)?;
    let files = imported.files(&messages).map_err(refused)?;
    let kept = write(dir, &files)?;
    output::stdout(told(&imported, dir, kept.as_deref(), &messages).as_bytes())
}

fn options(arguments: &ImportArguments) -> ImportOptions {
    ImportOptions {
        name: arguments.name.clone(),
        map: arguments.map.clone(),
        event: arguments.event.clone(),
        date: arguments.date.clone(),
        date_order: match arguments.date_order {
            DateOrderChoice::Auto => DateOrder::Auto,
            DateOrderChoice::DayMonth => DateOrder::DayMonth,
            DateOrderChoice::MonthDay => DateOrder::MonthDay,
        },
        number_form: match arguments.number_form {
            NumberFormChoice::Auto => NumberForm::Auto,
            NumberFormChoice::Point => NumberForm::Point,
            NumberFormChoice::Comma => NumberForm::Comma,
        },
        locale: arguments.locale.clone(),
    }
}

/// Whether something stands where the folder is to be.
fn is_taken(dir: &Path) -> bool {
    fs::read_dir(dir).map_or_else(|_| dir.exists(), |mut entries| entries.next().is_some())
}

/// Whole or not at all: made beside its place, then moved there. A folder that is there is kept under another name,
/// which is given back.
fn write(dir: &Path, files: &[HubFile]) -> Result<Option<PathBuf>, Failure> {
    let failed = |error: std::io::Error| Failure::output(dir, &error);
    let parent = dir
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(failed)?;
    let made = tempfile::Builder::new()
        .prefix(".hubscope-import-")
        .tempdir_in(parent)
        .map_err(failed)?;
    for file in files {
        fs::write(made.path().join(&file.name), &file.content).map_err(failed)?;
    }
    let kept = is_taken(dir).then(|| beside(dir));
    match &kept {
        Some(aside) => fs::rename(dir, aside).map_err(failed)?,
        None if dir.is_dir() => fs::remove_dir(dir).map_err(failed)?,
        None => {}
    }
    if let Err(error) = fs::rename(made.path(), dir) {
        // what stood there stays there
        if let Some(aside) = &kept {
            fs::rename(aside, dir).map_err(failed)?;
        }
        return Err(failed(error));
    }
    // it bears its own name now: nothing is left to clean up
    let _ = made.keep();
    Ok(kept)
}

/// A name beside the folder's that is free: `hub.old`, `hub.old-2`, …
fn beside(dir: &Path) -> PathBuf {
    let name = dir.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let candidate = |number: usize| {
        let suffix = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        dir.with_file_name(format!("{name}.old{suffix}"))
    };
    let mut number = 1;
    while candidate(number).exists() {
        number += 1;
    }
    candidate(number)
}

/// What was made, from what, what it lacks, and what to do next.
fn told(imported: &Imported, dir: &Path, kept: Option<&Path>, messages: &Messages) -> String {
    let path = || Arg::from(dir.display().to_string());
    let title = Arg::from(messages.word(&imported.format.title_key()));
    let mut lines = vec![messages.say("import-made", &[("path", path()), ("format", title)])];
    for table in &imported.tables {
        let args = [
            ("file", Arg::from(format!("{}.csv", table.table))),
            ("rows", table.rows.len().into()),
        ];
        lines.push(format!("  {}", messages.say("import-table", &args)));
    }
    lines.push(messages.word("import-read"));
    for file in &imported.ledger.files {
        let name = file
            .part
            .as_ref()
            .map_or_else(|| file.file.clone(), |part| format!("{}, {part}", file.file));
        let count = |state| Arg::from(file.count(state));
        let args = [
            ("file", Arg::from(name)),
            ("rows", file.rows.len().into()),
            ("used", count(RowState::Used)),
            ("repaired", count(RowState::Repaired)),
            ("merged", count(RowState::Merged)),
            ("excluded", count(RowState::Excluded)),
        ];
        lines.push(format!("  {}", messages.say("import-file", &args)));
        if let Some(encoding) = &file.encoding {
            let args = [("encoding", Arg::from(encoding.as_str()))];
            lines.push(format!("    {}", messages.say("import-encoding", &args)));
        }
        if file.hidden {
            lines.push(format!("    {}", messages.word("import-hidden")));
        }
    }
    lines.push(messages.word(&imported.format.lacks_key()));
    if let Some(kept) = kept {
        lines.push(messages.say("import-kept", &[("path", kept.display().to_string().into())]));
    }
    lines.push(messages.say("import-next", &[("path", path())]));
    lines.join("\n") + "\n"
}
