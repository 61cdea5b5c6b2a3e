//! Which networks have these degrees? Ties redrawn so that everyone keeps the number of theirs.
//!
//! In: tied pairs and a random stream. Out: as many pairs. [`stub_permutation`] allows loops and double ties and suits
//! sparse networks; [`Rewiring`] draws simple networks only.

use crate::random::Draws;

/// Swaps attempted for each tie in one draw; each draw starts from the observed network.
pub const SWAPS_PER_TIE: usize = 10;

/// No draw attempts fewer, so that the smallest networks mix too.
const FEWEST_SWAPS: usize = 100;

/// The ends of all ties, paired at random (the configuration model): loops and double ties may arise.
///
/// # References
/// Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E 67, 026126.
/// <https://doi.org/10.1103/PhysRevE.67.026126>
#[must_use]
pub fn stub_permutation(ties: &[(u32, u32)], random: &mut impl Draws) -> Vec<(u32, u32)> {
    let mut ends: Vec<u32> = ties.iter().flat_map(|&(a, b)| [a, b]).collect();
    random.shuffle(&mut ends);
    ends.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Random simple networks in which everyone keeps the number of their ties, by double-edge swaps.
///
/// A swap takes two ties a–b and c–d at random and ties a–d and c–b instead; where that would make a loop or a double
/// tie, the network stays as it is for that attempt, which makes every network equally likely in the long run. A draw
/// attempts [`SWAPS_PER_TIE`] swaps for each tie, 100 at least.
///
/// # References
/// Fosdick, B. K., Larremore, D. B., Nishimura, J., Ugander, J. (2018). Configuring random graph models with fixed
/// degree sequences. SIAM Review 60(2), 315-355. <https://doi.org/10.1137/16M1087175>
#[derive(Debug, Clone)]
pub struct Rewiring<'a> {
    ties: &'a [(u32, u32)],
    adjacency: Adjacency,
}

#[derive(Debug, Clone)]
enum Adjacency {
    Bits(Bits),
    Keys(Keys),
}

/// Up to so many bytes, a bit per pair is the faster set whatever the number of ties.
const SMALL: usize = 1 << 20;

impl<'a> Rewiring<'a> {
    /// Prepares to redraw ties among so many nodes; each pair stands once and no node is tied to itself.
    #[must_use]
    pub fn new(nodes: usize, ties: &'a [(u32, u32)]) -> Self {
        let bytes = nodes.saturating_mul(nodes) / 8;
        let adjacency = if bytes <= SMALL.max(Keys::bytes(ties.len())) {
            Adjacency::Bits(Bits::new(nodes, ties))
        } else {
            Adjacency::Keys(Keys::new(ties))
        };
        Self { ties, adjacency }
    }

    /// One network. Each tie keeps its place in the list, so that what goes with a tie (its strength) goes with one of
    /// its ends.
    #[must_use]
    pub fn draw(&self, random: &mut impl Draws) -> Vec<(u32, u32)> {
        let mut ties = self.ties.to_vec();
        match &self.adjacency {
            Adjacency::Bits(bits) => swap(&mut ties, bits.clone(), random),
            Adjacency::Keys(keys) => swap(&mut ties, keys.clone(), random),
        }
        ties
    }
}

/// Which pairs are tied; a pair is given in either order.
trait Pairs {
    fn holds(&self, a: u32, b: u32) -> bool;
    fn add(&mut self, a: u32, b: u32);
    fn remove(&mut self, a: u32, b: u32);
}

fn swap(ties: &mut [(u32, u32)], mut tied: impl Pairs, random: &mut impl Draws) {
    if ties.len() < 2 {
        return;
    }
    for _ in 0..(SWAPS_PER_TIE * ties.len()).max(FEWEST_SWAPS) {
        // the second tie comes with one of its two ends first
        let (one, other) = (random.below(ties.len()), random.below(2 * ties.len()));
        let (a, b) = ties[one];
        let (c, d) = match (ties[other / 2], other % 2) {
            (tie, 0) => tie,
            ((c, d), _) => (d, c),
        };
        if a == d || c == b || tied.holds(a, d) || tied.holds(c, b) {
            continue;
        }
        tied.remove(a, b);
        tied.remove(c, d);
        tied.add(a, d);
        tied.add(c, b);
        ties[one] = (a, d);
        ties[other / 2] = (c, b);
    }
}

/// A bit for each ordered pair.
#[derive(Debug, Clone)]
struct Bits {
    nodes: usize,
    words: Vec<u64>,
}

impl Bits {
    fn new(nodes: usize, ties: &[(u32, u32)]) -> Self {
        let mut bits = Self {
            nodes,
            words: vec![0; (nodes * nodes).div_ceil(64)],
        };
        ties.iter().for_each(|&(a, b)| bits.add(a, b));
        bits
    }

    const fn at(&self, a: u32, b: u32) -> usize {
        let (low, high) = if a < b { (a, b) } else { (b, a) };
        low as usize * self.nodes + high as usize
    }
}

impl Pairs for Bits {
    fn holds(&self, a: u32, b: u32) -> bool {
        let at = self.at(a, b);
        self.words[at / 64] >> (at % 64) & 1 == 1
    }

    fn add(&mut self, a: u32, b: u32) {
        let at = self.at(a, b);
        self.words[at / 64] |= 1 << (at % 64);
    }

    fn remove(&mut self, a: u32, b: u32) {
        let at = self.at(a, b);
        self.words[at / 64] &= !(1 << (at % 64));
    }
}

/// Pairs by open addressing, at most half full; what is removed closes its gap, so that chains stay short.
#[derive(Debug, Clone)]
struct Keys {
    slots: Vec<u64>,
}

/// No pair: its two ends would be the same.
const EMPTY: u64 = u64::MAX;

impl Keys {
    fn new(ties: &[(u32, u32)]) -> Self {
        let mut keys = Self {
            slots: vec![EMPTY; Self::slots(ties.len())],
        };
        ties.iter().for_each(|&(a, b)| keys.add(a, b));
        keys
    }

    fn slots(ties: usize) -> usize {
        (2 * ties + 8).next_power_of_two()
    }

    fn bytes(ties: usize) -> usize {
        Self::slots(ties) * size_of::<u64>()
    }

    const fn key(a: u32, b: u32) -> u64 {
        let (low, high) = if a < b { (a, b) } else { (b, a) };
        (low as u64) << 32 | high as u64
    }

    /// Where a key would stand if nothing stood in its way (Fibonacci hashing).
    fn home(&self, key: u64) -> usize {
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - self.slots.len().trailing_zeros())) as usize
    }

    /// The slot that holds the key, or the empty one where it would go.
    fn find(&self, key: u64) -> usize {
        let last = self.slots.len() - 1;
        let mut at = self.home(key);
        while self.slots[at] != EMPTY && self.slots[at] != key {
            at = (at + 1) & last;
        }
        at
    }
}

impl Pairs for Keys {
    fn holds(&self, a: u32, b: u32) -> bool {
        self.slots[self.find(Self::key(a, b))] != EMPTY
    }

    fn add(&mut self, a: u32, b: u32) {
        let key = Self::key(a, b);
        let at = self.find(key);
        self.slots[at] = key;
    }

    fn remove(&mut self, a: u32, b: u32) {
        let last = self.slots.len() - 1;
        let mut gap = self.find(Self::key(a, b));
        let mut at = gap;
        self.slots[gap] = EMPTY;
        loop {
            at = (at + 1) & last;
            let key = self.slots[at];
            if key == EMPTY {
                return;
            }
            // it may move into the gap unless its home lies behind the gap, on the way to where it stands
            let home = self.home(key);
            if (at.wrapping_sub(home) & last) >= (at.wrapping_sub(gap) & last) {
                self.slots[gap] = key;
                self.slots[at] = EMPTY;
                gap = at;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::random;
    use proptest::prelude::*;

    fn sorted(ties: &[(u32, u32)]) -> BTreeSet<(u32, u32)> {
        ties.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect()
    }

    fn degrees(nodes: u32, ties: &[(u32, u32)]) -> Vec<usize> {
        let of = |node| {
            ties.iter()
                .map(|&(a, b)| usize::from(a == node) + usize::from(b == node))
                .sum()
        };
        (0..nodes).map(of).collect()
    }

    /// Every simple network of these degrees, by trying each set of pairs.
    fn every_network(nodes: u32, degree: &[usize]) -> Vec<BTreeSet<(u32, u32)>> {
        let pairs: Vec<(u32, u32)> = (0..nodes).flat_map(|a| (a + 1..nodes).map(move |b| (a, b))).collect();
        (0_u32..1 << pairs.len())
            .map(|chosen| {
                (0..pairs.len())
                    .filter(|at| chosen >> at & 1 == 1)
                    .map(|at| pairs[at])
                    .collect()
            })
            .filter(|ties: &BTreeSet<_>| degrees(nodes, &ties.iter().copied().collect::<Vec<_>>()) == degree)
            .collect()
    }

    #[test]
    fn swaps_draw_every_network_of_a_degree_sequence_alike() {
        // degrees 3 2 2 2 1 and 2 2 2 2 2 2 (the hexagons and the two triangles), each with all its networks
        let cases: [(u32, Vec<(u32, u32)>); 2] = [
            (5, vec![(0, 1), (0, 2), (0, 3), (1, 2), (3, 4)]),
            (6, vec![(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0)]),
        ];
        for (nodes, ties) in cases {
            let all = every_network(nodes, &degrees(nodes, &ties));
            assert!(all.len() >= 6, "{}", all.len());
            let rewiring = Rewiring::new(nodes as usize, &ties);
            let draws = 20_000;
            let mut seen: BTreeMap<BTreeSet<(u32, u32)>, usize> = all.iter().map(|one| (one.clone(), 0)).collect();
            for draw in 0..draws {
                let found = sorted(&rewiring.draw(&mut random::stream(3, "swaps", draw)));
                *seen.get_mut(&found).expect("a simple network of the same degrees") += 1;
            }
            let expected = draws as f64 / all.len() as f64;
            let chi: f64 = seen.values().map(|n| (*n as f64 - expected).powi(2) / expected).sum();
            let freedom = all.len() as f64 - 1.0;
            assert!(
                chi <= freedom + 4.0 * (2.0 * freedom).sqrt(),
                "{chi} with {freedom} degrees of freedom"
            );
        }
    }

    #[test]
    fn stubs_keep_every_end() {
        let ties = [(0, 1), (0, 2), (0, 3), (1, 2)];
        let drawn = stub_permutation(&ties, &mut random::stream(1, "stubs", 0));
        assert_eq!(degrees(4, &drawn), degrees(4, &ties));
    }

    #[test]
    fn one_tie_and_none_stay_as_they_are() {
        let mut random = random::stream(1, "few", 0);
        assert_eq!(Rewiring::new(2, &[(0, 1)]).draw(&mut random), [(0, 1)]);
        assert!(Rewiring::new(0, &[]).draw(&mut random).is_empty());
    }

    proptest! {
        #[test]
        fn bits_and_keys_draw_the_same(pairs in prop::collection::btree_set((0..30_u32, 0..30_u32), 2..80)) {
            let ties: Vec<_> = sorted(&pairs.into_iter().filter(|(a, b)| a != b).collect::<Vec<_>>()).into_iter().collect();
            let drawn = |adjacency| {
                Rewiring { ties: &ties, adjacency }.draw(&mut random::stream(2, "both", 0))
            };
            let bits = drawn(Adjacency::Bits(Bits::new(30, &ties)));
            prop_assert_eq!(&bits, &drawn(Adjacency::Keys(Keys::new(&ties))));
            prop_assert_eq!(degrees(30, &bits), degrees(30, &ties));
            prop_assert_eq!(sorted(&bits).len(), ties.len());
            prop_assert!(bits.iter().all(|(a, b)| a != b));
        }
    }
}
