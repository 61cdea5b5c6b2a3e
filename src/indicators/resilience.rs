//! What would hold? Members still connected without the operator, and without the largest event.
//!
//! Share of the members left that lie in the largest component; interval by leaving out one event at a time. The
//! pieces are joined once from the ties that no event left out takes along; each draw adds the others to a copy.

use super::observation::{Figure, Observation};
use super::pieces::Pieces;
use super::{Indicator, Undefined};
use crate::network::{EventSize, NodeIndex, Pair, Snapshot, Without};
use crate::records::EventIndex;
use crate::statistics::intervals::event_jackknife;

/// Events left out one at a time for an interval; where there are more, every second, third, … by id.
const MOST_EVENTS: usize = 60;

pub(super) fn figures(observation: &Observation<'_>) -> Vec<(Indicator, Figure)> {
    let network = observation.context.network;
    let events = network.event_sizes(observation.window);
    let declared = observation.context.records.config.hub.operator.is_some();
    let without_operator = if declared && network.roster().of_the_hub().next().is_some() {
        connected(observation, &Removed::operator(observation), &events)
    } else {
        Figure::undefined(Undefined::OperatorUnknown)
    };
    let largest = events
        .iter()
        .max_by_key(|size| (size.participants, std::cmp::Reverse(size.event)));
    let without_largest = match largest {
        None => Figure::undefined(Undefined::NotRecorded),
        Some(largest) => {
            let others: Vec<EventSize> = events.iter().filter(|size| *size != largest).copied().collect();
            connected(observation, &Removed::event(observation, largest.event), &others)
        }
    };
    vec![
        (Indicator::ConnectedWithoutOperator, without_operator),
        (Indicator::ConnectedWithoutLargestEvent, without_largest),
    ]
}

/// What is taken out of the working network before any event is left out.
struct Removed {
    without: Without,
    /// Nodes of the working network that go.
    nodes: Vec<bool>,
    /// Ties that go, in order, beside those of the nodes.
    ties: Vec<Pair>,
}

impl Removed {
    fn operator(observation: &Observation<'_>) -> Self {
        let roster = observation.context.network.roster();
        let places = observation.working.places().iter();
        Self {
            without: Without::default(),
            nodes: places.map(|place| roster.member(*place).of_the_hub).collect(),
            ties: Vec::new(),
        }
    }

    fn event(observation: &Observation<'_>, event: EventIndex) -> Self {
        Self {
            without: Without {
                events: [event].into(),
                ..Without::default()
            },
            nodes: vec![false; observation.working.node_count()],
            ties: observation
                .ties_lost(&Without::default(), &[event])
                .pop()
                .unwrap_or_default(),
        }
    }
}

fn connected(observation: &Observation<'_>, removed: &Removed, events: &[EventSize]) -> Figure {
    let members = removed.nodes.iter().filter(|gone| !**gone).count();
    if members < 2 {
        return Figure::undefined(Undefined::TooFewMembers);
    }
    let step = events.len().div_ceil(MOST_EVENTS).max(1);
    let left_out: Vec<EventIndex> = events.iter().step_by(step).map(|size| size.event).collect();
    let lost = observation.ties_lost(&removed.without, &left_out);
    let sizes = largest_parts(&observation.working, removed, &lost);
    let figure = Figure::ratio(sizes.whole as f64, members as f64);
    let Some(share) = figure.defined() else { return figure };
    figure.with_interval(|| {
        let shares: Vec<f64> = sizes
            .left_out
            .iter()
            .map(|size| *size as f64 / members as f64)
            .collect();
        event_jackknife(share, &shares, events.len()).map(|interval| interval.within(0.0, 1.0))
    })
}

/// How many members the largest component holds.
struct LargestParts {
    /// With every event.
    whole: usize,
    /// With one event left out at a time.
    left_out: Vec<usize>,
}

fn largest_parts(working: &Snapshot, removed: &Removed, lost: &[Vec<Pair>]) -> LargestParts {
    let stays = |node: NodeIndex| !removed.nodes[node.at()];
    let mut hanging: Vec<Pair> = lost.concat();
    hanging.retain(|(one, other)| stays(*one) && stays(*other));
    hanging.sort_unstable();
    hanging.dedup();
    let mut solid = Pieces::new(working.node_count(), stays);
    let pairs = working.pairs().map(|(one, other, _)| (one, other));
    let pairs = pairs.filter(|(one, other)| stays(*one) && stays(*other));
    for (one, other) in beside(beside(pairs, &removed.ties), &hanging) {
        solid.join(one, other);
    }
    let with = |ties: &mut dyn Iterator<Item = Pair>| {
        let mut pieces = solid.clone();
        ties.for_each(|(one, other)| pieces.join(one, other));
        pieces.largest()
    };
    LargestParts {
        whole: with(&mut hanging.iter().copied()),
        left_out: lost
            .iter()
            .map(|lost| with(&mut beside(hanging.iter().copied(), lost)))
            .collect(),
    }
}

/// The pairs that are not among others; both in order.
fn beside<'a>(pairs: impl Iterator<Item = Pair> + 'a, others: &'a [Pair]) -> impl Iterator<Item = Pair> + 'a {
    let mut others = others.iter().peekable();
    pairs.filter(move |pair| {
        while others.next_if(|other| *other < pair).is_some() {}
        others.peek() != Some(&pair)
    })
}
