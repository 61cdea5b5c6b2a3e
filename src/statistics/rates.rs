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

/// The chance that someone who acted in `acts` of the months after the first would have done so in the first `span` of
/// all `whole` of them, and been silent since, had every month been as likely as another.
///
/// # Formula
/// C(span, acts) / C(whole, acts) = Π_{i < acts} (span − i) / (whole − i): the exact conditional test of a steady pace
/// against one that stopped. `None` where that cannot be: more acts than months, or a span beyond the whole.
///
/// # Agreement
/// R `dhyper(acts, acts, whole - acts, span)`, SciPy `hypergeom.pmf(acts, whole, acts, span)`: same.
#[must_use]
pub fn silent_so_long(acts: usize, span: usize, whole: usize) -> Option<f64> {
    let possible = acts <= span && span <= whole;
    let factor = |place: usize| (span - place) as f64 / (whole - place) as f64;
    possible.then(|| (0..acts).map(factor).product())
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
    fn the_chance_of_silence_by_hand_and_by_scipy() {
        // four acts in the first 8 of 24 months: C(8, 4) / C(24, 4) = 70 / 10626
        let near = |found: Option<f64>, expected: f64| found.is_some_and(|p| (p - expected).abs() <= 1e-15);
        assert!(near(silent_so_long(4, 8, 24), 70.0 / 10_626.0));
        // scipy 1.17.1: hypergeom.pmf(11, 60, 11, 36)
        assert!(near(silent_so_long(11, 36, 60), 0.0017531516671435547));
        assert!(near(silent_so_long(0, 0, 9), 1.0) && near(silent_so_long(3, 9, 9), 1.0));
        assert_eq!((silent_so_long(3, 2, 9), silent_so_long(1, 5, 4)), (None, None));
    }

    #[test]
    fn more_now_is_never_less_likely_to_be_so_few() {
        let tails: Vec<f64> = (0..12).filter_map(|now| fewer_than_before(now, 9, 3)).collect();
        assert!(tails.len() == 12 && tails.windows(2).all(|pair| pair[0] <= pair[1]));
    }
}
