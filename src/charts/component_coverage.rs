//! Which component of the method did a sector never take part in? A dot for each, its area by how many took part.
//!
//! In: a [`ComponentCoverage`]. Out: a chart, `None` where no component was held.

use super::canvas::{Anchor, Canvas, Ink, Type};
use super::figure::{Figure, Frame};
use super::numbers::{table, text, whole};
use super::sector_matrix::{capital, sector_word};
use super::text::{Weight, fold};
use super::{Chart, Context, theme};
use crate::findings::components_covered::{ComponentCoverage, CoverageCell};
use crate::tables::Table;

const ROW: f64 = 36.0;
const HEAD: f64 = 36.0;
const LARGEST: f64 = 14.0;

/// Sector by component: how many took part.
#[must_use]
pub fn component_coverage(coverage: &ComponentCoverage, context: &Context<'_>) -> Option<Chart> {
    if coverage.components.is_empty() || coverage.sectors.is_empty() {
        return None;
    }
    let not_held: Vec<String> = coverage
        .not_held
        .iter()
        .map(|name| component_word(name, context))
        .collect();
    let figure = Figure {
        id: "component-coverage".into(),
        title: finding(coverage, context),
        subtitle: context.messages.word("chart-coverage-subtitle"),
        description: context.say(
            "chart-coverage-description",
            &[
                ("sectors", coverage.sectors.len().into()),
                ("components", coverage.components.len().into()),
                ("empty", empty(coverage).count().into()),
            ],
        ),
        notes: (!not_held.is_empty())
            .then(|| context.say("chart-coverage-not-held", &[("components", not_held.join(", ").into())]))
            .into_iter()
            .collect(),
        width: theme::WIDE,
        body: HEAD + coverage.sectors.len() as f64 * ROW,
    };
    let table = numbers_behind(&figure.id, coverage, context);
    Some(figure.draw(context, table, |canvas, frame| paint(canvas, frame, coverage, context)))
}

fn empty(coverage: &ComponentCoverage) -> impl Iterator<Item = &CoverageCell> {
    coverage.cells.iter().filter(|cell| cell.participants == 0)
}

/// What a component is called: the catalogue's word, else as recorded.
fn component_word(component: &str, context: &Context<'_>) -> String {
    let key = format!("component-{component}");
    match context.messages.has(&key) {
        true => context.messages.word(&key),
        false => (context.text)(component).replace('_', " "),
    }
}

fn finding(coverage: &ComponentCoverage, context: &Context<'_>) -> String {
    let Some(cell) = empty(coverage).next() else {
        return context.messages.word("chart-coverage-title-all");
    };
    context.say(
        "chart-coverage-title",
        &[
            ("sector", capital(&sector_word(Some(cell.sector), context)).into()),
            ("component", component_word(&cell.component, context).into()),
            ("more", (empty(coverage).count() - 1).into()),
        ],
    )
}

fn paint(canvas: &Canvas<'_>, frame: Frame, coverage: &ComponentCoverage, context: &Context<'_>) {
    let set = Type::new(theme::LABEL, theme::INK);
    let names: Vec<String> = coverage
        .sectors
        .iter()
        .map(|s| capital(&sector_word(Some(*s), context)))
        .collect();
    let left = frame.left + names.iter().map(|name| set.width(name)).fold(0.0, f64::max) + 16.0;
    let step = ((frame.right - left) / coverage.components.len() as f64).min(130.0);
    let most = coverage
        .cells
        .iter()
        .map(|cell| cell.participants)
        .max()
        .unwrap_or(0)
        .max(1) as f64;
    for (column, component) in coverage.components.iter().enumerate() {
        let x = left + (column as f64 + 0.5) * step;
        let head = Type::new(theme::SMALL, theme::INK).at(Anchor::Middle);
        let word = capital(&component_word(component, context));
        let lines = fold(&word, step - 6.0, 2, head.size, Weight::Regular);
        for (line, words) in lines.iter().rev().enumerate() {
            canvas.text((x, frame.top + HEAD - 12.0 - line as f64 * 14.0), words, head);
        }
    }
    for (row, sector) in coverage.sectors.iter().enumerate() {
        let y = frame.top + HEAD + (row as f64 + 0.5) * ROW;
        let end = left + step * coverage.components.len() as f64;
        canvas.line(&[(left, y), (end, y)], theme::FAINT, 1.0);
        canvas.text_beside((left - 10.0, y), &names[row], set.at(Anchor::End));
        for cell in coverage.cells.iter().filter(|cell| cell.sector == *sector) {
            if let Some(column) = coverage.components.iter().position(|name| *name == cell.component) {
                let x = left + (column as f64 + 0.5) * step;
                dot(canvas, (x, y), cell.participants, most, context);
            }
        }
    }
}

/// A disc with its number; an open ring in the colour of attention where nobody took part.
fn dot(canvas: &Canvas<'_>, at: (f64, f64), participants: usize, most: f64, context: &Context<'_>) {
    let set = Type::new(theme::SMALL, theme::INK);
    let number = context.messages.number(participants as f64, 0);
    if participants == 0 {
        canvas.disc(at, 7.0, theme::PAPER);
        canvas.ring(at, 7.0, theme::ALERT, 1.5);
        canvas.text_beside(
            at,
            &number,
            Type {
                color: theme::ALERT,
                ..set
            }
            .bold()
            .at(Anchor::Middle),
        );
        return;
    }
    let radius = LARGEST * (participants as f64 / most).sqrt();
    canvas.disc(at, radius, theme::tint(theme::ACCENT, 0.75));
    if radius >= 10.0 {
        canvas.text_beside(
            at,
            &number,
            Type {
                color: theme::PAPER,
                ..set
            }
            .bold()
            .at(Anchor::Middle),
        );
    } else {
        let x = at.0 + radius + 4.0;
        let wide = set.width(&number) + 3.0;
        canvas.rect(
            (x - 1.5, at.1 - 7.0),
            (x + wide, at.1 + 7.0),
            Ink::clear(theme::PAPER, 0.9),
        );
        canvas.text_beside((x, at.1), &number, set);
    }
}

fn numbers_behind(id: &str, coverage: &ComponentCoverage, context: &Context<'_>) -> Table {
    let rows = coverage
        .cells
        .iter()
        .map(|cell| {
            vec![
                text(sector_word(Some(cell.sector), context)),
                text(component_word(&cell.component, context)),
                whole(cell.participants),
                whole(cell.events.len()),
            ]
        })
        .collect();
    let columns = [
        ("sector", ""),
        ("component", ""),
        ("participants", "stakeholders"),
        ("events", "events"),
    ];
    table(id, &columns, rows, context)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, drawn_words, english, spanish};
    use super::*;
    use crate::records::Sector;

    fn coverage(sectors: usize, components: &[&str]) -> ComponentCoverage {
        let cells = Sector::ALL[..sectors]
            .iter()
            .enumerate()
            .flat_map(|(row, sector)| {
                components
                    .iter()
                    .enumerate()
                    .map(move |(column, component)| CoverageCell {
                        sector: *sector,
                        component: (*component).to_owned(),
                        participants: (row * 17 + column * 29) % 47 * usize::from((row + column) % 5 != 3),
                        events: Vec::new(),
                    })
            })
            .collect();
        ComponentCoverage {
            components: components.iter().map(|name| (*name).to_owned()).collect(),
            not_held: vec!["competition".into()],
            sectors: Sector::ALL[..sectors].to_vec(),
            cells,
            cities: Vec::new(),
            conversion: Vec::new(),
        }
    }

    #[test]
    fn every_cell_has_its_number_and_empty_ones_stand_out() {
        let held = [
            "co_design_workshop",
            "diagnosis_roadmap",
            "strategic_plan_workshop",
            "mesa_de_agua",
            "meeting",
        ];
        for messages in [english(), spanish()] {
            let chart = component_coverage(&coverage(6, &held), &context(&messages)).expect("a chart");
            check(&chart);
            assert_eq!(chart.table.rows.len(), 30);
            assert!(drawn_words(&chart).iter().any(|word| word.starts_with("Mesa de agua")));
            assert!(chart.svg.matches("#D55E00").count() >= 2);
        }
    }

    #[test]
    fn one_cell_and_none() {
        check(&component_coverage(&coverage(1, &["competition"]), &context(&english())).expect("a chart"));
        assert!(component_coverage(&coverage(2, &[]), &context(&english())).is_none());
    }
}
