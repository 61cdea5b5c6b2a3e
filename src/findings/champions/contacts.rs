//! Whom does a candidate know through its work, and which of these ties lead out of its own house?
//!
//! In: the field. Out: for each candidate its contacts in the working layer (partnerships, and pairs that shared two
//! events or one small one) and how many would be gone without one event. Counting pairs once, rather than freezing
//! the layer once for each event left out, is what makes the jackknife affordable.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::network::Place;
use crate::network::tie_strength::SMALL_EVENT;
use crate::records::EventIndex;

use super::field::Field;

/// One candidate's contacts.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Contacts {
    /// Distinct contacts.
    pub all: usize,
    /// Those that lead out of government or to another department.
    pub leading_out: usize,
    /// How many of the latter would be gone without an event, where any.
    pub lost_without: BTreeMap<EventIndex, usize>,
    /// The events and partnerships that make the latter, as record ids.
    pub records: BTreeSet<Arc<str>>,
}

impl Contacts {
    /// Contacts that lead out, with one event and all that hangs on it left out.
    pub fn leading_out_without(&self, event: Option<EventIndex>) -> usize {
        let lost = event.and_then(|event| self.lost_without.get(&event));
        self.leading_out - lost.copied().unwrap_or(0)
    }
}

/// The contacts of each of `places`, in their order.
pub(super) fn contacts(field: &Field<'_>, places: &[Place]) -> Vec<Contacts> {
    let ties = Ties::new(field);
    places
        .par_iter()
        .map_init(
            || vec![Meeting::default(); ties.of.len()],
            |meetings, place| ties.contacts_of(field, *place, meetings),
        )
        .collect()
}

/// Whether any of `places` knows enough people to be a candidate, some of them outside its own house.
pub(super) fn any_leads_out(field: &Field<'_>, places: &[Place]) -> bool {
    let ties = Ties::new(field);
    let mut meetings = vec![Meeting::default(); ties.of.len()];
    places.iter().any(|place| {
        let contacts = ties.contacts_of(field, *place, &mut meetings);
        contacts.all >= super::LEAST_CONTACTS && contacts.leading_out > 0
    })
}

/// What ties two places.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Meeting {
    /// Partnerships that hang on no event.
    lasting: u32,
    /// Partnerships that hang on an event.
    arranged: u32,
    /// Shared events.
    shared: u32,
    /// Shared small events.
    small: u32,
}

impl Meeting {
    /// The rule of the working layer.
    const fn is_contact(self) -> bool {
        self.lasting + self.arranged > 0 || self.small > 0 || self.shared > 1
    }
}

/// Who is tied to whom, by place, and who took part in what.
struct Ties {
    /// By place: the other side, the partnership, and the event on which it hangs.
    of: Vec<Vec<(Place, u32, Option<EventIndex>)>>,
    /// By place: its events, rising.
    events_of: Vec<Vec<EventIndex>>,
    /// By event: its participants, rising.
    participants: Vec<Vec<Place>>,
}

impl Ties {
    fn new(field: &Field<'_>) -> Self {
        let places = field.network.roster().len();
        let mut ties = Self {
            of: vec![Vec::new(); places],
            events_of: vec![Vec::new(); places],
            participants: vec![Vec::new(); field.records.events.len()],
        };
        for tie in field.network.live_partnerships(&field.window) {
            if tie.source != tie.target {
                ties.of[tie.source.at()].push((tie.target, tie.partnership, tie.attributed_to));
                ties.of[tie.target.at()].push((tie.source, tie.partnership, tie.attributed_to));
            }
        }
        for attendance in field.network.attendance_in(&field.window) {
            ties.participants[attendance.event.0 as usize].push(attendance.place);
        }
        for (event, participants) in (0u32..).map(EventIndex).zip(&mut ties.participants) {
            participants.sort_unstable();
            participants.dedup();
            for place in participants {
                ties.events_of[place.at()].push(event);
            }
        }
        ties
    }

    /// `meetings` is scratch paper: empty before and after.
    fn contacts_of(&self, field: &Field<'_>, place: Place, meetings: &mut [Meeting]) -> Contacts {
        let mut met: Vec<Place> = Vec::new();
        for (other, _, event) in &self.of[place.at()] {
            met.push(*other);
            let meeting = &mut meetings[other.at()];
            match event {
                Some(_) => meeting.arranged += 1,
                None => meeting.lasting += 1,
            }
        }
        for event in &self.events_of[place.at()] {
            for other in self.others(*event, place) {
                let meeting = &mut meetings[other.at()];
                if *meeting == Meeting::default() {
                    met.push(other);
                }
                meeting.shared += 1;
                meeting.small += u32::from(self.is_small(*event));
            }
        }
        met.sort_unstable();
        met.dedup();
        let is_contact = |other: &&Place| meetings[other.at()].is_contact();
        let leading_out: Vec<Place> = met
            .iter()
            .filter(is_contact)
            .copied()
            .filter(|other| field.leads_out(place, *other))
            .collect();
        let contacts = Contacts {
            all: met.iter().filter(is_contact).count(),
            leading_out: leading_out.len(),
            lost_without: self.lost_without(place, &leading_out, meetings),
            records: self.records(field, place, &leading_out, meetings),
        };
        for other in met {
            meetings[other.at()] = Meeting::default();
        }
        contacts
    }

    /// For each event, how many of `contacts` it alone upholds.
    fn lost_without(&self, place: Place, contacts: &[Place], meetings: &[Meeting]) -> BTreeMap<EventIndex, usize> {
        // Without one event a pair that shares three still shares two.
        let may_hang = |other: Place| {
            let meeting = meetings[other.at()];
            meeting.lasting == 0 && meeting.shared <= 2 && contacts.binary_search(&other).is_ok()
        };
        let arranged = self.of[place.at()]
            .iter()
            .filter_map(|(other, _, event)| Some(((*event)?, *other)));
        let shared = self.events_of[place.at()]
            .iter()
            .flat_map(|event| self.others(*event, place).map(|other| (*event, other)));
        let mut threads: Vec<(EventIndex, Place)> =
            arranged.chain(shared).filter(|(_, other)| may_hang(*other)).collect();
        threads.sort_unstable();
        threads.dedup();
        let mut lost = BTreeMap::new();
        for (event, other) in threads {
            if !self.without(place, other, event, meetings[other.at()]).is_contact() {
                *lost.entry(event).or_default() += 1;
            }
        }
        lost
    }

    fn without(&self, place: Place, other: Place, event: EventIndex, meeting: Meeting) -> Meeting {
        let ties = self.of[place.at()].iter();
        let hung = ties.filter(|(to, _, on)| *to == other && *on == Some(event)).count();
        let participants = &self.participants[event.0 as usize];
        let shared = u32::from([place, other].iter().all(|one| participants.binary_search(one).is_ok()));
        Meeting {
            arranged: meeting.arranged - hung as u32,
            shared: meeting.shared - shared,
            small: meeting.small - if self.is_small(event) { shared } else { 0 },
            ..meeting
        }
    }

    /// The partnerships with `contacts`, and the events that make or strengthen a tie with one.
    fn records(&self, field: &Field<'_>, place: Place, contacts: &[Place], meetings: &[Meeting]) -> BTreeSet<Arc<str>> {
        let partnerships = self.of[place.at()]
            .iter()
            .filter(|(other, _, _)| contacts.binary_search(other).is_ok())
            .map(|(_, partnership, _)| field.records.partnerships[*partnership as usize].id.0.clone());
        let makes_tie = |event: EventIndex, other: &Place| {
            (self.is_small(event) || meetings[other.at()].shared > 1) && contacts.binary_search(other).is_ok()
        };
        let events = self.events_of[place.at()]
            .iter()
            .filter(|event| self.others(**event, place).any(|other| makes_tie(**event, &other)))
            .map(|event| field.records.event(*event).id.0.clone());
        partnerships.chain(events).collect()
    }

    fn others(&self, event: EventIndex, place: Place) -> impl Iterator<Item = Place> + '_ {
        let participants = &self.participants[event.0 as usize];
        participants.iter().copied().filter(move |other| *other != place)
    }

    fn is_small(&self, event: EventIndex) -> bool {
        self.participants[event.0 as usize].len() <= SMALL_EVENT
    }
}
