//! Which shares of all shortest paths from a few sources lead through each node?
//!
//! In: a part and as many sources as there are lanes. Out: what they add to the dependency of each class of its core.
//!
//! Brandes (2001) level by level, all lanes together. Symbols: σ is `paths`; the way back carries h = Σ over the nodes
//! behind of `weight`/σ + `copies` · h, and then δ = σ · h. A level is one product with the matrix of ties, taken the
//! way that costs least: pulled by those who may be reached, pushed by those last reached, or as a sum of cliques.

use super::lane::{LANES, Lane, ZERO, add, gather, positive, same, smaller, total};
use super::parts::Part;

/// A level that no node has.
const FAR: f64 = u32::MAX as f64;

/// More paths than this and their inverses leave the range of a double.
const MOST_PATHS: f64 = 1e280;

/// More shortest paths than a double can count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Overflow;

/// What a sweep writes on; kept from sweep to sweep.
#[derive(Default)]
pub(super) struct Sweep {
    /// σ: shortest paths from the source to one node of each class, 0 until it is reached.
    paths: Vec<Lane>,
    /// Steps from the source.
    steps: Vec<Lane>,
    /// What the sides add to h.
    aside: Vec<Lane>,
    /// What the last level hands on; 0 for all other nodes.
    given: Vec<Lane>,
    /// What the next level will hand on; 0 for all other nodes.
    made: Vec<Lane>,
    clique_sums: Vec<Lane>,
    levels: Vec<Level>,
    /// Those not yet reached in some lane.
    left: Level,
    /// How many lanes of how many nodes were not reached.
    missing: usize,
    /// Whether a node has its place in a list under way.
    listed: Vec<bool>,
}

/// Nodes, and how many ties leave them.
#[derive(Debug, Default)]
struct Level {
    nodes: Vec<u32>,
    ties: usize,
}

impl Level {
    #[inline]
    fn push(&mut self, part: &Part, node: u32) {
        self.nodes.push(node);
        self.ties += part.out.degree(node);
    }
}

/// How a product with the matrix of ties is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Product {
    /// Each node asked adds up its neighbours.
    Pull,
    /// Each node that gives adds to its neighbours.
    Push,
    /// By the sums of cliques.
    Cliques,
}

impl Product {
    /// The one of the fewest steps; a step of a push reads and writes.
    fn cheapest(part: &Part, from: &Level, to: &Level) -> Self {
        let (push, pull) = (2.0 * from.ties as f64, to.ties as f64);
        let asked = to.ties as f64 / part.out.entries().max(1) as f64;
        let cliques = part.cliques.as_ref().map_or(f64::INFINITY, |sum| sum.steps(asked));
        if cliques < push && cliques < pull {
            Self::Cliques
        } else if push < pull {
            Self::Push
        } else {
            Self::Pull
        }
    }
}

impl Sweep {
    /// Adds what the sources give to each class of the core.
    pub fn run(&mut self, part: &Part, sources: &[u32], dependency: &mut [f64]) -> Result<(), Overflow> {
        let Some(&last) = sources.last() else { return Ok(()) };
        // lanes too many repeat the last source and weigh nothing
        let mut lanes = [last; LANES];
        let mut weights = ZERO;
        for (lane, &source) in sources.iter().enumerate() {
            lanes[lane] = source;
            weights[lane] = part.classes[source as usize].weight;
        }
        self.start(part, &lanes);
        self.forward(part)?;
        self.add_sides(part, &lanes);
        self.add_twins(part, &lanes);
        self.backward(part, &weights, dependency);
        Ok(())
    }

    fn start(&mut self, part: &Part, sources: &[u32; LANES]) {
        let core = part.out.len();
        for lanes in [&mut self.paths, &mut self.aside] {
            lanes.clear();
            lanes.resize(core, ZERO);
        }
        self.given.resize(core, ZERO);
        self.made.resize(core, ZERO);
        self.steps.clear();
        self.steps.resize(core, [FAR; LANES]);
        self.listed.clear();
        self.listed.resize(core, false);
        self.levels.clear();
        for (lane, &source) in sources.iter().enumerate() {
            if let Some(paths) = self.paths.get_mut(source as usize) {
                paths[lane] = 1.0;
                self.steps[source as usize][lane] = 0.0;
            }
            for &node in part.partners(source) {
                let at = node as usize;
                self.paths[at][lane] = 1.0;
                self.steps[at][lane] = 1.0;
                self.given[at][lane] = part.classes[at].copies;
            }
        }
        let mut first = Level::default();
        self.left = Level::default();
        self.missing = 0;
        for node in 0..core {
            if total(&self.given[node]) > 0.0 {
                first.push(part, node as u32);
            }
            let missing = LANES - total(&positive(&self.paths[node])) as usize;
            if missing > 0 {
                self.left.push(part, node as u32);
                self.missing += missing;
            }
        }
        self.levels.push(first);
    }

    fn forward(&mut self, part: &Part) -> Result<(), Overflow> {
        let mut from = self.levels.pop().unwrap_or_default();
        while self.missing > 0 && !from.nodes.is_empty() {
            let steps = self.levels.len() as f64 + 2.0;
            let product = Product::cheapest(part, &from, &self.left);
            let mut asked = match product {
                Product::Push => self.push(part, &from),
                Product::Pull | Product::Cliques => std::mem::take(&mut self.left.nodes),
            };
            let (reached, most) = match (product, &part.cliques) {
                (Product::Push, _) => self.reach(part, &mut asked, steps, |_, _, pushed, _| *pushed),
                (Product::Cliques, Some(sum)) => {
                    sum.sum_cliques(&self.given, &mut self.clique_sums);
                    self.reach(part, &mut asked, steps, |node, given, _, sums| {
                        sum.around(node, given, sums)
                    })
                }
                _ => {
                    let into = part.into.as_ref().unwrap_or(&part.out);
                    self.reach(part, &mut asked, steps, |node, given, _, _| {
                        gather(into.row(node), given)
                    })
                }
            };
            if product != Product::Push {
                self.left.nodes = asked;
            }
            self.hand_over(&from);
            self.levels.push(std::mem::replace(&mut from, reached));
            if most > MOST_PATHS {
                return Err(Overflow);
            }
        }
        self.forget_given(&from);
        self.levels.push(from);
        Ok(())
    }

    /// Adds what those last reached give to all their neighbours, and lists these.
    fn push(&mut self, part: &Part, from: &Level) -> Vec<u32> {
        let mut asked = Vec::new();
        for &node in &from.nodes {
            let given = self.given[node as usize];
            for &next in part.out.row(node as usize) {
                let at = next as usize;
                if !self.listed[at] {
                    self.listed[at] = true;
                    asked.push(next);
                }
                add(&mut self.made[at], &given);
            }
        }
        for &node in &asked {
            self.listed[node as usize] = false;
        }
        asked
    }

    /// Of the nodes asked, those that the paths which came reach for the first time in some lane, and the largest count.
    /// Asked stay those that are not reached in every lane.
    #[inline(always)]
    fn reach(
        &mut self,
        part: &Part,
        asked: &mut Vec<u32>,
        steps: f64,
        came: impl Fn(usize, &[Lane], &Lane, &[Lane]) -> Lane,
    ) -> (Level, f64) {
        let mut reached = Level::default();
        let mut most = 0.0_f64;
        asked.retain(|&node| {
            let at = node as usize;
            let paths = &mut self.paths[at];
            let known = positive(paths);
            if total(&known) as usize == LANES {
                self.made[at] = ZERO;
                return false;
            }
            let mut new = came(at, &self.given, &self.made[at], &self.clique_sums);
            for i in 0..LANES {
                new[i] *= 1.0 - known[i];
            }
            let fresh = positive(&new);
            let count = total(&fresh) as usize;
            if count == 0 {
                self.made[at] = ZERO;
                return true;
            }
            most = most.max(total(&new));
            let copies = part.classes[at].copies;
            let (level, made) = (&mut self.steps[at], &mut self.made[at]);
            for i in 0..LANES {
                paths[i] += new[i];
                level[i] += fresh[i] * (steps - level[i]);
                made[i] = copies * new[i];
            }
            reached.push(part, node);
            self.missing -= count;
            let complete = total(&known) as usize + count == LANES;
            if complete {
                self.left.ties -= part.out.degree(node);
            }
            !complete
        });
        (reached, most)
    }

    /// What was made is given to the next level.
    fn hand_over(&mut self, from: &Level) {
        self.forget_given(from);
        std::mem::swap(&mut self.given, &mut self.made);
    }

    fn forget_given(&mut self, level: &Level) {
        for &node in &level.nodes {
            self.given[node as usize] = ZERO;
        }
    }

    /// Paths to the sides end there: each adds its weight to those of its partners that stand nearest to the source.
    fn add_sides(&mut self, part: &Part, sources: &[u32; LANES]) {
        let core = part.out.len();
        for side in 0..part.sides.len() {
            let row = part.sides.row(side);
            let class = &part.classes[core + side];
            let mut nearest = [FAR; LANES];
            for &node in row {
                nearest = smaller(&nearest, &self.steps[node as usize]);
            }
            let mut paths = ZERO;
            for &node in row {
                let here = same(&self.steps[node as usize], &nearest);
                let (counts, copies) = (&self.paths[node as usize], part.classes[node as usize].copies);
                for i in 0..LANES {
                    paths[i] += here[i] * copies * counts[i];
                }
            }
            let mut term = [class.weight; LANES];
            for i in 0..LANES {
                if sources[i] as usize == core + side {
                    term[i] = class.others;
                }
                term[i] /= paths[i];
            }
            for &node in row {
                let here = same(&self.steps[node as usize], &nearest);
                let sum = &mut self.aside[node as usize];
                for i in 0..LANES {
                    sum[i] += here[i] * term[i];
                }
            }
        }
    }

    /// Paths from a source in the core to its twins, where they are not tied, lead through every partner.
    fn add_twins(&mut self, part: &Part, sources: &[u32; LANES]) {
        for (lane, &source) in sources.iter().enumerate() {
            let others = part.classes[source as usize].others;
            if others > 0.0 && (source as usize) < part.out.len() {
                let partners = part.partners(source);
                let paths: f64 = partners.iter().map(|&node| part.classes[node as usize].copies).sum();
                for &node in partners {
                    self.aside[node as usize][lane] += others / paths;
                }
            }
        }
    }

    fn backward(&mut self, part: &Part, weights: &Lane, dependency: &mut [f64]) {
        let mut from = Level::default();
        while let Some(to) = self.levels.pop() {
            let steps = self.levels.len() as f64 + 1.0;
            match (Product::cheapest(part, &from, &to), &part.cliques) {
                (Product::Push, _) => {
                    self.push_back(part, &from, &to);
                    self.settle(part, &to, steps, weights, dependency, |_, _, pushed, _| *pushed);
                }
                (Product::Cliques, Some(sum)) => {
                    sum.sum_cliques(&self.given, &mut self.clique_sums);
                    self.settle(part, &to, steps, weights, dependency, |node, given, _, sums| {
                        sum.around(node, given, sums)
                    });
                }
                _ => self.settle(part, &to, steps, weights, dependency, |node, given, _, _| {
                    gather(part.out.row(node), given)
                }),
            }
            self.hand_over(&from);
            from = to;
        }
        self.forget_given(&from);
    }

    /// Adds what those of a level give to their neighbours on the level before.
    fn push_back(&mut self, part: &Part, from: &Level, to: &Level) {
        for &node in &to.nodes {
            self.listed[node as usize] = true;
        }
        let into = part.into.as_ref().unwrap_or(&part.out);
        for &node in &from.nodes {
            let given = self.given[node as usize];
            for &before in into.row(node as usize) {
                if self.listed[before as usize] {
                    add(&mut self.made[before as usize], &given);
                }
            }
        }
        for &node in &to.nodes {
            self.listed[node as usize] = false;
        }
    }

    /// What came back makes the dependencies of a level, and what it hands on.
    #[inline(always)]
    fn settle(
        &mut self,
        part: &Part,
        to: &Level,
        steps: f64,
        weights: &Lane,
        dependency: &mut [f64],
        came: impl Fn(usize, &[Lane], &Lane, &[Lane]) -> Lane,
    ) {
        for &node in &to.nodes {
            let at = node as usize;
            let behind = came(at, &self.given, &self.made[at], &self.clique_sums);
            let (paths, aside, class) = (&self.paths[at], &self.aside[at], &part.classes[at]);
            let here = same(&self.steps[at], &[steps; LANES]);
            let (mut made, mut found) = (ZERO, ZERO);
            for i in 0..LANES {
                let h = behind[i] + aside[i];
                // where it is not here it may not have been reached at all
                made[i] = here[i] * (class.weight / (paths[i] + 1.0 - here[i]) + class.copies * h);
                found[i] = here[i] * weights[i] * (paths[i] * h);
            }
            self.made[at] = made;
            dependency[at] += total(&found);
        }
    }
}
