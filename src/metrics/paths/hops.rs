//! Shortest paths where every tie is one step: which nodes stand how many steps from the source?
//!
//! In: rows and a source. Out: order, steps and counts of paths, level by level, and the way back.

use super::{Count, Search};
use crate::network::Rows;

/// The level of a node that was not reached.
pub(super) const UNSEEN: u32 = u32::MAX;

impl<C: Count> Search<C> {
    pub(super) fn forward_by_hops(&mut self, rows: &Rows, source: usize) {
        self.order.push(source as u32);
        self.level[source] = 0;
        self.paths[source] = C::ONE;
        let mut first = 0;
        let mut steps = 0;
        while first < self.order.len() {
            steps += 1;
            let last = self.order.len();
            for place in first..last {
                let node = self.order[place] as usize;
                self.step_from(rows, node, steps);
            }
            first = last;
        }
    }

    fn step_from(&mut self, rows: &Rows, node: usize, steps: u32) {
        let paths = self.paths[node];
        for &next in rows.columns(node) {
            let at = next as usize;
            if self.level[at] == UNSEEN {
                self.level[at] = steps;
                self.length[at] = f64::from(steps);
                self.paths[at] = paths;
                self.order.push(next);
            } else if self.level[at] == steps {
                self.paths[at] = self.paths[at].plus(paths);
            }
        }
    }

    pub(super) fn backward_by_hops(&mut self, rows: &Rows) {
        let Some(&farthest) = self.order.last() else { return };
        let last = self.level[farthest as usize];
        for place in (0..self.order.len()).rev() {
            let node = self.order[place] as usize;
            let level = self.level[node];
            let mut behind = C::NONE;
            // nothing stands behind the last level, which in a dense network holds most nodes
            if level < last {
                for &next in rows.columns(node) {
                    if self.level[next as usize] == level + 1 {
                        behind = behind.plus(self.term[next as usize]);
                    }
                }
            }
            self.behind[node] = behind;
            self.term[node] = self.paths[node].inverse().plus(behind);
        }
    }
}
