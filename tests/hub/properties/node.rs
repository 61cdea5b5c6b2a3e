//! Standing, clustering, structural holes and the two-mode measures equal their definitions.

use hubscope::metrics::{
    EigenvectorOptions, PageRankOptions, TieMeasure, TieValue, clustering, constraint, effective_size, eigenvector,
    pagerank, tie_table,
};
use hubscope::network::{Place, SnapshotParts, TieStrength};

use super::*;

/// The measures judged here.
const JUDGED: [NodeMeasure; 9] = [
    NodeMeasure::Eigenvector,
    NodeMeasure::EigenvectorBinary,
    NodeMeasure::PageRank,
    NodeMeasure::Hub,
    NodeMeasure::Authority,
    NodeMeasure::Clustering,
    NodeMeasure::EffectiveSize,
    NodeMeasure::Efficiency,
    NodeMeasure::Hierarchy,
];

const TWO_MODE: [NodeMeasure; 5] = [
    NodeMeasure::Events,
    NodeMeasure::EventStrength,
    NodeMeasure::MeanEventSize,
    NodeMeasure::TwoModeCloseness,
    NodeMeasure::TwoModeBetweenness,
];

/// Compares the columns of `measures` with what is expected of them.
fn compare(
    table: &NodeTable,
    measures: &[NodeMeasure],
    expected: impl Fn(NodeMeasure) -> Vec<Option<f64>>,
) -> Result<(), TestCaseError> {
    for column in table.columns.iter().filter(|column| measures.contains(&column.measure)) {
        let expected = expected(column.measure);
        prop_assert_eq!(column.values.len(), expected.len());
        for (node, (ours, expected)) in column.values.iter().zip(expected).enumerate() {
            prop_assert!(
                close(*ours, expected),
                "{:?} of {node}: {ours:?} is not {expected:?}",
                column.measure
            );
        }
    }
    Ok(())
}

/// A matrix to the power of 2²⁰, but for a factor: only what belongs to its largest eigenvalue is left. Scaling by powers
/// of two does not round.
fn high_power(matrix: &Matrix) -> Matrix {
    let n = matrix.nodes();
    let mut power = matrix.clone();
    for _ in 0..20 {
        let largest = power.0.iter().flatten().copied().fold(0.0, f64::max);
        if largest > 0.0 {
            let scale = 2f64.powi(-(largest.log2() as i32));
            power.0.iter_mut().flatten().for_each(|value| *value *= scale);
        }
        let entry = |a: usize, b: usize| (0..n).map(|via| power.0[a][via] * power.0[via][b]).sum();
        power = Matrix((0..n).map(|a| (0..n).map(|b| entry(a, b)).collect()).collect());
    }
    power
}

fn times(matrix: &Matrix, x: &[f64]) -> Vec<f64> {
    let row = |row: &Vec<f64>| row.iter().zip(x).map(|(entry, x)| entry * x).sum();
    matrix.0.iter().map(row).collect()
}

/// Power iteration on A + 1, which has no eigenvalue as far below zero as above.
fn leading_vector(ties: &Matrix) -> Vec<Option<f64>> {
    let n = ties.nodes();
    let paths = ties.paths();
    let piece = |node: usize| -> Vec<usize> { (0..n).filter(|&o| paths.length[node][o].is_finite()).collect() };
    let Some(largest) = (0..n)
        .map(piece)
        .rev()
        .max_by_key(Vec::len)
        .filter(|piece| piece.len() > 1)
    else {
        return vec![None; n];
    };
    let entry = |a: usize, b: usize| if a == b { 1.0 } else { ties.0[a][b] };
    let shifted = Matrix(
        largest
            .iter()
            .map(|&a| largest.iter().map(|&b| entry(a, b)).collect())
            .collect(),
    );
    let found = times(&high_power(&shifted), &vec![1.0; largest.len()]);
    let length = found.iter().map(|value| value * value).sum::<f64>().sqrt();
    let place = |node: usize| largest.iter().position(|&inside| inside == node);
    (0..n)
        .map(|node| place(node).map(|place| found[place] / length))
        .collect()
}

/// Hubs and authorities by Kleinberg's iteration, from equal hubs.
fn hubs_and_authorities(arcs: &Matrix) -> [Vec<Option<f64>>; 2] {
    let n = arcs.nodes();
    let turned = Matrix((0..n).map(|a| (0..n).map(|b| arcs.0[b][a]).collect()).collect());
    let product = |a: usize, b: usize| (0..n).map(|via| arcs.0[via][a] * arcs.0[via][b]).sum();
    let cocitation = Matrix((0..n).map(|a| (0..n).map(|b| product(a, b)).collect()).collect());
    let authority = times(&high_power(&cocitation), &times(&turned, &vec![1.0; n]));
    let hub = times(arcs, &authority);
    [hub, authority].map(|values| {
        let sum: f64 = values.iter().sum();
        values.iter().map(|value| (sum > 0.0).then(|| value / sum)).collect()
    })
}

/// The equations of `PageRank` as they stand, by elimination.
fn visits(rows: &Matrix) -> Vec<Option<f64>> {
    let n = rows.nodes();
    let passes = |from: usize, to: usize| {
        let strength = rows.strength(from);
        if strength > 0.0 {
            rows.0[from][to] / strength
        } else {
            1.0 / n as f64
        }
    };
    let coefficient = |to: usize, from: usize| f64::from(u8::from(to == from)) - 0.85 * passes(from, to);
    let mut system: Vec<Vec<f64>> = (0..n)
        .map(|to| {
            (0..n)
                .map(|from| coefficient(to, from))
                .chain([0.15 / n as f64])
                .collect()
        })
        .collect();
    for pivot in 0..n {
        for row in (0..n).filter(|&row| row != pivot) {
            let equation = system[pivot].clone();
            let factor = system[row][pivot] / equation[pivot];
            for (left, term) in system[row].iter_mut().zip(equation) {
                *left -= factor * term;
            }
        }
    }
    (0..n).map(|node| Some(system[node][n] / system[node][node])).collect()
}

fn partners(ties: &Matrix, node: usize) -> Vec<usize> {
    (0..ties.nodes()).filter(|&other| ties.tied(node, other)).collect()
}

/// Tied pairs among the partners, and pairs.
fn closed_and_all(ties: &Matrix, node: usize) -> (f64, f64) {
    let partners = partners(ties, node);
    let tied = |a: &usize| partners.iter().filter(|&&b| b > *a && ties.tied(*a, b)).count();
    let all = partners.len() * partners.len().saturating_sub(1) / 2;
    (partners.iter().map(tied).sum::<usize>() as f64, all as f64)
}

fn closed_share(ties: &Matrix, node: usize) -> f64 {
    let (closed, all) = closed_and_all(ties, node);
    if all > 0.0 { closed / all } else { 0.0 }
}

fn size_of_circle(ties: &Matrix, i: usize) -> Option<f64> {
    let partners = partners(ties, i);
    let p = |q: usize| ties.0[i][q] / ties.strength(i);
    let m = |j: usize, q: usize| ties.0[j][q] / ties.0[j].iter().copied().fold(0.0, f64::max);
    let repeated = |j: usize| {
        partners
            .iter()
            .filter(|&&q| q != j)
            .map(|&q| p(q) * m(j, q))
            .sum::<f64>()
    };
    (!partners.is_empty()).then(|| partners.iter().map(|&j| 1.0 - repeated(j)).sum())
}

fn hierarchy(ties: &Matrix, i: usize) -> Option<f64> {
    let p = |a: usize, b: usize| ties.0[a][b] / ties.strength(a);
    let partners = partners(ties, i);
    let through = |j: usize| partners.iter().map(|&q| p(i, q) * p(q, j)).sum::<f64>();
    let terms: Vec<f64> = partners.iter().map(|&j| (p(i, j) + through(j)).powi(2)).collect();
    let count = partners.len() as f64;
    let mean = terms.iter().sum::<f64>() / count;
    let sum: f64 = terms.iter().map(|term| term / mean * (term / mean).ln()).sum();
    (partners.len() > 1).then(|| sum / (count * count.ln()))
}

/// Pearson's correlation of the degrees at the ends of ties, each tie both ways round.
fn degree_assortativity(ties: &Matrix) -> Option<f64> {
    let n = ties.nodes();
    let ends = (0..n).flat_map(|a| (0..n).filter(move |&b| ties.tied(a, b)).map(move |b| (a, b)));
    let pairs: Vec<(f64, f64)> = ends
        .map(|(a, b)| (ties.degree(a) as f64, ties.degree(b) as f64))
        .collect();
    let count = pairs.len() as f64;
    let mean = pairs.iter().map(|pair| pair.0).sum::<f64>() / count;
    let variance = pairs.iter().map(|pair| (pair.0 - mean).powi(2)).sum::<f64>();
    let together: f64 = pairs.iter().map(|pair| (pair.0 - mean) * (pair.1 - mean)).sum();
    (variance > 1e-9).then(|| together / variance)
}

fn expected(network: &Network, measure: NodeMeasure) -> Vec<Option<f64>> {
    let (ties, arcs) = (network.tie_matrix(), Matrix::of(network.nodes, &network.ties));
    let each = |value: &dyn Fn(usize) -> Option<f64>| (0..ties.nodes()).map(value).collect();
    match measure {
        NodeMeasure::Eigenvector => leading_vector(&ties),
        NodeMeasure::EigenvectorBinary => leading_vector(&ties.steps()),
        NodeMeasure::PageRank if network.direction == Direction::Directed => visits(&arcs),
        NodeMeasure::PageRank => visits(&ties),
        NodeMeasure::Hub => hubs_and_authorities(&arcs)[0].clone(),
        NodeMeasure::Authority => hubs_and_authorities(&arcs)[1].clone(),
        NodeMeasure::Clustering => each(&|node| Some(closed_share(&ties, node))),
        NodeMeasure::EffectiveSize => each(&|node| size_of_circle(&ties, node)),
        NodeMeasure::Efficiency => each(&|node| size_of_circle(&ties, node).map(|e| e / ties.degree(node) as f64)),
        NodeMeasure::Hierarchy => each(&|node| hierarchy(&ties, node)),
        other => unreachable!("{other:?} is judged elsewhere"),
    }
}

/// A stakeholder by event table and the ties that Newman's rule makes of it, with a few partnerships.
#[derive(Debug, Clone)]
struct Hub {
    nodes: u32,
    events: usize,
    attendance: Vec<(u32, u32)>,
    partnerships: Vec<(u32, u32, f64)>,
}

impl Hub {
    fn ties(&self) -> Vec<(u32, u32, f64)> {
        let mut ties = self.partnerships.clone();
        for event in 0..self.events as u32 {
            let present: Vec<u32> = self
                .attendance
                .iter()
                .filter(|row| row.1 == event)
                .map(|row| row.0)
                .collect();
            let pairs = present.iter().flat_map(|&a| present.iter().map(move |&b| (a, b)));
            let pairs = pairs.filter(|(a, b)| a < b);
            ties.extend(pairs.map(|(a, b)| (a, b, 1.0 / (present.len() as f64 - 1.0))));
        }
        ties
    }

    fn snapshot(&self) -> Snapshot {
        let strength = |value| TieStrength::new(value).expect("above zero");
        let attendance = self
            .attendance
            .iter()
            .map(|&(node, event)| (node, event, strength(1.0)));
        Snapshot::freeze(SnapshotParts {
            places: (0..self.nodes).map(Place).collect(),
            ties: self.ties().into_iter().map(|(a, b, s)| (a, b, strength(s))).collect(),
            attendance: Some((self.events, attendance.collect())),
            ..SnapshotParts::default()
        })
    }

    fn table(&self) -> NodeTable {
        let snapshot = self.snapshot();
        node_table(&snapshot, &MeasureOptions::ungrouped(&snapshot)).expect("undirected")
    }

    fn network(&self) -> Network {
        Network {
            nodes: self.nodes,
            ties: self.ties(),
            groups: vec![None; self.nodes as usize],
            direction: Direction::Undirected,
        }
    }

    /// Stakeholders and, after them, the events in which somebody took part.
    fn both_modes(&self) -> Matrix {
        let mut met: Vec<u32> = self.attendance.iter().map(|row| row.1).collect();
        met.sort_unstable();
        met.dedup();
        let place = |event: u32| met.binary_search(&event).expect("met") as u32 + self.nodes;
        let ties: Vec<_> = self
            .attendance
            .iter()
            .map(|&(node, event)| (node, place(event), 1.0))
            .collect();
        Matrix::of(self.nodes + met.len() as u32, &ties).undirected()
    }
}

fn hubs() -> impl Strategy<Value = Hub> {
    (1u32..11, 1usize..6).prop_flat_map(|(nodes, events)| {
        let attendance = prop::collection::btree_set((0..nodes, 0..events as u32), 0..30);
        let partnership = (0..nodes, 0..nodes, prop::sample::select(STRENGTHS.as_slice()));
        let partnerships = prop::collection::vec(partnership, 0..4);
        (attendance, partnerships).prop_map(move |(attendance, partnerships)| Hub {
            nodes,
            events,
            attendance: attendance.into_iter().collect(),
            partnerships: partnerships.into_iter().filter(|(a, b, _)| a != b).collect(),
        })
    })
}

fn expected_of_both_modes(hub: &Hub, measure: NodeMeasure) -> Vec<Option<f64>> {
    let both = &hub.both_modes();
    let (n, all) = (hub.nodes as usize, both.nodes());
    let (stakeholders, events) = (n as f64, (all - n) as f64);
    let paths = both.paths();
    let sizes = |node: usize| -> Vec<usize> {
        let attended = (n..all).filter(move |&event| both.tied(node, event));
        attended.map(|event| both.degree(event)).collect()
    };
    let closeness = |node: usize| {
        let steps: Vec<f64> = paths.length[node]
            .iter()
            .copied()
            .filter(|l| l.is_finite() && *l > 0.0)
            .collect();
        if steps.is_empty() {
            return 0.0;
        }
        let share = steps.len() as f64 / (stakeholders + events - 1.0);
        (events + 2.0 * (stakeholders - 1.0)) / steps.iter().sum::<f64>() * share
    };
    // the most there can be: one node in all events, the others spread over the events as evenly as can be
    let most = || {
        let mut ties: Vec<(u32, u32, f64)> = (0..all - n).map(|event| (0, (n + event) as u32, 1.0)).collect();
        ties.extend((1..n).map(|node| (node as u32, (n + (node - 1) % (all - n)) as u32, 1.0)));
        Matrix::of(all as u32, &ties).undirected().paths().betweenness(0, false)
    };
    let most = if all > n { most() } else { 0.0 };
    let value = |node: usize| match measure {
        NodeMeasure::Events => Some(sizes(node).len() as f64),
        NodeMeasure::EventStrength => Some(sizes(node).iter().filter(|size| **size > 1).count() as f64),
        NodeMeasure::MeanEventSize => {
            let sizes = sizes(node);
            (!sizes.is_empty()).then(|| sizes.iter().sum::<usize>() as f64 / sizes.len() as f64)
        }
        NodeMeasure::TwoModeCloseness => Some(closeness(node)),
        NodeMeasure::TwoModeBetweenness => (most > 0.0).then(|| paths.betweenness(node, false) / most),
        other => unreachable!("{other:?} is judged elsewhere"),
    };
    (0..n).map(value).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn standing_and_holes_equal_their_definitions(network in networks()) {
        compare(&network.table(PathLength::Hops), &JUDGED, |measure| expected(&network, measure))?;
    }

    #[test]
    fn figures_equal_their_definitions(network in networks()) {
        let (ties, arcs) = (network.tie_matrix(), Matrix::of(network.nodes, &network.ties));
        let n = ties.nodes();
        let nodes = || 0..n;
        let whole = network.whole();
        let sums = nodes().map(|node| closed_and_all(&ties, node)).fold((0.0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1));
        let reach = ties.paths().length;
        let pairs = (n * n.saturating_sub(1)) as f64;
        let apart = reach.iter().flatten().filter(|length| length.is_infinite()).count() as f64;
        let count = arcs.0.iter().flatten().filter(|strength| **strength > 0.0).count() as f64;
        let answered = nodes().flat_map(|a| nodes().map(move |b| (a, b)));
        let answered = answered.filter(|&(a, b)| arcs.tied(a, b) && arcs.tied(b, a)).count() as f64;
        let directed = network.direction == Direction::Directed;
        let clusterings = nodes().map(|node| closed_share(&ties, node)).sum::<f64>();
        for (measure, expected) in [
            (NetworkMeasure::Transitivity, (sums.1 > 0.0).then(|| sums.0 / sums.1)),
            (NetworkMeasure::MeanClustering, (n > 0).then(|| clusterings / n as f64)),
            (NetworkMeasure::DegreeAssortativity, degree_assortativity(&ties)),
            (NetworkMeasure::Fragmentation, (n > 1).then(|| apart / pairs)),
            (NetworkMeasure::Reciprocity, (directed && count > 0.0).then(|| answered / count)),
        ] {
            let found = whole.figure(measure);
            prop_assert!(close(found, expected), "{measure:?}: {found:?} is not {expected:?}");
        }
    }

    #[test]
    fn ties_equal_their_definitions(network in networks()) {
        let (snapshot, ties) = (network.snapshot(), network.tie_matrix());
        // in the directed view there is a row for each arc
        let options = MeasureOptions {
            direction: Direction::Undirected,
            ..network.options(PathLength::Hops)
        };
        let table = tie_table(&snapshot, &options).expect("groups fit");
        let column = |measure| {
            let found = table.columns.iter().find(|column| column.measure == measure);
            found.map(|column| column.values.clone()).expect("a column")
        };
        let (embeddedness, overlap) = (column(TieMeasure::Embeddedness), column(TieMeasure::Overlap));
        prop_assert_eq!(embeddedness.len(), table.ends.len());
        for (at, (a, b)) in table.ends.iter().enumerate() {
            let (a, b) = (a.at(), b.at());
            let shared = (0..ties.nodes()).filter(|&c| ties.tied(a, c) && ties.tied(b, c)).count();
            let either = (0..ties.nodes()).filter(|&c| c != a && c != b && (ties.tied(a, c) || ties.tied(b, c))).count();
            prop_assert!(close(embeddedness[at], Some(shared as f64)));
            prop_assert!(close(overlap[at], (either > 0).then(|| shared as f64 / either as f64)));
        }
    }

    #[test]
    fn events_make_the_same_sums_as_their_ties(hub in hubs()) {
        let table = hub.table();
        let network = hub.network();
        let measures: Vec<_> = JUDGED.into_iter().chain([NodeMeasure::Constraint]).collect();
        let ties = network.tie_matrix();
        compare(&table, &measures, |measure| match measure {
            NodeMeasure::Constraint => (0..ties.nodes()).map(|node| ties.constraint(node)).collect(),
            other => expected(&network, other),
        })?;
        compare(&table, &TWO_MODE, |measure| expected_of_both_modes(&hub, measure))?;
    }

    #[test]
    fn newman_strength_is_the_number_of_events_shared(hub in hubs()) {
        let hub = Hub { partnerships: Vec::new(), ..hub };
        let table = hub.table();
        let shared = table.column(NodeMeasure::EventStrength).expect("a column");
        for (strength, shared) in table.column(NodeMeasure::Strength).expect("a column").iter().zip(shared) {
            prop_assert!(close(*strength, *shared));
        }
    }
}

/// More stakeholders than one worker takes at a time, by events and by ties.
#[test]
fn one_thread_and_eight_give_the_same_bytes_by_events() {
    let mut draws = random::stream(2, "large hub", 0);
    let mut row = || (draws.below(5000) as u32, draws.below(150) as u32);
    let mut attendance: Vec<(u32, u32)> = (0..9000).map(|_| row()).collect();
    attendance.sort_unstable();
    attendance.dedup();
    let hub = Hub {
        nodes: 5000,
        events: 160,
        attendance,
        partnerships: (0..500).map(|number| (number, number * 7 + 1, 0.5)).collect(),
    };
    let with = hub.snapshot();
    let without = Snapshot::from_ties(5000, &hub.ties());
    for snapshot in [with, without] {
        let undirected = PageRankOptions {
            direction: Direction::Undirected,
        };
        let by_strength = EigenvectorOptions {
            tie_value: TieValue::Strength,
        };
        let values = || {
            let mut values = eigenvector(&snapshot, &by_strength).values;
            values.extend(constraint(&snapshot).values);
            values.extend(effective_size(&snapshot).values);
            values.extend(
                pagerank(&snapshot, &undirected)
                    .expect("undirected")
                    .values
                    .into_iter()
                    .map(Some),
            );
            values.extend(clustering(&snapshot).values.into_iter().map(Some));
            values
        };
        let bits = |values: Vec<Option<f64>>| {
            values
                .into_iter()
                .map(|value| value.map(f64::to_bits))
                .collect::<Vec<_>>()
        };
        let on = |threads| {
            rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("threads")
        };
        let one = on(1).install(values);
        assert!(one[..5000].iter().any(Option::is_some), "the leading vector stands out");
        assert_eq!(bits(one), bits(on(8).install(values)));
    }
}
