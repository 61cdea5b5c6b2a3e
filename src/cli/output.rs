//! Printing a table: on stdout or into a file, as the format asks.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, TableComponent, Width, presets};
use serde_json::Value;

use super::args::{Format, OutputArguments};
use super::failure::{ExitKind, Failure};
use crate::messages::{Arg, Messages};
use crate::tables::{Cell, Table, write};

/// What is said beside a table.
pub struct Beside<'a> {
    /// The reader's language.
    pub messages: &'a Messages,
    /// What its JSON form says of how it was made.
    pub parameters: Value,
    /// How it was made, in a sentence: it stands below its readable form.
    pub made: Option<String>,
    /// What stands below that.
    pub notes: Vec<String>,
}

/// Prints a table as asked.
pub fn print(table: &Table, beside: &Beside<'_>, output: &OutputArguments) -> Result<(), Failure> {
    let written = |result: Result<Vec<u8>, write::WriteError>| {
        let refused = beside.messages.word("cannot-write-table");
        result.map_err(|error| Failure::new(ExitKind::Output, refused).caused_by(&error))
    };
    let bytes = match output.format {
        Format::Table => readable(table, beside, output.out.is_none()).into_bytes(),
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
    let failed = |error: &(dyn std::error::Error + 'static)| Failure::output(path, error);
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|error| failed(&error))?;
    file.write_all(bytes).map_err(|error| failed(&error))?;
    file.persist(path).map_err(|error| failed(&error))?;
    Ok(())
}

/// As wide as a table may be where no terminal says.
const UNSEEN_WIDTH: u16 = 200;

/// Text wider than a quarter of the table, at most 40, may be broken into lines; numbers and shorter texts stand whole.
const BREAKABLE: u16 = 40;

/// Blanks beside each cell.
const PADDING: u16 = 2;

/// Aligned columns, numbers to the right, at four significant places; then which columns had no room, how the table was
/// made, and the notes.
fn readable(table: &Table, beside: &Beside<'_>, on_terminal: bool) -> String {
    let mut shown = comfy_table::Table::new();
    shown.load_preset(presets::NOTHING);
    shown.set_style(TableComponent::HeaderLines, '─');
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
    let width = shown.width().filter(|_| on_terminal).unwrap_or(UNSEEN_WIDTH);
    let fitting = fit(table, &mut shown, width);
    let mut below = String::new();
    for line in left_out(table, fitting, beside)
        .iter()
        .chain(&beside.made)
        .chain(&beside.notes)
    {
        below.push('\n');
        below.push_str(line);
    }
    format!("{}\n{below}\n", shown.trim_fmt())
}

/// Shows as many of the first columns as have room, and says how many.
fn fit(table: &Table, shown: &mut comfy_table::Table, width: u16) -> usize {
    let is_text = |place: usize| table.rows.iter().any(|row| matches!(row[place], Cell::Text(_)));
    let least: Vec<u16> = shown
        .column_max_content_widths()
        .into_iter()
        .enumerate()
        .map(|(place, widest)| {
            let needed = if is_text(place) {
                widest.min((width / 4).min(BREAKABLE))
            } else {
                widest
            };
            needed.saturating_add(PADDING)
        })
        .collect();
    let mut used = 0_u16;
    let room = least.iter().take_while(|needed| {
        used = used.saturating_add(**needed);
        used <= width
    });
    let fitting = room.count().max(1);
    for (place, needed) in least.iter().enumerate() {
        if let Some(column) = shown.column_mut(place) {
            column.set_constraint(if place < fitting {
                ColumnConstraint::LowerBoundary(Width::Fixed(*needed))
            } else {
                ColumnConstraint::Hidden
            });
        }
    }
    shown
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width);
    fitting
}

/// The names of the columns that had no room.
fn left_out(table: &Table, fitting: usize, beside: &Beside<'_>) -> Option<String> {
    let names: Vec<&str> = table
        .columns
        .iter()
        .skip(fitting)
        .map(|column| column.name.as_str())
        .collect();
    let args = [
        ("shown", Arg::from(fitting)),
        ("all", table.columns.len().into()),
        ("names", names.join(", ").into()),
    ];
    (!names.is_empty()).then(|| beside.messages.say("table-no-room", &args))
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
