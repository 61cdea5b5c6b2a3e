//! Printing a table: on stdout or into a file, as the format asks.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use comfy_table::{CellAlignment, ContentArrangement, presets};
use serde_json::Value;

use super::args::{Format, OutputArguments};
use super::failure::{ExitKind, Failure};
use crate::messages::Messages;
use crate::tables::{Cell, Table, write};

/// What is said beside a table.
pub struct Beside<'a> {
    /// The reader's language.
    pub messages: &'a Messages,
    /// What its JSON form says of how it was made.
    pub parameters: Value,
    /// What stands below its readable form.
    pub notes: Vec<String>,
}

/// Prints a table as asked.
pub fn print(table: &Table, beside: &Beside<'_>, output: &OutputArguments) -> Result<(), Failure> {
    let written = |result: Result<Vec<u8>, write::WriteError>| {
        result.map_err(|error| Failure::new(ExitKind::Output, "the table cannot be written").caused_by(&error))
    };
    let bytes = match output.format {
        Format::Table => readable(table, &beside.notes).into_bytes(),
        Format::Csv => written(write::csv(table))?,
        Format::Json => write::json(table, &beside.parameters, beside.messages),
        Format::Parquet if output.out.is_none() && io::stdout().is_terminal() => {
            return Err(
                Failure::new(ExitKind::Usage, beside.messages.word("parquet-unreadable"))
                    .hint(beside.messages.word("parquet-unreadable-hint")),
            );
        }
        Format::Parquet => written(write::parquet(table))?,
    };
    match &output.out {
        Some(path) => whole_file(path, &bytes),
        None => stdout(&bytes),
    }
}

/// Writes to stdout; a pipe closed early is success.
pub fn stdout(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::output(Path::new("stdout"), &error)),
        _ => Ok(()),
    }
}

/// Writes a file whole or not at all.
pub fn whole_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: &dyn std::error::Error| Failure::output(path, error);
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|error| failed(&error))?;
    file.write_all(bytes).map_err(|error| failed(&error))?;
    file.persist(path).map_err(|error| failed(&error))?;
    Ok(())
}

/// Aligned columns; numbers to the right, at four significant places; then the notes.
fn readable(table: &Table, notes: &[String]) -> String {
    let mut shown = comfy_table::Table::new();
    shown.load_preset(presets::UTF8_HORIZONTAL_ONLY);
    if io::stdout().is_terminal() {
        shown.set_content_arrangement(ContentArrangement::Dynamic);
    }
    shown.set_header(table.columns.iter().map(|column| column.name.as_str()));
    for row in &table.rows {
        shown.add_row(row.iter().map(|cell| {
            let number = matches!(cell, Cell::Number(_) | Cell::Whole(_));
            comfy_table::Cell::new(short(cell)).set_alignment(if number {
                CellAlignment::Right
            } else {
                CellAlignment::Left
            })
        }));
    }
    let notes: String = notes.iter().map(|note| format!("{note}\n")).collect();
    format!("{shown}\n{notes}")
}

fn short(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) if number.fract().abs() > 0.0 => {
            let whole_digits = number.abs().log10().floor().clamp(0.0, 3.0) as usize;
            format!("{number:.*}", 4 - whole_digits)
        }
        other => write::plain(other),
    }
}
