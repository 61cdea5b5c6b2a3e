//! Ties, bridges, robustness and key players equal their definitions on random networks.
//!
//! In: small random networks. Out: every value equals the naive judge's: ties are taken out one by one, sets of
//! stakeholders are all tried.

use hubscope::metrics::{
    BackboneModel, BackboneOptions, KeyPlayerNegativeOptions, KeyPlayerPositiveOptions, KeyPlayers, MetricError,
    NetworkMeasure, Proof, RemovalOrder, RobustnessOptions, RobustnessRandomOptions, TieMeasure, backbone,
    key_player_negative, key_player_positive, network_table, robustness, robustness_events, robustness_random,
    tie_table,
};
use hubscope::network::{Direction, NodeIndex, PathLength, Place, Snapshot, SnapshotParts, TieStrength};
use proptest::prelude::*;

use super::judge::Matrix;
use super::{Network, close, config, networks};

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, ..config() }
}

/// Which of the nodes hang together in a piece, as sizes; those gone are in none.
fn pieces(ties: &Matrix, gone: &[usize]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..ties.nodes()).filter(|node| !gone.contains(node)).collect();
    let mut sizes = Vec::new();
    while let Some(first) = left.pop() {
        let mut piece = vec![first];
        let mut next = 0;
        while next < piece.len() {
            let node = piece[next];
            next += 1;
            piece.extend(left.extract_if(.., |other| ties.tied(node, *other)));
        }
        sizes.push(piece.len());
    }
    sizes
}

/// The most nodes of which any two stay joined within the set whoever else of it is taken out.
fn largest_block(ties: &Matrix) -> usize {
    let n = ties.nodes();
    let outside = |set: u32| (0..n).filter(move |node| set >> node & 1 == 0);
    let holds = |set: u32| {
        let joined = |gone: Vec<usize>| pieces(ties, &gone).len() <= 1;
        let without = |node: usize| outside(set).chain([node]).collect();
        set.count_ones() >= 2 && joined(outside(set).collect()) && (0..n).all(|node| joined(without(node)))
    };
    (0..1_u32 << n)
        .filter(|set| holds(*set))
        .map(u32::count_ones)
        .max()
        .unwrap_or(0) as usize
}

/// Everyone in the order in which whoever has the highest value leaves, of equal ones the smallest.
fn leaving(n: usize, value: impl Fn(usize, &[usize]) -> f64) -> Vec<usize> {
    let mut gone: Vec<usize> = Vec::new();
    while gone.len() < n {
        let here: Vec<usize> = (0..n).filter(|node| !gone.contains(node)).collect();
        let values: Vec<f64> = here.iter().map(|&node| value(node, &gone)).collect();
        let most = values.iter().copied().fold(0.0, f64::max);
        let next = here
            .iter()
            .zip(&values)
            .find(|(_, value)| **value >= most - 1e-9)
            .expect("somebody");
        gone.push(*next.0);
    }
    gone
}

fn shrinking(ties: &Matrix, order: &[usize]) -> f64 {
    let n = ties.nodes() as f64;
    let largest = |removed: usize| pieces(ties, &order[..removed]).into_iter().max().unwrap_or(0) as f64;
    (1..=order.len()).map(largest).sum::<f64>() / (n * n)
}

fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(n - 1);
    let with = |order: &Vec<usize>, place: usize| {
        let mut order = order.clone();
        order.insert(place, n - 1);
        order
    };
    shorter
        .iter()
        .flat_map(|order| (0..n).map(|place| with(order, place)).collect::<Vec<_>>())
        .collect()
}

fn sets(nodes: usize, size: usize) -> Vec<Vec<usize>> {
    let of = |set: u32| (0..nodes).filter(move |node| set >> node & 1 == 1).collect::<Vec<_>>();
    let mut all: Vec<_> = (0..1_u32 << nodes)
        .filter(|set| set.count_ones() as usize == size)
        .map(of)
        .collect();
    all.sort();
    all
}

/// Whether the sets found are all that reach the best value, in order.
fn all_best(found: &KeyPlayers, sets: &[Vec<usize>], value: impl Fn(&[usize]) -> f64) -> Result<(), TestCaseError> {
    let values: Vec<f64> = sets.iter().map(|set| value(set)).collect();
    let best = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let optima: Vec<&Vec<usize>> = sets
        .iter()
        .zip(&values)
        .filter(|(_, value)| **value >= best - 1e-10)
        .map(|(set, _)| set)
        .collect();
    let ours: Vec<Vec<usize>> = found
        .sets
        .iter()
        .map(|set| set.iter().map(|node| node.at()).collect())
        .collect();
    prop_assert!(
        close(found.value, Some(best)),
        "{:?}: {:?} is not {best}",
        found.criterion,
        found.value
    );
    prop_assert_eq!(found.count, optima.len() as u64);
    prop_assert_eq!(found.proof, Proof::Exact);
    prop_assert!(
        ours.iter().eq(optima.into_iter().take(100)),
        "{:?}: {ours:?}",
        found.criterion
    );
    Ok(())
}

fn nearness(ties: &Matrix, gone: &[usize]) -> f64 {
    let left = gone.iter().fold(ties.steps(), |left, &node| left.without(node)).paths();
    let here: Vec<usize> = (0..ties.nodes()).filter(|node| !gone.contains(node)).collect();
    let pairs = here
        .iter()
        .flat_map(|&a| here.iter().filter(move |b| **b != a).map(move |&b| (a, b)));
    pairs.map(|(a, b)| 1.0 / left.length[a][b]).sum()
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn measures_of_ties_equal_their_definitions(network in networks()) {
        let ties = network.tie_matrix();
        let arcs = Matrix::of(network.nodes, &network.ties);
        let turned = Matrix::of(network.nodes, &network.ties.iter().map(|&(a, b, s)| (b, a, s)).collect::<Vec<_>>());
        let table = tie_table(&network.snapshot(), &network.options(PathLength::Hops)).expect("arcs where directed");
        let directed = network.direction == Direction::Directed;
        let n = ties.nodes();
        let tied: Vec<(usize, usize)> = (0..n)
            .flat_map(|a| (0..n).map(move |b| (a, b)))
            .filter(|&(a, b)| if directed { arcs.tied(a, b) } else { a < b && ties.tied(a, b) })
            .collect();
        let ends: Vec<(usize, usize)> = table.ends.iter().map(|(a, b)| (a.at(), b.at())).collect();
        prop_assert_eq!(&ends, &tied);
        let share = |matrix: &Matrix, end: usize, strength: f64| {
            (1.0 - strength / matrix.strength(end)).max(0.0).powf(matrix.degree(end) as f64 - 1.0)
        };
        for (place, &(a, b)) in tied.iter().enumerate() {
            let mut cut = ties.clone();
            cut.0[a][b] = 0.0;
            cut.0[b][a] = 0.0;
            let bridge = if cut.paths().length[a][b].is_infinite() { 1.0 } else { 0.0 };
            let p = if directed {
                let strength = arcs.0[a][b];
                share(&arcs, a, strength).min(share(&turned, b, strength))
            } else {
                share(&ties, a, ties.0[a][b]).min(share(&ties, b, ties.0[a][b]))
            };
            let expected = |measure| match measure {
                TieMeasure::Strength => Some(Some(if directed { arcs.0[a][b] } else { ties.0[a][b] })),
                TieMeasure::Bridge => Some(Some(bridge)),
                TieMeasure::DisparityP => Some(Some(p)),
                TieMeasure::Age => Some(None),
                // judged beside this file
                _ => None,
            };
            for column in &table.columns {
                if let Some(expected) = expected(column.measure) {
                    let found = column.values[place];
                    prop_assert!(close(found, expected), "{:?} of {a} {b}: {found:?} is not {expected:?}", column.measure);
                }
            }
        }
    }

    #[test]
    fn figures_of_holding_together_equal_their_definitions(network in networks()) {
        let ties = network.tie_matrix();
        let table = network_table(&network.snapshot(), &network.options(PathLength::Hops)).expect("groups fit");
        let n = ties.nodes();
        let bridges = (0..n).flat_map(|a| (0..a).map(move |b| (a, b))).filter(|&(a, b)| {
            let mut cut = ties.clone();
            cut.0[a][b] = 0.0;
            cut.0[b][a] = 0.0;
            ties.tied(a, b) && cut.paths().length[a][b].is_infinite()
        });
        let share = |value: f64| (n > 0).then_some(value);
        prop_assert!(close(table.figure(NetworkMeasure::Bridges), Some(bridges.count() as f64)));
        let block = share(largest_block(&ties) as f64 / n as f64);
        prop_assert!(close(table.figure(NetworkMeasure::LargestBiconnectedShare), block));
        let degree = |node: usize, gone: &[usize]| {
            (0..n).filter(|other| !gone.contains(other) && ties.tied(node, *other)).count() as f64
        };
        let between = |node: usize, gone: &[usize]| {
            gone.iter().fold(ties.steps(), |left, &node| left.without(node)).paths().betweenness(node, false)
        };
        let orders = [
            (RemovalOrder::RecalculatedDegree, leaving(n, degree)),
            (RemovalOrder::StaticDegree, leaving(n, |node, _| degree(node, &[]))),
            (RemovalOrder::RecalculatedBetweenness, leaving(n, between)),
        ];
        for (order, expected) in orders {
            let found = robustness(&network.snapshot(), &RobustnessOptions { order });
            let left: Vec<usize> = found.order.iter().map(|node| node.at()).collect();
            prop_assert_eq!(&left, &expected);
            prop_assert!(close(found.value, share(shrinking(&ties, &expected))));
        }
        let targeted = share(shrinking(&ties, &leaving(n, degree)));
        prop_assert!(close(table.figure(NetworkMeasure::Robustness), targeted));
        let random = [
            NetworkMeasure::RobustnessRandomLow,
            NetworkMeasure::RobustnessRandom,
            NetworkMeasure::RobustnessRandomHigh,
        ]
        .map(|measure| table.figure(measure));
        prop_assert!(random[0] <= random[1] && random[1] <= random[2] && random[0].is_some() == (n > 0));
    }

    #[test]
    fn random_leaving_has_the_mean_of_all_orders(network in networks()) {
        prop_assume!(network.nodes <= 6);
        let ties = network.tie_matrix();
        let values: Vec<f64> = orders(ties.nodes()).iter().map(|order| shrinking(&ties, order)).collect();
        let options = RobustnessRandomOptions { draws: 400, seed: 1 };
        let found = robustness_random(&network.snapshot(), &options);
        if network.nodes == 0 {
            prop_assert_eq!(found.mean, None);
        } else {
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64;
            let off = (found.mean.expect("drawn") - mean).abs();
            prop_assert!(off <= 5.0 * (variance / 400.0).sqrt() + 1e-12, "{off}");
        }
    }

    #[test]
    fn key_players_are_the_best_of_all_sets(network in networks(), size in 1usize..4, reach in 1u32..4) {
        prop_assume!(network.nodes <= 9);
        let ties = network.tie_matrix();
        let n = ties.nodes();
        let sets = sets(n, size);
        let negative = key_player_negative(&network.snapshot(), &KeyPlayerNegativeOptions::of(size));
        if n < size + 2 {
            prop_assert_eq!((negative.fragmentation.value, negative.distance_fragmentation.value), (None, None));
        } else {
            let pairs = ((n - size) * (n - size - 1)) as f64;
            all_best(&negative.fragmentation, &sets, |set| {
                1.0 - pieces(&ties, set).iter().map(|size| (size * (size - 1)) as f64).sum::<f64>() / pairs
            })?;
            all_best(&negative.distance_fragmentation, &sets, |set| 1.0 - nearness(&ties, set) / pairs)?;
        }
        let positive = key_player_positive(&network.snapshot(), &KeyPlayerPositiveOptions::of(size, reach));
        if n < size {
            prop_assert_eq!((positive.distance_reach.value, positive.reach.value), (None, None));
        } else {
            let paths = ties.steps().paths();
            let distance = |set: &[usize], to: usize| {
                set.iter().map(|&from| paths.length[from][to]).fold(f64::INFINITY, f64::min)
            };
            let mean = |worth: &dyn Fn(f64) -> f64, set: &[usize]| {
                (0..n).map(|to| worth(distance(set, to))).sum::<f64>() / n as f64
            };
            all_best(&positive.distance_reach, &sets, |set| mean(&|d| 1.0 / d.max(1.0), set))?;
            let within = |d: f64| if d <= f64::from(reach) { 1.0 } else { 0.0 };
            all_best(&positive.reach, &sets, |set| mean(&within, set))?;
        }
    }
}

/// People and the events they took part in.
fn attendance() -> impl Strategy<Value = (u32, usize, Vec<(u32, u32)>)> {
    (1u32..9, 1usize..8).prop_flat_map(|(people, events)| {
        let row = (0..people, 0..events as u32);
        let rows = prop::collection::btree_set(row, 0..=(people as usize * events));
        rows.prop_map(move |rows| (people, events, rows.into_iter().collect()))
    })
}

/// Everyone who shared an event tied.
fn two_mode(people: u32, events: usize, rows: &[(u32, u32)]) -> Snapshot {
    let one = TieStrength::new(1.0).expect("above zero");
    let shared = |a: u32, b: u32| {
        rows.iter()
            .any(|&(node, event)| node == a && rows.contains(&(b, event)))
    };
    let pairs = (0..people)
        .flat_map(|a| (0..a).map(move |b| (a, b)))
        .filter(|&(a, b)| shared(a, b));
    Snapshot::freeze(SnapshotParts {
        places: (0..people).map(Place).collect(),
        ties: pairs.map(|(a, b)| (a, b, one)).collect(),
        attendance: Some((events, rows.iter().map(|&(node, event)| (node, event, one)).collect())),
        ..SnapshotParts::default()
    })
}

/// The chance that a person is at an event when both sides' numbers are met on average: one unknown for each person and
/// each event, scaled in turn (no classes, no Newton). `None` where it does not get there.
fn chances(people: usize, events: usize, rows: &[(u32, u32)]) -> Option<Vec<Vec<f64>>> {
    let of = |person: usize| rows.iter().filter(|row| row.0 as usize == person).count() as f64;
    let at = |event: usize| rows.iter().filter(|row| row.1 as usize == event).count() as f64;
    let (mut x, mut y) = (vec![1.0; people], vec![1.0; events]);
    let chance = |x: f64, y: f64| x * y / (1.0 + x * y);
    for _ in 0..20_000 {
        for (i, x) in x.iter_mut().enumerate() {
            *x = of(i) / y.iter().map(|y| y / (1.0 + *x * y)).sum::<f64>().max(1e-300);
        }
        for (e, y) in y.iter_mut().enumerate() {
            *y = at(e) / x.iter().map(|x| x / (1.0 + x * *y)).sum::<f64>().max(1e-300);
        }
        let missed = |i: usize| (y.iter().map(|y| chance(x[i], *y)).sum::<f64>() - of(i)).abs();
        if (0..people).map(missed).fold(0.0, f64::max) <= 1e-11 {
            return Some(x.iter().map(|x| y.iter().map(|y| chance(*x, *y)).collect()).collect());
        }
    }
    None
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn backbones_of_shared_events_equal_their_definitions((people, events, rows) in attendance()) {
        let snapshot = two_mode(people, events, &rows);
        let shared = |a: NodeIndex, b: NodeIndex| {
            rows.iter().filter(|row| row.0 == a.0 && rows.contains(&(b.0, row.1))).count()
        };
        // SDSM: all outcomes of all events
        match backbone(&snapshot, &BackboneOptions::of(BackboneModel::Sdsm)) {
            Err(error) => prop_assert_eq!(error, MetricError::NotConverged { measure: "backbone_sdsm" }),
            Ok(found) => if let Some(chances) = chances(people as usize, events, &rows) {
                for ((a, b, _), p) in snapshot.pairs().zip(&found.p) {
                    let both: Vec<f64> = (0..events).map(|e| chances[a.at()][e] * chances[b.at()][e]).collect();
                    let outcome = |met: u32| (0..events).map(|e| if met >> e & 1 == 1 { both[e] } else { 1.0 - both[e] }).product::<f64>();
                    let enough = (0..1_u32 << events).filter(|met| met.count_ones() as usize >= shared(a, b));
                    let expected: f64 = enough.map(outcome).sum();
                    prop_assert!((p - expected).abs() <= 1e-7, "{a:?} {b:?}: {p} is not {expected}");
                }
            }
        }
        // fixed rows: all choices of the one's events
        let held = (0..events as u32).filter(|event| rows.iter().any(|row| row.1 == *event)).count();
        let found = backbone(&snapshot, &BackboneOptions::of(BackboneModel::FixedRow)).expect("attendance");
        let of = |node: NodeIndex| rows.iter().filter(|row| row.0 == node.0).count();
        for ((a, b, _), p) in snapshot.pairs().zip(&found.p) {
            // the other's events are the first of them
            let choices = sets(held, of(a));
            let enough = choices.iter().filter(|choice| choice.iter().filter(|event| **event < of(b)).count() >= shared(a, b));
            let expected = enough.count() as f64 / choices.len() as f64;
            prop_assert!((p - expected).abs() <= 1e-9, "{a:?} {b:?}: {p} is not {expected}");
        }
        let active = (0..people).filter(|person| rows.iter().any(|row| row.0 == *person)).count() as u64;
        prop_assert_eq!(found.family, active * active.saturating_sub(1) / 2);
        prop_assert!(found.p.iter().zip(&found.q).all(|(p, q)| *p <= q + 1e-12 && *q <= 1.0));
    }

    #[test]
    fn events_that_stop_leave_what_the_others_join((people, events, rows) in attendance()) {
        let snapshot = two_mode(people, events, &rows);
        let size = |event: usize| rows.iter().filter(|row| row.1 as usize == event).count();
        let mut order: Vec<usize> = (0..events).collect();
        order.sort_by_key(|&event| std::cmp::Reverse(size(event)));
        let largest = |stopped: usize| {
            let left: Vec<(u32, u32)> = rows.iter().filter(|row| !order[..stopped].contains(&(row.1 as usize))).copied().collect();
            let joined = two_mode(people, events, &left);
            let ties: Vec<(u32, u32, f64)> = joined.pairs().map(|(a, b, s)| (a.0, b.0, s)).collect();
            pieces(&Matrix::of(people, &ties).undirected(), &[]).into_iter().max().unwrap_or(0) as f64
        };
        let found = robustness_events(&snapshot, &RobustnessRandomOptions { draws: 20, seed: 1 }).expect("attendance");
        let curve: Vec<f64> = (1..=events).map(|stopped| largest(stopped) / f64::from(people)).collect();
        prop_assert_eq!(&found.curve, &curve);
        prop_assert!(close(found.value, Some(curve.iter().sum::<f64>() / events as f64)));
        prop_assert!(found.random.low <= found.random.mean && found.random.mean <= found.random.high);
    }

    #[test]
    fn events_stand_for_their_ties_whatever_else_is_tied((people, events, rows) in attendance(), more in prop::collection::vec((0u32..9, 0u32..9), 0..6)) {
        // the same ties with and without attendance: pieces must not notice
        let with = two_mode(people, events, &rows);
        let one = TieStrength::new(1.0).expect("above zero");
        let extra = more.into_iter().filter(|(a, b)| a != b && *a < people && *b < people);
        // every third tie is left out, so that not every event ties all its participants
        let ties: Vec<_> = with.pairs().enumerate().filter(|(place, _)| place % 3 != 2).map(|(_, (a, b, _))| (a.0, b.0)).chain(extra).collect();
        let with = Snapshot::freeze(SnapshotParts {
            places: (0..people).map(Place).collect(),
            ties: ties.iter().map(|&(a, b)| (a, b, one)).collect(),
            attendance: Some((events, rows.iter().map(|&(node, event)| (node, event, one)).collect())),
            ..SnapshotParts::default()
        });
        let ties: Vec<(u32, u32, f64)> = ties.into_iter().map(|(a, b)| (a, b, 1.0)).collect();
        let without = Snapshot::from_ties(people, &ties);
        let options = RobustnessOptions::schneider();
        prop_assert_eq!(robustness(&with, &options), robustness(&without, &options));
        let draws = RobustnessRandomOptions { draws: 10, seed: 1 };
        prop_assert_eq!(robustness_random(&with, &draws), robustness_random(&without, &draws));
    }
}

#[test]
fn sets_and_orders_of_the_judge_are_complete() {
    assert_eq!((sets(6, 3).len(), orders(4).len()), (20, 24));
    let path = Network {
        nodes: 4,
        ties: vec![(0, 1, 1.0), (1, 2, 1.0)],
        groups: vec![None; 4],
        direction: Direction::Undirected,
    };
    let mut sizes = pieces(&path.tie_matrix(), &[1]);
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 1, 1]);
    assert_eq!(largest_block(&path.tie_matrix()), 2);
}
