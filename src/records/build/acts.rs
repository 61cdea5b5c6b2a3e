//! Adoptions, acts from above, promises and past actions: what was done, as recorded?
//!
//! In: their typed tables. Out: their records.

use super::super::cast::TypedTable;
use super::super::{Adoption, ColumnType, Commitment, LeadershipAct, PastAction, RecordId, TableName};
use super::{Places, Row, each, mend_dates};

/// Adoptions, sorted by practice, unit and date.
pub(super) fn adoptions(typed: &mut TypedTable, places: &Places) -> Vec<Adoption> {
    let make = |row: &Row<'_>| {
        Some(Adoption {
            id: row.id("adoption"),
            unit: row.stakeholder("unit", places)?,
            practice: row.text("practice")?,
            date: row.date("date")?,
            origin: row.origin(),
            trigger: row.text("trigger"),
            sponsor: row.stakeholder("sponsor", places),
            champion: row.stakeholder("champion", places),
            programme: row.text("programme"),
            last_confirmed: row.date("last_confirmed"),
            abandoned: row.date("abandoned"),
        })
    };
    each(typed, make, |a, b| {
        (&a.practice, a.unit, a.date, &a.id).cmp(&(&b.practice, b.unit, b.date, &b.id))
    })
}

/// Acts and spells from above, sorted by start.
pub(super) fn leadership(typed: &mut TypedTable, places: &Places) -> Vec<LeadershipAct> {
    let make = |row: &Row<'_>| {
        Some(LeadershipAct {
            id: row.id("leadership"),
            body: row.stakeholder("body", places)?,
            kind: row.text("kind")?,
            start: row.date("start")?,
            end: row.end("end"),
            person: row.stakeholder("person_id", places),
            practice: row.text("practice"),
            scope: row.list("scope"),
            binding: row.yes_no("binding"),
            amount: row.number("amount"),
            source: row.text("source"),
        })
    };
    mend_dates(typed, "start", "end");
    each(typed, make, |a, b| (a.start, &a.id).cmp(&(b.start, &b.id)))
}

/// Promises, sorted by id.
pub(super) fn commitments(typed: &mut TypedTable, places: &Places) -> Vec<Commitment> {
    let make = |row: &Row<'_>| {
        let partner = |id: &std::sync::Arc<str>| places.stakeholders.get(id).copied();
        Some(Commitment {
            id: row.id("commitment"),
            text: row.text("text")?,
            event: row.event("event_id", places),
            kind: row.text("kind"),
            indicator: row.text("indicator"),
            baseline: row.number("baseline"),
            target: row.number("target"),
            due: row.date("due"),
            owner: row.stakeholder("owner", places),
            partners: row.list("partners").iter().filter_map(partner).collect(),
            status: row.text("status"),
            done_on: row.date("done_on"),
        })
    };
    each(typed, make, |a, b| a.id.cmp(&b.id))
}

/// What earlier reports proposed, sorted by id.
pub(super) fn actions(typed: &mut TypedTable) -> Vec<PastAction> {
    let columns = TableName::Actions.columns().iter();
    let told = columns.filter(|column| column.kind == ColumnType::Text && !matches!(column.name, "id" | "owner"));
    let told: Vec<&'static str> = told.map(|column| column.name).collect();
    let make = |row: &Row<'_>| {
        Some(PastAction {
            id: RecordId(row.text("id")?),
            status: row.text("status"),
            owner: row.text("owner"),
            due: row.date("due"),
            proposed_on: row.date("proposed_on").map(|span| span.first),
            reported_on: row.date("reported_on").map(|span| span.first),
            told: told.iter().filter_map(|name| Some((*name, row.text(name)?))).collect(),
        })
    };
    each(typed, make, |a, b| a.id.cmp(&b.id))
}
