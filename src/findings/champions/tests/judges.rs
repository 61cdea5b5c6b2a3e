//! Do the shortcuts count right? Random hubs, recounted without them.
//!
//! In: hubs as drawn. The judge of the jackknife reads the hub from which the event was never recorded; the judge of the
//! contacts is the working layer itself; the judge of the ranks compares every pair.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::*;
use super::with_context;
use crate::config::TomlDay;
use crate::network::test_hub::{all, day, hub, options, snapshot, what, who};
use crate::network::{Layer, Level, NetworkOptions, NodeIndex, TemporalNetwork};
use crate::records::{EventIndex, HubRecords, Sector};

/// A random hub: ten officials of three departments, six others, events and ties as drawn.
#[derive(Debug, Clone)]
struct Drawn {
    /// Event, person.
    attendance: Vec<(u8, u8)>,
    /// Person, person, event on which it hangs (none from 6 up).
    ties: Vec<(u8, u8, u8)>,
    /// Per event: initiator, host, whether cancelled.
    events: Vec<(u8, u8, bool)>,
    /// Participation numbers with the inviter.
    invitations: Vec<(u8, u8)>,
}

const EVENTS: u8 = 6;
const PEOPLE: u8 = 16;

fn drawn() -> impl Strategy<Value = Drawn> {
    (
        proptest::collection::vec((0..EVENTS, 0..PEOPLE), 5..60),
        proptest::collection::vec((0..PEOPLE, 0..PEOPLE, 0..9u8), 0..15),
        proptest::collection::vec((0..PEOPLE, 0..PEOPLE, proptest::bool::weighted(0.2)), EVENTS as usize),
        proptest::collection::vec((0..60u8, 0..PEOPLE), 0..10),
    )
        .prop_map(|(attendance, ties, events, invitations)| Drawn {
            attendance: attendance.into_iter().collect::<BTreeSet<_>>().into_iter().collect(),
            ties,
            events,
            invitations,
        })
}

impl Drawn {
    /// The records, without one event and what hangs on it where asked.
    fn records(&self, without: Option<u8>) -> HubRecords {
        let name = |person: u8| format!("p{person:02}");
        let kept = |event: u8| Some(event) != without;
        let start = |event: u8| format!("20{}-0{}-11", 18 + event, 9 - event);
        let mut built = hub(&[
            ("M", Sector::Government),
            ("N", Sector::Government),
            ("O", Sector::Government),
            ("F", Sector::Business),
        ]);
        for person in 0..PEOPLE {
            let home = ["M", "N", "O"].get(usize::from(person) % 5).copied().unwrap_or("F");
            built = built.person(&name(person), home);
        }
        for event in (0..EVENTS).filter(|event| kept(*event)) {
            let cancelled = self.events[usize::from(event)].2;
            built = built.event_with(&format!("e{event}"), &start(event), "", |row| {
                row.status = cancelled.then(|| "cancelled".into());
            });
        }
        for (at, (event, person)) in self
            .attendance
            .iter()
            .enumerate()
            .filter(|(_, (event, _))| kept(*event))
        {
            let role = ["attendee", "host", "speaker"][at % 3];
            built = built.attends_with(&name(*person), &format!("e{event}"), "", |row| {
                row.role = Some(role.into())
            });
        }
        for (at, (one, other, event)) in self.ties.iter().enumerate().filter(|(_, (_, _, event))| kept(*event)) {
            let date = format!("2019-03-{:02}", at + 1);
            built = if *event < EVENTS {
                built.tie_from_event(&name(*one), &name(*other), &date, "2020-01-01", &format!("e{event}"))
            } else {
                built.tie(&name(*one), &name(*other), &date, "2020-01-01")
            };
        }
        let mut records = built.studied_until("2024-12-31").records();
        records.config.study.from = Some(TomlDay(day("2018-01-01")));
        for event in (0..EVENTS).filter(|event| kept(*event)) {
            let (initiator, host, _) = self.events[usize::from(event)];
            let at = what(&records, &format!("e{event}")).0 as usize;
            records.events[at].initiated_by = Some(who(&records, &name(initiator)));
            records.events[at].host = Some(who(&records, &name(host)));
        }
        for (number, inviter) in &self.invitations {
            let Some((event, person)) = self
                .attendance
                .get(usize::from(*number))
                .filter(|(event, _)| kept(*event))
            else {
                continue;
            };
            let row = (what(&records, &format!("e{event}")), who(&records, &name(*person)));
            let inviter = who(&records, &name(*inviter));
            let mut rows = records.participations.iter_mut();
            let row = rows
                .find(|p| (p.event, p.stakeholder) == row)
                .expect("the participation");
            row.invited_by = Some(inviter);
        }
        records
    }
}

/// The traces of all officials, whatever their contacts.
fn traces(records: &HubRecords) -> (Vec<Place>, Traces) {
    with_context(records, |context| {
        let field = Field::new(context).expect("a field");
        let contacts = contacts::contacts(&field, &field.everyone);
        (
            field.everyone.clone(),
            gather::gather(&field, &field.everyone, contacts),
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn leaving_an_event_out_equals_never_having_recorded_it(drawn in drawn()) {
        let records = drawn.records(None);
        let (_, whole) = traces(&records);
        let events: Vec<EventIndex> = (0..u32::from(EVENTS)).map(EventIndex).collect();
        let hung = whole.hung(&events);
        for event in 0..EVENTS {
            let (_, never) = traces(&drawn.records(Some(event)));
            let index = what(&records, &format!("e{event}"));
            for construct in Construct::ALL {
                let values = whole.measure(construct);
                let without = whole.measure_without(construct, &values, index, &hung);
                prop_assert_eq!(
                    without.unwrap_or(values),
                    never.measure(construct),
                    "{:?} without e{}", construct, event
                );
            }
        }
    }

    #[test]
    fn contacts_are_those_of_the_working_layer(drawn in drawn()) {
        let records = drawn.records(None);
        let (candidates, traces) = traces(&records);
        let persons = NetworkOptions { level: Level::Person, ..options() };
        let network = TemporalNetwork::assemble(&records, &persons);
        let working = snapshot(&network, Layer::Working, &all(&network));
        for (place, contacts) in candidates.iter().zip(&traces.contacts) {
            prop_assert_eq!(contacts.all, working.degree(NodeIndex(place.0)));
        }
    }

    #[test]
    fn ranks_follow_the_definition_and_every_range_holds_its_rank(drawn in drawn()) {
        let (_, traces) = traces(&drawn.records(None));
        let standing = Standing::of(&traces).expect("constructs");
        let votes: Vec<Vec<f64>> = traces.constructs().iter().map(|c| traces.measure(*c)).collect();
        let naive = |candidate: usize| -> f64 {
            let rank = |values: &Vec<f64>| {
                let above = values.iter().filter(|v| **v > values[candidate]).count();
                let equal = values.iter().filter(|v| (**v - values[candidate]).abs() <= 0.0).count();
                above as f64 + (equal as f64 + 1.0) / 2.0
            };
            votes.iter().map(rank).sum::<f64>() / votes.len() as f64
        };
        let events: Vec<EventIndex> = (0..u32::from(EVENTS)).map(EventIndex).collect();
        let ranges = standing::rank_ranges(&traces, &standing, &events);
        for (candidate, range) in ranges.iter().enumerate() {
            prop_assert!((standing.borda[candidate] - naive(candidate)).abs() <= 1e-12);
            let better = (0..ranges.len()).filter(|other| naive(*other) < naive(candidate) - 1e-9).count();
            prop_assert_eq!(standing.ranks[candidate], better + 1);
            prop_assert!(range.best <= standing.ranks[candidate] && standing.ranks[candidate] <= range.worst);
        }
    }
}
