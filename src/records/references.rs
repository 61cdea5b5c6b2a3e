//! Who and what is meant where a table names a stakeholder or an event?
//!
//! In: the typed tables. Out: the sorted ids of all stakeholders and events, declared and derived, and the tables with
//! every reference replaced by an id. Nothing here depends on the order of rows but the row numbers in the ledger.

use std::sync::Arc;

use super::cast::{TypedTable, Values};
use super::{HashMap, Reason, RecordsError, RowState, TableName};
use crate::config::UnknownIds;

mod declared;
mod events;
mod mentions;
mod merged;
mod stakeholders;

pub(super) use declared::same_or_refused;
pub(super) use events::{EventIdentity, resolve_events};
pub(super) use merged::other_names;
pub(super) use stakeholders::{Resolved, StakeholderIdentity, resolve_stakeholders};

/// What a mention turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Target {
    /// A row of the declaring table, by its place among the declared.
    Declared(usize),
    /// Created from its mentions, by its place among the derived.
    Derived(usize),
    /// Several declared ones bear the name.
    Ambiguous,
}

/// Where a mention stands first: table, row, column.
type Place = (usize, usize, &'static str);

/// One column of references: for each row the mentions in its cell, as numbers.
struct MentionColumn {
    table: usize,
    column: &'static str,
    cells: Vec<Option<u32>>,
}

/// Puts ids where names stood; a reference to nothing empties its cell, or excludes its row where it is required.
fn replace(
    tables: &mut [TypedTable],
    columns: &[MentionColumn],
    resolved: &[Target],
    id_of: &dyn Fn(Target) -> Option<Arc<str>>,
) {
    let ids: Vec<Option<Arc<str>>> = resolved.iter().map(|target| id_of(*target)).collect();
    for MentionColumn { table, column, cells } in columns {
        let typed = &mut tables[*table];
        let Some(place) = typed.columns.iter().position(|c| c.column.name == *column) else {
            continue;
        };
        let (header, required) = (
            typed.columns[place].header.clone(),
            typed.columns[place].column.required,
        );
        let Values::Text(values) = &mut typed.columns[place].values else {
            continue;
        };
        for (row, mention) in cells.iter().enumerate() {
            let Some(mention) = mention else { continue };
            let found = ids[*mention as usize].clone();
            if found.is_none() {
                let reason = match resolved[*mention as usize] {
                    Target::Ambiguous => Reason::AmbiguousName,
                    _ => Reason::UnknownIdDropped,
                };
                let state = if required {
                    RowState::Excluded
                } else {
                    RowState::Repaired
                };
                let text = values[row].take().unwrap_or_else(|| Arc::from(""));
                typed.ledger.note(row, state, reason, &header, &text);
            }
            values[row] = found;
        }
    }
}

/// Applies `unknown_ids` to what its table does not declare; `first` says where each was first named. A hub without
/// such a table lives from the mentions alone: nothing in it is amiss.
fn judge_unknown(
    tables: &mut [TypedTable],
    policy: Option<UnknownIds>,
    first: &[(Place, Arc<str>)],
) -> Result<(), RecordsError> {
    let mut places: Vec<&(Place, Arc<str>)> = first.iter().collect();
    places.sort();
    for ((table, row, column), text) in places {
        let typed = &mut tables[*table];
        let header = typed.header(column).to_owned();
        match policy {
            None => typed.ledger.note(*row, RowState::Used, Reason::Derived, &header, text),
            Some(UnknownIds::Create) => {
                typed
                    .ledger
                    .note(*row, RowState::Used, Reason::UnknownIdCreated, &header, text)
            }
            Some(UnknownIds::Drop) => {}
            Some(UnknownIds::Error) => {
                return Err(RecordsError::UnknownId {
                    file: typed.ledger.file_of(*row).to_owned(),
                    row: typed.ledger.row(*row),
                    column: header,
                    value: text.to_string(),
                });
            }
        }
    }
    Ok(())
}

/// Ids for names: the name's own where no other has it, else with a suffix made from what tells them apart.
fn distinct(wanted: &[(String, String)], taken: &dyn Fn(&str) -> bool) -> Vec<Arc<str>> {
    let mut counts: HashMap<&str, usize> = HashMap::default();
    for (id, _) in wanted {
        *counts.entry(id).or_default() += 1;
    }
    wanted
        .iter()
        .map(|(id, suffix)| {
            let alone = counts[id.as_str()] == 1 && !taken(id);
            if alone {
                Arc::from(id.as_str())
            } else {
                Arc::from(format!("{id}-{suffix}"))
            }
        })
        .collect()
}

fn table_at(tables: &[TypedTable], name: TableName) -> Option<usize> {
    tables.iter().position(|typed| typed.table == name)
}
