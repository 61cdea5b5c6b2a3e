//! Over which ties do the shortest paths between all pairs run?
//!
//! In: a snapshot and how long a tie is. Out: [`EdgeBetweenness`].

use super::paths::tie_loads;
use crate::network::{PathLength, Snapshot};

/// How edge betweenness is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EdgeBetweennessOptions {
    /// How long a tie is.
    pub path_length: PathLength,
}

impl EdgeBetweennessOptions {
    /// As published: every tie is one step (Girvan & Newman 2002).
    #[must_use]
    pub const fn girvan_newman() -> Self {
        Self {
            path_length: PathLength::Hops,
        }
    }
}

/// Edge betweenness of each tie, in the order of [`Snapshot::pairs`].
#[derive(Debug, Clone, PartialEq)]
pub struct EdgeBetweenness {
    /// Pairs, each counted by the share of its shortest paths that run over the tie.
    pub values: Vec<f64>,
}

/// Edge betweenness of every tie in a snapshot.
///
/// What it tells a hub: how much contact hangs on one tie. A high value marks a tie over which many reach each other, and
/// whose end would make the network longer or break it; a low value a tie beside which there are others as good. By
/// inverse strength it is 0 where a way round over stronger ties is shorter than the tie itself.
///
/// # Formula
/// ```text
/// B_e = Σ_{s<t} σ_st(e) / σ_st,  σ_st the number of shortest paths between s and t, σ_st(e) of them over the tie e
/// ```
/// # Conventions
/// Ties, direction ignored; each pair counts once, the pair at the tie's ends included; not normalised. A tie is 1 long
/// (`Hops`) or 1/strength (`InverseStrength`; strengths are taken within 1e-290 and 1e290); two lengths are equal when they
/// differ by at most 1e-12 relative to the larger. Parallel ties are added before; ties of a node with itself are left
/// out. Pairs without a path add nothing.
///
/// # Returns
/// One value per tie, in the order of [`Snapshot::pairs`]: pairs, from 0 to n²/4; by hops at least 1, its own. Never
/// undefined.
///
/// # Complexity
/// By hops O(n m), by inverse strength O(n (m + n) log n), where twins count once and ties that no shortest path takes not
/// at all; memory O(n + m) per thread; 64 fixed shards of sources in parallel, added in order. Deterministic, the same
/// bytes on any number of threads.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `edge_betweenness_centrality(normalized=False)` and igraph 1.0 `edge_betweenness(directed=False)`: the
/// same by hops. By inverse strength both take weights as lengths; NetworkX tells lengths apart that differ by rounding
/// alone.
///
/// # Example
/// ```
/// use hubscope::metrics::{EdgeBetweennessOptions, edge_betweenness};
/// use hubscope::network::Snapshot;
/// // 0 - 1 - 2 - 3: the middle tie carries 0-2, 0-3, 1-2 and 1-3, the outer ones three pairs each
/// let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
/// let found = edge_betweenness(&path, &EdgeBetweennessOptions::girvan_newman());
/// assert_eq!(found.values, [3.0, 4.0, 3.0]);
/// ```
/// # References
/// Girvan, M., Newman, M. E. J. (2002). Community structure in social and biological networks. PNAS 99(12), 7821-7826.
/// <https://doi.org/10.1073/pnas.122653799>
///
/// Brandes, U. (2008). On variants of shortest-path betweenness centrality and their generic computation. Social Networks
/// 30(2), 136-145. <https://doi.org/10.1016/j.socnet.2007.11.001>
#[must_use]
pub fn edge_betweenness(snapshot: &Snapshot, options: &EdgeBetweennessOptions) -> EdgeBetweenness {
    EdgeBetweenness {
        values: tie_loads(snapshot.ties(), options.path_length),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(nodes: u32, ties: &[(u32, u32, f64)], path_length: PathLength) -> Vec<f64> {
        edge_betweenness(
            &Snapshot::from_ties(nodes, ties),
            &EdgeBetweennessOptions { path_length },
        )
        .values
    }

    fn close(values: &[f64], expected: &[f64]) {
        assert_eq!(values.len(), expected.len());
        for (value, expected) in values.iter().zip(expected) {
            assert!((value - expected).abs() <= 1e-12, "{value} is not {expected}");
        }
    }

    #[test]
    fn paths_of_equal_length_share_a_pair() {
        // a ring of four: each tie carries its own pair and half of each of the two pairs of opposite nodes
        let ring = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (3, 0, 1.0)];
        close(&values(4, &ring, PathLength::Hops), &[2.0; 4]);
    }

    #[test]
    fn a_tie_with_a_shorter_way_round_carries_nothing() {
        // 0-2 is 1 long; by way of 1 it is 1/4 + 1/4: 0-1 carries 0-1 and 0-2, 1-2 carries 1-2 and 0-2
        let ties = [(0, 1, 4.0), (0, 2, 1.0), (1, 2, 4.0)];
        close(&values(3, &ties, PathLength::InverseStrength), &[2.0, 0.0, 2.0]);
        close(&values(3, &ties, PathLength::Hops), &[1.0; 3]);
    }

    #[test]
    fn the_same_lengths_by_another_way_share() {
        // 0-1 is 0.1 long, 1-2 0.2, 0-2 0.3: 0 and 2 have two shortest paths up to rounding
        let ties = [(0, 1, 10.0), (0, 2, 1.0 / 0.3), (1, 2, 5.0)];
        close(&values(3, &ties, PathLength::InverseStrength), &[1.5, 0.5, 1.5]);
    }

    #[test]
    fn twins_and_their_ends() {
        // 0 to 3 all tied, and 3 - 4: twins 0, 1, 2 have their own pairs; each reaches 3 and 4 over its tie to 3
        let mut ties: Vec<(u32, u32, f64)> = (0..4).flat_map(|a| (a + 1..4).map(move |b| (a, b, 1.0))).collect();
        ties.push((3, 4, 1.0));
        for path_length in [PathLength::Hops, PathLength::InverseStrength] {
            close(&values(5, &ties, path_length), &[1.0, 1.0, 2.0, 1.0, 2.0, 2.0, 4.0]);
        }
        close(&values(2, &[(0, 1, 2.0)], PathLength::InverseStrength), &[1.0]);
        close(&values(1, &[], PathLength::Hops), &[]);
    }
}
