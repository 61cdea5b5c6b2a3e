//! Who came and who left? Entries upwards and exits downwards for each year, with the members and the balance below.
//!
//! In: the yearly series of entries, exits and members. Out: a chart, `None` where no year has either.

use super::axis::{Form, Scale, value_axis, value_axis_width};
use super::canvas::{Anchor, Canvas, Type};
use super::figure::{Figure, Frame};
use super::numbers::{number, table, text};
use super::{Chart, Context, theme};
use crate::indicators::{Indicator, Series};
use crate::tables::{Cell, Table};

struct Year {
    label: String,
    entries: Option<f64>,
    exits: Option<f64>,
    members: Option<f64>,
    partial: bool,
}

impl Year {
    fn balance(&self) -> Option<f64> {
        Some(self.entries? - self.exits?)
    }
}

/// Entries and exits by year.
#[must_use]
pub fn entries_exits(yearly: &[Series], context: &Context<'_>) -> Option<Chart> {
    let years = years(yearly);
    years
        .iter()
        .find(|year| year.entries.is_some() || year.exits.is_some())?;
    let figure = Figure {
        id: "entries-exits".into(),
        title: finding(&years, context),
        subtitle: context.messages.word("chart-entries-subtitle"),
        description: context.say("chart-entries-description", &[("years", years.len().into())]),
        notes: years
            .iter()
            .any(|year| year.partial)
            .then(|| context.messages.word("chart-note-partial"))
            .into_iter()
            .collect(),
        width: theme::WIDE,
        body: 270.0,
    };
    let table = numbers_behind(&figure.id, &years, context);
    Some(figure.draw(context, table, |canvas, frame| paint(canvas, frame, &years, context)))
}

fn years(yearly: &[Series]) -> Vec<Year> {
    let of = |indicator| yearly.iter().find(|series| series.indicator == indicator);
    let value = |indicator, label: &str| {
        of(indicator)?
            .points
            .iter()
            .find(|point| point.window.label == label)?
            .value
            .filter(|value| value.is_finite())
    };
    let windows = of(Indicator::Entries).or_else(|| of(Indicator::Exits));
    windows
        .map_or(&[][..], |series| &series.points)
        .iter()
        .map(|point| Year {
            label: point.window.label.clone(),
            entries: value(Indicator::Entries, &point.window.label),
            exits: value(Indicator::Exits, &point.window.label),
            members: value(Indicator::CoreMembers, &point.window.label),
            partial: point.window.partial.is_some(),
        })
        .collect()
}

fn finding(years: &[Year], context: &Context<'_>) -> String {
    let last = years
        .iter()
        .filter(|year| !year.partial)
        .filter_map(|year| Some((year, year.entries?, year.exits?)))
        .next_back();
    match last {
        Some((year, entries, exits)) => context.say(
            "chart-entries-title",
            &[
                ("year", year.label.as_str().into()),
                ("entries", (entries as usize).into()),
                ("exits", (exits as usize).into()),
            ],
        ),
        None => context.messages.word("chart-entries-title-none"),
    }
}

/// Height of the two lines of figures below the years.
const FIGURES: f64 = 58.0;

fn paint(canvas: &Canvas<'_>, frame: Frame, years: &[Year], context: &Context<'_>) {
    let most = |value: fn(&Year) -> Option<f64>| years.iter().filter_map(value).fold(0.0, f64::max);
    let (up, down) = (most(|year| year.entries).max(1.0), most(|year| year.exits).max(1.0));
    let scale = Scale::new((-down, up), (frame.bottom - FIGURES - 17.0, frame.top + 15.0));
    let words = ["chart-entries-members", "chart-entries-balance"].map(|key| context.messages.word(key));
    let small = Type::new(theme::SMALL, theme::GREY);
    let left = words
        .iter()
        .map(|word| small.width(word) + 8.0)
        .fold(value_axis_width(scale, Form::Count, context), f64::max);
    let inner = frame.inset(left, 0.0, 0.0, FIGURES);
    let step = inner.width() / years.len().max(1) as f64;
    let thick = (step * 0.56).min(54.0);
    let middle = |place: usize| inner.left + (place as f64 + 0.5) * step;
    for (place, _) in years.iter().enumerate().filter(|(_, year)| year.partial) {
        let half = step / 2.0;
        canvas.rect(
            (middle(place) - half, inner.top),
            (middle(place) + half, inner.bottom),
            theme::HATCH,
        );
    }
    axis(canvas, inner, scale, context);
    for (place, year) in years.iter().enumerate() {
        bars(canvas, middle(place), thick, year, scale, context);
        let set = small.at(Anchor::Middle);
        canvas.text(
            (middle(place), inner.bottom + 16.0),
            &year.label,
            Type {
                color: theme::INK,
                ..set
            }
            .bold(),
        );
        let members = year
            .members
            .map_or("–".into(), |members| context.messages.number(members, 0));
        canvas.text((middle(place), inner.bottom + 34.0), &members, set);
        let balance = year.balance().map_or("–".into(), |balance| signed(balance, context));
        canvas.text((middle(place), inner.bottom + 50.0), &balance, set);
    }
    for (line, word) in words.iter().enumerate() {
        canvas.text((frame.left, inner.bottom + 34.0 + line as f64 * 16.0), word, small);
    }
}

/// The axis counts upwards and downwards from zero; exits are no negative number.
fn axis(canvas: &Canvas<'_>, inner: Frame, scale: Scale, context: &Context<'_>) {
    value_axis(canvas, inner, scale, Form::Distance, context);
    let zero = scale.at(0.0);
    canvas.line(&[(inner.left, zero), (inner.right, zero)], theme::GREY, 1.25);
}

fn bars(canvas: &Canvas<'_>, x: f64, thick: f64, year: &Year, scale: Scale, context: &Context<'_>) {
    let set = Type::new(theme::SMALL, theme::INK).at(Anchor::Middle);
    let (left, right, zero) = (x - thick / 2.0, x + thick / 2.0, scale.at(0.0));
    let share = if year.partial { 0.45 } else { 1.0 };
    if let Some(entries) = year.entries {
        let top = scale.at(entries);
        canvas.rect((left, top), (right, zero), theme::tint(theme::ACCENT, share));
        let word = context.messages.number(entries, 0);
        label(canvas, (x, top - 5.0), &word, set);
    }
    if let Some(exits) = year.exits {
        let bottom = scale.at(-exits);
        canvas.rect((left, zero), (right, bottom), theme::tint(theme::GREY, share * 0.75));
        let word = context.messages.number(exits, 0);
        label(canvas, (x, bottom + 13.0), &word, set);
    }
}

/// A number on a patch of paper, readable over hatching.
fn label(canvas: &Canvas<'_>, (x, y): (f64, f64), word: &str, set: Type) {
    let half = set.width(word) / 2.0 + 2.0;
    let patch = super::canvas::Ink::clear(theme::PAPER, 0.8);
    canvas.rect((x - half, y - 10.0), (x + half, y + 2.0), patch);
    canvas.text((x, y), word, set);
}

fn signed(value: f64, context: &Context<'_>) -> String {
    let number = context.messages.number(value, 0);
    if value > 0.5 { format!("+{number}") } else { number }
}

fn numbers_behind(id: &str, years: &[Year], context: &Context<'_>) -> Table {
    let rows = years
        .iter()
        .map(|year| {
            vec![
                text(year.label.clone()),
                number(year.entries),
                number(year.exits),
                number(year.balance()),
                number(year.members),
                Cell::Truth(year.partial),
            ]
        })
        .collect();
    let columns = [
        ("year", ""),
        ("entries", "members"),
        ("exits", "members"),
        ("balance", "members"),
        ("members", "members"),
        ("partial", ""),
    ];
    table(id, &columns, rows, context)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, drawn_words, english, series_of, spanish, year};
    use super::*;
    use crate::time::Partial;

    fn yearly(indicator: Indicator, values: &[Option<f64>]) -> Series {
        let mut series = series_of(indicator, values.len() as i32, |n| values[n as usize]);
        for (n, point) in series.points.iter_mut().enumerate() {
            point.window = year(2019 + n as i16);
        }
        if let Some(last) = series.points.last_mut() {
            last.window.partial = Some(Partial::EndsLate);
        }
        series
    }

    fn three() -> Vec<Series> {
        vec![
            yearly(
                Indicator::CoreMembers,
                &[40.0, 61.0, 80.0, 77.0, 102.0, 118.0, 90.0].map(Some),
            ),
            yearly(
                Indicator::Entries,
                &[
                    None,
                    Some(24.0),
                    Some(31.0),
                    Some(9.0),
                    Some(38.0),
                    Some(27.0),
                    Some(4.0),
                ],
            ),
            yearly(
                Indicator::Exits,
                &[
                    None,
                    Some(3.0),
                    Some(12.0),
                    Some(12.0),
                    Some(13.0),
                    Some(11.0),
                    Some(32.0),
                ],
            ),
        ]
    }

    #[test]
    fn every_year_has_its_bars_its_members_and_its_balance() {
        for messages in [english(), spanish()] {
            let chart = entries_exits(&three(), &context(&messages)).expect("a chart");
            check(&chart);
            assert!(chart.svg.contains("entries-exits-hatch"));
            // the last full year is 2024: 27 came, 11 left, +16
            assert!(chart.title.contains("27") && chart.title.contains("11") && chart.title.contains("2024"));
            assert!(drawn_words(&chart).contains(&"+16".to_owned()));
        }
    }

    #[test]
    fn years_without_a_year_before_are_no_chart() {
        let messages = english();
        assert!(entries_exits(&[], &context(&messages)).is_none());
        let none = [yearly(Indicator::Entries, &[None]), yearly(Indicator::Exits, &[None])];
        assert!(entries_exits(&none, &context(&messages)).is_none());
        let one = [
            yearly(Indicator::Entries, &[Some(0.0)]),
            yearly(Indicator::Exits, &[Some(2.0)]),
        ];
        check(&entries_exits(&one, &context(&messages)).expect("a chart"));
    }
}
