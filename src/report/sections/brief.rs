//! In brief: what a minister reads. Three sentences, five figures, at most five actions, the settings off default.

use crate::findings::Answer;
use crate::indicators::{Headline, Indicator, Undefined};

use super::indicators::{amount, interval_args};
use super::{Material, caveat, settings};
use crate::report::html::{Block, HeadlineView, Section};

mod actions;

pub(super) fn section(material: &Material<'_>) -> Section {
    let analysis = material.analysis;
    let mut blocks: Vec<Block> = [members(material), cut_point(material), ending(material)]
        .map(|text| Block::Lead { text })
        .into();
    let heading = |key: &str| Block::Heading {
        text: material.word(key),
    };
    blocks.extend(analysis.indicators.headlines.first().map(|first| {
        let window = material.window_of(&first.now.window);
        let text = material.say("report-brief-figures", &[("window", window.into())]);
        Block::Heading { text }
    }));
    blocks.push(Block::Headlines {
        items: analysis
            .indicators
            .headlines
            .iter()
            .map(|one| headline(material, one))
            .collect(),
    });
    blocks.push(caveat(material.word("report-brief-rule")));
    blocks.extend(actions::blocks(material));
    blocks.push(heading("report-brief-settings"));
    let changed = settings::off_default(material);
    blocks.push(if changed.is_empty() {
        super::text(material.word("report-brief-no-settings"))
    } else {
        super::text(changed.join("; ") + ".")
    });
    material.section("brief", "report-brief-title", blocks)
}

fn members(material: &Material<'_>) -> String {
    let membership = &material.analysis.membership;
    material.say(
        "report-brief-members",
        &[
            ("members", membership.members().into()),
            ("guests", membership.guests().into()),
            ("window", material.window().into()),
        ],
    )
}

fn cut_point(material: &Material<'_>) -> String {
    match material.analysis.gaps.cut_points.first() {
        Some(first) => {
            let name = ("name", material.name(first.place).into());
            material.say("report-brief-cut", &[name, ("stranded", first.stranded.into())])
        }
        None => material.word("report-brief-no-cut"),
    }
}

pub(super) fn ending(material: &Material<'_>) -> String {
    match &material.analysis.calendar {
        Answer::Found(calendar) => {
            let year = calendar.as_of.plus_months(12);
            let entries = calendar.next_twelve_months.iter();
            let ending: Vec<_> = entries.filter(|entry| entry.ends <= year).collect();
            let assumed = ending.iter().filter(|entry| entry.end_assumed).count();
            material.say(
                "report-brief-ending",
                &[
                    ("live", calendar.live.into()),
                    ("day", calendar.as_of.into()),
                    ("ending", ending.len().into()),
                    ("assumed", assumed.into()),
                ],
            )
        }
        Answer::Cannot(lacking) => {
            let lacking = ("lacking", material.lacking(lacking).into());
            material.say("report-brief-not-ending", &[lacking])
        }
    }
}

fn headline(material: &Material<'_>, one: &Headline) -> HeadlineView {
    let written = |value: f64| amount(material, one.indicator, value);
    let line = |key: &str, value: f64| material.say(key, &[("value", written(value).into())]);
    let mut lines = Vec::new();
    lines.extend(part_of(material, one));
    lines.extend(one.now.interval.and_then(|interval| {
        let args = interval_args(material, one.indicator, interval)?;
        Some(material.say("report-headline-interval", &args))
    }));
    let before = one.before.as_ref().and_then(|point| point.value);
    lines.extend(before.map(|value| line("report-headline-before", value)));
    lines.extend(
        one.beside
            .iter()
            .filter_map(|(indicator, value)| beside(material, *indicator, *value)),
    );
    lines.push(match one.target {
        Some(target) => line("report-headline-target", target),
        None => material.word("report-headline-no-target"),
    });
    if one.now.window.partial.is_some() {
        lines.push(material.word("report-headline-partial"));
    }
    let spark = material.chart(&format!("headline-{}", one.indicator.info().name));
    let lacking = one.lacking.as_ref().map(|lacking| material.lacking(lacking));
    let undefined = one.now.undefined.map(|why| super::indicators::undefined(material, why));
    HeadlineView {
        name: super::indicators::name(material, one.indicator),
        value: one.now.value.map(written),
        movement: one.movement.name(),
        movement_word: material.word(&format!("movement-{}", one.movement.name())),
        spark: spark.map(crate::charts::Chart::svg_without_font),
        lines,
        lacking: lacking.or(undefined).filter(|_| one.now.value.is_none()),
    }
}

/// Of how many the share is, where the page speaks of another whole beside it.
fn part_of(material: &Material<'_>, one: &Headline) -> Option<String> {
    let key = format!("report-headline-of-{}", one.indicator.info().name);
    let (part, whole) = (one.now.numerator?, one.now.denominator?);
    material.messages.has(&key).then(|| {
        let args = [
            ("part", material.number(part).into()),
            ("whole", material.number(whole).into()),
        ];
        material.say(&key, &args)
    })
}

/// A figure beside a headline; what needs a record that is missing says which, what merely has no past is left out.
fn beside(material: &Material<'_>, indicator: Indicator, value: Result<f64, Undefined>) -> Option<String> {
    let value = match value {
        Ok(value) => amount(material, indicator, value),
        Err(Undefined::NoWindowBefore | Undefined::NothingToDivideBy) => return None,
        Err(why) => super::indicators::undefined(material, why),
    };
    let name = super::indicators::name(material, indicator);
    Some(material.say(
        "report-headline-beside",
        &[("name", name.into()), ("value", value.into())],
    ))
}
