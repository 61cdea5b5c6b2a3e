//! How long does the network hold together when anyone may leave next?
//!
//! In: a snapshot, how often leaving is drawn and the seed. Out: [`RobustnessRandom`].

use rayon::prelude::*;

use super::removal::{Links, mean_share};
use crate::network::Snapshot;
use crate::numeric::quantile;
use crate::random::{self, Draws};

/// How often leaving is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RobustnessRandomOptions {
    /// How many orders of leaving are drawn.
    pub draws: u64,
    /// The seed.
    pub seed: u64,
}

impl RobustnessRandomOptions {
    /// As exported: a hundred orders.
    #[must_use]
    pub const fn exported(seed: u64) -> Self {
        Self { draws: 100, seed }
    }
}

/// R under random leaving: all `None` without nodes or draws.
#[derive(Debug, Clone, PartialEq)]
pub struct RobustnessRandom {
    /// The mean over the draws.
    pub mean: Option<f64>,
    /// 2.5 % of the draws are below.
    pub low: Option<f64>,
    /// 2.5 % of the draws are above.
    pub high: Option<f64>,
    /// The mean of S(Q)/N over the draws, for Q = 1 to N.
    pub curve: Vec<f64>,
}

/// Robustness of a snapshot against random leaving: the yardstick of [`robustness`](super::robustness()).
///
/// What it tells a hub: how the network would hold if members left by chance, as people move and programmes end. Where
/// the targeted value lies far below the interval, the hub depends on its best connected.
///
/// # Formula
/// ```text
/// R = (1/N) Σ_{Q=1}^{N} S(Q)/N for each of B random orders of leaving; their mean, 2.5 % and 97.5 % quantiles (type 7)
/// ```
/// # Conventions
/// Direction and strength are ignored. Every order of all N nodes, isolates included, is equally likely. The interval
/// holds the middle 95 % of single orders; it is not the error of the mean.
///
/// # Returns
/// Mean, low and high from 0 to (1 − 1/N)/2 and the mean curve; `None` without nodes or draws.
///
/// # Complexity
/// O(B (n + m) α(n)), with an event's k rows in place of its ties where it ties all its participants; draws in
/// parallel, each with its own seeded stream. Deterministic, the same bytes on any number of threads.
///
/// # Errors
/// None.
///
/// # Agreement
/// 500 draws with NetworkX 3.6 on the classic networks: the same mean within its error.
///
/// # Example
/// ```
/// use hubscope::metrics::{RobustnessRandomOptions, robustness_random};
/// use hubscope::network::Snapshot;
/// // a pair: whoever leaves first, one is left: (1 + 0)/2 over 2, always
/// let pair = Snapshot::from_ties(2, &[(0, 1, 1.0)]);
/// let found = robustness_random(&pair, &RobustnessRandomOptions::exported(1));
/// assert_eq!((found.mean, found.low, found.high), (Some(0.25), Some(0.25), Some(0.25)));
/// ```
/// # References
/// Schneider, C. M., Moreira, A. A., Andrade, J. S., Havlin, S., Herrmann, H. J. (2011). Mitigation of malicious attacks
/// on networks. PNAS 108(10), 3838-3841. <https://doi.org/10.1073/pnas.1009440108>
#[must_use]
pub fn robustness_random(snapshot: &Snapshot, options: &RobustnessRandomOptions) -> RobustnessRandom {
    let links = Links::of(snapshot);
    of_draws(
        snapshot.node_count(),
        snapshot.node_count(),
        options,
        "robustness_random",
        |order| links.sizes_after(order),
    )
}

/// The same over any leaving: `leaving` things leave one by one, `nodes` are in the pieces.
pub(super) fn of_draws(
    leaving: usize,
    nodes: usize,
    options: &RobustnessRandomOptions,
    purpose: &str,
    sizes_after: impl Fn(&[u32]) -> Vec<u32> + Sync,
) -> RobustnessRandom {
    let drawn: Vec<Vec<u32>> = (0..options.draws)
        .into_par_iter()
        .map(|draw| {
            let mut order: Vec<u32> = (0..leaving as u32).collect();
            random::stream(options.seed, purpose, draw).shuffle(&mut order);
            sizes_after(&order)
        })
        .collect();
    let values: Vec<f64> = drawn.iter().filter_map(|sizes| mean_share(sizes, nodes)).collect();
    let mut totals = vec![0_u64; if values.is_empty() { 0 } else { leaving }];
    for (total, place) in totals.iter_mut().zip(0..) {
        *total = drawn.iter().map(|sizes| u64::from(sizes[place])).sum();
    }
    // in whole numbers until the end, so that equal draws have their own value as mean
    let over = nodes as f64 * values.len() as f64;
    let sum: u64 = totals.iter().sum();
    RobustnessRandom {
        mean: (!totals.is_empty()).then(|| sum as f64 / (over * leaving as f64)),
        low: quantile(&values, 0.025),
        high: quantile(&values, 0.975),
        curve: totals.into_iter().map(|total| total as f64 / over).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_over_a_path_of_three_by_hand() {
        // 0 - 1 - 2: if the middle leaves first (1 of 3) sizes are 1 1 0, else 2 1 0; so R = 2/9 or 3/9, mean 8/27.
        // The mean of B = 4000 draws has sd 0.0524/√4000 = 0.0008
        let path = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
        let options = RobustnessRandomOptions { draws: 4000, seed: 1 };
        let found = robustness_random(&path, &options);
        let mean = found.mean.expect("drawn");
        assert!((mean - 8.0 / 27.0).abs() <= 0.004, "{mean}");
        assert_eq!((found.low, found.high), (Some(2.0 / 9.0), Some(3.0 / 9.0)));
        assert!((found.curve[0] - 5.0 / 9.0).abs() <= 0.01 && (found.curve[1] - 1.0 / 3.0).abs() <= 1e-12);
        assert_eq!(found.curve.len(), 3);
    }

    #[test]
    fn nothing_is_drawn_from_nobody() {
        let found = robustness_random(&Snapshot::default(), &RobustnessRandomOptions::exported(1));
        assert_eq!(
            (found.mean, found.low, found.high, found.curve),
            (None, None, None, vec![])
        );
        let none = RobustnessRandomOptions { draws: 0, seed: 1 };
        assert_eq!(robustness_random(&Snapshot::from_ties(2, &[]), &none).mean, None);
    }

    #[test]
    fn one_thread_and_three_give_the_same_bytes() {
        let ties: Vec<_> = (0..60u32).map(|node| (node, (node * 7 + 3) % 60, 1.0)).collect();
        let snapshot = Snapshot::from_ties(60, &ties);
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("a pool");
            pool.install(|| robustness_random(&snapshot, &RobustnessRandomOptions::exported(7)))
        };
        assert_eq!(on(1), on(3));
    }
}
