//! Is this sheet a list of those who came, or a matrix of people and events, and what does each of its rows say?
//!
//! In: a [`Grid`]. Out: [`Recognised`]: its form, its events as told, which columns were read, and one [`Line`] per row
//! below the header. A sheet that is neither gives nothing. Dates are still text here: all sheets of a hub together
//! settle the order of day and month.

use std::borrow::Cow;

use super::across::{Across, EventColumn, event_columns, is_marked};
use super::headers::{self, Field};
use super::marks::{self, Mark};
use super::title::{self, Told};
use crate::records::sources::grid::{Grid, GridNote};
use crate::records::{Reason, RowState, names};

/// How a sheet records attendance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AttendanceForm {
    /// One row per person; the sheet is about one event, or names the event in a column.
    List,
    /// People down, events across.
    Matrix,
}

/// A sheet of attendance before its dates are read.
#[derive(Debug)]
pub(super) struct Recognised {
    pub form: AttendanceForm,
    /// What the titles and names tell.
    pub told: Told,
    /// The place of the first row below the header, from 0.
    pub first: usize,
    /// The events of a matrix, one per column of marks.
    pub events: Vec<EventColumn>,
    /// The headers that were read.
    pub read: Vec<(Field, String)>,
    /// The headers that were not.
    pub not_read: Vec<String>,
    /// Every row below the header, to the last in which anything stands.
    pub lines: Vec<Line>,
}

/// One row below the header.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub person: Option<Person>,
    /// For each event column the person came to, its place; a list has one attendance.
    pub came: Vec<usize>,
    /// State, reason, column and value of what was noticed.
    pub notes: Vec<(RowState, Reason, String, String)>,
}

/// Whom a row names, and what it says of the attendance itself.
#[derive(Debug, Default)]
pub(super) struct Person {
    pub name: String,
    pub organization: Option<String>,
    pub post: Option<String>,
    pub email: Option<String>,
    pub role: Option<String>,
    pub hours: Option<String>,
    pub event: Option<String>,
    pub date: Option<String>,
}

/// How far below the top a header may stand.
const LAST_HEADER: usize = 40;

/// Reads a sheet; `is_kept_here` says that it lies where only sheets of attendance lie.
pub(super) fn recognise(
    grid: &Grid,
    stem: &str,
    is_kept_here: bool,
    is_nothing: &dyn Fn(&str) -> bool,
) -> Option<Recognised> {
    let (header, known) = find_header(grid)?;
    let grid = &filled_down(grid, header);
    let fields: Vec<Option<Field>> = (0..grid.width())
        .map(|column| grid.cell(header, column).and_then(headers::field))
        .collect();
    let Across {
        events,
        titles: top,
        first,
    } = event_columns(grid, header, &fields);
    let is_matrix = !events.is_empty();
    let titles: Vec<Vec<&str>> = grid.rows[..top]
        .iter()
        .map(|row| row.iter().flatten().map(String::as_str).collect())
        .collect();
    let told = title::told(&titles, grid.sheet.as_deref(), stem);
    let has = |wanted: &[Field]| fields.iter().flatten().any(|field| wanted.contains(field));
    let names_people = has(&[Field::Name, Field::FirstName, Field::Surname]);
    let plausible = match is_matrix {
        true => names_people || has(&[Field::Institution]),
        false => {
            names_people && (is_kept_here || known >= 2 && (told.of_event || has(&[Field::Event, Field::Attended])))
        }
    };
    if !plausible {
        return None;
    }
    let layout = Layout {
        grid,
        header,
        fields,
        events,
        is_nothing,
    };
    let last = (first..grid.rows.len())
        .rev()
        .find(|row| grid.rows[*row].iter().any(Option::is_some));
    let lines = last.map_or_else(Vec::new, |last| (first..=last).map(|row| layout.line(row)).collect());
    Some(Recognised {
        form: if is_matrix {
            AttendanceForm::Matrix
        } else {
            AttendanceForm::List
        },
        told,
        first,
        read: layout.read(),
        not_read: layout.not_read(),
        events: layout.events,
        lines,
    })
}

/// The sheet with the text of cells merged over several rows in each of them, below the header.
fn filled_down(grid: &Grid, header: usize) -> Cow<'_, Grid> {
    let mut filled = Cow::Borrowed(grid);
    for note in &grid.notes {
        let GridNote::Merged {
            row, column, last_row, ..
        } = note
        else {
            continue;
        };
        let (first, last) = (*row as usize - 1, (*last_row as usize).min(grid.rows.len()));
        let Some(text) = grid.cell(first, *column).filter(|_| first > header) else {
            continue;
        };
        for row in first + 1..last {
            let cells = &mut filled.to_mut().rows[row];
            cells.resize(cells.len().max(column + 1), None);
            cells[*column] = Some(text.to_owned());
        }
    }
    filled
}

/// The row that most looks like the header of a list of people, and how many of its cells are known.
fn find_header(grid: &Grid) -> Option<(usize, usize)> {
    let mut best: Option<(bool, usize, usize)> = None;
    for (row, cells) in grid.rows.iter().enumerate().take(LAST_HEADER) {
        let fields: Vec<Field> = cells.iter().flatten().filter_map(|cell| headers::field(cell)).collect();
        let names = fields
            .iter()
            .any(|field| matches!(field, Field::Name | Field::FirstName | Field::Surname));
        let owners = fields.contains(&Field::Institution);
        if (names || owners) && best.is_none_or(|(named, known, _)| (named, known) < (names, fields.len())) {
            best = Some((names, fields.len(), row));
        }
    }
    best.map(|(_, known, row)| (row, known))
}

struct Layout<'a> {
    grid: &'a Grid,
    header: usize,
    fields: Vec<Option<Field>>,
    events: Vec<EventColumn>,
    is_nothing: &'a dyn Fn(&str) -> bool,
}

impl Layout<'_> {
    fn is_event(&self, column: usize) -> bool {
        self.events.iter().any(|event| event.column == column)
    }

    fn header_of(&self, column: usize) -> String {
        let text = self.grid.cell(self.header, column).unwrap_or_default();
        if text.is_empty() {
            format!("({})", column + 1)
        } else {
            text.replace('\n', " ")
        }
    }

    fn columns(&self, field: Field) -> impl Iterator<Item = usize> {
        let of_field = move |column: &usize| self.fields[*column] == Some(field) && !self.is_event(*column);
        (0..self.fields.len()).filter(of_field)
    }

    fn read(&self) -> Vec<(Field, String)> {
        let kept =
            |column: usize| self.fields[column].filter(|field| *field != Field::NotKept && !self.is_event(column));
        (0..self.fields.len())
            .filter_map(|column| Some((kept(column)?, self.header_of(column))))
            .collect()
    }

    fn not_read(&self) -> Vec<String> {
        let filled =
            |column: &usize| (self.header..self.grid.rows.len()).any(|row| self.grid.cell(row, *column).is_some());
        let unread =
            |column: &usize| matches!(self.fields[*column], None | Some(Field::NotKept)) && !self.is_event(*column);
        (0..self.fields.len())
            .filter(unread)
            .filter(filled)
            .map(|column| self.header_of(column))
            .collect()
    }

    fn text(&self, row: usize, field: Field) -> Option<String> {
        let texts = self.columns(field).filter_map(|column| self.grid.cell(row, column));
        let texts: Vec<&str> = texts
            .map(|text| names::unquote(text.trim()))
            .filter(|text| !(self.is_nothing)(text))
            .collect();
        (!texts.is_empty()).then(|| texts.join(" "))
    }

    /// The name in one or several columns, given names first.
    fn name(&self, row: usize) -> Option<String> {
        let (whole, first) = (self.text(row, Field::Name), self.text(row, Field::FirstName));
        let surname = self.text(row, Field::Surname);
        let turned = self
            .columns(Field::Name)
            .next()
            .is_some_and(|column| headers::surname_first(&self.header_of(column)));
        let whole = match whole.as_deref().and_then(|name| name.split_once(',')) {
            Some((last, given)) if turned && !given.trim().is_empty() => {
                Some(format!("{} {}", given.trim(), last.trim()))
            }
            _ => whole,
        };
        let parts: Vec<String> = match first {
            Some(first) => [Some(first), whole, surname].into_iter().flatten().collect(),
            None => [whole, surname].into_iter().flatten().collect(),
        };
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    fn line(&self, row: usize) -> Line {
        let mut line = Line::default();
        let mut exclude = |reason, column: &str, value: &str| {
            line.notes
                .push((RowState::Excluded, reason, column.to_owned(), value.to_owned()));
        };
        let shown: Vec<&str> = self.grid.rows[row].iter().flatten().map(String::as_str).collect();
        let (Some(first), name) = (shown.first(), self.name(row)) else {
            exclude(Reason::BlankRow, "", "");
            return line;
        };
        let head = name.clone().unwrap_or_else(|| (*first).to_owned());
        let head = head.as_str();
        let repeated =
            (0..self.fields.len()).all(|column| self.grid.cell(row, column) == self.grid.cell(self.header, column));
        let aside = [
            (headers::is_total(first) || headers::is_total(head), Reason::TotalsRow),
            // a number below the names counts them
            (
                name.is_some() && head.bytes().all(|byte| byte.is_ascii_digit()),
                Reason::TotalsRow,
            ),
            (repeated, Reason::RepeatedHeader),
            (headers::is_footnote(head), Reason::NoPerson),
        ];
        if let Some((_, reason)) = aside.iter().find(|(is, _)| *is) {
            exclude(*reason, "", head);
            return line;
        }
        let (organization, email) = (self.text(row, Field::Institution), self.text(row, Field::Email));
        let (who, reason) = match (name, &organization, &email) {
            (Some(name), ..) => (name, None),
            (None, Some(organization), _) => (organization.clone(), Some(Reason::OrganizationCame)),
            (None, None, Some(email)) => (email.clone(), Some(Reason::EmptyName)),
            (None, None, None) => {
                // printed lists are numbered to their end, whether anyone signed or not
                let (reason, value) = if self.is_only_numbered(row) {
                    (Reason::BlankRow, "")
                } else {
                    (Reason::NoPerson, head)
                };
                exclude(reason, "", value);
                return line;
            }
        };
        // a matrix of organisations has no column of persons: nothing is amiss there
        let has_names = [Field::Name, Field::FirstName, Field::Surname]
            .iter()
            .any(|field| self.columns(*field).next().is_some());
        if let Some(reason) = reason.filter(|_| has_names) {
            line.notes
                .push((RowState::Repaired, reason, String::new(), who.clone()));
        }
        line.person = Some(Person {
            name: who,
            organization,
            email,
            post: self.text(row, Field::Post),
            role: self.text(row, Field::Role),
            hours: self.text(row, Field::Hours),
            event: self.text(row, Field::Event),
            date: self.text(row, Field::Date),
        });
        self.attend(row, &mut line);
        line
    }

    /// A row in which nothing stands but its number and marks of nobody.
    fn is_only_numbered(&self, row: usize) -> bool {
        (0..self.fields.len()).all(|column| {
            let numbered = |cell: &str| cell.trim_end_matches('.').bytes().all(|byte| byte.is_ascii_digit());
            self.grid.cell(row, column).is_none_or(numbered)
        })
    }

    /// To what the person came, by the marks.
    fn attend(&self, row: usize, line: &mut Line) {
        let mut read =
            |column: usize, header: &str| match self.grid.cell(row, column).map(|cell| (cell, marks::mark(cell))) {
                Some((_, Mark::Came)) => true,
                Some((cell, Mark::Unknown)) => {
                    line.notes.push((
                        RowState::Repaired,
                        Reason::UnknownMark,
                        header.to_owned(),
                        cell.to_owned(),
                    ));
                    false
                }
                Some((_, Mark::Missed)) | None => false,
            };
        let (came, reason) = if self.events.is_empty() {
            let column = self
                .columns(Field::Attended)
                .find(|column| is_marked(self.grid, self.header + 1, *column));
            (
                column
                    .is_none_or(|column| read(column, &self.header_of(column)))
                    .then_some(0)
                    .into_iter()
                    .collect(),
                Reason::Absent,
            )
        } else {
            let places = self.events.iter().enumerate();
            let came: Vec<usize> = places
                .filter(|(_, event)| read(event.column, &event.header))
                .map(|(place, _)| place)
                .collect();
            (came, Reason::CameToNothing)
        };
        if came.is_empty() {
            let who = line.person.take().map_or_else(String::new, |person| person.name);
            line.notes.push((RowState::Excluded, reason, String::new(), who));
        }
        line.came = came;
    }
}

impl Recognised {
    /// Whether each row of the list names its own event.
    pub(super) fn names_events(&self) -> bool {
        self.read.iter().any(|(field, _)| *field == Field::Event)
    }
}
