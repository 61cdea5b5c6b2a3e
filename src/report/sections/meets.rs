//! Which sectors work together more or less than their activity predicts?

use crate::findings::sector_gap::{CellVerdict, SectorCell, SectorMatrix};
use crate::messages::Arg;

use super::{Material, capital, caveat};
use crate::report::html::{Block, Section};

pub(super) fn section(material: &Material<'_>) -> Option<Section> {
    let matrix = material.analysis.gaps.sectors.found()?;
    let args = [("window", material.window().into()), ("q", Arg::Percent(matrix.q))];
    let mut blocks = vec![Block::Lead {
        text: material.say("report-meets-lead", &args),
    }];
    blocks.extend(material.figure("sector-matrix"));
    let found: Vec<String> = matrix
        .cells
        .iter()
        .filter_map(|cell| sentence(material, cell))
        .collect();
    blocks.push(if found.is_empty() {
        super::text(material.word("report-meets-none"))
    } else {
        Block::List { items: found }
    });
    blocks.extend(left_out(material, matrix));
    Some(material.section("sectors", "report-meets-title", blocks))
}

fn sentence(material: &Material<'_>, cell: &SectorCell) -> Option<String> {
    let key = match (cell.verdict, cell.a == cell.b) {
        (CellVerdict::Gap, false) => "report-meets-gap",
        (CellVerdict::Gap, true) => "report-meets-within-gap",
        (CellVerdict::Surplus, false) => "report-meets-surplus",
        (CellVerdict::Surplus, true) => "report-meets-within-surplus",
        (CellVerdict::AsExpected | CellVerdict::TooFewToTell, _) => return None,
    };
    let args = [
        ("a", material.sector(cell.a).into()),
        ("b", material.sector(cell.b).into()),
        ("observed", cell.observed.into()),
        ("expected", Arg::Decimal(cell.expected, 1)),
        ("p", material.probability(cell.q?).into()),
    ];
    Some(capital(&material.say(key, &args)))
}

fn left_out(material: &Material<'_>, matrix: &SectorMatrix) -> Vec<Block> {
    let few = matrix
        .cells
        .iter()
        .filter(|cell| cell.verdict == CellVerdict::TooFewToTell)
        .count();
    [
        ("report-meets-few", few),
        ("report-meets-left-out", matrix.ties_without_sector),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| caveat(material.say(key, &[("count", count.into())])))
    .collect()
}
