//! Which row is about the same stakeholder or event?
//!
//! In: mentions of records, by id or by name. Out: one row per record: the first mention makes it, later ones fill
//! what is empty; other names become aliases, and what contradicts the first mention is told to the account.

use super::{FileLedger, ImportReason, ImportedTable, Place, RowState, TableName};
use crate::records::{HashMap, names};

/// A table with one row per key.
pub(super) struct Keyed {
    /// The rows so far.
    pub table: ImportedTable,
    rows: HashMap<String, usize>,
}

impl Keyed {
    /// An empty table.
    pub fn new(table: TableName, columns: &[&str]) -> Self {
        Self {
            table: ImportedTable::new(table, columns),
            rows: HashMap::default(),
        }
    }

    /// Whether a row bears the key.
    pub fn find(&self, key: &str) -> Option<Place> {
        self.rows.get(key).map(|row| self.table.place(*row))
    }

    /// Tells the record of a key what a row of a file says of it; the account learns where the row went, and what of it
    /// contradicts an earlier one.
    pub fn mention(&mut self, key: &str, values: &[(&str, &str)], ledger: &mut FileLedger, from: usize) -> Place {
        let Some(row) = self.rows.get(key).copied() else {
            let place = self.table.push(values);
            self.rows.insert(key.to_owned(), place.row);
            ledger.used(from, place);
            return place;
        };
        for (column, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
            let known = self.table.get(row, column);
            if known.is_empty() {
                self.table.set(row, column, value);
            } else if *column == "name" && self.table.table == TableName::Stakeholders {
                self.alias(row, value);
            } else if matches!(*column, "aliases" | "external_ids") {
                self.add(row, column, value);
            } else if known != *value {
                ledger.note(from, RowState::Used, ImportReason::SaysOtherwise, column, value);
            }
        }
        let place = self.table.place(row);
        ledger.used(from, place);
        place
    }

    /// Another name of a stakeholder, unless it is its name written otherwise.
    fn alias(&mut self, row: usize, name: &str) {
        if names::key(self.table.get(row, "name")) != names::key(name) {
            self.add(row, "aliases", &listed(name));
        }
    }

    /// Adds items to a list, each once.
    fn add(&mut self, row: usize, column: &str, items: &str) {
        let mut list = self.table.get(row, column).to_owned();
        for item in items.split(';').map(str::trim).filter(|item| !item.is_empty()) {
            if !list.split(';').any(|known| names::key(known) == names::key(item)) {
                list = joined(&[&list, item]);
            }
        }
        self.table.set(row, column, &list);
    }
}

/// Rows of a table whose ids must be unique: an identical row is joined with the first, one that says otherwise under the
/// same id goes without it.
pub(super) struct Unique {
    /// The rows so far.
    pub table: ImportedTable,
    by_id: HashMap<String, usize>,
    by_content: HashMap<Vec<String>, usize>,
}

impl Unique {
    /// An empty table.
    pub fn new(table: TableName, columns: &[&str]) -> Self {
        Self {
            table: ImportedTable::new(table, columns),
            by_id: HashMap::default(),
            by_content: HashMap::default(),
        }
    }

    /// Adds a row with these values; the account learns where it went. Says where it, or the one like it, stands.
    pub fn add(&mut self, values: &[(&str, &str)], ledger: &mut FileLedger, from: usize) -> Place {
        let place = self.table.push(values);
        let content = self.table.rows[place.row].clone();
        if let Some(known) = self.by_content.get(&content).copied() {
            self.table.rows.pop();
            let known = self.table.place(known);
            ledger.merge(from, known, ImportReason::IdenticalRow);
            return known;
        }
        let id = self.table.get(place.row, "id").to_owned();
        if !id.is_empty() && self.by_id.contains_key(&id) {
            ledger.note(from, RowState::Repaired, ImportReason::RepeatedId, "id", &id);
            self.table.set(place.row, "id", "");
        } else if !id.is_empty() {
            self.by_id.insert(id, place.row);
        }
        self.by_content.insert(content, place.row);
        ledger.used(from, place);
        place
    }
}

/// Items of a list cell, without the empty ones.
pub(super) fn joined(items: &[&str]) -> String {
    let filled: Vec<&str> = items.iter().copied().filter(|item| !item.is_empty()).collect();
    filled.join("; ")
}

/// A text as one item of a list cell: marks that part items become blanks.
pub(super) fn listed(text: &str) -> String {
    let parting = |c: char| matches!(c, ';' | '|' | '\n' | '\r');
    text.split(parting)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_mentions_fill_gaps_add_aliases_and_are_told_where_they_contradict() {
        let mut people = Keyed::new(TableName::Stakeholders, &["id", "name", "city"]);
        let mut ledger = FileLedger::new("a.csv", None, [2, 3, 4]);
        people.mention(
            "1",
            &[("id", "1"), ("name", "Universidad Uno"), ("city", "")],
            &mut ledger,
            0,
        );
        people.mention("1", &[("name", "UNIVERSIDAD UNO"), ("city", "Cali")], &mut ledger, 1);
        people.mention("1", &[("name", "Uno | U1"), ("city", "Quito")], &mut ledger, 2);
        assert_eq!(people.table.rows.len(), 1);
        assert_eq!(people.table.get(0, "city"), "Cali");
        assert_eq!(people.table.get(0, "aliases"), "Uno U1");
        assert!(ledger.rows[1].notes.is_empty());
        assert_eq!(ledger.rows[2].notes[0].reason, ImportReason::SaysOtherwise);
        assert_eq!(ledger.rows[2].notes[0].value, "Quito");
    }
}
