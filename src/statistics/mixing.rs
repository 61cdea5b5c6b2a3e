//! Do two groups meet less, or more, than the activity of their members predicts?
//!
//! In: a group for each node and the tied pairs. Out: for each pair of groups the ties observed and expected, and what
//! can be said of the difference at a declared rate of false alarms.

use rayon::prelude::*;

use super::false_discovery::{benjamini_hochberg, draws_needed, permutation_p};
use crate::random::{self, Draws};

/// Swaps attempted for each tie and draw; each draw starts from the observed network.
const SWAPS_PER_TIE: usize = 10;

/// What the ties are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MixingNull {
    /// Ends of ties paired at random; allows double ties and loops, so for sparse networks (Newman 2003).
    Stubs,
    /// Random simple networks in which everyone keeps the number of their ties, for dense ones.
    DegreePreservingSwaps,
}

impl MixingNull {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stubs => "stubs",
            Self::DegreePreservingSwaps => "degree_preserving_swaps",
        }
    }
}

/// What one cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellVerdict {
    /// Fewer ties than expected, beyond the declared rate of false alarms.
    Gap,
    /// More ties than expected, likewise.
    Surplus,
    /// Not distinguishable from chance.
    AsExpected,
    /// The expectation is under 1.
    TooFewToTell,
}

impl CellVerdict {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Surplus => "surplus",
            Self::AsExpected => "as_expected",
            Self::TooFewToTell => "too_few_to_tell",
        }
    }
}

/// Groups and ties.
#[derive(Debug, Clone, Copy)]
pub struct GroupedTies<'a> {
    /// The group of each node, below `count`.
    pub groups: &'a [u32],
    /// How many groups there are.
    pub count: usize,
    /// The tied pairs, each once, in an order that depends on content alone.
    pub ties: &'a [(u32, u32)],
}

/// How the ties are judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MixingOptions {
    /// What they are compared with.
    pub null: MixingNull,
    /// The seed of everything random.
    pub seed: u64,
    /// Draws; raised where the correction needs more.
    pub draws: usize,
    /// The rate of false alarms accepted.
    pub q: f64,
}

/// One pair of groups.
#[derive(Debug, Clone, PartialEq)]
pub struct MixingCell {
    /// One group.
    pub a: usize,
    /// The other, or the same.
    pub b: usize,
    /// Ties observed.
    pub observed: usize,
    /// Ties expected: exactly with stubs, the mean of the draws with swaps.
    pub expected: f64,
    /// Mean of the draws.
    pub drawn_mean: f64,
    /// Standard deviation of the draws.
    pub sd: f64,
    /// Two-sided p with the +1 correction; `None` where too few to tell.
    pub p: Option<f64>,
    /// p after Benjamini-Hochberg over the cells tested.
    pub q: Option<f64>,
    /// What it says.
    pub verdict: CellVerdict,
}

/// Group by group: observed, expected, verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Mixing {
    /// Each pair once (a before or equal to b), row by row.
    pub cells: Vec<MixingCell>,
    /// What the ties were compared with.
    pub null: MixingNull,
    /// Draws made.
    pub draws: usize,
}

/// Ties between groups against a null that keeps everyone's number of ties.
///
/// # Formula
/// Stubs: with D_a the ends of ties in group a and m ties, E\[m_ab\] = D_a D_b/(2m − 1) and
/// E\[m_aa\] = D_a(D_a − 1)/(2(2m − 1)), exact; p from permuting the ends. Swaps: expectation and p from the draws.
///
/// # Conventions
/// Cells whose expectation is under 1 are not tested and do not count in the family. One random stream per draw:
/// deterministic for any number of threads.
///
/// # Returns
/// `None` without a tie, where a tie names a node without a group, or unless q lies in (0, 1].
///
/// # Agreement
/// Exact expectation and q of the published case (federal health agencies, collaboration ≥ 3): same.
#[must_use]
pub fn mixing(network: GroupedTies<'_>, options: MixingOptions) -> Option<Mixing> {
    let fits = |&(a, b): &(u32, u32)| {
        [a, b]
            .iter()
            .all(|end| network.group(*end).is_some_and(|g| g < network.count))
    };
    if network.ties.is_empty() || !network.ties.iter().all(fits) {
        return None;
    }
    let observed = network.tally(network.ties.iter().copied());
    let exact = (options.null == MixingNull::Stubs).then(|| network.expectation());
    let family = exact
        .as_ref()
        .map_or(observed.len(), |cells| cells.iter().filter(|e| **e >= 1.0).count());
    let draws = options.draws.max(draws_needed(family, options.q)?);
    let drawn = network.draw(&observed, MixingOptions { draws, ..options });
    let mut cells: Vec<MixingCell> = pairs(network.count)
        .enumerate()
        .map(|(cell, (a, b))| {
            let drawn_mean = drawn.sum[cell] as f64 / draws as f64;
            let expected = exact.as_ref().map_or(drawn_mean, |exact| exact[cell]);
            let tested = expected >= 1.0;
            MixingCell {
                a,
                b,
                observed: observed[cell] as usize,
                expected,
                drawn_mean,
                sd: drawn.sd(cell, draws),
                p: tested.then(|| permutation_p(drawn.at_most[cell], drawn.at_least[cell], draws)),
                q: None,
                verdict: CellVerdict::TooFewToTell,
            }
        })
        .collect();
    judge(&mut cells, options.q);
    Some(Mixing {
        cells,
        null: options.null,
        draws,
    })
}

fn judge(cells: &mut [MixingCell], rate: f64) {
    let p: Vec<f64> = cells.iter().filter_map(|cell| cell.p).collect();
    let tested = cells.iter_mut().filter(|cell| cell.p.is_some());
    for (cell, q) in tested.zip(benjamini_hochberg(&p)) {
        cell.q = Some(q);
        cell.verdict = if q > rate {
            CellVerdict::AsExpected
        } else if (cell.observed as f64) < cell.expected {
            CellVerdict::Gap
        } else {
            CellVerdict::Surplus
        };
    }
}

/// Each pair of groups once, row by row.
fn pairs(groups: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..groups).flat_map(move |a| (a..groups).map(move |b| (a, b)))
}

/// The place of a pair in the order of [`pairs`]: the rows before a hold groups, groups − 1, … cells.
const fn cell_of(a: usize, b: usize, groups: usize) -> usize {
    let (a, b) = if a < b { (a, b) } else { (b, a) };
    a * groups - a * a.saturating_sub(1) / 2 + (b - a)
}

/// What the draws of one cell add up to; whole numbers, so that the order of adding does not matter.
#[derive(Clone)]
struct Drawn {
    sum: Vec<u64>,
    squares: Vec<u64>,
    at_most: Vec<usize>,
    at_least: Vec<usize>,
}

impl Drawn {
    fn none(cells: usize) -> Self {
        Self {
            sum: vec![0; cells],
            squares: vec![0; cells],
            at_most: vec![0; cells],
            at_least: vec![0; cells],
        }
    }

    fn with(mut self, counts: &[u64], observed: &[u64]) -> Self {
        for (cell, (&count, &seen)) in counts.iter().zip(observed).enumerate() {
            self.sum[cell] += count;
            self.squares[cell] += count * count;
            self.at_most[cell] += usize::from(count <= seen);
            self.at_least[cell] += usize::from(count >= seen);
        }
        self
    }

    fn and(mut self, other: &Self) -> Self {
        for cell in 0..self.sum.len() {
            self.sum[cell] += other.sum[cell];
            self.squares[cell] += other.squares[cell];
            self.at_most[cell] += other.at_most[cell];
            self.at_least[cell] += other.at_least[cell];
        }
        self
    }

    fn sd(&self, cell: usize, draws: usize) -> f64 {
        let (sum, squares, draws) = (
            u128::from(self.sum[cell]),
            u128::from(self.squares[cell]),
            draws as u128,
        );
        let spread = (draws * squares).saturating_sub(sum * sum);
        (spread as f64 / (draws * (draws - 1)) as f64).sqrt()
    }
}

impl GroupedTies<'_> {
    fn group(&self, node: u32) -> Option<usize> {
        self.groups.get(node as usize).map(|group| *group as usize)
    }

    fn label(&self, node: u32) -> usize {
        self.groups[node as usize] as usize
    }

    /// Ties in each cell.
    fn tally(&self, ties: impl Iterator<Item = (u32, u32)>) -> Vec<u64> {
        let mut counts = vec![0; self.count * (self.count + 1) / 2];
        for (a, b) in ties {
            counts[cell_of(self.label(a), self.label(b), self.count)] += 1;
        }
        counts
    }

    fn expectation(&self) -> Vec<f64> {
        let mut ends = vec![0.0; self.count];
        for &(a, b) in self.ties {
            ends[self.label(a)] += 1.0;
            ends[self.label(b)] += 1.0;
        }
        let others = 2.0 * self.ties.len() as f64 - 1.0;
        pairs(self.count)
            .map(|(a, b)| {
                if a == b {
                    ends[a] * (ends[a] - 1.0) / (2.0 * others)
                } else {
                    ends[a] * ends[b] / others
                }
            })
            .collect()
    }

    fn draw(&self, observed: &[u64], options: MixingOptions) -> Drawn {
        let none = || Drawn::none(observed.len());
        (0..options.draws as u64)
            .into_par_iter()
            .fold(none, |drawn, draw| {
                let mut random = random::stream(options.seed, options.null.name(), draw);
                let counts = match options.null {
                    MixingNull::Stubs => self.permuted(&mut random),
                    MixingNull::DegreePreservingSwaps => self.swapped(&mut random),
                };
                drawn.with(&counts, observed)
            })
            .reduce(none, |one, other| one.and(&other))
    }

    /// The ends of all ties, paired at random.
    fn permuted(&self, random: &mut impl Draws) -> Vec<u64> {
        let mut ends: Vec<u32> = self.ties.iter().flat_map(|&(a, b)| [a, b]).collect();
        random.shuffle(&mut ends);
        self.tally(ends.chunks_exact(2).map(|pair| (pair[0], pair[1])))
    }

    /// The network after many double-edge swaps; a swap that would make a loop or a double tie leaves it as it is.
    fn swapped(&self, random: &mut impl Draws) -> Vec<u64> {
        let nodes = self.groups.len();
        let place = |a: u32, b: u32| a as usize * nodes + b as usize;
        let mut ties = self.ties.to_vec();
        let mut tied = vec![false; nodes * nodes];
        for &(a, b) in self.ties {
            tied[place(a, b)] = true;
            tied[place(b, a)] = true;
        }
        for _ in 0..SWAPS_PER_TIE * ties.len() {
            let (one, other) = (random.below(ties.len()), random.below(ties.len()));
            let (a, b) = ties[one];
            let (c, d) = if random.chance(0.5) {
                ties[other]
            } else {
                (ties[other].1, ties[other].0)
            };
            if a == d || c == b || tied[place(a, d)] || tied[place(c, b)] {
                continue;
            }
            for (x, y, now) in [(a, b, false), (c, d, false), (a, d, true), (c, b, true)] {
                tied[place(x, y)] = now;
                tied[place(y, x)] = now;
            }
            ties[one] = (a, d);
            ties[other] = (c, b);
        }
        self.tally(ties.into_iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const OPTIONS: MixingOptions = MixingOptions {
        null: MixingNull::Stubs,
        seed: 1,
        draws: 999,
        q: 0.05,
    };

    fn cell(found: &Mixing, a: usize, b: usize) -> &MixingCell {
        found
            .cells
            .iter()
            .find(|cell| (cell.a, cell.b) == (a, b))
            .expect("a cell")
    }

    #[test]
    fn the_expectation_by_hand() {
        // two nodes of group 0 and two of group 1, ties 0–1, 2–3, 0–2: m = 3, D = 3 and 3,
        // E[m_01] = 9/5, E[m_00] = 3·2/(2·5) = 0.6
        let network = GroupedTies {
            groups: &[0, 0, 1, 1],
            count: 2,
            ties: &[(0, 1), (2, 3), (0, 2)],
        };
        let found = mixing(network, OPTIONS).expect("ties");
        assert!((cell(&found, 0, 1).expected - 1.8).abs() <= 1e-12);
        assert!((cell(&found, 0, 0).expected - 0.6).abs() <= 1e-12);
        assert_eq!(cell(&found, 0, 0).verdict, CellVerdict::TooFewToTell);
        assert_eq!((cell(&found, 0, 0).p, cell(&found, 1, 1).observed), (None, 1));
    }

    /// Two groups of twelve that never meet, each a ring with chords.
    fn apart() -> (Vec<u32>, Vec<(u32, u32)>) {
        let groups = (0..24).map(|node| node / 12).collect();
        let ties = (0..2u32)
            .flat_map(|g| (0..12).flat_map(move |i| [1, 3].map(|step| (12 * g + i, 12 * g + (i + step) % 12))))
            .collect();
        (groups, ties)
    }

    #[test]
    fn groups_that_never_meet_are_a_gap_under_either_null() {
        let (groups, ties) = apart();
        for null in [MixingNull::Stubs, MixingNull::DegreePreservingSwaps] {
            let network = GroupedTies {
                groups: &groups,
                count: 2,
                ties: &ties,
            };
            let found = mixing(network, MixingOptions { null, ..OPTIONS }).expect("ties");
            assert_eq!(cell(&found, 0, 1).verdict, CellVerdict::Gap, "{null:?}");
            assert_eq!(cell(&found, 0, 0).verdict, CellVerdict::Surplus, "{null:?}");
        }
    }

    #[test]
    fn swaps_keep_every_degree_and_stay_simple() {
        let (groups, ties) = apart();
        // each node its own group: the counts are then the adjacency itself
        let own: Vec<u32> = (0..groups.len() as u32).collect();
        let network = GroupedTies {
            groups: &own,
            count: own.len(),
            ties: &ties,
        };
        let counts = network.swapped(&mut random::stream(5, "swaps", 0));
        assert!(counts.iter().all(|count| *count <= 1));
        for node in 0..own.len() {
            let degree: u64 = pairs(own.len())
                .zip(&counts)
                .filter(|((a, b), _)| (*a == node) != (*b == node))
                .map(|(_, count)| *count)
                .sum();
            assert_eq!(degree, 4);
        }
        assert_ne!(counts, network.tally(ties.iter().copied()));
    }

    #[test]
    fn swaps_draw_every_network_of_a_degree_sequence_alike() {
        // a path of four has degrees 1, 2, 2, 1; the simple networks with these are 0–1–2–3 and 0–2–1–3,
        // so that tie 0–1 stands in half of the draws and tie 1–2 in all
        let ties = [(0, 1), (1, 2), (2, 3)];
        let network = GroupedTies {
            groups: &[0, 1, 2, 3],
            count: 4,
            ties: &ties,
        };
        let options = MixingOptions {
            null: MixingNull::DegreePreservingSwaps,
            draws: 4000,
            ..OPTIONS
        };
        let found = mixing(network, options).expect("ties");
        assert!((cell(&found, 0, 1).drawn_mean - 0.5).abs() <= 4.0 * 0.5 / 4000.0_f64.sqrt());
        assert!((cell(&found, 1, 2).drawn_mean - 1.0).abs() <= 1e-12);
    }

    #[test]
    fn one_thread_and_eight_draw_the_same() {
        let (groups, ties) = apart();
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("a pool");
            pool.install(|| {
                mixing(
                    GroupedTies {
                        groups: &groups,
                        count: 2,
                        ties: &ties,
                    },
                    OPTIONS,
                )
            })
        };
        assert_eq!(on(1), on(8));
    }

    #[test]
    fn nothing_is_said_without_ties_or_without_a_group() {
        assert_eq!(
            mixing(
                GroupedTies {
                    groups: &[0],
                    count: 1,
                    ties: &[]
                },
                OPTIONS
            ),
            None
        );
        assert_eq!(
            mixing(
                GroupedTies {
                    groups: &[0, 5],
                    count: 2,
                    ties: &[(0, 1)]
                },
                OPTIONS
            ),
            None
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn the_draws_have_the_exact_mean(pairs in prop::collection::btree_set((0..12_u32, 0..12_u32), 4..40)) {
            let ties: Vec<_> = pairs.into_iter().filter(|(a, b)| a < b).collect();
            let groups: Vec<u32> = (0..12).map(|node| node % 3).collect();
            if let Some(found) = mixing(GroupedTies { groups: &groups, count: 3, ties: &ties }, OPTIONS) {
                let total: f64 = found.cells.iter().map(|cell| cell.expected).sum();
                prop_assert!((total - ties.len() as f64).abs() <= 1e-9);
                for cell in &found.cells {
                    let error = cell.sd / (found.draws as f64).sqrt();
                    prop_assert!((cell.drawn_mean - cell.expected).abs() <= 5.0 * error + 1e-9, "{:?}", cell);
                }
            }
        }
    }
}
