//! What lasted? Kaplan-Meier by group, of adoptions and of partnerships.
//!
//! In: adoptions with how far each was followed; partnerships. Out: [`Persistence`].

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::{Answer, Lacking};
use crate::records::{End, HubRecords, Partnership, RecordId, TableName};
use crate::statistics::survival::{Lifetime, kaplan_meier};
use crate::time::Day;

use super::{AdoptionEvent, Group, GroupSurvival, NEEDED_PER_CELL, Persistence};

/// One thing that may last.
struct Followed {
    group: Group,
    start: Day,
    until: Day,
    ended: bool,
    /// Whether the records say anything of what became of it.
    known: bool,
    /// Whether the rest of the analysis assumes an end for it.
    end_assumed: bool,
}

/// Where things come from, and the columns without which nothing starts or nothing is known of the end.
struct Source {
    table: TableName,
    start: Option<&'static str>,
    end: &'static str,
}

/// How long adoptions lasted.
pub(super) fn of_adoptions(records: &HubRecords, adoptions: &[AdoptionEvent]) -> Answer<Persistence> {
    let followed: BTreeSet<&RecordId> = records
        .adoptions
        .iter()
        .filter(|row| row.abandoned.is_some() || row.last_confirmed.is_some())
        .map(|row| &row.id)
        .collect();
    let things = adoptions.iter().map(|adoption| Followed {
        group: adoption.group,
        start: adoption.day,
        until: adoption.until,
        ended: adoption.abandoned,
        known: followed.contains(&adoption.record),
        end_assumed: false,
    });
    let source = Source {
        table: TableName::Adoptions,
        start: None,
        end: "last_confirmed",
    };
    persistence(records, things.collect(), source)
}

/// How long partnerships lasted, a renewed one as one with what it renews, grouped by the origin of the first.
///
/// An end that is not recorded is not assumed: the partnership is followed to its last confirmation. One recorded as
/// open was alive on the study's last day. Plans are no partnerships yet.
pub(super) fn of_partnerships(records: &HubRecords, as_of: Option<Day>) -> Answer<Persistence> {
    let begun = |row: &&Partnership| {
        row.start
            .is_some_and(|start| as_of.is_none_or(|as_of| start.first <= as_of))
    };
    let begun: Vec<&Partnership> = records.partnerships.iter().filter(begun).collect();
    let source = Source {
        table: TableName::Partnerships,
        start: (!records.partnerships.is_empty()).then_some("start"),
        end: "end",
    };
    let things = chains(&begun).into_iter().filter_map(|chain| follow(&chain, as_of));
    persistence(records, things.collect(), source)
}

/// Each partnership with its renewals, oldest first.
fn chains<'a>(rows: &[&'a Partnership]) -> Vec<Vec<&'a Partnership>> {
    let by_id: BTreeMap<&RecordId, &Partnership> = rows.iter().map(|row| (&row.id, *row)).collect();
    let first_of = |row: &'a Partnership| {
        let mut passed = BTreeSet::from([&row.id]);
        let mut first = row;
        while let Some(earlier) = first.renewed_from.as_ref().and_then(|id| by_id.get(id).copied()) {
            if !passed.insert(&earlier.id) {
                // A circle of renewals has no first: the row stands for itself.
                return row;
            }
            first = earlier;
        }
        first
    };
    let mut chains = BTreeMap::<&RecordId, Vec<&Partnership>>::new();
    for row in rows {
        chains.entry(&first_of(row).id).or_default().push(row);
    }
    for chain in chains.values_mut() {
        chain.sort_by_key(|row| (row.start, &row.id));
    }
    chains.into_values().collect()
}

fn follow(chain: &[&Partnership], as_of: Option<Day>) -> Option<Followed> {
    let (first, last) = (chain.first()?, chain.last()?);
    let (start, last_start) = (first.start?.first, last.start?.first);
    let known = |day: Day| as_of.is_none_or(|as_of| day <= as_of);
    let (until, ended, is_known) = match (last.end, last.last_confirmed) {
        (End::On(end), _) => (end.last, known(end.last), true),
        (End::Open, _) => (as_of.unwrap_or(last_start), false, as_of.is_some()),
        (End::Unknown, Some(confirmed)) => (confirmed.last, false, true),
        (End::Unknown, None) => (last_start, false, chain.len() > 1),
    };
    Some(Followed {
        group: Group::of_origin(first.origin),
        start,
        until: as_of.map_or(until, |as_of| until.min(as_of)).max(start),
        ended,
        known: is_known,
        end_assumed: last.end == End::Unknown,
    })
}

/// Curves by group, or the column without which there are none.
fn persistence(records: &HubRecords, things: Vec<Followed>, source: Source) -> Answer<Persistence> {
    let lacking = |column| {
        Answer::Cannot(Lacking::Column {
            table: source.table,
            column,
        })
    };
    if things.is_empty() {
        return lacking(source.start);
    }
    let declared = records.config.study.from.map(|day| day.0);
    let (before, within): (Vec<Followed>, Vec<Followed>) = things
        .into_iter()
        .partition(|thing| declared.is_some_and(|from| thing.start < from));
    let (unknown, grouped): (Vec<Followed>, Vec<Followed>) =
        within.into_iter().partition(|thing| thing.group == Group::Unknown);
    if grouped.is_empty() {
        return if unknown.is_empty() {
            Answer::Cannot(Lacking::Span("lacking-span-began_before"))
        } else {
            lacking(Some("origin"))
        };
    }
    if grouped.iter().all(|thing| !thing.known) {
        return lacking(Some(source.end));
    }
    let count = |holds: fn(&Followed) -> bool| grouped.iter().filter(|thing| holds(thing)).count();
    Answer::Found(Persistence {
        groups: Group::COMPARED.iter().map(|group| survival(*group, &grouped)).collect(),
        unknown: unknown.len(),
        began_before: before.len(),
        without_follow_up: count(|thing| !thing.known),
        assumed_ends_censored: count(|thing| thing.end_assumed),
        needed_per_cell: NEEDED_PER_CELL,
    })
}

fn survival(group: Group, things: &[Followed]) -> GroupSurvival {
    let lifetimes: Vec<Lifetime> = things
        .iter()
        .filter(|thing| thing.group == group)
        .map(|thing| Lifetime {
            time: thing.until.days_since(thing.start).unsigned_abs(),
            ended: thing.ended,
        })
        .collect();
    GroupSurvival {
        group,
        started: lifetimes.len(),
        ended: lifetimes.iter().filter(|life| life.ended).count(),
        curve: kaplan_meier(&lifetimes),
    }
}
