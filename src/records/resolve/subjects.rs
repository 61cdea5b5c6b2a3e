//! What of a stakeholder is compared?
//!
//! In: the records. Out: one [`Subject`] per stakeholder: its names taken apart, its register entries, the domains of
//! its mailboxes, where it belongs; and what the hub's names say of words ([`Words`]).

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::super::names::{self, ExternalId, OrganizationName, PersonName, Usage};
use super::super::{HashMap, HashSet, HubRecords, Stakeholder, StakeholderIndex, StakeholderKind};

/// Longer chains of parents than this are not followed.
const LONGEST_CHAIN: usize = 16;

/// One stakeholder as far as it is compared.
pub(super) struct Subject {
    pub kind: StakeholderKind,
    pub called: Called,
    /// Its country: the code, else as recorded.
    pub country: Option<String>,
    pub city: Option<String>,
    /// Those to which it belongs: its parent and, of a person, the organisations of its posts. Sorted.
    pub homes: Vec<u32>,
    /// All that stand above it.
    pub above: Vec<u32>,
    /// Domains of its own mailboxes and of those who belong to it, where not everyone may have one there. Sorted.
    pub domains: Vec<String>,
    /// Its own address.
    pub mailbox: Option<String>,
    pub ids: Vec<ExternalId>,
}

/// Its name first, then its other names.
pub(super) enum Called {
    Person(Vec<PersonName>),
    Organization(Vec<OrganizationName>),
}

impl Subject {
    pub(super) fn is_person(&self) -> bool {
        self.kind == StakeholderKind::Person
    }

    /// The names of an organisation or unit.
    pub(super) fn organization(&self) -> &[OrganizationName] {
        match &self.called {
            Called::Organization(names) => names,
            Called::Person(_) => &[],
        }
    }

    /// The names of a person.
    pub(super) fn person(&self) -> &[PersonName] {
        match &self.called {
            Called::Person(names) => names,
            Called::Organization(_) => &[],
        }
    }

    /// Whether both belong to the same.
    pub(super) fn shares_home(&self, other: &Self) -> bool {
        self.homes.iter().any(|home| other.homes.contains(home))
    }

    /// The domains that both have.
    pub(super) fn shared_domains<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a String> {
        self.domains.iter().filter(|domain| other.domains.contains(domain))
    }
}

/// Everyone, in the order of the records.
pub(super) fn subjects(records: &HubRecords) -> Vec<Subject> {
    let mut posts: HashMap<StakeholderIndex, Vec<u32>> = HashMap::default();
    for post in &records.affiliations {
        posts.entry(post.person).or_default().push(post.organization.0);
    }
    let mut subjects: Vec<Subject> = (0..records.stakeholders.len() as u32)
        .into_par_iter()
        .map(|at| subject(records, StakeholderIndex(at), posts.get(&StakeholderIndex(at))))
        .collect();
    // the mailboxes of those who belong to an organisation are at its domain
    let theirs: Vec<(u32, String)> = subjects
        .iter()
        .filter(|one| one.is_person())
        .flat_map(|one| {
            one.homes
                .iter()
                .flat_map(|home| one.domains.iter().map(|domain| (*home, domain.clone())))
        })
        .collect();
    for (home, domain) in theirs {
        let one = &mut subjects[home as usize];
        if !one.is_person() && !one.domains.contains(&domain) {
            one.domains.push(domain);
        }
    }
    subjects.par_iter_mut().for_each(|one| one.domains.sort());
    subjects
}

fn subject(records: &HubRecords, index: StakeholderIndex, posts: Option<&Vec<u32>>) -> Subject {
    let one = records.stakeholder(index);
    let code = one.country.as_deref().and_then(names::country);
    let mut homes: Vec<u32> = one.parent.iter().map(|parent| parent.0).collect();
    if one.kind == StakeholderKind::Person {
        homes.extend(posts.into_iter().flatten());
    }
    homes.sort_unstable();
    homes.dedup();
    let mailbox = one
        .email
        .as_deref()
        .map(names::key)
        .filter(|address| address.contains('@'));
    let domain = mailbox.as_deref().and_then(domain);
    let mut ids: Vec<ExternalId> = one.external_ids.iter().filter_map(|id| ExternalId::read(id)).collect();
    ids.sort();
    ids.dedup();
    Subject {
        kind: one.kind,
        called: called(one, code),
        country: code
            .map(str::to_owned)
            .or_else(|| one.country.as_deref().map(names::key)),
        city: one.city.as_deref().map(names::key),
        above: above(records, one),
        homes,
        domains: domain.into_iter().collect(),
        mailbox,
        ids,
    }
}

fn called(one: &Stakeholder, country: Option<&str>) -> Called {
    let all = std::iter::once(&one.name).chain(&one.aliases);
    if one.kind == StakeholderKind::Person {
        return Called::Person(all.map(|name| PersonName::read(name)).collect());
    }
    Called::Organization(all.map(|name| OrganizationName::read(name, country)).collect())
}

fn above(records: &HubRecords, one: &Stakeholder) -> Vec<u32> {
    let mut chain = Vec::new();
    let mut next = one.parent;
    while let Some(parent) = next.filter(|parent| chain.len() < LONGEST_CHAIN && !chain.contains(&parent.0)) {
        chain.push(parent.0);
        next = records.stakeholder(parent).parent;
    }
    chain
}

/// The domain of an address, unless everyone may have a mailbox there.
fn domain(address: &str) -> Option<String> {
    let (_, domain) = address.rsplit_once('@')?;
    let domain = domain.trim().trim_end_matches('.').trim_start_matches("www.");
    (domain.contains('.') && !names::is_free_mail(domain)).then(|| domain.to_owned())
}

/// What the names of the hub say of words, and who uses which domain.
#[derive(Default)]
pub(super) struct Words {
    /// Word → in how many different names it stands.
    names: HashMap<String, usize>,
    places: HashSet<String>,
    /// Domain → how many organisations use it.
    pub domains: HashMap<String, usize>,
}

impl Words {
    pub(super) fn of(subjects: &[Subject]) -> Self {
        let mut words = Self::default();
        let cores: BTreeSet<String> = subjects
            .iter()
            .flat_map(|one| one.organization())
            .map(OrganizationName::core)
            .collect();
        for core in &cores {
            let each: BTreeSet<&str> = core.split(' ').collect();
            for word in each {
                *words.names.entry(word.to_owned()).or_default() += 1;
            }
        }
        words.places = subjects.iter().filter_map(|one| one.city.clone()).collect();
        for one in subjects.iter().filter(|one| !one.is_person()) {
            for domain in &one.domains {
                *words.domains.entry(domain.clone()).or_default() += 1;
            }
        }
        words
    }
}

impl Usage for Words {
    fn names_with(&self, word: &str) -> usize {
        self.names.get(word).copied().unwrap_or_default()
    }

    fn is_place(&self, word: &str) -> bool {
        self.places.contains(word) || names::is_place(word)
    }
}
