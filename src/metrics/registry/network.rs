//! Which figures of the whole network are there? Their names, units, ranges, definitions and sources.
//!
//! In: nothing. Out: [`NetworkMeasure`], in the order of export, each with its [`MeasureInfo`].

use super::{MeasureInfo, Needs, info, source};

const NO_GROUPED_TIE: &str = "no tie between two stakeholders that have a group";

/// A figure of the whole network: a row of `metrics --network`, in the order in which they are exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NetworkMeasure {
    /// Nodes.
    Members,
    /// Nodes with a tie.
    Active,
    /// Tied pairs.
    Ties,
    /// Ties over pairs.
    Density,
    /// Mean number of partners.
    MeanDegree,
    /// Separate pieces.
    Components,
    /// Share of the nodes in the largest piece.
    LargestComponentShare,
    /// Share of pairs out of reach.
    Fragmentation,
    /// Mean nearness of all pairs.
    GlobalEfficiency,
    /// Mean distance of connected pairs.
    MeanPathLength,
    /// Longest distance of a connected pair.
    Diameter,
    /// Closed among connected triples.
    Transitivity,
    /// Mean of the local clustering.
    MeanClustering,
    /// How far contact hangs on one.
    DegreeCentralization,
    /// How far mediation hangs on one.
    BetweennessCentralization,
    /// Whether the well connected are tied to each other.
    DegreeAssortativity,
    /// Whether groups keep to themselves.
    Assortativity,
    /// How sharply it falls into communities.
    Modularity,
    /// Dense parts.
    Communities,
    /// Share of arcs answered.
    Reciprocity,
    /// How far there is one core.
    CorePeripheryFit,
    /// Ties between groups against ties within.
    EiIndex,
    /// Cut points.
    ArticulationPoints,
    /// Ties that alone hold two parts together.
    Bridges,
    /// Share in the largest part without a cut point.
    LargestBiconnectedShare,
    /// How long it holds if the most connected leave.
    Robustness,
    /// How long it holds if anybody leaves.
    RobustnessRandom,
    /// The lower end of that.
    RobustnessRandomLow,
    /// The upper end of that.
    RobustnessRandomHigh,
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
        Self::Fragmentation,
        Self::GlobalEfficiency,
        Self::MeanPathLength,
        Self::Diameter,
        Self::Transitivity,
        Self::MeanClustering,
        Self::DegreeCentralization,
        Self::BetweennessCentralization,
        Self::DegreeAssortativity,
        Self::Assortativity,
        Self::Modularity,
        Self::Communities,
        Self::Reciprocity,
        Self::CorePeripheryFit,
        Self::EiIndex,
        Self::ArticulationPoints,
        Self::Bridges,
        Self::LargestBiconnectedShare,
        Self::Robustness,
        Self::RobustnessRandom,
        Self::RobustnessRandomLow,
        Self::RobustnessRandomHigh,
    ];

    /// What is known of it.
    #[must_use]
    #[rustfmt::skip]
    pub const fn info(self) -> MeasureInfo {
        match self {
            Self::Members => info("members", "stakeholders", "0 and up", "Number of stakeholders in the network.", source::WASSERMAN_FAUST_1994),
            Self::Active => info("active", "stakeholders", "0 to members", "Number of stakeholders with at least one tie.", source::WASSERMAN_FAUST_1994),
            Self::Ties => info("ties", "ties", "0 to n(n − 1)/2", "Number of tied pairs.", source::WASSERMAN_FAUST_1994),
            Self::Density => info("density", "share", "0 to 1", "Tied pairs over all pairs.", source::WASSERMAN_FAUST_1994).undefined_where("fewer than two stakeholders"),
            Self::MeanDegree => info("mean_degree", "ties", "0 to n − 1", "Mean number of partners.", source::WASSERMAN_FAUST_1994).undefined_where("no stakeholder"),
            Self::Components => info("components", "pieces", "0 to members", "Number of separate pieces; each stakeholder without a tie is one.", source::HOPCROFT_TARJAN_1973),
            Self::LargestComponentShare => info("largest_component_share", "share", "above 0, to 1", "Share of the stakeholders in the largest piece.", source::HOPCROFT_TARJAN_1973).undefined_where("no stakeholder"),
            Self::Fragmentation => info("fragmentation", "share", "0 to 1", "Share of the pairs without any path between them.", source::BORGATTI_2006).undefined_where("fewer than two stakeholders"),
            Self::GlobalEfficiency => info("global_efficiency", "1/length", "0 to 1 by hops; 0 and up by inverse strength", "Mean of 1/distance over all pairs, 0 for those without a path.", source::LATORA_MARCHIORI_2001).undefined_where("fewer than two stakeholders"),
            Self::MeanPathLength => info("mean_path_length", "length", "1 and up by hops", "Mean distance over the pairs that have a path.", source::WATTS_STROGATZ_1998).undefined_where("no tie"),
            Self::Diameter => info("diameter", "length", "1 and up by hops", "Longest distance between two that have a path.", source::WASSERMAN_FAUST_1994).undefined_where("no tie, or exact paths would take more work than the limit"),
            Self::Transitivity => info("transitivity", "share", "0 to 1", "Share of the pairs of ties with a common end whose other ends are tied.", source::NEWMAN_2003_STRUCTURE).undefined_where("no stakeholder with two partners"),
            Self::MeanClustering => info("mean_clustering", "share", "0 to 1", "Mean over all stakeholders of the share of tied pairs among their partners.", source::WATTS_STROGATZ_1998).undefined_where("no stakeholder"),
            Self::DegreeCentralization => info("degree_centralization", "share", "0 to 1", "How near the network is to a star around one stakeholder.", source::FREEMAN_1979).undefined_where("fewer than three stakeholders"),
            Self::BetweennessCentralization => info("betweenness_centralization", "share", "0 to 1", "How near the network is to a star in which one stands between all others.", source::FREEMAN_1979).undefined_where("fewer than three stakeholders"),
            Self::DegreeAssortativity => info("degree_assortativity", "correlation", "−1 to 1", "Correlation of the numbers of partners at the two ends of a tie.", source::NEWMAN_2002).undefined_where("no tie, or all tied have equally many partners"),
            Self::Assortativity => info("assortativity", "correlation", "−1 to 1", "Ties within groups beyond chance, over the most there could be.", source::NEWMAN_2003_MIXING).undefined_where("all grouped ties belong to one group, or there is none"),
            Self::Modularity => info("modularity", "index", "−0.5 to 1", "Strength within the communities beyond what the strengths of their members predict.", source::NEWMAN_GIRVAN_2004).undefined_where("no tie"),
            Self::Communities => info("communities", "parts", "0 to members", "Number of communities; stakeholders without a tie belong to none.", source::TRAAG_2019),
            Self::Reciprocity => info("reciprocity", "share", "0 to 1", "Share of the arcs that are answered.", source::WASSERMAN_FAUST_1994).undefined_where("no arc").needing(Needs::Arcs),
            Self::CorePeripheryFit => info("core_periphery_fit", "correlation", "0 to 1", "Correlation of the ties with the best pattern of a core tied to everyone and a periphery untied in itself.", source::BORGATTI_EVERETT_2000).undefined_where("fewer than three stakeholders, no tie, or all pairs tied"),
            Self::EiIndex => info("ei_index", "index", "−1 to 1", "Ties between groups less ties within groups, over both.", source::KRACKHARDT_STERN_1988).undefined_where(NO_GROUPED_TIE),
            Self::ArticulationPoints => info("articulation_points", "stakeholders", "0 to n − 2", "Number of stakeholders without whom their component would fall apart.", source::TARJAN_1972),
            Self::Bridges => info("bridges", "ties", "0 to n − 1", "Number of ties without which their component would fall apart.", source::TARJAN_1974),
            Self::LargestBiconnectedShare => info("largest_biconnected_share", "share", "0 to 1", "Share of the stakeholders in the largest part that no single departure splits.", source::HOPCROFT_TARJAN_1973).undefined_where("no stakeholder"),
            Self::Robustness => info("robustness", "share", "0 to 0.5", "Mean share left in the largest piece while the one with most partners leaves, one after the other.", source::SCHNEIDER_2011).undefined_where("no stakeholder"),
            Self::RobustnessRandom => info("robustness_random", "share", "0 to 0.5", "The same with departures in random order: mean of 100 draws.", source::SCHNEIDER_2011).undefined_where("no stakeholder"),
            Self::RobustnessRandomLow => info("robustness_random_low", "share", "0 to 0.5", "The same: 2.5 % of the draws are below.", source::SCHNEIDER_2011).undefined_where("no stakeholder"),
            Self::RobustnessRandomHigh => info("robustness_random_high", "share", "0 to 0.5", "The same: 2.5 % of the draws are above.", source::SCHNEIDER_2011).undefined_where("no stakeholder"),
        }
    }
}
