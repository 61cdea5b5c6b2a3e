//! What does a sheet say, before anyone knows which table it is?
//!
//! In: a file of any known format. Out: its sheets as [`Grid`]s: every cell as text in its row and column, as people
//! see them. Attendance lists, adapters and workbooks are read from here; big tables go by columns instead.

use std::path::Path;

use super::{delimited, file_name};
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
    let bytes = std::fs::read(path).map_err(|problem| RecordsError::Unreadable {
        file: file.clone(),
        problem: problem.to_string(),
    })?;
    if bytes.is_empty() {
        return Err(RecordsError::Empty { file });
    }
    let known = known_headers();
    let rows = delimited::rows(&file, &bytes, &|header| known.contains(&words::key(header)))?;
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    Ok(vec![Grid {
        file,
        sheet: None,
        rows,
        numeric: vec![false; width],
        notes: Vec::new(),
    }])
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
