//! How far is it from each stakeholder to all others, and to the events, by way of events?
//!
//! In: attendance. Out: [`Reach`] of each stakeholder, and the rows of the network of both modes; two-mode closeness and
//! betweenness are made from these. An event in which nobody took part is no node.

use rayon::prelude::*;

use super::MetricError;
use crate::network::{Attendance, Rows, Snapshot, TieStrength};

/// Words of bits in which sources are searched from together, one bit each.
const WORDS: usize = 4;

/// Sources searched from together.
const LANES: usize = 64 * WORDS;

/// A bit for each source searched from together.
type Lanes = [u64; WORDS];

/// What one stakeholder reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Reach {
    /// Stakeholders and events reached, itself left out.
    pub reached: u64,
    /// The sum of the steps to them.
    pub steps: u64,
}

pub(super) fn attendance_of<'a>(snapshot: &'a Snapshot, measure: &'static str) -> Result<&'a Attendance, MetricError> {
    snapshot.attendance().ok_or(MetricError::NoAttendance { measure })
}

/// How many events have a participant.
pub(super) fn attended(attendance: &Attendance) -> usize {
    let events = 0..attendance.nodes_of.len();
    events
        .filter(|&event| !attendance.nodes_of.columns(event).is_empty())
        .count()
}

/// Stakeholders first and then events, each row holding those of the other mode.
pub(super) fn rows_of_both_modes(attendance: &Attendance) -> Rows {
    let stakeholders = attendance.events_of.len() as u32;
    let nodes = attendance.events_of.len() + attendance.nodes_of.len();
    let entries = (0..stakeholders).flat_map(|node| {
        let events = attendance.events_of.row(node as usize);
        events.flat_map(move |(event, strength)| {
            let strength = TieStrength::new(strength);
            let ways = [(node, stakeholders + event), (stakeholders + event, node)];
            ways.into_iter()
                .filter_map(move |(from, to)| Some((from, to, strength?)))
        })
    });
    Rows::from_entries(nodes, entries.collect())
}

/// The reach of every stakeholder.
pub(super) fn reaches(attendance: &Attendance) -> Vec<Reach> {
    let events_of = &attendance.events_of;
    // those who took part in the same events are as far from everything; one of them is searched from
    let mut order: Vec<usize> = (0..events_of.len()).collect();
    order.sort_by_key(|&node| events_of.columns(node));
    let alike: Vec<&[usize]> = order
        .chunk_by(|&one, &other| events_of.columns(one) == events_of.columns(other))
        .filter(|alike| !events_of.columns(alike[0]).is_empty())
        .collect();
    let found: Vec<Vec<Reach>> = alike
        .par_chunks(LANES)
        .map_init(|| Search::new(attendance), |search, chunk| search.from(chunk))
        .collect();
    let mut reaches = vec![Reach::default(); events_of.len()];
    for (alike, reach) in alike.into_iter().zip(found.into_iter().flatten()) {
        for &node in alike {
            reaches[node] = reach;
        }
    }
    reaches
}

/// A breadth-first search from many sources at once (Then et al. 2014, 10.14778/2735496.2735507).
struct Search<'a> {
    attendance: &'a Attendance,
    /// Who was reached before, by mode.
    seen: [Vec<Lanes>; 2],
    /// Who was reached in the last step of its mode.
    newest: [Vec<Lanes>; 2],
}

impl<'a> Search<'a> {
    fn new(attendance: &'a Attendance) -> Self {
        let empty = || [attendance.events_of.len(), attendance.nodes_of.len()].map(|nodes| vec![[0; WORDS]; nodes]);
        Self {
            attendance,
            seen: empty(),
            newest: empty(),
        }
    }

    fn from(&mut self, sources: &[&[usize]]) -> Vec<Reach> {
        for lanes in self.seen.iter_mut().chain(&mut self.newest) {
            lanes.fill([0; WORDS]);
        }
        for (lane, alike) in sources.iter().enumerate() {
            for lanes in [&mut self.seen[0], &mut self.newest[0]] {
                lanes[alike[0]][lane / 64] |= 1 << (lane % 64);
            }
        }
        let mut reaches = vec![Reach::default(); sources.len()];
        for step in 1.. {
            let counts = self.step(step % 2);
            let met = counts.iter().any(|&count| count > 0);
            for (reach, count) in reaches.iter_mut().zip(&counts) {
                reach.reached += count;
                reach.steps += count * step as u64;
            }
            if !met {
                break;
            }
        }
        reaches
    }

    /// One step on to a mode, 0 stakeholders and 1 events; how many each source reaches.
    fn step(&mut self, mode: usize) -> Vec<u64> {
        let rows = [&self.attendance.events_of, &self.attendance.nodes_of][mode];
        let [stakeholders, events] = &mut self.newest;
        let (to, from) = if mode == 0 {
            (stakeholders, events)
        } else {
            (events, stakeholders)
        };
        let mut counter = Counter::default();
        for (node, (newest, seen)) in to.iter_mut().zip(&mut self.seen[mode]).enumerate() {
            let mut arrives = [0; WORDS];
            for &other in rows.columns(node) {
                for (arrives, other) in arrives.iter_mut().zip(from[other as usize]) {
                    *arrives |= other;
                }
            }
            for ((newest, seen), arrives) in newest.iter_mut().zip(seen).zip(arrives) {
                *newest = arrives & !*seen;
                *seen |= arrives;
            }
            counter.add(*newest);
        }
        counter.counts()
    }
}

/// How often each bit was set: place p holds bit p of all counts.
#[derive(Default)]
struct Counter(Vec<Lanes>);

impl Counter {
    fn add(&mut self, mut carry: Lanes) {
        for place in &mut self.0 {
            if carry == [0; WORDS] {
                return;
            }
            for (place, carry) in place.iter_mut().zip(&mut carry) {
                (*place, *carry) = (*place ^ *carry, *place & *carry);
            }
        }
        if carry != [0; WORDS] {
            self.0.push(carry);
        }
    }

    fn counts(&self) -> Vec<u64> {
        let bit = |lane: usize, place: usize| (self.0[place][lane / 64] >> (lane % 64) & 1) << place;
        (0..LANES)
            .map(|lane| (0..self.0.len()).map(|place| bit(lane, place)).sum())
            .collect()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::network::{Place, SnapshotParts};
    use crate::random::{self, Draws};

    /// Who took part in what, `(node, event)`; the ties do not matter.
    pub fn attending(nodes: u32, events: usize, rows: &[(u32, u32)]) -> Snapshot {
        let one = TieStrength::new(1.0).expect("above zero");
        Snapshot::freeze(SnapshotParts {
            places: (0..nodes).map(Place).collect(),
            attendance: Some((events, rows.iter().map(|&(node, event)| (node, event, one)).collect())),
            ..SnapshotParts::default()
        })
    }

    #[test]
    fn many_sources_at_once_reach_what_one_does() {
        let mut draws = random::stream(5, "two modes", 0);
        let mut rows: Vec<(u32, u32)> = (0..900)
            .map(|_| (draws.below(600) as u32, draws.below(300) as u32))
            .collect();
        rows.sort_unstable();
        rows.dedup();
        let snapshot = attending(620, 300, &rows);
        let attendance = snapshot.attendance().expect("attendance");
        let both = rows_of_both_modes(attendance);
        let found = reaches(attendance);
        for (source, found) in found.iter().enumerate() {
            // one source, one queue
            let mut steps = vec![None; both.len()];
            let mut queue = vec![source];
            steps[source] = Some(0_u64);
            for at in 0.. {
                let Some(&node) = queue.get(at) else { break };
                for &next in both.columns(node) {
                    if steps[next as usize].is_none() {
                        steps[next as usize] = steps[node].map(|steps| steps + 1);
                        queue.push(next as usize);
                    }
                }
            }
            let expected = Reach {
                reached: queue.len() as u64 - 1,
                steps: steps.iter().flatten().sum(),
            };
            assert_eq!(*found, expected, "{source}");
        }
    }
}
