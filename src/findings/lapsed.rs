//! Who is gone without a record of leaving?
//!
//! In: the months in which each stakeholder acted. Out: those without a record in the window whose silence is longer than their
//! own past explains, least likely by chance first.

use std::collections::BTreeSet;

use super::gaps::{Certainty, Gap, GapKind, Severity, evidence, records_of};
use super::{Answer, Context, Lacking};
use crate::network::{Layer, Place};
use crate::records::TableName;
use crate::statistics::false_discovery::benjamini_hochberg;
use crate::statistics::rates::silent_so_long;
use crate::time::Day;

/// Months of activity without which there is no past to compare with.
const FEWEST_MONTHS: usize = 3;

/// Share of false alarms accepted among those said to be gone.
const LAPSED_Q: f64 = 0.05;

/// Someone gone without a record of leaving.
#[derive(Debug, Clone, PartialEq)]
pub struct LapsedMember {
    /// Who.
    pub place: Place,
    /// Months in which it took part in something, or began or confirmed a partnership.
    pub months: usize,
    /// Months from the first of them to the last.
    pub span: usize,
    /// Months of silence from the last of them to the end of the window.
    pub silent: usize,
    /// The chance of so long a silence if nothing had changed.
    pub probability: f64,
    /// The same after Benjamini-Hochberg over everyone with such a past, present or not.
    pub q: f64,
    /// Last day with any record.
    pub last_seen: Option<Day>,
}

/// Those without a record in the window whose silence their own past does not explain, least likely first, then by place.
///
/// Had someone who acted in k months gone on at the same pace, its k − 1 months after the first would lie anywhere
/// between then and now; the chance that all lie before the silence is exact ([`silent_so_long`]). Everyone who acted in
/// three months or more is tested, and listed are those who pass at 5 % of false alarms and have no record in the window;
/// those recorded as having left are not gone without a word.
#[must_use]
pub fn lapsed(context: &Context<'_>) -> Answer<Vec<LapsedMember>> {
    let (Some(_), Some(period)) = (context.network.study(), context.window.period) else {
        return Answer::Cannot(Lacking::Column {
            table: TableName::Participations,
            column: Some("date"),
        });
    };
    if context.window.partial.is_some() {
        return Answer::Cannot(Lacking::Span("lacking-span-whole_window"));
    }
    let end = month(period.end().plus_days(-1));
    let roster = context.network.roster();
    let left = |place: &Place| {
        context
            .records
            .stakeholder(roster.member(*place).stakeholder)
            .left
            .is_some()
    };
    let mut tested: Vec<LapsedMember> = roster
        .places()
        .filter(|place| !roster.member(*place).of_the_hub && !left(place))
        .filter_map(|place| silence(context, place, end))
        .collect();
    if tested.is_empty() {
        return Answer::Cannot(Lacking::TooFew {
            what: "lacking-few-months",
            found: 0,
            needed: 1,
        });
    }
    let p: Vec<f64> = tested.iter().map(|member| member.probability).collect();
    for (member, q) in tested.iter_mut().zip(benjamini_hochberg(&p)) {
        member.q = q;
    }
    let silent = |place: Place| context.network.records_in(context.window, place).total() == 0;
    tested.retain(|member| member.q <= LAPSED_Q && silent(member.place));
    tested.sort_by(|one, other| {
        let by_chance = one.probability.total_cmp(&other.probability);
        by_chance.then(one.place.cmp(&other.place))
    });
    Answer::Found(tested)
}

/// Months since the year 0.
fn month(day: Day) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

fn silence(context: &Context<'_>, place: Place, end: i32) -> Option<LapsedMember> {
    let attended = context.network.attendance_of(place).filter(|row| !row.planned);
    let mut months: BTreeSet<i32> = attended.filter_map(|row| Some(month(row.period?.start()))).collect();
    for tie in context.network.partnerships_of(place).iter().filter(|tie| !tie.planned) {
        let record = &context.records.partnerships[tie.partnership as usize];
        months.extend(record.start.map(|start| month(start.first)));
        months.extend(record.last_confirmed.map(|confirmed| month(confirmed.last)));
    }
    months.retain(|month| *month <= end);
    let (first, last) = (*months.first()?, *months.last()?);
    if months.len() < FEWEST_MONTHS {
        return None;
    }
    let (span, silent) = ((last - first) as usize, (end - last) as usize);
    Some(LapsedMember {
        place,
        months: months.len(),
        span,
        silent,
        probability: silent_so_long(months.len() - 1, span, span + silent)?,
        q: 1.0,
        last_seen: context.network.last_seen(place),
    })
}

impl LapsedMember {
    /// As a row: medium where the silence is over two years, else high, because a call may still bring it back.
    pub(super) fn gap(&self, context: &Context<'_>) -> Gap {
        Gap {
            severity: if self.silent > 24 {
                Severity::Medium
            } else {
                Severity::High
            },
            subjects: vec![self.place],
            evidence: evidence([
                ("months_active", Some(self.months as f64)),
                ("months_between", Some(self.span as f64)),
                ("months_silent", Some(self.silent as f64)),
                ("p", Some(self.probability)),
                ("q", Some(self.q)),
            ]),
            certainty: Certainty::Tested,
            records: records_of(context, self.place),
            ..Gap::of(GapKind::Lapsed, "lapsed", Layer::Combined, &context.window.label)
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

    /// Both come every second month from 2021; m stops after June 2023, s goes on to the end of 2024.
    fn history() -> TestHub {
        let mut filled = hub(&[("m", Sector::Business), ("s", Sector::Business)]);
        for year in 2021..=2024 {
            for month in (2..=12).step_by(2) {
                let date = format!("{year}-{month:02}-10");
                let event = format!("e{date}");
                filled = filled.attends("s", &event, &date);
                if (year, month) <= (2023, 6) {
                    filled = filled.attends("m", &event, &date);
                }
            }
        }
        filled.studied_until("2024-12-31")
    }

    fn found(hub: &TestHub) -> Vec<LapsedMember> {
        lapsed(&Prepared::latest(hub).context())
            .found()
            .cloned()
            .expect("pasts")
    }

    #[test]
    fn a_silence_longer_than_ones_own_past_explains_is_a_lapse() {
        let found = found(&history());
        assert_eq!(found.len(), 1);
        let (one, prepared) = (&found[0], Prepared::latest(&history()));
        assert_eq!(one.place, place(&prepared.network, "m"));
        // February 2021 to June 2023: 15 months of activity within 28 months, then 18 silent ones
        assert_eq!((one.months, one.span, one.silent), (15, 28, 18));
        // C(28, 14) / C(46, 14) = 40116600 / 239877544005
        assert!((one.probability - 40_116_600.0 / 239_877_544_005.0).abs() <= 1e-15);
        assert_eq!(one.gap(&prepared.context()).severity, Severity::High);
    }

    #[test]
    fn those_who_said_goodbye_or_came_seldom_are_not_gone_without_a_word() {
        let left = history().about("m", |m| m.left = Some(DateSpan::exact(day("2023-07-01"))));
        assert_eq!(found(&left), []);
        // t came three times within 19 months and then not for 29: C(19, 2) / C(47, 2) = 171/1081, no surprise
        let seldom = ["2021-01-05", "2021-06-05", "2022-07-05"]
            .iter()
            .fold(history(), |hub, date| hub.attends("t", &format!("t{date}"), date));
        assert_eq!(found(&seldom).len(), 1);
    }
}
