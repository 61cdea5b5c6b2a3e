//! How do sheets of attendance become rows of the hub's tables?
//!
//! In: what the sheets say and the tables read so far. Out: the tables of participations and events with the rows of the
//! sheets below their own, and at the end a ledger with one row per row of a sheet: a person of a matrix is one row there
//! however many events came of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use polars::prelude::StringChunked;

use super::{Attended, AttendedRow, Meeting};
use crate::config::{HubConfig, UnknownIds};
use crate::records::cast::layout;
use crate::records::cast::{Caster, TypedColumn, TypedTable, Values};
use crate::records::ledger::Stretch;
use crate::records::sources::{Remark, Sheet, SheetColumn};
use crate::records::{
    End, Ledger, PresentTable, Reason, RecordsError, RowNote, RowState, TableLedger, TableName, names,
};
use crate::time::DateSpan;

/// The first and the last day of an event, as far as recorded.
type Held = (Option<DateSpan>, Option<DateSpan>);

/// The events that the hub's own table declares, as far as sheets need to know them.
#[derive(Default)]
struct DeclaredEvents {
    ids: BTreeSet<Arc<str>>,
    /// When the events of each name were held.
    by_name: BTreeMap<String, Vec<Held>>,
}

impl DeclaredEvents {
    fn of(typed: &TypedTable) -> Self {
        let text = |column: &str, row: usize| typed.texts(column).get(row).cloned().flatten();
        let mut events = Self::default();
        for row in typed.ledger.live_rows() {
            let start = typed.dates("start").get(row).copied().flatten();
            let end = match typed.ends("end").get(row).copied().flatten() {
                Some(End::On(span)) => Some(span),
                _ => None,
            };
            events.ids.extend(text("id", row));
            if let Some(name) = text("name", row) {
                events.by_name.entry(names::key(&name)).or_default().push((start, end));
            }
        }
        events
    }

    /// Whether one of them is a sheet's event: the same id, or the same name and no other day.
    fn has(&self, meeting: &Meeting) -> bool {
        let within = |(start, end): &(Option<DateSpan>, Option<DateSpan>)| match (start, &meeting.date) {
            (Some(start), Some(date)) => {
                let last = end.map_or(start.last, |end| end.last).to_string();
                // ISO dates stand in the order of their letters; a month contains its days
                let from = start.first.to_string();
                date.as_str() <= last.as_str() && date.as_str() >= &from[..date.len().min(from.len())]
            }
            _ => true,
        };
        let named = self.by_name.get(&names::key(&meeting.name));
        self.ids.contains(meeting.name.as_str()) || named.is_some_and(|events| events.iter().any(within))
    }
}

/// How the rows of sheets lie in the table of participations: to be undone when every row has its state.
#[derive(Default)]
pub(in crate::records) struct Folds {
    /// How many rows of the table are its own.
    own: usize,
    /// In how many files and sheets those stand.
    own_stretches: usize,
    /// How many rows of the table of events are its own.
    own_events: usize,
    /// For each row after those, which row of the sheets it comes from, from 0.
    sources: Vec<usize>,
    /// The sheets below the table's own rows, by those rows.
    stretches: Vec<Stretch>,
}

/// Adds the rows of the sheets to the tables of participations and events.
pub(in crate::records) fn join(
    attended: &Attended,
    policy: UnknownIds,
    tables: &mut Vec<TypedTable>,
    present: &mut BTreeMap<TableName, PresentTable>,
    caster: &mut Caster<'_>,
) -> Result<Option<Folds>, RecordsError> {
    if attended.is_empty() {
        return Ok(None);
    }
    let events = tables.iter().find(|typed| typed.table == TableName::Events);
    let events = events.map(DeclaredEvents::of);
    let rows = attended.sheets.iter().flat_map(|sheet| &sheet.rows);
    let named: BTreeSet<usize> = rows.flat_map(|row| row.came.iter().map(|(place, _)| *place)).collect();
    let is_declared = |place: &usize| {
        events
            .as_ref()
            .is_some_and(|events| events.has(&attended.meetings[*place]))
    };
    let unknown: BTreeSet<usize> = named.into_iter().filter(|place| !is_declared(place)).collect();
    let told = if events.is_some() {
        unknown.clone()
    } else {
        BTreeSet::new()
    };
    let (sheet, mut folds) = participations(attended, told);
    let rows_of = |tables: &[TypedTable], name| {
        tables
            .iter()
            .find(|typed| typed.table == name)
            .map_or(0, |typed| typed.rows)
    };
    folds.own_events = rows_of(tables, TableName::Events);
    folds.own = rows_of(tables, TableName::Participations);
    let own = tables.iter().find(|typed| typed.table == TableName::Participations);
    folds.own_stretches = own.map_or(0, |typed| typed.ledger.stretches.len());
    if events.is_none() || policy == UnknownIds::Create {
        let unknown = unknown.iter().map(|place| &attended.meetings[*place]).collect();
        let sheet = meetings(unknown, &sheet.file);
        if sheet.rows > 0 {
            add(tables, present, caster.cast(sheet)?);
        }
    }
    add(tables, present, caster.cast(sheet)?);
    Ok(Some(folds))
}

const COLUMNS: [&str; 8] = [
    "stakeholder_id",
    "event_id",
    "date",
    "role",
    "hours",
    "organization",
    "email",
    "role_title",
];

/// One row per person and event; a row that came to nothing has one too, which is excluded. Events to be told as created
/// are told where they stand first.
fn participations(attended: &Attended, mut to_tell: BTreeSet<usize>) -> (Sheet, Folds) {
    let mut columns: [Vec<Option<String>>; 8] = Default::default();
    let (mut stretches, mut remarks, mut folds) = (Vec::new(), Vec::new(), Folds::default());
    let mut source = 0;
    for sheet in &attended.sheets {
        let stretch = |place: usize, row: usize| Stretch {
            file: sheet.sheet.clone(),
            place,
            first_row: sheet.first_row + row as u64,
        };
        folds.stretches.push(stretch(source, 0));
        for (number, row) in sheet.rows.iter().enumerate() {
            let place = columns[0].len();
            for copy in 0..row.came.len().max(1) {
                // rows one below the other in both need to be told once
                if copy > 0 || number == 0 || sheet.rows[number - 1].came.len() > 1 {
                    stretches.push(stretch(place + copy, number));
                }
                folds.sources.push(source + number);
                let cells = cells(row, copy, &attended.meetings);
                columns
                    .iter_mut()
                    .zip(cells)
                    .for_each(|(column, cell)| column.push(cell));
            }
            let noted = row.notes.iter().map(|(state, reason, column, value)| Remark {
                row: place,
                state: *state,
                reason: *reason,
                column: column.clone(),
                value: value.clone(),
            });
            remarks.extend(noted);
            for (copy, (meeting, _)) in row.came.iter().enumerate() {
                if to_tell.remove(meeting) {
                    remarks.push(Remark {
                        row: place + copy,
                        state: RowState::Used,
                        reason: Reason::UnknownIdCreated,
                        column: String::new(),
                        value: attended.meetings[*meeting].name.clone(),
                    });
                }
            }
        }
        source += sheet.rows.len();
    }
    let sheets: Vec<&str> = attended.sheets.iter().map(|sheet| sheet.sheet.as_str()).collect();
    let sheet = made(
        TableName::Participations,
        &sheets.join(", "),
        &COLUMNS,
        columns.to_vec(),
    );
    (
        Sheet {
            stretches,
            remarks,
            ..sheet
        },
        folds,
    )
}

fn cells(row: &AttendedRow, copy: usize, meetings: &[Meeting]) -> [Option<String>; 8] {
    let (Some(person), Some((meeting, date))) = (&row.person, row.came.get(copy)) else {
        return Default::default();
    };
    [
        Some(person.name.clone()),
        Some(meetings[*meeting].name.clone()),
        date.clone(),
        person.role.clone(),
        person.hours.clone(),
        person.organization.clone(),
        person.email.clone(),
        person.post.clone(),
    ]
}

/// One row per event that the hub's own table does not declare.
fn meetings(mut unknown: Vec<&Meeting>, file: &str) -> Sheet {
    unknown.sort();
    let names = unknown.iter().map(|meeting| Some(meeting.name.clone())).collect();
    let dates = unknown.iter().map(|meeting| meeting.date.clone()).collect();
    made(TableName::Events, file, &["name", "start"], vec![names, dates])
}

fn made(table: TableName, file: &str, headers: &[&str], columns: Vec<Vec<Option<String>>>) -> Sheet {
    let rows = columns.first().map_or(0, Vec::len);
    let column = |(header, cells): (&&str, Vec<Option<String>>)| SheetColumn {
        header: (*header).to_owned(),
        cells: cells.iter().map(Option::as_deref).collect::<StringChunked>(),
        ..SheetColumn::default()
    };
    let mut sheet = Sheet {
        table,
        file: file.to_owned(),
        columns: headers.iter().zip(columns).map(column).collect(),
        rows,
        notes: Vec::new(),
        hashes: Vec::new(),
        stretches: Vec::new(),
        remarks: Vec::new(),
        layout: None,
    };
    // its headers are hubscope's own, whatever `hub.toml` says of those in the hub's table
    sheet.layout = layout::of(&sheet, &HubConfig::default()).ok();
    sheet
}

/// Puts rows below those that the hub's own table of that name has, if it has one.
fn add(
    tables: &mut Vec<TypedTable>,
    present: &mut BTreeMap<TableName, PresentTable>,
    (more, found): (TypedTable, PresentTable),
) {
    match present.get_mut(&more.table) {
        Some(known) => {
            known.rows += found.rows;
            known.filled = more
                .table
                .columns()
                .iter()
                .map(|column| column.name)
                .filter(|name| known.filled.contains(name) || found.filled.contains(name))
                .collect();
            if !found.file.is_empty() {
                known.file = format!("{}, {}", known.file, found.file);
            }
        }
        None => {
            present.insert(more.table, found);
        }
    }
    match tables.iter_mut().find(|typed| typed.table == more.table) {
        Some(typed) => append(typed, more),
        None => {
            let place = tables.partition_point(|typed| typed.table < more.table);
            tables.insert(place, more);
        }
    }
}

fn append(typed: &mut TypedTable, mut more: TypedTable) {
    let own = typed.rows;
    for column in &more.columns {
        if typed.find(column.column.name).is_none() {
            typed.columns.push(TypedColumn {
                column: column.column,
                header: column.header.clone(),
                values: column.values.blank(own),
            });
        }
    }
    typed.columns.sort_by_key(|column| {
        let columns = typed.table.columns();
        columns.iter().position(|known| known.name == column.column.name)
    });
    for column in &mut typed.columns {
        let place = more
            .columns
            .iter()
            .position(|other| other.column.name == column.column.name);
        let values = match place {
            Some(place) => std::mem::replace(&mut more.columns[place].values, Values::Text(Vec::new())),
            None => column.values.blank(more.rows),
        };
        column.values.extend(values);
    }
    for column in &mut typed.extra {
        column.values.resize(own + more.rows, None);
    }
    typed.rows += more.rows;
    let ledger = &mut typed.ledger;
    ledger.states.extend(more.ledger.states);
    let moved = |place: usize| place + own;
    ledger
        .stretches
        .extend(more.ledger.stretches.into_iter().map(|stretch| Stretch {
            place: moved(stretch.place),
            ..stretch
        }));
    ledger.notes.extend(more.ledger.notes.into_iter().map(|note| RowNote {
        place: moved(note.place),
        ..note
    }));
}

/// What a row of a sheet says is not used as it stands when one of its events carries one of these.
const MENDS: [Reason; 6] = [
    Reason::UnknownMark,
    Reason::OrganizationCame,
    Reason::EmptyName,
    Reason::BadCell,
    Reason::UnknownIdDropped,
    Reason::AmbiguousName,
];

/// One row of the ledger per row of a sheet, whatever number of events came of it; events that sheets tell have no row
/// of their own.
pub(in crate::records) fn settle_ledger(ledger: &mut Ledger, folds: &Folds) {
    for table in &mut ledger.tables {
        match table.table {
            TableName::Events => {
                table.states.truncate(folds.own_events);
                table.notes.retain(|note| note.place < folds.own_events);
            }
            TableName::Participations => fold(table, folds),
            _ => {}
        }
    }
    ledger
        .tables
        .retain(|table| table.table != TableName::Events || !table.stretches.is_empty());
}

fn fold(table: &mut TableLedger, folds: &Folds) {
    let own = folds.own;
    let rows = folds.sources.last().map_or(0, |last| last + 1);
    let place = |at: usize| if at < own { at } else { own + folds.sources[at - own] };
    for note in &mut table.notes {
        note.place = place(note.place);
    }
    table.notes.sort();
    table.notes.dedup();
    let mut states: Vec<Vec<RowState>> = vec![Vec::new(); rows];
    for (at, state) in table.states[own..].iter().enumerate() {
        states[folds.sources[at]].push(*state);
    }
    let folded = states.into_iter().enumerate().map(|(row, states)| {
        let first = table.notes.partition_point(|note| note.place < own + row);
        let mut notes = table.notes[first..].iter().take_while(|note| note.place == own + row);
        let live = states.iter().filter(|state| **state < RowState::Merged).max();
        match (live, states.iter().min()) {
            (Some(_), _) if notes.any(|note| MENDS.contains(&note.reason)) => RowState::Repaired,
            (Some(live), _) => *live,
            (None, gone) => gone.copied().unwrap_or(RowState::Excluded),
        }
    });
    let folded: Vec<RowState> = folded.collect();
    table.states.truncate(own);
    table.states.extend(folded);
    table.stretches.truncate(folds.own_stretches);
    let moved = folds.stretches.iter().map(|stretch| Stretch {
        place: own + stretch.place,
        ..stretch.clone()
    });
    table.stretches.extend(moved);
}
