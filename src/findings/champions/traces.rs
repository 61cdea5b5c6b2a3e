//! How much did each candidate do? The measure of each construct, with or without one event.
//!
//! In: what was gathered from the records. Out: per construct one value per candidate, and the records behind it.

use std::collections::BTreeSet;
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

    /// A construct's measure, one value per candidate, with one event and all that hangs on it left out.
    pub fn measure(&self, construct: Construct, without: Option<EventIndex>) -> Vec<f64> {
        let counts: Vec<usize> = match construct {
            Construct::Initiating => count(&self.initiated, without),
            Construct::BringingIn => self.newcomers(without),
            Construct::Bridging => self.contacts.iter().map(|c| c.leading_out_without(without)).collect(),
            Construct::HostingSpeaking => count(&self.hosted, without),
            Construct::EarlyAdopting => self.followed.iter().map(|(count, _)| *count).collect(),
            Construct::Persisting => self.persistence(without),
            Construct::Nominated => self.named_by.iter().map(BTreeSet::len).collect(),
        };
        counts.into_iter().map(|count| count as f64).collect()
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

    fn newcomers(&self, without: Option<EventIndex>) -> Vec<usize> {
        let mut counts = vec![0; self.contacts.len()];
        for comings in &self.comings {
            let credited: BTreeSet<usize> = first_comings(comings, without)
                .flat_map(|coming| coming.credited.iter().copied())
                .collect();
            for candidate in credited {
                counts[candidate] += 1;
            }
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
    fn persistence(&self, without: Option<EventIndex>) -> Vec<usize> {
        let year = |day: Day| self.anniversaries.partition_point(|start| *start <= day);
        let one = |(seen, setbacks): (&BTreeSet<Act>, &BTreeSet<Act>)| {
            let years: BTreeSet<usize> = standing(seen, without).filter_map(|act| Some(year(act.day?))).collect();
            let back_after =
                |setback: &&Act| standing(seen, without).any(|act| act.day > setback.day && act.event != setback.event);
            years.len() + standing(setbacks, without).filter(back_after).count()
        };
        self.seen.iter().zip(&self.setbacks).map(one).collect()
    }
}

/// The acts that do not hang on the event left out.
fn standing(acts: &BTreeSet<Act>, without: Option<EventIndex>) -> impl Iterator<Item = &Act> {
    acts.iter().filter(move |act| without.is_none() || act.event != without)
}

fn count(acts: &Acts, without: Option<EventIndex>) -> Vec<usize> {
    acts.iter().map(|acts| standing(acts, without).count()).collect()
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
