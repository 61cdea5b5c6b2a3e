//! How do several files make one table?
//!
//! In: the sheets of one table, in the order in which `hub.toml` names them. Out: one sheet, their rows one below the
//! other; a column is the same where it is the same column of the table, whatever each file heads it.

use polars::prelude::StringChunked;

use super::{Remark, Sheet, SheetColumn};
use crate::config::HubConfig;
use crate::records::ledger::Stretch;
use crate::records::{RecordsError, cast, words};

/// Puts the rows of the sheets one below the other.
pub(super) fn join(mut sheets: Vec<Sheet>, config: &HubConfig) -> Result<Sheet, RecordsError> {
    let mut whole = sheets.remove(0);
    if sheets.is_empty() {
        return Ok(whole);
    }
    let mut keys = keys(&whole, config)?;
    for sheet in sheets {
        let others = self::keys(&sheet, config)?;
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

/// Each column under the name of the table's column that it is, else under its own header.
fn keys(sheet: &Sheet, config: &HubConfig) -> Result<Vec<String>, RecordsError> {
    let layout = cast::layout::layout(sheet, config)?;
    let mut keys: Vec<String> = sheet
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| format!("{} {}", words::key(&column.header), nth(sheet, place)))
        .collect();
    // amounts headed by different currencies are not of one column
    for found in layout.known {
        keys[found.place] = format!("={} {:?}", found.column.name, found.hints);
    }
    Ok(keys)
}

/// How many columns before this one have its header.
fn nth(sheet: &Sheet, place: usize) -> usize {
    let header = words::key(&sheet.columns[place].header);
    let before = sheet.columns[..place].iter();
    before.filter(|column| words::key(&column.header) == header).count()
}
