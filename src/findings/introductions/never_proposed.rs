//! Who is never introduced to whom, and where does a notice go with it?
//!
//! In: roles at events, `[introductions] avoid`, sectors. Out: [`Apart`]. Kept apart are a juror and a competitor (or
//! winner) of the same event, whenever it was; a buyer, or the host of a competition, and a bidder while the call is
//! open; the pairs declared; and the hub itself from everyone.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Context;
use super::super::goals::Pair;
use super::super::government::is_government;
use crate::network::Place;
use crate::records::{Event, EventIndex, Sector};

/// Roles of those who compete for something.
const COMPETITORS: [&str; 3] = ["competitor", "winner", "bidder"];

/// Roles of those who buy.
const BUYERS: [&str; 3] = ["buyer", "procuringEntity", "procuring_entity"];

/// What the records say of who judges, buys and competes.
pub(super) struct Apart {
    /// For each place, the events at which it judges, or buys while the call is open.
    decides_at: BTreeMap<Place, BTreeSet<EventIndex>>,
    competes_at: BTreeMap<Place, BTreeSet<EventIndex>>,
    declared: BTreeSet<Pair>,
    of_the_hub: BTreeSet<Place>,
    /// Declared ids that no stakeholder has.
    pub unknown: Vec<String>,
}

impl Apart {
    pub fn new(context: &Context<'_>) -> Self {
        let mut apart = Self {
            decides_at: BTreeMap::new(),
            competes_at: BTreeMap::new(),
            declared: BTreeSet::new(),
            of_the_hub: context.network.roster().of_the_hub().collect(),
            unknown: Vec::new(),
        };
        for row in context.network.attendance() {
            let role = context.records.participations[row.participation as usize]
                .role
                .as_deref();
            let role = role.unwrap_or_default();
            let decides = role == "juror" || (BUYERS.contains(&role) && is_open(context, row.event));
            if decides {
                apart.decides_at.entry(row.place).or_default().insert(row.event);
            }
            if COMPETITORS.contains(&role) {
                apart.competes_at.entry(row.place).or_default().insert(row.event);
            }
        }
        for (event, at) in context
            .records
            .events
            .iter()
            .zip(0..)
            .map(|(event, at)| (event, EventIndex(at)))
        {
            if let Some(host) = event.host.filter(|_| is_call(event) && is_open(context, at)) {
                let place = context.network.place_on(host, event.start.map(|start| start.first));
                apart.decides_at.entry(place).or_default().insert(at);
            }
        }
        apart.declare(context);
        apart
    }

    fn declare(&mut self, context: &Context<'_>) {
        let mut unknown = BTreeSet::new();
        for (one, other) in &context.records.config.introductions.avoid {
            let mut place = |id: &String| {
                let found = context.records.find_stakeholder(id);
                if found.is_none() {
                    unknown.insert(id.clone());
                }
                Some(context.network.place_on(found?, None))
            };
            let (one, other) = (place(one), place(other));
            self.declared
                .extend(one.zip(other).and_then(|(one, other)| Pair::new(one, other)));
        }
        self.unknown = unknown.into_iter().collect();
    }

    /// Whether a member is introduced to anyone at all.
    pub fn is_aside(&self, place: Place) -> bool {
        self.of_the_hub.contains(&place)
    }

    /// Whether the two are never introduced to each other.
    pub fn holds(&self, pair: Pair) -> bool {
        self.is_aside(pair.a) || self.is_aside(pair.b) || self.conflict(pair)
    }

    /// Whether one judges or buys where the other competes, or the two are declared.
    fn conflict(&self, pair: Pair) -> bool {
        let decides = |one: Place, other: Place| match (self.decides_at.get(&one), self.competes_at.get(&other)) {
            (Some(decides), Some(competes)) => !decides.is_disjoint(competes),
            _ => false,
        };
        decides(pair.a, pair.b) || decides(pair.b, pair.a) || self.declared.contains(&pair)
    }

    /// Whether someone may be asked to introduce two: not who judges, or competes before, one of them.
    pub fn may_introduce(&self, introducer: Place, pair: Pair) -> bool {
        let sides = [pair.a, pair.b].map(|side| Pair::new(introducer, side));
        !sides.into_iter().flatten().any(|side| self.conflict(side))
    }
}

fn is_call(event: &Event) -> bool {
    event.component.as_deref() == Some("competition")
}

/// Whether a call may still be open: neither over by its day nor by its status.
fn is_open(context: &Context<'_>, event: EventIndex) -> bool {
    let event = context.records.event(event);
    let closed = matches!(event.status.as_deref(), Some("held" | "cancelled" | "failed"));
    let as_of = context.network.study().map(|study| study.as_of);
    let over = event.end.zip(as_of).is_some_and(|(end, as_of)| end.last < as_of);
    !closed && !over
}

/// Whether an official would meet a private party: the one is on the government side, the other neither there nor a
/// university or research centre; whoever has no sector may be private.
pub(super) fn official_meets_private(context: &Context<'_>, pair: Pair) -> bool {
    let sector = |place: Place| context.network.roster().member(place).sector;
    let official = |place| sector(place).is_some_and(|sector| is_government(context.records, sector));
    let private = |place| !official(place) && !matches!(sector(place), Some(Sector::Academia | Sector::Research));
    (official(pair.a) && private(pair.b)) || (official(pair.b) && private(pair.a))
}
