//! 3 · How does a stakeholder, or the whole network, stand?
//!
//! In: a frozen [`Snapshot`](crate::network::Snapshot) and, for measures over groups, a group per node as plain
//! indices. Out: one value per node or one for the network; undefined is `None`. One measure, one file.

pub mod articulation;
pub mod betweenness;
pub mod closeness;
pub mod brokerage;
pub mod bridges;
pub mod components;
pub mod constraint;
pub mod core_number;
pub mod degree;
pub mod degree_centralization;
pub mod density;
pub mod disparity;
pub mod ei_index;
pub mod harmonic;
pub mod null;
pub mod key_player_negative;
pub mod key_player_positive;
pub mod key_players;
pub mod largest_biconnected_share;
pub mod registry;
pub mod robustness;
pub mod robustness_events;
pub mod robustness_random;
pub mod strength;

mod blocks;
mod paths;
mod removal;

pub use articulation::{Articulation, articulation};
pub use betweenness::{Betweenness, BetweennessOptions, betweenness};
pub use closeness::{Closeness, ClosenessOptions, closeness};
pub use brokerage::{Brokerage, BrokerageOptions, BrokerageRole, BrokerageTotal, brokerage};
pub use bridges::{Bridges, bridges};
pub use components::{Components, components};
pub use constraint::{Constraint, constraint};
pub use core_number::{CoreNumber, core_number};
pub use degree::{Degree, degree};
pub use degree_centralization::degree_centralization;
pub use density::{Density, density};
pub use disparity::{Disparity, DisparityOptions, disparity};
pub use ei_index::{EiIndex, EiIndexOptions, EiValues, ei_index};
pub use harmonic::{Harmonic, HarmonicOptions, harmonic};
pub use key_player_negative::{KeyPlayerNegative, KeyPlayerNegativeOptions, key_player_negative};
pub use key_player_positive::{KeyPlayerPositive, KeyPlayerPositiveOptions, key_player_positive};
pub use key_players::{KeyPlayerCriterion, KeyPlayers, Proof};
pub use largest_biconnected_share::largest_biconnected_share;
pub use registry::{
    MeasureInfo, MeasureOptions, Needs, NetworkMeasure, NetworkTable, NodeMeasure, NodeTable, TieMeasure, TieTable,
};
pub use registry::{network_table, node_table, tie_table};
pub use robustness::{RemovalOrder, Robustness, RobustnessOptions, robustness};
pub use robustness_events::{RobustnessEvents, robustness_events};
pub use robustness_random::{RobustnessRandom, RobustnessRandomOptions, robustness_random};
pub use strength::{Strength, strength};

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
