//! How many partners do the two ends of each tie share?
//!
//! In: a snapshot. Out: [`Embeddedness`].

use super::triangles::SharedPartners;
use crate::network::Snapshot;

/// The shared partners of each tied pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embeddedness {
    /// One count per pair, in the order of [`Snapshot::pairs`].
    pub shared_partners: Vec<u32>,
}

/// Embeddedness of every tie in a snapshot.
///
/// What it tells a hub: a tie with many shared partners is held by those around it; one with none is the only near way
/// between its ends, and a bridge or close to it.
///
/// # Formula
/// ```text
/// e_ij = number of k that are partners of i and of j
/// ```
/// # Conventions
/// The undirected simple graph in every view; strengths play no part. A pair tied both ways is one tie.
///
/// # Returns
/// One whole number per pair, in the order of [`Snapshot::pairs`], from 0 to n − 2; never undefined.
///
/// # Complexity
/// As `clustering`. Deterministic: whole numbers are counted.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `common_neighbors` over the edges, and igraph 1.0 `cocitation` of the tied pairs: the same.
///
/// # Example
/// ```
/// use hubscope::{metrics::embeddedness, network::Snapshot};
/// // a triangle 0 1 2 with 3 hanging from 0; pairs in order: 0-1, 0-2, 0-3, 1-2
/// let ties = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (0, 3, 1.0)];
/// assert_eq!(embeddedness(&Snapshot::from_ties(4, &ties)).shared_partners, [1, 1, 0, 1]);
/// ```
/// # References
/// Granovetter, M. (1985). Economic action and social structure: the problem of embeddedness. American Journal of
/// Sociology 91(3), 481-510. <https://doi.org/10.1086/228311>
#[must_use]
pub fn embeddedness(snapshot: &Snapshot) -> Embeddedness {
    Embeddedness {
        shared_partners: SharedPartners::of(snapshot.ties()).of_pair,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_tied_both_ways_and_twice_is_one_tie() {
        // arcs 0 → 1, 1 → 0, 1 → 2, 2 → 0 twice: three pairs, each with one shared partner
        let arcs = [(0, 1, 1.0), (1, 0, 1.0), (1, 2, 1.0), (2, 0, 1.0), (2, 0, 3.0)];
        assert_eq!(embeddedness(&Snapshot::from_arcs(3, &arcs)).shared_partners, [1, 1, 1]);
        assert!(embeddedness(&Snapshot::default()).shared_partners.is_empty());
    }
}
