//! How many does each stakeholder reach directly or through one other?
//!
//! In: a snapshot. Out: [`TwoStepReach`].

use super::paths::{Routes, within};
use crate::network::Snapshot;

/// Two-step reach of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoStepReach {
    /// The share of the others within two ties; `None` where there are no others.
    pub values: Vec<Option<f64>>,
}

/// Two-step reach of every stakeholder in a snapshot.
///
/// What it tells a hub: whom someone can bring to the table by asking a partner for an introduction. A high value marks
/// those through whom an invitation travels far in one go.
///
/// # Formula
/// ```text
/// R_i = |{j ≠ i: d_ij ≤ 2}| / (n − 1),  d_ij ties on the shortest path between i and j
/// ```
/// # Conventions
/// Of the undirected simple graph in every view; strengths play no part. Isolates have 0.
///
/// # Returns
/// One share per node, in node order, from 0 to 1; undefined where n < 2.
///
/// # Complexity
/// O(n m / 512) on machine words, memory O(n + m) per thread. Deterministic, the same bytes on any number of threads.
///
/// # Errors
/// None.
///
/// # Agreement
/// igraph 1.0 `neighborhood_size(order=2)` less 1, over n − 1: the same.
///
/// # Example
/// ```
/// use hubscope::{metrics::two_step_reach, network::Snapshot};
/// // 0 - 1 - 2 - 3: the ends reach two of three, the others all
/// let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
/// let third = 1.0 / 3.0;
/// assert_eq!(two_step_reach(&path).values, [Some(2.0 * third), Some(1.0), Some(1.0), Some(2.0 * third)]);
/// ```
/// # References
/// Wasserman, S., Faust, K. (1994). Social Network Analysis, 188-191. Cambridge University Press.
/// <https://doi.org/10.1017/CBO9780511815478>
#[must_use]
pub fn two_step_reach(snapshot: &Snapshot) -> TwoStepReach {
    let others = snapshot.node_count().saturating_sub(1);
    let share = |reached: u32| (others > 0).then(|| f64::from(reached) / others as f64);
    let reached = within(&Routes::along(snapshot.ties()), 2);
    TwoStepReach {
        values: reached.into_iter().map(share).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_third_step_and_other_pieces_do_not_count() {
        // 0 - 1 - 2 - 3 - 4, 5 alone: 0 reaches {1, 2}, 1 {0, 2, 3}, 2 all four, of five others
        let path = [(0, 1, 1.0), (1, 2, 9.0), (2, 3, 1.0), (3, 4, 1.0)];
        let found = two_step_reach(&Snapshot::from_ties(6, &path));
        assert_eq!(found.values, [0.4, 0.6, 0.8, 0.6, 0.4, 0.0].map(Some));
        assert_eq!(two_step_reach(&Snapshot::from_ties(1, &[])).values, [None]);
    }
}
