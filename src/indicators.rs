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
    /// The last full twelve months.
    pub now: Point,
    /// The twelve months before.
    pub before: Option<Point>,
    /// Figures shown beside it (entries, exits, …).
    pub beside: Vec<(Indicator, Option<f64>)>,
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
