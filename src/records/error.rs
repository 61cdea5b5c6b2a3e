//! Why can a hub not be read?
//!
//! In: what was found, with file, row and column. Out: a typed error, and the keys and values of the sentences that
//! say what is wrong and what to do.

use super::adapters::ImportError;
use super::resolve::ResolveError;
use super::sources::SourceError;
use crate::config::ConfigError;
use crate::messages::Arg;

mod undecided;

pub use undecided::{FormDoubt, SettledBy, Undecided};

/// Why a hub could not be read. Rows are numbered as a spreadsheet does: the header is row 1.
#[derive(Debug, thiserror::Error)]
pub enum RecordsError {
    /// `hub.toml` cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// A file cannot be read as its format.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// Another program's files cannot be imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// Decisions about who is whom cannot be carried out.
    #[error(transparent)]
    Resolve(#[from] ResolveError),
    /// Stakeholders belong to each other in a circle.
    #[error("{file}, rows {rows}: these belong to each other in a circle: {names}")]
    ParentCircle {
        /// The file.
        file: String,
        /// The rows.
        rows: String,
        /// The header of the column that says to whom each belongs.
        column: String,
        /// Their names, each followed by the one to which it belongs.
        names: String,
    },
    /// The hub is a URL.
    #[error("{path} is an address: hubscope opens no network connection")]
    Address {
        /// As given.
        path: String,
    },
    /// The hub, a table or the configuration is not there.
    #[error("{path} does not exist")]
    Missing {
        /// As given.
        path: String,
    },
    /// The hub is one file, and neither a workbook nor a SQLite file.
    #[error("{path} is one file, not a folder of tables, a workbook or a SQLite file")]
    SingleFile {
        /// As given.
        path: String,
    },
    /// The folder holds no table.
    #[error("{path} holds no table of a hub")]
    NoTables {
        /// The folder.
        path: String,
    },
    /// Two files could be the same table.
    #[error("{first} and {second} are both the table {table}")]
    TwoFiles {
        /// The table.
        table: &'static str,
        /// One file.
        first: String,
        /// The other.
        second: String,
    },
    /// A file whose name is almost that of a table.
    #[error("{file}: no table has that name")]
    AlmostTable {
        /// The file.
        file: String,
        /// The table meant.
        nearest: &'static str,
    },
    /// A table in a format that is not read.
    #[error("{file}: this format is not read")]
    Format {
        /// The file.
        file: String,
    },
    /// The file cannot be read at all.
    #[error("{file} cannot be read: {problem}")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system or the format's reader says.
        problem: String,
    },
    /// The file has no content.
    #[error("{file} is empty: 0 bytes of content")]
    Empty {
        /// The file.
        file: String,
    },
    /// The file is not text.
    #[error("{file} is not a text file")]
    Binary {
        /// The file.
        file: String,
    },
    /// The file is text in an encoding that is not read, or in several.
    #[error("{file}, row {row}: text in no encoding that is read for sure")]
    Encoding {
        /// The file.
        file: String,
        /// The row, or line where rows cannot be told.
        row: u64,
    },
    /// A line is longer than any record.
    #[error("{file}, line {row}: a line of more than 16 MiB")]
    LongLine {
        /// The file.
        file: String,
        /// The line.
        row: u64,
    },
    /// A quote is opened and never closed.
    #[error("{file}, row {row}: a quote is opened and never closed")]
    OpenQuote {
        /// The file.
        file: String,
        /// The row.
        row: u64,
    },
    /// A row has more cells than the header.
    #[error("{file}, row {row}: {found} cells, but the header has {expected}")]
    ExtraCells {
        /// The file.
        file: String,
        /// The row.
        row: u64,
        /// Columns of the header.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// A column is of a type that is not text, number or yes-no.
    #[error("{file}, column {column}: cells of type {found} are not read")]
    CellType {
        /// The file.
        file: String,
        /// The column.
        column: String,
        /// Its type in the file.
        found: String,
    },
    /// A required column is missing.
    #[error("{file}: the table {table} needs a column {column}")]
    MissingColumn {
        /// The file.
        file: String,
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The headers found.
        found: Vec<String>,
        /// The header that may be meant.
        nearest: Option<String>,
    },
    /// `[tables]`, `[columns]`, `[values]`, `[options]` or `[sectors]` of `hub.toml` names what does not exist.
    #[error("hub.toml, [{section}]: \"{key}\" is not known")]
    UnknownMapping {
        /// The section.
        section: String,
        /// The key.
        key: String,
        /// The one that may be meant.
        nearest: Option<String>,
    },
    /// `[hub]` of `hub.toml` names somebody whom no record names.
    #[error("hub.toml, [hub]: no record names \"{name}\"")]
    UnknownStakeholder {
        /// The name or id.
        name: String,
        /// The one that may be meant.
        nearest: Option<String>,
    },
    /// A column can be read in two ways, or not as it was told to be.
    #[error(transparent)]
    Undecided(#[from] Box<Undecided>),
    /// Two different rows under one id (or, without ids, under one name).
    #[error("{file}, rows {first} and {row}: two different records under {column} {value}")]
    DuplicateId {
        /// The file.
        file: String,
        /// The later row.
        row: u64,
        /// The earlier row.
        first: u64,
        /// The column that should tell them apart.
        column: String,
        /// Its value.
        value: String,
    },
    /// A row names an id that no table declares, and `unknown_ids = "error"`.
    #[error("{file}, row {row}, column {column}: {value} is declared in no table")]
    UnknownId {
        /// The file.
        file: String,
        /// The row.
        row: u64,
        /// The header.
        column: String,
        /// The id.
        value: String,
    },
    /// Nothing tells which event a list of attendance is about.
    #[error("{sheet}: a list of attendance, but nothing tells of which event")]
    AttendanceEvent {
        /// The file, with its sheet.
        sheet: String,
    },
    /// Every date that sheets of attendance tell could be day-month or month-day.
    #[error("{sheet}: the date {value} could be day-month or month-day")]
    AttendanceDate {
        /// The file, with its sheet.
        sheet: String,
        /// The first such date.
        value: String,
    },
    /// The ledger does not account for every row.
    #[error("{file}: {rows} rows, but the ledger accounts for {accounted}")]
    LedgerOff {
        /// The file.
        file: String,
        /// Rows of the file.
        rows: usize,
        /// Rows accounted for.
        accounted: usize,
    },
}

impl RecordsError {
    /// The sentence that says what is wrong: its key in the catalogue and its values.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        let key = match self {
            Self::Config(error) => return error.message(),
            Self::Resolve(error) => return error.message(),
            Self::Undecided(error) => return (error.message(), error.values()),
            Self::ParentCircle { .. } => "resolve-refused-circle",
            Self::Source(error) => return error.message(),
            Self::Import(error) => return error.message(),
            Self::Address { .. } => "refused-address",
            Self::Missing { .. } => "refused-missing",
            Self::SingleFile { .. } => "refused-single-file",
            Self::NoTables { .. } => "refused-no-tables",
            Self::TwoFiles { .. } => "refused-two-files",
            Self::AlmostTable { .. } => "refused-almost-table",
            Self::Format { .. } => "refused-format",
            Self::Unreadable { .. } => "refused-unreadable",
            Self::Empty { .. } => "refused-empty",
            Self::Binary { .. } => "refused-binary",
            Self::Encoding { .. } => "refused-encoding",
            Self::LongLine { .. } => "refused-long-line",
            Self::OpenQuote { .. } => "refused-open-quote",
            Self::ExtraCells { .. } => "refused-extra-cells",
            Self::CellType { .. } => "refused-cell-type",
            Self::MissingColumn { .. } => "refused-missing-column",
            Self::UnknownMapping { .. } => "refused-unknown-mapping",
            Self::UnknownStakeholder { .. } => "refused-unknown-stakeholder",
            Self::DuplicateId { .. } => "refused-duplicate-id",
            Self::UnknownId { .. } => "refused-unknown-id",
            Self::AttendanceEvent { .. } => "refused-attendance-event",
            Self::AttendanceDate { .. } => "refused-attendance-date",
            Self::LedgerOff { .. } => "refused-ledger-off",
        };
        (key, self.values())
    }

    /// The sentence that says what to do.
    #[must_use]
    pub fn remedy(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        let key = match self {
            Self::Config(error) => return error.remedy(),
            Self::Resolve(error) => return error.remedy(),
            Self::Undecided(error) => return (error.remedy(), error.values()),
            Self::ParentCircle { .. } => "resolve-refused-circle-remedy",
            Self::Source(error) => return error.remedy(),
            Self::Import(error) => return error.remedy(),
            Self::MissingColumn {
                nearest: Some(nearest), ..
            } => {
                let mut values = self.values();
                values.push(("nearest", nearest.as_str().into()));
                return ("refused-missing-column-nearest", values);
            }
            Self::UnknownMapping {
                nearest: Some(nearest), ..
            }
            | Self::UnknownStakeholder {
                nearest: Some(nearest), ..
            } => return ("records-did-you-mean", vec![("nearest", nearest.as_str().into())]),
            Self::Address { .. } => "refused-address-remedy",
            Self::Missing { .. } => "refused-missing-remedy",
            Self::SingleFile { .. } => "refused-single-file-remedy",
            Self::NoTables { .. } => "refused-no-tables-remedy",
            Self::TwoFiles { .. } => "refused-two-files-remedy",
            Self::AlmostTable { .. } => "refused-almost-table-remedy",
            Self::Format { .. } => "refused-format-remedy",
            Self::Unreadable { .. } => "refused-unreadable-remedy",
            Self::Empty { .. } => "refused-empty-remedy",
            Self::Binary { .. } => "refused-binary-remedy",
            Self::Encoding { .. } => "refused-encoding-remedy",
            Self::LongLine { .. } => "refused-long-line-remedy",
            Self::OpenQuote { .. } => "refused-open-quote-remedy",
            Self::ExtraCells { .. } => "refused-extra-cells-remedy",
            Self::CellType { .. } => "refused-cell-type-remedy",
            Self::MissingColumn { .. } => "refused-missing-column-remedy",
            Self::UnknownMapping { .. } => "refused-unknown-mapping-remedy",
            Self::UnknownStakeholder { .. } => "refused-unknown-stakeholder-remedy",
            Self::DuplicateId { .. } => "refused-duplicate-id-remedy",
            Self::UnknownId { .. } => "refused-unknown-id-remedy",
            Self::AttendanceEvent { .. } => "refused-attendance-event-remedy",
            Self::AttendanceDate { .. } => "refused-attendance-date-remedy",
            Self::LedgerOff { .. } => "refused-ledger-off-remedy",
        };
        (key, self.values())
    }

    /// Where it is and what was found, under the names that the sentences use.
    fn values(&self) -> Vec<(&'static str, Arg)> {
        let row = |row: &u64| Arg::Text(row.to_string());
        let text = |text: &String| Arg::Text(text.clone());
        match self {
            Self::Address { path } | Self::Missing { path } | Self::SingleFile { path } | Self::NoTables { path } => {
                vec![("path", text(path))]
            }
            Self::TwoFiles { table, first, second } => {
                vec![
                    ("table", (*table).into()),
                    ("first", text(first)),
                    ("second", text(second)),
                ]
            }
            Self::AlmostTable { file, nearest } => vec![("file", text(file)), ("nearest", (*nearest).into())],
            Self::Unreadable { file, problem } => vec![("file", text(file)), ("problem", text(problem))],
            Self::Format { file } | Self::Empty { file } | Self::Binary { file } => vec![("file", text(file))],
            Self::Encoding { file, row: r } | Self::LongLine { file, row: r } | Self::OpenQuote { file, row: r } => {
                vec![("file", text(file)), ("row", row(r))]
            }
            Self::ExtraCells {
                file,
                row: r,
                expected,
                found,
            } => vec![
                ("file", text(file)),
                ("row", row(r)),
                ("expected", (*expected).into()),
                ("found", (*found).into()),
            ],
            Self::CellType { file, column, found } => {
                vec![("file", text(file)), ("column", text(column)), ("found", text(found))]
            }
            _ => self.values_of_cells(),
        }
    }

    /// Likewise for what is wrong with columns and cells.
    fn values_of_cells(&self) -> Vec<(&'static str, Arg)> {
        let row = |row: &u64| Arg::Text(row.to_string());
        let text = |text: &String| Arg::Text(text.clone());
        match self {
            Self::MissingColumn {
                file,
                table,
                column,
                found,
                ..
            } => vec![
                ("file", text(file)),
                ("table", (*table).into()),
                ("column", (*column).into()),
                ("headers", found.join(", ").into()),
            ],
            Self::AttendanceEvent { sheet } => vec![("sheet", text(sheet))],
            Self::AttendanceDate { sheet, value } => vec![("sheet", text(sheet)), ("value", text(value))],
            Self::ParentCircle {
                file,
                rows,
                column,
                names,
            } => vec![
                ("file", text(file)),
                ("rows", text(rows)),
                ("column", text(column)),
                ("names", text(names)),
            ],
            Self::UnknownStakeholder { name, .. } => vec![("name", text(name))],
            Self::UnknownMapping { section, key, .. } => vec![("section", text(section)), ("key", text(key))],
            Self::UnknownId {
                file,
                column,
                row,
                value,
            } => vec![
                ("file", text(file)),
                ("column", text(column)),
                ("row", Arg::Text(row.to_string())),
                ("value", text(value)),
            ],
            Self::DuplicateId {
                file,
                row: r,
                first,
                column,
                value,
            } => vec![
                ("file", text(file)),
                ("row", row(r)),
                ("first", row(first)),
                ("column", text(column)),
                ("value", text(value)),
            ],
            Self::LedgerOff { file, rows, accounted } => vec![
                ("file", text(file)),
                ("rows", (*rows).into()),
                ("accounted", (*accounted).into()),
            ],
            _ => Vec::new(),
        }
    }
}
