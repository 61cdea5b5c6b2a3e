//! The tables of adoption: the four cells with the verdict, every adoption, the curve, the persistence curves.

use crate::analysis::naming::Naming;
use crate::findings::Answer;
use crate::findings::adoption::{AdoptionReport, Group, Persistence};
use crate::messages::Messages;

use super::{Cell, Table, TableColumn};

/// The four cells of adoptions and of partnerships, each row with the verdict on the claim.
#[must_use]
pub fn adoption(report: &AdoptionReport, messages: &Messages) -> Table {
    let columns = [
        ("subject", ""),
        ("group", ""),
        ("started", "records"),
        ("ended", "records"),
        ("median_days", "days"),
        ("needed", "records"),
        ("verdict", ""),
        ("reason", ""),
    ];
    let mut table = Table::described("adoption", &columns, messages);
    let (key, args) = report.reason.message();
    let reason = messages.say(key, &args);
    for (subject, persistence) in subjects(report) {
        for group in &persistence.groups {
            table.rows.push(vec![
                subject.into(),
                group.group.name().into(),
                group.started.into(),
                group.ended.into(),
                group.curve.as_ref().and_then(|curve| curve.median).into(),
                persistence.needed_per_cell.into(),
                report.verdict.name().into(),
                reason.as_str().into(),
            ]);
        }
    }
    if table.rows.is_empty() {
        let mut row = vec![Cell::Empty; 6];
        row.extend([report.verdict.name().into(), reason.into()]);
        table.rows.push(row);
    }
    table
}

/// Every adoption.
#[must_use]
pub fn adoptions(report: &AdoptionReport, naming: &Naming, messages: &Messages) -> Table {
    let columns = [
        ("record", ""),
        ("unit_id", ""),
        ("unit", ""),
        ("practice", ""),
        ("date", "date"),
        ("origin", ""),
        ("group", ""),
        ("until", "date"),
        ("abandoned", ""),
    ];
    let mut table = Table::described("adoptions", &columns, messages);
    for one in &report.adoptions {
        table.rows.push(vec![
            one.record.as_str().into(),
            naming.id(one.unit).into(),
            naming.stakeholder(one.unit).into(),
            one.practice.as_str().into(),
            one.day.into(),
            one.origin.map(|origin| origin.name()).into(),
            one.group.name().into(),
            one.until.into(),
            one.abandoned.into(),
        ]);
    }
    table
}

/// The adoption curve by quarter.
#[must_use]
pub fn adoption_curve(report: &AdoptionReport, messages: &Messages) -> Table {
    let described = |columns| TableColumn::described("adoption_curve", columns, messages);
    let groups = Group::COMPARED.into_iter().chain([Group::Unknown]);
    let mut columns = described(&[("day", "date")]);
    columns.extend(groups.map(|group| TableColumn {
        name: group.name().to_owned(),
        unit: "adoptions".to_owned(),
        definition: messages.word("table-adoption_curve-group"),
    }));
    columns.extend(described(&[("total", "adoptions")]));
    let mut table = Table::new("adoption_curve", columns);
    for point in &report.curve {
        let mut row = vec![Cell::from(point.day)];
        row.extend(point.by_group.iter().map(|count| Cell::from(*count)));
        row.push(point.total.into());
        table.rows.push(row);
    }
    table
}

/// The steps of every Kaplan-Meier curve.
#[must_use]
pub fn persistence(report: &AdoptionReport, messages: &Messages) -> Table {
    let columns = [
        ("subject", ""),
        ("group", ""),
        ("days", "days"),
        ("survival", "share"),
        ("low", "share"),
        ("high", "share"),
        ("at_risk", "records"),
        ("ended", "records"),
    ];
    let mut table = Table::described("persistence", &columns, messages);
    for (subject, persistence) in subjects(report) {
        for group in &persistence.groups {
            for step in group.curve.iter().flat_map(|curve| &curve.steps) {
                table.rows.push(vec![
                    subject.into(),
                    group.group.name().into(),
                    step.time.into(),
                    step.survival.into(),
                    step.low.into(),
                    step.high.into(),
                    step.at_risk.into(),
                    step.ended.into(),
                ]);
            }
        }
    }
    table
}

fn subjects(report: &AdoptionReport) -> impl Iterator<Item = (&'static str, &Persistence)> {
    [
        ("adoptions", &report.persistence),
        ("partnerships", &report.partnerships),
    ]
    .into_iter()
    .filter_map(|(subject, answer): (_, &Answer<Persistence>)| Some((subject, answer.found()?)))
}
