//! What lies between two members, and who knows both?
//!
//! In: records of the window. Out: shared events, the records of a pair, the best introducer and the person to ask.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Context;
use super::super::goals::Pair;
use super::never_proposed::Apart;
use crate::network::{NodeIndex, Place};
use crate::records::{EventIndex, RecordId, StakeholderIndex, StakeholderKind};

/// Someone who could introduce two members.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Introducer {
    pub place: Place,
    /// The strength of the weaker of the two acquaintances.
    pub strength: f64,
}

/// The records of the window, pair by pair.
pub(super) struct Between<'a> {
    context: &'a Context<'a>,
    apart: &'a Apart,
}

impl<'a> Between<'a> {
    pub const fn new(context: &'a Context<'a>, apart: &'a Apart) -> Self {
        Self { context, apart }
    }

    /// The events of the window that both came to, in order.
    pub fn shared_events(&self, one: Place, other: Place) -> Vec<EventIndex> {
        let theirs = self.events_of(other);
        self.events_of(one).intersection(&theirs).copied().collect()
    }

    fn events_of(&self, place: Place) -> BTreeSet<EventIndex> {
        let rows = self.context.network.attendance_of(place);
        let falls = rows.filter(|row| row.falls_into(self.context.window));
        falls.map(|row| row.event).collect()
    }

    /// The partnerships and shared events of two members in the window.
    pub fn records(&self, one: Place, other: Place) -> BTreeSet<RecordId> {
        let ties = self.context.network.partnerships_of(one);
        let ties = ties
            .iter()
            .filter(|tie| [tie.source, tie.target].contains(&other) && tie.lives_in(self.context.window));
        let ties = ties.map(|tie| self.context.records.partnerships[tie.partnership as usize].id.clone());
        let events = self.shared_events(one, other);
        let events = events
            .iter()
            .map(|event| RecordId(self.context.records.event(*event).id.0.clone()));
        ties.chain(events).collect()
    }

    /// Of those who work with both, the one whose weaker tie is strongest; of equals the first in the roster; the hub
    /// itself only where there is nobody else; nobody who is kept apart from one of the two. `through` stands where nobody works with both: it met the one and works
    /// with the other.
    pub fn introducer(&self, pair: Pair, through: Option<Place>) -> Option<Introducer> {
        let working = self.context.working;
        let (a, b) = (working.node_at(pair.a)?, working.node_at(pair.b)?);
        let roster = self.context.network.roster();
        let both = working.ties().row(a.at()).filter_map(|(node, near)| {
            let far = working.ties().get(b.at(), node)?;
            let place = working.places()[NodeIndex(node).at()];
            let of_the_hub = roster.member(place).of_the_hub;
            self.apart.may_introduce(place, pair).then_some((
                !of_the_hub,
                Introducer {
                    place,
                    strength: near.min(far),
                },
            ))
        });
        let best = both.max_by(|(free, one), (others_free, other)| {
            free.cmp(others_free)
                .then(one.strength.total_cmp(&other.strength))
                .then(other.place.cmp(&one.place))
        });
        let through = through.filter(|place| self.apart.may_introduce(*place, pair));
        let through = through.map(|place| Introducer { place, strength: 0.0 });
        best.map(|(_, introducer)| introducer).or(through)
    }

    /// Of the persons who stand for an introducer, the one who was at most events of the window with either side, with
    /// both rather than with one; nobody who declined to be profiled.
    pub fn person(&self, introducer: Place, pair: Pair) -> Option<StakeholderIndex> {
        let sides = [self.events_of(pair.a), self.events_of(pair.b)];
        let mut met: BTreeMap<StakeholderIndex, [usize; 2]> = BTreeMap::new();
        for row in self.context.network.attendance_of(introducer) {
            let who = self.context.records.stakeholder(row.stakeholder);
            if who.kind == StakeholderKind::Person && who.profiling && row.falls_into(self.context.window) {
                let counts = met.entry(row.stakeholder).or_default();
                for (count, events) in counts.iter_mut().zip(&sides) {
                    *count += usize::from(events.contains(&row.event));
                }
            }
        }
        let known = met.into_iter().filter(|(_, [one, other])| one + other > 0);
        let best = known.max_by_key(|(who, [one, other])| (*one.min(other), one + other, std::cmp::Reverse(*who)));
        best.map(|(who, _)| who)
    }
}
