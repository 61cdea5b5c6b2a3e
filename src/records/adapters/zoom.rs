//! Who was in a Zoom meeting, and for how long?
//!
//! In: attendance reports of Zoom, with or without the block that describes the meeting. Out: the meeting as event, each
//! person as stakeholder, and one participation per person and meeting: however often somebody joined, and from how many
//! devices at once, each minute counts once.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::keyed::{Keyed, listed};
use super::listing::{Dates, Listing, Numbers};
use super::people::{self, Directory, Person};
use super::sessions::{self, Presence, moment};
use super::{FileLedger, ImportError, ImportFormat, ImportOptions, ImportReason, Imported, ImportedTable, sheets};
use crate::records::cells::Measures;
use crate::records::{RecordsError, RowState, TableName, names, words};

mod report;

use report::{ATTENDED, DURATION, JOIN, LEAVE, MEETING, NAME, Report, START, TOPIC, WAITING};

const FORMAT: ImportFormat = ImportFormat::Zoom;

/// Reads one or several reports.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    let sheets = sheets::open(files, |grid| Report::of_sheet(&grid, options))?;
    let reports: Vec<Report> = sheets.opened.into_iter().flatten().collect();
    let mut directory = Directory::default();
    let people: Vec<Person<'_>> = reports.iter().flat_map(Report::people).collect();
    directory.settle(&people);
    let mut made = Made {
        stakeholders: people::table(),
        events: Keyed::new(TableName::Events, &["id", "name", "component", "start", "host"]),
        participations: ImportedTable::new(TableName::Participations, &PARTICIPATION),
        directory,
        present: BTreeMap::new(),
        meetings: BTreeMap::new(),
    };
    let mut ledgers = sheets.beside;
    for report in &reports {
        if !report.beside.is_empty() {
            let mut titles = FileLedger::new(&report.listing.file, Some("title"), report.beside.iter().copied());
            (0..report.beside.len()).for_each(|row| titles.exclude(row, ImportReason::NoPlace, "", ""));
            ledgers.push(titles);
        }
        ledgers.push(made.report(report, options)?);
    }
    made.count_hours();
    for mut meeting in made.meetings.into_values() {
        if meeting.rows[0].into.is_empty() {
            meeting.exclude(0, ImportReason::NoPlace, "", "");
        }
        ledgers.push(meeting);
    }
    let tables = vec![made.stakeholders.table, made.events.table, made.participations];
    Ok(Imported::new(FORMAT, tables, ledgers))
}

const PARTICIPATION: [&str; 5] = ["stakeholder_id", "event_id", "date", "role", "hours"];

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
    attended: Option<usize>,
    /// The first day on which somebody joined.
    first_day: String,
}

/// The hub so far.
struct Made {
    stakeholders: Keyed,
    events: Keyed,
    participations: ImportedTable,
    directory: Directory,
    /// Event and person → when the person was there: from whichever list.
    present: BTreeMap<(String, String), Presence>,
    /// The account of the row that describes a meeting, by file and row.
    meetings: BTreeMap<(String, u64), FileLedger>,
}

impl Made {
    fn report(&mut self, report: &Report, given: &ImportOptions) -> Result<FileLedger, RecordsError> {
        let listing = &report.listing;
        let place = |names: &[&str]| listing.column(names);
        let columns = Columns {
            join: listing.dates(place(&JOIN), &report.options)?,
            join_place: place(&JOIN),
            leave: listing.dates(place(&LEAVE), &report.options)?,
            leave_place: place(&LEAVE),
            start: listing.dates(place(&START), &report.options)?,
            start_place: place(&START),
            minutes: listing.numbers(place(&DURATION), Measures::Bare, &report.options)?,
            topic: place(&TOPIC),
            number: place(&MEETING),
            waiting: place(&WAITING),
            attended: place(&ATTENDED),
            first_day: first_day(report),
        };
        let mut ledger = listing.ledger();
        for row in ledger.open() {
            let named = &report.rows[row];
            if !named.person().is_somebody() {
                ledger.exclude(row, ImportReason::MissingCell, listing.header(place(&NAME)), "");
            } else if words::yes_no(listing.text(row, columns.attended)) == Some(false) {
                let value = listing.raw(row, columns.attended);
                ledger.exclude(row, ImportReason::NeverHeld, listing.header(columns.attended), value);
            } else if words::yes_no(listing.text(row, columns.waiting)) == Some(true) {
                ledger.exclude(row, ImportReason::NotLetIn, listing.header(columns.waiting), "");
            } else {
                self.presence(report, row, &columns, given, &mut ledger)?;
            }
        }
        Ok(ledger)
    }

    /// One stay of one person.
    fn presence(
        &mut self,
        report: &Report,
        row: usize,
        columns: &Columns,
        given: &ImportOptions,
        ledger: &mut FileLedger,
    ) -> Result<(), RecordsError> {
        let named = &report.rows[row];
        let session = session(&report.listing, row, columns, ledger);
        let event = self.event(report, row, columns, &session.date, given, ledger)?;
        if let (Some(at), Some(event)) = (report.meeting.row, self.events.find(&event)) {
            let file = &report.listing.file;
            let block = self.meetings.entry((file.clone(), at));
            let block = block.or_insert_with(|| FileLedger::new(file, Some("meeting"), [at]));
            block.used(0, event);
        }
        let about = [
            ("aliases", listed(&named.original)),
            ("zoom_suffix", listed(&named.suffix)),
        ];
        let filled = about.iter().filter(|(_, value)| !value.is_empty());
        let filled: Vec<(&str, &str)> = filled.map(|(column, value)| (*column, value.as_str())).collect();
        let (id, _) = self
            .directory
            .mention(named.person(), &filled, &mut self.stakeholders, (ledger, row));
        let host = &report.meeting.host;
        let is_host = !host.is_empty() && named.email.eq_ignore_ascii_case(host);
        let known = self.present.entry((event.clone(), id.clone())).or_default();
        known.add(&session);
        if let Some(place) = known.place {
            ledger.merge(row, place, ImportReason::SameRecord);
            return Ok(());
        }
        let role = if is_host {
            "host"
        } else {
            report.role.unwrap_or("attendee")
        };
        let values = [
            ("stakeholder_id", id.as_str()),
            ("event_id", event.as_str()),
            ("date", session.date.as_str()),
            ("role", role),
        ];
        let place = self.participations.push(&values);
        known.place = Some(place);
        ledger.used(row, place);
        Ok(())
    }

    /// Puts the hours that each was there, once all stays are known.
    fn count_hours(&mut self) {
        for presence in self.present.values() {
            if let (Some(place), Some(hours)) = (presence.place, presence.hours()) {
                self.participations.set(place.row, "hours", &hours);
            }
        }
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
