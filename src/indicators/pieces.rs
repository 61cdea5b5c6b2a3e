//! How large does the largest piece of a network become as ties are added one by one?
//!
//! In: nodes and ties. Out: the size of the largest piece at any moment. Union by size with halved paths (Tarjan & van
//! Leeuwen 1984, doi:10.1145/62.2160).

use crate::network::NodeIndex;

/// A network in pieces, to which ties can be added and none taken away.
#[derive(Debug, Clone)]
pub(super) struct Pieces {
    parent: Vec<u32>,
    /// Nodes of each piece, at its root.
    size: Vec<u32>,
    largest: u32,
}

impl Pieces {
    /// So many nodes without a tie, those that do not count left out.
    pub(super) fn new(nodes: usize, counts: impl Fn(NodeIndex) -> bool) -> Self {
        let nodes = || (0..nodes as u32).map(NodeIndex);
        Self {
            parent: nodes().map(|node| node.0).collect(),
            size: vec![1; nodes().len()],
            largest: u32::from(nodes().any(counts)),
        }
    }

    /// Adds a tie.
    pub(super) fn join(&mut self, one: NodeIndex, other: NodeIndex) {
        let (one, other) = (self.root(one.0), self.root(other.0));
        if one == other {
            return;
        }
        let (small, large) = if self.size[one as usize] < self.size[other as usize] {
            (one, other)
        } else {
            (other, one)
        };
        self.parent[small as usize] = large;
        self.size[large as usize] += self.size[small as usize];
        self.largest = self.largest.max(self.size[large as usize]);
    }

    fn root(&mut self, mut node: u32) -> u32 {
        while self.parent[node as usize] != node {
            let above = self.parent[self.parent[node as usize] as usize];
            self.parent[node as usize] = above;
            node = above;
        }
        node
    }

    /// Nodes of the largest piece; 0 where no node counts.
    pub(super) const fn largest(&self) -> usize {
        self.largest as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_piece_grows_as_pieces_meet() {
        // 0-1, 2-3, then 1-2 joins both: 2, 2, 4; 4 stays alone
        let mut pieces = Pieces::new(5, |_| true);
        let mut sizes = vec![pieces.largest()];
        for (one, other) in [(0, 1), (2, 3), (1, 0), (1, 2), (3, 0)] {
            pieces.join(NodeIndex(one), NodeIndex(other));
            sizes.push(pieces.largest());
        }
        assert_eq!(sizes, [1, 2, 2, 2, 4, 4]);
        assert_eq!(Pieces::new(3, |_| false).largest(), 0);
    }
}
