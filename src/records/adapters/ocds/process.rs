//! Who took part in a contracting process, and who contracted with whom?
//!
//! In: what all releases about a process say together. Out: the event, the parties and their roles, the ties.

use serde_json::Value;

use crate::records::adapters::json::{items, text};
use crate::records::adapters::keyed::{Keyed, Unique};
use crate::records::adapters::listing::{machine_date, written};
use crate::records::adapters::parties::{Parties, Party};
use crate::records::adapters::{FileLedger, ImportReason, ImportedTable, RowState};
use crate::records::{HashMap, TableName};

/// The tables so far.
pub(super) struct Made {
    parties: Parties,
    events: Keyed,
    participations: Unique,
    ties: Unique,
}

/// An award or a contract.
struct Deal<'a> {
    value: &'a Value,
    /// `awards` or `contracts`.
    part: &'static str,
    suppliers: Vec<&'a Value>,
}

impl Made {
    /// Nothing yet.
    pub fn new() -> Self {
        let events = ["id", "name", "component", "start", "end", "topic", "status"];
        let participations = ["stakeholder_id", "event_id", "date", "role"];
        let ties = [
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
            "attributed_to",
            "status",
        ];
        Self {
            parties: Parties::new(),
            events: Keyed::new(TableName::Events, &events),
            participations: Unique::new(TableName::Participations, &participations),
            ties: Unique::new(TableName::Partnerships, &ties),
        }
    }

    /// Learns who bears which id.
    pub fn learn(&mut self, process: &Value) {
        items(process, "/parties")
            .iter()
            .for_each(|one| self.parties.learn(&party(one)));
    }

    /// The tables.
    pub fn into_tables(self) -> Vec<ImportedTable> {
        vec![
            self.parties.into_table(),
            self.ties.table,
            self.participations.table,
            self.events.table,
        ]
    }

    /// The process is an event; each release about it is joined with it.
    pub fn event(&mut self, ocid: &str, process: &Value, ledger: &mut FileLedger, row: usize) {
        if !ledger.rows[row].into.is_empty() {
            // a record with several releases is one row
            return;
        }
        let known = self.events.find(ocid);
        let title = text(process, "/tender/title");
        let start = day(
            process,
            &["/tender/tenderPeriod/startDate", "/tender/datePublished", "/date"],
        );
        let values = [
            ("id", ocid),
            ("name", if title.is_empty() { ocid } else { &title }),
            ("component", "other"),
            ("start", &start),
            ("end", &day(process, &["/tender/tenderPeriod/endDate"])),
            ("topic", &text(process, "/tender/mainProcurementCategory")),
            ("status", status(process)),
        ];
        match known {
            Some(known) => ledger.merge(row, known, ImportReason::SameRecord),
            None => {
                self.events.mention(ocid, &values, ledger, row);
            }
        }
    }

    /// Parties, awards and contracts of a process.
    pub fn process(&mut self, ocid: &str, process: &Value, ledgers: [&mut FileLedger; 3]) {
        let [parties, awards, contracts] = ledgers;
        let declared: HashMap<String, &Value> = items(process, "/parties")
            .iter()
            .map(|one| (text(one, "/id"), one))
            .collect();
        for one in items(process, "/parties") {
            let row = parties.element();
            self.party(one, ocid, process, parties, row);
        }
        let buyer = buyer(process, &declared);
        let of_award: HashMap<String, &Value> = items(process, "/awards")
            .iter()
            .map(|award| (text(award, "/id"), award))
            .collect();
        let mut contracted = Vec::new();
        for contract in items(process, "/contracts") {
            let row = contracts.element();
            let award = text(contract, "/awardID");
            let suppliers = of_award.get(&award).map_or(&[][..], |award| items(award, "/suppliers"));
            // version 1.2 lists them with the contract
            let own = items(contract, "/suppliers");
            let deal = Deal {
                value: contract,
                part: "contracts",
                suppliers: named(if own.is_empty() { suppliers } else { own }, &declared),
            };
            if self.deal(&deal, ocid, buyer.as_ref(), contracts, row) {
                contracted.push((award, row));
            }
        }
        for award in items(process, "/awards") {
            let row = awards.element();
            let id = text(award, "/id");
            if let Some((_, contract)) = contracted.iter().find(|(award, _)| *award == id) {
                // the contract says it: the money is the same
                for place in contracts.rows[*contract].into.clone() {
                    awards.merge(row, place, ImportReason::SameRecord);
                }
                continue;
            }
            let deal = Deal {
                value: award,
                part: "awards",
                suppliers: named(items(award, "/suppliers"), &declared),
            };
            self.deal(&deal, ocid, buyer.as_ref(), awards, row);
        }
    }

    /// One participation per role.
    fn party(&mut self, one: &Value, ocid: &str, process: &Value, ledger: &mut FileLedger, row: usize) {
        let Some(id) = self.parties.mention(&party(one), ledger, row) else {
            ledger.exclude(row, ImportReason::MissingCell, "name", "");
            return;
        };
        let date = day(
            process,
            &["/tender/tenderPeriod/startDate", "/tender/datePublished", "/date"],
        );
        for role in roles(one) {
            let values = [
                ("stakeholder_id", id.as_str()),
                ("event_id", ocid),
                ("date", &date),
                ("role", &role),
            ];
            self.participations.add(&values, ledger, row);
        }
    }

    /// A tie per supplier; says whether there is any.
    fn deal(
        &mut self,
        deal: &Deal<'_>,
        ocid: &str,
        buyer: Option<&Party>,
        ledger: &mut FileLedger,
        row: usize,
    ) -> bool {
        let status = text(deal.value, "/status");
        if matches!(status.as_str(), "cancelled" | "unsuccessful") {
            ledger.exclude(row, ImportReason::NeverHeld, "status", &status);
            return false;
        }
        let source = buyer.and_then(|buyer| self.parties.id(buyer));
        let suppliers: Vec<(Party, String)> = deal
            .suppliers
            .iter()
            .filter_map(|one| {
                let supplier = party(one);
                self.parties.id(&supplier).map(|id| (supplier, id))
            })
            .collect();
        let (Some(buyer), Some(source), false) = (buyer, source, suppliers.is_empty()) else {
            let missing = if suppliers.is_empty() { "suppliers" } else { "buyer" };
            ledger.exclude(row, ImportReason::MissingCell, missing, "");
            return false;
        };
        if suppliers.iter().all(|(_, id)| *id == source) {
            ledger.exclude(row, ImportReason::SelfTie, "suppliers", &source);
            return false;
        }
        self.parties.mention(buyer, ledger, row);
        let value = text(deal.value, "/value/amount");
        let shared = deal.suppliers.len() > 1 && !value.is_empty();
        if shared {
            ledger.note(row, RowState::Repaired, ImportReason::SharedAmount, "value", &value);
        }
        let amount = if shared { "" } else { value.as_str() };
        let currency = text(deal.value, "/value/currency");
        let start = day(
            deal.value,
            &["/period/startDate", "/contractPeriod/startDate", "/dateSigned", "/date"],
        );
        let end = day(deal.value, &["/period/endDate", "/contractPeriod/endDate"]);
        for (number, (supplier, target)) in suppliers.iter().enumerate() {
            if *target == source {
                ledger.note(row, RowState::Used, ImportReason::SelfTie, "suppliers", target);
                continue;
            }
            self.parties.mention(supplier, ledger, row);
            let id = tie_id(ocid, deal, number);
            let values = [
                ("id", id.as_str()),
                ("source", &source),
                ("target", target),
                ("kind", "funding"),
                ("function", &text(deal.value, "/title")),
                ("start", &start),
                ("end", &end),
                ("directed", "yes"),
                ("amount", amount),
                ("currency", if amount.is_empty() { "" } else { &currency }),
                ("funder_id", &source),
                ("attributed_to", ocid),
                ("status", &status),
            ];
            self.ties.add(&values, ledger, row);
        }
        true
    }
}

/// The id of a tie: within a process awards and contracts are numbered each on their own.
fn tie_id(ocid: &str, deal: &Deal<'_>, number: usize) -> String {
    let id = text(deal.value, "/id");
    let several = if deal.suppliers.len() > 1 {
        format!("-{}", number + 1)
    } else {
        String::new()
    };
    if id.is_empty() {
        String::new()
    } else {
        format!("{ocid}-{}-{id}{several}", deal.part)
    }
}

/// Who buys: named directly, else the party with that role, else the procuring entity.
fn buyer(process: &Value, declared: &HashMap<String, &Value>) -> Option<Party> {
    let direct = |place: &str| {
        process
            .pointer(place)
            .filter(|one| !text(one, "/id").is_empty() || !text(one, "/name").is_empty())
    };
    let by_role = || {
        let mut parties = items(process, "/parties").iter();
        parties.find(|one| roles(one).iter().any(|role| role == "buyer"))
    };
    let found = direct("/buyer")
        .or_else(by_role)
        .or_else(|| direct("/tender/procuringEntity"))?;
    Some(party(declared.get(&text(found, "/id")).copied().unwrap_or(found)))
}

/// Organisations as the list of parties describes them, where it does.
fn named<'a>(list: &'a [Value], declared: &HashMap<String, &'a Value>) -> Vec<&'a Value> {
    list.iter()
        .map(|one| declared.get(&text(one, "/id")).copied().unwrap_or(one))
        .collect()
}

/// Roles as hubscope names them where it does, else as they stand; flattened sheets part them by `;` or `,`.
fn roles(one: &Value) -> Vec<String> {
    let mut found: Vec<String> = match one.get("roles") {
        Some(Value::Array(roles)) => roles.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Some(Value::String(roles)) => roles.split([';', ',']).map(|role| role.trim().to_owned()).collect(),
        _ => Vec::new(),
    };
    found.retain(|role| !role.is_empty());
    let known = |role: String| match role.as_str() {
        "tenderer" | "candidate" | "enquirer" => "competitor".to_owned(),
        "supplier" => "winner".to_owned(),
        _ => role,
    };
    let mut roles: Vec<String> = found.into_iter().map(known).collect();
    // who wins competed
    if roles.iter().any(|role| role == "winner") {
        roles.retain(|role| role != "competitor");
    }
    if roles.is_empty() {
        roles.push(String::new());
    }
    roles.sort();
    roles.dedup();
    roles
}

/// An organisation. Its id among the parties is good for one release only, unless it is that of a register.
fn party(one: &Value) -> Party {
    let (scheme, number) = (text(one, "/identifier/scheme"), text(one, "/identifier/id"));
    let registered = if !scheme.is_empty() && !number.is_empty() {
        format!("{scheme}-{number}")
    } else {
        Some(text(one, "/id")).filter(|id| of_register(id)).unwrap_or_default()
    };
    let name = text(one, "/name");
    Party {
        external_ids: if registered.is_empty() {
            String::new()
        } else {
            format!("org-id:{registered}")
        },
        id: registered,
        name: if name.is_empty() {
            text(one, "/identifier/legalName")
        } else {
            name
        },
        kind: "organization",
        city: text(one, "/address/locality"),
        country: text(one, "/address/countryName"),
        ..Party::default()
    }
}

/// `GB-COH-01234567`, `XM-DAC-3-1`: a country or `X…`, a register, a number.
fn of_register(id: &str) -> bool {
    let parts: Vec<&str> = id.split('-').collect();
    let word = |part: &str| part.len() >= 2 && part.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    parts.len() >= 3 && parts[0].len() == 2 && word(parts[0]) && word(parts[1]) && parts[2..].concat().len() >= 2
}

/// The first of these days that is one.
fn day(value: &Value, places: &[&str]) -> String {
    let mut days = places.iter().filter_map(|place| machine_date(&text(value, place)));
    days.next().map_or_else(String::new, written)
}

fn status(process: &Value) -> &'static str {
    match text(process, "/tender/status").as_str() {
        "cancelled" | "withdrawn" => "cancelled",
        "unsuccessful" => "failed",
        "complete" => "held",
        _ => "",
    }
}
