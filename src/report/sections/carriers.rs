//! Who carries the change? Persons only as numbers by department; units and organisations by name.

use crate::findings::champions::{CandidateKind, Card, Champions, Construct, LabelCheck};
use crate::messages::Arg;

use super::{Material, capital, caveat, text};
use crate::report::html::{Align, Block, Grid, Section};

pub(super) fn section(material: &Material<'_>) -> Option<Section> {
    let found = material.analysis.champions.found()?;
    let (title, lead) = match found.kind {
        CandidateKind::Persons => ("report-carriers-title-persons", "report-carriers-persons"),
        CandidateKind::Units => ("report-carriers-title-units", "report-carriers-units"),
        CandidateKind::CarryingOrganizations => {
            ("report-carriers-title-organizations", "report-carriers-organizations")
        }
    };
    // those who have a place in the list; who was left out is counted below
    let candidates = ("candidates", found.cards.len().into());
    let mut blocks = vec![Block::Lead {
        text: material.say(lead, &[candidates]),
    }];
    blocks.extend(match found.kind {
        CandidateKind::Persons => bench(material, found),
        CandidateKind::Units | CandidateKind::CarryingOrganizations => cards(material, found),
    });
    blocks.extend(left_out(material, found, "report-carriers-left-out").map(caveat));
    let read: Vec<String> = found
        .constructs
        .iter()
        .map(|one| construct_word(material, *one))
        .collect();
    if !read.is_empty() {
        let list = material.list(&read, read.len());
        blocks.push(text(
            material.say("report-carriers-constructs", &[("list", list.into())]),
        ));
    }
    let missing = lacking_constructs(material, found);
    if !missing.is_empty() {
        blocks.push(text(material.word("report-carriers-missing")));
        blocks.push(Block::List { items: missing });
    }
    if let Some(labels) = &found.labels {
        blocks.extend(label_check(material, labels));
    }
    Some(material.section("carriers", title, blocks))
}

/// Who was not looked at, in numbers; `None` where everyone was.
pub(in crate::report) fn left_out(material: &Material<'_>, found: &Champions, key: &str) -> Option<String> {
    let counted = [
        ("report-carriers-opted", found.opted_out),
        ("report-carriers-of-the-hub", found.of_the_hub),
        ("report-carriers-few", found.too_few_contacts),
    ];
    let parts: Vec<String> = counted
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| material.say(key, &[("count", (*count).into())]))
        .collect();
    let list = material.list(&parts, parts.len());
    (!parts.is_empty()).then(|| material.say(key, &[("list", list.into())]))
}

/// The constructs that the records cannot show, each with what it would take.
pub(in crate::report) fn lacking_constructs(material: &Material<'_>, found: &Champions) -> Vec<String> {
    let line = |(construct, lacking): &(Construct, crate::findings::Lacking)| {
        let args = [
            ("section", capital(&construct_word(material, *construct)).into()),
            ("lacking", material.lacking(lacking).into()),
        ];
        material.say("report-data-lacking", &args)
    };
    found.missing.iter().map(line).collect()
}

/// What someone did, in words.
pub(in crate::report) fn construct_word(material: &Material<'_>, construct: Construct) -> String {
    material.word(&format!("report-construct-{}", construct.name()))
}

fn bench(material: &Material<'_>, found: &Champions) -> Option<Block> {
    let columns = material.columns(&[
        ("report-carriers-column-department", Align::Text),
        ("report-carriers-column-count", Align::Number),
    ]);
    let grid = Grid::new(material.word("report-carriers-bench"), columns);
    let rows: Vec<_> = found
        .bench
        .iter()
        .map(|(place, count)| {
            vec![
                material.name(*place).to_owned(),
                material.messages.number(*count as f64, 0),
            ]
        })
        .collect();
    let file = "tables/champions_by_department.csv";
    (!rows.is_empty()).then(|| Block::Table(material.first_rows(grid, rows, file)))
}

fn cards(material: &Material<'_>, found: &Champions) -> Option<Block> {
    let columns = material.columns(&[
        ("report-carriers-column-rank", Align::Number),
        ("report-carriers-column-name", Align::Text),
        ("report-carriers-column-interval", Align::Text),
        ("report-carriers-column-contacts", Align::Number),
        ("report-carriers-column-evidence", Align::Text),
    ]);
    let mut grid = Grid::new(material.word("report-carriers-table"), columns);
    let row = |card: &Card| {
        let (low, high) = card.rank_interval;
        let evidence = card.evidence.iter().filter(|line| line.value > 0.0).map(|line| {
            let args = [
                ("construct", construct_word(material, line.construct).into()),
                ("value", material.number(line.value).into()),
            ];
            material.say("report-carriers-evidence", &args)
        });
        vec![
            card.rank.to_string(),
            material.naming.stakeholder(card.candidate).to_owned(),
            material.say(
                "report-carriers-interval",
                &[("low", low.into()), ("high", high.into())],
            ),
            material.messages.number(card.contacts as f64, 0),
            evidence.collect::<Vec<_>>().join("; "),
        ]
    };
    grid.rows = found.cards.iter().take(super::ROWS_SHOWN).map(row).collect();
    (!grid.rows.is_empty()).then_some(Block::Table(grid))
}

fn label_check(material: &Material<'_>, labels: &LabelCheck) -> Vec<Block> {
    let args = [
        ("positives", labels.positives.into()),
        ("labelled", labels.labelled.into()),
        ("base", Arg::Percent(labels.base_rate)),
    ];
    let first = material.say("report-carriers-column-first", &args[..1]);
    let mut columns = material.columns(&[
        ("report-carriers-column-ranking", Align::Text),
        ("report-carriers-column-precision", Align::Number),
    ]);
    columns.push((first, Align::Number));
    let mut grid = Grid::new(material.word("report-carriers-labels-table"), columns);
    for score in &labels.scores {
        grid.rows.push(vec![
            capital(&material.word(&format!("report-ranker-{}", score.ranker))),
            material.messages.percent(score.average_precision),
            material.messages.percent(score.precision_at_k),
        ]);
    }
    vec![text(material.say("report-carriers-labels", &args)), Block::Table(grid)]
}
