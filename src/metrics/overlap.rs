//! How far do the circles of the two ends of each tie coincide?
//!
//! In: a snapshot. Out: [`Overlap`].

use super::embeddedness;
use crate::network::Snapshot;

/// The overlap of each tied pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// One value per pair, in the order of [`Snapshot::pairs`]; `None` where the two have no other partner.
    pub values: Vec<Option<f64>>,
}

/// Neighbourhood overlap of every tie in a snapshot.
///
/// What it tells a hub: 1 means that all other partners of the two are shared, 0 that none is: such a tie joins two
/// circles. In many networks strong ties overlap and weak ties join.
///
/// # Formula
/// ```text
/// o_ij = e_ij / ((k_i − 1) + (k_j − 1) − e_ij),  e_ij the shared partners, k_i the number of partners of i
/// ```
/// # Conventions
/// The undirected simple graph in every view; strengths play no part. A pair tied both ways is one tie.
///
/// # Returns
/// One share per pair, in the order of [`Snapshot::pairs`], from 0 to 1; undefined where neither end has another partner.
///
/// # Complexity
/// As `clustering`. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// The Jaccard similarity of the two sets of other partners. NetworkX 3.6 `jaccard_coefficient` on the pair after its
/// tie is taken out: the same, and 0 where ours is undefined.
///
/// # Example
/// ```
/// use hubscope::{metrics::overlap, network::Snapshot};
/// // a triangle 0 1 2 with 3 hanging from 0: 0-1 have 2 in common and 3 beside, 0-3 nothing, 1-2 have only 0
/// let ties = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (0, 3, 1.0)];
/// let values = overlap(&Snapshot::from_ties(4, &ties)).values;
/// assert_eq!(values, [Some(0.5), Some(0.5), Some(0.0), Some(1.0)]);
/// ```
/// # References
/// Onnela, J.-P., Saramäki, J., Hyvönen, J., Szabó, G., Lazer, D., Kaski, K., Kertész, J., Barabási, A.-L. (2007).
/// Structure and tie strengths in mobile communication networks. PNAS 104(18), 7332-7336.
/// <https://doi.org/10.1073/pnas.0610245104>
#[must_use]
pub fn overlap(snapshot: &Snapshot) -> Overlap {
    Overlap::from_embeddedness(snapshot, &embeddedness(snapshot).shared_partners)
}

impl Overlap {
    pub(super) fn from_embeddedness(snapshot: &Snapshot, shared_partners: &[u32]) -> Self {
        let values = snapshot.pairs().zip(shared_partners).map(|((one, other, _), &shared)| {
            let others = snapshot.degree(one) + snapshot.degree(other) - 2 - shared as usize;
            (others > 0).then(|| f64::from(shared) / others as f64)
        });
        Self {
            values: values.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_pair_has_no_circle() {
        // 0-1 alone; 2 - 3 - 4 a path: each of its ties has one other partner, not shared
        let snapshot = Snapshot::from_ties(5, &[(0, 1, 1.0), (2, 3, 1.0), (3, 4, 1.0)]);
        assert_eq!(overlap(&snapshot).values, [None, Some(0.0), Some(0.0)]);
    }
}
