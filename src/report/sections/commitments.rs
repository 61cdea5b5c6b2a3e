//! What was promised: baseline, now, target, and who owes it by when.

use crate::findings::commitments::{PromiseState, state};
use crate::findings::plan::{Measured, TargetOutlook};
use crate::indicators::Indicator;
use crate::records::Commitment;

use super::{Material, text};
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
    let promises = &material.analysis.promises;
    let counts = material.analysis.study.map(|study| {
        let args = [
            ("all", promises.all.into()),
            ("done", promises.done.into()),
            ("overdue", promises.overdue.into()),
            ("day", study.as_of.into()),
        ];
        text(material.say("report-commitments-counts", &args))
    });
    let lead = Block::Lead {
        text: material.word("report-commitments-lead"),
    };
    let blocks = std::iter::once(lead)
        .chain(counts)
        .chain([Block::Table(grid)])
        .collect();
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
        match planned(material, one) {
            Some(target) => written(target.now),
            None => written(indicator.and_then(|indicator| super::indicators::latest(material, indicator))),
        },
        written(one.target),
        one.due.map(|due| material.day(due.last)).unwrap_or_default(),
        one.owner
            .map(|owner| material.naming.stakeholder(owner).to_owned())
            .unwrap_or_default(),
        status(material, one),
    ]
}

/// Where the plan leads an objective that only ties move.
fn planned<'a>(material: &'a Material<'_>, one: &Commitment) -> Option<&'a TargetOutlook> {
    let plan = material.analysis.plan.found()?;
    let moved = plan.targets.iter().find(|target| target.record == one.id)?;
    matches!(moved.measured, Measured::Goal(_)).then_some(moved)
}

/// Done, overdue on the last day of the records, or as recorded.
fn status(material: &Material<'_>, one: &Commitment) -> String {
    let recorded = match state(one, material.analysis.study.map(|study| study.as_of)) {
        PromiseState::Overdue => return material.word("report-commitments-overdue"),
        PromiseState::Done => "done",
        PromiseState::Cancelled => "cancelled",
        PromiseState::Open => one.status.as_deref().unwrap_or_default(),
    };
    translated(material, "report-commitments-status", recorded)
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
