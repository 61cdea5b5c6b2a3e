//! 3 · How does a stakeholder, or the whole network, stand?
//!
//! In: a frozen [`Snapshot`](crate::network::Snapshot) and, for measures over groups, a group per node as plain
//! indices. Out: one value per node or one for the network; undefined is `None`. One measure, one file.

pub mod articulation;
pub mod betweenness;
pub mod closeness;
pub mod brokerage;
pub mod components;
pub mod constraint;
pub mod core_number;
pub mod degree;
pub mod degree_centralization;
pub mod density;
pub mod ei_index;
pub mod harmonic;
pub mod null;
pub mod registry;
pub mod strength;

mod paths;

pub use articulation::{Articulation, articulation};
pub use betweenness::{Betweenness, BetweennessOptions, betweenness};
pub use closeness::{Closeness, ClosenessOptions, closeness};
pub use brokerage::{Brokerage, BrokerageOptions, BrokerageRole, BrokerageTotal, brokerage};
pub use components::{Components, components};
pub use constraint::{Constraint, constraint};
pub use core_number::{CoreNumber, core_number};
pub use degree::{Degree, degree};
pub use degree_centralization::degree_centralization;
pub use density::{Density, density};
pub use ei_index::{EiIndex, EiIndexOptions, EiValues, ei_index};
pub use harmonic::{Harmonic, HarmonicOptions, harmonic};
pub use registry::{
    MeasureInfo, MeasureOptions, Needs, NetworkMeasure, NetworkTable, NodeMeasure, NodeTable, TieMeasure, TieTable,
};
pub use registry::{network_table, node_table, tie_table};
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
