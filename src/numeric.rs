//! Pure functions on numbers: sums that do not depend on threads, quantiles, entropy, concentration.
//!
//! In: slices. Out: numbers, `None` where undefined. Knows nothing of hubs.
