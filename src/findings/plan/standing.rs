//! Which agreements are in force, until when, and were agreements like them renewed?
//!
//! In: the partnerships. Out: [`Standing`], one per agreement in force when the study's last day ends, and the hub's own
//! [`RenewalRate`].

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::{Answer, Context, Lacking};
use crate::network::{DatedTie, Place};
use crate::records::{Amount, End, Partnership, RecordId};
use crate::statistics::intervals::wilson;
use crate::time::{Day, Period};

/// A later tie of the same pair and kind renews an agreement when it starts within so many days of its end.
pub const RENEWAL_DAYS: i32 = 90;

/// Under so many agreements that came due, no rate is told.
pub const FEWEST_DUE: usize = 10;

/// An agreement in force when the study's last day ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The agreement.
    pub record: RecordId,
    /// Its place among the partnerships.
    pub partnership: u32,
    /// One side.
    pub source: Place,
    /// The other side.
    pub target: Place,
    /// Its kind.
    pub kind: Option<String>,
    /// What it is for.
    pub function: Option<String>,
    /// By what it is compared with others: its function where functions recur in the records, else its kind.
    pub purpose: Option<String>,
    /// When it started.
    pub start: Option<Day>,
    /// Its last day; `None` where it is open or undated.
    pub ends: Option<Day>,
    /// Whether that day is assumed because no end is recorded.
    pub end_assumed: bool,
    /// The last day to give or seek notice, where a term of notice is recorded: of the renewal that ends last, where one
    /// is signed already.
    pub notice_by: Option<Day>,
    /// The agreement that renews it, where one is recorded already.
    pub renewed_by: Option<RecordId>,
    /// Its last day with the renewals that are signed and begin later; `None` where none ends.
    pub lasts_to: Option<Day>,
    /// How many days it runs from its first to its last; `None` where it is open or undated.
    pub term_days: Option<i32>,
    /// Money that goes with it.
    pub amount: Option<Amount>,
    /// Whether its kind is one by which money is paid (`[funding] kinds`).
    pub pays: bool,
}

impl Standing {
    /// Whether it is in force after a day, if nothing more is renewed.
    #[must_use]
    pub fn outlasts(&self, day: Day) -> bool {
        self.lasts_to.is_none_or(|last| last > day)
    }

    /// The two sides in place order.
    #[must_use]
    pub fn sides(&self) -> (Place, Place) {
        (self.source.min(self.target), self.source.max(self.target))
    }

    /// The day by which someone must decide: the notice day while it is still to come, else the last day, signed renewals
    /// counted in.
    #[must_use]
    pub fn decide_by(&self, as_of: Day) -> Option<Day> {
        self.notice_by.filter(|notice| *notice > as_of).or(self.lasts_to)
    }

    /// Whether another agreement in force, or signed for another of the pair's, stands in for it once it ends.
    #[must_use]
    pub fn replaced(&self) -> bool {
        self.renewed_by.is_some() && self.lasts_to == self.ends
    }
}

/// How many agreements that came due were renewed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RenewalRate {
    /// Agreements with a recorded end that came due at least 90 days before the study's last day.
    pub due: usize,
    /// Of those, how many were renewed.
    pub renewed: usize,
    /// Renewed over due.
    pub rate: f64,
    /// The lower end of its 95 % interval (Wilson).
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// The first end counted.
    pub from: Day,
    /// The last end counted.
    pub to: Day,
}

/// Every agreement in force when the study's last day ends, in the order of the records.
#[must_use]
pub fn standing(context: &Context<'_>, as_of: Day) -> Vec<Standing> {
    let live: Vec<&DatedTie> = context
        .network
        .partnerships()
        .filter(|tie| tie.outlasts(as_of))
        .collect();
    let renewals = Renewals::new(context);
    let purpose = Purpose::of(context);
    let mut standing: Vec<Standing> = live.iter().map(|tie| stand(context, tie, purpose)).collect();
    // who ends last is continued by what begins later; each such agreement continues one
    let mut order: Vec<usize> = (0..standing.len()).filter(|at| standing[*at].ends.is_some()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(standing[*at].ends), *at));
    let mut taken = BTreeSet::new();
    for at in order {
        let agreement = &mut standing[at];
        let mut last = live[at];
        while let Some(next) = renewals.of(context, last) {
            agreement
                .renewed_by
                .get_or_insert_with(|| record(context, next).id.clone());
            if !next.planned || !taken.insert(next.partnership) {
                break;
            }
            // one that ends earlier than what it renews takes nothing away
            let longer = agreement.lasts_to.zip(last_day(context, next));
            if longer.is_none_or(|(to, last)| last > to) {
                agreement.lasts_to = longer.map(|(_, last)| last);
                agreement.notice_by = notice_by(context, next);
            }
            last = next;
        }
    }
    standing
}

fn record<'a>(context: &Context<'a>, tie: &DatedTie) -> &'a Partnership {
    &context.records.partnerships[tie.partnership as usize]
}

/// The last day of a tie, recorded or assumed; `None` where it is open or undated.
fn last_day(context: &Context<'_>, tie: &DatedTie) -> Option<Day> {
    let closed = record(context, tie).end != End::Open;
    tie.period.filter(|_| closed).map(|period| period.end().plus_days(-1))
}

/// The last day to give or seek notice of a tie's end.
fn notice_by(context: &Context<'_>, tie: &DatedTie) -> Option<Day> {
    let months = record(context, tie).notice_months?;
    Some(last_day(context, tie)?.plus_months(-i32::try_from(months).ok()?))
}

/// By what agreements are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// Functions recur: more than half of the agreements that name one share it with another.
    Function,
    /// Each agreement describes itself in words of its own, or none does: only kinds can be compared.
    Kind,
}

impl Purpose {
    fn of(context: &Context<'_>) -> Self {
        let mut named: BTreeMap<String, usize> = BTreeMap::new();
        for function in context
            .records
            .partnerships
            .iter()
            .filter_map(|one| one.function.as_deref())
        {
            *named.entry(folded(function)).or_default() += 1;
        }
        let all: usize = named.values().sum();
        let shared: usize = named.values().filter(|count| **count > 1).sum();
        if shared * 2 > all { Self::Function } else { Self::Kind }
    }

    fn told(self, agreement: &Partnership) -> Option<&str> {
        let kind = agreement.kind.as_deref();
        match self {
            Self::Function => agreement.function.as_deref().or(kind),
            Self::Kind => kind,
        }
    }
}

/// A recorded text as it is compared: without case and blanks around.
fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

fn stand(context: &Context<'_>, tie: &DatedTie, purpose: Purpose) -> Standing {
    let agreement = record(context, tie);
    let ends = last_day(context, tie);
    let pays = |kind: &str| context.records.config.funding.kinds.iter().any(|known| known == kind);
    Standing {
        record: agreement.id.clone(),
        partnership: tie.partnership,
        source: tie.source,
        target: tie.target,
        kind: agreement.kind.as_deref().map(String::from),
        function: agreement.function.as_deref().map(String::from),
        purpose: purpose.told(agreement).map(folded),
        start: agreement.start.map(|start| start.first),
        ends,
        end_assumed: tie.end_assumed,
        notice_by: notice_by(context, tie),
        renewed_by: None,
        lasts_to: ends,
        term_days: ends.and(tie.period).map(Period::days),
        amount: agreement.amount.clone(),
        pays: agreement.kind.as_deref().is_some_and(pays),
    }
}

/// What continues what: agreements that name the one they renew, and each pair's ties of a kind by their start.
struct Renewals<'a> {
    named: BTreeMap<&'a RecordId, Vec<&'a DatedTie>>,
    starts: BTreeMap<PairAndKind<'a>, Vec<(Day, &'a DatedTie)>>,
}

/// Both sides of an agreement and its kind.
type PairAndKind<'a> = (Place, Place, Option<&'a str>);

impl<'a> Renewals<'a> {
    fn new(context: &Context<'a>) -> Self {
        let mut renewals = Self {
            named: BTreeMap::new(),
            starts: BTreeMap::new(),
        };
        for tie in context.network.partnerships() {
            let agreement = record(context, tie);
            if let Some(renewed) = &agreement.renewed_from {
                renewals.named.entry(renewed).or_default().push(tie);
            }
            if let Some(period) = tie.period {
                let starts = renewals.starts.entry(pair_and_kind(tie, agreement)).or_default();
                starts.push((period.start(), tie));
            }
        }
        for starts in renewals.starts.values_mut() {
            starts.sort_by_key(|(start, tie)| (*start, tie.partnership));
        }
        renewals
    }

    /// The agreement that renews one: the first that names it, else the first later one of the pair and kind that
    /// starts within 90 days of its end.
    fn of(&self, context: &Context<'a>, tie: &DatedTie) -> Option<&'a DatedTie> {
        let agreement = record(context, tie);
        let start = tie.period.map(Period::start);
        let later = |next: &&&DatedTie| next.period.map(Period::start) > start;
        if let Some(named) = self.named.get(&agreement.id).and_then(|named| named.iter().find(later)) {
            return Some(named);
        }
        let ends = last_day(context, tie)?;
        let starts = self.starts.get(&pair_and_kind(tie, agreement))?;
        let first = starts.partition_point(|(day, _)| *day < ends.plus_days(-RENEWAL_DAYS));
        let near = starts[first..]
            .iter()
            .take_while(|(day, _)| day.days_since(ends) <= RENEWAL_DAYS);
        near.map(|(_, next)| *next).find(|next| later(&next))
    }
}

fn pair_and_kind<'a>(tie: &DatedTie, agreement: &'a Partnership) -> (Place, Place, Option<&'a str>) {
    (
        tie.source.min(tie.target),
        tie.source.max(tie.target),
        agreement.kind.as_deref(),
    )
}

/// How many of the agreements that came due were renewed: those whose recorded end lies in the study, and at least 90
/// days before its last day, because until then a renewal may still come.
#[must_use]
pub fn renewal_rate(context: &Context<'_>) -> Answer<RenewalRate> {
    let few = |found| {
        Answer::Cannot(Lacking::TooFew {
            what: "lacking-few-due",
            found,
            needed: FEWEST_DUE,
        })
    };
    let Some(study) = context.network.study() else {
        return few(0);
    };
    let renewals = Renewals::new(context);
    let counted = study.from..=study.as_of.plus_days(-RENEWAL_DAYS);
    let recorded = |tie: &&DatedTie| !tie.planned && matches!(record(context, tie).end, End::On(_));
    let due: Vec<(Day, bool)> = context
        .network
        .partnerships()
        .filter(recorded)
        .filter_map(|tie| Some((last_day(context, tie).filter(|last| counted.contains(last))?, tie)))
        .map(|(last, tie)| (last, renewals.of(context, tie).is_some()))
        .collect();
    let renewed = due.iter().filter(|(_, renewed)| *renewed).count();
    let days = || due.iter().map(|(last, _)| *last);
    match (wilson(renewed, due.len()), days().min(), days().max()) {
        (Some(interval), Some(from), Some(to)) if due.len() >= FEWEST_DUE => Answer::Found(RenewalRate {
            due: due.len(),
            renewed,
            rate: renewed as f64 / due.len() as f64,
            low: interval.low,
            high: interval.high,
            from,
            to,
        }),
        _ => few(due.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{TestHub, day, hub};
    use crate::records::Sector;

    fn four() -> TestHub {
        hub(&["a", "b", "c", "d"].map(|id| (id, Sector::Business))).studied_until("2024-12-31")
    }

    fn found(hub: &TestHub) -> Vec<Standing> {
        standing(&Prepared::latest(hub).context(), day("2024-12-31"))
    }

    #[test]
    fn what_is_signed_already_continues_what_ends() {
        let ends: Vec<_> = found(
            &four()
                .tie("a", "b", "2023-01-01", "2025-03-31")
                .tie("b", "a", "2025-04-15", "2026-04-14")
                .tie("a", "b", "2026-05-01", "open")
                // one planned agreement continues one, the one that ends last
                .tie("a", "c", "2023-01-01", "2025-03-01")
                .tie("a", "c", "2023-02-01", "2025-04-01")
                .tie("a", "c", "2025-05-01", "2027-04-30")
                .tie("a", "d", "2023-01-01", "2024-12-31")
                .tie("c", "d", "2023-01-01", ""),
        )
        .into_iter()
        .map(|one| (one.ends, one.lasts_to, one.renewed_by.is_some(), one.end_assumed))
        .collect();
        let on = |text| Some(day(text));
        assert_eq!(
            ends,
            [
                (on("2025-03-31"), None, true, false),
                (on("2025-03-01"), on("2025-03-01"), true, false),
                (on("2025-04-01"), on("2027-04-30"), true, false),
            ]
            .into_iter()
            // c–d is assumed to have ended when the study does: 24 months after 2023-01-01
            .collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_signed_renewal_that_ends_earlier_does_not_make_an_agreement_last_forever() {
        let standing = found(&four().tie("a", "b", "2023-01-01", "2025-03-31").tie(
            "a",
            "b",
            "2025-01-15",
            "2025-03-01",
        ));
        assert_eq!(standing.len(), 1);
        assert_eq!(standing[0].lasts_to, Some(day("2025-03-31")));
    }

    #[test]
    fn the_rate_counts_recorded_ends_that_had_time_to_be_renewed() {
        let mut hub = four();
        for year in 2010..2022 {
            // each year one ends on 30 June; those that end in even years are renewed in August
            let kind = format!("k{year}");
            let end = format!("{year}-06-30");
            let named = |tie: &mut Partnership| tie.kind = Some(kind.as_str().into());
            hub = hub.tie_with("a", "b", &format!("{year}-01-01"), &end, named);
            if year % 2 == 0 {
                hub = hub.tie_with("b", "a", &format!("{year}-08-01"), "open", named);
            }
        }
        // neither: too recent, assumed, begins before the study does
        let hub = hub
            .tie("c", "d", "2024-01-01", "2024-11-30")
            .tie("c", "d", "2012-01-01", "");
        let prepared = Prepared::latest(&hub);
        let Answer::Found(rate) = renewal_rate(&prepared.context()) else {
            panic!("a rate")
        };
        assert_eq!((rate.due, rate.renewed), (12, 6));
        assert_eq!((rate.from, rate.to), (day("2010-06-30"), day("2021-06-30")));
        // Wilson at 6 of 12: centre 0.5, half width 1.96 √(1/48 + 1.96²/576) / (1 + 1.96²/12)
        assert!(
            (rate.low - 0.253_78).abs() <= 1e-4 && (rate.high - 0.746_22).abs() <= 1e-4,
            "{rate:?}"
        );
        let few = Prepared::latest(&four().tie("a", "b", "2020-01-01", "2021-01-01"));
        let lacking = renewal_rate(&few.context());
        assert!(
            matches!(lacking, Answer::Cannot(Lacking::TooFew { found: 1, .. })),
            "{lacking:?}"
        );
    }
}
