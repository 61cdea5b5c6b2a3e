//! How sure is a figure that only looks at groups? Draws are counted by group instead of being built.
//!
//! In: units or nodes in groups, tied pairs. Out: the intervals of [`super::bca`] and [`super::vertex_bootstrap`], the
//! same to the last bit, at a fraction of their time: a drawn network is never written down. Sixteen draws are counted
//! together, so that each tie is read once for all of them.

use rayon::prelude::*;

use super::{Interval, MOST_JACKKNIFE_PARTS, Resampling, acceleration_of, bca_interval, spread_interval};
use crate::random::{self, Draws};

/// Draws counted together.
const LANES: usize = 16;

/// So many one-byte numbers add up within two bytes.
const SAFE_RUN: usize = 257;

/// [`super::bca`] of a statistic that depends on how many units there are in each group (`groups` below `count`).
pub fn bca_of_counts<S>(groups: &[u8], count: usize, statistic: S, resampling: Resampling<'_>) -> Option<Interval>
where
    S: Fn(&[f64]) -> Option<f64> + Sync,
{
    let tally = |units: &mut dyn Iterator<Item = u8>| {
        let mut sizes = vec![0.0; count];
        units.for_each(|group| sizes[group as usize] += 1.0);
        sizes
    };
    let whole = tally(&mut groups.iter().copied());
    let figure = statistic(&whole)?;
    let drawn: Vec<f64> = (0..resampling.draws)
        .into_par_iter()
        .filter_map(|draw| {
            let mut random = random::stream(resampling.seed, resampling.purpose, draw as u64);
            statistic(&tally(&mut groups.iter().map(|_| groups[random.below(groups.len())])))
        })
        .collect();
    let parts = groups.len().min(MOST_JACKKNIFE_PARTS);
    let left_out = |part: usize| {
        let gone = tally(&mut groups[part..].iter().step_by(parts).copied());
        let sizes: Vec<f64> = whole.iter().zip(gone).map(|(all, gone)| all - gone).collect();
        statistic(&sizes)
    };
    let acceleration = || acceleration_of(&(0..parts).filter_map(left_out).collect::<Vec<f64>>());
    bca_interval(figure, drawn, resampling.draws, acceleration)
}

/// How many ties join each two groups.
#[derive(Debug, Clone, PartialEq)]
pub struct TieCounts {
    /// Nodes.
    pub vertices: usize,
    groups: usize,
    /// By group of the one and the other end.
    cells: Vec<u64>,
}

impl TieCounts {
    /// Ties between two groups, or within one.
    #[must_use]
    pub fn between(&self, one: usize, other: usize) -> u64 {
        let cell = |a: usize, b: usize| self.cells[a * self.groups + b];
        if one == other {
            cell(one, one)
        } else {
            cell(one, other) + cell(other, one)
        }
    }

    /// All ties.
    #[must_use]
    pub fn all(&self) -> u64 {
        self.cells.iter().sum()
    }
}

/// A network whose nodes stand in groups, laid out for counting.
#[derive(Debug, Clone)]
pub struct GroupedNetwork {
    groups: Vec<u8>,
    count: usize,
    /// One end of each tie, run by run.
    others: Vec<u32>,
    runs: Vec<Run>,
}

/// Ties of one node to nodes of one group: `others` up to `end`, from the end of the run before.
#[derive(Debug, Clone, Copy)]
struct Run {
    node: u32,
    group: u8,
    end: u32,
}

impl GroupedNetwork {
    /// Nodes in groups (below `count`) and their tied pairs, each once.
    #[must_use]
    pub fn new(groups: Vec<u8>, count: usize, ties: &[(u32, u32)]) -> Self {
        let mut ties: Vec<(u32, u8, u32)> = ties.iter().map(|&(a, b)| (a, groups[b as usize], b)).collect();
        ties.sort_unstable();
        let mut end = 0;
        let run = |run: &[(u32, u8, u32)]| {
            end += run.len() as u32;
            Run {
                node: run[0].0,
                group: run[0].1,
                end,
            }
        };
        Self {
            runs: ties.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).map(run).collect(),
            others: ties.into_iter().map(|(_, _, other)| other).collect(),
            groups,
            count,
        }
    }

    /// The ties by groups, as they are.
    #[must_use]
    pub fn counts(&self) -> TieCounts {
        let mut cells = vec![0; self.count * self.count];
        let mut from = 0;
        for run in &self.runs {
            cells[self.cell(run)] += u64::from(run.end - from);
            from = run.end;
        }
        self.counted(cells)
    }

    /// The interval of [`super::vertex_bootstrap`].
    pub fn bootstrap<S>(&self, statistic: S, resampling: Resampling<'_>) -> Option<Interval>
    where
        S: Fn(&TieCounts) -> Option<f64> + Sync,
    {
        if self.groups.len() < 2 {
            return None;
        }
        let figure = statistic(&self.counts())?;
        let blocks: Vec<usize> = (0..resampling.draws).step_by(LANES).collect();
        let of_block = |first: usize| -> Vec<Option<f64>> {
            let drawn = self.drawn(first..resampling.draws.min(first + LANES), resampling);
            drawn.iter().map(&statistic).collect()
        };
        let drawn: Vec<Vec<Option<f64>>> = blocks.into_par_iter().map(of_block).collect();
        let drawn: Vec<f64> = drawn.into_iter().flatten().flatten().collect();
        spread_interval(figure, &drawn, resampling.draws)
    }

    /// The ties by groups in a few draws: a tie counts as often as both its ends were drawn together; two copies of
    /// one node are tied as a pair drawn at random from the whole network is.
    fn drawn(&self, draws: std::ops::Range<usize>, resampling: Resampling<'_>) -> Vec<TieCounts> {
        let vertices = self.groups.len();
        let density = 2.0 * self.others.len() as f64 / (vertices as f64 * (vertices as f64 - 1.0));
        let mut copies = vec![[0_u8; LANES]; vertices];
        let mut cells = vec![[0_u64; LANES]; self.count * self.count];
        for (lane, draw) in draws.clone().enumerate() {
            let mut random = random::stream(resampling.seed, resampling.purpose, draw as u64);
            let mut drawn = vec![0_u8; vertices];
            for _ in 0..vertices {
                // that one of n nodes is drawn more than 255 times in n draws has a chance below 1/256!
                let times = &mut drawn[random.below(vertices)];
                *times = times.saturating_add(1);
            }
            for ((lanes, group), &times) in copies.iter_mut().zip(&self.groups).zip(&drawn) {
                lanes[lane] = times;
                let pairs = u32::from(times) * u32::from(times.saturating_sub(1)) / 2;
                let tied = (0..pairs).filter(|_| random.chance(density)).count();
                cells[*group as usize * (self.count + 1)][lane] += tied as u64;
            }
        }
        self.count_ties(&copies, &mut cells);
        (0..draws.len())
            .map(|lane| self.counted(cells.iter().map(|lanes| lanes[lane]).collect()))
            .collect()
    }

    fn count_ties(&self, copies: &[[u8; LANES]], cells: &mut [[u64; LANES]]) {
        let mut from = 0;
        for run in &self.runs {
            let mut sum = [0_u32; LANES];
            for others in self.others[from..run.end as usize].chunks(SAFE_RUN) {
                let mut part = [0_u16; LANES];
                for &other in others {
                    let theirs = &copies[other as usize];
                    for lane in 0..LANES {
                        part[lane] += u16::from(theirs[lane]);
                    }
                }
                for lane in 0..LANES {
                    sum[lane] += u32::from(part[lane]);
                }
            }
            let own = &copies[run.node as usize];
            let cell = &mut cells[self.cell(run)];
            for lane in 0..LANES {
                cell[lane] += u64::from(own[lane]) * u64::from(sum[lane]);
            }
            from = run.end as usize;
        }
    }

    fn cell(&self, run: &Run) -> usize {
        self.groups[run.node as usize] as usize * self.count + run.group as usize
    }

    const fn counted(&self, cells: Vec<u64>) -> TieCounts {
        TieCounts {
            vertices: self.groups.len(),
            groups: self.count,
            cells,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ResampledNetwork, bca, vertex_bootstrap};
    use super::*;
    use crate::numeric;

    /// Forty nodes in three groups, hubs among them.
    fn made_up() -> (Vec<u8>, Vec<(u32, u32)>) {
        let mut random = random::stream(5, "grouped", 0);
        let groups = (0..40).map(|_| random.below(3) as u8).collect();
        let pairs = (0..40u32).flat_map(|a| (a + 1..40).map(move |b| (a, b)));
        let ties = pairs.filter(|(a, b)| random.chance(if *a < 4 { 0.6 } else { 4.0 / f64::from(a + b) }));
        (groups, ties.collect())
    }

    const RESAMPLING: Resampling<'static> = Resampling {
        seed: 2,
        purpose: "grouped",
        draws: 50,
    };

    #[test]
    fn counting_gives_the_interval_of_the_networks_drawn() {
        let (groups, ties) = made_up();
        let within = |count: f64, all: f64| (all > 0.0).then(|| count / all);
        let built = vertex_bootstrap(
            40,
            &ties,
            |network: &ResampledNetwork| {
                let group = |node: u32| groups[network.originals[node as usize] as usize];
                let same = network.ties.iter().filter(|(a, b)| group(*a) == group(*b)).count();
                within(same as f64, network.ties.len() as f64)
            },
            RESAMPLING,
        );
        let counted = GroupedNetwork::new(groups.clone(), 3, &ties).bootstrap(
            |counts| {
                let same: u64 = (0..3).map(|group| counts.between(group, group)).sum();
                within(same as f64, counts.all() as f64)
            },
            RESAMPLING,
        );
        assert!(built.is_some());
        assert_eq!(built, counted);
    }

    #[test]
    fn counts_are_those_of_the_ties() {
        // groups 0, 1, 0, 1 on the path 0-1-2-3 with 1-3: between them three ties, within the second one
        let network = GroupedNetwork::new(vec![0, 1, 0, 1], 2, &[(0, 1), (1, 2), (2, 3), (1, 3)]);
        let counts = network.counts();
        assert_eq!(
            [counts.between(0, 1), counts.between(1, 0), counts.between(1, 1)],
            [3, 3, 1]
        );
        assert_eq!((counts.all(), counts.vertices), (4, 4));
        assert_eq!(
            GroupedNetwork::new(vec![0], 1, &[]).bootstrap(|_| Some(1.0), RESAMPLING),
            None
        );
    }

    #[test]
    fn counting_units_gives_the_interval_of_the_units_drawn() {
        for units in [3, 40, 1200] {
            let mut random = random::stream(9, "units", units);
            let groups: Vec<u8> = (0..units)
                .map(|_| (random.unit() * random.unit() * 5.0) as u8)
                .collect();
            let entropy = |units: &[u8]| {
                let mut sizes = [0.0; 5];
                units.iter().for_each(|group| sizes[*group as usize] += 1.0);
                numeric::shannon(&sizes)
            };
            let drawn = bca(&groups, entropy, RESAMPLING);
            assert_eq!(bca_of_counts(&groups, 5, numeric::shannon, RESAMPLING), drawn);
        }
        assert_eq!(bca_of_counts(&[], 5, numeric::shannon, RESAMPLING), None);
    }
}
