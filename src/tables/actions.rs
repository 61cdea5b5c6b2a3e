//! The table of actions: written by a report, filled in by the hub, read back with the next.

use crate::analysis::naming::Naming;
use crate::findings::actions::Action;
use crate::messages::Messages;
use crate::time::Day;

use super::{Table, joined};

/// At most five actions with empty columns to fill in.
#[must_use]
pub fn actions(found: &[Action], proposed_on: Option<Day>, naming: &Naming, messages: &Messages) -> Table {
    let columns = [
        ("id", ""),
        ("action", ""),
        ("what", ""),
        ("who", ""),
        ("with_whom", ""),
        ("by", "date"),
        ("why", ""),
        ("effort", ""),
        ("records", ""),
        ("proposed_on", "date"),
        ("status", ""),
        ("owner", ""),
        ("due", "date"),
    ];
    let mut table = Table::described("actions", &columns, messages);
    for action in found {
        let text = action.text(&|place| naming.place(place), messages);
        table.rows.push(vec![
            action.id.as_str().into(),
            action.kind.name().into(),
            text.what.into(),
            text.who.into(),
            text.with_whom.into(),
            action.by.into(),
            text.why.into(),
            action.effort.name().into(),
            joined(&action.records),
            proposed_on.into(),
            super::Cell::Empty,
            super::Cell::Empty,
            super::Cell::Empty,
        ]);
    }
    table
}
