//! Which ties rest on office-holders whose term ends within a year?
//!
//! In: ends of terms, posts and administrations, and what those persons' records are. Out: counts by organisation, those
//! with most records at stake first. No person is named.

use std::collections::{BTreeMap, BTreeSet};

use super::gaps::{Gap, GapKind, Severity, evidence};
use super::{Answer, Context, Lacking};
use crate::network::{Layer, Place};
use crate::records::{EventIndex, RecordId, StakeholderIndex, StakeholderKind, TableName};
use crate::time::Day;

/// An organisation some of whose ties rest on office-holders whose term ends.
#[derive(Debug, Clone, PartialEq)]
pub struct TermExposure {
    /// The organisation.
    pub place: Place,
    /// Office-holders of it whose term ends in the twelve months after the study's last day.
    pub ending_terms: usize,
    /// The first of those ends.
    pub first_end: Day,
    /// Agreements and events of the organisation in the window that only they stand behind.
    pub resting: usize,
    /// Its agreements and events in the window in all.
    pub of: usize,
    /// Those agreements and events, sorted.
    pub records: Vec<RecordId>,
}

/// By organisation, what rests on office-holders whose term ends in the next twelve months; most records first, then by
/// place.
///
/// A term ends as the table of stakeholders says, or an affiliation, or a `term` in the table of leadership that names
/// its person; a person with several ends counts by the last. What they stand behind: partnerships recorded with them as
/// a side, and events which of their organisation they alone took part in.
#[must_use]
pub fn term_exposure(context: &Context<'_>) -> Answer<Vec<TermExposure>> {
    let ends = term_ends(context);
    let Some(study) = context.network.study().filter(|_| !ends.is_empty()) else {
        return Answer::Cannot(Lacking::Column {
            table: TableName::Stakeholders,
            column: Some("term_end"),
        });
    };
    let horizon = study.as_of.plus_days(1).plus_months(12).plus_days(-1);
    let mut holders: BTreeMap<Place, BTreeMap<StakeholderIndex, Day>> = BTreeMap::new();
    for (person, end) in ends
        .into_iter()
        .filter(|(_, end)| study.as_of < *end && *end <= horizon)
    {
        if let Some(place) = organisation(context, person) {
            holders.entry(place).or_default().insert(person, end);
        }
    }
    let stakes = Stakes::new(context, holders.keys().copied().collect());
    let mut found: Vec<TermExposure> = holders
        .iter()
        .filter_map(|(place, holders)| stakes.exposure(context, *place, holders))
        .filter(|exposure| exposure.resting > 0)
        .collect();
    found.sort_by_key(|exposure| (std::cmp::Reverse(exposure.resting), exposure.place));
    Answer::Found(found)
}

/// The last recorded end of each person's term.
fn term_ends(context: &Context<'_>) -> BTreeMap<StakeholderIndex, Day> {
    let records = context.records;
    let people = (0u32..).map(StakeholderIndex).zip(&records.stakeholders);
    let stated = people.filter(|(_, one)| one.kind == StakeholderKind::Person);
    let stated = stated.filter_map(|(who, one)| Some((who, one.term_end?)));
    let posts = records
        .affiliations
        .iter()
        .filter_map(|post| Some((post.person, post.end?)));
    let terms = records.leadership.iter().filter(|act| &*act.kind == "term");
    let terms = terms.filter_map(|act| Some((act.person?, act.end?)));
    let mut ends: BTreeMap<StakeholderIndex, Day> = BTreeMap::new();
    for (who, end) in stated.chain(posts).chain(terms) {
        let last = end.last;
        let known = ends.entry(who).or_insert(last);
        *known = (*known).max(last);
    }
    ends
}

/// The organisation or unit whose place a person's records count for.
fn organisation(context: &Context<'_>, person: StakeholderIndex) -> Option<Place> {
    let roster = context.network.roster();
    let usual = roster.place_of[person.0 as usize];
    if !roster.member(usual).is_person() {
        return Some(usual);
    }
    let parent = context.records.stakeholder(person).parent?;
    Some(roster.place_of[parent.0 as usize])
}

/// Who stands behind each agreement and event of some organisations in the window.
struct Stakes {
    agreements: BTreeMap<Place, BTreeMap<u32, BTreeSet<StakeholderIndex>>>,
    events: BTreeMap<Place, BTreeMap<EventIndex, BTreeSet<StakeholderIndex>>>,
}

impl Stakes {
    fn new(context: &Context<'_>, places: BTreeSet<Place>) -> Self {
        let mut stakes = Self {
            agreements: BTreeMap::new(),
            events: BTreeMap::new(),
        };
        for tie in context.network.live_partnerships(context.window) {
            let record = &context.records.partnerships[tie.partnership as usize];
            for who in [record.source, record.target] {
                if let Some(place) = organisation_of_any(context, who).filter(|place| places.contains(place)) {
                    let behind = stakes.agreements.entry(place).or_default();
                    behind.entry(tie.partnership).or_default().insert(who);
                }
            }
        }
        for row in context.network.attendance_in(context.window) {
            let place = organisation_of_any(context, row.stakeholder);
            if let Some(place) = place.filter(|place| places.contains(place)) {
                let behind = stakes.events.entry(place).or_default();
                behind.entry(row.event).or_default().insert(row.stakeholder);
            }
        }
        stakes
    }

    fn exposure(
        &self,
        context: &Context<'_>,
        place: Place,
        holders: &BTreeMap<StakeholderIndex, Day>,
    ) -> Option<TermExposure> {
        let alone = |behind: &BTreeSet<StakeholderIndex>| behind.iter().all(|who| holders.contains_key(who));
        let agreements = self.agreements.get(&place);
        let events = self.events.get(&place);
        let mut records: BTreeSet<RecordId> = BTreeSet::new();
        for (partnership, _) in agreements.into_iter().flatten().filter(|(_, behind)| alone(behind)) {
            records.insert(context.records.partnerships[*partnership as usize].id.clone());
        }
        for (event, _) in events.into_iter().flatten().filter(|(_, behind)| alone(behind)) {
            records.insert(RecordId(context.records.event(*event).id.0.clone()));
        }
        Some(TermExposure {
            place,
            ending_terms: holders.len(),
            first_end: *holders.values().min()?,
            resting: records.len(),
            of: agreements.map_or(0, BTreeMap::len) + events.map_or(0, BTreeMap::len),
            records: records.into_iter().collect(),
        })
    }
}

/// The organisation of a person, else the place a record of the stakeholder counts for.
fn organisation_of_any(context: &Context<'_>, who: StakeholderIndex) -> Option<Place> {
    match context.records.stakeholder(who).kind {
        StakeholderKind::Person => organisation(context, who),
        _ => Some(context.network.roster().place_of[who.0 as usize]),
    }
}

impl TermExposure {
    /// As a row: high where half of the organisation's agreements and events or more rest on them, medium from a quarter
    /// up, low below.
    pub(super) fn gap(&self, context: &Context<'_>) -> Gap {
        let share = self.resting as f64 / self.of.max(1) as f64;
        Gap {
            severity: Severity::above(share, 0.5, 0.25),
            subjects: vec![self.place],
            evidence: evidence([
                ("ending_terms", Some(self.ending_terms as f64)),
                ("resting", Some(self.resting as f64)),
                ("of", Some(self.of as f64)),
                ("resting_share", Some(share)),
            ]),
            about: Some(super::gaps::About::Quarter(self.first_end)),
            records: self.records.clone(),
            ..Gap::of(
                GapKind::TermExposure,
                "term_exposure",
                Layer::Combined,
                &context.window.label,
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{TestHub, day, hub, place};
    use crate::records::Sector;
    use crate::time::DateSpan;

    /// A city whose mayor came to two events, to one of them with a clerk, and whose office signed an agreement.
    fn city(term_end: &'static str) -> TestHub {
        hub(&[("city", Sector::Government), ("firm", Sector::Business)])
            .person("Mayor M", "city")
            .person("Clerk C", "city")
            .about("Mayor M", |one| one.term_end = Some(DateSpan::exact(day(term_end))))
            .attends("Mayor M", "e1", "2024-04-01")
            .attends("firm", "e1", "2024-04-01")
            .attends("Mayor M", "e2", "2024-05-01")
            .attends("Clerk C", "e2", "2024-05-01")
            .tie("Mayor M", "firm", "2024-01-01", "open")
            .tie("city", "firm", "2024-01-01", "open")
            .studied_until("2024-12-31")
    }

    fn found(hub: &TestHub) -> Vec<TermExposure> {
        term_exposure(&Prepared::latest(hub).context())
            .found()
            .cloned()
            .expect("a term")
    }

    #[test]
    fn what_only_the_office_holder_stands_behind_is_exposed_and_counted_by_organisation() {
        let (prepared, found) = (Prepared::latest(&city("2025-06-30")), found(&city("2025-06-30")));
        assert_eq!(found.len(), 1);
        let one = &found[0];
        assert_eq!(one.place, place(&prepared.network, "city"));
        // e1 and the agreement signed as mayor, of two events and two agreements
        assert_eq!((one.ending_terms, one.resting, one.of), (1, 2, 4));
        let gap = one.gap(&prepared.context());
        assert_eq!(gap.severity, Severity::High);
        assert!(!format!("{:?}", gap.subjects).contains("Mayor"));
    }

    #[test]
    fn a_term_that_ends_later_or_has_ended_exposes_nothing_and_no_term_is_no_answer() {
        assert_eq!(found(&city("2026-06-30")), []);
        assert_eq!(found(&city("2024-06-30")), []);
        // a later post of the same person is what counts
        let stays = city("2025-06-30").post("Mayor M", "city", "2025-07-01", "2029-06-30");
        assert_eq!(found(&stays), []);
        let none = hub(&[("a", Sector::Business)]).tie("a", "b", "2024-01-01", "open");
        assert!(term_exposure(&Prepared::latest(&none).context()).lacking().is_some());
    }
}
