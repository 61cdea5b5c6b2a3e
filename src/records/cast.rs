//! What do the cells of a table say, each read by its column's type?
//!
//! In: a [`Sheet`] of text. Out: a [`TypedTable`]: per known column its values, the unknown columns as text, and the
//! ledger of its rows so far. Columns are read whole, because a column decides how its dates and numbers are written.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::sources::Sheet;
use super::{HashSet, Mapping, PresentTable, Reason, RecordsError, RowState, TableLedger, names, words};
use crate::config::{HubConfig, nearest};

mod column;
mod forms;
mod headers;
pub(super) mod layout;
mod money;
mod told;
mod typed;
mod written_out;

pub(super) use headers::{Found, Hints, names_people};
pub(super) use typed::{ExtraColumn, TypedColumn, TypedTable, Values};
pub(super) use written_out::written_out;

/// Texts that occur often are kept once.
#[derive(Default)]
pub(super) struct Interner(HashSet<Arc<str>>);

impl Interner {
    /// The shared copy of a text.
    pub(super) fn intern(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let shared: Arc<str> = Arc::from(text);
        self.0.insert(Arc::clone(&shared));
        shared
    }
}

/// What reading a table needs besides its sheet.
pub(super) struct Caster<'a> {
    pub config: &'a HubConfig,
    pub interner: &'a mut Interner,
    pub mapping: &'a mut Mapping,
    /// More words that mean "nothing there", as their keys.
    null_words: HashSet<String>,
}

impl<'a> Caster<'a> {
    /// A caster for the tables of one hub.
    pub(super) fn new(config: &'a HubConfig, interner: &'a mut Interner, mapping: &'a mut Mapping) -> Self {
        let null_words = config.records.null_words.iter().map(|word| names::key(word)).collect();
        Self {
            config,
            interner,
            mapping,
            null_words,
        }
    }

    /// Reads every cell of a sheet.
    pub(super) fn cast(&mut self, mut sheet: Sheet) -> Result<(TypedTable, PresentTable), RecordsError> {
        let layout = match sheet.layout.take() {
            Some(layout) => layout,
            None => layout::layout(&sheet, self.config)?,
        };
        let mut ledger = TableLedger::new(sheet.table, &sheet.file, sheet.stretches.clone(), sheet.rows);
        for remark in std::mem::take(&mut sheet.remarks) {
            ledger.note(remark.row, remark.state, remark.reason, &remark.column, &remark.value);
        }
        note_blank_rows(&sheet, &mut ledger);
        let mut columns = Vec::new();
        let mut currencies = None;
        for found in &layout.known {
            // the text of a column is let go once it is read: a table is never held twice
            let source = &std::mem::take(&mut sheet.columns[found.place]);
            if words::key(&source.header) != words::key(found.column.name) {
                let headers = self.mapping.columns.entry(sheet.table).or_default();
                headers.insert(found.column.name.to_owned(), source.header.clone());
            }
            let read = self.column(&sheet, found, source, &mut ledger)?;
            currencies = currencies.or(read.currencies);
            columns.push(TypedColumn {
                column: found.column,
                header: source.header.clone(),
                values: read.values,
            });
        }
        if let Some(currencies) = currencies {
            money::join(sheet.table, &mut columns, currencies, self.interner, &mut ledger);
        }
        let mut extra = Vec::new();
        for place in &layout.unknown {
            let source = &std::mem::take(&mut sheet.columns[*place]);
            self.note_meant(&sheet, &source.header, &columns);
            let values = self.texts(source, &mut ledger, column::Means::Text, &told::Told::default());
            extra.push(ExtraColumn {
                header: source.header.clone(),
                values,
            });
        }
        extra.sort_by(|a, b| a.header.cmp(&b.header));
        let mut typed = TypedTable {
            table: sheet.table,
            rows: sheet.rows,
            columns,
            extra,
            ledger,
        };
        require(&mut typed);
        let present = PresentTable {
            file: sheet.file.clone(),
            rows: sheet.rows,
            filled: typed
                .columns
                .iter()
                .filter(|c| c.values.is_filled())
                .map(|c| c.column.name)
                .collect(),
            unknown_columns: typed.extra.iter().map(|column| column.header.clone()).collect(),
        };
        Ok((typed, present))
    }

    /// Notes the column that an unknown header may mean, where the table lacks it.
    fn note_meant(&mut self, sheet: &Sheet, header: &str, found: &[TypedColumn]) {
        let lacking = sheet
            .table
            .columns()
            .iter()
            .filter(|column| !found.iter().any(|known| known.column.name == column.name));
        let called: BTreeMap<String, &'static str> = lacking
            .flat_map(|column| headers::words_of(column).map(|word| (words::key(word), column.name)))
            .collect();
        let key = words::key(header);
        let meant = nearest(&key, called.keys().map(String::as_str));
        if let Some(meant) = meant.filter(|word| strsim::jaro_winkler(word, &key) >= 0.9) {
            let headers = self.mapping.headers_meant.entry(sheet.table).or_default();
            headers.insert(header.to_owned(), called[meant].to_owned());
        }
    }
}

fn note_blank_rows(sheet: &Sheet, ledger: &mut TableLedger) {
    for row in 0..sheet.rows {
        let told = ledger.states[row] == RowState::Excluded;
        if !told && sheet.columns.iter().all(|column| column.cells.get(row).is_none()) {
            ledger.note(row, RowState::Excluded, Reason::BlankRow, "", "");
        }
    }
}

/// Excludes the rows in which a required column says nothing; an unread cell is already noted.
fn require(typed: &mut TypedTable) {
    for column in typed.columns.iter().filter(|column| column.column.required) {
        let stand_in = layout::stand_in(typed.table, column.column.name)
            .and_then(|name| typed.columns.iter().find(|other| other.column.name == name));
        for row in 0..typed.rows {
            let replaced = || stand_in.is_some_and(|other| !other.values.is_nothing(row));
            let excluded = typed.ledger.states[row] == RowState::Excluded;
            if !excluded && column.values.is_nothing(row) && !replaced() {
                typed
                    .ledger
                    .note(row, RowState::Excluded, Reason::BadRequiredCell, &column.header, "");
            }
        }
    }
}
