//! Which number is `1.200` in a column where others are typed as numbers?
//!
//! In: a table in whose columns some cells are numbers to the file and others texts. Out: the same, the typed ones
//! written by the marks of the texts. Else `3.5`, a number, would decide that `1.200`, a text, is a little over one.

use polars::prelude::StringChunked;

use super::{Content, SheetColumn};
use crate::config::{HubConfig, NumberForm};
use crate::records::cells::{self, Decision, NumberMarks, Read};
use crate::records::{ColumnType, RecordsError, TableName, words};

/// Writes typed numbers by the marks of the texts in their column; refuses where nothing tells these.
pub(super) fn settle(
    content: &mut Content,
    file: &str,
    table: TableName,
    config: &HubConfig,
) -> Result<(), RecordsError> {
    let first_row = content.first_row;
    for column in &mut content.columns {
        let mut fractions = std::mem::take(&mut column.fractions);
        fractions.sort_unstable();
        if fractions.is_empty() || !is_of_numbers(&column.header, table, config) {
            continue;
        }
        let is_typed = |row: usize| fractions.binary_search(&row).is_ok();
        let marks = match config.records.number_form {
            NumberForm::Point => NumberMarks::Point,
            NumberForm::Comma => NumberMarks::Comma,
            NumberForm::Auto => {
                let texts = column.cells.iter().enumerate();
                match cells::number_marks(texts.map(|(row, cell)| cell.filter(|_| !is_typed(row)))) {
                    Decision::Settled(marks) => marks,
                    Decision::NotNeeded => NumberMarks::Point,
                    Decision::Undecidable(row) => {
                        return Err(RecordsError::NumberForm {
                            file: file.to_owned(),
                            column: column.header.clone(),
                            row: first_row + row as u64,
                            value: column.cells.get(row).unwrap_or_default().to_owned(),
                        });
                    }
                }
            }
        };
        if marks == NumberMarks::Comma {
            with_commas(column, is_typed);
        }
    }
    Ok(())
}

/// Whether a text is a number by the one marks or the other.
pub(super) fn is_number(text: &str) -> bool {
    [NumberMarks::Point, NumberMarks::Comma]
        .into_iter()
        .any(|marks| matches!(cells::number(text, Some(marks)), Read::Value(_)))
}

fn with_commas(column: &mut SheetColumn, is_typed: impl Fn(usize) -> bool) {
    let rewritten = |(row, cell): (usize, Option<&str>)| match cell {
        Some(text) if is_typed(row) => Some(text.replace('.', ",")),
        other => other.map(str::to_owned),
    };
    column.cells = column
        .cells
        .iter()
        .enumerate()
        .map(rewritten)
        .collect::<StringChunked>();
}

fn is_of_numbers(header: &str, table: TableName, config: &HubConfig) -> bool {
    let key = words::key(header);
    let mapped = config.columns.get(table.name());
    table
        .columns()
        .iter()
        .filter(|column| column.kind == ColumnType::Number)
        .any(|column| {
            let names = [column.name, column.spanish].into_iter();
            let mapped = mapped.and_then(|map| map.get(column.name)).map(String::as_str);
            let mut names = names.chain(column.synonyms.iter().copied()).chain(mapped);
            names.any(|name| words::key(name) == key)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(cells: &[&str], fractions: &[usize], form: NumberForm) -> Result<Vec<String>, RecordsError> {
        let mut content = Content {
            columns: vec![SheetColumn {
                header: "amount".to_owned(),
                cells: cells.iter().map(|cell| Some(*cell)).collect(),
                numeric: false,
                fractions: fractions.to_vec(),
            }],
            first_row: 2,
            ..Content::default()
        };
        let mut config = HubConfig::default();
        config.records.number_form = form;
        settle(&mut content, "t.xlsx", TableName::Partnerships, &config)?;
        Ok(content.columns[0].cells.iter().flatten().map(str::to_owned).collect())
    }

    #[test]
    fn typed_numbers_are_written_by_the_marks_of_the_texts() {
        let auto = NumberForm::Auto;
        assert_eq!(
            settled(&["3.5", "1.200,50"], &[0], auto).expect("settled"),
            ["3,5", "1.200,50"]
        );
        assert_eq!(
            settled(&["3.5", "1,200.50"], &[0], auto).expect("settled"),
            ["3.5", "1,200.50"]
        );
        assert_eq!(
            settled(&["1.125", "1.200"], &[0], NumberForm::Comma).expect("told"),
            ["1,125", "1.200"]
        );
    }

    #[test]
    fn a_typed_number_settles_no_text() {
        let refused = settled(&["3.5", "1.200"], &[0], NumberForm::Auto);
        assert!(
            matches!(&refused, Err(RecordsError::NumberForm { row: 3, value, .. }) if value == "1.200"),
            "{refused:?}"
        );
    }
}
