//! Everything hubscope knows of one hub in one value: the façade for library users and the command line.
//!
//! In: records and [`AnalysisOptions`]. Out: [`Analysis`]. Tables, charts and report read it and compute nothing.

use std::sync::Arc;

use crate::findings::actions::Action;
use crate::findings::adoption::AdoptionReport;
use crate::findings::calendar::Calendar;
use crate::findings::champions::Champions;
use crate::findings::{Answer, Gaps};
use crate::indicators::Indicators;
use crate::metrics::registry::{NetworkTable, NodeTable};
use crate::network::layout::Position;
use crate::network::{Membership, PathLength, Roster, Snapshot, TemporalNetwork};
use crate::records::HubRecords;
use crate::time::{Study, Window};

pub mod naming;

pub use naming::{Naming, Persons};

/// What was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalysisOptions {
    /// How ties are made.
    pub network: crate::network::NetworkOptions,
    /// The layer of metrics and map.
    pub layer: crate::network::Layer,
    /// The window of metrics, gaps and champions.
    pub window: crate::time::WindowScheme,
    /// How long a tie is.
    pub path_length: PathLength,
    /// The seed of everything random.
    pub seed: u64,
}

/// Everything hubscope knows of one hub.
#[derive(Debug)]
pub struct Analysis {
    /// What was asked for.
    pub options: AnalysisOptions,
    /// What the hub wrote down.
    pub records: Arc<HubRecords>,
    /// The network over time.
    pub network: TemporalNetwork,
    /// Everyone who can be a node.
    pub roster: Arc<Roster>,
    /// The stretch of time the records speak of.
    pub study: Option<Study>,
    /// The window of metrics, gaps and champions.
    pub window: Window,
    /// How everyone stands in that window.
    pub membership: Membership,
    /// The layer asked for in that window: what `nodes`, `whole` and `positions` are about.
    pub snapshot: Snapshot,
    /// The working layer in that window: what gaps and headlines are about.
    pub working: Snapshot,
    /// Where each node of `snapshot` stands on the map; the same place for the same member in every window.
    pub positions: Vec<Position>,
    /// Measures per stakeholder, over the layer and window asked for.
    pub nodes: NodeTable,
    /// Measures of the whole network, likewise.
    pub whole: NetworkTable,
    /// Where the network is thin.
    pub gaps: Gaps,
    /// Which agreements end.
    pub calendar: Answer<Calendar>,
    /// Who carries the change from inside.
    pub champions: Answer<Champions>,
    /// From above, from below, or both.
    pub adoption: Answer<AdoptionReport>,
    /// Is the hub getting more or less sustainable?
    pub indicators: Indicators,
    /// What to do this quarter.
    pub actions: Vec<Action>,
    /// What this hub can answer.
    pub answerable: Vec<Answerable>,
}

/// A section of the report, for "what this hub can answer".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Members, guests, entries and exits.
    Membership,
    /// Map and measures.
    Network,
    /// Sector by sector.
    Sectors,
    /// Isolated, fading, cut points.
    Gaps,
    /// Components of the method.
    Components,
    /// Agreements that end.
    Calendar,
    /// Champions.
    Champions,
    /// The adoption curve.
    Adoption,
    /// Persistence by origin.
    Persistence,
    /// Money.
    Money,
    /// Without the operator.
    WithoutOperator,
    /// Objectives and actions.
    Commitments,
}

/// Whether a section can be answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Answerable {
    /// Which section.
    pub section: Section,
    /// What is missing; `None` where it can.
    pub lacking: Option<crate::findings::Lacking>,
}
