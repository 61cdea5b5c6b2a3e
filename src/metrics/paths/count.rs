//! How are shortest paths counted when there are more than a double can hold?
//!
//! In: counts to add. Out: [`Count`], as a plain `f64` where that is enough and as [`Wide`] where it is not: a chain of
//! a thousand diamonds has 2¹⁰⁰⁰ shortest paths, and only ratios of counts enter a result.

/// A number of paths, or the inverse of one.
pub(super) trait Count: Copy {
    /// No path.
    const NONE: Self;
    /// One path.
    const ONE: Self;
    /// Both together.
    fn plus(self, other: Self) -> Self;
    /// So many times as large; `factor` is a small whole number.
    fn scaled(self, factor: u32) -> Self;
    /// Its inverse.
    fn inverse(self) -> Self;
    /// The product.
    fn product(self, other: Self) -> Self;
    /// The product, which is a plain number.
    fn times(self, other: Self) -> f64;
    /// Whether it is too large for this kind of count or its inverse.
    fn overflows(self) -> bool;
}

impl Count for f64 {
    const NONE: Self = 0.0;
    const ONE: Self = 1.0;

    fn plus(self, other: Self) -> Self {
        self + other
    }

    fn scaled(self, factor: u32) -> Self {
        self * f64::from(factor)
    }

    fn inverse(self) -> Self {
        self.recip()
    }

    fn product(self, other: Self) -> Self {
        self * other
    }

    fn times(self, other: Self) -> f64 {
        self * other
    }

    fn overflows(self) -> bool {
        self > 1e280
    }
}

const BASE: f64 = (1u128 << 100) as f64;

/// `digits` · 2^(100 · `power`), with `digits` from 1 to 2¹⁰⁰, or 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wide {
    digits: f64,
    power: i32,
}

impl Wide {
    fn carried(self) -> Self {
        if self.digits < BASE {
            self
        } else {
            Self {
                digits: self.digits / BASE,
                power: self.power + 1,
            }
        }
    }
}

impl Count for Wide {
    const NONE: Self = Self { digits: 0.0, power: 0 };
    const ONE: Self = Self { digits: 1.0, power: 0 };

    fn plus(self, other: Self) -> Self {
        let (large, small) = if self.digits > 0.0 && (other.digits <= 0.0 || self.power >= other.power) {
            (self, other)
        } else {
            (other, self)
        };
        let digits = large.digits + small.digits * BASE.powi(small.power.saturating_sub(large.power).min(0));
        Self { digits, ..large }.carried()
    }

    fn scaled(self, factor: u32) -> Self {
        let digits = self.digits * f64::from(factor);
        Self { digits, ..self }.carried()
    }

    fn inverse(self) -> Self {
        Self {
            digits: BASE / self.digits,
            power: -self.power - 1,
        }
    }

    fn product(self, other: Self) -> Self {
        Self {
            digits: self.digits * other.digits,
            power: self.power + other.power,
        }
        .carried()
    }

    fn times(self, other: Self) -> f64 {
        self.digits * other.digits * BASE.powi(self.power + other.power)
    }

    fn overflows(self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_counts_keep_ratios_that_doubles_lose() {
        // 2^2000 by doubling, then 2^2000 · (1/2^2000 + 1/2^2001) = 1.5
        let mut count = Wide::ONE;
        for _ in 0..2000 {
            count = count.plus(count);
        }
        let twice = count.plus(count);
        let ratio = count.times(count.inverse().plus(twice.inverse()));
        assert!((ratio - 1.5).abs() <= 1e-15, "{ratio}");
        assert!((count.plus(Wide::ONE).times(count.inverse()) - 1.0).abs() <= 1e-15);
        let tripled = count.scaled(3).scaled(1 << 31).scaled(1 << 31);
        assert!((tripled.times(count.scaled(2).inverse()) / 2f64.powi(61) - 3.0).abs() <= 1e-15);
        assert!((Wide::NONE.plus(count.inverse()).times(count) - 1.0).abs() <= 1e-15);
    }
}
