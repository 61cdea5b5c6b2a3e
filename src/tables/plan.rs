//! The tables of the partnership plan: every agreement with what to do about it, and what is left quarter by quarter.

use crate::analysis::naming::Naming;
use crate::findings::goals::{Goal, Pair};
use crate::findings::plan::{Act, ActKind, ChosenIntroductions, Decision, Plan, RunOff, why};
use crate::messages::Messages;
use crate::network::Place;
use crate::time::Day;

use super::{Cell, Table};

const COLUMNS: [(&str, &str); 24] = [
    ("order", ""),
    ("act", ""),
    ("record", ""),
    ("source_id", ""),
    ("source", ""),
    ("target_id", ""),
    ("target", ""),
    ("kind", ""),
    ("function", ""),
    ("start", "date"),
    ("ends", "date"),
    ("end_assumed", ""),
    ("renewed_by", ""),
    ("lasts_to", "date"),
    ("ends_in", "date"),
    ("notice_by", "date"),
    ("decide_by", "date"),
    ("why", ""),
    ("stranded", "members"),
    ("others", "agreements"),
    ("hours", "hours"),
    ("coverage", "share"),
    ("fragmentation", "share"),
    ("reach", "share"),
];

/// What the hours are spent on, in order; then every other agreement in force, by the day to decide.
#[must_use]
pub fn plan(found: &Plan, naming: &Naming, messages: &Messages) -> Table {
    let mut table = Table::described("plan", &COLUMNS, messages);
    let days: Vec<Day> = found.run_off.ending.iter().map(|quarter| quarter.day).collect();
    for (place, act) in found.acts.iter().enumerate() {
        let order = Some(place + 1);
        let row = match (act.decision.map(|at| &found.decisions[at]), act.pair) {
            (Some(decision), _) => agreement(order, decision, &days, naming, messages),
            (None, Some(pair)) => introduction(place + 1, pair, naming),
            (None, None) => continue,
        };
        table.rows.push(with_act(row, act));
    }
    for (_, decision) in found.beyond_hours() {
        let mut row = agreement(None, decision, &days, naming, messages);
        row.resize(COLUMNS.len(), Cell::Empty);
        table.rows.push(row);
    }
    table
}

/// Introductions alone, each with its effect after those before it.
#[must_use]
pub fn introduced(found: &ChosenIntroductions, hours: f64, naming: &Naming, messages: &Messages) -> Table {
    let mut table = Table::described("plan", &COLUMNS, messages);
    for (place, one) in found.chosen.iter().enumerate() {
        let act = Act {
            kind: ActKind::Introduce,
            decision: None,
            pair: Some(one.pair),
            hours,
            effects: one.effects,
        };
        table
            .rows
            .push(with_act(introduction(place + 1, one.pair, naming), &act));
    }
    table
}

fn with_act(mut row: Vec<Cell>, act: &Act) -> Vec<Cell> {
    row.push(act.hours.into());
    row.extend(Goal::ALL.map(|goal| act.effects[goal as usize].into()));
    row
}

/// The cells up to what it takes and its effects.
fn agreement(
    order: Option<usize>,
    decision: &Decision,
    days: &[Day],
    naming: &Naming,
    messages: &Messages,
) -> Vec<Cell> {
    let one = &decision.agreement;
    let text = |text: &Option<String>| Cell::from(text.as_deref().map(|text| naming.text(text)));
    let ends_in = one
        .lasts_to
        .and_then(|last| days.iter().find(|day| **day >= last).copied());
    let name = |place: Place| naming.place(place).to_owned();
    let why = why(decision, &name, &|text| naming.text(text), messages);
    vec![
        order.into(),
        decision.verdict.name().into(),
        one.record.as_str().into(),
        naming.place_id(one.source).into(),
        naming.place(one.source).into(),
        naming.place_id(one.target).into(),
        naming.place(one.target).into(),
        text(&one.kind),
        text(&one.function),
        one.start.into(),
        one.ends.into(),
        one.end_assumed.into(),
        one.renewed_by.as_ref().map(|record| record.as_str()).into(),
        one.lasts_to.into(),
        ends_in.into(),
        one.notice_by.into(),
        decision.decide_by.into(),
        (!why.is_empty()).then_some(why).into(),
        decision.facts.map(|facts| facts.stranded).into(),
        decision.facts.and_then(|facts| facts.others).into(),
    ]
}

fn introduction(order: usize, pair: Pair, naming: &Naming) -> Vec<Cell> {
    let mut row = vec![
        order.into(),
        ActKind::Introduce.name().into(),
        Cell::Empty,
        naming.place_id(pair.a).into(),
        naming.place(pair.a).into(),
        naming.place_id(pair.b).into(),
        naming.place(pair.b).into(),
    ];
    row.resize(COLUMNS.len() - 4, Cell::Empty);
    row
}

/// Agreements, ties, members, sectors and money left, way by way and quarter by quarter.
#[must_use]
pub fn runoff(found: &RunOff, messages: &Messages) -> Table {
    let columns = [
        ("way", ""),
        ("day", "date"),
        ("agreements", "agreements"),
        ("ties", "ties"),
        ("members", "members"),
        ("sectors", "sectors"),
        ("money", "currency"),
        ("currency", ""),
    ];
    let mut table = Table::described("runoff", &columns, messages);
    let currency = found.money.found().and_then(|money| money.currency.clone());
    for out in &found.ways {
        for left in &out.points {
            table.rows.push(vec![
                out.way.name().into(),
                left.day.into(),
                left.agreements.into(),
                left.ties.into(),
                left.members.into(),
                left.sectors.into(),
                left.money.into(),
                currency.clone().filter(|_| left.money.is_some()).into(),
            ]);
        }
    }
    table
}
