//! How many false alarms? Permutation p-values and the control of false discoveries over a family of tests.
//!
//! In: counts of draws, p-values. Out: p- and q-values.

/// Benjamini-Hochberg q-values in the order of the p-values: the smallest rate at which each would be called.
///
/// # Formula
/// q₍ᵢ₎ = min over j ≥ i of min(1, p₍ⱼ₎ · n/j), p sorted upwards. Valid under independence or positive dependence
/// (Benjamini & Hochberg 1995; Benjamini & Yekutieli 2001).
///
/// # Agreement
/// R `p.adjust(p, "BH")`: same.
#[must_use]
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    benjamini_hochberg_among(p, p.len() as u64)
}

/// The same where the p-values are the smallest of a larger family whose others are 1: pairs that share nothing, say.
#[must_use]
pub fn benjamini_hochberg_among(p: &[f64], family: u64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let mut q = vec![1.0; p.len()];
    let mut smallest = 1.0_f64;
    for (rank, &place) in order.iter().enumerate().rev() {
        smallest = smallest.min(p[place] * family as f64 / (rank + 1) as f64);
        q[place] = smallest;
    }
    q
}

/// Two-sided permutation p: twice the smaller tail, at most 1, never 0.
///
/// `at_most` and `at_least` count the draws that are at most and at least the observed value; each tail is
/// (1 + count)/(draws + 1), because the observed data are one of the permutations (Davison & Hinkley 1997).
#[must_use]
pub fn permutation_p(at_most: usize, at_least: usize, draws: usize) -> f64 {
    let tail = |count: usize| (1 + count) as f64 / (draws + 1) as f64;
    (2.0 * tail(at_most).min(tail(at_least))).min(1.0)
}

/// The draws without which no test of a family could pass at rate q: 2/(draws + 1) must not exceed q/family.
///
/// Never under 999. `None` unless q lies in (0, 1].
///
/// ```
/// // 66 cells at 5 %: 2 · 66/0.05 − 1
/// assert_eq!(hubscope::statistics::false_discovery::draws_needed(66, 0.05), Some(2639));
/// ```
#[must_use]
pub fn draws_needed(family: usize, q: f64) -> Option<usize> {
    if !(q > 0.0 && q <= 1.0) {
        return None;
    }
    // Rounded first: 2 · 66/0.05 is 2640.0000000000005 in binary.
    let least = (2.0 * family as f64 / q * (1.0 - 1e-12)).ceil() as usize;
    Some(least.saturating_sub(1).max(999))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_rest_of_a_family_counts_as_one() {
        let p = [0.001, 0.2, 0.01, 1.0];
        let padded: Vec<f64> = p.iter().copied().chain([1.0; 6]).collect();
        assert_eq!(benjamini_hochberg_among(&p, 10), benjamini_hochberg(&padded)[..4]);
    }

    #[test]
    fn q_values_equal_those_of_r() {
        // p.adjust(c(0.01, 0.04, 0.03, 0.005), "BH") by hand: 0.005·4/1, 0.01·4/2, 0.03·4/3, 0.04·4/4
        let q = benjamini_hochberg(&[0.01, 0.04, 0.03, 0.005]);
        for (found, expected) in q.iter().zip([0.02, 0.04, 0.04, 0.02]) {
            assert!((found - expected).abs() <= 1e-12, "{q:?}");
        }
        assert!(benjamini_hochberg(&[]).is_empty());
    }

    #[test]
    fn permutation_p_is_never_zero_and_never_above_one() {
        // the published case: no draw of 2,000 at or below the observed, 2·1/2001
        assert!((permutation_p(0, 2000, 2000) - 2.0 / 2001.0).abs() <= 1e-15);
        assert!((permutation_p(1500, 1500, 2000) - 1.0).abs() <= 1e-15);
    }

    #[test]
    fn with_the_draws_needed_the_smallest_p_can_pass_and_with_one_less_it_cannot() {
        for (family, q) in [(66, 0.05), (100, 0.01), (28, 0.01), (1000, 0.05)] {
            let draws = draws_needed(family, q).expect("a rate");
            let smallest = |draws| permutation_p(0, draws, draws) * family as f64;
            assert!(smallest(draws) <= q * (1.0 + 1e-9));
            assert!(draws == 999 || smallest(draws - 1) > q);
        }
        assert_eq!(draws_needed(3, 0.05), Some(999));
        assert_eq!([draws_needed(3, 0.0), draws_needed(3, f64::NAN)], [None, None]);
    }

    proptest! {
        #[test]
        fn called_at_a_rate_is_what_the_step_up_rule_calls(p in prop::collection::vec(0.0001..1.0_f64, 1..40)) {
            // the rule as published: the largest k with p_(k) <= k q/n, and everything up to it
            let rate = 0.2;
            let mut sorted = p.clone();
            sorted.sort_by(f64::total_cmp);
            let called = (1..=p.len()).rev().find(|&k| sorted[k - 1] <= k as f64 * rate / p.len() as f64).unwrap_or(0);
            let passed = benjamini_hochberg(&p).into_iter().filter(|q| *q <= rate).count();
            prop_assert_eq!(passed, called);
        }
    }
}
