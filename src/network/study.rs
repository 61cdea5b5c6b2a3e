//! Which stretch of time do the records speak of, and on which day did each participation begin?
//!
//! In: the records with `[study]`. Out: [`Study`], from the first to the last day on which something began or took
//! place: never a planned end, never the clock.

use crate::records::{HubRecords, Participation};
use crate::time::{Day, Study};

/// From the first to the last day on which something began or took place, or as declared; `None` where nothing is
/// dated and the study is not declared in full.
///
/// Terms of office do not count: they begin by the calendar of the state, often years before the hub.
pub(super) fn study(records: &HubRecords) -> Option<Study> {
    let declared = &records.config.study;
    let as_of = declared.as_of.map(|day| day.0).or_else(|| beginnings(records).max())?;
    let from = declared
        .from
        .map(|day| day.0)
        .or_else(|| beginnings(records).map(|day| day.min(as_of)).min())?;
    Some(Study {
        from: from.min(as_of),
        as_of,
    })
}

/// The day on which a participation begins: its own, else its event's.
pub(super) fn first_day(records: &HubRecords, participation: &Participation) -> Option<Day> {
    participation
        .date
        .or(records.event(participation.event).start)
        .map(|span| span.first)
}

/// Every day on which something began or took place. An event took place when someone took part in it (that day
/// comes from the participation) or when it is recorded as held.
fn beginnings(records: &HubRecords) -> impl Iterator<Item = Day> + '_ {
    let first = |span: crate::time::DateSpan| span.first;
    let partnerships = records.partnerships.iter().filter_map(move |p| p.start.map(first));
    let participations = records.participations.iter().filter_map(|p| first_day(records, p));
    let held = records
        .events
        .iter()
        .filter(|event| event.status.as_deref() == Some("held"));
    let events = held.filter_map(move |event| event.start.map(first));
    let adoptions = records.adoptions.iter().map(move |adoption| adoption.date.first);
    let acts = records.leadership.iter().filter(|act| &*act.kind != "term");
    let leadership = acts.map(move |act| act.start.first);
    let nominations = records.nominations.iter().filter_map(move |n| n.date.map(first));
    let joined = records.stakeholders.iter().filter_map(move |s| s.joined.map(first));
    partnerships
        .chain(participations)
        .chain(events)
        .chain(adoptions)
        .chain(leadership)
        .chain(nominations)
        .chain(joined)
}

#[cfg(test)]
mod tests {
    use super::super::test_hub::{day, hub};
    use super::*;
    use crate::config::TomlDay;

    #[test]
    fn a_study_runs_from_the_first_to_the_last_beginning_and_never_to_a_planned_end() {
        let hub = hub(&[])
            .tie("A", "B", "2019-05-01", "2035-01-01")
            .attends("A", "E1", "2021-02-03")
            .event("cancelled", "2030-01-01", "")
            .event_with("held", "2021-06-01", "2022-12-31", |e| e.status = Some("held".into()));
        let found = study(&hub.records()).expect("dated records");
        assert_eq!((found.from, found.as_of), (day("2019-05-01"), day("2021-06-01")));
    }

    #[test]
    fn what_is_declared_wins_and_later_beginnings_are_plans() {
        let hub = hub(&[])
            .attends("A", "E1", "2021-02-03")
            .attends("A", "E2", "2023-02-03")
            .studied_until("2022-12-31");
        let found = study(&hub.records()).expect("dated records");
        assert_eq!((found.from, found.as_of), (day("2021-02-03"), day("2022-12-31")));
        let hub = hub.edit(|records| records.config.study.from = Some(TomlDay(day("2020-01-01"))));
        assert_eq!(study(&hub.records()).map(|study| study.from), Some(day("2020-01-01")));
    }

    #[test]
    fn where_all_is_still_to_come_the_study_is_its_last_day() {
        let hub = hub(&[]).attends("A", "E1", "2025-02-03").studied_until("2022-12-31");
        let found = study(&hub.records()).expect("dated records");
        assert_eq!((found.from, found.as_of), (day("2022-12-31"), day("2022-12-31")));
        assert!(hub.network().attendance().iter().all(|row| row.planned));
    }

    #[test]
    fn nothing_dated_is_no_study() {
        assert_eq!(
            study(&hub(&[]).tie("A", "B", "", "").attends("A", "E", "").records()),
            None
        );
    }
}
