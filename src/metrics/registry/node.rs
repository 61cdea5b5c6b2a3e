//! Which measures of one stakeholder are there? Their names, units, ranges, definitions and sources.
//!
//! In: nothing. Out: [`NodeMeasure`], in the order of export, each with its [`MeasureInfo`].

use super::{MeasureInfo, Needs, info, source};

const NO_GROUPED_TIE: &str = "no tie between two stakeholders that have a group";

/// A measure of one stakeholder: a column of `metrics`, in the order in which they are exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeMeasure {
    /// Partners.
    Degree,
    /// Sum of strengths.
    Strength,
    /// Partners whose arcs arrive.
    InDegree,
    /// Partners to whom arcs lead.
    OutDegree,
    /// Sum of the strengths of arcs that arrive.
    InStrength,
    /// Sum of the strengths of arcs that leave.
    OutStrength,
    /// Inverse mean distance to those within reach.
    Closeness,
    /// Closeness along paths that arrive.
    ClosenessIn,
    /// Closeness along paths that leave.
    ClosenessOut,
    /// Nearness to all others.
    Harmonic,
    /// Nearness along paths that arrive.
    HarmonicIn,
    /// Nearness along paths that leave.
    HarmonicOut,
    /// Pairs of others that it stands between.
    BetweennessRaw,
    /// The same over all pairs of others.
    Betweenness,
    /// Standing by the standing of its partners.
    Eigenvector,
    /// The same with every tie alike.
    EigenvectorBinary,
    /// Share of a random walk's visits.
    PageRank,
    /// Leads to good authorities.
    Hub,
    /// Named by good hubs.
    Authority,
    /// Depth inside the dense part.
    CoreNumber,
    /// How far its partners know each other.
    Clustering,
    /// How far its partners close in on each other.
    Constraint,
    /// Partners less what is redundant.
    EffectiveSize,
    /// Share of its partners that is not redundant.
    Efficiency,
    /// How far constraint comes from one partner.
    Hierarchy,
    /// Links two of its own group.
    Coordinator,
    /// The same by chance.
    CoordinatorExpected,
    /// The same against chance.
    CoordinatorZ,
    /// Links two of one other group.
    Itinerant,
    /// The same by chance.
    ItinerantExpected,
    /// The same against chance.
    ItinerantZ,
    /// Links others into its group.
    Gatekeeper,
    /// The same by chance.
    GatekeeperExpected,
    /// The same against chance.
    GatekeeperZ,
    /// Links its group to others.
    Representative,
    /// The same by chance.
    RepresentativeExpected,
    /// The same against chance.
    RepresentativeZ,
    /// Links two different other groups.
    Liaison,
    /// The same by chance.
    LiaisonExpected,
    /// The same against chance.
    LiaisonZ,
    /// Ties outside against ties inside the group.
    EiIndex,
    /// The same by strength.
    EiIndexStrength,
    /// Spread of its ties over the groups.
    ParticipationCoefficient,
    /// The same by strength.
    ParticipationCoefficientStrength,
    /// Ties within its group against its peers'.
    WithinModuleZ,
    /// The same by strength.
    WithinModuleZStrength,
    /// Which dense part it belongs to.
    Community,
    /// Whether it is a cut point, as 0 or 1.
    Articulation,
    /// How many its leaving would cut off.
    Stranded,
    /// Share of the others within two ties.
    TwoStepReach,
    /// Events it took part in.
    Events,
    /// Events shared with others.
    EventStrength,
    /// Mean size of its events.
    MeanEventSize,
    /// Closeness among stakeholders and events.
    TwoModeCloseness,
    /// Betweenness among stakeholders and events.
    TwoModeBetweenness,
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
        Self::Closeness,
        Self::ClosenessIn,
        Self::ClosenessOut,
        Self::Harmonic,
        Self::HarmonicIn,
        Self::HarmonicOut,
        Self::BetweennessRaw,
        Self::Betweenness,
        Self::Eigenvector,
        Self::EigenvectorBinary,
        Self::PageRank,
        Self::Hub,
        Self::Authority,
        Self::CoreNumber,
        Self::Clustering,
        Self::Constraint,
        Self::EffectiveSize,
        Self::Efficiency,
        Self::Hierarchy,
        Self::Coordinator,
        Self::CoordinatorExpected,
        Self::CoordinatorZ,
        Self::Itinerant,
        Self::ItinerantExpected,
        Self::ItinerantZ,
        Self::Gatekeeper,
        Self::GatekeeperExpected,
        Self::GatekeeperZ,
        Self::Representative,
        Self::RepresentativeExpected,
        Self::RepresentativeZ,
        Self::Liaison,
        Self::LiaisonExpected,
        Self::LiaisonZ,
        Self::EiIndex,
        Self::EiIndexStrength,
        Self::ParticipationCoefficient,
        Self::ParticipationCoefficientStrength,
        Self::WithinModuleZ,
        Self::WithinModuleZStrength,
        Self::Community,
        Self::Articulation,
        Self::Stranded,
        Self::TwoStepReach,
        Self::Events,
        Self::EventStrength,
        Self::MeanEventSize,
        Self::TwoModeCloseness,
        Self::TwoModeBetweenness,
    ];

    /// What is known of it.
    #[must_use]
    #[rustfmt::skip]
    pub const fn info(self) -> MeasureInfo {
        match self {
            Self::Degree => info("degree", "ties", "0 to n − 1", "Number of partners.", source::FREEMAN_1979),
            Self::Strength => info("strength", "strength", "0 and up", "Sum of the strengths of its ties.", source::BARRAT_2004),
            Self::InDegree => info("in_degree", "ties", "0 to n − 1", "Number of partners whose ties lead to it.", source::FREEMAN_1979).needing(Needs::Arcs),
            Self::OutDegree => info("out_degree", "ties", "0 to n − 1", "Number of partners to whom its ties lead.", source::FREEMAN_1979).needing(Needs::Arcs),
            Self::InStrength => info("in_strength", "strength", "0 and up", "Sum of the strengths of the ties that lead to it.", source::BARRAT_2004).needing(Needs::Arcs),
            Self::OutStrength => info("out_strength", "strength", "0 and up", "Sum of the strengths of the ties that lead from it.", source::BARRAT_2004).needing(Needs::Arcs),
            Self::Closeness => info("closeness", "1/length", "0 to 1 by hops; 0 and up by inverse strength", "Inverse mean distance to those it reaches, times the share of the others that it reaches.", source::WASSERMAN_FAUST_1994).needing(Needs::Ties),
            Self::ClosenessIn => info("closeness_in", "1/length", "0 to 1 by hops; 0 and up by inverse strength", "Inverse mean distance from those that reach it, times the share of the others that do.", source::WASSERMAN_FAUST_1994).needing(Needs::Arcs),
            Self::ClosenessOut => info("closeness_out", "1/length", "0 to 1 by hops; 0 and up by inverse strength", "Inverse mean distance to those it reaches along arcs, times the share of the others that it reaches.", source::WASSERMAN_FAUST_1994).needing(Needs::Arcs),
            Self::Harmonic => info("harmonic", "1/length", "0 to 1 by hops; 0 and up by inverse strength", "Mean of 1/distance over all others, 0 for those out of reach.", source::BOLDI_VIGNA_2014).needing(Needs::Ties),
            Self::HarmonicIn => info("harmonic_in", "1/length", "0 to 1 by hops; 0 and up by inverse strength", "Mean of 1/distance from all others to it, 0 for those that do not reach it.", source::BOLDI_VIGNA_2014).needing(Needs::Arcs),
            Self::HarmonicOut => info("harmonic_out", "1/length", "0 to 1 by hops; 0 and up by inverse strength", "Mean of 1/distance from it to all others, 0 for those it does not reach.", source::BOLDI_VIGNA_2014).needing(Needs::Arcs),
            Self::BetweennessRaw => info("betweenness_raw", "pairs", "0 to (n − 1)(n − 2)/2; directed twice that", "Pairs of others, each counted by the share of its shortest paths that lead through it.", source::FREEMAN_1977),
            Self::Betweenness => info("betweenness", "share", "0 to 1", "Share of all pairs of others that it stands between on shortest paths.", source::FREEMAN_1977).undefined_where("fewer than three stakeholders"),
            Self::Eigenvector => info("eigenvector", "share of length", "0 to 1", "Its entry of the leading eigenvector of the strengths: tied strongly to those who are tied strongly.", source::BONACICH_1972).undefined_where("outside the largest component, or the largest eigenvalue hardly stands out"),
            Self::EigenvectorBinary => info("eigenvector_binary", "share of length", "0 to 1", "Its entry of the leading eigenvector of the ties, each counting 1.", source::BONACICH_1972).undefined_where("outside the largest component, or the largest eigenvalue hardly stands out"),
            Self::PageRank => info("pagerank", "share", "above 0, to 1", "Share of visits of a walk along ties, by strength, that starts anew with probability 0.15.", source::BRIN_PAGE_1998),
            Self::Hub => info("hub", "share", "0 to 1", "Share of hub weight: its arcs lead to good authorities.", source::KLEINBERG_1999).undefined_where("no arc, or the largest eigenvalue hardly stands out").needing(Needs::Arcs),
            Self::Authority => info("authority", "share", "0 to 1", "Share of authority weight: arcs of good hubs lead to it.", source::KLEINBERG_1999).undefined_where("no arc, or the largest eigenvalue hardly stands out").needing(Needs::Arcs),
            Self::CoreNumber => info("core_number", "ties", "0 to degree", "Largest k such that it belongs to a group in which everyone has k partners within the group.", source::SEIDMAN_1983),
            Self::Clustering => info("clustering", "share", "0 to 1", "Share of the pairs of its partners that are tied; 0 with fewer than two partners.", source::WATTS_STROGATZ_1998),
            Self::Constraint => info("constraint", "index", "above 0; 1.125 in a triangle", "How far its ties go to partners who are tied to each other.", source::BURT_1992).undefined_where("no partner"),
            Self::EffectiveSize => info("effective_size", "partners", "1 to degree", "Partners less the redundancy among them.", source::BURT_1992).undefined_where("no partner"),
            Self::Efficiency => info("efficiency", "share", "above 0, to 1", "Effective size over the number of partners.", source::BURT_1992).undefined_where("no partner"),
            Self::Hierarchy => info("hierarchy", "index", "0 to 1", "How far its constraint comes from a single partner.", source::BURT_1992).undefined_where("fewer than two partners"),
            Self::Coordinator => info("coordinator", "ordered pairs", "0 and up", "Untied pairs of its own group that it links.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group"),
            Self::CoordinatorExpected => info("coordinator_expected", "ordered pairs", "0 and up", "Coordinator roles expected at this density and these sizes of groups.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group, or nobody else has one"),
            Self::CoordinatorZ => info("coordinator_z", "standard deviations", "any", "Coordinator roles less expected, over their standard deviation.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group or no spread is possible"),
            Self::Itinerant => info("itinerant", "ordered pairs", "0 and up", "Untied pairs within one other group that it links.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group"),
            Self::ItinerantExpected => info("itinerant_expected", "ordered pairs", "0 and up", "Itinerant roles expected at this density and these sizes of groups.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group, or nobody else has one"),
            Self::ItinerantZ => info("itinerant_z", "standard deviations", "any", "Itinerant roles less expected, over their standard deviation.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group or no spread is possible"),
            Self::Gatekeeper => info("gatekeeper", "ordered pairs", "0 and up", "Untied pairs that it links from another group into its own.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group"),
            Self::GatekeeperExpected => info("gatekeeper_expected", "ordered pairs", "0 and up", "Gatekeeper roles expected at this density and these sizes of groups.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group, or nobody else has one"),
            Self::GatekeeperZ => info("gatekeeper_z", "standard deviations", "any", "Gatekeeper roles less expected, over their standard deviation.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group or no spread is possible"),
            Self::Representative => info("representative", "ordered pairs", "0 and up", "Untied pairs that it links from its own group to another.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group"),
            Self::RepresentativeExpected => info("representative_expected", "ordered pairs", "0 and up", "Representative roles expected at this density and these sizes of groups.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group, or nobody else has one"),
            Self::RepresentativeZ => info("representative_z", "standard deviations", "any", "Representative roles less expected, over their standard deviation.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group or no spread is possible"),
            Self::Liaison => info("liaison", "ordered pairs", "0 and up", "Untied pairs of two different other groups that it links.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group"),
            Self::LiaisonExpected => info("liaison_expected", "ordered pairs", "0 and up", "Liaison roles expected at this density and these sizes of groups.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group, or nobody else has one"),
            Self::LiaisonZ => info("liaison_z", "standard deviations", "any", "Liaison roles less expected, over their standard deviation.", source::GOULD_FERNANDEZ_1989).undefined_where("it has no group or no spread is possible"),
            Self::EiIndex => info("ei_index", "index", "−1 to 1", "Ties to other groups less ties within the group, over both.", source::KRACKHARDT_STERN_1988).undefined_where(NO_GROUPED_TIE),
            Self::EiIndexStrength => info("ei_index_strength", "index", "−1 to 1", "Strength of ties to other groups less strength of ties within the group, over both.", source::KRACKHARDT_STERN_1988).undefined_where(NO_GROUPED_TIE),
            Self::ParticipationCoefficient => info("participation_coefficient", "index", "0 to 1", "How evenly its ties are spread over the groups: 0 all in one.", source::GUIMERA_AMARAL_2005).undefined_where(NO_GROUPED_TIE),
            Self::ParticipationCoefficientStrength => info("participation_coefficient_strength", "index", "0 to 1", "How evenly the strength of its ties is spread over the groups: 0 all in one.", source::GUIMERA_AMARAL_2005).undefined_where(NO_GROUPED_TIE),
            Self::WithinModuleZ => info("within_module_z", "standard deviations", "any", "Its ties within its group, in standard deviations from the mean of the group.", source::GUIMERA_AMARAL_2005).undefined_where("it has no group, or all of the group have equally many"),
            Self::WithinModuleZStrength => info("within_module_z_strength", "standard deviations", "any", "The strength of its ties within its group, in standard deviations from the mean of the group.", source::GUIMERA_AMARAL_2005).undefined_where("it has no group, or all of the group have equally much"),
            Self::Community => info("community", "number", "1 and up", "The community it belongs to, by modularity; numbered by size.", source::TRAAG_2019).undefined_where("no tie"),
            Self::Articulation => info("articulation", "0 or 1", "0 or 1", "1 where its component would fall apart without it.", source::TARJAN_1972),
            Self::Stranded => info("stranded", "stakeholders", "0 to n − 2", "How many of its component would be cut off from the largest piece left without it.", source::TARJAN_1972),
            Self::TwoStepReach => info("two_step_reach", "share", "0 to 1", "Share of the others within two ties.", source::WASSERMAN_FAUST_1994).undefined_where("fewer than two stakeholders"),
            Self::Events => info("events", "events", "0 and up", "Number of events it took part in.", source::FAUST_1997).needing(Needs::Attendance),
            Self::EventStrength => info("event_strength", "events", "0 to events", "Number of those events with at least one other participant.", source::NEWMAN_2001).needing(Needs::Attendance),
            Self::MeanEventSize => info("mean_event_size", "stakeholders", "1 and up", "Mean number of participants of the events it took part in.", source::FAUST_1997).undefined_where("no event").needing(Needs::Attendance),
            Self::TwoModeCloseness => info("two_mode_closeness", "index", "0 to 1 in one piece; above 1 in small pieces", "Closeness in the network of stakeholders and events.", source::FAUST_1997).needing(Needs::Attendance),
            Self::TwoModeBetweenness => info("two_mode_betweenness", "share", "0 to 1", "Betweenness in the network of stakeholders and events.", source::FAUST_1997).undefined_where("no event, or one stakeholder and one event").needing(Needs::Attendance),
        }
    }
}
