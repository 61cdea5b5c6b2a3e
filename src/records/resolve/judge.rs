//! May two stakeholders be one, and why?
//!
//! In: two subjects. Out: a score from 0 to 1 and the reasons, or nothing. What two registers, two countries, a number
//! or two parents keep apart is never proposed; generic and short names only within one parent or with one register
//! entry.

use super::super::names::{self, Likeness, OrganizationName};
use super::MatchReason;
use super::subjects::{Subject, Words};

/// What is proposed has at least this score.
pub(super) const THRESHOLD: f64 = 0.5;

/// What another name that two share is worth.
const SHARED_ALIAS: f64 = 0.4;

/// A domain that more organisations use says nothing of who they are.
const MOST_AT_DOMAIN: usize = 4;

/// Why two may be one, and how surely.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Verdict {
    pub score: f64,
    pub reasons: Vec<MatchReason>,
}

/// Judges two subjects, given by their places; `alike` says whether two organisations are themselves proposed as one.
pub(super) fn judge(
    a: (u32, &Subject),
    b: (u32, &Subject),
    words: &Words,
    alike: &dyn Fn(u32, u32) -> bool,
) -> Option<Verdict> {
    let ((at, one), (other_at, other)) = (a, b);
    if one.is_person() != other.is_person() || one.above.contains(&other_at) || other.above.contains(&at) {
        return None;
    }
    let entry = one
        .ids
        .iter()
        .find(|id| other.ids.iter().any(|theirs| id.is_same(theirs)));
    let verdict = if one.is_person() {
        person(one, other, entry.is_some(), alike)
    } else {
        organization(one, other, entry.is_some(), words)
    };
    let mut verdict = match (verdict, entry) {
        (None, None) => return None,
        (None, Some(_)) => Verdict {
            score: 0.9,
            reasons: Vec::new(),
        },
        (Some(verdict), None) => verdict,
        (Some(verdict), Some(_)) => Verdict {
            score: either(verdict.score, 0.9),
            ..verdict
        },
    };
    if let Some(entry) = entry {
        verdict.reasons.insert(0, MatchReason::ExternalId(entry.shown()));
    }
    (verdict.score >= THRESHOLD).then_some(verdict)
}

/// Two grounds, each enough with its own likelihood.
fn either(a: f64, b: f64) -> f64 {
    1.0 - (1.0 - a) * (1.0 - b)
}

fn differ<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// Two entries of one register are two.
fn registered_apart(a: &Subject, b: &Subject) -> bool {
    a.ids.iter().any(|id| {
        b.ids
            .iter()
            .any(|theirs| id.same_register(theirs) && !id.is_same(theirs))
    })
}

fn organization(a: &Subject, b: &Subject, same_entry: bool, words: &Words) -> Option<Verdict> {
    let same_parent = a.shares_home(b);
    let apart = registered_apart(a, b)
        || differ(a.country.as_ref(), b.country.as_ref())
        || !a.homes.is_empty() && !b.homes.is_empty() && !same_parent;
    if apart && !same_entry {
        return None;
    }
    let vague = |name: &OrganizationName| name.is_generic() || name.is_short();
    let mut best: Option<(f64, MatchReason)> = None;
    for (place, name) in a.organization().iter().enumerate() {
        for (other_place, other) in b.organization().iter().enumerate() {
            if (vague(name) || vague(other)) && !same_parent && !same_entry {
                continue;
            }
            let Some(found) = name.agree(other, words) else {
                continue;
            };
            let of_name = [(place, name), (other_place, other)];
            // the short form of one who has a full name of its own is nobody else's acronym
            let own_short_form = of_name.iter().any(|(at, name)| *at > 0 && name.as_acronym().is_some());
            if found.likeness == Likeness::Acronym && own_short_form {
                continue;
            }
            let (score, reason) = match (place, other_place) {
                (0, 0) => (found.score, MatchReason::Name(found.likeness)),
                // firms of one group share a short name: alone it says too little
                (1.., 1..) => (found.score.min(SHARED_ALIAS), MatchReason::Alias),
                _ if is_same(found.likeness) => (found.score.min(0.8), MatchReason::Alias),
                _ => (0.85 * found.score, MatchReason::Name(found.likeness)),
            };
            if best.as_ref().is_none_or(|(best, _)| score > *best) {
                best = Some((score, reason));
            }
        }
    }
    let domain = a
        .shared_domains(b)
        .find(|domain| words.domains.get(*domain).is_some_and(|n| *n <= MOST_AT_DOMAIN));
    let Some((mut score, reason)) = best else {
        return at_one_domain(a, b, domain?, words);
    };
    if differ(a.city.as_ref(), b.city.as_ref()) && !same_entry {
        // chapters of one club have one name and several cities
        if !matches!(&reason, MatchReason::Name(likeness) if is_same(*likeness)) {
            return None;
        }
        score *= 0.6;
    } else if a.city.is_some() && a.city == b.city {
        score = either(score, 0.1);
    }
    let mut reasons = vec![reason];
    if same_parent {
        score = either(score, 0.3);
        reasons.push(MatchReason::Parent);
    }
    if let Some(domain) = domain {
        score = either(score, 0.4);
        reasons.push(MatchReason::Domain(domain.clone()));
    }
    Some(Verdict { score, reasons })
}

/// Whether two names are one but for how they are written.
const fn is_same(likeness: Likeness) -> bool {
    matches!(
        likeness,
        Likeness::Spelling | Likeness::LegalForm | Likeness::Abbreviation
    )
}

/// Two organisations whose names share nothing but whose mailboxes are at one domain, which says the name of one:
/// nobody else is at it, or it says the name of both.
fn at_one_domain(a: &Subject, b: &Subject, domain: &str, words: &Words) -> Option<Verdict> {
    let (name, other) = (a.organization().first()?, b.organization().first()?);
    let vague = |name: &OrganizationName| name.is_generic() || name.is_short();
    if vague(name) || vague(other) || name.numbers != other.numbers || differ(a.city.as_ref(), b.city.as_ref()) {
        return None;
    }
    let label = domain.split('.').next().unwrap_or_default();
    let says = |name: &OrganizationName| {
        name.has_acronym(label) || name.words.concat() == label || name.telling().concat() == label
    };
    let users = words.domains.get(domain).copied().unwrap_or_default();
    let fits = match (says(name), says(other)) {
        (true, true) => true,
        (false, false) => false,
        _ => users <= 2 && (name.as_acronym().is_some() || other.as_acronym().is_some()),
    };
    fits.then(|| Verdict {
        score: 0.55,
        reasons: vec![MatchReason::Domain(domain.to_owned())],
    })
}

fn person(a: &Subject, b: &Subject, same_entry: bool, alike: &dyn Fn(u32, u32) -> bool) -> Option<Verdict> {
    if registered_apart(a, b) && !same_entry {
        return None;
    }
    let pairs = a
        .person()
        .iter()
        .flat_map(|name| b.person().iter().map(move |other| (name, other)));
    let rank = |found: &names::PersonAgreement| (found.shared, found.complete, usize::MAX - found.slips);
    let found = pairs
        .clone()
        .filter_map(|(name, other)| name.agree(other))
        .max_by_key(rank);
    let mailbox = match (&a.mailbox, &b.mailbox) {
        (Some(own), Some(theirs)) if own == theirs => Some(names::is_office(own.split('@').next().unwrap_or_default())),
        _ => None,
    };
    let Some(found) = found else {
        // one mailbox under a pet name: a surname at least must be the same
        let own = mailbox == Some(false) && pairs.clone().any(|(name, other)| name.shares_word(other));
        return own.then(|| Verdict {
            score: 0.55,
            reasons: vec![MatchReason::Mailbox],
        });
    };
    let same_home = a.shares_home(b);
    let homes_alike = a
        .homes
        .iter()
        .any(|home| b.homes.iter().any(|theirs| alike(*home, *theirs)));
    let domain = a.shared_domains(b).next();
    let mut score = by_name(&found);
    let mut reasons = vec![MatchReason::Person(found.likeness)];
    if let Some(of_office) = mailbox {
        score = either(score, if of_office { 0.3 } else { 0.85 });
        reasons.push(MatchReason::Mailbox);
    }
    if same_home {
        score = either(score, 0.5);
        reasons.push(MatchReason::Parent);
    } else if homes_alike {
        score = either(score, 0.45);
        reasons.push(MatchReason::ParentsAlike);
    } else if let Some(domain) = domain.filter(|_| mailbox.is_none()) {
        score = either(score, 0.35);
        reasons.push(MatchReason::Domain(domain.clone()));
    } else if !a.homes.is_empty() && !b.homes.is_empty() && mailbox != Some(false) {
        score *= 0.65;
    }
    Some(Verdict { score, reasons })
}

/// How surely a name alone says who someone is: the more words two names share, the fewer others bear them.
fn by_name(found: &names::PersonAgreement) -> f64 {
    let base = match (found.shared, found.complete) {
        (4.., true) => 0.95,
        (4.., false) | (3, true) => 0.9,
        (3, false) => 0.8,
        (2, true) => 0.62,
        (2, false) => 0.55,
        _ => 0.3,
    };
    let last: f64 = if found.last_surname { 0.15 } else { 0.0 };
    (base - last - 0.08 * found.initials as f64 - 0.05 * found.slips as f64).max(0.0)
}
