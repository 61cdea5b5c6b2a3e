//! How are many sources reckoned with at once?
//!
//! In: arrays of one number per source. Out: their sums and masks. All are short loops over arrays of fixed size without
//! a branch, which the compiler turns into vector instructions; lanes never mix, so the results do not depend on which.

/// How many sources are swept together: one line of cache for each node.
pub(super) const LANES: usize = 8;

/// One number per source.
pub(super) type Lane = [f64; LANES];

/// Nothing in any lane.
pub(super) const ZERO: Lane = [0.0; LANES];

/// Adds lane by lane.
#[inline(always)]
pub(super) fn add(sum: &mut Lane, term: &Lane) {
    for i in 0..LANES {
        sum[i] += term[i];
    }
}

/// Adds the lanes of all columns.
#[inline(always)]
pub(super) fn gather(columns: &[u32], values: &[Lane]) -> Lane {
    let mut sum = ZERO;
    for &column in columns {
        add(&mut sum, &values[column as usize]);
    }
    sum
}

/// Lane by lane 1 where both whole numbers are the same, else 0.
#[inline(always)]
pub(super) fn same(one: &Lane, other: &Lane) -> Lane {
    let mut mask = ZERO;
    for i in 0..LANES {
        mask[i] = if (one[i] - other[i]).abs() < 0.5 { 1.0 } else { 0.0 };
    }
    mask
}

/// Lane by lane 1 where the number is above 0, else 0.
#[inline(always)]
pub(super) fn positive(values: &Lane) -> Lane {
    let mut mask = ZERO;
    for i in 0..LANES {
        mask[i] = if values[i] > 0.0 { 1.0 } else { 0.0 };
    }
    mask
}

/// The smaller number lane by lane.
#[inline(always)]
pub(super) fn smaller(one: &Lane, other: &Lane) -> Lane {
    let mut least = ZERO;
    for i in 0..LANES {
        least[i] = if one[i] < other[i] { one[i] } else { other[i] };
    }
    least
}

/// All lanes together, in a fixed order.
#[inline(always)]
pub(super) fn total(values: &Lane) -> f64 {
    let mut half = [0.0; LANES / 2];
    for i in 0..LANES / 2 {
        half[i] = values[i] + values[i + LANES / 2];
    }
    half.iter().sum()
}
