//! The tables of measures: one row per stakeholder, one row per whole-network figure.

use crate::analysis::Analysis;
use crate::analysis::naming::Naming;
use crate::messages::Messages;
use crate::metrics::Significance;
use crate::metrics::null::NullModel;
use crate::metrics::registry::{NetworkTable, NodeTable};
use crate::network::{Place, Roster};
use crate::time::Window;

use super::{Cell, Inexact, Table, TableColumn};

/// The node measures of one or several windows.
#[derive(Debug, Clone)]
pub struct MetricsRows<'a> {
    /// Everyone who can be a node.
    pub roster: &'a Roster,
    /// Each window with its nodes and their values.
    pub windows: Vec<(&'a Window, &'a [Place], &'a NodeTable)>,
    /// Whether the window option means several windows: then each row begins with its window.
    pub series: bool,
}

impl<'a> MetricsRows<'a> {
    /// The measures of an analysis: one window.
    #[must_use]
    pub fn of(analysis: &'a Analysis) -> Self {
        let window = (&analysis.window, analysis.snapshot.places(), &analysis.nodes);
        Self {
            roster: &analysis.roster,
            windows: vec![window],
            series: false,
        }
    }
}

/// One row per stakeholder (and window), in id order, with every measure of the registry.
#[must_use]
pub fn metrics(rows: &MetricsRows<'_>, naming: &Naming, messages: &Messages) -> Table {
    let mut table = Table::of_windows("metrics", rows.series, messages);
    table.columns.extend(TableColumn::described("who", &WHO, messages));
    if let Some((_, _, first)) = rows.windows.first() {
        table.columns.extend(first.columns.iter().map(|column| {
            let info = column.measure.info();
            TableColumn {
                name: info.name.to_owned(),
                unit: info.unit.to_owned(),
                definition: messages.word(&format!("measure-{}-definition", info.name)),
            }
        }));
    }
    for (window, places, values) in &rows.windows {
        let inexact = Inexact::of_nodes(values).into_iter();
        table
            .inexact
            .extend(inexact.map(|one| one.in_window(window, rows.series)));
        for (node, place) in places.iter().enumerate() {
            let mut row = if rows.series {
                window_cells(window).to_vec()
            } else {
                Vec::new()
            };
            row.extend([naming.place_id(*place).into(), naming.place(*place).into()]);
            row.push(rows.roster.member(*place).sector.map(|sector| sector.name()).into());
            row.extend(values.columns.iter().map(|column| Cell::from(column.values[node])));
            table.rows.push(row);
        }
    }
    table
}

/// One row per whole-network figure (and window).
#[must_use]
pub fn network_figures(rows: &[(&Window, &NetworkTable)], series: bool, messages: &Messages) -> Table {
    let columns = [("figure", ""), ("value", ""), ("unit", ""), ("definition", "")];
    let mut table = Table::of_windows("network", series, messages);
    table
        .columns
        .extend(TableColumn::described("network", &columns, messages));
    for (window, figures) in rows {
        let inexact = Inexact::of_network(figures).into_iter();
        table.inexact.extend(inexact.map(|one| one.in_window(window, series)));
        for (measure, value) in &figures.figures {
            let info = measure.info();
            let definition = messages.word(&format!("measure-{}-definition", info.name));
            let mut row = if series {
                window_cells(window).to_vec()
            } else {
                Vec::new()
            };
            row.extend([
                info.name.into(),
                (*value).into(),
                messages.unit(info.unit).into(),
                definition.into(),
            ]);
            table.rows.push(row);
        }
    }
    table
}

/// One row per whole-network figure (and window), beside what chance alone gives.
#[must_use]
pub fn network_significance(rows: &[(&Window, &Significance)], series: bool, messages: &Messages) -> Table {
    let columns = [
        ("figure", ""),
        ("value", ""),
        ("expected", ""),
        ("sd", ""),
        ("z", ""),
        ("p", "probability"),
        ("q", "probability"),
        ("null", ""),
        ("draws", "draws"),
        ("unit", ""),
        ("definition", ""),
    ];
    let mut table = Table::of_windows("network", series, messages);
    table
        .columns
        .extend(TableColumn::described("significance", &columns, messages));
    for (window, found) in rows {
        for figure in &found.figures {
            let info = figure.measure.info();
            let comparison = figure.comparison;
            let mut row = if series {
                window_cells(window).to_vec()
            } else {
                Vec::new()
            };
            row.extend([
                info.name.into(),
                figure.observed.into(),
                comparison.map(|found| found.expected).into(),
                comparison.map(|found| found.sd).into(),
                comparison.and_then(|found| found.z).into(),
                comparison.map(|found| found.p).into(),
                figure.q.into(),
                figure.null.map(NullModel::name).into(),
                comparison.map(|found| found.draws).into(),
                messages.unit(info.unit).into(),
                messages.word(&format!("measure-{}-definition", info.name)).into(),
            ]);
            table.rows.push(row);
        }
    }
    table
}

const WHO: [(&str, &str); 3] = [("stakeholder_id", ""), ("name", ""), ("sector", "")];

/// The columns that name a window.
pub(super) fn window_columns(messages: &Messages) -> Vec<TableColumn> {
    let columns = [("window", ""), ("start", "date"), ("end", "date"), ("partial", "")];
    TableColumn::described("window", &columns, messages)
}

/// The cells under [`window_columns`].
pub(super) fn window_cells(window: &Window) -> [Cell; 4] {
    [
        window.label.as_str().into(),
        window.period.map(|period| period.start()).into(),
        window.period.map(|period| period.end()).into(),
        window.partial.map(crate::time::Partial::name).into(),
    ]
}
