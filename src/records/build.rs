//! Which records do the rows make?
//!
//! In: typed tables whose references are ids. Out: the lists of [`HubRecords`](super::HubRecords), each sorted by its
//! content, and the ledger: every row either made a record, was merged into one, or was excluded.

use std::cmp::Ordering;
use std::sync::Arc;

use rayon::prelude::*;

use super::cast::TypedTable;
use super::references::{EventIdentity, StakeholderIdentity};
use super::{
    Amount, End, EventIndex, HashMap, HubRecords, Origin, Reason, RecordId, RecordsError, RowState, StakeholderIndex,
    TableName,
};
use crate::time::DateSpan;

mod acts;
mod people;
mod ties;

/// What the rows refer to, by id.
struct Places {
    stakeholders: HashMap<Arc<str>, StakeholderIndex>,
    events: HashMap<Arc<str>, EventIndex>,
}

/// Makes every list of the records from the tables, which come back with their final ledgers.
pub(super) fn build(
    records: &mut HubRecords,
    mut tables: Vec<TypedTable>,
    stakeholders: Vec<StakeholderIdentity>,
    events: Vec<EventIdentity>,
) -> Result<(), RecordsError> {
    let number = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    let places = Places {
        stakeholders: stakeholders
            .iter()
            .enumerate()
            .map(|(place, who)| (Arc::clone(&who.id), StakeholderIndex(number(place))))
            .collect(),
        events: events
            .iter()
            .enumerate()
            .map(|(place, event)| (Arc::clone(&event.id), EventIndex(number(place))))
            .collect(),
    };
    let at = |name: TableName| tables.iter().position(|typed| typed.table == name);
    let (who, what) = (at(TableName::Stakeholders), at(TableName::Events));
    records.stakeholders = people::stakeholders(who.map(|at| &mut tables[at]), &stakeholders, &places);
    records.attributes = people::attributes(who.map(|at| &tables[at]), &stakeholders);
    records.events = people::events(what.map(|at| &mut tables[at]), &events, &places);
    for typed in &mut tables {
        forget_who(typed);
        merge_identical_rows(typed)?;
        let made = match typed.table {
            TableName::Stakeholders => stakeholders.iter().filter(|who| who.row.is_some()).count(),
            TableName::Events => events.iter().filter(|event| event.row.is_some()).count(),
            TableName::Partnerships => put(
                &mut records.partnerships,
                ties::partnerships(typed, &places, &records.config),
            ),
            TableName::Participations => put(
                &mut records.participations,
                ties::participations(typed, &places, &records.events),
            ),
            TableName::Adoptions => put(&mut records.adoptions, acts::adoptions(typed, &places)),
            TableName::Leadership => put(&mut records.leadership, acts::leadership(typed, &places)),
            TableName::Commitments => put(&mut records.commitments, acts::commitments(typed, &places)),
            TableName::Affiliations => put(&mut records.affiliations, people::affiliations(typed, &places)),
            TableName::Nominations => put(&mut records.nominations, people::nominations(typed, &places)),
            TableName::Champions => put(&mut records.champion_labels, people::champions(typed, &places)),
            TableName::Roster => put(&mut records.roster, people::roster(typed, &places)),
            TableName::Actions => put(&mut records.past_actions, acts::actions(typed)),
            // what was decided is applied already
            TableName::Resolve | TableName::ResolvePeople => typed.ledger.live_rows().len(),
        };
        reconcile(typed, made)?;
        typed.columns = Vec::new();
    }
    for typed in tables {
        let mut ledger = typed.ledger;
        ledger.notes.sort();
        records.ledger.tables.push(ledger);
    }
    records.ledger.tables.sort_by_key(|table| table.table);
    Ok(())
}

fn put<T>(list: &mut Vec<T>, made: Vec<T>) -> usize {
    *list = made;
    list.len()
}

/// Every row made a record, was merged into one, or was excluded.
fn reconcile(typed: &TypedTable, made: usize) -> Result<(), RecordsError> {
    let gone = typed.ledger.count(RowState::Merged) + typed.ledger.count(RowState::Excluded);
    if typed.ledger.states.len() == typed.rows && made + gone == typed.rows {
        return Ok(());
    }
    Err(RecordsError::LedgerOff {
        file: typed.ledger.file.clone(),
        rows: typed.rows,
        accounted: made + gone,
    })
}

/// Who took part is said by the id from here on: a row that spells the same person otherwise says the same.
fn forget_who(typed: &mut TypedTable) {
    if typed.table == TableName::Participations {
        let who = ["name", "organization", "email", "role_title"];
        typed.columns.retain(|column| !who.contains(&column.column.name));
    }
}

/// Rows under one id must say the same and count once, as do rows without id that say the same.
fn merge_identical_rows(typed: &mut TypedTable) -> Result<(), RecordsError> {
    // stakeholders and events are merged where their ids are made
    if matches!(typed.table, TableName::Stakeholders | TableName::Events) {
        return Ok(());
    }
    // an action stands in each report until it is closed
    let may_repeat = typed.table == TableName::Actions;
    let id_of = |row: usize| {
        typed
            .texts("id")
            .get(row)
            .and_then(Option::as_ref)
            .filter(|_| !may_repeat)
    };
    let (mut by_id, without_id): (Vec<usize>, Vec<usize>) = typed
        .ledger
        .cleanest_first()
        .into_iter()
        .partition(|row| id_of(*row).is_some());
    by_id.par_sort_by(|a, b| id_of(*a).cmp(&id_of(*b)));
    let repeated = by_id
        .chunk_by(|a, b| id_of(*a) == id_of(*b))
        .filter(|rows| rows.len() > 1);
    let repeated: Vec<(Option<Arc<str>>, Vec<usize>)> =
        repeated.map(|rows| (id_of(rows[0]).cloned(), rows.to_vec())).collect();
    let hashed = without_id.into_par_iter().map(|row| (typed.content_hash(row), row));
    let mut by_hash: Vec<(u64, usize)> = hashed.collect();
    // stable: of rows that say the same, the cleanest still comes first
    by_hash.par_sort_by_key(|(hash, _)| *hash);
    for alike in by_hash.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        let mut different: Vec<usize> = Vec::new();
        for (_, row) in alike {
            match different
                .iter()
                .find(|known| typed.content(**known) == typed.content(*row))
            {
                Some(into) => typed.ledger.merge(*row, *into, Reason::IdenticalRow, "", ""),
                None => different.push(*row),
            }
        }
    }
    for (id, rows) in repeated {
        super::references::same_or_refused(typed, &id.unwrap_or_default(), &rows)?;
    }
    Ok(())
}

/// The cells of one row by column name.
struct Row<'a> {
    typed: &'a TypedTable,
    row: usize,
}

impl<'a> Row<'a> {
    fn as_read(&self, column: &str) -> Option<&'a str> {
        self.typed.texts(column).get(self.row)?.as_deref()
    }

    fn text(&self, column: &str) -> Option<Arc<str>> {
        self.typed.texts(column).get(self.row).cloned().flatten()
    }

    fn date(&self, column: &str) -> Option<DateSpan> {
        self.typed.dates(column).get(self.row).copied().flatten()
    }

    /// The end of a spell: an open one and one that is not recorded both have none.
    fn end(&self, column: &str) -> Option<DateSpan> {
        match self.typed.ends(column).get(self.row).copied().flatten() {
            Some(End::On(span)) => Some(span),
            _ => None,
        }
    }

    fn number(&self, column: &str) -> Option<f64> {
        self.typed.numbers(column).get(self.row).copied().flatten()
    }

    fn whole(&self, column: &str) -> Option<u32> {
        self.typed.wholes(column).get(self.row).copied().flatten()
    }

    fn yes_no(&self, column: &str) -> Option<bool> {
        self.typed.yes_nos(column).get(self.row).copied().flatten()
    }

    fn list(&self, column: &str) -> Vec<Arc<str>> {
        self.typed.lists(column).get(self.row).cloned().unwrap_or_default()
    }

    fn amount(&self) -> Option<Amount> {
        let value = self.number("amount")?;
        let currency = self.text("currency").map(|code| Arc::from(code.to_uppercase()));
        Some(Amount { value, currency })
    }

    fn origin(&self) -> Option<Origin> {
        match self.as_read("origin")? {
            "top_down" => Some(Origin::TopDown),
            "bottom_up" => Some(Origin::BottomUp),
            "joint" => Some(Origin::Joint),
            _ => Some(Origin::Unknown),
        }
    }

    fn stakeholder(&self, column: &str, places: &Places) -> Option<StakeholderIndex> {
        places.stakeholders.get(self.as_read(column)?).copied()
    }

    fn event(&self, column: &str, places: &Places) -> Option<EventIndex> {
        places.events.get(self.as_read(column)?).copied()
    }

    /// The id as recorded, else made from all that the row says.
    fn id(&self, prefix: &str) -> RecordId {
        let made = || {
            let content = self.typed.content(self.row);
            let print = super::names::fingerprint(content.iter().map(String::as_str), 10);
            Arc::from(format!("{prefix}-{print}"))
        };
        RecordId(self.text("id").unwrap_or_else(made))
    }
}

/// One record per live row, in order; a row whose required cells are empty after all is excluded.
fn each<T: Send>(
    typed: &mut TypedTable,
    make: impl Fn(&Row<'_>) -> Option<T>,
    order: impl Fn(&T, &T) -> Ordering + Sync,
) -> Vec<T> {
    let mut made = Vec::with_capacity(typed.rows);
    for row in typed.ledger.live_rows() {
        match make(&Row { typed, row }) {
            Some(record) => made.push((row, record)),
            None => typed
                .ledger
                .note(row, RowState::Excluded, Reason::BadRequiredCell, "", ""),
        }
    }
    // rows that agree in their order are ordered by all that they say; only those that say the same by their place
    let content = |row: usize| typed.content(row);
    made.par_sort_unstable_by(|a, b| {
        let by_content = || content(a.0).cmp(&content(b.0)).then(a.0.cmp(&b.0));
        order(&a.1, &b.1).then_with(by_content)
    });
    made.into_iter().map(|(_, record)| record).collect()
}

/// Empties both dates of rows that end before they start; a start that the table requires stays.
fn mend_dates(typed: &mut TypedTable, start: &str, end: &str) {
    use super::cast::Values;
    for row in typed.ledger.live_rows() {
        let cells = Row { typed, row };
        let last = cells.end(end).or_else(|| cells.date(end));
        let (Some(first), Some(last)) = (cells.date(start), last) else {
            continue;
        };
        if last.last >= first.first {
            continue;
        }
        let value = format!("{} > {}", first.first, last.last);
        let header = typed.header(end).to_owned();
        typed
            .ledger
            .note(row, RowState::Repaired, Reason::EndBeforeStart, &header, &value);
        for column in typed
            .columns
            .iter_mut()
            .filter(|c| [start, end].contains(&c.column.name) && !c.column.required)
        {
            match &mut column.values {
                Values::Dates(dates) => dates[row] = None,
                Values::Ends(ends) => ends[row] = None,
                _ => {}
            }
        }
    }
}
