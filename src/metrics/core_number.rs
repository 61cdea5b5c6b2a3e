//! How deep inside the dense part of the network does each stakeholder stand?
//!
//! In: a snapshot. Out: [`CoreNumber`].

use crate::network::Snapshot;

/// The core number of each node, in node order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoreNumber {
    /// The largest k such that the node is in the k-core.
    pub core: Vec<u32>,
}

/// Core number of every stakeholder in a snapshot.
///
/// What it tells a hub: someone with core number 3 belongs to a group in which everyone has at least three partners
/// inside the group; such a group does not come apart when a few leave. In the participations layer one large event
/// makes a large core of its own.
///
/// # Formula
/// ```text
/// core_i = largest k such that i belongs to a set in which everyone has at least k partners within the set
/// ```
/// # Conventions
/// The undirected simple graph in every view; weights play no part. Isolates have 0.
///
/// # Returns
/// One whole number per node, in node order, from 0 to its degree; never undefined.
///
/// # Complexity
/// O(n + m) by buckets (Batagelj and Zaveršnik). Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `core_number` and igraph 1.0 `coreness`: the same on the undirected simple graph.
///
/// # Example
/// ```
/// use hubscope::{metrics::core_number, network::Snapshot};
/// // a triangle 0 1 2 with 3 hanging from it
/// let ties = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (2, 3, 1.0)];
/// assert_eq!(core_number(&Snapshot::from_ties(4, &ties)).core, [2, 2, 2, 1]);
/// ```
/// # References
/// Seidman, S. B. (1983). Network structure and minimum degree. Social Networks 5(3), 269-287.
/// <https://doi.org/10.1016/0378-8733(83)90028-X>
///
/// Batagelj, V., Zaveršnik, M. (2003). An O(m) algorithm for cores decomposition of networks.
/// <https://doi.org/10.48550/arXiv.cs/0310049>
#[must_use]
pub fn core_number(snapshot: &Snapshot) -> CoreNumber {
    let mut left: Vec<u32> = snapshot.nodes().map(|node| snapshot.degree(node) as u32).collect();
    let mut queue = Buckets::by_degree(&left);
    for turn in 0..left.len() {
        let node = queue.order[turn] as usize;
        let own = left[node];
        for &partner in snapshot.ties().columns(node) {
            let partner = partner as usize;
            if left[partner] > own {
                queue.step_down(partner, left[partner]);
                left[partner] -= 1;
            }
        }
    }
    CoreNumber { core: left }
}

/// Nodes in rising order of the partners they have left.
struct Buckets {
    /// The nodes, in that order.
    order: Vec<u32>,
    /// Where each node stands in `order`.
    place: Vec<u32>,
    /// Where the nodes with so many partners left begin in `order`.
    start: Vec<u32>,
}

impl Buckets {
    fn by_degree(degree: &[u32]) -> Self {
        let mut start = vec![0; degree.iter().max().map_or(0, |largest| *largest as usize + 2)];
        for &k in degree {
            start[k as usize + 1] += 1;
        }
        for k in 1..start.len() {
            start[k] += start[k - 1];
        }
        let mut next = start.clone();
        let mut order = vec![0; degree.len()];
        let mut place = vec![0; degree.len()];
        for (node, &k) in degree.iter().enumerate() {
            let next = &mut next[k as usize];
            place[node] = *next;
            order[*next as usize] = node as u32;
            *next += 1;
        }
        Self { order, place, start }
    }

    /// Moves a node with `k` partners left to the end of the bucket below.
    fn step_down(&mut self, node: usize, k: u32) {
        let to = &mut self.start[k as usize];
        let from = self.place[node];
        let other = self.order[*to as usize];
        self.order.swap(from as usize, *to as usize);
        self.place[other as usize] = from;
        self.place[node] = *to;
        *to += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clique_with_a_tail_and_an_isolate() {
        // 0 1 2 3 all tied: 3-core; 4 has two partners in it (2-core); 5 hangs from 4; 6 is alone
        let ties = [
            (0, 1, 1.0),
            (0, 2, 1.0),
            (0, 3, 1.0),
            (1, 2, 1.0),
            (1, 3, 1.0),
            (2, 3, 1.0),
            (4, 0, 1.0),
            (4, 1, 1.0),
            (5, 4, 1.0),
        ];
        assert_eq!(core_number(&Snapshot::from_ties(7, &ties)).core, [3, 3, 3, 3, 2, 1, 0]);
    }

    #[test]
    fn a_long_path_is_a_one_core() {
        // taking off the ends again and again leaves nobody with two partners
        let ties: Vec<_> = (0..99).map(|node| (node, node + 1, 1.0)).collect();
        assert_eq!(core_number(&Snapshot::from_ties(100, &ties)).core, vec![1; 100]);
        assert_eq!(core_number(&Snapshot::default()).core, Vec::<u32>::new());
    }
}
