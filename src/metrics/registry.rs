//! Which measures are there? Their exported names, units, definitions and sources, and the tables of their values.
//!
//! The help, the report's glossary, the data dictionary and the docs are made from here, so that none can drift.

use crate::network::{Direction, PathLength, Snapshot};

/// A measure of one stakeholder: a column of `metrics`, in the order in which they are exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeMeasure {
    /// Ties.
    Degree,
    /// Sum of strengths.
    Strength,
}

/// A figure of the whole network: a row of `metrics --network`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NetworkMeasure {
    /// Ties over pairs.
    Density,
}

/// What is known of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeasureInfo {
    /// Its exported name.
    pub name: &'static str,
    /// Its unit (`ties`, `share`, `strength`, …).
    pub unit: &'static str,
    /// Its range, as text.
    pub range: &'static str,
    /// What it is, in one line of English (the catalogue has it in each language, under `measure-NAME`).
    pub definition: &'static str,
    /// Author, year and DOI.
    pub source: &'static str,
}

/// The values of the node measures in one snapshot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NodeTable {
    /// One column per measure, in the order of export.
    pub columns: Vec<NodeColumn>,
}

/// The values of one node measure.
#[derive(Debug, Clone, PartialEq)]
pub struct NodeColumn {
    /// The measure.
    pub measure: NodeMeasure,
    /// One value per node, `None` where undefined.
    pub values: Vec<Option<f64>>,
}

impl NodeTable {
    /// The values of a measure, one per node.
    #[must_use]
    pub fn column(&self, measure: NodeMeasure) -> Option<&[Option<f64>]> {
        self.columns
            .iter()
            .find(|c| c.measure == measure)
            .map(|c| c.values.as_slice())
    }
}

/// The whole-network figures of one snapshot, in the order of export.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NetworkTable {
    /// Each figure, `None` where undefined.
    pub figures: Vec<(NetworkMeasure, Option<f64>)>,
}

/// How the measures of a table are computed.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureOptions {
    /// How long a tie is.
    pub path_length: PathLength,
    /// Ties or arcs.
    pub direction: Direction,
    /// The group of each node, for measures over a grouping.
    pub groups: Vec<Option<u32>>,
}

/// Every node measure of a snapshot.
///
/// # Errors
/// Where the direction asked for has no arcs.
pub fn node_table(snapshot: &Snapshot, options: &MeasureOptions) -> Result<NodeTable, super::MetricError> {
    let _ = (snapshot, options);
    todo!()
}

/// Every whole-network figure of a snapshot.
///
/// # Errors
/// Where the grouping does not fit the snapshot.
pub fn network_table(snapshot: &Snapshot, options: &MeasureOptions) -> Result<NetworkTable, super::MetricError> {
    let _ = (snapshot, options);
    todo!()
}
