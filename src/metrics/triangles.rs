//! How many partners does each tied pair share?
//!
//! In: the rows of ties. Out: [`SharedPartners`], which clustering, transitivity, embeddedness and overlap have in
//! common: every triangle of the network is met once, or pairs are compared as rows of bits where the network is dense.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::network::Rows;

/// Nodes that a worker takes at a time.
const BLOCK: usize = 64;

/// Rows of bits are used up to this many words, 64 MiB.
const MOST_WORDS: usize = 1 << 23;

/// How many words of bits are compared in the time of one step along a row.
const WORDS_PER_STEP: usize = 4;

/// The number of shared partners of each tied pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SharedPartners {
    /// In the order of `Snapshot::pairs`.
    pub of_pair: Vec<u32>,
}

impl SharedPartners {
    pub(super) fn of(ties: &Rows) -> Self {
        let ranked = Ranked::of(ties);
        let words = ties.len().div_ceil(64);
        let pairs = ties.entries() / 2;
        let fits = ties.len() * words <= MOST_WORDS;
        Self {
            of_pair: if fits && pairs * words <= WORDS_PER_STEP * ranked.steps() {
                by_bits(ties, words)
            } else {
                ranked.in_order_of_pairs(ties, &by_triangles(&ranked))
            },
        }
    }

    /// How many triangles each node belongs to.
    pub(super) fn triangles(&self, ties: &Rows) -> Vec<u64> {
        // a triangle around i stands in the counts of both its ties at i
        let mut twice = vec![0; ties.len()];
        for ((one, other), &shared) in pairs(ties).zip(&self.of_pair) {
            twice[one] += u64::from(shared);
            twice[other] += u64::from(shared);
        }
        twice.into_iter().map(|twice| twice / 2).collect()
    }
}

/// Each pair once, the smaller node first, in order.
fn pairs(ties: &Rows) -> impl Iterator<Item = (usize, usize)> + '_ {
    (0..ties.len()).flat_map(move |one| after(ties, one).iter().map(move |&other| (one, other as usize)))
}

/// The partners after a node.
fn after(ties: &Rows, node: usize) -> &[u32] {
    let columns = ties.columns(node);
    &columns[columns.partition_point(|&other| other as usize <= node)..]
}

/// Nodes by rising number of partners (of equals, by index), and each tie once, in the row of the lower rank: so no row
/// is long, and of a triangle the two upper nodes both stand in the row of the lowest.
struct Ranked {
    /// Where the row of each rank begins.
    offsets: Vec<usize>,
    /// The upper rank of each tie, rising within a row.
    columns: Vec<u32>,
    /// For each rank, where its ties to lower ranks begin in `below`.
    offsets_below: Vec<usize>,
    /// The lower rank of each tie and its place in `columns`.
    below: Vec<(u32, u32)>,
    /// For each tie its entry in the rows of ties, in the row of the upper node.
    entries: Vec<u32>,
}

impl Ranked {
    fn of(ties: &Rows) -> Self {
        let mut order: Vec<usize> = (0..ties.len()).collect();
        order.sort_unstable_by_key(|&node| (ties.columns(node).len(), node));
        let mut rank = vec![0; order.len()];
        for (at, &node) in order.iter().enumerate() {
            rank[node] = at as u32;
        }
        let (mut offsets, mut offsets_below) = (vec![0], vec![0]);
        for (at, &node) in order.iter().enumerate() {
            let partners = ties.columns(node);
            let lower = partners
                .iter()
                .filter(|&&other| (rank[other as usize] as usize) < at)
                .count();
            offsets.push(offsets[at] + partners.len() - lower);
            offsets_below.push(offsets_below[at] + lower);
        }
        let pairs = ties.entries() / 2;
        let (mut columns, mut entries, mut below) = (vec![0; pairs], vec![0; pairs], Vec::with_capacity(pairs));
        let (starts, mut next) = (starts(ties), offsets.clone());
        // ranks are dealt out rising, so every row rises
        for (at, &node) in order.iter().enumerate() {
            for (entry, &other) in (starts[node]..).zip(ties.columns(node)) {
                let lower = rank[other as usize];
                if (lower as usize) < at {
                    let place = &mut next[lower as usize];
                    columns[*place] = at as u32;
                    entries[*place] = entry as u32;
                    below.push((lower, *place as u32));
                    *place += 1;
                }
            }
        }
        Self {
            offsets,
            columns,
            offsets_below,
            below,
            entries,
        }
    }

    fn nodes(&self) -> usize {
        self.offsets.len() - 1
    }

    fn row(&self, rank: usize) -> Range<usize> {
        self.offsets[rank]..self.offsets[rank + 1]
    }

    /// How many steps it takes to meet every triangle: pairs within a row.
    fn steps(&self) -> usize {
        let pairs = |rank| self.row(rank).len() * self.row(rank).len().saturating_sub(1) / 2;
        (0..self.nodes()).map(pairs).sum()
    }

    /// What was counted for each tie, in the order of pairs.
    fn in_order_of_pairs(&self, ties: &Rows, counts: &[u32]) -> Vec<u32> {
        let mut of_entry = vec![0; ties.entries()];
        for (&entry, &count) in self.entries.iter().zip(counts) {
            of_entry[entry as usize] = count;
        }
        let starts = starts(ties);
        let mut next = starts.clone();
        let mut of_pair = Vec::with_capacity(counts.len());
        for (one, &start) in starts.iter().enumerate() {
            for (entry, &other) in (start..).zip(ties.columns(one)) {
                if other as usize > one {
                    // the first nodes rise, so the other entry of the pair is the next in the row of the second
                    let turned = &mut next[other as usize];
                    of_pair.push(of_entry[entry] + of_entry[*turned]);
                    *turned += 1;
                }
            }
        }
        of_pair
    }
}

/// Where each row begins among all entries.
fn starts(rows: &Rows) -> Vec<usize> {
    let lengths = (0..rows.len()).map(|row| rows.columns(row).len());
    let begin = |at: &mut usize, length: usize| {
        *at += length;
        Some(*at - length)
    };
    lengths.scan(0, begin).collect()
}

/// Meets every triangle once, at its middle rank, and counts it for its three ties.
fn by_triangles(ranked: &Ranked) -> Vec<u32> {
    let blocks = ranked.nodes().div_ceil(BLOCK);
    let next = AtomicUsize::new(0);
    // each worker counts for itself; sums of whole numbers are the same however the blocks were dealt out
    let workers = rayon::current_num_threads().min(blocks.max(1));
    let counts: Vec<Vec<u32>> = (0..workers)
        .into_par_iter()
        .map(|_| {
            let mut worker = Worker::new(ranked);
            loop {
                let block = next.fetch_add(1, Ordering::Relaxed);
                if block >= blocks {
                    return worker.counts;
                }
                for middle in block * BLOCK..((block + 1) * BLOCK).min(ranked.nodes()) {
                    worker.count_around(middle);
                }
            }
        })
        .collect();
    let mut counts = counts.into_iter();
    let mut total = counts.next().unwrap_or_default();
    for part in counts {
        total.iter_mut().zip(part).for_each(|(sum, count)| *sum += count);
    }
    total
}

struct Worker<'a> {
    ranked: &'a Ranked,
    /// For each tie.
    counts: Vec<u32>,
    /// One more than the place of each rank in the row at hand; 0 where it is not there.
    mark: Vec<u32>,
}

impl<'a> Worker<'a> {
    fn new(ranked: &'a Ranked) -> Self {
        Self {
            counts: vec![0; ranked.columns.len()],
            mark: vec![0; ranked.nodes()],
            ranked,
        }
    }

    fn count_around(&mut self, middle: usize) {
        let Ranked {
            columns,
            below,
            offsets_below,
            ..
        } = self.ranked;
        let row = self.ranked.row(middle);
        let below = &below[offsets_below[middle]..offsets_below[middle + 1]];
        if row.is_empty() || below.is_empty() {
            return;
        }
        for (place, &upper) in (1..).zip(&columns[row.clone()]) {
            self.mark[upper as usize] = place;
        }
        for &(lower, tie) in below {
            let tie = tie as usize;
            let mut met = 0;
            let rest = tie + 1..self.ranked.offsets[lower as usize + 1];
            for (second, &top) in rest.clone().zip(&columns[rest]) {
                let place = self.mark[top as usize] as usize;
                if place > 0 {
                    met += 1;
                    self.counts[second] += 1;
                    self.counts[row.start + place - 1] += 1;
                }
            }
            self.counts[tie] += met;
        }
        for &upper in &columns[row] {
            self.mark[upper as usize] = 0;
        }
    }
}

/// Compares the partners of each pair as rows of bits.
fn by_bits(ties: &Rows, words: usize) -> Vec<u32> {
    let mut bits = vec![0u64; ties.len() * words];
    for (node, row) in bits.chunks_exact_mut(words.max(1)).enumerate() {
        for &other in ties.columns(node) {
            row[other as usize / 64] |= 1 << (other % 64);
        }
    }
    let row = |node: usize| &bits[node * words..(node + 1) * words];
    let shared = |one: usize, other: u32| -> u32 {
        let both = row(one).iter().zip(row(other as usize));
        both.map(|(one, other)| (one & other).count_ones()).sum()
    };
    let of_node = |one: usize| -> Vec<u32> { after(ties, one).iter().map(|&other| shared(one, other)).collect() };
    (0..ties.len()).into_par_iter().flat_map_iter(of_node).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::Snapshot;
    use crate::random::{self, Draws};

    #[test]
    fn both_ways_count_the_same_and_as_nested_loops_do() {
        let mut draws = random::stream(1, "triangles", 0);
        for (nodes, ties) in [(0, 0), (3, 3), (70, 900), (200, 500)] {
            let ties: Vec<_> = (0..ties)
                .map(|_| (draws.below(nodes) as u32, draws.below(nodes) as u32, 1.0))
                .collect();
            let snapshot = Snapshot::from_ties(nodes as u32, &ties);
            let ties = snapshot.ties();
            let tied = |a: usize, b: usize| ties.get(a, b as u32).is_some();
            let naive: Vec<u32> = pairs(ties)
                .map(|(a, b)| (0..nodes).filter(|&c| tied(a, c) && tied(b, c)).count() as u32)
                .collect();
            let ranked = Ranked::of(ties);
            assert_eq!(by_bits(ties, nodes.div_ceil(64)), naive);
            assert_eq!(ranked.in_order_of_pairs(ties, &by_triangles(&ranked)), naive);
            assert_eq!(SharedPartners::of(ties).of_pair, naive);
        }
    }

    #[test]
    fn two_triangles_on_one_tie() {
        // 0 - 1 shares 2 and 3; the other ties share one partner each; 4 hangs from 3
        let ties = [
            (0, 1, 1.0),
            (0, 2, 1.0),
            (1, 2, 1.0),
            (0, 3, 1.0),
            (1, 3, 1.0),
            (3, 4, 1.0),
        ];
        let snapshot = Snapshot::from_ties(5, &ties);
        let shared = SharedPartners::of(snapshot.ties());
        // pairs in order: 0-1, 0-2, 0-3, 1-2, 1-3, 3-4
        assert_eq!(shared.of_pair, [2, 1, 1, 1, 1, 0]);
        assert_eq!(shared.triangles(snapshot.ties()), [2, 2, 1, 1, 0]);
    }
}
