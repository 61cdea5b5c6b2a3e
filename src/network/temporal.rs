//! The network with every tie's period, before it is frozen into one window.
//!
//! In: the records and [`NetworkOptions`]. Out: [`TemporalNetwork`], from which windows, members and snapshots come.

use std::collections::BTreeSet;
use std::sync::Arc;

use petgraph::graph::{NodeIndex, UnGraph};

use super::assemble::{Index, Stay};
use super::{Direction, Layer, Level, MemberScope, Place, Projection, Roster, UnknownChoice};
use crate::config::NetworkSection;
use crate::records::{EventIndex, StakeholderIndex};
use crate::time::{Day, Period, Study, Window, WindowScheme};

/// How ties are made from records.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkOptions {
    /// Who stands for a node.
    pub level: Level,
    /// How shared events become tie strength.
    pub projection: Projection,
    /// What a partnership counts in the layers that join both.
    pub partnership_weight: f64,
    /// What co-participation counts in the layers that join both.
    pub participation_weight: f64,
    /// Days after which a tie that ended counts half; `None` for no decay.
    pub half_life_days: Option<f64>,
}

impl NetworkOptions {
    /// What `[network]` of `hub.toml` asks for, at a level.
    ///
    /// # Errors
    /// Where it names a projection that does not exist.
    pub fn from_config(section: &NetworkSection, level: Level) -> Result<Self, UnknownChoice> {
        Ok(Self {
            level,
            projection: section.projection.parse()?,
            partnership_weight: section.partnership_weight,
            participation_weight: section.participation_weight,
            half_life_days: (section.half_life_days > 0.0).then_some(section.half_life_days),
        })
    }
}

/// One partnership as a tie between places of the roster; parallel ties stay apart.
#[derive(Debug, Clone, PartialEq)]
pub struct DatedTie {
    /// The partnership, by its place in `HubRecords::partnerships`.
    pub partnership: u32,
    /// From place.
    pub source: Place,
    /// To place: the same as `source` where both sides stand for one at this level; then it ties nobody.
    pub target: Place,
    /// Whether it runs from source to target.
    pub directed: bool,
    /// Strength as recorded.
    pub strength: f64,
    /// When it lives; `None` where undated: then in every window. An open end is [`DatedTie::OPEN_END`]; where only
    /// the end is recorded it begins with the study.
    pub period: Option<Period>,
    /// Whether its end is assumed, not recorded.
    pub end_assumed: bool,
    /// Whether it starts after `as_of`: a plan, in no window.
    pub planned: bool,
    /// The event that is the same fact.
    pub attributed_to: Option<EventIndex>,
}

/// Someone's participation, by place of the roster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DatedAttendance {
    /// The participation, by its place in `HubRecords::participations`.
    pub participation: u32,
    /// Who stands for the participant.
    pub place: Place,
    /// The participant.
    pub stakeholder: StakeholderIndex,
    /// In what.
    pub event: EventIndex,
    /// When; `None` where undated: then in `all` only.
    pub period: Option<Period>,
    /// Hours, where recorded.
    pub hours: Option<f64>,
    /// Whether it begins after `as_of`: a plan, in no window.
    pub planned: bool,
}

/// Records of one place in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RecordCounts {
    /// Participations, each row once.
    pub participations: usize,
    /// Partnerships that live in the window.
    pub partnerships: usize,
}

impl RecordCounts {
    /// Both.
    #[must_use]
    pub const fn total(self) -> usize {
        self.participations + self.partnerships
    }
}

/// How many took part in an event in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventSize {
    /// Which.
    pub event: EventIndex,
    /// Distinct participants, by place of the roster.
    pub participants: usize,
}

/// The whole network over time.
#[derive(Debug, Clone)]
pub struct TemporalNetwork {
    pub(super) options: NetworkOptions,
    pub(super) roster: Arc<Roster>,
    pub(super) study: Option<Study>,
    /// Nodes are places of the roster, in order; one edge per partnership.
    pub(super) graph: UnGraph<Place, DatedTie>,
    pub(super) attendance: Vec<DatedAttendance>,
    pub(super) index: Index,
    /// Last days on which recording sources still recorded.
    pub(super) stops: Vec<Day>,
}

/// What to freeze.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// Which records make ties.
    pub layer: Layer,
    /// When.
    pub window: &'a Window,
    /// Which stakeholders are nodes.
    pub members: MemberScope,
    /// Whether arcs are wanted.
    pub direction: Direction,
    /// Who and what is taken out.
    pub without: &'a Without,
}

/// Who and what is taken out of a view: "without the hub", "without the largest event", "without a funder".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Without {
    /// Places of the roster whose nodes lose all ties and are no nodes.
    pub places: BTreeSet<Place>,
    /// Events that make no ties.
    pub events: BTreeSet<EventIndex>,
    /// Partnerships that make no ties, by their place in `HubRecords::partnerships`.
    pub partnerships: BTreeSet<u32>,
}

impl TemporalNetwork {
    /// Everyone who can be a node.
    #[must_use]
    pub const fn roster(&self) -> &Arc<Roster> {
        &self.roster
    }

    /// The options it was built with.
    #[must_use]
    pub const fn options(&self) -> &NetworkOptions {
        &self.options
    }

    /// The stretch of time that the records speak of; `None` where nothing is dated.
    #[must_use]
    pub const fn study(&self) -> Option<Study> {
        self.study
    }

    /// Cuts the study into windows.
    #[must_use]
    pub fn windows(&self, scheme: WindowScheme) -> Vec<Window> {
        crate::time::windows(scheme, self.study, &self.stops)
    }

    /// Who stands for a stakeholder on a day: see [`Roster::place_on`].
    #[must_use]
    pub fn place_on(&self, who: StakeholderIndex, day: Option<Day>) -> Place {
        self.roster.place_on(who, day)
    }

    /// Every partnership as a tie, in the order of the records, plans included.
    pub fn partnerships(&self) -> impl Iterator<Item = &DatedTie> + '_ {
        self.graph.edge_weights()
    }

    /// The partnerships of one place, in the order of the records, plans included.
    #[must_use]
    pub fn partnerships_of(&self, place: Place) -> Vec<&DatedTie> {
        let edges = self.graph.edges(NodeIndex::new(place.at()));
        let mut ties: Vec<&DatedTie> = edges.map(|edge| edge.weight()).collect();
        ties.sort_by_key(|tie| tie.partnership);
        ties.dedup_by_key(|tie| tie.partnership);
        ties
    }

    /// Every participation, in the order of the records, plans included.
    #[must_use]
    pub fn attendance(&self) -> &[DatedAttendance] {
        &self.attendance
    }

    /// The participations of one place, by the day they begin.
    pub fn attendance_of(&self, place: Place) -> impl Iterator<Item = &DatedAttendance> + '_ {
        self.index
            .rows_of_place(place)
            .iter()
            .map(|row| &self.attendance[*row as usize])
    }

    /// The participations in one event, by place of the roster.
    pub fn attendance_at(&self, event: EventIndex) -> impl Iterator<Item = &DatedAttendance> + '_ {
        self.index
            .rows_of_event(event)
            .iter()
            .map(|row| &self.attendance[*row as usize])
    }

    /// The partnerships that live in a window.
    pub fn live_partnerships<'a>(&'a self, window: &'a Window) -> impl Iterator<Item = &'a DatedTie> + 'a {
        let reached = self.reaches(window);
        self.partnerships().filter(move |tie| reached && tie.lives_in(window))
    }

    /// The participations that fall into a window.
    pub fn attendance_in<'a>(&'a self, window: &'a Window) -> impl Iterator<Item = &'a DatedAttendance> + 'a {
        let reached = self.reaches(window);
        self.attendance.iter().filter(move |a| reached && a.falls_into(window))
    }

    /// The records of one place in a window.
    #[must_use]
    pub fn records_in(&self, window: &Window, place: Place) -> RecordCounts {
        if !self.reaches(window) {
            return RecordCounts::default();
        }
        RecordCounts {
            participations: self.attendance_of(place).filter(|a| a.falls_into(window)).count(),
            partnerships: self
                .partnerships_of(place)
                .iter()
                .filter(|tie| tie.lives_in(window))
                .count(),
        }
    }

    /// The first day with any record of a place by `as_of`: a partnership or participation began, or it joined.
    #[must_use]
    pub fn first_seen(&self, place: Place) -> Option<Day> {
        self.index.seen[place.at()].map(|seen| seen.first)
    }

    /// The last day with any record of a place by `as_of`: it took part, a partnership began or was confirmed, or it
    /// joined. That an agreement runs on is no sign of life.
    #[must_use]
    pub fn last_seen(&self, place: Place) -> Option<Day> {
        self.index.seen[place.at()].map(|seen| seen.last)
    }

    /// Every event that someone took part in within a window, in the order of their ids.
    #[must_use]
    pub fn event_sizes(&self, window: &Window) -> Vec<EventSize> {
        self.index
            .events()
            .filter_map(|event| {
                let participants = self.participants(event, window).count();
                (participants > 0).then_some(EventSize { event, participants })
            })
            .collect()
    }

    /// How many ties a layer can have in a window at most: the partnerships that live in it and each pair at each event,
    /// but never more than there are pairs.
    #[must_use]
    pub fn most_ties(&self, layer: Layer, window: &Window) -> u64 {
        let pairs = |members: usize| members as u64 * (members as u64).saturating_sub(1) / 2;
        let partnerships = self.live_partnerships(window).count() as u64;
        let meetings = || -> u64 {
            let sizes = self.event_sizes(window).into_iter();
            sizes.map(|size| pairs(size.participants)).sum()
        };
        let most = match layer {
            Layer::Partnerships => partnerships,
            Layer::Participations => meetings(),
            Layer::Combined | Layer::Working => partnerships + meetings(),
        };
        most.min(pairs(self.roster.len()))
    }

    /// The event with the most participants in a window; of equals the one with the smallest id.
    #[must_use]
    pub fn largest_event(&self, window: &Window) -> Option<EventSize> {
        self.event_sizes(window)
            .into_iter()
            .max_by_key(|size| (size.participants, std::cmp::Reverse(size.event)))
    }

    /// The distinct places that took part in an event within a window, rising.
    pub fn participants<'a>(&'a self, event: EventIndex, window: &'a Window) -> impl Iterator<Item = Place> + 'a {
        let meets = self.reaches(window) && self.index.event_meets(event, window);
        let rows = if meets { self.index.rows_of_event(event) } else { &[] };
        let mut last = None;
        rows.iter()
            .map(|row| &self.attendance[*row as usize])
            .filter(|row| row.falls_into(window))
            .map(|row| row.place)
            .filter(move |place| last.replace(*place) != Some(*place))
    }

    /// Whether the window begins by `as_of`: what comes later is a plan and in no window.
    pub(super) fn reaches(&self, window: &Window) -> bool {
        match (self.study, window.period) {
            (Some(study), Some(period)) => period.start() <= study.as_of,
            _ => true,
        }
    }
}

impl DatedTie {
    /// Where the period of a partnership without an end ends.
    pub const OPEN_END: Day = Day::from_number(2_932_896);

    /// Whether it lives in a window: undated ties live in every one, plans in none.
    #[must_use]
    pub fn lives_in(&self, window: &Window) -> bool {
        !self.planned
            && match (self.period, window.period) {
                (None, _) | (_, None) => true,
                (Some(life), Some(window)) => life.overlaps(window),
            }
    }
}

impl DatedTie {
    /// Whether it is in force when a day ends: begun by then, and its last day is a later one. Undated ties are in
    /// force on every day, plans on none. So what is in force, less what ends in a year, is what is left after it.
    #[must_use]
    pub fn outlasts(&self, day: Day) -> bool {
        let later = |period: Period| period.start() <= day && period.end() > day.plus_days(1);
        !self.planned && self.period.is_none_or(later)
    }
}

impl DatedAttendance {
    /// Whether it falls into a window: undated participations fall into `all` only, plans into none.
    #[must_use]
    pub fn falls_into(&self, window: &Window) -> bool {
        self.stay().falls_into(window)
    }

    pub(super) const fn stay(&self) -> Stay {
        Stay {
            event: self.event,
            days: self.period,
            planned: self.planned,
        }
    }
}

impl Stay {
    /// See [`DatedAttendance::falls_into`].
    pub(super) fn falls_into(&self, window: &Window) -> bool {
        !self.planned
            && match (self.days, window.period) {
                (None, _) => window.includes_undated,
                (Some(_), None) => true,
                (Some(days), Some(window)) => days.overlaps(window),
            }
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_hub::{hub, options, window};
    use super::*;

    #[test]
    fn ties_are_bounded_by_the_pairs_of_each_event() {
        // three at E1 (3 pairs), two of them again at E2 (1), one agreement: 5 records of the 3 pairs there are
        let network = hub(&[])
            .attends("A", "E1", "2020-01-01")
            .attends("B", "E1", "2020-01-01")
            .attends("C", "E1", "2020-01-01")
            .attends("A", "E2", "2020-02-01")
            .attends("B", "E2", "2020-02-01")
            .tie("A", "C", "2020-01-01", "open")
            .network();
        let year = window("2020-01-01", "2021-01-01");
        let most = |layer, window: &Window| network.most_ties(layer, window);
        assert_eq!(most(Layer::Combined, &year), 3);
        assert_eq!(most(Layer::Partnerships, &year), 1);
        assert_eq!(most(Layer::Participations, &window("2020-02-01", "2020-03-01")), 1);
    }

    #[test]
    fn an_absent_hub_toml_means_newman_with_equal_weights_and_no_decay() {
        let mut section = NetworkSection::default();
        assert_eq!(
            NetworkOptions::from_config(&section, Level::Organization),
            Ok(options())
        );
        section.half_life_days = 365.0;
        let fading = NetworkOptions::from_config(&section, Level::Person).expect("a known projection");
        assert_eq!((fading.level, fading.half_life_days), (Level::Person, Some(365.0)));
        section.projection = "newmann".into();
        let error = NetworkOptions::from_config(&section, Level::Person).expect_err("no such projection");
        assert_eq!(error.expected, "newman, count, hours");
    }
}
