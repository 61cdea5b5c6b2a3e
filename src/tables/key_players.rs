//! The table of key players: one row per best set.

use crate::analysis::naming::Naming;
use crate::messages::Messages;
use crate::metrics::{KeyPlayerCriterion, KeyPlayerPositiveOptions, KeyPlayers, Proof};
use crate::network::Place;
use crate::time::Window;

use super::metrics::window_cells;
use super::{Cell, Table, TableColumn, joined};

/// The best sets of one window.
#[derive(Debug, Clone)]
pub struct KeyPlayersOfWindow<'a> {
    /// The window.
    pub window: &'a Window,
    /// Its nodes.
    pub places: &'a [Place],
    /// The best sets by each criterion.
    pub found: &'a [KeyPlayers],
}

/// The best sets of one or several windows.
#[derive(Debug, Clone)]
pub struct KeyPlayersRows<'a> {
    /// Each window with its sets.
    pub windows: Vec<KeyPlayersOfWindow<'a>>,
    /// How many a set holds, and within how many ties someone counts as reached.
    pub options: KeyPlayerPositiveOptions,
    /// Whether the window option means several windows: then each row begins with its window.
    pub series: bool,
}

/// One row per criterion and best set (and window); one row without a set where no set has a value.
#[must_use]
pub fn key_players(rows: &KeyPlayersRows<'_>, naming: &Naming, messages: &Messages) -> Table {
    let mut table = Table::of_windows("key_players", rows.series, messages);
    table
        .columns
        .extend(TableColumn::described("key_players", &COLUMNS, messages));
    for window in &rows.windows {
        for players in window.found {
            let none = [Vec::new()];
            let sets = if players.sets.is_empty() {
                &none[..]
            } else {
                &players.sets[..]
            };
            for (number, set) in sets.iter().enumerate() {
                let mut row = if rows.series {
                    window_cells(window.window).to_vec()
                } else {
                    Vec::new()
                };
                let places: Vec<Place> = set.iter().map(|node| window.places[node.at()]).collect();
                let (exact, bound) = match players.proof {
                    Proof::Exact => (true, players.value),
                    Proof::NotProven { bound } => (false, bound),
                };
                let of_reach = players.criterion == KeyPlayerCriterion::Reach;
                row.extend([
                    players.criterion.name().into(),
                    rows.options.size.into(),
                    of_reach.then_some(rows.options.reach).into(),
                    players.value.into(),
                    players.before.into(),
                    players.value.map(|_| exact).into(),
                    bound.into(),
                    Cell::Whole(i64::try_from(players.count).unwrap_or(i64::MAX)),
                    (!set.is_empty()).then_some(number + 1).into(),
                    joined(places.iter().map(|place| naming.place_id(*place))),
                    joined(places.iter().map(|place| naming.place(*place))),
                ]);
                table.rows.push(row);
            }
        }
    }
    table
}

const COLUMNS: [(&str, &str); 11] = [
    ("criterion", ""),
    ("k", "stakeholders"),
    ("m", "ties"),
    ("value", "share"),
    ("before", "share"),
    ("exact", ""),
    ("bound", "share"),
    ("sets", "sets"),
    ("set", ""),
    ("stakeholder_ids", ""),
    ("names", ""),
];
