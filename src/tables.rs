//! The exported tables: their columns, names, units and definitions, and the writers.
//!
//! In: an [`Analysis`]. Out: [`Table`]s as CSV, JSON or Parquet. The exported names live here and nowhere else;
//! nothing is computed.

use crate::analysis::Analysis;
use crate::analysis::naming::Naming;
use crate::messages::Messages;

mod actions;
mod adoption;
mod champions;
mod gaps;
mod indicators;
mod inexact;
mod introductions;
mod key_players;
mod ledger;
mod metrics;
mod plan;
mod qap;
mod resolve;
mod stability;
mod ties;
mod without;
pub mod workbook;
pub mod write;

pub use actions::actions;
pub use adoption::{adoption, adoption_curve, adoptions, persistence};
pub use champions::{champion_labels, champions, champions_by_department};
pub use gaps::{GapWords, Speech, calendar, component_coverage, cut_points, gaps, listed, sector_matrices};
pub use indicators::{headlines, indicators};
pub use inexact::{Became, Inexact, promised_args};
pub use introductions::{introduction_rankers, introductions, introductions_to_make};
pub use key_players::{KeyPlayersOfWindow, KeyPlayersRows, key_players};
pub use ledger::{LedgerFile, LedgerReader, ledger, ledger_name, ledger_rows};
pub use metrics::{MetricsRows, metrics, network_figures, network_significance};
pub use plan::{introduced, plan, runoff};
pub use qap::qap;
pub use resolve::{reason_in_words, resolve, resolve_file};
pub use stability::stability;
pub use ties::{TiesOfWindow, TiesRows, ties};
pub use without::{LossesOf, departures, without, without_people};

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Undefined or absent: an empty cell.
    Empty,
    /// Text; in CSV, text that a spreadsheet would run as a formula is prefixed with `'`.
    Text(String),
    /// A number, written in the shortest form that reads back to the same double.
    Number(f64),
    /// A whole number.
    Whole(i64),
    /// `true` or `false`.
    Truth(bool),
}

macro_rules! cell_from {
    ($($from:ty => |$value:ident| $cell:expr),+ $(,)?) => {$(
        impl From<$from> for Cell {
            fn from($value: $from) -> Self { $cell }
        }
    )+};
}
cell_from!(
    &str => |text| Self::Text(text.to_owned()),
    String => |text| Self::Text(text),
    f64 => |number| if number.is_finite() { Self::Number(number) } else { Self::Empty },
    usize => |count| Self::Whole(i64::try_from(count).unwrap_or(i64::MAX)),
    u32 => |count| Self::Whole(i64::from(count)),
    bool => |truth| Self::Truth(truth),
    crate::time::Day => |day| Self::Text(day.to_string()),
);

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// Its name.
    pub name: String,
    /// Its unit, as the catalogue has it under `unit-…`; empty for text.
    pub unit: String,
    /// What it holds.
    pub definition: String,
}

/// One table: every row has one cell per column.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its name, which is also its file's stem.
    pub name: String,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// What of it is not exact.
    pub inexact: Vec<Inexact>,
}

impl TableColumn {
    /// Columns given as `(name, unit)`; the catalogue says under `table-GROUP-NAME` what each holds.
    fn described(group: &str, columns: &[(&str, &str)], messages: &Messages) -> Vec<Self> {
        let column = |&(name, unit): &(&str, &str)| Self {
            name: name.to_owned(),
            unit: unit.to_owned(),
            definition: messages.word(&format!("table-{group}-{name}")),
        };
        columns.iter().map(column).collect()
    }
}

impl Table {
    /// An empty table.
    #[must_use]
    pub fn new(name: &str, columns: Vec<TableColumn>) -> Self {
        Self {
            name: name.to_owned(),
            columns,
            rows: Vec::new(),
            inexact: Vec::new(),
        }
    }

    /// An empty table whose columns the catalogue describes under its own name.
    fn described(name: &str, columns: &[(&str, &str)], messages: &Messages) -> Self {
        Self::new(name, TableColumn::described(name, columns, messages))
    }

    /// An empty table whose rows begin with their window, where there are several.
    fn of_windows(name: &str, series: bool, messages: &Messages) -> Self {
        Self::new(
            name,
            if series {
                metrics::window_columns(messages)
            } else {
                Vec::new()
            },
        )
    }
}

/// Every table of the default bundle: no person stands in any of them.
#[must_use]
pub fn all(analysis: &Analysis, naming: &Naming, messages: &Messages) -> Vec<Table> {
    let mut tables = vec![
        metrics(&MetricsRows::of(analysis), naming, messages),
        network_figures(&[(&analysis.window, &analysis.whole)], false, messages),
        indicators("indicators", &analysis.indicators.rolling, messages),
        indicators("indicators_yearly", &analysis.indicators.yearly, messages),
        headlines(&analysis.indicators.headlines, messages),
        gaps(&analysis.gap_rows, naming, messages),
        cut_points(&analysis.gaps.cut_points, naming, messages),
        introductions(&analysis.introductions, naming, messages),
        actions(&analysis.actions, naming, messages),
    ];
    if let Some(tested) = analysis.introductions.back_test.found() {
        tables.push(introduction_rankers(tested, messages));
    }
    let of = LossesOf::analysis(analysis, naming, messages);
    let losses = analysis.continuity.losses().filter(|loss| !of.is_about_a_person(loss));
    tables.push(without(&analysis.continuity, losses, &of));
    tables.push(departures(&analysis.continuity.splits, naming, messages));
    if let Some(found) = analysis.stability.found() {
        tables.push(stability(found, analysis.snapshot.places(), naming, messages));
    }
    tables.extend(sector_matrices(&analysis.gaps.sectors, messages));
    tables.extend(
        analysis
            .gaps
            .components
            .found()
            .map(|found| component_coverage(found, messages)),
    );
    if let Some(found) = analysis.calendar.found() {
        tables.push(calendar(found, naming, messages));
    }
    if let Some(found) = analysis.plan.found() {
        tables.push(plan(found, naming, messages));
        tables.push(runoff(&found.run_off, messages));
    }
    if let Some(found) = analysis.champions.found() {
        tables.push(champions_by_department(found, naming, messages));
        tables.extend(champion_labels(found, messages));
    }
    if let Some(found) = analysis.adoption.found() {
        tables.extend([
            adoption(found, messages),
            adoptions(found, naming, messages),
            adoption_curve(found, messages),
        ]);
        tables.push(persistence(found, messages));
    }
    tables
}

/// Several texts in one cell.
fn joined<T: ToString>(items: impl IntoIterator<Item = T>) -> Cell {
    let text = items
        .into_iter()
        .map(|item| item.to_string())
        .collect::<Vec<_>>()
        .join("; ");
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}
