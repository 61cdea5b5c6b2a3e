//! From above, from below, or both, and which lasted?
//!
//! In: adoptions, leadership, partnerships and who could have adopted. Out: the curve, who adopted when by recorded
//! origin, and persistence by group. The claim itself stays `cannot_tell` until its test can be made.

use crate::network::Place;
use crate::records::{Origin, RecordId, StakeholderIndex};
use crate::statistics::survival::SurvivalCurve;
use crate::time::Day;

use super::Lacking;

/// One adoption.
#[derive(Debug, Clone, PartialEq)]
pub struct AdoptionEvent {
    /// The record.
    pub record: RecordId,
    /// The unit.
    pub unit: StakeholderIndex,
    /// The organisation it belongs to, by place in the organisation roster.
    pub organization: Option<Place>,
    /// The practice.
    pub practice: String,
    /// The day.
    pub day: Day,
    /// Where it came from, as recorded.
    pub origin: Option<Origin>,
    /// The group that origin, sponsor and champion put it in.
    pub group: Group,
    /// Last day it is known to have lived.
    pub until: Day,
    /// Whether it was abandoned then (else it was still alive when last seen).
    pub abandoned: bool,
}

/// Where a thing came from, as recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Neither from above nor from below.
    Neither,
    /// From above only.
    TopDown,
    /// From below only.
    BottomUp,
    /// From above and from below.
    Both,
    /// Not recorded: counted, in no curve.
    Unknown,
}

impl Group {
    /// The four groups that are compared, in the order in which they are shown.
    pub const COMPARED: [Self; 4] = [Self::Neither, Self::TopDown, Self::BottomUp, Self::Both];

    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Neither => "neither",
            Self::TopDown => "top_down",
            Self::BottomUp => "bottom_up",
            Self::Both => "both",
            Self::Unknown => "unknown",
        }
    }
}

/// One point of the adoption curve.
#[derive(Debug, Clone, PartialEq)]
pub struct CurvePoint {
    /// The last day of the quarter.
    pub day: Day,
    /// Adoptions up to then, by group in the order of `Group::COMPARED`, then unknown.
    pub by_group: [usize; 5],
    /// Adoptions up to then.
    pub total: usize,
}

/// Persistence of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupSurvival {
    /// The group.
    pub group: Group,
    /// How many started.
    pub started: usize,
    /// How many ended.
    pub ended: usize,
    /// Kaplan-Meier, in days; `None` where nothing started.
    pub curve: Option<SurvivalCurve>,
}

/// Persistence by group, of adoptions or of partnerships.
#[derive(Debug, Clone, PartialEq)]
pub struct Persistence {
    /// The four groups, in the order of `Group::COMPARED`.
    pub groups: Vec<GroupSurvival>,
    /// Left out because no origin is recorded.
    pub unknown: usize,
    /// Of those counted as ended, how many rest on an assumed end (always 0: assumed ends are censored).
    pub assumed_ends_censored: usize,
    /// How many each of the four cells needs before the claim is tested.
    pub needed_per_cell: usize,
}

/// What can be said of the claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The claim holds at the stated horizon.
    Supported,
    /// It does not.
    NotSupported,
    /// These data cannot tell.
    CannotTell,
}

impl Verdict {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::NotSupported => "not_supported",
            Self::CannotTell => "cannot_tell",
        }
    }
}

/// The adoption section.
#[derive(Debug, Clone, PartialEq)]
pub struct AdoptionReport {
    /// How the risk set was declared: `[adoption] at_risk`, else every government unit of the hub.
    pub risk_set: String,
    /// Units that could have adopted.
    pub at_risk: usize,
    /// Every adoption, by day, then record.
    pub adoptions: Vec<AdoptionEvent>,
    /// The curve by quarter.
    pub curve: Vec<CurvePoint>,
    /// Adoptions by practice: (practice, adoptions, alive on the study's last day as far as known).
    pub practices: Vec<(String, usize, usize)>,
    /// How long adoptions lasted.
    pub persistence: super::Answer<Persistence>,
    /// How long partnerships lasted.
    pub partnerships: super::Answer<Persistence>,
    /// Whether a leadership table allows the claim to be tested at all.
    pub leadership_recorded: bool,
    /// The verdict on "only both lasts".
    pub verdict: Verdict,
    /// Why the verdict is what it is.
    pub reason: Lacking,
}

/// Who adopted what when, where it came from, and what lasted.
#[must_use]
pub fn adoption(context: &super::Context<'_>) -> super::Answer<AdoptionReport> {
    let _ = context;
    todo!()
}
