//! Why can another program's file not be imported?
//!
//! In: what was found, with file, row, column and value. Out: a typed error, and the keys and values of the sentences
//! that say what is wrong and what to do.

use super::{ImportFault, ImportFormat};
use crate::messages::Arg;

/// Why files cannot be imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// No format has that name.
    #[error("no format is called \"{name}\"")]
    UnknownFormat {
        /// As given.
        name: String,
        /// The one that may be meant.
        nearest: Option<String>,
    },
    /// Two files bear the same name, so the account could not tell their rows apart.
    #[error("two files are called {file}")]
    SameName {
        /// The name.
        file: String,
    },
    /// The file is none of the format.
    #[error("{file} is no file of {format}")]
    OtherFormat {
        /// The file.
        file: String,
        /// The format asked for.
        format: ImportFormat,
        /// What such a file has.
        expected: String,
        /// What was found.
        found: String,
    },
    /// The format needs a file that was not given.
    #[error("{format} needs {file}")]
    MissingFile {
        /// The format asked for.
        format: ImportFormat,
        /// The file that is missing.
        file: String,
    },
    /// A column that the format cannot do without is missing.
    #[error("{file}: no column \"{column}\"")]
    MissingColumn {
        /// The file.
        file: String,
        /// The format asked for.
        format: ImportFormat,
        /// The column.
        column: String,
        /// The headers found.
        found: Vec<String>,
    },
    /// The file cannot be parsed at some place.
    #[error("{file}, line {row}: {problem}")]
    Syntax {
        /// The file.
        file: String,
        /// The line.
        row: u64,
        /// What the parser says.
        problem: String,
    },
    /// The format needs something that its files do not say.
    #[error("{format} needs --{option}")]
    MissingOption {
        /// The format asked for.
        format: ImportFormat,
        /// The option.
        option: &'static str,
    },
    /// The map of a platform's columns cannot be used.
    #[error("{file}: {problem}")]
    Map {
        /// The file.
        file: String,
        /// What is wrong with it.
        problem: String,
    },
    /// Something that cannot be read at one place of a file.
    #[error("{file}, line {row}, {place}: {fault:?} ({value})")]
    Foreign {
        /// What is wrong.
        fault: ImportFault,
        /// The file.
        file: String,
        /// The row or line.
        row: u64,
        /// The column, element or section; empty where it concerns the whole line.
        place: String,
        /// What was found.
        value: String,
    },
    /// No row of any file could be used.
    #[error("{files}: no row for a hub")]
    Nothing {
        /// The format asked for.
        format: ImportFormat,
        /// The files.
        files: String,
    },
}

impl ImportError {
    /// The sentence that says what is wrong: its key in the catalogue and its values.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        let key = match self {
            Self::UnknownFormat { .. } => "import-refused-format",
            Self::SameName { .. } => "import-refused-same-name",
            Self::OtherFormat { .. } => "import-refused-other",
            Self::MissingFile { .. } => "import-refused-file",
            Self::MissingColumn { .. } => "import-refused-column",
            Self::Syntax { .. } => "import-refused-syntax",
            Self::MissingOption { .. } => "import-refused-option",
            Self::Map { .. } => "import-refused-map",
            Self::Foreign { fault, .. } => fault.keys().0,
            Self::Nothing { .. } => "import-refused-nothing",
        };
        (key, self.values())
    }

    /// The sentence that says what to do.
    #[must_use]
    pub fn remedy(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        let key = match self {
            Self::UnknownFormat {
                nearest: Some(nearest), ..
            } => return ("records-did-you-mean", vec![("nearest", nearest.as_str().into())]),
            Self::UnknownFormat { .. } => {
                let known = ImportFormat::ALL.map(ImportFormat::name).join(", ");
                return ("import-refused-format-remedy", vec![("known", known.into())]);
            }
            Self::SameName { .. } => "import-refused-same-name-remedy",
            Self::OtherFormat { .. } => "import-refused-other-remedy",
            Self::MissingFile { .. } => "import-refused-file-remedy",
            Self::MissingColumn { .. } => "import-refused-column-remedy",
            Self::Syntax { .. } => "import-refused-syntax-remedy",
            Self::MissingOption { .. } => "import-refused-option-remedy",
            Self::Map { .. } => "import-refused-map-remedy",
            Self::Foreign { fault, .. } => fault.keys().1,
            Self::Nothing { .. } => "import-refused-nothing-remedy",
        };
        (key, self.values())
    }

    /// Where it is and what was found, under the names that the sentences use.
    fn values(&self) -> Vec<(&'static str, Arg)> {
        let text = |text: &String| Arg::Text(text.clone());
        let of = |format: &ImportFormat| Arg::from(format.name());
        match self {
            Self::UnknownFormat { name, .. } => vec![("name", text(name))],
            Self::SameName { file } => vec![("file", text(file))],
            Self::OtherFormat {
                file,
                format,
                expected,
                found,
            } => vec![
                ("file", text(file)),
                ("format", of(format)),
                ("expected", text(expected)),
                ("found", text(found)),
            ],
            Self::MissingFile { format, file } => vec![("format", of(format)), ("file", text(file))],
            Self::MissingColumn {
                file,
                format,
                column,
                found,
            } => vec![
                ("file", text(file)),
                ("format", of(format)),
                ("column", text(column)),
                ("headers", found.join(", ").into()),
            ],
            Self::Syntax { file, row, problem } => vec![
                ("file", text(file)),
                ("row", Arg::Text(row.to_string())),
                ("problem", text(problem)),
            ],
            Self::MissingOption { format, option } => vec![("format", of(format)), ("option", (*option).into())],
            Self::Map { file, problem } => vec![("file", text(file)), ("problem", text(problem))],
            Self::Foreign {
                file,
                row,
                place,
                value,
                ..
            } => vec![
                ("file", text(file)),
                ("row", Arg::Text(row.to_string())),
                ("place", text(place)),
                ("value", text(value)),
            ],
            Self::Nothing { format, files } => vec![("format", of(format)), ("files", text(files))],
        }
    }
}
