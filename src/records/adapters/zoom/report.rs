//! What do the blocks of a Zoom report hold?
//!
//! In: a sheet. Out: its lists of participants, each with the block of the meeting above it and the title over it
//! (webinars list hosts, panelists and attendees one below the other); rows that belong to none are named.

use super::super::listing::Listing;
use super::super::people::{self, Person};
use super::super::sessions;
use super::super::{Grid, ImportOptions};
use super::FORMAT;
use crate::config::DateOrder;
use crate::records::cells::{DateDoubt, DatesTold, DayOrder, date_form};
use crate::records::{RecordsError, words};

pub(super) const NAME: [&str; 6] = [
    "name (original name)",
    "nombre (nombre original)",
    "nome (nome original)",
    "user name (original name)",
    "name",
    "nombre",
];
pub(super) const EMAIL: [&str; 5] = [
    "user email",
    "email",
    "correo electrónico de usuario",
    "correo electrónico",
    "e-mail",
];
pub(super) const JOIN: [&str; 4] = ["join time", "hora para unirse", "hora de ingreso", "hora de entrada"];
pub(super) const LEAVE: [&str; 4] = ["leave time", "hora para salir", "hora de salida", "hora de saída"];
pub(super) const DURATION: [&str; 6] = [
    "duration (minutes)",
    "total duration (minutes)",
    "duración (minutos)",
    "duración total (minutos)",
    "duração (minutos)",
    "time in session (minutes)",
];
pub(super) const GUEST: [&str; 3] = ["guest", "invitado", "convidado"];
pub(super) const WAITING: [&str; 3] = ["in waiting room", "en sala de espera", "en la sala de espera"];
pub(super) const ATTENDED: [&str; 3] = ["attended", "asistió", "participou"];
pub(super) const TOPIC: [&str; 4] = ["topic", "tema", "meeting topic", "tópico"];
pub(super) const MEETING: [&str; 4] = ["meeting id", "id", "id de la reunión", "id de reunión"];
pub(super) const START: [&str; 5] = [
    "start time",
    "hora de inicio",
    "actual start time",
    "hora de inicio real",
    "hora de comienzo",
];
pub(super) const END: [&str; 3] = ["end time", "hora de finalización", "hora de término"];
pub(super) const HOST: [&str; 3] = ["host email", "correo electrónico del anfitrión", "email do anfitrião"];

/// What a report says of its meeting.
#[derive(Debug, Clone, Default)]
pub(super) struct Meeting {
    pub topic: String,
    pub number: String,
    pub start: String,
    pub host: String,
    /// The row that says it, where it stands in a block of its own.
    pub row: Option<u64>,
}

/// One list of participants, its columns found.
pub(super) struct Report {
    pub listing: Listing,
    pub meeting: Meeting,
    /// The options with the order of dates that all dates of the report settle.
    pub options: ImportOptions,
    /// Name and e-mail of each row, and what stands in brackets behind the name.
    pub rows: Vec<Named>,
    /// As what those of the list came, where its title says so.
    pub role: Option<&'static str>,
    /// Rows before the list that belong to no list and no meeting.
    pub beside: Vec<u64>,
}

/// Who a row names.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Named {
    pub name: String,
    pub email: String,
    /// The name before the person changed it.
    pub original: String,
    /// A role or pronouns, as people put them behind their name.
    pub suffix: String,
}

impl Report {
    /// Every list of a sheet.
    pub(super) fn of_sheet(grid: &Grid, options: &ImportOptions) -> Result<Vec<Self>, RecordsError> {
        let lists: Vec<usize> = (0..grid.rows.len())
            .filter(|row| is_list_header(&grid.rows[*row]))
            .collect();
        let meetings: Vec<usize> = (0..grid.rows.len())
            .filter(|row| is_meeting_header(&grid.rows[*row]))
            .collect();
        let mut reports = Vec::new();
        let mut reached = 0;
        for header in &lists {
            let next = lists.iter().chain(&meetings).copied().filter(|row| row > header).min();
            let end = next.map_or(grid.rows.len(), |next| without_titles(grid, header + 1, next));
            let meeting = meetings.iter().copied().filter(|row| row < header).max();
            let title = (reached..*header).rev().find_map(|row| title(&grid.rows[row]));
            let told = |row: &usize| meetings.iter().any(|meeting| row == meeting || *row == meeting + 1);
            let beside = (reached..*header).filter(|row| !told(row) && grid.rows[*row].iter().any(Option::is_some));
            let part = Grid {
                rows: grid.rows[..end].to_vec(),
                ..grid.clone()
            };
            let mut report = Self::new(Listing::headed(part, *header), Meeting::at(grid, meeting), options)?;
            report.role = title.and_then(role);
            report.beside = beside.map(|row| row as u64 + 1).collect();
            reports.push(report);
            reached = end;
        }
        if let Some(last) = reports.last_mut() {
            let left = (reached..grid.rows.len())
                .filter(|row| !meetings.contains(row) && grid.rows[*row].iter().any(Option::is_some));
            last.beside.extend(left.map(|row| row as u64 + 1));
        }
        if reports.is_empty() {
            // says which headers are missing
            let known = [&NAME[..], &EMAIL, &JOIN, &LEAVE, &DURATION, &GUEST, &WAITING].concat();
            let listing = Listing::open(grid.clone(), &known);
            reports.push(Self::new(listing, Meeting::default(), options)?);
        }
        Ok(reports)
    }

    fn new(listing: Listing, meeting: Meeting, options: &ImportOptions) -> Result<Self, RecordsError> {
        let name = Some(listing.required(FORMAT, &NAME)?);
        listing.required(FORMAT, &DURATION)?;
        let email = listing.column(&EMAIL);
        let named = |row| {
            let mut named = Named::of(listing.text(row, name));
            people::email(listing.text(row, email)).clone_into(&mut named.email);
            named
        };
        let rows = (0..listing.len()).map(named).collect();
        let order = settled_order(&listing, &meeting, options);
        Ok(Self {
            meeting,
            options: ImportOptions {
                date_order: order,
                ..options.clone()
            },
            rows,
            role: None,
            beside: Vec::new(),
            listing,
        })
    }

    pub(super) fn people(&self) -> impl Iterator<Item = Person<'_>> {
        self.rows.iter().map(Named::person)
    }
}

impl Meeting {
    /// What the row below a header of meetings says.
    fn at(grid: &Grid, header: Option<usize>) -> Self {
        let Some(header) = header else { return Self::default() };
        let cells = grid.rows[header].iter();
        let keys: Vec<String> = cells
            .map(|cell| words::key(cell.as_deref().unwrap_or_default()))
            .collect();
        let said = |names: &[&str]| {
            let place = names
                .iter()
                .find_map(|name| keys.iter().position(|key| *key == words::key(name)));
            let cell = place.and_then(|place| grid.cell(header + 1, place));
            cell.map_or_else(String::new, |cell| cell.trim().to_owned())
        };
        let host = said(&HOST);
        Self {
            topic: said(&TOPIC),
            number: said(&MEETING).replace(' ', ""),
            start: said(&START),
            host: if host.is_empty() { said(&EMAIL) } else { host },
            row: Some(header as u64 + 2),
        }
    }
}

fn has(row: &[Option<String>], names: &[&str]) -> bool {
    let keys: Vec<String> = names.iter().map(|name| words::key(name)).collect();
    row.iter().flatten().any(|cell| keys.contains(&words::key(cell)))
}

/// A row of headers over participants.
fn is_list_header(row: &[Option<String>]) -> bool {
    has(row, &NAME) && has(row, &DURATION)
}

/// A row of headers that describes a meeting and no person.
fn is_meeting_header(row: &[Option<String>]) -> bool {
    has(row, &TOPIC) && has(row, &START) && !has(row, &JOIN) && !has(row, &NAME[..4])
}

/// The one text of a row that says nothing else: `Panelist Details`.
fn title(row: &[Option<String>]) -> Option<&str> {
    let mut filled = row.iter().flatten();
    let (first, second) = (filled.next(), filled.next());
    first.filter(|_| second.is_none()).map(String::as_str)
}

/// Where a list ends before the next block: titles of that block are no participants.
fn without_titles(grid: &Grid, from: usize, to: usize) -> usize {
    let is_beside = |row: &Vec<Option<String>>| row.iter().all(Option::is_none) || title(row).is_some();
    let kept = grid.rows[from..to].iter().rposition(|row| !is_beside(row));
    kept.map_or(from, |last| from + last + 1)
}

/// As what those below a title came.
fn role(title: &str) -> Option<&'static str> {
    let key = words::key(title);
    let starts = |words: &[&str]| words.iter().any(|word| key.starts_with(word));
    if starts(&["host", "anfitrion", "detalles del anfitrion"]) {
        Some("host")
    } else if starts(&["panelist", "detalles del panelista", "detalles de los panelistas"]) {
        Some("speaker")
    } else {
        None
    }
}

/// The order of day and month that all dates of a report settle together. Where none does, a time with AM or PM stands
/// in the form that Zoom itself writes, month first; any other leaves the choice to the columns, which refuse.
fn settled_order(listing: &Listing, meeting: &Meeting, options: &ImportOptions) -> DateOrder {
    if options.date_order != DateOrder::Auto {
        return options.date_order;
    }
    let columns = [
        listing.column(&JOIN),
        listing.column(&LEAVE),
        listing.column(&START),
        listing.column(&END),
    ];
    let cells: Vec<&str> = columns
        .into_iter()
        .flatten()
        .flat_map(|column| (0..listing.len()).map(move |row| listing.text(row, Some(column))))
        .chain([meeting.start.as_str()])
        .filter(|cell| !cell.is_empty())
        .collect();
    match date_form(cells.iter().map(|cell| Some(*cell)), DatesTold::default()).map(|form| form.order) {
        Ok(Some(DayOrder::DayMonth)) => DateOrder::DayMonth,
        Ok(Some(DayOrder::MonthDay)) => DateOrder::MonthDay,
        Err(DateDoubt::Undecidable(_)) if cells.iter().any(|cell| sessions::has_half_day(cell)) => DateOrder::MonthDay,
        _ => DateOrder::Auto,
    }
}

impl Named {
    /// `Ana Rojas (ana.r)`: what stands in the last brackets is the name that the person had before, unless it is a role
    /// or pronouns.
    fn of(cell: &str) -> Self {
        let mut named = Self {
            name: cell.trim().to_owned(),
            ..Self::default()
        };
        while let Some((before, inner)) = bracketed(&named.name) {
            if is_suffix(inner) {
                named.suffix = if named.suffix.is_empty() {
                    inner.to_owned()
                } else {
                    format!("{inner}; {}", named.suffix)
                };
            } else if named.original.is_empty() {
                inner.clone_into(&mut named.original);
            } else {
                break;
            }
            named.name = before.to_owned();
        }
        named
    }

    pub(super) fn person(&self) -> Person<'_> {
        Person {
            name: &self.name,
            email: &self.email,
        }
    }
}

/// The text before the brackets at the end, and what stands in them.
fn bracketed(name: &str) -> Option<(&str, &str)> {
    let inner_end = name.strip_suffix(')')?;
    let open = inner_end.rfind('(')?;
    let (before, inner) = (name[..open].trim(), inner_end[open + 1..].trim());
    (!before.is_empty() && !inner.is_empty()).then_some((before, inner))
}

/// A role, pronouns or an acronym.
fn is_suffix(text: &str) -> bool {
    const ROLES: [&str; 22] = [
        "ta",
        "host",
        "co host",
        "cohost",
        "anfitrion",
        "anfitriona",
        "coanfitrion",
        "moderador",
        "moderadora",
        "moderator",
        "interprete",
        "interpreter",
        "guest",
        "invitado",
        "invitada",
        "external",
        "externo",
        "ella",
        "el",
        "elle",
        "profesor",
        "profesora",
    ];
    let is_acronym = text.len() <= 5 && text.chars().all(|c| c.is_ascii_uppercase() || c == '.');
    is_acronym || text.contains('/') || ROLES.contains(&words::key(text).as_str())
}
