//! Would the rankings have been right before?
//!
//! In: two stretches of the past. Out: [`Replay`]: each ranker on the later one, the learned ranker fitted on the
//! earlier one alone. A pair that came true worked together later; nobody recorded an introduction.
//!
//! Candidates are all pairs that never had a working tie until then, whatever their distance. Every ranker but
//! preferential attachment tells apart only pairs at two steps; the others share the last place. What ranks equal enters
//! at once ([`crate::statistics::retrieval`]).

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::rankers::{Closeness, Ranker};
use crate::metrics::PairScoreOptions;
use crate::network::{NodeIndex, Snapshot};
use crate::random::{self, Draws};
use crate::statistics::logistic::{LabelledCase, LogisticError, Model, fitted};
use crate::statistics::retrieval::{Retrieval, Step};

/// Pairs of each label that the learned ranker is fitted to at most; of more, a seeded sample.
const MOST_CASES: usize = 20_000;

/// Pairs looked at from the front of a ranking.
pub const FIRST: [u64; 6] = [10, 20, 50, 100, 1000, 10_000];

/// A network, and what became of its pairs. The three snapshots have the same nodes.
#[derive(Debug, Clone)]
pub struct Past {
    /// The network that is ranked by.
    pub then: Snapshot,
    /// Every tie there was until then: such pairs need no introduction.
    pub known: Snapshot,
    /// Ties of the time after.
    pub later: Snapshot,
    /// Nodes that are introduced to nobody: the hub itself.
    pub aside: Vec<bool>,
}

impl Past {
    /// Whether a pair could still be introduced.
    #[must_use]
    pub fn is_open(&self, a: NodeIndex, b: NodeIndex) -> bool {
        !self.aside[a.at()] && !self.aside[b.at()] && self.known.ties().get(a.at(), b.0).is_none()
    }

    /// All pairs that could, and how many of them came true.
    #[must_use]
    pub fn candidates(&self) -> Step {
        let open_nodes = self.aside.iter().filter(|aside| !**aside).count() as u64;
        let inside = |a: NodeIndex, b: NodeIndex| !self.aside[a.at()] && !self.aside[b.at()];
        let known = self.known.pairs().filter(|(a, b, _)| inside(*a, *b)).count() as u64;
        Step {
            candidates: open_nodes * open_nodes.saturating_sub(1) / 2 - known,
            positives: self.later.pairs().filter(|(a, b, _)| self.is_open(*a, *b)).count() as u64,
        }
    }

    fn came_true(&self, a: NodeIndex, b: NodeIndex) -> bool {
        self.later.ties().get(a.at(), b.0).is_some()
    }

    /// The ranking of all candidates by one score per pair at two steps.
    fn ranked(&self, closeness: &Closeness, scores: impl Fn(usize) -> f64) -> Retrieval {
        let pairs = closeness.pairs().iter().enumerate();
        let scored: Vec<(f64, bool)> = pairs
            .filter(|(_, (a, b))| self.is_open(*a, *b))
            .map(|(at, (a, b))| (scores(at), self.came_true(*a, *b)))
            .collect();
        let all = self.candidates();
        let rest = Step {
            candidates: all.candidates - scored.len() as u64,
            positives: all.positives - scored.iter().filter(|(_, positive)| *positive).count() as u64,
        };
        Retrieval::of(scored).followed_by(rest)
    }

    /// The ranking by the product of the numbers of partners, counted by classes of such numbers.
    fn by_preferential_attachment(&self) -> Retrieval {
        let mut classes: BTreeMap<u64, u64> = BTreeMap::new();
        let degree = |node: NodeIndex| self.then.degree(node) as u64;
        for node in self.then.nodes().filter(|node| !self.aside[node.at()]) {
            *classes.entry(degree(node)).or_default() += 1;
        }
        let classes: Vec<(u64, u64)> = classes.into_iter().collect();
        let mut steps: BTreeMap<u64, Step> = BTreeMap::new();
        for (at, (one, count)) in classes.iter().enumerate() {
            steps.entry(one * one).or_default().candidates += count * (count - 1) / 2;
            for (other, others) in &classes[at + 1..] {
                steps.entry(one * other).or_default().candidates += count * others;
            }
        }
        for (a, b, _) in self.known.pairs() {
            if let Some(step) = steps.get_mut(&(degree(a) * degree(b)))
                && !self.aside[a.at()]
                && !self.aside[b.at()]
            {
                step.candidates -= 1;
            }
        }
        for (a, b, _) in self.later.pairs().filter(|(a, b, _)| self.is_open(*a, *b)) {
            steps.entry(degree(a) * degree(b)).or_default().positives += 1;
        }
        Retrieval::of_steps(steps.into_values().rev())
    }
}

/// The learned ranker.
#[derive(Debug, Clone, PartialEq)]
pub struct Learned {
    model: Model,
}

impl Learned {
    /// Fitted to what became of the pairs at two steps of a past.
    ///
    /// # Errors
    /// Where too few of them came true, or did not.
    pub fn from(past: &Past, closeness: &Closeness, seed: u64) -> Result<Self, LogisticError> {
        let pairs = closeness.pairs().iter().enumerate();
        let open = pairs.filter(|(_, (a, b))| past.is_open(*a, *b));
        let (mut positives, mut negatives): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        for (at, (a, b)) in open {
            match past.came_true(*a, *b) {
                true => positives.push(at),
                false => negatives.push(at),
            }
        }
        let mut cases = Vec::new();
        let features = closeness.features();
        for (draw, (places, positive)) in [(&mut positives, true), (&mut negatives, false)]
            .into_iter()
            .enumerate()
        {
            if places.len() > MOST_CASES {
                random::stream(seed, "introductions_learned", draw as u64).shuffle(places);
                places.truncate(MOST_CASES);
                places.sort_unstable();
            }
            cases.extend(places.iter().map(|&at| LabelledCase {
                features: features.of_pair(at),
                positive,
                group: 0,
            }));
        }
        let model = fitted(&cases)?;
        Ok(Self { model })
    }

    /// The score of each pair of a network; it orders pairs and is no probability of the hub's.
    #[must_use]
    pub fn scores(&self, closeness: &Closeness) -> Vec<f64> {
        let features = closeness.features();
        (0..closeness.pairs().len())
            .into_par_iter()
            .map(|at| self.model.probability(&features.of_pair(at)))
            .collect()
    }
}

/// How one ranker did.
#[derive(Debug, Clone, PartialEq)]
pub struct RankerResult {
    /// Which.
    pub ranker: Ranker,
    /// The probability that a pair that came true stands above one that did not.
    pub auc: Option<f64>,
    /// Its average precision.
    pub average_precision: Option<f64>,
    /// For each of [`FIRST`], the share of so many first that came true; `None` where there are not so many.
    pub precision: [Option<f64>; FIRST.len()],
}

/// Every ranker on one stretch of the past.
#[derive(Debug, Clone, PartialEq)]
pub struct Replay {
    /// Pairs that could have been introduced, and how many of them came true.
    pub candidates: Step,
    /// One result per ranker, in the order of [`Ranker::ALL`]; empty for walks that would take too long.
    pub results: Vec<RankerResult>,
    /// The learned ranking.
    pub learned: Retrieval,
}

impl Replay {
    /// Every ranker on a past, the learned one as fitted before.
    #[must_use]
    pub fn of(past: &Past, learned: &Learned, options: PairScoreOptions) -> Self {
        let closeness = Closeness::within(&past.then, options);
        let scores = learned.scores(&closeness);
        let by_learned = past.ranked(&closeness, |at| scores[at]);
        let candidates = past.candidates();
        let retrieval = |ranker| match ranker {
            Ranker::Random => Some(Retrieval::of_steps([candidates])),
            Ranker::PreferentialAttachment => Some(past.by_preferential_attachment()),
            Ranker::Learned => Some(by_learned.clone()),
            _ => {
                let scores = closeness.by(ranker, &past.then)?;
                Some(past.ranked(&closeness, |at| scores[at]))
            }
        };
        let result = |ranker: Ranker| {
            let found = retrieval(ranker);
            let found = found.as_ref();
            RankerResult {
                ranker,
                auc: found.and_then(Retrieval::auc),
                average_precision: found.and_then(Retrieval::average_precision),
                precision: FIRST.map(|first| found.and_then(|found| found.precision_at(first))),
            }
        };
        Self {
            candidates,
            results: Ranker::ALL.into_par_iter().map(result).collect(),
            learned: by_learned,
        }
    }

    /// How a ranker did.
    #[must_use]
    pub fn result(&self, ranker: Ranker) -> Option<&RankerResult> {
        self.results.iter().find(|one| one.ranker == ranker)
    }

    /// Whether the learned ranker is at least as good as common partners, by average precision.
    #[must_use]
    pub fn learned_holds(&self) -> bool {
        let precision = |ranker| self.result(ranker).and_then(|one| one.average_precision);
        precision(Ranker::Learned) >= precision(Ranker::CommonPartners)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ties 0-1-2-3-4 then; 0-2 and 0-4 later.
    fn past() -> Past {
        let then = Snapshot::from_ties(5, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 4, 1.0)]);
        Past {
            known: then.clone(),
            then,
            later: Snapshot::from_ties(5, &[(0, 1, 1.0), (0, 2, 1.0), (0, 4, 1.0)]),
            aside: vec![false; 5],
        }
    }

    #[test]
    fn candidates_are_all_pairs_that_were_never_tied() {
        let step = |candidates, positives| Step { candidates, positives };
        assert_eq!(past().candidates(), step(6, 2));
        // 1-3 was tied before, and 4 is the hub
        let mut past = past();
        past.known = Snapshot::from_ties(5, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 4, 1.0), (1, 3, 1.0)]);
        past.aside[4] = true;
        // of the six pairs of 0 to 3, 0-2 and 0-3 are left
        assert_eq!(past.candidates(), step(2, 1));
        let classes = past.by_preferential_attachment();
        assert_eq!((classes.candidates(), classes.positives()), (2, 1));
    }

    #[test]
    fn rankings_by_hand() {
        let past = past();
        let closeness = Closeness::within(&past.then, PairScoreOptions::exact());
        // at two steps 0-2 (true), 1-3 and 2-4 with one common partner each; beyond, 0-3, 0-4 (true) and 1-4
        let found = past.ranked(&closeness, |at| f64::from(closeness.common_partners()[at]));
        let close = |found: Option<f64>, expected: f64| found.is_some_and(|found| (found - expected).abs() <= 1e-12);
        assert!(close(found.precision_at(3), 1.0 / 3.0) && close(found.average_precision(), 1.0 / 3.0));
        // 8 pairs true-false: 0-2 has ½ + ½ + 2, 0-4 has ½ + ½ of 4 each
        assert!(close(found.auc(), 4.0 / 8.0));
        // products: 1-3 4; 0-2, 2-4, 0-3, 1-4 2; 0-4 1: true are one of the four and the last
        let classes = past.by_preferential_attachment();
        assert!(close(classes.precision_at(1), 0.0) && close(classes.auc(), (1.5 + 0.0) / 8.0));
    }
}
