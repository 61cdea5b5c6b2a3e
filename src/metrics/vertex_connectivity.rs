//! How many must leave together before those who stay no longer all reach each other?
//!
//! In: a snapshot and a limit of work. Out: [`VertexConnectivity`].

use super::blocks::Blocks;
use super::components;
use super::work::exceeds;
use crate::network::{NodeIndex, Rows, Snapshot};

/// How vertex connectivity is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VertexConnectivityOptions {
    /// Edge visits up to which it is exact, 0 for no limit; beyond, an upper bound.
    pub work_limit: u64,
}

impl VertexConnectivityOptions {
    /// Exact, however long it takes.
    #[must_use]
    pub const fn exact() -> Self {
        Self { work_limit: 0 }
    }
}

/// How many must leave, and who.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VertexConnectivity {
    /// κ, or an upper bound of it; n − 1 where everyone is tied to everyone, `None` under two nodes.
    pub value: Option<u32>,
    /// Some set of that size whose leaving splits the network, rising; empty where nothing splits it or it is split.
    pub cut: Vec<NodeIndex>,
    /// Whether `value` is κ itself.
    pub exact: bool,
}

/// Vertex connectivity of a snapshot: the smallest set of stakeholders whose leaving splits it.
///
/// What it tells a hub: 1 means that the network hangs together by one member; 3 that any two may leave and all others
/// still reach each other. It speaks of the weakest place, so one member with two partners keeps it at 2 at most.
///
/// # Formula
/// ```text
/// κ = min over pairs s, t without a tie of the most paths from s to t that share no node in between (Menger 1927)
/// ```
/// # Conventions
/// Direction and weights are ignored. 0 where there are several components, isolates included. Where everyone is tied
/// to everyone nothing splits the network, and κ is n − 1 by convention.
///
/// # Returns
/// A count, one such set and whether it is proven to be the smallest; undefined under two nodes. Of equal sets the first
/// that is met stands, in the order of the nodes.
///
/// # Complexity
/// O(m) where κ is at most 1 or a member has two partners. Else the paths between one member of least degree δ and all
/// others that it is not tied to, and between its partners: O((n + δ²) δ m). Beyond the limit the partners of a member of
/// least degree: κ ≤ δ. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `node_connectivity`: the same.
///
/// # Example
/// ```
/// use hubscope::metrics::{VertexConnectivityOptions, vertex_connectivity};
/// use hubscope::network::{NodeIndex, Snapshot};
/// // a ring of four: two opposite members must leave
/// let ring = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (0, 3, 1.0)]);
/// let found = vertex_connectivity(&ring, &VertexConnectivityOptions::exact());
/// assert_eq!((found.value, found.cut), (Some(2), vec![NodeIndex(1), NodeIndex(3)]));
/// ```
/// # References
/// Esfahanian, A. H., Hakimi, S. L. (1984). On computing the connectivities of graphs and digraphs. Networks 14(2),
/// 355-366. <https://doi.org/10.1002/net.3230140211>
#[must_use]
pub fn vertex_connectivity(snapshot: &Snapshot, options: &VertexConnectivityOptions) -> VertexConnectivity {
    let ties = snapshot.ties();
    let nodes = snapshot.node_count();
    let found = |value: usize, cut: &[u32], exact| VertexConnectivity {
        value: (nodes > 1).then_some(value as u32),
        cut: cut.iter().copied().map(NodeIndex).collect(),
        exact,
    };
    let degree = |node: usize| ties.columns(node).len();
    let Some(least) = (0..nodes).min_by_key(|node| degree(*node)).filter(|_| nodes > 1) else {
        return found(0, &[], true);
    };
    if components(snapshot).count() > 1 {
        return found(0, &[], true);
    }
    if degree(least) == nodes - 1 {
        return found(nodes - 1, &[], true);
    }
    let blocks = Blocks::of(ties);
    let is_cut = |node: &usize| blocks.piece[*node] - 1 > blocks.largest_branch[*node].max(blocks.above(*node));
    if let Some(cut) = (0..nodes).find(is_cut) {
        return found(1, &[cut as u32], true);
    }
    let mut cut = ties.columns(least).to_vec();
    if cut.len() == 2 {
        return found(2, &cut, true);
    }
    let pairs = pairs_to_part(ties, least as u32);
    let work = (pairs.len() as u64)
        .saturating_mul(cut.len() as u64 + 1)
        .saturating_mul(ties.entries() as u64);
    if exceeds(work, options.work_limit) {
        return found(cut.len(), &cut, false);
    }
    let mut paths = DisjointPaths::new(ties);
    for (one, other) in pairs {
        if let Some(smaller) = paths.cut(one, other, cut.len()) {
            cut = smaller;
        }
        if cut.len() == 2 {
            break;
        }
    }
    found(cut.len(), &cut, true)
}

/// Pairs without a tie, of which some smallest cut parts at least one: a node with all others, and its partners with each
/// other.
fn pairs_to_part(ties: &Rows, node: u32) -> Vec<(u32, u32)> {
    let partners = ties.columns(node as usize);
    let apart = |one: u32, other: u32| ties.columns(one as usize).binary_search(&other).is_err();
    let others = (0..ties.len() as u32).filter(|other| *other != node && apart(node, *other));
    let mut pairs: Vec<(u32, u32)> = others.map(|other| (node, other)).collect();
    for (place, one) in partners.iter().enumerate() {
        let later = partners[place + 1..].iter().filter(|other| apart(*one, **other));
        pairs.extend(later.map(|other| (*one, *other)));
    }
    pairs
}

const NONE: u32 = u32::MAX;

/// Paths from one node to another that share no node in between, found one after the other by augmenting: a search may
/// enter a node that a path leads through only to go back along that path.
struct DisjointPaths<'a> {
    ties: &'a Rows,
    /// For each node that a path leads through, the nodes before and after it.
    before: Vec<u32>,
    after: Vec<u32>,
    /// From which side of which node the search came to the near side (`2 · node`) and to the far side of each node.
    came_from: Vec<u32>,
    touched: Vec<u32>,
    through: Vec<u32>,
}

impl<'a> DisjointPaths<'a> {
    fn new(ties: &'a Rows) -> Self {
        Self {
            ties,
            before: vec![NONE; ties.len()],
            after: vec![NONE; ties.len()],
            came_from: vec![NONE; 2 * ties.len()],
            touched: Vec::new(),
            through: Vec::new(),
        }
    }

    /// The smallest set of nodes that parts two without a tie, where it is smaller than `fewer`.
    fn cut(&mut self, from: u32, to: u32, fewer: usize) -> Option<Vec<u32>> {
        for node in self.through.drain(..) {
            (self.before[node as usize], self.after[node as usize]) = (NONE, NONE);
        }
        let mut paths = 0;
        while paths < fewer {
            match self.search(from, to) {
                Some(last) => self.add_path(from, to, last),
                None => return Some(self.parting(from)),
            }
            paths += 1;
        }
        None
    }

    /// The node before the end of one more path; `None` where there is none.
    fn search(&mut self, from: u32, to: u32) -> Option<u32> {
        self.touched
            .drain(..)
            .for_each(|side| self.came_from[side as usize] = NONE);
        let start = far(from);
        self.reach(start, start);
        let mut next = 0;
        while let Some(&side) = self.touched.get(next) {
            next += 1;
            let node = side / 2;
            let at = node as usize;
            if side != far(node) {
                match self.before[at] {
                    NONE => self.reach(far(node), side),
                    // back along the path to the node before, if that is not the beginning itself
                    before if before != from => self.reach(far(before), side),
                    _ => {}
                }
                continue;
            }
            if self.before[at] != NONE {
                self.reach(near(node), side);
            }
            for &partner in self.ties.columns(at) {
                let along_path = self.after[at] == partner || (node == from && self.before[partner as usize] == from);
                if along_path || partner == from {
                    continue;
                }
                if partner == to {
                    return Some(node);
                }
                self.reach(near(partner), side);
            }
        }
        None
    }

    fn reach(&mut self, side: u32, from: u32) {
        if self.came_from[side as usize] == NONE {
            self.came_from[side as usize] = from;
            self.touched.push(side);
        }
    }

    fn add_path(&mut self, from: u32, to: u32, last: u32) {
        let (mut added, mut taken) = (vec![(last, to)], Vec::new());
        let mut side = far(last);
        while side != far(from) {
            let earlier = self.came_from[side as usize];
            let (node, other) = (side / 2, earlier / 2);
            if node != other {
                match side == near(node) {
                    true => added.push((other, node)),
                    false => taken.push((node, other)),
                }
            }
            side = earlier;
        }
        for (one, other) in taken {
            self.after[one as usize] = NONE;
            self.before[other as usize] = NONE;
        }
        for (one, other) in added {
            if one != from {
                self.after[one as usize] = other;
                self.through.push(one);
            }
            if other != to {
                self.before[other as usize] = one;
                self.through.push(other);
            }
        }
    }

    /// After a search that failed: the nodes that it entered and could not leave.
    fn parting(&self, from: u32) -> Vec<u32> {
        let met = |side: u32| self.came_from[side as usize] != NONE;
        let entered = self.touched.iter().map(|side| side / 2);
        let mut cut: Vec<u32> = entered
            .filter(|node| *node != from && met(near(*node)) && !met(far(*node)))
            .collect();
        cut.sort_unstable();
        cut.dedup();
        cut
    }
}

const fn near(node: u32) -> u32 {
    2 * node
}

const fn far(node: u32) -> u32 {
    2 * node + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{self, Draws};

    fn found(nodes: u32, ties: &[(u32, u32)]) -> VertexConnectivity {
        let ties: Vec<_> = ties.iter().map(|(a, b)| (*a, *b, 1.0)).collect();
        vertex_connectivity(&Snapshot::from_ties(nodes, &ties), &VertexConnectivityOptions::exact())
    }

    /// The cube: each corner has three partners, and three must leave to cut one off.
    const CUBE: [(u32, u32); 12] = [
        (0, 1),
        (1, 2),
        (2, 3),
        (0, 3),
        (4, 5),
        (5, 6),
        (6, 7),
        (4, 7),
        (0, 4),
        (1, 5),
        (2, 6),
        (3, 7),
    ];

    #[test]
    fn by_hand() {
        assert_eq!(found(1, &[]).value, None);
        assert_eq!(found(3, &[(0, 1)]).value, Some(0));
        // a path hangs together by its middle, a triangle cannot be split
        assert_eq!(found(3, &[(0, 1), (1, 2)]).cut, [NodeIndex(1)]);
        assert_eq!(
            (found(3, &[(0, 1), (1, 2), (0, 2)]).value, found(2, &[(0, 1)]).value),
            (Some(2), Some(1))
        );
        assert_eq!(found(8, &CUBE).value, Some(3));
        // two groups of four, all tied within, joined by 3 - 4, 2 - 5 and 1 - 6: no more than three ways across
        let mut ties = vec![(3, 4), (2, 5), (1, 6)];
        for (a, b) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] {
            ties.extend([(a, b), (a + 4, b + 4)]);
        }
        assert_eq!(found(8, &ties).value, Some(3));
    }

    #[test]
    fn beyond_the_limit_there_is_a_bound_that_says_so() {
        let cube: Vec<_> = CUBE.iter().map(|(a, b)| (*a, *b, 1.0)).collect();
        let bounded = vertex_connectivity(
            &Snapshot::from_ties(8, &cube),
            &VertexConnectivityOptions { work_limit: 1 },
        );
        assert_eq!((bounded.value, bounded.exact), (Some(3), false));
        assert_eq!(bounded.cut, [1, 3, 4].map(NodeIndex));
    }

    fn pieces_without(snapshot: &Snapshot, gone: &[u32]) -> usize {
        let stays = |node: u32| !gone.contains(&node);
        let left: Vec<_> = snapshot
            .pairs()
            .filter(|(a, b, _)| stays(a.0) && stays(b.0))
            .map(|(a, b, s)| (a.0, b.0, s))
            .collect();
        components(&Snapshot::from_ties(snapshot.node_count() as u32, &left)).count() - gone.len()
    }

    /// Whether some set of so many splits it: every one is tried.
    fn splits(snapshot: &Snapshot, size: usize, from: u32, gone: &mut Vec<u32>) -> bool {
        if gone.len() == size {
            return pieces_without(snapshot, gone) > 1;
        }
        (from..snapshot.node_count() as u32).any(|node| {
            gone.push(node);
            let found = splits(snapshot, size, node + 1, gone);
            gone.pop();
            found
        })
    }

    #[test]
    fn no_smaller_set_splits_it_and_the_set_found_does() {
        for draw in 0..120 {
            let mut random = random::stream(8, "connectivity", draw);
            let nodes = 5 + random.below(5) as u32;
            let mut ties = Vec::new();
            for a in 0..nodes {
                ties.extend((a + 1..nodes).filter(|_| random.chance(0.65)).map(|b| (a, b, 1.0)));
            }
            let snapshot = Snapshot::from_ties(nodes, &ties);
            let found = vertex_connectivity(&snapshot, &VertexConnectivityOptions::exact());
            let value = found.value.expect("five nodes") as usize;
            assert!(
                (0..value).all(|size| !splits(&snapshot, size, 0, &mut Vec::new())),
                "draw {draw}"
            );
            if !found.cut.is_empty() {
                let gone: Vec<u32> = found.cut.iter().map(|node| node.0).collect();
                assert_eq!(gone.len(), value);
                assert!(pieces_without(&snapshot, &gone) > 1, "draw {draw}: {gone:?}");
            }
        }
    }
}
