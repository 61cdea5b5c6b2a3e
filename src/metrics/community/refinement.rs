//! Into which well-connected parts does each community fall?
//!
//! In: a graph, a partition and an order of nodes. Out: a finer partition, each part of which is connected and lies
//! within one community. It begins with single nodes; a node that is still single joins the part that gains most, if
//! both are well connected with the rest of their community.

use super::graph::{Graph, Links, Towards};
use super::moving::EQUAL;

pub(super) fn refine<L: Links>(graph: &Graph<L>, partition: &[u32], order: &[u32]) -> Vec<u32> {
    let mut parts = Parts::single_nodes(graph, partition);
    let mut towards = Towards::new(graph.nodes());
    for &node in order {
        if !parts.is_single[node as usize] || !parts.is_well_connected(graph, node, partition[node as usize]) {
            continue;
        }
        for (partner, tie) in graph.row(node as usize) {
            if partition[partner] == partition[node as usize] {
                towards.add(parts.of[partner], tie);
            }
        }
        if let Some(part) = parts.best_for(graph, node, partition, &towards) {
            parts.join(node, part, towards.strength(part));
        }
        towards.clear();
    }
    parts.of
}

/// The parts so far; a part has the number of its first node.
struct Parts {
    of: Vec<u32>,
    is_single: Vec<bool>,
    strength: Vec<f64>,
    /// The strength of ties from each part to the rest of its community.
    outward: Vec<f64>,
    /// The strength of each community.
    whole: Vec<f64>,
}

impl Parts {
    fn single_nodes<L: Links>(graph: &Graph<L>, partition: &[u32]) -> Self {
        let mut whole = vec![0.0; graph.nodes()];
        for (node, &community) in partition.iter().enumerate() {
            whole[community as usize] += graph.strength[node];
        }
        let within = |node: usize| {
            let inside = |(partner, tie)| {
                if partition[partner] == partition[node] {
                    tie
                } else {
                    0.0
                }
            };
            graph.row(node).map(inside).sum()
        };
        Self {
            of: (0..graph.nodes() as u32).collect(),
            is_single: vec![true; graph.nodes()],
            strength: graph.strength.clone(),
            outward: (0..graph.nodes()).map(within).collect(),
            whole,
        }
    }

    /// Whether a part is tied to the rest of its community at least as strongly as chance would have it.
    fn is_well_connected<L: Links>(&self, graph: &Graph<L>, part: u32, community: u32) -> bool {
        let strength = self.strength[part as usize];
        let rest = self.whole[community as usize] - strength;
        self.outward[part as usize] >= strength * (graph.cost(rest) - EQUAL)
    }

    /// The well-connected part that a node gains most by joining, if it gains by any.
    fn best_for<L: Links>(&self, graph: &Graph<L>, node: u32, partition: &[u32], towards: &Towards) -> Option<u32> {
        let own = graph.strength[node as usize];
        let share = graph.cost(own);
        let (mut best, mut most) = (None, 0.0);
        for &part in towards.met() {
            let gain = towards.strength(part) - share * self.strength[part as usize];
            if gain > most + EQUAL * own && self.is_well_connected(graph, part, partition[node as usize]) {
                (best, most) = (Some(part), gain);
            }
        }
        best
    }

    /// A single node joins a part, to which its ties are `between` strong.
    fn join(&mut self, node: u32, part: u32, between: f64) {
        let (node, to) = (node as usize, part as usize);
        self.of[node] = part;
        self.is_single[node] = false;
        self.is_single[to] = false;
        self.strength[to] += self.strength[node];
        self.outward[to] += self.outward[node] - 2.0 * between;
    }
}
