//! How many departures does the network bear?
//!
//! In: the working layer. Out: [`Splits`]: the fewest whose leaving splits the core, and how the part that hangs
//! together shrinks as the best connected leave one after the other.

use crate::messages::Arg;
use crate::metrics::{
    RobustnessOptions, RobustnessRandomOptions, VertexConnectivityOptions, largest_block, robustness,
    robustness_random, vertex_connectivity,
};
use crate::network::{NodeIndex, Place, Snapshot};

/// Edge visits that looking for the fewest may cost.
const CONNECTIVITY_WORK: u64 = 500_000_000;

/// The fewest members whose leaving together splits the core.
///
/// The core is the largest part that no single member holds together (biconnected). It splits when those of it who stay
/// no longer all reach each other within it.
#[derive(Debug, Clone, PartialEq)]
pub struct CoreSplit {
    /// How many members the core holds.
    pub core: usize,
    /// How many must leave; `None` where everyone is tied to everyone, so that nothing splits it.
    pub fewest: Option<usize>,
    /// Some set of so many that splits it, in roster order.
    pub who: Vec<Place>,
    /// Whether fewer are proven not to be enough (vertex connectivity); else the partners of the core's member with fewest.
    pub exact: bool,
}

impl CoreSplit {
    /// The sentence that says it: its key in the message catalogue and its values.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        let core = ("core", self.core.into());
        match (self.fewest, self.exact) {
            (None, _) => ("without-core-whole", vec![core]),
            (Some(fewest), true) => ("without-core-exact", vec![core, ("fewest", fewest.into())]),
            (Some(fewest), false) => ("without-core-bound", vec![core, ("fewest", fewest.into())]),
        }
    }
}

/// How many departures the network bears.
#[derive(Debug, Clone, PartialEq)]
pub struct Splits {
    /// The fewest that split the core; `None` where no three members hang together in a ring.
    pub core: Option<CoreSplit>,
    /// Who leaves, whoever has most working ties left first, of equals the smallest id.
    pub order: Vec<Place>,
    /// The share of all members in the largest part, before anyone left and after each departure in that order.
    pub connected: Vec<f64>,
    /// The same for departures at random, on average.
    pub connected_random: Vec<f64>,
    /// Departures, in that order, after which the largest part holds at most half of those it held at first: a greedy
    /// upper bound of the fewest that halve it. `None` without ties.
    pub halved: Option<usize>,
    /// The same for departures at random, on average.
    pub halved_random: Option<usize>,
}

pub(super) fn splits(working: &Snapshot, seed: u64) -> Splits {
    let targeted = robustness(working, &RobustnessOptions::schneider());
    let random = robustness_random(working, &RobustnessRandomOptions::exported(seed));
    let whole = crate::metrics::components(working).largest_share();
    let with_start = |curve: Vec<f64>| -> Vec<f64> { whole.into_iter().chain(curve).collect() };
    let (connected, connected_random) = (with_start(targeted.curve), with_start(random.curve));
    let place = |node: &NodeIndex| working.places()[node.at()];
    Splits {
        core: core_split(working),
        order: targeted.order.iter().map(place).collect(),
        halved: halved(&connected).filter(|_| working.tie_count() > 0),
        halved_random: halved(&connected_random).filter(|_| working.tie_count() > 0),
        connected,
        connected_random,
    }
}

fn halved(connected: &[f64]) -> Option<usize> {
    let half = connected.first()? / 2.0;
    connected.iter().position(|share| *share <= half + 1e-12)
}

fn core_split(working: &Snapshot) -> Option<CoreSplit> {
    let core = largest_block(working);
    if core.len() < 3 {
        return None;
    }
    let at = |node: NodeIndex| core.binary_search(&node).ok().map(|at| at as u32);
    let ties: Vec<(u32, u32, f64)> = working
        .pairs()
        .filter_map(|(one, other, strength)| Some((at(one)?, at(other)?, strength)))
        .collect();
    let within = Snapshot::from_ties(core.len() as u32, &ties);
    let options = VertexConnectivityOptions {
        work_limit: CONNECTIVITY_WORK,
    };
    let found = vertex_connectivity(&within, &options);
    Some(CoreSplit {
        core: core.len(),
        fewest: (!found.cut.is_empty()).then_some(found.cut.len()),
        who: found
            .cut
            .iter()
            .map(|node| working.places()[core[node.at()].at()])
            .collect(),
        exact: found.exact,
    })
}
