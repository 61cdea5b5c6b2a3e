//! From above, from below, or both, and which lasted?
//!
//! In: adoptions, leadership, partnerships and who could have adopted. Out: the curve, who adopted when by recorded
//! origin, and persistence by group. The claim itself stays `cannot_tell`: its test is not part of this version.

use std::collections::BTreeMap;

use crate::network::Place;
use crate::records::{Adoption, Origin, RecordId, StakeholderIndex, TableName};
use crate::statistics::survival::SurvivalCurve;
use crate::time::{Day, Study, WindowScheme, windows};

use super::government::Sides;
use super::{Answer, Context, Lacking};

mod persistence;
mod risk_set;

/// How many things each of the four groups needs before the claim is tested.
const NEEDED_PER_CELL: usize = 20;

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
    /// Left out because they began before the declared start of the study: of their like only those that lasted are seen.
    pub began_before: usize,
    /// Nothing says what became of them: in the curve at time 0 only.
    pub without_follow_up: usize,
    /// Partnerships whose end is assumed elsewhere: here they are followed to their last confirmation, none of them as
    /// ended.
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
    /// How the risk set was declared: `[adoption] at_risk` as written; empty where it is not, then the government
    /// stakeholders of the adopters' kinds.
    pub risk_set: String,
    /// Parts of that declaration that name nobody of this hub; where all do, it counts as not declared.
    pub risk_set_unread: Vec<String>,
    /// Units that could have adopted; those that did are always among them.
    pub at_risk: usize,
    /// Every adoption, by day, then record.
    pub adoptions: Vec<AdoptionEvent>,
    /// The curve by quarter.
    pub curve: Vec<CurvePoint>,
    /// Adoptions by practice: (practice, adoptions, alive on the study's last day as far as known).
    pub practices: Vec<(String, usize, usize)>,
    /// How long adoptions lasted.
    pub persistence: Answer<Persistence>,
    /// How long partnerships lasted.
    pub partnerships: Answer<Persistence>,
    /// Whether a leadership table allows the claim to be tested at all.
    pub leadership_recorded: bool,
    /// The verdict on "only both lasts".
    pub verdict: Verdict,
    /// Why the verdict is what it is.
    pub reason: Lacking,
}

/// Who adopted what when, where it came from, and what lasted.
///
/// # Conventions
/// The group is what was recorded of the start: `origin`; else a sponsor or a mandate means from above, a champion, a
/// peer's example or its own initiative from below, both of these both, and a funder's offer neither; where none of
/// these is recorded, or the origin is recorded as unknown, it is unknown. Nothing that happened later moves anything
/// from one group to another (immortal time). Adoptions are followed to `abandoned`, else to `last_confirmed`, and not
/// beyond; later than the study's last day is a plan.
#[must_use]
pub fn adoption(context: &Context<'_>) -> Answer<AdoptionReport> {
    let records = context.records;
    if records.adoptions.is_empty() && records.partnerships.iter().all(|row| row.origin.is_none()) {
        return Answer::Cannot(Lacking::Column {
            table: TableName::Adoptions,
            column: None,
        });
    }
    let study = context.network.study();
    let sides = Sides::new(records, study.map(|study| study.as_of));
    let adoptions = adoptions(context, &sides, study);
    let persistence = persistence::of_adoptions(records, &adoptions);
    let risk_set = risk_set::risk_set(records, &sides);
    let leadership_recorded = !records.leadership.is_empty();
    Answer::Found(AdoptionReport {
        risk_set: records.config.adoption.at_risk.trim().to_owned(),
        risk_set_unread: risk_set.unread,
        at_risk: risk_set.units.len(),
        curve: curve(&adoptions, study),
        practices: practices(&adoptions),
        partnerships: persistence::of_partnerships(records, study.map(|study| study.as_of)),
        leadership_recorded,
        verdict: Verdict::CannotTell,
        reason: reason(&persistence, leadership_recorded),
        persistence,
        adoptions,
    })
}

/// Every adoption of the study, by day, then record.
fn adoptions(context: &Context<'_>, sides: &Sides<'_>, study: Option<Study>) -> Vec<AdoptionEvent> {
    let roster = context.network.roster();
    let as_of = study.map(|study| study.as_of);
    let mut events: Vec<AdoptionEvent> = context
        .records
        .adoptions
        .iter()
        .filter(|row| as_of.is_none_or(|as_of| row.date.first <= as_of))
        .map(|row| {
            let (until, abandoned) = followed(row, as_of);
            AdoptionEvent {
                record: row.id.clone(),
                unit: row.unit,
                organization: sides
                    .organization(row.unit)
                    .map(|index| roster.place_of[index.0 as usize]),
                practice: row.practice.to_string(),
                day: row.date.first,
                origin: row.origin,
                group: Group::of(row),
                until,
                abandoned,
            }
        })
        .collect();
    events.sort_by(|a, b| (a.day, &a.record).cmp(&(b.day, &b.record)));
    events
}

/// Until when an adoption is known to have lived, and whether it was abandoned then.
fn followed(row: &Adoption, as_of: Option<Day>) -> (Day, bool) {
    let known = |day: Day| as_of.is_none_or(|as_of| day <= as_of);
    let within = |day: Day| as_of.map_or(day, |as_of| day.min(as_of)).max(row.date.first);
    match (row.abandoned, row.last_confirmed) {
        (Some(abandoned), _) => (within(abandoned.last), known(abandoned.last)),
        (None, Some(confirmed)) => (within(confirmed.last), false),
        (None, None) => (row.date.first, false),
    }
}

impl Group {
    /// The group of an adoption, from what was recorded of its start.
    fn of(row: &Adoption) -> Self {
        if let Some(origin) = row.origin {
            return Self::of_origin(Some(origin));
        }
        let trigger = row.trigger.as_deref();
        let above = row.sponsor.is_some() || trigger == Some("mandate");
        let below = row.champion.is_some() || matches!(trigger, Some("peer" | "own"));
        match (above, below) {
            (true, true) => Self::Both,
            (true, false) => Self::TopDown,
            (false, true) => Self::BottomUp,
            (false, false) if trigger == Some("funder") => Self::Neither,
            (false, false) => Self::Unknown,
        }
    }

    const fn of_origin(origin: Option<Origin>) -> Self {
        match origin {
            Some(Origin::TopDown) => Self::TopDown,
            Some(Origin::BottomUp) => Self::BottomUp,
            Some(Origin::Joint) => Self::Both,
            Some(Origin::Unknown) | None => Self::Unknown,
        }
    }
}

/// Adoptions up to the end of each quarter, from the first adoption's to the study's last.
fn curve(adoptions: &[AdoptionEvent], study: Option<Study>) -> Vec<CurvePoint> {
    let (Some(first), Some(last)) = (adoptions.first(), adoptions.last()) else {
        return Vec::new();
    };
    let from_first = Study {
        from: first.day,
        as_of: study.map_or(last.day, |study| study.as_of),
    };
    let quarters = windows(WindowScheme::Quarters, Some(from_first), &[]);
    let ends = quarters.iter().filter_map(|quarter| Some(quarter.period?.end()));
    ends.map(|end| {
        let mut by_group = [0; 5];
        for adoption in adoptions.iter().take_while(|adoption| adoption.day < end) {
            by_group[adoption.group as usize] += 1;
        }
        CurvePoint {
            day: end.plus_days(-1),
            by_group,
            total: by_group.iter().sum(),
        }
    })
    .collect()
}

/// By practice, the commonest first.
fn practices(adoptions: &[AdoptionEvent]) -> Vec<(String, usize, usize)> {
    let mut counts = BTreeMap::<&str, (usize, usize)>::new();
    for adoption in adoptions {
        let (adopted, alive) = counts.entry(&adoption.practice).or_default();
        *adopted += 1;
        *alive += usize::from(!adoption.abandoned);
    }
    let mut practices: Vec<_> = counts
        .into_iter()
        .map(|(practice, (adopted, alive))| (practice.to_owned(), adopted, alive))
        .collect();
    practices.sort_by_key(|(_, adopted, _)| std::cmp::Reverse(*adopted));
    practices
}

/// Why nothing is said of the claim: what is missing first, and where nothing is, that the test is not there yet.
fn reason(persistence: &Answer<Persistence>, leadership_recorded: bool) -> Lacking {
    if !leadership_recorded {
        return Lacking::Column {
            table: TableName::Leadership,
            column: None,
        };
    }
    let groups = match persistence {
        Answer::Found(persistence) => &persistence.groups,
        Answer::Cannot(lacking) => return lacking.clone(),
    };
    let smallest = groups.iter().map(|group| group.started).min().unwrap_or(0);
    if smallest < NEEDED_PER_CELL {
        return Lacking::TooFew {
            what: "lacking-few-adoption_cells",
            found: smallest,
            needed: NEEDED_PER_CELL,
        };
    }
    Lacking::Span("lacking-span-claim_test")
}

#[cfg(test)]
mod tests;
