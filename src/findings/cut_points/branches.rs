//! Who would be stranded without a node, and which few ties say whether a node holds parts together?
//!
//! In: a snapshot. Out: [`Branches`], one search over the whole network from which the pieces around any node are read,
//! and [`certificate`], at most 2(n − 1) ties that stand for all.

use crate::network::{NodeIndex, Pair, Place, Snapshot};

const NONE: u32 = u32::MAX;

/// A depth-first search over all components: the branch below a node stands in one stretch of `order`.
pub(in crate::findings) struct Branches<'a> {
    snapshot: &'a Snapshot,
    /// Nodes in the order in which they were entered.
    order: Vec<u32>,
    /// The place of each node in `order`.
    entered: Vec<u32>,
    /// The earliest place reached from the branch below each node by at most one tie out of it.
    low: Vec<u32>,
    /// How many nodes the branch below each node holds, itself included.
    branch: Vec<u32>,
    /// The smallest node of that branch.
    least: Vec<u32>,
    parent: Vec<u32>,
    /// The first node of each node's component.
    root: Vec<u32>,
}

impl<'a> Branches<'a> {
    pub(in crate::findings) fn new(snapshot: &'a Snapshot) -> Self {
        Self::along(snapshot, |_, _| true)
    }

    /// The same along some of the ties.
    pub(in crate::findings) fn along(snapshot: &'a Snapshot, counts: impl Fn(u32, u32) -> bool) -> Self {
        let nodes = snapshot.node_count();
        let mut search = Self {
            snapshot,
            order: Vec::with_capacity(nodes),
            entered: vec![NONE; nodes],
            low: vec![NONE; nodes],
            branch: vec![1; nodes],
            least: (0..nodes as u32).collect(),
            parent: vec![NONE; nodes],
            root: vec![NONE; nodes],
        };
        for root in 0..nodes as u32 {
            if search.entered[root as usize] == NONE {
                search.explore(root, &counts);
            }
        }
        search
    }

    fn explore(&mut self, root: u32, counts: &impl Fn(u32, u32) -> bool) {
        let mut way = vec![(root, 0)];
        self.enter(root, NONE, root);
        while let Some((node, next)) = way.last_mut() {
            let node = *node;
            if let Some(&partner) = self.snapshot.ties().columns(node as usize).get(*next) {
                *next += 1;
                let seen = self.entered[partner as usize];
                if !counts(node, partner) {
                    continue;
                }
                if seen == NONE {
                    self.enter(partner, node, root);
                    way.push((partner, 0));
                } else {
                    self.low[node as usize] = self.low[node as usize].min(seen);
                }
            } else {
                way.pop();
                if let Some(&(parent, _)) = way.last() {
                    let (node, parent) = (node as usize, parent as usize);
                    self.low[parent] = self.low[parent].min(self.low[node]);
                    self.branch[parent] += self.branch[node];
                    self.least[parent] = self.least[parent].min(self.least[node]);
                }
            }
        }
    }

    fn enter(&mut self, node: u32, parent: u32, root: u32) {
        let place = self.order.len() as u32;
        self.order.push(node);
        (self.entered[node as usize], self.low[node as usize]) = (place, place);
        (self.parent[node as usize], self.root[node as usize]) = (parent, root);
    }

    /// For each node, whether its leaving would split its component.
    pub(in crate::findings) fn cut(&self) -> Vec<bool> {
        let mut hanging = vec![0_u32; self.parent.len()];
        for (node, &parent) in self.parent.iter().enumerate().filter(|(_, parent)| **parent != NONE) {
            hanging[parent as usize] += u32::from(self.low[node] >= self.entered[parent as usize]);
        }
        // of a node that is no root there is also the piece around its parent
        let pieces = hanging
            .iter()
            .zip(&self.parent)
            .map(|(hanging, parent)| hanging + u32::from(*parent != NONE));
        pieces.map(|pieces| pieces > 1).collect()
    }

    /// How many nodes each of the pieces holds into which a node's leaving splits its component; an isolate leaves none.
    pub(in crate::findings) fn pieces(&self, without: NodeIndex) -> Vec<u32> {
        let hanging = self.hanging(without);
        let rest = self.rest(without, &hanging);
        let sizes = hanging.iter().map(|child| self.branch[*child as usize]);
        sizes.chain((rest > 0).then_some(rest)).collect()
    }

    /// Everyone in the pieces that a node's leaving splits its component into, but for the largest piece; of equal
    /// pieces the one with the smallest node stays.
    pub(in crate::findings) fn stranded(&self, without: NodeIndex) -> Vec<Place> {
        let hanging = self.hanging(without);
        let size = |child: &u32| self.branch[*child as usize];
        let largest = hanging.iter().copied().max_by_key(|child| {
            let least = self.least[*child as usize];
            (size(child), std::cmp::Reverse(least))
        });
        // the piece around the parent holds the smallest node of all: the one from which the component was entered
        let rest = self.rest(without, &hanging);
        let stays = largest.filter(|child| size(child) > rest);
        self.all_but(without, &hanging, stays)
    }

    /// The first nodes of the branches that hang on a node alone, as entered.
    fn hanging(&self, node: NodeIndex) -> Vec<u32> {
        let hangs = |child: &&u32| {
            self.parent[**child as usize] == node.0 && self.low[**child as usize] >= self.entered[node.at()]
        };
        let partners = self.snapshot.ties().columns(node.at());
        let mut hanging: Vec<u32> = partners.iter().filter(hangs).copied().collect();
        hanging.sort_unstable_by_key(|child| self.entered[*child as usize]);
        hanging
    }

    /// How many the piece around a node's parent holds, beside the branches that hang on the node alone.
    fn rest(&self, node: NodeIndex, hanging: &[u32]) -> u32 {
        let hung: u32 = hanging.iter().map(|child| self.branch[*child as usize]).sum();
        self.branch[self.root[node.at()] as usize] - 1 - hung
    }

    /// How many would be on the smaller side of a bridge without it; of equal sides either will do.
    pub(super) fn beyond(&self, bridge: Pair) -> u32 {
        let below = self.branch[self.lower(bridge)];
        below.min(self.branch[self.root[bridge.0.at()] as usize] - below)
    }

    /// Everyone on the smaller side of a bridge, in order; of equal sides the one that was entered later.
    pub(super) fn places_beyond(&self, bridge: Pair) -> Vec<Place> {
        let (lower, root) = (self.lower(bridge), self.root[bridge.0.at()] as usize);
        let stretch = |node: usize| self.entered[node] as usize..(self.entered[node] + self.branch[node]) as usize;
        let (below, all) = (stretch(lower), stretch(root));
        let mut side: Vec<u32> = match 2 * below.len() <= all.len() {
            true => self.order[below].to_vec(),
            false => [&self.order[all.start..below.start], &self.order[below.end..all.end]].concat(),
        };
        side.sort_unstable();
        side.into_iter()
            .map(|node| self.snapshot.places()[node as usize])
            .collect()
    }

    /// The end of a bridge that the search entered through it.
    fn lower(&self, (one, other): Pair) -> usize {
        if self.parent[one.at()] == other.0 {
            one.at()
        } else {
            other.at()
        }
    }

    /// The component of a node without itself and without one piece, in order.
    fn all_but(&self, node: NodeIndex, hanging: &[u32], stays: Option<u32>) -> Vec<Place> {
        let branch = |node: u32| {
            let first = self.entered[node as usize] as usize;
            first..first + self.branch[node as usize] as usize
        };
        let mut gone: Vec<u32> = match stays {
            None => hanging
                .iter()
                .flat_map(|child| &self.order[branch(*child)])
                .copied()
                .collect(),
            Some(child) => {
                let (all, kept) = (branch(self.root[node.at()]), branch(child));
                let around = self.order[all.start..kept.start].iter();
                let around = around.chain(&self.order[kept.end..all.end]);
                around.copied().filter(|other| *other != node.0).collect()
            }
        };
        gone.sort_unstable();
        gone.into_iter()
            .map(|node| self.snapshot.places()[node as usize])
            .collect()
    }
}

/// Ties that hold together what all ties hold together, whichever single node is taken out, some ties (in order) left
/// aside: two breadth-first forests, the second over what the first leaves (Cheriyan, Kao & Thurimella 1993,
/// doi:10.1137/0222013). Any ties may be added to them: they still hold together what all would.
pub(in crate::findings) fn certificate(snapshot: &Snapshot, aside: &[Pair]) -> Vec<Pair> {
    let stays = beside(snapshot.node_count(), aside);
    let first = forest(snapshot, &stays);
    let in_first = |one: u32, other: u32| first[one as usize] == other || first[other as usize] == one;
    let second = forest(snapshot, |one, other| !in_first(one, other) && stays(one, other));
    let pair = |(node, parent): (u32, u32)| (NodeIndex(node.min(parent)), NodeIndex(node.max(parent)));
    let ties = |parents: Vec<u32>| (0u32..).zip(parents).filter(|(_, parent)| *parent != NONE).map(pair);
    let mut found: Vec<Pair> = ties(second).collect();
    found.extend(ties(first));
    found
}

/// Whether a tie is none of some (in order).
pub(in crate::findings) fn beside(nodes: usize, ties: &[Pair]) -> impl Fn(u32, u32) -> bool + '_ {
    let mut touched = vec![false; nodes];
    for (one, other) in ties {
        (touched[one.at()], touched[other.at()]) = (true, true);
    }
    move |one, other| {
        let pair = (NodeIndex(one.min(other)), NodeIndex(one.max(other)));
        !(touched[one as usize] && touched[other as usize]) || ties.binary_search(&pair).is_err()
    }
}

/// The parent of each node in a breadth-first forest over some of the ties.
fn forest(snapshot: &Snapshot, counts: impl Fn(u32, u32) -> bool) -> Vec<u32> {
    let nodes = snapshot.node_count();
    let (mut parent, mut seen) = (vec![NONE; nodes], vec![false; nodes]);
    let mut queue: Vec<u32> = Vec::with_capacity(nodes);
    for root in 0..nodes as u32 {
        if seen[root as usize] {
            continue;
        }
        seen[root as usize] = true;
        let mut next = queue.len();
        queue.push(root);
        while next < queue.len() {
            let node = queue[next];
            next += 1;
            for &other in snapshot.ties().columns(node as usize) {
                if !seen[other as usize] && counts(node, other) {
                    seen[other as usize] = true;
                    parent[other as usize] = node;
                    queue.push(other);
                }
            }
        }
    }
    parent
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::articulation;
    use crate::random::{self, Draws};

    fn stranded(snapshot: &Snapshot, node: u32) -> Vec<Place> {
        Branches::new(snapshot).stranded(NodeIndex(node))
    }

    #[test]
    fn the_stranded_are_all_but_the_largest_piece() {
        // 0–1–2 hang on 3, and so do 4–5 and 6; the largest piece left is {0, 1, 2}
        let ties = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (3, 6)];
        let snapshot = Snapshot::from_ties(7, &ties.map(|(a, b)| (a, b, 1.0)));
        assert_eq!(stranded(&snapshot, 3), [4, 5, 6].map(Place));
        // of two equal pieces the one with the first node stays
        let path = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
        assert_eq!(stranded(&path, 1), [Place(2)]);
        assert!(stranded(&path, 0).is_empty());
    }

    fn made_up(draw: u64, ties: usize) -> Vec<(u32, u32, f64)> {
        let mut random = random::stream(4, "branches", draw);
        let mut node = || random.below(24) as u32;
        (0..ties).map(|_| (node(), node(), 1.0)).collect()
    }

    /// The pieces around a node, each by search on its own: all but the largest, of equals the one with the smallest node.
    fn judged(snapshot: &Snapshot, without: u32) -> Vec<Place> {
        let mut reached = vec![false; snapshot.node_count()];
        reached[without as usize] = true;
        let mut pieces: Vec<Vec<u32>> = Vec::new();
        for &first in snapshot.ties().columns(without as usize) {
            let mut open = vec![first];
            let mut piece = Vec::new();
            while let Some(node) = open.pop() {
                if !std::mem::replace(&mut reached[node as usize], true) {
                    piece.push(node);
                    open.extend(snapshot.ties().columns(node as usize));
                }
            }
            piece.sort_unstable();
            pieces.push(piece);
        }
        pieces.sort_by_key(|piece| (std::cmp::Reverse(piece.len()), piece.first().copied()));
        if !pieces.is_empty() {
            pieces.remove(0);
        }
        let mut gone = pieces.concat();
        gone.sort_unstable();
        gone.into_iter().map(Place).collect()
    }

    #[test]
    fn the_stranded_of_any_node_are_those_of_a_search_around_it() {
        for draw in 0..200 {
            let snapshot = Snapshot::from_ties(24, &made_up(draw, 12 + draw as usize % 30));
            for node in 0..24 {
                let judged = judged(&snapshot, node);
                assert_eq!(stranded(&snapshot, node), judged, "draw {draw}, node {node}");
                let mut sizes = Branches::new(&snapshot).pieces(NodeIndex(node));
                sizes.sort_unstable();
                assert_eq!(sizes.iter().rev().skip(1).sum::<u32>() as usize, judged.len());
            }
        }
    }

    #[test]
    fn few_ties_have_the_cut_points_of_all_with_any_ties_added() {
        for draw in 0..300 {
            let ties = made_up(draw, 20 + draw as usize % 60);
            let snapshot = Snapshot::from_ties(24, &ties);
            let pairs: Vec<Pair> = snapshot.pairs().map(|(one, other, _)| (one, other)).collect();
            let aside: Vec<Pair> = pairs.iter().copied().step_by(5).collect();
            let few = certificate(&snapshot, &aside);
            assert!(few.len() <= 2 * 23);
            for kept in [0, 1, 3] {
                let again = || aside.iter().take(kept);
                let of = |pairs: Vec<&Pair>| {
                    let ties: Vec<_> = pairs.iter().map(|(a, b)| (a.0, b.0, 1.0)).collect();
                    articulation(&Snapshot::from_ties(24, &ties)).cut
                };
                let all = pairs.iter().filter(|pair| aside.binary_search(pair).is_err());
                assert_eq!(
                    of(few.iter().chain(again()).collect()),
                    of(all.chain(again()).collect())
                );
                // and leaving the others aside in one search is the same
                let along = Branches::along(&snapshot, |a, b| {
                    let pair = (NodeIndex(a.min(b)), NodeIndex(a.max(b)));
                    aside.binary_search(&pair).is_err() || aside[..kept.min(aside.len())].contains(&pair)
                });
                let left = pairs.iter().filter(|pair| aside.binary_search(pair).is_err());
                assert_eq!(along.cut(), of(left.chain(again()).collect()));
            }
        }
    }
}
