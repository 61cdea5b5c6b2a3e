//! Where does each stakeholder stand on the map? Positions that stay the same across windows.
//!
//! In: a snapshot. Out: one position per node, the same for any thread count and row order. Each connected part is
//! laid out by ForceAtlas2 (Jacomy et al. 2014, doi:10.1371/journal.pone.0098679) from starting points that depend on
//! the seed and on each node's place alone; the largest part stands in the middle, the others on rings around it, so
//! that stakeholders without ties stand at the rim.

use std::f64::consts::TAU;

use fa2::{FA2Data, FA2Settings};
use petgraph::unionfind::UnionFind;

use super::Snapshot;
use crate::random::{self, Draws};

/// A position on the map, both coordinates from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// From so many nodes on, the forces of distant nodes are pooled.
const POOLED_FROM: usize = 400;

/// How large the discs of smaller parts are beside the largest's, per root of a node, and those of single nodes: the
/// map is about the largest part, and who has no tie needs little room.
const SMALLER_PART: f64 = 0.7;
const SINGLE_NODE: f64 = 0.4;

/// One position per node of the snapshot, in node order.
#[must_use]
pub fn layout(snapshot: &Snapshot, seed: u64) -> Vec<Position> {
    let parts = connected_parts(snapshot);
    let largest = parts.first().map_or(0, Vec::len);
    let radii: Vec<f64> = parts.iter().map(|part| radius(part.len(), largest)).collect();
    let (centres, reach) = on_rings(&radii);
    let mut positions = vec![Position { x: 0.5, y: 0.5 }; snapshot.node_count()];
    for ((part, centre), radius) in parts.iter().zip(&centres).zip(&radii) {
        for (&node, (x, y)) in part.iter().zip(part_layout(snapshot, part, seed)) {
            positions[node as usize] = Position {
                x: 0.5 + (centre.0 + radius * x) / (2.0 * reach),
                y: 0.5 + (centre.1 + radius * y) / (2.0 * reach),
            };
        }
    }
    positions
}

/// The connected parts, largest first, then by their first node; the nodes of each rising.
fn connected_parts(snapshot: &Snapshot) -> Vec<Vec<u32>> {
    let mut union = UnionFind::<u32>::new(snapshot.node_count());
    for (one, other, _) in snapshot.pairs() {
        union.union(one.0, other.0);
    }
    let mut parts: Vec<Vec<u32>> = vec![Vec::new(); snapshot.node_count()];
    for node in snapshot.nodes() {
        parts[union.find(node.0) as usize].push(node.0);
    }
    parts.retain(|part| !part.is_empty());
    parts.sort_by_key(|part| (std::cmp::Reverse(part.len()), part[0]));
    parts
}

fn radius(nodes: usize, largest: usize) -> f64 {
    match nodes {
        1 => SINGLE_NODE,
        _ if nodes == largest => (nodes as f64).sqrt(),
        _ => SMALLER_PART * (nodes as f64).sqrt(),
    }
}

/// The centres of discs, the first in the middle and the others on rings around it, and how far the outermost reaches.
/// Radii never rise.
fn on_rings(radii: &[f64]) -> (Vec<(f64, f64)>, f64) {
    let Some(&first) = radii.first() else {
        return (Vec::new(), 1.0);
    };
    let mut centres = vec![(0.0, 0.0)];
    let mut inner = first;
    while centres.len() < radii.len() {
        let waiting = &radii[centres.len()..];
        let line = inner + 1.2 * waiting[0];
        let angle = |radius: f64| 2.0 * (1.15 * radius / line).min(1.0).asin();
        let mut used = 0.0;
        let fits = |radius: &&f64| {
            used += angle(**radius);
            used <= TAU
        };
        let on_ring: Vec<f64> = waiting.iter().take_while(fits).copied().collect();
        let on_ring = if on_ring.is_empty() { vec![waiting[0]] } else { on_ring };
        let taken: f64 = on_ring.iter().map(|radius| angle(*radius)).sum();
        // a few stand together below the middle: spread all around they would only make the map smaller
        let spread = if taken < TAU / 3.0 { 1.0 } else { TAU / taken };
        let mut at = TAU / 4.0 - spread * taken / 2.0;
        for radius in &on_ring {
            at += spread * angle(*radius) / 2.0;
            centres.push((line * at.cos(), line * at.sin()));
            at += spread * angle(*radius) / 2.0;
        }
        inner = line + waiting[0];
    }
    (centres, inner)
}

/// Positions of the nodes of one part within the unit disc.
fn part_layout(snapshot: &Snapshot, part: &[u32], seed: u64) -> Vec<(f64, f64)> {
    if part.len() == 1 {
        return vec![(0.0, 0.0)];
    }
    let scale = (part.len() as f64).sqrt();
    let mut data = FA2Data::with_node_capacity(part.len());
    for &node in part {
        let place = snapshot.places()[node as usize];
        let mut random = random::stream(seed, "layout", u64::from(place.0));
        data.add_node_with_position(scale * (random.unit() - 0.5), scale * (random.unit() - 0.5));
    }
    let within = |node: u32| part.binary_search(&node).ok();
    let strengths = part.iter().flat_map(|node| snapshot.ties().strengths(*node as usize));
    let entries: usize = part
        .iter()
        .map(|node| snapshot.ties().columns(*node as usize).len())
        .sum();
    let mean = strengths.sum::<f64>() / entries as f64;
    for (one, &node) in part.iter().enumerate() {
        let later = snapshot.ties().row(node as usize).filter(|(other, _)| *other > node);
        for (other, strength) in later.filter_map(|(other, strength)| Some((within(other)?, strength))) {
            data.add_edge_with_weight(one, other, strength / mean);
        }
    }
    let mut settings = FA2Settings::from_graph_order(part.len()).with_pairwise_repulsion();
    if part.len() >= POOLED_FROM {
        settings = settings.with_barnes_hut();
    }
    let mut run = settings.build(data);
    run.run((600_000 / part.len()).clamp(60, 400));
    in_unit_disc(run.data().positions().collect())
}

fn in_unit_disc(points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let count = points.len() as f64;
    let middle = (
        points.iter().map(|p| p.0).sum::<f64>() / count,
        points.iter().map(|p| p.1).sum::<f64>() / count,
    );
    let distance = |p: &(f64, f64)| (p.0 - middle.0).hypot(p.1 - middle.1);
    let furthest = points.iter().map(distance).fold(f64::MIN_POSITIVE, f64::max);
    points
        .iter()
        .map(|p| ((p.0 - middle.0) / furthest, (p.1 - middle.1) / furthest))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(a: Position, b: Position) -> f64 {
        (a.x - b.x).hypot(a.y - b.y)
    }

    /// Two cliques of five joined by one tie, a pair, and three without ties.
    fn example() -> Snapshot {
        let mut ties = vec![(4, 5, 1.0), (10, 11, 1.0)];
        for clique in [0, 5] {
            for a in clique..clique + 5 {
                ties.extend((a + 1..clique + 5).map(|b| (a, b, 1.0)));
            }
        }
        Snapshot::from_ties(15, &ties)
    }

    #[test]
    fn everyone_stands_on_the_map_apart_from_the_others() {
        let positions = layout(&example(), 7);
        assert_eq!(positions.len(), 15);
        for (i, one) in positions.iter().enumerate() {
            assert!((0.0..=1.0).contains(&one.x) && (0.0..=1.0).contains(&one.y), "{one:?}");
            assert!(
                positions[..i].iter().all(|other| distance(*one, *other) >= 0.005),
                "{positions:?}"
            );
        }
    }

    #[test]
    fn the_tied_stand_closer_than_the_others() {
        let snapshot = example();
        let positions = layout(&snapshot, 7);
        let mean = |tied: bool| {
            let pairs = (0..10u32).flat_map(|a| (a + 1..10).map(move |b| (a, b)));
            let chosen = pairs.filter(|(a, b)| snapshot.ties().get(*a as usize, *b).is_some() == tied);
            let distances: Vec<f64> = chosen
                .map(|(a, b)| distance(positions[a as usize], positions[b as usize]))
                .collect();
            distances.iter().sum::<f64>() / distances.len() as f64
        };
        assert!(mean(true) < 0.6 * mean(false), "{} {}", mean(true), mean(false));
    }

    #[test]
    fn those_without_ties_stand_at_the_rim() {
        let positions = layout(&example(), 7);
        let middle = Position { x: 0.5, y: 0.5 };
        let tied = positions[..10].iter().map(|p| distance(*p, middle)).fold(0.0, f64::max);
        assert!(positions[12..].iter().all(|p| distance(*p, middle) > tied));
    }

    #[test]
    fn the_map_is_the_same_every_time_and_another_with_another_seed() {
        assert_eq!(layout(&example(), 7), layout(&example(), 7));
        assert_ne!(layout(&example(), 7), layout(&example(), 8));
        assert_eq!(layout(&Snapshot::default(), 7), []);
    }
}
