//! What did each candidate do? Reads the traces of the seven constructs out of the records.
//!
//! In: the field, its candidates and their contacts. Out: [`Traces`]. What was to begin after `as_of` is a plan and
//! left out; a cancelled event brought nobody in and was hosted by nobody.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::findings::Lacking;
use crate::network::Place;
use crate::network::temporal::DatedAttendance;
use crate::records::{Adoption, Event, EventIndex, Participation, Partnership, StakeholderIndex, TableName};
use crate::time::{Day, Period};

use super::contacts::Contacts;
use super::field::Field;
use super::traces::{Act, Acts, Coming, Traces};
use super::{CandidateKind, Construct};

/// Roles that carry an event.
const CARRYING_ROLES: [&str; 5] = ["host", "facilitator", "speaker", "mentor", "juror"];

/// Gathers what the candidates did; `contacts` are theirs, in their order.
pub(super) fn gather(field: &Field<'_>, candidates: &[Place], contacts: Vec<Contacts>) -> Traces {
    let gathering = Gathering::new(field, candidates);
    let anniversaries = anniversaries(field);
    Traces {
        initiated: gathering.initiated(),
        comings: gathering.comings(),
        hosted: gathering.hosted(),
        followed: gathering.followed(),
        seen: gathering.seen(),
        setbacks: gathering.setbacks(),
        named_by: gathering.named_by(),
        missing: gathering.missing(&anniversaries),
        anniversaries,
        contacts,
    }
}

struct Gathering<'a> {
    field: &'a Field<'a>,
    /// The candidates' numbers.
    number: BTreeMap<Place, usize>,
    /// By event, who hosted it: as recorded of the event, or by role.
    hosts: BTreeMap<EventIndex, BTreeSet<usize>>,
}

impl<'a> Gathering<'a> {
    fn new(field: &'a Field<'a>, candidates: &[Place]) -> Self {
        let mut gathering = Self {
            field,
            number: candidates.iter().copied().zip(0..).collect(),
            hosts: BTreeMap::new(),
        };
        gathering.hosts = gathering.carriers(&["host"]);
        gathering
    }

    /// By event, its host and those who had one of these roles in it.
    fn carriers(&self, roles: &[&str]) -> BTreeMap<EventIndex, BTreeSet<usize>> {
        let hosts = self.field.begun_events().filter(|(_, row)| !is_cancelled(row));
        let hosts = hosts.filter_map(|(event, row)| Some((event, self.candidate(row.host)?)));
        let has_role = |row: &Participation| row.role.as_deref().is_some_and(|role| roles.contains(&role));
        let in_role = self.attendance().filter(|a| has_role(self.row(a)));
        let in_role = in_role.filter_map(|a| Some((a.event, *self.number.get(&a.place)?)));
        let mut carriers = BTreeMap::<_, BTreeSet<usize>>::new();
        for (event, candidate) in hosts.chain(in_role) {
            carriers.entry(event).or_default().insert(candidate);
        }
        carriers
    }

    fn initiated(&self) -> Acts {
        let events = self.field.begun_events();
        let events = events.filter_map(|(event, row)| Some((self.candidate(row.initiated_by)?, self.event_act(event))));
        let partnerships = self.partnerships();
        let partnerships = partnerships.filter_map(|(row, act)| Some((self.candidate(row.initiated_by)?, act)));
        self.by_candidate(events.chain(partnerships))
    }

    fn hosted(&self) -> Acts {
        let carried = self.carriers(&CARRYING_ROLES).into_iter();
        self.by_candidate(carried.flat_map(|(event, candidates)| {
            let act = self.event_act(event);
            candidates.into_iter().map(move |candidate| (candidate, act.clone()))
        }))
    }

    /// Taking part, carrying and starting events, and beginning partnerships; what is undated cannot tell persistence.
    fn seen(&self) -> Acts {
        let attended = self
            .attendance()
            .filter_map(|a| Some((*self.number.get(&a.place)?, self.attendance_act(a))));
        let started = self.field.begun_events().filter(|(_, row)| !is_cancelled(row));
        let started = started.flat_map(|(event, row)| {
            let acted = [row.host, row.initiated_by].map(|who| self.candidate(who));
            let act = self.event_act(event);
            acted
                .into_iter()
                .flatten()
                .map(move |candidate| (candidate, act.clone()))
        });
        let partnered = self.partnerships().flat_map(|(row, act)| {
            let sides = [Some(row.source), Some(row.target), row.initiated_by].map(|who| self.candidate(who));
            sides
                .into_iter()
                .flatten()
                .map(move |candidate| (candidate, act.clone()))
        });
        self.by_candidate(
            attended
                .chain(started)
                .chain(partnered)
                .filter(|(_, act)| act.day.is_some()),
        )
    }

    fn setbacks(&self) -> Acts {
        let failed: BTreeMap<EventIndex, &Event> = self
            .field
            .begun_events()
            .filter(|(_, row)| is_cancelled(row) || row.status.as_deref() == Some("failed"))
            .collect();
        let attended = self.field.network.attendance_in(&self.field.window);
        let attended = attended.filter(|a| failed.contains_key(&a.event));
        let attended = attended.filter_map(|a| Some((*self.number.get(&a.place)?, a.event)));
        let started = failed.iter().flat_map(|(event, row)| {
            let acted = [row.host, row.initiated_by].map(|who| self.candidate(who));
            acted.into_iter().flatten().map(|candidate| (candidate, *event))
        });
        let acts = attended
            .chain(started)
            .map(|(candidate, event)| (candidate, self.event_act(event)));
        self.by_candidate(acts.filter(|(_, act)| act.day.is_some()))
    }

    /// For each newcomer the comings of its first days: up to the day on which it came to a second event.
    fn comings(&self) -> Vec<Vec<Coming>> {
        let coming = |attendance: &DatedAttendance, day: Day| {
            let mut credited = self.hosts.get(&attendance.event).cloned().unwrap_or_default();
            credited.extend(self.candidate(self.row(attendance).invited_by));
            if let Some(itself) = self.number.get(&attendance.place) {
                credited.remove(itself);
            }
            Coming {
                day,
                event: attendance.event,
                record: self.event_id(attendance.event),
                credited,
            }
        };
        let of_place = |place: Place| -> Vec<Coming> {
            let mut came: Vec<(Day, &DatedAttendance)> = self
                .field
                .network
                .attendance_of(place)
                .filter(|row| row.falls_into(&self.field.window) && self.took_place(row))
                .filter_map(|row| Some((row.period?.start(), row)))
                .collect();
            let first = came.first().map(|(_, row)| row.event);
            let second = came.iter().find(|(_, row)| Some(row.event) != first);
            let last = second.or(came.last()).map(|(day, _)| *day);
            came.retain(|(day, _)| Some(*day) <= last);
            let comings: BTreeSet<Coming> = came.into_iter().map(|(day, row)| coming(row, day)).collect();
            comings.into_iter().collect()
        };
        let comings = self.field.network.roster().places().map(of_place);
        comings.filter(|comings| !comings.is_empty()).collect()
    }

    /// How many units took up a practice after the candidate did: a person by being named as its champion there, a
    /// unit or organisation by itself.
    fn followed(&self) -> Vec<(usize, BTreeSet<Arc<str>>)> {
        let mut by_practice = BTreeMap::<&str, Vec<&Adoption>>::new();
        let as_of = self.field.as_of();
        for row in self.field.records.adoptions.iter() {
            if as_of.is_none_or(|as_of| row.date.first <= as_of) {
                by_practice.entry(&row.practice).or_default().push(row);
            }
        }
        let mut followed = vec![(0, BTreeSet::new()); self.number.len()];
        for adoptions in by_practice.values() {
            let mut first_of = BTreeMap::<Place, Day>::new();
            for row in adoptions {
                let begun = first_of.entry(self.field.place_of(row.unit)).or_insert(row.date.first);
                *begun = row.date.first.min(*begun);
            }
            let mut days: Vec<Day> = first_of.values().copied().collect();
            days.sort_unstable();
            for (candidate, own) in self.credited_adoptions(adoptions) {
                let Some(first) = own.iter().map(|row| row.date.first).min() else {
                    continue;
                };
                let later = |unit: &&Place| first_of.get(unit).is_some_and(|begun| *begun > first);
                let units: BTreeSet<Place> = own.iter().map(|row| self.field.place_of(row.unit)).collect();
                let followers =
                    days.len() - days.partition_point(|day| *day <= first) - units.iter().filter(later).count();
                followed[candidate].0 += followers;
                if followers > 0 {
                    let acts = own.iter().filter(|row| row.date.first == first);
                    followed[candidate].1.extend(acts.map(|row| row.id.0.clone()));
                }
            }
        }
        followed
    }

    fn credited_adoptions(&self, adoptions: &[&'a Adoption]) -> BTreeMap<usize, Vec<&'a Adoption>> {
        let mut credited = BTreeMap::<usize, Vec<&Adoption>>::new();
        for row in adoptions {
            let unit = Some(row.unit).filter(|_| self.field.kind != CandidateKind::Persons);
            let named: BTreeSet<usize> = [unit, row.champion]
                .map(|who| self.candidate(who))
                .into_iter()
                .flatten()
                .collect();
            for candidate in named {
                credited.entry(candidate).or_default().push(row);
            }
        }
        credited
    }

    fn named_by(&self) -> Vec<BTreeSet<Arc<str>>> {
        let mut named_by = vec![BTreeSet::new(); self.number.len()];
        let as_of = self.field.as_of();
        for row in &self.field.records.nominations {
            let begun = row
                .date
                .is_none_or(|date| as_of.is_none_or(|as_of| date.first <= as_of));
            let other = self.field.place_of(row.source) != self.field.place_of(row.target);
            if let Some(candidate) = self.candidate(Some(row.target)).filter(|_| begun && other) {
                named_by[candidate].insert(self.field.records.stakeholder(row.source).id.0.clone());
            }
        }
        named_by
    }

    fn missing(&self, anniversaries: &[Day]) -> Vec<(Construct, Lacking)> {
        let records = self.field.records;
        let column = |table, column| Some(Lacking::Column { table, column });
        let hosts = records.events.iter().any(|row| row.host.is_some());
        let roles = records.participations.iter().any(|row| row.role.is_some());
        let initiators = records.events.iter().any(|row| row.initiated_by.is_some())
            || records.partnerships.iter().any(|row| row.initiated_by.is_some());
        let invitations = records.participations.iter().any(|row| row.invited_by.is_some());
        let persons = self.field.kind == CandidateKind::Persons;
        let champions = records.adoptions.iter().any(|row| row.champion.is_some());
        let lacking = |construct| match construct {
            Construct::Initiating if !initiators => column(TableName::Events, Some("initiated_by")),
            Construct::BringingIn if !invitations && !hosts && !roles => {
                column(TableName::Participations, Some("invited_by"))
            }
            Construct::Bridging if records.stakeholders.iter().all(|row| row.sector.is_none()) => {
                column(TableName::Stakeholders, Some("sector"))
            }
            Construct::HostingSpeaking if !hosts && !roles => column(TableName::Participations, Some("role")),
            Construct::EarlyAdopting if records.adoptions.is_empty() => column(TableName::Adoptions, None),
            Construct::EarlyAdopting if persons && !champions => column(TableName::Adoptions, Some("champion")),
            Construct::Persisting if anniversaries.is_empty() => Some(Lacking::Span("lacking-span-persisting")),
            Construct::Nominated if records.nominations.is_empty() => column(TableName::Nominations, None),
            _ => None,
        };
        Construct::ALL
            .into_iter()
            .filter_map(|construct| Some((construct, lacking(construct)?)))
            .collect()
    }

    fn candidate(&self, who: Option<StakeholderIndex>) -> Option<usize> {
        self.number.get(&self.field.place_of(who?)).copied()
    }

    /// Who took part in what was not cancelled.
    fn attendance(&self) -> impl Iterator<Item = &'a DatedAttendance> + '_ {
        let all = self.field.network.attendance_in(&self.field.window);
        all.filter(|attendance| self.took_place(attendance))
    }

    fn took_place(&self, attendance: &DatedAttendance) -> bool {
        !is_cancelled(self.field.records.event(attendance.event))
    }

    fn row(&self, attendance: &DatedAttendance) -> &'a Participation {
        &self.field.records.participations[attendance.participation as usize]
    }

    /// Every partnership that was to begin by `as_of`, as an act.
    fn partnerships(&self) -> impl Iterator<Item = (&'a Partnership, Act)> {
        let as_of = self.field.as_of();
        self.field.records.partnerships.iter().filter_map(move |row| {
            let day = row.start.map(|start| start.first);
            let planned = matches!((day, as_of), (Some(day), Some(as_of)) if day > as_of);
            let act = Act {
                day,
                event: row.attributed_to,
                record: row.id.0.clone(),
            };
            (!planned).then_some((row, act))
        })
    }

    fn event_act(&self, event: EventIndex) -> Act {
        Act {
            day: self.field.event_day(event),
            event: Some(event),
            record: self.event_id(event),
        }
    }

    fn attendance_act(&self, attendance: &DatedAttendance) -> Act {
        Act {
            day: attendance.period.map(Period::start),
            ..self.event_act(attendance.event)
        }
    }

    fn event_id(&self, event: EventIndex) -> Arc<str> {
        self.field.records.event(event).id.0.clone()
    }

    fn by_candidate(&self, acts: impl Iterator<Item = (usize, Act)>) -> Acts {
        let mut by_candidate = vec![BTreeSet::new(); self.number.len()];
        for (candidate, act) in acts {
            by_candidate[candidate].insert(act);
        }
        by_candidate
    }
}

fn is_cancelled(event: &Event) -> bool {
    event.status.as_deref() == Some("cancelled")
}

/// The first day of each twelve months of the study after the first.
fn anniversaries(field: &Field<'_>) -> Vec<Day> {
    let Some(study) = field.network.study() else {
        return Vec::new();
    };
    (1..)
        .map(|year| study.from.plus_months(12 * year))
        .take_while(|day| *day <= study.as_of)
        .collect()
}
