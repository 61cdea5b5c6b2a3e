//! Which header of a file is which column?
//!
//! In: the headers of a sheet and `[columns]` of `hub.toml`. Out: each known column's place, and the places of the
//! unknown ones. Names win over Spanish names, these over synonyms, and exact words over worn ones.

use super::super::sources::Sheet;
use super::super::{Column, RecordsError, TableName, words};
use super::headers::{Found, Header, Hints, Rank, words_of};
use crate::config::{HubConfig, nearest};

/// Where each column stands in the file.
pub(in crate::records) struct Layout {
    /// Known columns, in the order of their declaration.
    pub known: Vec<Found>,
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
    let headers: Vec<Header> = sheet.columns.iter().map(|column| Header::of(&column.header)).collect();
    let columns = sheet.table.columns();
    let mut places: Vec<Option<(usize, Hints)>> = vec![None; columns.len()];
    let mut taken = vec![false; headers.len()];
    for rank in Rank::ALL {
        for (column, place) in columns.iter().zip(&mut places).filter(|(_, place)| place.is_none()) {
            let found = (0..headers.len()).find(|at| !taken[*at] && headers[*at].names(column, rank, &mapped));
            if let Some(at) = found {
                taken[at] = true;
                *place = Some((at, headers[at].hints(rank)));
            }
        }
    }
    let found = columns.iter().zip(places).filter_map(|(column, place)| {
        let (place, hints) = place?;
        Some(Found { column, place, hints })
    });
    let known: Vec<Found> = found.collect();
    refuse_missing(sheet, &known)?;
    Ok(Layout {
        known,
        unknown: (0..headers.len()).filter(|at| !taken[*at]).collect(),
    })
}

/// Whether a header names such a column of the table.
pub(in crate::records) fn names(
    table: TableName,
    header: &str,
    config: &HubConfig,
    is_such: impl Fn(&Column) -> bool,
) -> bool {
    let key = words::key(header);
    let mapped = config.columns.get(table.name());
    let header = Header::of(header);
    table.columns().iter().filter(|column| is_such(column)).any(|column| {
        let told = mapped.and_then(|map| map.get(column.name));
        told.is_some_and(|told| words::key(told) == key)
            || Rank::ALL.into_iter().any(|rank| header.names(column, rank, &[]))
    })
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

fn refuse_missing(sheet: &Sheet, known: &[Found]) -> Result<(), RecordsError> {
    let has = |name: &str| known.iter().any(|found| found.column.name == name);
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
            return Err(RecordsError::MissingColumn {
                file: sheet.file.clone(),
                table: sheet.table.name(),
                column: column.name,
                nearest: meant(column, sheet, known),
                found,
            });
        }
    }
    Ok(())
}

/// The header, taken by no column, that is nearest to one of the words for a column.
fn meant(column: &Column, sheet: &Sheet, known: &[Found]) -> Option<String> {
    let free = |(place, _): &(usize, &str)| !known.iter().any(|found| found.place == *place);
    let headers = sheet.columns.iter().map(|column| column.header.as_str()).enumerate();
    let free: Vec<(String, &str)> = headers
        .filter(free)
        .map(|(_, header)| (words::key(header), header))
        .collect();
    let near = words_of(column).filter_map(|word| {
        let key = words::key(word);
        let near = nearest(&key, free.iter().map(|(header, _)| header.as_str()))?;
        Some((strsim::jaro_winkler(&key, near), near))
    });
    let (_, near) = near.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))?;
    let (_, header) = free.iter().find(|(key, _)| key == near)?;
    Some((*header).to_owned())
}
