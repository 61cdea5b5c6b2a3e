//! What is left of a network when some of its nodes and ties go?
//!
//! In: the network as it is, and what goes. Out: [`Remains`]: the largest piece, the pairs that still reach each other
//! and who no longer reaches the largest piece left of its component. One node alone is read off one search for all;
//! one node with ties among others (an organisation and its events), for all of them in one sweep (`sweep.rs`); several
//! nodes by a search of their own.

use crate::findings::cut_points::branches::Branches;
use crate::metrics::{Components, components};
use crate::network::{NodeIndex, Pair, Place, Snapshot};
use crate::records::Sector;

use super::sweep::sweep;

/// What goes: nodes, and ties among those who stay.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Removal {
    /// Nodes that leave, rising.
    pub nodes: Vec<NodeIndex>,
    /// Ties of others that end, in order.
    pub ties: Vec<Pair>,
}

/// What is left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Remains {
    /// How many the largest piece holds.
    pub largest: u32,
    /// Ordered pairs that reach each other.
    pub pairs: u64,
    /// Those who no longer reach the largest piece left of their component (of equal pieces the one with the smallest
    /// node stays), rising.
    pub stranded: Vec<Place>,
}

/// The network as it is.
pub(super) struct Whole<'a> {
    pub snapshot: &'a Snapshot,
    pub pieces: Components,
    /// Ordered pairs that reach each other.
    pub pairs: u64,
    /// The largest component; of equal ones the one with the smallest node. `None` without nodes.
    pub core: Option<u32>,
    /// How many the largest component but the core holds.
    second: u32,
    branches: Branches<'a>,
    /// For each sector, how many of it the core holds.
    in_core: [u32; Sector::ALL.len()],
}

impl<'a> Whole<'a> {
    pub fn new(snapshot: &'a Snapshot, sector: impl Fn(Place) -> Option<Sector>) -> Self {
        let pieces = components(snapshot);
        let core = pieces.largest();
        let others = pieces
            .sizes
            .iter()
            .zip(0u32..)
            .filter(|(_, label)| Some(*label) != core);
        let second = others.map(|(size, _)| *size).max().unwrap_or(0);
        let mut in_core = [0; Sector::ALL.len()];
        for (node, place) in snapshot.places().iter().enumerate() {
            if let Some(sector) = sector(*place).filter(|_| Some(pieces.of[node]) == core) {
                in_core[at(sector)] += 1;
            }
        }
        Self {
            second,
            pairs: pieces.sizes.iter().copied().map(pairs).sum(),
            branches: Branches::new(snapshot),
            snapshot,
            core,
            in_core,
            pieces,
        }
    }

    /// What is left after each of these, each alone.
    pub fn after(&self, removals: &[Removal]) -> Vec<Remains> {
        let swept: Vec<&Removal> = removals.iter().filter(|removal| is_swept(removal)).collect();
        let mut swept = sweep(self, &swept).into_iter();
        let one = |removal: &Removal| match removal.nodes.as_slice() {
            [] if removal.ties.is_empty() => self.as_it_is(),
            [node] if removal.ties.is_empty() => self.without_node(*node),
            _ if is_swept(removal) => swept.next().unwrap_or_default(),
            _ => self.searched(removal),
        };
        removals.iter().map(one).collect()
    }

    fn as_it_is(&self) -> Remains {
        Remains {
            largest: self.core.map_or(0, |core| self.pieces.sizes[core as usize]),
            pairs: self.pairs,
            stranded: Vec::new(),
        }
    }

    /// The largest component beside one.
    fn largest_beside(&self, component: u32) -> u32 {
        match self.core {
            Some(core) if core != component => self.pieces.sizes[core as usize],
            _ => self.second,
        }
    }

    fn without_node(&self, node: NodeIndex) -> Remains {
        let component = self.pieces.of[node.at()];
        let left = self.branches.pieces(node);
        let largest = left.iter().copied().max().unwrap_or(0);
        let others = self.pairs - pairs(self.pieces.sizes[component as usize]);
        Remains {
            largest: self.largest_beside(component).max(largest),
            pairs: others + left.into_iter().map(pairs).sum::<u64>(),
            stranded: self.branches.stranded(node),
        }
    }

    /// What is left by a search over all ties that stay.
    pub fn searched(&self, removal: &Removal) -> Remains {
        let nodes = self.snapshot.node_count();
        let mut piece_of = vec![u32::MAX; nodes];
        let mut gone = vec![false; nodes];
        removal.nodes.iter().for_each(|node| gone[node.at()] = true);
        // the largest piece of each component: its size and label; pieces are met in the order of their smallest nodes
        let mut stays = vec![(0, u32::MAX); self.pieces.sizes.len()];
        let mut remains = Remains::default();
        let mut open = Vec::new();
        let mut label = 0;
        for first in 0..nodes {
            if gone[first] || piece_of[first] != u32::MAX {
                continue;
            }
            let mut size = 0;
            piece_of[first] = label;
            open.push(first as u32);
            while let Some(node) = open.pop() {
                size += 1;
                for &other in self.snapshot.ties().columns(node as usize) {
                    if !gone[other as usize]
                        && piece_of[other as usize] == u32::MAX
                        && !holds(&removal.ties, node, other)
                    {
                        piece_of[other as usize] = label;
                        open.push(other);
                    }
                }
            }
            let best = &mut stays[self.pieces.of[first] as usize];
            if size > best.0 {
                *best = (size, label);
            }
            remains.largest = remains.largest.max(size);
            remains.pairs += pairs(size);
            label += 1;
        }
        let cut_off = |node: &usize| !gone[*node] && stays[self.pieces.of[*node] as usize].1 != piece_of[*node];
        let stranded = (0..nodes).filter(cut_off);
        remains.stranded = stranded.map(|node| self.snapshot.places()[node]).collect();
        remains
    }

    /// Which sectors had members in the core and have none in what is left of it.
    pub fn sectors_cut_off(
        &self,
        removal: &Removal,
        remains: &Remains,
        sector: impl Fn(Place) -> Option<Sector>,
    ) -> Vec<Sector> {
        let mut left = self.in_core;
        let leaving = removal.nodes.iter().copied();
        let stranded = remains
            .stranded
            .iter()
            .filter_map(|place| self.snapshot.node_at(*place));
        for node in leaving.chain(stranded) {
            if let Some(sector) = sector(self.snapshot.places()[node.at()])
                && Some(self.pieces.of[node.at()]) == self.core
            {
                left[at(sector)] -= 1;
            }
        }
        let gone = |sector: &Sector| self.in_core[at(*sector)] > 0 && left[at(*sector)] == 0;
        Sector::ALL.into_iter().filter(gone).collect()
    }
}

/// One node at most, and ties among others: those that the sweep answers together.
fn is_swept(removal: &Removal) -> bool {
    removal.nodes.len() <= 1 && !removal.ties.is_empty()
}

/// Ordered pairs within a piece.
pub(super) fn pairs(size: u32) -> u64 {
    u64::from(size) * u64::from(size.saturating_sub(1))
}

/// Whether a tie is one of some, in order.
pub(super) fn holds(ties: &[Pair], one: u32, other: u32) -> bool {
    let pair = (NodeIndex(one.min(other)), NodeIndex(one.max(other)));
    ties.binary_search(&pair).is_ok()
}

fn at(sector: Sector) -> usize {
    Sector::ALL
        .iter()
        .position(|other| *other == sector)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::{KeyPlayerNegativeOptions, articulation, fragmentation, key_player_negative};
    use crate::random::{self, Draws};

    fn nobody(_: Place) -> Option<Sector> {
        None
    }

    fn removal(nodes: &[u32], ties: &[(u32, u32)]) -> Removal {
        let mut ties: Vec<Pair> = ties.iter().map(|(a, b)| (NodeIndex(*a), NodeIndex(*b))).collect();
        ties.sort_unstable();
        ties.dedup();
        Removal {
            nodes: nodes.iter().copied().map(NodeIndex).collect(),
            ties,
        }
    }

    #[test]
    fn by_hand() {
        // triangles 0 1 2 and 2 3 4, then 4 - 5 - 6, and 7 - 8 apart: components of 7 and 2, 42 + 2 = 44 pairs
        let ties = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (2, 4), (4, 5), (5, 6), (7, 8)].map(|(a, b)| (a, b, 1.0));
        let snapshot = Snapshot::from_ties(9, &ties);
        let whole = Whole::new(&snapshot, nobody);
        assert_eq!((whole.pairs, whole.core), (44, Some(0)));
        let found = whole.after(&[
            // without 2: {0 1} and {3 4 5 6}: 2 + 12 + 2 pairs
            removal(&[2], &[]),
            // without 5 and the tie 7 - 8: {0 1 2 3 4}, {6}, {7}, {8}; of 7 and 8 the smaller stays
            removal(&[5], &[(7, 8)]),
            // only ties: {0 1 2 3 4} and {5 6}
            removal(&[], &[(4, 5)]),
            // without 2 and 4: {0 1}, {3}, {5 6}; of the pieces of two the one with 0 stays
            removal(&[2, 4], &[]),
        ]);
        let stranded = |places: &[u32]| places.iter().copied().map(Place).collect::<Vec<_>>();
        let expected = [
            (4, 16, stranded(&[0, 1])),
            (5, 20, stranded(&[6, 8])),
            (5, 24, stranded(&[5, 6])),
            (2, 6, stranded(&[3, 5, 6])),
        ];
        for (found, (largest, pairs, stranded)) in found.iter().zip(expected) {
            assert_eq!(
                (found.largest, found.pairs, &found.stranded),
                (largest, pairs, &stranded)
            );
        }
    }

    #[test]
    fn one_search_one_sweep_and_a_search_for_each_say_the_same() {
        for draw in 0..150 {
            let mut random = random::stream(6, "remains", draw);
            let nodes = 4 + random.below(26) as u32;
            let mut pick = || random.below(nodes as usize) as u32;
            let ties: Vec<_> = (0..nodes + draw as u32 % 30).map(|_| (pick(), pick(), 1.0)).collect();
            let snapshot = Snapshot::from_ties(nodes, &ties);
            let all: Vec<(u32, u32)> = snapshot.pairs().map(|(a, b, _)| (a.0, b.0)).collect();
            let mut removals: Vec<Removal> = (0..nodes).map(|node| removal(&[node], &[])).collect();
            for node in 0..nodes {
                let mut random = random::stream(6, "remains_of_node", draw * 100 + u64::from(node));
                let of_others = all.iter().copied().filter(|(a, b)| *a != node && *b != node);
                let lost: Vec<_> = of_others.filter(|_| random.chance(0.2)).collect();
                removals.push(removal(&[node], &lost));
                removals.push(removal(&[], &lost));
                removals.push(removal(&[node / 2, node / 2 + 1], &[]));
            }
            let whole = Whole::new(&snapshot, nobody);
            for (removal, found) in removals.iter().zip(whole.after(&removals)) {
                assert_eq!(found, whole.searched(removal), "draw {draw}: {removal:?}");
            }
        }
    }

    #[test]
    fn a_single_leaving_is_that_of_cut_points_and_of_key_players() {
        for draw in 0..40 {
            let mut random = random::stream(7, "remains_keys", draw);
            let ties: Vec<_> = (0..30)
                .map(|_| (random.below(20) as u32, random.below(20) as u32, 1.0))
                .collect();
            let snapshot = Snapshot::from_ties(20, &ties);
            let whole = Whole::new(&snapshot, nobody);
            let removals: Vec<Removal> = (0..20).map(|node| removal(&[node], &[])).collect();
            let found = whole.after(&removals);
            let stranded: Vec<u32> = found.iter().map(|one| one.stranded.len() as u32).collect();
            assert_eq!(stranded, articulation(&snapshot).stranded);
            let fewest = found.iter().map(|one| one.pairs).min().expect("nodes");
            let key = key_player_negative(&snapshot, &KeyPlayerNegativeOptions::of(1)).fragmentation;
            let worst = 1.0 - fewest as f64 / (19.0 * 18.0);
            assert!((key.value.expect("a value") - worst).abs() <= 1e-12);
            let before = 1.0 - whole.pairs as f64 / (20.0 * 19.0);
            assert!((fragmentation(&snapshot).expect("nodes") - before).abs() <= 1e-12);
        }
    }
}
