//! Which stakeholders and ties does a GEXF file hold? (Gephi, 1.1 to 1.3)
//!
//! In: a file with one graph, static or dynamic. Out: its nodes as stakeholders, its edges as partnerships, one row for
//! each spell of an edge and for each weight that it had over time. Times that are no dates stand beside the tie.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::fault::{ImportFault, Spot};
use super::graph::{Graph, Node, Tie};
use super::markup::{Element, Markup, Part, decoded};
use super::spells::{Spell, Spells};
use super::{ImportFormat, ImportOptions, Imported, graph};
use crate::records::RecordsError;

/// Reads one file.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    graph::read_one(ImportFormat::Gexf, files, options, parse)
}

/// What an `<attribute>` declares.
#[derive(Debug, Default)]
struct Declared {
    title: String,
    default: Option<String>,
}

/// A value of an attribute, perhaps for a stretch of time only.
struct Timed {
    attribute: String,
    value: String,
    spell: Spell,
}

/// A node or edge and what time says of it.
#[derive(Default)]
struct Life {
    spells: Vec<Spell>,
    values: Vec<Timed>,
}

/// The elements that are open and say something.
enum Level {
    Attributes(Class),
    Node(usize),
    Edge(usize),
    Other,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Node,
    Edge,
}

struct Reading<'a> {
    markup: Markup<'a>,
    graph: Graph,
    declared: BTreeMap<(Class, String), Declared>,
    levels: Vec<Level>,
    node_lives: Vec<Life>,
    edge_lives: Vec<Life>,
    edges_are_directed: Option<bool>,
    graphs: usize,
}

fn parse(file: &str, bytes: &[u8], mut graph: Graph) -> Result<Graph, RecordsError> {
    let text = decoded(file, bytes)?;
    graph.name_elements("node", "edge");
    let mut reading = Reading {
        markup: Markup::new(file, &text),
        graph,
        declared: BTreeMap::new(),
        levels: Vec::new(),
        node_lives: Vec::new(),
        edge_lives: Vec::new(),
        edges_are_directed: Some(false),
        graphs: 0,
    };
    reading.markup.expect_root("gexf")?;
    while let Some(part) = reading.markup.next()? {
        match part {
            Part::Open(element) => reading.open(&element)?,
            Part::Close(_) => {
                reading.levels.pop();
            }
            Part::Text(_) => {}
        }
    }
    match reading.graphs {
        1 => Ok(reading.finish()),
        0 => Err(ImportFault::NoGraph.at(Spot::new(file, 1, "<graph>"), "")),
        many => Err(ImportFault::SeveralGraphs.at(Spot::new(file, 1, "<graph>"), &many.to_string())),
    }
}

impl Reading<'_> {
    fn open(&mut self, element: &Element) -> Result<(), RecordsError> {
        let level = match element.name.as_str() {
            "graph" => self.begin_graph(element)?,
            "attributes" => Level::Attributes(match element.get("class") {
                Some("edge") => Class::Edge,
                _ => Class::Node,
            }),
            "attribute" => return self.declare(element),
            "node" => self.node(element)?,
            "edge" => self.edge(element)?,
            "attvalue" => {
                self.value(element)?;
                Level::Other
            }
            "spell" | "slice" => {
                self.spell(element);
                Level::Other
            }
            "parent" => {
                if let (Some(parent), Some(place)) = (element.get("for"), self.node_around()) {
                    let cell = ("parent_id".to_owned(), parent.to_owned());
                    self.graph.nodes[place].cells.push(cell);
                }
                Level::Other
            }
            _ => Level::Other,
        };
        self.levels.push(level);
        Ok(())
    }

    fn begin_graph(&mut self, element: &Element) -> Result<Level, RecordsError> {
        self.graphs += 1;
        self.edges_are_directed = self.direction(element.get("defaultedgetype").unwrap_or("undirected"))?;
        Ok(Level::Other)
    }

    fn direction(&mut self, word: &str) -> Result<Option<bool>, RecordsError> {
        match word {
            "directed" => Ok(Some(true)),
            // both ways is what an undirected tie says
            "undirected" | "mutual" | "double" => Ok(Some(false)),
            other => Err(self.markup.refuse(ImportFault::Direction, other)),
        }
    }

    fn declare(&mut self, element: &Element) -> Result<(), RecordsError> {
        let class = self.levels.iter().rev().find_map(|level| match level {
            Level::Attributes(class) => Some(*class),
            _ => None,
        });
        let id = self.markup.required(element, "id")?.to_owned();
        let mut declared = Declared {
            title: element.get("title").unwrap_or(&id).to_owned(),
            default: None,
        };
        let mut depth = 1;
        while depth > 0 {
            match self.markup.next()? {
                Some(Part::Open(inner)) if inner.name == "default" && depth == 1 => {
                    declared.default = Some(self.markup.text_of_element()?).filter(|text| !text.is_empty());
                }
                Some(Part::Open(_)) => depth += 1,
                Some(Part::Close(_)) => depth -= 1,
                Some(Part::Text(_)) => {}
                None => break,
            }
        }
        self.declared.insert((class.unwrap_or(Class::Node), id), declared);
        Ok(())
    }

    fn node_around(&self) -> Option<usize> {
        self.levels.iter().rev().find_map(|level| match level {
            Level::Node(place) => Some(*place),
            _ => None,
        })
    }

    fn node(&mut self, element: &Element) -> Result<Level, RecordsError> {
        let id = self.markup.required(element, "id")?.to_owned();
        let around = self.node_around().map(|place| self.graph.nodes[place].id.clone());
        let group = element.get("pid").map(str::to_owned).or(around);
        let at = self.graph.next_node();
        self.graph.nodes.push(Node {
            id,
            label: element.get("label").map(str::to_owned),
            cells: group.map(|group| ("parent_id".to_owned(), group)).into_iter().collect(),
            line: element.line,
            at,
            ..Node::default()
        });
        self.node_lives.push(Life::of(element));
        Ok(Level::Node(self.graph.nodes.len() - 1))
    }

    fn edge(&mut self, element: &Element) -> Result<Level, RecordsError> {
        let directed = match element.get("type") {
            Some(word) => self.direction(word)?,
            None => self.edges_are_directed,
        };
        let mut cells = Vec::new();
        if let Some(weight) = element.get("weight") {
            if weight.parse::<f64>().is_err() {
                return Err(self.markup.refuse(ImportFault::Weight, weight));
            }
            cells.push(("strength".to_owned(), weight.to_owned()));
        }
        for name in ["kind", "label"] {
            cells.extend(element.get(name).map(|value| (name.to_owned(), value.to_owned())));
        }
        let at = self.graph.next_tie();
        self.graph.ties.push(Tie {
            id: element.get("id").map(str::to_owned),
            source: self.markup.required(element, "source")?.to_owned(),
            target: self.markup.required(element, "target")?.to_owned(),
            directed,
            cells,
            at,
        });
        self.edge_lives.push(Life::of(element));
        Ok(Level::Edge(self.graph.ties.len() - 1))
    }

    fn value(&mut self, element: &Element) -> Result<(), RecordsError> {
        // `id` is how version 1.0 writes `for`
        let attribute = match element.get("for").or_else(|| element.get("id")) {
            Some(attribute) => attribute.to_owned(),
            None => return Err(self.markup.refuse(ImportFault::NoAttribute, "for")),
        };
        let timed = Timed {
            attribute,
            value: element.get("value").unwrap_or_default().to_owned(),
            spell: Spell::of(element),
        };
        if let Some(life) = self.life_around() {
            life.values.push(timed);
        }
        Ok(())
    }

    fn spell(&mut self, element: &Element) {
        let spell = Spell::of(element);
        if let Some(life) = self.life_around() {
            life.spells.push(spell);
        }
    }

    fn life_around(&mut self) -> Option<&mut Life> {
        let level = self
            .levels
            .iter()
            .rev()
            .find(|level| matches!(level, Level::Node(_) | Level::Edge(_)))?;
        match level {
            Level::Node(place) => self.node_lives.get_mut(*place),
            Level::Edge(place) => self.edge_lives.get_mut(*place),
            _ => None,
        }
    }

    fn finish(mut self) -> Graph {
        let all = self.node_lives.iter().chain(&self.edge_lives);
        let times = all.flat_map(|life| life.spells.iter().chain(life.values.iter().map(|timed| &timed.spell)));
        let clock = Spells::of(times);
        for (node, life) in self.graph.nodes.iter_mut().zip(&self.node_lives) {
            life.describe(Class::Node, &self.declared, &mut node.cells);
            clock.membership(&life.spells, &mut node.cells);
        }
        let ties = std::mem::take(&mut self.graph.ties);
        for (tie, life) in ties.into_iter().zip(&self.edge_lives) {
            self.graph.ties.extend(edge_rows(tie, life, &self.declared, &clock));
        }
        self.graph.take_labels();
        self.graph
    }
}

impl Life {
    fn of(element: &Element) -> Self {
        let spell = Spell::of(element);
        let mut spells = element.get("intervals").map_or_else(Vec::new, Spell::intervals);
        spells.extend(element.get("timestamps").map_or_else(Vec::new, Spell::moments));
        if !spell.is_always() {
            spells.insert(0, spell);
        }
        Self {
            spells,
            values: Vec::new(),
        }
    }

    /// What its attributes say; of one that changed over time, what it said last.
    fn describe(
        &self,
        class: Class,
        declared: &BTreeMap<(Class, String), Declared>,
        cells: &mut Vec<(String, String)>,
    ) {
        for ((_, id), attribute) in declared.iter().filter(|((of, _), _)| *of == class) {
            let values = self.values.iter().filter(|timed| timed.attribute == *id);
            let last = values.max_by(|a, b| a.spell.start_key().total_cmp(&b.spell.start_key()));
            let said = last
                .map(|timed| timed.value.clone())
                .or_else(|| attribute.default.clone());
            cells.extend(said.map(|value| (attribute.title.clone(), value)));
        }
        let undeclared = |timed: &&Timed| !declared.contains_key(&(class, timed.attribute.clone()));
        let undeclared = self.values.iter().filter(undeclared);
        cells.extend(undeclared.map(|timed| (timed.attribute.clone(), timed.value.clone())));
    }
}

/// One tie for each weight that the edge had over time, else for each spell; one without dates where it has neither.
fn edge_rows(mut tie: Tie, life: &Life, declared: &BTreeMap<(Class, String), Declared>, clock: &Spells) -> Vec<Tie> {
    let is_weight = |timed: &&Timed| {
        let title = declared
            .get(&(Class::Edge, timed.attribute.clone()))
            .map(|of| of.title.to_lowercase());
        let named = title.unwrap_or_else(|| timed.attribute.to_lowercase());
        named == "weight" && !timed.spell.is_always() && timed.value.parse::<f64>().is_ok()
    };
    let weights: Vec<&Timed> = life.values.iter().filter(is_weight).collect();
    life.describe(Class::Edge, declared, &mut tie.cells);
    if weights.is_empty() {
        if tie.cells.iter().any(|(name, _)| name == "strength") {
            // Gephi repeats the edge's weight among its attributes
            tie.cells.retain(|(name, _)| !name.eq_ignore_ascii_case("weight"));
        }
        return clock.repeat(&tie, &life.spells);
    }
    tie.cells
        .retain(|(name, _)| name != "strength" && !name.eq_ignore_ascii_case("weight"));
    let of_weight = |timed: &&Timed| {
        let mut tie = tie.clone();
        tie.cells.push(("strength".to_owned(), timed.value.clone()));
        (tie, timed.spell.clone())
    };
    clock.number(weights.iter().map(of_weight).collect())
}
