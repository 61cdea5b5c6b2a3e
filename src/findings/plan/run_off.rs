//! What is left of the agreements, quarter by quarter, if nothing is renewed, if as many are as so far, and with the plan?
//!
//! In: the agreements in force, each with its last day, and which of them the plan keeps. Out: [`RunOff`]: agreements,
//! ties, members, sectors and money, arithmetic on recorded and assumed ends and no forecast.
//!
//! At the hub's own rate r each agreement is renewed with probability r when it ends, for as long as it ran: of one that
//! came due k times, r^k is expected to be left. A tie, a member or a sector is there as long as any agreement of its
//! is, agreements being renewed independently of each other: 1 − Π(1 − r^k).

use std::collections::{BTreeMap, BTreeSet};

use super::standing::{RenewalRate, Standing};
use crate::findings::{Answer, Context, Lacking};
use crate::records::Sector;
use crate::time::Day;

/// Months of a quarter.
const QUARTER: i32 = 3;

/// No agreement is renewed for less: a quarter.
const SHORTEST_TERM: i32 = 91;

/// Days of a year, on average.
const YEAR: f64 = 365.25;

/// Above this share of agreements with an assumed end, both readings of it are drawn.
const BOTH_WAYS: f64 = 0.2;

/// Figures on money are withheld where less of it is known (design of the indicators).
const SHARE_KNOWN: f64 = 0.8;

/// What happens to agreements that end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// None is renewed.
    NothingRenewed,
    /// None is renewed, and those without a recorded end do not end.
    UnknownOpen,
    /// As many are renewed as so far.
    OwnRate,
    /// The lower end of the interval of that.
    OwnRateLow,
    /// The upper end.
    OwnRateHigh,
    /// Those that the plan keeps are renewed, no others.
    Planned,
}

impl Way {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NothingRenewed => "nothing_renewed",
            Self::UnknownOpen => "unknown_ends_open",
            Self::OwnRate => "own_rate",
            Self::OwnRateLow => "own_rate_low",
            Self::OwnRateHigh => "own_rate_high",
            Self::Planned => "plan",
        }
    }
}

/// What is there when a day ends; whole numbers but at the hub's own rate, where they are expected numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Left {
    /// The day.
    pub day: Day,
    /// Agreements in force.
    pub agreements: f64,
    /// Pairs with an agreement in force.
    pub ties: f64,
    /// Those with an agreement in force.
    pub members: f64,
    /// Sectors with an agreement in force.
    pub sectors: f64,
    /// Money a year that goes with them; `None` where it is withheld.
    pub money: Option<f64>,
}

/// One way, from the study's last day to the horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct WayOut {
    /// What happens to agreements that end.
    pub way: Way,
    /// On the study's last day, and at the end of each quarter after it.
    pub points: Vec<Left>,
}

/// The agreements that are over by the end of a quarter and were not by the end of the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndingIn {
    /// The last day of the quarter.
    pub day: Day,
    /// Those whose last day is recorded.
    pub recorded: usize,
    /// Those whose last day is assumed.
    pub assumed: usize,
}

/// Which money is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct MoneyCounted {
    /// The currency, where one is recorded.
    pub currency: Option<String>,
    /// Agreements that pay, in force.
    pub paying: usize,
    /// Of those, how many have an amount and a period over which to spread it.
    pub known: usize,
}

/// What is left of the agreements, several ways.
#[derive(Debug, Clone, PartialEq)]
pub struct RunOff {
    /// The ways that can be told, in the order of [`Way`].
    pub ways: Vec<WayOut>,
    /// What ends in each quarter, if nothing more is renewed.
    pub ending: Vec<EndingIn>,
    /// Agreements in force whose end is assumed.
    pub assumed: usize,
    /// The hub's own rate, or why there is none.
    pub renewal: Answer<RenewalRate>,
    /// Which money is counted, or why none is.
    pub money: Answer<MoneyCounted>,
}

impl RunOff {
    /// One way, where it can be told.
    #[must_use]
    pub fn way(&self, way: Way) -> Option<&[Left]> {
        let found = self.ways.iter().find(|out| out.way == way)?;
        Some(&found.points)
    }
}

/// The days on which the run-off is told: the study's last, and the last of each quarter up to the horizon.
#[must_use]
pub fn quarter_ends(as_of: Day, horizon_months: i32) -> Vec<Day> {
    let after = |months: i32| as_of.plus_days(1).plus_months(months).plus_days(-1);
    (0..=horizon_months / QUARTER)
        .map(|quarter| after(QUARTER * quarter))
        .collect()
}

/// What is left of the agreements; `kept` says of each whether the plan keeps it.
#[must_use]
pub fn run_off(
    context: &Context<'_>,
    standing: &[Standing],
    kept: &[bool],
    days: &[Day],
    renewal: Answer<RenewalRate>,
) -> RunOff {
    let tally = Tally::new(context, standing);
    let assumed = standing.iter().filter(|one| one.end_assumed).count();
    let both_ways = assumed as f64 > BOTH_WAYS * standing.len() as f64;
    let certain = |there: bool| f64::from(u8::from(there));
    let at_rate = |rate: f64| move |one: &Standing, _: usize, day: Day| rate.powi(times_due(one, day));
    let mut ways = vec![tally.out(Way::NothingRenewed, days, |one, _, day| certain(one.outlasts(day)))];
    if both_ways {
        ways.push(tally.out(Way::UnknownOpen, days, |one, _, day| {
            certain(one.end_assumed || one.outlasts(day))
        }));
    }
    if let Answer::Found(rate) = &renewal {
        ways.push(tally.out(Way::OwnRate, days, at_rate(rate.rate)));
        ways.push(tally.out(Way::OwnRateLow, days, at_rate(rate.low)));
        ways.push(tally.out(Way::OwnRateHigh, days, at_rate(rate.high)));
    }
    ways.push(tally.out(Way::Planned, days, |one, at, day| {
        certain(kept[at] || one.outlasts(day))
    }));
    RunOff {
        ways,
        ending: days.windows(2).map(|quarter| ending_in(standing, quarter)).collect(),
        assumed,
        renewal,
        money: match tally.money {
            Answer::Found(money) => Answer::Found(money.counted),
            Answer::Cannot(lacking) => Answer::Cannot(lacking),
        },
    }
}

/// What is in force after the first of two days and no longer after the second.
fn ending_in(standing: &[Standing], quarter: &[Day]) -> EndingIn {
    let day = quarter[1];
    let over = |one: &&Standing| one.outlasts(quarter[0]) && !one.outlasts(day);
    let (assumed, recorded): (Vec<&Standing>, Vec<&Standing>) =
        standing.iter().filter(over).partition(|one| one.end_assumed);
    EndingIn {
        day,
        recorded: recorded.len(),
        assumed: assumed.len(),
    }
}

/// How often an agreement has ended when a day ends, each time renewed for as long as it ran.
fn times_due(one: &Standing, day: Day) -> i32 {
    match one.lasts_to {
        Some(last) if last <= day => {
            let term = one.term_days.unwrap_or(SHORTEST_TERM).max(SHORTEST_TERM);
            1 + day.days_since(last) / term
        }
        _ => 0,
    }
}

/// Who is there through which agreements.
struct Tally<'s> {
    standing: &'s [Standing],
    /// Agreements by pair, by member and by sector.
    ties: Vec<Vec<u32>>,
    members: Vec<Vec<u32>>,
    sectors: Vec<Vec<u32>>,
    money: Answer<Money>,
}

struct Money {
    counted: MoneyCounted,
    /// What each agreement pays in a year.
    a_year: Vec<f64>,
}

impl<'s> Tally<'s> {
    fn new(context: &Context<'_>, standing: &'s [Standing]) -> Self {
        let roster = context.network.roster();
        let mut ties: BTreeMap<_, Vec<u32>> = BTreeMap::new();
        let mut members: BTreeMap<_, Vec<u32>> = BTreeMap::new();
        let mut sectors: BTreeMap<Sector, BTreeSet<u32>> = BTreeMap::new();
        let between = standing.iter().zip(0..).filter(|(one, _)| one.source != one.target);
        for (one, at) in between {
            ties.entry(one.sides()).or_default().push(at);
            for place in [one.source, one.target] {
                members.entry(place).or_default().push(at);
                sectors
                    .entry(roster.member(place).sector.unwrap_or(Sector::Other))
                    .or_default()
                    .insert(at);
            }
        }
        // those without a sector, or in none of the named ones, are no sector that could be lost
        sectors.remove(&Sector::Other);
        Self {
            standing,
            ties: ties.into_values().collect(),
            members: members.into_values().collect(),
            sectors: sectors.into_values().map(|at| at.into_iter().collect()).collect(),
            money: money(standing),
        }
    }

    /// One way: `there` is the probability that an agreement is in force after a day.
    fn out(&self, way: Way, days: &[Day], there: impl Fn(&Standing, usize, Day) -> f64) -> WayOut {
        let left = |day: &Day| {
            let share = |(at, one)| there(one, at, *day);
            let shares: Vec<f64> = self.standing.iter().enumerate().map(share).collect();
            let any = |groups: &[Vec<u32>]| groups.iter().map(|group| any_of(group, &shares)).sum();
            let paid = |money: &Money| money.a_year.iter().zip(&shares).map(|(paid, share)| paid * share).sum();
            Left {
                day: *day,
                agreements: shares.iter().sum(),
                ties: any(&self.ties),
                members: any(&self.members),
                sectors: any(&self.sectors),
                money: self.money.found().map(paid),
            }
        };
        WayOut {
            way,
            points: days.iter().map(left).collect(),
        }
    }
}

/// The probability that any agreement of a group is there.
fn any_of(group: &[u32], shares: &[f64]) -> f64 {
    1.0 - group.iter().map(|at| 1.0 - shares[*at as usize]).product::<f64>()
}

/// What each agreement pays in a year: its amount spread by days over its period, the assumed one where no end is
/// recorded. Withheld where under 80 % of those that pay have an amount and a period, or where currencies differ.
fn money(standing: &[Standing]) -> Answer<Money> {
    let paying = standing.iter().filter(|one| one.pays).count();
    let spread = |one: &Standing| {
        let (amount, days) = (one.amount.as_ref()?, one.term_days?);
        one.pays.then(|| amount.value / f64::from(days) * YEAR)
    };
    let a_year: Vec<Option<f64>> = standing.iter().map(spread).collect();
    let known = a_year.iter().flatten().count();
    let amounts = standing.iter().zip(&a_year).filter(|(_, paid)| paid.is_some());
    let currencies: BTreeSet<Option<&str>> = amounts
        .filter_map(|(one, _)| Some(one.amount.as_ref()?.currency.as_deref()))
        .collect();
    if known == 0 || (known as f64) < SHARE_KNOWN * paying as f64 {
        return Answer::Cannot(Lacking::Span("lacking-span-plan_money"));
    }
    if currencies.len() > 1 {
        return Answer::Cannot(Lacking::Span("lacking-span-plan_currencies"));
    }
    Answer::Found(Money {
        counted: MoneyCounted {
            currency: currencies.into_iter().flatten().next().map(str::to_owned),
            paying,
            known,
        },
        a_year: a_year.into_iter().map(Option::unwrap_or_default).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::standing::{renewal_rate, standing};
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{TestHub, day, hub};
    use crate::records::{Amount, Partnership};

    const AS_OF: &str = "2024-12-31";

    fn found(hub: &TestHub, kept: &[bool], renewal: Option<RenewalRate>) -> RunOff {
        let prepared = Prepared::latest(hub);
        let context = prepared.context();
        let agreements = standing(&context, day(AS_OF));
        let renewal = renewal.map_or_else(|| renewal_rate(&context), Answer::Found);
        run_off(&context, &agreements, kept, &quarter_ends(day(AS_OF), 36), renewal)
    }

    fn three() -> TestHub {
        hub(&[
            ("a", Sector::Government),
            ("b", Sector::Business),
            ("c", Sector::Academia),
        ])
        .studied_until(AS_OF)
    }

    fn whole(points: &[Left], of: impl Fn(&Left) -> f64) -> Vec<i32> {
        points.iter().map(|left| of(left).round() as i32).collect()
    }

    #[test]
    fn what_ends_takes_its_tie_member_and_sector_along() {
        // a–b ends in the first quarter, a–c on the last day of the fourth, a second a–b never
        let hub = three()
            .tie("a", "b", "2024-01-01", "2025-02-28")
            .tie("a", "c", "2024-01-01", "2025-12-31")
            .tie("a", "b", "2024-01-01", "open");
        let found = found(&hub, &[false, false, true], None);
        let nothing = found.way(Way::NothingRenewed).expect("always told");
        assert_eq!(nothing[0].day, day(AS_OF));
        assert_eq!(nothing[4].day, day("2025-12-31"));
        let rest = |first: [i32; 5], last: i32| [first.to_vec(), vec![last; 8]].concat();
        assert_eq!(whole(nothing, |left| left.agreements), rest([3, 2, 2, 2, 1], 1));
        assert_eq!(whole(nothing, |left| left.ties), rest([2, 2, 2, 2, 1], 1));
        assert_eq!(whole(nothing, |left| left.members), rest([3, 3, 3, 3, 2], 2));
        assert_eq!(whole(nothing, |left| left.sectors), rest([3, 3, 3, 3, 2], 2));
        // in the order of the records a–b until 2025, a–b open, a–c: the plan keeps the last
        let planned = found.way(Way::Planned).expect("always told");
        assert_eq!(whole(planned, |left| left.agreements), rest([3, 2, 2, 2, 2], 2));
        assert!(found.way(Way::OwnRate).is_none() && found.way(Way::UnknownOpen).is_none());
    }

    #[test]
    fn at_the_hubs_own_rate_each_end_is_another_chance() {
        // 365 days, ending 2025-03-31: due again 2026-03-31 and 2027-03-31
        let hub = three().tie("a", "b", "2024-04-01", "2025-03-31");
        let rate = RenewalRate {
            due: 20,
            renewed: 10,
            rate: 0.5,
            low: 0.3,
            high: 0.7,
            from: day("2020-01-01"),
            to: day("2023-01-01"),
        };
        let found = found(&hub, &[false], Some(rate));
        let own = found.way(Way::OwnRate).expect("a rate");
        let agreements: Vec<f64> = own.iter().map(|left| left.agreements).collect();
        let expected = [
            1.0, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25, 0.125, 0.125, 0.125, 0.125,
        ];
        assert!(
            agreements
                .iter()
                .zip(expected)
                .all(|(one, other)| (one - other).abs() <= 1e-12),
            "{agreements:?}"
        );
        // both members are there with it, at the same probability each
        assert!((own[5].members - 0.5).abs() <= 1e-12 && (own[5].ties - 0.25).abs() <= 1e-12);
        assert!(found.way(Way::OwnRateLow).expect("low")[1].agreements < 0.5);
    }

    #[test]
    fn unknown_ends_are_drawn_both_ways_where_they_are_many() {
        // assumed to end 24 months after its start: 2026-05-31
        let hub = three()
            .tie("a", "b", "2024-06-01", "")
            .tie("a", "c", "2024-06-01", "open");
        let found = found(&hub, &[false, false], None);
        assert_eq!(found.assumed, 1);
        let nothing = whole(found.way(Way::NothingRenewed).expect("told"), |left| left.agreements);
        let open = whole(found.way(Way::UnknownOpen).expect("half are assumed"), |left| {
            left.agreements
        });
        assert_eq!((nothing[5], nothing[6], open[12]), (2, 1, 2));
        let ending: Vec<_> = found.ending.iter().map(|one| (one.recorded, one.assumed)).collect();
        let sixth = |quarter| (0, usize::from(quarter == 5));
        assert_eq!(ending, (0..12).map(sixth).collect::<Vec<_>>());
    }

    #[test]
    fn money_is_what_a_year_pays_and_currencies_are_never_added() {
        let pays = |value, currency: &'static str| {
            move |tie: &mut Partnership| {
                tie.kind = Some("funding".into());
                tie.amount = Some(Amount {
                    value,
                    currency: Some(currency.into()),
                });
            }
        };
        // 730 for the 730 days of 2024 and 2025 less one: 2024 has 366, so 731 days
        let one = three().tie_with("a", "b", "2024-01-01", "2025-12-31", pays(731.0, "CLP"));
        let first = found(&one, &[false], None);
        let money: Vec<Option<f64>> = first.ways[0].points.iter().map(|left| left.money).collect();
        assert!(money[3].is_some_and(|paid| (paid - 365.25).abs() <= 1e-9), "{money:?}");
        assert!(money[4].is_some_and(|paid| paid.abs() <= 1e-9));
        let two = one.tie_with("a", "c", "2024-01-01", "2025-12-31", pays(1.0, "USD"));
        let withheld = found(&two, &[false, false], None);
        assert_eq!(
            withheld.money,
            Answer::Cannot(Lacking::Span("lacking-span-plan_currencies"))
        );
        assert_eq!(withheld.ways[0].points[0].money, None);
    }
}
