//! 4 · What should someone act on?
//!
//! In: records, network and measures. Out: findings, each with its subjects, layer, window, evidence, how sure it is
//! and the records it rests on. A section that cannot be answered is [`Answer::Cannot`], with the record it lacks.

use crate::network::{Layer, Place};
use crate::records::{RecordId, Sector};
use crate::time::Day;

pub mod actions;
pub mod adoption;
pub mod calendar;
pub mod champions;
pub mod components_covered;
pub mod cut_points;
mod government;
pub mod isolated;
pub mod sector_gap;

/// What the findings of one run look at.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What the hub wrote down.
    pub records: &'a crate::records::HubRecords,
    /// The network over time, at the level of the run.
    pub network: &'a crate::network::TemporalNetwork,
    /// The window of the findings (`latest` by default).
    pub window: &'a crate::time::Window,
    /// How everyone stands in it.
    pub membership: &'a crate::network::Membership,
    /// The working layer in it, members only.
    pub working: &'a crate::network::Snapshot,
    /// The seed of everything random.
    pub seed: u64,
    /// Draws of each permutation test (raised where the false-discovery control needs more).
    pub draws: usize,
}

/// The answer to one question, or why there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer<T> {
    /// What was found (possibly nothing: then the finding says so itself).
    Found(T),
    /// Why the records cannot answer.
    Cannot(Lacking),
}

impl<T> Answer<T> {
    /// What was found.
    pub const fn found(&self) -> Option<&T> {
        match self {
            Self::Found(found) => Some(found),
            Self::Cannot(_) => None,
        }
    }
}

/// What is missing for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lacking {
    /// A table, or a column of it, is absent or empty.
    Column {
        /// The table.
        table: crate::records::TableName,
        /// The column; `None` for the whole table.
        column: Option<&'static str>,
    },
    /// Too few cases.
    TooFew {
        /// Of what (a key of the message catalogue).
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many are needed.
        needed: usize,
    },
    /// `[hub] operator` is not declared.
    Operator,
    /// The records never span what the question needs (a key of the message catalogue says what).
    Span(&'static str),
}

/// What kind of gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GapKind {
    /// A member without a working tie.
    Isolated,
    /// A member whose activity drops below its own past.
    Fading,
    /// A member that alone holds parts together.
    CutPoint,
    /// Two sectors meet less than their activity predicts.
    SectorGap,
    /// A component of the method that a sector never took part in.
    UncoveredComponent,
}

impl GapKind {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Isolated => "isolated",
            Self::Fading => "fading",
            Self::CutPoint => "cut_point",
            Self::SectorGap => "sector_gap",
            Self::UncoveredComponent => "uncovered_component",
        }
    }
}

/// How much weight a finding can bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It stands in the records: nothing was estimated.
    Recorded,
    /// It passed its test at the declared rate of false alarms.
    Tested,
    /// It rests on an assumption that is named beside it.
    Assumed,
}

impl Certainty {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Tested => "tested",
            Self::Assumed => "assumed",
        }
    }
}

/// One gap, as it stands in `tables/gaps.csv`; each list of gaps can be written as these.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// What kind.
    pub kind: GapKind,
    /// Who.
    pub subjects: Vec<Place>,
    /// Which sectors.
    pub sectors: Vec<Sector>,
    /// The component of the method, for uncovered components.
    pub component: Option<String>,
    /// In which layer.
    pub layer: Layer,
    /// In which window.
    pub window: String,
    /// Measures it rests on: name and value.
    pub evidence: Vec<(&'static str, f64)>,
    /// How sure.
    pub certainty: Certainty,
    /// The records it rests on, sorted.
    pub records: Vec<RecordId>,
}

/// The gaps of a hub, each list ranked by its own stated rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Gaps {
    /// Members without a working tie in the window.
    pub isolated: Vec<isolated::IsolatedMember>,
    /// Members whose activity dropped below their own past.
    pub fading: Answer<Vec<isolated::FadingMember>>,
    /// Members that alone hold parts together.
    pub cut_points: Vec<cut_points::CutPoint>,
    /// Sector by sector on the partnerships layer: observed, expected, which cells are gaps.
    pub sectors: Answer<sector_gap::SectorMatrix>,
    /// Component of the method by sector: who never took part.
    pub components: Answer<components_covered::ComponentCoverage>,
}

/// A day and what is due on it, for the calendar and the actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub day: Day,
    /// What.
    pub record: RecordId,
}

/// Every gap of the hub.
#[must_use]
pub fn gaps(context: &Context<'_>) -> Gaps {
    Gaps {
        isolated: isolated::isolated(context),
        fading: isolated::fading(context),
        cut_points: cut_points::cut_points(context),
        sectors: sector_gap::sector_matrix(context),
        components: components_covered::component_coverage(context),
    }
}

impl Gaps {
    /// Every gap as a row of `tables/gaps.csv`, kind by kind, each in its own order.
    #[must_use]
    pub fn rows(&self, context: &Context<'_>) -> Vec<Gap> {
        let _ = context;
        todo!()
    }
}
