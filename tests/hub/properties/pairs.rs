//! Scores of pairs equal their definitions on random networks.
//!
//! In: small random networks. Out: every score equals the naive judge's, which asks every third node of every pair and
//! multiplies whole matrices.

use std::collections::BTreeMap;

use hubscope::metrics::pair_walks::{katz, local_path};
use hubscope::metrics::{PairScoreOptions, pair_scores};
use hubscope::network::NodeIndex;
use proptest::prelude::*;

use super::{close, config, networks};

fn product(a: &[Vec<f64>], b: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let n = a.len();
    let cell = |i: usize, j: usize| (0..n).map(|k| a[i][k] * b[k][j]).sum();
    (0..n).map(|i| (0..n).map(|j| cell(i, j)).collect()).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn scores_of_pairs_equal_their_definitions(network in networks()) {
        let snapshot = network.snapshot();
        let n = network.nodes as usize;
        let strength = |a: usize, b: usize| snapshot.ties().get(a, b as u32);
        let partners = |node: usize| (0..n).filter(|other| strength(node, *other).is_some()).count() as f64;
        let sum = |node: usize| (0..n).filter_map(|other| strength(node, other)).sum::<f64>();
        let mut expected: BTreeMap<(usize, usize), [f64; 5]> = BTreeMap::new();
        for (a, b) in (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b))).filter(|(a, b)| strength(*a, *b).is_none()) {
            for z in 0..n {
                if let (Some(near), Some(far)) = (strength(a, z), strength(z, b)) {
                    let scores = [1.0, 1.0 / partners(z).ln(), 1.0 / partners(z), near * far, near * far / sum(z)];
                    let sums = expected.entry((a, b)).or_default();
                    sums.iter_mut().zip(scores).for_each(|(sum, score)| *sum += score);
                }
            }
        }
        let found = pair_scores(&snapshot, PairScoreOptions::exact());
        let pairs: Vec<(usize, usize)> = found.pairs.iter().map(|(a, b)| (a.at(), b.at())).collect();
        prop_assert_eq!(pairs, expected.keys().copied().collect::<Vec<_>>());
        for (at, scores) in expected.values().enumerate() {
            let ours = [
                f64::from(found.common_partners[at]),
                found.adamic_adar[at],
                found.resource_allocation[at],
                found.weighted_common_partners[at],
                found.weighted_resource_allocation[at],
            ];
            for (ours, expected) in ours.into_iter().zip(scores) {
                prop_assert!(close(Some(ours), Some(*expected)), "{} is not {}", ours, expected);
            }
        }
    }

    #[test]
    fn walks_of_pairs_equal_powers_of_the_matrix(network in networks()) {
        let snapshot = network.snapshot();
        let n = network.nodes as usize;
        let tie = |a: usize, b: usize| f64::from(u8::from(snapshot.ties().get(a, b as u32).is_some()));
        let ties: Vec<Vec<f64>> = (0..n).map(|a| (0..n).map(|b| tie(a, b)).collect()).collect();
        let pairs: Vec<(NodeIndex, NodeIndex)> = (0..n as u32)
            .flat_map(|a| (a + 1..n as u32).map(move |b| (NodeIndex(a), NodeIndex(b))))
            .collect();
        let two = product(&ties, &ties);
        let three = product(&two, &ties);
        let local = local_path(&snapshot, &pairs, u64::MAX).expect("no limit");
        for ((a, b), found) in pairs.iter().zip(local) {
            prop_assert!(close(Some(found), Some(two[a.at()][b.at()] + 0.01 * three[a.at()][b.at()])));
        }
        let degree = |node: NodeIndex| snapshot.degree(node) as f64;
        let spread = snapshot.pairs().map(|(a, b, _)| (degree(a) * degree(b)).sqrt()).fold(1.0, f64::max);
        let beta = 0.5 / spread;
        let mut sum = vec![vec![0.0; n]; n];
        let mut power = ties.clone();
        let mut weight = beta;
        for _ in 0..100 {
            for (row, powers) in sum.iter_mut().zip(&power) {
                row.iter_mut().zip(powers).for_each(|(sum, walks)| *sum += weight * walks);
            }
            power = product(&power, &ties);
            weight *= beta;
        }
        let found = katz(&snapshot, &pairs, u64::MAX).expect("no limit");
        for ((a, b), found) in pairs.iter().zip(found) {
            prop_assert!(close(Some(found), Some(sum[a.at()][b.at()])), "{} is not {}", found, sum[a.at()][b.at()]);
        }
    }
}
