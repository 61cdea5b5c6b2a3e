//! How do the ties of each node lead back to its own partners?
//!
//! In: a snapshot. Out: for each node with a partner, a [`Hole`]: all that constraint, effective size, efficiency and
//! hierarchy are made of, from one pass over the partners of partners, or over their events where those are fewer
//! ([`TieMatrix`]).

use rayon::prelude::*;

use super::strength::sums;
use super::tie_matrix::{Counting, TieMatrix};
use crate::network::{Rows, Snapshot};

/// Burt's sums around one node.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hole {
    pub partners: f64,
    /// Σ_j (p_ij + Σ_q p_iq p_qj)².
    pub constraint: f64,
    /// Σ_j Σ_q p_iq m_jq.
    pub redundancy: f64,
    /// Σ_j r_j ln r_j / (N ln N), r_j the term of partner j in the constraint over their mean; `None` with one partner.
    pub hierarchy: Option<f64>,
}

impl Hole {
    pub(super) fn effective_size(&self) -> f64 {
        self.partners - self.redundancy
    }
}

/// The sums of every node; `None` for isolates.
pub(super) fn holes(snapshot: &Snapshot) -> Vec<Option<Hole>> {
    holes_of(&TieMatrix::of(snapshot, Counting::Strengths))
}

/// The same from the matrix of strengths.
pub(super) fn holes_of(matrix: &TieMatrix<'_>) -> Vec<Option<Hole>> {
    let ties = matrix.ties;
    let largest = |node| ties.strengths(node).iter().copied().fold(0.0, f64::max);
    let sums = Sums {
        strength: sums(ties),
        largest: (0..ties.len()).map(largest).collect(),
        matrix,
    };
    (0..ties.len())
        .into_par_iter()
        .map_init(|| Scratch::new(matrix), |scratch, node| sums.hole(node, scratch))
        .collect()
}

/// Two sums at once: Σ_q p_iq p_qj, and Σ_q p_iq w_qj, which over the largest strength of j is Σ_q p_iq m_jq.
type Pair = [f64; 2];

struct Scratch {
    /// By node, all zero before and after.
    by_node: Vec<Pair>,
    /// By event, all zero before and after.
    by_event: Vec<Pair>,
    terms: Vec<f64>,
}

impl Scratch {
    fn new(matrix: &TieMatrix<'_>) -> Self {
        let events = matrix.by_events.as_ref().map_or(0, |parts| parts.adds.len());
        Self {
            by_node: vec![[0.0; 2]; matrix.ties.len()],
            by_event: vec![[0.0; 2]; events],
            terms: Vec::new(),
        }
    }
}

struct Sums<'a> {
    strength: Vec<f64>,
    largest: Vec<f64>,
    matrix: &'a TieMatrix<'a>,
}

impl Sums<'_> {
    fn hole(&self, node: usize, scratch: &mut Scratch) -> Option<Hole> {
        let ties = self.matrix.ties;
        if ties.columns(node).is_empty() {
            return None;
        }
        let share = |strength: f64| strength / self.strength[node];
        for (partner, strength) in ties.row(node) {
            self.spread(partner as usize, share(strength), scratch);
        }
        let mut redundancy = 0.0;
        scratch.terms.clear();
        for (partner, strength) in ties.row(node) {
            let direct = share(strength);
            let [through, shared] = self.gather(partner as usize, direct, scratch);
            scratch.terms.push((direct + through).powi(2));
            redundancy += shared / self.largest[partner as usize];
        }
        self.empty(node, scratch);
        let constraint = scratch.terms.iter().sum();
        Some(Hole {
            partners: ties.columns(node).len() as f64,
            constraint,
            redundancy,
            hierarchy: hierarchy(&scratch.terms, constraint),
        })
    }

    /// What a partner with so large a share passes on to its own partners.
    fn spread(&self, partner: usize, share: f64, scratch: &mut Scratch) {
        let passes = self.passes(partner, share);
        let add = |sum: &mut Pair, times: f64| {
            sum[0] += passes[0] * times;
            sum[1] += passes[1] * times;
        };
        let Some(parts) = &self.matrix.by_events else {
            let ties = self.matrix.ties;
            return ties
                .row(partner)
                .for_each(|(other, w)| add(&mut scratch.by_node[other as usize], w));
        };
        for &event in parts.attendance.events_of.columns(partner) {
            add(&mut scratch.by_event[event as usize], 1.0);
        }
        for &(other, value) in parts.rest.row(partner) {
            add(&mut scratch.by_node[other as usize], value);
        }
    }

    /// What has reached a partner.
    fn gather(&self, partner: usize, share: f64, scratch: &Scratch) -> Pair {
        let mut sum = scratch.by_node[partner];
        if let Some(parts) = &self.matrix.by_events {
            for &event in parts.attendance.events_of.columns(partner) {
                let (heard, adds) = (scratch.by_event[event as usize], parts.adds[event as usize]);
                sum[0] += heard[0] * adds;
                sum[1] += heard[1] * adds;
            }
            // an event brings back what the partner itself said there
            let own = self
                .passes(partner, share)
                .map(|passes| passes * parts.diagonal[partner]);
            sum = [sum[0] - own[0], sum[1] - own[1]];
        }
        sum
    }

    fn passes(&self, partner: usize, share: f64) -> Pair {
        [share / self.strength[partner], share]
    }

    fn empty(&self, node: usize, scratch: &mut Scratch) {
        let ties: &Rows = self.matrix.ties;
        for &partner in ties.columns(node) {
            let partner = partner as usize;
            let Some(parts) = &self.matrix.by_events else {
                for &other in ties.columns(partner) {
                    scratch.by_node[other as usize] = [0.0; 2];
                }
                continue;
            };
            for &event in parts.attendance.events_of.columns(partner) {
                scratch.by_event[event as usize] = [0.0; 2];
            }
            for &(other, _) in parts.rest.row(partner) {
                scratch.by_node[other as usize] = [0.0; 2];
            }
        }
    }
}

/// The Coleman-Theil index of the partners' terms.
fn hierarchy(terms: &[f64], constraint: f64) -> Option<f64> {
    let partners = terms.len() as f64;
    let mean = constraint / partners;
    let disorder = terms.iter().map(|term| term / mean).filter(|ratio| *ratio > 0.0);
    let disorder: f64 = disorder.map(|ratio| ratio * ratio.ln()).sum();
    // it is 0 or more, but for rounding
    (terms.len() > 1).then(|| (disorder / (partners * partners.ln())).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::super::tie_matrix::tests::hub_of_events;
    use super::*;
    use crate::network::SnapshotParts;

    #[test]
    fn by_events_and_by_ties_the_sums_are_the_same() {
        let with = hub_of_events(120, 14, 30);
        let without = Snapshot::freeze(SnapshotParts {
            places: with.places().to_vec(),
            ties: with
                .pairs()
                .map(|(a, b, s)| (a.0, b.0, crate::network::TieStrength::new(s).expect("above zero")))
                .collect(),
            ..SnapshotParts::default()
        });
        let (with, without) = (holes(&with), holes(&without));
        assert_eq!(with.len(), 120);
        for pair in with.iter().zip(&without) {
            let (Some(one), Some(other)) = pair else {
                assert_eq!(pair.0, pair.1);
                continue;
            };
            assert!((one.constraint - other.constraint).abs() <= 1e-12);
            assert!((one.redundancy - other.redundancy).abs() <= 1e-12);
            let (one, other) = (one.hierarchy.unwrap_or(-1.0), other.hierarchy.unwrap_or(-1.0));
            assert!((one - other).abs() <= 1e-12);
        }
    }
}
