//! Which events do the sheets tell, and who came to which?
//!
//! In: recognised sheets and the order of day and month. Out: every event once, whichever sheets tell it, and for each row
//! what the person came to and on which day.

use std::collections::{BTreeMap, BTreeSet};

use super::across::EventColumn;
use super::sheet::{AttendanceForm, Line, Recognised};
use super::title::ToldBy;
use super::{AttendanceSheet, Attended, AttendedEvent, AttendedRow, AttendedRows, Meeting};
use crate::records::cells::{self, DateForm, Read};
use crate::records::{Reason, RowState, names};
use crate::time::DateSpan;

/// A date in the form in which it is read back; nothing where it cannot be read.
fn iso(text: &str, form: DateForm) -> Option<String> {
    match cells::date(text, form) {
        Read::Value(span) => Some(span_text(span)),
        _ => None,
    }
}

fn span_text(span: DateSpan) -> String {
    let first = span.first.to_string();
    match span.last.days_since(span.first) {
        0 => first,
        days if days > 31 => first[..4].to_owned(),
        _ => first[..7].to_owned(),
    }
}

/// What the rows of a sheet need to know of their days.
struct Days<'a> {
    /// The date of the whole sheet.
    told: Option<&'a str>,
    /// How the rows write theirs.
    form: DateForm,
    rows_name_events: bool,
}

/// Every event once, whichever sheets tell it.
#[derive(Default)]
pub(super) struct Meetings {
    pub list: Vec<Meeting>,
    places: BTreeMap<(String, Option<String>), usize>,
}

impl Meetings {
    fn place(&mut self, name: &str, date: Option<&str>) -> usize {
        let key = (names::key(name), date.map(str::to_owned));
        *self.places.entry(key).or_insert_with(|| {
            self.list.push(Meeting {
                name: name.to_owned(),
                date: date.map(str::to_owned),
            });
            self.list.len() - 1
        })
    }

    /// The rows of a sheet, and how it was read.
    pub fn rows(
        &mut self,
        place: String,
        sheet: Recognised,
        form: DateForm,
        rows_form: DateForm,
    ) -> (AttendedRows, AttendanceSheet) {
        let told = sheet
            .told
            .date
            .as_ref()
            .and_then(|(date, by)| Some((iso(date, form)?, *by)));
        let mut events = match sheet.form {
            AttendanceForm::Matrix => across(&sheet, form),
            AttendanceForm::List if sheet.names_events() => Vec::new(),
            AttendanceForm::List => vec![single(&sheet, told.clone())],
        };
        let mut unknown_marks: BTreeMap<String, usize> = BTreeMap::new();
        let mut listed = BTreeSet::new();
        let mut rows = Vec::with_capacity(sheet.lines.len());
        let days = Days {
            told: told.as_ref().map(|(date, _)| date.as_str()),
            form: rows_form,
            rows_name_events: sheet.form == AttendanceForm::List && sheet.names_events(),
        };
        for line in sheet.lines {
            let marks = line
                .notes
                .iter()
                .filter(|(_, reason, ..)| *reason == Reason::UnknownMark);
            marks.for_each(|(.., value)| *unknown_marks.entry(value.clone()).or_default() += 1);
            rows.push(self.row(line, &mut events, &mut listed, &days));
        }
        let account = AttendanceSheet {
            sheet: place.clone(),
            form: sheet.form,
            events,
            header_row: sheet.first as u64,
            read: sheet.read.into_iter().map(|(_, header)| header).collect(),
            not_read: sheet.not_read,
            unknown_marks,
        };
        let rows = AttendedRows {
            sheet: place,
            first_row: sheet.first as u64 + 1,
            rows,
        };
        (rows, account)
    }

    /// What one row attended; in lists that name the event in each row, those are added to the events.
    fn row(
        &mut self,
        line: Line,
        events: &mut Vec<AttendedEvent>,
        listed: &mut BTreeSet<usize>,
        days: &Days<'_>,
    ) -> AttendedRow {
        let Line {
            person,
            came,
            mut notes,
        } = line;
        let mut attended = Vec::new();
        if let Some(person) = &person {
            let own = person.date.as_ref().and_then(|text| {
                let date = iso(text, days.form);
                if date.is_none() {
                    notes.push((RowState::Repaired, Reason::BadCell, String::new(), text.clone()));
                }
                date
            });
            match &person.event {
                Some(name) => {
                    let date = own.clone().or_else(|| days.told.map(str::to_owned));
                    let event = AttendedEvent {
                        name: name.clone(),
                        date: date.clone(),
                        name_by: ToldBy::Rows,
                        date_by: own.as_ref().map(|_| ToldBy::Rows),
                    };
                    let place = self.place(name, date.as_deref());
                    attended.push((place, date));
                    if listed.insert(place) {
                        events.push(event);
                    }
                }
                None if days.rows_name_events => {
                    notes.push((RowState::Excluded, Reason::NoEvent, String::new(), person.name.clone()));
                }
                None => {
                    for event in came.iter().filter_map(|place| events.get(*place)) {
                        let date = event.date.as_deref().or(own.as_deref());
                        attended.push((
                            self.place(&event.name, date),
                            own.clone().or_else(|| event.date.clone()),
                        ));
                    }
                }
            }
        }
        AttendedRow {
            person: person.filter(|_| !attended.is_empty()),
            came: attended,
            notes,
        }
    }

    /// An event without a date is the only dated one of its name, where there is one and no more.
    pub fn date_the_undated(&mut self, attended: &mut Attended) {
        let mut dated: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, meeting) in self
            .list
            .iter()
            .enumerate()
            .filter(|(_, meeting)| meeting.date.is_some())
        {
            dated.entry(names::key(&meeting.name)).or_default().push(place);
        }
        let meant: Vec<usize> = (0..self.list.len())
            .map(
                |place| match dated.get(&names::key(&self.list[place].name)).map(Vec::as_slice) {
                    Some([only]) if self.list[place].date.is_none() => *only,
                    _ => place,
                },
            )
            .collect();
        for row in attended.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows) {
            for (place, date) in &mut row.came {
                *place = meant[*place];
                *date = date.take().or_else(|| self.list[*place].date.clone());
            }
        }
    }
}

/// The event of a list; its date stands for a name that nothing tells.
fn single(sheet: &Recognised, told: Option<(String, ToldBy)>) -> AttendedEvent {
    let by_date = || told.clone().or_else(|| sheet.told.date.clone());
    let (name, name_by) = sheet
        .told
        .event
        .clone()
        .or_else(by_date)
        .unwrap_or((String::new(), ToldBy::Title));
    AttendedEvent {
        name,
        name_by,
        date_by: told.as_ref().map(|(_, by)| *by),
        date: told.map(|(date, _)| date),
    }
}

/// The events of a matrix; under a date alone the sheet's own title is the event's name, else the date.
fn across(sheet: &Recognised, form: DateForm) -> Vec<AttendedEvent> {
    let titled = sheet.told.event.clone();
    let event = |column: &EventColumn| {
        let date = column.date.as_ref().and_then(|date| iso(date, form));
        let (name, name_by) = match (column.name.is_empty(), &titled) {
            (false, _) => (column.name.clone(), ToldBy::Header),
            (true, Some((name, by))) => (name.clone(), *by),
            (true, None) => (date.clone().unwrap_or_else(|| column.header.clone()), ToldBy::Header),
        };
        AttendedEvent {
            name,
            name_by,
            date_by: date.as_ref().map(|_| ToldBy::Header),
            date,
        }
    };
    sheet.events.iter().map(event).collect()
}
