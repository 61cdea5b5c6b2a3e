//! The tables of those who carry the change: by department in the bundle, by person on request only.

use crate::analysis::naming::Naming;
use crate::findings::champions::Champions;

use super::{Cell, Table, joined};

/// One row per candidate, best rank first. Persons stand in it: it belongs to private output alone.
#[must_use]
pub fn champions(found: &Champions, naming: &Naming) -> Table {
    let columns = [
        ("stakeholder_id", "", "the candidate"),
        ("name", "", "its name"),
        ("organization", "", "where it belongs"),
        ("rank", "rank", "rank by mean rank over the constructs (Borda), 1 first"),
        (
            "rank_low",
            "rank",
            "lowest rank with one event left out at a time, 90 % of them",
        ),
        ("rank_high", "rank", "highest such rank"),
        (
            "stays_in_first",
            "share",
            "share of them in which it stays among the first ten",
        ),
        ("borda", "rank", "mean rank over the constructs"),
        ("authority", "", "formal grade, 1 is the top; apart from the rank"),
        ("contacts", "contacts", "distinct contacts"),
        ("evidence", "", "what it did, construct by construct"),
        ("records", "", "the records behind it"),
    ];
    let mut table = Table::new("champions", &columns);
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
pub fn champions_by_department(found: &Champions, naming: &Naming) -> Table {
    let columns = [
        ("stakeholder_id", "", "the department"),
        ("name", "", "its name"),
        (
            "candidates_in_first_tenth",
            "candidates",
            "its candidates among the first tenth",
        ),
    ];
    let mut table = Table::new("champions_by_department", &columns);
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
pub fn champion_labels(found: &Champions) -> Option<Table> {
    let labels = found.labels.as_ref()?;
    let columns = [
        ("ranker", "", "the ranking"),
        (
            "average_precision",
            "share",
            "average precision against known champions",
        ),
        (
            "precision_at_k",
            "share",
            "share of known champions among the first k, k being how many there are",
        ),
        (
            "base_rate",
            "share",
            "share of champions among those with a label: what chance gives",
        ),
        ("labelled", "candidates", "candidates with a label"),
        ("champions", "candidates", "of those, champions"),
    ];
    let mut table = Table::new("champion_labels", &columns);
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
