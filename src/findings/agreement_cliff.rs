//! In which quarter of the next twelve months do agreements end or need notice?
//!
//! In: the calendar of agreements. Out: the quarters with an agreement to decide on, those with most first.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::{Calendar, CalendarEntry, calendar};
use super::gaps::{About, Certainty, Gap, GapKind, Severity, evidence};
use super::{Answer, Context};
use crate::network::{Layer, Place};
use crate::records::RecordId;
use crate::time::Day;

/// Quarters looked at.
const QUARTERS: i32 = 4;

/// One quarter in which agreements end or need notice.
#[derive(Debug, Clone, PartialEq)]
pub struct CliffQuarter {
    /// Its last day; quarters are counted from the day after the study's last.
    pub until: Day,
    /// Agreements to decide on in it that nothing renews yet.
    pub ending: usize,
    /// Of them, those whose end is assumed because none is recorded.
    pub assumed: usize,
    /// Agreements in force when the study's last day ends.
    pub live: usize,
    /// What goes with them in all; `None` where an amount is missing or currencies differ.
    pub amount: Option<f64>,
    /// Those who would have no agreement left, were all of the twelve months to lapse, in roster order.
    pub left_without: Vec<Place>,
    /// The parties, in roster order.
    pub parties: Vec<Place>,
    /// The agreements, sorted.
    pub records: Vec<RecordId>,
}

/// The quarters of the next twelve months in which agreements end or need notice and are not renewed, those with most
/// first, then the earlier.
#[must_use]
pub fn agreement_cliff(context: &Context<'_>) -> Answer<Vec<CliffQuarter>> {
    let calendar = match calendar(context) {
        Answer::Found(calendar) => calendar,
        Answer::Cannot(lacking) => return Answer::Cannot(lacking),
    };
    let mut quarters: BTreeMap<Day, Vec<&CalendarEntry>> = BTreeMap::new();
    for entry in calendar.next_twelve_months.iter().filter(|entry| !entry.renewed) {
        let ends = (1..=QUARTERS).map(|number| last_day(calendar.as_of, number));
        let day = entry.decide_by(calendar.as_of);
        if let Some(until) = ends.into_iter().find(|until| day <= *until) {
            quarters.entry(until).or_default().push(entry);
        }
    }
    let left = Left::new(context, &calendar);
    let mut found: Vec<CliffQuarter> = quarters
        .into_iter()
        .map(|(until, entries)| quarter(until, &entries, calendar.live, &left))
        .collect();
    found.sort_by_key(|quarter| (std::cmp::Reverse(quarter.ending), quarter.until));
    Answer::Found(found)
}

/// The last day of a stretch of so many quarters that begins the day after the study's last.
fn last_day(as_of: Day, quarters: i32) -> Day {
    as_of.plus_days(1).plus_months(3 * quarters).plus_days(-1)
}

/// Agreements in force of each place, and how many of them would be left.
struct Left {
    after: BTreeMap<Place, usize>,
}

impl Left {
    fn new(context: &Context<'_>, calendar: &Calendar) -> Self {
        let mut after: BTreeMap<Place, usize> = BTreeMap::new();
        for tie in context
            .network
            .partnerships()
            .filter(|tie| tie.outlasts(calendar.as_of))
        {
            for place in BTreeSet::from([tie.source, tie.target]) {
                *after.entry(place).or_default() += 1;
            }
        }
        for entry in calendar.next_twelve_months.iter().filter(|entry| !entry.renewed) {
            for place in BTreeSet::from([entry.source, entry.target]) {
                if let Some(count) = after.get_mut(&place) {
                    *count = count.saturating_sub(1);
                }
            }
        }
        Self { after }
    }

    fn none(&self, place: Place) -> bool {
        self.after.get(&place).is_none_or(|count| *count == 0)
    }
}

fn quarter(until: Day, entries: &[&CalendarEntry], live: usize, left: &Left) -> CliffQuarter {
    let parties: BTreeSet<Place> = entries.iter().flat_map(|entry| [entry.source, entry.target]).collect();
    let records: BTreeSet<RecordId> = entries.iter().map(|entry| entry.record.clone()).collect();
    let amounts: Option<Vec<_>> = entries.iter().map(|entry| entry.amount.as_ref()).collect();
    let amount = amounts.and_then(|amounts| {
        let currencies: BTreeSet<_> = amounts.iter().map(|amount| amount.currency.as_deref()).collect();
        (currencies.len() == 1).then(|| amounts.iter().map(|amount| amount.value).sum())
    });
    CliffQuarter {
        until,
        ending: entries.len(),
        assumed: entries.iter().filter(|entry| entry.end_assumed).count(),
        live,
        amount,
        left_without: parties.iter().copied().filter(|place| left.none(*place)).collect(),
        parties: parties.into_iter().collect(),
        records: records.into_iter().collect(),
    }
}

impl CliffQuarter {
    /// As a row: high where a quarter of the agreements in force or more are to be decided on in the quarter, medium from
    /// an eighth up, which is what an even run-off over two years loses in a quarter, low below.
    pub(super) fn gap(&self, context: &Context<'_>) -> Gap {
        let share = self.ending as f64 / self.live.max(1) as f64;
        Gap {
            severity: Severity::above(share, 0.25, 0.125),
            subjects: self.parties.clone(),
            others: self.left_without.clone(),
            about: Some(About::Quarter(self.until)),
            evidence: evidence([
                ("ending", Some(self.ending as f64)),
                ("live", Some(self.live as f64)),
                ("ending_share", Some(share)),
                ("assumed", Some(self.assumed as f64)),
                ("left_without", Some(self.left_without.len() as f64)),
                ("amount", self.amount),
            ]),
            certainty: if self.assumed > 0 {
                Certainty::Assumed
            } else {
                Certainty::Recorded
            },
            records: self.records.clone(),
            ..Gap::of(
                GapKind::AgreementCliff,
                "agreement_cliff",
                Layer::Partnerships,
                &context.window.label,
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{day, hub, place};
    use crate::records::{Amount, Partnership, Sector};

    #[test]
    fn agreements_fall_into_the_quarter_in_which_someone_must_decide() {
        let pays = |value: f64| {
            move |tie: &mut Partnership| {
                tie.amount = Some(Amount {
                    value,
                    currency: Some("CLP".into()),
                });
            }
        };
        // two in the second quarter (one by notice), one in the first, one renewed, one long after
        let prepared = Prepared::latest(
            &hub(&["a", "b", "c", "d", "e"].map(|id| (id, Sector::Business)))
                .tie_with("a", "b", "2023-01-01", "2025-02-15", pays(5.0))
                .tie_with("a", "c", "2023-01-01", "2025-05-01", pays(10.0))
                .tie_with("a", "d", "2023-01-01", "2025-09-30", |tie| {
                    pays(20.0)(tie);
                    tie.notice_months = Some(4);
                })
                .tie("b", "d", "2023-01-01", "2025-04-30")
                .tie("b", "d", "2025-05-01", "2029-05-01")
                .tie("a", "e", "2023-01-01", "2028-05-01")
                .studied_until("2024-12-31"),
        );
        let context = prepared.context();
        let Answer::Found(found) = agreement_cliff(&context) else {
            panic!("five agreements");
        };
        let at = |id| place(&prepared.network, id);
        let seen: Vec<_> = found
            .iter()
            .map(|one| (one.until, one.ending, one.live, one.amount))
            .collect();
        assert_eq!(
            seen,
            [
                (day("2025-06-30"), 2, 5, Some(30.0)),
                (day("2025-03-31"), 1, 5, Some(5.0))
            ]
        );
        // the quarters hold every entry of the calendar that nothing renews, each once
        let calendar = calendar(&context).found().cloned().expect("a calendar");
        let open = calendar
            .next_twelve_months
            .iter()
            .filter(|entry| !entry.renewed)
            .count();
        assert_eq!(found.iter().map(|one| one.ending).sum::<usize>(), open);
        // c has nothing else; d keeps b–d, which is renewed; b likewise
        assert_eq!(found[0].left_without, [at("c")]);
        assert!(found[1].left_without.is_empty());
        let severities: Vec<_> = found.iter().map(|one| one.gap(&context).severity).collect();
        assert_eq!(severities, [Severity::High, Severity::Medium]);
    }
}
