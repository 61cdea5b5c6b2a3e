//! Where is the network thin? One row for each kind of gap: how many, how urgent, and the first of them by name.
//!
//! In: the gaps and their summary. Out: a chart, `None` where no kind could be judged.

use super::canvas::{Anchor, Canvas, Type};
use super::figure::{Figure, Frame};
use super::numbers::{table, text, whole, window_words};
use super::text::{Weight, fold, shorten};
use super::{Chart, Context, theme};
use crate::findings::{Gap, GapKind, GapSummary, Severity};
use crate::messages::Arg;
use crate::tables::{GapWords, Speech};
use crate::time::Window;

/// The height of a row that has a gap, and of one that has none and whose name takes one or two lines.
const ROW: f64 = 52.0;
const EMPTY: [f64; 2] = [28.0, 40.0];
const HEAD: f64 = 26.0;
/// Room for the name of a kind, and for its bar with the number.
const NAMES: f64 = 196.0;
const BARS: f64 = 116.0;
const NUMBER: f64 = 30.0;
const THICK: f64 = 16.0;

/// One kind of gap as a row.
struct Row<'a> {
    summary: &'a GapSummary,
    kind: String,
    first: Option<GapWords>,
}

impl Row<'_> {
    fn height(&self) -> f64 {
        let wide = self.first.is_none() && fold(&self.kind, NAMES - 12.0, 2, theme::SMALL, Weight::Regular).len() > 1;
        match &self.first {
            Some(_) => ROW,
            None => EMPTY[usize::from(wide)],
        }
    }
}

/// Every kind of gap with how many there are, how urgent, and the first of each.
#[must_use]
pub fn gap_board(summary: &[GapSummary], gaps: &[Gap], window: &Window, context: &Context<'_>) -> Option<Chart> {
    if summary.iter().all(|kind| kind.lacking.is_some() || kind.count() == 0) && gaps.is_empty() {
        return None;
    }
    let speech = Speech {
        messages: context.messages,
        name: context.name,
        text: context.text,
    };
    let said = |gap: &Gap| GapWords::said(gap, speech);
    let name = |kind: GapKind| context.messages.word(&format!("gap-{}", kind.name()));
    let rows: Vec<Row<'_>> = summary
        .iter()
        .map(|kind| Row {
            summary: kind,
            kind: name(kind.kind),
            first: gaps.iter().find(|gap| gap.kind == kind.kind).map(said),
        })
        .collect();
    let urgent: usize = summary.iter().map(|kind| kind.by_severity[0]).sum();
    let grave = gaps.iter().find(|gap| gap.severity == Severity::High);
    let title = [
        ("count", Arg::from(gaps.len())),
        ("urgent", urgent.into()),
        ("kind", grave.map(|gap| name(gap.kind)).unwrap_or_default().into()),
        ("first", grave.map(|gap| said(gap).who).unwrap_or_default().into()),
    ];
    let unjudged = summary.iter().filter(|kind| kind.lacking.is_some()).count();
    let figure = Figure {
        id: "gap-board".into(),
        title: context.say("chart-gaps-title", &title),
        subtitle: context.say(
            "chart-gaps-subtitle",
            &[("window", window_words(window, context).into())],
        ),
        description: context.say(
            "chart-gaps-description",
            &[
                ("kinds", summary.len().into()),
                ("count", gaps.len().into()),
                ("urgent", urgent.into()),
                ("unjudged", unjudged.into()),
            ],
        ),
        notes: Vec::new(),
        width: theme::WIDE,
        body: HEAD + rows.iter().map(Row::height).sum::<f64>(),
    };
    let columns = [
        ("kind", ""),
        ("urgent", "gaps"),
        ("soon", "gaps"),
        ("watch", "gaps"),
        ("first_gap", ""),
        ("judged", ""),
    ];
    let cells = rows.iter().map(|row| {
        let [urgent, soon, watch] = row.summary.by_severity;
        let judged = if row.summary.lacking.is_none() { "yes" } else { "no" };
        vec![
            text(row.kind.clone()),
            whole(urgent),
            whole(soon),
            whole(watch),
            text(row.first.as_ref().map(|first| first.who.clone()).unwrap_or_default()),
            text(context.messages.word(judged)),
        ]
    });
    let table = table(&figure.id, &columns, cells.collect(), context);
    Some(figure.draw(context, table, |canvas, frame| paint(canvas, frame, &rows, context)))
}

/// The colour of a severity: what is urgent in the colour of attention.
fn color(severity: Severity) -> plotters::style::RGBColor {
    match severity {
        Severity::High => theme::ALERT,
        Severity::Medium => theme::tint(theme::ALERT, 0.55),
        Severity::Low => theme::tint(theme::ALERT, 0.25),
    }
}

fn paint(canvas: &Canvas<'_>, frame: Frame, rows: &[Row<'_>], context: &Context<'_>) {
    key(canvas, frame, context);
    let most = rows.iter().map(|row| row.summary.count()).max().unwrap_or(0).max(1) as f64;
    let bars = frame.left + NAMES;
    let said = bars + BARS + NUMBER + 8.0;
    let mut top = frame.top + HEAD;
    for row in rows {
        let y = top + row.height() / 2.0;
        canvas.line(&[(frame.left, top), (frame.right, top)], theme::FAINT, 1.0);
        top += row.height();
        let Some(first) = &row.first else {
            let key = match row.summary.lacking {
                None => "chart-gaps-nothing",
                Some(_) => "chart-gaps-unjudged",
            };
            let grey = Type::new(theme::SMALL, theme::GREY);
            lines(canvas, (frame.left, y), &row.kind, NAMES - 12.0, grey);
            canvas.text_beside((bars, y), &context.messages.word(key), grey);
            continue;
        };
        let names = Type::new(theme::LABEL, theme::INK);
        lines(canvas, (frame.left, y), &row.kind, NAMES - 12.0, names);
        let end = bar(canvas, (bars, y), row.summary, BARS / most);
        let number = context.messages.number(row.summary.count() as f64, 0);
        canvas.text_beside((end + 5.0, y), &number, names.bold());
        let (who, why) = (
            Type::new(theme::SMALL, theme::INK).bold(),
            Type::new(theme::NOTE, theme::INK),
        );
        let room = frame.right - said;
        canvas.text_beside((said, y - 15.0), &shorten(&first.who, room, who.size, who.weight), who);
        for (line, words) in fold(&first.why, room, 2, why.size, why.weight).iter().enumerate() {
            canvas.text_beside((said, y + 1.0 + 12.5 * line as f64), words, why);
        }
    }
}

/// A text in at most two lines around a middle.
fn lines(canvas: &Canvas<'_>, (x, y): (f64, f64), words: &str, room: f64, set: Type) {
    let folded = fold(words, room, 2, set.size, Weight::Regular);
    let leading = set.size * 1.25;
    let top = y - leading * (folded.len() as f64 - 1.0) / 2.0;
    for (line, words) in folded.iter().enumerate() {
        canvas.text_beside((x, top + line as f64 * leading), words, set);
    }
}

/// The bar of one kind, the most urgent first; where it ends.
fn bar(canvas: &Canvas<'_>, (left, y): (f64, f64), summary: &GapSummary, step: f64) -> f64 {
    let mut x = left;
    for (severity, count) in Severity::ALL.into_iter().zip(summary.by_severity) {
        if count > 0 {
            let end = x + (count as f64 * step).max(3.0);
            canvas.rect((x, y - THICK / 2.0), (end, y + THICK / 2.0), color(severity));
            x = end;
        }
    }
    x
}

/// What the colours mean, above the bars.
fn key(canvas: &Canvas<'_>, frame: Frame, context: &Context<'_>) {
    let set = Type::new(theme::SMALL, theme::GREY).at(Anchor::Start);
    let (mut x, y) = (frame.left + NAMES, frame.top + 8.0);
    for severity in Severity::ALL {
        let word = context.messages.word(&format!("gap-severity-{}", severity.name()));
        canvas.rect((x, y - 5.0), (x + 10.0, y + 5.0), color(severity));
        canvas.text_beside((x + 15.0, y), &word, set);
        x += 15.0 + set.width(&word) + 18.0;
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, drawn_words, english, spanish, year};
    use super::*;
    use crate::findings::Lacking;

    fn summary(counts: &[(GapKind, [usize; 3])]) -> Vec<GapSummary> {
        let counted = |kind| {
            counts
                .iter()
                .find(|(one, _)| *one == kind)
                .map_or([0; 3], |(_, counts)| *counts)
        };
        let one = |kind| GapSummary {
            kind,
            by_severity: counted(kind),
            lacking: (kind == GapKind::FunderDependence).then_some(Lacking::Operator),
            too_few_cells: 0,
        };
        GapKind::ALL.map(one).into()
    }

    fn isolated() -> Gap {
        Gap {
            severity: Severity::High,
            subjects: vec![crate::network::Place(3)],
            ..Gap::of(
                GapKind::Isolated,
                "isolated_absent",
                crate::network::Layer::Working,
                "2025",
            )
        }
    }

    #[test]
    fn each_kind_has_a_row_with_its_number_and_its_first_case() {
        for messages in [english(), spanish()] {
            let counts = [(GapKind::Isolated, [1, 20, 300]), (GapKind::Lapsed, [1, 0, 0])];
            let chart = gap_board(&summary(&counts), &[isolated()], &year(2025), &context(&messages)).expect("a chart");
            check(&chart);
            assert_eq!(chart.table.rows.len(), GapKind::ALL.len());
            let words = drawn_words(&chart).join(" ");
            assert!(words.contains("321"), "{words}");
            assert!(
                words.contains(&messages.word("chart-gaps-unjudged"))
                    && words.contains(&messages.word("chart-gaps-nothing"))
            );
        }
    }

    #[test]
    fn without_a_gap_there_is_no_board() {
        assert!(gap_board(&summary(&[]), &[], &year(2025), &context(&english())).is_none());
    }
}
