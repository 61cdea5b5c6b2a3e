//! Which decisions cannot be carried out?
//!
//! In: what was decided, with file and rows. Out: a typed error, and the keys and values of the sentences that say what
//! is wrong and what to do.

use crate::messages::Arg;

/// Why the decisions of `resolve` or `resolve_people` cannot be carried out. Rows are numbered as a spreadsheet does.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResolveError {
    /// An accepted row names somebody whom no record names.
    #[error("{file}, row {row}, column {column}: no record names \"{value}\"")]
    Unknown {
        /// The file.
        file: String,
        /// The row.
        row: u64,
        /// The header.
        column: String,
        /// The id or name; empty where the row gives none.
        value: String,
        /// The id or name that may be meant.
        nearest: Option<String>,
    },
    /// An accepted row would make one of a person and an organisation.
    #[error("{file}, row {row}: {person} is a person, {organization} is not")]
    Kinds {
        /// The file.
        file: String,
        /// The row.
        row: u64,
        /// The person.
        person: String,
        /// The other.
        organization: String,
    },
    /// An accepted row keeps neither of its two, or the rows keep one another in a circle.
    #[error("{file}, row {row}: \"{value}\" cannot be kept")]
    Kept {
        /// The file.
        file: String,
        /// The row.
        row: u64,
        /// What it keeps.
        value: String,
        /// One of the two.
        a: String,
        /// The other.
        b: String,
    },
    /// A row rejects what other rows, taken together, accept.
    #[error("{file}, row {row}: {a} and {b} are kept apart, but accepted rows make them one: {accepted}")]
    Contradiction {
        /// The file.
        file: String,
        /// The rejecting row.
        row: u64,
        /// One of the two.
        a: String,
        /// The other.
        b: String,
        /// The accepting rows, each with its file.
        accepted: String,
    },
}

impl ResolveError {
    /// The sentence that says what is wrong: its key in the catalogue and its values.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        let key = match self {
            Self::Unknown { value, .. } if value.is_empty() => "resolve-refused-nobody",
            Self::Unknown { .. } => "resolve-refused-unknown",
            Self::Kinds { .. } => "resolve-refused-kinds",
            Self::Kept { .. } => "resolve-refused-kept",
            Self::Contradiction { .. } => "resolve-refused-contradiction",
        };
        (key, self.values())
    }

    /// The sentence that says what to do.
    #[must_use]
    pub fn remedy(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        let key = match self {
            Self::Unknown { nearest: Some(_), .. } => "resolve-refused-unknown-nearest",
            Self::Unknown { .. } => "resolve-refused-unknown-remedy",
            Self::Kinds { .. } => "resolve-refused-kinds-remedy",
            Self::Kept { .. } => "resolve-refused-kept-remedy",
            Self::Contradiction { .. } => "resolve-refused-contradiction-remedy",
        };
        (key, self.values())
    }

    fn values(&self) -> Vec<(&'static str, Arg)> {
        let text = |text: &String| Arg::Text(text.clone());
        let at = |file: &String, row: &u64| vec![("file", text(file)), ("row", Arg::Text(row.to_string()))];
        let more = match self {
            Self::Unknown {
                column, value, nearest, ..
            } => vec![
                ("column", text(column)),
                ("value", text(value)),
                ("nearest", text(nearest.as_ref().unwrap_or(value))),
            ],
            Self::Kinds {
                person, organization, ..
            } => {
                vec![("person", text(person)), ("organization", text(organization))]
            }
            Self::Kept { value, a, b, .. } => vec![("value", text(value)), ("a", text(a)), ("b", text(b))],
            Self::Contradiction { a, b, accepted, .. } => {
                vec![("a", text(a)), ("b", text(b)), ("accepted", text(accepted))]
            }
        };
        let (Self::Unknown { file, row, .. }
        | Self::Kinds { file, row, .. }
        | Self::Kept { file, row, .. }
        | Self::Contradiction { file, row, .. }) = self;
        at(file, row).into_iter().chain(more).collect()
    }
}
