//! Who belongs to the hub in a window? Members and guests.
//!
//! In: the temporal network and a window. Out: [`Membership`].
//!
//! A member joined, by its own row (and had not left before the window), holds a partnership live in the window, or took part twice
//! within 24 months, once of it in the window. The 24 months end with the window; in a window that is longer they may
//! lie anywhere in it. Who has no record in the window and did not join is absent however active before: else nobody
//! active in one year could leave in the next. Who took part in the window and is no member is a guest. Two persons
//! of one organisation at the same event are one participation of the organisation.

use rayon::prelude::*;

use super::assemble::Stay;
use super::{Place, TemporalNetwork};
use crate::time::{Day, Period, Window};

/// Two participations further apart than this do not make a member.
const MEMORY_MONTHS: i32 = 24;

/// How a stakeholder stands to the hub in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// No record in the window.
    Absent,
    /// One participation within 24 months, in the window, and nothing else.
    Guest,
    /// Joined, holds a partnership live in the window, or took part twice within 24 months, once in the window.
    Member,
}

/// How everyone stands in one window, by place in the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// One standing per place.
    pub standing: Vec<Standing>,
}

impl Membership {
    /// How many members there are.
    #[must_use]
    pub fn members(&self) -> usize {
        self.standing.iter().filter(|s| **s == Standing::Member).count()
    }

    /// How many guests there are.
    #[must_use]
    pub fn guests(&self) -> usize {
        self.standing.iter().filter(|s| **s == Standing::Guest).count()
    }
}

impl Membership {
    /// The places of one standing, rising.
    pub fn places(&self, wanted: Standing) -> impl Iterator<Item = Place> + '_ {
        let everyone = (0u32..).map(Place).zip(&self.standing);
        everyone
            .filter(move |(_, standing)| **standing == wanted)
            .map(|(place, _)| place)
    }
}

impl TemporalNetwork {
    /// How everyone stands in a window.
    #[must_use]
    pub fn membership(&self, window: &Window) -> Membership {
        if !self.reaches(window) {
            return Membership {
                standing: vec![Standing::Absent; self.roster.len()],
            };
        }
        let mut standing: Vec<Standing> = (0..self.roster.len() as u32)
            .into_par_iter()
            .with_min_len(4096)
            .map(|place| by_participations(self.index.stays_of(Place(place)), window))
            .collect();
        for tie in self.live_partnerships(window) {
            standing[tie.source.at()] = Standing::Member;
            standing[tie.target.at()] = Standing::Member;
        }
        for joined in &self.index.joined {
            let belongs = window.period.is_none_or(|window| {
                joined.from < window.end() && joined.until.is_none_or(|until| until > window.start())
            });
            if belongs {
                standing[joined.place.at()] = Standing::Member;
            }
        }
        Membership { standing }
    }
}

/// The standing that participations alone give; `rows` stand in the order of the days they begin, undated ones first.
fn by_participations(rows: &[Stay], window: &Window) -> Standing {
    let Some(period) = window.period else {
        return by_count(rows.iter().filter(|row| row.falls_into(window)));
    };
    let memory = period.end().plus_months(-MEMORY_MONTHS).min(period.start());
    let remembered = Period::new(memory, period.end()).unwrap_or(period);
    let (mut in_window, mut twice) = (false, false);
    // The latest end so far of two different events: the second stands in where the first is the row's own event.
    let mut latest: [Option<(Day, u32)>; 2] = [None; 2];
    let mut undated: Option<u32> = None;
    let begun = |row: &&Stay| row.days.is_none_or(|days| days.start() < period.end());
    for row in rows.iter().take_while(begun).filter(|row| !row.planned) {
        let event = row.event.0;
        in_window |= row.falls_into(window);
        let Some(days) = row.days else {
            // Undated: counts in `all` only, and nothing says that it lies far from any other.
            if window.includes_undated {
                twice |= undated.is_some_and(|other| other != event);
                undated = Some(event);
            }
            continue;
        };
        let Some(days) = days.intersection(remembered) else {
            continue;
        };
        let before = latest.iter().flatten().find(|(_, other)| *other != event);
        twice = twice || before.is_some_and(|(end, _)| end.plus_months(MEMORY_MONTHS) >= days.start());
        twice |= undated.is_some_and(|other| other != event);
        remember(&mut latest, days.end(), event);
    }
    match (in_window, twice) {
        (false, _) => Standing::Absent,
        (true, false) => Standing::Guest,
        (true, true) => Standing::Member,
    }
}

/// Keeps the two latest ends of different events, the later first.
fn remember(latest: &mut [Option<(Day, u32)>; 2], end: Day, event: u32) {
    let [first, second] = *latest;
    let new = Some((end, event));
    *latest = match (first, second) {
        (Some((old, same)), _) if same == event => [Some((old.max(end), same)), second],
        (Some((old, _)), _) if end >= old => [new, first],
        (_, Some((old, same))) if same == event => [first, Some((old.max(end), same))],
        (Some(_), kept) => [first, kept.max(new)],
        (None, _) => [new, None],
    };
}

fn by_count<'a>(rows: impl Iterator<Item = &'a Stay>) -> Standing {
    let mut events: Vec<u32> = rows.map(|row| row.event.0).collect();
    events.sort_unstable();
    events.dedup();
    match events.len() {
        0 => Standing::Absent,
        1 => Standing::Guest,
        _ => Standing::Member,
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_hub::{TestHub, all, day, hub, place, window};
    use super::*;
    use crate::time::DateSpan;

    fn standing(hub: &TestHub, id: &str, start: &str, end: &str) -> Standing {
        let network = hub.network();
        network.membership(&window(start, end)).standing[place(&network, id).at()]
    }

    #[test]
    fn two_events_within_24_months_make_a_member_and_one_a_guest() {
        let hub = hub(&[])
            .attends("A", "E1", "2020-02-01")
            .attends("A", "E2", "2021-06-01")
            .attends("B", "E2", "2021-06-01")
            .attends("B", "E9", "2018-06-01");
        // 2021: A's two events lie 16 months apart, B's 36.
        assert_eq!(standing(&hub, "A", "2021-01-01", "2022-01-01"), Standing::Member);
        assert_eq!(standing(&hub, "B", "2021-01-01", "2022-01-01"), Standing::Guest);
        // 2020: A's second is yet to come.
        assert_eq!(standing(&hub, "A", "2020-01-01", "2021-01-01"), Standing::Guest);
        // 2022: no record, so A left however active before.
        assert_eq!(standing(&hub, "A", "2021-07-01", "2022-07-01"), Standing::Absent);
        let network = hub.network();
        let whole = network.membership(&all(&network));
        assert_eq!((whole.members(), whole.guests()), (1, 1));
    }

    #[test]
    fn in_a_long_window_the_two_may_lie_anywhere_but_not_far_apart() {
        // Events of A in 2012, 2016 and 2017, of another in 2020.
        let hub = hub(&[])
            .attends("A", "E1", "2012-01-10")
            .attends("A", "E2", "2016-01-10")
            .attends("A", "E3", "2017-12-10")
            .attends("B", "E1", "2012-01-10")
            .attends("B", "E2", "2016-01-10")
            .attends("C", "E4", "2020-01-10");
        assert_eq!(standing(&hub, "A", "2012-01-01", "2020-01-11"), Standing::Member);
        assert_eq!(standing(&hub, "B", "2012-01-01", "2020-01-11"), Standing::Guest);
    }

    #[test]
    fn the_same_event_twice_is_one_participation() {
        let hub = hub(&[])
            .attends("A", "E1", "2020-02-01")
            .attends("A", "E1", "2020-02-02")
            .attends("A", "E1", "2020-02-03");
        assert_eq!(standing(&hub, "A", "2020-01-01", "2021-01-01"), Standing::Guest);
    }

    #[test]
    fn the_second_latest_event_counts_where_the_latest_is_the_same() {
        let hub = hub(&[])
            .event("E1", "2020-01-01", "")
            .attends("A", "E1", "2020-01-05")
            .attends("A", "E2", "2020-02-01")
            .attends("A", "E2", "2022-01-20");
        // E1 and E2 of 2022 lie more than 24 months apart, E1 and E2 of 2020 do not, and E2 falls into the window:
        // within the 24 months up to 2022-02-01 there is E2 alone.
        assert_eq!(standing(&hub, "A", "2021-02-01", "2022-02-01"), Standing::Guest);
        assert_eq!(standing(&hub, "A", "2021-01-20", "2022-01-21"), Standing::Guest);
        assert_eq!(standing(&hub, "A", "2020-01-01", "2022-01-21"), Standing::Member);
    }

    #[test]
    fn who_joined_is_a_member_until_it_leaves_and_a_live_partnership_makes_two() {
        let exact = |text| Some(DateSpan::exact(day(text)));
        let hub = hub(&[])
            .unit("J", "")
            .about("J", |j| (j.joined, j.left) = (exact("2020-03-01"), exact("2020-12-31")))
            .tie("A", "B", "2019-01-01", "2019-12-31")
            .attends("A", "late", "2022-12-31");
        assert_eq!(standing(&hub, "J", "2019-01-01", "2020-01-01"), Standing::Absent);
        assert_eq!(standing(&hub, "J", "2020-01-01", "2021-01-01"), Standing::Member);
        assert_eq!(standing(&hub, "J", "2021-01-01", "2022-01-01"), Standing::Absent);
        assert_eq!(standing(&hub, "B", "2019-12-31", "2020-12-31"), Standing::Member);
        // The last day of the partnership is 2019-12-31, so it is over when 2020 begins.
        assert_eq!(standing(&hub, "B", "2020-01-01", "2021-01-01"), Standing::Absent);
    }

    #[test]
    fn persons_of_one_organisation_at_one_event_are_one_participation_of_it() {
        let hub = hub(&[])
            .unit("O", "")
            .person("p", "O")
            .person("q", "O")
            .attends("p", "E1", "2020-02-01")
            .attends("q", "E1", "2020-02-01");
        assert_eq!(standing(&hub, "O", "2020-01-01", "2021-01-01"), Standing::Guest);
        let joined = hub
            .clone()
            .about("p", |p| p.joined = Some(DateSpan::exact(day("2020-01-01"))));
        assert_eq!(standing(&joined, "O", "2020-01-01", "2021-01-01"), Standing::Guest);
        let twice = hub.attends("q", "E2", "2020-03-01");
        assert_eq!(standing(&twice, "O", "2020-01-01", "2021-01-01"), Standing::Member);
    }

    #[test]
    fn undated_participations_count_in_all_only() {
        let hub = hub(&[])
            .attends("A", "E1", "")
            .attends("A", "E2", "")
            .attends("B", "E1", "")
            .attends("C", "E3", "2020-02-01");
        let network = hub.network();
        let whole = network.membership(&all(&network)).standing;
        assert_eq!(whole, [Standing::Member, Standing::Guest, Standing::Guest]);
        assert_eq!(standing(&hub, "A", "2020-01-01", "2021-01-01"), Standing::Absent);
    }
}
