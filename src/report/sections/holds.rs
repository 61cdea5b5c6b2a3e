//! What holds the network together? Members that alone connect others, and the network without its operator or its
//! largest event.

use crate::indicators::Indicator;

use super::{Material, text};
use crate::messages::Arg;
use crate::report::html::{Align, Block, Grid, Section};

pub(super) fn section(material: &Material<'_>) -> Option<Section> {
    let analysis = material.analysis;
    let found = &analysis.gaps.cut_points;
    let args = [("count", found.len().into()), ("window", material.window().into())];
    let mut blocks = vec![Block::Lead {
        text: material.say("report-holds-lead", &args),
    }];
    if !found.is_empty() {
        blocks.push(Block::Table(cut_points(material)));
    }
    let without = [
        Indicator::ConnectedWithoutOperator,
        Indicator::ConnectedWithoutLargestEvent,
    ];
    blocks.extend(without.into_iter().filter_map(|indicator| figure(material, indicator)));
    (analysis.working.tie_count() > 0).then(|| material.section("holds", "report-holds-title", blocks))
}

fn cut_points(material: &Material<'_>) -> Grid {
    let columns = material.columns(&[
        ("report-holds-column-member", Align::Text),
        ("report-holds-column-stranded", Align::Number),
        ("report-holds-column-who", Align::Text),
        ("report-holds-column-stability", Align::Number),
    ]);
    let grid = Grid::new(material.word("report-holds-table"), columns);
    let row = |point: &crate::findings::cut_points::CutPoint| {
        let stranded: Vec<String> = point
            .stranded_places
            .iter()
            .map(|place| material.name(*place).to_owned())
            .collect();
        vec![
            material.name(point.place).to_owned(),
            material.messages.number(point.stranded as f64, 0),
            material.list(&stranded, 3),
            point
                .stability
                .map(|share| material.messages.percent(share))
                .unwrap_or_default(),
        ]
    };
    let rows = material.analysis.gaps.cut_points.iter().map(row).collect();
    material.first_rows(grid, rows, "tables/cut_points.csv")
}

/// The last window's value, with its interval, layer and days.
fn figure(material: &Material<'_>, indicator: Indicator) -> Option<Block> {
    let series = &material.analysis.indicators.rolling;
    let series = series.iter().find(|series| series.indicator == indicator)?;
    let last = series.points.last().filter(|point| point.window.partial.is_none())?;
    let layer = series.layer.map_or("working", |layer| layer.name());
    let name = super::indicators::name(material, indicator);
    let mut args: Vec<(&str, Arg)> = vec![
        ("name", name.into()),
        ("layer", material.word(&format!("report-layer-{layer}")).into()),
        ("window", material.window_of(&last.window).into()),
        (
            "value",
            super::indicators::amount(material, indicator, last.value?).into(),
        ),
    ];
    let ends = last
        .interval
        .and_then(|interval| super::indicators::interval_args(material, indicator, interval));
    let key = if ends.is_some() {
        "report-holds-figure-interval"
    } else {
        "report-holds-figure"
    };
    args.extend(ends.into_iter().flatten());
    Some(text(material.say(key, &args)))
}
