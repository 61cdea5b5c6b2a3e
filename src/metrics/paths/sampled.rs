//! Between how many others does each node stand, near enough and with a guarantee?
//!
//! In: the routes, how long a tie is, ε, δ and a seed. Out: [`SampledBetweenness`].
//!
//! A draw is one random shortest path between two random nodes; the probability p that a node stands inside it is its
//! betweenness over all ordered pairs. This is the estimator of Riondato and Kornaropoulos (2016,
//! 10.1007/s10618-015-0423-0), and, as Borassi and Natale (2019, 10.1145/3284359) do in KADABRA, δ is shared out
//! unevenly by a pilot: the few nodes with a large p, whose counts vary most, get most of it. How many paths are enough
//! is told by the sharpest of the exponential bounds instead of theirs: by Chernoff and Hoeffding (1963), after τ draws
//! with share q of hits,
//!
//! ```text
//! P(q < p and τ · KL(q, p) ≥ ln(1/δ_v)) ≤ δ_v,   KL(q, p) = q ln(q/p) + (1 − q) ln((1 − q)/(1 − p))
//! ```
//!
//! and likewise for q > p. So p ≤ q + ε where τ · KL(q, q + ε) ≥ ln(1/δ_v), with probability 1 − δ_v. The numbers of
//! draws after which this is looked at are fixed by the pilot, which is not part of the estimate; the k-th look may fail
//! with probability δ/2^k, so all looks together with probability δ.

mod by_hops;
mod by_length;
mod sources;

use std::collections::BTreeMap;
use std::ops::Range;

use super::Routes;
use super::inverse_strength::Ready;
use super::shards::in_order;
use crate::metrics::work::{Approximation, Drawn};
use crate::network::PathLength;
use crate::random::{self, Draws};
use by_hops::ByHops;
use by_length::ByLength;
pub(in crate::metrics) use sources::{sampled_lengths, sources_needed};

/// Draws that one thread makes at a time.
const BATCH: usize = 128;

/// To how many whole sweeps the draws of paths come, roughly: what making a network ready for them may cost.
pub(in crate::metrics) const SWEEPS: usize = 400;

/// How much more is drawn from one look to the next.
const GROWTH: f64 = 1.15;

/// What is promised, and the seed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::metrics) struct Promise {
    /// The largest error of normalised betweenness.
    pub epsilon: f64,
    /// The probability of a larger one.
    pub delta: f64,
    /// The seed of the draws.
    pub seed: u64,
}

/// Betweenness near enough.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::metrics) struct SampledBetweenness {
    /// By node, the share of the ordered pairs of others that it stands between.
    pub normalised: Vec<f64>,
    /// What it promises.
    pub approximation: Approximation,
}

/// Draws random shortest paths.
trait PathSampler {
    /// Hands over the inner nodes of one random shortest path between two different nodes; nothing where there is none.
    fn sample(&mut self, ends: [u32; 2], random: &mut impl Draws, inner: &mut Vec<u32>);
}

/// Betweenness by sampled paths; there are at least three nodes.
pub(in crate::metrics) fn sampled_betweenness(
    routes: &Routes,
    path_length: PathLength,
    promise: Promise,
) -> SampledBetweenness {
    let nodes = routes.out.len();
    match path_length {
        PathLength::Hops => {
            let class = (0..nodes as u32).collect();
            let draws = Draw::new(class, vec![1; nodes], promise);
            draws.run(|| ByHops::<f64>::new(routes))
        }
        PathLength::InverseStrength => {
            let ready = Ready::by_inverse_strength(routes, SWEEPS);
            let back = (!routes.both_ways()).then(|| Ready::by_inverse_strength(&routes.reversed(), SWEEPS));
            let sides = [&ready, back.as_ref().unwrap_or(&ready)];
            let draws = Draw::new(ready.twins.class.clone(), ready.twins.size.clone(), promise);
            draws.run(|| ByLength::<f64>::new(sides))
        }
    }
}

/// The draws for one network. Hits are counted by class of twins, of which each member has an equal part.
struct Draw {
    class: Vec<u32>,
    size: Vec<u32>,
    promise: Promise,
    /// The largest error of the probability that a path runs through a node.
    epsilon: f64,
}

/// The share of δ for each class: that p is above the estimate, and below.
type Shares = Vec<[f64; 2]>;

impl Draw {
    fn new(class: Vec<u32>, size: Vec<u32>, promise: Promise) -> Self {
        let nodes = class.len() as f64;
        Self {
            class,
            size,
            promise,
            // paths are drawn among n(n − 1) pairs, betweenness is normalised by (n − 1)(n − 2)
            epsilon: promise.epsilon * (nodes - 2.0) / nodes,
        }
    }

    fn run<Sampler: PathSampler>(&self, sampler: impl Fn() -> Sampler + Sync) -> SampledBetweenness {
        let mut pilot = vec![0; self.size.len()];
        let drawn_by_pilot = (5.0 / self.epsilon).ceil() as usize;
        self.draw("betweenness_pilot", 0..drawn_by_pilot, &sampler, &mut pilot);
        let (mut shares, mut target) = self.plan(&pilot, drawn_by_pilot as f64);

        let mut hits = vec![0; self.size.len()];
        let mut drawn = 0;
        loop {
            self.draw("betweenness_path", drawn..target, &sampler, &mut hits);
            drawn = target;
            if self.is_enough(&hits, drawn as f64, &shares) {
                return self.estimate(&hits, drawn);
            }
            target = (target as f64 * GROWTH).ceil() as usize;
            for share in shares.iter_mut().flatten() {
                *share /= 2.0;
            }
        }
    }

    /// Draws paths of a named purpose and counts how many run through each class.
    fn draw<Sampler: PathSampler>(
        &self,
        purpose: &str,
        draws: Range<usize>,
        sampler: impl Fn() -> Sampler + Sync,
        hits: &mut [u32],
    ) {
        let nodes = self.class.len();
        let batch = |(sampler, inner): &mut (Sampler, Vec<u32>), batch: usize| {
            let first = draws.start + batch * BATCH;
            for draw in first..draws.end.min(first + BATCH) {
                let mut random = random::stream(self.promise.seed, purpose, draw as u64);
                let one = random.below(nodes);
                let other = random.below(nodes - 1);
                let other = other + usize::from(other >= one);
                sampler.sample([one as u32, other as u32], &mut random, inner);
            }
            std::mem::take(inner)
        };
        in_order(
            draws.len().div_ceil(BATCH),
            || (sampler(), Vec::new()),
            batch,
            |inner: Vec<u32>| {
                for class in inner {
                    hits[class as usize] += 1;
                }
            },
        );
    }

    /// From the pilot, each class's share of δ/2 and how many draws will do if the estimates are the pilot's.
    ///
    /// Half of it goes to all alike, for those whom the pilot missed.
    fn plan(&self, pilot: &[u32], drawn: f64) -> (Shares, usize) {
        let budget = self.promise.delta / 4.0;
        let floor = budget / (2.0 * self.size.len() as f64);
        let mut alike: BTreeMap<(u32, u32), f64> = BTreeMap::new();
        for class in pilot.iter().copied().zip(self.size.iter().copied()) {
            *alike.entry(class).or_default() += 1.0;
        }
        let needed = |hits: u32, size: u32, draws: f64| {
            let exponents = self.exponents(f64::from(hits) / drawn, size);
            exponents.map(|exponent| ((-draws * exponent).exp() - floor).max(0.0))
        };
        let fits = |draws: f64| {
            let of_class =
                |(&(hits, size), classes): (_, &f64)| classes * needed(hits, size, draws).iter().sum::<f64>();
            alike.iter().map(of_class).sum::<f64>() <= budget
        };
        let mut above = 1.0;
        while !fits(above) {
            above *= 2.0;
        }
        let mut below = above / 2.0;
        while above - below > 1.0 {
            let middle = f64::midpoint(below, above);
            *(if fits(middle) { &mut above } else { &mut below }) = middle;
        }
        let shares = pilot.iter().zip(&self.size);
        let shares = shares.map(|(&hits, &size)| needed(hits, size, above).map(|share| floor + share));
        (shares.collect(), (above * 1.05).ceil() as usize)
    }

    /// How fast, draw by draw, the probability falls that p is above the share of hits by more than ε, and below.
    fn exponents(&self, share: f64, size: u32) -> [f64; 2] {
        // each member has its part of the hits, so the hits of all may be off by ε for each
        let epsilon = self.epsilon * f64::from(size);
        let above = share + epsilon;
        let below = share - epsilon;
        [
            if above < 1.0 {
                divergence(share, above)
            } else {
                f64::INFINITY
            },
            if below > 0.0 {
                divergence(share, below)
            } else {
                f64::INFINITY
            },
        ]
    }

    fn is_enough(&self, hits: &[u32], drawn: f64, shares: &Shares) -> bool {
        let mut classes = hits.iter().zip(&self.size).zip(shares);
        classes.all(|((&hits, &size), shares)| {
            let exponents = self.exponents(f64::from(hits) / drawn, size);
            exponents
                .iter()
                .zip(shares)
                .all(|(exponent, share)| drawn * exponent >= -share.ln())
        })
    }

    fn estimate(&self, hits: &[u32], drawn: usize) -> SampledBetweenness {
        let scale = self.promise.epsilon / self.epsilon / drawn as f64;
        let of_member = |&class: &u32| f64::from(hits[class as usize]) / f64::from(self.size[class as usize]) * scale;
        SampledBetweenness {
            normalised: self.class.iter().map(of_member).collect(),
            approximation: Approximation {
                epsilon: self.promise.epsilon,
                delta: self.promise.delta,
                samples: drawn as u64,
                drawn: Drawn::Paths,
            },
        }
    }
}

/// Kullback and Leibler's divergence between hits of probability `share` and of `other`, which is above 0 and below 1.
fn divergence(share: f64, other: f64) -> f64 {
    let term = |share: f64, other: f64| if share > 0.0 { share * (share / other).ln() } else { 0.0 };
    term(share, other) + term(1.0 - share, 1.0 - other)
}

#[cfg(test)]
mod tests {
    use super::super::{Wanted, path_sums};
    use super::*;
    use crate::metrics::components;
    use crate::network::{Direction, Snapshot};

    const LENGTHS: [PathLength; 2] = [PathLength::Hops, PathLength::InverseStrength];

    /// Networks of some eighty nodes on which betweenness is uneven: events with one broker between them, a hub, a ring
    /// with short cuts, and arcs.
    fn networks() -> Vec<(Snapshot, Direction)> {
        let mut random = random::stream(7, "test_networks", 0);
        let mut events = Vec::new();
        for event in 0..12_u32 {
            let members: Vec<u32> = (0..7).map(|place| (event * 6 + place) % 80).collect();
            for (place, &one) in members.iter().enumerate() {
                events.extend(members[place + 1..].iter().map(|&other| (one, other, 1.0 / 6.0)));
            }
        }
        let mut hub: Vec<(u32, u32, f64)> = (1..60).map(|leaf| (0, leaf, 1.0 + f64::from(leaf % 3))).collect();
        hub.extend((0..40).map(|_| (random.below(60) as u32, random.below(70) as u32, 2.0)));
        let mut ring: Vec<(u32, u32, f64)> = (0..80).map(|node| (node, (node + 1) % 80, 1.0)).collect();
        ring.extend((0..30).map(|_| (random.below(80) as u32, random.below(80) as u32, 0.5)));
        let arcs: Vec<_> = (0..300)
            .map(|_| (random.below(70) as u32, random.below(70) as u32, 1.0))
            .collect();
        vec![
            (Snapshot::from_ties(80, &events), Direction::Undirected),
            (Snapshot::from_ties(70, &hub), Direction::Undirected),
            (Snapshot::from_ties(80, &ring), Direction::Undirected),
            (Snapshot::from_arcs(80, &arcs), Direction::Directed),
        ]
    }

    fn promise(epsilon: f64, seed: u64) -> Promise {
        Promise {
            epsilon,
            delta: 0.1,
            seed,
        }
    }

    #[test]
    fn the_promise_holds_over_many_seeds_and_the_mean_is_right() {
        let (epsilon, runs) = (0.05, 60);
        for (snapshot, direction) in networks() {
            let routes = Routes::of(&snapshot, direction, "test").expect("routes");
            for path_length in LENGTHS {
                let nodes = snapshot.node_count() as f64;
                let sums = path_sums(&routes, path_length, Wanted::LengthsAndDependencies);
                let pairs = (nodes - 1.0) * (nodes - 2.0);
                let exact: Vec<f64> = sums.dependency.iter().map(|sum| sum / pairs).collect();
                let mut broken = 0;
                let mut mean = vec![0.0; exact.len()];
                for seed in 0..runs {
                    let found = sampled_betweenness(&routes, path_length, promise(epsilon, seed));
                    let errors = found.normalised.iter().zip(&exact).map(|(a, b)| (a - b).abs());
                    broken += u32::from(errors.fold(0.0, f64::max) > epsilon);
                    for (mean, value) in mean.iter_mut().zip(&found.normalised) {
                        *mean += value / runs as f64;
                    }
                }
                // δ = 0.1: of 60 runs at most 6 on average, 12 with probability 0.99
                assert!(broken <= 12, "{broken} of {runs} broken");
                // one run has at least some 150 draws, so the mean of 60 a standard error of at most 0.005
                for (mean, exact) in mean.iter().zip(&exact) {
                    assert!((mean - exact).abs() <= 0.02, "{path_length:?}: {mean} is not {exact}");
                }
            }
        }
    }

    #[test]
    fn a_sample_is_the_same_on_any_number_of_threads() {
        let (snapshot, direction) = &networks()[1];
        let routes = Routes::of(snapshot, *direction, "test").expect("routes");
        for path_length in LENGTHS {
            let on = |threads| {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
                let pool = pool.expect("threads");
                pool.install(|| sampled_betweenness(&routes, path_length, promise(0.05, 1)))
            };
            assert_eq!(on(1), on(5));
        }
    }

    #[test]
    fn more_paths_than_a_double_can_count_are_drawn_evenly() {
        // a chain of 600 diamonds with 2^600 paths from end to end: the middle of the chain cuts it in two halves, so it
        // stands between about half of the pairs; each of two partners beside it between about a quarter
        let diamonds = 600;
        let partners = |i: u32| [3 * i + 1, 3 * i + 2];
        let ties: Vec<(u32, u32, f64)> = (0..diamonds)
            .flat_map(|i| partners(i).map(|partner| [(3 * i, partner, 1.0), (partner, 3 * i + 3, 1.0)]))
            .flatten()
            .collect();
        let snapshot = Snapshot::from_ties(3 * diamonds + 1, &ties);
        let routes = Routes::of(&snapshot, Direction::Undirected, "test").expect("undirected");
        for path_length in LENGTHS {
            let found = sampled_betweenness(&routes, path_length, promise(0.1, 3)).normalised;
            let middle = 3 * diamonds as usize / 2;
            for (node, expected) in [(middle, 0.5), (middle + 1, 0.25), (middle + 2, 0.25), (0, 0.0)] {
                assert!(
                    (found[node] - expected).abs() <= 0.1,
                    "{path_length:?} {node}: {}",
                    found[node]
                );
            }
        }
    }

    #[test]
    fn lengths_from_sampled_sources_keep_their_promise() {
        let epsilon = 0.2;
        for (snapshot, direction) in networks() {
            let routes = Routes::of(&snapshot, direction, "test").expect("routes");
            let others = snapshot.node_count() as f64 - 1.0;
            for path_length in LENGTHS {
                let exact = path_sums(&routes, path_length, Wanted::Lengths);
                let mut broken = 0;
                for seed in 0..20 {
                    let pieces = components(&snapshot);
                    let found = sampled_lengths(&routes, path_length, &pieces, promise(epsilon, seed));
                    let far = |found: &[f64], exact: &[f64], range: f64| {
                        let errors = found.iter().zip(exact).map(|(a, b)| (a - b).abs() / others);
                        errors.fold(0.0, f64::max) > epsilon * range
                    };
                    let strongest = 3.0;
                    let off = |found: &super::super::Distances, exact: &super::super::Distances| {
                        far(&found.inverse, &exact.inverse, strongest)
                            || far(&found.total, &exact.total, exact_range(exact))
                    };
                    broken +=
                        u32::from(off(&found.sums.inward, &exact.inward) || off(&found.sums.outward, &exact.outward));
                    if direction == Direction::Undirected {
                        assert_eq!(found.sums.inward.reached, exact.inward.reached);
                    }
                }
                assert!(broken <= 2, "{broken} of 20 broken");
            }
        }

        fn exact_range(exact: &super::super::Distances) -> f64 {
            let mean = exact
                .total
                .iter()
                .zip(&exact.reached)
                .map(|(total, reached)| total / f64::from(*reached).max(1.0));
            mean.fold(0.0, f64::max)
        }
    }

    #[test]
    fn small_pieces_are_swept_whole() {
        let snapshot = Snapshot::from_ties(6, &[(0, 1, 2.0), (1, 2, 1.0), (0, 2, 1.0), (3, 4, 0.5)]);
        let routes = Routes::of(&snapshot, Direction::Undirected, "test").expect("undirected");
        for path_length in LENGTHS {
            let exact = path_sums(&routes, path_length, Wanted::Lengths);
            let found = sampled_lengths(&routes, path_length, &components(&snapshot), promise(0.05, 1));
            assert_eq!(found.sums.inward, exact.inward);
            assert_eq!(found.approximation, None);
        }
    }

    #[test]
    fn divergence_by_hand() {
        // ½ ln(½/¼) + ½ ln(½/¾) = ½ ln(4/3); from 0: −ln(1 − p)
        assert!((divergence(0.5, 0.25) - 0.5 * (4.0_f64 / 3.0).ln()).abs() <= 1e-15);
        assert!((divergence(0.0, 0.5) - 2.0_f64.ln()).abs() <= 1e-15);
    }
}
