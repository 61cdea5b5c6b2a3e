//! Who is mentioned where?
//!
//! In: the typed tables. Out: every distinct mention of a stakeholder, with what its context says of it.

use std::sync::Arc;

use super::super::cast::{TypedTable, Values};
use super::super::{ColumnType, HashMap, Reason, RowState, TableName, names};
use super::{MentionColumn, Place};
use crate::time::Day;

/// A stakeholder as a row names it: with the organisation and e-mail beside the name, where the table has them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Mention {
    pub text: Arc<str>,
    pub organization: Option<Arc<str>>,
    pub email: Option<Arc<str>>,
}

/// What the places in which a mention stands say of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// Rows that use it.
    pub rows: u64,
    /// Where it stands first.
    pub first: Option<Place>,
    /// Somewhere only a person can stand.
    pub person: bool,
    /// In a list of attendance whose other rows are persons with their organisation.
    pub perhaps_person: bool,
    /// Where anyone can stand.
    pub anyone: bool,
    /// Where only an organisation or unit can stand.
    pub organization: bool,
    /// The name recorded beside an id.
    pub name: Option<Arc<str>>,
    /// The last post recorded beside a name, and since when.
    pub post: Option<(Option<Day>, Arc<str>)>,
}

/// All mentions, numbered in the order in which they were met.
#[derive(Default)]
pub(super) struct Mentions {
    pub(super) numbers: HashMap<Mention, u32>,
    pub list: Vec<Mention>,
    pub contexts: Vec<Context>,
    pub columns: Vec<MentionColumn>,
    /// Columns with several mentions in a cell: table, column, numbers per row.
    pub lists: Vec<(usize, &'static str, Vec<Vec<u32>>)>,
}

/// What stands in a column of references.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expects {
    Person,
    PerhapsPerson,
    Organization,
    Anyone,
}

fn expects(table: TableName, column: &str) -> Expects {
    use TableName::{Adoptions, Affiliations, Champions, Leadership, Nominations, Participations, Stakeholders};
    match (table, column) {
        (Affiliations, "person")
        | (Leadership, "person_id")
        | (Adoptions, "champion" | "sponsor")
        | (Nominations, _)
        | (Champions, "stakeholder_id") => Expects::Person,
        (Affiliations | Participations, "organization") | (Stakeholders, "parent_id") | (Leadership, "body") => {
            Expects::Organization
        }
        _ => Expects::Anyone,
    }
}

impl Mentions {
    /// Collects the mentions of every live row; a row whose two sides are one name is excluded as a self-tie first,
    /// so that it creates nobody.
    pub(super) fn collect(tables: &mut [TypedTable]) -> Self {
        let mut mentions = Self::default();
        for (at, typed) in tables.iter_mut().enumerate() {
            exclude_self_ties(typed);
            let references: Vec<&'static str> = typed
                .columns
                .iter()
                .filter(|c| c.column.kind == ColumnType::StakeholderRef)
                .map(|c| c.column.name)
                .collect();
            for column in references {
                let participant = (typed.table, column) == (TableName::Participations, "stakeholder_id");
                let cells = if participant {
                    mentions.participants(at, typed)
                } else {
                    mentions.plain(at, typed, column)
                };
                mentions.columns.push(MentionColumn {
                    table: at,
                    column,
                    cells,
                });
            }
            mentions.listed(at, typed);
        }
        mentions
    }

    fn number(&mut self, mention: Mention) -> u32 {
        if let Some(number) = self.numbers.get(&mention) {
            return *number;
        }
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(mention.clone());
        self.contexts.push(Context::default());
        self.numbers.insert(mention, number);
        number
    }

    fn meet(&mut self, mention: Mention, place: Place, expects: Expects) -> u32 {
        let number = self.number(mention);
        let context = &mut self.contexts[number as usize];
        context.rows += 1;
        context.first = Some(context.first.map_or(place, |first| first.min(place)));
        match expects {
            Expects::Person => context.person = true,
            Expects::PerhapsPerson => context.perhaps_person = true,
            Expects::Organization => context.organization = true,
            Expects::Anyone => context.anyone = true,
        }
        number
    }

    fn plain(&mut self, at: usize, typed: &TypedTable, column: &'static str) -> Vec<Option<u32>> {
        let expects = expects(typed.table, column);
        let texts = typed.texts(column);
        (0..typed.rows)
            .map(|row| {
                let text = texts[row].clone().filter(|_| typed.ledger.is_live(row))?;
                Some(self.meet(plain(text), (at, row, column), expects))
            })
            .collect()
    }

    fn listed(&mut self, at: usize, typed: &TypedTable) {
        let columns = typed
            .columns
            .iter()
            .filter(|c| c.column.kind == ColumnType::StakeholderRefs);
        for column in columns {
            let Values::Lists(lists) = &column.values else { continue };
            let name = column.column.name;
            let numbers = lists
                .iter()
                .enumerate()
                .map(|(row, list)| {
                    let live = list.iter().filter(|_| typed.ledger.is_live(row));
                    live.map(|text| self.meet(plain(Arc::clone(text)), (at, row, name), Expects::Anyone))
                        .collect()
                })
                .collect();
            self.lists.push((at, name, numbers));
        }
    }

    /// Participants, who may stand with organisation and e-mail: those are persons.
    fn participants(&mut self, at: usize, typed: &TypedTable) -> Vec<Option<u32>> {
        let column = "stakeholder_id";
        let texts = typed.texts(column);
        let (organizations, emails, names) = (typed.texts("organization"), typed.texts("email"), typed.texts("name"));
        let (posts, dates) = (typed.texts("role_title"), typed.dates("date"));
        let cell = |cells: &[Option<Arc<str>>], row: usize| cells.get(row).cloned().flatten();
        let lists_persons = organizations.iter().chain(emails).any(Option::is_some);
        (0..typed.rows)
            .map(|row| {
                let text = texts[row].clone().filter(|_| typed.ledger.is_live(row))?;
                let organization = cell(organizations, row)
                    .filter(|organization| *organization != text && names::key(organization) != names::key(&text));
                let email = cell(emails, row);
                let is_itself = organization.is_none() && cell(organizations, row).is_some();
                let qualified = organization.is_some() || email.is_some() && !is_itself;
                let mention = Mention {
                    text,
                    organization,
                    email: email.filter(|_| qualified),
                };
                let expects = match (qualified, lists_persons && !is_itself) {
                    (true, _) => Expects::Person,
                    (false, true) => Expects::PerhapsPerson,
                    (false, false) => Expects::Anyone,
                };
                let number = self.meet(mention, (at, row, column), expects);
                let context = &mut self.contexts[number as usize];
                if let Some(name) = cell(names, row) {
                    let known = context.name.take().unwrap_or_else(|| Arc::clone(&name));
                    context.name = Some(known.min(name));
                }
                if let Some(post) = cell(posts, row) {
                    let day = dates.get(row).copied().flatten().map(|span| span.first);
                    context.post = context.post.take().max(Some((day, post)));
                }
                Some(number)
            })
            .collect()
    }
}

/// A mention without anything beside it.
pub(super) fn plain(text: Arc<str>) -> Mention {
    Mention {
        text,
        organization: None,
        email: None,
    }
}

/// In an attendance list without a column of ids, or where an id is missing, the name says who came.
pub(super) fn names_for_ids(typed: &mut TypedTable) {
    if typed.table != TableName::Participations {
        return;
    }
    let Some(from) = typed.columns.iter().position(|c| c.column.name == "name") else {
        return;
    };
    let Some(to) = typed.columns.iter().position(|c| c.column.name == "stakeholder_id") else {
        if let Some(column) = typed.table.column("stakeholder_id") {
            typed.columns[from].column = column;
        }
        return;
    };
    let names = typed.texts("name").to_vec();
    if let Values::Text(ids) = &mut typed.columns[to].values {
        for (id, name) in ids.iter_mut().zip(names) {
            *id = id.take().or(name);
        }
    }
}

fn exclude_self_ties(typed: &mut TypedTable) {
    if !matches!(typed.table, TableName::Partnerships | TableName::Nominations) {
        return;
    }
    for row in typed.ledger.live_rows() {
        let (Some(source), Some(target)) = (&typed.texts("source")[row], &typed.texts("target")[row]) else {
            continue;
        };
        if source == target || names::key(source) == names::key(target) {
            let (value, header) = (target.to_string(), typed.header("target").to_owned());
            typed
                .ledger
                .note(row, RowState::Excluded, Reason::SelfTie, &header, &value);
        }
    }
}
