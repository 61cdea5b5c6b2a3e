//! The tables of indicators: every series window by window, and the five figures of the first page.

use crate::indicators::{Headline, Series};
use crate::messages::Messages;

use super::metrics::{WINDOW, window_cells};
use super::{Cell, Table};

/// One row per indicator and window.
#[must_use]
pub fn indicators(name: &str, series: &[Series], messages: &Messages) -> Table {
    let mut table = Table::new(name, &[("indicator", "", "name of the indicator")]);
    table.columns.extend(Table::new("", &WINDOW).columns);
    let columns = [
        ("value", "", "its value, empty where undefined"),
        (
            "low",
            "",
            "lower end of its 95 % interval, empty where none is meaningful",
        ),
        ("high", "", "upper end"),
        ("numerator", "", "what was counted"),
        ("denominator", "", "out of what"),
        ("unit", "", "unit"),
        ("layer", "", "layer of the network, where it has one"),
        ("interval", "", "how the interval was made"),
        ("undefined", "", "why there is no value"),
        ("definition", "", "what the indicator is"),
    ];
    table.columns.extend(Table::new("", &columns).columns);
    for one in series {
        let info = one.indicator.info();
        let definition = messages.word(&format!("indicator-{}-definition", info.name));
        for point in &one.points {
            let mut row = vec![Cell::from(info.name)];
            row.extend(window_cells(&point.window));
            row.extend([
                point.value.into(),
                point.interval.map(|interval| interval.low).into(),
                point.interval.map(|interval| interval.high).into(),
                point.numerator.into(),
                point.denominator.into(),
                info.unit.into(),
                one.layer.map(|layer| layer.name()).into(),
                point.interval.map(|interval| interval.method.name()).into(),
                point.undefined.map(|undefined| undefined.key()).into(),
                definition.as_str().into(),
            ]);
            table.rows.push(row);
        }
    }
    table
}

/// The five figures of the first page.
#[must_use]
pub fn headlines(found: &[Headline], messages: &Messages) -> Table {
    let columns = [
        ("indicator", "", "name of the indicator"),
        ("window", "", "the last full twelve months"),
        ("value", "", "its value"),
        ("low", "", "lower end of its 95 % interval"),
        ("high", "", "upper end"),
        ("before", "", "its value in the twelve months before"),
        ("movement", "", "improving, steady, worsening or cannot_tell"),
        ("target", "", "the target among the hub's commitments"),
        ("lacking", "", "the record that is needed, where there is no value"),
    ];
    let mut table = Table::new("headlines", &columns);
    for headline in found {
        let lacking = headline.lacking.as_ref().map(|lacking| {
            let (key, args) = lacking.message();
            messages.say(key, &args)
        });
        table.rows.push(vec![
            headline.indicator.info().name.into(),
            headline.now.window.label.as_str().into(),
            headline.now.value.into(),
            headline.now.interval.map(|interval| interval.low).into(),
            headline.now.interval.map(|interval| interval.high).into(),
            headline.before.as_ref().and_then(|before| before.value).into(),
            headline.movement.name().into(),
            headline.target.into(),
            lacking.into(),
        ]);
    }
    table
}
