//! Which stakeholders and ties does a GraphML file hold? (yEd, Gephi, igraph, NetworkX, Network Canvas)
//!
//! In: a file with one graph. Out: its nodes as stakeholders, its edges as partnerships. Keys give attributes their
//! names and defaults; a node within another's graph belongs to it; the labels that yEd draws are names.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::fault::{ImportFault, Spot};
use super::graph::{Graph, Node, Tie};
use super::markup::{Element, Markup, Part, decoded};
use super::{ImportFormat, ImportOptions, ImportReason, Imported, graph};
use crate::records::RecordsError;

/// Reads one file; every file is a graph of its own, so several are refused.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    graph::read_one(ImportFormat::Graphml, files, options, parse)
}

/// What a key declares.
#[derive(Debug, Default)]
struct Key {
    name: String,
    /// `node`, `edge`, `graph`, `all`.
    domain: String,
    default: Option<String>,
    /// Drawings of yEd, in which labels stand.
    is_drawing: bool,
}

/// The elements that are open and say something.
enum Level {
    Graph { directed: bool },
    Node(usize),
    Edge(usize),
    Other,
}

struct Reading<'a> {
    markup: Markup<'a>,
    graph: Graph,
    keys: BTreeMap<String, Key>,
    levels: Vec<Level>,
    /// Names of the graphs that stand side by side.
    graphs: Vec<String>,
}

fn parse(file: &str, bytes: &[u8], mut graph: Graph) -> Result<Graph, RecordsError> {
    let text = decoded(file, bytes)?;
    graph.name_elements("node", "edge");
    let mut reading = Reading {
        markup: Markup::new(file, &text),
        graph,
        keys: BTreeMap::new(),
        levels: Vec::new(),
        graphs: Vec::new(),
    };
    reading.markup.expect_root("graphml")?;
    reading.run()?;
    match reading.graphs.len() {
        1 => Ok(reading.finish()),
        0 => Err(ImportFault::NoGraph.at(Spot::new(file, 1, "<graph>"), "")),
        _ => Err(ImportFault::SeveralGraphs.at(Spot::new(file, 1, "<graph>"), &reading.graphs.join(", "))),
    }
}

impl Reading<'_> {
    fn run(&mut self) -> Result<(), RecordsError> {
        while let Some(part) = self.markup.next()? {
            match part {
                Part::Open(element) => self.open(&element)?,
                Part::Close(_) => {
                    self.levels.pop();
                }
                Part::Text(_) => {}
            }
        }
        Ok(())
    }

    fn open(&mut self, element: &Element) -> Result<(), RecordsError> {
        let level = match element.name.as_str() {
            "key" => return self.key(element),
            "data" => return self.data(element),
            "graph" => self.begin_graph(element),
            "node" => self.node(element)?,
            "edge" => self.edge(element)?,
            "hyperedge" => {
                let at = self.graph.next_tie();
                let id = element.get("id").unwrap_or_default();
                self.graph.ledgers[at.ledger].exclude(at.row, ImportReason::NoPlace, "<hyperedge>", id);
                Level::Other
            }
            _ => Level::Other,
        };
        self.levels.push(level);
        Ok(())
    }

    fn begin_graph(&mut self, element: &Element) -> Level {
        let within = self.levels.iter().any(|level| matches!(level, Level::Graph { .. }));
        if !within {
            let number = self.graphs.len() + 1;
            let name = element.get("id").map_or_else(|| format!("({number})"), str::to_owned);
            self.graphs.push(name);
        }
        Level::Graph {
            directed: element.get("edgedefault") == Some("directed"),
        }
    }

    fn key(&mut self, element: &Element) -> Result<(), RecordsError> {
        let id = self.markup.required(element, "id")?.to_owned();
        let is_drawing = element.attributes.keys().any(|name| name.starts_with("yfiles"));
        let name = element.get("attr.name").unwrap_or(&id).to_owned();
        let mut key = Key {
            name,
            domain: element.get("for").unwrap_or("all").to_owned(),
            default: None,
            is_drawing,
        };
        let mut depth = 1;
        while depth > 0 {
            match self.markup.next()? {
                Some(Part::Open(inner)) if inner.name == "default" && depth == 1 => {
                    key.default = Some(self.markup.text_of_element()?).filter(|text| !text.is_empty());
                }
                Some(Part::Open(_)) => depth += 1,
                Some(Part::Close(_)) => depth -= 1,
                Some(Part::Text(_)) => {}
                None => break,
            }
        }
        self.keys.insert(id, key);
        Ok(())
    }

    fn node(&mut self, element: &Element) -> Result<Level, RecordsError> {
        let id = self.markup.required(element, "id")?.to_owned();
        let group = self.levels.iter().rev().find_map(|level| match level {
            Level::Node(place) => Some(self.graph.nodes[*place].id.clone()),
            _ => None,
        });
        let at = self.graph.next_node();
        self.graph.nodes.push(Node {
            id,
            cells: group.map(|group| ("parent_id".to_owned(), group)).into_iter().collect(),
            line: element.line,
            at,
            ..Node::default()
        });
        Ok(Level::Node(self.graph.nodes.len() - 1))
    }

    fn edge(&mut self, element: &Element) -> Result<Level, RecordsError> {
        let by_default = self.levels.iter().rev().find_map(|level| match level {
            Level::Graph { directed } => Some(*directed),
            _ => None,
        });
        let directed = match element.get("directed") {
            Some("true" | "1") => Some(true),
            Some("false" | "0") => Some(false),
            Some(other) => return Err(self.markup.refuse(ImportFault::Direction, other)),
            None => by_default,
        };
        let at = self.graph.next_tie();
        self.graph.ties.push(Tie {
            id: element.get("id").map(str::to_owned),
            source: self.markup.required(element, "source")?.to_owned(),
            target: self.markup.required(element, "target")?.to_owned(),
            directed,
            at,
            ..Tie::default()
        });
        Ok(Level::Edge(self.graph.ties.len() - 1))
    }

    /// What a `<data>` says of the element around it.
    fn data(&mut self, element: &Element) -> Result<(), RecordsError> {
        let id = self.markup.required(element, "key")?.to_owned();
        let is_drawing = self.keys.get(&id).is_some_and(|key| key.is_drawing);
        let text = if is_drawing {
            self.drawn_label()?
        } else {
            self.markup.text_of_element()?
        };
        let name = if is_drawing {
            "label".to_owned()
        } else {
            self.keys.get(&id).map_or(id, |key| key.name.clone())
        };
        let cell = (name, text);
        match self.levels.last() {
            Some(Level::Node(place)) => self.graph.nodes[*place].cells.push(cell),
            Some(Level::Edge(place)) => self.graph.ties[*place].cells.push(cell),
            _ => {}
        }
        Ok(())
    }

    /// The first label within a drawing of yEd, up to the end of the drawing.
    fn drawn_label(&mut self) -> Result<String, RecordsError> {
        let (mut label, mut depth) = (String::new(), 1);
        while depth > 0 {
            match self.markup.next()? {
                Some(Part::Open(inner)) if inner.name.ends_with("Label") && label.is_empty() => {
                    label = self.markup.text_of_element()?;
                }
                Some(Part::Open(_)) => depth += 1,
                Some(Part::Close(_)) => depth -= 1,
                Some(Part::Text(_)) => {}
                None => break,
            }
        }
        Ok(label)
    }

    /// Puts defaults where nothing was said, and labels in their place.
    fn finish(mut self) -> Graph {
        let defaults = |domain: &str| -> Vec<(String, String)> {
            let of_domain = self
                .keys
                .values()
                .filter(|key| key.domain == domain || key.domain == "all");
            of_domain
                .filter_map(|key| Some((key.name.clone(), key.default.clone()?)))
                .collect()
        };
        let (of_nodes, of_edges) = (defaults("node"), defaults("edge"));
        for node in &mut self.graph.nodes {
            add_missing(&mut node.cells, &of_nodes);
        }
        for tie in &mut self.graph.ties {
            add_missing(&mut tie.cells, &of_edges);
        }
        self.graph.take_labels();
        self.graph
    }
}

fn add_missing(cells: &mut Vec<(String, String)>, defaults: &[(String, String)]) {
    for (name, value) in defaults {
        if !cells.iter().any(|(known, _)| known == name) {
            cells.push((name.clone(), value.clone()));
        }
    }
}
