//! Which agreements to renew, broaden, hand over or let lapse, and why?
//!
//! In: the agreements in force. Out: one [`Decision`] each, by a stated rule on four facts: when the two last did
//! something together, how many other agreements serve the same purpose, who would be stranded, and by when to decide.
//!
//! | | others serve the purpose, nobody stranded | none does, or somebody is stranded |
//! | --- | --- | --- |
//! | something joint within two years, or not recorded | renew | broaden: bring a second partner in |
//! | nothing joint for two years | let lapse | hand over: to others who are active |

use std::collections::BTreeMap;

use super::standing::Standing;
use crate::findings::Context;
use crate::metrics::{bridges, components};
use crate::network::{NodeIndex, Place, SMALL_EVENT, Snapshot};
use crate::records::EventIndex;
use crate::time::Day;

/// Without anything joint for so many months an agreement is quiet: the memory of membership.
pub const QUIET_MONTHS: i32 = 24;

/// What to do with an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Renew it as it is.
    Renew,
    /// Renew it and bring a second partner in.
    Broaden,
    /// Pass what it is for to others who are active.
    HandOver,
    /// Let it end.
    LetLapse,
    /// No decision falls due before the horizon.
    RunsOn,
}

impl Verdict {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Renew => "renew",
            Self::Broaden => "broaden",
            Self::HandOver => "hand_over",
            Self::LetLapse => "let_lapse",
            Self::RunsOn => "runs_on",
        }
    }

    /// Whether the agreement goes on in some form.
    #[must_use]
    pub const fn keeps(self) -> bool {
        matches!(self, Self::Renew | Self::Broaden | Self::HandOver)
    }
}

/// When the two sides last did something together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Together {
    /// On this day: an agreement of theirs began or was confirmed, or both took part in one event.
    Last(Day),
    /// The hub records nobody's participation in the last two years, so nothing can be said.
    NotRecorded,
}

/// What an agreement is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// When the two last did something together.
    pub together: Together,
    /// Whether that is two years ago or longer.
    pub quiet: bool,
    /// Other agreements for the same purpose that last longer; `None` where neither function nor kind is recorded.
    pub others: Option<usize>,
    /// Members that would lose the largest part of the working network with it.
    pub stranded: usize,
    /// The side that would be cut off with them.
    pub cut_off: Option<Place>,
    /// Whether the pair's working tie ends with it: no other agreement of theirs lasts longer, and they share no events
    /// that make a tie.
    pub only_tie: bool,
    /// Whether the day for notice is past.
    pub notice_passed: bool,
}

/// What to do with one agreement, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The agreement.
    pub agreement: Standing,
    /// What to do.
    pub verdict: Verdict,
    /// Why; `None` where no decision falls due.
    pub facts: Option<Facts>,
    /// By when to decide; `None` where nothing ends.
    pub decide_by: Option<Day>,
}

/// What to do with each agreement up to the horizon, in their order.
#[must_use]
pub fn decisions(context: &Context<'_>, standing: Vec<Standing>, as_of: Day, horizon: Day) -> Vec<Decision> {
    let due = |one: &Standing| {
        let decide = one.decide_by(as_of).filter(|day| *day <= horizon);
        decide.is_some() && !one.replaced()
    };
    let judge = Judge::new(context, &standing, as_of, &due);
    let facts: Vec<Option<Facts>> = standing.iter().map(|one| due(one).then(|| judge.facts(one))).collect();
    let decision = |(agreement, facts): (Standing, Option<Facts>)| Decision {
        verdict: facts.map_or(Verdict::RunsOn, |facts| verdict(&facts)),
        decide_by: agreement.decide_by(as_of),
        facts,
        agreement,
    };
    standing.into_iter().zip(facts).map(decision).collect()
}

/// The rule of this file's table.
const fn verdict(facts: &Facts) -> Verdict {
    let irreplaceable = facts.stranded > 0 || matches!(facts.others, Some(0));
    match (facts.quiet, irreplaceable) {
        (false, false) => Verdict::Renew,
        (false, true) => Verdict::Broaden,
        (true, true) => Verdict::HandOver,
        (true, false) => Verdict::LetLapse,
    }
}

/// What the facts of all agreements are read from.
struct Judge<'a> {
    context: &'a Context<'a>,
    standing: &'a [Standing],
    as_of: Day,
    /// Whether anybody's participation is recorded in the last two years.
    activity_recorded: bool,
    /// For each purpose the last days of its agreements, rising; those that never end last.
    by_purpose: BTreeMap<&'a str, Vec<Day>>,
    /// The agreements of each pair.
    by_pair: BTreeMap<(Place, Place), Vec<u32>>,
    /// The events of each side of an agreement due, by event: when it began to take part.
    events: BTreeMap<Place, Vec<(EventIndex, Day)>>,
    /// Participants of each event of the window.
    sizes: BTreeMap<EventIndex, usize>,
    beyond: Beyond,
}

impl<'a> Judge<'a> {
    fn new(context: &'a Context<'a>, standing: &'a [Standing], as_of: Day, due: &dyn Fn(&Standing) -> bool) -> Self {
        let network = context.network;
        let since = as_of.plus_months(-QUIET_MONTHS);
        let begun = |row: &crate::network::DatedAttendance| row.period.map(crate::time::Period::start);
        let recent = |day: Day| day > since && day <= as_of;
        let mut by_purpose: BTreeMap<&str, Vec<Day>> = BTreeMap::new();
        let mut by_pair: BTreeMap<_, Vec<u32>> = BTreeMap::new();
        for (one, at) in standing.iter().zip(0..) {
            if let Some(purpose) = &one.purpose {
                by_purpose
                    .entry(purpose.as_str())
                    .or_default()
                    .push(one.lasts_to.unwrap_or(FOREVER));
            }
            by_pair.entry(one.sides()).or_default().push(at);
        }
        by_purpose.values_mut().for_each(|days| days.sort_unstable());
        let mut events = BTreeMap::new();
        for place in standing
            .iter()
            .filter(|one| due(one))
            .flat_map(|one| [one.source, one.target])
        {
            events.entry(place).or_insert_with(|| {
                let rows = network.attendance_of(place).filter(|row| !row.planned);
                let mut events: Vec<(EventIndex, Day)> =
                    rows.filter_map(|row| Some((row.event, begun(row)?))).collect();
                // of several rows at one event the last counts
                events.sort_unstable_by_key(|(event, day)| (*event, std::cmp::Reverse(*day)));
                events.dedup_by_key(|(event, _)| *event);
                events
            });
        }
        let sizes = network.event_sizes(context.window).into_iter();
        Self {
            activity_recorded: network.attendance().iter().filter_map(begun).any(recent),
            beyond: Beyond::new(context.working),
            sizes: sizes.map(|size| (size.event, size.participants)).collect(),
            context,
            standing,
            as_of,
            by_purpose,
            by_pair,
            events,
        }
    }

    fn facts(&self, one: &Standing) -> Facts {
        let shared = self.shared(one.source, one.target);
        let together = self.together(one, &shared);
        let only_tie = self.only_tie(one, &shared);
        let cut = only_tie.then(|| self.beyond.cut_off(one.source, one.target)).flatten();
        let quiet = |last: Day| last.plus_months(QUIET_MONTHS) <= self.as_of;
        Facts {
            together,
            quiet: matches!(together, Together::Last(last) if quiet(last)),
            others: self.others(one),
            stranded: cut.map_or(0, |cut| cut.members),
            cut_off: cut.map(|cut| cut.end),
            only_tie,
            notice_passed: one.notice_by.is_some_and(|notice| notice <= self.as_of),
        }
    }

    /// The events that both took part in, each with the later of the days on which they began to.
    fn shared(&self, one: Place, other: Place) -> Vec<(EventIndex, Day)> {
        let (Some(theirs), Some(others)) = (self.events.get(&one), self.events.get(&other)) else {
            return Vec::new();
        };
        let both = |(event, day): &(EventIndex, Day)| {
            let at = others.binary_search_by_key(event, |(event, _)| *event).ok()?;
            Some((*event, others[at].1.max(*day)))
        };
        theirs.iter().filter_map(both).collect()
    }

    fn together(&self, one: &Standing, shared: &[(EventIndex, Day)]) -> Together {
        let known = |day: &Day| *day <= self.as_of;
        let of_theirs = self.by_pair.get(&one.sides()).into_iter().flatten();
        let signed = of_theirs.flat_map(|at| {
            let agreement = &self.standing[*at as usize];
            let row = &self.context.records.partnerships[agreement.partnership as usize];
            [agreement.start, row.last_confirmed.map(|span| span.first)]
        });
        let met = shared.iter().map(|(_, day)| *day);
        let last = signed.flatten().filter(known).chain(met.filter(known)).max();
        let recent = |last: &Day| last.plus_months(QUIET_MONTHS) > self.as_of;
        match last {
            Some(last) if self.activity_recorded || recent(&last) => Together::Last(last),
            _ => Together::NotRecorded,
        }
    }

    /// Whether the pair is tied by nothing else once this ends.
    fn only_tie(&self, one: &Standing, shared: &[(EventIndex, Day)]) -> bool {
        let Some(ends) = one.lasts_to else { return false };
        let of_theirs = self.by_pair.get(&one.sides()).into_iter().flatten();
        let lasts = |at: &u32| self.standing[*at as usize].outlasts(ends);
        let sizes = shared.iter().filter_map(|(event, _)| self.sizes.get(event));
        let tied = sizes.clone().count() >= 2 || sizes.into_iter().any(|size| *size <= SMALL_EVENT);
        !tied && !of_theirs.into_iter().any(lasts)
    }

    /// Other agreements for the same purpose that last longer, those of the same two left out.
    fn others(&self, one: &Standing) -> Option<usize> {
        let purpose = one.purpose.as_deref()?;
        let ends = one.lasts_to.unwrap_or(FOREVER);
        let days = self.by_purpose.get(purpose).map_or(&[][..], Vec::as_slice);
        let longer = days.len() - days.partition_point(|day| *day <= ends);
        let of_theirs = self.by_pair.get(&one.sides()).into_iter().flatten();
        let same = |at: &&u32| {
            let other = &self.standing[**at as usize];
            other.outlasts(ends) && other.purpose.as_deref() == Some(purpose)
        };
        Some(longer - of_theirs.filter(same).count())
    }
}

/// The last day of what never ends.
const FOREVER: Day = Day::from_number(i32::MAX);

/// Who lies beyond each bridge of a network.
struct Beyond {
    places: Vec<Place>,
    /// Bridges, each with the end of the smaller side and its members.
    bridges: BTreeMap<(NodeIndex, NodeIndex), Cut>,
}

/// One side of a bridge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cut {
    end: Place,
    members: usize,
}

impl Beyond {
    /// In any tree that spans a component, a bridge is a tie of the tree: what hangs below it is one side.
    fn new(working: &Snapshot) -> Self {
        let parts = components(working);
        let tree = Tree::new(working);
        let places = working.places();
        let ties = working.pairs().zip(bridges(working).ties).filter(|(_, bridge)| *bridge);
        let cut = |(one, other): (NodeIndex, NodeIndex)| {
            let (below, above) = if tree.parent[one.at()] == Some(other.0) {
                (one, other)
            } else {
                (other, one)
            };
            let hanging = tree.branch[below.at()] as usize;
            let rest = parts.size_around(above.at()) as usize - hanging;
            let (end, members) = if hanging <= rest {
                (below, hanging)
            } else {
                (above, rest)
            };
            Cut {
                end: places[end.at()],
                members,
            }
        };
        Self {
            bridges: ties
                .map(|((one, other, _), _)| ((one, other), cut((one, other))))
                .collect(),
            places: places.to_vec(),
        }
    }

    fn cut_off(&self, one: Place, other: Place) -> Option<Cut> {
        let node = |place: Place| {
            self.places
                .binary_search(&place)
                .ok()
                .map(|node| NodeIndex(node as u32))
        };
        let (one, other) = (node(one)?, node(other)?);
        self.bridges.get(&(one.min(other), one.max(other))).copied()
    }
}

/// A tree that spans each component, with how many hang below each node, itself included.
struct Tree {
    parent: Vec<Option<u32>>,
    branch: Vec<u32>,
}

impl Tree {
    fn new(working: &Snapshot) -> Self {
        let nodes = working.node_count();
        let mut tree = Self {
            parent: vec![None; nodes],
            branch: vec![1; nodes],
        };
        let mut seen = vec![false; nodes];
        let mut order: Vec<u32> = Vec::with_capacity(nodes);
        for root in 0..nodes as u32 {
            if std::mem::replace(&mut seen[root as usize], true) {
                continue;
            }
            let mut next = order.len();
            order.push(root);
            while let Some(&node) = order.get(next) {
                next += 1;
                for &partner in working.ties().columns(node as usize) {
                    if !std::mem::replace(&mut seen[partner as usize], true) {
                        tree.parent[partner as usize] = Some(node);
                        order.push(partner);
                    }
                }
            }
        }
        for node in order.into_iter().rev() {
            if let Some(parent) = tree.parent[node as usize] {
                tree.branch[parent as usize] += tree.branch[node as usize];
            }
        }
        tree
    }
}

#[cfg(test)]
mod tests {
    use super::super::standing::standing;
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{TestHub, day, hub, place};
    use crate::records::{Partnership, Sector};

    const AS_OF: &str = "2024-12-31";

    fn seven() -> TestHub {
        hub(&["a", "b", "c", "d", "e", "f", "g"].map(|id| (id, Sector::Business))).studied_until(AS_OF)
    }

    fn found(hub: &TestHub) -> (Vec<Decision>, Prepared) {
        let prepared = Prepared::latest(hub);
        let context = prepared.context();
        let agreements = standing(&context, day(AS_OF));
        let found = decisions(&context, agreements, day(AS_OF), day("2027-12-31"));
        (found, prepared)
    }

    fn verdict_of(decisions: &[Decision], record: &str) -> Verdict {
        let found = decisions
            .iter()
            .find(|one| one.agreement.record.as_str().starts_with(record));
        found.expect("an agreement").verdict
    }

    fn of(function: &'static str) -> impl FnOnce(&mut Partnership) {
        move |tie| tie.function = Some(function.into())
    }

    #[test]
    fn each_agreement_is_judged_by_activity_and_by_what_would_be_lost() {
        // a b c are a triangle of open agreements; d and e hang on c, f and g on a
        let (found, prepared) = found(
            &seven()
                .tie_with("a", "b", "2020-01-01", "open", of("data"))
                .tie_with("b", "c", "2020-01-01", "open", of("training"))
                .tie_with("a", "c", "2020-01-01", "2026-12-31", of("Data "))
                .tie_with("c", "d", "2023-06-01", "2025-12-31", of("data"))
                .tie_with("d", "e", "2023-06-01", "2025-12-31", of("data"))
                .tie_with("a", "f", "2019-01-01", "2025-12-31", of("evaluation"))
                .tie_with("a", "g", "2019-01-01", "2029-12-31", of("data"))
                .tie_with("b", "f", "2024-01-01", "open", of("legal"))
                .attends("a", "w", "2024-05-01")
                .attends("x", "w", "2024-05-01"),
        );
        // a–c: nothing joint since it was signed in 2020, b's data agreement stays, c keeps b: let lapse
        assert_eq!(verdict_of(&found, "a-c"), Verdict::LetLapse);
        // c–d: signed in 2023; d and e would be cut off
        assert_eq!(verdict_of(&found, "c-d"), Verdict::Broaden);
        // a–f: nothing since 2019, and nobody else evaluates
        assert_eq!(verdict_of(&found, "a-f"), Verdict::HandOver);
        // a–g ends after the horizon
        assert_eq!(verdict_of(&found, "a-g"), Verdict::RunsOn);
        let facts = |record: &str| {
            let one = found
                .iter()
                .find(|one| one.agreement.record.as_str().starts_with(record));
            one.expect("an agreement").facts.expect("due")
        };
        let cut = facts("c-d");
        assert_eq!((cut.stranded, cut.cut_off), (2, Some(place(&prepared.network, "d"))));
        assert_eq!(
            (cut.others, facts("a-c").others, facts("a-f").others),
            (Some(3), Some(2), Some(0))
        );
        assert_eq!(facts("d-e").stranded, 1);
        assert_eq!(facts("a-c").together, Together::Last(day("2020-01-01")));
    }

    #[test]
    fn what_is_renewed_already_is_decided_on_when_the_renewal_ends() {
        let (found, _) = found(
            &seven()
                .tie("a", "b", "2023-01-01", "2025-03-31")
                .tie_with("a", "b", "2025-04-15", "2026-04-14", |tie| tie.notice_months = Some(2))
                .tie("c", "d", "2023-01-01", "2025-03-31")
                .tie("c", "d", "2025-04-15", "open"),
        );
        let [until_2026, open] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!(until_2026.decide_by, Some(day("2026-02-14")));
        assert!(until_2026.verdict != Verdict::RunsOn && until_2026.facts.is_some_and(|facts| facts.only_tie));
        assert_eq!((open.verdict, open.decide_by), (Verdict::RunsOn, None));
    }

    #[test]
    fn where_nobodys_participation_is_recorded_no_agreement_is_quiet() {
        let (found, _) = found(
            &seven()
                .tie("a", "b", "2015-01-01", "2025-12-31")
                .tie("a", "b", "2015-01-01", "2025-12-30")
                .tie("a", "c", "2015-01-01", "2025-12-31"),
        );
        let facts: Vec<Facts> = found.iter().filter_map(|one| one.facts).collect();
        assert!(
            facts
                .iter()
                .all(|facts| facts.together == Together::NotRecorded && !facts.quiet)
        );
        // the second a–b ends a day before the first, so the tie does not end with it
        let only: Vec<bool> = facts.iter().map(|facts| facts.only_tie).collect();
        assert_eq!(only, [true, false, true]);
    }

    #[test]
    fn events_keep_a_tie_and_count_as_joint() {
        let (found, _) = found(
            &seven()
                .tie_with("a", "b", "2015-01-01", "2025-12-31", of("data"))
                .tie_with("a", "c", "2015-01-01", "open", of("data"))
                .attends("a", "w", "2024-05-01")
                .attends("b", "w", "2024-05-03"),
        );
        let facts = found[0].facts.expect("due");
        assert_eq!(facts.together, Together::Last(day("2024-05-03")));
        assert!(!facts.only_tie && facts.stranded == 0);
        assert_eq!(found[0].verdict, Verdict::Renew);
        assert_eq!(found[1].verdict, Verdict::RunsOn);
    }
}
