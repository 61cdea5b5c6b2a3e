//! Which events are there, and which of them does each reference mean?
//!
//! In: the typed tables. Out: the declared and derived events with their ids, and the tables with ids where names
//! stood. Where several events bear one name, the date of the row that names it tells them apart.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::cast::TypedTable;
use super::super::{ColumnType, HashMap, RecordsError, TableName, names};
use super::declared::{self, Index};
use super::{MentionColumn, Place, Target, distinct, judge_unknown, replace, table_at};
use crate::config::UnknownIds;
use crate::time::DateSpan;

/// An event before its other columns are read.
#[derive(Debug, Clone)]
pub(in crate::records) struct EventIdentity {
    pub id: Arc<str>,
    pub name: Arc<str>,
    /// Its row in the events table; `None` where it is derived.
    pub row: Option<usize>,
}

/// An event as a row names it; the row's date only where the name alone does not tell.
type EventMention = (Arc<str>, Option<DateSpan>);

/// Resolves every reference to an event and puts ids in the tables; the identities come sorted by id.
pub(in crate::records) fn resolve_events(
    tables: &mut [TypedTable],
    policy: UnknownIds,
) -> Result<Vec<EventIdentity>, RecordsError> {
    let table = table_at(tables, TableName::Events);
    // events that only sheets of attendance tell are no table in which others are missing
    let policy = table
        .filter(|at| !tables[*at].ledger.stretches.is_empty())
        .map(|_| policy);
    if let Some(at) = table {
        declared::name_rows(&mut tables[at]);
        declared::merge_rows(&mut tables[at], &identity_of_row)?;
    }
    let rows = table.map_or_else(Vec::new, |at| tables[at].ledger.live_rows());
    let index = table.map(|at| Index::new(&tables[at], &rows));
    let mut list: Vec<(EventMention, Place)> = Vec::new();
    let columns = collect(tables, index.as_ref(), &mut list);
    let events = table.map(|at| &tables[at]);
    let (targets, derived) = targets(events, &rows, index.as_ref(), &list);
    judge_unknown(
        tables,
        policy,
        &derived
            .iter()
            .map(|(_, place, text)| (*place, Arc::clone(text)))
            .collect::<Vec<_>>(),
    )?;
    let identities = identities(table.map(|at| &tables[at]), &rows, index.as_ref(), &derived);
    let ids: HashMap<Target, Arc<str>> = identities
        .iter()
        .map(|(target, event)| (*target, Arc::clone(&event.id)))
        .collect();
    let id_of = |target: Target| match target {
        Target::Derived(_) if policy == Some(UnknownIds::Drop) => None,
        target => ids.get(&target).cloned(),
    };
    replace(tables, &columns, &targets, &id_of);
    let kept = identities
        .into_iter()
        .filter(|(target, _)| policy != Some(UnknownIds::Drop) || matches!(target, Target::Declared(_)));
    let mut identities: Vec<EventIdentity> = kept.map(|(_, event)| event).collect();
    identities.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(identities)
}

/// Events without id are one when name and start agree: a meeting held every month keeps its name.
fn identity_of_row(typed: &TypedTable, row: usize) -> declared::Identity {
    let name = typed
        .texts("name")
        .get(row)
        .and_then(Option::as_ref)
        .map_or_else(String::new, |name| names::key(name));
    let start = typed.dates("start").get(row).copied().flatten();
    vec![name, start.map_or_else(String::new, |span| span.first.to_string())]
}

fn collect(tables: &[TypedTable], index: Option<&Index>, list: &mut Vec<(EventMention, Place)>) -> Vec<MentionColumn> {
    let mut numbers: HashMap<EventMention, u32> = HashMap::default();
    let mut is_several: HashMap<Arc<str>, bool> = HashMap::default();
    let mut columns = Vec::new();
    for (table, typed) in tables.iter().enumerate() {
        for column in typed.columns.iter().filter(|c| c.column.kind == ColumnType::EventRef) {
            let name = column.column.name;
            let (texts, dates) = (typed.texts(name), typed.dates("date"));
            let mut above: Option<(&Arc<str>, u32)> = None;
            let mut number = |row: usize| {
                let named = texts[row].as_ref().filter(|_| typed.ledger.is_live(row))?;
                // participants of one event mostly stand one below the other
                if let Some((_, number)) = above.filter(|(text, _)| Arc::ptr_eq(text, named)) {
                    return Some(number);
                }
                let text = Arc::clone(named);
                let several = *is_several.entry(Arc::clone(&text)).or_insert_with(|| {
                    index.is_some_and(|index| index.by_id(&text).is_none() && index.by_name(&text).len() > 1)
                });
                let date = dates.get(row).copied().flatten().filter(|_| several);
                let number = numbers.entry((text, date)).or_insert_with_key(|mention| {
                    list.push((mention.clone(), (table, row, name)));
                    u32::try_from(list.len() - 1).unwrap_or(u32::MAX)
                });
                // where several bear the name, the row's own date tells them apart
                above = (!several).then_some((named, *number));
                Some(*number)
            };
            let cells = (0..typed.rows).map(&mut number).collect();
            columns.push(MentionColumn {
                table,
                column: name,
                cells,
            });
        }
    }
    columns
}

/// A created event: its key, where it is first named, and its text.
type Derived = (String, Place, Arc<str>);

fn targets(
    events: Option<&TypedTable>,
    rows: &[usize],
    index: Option<&Index>,
    list: &[(EventMention, Place)],
) -> (Vec<Target>, Vec<Derived>) {
    let mut created: BTreeMap<String, (Place, Arc<str>)> = BTreeMap::new();
    let declared: Vec<Option<Target>> = list
        .iter()
        .map(|(mention, _)| declared(events, rows, index, mention))
        .collect();
    for (((text, _), place), _) in list.iter().zip(&declared).filter(|(_, target)| target.is_none()) {
        let entry = created
            .entry(names::key(text))
            .or_insert_with(|| (*place, Arc::clone(text)));
        entry.0 = entry.0.min(*place);
        // of several spellings the first in alphabetical order, whatever the order of rows
        if *text < entry.1 {
            entry.1 = Arc::clone(text);
        }
    }
    let derived: Vec<Derived> = created
        .into_iter()
        .map(|(key, (place, text))| (key, place, text))
        .collect();
    let targets = list.iter().zip(declared).map(|(((text, _), _), declared)| {
        declared.unwrap_or_else(|| {
            let key = names::key(text);
            let place = derived.binary_search_by(|(known, _, _)| known.cmp(&key));
            place.map_or(Target::Ambiguous, Target::Derived)
        })
    });
    (targets.collect(), derived)
}

fn declared(
    events: Option<&TypedTable>,
    rows: &[usize],
    index: Option<&Index>,
    (text, date): &EventMention,
) -> Option<Target> {
    let (typed, index) = (events?, index?);
    if let Some(place) = index.by_id(text) {
        return Some(Target::Declared(place));
    }
    let named = index.by_name(text);
    if named.len() < 2 {
        return named.first().map(|place| Target::Declared(*place));
    }
    let within = |place: &&usize| {
        let row = rows[**place];
        let start = typed.dates("start").get(row).copied().flatten();
        let end = match typed.ends("end").get(row).copied().flatten() {
            Some(super::super::End::On(span)) => Some(span),
            _ => None,
        };
        start.zip(*date).is_some_and(|(start, date)| {
            start.first <= date.first && date.first <= end.map_or(start.last, |end| end.last)
        })
    };
    match named.iter().filter(within).collect::<Vec<_>>()[..] {
        [place] => Some(Target::Declared(*place)),
        _ => Some(Target::Ambiguous),
    }
}

fn identities(
    events: Option<&TypedTable>,
    rows: &[usize],
    index: Option<&Index>,
    derived: &[Derived],
) -> Vec<(Target, EventIdentity)> {
    let mut all = Vec::new();
    let mut starts = Vec::new();
    if let Some(typed) = events {
        let cell = |column: &str, row: usize| typed.texts(column).get(row).cloned().flatten();
        for (place, row) in rows.iter().enumerate() {
            let (id, name) = (cell("id", *row), cell("name", *row));
            let identity = EventIdentity {
                name: name.or_else(|| id.clone()).unwrap_or_else(|| Arc::from("")),
                id: id.unwrap_or_else(|| Arc::from("")),
                row: Some(*row),
            };
            all.push((Target::Declared(place), identity));
            starts.push(identity_of_row(typed, *row).pop().unwrap_or_default());
        }
    }
    for (place, (_, _, text)) in derived.iter().enumerate() {
        let identity = EventIdentity {
            id: Arc::from(""),
            name: Arc::clone(text),
            row: None,
        };
        all.push((Target::Derived(place), identity));
        starts.push(String::new());
    }
    let open: Vec<usize> = (0..all.len()).filter(|place| all[*place].1.id.is_empty()).collect();
    let wanted: Vec<(String, String)> = open
        .iter()
        .map(|place| {
            let (name, start) = (&all[*place].1.name, &starts[*place]);
            let print = |digits| names::fingerprint([names::key(name).as_str(), start], digits);
            match names::slug(name) {
                slug if slug.is_empty() => (format!("event-{}", print(10)), print(6)),
                slug if start.is_empty() => (slug, print(6)),
                slug => (slug, start.clone()),
            }
        })
        .collect();
    let taken = |id: &str| index.is_some_and(|index| index.has_id(id));
    for (place, id) in open.into_iter().zip(distinct(&wanted, &taken)) {
        all[place].1.id = id;
    }
    all
}
