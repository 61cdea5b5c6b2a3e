//! The table of rank stability: one row per stakeholder, measure and loss.

use crate::analysis::naming::Naming;
use crate::analysis::stability::MeasureStability;
use crate::messages::Messages;
use crate::network::Place;

use super::{Inexact, Table};

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
    table.inexact.extend(Inexact::of_stability(found));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;
    use crate::metrics::{Loss, RankStability, RankedMeasure};

    fn of(measure: RankedMeasure) -> MeasureStability {
        MeasureStability {
            measure,
            loss: Loss::Ties,
            share: 0.1,
            first: 10,
            found: RankStability {
                nodes: Vec::new(),
                mean_spearman: None,
                draws: 100,
            },
        }
    }

    #[test]
    fn a_measure_that_is_not_tested_is_named_and_only_then() {
        let untested = Inexact::of_stability(&[of(RankedMeasure::Degree), of(RankedMeasure::Strength)]);
        let untested = untested.expect("betweenness is missing");
        assert_eq!(untested.columns, ["betweenness"]);
        assert!(
            untested
                .sentence(&Messages::new(Lang::Es))
                .starts_with("Se omite: betweenness.")
        );
        assert_eq!(untested.parameter()["not_tested"], true);
        assert_eq!(Inexact::of_stability(&RankedMeasure::ALL.map(of)), None);
        // of an empty network no rank is told at all
        assert_eq!(Inexact::of_stability(&[]), None);
    }
}
