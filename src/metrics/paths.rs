//! Which shortest paths lead from each node to the others, and who stands on them?
//!
//! In: rows of ties, or of arcs from source to target, and how long a tie is. Out: [`PathSums`], which harmonic
//! centrality and betweenness share, so that one sweep over all sources serves both.
//!
//! Symbols of Brandes (2001): S is `order`, d is `length`, σ is `paths`, P is `before`. Instead of his δ_s(v) the way
//! back carries Σ over the nodes w behind v of (1 + δ_s(w))/σ_s(w), called `behind`; then δ_s(v) = σ_s(v) · behind(v)
//! and the node's own term to those before it is 1/σ_s(v) + behind(v): one division per node, none per tie.

mod count;
mod hops;
mod inverse_strength;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rayon::prelude::*;

use crate::network::{PathLength, Rows};
use count::{Count, Wide};
use inverse_strength::Reached;

/// Sources are dealt out to so many shards whatever the number of threads, and the shards' sums are added in order:
/// the same bytes everywhere.
const SHARDS: usize = 64;

/// What a sweep over all sources adds up, by node.
pub(in crate::metrics) struct PathSums {
    /// Σ 1/d from the node to the others.
    pub outward: Vec<f64>,
    /// Σ 1/d from the others to the node.
    pub inward: Vec<f64>,
    /// Σ over ordered pairs of others of the share of their shortest paths that the node stands on.
    pub dependency: Vec<f64>,
}

/// What of [`PathSums`] is asked for; the rest stays 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::metrics) enum Wanted {
    /// `outward` and `inward`.
    Lengths,
    /// Everything.
    LengthsAndDependencies,
}

/// Sums over the shortest paths from every node.
pub(in crate::metrics) fn path_sums(rows: &Rows, path_length: PathLength, wanted: Wanted) -> PathSums {
    let nodes = rows.len();
    let shards: Vec<PathSums> = (0..SHARDS.min(nodes))
        .into_par_iter()
        .map(|shard| shard_sums(rows, path_length, wanted, shard))
        .collect();
    let mut total = PathSums::zero(nodes);
    for shard in &shards {
        add(&mut total.outward, &shard.outward);
        add(&mut total.inward, &shard.inward);
        add(&mut total.dependency, &shard.dependency);
    }
    total
}

fn shard_sums(rows: &Rows, path_length: PathLength, wanted: Wanted, shard: usize) -> PathSums {
    let mut sums = PathSums::zero(rows.len());
    let mut search: Search<f64> = Search::new(rows.len());
    for source in (shard..rows.len()).step_by(SHARDS) {
        search.forward(rows, path_length, source);
        sums.add_lengths(&search, source);
        if wanted == Wanted::Lengths {
            continue;
        }
        if search.overflows() {
            let mut wide: Search<Wide> = Search::new(rows.len());
            wide.forward(rows, path_length, source);
            wide.backward(rows, path_length, &mut sums.dependency);
        } else {
            search.backward(rows, path_length, &mut sums.dependency);
        }
    }
    sums
}

fn add(total: &mut [f64], part: &[f64]) {
    for (sum, value) in total.iter_mut().zip(part) {
        *sum += value;
    }
}

impl PathSums {
    fn zero(nodes: usize) -> Self {
        Self {
            outward: vec![0.0; nodes],
            inward: vec![0.0; nodes],
            dependency: vec![0.0; nodes],
        }
    }

    fn add_lengths<C: Count>(&mut self, search: &Search<C>, source: usize) {
        for &node in search.order.iter().skip(1) {
            let nearness = search.length[node as usize].recip();
            self.outward[source] += nearness;
            self.inward[node as usize] += nearness;
        }
    }
}

/// The shortest paths from one source at a time; the arrays are kept from source to source.
struct Search<C> {
    /// The nodes reached, in the order in which they settled; the source comes first.
    order: Vec<u32>,
    /// Length of the shortest path to each node.
    length: Vec<f64>,
    /// How many shortest paths lead to each node; none where it was not reached.
    paths: Vec<C>,
    /// Σ (1 + δ)/σ over the nodes behind each node.
    behind: Vec<C>,
    /// By hops: what each node adds to `behind` of those before it.
    term: Vec<C>,
    /// By hops: steps from the source.
    level: Vec<u32>,
    /// By inverse strength: the nodes just before each node on shortest paths.
    before: Vec<Vec<u32>>,
    /// By inverse strength: whether the node has settled.
    settled: Vec<bool>,
    /// By inverse strength: nodes reached and not settled.
    waiting: BinaryHeap<Reverse<Reached>>,
}

impl<C: Count> Search<C> {
    fn new(nodes: usize) -> Self {
        Self {
            order: Vec::with_capacity(nodes),
            length: vec![0.0; nodes],
            paths: vec![C::NONE; nodes],
            behind: vec![C::NONE; nodes],
            term: vec![C::NONE; nodes],
            level: vec![hops::UNSEEN; nodes],
            before: vec![Vec::new(); nodes],
            settled: vec![false; nodes],
            waiting: BinaryHeap::new(),
        }
    }

    fn forward(&mut self, rows: &Rows, path_length: PathLength, source: usize) {
        for &node in &self.order {
            let node = node as usize;
            self.level[node] = hops::UNSEEN;
            self.before[node].clear();
            self.settled[node] = false;
            self.behind[node] = C::NONE;
        }
        self.order.clear();
        match path_length {
            PathLength::Hops => self.forward_by_hops(rows, source),
            PathLength::InverseStrength => self.forward_by_inverse_strength(rows, source),
        }
    }

    fn backward(&mut self, rows: &Rows, path_length: PathLength, dependency: &mut [f64]) {
        match path_length {
            PathLength::Hops => self.backward_by_hops(rows),
            PathLength::InverseStrength => self.backward_by_inverse_strength(),
        }
        for &node in self.order.iter().skip(1) {
            let node = node as usize;
            dependency[node] += self.paths[node].times(self.behind[node]);
        }
    }

    fn overflows(&self) -> bool {
        self.order.iter().any(|&node| self.paths[node as usize].overflows())
    }
}
