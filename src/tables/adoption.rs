//! The tables of adoption: the four cells with the verdict, every adoption, the curve, the persistence curves.

use crate::analysis::naming::Naming;
use crate::findings::Answer;
use crate::findings::adoption::{AdoptionReport, Group, Persistence};
use crate::messages::Messages;

use super::{Cell, Table};

/// The four cells of adoptions and of partnerships, each row with the verdict on the claim.
#[must_use]
pub fn adoption(report: &AdoptionReport, messages: &Messages) -> Table {
    let columns = [
        ("subject", "", "adoptions or partnerships"),
        (
            "group",
            "",
            "neither, top_down, bottom_up or both, as recorded at the start",
        ),
        ("started", "records", "how many started"),
        ("ended", "records", "how many are known to have ended"),
        ("median_days", "days", "days after which half had ended, where reached"),
        (
            "needed",
            "records",
            "how many each cell needs before the claim is tested",
        ),
        (
            "verdict",
            "",
            "whether only both together last: supported, not_supported or cannot_tell",
        ),
        ("reason", "", "why the verdict is what it is"),
    ];
    let mut table = Table::new("adoption", &columns);
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
pub fn adoptions(report: &AdoptionReport, naming: &Naming) -> Table {
    let columns = [
        ("record", "", "the record"),
        ("unit_id", "", "who adopted"),
        ("unit", "", "its name"),
        ("practice", "", "what was adopted"),
        ("date", "date", "when"),
        ("origin", "", "where it came from, as recorded"),
        ("group", "", "neither, top_down, bottom_up, both or unknown"),
        ("until", "date", "last day on which it is known to have lived"),
        ("abandoned", "", "whether it was abandoned then"),
    ];
    let mut table = Table::new("adoptions", &columns);
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
pub fn adoption_curve(report: &AdoptionReport) -> Table {
    let mut table = Table::new("adoption_curve", &[("day", "date", "last day of the quarter")]);
    let groups = Group::COMPARED.into_iter().chain([Group::Unknown]);
    for group in groups {
        table
            .columns
            .extend(Table::new("", &[(group.name(), "adoptions", "adoptions of this group up to then")]).columns);
    }
    table
        .columns
        .extend(Table::new("", &[("total", "adoptions", "adoptions up to then")]).columns);
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
pub fn persistence(report: &AdoptionReport) -> Table {
    let columns = [
        ("subject", "", "adoptions or partnerships"),
        (
            "group",
            "",
            "neither, top_down, bottom_up or both, as recorded at the start",
        ),
        ("days", "days", "days since the start"),
        ("survival", "share", "share still alive"),
        ("low", "share", "lower end of the 95 % log-log band"),
        ("high", "share", "upper end"),
        ("at_risk", "records", "how many were at risk just before"),
        ("ended", "records", "how many ended"),
    ];
    let mut table = Table::new("persistence", &columns);
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
