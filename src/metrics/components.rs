//! Into how many separate pieces does the network fall?
//!
//! In: a snapshot. Out: [`Components`].

use crate::network::Snapshot;

/// The separate pieces of a network, numbered in the order of their smallest node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Components {
    /// For each node, the number of its component.
    pub of: Vec<u32>,
    /// For each component, how many nodes it holds.
    pub sizes: Vec<u32>,
}

impl Components {
    /// How many components there are, isolates included.
    #[must_use]
    pub fn count(&self) -> usize {
        self.sizes.len()
    }

    /// The largest component; of several, the one that holds the smallest node. `None` without nodes.
    #[must_use]
    pub fn largest(&self) -> Option<u32> {
        let largest = *self.sizes.iter().max()?;
        self.sizes
            .iter()
            .position(|&size| size == largest)
            .map(|number| number as u32)
    }

    /// The share of the nodes in the largest component; `None` without nodes.
    #[must_use]
    pub fn largest_share(&self) -> Option<f64> {
        let largest = self.sizes[self.largest()? as usize];
        Some(f64::from(largest) / self.of.len() as f64)
    }

    /// How many nodes share the component of a node, itself included.
    #[must_use]
    pub fn size_around(&self, node: usize) -> u32 {
        self.sizes[self.of[node] as usize]
    }
}

/// The components of a snapshot: sets of stakeholders that reach each other along ties.
///
/// What it tells a hub: who could hear of something through partners at all. Several components mean groups with no
/// path between them; the share in the largest says how much of the hub hangs together.
///
/// # Formula
/// ```text
/// i and j are in one component when a path of ties joins them
/// largest_component_share = size of the largest / n
/// ```
/// # Conventions
/// Direction is ignored (weak components). Each isolate is a component. Of components of equal size the one with the
/// smallest node comes first.
///
/// # Returns
/// The component of each node, and the size of each; none without nodes.
///
/// # Complexity
/// O(n + m), without recursion. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `connected_components` and igraph 1.0 `connected_components(mode="weak")`: the same sets.
///
/// # Example
/// ```
/// use hubscope::{metrics::components, network::Snapshot};
/// // 0 - 2, and 1 alone
/// let pieces = components(&Snapshot::from_ties(3, &[(0, 2, 1.0)]));
/// assert_eq!(pieces.of, [0, 1, 0]);
/// assert_eq!(pieces.sizes, [2, 1]);
/// assert_eq!(pieces.largest_share(), Some(2.0 / 3.0));
/// ```
/// # References
/// Hopcroft, J., Tarjan, R. (1973). Algorithm 447: efficient algorithms for graph manipulation. Communications of the
/// ACM 16(6), 372-378. <https://doi.org/10.1145/362248.362272>
#[must_use]
pub fn components(snapshot: &Snapshot) -> Components {
    const UNSEEN: u32 = u32::MAX;
    let mut of = vec![UNSEEN; snapshot.node_count()];
    let mut sizes = Vec::new();
    let mut waiting = Vec::new();
    for start in snapshot.nodes() {
        if of[start.at()] != UNSEEN {
            continue;
        }
        let number = sizes.len() as u32;
        let mut size = 0;
        of[start.at()] = number;
        waiting.push(start.0);
        while let Some(node) = waiting.pop() {
            size += 1;
            for &partner in snapshot.ties().columns(node as usize) {
                if of[partner as usize] == UNSEEN {
                    of[partner as usize] = number;
                    waiting.push(partner);
                }
            }
        }
        sizes.push(size);
    }
    Components { of, sizes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equal_sizes_the_one_with_the_smallest_node_is_the_largest() {
        // {0}, {1, 4}, {2, 3}
        let pieces = components(&Snapshot::from_ties(5, &[(2, 3, 1.0), (1, 4, 1.0)]));
        assert_eq!(pieces.sizes, [1, 2, 2]);
        assert_eq!(pieces.largest(), Some(1));
        assert_eq!(pieces.size_around(3), 2);
    }

    #[test]
    fn an_empty_network_has_no_component() {
        let pieces = components(&Snapshot::default());
        assert_eq!(
            (pieces.count(), pieces.largest(), pieces.largest_share()),
            (0, None, None)
        );
    }
}
