//! What is left of the agreements, quarter by quarter, and how many end in each?
//!
//! In: a [`Plan`]. Out: a chart, `None` where no agreement is in force: above, the agreements in force if nothing is
//! renewed, at the hub's own rate with its band, and with the plan; below, those that end in each quarter.

use super::axis::{Form, Scale, YEARS, value_axis, value_axis_width, year_axis};
use super::canvas::{Anchor, Canvas, Ink, Point, Type};
use super::figure::{Figure, Frame};
use super::labels::spread;
use super::numbers::{day, number, table, text, whole};
use super::{Chart, Context, theme};
use crate::findings::plan::run_off::EndingIn;
use crate::findings::plan::{Left, Plan, RunOff, Way};
use crate::tables::{Cell, Table};
use crate::time::Day;

/// Height of the lines.
const LINES: f64 = 210.0;
/// Height of the bars, with their heading.
const BARS: f64 = 92.0;
const GAP: f64 = 10.0;
const LABEL_GAP: f64 = 15.0;

/// The ways that are drawn as lines, in the order of painting: each hides those before it.
const DRAWN: [(Way, &str); 4] = [
    (Way::UnknownOpen, "open"),
    (Way::OwnRate, "own"),
    (Way::Planned, "plan"),
    (Way::NothingRenewed, "nothing"),
];

/// The agreements left, three ways, and what ends in each quarter.
#[must_use]
pub fn run_off(plan: &Plan, context: &Context<'_>) -> Option<Chart> {
    let found = &plan.run_off;
    let nothing = found.way(Way::NothingRenewed)?;
    let (first, last) = (nothing.first()?, nothing.last()?);
    if plan.decisions.is_empty() || nothing.len() < 2 {
        return None;
    }
    let (live, left) = (first.agreements.round() as usize, last.agreements.round() as usize);
    let figure = Figure {
        id: "run-off".into(),
        title: context.say(
            "chart-run-off-title",
            &[("left", left.into()), ("live", live.into()), ("day", last.day.into())],
        ),
        subtitle: context.messages.word("chart-run-off-subtitle"),
        description: context.say(
            "chart-run-off-description",
            &[
                ("live", live.into()),
                ("from", first.day.into()),
                ("left", left.into()),
                ("to", last.day.into()),
            ],
        ),
        notes: notes(found, context),
        width: theme::WIDE,
        body: LINES + GAP + BARS + YEARS,
    };
    let table = numbers_behind(&figure.id, found, context);
    Some(figure.draw(context, table, |canvas, frame| paint(canvas, frame, found, context)))
}

fn notes(found: &RunOff, context: &Context<'_>) -> Vec<String> {
    let rate = found.renewal.found().map(|rate| {
        context.say(
            "chart-run-off-rate",
            &[
                ("renewed", rate.renewed.into()),
                ("due", rate.due.into()),
                ("from", rate.from.into()),
                ("to", rate.to.into()),
                ("rate", context.messages.percent(rate.rate).into()),
                ("low", context.messages.percent(rate.low).into()),
                ("high", context.messages.percent(rate.high).into()),
            ],
        )
    });
    let lacking = found.renewal.lacking().map(|lacking| {
        let (key, args) = lacking.message();
        context.say(key, &args)
    });
    let assumed =
        (found.assumed > 0).then(|| context.say("chart-run-off-assumed", &[("assumed", found.assumed.into())]));
    [rate, lacking, assumed].into_iter().flatten().collect()
}

fn paint(canvas: &Canvas<'_>, frame: Frame, found: &RunOff, context: &Context<'_>) {
    let Some((first, last)) = found
        .ways
        .first()
        .and_then(|out| Some((out.points.first()?, out.points.last()?)))
    else {
        return;
    };
    let set = Type::new(theme::SMALL, theme::INK);
    let ends = ends(found, context);
    let widest = ends.iter().map(|end| set.bold().width(&end.label)).fold(0.0, f64::max);
    let all = found.ways.iter().flat_map(|out| &out.points);
    let most = all.map(|left| left.agreements).fold(0.0, f64::max);
    let up = Scale::from_zero(most, Form::Count, (frame.top + LINES, frame.top + 4.0));
    let left = value_axis_width(up, Form::Count, context);
    let inner = Frame {
        left: frame.left + left,
        top: frame.top + 4.0,
        right: frame.right - widest - 14.0,
        bottom: frame.top + LINES,
    };
    let across = Scale::days((first.day, last.day), (inner.left, inner.right));
    value_axis(canvas, inner, up, Form::Count, context);
    band(canvas, found, across, up);
    for end in &ends {
        line(canvas, end, across, up);
    }
    labels(canvas, &ends, inner, up, set);
    let below = Frame {
        top: inner.bottom + GAP,
        bottom: inner.bottom + GAP + BARS,
        ..inner
    };
    bars(canvas, below, found, across, first.day, context);
    year_axis(canvas, below, across, (first.day, last.day));
}

/// One line with the label at its end.
struct End<'a> {
    way: Way,
    points: &'a [Left],
    last: f64,
    label: String,
}

fn ends<'a>(found: &'a RunOff, context: &Context<'_>) -> Vec<End<'a>> {
    let end = |(way, name): (Way, &str)| {
        let points = found.way(way)?;
        let last = points.last()?.agreements;
        let word = context.messages.word(&format!("chart-run-off-{name}"));
        Some(End {
            label: format!("{} {word}", context.messages.number(last, 0)),
            way,
            points,
            last,
        })
    };
    DRAWN.into_iter().filter_map(end).collect()
}

fn color(way: Way) -> plotters::style::RGBColor {
    match way {
        Way::NothingRenewed => theme::ALERT,
        Way::Planned => theme::ACCENT,
        _ => theme::GREY,
    }
}

/// Told on the last day of each quarter, and joined between: when in the quarter each ends is in the calendar.
fn line(canvas: &Canvas<'_>, end: &End<'_>, across: Scale, up: Scale) {
    let at = |left: &Left| (across.at_day(left.day), up.at(left.agreements));
    let joined: Vec<Point> = end.points.iter().map(at).collect();
    let color = color(end.way);
    match end.way {
        Way::OwnRate => canvas.dashes(&joined, color, 2.0, (6.0, 3.0)),
        Way::UnknownOpen => canvas.dashes(&joined, color, 1.5, (1.5, 3.0)),
        _ => canvas.line(&joined, color, 2.25),
    }
    if let Some(last) = joined.last() {
        canvas.disc(*last, 3.0, color);
    }
}

fn band(canvas: &Canvas<'_>, found: &RunOff, across: Scale, up: Scale) {
    let (Some(low), Some(high)) = (found.way(Way::OwnRateLow), found.way(Way::OwnRateHigh)) else {
        return;
    };
    let at = |left: &Left| (across.at_day(left.day), up.at(left.agreements));
    let around: Vec<Point> = low.iter().map(at).chain(high.iter().rev().map(at)).collect();
    canvas.area(&around, Ink::clear(theme::GREY, 0.16));
}

fn labels(canvas: &Canvas<'_>, ends: &[End<'_>], inner: Frame, up: Scale, set: Type) {
    let wished: Vec<f64> = ends.iter().map(|end| up.at(end.last)).collect();
    let heights = spread(&wished, LABEL_GAP, (inner.top, inner.bottom));
    for (end, y) in ends.iter().zip(heights) {
        let set = Type {
            color: color(end.way),
            ..set.bold()
        };
        canvas.text_beside((inner.right + 9.0, y), &end.label, set);
    }
}

/// How many end in each quarter: filled where the end is recorded, outlined where it is assumed.
fn bars(canvas: &Canvas<'_>, frame: Frame, found: &RunOff, across: Scale, first: Day, context: &Context<'_>) {
    let heading = context.messages.word("chart-run-off-ending");
    let set = Type::new(theme::SMALL, theme::GREY);
    canvas.text((frame.left, frame.top + set.size), &heading, set);
    let most = found
        .ending
        .iter()
        .map(|one| one.recorded + one.assumed)
        .max()
        .unwrap_or(0);
    let up = Scale::new((0.0, most.max(1) as f64), (frame.bottom, frame.top + 34.0));
    let mut from = first;
    for quarter in &found.ending {
        let (left, right) = (across.at_day(from) + 3.0, across.at_day(quarter.day) - 3.0);
        bar(canvas, (left, right), quarter, up, context);
        from = quarter.day;
    }
}

fn bar(canvas: &Canvas<'_>, (left, right): (f64, f64), quarter: &EndingIn, up: Scale, context: &Context<'_>) {
    let all = quarter.recorded + quarter.assumed;
    let (base, middle, top) = (up.at(0.0), up.at(quarter.recorded as f64), up.at(all as f64));
    if quarter.recorded > 0 {
        canvas.rect((left, middle), (right, base), Ink::clear(theme::ALERT, 0.75));
    }
    if quarter.assumed > 0 {
        canvas.rect((left, top), (right, middle), theme::HATCH);
        canvas.line(
            &[(left, middle), (left, top), (right, top), (right, middle)],
            theme::ALERT,
            1.0,
        );
    }
    if all > 0 {
        let set = Type::new(theme::SMALL, theme::INK).bold().at(Anchor::Middle);
        let word = context.messages.number(all as f64, 0);
        canvas.text((f64::midpoint(left, right), top - 4.0), &word, set);
    }
}

fn numbers_behind(id: &str, found: &RunOff, context: &Context<'_>) -> Table {
    let ending = |left: &Left| found.ending.iter().find(|one| one.day == left.day);
    let row = |way: Way, left: &Left| {
        let over = ending(left).filter(|_| way == Way::NothingRenewed);
        vec![
            text(context.messages.word(&format!("plan-way-{}", way.name()))),
            day(Some(left.day)),
            number(Some(left.agreements)),
            over.map_or(Cell::Empty, |one| whole(one.recorded)),
            over.map_or(Cell::Empty, |one| whole(one.assumed)),
        ]
    };
    let ways = found.ways.iter();
    let rows = ways
        .flat_map(|out| out.points.iter().map(move |left| row(out.way, left)))
        .collect();
    let columns = [
        ("way", ""),
        ("day", "date"),
        ("agreements", "agreements"),
        ("ending_recorded", "agreements"),
        ("ending_assumed", "agreements"),
    ];
    table(id, &columns, rows, context)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, day as on, drawn_words, english, spanish};
    use super::*;
    use crate::findings::plan::run_off::WayOut;
    use crate::findings::plan::{Decision, RenewalRate, Standing, Verdict};
    use crate::findings::{Answer, Lacking};
    use crate::network::Place;
    use crate::records::RecordId;

    fn way(way: Way, left: impl Fn(usize) -> f64) -> WayOut {
        let point = |quarter: usize| Left {
            day: on("2026-01-01").plus_months(3 * quarter as i32).plus_days(-1),
            agreements: left(quarter),
            ties: left(quarter),
            members: left(quarter),
            sectors: 4.0,
            money: None,
        };
        WayOut {
            way,
            points: (0..=12).map(point).collect(),
        }
    }

    fn made_up(rate: bool) -> Plan {
        let last = |quarter: usize| on("2026-01-01").plus_months(3 * quarter as i32).plus_days(-1);
        let mut ways = vec![way(Way::NothingRenewed, |quarter| 54.0 - 4.0 * quarter as f64)];
        if rate {
            ways.push(way(Way::OwnRate, |quarter| 54.0 - 2.0 * quarter as f64));
            ways.push(way(Way::OwnRateLow, |quarter| 54.0 - 2.5 * quarter as f64));
            ways.push(way(Way::OwnRateHigh, |quarter| 54.0 - 1.5 * quarter as f64));
        } else {
            ways.insert(1, way(Way::UnknownOpen, |_| 54.0));
        }
        ways.push(way(Way::Planned, |quarter| 54.0 - quarter as f64));
        let one = Standing {
            record: RecordId::from("t1"),
            partnership: 0,
            source: Place(0),
            target: Place(1),
            kind: None,
            function: None,
            purpose: None,
            start: None,
            ends: None,
            end_assumed: false,
            notice_by: None,
            renewed_by: None,
            lasts_to: None,
            term_days: None,
            amount: None,
            pays: false,
        };
        Plan {
            as_of: last(0),
            horizon: last(12),
            decisions: vec![Decision {
                agreement: one,
                verdict: Verdict::RunsOn,
                facts: None,
                decide_by: None,
            }],
            run_off: RunOff {
                ways,
                ending: (1..=12)
                    .map(|quarter| EndingIn {
                        day: last(quarter),
                        recorded: quarter % 4,
                        assumed: 4 - quarter % 4,
                    })
                    .collect(),
                assumed: 30,
                renewal: if rate {
                    Answer::Found(RenewalRate {
                        due: 40,
                        renewed: 22,
                        rate: 0.55,
                        low: 0.4,
                        high: 0.69,
                        from: on("2021-01-01"),
                        to: on("2025-09-30"),
                    })
                } else {
                    Answer::Cannot(Lacking::TooFew {
                        what: "lacking-few-due",
                        found: 3,
                        needed: 10,
                    })
                },
                money: Answer::Cannot(Lacking::Span("lacking-span-plan_money")),
            },
            acts: Vec::new(),
            hours: None,
            choices: Vec::new(),
            targets: Vec::new(),
        }
    }

    #[test]
    fn each_way_ends_in_its_number_and_its_words() {
        for (messages, rate) in [
            (english(), true),
            (spanish(), true),
            (english(), false),
            (spanish(), false),
        ] {
            let chart = run_off(&made_up(rate), &context(&messages)).expect("a chart");
            check(&chart);
            assert!(
                chart.title.contains('6') && chart.title.contains("54"),
                "{}",
                chart.title
            );
            let words = drawn_words(&chart);
            let starts = |number: &str| words.iter().any(|word| word.starts_with(number));
            assert!(
                starts("6 ") && starts("42 ") && starts(if rate { "30 " } else { "54 " }),
                "{words:?}"
            );
            assert_eq!(chart.table.rows.len(), 13 * if rate { 5 } else { 3 });
        }
    }

    #[test]
    fn no_agreement_is_no_chart() {
        let none = Plan {
            decisions: Vec::new(),
            ..made_up(true)
        };
        assert!(run_off(&none, &context(&english())).is_none());
    }
}
