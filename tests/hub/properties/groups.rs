//! Measures over groups, communities and the core equal their definitions, and no partition or core is better.
//!
//! In: small random networks. Out: brokerage with what chance gives by the loops of sna, participation, within-module z,
//! assortativity and modularity by their formulas, and the best partition and the best core of all there are.

use hubscope::metrics::{
    AssortativityOptions, Brokerage, BrokerageOptions, BrokerageRole, ModularityOptions,
    ParticipationCoefficientOptions, WithinModuleZOptions, assortativity, brokerage, community, core_periphery,
    modularity, participation_coefficient, within_module_z,
};
use hubscope::network::{Direction, Snapshot};
use hubscope::random::{self, Draws};
use proptest::prelude::*;

use super::judge::Matrix;
use super::{Network, close, config, large_network, networks};

/// The number of a role: coordinator, itinerant, gatekeeper, representative, liaison.
fn role(source: u32, broker: u32, target: u32) -> usize {
    match (source == broker, broker == target, source == target) {
        (true, true, _) => 0,
        (false, false, true) => 1,
        (false, true, _) => 2,
        (true, false, _) => 3,
        (false, false, false) => 4,
    }
}

fn roles(found: &Brokerage) -> [&BrokerageRole; 6] {
    [
        &found.coordinator,
        &found.itinerant,
        &found.gatekeeper,
        &found.representative,
        &found.liaison,
        &found.total,
    ]
}

/// Counts of each node by role and in all, on triple loops.
fn counts(arcs: &Matrix, groups: &[Option<u32>]) -> Vec<[f64; 6]> {
    let mut counts = vec![[0.0; 6]; arcs.nodes()];
    let grouped = |node: usize| groups[node];
    for a in 0..arcs.nodes() {
        for (v, counts) in counts.iter_mut().enumerate() {
            for b in 0..arcs.nodes() {
                let (Some(source), Some(broker), Some(target)) = (grouped(a), grouped(v), grouped(b)) else {
                    continue;
                };
                if a != b && v != a && v != b && arcs.tied(a, v) && arcs.tied(v, b) && !arcs.tied(a, b) {
                    counts[role(source, broker, target)] += 1.0;
                    counts[5] += 1.0;
                }
            }
        }
    }
    counts
}

fn choose_two(of: f64) -> f64 {
    of * (of - 1.0) / 2.0
}

/// Expectation and variance of a member of group `i`, loop by loop as in sna's `brokerage`.
fn member_moments(sizes: &[f64], i: usize, d: f64) -> [(f64, f64); 6] {
    let n: f64 = sizes.iter().sum();
    let own = sizes[i];
    let others: Vec<f64> = sizes
        .iter()
        .enumerate()
        .filter(|(k, _)| *k != i)
        .map(|(_, size)| *size)
        .collect();
    let (open, three) = (d * d * (1.0 - d), (d * (1.0 - d)).powi(3));
    let with = |pairs: f64, shared: f64| (open * pairs, open * pairs * (1.0 - open) + shared * three);
    let mut different = 0.0;
    for (j, one) in others.iter().enumerate() {
        for (k, other) in others.iter().enumerate() {
            different += if j == k { 0.0 } else { one * other };
        }
    }
    let crossed = with(
        (n - own) * (own - 1.0),
        2.0 * ((own - 1.0) * choose_two(n - own) + (n - own) * choose_two(own - 1.0)),
    );
    [
        with((own - 1.0) * (own - 2.0), 2.0 * (own - 1.0) * (own - 2.0) * (own - 3.0)),
        with(
            others.iter().map(|k| k * (k - 1.0)).sum(),
            2.0 * others.iter().map(|k| k * (k - 1.0) * (k - 2.0)).sum::<f64>(),
        ),
        crossed,
        crossed,
        with(
            different,
            4.0 * others.iter().map(|k| k * choose_two(n - k - own)).sum::<f64>(),
        ),
        with((n - 1.0) * (n - 2.0), 2.0 * (n - 1.0) * (n - 2.0) * (n - 3.0)),
    ]
}

/// Expectation and variance of the network, likewise.
fn network_moments(sizes: &[f64], d: f64) -> [(f64, f64); 6] {
    let n: f64 = sizes.iter().sum();
    let e = 1.0 - d;
    let (three, four, five) = (d.powi(3) * e.powi(3), d.powi(4) * e.powi(2), d.powi(5) * e);
    let open = d * d * e;
    let with = |paths: f64, overlaps: f64| (open * paths, open * paths * (1.0 - open) + overlaps);
    let over = |term: &dyn Fn(f64) -> f64| sizes.iter().map(|k| term(*k)).sum::<f64>();
    let (mut itinerant, mut triples, mut liaison) = (0.0, 0.0, 0.0);
    for (i, x) in sizes.iter().enumerate() {
        for (j, y) in sizes.iter().enumerate() {
            if i != j {
                itinerant += x * y * (x - 1.0) * ((2.0 * x + 2.0 * y - 6.0) * three + (n - x - 1.0) * five);
            }
            for (k, z) in sizes.iter().enumerate() {
                if i != j && j != k && i != k {
                    triples += x * y * z;
                    liaison += x
                        * y
                        * z
                        * ((4.0 * (n - y) - 2.0 * (x + z + 1.0)) * three
                            - (4.0 * (n - z) - 2.0 * (x + y + 1.0)) * four
                            + (n - (x + z + 1.0)) * five);
                }
            }
        }
    }
    let crossing = over(&|k| k * (n - k) * (k - 1.0));
    let crossed = with(
        crossing,
        over(&|k| k * (n - k) * (k - 1.0) * ((n - 3.0) * three + (k - 2.0) * five)),
    );
    let all = |k: f64| (4.0 * k - 10.0) * three - 4.0 * (k - 3.0) * four + (k - 3.0) * five;
    [
        with(
            over(&|k| k * (k - 1.0) * (k - 2.0)),
            over(&|k| k * (k - 1.0) * (k - 2.0) * all(k)),
        ),
        with(crossing, itinerant),
        crossed,
        crossed,
        with(triples, liaison),
        with(n * (n - 1.0) * (n - 2.0), n * (n - 1.0) * (n - 2.0) * all(n)),
    ]
}

/// Equal, or both without spread: rounding decides whether a variance of 0 comes out as 0 or as a little more.
fn close_z(found: Option<f64>, count: f64, (expected, variance): (f64, f64)) -> bool {
    if variance.abs() <= 1e-12 {
        return found.is_none();
    }
    let z = (count - expected) / variance.sqrt();
    close(found, z.is_finite().then_some(z))
}

fn check_roles(network: &Network) -> Result<(), TestCaseError> {
    let directed = network.direction == Direction::Directed;
    let arcs = if directed {
        Matrix::of(network.nodes, &network.ties)
    } else {
        network.tie_matrix()
    };
    let options = BrokerageOptions {
        groups: &network.groups,
        direction: network.direction,
    };
    let found = brokerage(&network.snapshot(), &options).expect("groups fit");
    let counts = counts(&arcs, &network.groups);
    let grouped: Vec<usize> = (0..arcs.nodes())
        .filter(|&node| network.groups[node].is_some())
        .collect();
    let tied = |&(a, b): &(usize, usize)| arcs.tied(a, b);
    let pairs = grouped.iter().flat_map(|&a| grouped.iter().map(move |&b| (a, b)));
    let n = grouped.len() as f64;
    let density = pairs.filter(tied).count() as f64 / (n * (n - 1.0));
    let sizes: Vec<f64> = (0..3)
        .map(|group| network.groups.iter().filter(|g| **g == Some(group)).count() as f64)
        .collect();
    for (at, found) in roles(&found).into_iter().enumerate() {
        for (node, counts) in counts.iter().enumerate() {
            let Some(group) = network.groups[node] else {
                prop_assert_eq!(
                    (found.counts[node], found.expected[node], found.z[node]),
                    (None, None, None)
                );
                continue;
            };
            prop_assert!(close(found.counts[node], Some(counts[at])), "role {} of {}", at, node);
            if grouped.len() < 2 {
                prop_assert_eq!((found.expected[node], found.z[node]), (None, None));
                continue;
            }
            let moments = member_moments(&sizes, group as usize, density)[at];
            prop_assert!(
                close(found.expected[node], Some(moments.0)),
                "expected role {} of {}",
                at,
                node
            );
            prop_assert!(
                close_z(found.z[node], counts[at], moments),
                "z of role {} of {}",
                at,
                node
            );
        }
        let sum: f64 = counts.iter().map(|counts| counts[at]).sum();
        prop_assert!(close(Some(found.network.count), Some(sum)));
        if grouped.len() >= 2 {
            let moments = network_moments(&sizes, density)[at];
            prop_assert!(close(found.network.expected, Some(moments.0)), "expected role {}", at);
            prop_assert!(
                close_z(found.network.z, sum, moments),
                "z of role {}: {:?}",
                at,
                found.network
            );
        }
    }
    Ok(())
}

/// Sums of a node's ties by group, and over all groups, where both ends have one.
fn by_group(ties: &Matrix, groups: &[Option<u32>], node: usize) -> Option<[f64; 3]> {
    groups[node]?;
    Some([0, 1, 2].map(|group| {
        let members = (0..ties.nodes()).filter(|&other| groups[other] == Some(group));
        members.map(|other| ties.0[node][other]).sum()
    }))
}

fn participation(ties: &Matrix, groups: &[Option<u32>], node: usize) -> Option<f64> {
    let towards = by_group(ties, groups, node)?;
    let all: f64 = towards.iter().sum();
    (all > 0.0).then(|| 1.0 - towards.iter().map(|k| (k / all).powi(2)).sum::<f64>())
}

fn module_z(ties: &Matrix, groups: &[Option<u32>], node: usize) -> Option<f64> {
    let group = groups[node]?;
    let own = |node: usize| by_group(ties, groups, node).map(|towards| towards[group as usize]);
    let members: Vec<f64> = (0..ties.nodes())
        .filter(|&other| groups[other] == Some(group))
        .filter_map(own)
        .collect();
    let n = members.len() as f64;
    let mean = members.iter().sum::<f64>() / n;
    let deviation = (members.iter().map(|k| (k - mean).powi(2)).sum::<f64>() / n).sqrt();
    (deviation > 1e-9).then(|| (own(node).unwrap_or(f64::NAN) - mean) / deviation)
}

fn newman_assortativity(ties: &Matrix, groups: &[Option<u32>]) -> Option<f64> {
    let mut mixing = [[0.0; 3]; 3];
    for a in 0..ties.nodes() {
        for b in (0..ties.nodes()).filter(|&b| ties.tied(a, b)) {
            if let (Some(one), Some(other)) = (groups[a], groups[b]) {
                mixing[one as usize][other as usize] += 1.0;
            }
        }
    }
    let all: f64 = mixing.iter().flatten().sum();
    let within: f64 = (0..3).map(|g| mixing[g][g] / all).sum();
    let chance: f64 = mixing.iter().map(|row| (row.iter().sum::<f64>() / all).powi(2)).sum();
    (all > 0.0 && chance < 1.0 - 1e-12).then(|| (within - chance) / (1.0 - chance))
}

/// Σ over pairs of nodes of one group of the strength beyond chance.
fn newman_modularity(ties: &Matrix, groups: &[Option<u32>]) -> Option<f64> {
    let n = ties.nodes();
    let tie = |a: usize, b: usize| match (groups[a], groups[b]) {
        (Some(_), Some(_)) => ties.0[a][b],
        _ => 0.0,
    };
    let strength: Vec<f64> = (0..n).map(|a| (0..n).map(|b| tie(a, b)).sum()).collect();
    let all: f64 = strength.iter().sum();
    let mut beyond = 0.0;
    for a in 0..n {
        for b in (0..n).filter(|&b| groups[a].is_some() && groups[a] == groups[b]) {
            beyond += tie(a, b) - strength[a] * strength[b] / all;
        }
    }
    (all > 0.0).then(|| beyond / all)
}

/// The largest modularity of all partitions, which are built node by node.
fn best_modularity(ties: &Matrix, partition: &mut Vec<Option<u32>>) -> Option<f64> {
    if partition.len() == ties.nodes() {
        return newman_modularity(ties, partition);
    }
    let groups = partition.iter().flatten().max().map_or(0, |last| last + 1);
    let mut best = None;
    for group in 0..=groups {
        partition.push(Some(group));
        let found = best_modularity(ties, partition);
        if best.is_none() || found > best {
            best = found;
        }
        partition.pop();
    }
    best
}

/// The correlation of ties with the pattern of a core, pair by pair.
fn core_fit(ties: &Matrix, core: u32) -> Option<f64> {
    let n = ties.nodes();
    let pairs = || (0..n).flat_map(|a| (0..a).map(move |b| (a, b)));
    let count = pairs().count() as f64;
    let is_in = |node: usize| core >> node & 1 == 1;
    let tied = |(a, b)| f64::from(u8::from(ties.tied(a, b)));
    let pattern = |(a, b)| f64::from(u8::from(is_in(a) || is_in(b)));
    let mean = |of: &dyn Fn((usize, usize)) -> f64| pairs().map(of).sum::<f64>() / count;
    let (mean_tied, mean_pattern) = (mean(&tied), mean(&pattern));
    let product =
        |one: &dyn Fn((usize, usize)) -> f64, one_mean: f64, other: &dyn Fn((usize, usize)) -> f64, m: f64| {
            pairs()
                .map(|pair| (one(pair) - one_mean) * (other(pair) - m))
                .sum::<f64>()
        };
    let spread =
        (product(&tied, mean_tied, &tied, mean_tied) * product(&pattern, mean_pattern, &pattern, mean_pattern)).sqrt();
    (spread > 1e-9).then(|| product(&tied, mean_tied, &pattern, mean_pattern) / spread)
}

fn few() -> ProptestConfig {
    ProptestConfig { cases: 96, ..config() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn roles_and_what_chance_gives_equal_the_loops_of_sna(network in networks()) {
        check_roles(&network)?;
    }

    #[test]
    fn measures_over_groups_equal_their_definitions(network in networks()) {
        let (snapshot, groups) = (network.snapshot(), &network.groups);
        let ties = network.tie_matrix();
        let spread = participation_coefficient(&snapshot, &ParticipationCoefficientOptions { groups }).expect("fits");
        let inside = within_module_z(&snapshot, &WithinModuleZOptions { groups }).expect("fits");
        for node in 0..ties.nodes() {
            prop_assert!(close(spread.by_ties[node], participation(&ties.steps(), groups, node)));
            prop_assert!(close(spread.by_strength[node], participation(&ties, groups, node)));
            prop_assert!(close(inside.by_ties[node], module_z(&ties.steps(), groups, node)));
            prop_assert!(close(inside.by_strength[node], module_z(&ties, groups, node)));
        }
        let mixing = assortativity(&snapshot, &AssortativityOptions { groups }).expect("fits");
        prop_assert!(close(mixing, newman_assortativity(&ties, groups)), "{:?}", mixing);
        let within = modularity(&snapshot, &ModularityOptions { groups }).expect("fits");
        prop_assert!(close(within, newman_modularity(&ties, groups)), "{:?}", within);
    }
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn no_partition_is_better_than_the_communities(network in networks()) {
        let ties = network.tie_matrix();
        // isolates change no modularity: trying where to put them would only take time
        let tied: Vec<usize> = (0..ties.nodes()).filter(|&node| ties.degree(node) > 0).collect();
        prop_assume!(tied.len() <= 8);
        let without_isolates = Matrix(
            tied.iter().map(|&a| tied.iter().map(|&b| ties.0[a][b]).collect()).collect(),
        );
        let found = community(&network.snapshot());
        let best = best_modularity(&without_isolates, &mut Vec::new());
        prop_assert!(close(found.modularity, best), "{:?} is not {best:?}", found.modularity);
        prop_assert!(close(newman_modularity(&ties, &found.of), best));
    }

    #[test]
    fn no_core_fits_better(network in networks()) {
        let ties = network.tie_matrix();
        prop_assume!(ties.nodes() <= 10);
        let found = core_periphery(&network.snapshot());
        let best = (0..1u32 << ties.nodes())
            .filter(|core| core.count_ones() >= 1 && core.count_ones() as usize + 2 <= ties.nodes())
            .filter_map(|core| core_fit(&ties, core))
            .max_by(f64::total_cmp);
        prop_assert!(close(found.fit, best), "{:?} is not {best:?}", found.fit);
        let core: u32 = found.core.iter().enumerate().map(|(node, is_in)| u32::from(*is_in) << node).sum();
        let of_core = if core == 0 { None } else { core_fit(&ties, core) };
        prop_assert!(close(found.fit, of_core));
    }
}

/// Networks with communities planted and without, of a size at which several levels are merged.
fn middling_networks() -> Vec<Snapshot> {
    let mut snapshots = vec![
        large_network(200, 260).snapshot(),
        large_network(300, 1500).snapshot(),
        large_network(120, 3000).snapshot(),
    ];
    for draw in 0..4 {
        let mut draws = random::stream(1, "planted communities", draw);
        let ties: Vec<_> = (0..1200)
            .map(|_| {
                let (one, inside) = (draws.below(240), draws.chance(0.8));
                let other = if inside {
                    one / 20 * 20 + draws.below(20)
                } else {
                    draws.below(240)
                };
                (one as u32, other as u32, 1.0 + draws.below(3) as f64)
            })
            .filter(|(a, b, _)| a != b)
            .collect();
        snapshots.push(Snapshot::from_ties(240, &ties));
    }
    snapshots
}

#[test]
fn every_community_is_connected_and_they_are_numbered_by_size() {
    for snapshot in middling_networks() {
        let found = community(&snapshot);
        let mut sizes = Vec::new();
        for number in 0..found.count() as u32 {
            let members: Vec<u32> = (0..snapshot.node_count() as u32)
                .filter(|&node| found.of[node as usize] == Some(number))
                .collect();
            let mut reached = vec![members[0]];
            let mut at = 0;
            while at < reached.len() {
                let partners = snapshot.ties().columns(reached[at] as usize).iter();
                let new: Vec<u32> = partners
                    .filter(|partner| members.contains(partner) && !reached.contains(partner))
                    .copied()
                    .collect();
                reached.extend(new);
                at += 1;
            }
            assert_eq!(reached.len(), members.len(), "community {number}");
            sizes.push((std::cmp::Reverse(members.len()), members[0]));
        }
        assert!(sizes.is_sorted(), "{sizes:?}");
    }
}

#[test]
fn communities_are_the_same_on_any_number_of_threads() {
    for snapshot in middling_networks() {
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            pool.expect("threads").install(|| community(&snapshot))
        };
        let one = on(1);
        assert_eq!(one, on(2));
        assert_eq!(one, on(7));
        assert!(one.modularity.is_some_and(|modularity| modularity > 0.0));
    }
}

/// Planted parts of twenty with four ties in five inside are found again.
#[test]
fn planted_communities_are_found() {
    let planted: Vec<Option<u32>> = (0..240).map(|node| Some(node / 20)).collect();
    for snapshot in middling_networks().iter().skip(3) {
        let found = community(snapshot);
        let planted = modularity(snapshot, &ModularityOptions { groups: &planted }).expect("fits");
        assert!(
            found.modularity >= planted,
            "{:?} is below {planted:?}",
            found.modularity
        );
        assert_eq!(found.count(), 12);
    }
}
