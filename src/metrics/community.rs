//! Into which parts does the network fall whose members are tied more to each other than to the rest?
//!
//! In: a snapshot. Out: [`Community`].

use super::modularity::within_groups;
use crate::network::Snapshot;

mod graph;
mod moving;
mod refinement;
mod search;

/// The community of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct Community {
    /// From 0, the largest first (of equal size, the one of the smallest node); `None` for isolates.
    pub of: Vec<Option<u32>>,
    /// Their modularity; `None` without any tie.
    pub modularity: Option<f64>,
}

impl Community {
    /// How many communities there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.of.iter().flatten().max().map_or(0, |&last| last as usize + 1)
    }

    /// The numbers as they are exported, from 1.
    #[must_use]
    pub fn numbers(&self) -> Vec<Option<f64>> {
        let numbers = self.of.iter();
        numbers
            .map(|number| number.map(|number| f64::from(number) + 1.0))
            .collect()
    }
}

/// Communities of a snapshot by the Leiden algorithm.
///
/// What it tells a hub: which stakeholders in fact work together, whatever sector or city they are filed under. A
/// partition is a reading of the network and not a fact in it: others may be nearly as good, and modularity overlooks
/// communities that are small beside the whole.
///
/// # Formula
/// ```text
/// the partition with the largest Q = Σ_c (W_c / 2s − (S_c / 2s)²) that the search finds: s the sum of all strengths,
/// W_c the strength within community c counted from both ends, S_c the sum of its members' strengths
/// ```
/// # Conventions
/// Undirected view, strength-weighted, resolution 1. Parallel ties are added before; ties of a node with itself are left
/// out. An isolate belongs to no community. Every community is connected. A round moves nodes while that gains, refines
/// within each community (a node joins the part that gains most, as in leidenalg, and not a part drawn at random), and
/// does the same to what was merged. A search is two rounds from single nodes: 16 searches where nodes and entries are
/// fewer than 10,000, 6 up to 100,000, 2 up to 500,000, then one; the best goes on by single rounds until one gains
/// less than 1e-5, at most 4,000,000 over nodes and entries of them. Gains within 1e-10 of a node's strength are equal.
///
/// # Returns
/// One number per node, in node order, from 0 by falling size (the exported column begins with 1); undefined for
/// isolates.
///
/// # Complexity
/// O(n + m) per pass over the ties, some ten passes per round; searches in parallel. Nodes are moved in index order, in
/// further searches in seeded orders, and of equal gains the one met first wins, so the partition depends on the
/// network alone: not on the order of the records, nor on the number of threads.
///
/// # Errors
/// None.
///
/// # Agreement
/// Modularity is not below the median of 20 seeds of leidenalg 0.12 on any reference network, and is the largest there
/// is on networks small enough to try all partitions. igraph 1.0 `community_leiden` and leidenalg count an isolate as a
/// community of its own, which changes no modularity.
///
/// # Example
/// ```
/// use hubscope::{metrics::community, network::Snapshot};
/// // two triangles joined by one tie, and an isolate: W = 6 each, S = 7 each of 14, Q = 2 (6/14 − 1/4)
/// let ties = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (2, 3, 1.0), (3, 4, 1.0), (4, 5, 1.0), (3, 5, 1.0)];
/// let found = community(&Snapshot::from_ties(7, &ties));
/// assert_eq!(found.of, [Some(0), Some(0), Some(0), Some(1), Some(1), Some(1), None]);
/// assert!((found.modularity.expect("has ties") - 5.0 / 14.0).abs() < 1e-15);
/// ```
/// # References
/// Traag, V. A., Waltman, L., van Eck, N. J. (2019). From Louvain to Leiden: guaranteeing well-connected communities.
/// Scientific Reports 9, 5233. <https://doi.org/10.1038/s41598-019-41695-z>
///
/// Newman, M. E. J., Girvan, M. (2004). Finding and evaluating community structure in networks. Physical Review E 69,
/// 026113. <https://doi.org/10.1103/PhysRevE.69.026113>
#[must_use]
pub fn community(snapshot: &Snapshot) -> Community {
    let of = numbered(snapshot, &search::best_partition(snapshot.ties()));
    Community {
        modularity: within_groups(snapshot.ties(), |node| of[node]),
        of,
    }
}

/// Communities numbered by falling size, then by smallest node; isolates left out. Each connected piece of a part is a
/// community: the search leaves none that falls apart, and if rounding ever did, parting it would only gain.
fn numbered(snapshot: &Snapshot, partition: &[u32]) -> Vec<Option<u32>> {
    let ties = snapshot.ties();
    let mut piece_of = vec![None; ties.len()];
    let mut sizes: Vec<(usize, u32)> = Vec::new();
    for first in 0..ties.len() {
        if piece_of[first].is_some() || ties.columns(first).is_empty() {
            continue;
        }
        let piece = sizes.len() as u32;
        piece_of[first] = Some(piece);
        let mut waiting = vec![first];
        let mut size = 0;
        while let Some(node) = waiting.pop() {
            size += 1;
            for &partner in ties.columns(node) {
                let partner = partner as usize;
                if piece_of[partner].is_none() && partition[partner] == partition[first] {
                    piece_of[partner] = Some(piece);
                    waiting.push(partner);
                }
            }
        }
        sizes.push((size, piece));
    }
    sizes.sort_by_key(|&(size, piece)| (std::cmp::Reverse(size), piece));
    let mut number = vec![0; sizes.len()];
    for (place, &(_, piece)) in sizes.iter().enumerate() {
        number[piece as usize] = place as u32;
    }
    piece_of
        .into_iter()
        .map(|piece: Option<u32>| Some(number[piece? as usize]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_larger_community_comes_first_and_pieces_are_apart() {
        // a pair, and a square with one diagonal, each a piece of its own: sizes 2 and 4; 6 alone.
        // W = S in each: Q = 1 − (2/12)² − (10/12)² = 1 − 104/144 = 5/18, and splitting the square would lose
        let ties = [
            (0, 1, 1.0),
            (2, 3, 1.0),
            (3, 4, 1.0),
            (4, 5, 1.0),
            (2, 5, 1.0),
            (2, 4, 1.0),
        ];
        let found = community(&Snapshot::from_ties(7, &ties));
        let (first, second) = (Some(0), Some(1));
        assert_eq!(found.of, [second, second, first, first, first, first, None]);
        assert_eq!(found.count(), 2);
        assert!((found.modularity.expect("has ties") - 5.0 / 18.0).abs() <= 1e-15);
    }

    #[test]
    fn strengths_decide_where_ties_do_not() {
        // a ring of four with strong ties 0 - 1 and 2 - 3: of 2s = 44, W = 20 and S = 22 each: Q = 2 (20/44 − 1/4)
        let ring = [(0, 1, 10.0), (1, 2, 1.0), (2, 3, 10.0), (3, 0, 1.0)];
        let found = community(&Snapshot::from_ties(4, &ring));
        assert_eq!(found.of, [Some(0), Some(0), Some(1), Some(1)]);
        assert!((found.modularity.expect("has ties") - (40.0 / 44.0 - 0.5)).abs() <= 1e-15);
    }

    #[test]
    fn without_ties_there_are_none() {
        for nodes in 0..3 {
            let found = community(&Snapshot::from_ties(nodes, &[]));
            assert_eq!((found.of, found.modularity), (vec![None; nodes as usize], None));
        }
        let pair = community(&Snapshot::from_ties(2, &[(0, 1, 3.0)]));
        assert_eq!((pair.of, pair.modularity), (vec![Some(0); 2], Some(0.0)));
    }
}
