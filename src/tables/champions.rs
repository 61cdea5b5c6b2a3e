//! The tables of those who carry the change: by department in the bundle, by person on request only.

use crate::analysis::naming::Naming;
use crate::findings::champions::Champions;
use crate::messages::Messages;

use super::{Cell, Table, joined};

/// One row per candidate, best rank first. Persons stand in it: it belongs to private output alone.
#[must_use]
pub fn champions(found: &Champions, naming: &Naming, messages: &Messages) -> Table {
    let columns = [
        ("stakeholder_id", ""),
        ("name", ""),
        ("organization", ""),
        ("rank", "rank"),
        ("rank_low", "rank"),
        ("rank_high", "rank"),
        ("stays_in_first", "share"),
        ("borda", "rank"),
        ("authority", ""),
        ("contacts", "contacts"),
        ("evidence", ""),
        ("records", ""),
    ];
    let mut table = Table::described("champions", &columns, messages);
    for card in &found.cards {
        let evidence = card
            .evidence
            .iter()
            .map(|line| format!("{}={}", line.construct.name(), line.value));
        let mut records: Vec<&String> = card.evidence.iter().flat_map(|line| &line.records).collect();
        records.sort();
        records.dedup();
        table.rows.push(vec![
            naming.id(card.candidate).into(),
            naming.stakeholder(card.candidate).into(),
            card.organization.map(|place| naming.place(place)).into(),
            card.rank.into(),
            card.rank_interval.0.into(),
            card.rank_interval.1.into(),
            card.stays_in_first.into(),
            card.borda.into(),
            card.authority.into(),
            card.contacts.into(),
            joined(evidence),
            joined(records),
        ]);
    }
    table
}

/// How many of the first tenth each department has.
#[must_use]
pub fn champions_by_department(found: &Champions, naming: &Naming, messages: &Messages) -> Table {
    let columns = [
        ("stakeholder_id", ""),
        ("name", ""),
        ("candidates_in_first_tenth", "candidates"),
    ];
    let mut table = Table::described("champions_by_department", &columns, messages);
    for (place, count) in &found.bench {
        table.rows.push(vec![
            naming.place_id(*place).into(),
            naming.place(*place).into(),
            (*count).into(),
        ]);
    }
    table
}

/// How the ranking fares against known champions, beside the floors.
#[must_use]
pub fn champion_labels(found: &Champions, messages: &Messages) -> Option<Table> {
    let labels = found.labels.as_ref()?;
    let columns = [
        ("ranker", ""),
        ("average_precision", "share"),
        ("precision_at_k", "share"),
        ("base_rate", "share"),
        ("labelled", "candidates"),
        ("champions", "candidates"),
    ];
    let mut table = Table::described("champion_labels", &columns, messages);
    for score in &labels.scores {
        table.rows.push(vec![
            score.ranker.into(),
            score.average_precision.into(),
            score.precision_at_k.into(),
            labels.base_rate.into(),
            labels.labelled.into(),
            Cell::from(labels.positives),
        ]);
    }
    Some(table)
}
