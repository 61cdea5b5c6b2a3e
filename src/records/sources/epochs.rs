//! Which day is the number 43889?
//!
//! In: a table of a workbook that counts days from 1904. Out: the same, the bare numbers in its columns of dates written
//! as days. Numbers that the workbook itself shows as days are days already; without this the others would be read as
//! if counted from 1900, four years too early.

use polars::prelude::StringChunked;

use super::Content;
use crate::config::HubConfig;
use crate::records::cast::layout;
use crate::records::{Column, ColumnType, TableName};
use crate::time::Day;

/// 1904-01-01 in days since 1970-01-01.
const EPOCH: i32 = -24_107;
/// The numbers of days that count from 1904, those of the years 1954 to 2119; what is less may be a year.
const DAYS: std::ops::Range<i32> = 18_538..78_538;

/// Writes bare numbers in columns of dates as days, where the workbook counts from 1904.
pub(super) fn settle(content: &mut Content, table: TableName, config: &HubConfig) {
    if !content.since_1904 {
        return;
    }
    let is_date = |column: &Column| matches!(column.kind, ColumnType::Date | ColumnType::EndDate);
    for column in &mut content.columns {
        if layout::names(table, &column.header, config, is_date) {
            let cells = column.cells.iter().map(|cell| cell.map(in_iso_form));
            column.cells = cells.collect::<StringChunked>();
        }
    }
}

fn in_iso_form(cell: &str) -> String {
    let is_bare = cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let whole = cell.split_once('.').map_or(cell, |(whole, _)| whole);
    let days = whole.parse().ok().filter(|days| is_bare && DAYS.contains(days));
    days.map_or_else(
        || cell.to_owned(),
        |days: i32| Day::from_number(EPOCH + days).to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_numbers_are_days_since_1904() {
        assert_eq!(EPOCH, Day::from_ymd(1904, 1, 1).expect("a day").number());
        // both epochs' numbers of one day, as Excel gives them
        assert_eq!(in_iso_form("43889"), "2024-02-29");
        assert_eq!(in_iso_form("43889.75"), "2024-02-29");
        for other in [
            "2024",
            "2024-02-29",
            "29.02.2024",
            "abierto",
            "18537",
            "78538",
            "4388.9.1",
        ] {
            assert_eq!(in_iso_form(other), other);
        }
    }
}
