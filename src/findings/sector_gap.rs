//! Which sectors meet less than their members' activity predicts?
//!
//! In: binary ties of the partnerships layer, and who came to which event, in the window. Out: sector by sector, what is
//! observed against what is expected under a null that keeps everyone's activity ([`crate::metrics::null::mixing`]), at
//! a declared rate of false alarms over both layers together.

use std::collections::{BTreeMap, BTreeSet};

use super::gaps::{Certainty, Gap, GapKind, Severity, evidence};
use super::{Answer, Context, Lacking};
use crate::metrics::null::mixing::{GroupedAttendance, GroupedLayer, GroupedTies, Mixing, MixingOptions, mixing};
use crate::metrics::null::{Incidence, NullModel};
use crate::network::{Layer, Place};
use crate::records::{EventIndex, RecordId, Sector, TableName};
use crate::statistics::false_discovery::draws_needed;

pub use crate::metrics::null::mixing::CellVerdict;

/// Under so many ties, or events of two or more, nothing is tested.
const FEWEST: usize = 10;

/// Above this density, among those with a tie, the stub null's double ties and loops would matter.
const DENSE: f64 = 0.1;

/// No more draws are made unless the hub asks for them: where the correction needs more, the test is refused.
const MOST_DRAWS: usize = 100_000;

/// One pair of sectors.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorCell {
    /// One sector.
    pub a: Sector,
    /// The other, or the same.
    pub b: Sector,
    /// Ties, or meetings, observed.
    pub observed: f64,
    /// Expected: exactly under the stub null, the mean of the draws otherwise.
    pub expected: f64,
    /// Standard deviation over the draws.
    pub sd: f64,
    /// Two-sided p with the +1 correction; `None` where too few to tell.
    pub p: Option<f64>,
    /// p after Benjamini-Hochberg over the cells tested on both layers.
    pub q: Option<f64>,
    /// What it says.
    pub verdict: CellVerdict,
    /// The partnerships or events behind what is observed, sorted.
    pub records: Vec<RecordId>,
}

/// Sector by sector: observed, expected, verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorMatrix {
    /// Partnerships: cells count tied pairs. Participations: cells count meetings, an event of k making k/2 of them,
    /// spread evenly over its pairs.
    pub layer: Layer,
    /// The sectors with at least one tie or meeting, in the order in which they are shown.
    pub sectors: Vec<Sector>,
    /// Each pair once (a before or equal to b), row by row.
    pub cells: Vec<SectorCell>,
    /// Ties between members that have a sector, or participations of such in events of two or more.
    pub counted: usize,
    /// Ties or participations left out because a side has no sector.
    pub without_sector: usize,
    /// What is observed is compared with this.
    pub null: NullModel,
    /// Draws made.
    pub draws: usize,
    /// The rate of false alarms accepted.
    pub q: f64,
    /// The window's label.
    pub window: String,
}

impl SectorMatrix {
    /// The cells that are gaps, furthest below the expectation in standard deviations first, then in the order shown.
    #[must_use]
    pub fn gaps(&self) -> Vec<&SectorCell> {
        let mut gaps: Vec<&SectorCell> = self.cells.iter().filter(|c| c.verdict == CellVerdict::Gap).collect();
        let shortfall = |cell: &SectorCell| (cell.expected - cell.observed) / cell.sd;
        gaps.sort_by(|one, other| shortfall(other).total_cmp(&shortfall(one)));
        gaps
    }
}

/// The sectors in partnerships and at events, under one control of false alarms.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorGaps {
    /// Who works with whom.
    pub partnerships: Answer<SectorMatrix>,
    /// Who meets whom at events.
    pub participations: Answer<SectorMatrix>,
}

impl SectorGaps {
    /// What was found, partnerships first.
    pub fn found(&self) -> impl Iterator<Item = &SectorMatrix> {
        [&self.partnerships, &self.participations]
            .into_iter()
            .filter_map(Answer::found)
    }

    /// The gaps as rows, partnerships first.
    pub(super) fn gaps(&self) -> impl Iterator<Item = Gap> {
        self.found()
            .flat_map(|matrix| matrix.gaps().into_iter().map(|cell| cell.gap(matrix)))
    }
}

impl SectorCell {
    /// As a row: high where less than half of what is expected is there, medium otherwise.
    fn gap(&self, matrix: &SectorMatrix) -> Gap {
        let reading = match (matrix.layer, self.a == self.b) {
            (Layer::Participations, true) => "sector_gap_events_within",
            (Layer::Participations, false) => "sector_gap_events",
            (_, true) => "sector_gap_within",
            (_, false) => "sector_gap",
        };
        let grave = self.observed < self.expected / 2.0;
        let mut sectors = vec![self.a, self.b];
        sectors.dedup();
        Gap {
            severity: if grave { Severity::High } else { Severity::Medium },
            sectors,
            evidence: evidence([
                ("observed", Some(self.observed)),
                ("expected", Some(self.expected)),
                ("p", self.p),
                ("q", self.q),
            ]),
            certainty: Certainty::Tested,
            records: self.records.clone(),
            ..Gap::of(GapKind::SectorGap, reading, matrix.layer, &matrix.window)
        }
    }
}

/// The sector matrices of the window.
#[must_use]
pub fn sector_gaps(context: &Context<'_>) -> SectorGaps {
    let mut gathered = [ties(context), attendance(context)];
    let q = context.records.config.gaps.q;
    let options = MixingOptions {
        seed: context.seed,
        draws: context.draws,
        q,
    };
    if let Some(lacking) = too_few_draws(context, gathered.iter().flatten()) {
        let refused = |gathered: Result<Gathered, Lacking>| Answer::Cannot(gathered.err().unwrap_or(lacking.clone()));
        let [partnerships, participations] = gathered.map(refused);
        return SectorGaps {
            partnerships,
            participations,
        };
    }
    let layers: Vec<GroupedLayer<'_>> = gathered.iter().flatten().map(Gathered::layer).collect();
    let judged = mixing(&layers, options);
    let mut judged = judged.map(Vec::into_iter);
    let mut answer = |gathered: &mut Result<Gathered, Lacking>| match gathered {
        Err(lacking) => Answer::Cannot(lacking.clone()),
        Ok(gathered) => match judged.as_mut().and_then(Iterator::next) {
            Some(found) => Answer::Found(gathered.matrix(context, found)),
            None => Answer::Cannot(Lacking::Span("lacking-span-gaps_q")),
        },
    };
    let [partnerships, participations] = &mut gathered;
    SectorGaps {
        partnerships: answer(partnerships),
        participations: answer(participations),
    }
}

/// What [`sector_gaps`] lacks, found without a draw; `None` where one layer or the other can be judged.
#[must_use]
pub fn lacking(context: &Context<'_>) -> Option<Lacking> {
    let q = context.records.config.gaps.q;
    let gathered = [ties(context), attendance(context)];
    let refused = too_few_draws(context, gathered.iter().flatten());
    let judged = |gathered: Result<Gathered, Lacking>| match gathered {
        Ok(_) if q > 0.0 && q <= 1.0 => refused.clone(),
        Ok(_) => Some(Lacking::Span("lacking-span-gaps_q")),
        Err(lacking) => Some(lacking),
    };
    let [partnerships, participations] = gathered;
    let lacking = judged(partnerships)?;
    judged(participations).map(|_| lacking)
}

/// Where the correction could never reject with as many draws as are made, were every cell of the layers tested.
fn too_few_draws<'a>(context: &Context<'_>, layers: impl Iterator<Item = &'a Gathered>) -> Option<Lacking> {
    let cells = layers
        .map(|layer| layer.sectors.len() * (layer.sectors.len() + 1) / 2)
        .sum();
    let most = MOST_DRAWS.max(context.draws);
    let needed = draws_needed(cells, context.records.config.gaps.q).filter(|needed| *needed > most)?;
    Some(Lacking::TooFew {
        what: "lacking-few-draws",
        found: most,
        needed,
    })
}

/// One layer, ready to be judged.
struct Gathered {
    sectors: Vec<Sector>,
    /// For each node, the place of its sector among `sectors`.
    groups: Vec<u32>,
    without_sector: usize,
    what: What,
}

enum What {
    /// Tied pairs, each with the records behind it.
    Ties(Vec<(u32, u32)>, Vec<BTreeSet<RecordId>>),
    /// Attendance of the events of two or more.
    Events(Incidence, Vec<EventIndex>),
}

impl Gathered {
    fn layer(&self) -> GroupedLayer<'_> {
        let (groups, count) = (self.groups.as_slice(), self.sectors.len());
        match &self.what {
            What::Ties(ties, _) => {
                let network = GroupedTies { groups, count, ties };
                match null_for(groups.len(), ties.len()) {
                    NullModel::DegreePreservingSwaps => GroupedLayer::Swaps(network),
                    _ => GroupedLayer::Stubs(network),
                }
            }
            What::Events(attendance, _) => GroupedLayer::Attendance(GroupedAttendance {
                groups,
                count,
                attendance,
            }),
        }
    }

    fn matrix(&self, context: &Context<'_>, found: Mixing) -> SectorMatrix {
        let cells = found.cells.into_iter().map(|cell| SectorCell {
            a: self.sectors[cell.a],
            b: self.sectors[cell.b],
            observed: cell.comparison.observed,
            expected: cell.comparison.expected,
            sd: cell.comparison.sd,
            p: cell.p,
            q: cell.q,
            verdict: cell.verdict,
            records: self.records(context, cell.a as u32, cell.b as u32),
        });
        SectorMatrix {
            layer: match self.what {
                What::Ties(..) => Layer::Partnerships,
                What::Events(..) => Layer::Participations,
            },
            cells: cells.collect(),
            counted: match &self.what {
                What::Ties(ties, _) => ties.len(),
                What::Events(attendance, _) => attendance.participations(),
            },
            sectors: self.sectors.clone(),
            without_sector: self.without_sector,
            null: found.null,
            draws: found.draws,
            q: context.records.config.gaps.q,
            window: context.window.label.clone(),
        }
    }

    /// The partnerships or events that two groups share.
    fn records(&self, context: &Context<'_>, a: u32, b: u32) -> Vec<RecordId> {
        let group = |node: u32| self.groups[node as usize];
        let all: BTreeSet<RecordId> = match &self.what {
            What::Ties(ties, records) => {
                let between = |&&(x, y): &&(u32, u32)| [(a, b), (b, a)].contains(&(group(x), group(y)));
                let behind = ties.iter().zip(records).filter(|(tie, _)| between(tie));
                behind.flat_map(|(_, records)| records.iter().cloned()).collect()
            }
            What::Events(attendance, events) => {
                let came = |event: usize, one: u32| {
                    let participants = attendance.participants(event).iter();
                    participants.filter(|node| group(**node) == one).count()
                };
                let shared = |event: &usize| match a == b {
                    true => came(*event, a) > 1,
                    false => came(*event, a) > 0 && came(*event, b) > 0,
                };
                let shared = (0..events.len()).filter(shared);
                shared
                    .map(|event| RecordId(context.records.event(events[event]).id.0.clone()))
                    .collect()
            }
        };
        all.into_iter().collect()
    }
}

/// The nodes of a layer and the sectors that they belong to; `None` for those that are none of them.
struct Nodes {
    places: Vec<Place>,
    sectors: Vec<Sector>,
    groups: Vec<u32>,
}

impl Nodes {
    fn new(context: &Context<'_>, places: BTreeSet<Place>) -> Self {
        let of = |place: &Place| context.network.roster().member(*place).sector;
        let present: BTreeSet<Sector> = places.iter().filter_map(of).collect();
        let sectors: Vec<Sector> = Sector::ALL.into_iter().filter(|one| present.contains(one)).collect();
        let group = |place: &Place| sectors.iter().position(|one| Some(*one) == of(place)).unwrap_or(0) as u32;
        Self {
            groups: places.iter().map(group).collect(),
            places: places.into_iter().collect(),
            sectors,
        }
    }

    fn at(&self, place: Place) -> u32 {
        self.places.binary_search(&place).unwrap_or(0) as u32
    }

    fn gathered(self, without_sector: usize, what: What) -> Result<Gathered, Lacking> {
        let (key, found) = match &what {
            What::Ties(ties, _) => ("lacking-few-ties", ties.len()),
            What::Events(_, events) => ("lacking-few-events", events.len()),
        };
        let few = |what, found, needed| Lacking::TooFew { what, found, needed };
        if found < FEWEST {
            return Err(few(key, found, FEWEST));
        }
        if self.sectors.len() < 2 {
            return Err(few("lacking-few-sectors", self.sectors.len(), 2));
        }
        Ok(Gathered {
            sectors: self.sectors,
            groups: self.groups,
            without_sector,
            what,
        })
    }
}

/// The table that a layer is made of, and any sector at all.
fn asked(context: &Context<'_>, table: TableName, is_empty: bool) -> Result<(), Lacking> {
    let column = |table, column| Lacking::Column { table, column };
    if is_empty {
        return Err(column(table, None));
    }
    let mut members = context.network.roster().members.iter();
    match members.all(|member| member.sector.is_none()) {
        true => Err(column(TableName::Stakeholders, Some("sector"))),
        false => Ok(()),
    }
}

fn ties(context: &Context<'_>) -> Result<Gathered, Lacking> {
    asked(
        context,
        TableName::Partnerships,
        context.records.partnerships.is_empty(),
    )?;
    let mut pairs: BTreeMap<(Place, Place), BTreeSet<RecordId>> = BTreeMap::new();
    let live = context.network.live_partnerships(context.window);
    for tie in live.filter(|tie| tie.source != tie.target) {
        let pair = (tie.source.min(tie.target), tie.source.max(tie.target));
        let record = context.records.partnerships[tie.partnership as usize].id.clone();
        pairs.entry(pair).or_default().insert(record);
    }
    let has_sector = |place: Place| context.network.roster().member(place).sector.is_some();
    let all = pairs.len();
    pairs.retain(|(a, b), _| has_sector(*a) && has_sector(*b));
    let nodes = Nodes::new(context, pairs.keys().flat_map(|(a, b)| [*a, *b]).collect());
    let ties = pairs.keys().map(|(a, b)| (nodes.at(*a), nodes.at(*b))).collect();
    let without_sector = all - pairs.len();
    nodes.gathered(without_sector, What::Ties(ties, pairs.into_values().collect()))
}

fn attendance(context: &Context<'_>) -> Result<Gathered, Lacking> {
    asked(
        context,
        TableName::Participations,
        context.records.participations.is_empty(),
    )?;
    let has_sector = |place: &Place| context.network.roster().member(*place).sector.is_some();
    let (mut events, mut without_sector) = (Vec::new(), 0);
    for event in (0..context.records.events.len() as u32).map(EventIndex) {
        let mut participants: Vec<_> = context.network.participants(event, context.window).collect();
        let all = participants.len();
        participants.retain(has_sector);
        without_sector += all - participants.len();
        if participants.len() > 1 {
            events.push((event, participants));
        }
    }
    let nodes = Nodes::new(
        context,
        events.iter().flat_map(|(_, places)| places.iter().copied()).collect(),
    );
    let rows: Vec<Vec<u32>> = events
        .iter()
        .map(|(_, places)| places.iter().map(|place| nodes.at(*place)).collect())
        .collect();
    let attendance = Incidence::from_events(nodes.places.len(), rows.iter().map(Vec::as_slice));
    let events = events.into_iter().map(|(event, _)| event).collect();
    nodes.gathered(without_sector, What::Events(attendance, events))
}

fn null_for(nodes: usize, ties: usize) -> NullModel {
    let possible = nodes as f64 * (nodes as f64 - 1.0) / 2.0;
    if ties as f64 > DENSE * possible {
        NullModel::DegreePreservingSwaps
    } else {
        NullModel::Stubs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{TestHub, hub};

    /// Twelve of government and twelve firms, each sector a ring with chords, and so many ties across.
    fn rings(across: usize) -> TestHub {
        let name = |sector: usize, place: usize| format!("{}{:02}", ["g", "f"][sector], place % 12);
        let sectors = [Sector::Government, Sector::Business];
        let names: Vec<(String, Sector)> = (0..24)
            .map(|node| (name(node / 12, node), sectors[node / 12]))
            .collect();
        let mut filled = hub(&names
            .iter()
            .map(|(id, sector)| (id.as_str(), *sector))
            .collect::<Vec<_>>());
        for sector in 0..2 {
            for place in 0..12 {
                filled = filled.tie(&name(sector, place), &name(sector, place + 1), "2024-01-01", "open");
            }
        }
        for place in 0..across {
            filled = filled.tie(&name(0, place), &name(1, place), "2024-01-01", "open");
        }
        filled.studied_until("2024-12-31")
    }

    fn partnerships(filled: &TestHub) -> Answer<SectorMatrix> {
        sector_gaps(&Prepared::latest(filled).context()).partnerships
    }

    #[test]
    fn sectors_that_come_to_different_events_are_a_gap_and_both_layers_are_one_family() {
        // twelve events of four of government, twelve of four firms, one of two and two; one guest without sector
        let mut filled = rings(1);
        for event in 0..24_usize {
            for guest in 0..4 {
                let who = format!("{}{:02}", ["g", "f"][event % 2], (event + 5 * guest) % 12);
                filled = filled.attends(&who, &format!("e{event:02}"), "2024-05-01");
            }
        }
        for who in ["g00", "g01", "f00", "f01", "nobody"] {
            filled = filled.attends(who, "mixed", "2024-06-01");
        }
        filled = filled.attends("g03", "alone", "2024-07-01");
        let found = sector_gaps(&Prepared::latest(&filled).context());
        let (ties, met) = (
            found.partnerships.found().expect("ties"),
            found.participations.found().expect("events"),
        );
        assert_eq!(
            (met.counted, met.without_sector, met.null),
            (100, 1, NullModel::Curveball)
        );
        let gaps = met.gaps();
        assert_eq!(
            (gaps.len(), gaps[0].a, gaps[0].b),
            (1, Sector::Government, Sector::Business)
        );
        // two of each at the mixed event of four: 2 · 2/3
        assert!((gaps[0].observed - 4.0 / 3.0).abs() <= 1e-12);
        assert_eq!(gaps[0].records, [RecordId::from("mixed")]);
        let cells: Vec<&SectorCell> = ties.cells.iter().chain(&met.cells).collect();
        assert!(cells.iter().all(|cell| cell.q.is_some_and(|q| q <= 0.05)), "{cells:?}");
    }

    #[test]
    fn sectors_that_hardly_meet_are_a_gap() {
        let Answer::Found(found) = partnerships(&rings(1)) else {
            panic!("25 ties");
        };
        assert_eq!(
            (found.counted, found.without_sector, found.null),
            (25, 0, NullModel::Stubs)
        );
        let gaps = found.gaps();
        assert_eq!(gaps.len(), 1);
        // 25 ends on each side of 25 ties: 25 · 25/49
        assert!((gaps[0].expected - 625.0 / 49.0).abs() <= 1e-12);
        assert_eq!(
            (gaps[0].a, gaps[0].b, gaps[0].observed as usize),
            (Sector::Government, Sector::Business, 1)
        );
        assert_eq!(gaps[0].records.len(), 1);
    }

    #[test]
    fn parallel_partnerships_are_one_tie_with_all_its_records_and_ties_without_sector_are_counted() {
        let filled = rings(3)
            .tie("f00", "g00", "2024-03-01", "open")
            .tie("g00", "nobody", "2024-03-01", "open")
            .tie("g05", "g05", "2024-03-01", "open");
        let Answer::Found(found) = partnerships(&filled) else {
            panic!("27 ties");
        };
        assert_eq!((found.counted, found.without_sector), (27, 1));
        let across = found.cells.iter().find(|cell| cell.a != cell.b).expect("a cell");
        assert_eq!((across.observed as usize, across.records.len()), (3, 4));
    }

    #[test]
    fn a_rate_that_would_take_too_many_draws_is_refused() {
        // three cells, 2 · 3 / q draws and the observed one: q = 0.00005 needs 119,999
        let strict = rings(1).edit(|records| records.config.gaps.q = 0.000_05);
        let expected = Lacking::TooFew {
            what: "lacking-few-draws",
            found: MOST_DRAWS,
            needed: 119_999,
        };
        assert_eq!(partnerships(&strict), Answer::Cannot(expected.clone()));
        let prepared = Prepared::latest(&strict);
        let column = Lacking::Column {
            table: TableName::Participations,
            column: None,
        };
        assert_eq!(sector_gaps(&prepared.context()).participations, Answer::Cannot(column));
        assert_eq!(super::lacking(&prepared.context()), Some(expected));
    }

    #[test]
    fn dense_networks_are_compared_with_swaps() {
        // 10 ties among 5: density 1; among 200 nodes it would be sparse
        assert_eq!(null_for(5, 10), NullModel::DegreePreservingSwaps);
        assert_eq!(null_for(200, 400), NullModel::Stubs);
    }

    #[test]
    fn what_is_missing_is_named() {
        let lacking = |filled: TestHub| partnerships(&filled);
        let column = |table, column| Answer::Cannot(Lacking::Column { table, column });
        assert_eq!(
            lacking(hub(&[("a", Sector::Business)])),
            column(TableName::Partnerships, None)
        );
        let unknown = hub(&[]).tie("a", "b", "2024-01-01", "open");
        assert_eq!(lacking(unknown), column(TableName::Stakeholders, Some("sector")));
        let few = hub(&[("a", Sector::Business), ("b", Sector::Business)]).tie("a", "b", "2024-01-01", "open");
        let expected = Lacking::TooFew {
            what: "lacking-few-ties",
            found: 1,
            needed: 10,
        };
        assert_eq!(lacking(few), Answer::Cannot(expected));
    }
}
