//! Has a rate dropped? Counts of records now against counts before.
//!
//! In: counts. Out: exact tail probabilities.

use statrs::distribution::{Binomial, DiscreteCDF};

/// The chance of so few now if the rate of the earlier windows had held, all windows being of equal length.
///
/// # Formula
/// If both are Poisson with the same rate, then, given their sum, now is binomial(now + before, 1/(windows + 1)): the
/// exact lower tail of the conditional test (Przyborowski & Wilenski 1940), which allows for the earlier rate being an
/// estimate itself. `None` without an earlier window.
///
/// # Agreement
/// R `poisson.test(c(now, before), c(1, windows), alternative = "less")$p.value`: same.
#[must_use]
pub fn fewer_than_before(now: usize, before: usize, windows: usize) -> Option<f64> {
    if windows == 0 {
        return None;
    }
    let binomial = Binomial::new(1.0 / (windows as f64 + 1.0), (now + before) as u64).ok()?;
    Some(binomial.cdf(now as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_by_hand() {
        // none now, 8 in two windows: (2/3)^8; 1 now, 3 in one window: binomial(4, ½) at most 1 = 5/16
        let near = |found: Option<f64>, expected: f64| found.is_some_and(|p| (p - expected).abs() <= 1e-12);
        assert!(near(fewer_than_before(0, 8, 2), (2.0_f64 / 3.0).powi(8)));
        assert!(near(fewer_than_before(1, 3, 1), 5.0 / 16.0));
        assert!(near(fewer_than_before(0, 0, 3), 1.0));
        assert_eq!(fewer_than_before(1, 0, 0), None);
    }

    #[test]
    fn more_now_is_never_less_likely_to_be_so_few() {
        let tails: Vec<f64> = (0..12).filter_map(|now| fewer_than_before(now, 9, 3)).collect();
        assert!(tails.len() == 12 && tails.windows(2).all(|pair| pair[0] <= pair[1]));
    }
}
