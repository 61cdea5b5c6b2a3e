//! Which sections does the report have? One file each; a section that cannot be answered is a line among the records.
//!
//! In: [`Material`]. Out: [`Section`]s of words, figures and tables.

use crate::analysis::Analysis;
use crate::analysis::naming::Naming;
use crate::charts::Chart;
use crate::findings::Lacking;
use crate::messages::{Arg, Messages};
use crate::network::Place;
use crate::records::Sector;
use crate::tables::{Cell, Inexact};
use crate::time::{Day, Window};

use super::Edition;
use super::html::{Align, Block, Figure, Grid, Section};

mod adoption;
mod agreements;
mod brief;
mod carriers;
mod commitments;
mod gaps;
mod holds;
mod indicators;
mod introductions;
mod map;
mod meets;
mod members;
mod method;
mod records;
pub(super) mod settings;

pub(super) use carriers::{construct_word, lacking_constructs, left_out};

/// Rows of a table that stand open on the page; the rest stands in its file.
const ROWS_SHOWN: usize = 12;

/// Rows of the table behind a figure.
const FIGURE_ROWS: usize = 60;

/// The table that holds all numbers behind a chart.
fn table_behind(chart: &str) -> &str {
    let one_of_many = chart.split_once('-').map(|(kind, _)| kind);
    match (chart, one_of_many) {
        ("map", _) | (_, Some("ranking")) => "metrics",
        ("gap-board", _) => "gaps",
        ("run-off", _) => "runoff",
        ("sector-matrix", _) => "sectors",
        ("component-coverage", _) => "component_coverage",
        ("adoption-curve", _) => "adoption_curve",
        ("entries-exits", _) => "indicators_yearly",
        (_, Some("persistence")) => "persistence",
        (_, Some("indicator" | "headline")) => "indicators",
        (same, _) => same,
    }
}

/// What a page is made of.
#[derive(Clone, Copy)]
pub(super) struct Material<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) messages: &'a Messages,
    pub(super) naming: &'a Naming,
    pub(super) charts: &'a [Chart],
    pub(super) edition: Edition,
}

/// Every section that this hub can fill, in the order of the page.
pub(super) fn all(material: &Material<'_>) -> Vec<Section> {
    [
        Some(brief::section(material)),
        Some(records::section(material)),
        members::section(material),
        map::section(material),
        meets::section(material),
        holds::section(material),
        Some(gaps::section(material)),
        introductions::section(material),
        agreements::section(material),
        carriers::section(material),
        adoption::section(material),
        Some(indicators::section(material)),
        Some(method::section(material)),
        commitments::section(material),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Material<'_> {
    pub(super) fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.messages.say(key, args)
    }

    pub(super) fn word(&self, key: &str) -> String {
        self.messages.word(key)
    }

    pub(super) fn section(&self, id: &'static str, title: &str, blocks: Vec<Block>) -> Section {
        Section {
            id,
            title: self.word(title),
            blocks,
        }
    }

    pub(super) fn name(&self, place: Place) -> &str {
        self.naming.place(place)
    }

    pub(super) fn sector(&self, sector: Sector) -> String {
        self.word(&format!("sector-{}", sector.name()))
    }

    /// When, as the end of a sentence: `between … and …`.
    pub(super) fn window(&self) -> String {
        self.window_of(&self.analysis.window)
    }

    pub(super) fn window_of(&self, window: &Window) -> String {
        match window.period {
            Some(period) => self.say(
                "report-window",
                &[
                    ("from", period.start().into()),
                    ("to", period.end().plus_days(-1).into()),
                ],
            ),
            None => self.word("report-window-all"),
        }
    }

    pub(super) fn lacking(&self, lacking: &Lacking) -> String {
        let (key, args) = lacking.message();
        self.say(key, &args)
    }

    /// `A, B and C`; with more than `most`, `A, B and 7 others`.
    pub(super) fn list(&self, items: &[String], most: usize) -> String {
        crate::tables::listed(items, items.len(), most, self.messages)
    }

    pub(super) fn columns(&self, keys: &[(&str, Align)]) -> Vec<(String, Align)> {
        keys.iter().map(|(key, align)| (self.word(key), *align)).collect()
    }

    /// A table that shows its first rows and says where the others stand.
    pub(super) fn first_rows(&self, mut grid: Grid, rows: Vec<Vec<String>>, file: &str) -> Grid {
        let more = rows.len().saturating_sub(ROWS_SHOWN);
        grid.rows = rows.into_iter().take(ROWS_SHOWN).collect();
        grid.note = self.more(more, file);
        grid
    }

    /// The table without the columns in which nothing stands.
    pub(super) fn filled_columns(&self, mut grid: Grid) -> Grid {
        let filled: Vec<bool> = (0..grid.columns.len())
            .map(|place| grid.rows.iter().any(|row| !row[place].is_empty()))
            .collect();
        let keep = |place: &mut usize| {
            *place += 1;
            filled[*place - 1]
        };
        let mut place = 0;
        grid.columns.retain(|_| keep(&mut place));
        for row in &mut grid.rows {
            let mut place = 0;
            row.retain(|_| keep(&mut place));
        }
        grid
    }

    fn more(&self, more: usize, file: &str) -> Option<String> {
        let args = [("more", more.into()), ("file", file.into())];
        (more > 0).then(|| self.say("report-more", &args))
    }

    /// The chart of that name, where it was drawn, with the table behind it.
    pub(super) fn figure(&self, id: &str) -> Option<Block> {
        self.figure_with(id, Vec::new()).map(Block::Figure)
    }

    pub(super) fn chart(&self, id: &str) -> Option<&Chart> {
        self.charts.iter().find(|chart| chart.id == id)
    }

    pub(super) fn figure_with(&self, id: &str, notes: Vec<String>) -> Option<Figure> {
        let chart = self.chart(id)?;
        let numeric = |place: usize| {
            chart
                .table
                .rows
                .iter()
                .all(|row| !matches!(row[place], Cell::Text(_) | Cell::Truth(_)))
        };
        let columns = chart.table.columns.iter().enumerate().map(|(place, column)| {
            let align = if numeric(place) { Align::Number } else { Align::Text };
            (capital(&column.definition), align)
        });
        let mut grid = Grid::new(chart.title.clone(), columns.collect());
        let rows = chart.table.rows.iter().take(FIGURE_ROWS);
        grid.rows = rows
            .map(|row| row.iter().map(|cell| self.cell(cell)).collect())
            .collect();
        let more = chart.table.rows.len().saturating_sub(FIGURE_ROWS);
        grid.note = self.more(more, &format!("tables/{}.csv", table_behind(id)));
        Some(Figure {
            id: chart.id.clone(),
            title: chart.title.clone(),
            description: chart.description.clone(),
            svg: chart.svg_without_font(),
            grid,
            notes,
        })
    }

    /// A cell in the reader's language.
    fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => text
                .parse::<Day>()
                .map_or_else(|_| self.naming.text(text), |day| self.messages.day(day)),
            Cell::Number(number) => self.number(*number),
            Cell::Whole(number) => self.messages.number(*number as f64, 0),
            Cell::Truth(true) => self.word("yes"),
            Cell::Truth(false) => self.word("no"),
        }
    }

    /// Which measures are not exact.
    pub(in crate::report) fn inexact(&self) -> impl Iterator<Item = Inexact> {
        let nodes = Inexact::of_nodes(&self.analysis.nodes).into_iter();
        nodes.chain(Inexact::of_network(&self.analysis.whole))
    }

    /// A number as a reader wants it: whole where it is whole, else with about three digits.
    pub(super) fn number(&self, number: f64) -> String {
        let size = number.abs();
        let whole = number.fract().abs() < 1e-9;
        let decimals = match size {
            _ if whole || size >= 1000.0 => 0,
            10.0.. => 1,
            0.1.. => 2,
            _ => 3,
        };
        self.messages.number(number, decimals)
    }

    /// A share as a percentage with one decimal.
    pub(super) fn percent(&self, share: f64) -> String {
        let number = self.messages.number(share * 100.0, 1);
        self.say("report-percent", &[("number", number.into())])
    }

    /// A probability; a tiny one is told as less than a thousandth.
    pub(super) fn probability(&self, probability: f64) -> String {
        let least = self.messages.number(0.001, 3);
        match probability < 0.001 {
            true => self.say("report-under", &[("value", least.into())]),
            false => self.messages.number(probability, 3),
        }
    }

    pub(super) fn day(&self, day: Day) -> String {
        self.messages.day(day)
    }
}

/// A text block.
pub(super) fn text(text: String) -> Block {
    Block::Text { text }
}

/// A caveat.
pub(super) fn caveat(text: String) -> Block {
    Block::Caveat { text }
}

/// The text with its first letter as a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
