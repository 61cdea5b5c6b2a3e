//! Which shortest paths lead from each node to the others where a strong tie is short?
//!
//! In: the rows that paths follow. Out: [`PathSums`], by Dijkstra's algorithm from every source.
//!
//! Before the sweeps the network is made smaller without changing a single path: twins are folded into one node
//! ([`twins`]), ties longer than a way round are left out, and so are those that no path can take after another tie
//! ([`thin`]). In a network of shared events that is nine ties of ten.

mod length_rows;
#[cfg(test)]
pub(super) mod plain;
mod search;
mod thin;
mod twins;
mod waiting;

use super::count::{Count, Wide};
use super::shards::in_order;
use super::{PathSums, Routes, SHARDS, Wanted};
use length_rows::LengthRows;
pub(super) use search::Search;
use thin::{Thin, without_long_ways};
pub(super) use twins::Twins;

/// Two lengths are equal when they differ by at most this much relative to the larger: 1/3 + 1/3 + 1/3 is 1.
pub(super) const TOLERANCE: f64 = 1e-12;

pub(super) fn same_length(one: f64, other: f64) -> bool {
    (one - other).abs() <= TOLERANCE * one.max(other)
}

/// A network made ready for sweeps: classes of twins, and the ties between them that shortest paths can take.
pub(super) struct Ready {
    pub twins: Twins,
    pub thin: Thin,
}

impl Ready {
    /// Where a tie is 1/strength long, for about so many sweeps.
    pub(super) fn by_inverse_strength(routes: &Routes, sweeps: usize) -> Self {
        Self::new(routes, f64::recip, sweeps)
    }

    /// Where each tie is as long as `length` makes of its strength.
    pub(super) fn new(routes: &Routes, length: impl Fn(f64) -> f64, sweeps: usize) -> Self {
        let rows = LengthRows::of(routes.out, length);
        let slack = slack(&rows, routes);
        let (twins, rows) = if routes.both_ways() {
            Twins::fold(&rows, slack)
        } else {
            (Twins::none(rows.len()), rows)
        };
        let mut thin = without_long_ways(rows.nearest_first(), slack);
        if routes.both_ways() && thin.pairs_in_rows() <= thin.rows.entries().saturating_mul(sweeps / 4) {
            thin = thin.onward_first(slack);
        }
        Self { twins, thin }
    }

    /// How many classes there are: the sources of the sweeps.
    pub(super) fn classes(&self) -> usize {
        self.thin.rows.len()
    }
}

/// Lengths that differ by more than this are not equal on any path: four times the tolerance of the longest one.
///
/// No shortest path is longer than the way out and back from any node of its piece; along arcs, where there may be no
/// way back, than the longest arc times the nodes.
fn slack(rows: &LengthRows, routes: &Routes) -> f64 {
    let longest = if routes.both_ways() {
        2.0 * farthest_of_pieces(rows)
    } else {
        rows.longest() * rows.len() as f64
    };
    4.0 * TOLERANCE * longest
}

/// The largest distance from the first node of each piece.
fn farthest_of_pieces(rows: &LengthRows) -> f64 {
    let mut search: Search<f64> = Search::new(rows.len());
    let whole = Thin::whole(rows.clone());
    let alone = Twins::none(rows.len());
    let mut seen = vec![false; rows.len()];
    let mut farthest = 0.0_f64;
    for node in 0..rows.len() {
        if seen[node] {
            continue;
        }
        search.forward(&whole, &alone, node);
        for &reached in search.order() {
            seen[reached as usize] = true;
            farthest = farthest.max(search.length(reached));
        }
    }
    farthest
}

/// Sums over the shortest paths from every node.
pub(super) fn path_sums(routes: &Routes, wanted: Wanted) -> PathSums {
    swept(&Ready::by_inverse_strength(routes, routes.out.len()), wanted)
}

/// The dependencies where every tie is one step, one source after the other: for networks of more paths than doubles
/// can count.
pub(super) fn dependencies_by_hops(routes: &Routes) -> Vec<f64> {
    let ready = Ready::new(routes, |_| 1.0, routes.out.len());
    swept(&ready, Wanted::LengthsAndDependencies).dependency
}

fn swept(ready: &Ready, wanted: Wanted) -> PathSums {
    let classes = ready.classes();
    let mut total = PathSums::zero(classes);
    in_order(
        SHARDS.min(classes),
        || Search::new(classes),
        |search, shard| shard_sums(ready, wanted, search, shard),
        |part| total.add(&part),
    );
    total.spread(&ready.twins.class)
}

fn shard_sums(ready: &Ready, wanted: Wanted, search: &mut Search<f64>, shard: usize) -> PathSums {
    let mut sums = PathSums::zero(ready.classes());
    for source in (shard..ready.classes()).step_by(SHARDS) {
        search.forward(&ready.thin, &ready.twins, source);
        add_lengths(&mut sums, search, &ready.twins, source);
        if wanted == Wanted::Lengths {
            continue;
        }
        if search.overflows() {
            let mut wide: Search<Wide> = Search::new(ready.classes());
            wide.forward(&ready.thin, &ready.twins, source);
            add_dependencies(&mut sums, &mut wide, &ready.twins, source);
        } else {
            add_dependencies(&mut sums, search, &ready.twins, source);
        }
    }
    sums
}

fn add_lengths(sums: &mut PathSums, search: &Search<f64>, twins: &Twins, source: usize) {
    let sources = twins.size[source];
    for &node in search.order().iter().skip(1) {
        let nodes = twins.size[node as usize];
        sums.add_lengths((source, sources), (node as usize, nodes), search.length(node));
    }
    let mates = sources - 1;
    if mates > 0 {
        sums.add_lengths((source, mates), (source, mates), twins.apart[source]);
    }
}

fn add_dependencies<C: Count>(sums: &mut PathSums, search: &mut Search<C>, twins: &Twins, source: usize) {
    search.backward(twins);
    let sources = f64::from(twins.size[source]);
    for &node in search.order().iter().skip(1) {
        sums.dependency[node as usize] += sources * search.dependency(node);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::plain::{networks, plain};
    use super::*;
    use crate::network::{Direction, Snapshot};

    fn same(found: &[f64], expected: &[f64]) -> bool {
        let close = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-9 * b.abs().max(1.0);
        found.len() == expected.len() && found.iter().zip(expected).all(close)
    }

    fn sums_are_those_of_the_judge(snapshot: &Snapshot, direction: Direction) {
        let routes = Routes::of(snapshot, direction, "test").expect("has routes");
        let found = path_sums(&routes, Wanted::LengthsAndDependencies);
        let (expected, _) = plain(routes.out);
        assert!(same(&found.dependency, &expected.dependency), "{found:?} {expected:?}");
        for (found, expected) in [(&found.outward, &expected.outward), (&found.inward, &expected.inward)] {
            assert!(same(&found.inverse, &expected.inverse) && same(&found.total, &expected.total));
            assert_eq!(found.reached, expected.reached);
        }
        assert!((found.longest - expected.longest).abs() <= 1e-12 * expected.longest);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn folding_and_thinning_change_nothing((nodes, ties) in networks()) {
            sums_are_those_of_the_judge(&Snapshot::from_ties(nodes, &ties), Direction::Undirected);
        }

        #[test]
        fn thinning_changes_nothing_along_arcs((nodes, arcs) in networks()) {
            sums_are_those_of_the_judge(&Snapshot::from_arcs(nodes, &arcs), Direction::Directed);
        }
    }

    #[test]
    fn a_third_and_a_third_and_a_third_are_one() {
        // 0-1-2-3 by thirds and 0-3 directly, with a twin of 3 and one that comes through it
        let ties = [(0, 1, 3.0), (1, 2, 3.0), (2, 3, 3.0), (0, 3, 1.0), (3, 4, 0.5)];
        sums_are_those_of_the_judge(&Snapshot::from_ties(5, &ties), Direction::Undirected);
    }

    #[test]
    fn those_of_one_event_are_one_class_and_their_long_ties_go() {
        // an event of 0 to 5 (5 long), and 0-6, 1-6 (1 long): 0-1 is a detour; 2 to 5 are twins
        let mut ties: Vec<(u32, u32, f64)> = vec![(0, 6, 1.0), (1, 6, 1.0)];
        ties.extend((0..6).flat_map(|one| (one + 1..6).map(move |other| (one, other, 0.2))));
        let snapshot = Snapshot::from_ties(7, &ties);
        let routes = Routes::of(&snapshot, Direction::Undirected, "test").expect("undirected");
        let ready = Ready::by_inverse_strength(&routes, 100);
        assert_eq!(ready.twins.class, [0, 1, 2, 2, 2, 2, 3]);
        assert_eq!(ready.twins.size, [1, 1, 4, 1]);
        // 0-2, 1-2, 0-6, 1-6 both ways; after another tie only those from 6, from 0 to 6 and 2, from 1 to 6 and 2
        assert_eq!(ready.thin.rows.entries(), 8);
        assert_eq!(ready.thin.onward, [2, 2, 0, 2]);
        sums_are_those_of_the_judge(&snapshot, Direction::Undirected);
    }

    #[test]
    fn far_apart_strengths_stay_exact() {
        // the tolerance of the longest path swallows the short ties: nothing is folded or left out wrongly
        let ties = [
            (0, 1, 1e9),
            (1, 2, 1e9),
            (0, 2, 1e9),
            (2, 3, 1e-9),
            (3, 4, 1.0),
            (0, 4, 1e-9),
        ];
        sums_are_those_of_the_judge(&Snapshot::from_ties(5, &ties), Direction::Undirected);
    }
}
