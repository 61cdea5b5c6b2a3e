//! 6 · Show it: the charts, drawn as SVG in one theme.
//!
//! In: an [`Analysis`](crate::analysis::Analysis) and a language. Out: [`Chart`]s, each with its title (the finding),
//! alternative text and the table behind it. The only place that knows plotters; nothing is computed.

use crate::messages::{Arg, Messages};
use crate::network::Place;
use crate::tables::Table;

pub mod axis;
pub mod canvas;
pub mod figure;
pub mod indicator_lines;
pub mod labels;
pub mod network_map;
pub mod numbers;
pub mod ranking;
pub mod sector_matrix;
#[cfg(test)]
mod testing;
pub mod text;
pub mod theme;

pub use text::font_faces;

/// One chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Its name, which is also its file's stem.
    pub id: String,
    /// The finding, as a sentence.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub description: String,
    /// The picture, with its font embedded.
    pub svg: String,
    /// The numbers behind it.
    pub table: Table,
}

impl Chart {
    /// The picture without its font, for a page that carries [`font_faces`] once.
    #[must_use]
    pub fn svg_without_font(&self) -> String {
        match (self.svg.find(canvas::FONT_START), self.svg.find(canvas::FONT_END)) {
            (Some(start), Some(end)) => {
                let mut svg = self.svg.clone();
                svg.replace_range(start..end + canvas::FONT_END.len(), "");
                svg
            }
            _ => self.svg.clone(),
        }
    }
}

/// What every chart needs besides its numbers.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The hub's name.
    pub hub: &'a str,
    /// The catalogue of the reader's language.
    pub messages: &'a Messages,
    /// What a place of the roster is called; persons are not named.
    pub name: &'a dyn Fn(Place) -> String,
}

impl Context<'_> {
    /// A sentence of the catalogue.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.messages.say(key, args)
    }
}
