//! Which sectors work together, and meet at events, more or less than their activity predicts?

use crate::findings::sector_gap::{CellVerdict, SectorCell, SectorMatrix};
use crate::messages::Arg;
use crate::network::Layer;

use super::{Material, capital, caveat};
use crate::report::html::{Block, Section};

pub(super) fn section(material: &Material<'_>) -> Option<Section> {
    let gaps = &material.analysis.gaps.sectors;
    let blocks: Vec<Block> = gaps.found().flat_map(|matrix| layer(material, matrix)).collect();
    (!blocks.is_empty()).then(|| material.section("sectors", "report-meets-title", blocks))
}

fn layer(material: &Material<'_>, matrix: &SectorMatrix) -> Vec<Block> {
    let partnerships = matrix.layer == Layer::Partnerships;
    let args = [("window", material.window().into()), ("q", Arg::Percent(matrix.q))];
    let mut blocks = if partnerships {
        vec![Block::Lead {
            text: material.say("report-meets-lead", &args),
        }]
    } else {
        vec![
            Block::Heading {
                text: material.word("report-meets-events"),
            },
            super::text(material.say("report-meets-events-lead", &args)),
        ]
    };
    if partnerships {
        blocks.extend(material.figure("sector-matrix"));
    }
    let found: Vec<String> = matrix
        .cells
        .iter()
        .filter_map(|cell| sentence(material, matrix.layer, cell))
        .collect();
    blocks.push(if found.is_empty() {
        super::text(material.word("report-meets-none"))
    } else {
        Block::List { items: found }
    });
    blocks.extend(left_out(material, matrix));
    blocks
}

fn sentence(material: &Material<'_>, layer: Layer, cell: &SectorCell) -> Option<String> {
    let key = match (cell.verdict, cell.a == cell.b) {
        (CellVerdict::Gap, false) => "gap",
        (CellVerdict::Gap, true) => "within-gap",
        (CellVerdict::Surplus, false) => "surplus",
        (CellVerdict::Surplus, true) => "within-surplus",
        (CellVerdict::AsExpected | CellVerdict::TooFewToTell, _) => return None,
    };
    let (key, observed) = match layer {
        Layer::Participations => (format!("report-meets-events-{key}"), Arg::Decimal(cell.observed, 1)),
        _ => (format!("report-meets-{key}"), Arg::from(cell.observed as usize)),
    };
    let args = [
        ("a", material.sector(cell.a).into()),
        ("b", material.sector(cell.b).into()),
        ("observed", observed),
        ("expected", Arg::Decimal(cell.expected, 1)),
        ("p", material.probability(cell.q?).into()),
    ];
    Some(capital(&material.say(&key, &args)))
}

fn left_out(material: &Material<'_>, matrix: &SectorMatrix) -> Vec<Block> {
    let few = matrix
        .cells
        .iter()
        .filter(|cell| cell.verdict == CellVerdict::TooFewToTell)
        .count();
    let keys = match matrix.layer {
        Layer::Participations => ["report-meets-events-few", "report-meets-events-left-out"],
        _ => ["report-meets-few", "report-meets-left-out"],
    };
    keys.into_iter()
        .zip([few, matrix.without_sector])
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| caveat(material.say(key, &[("count", count.into())])))
        .collect()
}
