//! Which stakeholders and ties does a Pajek network hold?
//!
//! In: a `.net` file with one network, in UTF-8 or as older Windows programs write. Out: its vertices as stakeholders
//! and its lines as partnerships; of a two-mode network the second set of vertices are events, and lines are
//! participations. Intervals give dates where they are years.

use std::borrow::Cow;
use std::path::PathBuf;

use super::fault::{ImportFault, Spot};
use super::graph::{At, Graph, Node, Tie};
use super::spells::{Spell, Spells};
use super::{ImportFormat, ImportOptions, Imported, graph};
use crate::records::RecordsError;

/// Reads one file.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    graph::read_one(ImportFormat::Pajek, files, options, parse)
}

/// Which section a line stands in.
#[derive(Debug, Clone, PartialEq)]
enum Section {
    Start,
    Vertices,
    /// Lines of two vertices each.
    Lines {
        directed: bool,
        relation: Option<String>,
    },
    /// One vertex, then all that it is tied to.
    Lists {
        directed: bool,
        relation: Option<String>,
    },
    /// A row of numbers for each vertex.
    Matrix {
        row: usize,
    },
}

struct Reading<'a> {
    file: &'a str,
    graph: Graph,
    section: Section,
    /// Vertices, and how many of them are of the first set.
    size: Option<(usize, usize)>,
    /// More vertices than this the file cannot mean: each takes a line, or is named by none.
    most_vertices: usize,
    ties: Vec<(Tie, Vec<Spell>)>,
    lives: Vec<Vec<Spell>>,
}

fn parse(file: &str, bytes: &[u8], mut graph: Graph) -> Result<Graph, RecordsError> {
    let text = decoded(file, bytes)?;
    graph.name_elements("vertex", "line");
    let mut reading = Reading {
        file,
        graph,
        section: Section::Start,
        size: None,
        most_vertices: bytes.len().max(1_000_000),
        ties: Vec::new(),
        lives: Vec::new(),
    };
    for (place, line) in text.lines().enumerate() {
        let (line, number) = (line.trim(), place as u64 + 1);
        if line.is_empty() || line.starts_with(['%', '#']) || line.starts_with("/*") {
            continue;
        }
        match line.strip_prefix('*') {
            Some(head) => reading.begin(head, number)?,
            None => reading.line(line, number)?,
        }
    }
    match reading.size {
        Some(_) => Ok(reading.finish()),
        None => Err(ImportFault::NoGraph.at(Spot::new(file, 1, "*Vertices"), "")),
    }
}

/// The text: UTF-8 or UTF-16 by their marks, UTF-8 where it is, else Windows-1252, which is what Pajek wrote for years.
fn decoded<'a>(file: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>, RecordsError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(RecordsError::Empty { file: file.to_owned() });
    }
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0,
        },
    };
    if text.contains('\0') {
        return Err(RecordsError::Binary { file: file.to_owned() });
    }
    Ok(text)
}

impl Reading<'_> {
    fn refuse(&self, fault: ImportFault, line: u64, place: &str, value: &str) -> RecordsError {
        fault.at(Spot::new(self.file, line, place), value)
    }

    /// A line that begins a section.
    fn begin(&mut self, head: &str, line: u64) -> Result<(), RecordsError> {
        let words = words(head);
        let name = words.first().map(|word| word.text.to_lowercase()).unwrap_or_default();
        let relation = relation(&words[1.min(words.len())..]);
        self.section = match name.as_str() {
            "network" if self.size.is_none() => Section::Start,
            "vertices" if self.size.is_none() => {
                self.size = Some(self.vertices(&words, line)?);
                Section::Vertices
            }
            "network" | "vertices" => {
                return Err(self.refuse(ImportFault::SeveralGraphs, line, "", &format!("*{head}")));
            }
            "arcs" | "edges" | "arcslist" | "edgeslist" | "matrix" if self.size.is_none() => {
                return Err(self.refuse(ImportFault::NoGraph, line, "*Vertices", ""));
            }
            "arcs" => Section::Lines {
                directed: true,
                relation,
            },
            "edges" => Section::Lines {
                directed: false,
                relation,
            },
            "arcslist" => Section::Lists {
                directed: true,
                relation,
            },
            "edgeslist" => Section::Lists {
                directed: false,
                relation,
            },
            "matrix" => Section::Matrix { row: 0 },
            _ => return Err(self.refuse(ImportFault::Section, line, "", &format!("*{head}"))),
        };
        Ok(())
    }

    /// How many vertices there are, and how many of them in the first set; all of them exist, listed or not.
    fn vertices(&mut self, words: &[Word], line: u64) -> Result<(usize, usize), RecordsError> {
        let count = |place: usize| words.get(place).and_then(|word| word.text.parse::<usize>().ok());
        let all = count(1).filter(|all| *all <= self.most_vertices);
        let Some(all) = all else {
            let found = words.get(1).map_or("", |word| word.text.as_str());
            return Err(self.refuse(ImportFault::Vertex, line, "*Vertices", found));
        };
        let first = count(2).filter(|first| *first < all).unwrap_or(all);
        Ok((all, first))
    }

    fn line(&mut self, line: &str, number: u64) -> Result<(), RecordsError> {
        let words = words(line);
        match self.section.clone() {
            Section::Start => Err(self.refuse(ImportFault::Root, number, "*Vertices", line)),
            Section::Vertices => self.vertex(&words, number),
            Section::Lines { directed, relation } => self.pair(&words, number, directed, relation.as_deref()),
            Section::Lists { directed, relation } => self.list(&words, number, directed, relation.as_deref()),
            Section::Matrix { row } => {
                self.section = Section::Matrix { row: row + 1 };
                self.matrix_row(&words, number, row)
            }
        }
    }

    fn number(&self, word: &Word, line: u64) -> Result<usize, RecordsError> {
        let size = self.size.map_or(0, |(all, _)| all);
        let number = word
            .text
            .parse::<usize>()
            .ok()
            .filter(|number| (1..=size).contains(number));
        number.ok_or_else(|| self.refuse(ImportFault::Vertex, line, "", &word.text))
    }

    fn vertex(&mut self, words: &[Word], line: u64) -> Result<(), RecordsError> {
        let number = self.number(&words[0], line)?;
        let label = words
            .get(1)
            .filter(|word| word.is_quoted || word.text.parse::<f64>().is_err() || words.len() == 2);
        let at = self.graph.next_node();
        self.graph.nodes.push(Node {
            id: id(number),
            label: label
                .map(|word| word.text.clone())
                .filter(|text| !text.trim().is_empty()),
            cells: Vec::new(),
            is_event: self.is_event(number),
            line,
            at,
            also: Vec::new(),
        });
        self.lives.push(self.spells(words, line)?);
        Ok(())
    }

    fn is_event(&self, number: usize) -> bool {
        self.size.is_some_and(|(_, first)| number > first)
    }

    /// `source target weight parameters [interval]`
    fn pair(&mut self, words: &[Word], line: u64, directed: bool, relation: Option<&str>) -> Result<(), RecordsError> {
        let [from, to, rest @ ..] = words else {
            let found: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
            return Err(self.refuse(ImportFault::ShortLine, line, "", &found.join(" ")));
        };
        let (source, target) = (self.number(from, line)?, self.number(to, line)?);
        let mut cells = Vec::new();
        // the third word is the weight, unless parameters or an interval begin at once
        let third = rest.first().filter(|word| !word.is_quoted && !word.is_interval());
        if let Some(weight) =
            third.filter(|word| word.text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)))
        {
            if weight.text.parse::<f64>().is_err() {
                return Err(self.refuse(ImportFault::Weight, line, "", &weight.text));
            }
            cells.push(("strength".to_owned(), weight.text.clone()));
        }
        let label = rest.windows(2).find(|pair| pair[0].text == "l" && pair[1].is_quoted);
        cells.extend(label.map(|pair| ("label".to_owned(), pair[1].text.clone())));
        let spells = self.spells(rest, line)?;
        let at = self.graph.next_tie();
        self.tie((source, target), directed, relation, cells, (at, spells));
        Ok(())
    }

    fn list(&mut self, words: &[Word], line: u64, directed: bool, relation: Option<&str>) -> Result<(), RecordsError> {
        let [from, others @ ..] = words else { return Ok(()) };
        let source = self.number(from, line)?;
        for other in others {
            let target = self.number(other, line)?;
            let at = self.graph.next_tie();
            self.tie((source, target), directed, relation, Vec::new(), (at, Vec::new()));
        }
        Ok(())
    }

    /// One row of an adjacency matrix: of a two-mode network its columns are the second set.
    fn matrix_row(&mut self, words: &[Word], line: u64, row: usize) -> Result<(), RecordsError> {
        let (all, first) = self.size.unwrap_or_default();
        let (rows, columns) = if first < all { (first, all - first) } else { (all, all) };
        if row >= rows || words.len() != columns {
            let found = words.len().to_string();
            return Err(self.refuse(ImportFault::MatrixRow, line, "*Matrix", &found));
        }
        for (place, word) in words.iter().enumerate() {
            let Some(weight) = word.text.parse::<f64>().ok().filter(|weight| weight.is_finite()) else {
                return Err(self.refuse(ImportFault::Weight, line, "*Matrix", &word.text));
            };
            if weight.abs() > 0.0 {
                let target = if first < all { first + place + 1 } else { place + 1 };
                let element = self.graph.next_tie();
                let cells = vec![("strength".to_owned(), word.text.clone())];
                self.tie((row + 1, target), true, None, cells, (element, Vec::new()));
            }
        }
        Ok(())
    }

    fn tie(
        &mut self,
        (source, target): (usize, usize),
        directed: bool,
        relation: Option<&str>,
        mut cells: Vec<(String, String)>,
        (at, spells): (At, Vec<Spell>),
    ) {
        cells.extend(relation.map(|relation| ("kind".to_owned(), relation.to_owned())));
        let tie = Tie {
            id: None,
            source: id(source),
            target: id(target),
            directed: Some(directed),
            cells,
            at,
        };
        self.ties.push((tie, spells));
    }

    /// The intervals at the end of a line: `[1-3,5]`, `[5-*]`.
    fn spells(&self, words: &[Word], line: u64) -> Result<Vec<Spell>, RecordsError> {
        let Some(word) = words.iter().find(|word| word.is_interval()) else {
            return Ok(Vec::new());
        };
        let is_time = |text: &str| text == "*" || text.parse::<f64>().is_ok();
        let inner = word.text.trim_matches(|c| matches!(c, '[' | ']'));
        let spell = |part: &str| {
            let (start, end) = part.split_once('-').unwrap_or((part, part));
            let (start, end) = (start.trim(), end.trim());
            (is_time(start) && is_time(end)).then(|| Spell::new(start, end))
        };
        let spells: Option<Vec<Spell>> = inner.split(',').map(str::trim).map(spell).collect();
        spells.ok_or_else(|| self.refuse(ImportFault::Interval, line, "", &word.text))
    }

    fn finish(mut self) -> Graph {
        let times = self
            .ties
            .iter()
            .flat_map(|(_, spells)| spells)
            .chain(self.lives.iter().flatten());
        let clock = Spells::of(times);
        for (node, spells) in self.graph.nodes.iter_mut().zip(&self.lives) {
            clock.membership(spells, &mut node.cells);
        }
        for (tie, spells) in &self.ties {
            self.graph.ties.extend(clock.repeat(tie, spells));
        }
        let (all, _) = self.size.unwrap_or_default();
        let listed: std::collections::BTreeSet<String> = self.graph.nodes.iter().map(|node| node.id.clone()).collect();
        // what the count declares is there, whether or not a line describes it
        for number in (1..=all).filter(|number| !listed.contains(&id(*number))) {
            let at = self.graph.next_node();
            self.graph.nodes.push(Node {
                id: id(number),
                is_event: self.is_event(number),
                at,
                ..Node::default()
            });
        }
        self.graph
    }
}

/// A vertex's id: `v1`, as Pajek itself calls one without a label.
fn id(number: usize) -> String {
    format!("v{number}")
}

/// The name of a relation: `:2 "works with"`.
fn relation(words: &[Word]) -> Option<String> {
    let numbered = words.first().filter(|word| word.text.starts_with(':'));
    let named = words.iter().find(|word| word.is_quoted).map(|word| word.text.clone());
    named.or_else(|| numbered.map(|word| format!("relation {}", &word.text[1..])))
}

/// One word of a line.
#[derive(Debug, Clone, PartialEq)]
struct Word {
    text: String,
    is_quoted: bool,
}

impl Word {
    fn is_interval(&self) -> bool {
        !self.is_quoted && self.text.starts_with('[')
    }
}

/// The words of a line: text in quotes is one, and so is an interval with its blanks.
fn words(line: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = line.trim();
    while let Some(first) = rest.chars().next() {
        let close = match first {
            '"' | '\'' => Some(first),
            '[' => Some(']'),
            _ => None,
        };
        let within = close.and_then(|close| rest[1..].find(close).map(|at| at + 1));
        let (word, after) = match (first, within) {
            ('[', Some(at)) => (&rest[..=at], &rest[at + 1..]),
            (_, Some(at)) => (&rest[1..at], &rest[at + 1..]),
            _ => rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())),
        };
        words.push(Word {
            text: word.to_owned(),
            is_quoted: within.is_some() && first != '[',
        });
        rest = after.trim_start();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_intervals_hold_words_together() {
        let found: Vec<(String, bool)> = words("2 \"Banco de Ideas\" 0.1 [1-3, 5] ic Red")
            .into_iter()
            .map(|word| (word.text, word.is_quoted))
            .collect();
        let expected = [
            ("2", false),
            ("Banco de Ideas", true),
            ("0.1", false),
            ("[1-3, 5]", false),
            ("ic", false),
            ("Red", false),
        ];
        assert_eq!(found, expected.map(|(text, quoted)| (text.to_owned(), quoted)));
        assert_eq!(words("1 \"open").len(), 2);
    }
}
