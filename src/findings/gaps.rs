//! Where is the network thin? Every kind of gap, each ranked by its own stated rule.
//!
//! In: the context of a run. Out: [`Gaps`], each list as its finder gives it, and [`Gap`]s: one row each with subjects,
//! severity, evidence and the records it rests on. A kind that the records cannot answer says what it lacks.

use std::collections::BTreeSet;

use super::agreement_cliff::{self, CliffQuarter};
use super::components_covered::{self, ComponentCoverage};
use super::cut_points::{self, CutPoint, FragileTie};
use super::funder_dependence::{self, FunderDependence};
use super::isolated::{self, FadingMember, IsolatedMember};
use super::lapsed::{self, LapsedMember};
use super::missing_sector::{self, RoleGap};
use super::sector_gap::{self, CellVerdict, SectorGaps};
use super::single_provider::{self, SingleProvider};
use super::structural_hole::{self, StructuralHole};
use super::term_exposure::{self, TermExposure};
use super::{Answer, Context, Lacking};
use crate::network::{Layer, Place};
use crate::records::{RecordId, Sector};
use crate::time::Day;

/// What kind of gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GapKind {
    /// Two sectors meet less than their activity predicts.
    SectorGap,
    /// A role that the declared template asks for has no member, or none tied to the others.
    MissingSector,
    /// A member without a working tie.
    Isolated,
    /// A member whose activity drops below its own past.
    Fading,
    /// A member gone without a record of leaving.
    Lapsed,
    /// A member, or a tie, that alone holds parts together.
    FragileBridge,
    /// A function, topic, sector or offer that one member alone provides.
    SingleProvider,
    /// One payer gives most of the money.
    FunderDependence,
    /// A quarter in which agreements end or need notice.
    AgreementCliff,
    /// Ties that rest on office-holders whose term ends.
    TermExposure,
    /// A component of the method that a sector or a city never took part in.
    UncoveredComponent,
    /// Two communities with no or one broker.
    StructuralHole,
}

impl GapKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 12] = [
        Self::SectorGap,
        Self::MissingSector,
        Self::Isolated,
        Self::Fading,
        Self::Lapsed,
        Self::FragileBridge,
        Self::SingleProvider,
        Self::FunderDependence,
        Self::AgreementCliff,
        Self::TermExposure,
        Self::UncoveredComponent,
        Self::StructuralHole,
    ];

    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SectorGap => "sector_gap",
            Self::MissingSector => "missing_sector",
            Self::Isolated => "isolated",
            Self::Fading => "fading",
            Self::Lapsed => "lapsed",
            Self::FragileBridge => "fragile_bridge",
            Self::SingleProvider => "single_provider",
            Self::FunderDependence => "funder_dependence",
            Self::AgreementCliff => "agreement_cliff",
            Self::TermExposure => "term_exposure",
            Self::UncoveredComponent => "uncovered_component",
            Self::StructuralHole => "structural_hole",
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

/// How grave a gap is; each kind states its own rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Act this quarter.
    High,
    /// Act this year.
    Medium,
    /// Keep an eye on it.
    Low,
}

impl Severity {
    /// All, the gravest first.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    /// High from one value up, medium from a smaller one, low below.
    pub(super) fn above(value: f64, high: f64, medium: f64) -> Self {
        match value {
            grave if grave >= high => Self::High,
            middling if middling >= medium => Self::Medium,
            _ => Self::Low,
        }
    }
}

/// What a gap is about besides stakeholders and sectors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A text as recorded: a function, a topic, an offer, a need.
    Recorded(String),
    /// A component of the method, as recorded.
    Component(String),
    /// A role of the template: its name in the catalogue, or the hub's own.
    Role(String),
    /// The last day of a quarter.
    Quarter(Day),
}

/// One gap, as it stands in `tables/gaps.csv`; each list of gaps can be written as these.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// What kind.
    pub kind: GapKind,
    /// Under which name its sentences stand in the catalogue (`gap-why-…`, `gap-do-…`).
    pub reading: &'static str,
    /// How grave.
    pub severity: Severity,
    /// Who.
    pub subjects: Vec<Place>,
    /// Whom else it touches: the stranded, those who depend on one provider, the nearest on either side.
    pub others: Vec<Place>,
    /// Which sectors.
    pub sectors: Vec<Sector>,
    /// Which city, where it is about one.
    pub city: Option<String>,
    /// What else it is about.
    pub about: Option<About>,
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

impl Gap {
    /// A recorded gap, still without subject or evidence.
    pub(crate) fn of(kind: GapKind, reading: &'static str, layer: Layer, window: &str) -> Self {
        Self {
            kind,
            reading,
            severity: Severity::Low,
            subjects: Vec::new(),
            others: Vec::new(),
            sectors: Vec::new(),
            city: None,
            about: None,
            layer,
            window: window.to_owned(),
            evidence: Vec::new(),
            certainty: Certainty::Recorded,
            records: Vec::new(),
        }
    }
}

/// The gaps of a hub, each list ranked by its own stated rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Gaps {
    /// Sector by sector in partnerships and at events: observed, expected, which cells are gaps.
    pub sectors: SectorGaps,
    /// Roles of the template that nobody fills, or nobody tied to the others.
    pub missing: Answer<Vec<RoleGap>>,
    /// Members without a working tie in the window.
    pub isolated: Vec<IsolatedMember>,
    /// Members whose activity dropped below their own past.
    pub fading: Answer<Vec<FadingMember>>,
    /// Members gone without a record of leaving.
    pub lapsed: Answer<Vec<LapsedMember>>,
    /// Members that alone hold parts together.
    pub cut_points: Vec<CutPoint>,
    /// Ties that alone hold parts together.
    pub fragile_ties: Vec<FragileTie>,
    /// What one member alone provides.
    pub single_providers: Answer<Vec<SingleProvider>>,
    /// Who pays, and whether the hub depends on few.
    pub funders: Answer<FunderDependence>,
    /// The quarters of the next twelve months in which agreements end or need notice.
    pub cliff: Answer<Vec<CliffQuarter>>,
    /// Ties that rest on office-holders whose term ends.
    pub terms: Answer<Vec<TermExposure>>,
    /// Component of the method by sector and city: who never took part.
    pub components: Answer<ComponentCoverage>,
    /// Pairs of communities with no or one broker.
    pub holes: Answer<Vec<StructuralHole>>,
}

/// Every gap of the hub.
#[must_use]
pub fn gaps(context: &Context<'_>) -> Gaps {
    let (sectors, (holes, (cut_points, fragile_ties))) = rayon::join(
        || sector_gap::sector_gaps(context),
        || {
            let holes = structural_hole::structural_holes(context);
            let fragile = (cut_points::cut_points(context), cut_points::fragile_ties(context));
            (holes, fragile)
        },
    );
    Gaps {
        sectors,
        missing: missing_sector::missing_sectors(context),
        isolated: isolated::isolated(context),
        fading: isolated::fading(context),
        lapsed: lapsed::lapsed(context),
        cut_points,
        fragile_ties,
        single_providers: single_provider::single_providers(context),
        funders: funder_dependence::funder_dependence(context),
        cliff: agreement_cliff::agreement_cliff(context),
        terms: term_exposure::term_exposure(context),
        components: components_covered::component_coverage(context),
        holes,
    }
}

impl Gaps {
    /// Every gap as a row of `tables/gaps.csv`, kind by kind, each in its own order.
    #[must_use]
    pub fn rows(&self, context: &Context<'_>) -> Vec<Gap> {
        let mut rows = Vec::new();
        rows.extend(self.sectors.gaps());
        rows.extend(each(&self.missing, |gap| gap.gap(context)));
        rows.extend(self.isolated.iter().map(|member| member.gap(context)));
        rows.extend(each(&self.fading, |member| member.gap(context)));
        rows.extend(each(&self.lapsed, |member| member.gap(context)));
        let mut fragile: Vec<(usize, Gap)> = Vec::new();
        fragile.extend(self.cut_points.iter().map(|one| (one.stranded, one.gap(context))));
        fragile.extend(self.fragile_ties.iter().map(|one| (one.stranded, one.gap(context))));
        fragile.sort_by_key(|(stranded, _)| std::cmp::Reverse(*stranded));
        rows.extend(fragile.into_iter().map(|(_, gap)| gap));
        rows.extend(each(&self.single_providers, |one| one.gap(context)));
        rows.extend(self.funders.found().and_then(|found| found.gap(context)));
        rows.extend(each(&self.cliff, |quarter| quarter.gap(context)));
        rows.extend(each(&self.terms, |one| one.gap(context)));
        rows.extend(self.components.found().into_iter().flat_map(ComponentCoverage::gaps));
        rows.extend(each(&self.holes, |hole| hole.gap(context)));
        rows
    }

    /// For every kind, how many gaps it has, and what it lacks where it cannot be judged.
    #[must_use]
    pub fn summary(&self, rows: &[Gap]) -> Vec<GapSummary> {
        let summary = |kind: GapKind| {
            let count = |severity| {
                let same = |gap: &&Gap| gap.kind == kind && gap.severity == severity;
                rows.iter().filter(same).count()
            };
            GapSummary {
                kind,
                by_severity: Severity::ALL.map(count),
                lacking: self.lacking(kind).cloned(),
                too_few_cells: match kind {
                    GapKind::SectorGap => self.sectors.found().map(too_few).sum(),
                    _ => 0,
                },
            }
        };
        GapKind::ALL.into_iter().map(summary).collect()
    }

    /// What a kind lacks to be judged; sectors that can be judged in one layer lack nothing.
    fn lacking(&self, kind: GapKind) -> Option<&Lacking> {
        match kind {
            GapKind::SectorGap if self.sectors.found().next().is_some() => None,
            GapKind::SectorGap => self.sectors.partnerships.lacking(),
            GapKind::MissingSector => self.missing.lacking(),
            GapKind::Isolated | GapKind::FragileBridge => None,
            GapKind::Fading => self.fading.lacking(),
            GapKind::Lapsed => self.lapsed.lacking(),
            GapKind::SingleProvider => self.single_providers.lacking(),
            GapKind::FunderDependence => self.funders.lacking(),
            GapKind::AgreementCliff => self.cliff.lacking(),
            GapKind::TermExposure => self.terms.lacking(),
            GapKind::UncoveredComponent => self.components.lacking(),
            GapKind::StructuralHole => self.holes.lacking(),
        }
    }
}

/// One kind in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapSummary {
    /// The kind.
    pub kind: GapKind,
    /// How many gaps, the gravest first, in the order of [`Severity::ALL`].
    pub by_severity: [usize; 3],
    /// What is missing to judge it; `None` where it was judged.
    pub lacking: Option<Lacking>,
    /// Pairs of sectors with too few ties or meetings to tell.
    pub too_few_cells: usize,
}

impl GapSummary {
    /// How many gaps in all.
    #[must_use]
    pub fn count(&self) -> usize {
        self.by_severity.iter().sum()
    }
}

fn each<'a, T>(answer: &'a Answer<Vec<T>>, gap: impl Fn(&T) -> Gap + 'a) -> impl Iterator<Item = Gap> + 'a {
    answer.found().into_iter().flatten().map(gap)
}

fn too_few(matrix: &sector_gap::SectorMatrix) -> usize {
    let few = |cell: &&sector_gap::SectorCell| cell.verdict == CellVerdict::TooFewToTell;
    matrix.cells.iter().filter(few).count()
}

/// Every partnership of a place and every event it took part in, by `as_of`, sorted.
pub(super) fn records_of(context: &Context<'_>, place: Place) -> Vec<RecordId> {
    let ties = context.network.partnerships_of(place);
    let ties = ties.iter().filter(|tie| !tie.planned);
    let ties = ties.map(|tie| context.records.partnerships[tie.partnership as usize].id.clone());
    let rows = context.network.attendance_of(place).filter(|row| !row.planned);
    let events = rows.map(|row| RecordId(context.records.event(row.event).id.0.clone()));
    ties.chain(events).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Those of the evidence that have a value.
pub(super) fn evidence<const N: usize>(all: [(&'static str, Option<f64>); N]) -> Vec<(&'static str, f64)> {
    all.into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{day, hub};
    use crate::time::DateSpan;

    #[test]
    fn every_gap_becomes_a_row_with_sorted_records() {
        let prepared = Prepared::latest(
            &hub(&[
                ("a", Sector::Government),
                ("b", Sector::Business),
                ("c", Sector::Academia),
            ])
            .about("c", |c| c.joined = Some(DateSpan::exact(day("2024-01-01"))))
            .tie("b", "a", "2024-02-01", "open")
            .event_with("w", "2024-03-01", "", |w| w.component = Some("competition".into()))
            .attends("a", "w", "2024-03-01")
            .studied_until("2024-12-31"),
        );
        let context = prepared.context();
        let found = gaps(&context);
        let rows = found.rows(&context);
        let kinds: Vec<_> = rows.iter().map(|row| (row.kind, row.sectors.clone())).collect();
        // civil society is missing, academia is not tied; c has joined and has no tie; each sector has one member;
        // business and academia never competed
        assert_eq!(
            kinds,
            [
                (GapKind::MissingSector, vec![Sector::CivilSociety]),
                (GapKind::MissingSector, vec![Sector::Academia, Sector::Research]),
                (GapKind::Isolated, vec![]),
                (GapKind::SingleProvider, vec![Sector::Government]),
                (GapKind::SingleProvider, vec![Sector::Business]),
                (GapKind::SingleProvider, vec![Sector::Academia]),
                (GapKind::UncoveredComponent, vec![Sector::Business]),
                (GapKind::UncoveredComponent, vec![Sector::Academia]),
            ]
        );
        assert!(rows.iter().all(|row| row.records.is_sorted()));
        assert_eq!(rows[6].records, [RecordId::from("w")]);
        let summary = found.summary(&rows);
        assert_eq!(summary.len(), GapKind::ALL.len());
        assert_eq!(summary.iter().map(GapSummary::count).sum::<usize>(), rows.len());
        let sectors = &summary[0];
        assert!(sectors.count() == 0 && sectors.lacking.is_some());
    }
}
