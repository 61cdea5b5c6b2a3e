//! Do ties stay within groups or run between them?
//!
//! In: a snapshot and a group per node. Out: [`EiIndex`].

use super::MetricError;
use crate::network::Snapshot;

/// The group of each node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EiIndexOptions<'a> {
    /// One entry per node, in node order; `None` where it belongs to no group.
    pub groups: &'a [Option<u32>],
}

/// The E-I index by ties and by strengths.
#[derive(Debug, Clone, PartialEq)]
pub struct EiIndex {
    /// Each tie counts 1.
    pub by_ties: EiValues,
    /// Each tie counts its strength.
    pub by_strength: EiValues,
}

/// The E-I index of each node and of the network.
#[derive(Debug, Clone, PartialEq)]
pub struct EiValues {
    /// One value per node; `None` where no tie joins it to a grouped node, or it has no group.
    pub nodes: Vec<Option<f64>>,
    /// Over all ties between grouped nodes; `None` where there is none.
    pub network: Option<f64>,
}

/// Krackhardt and Stern's E-I index of every stakeholder and of the network.
///
/// What it tells a hub: −1 means ties only inside the own group (sector, city), +1 only to other groups, 0 as many of
/// each. It depends on the sizes of the groups: a small group has few inside to be tied with, so read it beside what
/// chance would give.
///
/// # Formula
/// ```text
/// EI = (E − I) / (E + I),  E ties to other groups, I ties within the group; by strength: sums of strengths
/// ```
/// # Conventions
/// Undirected view: a pair tied both ways is one tie. A tie counts only where both ends have a group. Network: each tie
/// once.
///
/// # Returns
/// One value per node, in node order, and one for the network, from −1 to 1; undefined without any counting tie.
///
/// # Complexity
/// O(n + m). Deterministic.
///
/// # Errors
/// [`MetricError::GroupingSize`] where the groups are not one per node.
///
/// # Agreement
/// NetworkX 3.6, network by ties: 1 − 2 · the trace of `attribute_mixing_matrix`, the same. No common tool has it by node
/// or by strength.
///
/// # Example
/// ```
/// use hubscope::metrics::{EiIndexOptions, ei_index};
/// use hubscope::network::Snapshot;
/// // 0 and 1 in one group, 2 in another: 1 has one tie inside and one outside, 2 only outside
/// let path = Snapshot::from_ties(3, &[(0, 1, 3.0), (1, 2, 1.0)]);
/// let ei = ei_index(&path, &EiIndexOptions { groups: &[Some(0), Some(0), Some(1)] })?;
/// assert_eq!(ei.by_ties.nodes, [Some(-1.0), Some(0.0), Some(1.0)]);
/// assert_eq!(ei.by_strength.network, Some(-0.5)); // (1 − 3) / (1 + 3)
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Krackhardt, D., Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation.
/// Social Psychology Quarterly 51(2), 123-140. <https://doi.org/10.2307/2786835>
pub fn ei_index(snapshot: &Snapshot, options: &EiIndexOptions<'_>) -> Result<EiIndex, MetricError> {
    let groups = options.groups;
    MetricError::unless_one_each("ei_index", options.groups, snapshot)?;
    Ok(EiIndex {
        by_ties: values(snapshot, groups, |_| 1.0),
        by_strength: values(snapshot, groups, |strength| strength),
    })
}

fn values(snapshot: &Snapshot, groups: &[Option<u32>], weight: impl Fn(f64) -> f64) -> EiValues {
    let mut all = Balance::default();
    let nodes = (0..groups.len())
        .map(|node| {
            let mut own = Balance::default();
            for (partner, strength) in snapshot.ties().row(node) {
                own.add(groups[node], groups[partner as usize], weight(strength));
            }
            all.external += own.external;
            all.internal += own.internal;
            own.index()
        })
        .collect();
    // each tie was added at both its ends, which the ratio does not see
    EiValues {
        nodes,
        network: all.index(),
    }
}

#[derive(Default)]
struct Balance {
    external: f64,
    internal: f64,
}

impl Balance {
    fn add(&mut self, one: Option<u32>, other: Option<u32>, weight: f64) {
        match (one, other) {
            (Some(one), Some(other)) if one == other => self.internal += weight,
            (Some(_), Some(_)) => self.external += weight,
            _ => {}
        }
    }

    fn index(&self) -> Option<f64> {
        let sum = self.external + self.internal;
        (sum > 0.0).then(|| (self.external - self.internal) / sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_of_those_without_a_group_are_left_out() {
        // groups: 0 and 1 in A, 2 in B, 3 none. Ties 0-1 (A-A), 1-2 (A-B), 1-3 and 2-3 (left out)
        let snapshot = Snapshot::from_ties(5, &[(0, 1, 1.0), (1, 2, 2.0), (1, 3, 9.0), (2, 3, 9.0)]);
        let groups = [Some(0), Some(0), Some(1), None, Some(1)];
        let ei = ei_index(&snapshot, &EiIndexOptions { groups: &groups }).expect("groups fit");
        assert_eq!(ei.by_ties.nodes, [Some(-1.0), Some(0.0), Some(1.0), None, None]);
        // one tie out, one in; by strength (2 − 1) / (2 + 1)
        assert_eq!(ei.by_ties.network, Some(0.0));
        assert_eq!(ei.by_strength.network, Some(1.0 / 3.0));
        assert_eq!(ei.by_strength.nodes[1], Some(1.0 / 3.0));
    }

    #[test]
    fn a_grouping_of_another_size_is_an_error() {
        let pair = Snapshot::from_ties(2, &[(0, 1, 1.0)]);
        let wrong = ei_index(&pair, &EiIndexOptions { groups: &[None] });
        assert!(matches!(
            wrong,
            Err(MetricError::GroupingSize {
                groups: 1,
                nodes: 2,
                ..
            })
        ));
        let none = ei_index(
            &pair,
            &EiIndexOptions {
                groups: &[None, Some(0)],
            },
        )
        .expect("groups fit");
        assert_eq!(none.by_ties.network, None);
    }
}
