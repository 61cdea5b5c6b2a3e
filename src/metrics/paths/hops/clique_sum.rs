//! How are the ties of shared events walked without walking each of them?
//!
//! In: ties and sets of nodes that met. Out: [`CliqueSum`], the same 0/1 matrix of ties A as a sum of cliques with the
//! differences: A x = Σ over cliques + ties in none of them − (m − 1) times ties in m > 1 of them.
//!
//! A clique of k nodes costs 2k steps in place of k(k − 1). Only sets whose members are all tied to each other are
//! taken, so a node without a neighbour among those where x > 0 gets exactly 0, and whole numbers stay exact. On the
//! diagonal A x is left wrong: a sweep never asks a node for itself.

use super::lane::{LANES, Lane, ZERO, add, gather};
use super::links::Links;

/// A matrix of ties as a sum of cliques.
#[derive(Debug)]
pub(super) struct CliqueSum {
    cliques: Links,
    cliques_of: Links,
    /// Ties in no clique.
    others: Links,
    /// Ties in several cliques.
    repeated: Links,
    /// For each entry of `repeated`, in how many cliques too many it stands.
    surplus: Vec<f64>,
}

impl CliqueSum {
    /// The ties as a sum over those of the sets that save steps; `None` where no set does.
    pub fn of(ties: &Links, sets: Vec<Vec<u32>>) -> Option<Self> {
        let mut cover = Cover::new(ties);
        let kept = cover.choose(sets);
        if kept.is_empty() {
            return None;
        }
        let cliques = Links::from_rows(kept);
        let (mut others, mut repeated, mut counts) = (Vec::new(), Vec::new(), Vec::new());
        for node in 0..ties.len() {
            for (&other, &cliques) in ties.row(node).iter().zip(&cover.cliques[ties.start(node)..]) {
                if (other as usize) < node || cliques == 1 {
                    continue;
                }
                if cliques == 0 {
                    others.push((node as u32, other));
                } else {
                    repeated.push((node as u32, other));
                    counts.push(f64::from(cliques - 1));
                }
            }
        }
        // where each pair stands among all, in the order in which `mirrored` lays out the pairs
        let places = Links::laid_out(
            ties.len(),
            repeated.iter().zip(0..).flat_map(|(&(a, b), at)| [(a, at), (b, at)]),
        );
        let surplus = |row: usize| places.row(row).iter().map(|&at| counts[at as usize]);
        Some(Self {
            cliques_of: cliques.turned(ties.len()),
            cliques,
            others: Links::mirrored(ties.len(), &others),
            surplus: (0..ties.len()).flat_map(surplus).collect(),
            repeated: Links::mirrored(ties.len(), &repeated),
        })
    }

    /// How many steps a product takes of which so many are asked, of all nodes.
    pub fn steps(&self, asked: f64) -> f64 {
        let rows = self.cliques.entries() + self.others.entries() + self.repeated.entries();
        self.cliques.entries() as f64 + asked * rows as f64
    }

    /// The sums of the cliques.
    pub fn sum_cliques(&self, values: &[Lane], sums: &mut Vec<Lane>) {
        sums.clear();
        sums.extend((0..self.cliques.len()).map(|clique| gather(self.cliques.row(clique), values)));
    }

    /// The sum over the neighbours of a node, given the sums of the cliques.
    #[inline(always)]
    pub fn around(&self, node: usize, values: &[Lane], sums: &[Lane]) -> Lane {
        let mut found = gather(self.cliques_of.row(node), sums);
        add(&mut found, &gather(self.others.row(node), values));
        let surplus = &self.surplus[self.repeated.start(node)..];
        let mut more = ZERO;
        for (&other, &times) in self.repeated.row(node).iter().zip(surplus) {
            let value = &values[other as usize];
            for i in 0..LANES {
                more[i] += times * value[i];
            }
        }
        for i in 0..LANES {
            found[i] -= more[i];
        }
        found
    }
}

/// In how many of the sets chosen so far each tie stands.
struct Cover<'a> {
    ties: &'a Links,
    /// One for each entry of the ties; only that of the smaller node counts.
    cliques: Vec<u32>,
}

impl<'a> Cover<'a> {
    fn new(ties: &'a Links) -> Self {
        Self {
            ties,
            cliques: vec![0; ties.entries()],
        }
    }

    /// The largest sets first, each if it is a clique that saves steps beside those before it.
    fn choose(&mut self, mut sets: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
        sets.retain(|set| set.len() > 3);
        sets.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        sets.dedup();
        let places = places(self.ties, &sets);
        let mut kept = Vec::new();
        for (set, places) in sets.into_iter().zip(places) {
            if self.saves(set.len(), &places) {
                for place in places {
                    self.cliques[place as usize] += 1;
                }
                kept.push(set);
            }
        }
        kept
    }

    /// Whether the ties that the set is the first to hold outweigh its members and the ties it is the second to hold.
    fn saves(&self, members: usize, places: &[u32]) -> bool {
        let (mut first, mut second) = (0, 0);
        for &place in places {
            let held = self.cliques[place as usize];
            first += usize::from(held == 0);
            second += usize::from(held == 1);
        }
        first > members + second
    }
}

/// No tie's place.
const UNTIED: u32 = u32::MAX;

/// For each set the places of all its pairs among the entries of the ties; none where a pair is not tied.
fn places(ties: &Links, sets: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let sets_of = Links::from_rows(sets.iter().map(|set| set.iter().copied())).turned(ties.len());
    let mut found: Vec<Vec<u32>> = vec![Vec::new(); sets.len()];
    let mut is_clique = vec![true; sets.len()];
    let mut place_of = vec![UNTIED; ties.len()];
    for node in 0..ties.len() {
        for (place, &other) in (ties.start(node) as u32..).zip(ties.row(node)) {
            place_of[other as usize] = place;
        }
        for &set in sets_of.row(node) {
            let set = set as usize;
            if !is_clique[set] {
                continue;
            }
            let later = sets[set].partition_point(|&member| member as usize <= node);
            let own = found[set].len();
            found[set].extend(sets[set][later..].iter().map(|&other| place_of[other as usize]));
            if found[set][own..].contains(&UNTIED) {
                is_clique[set] = false;
                found[set] = Vec::new();
            }
        }
        for &other in ties.row(node) {
            place_of[other as usize] = UNTIED;
        }
    }
    found
}
