//! What does a network look like that lost a share of its ties, members or events? Scores are taken down by what was
//! lost; nothing is built anew.
//!
//! In: a snapshot and what is lost. Out: for each draw the choice of what is gone, the scores of those left, and, for
//! measures that need the network itself, its ties.

use std::collections::HashSet;

use super::{Loss, RankStabilityOptions, RankedMeasure, Scores};
use crate::network::Snapshot;
use crate::random::Draws;

/// Strengths are whole multiples of 2⁻⁵⁰ of the largest sum, so that taking away is exact.
const DIGITS: u64 = 1 << 50;

/// So much of a score is rounding: ranks are read without it.
const ROUNDING_BITS: u32 = 10;

/// What may be lost of one snapshot.
pub(super) struct Losses<'a> {
    snapshot: &'a Snapshot,
    loss: Loss,
    /// How many are lost, or added, in each draw.
    lost: usize,
    pairs: Vec<(u32, u32)>,
    /// What each pair adds to the score of both its ends.
    weights: Vec<i64>,
    scores: Vec<i64>,
    /// The weights again, as the rows of the ties hold them; only where members are lost.
    row_weights: Vec<Vec<i64>>,
    events: Option<Events>,
    /// Untied pairs before each node's row.
    untied_before: Vec<u64>,
}

/// What each event adds to which pair.
struct Events {
    /// The events that make pairs, and of each its pairs: `pairs[offsets[e]..offsets[e + 1]]`.
    offsets: Vec<usize>,
    pairs: Vec<u32>,
    /// What the event adds to a pair's strength, and to its score.
    strengths: Vec<f64>,
    scores: Vec<i64>,
    /// For each pair how many events it shares, and whether anything else ties it.
    shared: Vec<u32>,
    has_more: Vec<bool>,
    /// Whether a lost event takes its own part of a score, or the whole tie when it was the last.
    by_strength: bool,
}

/// Up to so many places are marked by a bit each, more by name.
const MOST_BITS: usize = 1 << 26;

/// One draw's choice, emptied before the next.
pub(super) struct Chosen {
    marked: Vec<u64>,
    named: HashSet<usize>,
    /// Lost ties, members or events, or untied pairs, as their places.
    places: Vec<usize>,
    members: Vec<u32>,
    added: Vec<(u32, u32, usize)>,
    /// For each pair how many of its events are lost; zero between draws.
    lost_events: Vec<u32>,
}

impl Chosen {
    /// The members that are gone.
    pub(super) fn members(&self) -> &[u32] {
        &self.members
    }

    fn is_marked(&self, place: usize) -> bool {
        match self.marked.is_empty() {
            true => self.named.contains(&place),
            false => self.marked[place / 64] >> (place % 64) & 1 == 1,
        }
    }

    fn mark(&mut self, place: usize) {
        if self.marked.is_empty() {
            self.named.insert(place);
        } else {
            self.marked[place / 64] |= 1 << (place % 64);
        }
        self.places.push(place);
    }
}

impl<'a> Losses<'a> {
    /// `None` where events cannot be lost from these ties.
    pub(super) fn new(snapshot: &'a Snapshot, options: &RankStabilityOptions) -> Option<Self> {
        let tied: Vec<_> = snapshot.pairs().collect();
        let pairs: Vec<(u32, u32)> = tied.iter().map(|(a, b, _)| (a.0, b.0)).collect();
        let strengths: Vec<f64> = tied.iter().map(|(_, _, strength)| *strength).collect();
        let by_strength = options.measure == RankedMeasure::Strength;
        let scale = DIGITS as f64
            / super::super::strength(snapshot)
                .ties
                .iter()
                .copied()
                .fold(f64::MIN_POSITIVE, f64::max);
        let digits = |strength: f64| (strength * scale).round() as i64;
        let mut weights: Vec<i64> = match by_strength {
            true => strengths.iter().map(|strength| digits(*strength)).collect(),
            false => vec![1 << ROUNDING_BITS; pairs.len()],
        };
        let events = match options.loss {
            Loss::Events => Some(Events::new(snapshot, &strengths, by_strength, digits)?),
            _ => None,
        };
        if let Some(events) = events.as_ref().filter(|events| events.by_strength) {
            weights = events.weights(&strengths, digits);
        }
        let mut scores = vec![0; snapshot.node_count()];
        for (&(a, b), weight) in pairs.iter().zip(&weights) {
            scores[a as usize] += weight;
            scores[b as usize] += weight;
        }
        let untied_before = untied_before(snapshot);
        let untied = *untied_before.last()? as usize;
        let part = |of: usize| (options.share * of as f64).round() as usize;
        Some(Self {
            lost: match options.loss {
                Loss::Ties => part(pairs.len()),
                Loss::Members => part(snapshot.node_count()),
                Loss::Events => part(events.as_ref()?.strengths.len()),
                Loss::Unreported => {
                    let missing = pairs.len() as f64 * options.share / (1.0 - options.share);
                    (missing.round() as usize).min(untied)
                }
            },
            snapshot,
            row_weights: match options.loss {
                Loss::Members => row_weights(snapshot, &pairs, &weights),
                _ => Vec::new(),
            },
            loss: options.loss,
            pairs,
            weights,
            scores,
            events,
            untied_before,
        })
    }

    /// Whether so small a share of so few is nothing.
    pub(super) const fn is_nothing(&self) -> bool {
        self.lost == 0
    }

    /// What can be lost, or added.
    fn population(&self) -> usize {
        match self.loss {
            Loss::Ties => self.pairs.len(),
            Loss::Members => self.snapshot.node_count(),
            Loss::Events => self.events.as_ref().map_or(0, |events| events.strengths.len()),
            Loss::Unreported => self.untied_before.last().map_or(0, |all| *all as usize),
        }
    }

    pub(super) fn scratch(&self) -> Chosen {
        Chosen {
            marked: match self.population() {
                places if places <= MOST_BITS => vec![0; places.div_ceil(64)],
                _ => Vec::new(),
            },
            named: HashSet::new(),
            places: Vec::new(),
            members: Vec::new(),
            added: Vec::new(),
            lost_events: vec![0; if self.events.is_some() { self.pairs.len() } else { 0 }],
        }
    }

    /// Picks what is lost, each choice of that many equally likely (Floyd's sampling).
    pub(super) fn choose(&self, chosen: &mut Chosen, random: &mut impl Draws) {
        let all = self.population();
        for last in all - self.lost..all {
            let one = random.below(last + 1);
            chosen.mark(if chosen.is_marked(one) { last } else { one });
        }
        match self.loss {
            Loss::Members => chosen.members.extend(chosen.places.iter().map(|place| *place as u32)),
            Loss::Unreported => {
                for &place in &chosen.places {
                    let (a, b) = self.untied(place as u64);
                    chosen.added.push((a, b, random.below(self.pairs.len())));
                }
            }
            Loss::Ties | Loss::Events => {}
        }
    }

    /// The untied pair of a place, pairs counted row by row.
    fn untied(&self, place: u64) -> (u32, u32) {
        let row = self.untied_before.partition_point(|before| *before <= place) - 1;
        let within = (place - self.untied_before[row]) as usize;
        let columns = self.snapshot.ties().columns(row);
        let later = &columns[columns.partition_point(|column| (*column as usize) < row)..];
        // between the tied ones: so many untied stand before the k-th of them
        let (mut low, mut high) = (0, later.len());
        while low < high {
            let middle = (low + high) / 2;
            if later[middle] as usize - row - 1 - middle <= within {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        (row as u32, (row + 1 + within + low) as u32)
    }

    pub(super) fn clear(&self, chosen: &mut Chosen) {
        for place in chosen.places.drain(..) {
            if let Some(word) = chosen.marked.get_mut(place / 64) {
                *word = 0;
            }
        }
        chosen.named.clear();
        chosen.members.clear();
        chosen.added.clear();
    }

    /// The scores of the full network.
    pub(super) fn full(&self) -> Scores {
        self.scores.iter().map(|score| Some(rounded(*score))).collect()
    }

    /// The scores of what is left.
    pub(super) fn scores(&self, chosen: &mut Chosen) -> Scores {
        let mut scores = self.scores.clone();
        let mut less = |pair: usize, weight: i64| {
            let (a, b) = self.pairs[pair];
            scores[a as usize] -= weight;
            scores[b as usize] -= weight;
        };
        match (self.loss, &self.events) {
            (Loss::Ties, _) => chosen.places.iter().for_each(|&pair| less(pair, self.weights[pair])),
            (Loss::Events, Some(events)) if events.by_strength => {
                for &event in &chosen.places {
                    let score = events.scores[event];
                    events
                        .pairs_of(event)
                        .iter()
                        .for_each(|&pair| less(pair as usize, score));
                }
            }
            (Loss::Events, Some(events)) => {
                events.untie(&chosen.places, &mut chosen.lost_events, |pair| {
                    less(pair, self.weights[pair])
                });
            }
            (Loss::Members, _) => return self.without_members(chosen),
            (Loss::Unreported | Loss::Events, _) => {
                for &(a, b, like) in &chosen.added {
                    scores[a as usize] += self.weights[like];
                    scores[b as usize] += self.weights[like];
                }
            }
        }
        scores.into_iter().map(|score| Some(rounded(score))).collect()
    }

    fn without_members(&self, chosen: &Chosen) -> Scores {
        let mut scores = self.scores.clone();
        let ties = self.snapshot.ties();
        for &member in &chosen.members {
            let weights = &self.row_weights[member as usize];
            for (&partner, weight) in ties.columns(member as usize).iter().zip(weights) {
                scores[partner as usize] -= weight;
            }
        }
        let mut scores: Scores = scores.into_iter().map(|score| Some(rounded(score))).collect();
        chosen.members.iter().for_each(|member| scores[*member as usize] = None);
        scores
    }

    /// The ties of what is left.
    pub(super) fn remaining(&self, chosen: &Chosen) -> Vec<(u32, u32, f64)> {
        let strengths: Vec<f64> = self.snapshot.pairs().map(|(_, _, strength)| strength).collect();
        let mut left: Vec<(u32, u32, f64)> = Vec::with_capacity(strengths.len());
        let taken = match &self.events {
            Some(events) => events.strength_taken(&chosen.places),
            None => Vec::new(),
        };
        let is_gone = |node: u32| self.loss == Loss::Members && chosen.is_marked(node as usize);
        for (pair, (&(a, b), &strength)) in self.pairs.iter().zip(&strengths).enumerate() {
            let lost = match self.loss {
                Loss::Ties => chosen.is_marked(pair),
                Loss::Members => is_gone(a) || is_gone(b),
                Loss::Events | Loss::Unreported => false,
            };
            let strength = match taken.get(pair) {
                Some(Taken { last: true, .. }) => 0.0,
                Some(taken) => strength - taken.strength,
                None => strength,
            };
            if !lost && strength > 0.0 {
                left.push((a, b, strength));
            }
        }
        left.extend(chosen.added.iter().map(|&(a, b, like)| (a, b, strengths[like])));
        left
    }
}

const fn rounded(score: i64) -> i64 {
    (score + (1 << (ROUNDING_BITS - 1))) >> ROUNDING_BITS
}

/// For each node, how many untied pairs have a smaller first node; at the end all of them.
fn untied_before(snapshot: &Snapshot) -> Vec<u64> {
    let nodes = snapshot.node_count();
    let mut before = vec![0; nodes + 1];
    for row in 0..nodes {
        let columns = snapshot.ties().columns(row);
        let later = columns.len() - columns.partition_point(|column| (*column as usize) < row);
        before[row + 1] = before[row] + (nodes - 1 - row - later) as u64;
    }
    before
}

/// What lost events take from a pair.
#[derive(Clone, Copy, Default)]
struct Taken {
    strength: f64,
    events: u32,
    /// Whether nothing else ties the pair.
    last: bool,
}

impl Events {
    fn new(snapshot: &Snapshot, strengths: &[f64], by_strength: bool, digits: impl Fn(f64) -> i64) -> Option<Self> {
        let nodes_of = &snapshot.attendance()?.nodes_of;
        let first = first_pairs(snapshot);
        let mut events = Self {
            offsets: vec![0],
            pairs: Vec::new(),
            strengths: Vec::new(),
            scores: Vec::new(),
            shared: vec![0; strengths.len()],
            has_more: Vec::new(),
            by_strength,
        };
        for event in (0..nodes_of.len()).filter(|event| nodes_of.columns(*event).len() > 1) {
            let came = nodes_of.columns(event);
            let strength = 1.0 / (came.len() - 1) as f64;
            for (at, &a) in came.iter().enumerate() {
                let (columns, from) = (snapshot.ties().columns(a as usize), first[a as usize]);
                for b in &came[at + 1..] {
                    let place = columns.binary_search(b).ok()?;
                    let pair = from.place + place - from.smaller;
                    events.shared[pair] += 1;
                    events.pairs.push(pair as u32);
                }
            }
            events.offsets.push(events.pairs.len());
            events.strengths.push(strength);
            events.scores.push(digits(strength));
        }
        let taken = events.strength_taken(&(0..events.strengths.len()).collect::<Vec<_>>());
        let left = |(strength, taken): (&f64, &Taken)| strength - taken.strength;
        let left: Vec<f64> = strengths.iter().zip(&taken).map(left).collect();
        let slack = |strength: f64| 1e-9 * strength.max(1.0);
        let is_sum = left
            .iter()
            .zip(strengths)
            .all(|(left, strength)| *left >= -slack(*strength));
        events.has_more = left
            .iter()
            .zip(strengths)
            .map(|(left, strength)| *left > slack(*strength))
            .collect();
        is_sum.then_some(events)
    }

    fn pairs_of(&self, event: usize) -> &[u32] {
        &self.pairs[self.offsets[event]..self.offsets[event + 1]]
    }

    /// Whole weights that are exactly the sums of what events add and of what they leave.
    fn weights(&self, strengths: &[f64], digits: impl Fn(f64) -> i64) -> Vec<i64> {
        let taken = self.strength_taken(&(0..self.strengths.len()).collect::<Vec<_>>());
        let mut weights: Vec<i64> = strengths
            .iter()
            .zip(&taken)
            .zip(&self.has_more)
            .map(|((strength, taken), more)| if *more { digits(strength - taken.strength) } else { 0 })
            .collect();
        for event in 0..self.strengths.len() {
            for &pair in self.pairs_of(event) {
                weights[pair as usize] += self.scores[event];
            }
        }
        weights
    }

    /// What the loss of these events takes from each pair.
    fn strength_taken(&self, lost: &[usize]) -> Vec<Taken> {
        let mut taken = vec![Taken::default(); self.shared.len()];
        for &event in lost {
            for &pair in self.pairs_of(event) {
                let taken = &mut taken[pair as usize];
                taken.strength += self.strengths[event];
                taken.events += 1;
            }
        }
        for (pair, taken) in taken.iter_mut().enumerate() {
            let more = self.has_more.get(pair).copied().unwrap_or(true);
            taken.last = taken.events > 0 && taken.events == self.shared[pair] && !more;
        }
        taken
    }

    /// Names the pairs that nothing ties any more; the counts are zero before and after.
    fn untie(&self, lost: &[usize], counts: &mut [u32], mut name: impl FnMut(usize)) {
        let pairs = || {
            lost.iter()
                .flat_map(|event| self.pairs_of(*event))
                .map(|pair| *pair as usize)
        };
        for pair in pairs() {
            counts[pair] += 1;
            if counts[pair] == self.shared[pair] && !self.has_more[pair] {
                name(pair);
            }
        }
        pairs().for_each(|pair| counts[pair] = 0);
    }
}

/// Weights of pairs as the rows of the ties hold them: those with smaller partners first, as they come.
fn row_weights(snapshot: &Snapshot, pairs: &[(u32, u32)], weights: &[i64]) -> Vec<Vec<i64>> {
    let mut rows = vec![Vec::new(); snapshot.node_count()];
    for (&(_, b), weight) in pairs.iter().zip(weights) {
        rows[b as usize].push(*weight);
    }
    for (&(a, _), weight) in pairs.iter().zip(weights) {
        rows[a as usize].push(*weight);
    }
    rows
}

/// Where the pairs of a node with later ones begin, and how many of its partners come before it.
#[derive(Clone, Copy)]
struct FirstPair {
    place: usize,
    smaller: usize,
}

fn first_pairs(snapshot: &Snapshot) -> Vec<FirstPair> {
    let mut place = 0;
    (0..snapshot.node_count())
        .map(|node| {
            let columns = snapshot.ties().columns(node);
            let smaller = columns.partition_point(|column| (*column as usize) < node);
            let first = FirstPair { place, smaller };
            place += columns.len() - smaller;
            first
        })
        .collect()
}
