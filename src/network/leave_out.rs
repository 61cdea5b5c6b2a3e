//! Which ties hang on a single event?
//!
//! In: the temporal network, a view of it and events. Out: for each event, the ties that would be gone without it.
//! Only pairs that met at one of these events are looked at: that is what makes leaving out one event after the other
//! affordable, where freezing the view anew for each would gather every pair again.

use rayon::prelude::*;

use super::projection::{Gathered, Presence};
use super::{NodeIndex, Place, TemporalNetwork, View};
use crate::records::EventIndex;

/// A tied pair, the smaller node first.
pub type Pair = (NodeIndex, NodeIndex);

impl TemporalNetwork {
    /// For each of `events`, the ties of a view among `places` (rising) that would be gone without it, in order.
    #[must_use]
    pub fn ties_lost(&self, view: &View<'_>, places: &[Place], events: &[EventIndex]) -> Vec<Vec<Pair>> {
        let gathered = Gathered::new(self, view, places);
        events.par_iter().map(|event| lost_without(&gathered, *event)).collect()
    }
}

fn lost_without(gathered: &Gathered<'_>, event: EventIndex) -> Vec<Pair> {
    let Ok(at) = gathered.events.binary_search_by_key(&event, |gathered| gathered.event) else {
        return Vec::new();
    };
    let event = &gathered.events[at];
    let present: &[Presence] = &gathered.presences[event.first as usize..event.last as usize];
    let mut lost = Vec::new();
    for (place, one) in present.iter().enumerate() {
        for other in &present[place + 1..] {
            let tied = |without| gathered.tied_without(one.node, other.node, without);
            if !tied(Some(event.event)) && tied(None) {
                lost.push((NodeIndex(one.node), NodeIndex(other.node)));
            }
        }
    }
    lost
}

#[cfg(test)]
mod tests {
    use super::super::test_hub::{all, hub, options, window};
    use super::super::{Direction, Layer, MemberScope, Without};
    use super::*;
    use crate::random::{self, Draws};
    use crate::records::HubRecords;
    use crate::time::Window;

    /// Thirty at forty events of two to fourteen, some tied by agreements, some of which are the same fact as an event.
    fn made_up() -> HubRecords {
        let mut random = random::stream(3, "leave_out", 0);
        let mut made = hub(&[]);
        let id = |n: usize| format!("s{n:02}");
        for event in 0..40 {
            let (name, day) = (format!("e{event:02}"), format!("2020-{:02}-01", 1 + event % 12));
            for _ in 0..2 + random.below(13) {
                made = made.attends(&id(random.below(30)), &name, &day);
            }
        }
        for _ in 0..25 {
            made = made.tie(&id(random.below(30)), &id(random.below(30)), "2019-05-01", "2020-06-30");
        }
        let mut records = made.records();
        for (place, tie) in records
            .partnerships
            .iter_mut()
            .enumerate()
            .filter(|(place, _)| place % 2 == 0)
        {
            tie.attributed_to = Some(EventIndex((place % 40) as u32));
        }
        records
    }

    /// Every tie that a frozen view loses when it is frozen anew without the event.
    fn judged(network: &TemporalNetwork, view: &View<'_>, event: EventIndex) -> Vec<Pair> {
        let without = Without {
            events: view.without.events.iter().copied().chain([event]).collect(),
            ..view.without.clone()
        };
        let left = network.snapshot(&View {
            without: &without,
            ..*view
        });
        let whole = network.snapshot(view);
        assert_eq!(left.places(), whole.places());
        let gone = |(one, other): &Pair| left.ties().get(one.at(), other.0).is_none();
        whole.pairs().map(|(one, other, _)| (one, other)).filter(gone).collect()
    }

    #[test]
    fn the_ties_lost_are_those_that_freezing_without_the_event_loses() {
        let records = made_up();
        let network = TemporalNetwork::assemble(&records, &options());
        let windows: [Window; 2] = [all(&network), window("2020-01-01", "2020-08-01")];
        let events: Vec<EventIndex> = (0..records.events.len() as u32).map(EventIndex).collect();
        let mut found_any = 0;
        for window in &windows {
            for layer in [Layer::Working, Layer::Combined] {
                for removed in [vec![], vec![EventIndex(5)]] {
                    let without = Without {
                        events: removed.into_iter().collect(),
                        ..Without::default()
                    };
                    let view = View {
                        layer,
                        window,
                        members: MemberScope::Core,
                        direction: Direction::Undirected,
                        without: &without,
                    };
                    let places = network.snapshot(&view).places().to_vec();
                    let found = network.ties_lost(&view, &places, &events);
                    for (event, lost) in events.iter().zip(&found) {
                        assert_eq!(*lost, judged(&network, &view, *event), "{event:?} {layer}");
                        found_any += lost.len();
                    }
                }
            }
        }
        assert!(found_any > 100, "{found_any}");
    }
}
