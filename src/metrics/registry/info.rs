//! What is each measure called, in what unit does it come, and who defined it?
//!
//! In: a measure of the registry. Out: its [`MeasureInfo`].

use super::{MeasureInfo, NetworkMeasure, NodeMeasure};
use crate::network::Direction;

const FREEMAN_1977: &str = "Freeman 1977, 10.2307/3033543";
const FREEMAN_1979: &str = "Freeman 1979, 10.1016/0378-8733(78)90021-7";
const BARRAT_2004: &str = "Barrat et al. 2004, 10.1073/pnas.0400087101";
const BOLDI_VIGNA_2014: &str = "Rochat 2009; Boldi & Vigna 2014, 10.1080/15427951.2013.865686";
const SEIDMAN_1983: &str = "Seidman 1983, 10.1016/0378-8733(83)90028-X";
const BURT_1992: &str = "Burt 1992; Burt 2004, 10.1086/421787";
const KRACKHARDT_STERN_1988: &str = "Krackhardt & Stern 1988, 10.2307/2786835";
const TARJAN_1972: &str = "Tarjan 1972, 10.1137/0201010";
const HOPCROFT_TARJAN_1973: &str = "Hopcroft & Tarjan 1973, 10.1145/362248.362272";
const WASSERMAN_FAUST_1994: &str = "Wasserman & Faust 1994, 10.1017/CBO9780511815478";

const NO_GROUPED_TIE: &str = "no tie between two stakeholders that have a group";

const fn info(
    name: &'static str,
    unit: &'static str,
    range: &'static str,
    definition: &'static str,
    source: &'static str,
) -> MeasureInfo {
    MeasureInfo {
        name,
        unit,
        range,
        definition,
        undefined: "",
        source,
    }
}

impl MeasureInfo {
    const fn undefined_where(self, undefined: &'static str) -> Self {
        Self { undefined, ..self }
    }
}

impl NodeMeasure {
    /// Every measure, in the order of export.
    pub const ALL: &'static [Self] = &[
        Self::Degree,
        Self::Strength,
        Self::InDegree,
        Self::OutDegree,
        Self::InStrength,
        Self::OutStrength,
        Self::Harmonic,
        Self::HarmonicIn,
        Self::HarmonicOut,
        Self::BetweennessRaw,
        Self::Betweenness,
        Self::CoreNumber,
        Self::Constraint,
        Self::EiIndex,
        Self::EiIndexStrength,
        Self::Articulation,
        Self::Stranded,
    ];

    /// Whether tables of a direction have it.
    #[must_use]
    pub const fn is_in(self, direction: Direction) -> bool {
        match self {
            Self::Harmonic => matches!(direction, Direction::Undirected),
            Self::InDegree
            | Self::OutDegree
            | Self::InStrength
            | Self::OutStrength
            | Self::HarmonicIn
            | Self::HarmonicOut => matches!(direction, Direction::Directed),
            _ => true,
        }
    }

    /// What is known of it.
    #[must_use]
    #[rustfmt::skip]
    pub const fn info(self) -> MeasureInfo {
        match self {
            Self::Degree => info("degree", "ties", "0 to n − 1", "Number of partners.", FREEMAN_1979),
            Self::Strength => info("strength", "strength", "0 and up", "Sum of the strengths of its ties.", BARRAT_2004),
            Self::InDegree => info("in_degree", "ties", "0 to n − 1", "Number of partners whose ties lead to it.", FREEMAN_1979),
            Self::OutDegree => info("out_degree", "ties", "0 to n − 1", "Number of partners to whom its ties lead.", FREEMAN_1979),
            Self::InStrength => info("in_strength", "strength", "0 and up", "Sum of the strengths of the ties that lead to it.", BARRAT_2004),
            Self::OutStrength => info("out_strength", "strength", "0 and up", "Sum of the strengths of the ties that lead from it.", BARRAT_2004),
            Self::Harmonic => info("harmonic", "1/length", "0 to 1 by hops; 0 and up by inverse strength", "Mean of 1/distance over all others, 0 for those out of reach.", BOLDI_VIGNA_2014),
            Self::HarmonicIn => info("harmonic_in", "1/length", "0 to 1 by hops; 0 and up by inverse strength", "Mean of 1/distance from all others to it, 0 for those that do not reach it.", BOLDI_VIGNA_2014),
            Self::HarmonicOut => info("harmonic_out", "1/length", "0 to 1 by hops; 0 and up by inverse strength", "Mean of 1/distance from it to all others, 0 for those it does not reach.", BOLDI_VIGNA_2014),
            Self::BetweennessRaw => info("betweenness_raw", "pairs", "0 to (n − 1)(n − 2)/2; directed twice that", "Pairs of others, each counted by the share of its shortest paths that lead through it.", FREEMAN_1977),
            Self::Betweenness => info("betweenness", "share", "0 to 1", "Share of all pairs of others that it stands between on shortest paths.", FREEMAN_1977).undefined_where("fewer than three stakeholders"),
            Self::CoreNumber => info("core_number", "ties", "0 to degree", "Largest k such that it belongs to a group in which everyone has k partners within the group.", SEIDMAN_1983),
            Self::Constraint => info("constraint", "index", "above 0; 1.125 in a triangle", "How far its ties go to partners who are tied to each other.", BURT_1992).undefined_where("no partner"),
            Self::EiIndex => info("ei_index", "index", "−1 to 1", "Ties to other groups less ties within the group, over both.", KRACKHARDT_STERN_1988).undefined_where(NO_GROUPED_TIE),
            Self::EiIndexStrength => info("ei_index_strength", "index", "−1 to 1", "Strength of ties to other groups less strength of ties within the group, over both.", KRACKHARDT_STERN_1988).undefined_where(NO_GROUPED_TIE),
            Self::Articulation => info("articulation", "0 or 1", "0 or 1", "1 where its component would fall apart without it.", TARJAN_1972),
            Self::Stranded => info("stranded", "stakeholders", "0 to n − 2", "How many of its component would be cut off from the largest piece left without it.", TARJAN_1972),
        }
    }
}

impl NetworkMeasure {
    /// Every figure, in the order of export.
    pub const ALL: &'static [Self] = &[
        Self::Members,
        Self::Active,
        Self::Ties,
        Self::Density,
        Self::MeanDegree,
        Self::Components,
        Self::LargestComponentShare,
        Self::DegreeCentralization,
        Self::EiIndex,
        Self::ArticulationPoints,
    ];

    /// What is known of it.
    #[must_use]
    #[rustfmt::skip]
    pub const fn info(self) -> MeasureInfo {
        match self {
            Self::Members => info("members", "stakeholders", "0 and up", "Number of stakeholders in the network.", WASSERMAN_FAUST_1994),
            Self::Active => info("active", "stakeholders", "0 to members", "Number of stakeholders with at least one tie.", WASSERMAN_FAUST_1994),
            Self::Ties => info("ties", "ties", "0 to n(n − 1)/2", "Number of tied pairs.", WASSERMAN_FAUST_1994),
            Self::Density => info("density", "share", "0 to 1", "Tied pairs over all pairs.", WASSERMAN_FAUST_1994).undefined_where("fewer than two stakeholders"),
            Self::MeanDegree => info("mean_degree", "ties", "0 to n − 1", "Mean number of partners.", WASSERMAN_FAUST_1994).undefined_where("no stakeholder"),
            Self::Components => info("components", "pieces", "0 to members", "Number of separate pieces; each stakeholder without a tie is one.", HOPCROFT_TARJAN_1973),
            Self::LargestComponentShare => info("largest_component_share", "share", "above 0, to 1", "Share of the stakeholders in the largest piece.", HOPCROFT_TARJAN_1973).undefined_where("no stakeholder"),
            Self::DegreeCentralization => info("degree_centralization", "share", "0 to 1", "How near the network is to a star around one stakeholder.", FREEMAN_1979).undefined_where("fewer than three stakeholders"),
            Self::EiIndex => info("ei_index", "index", "−1 to 1", "Ties between groups less ties within groups, over both.", KRACKHARDT_STERN_1988).undefined_where(NO_GROUPED_TIE),
            Self::ArticulationPoints => info("articulation_points", "stakeholders", "0 to n − 2", "Number of stakeholders without whom their component would fall apart.", TARJAN_1972),
        }
    }
}
