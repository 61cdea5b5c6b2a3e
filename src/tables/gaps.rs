//! The tables of gaps: all in one, cut points with those they would strand, sector by sector, component by component,
//! the calendar of agreements.

use crate::analysis::naming::Naming;
use crate::findings::Gap;
use crate::findings::calendar::Calendar;
use crate::findings::components_covered::ComponentCoverage;
use crate::findings::cut_points::CutPoint;
use crate::findings::sector_gap::SectorGaps;

use super::{Cell, Table, joined};

/// Every gap, kind by kind.
#[must_use]
pub fn gaps(found: &[Gap], naming: &Naming) -> Table {
    let columns = [
        ("kind", "", "kind of gap"),
        ("stakeholder_ids", "", "whom it concerns"),
        ("names", "", "their names"),
        ("sectors", "", "the sectors it concerns"),
        ("component", "", "the component of the method it concerns"),
        ("layer", "", "layer of the network"),
        ("window", "", "window"),
        ("evidence", "", "measures it rests on"),
        ("certainty", "", "recorded, tested or assumed"),
        ("records", "", "ids of the records it rests on"),
    ];
    let mut table = Table::new("gaps", &columns);
    for gap in found {
        table.rows.push(vec![
            gap.kind.name().into(),
            joined(gap.subjects.iter().map(|place| naming.place_id(*place))),
            joined(gap.subjects.iter().map(|place| naming.place(*place))),
            joined(gap.sectors.iter().map(|sector| sector.name())),
            gap.component.clone().into(),
            gap.layer.name().into(),
            gap.window.as_str().into(),
            joined(gap.evidence.iter().map(|(name, value)| format!("{name}={value}"))),
            gap.certainty.name().into(),
            joined(&gap.records),
        ]);
    }
    table
}

/// Each cut point with those it would strand.
#[must_use]
pub fn cut_points(found: &[CutPoint], naming: &Naming) -> Table {
    let columns = [
        ("stakeholder_id", "", "the cut point"),
        ("name", "", "its name"),
        (
            "stranded",
            "members",
            "members that would no longer reach the largest part left of their component",
        ),
        ("stranded_ids", "", "who they are"),
        (
            "stability",
            "share",
            "share of networks with one event left out in which it stays a cut point",
        ),
    ];
    let mut table = Table::new("cut_points", &columns);
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
pub fn sector_matrices(gaps: &SectorGaps) -> Option<Table> {
    let columns = [
        ("sector_a", "", "one sector"),
        ("sector_b", "", "the other, or the same"),
        (
            "observed",
            "ties",
            "tied pairs of their members; on the layer participations meetings: an event of k participants is k/2 of \
             them, spread evenly over its pairs",
        ),
        ("expected", "ties", "what their members' activity predicts"),
        ("sd", "ties", "its standard deviation under the null model"),
        (
            "p",
            "probability",
            "two-sided p with the +1 correction; empty where too few to tell",
        ),
        (
            "q",
            "probability",
            "p after Benjamini-Hochberg over the cells tested on both layers",
        ),
        ("verdict", "", "gap, surplus, as_expected or too_few_to_tell"),
        ("layer", "", "partnerships or participations"),
        ("window", "", "window"),
        ("null", "", "the null model"),
        ("draws", "draws", "draws of the null model"),
    ];
    let mut table = Table::new("sectors", &columns);
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
pub fn component_coverage(coverage: &ComponentCoverage) -> Table {
    let columns = [
        ("sector", "", "sector"),
        ("component", "", "component of the method"),
        (
            "participants",
            "stakeholders",
            "stakeholders of the sector that took part",
        ),
        ("events", "", "events of the component"),
    ];
    let mut table = Table::new("component_coverage", &columns);
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
pub fn calendar(found: &Calendar, naming: &Naming) -> Table {
    let columns = [
        ("record", "", "the agreement"),
        ("source_id", "", "one side"),
        ("source", "", "its name"),
        ("target_id", "", "the other side"),
        ("target", "", "its name"),
        ("kind", "", "kind of agreement"),
        ("start", "date", "first day"),
        ("ends", "date", "last day"),
        (
            "end_assumed",
            "",
            "whether the last day is assumed because none is recorded",
        ),
        ("notice_by", "date", "last day to give or seek notice"),
        ("amount", "currency", "money that goes with it"),
        ("currency", "", "its currency"),
        ("owner", "", "who looks after it"),
        ("renewed", "", "whether a later agreement renews it already"),
    ];
    let mut table = Table::new("calendar", &columns);
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

/// Agreements left at the end of each quarter if nothing is renewed.
#[must_use]
pub fn run_off(found: &Calendar) -> Table {
    let columns = [
        ("day", "date", "last day of the quarter"),
        ("left", "agreements", "agreements still alive if none is renewed"),
    ];
    let mut table = Table::new("run_off", &columns);
    table.rows.extend(
        found
            .run_off
            .iter()
            .map(|(day, left)| vec![(*day).into(), (*left).into()]),
    );
    table
}
