//! Which rows of a table are no records?
//!
//! In: a table below its header. Out: the same without its totals at the foot and without headers that stand once
//! more; each such row is told.

use polars::prelude::StringChunked;

use super::{Content, Remark};
use crate::records::cells::{self, Measures, NumberMarks, Read};
use crate::records::{Reason, RowState, TableName, words};

/// Takes out rows that are no records and says so.
pub(super) fn exclude(content: &mut Content, table: TableName) {
    let mut found = repeated_headers(content);
    found.extend(totals(content, table));
    if found.is_empty() {
        return;
    }
    let mut out: Vec<usize> = found.iter().map(|remark| remark.row).collect();
    out.sort_unstable();
    for column in &mut content.columns {
        let kept = |(row, cell)| if out.binary_search(&row).is_ok() { None } else { cell };
        column.cells = column.cells.iter().enumerate().map(kept).collect::<StringChunked>();
    }
    // what else was noticed about them concerns no record
    content.remarks.retain(|remark| out.binary_search(&remark.row).is_err());
    content.remarks.extend(found);
}

fn remark(row: usize, reason: Reason, value: &str) -> Remark {
    Remark {
        row,
        state: RowState::Excluded,
        reason,
        column: String::new(),
        value: value.to_owned(),
    }
}

/// Rows whose every cell is the header of its column.
fn repeated_headers(content: &Content) -> Vec<Remark> {
    let Some(first) = content.columns.first() else {
        return Vec::new();
    };
    let repeats = |row: usize| {
        let cells = || {
            content
                .columns
                .iter()
                .filter_map(|column| Some((column, column.cells.get(row)?)))
        };
        cells().all(|(column, cell)| cell == column.header) && (cells().count() > 1 || content.columns.len() == 1)
    };
    let candidates = first
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| *cell == Some(&*first.header));
    candidates
        .filter(|(row, _)| repeats(*row))
        .map(|(row, _)| remark(row, Reason::RepeatedHeader, &first.header))
        .collect()
}

/// Rows at the foot that say "Total" and numbers, nothing else.
fn totals(content: &Content, table: TableName) -> Vec<Remark> {
    let rows = content.columns.first().map_or(0, |column| column.cells.len());
    let mut found = Vec::new();
    for row in (0..rows).rev() {
        let is_blank = content.columns.iter().all(|column| column.cells.get(row).is_none());
        match label_of_totals(content, table, row) {
            Some(label) => found.push(remark(row, Reason::TotalsRow, &label)),
            None if is_blank => {}
            None => break,
        }
    }
    found
}

fn label_of_totals(content: &Content, table: TableName, row: usize) -> Option<String> {
    let mut label = None;
    let mut numbers = 0;
    for column in &content.columns {
        let Some(cell) = column.cells.get(row) else { continue };
        if is_total(cell) {
            label = label.or_else(|| Some(cell.to_owned()));
        } else if is_id(&column.header, table) {
            // a record of its own, whatever it is called
            return None;
        } else if is_number(cell) {
            numbers += 1;
        } else {
            return None;
        }
    }
    // a list of names alone may name somebody called Total
    let has_number = numbers > 0
        || label
            .as_ref()
            .is_some_and(|label| label.contains(|c: char| c.is_ascii_digit()));
    label.filter(|_| has_number || content.columns.len() > 2)
}

/// Whether a text is a number by the one marks or the other.
pub(super) fn is_number(text: &str) -> bool {
    [NumberMarks::Point, NumberMarks::Comma]
        .into_iter()
        .any(|marks| matches!(cells::number(text, Some(marks), Measures::Money), Read::Value(_)))
}

fn is_id(header: &str, table: TableName) -> bool {
    let key = words::key(header);
    let names = table.column("id").into_iter().flat_map(|column| {
        let names = [column.name, column.spanish].into_iter();
        names.chain(column.synonyms.iter().copied())
    });
    names.map(words::key).any(|name| name == key)
}

/// `Total`, `TOTAL GENERAL:`, `Suma: 35`, in the four languages.
fn is_total(cell: &str) -> bool {
    let key = words::key(cell);
    let words: Vec<&str> = key
        .split(' ')
        .filter(|word| !word.chars().all(|c| c.is_ascii_digit()))
        .collect();
    matches!(
        words.join(" ").as_str(),
        "total"
            | "totales"
            | "total general"
            | "gran total"
            | "subtotal"
            | "sub total"
            | "suma"
            | "sumas"
            | "suma total"
            | "sumatoria"
            | "totals"
            | "grand total"
            | "overall total"
            | "sum"
            | "totais"
            | "total geral"
            | "soma"
            | "soma total"
            | "somatorio"
            | "totaux"
            | "somme"
            | "sous total"
            | "total registros"
            | "total de registros"
            | "total filas"
            | "total asistentes"
            | "total de asistentes"
            | "total participantes"
            | "total de participantes"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::sources::SheetColumn;

    fn told(headers: &[&str], rows: &[&[&str]]) -> Vec<(usize, Reason)> {
        let cell = |row: &&[&str], place: usize| {
            row.get(place)
                .filter(|text| !text.is_empty())
                .map(|text| (*text).to_owned())
        };
        let columns = headers.iter().enumerate().map(|(place, header)| SheetColumn {
            header: (*header).to_owned(),
            cells: rows.iter().map(|row| cell(row, place)).collect(),
            ..SheetColumn::default()
        });
        let mut content = Content {
            columns: columns.collect(),
            ..Content::default()
        };
        exclude(&mut content, TableName::Stakeholders);
        for remark in &content.remarks {
            assert!(
                content
                    .columns
                    .iter()
                    .all(|column| column.cells.get(remark.row).is_none())
            );
        }
        content
            .remarks
            .iter()
            .map(|remark| (remark.row, remark.reason))
            .collect()
    }

    #[test]
    fn totals_at_the_foot_are_no_records() {
        for label in [
            "Total",
            "TOTAL GENERAL",
            "Suma:",
            "Soma",
            "Total geral",
            "Total général",
            "Sum",
        ] {
            let rows: &[&[&str]] = &[&["A", "Cali", "3"], &["B", "", "4"], &[], &[label, "", "$ 7"]];
            assert_eq!(
                told(&["name", "city", "amount"], rows),
                [(3, Reason::TotalsRow)],
                "{label}"
            );
        }
        let two: &[&[&str]] = &[&["A", "3"], &["Subtotal", "3"], &["Total: 3", ""]];
        assert_eq!(told(&["name", "amount"], two).len(), 2);
    }

    #[test]
    fn what_may_be_a_record_stays() {
        assert!(told(&["name"], &[&["A"], &["Total"]]).is_empty());
        assert!(told(&["id", "name", "x"], &[&["1", "A", ""], &["2", "Total", ""]]).is_empty());
        assert!(told(&["name", "city", "x"], &[&["Total", "", "3"], &["B", "Cali", "4"]]).is_empty());
        assert!(told(&["name", "city", "x"], &[&["A", "Cali", "4"], &["Total", "Lima", "4"]]).is_empty());
    }

    #[test]
    fn a_header_that_stands_once_more_is_no_record() {
        let rows: &[&[&str]] = &[&["A", "Cali"], &["name", "city"], &["B", ""]];
        assert_eq!(told(&["name", "city"], rows), [(1, Reason::RepeatedHeader)]);
    }
}
