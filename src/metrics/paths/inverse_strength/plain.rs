//! What do the sweeps give without any shortcut?
//!
//! In: rows. Out: [`PathSums`] and the load of each tie by Dijkstra's algorithm on all ties as they are: the judge that
//! folding and thinning change nothing.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::same_length;
use crate::metrics::paths::PathSums;
use crate::network::Rows;

/// The sums, and by row and place in the row the paths over each tie.
pub(in crate::metrics::paths) fn plain(rows: &Rows) -> (PathSums, Vec<Vec<f64>>) {
    let nodes = rows.len();
    let mut sums = PathSums::zero(nodes);
    let mut load: Vec<Vec<f64>> = (0..nodes).map(|node| vec![0.0; rows.columns(node).len()]).collect();
    for source in 0..nodes {
        let mut length = vec![f64::INFINITY; nodes];
        let mut paths = vec![0.0; nodes];
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); nodes];
        let mut order = Vec::new();
        let mut waiting = BTreeSet::from([(0.0_f64.to_bits(), source)]);
        (length[source], paths[source]) = (0.0, 1.0);
        while let Some((_, node)) = waiting.pop_first() {
            order.push(node);
            for (next, strength) in rows.row(node) {
                let next = next as usize;
                let through = length[node] + strength.recip();
                if order.contains(&next) {
                    continue;
                }
                let known = length[next];
                if known.is_finite() && same_length(through, known) {
                    paths[next] += paths[node];
                    before[next].push(node);
                } else if through < known {
                    paths[next] = paths[node];
                    before[next] = vec![node];
                }
                if through < known {
                    waiting.remove(&(known.to_bits(), next));
                    waiting.insert((through.to_bits(), next));
                    length[next] = through;
                }
            }
        }
        let mut dependency = vec![0.0; nodes];
        for &node in order.iter().skip(1).rev() {
            for &from in &before[node] {
                let share = paths[from] / paths[node] * (1.0 + dependency[node]);
                dependency[from] += share;
                let place = rows.columns(from).binary_search(&(node as u32)).expect("a tie");
                load[from][place] += share;
            }
            sums.add_length(source, node, length[node]);
            sums.dependency[node] += dependency[node];
        }
    }
    (sums, load)
}

/// Strengths whose inverses add up to each other in several ways, up to rounding.
const STRENGTHS: [f64; 9] = [1.0, 3.0, 1.5, 10.0, 5.0, 1.0 / 0.3, 0.2, 1.0 / 7.0, 1.0];

prop_compose! {
    /// Small networks of ties, and of events whose participants are all tied, as a projection is.
    pub(in crate::metrics::paths) fn networks()(nodes in 1_u32..14)(
        nodes in Just(nodes),
        ties in prop::collection::vec((0..nodes, 0..nodes, prop::sample::select(&STRENGTHS[..])), 0..40),
        events in prop::collection::vec(prop::collection::btree_set(0..nodes, 0..8), 0..5),
        any in 0.01..10.0_f64,
    ) -> (u32, Vec<(u32, u32, f64)>) {
        let mut all = ties;
        for event in events {
            let event: Vec<u32> = event.into_iter().collect();
            for (place, &one) in event.iter().enumerate() {
                let others = event[place + 1..].iter();
                all.extend(others.map(|&other| (one, other, 1.0 / (event.len() - 1) as f64)));
            }
        }
        all.push((0, nodes - 1, any));
        (nodes, all)
    }
}
