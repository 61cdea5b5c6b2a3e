//! Which partition has the largest modularity that can be found?
//!
//! In: rows of ties. Out: the number of a community for each node. How often and how long it searches depends on the
//! size of the network alone.

use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use super::graph::{Graph, Links, renumber};
use super::moving::move_nodes;
use super::refinement::refine;
use crate::network::Rows;
use crate::random::{self, Draws};

/// Differences of modularity below this are rounding.
const ROUNDING: f64 = 1e-12;

/// A round that gains less than this is the last. (In a small network no partition differs so little.)
const ENOUGH: f64 = 1e-5;

/// How often to begin anew from single nodes, by nodes and entries.
const fn searches(work: usize) -> u64 {
    match work {
        0..10_000 => 16,
        10_000..100_000 => 6,
        100_000..500_000 => 2,
        _ => 1,
    }
}

/// How many rounds may follow upon the best search.
fn rounds(work: usize) -> usize {
    (4_000_000 / work.max(1)).clamp(1, 50)
}

pub(super) fn best_partition(ties: &Rows) -> Vec<u32> {
    let graph = Graph::of(ties);
    let work = ties.len() + ties.entries();
    let found: Vec<Search> = (0..searches(work))
        .into_par_iter()
        .map(|number| Search::from_single_nodes(&graph, number))
        .collect();
    let Some(mut best) = found.into_iter().reduce(Search::better) else {
        return Vec::new();
    };
    for _ in 0..rounds(work) {
        if best.gained < ENOUGH {
            break;
        }
        best.round(&graph);
    }
    best.partition
}

/// A partition and how the search for a better one goes on.
struct Search {
    partition: Vec<u32>,
    modularity: f64,
    /// By how much the last round raised it.
    gained: f64,
    orders: Orders,
}

impl Search {
    fn from_single_nodes(graph: &Graph<&Rows>, number: u64) -> Self {
        let mut search = Self {
            partition: (0..graph.nodes() as u32).collect(),
            modularity: 0.0,
            gained: 0.0,
            orders: Orders {
                is_shuffled: number > 0,
                random: random::stream(0, "community", number),
            },
        };
        search.round(graph);
        search.round(graph);
        search
    }

    fn round(&mut self, graph: &Graph<&Rows>) {
        let modularity = improve(graph, &mut self.partition, &mut self.orders);
        self.gained = modularity - self.modularity;
        self.modularity = modularity;
    }

    /// The earlier of two that are equally good.
    fn better(self, other: Self) -> Self {
        if other.modularity > self.modularity + ROUNDING {
            other
        } else {
            self
        }
    }
}

/// In which order nodes are looked at.
struct Orders {
    /// Whether nodes are moved in an order drawn at random, and not in that of their indices.
    is_shuffled: bool,
    random: ChaCha8Rng,
}

impl Orders {
    fn shuffled(&mut self, nodes: usize) -> Vec<u32> {
        let mut order: Vec<u32> = (0..nodes as u32).collect();
        self.random.shuffle(&mut order);
        order
    }

    fn moving(&mut self, nodes: usize) -> Vec<u32> {
        if self.is_shuffled {
            self.shuffled(nodes)
        } else {
            (0..nodes as u32).collect()
        }
    }
}

/// One round of Leiden: nodes move, communities are refined into parts, the parts are merged into nodes, and so on with
/// these, until no two of them belong to one community. So each community is one part, and connected. Returns the
/// modularity.
fn improve<L: Links>(graph: &Graph<L>, partition: &mut [u32], orders: &mut Orders) -> f64 {
    let nodes = graph.nodes();
    move_nodes(graph, partition, orders.moving(nodes));
    let communities = renumber(partition);
    if communities == nodes {
        return graph.modularity_of_single_nodes();
    }
    let mut part_of = refine(graph, partition, &orders.shuffled(nodes));
    let mut parts = renumber(&mut part_of);
    if parts == nodes {
        // nothing could be refined: whole communities are merged
        part_of.copy_from_slice(partition);
        parts = communities;
    }
    let mut community_of = vec![0; parts];
    for (&part, &community) in part_of.iter().zip(partition.iter()) {
        community_of[part as usize] = community;
    }
    let modularity = improve(&graph.merged(&part_of, parts), &mut community_of, orders);
    for (community, &part) in partition.iter_mut().zip(&part_of) {
        *community = community_of[part as usize];
    }
    modularity
}
