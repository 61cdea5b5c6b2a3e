//! Which pairs of so many names are worth comparing?
//!
//! In: the subjects. Out: the pairs that share something (a word, initials, a register entry, a mailbox's domain, a
//! parent) or stand side by side in the alphabet, sorted, each once, and an account of what was too common to compare
//! each with each ([`Crowd`]). It depends on the subjects alone: not on threads, nor on the order of rows.

use rayon::prelude::*;

use super::super::HashMap;
use super::super::names::{self, OrganizationName, possible_initials};
use super::subjects::Subject;
use super::{Crowd, Shared};

/// Of so many that share something each is compared with each.
const MOST_EACH_WITH_EACH: usize = 60;

/// Among more, and in the alphabet, each is compared with so many that follow it.
const NEIGHBOURS: usize = 10;

/// Full names of one acronym that are looked at.
const MOST_FULL_NAMES: usize = 400;

/// The words of a name that are paired: the first so many that tell it from others.
const MOST_WORDS: usize = 4;

/// Two subjects, the lower place first.
pub(super) type Pair = (u32, u32);

/// What was found.
pub(super) struct Candidates {
    pub pairs: Vec<Pair>,
    pub crowds: Vec<Crowd>,
}

/// What subjects share: the kind of thing, and what it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    shared: Shared,
    text: String,
}

/// The pairs to compare among those for whom `wanted` holds.
pub(super) fn candidates(subjects: &[Subject], wanted: &(dyn Fn(&Subject) -> bool + Sync)) -> Candidates {
    let places: Vec<u32> = (0..subjects.len() as u32)
        .filter(|at| wanted(&subjects[*at as usize]))
        .collect();
    let mut keyed: Vec<(Key, u32)> = places
        .par_iter()
        .flat_map_iter(|at| keys(&subjects[*at as usize]).into_iter().map(|key| (key, *at)))
        .collect();
    keyed.par_sort_unstable();
    keyed.dedup();
    let sorted: Vec<String> = subjects.par_iter().map(alphabetic).collect();
    let mut crowds = Vec::new();
    let mut pairs = Vec::new();
    for block in keyed.chunk_by(|a, b| a.0 == b.0).filter(|block| block.len() > 1) {
        let mut members: Vec<u32> = block.iter().map(|(_, at)| *at).collect();
        if members.len() <= MOST_EACH_WITH_EACH {
            each_with_each(&members, &mut pairs);
            continue;
        }
        members.sort_by(|a, b| (&sorted[*a as usize], a).cmp(&(&sorted[*b as usize], b)));
        let before = pairs.len();
        neighbours(&members, &mut pairs);
        let Key { shared, text } = &block[0].0;
        let (count, compared) = (members.len() as u64, (pairs.len() - before) as u64);
        crowds.push(Crowd {
            shared: *shared,
            text: text.clone(),
            members: members.len(),
            uncompared: count * (count - 1) / 2 - compared,
        });
    }
    in_alphabet(subjects, &places, &sorted, &mut pairs);
    acronyms(subjects, &places, &mut pairs, &mut crowds);
    pairs.par_sort_unstable();
    pairs.dedup();
    Candidates { pairs, crowds }
}

fn pair(a: u32, b: u32) -> Pair {
    (a.min(b), a.max(b))
}

fn each_with_each(members: &[u32], pairs: &mut Vec<Pair>) {
    for (place, one) in members.iter().enumerate() {
        pairs.extend(members[place + 1..].iter().map(|other| pair(*one, *other)));
    }
}

fn neighbours(members: &[u32], pairs: &mut Vec<Pair>) {
    for (place, one) in members.iter().enumerate() {
        pairs.extend(
            members[place + 1..]
                .iter()
                .take(NEIGHBOURS)
                .map(|other| pair(*one, *other)),
        );
    }
}

/// What a subject may share with others.
fn keys(one: &Subject) -> Vec<Key> {
    let key = |shared, text: String| Key { shared, text };
    let mut keys: Vec<Key> = one
        .ids
        .iter()
        .map(|id| key(Shared::ExternalId, id.number.clone()))
        .collect();
    keys.extend(
        one.mailbox
            .iter()
            .filter(|_| one.is_person())
            .map(|address| key(Shared::Mailbox, address.clone())),
    );
    if one.is_person() {
        for name in one.person() {
            keys.extend(each_two(&name.words, names::both_given).map(|two| key(Shared::PersonWords, two)));
        }
        return keys;
    }
    keys.extend(one.domains.iter().map(|domain| key(Shared::Domain, domain.clone())));
    for name in one.organization() {
        let core = name.core();
        // within one parent vague names count too
        keys.extend(
            one.homes
                .iter()
                .map(|home| key(Shared::NameInParent, format!("{home} {core}"))),
        );
        if name.is_generic() || name.is_short() {
            continue;
        }
        let telling: Vec<String> = name.telling().into_iter().map(str::to_owned).collect();
        keys.extend(each_two(&telling, |_, _| false).map(|two| key(Shared::Word, two)));
        keys.extend(telling.into_iter().map(|word| key(Shared::Word, word)));
        keys.push(key(Shared::Name, name.words.concat()));
    }
    keys
}

/// Every two of the first words, in one order, but those that say too little.
fn each_two(words: &[String], says_little: fn(&str, &str) -> bool) -> impl Iterator<Item = String> + use<'_> {
    let first = &words[..words.len().min(MOST_WORDS)];
    first.iter().enumerate().flat_map(move |(place, one)| {
        let others = first[place + 1..].iter().filter(move |other| !says_little(one, other));
        others.map(move |other| format!("{} {}", one.min(other), one.max(other)))
    })
}

/// The text by which a subject stands in the alphabet.
fn alphabetic(one: &Subject) -> String {
    let organization = one.organization().first().map(|name| name.words.concat());
    let person = || one.person().first().map(|name| name.words.concat());
    organization.or_else(person).unwrap_or_default()
}

/// Who stand side by side in the alphabet, read from the front and from the back: a slip of the pen seldom spoils both.
fn in_alphabet(subjects: &[Subject], places: &[u32], sorted: &[String], pairs: &mut Vec<Pair>) {
    let plain = |at: &&u32| {
        let one = &subjects[**at as usize];
        one.organization()
            .first()
            .is_none_or(|name| !name.is_generic() && !name.is_short())
    };
    let forward: Vec<(&str, u32)> = places
        .iter()
        .filter(plain)
        .map(|at| (sorted[*at as usize].as_str(), *at))
        .collect();
    let mut backward: Vec<(String, u32)> = forward
        .iter()
        .map(|(text, at)| (text.chars().rev().collect(), *at))
        .collect();
    let mut forward = forward;
    forward.par_sort_unstable();
    backward.par_sort_unstable();
    let members = |at: Vec<u32>, pairs: &mut Vec<Pair>| neighbours(&at, pairs);
    members(forward.into_iter().map(|(_, at)| at).collect(), pairs);
    members(backward.into_iter().map(|(_, at)| at).collect(), pairs);
}

/// Names of one word beside the full names whose initials they hold.
fn acronyms(subjects: &[Subject], places: &[u32], pairs: &mut Vec<Pair>, crowds: &mut Vec<Crowd>) {
    let mut by_initials: HashMap<String, Vec<(u32, &OrganizationName)>> = HashMap::default();
    let mut by_given: HashMap<&str, Vec<u32>> = HashMap::default();
    for at in places {
        for name in subjects[*at as usize].organization() {
            if let Some(initials) = name.initials() {
                by_initials.entry(initials).or_default().push((*at, name));
            }
            for given in &name.given {
                by_given.entry(given).or_default().push(*at);
            }
        }
    }
    let found: Vec<(Vec<Pair>, Option<Crowd>)> = places
        .par_iter()
        .map(|at| {
            let words: Vec<&str> = subjects[*at as usize]
                .organization()
                .iter()
                .filter_map(OrganizationName::as_acronym)
                .collect();
            let mut full: Vec<u32> = Vec::new();
            for word in &words {
                full.extend(by_given.get(word).into_iter().flatten());
                for initials in possible_initials(word) {
                    let names = by_initials.get(&initials).into_iter().flatten();
                    full.extend(
                        names
                            .filter(|(_, name)| name.has_acronym(word))
                            .map(|(other, _)| *other),
                    );
                }
            }
            full.retain(|other| other != at);
            full.sort_unstable();
            full.dedup();
            let crowd = (full.len() > MOST_FULL_NAMES).then(|| Crowd {
                shared: Shared::Acronym,
                text: words.join(" "),
                members: full.len(),
                uncompared: (full.len() - MOST_FULL_NAMES) as u64,
            });
            full.truncate(MOST_FULL_NAMES);
            (full.into_iter().map(|other| pair(*at, other)).collect(), crowd)
        })
        .collect();
    for (own, crowd) in found {
        pairs.extend(own);
        crowds.extend(crowd);
    }
}
