//! The tables of gaps: all in one, cut points with those they would strand, sector by sector, component by component,
//! the calendar of agreements.

use crate::analysis::naming::Naming;
use crate::findings::Gap;
use crate::findings::calendar::Calendar;
use crate::findings::components_covered::ComponentCoverage;
use crate::findings::cut_points::CutPoint;
use crate::findings::gaps::About;
use crate::findings::sector_gap::SectorGaps;
use crate::messages::Messages;

use super::{Cell, Table, joined};

mod words;

pub use words::{GapWords, Speech, listed};

/// Every gap, kind by kind.
#[must_use]
pub fn gaps(found: &[Gap], naming: &Naming, messages: &Messages) -> Table {
    let columns = [
        ("kind", ""),
        ("severity", ""),
        ("who", ""),
        ("why", ""),
        ("todo", ""),
        ("certainty", ""),
        ("layer", ""),
        ("window", ""),
        ("evidence", ""),
        ("stakeholder_ids", ""),
        ("names", ""),
        ("other_ids", ""),
        ("sectors", ""),
        ("city", ""),
        ("about", ""),
        ("records", ""),
    ];
    let about = |about: &About| match about {
        About::Recorded(text) | About::Component(text) | About::Role(text) => naming.text(text),
        About::Quarter(day) => day.to_string(),
    };
    let mut table = Table::described("gaps", &columns, messages);
    for gap in found {
        let words = GapWords::of(gap, naming, messages);
        table.rows.push(vec![
            gap.kind.name().into(),
            gap.severity.name().into(),
            words.who.into(),
            words.why.into(),
            words.todo.into(),
            gap.certainty.name().into(),
            gap.layer.name().into(),
            gap.window.as_str().into(),
            joined(gap.evidence.iter().map(|(name, value)| format!("{name}={value}"))),
            joined(gap.subjects.iter().map(|place| naming.place_id(*place))),
            joined(gap.subjects.iter().map(|place| naming.place(*place))),
            joined(gap.others.iter().map(|place| naming.place_id(*place))),
            joined(gap.sectors.iter().map(|sector| sector.name())),
            gap.city.as_deref().map(|city| naming.text(city)).into(),
            gap.about.as_ref().map(about).into(),
            joined(&gap.records),
        ]);
    }
    table
}

/// Each cut point with those it would strand.
#[must_use]
pub fn cut_points(found: &[CutPoint], naming: &Naming, messages: &Messages) -> Table {
    let columns = [
        ("stakeholder_id", ""),
        ("name", ""),
        ("stranded", "members"),
        ("stranded_ids", ""),
        ("stability", "share"),
    ];
    let mut table = Table::described("cut_points", &columns, messages);
    for point in found {
        table.rows.push(vec![
            naming.place_id(point.place).into(),
            naming.place(point.place).into(),
            point.stranded.into(),
            joined(point.stranded_places.iter().map(|place| naming.place_id(*place))),
            point.stability.into(),
        ]);
    }
    table
}

/// Sector by sector in partnerships and at events; `None` where neither could be judged.
#[must_use]
pub fn sector_matrices(gaps: &SectorGaps, messages: &Messages) -> Option<Table> {
    let columns = [
        ("sector_a", ""),
        ("sector_b", ""),
        ("observed", "ties"),
        ("expected", "ties"),
        ("sd", "ties"),
        ("p", "probability"),
        ("q", "probability"),
        ("verdict", ""),
        ("layer", ""),
        ("window", ""),
        ("null", ""),
        ("draws", "draws"),
    ];
    let mut table = Table::described("sectors", &columns, messages);
    for (matrix, cell) in gaps
        .found()
        .flat_map(|matrix| matrix.cells.iter().map(move |cell| (matrix, cell)))
    {
        table.rows.push(vec![
            cell.a.name().into(),
            cell.b.name().into(),
            cell.observed.into(),
            cell.expected.into(),
            cell.sd.into(),
            cell.p.into(),
            cell.q.into(),
            cell.verdict.name().into(),
            matrix.layer.name().into(),
            matrix.window.as_str().into(),
            matrix.null.name().into(),
            matrix.draws.into(),
        ]);
    }
    (!table.rows.is_empty()).then_some(table)
}

/// Which sector took part in which component.
#[must_use]
pub fn component_coverage(coverage: &ComponentCoverage, messages: &Messages) -> Table {
    let columns = [
        ("sector", ""),
        ("component", ""),
        ("participants", "stakeholders"),
        ("events", ""),
    ];
    let mut table = Table::described("component_coverage", &columns, messages);
    for cell in &coverage.cells {
        table.rows.push(vec![
            cell.sector.name().into(),
            cell.component.as_str().into(),
            cell.participants.into(),
            joined(&cell.events),
        ]);
    }
    table
}

/// The agreements that end in the next twelve months.
#[must_use]
pub fn calendar(found: &Calendar, naming: &Naming, messages: &Messages) -> Table {
    let columns = [
        ("record", ""),
        ("source_id", ""),
        ("source", ""),
        ("target_id", ""),
        ("target", ""),
        ("kind", ""),
        ("start", "date"),
        ("ends", "date"),
        ("end_assumed", ""),
        ("notice_by", "date"),
        ("amount", "currency"),
        ("currency", ""),
        ("owner", ""),
        ("renewed", ""),
    ];
    let mut table = Table::described("calendar", &columns, messages);
    for entry in &found.next_twelve_months {
        table.rows.push(vec![
            entry.record.as_str().into(),
            naming.place_id(entry.source).into(),
            naming.place(entry.source).into(),
            naming.place_id(entry.target).into(),
            naming.place(entry.target).into(),
            entry.kind.clone().into(),
            entry.start.into(),
            entry.ends.into(),
            entry.end_assumed.into(),
            entry.notice_by.into(),
            entry.amount.as_ref().map(|amount| amount.value).into(),
            entry
                .amount
                .as_ref()
                .and_then(|amount| amount.currency.as_deref())
                .into(),
            entry.owner.as_deref().map(|owner| naming.text(owner)).into(),
            Cell::Truth(entry.renewed),
        ]);
    }
    table
}
