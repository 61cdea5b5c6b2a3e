//! Whom to introduce to whom, and by whom? One line per pair: the two members at its ends, who knows both upon it, the
//! reason below.
//!
//! In: the introductions that are needed. Out: a chart, `None` where there are none.

use super::canvas::{Anchor, Canvas, Type};
use super::figure::{Figure, Frame};
use super::numbers::{table, text, window_words};
use super::text::{Weight, fold, shorten};
use super::{Chart, Context, theme};
use crate::findings::introductions::words::Telling;
use crate::findings::introductions::{Introduction, Introductions};
use crate::network::{Place, Roster};
use crate::tables::Cell;
use crate::time::Window;

/// How many are drawn; the rest stands in the table.
const MOST_ROWS: usize = 10;

/// One line of the picture.
struct Row {
    sides: [String; 2],
    looks: [(plotters::style::RGBColor, theme::Shape); 2],
    introducer: String,
    why: String,
}

/// The first introductions that fill a gap and are unlikely to come about alone.
#[must_use]
pub fn introductions(found: &Introductions, roster: &Roster, window: &Window, context: &Context<'_>) -> Option<Chart> {
    if found.needed.is_empty() {
        return None;
    }
    let shown = &found.needed[..found.needed.len().min(MOST_ROWS)];
    let rows: Vec<Row> = shown.iter().map(|one| row(one, roster, context)).collect();
    let sectors = sectors(shown, roster);
    let figure = Figure {
        id: "introductions".into(),
        title: context.say("chart-introductions-title", &[("count", shown.len().into())]),
        subtitle: context.say(
            "chart-introductions-subtitle",
            &[("window", window_words(window, context).into())],
        ),
        description: context.say("chart-introductions-description", &[("count", shown.len().into())]),
        notes: vec![context.messages.word("chart-introductions-note")],
        width: theme::WIDE,
        body: KEY + rows.len() as f64 * ROW,
    };
    let cells = |one: &Row| -> Vec<Cell> {
        vec![
            text(one.sides[0].clone()),
            text(one.sides[1].clone()),
            text(one.introducer.clone()),
            text(one.why.clone()),
        ]
    };
    let columns = [("member_a", ""), ("member_b", ""), ("introducer", ""), ("why", "")];
    let numbers = table(&figure.id, &columns, rows.iter().map(cells).collect(), context);
    Some(figure.draw(context, numbers, |canvas, frame| {
        key(canvas, frame, &sectors, context);
        for (at, row) in rows.iter().enumerate() {
            paint(canvas, frame, frame.top + KEY + at as f64 * ROW, row);
        }
    }))
}

fn row(one: &Introduction, roster: &Roster, context: &Context<'_>) -> Row {
    let telling = Telling {
        name: context.name,
        text: context.text,
        messages: context.messages,
    };
    let look = |place: Place| theme::sector_look(roster.member(place).sector);
    Row {
        sides: [one.pair.a, one.pair.b].map(context.name),
        looks: [one.pair.a, one.pair.b].map(look),
        introducer: one.introducer.map(context.name).unwrap_or_default(),
        why: one.first_reason(&telling),
    }
}

/// The sectors of those drawn, each once, in the order in which sectors are shown.
fn sectors(shown: &[Introduction], roster: &Roster) -> Vec<Option<crate::records::Sector>> {
    let mut found: Vec<_> = shown
        .iter()
        .flat_map(|one| [one.pair.a, one.pair.b])
        .map(|place| roster.member(place).sector)
        .collect();
    found.sort_by_key(|sector| (sector.is_none(), *sector));
    found.dedup();
    found
}

const KEY: f64 = 26.0;
const ROW: f64 = 62.0;
/// How far the line of a pair reaches to both sides of the middle.
const HALF_LINE: f64 = 118.0;

fn key(canvas: &Canvas<'_>, frame: Frame, sectors: &[Option<crate::records::Sector>], context: &Context<'_>) {
    let set = Type::new(theme::SMALL, theme::GREY);
    let mut x = frame.left + 6.0;
    let y = frame.top + 7.0;
    for sector in sectors {
        let (color, shape) = theme::sector_look(*sector);
        canvas.shape((x, y), 5.0, shape, color);
        let name = sector.map_or("none", crate::records::Sector::name);
        let word = context.messages.word(&format!("sector-{name}"));
        canvas.text_beside((x + 10.0, y), &word, set);
        x += set.width(&word) + 32.0;
    }
}

fn paint(canvas: &Canvas<'_>, frame: Frame, top: f64, row: &Row) {
    let middle = (frame.left + frame.right) / 2.0;
    let (left, right, y) = (middle - HALF_LINE, middle + HALF_LINE, top + 20.0);
    let names = Type::new(theme::LABEL, theme::INK).bold();
    let room = left - frame.left - 14.0;
    let ends = [(left - 12.0, Anchor::End), (right + 12.0, Anchor::Start)];
    canvas.dashes(&[(left, y), (right, y)], theme::ACCENT, 2.0, (5.0, 4.0));
    for (side, (x, anchor)) in ends.into_iter().enumerate() {
        let lines = fold(&row.sides[side], room, 2, names.size, Weight::SemiBold);
        let first = y - (lines.len() as f64 - 1.0) * LEADING / 2.0;
        for (line, words) in lines.iter().enumerate() {
            canvas.text_beside((x, first + line as f64 * LEADING), words, names.at(anchor));
        }
        let (color, shape) = row.looks[side];
        canvas.shape(([left, right][side], y), 6.0, shape, color);
    }
    let introducer = Type::new(theme::SMALL, theme::ACCENT);
    let words = shorten(
        &row.introducer,
        2.0 * HALF_LINE - 24.0,
        introducer.size,
        Weight::Regular,
    );
    canvas.text_beside((middle, y - 11.0), &words, introducer.at(Anchor::Middle));
    let why = Type::new(theme::SMALL, theme::GREY);
    let words = shorten(&row.why, frame.width(), why.size, Weight::Regular);
    canvas.text_beside((middle, y + 23.0), &words, why.at(Anchor::Middle));
    canvas.line(
        &[(frame.left, top + ROW - 4.0), (frame.right, top + ROW - 4.0)],
        theme::FAINT,
        1.0,
    );
}

const LEADING: f64 = 14.0;

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, english, spanish, year};
    use super::*;
    use crate::findings::Answer;
    use crate::findings::Lacking;
    use crate::findings::goals::Pair;
    use crate::findings::introductions::{Effects, IntroductionList, IntroductionReason, ListRule};
    use crate::network::test_hub::hub;
    use crate::records::Sector;

    fn found(pairs: u32) -> Introductions {
        let lacking = || Lacking::Span("lacking-span-introductions");
        let needed = (0..pairs).map(|n| Introduction {
            pair: Pair::new(Place(n), Place(n + 1)).expect("two"),
            list: IntroductionList::NeededUnlikelyAlone,
            introducer: Some(Place((n + 2) % 12)),
            person: None,
            reasons: vec![
                IntroductionReason::EmptyCell(Sector::Government, Sector::CivilSociety),
                IntroductionReason::CommonPartners(2),
            ],
            effects: Effects::default(),
            rank: None,
            records: Vec::new(),
            notice: false,
        });
        Introductions {
            likely: Vec::new(),
            needed: needed.collect(),
            rule: ListRule::Untested(lacking()),
            back_test: Answer::Cannot(lacking()),
            followed_up_to: None,
            kept_apart: 0,
            unknown_avoided: Vec::new(),
        }
    }

    #[test]
    fn the_first_ten_are_drawn_in_each_language_and_none_is_no_chart() {
        let ids: Vec<String> = (0..13).map(|n| format!("o{n:02}")).collect();
        let sectors = |n: usize| Sector::ALL[n % 7];
        let members: Vec<(&str, Sector)> = ids
            .iter()
            .enumerate()
            .map(|(n, id)| (id.as_str(), sectors(n)))
            .collect();
        let network = hub(&members).network();
        for messages in [english(), spanish()] {
            let context = context(&messages);
            let chart = introductions(&found(11), network.roster(), &year(2025), &context).expect("a chart");
            check(&chart);
            assert_eq!(chart.table.rows.len(), MOST_ROWS);
            assert_eq!(introductions(&found(0), network.roster(), &year(2025), &context), None);
        }
    }
}
