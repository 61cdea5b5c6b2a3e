//! Which ties hang on an event, on a partnership, or on several of them together?
//!
//! In: the temporal network, a view of it and what is left out. Out: for each, the ties that would be gone without it.
//! Only pairs that met at one of these events, or hold one of these partnerships, are looked at: that is what makes
//! leaving out one after the other affordable, where freezing the view anew for each would gather every pair again.

use rayon::prelude::*;

use super::projection::{Gathered, Presence};
use super::{NodeIndex, Place, TemporalNetwork, View, Without};
use crate::records::EventIndex;

/// A tied pair, the smaller node first.
pub type Pair = (NodeIndex, NodeIndex);

impl TemporalNetwork {
    /// For each of `events`, the ties of a view among `places` (rising) that would be gone without it, in order.
    #[must_use]
    pub fn ties_lost(&self, view: &View<'_>, places: &[Place], events: &[EventIndex]) -> Vec<Vec<Pair>> {
        let one = |event: &EventIndex| Without {
            events: [*event].into(),
            ..Without::default()
        };
        let losses: Vec<Without> = events.iter().map(one).collect();
        self.ties_lost_to(view, places, &losses)
    }

    /// For each of `losses`, the ties of a view among `places` (rising) that would be gone without all its events and
    /// partnerships together, in order. That its places would be gone too is not looked at.
    #[must_use]
    pub fn ties_lost_to(&self, view: &View<'_>, places: &[Place], losses: &[Without]) -> Vec<Vec<Pair>> {
        let gathered = Gathered::new(self, view, places);
        let mut held: Vec<(u32, (u32, u32))> = gathered
            .partnerships
            .iter()
            .map(|tie| (tie.partnership, (tie.low, tie.high)))
            .collect();
        held.sort_unstable();
        losses.par_iter().map(|loss| lost_to(&gathered, &held, loss)).collect()
    }
}

/// `held`: the pair of each partnership of the view, in the order of the partnerships.
fn lost_to(gathered: &Gathered<'_>, held: &[(u32, (u32, u32))], loss: &Without) -> Vec<Pair> {
    let of_partnership = |partnership: &u32| {
        let at = held.binary_search_by_key(partnership, |(held, _)| *held).ok()?;
        Some(held[at].1)
    };
    let mut pairs: Vec<(u32, u32)> = loss.partnerships.iter().filter_map(of_partnership).collect();
    for event in &loss.events {
        let Ok(at) = gathered.events.binary_search_by_key(event, |gathered| gathered.event) else {
            continue;
        };
        let event = &gathered.events[at];
        let present: &[Presence] = &gathered.presences[event.first as usize..event.last as usize];
        for (place, one) in present.iter().enumerate() {
            pairs.extend(present[place + 1..].iter().map(|other| (one.node, other.node)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let whole = Without::default();
    pairs.retain(|(low, high)| !gathered.tied_without(*low, *high, loss) && gathered.tied_without(*low, *high, &whole));
    pairs
        .into_iter()
        .map(|(low, high)| (NodeIndex(low), NodeIndex(high)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::test_hub::{all, hub, options, window};
    use super::super::{Direction, Layer, MemberScope};
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

    #[test]
    fn what_several_events_and_partnerships_hold_together_is_what_freezing_without_them_loses() {
        let records = made_up();
        let network = TemporalNetwork::assemble(&records, &options());
        let mut random = random::stream(3, "leave_out_several", 0);
        let mut losses = Vec::new();
        for _ in 0..60 {
            let events = (0..random.below(8))
                .map(|_| EventIndex(random.below(40) as u32))
                .collect();
            let partnerships = (0..random.below(8)).map(|_| random.below(25) as u32).collect();
            losses.push(Without {
                events,
                partnerships,
                ..Without::default()
            });
        }
        let window = all(&network);
        let mut found_any = 0;
        for layer in [Layer::Working, Layer::Combined, Layer::Partnerships] {
            let view = |without| View {
                layer,
                window: &window,
                members: MemberScope::Core,
                direction: Direction::Undirected,
                without,
            };
            let none = Without::default();
            let whole = network.snapshot(&view(&none));
            let found = network.ties_lost_to(&view(&none), whole.places(), &losses);
            for (loss, found) in losses.iter().zip(&found) {
                let left = network.snapshot(&view(loss));
                let gone = |(one, other): &Pair| left.ties().get(one.at(), other.0).is_none();
                let judged: Vec<Pair> = whole.pairs().map(|(a, b, _)| (a, b)).filter(gone).collect();
                assert_eq!(*found, judged, "{loss:?} {layer}");
                found_any += found.len();
            }
        }
        assert!(found_any > 300, "{found_any}");
    }
}
