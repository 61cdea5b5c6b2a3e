//! Who else could have been at which event? Attendance redrawn so that everyone keeps the number of their events and
//! each event its size.
//!
//! In: attendance, event by event, and a random stream. Out: attendance of the same shape.

use crate::network::Rows;
use crate::random::Draws;

/// How often each event trades participants with another in one draw; each draw starts from the observed attendance.
pub const GLOBAL_TRADES: usize = 10;

/// Attendance without strengths: for each event, its distinct participants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incidence {
    nodes: usize,
    offsets: Vec<usize>,
    nodes_of: Vec<u32>,
}

impl Incidence {
    /// The participants of each event, below `nodes`.
    #[must_use]
    pub fn new(nodes: usize, events: &Rows) -> Self {
        let rows = (0..events.len()).map(|event| events.columns(event));
        Self::from_events(nodes, rows)
    }

    /// The same from one list per event; events without participants are left out.
    #[must_use]
    pub fn from_events<'a>(nodes: usize, events: impl Iterator<Item = &'a [u32]>) -> Self {
        let mut made = Self {
            nodes,
            offsets: vec![0],
            nodes_of: Vec::new(),
        };
        for participants in events.filter(|participants| !participants.is_empty()) {
            made.nodes_of.extend_from_slice(participants);
            made.offsets.push(made.nodes_of.len());
        }
        made
    }

    /// How many events have participants.
    #[must_use]
    pub const fn events(&self) -> usize {
        self.offsets.len() - 1
    }

    /// How many participations there are.
    #[must_use]
    pub const fn participations(&self) -> usize {
        self.nodes_of.len()
    }

    /// The participants of an event, in no order that means anything.
    #[must_use]
    pub fn participants(&self, event: usize) -> &[u32] {
        &self.nodes_of[self.offsets[event]..self.offsets[event + 1]]
    }

    /// One random attendance with the same number of events for everyone and the same size for each event.
    ///
    /// Events are paired at random; each pair keeps the participants that both share and deals the others out anew, to
    /// each as many as it had; [`GLOBAL_TRADES`] rounds of that. Every attendance is equally likely in the long run.
    ///
    /// # References
    /// Strona, G., Nappo, D., Boccacci, F., Fattorini, S., San-Miguel-Ayanz, J. (2014). A fast and unbiased procedure
    /// to randomize ecological binary matrices with fixed row and column totals. Nature Communications 5, 4114.
    /// <https://doi.org/10.1038/ncomms5114>
    ///
    /// Carstens, C. J., Hamann, M., Meyer, U., Penschuck, M., Tran, H., Wagner, D. (2018). Parallel and I/O-efficient
    /// randomisation of massive networks using global curveball trades. ESA 2018.
    /// <https://doi.org/10.4230/LIPIcs.ESA.2018.11>
    #[must_use]
    pub fn curveball(&self, random: &mut impl Draws) -> Self {
        let mut drawn = self.clone();
        let mut order: Vec<u32> = (0..self.events() as u32).collect();
        let mut trade = Trade::new(self.nodes);
        for _ in 0..GLOBAL_TRADES {
            random.shuffle(&mut order);
            for pair in order.chunks_exact(2) {
                let (low, high) = (pair[0].min(pair[1]) as usize, pair[0].max(pair[1]) as usize);
                let (one, other) = drawn.nodes_of.split_at_mut(self.offsets[high]);
                let one = &mut one[self.offsets[low]..self.offsets[low + 1]];
                let other = &mut other[..self.offsets[high + 1] - self.offsets[high]];
                trade.between(one, other, random);
            }
        }
        drawn
    }
}

/// What one trade needs, kept from trade to trade.
struct Trade {
    /// For each node the last trade that saw it, and whether in both events.
    seen: Vec<u32>,
    stamp: u32,
    /// Participants of one event alone, first those of the first.
    single: Vec<u32>,
}

impl Trade {
    fn new(nodes: usize) -> Self {
        Self {
            seen: vec![0; nodes],
            stamp: 0,
            single: Vec::new(),
        }
    }

    fn between(&mut self, one: &mut [u32], other: &mut [u32], random: &mut impl Draws) {
        if self.stamp > u32::MAX - 4 {
            self.seen.fill(0);
            self.stamp = 0;
        }
        let (in_one, in_both) = (self.stamp + 1, self.stamp + 2);
        self.stamp += 2;
        one.iter().for_each(|&node| self.seen[node as usize] = in_one);
        let mut shared = 0;
        for &node in other.iter() {
            if self.seen[node as usize] == in_one {
                self.seen[node as usize] = in_both;
                shared += 1;
            }
        }
        let (alone, beside) = (one.len() - shared, other.len() - shared);
        if alone == 0 || beside == 0 {
            return;
        }
        let seen = &self.seen;
        let is_single = |node: &u32| seen[*node as usize] != in_both;
        self.single.clear();
        self.single.extend(one.iter().copied().filter(is_single));
        self.single.extend(other.iter().copied().filter(is_single));
        deal(&mut self.single, alone, random);
        let mut next = self.single.iter();
        for place in one.iter_mut().chain(other.iter_mut()) {
            if seen[*place as usize] != in_both
                && let Some(dealt) = next.next()
            {
                *place = *dealt;
            }
        }
    }
}

/// Moves a random choice of so many to the front, each choice equally likely.
fn deal(pool: &mut [u32], first: usize, random: &mut impl Draws) {
    let count = pool.len();
    if first <= count - first {
        for place in 0..first {
            pool.swap(place, place + random.below(count - place));
        }
    } else {
        for place in (first..count).rev() {
            pool.swap(place, random.below(place + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::random;
    use proptest::prelude::*;

    fn incidence(nodes: usize, events: &[&[u32]]) -> Incidence {
        Incidence::from_events(nodes, events.iter().copied())
    }

    fn cells(found: &Incidence) -> BTreeSet<(usize, u32)> {
        let row = |event| found.participants(event).iter().map(move |node| (event, *node));
        (0..found.events()).flat_map(row).collect()
    }

    fn events_of(found: &Incidence, nodes: usize) -> Vec<usize> {
        let mut counts = vec![0; nodes];
        found.nodes_of.iter().for_each(|node| counts[*node as usize] += 1);
        counts
    }

    #[test]
    fn every_attendance_with_the_margins_is_drawn_alike() {
        // 3 events of 2, 2 and 1 among 4 with 2, 1, 1 and 1 events: all matrices with these margins by trying each
        let observed = incidence(4, &[&[0, 1], &[0, 2], &[3]]);
        let all: Vec<BTreeSet<(usize, u32)>> = (0_u32..1 << 12)
            .map(|chosen| {
                (0..12)
                    .filter(|at| chosen >> at & 1 == 1)
                    .map(|at| (at / 4, at as u32 % 4))
                    .collect()
            })
            .filter(|matrix: &BTreeSet<(usize, u32)>| {
                let row = |event| matrix.iter().filter(|cell| cell.0 == event).count();
                let column = |node| matrix.iter().filter(|cell| cell.1 == node).count();
                [0, 1, 2].map(row) == [2, 2, 1] && [0, 1, 2, 3].map(column) == [2, 1, 1, 1]
            })
            .collect();
        assert_eq!(all.len(), 12);
        let draws = 24_000;
        let mut seen: BTreeMap<_, usize> = all.iter().map(|one| (one.clone(), 0)).collect();
        for draw in 0..draws {
            let found = cells(&observed.curveball(&mut random::stream(4, "curveball", draw)));
            *seen.get_mut(&found).expect("the same margins") += 1;
        }
        let expected = draws as f64 / all.len() as f64;
        let chi: f64 = seen.values().map(|n| (*n as f64 - expected).powi(2) / expected).sum();
        // chi-square with 11 degrees of freedom passes 31.3 once in a thousand
        assert!(chi <= 31.3, "{chi}: {:?}", seen.values().collect::<Vec<_>>());
    }

    #[test]
    fn nothing_and_one_event_stay_as_they_are() {
        let mut random = random::stream(1, "few", 0);
        let none = incidence(0, &[]);
        assert_eq!(none.curveball(&mut random), none);
        let one = incidence(3, &[&[2, 0], &[]]);
        assert_eq!((one.events(), one.curveball(&mut random)), (1, one.clone()));
    }

    proptest! {
        #[test]
        fn margins_are_kept_and_nobody_is_twice_at_an_event(
            rows in prop::collection::vec(prop::collection::btree_set(0..12_u32, 0..9), 0..9),
            seed in 0..1000_u64,
        ) {
            let rows: Vec<Vec<u32>> = rows.into_iter().map(|row| row.into_iter().collect()).collect();
            let observed = Incidence::from_events(12, rows.iter().map(Vec::as_slice));
            let drawn = observed.curveball(&mut random::stream(seed, "margins", 0));
            prop_assert_eq!(&drawn.offsets, &observed.offsets);
            prop_assert_eq!(events_of(&drawn, 12), events_of(&observed, 12));
            prop_assert_eq!(cells(&drawn).len(), observed.participations());
        }
    }
}
