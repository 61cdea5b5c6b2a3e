//! Shortest paths where a strong tie is short: which nodes stand how far from the source?
//!
//! In: rows and a source. Out: order, lengths and counts of paths by Dijkstra's algorithm, and the way back.

use std::cmp::{Ordering, Reverse};

use super::{Count, Search};
use crate::network::Rows;

/// Two lengths are equal when they differ by at most this much relative to the larger: 1/3 + 1/3 + 1/3 is 1.
const TOLERANCE: f64 = 1e-12;

/// A node reached at a length: the nearer first, then the smaller index.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reached {
    length: f64,
    node: u32,
}

impl Ord for Reached {
    fn cmp(&self, other: &Self) -> Ordering {
        self.length.total_cmp(&other.length).then(self.node.cmp(&other.node))
    }
}

impl PartialOrd for Reached {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Reached {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Reached {}

/// 1/strength, kept so far from the limits of a double that no path is infinitely long or short.
fn tie_length(strength: f64) -> f64 {
    strength.clamp(1e-290, 1e290).recip()
}

fn same_length(one: f64, other: f64) -> bool {
    (one - other).abs() <= TOLERANCE * one.max(other)
}

impl<C: Count> Search<C> {
    pub(super) fn forward_by_inverse_strength(&mut self, rows: &Rows, source: usize) {
        self.length[source] = 0.0;
        self.paths[source] = C::ONE;
        self.waiting.push(Reverse(Reached {
            length: 0.0,
            node: source as u32,
        }));
        while let Some(Reverse(Reached { length, node })) = self.waiting.pop() {
            let at = node as usize;
            if self.settled[at] {
                continue;
            }
            self.settled[at] = true;
            self.order.push(node);
            for (next, strength) in rows.row(at) {
                if !self.settled[next as usize] {
                    self.reach(node, next, length + tie_length(strength));
                }
            }
        }
    }

    /// A path to `next` through `node`, which has settled: shorter than those known, as long, or longer.
    fn reach(&mut self, node: u32, next: u32, length: f64) {
        let paths = self.paths[node as usize];
        let at = next as usize;
        let known = self.length[at];
        let first = self.before[at].is_empty();
        if !first && same_length(length, known) {
            self.paths[at] = self.paths[at].plus(paths);
            self.before[at].push(node);
        } else if first || length < known {
            self.paths[at] = paths;
            self.before[at].clear();
            self.before[at].push(node);
        }
        if first || length < known {
            self.length[at] = length;
            self.waiting.push(Reverse(Reached { length, node: next }));
        }
    }

    pub(super) fn backward_by_inverse_strength(&mut self) {
        for &node in self.order.iter().rev() {
            let at = node as usize;
            let term = self.paths[at].inverse().plus(self.behind[at]);
            for &before in &self.before[at] {
                self.behind[before as usize] = self.behind[before as usize].plus(term);
            }
        }
    }
}
