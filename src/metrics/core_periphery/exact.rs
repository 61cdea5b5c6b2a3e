//! Is there any core that fits better?
//!
//! In: a network of at most 64 nodes, as bits, and the best core so far. Out: the best core of all, unless the search is
//! given up. For each size it asks for a core that touches enough ties to fit better. A core of so many more members
//! touches at most what each of them would touch alone (branch and bound), which rules out most.

use super::exchange::{Core, Pattern};
use crate::network::Snapshot;

/// The most nodes whose cores are searched.
const NODES: usize = 64;

/// After so many steps the search is given up.
const STEPS: u32 = 100_000;

/// The best core of all; `None` where that was not settled.
pub(super) fn best_of_all(snapshot: &Snapshot, pattern: &Pattern, found: &Core) -> Option<Core> {
    if pattern.nodes > NODES {
        return None;
    }
    let mut search = Search {
        partners: snapshot
            .nodes()
            .map(|node| bits(snapshot.ties().columns(node.at())))
            .collect(),
        steps: STEPS,
        target: 0,
        best: None,
    };
    let mut best = found.clone();
    let all = u64::MAX >> (64 - pattern.nodes);
    for size in 1..=pattern.nodes - 2 {
        // as many ties as a better core of this size has to touch
        let Some(target) = (0..=snapshot.tie_count()).find(|&touched| pattern.is_better(size, touched, best.fit))
        else {
            continue;
        };
        search.target = target;
        search.best = None;
        search.extend(
            Partial {
                core: 0,
                open: all,
                room: size,
                touched: 0,
            },
            all,
        );
        if let Some(core) = search.best {
            best = Core {
                is_in: (0..pattern.nodes).map(|node| core >> node & 1 == 1).collect(),
                fit: pattern.fit(size, search.target - 1),
            };
        }
    }
    (search.steps > 0).then_some(best)
}

fn bits(nodes: &[u32]) -> u64 {
    nodes.iter().fold(0, |bits, node| bits | 1 << node)
}

/// Some members of a core and who may join them.
#[derive(Clone, Copy)]
struct Partial {
    core: u64,
    open: u64,
    /// How many are to join.
    room: usize,
    /// Ties that touch the core.
    touched: usize,
}

struct Search {
    /// The partners of each node, as bits.
    partners: Vec<u64>,
    steps: u32,
    /// As many ties as a core has to touch to be the best of its size.
    target: usize,
    best: Option<u64>,
}

impl Search {
    fn extend(&mut self, partial: Partial, all: u64) {
        if self.steps == 0 {
            return;
        }
        self.steps -= 1;
        let Partial {
            core,
            open,
            room,
            touched,
        } = partial;
        if room == 0 {
            if touched >= self.target {
                self.best = Some(core);
                self.target = touched + 1;
            }
            return;
        }
        let outside = all & !core;
        let touches = |node: usize| (self.partners[node] & outside).count_ones() as usize;
        let mut gains: Vec<(usize, usize)> = members(open).map(|node| (touches(node), node)).collect();
        gains.sort_unstable_by_key(|&(gain, node)| (std::cmp::Reverse(gain), node));
        let most: usize = gains.iter().take(room).map(|(gain, _)| gain).sum();
        if gains.len() < room || touched + most < self.target {
            return;
        }
        let (gain, next) = gains[0];
        let open = open & !(1 << next);
        let joined = Partial {
            core: core | 1 << next,
            open,
            room: room - 1,
            touched: touched + gain,
        };
        self.extend(joined, all);
        self.extend(Partial { open, ..partial }, all);
    }
}

/// The nodes whose bits are set, rising.
fn members(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let node = set.trailing_zeros() as usize;
        (set != 0).then(|| {
            set &= set - 1;
            node
        })
    })
}
