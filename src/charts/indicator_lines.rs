//! How did an indicator move? Its rolling twelve months as a line, with intervals as a band and windows that the
//! records cover only partly hatched.
//!
//! In: one [`Series`], or one [`Headline`] with its series. Out: a chart, `None` where no window has a value.

use super::axis::{Form, Scale, YEARS, value_axis, value_axis_width, year_axis};
use super::canvas::{Canvas, Ink, Point as Pixel, Type};
use super::figure::{Figure, Frame};
use super::numbers::{number, table, text, window_name};
use super::{Chart, Context, theme};
use crate::indicators::{Headline, Indicator, Point, Series};
use crate::messages::Arg;
use crate::network::Layer;
use crate::tables::{Cell, Table};
use crate::time::Day;

/// An indicator over time.
#[must_use]
pub fn indicator_line(series: &Series, context: &Context<'_>) -> Option<Chart> {
    let drawn = Drawn::of(series)?;
    let name = series.indicator.info().name;
    let label = context.messages.word(&format!("indicator-{name}"));
    let title = finding(&drawn, &label, context);
    let partial = series.points.iter().any(|point| point.window.partial.is_some());
    let interval = series.points.iter().any(|point| point.interval.is_some());
    let notes = [("chart-note-partial", partial), ("chart-note-interval", interval)];
    let figure = Figure {
        id: format!("indicator-{name}"),
        description: describe(&drawn, &label, context),
        title,
        subtitle: subtitle(series.layer, context),
        notes: notes
            .iter()
            .filter(|(_, shown)| *shown)
            .map(|(key, _)| context.messages.word(key))
            .collect(),
        width: theme::HALF,
        body: 180.0,
    };
    let table = numbers_behind(&figure.id, series, context);
    Some(figure.draw(context, table, |canvas, frame| paint(canvas, frame, &drawn, context)))
}

/// One of the five figures of the first page as a line without words, to stand beside its number.
#[must_use]
pub fn headline_spark(headline: &Headline, series: &Series, context: &Context<'_>) -> Option<Chart> {
    let drawn = Drawn::of(series)?;
    let name = series.indicator.info().name;
    let label = context.messages.word(&format!("indicator-{name}"));
    let figure = Figure {
        id: format!("headline-{name}"),
        title: finding(&drawn, &label, context),
        subtitle: String::new(),
        description: describe(&drawn, &label, context),
        notes: Vec::new(),
        width: 200.0,
        body: 56.0,
    };
    let table = numbers_behind(&figure.id, series, context);
    Some(figure.draw_bare(table, |canvas, frame| spark(canvas, frame, &drawn, headline.target)))
}

/// One value that can be drawn.
#[derive(Debug, Clone, Copy)]
struct Dot {
    day: Day,
    value: f64,
    band: Option<(f64, f64)>,
    partial: bool,
}

/// A series as it is drawn: what has a day and a value, and gaps where a window has none.
struct Drawn {
    form: Form,
    reference: Option<f64>,
    dots: Vec<Option<Dot>>,
    hatched: Vec<(Day, Day)>,
    span: (Day, Day),
}

impl Drawn {
    fn of(series: &Series) -> Option<Self> {
        let dots: Vec<Option<Dot>> = series.points.iter().map(dot).collect();
        let days: Vec<Day> = series.points.iter().filter_map(last_day).collect();
        dots.iter().flatten().next()?;
        let (first, last) = (*days.first()?, *days.last()?);
        let alone = first == last;
        let span = if alone {
            (first.plus_months(-6), last.plus_months(6))
        } else {
            (first, last)
        };
        Some(Self {
            form: Form::of(series.indicator),
            reference: (series.indicator == Indicator::CrossSectorRatio).then_some(1.0),
            hatched: hatched(&series.points, span),
            dots,
            span,
        })
    }

    fn shown(&self) -> impl Iterator<Item = Dot> + '_ {
        self.dots.iter().flatten().copied()
    }

    /// The last value of a fully covered window, else the last value.
    fn last(&self) -> Option<Dot> {
        self.shown()
            .filter(|dot| !dot.partial)
            .last()
            .or_else(|| self.shown().last())
    }

    /// The value of the full window that ends a year before.
    fn year_before(&self, last: Dot) -> Option<Dot> {
        let day = last.day.plus_days(1).plus_months(-12).plus_days(-1);
        self.shown().find(|dot| dot.day == day && !dot.partial && !last.partial)
    }

    fn largest(&self) -> f64 {
        self.shown()
            .map(|dot| dot.band.map_or(dot.value, |(_, high)| high.max(dot.value)))
            .chain(self.reference)
            .fold(0.0, f64::max)
    }

    /// Stretches of values without a gap between.
    fn stretches(&self) -> impl Iterator<Item = Vec<Dot>> + '_ {
        self.dots
            .split(Option::is_none)
            .map(|stretch| stretch.iter().flatten().copied().collect::<Vec<_>>())
            .filter(|stretch| !stretch.is_empty())
    }
}

fn last_day(point: &Point) -> Option<Day> {
    point.window.period.map(|period| period.end().plus_days(-1))
}

fn dot(point: &Point) -> Option<Dot> {
    Some(Dot {
        day: last_day(point)?,
        value: point.value.filter(|value| value.is_finite())?,
        band: point.interval.map(|interval| (interval.low, interval.high)),
        partial: point.window.partial.is_some(),
    })
}

/// The stretches of days under partly covered windows, half way to the next full one on either side.
fn hatched(points: &[Point], (first, last): (Day, Day)) -> Vec<(Day, Day)> {
    let days: Vec<(Day, bool)> = points
        .iter()
        .filter_map(|point| Some((last_day(point)?, point.window.partial.is_some())))
        .collect();
    let middle = |a: Day, b: Day| a.plus_days(b.days_since(a) / 2);
    let mut found: Vec<(Day, Day)> = Vec::new();
    for (n, (day, partial)) in days.iter().enumerate() {
        let from = n.checked_sub(1).map_or(first, |before| middle(days[before].0, *day));
        let to = days.get(n + 1).map_or(last, |after| middle(*day, after.0));
        match found.last_mut().filter(|open| *partial && open.1 == from) {
            Some(open) => open.1 = to,
            None if *partial => found.push((from, to)),
            None => {}
        }
    }
    found
}

fn finding(drawn: &Drawn, label: &str, context: &Context<'_>) -> String {
    let Some(last) = drawn.last() else {
        return label.to_owned();
    };
    let mut args: Vec<(&str, Arg)> = vec![
        ("indicator", label.into()),
        ("value", drawn.form.write(last.value, context).into()),
        ("day", last.day.into()),
    ];
    // Calendar years are compared; twelve months that end within one may only be waiting for its records.
    match drawn.year_before(last).filter(|_| ends_a_year(last.day)) {
        Some(before) => {
            args.push(("before", drawn.form.write(before.value, context).into()));
            context.say("chart-indicator-title-before", &args)
        }
        None => context.say("chart-indicator-title", &args),
    }
}

fn ends_a_year(day: Day) -> bool {
    (day.month(), day.day_of_month()) == (12, 31)
}

fn describe(drawn: &Drawn, label: &str, context: &Context<'_>) -> String {
    let values = || drawn.shown().map(|dot| dot.value);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
    context.say(
        "chart-indicator-description",
        &[
            ("indicator", label.into()),
            ("from", drawn.span.0.into()),
            ("to", drawn.span.1.into()),
            ("windows", drawn.shown().count().into()),
            ("low", drawn.form.write(low, context).into()),
            ("high", drawn.form.write(high, context).into()),
        ],
    )
}

fn subtitle(layer: Option<Layer>, context: &Context<'_>) -> String {
    let rolling = context.messages.word("chart-rolling");
    match layer {
        Some(layer) => format!("{rolling} · {}", layer_words(layer, context)),
        None => rolling,
    }
}

/// What a layer is called, at the start of a line.
#[must_use]
pub fn layer_words(layer: Layer, context: &Context<'_>) -> String {
    context.messages.word(&format!("chart-layer-{}", layer.name()))
}

fn paint(canvas: &Canvas<'_>, frame: Frame, drawn: &Drawn, context: &Context<'_>) {
    let value_set = Type::new(theme::LABEL, theme::ACCENT).bold();
    let label = drawn
        .last()
        .map(|last| drawn.form.write(last.value, context))
        .unwrap_or_default();
    let plain = Scale::from_zero(drawn.largest(), drawn.form, (frame.bottom - YEARS, frame.top + 8.0));
    let left = value_axis_width(plain, drawn.form, context);
    let inner = frame.inset(left, 4.0, value_set.width(&label) + 10.0, YEARS);
    let across = Scale::days(drawn.span, (inner.left, inner.right));
    for &(from, to) in &drawn.hatched {
        canvas.rect(
            (across.at_day(from), inner.top),
            (across.at_day(to), inner.bottom),
            theme::HATCH,
        );
    }
    value_axis(canvas, inner, plain, drawn.form, context);
    if let Some(reference) = drawn.reference {
        let y = plain.at(reference);
        canvas.dashes(&[(inner.left, y), (inner.right, y)], theme::GREY, 1.0, (4.0, 3.0));
    }
    line_with_band(canvas, drawn, across, plain, 2.0);
    year_axis(canvas, inner, across, drawn.span);
    if let Some(last) = drawn.last() {
        let (x, y) = (across.at_day(last.day), plain.at(last.value));
        canvas.disc((x, y), 4.5, theme::PAPER);
        canvas.disc((x, y), 3.5, theme::ACCENT);
        label_last(canvas, inner, (x, y), &label, value_set);
    }
}

/// The last value right of its point, or above it where the frame ends too soon after it.
fn label_last(canvas: &Canvas<'_>, frame: Frame, (x, y): Pixel, label: &str, set: Type) {
    let wide = set.width(label);
    let ends_here = x >= frame.right - 2.0;
    let (left, middle) = if ends_here || x + 12.0 + wide <= frame.right {
        (x + 8.0, y)
    } else {
        let above = if y - 22.0 < frame.top { y + 15.0 } else { y - 13.0 };
        ((x - wide / 2.0).clamp(frame.left, frame.right - wide), above)
    };
    if !ends_here {
        let patch = Ink::clear(theme::PAPER, 0.8);
        canvas.rect((left - 2.0, middle - 7.0), (left + wide + 2.0, middle + 7.0), patch);
    }
    canvas.text_beside((left, middle), label, set);
}

fn line_with_band(canvas: &Canvas<'_>, drawn: &Drawn, across: Scale, up: Scale, width: f64) {
    let at = |dot: &Dot| (across.at_day(dot.day), up.at(dot.value));
    for stretch in drawn.stretches() {
        for banded in stretch.split(|dot| dot.band.is_none()) {
            band(canvas, banded, across, up);
        }
        for pair in stretch.windows(2) {
            let ends = [at(&pair[0]), at(&pair[1])];
            if pair.iter().any(|dot| dot.partial) {
                canvas.dashes(&ends, theme::GREY, width * 0.75, (3.0, 3.0));
            }
        }
        for full in stretch.split(|dot| dot.partial) {
            canvas.line(&full.iter().map(at).collect::<Vec<_>>(), theme::ACCENT, width);
            if let [only] = full {
                canvas.disc(at(only), width, theme::ACCENT);
            }
        }
        for dot in stretch.iter().filter(|dot| dot.partial) {
            canvas.ring(at(dot), width, theme::GREY, 1.0);
        }
    }
}

fn band(canvas: &Canvas<'_>, dots: &[Dot], across: Scale, up: Scale) {
    let edge = |dot: &Dot, high: bool| {
        let (low, top) = dot.band.unwrap_or((dot.value, dot.value));
        (across.at_day(dot.day), up.at(if high { top } else { low }))
    };
    let ink = Ink::clear(theme::ACCENT, 0.18);
    match dots {
        [] => {}
        [only] => {
            let (x, low) = edge(only, false);
            canvas.rect((x - 2.0, low), (x + 2.0, edge(only, true).1), ink);
        }
        _ => {
            let upper = dots.iter().map(|dot| edge(dot, true));
            let lower = dots.iter().rev().map(|dot| edge(dot, false));
            canvas.area(&upper.chain(lower).collect::<Vec<_>>(), ink);
        }
    }
}

fn spark(canvas: &Canvas<'_>, frame: Frame, drawn: &Drawn, target: Option<f64>) {
    let inner = frame.inset(5.0, 6.0, 8.0, 6.0);
    let across = Scale::days(drawn.span, (inner.left, inner.right));
    let largest = drawn.largest().max(target.unwrap_or(0.0));
    let up = Scale::from_zero(largest, drawn.form, (inner.bottom, inner.top));
    for &(from, to) in &drawn.hatched {
        canvas.rect(
            (across.at_day(from), inner.top),
            (across.at_day(to), inner.bottom),
            theme::HATCH,
        );
    }
    canvas.line(
        &[(inner.left, inner.bottom), (inner.right, inner.bottom)],
        theme::RULE,
        1.0,
    );
    if let Some(y) = target.filter(|target| target.is_finite()).map(|target| up.at(target)) {
        canvas.dashes(&[(inner.left, y), (inner.right, y)], theme::ALERT, 1.0, (3.0, 3.0));
    }
    line_with_band(canvas, drawn, across, up, 1.75);
    if let Some(last) = drawn.last() {
        canvas.disc((across.at_day(last.day), up.at(last.value)), 3.5, theme::ACCENT);
    }
}

fn numbers_behind(id: &str, series: &Series, context: &Context<'_>) -> Table {
    let rows = series
        .points
        .iter()
        .map(|point| {
            vec![
                text(window_name(&point.window, context)),
                number(point.value),
                number(point.interval.map(|interval| interval.low)),
                number(point.interval.map(|interval| interval.high)),
                number(point.numerator),
                number(point.denominator),
                Cell::Truth(point.window.partial.is_some()),
                point.undefined.map_or(Cell::Empty, |reason| {
                    text(context.messages.word(&format!("undefined-{}", reason.key())))
                }),
            ]
        })
        .collect();
    let unit = series.indicator.info().unit;
    let columns = [
        ("window", ""),
        ("value", unit),
        ("low", unit),
        ("high", unit),
        ("numerator", ""),
        ("denominator", ""),
        ("partial", ""),
        ("undefined", ""),
    ];
    table(id, &columns, rows, context)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, english, series_of, spanish};
    use super::*;
    use crate::time::Partial;

    #[test]
    fn a_series_is_drawn_with_its_band_its_last_value_and_hatching_where_partial() {
        for messages in [english(), spanish()] {
            let mut series = series_of(Indicator::Retention, 20, |n| Some(0.6 + 0.01 * f64::from(n)));
            series.points[19].window.partial = Some(Partial::EndsLate);
            let chart = indicator_line(&series, &context(&messages)).expect("a chart");
            check(&chart);
            assert!(chart.svg.contains("indicator-retention-hatch"));
            assert!(chart.title.contains("78"), "{}", chart.title); // 0.6 + 0.18 of the last full window
            assert_eq!(chart.table.rows.len(), 20);
        }
    }

    #[test]
    fn one_point_is_drawn_and_none_is_not() {
        let messages = english();
        let one = series_of(Indicator::CoreMembers, 1, |_| Some(12.0));
        let chart = indicator_line(&one, &context(&messages)).expect("a chart");
        check(&chart);
        assert!(!chart.svg.contains("hatch"));
        let none = series_of(Indicator::CoreMembers, 5, |_| None);
        assert!(indicator_line(&none, &context(&messages)).is_none());
        let empty = series_of(Indicator::CoreMembers, 0, |_| None);
        assert!(indicator_line(&empty, &context(&messages)).is_none());
    }

    #[test]
    fn a_window_in_the_table_is_a_year_or_its_first_and_last_day() {
        let messages = english();
        let two = series_of(Indicator::CoreMembers, 2, |_| Some(12.0));
        let table = numbers_behind("two", &two, &context(&messages));
        let windows: Vec<&Cell> = table.rows.iter().map(|row| &row[0]).collect();
        let days = text("1 October 2024 to 30 September 2025");
        assert_eq!(windows, [&days, &text("2025")]);
    }

    #[test]
    fn a_gap_in_the_series_is_a_gap_in_the_line() {
        let messages = english();
        let series = series_of(Indicator::CoreMembers, 9, |n| (n != 4).then_some(30.0));
        let drawn = Drawn::of(&series).expect("values");
        assert_eq!(drawn.stretches().map(|s| s.len()).collect::<Vec<_>>(), [4, 4]);
        check(&indicator_line(&series, &context(&messages)).expect("a chart"));
    }
}
