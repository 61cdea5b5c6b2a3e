//! What does a table say, once every cell is read?
//!
//! In: the values of its columns. Out: access to them by name and row, and the content of a row in one form whatever
//! the file's, by which rows that say the same are found and ids are made.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::super::{Column, End, TableLedger, TableName, words};
use crate::time::DateSpan;

/// The values of one column.
pub(in crate::records) enum Values {
    /// Text, choices, and the references that are ids once they are resolved.
    Text(Vec<Option<Arc<str>>>),
    Dates(Vec<Option<DateSpan>>),
    /// A date or an open end; absent where nothing is recorded.
    Ends(Vec<Option<End>>),
    Numbers(Vec<Option<f64>>),
    Whole(Vec<Option<u32>>),
    YesNo(Vec<Option<bool>>),
    Lists(Vec<Vec<Arc<str>>>),
}

/// A known column as found in the file.
pub(in crate::records) struct TypedColumn {
    pub column: &'static Column,
    pub header: String,
    pub values: Values,
}

/// A column that hubscope does not know.
pub(in crate::records) struct ExtraColumn {
    pub header: String,
    pub values: Vec<Option<Arc<str>>>,
}

/// One table, every cell read.
pub(in crate::records) struct TypedTable {
    pub table: TableName,
    pub rows: usize,
    /// In the order of their declaration.
    pub columns: Vec<TypedColumn>,
    /// In the order of their headers.
    pub extra: Vec<ExtraColumn>,
    pub ledger: TableLedger,
}

macro_rules! accessor {
    ($name:ident, $variant:ident, $type:ty) => {
        /// The values of a column; empty where the file has no such column.
        pub(in crate::records) fn $name(&self, name: &str) -> &[$type] {
            match self.find(name).map(|column| &column.values) {
                Some(Values::$variant(values)) => values,
                _ => &[],
            }
        }
    };
}

impl TypedTable {
    accessor!(texts, Text, Option<Arc<str>>);
    accessor!(dates, Dates, Option<DateSpan>);
    accessor!(ends, Ends, Option<End>);
    accessor!(numbers, Numbers, Option<f64>);
    accessor!(wholes, Whole, Option<u32>);
    accessor!(yes_nos, YesNo, Option<bool>);
    accessor!(lists, Lists, Vec<Arc<str>>);

    /// The column of that name, where the file has it.
    pub(in crate::records) fn find(&self, name: &str) -> Option<&TypedColumn> {
        self.columns.iter().find(|column| column.column.name == name)
    }

    /// The header of a column as written; its name where the file has none.
    pub(in crate::records) fn header<'a>(&'a self, name: &'a str) -> &'a str {
        self.find(name).map_or(name, |column| &column.header)
    }

    /// A hash of all that a row says: rows that say the same share it.
    pub(in crate::records) fn content_hash(&self, row: usize) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.columns
            .iter()
            .for_each(|column| column.values.hash(row, &mut hasher));
        self.extra
            .iter()
            .for_each(|column| column.values[row].hash(&mut hasher));
        hasher.finish()
    }

    /// All that a row says, in one form whatever the file's: for ids made from content and for finding the same row.
    pub(in crate::records) fn content(&self, row: usize) -> Vec<String> {
        let known = self
            .columns
            .iter()
            .filter_map(|column| Some(format!("{}={}", column.column.name, column.values.text(row)?)));
        let extra = self.extra.iter().filter_map(|column| {
            Some(format!(
                "{}={}",
                words::key(&column.header),
                column.values[row].as_ref()?
            ))
        });
        known.chain(extra).collect()
    }
}

impl Values {
    /// As many cells of the same type in which nothing stands.
    pub(in crate::records) fn blank(&self, rows: usize) -> Self {
        match self {
            Self::Text(_) => Self::Text(vec![None; rows]),
            Self::Dates(_) => Self::Dates(vec![None; rows]),
            Self::Ends(_) => Self::Ends(vec![None; rows]),
            Self::Numbers(_) => Self::Numbers(vec![None; rows]),
            Self::Whole(_) => Self::Whole(vec![None; rows]),
            Self::YesNo(_) => Self::YesNo(vec![None; rows]),
            Self::Lists(_) => Self::Lists(vec![Vec::new(); rows]),
        }
    }

    /// Puts the cells of the same column of another table below.
    pub(in crate::records) fn extend(&mut self, more: Self) {
        match (self, more) {
            (Self::Text(values), Self::Text(more)) => values.extend(more),
            (Self::Dates(values), Self::Dates(more)) => values.extend(more),
            (Self::Ends(values), Self::Ends(more)) => values.extend(more),
            (Self::Numbers(values), Self::Numbers(more)) => values.extend(more),
            (Self::Whole(values), Self::Whole(more)) => values.extend(more),
            (Self::YesNo(values), Self::YesNo(more)) => values.extend(more),
            (Self::Lists(values), Self::Lists(more)) => values.extend(more),
            // a column has one type wherever it stands
            (_, _) => debug_assert!(false, "cells of two types in one column"),
        }
    }

    /// A cell as text, in one form whatever the file's.
    fn text(&self, row: usize) -> Option<String> {
        match self {
            Self::Text(values) => values[row].as_ref().map(ToString::to_string),
            Self::Dates(values) => values[row].map(span_text),
            Self::Ends(values) => values[row].map(|end| match end {
                End::On(span) => span_text(span),
                End::Open | End::Unknown => "open".to_owned(),
            }),
            Self::Numbers(values) => values[row].map(|value| value.to_string()),
            Self::Whole(values) => values[row].map(|value| value.to_string()),
            Self::YesNo(values) => values[row].map(|value| value.to_string()),
            Self::Lists(values) => (!values[row].is_empty()).then(|| values[row].join(";")),
        }
    }

    fn hash(&self, row: usize, hasher: &mut DefaultHasher) {
        match self {
            Self::Text(values) => values[row].hash(hasher),
            Self::Dates(values) => values[row].hash(hasher),
            Self::Numbers(values) => values[row].map(f64::to_bits).hash(hasher),
            Self::Whole(values) => values[row].hash(hasher),
            Self::YesNo(values) => values[row].hash(hasher),
            Self::Lists(values) => values[row].hash(hasher),
            Self::Ends(_) => self.text(row).hash(hasher),
        }
    }

    /// Takes from another row what this one lacks; gives back what the other says otherwise.
    pub(in crate::records) fn complete(&mut self, base: usize, other: usize) -> Option<String> {
        if self.is_nothing(base) {
            match self {
                Self::Text(values) => values[base] = values[other].clone(),
                Self::Dates(values) => values[base] = values[other],
                Self::Ends(values) => values[base] = values[other],
                Self::Numbers(values) => values[base] = values[other],
                Self::Whole(values) => values[base] = values[other],
                Self::YesNo(values) => values[base] = values[other],
                Self::Lists(values) => values[base] = values[other].clone(),
            }
        }
        self.text(other).filter(|said| self.text(base).as_ref() != Some(said))
    }

    pub(super) fn is_filled(&self) -> bool {
        match self {
            Self::Text(values) => values.iter().any(Option::is_some),
            Self::Dates(values) => values.iter().any(Option::is_some),
            Self::Ends(values) => values.iter().any(Option::is_some),
            Self::Numbers(values) => values.iter().any(Option::is_some),
            Self::Whole(values) => values.iter().any(Option::is_some),
            Self::YesNo(values) => values.iter().any(Option::is_some),
            Self::Lists(values) => values.iter().any(|list| !list.is_empty()),
        }
    }

    pub(super) fn is_nothing(&self, row: usize) -> bool {
        match self {
            Self::Text(values) => values[row].is_none(),
            Self::Dates(values) => values[row].is_none(),
            Self::Ends(values) => values[row].is_none(),
            Self::Numbers(values) => values[row].is_none(),
            Self::Whole(values) => values[row].is_none(),
            Self::YesNo(values) => values[row].is_none(),
            Self::Lists(values) => values[row].is_empty(),
        }
    }
}

fn span_text(span: DateSpan) -> String {
    format!("{}/{}", span.first, span.last)
}
