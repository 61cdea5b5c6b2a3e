//! What holds the network together? Without whom others would be cut off, beside the network without its operator and
//! without its largest event; payers, sectors and administrations; and how many departures it bears.

use crate::findings::continuity::{Loss, Subject};
use crate::indicators::Indicator;

use super::{Material, ROWS_SHOWN, caveat, text};
use crate::messages::Arg;
use crate::report::html::{Align, Block, Grid, Section};
use crate::tables::LossesOf;

/// Where every loss stands.
const FILE: &str = "tables/without.csv";

pub(super) fn section(material: &Material<'_>) -> Option<Section> {
    let analysis = material.analysis;
    let cut_points = analysis.gaps.cut_points.len();
    let args = [("count", cut_points.into()), ("window", material.window().into())];
    let mut blocks = vec![Block::Lead {
        text: material.say("report-holds-lead", &args),
    }];
    blocks.extend(material.figure("without"));
    blocks.push(Block::Table(first_losses(material)));
    blocks.push(caveat(material.word("report-without-read")));
    let without = [
        Indicator::ConnectedWithoutOperator,
        Indicator::ConnectedWithoutLargestEvent,
    ];
    blocks.extend(without.into_iter().filter_map(|indicator| figure(material, indicator)));
    blocks.extend(others(material));
    blocks.extend(material.figure("departures"));
    blocks.extend(splits(material));
    (analysis.working.tie_count() > 0).then(|| material.section("holds", "report-holds-title", blocks))
}

fn losses_of<'a>(material: &Material<'a>) -> LossesOf<'a> {
    LossesOf::analysis(material.analysis, material.naming, material.messages)
}

/// The hub, the largest event, and the first members.
fn first_losses(material: &Material<'_>) -> Grid {
    let found = &material.analysis.continuity;
    let of = losses_of(material);
    let columns = material.columns(&[
        ("report-without-column-without", Align::Text),
        ("report-without-column-cut_off", Align::Number),
        ("report-without-column-carried_on", Align::Number),
        ("report-without-column-who", Align::Text),
        ("report-without-column-sectors", Align::Text),
        ("report-without-column-stops", Align::Number),
        ("report-without-column-money", Align::Number),
        ("report-without-column-stability", Align::Number),
        ("report-without-column-substitutes", Align::Text),
    ]);
    let grid = Grid::new(material.word("report-without-table"), columns);
    let beside = found.hub.found().into_iter().chain(&found.largest_event);
    let members = found.members.iter().filter(|loss| !of.is_about_a_person(loss));
    let rows: Vec<Vec<String>> = beside.chain(members).map(|loss| row(material, &of, loss)).collect();
    material.filled_columns(material.first_rows(grid, rows, FILE))
}

fn row(material: &Material<'_>, of: &LossesOf<'_>, loss: &Loss) -> Vec<String> {
    let name = match loss.subject {
        Subject::LargestEvent(_) => {
            let event = ("event", of.name(&loss.subject).into());
            material.say("report-without-event", &[event])
        }
        _ => of.name(&loss.subject),
    };
    vec![
        name,
        count(material, loss.left.stranded.len()),
        count(material, loss.carried_on.stranded.len()),
        names(material, &loss.left.stranded),
        sectors(material, loss),
        some(material, loss.stopped.len()),
        loss.funding
            .filter(|share| *share > 0.0)
            .map(|share| material.percent(share))
            .unwrap_or_default(),
        stability(material, loss),
        loss.substitutes
            .as_deref()
            .map(|places| names(material, places))
            .unwrap_or_default(),
    ]
}

fn count(material: &Material<'_>, count: usize) -> String {
    material.messages.number(count as f64, 0)
}

/// A count; nothing where there is none.
fn some(material: &Material<'_>, number: usize) -> String {
    if number > 0 {
        count(material, number)
    } else {
        String::new()
    }
}

fn names(material: &Material<'_>, places: &[crate::network::Place]) -> String {
    let names: Vec<String> = places.iter().map(|place| material.name(*place).to_owned()).collect();
    material.list(&names, 3)
}

fn sectors(material: &Material<'_>, loss: &Loss) -> String {
    let sectors: Vec<String> = loss
        .left
        .sectors
        .iter()
        .map(|sector| material.sector(*sector))
        .collect();
    material.list(&sectors, 3)
}

/// In which share of the networks with one event left out the member is a cut point still.
fn stability(material: &Material<'_>, loss: &Loss) -> String {
    let Subject::Member(place) = loss.subject else {
        return String::new();
    };
    let mut points = material.analysis.gaps.cut_points.iter();
    let stability = points
        .find(|point| point.place == place)
        .and_then(|point| point.stability);
    stability
        .map(|share| material.messages.percent(share))
        .unwrap_or_default()
}

/// Without a payer, a sector, an administration: those that would cut somebody off first, each kind in its own order.
fn others(material: &Material<'_>) -> Vec<Block> {
    let found = &material.analysis.continuity;
    let of = losses_of(material);
    let columns = material.columns(&[
        ("report-without-column-kind", Align::Text),
        ("report-without-column-without", Align::Text),
        ("report-without-column-cut_off", Align::Number),
        ("report-without-column-carried_on", Align::Number),
        ("report-without-column-who", Align::Text),
        ("report-without-column-sectors", Align::Text),
        ("report-without-column-stops", Align::Number),
        ("report-without-column-agreements", Align::Number),
        ("report-without-column-money", Align::Number),
    ]);
    let kinds = [&found.funders, &found.sectors, &found.administrations];
    let first = kinds.into_iter().flat_map(|kind| {
        let listed = kind.found().into_iter().flatten();
        listed.filter(|loss| !of.is_about_a_person(loss)).take(ROWS_SHOWN / 2)
    });
    let rows: Vec<Vec<String>> = first
        .map(|loss| {
            let mut row = row(material, &of, loss);
            row.truncate(7);
            row.insert(
                0,
                material.word(&format!("report-without-kind-{}", loss.subject.kind())),
            );
            row.insert(7, some(material, loss.ended.len()));
            row
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let listed: usize = kinds.iter().filter_map(|kind| kind.found()).map(Vec::len).sum();
    let mut grid = Grid::new(material.word("report-without-others-table"), columns);
    let more = [
        ("more", listed.saturating_sub(rows.len()).into()),
        ("file", FILE.into()),
    ];
    grid.note = (listed > rows.len()).then(|| material.say("report-more", &more));
    grid.rows = rows;
    let assumed = found.administrations.found().is_some_and(|found| !found.is_empty());
    let table = Block::Table(material.filled_columns(grid));
    let caveat = assumed.then(|| caveat(material.word("report-without-administrations")));
    std::iter::once(table).chain(caveat).collect()
}

/// How many departures split the core, and how many halve the largest part.
fn splits(material: &Material<'_>) -> Vec<Block> {
    let found = &material.analysis.continuity.splits;
    let mut sentences = Vec::new();
    if let (Some(halved), Some(random)) = (found.halved, found.halved_random) {
        let args = [("halved", halved.into()), ("random", random.into())];
        sentences.push(material.say("report-without-halved", &args));
    }
    if let Some(core) = &found.core {
        let (key, args) = core.message();
        sentences.push(material.say(key, &args));
        let is_person = |place: &crate::network::Place| material.analysis.roster.member(*place).is_person();
        if !core.who.is_empty() && !core.who.iter().any(is_person) {
            let who = ("who", names(material, &core.who).into());
            sentences.push(material.say("report-without-split-who", &[who]));
        }
    }
    match sentences.is_empty() {
        true => Vec::new(),
        false => vec![text(sentences.join(" "))],
    }
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
