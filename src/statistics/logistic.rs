//! How likely, judged by those of other groups? Ridge logistic regression that never predicts what it was fitted to.
//!
//! In: cases with features, a label and a group. Out: for each case the probability given by a model fitted without
//! its whole group; or a [`Model`] of earlier cases, to be asked about later ones. The fit is `linfa-logistic`'s.

use std::collections::BTreeSet;

use linfa::DatasetBase;
use linfa::traits::Fit;
use linfa_logistic::LogisticRegression;
use ndarray::{Array1, Array2};

/// A case with a known label.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelledCase {
    /// Its features, as many as every other case has, each finite.
    pub features: Vec<f64>,
    /// Its label.
    pub positive: bool,
    /// The group that is held out together.
    pub group: usize,
}

/// Why no probabilities were computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogisticError {
    /// Too few cases of the rarer label.
    #[error("{found} cases of the rarer label where {needed} are needed")]
    TooFew {
        /// How many there are.
        found: usize,
        /// How many are needed.
        needed: usize,
    },
    /// All cases belong to one group: none could be held out.
    #[error("all cases belong to one group")]
    OneGroup,
    /// Cases differ in their number of features, or a feature is not finite.
    #[error("features differ in number or are not finite")]
    Features,
    /// The optimiser found no minimum.
    #[error("the model could not be fitted")]
    NotFitted,
}

/// Cases of the rarer label below which nothing is fitted.
pub const NEEDED: usize = 10;

/// For each case, the probability that its label is positive, by a model fitted to the other groups alone.
///
/// # Formula
/// ```text
/// minimise  sum_i ln(1 + exp(-y_i (b + w·x_i))) + |w|²/2        y = ±1, x standardised on the fitted cases
/// ```
/// # Conventions
/// The ridge keeps coefficients finite where the labels separate. A feature that does not vary among the fitted cases
/// plays no part. Where only one label is left to fit, each held-out case gets that label's probability, 0 or 1.
///
/// # Errors
/// Fewer than [`NEEDED`] cases of either label, one group only, uneven or infinite features, or no minimum found.
pub fn held_out_probabilities(cases: &[LabelledCase]) -> Result<Vec<f64>, LogisticError> {
    check(cases)?;
    let groups: BTreeSet<usize> = cases.iter().map(|case| case.group).collect();
    if groups.len() < 2 {
        return Err(LogisticError::OneGroup);
    }
    let mut probabilities = vec![0.0; cases.len()];
    for group in groups {
        let fitted: Vec<&LabelledCase> = cases.iter().filter(|case| case.group != group).collect();
        let model = Model::fit(&fitted)?;
        for (case, probability) in cases.iter().zip(&mut probabilities) {
            if case.group == group {
                *probability = model.probability(&case.features);
            }
        }
    }
    Ok(probabilities)
}

/// A model fitted to all cases: what it is then asked about must not be among them.
///
/// # Errors
/// Fewer than [`NEEDED`] cases of either label, uneven or infinite features, or no minimum found.
pub fn fitted(cases: &[LabelledCase]) -> Result<Model, LogisticError> {
    check(cases)?;
    Model::fit(&cases.iter().collect::<Vec<_>>())
}

fn check(cases: &[LabelledCase]) -> Result<(), LogisticError> {
    let positives = cases.iter().filter(|case| case.positive).count();
    let found = positives.min(cases.len() - positives);
    if found < NEEDED {
        return Err(LogisticError::TooFew { found, needed: NEEDED });
    }
    let width = cases[0].features.len();
    let sound = |case: &LabelledCase| case.features.len() == width && case.features.iter().all(|x| x.is_finite());
    if cases.iter().all(sound) {
        Ok(())
    } else {
        Err(LogisticError::Features)
    }
}

/// A fitted model: an intercept, and for each feature its centre and its weight per unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    intercept: f64,
    centres: Vec<f64>,
    weights: Vec<f64>,
}

impl Model {
    fn fit(cases: &[&LabelledCase]) -> Result<Self, LogisticError> {
        let width = cases.first().map_or(0, |case| case.features.len());
        let (centres, spreads): (Vec<f64>, Vec<f64>) = (0..width)
            .map(|feature| centre_and_spread(cases.iter().map(|case| case.features[feature])))
            .unzip();
        let positives = cases.iter().filter(|case| case.positive).count();
        if positives == 0 || positives == cases.len() {
            let intercept = if positives == 0 {
                f64::NEG_INFINITY
            } else {
                f64::INFINITY
            };
            return Ok(Self {
                intercept,
                weights: vec![0.0; width],
                centres,
            });
        }
        let features = Array2::from_shape_fn((cases.len(), width), |(case, feature)| {
            scaled(cases[case].features[feature] - centres[feature], spreads[feature])
        });
        let labels: Array1<bool> = cases.iter().map(|case| case.positive).collect();
        let fitted = LogisticRegression::default()
            .alpha(1.0)
            .gradient_tolerance(1e-8)
            .max_iterations(1000)
            .fit(&DatasetBase::new(features, labels))
            .map_err(|_| LogisticError::NotFitted)?;
        // linfa models the commoner label, whichever that is.
        let sign = if fitted.labels().pos.class { 1.0 } else { -1.0 };
        Ok(Self {
            intercept: sign * fitted.intercept(),
            weights: fitted
                .params()
                .iter()
                .zip(&spreads)
                .map(|(weight, spread)| scaled(sign * weight, *spread))
                .collect(),
            centres,
        })
    }

    /// The probability that a case with these features, as many as were fitted, is positive.
    #[must_use]
    pub fn probability(&self, features: &[f64]) -> f64 {
        let moved = features.iter().zip(&self.centres).map(|(x, centre)| x - centre);
        let score: f64 = moved.zip(&self.weights).map(|(x, weight)| x * weight).sum();
        1.0 / (1.0 + (-(self.intercept + score)).exp())
    }
}

fn centre_and_spread(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let count = values.clone().count() as f64;
    let centre = values.clone().sum::<f64>() / count;
    let variance = values.map(|x| (x - centre).powi(2)).sum::<f64>() / count;
    (centre, variance.sqrt())
}

/// A feature that does not vary has no unit: it counts nothing.
fn scaled(value: f64, spread: f64) -> f64 {
    if spread > 1e-12 { value / spread } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Draws, stream};

    fn case(features: &[f64], positive: bool, group: usize) -> LabelledCase {
        LabelledCase {
            features: features.to_vec(),
            positive,
            group,
        }
    }

    /// Two groups alike: of 20 cases at +1 fifteen are positive, of 20 at -1 five.
    fn balanced() -> Vec<LabelledCase> {
        let one = |group| {
            (0..40).map(move |i| {
                let side = if i < 20 { 1.0 } else { -1.0 };
                case(&[side, 7.0], if i < 20 { i < 15 } else { i < 25 }, group)
            })
        };
        one(0).chain(one(1)).collect()
    }

    #[test]
    fn a_balanced_case_by_hand() {
        // Fitted to one group: mean 0, spread 1, intercept 0 by symmetry. The gradient in w is
        // 40·s(w) - 30 + w = 0 with s the logistic function (20 at +1 with 15 positive, mirrored at -1).
        // Newton from 1: f(1) = 40·0.7310586 - 29 = 0.2423431, f' = 40·0.1966119 + 1 = 8.864477 → 0.9726613;
        // f(0.9726613) = 40·0.7256496 + 0.9726613 - 30 = -0.0013532, f' = 8.963290 → 0.9728123; s = 0.7256797.
        let probabilities = held_out_probabilities(&balanced()).expect("fitted");
        let expected = 1.0 / (1.0 + (-0.972_812_3_f64).exp());
        for (case, probability) in balanced().iter().zip(probabilities) {
            let expected = if case.features[0] > 0.0 {
                expected
            } else {
                1.0 - expected
            };
            assert!(
                (probability - expected).abs() <= 1e-6,
                "{probability} is not {expected}"
            );
        }
    }

    /// Gradient descent on the definition, sharing nothing with the code above.
    fn naive(cases: &[LabelledCase], held_out: usize) -> (f64, f64) {
        let fitted: Vec<_> = cases.iter().filter(|case| case.group != held_out).collect();
        let n = fitted.len() as f64;
        let mean = fitted.iter().map(|case| case.features[0]).sum::<f64>() / n;
        let spread = (fitted.iter().map(|c| (c.features[0] - mean).powi(2)).sum::<f64>() / n).sqrt();
        let (mut intercept, mut weight) = (0.0, 0.0);
        for _ in 0..1000 {
            let (mut by_intercept, mut by_weight) = (0.0, weight);
            for case in &fitted {
                let x = (case.features[0] - mean) / spread;
                let off = 1.0 / (1.0 + f64::exp(-(intercept + weight * x))) - f64::from(u8::from(case.positive));
                by_intercept += off;
                by_weight += off * x;
            }
            // the second derivatives are at most n/4 and n/4 + 1: this step cannot overshoot
            intercept -= 3.0 * by_intercept / n;
            weight -= 3.0 * by_weight / n;
        }
        (intercept - weight * mean / spread, weight / spread)
    }

    fn random_cases(seed: u64) -> Vec<LabelledCase> {
        let mut random = stream(seed, "logistic test", 0);
        (0..120)
            .map(|i| {
                let x = random.normal() * 3.0 + 5.0;
                case(&[x], random.chance(1.0 / (1.0 + (4.0 - x).exp())), i % 4)
            })
            .collect()
    }

    #[test]
    fn every_fold_follows_the_definition_whichever_label_is_commoner() {
        for seed in 0..6 {
            let mut cases = random_cases(seed);
            if seed % 2 == 1 {
                cases.iter_mut().for_each(|case| case.positive = !case.positive);
            }
            let probabilities = held_out_probabilities(&cases).expect("fitted");
            let models: Vec<_> = (0..4).map(|group| naive(&cases, group)).collect();
            for (case, probability) in cases.iter().zip(probabilities) {
                let (intercept, weight) = models[case.group];
                let expected = 1.0 / (1.0 + (-(intercept + weight * case.features[0])).exp());
                assert!(
                    (probability - expected).abs() <= 1e-5,
                    "{probability} is not {expected}"
                );
            }
        }
    }

    #[test]
    fn a_held_out_label_never_reaches_its_own_probability() {
        let cases = random_cases(1);
        let mut other = cases.clone();
        other[0].positive = !other[0].positive;
        let before = held_out_probabilities(&cases).expect("fitted");
        let after = held_out_probabilities(&other).expect("fitted");
        for (at, case) in cases.iter().enumerate().filter(|(_, case)| case.group == 0) {
            assert!((before[at] - after[at]).abs() <= 0.0, "{case:?}");
        }
    }

    #[test]
    fn separated_labels_stay_finite() {
        let cases: Vec<_> = (0..60)
            .map(|i| case(&[f64::from(i), 1.0], i >= 30, i as usize % 3))
            .collect();
        let probabilities = held_out_probabilities(&cases).expect("fitted");
        assert!(probabilities.iter().all(|p| (0.0..=1.0).contains(p)));
        assert!(probabilities[0] < 0.1 && probabilities[59] > 0.9);
    }

    #[test]
    fn too_little_to_learn_from_is_refused() {
        let few: Vec<_> = (0..40).map(|i| case(&[f64::from(i)], i < 9, i as usize % 2)).collect();
        let error = LogisticError::TooFew { found: 9, needed: 10 };
        assert_eq!(held_out_probabilities(&few), Err(error));
        let one_group: Vec<_> = (0..40).map(|i| case(&[f64::from(i)], i < 20, 3)).collect();
        assert_eq!(held_out_probabilities(&one_group), Err(LogisticError::OneGroup));
        let mut broken = balanced();
        broken[0].features[0] = f64::NAN;
        assert_eq!(held_out_probabilities(&broken), Err(LogisticError::Features));
        assert!(held_out_probabilities(&[]).is_err());
    }
}
