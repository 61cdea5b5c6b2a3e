//! Who comes first, how far can the place be trusted, and does the ranking find what is known?
//!
//! In: scores, resampled ranks, labels. Out: ranks with ties and the scores they amount to, ranges of ranks, average precision. `None` where undefined.

use statrs::distribution::{ContinuousCDF, Normal};

/// Ranks by falling score: 1 for the highest; equal scores share the mean of their ranks.
///
/// Scores must be comparable; NaN counts as below everything.
///
/// ```
/// use hubscope::statistics::ranking::mean_ranks;
/// assert_eq!(mean_ranks(&[5.0, 9.0, 5.0, 1.0]), [2.5, 1.0, 2.5, 4.0]);
/// ```
#[must_use]
pub fn mean_ranks(scores: &[f64]) -> Vec<f64> {
    let order = falling(scores);
    let mut ranks = vec![0.0; scores.len()];
    let mut first = 0;
    while first < order.len() {
        let same = |place: &usize| scores[*place].total_cmp(&scores[order[first]]).is_eq();
        let tied = order[first..].iter().take_while(|place| same(place)).count();
        let mean = first as f64 + (tied as f64 + 1.0) / 2.0;
        for &place in &order[first..first + tied] {
            ranks[place] = mean;
        }
        first += tied;
    }
    ranks
}

/// Each score told by its rank: the normal quantile of (n − rank + ½)/n, equal scores sharing the mean of their ranks
/// (van der Waerden's scores, with the plotting positions of Hazen).
///
/// ```
/// use hubscope::statistics::ranking::normal_scores;
/// let found = normal_scores(&[7.0, 1000.0, 1.0]);
/// assert!(found[0].abs() < 1e-12 && (found[1] - 0.967_421_566_1).abs() < 1e-9 && (found[1] + found[2]).abs() < 1e-12);
/// ```
#[must_use]
pub fn normal_scores(scores: &[f64]) -> Vec<f64> {
    let (normal, count) = (Normal::standard(), scores.len() as f64);
    let score = |rank: f64| normal.inverse_cdf((count - rank + 0.5) / count);
    mean_ranks(scores).into_iter().map(score).collect()
}

/// Places by falling score, equal scores in their given order.
fn falling(scores: &[f64]) -> Vec<usize> {
    let key = |place: usize| {
        let score = scores[place];
        if score.is_nan() { f64::NEG_INFINITY } else { score }
    };
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| key(b).total_cmp(&key(a)));
    order
}

/// Borda's count as a mean: each one's mean rank over several votes, lower is better.
///
/// Every vote ranks the same candidates; `None` without a vote or where the votes differ in length.
#[must_use]
pub fn borda(votes: &[Vec<f64>]) -> Option<Vec<f64>> {
    let candidates = votes.first()?.len();
    if votes.iter().any(|vote| vote.len() != candidates) {
        return None;
    }
    let mean = |place: usize| votes.iter().map(|vote| vote[place]).sum::<f64>() / votes.len() as f64;
    Some((0..candidates).map(mean).collect())
}

/// Where one candidate's rank falls when the data are resampled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankRange {
    /// Best rank in the middle 90 % of the draws, or its own where that is better.
    pub best: usize,
    /// Worst rank in the middle 90 % of the draws, or its own where that is worse.
    pub worst: usize,
    /// Share of all draws in which it ranks among the first `first`.
    pub stays_in_first: f64,
}

/// The range of one candidate's rank over resampled rankings; it always holds the candidate's own rank.
///
/// The lowest and the highest ⌊5 %⌋ of the draws are left aside. `None` without a draw.
#[must_use]
pub fn rank_range(own: usize, resampled: &[usize], first: usize) -> Option<RankRange> {
    let mut sorted = resampled.to_vec();
    sorted.sort_unstable();
    let aside = sorted.len() / 20;
    let best = *sorted.get(aside)?;
    let worst = *sorted.get(sorted.len() - 1 - aside)?;
    let among_first = sorted.iter().filter(|rank| **rank <= first).count();
    Some(RankRange {
        best: best.min(own),
        worst: worst.max(own),
        stays_in_first: among_first as f64 / sorted.len() as f64,
    })
}

/// Average precision of a ranking by falling score: mean, over the known positives, of the precision at their place.
///
/// Equal scores are treated as in random order: the expectation over all orders of the tie is returned, so that the
/// order of the input changes nothing. `None` without a positive. Chance gives about the share of positives.
///
/// # Formula
/// A tie of t candidates, p of them positive, after s candidates with h hits adds
/// Σ over places i = 1..t of (p/t) · (h + 1 + (i − 1)(p − 1)/(t − 1)) / (s + i).
#[must_use]
pub fn average_precision(scores: &[f64], positive: &[bool]) -> Option<f64> {
    let total = positive.iter().filter(|known| **known).count();
    if total == 0 || scores.len() != positive.len() {
        return None;
    }
    let (mut seen, mut hits, mut sum) = (0.0_f64, 0.0_f64, 0.0_f64);
    for tie in ties(scores) {
        let (size, known) = tie_counts(&tie, positive);
        let others = if size > 1.0 { (known - 1.0) / (size - 1.0) } else { 0.0 };
        for place in 1..=tie.len() {
            let place = place as f64;
            sum += known / size * (hits + 1.0 + (place - 1.0) * others) / (seen + place);
        }
        seen += size;
        hits += known;
    }
    Some(sum / total as f64)
}

/// Share of known positives among the first k by falling score; a tie across the border counts by its share.
///
/// `None` where k is 0 or larger than the number of candidates.
#[must_use]
pub fn precision_at(k: usize, scores: &[f64], positive: &[bool]) -> Option<f64> {
    if k == 0 || k > scores.len() || scores.len() != positive.len() {
        return None;
    }
    let (mut left, mut hits) = (k as f64, 0.0);
    for tie in ties(scores) {
        let (size, known) = tie_counts(&tie, positive);
        let taken = left.min(size);
        hits += known * taken / size;
        left -= taken;
    }
    Some(hits / k as f64)
}

/// The candidates in groups of equal score, highest first.
fn ties(scores: &[f64]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for place in falling(scores) {
        match groups.last_mut() {
            Some(group) if scores[group[0]].total_cmp(&scores[place]).is_eq() => group.push(place),
            _ => groups.push(vec![place]),
        }
    }
    groups
}

fn tie_counts(tie: &[usize], positive: &[bool]) -> (f64, f64) {
    let known = tie.iter().filter(|place| positive[**place]).count();
    (tie.len() as f64, known as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{self, Draws};
    use proptest::prelude::*;

    fn close(found: Option<f64>, expected: f64) -> bool {
        found.is_some_and(|found| (found - expected).abs() <= 1e-12)
    }

    #[test]
    fn borda_is_the_mean_rank() {
        // votes 1, 2, 3 and 3, 2, 1 and 1, 2.5, 2.5: sums 5, 6.5, 6.5
        let votes = [vec![1.0, 2.0, 3.0], vec![3.0, 2.0, 1.0], vec![1.0, 2.5, 2.5]];
        let means = borda(&votes).expect("votes");
        assert!(close(Some(means[0]), 5.0 / 3.0) && close(Some(means[1]), 6.5 / 3.0));
        assert_eq!(borda(&[]), None);
        assert_eq!(borda(&[vec![1.0], vec![1.0, 2.0]]), None);
    }

    #[test]
    fn a_rank_range_leaves_five_percent_aside_and_holds_its_own_rank() {
        let draws: Vec<usize> = (1..=40).collect();
        let range = rank_range(20, &draws, 10).expect("draws");
        assert_eq!((range.best, range.worst), (3, 38));
        assert!((range.stays_in_first - 0.25).abs() <= 1e-12);
        let outside = rank_range(1, &[4, 5], 3).expect("draws");
        assert_eq!((outside.best, outside.worst), (1, 5));
        assert_eq!(rank_range(1, &[], 3), None);
    }

    #[test]
    fn average_precision_by_hand() {
        // positives at places 1 and 3: (1/1 + 2/3)/2
        assert!(close(
            average_precision(&[9.0, 8.0, 7.0, 6.0], &[true, false, true, false]),
            5.0 / 6.0
        ));
        // one of two tied: first in half of the orders, (1 + ½)/2
        assert!(close(average_precision(&[5.0, 5.0], &[false, true]), 0.75));
        assert_eq!(average_precision(&[1.0], &[false]), None);
    }

    #[test]
    fn precision_at_k_by_hand() {
        let positive = [true, false, true, false];
        assert!(close(precision_at(2, &[9.0, 8.0, 7.0, 6.0], &positive), 0.5));
        // the border runs through a tie of two with one positive: 1 + ½ of 2
        assert!(close(precision_at(2, &[9.0, 7.0, 7.0, 6.0], &positive), 0.75));
        assert_eq!(precision_at(0, &[1.0], &[true]), None);
    }

    #[test]
    fn average_precision_of_a_tie_is_the_mean_over_its_orders() {
        let positive = [true, true, false, true, false, false];
        let expected = average_precision(&[9.0, 5.0, 5.0, 5.0, 5.0, 1.0], &positive).expect("positives");
        let mut random = random::stream(1, "tie_orders", 0);
        let draws = 20_000;
        let mean = (0..draws)
            .map(|_| {
                let broken: Vec<f64> = [9.0, 5.0, 5.0, 5.0, 5.0, 1.0]
                    .iter()
                    .map(|s| s + random.unit() / 10.0)
                    .collect();
                average_precision(&broken, &positive).expect("positives")
            })
            .sum::<f64>()
            / f64::from(draws);
        // the standard deviation of one order is under 0.15: four standard errors
        assert!(
            (mean - expected).abs() <= 4.0 * 0.15 / f64::from(draws).sqrt(),
            "{mean} {expected}"
        );
    }

    proptest! {
        #[test]
        fn ranks_count_who_is_above_and_half_of_who_is_equal(scores in prop::collection::vec(0..6_i32, 1..30)) {
            let scores: Vec<f64> = scores.into_iter().map(f64::from).collect();
            let ranks = mean_ranks(&scores);
            for (place, rank) in ranks.iter().enumerate() {
                let above = scores.iter().filter(|s| **s > scores[place]).count() as f64;
                let equal = scores.iter().filter(|s| s.total_cmp(&scores[place]).is_eq()).count() as f64;
                prop_assert!((rank - (above + (equal + 1.0) / 2.0)).abs() <= 1e-12);
            }
        }
    }
}
