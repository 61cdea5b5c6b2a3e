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
        ("id", "", "made from the content: the same from report to report"),
        ("action", "", "kind of action"),
        ("what", "", "what to do"),
        ("who", "", "who"),
        ("with_whom", "", "with whom"),
        ("by", "date", "by when"),
        ("why", "", "why"),
        ("effort", "", "hour, day or week"),
        ("records", "", "ids of the records it rests on"),
        ("proposed_on", "date", "the study's last day when it was proposed"),
        ("status", "", "to fill in: accepted, done, refused, impossible"),
        ("owner", "", "to fill in: who does it"),
        ("due", "date", "to fill in: until when"),
    ];
    let mut table = Table::new("actions", &columns);
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
