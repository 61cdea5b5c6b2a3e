//! Through whom do events and their circles hang together?
//!
//! In: a snapshot. Out: [`TwoModeBetweenness`].

use super::MetricError;
use super::two_mode::{TwoMode, TwoModeOptions, attendance_of};
use super::work::{Approximation, Asked};
use crate::network::Snapshot;

/// Two-mode betweenness of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoModeBetweenness {
    /// `None` where no network of so many stakeholders and events has anybody between others.
    pub values: Vec<Option<f64>>,
    /// What it promises where it is not exact.
    pub approximation: Option<Approximation>,
}

/// Betweenness of every stakeholder in the network of stakeholders and events.
///
/// What it tells a hub: who carries things from one event's circle to another's. Unlike in the projection, three shared
/// events are three ways and not one.
///
/// # Formula
/// ```text
/// B_i = Σ_{s<t; s,t≠i} σ_st(i)/σ_st over the most it can be,  s and t over stakeholders and events
/// most = [m²(s + 1)² + m (s + 1)(2t − s − 1) − t (2s − t + 3)] / 2,  s = ⌊(n − 1)/m⌋,  t = (n − 1) mod m
/// n stakeholders, m events, σ_st the number of shortest paths between s and t, σ_st(i) of them through i
/// ```
/// # Conventions
/// Every step counts 1, undirected pairs once. Isolates count among the n and have 0; events in which nobody took part
/// do not count. Pairs without a path add nothing.
///
/// # Returns
/// One share per node, in node order, from 0 to 1; undefined without events and where the most is 0 (one of each).
///
/// # Complexity
/// O((n + m) p) at most over p participations, as `betweenness` by hops; beyond the limit of work, sampled paths.
/// Deterministic, the same bytes on any number of threads.
///
/// # Errors
/// [`MetricError::NoAttendance`] where the layer has no events.
///
/// # Agreement
/// NetworkX 3.6 `bipartite.betweenness_centrality`: the same; it fails where ours is undefined.
///
/// # Example
/// ```
/// use hubscope::metrics::{TwoModeOptions, two_mode_betweenness};
/// use hubscope::network::{Place, Snapshot, SnapshotParts, TieStrength};
/// // 1 - event 0 - 0 - event 1 - 2: all pairs across 0: 2 · 2. The most with n = 3, m = 2: s = 1, t = 0,
/// // (4 · 4 + 2 · 2 · (−2) − 0)/2 = 4
/// let one = TieStrength::new(1.0).expect("above zero");
/// let attendance = Some((2, vec![(0, 0, one), (0, 1, one), (1, 0, one), (2, 1, one)]));
/// let places = (0..3).map(Place).collect();
/// let snapshot = Snapshot::freeze(SnapshotParts { places, attendance, ..SnapshotParts::default() });
/// assert_eq!(two_mode_betweenness(&snapshot, &TwoModeOptions::exact())?.values, [Some(1.0), Some(0.0), Some(0.0)]);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Faust, K. (1997). Centrality in affiliation networks. Social Networks 19(2), 157-191.
/// <https://doi.org/10.1016/S0378-8733(96)00300-0>
///
/// Borgatti, S. P., Everett, M. G. (1997). Network analysis of 2-mode data. Social Networks 19(3), 243-269.
/// <https://doi.org/10.1016/S0378-8733(96)00301-2>
pub fn two_mode_betweenness(snapshot: &Snapshot, options: &TwoModeOptions) -> Result<TwoModeBetweenness, MetricError> {
    let attendance = attendance_of(snapshot, "two_mode_betweenness")?;
    let both = TwoMode::of(attendance, *options, Asked::Dependency)?;
    Ok(TwoModeBetweenness::from_sums(&both))
}

impl TwoModeBetweenness {
    pub(super) fn from_sums(both: &TwoMode) -> Self {
        let dependency = &both.found.sums.dependency[..both.stakeholders];
        let Some(most) = most(both.stakeholders, both.events) else {
            return Self {
                values: vec![None; both.stakeholders],
                approximation: None,
            };
        };
        let others = (both.stakeholders + both.events) as f64 - 1.0;
        // every pair was met from both its ends; the error is promised over all pairs of others
        let of_most = |sum: f64| sum / 2.0 / most;
        let promised = |found: Approximation| Approximation {
            epsilon: of_most(found.epsilon * others * (others - 1.0)),
            ..found
        };
        Self {
            values: dependency.iter().map(|&sum| Some(of_most(sum))).collect(),
            approximation: both.found.dependency.map(promised),
        }
    }
}

/// The most that anybody can have among so many stakeholders and events.
fn most(stakeholders: usize, events: usize) -> Option<f64> {
    if stakeholders == 0 || events == 0 {
        return None;
    }
    let (s, t) = ((stakeholders - 1) / events, (stakeholders - 1) % events);
    let (s, t, m) = (s as f64, t as f64, events as f64);
    let most = (m * m * (s + 1.0).powi(2) + m * (s + 1.0) * (2.0 * t - s - 1.0) - t * (2.0 * s - t + 3.0)) / 2.0;
    (most > 0.0).then_some(most)
}

#[cfg(test)]
mod tests {
    use super::super::two_mode::tests::attending;
    use super::*;

    fn exact(snapshot: &Snapshot) -> Result<TwoModeBetweenness, MetricError> {
        two_mode_betweenness(snapshot, &TwoModeOptions::exact())
    }

    #[test]
    fn one_stakeholder_holds_its_own_events_together() {
        // n = 1, m = 2: s = t = 0, (4 + 2 · (−1))/2 = 1: the one pair of events
        let values = exact(&attending(1, 2, &[(0, 0), (0, 1)])).expect("events").values;
        assert_eq!(values, [Some(1.0)]);
    }

    #[test]
    fn one_of_each_has_nobody_between() {
        let values = exact(&attending(1, 1, &[(0, 0)])).expect("events").values;
        assert_eq!(values, [None]);
        assert_eq!(exact(&attending(2, 1, &[])).expect("events").values, [None, None]);
        assert!(exact(&Snapshot::default()).is_err());
    }

    #[test]
    fn beyond_the_limit_the_promise_holds_and_is_in_the_unit_of_the_values() {
        // a chain of 210 stakeholders, 209 events between them, by turns: more than a sample's 400 sweeps
        let rows: Vec<_> = (0..209)
            .flat_map(|event| [(event, event), (event + 1, event)])
            .collect();
        let chain = attending(210, 209, &rows);
        let options = TwoModeOptions { work_limit: 1, seed: 1 };
        let sampled = two_mode_betweenness(&chain, &options).expect("events");
        let promised = sampled.approximation.expect("sampled");
        let most = most(210, 209).expect("many");
        assert!((promised.epsilon - Approximation::EPSILON * 418.0 * 417.0 / 2.0 / most).abs() <= 1e-12);
        let exact = exact(&chain).expect("events");
        assert_eq!(exact.approximation, None);
        for (ours, exact) in sampled.values.iter().zip(exact.values) {
            let (ours, exact) = (ours.expect("defined"), exact.expect("defined"));
            assert!((ours - exact).abs() <= promised.epsilon, "{ours} is not near {exact}");
        }
    }
}
