//! Which measures are there? Their exported names, units, definitions and sources, and the tables of their values.
//!
//! In: a snapshot and [`MeasureOptions`]. Out: [`NodeTable`] and [`NetworkTable`]. The help, the report's glossary, the
//! data dictionary and the docs are made from here, so that none can drift.

use super::harmonic::rows_of;
use super::paths::{Wanted, path_sums};
use super::{
    Betweenness, EiIndexOptions, Harmonic, MetricError, articulation, components, constraint, core_number, degree,
    degree_centralization, density, ei_index, strength,
};
use crate::network::{Direction, PathLength, Snapshot};

mod info;

/// A measure of one stakeholder: a column of `metrics`, in the order in which they are exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeMeasure {
    /// Partners.
    Degree,
    /// Sum of strengths.
    Strength,
    /// Partners whose arcs arrive; directed tables only.
    InDegree,
    /// Partners to whom arcs lead; directed tables only.
    OutDegree,
    /// Sum of the strengths of arcs that arrive; directed tables only.
    InStrength,
    /// Sum of the strengths of arcs that leave; directed tables only.
    OutStrength,
    /// Nearness to all others; undirected tables only.
    Harmonic,
    /// Nearness along paths that arrive; directed tables only.
    HarmonicIn,
    /// Nearness along paths that leave; directed tables only.
    HarmonicOut,
    /// Pairs of others that it stands between.
    BetweennessRaw,
    /// The same over all pairs of others.
    Betweenness,
    /// Depth inside the dense part.
    CoreNumber,
    /// How far its partners close in on each other.
    Constraint,
    /// Ties outside against ties inside the group.
    EiIndex,
    /// The same by strength.
    EiIndexStrength,
    /// Whether it is a cut point, as 0 or 1.
    Articulation,
    /// How many its leaving would cut off.
    Stranded,
}

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
    /// How far contact hangs on one.
    DegreeCentralization,
    /// Ties between groups against ties within.
    EiIndex,
    /// Cut points.
    ArticulationPoints,
}

/// What is known of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeasureInfo {
    /// Its exported name. The catalogue has its label under `measure-NAME` and what it tells under
    /// `measure-NAME-definition`, in each language.
    pub name: &'static str,
    /// Its unit (`ties`, `share`, `strength`, …).
    pub unit: &'static str,
    /// Its range, as text.
    pub range: &'static str,
    /// What it is, in one line of English.
    pub definition: &'static str,
    /// When it is undefined and its cell empty; empty text where that never happens.
    pub undefined: &'static str,
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

impl NetworkTable {
    /// The value of a figure, `None` where undefined.
    #[must_use]
    pub fn figure(&self, measure: NetworkMeasure) -> Option<f64> {
        self.figures.iter().find(|(m, _)| *m == measure).and_then(|(_, v)| *v)
    }
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

/// Every node measure of a snapshot, in the order of [`NodeMeasure::ALL`]; harmonic centrality and betweenness come
/// from one sweep.
///
/// # Errors
/// [`MetricError::NoArcs`] where direction is asked for and the layer has no arcs; [`MetricError::GroupingSize`] where
/// the groups are not one per node.
pub fn node_table(snapshot: &Snapshot, options: &MeasureOptions) -> Result<NodeTable, MetricError> {
    let rows = rows_of(snapshot, options.direction, "metrics")?;
    let groups = EiIndexOptions {
        groups: &options.groups,
    };
    let ei = ei_index(snapshot, &groups)?;
    let sums = path_sums(rows, options.path_length, Wanted::LengthsAndDependencies);
    let harmonic = Harmonic::from_sums(&sums, options.direction);
    let betweenness = Betweenness::from_sums(&sums, options.direction);
    let normalised = betweenness
        .normalised
        .map_or_else(|| vec![None; snapshot.node_count()], defined);
    let degree = degree(snapshot);
    let strength = strength(snapshot);
    let cut_points = articulation(snapshot);

    let mut columns = Columns(Vec::new());
    columns.add(NodeMeasure::Degree, counted(&degree.ties));
    columns.add(NodeMeasure::Strength, defined(strength.ties));
    match options.direction {
        Direction::Undirected => columns.add(NodeMeasure::Harmonic, defined(harmonic.outgoing)),
        Direction::Directed => {
            columns.add(NodeMeasure::InDegree, counted(&degree.incoming.unwrap_or_default()));
            columns.add(NodeMeasure::OutDegree, counted(&degree.outgoing.unwrap_or_default()));
            columns.add(NodeMeasure::InStrength, defined(strength.incoming.unwrap_or_default()));
            columns.add(NodeMeasure::OutStrength, defined(strength.outgoing.unwrap_or_default()));
            columns.add(NodeMeasure::HarmonicIn, defined(harmonic.incoming));
            columns.add(NodeMeasure::HarmonicOut, defined(harmonic.outgoing));
        }
    }
    columns.add(NodeMeasure::BetweennessRaw, defined(betweenness.raw));
    columns.add(NodeMeasure::Betweenness, normalised);
    columns.add(NodeMeasure::CoreNumber, counted(&core_number(snapshot).core));
    columns.add(NodeMeasure::Constraint, constraint(snapshot).values);
    columns.add(NodeMeasure::EiIndex, ei.by_ties.nodes);
    columns.add(NodeMeasure::EiIndexStrength, ei.by_strength.nodes);
    columns.add(
        NodeMeasure::Articulation,
        cut_points
            .cut
            .iter()
            .map(|&cut| Some(f64::from(u8::from(cut))))
            .collect(),
    );
    columns.add(NodeMeasure::Stranded, counted(&cut_points.stranded));
    Ok(NodeTable { columns: columns.0 })
}

/// Every whole-network figure of a snapshot, in the order of [`NetworkMeasure::ALL`].
///
/// # Errors
/// [`MetricError::GroupingSize`] where the groups are not one per node.
pub fn network_table(snapshot: &Snapshot, options: &MeasureOptions) -> Result<NetworkTable, MetricError> {
    let groups = EiIndexOptions {
        groups: &options.groups,
    };
    let ei = ei_index(snapshot, &groups)?;
    let fullness = density(snapshot);
    let pieces = components(snapshot);
    let active = snapshot.nodes().filter(|node| snapshot.degree(*node) > 0).count();
    let count = |number: usize| Some(number as f64);
    let value = |measure| match measure {
        NetworkMeasure::Members => count(snapshot.node_count()),
        NetworkMeasure::Active => count(active),
        NetworkMeasure::Ties => count(snapshot.tie_count()),
        NetworkMeasure::Density => fullness.density,
        NetworkMeasure::MeanDegree => fullness.mean_degree,
        NetworkMeasure::Components => count(pieces.count()),
        NetworkMeasure::LargestComponentShare => pieces.largest_share(),
        NetworkMeasure::DegreeCentralization => degree_centralization(snapshot),
        NetworkMeasure::EiIndex => ei.by_ties.network,
        NetworkMeasure::ArticulationPoints => count(articulation(snapshot).count()),
    };
    let figures = NetworkMeasure::ALL
        .iter()
        .map(|&measure| (measure, value(measure)))
        .collect();
    Ok(NetworkTable { figures })
}

struct Columns(Vec<NodeColumn>);

impl Columns {
    fn add(&mut self, measure: NodeMeasure, values: Vec<Option<f64>>) {
        self.0.push(NodeColumn { measure, values });
    }
}

fn defined(values: Vec<f64>) -> Vec<Option<f64>> {
    values.into_iter().map(Some).collect()
}

fn counted(values: &[u32]) -> Vec<Option<f64>> {
    values.iter().map(|&value| Some(f64::from(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Lang, Messages};

    fn names() -> Vec<&'static str> {
        let nodes = NodeMeasure::ALL.iter().map(|measure| measure.info().name);
        nodes
            .chain(NetworkMeasure::ALL.iter().map(|measure| measure.info().name))
            .collect()
    }

    #[test]
    fn every_measure_has_a_label_and_a_definition_in_each_language() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for name in names() {
                for key in [format!("measure-{name}"), format!("measure-{name}-definition")] {
                    assert!(messages.has(&key), "{lang}: {key}");
                }
            }
        }
    }

    #[test]
    fn every_measure_says_what_it_is_and_where_it_comes_from() {
        let nodes = NodeMeasure::ALL.iter().map(|measure| measure.info());
        for info in nodes.chain(NetworkMeasure::ALL.iter().map(|measure| measure.info())) {
            let texts = [info.name, info.unit, info.range, info.definition, info.source];
            assert!(texts.iter().all(|text| !text.is_empty()), "{}", info.name);
            assert!(info.source.contains("10."), "{} cites no DOI", info.name);
        }
    }

    #[test]
    fn tables_hold_the_measures_in_the_order_of_export() {
        let snapshot = Snapshot::from_arcs(3, &[(0, 1, 1.0), (1, 2, 2.0)]);
        for direction in [Direction::Undirected, Direction::Directed] {
            let options = MeasureOptions {
                path_length: PathLength::Hops,
                direction,
                groups: vec![None; 3],
            };
            let table = node_table(&snapshot, &options).expect("has arcs");
            let found: Vec<_> = table.columns.iter().map(|column| column.measure).collect();
            let expected: Vec<_> = NodeMeasure::ALL
                .iter()
                .copied()
                .filter(|measure| measure.is_in(direction))
                .collect();
            assert_eq!(found, expected);
            assert!(table.columns.iter().all(|column| column.values.len() == 3));
        }
    }

    #[test]
    fn a_table_equals_its_measures() {
        // 0 - 1 - 2 and 3 alone; groups A A B, none. The middle: between the one pair, a cut point that strands one
        let snapshot = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 2.0)]);
        let options = MeasureOptions {
            path_length: PathLength::Hops,
            direction: Direction::Undirected,
            groups: vec![Some(0), Some(0), Some(1), None],
        };
        let table = node_table(&snapshot, &options).expect("undirected");
        let middle: Vec<_> = table.columns.iter().map(|column| column.values[1]).collect();
        let third = 1.0 / 3.0;
        let expected = [
            2.0,
            3.0,
            2.0 * third,
            1.0,
            third,
            1.0,
            third * third + 4.0 * third * third,
            0.0,
            third,
            1.0,
            1.0,
        ];
        for ((value, expected), column) in middle.iter().zip(expected).zip(&table.columns) {
            let value = value.expect("defined");
            assert!(
                (value - expected).abs() <= 1e-15,
                "{:?}: {value} is not {expected}",
                column.measure
            );
        }
        let alone: Vec<_> = table.columns.iter().map(|column| column.values[3]).collect();
        let zero = Some(0.0);
        assert_eq!(
            alone,
            [zero, zero, zero, zero, zero, zero, None, None, None, zero, zero]
        );

        // 4 nodes, 3 of them tied, 2 of 6 pairs, 4 ends, pieces {0 1 2} {3}, degrees 1 2 1 0: (1 + 0 + 1 + 2)/6,
        // one tie inside A and one from A to B, one cut point
        let whole = network_table(&snapshot, &options).expect("groups fit");
        let values: Vec<_> = whole.figures.iter().map(|(_, value)| value.expect("defined")).collect();
        assert_eq!(values, [4.0, 3.0, 2.0, 2.0 / 6.0, 1.0, 2.0, 0.75, 4.0 / 6.0, 0.0, 1.0]);
        assert_eq!(whole.figure(NetworkMeasure::Ties), Some(2.0));
    }
}
