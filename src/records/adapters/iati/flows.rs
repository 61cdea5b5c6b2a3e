//! Who gave how much to whom within an activity?
//!
//! In: its transactions. Out: one tie per giver, receiver and currency: what was promised, else what was paid, for the
//! two tell of the same money.

use super::element::Node;
use crate::records::RowState;
use crate::records::adapters::keyed::Unique;
use crate::records::adapters::listing::{machine_date, written};
use crate::records::adapters::parties::{Parties, Party};
use crate::records::adapters::{FileLedger, ImportReason};
use crate::records::cells::{self, Measures, NumberMarks, Read};

/// What a transaction is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Promised,
    Paid,
}

/// Money between two organisations.
struct Flow {
    source: String,
    target: String,
    currency: String,
    promised: f64,
    paid: f64,
    dates: Vec<String>,
    rows: Vec<(usize, Kind)>,
}

/// The money within one activity.
pub(super) struct Flows<'a> {
    reporting: Party,
    currency: &'a str,
    locale: Option<&'a str>,
    flows: Vec<Flow>,
}

/// What the ties take over from their activity.
pub(super) struct Told<'a> {
    /// Its id.
    pub activity: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its first day.
    pub start: &'a str,
    /// Its last day.
    pub end: &'a str,
}

impl<'a> Flows<'a> {
    /// No money yet.
    pub fn of(activity: &'a Node, locale: Option<&'a str>) -> Self {
        let reporting = activity.children("reporting-org").next();
        Self {
            reporting: reporting.map(|one| super::party(one, locale)).unwrap_or_default(),
            currency: activity.get("default-currency"),
            locale,
            flows: Vec::new(),
        }
    }

    /// Adds a transaction, or tells the account why it says nothing of two organisations.
    pub fn add(&mut self, transaction: &Node, parties: &mut Parties, ledger: &mut FileLedger, row: usize) {
        let code = transaction
            .children("transaction-type")
            .next()
            .map_or("", |kind| kind.get("code"));
        // what is missing is the organisation that reports: the giver of what goes out, the receiver of what comes in
        let (kind, incoming) = match code {
            "C" | "2" => (Kind::Promised, false),
            "11" => (Kind::Promised, true),
            "D" | "3" | "E" | "4" => (Kind::Paid, false),
            "IF" | "1" => (Kind::Paid, true),
            _ => {
                ledger.exclude(row, ImportReason::NoPlace, "transaction-type", code);
                return;
            }
        };
        let named = |name: &str| {
            transaction
                .children(name)
                .next()
                .map(|one| super::party(one, self.locale))
        };
        let reporting = |is_reporting: bool| is_reporting.then(|| self.reporting.clone());
        let sides = [
            ("provider-org", named("provider-org").or_else(|| reporting(!incoming))),
            ("receiver-org", named("receiver-org").or_else(|| reporting(incoming))),
        ];
        let mut ids = Vec::new();
        for (name, side) in &sides {
            match side.as_ref().and_then(|side| parties.id(side)) {
                Some(id) => ids.push(id),
                None => {
                    ledger.exclude(row, ImportReason::MissingCell, name, "");
                    return;
                }
            }
        }
        if ids[0] == ids[1] {
            ledger.exclude(row, ImportReason::SelfTie, "receiver-org", &ids[1]);
            return;
        }
        for (_, side) in &sides {
            side.iter().for_each(|side| {
                parties.mention(side, ledger, row);
            });
        }
        let value = transaction.children("value").next();
        let currency = value.map_or("", |value| value.get("currency"));
        let currency = if currency.is_empty() { self.currency } else { currency }.to_uppercase();
        let amount = self.amount(value, ledger, row);
        let date = transaction
            .children("transaction-date")
            .next()
            .map_or("", |date| date.get("iso-date"));
        let flow = self.flow([ids[0].clone(), ids[1].clone(), currency]);
        match kind {
            Kind::Promised => flow.promised += amount,
            Kind::Paid => flow.paid += amount,
        }
        flow.dates.extend(machine_date(date).map(written));
        flow.rows.push((row, kind));
    }

    /// The flow between two organisations in a currency.
    fn flow(&mut self, [source, target, currency]: [String; 3]) -> &mut Flow {
        let same = |flow: &Flow| flow.source == source && flow.target == target && flow.currency == currency;
        let place = self.flows.iter().position(same).unwrap_or_else(|| {
            self.flows.push(Flow {
                source,
                target,
                currency,
                promised: 0.0,
                paid: 0.0,
                dates: Vec::new(),
                rows: Vec::new(),
            });
            self.flows.len() - 1
        });
        &mut self.flows[place]
    }

    fn amount(&self, value: Option<&Node>, ledger: &mut FileLedger, row: usize) -> f64 {
        let text = value.map_or_else(String::new, |value| value.narrative(None));
        if text.is_empty() {
            return 0.0;
        }
        match cells::number(&text, Some(NumberMarks::Point), Measures::Money) {
            Read::Value(amount) => amount.value,
            Read::Nothing => 0.0,
            Read::Bad => {
                ledger.note(row, RowState::Repaired, ImportReason::BadCell, "value", &text);
                0.0
            }
        }
    }

    /// Makes the ties, in the order in which the activity tells of them.
    pub fn into_ties(self, told: &Told<'_>, ties: &mut Unique, ledger: &mut FileLedger) {
        for mut flow in self.flows {
            flow.dates.sort();
            let promised = flow.rows.iter().any(|(_, kind)| *kind == Kind::Promised);
            let amount = cents(if promised { flow.promised } else { flow.paid });
            let day = |date: Option<&String>| date.cloned().unwrap_or_default();
            let start = if told.start.is_empty() {
                day(flow.dates.first())
            } else {
                told.start.to_owned()
            };
            let values = [
                ("source", flow.source.as_str()),
                ("target", &flow.target),
                ("kind", "funding"),
                ("function", told.title),
                ("start", &start),
                ("end", told.end),
                ("directed", "yes"),
                ("amount", &amount),
                ("currency", if amount.is_empty() { "" } else { &flow.currency }),
                ("funder_id", &flow.source),
                ("attributed_to", told.activity),
            ];
            let before = ties.table.rows.len();
            let place = ties.add(&values, ledger, flow.rows[0].0);
            let repeated = place.row < before;
            for (row, kind) in flow.rows {
                match kind {
                    _ if repeated => ledger.merge(row, place, ImportReason::IdenticalRow),
                    // the promise already says it
                    Kind::Paid if promised => ledger.merge(row, place, ImportReason::SameRecord),
                    _ => ledger.used(row, place),
                }
            }
        }
    }
}

/// A sum of money in hundredths; empty where it is none.
fn cents(amount: f64) -> String {
    let rounded = (amount * 100.0).round() / 100.0;
    if rounded > 0.0 {
        rounded.to_string()
    } else {
        String::new()
    }
}
