//! Without whom would others lose touch with the rest? Bars for the hub, the largest event and the members whose leaving
//! would cut off most, with the names of those cut off; and how the network shrinks as the best connected leave.
//!
//! In: a [`Continuity`] and what each subject is called. Out: two charts, each `None` where there is nothing to show.

use super::axis::{Form, Scale, value_axis, value_axis_width};
use super::canvas::{Anchor, Canvas, Point, Type};
use super::figure::{Figure, Frame};
use super::numbers::{number, table, text, whole, window_words};
use super::text::{Weight, shorten};
use super::{Chart, Context, theme};
use crate::findings::continuity::{Continuity, Loss, Splits, Subject};
use crate::messages::Arg;
use crate::tables::Table;
use crate::time::Window;

/// Members drawn at most.
pub const FIRST: usize = 10;

/// A bar.
struct Bar<'a> {
    label: String,
    loss: &'a Loss,
    is_member: bool,
}

/// Without whom most would be cut off. `members`: those that may be named, in the order of their rank.
#[must_use]
pub fn without(
    found: &Continuity,
    members: &[&Loss],
    label: &dyn Fn(&Subject) -> String,
    window: &Window,
    context: &Context<'_>,
) -> Option<Chart> {
    let bar = |loss, is_member| Bar {
        label: label_of(loss, label, context),
        loss,
        is_member,
    };
    let beside = found
        .hub
        .found()
        .into_iter()
        .chain(&found.largest_event)
        .map(|loss| bar(loss, false));
    let stranding = members.iter().filter(|loss| !loss.left.stranded.is_empty()).take(FIRST);
    let bars: Vec<Bar<'_>> = beside.chain(stranding.map(|loss| bar(*loss, true))).collect();
    if bars.iter().all(|bar| bar.loss.left.stranded.is_empty()) {
        return None;
    }
    let words = [
        ("window", window_words(window, context).into()),
        ("members", found.before.members.into()),
    ];
    let figure = Figure {
        id: "without".into(),
        title: finding(&bars, found.before.members, context),
        subtitle: context.say("chart-without-subtitle", &words),
        description: context.say("chart-without-description", &[("bars", bars.len().into())]),
        notes: vec![context.messages.word("chart-without-note")],
        width: theme::WIDE,
        body: KEY + bars.len() as f64 * ROW,
    };
    let table = numbers_behind(&figure.id, &bars, context);
    Some(figure.draw(context, table, |canvas, frame| paint(canvas, frame, &bars, context)))
}

fn label_of(loss: &Loss, label: &dyn Fn(&Subject) -> String, context: &Context<'_>) -> String {
    match loss.subject {
        Subject::LargestEvent(_) => context.say("chart-without-event", &[("event", label(&loss.subject).into())]),
        _ => label(&loss.subject),
    }
}

fn finding(bars: &[Bar<'_>], members: usize, context: &Context<'_>) -> String {
    let first = bars.iter().find(|bar| bar.is_member);
    let (key, bar) = match first {
        Some(bar) => ("chart-without-title", bar),
        None => ("chart-without-title-none", &bars[0]),
    };
    let args = [
        ("name", bar.label.as_str().into()),
        ("stranded", bar.loss.left.stranded.len().into()),
        ("members", Arg::from(members)),
    ];
    context.say(key, &args)
}

const ROW: f64 = 25.0;
const THICK: f64 = 15.0;
const KEY: f64 = 26.0;
const NAMES: f64 = 236.0;
/// Of what is left beside the names, the bars take this share; the rest is for those cut off.
const BARS: f64 = 0.44;

fn paint(canvas: &Canvas<'_>, frame: Frame, bars: &[Bar<'_>], context: &Context<'_>) {
    let names = Type::new(theme::LABEL, theme::INK);
    let labels: Vec<String> = bars
        .iter()
        .map(|bar| shorten(&bar.label, NAMES, names.size, Weight::Regular))
        .collect();
    let widest = labels.iter().map(|label| names.width(label)).fold(0.0, f64::max);
    let left = frame.left + widest + 10.0;
    let right = left + (frame.right - left) * BARS;
    let most = bars.iter().map(|bar| bar.loss.left.stranded.len()).max().unwrap_or(0);
    let scale = Scale::new((0.0, most as f64), (left, right));
    key(canvas, (left, frame.top + 7.0), bars, context);
    let counts = Type::new(theme::SMALL, theme::INK).bold();
    let who = Type::new(theme::SMALL, theme::GREY);
    for (row, bar) in bars.iter().enumerate() {
        let y = frame.top + KEY + (row as f64 + 0.5) * ROW;
        let color = if bar.is_member { theme::ACCENT } else { theme::GREY };
        let (all, surely) = (bar.loss.left.stranded.len(), bar.loss.carried_on.stranded.len());
        canvas.text_beside((left - 8.0, y), &labels[row], names.at(Anchor::End));
        let edge = |count: usize| scale.at(count as f64);
        canvas.rect(
            (left, y - THICK / 2.0),
            (edge(all), y + THICK / 2.0),
            theme::tint(color, 0.35),
        );
        canvas.rect((left, y - THICK / 2.0), (edge(surely.min(all)), y + THICK / 2.0), color);
        let count = context.messages.number(all as f64, 0);
        let at = edge(all) + 6.0;
        canvas.text_beside((at, y), &count, counts);
        let from = at + counts.width(&count) + 8.0;
        let told = shorten(
            &cut_off(bar.loss, context),
            frame.right - from,
            who.size,
            Weight::Regular,
        );
        canvas.text_beside((from, y), &told, who);
    }
    canvas.line(&[(left, frame.top + KEY), (left, frame.bottom)], theme::RULE, 1.0);
}

/// The names of those cut off.
fn cut_off(loss: &Loss, context: &Context<'_>) -> String {
    let names: Vec<String> = loss
        .left
        .stranded
        .iter()
        .take(6)
        .map(|place| (context.name)(*place))
        .collect();
    names.join(", ")
}

fn key(canvas: &Canvas<'_>, (left, y): Point, bars: &[Bar<'_>], context: &Context<'_>) {
    let set = Type::new(theme::SMALL, theme::GREY);
    let any_more = bars
        .iter()
        .any(|bar| bar.loss.left.stranded.len() > bar.loss.carried_on.stranded.len());
    let mut x = left;
    for (name, share, shown) in [("carried", 1.0, true), ("stops", 0.35, any_more)] {
        if !shown {
            continue;
        }
        canvas.rect((x, y - 5.0), (x + 10.0, y + 5.0), theme::tint(theme::ACCENT, share));
        let word = context.messages.word(&format!("chart-without-key-{name}"));
        canvas.text_beside((x + 15.0, y), &word, set);
        x += 15.0 + set.width(&word) + 18.0;
    }
}

fn numbers_behind(id: &str, bars: &[Bar<'_>], context: &Context<'_>) -> Table {
    let rows = bars
        .iter()
        .map(|bar| {
            vec![
                text(bar.label.clone()),
                whole(bar.loss.left.stranded.len()),
                whole(bar.loss.carried_on.stranded.len()),
                text(cut_off(bar.loss, context)),
            ]
        })
        .collect();
    let columns = [
        ("without", ""),
        ("cut_off", "members"),
        ("cut_off_if_carried_on", "members"),
        ("cut_off_who", ""),
    ];
    table(id, &columns, rows, context)
}

/// How the part that hangs together shrinks as the best connected leave, beside departures at random.
#[must_use]
pub fn departures(found: &Splits, window: &Window, context: &Context<'_>) -> Option<Chart> {
    let halved = found.halved.filter(|_| found.connected.len() > 3)?;
    let shown = shown(found, halved);
    let args = [
        ("halved", halved.into()),
        ("window", window_words(window, context).into()),
    ];
    let random = found.halved_random.map_or_else(|| Arg::from(""), Arg::from);
    let figure = Figure {
        id: "departures".into(),
        title: context.say("chart-departures-title", &args),
        subtitle: context.say("chart-departures-subtitle", &args),
        description: context.say(
            "chart-departures-description",
            &[("halved", halved.into()), ("random", random)],
        ),
        notes: vec![context.messages.word("chart-departures-note")],
        width: theme::WIDE,
        body: 220.0,
    };
    let rows = (0..shown)
        .map(|at| {
            let random = found.connected_random.get(at).copied();
            vec![whole(at), number(Some(found.connected[at])), number(random)]
        })
        .collect();
    let columns = [
        ("departures", "members"),
        ("connected", "share"),
        ("connected_random", "share"),
    ];
    let table = table(&figure.id, &columns, rows, context);
    Some(figure.draw(context, table, |canvas, frame| {
        curves(canvas, frame, found, (halved, shown), context)
    }))
}

/// Departures drawn: up to where hardly anybody hangs together, and well beyond the half.
fn shown(found: &Splits, halved: usize) -> usize {
    let few = found.connected.iter().position(|share| *share < 0.08);
    let upto = few.unwrap_or(found.connected.len()).max(2 * halved + 1).max(8);
    upto.min(found.connected.len())
}

const DEPARTURES: f64 = 34.0;

fn curves(canvas: &Canvas<'_>, frame: Frame, found: &Splits, (halved, shown): (usize, usize), context: &Context<'_>) {
    let up = Scale::new((0.0, 1.0), (frame.bottom - DEPARTURES, frame.top + 8.0));
    let small = Type::new(theme::SMALL, theme::GREY);
    let words = ["chart-departures-targeted", "chart-departures-random"].map(|key| context.messages.word(key));
    let room = words.iter().map(|word| small.width(word)).fold(0.0, f64::max) + 12.0;
    let inner = frame.inset(value_axis_width(up, Form::Share, context), 8.0, room, DEPARTURES);
    let across = Scale::new((0.0, (shown - 1) as f64), (inner.left, inner.right));
    value_axis(canvas, inner, up, Form::Share, context);
    let points = |curve: &[f64]| -> Vec<Point> {
        let points = curve.iter().take(shown).enumerate();
        points
            .map(|(at, share)| (across.at(at as f64), up.at(*share)))
            .collect()
    };
    let (targeted, random) = (points(&found.connected), points(&found.connected_random));
    canvas.dashes(&random, theme::GREY, 1.5, (5.0, 3.0));
    canvas.line(&targeted, theme::ACCENT, 2.0);
    let ends = [&targeted, &random].map(|points| points.last().map_or(inner.bottom, |last| last.1));
    let heights = super::labels::spread(&ends, 14.0, (inner.top, inner.bottom));
    for (line, color) in [theme::ACCENT, theme::GREY].into_iter().enumerate() {
        canvas.text_beside(
            (inner.right + 8.0, heights[line]),
            &words[line],
            Type { color, ..small },
        );
    }
    for tick in across.ticks(8, Form::Count) {
        let (x, label) = (across.at(tick), context.messages.number(tick, 0));
        canvas.line(&[(x, inner.bottom), (x, inner.bottom + 4.0)], theme::RULE, 1.0);
        canvas.text((x, inner.bottom + 15.0), &label, small.at(Anchor::Middle));
    }
    let axis = context.messages.word("chart-departures-axis");
    canvas.text(
        (f64::midpoint(inner.left, inner.right), inner.bottom + 31.0),
        &axis,
        small.at(Anchor::Middle),
    );
    if let Some(&(x, y)) = targeted.get(halved) {
        canvas.line(&[(x, inner.bottom), (x, y)], theme::ALERT, 1.0);
        canvas.disc((x, y), 3.5, theme::ALERT);
        let share = Form::Share.write(found.connected[halved], context);
        let word = context.say(
            "chart-departures-mark",
            &[("halved", halved.into()), ("share", share.into())],
        );
        canvas.text((x + 7.0, y - 6.0), &word, Type::new(theme::SMALL, theme::INK).bold());
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, drawn_words, english, name, spanish, year};
    use super::*;
    use crate::findings::continuity::{Before, Left};
    use crate::findings::{Answer, Lacking};
    use crate::network::Place;

    fn loss(subject: Subject, stranded: u32, surely: u32) -> Loss {
        let left = |count: u32| Left {
            stranded: (0..count).map(Place).collect(),
            sectors: Vec::new(),
            connected: Some(0.5),
            fragmentation: Some(0.5),
        };
        Loss {
            subject,
            leaving: Vec::new(),
            led: Vec::new(),
            stopped: Vec::new(),
            ended: Vec::new(),
            ties_lost: 3,
            carried_on: left(surely),
            left: left(stranded),
            efficiency: None,
            funding: None,
            substitutes: None,
            records: Vec::new(),
        }
    }

    fn continuity(members: Vec<Loss>, hub: Answer<Loss>) -> Continuity {
        let curve: Vec<f64> = (0..40).map(|at| (1.0 - f64::from(at) * 0.08).max(0.025)).collect();
        Continuity {
            before: Before {
                members: 40,
                ties: 90,
                connected: Some(1.0),
                fragmentation: Some(0.0),
                efficiency: None,
            },
            hub,
            largest_event: None,
            members,
            funders: Answer::Cannot(Lacking::Operator),
            sectors: Answer::Cannot(Lacking::Operator),
            administrations: Answer::Cannot(Lacking::Operator),
            efficiencies: 0,
            splits: Splits {
                core: None,
                order: (0..39).map(Place).collect(),
                connected_random: (0..40).map(|at| 1.0 - f64::from(at) / 40.0).collect(),
                halved: Some(7),
                halved_random: Some(20),
                connected: curve,
            },
        }
    }

    fn label(subject: &Subject) -> String {
        match subject {
            Subject::Member(place) => name(*place),
            _ => "the hub".into(),
        }
    }

    #[test]
    fn every_subject_has_its_bar_and_those_cut_off_their_names() {
        let members: Vec<Loss> = (0..14).map(|n| loss(Subject::Member(Place(n)), 20 - n, 10)).collect();
        for messages in [english(), spanish()] {
            let found = continuity(members.clone(), Answer::Found(loss(Subject::Hub, 30, 4)));
            let named: Vec<&Loss> = found.members.iter().collect();
            let chart = without(&found, &named, &label, &year(2025), &context(&messages)).expect("a chart");
            check(&chart);
            assert_eq!(chart.table.rows.len(), FIRST + 1);
            assert!(chart.title.contains("Municipalidad de Concepción") && chart.title.contains("20"));
            assert!(
                drawn_words(&chart)
                    .iter()
                    .any(|word| word.starts_with("Municipalidad de Concepción, "))
            );
            let chart = departures(&found.splits, &year(2025), &context(&messages)).expect("a chart");
            check(&chart);
            assert!(chart.title.contains('7'), "{}", chart.title);
        }
    }

    #[test]
    fn where_nobody_is_cut_off_there_is_no_chart() {
        let found = continuity(
            vec![loss(Subject::Member(Place(0)), 0, 0)],
            Answer::Cannot(Lacking::Operator),
        );
        let named: Vec<&Loss> = found.members.iter().collect();
        assert!(without(&found, &named, &label, &year(2025), &context(&english())).is_none());
        let found = continuity(Vec::new(), Answer::Found(loss(Subject::Hub, 3, 3)));
        let chart = without(&found, &[], &label, &year(2025), &context(&spanish())).expect("a chart");
        check(&chart);
        let few = Splits {
            halved: None,
            ..found.splits
        };
        assert!(departures(&few, &year(2025), &context(&english())).is_none());
    }
}
