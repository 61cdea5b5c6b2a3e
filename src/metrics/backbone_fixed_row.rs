//! Which pairs share more events than their numbers of events explain?
//!
//! In: a snapshot with attendance. Out: [`BackboneFixedRow`].

use std::collections::BTreeMap;

use super::MetricError;
use super::shared_events::SharedEvents;
use crate::network::Snapshot;

/// The fixed-row p of each tie, in the order of [`Snapshot::pairs`].
#[derive(Debug, Clone, PartialEq)]
pub struct BackboneFixedRow {
    /// The chance of sharing at least so many events.
    pub p: Vec<f64>,
    /// All pairs of those who took part in any event.
    pub family: u64,
}

/// The fixed-row (hypergeometric) test of shared events.
///
/// What it tells a hub: which pairs meet more often than two who pick their events blindly would. It ignores that large
/// events bring many together, so it keeps more ties than SDSM does.
///
/// # Formula
/// ```text
/// p_ij = P(X ≥ c_ij),  X hypergeometric: k_i drawn of E events of which k_j are j's
/// c_ij the events both took part in, k_i and k_j the events of each, E the events that somebody took part in
/// ```
/// # Conventions
/// Attendance counts once per event. A tie whose ends share no event has p = 1.
///
/// # Returns
/// One p per tie, above 0 and at most 1, in the order of [`Snapshot::pairs`].
///
/// # Complexity
/// O(E + Σ k²) over sizes of events and a sum of at most min(k_i, k_j) terms per distinct (k_i, k_j, c). Deterministic.
///
/// # Errors
/// [`MetricError::NoAttendance`] where the layer has no attendance.
///
/// # Agreement
/// R `phyper(c − 1, k_j, E − k_j, k_i, lower.tail = FALSE)` on Davis' southern women; R `backbone` 3.0.3 `fixedrow`.
///
/// # Example
/// ```
/// use hubscope::metrics::backbone_fixed_row;
/// use hubscope::network::{Place, Snapshot, SnapshotParts, TieStrength};
/// // 0 and 1 meet at both of their two events of four: 1 of the C(4, 2) choices
/// let one = TieStrength::new(1.0).expect("above zero");
/// let rows = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3)].map(|(node, event)| (node, event, one));
/// let snapshot = Snapshot::freeze(SnapshotParts {
///     places: (0..3).map(Place).collect(),
///     ties: vec![(0, 1, one)],
///     attendance: Some((4, rows.to_vec())),
///     ..SnapshotParts::default()
/// });
/// assert!((backbone_fixed_row(&snapshot)?.p[0] - 1.0 / 6.0).abs() < 1e-12);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Neal, Z. P. (2013). Identifying statistically significant edges in one-mode projections. Social Network Analysis and
/// Mining 3, 915-924. <https://doi.org/10.1007/s13278-013-0107-y>
pub fn backbone_fixed_row(snapshot: &Snapshot) -> Result<BackboneFixedRow, MetricError> {
    let met = SharedEvents::of(snapshot, "backbone_fixed_row")?;
    let events = met.participants.len();
    let logarithms = log_factorials(events);
    let mut known: BTreeMap<(u32, u32, u32), f64> = BTreeMap::new();
    let mut p = Vec::with_capacity(met.shared.len());
    for ((one, other, _), &shared) in snapshot.pairs().zip(&met.shared) {
        let (a, b) = (met.events_of[one.at()], met.events_of[other.at()]);
        let key = (a.min(b), a.max(b), shared);
        p.push(*known.entry(key).or_insert_with(|| upper_tail(&logarithms, events, key)));
    }
    Ok(BackboneFixedRow {
        p,
        family: met.family(),
    })
}

/// ln 0! to ln n!.
fn log_factorials(most: usize) -> Vec<f64> {
    let mut sum = 0.0;
    let mut logarithms = vec![0.0];
    for number in 1..=most {
        sum += (number as f64).ln();
        logarithms.push(sum);
    }
    logarithms
}

/// P(X ≥ shared) where `few` are drawn of `events` of which `many` are marked.
fn upper_tail(logarithms: &[f64], events: usize, (few, many, shared): (u32, u32, u32)) -> f64 {
    if shared == 0 {
        return 1.0;
    }
    let choose = |n: usize, k: usize| logarithms[n] - logarithms[k] - logarithms[n - k];
    let (few, many) = (few as usize, many as usize);
    let least = (shared as usize).max((few + many).saturating_sub(events));
    let term = |x: usize| (choose(many, x) + choose(events - many, few - x) - choose(events, few)).exp();
    (least..=few).map(term).fold(0.0, |sum, term| sum + term).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_by_hand() {
        let logarithms = log_factorials(5);
        // 2 of 5 drawn, 3 marked: P(X ≥ 1) = 1 − C(2, 2)/C(5, 2) = 0.9, P(X ≥ 2) = C(3, 2)/10 = 0.3
        let p = |few, many, shared| upper_tail(&logarithms, 5, (few, many, shared));
        assert!((p(2, 3, 1) - 0.9).abs() <= 1e-12 && (p(2, 3, 2) - 0.3).abs() <= 1e-12);
        // 4 and 4 of 5 always share 3
        assert!((p(4, 4, 3) - 1.0).abs() <= 1e-12 && (p(4, 4, 4) - 0.2).abs() <= 1e-12);
        assert!((p(3, 5, 0) - 1.0).abs() <= 0.0);
    }
}
