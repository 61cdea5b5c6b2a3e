//! Which shortest paths lead from one source to the others?
//!
//! In: lengths and a source. Out: order, lengths and counts of paths by Dijkstra's algorithm, and the way back.

use super::thin::Thin;
use super::twins::Twins;
use super::waiting::{Reached, Waiting};
use super::{TOLERANCE, same_length};
use crate::metrics::paths::count::Count;

/// The length of a path to a node that was not reached; finite, so that no length is equal to it.
const UNREACHED: f64 = f64::MAX;

/// The end of a chain of [`Step`]s.
const NO_STEP: u32 = u32::MAX;

/// A last step of shortest paths to some node.
#[derive(Debug, Clone, Copy)]
pub(in crate::metrics::paths) struct Step {
    /// The node just before.
    pub from: u32,
    /// The tie's place among all entries of the rows.
    pub tie: u32,
    /// Another step to the same node.
    next: u32,
}

/// The shortest paths from one source at a time; the arrays are kept from source to source.
///
/// Nodes are classes of twins; counts of paths lead to one member of a class.
pub(in crate::metrics::paths) struct Search<C> {
    order: Vec<u32>,
    length: Vec<f64>,
    paths: Vec<C>,
    /// Σ (1 + δ)/σ over the nodes behind each node.
    behind: Vec<C>,
    settled: Vec<bool>,
    /// For each node, the first of its last steps.
    last_step: Vec<u32>,
    steps: Vec<Step>,
    waiting: Waiting,
}

impl<C: Count> Search<C> {
    pub(in crate::metrics::paths) fn new(nodes: usize) -> Self {
        Self {
            order: Vec::with_capacity(nodes),
            length: vec![UNREACHED; nodes],
            paths: vec![C::NONE; nodes],
            behind: vec![C::NONE; nodes],
            settled: vec![false; nodes],
            last_step: vec![NO_STEP; nodes],
            steps: Vec::new(),
            waiting: Waiting::default(),
        }
    }

    /// Every path from a source.
    pub(in crate::metrics::paths) fn forward(&mut self, thin: &Thin, twins: &Twins, source: usize) {
        self.start(thin, source);
        while self.settle_next(thin, twins).is_some() {}
    }

    /// Forgets the last source; the new one waits to settle.
    pub(in crate::metrics::paths) fn start(&mut self, thin: &Thin, source: usize) {
        self.forget();
        self.waiting.make_ready(thin);
        self.length[source] = 0.0;
        self.paths[source] = C::ONE;
        self.waiting.push(thin.even, Reached::new(0.0, source as u32));
    }

    /// Settles the nearest node that waits and reaches on from it; `None` where none waits.
    pub(in crate::metrics::paths) fn settle_next(&mut self, thin: &Thin, twins: &Twins) -> Option<u32> {
        let mut next = self.waiting.pop(thin.even, &self.length)?;
        while self.settled[next.node() as usize] {
            next = self.waiting.pop(thin.even, &self.length)?;
        }
        self.settled[next.node() as usize] = true;
        self.order.push(next.node());
        self.reach_on(thin, twins, next);
        Some(next.node())
    }

    /// The length of the nearest node that waits.
    pub(in crate::metrics::paths) fn nearest_waiting(&mut self, thin: &Thin) -> Option<f64> {
        loop {
            let next = self.waiting.first(thin.even, &self.length)?;
            if !self.settled[next.node() as usize] {
                return Some(next.length());
            }
            self.waiting.pop(thin.even, &self.length);
        }
    }

    fn reach_on(&mut self, thin: &Thin, twins: &Twins, reached: Reached) {
        let node = reached.node() as usize;
        let mut places = thin.rows.places(node);
        let mut paths = self.paths[node];
        if self.order.len() > 1 {
            places.end = places.start + thin.onward[node] as usize;
            paths = paths.scaled(twins.size[node]);
        }
        let first = places.start;
        let (columns, lengths) = thin.rows.at(places);
        for (place, (&next, &length)) in columns.iter().zip(lengths).enumerate() {
            let length = reached.length() + length;
            // most are far too long: one comparison rules them out
            if length * (1.0 - 2.0 * TOLERANCE) <= self.length[next as usize] && !self.settled[next as usize] {
                let step = Step {
                    from: reached.node(),
                    tie: (first + place) as u32,
                    next: NO_STEP,
                };
                if self.reach(next, length, paths, step) {
                    self.waiting.push(thin.even, Reached::new(length, next));
                }
            }
        }
    }

    fn forget(&mut self) {
        // what a search that stopped early had reached and not settled
        let order = &mut self.order;
        self.waiting.empty(|reached| order.push(reached.node()));
        for &node in &self.order {
            let node = node as usize;
            self.length[node] = UNREACHED;
            self.behind[node] = C::NONE;
            self.settled[node] = false;
            self.last_step[node] = NO_STEP;
        }
        self.order.clear();
        self.steps.clear();
    }

    /// Paths to `next`: shorter than those known, as long, or longer; whether it has come nearer.
    fn reach(&mut self, next: u32, length: f64, paths: C, step: Step) -> bool {
        let at = next as usize;
        let known = self.length[at];
        if same_length(length, known) {
            self.paths[at] = self.paths[at].plus(paths);
            self.add_step(at, self.last_step[at], step);
        } else if length < known {
            self.paths[at] = paths;
            self.add_step(at, NO_STEP, step);
        }
        if length < known {
            self.length[at] = length;
        }
        length < known
    }

    fn add_step(&mut self, to: usize, next: u32, step: Step) {
        self.last_step[to] = self.steps.len() as u32;
        self.steps.push(Step { next, ..step });
    }

    /// The way back: what stands behind each node.
    pub(in crate::metrics::paths) fn backward(&mut self, twins: &Twins) {
        for place in (1..self.order.len()).rev() {
            let node = self.order[place];
            let at = node as usize;
            let term = self.term(node).scaled(twins.size[at]);
            let mut next = self.last_step[at];
            while let Some(step) = self.steps.get(next as usize) {
                let from = step.from as usize;
                self.behind[from] = self.behind[from].plus(term);
                next = step.next;
            }
        }
    }

    /// (1 + δ)/σ of one member of a class, after the way back.
    fn term(&self, node: u32) -> C {
        self.paths[node as usize].inverse().plus(self.behind[node as usize])
    }

    /// The nodes reached, in the order in which they settled; the source comes first.
    pub(in crate::metrics::paths) fn order(&self) -> &[u32] {
        &self.order
    }

    /// How far a node stands from the source by the paths known so far; beyond all lengths where there is none.
    pub(in crate::metrics::paths) fn length(&self, node: u32) -> f64 {
        self.length[node as usize]
    }

    /// The source's dependency on one member of a class, after the way back.
    pub(in crate::metrics::paths) fn dependency(&self, node: u32) -> f64 {
        self.paths[node as usize].times(self.behind[node as usize])
    }

    /// Hands over each last step of shortest paths to one member of a class and, after the way back, how many pairs of
    /// the source and another use it, each by its share.
    pub(in crate::metrics::paths) fn each_step(&self, mut take: impl FnMut(Step, f64)) {
        for &node in self.order.iter().skip(1) {
            let term = self.term(node);
            for step in self.steps_to(node) {
                take(step, self.paths[step.from as usize].times(term));
            }
        }
    }

    /// The last steps of shortest paths to a node.
    pub(in crate::metrics::paths) fn steps_to(&self, node: u32) -> impl Iterator<Item = Step> + '_ {
        let step = |at: u32| self.steps.get(at as usize).copied();
        std::iter::successors(step(self.last_step[node as usize]), move |one| step(one.next))
    }

    /// How many last steps were written down so far.
    pub(in crate::metrics::paths) fn step_count(&self) -> usize {
        self.steps.len()
    }

    /// The ties of the last steps written down after the first so many.
    pub(in crate::metrics::paths) fn ties_since(&self, steps: usize) -> impl Iterator<Item = u32> + '_ {
        self.steps[steps..].iter().map(|step| step.tie)
    }

    /// How many shortest paths lead to one member of a class.
    pub(in crate::metrics::paths) fn paths(&self, node: u32) -> C {
        self.paths[node as usize]
    }

    /// Whether a node has settled.
    pub(in crate::metrics::paths) fn has_settled(&self, node: u32) -> bool {
        self.settled[node as usize]
    }

    /// Whether some count is too large for its kind.
    pub(in crate::metrics::paths) fn overflows(&self) -> bool {
        self.order.iter().any(|&node| self.paths[node as usize].overflows())
    }
}
