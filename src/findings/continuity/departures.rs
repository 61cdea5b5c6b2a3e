//! Who could leave, and what would stop with them?
//!
//! In: the records of the window. Out: [`Departure`]s: for each subject the nodes that leave, the events that it alone
//! led and the agreements that it pays for among others.
//!
//! An event is led by its host and by those who took part as host, organizer or coordinator. It stops when all who led
//! it leave; an event of whom nobody led is known never stops. Events count where someone took part in them within the
//! window.

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::Context;
use crate::findings::government::Sides;
use crate::findings::payments::{carries_money, payer};
use crate::network::{NodeIndex, Place, RosterMember};
use crate::records::{EventIndex, Sector};

use super::Subject;

/// Roles of those who lead what they take part in.
const LEADING: [&str; 3] = ["host", "organizer", "coordinator"];

/// A subject and what goes with it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Departure {
    pub subject: Subject,
    /// Nodes that leave, rising.
    pub nodes: Vec<NodeIndex>,
    /// Events that it led, others beside it or not.
    pub led: Vec<EventIndex>,
    /// Of those, the events that nobody else led.
    pub stopped: BTreeSet<EventIndex>,
    /// Agreements that end with it, by their place in the records: those that it pays for.
    pub ended: BTreeSet<u32>,
}

/// Who leads which event, who pays for which agreement, and who belongs to which sector.
pub(super) struct Ledger {
    leaders: BTreeMap<EventIndex, BTreeSet<Place>>,
    led: BTreeMap<Place, Vec<EventIndex>>,
    pub paid: BTreeMap<Place, BTreeSet<u32>>,
    pub sectors: SectorOf,
}

impl Ledger {
    pub fn new(context: &Context<'_>) -> Self {
        let mut leaders: BTreeMap<EventIndex, BTreeSet<Place>> = BTreeMap::new();
        for size in context.network.event_sizes(context.window) {
            let leading = leaders_of(context, size.event);
            if !leading.is_empty() {
                leaders.insert(size.event, leading);
            }
        }
        let mut led: BTreeMap<Place, Vec<EventIndex>> = BTreeMap::new();
        for (event, leading) in &leaders {
            leading
                .iter()
                .for_each(|place| led.entry(*place).or_default().push(*event));
        }
        let mut paid: BTreeMap<Place, BTreeSet<u32>> = BTreeMap::new();
        for tie in context.network.live_partnerships(context.window) {
            let record = &context.records.partnerships[tie.partnership as usize];
            if record.funder.is_some() || carries_money(context, record) {
                paid.entry(payer(context, tie, record))
                    .or_default()
                    .insert(tie.partnership);
            }
        }
        Self {
            leaders,
            led,
            paid,
            sectors: SectorOf::new(context),
        }
    }

    /// What goes when these places leave.
    pub fn departure(&self, context: &Context<'_>, subject: Subject, places: &BTreeSet<Place>) -> Departure {
        let (led, stopped) = self.led_by(places);
        let paid = places.iter().filter_map(|place| self.paid.get(place));
        Departure {
            subject,
            nodes: places
                .iter()
                .filter_map(|place| context.working.node_at(*place))
                .collect(),
            led,
            stopped,
            ended: paid.flatten().copied().collect(),
        }
    }

    /// Every member, and whoever leads an event or pays without being one.
    pub fn everyone(&self, context: &Context<'_>) -> BTreeSet<Place> {
        let members = context.working.places().iter().copied();
        members.chain(self.led.keys().copied()).collect()
    }

    /// What ends when a payer stops paying; it stays.
    pub fn unpaid(&self, payer: Place) -> Departure {
        Departure {
            subject: Subject::Funder(payer),
            nodes: Vec::new(),
            led: Vec::new(),
            stopped: BTreeSet::new(),
            ended: self.paid.get(&payer).cloned().unwrap_or_default(),
        }
    }

    /// The events that some lead, and of those the ones that nobody else leads.
    pub fn led_by(&self, places: &BTreeSet<Place>) -> (Vec<EventIndex>, BTreeSet<EventIndex>) {
        let led: BTreeSet<EventIndex> = places
            .iter()
            .filter_map(|place| self.led.get(place))
            .flatten()
            .copied()
            .collect();
        let stopped = led
            .iter()
            .copied()
            .filter(|event| self.leaders[event].is_subset(places));
        let stopped = stopped.collect();
        (led.into_iter().collect(), stopped)
    }
}

fn leaders_of(context: &Context<'_>, event: EventIndex) -> BTreeSet<Place> {
    let records = context.records;
    let row = records.event(event);
    let host = row
        .host
        .map(|host| context.network.place_on(host, row.start.map(|start| start.first)));
    let came = context
        .network
        .attendance_at(event)
        .filter(|came| came.falls_into(context.window));
    let leads = |role: &str| LEADING.contains(&role);
    let leading = came.filter(|came| {
        let role = records.participations[came.participation as usize].role.as_deref();
        role.is_some_and(leads)
    });
    leading.map(|came| came.place).chain(host).collect()
}

/// The sector of each place: its own, else that of the organisation above it.
pub(super) struct SectorOf(Vec<Option<Sector>>);

impl SectorOf {
    fn new(context: &Context<'_>) -> Self {
        let day = context.window.period.map(|period| period.end().plus_days(-1));
        let members = &context.network.roster().members;
        let any_above = members.iter().any(|member| member.sector.is_none());
        let sides = any_above.then(|| Sides::new(context.records, day));
        let above = |member: &RosterMember| sides.as_ref()?.sector(member.stakeholder);
        let sector = |member: &RosterMember| member.sector.or_else(|| above(member));
        Self(members.iter().map(sector).collect())
    }

    pub fn of(&self, place: Place) -> Option<Sector> {
        self.0[place.at()]
    }

    /// Each sector with its members.
    pub fn members(&self, context: &Context<'_>) -> BTreeMap<Sector, BTreeSet<Place>> {
        let mut found: BTreeMap<Sector, BTreeSet<Place>> = BTreeMap::new();
        for place in context.working.places() {
            if let Some(sector) = self.of(*place) {
                found.entry(sector).or_default().insert(*place);
            }
        }
        found
    }
}
