//! Which stakeholders may be one and the same?
//!
//! In: the records, and the tables `resolve` and `resolve_people` in which a person decided. Out: proposals with their
//! reasons, and the decisions applied: what was accepted is one stakeholder before anything else refers to it, what
//! was rejected is never proposed again. Nothing is ever merged that nobody accepted.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{HashMap, HashSet, HubRecords, StakeholderIndex, StakeholderKind};

mod blocks;
mod decisions;
mod judge;
mod refusal;
mod subjects;

pub use super::names::{Likeness, PersonLikeness};
pub use decisions::{Apart, Decision, DecisionRow, Decisions, Merged, Side};
pub(super) use decisions::{Known, decide};
pub use refusal::ResolveError;

/// Why two stakeholders may be one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchReason {
    /// The same entry of a public register.
    ExternalId(String),
    /// Their names.
    Name(Likeness),
    /// The name of one is among the other names of the other.
    Alias,
    /// Their names, as persons.
    Person(PersonLikeness),
    /// The same e-mail address.
    Mailbox,
    /// They belong to the same organisation.
    Parent,
    /// They belong to organisations that may themselves be one.
    ParentsAlike,
    /// Their mailboxes are at one domain.
    Domain(String),
}

/// Two stakeholders that may be one.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// One of them.
    pub a: StakeholderIndex,
    /// The other; its id stands later in the alphabet.
    pub b: StakeholderIndex,
    /// The one whose id and name should stay.
    pub kept: StakeholderIndex,
    /// How likely, from 0 to 1: a rank, not a probability.
    pub score: f64,
    /// Why, the strongest first.
    pub reasons: Vec<MatchReason>,
}

/// What so many shared that not each was compared with each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    /// An entry of a register.
    ExternalId,
    /// A mailbox.
    Mailbox,
    /// The domain of mailboxes.
    Domain,
    /// A whole name.
    Name,
    /// A name within one organisation.
    NameInParent,
    /// One or two words of an organisation's name.
    Word,
    /// Two words of a person's name.
    PersonWords,
    /// An acronym.
    Acronym,
}

/// A crowd in which each was compared with its neighbours in the alphabet only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crowd {
    /// What they share.
    pub shared: Shared,
    /// The word, domain or number; it may be part of a person's name.
    pub text: String,
    /// How many share it.
    pub members: usize,
    /// How many pairs were not compared for its sake.
    pub uncompared: u64,
}

/// All proposals of a hub.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proposals {
    /// The most likely first.
    pub pairs: Vec<Proposal>,
    /// What was not compared.
    pub crowds: Vec<Crowd>,
}

/// Proposes pairs of stakeholders that may be one, persons among persons, organisations and units among themselves.
/// Pairs that were rejected, in `resolve` or `resolve_people`, are left out.
#[must_use]
pub fn propose(records: &HubRecords) -> Proposals {
    let subjects = subjects::subjects(records);
    let words = subjects::Words::of(&subjects);
    let judged = |wanted: &(dyn Fn(&subjects::Subject) -> bool + Sync), alike: &(dyn Fn(u32, u32) -> bool + Sync)| {
        let found = blocks::candidates(&subjects, wanted);
        let subject = |at: u32| (at, &subjects[at as usize]);
        let pairs: Vec<(blocks::Pair, judge::Verdict)> = found
            .pairs
            .into_par_iter()
            .filter_map(|pair| Some((pair, judge::judge(subject(pair.0), subject(pair.1), &words, alike)?)))
            .collect();
        (pairs, found.crowds)
    };
    let (organizations, mut crowds) = judged(&|one| !one.is_person(), &|_, _| false);
    let organizations = only_best_full_names(organizations, &subjects);
    let alike: HashSet<blocks::Pair> = organizations.iter().map(|(pair, _)| *pair).collect();
    let (persons, crowds_of_persons) = judged(&subjects::Subject::is_person, &|a, b| {
        alike.contains(&(a.min(b), a.max(b)))
    });
    crowds.extend(crowds_of_persons);
    crowds.sort_by(|a, b| (b.uncompared, a.shared, &a.text).cmp(&(a.uncompared, b.shared, &b.text)));
    let apart = |(a, b): blocks::Pair| {
        let id = |at: u32| &records.stakeholder(StakeholderIndex(at)).id;
        records.decisions.keeps_apart(id(a), id(b))
    };
    let mut pairs: Vec<Proposal> = organizations
        .into_iter()
        .chain(persons)
        .filter(|(pair, _)| !apart(*pair))
        .map(|((a, b), verdict)| proposal(records, a, b, verdict))
        .collect();
    pairs.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| (a.a, a.b).cmp(&(b.a, b.b))));
    Proposals { pairs, crowds }
}

fn proposal(records: &HubRecords, a: u32, b: u32, verdict: judge::Verdict) -> Proposal {
    let (a, b) = (StakeholderIndex(a), StakeholderIndex(b));
    Proposal {
        kept: if keep_rank(records, a) >= keep_rank(records, b) {
            a
        } else {
            b
        },
        a,
        b,
        score: (verdict.score * 100.0).round() / 100.0,
        reasons: verdict.reasons,
    }
}

/// Who stays: one that a row declares, then one with a register entry, then a person's name in its usual order, then the
/// fuller name, then the first id.
fn keep_rank(records: &HubRecords, at: StakeholderIndex) -> impl Ord + use<> {
    let one = records.stakeholder(at);
    let words = one.name.split_whitespace().count();
    let letters = one.name.chars().filter(|c| c.is_alphanumeric()).count();
    let usual = one.kind != StakeholderKind::Person || !one.name.contains(',');
    (
        !one.derived,
        !one.external_ids.is_empty(),
        usual,
        words,
        letters,
        std::cmp::Reverse(at.0),
    )
}

/// An acronym of several full names: where something else speaks for some of them, the others are left out; where
/// nothing does, each is as likely as the others.
fn only_best_full_names(
    pairs: Vec<(blocks::Pair, judge::Verdict)>,
    subjects: &[subjects::Subject],
) -> Vec<(blocks::Pair, judge::Verdict)> {
    let by_acronym = |verdict: &judge::Verdict| verdict.reasons.contains(&MatchReason::Name(Likeness::Acronym));
    let short = |pair: &blocks::Pair| {
        let is_short = |at: u32| {
            subjects[at as usize]
                .organization()
                .iter()
                .any(|name| name.as_acronym().is_some())
        };
        if is_short(pair.0) { pair.0 } else { pair.1 }
    };
    let core = |pair: &blocks::Pair| {
        let full = if short(pair) == pair.0 { pair.1 } else { pair.0 };
        let name = subjects[full as usize].organization().first();
        name.map(super::names::OrganizationName::core).unwrap_or_default()
    };
    // acronym → full name → the best score of those who bear it
    let mut best: HashMap<u32, BTreeMap<String, f64>> = HashMap::default();
    for (pair, verdict) in pairs.iter().filter(|(_, verdict)| by_acronym(verdict)) {
        let score = best.entry(short(pair)).or_default().entry(core(pair)).or_default();
        *score = score.max(verdict.score);
    }
    let judged = pairs.into_iter().filter_map(|(pair, mut verdict)| {
        let full = best
            .get(&short(&pair))
            .filter(|full| full.len() > 1 && by_acronym(&verdict));
        if let Some(full) = full {
            let most = full.values().fold(0.0, |most: f64, score| most.max(*score));
            if full[&core(&pair)] + 0.05 < most {
                return None;
            }
            let alike = full.values().filter(|score| **score + 0.05 >= most).count();
            if alike > 1 {
                verdict.score = verdict.score.min(0.55);
            }
        }
        Some((pair, verdict))
    });
    judged.collect()
}
