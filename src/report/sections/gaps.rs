//! Where is the network thin? Members without ties, members less active than before, components never taken part in.

use crate::findings::components_covered::ComponentCoverage;
use crate::findings::isolated::{FadingMember, IsolatedMember};

use super::{Material, capital, text};
use crate::report::html::{Align, Block, Grid, Section};

pub(super) fn section(material: &Material<'_>) -> Section {
    let mut blocks = isolated(material);
    blocks.extend(fading(material));
    if let Some(coverage) = material.analysis.gaps.components.found() {
        blocks.extend(components(material, coverage));
    }
    material.section("gaps", "report-gaps-title", blocks)
}

fn heading(material: &Material<'_>, key: &str) -> Block {
    Block::Heading {
        text: material.word(key),
    }
}

fn isolated(material: &Material<'_>) -> Vec<Block> {
    let found = &material.analysis.gaps.isolated;
    let window = ("window", material.window().into());
    let mut blocks = vec![heading(material, "report-gaps-isolated")];
    if found.is_empty() {
        blocks.push(text(material.say("report-gaps-isolated-none", &[window])));
        return blocks;
    }
    let args = [("count", found.len().into()), window];
    blocks.push(text(material.say("report-gaps-isolated-text", &args)));
    let columns = material.columns(&[
        ("report-holds-column-member", Align::Text),
        ("report-gaps-column-participations", Align::Number),
        ("report-gaps-column-last", Align::Text),
    ]);
    let row = |one: &IsolatedMember| {
        vec![
            material.name(one.place).to_owned(),
            material.messages.number(one.participations as f64, 0),
            one.last_seen.map(|day| material.day(day)).unwrap_or_default(),
        ]
    };
    let grid = Grid::new(material.word("report-gaps-isolated"), columns);
    let rows = found.iter().map(row).collect();
    blocks.push(Block::Table(material.first_rows(grid, rows, "tables/gaps.csv")));
    blocks
}

/// Says nothing of falling activity where the records cover the window only in part.
fn fading(material: &Material<'_>) -> Vec<Block> {
    let Some(found) = material.analysis.gaps.fading.found() else {
        return Vec::new();
    };
    let mut blocks = vec![heading(material, "report-gaps-fading")];
    let window = ("window", material.window().into());
    if material.analysis.window.partial.is_some() {
        blocks.push(text(material.word("report-gaps-fading-partial")));
        return blocks;
    }
    if found.is_empty() {
        blocks.push(text(material.say("report-gaps-fading-none", &[window])));
        return blocks;
    }
    let args = [("count", found.len().into()), window];
    blocks.push(text(material.say("report-gaps-fading-text", &args)));
    let columns = material.columns(&[
        ("report-holds-column-member", Align::Text),
        ("report-gaps-column-now", Align::Number),
        ("report-gaps-column-usual", Align::Number),
        ("report-gaps-column-last", Align::Text),
        ("report-gaps-column-chance", Align::Number),
    ]);
    let row = |one: &FadingMember| {
        vec![
            material.name(one.place).to_owned(),
            material.messages.number(one.now as f64, 0),
            material.messages.number(one.usual, 1),
            one.last_seen.map(|day| material.day(day)).unwrap_or_default(),
            material.probability(one.probability),
        ]
    };
    let grid = Grid::new(material.word("report-gaps-fading"), columns);
    let rows = found.iter().map(row).collect();
    blocks.push(Block::Table(material.first_rows(grid, rows, "tables/gaps.csv")));
    blocks
}

fn components(material: &Material<'_>, coverage: &ComponentCoverage) -> Vec<Block> {
    let name = |component: &String| component_name(material, component);
    let mut blocks = vec![heading(material, "report-gaps-components")];
    blocks.extend(material.figure("component-coverage"));
    let mut items: Vec<String> = Vec::new();
    for sector in &coverage.sectors {
        let never: Vec<String> = coverage
            .cells
            .iter()
            .filter(|cell| cell.sector == *sector && cell.participants == 0)
            .map(|cell| name(&cell.component))
            .collect();
        if !never.is_empty() {
            let components = material.list(&never, never.len());
            let args = [
                ("sector", capital(&material.sector(*sector)).into()),
                ("components", components.into()),
            ];
            items.push(material.say("report-gaps-uncovered", &args));
        }
    }
    if items.is_empty() {
        items.push(material.word("report-gaps-covered"));
    }
    let not_held: Vec<String> = coverage.not_held.iter().map(name).collect();
    if !not_held.is_empty() {
        let components = material.list(&not_held, not_held.len());
        items.push(material.say("report-gaps-not-held", &[("components", components.into())]));
    }
    items.extend(coverage.conversion.iter().map(|(from, to, stayed, of)| {
        let args = [
            ("from", capital(&name(from)).into()),
            ("to", name(to).into()),
            ("stayed", (*stayed).into()),
            ("of", (*of).into()),
        ];
        material.say("report-gaps-conversion", &args)
    }));
    blocks.push(Block::List { items });
    blocks
}

/// A component of the method in the reader's language; another as recorded.
fn component_name(material: &Material<'_>, component: &str) -> String {
    let key = format!("component-{component}");
    match material.messages.has(&key) {
        true => material.word(&key),
        false => material.naming.text(component),
    }
}
