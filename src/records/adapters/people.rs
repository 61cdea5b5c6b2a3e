//! Who came, where lists give a name and perhaps an e-mail?
//!
//! In: the names and e-mails of all rows. Out: one id per person, made from the name, whatever the order of the rows: an
//! e-mail tells two of one name apart, and a name without one is taken for the only person with one who bears it.

use std::collections::{BTreeMap, BTreeSet};

use super::keyed::Keyed;
use super::{FileLedger, ImportReason, Place, RowState, TableName};
use crate::records::{names, words};

/// Everyone whom the rows name.
#[derive(Default)]
pub(super) struct Directory {
    /// A person's key → the names they go by.
    names: BTreeMap<String, BTreeSet<String>>,
    /// A name's key → the e-mails of those who bear it.
    emails: BTreeMap<String, BTreeSet<String>>,
    /// A person's key → the id, once all rows are known.
    ids: BTreeMap<String, String>,
    /// All these ids.
    taken: BTreeSet<String>,
}

/// A person as a row names one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person<'a> {
    /// The name as written.
    pub name: &'a str,
    /// The e-mail, empty where none is given.
    pub email: &'a str,
}

impl Person<'_> {
    /// Whether the row says who it is at all.
    pub(super) fn is_somebody(&self) -> bool {
        !self.name.is_empty() || !self.email.is_empty()
    }
}

/// An e-mail as it is compared; nothing where the text is none.
pub(super) fn email(text: &str) -> &str {
    let text = text.trim();
    let is_one = text.contains('@') && !text.contains(char::is_whitespace) && !words::is_nothing(text);
    if is_one { text } else { "" }
}

impl Directory {
    /// A row names somebody.
    pub(super) fn learn(&mut self, person: Person<'_>) {
        if !person.is_somebody() {
            return;
        }
        let name = names::key(person.name);
        if person.email.is_empty() {
            self.names.entry(format!("name {name}")).or_default();
        } else {
            let email = person.email.to_lowercase();
            self.emails.entry(name).or_default().insert(email.clone());
            self.names.entry(email).or_default();
        }
    }

    /// Gives everyone an id: the name's, with a mark of its own where several persons would share it.
    pub(super) fn settle(&mut self, people: &[Person<'_>]) {
        for person in people {
            self.learn(*person);
        }
        for person in people.iter().filter(|person| person.is_somebody()) {
            let (key, _) = self.key(*person);
            let name = if person.name.is_empty() {
                person.email
            } else {
                person.name
            };
            self.names.entry(key).or_default().insert(name.to_owned());
        }
        let mut slugs: BTreeMap<String, Vec<&String>> = BTreeMap::new();
        for (key, known) in &self.names {
            // of several spellings the first in alphabetical order, whatever the order of rows
            let Some(name) = known.first() else { continue };
            let local = name.split('@').next().unwrap_or(name);
            slugs.entry(names::slug(local)).or_default().push(key);
        }
        let ids = slugs.iter().flat_map(|(slug, keys)| {
            let shared = keys.len() > 1 || slug.is_empty();
            keys.iter().map(move |key| {
                let id = match shared {
                    true => format!("{slug}-{}", names::fingerprint([key.as_str()], 6)),
                    false => slug.clone(),
                };
                ((*key).clone(), id)
            })
        });
        self.ids = ids.collect();
        self.taken = self.ids.values().cloned().collect();
    }

    /// A person's key, and whether it was found by the name alone.
    fn key(&self, person: Person<'_>) -> (String, bool) {
        if !person.email.is_empty() {
            return (person.email.to_lowercase(), false);
        }
        let name = names::key(person.name);
        match self
            .emails
            .get(&name)
            .map(|emails| emails.iter().collect::<Vec<_>>())
            .as_deref()
        {
            Some([email]) => ((*email).clone(), true),
            _ => (format!("name {name}"), false),
        }
    }

    /// The row of the person in the table of stakeholders, and the id.
    pub(super) fn mention(
        &self,
        person: Person<'_>,
        values: &[(&str, &str)],
        stakeholders: &mut Keyed,
        (ledger, row): (&mut FileLedger, usize),
    ) -> (String, Place) {
        let (key, by_name) = self.key(person);
        let id = self.ids.get(&key).cloned().unwrap_or_else(|| names::slug(person.name));
        if by_name {
            ledger.note(row, RowState::Used, ImportReason::FoundByName, "", person.name);
        }
        let name = if person.name.is_empty() {
            person.email
        } else {
            person.name
        };
        let mut all = vec![
            ("id", id.as_str()),
            ("name", name),
            ("kind", "person"),
            ("email", person.email),
        ];
        all.extend_from_slice(values);
        let place = stakeholders.mention(&id, &all, ledger, row);
        (id, place)
    }

    /// The organisation that a row names: its own row, and its id, which is no person's; nothing where none is named.
    pub(super) fn organization(
        &self,
        name: &str,
        stakeholders: &mut Keyed,
        (ledger, row): (&mut FileLedger, usize),
    ) -> String {
        if name.is_empty() {
            return String::new();
        }
        let key = names::key(name);
        let mut id = names::slug(name);
        let is_held = |place: Place| names::key(stakeholders.table.get(place.row, "name")) != key;
        // who works alone gives the own name as company: the two stay apart
        let is_persons = self.taken.contains(&id);
        if id.is_empty() || is_persons || stakeholders.find(&id).is_some_and(is_held) {
            id = format!("{id}-{}", names::fingerprint([key.as_str()], 6));
        }
        let values = [("id", id.as_str()), ("name", name), ("kind", "organization")];
        stakeholders.mention(&id, &values, ledger, row);
        id
    }
}

/// The columns of people in the table of stakeholders.
pub(super) fn table() -> Keyed {
    Keyed::new(TableName::Stakeholders, &["id", "name", "kind", "email"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e_mails_tell_apart_and_a_name_alone_finds_its_only_bearer() {
        let person = |name, email| Person { name, email };
        let rows = [
            person("Ana Rojas", "ana@uno.example"),
            person("ANA ROJAS", ""),
            person("Luis Paz", "luis@uno.example"),
            person("Luis Paz", "LUIS@dos.example"),
            person("Luis Paz", ""),
            person("", "sin.nombre@uno.example"),
        ];
        let mut directory = Directory::default();
        directory.settle(&rows);
        let mut table = table();
        let mut ledger = FileLedger::new("a.csv", None, 2..8);
        let ids: Vec<String> = rows
            .iter()
            .enumerate()
            .map(|(row, person)| directory.mention(*person, &[], &mut table, (&mut ledger, row)).0)
            .collect();
        assert_eq!(ids[0], ids[1]);
        let several: BTreeSet<&String> = ids.iter().collect();
        // Ana, the Luis of each address, the Luis without one, who could be either, and an address alone
        assert_eq!(several.len(), 5, "{ids:?}");
        assert_eq!(ids[5], "sin.nombre");
        assert_eq!(ledger.rows[1].notes[0].reason, ImportReason::FoundByName);
        assert_eq!(table.table.get(0, "aliases"), "");
    }
}
