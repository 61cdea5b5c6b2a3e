//! What would hold? Members still connected without the operator, and without the largest event.
//!
//! Share of the members left that lie in the largest component; interval by leaving out one event at a time.

use super::observation::{Figure, Observation};
use super::{Indicator, Undefined};
use crate::metrics::components;
use crate::network::{Snapshot, Without};
use crate::statistics::intervals::event_jackknife;

/// Events left out one at a time for an interval; where there are more, every second, third, … by id.
const MOST_EVENTS: usize = 60;

pub(super) fn figures(observation: &Observation<'_>) -> Vec<(Indicator, Figure)> {
    let network = observation.context.network;
    let operator: Without = Without {
        places: network.roster().of_the_hub().collect(),
        ..Without::default()
    };
    let without_operator = if observation.context.records.config.hub.operator.is_none() || operator.places.is_empty() {
        Figure::undefined(Undefined::OperatorUnknown)
    } else {
        connected(observation, &operator)
    };
    let without_largest = match network.largest_event(observation.window) {
        None => Figure::undefined(Undefined::NotRecorded),
        Some(largest) => {
            let without = Without {
                events: [largest.event].into(),
                ..Without::default()
            };
            connected(observation, &without)
        }
    };
    vec![
        (Indicator::ConnectedWithoutOperator, without_operator),
        (Indicator::ConnectedWithoutLargestEvent, without_largest),
    ]
}

fn connected(observation: &Observation<'_>, without: &Without) -> Figure {
    let left = observation.working_without(without);
    let (largest, members) = largest_part(&left);
    if members < 2 {
        return Figure::undefined(Undefined::TooFewMembers);
    }
    let figure = Figure::ratio(largest as f64, members as f64);
    let Some(share) = figure.defined() else { return figure };
    figure.with_interval(|| {
        let mut events = observation.context.network.event_sizes(observation.window);
        events.retain(|size| !without.events.contains(&size.event));
        let step = events.len().div_ceil(MOST_EVENTS).max(1);
        let left_out: Vec<f64> = events
            .iter()
            .step_by(step)
            .map(|size| {
                let mut without = without.clone();
                without.events.insert(size.event);
                let (largest, members) = largest_part(&observation.working_without(&without));
                largest as f64 / members.max(1) as f64
            })
            .collect();
        event_jackknife(share, &left_out, events.len()).map(|interval| interval.within(0.0, 1.0))
    })
}

/// Members in the largest component, and members.
fn largest_part(snapshot: &Snapshot) -> (usize, usize) {
    let components = components(snapshot);
    (
        components.sizes.iter().copied().max().unwrap_or(0) as usize,
        snapshot.node_count(),
    )
}
