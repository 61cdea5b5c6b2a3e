//! The records: rows in and what became of them, fingerprints, coverage, what this hub can answer and what not yet.

use crate::records::RowState;
use crate::time::Partial;

use super::{Material, caveat, text};
use crate::report::html::{Align, Block, Grid, Section};

pub(super) fn section(material: &Material<'_>) -> Section {
    let ledger = &material.analysis.records.ledger;
    // What no row went through is left out.
    let states: Vec<String> = [
        ("report-data-used", RowState::Used),
        ("report-data-repaired", RowState::Repaired),
        ("report-data-merged", RowState::Merged),
        ("report-data-excluded", RowState::Excluded),
    ]
    .into_iter()
    .map(|(key, state)| (key, ledger.count(state)))
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| material.say(key, &[("count", count.into())]))
    .collect();
    let lead = material.say(
        "report-data-lead",
        &[
            ("rows", ledger.rows().into()),
            ("tables", ledger.tables.len().into()),
            ("states", material.list(&states, states.len()).into()),
            ("ledger", crate::tables::ledger_name(&material.analysis.records).into()),
        ],
    );
    let mut blocks = vec![Block::Lead { text: lead }, Block::Table(rows(material))];
    blocks.extend(coverage(material));
    blocks.extend(answers(material));
    blocks.extend(unmapped(material));
    blocks.push(hashes(material));
    material.section("records", "report-data-title", blocks)
}

fn rows(material: &Material<'_>) -> Grid {
    let columns = material.columns(&[
        ("report-data-column-table", Align::Text),
        ("report-data-column-file", Align::Text),
        ("report-data-column-rows", Align::Number),
        ("report-data-column-used", Align::Number),
        ("report-data-column-repaired", Align::Number),
        ("report-data-column-merged", Align::Number),
        ("report-data-column-excluded", Align::Number),
    ]);
    let mut grid = Grid::new(material.word("report-data-table"), columns);
    let count = |count: usize| material.messages.number(count as f64, 0);
    for table in &material.analysis.records.ledger.tables {
        grid.rows.push(vec![
            table.table.name().to_owned(),
            material.naming.text(&table.file),
            count(table.states.len()),
            count(table.count(RowState::Used)),
            count(table.count(RowState::Repaired)),
            count(table.count(RowState::Merged)),
            count(table.count(RowState::Excluded)),
        ]);
    }
    grid
}

fn coverage(material: &Material<'_>) -> Vec<Block> {
    let analysis = material.analysis;
    let mut blocks = Vec::new();
    blocks.extend(analysis.study.map(|study| {
        let args = [("from", study.from.into()), ("to", study.as_of.into())];
        text(material.say("report-data-study", &args))
    }));
    let marked = |mark| {
        let windows = analysis.indicators.yearly.first().map(|series| &series.points);
        windows.is_some_and(|points| points.iter().any(|point| point.window.partial == Some(mark)))
    };
    if marked(Partial::BeginsEarly) {
        blocks.push(caveat(material.word("report-data-partial-begins")));
    }
    if marked(Partial::EndsLate) {
        blocks.push(caveat(material.word("report-data-partial-ends")));
    }
    blocks.extend(analysis.records.config.recording.iter().map(|change| {
        let words: Vec<&str> = [change.source.as_deref(), change.what.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        let what = material.naming.text(&words.join(", ")).into();
        caveat(material.say(
            "report-data-recording",
            &[("day", change.from.0.into()), ("what", what)],
        ))
    }));
    blocks
}

fn answers(material: &Material<'_>) -> Vec<Block> {
    let name = |section: crate::analysis::Section| material.word(&format!("section-{}", section.name()));
    let answerable = &material.analysis.answerable;
    let answered: Vec<String> = answerable
        .iter()
        .filter(|one| one.lacking.is_none())
        .map(|one| name(one.section))
        .collect();
    let missing: Vec<String> = answerable
        .iter()
        .filter_map(|one| {
            let lacking = material.lacking(one.lacking.as_ref()?);
            let args = [("section", name(one.section).into()), ("lacking", lacking.into())];
            Some(material.say("report-data-lacking", &args))
        })
        .collect();
    let mut blocks = vec![Block::Heading {
        text: material.word("report-data-answers"),
    }];
    if !answered.is_empty() {
        let list = answered.join("; ");
        blocks.push(text(material.say("report-data-answered", &[("list", list.into())])));
    }
    if !missing.is_empty() {
        blocks.push(text(material.word("report-data-not-yet")));
        blocks.push(Block::List { items: missing });
    }
    blocks
}

fn unmapped(material: &Material<'_>) -> Option<Block> {
    let summary = material.word("report-data-unmapped");
    let columns = material.columns(&[
        ("report-data-column-column", Align::Text),
        ("report-data-column-value", Align::Text),
        ("report-data-column-rows", Align::Number),
    ]);
    let mut grid = Grid::new(summary.clone(), columns);
    for (column, values) in &material.analysis.records.mapping.unmapped {
        for (value, rows) in values {
            let rows = material.messages.number(*rows as f64, 0);
            grid.rows.push(vec![column.clone(), material.naming.text(value), rows]);
        }
    }
    let rows = std::mem::take(&mut grid.rows);
    let found = !rows.is_empty();
    let grid = material.first_rows(grid, rows, "run.json");
    found.then_some(Block::Folded { summary, grid })
}

fn hashes(material: &Material<'_>) -> Block {
    let summary = material.word("report-data-hashes");
    let columns = material.columns(&[
        ("report-data-column-file", Align::Text),
        ("report-data-hash", Align::Text),
    ]);
    let mut grid = Grid::new(summary.clone(), columns);
    for (file, hash) in &material.analysis.records.input_hashes {
        grid.rows.push(vec![material.naming.text(file), hash.clone()]);
    }
    Block::Folded { summary, grid }
}
