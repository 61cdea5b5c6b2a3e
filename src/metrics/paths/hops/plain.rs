//! What do the sweeps give without any shortcut?
//!
//! In: rows. Out: [`PathSums`], by breadth-first search from one source after the other (Brandes 2001): the judge that
//! lanes, bits, twins, sides, cliques and parts change nothing.

use crate::metrics::paths::PathSums;
use crate::network::Rows;

const UNSEEN: f64 = -1.0;

pub(super) fn plain(rows: &Rows) -> PathSums {
    let mut sums = PathSums::zero(rows.len());
    for source in 0..rows.len() {
        let mut length = vec![UNSEEN; rows.len()];
        let mut paths = vec![0.0; rows.len()];
        let mut order = vec![source];
        (length[source], paths[source]) = (0.0, 1.0);
        let mut at = 0;
        while let Some(&node) = order.get(at) {
            at += 1;
            for &next in rows.columns(node) {
                let next = next as usize;
                if length[next] < 0.0 {
                    length[next] = length[node] + 1.0;
                    order.push(next);
                }
                if length[next] > length[node] {
                    paths[next] += paths[node];
                }
            }
        }
        let mut dependency = vec![0.0; rows.len()];
        for &node in order.iter().skip(1).rev() {
            sums.add_length(source, node, length[node]);
            for &next in rows.columns(node) {
                if length[next as usize] > length[node] {
                    dependency[node] += paths[node] / paths[next as usize] * (1.0 + dependency[next as usize]);
                }
            }
            sums.dependency[node] += dependency[node];
        }
    }
    sums
}
