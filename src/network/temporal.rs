//! The network with every tie's period, before it is frozen into one window.
//!
//! In: the records and [`NetworkOptions`]. Out: [`TemporalNetwork`], from which windows, members and snapshots come.

use std::collections::BTreeSet;
use std::sync::Arc;

use petgraph::graph::UnGraph;

use super::{Direction, Layer, Level, MemberScope, Membership, Place, Projection, Roster, Snapshot};
use crate::records::{EventIndex, HubRecords, StakeholderIndex};
use crate::time::{Period, Study, Window, WindowScheme};

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

/// One partnership as a tie between places of the roster; parallel ties stay apart.
#[derive(Debug, Clone, PartialEq)]
pub struct DatedTie {
    /// The partnership, by its place in `HubRecords::partnerships`.
    pub partnership: u32,
    /// From place.
    pub source: Place,
    /// To place.
    pub target: Place,
    /// Whether it runs from source to target.
    pub directed: bool,
    /// Strength as recorded.
    pub strength: f64,
    /// When it lives; `None` where undated: then in every window.
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
    pub(super) events: usize,
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

/// Stakeholders and events that are taken out of a view: "without the hub", "without the largest event".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Without {
    /// Places of the roster whose nodes lose all ties and are no nodes.
    pub places: BTreeSet<Place>,
    /// Events that make no ties.
    pub events: BTreeSet<EventIndex>,
}

impl TemporalNetwork {
    /// Builds the network from the records.
    #[must_use]
    pub fn assemble(records: &HubRecords, options: &NetworkOptions) -> Self {
        let _ = (records, options);
        todo!()
    }

    /// Everyone who can be a node.
    #[must_use]
    pub fn roster(&self) -> &Arc<Roster> {
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
        let _ = scheme;
        todo!()
    }

    /// Every partnership as a tie, in the order of the records, plans included.
    pub fn partnerships(&self) -> impl Iterator<Item = &DatedTie> + '_ {
        self.graph.edge_weights()
    }

    /// Every participation, in the order of the records.
    #[must_use]
    pub fn attendance(&self) -> &[DatedAttendance] {
        &self.attendance
    }

    /// The partnerships that live in a window.
    pub fn live_partnerships<'a>(&'a self, window: &'a Window) -> impl Iterator<Item = &'a DatedTie> + 'a {
        self.partnerships().filter(move |tie| tie.lives_in(window))
    }

    /// The participations that fall into a window.
    pub fn attendance_in<'a>(&'a self, window: &'a Window) -> impl Iterator<Item = &'a DatedAttendance> + 'a {
        self.attendance.iter().filter(move |a| a.falls_into(window))
    }

    /// How everyone stands in a window.
    #[must_use]
    pub fn membership(&self, window: &Window) -> Membership {
        let _ = window;
        todo!()
    }

    /// One layer in one window.
    #[must_use]
    pub fn snapshot(&self, view: &View<'_>) -> Snapshot {
        let _ = view;
        todo!()
    }
}

impl DatedTie {
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

impl DatedAttendance {
    /// Whether it falls into a window: undated participations fall into `all` only.
    #[must_use]
    pub fn falls_into(&self, window: &Window) -> bool {
        match (self.period, window.period) {
            (None, _) => window.includes_undated,
            (Some(_), None) => true,
            (Some(days), Some(window)) => days.overlaps(window),
        }
    }
}
