//! Which shortest paths lead from each node to the others, and who stands on them?
//!
//! In: rows of ties, or of arcs from source to target, and how long a tie is. Out: [`PathSums`], which closeness,
//! harmonic centrality, betweenness and the path figures of the whole network share: one sweep over all sources serves
//! them all.
//!
//! Symbols of Brandes (2001): S is `order`, d is `length`, σ is `paths`. Instead of his δ_s(v) the way
//! back carries Σ over the nodes w behind v of (1 + δ_s(w))/σ_s(w), called `behind`; then δ_s(v) = σ_s(v) · behind(v)
//! and the node's own term to those before it is 1/σ_s(v) + behind(v): one division per node, none per tie.

mod count;
mod hops;
mod inverse_strength;
mod sampled;
mod shards;
mod sums;
mod tie_loads;

use super::MetricError;
use crate::network::{Attendance, Direction, PathLength, Rows, Snapshot};
use count::{Count, Wide};
pub(in crate::metrics) use sampled::{Promise, sampled_betweenness, sampled_lengths};
use shards::in_order;
pub(in crate::metrics) use sums::{Distances, PathSums};
pub(in crate::metrics) use tie_loads::tie_loads;

/// Sources are dealt out to so many shards whatever the number of threads, and the shards' sums are added in order:
/// the same bytes everywhere.
const SHARDS: usize = 64;

/// What of [`PathSums`] is asked for; `dependency` stays 0 unless asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::metrics) enum Wanted {
    /// All but `dependency`.
    Lengths,
    /// Everything.
    LengthsAndDependencies,
}

/// The rows that paths follow, both ways round, and who took part in what where that makes the ties.
#[derive(Debug, Clone, Copy)]
pub(in crate::metrics) struct Routes<'a> {
    /// For each node, those one step ahead.
    pub out: &'a Rows,
    /// For each node, those one step behind; the same as `out` in the undirected view.
    pub into: &'a Rows,
    /// Attendance of the layer, in the undirected view.
    pub attendance: Option<&'a Attendance>,
}

impl<'a> Routes<'a> {
    /// Both ways along symmetric rows.
    pub(in crate::metrics) const fn along(rows: &'a Rows) -> Self {
        Self {
            out: rows,
            into: rows,
            attendance: None,
        }
    }

    /// The same ways, gone backwards.
    const fn reversed(&self) -> Self {
        Self {
            out: self.into,
            into: self.out,
            attendance: self.attendance,
        }
    }

    /// Whether every way there is also a way back of the same length.
    fn both_ways(&self) -> bool {
        std::ptr::eq(self.out, self.into)
    }

    /// The routes of a snapshot; `measure` asks.
    pub(in crate::metrics) fn of(
        snapshot: &'a Snapshot,
        direction: Direction,
        measure: &'static str,
    ) -> Result<Self, MetricError> {
        match direction {
            Direction::Undirected => Ok(Self {
                out: snapshot.ties(),
                into: snapshot.ties(),
                attendance: snapshot.attendance(),
            }),
            Direction::Directed => snapshot
                .arcs()
                .map(|arcs| Self {
                    out: &arcs.out,
                    into: &arcs.into,
                    attendance: None,
                })
                .ok_or(MetricError::NoArcs { measure }),
        }
    }
}

/// Sums over the shortest paths from every node.
pub(in crate::metrics) fn path_sums(routes: &Routes, path_length: PathLength, wanted: Wanted) -> PathSums {
    if path_length == PathLength::InverseStrength {
        return inverse_strength::path_sums(routes, wanted);
    }
    let rows = routes.out;
    let nodes = rows.len();
    let mut total = PathSums::zero(nodes);
    in_order(
        SHARDS.min(nodes),
        || Search::new(nodes),
        |search, shard| shard_sums(rows, wanted, search, shard),
        |part| total.add(&part),
    );
    total
}

fn shard_sums(rows: &Rows, wanted: Wanted, search: &mut Search<f64>, shard: usize) -> PathSums {
    let mut sums = PathSums::zero(rows.len());
    for source in (shard..rows.len()).step_by(SHARDS) {
        search.forward(rows, source);
        for &node in search.order.iter().skip(1) {
            sums.add_length(source, node as usize, search.length[node as usize]);
        }
        if wanted == Wanted::Lengths {
            continue;
        }
        if search.overflows() {
            let mut wide: Search<Wide> = Search::new(rows.len());
            wide.forward(rows, source);
            wide.backward(rows, &mut sums.dependency);
        } else {
            search.backward(rows, &mut sums.dependency);
        }
    }
    sums
}

/// The shortest paths by hops from one source at a time; the arrays are kept from source to source.
struct Search<C> {
    /// The nodes reached, in the order in which they settled; the source comes first.
    order: Vec<u32>,
    /// Length of the shortest path to each node.
    length: Vec<f64>,
    /// How many shortest paths lead to each node; none where it was not reached.
    paths: Vec<C>,
    /// Σ (1 + δ)/σ over the nodes behind each node.
    behind: Vec<C>,
    /// What each node adds to `behind` of those before it.
    term: Vec<C>,
    /// Steps from the source.
    level: Vec<u32>,
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
        }
    }

    fn forward(&mut self, rows: &Rows, source: usize) {
        for &node in &self.order {
            let node = node as usize;
            self.level[node] = hops::UNSEEN;
            self.behind[node] = C::NONE;
        }
        self.order.clear();
        self.forward_by_hops(rows, source);
    }

    fn backward(&mut self, rows: &Rows, dependency: &mut [f64]) {
        self.backward_by_hops(rows);
        for &node in self.order.iter().skip(1) {
            let node = node as usize;
            dependency[node] += self.paths[node].times(self.behind[node]);
        }
    }

    fn overflows(&self) -> bool {
        self.order.iter().any(|&node| self.paths[node as usize].overflows())
    }
}
