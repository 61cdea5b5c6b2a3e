//! The tables of decisions, to be filled in: who may be one, why, and what was decided before.
//!
//! In: the records with their decisions, and the proposals. Out: the table of organisations and units, and that of
//! persons, which is private; and their file as spreadsheets of the reader's language open it. What a person wrote is
//! kept as it stands.

use std::collections::{BTreeMap, BTreeSet};

use super::write::{WriteError, guarded};
use super::{Cell, Table, TableColumn};
use crate::messages::{Arg, Lang, Messages};
use crate::records::resolve::{Decision, DecisionRow, Likeness, MatchReason, PersonLikeness, Proposal, Proposals};
use crate::records::{HubRecords, Stakeholder, StakeholderKind, TableName};

/// The rows to decide about, the likeliest first, then the rows decided. `table` says whether it is about persons
/// ([`TableName::ResolvePeople`]: private) or about organisations and units.
#[must_use]
pub fn resolve(records: &HubRecords, proposals: &Proposals, table: TableName, messages: &Messages) -> Table {
    let decided = records.decisions.rows.iter().filter(|row| row.table == table);
    let (decided, open): (Vec<&DecisionRow>, Vec<&DecisionRow>) = decided.partition(|row| row.decision.is_some());
    let mut open: BTreeMap<[&str; 2], &DecisionRow> = open
        .into_iter()
        .map(|row| (pair(row.a.called(), row.b.called()), row))
        .collect();
    let all = || records.decisions.rows.iter().filter(|row| row.table == table);
    let extra: BTreeSet<&String> = all().flat_map(|row| row.extra.keys()).collect();
    let lines = Lines {
        records,
        messages,
        extra: &extra,
    };
    let mut made = Table::new(table.name(), lines.columns(table));
    let persons = table == TableName::ResolvePeople;
    let about_persons = |one: &Stakeholder| one.kind == StakeholderKind::Person;
    for proposal in &proposals.pairs {
        let (a, b) = (records.stakeholder(proposal.a), records.stakeholder(proposal.b));
        if about_persons(a) == persons {
            let written = open.remove(&pair(a.id.as_str(), b.id.as_str()));
            made.rows.push(lines.proposed(proposal, written));
        }
    }
    // what a person added, or wrote a word beside, is not hubscope's to drop
    let own = open
        .into_values()
        .filter(|row| row.reasons.is_none() || row.note.is_some() || !row.extra.is_empty());
    made.rows.extend(own.map(|row| lines.written(row)));
    let mut decided = decided;
    decided.sort_by_key(|row| (row.decision, row.a.called().to_owned(), row.b.called().to_owned()));
    made.rows.extend(decided.into_iter().map(|row| lines.written(row)));
    made
}

/// The table as a file that a spreadsheet of the reader's language opens: in Spanish with `;` and the mark of UTF-8.
///
/// # Errors
/// Where a row has another number of cells than there are columns: a bug.
pub fn resolve_file(table: &Table, lang: Lang) -> Result<Vec<u8>, WriteError> {
    let (separator, mark) = match lang {
        Lang::En => (b',', ""),
        Lang::Es => (b';', "\u{feff}"),
    };
    let failed = |source| WriteError::Csv {
        table: table.name.clone(),
        source,
    };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .from_writer(mark.as_bytes().to_vec());
    writer
        .write_record(table.columns.iter().map(|column| column.name.as_str()))
        .map_err(failed)?;
    for row in &table.rows {
        let cells = row.iter().map(|cell| guarded(&super::write::plain(cell)).into_owned());
        writer.write_record(cells).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| failed(error.into_error().into()))
}

fn pair<'a>(one: &'a str, other: &'a str) -> [&'a str; 2] {
    if one <= other { [one, other] } else { [other, one] }
}

/// What makes the rows.
struct Lines<'a> {
    records: &'a HubRecords,
    messages: &'a Messages,
    /// Headers of columns that a person added.
    extra: &'a BTreeSet<&'a String>,
}

impl Lines<'_> {
    fn columns(&self, table: TableName) -> Vec<TableColumn> {
        let own = table.columns().iter().map(|column| TableColumn {
            name: match self.messages.lang() {
                Lang::En => column.name.to_owned(),
                Lang::Es => column.spanish.to_owned(),
            },
            unit: String::new(),
            definition: self.messages.word(&column.definition_key(table)),
        });
        let added = self.extra.iter().map(|header| TableColumn {
            name: (*header).clone(),
            unit: String::new(),
            definition: String::new(),
        });
        own.chain(added).collect()
    }

    fn proposed(&self, proposal: &Proposal, written: Option<&DecisionRow>) -> Vec<Cell> {
        let (a, b) = (
            self.records.stakeholder(proposal.a),
            self.records.stakeholder(proposal.b),
        );
        let reasons: Vec<String> = proposal
            .reasons
            .iter()
            .map(|reason| reason_in_words(reason, self.messages))
            .collect();
        let kept = self.records.stakeholder(proposal.kept).id.as_str();
        let mut cells = vec![
            a.id.as_str().into(),
            (&*a.name).into(),
            b.id.as_str().into(),
            (&*b.name).into(),
            self.messages.word(&format!("resolve-kind-{}", a.kind.name())).into(),
            reasons.join("; ").into(),
            self.messages.number(proposal.score, 2).into(),
            Cell::Empty,
            written.and_then(|row| row.kept.as_deref()).unwrap_or(kept).into(),
            written.and_then(|row| row.note.as_deref()).into(),
        ];
        cells.extend(self.added(written));
        cells
    }

    fn written(&self, row: &DecisionRow) -> Vec<Cell> {
        let decision = row.decision.map(|decision| self.messages.word(decision_key(decision)));
        let kind = row
            .kind
            .as_deref()
            .map(|kind| self.messages.word(&format!("resolve-kind-{kind}")));
        let mut cells: Vec<Cell> = vec![
            row.a.id.as_deref().into(),
            row.a.name.as_deref().into(),
            row.b.id.as_deref().into(),
            row.b.name.as_deref().into(),
            kind.into(),
            row.reasons.as_deref().into(),
            row.score.as_deref().into(),
            decision.into(),
            row.kept.as_deref().into(),
            row.note.as_deref().into(),
        ];
        cells.extend(self.added(Some(row)));
        cells
    }

    fn added(&self, row: Option<&DecisionRow>) -> impl Iterator<Item = Cell> {
        self.extra
            .iter()
            .map(move |header| row.and_then(|row| row.extra.get(*header)).map(|text| &**text).into())
    }
}

const fn decision_key(decision: Decision) -> &'static str {
    match decision {
        Decision::Accept => "resolve-decision-accept",
        Decision::Reject => "resolve-decision-reject",
    }
}

/// Why two may be one, in the reader's words.
#[must_use]
pub fn reason_in_words(reason: &MatchReason, messages: &Messages) -> String {
    let key = match reason {
        MatchReason::ExternalId(id) => {
            return messages.say("resolve-reason-external-id", &[("id", Arg::from(id.as_str()))]);
        }
        MatchReason::Domain(domain) => {
            return messages.say("resolve-reason-domain", &[("domain", Arg::from(domain.as_str()))]);
        }
        MatchReason::Name(Likeness::Spelling) => "resolve-reason-spelling",
        MatchReason::Name(Likeness::LegalForm) => "resolve-reason-legal-form",
        MatchReason::Name(Likeness::Abbreviation) => "resolve-reason-abbreviation",
        MatchReason::Name(Likeness::WordOrder) => "resolve-reason-word-order",
        MatchReason::Name(Likeness::Acronym) => "resolve-reason-acronym",
        MatchReason::Name(Likeness::Letters) => "resolve-reason-letters",
        MatchReason::Name(Likeness::Shorter) => "resolve-reason-shorter",
        MatchReason::Alias => "resolve-reason-alias",
        MatchReason::Person(PersonLikeness::Spelling) => "resolve-reason-person-spelling",
        MatchReason::Person(PersonLikeness::Order) => "resolve-reason-person-order",
        MatchReason::Person(PersonLikeness::Shorter) => "resolve-reason-person-shorter",
        MatchReason::Person(PersonLikeness::Initial) => "resolve-reason-person-initial",
        MatchReason::Person(PersonLikeness::Letters) => "resolve-reason-person-letters",
        MatchReason::Mailbox => "resolve-reason-mailbox",
        MatchReason::Parent => "resolve-reason-parent",
        MatchReason::ParentsAlike => "resolve-reason-parents-alike",
    };
    messages.word(key)
}
