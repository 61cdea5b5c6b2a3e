//! Which nodes stand on one random shortest path by inverse strength?
//!
//! In: a network made ready for sweeps and two ends. Out: the classes of the inner nodes of one of their shortest paths,
//! each path equally likely. Two searches by Dijkstra's algorithm grow until no shorter path can run outside of both.
//!
//! Every shortest path leaves the nodes settled from the first end over exactly one tie, for a path's nodes settle one
//! after the other. All ties that paths from the second end take to where it leads have been looked at by then.

use super::PathSampler;
use super::by_hops::drawn;
use crate::metrics::paths::count::{Count, Wide};
use crate::metrics::paths::inverse_strength::{Ready, Search, same_length};
use crate::random::Draws;

/// Samples paths by length; the arrays are kept from path to path.
pub(super) struct ByLength<'a, C> {
    /// The network as seen from the first end, and from the second looking back.
    ready: [&'a Ready; 2],
    sides: [Search<C>; 2],
    /// Ties over which shortest paths leave what has settled from the first end.
    crossings: Vec<[u32; 2]>,
}

impl<'a, C: Count> ByLength<'a, C> {
    pub(super) fn new(ready: [&'a Ready; 2]) -> Self {
        let nodes = ready[0].classes();
        Self {
            ready,
            sides: [Search::new(nodes), Search::new(nodes)],
            crossings: Vec::new(),
        }
    }

    /// Searches from both ends until all shortest paths are known; whether there is one.
    fn meet(&mut self, ends: [u32; 2]) -> bool {
        for ((side, ready), end) in self.sides.iter_mut().zip(self.ready).zip(ends) {
            side.start(&ready.thin, end as usize);
        }
        let mut shortest = f64::INFINITY;
        let mut ties = [0, 0];
        // the second end settles whatever happens, so that a tie to it is a crossing
        let mut side = 1;
        loop {
            let tops = [0, 1].map(|side| self.sides[side].nearest_waiting(&self.ready[side].thin));
            let [Some(first), Some(second)] = tops else { break };
            if first + second >= shortest {
                break;
            }
            shortest = shortest.min(self.settle(side, &mut ties));
            side = usize::from(ties[1] < ties[0]);
        }
        self.cross(ends, shortest);
        !self.crossings.is_empty()
    }

    /// Settles one node on a side; the shortest path over it that the other side knows the rest of.
    fn settle(&mut self, side: usize, ties: &mut [usize; 2]) -> f64 {
        let Ready { thin, twins } = self.ready[side];
        let steps = self.sides[side].step_count();
        if let Some(node) = self.sides[side].settle_next(thin, twins) {
            ties[side] += 1 + thin.onward[node as usize] as usize;
        }
        let reached = self.sides[side].ties_since(steps).map(|tie| thin.rows.column(tie));
        let through = |node| self.sides[0].length(node) + self.sides[1].length(node);
        reached.map(through).fold(f64::INFINITY, f64::min)
    }

    /// Gathers the crossings of paths of the shortest length.
    fn cross(&mut self, ends: [u32; 2], shortest: f64) {
        self.crossings.clear();
        let [first, second] = &self.sides;
        let rows = &self.ready[0].thin.rows;
        for &node in first.order().iter().filter(|&&node| node != ends[1]) {
            let mut places = rows.places(node as usize);
            if node != ends[0] {
                places.end = places.start + self.ready[0].thin.onward[node as usize] as usize;
            }
            let (columns, lengths) = rows.at(places);
            for (&next, &length) in columns.iter().zip(lengths) {
                let inside = first.has_settled(next) && next != ends[1];
                let whole = first.length(node) + length + second.length(next);
                if !inside && same_length(whole, shortest) {
                    self.crossings.push([node, next]);
                }
            }
        }
    }

    /// How many shortest paths lead over a crossing, the members of its two classes told apart.
    fn paths(&self, [node, next]: [u32; 2]) -> C {
        let counted = [(0, node), (1, next)].map(|(side, node)| {
            let paths = self.sides[side].paths(node);
            if self.sides[side].order().first() == Some(&node) {
                paths
            } else {
                paths.scaled(self.ready[side].twins.size[node as usize])
            }
        });
        counted[0].product(counted[1])
    }

    fn all_paths(&self) -> C {
        let over = |&crossing: &[u32; 2]| self.paths(crossing);
        self.crossings.iter().map(over).fold(C::NONE, C::plus)
    }

    /// One path of all.
    fn pick(&self, all: C, random: &mut impl Draws, inner: &mut Vec<u32>) {
        let share = all.inverse();
        let crossings = self.crossings.iter().copied();
        if let Some(crossing) = drawn(random, crossings, |&crossing| self.paths(crossing).times(share)) {
            for (side, node) in crossing.into_iter().enumerate() {
                self.follow_back(side, node, random, inner);
            }
        }
    }

    /// From a node back to the end of its side, along one of the paths to it.
    fn follow_back(&self, side: usize, mut node: u32, random: &mut impl Draws, inner: &mut Vec<u32>) {
        let search = &self.sides[side];
        let end = search.order()[0];
        while node != end {
            inner.push(node);
            let share = search.paths(node).inverse();
            let probability = |from: &u32| {
                let paths = search.paths(*from);
                if *from == end {
                    paths.times(share)
                } else {
                    paths.scaled(self.ready[side].twins.size[*from as usize]).times(share)
                }
            };
            match drawn(random, search.steps_to(node).map(|step| step.from), probability) {
                Some(from) => node = from,
                None => return,
            }
        }
    }
}

impl PathSampler for ByLength<'_, f64> {
    fn sample(&mut self, ends: [u32; 2], random: &mut impl Draws, inner: &mut Vec<u32>) {
        let class = &self.ready[0].twins.class;
        let ends = ends.map(|end| class[end as usize]);
        // twins have nobody between them
        if ends[0] == ends[1] || !self.meet(ends) {
            return;
        }
        let all = self.all_paths();
        if all.overflows() {
            let mut wide: ByLength<Wide> = ByLength::new(self.ready);
            wide.meet(ends);
            wide.pick(wide.all_paths(), random, inner);
        } else {
            self.pick(all, random, inner);
        }
    }
}
