//! Who stands exactly where another stands?
//!
//! In: lengths, the same both ways. Out: [`Twins`], classes of nodes tied to each other and, by equal lengths, to the
//! same others, such as all who came to one event only; and the rows of one node of each class.
//!
//! All members of a class are equally far from everybody and no shortest path leads through one to another: their own
//! tie is shorter than any way round, and whoever passes through one of them to a third could go there directly.

use super::length_rows::LengthRows;

/// The classes of twins, numbered in the order of their first members.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::metrics::paths) struct Twins {
    /// The class of each node.
    pub class: Vec<u32>,
    /// How many nodes each class has.
    pub size: Vec<u32>,
    /// How far the members of each class stand from each other; 0 where there is one.
    pub apart: Vec<f64>,
}

impl Twins {
    /// Everybody stands alone.
    pub(super) fn none(nodes: usize) -> Self {
        Self {
            class: (0..nodes as u32).collect(),
            size: vec![1; nodes],
            apart: vec![0.0; nodes],
        }
    }

    /// The classes, and the rows between them; lengths within `slack` may count as equal.
    pub(super) fn fold(rows: &LengthRows, slack: f64) -> (Self, LengthRows) {
        let first = first_twins(rows, slack);
        let is_first = |node: u32| first[node as usize] == node;
        let mut twins = Self {
            class: vec![0; rows.len()],
            size: Vec::new(),
            apart: Vec::new(),
        };
        for node in 0..rows.len() as u32 {
            let own = first[node as usize];
            if own == node {
                twins.class[node as usize] = twins.size.len() as u32;
                twins.size.push(1);
                twins.apart.push(0.0);
            } else {
                let class = twins.class[own as usize];
                twins.class[node as usize] = class;
                twins.size[class as usize] += 1;
                twins.apart[class as usize] = tie(rows, own, node).unwrap_or(0.0);
            }
        }
        let row = |node: u32| {
            let firsts = rows.row(node as usize).filter(|&(other, _)| is_first(other));
            firsts.map(|(other, length)| (twins.class[other as usize], length))
        };
        let kept = (0..rows.len() as u32).filter(|&node| is_first(node));
        let folded = LengthRows::from_rows(kept.map(row));
        (twins, folded)
    }
}

/// The first twin of each node, itself where it has none before it.
fn first_twins(rows: &LengthRows, slack: f64) -> Vec<u32> {
    let keys: Vec<(u64, u64)> = (0..rows.len()).map(|node| key(rows, node)).collect();
    let mut order: Vec<u32> = (0..rows.len() as u32).collect();
    order.sort_unstable_by_key(|&node| (keys[node as usize], node));
    let mut first: Vec<u32> = (0..rows.len() as u32).collect();
    for alike in order.chunk_by(|&one, &other| keys[one as usize] == keys[other as usize]) {
        let mut firsts: Vec<u32> = Vec::new();
        for &node in alike {
            let twin = firsts.iter().find(|&&before| are_twins(rows, before, node, slack));
            match twin {
                Some(&twin) => first[node as usize] = twin,
                None => firsts.push(node),
            }
        }
    }
    first
}

/// Equal for twins: over the node and its partners, and over the lengths.
fn key(rows: &LengthRows, node: usize) -> (u64, u64) {
    let mut key = (scattered(node as u64), 0_u64);
    for (other, length) in rows.row(node) {
        key.0 = key.0.wrapping_add(scattered(u64::from(other)));
        key.1 = key.1.wrapping_add(scattered(length.to_bits()));
    }
    key
}

/// Steele, Lea & Flood's SplitMix64, which spreads near numbers far apart.
const fn scattered(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

fn are_twins(rows: &LengthRows, one: u32, other: u32, slack: f64) -> bool {
    let Some(apart) = tie(rows, one, other) else {
        return false;
    };
    let nearest = rows.row(one as usize).map(|entry| entry.1).fold(apart, f64::min);
    let others_of = |node: u32, twin: u32| {
        let others = rows.row(node as usize).filter(move |entry| entry.0 != twin);
        others.map(|(other, length)| (other, length.to_bits()))
    };
    apart > slack && apart + slack < 2.0 * nearest && others_of(one, other).eq(others_of(other, one))
}

/// The length of a tie, in rows that stand in the order of columns.
fn tie(rows: &LengthRows, one: u32, other: u32) -> Option<f64> {
    let (columns, lengths) = rows.at(rows.places(one as usize));
    columns.binary_search(&other).ok().map(|place| lengths[place])
}
