//! The exported tables: their columns, names, units and definitions, and the writers.
//!
//! In: an [`Analysis`](crate::analysis::Analysis). Out: [`Table`]s as CSV, JSON or Parquet. The exported names live
//! here and nowhere else; nothing is computed.

pub mod cells;
pub mod write;

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Undefined or absent: an empty cell.
    Empty,
    /// Text; in CSV, text that a spreadsheet would run as a formula is prefixed with `'`.
    Text(String),
    /// A number, written in the shortest form that reads back to the same double.
    Number(f64),
    /// A whole number.
    Whole(i64),
    /// `true` or `false`.
    Truth(bool),
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// Its name.
    pub name: String,
    /// Its unit; empty for text.
    pub unit: String,
    /// What it holds.
    pub definition: String,
}

/// One table: every row has one cell per column.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its name, which is also its file's stem.
    pub name: String,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}
