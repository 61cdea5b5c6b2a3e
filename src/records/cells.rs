//! What does a cell say?
//!
//! In: the text of a cell, and what its whole column decided about the order of dates and the marks of numbers.
//! Out: a typed value, nothing, or "cannot be read".

mod dates;
mod lists;
mod numbers;
mod plain;
#[cfg(test)]
mod properties;

pub(super) use dates::{DateDoubt, DateForm, DatesTold, DayOrder, Epoch, date, date_form, end};
pub(super) use lists::{Items, Options};
pub(super) use numbers::{Currency, MarksTold, Measures, NumberMarks, currency_named, number, number_marks};
pub(super) use plain::{plain, tidy};

/// What reading one cell gave.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Read<T> {
    /// Nothing stands there.
    Nothing,
    /// This.
    Value(T),
    /// Something that cannot be read as the column's type.
    Bad,
}
