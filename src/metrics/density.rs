//! What share of the possible ties is there, and how many does a member have on average?
//!
//! In: a snapshot. Out: [`Density`].

use crate::network::Snapshot;

/// How full the network is. The two belong side by side: density alone falls whenever a hub grows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Density {
    /// Ties over pairs; `None` with fewer than two nodes.
    pub density: Option<f64>,
    /// Ties per node, each tie counted at both ends; `None` without nodes.
    pub mean_degree: Option<f64>,
}

/// Share of the pairs of a snapshot that are tied, and the mean number of partners.
///
/// What it tells a hub: how much of the possible contact exists. Density falls when members join faster than ties are
/// made, even where everyone gains partners, so it is read beside the mean degree.
///
/// # Formula
/// ```text
/// density = m / (n (n − 1) / 2);  mean_degree = 2 m / n;  n nodes, m ties
/// ```
/// # Conventions
/// Undirected view in every direction: a pair tied both ways is one tie. Isolates count among the n. Weights play no
/// part.
///
/// # Returns
/// A share from 0 to 1, undefined for n < 2; a mean from 0 to n − 1, undefined for n = 0.
///
/// # Complexity
/// O(1). Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `density` and igraph 1.0 `density` on the undirected simple graph: the same, except that NetworkX
/// gives 0 for one node.
///
/// # Example
/// ```
/// use hubscope::{metrics::density, network::Snapshot};
/// // 3 of 6 pairs; each tie has two ends, so 6 ends on 4 nodes
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// assert_eq!(density(&star).density, Some(0.5));
/// assert_eq!(density(&star).mean_degree, Some(1.5));
/// ```
/// # References
/// Wasserman, S., Faust, K. (1994). Social Network Analysis, section 4.2. <https://doi.org/10.1017/CBO9780511815478>
#[must_use]
pub fn density(snapshot: &Snapshot) -> Density {
    let nodes = snapshot.node_count() as f64;
    let ends = 2.0 * snapshot.tie_count() as f64;
    Density {
        density: (snapshot.node_count() >= 2).then(|| ends / (nodes * (nodes - 1.0))),
        mean_degree: (snapshot.node_count() >= 1).then(|| ends / nodes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_and_one_node_networks_have_no_density() {
        let of = |nodes| density(&Snapshot::from_ties(nodes, &[]));
        assert_eq!((of(0).density, of(0).mean_degree), (None, None));
        assert_eq!((of(1).density, of(1).mean_degree), (None, Some(0.0)));
        assert_eq!((of(2).density, of(2).mean_degree), (Some(0.0), Some(0.0)));
    }

    #[test]
    fn arcs_both_ways_fill_a_pair_once() {
        // one tied pair of one: 2·1 / (2·1)
        let pair = Snapshot::from_arcs(2, &[(0, 1, 1.0), (1, 0, 1.0)]);
        assert_eq!(density(&pair).density, Some(1.0));
    }
}
