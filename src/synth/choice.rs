//! Whom does chance pick? Weighted choices and waiting times for the invented hubs.
//!
//! In: a random stream and weights. Out: places in the list of weights, or months.

use crate::random::Draws;

/// One place, in proportion to the weights; `None` where all are zero.
pub fn weighted<R: Draws>(random: &mut R, weights: &[f64]) -> Option<usize> {
    let total: f64 = weights.iter().sum();
    if total <= 0.0 {
        return None;
    }
    let mut left = random.unit() * total;
    let mut last = None;
    for (place, &weight) in weights.iter().enumerate() {
        if weight > 0.0 {
            last = Some(place);
            if left < weight {
                return last;
            }
            left -= weight;
        }
    }
    last
}

/// Up to `count` different places, in proportion to the weights, in ascending order (Efraimidis & Spirakis 2006).
pub fn without_replacement<R: Draws>(random: &mut R, weights: &[f64], count: usize) -> Vec<usize> {
    let mut keys: Vec<(f64, usize)> = weights
        .iter()
        .enumerate()
        .filter(|(_, weight)| **weight > 0.0)
        .map(|(place, weight)| (-(1.0 - random.unit()).ln() / weight, place))
        .collect();
    keys.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut places: Vec<usize> = keys.into_iter().take(count).map(|(_, place)| place).collect();
    places.sort_unstable();
    places
}

/// One item of a list that is not empty.
pub fn one<'a, R: Draws, T>(random: &mut R, items: &'a [T]) -> &'a T {
    &items[random.below(items.len())]
}

/// Months until something happens at a constant rate a month.
pub fn waiting_months<R: Draws>(random: &mut R, rate: f64) -> f64 {
    -(1.0 - random.unit()).ln() / rate
}

/// A heavy-tailed weight with median 1.
pub fn log_normal<R: Draws>(random: &mut R, spread: f64) -> f64 {
    (spread * random.normal()).exp()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random;

    #[test]
    fn a_weight_of_zero_is_never_picked_and_others_in_proportion() {
        let mut random = random::stream(1, "weighted", 0);
        let mut counts = [0usize; 3];
        for _ in 0..30_000 {
            counts[weighted(&mut random, &[1.0, 0.0, 2.0]).unwrap()] += 1;
        }
        // binomial(30000, 1/3): mean 10000, sd 82
        assert!(counts[1] == 0 && counts[0].abs_diff(10_000) <= 450, "{counts:?}");
        assert_eq!(weighted(&mut random, &[0.0]), None);
    }

    #[test]
    fn nobody_is_picked_twice_and_heavy_weights_come_first() {
        let mut random = random::stream(1, "sample", 0);
        let picked = without_replacement(&mut random, &[1e-9, 1e9, 1e9, 0.0], 2);
        assert_eq!(picked, [1, 2]);
        assert_eq!(without_replacement(&mut random, &[1.0, 1.0, 0.0], 5), [0, 1]);
    }

    #[test]
    fn waiting_times_have_the_mean_of_their_rate() {
        let mut random = random::stream(1, "waiting", 0);
        let mean = (0..40_000).map(|_| waiting_months(&mut random, 0.05)).sum::<f64>() / 40_000.0;
        // exponential with mean 20 and sd 20: standard error 0.1
        assert!((mean - 20.0).abs() <= 0.5, "{mean}");
    }
}
