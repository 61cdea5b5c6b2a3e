//! Named, seeded random streams: which numbers does a draw see, whatever the thread it runs on?
//!
//! In: a seed, the name of the purpose and the index of the draw. Out: a generator whose output depends on
//! these three alone. Never shared between draws, never taken from the clock or the system.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use sha2::{Digest, Sha256};

/// The stream of one draw: `purpose` names what it is for (`"sector_gap"`), `draw` counts within it.
///
/// Streams with different names or numbers are independent, so draws can run in any order and in parallel.
///
/// ```
/// use hubscope::random::{self, Draws};
/// let mut first = random::stream(1, "example", 0);
/// let mut again = random::stream(1, "example", 0);
/// assert_eq!(first.below(1000), again.below(1000));
/// ```
#[must_use]
pub fn stream(seed: u64, purpose: &str, draw: u64) -> ChaCha8Rng {
    let mut digest = Sha256::new();
    digest.update(seed.to_le_bytes());
    digest.update((purpose.len() as u64).to_le_bytes());
    digest.update(purpose.as_bytes());
    digest.update(draw.to_le_bytes());
    ChaCha8Rng::from_seed(digest.finalize().into())
}

/// The few kinds of draw that hubscope makes.
pub trait Draws {
    /// A whole number in `0..bound`, each equally likely; 0 when `bound` is 0.
    fn below(&mut self, bound: usize) -> usize;
    /// A number in `[0, 1)`.
    fn unit(&mut self) -> f64;
    /// True with probability `probability`.
    fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }
    /// A standard normal number.
    fn normal(&mut self) -> f64;
    /// Puts the items in a random order, each equally likely.
    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}

impl<R: rand_chacha::rand_core::Rng> Draws for R {
    fn below(&mut self, bound: usize) -> usize {
        if bound == 0 {
            return 0;
        }
        // Lemire's rejection: unbiased, and one multiplication for almost every draw; the remainder is taken only where
        // a draw could be one too many.
        let bound = bound as u64;
        let mut product = u128::from(self.next_u64()) * u128::from(bound);
        if (product as u64) < bound {
            let threshold = bound.wrapping_neg() % bound;
            while (product as u64) < threshold {
                product = u128::from(self.next_u64()) * u128::from(bound);
            }
        }
        (product >> 64) as usize
    }

    fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        // Box-Muller; 1 − unit() is above zero, so the logarithm is finite.
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_differ_by_seed_purpose_and_draw() {
        let value = |seed, purpose: &str, draw| stream(seed, purpose, draw).below(usize::MAX);
        let base = value(1, "a", 0);
        assert_ne!(base, value(2, "a", 0));
        assert_ne!(base, value(1, "b", 0));
        assert_ne!(base, value(1, "a", 1));
        assert_eq!(base, value(1, "a", 0));
    }

    #[test]
    fn draws_below_a_bound_are_even() {
        let mut random = stream(1, "even", 0);
        let mut counts = [0u32; 7];
        for _ in 0..70_000 {
            counts[random.below(7)] += 1;
        }
        // each count is binomial(70000, 1/7): mean 10000, sd 93
        assert!(counts.iter().all(|&count| count.abs_diff(10_000) <= 500), "{counts:?}");
    }

    #[test]
    fn normal_draws_have_mean_zero_and_variance_one() {
        let mut random = stream(1, "normal", 0);
        let draws: Vec<f64> = (0..40_000).map(|_| random.normal()).collect();
        let mean = draws.iter().sum::<f64>() / draws.len() as f64;
        let variance = draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / draws.len() as f64;
        assert!(mean.abs() <= 0.025, "{mean}");
        assert!((variance - 1.0).abs() <= 0.04, "{variance}");
    }
}
