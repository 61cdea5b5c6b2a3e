//! The map, the figures of the whole network, and who stands between others.

use super::{Material, capital, text};
use crate::report::html::{Align, Block, Grid, Section};

pub(super) fn section(material: &Material<'_>) -> Option<Section> {
    let map = material.figure("map")?;
    let layer = material.word(&format!("report-layer-{}", material.analysis.options.layer.name()));
    let args = [("layer", layer.into()), ("window", material.window().into())];
    let mut blocks = vec![
        Block::Lead {
            text: material.say("report-map-lead", &args),
        },
        map,
    ];
    blocks.extend(material.figure("ranking-betweenness"));
    if let Some(lacking) = material.analysis.stability.lacking() {
        blocks.push(text(material.lacking(lacking)));
    }
    blocks.push(whole(material));
    Some(material.section("map", "report-map-title", blocks))
}

fn whole(material: &Material<'_>) -> Block {
    let summary = material.word("report-map-figures");
    let columns = material.columns(&[
        ("report-column-figure", Align::Text),
        ("report-column-value", Align::Number),
        ("report-column-meaning", Align::Text),
    ]);
    let mut grid = Grid::new(summary.clone(), columns);
    for (measure, value) in &material.analysis.whole.figures {
        let name = measure.info().name;
        grid.rows.push(vec![
            capital(&material.word(&format!("measure-{name}"))),
            value.map_or_else(|| material.word("report-value-none"), |value| material.number(value)),
            material.word(&format!("measure-{name}-definition")),
        ]);
    }
    Block::Folded { summary, grid }
}
