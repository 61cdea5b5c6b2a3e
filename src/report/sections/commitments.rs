//! What was promised: baseline, now, target, and who owes it by when.

use crate::indicators::Indicator;
use crate::records::Commitment;

use super::Material;
use crate::report::html::{Align, Block, Grid, Section};

pub(super) fn section(material: &Material<'_>) -> Option<Section> {
    let commitments = &material.analysis.records.commitments;
    let columns = material.columns(&[
        ("report-commitments-column-what", Align::Text),
        ("report-commitments-column-kind", Align::Text),
        ("report-commitments-column-baseline", Align::Number),
        ("report-commitments-column-now", Align::Number),
        ("report-commitments-column-target", Align::Number),
        ("report-commitments-column-due", Align::Text),
        ("report-commitments-column-owner", Align::Text),
        ("report-commitments-column-status", Align::Text),
    ]);
    let mut grid = Grid::new(material.word("report-commitments-table"), columns);
    grid.rows = commitments.iter().map(|one| row(material, one)).collect();
    let blocks = vec![
        Block::Lead {
            text: material.word("report-commitments-lead"),
        },
        Block::Table(grid),
    ];
    (!commitments.is_empty()).then(|| material.section("commitments", "report-commitments-title", blocks))
}

fn row(material: &Material<'_>, one: &Commitment) -> Vec<String> {
    let indicator = one.indicator.as_deref().and_then(named);
    let written = |value: Option<f64>| match (value, indicator) {
        (Some(value), Some(indicator)) => super::indicators::amount(material, indicator, value),
        (Some(value), None) => material.number(value),
        (None, _) => String::new(),
    };
    let kind = |kind: &str| translated(material, "report-commitments-kind", kind);
    vec![
        material.naming.text(&one.text),
        one.kind.as_deref().map(kind).unwrap_or_default(),
        written(one.baseline),
        written(indicator.and_then(|indicator| super::indicators::latest(material, indicator))),
        written(one.target),
        one.due.map(|due| material.day(due.last)).unwrap_or_default(),
        one.owner
            .map(|owner| material.naming.stakeholder(owner).to_owned())
            .unwrap_or_default(),
        status(material, one),
    ]
}

/// Done, overdue on the last day of the records, or as recorded.
fn status(material: &Material<'_>, one: &Commitment) -> String {
    let recorded = match one.done_on {
        Some(_) => "done",
        None => one.status.as_deref().unwrap_or_default(),
    };
    let late = match (one.due, material.analysis.study) {
        (Some(due), Some(study)) => due.last < study.as_of,
        _ => false,
    };
    match late && !matches!(recorded, "done" | "cancelled") {
        true => material.word("report-commitments-overdue"),
        false => translated(material, "report-commitments-status", recorded),
    }
}

/// A value in the reader's language where the catalogue has it, else as recorded.
fn translated(material: &Material<'_>, prefix: &str, value: &str) -> String {
    let key = format!("{prefix}-{value}");
    match material.messages.has(&key) {
        true => material.word(&key),
        false => material.naming.text(value),
    }
}

fn named(name: &str) -> Option<Indicator> {
    Indicator::ALL
        .iter()
        .copied()
        .find(|indicator| indicator.info().name == name)
}
