//! Measures keep their laws on random networks.
//!
//! In: small random networks, undirected and directed, with isolates, several pieces and equal lengths. Out: every
//! measure equals the naive judge's value and keeps its laws under relabelling, scaling, splitting and adding.

mod groups;
mod judge;
mod node;
mod pairs;
mod paths;
mod ring;
mod ties;

use hubscope::metrics::{
    MeasureOptions, NetworkMeasure, NetworkTable, NodeMeasure, NodeTable, network_table, node_table,
};
use hubscope::network::{Direction, PathLength, Snapshot};
use hubscope::random::{self, Draws};
use judge::Matrix;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// A random network: so many nodes, ties or arcs, and a group for some.
#[derive(Debug, Clone)]
struct Network {
    nodes: u32,
    ties: Vec<(u32, u32, f64)>,
    groups: Vec<Option<u32>>,
    direction: Direction,
}

impl Network {
    fn snapshot(&self) -> Snapshot {
        match self.direction {
            Direction::Undirected => Snapshot::from_ties(self.nodes, &self.ties),
            Direction::Directed => Snapshot::from_arcs(self.nodes, &self.ties),
        }
    }

    fn options(&self, path_length: PathLength) -> MeasureOptions {
        MeasureOptions {
            path_length,
            direction: self.direction,
            groups: self.groups.clone(),
            ..MeasureOptions::ungrouped(&Snapshot::default())
        }
    }

    fn table(&self, path_length: PathLength) -> NodeTable {
        node_table(&self.snapshot(), &self.options(path_length)).expect("arcs where directed")
    }

    fn whole(&self) -> NetworkTable {
        network_table(&self.snapshot(), &self.options(PathLength::Hops)).expect("groups fit")
    }

    /// The matrix that measures of ties see.
    fn tie_matrix(&self) -> Matrix {
        Matrix::of(self.nodes, &self.ties).undirected()
    }

    /// The matrix that paths follow.
    fn path_matrix(&self, path_length: PathLength) -> Matrix {
        let matrix = match self.direction {
            Direction::Undirected => self.tie_matrix(),
            Direction::Directed => Matrix::of(self.nodes, &self.ties),
        };
        match path_length {
            PathLength::Hops => matrix.steps(),
            PathLength::InverseStrength => matrix,
        }
    }
}

/// Strengths whose inverses add up to each other in several ways, up to rounding.
const STRENGTHS: [f64; 8] = [0.5, 1.0, 1.0, 1.5, 2.0, 3.0, 6.0, 10.0];

fn networks() -> impl Strategy<Value = Network> {
    let directions = prop_oneof![Just(Direction::Undirected), Just(Direction::Directed)];
    (0u32..13, directions).prop_flat_map(|(nodes, direction)| {
        let end = 0..nodes.max(1);
        let tie = (end.clone(), end, prop::sample::select(STRENGTHS.as_slice()));
        let ties = prop::collection::vec(tie, 0..=if nodes < 2 { 0 } else { 2 * nodes as usize });
        let groups = prop::collection::vec(prop::option::weighted(0.8, 0u32..3), nodes as usize);
        (ties, groups).prop_map(move |(ties, groups)| Network {
            nodes,
            ties: ties.into_iter().filter(|(a, b, _)| a != b).collect(),
            groups,
            direction,
        })
    })
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    }
}

const LENGTHS: [PathLength; 2] = [PathLength::Hops, PathLength::InverseStrength];

fn close(ours: Option<f64>, expected: Option<f64>) -> bool {
    match (ours, expected) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * b.abs().max(1.0),
        (None, None) => true,
        _ => false,
    }
}

/// The measures whose definitions are spelt out in this file; the others stand beside it.
const JUDGED_HERE: [NodeMeasure; 17] = [
    NodeMeasure::Degree,
    NodeMeasure::Strength,
    NodeMeasure::InDegree,
    NodeMeasure::OutDegree,
    NodeMeasure::InStrength,
    NodeMeasure::OutStrength,
    NodeMeasure::Harmonic,
    NodeMeasure::HarmonicIn,
    NodeMeasure::HarmonicOut,
    NodeMeasure::BetweennessRaw,
    NodeMeasure::Betweenness,
    NodeMeasure::CoreNumber,
    NodeMeasure::Constraint,
    NodeMeasure::EiIndex,
    NodeMeasure::EiIndexStrength,
    NodeMeasure::Articulation,
    NodeMeasure::Stranded,
];

/// Compares every column judged here with what is expected of it, node by node.
fn check(table: &NodeTable, expected: impl Fn(NodeMeasure, usize) -> Option<f64>) -> Result<(), TestCaseError> {
    for column in table
        .columns
        .iter()
        .filter(|column| JUDGED_HERE.contains(&column.measure))
    {
        for (node, value) in column.values.iter().enumerate() {
            let expected = expected(column.measure, node);
            prop_assert!(
                close(*value, expected),
                "{:?} of {node}: {value:?} is not {expected:?}",
                column.measure
            );
        }
    }
    Ok(())
}

fn value(table: &NodeTable, measure: NodeMeasure, node: usize) -> Option<f64> {
    table.column(measure).expect("a column")[node]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn measures_of_stakeholders_equal_their_definitions(network in networks()) {
        let (ties, arcs) = (network.tie_matrix(), Matrix::of(network.nodes, &network.ties));
        let turned = Matrix::of(network.nodes, &network.ties.iter().map(|&(a, b, s)| (b, a, s)).collect::<Vec<_>>());
        let directed = network.direction == Direction::Directed;
        let n = f64::from(network.nodes);
        for path_length in LENGTHS {
            let paths = network.path_matrix(path_length).paths();
            let pairs = (n - 1.0) * (n - 2.0) / if directed { 1.0 } else { 2.0 };
            check(&network.table(path_length), |measure, node| {
                let pieces = ties.pieces_without(node);
                match measure {
                    NodeMeasure::Degree => Some(ties.degree(node) as f64),
                    NodeMeasure::Strength => Some(ties.strength(node)),
                    NodeMeasure::InDegree => Some(turned.degree(node) as f64),
                    NodeMeasure::OutDegree => Some(arcs.degree(node) as f64),
                    NodeMeasure::InStrength => Some(turned.strength(node)),
                    NodeMeasure::OutStrength => Some(arcs.strength(node)),
                    NodeMeasure::Harmonic | NodeMeasure::HarmonicOut => Some(paths.harmonic_out(node)),
                    NodeMeasure::HarmonicIn => Some(paths.harmonic_in(node)),
                    NodeMeasure::BetweennessRaw => Some(paths.betweenness(node, directed)),
                    NodeMeasure::Betweenness => (n >= 3.0).then(|| paths.betweenness(node, directed) / pairs),
                    NodeMeasure::CoreNumber => Some(ties.core_number(node) as f64),
                    NodeMeasure::Constraint => ties.constraint(node),
                    NodeMeasure::EiIndex => ties.steps().ei_index(&network.groups, Some(node)),
                    NodeMeasure::EiIndexStrength => ties.ei_index(&network.groups, Some(node)),
                    NodeMeasure::Articulation => Some(if pieces.len() > 1 { 1.0 } else { 0.0 }),
                    NodeMeasure::Stranded => {
                        Some((pieces.iter().sum::<usize>() - pieces.iter().max().unwrap_or(&0)) as f64)
                    }
                    other => unreachable!("{other:?} is judged elsewhere"),
                }
            })?;
        }
    }

    #[test]
    fn figures_of_the_network_equal_their_definitions(network in networks()) {
        let ties = network.tie_matrix();
        let n = ties.nodes();
        let degrees: Vec<f64> = (0..n).map(|node| ties.degree(node) as f64).collect();
        let ends: f64 = degrees.iter().sum();
        let largest_degree = degrees.iter().copied().fold(0.0, f64::max);
        let paths = ties.paths();
        let reached = |node: usize| (0..n).filter(|&other| paths.length[node][other].is_finite()).count();
        // each node is the same share of its component, and the shares of one component add up to 1
        let components: f64 = (0..n).map(|node| 1.0 / reached(node) as f64).sum();
        let cut_points = (0..n).filter(|&node| ties.pieces_without(node).len() > 1).count();
        for (measure, value) in network.whole().figures {
            let expected = match measure {
                NetworkMeasure::Members => Some(n as f64),
                NetworkMeasure::Active => Some(degrees.iter().filter(|k| **k > 0.0).count() as f64),
                NetworkMeasure::Ties => Some(ends / 2.0),
                NetworkMeasure::Density => (n >= 2).then(|| ends / (n * (n - 1)) as f64),
                NetworkMeasure::MeanDegree => (n >= 1).then(|| ends / n as f64),
                NetworkMeasure::Components => Some(components),
                NetworkMeasure::LargestComponentShare => {
                    (0..n).map(reached).max().map(|largest| largest as f64 / n as f64)
                }
                NetworkMeasure::DegreeCentralization => (n >= 3).then(|| {
                    degrees.iter().map(|k| largest_degree - k).sum::<f64>() / ((n - 1) * (n - 2)) as f64
                }),
                NetworkMeasure::EiIndex => ties.steps().ei_index(&network.groups, None),
                NetworkMeasure::ArticulationPoints => Some(cut_points as f64),
                // judged beside this file
                _ => continue,
            };
            prop_assert!(close(value, expected), "{measure:?}: {value:?} is not {expected:?}");
        }
    }

    #[test]
    fn other_names_and_another_order_change_nothing(network in networks(), seed in 0u64..1000) {
        let mut draws = random::stream(seed, "relabel", 0);
        let mut name: Vec<u32> = (0..network.nodes).collect();
        draws.shuffle(&mut name);
        let mut renamed = network.clone();
        for tie in &mut renamed.ties {
            *tie = (name[tie.0 as usize], name[tie.1 as usize], tie.2);
        }
        draws.shuffle(&mut renamed.ties);
        for (node, group) in network.groups.iter().enumerate() {
            renamed.groups[name[node] as usize] = *group;
        }
        for path_length in LENGTHS {
            let after = renamed.table(path_length);
            let expected = |measure, node: usize| value(&after, measure, name[node] as usize);
            check(&network.table(path_length), expected)?;
        }
    }

    #[test]
    fn strengths_in_another_unit_change_only_what_is_in_that_unit(network in networks(), unit in 0.01..100.0f64) {
        let mut scaled = network.clone();
        scaled.ties.iter_mut().for_each(|tie| tie.2 *= unit);
        for path_length in LENGTHS {
            let before = network.table(path_length);
            check(&scaled.table(path_length), |measure, node| {
                let in_unit = match measure {
                    NodeMeasure::Strength | NodeMeasure::InStrength | NodeMeasure::OutStrength => true,
                    NodeMeasure::Harmonic | NodeMeasure::HarmonicIn | NodeMeasure::HarmonicOut => {
                        path_length == PathLength::InverseStrength
                    }
                    _ => false,
                };
                value(&before, measure, node).map(|v| if in_unit { v * unit } else { v })
            })?;
        }
    }

    #[test]
    fn a_tie_split_into_parallel_records_is_the_same_tie(network in networks(), share in 0.1..0.9f64) {
        let mut split = network.clone();
        split.ties = network.ties.iter().flat_map(|&(a, b, s)| [(a, b, s * share), (a, b, s - s * share)]).collect();
        for path_length in LENGTHS {
            let before = network.table(path_length);
            check(&split.table(path_length), |measure, node| value(&before, measure, node))?;
        }
    }

    #[test]
    fn an_isolate_changes_only_what_is_divided_by_the_number_of_others(network in networks()) {
        let mut larger = network.clone();
        larger.nodes += 1;
        larger.groups.push(Some(0));
        let n = f64::from(network.nodes);
        for path_length in LENGTHS {
            let (before, after) = (network.table(path_length), larger.table(path_length));
            check(&before, |measure, node| {
                let after = value(&after, measure, node);
                match measure {
                    NodeMeasure::Harmonic | NodeMeasure::HarmonicIn | NodeMeasure::HarmonicOut => {
                        after.map(|v| v * n / (n - 1.0).max(1.0))
                    }
                    NodeMeasure::Betweenness if n < 3.0 => None,
                    NodeMeasure::Betweenness => after.map(|v| v * n / (n - 2.0)),
                    _ => after,
                }
            })?;
            let judged = after.columns.iter().filter(|column| JUDGED_HERE.contains(&column.measure));
            let zero_or_undefined = judged.clone().all(|column| {
                let isolate = column.values[network.nodes as usize];
                isolate.is_none_or(|value| value.abs() <= 0.0)
            });
            prop_assert!(zero_or_undefined);
        }
    }

    #[test]
    fn betweenness_by_hops_adds_up_to_the_steps_between(network in networks()) {
        let table = network.table(PathLength::Hops);
        let sum: f64 = table.column(NodeMeasure::BetweennessRaw).expect("a column").iter().flatten().sum();
        let paths = network.path_matrix(PathLength::Hops).paths();
        let lengths = paths.length.iter().flatten().filter(|length| length.is_finite() && **length > 0.0);
        let ways = if network.direction == Direction::Undirected { 2.0 } else { 1.0 };
        let between: f64 = lengths.map(|length| (length - 1.0) / ways).sum();
        prop_assert!((sum - between).abs() <= 1e-9 * between.max(1.0), "{sum} is not {between}");
    }

    #[test]
    fn turned_arcs_turn_the_directed_columns(network in networks()) {
        prop_assume!(network.direction == Direction::Directed);
        let mut turned = network.clone();
        turned.ties.iter_mut().for_each(|tie| *tie = (tie.1, tie.0, tie.2));
        for path_length in LENGTHS {
            let after = turned.table(path_length);
            check(&network.table(path_length), |measure, node| {
                let other = match measure {
                    NodeMeasure::InDegree => NodeMeasure::OutDegree,
                    NodeMeasure::OutDegree => NodeMeasure::InDegree,
                    NodeMeasure::InStrength => NodeMeasure::OutStrength,
                    NodeMeasure::OutStrength => NodeMeasure::InStrength,
                    NodeMeasure::HarmonicIn => NodeMeasure::HarmonicOut,
                    NodeMeasure::HarmonicOut => NodeMeasure::HarmonicIn,
                    same => same,
                };
                value(&after, other, node)
            })?;
        }
    }

    #[test]
    fn core_numbers_and_nearness_never_rise_when_a_tie_goes(network in networks()) {
        prop_assume!(!network.ties.is_empty());
        let mut fewer = network.clone();
        fewer.ties.pop();
        for path_length in LENGTHS {
            let (before, after) = (network.table(path_length), fewer.table(path_length));
            for measure in [NodeMeasure::CoreNumber, NodeMeasure::Harmonic, NodeMeasure::HarmonicOut] {
                let (Some(before), Some(after)) = (before.column(measure), after.column(measure)) else {
                    continue;
                };
                let rose = before.iter().flatten().zip(after.iter().flatten()).any(|(b, a)| *a > *b + 1e-12);
                prop_assert!(!rose, "{measure:?}");
            }
        }
    }

    #[test]
    fn values_are_finite_at_the_limits_of_strength(network in networks(), powers in prop::collection::vec(-300i32..=300, 24)) {
        let mut extreme = network;
        for (tie, power) in extreme.ties.iter_mut().zip(powers) {
            tie.2 *= 10f64.powi(power) / 10.0;
        }
        for path_length in LENGTHS {
            let table = extreme.table(path_length);
            let finite = table.columns.iter().all(|column| column.values.iter().flatten().all(|v| v.is_finite()));
            prop_assert!(finite);
        }
    }
}

#[test]
fn lengths_that_differ_by_rounding_alone_are_equal() {
    // thirds: 0 - 1 - 2 - 3 with 1/3 each, and 0 - 3 with 1: the pair 0 3 has two shortest paths, so 1 and 2 carry half
    // of it; 0 2 and 1 3 are nearest by way of 1 and 2 (2/3) and not by way of the long tie (4/3)
    let ties = [(0, 1, 3.0), (1, 2, 3.0), (2, 3, 3.0), (0, 3, 1.0)];
    // tenths: 0.1 + 0.2 is above 0.3 as a double; 2 - 3 beyond it, so 0 3 has two paths as well
    let tenths = [(0, 1, 10.0), (1, 2, 5.0), (0, 2, 1.0 / 0.3), (2, 3, 1.0)];
    for (ties, expected) in [(ties, [0.0, 1.5, 1.5, 0.0]), (tenths, [0.0, 1.0, 2.0, 0.0])] {
        let network = Network {
            nodes: 4,
            ties: ties.to_vec(),
            groups: vec![None; 4],
            direction: Direction::Undirected,
        };
        let table = network.table(PathLength::InverseStrength);
        for (node, expected) in expected.into_iter().enumerate() {
            assert!(close(value(&table, NodeMeasure::BetweennessRaw, node), Some(expected)));
        }
    }
}

#[test]
fn many_sources_searched_one_after_the_other_do_not_disturb_each_other() {
    let mut network = large_network(150, 260);
    for direction in [Direction::Undirected, Direction::Directed] {
        network.direction = direction;
        for path_length in LENGTHS {
            let paths = network.path_matrix(path_length).paths();
            let table = network.table(path_length);
            for node in 0..150 {
                let expected = paths.betweenness(node, direction == Direction::Directed);
                assert!(close(value(&table, NodeMeasure::BetweennessRaw, node), Some(expected)));
                let nearness = match direction {
                    Direction::Undirected => NodeMeasure::Harmonic,
                    Direction::Directed => NodeMeasure::HarmonicOut,
                };
                assert!(close(value(&table, nearness, node), Some(paths.harmonic_out(node))));
            }
        }
    }
}

#[test]
fn one_thread_and_eight_give_the_same_bytes() {
    let mut network = large_network(300, 1500);
    let mut draws = random::stream(1, "order", 0);
    for direction in [Direction::Undirected, Direction::Directed] {
        network.direction = direction;
        let mut shuffled = network.clone();
        draws.shuffle(&mut shuffled.ties);
        for path_length in LENGTHS {
            let one = bits(&on_threads(1, || network.table(path_length)));
            assert_eq!(one, bits(&on_threads(8, || network.table(path_length))));
            assert_eq!(one, bits(&on_threads(3, || shuffled.table(path_length))));
        }
    }
}

/// A network of more nodes than there are shards of sources, with some isolates.
fn large_network(nodes: usize, ties: usize) -> Network {
    let mut draws = random::stream(1, "large network", 0);
    let ties = (0..ties).map(|_| {
        let strength = 1.0 / (1.0 + draws.below(9) as f64);
        (draws.below(nodes) as u32, draws.below(nodes) as u32, strength)
    });
    Network {
        nodes: nodes as u32,
        ties: ties.filter(|(a, b, _)| a != b).collect(),
        groups: (0..nodes).map(|node| Some(node as u32 % 4)).collect(),
        direction: Direction::Undirected,
    }
}

fn on_threads(threads: usize, work: impl FnOnce() -> NodeTable + Send) -> NodeTable {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("threads").install(work)
}

fn bits(table: &NodeTable) -> Vec<Option<u64>> {
    let values = table.columns.iter().flat_map(|column| &column.values);
    values.map(|value| value.map(f64::to_bits)).collect()
}

#[test]
fn the_smallest_networks_have_values_or_none() {
    for nodes in 0..3 {
        for ties in [vec![], vec![(0, 1, 2.0)]] {
            if nodes < 2 && !ties.is_empty() {
                continue;
            }
            let network = Network {
                nodes,
                groups: vec![Some(0); nodes as usize],
                ties,
                direction: Direction::Directed,
            };
            let whole = network.whole();
            assert_eq!(whole.figure(NetworkMeasure::DegreeCentralization), None);
            assert_eq!(whole.figure(NetworkMeasure::Density).is_some(), nodes == 2);
            assert_eq!(whole.figure(NetworkMeasure::Members), Some(f64::from(nodes)));
            for column in network.table(PathLength::InverseStrength).columns {
                assert_eq!(column.values.len(), nodes as usize);
                assert!(column.measure != NodeMeasure::Betweenness || column.values.iter().all(Option::is_none));
            }
        }
    }
}
