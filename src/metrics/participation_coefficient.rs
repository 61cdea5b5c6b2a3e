//! Over how many groups are a stakeholder's ties spread?
//!
//! In: a snapshot and a group per node. Out: [`ParticipationCoefficient`].

use rayon::prelude::*;

use super::MetricError;
use crate::network::Snapshot;

/// The group of each node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParticipationCoefficientOptions<'a> {
    /// One entry per node, in node order; `None` where it belongs to no group.
    pub groups: &'a [Option<u32>],
}

/// The participation coefficient of each node, in node order; `None` where no tie joins it to a grouped node, or it has
/// no group.
#[derive(Debug, Clone, PartialEq)]
pub struct ParticipationCoefficient {
    /// Each tie counts 1.
    pub by_ties: Vec<Option<f64>>,
    /// Each tie counts its strength.
    pub by_strength: Vec<Option<f64>>,
}

/// Guimerà and Amaral's participation coefficient of every stakeholder in a snapshot.
///
/// What it tells a hub: 0 means that all ties of a stakeholder lead to one group (its own or another), a value towards 1
/// that they are spread evenly over many. Those with many ties inside their group and a high value connect it with the
/// rest.
///
/// # Formula
/// ```text
/// P_i = 1 − Σ_g (k_ig / k_i)²,  k_ig the ties of i to members of group g, k_i their sum over all groups; by strength:
/// sums of strengths
/// ```
/// # Conventions
/// Undirected view: a pair tied both ways is one tie. A tie counts only where both ends have a group. Parallel ties are
/// added before, ties of a node with itself are left out.
///
/// # Returns
/// One value per node, in node order, from 0 to 1 − 1/M with M groups; undefined without any counting tie.
///
/// # Complexity
/// O(n + m), memory O(groups) per thread; nodes in parallel, each summed in the order of its partners. Deterministic.
///
/// # Errors
/// [`MetricError::GroupingSize`] where the groups are not one per node.
///
/// # Agreement
/// The definition as computed on the karate network with NetworkX 3.6. Some tools give isolates 0, others 1.
///
/// # Example
/// ```
/// use hubscope::metrics::{ParticipationCoefficientOptions, participation_coefficient};
/// use hubscope::network::Snapshot;
/// // 1 has one tie into each of two groups: 1 − 1/4 − 1/4; by strength 3 of 4 and 1 of 4: 1 − 9/16 − 1/16
/// let path = Snapshot::from_ties(3, &[(0, 1, 3.0), (1, 2, 1.0)]);
/// let groups = [Some(0), Some(0), Some(1)];
/// let found = participation_coefficient(&path, &ParticipationCoefficientOptions { groups: &groups })?;
/// assert_eq!(found.by_ties, [Some(0.0), Some(0.5), Some(0.0)]);
/// assert_eq!(found.by_strength[1], Some(0.375));
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Guimerà, R., Amaral, L. A. N. (2005). Functional cartography of complex metabolic networks. Nature 433, 895-900.
/// <https://doi.org/10.1038/nature03288>
pub fn participation_coefficient(
    snapshot: &Snapshot,
    options: &ParticipationCoefficientOptions<'_>,
) -> Result<ParticipationCoefficient, MetricError> {
    MetricError::unless_one_each("participation_coefficient", options.groups, snapshot)?;
    Ok(ParticipationCoefficient {
        by_ties: values(snapshot, options.groups, |_| 1.0),
        by_strength: values(snapshot, options.groups, |strength| strength),
    })
}

fn values(snapshot: &Snapshot, groups: &[Option<u32>], weight: impl Fn(f64) -> f64 + Sync) -> Vec<Option<f64>> {
    let count = groups.iter().flatten().max().map_or(0, |&last| last as usize + 1);
    let spread = |towards: &mut Vec<f64>, node: usize| {
        groups[node]?;
        let grouped = || {
            let partners = snapshot.ties().row(node);
            partners.filter_map(|(partner, strength)| Some((groups[partner as usize]? as usize, weight(strength))))
        };
        let total: f64 = grouped().map(|(_, weight)| weight).sum();
        for (group, weight) in grouped() {
            towards[group] += weight;
        }
        // each group is counted once, at the first partner who belongs to it
        let squares: f64 = grouped()
            .map(|(group, _)| (std::mem::take(&mut towards[group]) / total).powi(2))
            .sum();
        (total > 0.0).then(|| (1.0 - squares).max(0.0))
    };
    (0..groups.len())
        .into_par_iter()
        .map_init(|| vec![0.0; count], spread)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(snapshot: &Snapshot, groups: &[Option<u32>]) -> ParticipationCoefficient {
        participation_coefficient(snapshot, &ParticipationCoefficientOptions { groups }).expect("groups fit")
    }

    #[test]
    fn ties_to_those_without_a_group_do_not_count() {
        // 0 is tied to A, A, B and to one without a group: 1 − (2/3)² − (1/3)² = 4/9; by strength 4, 1 of 5:
        // 1 − 16/25 − 1/25 = 8/25
        let star = Snapshot::from_ties(5, &[(0, 1, 2.0), (0, 2, 2.0), (0, 3, 1.0), (0, 4, 9.0)]);
        let found = of(&star, &[Some(2), Some(0), Some(0), Some(1), None]);
        assert!((found.by_ties[0].expect("grouped ties") - 4.0 / 9.0).abs() <= 1e-15);
        assert!((found.by_strength[0].expect("grouped ties") - 0.32).abs() <= 1e-15);
        assert_eq!(found.by_ties[1..], [Some(0.0), Some(0.0), Some(0.0), None]);
    }

    #[test]
    fn isolates_and_the_ungrouped_have_none() {
        let pair = Snapshot::from_ties(3, &[(0, 1, 1.0)]);
        assert_eq!(of(&pair, &[None, Some(0), Some(0)]).by_ties, [None; 3]);
        let wrong = participation_coefficient(&pair, &ParticipationCoefficientOptions { groups: &[] });
        assert!(matches!(wrong, Err(MetricError::GroupingSize { .. })));
    }
}
