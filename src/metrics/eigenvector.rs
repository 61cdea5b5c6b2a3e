//! Who is tied to those who are themselves well tied?
//!
//! In: a snapshot and what a tie counts. Out: [`Eigenvector`].

use super::components;
use super::lanczos::leading_vector;
use super::tie_matrix::{Counting, TieMatrix};
use crate::network::Snapshot;

/// What a tie counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieValue {
    /// Its strength.
    Strength,
    /// 1, as published (Bonacich 1972).
    One,
}

/// How eigenvector centrality is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EigenvectorOptions {
    /// What a tie counts.
    pub tie_value: TieValue,
}

/// Eigenvector centrality of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct Eigenvector {
    /// `None` outside the largest component.
    pub values: Vec<Option<f64>>,
}

/// Eigenvector centrality of every stakeholder in the largest component of a snapshot.
///
/// What it tells a hub: who stands in the best connected circle. Partners count by how well they are tied themselves, so
/// a few ties into the centre are worth more than many at the edge.
///
/// # Formula
/// ```text
/// λ x_i = Σ_j w_ij x_j,  λ the largest eigenvalue, Σ_i x_i² = 1, x_i > 0;  w_ij the strength of the tie, or 1
/// ```
/// # Conventions
/// Undirected view; strengths of both directions are added. On the largest component alone; of several of equal size on
/// the one that holds the smallest node. Elsewhere the equation has only 0 to offer, which would not compare.
///
/// # Returns
/// One value per node, in node order, from 0 to 1; undefined outside the largest component, and for all where nobody has
/// a tie, or where the next eigenvalue is so near (2e-7 of the largest) that rounding would decide the order.
///
/// # Complexity
/// Lanczos with thick restarts; each step takes O(n + m), or the participations where those are fewer than ties, and
/// memory is O(32 n). Steps grow as the next eigenvalue comes nearer. Deterministic: sums over fixed blocks.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `eigenvector_centrality_numpy` and igraph 1.0 `eigenvector_centrality(scale=True)` divided by its length,
/// both on the largest component: the same.
///
/// # Example
/// ```
/// use hubscope::metrics::{EigenvectorOptions, TieValue, eigenvector};
/// use hubscope::network::Snapshot;
/// // a star of three leaves: λ = √3, the middle 1/√2, a leaf 1/√6
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// let values = eigenvector(&star, &EigenvectorOptions { tie_value: TieValue::One }).values;
/// assert!((values[0].expect("tied") - 0.5f64.sqrt()).abs() < 1e-12);
/// assert!((values[1].expect("tied") - (1.0f64 / 6.0).sqrt()).abs() < 1e-12);
/// ```
/// # References
/// Bonacich, P. (1972). Factoring and weighting approaches to status scores and clique identification. Journal of
/// Mathematical Sociology 2(1), 113-120. <https://doi.org/10.1080/0022250X.1972.9989806>
#[must_use]
pub fn eigenvector(snapshot: &Snapshot, options: &EigenvectorOptions) -> Eigenvector {
    let counting = match options.tie_value {
        TieValue::Strength => Counting::Strengths,
        TieValue::One => Counting::Ties,
    };
    Eigenvector::of(&TieMatrix::of(snapshot, counting), snapshot)
}

impl Eigenvector {
    pub(super) fn of(matrix: &TieMatrix<'_>, snapshot: &Snapshot) -> Self {
        let pieces = components(snapshot);
        let largest = pieces.largest();
        let inside = |node: usize| Some(pieces.of[node]) == largest;
        let start = (0..snapshot.node_count()).map(|node| f64::from(u8::from(inside(node))));
        // within a component the largest eigenvalue is single, and its vector above zero everywhere (Perron, Frobenius)
        let unit = matrix.unit();
        let found = leading_vector(
            |x| matrix.times(x).into_iter().map(|value| value / unit).collect(),
            start.collect(),
        );
        let value = |node: usize| found.as_ref().filter(|_| inside(node)).map(|found| found[node]);
        Self {
            values: (0..snapshot.node_count()).map(value).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(snapshot: &Snapshot, tie_value: TieValue) -> Vec<Option<f64>> {
        eigenvector(snapshot, &EigenvectorOptions { tie_value }).values
    }

    #[test]
    fn strengths_pull_to_the_stronger_side() {
        // 0 -4- 1 -3- 2: λ = 5, x = (4, 5, 3)/√50. The component of 3 and 4 is smaller: undefined
        let snapshot = Snapshot::from_ties(5, &[(0, 1, 4.0), (1, 2, 3.0), (3, 4, 9.0)]);
        let found = values(&snapshot, TieValue::Strength);
        for (value, expected) in found.iter().zip([4.0, 5.0, 3.0]) {
            assert!((value.expect("tied") - expected / 50f64.sqrt()).abs() <= 1e-14);
        }
        assert_eq!(found[3..], [None, None]);
    }

    #[test]
    fn of_equal_pieces_the_one_with_the_smallest_node_and_none_of_isolates() {
        let found = values(&Snapshot::from_ties(4, &[(0, 2, 1.0), (1, 3, 5.0)]), TieValue::One);
        let root = 0.5f64.sqrt();
        assert!(found[0].is_some_and(|value| (value - root).abs() <= 1e-15));
        assert!(found[1].is_none() && found[2].is_some());
        assert_eq!(values(&Snapshot::from_ties(2, &[]), TieValue::One), [None, None]);
        assert!(values(&Snapshot::default(), TieValue::One).is_empty());
    }

    #[test]
    fn the_unit_of_strength_does_not_matter() {
        // a triangle with a tail, by numpy's eigh at strengths near 1; squares of 1e±155 are beyond doubles
        let ties = [(0, 1, 1.0), (1, 2, 2.0), (2, 3, 3.0), (1, 3, 1.0)];
        for unit in [1e-280, 1e-155, 1e-3, 1.0, 1e155, 1e280] {
            let found = values(
                &Snapshot::from_ties(4, &ties.map(|(a, b, w)| (a, b, w * unit))),
                TieValue::Strength,
            );
            for (value, expected) in found.iter().zip([0.114_765, 0.478_193, 0.648_152, 0.581_428]) {
                assert!((value.expect("tied") - expected).abs() <= 1e-6, "{unit}: {found:?}");
            }
        }
    }

    #[test]
    fn a_long_path_with_a_small_gap() {
        // n = 1000: the next eigenvalue is nearer than 1.5e-5 of the first; x_i = sin(π i/1001) √(2/1001)
        let ties: Vec<_> = (0..999).map(|node| (node, node + 1, 1.0)).collect();
        let found = values(&Snapshot::from_ties(1000, &ties), TieValue::One);
        for (node, value) in found.iter().enumerate() {
            let expected = (std::f64::consts::PI * (node + 1) as f64 / 1001.0).sin() * (2.0f64 / 1001.0).sqrt();
            let value = value.expect("tied");
            assert!((value - expected).abs() <= 1e-9, "{node}: {value} is not {expected}");
        }
    }
}
