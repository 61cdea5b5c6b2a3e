//! Which agreements end, or need notice, in the next twelve months?
//!
//! In: the partnerships that live on the study's last day. Out: those that end or need notice within a year, by the day
//! by which someone must decide.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Context, Lacking};
use crate::network::Place;
use crate::network::temporal::DatedTie;
use crate::records::{Amount, End, HubRecords, Partnership, RecordId, StakeholderKind, TableName};
use crate::time::Day;

/// A later tie of the same pair and kind renews an agreement when it starts within so many days of its end.
const RENEWAL_DAYS: i32 = 90;

/// One agreement that ends, or needs notice, in the twelve months after the study's last day.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarEntry {
    /// The agreement.
    pub record: RecordId,
    /// One side.
    pub source: Place,
    /// The other side.
    pub target: Place,
    /// Its kind.
    pub kind: Option<String>,
    /// When it started.
    pub start: Option<Day>,
    /// Its last day.
    pub ends: Day,
    /// Whether that day is assumed because no end is recorded.
    pub end_assumed: bool,
    /// The last day to give or seek notice, where a term of notice is recorded.
    pub notice_by: Option<Day>,
    /// Money that goes with it.
    pub amount: Option<Amount>,
    /// Who looks after it, where that names an organisation or unit of the records; a person's name is left out.
    pub owner: Option<String>,
    /// Whether a later agreement renews it already.
    pub renewed: bool,
}

impl CalendarEntry {
    /// The day by which someone must decide: the notice day while it is still to come, else the last day.
    #[must_use]
    pub fn decide_by(&self, as_of: Day) -> Day {
        self.notice_by.filter(|notice| *notice > as_of).unwrap_or(self.ends)
    }
}

/// The agreements and when they end.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// The study's last day.
    pub as_of: Day,
    /// Those that end or need notice in the twelve months after it, by the day to decide, then id.
    pub next_twelve_months: Vec<CalendarEntry>,
    /// Agreements in force when the study's last day ends.
    pub live: usize,
    /// Of those, how many have no recorded end and none is assumed to lie in the next twelve months.
    pub without_end: usize,
    /// Of those, how many have no recorded end at all.
    pub end_unknown: usize,
}

/// The agreements that end, or need notice, in the twelve months after the study's last day.
#[must_use]
pub fn calendar(context: &Context<'_>) -> Answer<Calendar> {
    let lacking = |column| {
        Answer::Cannot(Lacking::Column {
            table: TableName::Partnerships,
            column,
        })
    };
    if context.records.partnerships.is_empty() {
        return lacking(None);
    }
    let dated = context.network.partnerships().any(|tie| tie.period.is_some());
    let (Some(study), true) = (context.network.study(), dated) else {
        return lacking(Some("start"));
    };
    let as_of = study.as_of;
    let live: Vec<&DatedTie> = context
        .network
        .partnerships()
        .filter(|tie| tie.outlasts(as_of))
        .collect();
    let renewals = Renewals::new(context);
    // the last day of a stretch of whole months that begins the day after the study
    let last_day = |months: i32| as_of.plus_days(1).plus_months(months).plus_days(-1);
    let horizon = last_day(12);
    let mut entries: Vec<CalendarEntry> = live
        .iter()
        .filter_map(|tie| entry(context, tie, &renewals))
        .filter(|entry| as_of < entry.ends && entry.decide_by(as_of) <= horizon)
        .collect();
    entries.sort_by(|one, other| {
        let key = |entry: &CalendarEntry| (entry.decide_by(as_of), entry.ends);
        key(one).cmp(&key(other)).then_with(|| one.record.cmp(&other.record))
    });
    let end_unknown = live
        .iter()
        .filter(|tie| partnership(context, tie).end == End::Unknown)
        .count();
    let listed = entries.iter().filter(|entry| entry.end_assumed).count();
    Answer::Found(Calendar {
        as_of,
        next_twelve_months: entries,
        live: live.len(),
        without_end: end_unknown - listed,
        end_unknown,
    })
}

fn partnership<'a>(context: &Context<'a>, tie: &DatedTie) -> &'a Partnership {
    &context.records.partnerships[tie.partnership as usize]
}

/// The entry of a tie whose end is recorded or assumed; `None` where it is open or undated.
fn entry(context: &Context<'_>, tie: &DatedTie, renewals: &Renewals<'_>) -> Option<CalendarEntry> {
    let agreement = partnership(context, tie);
    if agreement.end == End::Open {
        return None;
    }
    let ends = tie.period?.end().plus_days(-1);
    let notice = |months: u32| Some(ends.plus_months(-i32::try_from(months).ok()?));
    Some(CalendarEntry {
        record: agreement.id.clone(),
        source: tie.source,
        target: tie.target,
        kind: agreement.kind.as_deref().map(String::from),
        start: agreement.start.map(|start| start.first),
        ends,
        end_assumed: tie.end_assumed,
        notice_by: agreement.notice_months.and_then(notice),
        amount: agreement.amount.clone(),
        owner: agreement
            .owner
            .as_deref()
            .and_then(|owner| organisation(context.records, owner)),
        renewed: renewals.renew(tie, agreement, ends),
    })
}

/// The name of the organisation or unit that a text names by id or name.
fn organisation(records: &HubRecords, text: &str) -> Option<String> {
    let named = |name: &str| name.to_lowercase() == text.trim().to_lowercase();
    let mut found = records
        .stakeholders
        .iter()
        .filter(|one| named(one.id.as_str()) || named(&one.name))
        .peekable();
    found.peek()?;
    found
        .all(|one| one.kind != StakeholderKind::Person)
        .then(|| text.trim().to_owned())
}

/// What continues what: the agreements that name the one they renew, and the starts of each pair's ties by kind.
pub(in crate::findings) struct Renewals<'a> {
    named: BTreeSet<&'a RecordId>,
    starts: BTreeMap<(Place, Place, Option<&'a str>), Vec<Day>>,
}

impl<'a> Renewals<'a> {
    pub(in crate::findings) fn new(context: &Context<'a>) -> Self {
        let mut starts: BTreeMap<_, Vec<Day>> = BTreeMap::new();
        for tie in context.network.partnerships() {
            if let Some(period) = tie.period {
                starts
                    .entry(pair_and_kind(tie, partnership(context, tie)))
                    .or_default()
                    .push(period.start());
            }
        }
        Self {
            named: context
                .records
                .partnerships
                .iter()
                .filter_map(|one| one.renewed_from.as_ref())
                .collect(),
            starts,
        }
    }

    pub(in crate::findings) fn renew(&self, tie: &DatedTie, agreement: &Partnership, ends: Day) -> bool {
        let start = tie.period.map(crate::time::Period::start);
        let follows = |day: &Day| Some(*day) > start && day.days_since(ends).abs() <= RENEWAL_DAYS;
        let later = self.starts.get(&pair_and_kind(tie, agreement));
        self.named.contains(&agreement.id) || later.is_some_and(|days| days.iter().any(follows))
    }
}

fn pair_and_kind<'a>(tie: &DatedTie, agreement: &'a Partnership) -> (Place, Place, Option<&'a str>) {
    (
        tie.source.min(tie.target),
        tie.source.max(tie.target),
        agreement.kind.as_deref(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{day, hub};
    use crate::records::Sector;

    fn parts() -> crate::network::test_hub::TestHub {
        hub(&["a", "b", "c", "d"].map(|id| (id, Sector::Business))).studied_until("2024-12-31")
    }

    fn found(hub: &crate::network::test_hub::TestHub) -> Calendar {
        match calendar(&Prepared::latest(hub).context()) {
            Answer::Found(calendar) => calendar,
            Answer::Cannot(lacking) => panic!("{lacking:?}"),
        }
    }

    #[test]
    fn agreements_stand_by_the_day_to_decide() {
        let calendar = found(
            &parts()
                .tie("a", "b", "2023-01-01", "2025-11-30")
                // ends in 18 months, notice of 9 months falls on 2025-09-30
                .tie_with("a", "c", "2023-01-01", "2026-06-30", |tie| tie.notice_months = Some(9))
                // past notice day: the last day decides
                .tie_with("b", "c", "2023-01-01", "2025-02-28", |tie| tie.notice_months = Some(6))
                .tie("a", "d", "2023-01-01", "2024-12-31")
                .tie("b", "d", "2023-01-01", "2026-01-31")
                .tie("c", "d", "2023-01-01", "open"),
        );
        let days: Vec<_> = calendar
            .next_twelve_months
            .iter()
            .map(|one| (one.decide_by(calendar.as_of), one.ends))
            .collect();
        assert_eq!(
            days,
            [
                ("2025-02-28", "2025-02-28"),
                ("2025-09-30", "2026-06-30"),
                ("2025-11-30", "2025-11-30")
            ]
            .map(|(decide, ends)| (day(decide), day(ends)))
        );
        // a–d is over when the study's last day ends
        assert_eq!((calendar.live, calendar.without_end, calendar.end_unknown), (5, 0, 0));
    }

    #[test]
    fn an_end_that_is_assumed_says_so() {
        // 24 months after the start: the first in the next year, the second later
        let calendar = found(&parts().tie("a", "b", "2023-06-01", "").tie("a", "c", "2024-06-01", ""));
        assert_eq!(calendar.next_twelve_months.len(), 1);
        assert!(calendar.next_twelve_months[0].end_assumed);
        assert_eq!((calendar.live, calendar.without_end, calendar.end_unknown), (2, 1, 2));
    }

    #[test]
    fn a_later_tie_of_the_pair_or_one_that_names_it_renews() {
        let kind = |kind: &'static str| move |tie: &mut Partnership| tie.kind = Some(kind.into());
        let calendar = found(
            &parts()
                .tie_with("a", "b", "2023-01-01", "2025-03-31", kind("grant"))
                .tie_with("b", "a", "2025-04-01", "2027-03-31", kind("grant"))
                .tie_with("a", "c", "2023-01-01", "2025-04-30", kind("grant"))
                .tie_with("a", "c", "2025-05-01", "2027-03-31", kind("mentoring"))
                .tie_with("a", "d", "2023-01-01", "2025-05-31", kind("grant"))
                .tie_with("c", "d", "2024-12-01", "2027-03-31", |tie| {
                    tie.renewed_from = Some("a-d-2023-01-01-004".into());
                }),
        );
        let renewed: Vec<bool> = calendar.next_twelve_months.iter().map(|one| one.renewed).collect();
        assert_eq!(renewed, [true, false, true]);
    }

    #[test]
    fn an_owner_is_kept_only_where_it_names_an_organisation() {
        let owned = |owner: &'static str| move |tie: &mut Partnership| tie.owner = Some(owner.into());
        let calendar = found(
            &parts()
                .person("Ana Soto", "a")
                .tie_with("a", "b", "2023-01-01", "2025-01-31", owned("B"))
                .tie_with("a", "c", "2023-01-01", "2025-02-28", owned("Ana Soto"))
                .tie_with("a", "d", "2023-01-01", "2025-03-31", owned("Luis, 2.º piso")),
        );
        let owners: Vec<_> = calendar
            .next_twelve_months
            .iter()
            .map(|one| one.owner.as_deref())
            .collect();
        assert_eq!(owners, [Some("B"), None, None]);
    }

    #[test]
    fn without_dates_there_is_no_calendar() {
        let undated = calendar(&Prepared::latest(&parts().tie("a", "b", "", "")).context());
        let lacking = |column| {
            Answer::Cannot(Lacking::Column {
                table: TableName::Partnerships,
                column,
            })
        };
        assert_eq!(undated, lacking(Some("start")));
        assert_eq!(calendar(&Prepared::latest(&parts()).context()), lacking(None));
    }
}
