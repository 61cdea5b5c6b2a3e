//! What lasted, by where it came from? Kaplan-Meier steps with bands, and how many were still followed below.
//!
//! In: a [`Persistence`]. Out: a chart, `None` where no group has a curve. Groups of fewer than twenty are drawn
//! lighter and without a band.

use super::adoption_curve::group_word;
use super::axis::{Form, Scale, value_axis, value_axis_width};
use super::canvas::{Anchor, Canvas, Ink, Point, Type};
use super::figure::{Figure, Frame};
use super::labels::spread;
use super::numbers::{number, table, text, whole};
use super::sector_matrix::capital;
use super::{Chart, Context, theme};
use crate::findings::adoption::{GroupSurvival, Persistence};
use crate::statistics::survival::SurvivalCurve;
use crate::tables::Table;

/// What lasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasting {
    /// Practices taken up.
    Adoptions,
    /// Dated ties.
    Partnerships,
}

impl Lasting {
    const fn name(self) -> &'static str {
        match self {
            Self::Adoptions => "adoptions",
            Self::Partnerships => "partnerships",
        }
    }
}

const YEAR: f64 = 365.25;
const ROW: f64 = 16.0;

/// How long adoptions or partnerships lasted, by group.
#[must_use]
pub fn persistence(lasting: Lasting, persistence: &Persistence, context: &Context<'_>) -> Option<Chart> {
    let groups: Vec<Curve<'_>> = persistence.groups.iter().filter_map(Curve::of).collect();
    if groups.is_empty() {
        return None;
    }
    let few = groups
        .iter()
        .any(|curve| curve.group.started < persistence.needed_per_cell);
    let state = if few { "-few" } else { "" };
    let mut notes = vec![context.messages.word("chart-persistence-note")];
    if persistence.unknown > 0 {
        notes.push(context.say("chart-persistence-unknown", &[("unknown", persistence.unknown.into())]));
    }
    let figure = Figure {
        id: format!("persistence-{}", lasting.name()),
        title: context
            .messages
            .word(&format!("chart-persistence-title-{}{state}", lasting.name())),
        subtitle: context.messages.word("chart-persistence-subtitle"),
        description: context.say(
            "chart-persistence-description",
            &[
                ("groups", groups.len().into()),
                (
                    "started",
                    groups.iter().map(|curve| curve.group.started).sum::<usize>().into(),
                ),
                (
                    "ended",
                    groups.iter().map(|curve| curve.group.ended).sum::<usize>().into(),
                ),
            ],
        ),
        notes,
        width: theme::WIDE,
        body: 200.0 + BELOW + groups.len() as f64 * ROW,
    };
    let table = numbers_behind(&figure.id, &groups, context);
    Some(figure.draw(context, table, |canvas, frame| paint(canvas, frame, &groups, context)))
}

/// Room for the years and the heading of the numbers below.
const BELOW: f64 = 56.0;

struct Curve<'a> {
    group: &'a GroupSurvival,
    survival: &'a SurvivalCurve,
}

impl<'a> Curve<'a> {
    fn of(group: &'a GroupSurvival) -> Option<Self> {
        let survival = group.curve.as_ref().filter(|_| group.started > 0)?;
        Some(Self { group, survival })
    }

    fn is_small(&self) -> bool {
        self.group.started < theme::FEW
    }

    /// Corners of the steps, up to the last time anything was observed.
    fn corners(&self) -> Vec<(f64, f64)> {
        let mut level = 1.0;
        let mut corners = vec![(0.0, level)];
        for step in &self.survival.steps {
            corners.extend([(step.time, level), (step.time, step.survival)]);
            level = step.survival;
        }
        corners.push((self.survival.last_time, level));
        corners
    }

    /// Rectangles of the band, each from one step to the next.
    fn bands(&self) -> impl Iterator<Item = (f64, f64, f64, f64)> + '_ {
        let steps = &self.survival.steps;
        steps.iter().enumerate().filter_map(|(place, step)| {
            let to = steps.get(place + 1).map_or(self.survival.last_time, |next| next.time);
            Some((step.time, to, step.low?, step.high?))
        })
    }

    /// How many were still followed just before the next one ended.
    fn followed(&self, time: f64) -> Option<usize> {
        if time <= 0.0 {
            return Some(self.group.started);
        }
        self.survival
            .steps
            .iter()
            .find(|step| step.time >= time)
            .map(|step| step.at_risk)
    }
}

fn paint(canvas: &Canvas<'_>, frame: Frame, groups: &[Curve<'_>], context: &Context<'_>) {
    let set = Type::new(theme::SMALL, theme::INK);
    let names: Vec<String> = groups
        .iter()
        .map(|curve| capital(&group_word(curve.group.group, context)))
        .collect();
    let labels: Vec<String> = names
        .iter()
        .zip(groups)
        .map(|(name, curve)| {
            context.say(
                "chart-persistence-label",
                &[("group", name.as_str().into()), ("started", curve.group.started.into())],
            )
        })
        .collect();
    let widest = |texts: &[String]| texts.iter().map(|text| set.width(text)).fold(0.0, f64::max);
    let below = BELOW + groups.len() as f64 * ROW;
    let up = Scale::new((0.0, 1.0), (frame.bottom - below, frame.top + 6.0));
    let left = value_axis_width(up, Form::Share, context).max(widest(&names) + 24.0);
    let inner = frame.inset(left, 6.0, widest(&labels) + 24.0, below);
    let longest = groups.iter().map(|curve| curve.survival.last_time).fold(1.0, f64::max);
    let across = Scale::new((0.0, longest), (inner.left, inner.right));
    value_axis(canvas, inner, up, Form::Share, context);
    for curve in groups.iter().filter(|curve| !curve.is_small()) {
        for (from, to, low, high) in curve.bands() {
            let ink = Ink::clear(theme::group_color(curve.group.group), 0.14);
            canvas.rect((across.at(from), up.at(high)), (across.at(to), up.at(low)), ink);
        }
    }
    let mut ends = Vec::new();
    for curve in groups {
        let line: Vec<Point> = curve
            .corners()
            .iter()
            .map(|(time, share)| (across.at(*time), up.at(*share)))
            .collect();
        step_line(canvas, &line, curve);
        ends.extend(line.last().copied());
    }
    let wished: Vec<f64> = ends.iter().map(|end| end.1).collect();
    let heights = spread(&wished, 14.0, (inner.top, inner.bottom - 2.0));
    for ((end, height), (label, curve)) in ends.iter().zip(&heights).zip(labels.iter().zip(groups)) {
        canvas.line(
            &[*end, (inner.right + 4.0, end.1), (inner.right + 14.0, *height)],
            theme::FAINT,
            1.0,
        );
        let color = if curve.is_small() { theme::GREY } else { theme::INK };
        canvas.text_beside((inner.right + 18.0, *height), label, Type { color, ..set });
    }
    let ticks = time_axis(canvas, inner, across, longest, context);
    numbers_followed(
        canvas,
        (frame.left, inner.bottom + 44.0),
        (&names, groups),
        (across, &ticks),
        context,
    );
}

fn step_line(canvas: &Canvas<'_>, line: &[Point], curve: &Curve<'_>) {
    let color = theme::group_color(curve.group.group);
    let (ink, width) = if curve.is_small() {
        (Ink::clear(color, 0.7), 1.25)
    } else {
        (color.into(), 2.25)
    };
    match theme::group_dash(curve.group.group) {
        Some(dash) => canvas.dashes(line, ink, width, dash),
        None => canvas.line(line, ink, width),
    }
}

/// Years since the start, or months where nothing was followed for two years.
fn time_axis(canvas: &Canvas<'_>, inner: Frame, across: Scale, longest: f64, context: &Context<'_>) -> Vec<f64> {
    let set = Type::new(theme::SMALL, theme::GREY).at(Anchor::Middle);
    let (unit, key) = if longest < 2.0 * YEAR {
        (YEAR / 12.0, "chart-months")
    } else {
        (YEAR, "chart-years")
    };
    let every = [1.0, 2.0, 3.0, 6.0, 12.0]
        .into_iter()
        .find(|step| longest / (unit * step) <= 9.0)
        .unwrap_or(20.0);
    let ticks: Vec<f64> = (0..)
        .map(|n| f64::from(n) * every * unit)
        .take_while(|time| *time <= longest)
        .collect();
    for time in &ticks {
        let x = across.at(*time);
        canvas.line(&[(x, inner.bottom), (x, inner.bottom + 4.0)], theme::RULE, 1.0);
        let label = context.messages.number(time / unit, 0);
        canvas.text((x, inner.bottom + 15.0), &label, set);
    }
    let word = context.messages.word(key);
    canvas.text((inner.right + 18.0, inner.bottom + 15.0), &word, set.at(Anchor::Start));
    ticks
}

fn numbers_followed(
    canvas: &Canvas<'_>,
    (left, top): Point,
    (names, groups): (&[String], &[Curve<'_>]),
    (across, ticks): (Scale, &[f64]),
    context: &Context<'_>,
) {
    let set = Type::new(theme::SMALL, theme::GREY);
    canvas.text(
        (left, top - 8.0),
        &context.messages.word("chart-persistence-followed"),
        set.bold(),
    );
    for (row, (name, curve)) in names.iter().zip(groups).enumerate() {
        let y = top + 9.0 + row as f64 * ROW;
        canvas.text((left, y), name, set);
        for time in ticks {
            let count = curve.followed(*time);
            let word = count.map_or("–".to_owned(), |count| context.messages.number(count as f64, 0));
            canvas.text((across.at(*time), y), &word, set.at(Anchor::Middle));
        }
    }
}

fn numbers_behind(id: &str, groups: &[Curve<'_>], context: &Context<'_>) -> Table {
    let rows = groups
        .iter()
        .flat_map(|curve| {
            let name = group_word(curve.group.group, context);
            curve.survival.steps.iter().map(move |step| {
                vec![
                    text(name.clone()),
                    number(Some(step.time)),
                    number(Some(step.survival)),
                    number(step.low),
                    number(step.high),
                    whole(step.at_risk),
                    whole(step.ended),
                ]
            })
        })
        .collect();
    let columns = [
        ("group", ""),
        ("time", "days"),
        ("survival", "share"),
        ("low", "share"),
        ("high", "share"),
        ("at_risk", ""),
        ("ended", ""),
    ];
    table(id, &columns, rows, context)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, context, drawn_words, english, spanish};
    use super::*;
    use crate::findings::adoption::Group;
    use crate::statistics::survival::SurvivalStep;

    fn group(group: Group, started: usize, pace: f64, steps: u32) -> GroupSurvival {
        let mut survival = 1.0;
        let curve = SurvivalCurve {
            steps: (1..=steps)
                .map(|n| {
                    survival *= 1.0 - pace;
                    SurvivalStep {
                        time: f64::from(n) * 97.0,
                        survival,
                        low: Some((survival - 0.1 - 0.01 * f64::from(n)).max(0.0)),
                        high: Some((survival + 0.08).min(1.0)),
                        at_risk: started - (n as usize * started / 20),
                        ended: 1,
                    }
                })
                .collect(),
            last_time: f64::from(steps) * 97.0 + 150.0,
            median: None,
        };
        GroupSurvival {
            group,
            started,
            ended: steps as usize,
            curve: Some(curve),
        }
    }

    fn made_up(groups: Vec<GroupSurvival>) -> Persistence {
        Persistence {
            groups,
            unknown: 14,
            began_before: 0,
            without_follow_up: 0,
            assumed_ends_censored: 0,
            needed_per_cell: 20,
        }
    }

    #[test]
    fn every_group_is_drawn_labelled_and_counted() {
        let groups = vec![
            group(Group::Neither, 12, 0.14, 10),
            group(Group::TopDown, 48, 0.09, 16),
            group(Group::BottomUp, 33, 0.085, 15),
            group(Group::Both, 61, 0.02, 17),
        ];
        for messages in [english(), spanish()] {
            let chart =
                persistence(Lasting::Adoptions, &made_up(groups.clone()), &context(&messages)).expect("a chart");
            check(&chart);
            let words = drawn_words(&chart).join("|");
            assert!(["12", "48", "33", "61"].iter().all(|n| words.contains(n)), "{words}");
            assert_eq!(chart.table.rows.len(), 10 + 16 + 15 + 17);
        }
    }

    #[test]
    fn a_group_that_never_ends_is_a_level_line_and_no_group_is_no_chart() {
        let level = made_up(vec![group(Group::Both, 25, 0.1, 0)]);
        check(&persistence(Lasting::Partnerships, &level, &context(&spanish())).expect("a chart"));
        assert!(persistence(Lasting::Adoptions, &made_up(Vec::new()), &context(&english())).is_none());
    }

    #[test]
    fn only_groups_that_are_drawn_can_be_too_small() {
        let title = |groups| {
            let chart = persistence(Lasting::Adoptions, &made_up(groups), &context(&english()));
            chart.expect("a chart").title
        };
        let empty = GroupSurvival {
            group: Group::Neither,
            started: 0,
            ended: 0,
            curve: None,
        };
        let large = group(Group::Both, 25, 0.1, 3);
        assert!(!title(vec![empty, large.clone()]).contains("large enough"));
        assert!(title(vec![group(Group::TopDown, 19, 0.1, 3), large]).contains("large enough"));
    }

    #[test]
    fn numbers_below_are_those_at_risk_at_the_next_end() {
        let one = group(Group::Both, 40, 0.1, 3);
        let curve = Curve::of(&one).expect("a curve");
        // steps at 97, 194 and 291 days; at risk 38, 36 and 34
        assert_eq!(curve.followed(0.0), Some(40));
        assert_eq!(curve.followed(100.0), Some(36));
        assert_eq!(curve.followed(300.0), None);
    }
}
