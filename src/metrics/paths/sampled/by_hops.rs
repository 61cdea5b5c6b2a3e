//! Which nodes stand on one random shortest path by hops?
//!
//! In: rows and two ends. Out: the inner nodes of one of their shortest paths, each path equally likely. Two searches
//! meet: always the side takes a step whose newest nodes have fewer ties.

use super::PathSampler;
use crate::metrics::paths::Routes;
use crate::metrics::paths::count::{Count, Wide};
use crate::network::Rows;
use crate::random::Draws;

/// Samples paths by hops; the arrays are kept from path to path.
pub(super) struct ByHops<'a, C> {
    /// Ahead of the first end, and of the second looking back.
    rows: [&'a Rows; 2],
    nodes: Vec<Node<C>>,
    sides: [Side; 2],
    /// Ties from a newest node of one side to one of the other.
    meetings: Vec<[u32; 2]>,
    /// The search that is on: nodes that carry a smaller mark were not reached by it.
    search: u32,
}

#[derive(Debug, Clone, Copy)]
struct Node<C> {
    /// The search, and 1 more on the second side.
    mark: u32,
    /// Steps from the end of its side.
    level: u32,
    /// How many shortest paths lead to it from there.
    paths: C,
}

/// The nodes that one side has reached, level by level.
#[derive(Debug, Default)]
struct Side {
    reached: Vec<u32>,
    /// Where the newest level begins.
    newest: usize,
    level: u32,
    /// Ties of the newest level.
    ties: usize,
}

impl<'a, C: Count> ByHops<'a, C> {
    pub(super) fn new(routes: &Routes<'a>) -> Self {
        let unreached = Node {
            mark: 0,
            level: 0,
            paths: C::NONE,
        };
        Self {
            rows: [routes.out, routes.into],
            nodes: vec![unreached; routes.out.len()],
            sides: [Side::default(), Side::default()],
            meetings: Vec::new(),
            search: 0,
        }
    }

    /// Searches from both ends until they meet; whether they do.
    fn meet(&mut self, ends: [u32; 2]) -> bool {
        self.search += 2;
        self.meetings.clear();
        for (side, end) in ends.into_iter().enumerate() {
            self.nodes[end as usize] = Node {
                mark: self.search + side as u32,
                level: 0,
                paths: C::ONE,
            };
            let ties = self.rows[side].columns(end as usize).len();
            let own = &mut self.sides[side];
            own.reached.clear();
            own.reached.push(end);
            (own.newest, own.level, own.ties) = (0, 0, ties);
        }
        while self.meetings.is_empty() {
            let side = usize::from(self.sides[1].ties < self.sides[0].ties);
            if self.sides[side].ties == 0 {
                return false;
            }
            self.step(side);
        }
        true
    }

    /// One more level on a side; once it meets the other, only meetings count.
    fn step(&mut self, side: usize) {
        let (own_mark, other_mark) = (self.search + side as u32, self.search + 1 - side as u32);
        let rows = self.rows[side];
        let own = &mut self.sides[side];
        let level = own.level + 1;
        let newest = own.newest..own.reached.len();
        let mut ties = 0;
        for place in newest.clone() {
            let node = own.reached[place];
            let paths = self.nodes[node as usize].paths;
            for &next in rows.columns(node as usize) {
                let ahead = &mut self.nodes[next as usize];
                if ahead.mark == own_mark {
                    if ahead.level == level {
                        ahead.paths = ahead.paths.plus(paths);
                    }
                } else if ahead.mark == other_mark {
                    self.meetings.push([node, next]);
                } else if self.meetings.is_empty() {
                    *ahead = Node {
                        mark: own_mark,
                        level,
                        paths,
                    };
                    own.reached.push(next);
                    ties += rows.columns(next as usize).len();
                }
            }
        }
        (own.newest, own.level, own.ties) = (newest.end, level, ties);
    }

    /// How many shortest paths lead over all meetings.
    fn all_paths(&self) -> C {
        let over = |&[one, other]: &[u32; 2]| self.paths(one).product(self.paths(other));
        self.meetings.iter().map(over).fold(C::NONE, C::plus)
    }

    fn paths(&self, node: u32) -> C {
        self.nodes[node as usize].paths
    }

    /// One path of all that meet.
    fn pick(&self, all: C, random: &mut impl Draws, inner: &mut Vec<u32>) {
        let share = all.inverse();
        let over = |&[one, other]: &[u32; 2]| self.paths(one).product(self.paths(other)).times(share);
        if let Some(meeting) = drawn(random, self.meetings.iter().copied(), over) {
            for node in meeting {
                self.follow_back(node, random, inner);
            }
        }
    }

    /// From a node back to the end of its side, along one of the paths to it.
    fn follow_back(&self, mut node: u32, random: &mut impl Draws, inner: &mut Vec<u32>) {
        let mark = self.nodes[node as usize].mark;
        let rows = self.rows[usize::from(mark == self.search)];
        while self.nodes[node as usize].level > 0 {
            inner.push(node);
            let here = self.nodes[node as usize];
            let is_before = |before: &u32| {
                let before = self.nodes[*before as usize];
                before.mark == mark && before.level + 1 == here.level
            };
            let share = here.paths.inverse();
            let before = rows.columns(node as usize).iter().copied().filter(is_before);
            match drawn(random, before, |&before| self.paths(before).times(share)) {
                Some(before) => node = before,
                None => return,
            }
        }
    }
}

/// One of the items, with probabilities that add up to 1; rounding falls to the last.
pub(super) fn drawn<Item: Copy>(
    random: &mut impl Draws,
    items: impl Iterator<Item = Item>,
    probability: impl Fn(&Item) -> f64,
) -> Option<Item> {
    let mut left = random.unit();
    let mut last = None;
    for item in items {
        last = Some(item);
        left -= probability(&item);
        if left < 0.0 {
            break;
        }
    }
    last
}

impl PathSampler for ByHops<'_, f64> {
    fn sample(&mut self, ends: [u32; 2], random: &mut impl Draws, inner: &mut Vec<u32>) {
        if !self.meet(ends) {
            return;
        }
        let all = self.all_paths();
        if all.overflows() {
            let mut wide: ByHops<Wide> = ByHops::new(&Routes {
                out: self.rows[0],
                into: self.rows[1],
                attendance: None,
            });
            wide.meet(ends);
            wide.pick(wide.all_paths(), random, inner);
        } else {
            self.pick(all, random, inner);
        }
    }
}
