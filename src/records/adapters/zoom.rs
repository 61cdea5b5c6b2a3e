//! Who was in a Zoom meeting, and for how long?
//!
//! In: attendance reports of Zoom, with or without the block that describes the meeting. Out: the meeting as event, each
//! person as stakeholder, and one participation per person and meeting: however often somebody joined, and from how many
//! devices at once, each minute counts once.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::listing::{Dates, Listing, Numbers};
use super::people::{self, Directory, Person};
use super::sessions::{self, Presence, moment};
use super::{
    FileLedger, ImportError, ImportFault, ImportFormat, ImportOptions, ImportReason, Imported, ImportedTable,
    keyed::Keyed, keyed::listed,
};
use super::{Grid, fault::Spot, grids_of};
use crate::config::DateOrder;
use crate::records::cells::{DateForm, Decision, date_form};
use crate::records::{RecordsError, RowState, TableName, names, words};

const FORMAT: ImportFormat = ImportFormat::Zoom;

const NAME: [&str; 6] = [
    "name (original name)",
    "nombre (nombre original)",
    "nome (nome original)",
    "user name (original name)",
    "name",
    "nombre",
];
const EMAIL: [&str; 5] = [
    "user email",
    "email",
    "correo electrónico de usuario",
    "correo electrónico",
    "e-mail",
];
const JOIN: [&str; 4] = ["join time", "hora para unirse", "hora de ingreso", "hora de entrada"];
const LEAVE: [&str; 4] = ["leave time", "hora para salir", "hora de salida", "hora de saída"];
const DURATION: [&str; 6] = [
    "duration (minutes)",
    "total duration (minutes)",
    "duración (minutos)",
    "duración total (minutos)",
    "duração (minutos)",
    "time in session (minutes)",
];
const GUEST: [&str; 3] = ["guest", "invitado", "convidado"];
const WAITING: [&str; 3] = ["in waiting room", "en sala de espera", "en la sala de espera"];
const TOPIC: [&str; 4] = ["topic", "tema", "meeting topic", "tópico"];
const MEETING: [&str; 4] = ["meeting id", "id", "id de la reunión", "id de reunión"];
const START: [&str; 4] = ["start time", "hora de inicio", "actual start time", "hora de comienzo"];
const END: [&str; 3] = ["end time", "hora de finalización", "hora de término"];
const HOST: [&str; 3] = ["host email", "correo electrónico del anfitrión", "email do anfitrião"];

/// Reads one or several reports.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    let mut reports = Vec::new();
    for grid in grids_of(files)? {
        reports.push(Report::open(grid, options)?);
    }
    let mut directory = Directory::default();
    let people: Vec<Person<'_>> = reports.iter().flat_map(Report::people).collect();
    directory.settle(&people);
    let mut made = Made {
        stakeholders: people::table(),
        events: Keyed::new(TableName::Events, &["id", "name", "component", "start", "host"]),
        participations: ImportedTable::new(TableName::Participations, &PARTICIPATION),
        directory,
        ledgers: Vec::new(),
    };
    for report in &reports {
        made.report(report, options)?;
    }
    let tables = vec![made.stakeholders.table, made.events.table, made.participations];
    Ok(Imported::new(FORMAT, tables, made.ledgers))
}

const PARTICIPATION: [&str; 5] = ["stakeholder_id", "event_id", "date", "role", "hours"];

/// What a report says of its meeting.
#[derive(Debug, Clone, Default)]
struct Meeting {
    topic: String,
    number: String,
    start: String,
    host: String,
    /// The row that says it, where it stands in a block of its own.
    row: Option<u64>,
}

/// One report, its columns found.
struct Report {
    listing: Listing,
    meeting: Meeting,
    /// The options with the order of dates that all dates of the report settle.
    options: ImportOptions,
    /// Name and e-mail of each row, and what stands in brackets behind the name.
    rows: Vec<Named>,
}

/// Who a row names.
#[derive(Debug, Clone, Default, PartialEq)]
struct Named {
    name: String,
    email: String,
    /// The name before the person changed it.
    original: String,
    /// A role or pronouns, as people put them behind their name.
    suffix: String,
}

impl Report {
    fn open(grid: Grid, options: &ImportOptions) -> Result<Self, RecordsError> {
        let meeting = Meeting::above(&grid);
        refuse_second_meeting(&grid)?;
        let known = [&NAME[..], &EMAIL, &JOIN, &LEAVE, &DURATION, &GUEST, &WAITING].concat();
        let listing = Listing::open(grid, &known);
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
            listing,
        })
    }

    fn people(&self) -> impl Iterator<Item = Person<'_>> {
        self.rows.iter().map(Named::person)
    }
}

impl Meeting {
    /// The block above the list: a row of headers with the topic, and the row below it.
    fn above(grid: &Grid) -> Self {
        let Some(header) = grid.rows.iter().position(|row| is_meeting_header(row)) else {
            return Self::default();
        };
        let keys: Vec<String> = grid.rows[header]
            .iter()
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

/// A row of headers that describes a meeting and no person.
fn is_meeting_header(row: &[Option<String>]) -> bool {
    let has = |names: &[&str]| {
        let keys: Vec<String> = names.iter().map(|name| words::key(name)).collect();
        row.iter().flatten().any(|cell| keys.contains(&words::key(cell)))
    };
    has(&TOPIC) && has(&START) && !has(&JOIN) && !has(&NAME[..4])
}

fn refuse_second_meeting(grid: &Grid) -> Result<(), RecordsError> {
    let mut headers = (0..grid.rows.len()).filter(|row| is_meeting_header(&grid.rows[*row]));
    match headers.nth(1) {
        None => Ok(()),
        Some(row) => {
            let found: Vec<&str> = grid.rows[row].iter().flatten().map(String::as_str).collect();
            let spot = Spot::new(&grid.file, row as u64 + 1, "");
            Err(ImportFault::SeveralMeetings.at(spot, &found.join(", ")))
        }
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
    match date_form(|| cells.iter().map(|cell| Some(*cell))) {
        Decision::Settled(DateForm::DayMonth) => DateOrder::DayMonth,
        Decision::Settled(DateForm::MonthDay) => DateOrder::MonthDay,
        Decision::Undecidable(_) if cells.iter().any(|cell| sessions::has_half_day(cell)) => DateOrder::MonthDay,
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

    fn person(&self) -> Person<'_> {
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

/// Where the columns of a report stand.
struct Columns {
    join: Dates,
    join_place: Option<usize>,
    leave: Dates,
    leave_place: Option<usize>,
    start: Dates,
    start_place: Option<usize>,
    minutes: Numbers,
    topic: Option<usize>,
    number: Option<usize>,
    waiting: Option<usize>,
    /// The first day on which somebody joined.
    first_day: String,
}

/// The hub so far.
struct Made {
    stakeholders: Keyed,
    events: Keyed,
    participations: ImportedTable,
    directory: Directory,
    ledgers: Vec<FileLedger>,
}

impl Made {
    fn report(&mut self, report: &Report, given: &ImportOptions) -> Result<(), RecordsError> {
        let listing = &report.listing;
        let place = |names: &[&str]| listing.column(names);
        let columns = Columns {
            join: listing.dates(place(&JOIN), &report.options)?,
            join_place: place(&JOIN),
            leave: listing.dates(place(&LEAVE), &report.options)?,
            leave_place: place(&LEAVE),
            start: listing.dates(place(&START), &report.options)?,
            start_place: place(&START),
            minutes: listing.numbers(place(&DURATION), &report.options)?,
            topic: place(&TOPIC),
            number: place(&MEETING),
            waiting: place(&WAITING),
            first_day: first_day(report),
        };
        let mut ledger = listing.ledger();
        let mut block = report
            .meeting
            .row
            .map(|row| FileLedger::new(&listing.file, Some("meeting"), [row]));
        // one report may list the participants of several meetings, each row naming its own
        let mut present: BTreeMap<(String, String), Presence> = BTreeMap::new();
        for row in ledger.open() {
            let named = &report.rows[row];
            if !named.person().is_somebody() {
                ledger.exclude(row, ImportReason::MissingCell, listing.header(place(&NAME)), "");
                continue;
            }
            if words::yes_no(listing.text(row, columns.waiting)) == Some(true) {
                ledger.exclude(row, ImportReason::NotLetIn, listing.header(columns.waiting), "");
                continue;
            }
            let session = session(listing, row, &columns, &mut ledger);
            let event = self.event(report, row, &columns, &session.date, given, &mut ledger)?;
            if let Some(block) = block.as_mut() {
                let place = self.events.find(&event);
                place.into_iter().for_each(|place| block.used(0, place));
            }
            let values = [
                ("aliases", listed(&named.original)),
                ("zoom_suffix", listed(&named.suffix)),
            ];
            let filled: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let filled: Vec<(&str, &str)> = filled.into_iter().filter(|(_, value)| !value.is_empty()).collect();
            let (id, _) = self
                .directory
                .mention(named.person(), &filled, &mut self.stakeholders, (&mut ledger, row));
            let is_host = !report.meeting.host.is_empty() && named.email.eq_ignore_ascii_case(&report.meeting.host);
            let known = present.entry((event.clone(), id.clone())).or_default();
            known.add(&session);
            match known.place {
                Some(place) => ledger.merge(row, place, ImportReason::SameRecord),
                None => {
                    let values = [
                        ("stakeholder_id", id.as_str()),
                        ("event_id", event.as_str()),
                        ("date", session.date.as_str()),
                        ("role", if is_host { "host" } else { "attendee" }),
                    ];
                    let place = self.participations.push(&values);
                    known.place = Some(place);
                    ledger.used(row, place);
                }
            }
        }
        for presence in present.values() {
            if let (Some(place), Some(hours)) = (presence.place, presence.hours()) {
                self.participations.set(place.row, "hours", &hours);
            }
        }
        if let Some(block) = block.as_mut()
            && block.rows[0].into.is_empty()
        {
            block.exclude(0, ImportReason::NoPlace, "", &report.meeting.topic);
        }
        self.ledgers.extend(block);
        self.ledgers.push(ledger);
        Ok(())
    }

    /// The id of the meeting that a row belongs to; its row is made where it is new.
    fn event(
        &mut self,
        report: &Report,
        row: usize,
        columns: &Columns,
        joined: &str,
        given: &ImportOptions,
        ledger: &mut FileLedger,
    ) -> Result<String, RecordsError> {
        let listing = &report.listing;
        let (topic, number) = (
            listing.text(row, columns.topic),
            listing.text(row, columns.number).replace(' ', ""),
        );
        let meeting = &report.meeting;
        let own = given.event.clone().unwrap_or_else(|| stem(&listing.file));
        let first = |texts: [&str; 3]| {
            texts
                .into_iter()
                .find(|text| !text.is_empty())
                .unwrap_or_default()
                .to_owned()
        };
        let name = first([topic, &meeting.topic, &own]);
        let number = first([&number, &meeting.number, ""]);
        let row_start = if columns.start_place.is_some() {
            listing.date(row, &columns.start, ledger)
        } else {
            String::new()
        };
        let block_start = moment(&meeting.start, report.options.date_order).map_or_else(String::new, |at| at.date());
        let told = given.date.clone().unwrap_or_default();
        let start = first([&row_start, &block_start, ""]);
        // the day on which the first person came, where nothing else says it: a meeting past midnight stays one
        let came = if columns.topic.is_some() {
            joined
        } else {
            &columns.first_day
        };
        let start = first([&start, came, &told]);
        if start.is_empty() {
            let option = "date";
            return Err(ImportError::MissingOption { format: FORMAT, option }.into());
        }
        let subject = if number.is_empty() { names::slug(&name) } else { number };
        let id = format!("zoom-{subject}-{start}");
        let values = [
            ("id", id.as_str()),
            ("name", name.as_str()),
            ("component", "meeting"),
            ("start", start.as_str()),
        ];
        self.events.mention(&id, &values, ledger, row);
        Ok(id)
    }
}

/// The first day on which somebody joined, empty where the report does not say.
fn first_day(report: &Report) -> String {
    let join = report.listing.column(&JOIN);
    let texts = (0..report.listing.len()).map(|row| report.listing.text(row, join));
    let moments = texts.filter_map(|text| moment(text, report.options.date_order));
    moments.min().map_or_else(String::new, |at| at.date())
}

/// When somebody came and left, and for how many minutes by Zoom's own count.
fn session(listing: &Listing, row: usize, columns: &Columns, ledger: &mut FileLedger) -> sessions::Session {
    let date = listing.date(row, &columns.join, ledger);
    let left = listing.date(row, &columns.leave, ledger);
    let time = |date: &str, place| sessions::at(date, listing.text(row, place));
    let (joined, leaves) = (time(&date, columns.join_place), time(&left, columns.leave_place));
    let minutes = listing.number(row, &columns.minutes, ledger).parse().ok();
    let spell = match (joined, leaves) {
        (Some(joined), Some(leaves)) if joined <= leaves => Some((joined, leaves)),
        (Some(_), Some(_)) => {
            let column = listing.header(columns.leave_place).to_owned();
            let value = listing.raw(row, columns.leave_place).to_owned();
            ledger.note(row, RowState::Repaired, ImportReason::EndBeforeStart, &column, &value);
            None
        }
        _ => None,
    };
    sessions::Session { date, spell, minutes }
}

/// A file's name without its ending.
fn stem(file: &str) -> String {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned()
}
