//! Do ties join members of one group more than chance would?
//!
//! In: a snapshot and a group per node. Out: one number, `None` where one group holds all ties or there is none.

use super::MetricError;
use crate::network::Snapshot;

/// The group of each node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssortativityOptions<'a> {
    /// One entry per node, in node order; `None` where it belongs to no group.
    pub groups: &'a [Option<u32>],
}

/// Newman's assortativity of a grouping.
///
/// What it tells a hub: 1 means ties only within groups, 0 as many within as chance gives with the same number of ties
/// per stakeholder, below 0 fewer. Unlike the E-I index it takes the sizes of the groups into account.
///
/// # Formula
/// ```text
/// r = (Σ_g e_gg − Σ_g a_g²) / (1 − Σ_g a_g²),  e_gg the share of ties within group g, a_g the share of ends of ties in g
/// ```
/// # Conventions
/// Undirected view: a pair tied both ways is one tie. A tie counts only where both ends have a group. Strengths play no
/// part. Isolates change nothing.
///
/// # Returns
/// One value from −1 to 1 (the least is above −1 with more than two groups); undefined without any counting tie and where
/// all counting ties lie within one group.
///
/// # Complexity
/// O(n + m), in whole numbers. Deterministic.
///
/// # Errors
/// [`MetricError::GroupingSize`] where the groups are not one per node.
///
/// # Agreement
/// NetworkX 3.6 `attribute_assortativity_coefficient` and igraph 1.0 `assortativity_nominal(directed=False)` on the
/// undirected simple graph: the same.
///
/// # Example
/// ```
/// use hubscope::metrics::{AssortativityOptions, assortativity};
/// use hubscope::network::Snapshot;
/// // two tied pairs and one tie between them: 2/3 within, each group has half the ends: (2/3 − 1/2) / (1 − 1/2)
/// let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
/// let groups = [Some(0), Some(0), Some(1), Some(1)];
/// let found = assortativity(&path, &AssortativityOptions { groups: &groups })?;
/// assert!((found.expect("two groups") - 1.0 / 3.0).abs() < 1e-15);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E 67, 026126.
/// <https://doi.org/10.1103/PhysRevE.67.026126>
pub fn assortativity(snapshot: &Snapshot, options: &AssortativityOptions<'_>) -> Result<Option<f64>, MetricError> {
    MetricError::unless_one_each("assortativity", options.groups, snapshot)?;
    let groups = options.groups;
    let count = groups.iter().flatten().max().map_or(0, |&last| last as usize + 1);
    let mut ends = vec![0_u128; count];
    let mut within = 0_u128;
    for (one, other, _) in snapshot.pairs() {
        let (Some(one), Some(other)) = (groups[one.at()], groups[other.at()]) else {
            continue;
        };
        ends[one as usize] += 1;
        ends[other as usize] += 1;
        within += if one == other { 2 } else { 0 };
    }
    let all: u128 = ends.iter().sum();
    let squares: u128 = ends.iter().map(|ends| ends * ends).sum();
    let most = all * all - squares;
    let beyond_chance = (within * all) as f64 - squares as f64;
    Ok((most > 0).then(|| beyond_chance / most as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(snapshot: &Snapshot, groups: &[Option<u32>]) -> Option<f64> {
        assortativity(snapshot, &AssortativityOptions { groups }).expect("groups fit")
    }

    #[test]
    fn ties_only_between_groups_are_the_least() {
        // a star around A with two leaves in B: nothing within, each group has half the ends: −(1/2) / (1/2)
        let star = Snapshot::from_ties(4, &[(0, 1, 5.0), (0, 2, 1.0), (0, 3, 1.0)]);
        assert_eq!(of(&star, &[Some(0), Some(1), Some(1), None]), Some(-1.0));
    }

    #[test]
    fn one_group_has_no_value() {
        let pair = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
        assert_eq!(of(&pair, &[Some(3), Some(3), None]), None);
        assert_eq!(of(&pair, &[Some(3), None, Some(0)]), None);
        assert_eq!(of(&Snapshot::default(), &[]), None);
        let wrong = assortativity(&pair, &AssortativityOptions { groups: &[] });
        assert!(matches!(wrong, Err(MetricError::GroupingSize { .. })));
    }
}
