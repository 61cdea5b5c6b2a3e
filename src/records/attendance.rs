//! Who came, when all that a hub keeps is sheets of attendance?
//!
//! In: sheets as people see them: one list per event, or a matrix of people and events. Out: rows of participations and
//! events in hubscope's own columns, each with the row of the sheet it came from, and an account of how each sheet was
//! read. A sheet that is neither is named; a list whose event nothing tells is refused.

use std::collections::{BTreeMap, BTreeSet};

use super::cast::layout;
use super::cells::{self, DateForm, DatesTold};
use super::sources::grid::{Grid, GridNote};
use super::sources::{Sheet, SourceNote, WhyUnread};
use super::{Column, Reason, RecordsError, RowState, TableName, names, words};
use crate::config::{AttendanceSection, HubConfig};

mod across;
#[rustfmt::skip]
mod headers;
mod find;
mod join;
mod marks;
mod meetings;
mod sheet;
mod title;

use find::Found;
pub(super) use find::find;
use headers::Field;
pub(super) use join::{join, settle_ledger};
use meetings::Meetings;
pub use sheet::AttendanceForm;
use sheet::{Person, Recognised};
pub use title::ToldBy;

/// How a sheet of attendance was read; printed by `check`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceSheet {
    /// The file, with its sheet where it has several.
    pub sheet: String,
    /// List or matrix.
    pub form: AttendanceForm,
    /// Its events, in their order.
    pub events: Vec<AttendedEvent>,
    /// The row below which people stand, as people number it.
    pub header_row: u64,
    /// The headers that were read.
    pub read: Vec<String>,
    /// The headers that were not: numbering, signatures, telephones, …
    pub not_read: Vec<String>,
    /// Marks that say neither that someone came nor that they did not, and how often each stands there.
    pub unknown_marks: BTreeMap<String, usize>,
}

/// An event as a sheet tells it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct AttendedEvent {
    /// Its name; its date where it has no name.
    pub name: String,
    /// Its date, as far as it is told.
    pub date: Option<String>,
    /// Where the name was told.
    pub name_by: ToldBy,
    /// Where the date was told.
    pub date_by: Option<ToldBy>,
}

/// One sheet that may be one of attendance.
pub(super) struct Candidate {
    pub grid: Grid,
    /// Whether it lies where only sheets of attendance lie.
    pub is_kept_here: bool,
}

/// All that the sheets of a hub say.
#[derive(Default)]
pub(super) struct Attended {
    /// Per sheet: its file, the row below its header, and its rows.
    pub sheets: Vec<AttendedRows>,
    /// What they took part in.
    pub meetings: Vec<Meeting>,
    /// How each sheet was read.
    pub read: Vec<AttendanceSheet>,
    /// Sheets that were not read, and why.
    pub unread: Vec<(String, WhyUnread)>,
    /// What was noticed about the text of each sheet that was read.
    pub notes: Vec<(String, SourceNote)>,
}

/// The rows of one sheet.
pub(super) struct AttendedRows {
    pub sheet: String,
    /// The first row below the header, as people number it.
    pub first_row: u64,
    pub rows: Vec<AttendedRow>,
}

/// One row of a sheet: to what the person came, if to anything.
pub(super) struct AttendedRow {
    person: Option<Person>,
    /// The meetings, by place, and the day.
    pub came: Vec<(usize, Option<String>)>,
    /// State, reason, column and value of what was noticed.
    pub notes: Vec<(RowState, Reason, String, String)>,
}

/// An event that sheets tell, once however many tell it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Meeting {
    pub name: String,
    /// In the form in which dates are read back: `2024-05-14`, `2024-05`, `2024`.
    pub date: Option<String>,
}

/// Whether what is wrong with a table may be that it is a list or a matrix: it lacks a column that those never have.
pub(super) fn may_stand_for(table: TableName, error: &RecordsError) -> bool {
    match (table, error) {
        (TableName::Participations, RecordsError::MissingColumn { column, .. }) => {
            matches!(*column, "event_id" | "stakeholder_id")
        }
        // a sheet called `Lista` is as often a list of those who came
        (TableName::Roster, RecordsError::MissingColumn { .. }) => true,
        _ => false,
    }
}

/// What a file is refused with if it is not one of attendance after all, where it has a table's name but another
/// content: a directory whose title speaks of attendance, "events" of which only names and people's particulars stand there.
pub(super) fn stands_instead(sheet: &Sheet, config: &HubConfig) -> Option<RecordsError> {
    if config.tables.contains_key(sheet.table.name()) || sheet.stretches.len() > 1 {
        return None;
    }
    let headers = || sheet.columns.iter().map(|column| column.header.as_str());
    let is_attendance = match sheet.table {
        TableName::Stakeholders => sheet.notes.iter().any(
            |(_, note)| matches!(note, SourceNote::TitleRows { text, .. } if headers::is_title_of_attendance(text)),
        ),
        TableName::Events => {
            let is_person = |header| {
                matches!(
                    headers::field(header),
                    Some(Field::Post | Field::Email | Field::Surname)
                )
            };
            let is_events = |column: &Column| !matches!(column.name, "id" | "name" | "city");
            headers().any(is_person)
                && !headers().any(|header| layout::names(TableName::Events, header, config, is_events))
        }
        _ => false,
    };
    is_attendance.then(|| RecordsError::AttendanceEvent {
        sheet: sheet.file.clone(),
    })
}

impl Attended {
    /// Whether no sheet says anything.
    pub(super) fn is_empty(&self) -> bool {
        self.sheets.is_empty()
    }
}

/// Reads all sheets of a hub together: their dates settle one another's order of day and month.
pub(super) fn read(found: &mut Found, config: &HubConfig) -> Result<Attended, RecordsError> {
    let null_words: BTreeSet<String> = config.records.null_words.iter().map(|word| names::key(word)).collect();
    let is_nothing = |text: &str| words::is_nothing(text) || null_words.contains(&names::key(text));
    let attended = read_all(&found.candidates, config, &is_nothing)?;
    match found
        .instead
        .iter()
        .position(|(file, _)| attended.unread.iter().any(|(unread, _)| of_file(unread, file)))
    {
        Some(place) => Err(found.instead.swap_remove(place).1),
        None => Ok(attended),
    }
}

/// Whether a sheet is one of a file.
fn of_file(sheet: &str, file: &str) -> bool {
    sheet == file || sheet.strip_prefix(file).is_some_and(|rest| rest.starts_with('#'))
}

fn read_all(
    candidates: &[Candidate],
    config: &HubConfig,
    is_nothing: &dyn Fn(&str) -> bool,
) -> Result<Attended, RecordsError> {
    let mut attended = Attended::default();
    let places: Vec<String> = candidates.iter().map(|candidate| place(&candidate.grid)).collect();
    refuse_unknown_sheets(config, &places, candidates)?;
    let mut found: Vec<(String, Recognised)> = Vec::new();
    for (candidate, place) in candidates.iter().zip(places) {
        let choice = choice(config, &candidate.grid);
        if choice.is_some_and(|choice| choice.ignore) {
            attended.unread.push((place, WhyUnread::Ignored));
            continue;
        }
        let stem = stem(&candidate.grid.file);
        let is_kept_here = candidate.is_kept_here || choice.is_some();
        let Some(mut sheet) = sheet::recognise(&candidate.grid, &stem, is_kept_here, is_nothing) else {
            attended.unread.push((place, WhyUnread::NoAttendance));
            continue;
        };
        apply(choice, &mut sheet);
        let tells = sheet.form == AttendanceForm::Matrix || sheet.names_events();
        if !tells && sheet.told.event.is_none() && sheet.told.date.is_none() {
            if is_kept_here {
                return Err(RecordsError::AttendanceEvent { sheet: place });
            }
            attended.unread.push((place, WhyUnread::NoAttendance));
            continue;
        }
        attended
            .notes
            .extend(candidate.grid.notes.iter().filter_map(|note| match note {
                GridNote::Encoding(name) => Some((place.clone(), SourceNote::Encoding(name.clone()))),
                _ => None,
            }));
        found.push((place, sheet));
    }
    tell_apart(&mut found);
    let form = date_form(&found, config)?;
    let mut meetings = Meetings::default();
    for (place, sheet) in found {
        let rows_form = row_date_form(&place, &sheet, config)?;
        let (rows, account) = meetings.rows(place, sheet, form, rows_form);
        attended.sheets.push(rows);
        attended.read.push(account);
    }
    meetings.date_the_undated(&mut attended);
    attended.meetings = meetings.list;
    Ok(attended)
}

/// The sheet as the ledger names it: `asistencia.xlsx#Taller 3`.
fn place(grid: &Grid) -> String {
    match &grid.sheet {
        Some(sheet) => format!("{}#{sheet}", grid.file),
        None => grid.file.clone(),
    }
}

fn stem(file: &str) -> String {
    std::path::Path::new(file)
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// What `[attendance]` says of a sheet, or of its whole file.
fn choice<'a>(config: &'a HubConfig, grid: &Grid) -> Option<&'a AttendanceSection> {
    config
        .attendance
        .get(&place(grid))
        .or_else(|| config.attendance.get(&grid.file))
}

fn refuse_unknown_sheets(config: &HubConfig, places: &[String], candidates: &[Candidate]) -> Result<(), RecordsError> {
    let files = candidates.iter().map(|candidate| &candidate.grid.file);
    let known: BTreeSet<&str> = places.iter().chain(files).map(String::as_str).collect();
    match config.attendance.keys().find(|key| !known.contains(key.as_str())) {
        Some(key) => Err(RecordsError::UnknownMapping {
            section: "attendance".to_owned(),
            key: key.clone(),
            nearest: crate::config::nearest(key, known).map(str::to_owned),
        }),
        None => Ok(()),
    }
}

fn apply(choice: Option<&AttendanceSection>, sheet: &mut Recognised) {
    let Some(choice) = choice else { return };
    if let Some(event) = &choice.event {
        sheet.told.event = Some((event.clone(), ToldBy::HubToml));
    }
    if let Some(date) = choice.date {
        sheet.told.date = Some((date.0.to_string(), ToldBy::HubToml));
    }
}

/// Sheets under one title and without a date are several events, told apart by their own names.
fn tell_apart(found: &mut [(String, Recognised)]) {
    let undated = |sheet: &Recognised| match (&sheet.told.event, &sheet.told.date) {
        (Some((name, ToldBy::Title)), None) if sheet.form == AttendanceForm::List => Some(names::key(name)),
        _ => None,
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for key in found.iter().filter_map(|(_, sheet)| undated(sheet)) {
        *counts.entry(key).or_default() += 1;
    }
    for (place, sheet) in found.iter_mut() {
        let several = undated(sheet).is_some_and(|key| counts[&key] > 1);
        let own = place
            .split_once('#')
            .map_or_else(|| stem(place), |(_, sheet)| sheet.to_owned());
        if let Some((name, _)) = sheet
            .told
            .event
            .as_mut()
            .filter(|_| several && !headers::says_nothing(&own))
        {
            *name = format!("{name} – {own}");
        }
    }
}

/// The order of day and month in titles, names and headers.
fn date_form(found: &[(String, Recognised)], config: &HubConfig) -> Result<DateForm, RecordsError> {
    let dates: Vec<(&str, &str)> = found
        .iter()
        .flat_map(|(place, sheet)| {
            let told = sheet.told.date.iter().map(|(date, _)| date);
            let headers = sheet.events.iter().filter_map(|event| event.date.as_ref());
            told.chain(headers).map(move |date| (place.as_str(), date.as_str()))
        })
        .collect();
    decided(&dates, config)
}

/// The order of day and month in the dates that rows bear.
fn row_date_form(place: &str, sheet: &Recognised, config: &HubConfig) -> Result<DateForm, RecordsError> {
    let persons = sheet.lines.iter().filter_map(|line| line.person.as_ref());
    let dates: Vec<(&str, &str)> = persons
        .filter_map(|person| Some((place, person.date.as_deref()?)))
        .collect();
    decided(&dates, config)
}

fn decided(dates: &[(&str, &str)], config: &HubConfig) -> Result<DateForm, RecordsError> {
    let told = DatesTold::of_all(config.records.date_order);
    let form = cells::date_form(dates.iter().map(|(_, date)| Some(*date)), told);
    form.map_err(|doubt| RecordsError::AttendanceDate {
        sheet: dates[doubt.row()].0.to_owned(),
        value: dates[doubt.row()].1.to_owned(),
    })
}
