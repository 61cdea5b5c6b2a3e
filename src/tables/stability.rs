//! The table of rank stability: one row per stakeholder, measure and loss.

use crate::analysis::naming::Naming;
use crate::analysis::stability::MeasureStability;
use crate::network::Place;

use super::Table;

/// The ranges of ranks, measure by measure and loss by loss, each by rank.
#[must_use]
pub fn stability(found: &[MeasureStability], places: &[Place], naming: &Naming) -> Table {
    let columns = [
        ("stakeholder_id", "", "id of the stakeholder"),
        ("name", "", "its name; persons are not named outside the private file"),
        ("measure", "", "the measure that is ranked"),
        (
            "loss",
            "",
            "what is taken to be missing: ties, members or events picked evenly are gone, or unreported_ties are added",
        ),
        ("share", "share", "how much of it"),
        ("rank", "rank", "its rank; equal values share one"),
        ("rank_low", "rank", "best rank in the middle 90 % of the draws"),
        ("rank_high", "rank", "worst rank in the middle 90 % of the draws"),
        ("median_rank", "rank", "median of its ranks in the draws"),
        ("first_k", "stakeholders", "how many count as the first"),
        (
            "stays_first",
            "share",
            "share of the draws that hold it in which it is among the first; equals at the border count in part",
        ),
        ("draws", "draws", "networks drawn"),
    ];
    let mut table = Table::new("stability", &columns);
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
