//! Who points to the right ones, and who is pointed to by those who do?
//!
//! In: a snapshot. Out: [`HubAuthority`].

use super::MetricError;
use super::lanczos::leading_vector;
use super::tie_matrix::in_parallel;
use crate::network::{Rows, Snapshot};

/// Hub and authority weight of each node, in node order.
#[derive(Debug, Clone, PartialEq)]
pub struct HubAuthority {
    /// How well the node points; all add up to 1. `None` where there is no arc.
    pub hub: Vec<Option<f64>>,
    /// How well it is pointed to; all add up to 1. `None` where there is no arc.
    pub authority: Vec<Option<f64>>,
}

/// Kleinberg's hubs and authorities of a snapshot.
///
/// What it tells a hub: in ties with a direction (who funds, mentors, names whom), an authority is named by many who
/// choose well, and a good hub names many authorities. One stakeholder can be both, either or neither.
///
/// # Formula
/// ```text
/// a_i ∝ Σ_j w_ji h_j,  h_i ∝ Σ_j w_ij a_j,  w_ij the strength of the arc from i to j
/// a is the leading eigenvector of WᵀW and h = W a, each divided by its sum
/// ```
/// # Conventions
/// Strength-weighted. All begin as equal hubs, as in Kleinberg's iteration; where the largest eigenvalue repeats (say,
/// two lone arcs of equal strength) this takes from each of its vectors what the equal start holds of it. Isolates, and all
/// outside the part with the largest eigenvalue, have 0.
///
/// # Returns
/// Two shares per node, in node order, from 0 to 1; undefined where there is no arc, or where the next eigenvalue is so
/// near (2e-7 of the largest) that rounding would decide the order.
///
/// # Complexity
/// Lanczos with thick restarts; each step takes O(n + m), memory O(32 n). Deterministic: sums over fixed blocks.
///
/// # Errors
/// [`MetricError::NoArcs`] where the layer has no direction.
///
/// # Agreement
/// NetworkX 3.6 `hits`: the same where the largest eigenvalue is single; elsewhere its start is random.
///
/// # Example
/// ```
/// use hubscope::{metrics::hub_authority, network::Snapshot};
/// // 0 → 2, 1 → 2, 1 → 3: WᵀW is [[2, 1], [1, 1]] on 2 and 3, its leading vector (φ, 1), φ = (1 + √5)/2
/// let found = hub_authority(&Snapshot::from_arcs(4, &[(0, 2, 1.0), (1, 2, 1.0), (1, 3, 1.0)]))?;
/// let golden = (1.0 + 5.0f64.sqrt()) / 2.0;
/// assert!((found.authority[2].expect("has arcs") - golden / (golden + 1.0)).abs() < 1e-12);
/// // h = (φ, φ + 1) on 0 and 1
/// assert!((found.hub[0].expect("has arcs") - golden / (2.0 * golden + 1.0)).abs() < 1e-12);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked environment. Journal of the ACM 46(5), 604-632.
/// <https://doi.org/10.1145/324133.324140>
pub fn hub_authority(snapshot: &Snapshot) -> Result<HubAuthority, MetricError> {
    let arcs = snapshot.arcs().ok_or(MetricError::NoArcs {
        measure: "hub_authority",
    })?;
    // in the unit of the largest strength, squares of strengths neither overflow nor vanish
    let largest = |node| arcs.out.strengths(node).iter().copied().fold(0.0, f64::max);
    let unit = (0..arcs.out.len()).map(largest).fold(f64::MIN_POSITIVE, f64::max);
    let times = |rows: &Rows, x: &[f64]| {
        in_parallel(rows.len(), |node| {
            rows.row(node)
                .map(|(other, strength)| strength / unit * x[other as usize])
                .sum()
        })
    };
    let start = times(&arcs.into, &vec![1.0; snapshot.node_count()]);
    let authority = leading_vector(|x| times(&arcs.into, &times(&arcs.out, x)), start);
    let hub = authority.as_ref().map(|authority| times(&arcs.out, authority));
    Ok(HubAuthority {
        hub: shares(hub, snapshot.node_count()),
        authority: shares(authority, snapshot.node_count()),
    })
}

fn shares(values: Option<Vec<f64>>, nodes: usize) -> Vec<Option<f64>> {
    let Some(values) = values else {
        return vec![None; nodes];
    };
    let sum: f64 = values.iter().sum();
    values.into_iter().map(|value| Some(value / sum)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(values: &[Option<f64>], expected: &[f64]) {
        assert_eq!(values.len(), expected.len());
        for (value, expected) in values.iter().zip(expected) {
            let value = value.expect("has arcs");
            assert!((value - expected).abs() <= 1e-14, "{value} is not {expected}");
        }
    }

    #[test]
    fn ties_both_ways_between_two_sides_have_each_side_by_itself() {
        // 2 -½- 1 -1- 0 -1- 3: W² has [[2, ½], [½, ¼]] among 0 and 2 and [[1, 1], [1, 5/4]] among 3 and 1, both with the
        // largest eigenvalue λ = (9/4 + √(65/16))/2. Of the start, each side keeps its own part
        let ties = [(1, 0, 1.0), (2, 1, 0.5), (3, 0, 1.0)];
        let both: Vec<_> = ties.iter().flat_map(|&(a, b, w)| [(a, b, w), (b, a, w)]).collect();
        let found = hub_authority(&Snapshot::from_arcs(4, &both)).expect("arcs");
        let largest = (2.25 + (65.0_f64 / 16.0).sqrt()) / 2.0;
        for values in [&found.hub, &found.authority] {
            let value = |node: usize| values[node].expect("has arcs");
            assert!((value(2) - (largest - 2.0) / 0.5 * value(0)).abs() <= 1e-12);
            assert!((value(1) - (largest - 1.0) * value(3)).abs() <= 1e-12);
        }
    }

    #[test]
    fn two_lone_arcs_of_equal_strength_share_alike() {
        let found = hub_authority(&Snapshot::from_arcs(5, &[(0, 1, 2.0), (2, 3, 2.0)])).expect("arcs");
        close(&found.hub, &[0.5, 0.0, 0.5, 0.0, 0.0]);
        close(&found.authority, &[0.0, 0.5, 0.0, 0.5, 0.0]);
    }

    #[test]
    fn the_stronger_of_two_parts_has_all() {
        let found = hub_authority(&Snapshot::from_arcs(4, &[(0, 1, 2.0), (2, 3, 1.0)])).expect("arcs");
        close(&found.hub, &[1.0, 0.0, 0.0, 0.0]);
        close(&found.authority, &[0.0, 1.0, 0.0, 0.0]);
    }

    #[test]
    fn without_arcs_there_is_none() {
        let none = hub_authority(&Snapshot::from_arcs(2, &[])).expect("a layer with direction");
        assert_eq!((none.hub, none.authority), (vec![None; 2], vec![None; 2]));
        let undirected = hub_authority(&Snapshot::from_ties(2, &[(0, 1, 1.0)]));
        assert_eq!(
            undirected,
            Err(MetricError::NoArcs {
                measure: "hub_authority"
            })
        );
    }
}
