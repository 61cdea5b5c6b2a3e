//! How often is an arc answered?
//!
//! In: a snapshot. Out: one share for the network.

use crate::network::Snapshot;

/// Reciprocity of a snapshot.
///
/// What it tells a hub: near 1 means that who names, funds or mentors someone is named, funded or mentored back; near 0
/// that ties run one way.
///
/// # Formula
/// ```text
/// r = arcs i → j for which j → i exists / arcs
/// ```
/// # Conventions
/// Parallel arcs are one; arcs of a node with itself are left out; strengths play no part.
///
/// # Returns
/// One share from 0 to 1; undefined where the layer has no direction, or no arc.
///
/// # Complexity
/// O(m log k), k the most arcs from one node. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `overall_reciprocity` and igraph 1.0 `reciprocity`: the same.
///
/// # Example
/// ```
/// use hubscope::{metrics::reciprocity, network::Snapshot};
/// // 0 ⇄ 1 and 0 → 2: two of three arcs are answered
/// let arcs = [(0, 1, 1.0), (1, 0, 2.0), (0, 2, 1.0)];
/// assert_eq!(reciprocity(&Snapshot::from_arcs(3, &arcs)), Some(2.0 / 3.0));
/// ```
/// # References
/// Wasserman, S., Faust, K. (1994). Social Network Analysis: Methods and Applications. Cambridge University Press.
/// <https://doi.org/10.1017/CBO9780511815478>
#[must_use]
pub fn reciprocity(snapshot: &Snapshot) -> Option<f64> {
    let out = &snapshot.arcs()?.out;
    let answered = |source: usize| {
        let targets = out.columns(source).iter();
        targets
            .filter(|&&target| out.columns(target as usize).binary_search(&(source as u32)).is_ok())
            .count()
    };
    let answered: usize = (0..out.len()).map(answered).sum();
    (out.entries() > 0).then(|| answered as f64 / out.entries() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_arcs_it_is_undefined() {
        assert_eq!(reciprocity(&Snapshot::from_ties(2, &[(0, 1, 1.0)])), None);
        assert_eq!(reciprocity(&Snapshot::from_arcs(2, &[])), None);
        // an arc with itself is none, and two of one pair are one
        let arcs = [(0, 0, 1.0), (0, 1, 1.0), (0, 1, 1.0)];
        assert_eq!(reciprocity(&Snapshot::from_arcs(2, &arcs)), Some(0.0));
    }
}
