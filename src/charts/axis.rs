//! Where does a value stand, and how is it written? Scales, axes and the form of numbers.
//!
//! In: ranges of values and days. Out: pixels, grid lines with their labels, numbers in the reader's language.

use plotters::coord::ranged1d::{BoldPoints, Ranged};
use plotters::coord::types::RangedCoordf64;

use super::canvas::{Anchor, Canvas, Type};
use super::figure::Frame;
use super::{Context, theme};
use crate::indicators::Indicator;
use crate::time::Day;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A whole number.
    Count,
    /// A whole number, counted in both directions from zero.
    Distance,
    /// A share from 0 to 1, as a percentage.
    Share,
    /// A share, as a percentage with one decimal.
    Tenths,
    /// So many decimals.
    Decimals(u8),
}

impl Form {
    /// How an indicator is written.
    #[must_use]
    pub fn of(indicator: Indicator) -> Self {
        match indicator.info().unit {
            _ if indicator == Indicator::Density => Self::Tenths,
            "share" => Self::Share,
            "ties" => Self::Decimals(1),
            "ratio" | "nats" => Self::Decimals(2),
            _ => Self::Count,
        }
    }

    /// The number in the language's form.
    #[must_use]
    pub fn write(self, value: f64, context: &Context<'_>) -> String {
        match self {
            Self::Count => context.messages.number(value, 0),
            Self::Distance => context.messages.number(value.abs(), 0),
            Self::Share => context.messages.percent(value),
            Self::Tenths => {
                let percent = context.messages.number(value * 100.0, 1);
                context.say("chart-percent", &[("number", percent.into())])
            }
            Self::Decimals(places) => context.messages.number(value, places),
        }
    }
}

/// From values to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// A scale on which `low` stands at pixel `from` and `high` at pixel `to`; never empty.
    #[must_use]
    pub fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Self {
        let high = if high > low { high } else { low + 1.0 };
        Self { low, high, from, to }
    }

    /// A scale of days.
    #[must_use]
    pub fn days((first, last): (Day, Day), pixels: (f64, f64)) -> Self {
        Self::new((f64::from(first.number()), f64::from(last.number())), pixels)
    }

    /// A scale from zero, a little higher than the largest value.
    #[must_use]
    pub fn from_zero(largest: f64, form: Form, pixels: (f64, f64)) -> Self {
        let least = match form {
            Form::Count | Form::Distance => 4.0,
            Form::Share => 0.05,
            Form::Tenths | Form::Decimals(_) => 0.01,
        };
        let high = (largest * 1.08).max(least);
        let high = if matches!(form, Form::Share | Form::Tenths) {
            high.min(1.0)
        } else {
            high
        };
        Self::new((0.0, high), pixels)
    }

    /// The pixel of a value.
    #[must_use]
    pub fn at(self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        self.from + share.clamp(0.0, 1.0) * (self.to - self.from)
    }

    /// The pixel of a day.
    #[must_use]
    pub fn at_day(self, day: Day) -> f64 {
        self.at(f64::from(day.number()))
    }

    /// Round values within the scale, about so many.
    #[must_use]
    pub fn ticks(self, about: usize, form: Form) -> Vec<f64> {
        RangedCoordf64::from(self.low..self.high)
            .key_points(BoldPoints(about))
            .into_iter()
            .filter(|tick| !matches!(form, Form::Count | Form::Distance) || (tick - tick.round()).abs() <= 1e-9)
            .collect()
    }
}

/// How wide the labels of a value axis are.
#[must_use]
pub fn value_axis_width(scale: Scale, form: Form, context: &Context<'_>) -> f64 {
    let set = Type::new(theme::SMALL, theme::GREY);
    scale
        .ticks(TICKS, form)
        .iter()
        .map(|tick| set.width(&write_tick(scale, form, *tick, context)))
        .fold(0.0, f64::max)
        + 8.0
}

/// Faint grid lines across the frame, labelled at its left.
pub fn value_axis(canvas: &Canvas<'_>, frame: Frame, scale: Scale, form: Form, context: &Context<'_>) {
    let set = Type::new(theme::SMALL, theme::GREY).at(Anchor::End);
    for tick in scale.ticks(TICKS, form) {
        let y = scale.at(tick);
        let color = if tick.abs() <= 1e-12 { theme::RULE } else { theme::FAINT };
        canvas.line(&[(frame.left, y), (frame.right, y)], color, 1.0);
        let label = write_tick(scale, form, tick, context);
        canvas.text_beside((frame.left - 6.0, y), &label, set);
    }
}

const TICKS: usize = 5;

/// Ticks closer than the form can tell get as many decimals as they need.
fn write_tick(scale: Scale, form: Form, tick: f64, context: &Context<'_>) -> String {
    let step = scale
        .ticks(TICKS, form)
        .windows(2)
        .map(|w| w[1] - w[0])
        .fold(f64::INFINITY, f64::min);
    let places = |step: f64| (-step.log10()).ceil().clamp(0.0, 6.0) as u8;
    match form {
        Form::Share | Form::Tenths if step < 0.0095 => Form::Tenths.write(tick, context),
        Form::Share | Form::Tenths => Form::Share.write(tick, context),
        Form::Decimals(_) => Form::Decimals(places(step)).write(tick, context),
        Form::Count | Form::Distance => form.write(tick, context),
    }
}

/// Years below the frame: a tick at each first of January, the year in the middle of its days.
pub fn year_axis(canvas: &Canvas<'_>, frame: Frame, scale: Scale, (first, last): (Day, Day)) {
    let set = Type::new(theme::SMALL, theme::GREY).at(Anchor::Middle);
    canvas.line(
        &[(frame.left, frame.bottom), (frame.right, frame.bottom)],
        theme::RULE,
        1.0,
    );
    let years: Vec<i16> = (first.year()..=last.year()).collect();
    let room = set.width("2000") + 6.0;
    let start = |year: i16| Day::from_ymd(year, 1, 1).unwrap_or(first);
    let edges = |year: i16| {
        let from = scale.at_day(start(year).max(first));
        (from, scale.at_day(start(year + 1).min(last)))
    };
    let year_width = scale.at_day(first.plus_days(365)) - scale.at_day(first);
    let every = (1..).find(|n| f64::from(*n) * year_width >= room).filter(|n| *n < 50);
    for year in years {
        let (from, to) = edges(year);
        if start(year) > first {
            canvas.line(&[(from, frame.bottom), (from, frame.bottom + 4.0)], theme::RULE, 1.0);
        }
        let wanted = every.is_none_or(|n| n == 1 || i32::from(year) % n == 0);
        let fits = to - from >= room || every.is_some_and(|n| n > 1);
        let middle = f64::midpoint(from, to);
        let inside = middle - room / 2.0 >= frame.left - 6.0 && middle + room / 2.0 <= frame.right + 12.0;
        if wanted && fits && inside {
            canvas.text((middle, frame.bottom + 15.0), &year.to_string(), set);
        }
    }
}

/// How much room the years take below the frame.
pub const YEARS: f64 = 20.0;
