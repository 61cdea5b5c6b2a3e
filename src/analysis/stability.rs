//! How far can the rankings of this hub be trusted?
//!
//! In: a prepared hub and one snapshot of it. Out: the stability of its rankings by partners, strength and betweenness,
//! or why they are withheld: where a roster says who answered, and too few did.

use std::collections::BTreeMap;

use super::Prepared;
use crate::findings::{Answer, Lacking};
use crate::metrics::{Loss, RankStability, RankStabilityOptions, RankedMeasure, rank_stability};
use crate::network::Snapshot;
use crate::records::StakeholderIndex;
use crate::time::{Window, WindowScheme};

/// How many count as the first of a ranking where nothing else is said.
pub const FIRST: usize = 10;

/// How many are followed from the first rank on: all, but in the largest networks.
const FOLLOWED: usize = 20_000;

/// The fewest networks drawn; as many for betweenness, which costs a sweep over all paths each.
const SWEEPS: usize = 100;

/// Ties and members of all networks drawn together, beyond which fewer are drawn.
const MOST_ELEMENTS: usize = 400_000_000;

/// Edge visits up to which betweenness is tested at all.
const MOST_VISITS: usize = 1_000_000_000;

/// How much is tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StabilityScope {
    /// What a report shows: a tenth of ties or members lost.
    Report,
    /// Each kind of loss at 10, 20 and 30 %.
    Full,
}

impl StabilityScope {
    fn cases(self) -> Vec<Case> {
        let case = |loss, share| Case { loss, share };
        match self {
            Self::Report => vec![case(Loss::Ties, 0.1), case(Loss::Members, 0.1)],
            Self::Full => Loss::ALL
                .into_iter()
                .flat_map(|loss| [0.1, 0.2, 0.3].map(|share| case(loss, share)))
                .collect(),
        }
    }
}

#[derive(Clone, Copy)]
struct Case {
    loss: Loss,
    share: f64,
}

/// The stability of one ranking under one kind of loss.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureStability {
    /// The measure ranked.
    pub measure: RankedMeasure,
    /// What is lost.
    pub loss: Loss,
    /// How much of it.
    pub share: f64,
    /// How many count as the first.
    pub first: usize,
    /// The ranks.
    pub found: RankStability,
}

/// The stability of the rankings of a snapshot in its window.
///
/// # Conventions
/// Withheld where the roster says who answered in the window and fewer did than `[stability] min_response`; without a
/// roster nothing is known of it and nothing is withheld. There are `[stability] draws` networks drawn, fewer where they
/// would have more than 4 · 10⁸ ties and members together, but 100 at least; betweenness is tested on small networks
/// alone, on 100. The rows say how many were drawn. Left out is what cannot be lost: see [`untested`].
#[must_use]
pub fn stability(
    prepared: &Prepared,
    window: &Window,
    snapshot: &Snapshot,
    first: usize,
    scope: StabilityScope,
) -> Answer<Vec<MeasureStability>> {
    if let Some(lacking) = too_few_answered(prepared, window) {
        return Answer::Cannot(lacking);
    }
    let elements = (snapshot.tie_count() + snapshot.node_count()).max(1);
    let draws = prepared
        .records
        .config
        .stability
        .draws
        .min((MOST_ELEMENTS / elements).max(SWEEPS));
    let visits = SWEEPS * (snapshot.node_count() + 1) * (2 * snapshot.tie_count() + snapshot.node_count());
    let mut measures = vec![RankedMeasure::Degree, RankedMeasure::Strength];
    if visits <= MOST_VISITS {
        measures.push(RankedMeasure::Betweenness);
    }
    let mut all = Vec::new();
    for &measure in &measures {
        for case in scope.cases() {
            let options = RankStabilityOptions {
                measure,
                path_length: prepared.options.path_length,
                loss: case.loss,
                share: case.share,
                draws: match measure {
                    RankedMeasure::Betweenness => draws.min(SWEEPS),
                    RankedMeasure::Degree | RankedMeasure::Strength => draws,
                },
                first,
                followed: FOLLOWED,
                correlated: false,
                seed: prepared.options.seed,
            };
            all.extend(rank_stability(snapshot, &options).map(|found| MeasureStability {
                measure,
                loss: case.loss,
                share: case.share,
                first,
                found,
            }));
        }
    }
    Answer::Found(all)
}

/// A kind of loss and the shares of it under which nothing was tested.
#[derive(Debug, Clone, PartialEq)]
pub struct Untested {
    /// What could not be lost: there is none of it, too little to lose so small a share, or the ties do not follow from it.
    pub loss: Loss,
    /// The shares.
    pub shares: Vec<f64>,
}

/// What of a scope was not tested, whatever the measure.
#[must_use]
pub fn untested(found: &[MeasureStability], scope: StabilityScope) -> Vec<Untested> {
    let missing = |case: &Case| {
        !found
            .iter()
            .any(|one| one.loss == case.loss && (one.share - case.share).abs() < f64::EPSILON)
    };
    let cases: Vec<Case> = scope.cases().into_iter().filter(missing).collect();
    cases
        .chunk_by(|one, next| one.loss == next.loss)
        .map(|alike| Untested {
            loss: alike[0].loss,
            shares: alike.iter().map(|case| case.share).collect(),
        })
        .collect()
}

/// Whether the roster shows that too few answered in the window.
fn too_few_answered(prepared: &Prepared, window: &Window) -> Option<Lacking> {
    let mut answered: BTreeMap<StakeholderIndex, bool> = BTreeMap::new();
    for entry in &prepared.records.roster {
        if let Some(responded) = entry.responded.filter(|_| falls_into(prepared, &entry.window, window)) {
            *answered.entry(entry.stakeholder).or_default() |= responded;
        }
    }
    let found = answered.values().filter(|answered| **answered).count();
    let needed = (prepared.records.config.stability.min_response * answered.len() as f64).ceil() as usize;
    (found < needed).then_some(Lacking::TooFew {
        what: "lacking-few-answers",
        found,
        needed,
    })
}

/// Whether a window, as the roster writes it, is this one or overlaps it.
fn falls_into(prepared: &Prepared, written: &str, window: &Window) -> bool {
    let Some(period) = window.period.filter(|_| written != window.label) else {
        return true;
    };
    let scheme = written.parse::<WindowScheme>().ok();
    let windows = scheme
        .map(|scheme| prepared.network.windows(scheme))
        .unwrap_or_default();
    let mut periods = windows.into_iter().filter_map(|written| written.period);
    periods.any(|written| written.overlaps(period))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::AnalysisOptions;
    use crate::network::test_hub::{hub, options};
    use crate::records::{HubRecords, RosterEntry, Sector};

    /// All ten ties among five in 2024, with so many of four that answered in the window named.
    fn asked(answers: usize, window: &str) -> HubRecords {
        let ids = ["a", "b", "c", "d", "e"];
        let mut hub = hub(&ids.map(|id| (id, Sector::Business)));
        for (place, one) in ids.iter().enumerate() {
            for other in &ids[place + 1..] {
                hub = hub.tie(one, other, "2024-01-01", "open");
            }
        }
        let mut records = hub.studied_until("2024-12-31").records();
        records.roster = (0..4)
            .map(|place| RosterEntry {
                stakeholder: StakeholderIndex(place),
                window: Arc::from(window),
                responded: Some((place as usize) < answers),
            })
            .collect();
        records
    }

    fn judged(records: HubRecords) -> Answer<Vec<MeasureStability>> {
        let asked = AnalysisOptions {
            network: options(),
            ..AnalysisOptions::report()
        };
        let prepared = Prepared::new(Arc::new(records), asked).expect("a window");
        let snapshot = prepared.snapshot_in(&prepared.window);
        stability(&prepared, &prepared.window, &snapshot, 1, StabilityScope::Report)
    }

    #[test]
    fn rankings_are_withheld_where_the_roster_says_that_too_few_answered() {
        let lacking = Lacking::TooFew {
            what: "lacking-few-answers",
            found: 1,
            needed: 2,
        };
        assert_eq!(judged(asked(1, "2024")).lacking(), Some(&lacking));
        assert!(judged(asked(2, "2024")).found().is_some());
        // of another year, or of a window that nobody can read: nothing is known of this one
        assert!(judged(asked(1, "2019")).found().is_some());
        assert!(judged(asked(1, "first wave")).found().is_some());
    }

    #[test]
    fn each_measure_is_tested_under_each_loss() {
        let Answer::Found(found) = judged(asked(4, "2024")) else {
            panic!("all answered");
        };
        let cases: Vec<_> = found
            .iter()
            .map(|one| (one.measure, one.loss, one.found.draws))
            .collect();
        assert_eq!(cases.len(), 6);
        assert_eq!(cases[0], (RankedMeasure::Degree, Loss::Ties, 1000));
        assert_eq!(cases[5], (RankedMeasure::Betweenness, Loss::Members, 100));
        // a tenth of ten ties is one: two of five lose a partner
        assert_eq!(
            (found[0].found.nodes[0].rank, found[0].found.nodes[0].rank_high),
            (1, 4)
        );
        assert!(untested(&found, StabilityScope::Report).is_empty());
        let only_ties = |share: f64| Untested {
            loss: Loss::Ties,
            shares: vec![share, 0.3],
        };
        assert_eq!(untested(&found, StabilityScope::Full)[0], only_ties(0.2));
    }
}
