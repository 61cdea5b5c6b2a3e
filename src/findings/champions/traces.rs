//! How much did each candidate do? The measure of each construct, with or without one event.
//!
//! In: what was gathered from the records. Out: per construct one value per candidate, and the records behind it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::findings::Lacking;
use crate::records::EventIndex;
use crate::time::Day;

use super::Construct;
use super::contacts::Contacts;

/// One thing a candidate did.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Act {
    /// When, where recorded.
    pub day: Option<Day>,
    /// The event on which it hangs.
    pub event: Option<EventIndex>,
    /// The record or event behind it.
    pub record: Arc<str>,
}

/// By construct and event, whose measure may change without it: candidates by number, newcomers for bringing in.
pub(super) type Hung = BTreeMap<(Construct, EventIndex), BTreeSet<usize>>;

/// By candidate, what it did, oldest first.
pub(super) type Acts = Vec<BTreeSet<Act>>;

/// Someone came to an event, and who is credited with it (candidates by number).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Coming {
    pub day: Day,
    pub event: EventIndex,
    pub record: Arc<str>,
    pub credited: BTreeSet<usize>,
}

/// What all candidates did; lists by candidate are in the candidates' order.
pub(super) struct Traces {
    /// Events and partnerships they started.
    pub initiated: Acts,
    /// For each newcomer its earliest comings, by day: enough to know the first without any one event.
    pub comings: Vec<Vec<Coming>>,
    /// Whom they know through work.
    pub contacts: Vec<Contacts>,
    /// Events they carried.
    pub hosted: Acts,
    /// How many took up a practice after them, and the adoptions of theirs that were followed.
    pub followed: Vec<(usize, BTreeSet<Arc<str>>)>,
    /// Days on which they were there.
    pub seen: Acts,
    /// Cancelled or failed events they had to do with.
    pub setbacks: Acts,
    /// Who named them.
    pub named_by: Vec<BTreeSet<Arc<str>>>,
    /// The first day of each twelve months of the study after the first.
    pub anniversaries: Vec<Day>,
    /// Constructs that the records cannot show, each with what is missing.
    pub missing: Vec<(Construct, Lacking)>,
}

impl Traces {
    /// Constructs that the records can show.
    pub fn constructs(&self) -> Vec<Construct> {
        let is_missing = |construct: &Construct| self.missing.iter().any(|(missing, _)| missing == construct);
        Construct::ALL.into_iter().filter(|c| !is_missing(c)).collect()
    }

    /// A construct's measure, one value per candidate.
    pub fn measure(&self, construct: Construct) -> Vec<f64> {
        match construct {
            Construct::BringingIn => self.newcomers(),
            _ => (0..self.contacts.len())
                .map(|candidate| self.value(construct, candidate, None))
                .collect(),
        }
    }

    /// The same with one event and all that hangs on it left out, where that changes it; `whole` is the measure with
    /// every event.
    pub fn measure_without(
        &self,
        construct: Construct,
        whole: &[f64],
        event: EventIndex,
        hung: &Hung,
    ) -> Option<Vec<f64>> {
        let touched = hung.get(&(construct, event))?;
        let mut values = whole.to_vec();
        for &number in touched {
            if construct == Construct::BringingIn {
                let comings = &self.comings[number];
                credited(comings, None).into_iter().for_each(|one| values[one] -= 1.0);
                credited(comings, Some(event))
                    .into_iter()
                    .for_each(|one| values[one] += 1.0);
            } else {
                values[number] = self.value(construct, number, Some(event));
            }
        }
        Some(values)
    }

    /// What some events touch: whose measures may change without them.
    pub fn hung(&self, events: &[EventIndex]) -> Hung {
        let mut hung = Hung::new();
        let mut touch = |construct, event: Option<EventIndex>, number| {
            if let Some(event) = event.filter(|event| events.binary_search(event).is_ok()) {
                hung.entry((construct, event)).or_default().insert(number);
            }
        };
        for (number, comings) in self.comings.iter().enumerate() {
            comings
                .iter()
                .for_each(|coming| touch(Construct::BringingIn, Some(coming.event), number));
        }
        for (number, contacts) in self.contacts.iter().enumerate() {
            let events = contacts.lost_without.keys();
            events.for_each(|event| touch(Construct::Bridging, Some(*event), number));
        }
        for (construct, acts) in [
            (Construct::Initiating, &self.initiated),
            (Construct::HostingSpeaking, &self.hosted),
            (Construct::Persisting, &self.seen),
            (Construct::Persisting, &self.setbacks),
        ] {
            for (number, acts) in acts.iter().enumerate() {
                acts.iter().for_each(|act| touch(construct, act.event, number));
            }
        }
        hung
    }

    /// One candidate's measure of a construct other than bringing in, with one event left out.
    fn value(&self, construct: Construct, candidate: usize, without: Option<EventIndex>) -> f64 {
        let count = |acts: &Acts| standing(&acts[candidate], without).count();
        let count = match construct {
            Construct::Initiating => count(&self.initiated),
            Construct::Bridging => self.contacts[candidate].leading_out_without(without),
            Construct::HostingSpeaking => count(&self.hosted),
            Construct::EarlyAdopting => self.followed[candidate].0,
            Construct::Persisting => self.persistence(candidate, without),
            Construct::Nominated => self.named_by[candidate].len(),
            Construct::BringingIn => 0, // by newcomer, not by candidate: see `newcomers`
        };
        count as f64
    }

    /// The records behind a construct, by candidate.
    pub fn records(&self, construct: Construct) -> Vec<BTreeSet<Arc<str>>> {
        match construct {
            Construct::Initiating => records(&self.initiated),
            Construct::BringingIn => self.coming_records(),
            Construct::Bridging => self.contacts.iter().map(|c| c.records.clone()).collect(),
            Construct::HostingSpeaking => records(&self.hosted),
            Construct::EarlyAdopting => self.followed.iter().map(|(_, adoptions)| adoptions.clone()).collect(),
            Construct::Persisting => records(&self.seen),
            Construct::Nominated => self.named_by.clone(),
        }
    }

    /// The last day on which each candidate was there.
    pub fn last_seen(&self) -> Vec<Option<Day>> {
        self.seen
            .iter()
            .map(|acts| acts.last().and_then(|act| act.day))
            .collect()
    }

    fn newcomers(&self) -> Vec<f64> {
        let mut counts = vec![0.0; self.contacts.len()];
        for candidate in self.comings.iter().flat_map(|comings| credited(comings, None)) {
            counts[candidate] += 1.0;
        }
        counts
    }

    fn coming_records(&self) -> Vec<BTreeSet<Arc<str>>> {
        let mut records = vec![BTreeSet::new(); self.contacts.len()];
        for coming in self.comings.iter().flat_map(|comings| first_comings(comings, None)) {
            for candidate in &coming.credited {
                records[*candidate].insert(coming.record.clone());
            }
        }
        records
    }

    /// Separate years of the study in which a candidate was there, and one more for each setback after which it was
    /// there again.
    fn persistence(&self, candidate: usize, without: Option<EventIndex>) -> usize {
        let (seen, setbacks) = (&self.seen[candidate], &self.setbacks[candidate]);
        let year = |day: Day| self.anniversaries.partition_point(|start| *start <= day);
        // acts stand in the order of their days
        let mut years: Vec<usize> = standing(seen, without).filter_map(|act| Some(year(act.day?))).collect();
        years.dedup();
        let back_after =
            |setback: &&Act| standing(seen, without).any(|act| act.day > setback.day && act.event != setback.event);
        years.len() + standing(setbacks, without).filter(back_after).count()
    }
}

/// The acts that do not hang on the event left out.
fn standing(acts: &BTreeSet<Act>, without: Option<EventIndex>) -> impl Iterator<Item = &Act> {
    acts.iter().filter(move |act| without.is_none() || act.event != without)
}

fn records(acts: &Acts) -> Vec<BTreeSet<Arc<str>>> {
    acts.iter()
        .map(|acts| acts.iter().map(|act| act.record.clone()).collect())
        .collect()
}

/// The comings on the first day, with one event left out.
fn first_comings(comings: &[Coming], without: Option<EventIndex>) -> impl Iterator<Item = &Coming> {
    let counts = move |coming: &&Coming| Some(coming.event) != without;
    let first = comings.iter().find(counts).map(|coming| coming.day);
    comings
        .iter()
        .filter(counts)
        .filter(move |coming| Some(coming.day) == first)
}

/// Who is credited with a newcomer, with one event left out.
fn credited(comings: &[Coming], without: Option<EventIndex>) -> BTreeSet<usize> {
    first_comings(comings, without)
        .flat_map(|coming| coming.credited.iter().copied())
        .collect()
}
