//! Which members have no working tie, and whose activity drops?
//!
//! In: working-layer snapshots of this window and of the member's own past. Out: two ranked lists.

use std::collections::BTreeSet;

use super::gaps::{Certainty, Gap, GapKind, Severity, evidence, records_of};
use super::{Answer, Context, Lacking};
use crate::network::{Layer, Place, Standing};
use crate::records::{EventIndex, RecordId, TableName};
use crate::statistics::false_discovery::benjamini_hochberg;
use crate::statistics::rates::fewer_than_before;
use crate::time::{Day, Period, Window};

/// Earlier full years without which a member has no past of its own.
const EARLIER_YEARS: usize = 2;

/// Share of false alarms accepted among the members said to fade.
const FADING_Q: f64 = 0.05;

/// A member without a working tie in the window.
#[derive(Debug, Clone, PartialEq)]
pub struct IsolatedMember {
    /// Who.
    pub place: Place,
    /// Participations in the window (in large events only, else there would be a tie).
    pub participations: usize,
    /// Last day with any record.
    pub last_seen: Option<Day>,
    /// Events it attended in the window: where to find it.
    pub records: Vec<RecordId>,
}

/// A member whose activity dropped below its own past.
#[derive(Debug, Clone, PartialEq)]
pub struct FadingMember {
    /// Who.
    pub place: Place,
    /// Activity in the twelve months that end with the window: events it took part in and partnerships that live, those
    /// begun on the same day counted once.
    pub now: usize,
    /// Mean activity a year over its own earlier years.
    pub usual: f64,
    /// The chance of so few if nothing had changed (exact comparison of two Poisson rates).
    pub probability: f64,
    /// The same after Benjamini-Hochberg over all members with a past.
    pub q: f64,
    /// Last day with any record.
    pub last_seen: Option<Day>,
}

/// Members without a working tie in the window, most active first, then by place. Those who run the hub are no isolates.
#[must_use]
pub fn isolated(context: &Context<'_>) -> Vec<IsolatedMember> {
    let mut found: Vec<IsolatedMember> = context
        .working
        .nodes()
        .filter(|node| context.working.degree(*node) == 0)
        .map(|node| context.working.places()[node.at()])
        .filter(|place| is_member(context, *place))
        .map(|place| isolated_member(context, place))
        .collect();
    found.sort_by_key(|member| (std::cmp::Reverse(member.participations), member.place));
    found
}

fn isolated_member(context: &Context<'_>, place: Place) -> IsolatedMember {
    let attended = context
        .network
        .attendance_of(place)
        .filter(|row| row.falls_into(context.window));
    let events: Vec<RecordId> = attended
        .map(|row| RecordId(context.records.event(row.event).id.0.clone()))
        .collect();
    IsolatedMember {
        place,
        participations: events.len(),
        last_seen: context.network.last_seen(place),
        records: events.into_iter().collect::<BTreeSet<_>>().into_iter().collect(),
    }
}

impl IsolatedMember {
    /// As a row: medium where it came to something, so that it can be met there, low otherwise.
    pub(super) fn gap(&self, context: &Context<'_>) -> Gap {
        let (reading, severity) = match self.participations {
            0 => ("isolated_absent", Severity::Low),
            _ => ("isolated_present", Severity::Medium),
        };
        Gap {
            severity,
            subjects: vec![self.place],
            evidence: evidence([("participations", Some(self.participations as f64))]),
            records: self.records.clone(),
            ..Gap::of(GapKind::Isolated, reading, Layer::Working, &context.window.label)
        }
    }
}

impl FadingMember {
    /// As a row: high where less than a quarter of the usual activity is left, medium otherwise.
    pub(super) fn gap(&self, context: &Context<'_>) -> Gap {
        let grave = (self.now as f64) < self.usual / 4.0;
        Gap {
            severity: if grave { Severity::High } else { Severity::Medium },
            subjects: vec![self.place],
            evidence: evidence([
                ("activity_now", Some(self.now as f64)),
                ("activity_usual", Some(self.usual)),
                ("p", Some(self.probability)),
                ("q", Some(self.q)),
            ]),
            certainty: Certainty::Tested,
            records: records_of(context, self.place),
            ..Gap::of(GapKind::Fading, "fading", Layer::Combined, &context.window.label)
        }
    }
}

fn is_member(context: &Context<'_>, place: Place) -> bool {
    context.membership.standing[place.at()] == Standing::Member && !context.network.roster().member(place).of_the_hub
}

/// Members whose activity dropped below their own past, least likely by chance first.
///
/// The twelve months that end with the window are compared with the member's own earlier years, counted back from
/// there; only years that lie wholly after its first record and within the study count, and two at least. Listed are
/// those who pass at 5 % of false alarms over all members with such a past.
#[must_use]
pub fn fading(context: &Context<'_>) -> Answer<Vec<FadingMember>> {
    let (Some(study), Some(period)) = (context.network.study(), context.window.period) else {
        return Answer::Cannot(Lacking::Column {
            table: TableName::Participations,
            column: Some("date"),
        });
    };
    if context.window.partial.is_some() {
        return Answer::Cannot(Lacking::Span("lacking-span-whole_window"));
    }
    let years = years_back(period.end(), study.from);
    if years.len() <= EARLIER_YEARS {
        return Answer::Cannot(Lacking::Span("lacking-span-three_years"));
    }
    let mut tested: Vec<FadingMember> = context
        .network
        .roster()
        .places()
        .filter(|place| is_member(context, *place))
        .filter_map(|place| compared(context, place, &years))
        .collect();
    if tested.is_empty() {
        return Answer::Cannot(Lacking::TooFew {
            what: "lacking-few-pasts",
            found: 0,
            needed: 1,
        });
    }
    let p: Vec<f64> = tested.iter().map(|member| member.probability).collect();
    for (member, q) in tested.iter_mut().zip(benjamini_hochberg(&p)) {
        member.q = q;
    }
    tested.retain(|member| member.q <= FADING_Q && (member.now as f64) < member.usual);
    tested.sort_by(|one, other| {
        one.probability
            .total_cmp(&other.probability)
            .then(one.place.cmp(&other.place))
    });
    Answer::Found(tested)
}

/// The twelve months that end on a day, then each twelve months before, as far as the study reaches.
fn years_back(end: Day, from: Day) -> Vec<Window> {
    (0..)
        .map(|year| (end.plus_months(-12 * (year + 1)), end.plus_months(-12 * year)))
        .take_while(|(start, _)| *start >= from)
        .map(|(start, end)| Window {
            label: format!("{start}/{end}"),
            period: Period::new(start, end),
            includes_undated: false,
            partial: None,
        })
        .collect()
}

fn compared(context: &Context<'_>, place: Place, years: &[Window]) -> Option<FadingMember> {
    let first = context.network.first_seen(place)?;
    let (latest, earlier) = years.split_first()?;
    let own: Vec<&Window> = earlier
        .iter()
        .take_while(|year| year.period.is_some_and(|period| period.start() >= first))
        .collect();
    if own.len() < EARLIER_YEARS {
        return None;
    }
    let now = activity(context, latest, place);
    let before: usize = own.iter().map(|year| activity(context, year, place)).sum();
    Some(FadingMember {
        place,
        now,
        usual: before as f64 / own.len() as f64,
        probability: fewer_than_before(now, before, own.len())?,
        q: 1.0,
        last_seen: context.network.last_seen(place),
    })
}

/// Distinct events, and distinct days on which live partnerships began: ten from one house at one event, or ten
/// partners of one project, are one act and would make chance look smaller than it is.
fn activity(context: &Context<'_>, window: &Window, place: Place) -> usize {
    let attended = context
        .network
        .attendance_of(place)
        .filter(|row| row.falls_into(window));
    let events: BTreeSet<EventIndex> = attended.map(|row| row.event).collect();
    let ties = context.network.partnerships_of(place);
    let live = ties.iter().filter(|tie| tie.lives_in(window));
    let begun: BTreeSet<Option<Day>> = live.map(|tie| tie.period.map(Period::start)).collect();
    events.len() + begun.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{TestHub, day, hub, place};
    use crate::records::Sector;
    use crate::time::DateSpan;

    #[test]
    fn members_without_a_tie_are_isolated_and_the_operator_and_guests_are_not() {
        let joined = |who: &mut crate::records::Stakeholder| who.joined = Some(DateSpan::exact(day("2024-01-01")));
        let prepared = Prepared::latest(
            &hub(&["a", "b", "alone", "hub", "guest"].map(|id| (id, Sector::Business)))
                .about("alone", joined)
                .about("hub", joined)
                .operator("hub")
                .tie("a", "b", "2024-02-01", "open")
                .attends("guest", "fair", "2024-05-05")
                .studied_until("2024-12-31"),
        );
        let found = isolated(&prepared.context());
        assert_eq!(
            found.iter().map(|one| one.place).collect::<Vec<_>>(),
            [place(&prepared.network, "alone")]
        );
        assert_eq!(
            (found[0].participations, found[0].last_seen),
            (0, Some(day("2024-01-01")))
        );
    }

    #[test]
    fn the_isolated_are_listed_by_what_they_attended() {
        // ten at a big event make no working tie; x came to two of them with different crowds
        let mut filled = hub(&[]);
        for (event, first) in [("e1", 0), ("e2", 9)] {
            for other in first..first + 9 {
                filled = filled.attends(&format!("o{other:02}"), event, "2024-05-05");
            }
        }
        let filled = filled
            .attends("x", "e1", "2024-05-05")
            .attends("x", "e2", "2024-05-05")
            .studied_until("2024-12-31");
        let prepared = Prepared::latest(&filled);
        let found = isolated(&prepared.context());
        assert_eq!((found.len(), found[0].participations), (1, 2));
        assert_eq!(found[0].records, [RecordId::from("e1"), RecordId::from("e2")]);
    }

    /// Member m comes monthly for some years, then so many times in 2024; s comes once a month throughout.
    fn history(first: i32, now: usize) -> TestHub {
        let mut filled = hub(&[("m", Sector::Business), ("s", Sector::Business)]);
        for year in first..=2024 {
            for month in 1..=12 {
                let date = format!("{year}-{month:02}-10");
                let event = format!("e{date}");
                filled = filled.attends("s", &event, &date);
                if year < 2024 || month <= now {
                    filled = filled.attends("m", &event, &date);
                }
            }
        }
        filled.studied_until("2024-12-31")
    }

    #[test]
    fn a_member_fades_against_its_own_past_only() {
        let prepared = Prepared::latest(&history(2020, 2));
        let Answer::Found(found) = fading(&prepared.context()) else {
            panic!("five years of records");
        };
        assert_eq!(found.len(), 1);
        let one = &found[0];
        assert_eq!(one.place, place(&prepared.network, "m"));
        // years 2021 to 2023 lie wholly after the first record of 2020-01-10: 36 before in 3 years, 2 now
        assert_eq!(one.now, 2);
        assert!((one.usual - 12.0).abs() <= 1e-12);
        // binomial(38, 1/4) at most 2 = 0.75^38 (1 + 38/3 + 703/9)
        let expected = 0.75_f64.powi(38) * (1.0 + 38.0 / 3.0 + 703.0 / 9.0);
        assert!((one.probability - expected).abs() <= 1e-12 && one.q <= 0.05);
    }

    #[test]
    fn one_act_with_many_rows_is_one_act() {
        // m leaves one project with eight partners, all begun on one day: eight ties, one act in each earlier year
        let mut filled = history(2020, 12);
        for partner in 0..8 {
            filled = filled.tie("m", &format!("p{partner}"), "2021-03-01", "2023-12-30");
        }
        let prepared = Prepared::latest(&filled);
        let (context, m) = (prepared.context(), place(&prepared.network, "m"));
        let year = |start, end| activity(&context, &crate::network::test_hub::window(start, end), m);
        assert_eq!(
            (year("2023-01-01", "2024-01-01"), year("2024-01-01", "2025-01-01")),
            (13, 12)
        );
        assert_eq!(fading(&context), Answer::Found(Vec::new()));
    }

    #[test]
    fn nobody_fades_who_keeps_coming_and_short_studies_cannot_tell() {
        assert_eq!(
            fading(&Prepared::latest(&history(2020, 11)).context()),
            Answer::Found(Vec::new())
        );
        let short = fading(&Prepared::latest(&history(2023, 0)).context());
        assert_eq!(short, Answer::Cannot(Lacking::Span("lacking-span-three_years")));
    }
}
