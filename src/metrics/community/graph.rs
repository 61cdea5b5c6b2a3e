//! What does a network look like once whole parts of it are merged into single nodes?
//!
//! In: rows of ties, or a [`Graph`] and a partition. Out: a [`Graph`], on which nodes are moved and refined alike
//! whether they are stakeholders or merged parts.

use crate::network::Rows;

/// Partners of each node with the strengths of the ties; ties of a node with itself stand in no row.
pub(super) trait Links {
    fn partners(&self, node: usize) -> &[u32];
    fn strengths(&self, node: usize) -> &[f64];
}

impl Links for &Rows {
    fn partners(&self, node: usize) -> &[u32] {
        self.columns(node)
    }

    fn strengths(&self, node: usize) -> &[f64] {
        Rows::strengths(self, node)
    }
}

/// Ties between merged parts.
pub(super) struct Merged {
    offsets: Vec<usize>,
    partners: Vec<u32>,
    strengths: Vec<f64>,
}

impl Links for Merged {
    fn partners(&self, node: usize) -> &[u32] {
        &self.partners[self.offsets[node]..self.offsets[node + 1]]
    }

    fn strengths(&self, node: usize) -> &[f64] {
        &self.strengths[self.offsets[node]..self.offsets[node + 1]]
    }
}

/// Nodes, their ties, and how strongly each is tied in all, ties within a merged part included.
pub(super) struct Graph<L> {
    pub(super) links: L,
    pub(super) strength: Vec<f64>,
    /// Sum of `strength`.
    pub(super) total: f64,
}

impl<'a> Graph<&'a Rows> {
    pub(super) fn of(ties: &'a Rows) -> Self {
        let strength: Vec<f64> = (0..ties.len()).map(|node| ties.strengths(node).iter().sum()).collect();
        Self {
            links: ties,
            total: crate::numeric::sum(&strength),
            strength,
        }
    }
}

impl<L: Links> Graph<L> {
    pub(super) fn nodes(&self) -> usize {
        self.strength.len()
    }

    pub(super) fn row(&self, node: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let partners = self.links.partners(node).iter().map(|&partner| partner as usize);
        partners.zip(self.links.strengths(node).iter().copied())
    }

    /// What joining a community of strength `joined` costs a node for each unit of its strength.
    pub(super) fn cost(&self, joined: f64) -> f64 {
        joined / self.total
    }

    /// The modularity where each node is a community: whatever is tied is tied to another.
    pub(super) fn modularity_of_single_nodes(&self) -> f64 {
        if self.total <= 0.0 {
            return 0.0;
        }
        let between: f64 = (0..self.nodes()).flat_map(|node| self.links.strengths(node)).sum();
        let by_chance: f64 = self.strength.iter().map(|own| (own / self.total).powi(2)).sum();
        1.0 - between / self.total - by_chance
    }

    /// The graph whose nodes are the `count` parts.
    pub(super) fn merged(&self, part_of: &[u32], count: usize) -> Graph<Merged> {
        let mut strength = vec![0.0; count];
        let mut links = Merged {
            offsets: vec![0],
            partners: Vec::new(),
            strengths: Vec::new(),
        };
        let mut towards = Towards::new(count);
        for (part, members) in members(part_of, count).iter().enumerate() {
            for &node in members {
                strength[part] += self.strength[node as usize];
                for (partner, tie) in self.row(node as usize) {
                    let other = part_of[partner];
                    if other as usize != part {
                        towards.add(other, tie);
                    }
                }
            }
            for &other in towards.met() {
                links.partners.push(other);
                links.strengths.push(towards.strength(other));
            }
            towards.clear();
            links.offsets.push(links.partners.len());
        }
        Graph {
            links,
            strength,
            total: self.total,
        }
    }
}

/// The nodes of each part, rising.
fn members(part_of: &[u32], count: usize) -> Vec<Vec<u32>> {
    let mut members = vec![Vec::new(); count];
    for (node, &part) in part_of.iter().enumerate() {
        members[part as usize].push(node as u32);
    }
    members
}

/// The strength from one node, or one part, towards each community.
pub(super) struct Towards {
    strength: Vec<f64>,
    /// The communities met, in order; the first `count` places.
    met: Vec<u32>,
    count: usize,
}

impl Towards {
    pub(super) fn new(communities: usize) -> Self {
        Self {
            strength: vec![0.0; communities],
            met: vec![0; communities + 1],
            count: 0,
        }
    }

    /// Adds a strength above 0.
    pub(super) fn add(&mut self, community: u32, strength: f64) {
        // every tie comes by here: writing the place always and keeping it only if new spares a branch
        let sum = &mut self.strength[community as usize];
        self.met[self.count] = community;
        self.count += usize::from(*sum <= 0.0);
        *sum += strength;
    }

    pub(super) fn strength(&self, community: u32) -> f64 {
        self.strength[community as usize]
    }

    pub(super) fn met(&self) -> &[u32] {
        &self.met[..self.count]
    }

    pub(super) fn clear(&mut self) {
        for &community in &self.met[..self.count] {
            self.strength[community as usize] = 0.0;
        }
        self.count = 0;
    }
}

/// Numbers the communities 0, 1, … in the order of their first nodes and returns how many there are.
pub(super) fn renumber(partition: &mut [u32]) -> usize {
    let mut number = vec![None; partition.len()];
    let mut count = 0;
    for community in partition {
        let number = number[*community as usize].get_or_insert_with(|| {
            count += 1;
            count - 1
        });
        *community = *number;
    }
    count as usize
}
