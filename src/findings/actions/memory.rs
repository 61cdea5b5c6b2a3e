//! What became of earlier proposals?
//!
//! In: the rows of one or several `actions.csv`, over time. Out: [`Earlier`], one per action. Of several rows of one id the
//! last by the day of its report decides, as long as somebody filled in its status; of the same day the status that goes
//! farthest. A row without status never takes back what an older one says.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{ActionKind, Effort};
use crate::findings::Context;
use crate::records::{HubRecords, PastAction, StakeholderKind, person_code};
use crate::time::Day;

/// What the hub answered, in the order in which one goes farther than the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Somebody does it.
    Accepted,
    /// The hub does not want it.
    Refused,
    /// It cannot be done.
    Impossible,
    /// It happened.
    Done,
}

impl Status {
    const ALL: [Self; 4] = [Self::Accepted, Self::Refused, Self::Impossible, Self::Done];

    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Impossible => "impossible",
            Self::Done => "done",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// Months for which the same is not proposed again, from the report in which it was answered: a year for what was
    /// refused or done, two for what cannot be done.
    const fn rest_months(self) -> i32 {
        match self {
            Self::Accepted => 0,
            Self::Refused | Self::Done => 12,
            Self::Impossible => 24,
        }
    }
}

/// Who does an action, as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// An organisation or unit of the records.
    Organization(Arc<str>),
    /// Anyone else: perhaps a person, so that the name stays in private files.
    Someone(Arc<str>),
}

impl Owner {
    /// The code that stands for the name in every file but the private ones.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Someone(name) if is_code(name) => name.to_string(),
            Self::Organization(name) | Self::Someone(name) => person_code(name),
        }
    }
}

/// Whether a text is a code that an earlier report wrote in place of a name.
fn is_code(text: &str) -> bool {
    let digits = text.strip_prefix("p-").unwrap_or_default();
    digits.len() == 8 && digits.chars().all(|c| c.is_ascii_hexdigit())
}

/// What an earlier report proposed and what became of it, over all files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Its id.
    pub id: String,
    /// What the hub answered last; `None` where it never did.
    pub status: Option<Status>,
    /// Who does it.
    pub owner: Option<Owner>,
    /// Until when.
    pub due: Option<Day>,
    /// The last day of the report that proposed it first.
    pub proposed_on: Option<Day>,
    /// The last day of the report whose row was answered, or that proposed it last.
    pub answered_on: Option<Day>,
    /// Whether a later report proposed it again and nobody has answered yet.
    pub again: Option<Day>,
    /// What that report said, by column.
    pub told: BTreeMap<&'static str, Arc<str>>,
}

impl Earlier {
    /// What the report said in a column.
    #[must_use]
    pub fn told(&self, column: &str) -> Option<&Arc<str>> {
        self.told.get(column)
    }

    /// What the report said to do; the id where it says nothing.
    #[must_use]
    pub fn what(&self) -> &str {
        self.told("what").map_or(&self.id, |what| what)
    }

    /// What the action is about, as the report wrote it: ids, sectors, tables.
    #[must_use]
    pub fn about(&self) -> Vec<&str> {
        let about = self.told("about").map(|about| about.split("; ").collect());
        about.unwrap_or_default()
    }

    /// The first day on which it may be proposed again; `None` where nothing says since when it rests.
    #[must_use]
    pub fn rests_until(&self) -> Option<Day> {
        let since = self.answered_on.or(self.due)?;
        Some(since.plus_months(self.status?.rest_months()))
    }

    /// Whether it is refused, impossible or done and not to be proposed again yet. Without any date it rests on.
    pub(super) fn rests(&self, as_of: Option<Day>) -> bool {
        let closed = self.status.is_some_and(|status| status != Status::Accepted);
        let over = self
            .rests_until()
            .zip(as_of)
            .is_some_and(|(until, as_of)| as_of >= until);
        closed && !over
    }

    /// The action in the words of the report that proposed it.
    pub(super) fn as_recorded(&self) -> ActionKind {
        let told = |column| self.told(column).cloned();
        ActionKind::AsRecorded {
            action: told("action"),
            what: Arc::from(self.what()),
            with_whom: told("with_whom"),
            why: told("why"),
            about: told("about"),
            effort: told("effort").and_then(|effort| Effort::named(&effort)),
        }
    }
}

/// What earlier reports proposed, one per action, by id.
pub(super) fn earlier(context: &Context<'_>) -> Vec<Earlier> {
    let mut by_id: BTreeMap<&str, Vec<&PastAction>> = BTreeMap::new();
    for row in &context.records.past_actions {
        by_id.entry(row.id.as_str()).or_default().push(row);
    }
    let names = Organizations::of(context.records);
    by_id.into_values().map(|rows| merged(rows, &names)).collect()
}

fn written_on(row: &PastAction) -> Option<Day> {
    row.reported_on.or(row.proposed_on)
}

fn status(row: &PastAction) -> Option<Status> {
    Status::named(row.status.as_deref()?)
}

/// The rows of one id as one.
fn merged(mut rows: Vec<&PastAction>, names: &Organizations) -> Earlier {
    rows.sort_by(|a, b| {
        let when = |row: &PastAction| (written_on(row), status(row));
        let rest = |row: &PastAction| (row.owner.clone(), row.due.map(|due| due.last), row.told.clone());
        when(a).cmp(&when(b)).then_with(|| rest(a).cmp(&rest(b)))
    });
    let answered = rows.iter().rposition(|row| status(row).is_some());
    let decides = rows[answered.unwrap_or(rows.len() - 1)];
    let last = rows[rows.len() - 1];
    // a row that was only copied says nothing new, but may hold what the answered one left empty
    let owner = || rows.iter().rev().find_map(|row| row.owner.clone());
    let due = || rows.iter().rev().find_map(|row| row.due);
    let first = rows.iter().filter_map(|row| row.proposed_on).min();
    Earlier {
        id: decides.id.as_str().to_owned(),
        status: status(decides),
        owner: decides
            .owner
            .clone()
            .or_else(owner)
            .map(|name| names.owner(name, &rows)),
        due: decides.due.or_else(due).map(|due| due.last),
        proposed_on: decides.proposed_on.or(first),
        answered_on: written_on(decides),
        again: written_on(last).filter(|day| answered.is_some() && Some(*day) > written_on(decides)),
        told: decides.told.clone(),
    }
}

/// The names and ids by which organisations and units of the records are known.
struct Organizations(BTreeSet<String>);

impl Organizations {
    fn of(records: &HubRecords) -> Self {
        if records.past_actions.iter().all(|row| row.owner.is_none()) {
            return Self(BTreeSet::new());
        }
        let known = |person: bool| {
            let some = records.stakeholders.iter();
            let some = some.filter(move |one| (one.kind == StakeholderKind::Person) == person);
            some.flat_map(|one| [one.name.to_lowercase(), one.id.as_str().to_lowercase()])
        };
        let mut names: BTreeSet<String> = known(false).collect();
        for person in known(true) {
            names.remove(&person);
        }
        Self(names)
    }

    /// Who a text names; a code stands for the name of an older row that has it.
    fn owner(&self, text: Arc<str>, rows: &[&PastAction]) -> Owner {
        let named = || {
            let mut owners = rows.iter().rev().filter_map(|row| row.owner.clone());
            owners.find(|owner| !is_code(owner) && person_code(owner) == *text)
        };
        let name = if is_code(&text) { named().unwrap_or(text) } else { text };
        match self.0.contains(&name.trim().to_lowercase()) {
            true => Owner::Organization(name),
            false => Owner::Someone(name),
        }
    }
}
