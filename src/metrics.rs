//! 3 · How does a stakeholder, or the whole network, stand?
//!
//! In: a frozen [`Snapshot`](crate::network::Snapshot) and, for measures over groups, a group per node as plain
//! indices. Out: one value per node or one for the network; undefined is `None`. One measure, one file.

pub mod articulation;
pub mod assortativity;
pub mod backbone;
pub mod backbone_fixed_row;
pub mod backbone_sdsm;
pub mod betweenness;
pub mod betweenness_centralization;
pub mod bridges;
pub mod brokerage;
pub mod closeness;
pub mod clustering;
pub mod community;
pub mod community_matching;
pub mod components;
pub mod constraint;
pub mod core_number;
pub mod core_periphery;
pub mod degree;
pub mod degree_assortativity;
pub mod degree_centralization;
pub mod density;
pub mod disparity;
pub mod edge_betweenness;
pub mod effective_size;
pub mod efficiency;
pub mod ei_index;
pub mod eigenvector;
pub mod embeddedness;
pub mod event_strength;
pub mod events;
pub mod fragmentation;
pub mod global_efficiency;
pub mod harmonic;
pub mod hierarchy;
pub mod hub_authority;
pub mod key_player_negative;
pub mod key_player_positive;
pub mod key_players;
pub mod largest_biconnected_share;
pub mod mean_event_size;
pub mod mean_path_length;
pub mod modularity;
pub mod null;
pub mod overlap;
pub mod pagerank;
pub mod pair_scores;
pub mod pair_walks;
pub mod participation_coefficient;
pub mod qap;
pub mod rank_stability;
pub mod reciprocity;
pub mod registry;
pub mod robustness;
pub mod robustness_events;
pub mod robustness_random;
pub mod significance;
pub mod strength;
pub mod transitivity;
pub mod two_mode_betweenness;
pub mod two_mode_closeness;
pub mod two_step_reach;
pub mod within_module_z;
pub mod work;

mod blocks;
mod lanczos;
mod paths;
mod removal;
mod shared_events;
mod structural_holes;
mod tie_matrix;
mod triangles;
mod two_mode;

pub use articulation::{Articulation, articulation};
pub use assortativity::{AssortativityOptions, assortativity};
pub use backbone::{Backbone, BackboneModel, BackboneOptions, backbone};
pub use backbone_fixed_row::{BackboneFixedRow, backbone_fixed_row};
pub use backbone_sdsm::{BackboneSdsm, backbone_sdsm};
pub use betweenness::{Betweenness, BetweennessOptions, betweenness};
pub use betweenness_centralization::{BetweennessCentralization, betweenness_centralization};
pub use bridges::{Bridges, bridges};
pub use brokerage::{Brokerage, BrokerageOptions, BrokerageRole, BrokerageTotal, brokerage};
pub use closeness::{Closeness, ClosenessOptions, closeness};
pub use clustering::{Clustering, clustering};
pub use community::{Community, community};
pub use community_matching::{CommunitiesOf, CommunityMatching, community_matching};
pub use components::{Components, components};
pub use constraint::{Constraint, constraint};
pub use core_number::{CoreNumber, core_number};
pub use core_periphery::{CorePeriphery, core_periphery};
pub use degree::{Degree, degree};
pub use degree_assortativity::degree_assortativity;
pub use degree_centralization::degree_centralization;
pub use density::{Density, density};
pub use disparity::{Disparity, DisparityOptions, disparity};
pub use edge_betweenness::{EdgeBetweenness, EdgeBetweennessOptions, edge_betweenness};
pub use effective_size::{EffectiveSize, effective_size};
pub use efficiency::{Efficiency, efficiency};
pub use ei_index::{EiIndex, EiIndexOptions, EiValues, ei_index};
pub use eigenvector::{Eigenvector, EigenvectorOptions, TieValue, eigenvector};
pub use embeddedness::{Embeddedness, embeddedness};
pub use event_strength::{EventStrength, event_strength};
pub use events::{Events, events};
pub use fragmentation::fragmentation;
pub use global_efficiency::{GlobalEfficiency, global_efficiency};
pub use harmonic::{Harmonic, HarmonicOptions, harmonic};
pub use hierarchy::{Hierarchy, hierarchy};
pub use hub_authority::{HubAuthority, hub_authority};
pub use key_player_negative::{KeyPlayerNegative, KeyPlayerNegativeOptions, key_player_negative};
pub use key_player_positive::{KeyPlayerPositive, KeyPlayerPositiveOptions, key_player_positive};
pub use key_players::{KeyPlayerCriterion, KeyPlayers, Proof};
pub use largest_biconnected_share::largest_biconnected_share;
pub use mean_event_size::{MeanEventSize, mean_event_size};
pub use mean_path_length::{MeanPathLength, mean_path_length};
pub use modularity::{ModularityOptions, modularity};
pub use overlap::{Overlap, overlap};
pub use pagerank::{PageRank, PageRankOptions, pagerank};
pub use pair_scores::{PairScoreOptions, PairScores, pair_scores};
pub use participation_coefficient::{
    ParticipationCoefficient, ParticipationCoefficientOptions, participation_coefficient,
};
pub use qap::{PairMatrix, Qap, QapModel, QapOptions, QapTerm, qap};
pub use rank_stability::{Loss, NodeStability, RankStability, RankStabilityOptions, RankedMeasure, rank_stability};
pub use reciprocity::reciprocity;
pub use registry::{
    MeasureInfo, MeasureOptions, Needs, NetworkMeasure, NetworkTable, NodeMeasure, NodeTable, TieColumn, TieMeasure,
    TieTable,
};
pub use registry::{network_table, node_table, tie_table};
pub use robustness::{RemovalOrder, Robustness, RobustnessOptions, robustness};
pub use robustness_events::{RobustnessEvents, robustness_events};
pub use robustness_random::{RobustnessRandom, RobustnessRandomOptions, robustness_random};
pub use significance::{FigureSignificance, Redealing, Significance, SignificanceOptions, significance};
pub use strength::{Strength, strength};
pub use transitivity::transitivity;
pub use two_mode::TwoModeOptions;
pub use two_mode_betweenness::{TwoModeBetweenness, two_mode_betweenness};
pub use two_mode_closeness::{TwoModeCloseness, two_mode_closeness};
pub use two_step_reach::{TwoStepReach, two_step_reach};
pub use within_module_z::{WithinModuleZ, WithinModuleZOptions, within_module_z};
pub use work::{Approximation, Drawn, predicted_work};

/// Why a measure could not be computed at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MetricError {
    /// The measure needs arcs and the layer has none.
    #[error("{measure} by direction needs a layer with arcs: partnerships")]
    NoArcs {
        /// The measure.
        measure: &'static str,
    },
    /// The measure needs to know who took part in what and the layer does not.
    #[error("{measure} needs a layer with shared events: participations, combined or working")]
    NoAttendance {
        /// The measure.
        measure: &'static str,
    },
    /// The model did not come near enough in the steps allowed.
    #[error("{measure} did not converge")]
    NotConverged {
        /// The measure.
        measure: &'static str,
    },
    /// The grouping does not fit the snapshot.
    #[error("{measure}: the grouping has {groups} entries for {nodes} nodes")]
    GroupingSize {
        /// The measure.
        measure: &'static str,
        /// Entries of the grouping.
        groups: usize,
        /// Nodes of the snapshot.
        nodes: usize,
    },
}

impl MetricError {
    /// Refuses a grouping that is not one entry per node.
    fn unless_one_each(
        measure: &'static str,
        groups: &[Option<u32>],
        snapshot: &crate::network::Snapshot,
    ) -> Result<(), Self> {
        if groups.len() == snapshot.node_count() {
            return Ok(());
        }
        Err(Self::GroupingSize {
            measure,
            groups: groups.len(),
            nodes: snapshot.node_count(),
        })
    }
}
