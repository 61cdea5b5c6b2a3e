//! How does the matrix of tie strengths act on a vector, without a step for every tie?
//!
//! In: a snapshot and what a tie counts. Out: [`TieMatrix`]. Who took part in one event is tied to all others who did,
//! with the same strength; so, with B the attendance, D what each event adds to its pairs and R what else ties are made
//! of (partnerships, events that are the same fact as one), W x = B(D(Bᵀx)) − diag x + R x. That takes a step per
//! participation and not per pair. D is read off the ties and R is whatever then remains, so the product is right
//! whatever the rule of projection was; where little is gained, the ties are used as they are.

use rayon::prelude::*;

use crate::network::{Attendance, Rows, Snapshot};

/// What remains of a strength is taken for rounding up to this share of it.
const ROUNDING: f64 = 1e-12;

/// Rows below this number are not worth a thread of their own.
const WORTH_A_THREAD: usize = 2048;

/// What a tie counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counting {
    /// Its strength.
    Strengths,
    /// 1.
    Ties,
}

impl Counting {
    const fn value(self, strength: f64) -> f64 {
        match self {
            Self::Strengths => strength,
            Self::Ties => 1.0,
        }
    }
}

/// The symmetric matrix of ties, as it is or by its events.
pub(super) struct TieMatrix<'a> {
    pub ties: &'a Rows,
    pub counting: Counting,
    pub by_events: Option<ByEvents<'a>>,
}

/// The matrix as B D Bᵀ − diag + R.
pub(super) struct ByEvents<'a> {
    pub attendance: &'a Attendance,
    /// D: what each event adds to each pair of its participants.
    pub adds: Vec<f64>,
    /// For each node the sum of `adds` over its events, which B D Bᵀ puts on the diagonal.
    pub diagonal: Vec<f64>,
    pub rest: Rest,
}

/// R: rows of what remains, of either sign.
#[derive(Default)]
pub(super) struct Rest {
    offsets: Vec<usize>,
    entries: Vec<(u32, f64)>,
}

impl Rest {
    pub(super) fn row(&self, node: usize) -> &[(u32, f64)] {
        &self.entries[self.offsets[node]..self.offsets[node + 1]]
    }
}

impl<'a> TieMatrix<'a> {
    pub(super) fn of(snapshot: &'a Snapshot, counting: Counting) -> Self {
        let ties = snapshot.ties();
        let participations = |attendance: &&Attendance| attendance.events_of.entries();
        let attendance = snapshot
            .attendance()
            .filter(|attendance| 2 * participations(attendance) < ties.entries());
        let by_events = attendance
            .map(|attendance| ByEvents::of(ties, counting, attendance))
            .filter(|found| 2 * participations(&found.attendance) + found.rest.entries.len() < ties.entries());
        Self {
            ties,
            counting,
            by_events,
        }
    }

    /// The power of two just below the largest entry: in that unit squares of entries neither overflow nor vanish, and
    /// dividing by it rounds nothing.
    pub(super) fn unit(&self) -> f64 {
        let largest = |node| self.ties.strengths(node).iter().copied().fold(0.0, f64::max);
        let largest = (0..self.ties.len()).map(largest).fold(0.0, f64::max);
        match self.counting {
            Counting::Strengths if largest > 0.0 => 2.0_f64.powi(largest.log2().floor() as i32),
            Counting::Strengths | Counting::Ties => 1.0,
        }
    }

    /// W x; each place is summed in a fixed order.
    pub(super) fn times(&self, x: &[f64]) -> Vec<f64> {
        let Some(parts) = &self.by_events else {
            return in_parallel(self.ties.len(), |node| {
                let row = self.ties.row(node);
                row.map(|(other, strength)| self.counting.value(strength) * x[other as usize])
                    .sum()
            });
        };
        let sum_over = |columns: &[u32], of: &[f64]| columns.iter().map(|&column| of[column as usize]).sum::<f64>();
        let Attendance { events_of, nodes_of } = parts.attendance;
        let heard = in_parallel(nodes_of.len(), |event| {
            parts.adds[event] * sum_over(nodes_of.columns(event), x)
        });
        in_parallel(events_of.len(), |node| {
            let rest = parts.rest.row(node).iter();
            let rest: f64 = rest.map(|&(other, value)| value * x[other as usize]).sum();
            sum_over(events_of.columns(node), &heard) - parts.diagonal[node] * x[node] + rest
        })
    }
}

/// One value per row.
pub(super) fn in_parallel(rows: usize, value: impl Fn(usize) -> f64 + Sync + Send) -> Vec<f64> {
    (0..rows)
        .into_par_iter()
        .with_min_len(WORTH_A_THREAD)
        .map(value)
        .collect()
}

impl<'a> ByEvents<'a> {
    fn of(ties: &Rows, counting: Counting, attendance: &'a Attendance) -> Self {
        let adds = what_events_add(ties, counting, attendance);
        let of_node = |node| attendance.events_of.columns(node).iter();
        let diagonal = (0..ties.len()).map(|node| of_node(node).map(|&event| adds[event as usize]).sum());
        Self {
            diagonal: diagonal.collect(),
            rest: rest(ties, counting, attendance, &adds),
            attendance,
            adds,
        }
    }
}

/// What each event adds to each of its pairs: the least that two have who are tied and share no other event.
fn what_events_add(ties: &Rows, counting: Counting, attendance: &Attendance) -> Vec<f64> {
    let Attendance { events_of, nodes_of } = attendance;
    let of_node = |(shared, strength): &mut (Vec<u32>, Vec<f64>), node: usize| -> Vec<(u32, f64)> {
        let together = |event: u32| nodes_of.columns(event as usize).iter().map(|&other| other as usize);
        for other in events_of.columns(node).iter().flat_map(|&event| together(event)) {
            shared[other] += 1;
        }
        for (other, value) in ties.row(node) {
            strength[other as usize] = counting.value(value);
        }
        let least = |event: u32| {
            let tied = together(event).filter(|&other| shared[other] == 1 && strength[other] > 0.0);
            let least = tied.map(|other| strength[other]).fold(f64::INFINITY, f64::min);
            (event, least)
        };
        let found = events_of.columns(node).iter().map(|&event| least(event)).collect();
        for other in events_of.columns(node).iter().flat_map(|&event| together(event)) {
            shared[other] = 0;
        }
        for &other in ties.columns(node) {
            strength[other as usize] = 0.0;
        }
        found
    };
    let scratch = || (vec![0; ties.len()], vec![0.0; ties.len()]);
    let found: Vec<Vec<(u32, f64)>> = (0..ties.len()).into_par_iter().map_init(scratch, of_node).collect();
    let mut adds = vec![f64::INFINITY; nodes_of.len()];
    for (event, least) in found.into_iter().flatten() {
        adds[event as usize] = least.min(adds[event as usize]);
    }
    for (event, adds) in adds.iter_mut().enumerate().filter(|(_, adds)| adds.is_infinite()) {
        *adds = match counting {
            Counting::Strengths => 1.0 / nodes_of.columns(event).len().max(2).saturating_sub(1) as f64,
            Counting::Ties => 1.0,
        };
    }
    adds
}

/// What the ties hold beyond their events, and less than them.
fn rest(ties: &Rows, counting: Counting, attendance: &Attendance, adds: &[f64]) -> Rest {
    let Attendance { events_of, nodes_of } = attendance;
    let of_node = |(sum, met): &mut (Vec<f64>, Vec<u32>), node: usize| -> Vec<(u32, f64)> {
        for &event in events_of.columns(node) {
            for &other in nodes_of.columns(event as usize) {
                if sum[other as usize] <= 0.0 {
                    met.push(other);
                }
                sum[other as usize] += adds[event as usize];
            }
        }
        let mut left = Vec::new();
        for (other, strength) in ties.row(node) {
            let value = counting.value(strength);
            let remains = value - sum[other as usize];
            if remains.abs() > ROUNDING * value {
                left.push((other, remains));
            }
            sum[other as usize] = 0.0;
        }
        sum[node] = 0.0;
        for other in met.drain(..) {
            let untied = std::mem::take(&mut sum[other as usize]);
            if untied > 0.0 {
                left.push((other, -untied));
            }
        }
        left
    };
    let scratch = || (vec![0.0; ties.len()], Vec::new());
    let rows: Vec<Vec<(u32, f64)>> = (0..ties.len()).into_par_iter().map_init(scratch, of_node).collect();
    let mut rest = Rest {
        offsets: vec![0],
        entries: Vec::new(),
    };
    for row in rows {
        rest.entries.extend(row);
        rest.offsets.push(rest.entries.len());
    }
    rest
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::network::{Place, SnapshotParts, TieStrength};
    use crate::random::{self, Draws};

    /// A hub of events by Newman's rule, with some partnerships, one pair whose events do not count, and one event that
    /// counts double: everything that keeps ties from being their events alone.
    pub fn hub_of_events(nodes: usize, events: usize, size: usize) -> Snapshot {
        let mut draws = random::stream(3, "hub of events", 0);
        let mut attendance = Vec::new();
        let mut ties = Vec::new();
        let strength = |value| TieStrength::new(value).expect("above zero");
        for event in 0..events {
            let mut present: Vec<u32> = (0..size).map(|_| draws.below(nodes) as u32).collect();
            present.sort_unstable();
            present.dedup();
            let each = if event == 0 { 2.0 } else { 1.0 } / (present.len().max(2) - 1) as f64;
            attendance.extend(present.iter().map(|&node| (node, event as u32, strength(1.0))));
            for (at, &one) in present.iter().enumerate() {
                ties.extend(present[at + 1..].iter().map(|&other| (one, other, strength(each))));
            }
        }
        let same_fact = (ties[0].0, ties[0].1);
        ties.retain(|&(one, other, _)| (one, other) != same_fact);
        for _ in 0..nodes / 4 {
            ties.push((draws.below(nodes) as u32, draws.below(nodes) as u32, strength(1.5)));
        }
        Snapshot::freeze(SnapshotParts {
            places: (0..nodes as u32).map(Place).collect(),
            ties,
            attendance: Some((events, attendance)),
            ..SnapshotParts::default()
        })
    }

    #[test]
    fn by_events_it_is_the_matrix_of_ties() {
        let snapshot = hub_of_events(120, 14, 30);
        let x: Vec<f64> = (0..120).map(|node| 1.0 / f64::from(node + 1)).collect();
        for counting in [Counting::Strengths, Counting::Ties] {
            let found = TieMatrix::of(&snapshot, counting);
            assert!(found.by_events.is_some(), "participations are fewer than ties");
            let plain = TieMatrix {
                by_events: None,
                ..TieMatrix::of(&snapshot, counting)
            };
            for (one, other) in found.times(&x).iter().zip(plain.times(&x)) {
                assert!((one - other).abs() <= 1e-12, "{one} is not {other}");
            }
        }
        let with_rest = TieMatrix::of(&snapshot, Counting::Strengths)
            .by_events
            .expect("by events");
        assert!((with_rest.adds[0] - 2.0 * with_rest.adds[0] / 2.0).abs() <= 0.0);
        assert!(
            with_rest.rest.entries.len() < 120,
            "partnerships and the one pair remain"
        );
    }

    #[test]
    fn without_events_it_is_the_ties() {
        // 0 - 1 of strength 2, 1 - 2 of strength 3: (2·10, 2·1 + 3·100, 3·10)
        let snapshot = Snapshot::from_ties(3, &[(0, 1, 2.0), (1, 2, 3.0)]);
        let matrix = TieMatrix::of(&snapshot, Counting::Strengths);
        assert_eq!(matrix.times(&[1.0, 10.0, 100.0]), [20.0, 302.0, 30.0]);
        let matrix = TieMatrix::of(&snapshot, Counting::Ties);
        assert_eq!(matrix.times(&[1.0, 10.0, 100.0]), [10.0, 101.0, 10.0]);
    }
}
