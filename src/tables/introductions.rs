//! The tables of introductions: whom to introduce to whom, and how such rankings did before.

use crate::analysis::naming::Naming;
use crate::findings::introductions::back_test::FIRST;
use crate::findings::introductions::words::Telling;
use crate::findings::introductions::{BackTest, IntroductionList, Introductions};
use crate::messages::Messages;

use super::{Cell, Table, joined};

/// Both lists, one row per pair.
#[must_use]
pub fn introductions(found: &Introductions, naming: &Naming, messages: &Messages) -> Table {
    let columns = [
        ("list", ""),
        ("id_a", ""),
        ("name_a", ""),
        ("id_b", ""),
        ("name_b", ""),
        ("introducer_id", ""),
        ("introducer", ""),
        ("reasons", ""),
        ("why", ""),
        ("coverage_effect", "share"),
        ("fragmentation_effect", "share"),
        ("reach_effect", "share"),
        ("rank", "rank"),
        ("ranked_alike", "share"),
        ("notice", ""),
        ("records", ""),
    ];
    let mut table = Table::described("introductions", &columns, messages);
    let telling = Telling {
        name: &|place| naming.place(place).to_owned(),
        text: &|text| naming.text(text),
        messages,
    };
    let tested = found.back_test.found().filter(|tested| tested.learned_holds);
    for one in found.all() {
        let alike = tested.and_then(|tested| match one.list {
            IntroductionList::LikelyAnyway => tested.first,
            IntroductionList::NeededUnlikelyAlone => tested.beyond,
        });
        table.rows.push(vec![
            one.list.name().into(),
            naming.place_id(one.pair.a).into(),
            naming.place(one.pair.a).into(),
            naming.place_id(one.pair.b).into(),
            naming.place(one.pair.b).into(),
            one.introducer.map(|place| naming.place_id(place)).into(),
            one.introducer.map(|place| naming.place(place)).into(),
            joined(one.reasons.iter().map(|reason| reason.name())),
            one.why(&telling).into(),
            one.effects.coverage.into(),
            one.effects.fragmentation.into(),
            one.effects.reach.into(),
            one.rank.into(),
            alike.map(|rate| rate.share).into(),
            one.notice.into(),
            joined(one.records.iter().map(|record| naming.text(record.as_str()))),
        ]);
    }
    table
}

/// The introductions to make, as a coordinator works on them: who, by whom, why.
#[must_use]
pub fn introductions_to_make(found: &Introductions, naming: &Naming, messages: &Messages) -> Table {
    let columns = ["name_a", "name_b", "introducer", "why", "notice"].map(|name| (name, ""));
    let mut table = Table::described("introductions", &columns, messages);
    let telling = Telling {
        name: &|place| naming.place(place).to_owned(),
        text: &|text| naming.text(text),
        messages,
    };
    for one in &found.needed {
        table.rows.push(vec![
            naming.place(one.pair.a).into(),
            naming.place(one.pair.b).into(),
            one.introducer.map(|place| naming.place(place)).into(),
            one.why(&telling).into(),
            one.notice.into(),
        ]);
    }
    table
}

/// How each ranker did on the window before.
#[must_use]
pub fn introduction_rankers(tested: &BackTest, messages: &Messages) -> Table {
    let first: Vec<String> = FIRST.iter().map(|first| format!("first_{first}")).collect();
    let mut columns = vec![
        ("ranker", ""),
        ("candidates", "pairs"),
        ("new_ties", "pairs"),
        ("auc", "share"),
        ("average_precision", "share"),
    ];
    columns.extend(first.iter().map(|name| (name.as_str(), "share")));
    let mut table = Table::described("introduction_rankers", &columns, messages);
    for one in &tested.results {
        let mut row: Vec<Cell> = vec![
            one.ranker.name().into(),
            (tested.candidates as usize).into(),
            (tested.new_ties as usize).into(),
            one.auc.into(),
            one.average_precision.into(),
        ];
        row.extend(one.precision.iter().map(|precision| Cell::from(*precision)));
        table.rows.push(row);
    }
    table
}
