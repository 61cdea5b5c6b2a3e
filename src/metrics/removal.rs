//! How large is the largest piece left as one after the other leaves?
//!
//! In: a snapshot, or its attendance, and an order of leaving. Out: sizes, and orders by degree, which the measures of
//! robustness share.
//!
//! Leaving is run backwards: whoever leaves last comes first, and pieces only ever grow together, so that one pass of
//! union-find over the ties serves all sizes. Where an event ties all its participants with each other, its k rows
//! stand for its k(k − 1)/2 ties.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::network::{Entry, Rows, Snapshot, TieStrength};

/// Separate sets that grow together.
pub(super) struct Sets {
    /// The node above each node on the way to the one that stands for its set.
    above: Vec<u32>,
    /// How many the set of a node that stands for one holds.
    sizes: Vec<u32>,
    /// How many the largest set holds that was joined or begun.
    pub largest: u32,
}

impl Sets {
    pub fn alone(nodes: usize) -> Self {
        Self {
            above: (0..nodes as u32).collect(),
            sizes: vec![1; nodes],
            largest: 0,
        }
    }

    pub fn begin(&mut self) {
        self.largest = self.largest.max(1);
    }

    pub fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.find(one), self.find(other));
        if one == other {
            return;
        }
        let smaller_first = self.sizes[one as usize] < self.sizes[other as usize];
        let (small, large) = if smaller_first { (one, other) } else { (other, one) };
        self.above[small as usize] = large;
        self.sizes[large as usize] += self.sizes[small as usize];
        self.largest = self.largest.max(self.sizes[large as usize]);
    }

    fn find(&mut self, mut node: u32) -> u32 {
        loop {
            let above = self.above[node as usize];
            if above == node {
                return node;
            }
            let next = self.above[above as usize];
            self.above[node as usize] = next;
            node = next;
        }
    }
}

/// The ties of a snapshot as far as pieces are concerned: events that tie all their participants, and the ties that no
/// such event makes.
pub(super) struct Links<'a> {
    nodes: usize,
    /// For each node, the events that tie all their participants.
    events_of: Vec<Vec<u32>>,
    events: usize,
    /// For each node, its partners by other ties.
    other: Partners<'a>,
}

enum Partners<'a> {
    /// All ties, where there is no attendance.
    All(&'a Rows),
    Some(Vec<Vec<u32>>),
}

impl<'a> Links<'a> {
    pub fn of(snapshot: &'a Snapshot) -> Self {
        let (nodes, ties) = (snapshot.node_count(), snapshot.ties());
        let Some(attendance) = snapshot.attendance() else {
            return Self {
                nodes,
                events_of: vec![Vec::new(); nodes],
                events: 0,
                other: Partners::All(ties),
            };
        };
        let members = &attendance.nodes_of;
        let mut ties_all = vec![true; members.len()];
        // for each node, the last node of which it was a partner
        let mut partner_of = vec![u32::MAX; nodes];
        for node in 0..nodes {
            for &partner in ties.columns(node) {
                partner_of[partner as usize] = node as u32;
            }
            for &event in attendance.events_of.columns(node) {
                let complete = members
                    .columns(event as usize)
                    .iter()
                    .all(|&member| member as usize == node || partner_of[member as usize] == node as u32);
                ties_all[event as usize] &= complete;
            }
        }
        let events_of: Vec<Vec<u32>> = (0..nodes)
            .map(|node| attendance.events_of.columns(node).iter().copied())
            .map(|events| events.filter(|&event| ties_all[event as usize]).collect())
            .collect();
        let mut met_by = vec![u32::MAX; nodes];
        let mut other_ties = |node: usize| {
            for &event in &events_of[node] {
                for &member in members.columns(event as usize) {
                    met_by[member as usize] = node as u32;
                }
            }
            let partners = ties.columns(node).iter().copied();
            partners
                .filter(|&partner| met_by[partner as usize] != node as u32)
                .collect()
        };
        let other = Partners::Some((0..nodes).map(&mut other_ties).collect());
        Self {
            nodes,
            events: members.len(),
            other,
            events_of,
        }
    }

    /// How many the largest piece holds after each leaving: the last is 0. `order` names every node once.
    pub fn sizes_after(&self, order: &[u32]) -> Vec<u32> {
        const NOBODY: u32 = u32::MAX;
        let mut sets = Sets::alone(self.nodes);
        let mut here = vec![false; self.nodes];
        let mut participant = vec![NOBODY; self.events];
        let mut sizes = vec![0; order.len()];
        for (place, &node) in order.iter().enumerate().rev() {
            sizes[place] = sets.largest;
            sets.begin();
            here[node as usize] = true;
            for &event in &self.events_of[node as usize] {
                match participant[event as usize] {
                    NOBODY => participant[event as usize] = node,
                    other => sets.join(node, other),
                }
            }
            for &partner in self.partners(node as usize) {
                if here[partner as usize] {
                    sets.join(node, partner);
                }
            }
        }
        sizes
    }

    fn partners(&self, node: usize) -> &[u32] {
        match &self.other {
            Partners::All(ties) => ties.columns(node),
            Partners::Some(partners) => &partners[node],
        }
    }
}

/// The nodes by degree, the highest first, of equal ones the smallest.
pub(super) fn by_degree(ties: &Rows) -> Vec<u32> {
    let mut order: Vec<u32> = (0..ties.len() as u32).collect();
    order.sort_by_key(|&node| Reverse(ties.columns(node as usize).len()));
    order
}

/// The nodes in the order in which the one with most ties left leaves, of equal ones the smallest.
///
/// Degrees only fall, so a heap that is never told of it holds upper bounds: who comes out with an outdated degree goes
/// back in with the one it has now.
pub(super) fn by_recalculated_degree(ties: &Rows) -> Vec<u32> {
    let nodes = ties.len();
    let mut degree: Vec<u32> = (0..nodes).map(|node| ties.columns(node).len() as u32).collect();
    let mut gone = vec![false; nodes];
    let mut waiting: BinaryHeap<(u32, Reverse<u32>)> = degree
        .iter()
        .zip(0..)
        .map(|(&degree, node)| (degree, Reverse(node)))
        .collect();
    let mut order = Vec::with_capacity(nodes);
    while let Some((known, Reverse(node))) = waiting.pop() {
        let now = degree[node as usize];
        if now < known {
            waiting.push((now, Reverse(node)));
            continue;
        }
        order.push(node);
        gone[node as usize] = true;
        for &partner in ties.columns(node as usize) {
            if !gone[partner as usize] {
                degree[partner as usize] -= 1;
            }
        }
    }
    order
}

/// The ties among those who have not gone; the others are isolates.
pub(super) fn among(ties: &Rows, gone: &[bool]) -> Rows {
    let mut kept: Vec<Entry> = Vec::with_capacity(ties.entries());
    for node in (0..ties.len()).filter(|&node| !gone[node]) {
        let row = ties.row(node).filter(|(other, _)| !gone[*other as usize]);
        kept.extend(row.filter_map(|(other, strength)| Some((node as u32, other, TieStrength::new(strength)?))));
    }
    Rows::from_entries(ties.len(), kept)
}

/// (1/N) Σ S(Q)/N over the sizes; `None` without any.
pub(super) fn mean_share(sizes: &[u32], nodes: usize) -> Option<f64> {
    let sum: u64 = sizes.iter().map(|&size| u64::from(size)).sum();
    (nodes > 0 && !sizes.is_empty()).then(|| sum as f64 / (sizes.len() as f64 * nodes as f64))
}

/// Each size over the number of nodes.
pub(super) fn shares(sizes: &[u32], nodes: usize) -> Vec<f64> {
    sizes.iter().map(|&size| f64::from(size) / nodes as f64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{Place, SnapshotParts};

    #[test]
    fn events_stand_for_their_ties() {
        // events {0 1 2}, {2 3}, {4 5 6} of which only 4-5 and 5-6 are tied, and the tie 6-7 beside them
        let one = TieStrength::new(1.0).expect("above zero");
        let attendance = [(0, 0), (1, 0), (2, 0), (2, 1), (3, 1), (4, 2), (5, 2), (6, 2)].map(|(n, e)| (n, e, one));
        let ties = [(0, 1), (0, 2), (1, 2), (2, 3), (4, 5), (5, 6), (6, 7)].map(|(a, b)| (a, b, one));
        let snapshot = Snapshot::freeze(SnapshotParts {
            places: (0..8).map(Place).collect(),
            ties: ties.to_vec(),
            attendance: Some((3, attendance.to_vec())),
            ..SnapshotParts::default()
        });
        let links = Links::of(&snapshot);
        assert_eq!(links.events_of[2], [0, 1]);
        assert_eq!(
            (links.events_of[5].as_slice(), links.partners(5)),
            ([].as_slice(), [4, 6].as_slice())
        );
        let plain = Links {
            nodes: 8,
            events_of: vec![Vec::new(); 8],
            events: 0,
            other: Partners::All(snapshot.ties()),
        };
        for order in [[0, 1, 2, 3, 4, 5, 6, 7], [5, 2, 7, 0, 1, 3, 6, 4]] {
            assert_eq!(links.sizes_after(&order), plain.sizes_after(&order));
        }
        // 5 gone: {0 1 2 3}; 2 gone: {0 1}, {6 7}; 7: {0 1}; 0: one by one
        assert_eq!(links.sizes_after(&[5, 2, 7, 0, 1, 3, 6, 4]), [4, 2, 2, 1, 1, 1, 1, 0]);
    }

    #[test]
    fn degrees_are_counted_anew() {
        // 0 - 1 - 2 - 3 - 4 with 5 on 1: degrees 1 3 2 2 1 1. 1 leaves first; then 3 has 2, 2 and 4 have 1
        let ties = [(0, 1), (1, 2), (2, 3), (3, 4), (1, 5)].map(|(a, b)| (a, b, 1.0));
        let snapshot = Snapshot::from_ties(6, &ties);
        assert_eq!(by_recalculated_degree(snapshot.ties()), [1, 3, 0, 2, 4, 5]);
        assert_eq!(by_degree(snapshot.ties()), [1, 2, 3, 0, 4, 5]);
    }
}
