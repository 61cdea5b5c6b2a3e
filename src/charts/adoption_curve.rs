//! How did adoption grow, and where did it come from? Adoptions up to each quarter, stacked by recorded origin.
//!
//! In: the points of the curve. Out: a chart, `None` where nothing was adopted.

use super::axis::{Form, Scale, YEARS, value_axis, value_axis_width, year_axis};
use super::canvas::{Canvas, Point, Type};
use super::figure::{Figure, Frame};
use super::labels::spread;
use super::numbers::{day, table, whole};
use super::sector_matrix::capital;
use super::{Chart, Context, theme};
use crate::findings::adoption::{CurvePoint, Group};
use crate::tables::{Cell, Table};

/// The groups from the bottom of the stack up, each with its place in `CurvePoint::by_group`.
const STACK: [(Group, usize); 5] = [
    (Group::Both, 3),
    (Group::BottomUp, 2),
    (Group::TopDown, 1),
    (Group::Neither, 0),
    (Group::Unknown, 4),
];

/// What a group is called.
#[must_use]
pub fn group_word(group: Group, context: &Context<'_>) -> String {
    context.messages.word(&format!("chart-group-{}", group.name()))
}

/// Adoptions up to each quarter, by where they came from.
#[must_use]
pub fn adoption_curve(curve: &[CurvePoint], context: &Context<'_>) -> Option<Chart> {
    let last = curve.last().filter(|point| point.total > 0)?;
    let unknown = last.by_group[4];
    let key = if unknown == last.total {
        "chart-curve-title-unknown"
    } else {
        "chart-curve-title"
    };
    let figure = Figure {
        id: "adoption-curve".into(),
        title: context.say(
            key,
            &[
                ("total", last.total.into()),
                ("day", last.day.into()),
                ("both", last.by_group[3].into()),
            ],
        ),
        subtitle: context.messages.word("chart-curve-subtitle"),
        description: context.say(
            "chart-curve-description",
            &[
                ("total", last.total.into()),
                ("from", curve.first().map_or(last.day, |point| point.day).into()),
                ("to", last.day.into()),
            ],
        ),
        notes: Vec::new(),
        width: theme::WIDE,
        body: 230.0,
    };
    let table = numbers_behind(&figure.id, curve, context);
    // One point is no curve: it rises from nothing over its quarter.
    let from_nothing = CurvePoint {
        day: last.day.plus_months(-3),
        by_group: [0; 5],
        total: 0,
    };
    let drawn: Vec<CurvePoint> = match curve {
        [only] => vec![from_nothing, only.clone()],
        _ => curve.to_vec(),
    };
    Some(figure.draw(context, table, |canvas, frame| paint(canvas, frame, &drawn, context)))
}

fn paint(canvas: &Canvas<'_>, frame: Frame, curve: &[CurvePoint], context: &Context<'_>) {
    let (Some(first), Some(last)) = (curve.first(), curve.last()) else {
        return;
    };
    let set = Type::new(theme::SMALL, theme::INK);
    let present: Vec<(Group, usize)> = STACK
        .into_iter()
        .filter(|(_, place)| last.by_group[*place] > 0)
        .collect();
    let words: Vec<String> = present
        .iter()
        .map(|(group, place)| {
            let count = context.messages.number(last.by_group[*place] as f64, 0);
            format!("{} {count}", capital(&group_word(*group, context)))
        })
        .collect();
    let right = words.iter().map(|word| set.width(word)).fold(0.0, f64::max) + 28.0;
    let up = Scale::from_zero(last.total as f64, Form::Count, (frame.bottom - YEARS, frame.top + 4.0));
    let inner = frame.inset(value_axis_width(up, Form::Count, context), 4.0, right, YEARS);
    let across = Scale::days((first.day, last.day), (inner.left, inner.right));
    value_axis(canvas, inner, up, Form::Count, context);
    let mut below = vec![0usize; curve.len()];
    let mut middles = Vec::new();
    for (group, place) in &present {
        let above: Vec<usize> = curve
            .iter()
            .zip(&below)
            .map(|(point, base)| base + point.by_group[*place])
            .collect();
        let edge = |levels: &[usize]| -> Vec<Point> {
            let at = |(point, level): (&CurvePoint, &usize)| (across.at_day(point.day), up.at(*level as f64));
            curve.iter().zip(levels).map(at).collect()
        };
        let (lower, upper) = (edge(&below), edge(&above));
        let shape: Vec<Point> = upper.iter().copied().chain(lower.iter().rev().copied()).collect();
        let share = if *group == Group::Both { 1.0 } else { 0.62 };
        canvas.area(&shape, theme::tint(theme::group_color(*group), share));
        if *group == Group::Unknown {
            canvas.area(&shape, theme::HATCH);
        }
        canvas.line(&upper, theme::PAPER, 1.5);
        if let (Some(low), Some(high)) = (lower.last(), upper.last()) {
            middles.push(f64::midpoint(low.1, high.1));
        }
        below = above;
    }
    year_axis(canvas, inner, across, (first.day, last.day));
    let heights = spread(&middles, 15.0, (inner.top + 6.0, inner.bottom - 4.0));
    for ((wished, height), word) in middles.iter().zip(&heights).zip(&words) {
        canvas.line(
            &[(inner.right + 3.0, *wished), (inner.right + 14.0, *height)],
            theme::RULE,
            1.0,
        );
        canvas.text_beside((inner.right + 18.0, *height), word, set);
    }
}

fn numbers_behind(id: &str, curve: &[CurvePoint], context: &Context<'_>) -> Table {
    let rows = curve
        .iter()
        .map(|point| {
            let groups = point.by_group.iter().map(|count| whole(*count));
            let ends: [Cell; 2] = [day(Some(point.day)), whole(point.total)];
            ends.into_iter().chain(groups).collect()
        })
        .collect();
    let columns = [
        ("day", "date"),
        ("total", "adoptions"),
        ("neither", "adoptions"),
        ("top_down", "adoptions"),
        ("bottom_up", "adoptions"),
        ("both", "adoptions"),
        ("unknown", "adoptions"),
    ];
    table(id, &columns, rows, context)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, day as on, drawn_words, english, spanish};
    use super::*;

    fn curve(points: i32, known: bool) -> Vec<CurvePoint> {
        (1..=points)
            .map(|n| {
                let n = n as usize;
                let by_group = if known {
                    [n / 3, n * n / 24, n / 2, n * n / 10, n / 4]
                } else {
                    [0, 0, 0, 0, n]
                };
                CurvePoint {
                    day: on("2025-12-31").plus_months(-3 * (points - n as i32)),
                    by_group,
                    total: by_group.iter().sum(),
                }
            })
            .collect()
    }

    #[test]
    fn every_group_is_labelled_with_its_count() {
        for messages in [english(), spanish()] {
            let chart = adoption_curve(&curve(24, true), &context(&messages)).expect("a chart");
            check(&chart);
            // at n = 24: 8 neither, 24 from above, 12 from below, 57 both, 6 unknown
            let words = drawn_words(&chart).join("|");
            assert!(
                ["8|", "24|", "12|", "57|", "6|"]
                    .iter()
                    .all(|count| (words.clone() + "|").contains(count)),
                "{words}"
            );
            assert!(chart.svg.contains("adoption-curve-hatch"));
        }
    }

    #[test]
    fn one_quarter_and_origins_nobody_recorded() {
        check(&adoption_curve(&curve(1, false), &context(&english())).expect("a chart"));
        let chart = adoption_curve(&curve(9, false), &context(&spanish())).expect("a chart");
        check(&chart);
        assert!(adoption_curve(&[], &context(&english())).is_none());
    }
}
