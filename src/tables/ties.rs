//! The table of ties: one row per tie, with the measures of the tie.

use crate::analysis::naming::Naming;
use crate::messages::Messages;
use crate::metrics::{Backbone, TieTable};
use crate::network::Place;
use crate::time::Window;

use super::metrics::window_cells;
use super::{Cell, Inexact, Table, TableColumn};

/// The tie measures of one window.
#[derive(Debug, Clone)]
pub struct TiesOfWindow<'a> {
    /// The window.
    pub window: &'a Window,
    /// Its nodes.
    pub places: &'a [Place],
    /// The measures of its ties.
    pub ties: &'a TieTable,
    /// Which ties a backbone keeps, where one is asked for.
    pub backbone: Option<&'a Backbone>,
}

/// The tie measures of one or several windows.
#[derive(Debug, Clone)]
pub struct TiesRows<'a> {
    /// Each window with its ties.
    pub windows: Vec<TiesOfWindow<'a>>,
    /// Whether the window option means several windows: then each row begins with its window.
    pub series: bool,
}

/// One row per tie (and window), in the order of the ids of its two ends, with every tie measure of the registry. In the
/// directed view one row per arc.
#[must_use]
pub fn ties(rows: &TiesRows<'_>, naming: &Naming, messages: &Messages) -> Table {
    let mut table = Table::of_windows("ties", rows.series, messages);
    table.columns.extend(TableColumn::described("ends", &ENDS, messages));
    if let Some(first) = rows.windows.first() {
        table.columns.extend(first.ties.columns.iter().map(|column| {
            let info = column.measure.info();
            TableColumn {
                name: info.name.to_owned(),
                unit: info.unit.to_owned(),
                definition: messages.word(&format!("tie-measure-{}-definition", info.name)),
            }
        }));
        if first.backbone.is_some() {
            table
                .columns
                .extend(TableColumn::described("backbone", &BACKBONE, messages));
        }
    }
    for found in &rows.windows {
        let inexact = Inexact::of_ties(found.ties).into_iter();
        table
            .inexact
            .extend(inexact.map(|one| one.in_window(found.window, rows.series)));
        for (tie, (source, target)) in found.ties.ends.iter().enumerate() {
            let mut row = if rows.series {
                window_cells(found.window).to_vec()
            } else {
                Vec::new()
            };
            for end in [source, target] {
                let place = found.places[end.at()];
                row.extend([naming.place_id(place).into(), naming.place(place).into()]);
            }
            row.extend(found.ties.columns.iter().map(|column| Cell::from(column.values[tie])));
            if let Some(backbone) = found.backbone {
                row.extend([
                    backbone.p[tie].into(),
                    backbone.q[tie].into(),
                    u32::from(backbone.kept[tie]).into(),
                ]);
            }
            table.rows.push(row);
        }
    }
    table
}

const ENDS: [(&str, &str); 4] = [("source_id", ""), ("source", ""), ("target_id", ""), ("target", "")];

const BACKBONE: [(&str, &str); 3] = [
    ("backbone_p", "probability"),
    ("backbone_q", "probability"),
    ("backbone", "0 or 1"),
];
