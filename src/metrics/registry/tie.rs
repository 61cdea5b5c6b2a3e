//! Which measures of one tie are there? Their names, units, ranges, definitions and sources.
//!
//! In: nothing. Out: [`TieMeasure`], in the order of export, each with its [`MeasureInfo`].

use super::{MeasureInfo, info, source};

/// A measure of one tie: a column of `metrics --ties`, in the order in which they are exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TieMeasure {
    /// How strong.
    Strength,
    /// Pairs whose shortest paths use it.
    EdgeBetweenness,
    /// Whether it alone holds two parts together, as 0 or 1.
    Bridge,
    /// Partners that both ends share.
    Embeddedness,
    /// Share of their other partners that is common.
    Overlap,
    /// Significance of its strength.
    DisparityP,
    /// Days since it began.
    Age,
}

impl TieMeasure {
    /// Every measure, in the order of export.
    pub const ALL: &'static [Self] = &[
        Self::Strength,
        Self::EdgeBetweenness,
        Self::Bridge,
        Self::Embeddedness,
        Self::Overlap,
        Self::DisparityP,
        Self::Age,
    ];

    /// What is known of it.
    #[must_use]
    #[rustfmt::skip]
    pub const fn info(self) -> MeasureInfo {
        match self {
            Self::Strength => info("strength", "strength", "above 0", "How strong the tie is.", source::BARRAT_2004),
            Self::EdgeBetweenness => info("edge_betweenness", "pairs", "0 to n²/4; by hops 1 and up", "Pairs, each counted by the share of its shortest paths that use the tie.", source::GIRVAN_NEWMAN_2002).undefined_where("exact paths would take more work than the limit"),
            Self::Bridge => info("bridge", "0 or 1", "0 or 1", "1 where its component would fall apart without the tie.", source::TARJAN_1974),
            Self::Embeddedness => info("embeddedness", "partners", "0 to n − 2", "Number of partners that both ends share.", source::GRANOVETTER_1985),
            Self::Overlap => info("overlap", "share", "0 to 1", "Shared partners over all other partners of the two ends.", source::ONNELA_2007).undefined_where("the two have no other partner"),
            Self::DisparityP => info("disparity_p", "probability", "0 to 1", "Chance of a share as large if strengths fell at random, at the end where it is smaller.", source::SERRANO_2009),
            Self::Age => info("age", "days", "0 and up", "Days since the oldest record behind the tie began.", source::BURT_2002).undefined_where("nothing behind the tie is dated"),
        }
    }
}
