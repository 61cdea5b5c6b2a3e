//! How far do the others stand from each node, near enough and with a guarantee?
//!
//! In: the routes, how long a tie is, the pieces of the network, ε, δ and a seed. Out: [`LengthSample`].
//!
//! Sweeps run from k sources of each piece, drawn without replacement, and from all of a piece that has no more. By
//! Hoeffding (1963, also without replacement) the mean over the sources of a quantity from 0 to R is off by more than εR
//! with probability at most 2 exp(−2kε²). With k = ln(4n/δ)/(2ε²) the mean nearness 1/d and, as in Eppstein and Wang
//! (2004, 10.7155/jgaa.00081), the mean distance of all n nodes hold together with probability 1 − δ.

use std::collections::BTreeMap;

use super::super::inverse_strength::{Ready, Search};
use super::super::shards::in_order;
use super::super::sums::{Distances, PathSums};
use super::super::{Routes, SHARDS};
use super::Promise;
use crate::metrics::Components;
use crate::metrics::work::{Approximation, Drawn};
use crate::network::PathLength;
use crate::random::{self, Draws};

/// Sums over the lengths of paths, near enough.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::metrics) struct LengthSample {
    /// As of exact sweeps, but no `dependency`; `longest` is the longest path met.
    pub sums: PathSums,
    /// What the means that the sums stand for promise, ε over their range; `None` where every node is a source, so that
    /// they are exact.
    pub approximation: Option<Approximation>,
}

/// Sums from sampled sources; `pieces` are those of the network without direction.
pub(in crate::metrics) fn sampled_lengths(
    routes: &Routes,
    path_length: PathLength,
    pieces: &Components,
    promise: Promise,
) -> LengthSample {
    let nodes = routes.out.len();
    let sources = Sources::drawn(pieces, wanted(nodes, promise), promise.seed);
    let (inward, longest) = sources.sums(routes, path_length);
    let outward = if routes.both_ways() {
        inward.clone()
    } else {
        sources.sums(&routes.reversed(), path_length).0
    };
    LengthSample {
        sums: PathSums {
            outward,
            inward,
            dependency: vec![0.0; nodes],
            longest,
        },
        approximation: (sources.nodes.len() < nodes).then_some(Approximation {
            epsilon: promise.epsilon,
            delta: promise.delta,
            samples: sources.nodes.len() as u64,
            drawn: Drawn::Sources,
        }),
    }
}

/// From how many nodes sweeps run, all pieces together.
pub(in crate::metrics) fn sources_needed(pieces: &Components, promise: Promise) -> usize {
    let wanted = wanted(pieces.of.len(), promise);
    pieces.sizes.iter().map(|&size| wanted.min(size as usize)).sum()
}

/// The sources of one piece that the promise needs.
fn wanted(nodes: usize, promise: Promise) -> usize {
    ((4.0 * nodes as f64 / promise.delta).ln() / (2.0 * promise.epsilon.powi(2))).ceil() as usize
}

struct Sources<'a> {
    pieces: &'a Components,
    /// Rising.
    nodes: Vec<u32>,
    /// By node.
    is_source: Vec<bool>,
    /// By piece, how many of its nodes are sources.
    in_piece: Vec<u32>,
}

impl<'a> Sources<'a> {
    fn drawn(pieces: &'a Components, wanted: usize, seed: u64) -> Self {
        let mut members: Vec<Vec<u32>> = vec![Vec::new(); pieces.count()];
        for (node, &piece) in pieces.of.iter().enumerate() {
            members[piece as usize].push(node as u32);
        }
        let mut is_source = vec![false; pieces.of.len()];
        for (piece, mut members) in members.into_iter().enumerate() {
            if members.len() > wanted {
                random::stream(seed, "path_sources", piece as u64).shuffle(&mut members);
                members.truncate(wanted);
            }
            for node in members {
                is_source[node as usize] = true;
            }
        }
        let nodes: Vec<u32> = (0..pieces.of.len() as u32)
            .filter(|&node| is_source[node as usize])
            .collect();
        let mut in_piece = vec![0; pieces.count()];
        for &node in &nodes {
            in_piece[pieces.of[node as usize] as usize] += 1;
        }
        Self {
            pieces,
            nodes,
            is_source,
            in_piece,
        }
    }

    /// Sums over the paths from all others to each node, scaled up from those of the sources; and the longest path met.
    fn sums(&self, routes: &Routes, path_length: PathLength) -> (Distances, f64) {
        let PathSums {
            mut inward, longest, ..
        } = match path_length {
            PathLength::Hops => sums_by_hops(routes, &self.nodes),
            PathLength::InverseStrength => self.sums_by_length(routes),
        };
        for node in 0..self.is_source.len() {
            self.scale_up(&mut inward, node, routes.both_ways());
        }
        (inward, longest)
    }

    fn sums_by_length(&self, routes: &Routes) -> PathSums {
        let ready = Ready::by_inverse_strength(routes, self.nodes.len());
        let twins = &ready.twins;
        let mut sources_of: BTreeMap<u32, u32> = BTreeMap::new();
        for &node in &self.nodes {
            *sources_of.entry(twins.class[node as usize]).or_default() += 1;
        }
        let mut sums = sums_by_class(&ready, &sources_of).spread(&twins.class);
        for (node, &class) in twins.class.iter().enumerate() {
            let of_class = sources_of.get(&class).copied().unwrap_or(0);
            let mates = of_class - u32::from(self.is_source[node]);
            if mates > 0 {
                sums.inward.add_some(node, twins.apart[class as usize], mates);
            }
        }
        sums
    }

    fn scale_up(&self, inward: &mut Distances, node: usize, both_ways: bool) {
        let others = self.pieces.size_around(node) - 1;
        let sources = self.in_piece[self.pieces.of[node] as usize] - u32::from(self.is_source[node]);
        if sources == others {
            return;
        }
        let scale = f64::from(others) / f64::from(sources);
        inward.inverse[node] *= scale;
        inward.total[node] *= scale;
        inward.reached[node] = if both_ways {
            others
        } else {
            (f64::from(inward.reached[node]) * scale).round() as u32
        };
    }
}

/// Sums over the paths from the sources to each node by hops: 64 sources go out together, each a bit of a word.
fn sums_by_hops(routes: &Routes, sources: &[u32]) -> PathSums {
    let nodes = routes.out.len();
    let batches: Vec<&[u32]> = sources.chunks(64).collect();
    let mut total = PathSums::zero(nodes);
    in_order(
        batches.len(),
        || Bits::new(nodes),
        |bits, batch| bits.sums(routes, batches[batch]),
        |part| total.add(&part),
    );
    total
}

/// Which of 64 sources have come to each node: by now, and by the last step.
struct Bits {
    seen: Vec<u64>,
    newest: Vec<u64>,
    /// The nodes that the last step came to.
    front: Vec<u32>,
}

impl Bits {
    fn new(nodes: usize) -> Self {
        Self {
            seen: vec![0; nodes],
            newest: vec![0; nodes],
            front: Vec::new(),
        }
    }

    fn sums(&mut self, routes: &Routes, sources: &[u32]) -> PathSums {
        let mut sums = PathSums::zero(self.seen.len());
        self.seen.fill(0);
        self.front = sources.to_vec();
        for (bit, &source) in sources.iter().enumerate() {
            self.seen[source as usize] = 1 << bit;
            self.newest[source as usize] = 1 << bit;
        }
        let mut steps = 0.0;
        while !self.front.is_empty() {
            steps += 1.0;
            let came = self.step(routes);
            for (&node, came) in self.front.iter().zip(came) {
                self.newest[node as usize] = came;
                sums.inward.add_some(node as usize, steps, came.count_ones());
                sums.longest = steps;
            }
        }
        sums
    }

    /// Steps from the front to a new one; the sources that came to each of its nodes.
    fn step(&mut self, routes: &Routes) -> Vec<u64> {
        let mut coming = vec![0; self.seen.len()];
        for &node in &self.front {
            let bits = std::mem::take(&mut self.newest[node as usize]);
            for &next in routes.out.columns(node as usize) {
                coming[next as usize] |= bits;
            }
        }
        self.front.clear();
        let mut came = Vec::new();
        for (node, (coming, seen)) in coming.into_iter().zip(&mut self.seen).enumerate() {
            let new = coming & !*seen;
            if new != 0 {
                *seen |= new;
                self.front.push(node as u32);
                came.push(new);
            }
        }
        came
    }
}

/// Sums over the paths from so many sources of each class to one member of the others.
fn sums_by_class(ready: &Ready, sources_of: &BTreeMap<u32, u32>) -> PathSums {
    let classes = ready.classes();
    let sources: Vec<(u32, u32)> = sources_of.iter().map(|(&class, &count)| (class, count)).collect();
    let mut total = PathSums::zero(classes);
    in_order(
        SHARDS.min(sources.len()),
        || Search::<f64>::new(classes),
        |search, shard| {
            let mut sums = PathSums::zero(classes);
            for &(class, count) in sources.iter().skip(shard).step_by(SHARDS) {
                search.forward(&ready.thin, &ready.twins, class as usize);
                for &node in search.order().iter().skip(1) {
                    sums.add_lengths((class as usize, count), (node as usize, 1), search.length(node));
                }
            }
            sums
        },
        |part| total.add(&part),
    );
    total
}
