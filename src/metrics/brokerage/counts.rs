//! How many ordered pairs without an arc does each node link, by the groups of the three?
//!
//! In: a snapshot, a group per node and the direction. Out: [`Counts`]. All pairs that a node links come from how many
//! of its partners belong to each group; those that are tied themselves are the triangles, and are taken off. Each
//! triangle is met once, from its member with the fewest partners.

use rayon::prelude::*;

use super::{BrokerageOptions, Role};
use crate::metrics::MetricError;
use crate::metrics::paths::Routes;
use crate::network::{Rows, Snapshot};

/// Arcs from a node to a partner, and from the partner to the node, as bits.
const TO: u8 = 1;
const FROM: u8 = 2;

/// Ordered pairs by role, in the order of [`Role`].
type Roles = [u64; 5];

/// The counts of every node, 0 for those without a group.
pub(super) struct Counts {
    by_node: Vec<Roles>,
    /// Arcs between nodes that have a group.
    pub(super) arcs: usize,
}

impl Counts {
    pub(super) fn of(&self, node: usize, role: Role) -> u64 {
        let roles = &self.by_node[node];
        match role {
            Role::Total => roles.iter().sum(),
            one => roles[one as usize],
        }
    }
}

pub(super) fn count(snapshot: &Snapshot, options: &BrokerageOptions<'_>) -> Result<Counts, MetricError> {
    MetricError::unless_one_each("brokerage", options.groups, snapshot)?;
    let routes = Routes::of(snapshot, options.direction, "brokerage")?;
    let contacts = Contacts {
        out: routes.out,
        into: routes.into,
        groups: options.groups,
    };
    let later = Later::of(&contacts);
    let mut by_node = contacts.linked_pairs();
    for (linked, tied) in by_node.iter_mut().zip(later.tied_pairs(options.groups)) {
        for (linked, tied) in linked.iter_mut().zip(tied) {
            *linked -= tied;
        }
    }
    Ok(Counts {
        arcs: contacts.arcs(),
        by_node,
    })
}

/// Who is in contact with whom, among those that have a group.
struct Contacts<'a> {
    out: &'a Rows,
    into: &'a Rows,
    groups: &'a [Option<u32>],
}

impl Contacts<'_> {
    /// The grouped partners of a node, rising, each with its group and the ways of the arcs; none for a node without a
    /// group.
    fn of(&self, node: usize) -> impl Iterator<Item = (usize, u32, u8)> + '_ {
        let rows = |rows: &'_ Rows| {
            if self.groups[node].is_some() {
                rows.columns(node).len()
            } else {
                0
            }
        };
        let (out, into) = (
            &self.out.columns(node)[..rows(self.out)],
            &self.into.columns(node)[..rows(self.into)],
        );
        let (mut next_out, mut next_into) = (0, 0);
        let merged = std::iter::from_fn(move || {
            let (to, from) = (out.get(next_out).copied(), into.get(next_into).copied());
            let partner = to.into_iter().chain(from).min()?;
            let (is_to, is_from) = (to == Some(partner), from == Some(partner));
            next_out += usize::from(is_to);
            next_into += usize::from(is_from);
            Some((partner as usize, u8::from(is_to) * TO + u8::from(is_from) * FROM))
        });
        merged.filter_map(|(partner, ways)| Some((partner, self.groups[partner]?, ways)))
    }

    fn nodes(&self) -> usize {
        self.groups.len()
    }

    fn arcs(&self) -> usize {
        let outward = |node| self.of(node).filter(|(_, _, ways)| ways & TO != 0).count();
        (0..self.nodes()).into_par_iter().map(outward).sum()
    }

    /// Every ordered pair that a node links, tied or not.
    fn linked_pairs(&self) -> Vec<Roles> {
        let groups = self
            .groups
            .iter()
            .flatten()
            .max()
            .map_or(0, |&group| group as usize + 1);
        (0..self.nodes())
            .into_par_iter()
            .map_init(
                || vec![Tally::default(); groups],
                |tallies, node| self.linked_by(node, tallies),
            )
            .collect()
    }

    /// The pairs of one node; `tallies` are all zero before and after.
    fn linked_by(&self, node: usize, tallies: &mut [Tally]) -> Roles {
        let Some(group) = self.groups[node] else {
            return [0; 5];
        };
        let mut all = Tally::default();
        for (_, group, ways) in self.of(node) {
            tallies[group as usize].add(ways);
            all.add(ways);
        }
        let own = std::mem::take(&mut tallies[group as usize]);
        let (from_others, to_others) = (all.from - own.from, all.to - own.to);
        let (mut same, mut both) = (0, 0);
        for (_, group, _) in self.of(node) {
            let other = std::mem::take(&mut tallies[group as usize]);
            same += other.from * other.to;
            both += other.both;
        }
        [
            own.from * own.to - own.both,
            same - both,
            from_others * own.to,
            own.from * to_others,
            from_others * to_others - same,
        ]
    }
}

/// Arcs between a node and the partners of one group.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    from: u64,
    to: u64,
    both: u64,
}

impl Tally {
    fn add(&mut self, ways: u8) {
        self.to += u64::from(ways & TO != 0);
        self.from += u64::from(ways & FROM != 0);
        self.both += u64::from(ways == TO + FROM);
    }
}

/// For each node its partners with more partners than itself (of equally many, the higher index), and the ways.
struct Later {
    offsets: Vec<usize>,
    partners: Vec<u32>,
    ways: Vec<u8>,
}

impl Later {
    fn of(contacts: &Contacts<'_>) -> Self {
        let nodes = contacts.nodes();
        let size: Vec<usize> = (0..nodes)
            .into_par_iter()
            .map(|node| contacts.of(node).count())
            .collect();
        let mut later = Self {
            offsets: vec![0],
            partners: Vec::new(),
            ways: Vec::new(),
        };
        for node in 0..nodes {
            for (partner, _, ways) in contacts.of(node) {
                if (size[partner], partner) > (size[node], node) {
                    later.partners.push(partner as u32);
                    later.ways.push(ways);
                }
            }
            later.offsets.push(later.partners.len());
        }
        later
    }

    fn partners(&self, node: usize) -> impl Iterator<Item = (usize, u8)> + '_ {
        let row = self.offsets[node]..self.offsets[node + 1];
        let partners = self.partners[row.clone()].iter().map(|&partner| partner as usize);
        partners.zip(self.ways[row].iter().copied())
    }

    /// Every ordered pair that a node links and that has an arc of its own.
    fn tied_pairs(&self, groups: &[Option<u32>]) -> Vec<Roles> {
        let nodes = groups.len();
        let group: Vec<u32> = groups.iter().map(|group| group.unwrap_or_default()).collect();
        let start = || (vec![[0; 5]; nodes], vec![0; nodes]);
        (0..nodes)
            .into_par_iter()
            .with_min_len(nodes / 32 + 1)
            .fold(start, |(mut tied, mut ways), node| {
                self.triangles(node, &group, &mut tied, &mut ways);
                (tied, ways)
            })
            .map(|(tied, _)| tied)
            .reduce(|| vec![[0; 5]; nodes], added)
    }

    /// The triangles of a node with two later ones; `ways` is all zero before and after.
    fn triangles(&self, node: usize, group: &[u32], tied: &mut [Roles], ways: &mut [u8]) {
        for (partner, way) in self.partners(node) {
            ways[partner] = way;
        }
        for (second, to_second) in self.partners(node) {
            for (third, between) in self.partners(second) {
                let to_third = ways[third];
                if to_third != 0 {
                    triangle([node, second, third], [to_second, to_third, between], group, tied);
                }
            }
        }
        for (partner, _) in self.partners(node) {
            ways[partner] = 0;
        }
    }
}

/// Counts who links whom in a triangle x y z, of which xy, xz and yz are the ways.
fn triangle([x, y, z]: [usize; 3], [xy, xz, yz]: [u8; 3], group: &[u32], tied: &mut [Roles]) {
    let (yx, zx, zy) = (turned(xy), turned(xz), turned(yz));
    // source, broker, target, and the ways of source to broker, broker to target and source to target
    let links = [
        (x, y, z, xy & yz & xz),
        (z, y, x, zy & yx & zx),
        (y, x, z, yx & xz & yz),
        (z, x, y, zx & xy & zy),
        (x, z, y, xz & zy & xy),
        (y, z, x, yz & zx & yx),
    ];
    for (source, broker, target, ways) in links {
        let role = role(group[source], group[broker], group[target]);
        tied[broker][role as usize] += u64::from(ways & TO);
    }
}

/// The same arcs seen from the other end.
const fn turned(ways: u8) -> u8 {
    (ways & TO) * FROM + (ways & FROM) / FROM
}

const fn role(source: u32, broker: u32, target: u32) -> Role {
    match (source == broker, broker == target) {
        (true, true) => Role::Coordinator,
        (true, false) => Role::Representative,
        (false, true) => Role::Gatekeeper,
        (false, false) if source == target => Role::Itinerant,
        (false, false) => Role::Liaison,
    }
}

fn added(mut one: Vec<Roles>, other: Vec<Roles>) -> Vec<Roles> {
    for (one, other) in one.iter_mut().zip(other) {
        for (one, other) in one.iter_mut().zip(other) {
            *one += other;
        }
    }
    one
}
