//! What was noticed about a file as a whole, and which files and sheets were not read?
//!
//! In: what the readers came upon. Out: notes that `check` prints and the run record keeps, as keys and values of the
//! sentences that say them.

use crate::messages::Arg;

/// How a file or sheet was read, where it was not plain text in UTF-8 with its header in the first row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceNote {
    /// Its text is in this encoding.
    Encoding(String),
    /// Its content is of another format than its name says.
    OtherFormat(&'static str),
    /// Rows above the header were taken for titles.
    TitleRows {
        /// How many say something.
        rows: usize,
        /// The row of the header.
        header_row: u64,
        /// What they say.
        text: String,
    },
    /// Cells of the header are merged; each column below has the text of its cell.
    MergedHeader {
        /// How many merged cells.
        cells: usize,
    },
    /// It is hidden in its workbook and read because `hub.toml` names it.
    HiddenSheet,
}

impl SourceNote {
    /// The sentence that says it: its key in the catalogue and its values.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        match self {
            Self::Encoding(name) => ("source-encoding", vec![("encoding", name.as_str().into())]),
            Self::OtherFormat(format) => ("source-other-format", vec![("format", (*format).into())]),
            Self::TitleRows { rows, header_row, text } => (
                "source-title-rows",
                vec![
                    ("rows", (*rows).into()),
                    ("header", Arg::Text(header_row.to_string())),
                    ("text", text.as_str().into()),
                ],
            ),
            Self::MergedHeader { cells } => ("source-merged-header", vec![("cells", (*cells).into())]),
            Self::HiddenSheet => ("source-hidden-sheet", Vec::new()),
        }
    }
}

/// A file or sheet that was not read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// The file's name, with its sheet where it has several.
    pub name: String,
    /// Why it was not read.
    pub why: WhyUnread,
    /// How many rows stand in it, where that was seen.
    pub rows: Option<usize>,
}

/// Why a file or sheet was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyUnread {
    /// Its name is none of a table's.
    NoTable,
    /// `hub.toml` names another for its table.
    Replaced,
    /// Somebody hid the sheet.
    Hidden,
    /// Nothing stands in it.
    Blank,
    /// It is protected by a password.
    Password,
    /// It cannot be opened.
    Damaged,
    /// It lies among sheets of attendance and is neither a list nor a matrix.
    NoAttendance,
    /// `hub.toml` says so.
    Ignored,
}

impl WhyUnread {
    /// Its key in the message catalogue.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoTable => "unread-no-table",
            Self::Replaced => "unread-replaced",
            Self::Hidden => "unread-hidden",
            Self::Blank => "unread-blank",
            Self::Password => "unread-password",
            Self::Damaged => "unread-damaged",
            Self::NoAttendance => "unread-no-attendance",
            Self::Ignored => "unread-ignored",
        }
    }
}
