//! How do records become a network over time? Each partnership and participation gets its places and its period.
//!
//! In: the records and [`NetworkOptions`]. Out: [`TemporalNetwork`], with indexes by event and by place.

use std::sync::Arc;

use petgraph::graph::UnGraph;
use rayon::prelude::*;

use super::study::{first_day, study};
use super::{DatedAttendance, DatedTie, NetworkOptions, Place, Roster, TemporalNetwork};
use crate::records::{End, EventIndex, HubRecords, Participation, Partnership, StakeholderIndex};
use crate::time::{Day, Period, Study, Window};

/// What `[[recording]] what` says where a source ends.
const STOPPED: &str = "stopped";

/// Where the participations of an event or a place stand, and when each place was seen.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    by_event: Grouped,
    by_place: Grouped,
    /// What [`Self::stays_of`] gives: read for everyone in every window, so the rows stand side by side.
    stays: Vec<Stay>,
    spans: Vec<EventSpan>,
    pub(super) seen: Vec<Option<Seen>>,
    pub(super) joined: Vec<Joined>,
}

/// Participations in groups: those of group g stand from `offsets[g]` up to `offsets[g + 1]`.
#[derive(Debug, Clone, Default)]
struct Grouped {
    rows: Vec<u32>,
    offsets: Vec<u32>,
}

impl Grouped {
    /// Puts so many rows into groups, each sorted by the key.
    fn new<K: Ord>(rows: usize, groups: usize, group_of: impl Fn(u32) -> usize, key: impl Fn(u32) -> K + Sync) -> Self {
        let mut offsets = vec![0; groups + 1];
        for row in 0..rows as u32 {
            offsets[group_of(row) + 1] += 1;
        }
        for group in 0..groups {
            offsets[group + 1] += offsets[group];
        }
        let mut next: Vec<u32> = offsets.clone();
        let mut sorted = vec![0; rows];
        for row in 0..rows as u32 {
            let slot = &mut next[group_of(row)];
            sorted[*slot as usize] = row;
            *slot += 1;
        }
        let mut rest = sorted.as_mut_slice();
        let mut slices = Vec::new();
        for group in 0..groups {
            let (slice, after) = rest.split_at_mut((offsets[group + 1] - offsets[group]) as usize);
            rest = after;
            slices.push(slice);
        }
        slices
            .into_par_iter()
            .with_min_len(1024)
            .for_each(|slice| slice.sort_by_key(|row| key(*row)));
        Self { rows: sorted, offsets }
    }

    fn of(&self, group: usize) -> &[u32] {
        &self.rows[self.range(group)]
    }

    fn range(&self, group: usize) -> std::ops::Range<usize> {
        self.offsets[group] as usize..self.offsets[group + 1] as usize
    }
}

/// A participation as far as membership looks at it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stay {
    pub(super) event: EventIndex,
    pub(super) days: Option<Period>,
    pub(super) planned: bool,
}

/// The days on which anybody took part in an event.
#[derive(Debug, Clone, Copy, Default)]
struct EventSpan {
    days: Option<Period>,
    has_undated: bool,
}

/// The first and last day on which a place shows in the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) first: Day,
    pub(super) last: Day,
}

/// A place is recorded as a member of the hub from a day on, up to but not including `until`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Joined {
    pub(super) place: Place,
    pub(super) from: Day,
    pub(super) until: Option<Day>,
}

impl Index {
    fn new(attendance: &[DatedAttendance], events: usize, places: usize) -> Self {
        let row = |row: u32| &attendance[row as usize];
        let (event_of, place_of) = (|at| row(at).event.0 as usize, |at| row(at).place.at());
        let by_event = Grouped::new(attendance.len(), events, event_of, |at| (row(at).place, at));
        let by_place = Grouped::new(attendance.len(), places, place_of, |at| {
            (row(at).period.map(Period::start), row(at).event, at)
        });
        let mut spans = vec![EventSpan::default(); events];
        for taken in attendance.iter().filter(|taken| !taken.planned) {
            let span = &mut spans[taken.event.0 as usize];
            span.has_undated |= taken.period.is_none();
            span.days = match (span.days, taken.period) {
                (Some(a), Some(b)) => Period::new(a.start().min(b.start()), a.end().max(b.end())),
                (a, b) => a.or(b),
            };
        }
        Self {
            stays: by_place.rows.iter().map(|&at| row(at).stay()).collect(),
            by_event,
            by_place,
            spans,
            seen: vec![None; places],
            joined: Vec::new(),
        }
    }

    /// The participations in an event, by place.
    pub(super) fn rows_of_event(&self, event: EventIndex) -> &[u32] {
        self.by_event.of(event.0 as usize)
    }

    /// The participations of a place, by the day they begin.
    pub(super) fn rows_of_place(&self, place: Place) -> &[u32] {
        self.by_place.of(place.at())
    }

    /// The participations of a place, by the day they begin, the undated first.
    pub(super) fn stays_of(&self, place: Place) -> &[Stay] {
        &self.stays[self.by_place.range(place.at())]
    }

    /// Every event, in the order of their ids.
    pub(super) fn events(&self) -> impl ExactSizeIterator<Item = EventIndex> + use<> {
        (0..self.spans.len() as u32).map(EventIndex)
    }

    /// Whether anybody can have taken part in the event within the window: spares looking at each row.
    pub(super) fn event_meets(&self, event: EventIndex, window: &Window) -> bool {
        let span = &self.spans[event.0 as usize];
        (window.includes_undated && span.has_undated)
            || span
                .days
                .is_some_and(|days| window.period.is_none_or(|window| days.overlaps(window)))
    }

    fn see(&mut self, place: Place, first: Day, last: Day) {
        let seen = &mut self.seen[place.at()];
        *seen = Some(match *seen {
            None => Seen { first, last },
            Some(old) => Seen {
                first: old.first.min(first),
                last: old.last.max(last),
            },
        });
    }
}

impl TemporalNetwork {
    /// Builds the network from the records.
    #[must_use]
    pub fn assemble(records: &HubRecords, options: &NetworkOptions) -> Self {
        let study = study(records);
        let roster = Arc::new(Roster::new(records, options.level, record_days(records)));
        let attendance = dated_attendance(records, &roster, study);
        let mut network = Self {
            options: options.clone(),
            study,
            graph: UnGraph::with_capacity(roster.len(), records.partnerships.len()),
            index: Index::new(&attendance, records.events.len(), roster.len()),
            attendance,
            stops: recording_stops(records),
            roster,
        };
        for place in network.roster.places() {
            network.graph.add_node(place);
        }
        let ties: Vec<DatedTie> = (0..)
            .zip(&records.partnerships)
            .map(|(i, p)| network.dated_tie(i, p))
            .collect();
        let ties = network.with_assumed_ends(records, ties);
        for tie in ties {
            let (source, target) = (tie.source.0.into(), tie.target.0.into());
            network.graph.add_edge(source, target, tie);
        }
        network.index.joined = joined(records, &network.roster);
        network.note_when_seen(records);
        network
    }

    /// A partnership with its places and its period; where its end is not known it lives for its first day only, and
    /// is marked for [`Self::with_assumed_ends`].
    fn dated_tie(&self, partnership: u32, row: &Partnership) -> DatedTie {
        let start = row.start.map(|span| span.first);
        let end = match row.end {
            End::On(span) => Some(span.last.plus_days(1)),
            End::Open => Some(DatedTie::OPEN_END),
            End::Unknown => None,
        };
        // Only its end known: it has lived since before the study, or for its last day where that lies before.
        let since_ever = || {
            let end = end.filter(|end| *end != DatedTie::OPEN_END)?;
            Some(self.study?.from.min(end.plus_days(-1)))
        };
        let period = start.or_else(since_ever).map(|start| {
            end.and_then(|end| Period::new(start, end))
                .unwrap_or_else(|| Period::day(start))
        });
        DatedTie {
            partnership,
            source: self.roster.place_on(row.source, start),
            target: self.roster.place_on(row.target, start),
            directed: row.directed,
            strength: row.strength,
            period,
            end_assumed: start.is_some() && row.end == End::Unknown,
            planned: start.zip(self.study).is_some_and(|(start, study)| start > study.as_of),
            attributed_to: row.attributed_to,
        }
    }

    /// An unknown end is assumed: the assumed term after the start, or the pair's last joint record or the last
    /// confirmation where that is later.
    fn with_assumed_ends(&self, records: &HubRecords, mut ties: Vec<DatedTie>) -> Vec<DatedTie> {
        let as_of = self.study.map(|study| study.as_of);
        let known = |day: &Day| as_of.is_none_or(|as_of| *day <= as_of);
        let begin = |tie: &DatedTie| tie.period.map(Period::start).filter(known);
        let mut by_pair: Vec<(Place, Place, Option<Day>)> = ties.iter().map(|t| pair_key(t, begin(t))).collect();
        by_pair.sort_unstable();
        for tie in ties.iter_mut().filter(|tie| tie.end_assumed) {
            let Some(start) = tie.period.map(Period::start) else {
                continue;
            };
            let row = &records.partnerships[tie.partnership as usize];
            let (low, high, _) = pair_key(tie, None);
            let upto = by_pair.partition_point(|entry| (entry.0, entry.1) <= (low, high));
            let last_partnership = upto.checked_sub(1).and_then(|last| by_pair[last].2);
            let confirmed = row.last_confirmed.map(|span| span.last).filter(known);
            let last_event = self.last_shared_day(low, high).filter(known);
            let last_sign = last_partnership
                .max(confirmed)
                .max(last_event)
                .map(|day| day.plus_days(1));
            let term = start.plus_months(i32::from(records.config.records.assumed_term_months));
            tie.period = Period::new(start, last_sign.map_or(term, |sign| sign.max(term))).or(tie.period);
        }
        ties
    }

    /// The last day on which a participation of both in one event had begun.
    fn last_shared_day(&self, one: Place, other: Place) -> Option<Day> {
        let (few, many) = match (self.index.rows_of_place(one), self.index.rows_of_place(other)) {
            (a, b) if a.len() <= b.len() => (a, other),
            (_, b) => (b, one),
        };
        let begin = |row: u32| self.attendance[row as usize].period.map(Period::start);
        few.iter()
            .flat_map(|&row| {
                let at = self.index.rows_of_event(self.attendance[row as usize].event);
                let first = at.partition_point(|other| self.attendance[*other as usize].place < many);
                let theirs = at[first..]
                    .iter()
                    .take_while(move |other| self.attendance[**other as usize].place == many);
                theirs.filter_map(move |&other| Some(begin(row)?.max(begin(other)?)))
            })
            .max()
    }

    fn note_when_seen(&mut self, records: &HubRecords) {
        let Some(study) = self.study else { return };
        let Self {
            index,
            graph,
            attendance,
            ..
        } = self;
        for row in attendance.iter().filter(|row| !row.planned) {
            if let Some(days) = row.period {
                let last = days.end().plus_days(-1).min(study.as_of);
                index.see(row.place, days.start(), last);
            }
        }
        for tie in graph.edge_weights() {
            let row = &records.partnerships[tie.partnership as usize];
            let signs = [
                row.start.map(|span| span.first),
                row.last_confirmed.map(|span| span.last),
            ];
            for day in signs.into_iter().flatten().filter(|day| *day <= study.as_of) {
                index.see(tie.source, day, day);
                index.see(tie.target, day, day);
            }
        }
        let joined: Vec<Joined> = index.joined.clone();
        for joined in joined.iter().filter(|joined| joined.from <= study.as_of) {
            index.see(joined.place, joined.from, joined.from);
        }
    }
}

fn pair_key(tie: &DatedTie, day: Option<Day>) -> (Place, Place, Option<Day>) {
    (tie.source.min(tie.target), tie.source.max(tie.target), day)
}

/// Whose records fall on which days: partnerships by their start, participations by their own day or the event's.
fn record_days(records: &HubRecords) -> impl Iterator<Item = (StakeholderIndex, Option<Day>)> + '_ {
    let partnerships = records.partnerships.iter().flat_map(|row| {
        let day = row.start.map(|span| span.first);
        [(row.source, day), (row.target, day)]
    });
    let participations = records
        .participations
        .iter()
        .map(|row| (row.stakeholder, first_day(records, row)));
    partnerships.chain(participations)
}

/// A participation counts from its day (else the event's start) to the event's end, else for one day.
fn dated_attendance(records: &HubRecords, roster: &Roster, study: Option<Study>) -> Vec<DatedAttendance> {
    let dated = |(participation, row): (u32, &Participation)| {
        let start = first_day(records, row);
        let end = records.event(row.event).end.map(|span| span.last.plus_days(1));
        DatedAttendance {
            participation,
            place: roster.place_on(row.stakeholder, start),
            stakeholder: row.stakeholder,
            event: row.event,
            period: start.map(|start| {
                end.and_then(|end| Period::new(start, end))
                    .unwrap_or_else(|| Period::day(start))
            }),
            hours: row.hours,
            planned: start.zip(study).is_some_and(|(start, study)| start > study.as_of),
        }
    };
    (0..).zip(&records.participations).map(dated).collect()
}

/// Who joined, by its own row: that a person joined says nothing of the organisation it works for.
fn joined(records: &HubRecords, roster: &Roster) -> Vec<Joined> {
    let joined = roster.places().filter_map(|place| {
        let row = records.stakeholder(roster.member(place).stakeholder);
        Some(Joined {
            place,
            from: row.joined?.first,
            until: row.left.map(|span| span.last.plus_days(1)),
        })
    });
    joined.collect()
}

/// The last day on which each stopped source still recorded: the change begins the day after.
fn recording_stops(records: &HubRecords) -> Vec<Day> {
    let recording = &records.config.recording;
    recording
        .iter()
        .filter(|change| change.what.as_deref() == Some(STOPPED))
        .map(|change| change.from.0.plus_days(-1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::test_hub::{all, day, hub, place, window};
    use super::*;
    use crate::config::{Recording, TomlDay};
    use crate::time::{DateSpan, WindowScheme};

    fn period(start: &str, end: &str) -> Option<Period> {
        Period::new(day(start), day(end))
    }

    #[test]
    fn a_partnership_lives_to_its_last_day_or_ever_or_for_an_assumed_term() {
        let hub = hub(&[])
            .tie("A", "B", "2020-01-01", "2020-12-31")
            .tie("A", "C", "2020-01-01", "open")
            .tie("A", "D", "2020-01-01", "")
            .tie("A", "E", "", "")
            .tie("A", "F", "2020-06-01", "2020-06-01");
        let network = hub.network();
        let found: Vec<_> = network
            .partnerships()
            .map(|tie| (tie.period, tie.end_assumed))
            .collect();
        // ids begin with the pair and the start, so the undated A-E stands between A-D and A-F
        let expected = [
            (period("2020-01-01", "2021-01-01"), false),
            (Period::new(day("2020-01-01"), DatedTie::OPEN_END), false),
            (period("2020-01-01", "2022-01-01"), true),
            (None, false),
            (period("2020-06-01", "2020-06-02"), false),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn an_unknown_end_reaches_to_the_pairs_last_joint_record_or_confirmation() {
        let hub = hub(&[])
            .tie("A", "B", "2015-01-01", "")
            .attends("B", "E1", "2019-05-03")
            .attends("A", "E1", "2019-05-02")
            .attends("A", "E2", "2020-01-01")
            .tie("A", "C", "2015-01-01", "")
            .tie("C", "A", "2018-01-01", "2018-12-31")
            .tie_with("A", "D", "2015-01-01", "", |row| {
                row.last_confirmed = Some(DateSpan::exact(day("2017-07-07")))
            })
            .tie_with("A", "E", "2015-01-01", "", |row| {
                row.last_confirmed = Some(DateSpan::exact(day("2016-07-07")))
            });
        let network = hub.network();
        let end = |other| {
            let there = place(&network, other);
            let mut ties = network
                .partnerships()
                .filter(|tie| tie.target == there && tie.end_assumed);
            ties.next().and_then(|tie| tie.period).map(Period::end)
        };
        assert_eq!(end("B"), Some(day("2019-05-04")));
        assert_eq!(end("C"), Some(day("2018-01-02")));
        assert_eq!(end("D"), Some(day("2017-07-08")));
        // 24 months after the start is later than the confirmation.
        assert_eq!(end("E"), Some(day("2017-01-01")));
    }

    #[test]
    fn plans_are_in_no_window_and_undated_partnerships_in_every_one() {
        let hub = hub(&[])
            .tie("A", "B", "2021-01-01", "open")
            .tie("A", "C", "", "")
            .tie("A", "D", "", "2019-12-31")
            .attends("A", "E1", "2019-01-01")
            .attends("A", "E2", "2021-01-01")
            .studied_until("2020-12-31");
        let network = hub.network();
        let live = |window: &Window| network.live_partnerships(window).count();
        assert_eq!(live(&all(&network)), 2);
        assert_eq!(live(&window("2019-06-01", "2020-06-01")), 2);
        assert_eq!(live(&window("2020-01-01", "2021-01-01")), 1);
        let later = window("2021-01-01", "2022-01-01");
        assert_eq!((live(&later), network.attendance_in(&later).count()), (0, 0));
        assert_eq!(network.attendance_in(&all(&network)).count(), 1);
        assert_eq!(network.membership(&later).members(), 0);
    }

    #[test]
    fn a_participation_lasts_to_its_events_end() {
        let hub = hub(&[])
            .event("long", "2020-01-01", "2020-03-31")
            .attends("A", "long", "")
            .attends("B", "long", "2020-02-01")
            .attends("C", "short", "2020-05-01");
        let periods: Vec<_> = hub.network().attendance().iter().map(|a| a.period).collect();
        let expected = [
            period("2020-01-01", "2020-04-01"),
            period("2020-02-01", "2020-04-01"),
            period("2020-05-01", "2020-05-02"),
        ];
        assert_eq!(periods, expected);
    }

    #[test]
    fn a_place_is_seen_when_it_takes_part_or_signs_and_not_while_an_agreement_runs_on() {
        let hub = hub(&[])
            .tie("A", "B", "2018-01-01", "2030-01-01")
            .event("E", "2019-03-01", "2019-03-05")
            .attends("A", "E", "")
            .attends("C", "F", "2020-01-01")
            .unit("N", "");
        let network = hub.network();
        let seen = |id| {
            (
                network.first_seen(place(&network, id)),
                network.last_seen(place(&network, id)),
            )
        };
        assert_eq!(seen("A"), (Some(day("2018-01-01")), Some(day("2019-03-05"))));
        assert_eq!(seen("B"), (Some(day("2018-01-01")), Some(day("2018-01-01"))));
        assert_eq!(seen("N"), (None, None));
        let counts = network.records_in(&window("2019-01-01", "2020-01-01"), place(&network, "A"));
        assert_eq!((counts.participations, counts.partnerships, counts.total()), (1, 1, 2));
    }

    #[test]
    fn the_largest_event_is_the_one_with_most_distinct_participants() {
        let hub = hub(&[])
            .unit("O", "")
            .person("p", "O")
            .person("q", "O")
            .attends("p", "E1", "2020-01-01")
            .attends("q", "E1", "2020-01-01")
            .attends("A", "E2", "2020-02-01")
            .attends("O", "E2", "2020-02-01")
            .attends("A", "E3", "2020-03-01")
            .attends("O", "E3", "2020-03-01");
        let network = hub.network();
        let sizes = network.event_sizes(&window("2020-01-01", "2021-01-01"));
        assert_eq!(sizes.iter().map(|s| s.participants).collect::<Vec<_>>(), [1, 2, 2]);
        let largest = network
            .largest_event(&window("2020-01-01", "2021-01-01"))
            .expect("events");
        assert_eq!((largest.event, largest.participants), (EventIndex(1), 2));
        assert!(network.largest_event(&window("2022-01-01", "2023-01-01")).is_none());
    }

    #[test]
    fn only_a_source_that_stopped_marks_windows() {
        let change = |from: &str, what: &str| Recording {
            from: TomlDay(day(from)),
            source: None,
            what: Some(what.into()),
        };
        let hub = hub(&[])
            .attends("A", "E1", "2019-01-01")
            .attends("A", "E2", "2021-12-31")
            .edit(|records| {
                records.config.recording = vec![change("2020-01-01", "new form"), change("2021-01-01", "stopped")]
            });
        let windows = hub.network().windows(WindowScheme::Years);
        let marked: Vec<bool> = windows.iter().map(|window| window.partial.is_some()).collect();
        assert_eq!(marked, [false, false, true]);
    }
}
