//! What is wrong with a foreign file, and where?
//!
//! In: the place and the value found. Out: a typed refusal whose sentences say what was found and what to do.

use super::ImportError;
use crate::records::RecordsError;

/// What stands in another program's file that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportFault {
    /// It is no well-formed XML or JSON.
    Malformed,
    /// An element is never closed.
    Unclosed,
    /// An entity that XML does not know by itself: nothing is ever expanded.
    Entity,
    /// Elements nested beyond reason.
    TooDeep,
    /// A text beyond reason.
    TooLong,
    /// Attributes beyond reason.
    ManyAttributes,
    /// An attribute given twice in one element.
    TwiceAttribute,
    /// An element of another format.
    Root,
    /// No graph in the file.
    NoGraph,
    /// Several graphs in one file.
    SeveralGraphs,
    /// An element without an attribute that it needs.
    NoAttribute,
    /// Two different nodes under one id.
    SameNode,
    /// A tie's weight that is no number.
    Weight,
    /// A direction that is none.
    Direction,
    /// A span of time that cannot be read.
    Interval,
    /// The number of a vertex that there is not.
    Vertex,
    /// A section that is none of the format's, or that stands where it cannot.
    Section,
    /// A line with fewer words than it needs.
    ShortLine,
    /// A row of a matrix with more or fewer numbers than vertices.
    MatrixRow,
    /// A sheet of another shape than the format's.
    NoHeader,
    /// Questions that nobody said the meaning of.
    Questions,
    /// The map gives a question that the file does not ask.
    NoQuestion,
    /// The map names a column or setting that there is not.
    MapKey,
}

impl ImportFault {
    /// All faults.
    pub const ALL: [Self; 23] = [
        Self::Malformed,
        Self::Unclosed,
        Self::Entity,
        Self::TooDeep,
        Self::TooLong,
        Self::ManyAttributes,
        Self::TwiceAttribute,
        Self::Root,
        Self::NoGraph,
        Self::SeveralGraphs,
        Self::NoAttribute,
        Self::SameNode,
        Self::Weight,
        Self::Direction,
        Self::Interval,
        Self::Vertex,
        Self::Section,
        Self::ShortLine,
        Self::MatrixRow,
        Self::NoHeader,
        Self::Questions,
        Self::NoQuestion,
        Self::MapKey,
    ];

    /// The key of the sentence that says what is wrong, and of the one that says what to do.
    #[must_use]
    pub const fn keys(self) -> (&'static str, &'static str) {
        macro_rules! keys {
            ($name:literal) => {
                (concat!("foreign-", $name), concat!("foreign-", $name, "-remedy"))
            };
        }
        match self {
            Self::Malformed => keys!("malformed"),
            Self::Unclosed => keys!("unclosed"),
            Self::Entity => keys!("entity"),
            Self::TooDeep => keys!("too-deep"),
            Self::TooLong => keys!("too-long"),
            Self::ManyAttributes => keys!("many-attributes"),
            Self::TwiceAttribute => keys!("twice-attribute"),
            Self::Root => keys!("root"),
            Self::NoGraph => keys!("no-graph"),
            Self::SeveralGraphs => keys!("several-graphs"),
            Self::NoAttribute => keys!("no-attribute"),
            Self::SameNode => keys!("same-node"),
            Self::Weight => keys!("weight"),
            Self::Direction => keys!("direction"),
            Self::Interval => keys!("interval"),
            Self::Vertex => keys!("vertex"),
            Self::Section => keys!("section"),
            Self::ShortLine => keys!("short-line"),
            Self::MatrixRow => keys!("matrix-row"),
            Self::NoHeader => keys!("no-header"),
            Self::Questions => keys!("questions"),
            Self::NoQuestion => keys!("no-question"),
            Self::MapKey => keys!("map-key"),
        }
    }

    /// The refusal of a file for what stands at a spot.
    pub(super) fn at(self, spot: Spot<'_>, value: &str) -> RecordsError {
        let shown: String = value.chars().take(LONGEST_SHOWN).collect();
        let cut = if shown.len() < value.len() { "…" } else { "" };
        let error = ImportError::Foreign {
            fault: self,
            file: spot.file.to_owned(),
            row: spot.row,
            place: spot.place.to_owned(),
            value: format!("{shown}{cut}"),
        };
        error.into()
    }
}

/// Letters of a value that a sentence shows; lists of questions are long.
const LONGEST_SHOWN: usize = 2_000;

/// Where in a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot<'a> {
    file: &'a str,
    row: u64,
    place: &'a str,
}

impl<'a> Spot<'a> {
    /// A row or line of a file, and the column or element there.
    pub(super) const fn new(file: &'a str, row: u64, place: &'a str) -> Self {
        Self { file, row, place }
    }
}
