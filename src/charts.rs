//! 6 · Show it: the charts, drawn as SVG in one theme.
//!
//! In: an [`Analysis`](crate::analysis::Analysis) and a language. Out: [`Chart`]s, each with its title (the finding),
//! alternative text and the table behind it. The only place that knows plotters; nothing is computed.

use crate::tables::Table;

pub mod theme;

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
