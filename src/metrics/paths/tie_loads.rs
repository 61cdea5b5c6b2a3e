//! Which ties do the shortest paths between all pairs take?
//!
//! In: ties and how long a tie is. Out: for each tie, the pairs whose shortest paths it carries, each by the share.

use super::count::{Count, Wide};
use super::inverse_strength::{Ready, Search, Twins};
use super::shards::in_order;
use super::{Routes, SHARDS};
use crate::network::{PathLength, Rows};

/// For each tie, in the order of rows and their later columns, the pairs whose shortest paths it carries.
pub(in crate::metrics) fn tie_loads(ties: &Rows, path_length: PathLength) -> Vec<f64> {
    let routes = Routes::along(ties);
    let ready = match path_length {
        PathLength::InverseStrength => Ready::by_inverse_strength(&routes, ties.len()),
        PathLength::Hops => Ready::new(&routes, |_| 1.0, ties.len()),
    };
    let carried = ByClasses::new(&ready, &loads(&ready));
    let class = &ready.twins.class;
    let later = |one: usize| ties.columns(one).iter().filter(move |&&other| other as usize > one);
    let pairs = (0..ties.len()).flat_map(|one| later(one).map(move |&other| (one, other as usize)));
    pairs
        .map(|(one, other)| {
            if class[one] == class[other] {
                // twins are each other's only use of their tie
                1.0
            } else {
                // every pair was met from both its ends
                carried.between(class[one], class[other]) / 2.0
            }
        })
        .collect()
}

/// For each entry of the thinned rows, the ordered pairs whose shortest paths it carries.
fn loads(ready: &Ready) -> Vec<f64> {
    let classes = ready.classes();
    let mut total = vec![0.0; ready.thin.rows.entries()];
    in_order(
        SHARDS.min(classes),
        || Search::new(classes),
        |search, shard| shard_loads(ready, search, shard),
        |part: Vec<f64>| {
            for (sum, load) in total.iter_mut().zip(part) {
                *sum += load;
            }
        },
    );
    total
}

fn shard_loads(ready: &Ready, search: &mut Search<f64>, shard: usize) -> Vec<f64> {
    let mut loads = vec![0.0; ready.thin.rows.entries()];
    for source in (shard..ready.classes()).step_by(SHARDS) {
        search.forward(&ready.thin, &ready.twins, source);
        if search.overflows() {
            let mut wide: Search<Wide> = Search::new(ready.classes());
            wide.forward(&ready.thin, &ready.twins, source);
            add_loads(&mut loads, &mut wide, &ready.twins, source);
        } else {
            add_loads(&mut loads, search, &ready.twins, source);
        }
    }
    loads
}

fn add_loads<C: Count>(loads: &mut [f64], search: &mut Search<C>, twins: &Twins, source: usize) {
    search.backward(twins);
    let sources = f64::from(twins.size[source]);
    search.each_step(|step, load| {
        // the twins of a source set out on ties of their own
        let begun = if step.from as usize == source { 1.0 } else { sources };
        loads[step.tie as usize] += begun * load;
    });
}

/// Loads by the smaller and the larger class at the ends of a tie.
struct ByClasses(Vec<([u32; 2], f64)>);

impl ByClasses {
    fn new(ready: &Ready, loads: &[f64]) -> Self {
        let rows = &ready.thin.rows;
        let ends = (0..rows.len()).flat_map(|one| rows.row(one).map(move |(other, _)| [one as u32, other]));
        let ordered = ends.map(|[one, other]| [one.min(other), one.max(other)]);
        let mut by_classes: Vec<_> = ordered.zip(loads.iter().copied()).collect();
        // stable: the two ways of a tie are added in the same order everywhere
        by_classes.sort_by_key(|entry| entry.0);
        Self(by_classes)
    }

    /// Both ways added; 0 where no shortest path takes the tie.
    fn between(&self, one: u32, other: u32) -> f64 {
        let ends = [one.min(other), one.max(other)];
        let first = self.0.partition_point(|entry| entry.0 < ends);
        let both = self.0[first..].iter().take_while(|entry| entry.0 == ends);
        both.map(|entry| entry.1).sum()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::inverse_strength::plain::{networks, plain};
    use super::*;
    use crate::network::Snapshot;

    fn loads_are_those_of_the_judge(snapshot: &Snapshot, path_length: PathLength) {
        let found = tie_loads(snapshot.ties(), path_length);
        let expected = expected(snapshot);
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(&expected) {
            assert!(
                (found - expected).abs() <= 1e-9 * expected.max(1.0),
                "{found} is not {expected}"
            );
        }
    }

    fn expected(snapshot: &Snapshot) -> Vec<f64> {
        let ties = snapshot.ties();
        let (_, load) = plain(ties);
        let way = |one: u32, other: u32| {
            let place = ties.columns(one as usize).binary_search(&other).expect("a tie");
            load[one as usize][place]
        };
        let both = |one: u32, other: u32| (way(one, other) + way(other, one)) / 2.0;
        snapshot.pairs().map(|(one, other, _)| both(one.0, other.0)).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn folding_and_thinning_change_no_load((nodes, ties) in networks()) {
            loads_are_those_of_the_judge(&Snapshot::from_ties(nodes, &ties), PathLength::InverseStrength);
        }

        #[test]
        fn by_hops_every_strength_is_one((nodes, mut ties) in networks()) {
            ties.sort_by_key(|tie| (tie.0.min(tie.1), tie.0.max(tie.1)));
            ties.dedup_by_key(|tie| (tie.0.min(tie.1), tie.0.max(tie.1)));
            let snapshot = Snapshot::from_ties(nodes, &ties);
            let steps: Vec<_> = ties.iter().map(|tie| (tie.0, tie.1, 1.0)).collect();
            let by_hops = tie_loads(snapshot.ties(), PathLength::Hops);
            let even = tie_loads(Snapshot::from_ties(nodes, &steps).ties(), PathLength::InverseStrength);
            prop_assert_eq!(by_hops, even);
            loads_are_those_of_the_judge(&Snapshot::from_ties(nodes, &steps), PathLength::Hops);
        }
    }

    #[test]
    fn more_paths_than_a_double_can_count() {
        // 1,100 diamonds in a chain; its first tie carries half of the paths of the first node to all others behind
        // its two partners, and all of those of one partner: see the count for a chain of one diamond, times the rest
        let diamonds = 1100;
        let ties: Vec<_> = (0..diamonds)
            .flat_map(|i| {
                [1, 2]
                    .map(|middle| (3 * i, 3 * i + middle))
                    .into_iter()
                    .chain([1, 2].map(|middle| (3 * i + middle, 3 * i + 3)))
            })
            .map(|(one, other)| (one, other, 1.0))
            .collect();
        let snapshot = Snapshot::from_ties(3 * diamonds + 1, &ties);
        let found = tie_loads(snapshot.ties(), PathLength::Hops);
        // 0-1: the pair itself, half of the pair 1-2, and half of 0 with each of the 3 · 1100 − 2 nodes behind both
        let expected = 1.0 + 0.5 + f64::from(3 * diamonds - 2) / 2.0;
        assert!(
            (found[0] - expected).abs() <= 1e-9 * expected,
            "{} is not {expected}",
            found[0]
        );
    }
}
