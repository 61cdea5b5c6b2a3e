//! European research projects: what CORDIS publishes of each framework programme.
//!
//! In: `project.csv` and `organization.csv` as CORDIS packs them for Horizon 2020 and Horizon Europe, or the older
//! `cordis-h2020projects.csv` and `cordis-h2020organizations.csv`. Out: projects as events, organisations, and their
//! participations with role and contribution.

use std::path::PathBuf;

use super::keyed::{Keyed, joined, listed};
use super::listing::{Listing, Numbers};
use super::{
    FileLedger, ImportError, ImportFormat, ImportOptions, ImportReason, Imported, ImportedTable, RecordsError,
    RowState, TableName, grids_of,
};
use crate::records::cells::Measures;
use crate::records::{HashMap, names, words};

const FORMAT: ImportFormat = ImportFormat::Cordis;

const PROJECT: [&str; 3] = ["id", "startDate", "endDate"];
const ORGANIZATION: [&str; 3] = ["projectID", "role", "name"];
const KNOWN: [&str; 12] = [
    "id",
    "acronym",
    "title",
    "startDate",
    "endDate",
    "projectID",
    "organisationID",
    "name",
    "role",
    "country",
    "ecContribution",
    "ecMaxContribution",
];

/// Reads both files, of one programme or of several.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    let (mut projects, mut organizations, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for grid in grids_of(files)? {
        let listing = Listing::open(grid, &KNOWN);
        if listing.has(&ORGANIZATION) {
            organizations.push(listing);
        } else if listing.has(&PROJECT) {
            projects.push(listing);
        } else if listing.has(&["projectID"]) {
            others.push(listing);
        } else {
            return Err(ImportError::OtherFormat {
                file: listing.file.clone(),
                format: FORMAT,
                expected: "projectID".to_owned(),
                found: listing.headers().join(", "),
            }
            .into());
        }
    }
    for (found, file) in [(&projects, "project.csv"), (&organizations, "organization.csv")] {
        if found.is_empty() {
            let file = file.to_owned();
            return Err(ImportError::MissingFile { format: FORMAT, file }.into());
        }
    }
    let mut made = Made::new();
    let mut ledgers = Vec::new();
    for listing in &projects {
        ledgers.push(made.projects(listing, options)?);
    }
    for listing in &organizations {
        ledgers.push(made.organizations(listing, options)?);
    }
    for listing in &others {
        ledgers.push(listing.left_out());
    }
    let tables = vec![made.stakeholders.table, made.participations, made.events.table];
    Ok(Imported::new(FORMAT, tables, ledgers))
}

/// The tables so far.
struct Made {
    stakeholders: Keyed,
    events: Keyed,
    participations: ImportedTable,
    /// A participation's content → its row.
    told: HashMap<[String; 4], usize>,
}

/// Where the columns of `organization.csv` stand.
struct Columns {
    project: Option<usize>,
    acronym: Option<usize>,
    id: Option<usize>,
    name: Option<usize>,
    short_name: Option<usize>,
    vat: Option<usize>,
    kind: Option<usize>,
    sme: Option<usize>,
    city: Option<usize>,
    country: Option<usize>,
    nuts: Option<usize>,
    role: Option<usize>,
    ended: Option<usize>,
    active: Option<usize>,
    contribution: Numbers,
}

impl Columns {
    fn of(listing: &Listing, options: &ImportOptions) -> Result<Self, RecordsError> {
        let column = |names: &[&str]| listing.column(names);
        Ok(Self {
            project: Some(listing.required(FORMAT, &["projectID"])?),
            acronym: column(&["projectAcronym"]),
            // the older layout calls it `id`
            id: Some(listing.required(FORMAT, &["organisationID", "organizationID", "id"])?),
            name: column(&["name"]),
            short_name: column(&["shortName"]),
            vat: column(&["vatNumber"]),
            kind: column(&["activityType"]),
            sme: column(&["SME"]),
            city: column(&["city"]),
            country: column(&["country"]),
            nuts: column(&["nutsCode"]),
            role: column(&["role"]),
            ended: column(&["endOfParticipation"]),
            active: column(&["active"]),
            contribution: listing.numbers(column(&["ecContribution"]), Measures::Money, options)?,
        })
    }
}

impl Made {
    fn new() -> Self {
        let stakeholders = [
            "id",
            "name",
            "kind",
            "sector",
            "city",
            "country",
            "aliases",
            "external_ids",
            "sme",
            "nuts_code",
        ];
        let events = [
            "id",
            "name",
            "component",
            "start",
            "end",
            "topic",
            "programme",
            "status",
        ];
        let participations = [
            "stakeholder_id",
            "event_id",
            "date",
            "role",
            "outcome",
            "amount",
            "currency",
        ];
        Self {
            stakeholders: Keyed::new(TableName::Stakeholders, &stakeholders),
            events: Keyed::new(TableName::Events, &events),
            participations: ImportedTable::new(TableName::Participations, &participations),
            told: HashMap::default(),
        }
    }

    /// Each project is an event that lasts as long as the project.
    fn projects(&mut self, listing: &Listing, options: &ImportOptions) -> Result<FileLedger, RecordsError> {
        let mut ledger = listing.ledger();
        let id = Some(listing.required(FORMAT, &["id"])?);
        let column = |name: &str| listing.column(&[name]);
        let starts = listing.dates(column("startDate"), options)?;
        let ends = listing.dates(column("endDate"), options)?;
        for row in ledger.open() {
            let text = |name: &str| listing.text(row, column(name));
            let id = listing.text(row, id);
            if id.is_empty() {
                ledger.exclude(row, ImportReason::MissingCell, "id", "");
                continue;
            }
            let start = listing.date(row, &starts, &mut ledger);
            let end = listing.end(row, &ends, &mut ledger);
            let acronym = text("acronym");
            let title = listed(text("title"));
            let known = self.events.find(id);
            let values = [
                ("id", id),
                ("name", if acronym.is_empty() { &title } else { acronym }),
                ("component", "other"),
                ("start", &start),
                ("end", &end),
                ("topic", &title),
                ("programme", text("frameworkProgramme")),
                ("status", state(text("status"))),
            ];
            self.events.mention(id, &values, &mut ledger, row);
            if let Some(known) = known {
                ledger.merge(row, known, ImportReason::SameRecord);
            }
        }
        Ok(ledger)
    }

    /// Each row says that an organisation takes part in a project.
    fn organizations(&mut self, listing: &Listing, options: &ImportOptions) -> Result<FileLedger, RecordsError> {
        let mut ledger = listing.ledger();
        let columns = Columns::of(listing, options)?;
        for row in ledger.open() {
            let (project, id) = (listing.text(row, columns.project), listing.text(row, columns.id));
            let missing = [("projectID", project), ("organisationID", id)];
            if let Some((column, _)) = missing.iter().find(|(_, value)| value.is_empty()) {
                ledger.exclude(row, ImportReason::MissingCell, column, "");
                continue;
            }
            self.organization(listing, row, &columns, &mut ledger);
            if self.events.find(project).is_none() {
                ledger.note(
                    row,
                    RowState::Used,
                    ImportReason::UnknownReference,
                    "projectID",
                    project,
                );
                let name = listing.text(row, columns.acronym);
                let values = [("id", project), ("name", name), ("component", "other")];
                self.events.mention(project, &values, &mut ledger, row);
            }
            self.participation(listing, row, &columns, &mut ledger);
        }
        Ok(ledger)
    }

    fn organization(&mut self, listing: &Listing, row: usize, columns: &Columns, ledger: &mut FileLedger) {
        let id = listing.text(row, columns.id);
        let vat = listing.text(row, columns.vat);
        let vat = if vat.is_empty() {
            String::new()
        } else {
            format!("vat:{vat}")
        };
        let (name, short) = (listing.text(row, columns.name), listing.text(row, columns.short_name));
        let short = if names::key(short) == names::key(name) {
            String::new()
        } else {
            listed(short)
        };
        let sme = match words::yes_no(listing.text(row, columns.sme)) {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        };
        let kind = listing.text(row, columns.kind);
        let sector = sector(kind);
        if sector == kind && !kind.is_empty() {
            ledger.note(
                row,
                RowState::Used,
                ImportReason::UnknownCode,
                listing.header(columns.kind),
                kind,
            );
        }
        let values = [
            ("id", id),
            ("name", if name.is_empty() { id } else { name }),
            ("kind", "organization"),
            ("sector", sector),
            ("city", listing.text(row, columns.city)),
            ("country", listing.text(row, columns.country)),
            ("aliases", &short),
            ("external_ids", &joined(&[&format!("pic:{id}"), &vat])),
            ("sme", sme),
            ("nuts_code", listing.text(row, columns.nuts)),
        ];
        self.stakeholders.mention(id, &values, ledger, row);
    }

    fn participation(&mut self, listing: &Listing, row: usize, columns: &Columns, ledger: &mut FileLedger) {
        let (project, id) = (listing.text(row, columns.project), listing.text(row, columns.id));
        let role = listing.text(row, columns.role);
        let amount = listing.number(row, &columns.contribution, ledger);
        let content = [project, id, role, &amount].map(str::to_owned);
        if let Some(known) = self.told.get(&content) {
            let known = self.participations.place(*known);
            ledger.merge(row, known, ImportReason::IdenticalRow);
            return;
        }
        let ended = words::yes_no(listing.text(row, columns.ended)) == Some(true)
            || words::yes_no(listing.text(row, columns.active)) == Some(false);
        if ended {
            let column = columns.ended.or(columns.active);
            let value = listing.raw(row, column);
            ledger.note(
                row,
                RowState::Used,
                ImportReason::EndedEarly,
                listing.header(column),
                value,
            );
        }
        let date = self
            .events
            .find(project)
            .map_or("", |event| self.events.table.get(event.row, "start"));
        let currency = if amount.is_empty() { "" } else { "EUR" };
        let values = [
            ("stakeholder_id", id),
            ("event_id", project),
            ("date", date),
            ("role", role),
            ("outcome", if ended { "ended early" } else { "" }),
            ("amount", &amount),
            ("currency", currency),
        ];
        let place = self.participations.push(&values);
        self.told.insert(content, place.row);
        ledger.used(row, place);
    }
}

/// CORDIS's kinds of organisation; another code stays as it stands.
fn sector(kind: &str) -> &str {
    // Horizon Europe exports at times write the code with its label behind it: `HES - Higher or …`
    match kind.get(..3).unwrap_or(kind) {
        "HES" => "academia",
        "REC" => "research",
        "PRC" => "business",
        "PUB" => "government",
        "OTH" => "other",
        _ => kind,
    }
}

/// What became of a project: one that was signed or closed is held.
fn state(status: &str) -> &str {
    match status {
        "SIGNED" | "CLOSED" => "held",
        "TERMINATED" => "terminated",
        _ => status,
    }
}
