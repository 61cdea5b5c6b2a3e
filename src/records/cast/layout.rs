//! Which header of a file is which column?
//!
//! In: the headers of a sheet and `[columns]` of `hub.toml`. Out: each known column's place, and the places of the
//! unknown ones. Names win over Spanish names, these over synonyms.

use super::super::sources::Sheet;
use super::super::{Column, RecordsError, TableName, words};
use crate::config::{HubConfig, nearest};

/// Where each column stands in the file.
pub(in crate::records) struct Layout {
    /// Known columns, in the order of their declaration.
    pub known: Vec<(&'static Column, usize)>,
    /// Places of unknown headers.
    pub unknown: Vec<usize>,
}

/// The column whose cell stands in where a required one says nothing: a stakeholder without a name shows its id, an
/// event without an id is known by its name, and an attendance list may name who came.
pub(super) fn stand_in(table: TableName, column: &str) -> Option<&'static str> {
    match (table, column) {
        (TableName::Stakeholders, "name") | (TableName::Events, "name") => Some("id"),
        (TableName::Events, "id") | (TableName::Participations, "stakeholder_id") => Some("name"),
        _ => None,
    }
}

/// Finds every column.
pub(in crate::records) fn layout(sheet: &Sheet, config: &HubConfig) -> Result<Layout, RecordsError> {
    let mapped = mapped(sheet, config)?;
    let headers: Vec<String> = sheet.columns.iter().map(|column| words::key(&column.header)).collect();
    let columns = sheet.table.columns();
    let mut places: Vec<Option<usize>> = vec![None; columns.len()];
    let mut taken = vec![false; headers.len()];
    for rank in [Rank::Mapped, Rank::Name, Rank::Spanish, Rank::Synonym] {
        for (column, place) in columns.iter().zip(&mut places).filter(|(_, place)| place.is_none()) {
            let found = (0..headers.len()).find(|at| !taken[*at] && rank.matches(column, &headers[*at], &mapped));
            if let Some(at) = found {
                taken[at] = true;
                *place = Some(at);
            }
        }
    }
    let known: Vec<_> = columns
        .iter()
        .zip(places)
        .filter_map(|(column, place)| Some((column, place?)))
        .collect();
    refuse_missing(sheet, &known)?;
    Ok(Layout {
        known,
        unknown: (0..headers.len()).filter(|at| !taken[*at]).collect(),
    })
}

/// How surely a header names a column.
#[derive(Clone, Copy)]
enum Rank {
    Mapped,
    Name,
    Spanish,
    Synonym,
}

impl Rank {
    fn matches(self, column: &Column, header: &str, mapped: &[(&str, String)]) -> bool {
        match self {
            Self::Mapped => mapped.iter().any(|(name, key)| *name == column.name && key == header),
            Self::Name => words::key(column.name) == header,
            Self::Spanish => words::key(column.spanish) == header,
            Self::Synonym => column.synonyms.iter().any(|word| words::key(word) == header),
        }
    }
}

/// `[columns.<table>]`: column → key of the header, refused where the table has no such column or the file no such header.
fn mapped<'a>(sheet: &Sheet, config: &'a HubConfig) -> Result<Vec<(&'a str, String)>, RecordsError> {
    let Some(map) = config.columns.get(sheet.table.name()) else {
        return Ok(Vec::new());
    };
    let section = format!("columns.{}", sheet.table);
    for (name, header) in map {
        let columns = sheet.table.columns().iter().map(|column| column.name);
        if sheet.table.column(name).is_none() {
            return Err(RecordsError::UnknownMapping {
                nearest: nearest(name, columns).map(str::to_owned),
                section,
                key: name.clone(),
            });
        }
        let headers = sheet.columns.iter().map(|column| column.header.as_str());
        if !headers.clone().any(|found| words::key(found) == words::key(header)) {
            return Err(RecordsError::UnknownMapping {
                nearest: nearest(header, headers).map(str::to_owned),
                section,
                key: header.clone(),
            });
        }
    }
    Ok(map
        .iter()
        .map(|(name, header)| (name.as_str(), words::key(header)))
        .collect())
}

fn refuse_missing(sheet: &Sheet, known: &[(&'static Column, usize)]) -> Result<(), RecordsError> {
    let has = |name: &str| known.iter().any(|(column, _)| column.name == name);
    for column in sheet
        .table
        .columns()
        .iter()
        .filter(|column| column.required && !has(column.name))
    {
        // a table of stakeholders without a column of names is refused: ids alone would fill every page
        let replaced = sheet.table != TableName::Stakeholders && stand_in(sheet.table, column.name).is_some_and(has);
        if !replaced {
            let found: Vec<String> = sheet.columns.iter().map(|column| column.header.clone()).collect();
            let taken = |header: &&str| !known.iter().any(|(_, place)| found[*place] == **header);
            return Err(RecordsError::MissingColumn {
                file: sheet.file.clone(),
                table: sheet.table.name(),
                column: column.name,
                nearest: nearest(column.name, found.iter().map(String::as_str).filter(taken)).map(str::to_owned),
                found,
            });
        }
    }
    Ok(())
}
