//! Partnerships and participations: who is tied to whom, and who took part in what, as recorded?
//!
//! In: their typed tables. Out: their records, and what the ledger says of odd ones.

use std::sync::Arc;

use super::super::cast::TypedTable;
use super::super::{End, Event, HashMap, HashSet, Participation, Partnership, Reason, RecordId, RowState};
use super::{Places, Row, each, mend_dates};
use crate::config::HubConfig;

/// Kinds of tie that run from one side to the other where the row does not say.
const DIRECTED: [&str; 4] = ["funding", "mentoring", "referral", "nomination"];

/// Partnerships, sorted by id.
pub(super) fn partnerships(typed: &mut TypedTable, places: &Places, config: &HubConfig) -> Vec<Partnership> {
    mend_dates(typed, "start", "end");
    exclude_weak(typed);
    note_reversed(typed);
    let directed = |kind: Option<&str>| {
        kind.is_some_and(|kind| DIRECTED.contains(&kind) || config.funding.kinds.iter().any(|known| known == kind))
    };
    let make = |row: &Row<'_>| {
        let kind = row.text("kind");
        Some(Partnership {
            id: row.id("partnership"),
            source: row.stakeholder("source", places)?,
            target: row.stakeholder("target", places)?,
            function: row.text("function"),
            start: row.date("start"),
            end: row
                .typed
                .ends("end")
                .get(row.row)
                .copied()
                .flatten()
                .unwrap_or(End::Unknown),
            last_confirmed: row.date("last_confirmed"),
            notice_months: row.whole("notice_months"),
            owner: row.text("owner"),
            strength: row.number("strength").unwrap_or(1.0),
            directed: row.yes_no("directed").unwrap_or_else(|| directed(kind.as_deref())),
            kind,
            amount: row.amount(),
            funder: row.stakeholder("funder_id", places),
            initiated_by: row.stakeholder("initiated_by", places),
            origin: row.origin(),
            attributed_to: row.event("attributed_to", places),
            status: row.text("status"),
            renewed_from: row.text("renewed_from").map(RecordId),
        })
    };
    each(typed, make, |a, b| a.id.cmp(&b.id))
}

/// A strength of zero or below is no tie.
fn exclude_weak(typed: &mut TypedTable) {
    for row in typed.ledger.live_rows() {
        let strength = typed.numbers("strength").get(row).copied().flatten();
        if let Some(strength) = strength.filter(|strength| *strength <= 0.0) {
            let header = typed.header("strength").to_owned();
            typed.ledger.note(
                row,
                RowState::Excluded,
                Reason::StrengthNotPositive,
                &header,
                &strength.to_string(),
            );
        }
    }
}

/// The same pair both ways, the same kind and dates, but two ids: both count, and the ledger says so.
fn note_reversed(typed: &mut TypedTable) {
    let header = typed.header("source").to_owned();
    for (row, source) in reversed(typed) {
        typed
            .ledger
            .note(row, RowState::Used, Reason::ReversedDuplicate, &header, &source);
    }
}

/// The rows whose tie is also recorded the other way round, and their sources.
fn reversed(typed: &TypedTable) -> Vec<(usize, Arc<str>)> {
    let tie = |row: usize| {
        let cells = Row { typed, row };
        let when = (cells.date("start"), cells.end("end"));
        Some((
            cells.as_read("source")?,
            cells.as_read("target")?,
            cells.as_read("kind"),
            when,
        ))
    };
    let rows = typed.ledger.live_rows();
    let known: HashSet<_> = rows.iter().filter_map(|row| tie(*row)).collect();
    let is_reversed = |row: &usize| {
        tie(*row).is_some_and(|(source, target, kind, when)| known.contains(&(target, source, kind, when)))
    };
    let reversed = rows.into_iter().filter(is_reversed);
    reversed
        .filter_map(|row| Some((row, typed.texts("source")[row].clone()?)))
        .collect()
}

/// Participations, sorted by event, stakeholder and date.
pub(super) fn participations(typed: &mut TypedTable, places: &Places, events: &[Event]) -> Vec<Participation> {
    note_early(typed, events);
    let make = |row: &Row<'_>| {
        Some(Participation {
            stakeholder: row.stakeholder("stakeholder_id", places)?,
            event: row.event("event_id", places)?,
            date: row.date("date"),
            role: row.text("role"),
            hours: row.number("hours"),
            invited_by: row.stakeholder("invited_by", places),
            incentive: row.text("incentive"),
            outcome: row.text("outcome"),
            amount: row.amount(),
        })
    };
    each(typed, make, |a, b| {
        (a.event, a.stakeholder, a.date).cmp(&(b.event, b.stakeholder, b.date))
    })
}

/// A participation that ended before its event began.
fn note_early(typed: &mut TypedTable, events: &[Event]) {
    let starts: HashMap<&str, _> = events
        .iter()
        .filter_map(|e| Some((e.id.as_str(), e.start?.first)))
        .collect();
    for row in typed.ledger.live_rows() {
        let cells = Row { typed, row };
        let (Some(event), Some(date)) = (cells.text("event_id"), cells.date("date")) else {
            continue;
        };
        if starts.get(&*event).is_some_and(|start| date.last < *start) {
            let header = typed.header("date").to_owned();
            typed.ledger.note(
                row,
                RowState::Used,
                Reason::BeforeItsEvent,
                &header,
                &date.first.to_string(),
            );
        }
    }
}
