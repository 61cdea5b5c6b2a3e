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
        .or_else(|| beginnings(records).filter(|day| *day <= as_of).min())?;
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
