//! How many steps is it from everybody to everybody?
//!
//! In: the rows that paths follow. Out: sums of distances. One bit per source: a row of words holds who can be reached,
//! and one step of all is the union of the neighbours' rows (Then 2014).

use crate::metrics::paths::shards::in_order;
use crate::metrics::paths::sums::Distances;
use crate::metrics::paths::{PathSums, Routes};
use crate::network::Rows;

const WORDS: usize = 8;

/// How many ends of paths are looked for together: one line of cache for each node.
const BITS: usize = WORDS * 64;

type Bits = [u64; WORDS];

const NONE: Bits = [0; WORDS];

/// The lengths of all shortest paths; dependencies stay 0.
pub(super) fn path_lengths(routes: &Routes) -> PathSums {
    let (outward, longest) = distances(routes.out, routes.into);
    let inward = if routes.both_ways() {
        outward.clone()
    } else {
        distances(routes.into, routes.out).0
    };
    PathSums {
        dependency: vec![0.0; routes.out.len()],
        outward,
        inward,
        longest,
    }
}

/// How many others each node reaches along its row within so many steps.
pub(in crate::metrics) fn within(routes: &Routes, most: u32) -> Vec<u32> {
    swept(routes.out, routes.into, most).0.reached
}

/// Sums over the ends of the paths that leave each node along its row, and the longest path.
fn distances(rows: &Rows, back: &Rows) -> (Distances, f64) {
    swept(rows, back, u32::MAX)
}

fn swept(rows: &Rows, back: &Rows, most: u32) -> (Distances, f64) {
    let nodes = rows.len();
    let mut sums = Distances::zero(nodes);
    let mut longest = 0;
    in_order(
        nodes.div_ceil(BITS),
        || Spread::new(nodes),
        |spread, batch| spread.run(rows, back, batch * BITS, most),
        |(found, steps): (Distances, u32)| {
            sums.add(&found);
            longest = longest.max(steps);
        },
    );
    (sums, f64::from(longest))
}

/// Which ends of a batch each node reaches; kept from batch to batch.
struct Spread {
    known: Vec<Bits>,
    /// Those reached by the last step.
    last: Vec<Bits>,
    /// Those reached by the step under way.
    next: Vec<Bits>,
}

impl Spread {
    fn new(nodes: usize) -> Self {
        Self {
            known: vec![NONE; nodes],
            last: vec![NONE; nodes],
            next: vec![NONE; nodes],
        }
    }

    /// The paths to the nodes from `first` on, as many as there are bits.
    fn run(&mut self, rows: &Rows, back: &Rows, first: usize, most: u32) -> (Distances, u32) {
        let nodes = rows.len();
        let ends = first..nodes.min(first + BITS);
        self.known.fill(NONE);
        for (bit, end) in ends.clone().enumerate() {
            self.last[end][bit / 64] |= 1 << (bit % 64);
            self.known[end] = self.last[end];
        }
        let mut all = NONE;
        for (bit, _) in ends.clone().enumerate() {
            all[bit / 64] |= 1 << (bit % 64);
        }
        let mut sums = Distances::zero(nodes);
        let mut newest: Vec<u32> = ends.clone().map(|end| end as u32).collect();
        let mut left: Vec<u32> = (0..nodes as u32).collect();
        let mut steps = 0;
        while !newest.is_empty() && steps < most {
            let ties =
                |rows: &Rows, nodes: &[u32]| -> usize { nodes.iter().map(|&at| rows.columns(at as usize).len()).sum() };
            left.retain(|&node| !same(&self.known[node as usize], &all));
            let asked = if 2 * ties(back, &newest) < ties(rows, &left) {
                self.push(back, &newest)
            } else {
                self.pull(rows, &left);
                left.clone()
            };
            let reached = self.reach(&asked, &mut sums, steps + 1);
            for &node in &newest {
                self.last[node as usize] = NONE;
            }
            std::mem::swap(&mut self.last, &mut self.next);
            newest = reached;
            steps += u32::from(!newest.is_empty());
        }
        for &node in &newest {
            self.last[node as usize] = NONE;
        }
        (sums, steps)
    }

    fn pull(&mut self, rows: &Rows, asked: &[u32]) {
        for &node in asked {
            let mut all = NONE;
            for &ahead in rows.columns(node as usize) {
                unite(&mut all, &self.last[ahead as usize]);
            }
            self.next[node as usize] = all;
        }
    }

    fn push(&mut self, back: &Rows, newest: &[u32]) -> Vec<u32> {
        let mut asked = Vec::new();
        for &node in newest {
            let last = self.last[node as usize];
            for &before in back.columns(node as usize) {
                let next = &mut self.next[before as usize];
                if same(next, &NONE) {
                    asked.push(before);
                }
                unite(next, &last);
            }
        }
        asked
    }

    /// Those asked that reach an end for the first time, each added to the sums.
    fn reach(&mut self, asked: &[u32], sums: &mut Distances, steps: u32) -> Vec<u32> {
        let mut reached = Vec::new();
        for &node in asked {
            let at = node as usize;
            let (next, known) = (&mut self.next[at], &mut self.known[at]);
            for word in 0..WORDS {
                next[word] &= !known[word];
                known[word] |= next[word];
            }
            if !same(next, &NONE) {
                sums.add_some(at, f64::from(steps), count(next));
                reached.push(node);
            }
        }
        reached
    }
}

fn unite(all: &mut Bits, more: &Bits) {
    for word in 0..WORDS {
        all[word] |= more[word];
    }
}

/// Word by word: to compare the arrays would call a comparison of memory for each node.
fn same(one: &Bits, other: &Bits) -> bool {
    (0..WORDS).fold(0, |differ, word| differ | (one[word] ^ other[word])) == 0
}

fn count(bits: &Bits) -> u32 {
    bits.iter().map(|word| word.count_ones()).sum()
}
