//! Which sectors meet less than their members' activity predicts? Sector by sector, observed beside expected.
//!
//! In: a [`SectorMatrix`]. Out: a chart, `None` where no sector has a tie. A cell is coloured only where its test says
//! that it differs from chance, and a triangle says which way, so that grey print tells it too.

use super::canvas::{Anchor, Canvas, Point, Type};
use super::figure::{Figure, Frame};
use super::numbers::{number, table, text, window_words};
use super::text::{Weight, fold};
use super::theme::Shape;
use super::{Chart, Context, theme};
use crate::findings::sector_gap::{CellVerdict, SectorCell, SectorMatrix};
use crate::records::Sector;
use crate::tables::{Cell, Table};
use crate::time::Window;

const WIDEST: f64 = 104.0;
const HIGH: f64 = 46.0;

/// Sector by sector: observed, expected, and which cells differ beyond chance.
#[must_use]
pub fn sector_matrix(matrix: &SectorMatrix, window: &Window, context: &Context<'_>) -> Option<Chart> {
    if matrix.sectors.is_empty() || matrix.cells.is_empty() {
        return None;
    }
    let mut notes = vec![context.say(
        "chart-matrix-note",
        &[("rate", crate::messages::Arg::Percent(matrix.q))],
    )];
    if matrix.without_sector > 0 {
        notes.push(context.say("chart-matrix-without-sector", &[("ties", matrix.without_sector.into())]));
    }
    let figure = Figure {
        id: "sector-matrix".into(),
        title: finding(matrix, context),
        subtitle: context.say(
            "chart-matrix-subtitle",
            &[
                ("window", window_words(window, context).into()),
                ("ties", matrix.counted.into()),
            ],
        ),
        description: context.say(
            "chart-matrix-description",
            &[
                ("sectors", matrix.sectors.len().into()),
                ("gaps", count(matrix, CellVerdict::Gap).into()),
                ("surpluses", count(matrix, CellVerdict::Surplus).into()),
                ("few", count(matrix, CellVerdict::TooFewToTell).into()),
            ],
        ),
        notes,
        width: theme::WIDE,
        body: (matrix.sectors.len() as f64 * HIGH + 34.0).max(4.0 * KEY_ROW + 8.0),
    };
    let table = numbers_behind(&figure.id, matrix, context);
    Some(figure.draw(context, table, |canvas, frame| paint(canvas, frame, matrix, context)))
}

fn count(matrix: &SectorMatrix, verdict: CellVerdict) -> usize {
    matrix.cells.iter().filter(|cell| cell.verdict == verdict).count()
}

/// The name of a sector.
#[must_use]
pub fn sector_word(sector: Option<Sector>, context: &Context<'_>) -> String {
    context
        .messages
        .word(&format!("sector-{}", sector.map_or("none", Sector::name)))
}

/// A text that begins with a capital.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

fn finding(matrix: &SectorMatrix, context: &Context<'_>) -> String {
    let gaps = matrix.gaps();
    let Some(cell) = gaps.first() else {
        let all_few = count(matrix, CellVerdict::TooFewToTell) == matrix.cells.len();
        let key = if all_few {
            "chart-matrix-title-few"
        } else {
            "chart-matrix-title-none"
        };
        return context.messages.word(key);
    };
    let key = if cell.a == cell.b {
        "chart-matrix-title-own"
    } else {
        "chart-matrix-title-gap"
    };
    context.say(
        key,
        &[
            ("a", capital(&sector_word(Some(cell.a), context)).into()),
            ("b", sector_word(Some(cell.b), context).into()),
            ("observed", (cell.observed as usize).into()),
            ("expected", expected(cell, context).into()),
            ("more", (gaps.len() - 1).into()),
        ],
    )
}

fn expected(cell: &SectorCell, context: &Context<'_>) -> String {
    context.messages.number(cell.expected, u8::from(cell.expected < 9.95))
}

fn expected_words(key: &str, cell: &SectorCell, context: &Context<'_>) -> String {
    context.say(key, &[("expected", expected(cell, context).into())])
}

fn paint(canvas: &Canvas<'_>, frame: Frame, matrix: &SectorMatrix, context: &Context<'_>) {
    let set = Type::new(theme::LABEL, theme::INK);
    let names: Vec<String> = matrix
        .sectors
        .iter()
        .map(|s| capital(&sector_word(Some(*s), context)))
        .collect();
    let label_width = names.iter().map(|name| set.width(name)).fold(0.0, f64::max).min(130.0) + 10.0;
    let left = frame.left + label_width;
    let wide = ((frame.right - left) / names.len() as f64).min(WIDEST);
    let corner = |row: usize, column: usize| (left + column as f64 * wide, frame.top + row as f64 * HIGH);
    for (row, name) in names.iter().enumerate() {
        let (_, y) = corner(row, 0);
        let lines = fold(name, label_width - 10.0, 2, set.size, Weight::Regular);
        stacked(canvas, (left - 8.0, y + HIGH / 2.0), &lines, set.at(Anchor::End));
        let (x, _) = corner(0, row);
        let lines = fold(name, wide - 6.0, 2, theme::SMALL, Weight::Regular);
        let below = Type::new(theme::SMALL, theme::INK).at(Anchor::Middle);
        for (line, word) in lines.iter().enumerate() {
            let y = frame.top + names.len() as f64 * HIGH + 14.0 + line as f64 * 14.0;
            canvas.text((x + wide / 2.0, y), word, below);
        }
    }
    let small = Type::new(theme::NOTE, theme::INK);
    let fits = |cell: &SectorCell| small.width(&expected_words("chart-matrix-expected", cell, context)) <= wide - 8.0;
    let expected_key = match matrix.cells.iter().all(fits) {
        true => "chart-matrix-expected",
        false => "chart-matrix-of",
    };
    let place = |sector: Sector| matrix.sectors.iter().position(|s| *s == sector);
    for cell in &matrix.cells {
        if let (Some(a), Some(b)) = (place(cell.a), place(cell.b)) {
            paint_cell(canvas, corner(a.max(b), a.min(b)), wide, (cell, expected_key), context);
        }
    }
    let beside = corner(0, names.len().min(2)).0 + 20.0;
    key(canvas, (beside, frame.top), context);
}

fn stacked(canvas: &Canvas<'_>, (x, middle): Point, lines: &[String], set: Type) {
    let first = middle - (lines.len() as f64 - 1.0) * 7.0;
    for (line, word) in lines.iter().enumerate() {
        canvas.text_beside((x, first + line as f64 * 14.0), word, set);
    }
}

fn paint_cell(
    canvas: &Canvas<'_>,
    (x, y): Point,
    wide: f64,
    (cell, expected_key): (&SectorCell, &str),
    context: &Context<'_>,
) {
    let (right, bottom) = (x + wide - 2.0, y + HIGH - 2.0);
    let middle = (x + right) / 2.0;
    swatch(canvas, (x, y), (right, bottom), cell.verdict, strength(cell));
    let (number_set, small) = (
        Type::new(theme::LABEL, theme::INK).bold(),
        Type::new(theme::NOTE, theme::INK),
    );
    let observed = context.messages.number(cell.observed, 0);
    let under = if cell.verdict == CellVerdict::TooFewToTell {
        context.messages.word("chart-matrix-few")
    } else {
        expected_words(expected_key, cell, context)
    };
    if cell.verdict == CellVerdict::TooFewToTell {
        let half = small.width(&under).max(number_set.width(&observed)) / 2.0 + 4.0;
        canvas.rect((middle - half, y + 7.0), (middle + half, bottom - 6.0), theme::PAPER);
    }
    canvas.text((middle, y + 20.0), &observed, number_set.at(Anchor::Middle));
    canvas.text((middle, y + 35.0), &under, small.at(Anchor::Middle));
}

/// How far observed and expected lie apart, as the share of a full colour: doubled or halved is half of it.
fn strength(cell: &SectorCell) -> f64 {
    let ratio = (cell.observed + 0.5) / (cell.expected + 0.5);
    (ratio.log2().abs() / 2.0).clamp(0.25, 1.0) * 0.6
}

fn swatch(canvas: &Canvas<'_>, (x, y): Point, end: Point, verdict: CellVerdict, strength: f64) {
    let mark = (x + 9.0, y + 9.0);
    match verdict {
        CellVerdict::Gap => {
            canvas.rect((x, y), end, theme::tint(theme::ALERT, strength));
            canvas.shape(mark, 3.6, Shape::Corners(3, 180), theme::INK);
        }
        CellVerdict::Surplus => {
            canvas.rect((x, y), end, theme::tint(theme::ACCENT, strength));
            canvas.shape(mark, 3.6, Shape::Corners(3, 0), theme::INK);
        }
        CellVerdict::AsExpected => canvas.rect((x, y), end, theme::tint(theme::FAINT, 0.6)),
        CellVerdict::TooFewToTell => canvas.rect((x, y), end, theme::HATCH),
    }
}

const KEY_ROW: f64 = 22.0;

/// What the cells mean, in the corner that pairs shown once leave free.
fn key(canvas: &Canvas<'_>, (x, top): Point, context: &Context<'_>) {
    let set = Type::new(theme::SMALL, theme::GREY);
    let rows = [
        (CellVerdict::Gap, "chart-matrix-key-gap"),
        (CellVerdict::Surplus, "chart-matrix-key-surplus"),
        (CellVerdict::AsExpected, "chart-matrix-key-expected"),
        (CellVerdict::TooFewToTell, "chart-matrix-key-few"),
    ];
    for (row, (verdict, key)) in rows.into_iter().enumerate() {
        let y = top + row as f64 * KEY_ROW;
        swatch(canvas, (x, y), (x + 18.0, y + 18.0), verdict, 0.4);
        canvas.text_beside((x + 25.0, y + 9.0), &context.messages.word(key), set);
    }
}

fn numbers_behind(id: &str, matrix: &SectorMatrix, context: &Context<'_>) -> Table {
    let rows = matrix
        .cells
        .iter()
        .map(|cell| {
            vec![
                text(sector_word(Some(cell.a), context)),
                text(sector_word(Some(cell.b), context)),
                number(Some(cell.observed)),
                number(Some(cell.expected)),
                number(cell.p),
                number(cell.q),
                Cell::Text(context.messages.word(verdict_key(cell.verdict))),
            ]
        })
        .collect();
    let columns = [
        ("sector", ""),
        ("other_sector", ""),
        ("observed", "ties"),
        ("expected", "ties"),
        ("p", ""),
        ("q", ""),
        ("verdict", ""),
    ];
    table(id, &columns, rows, context)
}

const fn verdict_key(verdict: CellVerdict) -> &'static str {
    match verdict {
        CellVerdict::Gap => "chart-matrix-key-gap",
        CellVerdict::Surplus => "chart-matrix-key-surplus",
        CellVerdict::AsExpected => "chart-matrix-key-expected",
        CellVerdict::TooFewToTell => "chart-matrix-key-few",
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, drawn_words, english, spanish, year};
    use super::*;

    fn matrix(sectors: usize) -> SectorMatrix {
        let sectors = Sector::ALL[..sectors].to_vec();
        let mut cells = Vec::new();
        for (row, a) in sectors.iter().enumerate() {
            for (column, b) in sectors.iter().enumerate().skip(row) {
                let expected = 60.0 / ((1 + row) * (1 + column)) as f64 - 1.0;
                let (observed, verdict) = match (row * 3 + column) % 4 {
                    _ if expected < 1.0 => (1, CellVerdict::TooFewToTell),
                    0 => ((expected * 0.3) as usize, CellVerdict::Gap),
                    1 => ((expected * 2.2) as usize, CellVerdict::Surplus),
                    _ => (expected as usize + 1, CellVerdict::AsExpected),
                };
                cells.push(SectorCell {
                    a: *a,
                    b: *b,
                    observed: observed as f64,
                    expected,
                    sd: 2.0,
                    p: (expected >= 1.0).then_some(0.01),
                    q: (expected >= 1.0).then_some(0.03),
                    verdict,
                    records: Vec::new(),
                });
            }
        }
        SectorMatrix {
            layer: crate::network::Layer::Partnerships,
            sectors,
            cells,
            counted: 412,
            without_sector: 7,
            null: crate::metrics::null::NullModel::Stubs,
            draws: 1000,
            q: 0.05,
            window: "2025".into(),
        }
    }

    #[test]
    fn every_pair_stands_once_with_observed_and_expected() {
        for messages in [english(), spanish()] {
            let chart = sector_matrix(&matrix(7), &year(2025), &context(&messages)).expect("a chart");
            check(&chart);
            assert_eq!(chart.table.rows.len(), 28);
            assert!(chart.svg.contains("sector-matrix-hatch"));
        }
        let chart = sector_matrix(&matrix(3), &year(2025), &context(&english())).expect("a chart");
        // 3 sectors: E = 59, 29, 19, 14, 9, 5.67; the first is a gap: 17 of 59
        assert!(
            drawn_words(&chart).contains(&"of 59 expected".to_owned()),
            "{:?}",
            drawn_words(&chart)
        );
        assert!(chart.title.contains("17"), "{}", chart.title);
        check(&chart);
    }

    #[test]
    fn one_sector_and_none() {
        check(&sector_matrix(&matrix(1), &year(2025), &context(&spanish())).expect("a chart"));
        assert!(sector_matrix(&matrix(0), &year(2025), &context(&english())).is_none());
    }
}
