//! 5 · Is the hub getting more or less sustainable?
//!
//! In: records, network and findings, window by window. Out: one [`Series`] per [`Indicator`], each value with
//! numerator, denominator and an interval where one is meaningful. Partly covered windows are marked and left out of
//! every comparison.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::findings::{Context, Lacking};
use crate::network::Layer;
use crate::statistics::Interval;
use crate::time::{Day, Window, WindowScheme};

mod agreements;
mod cohesion;
mod diversity;
mod headline;
mod membership;
mod money;
mod observation;
mod pieces;
pub mod registry;
mod resilience;
mod retention;

use observation::Observation;
pub use registry::{Healthy, Indicator, IndicatorInfo};

/// One indicator in one window.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The window.
    pub window: Window,
    /// The value; `None` where undefined.
    pub value: Option<f64>,
    /// Why there is no value.
    pub undefined: Option<Undefined>,
    /// Its interval, where one is meaningful.
    pub interval: Option<Interval>,
    /// What was counted.
    pub numerator: Option<f64>,
    /// Out of what.
    pub denominator: Option<f64>,
}

/// Why an indicator has no value in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    /// The denominator is zero.
    NothingToDivideBy,
    /// No window of equal length lies before it inside the study.
    NoWindowBefore,
    /// Fewer members than the measure needs.
    TooFewMembers,
    /// Too little of the money is known.
    MoneyUnknown,
    /// The money is in several currencies, which are never added.
    SeveralCurrencies,
    /// The operator is not declared.
    OperatorUnknown,
    /// The records lack what it needs.
    NotRecorded,
}

impl Undefined {
    /// Its key in the message catalogue and its name in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NothingToDivideBy => "nothing-to-divide-by",
            Self::NoWindowBefore => "no-window-before",
            Self::TooFewMembers => "too-few-members",
            Self::MoneyUnknown => "money-unknown",
            Self::SeveralCurrencies => "several-currencies",
            Self::OperatorUnknown => "operator-unknown",
            Self::NotRecorded => "not-recorded",
        }
    }
}

/// An indicator over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Which.
    pub indicator: Indicator,
    /// The layer it was computed on, where it has one.
    pub layer: Option<Layer>,
    /// One point per window, oldest first.
    pub points: Vec<Point>,
}

/// How a figure moved between the last full year and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// Better, beyond its interval.
    Improving,
    /// Within its interval.
    Steady,
    /// Worse, beyond its interval.
    Worsening,
    /// Too little to tell.
    CannotTell,
}

impl Movement {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Improving => "improving",
            Self::Steady => "steady",
            Self::Worsening => "worsening",
            Self::CannotTell => "cannot_tell",
        }
    }
}

/// One of the five figures of the first page.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline {
    /// Which.
    pub indicator: Indicator,
    /// The last full calendar year; the last full twelve months where the records cover none.
    pub now: Point,
    /// The year before.
    pub before: Option<Point>,
    /// Figures shown beside it (entries, exits, …), or why they have no value.
    pub beside: Vec<(Indicator, Result<f64, Undefined>)>,
    /// How it moved, by the one stated rule.
    pub movement: Movement,
    /// The record that is needed, where it cannot be computed.
    pub lacking: Option<Lacking>,
    /// The target from `commitments`, where one names this indicator.
    pub target: Option<f64>,
}

/// The indicators of a hub.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicators {
    /// The five of the first page, in their order.
    pub headlines: Vec<Headline>,
    /// Rolling twelve months, for display.
    pub rolling: Vec<Series>,
    /// Calendar years: non-overlapping, for every comparison and sentence.
    pub yearly: Vec<Series>,
    /// Full (not partly covered) years available for a trend; under 8 no trend is called.
    pub full_years: usize,
    /// First and last day of the study.
    pub study: Option<(Day, Day)>,
}

/// Every indicator of the hub: rolling for display, by year for every comparison, and the five of the first page.
#[must_use]
pub fn indicators(context: &Context<'_>) -> Indicators {
    let yearly_windows = context.network.windows(WindowScheme::Years);
    Indicators {
        headlines: headline::headlines(context),
        rolling: series(context, &context.network.windows(WindowScheme::Rolling)),
        yearly: series(context, &yearly_windows),
        full_years: yearly_windows
            .iter()
            .filter(|w| w.partial.is_none() && w.period.is_some())
            .count(),
        study: context.network.study().map(|study| (study.from, study.as_of)),
    }
}

/// Every indicator, window by window.
#[must_use]
pub fn series(context: &Context<'_>, windows: &[Window]) -> Vec<Series> {
    let observed: Vec<BTreeMap<Indicator, Point>> = windows.par_iter().map(|window| observe(context, window)).collect();
    let points = |indicator| {
        observed
            .iter()
            .filter_map(|points| points.get(&indicator).cloned())
            .collect()
    };
    let one = |indicator: Indicator| Series {
        indicator,
        layer: indicator.info().layer,
        points: points(indicator),
    };
    Indicator::ALL.into_iter().map(one).collect()
}

/// Every indicator in one window.
fn observe(context: &Context<'_>, window: &Window) -> BTreeMap<Indicator, Point> {
    let observation = Observation::of(context, window);
    let figures = membership::figures(&observation)
        .into_iter()
        .chain(retention::figures(&observation))
        .chain(cohesion::figures(&observation))
        .chain(diversity::figures(&observation))
        .chain(resilience::figures(&observation))
        .chain(agreements::figures(&observation))
        .chain(money::figures(&observation));
    figures
        .map(|(indicator, figure)| (indicator, figure.at(window)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::test_hub::{TestHub, day, hub, options, window};
    use crate::network::{Direction, MemberScope, TemporalNetwork, View, Without};
    use crate::records::{Amount, HubRecords, Sector};

    /// The points of one window, by indicator.
    fn points(records: &HubRecords, window: &Window) -> BTreeMap<Indicator, Point> {
        let network = TemporalNetwork::assemble(records, &options());
        let membership = network.membership(window);
        let working = network.snapshot(&View {
            layer: Layer::Working,
            window,
            members: MemberScope::Core,
            direction: Direction::Undirected,
            without: &Without::default(),
        });
        let context = Context {
            records,
            network: &network,
            window,
            membership: &membership,
            working: &working,
            seed: 1,
            draws: 999,
        };
        observe(&context, window)
    }

    fn value(points: &BTreeMap<Indicator, Point>, indicator: Indicator) -> f64 {
        points[&indicator].value.unwrap_or(f64::NAN)
    }

    fn near(found: f64, expected: f64) -> bool {
        (found - expected).abs() <= 1e-12
    }

    /// 2023: A–B, A–C live, O runs the hub and ties itself to D. 2024: A–B and O–D end, A–C and a new C–D live.
    fn two_years() -> TestHub {
        use Sector::{Academia, Business, CivilSociety, Government};
        hub(&[
            ("A", Government),
            ("B", Government),
            ("C", Business),
            ("D", Academia),
            ("O", CivilSociety),
        ])
        .tie("A", "B", "2023-01-01", "2023-12-31")
        .tie("A", "C", "2023-01-01", "2025-06-30")
        .tie("O", "D", "2023-01-01", "2023-12-31")
        .tie("C", "D", "2024-03-01", "2026-12-31")
        .operator("O")
        .studied_until("2024-12-31")
    }

    #[test]
    fn entries_exits_and_retention_are_counted_against_the_year_before() {
        // members 2023: A B C D O; members 2024: A C D; B and O left, nobody is new; kept 3 of 5
        let records = two_years().records();
        let now = points(&records, &window("2024-01-01", "2025-01-01"));
        assert!(near(value(&now, Indicator::CoreMembers), 3.0));
        assert!(near(value(&now, Indicator::Entries), 0.0));
        assert!(near(value(&now, Indicator::Exits), 2.0));
        assert!(near(value(&now, Indicator::Retention), 0.6));
        let interval = now[&Indicator::Retention].interval.expect("Wilson");
        assert!(interval.low < 0.6 && 0.6 < interval.high);
    }

    #[test]
    fn the_first_year_has_nothing_before_it() {
        let records = two_years().records();
        let first = points(&records, &window("2023-01-01", "2024-01-01"));
        assert_eq!(first[&Indicator::Retention].value, None);
        assert_eq!(first[&Indicator::Retention].undefined, Some(Undefined::NoWindowBefore));
    }

    #[test]
    fn density_and_mean_degree_stand_for_the_same_ties() {
        // 2023: five members, three ties: density 3/10, mean degree 6/5
        let records = two_years().records();
        let first = points(&records, &window("2023-01-01", "2024-01-01"));
        assert!(near(value(&first, Indicator::Density), 0.3));
        assert!(near(value(&first, Indicator::MeanDegree), 1.2));
        let (density, degree) = (
            first[&Indicator::Density].interval,
            first[&Indicator::MeanDegree].interval,
        );
        assert!(near(
            density.expect("interval").high * 4.0,
            degree.expect("interval").high
        ));
    }

    #[test]
    fn without_the_operator_its_members_fall_apart() {
        // 2023 without O: A B C hang together, D stands alone: 3 of 4
        let records = two_years().records();
        let first = points(&records, &window("2023-01-01", "2024-01-01"));
        assert!(near(value(&first, Indicator::ConnectedWithoutOperator), 0.75));
        let undeclared = two_years().edit(|records| records.config.hub.operator = None).records();
        let first = points(&undeclared, &window("2023-01-01", "2024-01-01"));
        assert_eq!(
            first[&Indicator::ConnectedWithoutOperator].undefined,
            Some(Undefined::OperatorUnknown)
        );
    }

    #[test]
    fn agreements_that_end_within_a_year_are_counted_on_the_windows_last_day() {
        // on 2024-12-31 A–C (to 2025-06) and C–D (to 2026-12) live: one of two ends; one more has no recorded end
        let records = two_years().tie("A", "D", "2024-02-01", "").records();
        let now = points(&records, &window("2024-01-01", "2025-01-01"));
        assert!(near(value(&now, Indicator::AgreementsEnding), 0.5));
        assert!(near(value(&now, Indicator::AgreementsWithoutEnd), 1.0));
    }

    #[test]
    fn cross_sector_ties_stand_beside_what_chance_gives() {
        // 2023: A–B within government; A–C and O–D across: 2. A has two ties, the four others one: A meets each with
        // chance 1/2, two of the others each other with 1/6, and only A and B share a sector: 3/2 + 6/6 = 5/2
        let records = two_years().records();
        let first = points(&records, &window("2023-01-01", "2024-01-01"));
        assert!(near(value(&first, Indicator::CrossSectorShare), 2.0 / 3.0));
        assert!(near(value(&first, Indicator::CrossSectorRatio), 2.0 / 2.5));
    }

    fn money(currencies: [&'static str; 2], second: Option<f64>) -> HubRecords {
        two_years()
            .tie_with("O", "A", "2024-01-01", "2024-12-31", move |one| {
                one.kind = Some("funding".into());
                one.amount = Some(Amount {
                    value: 300.0,
                    currency: Some(currencies[0].into()),
                });
            })
            .tie_with("B", "C", "2024-01-01", "2025-12-31", move |one| {
                one.kind = Some("funding".into());
                one.amount = second.map(|value| Amount {
                    value,
                    currency: Some(currencies[1].into()),
                });
            })
            .records()
    }

    #[test]
    fn money_is_spread_over_its_days_and_its_payers() {
        // 2024: O pays 300 over 366 days; B pays 731 over 731 days, 366 of them in 2024: O's share 300/666
        let now = points(&money(["CLP", "CLP"], Some(731.0)), &window("2024-01-01", "2025-01-01"));
        assert!(near(value(&now, Indicator::TopPayerShare), 366.0 / 666.0));
    }

    #[test]
    fn money_of_agreements_that_ended_within_the_window_ends_no_more() {
        // 2024: 300 of an agreement whose last day is 2024-12-31, 366 of one that ends in 2025: 366/666
        let now = points(&money(["CLP", "CLP"], Some(731.0)), &window("2024-01-01", "2025-01-01"));
        assert!(near(value(&now, Indicator::MoneyEnding), 366.0 / 666.0));
    }

    #[test]
    fn an_amount_without_an_end_cannot_be_spread() {
        // five of 300 for the year 2024 and one of 1000 with an open end: 5 of 6 are known, and the 1000 add nothing;
        // with one more open end, 5 of 7 are under 80 %
        let funded = |hub: TestHub, end| {
            hub.tie_with("O", "C", "2024-01-01", end, |row| {
                row.kind = Some("funding".into());
                row.amount = Some(Amount {
                    value: if end == "open" { 1000.0 } else { 300.0 },
                    currency: Some("CLP".into()),
                });
            })
        };
        let year = window("2024-01-01", "2025-01-01");
        let of = |ends: &[&'static str]| points(&ends.iter().copied().fold(two_years(), funded).records(), &year);
        let known = of(&[["2024-12-31"; 5].as_slice(), &["open"]].concat());
        assert!(near(
            known[&Indicator::TopPayerShare].denominator.unwrap_or(f64::NAN),
            1500.0
        ));
        let too_few = of(&[["2024-12-31"; 5].as_slice(), &["open"; 2]].concat());
        assert_eq!(
            too_few[&Indicator::TopPayerShare].undefined,
            Some(Undefined::MoneyUnknown)
        );
    }

    #[test]
    fn money_is_withheld_where_it_is_unknown_or_in_several_currencies() {
        let of = |records: &HubRecords| {
            points(records, &window("2024-01-01", "2025-01-01"))[&Indicator::TopPayerShare].undefined
        };
        assert_eq!(of(&money(["CLP", "CLP"], None)), Some(Undefined::MoneyUnknown));
        assert_eq!(
            of(&money(["CLP", "USD"], Some(1.0))),
            Some(Undefined::SeveralCurrencies)
        );
        assert_eq!(of(&two_years().records()), Some(Undefined::NotRecorded));
    }

    /// Ninety days into 2025 nothing new is written down yet: the figures are those of 2024, against 2023.
    #[test]
    fn months_whose_records_may_still_come_do_not_read_as_a_decline() {
        let records = two_years().studied_until("2025-03-31").records();
        let network = TemporalNetwork::assemble(&records, &options());
        let latest = network.windows(WindowScheme::Latest)[0].clone();
        let membership = network.membership(&latest);
        let working = crate::network::Snapshot::default();
        let context = Context {
            records: &records,
            network: &network,
            window: &latest,
            membership: &membership,
            working: &working,
            seed: 1,
            draws: 999,
        };
        let first = &headline::headlines(&context)[0];
        assert_eq!(first.now.window.label, "2024");
        assert_eq!(
            first.before.as_ref().map(|point| point.window.period),
            window("2023-01-01", "2024-01-01").period.map(Some)
        );
    }

    #[test]
    fn the_headlines_compare_the_last_full_year_with_the_one_before() {
        let records = two_years().records();
        let network = TemporalNetwork::assemble(&records, &options());
        let latest = network.windows(WindowScheme::Latest)[0].clone();
        let membership = network.membership(&latest);
        let working = crate::network::Snapshot::default();
        let context = Context {
            records: &records,
            network: &network,
            window: &latest,
            membership: &membership,
            working: &working,
            seed: 1,
            draws: 999,
        };
        let found = indicators(&context);
        let first = &found.headlines[0];
        assert_eq!((first.indicator, first.now.value), (Indicator::CoreMembers, Some(3.0)));
        assert_eq!(first.before.as_ref().and_then(|point| point.value), Some(5.0));
        assert_eq!(first.movement, Movement::Worsening);
        assert_eq!(found.headlines.len(), 5);
        assert_eq!(found.study, Some((day("2023-01-01"), day("2024-12-31"))));
        assert_eq!(found.full_years, 2);
        for series in found.rolling.iter().chain(&found.yearly) {
            for point in &series.points {
                let holds = |value: f64| point.interval.is_none_or(|i| i.low <= value && value <= i.high);
                assert!(
                    point.value.is_none_or(|value| value.is_finite() && holds(value)),
                    "{point:?}"
                );
                assert!(point.value.is_some() != point.undefined.is_some(), "{point:?}");
            }
        }
    }
}
