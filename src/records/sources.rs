//! Which files hold the hub's tables, and what text stands in them?
//!
//! In: a folder, a workbook or a SQLite file, and `hub.toml`. Out: one [`Sheet`] per table: headers and cells as text,
//! each row in its place. This is the only place that reads a table's file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use polars::prelude::StringChunked;

use super::cast::layout::{self, Layout};
use super::ledger::{Stretch, file_and_row};
use super::{Reason, RecordsError, RowState, TableName, names, words};
use crate::config::HubConfig;

mod container;
mod delimited;
mod encoding;
mod epochs;
mod find;
mod footing;
mod format;
pub(super) mod grid;
mod growing;
mod heading;
mod json;
mod notes;
mod opendocument;
mod parquet;
mod refusal;
mod several;
mod sqlite;
mod workbook;

pub(super) use find::{Found, Source, find, is_hub_file};
pub use notes::{SourceNote, Unread, WhyUnread};
pub use refusal::SourceError;

use format::Format;

/// The text of one table, row by row.
pub(super) struct Sheet {
    /// Which table.
    pub table: TableName,
    /// The file's name, with its sheet where it has several; several names where the table has several files.
    pub file: String,
    /// Where the rows stand.
    pub stretches: Vec<Stretch>,
    /// The header and the cells of each column; a cell is null where nothing stands.
    pub columns: Vec<SheetColumn>,
    /// How many rows.
    pub rows: usize,
    /// What was noticed about rows while they were read.
    pub remarks: Vec<Remark>,
    /// What was noticed about each file or sheet.
    pub notes: Vec<(String, SourceNote)>,
    /// SHA-256 of each file, by its name.
    pub hashes: Vec<(String, String)>,
    /// Which columns are known, where the headers alone do not tell.
    pub layout: Option<Layout>,
}

impl Sheet {
    /// The file and the row, as people see them, of a row by its place.
    pub fn file_and_row(&self, place: usize) -> (&str, u64) {
        file_and_row(&self.stretches, place)
    }
}

/// One column of a sheet.
#[derive(Clone, Default)]
pub(super) struct SheetColumn {
    /// The header as written.
    pub header: String,
    /// Its cells.
    pub cells: StringChunked,
    /// Whether the file itself types it as a number, so that a point in its text is a decimal point.
    pub numeric: bool,
    /// Where it does not, the rows whose cells are typed as numbers with a fraction all the same.
    pub fractions: Vec<usize>,
}

impl SheetColumn {
    /// The rows whose cells the file types as numbers with a fraction.
    pub fn typed_fractions(&self) -> Vec<usize> {
        if !self.numeric {
            return self.fractions.clone();
        }
        let has_point = |(row, cell): (usize, Option<&str>)| cell.is_some_and(|text| text.contains('.')).then_some(row);
        self.cells.iter().enumerate().filter_map(has_point).collect()
    }
}

/// What a reader noticed about a row; the ledger tells it.
#[derive(Debug)]
pub(super) struct Remark {
    /// The row's place, from 0 below the header.
    pub row: usize,
    pub state: RowState,
    pub reason: Reason,
    /// The header of the column; empty where it concerns the whole row.
    pub column: String,
    pub value: String,
}

/// The table that stands in one file or sheet.
#[derive(Default)]
struct Content {
    columns: Vec<SheetColumn>,
    /// The number of the first row below the header, as people see it.
    first_row: u64,
    remarks: Vec<Remark>,
    notes: Vec<SourceNote>,
    /// Whether its workbook counts days from 1904-01-01.
    since_1904: bool,
}

/// Whether a file's name says that sheets can be read from it.
pub(super) fn is_sheet_file(path: &Path) -> bool {
    Format::by_name(path).is_some()
}

/// Reads one table from where it was found.
pub(super) fn open(table: TableName, found: &Found, config: &HubConfig) -> Result<Sheet, RecordsError> {
    let sources = found.tables.get(&table).cloned().unwrap_or_default();
    let mut sheets = Vec::new();
    for source in &sources {
        sheets.push(open_one(table, source, found, config)?);
    }
    several::join(sheets, config)
}

fn open_one(table: TableName, source: &Source, found: &Found, config: &HubConfig) -> Result<Sheet, RecordsError> {
    let is_known = |header: &str| layout::names(table, header, config, |_| true);
    let file = file_name(&source.path);
    let name = source.name();
    let (mut content, hash) = match (&source.sheet, found.books.get(&source.path)) {
        (Some(sheet), Some(book)) => {
            let hash = book.hash.clone();
            (book.content(&source.path, sheet, &is_known)?, hash)
        }
        _ => {
            let bytes = read_bytes(&source.path)?;
            let hash = names::fingerprint_of_file(&bytes);
            (content_of(&source.path, bytes, &is_known)?, hash)
        }
    };
    footing::exclude(&mut content, table);
    epochs::settle(&mut content, table, config);
    let rows = content.columns.first().map_or(0, |column| column.cells.len());
    Ok(Sheet {
        table,
        stretches: vec![Stretch {
            file: name.clone(),
            place: 0,
            first_row: content.first_row,
        }],
        columns: content.columns,
        rows,
        remarks: content.remarks,
        notes: content.notes.into_iter().map(|note| (name.clone(), note)).collect(),
        hashes: vec![(file, hash)],
        file: name,
        layout: None,
    })
}

/// The table in a file that holds one.
fn content_of(path: &Path, bytes: Vec<u8>, is_known: &dyn Fn(&str) -> bool) -> Result<Content, RecordsError> {
    let file = file_name(path);
    let named = Format::by_name(path);
    let format = format::of(&file, &bytes, named)?;
    let mut content = match format {
        Format::Delimited | Format::JsonLines => {
            let decoded = encoding::decode(&file, &bytes)?;
            let mut content = if format == Format::Delimited {
                delimited::read(&file, &decoded.text, is_known)?
            } else {
                json::read(&file, &decoded.text)?
            };
            let encoding = decoded.encoding.map(|name| SourceNote::Encoding(name.to_owned()));
            content.notes.extend(encoding);
            content
        }
        Format::Parquet => guarded(&file, || parquet::read(&file, bytes))?,
        // a table's file that turns out to hold several: its name said otherwise
        Format::Workbook(_) | Format::Sqlite => {
            let book = find::Book::open(path, &bytes, format)?;
            let sheet = book.only_sheet(&file)?;
            book.content(path, &sheet, is_known)?
        }
    };
    if named.is_some_and(|named| std::mem::discriminant(&named) != std::mem::discriminant(&format)) {
        content.notes.push(SourceNote::OtherFormat(format.name()));
    }
    Ok(content)
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, RecordsError> {
    std::fs::read(path).map_err(|problem| RecordsError::Unreadable {
        file: file_name(path),
        problem: problem.to_string(),
    })
}

/// Readers under way whose panics become refusals.
static GUARDED: AtomicUsize = AtomicUsize::new(0);

/// Whether a reader is under way whose panic becomes a refusal, on whatever thread it panics: a panic hook says nothing
/// then, for the refusal has words of its own.
#[must_use]
pub fn panics_are_refusals() -> bool {
    GUARDED.load(Ordering::SeqCst) > 0
}

/// Runs a reader of a format whose files may be broken in ways that it did not foresee.
fn guarded<T>(file: &str, read: impl FnOnce() -> Result<T, RecordsError>) -> Result<T, RecordsError> {
    GUARDED.fetch_add(1, Ordering::SeqCst);
    let outcome = catch_unwind(AssertUnwindSafe(read));
    GUARDED.fetch_sub(1, Ordering::SeqCst);
    outcome.unwrap_or_else(|_| Err(SourceError::Damaged { file: file.to_owned() }.into()))
}

/// Refuses what would need a network connection.
pub(super) fn refuse_address(path: &str) -> Result<(), RecordsError> {
    let scheme = path.split_once("://").map_or("", |(scheme, _)| scheme);
    let address = scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    if address {
        return Err(RecordsError::Address { path: path.to_owned() });
    }
    Ok(())
}

/// A path's last part.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_refused_and_paths_are_not() {
        for path in ["https://example.org/hub", "s3://bucket/hub"] {
            assert!(
                matches!(refuse_address(path), Err(RecordsError::Address { .. })),
                "{path}"
            );
        }
        for path in ["hub", "/tmp/hub", "C:\\hub", "./a://b"] {
            assert!(refuse_address(path).is_ok(), "{path}");
        }
    }
}
