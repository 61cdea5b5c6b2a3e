//! How may each stakeholder be called outside the private file? Organisations by name, persons never.
//!
//! In: the records, the roster and a language. Out: [`Naming`], the one way in which tables, charts and report write
//! a name, an id or a free text. A text that holds the whole name of a known person, in any order of its words, comes
//! out with the name withheld; a name of one word is only recognised where it is the whole text.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::findings::actions::Owner;
use crate::messages::{Arg, Messages};
use crate::network::{Place, Roster};
pub use crate::records::person_code;
use crate::records::{HubRecords, Stakeholder, StakeholderIndex, StakeholderKind};

/// Whether persons are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persons {
    /// Never: every file but the private one.
    Masked,
    /// As recorded: the private file and the private edition.
    Named,
}

/// How everyone and every text is written in one edition and language.
#[derive(Debug, Clone)]
pub struct Naming {
    /// One name per stakeholder of the records.
    names: Vec<Arc<str>>,
    /// One id per stakeholder of the records.
    ids: Vec<Arc<str>>,
    /// The stakeholder at each place of the roster.
    places: Vec<StakeholderIndex>,
    withheld: String,
    known: KnownNames,
    persons: Persons,
}

impl Naming {
    /// Names for every file but the private one.
    #[must_use]
    pub fn new(records: &HubRecords, roster: &Roster, messages: &Messages) -> Self {
        Self::with(records, roster, messages, Persons::Masked)
    }

    /// Names with persons masked or shown.
    #[must_use]
    pub fn with(records: &HubRecords, roster: &Roster, messages: &Messages, persons: Persons) -> Self {
        let known = match persons {
            Persons::Masked => KnownNames::of(records),
            Persons::Named => KnownNames::default(),
        };
        let masked = |one: &Stakeholder| persons == Persons::Masked && one.kind == StakeholderKind::Person;
        let withheld = messages.word("name-withheld");
        let mut naming = Self {
            names: Vec::new(),
            ids: Vec::new(),
            places: roster.members.iter().map(|member| member.stakeholder).collect(),
            withheld,
            known,
            persons,
        };
        naming.names = records
            .stakeholders
            .iter()
            .map(|one| match masked(one) {
                true => Arc::from(naming.person(one, records, messages)),
                false => naming.inside(&one.name).map_or_else(|| one.name.clone(), Arc::from),
            })
            .collect();
        naming.ids = records
            .stakeholders
            .iter()
            .map(|one| match masked(one) {
                true => Arc::from(person_code(one.id.as_str())),
                false => naming.inside(&one.id.0).map_or_else(|| one.id.0.clone(), Arc::from),
            })
            .collect();
        naming
    }

    /// The name of whoever stands at a place of the roster.
    #[must_use]
    pub fn place(&self, place: Place) -> &str {
        self.stakeholder(self.places[place.at()])
    }

    /// The name of a stakeholder.
    #[must_use]
    pub fn stakeholder(&self, index: StakeholderIndex) -> &str {
        &self.names[index.0 as usize]
    }

    /// The id of a stakeholder; a code for a person, because recorded ids often hold names.
    #[must_use]
    pub fn id(&self, index: StakeholderIndex) -> &str {
        &self.ids[index.0 as usize]
    }

    /// The id of whoever stands at a place of the roster.
    #[must_use]
    pub fn place_id(&self, place: Place) -> &str {
        self.id(self.places[place.at()])
    }

    /// A recorded text (an event's name, an owner, a record's id) with every known person's name withheld.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        if self.known.is_one_word_name(text) {
            return self.withheld.clone();
        }
        self.inside(text).unwrap_or_else(|| text.to_owned())
    }

    /// Who does an action: an organisation or unit by name; anyone else may be a person, and is named only where persons are.
    #[must_use]
    pub fn owner(&self, owner: &Owner, messages: &Messages) -> String {
        match owner {
            Owner::Organization(name) => self.text(name),
            Owner::Someone(name) if self.persons == Persons::Named => name.to_string(),
            Owner::Someone(_) => messages.say("person-coded", &[("id", owner.code().into())]),
        }
    }

    /// The same as it stands in a file that is read back: a code where the name is withheld.
    #[must_use]
    pub fn owner_id(&self, owner: &Owner) -> String {
        match owner {
            Owner::Organization(name) => self.text(name),
            Owner::Someone(name) if self.persons == Persons::Named => name.to_string(),
            Owner::Someone(_) => owner.code(),
        }
    }

    /// The text with names of two or more words withheld; `None` where it holds none.
    fn inside(&self, text: &str) -> Option<String> {
        let found = self.known.find(text);
        let last = found.last()?.end;
        let mut written = String::with_capacity(text.len());
        let mut from = 0;
        for name in found {
            written.push_str(&text[from..name.start]);
            written.push_str(&self.withheld);
            from = name.end;
        }
        written.push_str(&text[last..]);
        Some(written)
    }

    fn person(&self, one: &Stakeholder, records: &HubRecords, messages: &Messages) -> String {
        let code = ("id", Arg::from(person_code(one.id.as_str())));
        let employer = one.parent.map(|parent| records.stakeholder(parent));
        match employer.filter(|parent| parent.kind != StakeholderKind::Person) {
            Some(parent) => {
                let name = self.inside(&parent.name).unwrap_or_else(|| parent.name.to_string());
                messages.say("person-at", &[("organization", name.into()), code])
            }
            None => messages.say("person-unnamed", &[code]),
        }
    }
}

/// The names, aliases and e-mail addresses of all persons, as folded words, so that they are found in any text.
#[derive(Debug, Clone, Default)]
struct KnownNames {
    /// First word → the words that follow it, longest first; a name stands under each of its rotations.
    longer: BTreeMap<String, Vec<Vec<String>>>,
    one_word: BTreeSet<String>,
}

impl KnownNames {
    fn of(records: &HubRecords) -> Self {
        let mut known = Self::default();
        let persons = records
            .stakeholders
            .iter()
            .filter(|one| one.kind == StakeholderKind::Person);
        // an address has three words or more and is found as a name is
        for name in persons.flat_map(|one| std::iter::once(&one.name).chain(&one.aliases).chain(&one.email)) {
            known.add(words(name).into_iter().map(|(_, word)| word).collect());
        }
        for rests in known.longer.values_mut() {
            rests.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
            rests.dedup();
        }
        known
    }

    /// `Pérez Soto, María` and `María Pérez Soto` are one name: each rotation of the words is known.
    fn add(&mut self, mut name: Vec<String>) {
        match name.len() {
            0 => {}
            1 => self.one_word.extend(name),
            words => {
                for _ in 0..words {
                    self.longer.entry(name[0].clone()).or_default().push(name[1..].to_vec());
                    name.rotate_left(1);
                }
            }
        }
    }

    fn is_one_word_name(&self, text: &str) -> bool {
        if self.one_word.is_empty() {
            return false;
        }
        let words = words(text);
        matches!(words.as_slice(), [(_, word)] if self.one_word.contains(word))
    }

    /// Where names stand in a text, from left to right, the longest at each place.
    fn find(&self, text: &str) -> Vec<Range<usize>> {
        if self.longer.is_empty() {
            return Vec::new();
        }
        let words = words(text);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some((place, word)) = words.get(at) {
            let begins = |rest: &&Vec<String>| {
                words[at + 1..].len() >= rest.len()
                    && rest.iter().zip(&words[at + 1..]).all(|(want, (_, have))| want == have)
            };
            let rest = self.longer.get(word).and_then(|rests| rests.iter().find(begins));
            let length = rest.map_or(0, Vec::len);
            if length > 0 {
                found.push(place.start..words[at + length].0.end);
            }
            at += 1 + length;
        }
        found
    }
}

/// The words of a text, without accents and case, each with its place.
fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut words: Vec<(Range<usize>, String)> = Vec::new();
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        if !character.is_alphanumeric() && !is_combining_mark(character) {
            continue;
        }
        let folded = std::iter::once(character)
            .nfkd()
            .filter(|c| !is_combining_mark(*c))
            .flat_map(char::to_lowercase);
        match words.last_mut().filter(|(place, _)| place.end == at) {
            Some((place, word)) => {
                place.end = end;
                word.extend(folded);
            }
            None => words.push((at..end, folded.collect())),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    fn stakeholder(id: &str, name: &str, kind: StakeholderKind, parent: Option<u32>) -> Stakeholder {
        Stakeholder {
            parent: parent.map(StakeholderIndex),
            ..Stakeholder::new(id.into(), name.into(), kind)
        }
    }

    fn naming(persons: Persons) -> Naming {
        let records = HubRecords {
            stakeholders: vec![
                stakeholder("a", "Municipalidad de Talcahuano", StakeholderKind::Organization, None),
                stakeholder("b", "María José Pérez Soto", StakeholderKind::Person, Some(0)),
                stakeholder("c", "Bo", StakeholderKind::Person, None),
                stakeholder("d", "Fundación Rosa Ñancupil", StakeholderKind::Organization, None),
                stakeholder("rosa-nancupil", "Rosa Ñancupil", StakeholderKind::Person, Some(3)),
            ],
            ..HubRecords::default()
        };
        Naming::with(&records, &Roster::default(), &Messages::new(Lang::En), persons)
    }

    #[test]
    fn persons_are_masked_and_organizations_named() {
        let naming = naming(Persons::Masked);
        let name = |index| naming.stakeholder(StakeholderIndex(index)).to_owned();
        assert_eq!(name(0), "Municipalidad de Talcahuano");
        assert!(name(1).contains("Municipalidad de Talcahuano") && !name(1).contains("Pérez"));
        assert!(!name(2).contains("Bo"));
        assert!(!name(3).contains("Rosa") && !name(4).contains("Rosa"));
        assert!(naming.id(StakeholderIndex(4)).starts_with("p-"));
        assert_eq!(naming.id(StakeholderIndex(0)), "a");
    }

    #[test]
    fn a_persons_name_is_withheld_inside_any_text_whatever_its_case_accents_and_order() {
        let naming = naming(Persons::Masked);
        for text in [
            "Charla de MARIA JOSE PEREZ SOTO, mayo",
            "Charla de Pérez Soto, María José, mayo",
            "Charla de Mari\u{301}a José Pérez-Soto, mayo",
            "Charla de maria.jose.perez.soto, mayo",
        ] {
            assert_eq!(naming.text(text), "Charla de [name withheld], mayo");
        }
        assert_eq!(naming.text("rosa-nancupil"), "[name withheld]");
        assert_eq!(naming.text("bo"), "[name withheld]");
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        let naming = naming(Persons::Masked);
        for text in [
            "María José Rojas",
            "Bo of the month",
            "",
            "Soto",
            "María José Pérez Sotomayor",
        ] {
            assert_eq!(naming.text(text), text);
        }
    }

    #[test]
    fn the_private_edition_names_everyone() {
        let naming = naming(Persons::Named);
        assert_eq!(naming.stakeholder(StakeholderIndex(1)), "María José Pérez Soto");
        assert_eq!(naming.text("Rosa Ñancupil"), "Rosa Ñancupil");
        assert_eq!(naming.id(StakeholderIndex(4)), "rosa-nancupil");
    }
}
