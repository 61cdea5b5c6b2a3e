//! What did a person decide about proposals, and what follows from it?
//!
//! In: the tables `resolve` and `resolve_people`, and everyone whom the records name. Out: [`Decisions`]: who becomes
//! whom, who stays apart, and every row as written, so that a rerun keeps it. What cannot be carried out is refused
//! with its row.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::super::cast::TypedTable;
use super::super::{HashMap, Reason, RowState, StakeholderId, StakeholderKind, TableName, names};
use super::ResolveError;
use crate::config::nearest;

/// What was decided about two stakeholders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// They are one.
    Accept,
    /// They are two, and are not proposed again.
    Reject,
}

impl Decision {
    /// Its name in machine files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
        }
    }
}

/// One of the two of a row, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Side {
    /// Its id.
    pub id: Option<Arc<str>>,
    /// Its name.
    pub name: Option<Arc<str>>,
}

impl Side {
    /// Its id, else its name; empty where the row gives neither.
    #[must_use]
    pub fn called(&self) -> &str {
        self.id.as_deref().or(self.name.as_deref()).unwrap_or_default()
    }
}

/// One row of `resolve` or `resolve_people`, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRow {
    /// Which of the two tables.
    pub table: TableName,
    /// One of them.
    pub a: Side,
    /// The other.
    pub b: Side,
    /// What they are.
    pub kind: Option<Arc<str>>,
    /// Why they were proposed.
    pub reasons: Option<Arc<str>>,
    /// How likely it seemed, as written.
    pub score: Option<Arc<str>>,
    /// What was decided; nothing yet where absent.
    pub decision: Option<Decision>,
    /// The one whose id and name should stay.
    pub kept: Option<Arc<str>>,
    /// What the person wrote beside it.
    pub note: Option<Arc<str>>,
    /// Columns of the person's own, by header.
    pub extra: BTreeMap<String, Arc<str>>,
}

/// One stakeholder that became another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Its id before.
    pub id: StakeholderId,
    /// Its name before.
    pub name: Arc<str>,
    /// What it is.
    pub kind: StakeholderKind,
    /// The one that it is now.
    pub into: StakeholderId,
    /// That one's name.
    pub into_name: Arc<str>,
    /// The file of a row that accepted it.
    pub file: String,
    /// That row.
    pub row: u64,
    /// The reason that the row gives.
    pub reasons: Option<Arc<str>>,
}

/// Two that a person decided to be two, by the ids that they have now.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Apart {
    /// The one whose id stands first in the alphabet.
    pub a: StakeholderId,
    /// The other.
    pub b: StakeholderId,
}

/// All that was decided.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// Every row, as written, in the order of the tables and their rows.
    pub rows: Vec<DecisionRow>,
    /// Who became whom, by the ids before.
    pub merged: Vec<Merged>,
    /// Who stays apart.
    pub apart: BTreeSet<Apart>,
}

impl Decisions {
    /// How many rows nobody has decided about.
    #[must_use]
    pub fn undecided(&self) -> usize {
        self.rows.iter().filter(|row| row.decision.is_none()).count()
    }

    /// Whether two ids were decided to be two.
    #[must_use]
    pub fn keeps_apart(&self, one: &StakeholderId, other: &StakeholderId) -> bool {
        let (a, b) = if one <= other { (one, other) } else { (other, one) };
        self.apart.contains(&Apart {
            a: a.clone(),
            b: b.clone(),
        })
    }
}

/// Someone whom the records name, as decisions are about them.
#[derive(Debug, Clone)]
pub(in crate::records) struct Known {
    pub id: Arc<str>,
    pub name: Arc<str>,
    pub kind: StakeholderKind,
    pub declared: bool,
}

/// A row with its place.
struct Placed {
    /// Its table's place among the tables.
    at: usize,
    /// Its place in the table.
    place: usize,
    file: String,
    row: u64,
    decided: DecisionRow,
}

/// An accepted row: the two by their places among the known, and which of them stays.
struct Accepted<'a> {
    placed: &'a Placed,
    a: usize,
    b: usize,
    stays: usize,
}

/// Reads the decisions and works out who becomes whom; the ledger of each row says what it did.
pub(in crate::records) fn decide(tables: &mut [TypedTable], known: &[Known]) -> Result<Decisions, ResolveError> {
    let placed = rows(tables);
    let finder = Finder::new(known);
    let mut accepted = Vec::new();
    for one in placed
        .iter()
        .filter(|one| one.decided.decision == Some(Decision::Accept))
    {
        accepted.extend(finder.accepted(one, tables)?);
    }
    let groups = groups(&accepted, known)?;
    let mut decisions = Decisions::default();
    for one in placed
        .iter()
        .filter(|one| one.decided.decision == Some(Decision::Reject))
    {
        let (Some(a), Some(b)) = (finder.find(&one.decided.a, one), finder.find(&one.decided.b, one)) else {
            let two = format!("{} ≠ {}", one.decided.a.called(), one.decided.b.called());
            note(&mut tables[one.at], one.place, Reason::NobodyToKeepApart, &two);
            continue;
        };
        let (into_a, into_b) = (groups.get(&a).unwrap_or(&a), groups.get(&b).unwrap_or(&b));
        if into_a == into_b {
            return Err(ResolveError::Contradiction {
                file: one.file.clone(),
                row: one.row,
                a: known[a].name.to_string(),
                b: known[b].name.to_string(),
                accepted: chain(&accepted, a, b),
            });
        }
        let mut two = [*into_a, *into_b].map(|at| StakeholderId(Arc::clone(&known[at].id)));
        two.sort();
        let [a, b] = two;
        decisions.apart.insert(Apart { a, b });
    }
    let applied: Vec<(usize, usize, String)> = accepted
        .iter()
        .map(|one| {
            let value = format!(
                "{}, {} → {}",
                known[one.a].id, known[one.b].id, known[groups[&one.a]].id
            );
            (one.placed.at, one.placed.place, value)
        })
        .collect();
    for (at, place, value) in applied {
        note(&mut tables[at], place, Reason::MergeApplied, &value);
    }
    for one in placed.iter().filter(|one| one.decided.decision.is_none()) {
        let two = format!("{} = {}", one.decided.a.called(), one.decided.b.called());
        note(&mut tables[one.at], one.place, Reason::MergeUndecided, &two);
    }
    for (at, into) in groups.iter().filter(|(at, into)| at != into) {
        let by = accepted.iter().find(|one| one.a == *at || one.b == *at);
        decisions.merged.extend(by.map(|by| Merged {
            id: StakeholderId(Arc::clone(&known[*at].id)),
            name: Arc::clone(&known[*at].name),
            kind: known[*at].kind,
            into: StakeholderId(Arc::clone(&known[*into].id)),
            into_name: Arc::clone(&known[*into].name),
            file: by.placed.file.clone(),
            row: by.placed.row,
            reasons: by.placed.decided.reasons.clone(),
        }));
    }
    decisions.merged.sort_by(|a, b| a.id.cmp(&b.id));
    decisions.rows = placed.into_iter().map(|one| one.decided).collect();
    Ok(decisions)
}

/// Notes what a row did under a column of text, whose values the partners' ledger withholds: ids may name persons.
fn note(typed: &mut TypedTable, row: usize, reason: Reason, value: &str) {
    let header = typed.header("id_a").to_owned();
    typed.ledger.note(row, RowState::Used, reason, &header, value);
}

/// Every live row of both tables.
fn rows(tables: &[TypedTable]) -> Vec<Placed> {
    let of_decisions = |typed: &TypedTable| matches!(typed.table, TableName::Resolve | TableName::ResolvePeople);
    let found = tables.iter().enumerate().filter(|(_, typed)| of_decisions(typed));
    found
        .flat_map(|(at, typed)| {
            let row = move |place| Placed {
                at,
                place,
                file: typed.ledger.file_of(place).to_owned(),
                row: typed.ledger.row(place),
                decided: decision_row(typed, place),
            };
            typed.ledger.live_rows().into_iter().map(row)
        })
        .collect()
}

fn decision_row(typed: &TypedTable, row: usize) -> DecisionRow {
    let text = |column: &str| {
        typed
            .texts(column)
            .get(row)
            .cloned()
            .flatten()
            .map(|text| unguarded(&text))
    };
    DecisionRow {
        table: typed.table,
        a: Side {
            id: text("id_a"),
            name: text("name_a"),
        },
        b: Side {
            id: text("id_b"),
            name: text("name_b"),
        },
        kind: text("kind"),
        reasons: text("reasons"),
        score: text("score"),
        decision: match text("decision").as_deref() {
            Some("accept") => Some(Decision::Accept),
            Some("reject") => Some(Decision::Reject),
            _ => None,
        },
        kept: text("kept"),
        note: text("note"),
        extra: typed
            .extra
            .iter()
            .filter_map(|column| Some((column.header.clone(), column.values[row].clone()?)))
            .collect(),
    }
}

/// Text without the mark that keeps a spreadsheet from running it as a formula.
fn unguarded(text: &Arc<str>) -> Arc<str> {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => Arc::from(rest),
        _ => Arc::clone(text),
    }
}

/// Finds whom a side of a row means.
struct Finder<'a> {
    known: &'a [Known],
    by_id: HashMap<&'a str, usize>,
    by_name: HashMap<String, Vec<usize>>,
}

impl<'a> Finder<'a> {
    fn new(known: &'a [Known]) -> Self {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::default();
        for (at, one) in known.iter().enumerate() {
            by_name.entry(names::key(&one.name)).or_default().push(at);
        }
        Self {
            known,
            by_id: known.iter().enumerate().map(|(at, one)| (&*one.id, at)).collect(),
            by_name,
        }
    }

    /// The one with the id; where the row gives none, the only one of that name.
    fn find(&self, side: &Side, placed: &Placed) -> Option<usize> {
        if let Some(id) = &side.id {
            return self.by_id.get(&**id).copied();
        }
        self.by_text(side.name.as_deref()?, placed)
    }

    fn by_text(&self, text: &str, placed: &Placed) -> Option<usize> {
        let persons = placed.decided.table == TableName::ResolvePeople;
        let fits = |at: &&usize| (self.known[**at].kind == StakeholderKind::Person) == persons;
        match self
            .by_name
            .get(&names::key(text))?
            .iter()
            .filter(fits)
            .collect::<Vec<_>>()[..]
        {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// What an accepted row makes one; nothing where both sides are already the same.
    fn accepted<'p>(&self, placed: &'p Placed, tables: &[TypedTable]) -> Result<Option<Accepted<'p>>, ResolveError> {
        let typed = &tables[placed.at];
        let (file, row) = (placed.file.clone(), placed.row);
        let found = |side: &Side, id: &'static str, name: &'static str| {
            let column = if side.id.is_some() { id } else { name };
            let value = side
                .id
                .as_ref()
                .or(side.name.as_ref())
                .map_or_else(String::new, ToString::to_string);
            self.find(side, placed).ok_or_else(|| ResolveError::Unknown {
                file: file.clone(),
                row,
                column: typed.header(column).to_owned(),
                nearest: nearest(&value, self.known.iter().map(|one| &*one.id)).map(str::to_owned),
                value,
            })
        };
        let a = found(&placed.decided.a, "id_a", "name_a")?;
        let b = found(&placed.decided.b, "id_b", "name_b")?;
        if a == b {
            return Ok(None);
        }
        let is_person = |at: usize| self.known[at].kind == StakeholderKind::Person;
        if is_person(a) != is_person(b) {
            let (person, organization) = if is_person(a) { (a, b) } else { (b, a) };
            return Err(ResolveError::Kinds {
                file,
                row,
                person: self.known[person].name.to_string(),
                organization: self.known[organization].name.to_string(),
            });
        }
        let stays = match &placed.decided.kept {
            None => better(self.known, a, b),
            Some(kept) => {
                let means =
                    |at: &usize| *self.known[*at].id == **kept || names::key(&self.known[*at].name) == names::key(kept);
                [a, b].into_iter().find(means).ok_or_else(|| ResolveError::Kept {
                    file: file.clone(),
                    row,
                    value: kept.to_string(),
                    a: self.known[a].id.to_string(),
                    b: self.known[b].id.to_string(),
                })?
            }
        };
        Ok(Some(Accepted { placed, a, b, stays }))
    }
}

/// Of two the one that stays where nobody says: one that a row declares, then a person's name in its usual order, then
/// the longer name, then the first id.
fn better(known: &[Known], a: usize, b: usize) -> usize {
    let rank = |at: usize| {
        let one = &known[at];
        (
            one.declared,
            one.kind != StakeholderKind::Person || !one.name.contains(','),
            one.name.chars().filter(|c| c.is_alphanumeric()).count(),
            std::cmp::Reverse(Arc::clone(&one.id)),
        )
    };
    if rank(a) >= rank(b) { a } else { b }
}

/// For everyone of whom a row is accepted, the one that stays: of all that rows make one, the one that no row gives up.
fn groups(accepted: &[Accepted<'_>], known: &[Known]) -> Result<BTreeMap<usize, usize>, ResolveError> {
    let mut group: BTreeMap<usize, usize> = BTreeMap::new();
    for one in accepted {
        let (a, b) = (
            *group.entry(one.a).or_insert(one.a),
            *group.entry(one.b).or_insert(one.b),
        );
        group
            .values_mut()
            .filter(|of| **of == a.max(b))
            .for_each(|of| *of = a.min(b));
    }
    let mut stays: BTreeMap<usize, usize> = BTreeMap::new();
    let given_up: BTreeSet<usize> = accepted
        .iter()
        .map(|one| if one.stays == one.a { one.b } else { one.a })
        .collect();
    for (at, of) in group.iter().filter(|(at, _)| !given_up.contains(at)) {
        let best = stays.entry(*of).or_insert(*at);
        *best = better(known, *best, *at);
    }
    if let Some(one) = accepted.iter().find(|one| !stays.contains_key(&group[&one.a])) {
        return Err(ResolveError::Kept {
            file: one.placed.file.clone(),
            row: one.placed.row,
            value: known[one.stays].id.to_string(),
            a: known[one.a].id.to_string(),
            b: known[one.b].id.to_string(),
        });
    }
    Ok(group.iter().map(|(at, of)| (*at, stays[of])).collect())
}

/// The accepted rows that lead from one to the other, the fewest.
fn chain(accepted: &[Accepted<'_>], from: usize, to: usize) -> String {
    let mut reached: BTreeMap<usize, Option<usize>> = BTreeMap::from([(from, None)]);
    let mut next = VecDeque::from([from]);
    while let Some(at) = next.pop_front() {
        for (number, one) in accepted
            .iter()
            .enumerate()
            .filter(|(_, one)| one.a == at || one.b == at)
        {
            let other = if one.a == at { one.b } else { one.a };
            if let std::collections::btree_map::Entry::Vacant(entry) = reached.entry(other) {
                entry.insert(Some(number));
                next.push_back(other);
            }
        }
    }
    let mut rows = Vec::new();
    let mut at = to;
    while let Some(Some(number)) = reached.get(&at) {
        let one = &accepted[*number];
        rows.push(format!("{} {}", one.placed.file, one.placed.row));
        at = if one.a == at { one.b } else { one.a };
    }
    rows.reverse();
    rows.join(", ")
}
