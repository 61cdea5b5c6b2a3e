//! Does a ranking bring what came true to the front?
//!
//! In: candidates by falling score, those of equal score together, and how many of them came true. Out: AUC, average
//! precision and precision among the first k, beside the base rate. `None` where undefined.
//!
//! Equal scores are one step: all of them enter at once. AUC counts a pair of equals as half, average precision takes
//! the precision after the whole step (as scikit-learn does), precision among the first k counts a step across the
//! border by its share. So the order of the input changes nothing.

/// Candidates of one score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Step {
    /// How many there are.
    pub candidates: u64,
    /// How many of them came true.
    pub positives: u64,
}

/// A ranking of candidates, highest score first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Retrieval {
    steps: Vec<Step>,
}

impl Retrieval {
    /// Candidates with a score and whether they came true, in any order; scores are comparable.
    #[must_use]
    pub fn of(mut scored: Vec<(f64, bool)>) -> Self {
        scored.sort_unstable_by(|one, other| other.0.total_cmp(&one.0));
        let steps = scored.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq());
        Self {
            steps: steps
                .map(|step| Step {
                    candidates: step.len() as u64,
                    positives: step.iter().filter(|(_, positive)| *positive).count() as u64,
                })
                .collect(),
        }
    }

    /// Steps already in order, highest score first; empty ones are left out.
    #[must_use]
    pub fn of_steps(steps: impl IntoIterator<Item = Step>) -> Self {
        Self {
            steps: steps.into_iter().filter(|step| step.candidates > 0).collect(),
        }
    }

    /// The same with more candidates below all others, of equal score: those the ranking says nothing about.
    #[must_use]
    pub fn followed_by(mut self, rest: Step) -> Self {
        self.steps.extend((rest.candidates > 0).then_some(rest));
        self
    }

    /// How many candidates there are.
    #[must_use]
    pub fn candidates(&self) -> u64 {
        self.steps.iter().map(|step| step.candidates).sum()
    }

    /// How many came true.
    #[must_use]
    pub fn positives(&self) -> u64 {
        self.steps.iter().map(|step| step.positives).sum()
    }

    /// The share of candidates that came true: what choosing at random finds.
    #[must_use]
    pub fn base_rate(&self) -> Option<f64> {
        let candidates = self.candidates();
        (candidates > 0).then(|| self.positives() as f64 / candidates as f64)
    }

    /// The probability that one that came true stands above one that did not, equals counting half.
    ///
    /// `None` unless there are both.
    #[must_use]
    pub fn auc(&self) -> Option<f64> {
        let positives = self.positives() as f64;
        let negatives = self.candidates() as f64 - positives;
        let (mut below, mut sum) = (negatives, 0.0);
        for step in &self.steps {
            let others = (step.candidates - step.positives) as f64;
            below -= others;
            sum += step.positives as f64 * (below + others / 2.0);
        }
        (positives > 0.0 && negatives > 0.0).then(|| sum / (positives * negatives))
    }

    /// The mean, over those that came true, of the precision at their step; `None` without one.
    #[must_use]
    pub fn average_precision(&self) -> Option<f64> {
        let (mut seen, mut hits, mut sum) = (0.0, 0.0, 0.0);
        for step in &self.steps {
            seen += step.candidates as f64;
            hits += step.positives as f64;
            sum += step.positives as f64 * hits / seen;
        }
        (hits > 0.0).then(|| sum / hits)
    }

    /// How many of the first k came true, a step across the border counting by its share; `None` where k is 0 or there
    /// are fewer.
    #[must_use]
    pub fn hits_in_first(&self, k: u64) -> Option<f64> {
        let (mut left, mut hits) = (k, 0.0);
        for step in &self.steps {
            let taken = left.min(step.candidates);
            hits += step.positives as f64 * (taken as f64 / step.candidates as f64);
            left -= taken;
        }
        (k > 0 && left == 0).then_some(hits)
    }

    /// Which share of the first k came true.
    #[must_use]
    pub fn precision_at(&self, k: u64) -> Option<f64> {
        Some(self.hits_in_first(k)? / k as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(found: Option<f64>, expected: f64) -> bool {
        found.is_some_and(|found| (found - expected).abs() <= 1e-12)
    }

    #[test]
    fn by_hand() {
        // true at places 1 and 3 of 4: AUC 3 of 4 pairs in order, AP (1 + 2/3)/2
        let found = Retrieval::of(vec![(6.0, false), (9.0, true), (7.0, true), (8.0, false)]);
        assert!(close(found.auc(), 0.75) && close(found.average_precision(), 5.0 / 6.0));
        assert!(close(found.precision_at(2), 0.5) && close(found.base_rate(), 0.5));
        assert_eq!((found.precision_at(0), found.precision_at(5)), (None, None));
    }

    #[test]
    fn equals_enter_at_once() {
        // one step of two, one true: AUC ½, precision after it ½, and of one taken half a hit
        let equal = Retrieval::of(vec![(5.0, false), (5.0, true)]);
        assert!(close(equal.auc(), 0.5) && close(equal.average_precision(), 0.5) && close(equal.precision_at(1), 0.5));
        let rest = Step {
            candidates: 2,
            positives: 1,
        };
        let with_rest = Retrieval::of(vec![(1.0, true)]).followed_by(rest);
        // (1/1 + 2/3)/2; the pairs true-false: 1 above, ½ for the equal
        assert!(close(with_rest.average_precision(), 5.0 / 6.0) && close(with_rest.auc(), 0.75));
        assert_eq!(Retrieval::default().auc(), None);
        assert_eq!(Retrieval::of(vec![(1.0, false)]).average_precision(), None);
    }

    proptest! {
        #[test]
        fn auc_is_the_share_of_pairs_in_order(scored in prop::collection::vec((0..5_i32, any::<bool>()), 2..40)) {
            let scored: Vec<(f64, bool)> = scored.into_iter().map(|(score, yes)| (f64::from(score), yes)).collect();
            let (mut sum, mut pairs) = (0.0, 0.0);
            for one in scored.iter().filter(|one| one.1) {
                for other in scored.iter().filter(|other| !other.1) {
                    pairs += 1.0;
                    sum += match one.0.total_cmp(&other.0) {
                        std::cmp::Ordering::Greater => 1.0,
                        std::cmp::Ordering::Equal => 0.5,
                        std::cmp::Ordering::Less => 0.0,
                    };
                }
            }
            let found = Retrieval::of(scored).auc();
            let expected = pairs > 0.0;
            prop_assert_eq!(found.is_some(), expected);
            prop_assert!(!expected || close(found, sum / pairs));
        }
    }
}
