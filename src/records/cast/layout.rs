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
    refuse_unknown(std::slice::from_ref(sheet), config)?;
    of(sheet, config)
}

/// Finds every column of one file of a table: a header that `hub.toml` gives may stand in another of its files.
pub(in crate::records) fn of(sheet: &Sheet, config: &HubConfig) -> Result<Layout, RecordsError> {
    let mapped = mapped(sheet.table, config);
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
    // an agreement of which but one date is told began on it; any surer header goes before
    let start = columns.iter().position(|column| column.name == "start");
    if let (TableName::Partnerships, Some(start)) = (sheet.table, start)
        && places[start].is_none()
        && let Some(at) = (0..headers.len()).find(|at| !taken[*at] && headers[*at].is_bare_date())
    {
        taken[at] = true;
        places[start] = Some((at, Hints::default()));
    }
    if sheet.table == TableName::Stakeholders {
        seat_people(&headers, columns, &mapped, &mut places, &mut taken);
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

/// In a directory of people (`Entidad, Nombre completo, Cargo`) the organisation beside a person is where she belongs.
fn seat_people(
    headers: &[Header],
    columns: &[Column],
    mapped: &[(&str, String)],
    places: &mut [Option<(usize, Hints)>],
    taken: &mut [bool],
) {
    let at = |name: &str| columns.iter().position(|column| column.name == name);
    let (Some(name), Some(parent)) = (at("name"), at("parent_id")) else {
        return;
    };
    let is_told = mapped.iter().any(|(column, _)| matches!(*column, "name" | "parent_id"));
    if is_told || places[parent].is_some() {
        return;
    }
    let free = |taken: &[bool], is_such: &dyn Fn(&Header) -> bool| {
        (0..headers.len()).find(|place| !taken[*place] && is_such(&headers[*place]))
    };
    let named = |places: &[Option<(usize, Hints)>]| places[name].map(|(place, _)| &headers[place]);
    if named(places).is_some_and(Header::is_organization)
        && let Some(person) = free(taken, &Header::is_person)
    {
        places[parent] = places[name].replace((person, Hints::default()));
        taken[person] = true;
    } else if named(places).is_some_and(|header| header.is_person() || header.is_name())
        && let Some(organization) = free(taken, &Header::is_organization)
    {
        places[parent] = Some((organization, Hints::default()));
        taken[organization] = true;
    }
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

/// `[columns.<table>]`: column → key of the header.
fn mapped(table: TableName, config: &HubConfig) -> Vec<(&str, String)> {
    let map = config.columns.get(table.name()).into_iter().flatten();
    map.map(|(name, header)| (name.as_str(), words::key(header))).collect()
}

/// Refuses `[columns.<table>]` where the table has no such column or none of its files such a header.
pub(in crate::records) fn refuse_unknown(sheets: &[Sheet], config: &HubConfig) -> Result<(), RecordsError> {
    let Some(table) = sheets.first().map(|sheet| sheet.table) else {
        return Ok(());
    };
    for (name, header) in config.columns.get(table.name()).into_iter().flatten() {
        let columns = table.columns().iter().map(|column| column.name);
        let headers = sheets.iter().flat_map(|sheet| &sheet.columns);
        let headers = headers.map(|column| column.header.as_str());
        let (key, near) = if table.column(name).is_none() {
            (name, nearest(name, columns))
        } else if headers.clone().any(|found| words::key(found) == words::key(header)) {
            continue;
        } else {
            (header, nearest(header, headers))
        };
        return Err(RecordsError::UnknownMapping {
            section: format!("columns.{table}"),
            key: key.clone(),
            nearest: near.map(str::to_owned),
        });
    }
    Ok(())
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
