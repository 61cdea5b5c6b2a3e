//! What would chance alone give? Null models of networks and attendance, and a figure beside its draws.
//!
//! In: plain ties, attendance or groups, and a random stream, one per draw. Out: the redrawn data, and
//! [`NullComparison`]. Each model draws every network with what it keeps equally often: the tests count them.

use crate::numeric;
use crate::statistics::false_discovery::permutation_p;

mod curveball;
mod labels;
pub mod mixing;
mod rewiring;

pub use curveball::{GLOBAL_TRADES, Incidence};
pub use labels::{label_permutation, within_strata};
pub use rewiring::{Rewiring, SWAPS_PER_TIE, stub_permutation};

/// What chance is taken to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NullModel {
    /// Ends of ties paired at random: everyone keeps the number of their ties; double ties and loops may arise.
    Stubs,
    /// Random simple networks in which everyone keeps the number of their ties.
    DegreePreservingSwaps,
    /// Random attendance in which everyone keeps the number of their events and each event its size.
    Curveball,
    /// Groups dealt anew among those that have one; the ties stay.
    LabelPermutation,
}

impl NullModel {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stubs => "stubs",
            Self::DegreePreservingSwaps => "degree_preserving_swaps",
            Self::Curveball => "curveball",
            Self::LabelPermutation => "label_permutation",
        }
    }
}

/// A figure beside what a null model gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NullComparison {
    /// The figure.
    pub observed: f64,
    /// What the model expects: exactly where a formula is known, else the mean of the draws.
    pub expected: f64,
    /// Standard deviation of the draws.
    pub sd: f64,
    /// (observed − expected)/sd; `None` where every draw is the same.
    pub z: Option<f64>,
    /// Two-sided p with the +1 correction: never 0.
    pub p: f64,
    /// Draws made.
    pub draws: usize,
}

/// Two figures are the same draw when they differ by no more than rounding.
const ROUNDING: f64 = 1e-9;

impl NullComparison {
    /// The figure beside its draws; `None` under two draws or where a number is not finite.
    ///
    /// ```
    /// use hubscope::metrics::null::NullComparison;
    /// let found = NullComparison::new(3.0, &[1.0, 2.0, 3.0]).expect("three draws");
    /// assert_eq!((found.expected, found.sd, found.z), (2.0, 1.0, Some(1.0)));
    /// assert_eq!(found.p, 1.0); // upper tail: (1 + 1)/(3 + 1), doubled
    /// ```
    #[must_use]
    pub fn new(observed: f64, drawn: &[f64]) -> Option<Self> {
        if !observed.is_finite() || drawn.iter().any(|draw| !draw.is_finite()) {
            return None;
        }
        let slack = ROUNDING * observed.abs().max(1.0);
        let at_most = drawn.iter().filter(|draw| **draw <= observed + slack).count();
        let at_least = drawn.iter().filter(|draw| **draw >= observed - slack).count();
        let expected = numeric::mean(drawn)?;
        let sd = numeric::variance(drawn)?.sqrt();
        let found = Self {
            observed,
            expected,
            sd,
            z: None,
            p: permutation_p(at_most, at_least, drawn.len()),
            draws: drawn.len(),
        };
        Some(found.expecting(expected))
    }

    /// The same with the exact expectation in place of the draws' mean.
    #[must_use]
    pub fn expecting(self, expected: f64) -> Self {
        Self {
            expected,
            z: self.varies().then(|| (self.observed - expected) / self.sd),
            ..self
        }
    }

    /// Whether it says anything: not where every draw is the figure itself, because the model keeps it.
    ///
    /// ```
    /// use hubscope::metrics::null::NullComparison;
    /// let says = |observed| NullComparison::new(observed, &[2.0, 2.0]).expect("two draws").says_something();
    /// assert!(!says(2.0) && says(3.0));
    /// ```
    #[must_use]
    pub fn says_something(&self) -> bool {
        self.varies() || (self.observed - self.expected).abs() > self.slack()
    }

    fn varies(&self) -> bool {
        self.sd > self.slack()
    }

    fn slack(&self) -> f64 {
        ROUNDING * self.observed.abs().max(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_that_differ_by_rounding_count_in_both_tails() {
        // one draw below, two equal up to rounding, none above: tails 4/4 and 3/4, doubled and cut at 1
        let found = NullComparison::new(0.3, &[0.1, 0.1 + 0.2, 0.3]).expect("three draws");
        assert!((found.p - 1.0).abs() <= 1e-15);
        // all 19 below: 2 · 1/20
        let found = NullComparison::new(20.0, &(1..20).map(f64::from).collect::<Vec<_>>()).expect("draws");
        assert!((found.p - 0.1).abs() <= 1e-15);
    }

    #[test]
    fn what_never_varies_has_no_z_and_what_is_not_finite_no_comparison() {
        let same = NullComparison::new(2.0, &[2.0, 2.0]).expect("two draws");
        assert_eq!((same.z, same.p), (None, 1.0));
        assert_eq!(NullComparison::new(f64::NAN, &[1.0, 2.0]), None);
        assert_eq!(NullComparison::new(1.0, &[1.0, f64::INFINITY]), None);
        assert_eq!(NullComparison::new(1.0, &[1.0]), None);
    }

    #[test]
    fn the_exact_expectation_moves_z_alone() {
        let found = NullComparison::new(3.0, &[1.0, 2.0, 3.0])
            .expect("draws")
            .expecting(1.0);
        assert_eq!((found.expected, found.z), (1.0, Some(2.0)));
    }
}
