//! How do several files make one table?
//!
//! In: the sheets of one table, in the order in which `hub.toml` names them. Out: one sheet, their rows one below the
//! other; a column is the same where it is the same column of the table, whatever each file heads it.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::StringChunked;

use super::{Remark, Sheet, SheetColumn};
use crate::config::HubConfig;
use crate::records::cast::layout::{self, Layout};
use crate::records::cast::{self, Found, Hints};
use crate::records::ledger::Stretch;
use crate::records::{Column, RecordsError, TableName, words};

/// Puts the rows of the sheets one below the other.
pub(super) fn join(mut sheets: Vec<Sheet>, config: &HubConfig) -> Result<Sheet, RecordsError> {
    if sheets.len() == 1 {
        return Ok(sheets.remove(0));
    }
    layout::refuse_unknown(&sheets, config)?;
    let layouts = sheets.iter().map(|sheet| layout::of(sheet, config));
    let mut layouts = layouts.collect::<Result<Vec<Layout>, RecordsError>>()?;
    write_out_what_differs(&mut sheets, &mut layouts)?;
    let mut parts = sheets.into_iter().zip(&layouts);
    let Some((mut whole, layout)) = parts.next() else {
        return Err(RecordsError::NoTables { path: String::new() });
    };
    let mut keys = keys(&whole, layout);
    for (sheet, layout) in parts {
        let others = self::keys(&sheet, layout);
        let above = whole.rows;
        whole.rows += sheet.rows;
        whole.file = format!("{}, {}", whole.file, sheet.file);
        whole
            .stretches
            .extend(sheet.stretches.into_iter().map(|stretch| Stretch {
                place: stretch.place + above,
                ..stretch
            }));
        whole.remarks.extend(sheet.remarks.into_iter().map(|remark| Remark {
            row: remark.row + above,
            ..remark
        }));
        whole.notes.extend(sheet.notes);
        whole.hashes.extend(sheet.hashes);
        let mut below: Vec<Option<SheetColumn>> = sheet.columns.into_iter().map(Some).collect();
        for (column, key) in whole.columns.iter_mut().zip(&keys) {
            let at = others.iter().position(|other| other == key);
            let added = at.and_then(|at| below[at].take());
            let nothing = || SheetColumn {
                cells: nulls(sheet.rows),
                numeric: column.numeric,
                ..SheetColumn::default()
            };
            put_below(column, &added.unwrap_or_else(nothing));
        }
        for (column, key) in below.into_iter().zip(others) {
            if let Some(column) = column {
                let mut padded = SheetColumn {
                    header: column.header.clone(),
                    cells: nulls(above),
                    numeric: column.numeric,
                    fractions: Vec::new(),
                };
                put_below(&mut padded, &column);
                whole.columns.push(padded);
                keys.push(key);
            }
        }
    }
    whole.layout = Some(joined(whole.table, &keys, &layouts));
    Ok(whole)
}

fn nulls(rows: usize) -> StringChunked {
    (0..rows).map(|_| None::<&str>).collect()
}

fn put_below(column: &mut SheetColumn, below: &SheetColumn) {
    let above = column.cells.len();
    let are_alike = column.numeric == below.numeric;
    let typed = |part: &SheetColumn| {
        if are_alike {
            part.fractions.clone()
        } else {
            part.typed_fractions()
        }
    };
    let fractions = typed(below).into_iter().map(|row| row + above);
    column.fractions = typed(column).into_iter().chain(fractions).collect();
    column.cells = column.cells.iter().chain(below.cells.iter()).collect();
    column.numeric &= below.numeric;
}

/// Where the headers of a column say different things of it, its cells say them instead.
fn write_out_what_differs(sheets: &mut [Sheet], layouts: &mut [Layout]) -> Result<(), RecordsError> {
    let mut said: BTreeMap<&str, BTreeSet<Hints>> = BTreeMap::new();
    for found in layouts.iter().flat_map(|layout| &layout.known) {
        said.entry(found.column.name).or_default().insert(found.hints);
    }
    for (sheet, layout) in sheets.iter_mut().zip(layouts) {
        for found in layout
            .known
            .iter_mut()
            .filter(|found| said[found.column.name].len() > 1)
        {
            sheet.columns[found.place] = cast::written_out(sheet, found)?;
            found.hints = Hints::default();
        }
    }
    Ok(())
}

/// The known columns of all files by their places in the whole.
fn joined(table: TableName, keys: &[String], layouts: &[Layout]) -> Layout {
    let hints = |column: &Column| {
        let mut known = layouts.iter().flat_map(|layout| &layout.known);
        known
            .find(|found| found.column.name == column.name)
            .map_or_else(Hints::default, |found| found.hints)
    };
    let columns = table.columns().iter();
    let known: Vec<Found> = columns
        .filter_map(|column| {
            let place = keys.iter().position(|key| *key == known_key(column))?;
            let hints = hints(column);
            Some(Found { column, place, hints })
        })
        .collect();
    let unknown = (0..keys.len())
        .filter(|place| known.iter().all(|found| found.place != *place))
        .collect();
    Layout { known, unknown }
}

/// Each column under the name of the table's column that it is, else under its own header.
fn keys(sheet: &Sheet, layout: &Layout) -> Vec<String> {
    let mut keys: Vec<String> = sheet
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| format!("{} {}", words::key(&column.header), nth(sheet, place)))
        .collect();
    for found in &layout.known {
        keys[found.place] = known_key(found.column);
    }
    keys
}

fn known_key(column: &Column) -> String {
    format!("={}", column.name)
}

/// How many columns before this one have its header.
fn nth(sheet: &Sheet, place: usize) -> usize {
    let header = words::key(&sheet.columns[place].header);
    let before = sheet.columns[..place].iter();
    before.filter(|column| words::key(&column.header) == header).count()
}
