//! What would a small hub's network look like? Hubs written in a test's few lines.
//!
//! In: names, ties and participations as text. Out: [`HubRecords`] in the order in which reading gives them.

use std::collections::BTreeSet;

use super::{
    Direction, Layer, Level, MemberScope, NetworkOptions, Place, Projection, Snapshot, TemporalNetwork, View, Without,
};
use crate::config::TomlDay;
use crate::records::{
    Affiliation, End, Event, EventIndex, HubRecords, Participation, Partnership, Sector, Stakeholder, StakeholderIndex,
    StakeholderKind,
};
use crate::time::{DateSpan, Day, Window, WindowScheme};

/// A hub under construction; rows name stakeholders and events by id and may come in any order.
#[derive(Debug, Clone, Default)]
pub(crate) struct TestHub {
    stakeholders: Vec<(Stakeholder, Option<String>)>,
    events: Vec<Event>,
    ties: Vec<(String, String, Partnership, Option<String>)>,
    attendance: Vec<(String, String, Participation)>,
    posts: Vec<(String, String, Affiliation)>,
    records: HubRecords,
}

/// A hub of organisations.
pub(crate) fn hub(organizations: &[(&str, Sector)]) -> TestHub {
    let mut hub = TestHub::default();
    for (id, sector) in organizations {
        hub.stakeholders
            .push((stakeholder(id, StakeholderKind::Organization, Some(*sector)), None));
    }
    hub
}

/// A day from `2024-02-29`.
pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day such as 2024-02-29")
}

/// The options of a hub without `hub.toml`, at the level of organisations.
pub(crate) fn options() -> NetworkOptions {
    NetworkOptions {
        level: Level::Organization,
        projection: Projection::Newman,
        partnership_weight: 1.0,
        participation_weight: 1.0,
        half_life_days: None,
    }
}

/// A window from a day up to but not including another.
pub(crate) fn window(start: &str, end: &str) -> Window {
    Window {
        label: format!("{start}/{end}"),
        period: crate::time::Period::new(day(start), day(end)),
        includes_undated: false,
        partial: None,
    }
}

impl TestHub {
    /// A person, with its parent (`""` for none).
    pub(crate) fn person(self, id: &str, parent: &str) -> Self {
        self.stakeholder(id, StakeholderKind::Person, parent)
    }

    /// A unit, with its parent (`""` for none).
    pub(crate) fn unit(self, id: &str, parent: &str) -> Self {
        self.stakeholder(id, StakeholderKind::Unit, parent)
    }

    fn stakeholder(mut self, id: &str, kind: StakeholderKind, parent: &str) -> Self {
        let parent = (!parent.is_empty()).then(|| parent.to_owned());
        self.stakeholders.push((stakeholder(id, kind, None), parent));
        self
    }

    /// A partnership of strength 1; start `""` is undated, end `""` unknown and `"open"` open.
    pub(crate) fn tie(self, source: &str, target: &str, start: &str, end: &str) -> Self {
        self.tie_with(source, target, start, end, |_| {})
    }

    /// A partnership with more to say about it.
    pub(crate) fn tie_with(
        mut self,
        source: &str,
        target: &str,
        start: &str,
        end: &str,
        more: impl FnOnce(&mut Partnership),
    ) -> Self {
        let id = format!("{source}-{target}-{start}-{:03}", self.ties.len());
        let mut row = partnership(&id, start, end);
        more(&mut row);
        self.ties.push((source.into(), target.into(), row, None));
        self
    }

    /// A partnership that is the same fact as an event.
    pub(crate) fn tie_from_event(mut self, source: &str, target: &str, start: &str, end: &str, event: &str) -> Self {
        self = self.tie(source, target, start, end);
        self.ties.last_mut().expect("just added").3 = Some(event.into());
        self
    }

    /// Someone took part in an event on a day (`""` for none: then the event's); both appear where not yet declared.
    pub(crate) fn attends(self, who: &str, event: &str, date: &str) -> Self {
        self.attends_with(who, event, date, |_| {})
    }

    /// A participation with more to say about it.
    pub(crate) fn attends_with(
        mut self,
        who: &str,
        event: &str,
        date: &str,
        more: impl FnOnce(&mut Participation),
    ) -> Self {
        let mut row = Participation {
            stakeholder: StakeholderIndex(0),
            event: EventIndex(0),
            date: span(date),
            role: None,
            hours: None,
            invited_by: None,
            incentive: None,
            outcome: None,
            amount: None,
        };
        more(&mut row);
        self.attendance.push((who.into(), event.into(), row));
        self
    }

    /// An event with its first and last day (`""` for none).
    pub(crate) fn event(self, id: &str, start: &str, end: &str) -> Self {
        self.event_with(id, start, end, |_| {})
    }

    /// An event with more to say about it.
    pub(crate) fn event_with(mut self, id: &str, start: &str, end: &str, more: impl FnOnce(&mut Event)) -> Self {
        let mut row = event(id);
        row.start = span(start);
        row.end = span(end);
        row.derived = false;
        more(&mut row);
        self.events.push(row);
        self
    }

    /// A post held from a first to a last day (`""` for none).
    pub(crate) fn post(mut self, person: &str, organization: &str, start: &str, end: &str) -> Self {
        let row = Affiliation {
            person: StakeholderIndex(0),
            organization: StakeholderIndex(0),
            role_title: None,
            appointment: None,
            authority: None,
            start: span(start),
            end: span(end),
        };
        self.posts.push((person.into(), organization.into(), row));
        self
    }

    /// More to say about a stakeholder already there.
    pub(crate) fn about(mut self, id: &str, more: impl FnOnce(&mut Stakeholder)) -> Self {
        let found = self.stakeholders.iter_mut().find(|(s, _)| s.id.as_str() == id);
        more(&mut found.expect("a stakeholder added before").0);
        self
    }

    /// The organisation that runs the hub, by id or name.
    pub(crate) fn operator(mut self, operator: &str) -> Self {
        self.records.config.hub.operator = Some(operator.into());
        self
    }

    /// The study's last day.
    pub(crate) fn studied_until(mut self, last: &str) -> Self {
        self.records.config.study.as_of = Some(TomlDay(day(last)));
        self
    }

    /// Anything else: tables of its own, `hub.toml`. Ids resolve in [`Self::records`] only, so add those rows there.
    pub(crate) fn edit(mut self, more: impl FnOnce(&mut HubRecords)) -> Self {
        more(&mut self.records);
        self
    }

    /// The records, sorted and resolved as reading gives them.
    pub(crate) fn records(&self) -> HubRecords {
        let mut records = self.records.clone();
        let mut stakeholders = self.stakeholders.clone();
        let mut events = self.events.clone();
        let known: BTreeSet<String> = stakeholders.iter().map(|(s, _)| s.id.as_str().to_owned()).collect();
        let named = self.ties.iter().flat_map(|(a, b, ..)| [a, b]);
        let named = named.chain(self.attendance.iter().map(|(who, ..)| who));
        let new: BTreeSet<&String> = named.filter(|id| !known.contains(*id)).collect();
        stakeholders.extend(
            new.iter()
                .map(|id| (stakeholder(id, StakeholderKind::Organization, None), None)),
        );
        let known: BTreeSet<String> = events.iter().map(|e| e.id.as_str().to_owned()).collect();
        let new: BTreeSet<&String> = self
            .attendance
            .iter()
            .map(|(_, e, _)| e)
            .filter(|id| !known.contains(*id))
            .collect();
        events.extend(new.iter().map(|id| event(id)));
        stakeholders.sort_by(|a, b| a.0.id.cmp(&b.0.id));
        events.sort_by(|a, b| a.id.cmp(&b.id));
        records.stakeholders = stakeholders.iter().map(|(s, _)| s.clone()).collect();
        records.events = events;
        for (at, (_, parent)) in stakeholders.iter().enumerate() {
            records.stakeholders[at].parent = parent.as_deref().map(|id| who(&records, id));
        }
        self.resolve_rows(&mut records);
        records
    }

    fn resolve_rows(&self, records: &mut HubRecords) {
        let resolved = self.ties.iter().map(|(source, target, row, event)| Partnership {
            source: who(records, source),
            target: who(records, target),
            attributed_to: event.as_deref().map(|id| what(records, id)).or(row.attributed_to),
            ..row.clone()
        });
        let mut partnerships: Vec<Partnership> = resolved.collect();
        partnerships.sort_by(|a, b| a.id.cmp(&b.id));
        let resolved = self.attendance.iter().map(|(name, event, row)| Participation {
            stakeholder: who(records, name),
            event: what(records, event),
            ..row.clone()
        });
        let mut participations: Vec<Participation> = resolved.collect();
        participations.sort_by_key(|row| (row.event, row.stakeholder, row.date));
        let resolved = self.posts.iter().map(|(person, organization, row)| Affiliation {
            person: who(records, person),
            organization: who(records, organization),
            ..row.clone()
        });
        let mut affiliations: Vec<Affiliation> = resolved.collect();
        affiliations.sort_by_key(|row| (row.person, row.start));
        records.partnerships = partnerships;
        records.participations = participations;
        records.affiliations = affiliations;
    }

    /// The network of [`options`].
    pub(crate) fn network(&self) -> TemporalNetwork {
        TemporalNetwork::assemble(&self.records(), &options())
    }

    /// One layer over all stakeholders in a window.
    pub(crate) fn snapshot(&self, layer: Layer, window: &Window) -> Snapshot {
        snapshot(&self.network(), layer, window)
    }
}

/// The place of a stakeholder id.
pub(crate) fn who(records: &HubRecords, id: &str) -> StakeholderIndex {
    records.find_stakeholder(id).expect("a stakeholder of this hub")
}

/// The place of an event id.
pub(crate) fn what(records: &HubRecords, id: &str) -> EventIndex {
    let found = records.events.binary_search_by(|event| event.id.as_str().cmp(id));
    EventIndex(u32::try_from(found.expect("an event of this hub")).expect("few events"))
}

/// Where the roster's member with this id stands.
pub(crate) fn place(network: &TemporalNetwork, id: &str) -> Place {
    let found = network
        .roster()
        .members
        .binary_search_by(|member| member.id.as_str().cmp(id));
    Place(u32::try_from(found.expect("a member of this roster")).expect("few members"))
}

/// One layer over all stakeholders in a window.
pub(crate) fn snapshot(network: &TemporalNetwork, layer: Layer, window: &Window) -> Snapshot {
    network.snapshot(&View {
        layer,
        window,
        members: MemberScope::All,
        direction: Direction::Undirected,
        without: &Without::default(),
    })
}

/// The window `all`.
pub(crate) fn all(network: &TemporalNetwork) -> Window {
    network.windows(WindowScheme::All).remove(0)
}

fn span(text: &str) -> Option<DateSpan> {
    (!text.is_empty()).then(|| DateSpan::exact(day(text)))
}

fn stakeholder(id: &str, kind: StakeholderKind, sector: Option<Sector>) -> Stakeholder {
    Stakeholder {
        sector,
        ..Stakeholder::new(id.into(), id.into(), kind)
    }
}

fn event(id: &str) -> Event {
    Event::derived(id.into(), id.into())
}

fn partnership(id: &str, start: &str, end: &str) -> Partnership {
    Partnership {
        id: id.into(),
        source: StakeholderIndex(0),
        target: StakeholderIndex(0),
        kind: None,
        function: None,
        start: span(start),
        end: match end {
            "" => End::Unknown,
            "open" => End::Open,
            last => End::On(DateSpan::exact(day(last))),
        },
        last_confirmed: None,
        notice_months: None,
        owner: None,
        strength: 1.0,
        directed: false,
        amount: None,
        funder: None,
        initiated_by: None,
        origin: None,
        attributed_to: None,
        status: None,
        renewed_from: None,
    }
}
