//! How much more strength lies within the groups than their members' strengths would put there?
//!
//! In: a snapshot and a group per node. Out: one number, `None` without a counting tie.

use super::MetricError;
use crate::network::{Rows, Snapshot};

/// The group of each node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModularityOptions<'a> {
    /// One entry per node, in node order; `None` where it belongs to no group.
    pub groups: &'a [Option<u32>],
}

/// Newman and Girvan's modularity of a partition of a snapshot.
///
/// What it tells a hub: how sharply the network falls into the groups. 0 is what chance would give with the same
/// strength per stakeholder; from about 0.3 the parts are clearly visible; below 0 groups are tied to others more than
/// to themselves. Chance alone finds communities with a modularity well above 0, above all in sparse networks.
///
/// # Formula
/// ```text
/// Q = Σ_c (W_c / 2s − (S_c / 2s)²),  s the sum of all strengths, W_c the strength within group c counted from both
/// ends, S_c the sum of its members' strengths
/// ```
/// # Conventions
/// Undirected view, strength-weighted, resolution 1; strengths of both directions are added. A tie counts only where
/// both ends have a group. Parallel ties are added before, ties of a node with itself are left out; isolates change
/// nothing. The exported figure is that of the communities.
///
/// # Returns
/// An index from −0.5 to 1; undefined without any counting tie.
///
/// # Complexity
/// O(n + m). Deterministic.
///
/// # Errors
/// [`MetricError::GroupingSize`] where the groups are not one per node.
///
/// # Agreement
/// NetworkX 3.6 `modularity(weight=…)` and igraph 1.0 `modularity(weights=…)`: the same where everyone has a group.
///
/// # Example
/// ```
/// use hubscope::metrics::{ModularityOptions, modularity};
/// use hubscope::network::Snapshot;
/// // a path of four cut in the middle: W = 2 and S = 3 each of 6, Q = 2 (2/6 − 1/4)
/// let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
/// let groups = [Some(0), Some(0), Some(1), Some(1)];
/// let found = modularity(&path, &ModularityOptions { groups: &groups })?;
/// assert!((found.expect("has ties") - 1.0 / 6.0).abs() < 1e-15);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Newman, M. E. J., Girvan, M. (2004). Finding and evaluating community structure in networks. Physical Review E 69,
/// 026113. <https://doi.org/10.1103/PhysRevE.69.026113>
pub fn modularity(snapshot: &Snapshot, options: &ModularityOptions<'_>) -> Result<Option<f64>, MetricError> {
    MetricError::unless_one_each("modularity", options.groups, snapshot)?;
    Ok(within_groups(snapshot.ties(), |node| options.groups[node]))
}

/// Modularity of the groups that `group_of` gives.
pub(super) fn within_groups(ties: &Rows, group_of: impl Fn(usize) -> Option<u32>) -> Option<f64> {
    let groups = (0..ties.len())
        .filter_map(&group_of)
        .max()
        .map_or(0, |last| last as usize + 1);
    let mut strength = vec![0.0; groups];
    let mut within = 0.0;
    for node in 0..ties.len() {
        let Some(group) = group_of(node) else { continue };
        let mut own = 0.0;
        for (partner, tie) in ties.row(node) {
            let Some(other) = group_of(partner as usize) else {
                continue;
            };
            own += tie;
            if other == group {
                within += tie;
            }
        }
        strength[group as usize] += own;
    }
    let total: f64 = strength.iter().sum();
    let by_chance: f64 = strength.iter().map(|own| (own / total).powi(2)).sum();
    Some(within / total - by_chance).filter(|modularity| modularity.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(snapshot: &Snapshot, groups: &[Option<u32>]) -> Option<f64> {
        modularity(snapshot, &ModularityOptions { groups }).expect("groups fit")
    }

    #[test]
    fn strengths_count_and_those_without_a_group_do_not() {
        // 0 - 1 has 3 within A, 1 - 2 has 1 from A to B, 2 - 3 is left out: 2s = 8, W_A = 6, S_A = 7, S_B = 1:
        // 6/8 − 49/64 − 1/64 = −2/64
        let path = Snapshot::from_ties(4, &[(0, 1, 3.0), (1, 2, 1.0), (2, 3, 9.0)]);
        let found = of(&path, &[Some(0), Some(0), Some(1), None]).expect("has ties");
        assert!((found + 1.0 / 32.0).abs() <= 1e-15);
    }

    #[test]
    fn one_group_has_none_and_two_tied_groups_least() {
        let pair = Snapshot::from_ties(2, &[(0, 1, 2.0)]);
        assert_eq!(of(&pair, &[Some(0), Some(0)]), Some(0.0));
        assert_eq!(of(&pair, &[Some(0), Some(1)]), Some(-0.5));
        assert_eq!(of(&pair, &[Some(0), None]), None);
        assert_eq!(of(&Snapshot::default(), &[]), None);
        let wrong = modularity(&pair, &ModularityOptions { groups: &[] });
        assert!(matches!(wrong, Err(MetricError::GroupingSize { .. })));
    }
}
