//! Which sectors meet less than their members' activity predicts?
//!
//! In: binary ties of the partnerships layer in the window. Out: sector by sector, observed against expected under a
//! null that keeps everyone's number of ties ([`crate::statistics::mixing`]), at a declared rate of false alarms.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Context, Lacking};
use crate::network::Place;
use crate::records::{RecordId, Sector, TableName};
use crate::statistics::mixing::{GroupedTies, MixingOptions, mixing};

pub use crate::statistics::mixing::{CellVerdict, MixingNull as SectorNull};

/// Under so many ties nothing is tested.
const FEWEST_TIES: usize = 10;

/// Above this density, among those with a tie, the stub null's double ties and loops would matter.
const DENSE: f64 = 0.1;

/// One pair of sectors.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorCell {
    /// One sector.
    pub a: Sector,
    /// The other, or the same.
    pub b: Sector,
    /// Ties observed.
    pub observed: usize,
    /// Ties expected: exactly under the stub null, the mean of the draws under swaps.
    pub expected: f64,
    /// Standard deviation over the draws.
    pub sd: f64,
    /// Two-sided p with the +1 correction; `None` where too few to tell.
    pub p: Option<f64>,
    /// p after Benjamini-Hochberg over the cells tested.
    pub q: Option<f64>,
    /// What it says.
    pub verdict: CellVerdict,
    /// The partnerships behind the observed ties, sorted.
    pub records: Vec<RecordId>,
}

/// Sector by sector: observed, expected, verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorMatrix {
    /// The sectors with at least one tie, in the order in which they are shown.
    pub sectors: Vec<Sector>,
    /// Each pair once (a before or equal to b), row by row.
    pub cells: Vec<SectorCell>,
    /// Ties between members that have a sector.
    pub ties: usize,
    /// Ties left out because a side has no sector.
    pub ties_without_sector: usize,
    /// What the ties are compared with: stubs, or swaps where the network is dense.
    pub null: SectorNull,
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
        let shortfall = |cell: &SectorCell| (cell.expected - cell.observed as f64) / cell.sd;
        gaps.sort_by(|one, other| shortfall(other).total_cmp(&shortfall(one)));
        gaps
    }
}

/// The tied pairs of the partnerships layer, each with the records behind it.
type Pairs = BTreeMap<(Place, Place), BTreeSet<RecordId>>;

/// The sector matrix of the partnerships layer in the window.
#[must_use]
pub fn sector_matrix(context: &Context<'_>) -> Answer<SectorMatrix> {
    match judged(context) {
        Ok(matrix) => Answer::Found(matrix),
        Err(lacking) => Answer::Cannot(lacking),
    }
}

fn judged(context: &Context<'_>) -> Result<SectorMatrix, Lacking> {
    let column = |table, column| Lacking::Column { table, column };
    let few = |what, found, needed| Lacking::TooFew { what, found, needed };
    if context.records.partnerships.is_empty() {
        return Err(column(TableName::Partnerships, None));
    }
    let sector = |place: Place| context.network.roster().member(place).sector;
    if context
        .network
        .roster()
        .members
        .iter()
        .all(|member| member.sector.is_none())
    {
        return Err(column(TableName::Stakeholders, Some("sector")));
    }
    let (known, unknown): (Pairs, Pairs) = pairs(context)
        .into_iter()
        .partition(|((a, b), _)| sector(*a).is_some() && sector(*b).is_some());
    let tied: BTreeSet<Place> = known.keys().flat_map(|(a, b)| [*a, *b]).collect();
    let present: BTreeSet<Sector> = tied.iter().filter_map(|place| sector(*place)).collect();
    let sectors: Vec<Sector> = Sector::ALL.into_iter().filter(|one| present.contains(one)).collect();
    if known.len() < FEWEST_TIES {
        return Err(few("lacking-few-ties", known.len(), FEWEST_TIES));
    }
    if sectors.len() < 2 {
        return Err(few("lacking-few-sectors", sectors.len(), 2));
    }
    let places: Vec<Place> = tied.into_iter().collect();
    let node = |place: &Place| places.binary_search(place).unwrap_or(0) as u32;
    let group = |place: &Place| sectors.iter().position(|one| Some(*one) == sector(*place)).unwrap_or(0) as u32;
    let groups: Vec<u32> = places.iter().map(group).collect();
    let ties: Vec<(u32, u32)> = known.keys().map(|(a, b)| (node(a), node(b))).collect();
    let q = context.records.config.gaps.q;
    let options = MixingOptions {
        null: null_for(places.len(), ties.len()),
        seed: context.seed,
        draws: context.draws,
        q,
    };
    let network = GroupedTies {
        groups: &groups,
        count: sectors.len(),
        ties: &ties,
    };
    let found = mixing(network, options).ok_or(Lacking::Span("lacking-span-gaps_q"))?;
    let records = |a: Sector, b: Sector| -> Vec<RecordId> {
        let between = |x: Place, y: Place| (sector(x), sector(y)) == (Some(a), Some(b));
        let behind = known.iter().filter(|((x, y), _)| between(*x, *y) || between(*y, *x));
        let all: BTreeSet<RecordId> = behind.flat_map(|(_, records)| records.iter().cloned()).collect();
        all.into_iter().collect()
    };
    let cells = found.cells.into_iter().map(|cell| SectorCell {
        a: sectors[cell.a],
        b: sectors[cell.b],
        observed: cell.observed,
        expected: cell.expected,
        sd: cell.sd,
        p: cell.p,
        q: cell.q,
        verdict: cell.verdict,
        records: records(sectors[cell.a], sectors[cell.b]),
    });
    Ok(SectorMatrix {
        cells: cells.collect(),
        ties: known.len(),
        ties_without_sector: unknown.len(),
        null: found.null,
        draws: found.draws,
        q,
        window: context.window.label.clone(),
        sectors,
    })
}

fn null_for(nodes: usize, ties: usize) -> SectorNull {
    let possible = nodes as f64 * (nodes as f64 - 1.0) / 2.0;
    if ties as f64 > DENSE * possible {
        SectorNull::DegreePreservingSwaps
    } else {
        SectorNull::Stubs
    }
}

fn pairs(context: &Context<'_>) -> Pairs {
    let mut pairs = Pairs::new();
    for tie in context
        .network
        .live_partnerships(context.window)
        .filter(|tie| tie.source != tie.target)
    {
        let pair = (tie.source.min(tie.target), tie.source.max(tie.target));
        let record = context.records.partnerships[tie.partnership as usize].id.clone();
        pairs.entry(pair).or_default().insert(record);
    }
    pairs
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

    #[test]
    fn sectors_that_hardly_meet_are_a_gap() {
        let Answer::Found(found) = sector_matrix(&Prepared::latest(&rings(1)).context()) else {
            panic!("25 ties");
        };
        assert_eq!(
            (found.ties, found.ties_without_sector, found.null),
            (25, 0, SectorNull::Stubs)
        );
        let gaps = found.gaps();
        assert_eq!(gaps.len(), 1);
        // 25 ends on each side of 25 ties: 25 · 25/49
        assert!((gaps[0].expected - 625.0 / 49.0).abs() <= 1e-12);
        assert_eq!(
            (gaps[0].a, gaps[0].b, gaps[0].observed),
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
        let Answer::Found(found) = sector_matrix(&Prepared::latest(&filled).context()) else {
            panic!("27 ties");
        };
        assert_eq!((found.ties, found.ties_without_sector), (27, 1));
        let across = found.cells.iter().find(|cell| cell.a != cell.b).expect("a cell");
        assert_eq!((across.observed, across.records.len()), (3, 4));
    }

    #[test]
    fn dense_networks_are_compared_with_swaps() {
        // 10 ties among 5: density 1; among 200 nodes it would be sparse
        assert_eq!(null_for(5, 10), SectorNull::DegreePreservingSwaps);
        assert_eq!(null_for(200, 400), SectorNull::Stubs);
    }

    #[test]
    fn what_is_missing_is_named() {
        let lacking = |filled: TestHub| sector_matrix(&Prepared::latest(&filled).context());
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
