//! Who stands exactly where another stands?
//!
//! In: ties. Out: [`Twins`], classes of nodes with the same partners: tied to each other, such as all who came to one
//! event only, or not tied, such as two clients of the same two banks. No node has twins of both kinds.

use super::links::Links;

/// Classes of nodes, in the order of the first of each; most hold one node.
pub(super) struct Twins {
    /// For each class, its nodes, rising.
    pub members: Links,
    /// For each class, whether it holds several that are not tied to each other.
    pub open: Vec<bool>,
    /// For each node, its class.
    pub class: Vec<u32>,
}

impl Twins {
    /// The classes of a network.
    pub fn of(ties: &Links) -> Self {
        let nodes = ties.len();
        let mut first: Vec<u32> = (0..nodes as u32).collect();
        let mut open = vec![false; nodes];
        for kind in [Kind::Tied, Kind::NotTied] {
            let mut order: Vec<(u64, u32)> = (0..nodes as u32).map(|node| (kind.key(ties, node), node)).collect();
            order.sort_unstable();
            for group in order.chunk_by(|a, b| a.0 == b.0 && kind.are_twins(ties, a.1, b.1)) {
                for &(_, node) in &group[1..] {
                    first[node as usize] = group[0].1;
                    open[group[0].1 as usize] = kind == Kind::NotTied;
                }
            }
        }
        let firsts: Vec<u32> = (0..nodes as u32).filter(|&node| first[node as usize] == node).collect();
        let mut class = vec![0; nodes];
        for (place, &node) in firsts.iter().enumerate() {
            class[node as usize] = place as u32;
        }
        for node in 0..nodes {
            class[node] = class[first[node] as usize];
        }
        Self {
            members: Links::laid_out(firsts.len(), class.iter().copied().zip(0..)),
            open: firsts.iter().map(|&node| open[node as usize]).collect(),
            class,
        }
    }

    /// The ties between classes.
    pub fn folded(&self, ties: &Links) -> Links {
        let first = |class: u32| self.members.row(class as usize)[0];
        Links::from_rows((0..self.members.len() as u32).map(|class| {
            let row = ties.row(first(class) as usize).iter();
            row.filter(|&&node| first(self.class[node as usize]) == node)
                .map(|&node| self.class[node as usize])
        }))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Tied,
    NotTied,
}

impl Kind {
    /// The same for twins.
    fn key(self, ties: &Links, node: u32) -> u64 {
        let own = if self == Self::Tied { scattered(node) } else { 0 };
        let row = ties.row(node as usize).iter();
        row.fold(own, |key, &partner| key.wrapping_add(scattered(partner)))
    }

    fn are_twins<'a>(self, ties: &'a Links, one: u32, other: u32) -> bool {
        let (a, b) = (ties.row(one as usize), ties.row(other as usize));
        match self {
            Self::NotTied => !a.is_empty() && a == b,
            Self::Tied => {
                let without = |row: &'a [u32], node: u32| row.iter().copied().filter(move |&partner| partner != node);
                a.len() == b.len() && without(a, other).eq(without(b, one)) && a.binary_search(&other).is_ok()
            }
        }
    }
}

/// A number far from those of other nodes (the finalizer of splitmix64).
const fn scattered(node: u32) -> u64 {
    let mut mixed = (node as u64).wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
