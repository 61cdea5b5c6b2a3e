//! How long does the network hold together when those who matter most leave first?
//!
//! In: a snapshot and who leaves first. Out: [`Robustness`].

use super::paths::{Routes, Wanted, path_sums};
use super::removal::{Links, among, by_degree, by_recalculated_degree, mean_share, shares};
use crate::network::{NodeIndex, PathLength, Rows, Snapshot};

/// Who leaves first; of equal ones the smallest node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemovalOrder {
    /// Whoever has most ties left, counted anew after each leaving.
    RecalculatedDegree,
    /// Whoever had most ties at first.
    StaticDegree,
    /// Whoever most shortest paths by hops lead through, counted anew after each leaving: O(n² m), for small networks.
    RecalculatedBetweenness,
}

/// How robustness is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RobustnessOptions {
    /// Who leaves first.
    pub order: RemovalOrder,
}

impl RobustnessOptions {
    /// As published (Schneider et al. 2011).
    #[must_use]
    pub const fn schneider() -> Self {
        Self {
            order: RemovalOrder::RecalculatedDegree,
        }
    }
}

/// How the largest piece shrinks as those who matter most leave.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// R; `None` without nodes.
    pub value: Option<f64>,
    /// S(Q)/N for Q = 1 to N: the share of all nodes in the largest piece after Q have left.
    pub curve: Vec<f64>,
    /// Who left, in order.
    pub order: Vec<NodeIndex>,
}

/// Robustness of a snapshot against the leaving of those who matter most.
///
/// What it tells a hub: whether the network lives by a few. Near 0 it falls apart when its best connected leave; a value
/// near the one for random leaving means that nobody in particular holds it together. The highest possible is
/// (1 − 1/N)/2, where everyone is tied to everyone.
///
/// # Formula
/// ```text
/// R = (1/N) Σ_{Q=1}^{N} S(Q)/N,  S(Q) the size of the largest component after Q nodes have left, N all nodes
/// ```
/// # Conventions
/// Direction and strength are ignored. The order of leaving is by degree counted anew each time (exported), by degree at
/// first, or by betweenness by hops counted anew; of equal ones (betweenness: within 1e-9 relative) the smallest node
/// leaves first, which matters: other rules of breaking ties give another R. Isolates count in N and leave last.
///
/// # Returns
/// R from 0 to (1 − 1/N)/2, the curve and the order; R is `None` without nodes.
///
/// # Complexity
/// By degree O(n log n + m) with the pieces run backwards by union-find; recalculated betweenness O(n² m). Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// The same steps done with NetworkX 3.6 on the classic networks, ties broken by the smallest label.
///
/// # Example
/// ```
/// use hubscope::metrics::{RobustnessOptions, robustness};
/// use hubscope::network::Snapshot;
/// // a star: once its middle has left, single nodes: (1 + 1 + 1 + 0)/4 over 4
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// let found = robustness(&star, &RobustnessOptions::schneider());
/// assert_eq!(found.curve, [0.25, 0.25, 0.25, 0.0]);
/// assert_eq!(found.value, Some(3.0 / 16.0));
/// ```
/// # References
/// Schneider, C. M., Moreira, A. A., Andrade, J. S., Havlin, S., Herrmann, H. J. (2011). Mitigation of malicious attacks
/// on networks. PNAS 108(10), 3838-3841. <https://doi.org/10.1073/pnas.1009440108>
#[must_use]
pub fn robustness(snapshot: &Snapshot, options: &RobustnessOptions) -> Robustness {
    let order = match options.order {
        RemovalOrder::RecalculatedDegree => by_recalculated_degree(snapshot.ties()),
        RemovalOrder::StaticDegree => by_degree(snapshot.ties()),
        RemovalOrder::RecalculatedBetweenness => by_recalculated_betweenness(snapshot.ties()),
    };
    let sizes = Links::of(snapshot).sizes_after(&order);
    Robustness {
        value: mean_share(&sizes, snapshot.node_count()),
        curve: shares(&sizes, snapshot.node_count()),
        order: order.into_iter().map(NodeIndex).collect(),
    }
}

fn by_recalculated_betweenness(ties: &Rows) -> Vec<u32> {
    let mut gone = vec![false; ties.len()];
    let mut order = Vec::with_capacity(ties.len());
    while order.len() < ties.len() {
        let left = among(ties, &gone);
        let between = path_sums(&Routes::along(&left), PathLength::Hops, Wanted::LengthsAndDependencies).dependency;
        let most = between.iter().copied().fold(0.0, f64::max);
        let here = (0..ties.len()).filter(|&node| !gone[node]);
        if most <= 0.0 {
            // whole pieces of ties only, and so they stay: nobody will ever stand between
            order.extend(here.map(|node| node as u32));
            return order;
        }
        let next = here.into_iter().find(|&node| between[node] >= most * (1.0 - 1e-9));
        let Some(node) = next else { return order };
        gone[node] = true;
        order.push(node as u32);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(order: RemovalOrder) -> RobustnessOptions {
        RobustnessOptions { order }
    }

    #[test]
    fn each_order_breaks_two_stars_its_own_way() {
        // stars 0 {1 2 3} and 5 {6 7} joined by 0 - 4 - 5. Degrees 4, 1 1 1, 2, 3, 1 1; N = 8.
        // by degree: 0 leaves (left: 4 5 6 7), then 5 with 3 (singles), 6 more: 4 + 1·6 + 0 of 64
        // by betweenness: 0 stands between 3 pairs of its leaves and 3·4 more = 15; 4 between 4·3 = 12; 5 between
        // 1 + 2·5 = 11. Without 0, 5 stands between 3 pairs of 4 6 7: the same order here
        let ties = [(0, 1), (0, 2), (0, 3), (0, 4), (4, 5), (5, 6), (5, 7)].map(|(a, b)| (a, b, 1.0));
        let snapshot = Snapshot::from_ties(8, &ties);
        for order in [
            RemovalOrder::RecalculatedDegree,
            RemovalOrder::StaticDegree,
            RemovalOrder::RecalculatedBetweenness,
        ] {
            let found = robustness(&snapshot, &by(order));
            assert_eq!(found.order[..2], [NodeIndex(0), NodeIndex(5)]);
            assert_eq!(found.value, Some(10.0 / 64.0));
            assert_eq!(found.order.len(), 8);
        }
    }

    #[test]
    fn a_chain_breaks_in_the_middle_by_betweenness() {
        // 0 - 1 - 2 - 3 - 4: by betweenness 2 leaves first, then only pairs are left, so 0, 1, 3, 4: S = 2 2 2 1 0;
        // by degree 1 leaves first, then of 2 3 4 3: S = 3 1 1 1 0
        let ties = [(0, 1), (1, 2), (2, 3), (3, 4)].map(|(a, b)| (a, b, 1.0));
        let snapshot = Snapshot::from_ties(5, &ties);
        let found = robustness(&snapshot, &by(RemovalOrder::RecalculatedBetweenness));
        assert_eq!(found.value, Some(7.0 / 25.0));
        assert_eq!(
            robustness(&snapshot, &RobustnessOptions::schneider()).curve,
            [0.6, 0.2, 0.2, 0.2, 0.0]
        );
    }

    #[test]
    fn the_smallest_networks() {
        assert_eq!(
            robustness(&Snapshot::default(), &RobustnessOptions::schneider()).value,
            None
        );
        assert_eq!(
            robustness(&Snapshot::from_ties(1, &[]), &RobustnessOptions::schneider()).value,
            Some(0.0)
        );
        // everyone tied to everyone: (3 + 2 + 1 + 0)/16, the highest of four nodes: (1 − 1/4)/2
        let ties = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)].map(|(a, b)| (a, b, 1.0));
        let full = robustness(&Snapshot::from_ties(4, &ties), &RobustnessOptions::schneider());
        assert_eq!(full.value, Some(0.375));
    }
}
