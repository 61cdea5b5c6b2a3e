//! Why can a file not be read as its format?
//!
//! In: what its reader came upon, with row and column. Out: a typed error, and the keys and values of the sentences
//! that say what is wrong and what to do.

use crate::messages::Arg;

/// Why a file could not be read. Rows are numbered as people see them in it.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The file is protected by a password.
    #[error("{file} is protected by a password")]
    Password {
        /// The file.
        file: String,
    },
    /// The file is broken, or is not what its name says.
    #[error("{file} is damaged, or of another format than its name says")]
    Damaged {
        /// The file.
        file: String,
    },
    /// The file is a web page, whatever its name says.
    #[error("{file} is a web page or XML, not a table")]
    WebPage {
        /// The file.
        file: String,
    },
    /// `[tables]` names a sheet that its file does not have.
    #[error("{file} has no sheet \"{sheet}\"")]
    NoSheet {
        /// The file.
        file: String,
        /// The sheet.
        sheet: String,
        /// The sheets it has.
        found: Vec<String>,
        /// The one that may be meant.
        nearest: Option<String>,
    },
    /// A file of several sheets is named after a table, and none of them is.
    #[error("{file} has several sheets and nothing says which is the table")]
    WhichSheet {
        /// The file.
        file: String,
        /// The sheets.
        sheets: Vec<String>,
    },
    /// A value that no cell can hold: an object or a list of JSON, a BLOB.
    #[error("{file}, row {row}, column {column}: a {found} is not a value that a cell can hold")]
    NestedValue {
        /// The file.
        file: String,
        /// The row.
        row: u64,
        /// The key or column.
        column: String,
        /// What stands there.
        found: String,
    },
    /// A line is not JSON, or no object.
    #[error("{file}, line {row}: not a JSON object: {problem}")]
    JsonForm {
        /// The file.
        file: String,
        /// The line.
        row: u64,
        /// What the JSON reader says.
        problem: String,
    },
}

impl SourceError {
    /// The sentence that says what is wrong: its key in the catalogue and its values.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        let key = match self {
            Self::Password { .. } => "refused-password",
            Self::Damaged { .. } => "refused-damaged",
            Self::WebPage { .. } => "refused-web-page",
            Self::NoSheet { .. } => "refused-no-sheet",
            Self::WhichSheet { .. } => "refused-which-sheet",
            Self::NestedValue { .. } => "refused-nested-value",
            Self::JsonForm { .. } => "refused-json-form",
        };
        (key, self.values())
    }

    /// The sentence that says what to do.
    #[must_use]
    pub fn remedy(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        let key = match self {
            Self::Password { .. } => "refused-password-remedy",
            Self::Damaged { .. } => "refused-damaged-remedy",
            Self::WebPage { .. } => "refused-web-page-remedy",
            Self::NoSheet {
                nearest: Some(nearest), ..
            } => return ("records-did-you-mean", vec![("nearest", nearest.as_str().into())]),
            Self::NoSheet { .. } => "refused-no-sheet-remedy",
            Self::WhichSheet { .. } => "refused-which-sheet-remedy",
            Self::NestedValue { .. } => "refused-nested-value-remedy",
            Self::JsonForm { .. } => "refused-json-form-remedy",
        };
        (key, self.values())
    }

    /// Where it is and what was found, under the names that the sentences use.
    fn values(&self) -> Vec<(&'static str, Arg)> {
        let row = |row: &u64| Arg::Text(row.to_string());
        match self {
            Self::Password { file } | Self::Damaged { file } | Self::WebPage { file } => {
                vec![("file", file.as_str().into())]
            }
            Self::NoSheet { file, sheet, found, .. } => vec![
                ("file", file.as_str().into()),
                ("sheet", sheet.as_str().into()),
                ("sheets", found.join(", ").into()),
            ],
            Self::WhichSheet { file, sheets } => vec![
                ("file", file.as_str().into()),
                ("sheets", sheets.join(", ").into()),
                ("sheet", sheets.first().cloned().unwrap_or_default().into()),
            ],
            Self::NestedValue {
                file,
                row: r,
                column,
                found,
            } => vec![
                ("file", file.as_str().into()),
                ("row", row(r)),
                ("column", column.as_str().into()),
                ("found", found.as_str().into()),
            ],
            Self::JsonForm { file, row: r, problem } => vec![
                ("file", file.as_str().into()),
                ("row", row(r)),
                ("problem", problem.as_str().into()),
            ],
        }
    }
}
