//! Which community does each node gain most by joining?
//!
//! In: a graph, a partition and an order of nodes. Out: the partition in which no single node gains by moving. A node
//! is looked at again only after a partner has moved away from it (the fast local move of Leiden).

use std::collections::VecDeque;

use super::graph::{Graph, Links, Towards};

/// Gains that differ by less than this share of the node's strength are equal.
pub(super) const EQUAL: f64 = 1e-10;

pub(super) fn move_nodes<L: Links>(graph: &Graph<L>, partition: &mut [u32], order: Vec<u32>) {
    let mut communities = Communities::of(graph, partition);
    let mut towards = Towards::new(graph.nodes());
    let mut is_waiting = vec![true; graph.nodes()];
    let mut waiting = VecDeque::from(order);
    while let Some(node) = waiting.pop_front() {
        let node = node as usize;
        is_waiting[node] = false;
        for (partner, tie) in graph.row(node) {
            towards.add(partition[partner], tie);
        }
        let from = partition[node];
        let to = communities.best_for(graph, node, from, &towards);
        towards.clear();
        if to == from {
            continue;
        }
        communities.transfer(graph.strength[node], from, to);
        partition[node] = to;
        for &partner in graph.links.partners(node) {
            let partner_at = partner as usize;
            if partition[partner_at] != to && !is_waiting[partner_at] {
                is_waiting[partner_at] = true;
                waiting.push_back(partner);
            }
        }
    }
}

/// The strength and the size of each community, and those that are empty.
struct Communities {
    strength: Vec<f64>,
    size: Vec<u32>,
    empty: Vec<u32>,
}

impl Communities {
    fn of<L: Links>(graph: &Graph<L>, partition: &[u32]) -> Self {
        let mut strength = vec![0.0; graph.nodes()];
        let mut size = vec![0; graph.nodes()];
        for (node, &community) in partition.iter().enumerate() {
            strength[community as usize] += graph.strength[node];
            size[community as usize] += 1;
        }
        let is_empty = |community: &u32| size[*community as usize] == 0;
        Self {
            empty: (0..graph.nodes() as u32).rev().filter(is_empty).collect(),
            strength,
            size,
        }
    }

    /// The community that a node gains most by joining; where nothing gains, the one it is in.
    fn best_for<L: Links>(&self, graph: &Graph<L>, node: usize, from: u32, towards: &Towards) -> u32 {
        let own = graph.strength[node];
        let share = graph.cost(own);
        let gain = |community: u32, others: f64| towards.strength(community) - share * others;
        let (mut best, mut most) = (from, gain(from, self.strength[from as usize] - own));
        for &community in towards.met() {
            let gain = gain(community, self.strength[community as usize]);
            if gain > most + EQUAL * own && community != from {
                (best, most) = (community, gain);
            }
        }
        // alone it gains nothing and loses nothing
        match self.empty.last() {
            Some(&empty) if most < -EQUAL * own && self.size[from as usize] > 1 => empty,
            _ => best,
        }
    }

    fn transfer(&mut self, strength: f64, from: u32, to: u32) {
        if self.empty.last() == Some(&to) {
            self.empty.pop();
        }
        self.strength[from as usize] -= strength;
        self.strength[to as usize] += strength;
        self.size[from as usize] -= 1;
        self.size[to as usize] += 1;
        if self.size[from as usize] == 0 {
            self.strength[from as usize] = 0.0;
            self.empty.push(from);
        }
    }
}
