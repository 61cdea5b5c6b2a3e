//! Which agreements end, or need notice, in the next twelve months? A line of time for each.
//!
//! In: a [`Calendar`]. Out: a chart, `None` where there is nothing to show.

use super::axis::Scale;
use super::canvas::{Anchor, Canvas, Ink, Point, Type};
use super::figure::{Figure, Frame};
use super::numbers::{day, table, text};
use super::text::shorten;
use super::theme::Shape;
use super::{Chart, Context, theme};
use crate::findings::calendar::{Calendar, CalendarEntry};
use crate::tables::{Cell, Table};
use crate::time::Day;

/// How many agreements are drawn; the rest is counted.
pub const MOST_ROWS: usize = 25;

/// The agreements that end or need notice in the next twelve months.
#[must_use]
pub fn agreement_calendar(calendar: &Calendar, context: &Context<'_>) -> Option<Chart> {
    let entries = &calendar.next_twelve_months;
    if entries.is_empty() {
        return None;
    }
    let shown = &entries[..entries.len().min(MOST_ROWS)];
    let more = entries.len() - shown.len();
    let figure = Figure {
        id: "calendar".into(),
        title: finding(calendar, context),
        subtitle: context.say(
            "chart-calendar-subtitle",
            &[
                ("from", calendar.as_of.into()),
                ("to", calendar.as_of.plus_months(12).into()),
            ],
        ),
        description: context.say("chart-calendar-description", &[("agreements", entries.len().into())]),
        notes: (more > 0)
            .then(|| context.say("chart-calendar-more", &[("more", more.into())]))
            .into_iter()
            .collect(),
        width: theme::WIDE,
        body: KEY + shown.len() as f64 * ROW + MONTHS,
    };
    let table = numbers_behind(&figure.id, entries, context);
    Some(figure.draw(context, table, |canvas, frame| {
        paint(canvas, frame, (calendar.as_of, shown), context);
    }))
}

fn finding(calendar: &Calendar, context: &Context<'_>) -> String {
    let year = calendar.as_of.plus_months(12);
    let ending = || calendar.next_twelve_months.iter().filter(|entry| entry.ends <= year);
    match ending().map(|entry| entry.ends).min() {
        Some(first) => context.say(
            "chart-calendar-title",
            &[
                ("ending", ending().count().into()),
                ("live", calendar.live.into()),
                ("first", first.into()),
            ],
        ),
        None => context.say(
            "chart-calendar-title-notice",
            &[("agreements", calendar.next_twelve_months.len().into())],
        ),
    }
}

const ROW: f64 = 23.0;
const KEY: f64 = 26.0;
const MONTHS: f64 = 20.0;
const NAMES: f64 = 280.0;

fn paint(canvas: &Canvas<'_>, frame: Frame, (as_of, entries): (Day, &[CalendarEntry]), context: &Context<'_>) {
    let names = Type::new(theme::SMALL, theme::INK);
    let labels: Vec<String> = entries
        .iter()
        .map(|entry| both_sides(&(context.name)(entry.source), &(context.name)(entry.target), names))
        .collect();
    let ends: Vec<String> = entries.iter().map(|entry| short_day(entry.ends, context)).collect();
    let widest = |texts: &[String]| texts.iter().map(|text| names.width(text)).fold(0.0, f64::max);
    let inner = frame.inset(widest(&labels) + 14.0, KEY, widest(&ends) + 16.0, MONTHS);
    let scale = Scale::days((as_of, as_of.plus_months(12)), (inner.left, inner.right));
    months(canvas, inner, scale, as_of, context);
    for (row, entry) in entries.iter().enumerate() {
        let y = inner.top + (row as f64 + 0.5) * ROW;
        canvas.text_beside((inner.left - 10.0, y), &labels[row], names.at(Anchor::End));
        agreement(canvas, y, scale, as_of, entry);
        let color = if entry.end_assumed || entry.renewed {
            theme::GREY
        } else {
            theme::INK
        };
        let set = Type { color, ..names }.at(Anchor::End);
        canvas.text_beside((frame.right, y), &ends[row], set);
    }
    key(canvas, (frame.left, frame.top + 7.0), entries, context);
}

/// Both names on one line: what the shorter leaves free of its half, the longer may use.
fn both_sides(source: &str, target: &str, set: Type) -> String {
    let dash = " – ";
    let room = NAMES - set.width(dash);
    let (a, b) = (set.width(source), set.width(target));
    let side = |name: &str, other: f64| shorten(name, room - other.min(room / 2.0), set.size, set.weight);
    format!("{}{dash}{}", side(source, b), side(target, a))
}

fn short_day(day: Day, context: &Context<'_>) -> String {
    context.say(
        "chart-day-short",
        &[
            ("day", day.day_of_month().to_string().into()),
            (
                "month",
                context.messages.word(&format!("chart-month-{}", day.month())).into(),
            ),
            ("year", day.year().to_string().into()),
        ],
    )
}

/// The line of one agreement up to its end, with the last day for notice.
fn agreement(canvas: &Canvas<'_>, y: f64, scale: Scale, as_of: Day, entry: &CalendarEntry) {
    let color = if entry.renewed { theme::RULE } else { theme::ACCENT };
    let from = scale.at_day(entry.start.map_or(as_of, |start| start.max(as_of)));
    let (to, within) = (scale.at_day(entry.ends), entry.ends <= as_of.plus_months(12));
    if entry.end_assumed {
        canvas.dashes(&[(from, y), (to, y)], color, 2.0, (4.0, 3.0));
    } else {
        canvas.line(&[(from, y), (to, y)], Ink::clear(color, 0.55), 4.0);
    }
    if within {
        end_mark(canvas, (to, y), entry.end_assumed, color);
    }
    if let Some(notice) = entry.notice_by {
        let color = if notice < as_of { theme::RULE } else { theme::ALERT };
        canvas.shape((scale.at_day(notice), y - 1.0), 4.5, NOTICE, color);
    }
}

const NOTICE: Shape = Shape::Corners(3, 180);

fn end_mark(canvas: &Canvas<'_>, at: Point, assumed: bool, color: plotters::style::RGBColor) {
    canvas.shape(at, 5.0, Shape::Corners(4, 0), color);
    if assumed {
        canvas.shape(at, 2.75, Shape::Corners(4, 0), theme::PAPER);
    }
}

/// A faint line at the first of each month, named below.
fn months(canvas: &Canvas<'_>, inner: Frame, scale: Scale, as_of: Day, context: &Context<'_>) {
    let set = Type::new(theme::SMALL, theme::GREY).at(Anchor::Middle);
    let first = as_of.plus_days(1 - i32::from(as_of.day_of_month()));
    canvas.line(&[(inner.left, inner.top), (inner.left, inner.bottom)], theme::RULE, 1.0);
    for month in (1..=12).map(|n| first.plus_months(n)) {
        let x = scale.at_day(month);
        canvas.line(&[(x, inner.top), (x, inner.bottom)], theme::FAINT, 1.0);
        if month.month() % 3 == 1 {
            canvas.line(&[(x, inner.bottom), (x, inner.bottom + 4.0)], theme::RULE, 1.0);
            let word = context.messages.word(&format!("chart-month-{}", month.month()));
            let word = if month.month() == 1 {
                format!("{word} {}", month.year())
            } else {
                word
            };
            let half = set.width(&word) / 2.0;
            let x = x.clamp(inner.left + half, inner.right - half);
            canvas.text((x, inner.bottom + 15.0), &word, set);
        }
    }
}

/// What the marks mean, on one line, each beside its own mark.
fn key(canvas: &Canvas<'_>, (left, y): Point, entries: &[CalendarEntry], context: &Context<'_>) {
    let set = Type::new(theme::SMALL, theme::GREY);
    let mut x = left + 6.0;
    let any = |test: fn(&CalendarEntry) -> bool| entries.iter().any(test);
    let (square, accent) = (Shape::Corners(4, 0), theme::ACCENT);
    let marks = [
        ("end", any(|entry| !entry.end_assumed && !entry.renewed), square, accent),
        ("assumed", any(|entry| entry.end_assumed), square, accent),
        ("renewed", any(|entry| entry.renewed), square, theme::RULE),
        ("notice", any(|entry| entry.notice_by.is_some()), NOTICE, theme::ALERT),
    ];
    for (name, _, shape, color) in marks.into_iter().filter(|mark| mark.1) {
        canvas.shape((x, y), 5.0, shape, color);
        if name == "assumed" {
            canvas.shape((x, y), 2.75, shape, theme::PAPER);
        }
        let word = context.messages.word(&format!("chart-calendar-key-{name}"));
        canvas.text_beside((x + 10.0, y), &word, set);
        x += set.width(&word) + 32.0;
    }
}

fn numbers_behind(id: &str, entries: &[CalendarEntry], context: &Context<'_>) -> Table {
    let rows = entries
        .iter()
        .map(|entry| {
            vec![
                text((context.text)(entry.record.as_str())),
                text((context.name)(entry.source)),
                text((context.name)(entry.target)),
                day(entry.start),
                day(Some(entry.ends)),
                Cell::Truth(entry.end_assumed),
                day(entry.notice_by),
                Cell::Truth(entry.renewed),
            ]
        })
        .collect();
    let columns = [
        ("agreement", ""),
        ("one_side", ""),
        ("other_side", ""),
        ("start", "date"),
        ("end", "date"),
        ("end_assumed", ""),
        ("notice_by", "date"),
        ("renewed", ""),
    ];
    table(id, &columns, rows, context)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, day as on, drawn_words, english, spanish};
    use super::*;
    use crate::network::Place;
    use crate::records::RecordId;

    fn calendar(entries: i32) -> Calendar {
        let as_of = on("2025-12-31");
        let next_twelve_months = (0..entries)
            .map(|n| CalendarEntry {
                record: RecordId::from(format!("p{n}").as_str()),
                source: Place(n as u32 % 7),
                target: Place((n as u32 + 3) % 12),
                kind: None,
                start: Some(on("2024-01-01").plus_months(n)),
                ends: as_of.plus_days(9 + (n * 355 / entries.max(1))),
                end_assumed: n % 3 == 1,
                notice_by: (n % 4 == 0).then(|| as_of.plus_days(n * 9 - 20)),
                amount: None,
                owner: None,
                renewed: n % 7 == 5,
            })
            .collect();
        Calendar {
            next_twelve_months,
            live: 54,
            ..empty(as_of)
        }
    }

    fn empty(as_of: Day) -> Calendar {
        Calendar {
            as_of,
            next_twelve_months: Vec::new(),
            live: 0,
            without_end: 0,
            end_unknown: 0,
        }
    }

    #[test]
    fn every_agreement_has_its_row_up_to_twenty_five() {
        for (messages, entries) in [(english(), 9), (spanish(), 40)] {
            let chart = agreement_calendar(&calendar(entries), &context(&messages)).expect("a chart");
            check(&chart);
            let rows = drawn_words(&chart).iter().filter(|word| word.contains(" – ")).count();
            assert_eq!(rows, (entries as usize).min(MOST_ROWS));
            assert_eq!(chart.table.rows.len(), entries as usize);
        }
        let chart = agreement_calendar(&calendar(40), &context(&english())).expect("a chart");
        assert!(
            drawn_words(&chart).iter().any(|word| word.contains("15 more")),
            "{:?}",
            drawn_words(&chart)
        );
    }

    #[test]
    fn no_agreement_is_no_chart() {
        let none = empty(on("2025-12-31"));
        assert!(agreement_calendar(&none, &context(&english())).is_none());
        check(&agreement_calendar(&calendar(1), &context(&spanish())).expect("a chart"));
    }
}
