//! Which measures are there? Their exported names, units, definitions and sources, and the tables of their values.
//!
//! In: a snapshot and [`MeasureOptions`]. Out: [`NodeTable`], [`TieTable`] and [`NetworkTable`]. The help, the report's
//! glossary, the data dictionary and the docs are made from here, so that none can drift.

use super::{Approximation, MetricError};
use crate::network::{Direction, NodeIndex, PathLength, Snapshot};
use compute::Computed;

mod compute;
mod network;
mod node;
mod source;
mod tie;

pub use network::NetworkMeasure;
pub use node::NodeMeasure;
pub use tie::TieMeasure;

/// What is known of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeasureInfo {
    /// Its exported name. The catalogue has its label under `measure-NAME` (for ties `tie-measure-NAME`) and what it
    /// tells under `…-definition`, in each language.
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
    /// What a snapshot must hold for it.
    pub needs: Needs,
}

/// What a snapshot must hold, and how it is looked at, for a measure to be in its tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: it is in every table.
    Any,
    /// The undirected view: the directed one has it as `_in` and `_out`.
    Ties,
    /// The directed view.
    Arcs,
    /// A layer with events.
    Attendance,
}

impl Needs {
    /// Whether a snapshot, looked at in a direction, has it.
    #[must_use]
    pub fn met_by(self, snapshot: &Snapshot, direction: Direction) -> bool {
        match self {
            Self::Any => true,
            Self::Ties => direction == Direction::Undirected,
            Self::Arcs => direction == Direction::Directed,
            Self::Attendance => snapshot.attendance().is_some(),
        }
    }
}

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
        needs: Needs::Any,
    }
}

impl MeasureInfo {
    const fn undefined_where(self, undefined: &'static str) -> Self {
        Self { undefined, ..self }
    }

    const fn needing(self, needs: Needs) -> Self {
        Self { needs, ..self }
    }
}

/// The values of the node measures in one snapshot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NodeTable {
    /// One column per measure, in the order of export.
    pub columns: Vec<NodeColumn>,
    /// The measures that are not exact, and what they promise.
    pub approximated: Vec<(NodeMeasure, Approximation)>,
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

/// The values of the tie measures in one snapshot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TieTable {
    /// The two ends of each tie, in the order of [`Snapshot::pairs`]; in the directed view of each arc, source by source.
    pub ends: Vec<(NodeIndex, NodeIndex)>,
    /// One column per measure, in the order of export.
    pub columns: Vec<TieColumn>,
}

impl TieTable {
    /// The values of a measure, one per tie.
    #[must_use]
    pub fn column(&self, measure: TieMeasure) -> Option<&[Option<f64>]> {
        self.columns
            .iter()
            .find(|c| c.measure == measure)
            .map(|c| c.values.as_slice())
    }
}

/// The values of one tie measure.
#[derive(Debug, Clone, PartialEq)]
pub struct TieColumn {
    /// The measure.
    pub measure: TieMeasure,
    /// One value per tie, in the order of the table's ends; `None` where undefined.
    pub values: Vec<Option<f64>>,
}

/// The whole-network figures of one snapshot, in the order of export.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NetworkTable {
    /// Each figure, `None` where undefined.
    pub figures: Vec<(NetworkMeasure, Option<f64>)>,
    /// The figures that are not exact, and what they promise.
    pub approximated: Vec<(NetworkMeasure, Approximation)>,
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
    /// The seed of everything random.
    pub seed: u64,
    /// Edge visits up to which a measure is exact; 0 for no limit. Beyond, those that have one give a named
    /// approximation with its bound, if that costs less.
    pub work_limit: u64,
}

impl MeasureOptions {
    /// Edge visits that are exact by default.
    pub const WORK_LIMIT: u64 = 100_000_000_000;

    /// By inverse strength, undirected, nobody in a group, seed 1 and the default limit.
    #[must_use]
    pub fn ungrouped(snapshot: &Snapshot) -> Self {
        Self {
            path_length: PathLength::InverseStrength,
            direction: Direction::Undirected,
            groups: vec![None; snapshot.node_count()],
            seed: 1,
            work_limit: Self::WORK_LIMIT,
        }
    }
}

/// The node measures of a snapshot, in the order of [`NodeMeasure::ALL`]: those whose [`Needs`] are met. What several
/// measures share is computed once.
///
/// # Errors
/// [`MetricError::NoArcs`] where direction is asked for and the layer has no arcs; [`MetricError::GroupingSize`] where
/// the groups are not one per node.
pub fn node_table(snapshot: &Snapshot, options: &MeasureOptions) -> Result<NodeTable, MetricError> {
    nodes_of(&Computed::of(snapshot, options)?)
}

fn nodes_of(computed: &Computed) -> Result<NodeTable, MetricError> {
    let measures = NodeMeasure::ALL.iter().copied();
    let column = |measure| {
        Ok(NodeColumn {
            measure,
            values: computed.node(measure)?,
        })
    };
    let columns: Vec<NodeColumn> = measures
        .filter(|measure| computed.meets(measure.info().needs))
        .map(column)
        .collect::<Result<_, _>>()?;
    let promised = |column: &NodeColumn| Some((column.measure, computed.approximation(column.measure)?));
    Ok(NodeTable {
        approximated: columns.iter().filter_map(promised).collect(),
        columns,
    })
}

/// The tie measures of a snapshot, in the order of [`TieMeasure::ALL`]: those whose [`Needs`] are met. In the directed
/// view each arc has a row: its strength and disparity are its own, what else there is belongs to the pair.
///
/// # Errors
/// As [`node_table`].
pub fn tie_table(snapshot: &Snapshot, options: &MeasureOptions) -> Result<TieTable, MetricError> {
    let computed = Computed::of(snapshot, options)?;
    let measures = TieMeasure::ALL.iter().copied();
    let column = |measure| {
        Ok(TieColumn {
            measure,
            values: computed.tie(measure)?,
        })
    };
    let columns = measures
        .filter(|measure| computed.meets(measure.info().needs))
        .map(column)
        .collect::<Result<_, _>>()?;
    Ok(TieTable {
        ends: computed.ends(),
        columns,
    })
}

/// The whole-network figures of a snapshot, in the order of [`NetworkMeasure::ALL`]: those whose [`Needs`] are met.
///
/// # Errors
/// As [`node_table`].
pub fn network_table(snapshot: &Snapshot, options: &MeasureOptions) -> Result<NetworkTable, MetricError> {
    network_of(&Computed::of(snapshot, options)?)
}

fn network_of(computed: &Computed) -> Result<NetworkTable, MetricError> {
    let measures = NetworkMeasure::ALL.iter().copied();
    let figures: Vec<_> = measures
        .filter(|measure| computed.meets(measure.info().needs))
        .map(|measure| Ok((measure, computed.network(measure)?)))
        .collect::<Result<_, _>>()?;
    let promised = |&(figure, _): &(NetworkMeasure, _)| Some((figure, computed.approximation_of_figure(figure)?));
    Ok(NetworkTable {
        approximated: figures.iter().filter_map(promised).collect(),
        figures,
    })
}

/// The node measures and the whole-network figures of one snapshot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NodeAndNetworkTables {
    /// As [`node_table`] gives them.
    pub nodes: NodeTable,
    /// As [`network_table`] gives them.
    pub network: NetworkTable,
}

/// [`node_table`] and [`network_table`] together: what both share, such as all shortest paths, is computed once.
///
/// # Errors
/// As [`node_table`].
pub fn node_and_network_tables(
    snapshot: &Snapshot,
    options: &MeasureOptions,
) -> Result<NodeAndNetworkTables, MetricError> {
    let computed = Computed::of(snapshot, options)?;
    Ok(NodeAndNetworkTables {
        nodes: nodes_of(&computed)?,
        network: network_of(&computed)?,
    })
}

/// Some figures of a snapshot, in the order asked for.
///
/// # Errors
/// As [`node_table`].
pub fn network_figures(
    snapshot: &Snapshot,
    options: &MeasureOptions,
    measures: &[NetworkMeasure],
) -> Result<Vec<Option<f64>>, MetricError> {
    let computed = Computed::of(snapshot, options)?;
    measures.iter().map(|measure| computed.network(*measure)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Lang, Messages};

    /// Every measure with the key of its label.
    fn measures() -> Vec<(MeasureInfo, String)> {
        let nodes = NodeMeasure::ALL.iter().map(|measure| measure.info());
        let whole = NetworkMeasure::ALL.iter().map(|measure| measure.info());
        let ties = TieMeasure::ALL.iter().map(|measure| measure.info());
        let of_stakeholders = nodes.chain(whole).map(|info| (info, format!("measure-{}", info.name)));
        of_stakeholders
            .chain(ties.map(|info| (info, format!("tie-measure-{}", info.name))))
            .collect()
    }

    #[test]
    fn every_measure_has_a_label_and_a_definition_in_each_language() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for (_, label) in measures() {
                for key in [label.clone(), format!("{label}-definition")] {
                    assert!(messages.has(&key), "{lang}: {key}");
                }
            }
        }
    }

    #[test]
    fn every_measure_says_what_it_is_and_where_it_comes_from() {
        for (info, _) in measures() {
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
                direction,
                ..MeasureOptions::ungrouped(&snapshot)
            };
            let table = node_table(&snapshot, &options).expect("has arcs");
            let found: Vec<_> = table.columns.iter().map(|column| column.measure).collect();
            let expected: Vec<_> = NodeMeasure::ALL
                .iter()
                .copied()
                .filter(|measure| measure.info().needs.met_by(&snapshot, direction))
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
            groups: vec![Some(0), Some(0), Some(1), None],
            ..MeasureOptions::ungrouped(&snapshot)
        };
        // partners 2, strength 3, between the one pair of three, core 1, one tie inside and one outside, cut point
        let table = node_table(&snapshot, &options).expect("undirected");
        let both = node_and_network_tables(&snapshot, &options).expect("undirected");
        assert_eq!(both.nodes, table);
        assert_eq!(Ok(both.network), network_table(&snapshot, &options));
        let third = 1.0 / 3.0;
        let middle = [
            (NodeMeasure::Degree, 2.0),
            (NodeMeasure::Strength, 3.0),
            (NodeMeasure::Harmonic, 2.0 * third),
            (NodeMeasure::BetweennessRaw, 1.0),
            (NodeMeasure::Betweenness, third),
            (NodeMeasure::CoreNumber, 1.0),
            (NodeMeasure::Constraint, third * third + 4.0 * third * third),
            (NodeMeasure::EiIndex, 0.0),
            (NodeMeasure::EiIndexStrength, third),
            (NodeMeasure::Articulation, 1.0),
            (NodeMeasure::Stranded, 1.0),
        ];
        for (measure, expected) in middle {
            let column = table.column(measure).expect("a column");
            let value = column[1].expect("defined");
            assert!(
                (value - expected).abs() <= 1e-15,
                "{measure:?}: {value} is not {expected}"
            );
            let alone = match measure {
                NodeMeasure::Constraint | NodeMeasure::EiIndex | NodeMeasure::EiIndexStrength => None,
                _ => Some(0.0),
            };
            assert_eq!(column[3], alone, "{measure:?}");
        }

        // 4 nodes, 3 of them tied, 2 of 6 pairs, 4 ends, pieces {0 1 2} {3}, degrees 1 2 1 0: (1 + 0 + 1 + 2)/6,
        // one tie inside A and one from A to B, one cut point
        let whole = network_table(&snapshot, &options).expect("groups fit");
        let expected = [
            (NetworkMeasure::Members, 4.0),
            (NetworkMeasure::Active, 3.0),
            (NetworkMeasure::Ties, 2.0),
            (NetworkMeasure::Density, 2.0 / 6.0),
            (NetworkMeasure::MeanDegree, 1.0),
            (NetworkMeasure::Components, 2.0),
            (NetworkMeasure::LargestComponentShare, 0.75),
            (NetworkMeasure::DegreeCentralization, 4.0 / 6.0),
            (NetworkMeasure::EiIndex, 0.0),
            (NetworkMeasure::ArticulationPoints, 1.0),
        ];
        for (measure, expected) in expected {
            assert_eq!(whole.figure(measure), Some(expected), "{measure:?}");
        }
    }
}
