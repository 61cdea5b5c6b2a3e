//! Where does a network hang together by one node or one tie alone?
//!
//! In: rows of ties and, where some have left, who. Out: [`Blocks`], which cut points, bridges, the largest biconnected
//! part and key players share: one depth-first search, without recursion.
//!
//! Symbols of Tarjan (1972): `entered` is NUMBER, `low` is LOWPT. A branch of the search below a node that reaches
//! nothing above it hangs on that node alone; together with the node it begins a block (biconnected component).

use crate::network::Rows;

/// What one depth-first search over all components tells. Of nodes that have left everything is 0.
pub(super) struct Blocks {
    /// For each node, how many its component holds, itself included.
    pub piece: Vec<u32>,
    /// For each node, how many stand in branches that hang on it alone.
    pub hanging: Vec<u32>,
    /// For each node, how many the largest such branch holds.
    pub largest_branch: Vec<u32>,
    /// For each node, the ordered pairs within such branches, Σ b(b − 1).
    pub pairs_in_branches: Vec<u64>,
    /// For each node, the one from which the search entered it where the tie between them is a bridge.
    pub bridge_from: Vec<Option<u32>>,
    /// How many nodes the largest block holds: 2 where there are bridges only, 0 without ties.
    pub largest_block: u32,
    /// Every block of at least two nodes.
    pub blocks: Vec<Block>,
}

/// A part of the network that no single node holds together.
pub(super) struct Block {
    /// Its nodes, rising.
    pub nodes: Vec<u32>,
    /// The node from which the search entered it.
    top: u32,
    /// How many the branch below that node holds.
    branch: u32,
}

impl Blocks {
    /// The blocks of a whole network.
    pub fn of(ties: &Rows) -> Self {
        Self::without(ties, &vec![false; ties.len()])
    }

    /// The blocks of what is left when some have left.
    pub fn without(ties: &Rows, left: &[bool]) -> Self {
        let mut search = Search::new(ties.len());
        for root in 0..ties.len() {
            if !left[root] && search.entered[root] == 0 {
                search.explore(ties, left, root);
            }
        }
        search.found
    }

    /// How many of its component stand neither in such branches nor at the node: the piece above it.
    pub fn above(&self, node: usize) -> u32 {
        self.piece[node].saturating_sub(1 + self.hanging[node])
    }

    /// How many of its component meet a block at one of its nodes: the node itself and those behind it.
    pub fn behind(&self, block: &Block, node: u32) -> u32 {
        if node == block.top {
            self.piece[node as usize] - block.branch
        } else {
            1 + self.hanging[node as usize]
        }
    }
}

struct Search {
    found: Blocks,
    /// When each node was entered, from 1; 0 where it was not.
    entered: Vec<u32>,
    /// The earliest node reached from the branch below each node by at most one tie out of it.
    low: Vec<u32>,
    /// How many nodes the branch below each node holds, itself included.
    branch: Vec<u32>,
    clock: u32,
    /// The way from the root: each node with the next of its partners to look at.
    way: Vec<(u32, u32)>,
    /// Nodes entered whose block is not complete.
    open: Vec<u32>,
    /// The nodes of the component under way.
    component: Vec<u32>,
}

impl Search {
    fn new(nodes: usize) -> Self {
        Self {
            found: Blocks {
                piece: vec![0; nodes],
                hanging: vec![0; nodes],
                largest_branch: vec![0; nodes],
                pairs_in_branches: vec![0; nodes],
                bridge_from: vec![None; nodes],
                largest_block: 0,
                blocks: Vec::new(),
            },
            entered: vec![0; nodes],
            low: vec![0; nodes],
            branch: vec![1; nodes],
            clock: 0,
            way: Vec::new(),
            open: Vec::new(),
            component: Vec::new(),
        }
    }

    fn explore(&mut self, ties: &Rows, left: &[bool], root: usize) {
        self.component.clear();
        self.enter(root as u32);
        while let Some((node, next)) = self.way.last_mut() {
            let at = *node as usize;
            if let Some(&partner) = ties.columns(at).get(*next as usize) {
                *next += 1;
                if left[partner as usize] {
                    continue;
                }
                if self.entered[partner as usize] == 0 {
                    self.enter(partner);
                } else if self.parent() != Some(partner) {
                    self.low[at] = self.low[at].min(self.entered[partner as usize]);
                }
            } else {
                let node = at as u32;
                self.way.pop();
                if let Some(&(parent, _)) = self.way.last() {
                    self.leave(node, parent);
                }
            }
        }
        self.open.clear();
        for &node in &self.component {
            self.found.piece[node as usize] = self.component.len() as u32;
        }
    }

    fn parent(&self) -> Option<u32> {
        let place = self.way.len().checked_sub(2)?;
        Some(self.way[place].0)
    }

    fn enter(&mut self, node: u32) {
        self.clock += 1;
        self.entered[node as usize] = self.clock;
        self.low[node as usize] = self.clock;
        self.way.push((node, 0));
        self.open.push(node);
        self.component.push(node);
    }

    fn leave(&mut self, node: u32, parent: u32) {
        let (at, above) = (node as usize, parent as usize);
        self.low[above] = self.low[above].min(self.low[at]);
        self.branch[above] += self.branch[at];
        if self.low[at] < self.entered[above] {
            return;
        }
        let size = self.branch[at];
        self.found.hanging[above] += size;
        self.found.largest_branch[above] = self.found.largest_branch[above].max(size);
        self.found.pairs_in_branches[above] += u64::from(size) * u64::from(size - 1);
        if self.low[at] > self.entered[above] {
            self.found.bridge_from[at] = Some(parent);
        }
        let mut nodes = vec![parent];
        while let Some(member) = self.open.pop() {
            nodes.push(member);
            if member == node {
                break;
            }
        }
        nodes.sort_unstable();
        self.found.largest_block = self.found.largest_block.max(nodes.len() as u32);
        self.found.blocks.push(Block {
            nodes,
            top: parent,
            branch: size,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::Snapshot;

    #[test]
    fn branches_and_blocks_by_hand() {
        // triangles 0 1 2 and 2 3 4, then 4 - 5 - 6, and 7 alone. Entered in the order of ids from 0:
        // on 2 hangs {3, 4, 5, 6}, on 4 {5, 6}, on 5 {6}, on the root 0 {1, …, 6}. Blocks of 3, 3, 2 and 2
        let ties = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (2, 4), (4, 5), (5, 6)].map(|(a, b)| (a, b, 1.0));
        let snapshot = Snapshot::from_ties(8, &ties);
        let found = Blocks::of(snapshot.ties());
        assert_eq!(found.piece, [7, 7, 7, 7, 7, 7, 7, 1]);
        assert_eq!(found.hanging, [6, 0, 4, 0, 2, 1, 0, 0]);
        assert_eq!(found.pairs_in_branches, [30, 0, 12, 0, 2, 0, 0, 0]);
        assert_eq!(found.above(2), 2);
        assert_eq!(found.largest_block, 3);
        let bridges: Vec<_> = (0..8).filter(|&node| found.bridge_from[node].is_some()).collect();
        assert_eq!(bridges, [5, 6]);

        // without 2: {0, 1}, {3, 4, 5, 6} and {7}
        let mut left = [false; 8];
        left[2] = true;
        let found = Blocks::without(snapshot.ties(), &left);
        assert_eq!(found.piece, [2, 2, 0, 4, 4, 4, 4, 1]);
        assert_eq!(found.largest_block, 2);
    }
}
