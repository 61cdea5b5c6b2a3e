//! Why can a column of dates or numbers not be read, and what settles it?
//!
//! In: the first cell in doubt, and whether `hub.toml` or an option of the command line can settle it. Out: a typed error,
//! and the keys and values of its sentences.

use crate::messages::Arg;

/// A column that can be read in two ways, or not as it was told to be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, column {column}: {value} (row {row}) {doubt}")]
pub struct Undecided {
    /// The file.
    pub file: String,
    /// The header.
    pub column: String,
    /// The first such row.
    pub row: u64,
    /// Its value.
    pub value: String,
    /// What is in doubt.
    pub doubt: FormDoubt,
    /// What settles it.
    pub settled_by: SettledBy,
}

/// What is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FormDoubt {
    /// Every date could be day-month or month-day.
    #[error("could be day-month or month-day")]
    DateOrder,
    /// The order told for all columns is not the order of this one.
    #[error("contradicts the order told for all dates")]
    DateOrderContradicted,
    /// Day numbers of a spreadsheet stand among written dates.
    #[error("is a day number among written dates")]
    MixedDates,
    /// Every mark could be a decimal or a thousands mark.
    #[error("could have a decimal or a thousands mark")]
    NumberForm,
    /// The marks told for all columns are not the marks of this one.
    #[error("contradicts the marks told for all numbers")]
    NumberFormContradicted,
}

/// What settles a column in doubt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettledBy {
    /// `hub.toml`, where the column goes by this name (`events.start`).
    HubToml(String),
    /// An option of `import`.
    Option,
}

impl Undecided {
    /// The sentence that says what is wrong: its key in the catalogue.
    pub(super) const fn message(&self) -> &'static str {
        match (self.doubt, &self.settled_by) {
            (FormDoubt::DateOrder, _) => "refused-date-order",
            (FormDoubt::NumberForm, _) => "refused-number-form",
            (FormDoubt::MixedDates, _) => "refused-mixed-dates",
            (FormDoubt::DateOrderContradicted, SettledBy::HubToml(_)) => "refused-date-order-contradicted",
            (FormDoubt::DateOrderContradicted, SettledBy::Option) => "import-refused-date-order-contradicted",
            (FormDoubt::NumberFormContradicted, SettledBy::HubToml(_)) => "refused-number-form-contradicted",
            (FormDoubt::NumberFormContradicted, SettledBy::Option) => "import-refused-number-form-contradicted",
        }
    }

    /// The sentence that says what to do: its key.
    pub(super) const fn remedy(&self) -> &'static str {
        match (self.doubt, &self.settled_by) {
            (FormDoubt::DateOrder, SettledBy::HubToml(_)) => "refused-date-order-remedy",
            (FormDoubt::DateOrder, SettledBy::Option) => "import-refused-date-order-remedy",
            (FormDoubt::NumberForm, SettledBy::HubToml(_)) => "refused-number-form-remedy",
            (FormDoubt::NumberForm, SettledBy::Option) => "import-refused-number-form-remedy",
            (FormDoubt::MixedDates, SettledBy::HubToml(_)) => "refused-mixed-dates-remedy",
            (FormDoubt::MixedDates, SettledBy::Option) => "import-refused-mixed-dates-remedy",
            (FormDoubt::DateOrderContradicted, SettledBy::HubToml(_)) => "refused-date-order-contradicted-remedy",
            (FormDoubt::NumberFormContradicted, SettledBy::HubToml(_)) => "refused-number-form-contradicted-remedy",
            (FormDoubt::DateOrderContradicted | FormDoubt::NumberFormContradicted, SettledBy::Option) => {
                "import-refused-contradicted-remedy"
            }
        }
    }

    /// Where it is and what was found, under the names that the sentences use.
    pub(super) fn values(&self) -> Vec<(&'static str, Arg)> {
        let mut values = vec![
            ("file", self.file.as_str().into()),
            ("column", self.column.as_str().into()),
            ("row", Arg::Text(self.row.to_string())),
            ("value", self.value.as_str().into()),
        ];
        if let SettledBy::HubToml(place) = &self.settled_by {
            values.push(("place", place.as_str().into()));
        }
        values
    }
}
