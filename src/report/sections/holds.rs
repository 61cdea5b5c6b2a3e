//! What holds the network together? Without whom others would be cut off, beside the network without its operator and
//! without its largest event; payers, sectors and administrations; and how many departures it bears.

use crate::findings::continuity::{Loss, Subject};
use crate::indicators::Indicator;

use super::{Material, caveat, text};
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

/// The hub, the largest event, and the first members without whom something is lost.
fn first_losses(material: &Material<'_>) -> Grid {
    let found = &material.analysis.continuity;
    let of = losses_of(material);
    let columns = material.columns(&[
        ("report-without-column-without", Align::Text),
        ("report-without-column-cut_off", Align::Number),
        ("report-without-column-carried_on", Align::Number),
        ("report-without-column-who", Align::Text),
        ("report-without-column-goes", Align::Text),
        ("report-without-column-steady", Align::Number),
        ("report-without-column-substitutes", Align::Text),
    ]);
    let grid = Grid::new(material.word("report-without-table"), columns);
    let beside = found.hub.found().into_iter().chain(&found.largest_event);
    let told = |loss: &&Loss| !of.is_about_a_person(loss) && !of.is_of_the_hub(loss);
    let members = found.members.iter().filter(told);
    let loses =
        |loss: &&Loss| !(loss.left.stranded.is_empty() && loss.left.sectors.is_empty() && loss.stopped.is_empty());
    let row = |loss: &Loss| {
        let mut row = row(material, &of, loss);
        row.push(steady(material, loss));
        row.push(
            loss.substitutes
                .as_deref()
                .map(|places| names(material, places))
                .unwrap_or_default(),
        );
        row
    };
    let rows: Vec<Vec<String>> = beside.chain(members.filter(loses)).map(row).collect();
    material.filled_columns(material.first_rows(grid, rows, FILE))
}

/// Without whom, how many are cut off, how many if others carry on, who, and what else goes.
fn row(material: &Material<'_>, of: &LossesOf<'_>, loss: &Loss) -> Vec<String> {
    let name = match loss.subject {
        Subject::LargestEvent(_) => {
            let event = ("event", of.name(&loss.subject).into());
            material.say("report-without-event", &[event])
        }
        _ => of.name(&loss.subject),
    };
    let count = |count: usize| material.messages.number(count as f64, 0);
    vec![
        name,
        count(loss.left.stranded.len()),
        count(loss.carried_on.stranded.len()),
        names(material, &loss.left.stranded),
        what_else(material, loss),
    ]
}

/// Events, agreements, money and sectors that go beside those cut off.
fn what_else(material: &Material<'_>, loss: &Loss) -> String {
    let counted = |key: &str, count: usize| (count > 0).then(|| material.say(key, &[("count", count.into())]));
    let money = loss.funding.filter(|share| *share > 0.0).map(|share| {
        let share = ("share", material.messages.percent(share).into());
        material.say("report-without-goes-money", &[share])
    });
    let sectors: Vec<String> = loss
        .left
        .sectors
        .iter()
        .map(|sector| material.sector(*sector))
        .collect();
    let sectors = (!sectors.is_empty()).then(|| {
        let sectors = ("sectors", material.list(&sectors, 4).into());
        material.say("report-without-goes-sectors", &[sectors])
    });
    let parts = [
        counted("report-without-goes-events", loss.stopped.len()),
        counted("report-without-goes-agreements", loss.ended.len()),
        money,
        sectors,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn names(material: &Material<'_>, places: &[crate::network::Place]) -> String {
    let names: Vec<String> = places.iter().map(|place| material.name(*place).to_owned()).collect();
    material.list(&names, 2)
}

/// In which share of the networks with one event left out the member is a cut point still.
fn steady(material: &Material<'_>, loss: &Loss) -> String {
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

/// Subjects of each other kind in the table.
const MOST_OF_A_KIND: usize = 4;

/// Without a payer, a sector, an administration: the first of each kind.
fn others(material: &Material<'_>) -> Vec<Block> {
    let found = &material.analysis.continuity;
    let of = losses_of(material);
    let columns = material.columns(&[
        ("report-without-column-kind", Align::Text),
        ("report-without-column-without", Align::Text),
        ("report-without-column-cut_off", Align::Number),
        ("report-without-column-carried_on", Align::Number),
        ("report-without-column-who", Align::Text),
        ("report-without-column-goes", Align::Text),
    ]);
    let kinds = [&found.funders, &found.sectors, &found.administrations];
    let listed = |kind: usize| {
        kinds[kind]
            .found()
            .into_iter()
            .flatten()
            .filter(|loss| !of.is_about_a_person(loss))
    };
    let first = (0..kinds.len()).flat_map(|kind| listed(kind).take(MOST_OF_A_KIND));
    let rows: Vec<Vec<String>> = first
        .map(|loss| {
            let kind = material.word(&format!("report-without-kind-{}", loss.subject.kind()));
            std::iter::once(kind).chain(row(material, &of, loss)).collect()
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut grid = Grid::new(material.word("report-without-others-table"), columns);
    let more = (0..kinds.len()).map(|kind| listed(kind).count()).sum::<usize>() - rows.len();
    let args = [("more", more.into()), ("file", FILE.into())];
    grid.note = (more > 0).then(|| material.say("report-more", &args));
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
