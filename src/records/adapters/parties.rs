//! Who is meant, by id or by name?
//!
//! In: people and organisations as the rows of a file name them, some with an id, some without. Out: one stakeholder
//! per id; a name without an id is the only one with an id who bears it, else a stakeholder of its own.

use super::keyed::Keyed;
use super::{FileLedger, ImportReason, ImportedTable, RowState, TableName};
use crate::records::{HashMap, names};

/// Somebody as a row names them; empty where the row says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Party {
    /// Their id in the file's own world.
    pub id: String,
    /// Their name.
    pub name: String,
    /// `person`, `unit` or `organization`.
    pub kind: &'static str,
    /// As hubscope names it, else as it stands.
    pub sector: String,
    /// City.
    pub city: String,
    /// Country.
    pub country: String,
    /// Ids in public registers, separated by `;`.
    pub external_ids: String,
    /// The organisation they belong to.
    pub parent_id: String,
    /// E-mail address.
    pub email: String,
}

/// The stakeholders that rows name.
pub(super) struct Parties {
    table: Keyed,
    directory: Directory,
}

impl Parties {
    /// Nobody yet.
    pub fn new() -> Self {
        let columns = [
            "id",
            "name",
            "kind",
            "sector",
            "parent_id",
            "city",
            "country",
            "email",
            "aliases",
            "external_ids",
            "consent",
        ];
        Self {
            table: Keyed::new(TableName::Stakeholders, &columns),
            directory: Directory::default(),
        }
    }

    /// A row that names somebody with id and name; to be told of all rows before any is [`mention`](Self::mention)ed,
    /// so that it does not matter which row comes first.
    pub fn learn(&mut self, party: &Party) {
        self.directory.learn(&party.id, &party.name);
    }

    /// Somebody is named: their id, or `None` where the row names nobody.
    pub fn mention(&mut self, party: &Party, ledger: &mut FileLedger, row: usize) -> Option<String> {
        let found = self.directory.id(&party.id, &party.name)?;
        if found.by_name {
            ledger.note(row, RowState::Used, ImportReason::FoundByName, "", &party.name);
        }
        let name = if party.name.is_empty() { &found.id } else { &party.name };
        // a person's name is not for publication because a platform shows it
        let consent = if party.kind == "person" { "private" } else { "" };
        let values = [
            ("id", found.id.as_str()),
            ("name", name),
            ("kind", party.kind),
            ("sector", &party.sector),
            ("parent_id", &party.parent_id),
            ("city", &party.city),
            ("country", &party.country),
            ("email", &party.email),
            ("external_ids", &party.external_ids),
            ("consent", consent),
        ];
        self.table.mention(&found.id, &values, ledger, row);
        Some(found.id)
    }

    /// The id that [`mention`](Self::mention) would give, without mentioning anybody.
    pub fn id(&mut self, party: &Party) -> Option<String> {
        self.directory.id(&party.id, &party.name).map(|found| found.id)
    }

    /// The table.
    pub fn into_table(self) -> ImportedTable {
        self.table.table
    }
}

/// Who is who where some rows give an id and others only a name.
#[derive(Default)]
struct Directory {
    /// A name's key → the id that bears it, `None` where several do.
    by_name: HashMap<String, Option<String>>,
    /// An id made from a name → the name's key.
    made: HashMap<String, String>,
}

/// A stakeholder's id, and how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    /// The id.
    id: String,
    /// Whether it belongs to a stakeholder whom other rows name with an id.
    by_name: bool,
}

impl Directory {
    /// A row gives both.
    fn learn(&mut self, id: &str, name: &str) {
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
    fn id(&mut self, id: &str, name: &str) -> Option<Found> {
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
