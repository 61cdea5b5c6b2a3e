//! Do two groups meet less, or more, than the activity of their members predicts?
//!
//! In: a group for each node, and the tied pairs or who came to which event. Out: for each pair of groups what is
//! observed and expected, and what can be said of the difference at a declared rate of false alarms, over all layers
//! judged together.

use rayon::prelude::*;

use super::{Incidence, NullComparison, NullModel, Rewiring, stub_permutation};
use crate::random;
use crate::statistics::false_discovery::{benjamini_hochberg, draws_needed};

/// What one cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellVerdict {
    /// Less than expected, beyond the declared rate of false alarms.
    Gap,
    /// More than expected, likewise.
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

/// Groups and who came to which event.
#[derive(Debug, Clone, Copy)]
pub struct GroupedAttendance<'a> {
    /// The group of each node, below `count`.
    pub groups: &'a [u32],
    /// How many groups there are.
    pub count: usize,
    /// Who came, event by event in an order that depends on content alone.
    pub attendance: &'a Incidence,
}

/// One layer to be judged.
#[derive(Debug, Clone, Copy)]
pub enum GroupedLayer<'a> {
    /// Ties against their ends paired at random: for sparse networks.
    Stubs(GroupedTies<'a>),
    /// Ties against random simple networks: for dense ones.
    Swaps(GroupedTies<'a>),
    /// Meetings at events against random attendance.
    Attendance(GroupedAttendance<'a>),
}

/// How the layers are judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MixingOptions {
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
    /// What is observed beside what is expected.
    pub comparison: NullComparison,
    /// Mean of the draws; the expectation itself unless that is exact.
    pub drawn_mean: f64,
    /// Two-sided p with the +1 correction; `None` where too few to tell.
    pub p: Option<f64>,
    /// p after Benjamini-Hochberg over the cells tested in all layers.
    pub q: Option<f64>,
    /// What it says.
    pub verdict: CellVerdict,
}

/// Group by group: observed, expected, verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Mixing {
    /// Each pair once (a before or equal to b), row by row.
    pub cells: Vec<MixingCell>,
    /// What the layer was compared with.
    pub null: NullModel,
    /// Draws made.
    pub draws: usize,
}

/// Ties or meetings between groups against nulls that keep everyone's activity, all layers under one control of false
/// discoveries.
///
/// # Formula
/// ```text
/// ties       m_ab = tied pairs of groups a and b
///            stubs: with D_a the ends of ties in a and m ties, E[m_ab] = D_a D_b/(2m − 1) and
///            E[m_aa] = D_a(D_a − 1)/(2(2m − 1)), exact
/// meetings   m_ab = Σ_e c_ea c_eb/(k_e − 1) and m_aa = Σ_e c_ea(c_ea − 1)/(2(k_e − 1)), c_ea those of a at event e,
///            k_e all who came: the strengths of co-participation (Newman 2001) of the pairs of a and b
/// ```
/// p comes from the draws everywhere; so does the expectation under swaps and curveball.
///
/// # Conventions
/// Cells whose expectation is under 1 are not tested and do not count in the family. There are as many draws as asked
/// for, and more where the correction could otherwise never reject. One random stream per draw: deterministic for any
/// number of threads. Events of one participant make no meeting.
///
/// # Returns
/// One entry per layer. `None` where a layer is empty or names a node without a group, or unless q lies in (0, 1].
///
/// # Agreement
/// Exact expectation and q of the published case (federal health agencies, collaboration ≥ 3): same.
#[must_use]
pub fn mixing(layers: &[GroupedLayer<'_>], options: MixingOptions) -> Option<Vec<Mixing>> {
    let mut trials: Vec<Trial<'_>> = layers.iter().map(|layer| Trial::new(*layer)).collect::<Option<_>>()?;
    let draws = options.draws.max(draws_needed(1, options.q)?);
    trials
        .iter_mut()
        .for_each(|trial| trial.draw_up_to(draws, options.seed));
    let family = trials.iter().map(Trial::tested).sum();
    let draws = draws.max(draws_needed(family, options.q)?);
    trials
        .iter_mut()
        .for_each(|trial| trial.draw_up_to(draws, options.seed));
    let mut found: Vec<Mixing> = trials.iter().map(Trial::mixing).collect::<Option<_>>()?;
    judge(&mut found, options.q);
    Some(found)
}

fn judge(layers: &mut [Mixing], rate: f64) {
    let cells = || layers.iter().flat_map(|layer| &layer.cells);
    let p: Vec<f64> = cells().filter_map(|cell| cell.p).collect();
    let tested = layers
        .iter_mut()
        .flat_map(|layer| &mut layer.cells)
        .filter(|cell| cell.p.is_some());
    for (cell, q) in tested.zip(benjamini_hochberg(&p)) {
        cell.q = Some(q);
        cell.verdict = if q > rate {
            CellVerdict::AsExpected
        } else if cell.comparison.observed < cell.comparison.expected {
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

/// A layer and the cells of its draws so far.
struct Trial<'a> {
    source: Source<'a>,
    groups: usize,
    observed: Vec<f64>,
    exact: Option<Vec<f64>>,
    drawn: Vec<Vec<f64>>,
}

enum Source<'a> {
    Stubs(GroupedTies<'a>),
    Swaps(GroupedTies<'a>, Rewiring<'a>),
    Attendance(GroupedAttendance<'a>),
}

impl<'a> Trial<'a> {
    fn new(layer: GroupedLayer<'a>) -> Option<Self> {
        let (source, groups) = match layer {
            GroupedLayer::Stubs(network) => (Source::Stubs(network), network.count),
            GroupedLayer::Swaps(network) => {
                let rewiring = Rewiring::new(network.groups.len(), network.ties);
                (Source::Swaps(network, rewiring), network.count)
            }
            GroupedLayer::Attendance(events) => (Source::Attendance(events), events.count),
        };
        let fits = match &source {
            Source::Stubs(network) | Source::Swaps(network, _) => network.fits(),
            Source::Attendance(events) => events.fits(),
        };
        fits.then(|| Self {
            groups,
            observed: match &source {
                Source::Stubs(network) | Source::Swaps(network, _) => network.tally(network.ties),
                Source::Attendance(events) => events.tally(events.attendance),
            },
            exact: match &source {
                Source::Stubs(network) => Some(network.expectation()),
                Source::Swaps(..) | Source::Attendance(_) => None,
            },
            drawn: Vec::new(),
            source,
        })
    }

    const fn null(&self) -> NullModel {
        match self.source {
            Source::Stubs(_) => NullModel::Stubs,
            Source::Swaps(..) => NullModel::DegreePreservingSwaps,
            Source::Attendance(_) => NullModel::Curveball,
        }
    }

    fn draw_up_to(&mut self, draws: usize, seed: u64) {
        let more: Vec<Vec<f64>> = (self.drawn.len() as u64..draws as u64)
            .into_par_iter()
            .map(|draw| {
                let mut random = random::stream(seed, self.null().name(), draw);
                match &self.source {
                    Source::Stubs(network) => network.tally(&stub_permutation(network.ties, &mut random)),
                    Source::Swaps(network, rewiring) => network.tally(&rewiring.draw(&mut random)),
                    Source::Attendance(events) => events.tally(&events.attendance.curveball(&mut random)),
                }
            })
            .collect();
        self.drawn.extend(more);
    }

    fn mean(&self, cell: usize) -> f64 {
        self.drawn.iter().map(|draw| draw[cell]).sum::<f64>() / self.drawn.len() as f64
    }

    fn expected(&self, cell: usize) -> f64 {
        self.exact.as_ref().map_or_else(|| self.mean(cell), |exact| exact[cell])
    }

    fn tested(&self) -> usize {
        (0..self.observed.len())
            .filter(|cell| self.expected(*cell) >= 1.0)
            .count()
    }

    fn mixing(&self) -> Option<Mixing> {
        let cells = pairs(self.groups).enumerate().map(|(cell, (a, b))| {
            let drawn: Vec<f64> = self.drawn.iter().map(|draw| draw[cell]).collect();
            let expected = self.expected(cell);
            let comparison = NullComparison::new(self.observed[cell], &drawn)?.expecting(expected);
            Some(MixingCell {
                a,
                b,
                comparison,
                drawn_mean: self.mean(cell),
                p: (expected >= 1.0).then_some(comparison.p),
                q: None,
                verdict: CellVerdict::TooFewToTell,
            })
        });
        Some(Mixing {
            cells: cells.collect::<Option<_>>()?,
            null: self.null(),
            draws: self.drawn.len(),
        })
    }
}

impl GroupedTies<'_> {
    fn fits(&self) -> bool {
        let known = |node: u32| {
            self.groups
                .get(node as usize)
                .is_some_and(|group| (*group as usize) < self.count)
        };
        !self.ties.is_empty() && self.ties.iter().all(|&(a, b)| known(a) && known(b))
    }

    fn group(&self, node: u32) -> usize {
        self.groups[node as usize] as usize
    }

    /// Ties in each cell.
    fn tally(&self, ties: &[(u32, u32)]) -> Vec<f64> {
        let mut counts = vec![0.0; self.count * (self.count + 1) / 2];
        for &(a, b) in ties {
            counts[cell_of(self.group(a), self.group(b), self.count)] += 1.0;
        }
        counts
    }

    fn expectation(&self) -> Vec<f64> {
        let mut ends = vec![0.0; self.count];
        for &(a, b) in self.ties {
            ends[self.group(a)] += 1.0;
            ends[self.group(b)] += 1.0;
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
}

impl GroupedAttendance<'_> {
    fn fits(&self) -> bool {
        let events = || (0..self.attendance.events()).map(|event| self.attendance.participants(event));
        let known = |node: &u32| {
            self.groups
                .get(*node as usize)
                .is_some_and(|group| (*group as usize) < self.count)
        };
        events().any(|participants| participants.len() > 1) && events().flatten().all(known)
    }

    /// Meetings in each cell: only how many of each group came matters.
    fn tally(&self, attendance: &Incidence) -> Vec<f64> {
        let mut meetings = vec![0.0; self.count * (self.count + 1) / 2];
        let mut came = vec![0.0_f64; self.count];
        for event in 0..attendance.events() {
            let participants = attendance.participants(event);
            if participants.len() < 2 {
                continue;
            }
            came.fill(0.0);
            for &node in participants {
                came[self.groups[node as usize] as usize] += 1.0;
            }
            let others = participants.len() as f64 - 1.0;
            let mut cell = 0;
            for a in 0..self.count {
                meetings[cell] += came[a] * (came[a] - 1.0) / (2.0 * others);
                for b in a + 1..self.count {
                    meetings[cell + b - a] += came[a] * came[b] / others;
                }
                cell += self.count - a;
            }
        }
        meetings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const OPTIONS: MixingOptions = MixingOptions {
        seed: 1,
        draws: 999,
        q: 0.05,
    };

    fn alone(layer: GroupedLayer<'_>) -> Option<Mixing> {
        mixing(&[layer], OPTIONS).map(|mut found| found.remove(0))
    }

    fn cell(found: &Mixing, a: usize, b: usize) -> &MixingCell {
        let mut cells = found.cells.iter();
        cells.rfind(|cell| (cell.a, cell.b) == (a, b)).expect("a cell")
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
        let found = alone(GroupedLayer::Stubs(network)).expect("ties");
        assert!((cell(&found, 0, 1).comparison.expected - 1.8).abs() <= 1e-12);
        assert!((cell(&found, 0, 0).comparison.expected - 0.6).abs() <= 1e-12);
        assert_eq!(cell(&found, 0, 0).verdict, CellVerdict::TooFewToTell);
        assert_eq!(cell(&found, 0, 0).p, None);
        assert!((cell(&found, 1, 1).comparison.observed - 1.0).abs() <= 1e-12);
    }

    #[test]
    fn meetings_by_hand() {
        // events {0 1 2} and {2 3}, groups 0 0 1 1: the first gives ½ to each of 0–1, 0–2 and 1–2, the second 1 to 2–3.
        // With these margins 2 comes to both, and the other of the second event is 3 (as observed, 1 across), 0 or 1
        // (then 1 across in the first event and 1 in the second): E[m_01] = (1 + 2 + 2)/3
        let events = Incidence::from_events(4, [&[0, 1, 2][..], &[2, 3]].into_iter());
        let network = GroupedAttendance {
            groups: &[0, 0, 1, 1],
            count: 2,
            attendance: &events,
        };
        let found = alone(GroupedLayer::Attendance(network)).expect("meetings");
        let observed = [(0, 0, 0.5), (0, 1, 1.0), (1, 1, 1.0)];
        for (a, b, meetings) in observed {
            assert!((cell(&found, a, b).comparison.observed - meetings).abs() <= 1e-12);
        }
        let across = cell(&found, 0, 1).comparison;
        assert!(
            (across.expected - 5.0 / 3.0).abs() <= 4.0 * across.sd / (found.draws as f64).sqrt(),
            "{across:?}"
        );
        let all: f64 = found.cells.iter().map(|cell| cell.drawn_mean).sum();
        assert!((all - 2.5).abs() <= 1e-9, "half the participations: {all}");
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
    fn groups_that_never_meet_are_a_gap_under_every_null() {
        let (groups, ties) = apart();
        let network = GroupedTies {
            groups: &groups,
            count: 2,
            ties: &ties,
        };
        // each tie an event of its own
        let rows: Vec<[u32; 2]> = ties.iter().map(|&(a, b)| [a, b]).collect();
        let attendance = Incidence::from_events(24, rows.iter().map(<[u32; 2]>::as_slice));
        let events = GroupedAttendance {
            groups: &groups,
            count: 2,
            attendance: &attendance,
        };
        let layers = [
            GroupedLayer::Stubs(network),
            GroupedLayer::Swaps(network),
            GroupedLayer::Attendance(events),
        ];
        let found = mixing(&layers, OPTIONS).expect("ties and events");
        for layer in &found {
            assert_eq!(cell(layer, 0, 1).verdict, CellVerdict::Gap, "{:?}", layer.null);
            assert_eq!(cell(layer, 0, 0).verdict, CellVerdict::Surplus, "{:?}", layer.null);
        }
    }

    #[test]
    fn layers_are_one_family_and_get_the_draws_that_it_needs() {
        let (groups, ties) = apart();
        let network = GroupedTies {
            groups: &groups,
            count: 2,
            ties: &ties,
        };
        let strict = MixingOptions { q: 0.002, ..OPTIONS };
        let one = mixing(&[GroupedLayer::Stubs(network)], strict).expect("ties");
        let two = mixing(&[GroupedLayer::Stubs(network), GroupedLayer::Swaps(network)], strict).expect("ties");
        // three cells: 2 · 3/0.002 − 1; six cells: 2 · 6/0.002 − 1
        assert_eq!((one[0].draws, two[0].draws, two[1].draws), (2999, 5999, 5999));
        let p: Vec<f64> = two
            .iter()
            .flat_map(|layer| &layer.cells)
            .filter_map(|cell| cell.p)
            .collect();
        let q: Vec<f64> = two
            .iter()
            .flat_map(|layer| &layer.cells)
            .filter_map(|cell| cell.q)
            .collect();
        assert_eq!(q, benjamini_hochberg(&p));
    }

    #[test]
    fn one_thread_and_eight_draw_the_same() {
        let (groups, ties) = apart();
        let attendance = Incidence::from_events(24, [&[0, 1, 13][..], &[2, 14, 15], &[0, 13]].into_iter());
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("a pool");
            let network = GroupedTies {
                groups: &groups,
                count: 2,
                ties: &ties,
            };
            let events = GroupedAttendance {
                groups: &groups,
                count: 2,
                attendance: &attendance,
            };
            let layers = [
                GroupedLayer::Stubs(network),
                GroupedLayer::Swaps(network),
                GroupedLayer::Attendance(events),
            ];
            pool.install(|| mixing(&layers, OPTIONS))
        };
        assert!(on(1).is_some());
        assert_eq!(on(1), on(8));
    }

    #[test]
    fn nothing_is_said_without_ties_or_without_a_group() {
        let stubs = |groups, count, ties| alone(GroupedLayer::Stubs(GroupedTies { groups, count, ties }));
        assert_eq!(stubs(&[0], 1, &[]), None);
        assert_eq!(stubs(&[0, 5], 2, &[(0, 1)]), None);
        let single = Incidence::from_events(2, [&[0][..], &[1]].into_iter());
        let events = GroupedAttendance {
            groups: &[0, 1],
            count: 2,
            attendance: &single,
        };
        assert_eq!(alone(GroupedLayer::Attendance(events)), None);
        let network = GroupedTies {
            groups: &[0, 0],
            count: 1,
            ties: &[(0, 1)],
        };
        assert_eq!(
            mixing(&[GroupedLayer::Stubs(network)], MixingOptions { q: 0.0, ..OPTIONS }),
            None
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn the_draws_have_the_exact_mean(pairs in prop::collection::btree_set((0..12_u32, 0..12_u32), 4..40)) {
            let ties: Vec<_> = pairs.into_iter().filter(|(a, b)| a < b).collect();
            let groups: Vec<u32> = (0..12).map(|node| node % 3).collect();
            if let Some(found) = alone(GroupedLayer::Stubs(GroupedTies { groups: &groups, count: 3, ties: &ties })) {
                let total: f64 = found.cells.iter().map(|cell| cell.comparison.expected).sum();
                prop_assert!((total - ties.len() as f64).abs() <= 1e-9);
                for cell in &found.cells {
                    let error = cell.comparison.sd / (found.draws as f64).sqrt();
                    prop_assert!((cell.drawn_mean - cell.comparison.expected).abs() <= 5.0 * error + 1e-9, "{:?}", cell);
                }
            }
        }

        #[test]
        fn meetings_are_the_strengths_of_co_participation(
            rows in prop::collection::vec(prop::collection::btree_set(0..9_u32, 2..6), 1..8),
        ) {
            let rows: Vec<Vec<u32>> = rows.into_iter().map(|row| row.into_iter().collect()).collect();
            let groups: Vec<u32> = (0..9).map(|node| node % 3).collect();
            let attendance = Incidence::from_events(9, rows.iter().map(Vec::as_slice));
            let tally = GroupedAttendance { groups: &groups, count: 3, attendance: &attendance }.tally(&attendance);
            let mut naive = [0.0; 6];
            for row in &rows {
                for (at, &a) in row.iter().enumerate() {
                    for &b in &row[at + 1..] {
                        naive[cell_of(groups[a as usize] as usize, groups[b as usize] as usize, 3)] +=
                            1.0 / (row.len() - 1) as f64;
                    }
                }
            }
            for (found, expected) in tally.iter().zip(naive) {
                prop_assert!((found - expected).abs() <= 1e-9);
            }
        }
    }
}
