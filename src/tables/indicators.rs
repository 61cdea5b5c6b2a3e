//! The tables of indicators: every series window by window, and the five figures of the first page.

use crate::indicators::{Headline, Series};
use crate::messages::Messages;

use super::metrics::{window_cells, window_columns};
use super::{Cell, Table, TableColumn};

/// One row per indicator and window.
#[must_use]
pub fn indicators(name: &str, series: &[Series], messages: &Messages) -> Table {
    let figures = [
        ("value", ""),
        ("low", ""),
        ("high", ""),
        ("numerator", ""),
        ("denominator", ""),
        ("unit", ""),
        ("layer", ""),
        ("interval", ""),
        ("undefined", ""),
        ("definition", ""),
    ];
    let mut columns = TableColumn::described("indicators", &[("indicator", "")], messages);
    columns.extend(window_columns(messages));
    columns.extend(TableColumn::described("indicators", &figures, messages));
    let mut table = Table::new(name, columns);
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
                messages.unit(info.unit).into(),
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
        ("indicator", ""),
        ("window", ""),
        ("value", ""),
        ("low", ""),
        ("high", ""),
        ("before", ""),
        ("movement", ""),
        ("target", ""),
        ("lacking", ""),
    ];
    let mut table = Table::described("headlines", &columns, messages);
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
