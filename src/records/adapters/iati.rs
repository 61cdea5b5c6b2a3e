//! Development activities as donors publish them by the IATI standard, versions 1 and 2.
//!
//! In: XML with `iati-activity` elements. Out: activities as events, the organisations in them as participations (one per
//! role), and the money between two organisations within an activity as one dated tie per pair and currency.

use std::path::PathBuf;

use super::keyed::{Keyed, Unique};
use super::listing::{machine_date, written};
use super::parties::{Parties, Party};
use super::{
    FileLedger, ImportFormat, ImportOptions, ImportReason, Imported, RecordsError, RowState, TableName, bytes_of,
};
use crate::records::sources;

mod element;
mod flows;

use element::{Node, activities_of};
use flows::Flows;

const FORMAT: ImportFormat = ImportFormat::Iati;

/// The elements that are accounted for, each kind on its own.
const PARTS: [&str; 3] = ["iati-activity", "participating-org", "transaction"];

/// Reads the activities of any number of files.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    let (mut activities, mut ledgers) = (Vec::new(), Vec::new());
    for path in files {
        let file = sources::file_name(path);
        for activity in activities_of(&file, &bytes_of(path)?)? {
            activities.push((ledgers.len(), activity));
        }
        ledgers.extend(PARTS.map(|part| FileLedger::new(&file, Some(part), [])));
    }
    let locale = options.locale.as_deref();
    let mut made = Made::new();
    for (_, activity) in &activities {
        for name in ["reporting-org", "participating-org"] {
            activity
                .children(name)
                .for_each(|org| made.parties.learn(&party(org, locale)));
        }
        for transaction in activity.children("transaction") {
            for name in ["provider-org", "receiver-org"] {
                transaction
                    .children(name)
                    .for_each(|org| made.parties.learn(&party(org, locale)));
            }
        }
    }
    for (first, activity) in &activities {
        if let [activities, organizations, transactions] = &mut ledgers[*first..*first + PARTS.len()] {
            made.activity(activity, locale, [activities, organizations, transactions]);
        }
    }
    let tables = vec![
        made.parties.into_table(),
        made.ties.table,
        made.participations.table,
        made.events.table,
    ];
    Ok(Imported::new(FORMAT, tables, ledgers))
}

/// The tables so far.
struct Made {
    parties: Parties,
    events: Keyed,
    participations: Unique,
    ties: Unique,
}

/// When an activity lasts.
struct Span {
    start: String,
    end: String,
}

impl Made {
    fn new() -> Self {
        let events = ["id", "name", "component", "start", "end", "status"];
        let participations = ["stakeholder_id", "event_id", "date", "role"];
        let ties = [
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
            "attributed_to",
        ];
        Self {
            parties: Parties::new(),
            events: Keyed::new(TableName::Events, &events),
            participations: Unique::new(TableName::Participations, &participations),
            ties: Unique::new(TableName::Partnerships, &ties),
        }
    }

    fn activity(&mut self, activity: &Node, locale: Option<&str>, ledgers: [&mut FileLedger; 3]) {
        let [activities, organizations, transactions] = ledgers;
        let row = activities.element();
        let id = activity
            .children("iati-identifier")
            .next()
            .map_or_else(String::new, |one| one.narrative(None));
        if id.is_empty() {
            activities.exclude(row, ImportReason::MissingCell, "iati-identifier", "");
            for _ in activity.children("participating-org") {
                let row = organizations.element();
                organizations.exclude(row, ImportReason::Unattached, "iati-identifier", "");
            }
            for _ in activity.children("transaction") {
                let row = transactions.element();
                transactions.exclude(row, ImportReason::Unattached, "iati-identifier", "");
            }
            return;
        }
        let span = span(activity, activities, row);
        let title = activity
            .children("title")
            .next()
            .map_or_else(String::new, |title| title.narrative(locale));
        let known = self.events.find(&id);
        let values = [
            ("id", id.as_str()),
            ("name", if title.is_empty() { &id } else { &title }),
            ("component", "other"),
            ("start", &span.start),
            ("end", &span.end),
            ("status", status(activity)),
        ];
        self.events.mention(&id, &values, activities, row);
        if let Some(known) = known {
            activities.merge(row, known, ImportReason::SameRecord);
        }
        for organization in activity.children("participating-org") {
            let row = organizations.element();
            self.participation(organization, &id, &span, locale, organizations, row);
        }
        let mut flows = Flows::of(activity, locale);
        for transaction in activity.children("transaction") {
            let row = transactions.element();
            flows.add(transaction, &mut self.parties, transactions, row);
        }
        let told = flows::Told {
            activity: &id,
            title: &title,
            start: &span.start,
            end: &span.end,
        };
        flows.into_ties(&told, &mut self.ties, transactions);
    }

    fn participation(
        &mut self,
        organization: &Node,
        activity: &str,
        span: &Span,
        locale: Option<&str>,
        ledger: &mut FileLedger,
        row: usize,
    ) {
        let Some(id) = self.parties.mention(&party(organization, locale), ledger, row) else {
            ledger.exclude(row, ImportReason::MissingCell, "narrative", "");
            return;
        };
        let found = organization.get("role");
        let role = role(found);
        if role.is_none() && !found.is_empty() {
            ledger.note(row, RowState::Used, ImportReason::UnknownCode, "role", found);
        }
        let values = [
            ("stakeholder_id", id.as_str()),
            ("event_id", activity),
            ("date", &span.start),
            ("role", role.unwrap_or(found)),
        ];
        self.participations.add(&values, ledger, row);
    }
}

/// What an organisation does in an activity: a code since version 2, a word before.
fn role(code: &str) -> Option<&'static str> {
    match code.to_lowercase().as_str() {
        "1" | "funding" => Some("funding"),
        "2" | "accountable" => Some("accountable"),
        "3" | "extending" => Some("extending"),
        "4" | "implementing" => Some("implementing"),
        _ => None,
    }
}

/// Somebody named by an element with `ref`, `type` and a name.
fn party(organization: &Node, locale: Option<&str>) -> Party {
    let id = organization.get("ref");
    let registered = id.contains('-') && !id.contains(char::is_whitespace);
    Party {
        id: id.to_owned(),
        name: organization.narrative(locale),
        kind: "organization",
        sector: sector(organization.get("type")).to_owned(),
        external_ids: if registered {
            format!("org-id:{id}")
        } else {
            String::new()
        },
        ..Party::default()
    }
}

/// The standard's kinds of organisation; another code stays as it stands.
fn sector(code: &str) -> &str {
    match code {
        "10" | "11" | "15" => "government",
        "21" | "22" | "23" | "24" => "civil_society",
        "30" | "90" => "other",
        "40" | "60" => "funder",
        "70" | "71" | "72" | "73" => "business",
        "80" => "academia",
        _ => code,
    }
}

fn status(activity: &Node) -> &'static str {
    let code = activity
        .children("activity-status")
        .next()
        .map_or("", |status| status.get("code"));
    match code {
        "2" | "3" | "4" => "held",
        "5" => "cancelled",
        _ => "",
    }
}

/// The actual days where given, else the planned ones.
fn span(activity: &Node, ledger: &mut FileLedger, row: usize) -> Span {
    let mut found = |kinds: [&str; 4]| {
        for kind in kinds {
            let Some(date) = activity.children("activity-date").find(|date| date.get("type") == kind) else {
                continue;
            };
            let text = if date.get("iso-date").is_empty() {
                date.narrative(None)
            } else {
                date.get("iso-date").to_owned()
            };
            match machine_date(&text) {
                Some(span) => return written(span),
                None if text.is_empty() => {}
                None => ledger.note(row, RowState::Repaired, ImportReason::BadCell, kind, &text),
            }
        }
        String::new()
    };
    Span {
        start: found(["2", "start-actual", "1", "start-planned"]),
        end: found(["4", "end-actual", "3", "end-planned"]),
    }
}
