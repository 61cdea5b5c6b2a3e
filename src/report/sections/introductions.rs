//! Whom to introduce to whom: the pairs that fill a gap with who could introduce them, those likely to meet anyway, and
//! how such rankings did before.

use crate::findings::introductions::back_test::{FIRST, RankerResult};
use crate::findings::introductions::words::{Telling, one_in};
use crate::findings::introductions::{BackTest, Introduction, ListRule};

use super::{Material, caveat, text};
use crate::report::html::{Align, Block, Grid, Section};

/// Rankings of the first so many are shown.
const SHOWN_FIRST: [u64; 2] = [20, 100];

pub(super) fn section(material: &Material<'_>) -> Option<Section> {
    let found = &material.analysis.introductions;
    if found.needed.is_empty() && found.likely.is_empty() && found.back_test.found().is_none() {
        return None;
    }
    let mut blocks = vec![Block::Lead { text: lead(material) }];
    blocks.extend(material.figure("introductions"));
    if !found.needed.is_empty() {
        blocks.push(Block::Table(needed(material)));
        blocks.push(caveat(material.word("introductions-points")));
        blocks.extend(notice(material));
    }
    blocks.extend(rule(material));
    if let Some(tested) = found.back_test.found() {
        blocks.push(Block::Folded {
            summary: material.word("introductions-rankers"),
            grid: rankers(material, tested),
        });
    }
    blocks.extend(left_out(material));
    Some(material.section("introductions", "introductions-title", blocks))
}

fn lead(material: &Material<'_>) -> String {
    let needed = material.analysis.introductions.needed.len();
    match needed {
        0 => material.word("introductions-lead-none"),
        _ => material.say("introductions-lead", &[("count", needed.into())]),
    }
}

fn telling<'a>(
    material: &'a Material<'_>,
    name: &'a dyn Fn(crate::network::Place) -> String,
    text: &'a dyn Fn(&str) -> String,
) -> Telling<'a> {
    Telling {
        name,
        text,
        messages: material.messages,
    }
}

fn why(material: &Material<'_>, one: &Introduction) -> String {
    let (name, text) = (
        |place| material.name(place).to_owned(),
        |text: &str| material.naming.text(text),
    );
    one.why(&telling(material, &name, &text))
}

fn needed(material: &Material<'_>) -> Grid {
    let columns = material.columns(&[
        ("introductions-column-whom", Align::Text),
        ("introductions-column-to", Align::Text),
        ("introductions-column-by", Align::Text),
        ("introductions-column-why", Align::Text),
        ("introductions-column-brings", Align::Text),
    ]);
    let grid = Grid::new(material.word("introductions-needed"), columns);
    let row = |one: &Introduction| {
        let mark = if one.notice { " §" } else { "" };
        vec![
            material.name(one.pair.a).to_owned(),
            format!("{}{mark}", material.name(one.pair.b)),
            one.introducer
                .map(|place| material.name(place).to_owned())
                .unwrap_or_default(),
            why(material, one),
            one.effects.words(material.messages),
        ]
    };
    let rows = material.analysis.introductions.needed.iter().map(row).collect();
    material.first_rows(grid, rows, "tables/introductions.csv")
}

/// What goes with a meeting of an official and a private party.
fn notice(material: &Material<'_>) -> Option<Block> {
    let analysis = material.analysis;
    analysis.introductions.all().any(|one| one.notice).then(|| {
        let declared = analysis.records.config.introductions.notice.trim();
        caveat(match declared {
            "" => material.word("introductions-notice-none"),
            _ => material.say(
                "introductions-notice",
                &[("notice", material.naming.text(declared).into())],
            ),
        })
    })
}

/// How the lists were made, and the pairs likely to meet anyway with how often such pairs did.
fn rule(material: &Material<'_>) -> Vec<Block> {
    let found = &material.analysis.introductions;
    let tested = match (&found.rule, found.back_test.found()) {
        (ListRule::Learned { .. }, Some(tested)) => tested,
        (ListRule::Untested(lacking), _) => {
            let lacking = material.lacking(lacking);
            return vec![caveat(
                material.say("introductions-untested", &[("lacking", lacking.into())]),
            )];
        }
        _ => return vec![caveat(material.word("introductions-beaten"))],
    };
    let mut blocks = vec![Block::Heading {
        text: material.word("introductions-likely"),
    }];
    let window = || material.window_of(&tested.ranked_in).into();
    let percent = |end: Option<f64>| material.percent(end.unwrap_or_default()).into();
    if let Some(first) = tested.first {
        let all = tested.new_ties as f64 / tested.candidates as f64;
        let args = [
            ("window", window()),
            ("share", one_in(first.share, material.messages).into()),
            ("pairs", (first.pairs as usize).into()),
            ("low", percent(first.interval.map(|interval| interval.low))),
            ("high", percent(first.interval.map(|interval| interval.high))),
            ("all", one_in(all, material.messages).into()),
        ];
        blocks.push(text(material.say("introductions-likely-text", &args)));
    }
    if let Some(beyond) = tested.beyond {
        let args = [
            ("window", window()),
            ("share", one_in(beyond.share, material.messages).into()),
        ];
        blocks.push(text(material.say("introductions-beyond-text", &args)));
    }
    if found.likely.is_empty() {
        return blocks;
    }
    let columns = material.columns(&[
        ("introductions-column-one", Align::Text),
        ("introductions-column-other", Align::Text),
        ("introductions-column-why", Align::Text),
    ]);
    let grid = Grid::new(material.word("introductions-likely"), columns);
    let row = |one: &Introduction| {
        vec![
            material.name(one.pair.a).to_owned(),
            material.name(one.pair.b).to_owned(),
            why(material, one),
        ]
    };
    let rows = found.likely.iter().map(row).collect();
    blocks.push(Block::Table(material.first_rows(
        grid,
        rows,
        "tables/introductions.csv",
    )));
    blocks
}

fn rankers(material: &Material<'_>, tested: &BackTest) -> Grid {
    let columns = material.columns(&[
        ("introductions-column-ranker", Align::Text),
        ("introductions-column-auc", Align::Number),
        ("introductions-column-precision", Align::Number),
        ("introductions-column-first_20", Align::Number),
        ("introductions-column-first_100", Align::Number),
    ]);
    let mut grid = Grid::new(material.word("introductions-rankers"), columns);
    let row = |one: &RankerResult| {
        let decimal = |value: Option<f64>| {
            value
                .map(|value| material.messages.number(value, 3))
                .unwrap_or_default()
        };
        let first = SHOWN_FIRST.map(|k| {
            let place = FIRST.iter().position(|first| *first == k);
            let share = place.and_then(|place| one.precision[place]);
            share.map(|share| material.percent(share)).unwrap_or_default()
        });
        let [first_20, first_100] = first;
        vec![
            material.word(&format!("ranker-{}", one.ranker.name())),
            decimal(one.auc),
            decimal(one.average_precision),
            first_20,
            first_100,
        ]
    };
    grid.rows = tested.results.iter().map(row).collect();
    let args = [
        ("learned", material.window_of(&tested.learned_in).into()),
        ("ranked", material.window_of(&tested.ranked_in).into()),
        ("came", material.window_of(&tested.came_true_in).into()),
        ("candidates", (tested.candidates as usize).into()),
        ("new", (tested.new_ties as usize).into()),
    ];
    grid.note = Some(material.say("introductions-rankers-note", &args));
    grid
}

/// What was not looked at, and who is never proposed.
fn left_out(material: &Material<'_>) -> Vec<Block> {
    let found = &material.analysis.introductions;
    let mut told = vec![match found.kept_apart {
        0 => material.word("introductions-never"),
        count => material.say("introductions-never-count", &[("count", count.into())]),
    }];
    if let Some(partners) = found.followed_up_to {
        told.push(material.say("introductions-followed", &[("partners", partners.into())]));
    }
    if !found.unknown_avoided.is_empty() {
        let ids: Vec<String> = found
            .unknown_avoided
            .iter()
            .map(|id| material.naming.text(id))
            .collect();
        told.push(material.say("introductions-unknown", &[("ids", ids.join(", ").into())]));
    }
    vec![caveat(told.join(" "))]
}
