//! Pure functions on numbers: sums that do not depend on threads, quantiles, entropy, concentration.
//!
//! In: slices. Out: numbers, `None` where undefined. Knows nothing of hubs.

use rayon::prelude::*;

/// Length of the logical chunks in which sums are made. It never depends on the number of threads.
const CHUNK: usize = 4096;

/// The sum of the values; the same bits for any number of threads.
///
/// ```
/// assert!((hubscope::numeric::sum(&[0.1; 10]) - 1.0).abs() <= 1e-16);
/// ```
#[must_use]
pub fn sum(values: &[f64]) -> f64 {
    sum_over(values.len(), |place| values[place])
}

/// The sum of `term(0)` to `term(length − 1)`, computed in parallel over fixed chunks whose sums are added in order.
///
/// Each chunk is summed with Neumaier's compensation, so that small terms are not lost beside large ones.
#[must_use]
pub fn sum_over(length: usize, term: impl Fn(usize) -> f64 + Sync) -> f64 {
    let chunk = |number: usize| compensated((number * CHUNK..length.min((number + 1) * CHUNK)).map(&term));
    let chunks = length.div_ceil(CHUNK);
    if chunks <= 1 {
        return chunk(0);
    }
    let sums: Vec<f64> = (0..chunks).into_par_iter().map(chunk).collect();
    compensated(sums.into_iter())
}

/// Neumaier's compensated sum.
fn compensated(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    for value in values {
        let next = sum + value;
        lost += if sum.abs() >= value.abs() {
            (sum - next) + value
        } else {
            (value - next) + sum
        };
        sum = next;
    }
    sum + lost
}

/// The arithmetic mean; `None` of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| sum(values) / values.len() as f64)
}

/// The sample variance (divided by n − 1); `None` under two values.
#[must_use]
pub fn variance(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    (values.len() > 1)
        .then(|| sum_over(values.len(), |place| (values[place] - mean).powi(2)) / (values.len() - 1) as f64)
}

/// The quantile at a share from 0 to 1, interpolated as R's type 7; `None` of nothing.
///
/// With the values sorted, h = (n − 1)·share and the quantile is x\[⌊h⌋\] + (h − ⌊h⌋)(x\[⌊h⌋ + 1\] − x\[⌊h⌋\]).
#[must_use]
pub fn quantile(values: &[f64], share: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let place = share.clamp(0.0, 1.0) * last as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(last);
    Some(sorted[below] + (place - place.floor()) * (sorted[above] - sorted[below]))
}

/// Shannon entropy −Σ p ln p of parts given by size, in nats; empty parts count nothing.
///
/// `None` where the sizes have no positive sum or one of them is negative.
#[must_use]
pub fn shannon(sizes: &[f64]) -> Option<f64> {
    let total = positive_total(sizes)?;
    let entropy = -sum_over(sizes.len(), |place| {
        let share = sizes[place] / total;
        if share > 0.0 { share * share.ln() } else { 0.0 }
    });
    Some(entropy.max(0.0))
}

/// The Herfindahl-Hirschman index Σ p² of parts given by size: 1 where one part holds all.
///
/// `None` where the sizes have no positive sum or one of them is negative.
#[must_use]
pub fn hhi(sizes: &[f64]) -> Option<f64> {
    let total = positive_total(sizes)?;
    Some(sum_over(sizes.len(), |place| (sizes[place] / total).powi(2)))
}

/// Blau's index 1 − Σ p²: the chance that two drawn with replacement belong to different parts.
///
/// `None` as [`hhi`].
#[must_use]
pub fn blau(sizes: &[f64]) -> Option<f64> {
    hhi(sizes).map(|hhi| (1.0 - hhi).max(0.0))
}

/// The Gini coefficient of sizes: 0 where all are equal, (n − 1)/n where one holds all (no small-sample correction).
///
/// G = Σ (2i − n − 1) x₍ᵢ₎ / (n Σ x), the sizes sorted upwards. `None` where they have no positive sum or one is
/// negative.
#[must_use]
pub fn gini(sizes: &[f64]) -> Option<f64> {
    let total = positive_total(sizes)?;
    let mut sorted = sizes.to_vec();
    sorted.sort_by(f64::total_cmp);
    let count = sorted.len() as f64;
    let weighted = sum_over(sorted.len(), |place| {
        (2.0 * (place as f64 + 1.0) - count - 1.0) * sorted[place]
    });
    Some((weighted / (count * total)).max(0.0))
}

fn positive_total(sizes: &[f64]) -> Option<f64> {
    let valid = sizes.iter().all(|size| size.is_finite() && *size >= 0.0);
    let total = sum(sizes);
    (valid && total > 0.0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(found: Option<f64>, expected: f64) -> bool {
        found.is_some_and(|found| (found - expected).abs() <= 1e-12)
    }

    #[test]
    fn small_terms_survive_beside_large_ones() {
        // plain addition loses both ones beside 1e16 and gives 0
        assert!((sum(&[1.0, 1e16, 1.0, -1e16]) - 2.0).abs() <= 1e-12);
    }

    #[test]
    fn sums_are_the_same_bits_on_one_thread_and_on_eight() {
        let values: Vec<f64> = (0..20_000).map(|i| (f64::from(i) * 0.7).sin()).collect();
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("a pool");
            pool.install(|| sum(&values).to_bits())
        };
        assert_eq!(on(1), on(8));
    }

    #[test]
    fn quantiles_interpolate_as_type_7() {
        // h = 3 · 0.25 = 0.75: 1 + 0.75 · (2 − 1)
        assert!(close(quantile(&[4.0, 1.0, 3.0, 2.0], 0.25), 1.75));
        assert!(close(quantile(&[4.0, 1.0, 3.0, 2.0], 0.5), 2.5));
        assert!(close(quantile(&[7.0], 0.9), 7.0));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn mean_and_variance_by_hand() {
        // 2, 4, 6: mean 4, squares 4 + 0 + 4 over 2
        assert!(close(mean(&[2.0, 4.0, 6.0]), 4.0) && close(variance(&[2.0, 4.0, 6.0]), 4.0));
        assert_eq!((mean(&[]), variance(&[1.0])), (None, None));
    }

    #[test]
    fn diversity_and_concentration_by_hand() {
        // two equal parts: entropy ln 2, Σ p² = ½; an empty third part changes nothing
        assert!(close(shannon(&[3.0, 3.0, 0.0]), std::f64::consts::LN_2));
        assert!(close(hhi(&[3.0, 3.0, 0.0]), 0.5) && close(blau(&[3.0, 3.0]), 0.5));
        assert!(close(shannon(&[5.0]), 0.0) && close(blau(&[5.0]), 0.0));
    }

    #[test]
    fn gini_by_hand() {
        // 1, 2, 3, 4: (−3·1 − 1·2 + 1·3 + 3·4)/(4·10) = 10/40; one of four holds all: ¾; equal: 0
        assert!(close(gini(&[4.0, 3.0, 2.0, 1.0]), 0.25));
        assert!(close(gini(&[0.0, 0.0, 0.0, 9.0]), 0.75));
        assert!(close(gini(&[2.0, 2.0]), 0.0));
    }

    #[test]
    fn nothing_negative_or_infinite_is_measured() {
        for sizes in [
            vec![],
            vec![0.0, 0.0],
            vec![1.0, -1.0, 3.0],
            vec![1.0, f64::INFINITY],
            vec![f64::NAN],
        ] {
            assert_eq!([shannon(&sizes), hhi(&sizes), blau(&sizes), gini(&sizes)], [None; 4]);
        }
    }

    proptest! {
        #[test]
        fn gini_is_half_the_mean_difference_over_the_mean(sizes in prop::collection::vec(0.01..100.0_f64, 1..40)) {
            let n = sizes.len() as f64;
            let differences: f64 = sizes.iter().flat_map(|a| sizes.iter().map(move |b| (a - b).abs())).sum();
            let naive = differences / (2.0 * n * sizes.iter().sum::<f64>());
            prop_assert!(gini(&sizes).is_some_and(|g| (g - naive).abs() <= 1e-9 && g <= (n - 1.0) / n + 1e-12));
        }

        #[test]
        fn diversity_ignores_scale_and_is_largest_when_even(sizes in prop::collection::vec(0.01..100.0_f64, 1..20)) {
            let scaled: Vec<f64> = sizes.iter().map(|x| x * 7.0).collect();
            let (one, other) = (shannon(&sizes).expect("positive"), shannon(&scaled).expect("positive"));
            prop_assert!((one - other).abs() <= 1e-9);
            prop_assert!(one <= (sizes.len() as f64).ln() + 1e-9);
            let (one, other) = (hhi(&sizes).expect("positive"), hhi(&scaled).expect("positive"));
            prop_assert!((one - other).abs() <= 1e-9 && one >= 1.0 / sizes.len() as f64 - 1e-9);
        }
    }
}
