//! Which stakeholders and ties does a graph file hold?
//!
//! In: the nodes and ties of one graph as its format wrote them. Out: rows of stakeholders and partnerships (of a
//! two-mode network, also of events and participations). What an attribute says goes into the column of its name where
//! it can be read as that column's; else it stands beside it under a name of its own, so that nothing is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::fault::{ImportFault, Spot};
use super::{FileLedger, ImportFormat, ImportOptions, ImportReason, Imported, ImportedTable, bytes_of};
use crate::records::cells::{self, DateForm, DayOrder, Read};
use crate::records::{Column, ColumnType, RecordsError, RowState, TableName, sources, words};

/// One graph as read.
pub(super) struct Graph {
    /// The file's name.
    pub file: String,
    /// The format's name, which marks attributes that cannot stand under their own.
    pub format: &'static str,
    /// How `03/05/2024` is read.
    pub date_form: DateForm,
    /// Its nodes, in file order.
    pub nodes: Vec<Node>,
    /// Its ties, in file order.
    pub ties: Vec<Tie>,
    /// What became of each element: of nodes and of ties, or of each sheet's rows.
    pub ledgers: Vec<FileLedger>,
}

/// An element's place in the account.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct At {
    /// Which of the ledgers.
    pub ledger: usize,
    /// Which of its rows.
    pub row: usize,
}

/// One node.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Node {
    /// The id by which ties name it.
    pub id: String,
    /// Its name; the id where none is given.
    pub label: Option<String>,
    /// What else is said of it: attribute and value.
    pub cells: Vec<(String, String)>,
    /// Whether it is an event of a two-mode network.
    pub is_event: bool,
    /// Its line in the file, of files without rows.
    pub line: u64,
    /// Its place in the account.
    pub at: At,
    /// The places there of other elements about the same node.
    pub also: Vec<At>,
}

/// One tie.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Tie {
    /// Its id, where the file gives one.
    pub id: Option<String>,
    /// From which node.
    pub source: String,
    /// To which.
    pub target: String,
    /// Whether it runs from source to target; `None` where the file does not say.
    pub directed: Option<bool>,
    /// What else is said of it: attribute and value.
    pub cells: Vec<(String, String)>,
    /// Its place in the account; several ties may come of one element.
    pub at: At,
}

/// Columns that the graph itself fills: an attribute of such a name stands beside them.
const OF_THE_GRAPH: [&str; 7] = [
    "id",
    "name",
    "source",
    "target",
    "directed",
    "stakeholder_id",
    "event_id",
];

/// Reads the one file of a graph; several files would be several networks whose nodes nobody matched.
pub(super) fn read_one(
    format: ImportFormat,
    files: &[PathBuf],
    options: &ImportOptions,
    parse: impl Fn(&str, &[u8], Graph) -> Result<Graph, RecordsError>,
) -> Result<Imported, RecordsError> {
    let names: Vec<String> = files.iter().map(|path| sources::file_name(path)).collect();
    let [path] = files else {
        let file = names.first().map_or("", String::as_str);
        return Err(ImportFault::SeveralGraphs.at(Spot::new(file, 1, ""), &names.join(", ")));
    };
    let graph = parse(&names[0], &bytes_of(path)?, Graph::new(&names[0], format, options))?;
    let (tables, ledger) = graph.into_tables()?;
    Ok(Imported::new(format, tables, ledger))
}

/// Attributes that hold a node's name, the surest first.
const LABELS: [&str; 7] = ["label", "name", "nombre", "nome", "nom", "title", "titulo"];

impl Graph {
    /// A graph without nodes.
    pub(super) fn new(file: &str, format: ImportFormat, options: &ImportOptions) -> Self {
        Self {
            file: file.to_owned(),
            format: format.name(),
            date_form: DateForm::ordered(DayOrder::told(options.date_order)),
            nodes: Vec::new(),
            ties: Vec::new(),
            ledgers: Vec::new(),
        }
    }

    /// Begins the accounts of nodes and of ties, called as the format calls them.
    pub(super) fn name_elements(&mut self, nodes: &str, ties: &str) {
        self.ledgers = [nodes, ties]
            .map(|part| FileLedger::new(&self.file, Some(part), []))
            .into();
    }

    /// Begins the account of one more node.
    pub(super) fn next_node(&mut self) -> At {
        let row = self.ledgers[0].element();
        At { ledger: 0, row }
    }

    /// Begins the account of one more tie.
    pub(super) fn next_tie(&mut self) -> At {
        let row = self.ledgers[1].element();
        At { ledger: 1, row }
    }

    fn note(&mut self, at: At, state: RowState, reason: ImportReason, column: &str, value: &str) {
        self.ledgers[at.ledger].note(at.row, state, reason, column, value);
    }

    /// Where nodes have no label of their own, the attribute that people use for one becomes it.
    pub(super) fn take_labels(&mut self) {
        for node in self.nodes.iter_mut().filter(|node| node.label.is_none()) {
            let found = LABELS.iter().find_map(|label| {
                let is_label =
                    |(name, value): &(String, String)| words::key(name) == *label && !value.trim().is_empty();
                node.cells.iter().position(is_label)
            });
            node.label = found.map(|place| node.cells.remove(place).1.trim().to_owned());
        }
    }

    /// Its rows in hubscope's tables, and what became of each element.
    pub(super) fn into_tables(mut self) -> Result<(Vec<ImportedTable>, Vec<FileLedger>), RecordsError> {
        self.join_nodes()?;
        let events: BTreeSet<String> = of_events(&self.nodes, true).map(|node| node.id.clone()).collect();
        let mut tables = vec![
            self.node_table(TableName::Stakeholders, false),
            self.node_table(TableName::Events, true),
        ];
        let (crossing, within): (Vec<Tie>, Vec<Tie>) = std::mem::take(&mut self.ties)
            .into_iter()
            .partition(|tie| events.contains(&tie.source) != events.contains(&tie.target));
        tables.push(self.participations(&crossing, &events));
        tables.push(self.partnerships(within));
        Ok((tables, self.ledgers))
    }

    /// One node per id: a node written twice alike counts once, two different ones under one id are refused.
    fn join_nodes(&mut self) -> Result<(), RecordsError> {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        let mut kept: Vec<Node> = Vec::with_capacity(self.nodes.len());
        for node in std::mem::take(&mut self.nodes) {
            let Some(known) = first.get(&node.id).map(|place| &kept[*place]) else {
                first.insert(node.id.clone(), kept.len());
                kept.push(node);
                continue;
            };
            let alike = known.label == node.label && known.cells == node.cells && known.is_event == node.is_event;
            if !alike {
                let account = &self.ledgers[node.at.ledger];
                let row = if node.line > 0 {
                    node.line
                } else {
                    account.rows[node.at.row].row
                };
                return Err(ImportFault::SameNode.at(Spot::new(&account.file, row, ""), &node.id));
            }
            let same = Node {
                at: node.at,
                also: Vec::new(),
                ..known.clone()
            };
            self.note(node.at, RowState::Merged, ImportReason::IdenticalRow, "", &node.id);
            kept.push(same);
        }
        self.nodes = kept;
        Ok(())
    }

    fn node_table(&mut self, name: TableName, is_event: bool) -> ImportedTable {
        let mut table = ImportedTable::new(name, &["id", "name"]);
        let nodes: Vec<Node> = of_events(&self.nodes, is_event).cloned().collect();
        let plan = self.plan(name, nodes.iter().map(|node| &node.cells));
        let mut places = BTreeMap::new();
        for node in nodes {
            if let Some(place) = places.get(&node.id) {
                self.ledgers[node.at.ledger].used(node.at.row, *place);
                continue;
            }
            let label = node.label.as_deref().unwrap_or(&node.id);
            let place = table.push(&[("id", &node.id), ("name", label)]);
            fill(&mut table, place.row, &node.cells, &plan, (&mut self.ledgers, node.at));
            self.ledgers[node.at.ledger].used(node.at.row, place);
            for at in node.also {
                self.ledgers[at.ledger].merge(at.row, place, ImportReason::SameRecord);
            }
            places.insert(node.id, place);
        }
        table
    }

    fn partnerships(&mut self, ties: Vec<Tie>) -> ImportedTable {
        let mut table = ImportedTable::new(TableName::Partnerships, &["id", "source", "target", "directed"]);
        let plan = self.plan(TableName::Partnerships, ties.iter().map(|tie| &tie.cells));
        let known: BTreeSet<&str> = self.nodes.iter().map(|node| node.id.as_str()).collect();
        let ids = tie_ids(&ties);
        for (tie, id) in ties.iter().zip(ids) {
            let rows = &mut self.ledgers[tie.at.ledger];
            if tie.source == tie.target {
                rows.note(tie.at.row, RowState::Used, ImportReason::SelfTie, "", &tie.source);
            }
            for end in [&tie.source, &tie.target] {
                // a table without nodes leaves it to the reader to derive them all
                if !known.is_empty() && !known.contains(end.as_str()) {
                    rows.note(tie.at.row, RowState::Used, ImportReason::UnknownReference, "", end);
                }
            }
            let directed = tie.directed.map_or("", |directed| if directed { "yes" } else { "no" });
            let ends = [("source", tie.source.as_str()), ("target", &tie.target)];
            let place = table.push(&[("id", id.as_str()), ends[0], ends[1], ("directed", directed)]);
            rows.used(tie.at.row, place);
            fill(&mut table, place.row, &tie.cells, &plan, (&mut self.ledgers, tie.at));
        }
        table
    }

    /// Ties between a stakeholder and an event: the stakeholder took part in it, whichever side the file puts first.
    fn participations(&mut self, ties: &[Tie], events: &BTreeSet<String>) -> ImportedTable {
        let mut table = ImportedTable::new(TableName::Participations, &["stakeholder_id", "event_id"]);
        let plan = self.plan(TableName::Participations, ties.iter().map(|tie| &tie.cells));
        for tie in ties {
            let (who, event) = match events.contains(&tie.target) {
                true => (&tie.source, &tie.target),
                false => (&tie.target, &tie.source),
            };
            let place = table.push(&[("stakeholder_id", who), ("event_id", event)]);
            fill(&mut table, place.row, &tie.cells, &plan, (&mut self.ledgers, tie.at));
            self.ledgers[tie.at.ledger].used(tie.at.row, place);
        }
        table
    }

    /// Under which column each attribute stands.
    fn plan<'a>(&self, table: TableName, cells: impl Iterator<Item = &'a Vec<(String, String)>>) -> Plan {
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for (name, _) in cells.flatten() {
            names.insert(name);
        }
        let mut plan = Plan {
            columns: BTreeMap::new(),
            beside: BTreeMap::new(),
            date_form: self.date_form,
        };
        let free = |column: &&Column| !OF_THE_GRAPH.contains(&column.name);
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        for rank in 0..3 {
            for column in table.columns().iter().filter(free) {
                let found = names.iter().find(|name| {
                    let key = words::key(name);
                    !plan.columns.contains_key(**name) && is_called(column, rank, &key)
                });
                if let Some(name) = found.filter(|_| taken.insert(column.name)) {
                    plan.columns.insert((*name).to_owned(), column);
                }
            }
        }
        for name in names {
            let key = words::key(name);
            let is_known = table
                .columns()
                .iter()
                .any(|column| (0..3).any(|rank| is_called(column, rank, &key)));
            let beside = if is_known {
                format!("{name} ({})", self.format)
            } else {
                name.to_owned()
            };
            plan.beside.insert(name.to_owned(), beside);
        }
        plan
    }
}

fn of_events(nodes: &[Node], is_event: bool) -> impl Iterator<Item = &Node> {
    nodes.iter().filter(move |node| node.is_event == is_event)
}

/// Whether a column bears a name: as its own, its Spanish one or a synonym.
fn is_called(column: &Column, rank: usize, key: &str) -> bool {
    match rank {
        0 => words::key(column.name) == key,
        1 => words::key(column.spanish) == key,
        _ => column.synonyms.iter().any(|word| words::key(word) == key),
    }
}

/// Where the values of each attribute stand.
struct Plan {
    /// Attribute → the column that bears its name.
    columns: BTreeMap<String, &'static Column>,
    /// Attribute → the header under which values stand that its column cannot hold.
    beside: BTreeMap<String, String>,
    date_form: DateForm,
}

fn fill(
    table: &mut ImportedTable,
    row: usize,
    cells: &[(String, String)],
    plan: &Plan,
    (ledgers, at): (&mut [FileLedger], At),
) {
    for (name, value) in cells.iter().filter(|(_, value)| !value.trim().is_empty()) {
        let value = value.trim();
        let column = plan.columns.get(name);
        let read = column.and_then(|column| readable(column, value, plan.date_form));
        let (header, value) = match (column, &read) {
            (Some(column), Some(value)) => (column.name, value.as_str()),
            (column, _) => {
                if column.is_some() {
                    ledgers[at.ledger].note(at.row, RowState::Used, ImportReason::ValueBeside, name, value);
                }
                (plan.beside.get(name).map_or(name.as_str(), String::as_str), value)
            }
        };
        let already = table.get(row, header);
        let several = if already.is_empty() {
            value.to_owned()
        } else {
            format!("{already}; {value}")
        };
        table.set(row, header, &several);
    }
}

/// The value as its column reads it; `None` where it cannot.
fn readable(column: &Column, value: &str, form: DateForm) -> Option<String> {
    let number = || value.parse::<f64>().ok().filter(|number| number.is_finite());
    let date = || match cells::date(value, form) {
        Read::Value(span) if span.first == span.last => Some(span.first.to_string()),
        Read::Value(_) => Some(value.to_owned()),
        Read::Nothing | Read::Bad => None,
    };
    match column.kind {
        ColumnType::Number => number().map(|_| value.to_owned()),
        ColumnType::Whole => value.parse::<u32>().ok().map(|_| value.to_owned()),
        ColumnType::YesNo => words::yes_no(value).map(|yes| if yes { "yes" } else { "no" }.to_owned()),
        ColumnType::Choice(list) => words::value(list, value).map(str::to_owned),
        ColumnType::Date => date(),
        ColumnType::EndDate if words::is_open(value) => Some(value.to_owned()),
        ColumnType::EndDate => date(),
        ColumnType::Text
        | ColumnType::StakeholderRef
        | ColumnType::StakeholderRefs
        | ColumnType::EventRef
        | ColumnType::List
        | ColumnType::OpenChoice(_) => Some(value.to_owned()),
    }
}

/// What a tie says: source, target and attributes.
type Content<'a> = (&'a str, &'a str, &'a [(String, String)]);

/// An id for each tie that needs one: its own, and for ties that say the same as another a number behind, lest parallel
/// ties be read as one written twice.
fn tie_ids(ties: &[Tie]) -> Vec<String> {
    let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
    let mut alike: BTreeMap<Content<'_>, usize> = BTreeMap::new();
    let mut taken: BTreeSet<String> = ties.iter().filter_map(|tie| tie.id.clone()).collect();
    let mut ids = Vec::with_capacity(ties.len());
    for tie in ties {
        let again = alike.entry((&tie.source, &tie.target, &tie.cells)).or_default();
        *again += 1;
        let base = match &tie.id {
            Some(id) if wanted.contains_key(id) => id.clone(),
            Some(id) => {
                wanted.insert(id.clone(), 1);
                ids.push(id.clone());
                continue;
            }
            None if *again == 1 => {
                ids.push(String::new());
                continue;
            }
            None => format!("{}-{}", tie.source, tie.target),
        };
        let number = wanted.entry(base.clone()).or_insert(1);
        let id = loop {
            *number += 1;
            let id = format!("{base}-{number}");
            if taken.insert(id.clone()) {
                break id;
            }
        };
        ids.push(id);
    }
    ids
}
