//! Is a stakeholder tied within its own group more than the members of that group usually are?
//!
//! In: a snapshot and a group per node. Out: [`WithinModuleZ`].

use super::MetricError;
use crate::network::Snapshot;

/// The group of each node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WithinModuleZOptions<'a> {
    /// One entry per node, in node order; `None` where it belongs to no group.
    pub groups: &'a [Option<u32>],
}

/// The within-module degree of each node as a z score, in node order; `None` where it has no group, or where all of its
/// group have the same.
#[derive(Debug, Clone, PartialEq)]
pub struct WithinModuleZ {
    /// Each tie counts 1.
    pub by_ties: Vec<Option<f64>>,
    /// Each tie counts its strength.
    pub by_strength: Vec<Option<f64>>,
}

/// A standard deviation below this share of the largest value is rounding.
const ROUNDING: f64 = 1e-12;

/// Guimerà and Amaral's within-module degree z of every stakeholder in a snapshot.
///
/// What it tells a hub: who holds a group together from inside. From about 2.5 Guimerà and Amaral call a member a hub of
/// its group. In a group of a few, no value can be high.
///
/// # Formula
/// ```text
/// z_i = (κ_i − mean) / sd,  κ_i the ties of i to members of its own group; mean and population standard deviation over
/// all members of the group; by strength: sums of strengths
/// ```
/// # Conventions
/// Undirected view: a pair tied both ways is one tie. Members without a tie in the group count with κ = 0. Parallel ties
/// are added before, ties of a node with itself are left out.
///
/// # Returns
/// One value per node, in node order, in standard deviations; undefined without a group and where all members of the
/// group have the same κ, up to rounding (a group of one always).
///
/// # Complexity
/// O(n + m). Deterministic.
///
/// # Errors
/// [`MetricError::GroupingSize`] where the groups are not one per node.
///
/// # Agreement
/// The definition as computed on the karate network with NetworkX 3.6. Some tools divide by the sample standard deviation
/// (n − 1) or give 0 where it is 0.
///
/// # Example
/// ```
/// use hubscope::metrics::{WithinModuleZOptions, within_module_z};
/// use hubscope::network::Snapshot;
/// // a star of four in one group: κ = 3 1 1 1, mean 3/2, variance (9/4 + 3/4)/4 = 3/4: z = (3/2)/√(3/4) = √3
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// let found = within_module_z(&star, &WithinModuleZOptions { groups: &[Some(0); 4] })?;
/// assert!((found.by_ties[0].expect("some spread") - 3f64.sqrt()).abs() < 1e-15);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Guimerà, R., Amaral, L. A. N. (2005). Functional cartography of complex metabolic networks. Nature 433, 895-900.
/// <https://doi.org/10.1038/nature03288>
pub fn within_module_z(snapshot: &Snapshot, options: &WithinModuleZOptions<'_>) -> Result<WithinModuleZ, MetricError> {
    MetricError::unless_one_each("within_module_z", options.groups, snapshot)?;
    Ok(WithinModuleZ {
        by_ties: values(snapshot, options.groups, |_| 1.0),
        by_strength: values(snapshot, options.groups, |strength| strength),
    })
}

fn values(snapshot: &Snapshot, groups: &[Option<u32>], weight: impl Fn(f64) -> f64) -> Vec<Option<f64>> {
    let own = |node: usize| {
        let inside = |&(partner, _): &(u32, f64)| groups[partner as usize] == groups[node];
        snapshot
            .ties()
            .row(node)
            .filter(inside)
            .map(|(_, strength)| weight(strength))
            .sum()
    };
    let own: Vec<f64> = (0..groups.len()).map(own).collect();
    let spreads = Spread::of_groups(groups, &own);
    let z = |(own, group): (&f64, &Option<u32>)| spreads[(*group)? as usize].z(*own);
    own.iter().zip(groups).map(z).collect()
}

/// The values of one group.
#[derive(Debug, Clone, Copy, Default)]
struct Spread {
    members: f64,
    mean: f64,
    variance: f64,
    largest: f64,
}

impl Spread {
    fn of_groups(groups: &[Option<u32>], values: &[f64]) -> Vec<Self> {
        let count = groups.iter().flatten().max().map_or(0, |&last| last as usize + 1);
        let mut spreads = vec![Self::default(); count];
        let grouped = || {
            groups
                .iter()
                .zip(values)
                .filter_map(|(group, value)| Some(((*group)? as usize, *value)))
        };
        for (group, value) in grouped() {
            let spread = &mut spreads[group];
            spread.members += 1.0;
            spread.mean += value;
            spread.largest = spread.largest.max(value);
        }
        for spread in &mut spreads {
            spread.mean /= spread.members;
        }
        for (group, value) in grouped() {
            let spread = &mut spreads[group];
            spread.variance += (value - spread.mean).powi(2) / spread.members;
        }
        spreads
    }

    fn z(&self, value: f64) -> Option<f64> {
        let deviation = self.variance.sqrt();
        let z = (value - self.mean) / deviation;
        (deviation > ROUNDING * self.largest && z.is_finite()).then_some(z)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(snapshot: &Snapshot, groups: &[Option<u32>]) -> WithinModuleZ {
        within_module_z(snapshot, &WithinModuleZOptions { groups }).expect("groups fit")
    }

    #[test]
    fn only_ties_within_the_group_count() {
        // A = {0 1 2} on a path with 0 - 1 of 1 and 1 - 2 of 3: κ = 1 2 1, mean 4/3, variance (1 + 4 + 1)/27 = 2/9;
        // by strength 1 4 3, mean 8/3, variance (25 + 16 + 1)/27 = 14/9. 3 alone in B, 4 without a group
        let ties = [(0, 1, 1.0), (1, 2, 3.0), (2, 3, 9.0), (0, 4, 9.0)];
        let groups = [Some(0), Some(0), Some(0), Some(1), None];
        let found = of(&Snapshot::from_ties(5, &ties), &groups);
        let close = |found: Option<f64>, expected: f64| (found.expect("some spread") - expected).abs() <= 1e-12;
        assert!(close(found.by_ties[1], (2.0 / 3.0) / (2.0_f64 / 9.0).sqrt()));
        assert!(close(found.by_ties[0], (-1.0 / 3.0) / (2.0_f64 / 9.0).sqrt()));
        assert!(close(found.by_strength[2], (1.0 / 3.0) / (14.0_f64 / 9.0).sqrt()));
        assert_eq!(found.by_ties[3..], [None, None]);
    }

    #[test]
    fn what_differs_by_rounding_alone_is_the_same() {
        // a ring in which each has 0.1 + 0.2 = 0.3 within the group, as doubles in either order
        let ring = Snapshot::from_ties(4, &[(0, 1, 0.1), (1, 2, 0.2), (2, 3, 0.1), (3, 0, 0.2)]);
        let found = of(&ring, &[Some(0); 4]);
        assert_eq!((found.by_ties, found.by_strength), (vec![None; 4], vec![None; 4]));
        let wrong = within_module_z(&ring, &WithinModuleZOptions { groups: &[] });
        assert!(matches!(wrong, Err(MetricError::GroupingSize { .. })));
    }
}
