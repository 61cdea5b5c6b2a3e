//! The table of actions: written by a report, filled in by the hub, read back with the next.
//!
//! In: [`Actions`]. Out: one row per action that is open, was done or rests, so that the newest file alone remembers all.

use crate::analysis::naming::Naming;
use crate::findings::actions::{Action, Actions, Earlier, Owner, Status};
use crate::messages::Messages;
use crate::time::Day;

use super::{Cell, Table, joined};

/// What is to be done first, with empty columns to fill in; then what else is under way; then, as they were answered, what
/// was done and what rests.
#[must_use]
pub fn actions(found: &Actions, naming: &Naming, messages: &Messages) -> Table {
    let columns = [
        ("id", ""),
        ("standing", ""),
        ("action", ""),
        ("what", ""),
        ("who", ""),
        ("with_whom", ""),
        ("by", "date"),
        ("why", ""),
        ("effort", ""),
        ("records", ""),
        ("about", ""),
        ("proposed_on", "date"),
        ("reported_on", "date"),
        ("status", ""),
        ("owner", ""),
        ("due", "date"),
    ];
    let mut table = Table::described("actions", &columns, messages);
    let open = found.open().map(|action| open(action, found.as_of, naming, messages));
    table.rows.extend(open);
    let followed = found.followed.iter();
    let followed = followed.map(|one| answered(&one.earlier, one.standing(), naming));
    table.rows.extend(followed);
    let resting = found.resting.iter().map(|one| answered(one, "resting", naming));
    table.rows.extend(resting);
    table
}

fn owner(owner: Option<&Owner>, naming: &Naming) -> Cell {
    owner.map(|owner| naming.owner_id(owner)).into()
}

/// An action to be done, as this report says it.
fn open(action: &Action, reported_on: Option<Day>, naming: &Naming, messages: &Messages) -> Vec<Cell> {
    let text = action.text(&|place| naming.place(place), messages);
    let accepted = action.accepted.as_ref();
    let standing = match accepted {
        None => "new",
        Some(accepted) if accepted.overdue => "overdue",
        Some(_) => "under_way",
    };
    vec![
        action.id.as_str().into(),
        standing.into(),
        action.kind.name().into(),
        naming.text(&text.what).into(),
        naming.text(&text.who).into(),
        naming.text(&text.with_whom).into(),
        action.by.into(),
        naming.text(&text.why).into(),
        action.effort.map(|effort| effort.name()).into(),
        joined(&action.records),
        joined(action.kind.about(&|place| naming.place_id(place))),
        action.proposed_on.into(),
        reported_on.into(),
        accepted.map(|_| Status::Accepted.name()).into(),
        owner(accepted.and_then(|accepted| accepted.owner.as_ref()), naming),
        accepted.and_then(|accepted| accepted.due).into(),
    ]
}

/// An earlier row with its answer, as the report that proposed it said it.
fn answered(one: &Earlier, standing: &str, naming: &Naming) -> Vec<Cell> {
    let told = |column: &str| -> Cell { one.told(column).map(|text| naming.text(text)).into() };
    vec![
        one.id.as_str().into(),
        standing.into(),
        told("action"),
        told("what"),
        told("who"),
        told("with_whom"),
        told("by"),
        told("why"),
        told("effort"),
        told("records"),
        told("about"),
        one.proposed_on.into(),
        one.answered_on.into(),
        one.status.map(Status::name).into(),
        owner(one.owner.as_ref(), naming),
        one.due.into(),
    ]
}
