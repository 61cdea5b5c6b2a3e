//! Grants as funders publish them by the 360Giving standard.
//!
//! In: spreadsheets with a row per grant (`Recipient Org:Identifier`, with or without a blank behind the colon), or
//! JSON with `grants`. Out: funders and recipients, and each grant as a dated, directed tie that carries its amount.

use std::path::PathBuf;

use serde_json::Value;

use super::json::{self, is_json, items, text};
use super::keyed::{Unique, joined, listed};
use super::listing::{Listing, Numbers, machine_date, months_later, written};
use super::parties::{Parties, Party};
use super::{
    FileLedger, ImportError, ImportFormat, ImportOptions, ImportReason, Imported, RecordsError, RowState, TableName,
};
use crate::records::cells::Measures;
use crate::records::sources::{self, grid::grids};

const FORMAT: ImportFormat = ImportFormat::Giving360;

const KNOWN: [&str; 8] = [
    "Identifier",
    "Title",
    "Currency",
    "Amount Awarded",
    "Award Date",
    "Recipient Org:Identifier",
    "Recipient Org:Name",
    "Funding Org:Name",
];

/// One grant, wherever it was written.
#[derive(Default)]
struct Grant {
    /// Which account and which row of it.
    from: (usize, usize),
    id: String,
    title: String,
    amount: String,
    currency: String,
    awarded: String,
    start: String,
    end: String,
    months: String,
    funder: Party,
    recipient: Party,
}

/// Reads grants from any number of files.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    let (mut grants, mut ledgers) = (Vec::new(), Vec::new());
    for path in files {
        if is_json(path) {
            let document = json::document(path)?;
            let file = sources::file_name(path);
            grants.extend(from_json(&file, &document, &mut ledgers)?);
        } else {
            let sheets = grids(path)?;
            let several = sheets.len() > 1;
            for grid in sheets {
                let listing = Listing::open(grid, &KNOWN);
                if several && listing.column(&["Identifier"]).is_none() {
                    // a workbook may explain itself on another sheet
                    ledgers.push(listing.left_out());
                    continue;
                }
                grants.extend(from_rows(&listing, options, &mut ledgers)?);
            }
        }
    }
    let mut parties = Parties::new();
    for grant in &grants {
        parties.learn(&grant.funder);
        parties.learn(&grant.recipient);
    }
    let columns = [
        "id",
        "source",
        "target",
        "kind",
        "function",
        "start",
        "end",
        "directed",
        "amount",
        "currency",
        "funder_id",
    ];
    let mut ties = Unique::new(TableName::Partnerships, &columns);
    for grant in &grants {
        let (ledger, row) = grant.from;
        add(grant, &mut parties, &mut ties, &mut ledgers[ledger], row);
    }
    Ok(Imported::new(FORMAT, vec![parties.into_table(), ties.table], ledgers))
}

fn add(grant: &Grant, parties: &mut Parties, ties: &mut Unique, ledger: &mut FileLedger, row: usize) {
    let sides = [
        (&grant.funder, "Funding Org:Name"),
        (&grant.recipient, "Recipient Org:Name"),
    ];
    for (party, column) in sides {
        if parties.id(party).is_none() {
            ledger.exclude(row, ImportReason::MissingCell, column, "");
            return;
        }
    }
    if parties.id(&grant.funder) == parties.id(&grant.recipient) {
        ledger.exclude(row, ImportReason::SelfTie, "Recipient Org:Name", &grant.recipient.name);
        return;
    }
    let funder = parties.mention(&grant.funder, ledger, row).unwrap_or_default();
    let recipient = parties.mention(&grant.recipient, ledger, row).unwrap_or_default();
    let start = if grant.start.is_empty() {
        &grant.awarded
    } else {
        &grant.start
    };
    let values = [
        ("id", grant.id.as_str()),
        ("source", &funder),
        ("target", &recipient),
        ("kind", "funding"),
        ("function", &grant.title),
        ("start", start),
        ("end", &end(grant, start)),
        ("directed", "yes"),
        ("amount", &grant.amount),
        ("currency", if grant.amount.is_empty() { "" } else { &grant.currency }),
        ("funder_id", &funder),
    ];
    ties.add(&values, ledger, row);
}

/// The planned last day, else the first plus the duration.
fn end(grant: &Grant, start: &str) -> String {
    if !grant.end.is_empty() {
        return grant.end.clone();
    }
    let first = machine_date(start).map(|span| span.first);
    let months = grant.months.parse::<f64>().ok();
    let last = first
        .zip(months)
        .and_then(|(first, months)| months_later(first, months));
    last.map_or_else(String::new, |day| day.to_string())
}

/// Where the columns of a spreadsheet stand; lists are also written with the item's number (`Recipient Org:0:Name`).
fn column(listing: &Listing, object: &str, field: &str) -> Option<usize> {
    listing.column(&[&format!("{object}:{field}"), &format!("{object}:0:{field}")])
}

fn from_rows(
    listing: &Listing,
    options: &ImportOptions,
    ledgers: &mut Vec<FileLedger>,
) -> Result<Vec<Grant>, RecordsError> {
    let id = listing.column(&["Identifier"]);
    let (names, ids) = (
        column(listing, "Recipient Org", "Name"),
        column(listing, "Recipient Org", "Identifier"),
    );
    if id.is_none() || names.or(ids).is_none() {
        return Err(ImportError::MissingColumn {
            file: listing.file.clone(),
            format: FORMAT,
            column: if id.is_none() {
                "Identifier"
            } else {
                "Recipient Org:Name"
            }
            .to_owned(),
            found: listing.headers(),
        }
        .into());
    }
    let mut ledger = listing.ledger();
    let awarded = listing.dates(listing.column(&["Award Date"]), options)?;
    let start = listing.dates(column(listing, "Planned Dates", "Start Date"), options)?;
    let end = listing.dates(column(listing, "Planned Dates", "End Date"), options)?;
    let amount = listing.numbers(listing.column(&["Amount Awarded"]), Measures::Money, options)?;
    let months: Numbers = listing.numbers(
        column(listing, "Planned Dates", "Duration (months)"),
        Measures::Bare,
        options,
    )?;
    let (title, currency) = (listing.column(&["Title"]), listing.column(&["Currency"]));
    let mut grants = Vec::new();
    for row in ledger.open() {
        let mut recipient = party(listing, row, "Recipient Org");
        if recipient.id.is_empty() && recipient.name.is_empty() {
            recipient = Party {
                kind: "person",
                ..party(listing, row, "Recipient Ind")
            };
        }
        grants.push(Grant {
            from: (ledgers.len(), row),
            id: listing.text(row, id).to_owned(),
            title: listing.text(row, title).to_owned(),
            amount: listing.number(row, &amount, &mut ledger),
            currency: listing.text(row, currency).to_uppercase(),
            awarded: listing.date(row, &awarded, &mut ledger),
            start: listing.date(row, &start, &mut ledger),
            end: listing.end(row, &end, &mut ledger),
            months: listing.number(row, &months, &mut ledger),
            funder: party(listing, row, "Funding Org"),
            recipient,
        });
    }
    ledgers.push(ledger);
    Ok(grants)
}

fn party(listing: &Listing, row: usize, object: &str) -> Party {
    let text = |field: &str| listing.text(row, column(listing, object, field)).to_owned();
    organization(
        text("Identifier"),
        text("Name"),
        [
            text("Charity Number"),
            text("Company Number"),
            text("City"),
            text("Country"),
        ],
    )
}

fn from_json(file: &str, document: &Value, ledgers: &mut Vec<FileLedger>) -> Result<Vec<Grant>, RecordsError> {
    let list = match document {
        Value::Array(grants) => grants,
        _ => document.get("grants").and_then(Value::as_array).ok_or_else(|| {
            RecordsError::from(ImportError::OtherFormat {
                file: file.to_owned(),
                format: FORMAT,
                expected: "grants: […]".to_owned(),
                found: json::keys(document),
            })
        })?,
    };
    let mut ledger = FileLedger::new(file, Some("grants"), 1..=list.len() as u64);
    let mut grants = Vec::new();
    for (row, grant) in list.iter().enumerate() {
        let planned = items(grant, "/plannedDates").first().unwrap_or(&Value::Null);
        let mut date = |of: &Value, place: &str| {
            let found = text(of, place);
            match machine_date(&found) {
                Some(span) => written(span),
                None if found.is_empty() => String::new(),
                None => {
                    ledger.note(row, RowState::Repaired, ImportReason::BadCell, place, &found);
                    String::new()
                }
            }
        };
        let dates = [
            date(grant, "/awardDate"),
            date(planned, "/startDate"),
            date(planned, "/endDate"),
        ];
        let [awarded, start, end] = dates;
        let individual = items(grant, "/recipientIndividual").first();
        let recipient = match (items(grant, "/recipientOrganization").first(), individual) {
            (Some(one), _) => json_party(one),
            (None, Some(one)) => Party {
                kind: "person",
                ..json_party(one)
            },
            (None, None) => Party::default(),
        };
        grants.push(Grant {
            from: (ledgers.len(), row),
            id: text(grant, "/id"),
            title: text(grant, "/title"),
            amount: text(grant, "/amountAwarded"),
            currency: text(grant, "/currency").to_uppercase(),
            awarded,
            start,
            end,
            months: text(planned, "/duration"),
            funder: items(grant, "/fundingOrganization")
                .first()
                .map(json_party)
                .unwrap_or_default(),
            recipient,
        });
    }
    ledgers.push(ledger);
    Ok(grants)
}

fn json_party(one: &Value) -> Party {
    organization(
        text(one, "/id"),
        text(one, "/name"),
        [
            text(one, "/charityNumber"),
            text(one, "/companyNumber"),
            text(one, "/addressLocality"),
            text(one, "/addressCountry"),
        ],
    )
}

fn organization(id: String, name: String, [charity, company, city, country]: [String; 4]) -> Party {
    Party {
        external_ids: registered(&id, &charity, &company),
        id,
        name: on_one_line(&name),
        kind: "organization",
        city,
        country,
        ..Party::default()
    }
}

/// A name on one line.
fn on_one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Ids in public registers. One that begins with `360G-` is the funder's own and is in no register.
fn registered(id: &str, charity: &str, company: &str) -> String {
    let upper = id.to_uppercase();
    let own = upper.starts_with("360G-") || !id.contains('-');
    let id = if own {
        String::new()
    } else {
        format!("org-id:{}", listed(id))
    };
    let charity = match charity.to_uppercase() {
        number if number.is_empty() => String::new(),
        number if number.starts_with("SC") => format!("org-id:GB-SC-{number}"),
        number if number.starts_with("NI") => {
            format!("org-id:GB-NIC-{}", number.trim_start_matches(char::is_alphabetic))
        }
        number => format!("org-id:GB-CHC-{number}"),
    };
    let company = match company.to_uppercase() {
        number if number.is_empty() => String::new(),
        // spreadsheets lose the leading zeros of a number of eight digits
        number => format!("org-id:GB-COH-{number:0>8}"),
    };
    let mut ids = vec![id];
    for other in [charity, company] {
        if !ids.contains(&other) {
            ids.push(other);
        }
    }
    joined(&ids.iter().map(String::as_str).collect::<Vec<_>>())
}
