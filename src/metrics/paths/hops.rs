//! Which shortest paths are there where every tie is one step?
//!
//! In: the rows that paths follow. Out: [`PathSums`], exact, by sweeps over many sources at once: lengths over 512 as
//! bits ([`bits`]), counts of paths over 8 as lanes of numbers ([`sweep`]).
//!
//! Before counts are swept the network is made smaller without changing a single path ([`parts`]): components and
//! parts that hang together by one node stand apart, twins are kept once, members of one tight circle stand aside, and
//! the ties of a shared event are a sum over the event ([`clique_sum`]).

mod bits;
mod clique_sum;
mod lane;
mod links;
mod parts;
#[cfg(test)]
mod plain;
mod sweep;
mod twins;

use super::shards::in_order;
use super::{PathSums, Routes, SHARDS, Wanted, inverse_strength};
pub(in crate::metrics) use bits::within;
use lane::LANES;
use parts::{Divided, Part};
use sweep::{Overflow, Sweep};

/// Sums over the shortest paths from every node.
pub(super) fn path_sums(routes: &Routes, wanted: Wanted) -> PathSums {
    let mut sums = bits::path_lengths(routes);
    if wanted == Wanted::LengthsAndDependencies {
        // a long chain of diamonds has more shortest paths than a double can hold
        sums.dependency =
            dependencies(routes).unwrap_or_else(|Overflow| inverse_strength::dependencies_by_hops(routes));
    }
    sums
}

/// By node, Σ over ordered pairs of others of the share of their shortest paths that the node stands on.
fn dependencies(routes: &Routes) -> Result<Vec<f64>, Overflow> {
    let Divided { parts, across } = if routes.both_ways() {
        Divided::along_ties(routes.out, routes.attendance)
    } else {
        Divided::along_arcs(routes)
    };
    let mut total = across;
    for (part, found) in parts.iter().zip(swept(&parts)?) {
        for (class, value) in found.iter().enumerate() {
            for &node in part.members.row(class) {
                total[node as usize] += value;
            }
        }
    }
    Ok(total)
}

/// For each part, what the sweeps from all its classes add to each class of its core.
fn swept(parts: &[Part]) -> Result<Vec<Vec<f64>>, Overflow> {
    let shards: Vec<(usize, &[u32])> = parts
        .iter()
        .enumerate()
        .flat_map(|(at, part)| shards_of(&part.sources).map(move |sources| (at, sources)))
        .collect();
    let mut sums: Vec<Vec<f64>> = parts.iter().map(|part| vec![0.0; part.out.len()]).collect();
    let mut failed = None;
    in_order(
        shards.len(),
        Sweep::default,
        |sweep, shard| {
            let (at, sources) = shards[shard];
            (at, shard_sums(sweep, &parts[at], sources))
        },
        |(at, found)| match found {
            Ok(found) => sums[at].iter_mut().zip(found).for_each(|(sum, value)| *sum += value),
            Err(overflow) => failed = Some(overflow),
        },
    );
    failed.map_or(Ok(sums), Err)
}

/// At most so many shards of whole batches.
fn shards_of(sources: &[u32]) -> impl Iterator<Item = &[u32]> {
    let batches = sources.len().div_ceil(LANES);
    sources.chunks(batches.div_ceil(SHARDS).max(1) * LANES)
}

fn shard_sums(sweep: &mut Sweep, part: &Part, sources: &[u32]) -> Result<Vec<f64>, Overflow> {
    let mut sums = vec![0.0; part.out.len()];
    for batch in sources.chunks(LANES) {
        sweep.run(part, batch, &mut sums)?;
    }
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::plain::plain;
    use super::*;
    use crate::network::{Direction, Place, Snapshot, SnapshotParts, TieStrength};
    use crate::random::Draws;

    /// Ties, and who came to which event.
    #[derive(Debug, Clone)]
    struct Made {
        nodes: u32,
        ties: Vec<(u32, u32)>,
        events: Vec<Vec<u32>>,
    }

    impl Made {
        /// Everybody at an event of at most so many is tied to each other.
        fn snapshot(&self, largest: usize) -> Snapshot {
            let one = TieStrength::new(1.0).expect("above zero");
            let pairs = |event: &Vec<u32>| {
                let event = event.clone();
                (0..event.len())
                    .flat_map(move |at| {
                        let others = event.clone();
                        (0..at).map(move |other| (others[other], others[at]))
                    })
                    .collect::<Vec<_>>()
            };
            let small = self.events.iter().filter(|event| event.len() <= largest);
            let ties = small.flat_map(pairs).chain(self.ties.iter().copied());
            let rows = self.events.iter().zip(0..);
            let rows = rows.flat_map(|(event, at)| event.iter().map(move |&node| (node, at, one)));
            Snapshot::freeze(SnapshotParts {
                places: (0..self.nodes).map(Place).collect(),
                ties: ties.map(|(a, b)| (a, b, one)).collect(),
                arcs: Some(self.ties.iter().map(|&(a, b)| (a, b, one)).collect()),
                attendance: Some((self.events.len(), rows.collect())),
            })
        }

        /// With one more node beside each that is copied, tied to the same nodes and at the same events; `tied` to the
        /// first if so.
        fn with_twins(mut self, copied: &[(u32, bool)]) -> Self {
            for &(of, tied) in copied {
                let (of, new) = (of % self.nodes, self.nodes);
                self.nodes += 1;
                let others: Vec<u32> = self
                    .ties
                    .iter()
                    .filter_map(|&(a, b)| match (a == of, b == of) {
                        (true, false) => Some(b),
                        (false, true) => Some(a),
                        _ => None,
                    })
                    .collect();
                self.ties.extend(others.into_iter().map(|other| (new, other)));
                if tied {
                    self.ties.push((of, new));
                    self.events
                        .iter_mut()
                        .filter(|event| event.contains(&of))
                        .for_each(|event| event.push(new));
                }
            }
            self
        }
    }

    fn made() -> impl Strategy<Value = Made> {
        (1u32..30).prop_flat_map(|nodes| {
            let ties = prop::collection::vec((0..nodes, 0..nodes), 0..=nodes as usize);
            let event = prop::collection::btree_set(0..nodes, 0..=12).prop_map(|event| event.into_iter().collect());
            let events = prop::collection::vec(event, 0..=8);
            let twins = prop::collection::vec((0..nodes, any::<bool>()), 0..4);
            (ties, events, twins).prop_map(move |(ties, events, twins)| Made { nodes, ties, events }.with_twins(&twins))
        })
    }

    fn same(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        for (node, (a, b)) in found.iter().zip(expected).enumerate() {
            assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "node {node}: {a} is not {b}");
        }
    }

    fn sums_are_those_of_the_judge(snapshot: &Snapshot, direction: Direction) {
        let routes = Routes::of(snapshot, direction, "test").expect("has routes");
        let found = path_sums(&routes, Wanted::LengthsAndDependencies);
        let expected = plain(routes.out);
        same(&found.dependency, &expected.dependency);
        for (found, expected) in [(&found.outward, &expected.outward), (&found.inward, &expected.inward)] {
            same(&found.inverse, &expected.inverse);
            same(&found.total, &expected.total);
            assert_eq!(found.reached, expected.reached);
        }
        same(&[found.longest], &[expected.longest]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 600, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

        #[test]
        fn no_shortcut_changes_a_sum(made in made(), largest in 2usize..14) {
            sums_are_those_of_the_judge(&made.snapshot(largest), Direction::Undirected);
            sums_are_those_of_the_judge(&made.snapshot(largest), Direction::Directed);
        }
    }

    #[test]
    fn larger_networks_of_every_kind_have_the_sums_of_the_judge() {
        let mut draws = crate::random::stream(1, "hops", 0);
        // more nodes than lanes, words and shards have room for at once
        for (nodes, ties, events, most) in [
            (700, 900, 0, 2),
            (300, 40, 60, 40),
            (900, 200, 400, 9),
            (150, 3000, 5, 60),
        ] {
            let ties = (0..ties)
                .map(|_| (draws.below(nodes) as u32, draws.below(nodes) as u32))
                .collect();
            let events = (0..events)
                .map(|_| {
                    let size = 2 + draws.below(most);
                    let event: std::collections::BTreeSet<u32> = (0..size).map(|_| draws.below(nodes) as u32).collect();
                    event.into_iter().collect()
                })
                .collect();
            let made = Made {
                nodes: nodes as u32,
                ties,
                events,
            };
            sums_are_those_of_the_judge(&made.snapshot(usize::MAX), Direction::Undirected);
            sums_are_those_of_the_judge(&made.snapshot(8), Direction::Undirected);
            sums_are_those_of_the_judge(&made.snapshot(8), Direction::Directed);
        }
    }
}
