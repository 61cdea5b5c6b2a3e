//! Which administrations are in office, and what was begun under them?
//!
//! In: terms of office (`leadership` rows of kind `term`, else `term_end` of those who hold a post). Out: the places they
//! govern and the [`Departure`] of each: those who hold office and stand for themselves leave, agreements that the bodies
//! began in the term, or that an office-holder started, end, and events that they alone led in the term stop. Whether
//! that would come about is an assumption, and it is named so.

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::government::post_on;
use crate::findings::{Answer, Context, Lacking};
use crate::network::{DatedTie, Place};
use crate::records::{HubRecords, StakeholderIndex, StakeholderKind, TableName};
use crate::time::Day;

use super::Subject;
use super::departures::{Departure, Ledger};

/// A spell of office in one body or in several that began and end on the same days.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Administration {
    /// The last day of the term, where recorded.
    pub until: Option<Day>,
    /// The first day of the term, where recorded.
    pub from: Option<Day>,
    /// The places that are governed, rising.
    pub bodies: Vec<Place>,
}

/// What of a body's term tells it from others: its days and what it covers.
type Spell = (Option<Day>, Option<Day>, Vec<String>);

#[derive(Default)]
struct Office {
    bodies: BTreeSet<Place>,
    holders: BTreeSet<StakeholderIndex>,
}

/// The administrations in office on the window's last day, the first to end first.
pub(super) fn departures(context: &Context<'_>, ledger: &Ledger) -> Answer<Vec<Departure>> {
    let lacking = |table, column| Answer::Cannot(Lacking::Column { table, column });
    let known = !terms(context.records).is_empty();
    let Some(day) = last_day(context).filter(|_| known) else {
        return match known {
            false => lacking(TableName::Leadership, None),
            true => lacking(TableName::Partnerships, Some("start")),
        };
    };
    let mut offices: BTreeMap<Spell, Office> = BTreeMap::new();
    for term in terms(context.records).into_iter().filter(|term| term.is_in_office(day)) {
        let office = offices.entry((term.until, term.from, term.scope)).or_default();
        office.bodies.insert(context.network.place_on(term.body, Some(day)));
        office.holders.extend(term.holder);
    }
    let one = |((until, from, _), office): (Spell, Office)| {
        let administration = Administration {
            until,
            from,
            bodies: office.bodies.iter().copied().collect(),
        };
        departure(context, ledger, administration, &office)
    };
    Answer::Found(offices.into_iter().map(one).collect())
}

fn last_day(context: &Context<'_>) -> Option<Day> {
    let period = context.window.period.map(|period| period.end().plus_days(-1));
    period.or_else(|| context.network.study().map(|study| study.as_of))
}

/// Someone's term in a body.
struct Term {
    body: StakeholderIndex,
    holder: Option<StakeholderIndex>,
    from: Option<Day>,
    until: Option<Day>,
    scope: Vec<String>,
}

impl Term {
    fn is_in_office(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| until >= day)
    }
}

/// Every term of office; the stakeholders' own `term_end` only where no row says it.
fn terms(records: &HubRecords) -> Vec<Term> {
    let acts = records.leadership.iter().filter(|act| &*act.kind == "term");
    let recorded: Vec<Term> = acts
        .map(|act| Term {
            body: act.body,
            holder: act.person,
            from: Some(act.start.first),
            until: act.end.map(|end| end.last),
            scope: act.scope.iter().map(|scope| scope.to_string()).collect(),
        })
        .collect();
    let told: BTreeSet<StakeholderIndex> = recorded.iter().filter_map(|term| term.holder).collect();
    let governed: BTreeSet<StakeholderIndex> = recorded.iter().map(|term| term.body).collect();
    let persons = (0..records.stakeholders.len() as u32).map(StakeholderIndex);
    let own = persons.filter(|who| !told.contains(who)).filter_map(|who| {
        let person = records.stakeholder(who);
        let until = person.term_end.filter(|_| person.kind == StakeholderKind::Person)?.last;
        let post = post_on(records, who, Some(until));
        let body = post.map(|post| post.organization).or(person.parent)?;
        (!governed.contains(&body)).then(|| Term {
            body,
            holder: Some(who),
            from: post.and_then(|post| post.start).map(|start| start.first),
            until: Some(until),
            scope: Vec::new(),
        })
    });
    let own: Vec<Term> = own.collect();
    recorded.into_iter().chain(own).collect()
}

fn departure(context: &Context<'_>, ledger: &Ledger, administration: Administration, office: &Office) -> Departure {
    let network = context.network;
    let standing = |who: &StakeholderIndex| network.place_on(*who, None);
    let for_itself = |place: &Place| network.roster().member(*place).is_person();
    let holders: BTreeSet<Place> = office.holders.iter().map(standing).filter(for_itself).collect();
    let everyone: BTreeSet<Place> = holders.union(&office.bodies).copied().collect();
    let (from, until) = (administration.from, administration.until);
    let in_term = |day: Option<Day>| {
        let after = from.zip(day).is_some_and(|(from, day)| from <= day);
        after && until.is_none_or(|until| day.is_some_and(|day| day <= until))
    };
    let begun = |tie: &&DatedTie| {
        let record = &context.records.partnerships[tie.partnership as usize];
        let by_holder = record.initiated_by.is_some_and(|who| office.holders.contains(&who));
        let by_body = everyone.contains(&tie.source) || everyone.contains(&tie.target);
        let first = tie.period.map(crate::time::Period::start);
        (by_holder && first.is_none_or(|day| from.is_none_or(|from| from <= day))) || (by_body && in_term(first))
    };
    let ended = network.live_partnerships(context.window).filter(begun);
    let (mut led, mut stopped) = ledger.led_by(&everyone);
    let held_in_term = |event: &crate::records::EventIndex| {
        let first = context.records.event(*event).start.map(|start| start.first);
        let came = || {
            network
                .attendance_at(*event)
                .filter_map(|came| came.period)
                .map(crate::time::Period::start)
        };
        in_term(first.or_else(|| came().min()))
    };
    led.retain(held_in_term);
    stopped.retain(held_in_term);
    Departure {
        subject: Subject::Administration(administration),
        nodes: holders
            .iter()
            .filter_map(|place| context.working.node_at(*place))
            .collect(),
        led,
        stopped,
        ended: ended.map(|tie| tie.partnership).collect(),
    }
}
