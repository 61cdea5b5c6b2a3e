//! Who signed up for an event on Eventbrite, and who came?
//!
//! In: the report of attendees (or of orders) of one or several events. Out: the events, each person with company and
//! post, and one participation per person and event. Those who cancelled or got their money back took no part.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::keyed::Keyed;
use super::listing::{Dates, Listing, Numbers};
use super::people::{self, Directory, Person};
use super::{
    FileLedger, ImportError, ImportFormat, ImportOptions, ImportReason, Imported, ImportedTable, Place, sheets,
};
use crate::records::cells::Measures;
use crate::records::{RecordsError, RowState, TableName, names, words};

const FORMAT: ImportFormat = ImportFormat::Eventbrite;

const ORDER: [&str; 7] = [
    "order #",
    "order id",
    "order no.",
    "order number",
    "n.º de pedido",
    "número de pedido",
    "id de pedido",
];
const FIRST: [&str; 5] = [
    "first name",
    "attendee first name",
    "nombre",
    "buyer first name",
    "nome",
];
const LAST: [&str; 7] = [
    "last name",
    "surname",
    "attendee surname",
    "attendee last name",
    "apellido",
    "apellidos",
    "buyer last name",
];
const EMAIL: [&str; 7] = [
    "email",
    "email address",
    "attendee email",
    "correo electrónico",
    "dirección de correo electrónico",
    "buyer email",
    "e-mail",
];
const STATUS: [&str; 6] = [
    "attendee status",
    "order status",
    "payment status",
    "estado del asistente",
    "estado del pedido",
    "status",
];
const COMPANY: [&str; 7] = [
    "company",
    "company / organisation",
    "company / organization",
    "organization",
    "empresa",
    "organización",
    "institución",
];
const POST: [&str; 4] = ["job title", "cargo", "puesto", "position"];
const EVENT: [&str; 3] = ["event name", "nombre del evento", "event title"];
const NUMBER: [&str; 3] = ["event id", "event #", "id del evento"];
const DATE: [&str; 6] = [
    "event start date",
    "date attending",
    "event date",
    "fecha del evento",
    "fecha de inicio del evento",
    "event start",
];
const TICKET: [&str; 3] = ["ticket type", "tipo de entrada", "tipo de ticket"];
const QUANTITY: [&str; 5] = [
    "quantity",
    "ticket quantity",
    "tickets",
    "cantidad",
    "cantidad de entradas",
];
const CITY: [&str; 4] = ["work city", "home city", "city", "ciudad"];

/// Reads one or several reports.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    let known = [
        &ORDER[..],
        &FIRST,
        &LAST,
        &EMAIL,
        &STATUS,
        &COMPANY,
        &POST,
        &EVENT,
        &NUMBER,
        &DATE,
        &TICKET,
        &QUANTITY,
    ]
    .concat();
    let sheets = sheets::open(files, |grid| {
        let listing = Listing::open(grid, &known);
        listing.required(FORMAT, &ORDER)?;
        listing.required(FORMAT, &EMAIL)?;
        let people = people_of(&listing);
        Ok((listing, people))
    })?;
    let lists = sheets.opened;
    let mut directory = Directory::default();
    let everyone: Vec<Person<'_>> = lists.iter().flat_map(|(_, people)| people.iter().map(person)).collect();
    directory.settle(&everyone);
    let mut made = Made {
        stakeholders: people::table(),
        events: Keyed::new(TableName::Events, &["id", "name", "component", "start"]),
        participations: ImportedTable::new(
            TableName::Participations,
            &["stakeholder_id", "event_id", "date", "role", "outcome"],
        ),
        directory,
        told: BTreeMap::new(),
    };
    let mut ledgers = sheets.beside;
    for (listing, people) in &lists {
        ledgers.push(made.list(listing, people, options)?);
    }
    let tables = vec![made.stakeholders.table, made.events.table, made.participations];
    Ok(Imported::new(FORMAT, tables, ledgers))
}

fn person((name, email): &(String, String)) -> Person<'_> {
    Person { name, email }
}

/// Name and e-mail of each row.
fn people_of(listing: &Listing) -> Vec<(String, String)> {
    let (first, last, email) = (listing.column(&FIRST), listing.column(&LAST), listing.column(&EMAIL));
    let people = (0..listing.len()).map(|row| {
        let name = [listing.text(row, first), listing.text(row, last)].join(" ");
        (
            name.trim().to_owned(),
            people::email(listing.text(row, email)).to_owned(),
        )
    });
    people.collect()
}

/// What a status says of somebody who signed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attendance {
    /// Took no part: cancelled, refunded, deleted, transferred.
    Not,
    /// Came, as the door noted.
    Came,
    /// Signed up.
    SignedUp,
    /// A word that the format does not know.
    Unknown,
}

/// Reads a status, in English or Spanish.
fn attendance(status: &str) -> Attendance {
    match words::key(status).as_str() {
        "checked in" | "attended" | "asistio" | "registrado" | "ingreso registrado" => Attendance::Came,
        "" | "attending" | "completed" | "placed" | "free order" | "paid" | "registered" | "asistira" | "asistente"
        | "completado" | "confirmado" | "pagado" => Attendance::SignedUp,
        key if [
            "not ", "no ", "cancel", "refund", "delet", "transfer", "reembols", "elimin", "anul", "unpaid", "no show",
        ]
        .iter()
        .any(|start| key.starts_with(start)) =>
        {
            Attendance::Not
        }
        key if key.contains("refund") || key.contains("reembols") => Attendance::Not,
        _ => Attendance::Unknown,
    }
}

struct Columns {
    status: Option<usize>,
    company: Option<usize>,
    post: Option<usize>,
    city: Option<usize>,
    event: Option<usize>,
    number: Option<usize>,
    ticket: Option<usize>,
    date: Dates,
    quantity: Numbers,
}

/// The hub so far.
struct Made {
    stakeholders: Keyed,
    events: Keyed,
    participations: ImportedTable,
    directory: Directory,
    /// Event and person → the participation.
    told: BTreeMap<(String, String), Place>,
}

impl Made {
    fn list(
        &mut self,
        listing: &Listing,
        people: &[(String, String)],
        options: &ImportOptions,
    ) -> Result<FileLedger, RecordsError> {
        let place = |names: &[&str]| listing.column(names);
        let columns = Columns {
            status: place(&STATUS),
            company: place(&COMPANY),
            post: place(&POST),
            city: place(&CITY),
            event: place(&EVENT),
            number: place(&NUMBER),
            ticket: place(&TICKET),
            date: listing.dates(place(&DATE), options)?,
            quantity: listing.numbers(place(&QUANTITY), Measures::Bare, options)?,
        };
        let mut ledger = listing.ledger();
        for row in ledger.open() {
            let person = person(&people[row]);
            if !person.is_somebody() {
                ledger.exclude(row, ImportReason::MissingCell, "Email", "");
                continue;
            }
            let status = listing.text(row, columns.status);
            let attendance = attendance(status);
            let header = listing.header(columns.status);
            match attendance {
                Attendance::Not => {
                    ledger.exclude(row, ImportReason::NeverHeld, header, status);
                    continue;
                }
                Attendance::Unknown => ledger.note(row, RowState::Used, ImportReason::UnknownCode, header, status),
                Attendance::Came | Attendance::SignedUp => {}
            }
            let event = self.event(listing, row, &columns, options, &mut ledger)?;
            self.participation(listing, row, &columns, (person, &event, attendance), &mut ledger);
        }
        Ok(ledger)
    }

    /// The id of the event that a row is about.
    fn event(
        &mut self,
        listing: &Listing,
        row: usize,
        columns: &Columns,
        options: &ImportOptions,
        ledger: &mut FileLedger,
    ) -> Result<String, RecordsError> {
        let stem = listing
            .file
            .rsplit_once('.')
            .map_or(listing.file.as_str(), |(stem, _)| stem);
        let told = options.event.as_deref().unwrap_or(stem);
        let name = Some(listing.text(row, columns.event))
            .filter(|name| !name.is_empty())
            .unwrap_or(told);
        let mut start = listing.date(row, &columns.date, ledger);
        if start.is_empty() {
            start = options.date.clone().unwrap_or_default();
        }
        if start.is_empty() {
            let option = "date";
            return Err(ImportError::MissingOption { format: FORMAT, option }.into());
        }
        let number = listing.text(row, columns.number);
        let subject = if number.is_empty() {
            names::slug(name)
        } else {
            number.to_owned()
        };
        let id = format!("{subject}-{start}");
        let values = [
            ("id", id.as_str()),
            ("name", name),
            ("component", "other"),
            ("start", start.as_str()),
        ];
        self.events.mention(&id, &values, ledger, row);
        Ok(id)
    }

    fn participation(
        &mut self,
        listing: &Listing,
        row: usize,
        columns: &Columns,
        (person, event, attendance): (Person<'_>, &str, Attendance),
        ledger: &mut FileLedger,
    ) {
        let company = listing.text(row, columns.company);
        let stakeholders = &mut self.stakeholders;
        let parent = self.directory.organization(company, stakeholders, (ledger, row));
        let about = [
            ("parent_id", parent.as_str()),
            ("role_title", listing.text(row, columns.post)),
            ("city", listing.text(row, columns.city)),
        ];
        let about: Vec<(&str, &str)> = about.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        let (id, _) = self
            .directory
            .mention(person, &about, &mut self.stakeholders, (ledger, row));
        let outcome = match attendance {
            Attendance::Came => "checked in",
            Attendance::SignedUp | Attendance::Unknown | Attendance::Not => "registered",
        };
        let key = (event.to_owned(), id.clone());
        match self.told.get(&key).copied() {
            // a second ticket: that one of them was used says that the person came
            Some(place) => {
                if attendance == Attendance::Came {
                    self.participations.set(place.row, "outcome", outcome);
                }
                ledger.merge(row, place, ImportReason::SameRecord);
            }
            None => {
                let date = self
                    .events
                    .find(event)
                    .map_or("", |place| self.events.table.get(place.row, "start"))
                    .to_owned();
                let ticket = listing.text(row, columns.ticket);
                let mut values = vec![
                    ("stakeholder_id", id.as_str()),
                    ("event_id", event),
                    ("date", date.as_str()),
                    ("role", role(ticket)),
                    ("outcome", outcome),
                ];
                values.extend((!ticket.is_empty()).then_some(("ticket_type", ticket)));
                let place = self.participations.push(&values);
                self.told.insert(key, place);
                ledger.used(row, place);
            }
        }
        let tickets = listing.number(row, &columns.quantity, ledger);
        if tickets.parse::<f64>().is_ok_and(|tickets| tickets > 1.0) {
            ledger.note(
                row,
                RowState::Used,
                ImportReason::Unnamed,
                listing.header(listing.column(&QUANTITY)),
                &tickets,
            );
        }
    }
}

/// As what somebody came, where the ticket is called so: `Speaker`, `Jurado`.
fn role(ticket: &str) -> &'static str {
    const ROLES: [&str; 8] = [
        "attendee",
        "speaker",
        "host",
        "facilitator",
        "mentor",
        "juror",
        "competitor",
        "winner",
    ];
    words::value(&ROLES, ticket).unwrap_or("attendee")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_says_who_took_no_part() {
        for status in [
            "Not Attending",
            "Refunded",
            "Order Refunded",
            "Deleted",
            "Transferred",
            "No asistirá",
            "Cancelado",
        ] {
            assert_eq!(attendance(status), Attendance::Not, "{status}");
        }
        for status in ["Attending", "", "Completed", "Asistirá"] {
            assert_eq!(attendance(status), Attendance::SignedUp, "{status}");
        }
        assert_eq!(attendance("Checked In"), Attendance::Came);
        assert_eq!(attendance("En lista VIP"), Attendance::Unknown);
    }
}
