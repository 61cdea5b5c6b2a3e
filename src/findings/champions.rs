//! Who carries the change from inside?
//!
//! Candidates: persons on the government side, else units, else — where there are only organisations — carrying
//! organisations, which are not called champions. Evidence first, score second: one vote per construct, rank
//! aggregation by Borda, an interval from leaving out one event at a time. Formal authority stands apart.

use std::collections::BTreeMap;

use crate::network::Place;
use crate::records::{EventId, StakeholderIndex};
use crate::time::Day;

use super::government::post_on;
use super::{Answer, Context, Lacking};

mod contacts;
mod field;
mod gather;
mod labels;
mod standing;
mod traces;

use field::Field;
use standing::Standing;
use traces::Traces;

/// Contacts below which nobody gets a card.
const LEAST_CONTACTS: usize = 3;

/// What the candidates are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CandidateKind {
    /// Persons on the government side.
    Persons,
    /// Units of government.
    Units,
    /// Organisations: carrying organisations, not champions.
    CarryingOrganizations,
}

/// One way of carrying change, one vote each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Construct {
    /// Started events or partnerships.
    Initiating,
    /// Newcomers who first came at their invitation or to an event they hosted.
    BringingIn,
    /// Ties out of government and between departments.
    Bridging,
    /// Hosted, spoke, facilitated, mentored.
    HostingSpeaking,
    /// Adopted early, and others followed.
    EarlyAdopting,
    /// Present across windows, and after a cancelled or failed event.
    Persisting,
    /// Named by others as advocate or adviser.
    Nominated,
}

impl Construct {
    /// All constructs, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Initiating,
        Self::BringingIn,
        Self::Bridging,
        Self::HostingSpeaking,
        Self::EarlyAdopting,
        Self::Persisting,
        Self::Nominated,
    ];

    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Initiating => "initiating",
            Self::BringingIn => "bringing_in",
            Self::Bridging => "bridging",
            Self::HostingSpeaking => "hosting_speaking",
            Self::EarlyAdopting => "early_adopting",
            Self::Persisting => "persisting",
            Self::Nominated => "nominated",
        }
    }
}

/// What a candidate did under one construct.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The construct.
    pub construct: Construct,
    /// Its measure (a count, except where the construct says otherwise).
    pub value: f64,
    /// Its rank among the candidates, 1 first, ties sharing the mean rank.
    pub rank: f64,
    /// The records behind it: record or event ids, sorted.
    pub records: Vec<String>,
}

/// One candidate's card.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Who.
    pub candidate: StakeholderIndex,
    /// The organisation it belongs to, by place in the organisation roster.
    pub organization: Option<Place>,
    /// What it did, one entry per construct that the records can show.
    pub evidence: Vec<Evidence>,
    /// Mean rank over the constructs (Borda), 1 best.
    pub borda: f64,
    /// Its rank by Borda.
    pub rank: usize,
    /// Lowest and highest rank over leaving out one event at a time (90 % of the draws).
    pub rank_interval: (usize, usize),
    /// Share of those draws in which it stays among the first ten.
    pub stays_in_first: f64,
    /// Formal grade: 1 is the top.
    pub authority: Option<u32>,
    /// How the person came to the post.
    pub appointment: Option<String>,
    /// Distinct contacts in the working layer.
    pub contacts: usize,
    /// Last day with any record.
    pub last_seen: Option<Day>,
}

/// How well a ranking finds known champions.
#[derive(Debug, Clone, PartialEq)]
pub struct RankerScore {
    /// `borda`, `in_degree`, `seniority`, `logistic`.
    pub ranker: &'static str,
    /// Average precision; the base rate is what chance gives.
    pub average_precision: f64,
    /// Share of known champions among the first k, k being how many there are.
    pub precision_at_k: f64,
}

/// How the rankings fare against the labels of the table `champions`.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelCheck {
    /// Candidates with a label.
    pub labelled: usize,
    /// Of those, champions.
    pub positives: usize,
    /// Share of champions: what chance gives.
    pub base_rate: f64,
    /// Each ranker beside the floors.
    pub scores: Vec<RankerScore>,
}

/// The champions section.
#[derive(Debug, Clone, PartialEq)]
pub struct Champions {
    /// What the candidates are.
    pub kind: CandidateKind,
    /// Candidates on the government side.
    pub candidates: usize,
    /// Left out: `profiling = no`.
    pub opted_out: usize,
    /// Left out: works for the hub or runs it.
    pub of_the_hub: usize,
    /// Left out: under 3 contacts.
    pub too_few_contacts: usize,
    /// Constructs that the records can show.
    pub constructs: Vec<Construct>,
    /// Constructs they cannot, each with what is missing.
    pub missing: Vec<(Construct, Lacking)>,
    /// The cards, best rank first, ties by id.
    pub cards: Vec<Card>,
    /// Events left out one at a time for the intervals.
    pub jackknife_events: Vec<EventId>,
    /// Against known champions, where there are labels.
    pub labels: Option<LabelCheck>,
    /// How many champion-like officials each department has (by place, count of cards among the first tenth).
    pub bench: Vec<(Place, usize)>,
}

/// The cards of those who carry the change, with how far their ranks can be trusted.
///
/// # What is counted
/// Over the whole record up to `as_of`, at the candidates' own level:
/// - initiating: events and partnerships with the candidate as `initiated_by`;
/// - bringing in: newcomers whose first participation ever was at the candidate's invitation, or at an event that the
///   candidate hosted (each newcomer once);
/// - bridging: contacts in the working layer outside government, or in another department;
/// - hosting and speaking: events hosted, or attended as host, facilitator, speaker, mentor or juror;
/// - early adopting: units that took up a practice after the candidate did, a person by being the adoption's recorded
///   champion (a unit's act is no evidence on each of its people), a unit or organisation by itself;
/// - persisting: twelve-month stretches of the study with a trace, and one more for each return after a cancelled or
///   failed event;
/// - nominated: how many others named the candidate (in-degree: HITS authority adds nothing where few nominate).
///
/// Each construct that the records can show gives one vote: the candidates' ranks, ties sharing the mean. The score is
/// the mean vote (Borda 1781), its range that of the rank over leaving out one event at a time, with its participations
/// and the partnerships attributed to it.
#[must_use]
pub fn champions(context: &Context<'_>) -> Answer<Champions> {
    match Field::new(context).and_then(|field| Selection::new(&field).champions(context, &field)) {
        Ok(champions) => Answer::Found(champions),
        Err(lacking) => Answer::Cannot(lacking),
    }
}

/// What [`champions`] would find lacking, mostly without ranking anybody: one candidate who can be ranked is enough.
#[must_use]
pub fn lacking(context: &Context<'_>) -> Option<Lacking> {
    let field = match Field::new(context) {
        Ok(field) => field,
        Err(lacking) => return Some(lacking),
    };
    let sectors = field.records.stakeholders.iter().any(|one| one.sector.is_some());
    if sectors && contacts::any_leads_out(&field, &asked(&field).1) {
        return None;
    }
    Selection::new(&field).champions(context, &field).err()
}

/// Those who are not of the hub, and of those the ones who may be profiled.
fn asked(field: &Field<'_>) -> (Vec<Place>, Vec<Place>) {
    let everyone = field.everyone.iter().copied();
    let outside: Vec<Place> = everyone.filter(|place| !field.is_of_the_hub(*place)).collect();
    let willing = outside
        .iter()
        .copied()
        .filter(|place| field.records.stakeholder(field.stakeholder(*place)).profiling)
        .collect();
    (outside, willing)
}

/// Who is compared, and who was left out and why; each counts under the first reason that holds.
struct Selection {
    everyone: usize,
    of_the_hub: usize,
    opted_out: usize,
    too_few_contacts: usize,
    candidates: Vec<Place>,
    contacts: Vec<contacts::Contacts>,
}

impl Selection {
    fn new(field: &Field<'_>) -> Self {
        let (outside, willing) = asked(field);
        let (candidates, contacts): (Vec<Place>, Vec<contacts::Contacts>) = willing
            .iter()
            .copied()
            .zip(contacts::contacts(field, &willing))
            .filter(|(_, contacts)| contacts.all >= LEAST_CONTACTS)
            .unzip();
        Self {
            everyone: field.everyone.len(),
            of_the_hub: field.everyone.len() - outside.len(),
            opted_out: outside.len() - willing.len(),
            too_few_contacts: willing.len() - candidates.len(),
            candidates,
            contacts,
        }
    }

    fn champions(self, context: &Context<'_>, field: &Field<'_>) -> Result<Champions, Lacking> {
        let nobody = |what| Lacking::TooFew {
            what,
            found: 0,
            needed: 1,
        };
        if self.candidates.is_empty() {
            return Err(nobody("lacking-few-candidates"));
        }
        let traces = gather::gather(field, &self.candidates, self.contacts);
        let standing = Standing::of(&traces).ok_or(nobody("lacking-few-evidence"))?;
        if standing
            .by_construct
            .iter()
            .all(|(_, values, _)| values.iter().all(|value| *value <= 0.0))
        {
            return Err(nobody("lacking-few-evidence"));
        }
        let events = field.begun_events().map(|(event, _)| event).collect();
        let events = standing::jackknife_events(events, context.seed);
        let cards = Cards {
            context,
            field,
            candidates: &self.candidates,
            traces: &traces,
            standing: &standing,
        };
        let authority: Vec<Option<u32>> = self.candidates.iter().map(|place| cards.formal(*place).0).collect();
        let cards = cards.deal(&events);
        Ok(Champions {
            kind: field.kind,
            candidates: self.everyone,
            opted_out: self.opted_out,
            of_the_hub: self.of_the_hub,
            too_few_contacts: self.too_few_contacts,
            constructs: traces.constructs(),
            labels: labels::check(field, &self.candidates, &traces, &standing, &authority),
            bench: bench(&cards),
            cards,
            jackknife_events: events
                .iter()
                .map(|event| field.records.event(*event).id.clone())
                .collect(),
            missing: traces.missing,
        })
    }
}

/// What the cards are made from.
struct Cards<'a> {
    context: &'a Context<'a>,
    field: &'a Field<'a>,
    candidates: &'a [Place],
    traces: &'a Traces,
    standing: &'a Standing,
}

impl Cards<'_> {
    /// Best rank first, ties by id: places rise with ids.
    fn deal(&self, events: &[crate::records::EventIndex]) -> Vec<Card> {
        let ranges = standing::rank_ranges(self.traces, self.standing, events);
        let mut evidence = self.evidence();
        let last_seen = self.traces.last_seen();
        let mut cards: Vec<Card> = (0..self.candidates.len())
            .map(|number| {
                let place = self.candidates[number];
                let (authority, appointment) = self.formal(place);
                let run_roster = self.context.network.roster();
                let organization = self.field.organization(place);
                Card {
                    candidate: self.field.stakeholder(place),
                    organization: organization.map(|index| run_roster.place_of[index.0 as usize]),
                    evidence: std::mem::take(&mut evidence[number]),
                    borda: self.standing.borda[number],
                    rank: self.standing.ranks[number],
                    rank_interval: (ranges[number].best, ranges[number].worst),
                    stays_in_first: ranges[number].stays_in_first,
                    authority,
                    appointment,
                    contacts: self.traces.contacts[number].all,
                    last_seen: last_seen[number],
                }
            })
            .collect();
        cards.sort_by_key(|card| card.rank);
        cards
    }

    /// By candidate, one entry per construct.
    fn evidence(&self) -> Vec<Vec<Evidence>> {
        let mut evidence = vec![Vec::new(); self.candidates.len()];
        for (construct, values, ranks) in &self.standing.by_construct {
            for (number, records) in self.traces.records(*construct).into_iter().enumerate() {
                evidence[number].push(Evidence {
                    construct: *construct,
                    value: values[number],
                    rank: ranks[number],
                    records: records.iter().map(|record| record.to_string()).collect(),
                });
            }
        }
        evidence
    }

    /// Grade and appointment: of the post held at `as_of`, else as recorded of the person.
    fn formal(&self, place: Place) -> (Option<u32>, Option<String>) {
        let index = self.field.stakeholder(place);
        let own = self.field.records.stakeholder(index);
        let post = post_on(self.field.records, index, self.field.as_of());
        let appointment = post
            .and_then(|post| post.appointment.as_ref())
            .or(own.appointment.as_ref());
        (
            post.and_then(|post| post.authority).or(own.authority),
            appointment.map(|text| text.to_string()),
        )
    }
}

/// Departments with a card among the first tenth (at least one card), and how many.
fn bench(cards: &[Card]) -> Vec<(Place, usize)> {
    let first_tenth = cards.len().div_ceil(10);
    let mut counts = BTreeMap::new();
    let departments = cards
        .iter()
        .filter(|card| card.rank <= first_tenth)
        .filter_map(|card| card.organization);
    for department in departments {
        *counts.entry(department).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

#[cfg(test)]
mod tests;
