//! Who is declared, and which rows declare the same?
//!
//! In: the stakeholders or the events table. Out: one entry per declared record; rows that say the same are merged,
//! rows that contradict each other under one id are refused.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::cast::{TypedTable, Values};
use super::super::{HashMap, Reason, RecordsError, RowState, TableName, names};

/// Rows without an id that share this are one record.
pub(super) type Identity = Vec<String>;

/// Merges rows of one id, and rows without id of one identity; what remains live declares a record each.
pub(super) fn merge_rows(
    typed: &mut TypedTable,
    identity: &dyn Fn(&TypedTable, usize) -> Identity,
) -> Result<(), RecordsError> {
    let mut by_id: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
    let mut by_identity: BTreeMap<Identity, Vec<usize>> = BTreeMap::new();
    for row in typed.ledger.cleanest_first() {
        match typed.texts("id").get(row).cloned().flatten() {
            Some(id) => by_id.entry(id).or_default().push(row),
            None => by_identity.entry(identity(typed, row)).or_default().push(row),
        }
    }
    for (id, rows) in by_id.into_iter().filter(|(_, rows)| rows.len() > 1) {
        same_or_refused(typed, &id, &rows)?;
    }
    for rows in by_identity.into_values().filter(|rows| rows.len() > 1) {
        fill_gaps(typed, rows)?;
    }
    Ok(())
}

/// Rows under one id must say the same.
pub(in crate::records) fn same_or_refused(
    typed: &mut TypedTable,
    id: &str,
    rows: &[usize],
) -> Result<(), RecordsError> {
    let content = typed.content(rows[0]);
    let header = typed.header("id").to_owned();
    for row in &rows[1..] {
        if typed.content(*row) != content {
            return Err(contradiction(typed, *row, rows[0], header, id));
        }
        typed.ledger.merge(*row, rows[0], Reason::IdenticalRow, &header, id);
    }
    Ok(())
}

/// Two rows that should be one record and are not.
fn contradiction(typed: &TypedTable, one: usize, other: usize, column: String, value: &str) -> RecordsError {
    let (row, first) = (one.max(other), one.min(other));
    let files = [typed.ledger.file_of(first), typed.ledger.file_of(row)];
    RecordsError::DuplicateId {
        file: if files[0] == files[1] {
            files[0].to_owned()
        } else {
            files.join(", ")
        },
        row: typed.ledger.row(row),
        first: typed.ledger.row(first),
        column,
        value: value.to_owned(),
    }
}

/// Rows of one name complete each other; only what a stakeholder is, and what it belongs to, may not contradict.
fn fill_gaps(typed: &mut TypedTable, mut rows: Vec<usize>) -> Result<(), RecordsError> {
    // stable: of rows that say the same, the cleanest still comes first
    rows.sort_by_cached_key(|row| typed.content(*row));
    let base = rows[0];
    let name = typed
        .texts("name")
        .get(base)
        .cloned()
        .flatten()
        .unwrap_or_else(|| Arc::from(""));
    let header = typed.header("name").to_owned();
    for row in rows.into_iter().skip(1) {
        if typed.content(row) == typed.content(base) {
            typed.ledger.merge(row, base, Reason::IdenticalRow, &header, &name);
            continue;
        }
        let mut said_otherwise = Vec::new();
        for place in 0..typed.columns.len() {
            let column = &mut typed.columns[place];
            let Some(otherwise) = column.values.complete(base, row) else {
                continue;
            };
            if matches!(column.column.name, "kind" | "parent_id" | "sector") {
                return Err(contradiction(typed, row, base, header, &name));
            }
            said_otherwise.push((column.header.clone(), otherwise));
        }
        typed.ledger.merge(row, base, Reason::SameName, &header, &name);
        for (column, value) in said_otherwise {
            typed.ledger.merge(row, base, Reason::SameName, &column, &value);
        }
    }
    Ok(())
}

/// The name of each live row; the id stands for one that is missing, and the ledger says so.
pub(super) fn name_rows(typed: &mut TypedTable) {
    let ids = typed.texts("id").to_vec();
    let header = typed.header("name").to_owned();
    let live = typed.ledger.live_rows();
    let Some(place) = typed.columns.iter().position(|c| c.column.name == "name") else {
        return;
    };
    let Values::Text(names) = &mut typed.columns[place].values else {
        return;
    };
    for row in live {
        if names[row].is_none()
            && let Some(id) = ids.get(row).cloned().flatten()
        {
            // events are listed by id alone as often as not; a stakeholder without a name is a gap
            if typed.table == TableName::Stakeholders {
                typed
                    .ledger
                    .note(row, RowState::Repaired, Reason::EmptyName, &header, &id);
            }
            names[row] = Some(id);
        }
    }
}

/// Finds the declared by what people call them.
pub(super) struct Index {
    by_id: HashMap<Arc<str>, usize>,
    by_name: HashMap<String, Vec<usize>>,
    by_email: HashMap<String, Vec<usize>>,
}

impl Index {
    /// An index over the declared, given by their rows.
    pub(super) fn new(typed: &TypedTable, rows: &[usize]) -> Self {
        let mut index = Self {
            by_id: HashMap::default(),
            by_name: HashMap::default(),
            by_email: HashMap::default(),
        };
        let cell = |column: &str, row: usize| typed.texts(column).get(row).cloned().flatten();
        for (place, row) in rows.iter().enumerate() {
            if let Some(id) = cell("id", *row) {
                index.by_id.insert(id, place);
            }
            let aliases = typed.lists("aliases").get(*row).cloned().unwrap_or_default();
            for name in cell("name", *row).into_iter().chain(aliases) {
                let places = index.by_name.entry(names::key(&name)).or_default();
                if !places.contains(&place) {
                    places.push(place);
                }
            }
            if let Some(email) = cell("email", *row) {
                index.by_email.entry(names::key(&email)).or_default().push(place);
            }
        }
        index
    }

    /// The one with exactly this id.
    pub(super) fn by_id(&self, text: &str) -> Option<usize> {
        self.by_id.get(text).copied()
    }

    /// Those with this name, alias or e-mail.
    pub(super) fn by_name(&self, text: &str) -> &[usize] {
        let key = names::key(text);
        let named = self.by_name.get(&key);
        let found = named.or_else(|| self.by_email.get(&key).filter(|_| key.contains('@')));
        found.map_or(&[], Vec::as_slice)
    }

    /// Whether a table declares this id.
    pub(super) fn has_id(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }
}
