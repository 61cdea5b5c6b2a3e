//! Which stakeholders and ties does a Kumu map hold?
//!
//! In: a workbook or CSV files of elements (`Label`, …) and connections (`From`, `To`, …), or a JSON blueprint. Out:
//! elements as stakeholders, connections as partnerships, one for each element that a cell of `To` lists. Sheets whose
//! name says `(ignore)` are left out, as Kumu does.

use std::path::PathBuf;

use serde_json::Value;

use super::fault::{ImportFault, Spot};
use super::graph::{At, Graph, Node, Tie};
use super::keyed::listed;
use super::{FileLedger, ImportError, ImportFormat, ImportOptions, ImportReason, Imported, RowFate, bytes_of, markup};
use crate::records::sources::grid::{Grid, grids};
use crate::records::{HashMap, HashSet, RecordsError, RowState, names, sources, words};

const FORMAT: ImportFormat = ImportFormat::Kumu;

/// Reads all files as one map: elements and connections may stand in files of their own.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    let mut map = Map {
        graph: Graph::new("", FORMAT, options),
        known: HashMap::default(),
        ids: HashSet::default(),
        connections: Vec::new(),
    };
    for path in files {
        let file = sources::file_name(path);
        if path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
        {
            map.blueprint(&file, &bytes_of(path)?)?;
        } else {
            for grid in grids(path)? {
                map.sheet(&grid)?;
            }
        }
    }
    map.connect()?;
    let (tables, ledgers) = map.graph.into_tables()?;
    Ok(Imported::new(FORMAT, tables, ledgers))
}

/// What a section of a sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Elements,
    Connections,
}

impl Section {
    /// What a header begins: Kumu wants `Label`, or `From` and `To`, in its first columns.
    fn of(header: &[Option<String>]) -> Option<Self> {
        let keys: Vec<String> = header.iter().flatten().map(|cell| words::key(cell)).collect();
        let has = |name: &str| keys.iter().any(|key| key == name);
        if has("from") && has("to") {
            Some(Self::Connections)
        } else if has("label") {
            Some(Self::Elements)
        } else {
            None
        }
    }
}

/// A row or entry: header and value, without the empty ones.
type Record = Vec<(String, String)>;

struct Map {
    graph: Graph,
    /// An element's id, or the key of its label → its place; `None` where several bear the label.
    known: HashMap<String, Option<usize>>,
    /// The ids given so far.
    ids: HashSet<String>,
    /// Connections wait until all elements are known.
    connections: Vec<(Record, At)>,
}

/// A cell's list: Kumu parts it with bars.
fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split('|').map(str::trim).filter(|item| !item.is_empty())
}

/// What a record says under one of these headers.
fn said<'a>(record: &'a Record, headers: &[&str]) -> Option<&'a str> {
    let found = |header: &&str| record.iter().find(|(name, _)| words::key(name) == **header);
    headers.iter().find_map(found).map(|(_, value)| value.trim())
}

impl Map {
    fn ledger(&mut self, file: &str, part: Option<&str>) -> usize {
        self.graph.ledgers.push(FileLedger::new(file, part, []));
        self.graph.ledgers.len() - 1
    }

    fn sheet(&mut self, grid: &Grid) -> Result<(), RecordsError> {
        let ledger = self.ledger(&grid.file, grid.sheet.as_deref());
        let is_ignored = |name: &str| name.to_lowercase().contains("(ignore)");
        let ignored = grid.sheet.as_deref().is_some_and(is_ignored);
        let mut header: Option<(Section, &[Option<String>])> = None;
        let mut blanks = 2;
        for (place, cells) in grid.rows.iter().enumerate() {
            let is_blank = cells.iter().all(Option::is_none);
            // a section begins at the top, and below two blank rows where a header stands
            let begins = (blanks >= 2 && !ignored).then(|| Section::of(cells)).flatten();
            if let Some(section) = begins {
                header = Some((section, cells));
                blanks = 0;
                continue;
            }
            let account = &mut self.graph.ledgers[ledger];
            account.rows.push(RowFate {
                row: place as u64 + 1,
                ..RowFate::default()
            });
            let at = At {
                ledger,
                row: account.rows.len() - 1,
            };
            blanks = if is_blank { blanks + 1 } else { 0 };
            match header {
                _ if ignored => account.exclude(at.row, ImportReason::SetAside, "", ""),
                _ if is_blank => account.exclude(at.row, ImportReason::BlankRow, "", ""),
                Some((section, names)) => self.record(section, record(names, cells), at),
                None => {
                    let found: Vec<&str> = cells.iter().flatten().map(String::as_str).collect();
                    let spot = Spot::new(&grid.file, place as u64 + 1, "Label; From, To");
                    return Err(ImportFault::NoHeader.at(spot, &found.join(", ")));
                }
            }
        }
        Ok(())
    }

    fn blueprint(&mut self, file: &str, bytes: &[u8]) -> Result<(), RecordsError> {
        let text = markup::decoded(file, bytes)?;
        let document: Value = serde_json::from_str(&text).map_err(|problem| ImportError::Syntax {
            file: file.to_owned(),
            row: problem.line() as u64,
            problem: problem.to_string(),
        })?;
        let lists = [("elements", Section::Elements), ("connections", Section::Connections)];
        let has_lists = lists
            .iter()
            .any(|(name, _)| document.get(name).is_some_and(Value::is_array));
        if !has_lists {
            let keys = document.as_object().into_iter().flat_map(|object| object.keys());
            let error = ImportError::OtherFormat {
                file: file.to_owned(),
                format: FORMAT,
                expected: "\"elements\", \"connections\"".to_owned(),
                found: keys.take(20).cloned().collect::<Vec<_>>().join(", "),
            };
            return Err(error.into());
        }
        for (name, section) in lists {
            let ledger = self.ledger(file, Some(name));
            for entry in document.get(name).and_then(Value::as_array).into_iter().flatten() {
                let row = self.graph.ledgers[ledger].element();
                self.record(section, fields(entry), At { ledger, row });
            }
        }
        Ok(())
    }

    fn record(&mut self, section: Section, record: Record, at: At) {
        match section {
            Section::Elements => self.element(&record, at),
            Section::Connections => self.connections.push((record, at)),
        }
    }

    /// An element; Kumu takes a second one with the same label and no id for the same.
    fn element(&mut self, record: &Record, at: At) {
        let id = said(record, &["id"]);
        let Some(label) = said(record, &["label"]).or(id) else {
            self.graph.ledgers[at.ledger].exclude(at.row, ImportReason::MissingCell, "Label", "");
            return;
        };
        let key = names::key(label);
        let cells: Record = record
            .iter()
            .filter(|(name, _)| !matches!(words::key(name).as_str(), "id" | "label"))
            .map(|(name, value)| {
                (
                    header(name, &["element type", "type"]),
                    items(value).map(listed).collect::<Vec<_>>().join("; "),
                )
            })
            .collect();
        if id.is_none()
            && let Some(Some(place)) = self.known.get(&key)
        {
            let node = &mut self.graph.nodes[*place];
            node.also.push(at);
            for (name, value) in cells {
                match node.cells.iter().find(|(known, _)| *known == name) {
                    None => node.cells.push((name, value)),
                    Some((_, known)) if *known == value => {}
                    Some(_) => {
                        let account = &mut self.graph.ledgers[at.ledger];
                        account.note(at.row, RowState::Used, ImportReason::SaysOtherwise, &name, &value);
                    }
                }
            }
            return;
        }
        let place = self.graph.nodes.len();
        self.graph.nodes.push(Node {
            id: id.map_or_else(|| self.made(label, &key), str::to_owned),
            label: Some(label.to_owned()),
            cells,
            at,
            ..Node::default()
        });
        self.ids.insert(self.graph.nodes[place].id.clone());
        if let Some(id) = id {
            self.known.insert(id.to_owned(), Some(place));
        }
        let several = self.known.contains_key(&key) && id != Some(key.as_str());
        self.known.insert(key, (!several).then_some(place));
    }

    /// An id for a label that no other label's is.
    fn made(&self, label: &str, key: &str) -> String {
        let slug = names::slug(label);
        let taken = self.ids.contains(&slug);
        if slug.is_empty() || taken {
            format!("{slug}-{}", names::fingerprint([key], 6))
        } else {
            slug
        }
    }

    /// Ties between elements, now that all are known.
    fn connect(&mut self) -> Result<(), RecordsError> {
        for (record, at) in std::mem::take(&mut self.connections) {
            let ends = [said(&record, &["from"]), said(&record, &["to"])];
            let [Some(from), Some(to)] = ends else {
                let column = if ends[0].is_none() { "From" } else { "To" };
                self.graph.ledgers[at.ledger].exclude(at.row, ImportReason::MissingCell, column, "");
                continue;
            };
            let directed = self.direction(said(&record, &["direction"]), at)?;
            let cells: Record = record
                .iter()
                .filter(|(name, _)| !matches!(words::key(name).as_str(), "id" | "from" | "to" | "direction"))
                .map(|(name, value)| (header(name, &["connection type", "type"]), value.clone()))
                .collect();
            let targets: Vec<&str> = items(to).collect();
            let id = said(&record, &["id"]);
            for (place, target) in targets.iter().enumerate() {
                let numbered = |id: &str| match targets.len() {
                    1 => id.to_owned(),
                    _ => format!("{id}/{}", place + 1),
                };
                let tie = Tie {
                    id: id.map(numbered),
                    source: self.id_of(from),
                    target: self.id_of(target),
                    directed,
                    cells: cells.clone(),
                    at,
                };
                self.graph.ties.push(tie);
            }
        }
        Ok(())
    }

    /// The id of the element that a connection names by id or label; as written where there is none, or several.
    fn id_of(&self, text: &str) -> String {
        let place = self
            .known
            .get(text)
            .or_else(|| self.known.get(&names::key(text)))
            .copied()
            .flatten();
        place.map_or_else(|| text.to_owned(), |place| self.graph.nodes[place].id.clone())
    }

    fn direction(&self, word: Option<&str>, at: At) -> Result<Option<bool>, RecordsError> {
        let Some(word) = word else { return Ok(None) };
        match words::key(word).as_str() {
            "directed" => Ok(Some(true)),
            "undirected" | "mutual" => Ok(Some(false)),
            _ => {
                let account = &self.graph.ledgers[at.ledger];
                let spot = Spot::new(&account.file, account.rows[at.row].row, "Direction");
                Err(ImportFault::Direction.at(spot, word))
            }
        }
    }
}

/// What is called a type in either dress goes by one name.
fn header(name: &str, types: &[&str]) -> String {
    if types.contains(&words::key(name).as_str()) {
        "Type".to_owned()
    } else {
        name.to_owned()
    }
}

fn record(names: &[Option<String>], cells: &[Option<String>]) -> Record {
    let told = names.iter().zip(cells);
    told.filter_map(|(name, cell)| Some((name.clone()?, cell.clone()?)))
        .collect()
}

/// The fields of an entry of a blueprint; a backup keeps them under `attributes`.
fn fields(entry: &Value) -> Record {
    let mut record = Record::new();
    let Some(object) = entry.as_object() else { return record };
    let attributes = object.get("attributes").and_then(Value::as_object);
    for (name, value) in object.iter().chain(attributes.into_iter().flatten()) {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Bool(truth) => truth.to_string(),
            Value::Array(list) => {
                let texts = list
                    .iter()
                    .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned));
                texts.collect::<Vec<_>>().join("|")
            }
            // a picture's place and what else a backup keeps of the drawing
            Value::Object(_) | Value::Null => continue,
        };
        let name = name.strip_prefix('_').unwrap_or(name);
        if !text.trim().is_empty() && !record.iter().any(|(known, _)| known == name) {
            record.push((name.to_owned(), text));
        }
    }
    record
}
