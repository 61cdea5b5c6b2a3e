//! The ledger as a table: exactly one line per input row.

use std::collections::BTreeMap;

use crate::messages::Messages;
use crate::records::{ColumnType, HubRecords, RowNote, RowState, TableLedger};

use super::{Cell, Table, joined};

/// Who will read the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerReader {
    /// Partners: values that may name a person are withheld.
    Partners,
    /// Those who keep the records.
    Keepers,
}

/// One line per input row, in the order of the tables and their rows.
#[must_use]
pub fn ledger(records: &HubRecords, reader: LedgerReader, messages: &Messages) -> Table {
    let columns = [
        ("table", "", "the table"),
        ("file", "", "its file"),
        ("row", "row", "the row as a spreadsheet numbers it: the header is row 1"),
        ("state", "", "used, merged, repaired or excluded"),
        ("into", "row", "the row into which it was merged"),
        ("columns", "", "the columns concerned"),
        ("reasons", "", "what was noticed"),
        ("values", "", "the values found; withheld where they may name a person"),
    ];
    let mut table = Table::new("ledger", &columns);
    for one in &records.ledger.tables {
        let open = open_columns(records, one);
        let mut notes: BTreeMap<u64, Vec<&RowNote>> = BTreeMap::new();
        for note in &one.notes {
            notes.entry(note.row).or_default().push(note);
        }
        for (place, state) in one.states.iter().enumerate() {
            let row = place as u64 + 2;
            let noted = notes.get(&row).map_or(&[][..], Vec::as_slice);
            table.rows.push(line(
                one,
                row,
                *state,
                noted,
                &|note: &RowNote| match reader {
                    LedgerReader::Keepers => note.value.clone(),
                    LedgerReader::Partners if note.value.is_empty() || open.contains(&note.column) => {
                        note.value.clone()
                    }
                    LedgerReader::Partners => messages.word("ledger-withheld"),
                },
                messages,
            ));
        }
    }
    table
}

fn line(
    table: &TableLedger,
    row: u64,
    state: RowState,
    notes: &[&RowNote],
    value: &dyn Fn(&RowNote) -> String,
    messages: &Messages,
) -> Vec<Cell> {
    vec![
        table.table.name().into(),
        table.file.as_str().into(),
        Cell::Whole(i64::try_from(row).unwrap_or(i64::MAX)),
        state.name().into(),
        joined(notes.iter().filter_map(|note| note.into)),
        joined(
            notes
                .iter()
                .map(|note| note.column.as_str())
                .filter(|column| !column.is_empty()),
        ),
        joined(
            notes
                .iter()
                .map(|note| messages.word(&format!("reason-{}", note.reason.key()))),
        ),
        joined(notes.iter().map(|note| value(note)).filter(|value| !value.is_empty())),
    ]
}

/// The headers of columns whose values cannot name a person: dates, numbers, choices.
fn open_columns(records: &HubRecords, table: &TableLedger) -> Vec<String> {
    let renamed = records.mapping.columns.get(&table.table);
    table
        .table
        .columns()
        .iter()
        .filter(|column| {
            !matches!(
                column.kind,
                ColumnType::Text
                    | ColumnType::StakeholderRef
                    | ColumnType::StakeholderRefs
                    | ColumnType::EventRef
                    | ColumnType::List
            )
        })
        .map(|column| {
            renamed
                .and_then(|names| names.get(column.name))
                .map_or(column.name, String::as_str)
                .to_owned()
        })
        .collect()
}
