//! Which ties can a shortest path take?
//!
//! In: lengths, nearest first. Out: [`Thin`], without the ties that are longer than a way round through one other node,
//! and within each row those first that a path can take after another tie.
//!
//! A tie is left out only where the way round is shorter by more than the slack, so that no path over it is as long as
//! a shortest one within the tolerance: lengths, counts and the order of settling stay what they were. The way round
//! may lose a tie itself, but only for shorter ties, so the distance between its ends stays.

use rayon::prelude::*;

use super::length_rows::LengthRows;

/// Through how many of its nearest nodes a way round is first looked for; in the last round through all.
const ROUNDS: [usize; 3] = [8, 64, usize::MAX];

/// The ties that shortest paths can take.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::metrics::paths) struct Thin {
    /// By node; those that a path can take after another tie come first.
    pub rows: LengthRows,
    /// How many those are.
    pub onward: Vec<u32>,
    /// Whether all are equally long.
    pub even: bool,
}

impl Thin {
    /// Every tie.
    pub(super) fn whole(rows: LengthRows) -> Self {
        Self {
            even: rows.is_even(),
            onward: (0..rows.len()).map(|row| rows.places(row).len() as u32).collect(),
            rows,
        }
    }

    /// How many pairs of entries stand in the same row: the work of [`Thin::onward_first`].
    pub(super) fn pairs_in_rows(&self) -> usize {
        (0..self.rows.len()).map(|row| self.rows.places(row).len().pow(2)).sum()
    }

    /// Puts the ties first that a path can take after another tie; lengths are the same there and back.
    ///
    /// From x to z a path comes through some y before x. It is no shortest path where y and z are nearer to each other
    /// than by way of x, whatever y: then the tie serves paths that begin at x alone.
    pub(super) fn onward_first(&self, slack: f64) -> Self {
        let rows = &self.rows;
        let mut onward_of: Vec<Vec<u32>> = vec![Vec::new(); rows.len()];
        for (end, middles) in middles_before(rows, slack).iter().enumerate() {
            for &middle in middles {
                onward_of[middle as usize].push(end as u32);
            }
        }
        // a tie so long that rounding decides may have been left out one way only: what counts is what the row holds
        let is_onward = |node: usize, entry: &(u32, f64)| onward_of[node].binary_search(&entry.0).is_ok();
        let split = |node: usize| {
            let (mut row, rest): (Vec<_>, Vec<_>) = rows.row(node).partition(|entry| is_onward(node, entry));
            row.extend(rest);
            row
        };
        let onward = |node: usize| rows.row(node).filter(|entry| is_onward(node, entry)).count() as u32;
        Self {
            even: self.even,
            rows: LengthRows::from_rows((0..rows.len()).map(split)),
            onward: (0..rows.len()).map(onward).collect(),
        }
    }
}

/// Every tie but those that are longer than a way round.
pub(super) fn without_long_ways(rows: LengthRows, slack: f64) -> Thin {
    let thinner = |rows, &through: &usize| without_detours(&rows, slack, through);
    Thin::whole(ROUNDS.iter().fold(rows, thinner))
}

/// Without the ties that are longer than a way round through one of the `through` nearest nodes.
fn without_detours(rows: &LengthRows, slack: f64, through: usize) -> LengthRows {
    let unset = || vec![f64::INFINITY; rows.len()];
    let kept: Vec<Vec<(u32, f64)>> = (0..rows.len())
        .into_par_iter()
        .map_init(unset, |nearest, node| {
            let (columns, lengths) = rows.at(rows.places(node));
            let farthest = lengths.last().copied().unwrap_or(0.0);
            for (other, length) in rows.row(node) {
                nearest[other as usize] = length;
            }
            for (via, first) in rows.row(node).take(through).take_while(|entry| entry.1 < farthest) {
                for (other, second) in rows.row(via as usize) {
                    let length = first + second;
                    if length > farthest {
                        break;
                    }
                    // only partners are looked up afterwards; the others stay unset
                    let known = &mut nearest[other as usize];
                    if length < *known && known.is_finite() {
                        *known = length;
                    }
                }
            }
            let direct = |entry: &(u32, f64)| entry.1 <= nearest[entry.0 as usize] + slack;
            let kept = rows.row(node).filter(direct).collect();
            for &other in columns {
                nearest[other as usize] = f64::INFINITY;
            }
            kept
        })
        .collect();
    LengthRows::from_rows(kept)
}

/// For each node, the partners through which others come to it on what may be a shortest path.
fn middles_before(rows: &LengthRows, slack: f64) -> Vec<Vec<u32>> {
    let unset = || (vec![f64::INFINITY; rows.len()], Vec::new());
    let work = |(nearest, touched): &mut (Vec<f64>, Vec<u32>), end: usize| {
        let mut reach = |node: u32, length: f64| {
            let known = &mut nearest[node as usize];
            if known.is_infinite() {
                touched.push(node);
            }
            *known = known.min(length);
        };
        // from itself to itself no path is shortest
        reach(end as u32, -f64::MAX);
        for (middle, second) in rows.row(end) {
            reach(middle, second);
            for (start, first) in rows.row(middle as usize) {
                reach(start, first + second);
            }
        }
        let comes_through = |middle: u32, second: f64| {
            let mut starts = rows.row(middle as usize);
            starts.any(|(start, first)| first + second <= nearest[start as usize] + slack)
        };
        let middles = rows.row(end).filter(|entry| comes_through(entry.0, entry.1));
        let middles = middles.map(|entry| entry.0).collect();
        for node in touched.drain(..) {
            nearest[node as usize] = f64::INFINITY;
        }
        middles
    };
    (0..rows.len()).into_par_iter().map_init(unset, work).collect()
}
