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

/// Who is who where some rows give an id and others only a name.
#[derive(Default)]
pub(super) struct Directory {
    /// A name's key → the id that bears it, `None` where several do.
    by_name: HashMap<String, Option<String>>,
    /// An id made from a name → the name's key.
    made: HashMap<String, String>,
}

/// A stakeholder's id, and how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The id.
    pub id: String,
    /// Whether it belongs to a stakeholder whom other rows name with an id.
    pub by_name: bool,
}

impl Directory {
    /// A row gives both.
    pub fn learn(&mut self, id: &str, name: &str) {
        if id.is_empty() || name.is_empty() {
            return;
        }
        let known = self
            .by_name
            .entry(names::key(name))
            .or_insert_with(|| Some(id.to_owned()));
        if known.as_deref().is_some_and(|known| known != id) {
            *known = None;
        }
    }

    /// The id of a stakeholder: as given, else that of the only one who bears the name, else one made from the name.
    pub fn id(&mut self, id: &str, name: &str) -> Option<Found> {
        if !id.is_empty() {
            let id = id.to_owned();
            return Some(Found { id, by_name: false });
        }
        let key = names::key(name);
        if key.is_empty() {
            return None;
        }
        if let Some(Some(id)) = self.by_name.get(&key) {
            let id = id.clone();
            return Some(Found { id, by_name: true });
        }
        let mut id = names::slug(name);
        let taken = |made: &HashMap<String, String>, id: &str| made.get(id).is_some_and(|other| *other != key);
        if id.is_empty() || taken(&self.made, &id) {
            id = format!("{id}-{}", names::fingerprint([key.as_str()], 6));
        }
        self.made.insert(id.clone(), key);
        Some(Found { id, by_name: false })
    }
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

    #[test]
    fn a_name_without_id_finds_the_only_one_who_bears_it() {
        let mut directory = Directory::default();
        directory.learn("X-1", "Agency One");
        directory.learn("X-2", "Agency Two");
        directory.learn("X-3", "Agency Two");
        let found = directory.id("", "AGENCY ONE").expect("an id");
        assert_eq!((found.id.as_str(), found.by_name), ("X-1", true));
        // two bear the name: neither is taken
        assert_eq!(directory.id("", "Agency Two").expect("an id").id, "agency-two");
        assert_eq!(directory.id("", " "), None);
        // names that differ in their marks alone stay two
        let other = directory.id("", "Agency, Two").expect("an id").id;
        assert!(other.starts_with("agency-two-") && other.len() == 17, "{other}");
    }
}
