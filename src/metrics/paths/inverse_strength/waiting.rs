//! Who settles next?
//!
//! In: nodes as they are reached. Out: the nearest of them, of equally near ones the smaller index, as a heap would give
//! them: those of about the same length lie together, so that only the nearest few are ever put in order.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::thin::Thin;

/// How many bits of a length two that lie together do not share: 64 places for each doubling.
const ALIKE: u32 = f64::MANTISSA_DIGITS - 1 - 6;

/// For 64 doublings; what is longer lies in the last place.
const PLACES: usize = 64 * 64;

/// A node reached at a length, as one number: the nearer first, then the smaller index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reached(u128);

impl Reached {
    /// The bits of doubles that are not negative stand in the order of their values.
    pub fn new(length: f64, node: u32) -> Self {
        Self((u128::from(length.to_bits()) << 32) | u128::from(node))
    }

    fn bits(self) -> u64 {
        (self.0 >> 32) as u64
    }

    pub fn length(self) -> f64 {
        f64::from_bits(self.bits())
    }

    pub fn node(self) -> u32 {
        self.0 as u32
    }
}

/// Nodes reached and not settled.
#[derive(Default)]
pub(super) struct Waiting {
    /// The nearest, in order.
    near: BinaryHeap<Reverse<Reached>>,
    /// The others, by place.
    far: Vec<Vec<Reached>>,
    /// A bit for each place where someone waits.
    filled: Vec<u64>,
    /// The place of the nearest.
    place: usize,
    /// The shared bits of the shortest tie: the first place.
    shortest: u64,
    /// Where all ties are equally long, nodes are reached in the order of their lengths.
    in_turn: VecDeque<Reached>,
}

impl Waiting {
    /// Ready for lengths such as these; where they differ from those of the first call, only the speed does.
    pub fn make_ready(&mut self, thin: &Thin) {
        if self.far.is_empty() && !thin.even {
            self.shortest = thin.rows.shortest().to_bits() >> ALIKE;
            self.far.resize_with(PLACES, Vec::new);
            self.filled.resize(PLACES / 64, 0);
        }
    }

    pub fn push(&mut self, even: bool, reached: Reached) {
        if even {
            self.in_turn.push_back(reached);
            return;
        }
        let place = (reached.bits() >> ALIKE).saturating_sub(self.shortest) as usize;
        let place = place.min(PLACES - 1);
        if place <= self.place {
            self.near.push(Reverse(reached));
        } else {
            self.far[place].push(reached);
            self.filled[place / 64] |= 1 << (place % 64);
        }
    }

    /// The nearest; `length` is what is known of each node, and who has come nearer since is left out.
    pub fn pop(&mut self, even: bool, length: &[f64]) -> Option<Reached> {
        if even {
            return self.in_turn.pop_front();
        }
        self.fill_near(length);
        self.near.pop().map(|Reverse(reached)| reached)
    }

    /// The one that [`Self::pop`] gives next.
    pub fn first(&mut self, even: bool, length: &[f64]) -> Option<Reached> {
        if even {
            return self.in_turn.front().copied();
        }
        self.fill_near(length);
        self.near.peek().map(|Reverse(reached)| *reached)
    }

    fn fill_near(&mut self, length: &[f64]) {
        while self.near.is_empty() {
            let words = self.filled.iter().enumerate().skip(self.place / 64);
            let Some((word, bits)) = words.map(|(word, bits)| (word, *bits)).find(|(_, bits)| *bits != 0) else {
                return;
            };
            self.filled[word] = bits & (bits - 1);
            self.place = 64 * word + bits.trailing_zeros() as usize;
            let is_nearest = |reached: &Reached| reached.bits() == length[reached.node() as usize].to_bits();
            let waiting = self.far[self.place].drain(..);
            self.near.extend(waiting.filter(is_nearest).map(Reverse));
        }
    }

    /// Hands over all who wait, in no order.
    pub fn empty(&mut self, mut take: impl FnMut(Reached)) {
        self.near.drain().for_each(|Reverse(reached)| take(reached));
        self.in_turn.drain(..).for_each(&mut take);
        for (word, bits) in self.filled.iter_mut().enumerate() {
            while *bits != 0 {
                let place = 64 * word + bits.trailing_zeros() as usize;
                self.far[place].drain(..).for_each(&mut take);
                *bits &= *bits - 1;
            }
        }
        self.place = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::super::length_rows::LengthRows;
    use super::*;

    #[test]
    fn the_nearest_come_first_whatever_their_place() {
        // lengths beyond the 64 doublings of the shortest, equal ones, and one that comes nearer while it waits
        let rows = LengthRows::from_rows([[(1, 1e-3), (0, 2.0)], [(0, 1e-3), (1, 2.0)]]);
        let mut waiting = Waiting::default();
        waiting.make_ready(&Thin::whole(rows));
        let mut known = [0.5, 0.7, 0.7, 1e30, 1e-9, 1e40, 3.0];
        waiting.push(false, Reached::new(900.0, 6));
        for (node, length) in (0..7).zip(known) {
            waiting.push(false, Reached::new(length, node));
        }
        assert_eq!(waiting.first(false, &known).map(Reached::node), Some(4));
        let mut order = Vec::new();
        while let Some(next) = waiting.pop(false, &known) {
            order.push(next.node());
            if next.node() == 2 {
                // reached from the last one, nearer than all who wait
                known[5] = 0.7 + 1e-9;
                waiting.push(false, Reached::new(known[5], 5));
            }
        }
        assert_eq!(order, [4, 0, 1, 2, 5, 6, 3]);
        waiting.push(false, Reached::new(7.0, 1));
        waiting.push(false, Reached::new(0.0, 2));
        let mut left = Vec::new();
        waiting.empty(|reached| left.push(reached.node()));
        left.sort_unstable();
        assert_eq!((left, waiting.first(false, &known)), (vec![1, 2], None));
    }
}
