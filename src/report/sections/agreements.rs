//! Which agreements end, and what is left if nothing is renewed?

use crate::findings::calendar::{Calendar, CalendarEntry};

use super::{Material, caveat, text};
use crate::report::html::{Align, Block, Grid, Section};

/// Quarters of a year.
const QUARTERS: usize = 4;

pub(super) fn section(material: &Material<'_>) -> Option<Section> {
    let calendar = material.analysis.calendar.found()?;
    let mut blocks = vec![Block::Lead {
        text: super::brief::ending(material),
    }];
    blocks.extend(material.figure("calendar"));
    if !calendar.next_twelve_months.is_empty() {
        let grid = ending(material, calendar);
        let summary = grid.caption.clone();
        blocks.push(Block::Folded { summary, grid });
    }
    blocks.extend(material.figure("run-off"));
    if let (Some((next, year)), Some((last, years))) = (calendar.run_off.get(QUARTERS - 1), calendar.run_off.last()) {
        let args = [
            ("year", (*year).into()),
            ("next", (*next).into()),
            ("years", (*years).into()),
            ("last", (*last).into()),
        ];
        blocks.push(text(material.say("report-agreements-runoff", &args)));
    }
    if calendar.without_end > 0 {
        let count = ("count", calendar.without_end.into());
        blocks.push(caveat(material.say("report-agreements-open", &[count])));
    }
    Some(material.section("agreements", "report-agreements-title", blocks))
}

fn ending(material: &Material<'_>, calendar: &Calendar) -> Grid {
    let columns = material.columns(&[
        ("report-agreements-column-between", Align::Text),
        ("report-agreements-column-kind", Align::Text),
        ("report-agreements-column-ends", Align::Text),
        ("report-agreements-column-notice", Align::Text),
        ("report-agreements-column-owner", Align::Text),
        ("report-agreements-column-renewed", Align::Text),
    ]);
    let row = |entry: &CalendarEntry| {
        let sides = [entry.source, entry.target].map(|place| material.name(place).to_owned());
        let ends = match entry.end_assumed {
            true => material.say("report-agreements-assumed", &[("day", entry.ends.into())]),
            false => material.day(entry.ends),
        };
        let recorded = |text: &Option<String>| text.as_deref().map(|text| material.naming.text(text));
        vec![
            material.list(&sides, 2),
            recorded(&entry.kind).unwrap_or_default().replace('_', " "),
            ends,
            entry.notice_by.map(|day| material.day(day)).unwrap_or_default(),
            recorded(&entry.owner).unwrap_or_default(),
            material.word(if entry.renewed { "yes" } else { "no" }),
        ]
    };
    let grid = Grid::new(material.word("report-agreements-table"), columns);
    let rows = calendar.next_twelve_months.iter().map(row).collect();
    material.filled_columns(material.first_rows(grid, rows, "tables/calendar.csv"))
}
