//! Edge betweenness equals the values of other tools, tie by tie, and the naive sum over all pairs.
//!
//! In: `tests/oracle/ties/edge_betweenness.json` (made by `generate.py` beside it) and the networks of
//! `tests/oracle/*.json`; small random networks.

use std::fs;
use std::path::Path;

use hubscope::metrics::{EdgeBetweennessOptions, edge_betweenness};
use hubscope::network::{PathLength, Snapshot};
use proptest::prelude::*;
use serde_json::Value;

/// How many cases the file held when it was last made: none may get lost.
const RECORDED_CASES: usize = 72;

fn read_json(file: &Path) -> Value {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).expect("JSON")
}

fn values(snapshot: &Snapshot, path_length: PathLength) -> Vec<f64> {
    edge_betweenness(snapshot, &EdgeBetweennessOptions { path_length }).values
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.max(1.0)
}

#[test]
fn edge_betweenness_equals_that_of_networkx_and_igraph() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle");
    let cases = read_json(&folder.join("ties/edge_betweenness.json"));
    let cases = cases.as_array().expect("cases");
    assert!(cases.len() >= RECORDED_CASES, "{} of {RECORDED_CASES}", cases.len());
    for case in cases {
        let network = read_json(&folder.join(format!("{}.json", case["network"].as_str().expect("a name"))));
        let end = |value: &Value| value.as_u64().expect("an index") as u32;
        let ties = network["ties"].as_array().expect("ties").iter();
        let ties: Vec<_> = ties
            .map(|tie| (end(&tie[0]), end(&tie[1]), tie[2].as_f64().expect("a strength")))
            .collect();
        let nodes = network["nodes"].as_array().expect("nodes").len() as u32;
        let length: PathLength = case["path_length"]
            .as_str()
            .expect("a length")
            .parse()
            .expect("a length");
        let found = values(&Snapshot::from_ties(nodes, &ties), length);
        let expected = case["values"].as_array().expect("values");
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            let expected = expected.as_f64().expect("a number");
            let (network, tool) = (&case["network"], &case["tool"]);
            assert!(
                close(*found, expected),
                "{network} {tool} {length:?}: {found} is not {expected}"
            );
        }
    }
}

/// By the definition: lengths and counts by Floyd and Warshall's way, then every pair and every tie.
fn naive(nodes: usize, ties: &[(u32, u32, f64)]) -> Vec<f64> {
    let same = |a: f64, b: f64| a.is_finite() && (a - b).abs() <= 1e-12 * a.max(b);
    let mut tie = vec![vec![f64::INFINITY; nodes]; nodes];
    for &(a, b, length) in ties {
        (tie[a as usize][b as usize], tie[b as usize][a as usize]) = (length, length);
    }
    let mut length = tie.clone();
    (0..nodes).for_each(|node| length[node][node] = 0.0);
    for via in 0..nodes {
        for a in 0..nodes {
            for b in 0..nodes {
                length[a][b] = length[a][b].min(length[a][via] + length[via][b]);
            }
        }
    }
    let mut count = vec![vec![0.0; nodes]; nodes];
    for source in 0..nodes {
        let mut nearest: Vec<usize> = (0..nodes).collect();
        nearest.sort_by(|a, b| length[source][*a].total_cmp(&length[source][*b]));
        count[source][source] = 1.0;
        for target in nearest.into_iter().filter(|target| *target != source) {
            let before = (0..nodes).filter(|&b| same(length[source][b] + tie[b][target], length[source][target]));
            count[source][target] = before.map(|before| count[source][before]).sum();
        }
    }
    let carried = |a: usize, b: usize| {
        let mut sum = 0.0;
        for s in 0..nodes {
            for t in (0..nodes).filter(|&t| t != s) {
                if same(length[s][a] + tie[a][b] + length[b][t], length[s][t]) {
                    sum += count[s][a] * count[b][t] / count[s][t];
                }
            }
        }
        sum
    };
    let pairs = (0..nodes).flat_map(|a| (a + 1..nodes).map(move |b| (a, b)));
    let tied = pairs.filter(|&(a, b)| tie[a][b].is_finite());
    // from s to t over a - b one way, and from t to s the other: both ways hold each pair once
    tied.map(|(a, b)| f64::midpoint(carried(a, b), carried(b, a))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn edge_betweenness_is_the_sum_over_all_pairs(
        nodes in 1_u32..12,
        drawn in prop::collection::vec((0_u32..12, 0_u32..12, prop::sample::select(vec![0.5, 1.0, 1.0, 1.5, 2.0, 3.0, 6.0])), 0..30),
    ) {
        let mut ties: Vec<(u32, u32, f64)> = drawn
            .into_iter()
            .map(|(a, b, strength)| (a.min(b) % nodes, a.max(b) % nodes, strength))
            .filter(|(a, b, _)| a != b)
            .map(|(a, b, strength)| (a.min(b), a.max(b), strength))
            .collect();
        ties.sort_by_key(|tie| (tie.0, tie.1));
        ties.dedup_by_key(|tie| (tie.0, tie.1));
        let snapshot = Snapshot::from_ties(nodes, &ties);
        for path_length in [PathLength::Hops, PathLength::InverseStrength] {
            let lengths: Vec<_> = ties
                .iter()
                .map(|&(a, b, strength)| (a, b, if path_length == PathLength::Hops { 1.0 } else { 1.0 / strength }))
                .collect();
            let found = values(&snapshot, path_length);
            let expected = naive(nodes as usize, &lengths);
            prop_assert_eq!(found.len(), expected.len());
            for (found, expected) in found.iter().zip(&expected) {
                prop_assert!(close(*found, *expected), "{} is not {}", found, expected);
            }
        }
    }
}
