//! Which ties are stronger than their ends' other ties would lead one to expect?
//!
//! In: a snapshot and which way it is read. Out: [`Disparity`].

use super::MetricError;
use super::strength::sums;
use crate::network::{Direction, Rows, Snapshot};

/// How the disparity filter reads the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DisparityOptions {
    /// Ties, or arcs from source to target.
    pub direction: Direction,
}

impl DisparityOptions {
    /// As published for undirected networks (Serrano, Boguñá & Vespignani 2009).
    #[must_use]
    pub const fn serrano() -> Self {
        Self {
            direction: Direction::Undirected,
        }
    }
}

/// The disparity filter's p of each tie, in the order of [`Snapshot::pairs`]; of each arc, source by source, where
/// direction is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Disparity {
    /// The smaller of the two ends' p.
    pub p: Vec<f64>,
}

/// The disparity filter of a snapshot: how surprising each tie's strength is beside the other ties of its ends.
///
/// What it tells a hub: which ties carry a relation rather than routine. A p near 0 means that this partner gets far
/// more of the stakeholder's total strength than an even chance would give it; a p near 1 is a tie like its others.
/// With few ties per stakeholder the test can hardly say anything: in small networks no tie may pass.
///
/// # Formula
/// ```text
/// p_ij at the end i = (1 − w_ij/s_i)^(k_i − 1),  w_ij the strength, s_i and k_i the sum and the number of i's ties
/// p_ij = the smaller of p at i and p at j
/// directed: out-strength and out-degree at the source, in-strength and in-degree at the target
/// ```
/// The null: the k_i − 1 points that cut s_i into k_i parts fall evenly on it.
///
/// # Conventions
/// Parallel ties are added before; ties of a node with itself are left out. An end with one tie has p = 1: its whole
/// strength must go there. A tie is usually kept where p < 0.05; no correction for the number of ties is made here.
///
/// # Returns
/// One p per tie (or arc), from 0 to 1; never undefined.
///
/// # Complexity
/// O(n + m). Deterministic.
///
/// # Errors
/// [`MetricError::NoArcs`] where direction is asked for and the layer has no arcs.
///
/// # Agreement
/// The closed form of equation 2 of the source; equal to its integral computed numerically.
///
/// # Example
/// ```
/// use hubscope::metrics::{DisparityOptions, disparity};
/// use hubscope::network::Snapshot;
/// // 0 gives 8 of its 10 to node 1: (1 − 8/10)² there, and 1 has no other tie
/// let snapshot = Snapshot::from_ties(4, &[(0, 1, 8.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// let p = disparity(&snapshot, &DisparityOptions::serrano())?.p;
/// assert!((p[0] - 0.04).abs() < 1e-15 && (p[1] - 0.81).abs() < 1e-15);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Serrano, M. Á., Boguñá, M., Vespignani, A. (2009). Extracting the multiscale backbone of complex weighted networks.
/// PNAS 106(16), 6483-6488. <https://doi.org/10.1073/pnas.0808904106>
pub fn disparity(snapshot: &Snapshot, options: &DisparityOptions) -> Result<Disparity, MetricError> {
    let p = match options.direction {
        Direction::Undirected => {
            let end = Ends::of(snapshot.ties());
            snapshot
                .pairs()
                .map(|(one, other, w)| end.p(one.at(), w).min(end.p(other.at(), w)))
                .collect()
        }
        Direction::Directed => {
            let arcs = snapshot.arcs().ok_or(MetricError::NoArcs { measure: "disparity" })?;
            let (source, target) = (Ends::of(&arcs.out), Ends::of(&arcs.into));
            (0..arcs.out.len())
                .flat_map(|node| arcs.out.row(node).map(move |(other, w)| (node, other as usize, w)))
                .map(|(one, other, w)| source.p(one, w).min(target.p(other, w)))
                .collect()
        }
    };
    Ok(Disparity { p })
}

/// The ties at each end: how many and how strong together.
struct Ends<'a> {
    rows: &'a Rows,
    strength: Vec<f64>,
}

impl<'a> Ends<'a> {
    fn of(rows: &'a Rows) -> Self {
        Self {
            rows,
            strength: sums(rows),
        }
    }

    fn p(&self, node: usize, strength: f64) -> f64 {
        let ties = self.rows.columns(node).len();
        // a sum may round below its only term
        let rest = (1.0 - strength / self.strength[node]).clamp(0.0, 1.0);
        if ties < 2 { 1.0 } else { rest.powf((ties - 1) as f64) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_that_is_surprised_decides() {
        // 0-1 2, 1-2 1, 0-2 1: at 0 and 1 (1 − 2/3)¹; 1-2: at 1 (1 − 1/3)¹, at 2 (1 − 1/2)¹
        let snapshot = Snapshot::from_ties(3, &[(0, 1, 2.0), (1, 2, 1.0), (0, 2, 1.0)]);
        let p = disparity(&snapshot, &DisparityOptions::serrano())
            .expect("undirected")
            .p;
        for (p, expected) in p.iter().zip([1.0 / 3.0, 0.5, 0.5]) {
            assert!((p - expected).abs() <= 1e-15, "{p} is not {expected}");
        }
    }

    #[test]
    fn arcs_are_judged_where_they_leave_and_where_they_arrive() {
        // 0→1 3, 0→2 1, 2→1 1: 0→1 at the source 1 − 3/4, at the target 1 − 3/4; 0→2: 1 − 1/4 at the source, the only
        // one to arrive at 2; 2→1: the only one to leave, 1 − 1/4 where it arrives
        let options = DisparityOptions {
            direction: Direction::Directed,
        };
        let snapshot = Snapshot::from_arcs(3, &[(0, 1, 3.0), (0, 2, 1.0), (2, 1, 1.0)]);
        let p = disparity(&snapshot, &options).expect("has arcs").p;
        for (p, expected) in p.iter().zip([0.25, 0.75, 0.75]) {
            assert!((p - expected).abs() <= 1e-15, "{p} is not {expected}");
        }
        let without = disparity(&Snapshot::from_ties(2, &[(0, 1, 1.0)]), &options);
        assert_eq!(without, Err(MetricError::NoArcs { measure: "disparity" }));
    }

    #[test]
    fn an_end_with_one_tie_is_never_surprised() {
        let pair = Snapshot::from_ties(2, &[(0, 1, 7.0)]);
        assert_eq!(
            disparity(&pair, &DisparityOptions::serrano()).expect("undirected").p,
            [1.0]
        );
    }
}
