//! How does a column grow, cell by cell, where the file gives rows?
//!
//! In: cells with the type the file gives them. Out: a [`SheetColumn`]; it is of numbers where every cell is one.

use polars::prelude::{PlSmallStr, StringChunkedBuilder};

use super::SheetColumn;

/// A column whose cells come row by row.
pub(super) struct Growing {
    header: String,
    cells: StringChunkedBuilder,
    rows: usize,
    numbers: usize,
    texts: usize,
    fractions: Vec<usize>,
}

impl Growing {
    /// A column without cells.
    pub fn new(header: &str) -> Self {
        Self {
            header: header.trim().to_owned(),
            cells: StringChunkedBuilder::new(PlSmallStr::EMPTY, 0),
            rows: 0,
            numbers: 0,
            texts: 0,
            fractions: Vec::new(),
        }
    }

    /// Its header.
    pub fn header(&self) -> &str {
        &self.header
    }

    /// The next cell is a number.
    pub fn number(&mut self, text: &str) {
        self.numbers += 1;
        if text.contains('.') {
            self.fractions.push(self.rows);
        }
        self.append(Some(text));
    }

    /// The next cell is a text; blanks are nothing.
    pub fn text(&mut self, text: &str) {
        let text = text.trim();
        self.texts += usize::from(!text.is_empty());
        self.append((!text.is_empty()).then_some(text));
    }

    /// Nothing stands in the next cell.
    pub fn nothing(&mut self) {
        self.append(None);
    }

    /// Nothing stands in the cells up to a row, counted from 0.
    pub fn nothing_until(&mut self, row: usize) {
        while self.rows < row {
            self.nothing();
        }
    }

    /// The column as it stands.
    pub fn finish(self) -> SheetColumn {
        let numeric = self.numbers > 0 && self.texts == 0;
        SheetColumn {
            header: self.header,
            cells: self.cells.finish(),
            numeric,
            fractions: if numeric { Vec::new() } else { self.fractions },
        }
    }

    fn append(&mut self, cell: Option<&str>) {
        self.cells.append_option(cell);
        self.rows += 1;
    }
}
