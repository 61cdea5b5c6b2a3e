//! Sustainability over time: each series with its definition, caution and source, the last full year against the one
//! before, and no trend under eight full years.

use crate::indicators::{Indicator, Point, Series, Undefined};
use crate::messages::Arg;
use crate::statistics::Interval;

use super::{Material, capital};
use crate::report::html::{Block, Section};

/// Full years from which a trend could be tested.
const YEARS_FOR_A_TREND: usize = 8;

pub(super) fn section(material: &Material<'_>) -> Section {
    let indicators = &material.analysis.indicators;
    let key = match indicators.full_years >= YEARS_FOR_A_TREND {
        true => "report-indicators-enough",
        false => "report-indicators-few",
    };
    let years = ("years", indicators.full_years.into());
    let mut blocks = vec![Block::Lead {
        text: material.say(key, &[years]),
    }];
    let figure = |series: &Series| {
        let id = format!("indicator-{}", series.indicator.info().name);
        material.figure_with(&id, notes(material, series.indicator))
    };
    blocks.push(Block::Figures {
        items: indicators.rolling.iter().filter_map(figure).collect(),
    });
    let withheld = withheld(material);
    if !withheld.is_empty() {
        blocks.push(Block::Heading {
            text: material.word("report-indicators-withheld"),
        });
        blocks.push(Block::List { items: withheld });
    }
    material.section("indicators", "report-indicators-title", blocks)
}

fn notes(material: &Material<'_>, indicator: Indicator) -> Vec<String> {
    let info = indicator.info();
    let said = |key: &str, text: String| material.say(key, &[("text", text.into())]);
    let word = |part: &str| material.word(&format!("indicator-{}-{part}", info.name));
    let mut notes: Vec<String> = last_two_years(material, indicator).into_iter().collect();
    notes.push(said("report-indicators-definition", word("definition")));
    notes.push(said("report-indicators-caution", word("caution")));
    if !info.source.is_empty() {
        notes.push(said("report-indicators-source", info.source.to_owned()));
    }
    notes
}

/// The last full year against the one before, without a word on direction: partly covered years are passed over.
fn last_two_years(material: &Material<'_>, indicator: Indicator) -> Option<String> {
    let yearly = &material.analysis.indicators.yearly;
    let series = yearly.iter().find(|series| series.indicator == indicator)?;
    let full = |point: &&Point| point.window.partial.is_none() && point.window.period.is_some();
    let mut points = series.points.iter().rev().filter(full);
    let (last, before) = (points.next()?, points.next());
    let written = |value: f64| Arg::from(amount(material, indicator, value));
    let mut args = vec![
        ("year", Arg::from(last.window.label.as_str())),
        ("now", written(last.value?)),
    ];
    let Some((before, value)) = before.and_then(|point| Some((point, point.value?))) else {
        return Some(material.say("report-indicators-one", &args));
    };
    args.push(("earlier", before.window.label.as_str().into()));
    args.push(("before", written(value)));
    Some(material.say("report-indicators-two", &args))
}

/// The indicators without any value, each with the reason.
fn withheld(material: &Material<'_>) -> Vec<String> {
    let line = |series: &Series| {
        let why = series.points.iter().rev().find_map(|point| point.undefined)?;
        let empty = series.points.iter().all(|point| point.value.is_none());
        let args = [
            ("name", name(material, series.indicator).into()),
            ("lacking", undefined(material, why).into()),
        ];
        empty.then(|| material.say("report-indicators-withheld-item", &args))
    };
    material.analysis.indicators.rolling.iter().filter_map(line).collect()
}

/// What an indicator is called.
pub(super) fn name(material: &Material<'_>, indicator: Indicator) -> String {
    capital(&material.word(&format!("indicator-{}", indicator.info().name)))
}

/// Why there is no value.
pub(super) fn undefined(material: &Material<'_>, why: Undefined) -> String {
    material.word(&format!("undefined-{}", why.key()))
}

/// A value with its unit: a share as a percentage, a small one with a decimal.
pub(super) fn amount(material: &Material<'_>, indicator: Indicator, value: f64) -> String {
    match indicator.info().unit {
        "share" if value > 0.0 && value < 0.1 => material.percent(value),
        "share" => material.messages.percent(value),
        _ => material.number(value),
    }
}

/// The ends of an interval, written like the value; with a decimal more where they would look the same, and not at all
/// where they still do.
pub(super) fn interval_args(
    material: &Material<'_>,
    indicator: Indicator,
    interval: Interval,
) -> Option<[(&'static str, Arg); 2]> {
    let ends = [interval.low, interval.high];
    let mut written = ends.map(|end| amount(material, indicator, end));
    if written[0] == written[1] && indicator.info().unit == "share" {
        written = ends.map(|end| material.percent(end));
    }
    let [low, high] = written;
    (low != high).then(|| [("low", low.into()), ("high", high.into())])
}

/// The value of the last twelve months.
pub(super) fn latest(material: &Material<'_>, indicator: Indicator) -> Option<f64> {
    let rolling = &material.analysis.indicators.rolling;
    let series = rolling.iter().find(|series| series.indicator == indicator)?;
    series.points.last()?.value
}
