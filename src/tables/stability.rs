//! The table of rank stability: one row per stakeholder, measure and loss.

use crate::analysis::naming::Naming;
use crate::analysis::stability::MeasureStability;
use crate::messages::Messages;
use crate::network::Place;

use super::Table;

/// The ranges of ranks, measure by measure and loss by loss, each by rank.
#[must_use]
pub fn stability(found: &[MeasureStability], places: &[Place], naming: &Naming, messages: &Messages) -> Table {
    let columns = [
        ("stakeholder_id", ""),
        ("name", ""),
        ("measure", ""),
        ("loss", ""),
        ("share", "share"),
        ("rank", "rank"),
        ("rank_low", "rank"),
        ("rank_high", "rank"),
        ("median_rank", "rank"),
        ("first_k", "stakeholders"),
        ("stays_first", "share"),
        ("draws", "draws"),
    ];
    let mut table = Table::described("stability", &columns, messages);
    for (one, node) in found
        .iter()
        .flat_map(|one| one.found.nodes.iter().map(move |node| (one, node)))
    {
        let place = places[node.node as usize];
        table.rows.push(vec![
            naming.place_id(place).into(),
            naming.place(place).into(),
            one.measure.name().into(),
            one.loss.name().into(),
            one.share.into(),
            node.rank.into(),
            node.rank_low.into(),
            node.rank_high.into(),
            node.median_rank.into(),
            one.first.into(),
            node.stays_first.into(),
            one.found.draws.into(),
        ]);
    }
    table
}
