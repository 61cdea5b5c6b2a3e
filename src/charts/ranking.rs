//! Who stands first by a measure? Horizontal bars from zero for the first fifteen, each with the range of its rank where
//! that was tested.
//!
//! In: one column of the measures and its snapshot. Out: a chart, `None` where nobody has a value above zero.

use super::axis::{Form, Scale};
use super::canvas::{Anchor, Canvas, Type};
use super::figure::{Figure, Frame};
use super::indicator_lines::layer_words;
use super::numbers::{number, table, text, whole, window_words};
use super::text::{Weight, shorten};
use super::{Chart, Context, theme};
use crate::analysis::MeasureStability;
use crate::messages::Arg;
use crate::metrics::{Approximation, Drawn, NodeMeasure, NodeStability};
use crate::network::{Layer, Place};
use crate::tables::{Cell, promised_args};
use crate::time::Window;

/// How many are shown.
pub const FIRST: usize = 15;

/// A measure to be ranked.
#[derive(Debug, Clone, Copy)]
pub struct Ranking<'a> {
    /// The measure.
    pub measure: NodeMeasure,
    /// One value per node.
    pub values: &'a [Option<f64>],
    /// The stability of its ranks, where it was tested.
    pub stability: Option<&'a MeasureStability>,
    /// The key of the sentence that says why it was not, where it was not.
    pub untested: &'static str,
    /// What the values promise, where they are not exact.
    pub promised: Option<Approximation>,
    /// Each node's place in the roster.
    pub places: &'a [Place],
    /// The layer it was computed on.
    pub layer: Layer,
    /// The window.
    pub window: &'a Window,
}

struct Bar {
    label: String,
    value: f64,
    stability: Option<NodeStability>,
}

impl Bar {
    /// The range of its rank in words.
    fn range(&self, context: &Context<'_>) -> Option<String> {
        let found = self.stability?;
        let key = match found.rank_low == found.rank_high {
            true => "chart-ranking-rank",
            false => "chart-ranking-range",
        };
        let args = [("low", found.rank_low.into()), ("high", found.rank_high.into())];
        Some(context.say(key, &args))
    }
}

/// The first fifteen by a measure, highest first.
#[must_use]
pub fn ranking(ranking: &Ranking<'_>, context: &Context<'_>) -> Option<Chart> {
    let bars = bars(ranking, context);
    let first = bars.first()?;
    let info = ranking.measure.info();
    let unit = context.messages.word(&format!("measure-{}", info.name));
    let form = fitting_form(&bars, info.unit);
    let figure = Figure {
        id: format!("ranking-{}", info.name),
        description: context.say(
            "chart-ranking-description",
            &[("count", bars.len().into()), ("unit", unit.as_str().into())],
        ),
        title: finding(ranking.measure, ranking.values, first, context),
        subtitle: format!(
            "{} · {} · {unit}",
            layer_words(ranking.layer, context),
            window_words(ranking.window, context)
        ),
        notes: inexact(ranking.promised, context)
            .into_iter()
            .chain([note(ranking, context)])
            .collect(),
        width: theme::WIDE,
        body: bars.len() as f64 * ROW,
    };
    let rows = bars
        .iter()
        .enumerate()
        .map(|(place, bar)| {
            vec![
                whole(place + 1),
                text(bar.label.clone()),
                number(Some(bar.value)),
                bar.stability.map_or(Cell::Empty, |found| whole(found.rank_low)),
                bar.stability.map_or(Cell::Empty, |found| whole(found.rank_high)),
            ]
        })
        .collect();
    let columns = [
        ("rank", ""),
        ("name", ""),
        ("value", ""),
        ("rank_low", ""),
        ("rank_high", ""),
    ];
    let table = table(&figure.id, &columns, rows, context);
    Some(figure.draw(context, table, |canvas, frame| {
        paint(canvas, frame, (&bars, form), context)
    }))
}

fn bars(ranking: &Ranking<'_>, context: &Context<'_>) -> Vec<Bar> {
    let mut order: Vec<(usize, f64)> = ranking
        .values
        .iter()
        .enumerate()
        .filter_map(|(node, value)| value.filter(|v| v.is_finite() && *v > 0.0).map(|v| (node, v)))
        .collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    order.truncate(FIRST);
    order
        .into_iter()
        .map(|(node, value)| Bar {
            label: (context.name)(ranking.places[node]),
            value,
            stability: ranking.stability.and_then(|tested| {
                let nodes = &tested.found.nodes;
                nodes.iter().find(|one| one.node as usize == node).copied()
            }),
        })
        .collect()
}

/// How far off the values may be.
fn inexact(promised: Option<Approximation>, context: &Context<'_>) -> Option<String> {
    let promised = promised?;
    let key = match promised.drawn {
        Drawn::Paths => "chart-ranking-inexact-paths",
        Drawn::Sources => "chart-ranking-inexact-sources",
    };
    Some(context.say(key, &promised_args(&promised)))
}

/// How the ranges of ranks were made, or that there are none.
fn note(ranking: &Ranking<'_>, context: &Context<'_>) -> String {
    let Some(tested) = ranking.stability else {
        return context.messages.word(ranking.untested);
    };
    let args = [
        ("draws", tested.found.draws.into()),
        ("share", Arg::Percent(tested.share)),
    ];
    context.say("chart-ranking-note", &args)
}

const ROW: f64 = 24.0;
const THICK: f64 = 15.0;
const NAMES: f64 = 270.0;

fn paint(canvas: &Canvas<'_>, frame: Frame, (bars, form): (&[Bar], Form), context: &Context<'_>) {
    let names = Type::new(theme::LABEL, theme::INK);
    let values = Type::new(theme::SMALL, theme::INK);
    let labels: Vec<String> = bars
        .iter()
        .map(|bar| shorten(&bar.label, NAMES, names.size, Weight::Regular))
        .collect();
    let written: Vec<String> = bars.iter().map(|bar| form.write(bar.value, context)).collect();
    let ranges: Vec<String> = bars.iter().map(|bar| bar.range(context).unwrap_or_default()).collect();
    let widest = |texts: &[String], set: Type| texts.iter().map(|text| set.width(text)).fold(0.0, f64::max);
    let left = frame.left + widest(&labels, names) + 10.0;
    let ranks = Type::new(theme::SMALL, theme::GREY);
    let right = frame.right - widest(&written, values.bold()) - widest(&ranges, ranks) - 18.0;
    let reach = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
    let scale = Scale::new((0.0, reach), (left, right));
    for (row, bar) in bars.iter().enumerate() {
        let y = frame.top + (row as f64 + 0.5) * ROW;
        let first = row == 0;
        let color = if first {
            theme::ACCENT
        } else {
            theme::tint(theme::ACCENT, 0.42)
        };
        canvas.text_beside((left - 8.0, y), &labels[row], names.at(Anchor::End));
        canvas.rect((left, y - THICK / 2.0), (scale.at(bar.value), y + THICK / 2.0), color);
        let set = if first { values.bold() } else { values };
        let end = scale.at(bar.value) + 6.0;
        canvas.text_beside((end, y), &written[row], set);
        canvas.text_beside((end + set.width(&written[row]) + 10.0, y), &ranges[row], ranks);
    }
    canvas.line(&[(left, frame.top), (left, frame.bottom)], theme::RULE, 1.0);
}

/// Who is first, and how many share that place.
fn finding(measure: NodeMeasure, values: &[Option<f64>], first: &Bar, context: &Context<'_>) -> String {
    let as_high = values
        .iter()
        .flatten()
        .filter(|value| (**value - first.value).abs() <= 1e-12)
        .count();
    let key = match measure {
        NodeMeasure::Betweenness | NodeMeasure::BetweennessRaw => "chart-ranking-title-between",
        _ => "chart-ranking-title",
    };
    let unit = context.messages.word(&format!("measure-{}", measure.info().name));
    context.say(
        key,
        &[
            ("first", first.label.as_str().into()),
            ("tied", as_high.saturating_sub(1).into()),
            ("unit", unit.into()),
        ],
    )
}

/// Shares are percentages, whole numbers stay whole, others get three figures.
fn fitting_form(bars: &[Bar], unit: &str) -> Form {
    let largest = bars.iter().map(|bar| bar.value).fold(0.0, f64::max);
    let whole = bars.iter().all(|bar| (bar.value - bar.value.round()).abs() <= 1e-9);
    match largest {
        _ if unit == "share" => Form::Tenths,
        _ if whole => Form::Count,
        large if large >= 100.0 => Form::Count,
        large if large >= 10.0 => Form::Decimals(1),
        large if large >= 1.0 => Form::Decimals(2),
        _ => Form::Decimals(3),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, drawn_words, english, spanish, year};
    use super::*;
    use crate::metrics::{Loss, RankStability, RankedMeasure};

    fn ranked(values: &[Option<f64>], stability: Option<&MeasureStability>, spanish_words: bool) -> Option<Chart> {
        let messages = if spanish_words { spanish() } else { english() };
        let places: Vec<Place> = (0..values.len() as u32).map(Place).collect();
        let window = year(2025);
        let asked = Ranking {
            measure: NodeMeasure::Betweenness,
            values,
            stability,
            promised: None,
            untested: "chart-ranking-untested",
            places: &places,
            layer: Layer::Combined,
            window: &window,
        };
        ranking(&asked, &context(&messages))
    }

    /// Ranks from one better to three worse.
    fn tested(values: &[Option<f64>]) -> MeasureStability {
        let value = |node: usize| values[node].unwrap_or_default();
        let node = |node: usize| {
            let rank = 1 + (0..values.len()).filter(|other| value(*other) > value(node)).count();
            NodeStability {
                node: node as u32,
                value: value(node),
                rank,
                rank_low: rank.saturating_sub(1).max(1),
                rank_high: rank + 3,
                median_rank: rank as f64,
                stays_first: 0.5,
            }
        };
        MeasureStability {
            measure: RankedMeasure::Betweenness,
            loss: Loss::Ties,
            share: 0.1,
            first: 10,
            found: RankStability {
                nodes: (0..values.len()).map(node).collect(),
                mean_spearman: Some(0.9),
                draws: 100,
            },
        }
    }

    #[test]
    fn the_first_fifteen_are_shown_highest_first_with_the_range_of_their_ranks() {
        let values: Vec<Option<f64>> = (0..40)
            .map(|n| (n != 3).then_some(f64::from((n * 17) % 40) * 0.003))
            .collect();
        let tested = tested(&values);
        for (spanish, range) in [(false, "rank 1 to 5"), (true, "posición 1 a 5")] {
            let chart = ranked(&values, Some(&tested), spanish).expect("a chart");
            check(&chart);
            assert_eq!(chart.table.rows.len(), FIRST);
            // (7 · 17) mod 40 = 39 is the largest, and 7 is "Gobierno Regional"
            assert!(drawn_words(&chart).contains(&"Gobierno Regional".to_owned()));
            assert!(chart.title.contains("Gobierno Regional"));
            assert!(
                drawn_words(&chart).contains(&range.to_owned()),
                "{:?}",
                drawn_words(&chart)
            );
        }
    }

    #[test]
    fn an_estimate_is_called_one_beside_how_far_off_it_may_be() {
        let promised = Approximation {
            epsilon: 0.01,
            delta: 0.1,
            samples: 1234,
            drawn: Drawn::Paths,
        };
        let note = inexact(Some(promised), &context(&english())).expect("a note");
        assert!(
            ["1,234", "90%", "1.0% of all pairs"]
                .iter()
                .all(|part| note.contains(part)),
            "{note}"
        );
        assert_eq!(inexact(None, &context(&english())), None);
    }

    #[test]
    fn a_single_value_is_a_single_bar_and_zeros_are_no_chart() {
        check(&ranked(&[Some(2.0)], None, false).expect("a chart"));
        assert!(ranked(&[Some(0.0), None], None, false).is_none());
        assert!(ranked(&[], None, false).is_none());
    }
}
