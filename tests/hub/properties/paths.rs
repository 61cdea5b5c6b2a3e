//! Closeness, reach and the figures over all shortest paths equal their definitions.

use super::*;

/// Lengths of the shortest paths between two different nodes, `source` first; infinite where there is none.
fn between(paths: &judge::Paths) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
    let n = paths.length.len();
    let pairs = (0..n).flat_map(move |a| (0..n).map(move |b| (a, b)));
    pairs.filter(|(a, b)| a != b).map(|(a, b)| (a, b, paths.length[a][b]))
}

/// Wasserman and Faust's closeness over the lengths to, or from, all whom a path joins to a node.
fn closeness(lengths: impl Iterator<Item = f64>, others: f64) -> f64 {
    let lengths: Vec<f64> = lengths.filter(|length| length.is_finite()).collect();
    if lengths.is_empty() {
        return 0.0;
    }
    let reached = lengths.len() as f64;
    reached / others * reached / lengths.iter().sum::<f64>()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn closeness_and_reach_equal_their_definitions(network in networks()) {
        let n = network.nodes as usize;
        let others = f64::from(network.nodes) - 1.0;
        let ties = network.tie_matrix().steps().paths();
        for path_length in LENGTHS {
            let paths = network.path_matrix(path_length).paths();
            let table = network.table(path_length);
            for node in 0..n {
                let from = closeness(between(&paths).filter(|p| p.0 == node).map(|p| p.2), others);
                let to = closeness(between(&paths).filter(|p| p.1 == node).map(|p| p.2), others);
                let near = between(&ties).filter(|p| p.0 == node && p.2 <= 2.0).count() as f64;
                let reach = (n > 1).then(|| near / others);
                prop_assert!(close(value(&table, NodeMeasure::TwoStepReach, node), reach));
                if network.direction == Direction::Undirected {
                    prop_assert!(close(value(&table, NodeMeasure::Closeness, node), Some(from)));
                } else {
                    prop_assert!(close(value(&table, NodeMeasure::ClosenessOut, node), Some(from)));
                    prop_assert!(close(value(&table, NodeMeasure::ClosenessIn, node), Some(to)));
                }
            }
        }
    }

    #[test]
    fn figures_over_all_paths_equal_their_definitions(network in networks()) {
        let (n, count) = (network.nodes as usize, f64::from(network.nodes));
        let directed = network.direction == Direction::Directed;
        for path_length in LENGTHS {
            let paths = network.path_matrix(path_length).paths();
            let table = network_table(&network.snapshot(), &network.options(path_length)).expect("groups fit");
            let lengths: Vec<f64> = between(&paths).map(|p| p.2).filter(|length| length.is_finite()).collect();
            let joined = !lengths.is_empty();
            let nearness: f64 = lengths.iter().map(|length| 1.0 / length).sum();
            let betweenness: Vec<f64> = (0..n).map(|node| paths.betweenness(node, directed)).collect();
            let largest = betweenness.iter().copied().fold(0.0, f64::max);
            let star = (count - 1.0).powi(2) * (count - 2.0) / if directed { 1.0 } else { 2.0 };
            for (measure, expected) in [
                (NetworkMeasure::GlobalEfficiency, (n > 1).then(|| nearness / (count * (count - 1.0)))),
                (NetworkMeasure::MeanPathLength, joined.then(|| lengths.iter().sum::<f64>() / lengths.len() as f64)),
                (NetworkMeasure::Diameter, joined.then(|| lengths.iter().copied().fold(0.0, f64::max))),
                (
                    NetworkMeasure::BetweennessCentralization,
                    (n > 2).then(|| betweenness.iter().map(|value| largest - value).sum::<f64>() / star),
                ),
            ] {
                let found = table.figure(measure);
                prop_assert!(close(found, expected), "{measure:?}: {found:?} is not {expected:?}");
            }
        }
    }
}
