//! Into which smaller networks does the count of shortest paths fall apart?
//!
//! In: ties, with attendance where that made them, or arcs. Out: [`Divided`], parts whose sweeps add up to those of the
//! whole network.
//!
//! Parts hang together by one node at most (Puzis 2015), so whoever stands behind a node of a part is weight on it, and
//! pairs that only meet at a node are counted by multiplication. Twins are one class. Whoever has partners that are all
//! tied to each other is never between two of them (Sariyüce 2013): such classes stand on the sides, and sweeps run over
//! the core alone.

use std::cmp::Reverse;

use super::clique_sum::CliqueSum;
use super::links::Links;
use super::twins::Twins;
use crate::metrics::blocks::{Block, Blocks};
use crate::metrics::paths::Routes;
use crate::network::{Attendance, Rows};

const NOWHERE: u32 = u32::MAX;

/// A network as parts.
pub(super) struct Divided {
    pub parts: Vec<Part>,
    /// For each node, the ordered pairs of others that meet at it alone: those in different parts.
    pub across: Vec<f64>,
}

/// One part, its classes in the order core, sides.
pub(super) struct Part {
    /// For each class, its nodes.
    pub members: Links,
    pub classes: Vec<Class>,
    /// For each class of the core, those of the core one step ahead.
    pub out: Links,
    /// For each class of the core, those of the core one step behind, where they are not the same.
    pub into: Option<Links>,
    /// The ties within the core as a sum of cliques, where that saves steps.
    pub cliques: Option<CliqueSum>,
    /// For each class on the sides, its partners, which all stand in the core.
    pub sides: Links,
    /// Every class; those near each other follow each other.
    pub sources: Vec<u32>,
}

/// Twins, or one node.
#[derive(Debug, Clone, Copy)]
pub(super) struct Class {
    /// How many nodes it holds.
    pub copies: f64,
    /// How many stand at these nodes and behind them.
    pub weight: f64,
    /// Where its nodes are not tied to each other: for one at a time, how many stand at the others, so that
    /// `weight · others` is the ordered pairs between them.
    pub others: f64,
}

impl Part {
    /// The classes of the core that are partners of a class.
    pub fn partners(&self, class: u32) -> &[u32] {
        let (class, core) = (class as usize, self.out.len());
        if class < core {
            self.out.row(class)
        } else {
            self.sides.row(class - core)
        }
    }
}

impl Divided {
    /// The whole network along arcs, as one part.
    pub fn along_arcs(routes: &Routes) -> Self {
        let nodes = routes.out.len();
        let links = |rows: &Rows| Links::from_rows((0..nodes).map(|row| rows.columns(row).iter().copied()));
        let alone = Class {
            copies: 1.0,
            weight: 1.0,
            others: 0.0,
        };
        let part = Part {
            members: Links::from_rows((0..nodes as u32).map(|node| [node])),
            classes: vec![alone; nodes],
            out: links(routes.out),
            into: Some(links(routes.into)),
            cliques: None,
            sides: Links::from_rows([[0; 0]; 0]),
            sources: (0..nodes as u32).collect(),
        };
        Self {
            parts: vec![part],
            across: vec![0.0; nodes],
        }
    }

    /// The parts of a network of ties.
    pub fn along_ties(ties: &Rows, attendance: Option<&Attendance>) -> Self {
        let nodes = ties.len();
        let blocks = Blocks::of(ties);
        let across = (0..nodes).map(|node| pairs_across(&blocks, node)).collect();
        let mut place = vec![NOWHERE; nodes];
        let mut parts = Vec::new();
        for block in blocks.blocks.iter().filter(|block| block.nodes.len() > 2) {
            for (at, &node) in block.nodes.iter().enumerate() {
                place[node as usize] = at as u32;
            }
            let within = Links::from_rows(block.nodes.iter().map(|&node| {
                let row = ties.columns(node as usize).iter();
                row.map(|&other| place[other as usize])
                    .filter(|&other| other != NOWHERE)
            }));
            // where all are tied to each other nobody stands between two
            if within.entries() < block.nodes.len() * (block.nodes.len() - 1) {
                let meetings = attendance.map_or_else(Vec::new, |attendance| meetings(attendance, block));
                parts.push(Part::of(&blocks, block, &within, &meetings));
            }
            for &node in &block.nodes {
                place[node as usize] = NOWHERE;
            }
        }
        Self { parts, across }
    }
}

/// (C − 1)² − Σ b², C the size of the component and b those of the branches at the node.
fn pairs_across(blocks: &Blocks, node: usize) -> f64 {
    let others = f64::from(blocks.piece[node]) - 1.0;
    let above = f64::from(blocks.above(node));
    let within = blocks.pairs_in_branches[node] as f64 + f64::from(blocks.hanging[node]);
    others * others - within - above * above
}

/// Who of a block met at which event: an event and a place in the block, rising.
fn meetings(attendance: &Attendance, block: &Block) -> Vec<(u32, u32)> {
    let events = |(place, &node): (usize, &u32)| {
        let events = attendance.events_of.columns(node as usize).iter();
        events.map(move |&event| (event, place as u32))
    };
    let mut meetings: Vec<_> = block.nodes.iter().enumerate().flat_map(events).collect();
    meetings.sort_unstable();
    meetings
}

impl Part {
    fn of(blocks: &Blocks, block: &Block, within: &Links, meetings: &[(u32, u32)]) -> Self {
        let twins = Twins::of(within);
        let folded = twins.folded(within);
        let aside = on_the_sides(&folded, &twins.open);
        let order = Order::of(&folded, &aside);
        let core = order.core;
        let row = |&class: &u32| {
            folded
                .row(class as usize)
                .iter()
                .map(|&other| order.place[other as usize])
        };
        let inner = |class| row(class).filter(|&other| (other as usize) < core);
        let out = Links::from_rows(order.classes[..core].iter().map(inner)).turned(core);
        let sets = meetings.chunk_by(|a, b| a.0 == b.0).map(|met| {
            let places = met
                .iter()
                .map(|&(_, node)| order.place[twins.class[node as usize] as usize]);
            let mut set: Vec<u32> = places.filter(|&place| (place as usize) < core).collect();
            set.sort_unstable();
            set.dedup();
            set
        });
        let nodes = |class: u32| {
            twins
                .members
                .row(class as usize)
                .iter()
                .map(|&at| block.nodes[at as usize])
        };
        Self {
            cliques: CliqueSum::of(&out, sets.collect()),
            out,
            into: None,
            sides: Links::from_rows(order.classes[core..].iter().map(row)),
            sources: order.sources(),
            members: Links::from_rows(order.classes.iter().map(|&class| nodes(class))),
            classes: order
                .classes
                .iter()
                .map(|&class| {
                    class_of(
                        nodes(class).map(|node| blocks.behind(block, node)),
                        twins.open[class as usize],
                    )
                })
                .collect(),
        }
    }
}

fn class_of(weights: impl Iterator<Item = u32>, open: bool) -> Class {
    let (mut copies, mut weight, mut squares) = (0.0, 0.0, 0.0);
    for one in weights.map(f64::from) {
        copies += 1.0;
        weight += one;
        squares += one * one;
    }
    Class {
        copies,
        weight,
        others: if open { weight - squares / weight } else { 0.0 },
    }
}

/// The classes whose partners are all tied to each other.
fn on_the_sides(folded: &Links, open: &[bool]) -> Vec<bool> {
    let mut near = vec![NOWHERE; folded.len()];
    let mut is_aside = |class: u32| {
        let row = folded.row(class as usize);
        if row
            .iter()
            .any(|&other| open[other as usize] || folded.degree(other) < row.len())
        {
            return false;
        }
        for &other in row {
            near[other as usize] = class;
        }
        row.iter().all(|&other| {
            let partners = folded.row(other as usize).iter();
            partners.filter(|&&third| near[third as usize] == class).count() + 1 == row.len()
        })
    };
    (0..folded.len() as u32).map(&mut is_aside).collect()
}

/// The order of classes in a part.
struct Order {
    /// The core breadth first, then the sides by the first of their partners: those near each other follow each other.
    classes: Vec<u32>,
    /// For each class, where it stands.
    place: Vec<u32>,
    core: usize,
    /// For each class on the sides, the place of the first of its partners.
    beside: Vec<u32>,
}

impl Order {
    fn of(folded: &Links, aside: &[bool]) -> Self {
        let mut place = vec![NOWHERE; folded.len()];
        let mut classes: Vec<u32> = Vec::with_capacity(folded.len());
        let mut first: Vec<u32> = (0..folded.len() as u32)
            .filter(|&class| !aside[class as usize])
            .collect();
        let core = first.len();
        first.sort_by_key(|&class| (Reverse(folded.degree(class)), class));
        let mut next = 0;
        for class in first {
            if place[class as usize] == NOWHERE {
                place[class as usize] = classes.len() as u32;
                classes.push(class);
            }
            while let Some(&from) = classes.get(next) {
                next += 1;
                let row = folded.row(from as usize).iter().copied();
                let is_new = |other: &u32| place[*other as usize] == NOWHERE && !aside[*other as usize];
                let mut reached: Vec<u32> = row.filter(is_new).collect();
                reached.sort_by_key(|&other| folded.degree(other));
                for other in reached {
                    place[other as usize] = classes.len() as u32;
                    classes.push(other);
                }
            }
        }
        let nearest = |class: u32| {
            folded
                .row(class as usize)
                .iter()
                .map(|&other| place[other as usize])
                .min()
        };
        let on_sides = (0..folded.len() as u32).filter(|&class| aside[class as usize]);
        let mut sides: Vec<(u32, u32)> = on_sides.map(|class| (nearest(class).unwrap_or(0), class)).collect();
        sides.sort_unstable();
        for &(_, class) in &sides {
            place[class as usize] = classes.len() as u32;
            classes.push(class);
        }
        Self {
            beside: sides.iter().map(|&(beside, _)| beside).collect(),
            classes,
            place,
            core,
        }
    }

    /// Every place, the sides among the core.
    fn sources(&self) -> Vec<u32> {
        let sides = self.beside.iter().zip(self.core as u32..);
        let mut sources: Vec<(u32, u32)> = (0..self.core as u32).map(|place| (place, place)).collect();
        sources.extend(sides.map(|(&beside, place)| (beside, place)));
        sources.sort_unstable();
        sources.into_iter().map(|(_, place)| place).collect()
    }
}
