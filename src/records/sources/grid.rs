//! What does a sheet say, before anyone knows which table it is?
//!
//! In: a file of any known format. Out: its sheets as [`Grid`]s: every cell as text in its row and column, as people
//! see them. Attendance lists, adapters and workbooks are read from here; big tables go by columns instead.

use std::path::Path;

use super::format::{self, Format};
use super::{Content, delimited, encoding, file_name, guarded, json, parquet, read_bytes, sqlite, workbook};
use crate::records::{RecordsError, TableName, words};

/// One sheet of one file as people see it: every cell as text, row by row, before anyone knows which table it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::records) struct Grid {
    /// The file's name.
    pub file: String,
    /// The sheet (or SQLite table) within the file, where it has several.
    pub sheet: Option<String>,
    /// Row by row from spreadsheet row 1, blank rows included; `None` where nothing stands; rows may be of unequal length.
    pub rows: Vec<Vec<Option<String>>>,
    /// Whether a column's (by place) text was typed as number by the file itself, so that a point is a decimal point.
    pub numeric: Vec<bool>,
    /// What was noticed while reading: encoding, hidden sheet, merged cells, …
    pub notes: Vec<GridNote>,
}

/// Something noticed while a sheet was read. Rows are numbered from 1; columns are places, from 0.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::records) enum GridNote {
    /// The text was not in UTF-8 but in this encoding.
    Encoding(String),
    /// The sheet is hidden: the caller decides whether it is read.
    Hidden,
    /// Its workbook counts days from 1904-01-01. Cells that it shows as days stand as such already; bare numbers do not.
    Since1904,
    /// One cell spread over several; its text stands in the first of them only.
    Merged {
        /// Its first row.
        row: u64,
        /// Its first column.
        column: usize,
        /// Its last row.
        last_row: u64,
        /// Its last column.
        last_column: usize,
    },
    /// A cell typed as a number with a fraction, in a column where other numbers stand as texts.
    Fraction {
        /// Its row.
        row: u64,
        /// Its column.
        column: usize,
    },
    /// A formula that failed (`#N/A`, `#REF!`); it stands as nothing.
    Failed {
        /// Its row.
        row: u64,
        /// Its column.
        column: usize,
        /// What the cell shows.
        shown: String,
    },
}

impl Grid {
    /// The cell in a row and column, both counted from 0; `None` where nothing stands.
    pub fn cell(&self, row: usize, column: usize) -> Option<&str> {
        self.rows.get(row)?.get(column)?.as_deref()
    }

    /// How many columns the widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Whether somebody hid the sheet.
    pub fn is_hidden(&self) -> bool {
        self.notes.contains(&GridNote::Hidden)
    }
}

/// Every sheet of a file of any known format (CSV, TSV, xlsx, xls, xlsb, ods, jsonl, parquet, sqlite).
pub(in crate::records) fn grids(path: &Path) -> Result<Vec<Grid>, RecordsError> {
    let file = file_name(path);
    let bytes = read_bytes(path)?;
    let known = known_headers();
    let is_known = |header: &str| known.contains(&words::key(header));
    match format::of(&file, &bytes, Format::by_name(path))? {
        Format::Workbook(kind) => guarded(&file, || workbook::read(&file, &bytes, kind)),
        Format::Delimited => {
            let decoded = encoding::decode(&file, &bytes)?;
            let rows = delimited::rows(&file, &decoded.text, &is_known)?;
            Ok(vec![Grid {
                numeric: vec![false; rows.iter().map(Vec::len).max().unwrap_or(0)],
                file,
                sheet: None,
                rows,
                notes: decoded
                    .encoding
                    .into_iter()
                    .map(|name| GridNote::Encoding(name.to_owned()))
                    .collect(),
            }])
        }
        Format::JsonLines => {
            let decoded = encoding::decode(&file, &bytes)?;
            Ok(vec![of_columns(&file, None, &json::read(&file, &decoded.text)?)])
        }
        Format::Parquet => {
            let content = guarded(&file, || parquet::read(&file, bytes))?;
            Ok(vec![of_columns(&file, None, &content)])
        }
        Format::Sqlite => guarded(&file, || {
            let tables = sqlite::tables(&file, path)?.into_iter();
            let grids = tables.map(|table| {
                let content = sqlite::read(&file, path, &table)?;
                Ok(of_columns(&file, Some(table), &content))
            });
            grids.collect()
        }),
    }
}

/// A table by columns as a grid: its header is the first row.
fn of_columns(file: &str, sheet: Option<String>, content: &Content) -> Grid {
    let rows = content.columns.first().map_or(0, |column| column.cells.len());
    let header = content.columns.iter().map(|column| Some(column.header.clone()));
    let row = |row: usize| {
        let cells = content
            .columns
            .iter()
            .map(move |column| column.cells.get(row).map(str::to_owned));
        cells.collect()
    };
    Grid {
        file: file.to_owned(),
        sheet,
        rows: std::iter::once(header.collect()).chain((0..rows).map(row)).collect(),
        numeric: content.columns.iter().map(|column| column.numeric).collect(),
        notes: Vec::new(),
    }
}

/// Every header under which a column of any table is known, as its key.
fn known_headers() -> std::collections::BTreeSet<String> {
    let columns = TableName::ALL.into_iter().flat_map(TableName::columns);
    let names = columns.flat_map(|column| {
        let names = [column.name, column.spanish].into_iter();
        names.chain(column.synonyms.iter().copied())
    });
    names.map(words::key).collect()
}
