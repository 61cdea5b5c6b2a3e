//! The map, the figures of the whole network, and who stands between others.

use super::{Material, capital, text};
use crate::messages::Arg;
use crate::metrics::NetworkMeasure;
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
    blocks.push(whole(material, &args));
    Some(material.section("map", "report-map-title", blocks))
}

/// The figures that mean something by themselves; what only means something beside chance stands in the tables.
pub(super) const FIGURES: [NetworkMeasure; 12] = [
    NetworkMeasure::Members,
    NetworkMeasure::Active,
    NetworkMeasure::Ties,
    NetworkMeasure::MeanDegree,
    NetworkMeasure::Components,
    NetworkMeasure::LargestComponentShare,
    NetworkMeasure::MeanPathLength,
    NetworkMeasure::Diameter,
    NetworkMeasure::ArticulationPoints,
    NetworkMeasure::Bridges,
    NetworkMeasure::Robustness,
    NetworkMeasure::RobustnessRandom,
];

fn whole(material: &Material<'_>, place: &[(&str, Arg)]) -> Block {
    let summary = material.say("report-map-figures", place);
    let columns = material.columns(&[
        ("report-column-figure", Align::Text),
        ("report-column-value", Align::Number),
        ("report-column-unit", Align::Text),
        ("report-column-meaning", Align::Text),
    ]);
    let mut grid = Grid::new(summary.clone(), columns);
    for measure in FIGURES {
        let name = measure.info().name;
        grid.rows.push(vec![
            capital(&material.word(&format!("measure-{name}"))),
            value(material, measure),
            unit(material, measure),
            material.word(&format!("measure-{name}-definition")),
        ]);
    }
    let mut notes = vec![material.word("report-map-figures-others")];
    if FIGURES.iter().any(|measure| is_inexact(material, *measure)) {
        let heading = ("heading", material.word("report-method-inexact").into());
        notes.push(material.say("report-map-figures-inexact", &[heading]));
    }
    grid.note = Some(notes.join(" "));
    Block::Folded { summary, grid }
}

fn is_inexact(material: &Material<'_>, measure: NetworkMeasure) -> bool {
    let mut approximated = material.analysis.whole.approximated.iter();
    approximated.any(|(one, _)| *one == measure)
}

/// The figure, a share as a percentage, departures in random order with their range.
fn value(material: &Material<'_>, measure: NetworkMeasure) -> String {
    let written = |measure: NetworkMeasure| {
        let value = material.analysis.whole.figure(measure)?;
        Some(match measure.info().unit {
            "share" => material.percent(value),
            _ => material.number(value),
        })
    };
    let Some(value) = written(measure) else {
        return material.word("report-value-none");
    };
    let range = match measure {
        NetworkMeasure::RobustnessRandom => {
            written(NetworkMeasure::RobustnessRandomLow).zip(written(NetworkMeasure::RobustnessRandomHigh))
        }
        _ => None,
    };
    match range {
        Some((low, high)) => {
            let args = [("value", value.into()), ("low", low.into()), ("high", high.into())];
            material.say("report-value-range", &args)
        }
        None if is_inexact(material, measure) => format!("≈ {value}"),
        None => value,
    }
}

/// The unit in words; that of a distance depends on how long a tie is.
fn unit(material: &Material<'_>, measure: NetworkMeasure) -> String {
    match measure.info().unit {
        "length" => material.word(&format!(
            "report-unit-length-{}",
            material.analysis.options.path_length.name()
        )),
        unit => material.word(&format!("report-unit-{unit}")),
    }
}
