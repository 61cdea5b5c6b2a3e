//! What is left after each of very many removals, each of one node at most and of ties among others?
//!
//! In: the network and the removals. Out: [`Remains`] of each. Removals are taken as moments of time at which what they
//! remove is absent, and all are answered in one walk over a tree of moments, in which pieces only ever grow together
//! and are taken apart again on the way back (offline dynamic connectivity): O((ties + absences) log² removals) in
//! place of a search over all ties for each. Few ties stand for all that never end (`certificate`).

use std::collections::BTreeSet;

use crate::findings::cut_points::branches::certificate;
use crate::network::{Pair, Place, Snapshot};

use super::remains::{Remains, Removal, Whole, holds, pairs};

/// Moments below which a branch of the tree is walked by one thread.
const FEW_MOMENTS: usize = 64;

pub(super) fn sweep(whole: &Whole<'_>, removals: &[&Removal]) -> Vec<Remains> {
    if removals.is_empty() {
        return Vec::new();
    }
    let mut ending: Vec<Pair> = removals.iter().flat_map(|removal| &removal.ties).copied().collect();
    ending.sort_unstable();
    ending.dedup();
    let lasting = certificate(whole.snapshot, &ending);
    let ties: Vec<(u32, u32)> = lasting.iter().chain(&ending).map(|(a, b)| (a.0, b.0)).collect();
    let few: Vec<_> = ties.iter().map(|(a, b)| (*a, *b, 1.0)).collect();
    let walk = Walk {
        whole,
        removals,
        few: &Snapshot::from_ties(whole.snapshot.node_count() as u32, &few),
        ties: &ties,
    };
    let all: Vec<(u32, Stretch)> = walk.stretches(&ending, lasting.len());
    walk.down(0, removals.len(), &all, Joined::alone(whole))
}

/// Moments from one up to, but not including, another.
type Stretch = (usize, usize);

struct Walk<'a> {
    whole: &'a Whole<'a>,
    removals: &'a [&'a Removal],
    few: &'a Snapshot,
    ties: &'a [(u32, u32)],
}

impl Walk<'_> {
    /// When each tie is there: the stretches between the removals that take it along.
    fn stretches(&self, ending: &[Pair], lasting: usize) -> Vec<(u32, Stretch)> {
        let mut of_node: Vec<Vec<usize>> = vec![Vec::new(); self.whole.snapshot.node_count()];
        let mut of_tie: Vec<Vec<usize>> = vec![Vec::new(); ending.len()];
        for (moment, removal) in self.removals.iter().enumerate() {
            removal.nodes.iter().for_each(|node| of_node[node.at()].push(moment));
            let places = removal.ties.iter().filter_map(|tie| ending.binary_search(tie).ok());
            places.for_each(|place| of_tie[place].push(moment));
        }
        let mut stretches = Vec::with_capacity(self.ties.len());
        let mut absent = Vec::new();
        for (tie, (one, other)) in self.ties.iter().enumerate() {
            absent.clear();
            absent.extend_from_slice(&of_node[*one as usize]);
            absent.extend_from_slice(&of_node[*other as usize]);
            absent.extend(tie.checked_sub(lasting).into_iter().flat_map(|place| &of_tie[place]));
            absent.push(self.removals.len());
            absent.sort_unstable();
            let mut from = 0;
            for &moment in &absent {
                if moment > from {
                    stretches.push((tie as u32, (from, moment)));
                }
                from = from.max(moment + 1);
            }
        }
        stretches
    }

    /// What is left at each moment of a stretch, from the ties that are there in some part of it.
    fn down(&self, from: usize, to: usize, there: &[(u32, Stretch)], mut joined: Joined) -> Vec<Remains> {
        if to - from <= FEW_MOMENTS {
            let mut found = Vec::with_capacity(to - from);
            self.down_alone((from, to), there, &mut joined, &mut found);
            return found;
        }
        let [early, late] = self.join_and_part((from, to), there, &mut joined);
        let middle = usize::midpoint(from, to);
        let again = joined.clone();
        let (mut first, second) = rayon::join(
            || self.down(from, middle, &early, joined),
            || self.down(middle, to, &late, again),
        );
        first.extend(second);
        first
    }

    /// The same by one thread, which takes apart again what it joined.
    fn down_alone(&self, (from, to): Stretch, there: &[(u32, Stretch)], joined: &mut Joined, found: &mut Vec<Remains>) {
        let mark = joined.steps.len();
        let [early, late] = self.join_and_part((from, to), there, joined);
        if to - from == 1 {
            found.push(self.remains(self.removals[from], joined));
        } else {
            let middle = usize::midpoint(from, to);
            self.down_alone((from, middle), &early, joined, found);
            self.down_alone((middle, to), &late, joined, found);
        }
        joined.back_to(mark);
    }

    /// Joins the ties that are there throughout a stretch; the others that are there in its first and in its second half.
    fn join_and_part(
        &self,
        (from, to): Stretch,
        there: &[(u32, Stretch)],
        joined: &mut Joined,
    ) -> [Vec<(u32, Stretch)>; 2] {
        let (mut early, mut late) = (Vec::new(), Vec::new());
        let middle = usize::midpoint(from, to);
        for &(tie, stretch) in there {
            if stretch.0 <= from && stretch.1 >= to {
                let (one, other) = self.ties[tie as usize];
                joined.join(one, other);
                continue;
            }
            if stretch.0 < middle {
                early.push((tie, stretch));
            }
            if stretch.1 > middle {
                late.push((tie, stretch));
            }
        }
        [early, late]
    }

    fn remains(&self, removal: &Removal, joined: &Joined) -> Remains {
        let mut stranded = self.stranded(removal, joined);
        stranded.sort_unstable();
        // whoever leaves stands alone here and is no piece
        let alone_only = joined.largest == 1 && self.whole.snapshot.node_count() == removal.nodes.len();
        Remains {
            largest: if alone_only { 0 } else { joined.largest },
            pairs: joined.pairs,
            stranded,
        }
    }

    /// Everyone in the pieces around what went but for the largest of each component.
    fn stranded(&self, removal: &Removal, joined: &Joined) -> Vec<Place> {
        let node = removal.nodes.first().map(|node| node.0);
        let partners = node.into_iter().flat_map(|node| self.few.ties().columns(node as usize));
        let ends = removal.ties.iter().flat_map(|(one, other)| [one.0, other.0]);
        let component = |first: u32| self.whole.pieces.of[first as usize];
        let mut firsts: Vec<[u32; 3]> = partners
            .copied()
            .chain(ends)
            .filter(|first| Some(*first) != node)
            .map(|first| [component(first), joined.root(first), first])
            .collect();
        firsts.sort_unstable();
        firsts.dedup_by_key(|[_, root, _]| *root);
        let mut stranded = Vec::new();
        for of_component in firsts.chunk_by(|one, other| one[0] == other[0]) {
            let best = joined.best[of_component[0][0] as usize];
            let is_largest = |[_, root, _]: &&[u32; 3]| joined.size[*root as usize] == best;
            let smaller = of_component.iter().filter(|piece| !is_largest(piece));
            stranded.extend(smaller.flat_map(|[_, _, first]| self.piece(removal, *first)));
            // of several as large the one with the smallest node stays
            if of_component.iter().filter(is_largest).count() > 1 {
                let largest = of_component.iter().filter(is_largest);
                let mut pieces: Vec<Vec<u32>> = largest.map(|[_, _, first]| self.piece(removal, *first)).collect();
                pieces.sort_by_key(|piece| piece.iter().min().copied());
                stranded.extend(pieces.into_iter().skip(1).flatten());
            }
        }
        stranded
            .into_iter()
            .map(|node| self.whole.snapshot.places()[node as usize])
            .collect()
    }

    /// The piece around a node, by a search over the few ties that stay.
    fn piece(&self, removal: &Removal, first: u32) -> Vec<u32> {
        let node = removal.nodes.first().map(|node| node.0);
        let mut piece = vec![first];
        let mut seen = BTreeSet::from([first]);
        let mut next = 0;
        while let Some(&one) = piece.get(next) {
            next += 1;
            for &other in self.few.ties().columns(one as usize) {
                if Some(other) != node && !holds(&removal.ties, one, other) && seen.insert(other) {
                    piece.push(other);
                }
            }
        }
        piece
    }
}

/// Pieces that grow together and can be taken apart again in the opposite order.
#[derive(Clone)]
struct Joined {
    above: Vec<u32>,
    size: Vec<u32>,
    /// The component of the whole network that each node belongs to.
    component: Vec<u32>,
    /// For each component of the whole network, the largest piece of it.
    best: Vec<u32>,
    largest: u32,
    pairs: u64,
    steps: Vec<Step>,
}

/// What one joining changed.
#[derive(Clone, Copy)]
struct Step {
    small: u32,
    best: u32,
    largest: u32,
}

impl Joined {
    fn alone(whole: &Whole<'_>) -> Self {
        let nodes = whole.snapshot.node_count();
        Self {
            above: (0..nodes as u32).collect(),
            size: vec![1; nodes],
            component: whole.pieces.of.clone(),
            best: vec![1; whole.pieces.sizes.len()],
            largest: u32::from(nodes > 0),
            pairs: 0,
            steps: Vec::new(),
        }
    }

    fn root(&self, mut node: u32) -> u32 {
        while self.above[node as usize] != node {
            node = self.above[node as usize];
        }
        node
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        if one == other {
            return;
        }
        let one_is_small = self.size[one as usize] < self.size[other as usize];
        let (small, large) = if one_is_small { (one, other) } else { (other, one) };
        let best = &mut self.best[self.component[small as usize] as usize];
        self.steps.push(Step {
            small,
            best: *best,
            largest: self.largest,
        });
        let (a, b) = (self.size[small as usize], self.size[large as usize]);
        self.pairs += pairs(a + b) - pairs(a) - pairs(b);
        self.above[small as usize] = large;
        self.size[large as usize] = a + b;
        *best = (*best).max(a + b);
        self.largest = self.largest.max(a + b);
    }

    fn back_to(&mut self, mark: usize) {
        while self.steps.len() > mark {
            let Some(step) = self.steps.pop() else { return };
            let large = self.above[step.small as usize];
            self.above[step.small as usize] = step.small;
            self.size[large as usize] -= self.size[step.small as usize];
            let (a, b) = (self.size[step.small as usize], self.size[large as usize]);
            self.pairs -= pairs(a + b) - pairs(a) - pairs(b);
            self.best[self.component[step.small as usize] as usize] = step.best;
            self.largest = step.largest;
        }
    }
}
