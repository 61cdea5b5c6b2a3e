//! What to do this quarter, and what became of what earlier reports proposed?
//!
//! In: gaps, calendar, introductions, the rows of earlier `actions.csv`. Out: [`Actions`]: at most five for the first page, each with verb,
//! who, with whom, by when, why and effort; what is under way besides; what was done, and whether the records show it;
//! what rests.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::calendar::Calendar;
use super::introductions::Introductions;
use super::{Answer, Context, Gaps};
use crate::network::Place;
use crate::records::RecordId;
use crate::time::Day;

mod kinds;
mod memory;
mod outcomes;
mod proposals;
mod words;

pub use kinds::{ActionKind, Effort};
pub use memory::{Earlier, Owner, Status};
pub use outcomes::{Outcome, Seen};
pub use words::ActionText;

/// Actions on the first page.
pub const MOST_ACTIONS: usize = 5;

/// The first so many kinds come before all others.
const LEADING_KINDS: usize = 5;

/// New proposals of one kind.
const MOST_OF_A_KIND: usize = 2;

/// Places of the first page that new proposals have before what is under way.
const KEPT_FOR_NEW: usize = 2;

/// The findings that ask for something.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// Where the network is thin.
    pub gaps: &'a Gaps,
    /// Which agreements end.
    pub calendar: &'a Answer<Calendar>,
    /// Whom to introduce to whom.
    pub introductions: &'a Introductions,
}

/// What to do, and what became of what was proposed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Actions {
    /// The first page: what is under way, soonest due first, then what is new, most urgent first; five at most.
    pub first: Vec<Action>,
    /// What is under way and has no room there.
    pub further: Vec<Action>,
    /// What was done in the last year, and what was accepted and has happened already.
    pub followed: Vec<FollowUp>,
    /// What was refused or is impossible, and is not proposed again yet.
    pub resting: Vec<Earlier>,
    /// The last day of the study, on which all this is said.
    pub as_of: Option<Day>,
}

impl Actions {
    /// Everything that is to be done, on the first page or not.
    pub fn open(&self) -> impl Iterator<Item = &Action> {
        self.first.iter().chain(&self.further)
    }
}

/// One action.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// An id made from what it is about, the same from report to report.
    pub id: String,
    /// What to do.
    pub kind: ActionKind,
    /// By when.
    pub by: Option<Day>,
    /// How much work.
    pub effort: Option<Effort>,
    /// The records it rests on, sorted.
    pub records: Vec<RecordId>,
    /// The last day of the report that proposed it first.
    pub proposed_on: Option<Day>,
    /// Who does it until when, where somebody accepted it.
    pub accepted: Option<Accepted>,
}

/// An action that somebody does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Who.
    pub owner: Option<Owner>,
    /// Until when.
    pub due: Option<Day>,
    /// Whether that day lies before the last day of the records.
    pub overdue: bool,
}

/// An earlier proposal that is done, and what the records say.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// The proposal and the answer.
    pub earlier: Earlier,
    /// What the records show.
    pub outcome: Outcome,
}

impl Action {
    fn new(context: &Context<'_>, kind: ActionKind, by: Option<Day>, records: Vec<RecordId>) -> Self {
        let effort = kind.effort();
        let as_of = context.network.study().map(|study| study.as_of);
        let due = || Some(as_of?.plus_months(effort?.months()));
        let id = |place: Place| context.network.roster().member(place).id.as_str().to_owned();
        let digest = Sha256::digest(format!("{}\n{}", kind.name(), kind.subject(&id).join("\n")));
        Self {
            id: digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect(),
            by: by.or_else(due),
            effort,
            records,
            kind,
            proposed_on: as_of,
            accepted: None,
        }
    }
}

/// What to do, most urgent first, and what became of what earlier reports proposed.
///
/// Leading kinds, in order: agreements to decide on and terms of office that end within two quarters; members whose loss
/// strands two or more; roles of the template that nobody fills; introductions that fill a gap and are unlikely to come
/// about alone; records that would change an answer. Others: sectors
/// that meet less than expected; members gone without a word; components that a sector never took part in; members
/// without ties; fading members; what one member alone provides; one payer who gives most; the operator. The list takes
/// one of each leading kind, a second agreement or term, one of each other kind, then a second of each, until there are
/// five, and tells them in the order of their kinds.
///
/// What somebody accepted and the records do not show yet stands before the new ones, soonest due first, in three of the
/// five places, or more where there are fewer new ones. What was refused rests for a year from the report in which it
/// was refused, what is impossible for two. What was done rests for a year too, and each report of that year says
/// whether the records show it. After that the same may be proposed again.
#[must_use]
pub fn actions(context: &Context<'_>, sources: &Sources<'_>) -> Actions {
    let as_of = context.network.study().map(|study| study.as_of);
    let earlier = memory::earlier(context);
    let everything = proposals::proposals(context, sources, &BTreeSet::new());
    let proposed = everything.iter().flatten().map(|action| action.id.as_str()).collect();
    let witness = outcomes::Witness::new(context, sources.gaps, &earlier, proposed);
    let mut taken = BTreeSet::new();
    let (mut under_way, mut found) = (
        Vec::new(),
        Actions {
            as_of,
            ..Actions::default()
        },
    );
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for one in &earlier {
        let accepted = one.status == Some(Status::Accepted);
        if !accepted && !one.rests(as_of) {
            continue;
        }
        known.insert(&one.id);
        taken.extend(witness.invited(one));
        let outcome = || witness.outcome(one);
        let follow_up = |outcome| FollowUp {
            earlier: one.clone(),
            outcome,
        };
        match one.status {
            Some(Status::Accepted) => match outcome() {
                seen @ Outcome::Seen(..) => found.followed.push(follow_up(seen)),
                _ => under_way.push(carried(one, &everything, as_of)),
            },
            Some(Status::Done) => found.followed.push(follow_up(outcome())),
            _ => found.resting.push(one.clone()),
        }
    }
    let anew;
    let kinds = match taken.is_empty() {
        true => &everything,
        false => {
            anew = proposals::proposals(context, sources, &taken);
            &anew
        }
    };
    let fresh = fresh(kinds, known);
    under_way.sort_by_key(|action: &Action| {
        let due = action.accepted.as_ref().and_then(|accepted| accepted.due).or(action.by);
        (due.is_none(), due, action.id.clone())
    });
    let new = fresh.iter().map(Vec::len).sum::<usize>();
    let room = MOST_ACTIONS - new.min(KEPT_FOR_NEW);
    found.further = under_way.split_off(under_way.len().min(room));
    let mut new = in_turns(&fresh, MOST_ACTIONS - under_way.len());
    for action in &mut new {
        action.proposed_on = first_proposed(action, &earlier);
    }
    found.first = under_way;
    found.first.extend(new);
    found
        .followed
        .sort_by_key(|one| (one.earlier.status, one.earlier.proposed_on, one.earlier.id.clone()));
    found
}

/// What somebody accepted: as the findings of today say it, else in the words of the report that proposed it.
fn carried(one: &Earlier, everything: &[Vec<Action>], as_of: Option<Day>) -> Action {
    let today = everything.iter().flatten().find(|action| action.id == one.id);
    let as_told = || {
        let kind = one.as_recorded();
        Action {
            id: one.id.clone(),
            by: one.told("by").and_then(|by| by.parse().ok()),
            effort: kind.effort(),
            records: one
                .told("records")
                .map(|records| records.split("; ").map(RecordId::from).collect())
                .unwrap_or_default(),
            kind,
            proposed_on: None,
            accepted: None,
        }
    };
    let mut action = today.cloned().unwrap_or_else(as_told);
    let due = one.due.or(action.by);
    action.proposed_on = one.proposed_on;
    action.accepted = Some(Accepted {
        owner: one.owner.clone(),
        due: one.due,
        overdue: due.zip(as_of).is_some_and(|(due, as_of)| due < as_of),
    });
    action
}

/// When a new proposal was made first: by an earlier report that nobody answered, else today.
fn first_proposed(action: &Action, earlier: &[Earlier]) -> Option<Day> {
    let before = earlier.iter().find(|one| one.id == action.id);
    let unanswered = before.and_then(|one| match one.status {
        None => one.proposed_on,
        Some(_) => one.again,
    });
    unanswered.or(action.proposed_on)
}

/// Of each kind those that no earlier report settled, two at most.
fn fresh<'a>(kinds: &'a [Vec<Action>], known: BTreeSet<&str>) -> Vec<Vec<&'a Action>> {
    let mut known: BTreeSet<String> = known.into_iter().map(str::to_owned).collect();
    let mut of_kind = |kind: &'a Vec<Action>| -> Vec<&'a Action> {
        let new = kind.iter().filter(|action| known.insert(action.id.clone()));
        new.take(MOST_OF_A_KIND).collect()
    };
    kinds.iter().map(&mut of_kind).collect()
}

/// So many: one of each leading kind, a second day not to miss, one of each other kind, then a second of each; in the order
/// of their kinds.
fn in_turns(kinds: &[Vec<&Action>], most: usize) -> Vec<Action> {
    let (leading, others) = (0..LEADING_KINDS, LEADING_KINDS..kinds.len());
    let once = leading
        .map(|kind| (kind, 0))
        .chain([(0, 1)])
        .chain(others.map(|kind| (kind, 0)));
    let turns = once.chain((1..kinds.len()).map(|kind| (kind, 1)));
    let chosen = turns.filter(|(kind, turn)| kinds[*kind].len() > *turn);
    let mut chosen: Vec<(usize, usize)> = chosen.take(most).collect();
    chosen.sort_unstable();
    chosen
        .into_iter()
        .map(|(kind, turn)| kinds[kind][turn].clone())
        .collect()
}

#[cfg(test)]
mod tests;
