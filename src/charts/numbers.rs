//! Which numbers stand behind a chart? Its table, with a definition for every column.

use super::Context;
use crate::tables::{Cell, Table, TableColumn};
use crate::time::{Day, Window};

/// A table of a chart: columns by name and unit, their definitions from the catalogue under `chart-column-NAME`.
#[must_use]
pub fn table(name: &str, columns: &[(&str, &str)], rows: Vec<Vec<Cell>>, context: &Context<'_>) -> Table {
    let columns = columns
        .iter()
        .map(|(name, unit)| TableColumn {
            name: (*name).to_owned(),
            unit: (*unit).to_owned(),
            definition: context.messages.word(&format!("chart-column-{name}")),
        })
        .collect();
    Table {
        columns,
        rows,
        ..Table::new(name, Vec::new())
    }
}

/// A number, or an empty cell.
#[must_use]
pub fn number(value: Option<f64>) -> Cell {
    value.filter(|v| v.is_finite()).map_or(Cell::Empty, Cell::Number)
}

/// A count.
#[must_use]
pub fn whole(count: usize) -> Cell {
    i64::try_from(count).map_or(Cell::Empty, Cell::Whole)
}

/// A text.
#[must_use]
pub fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// A day, or an empty cell.
#[must_use]
pub fn day(day: Option<Day>) -> Cell {
    day.map_or(Cell::Empty, |day| Cell::Text(day.to_string()))
}

/// A window as a reader names it: a calendar year by its number, other days from first to last, what has a name by it.
#[must_use]
pub fn window_name(window: &Window, context: &Context<'_>) -> String {
    let Some(period) = window.period.filter(|_| window.label.contains('/')) else {
        return window.label.clone();
    };
    let (start, end) = (period.start(), period.end());
    match (start.month(), start.day_of_month()) == (1, 1) && end == start.plus_months(12) {
        true => start.year().to_string(),
        false => window_words(window, context),
    }
}

/// The days of a window in words: `1 January 2025 to 31 December 2025`.
#[must_use]
pub fn window_words(window: &Window, context: &Context<'_>) -> String {
    match window.period {
        Some(period) => context.say(
            "chart-window",
            &[
                ("from", period.start().into()),
                ("to", period.end().plus_days(-1).into()),
            ],
        ),
        None => context.messages.word("chart-window-undated"),
    }
}
