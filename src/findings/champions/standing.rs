//! Where does each candidate come out, and how far can that be trusted?
//!
//! In: the traces. Out: ranks by construct, their mean (Borda), and the range of each rank over leaving out one event
//! at a time.

use rayon::prelude::*;

use crate::random::{Draws, stream};
use crate::records::EventIndex;
use crate::statistics::ranking::{RankRange, borda, mean_ranks, rank_range};

use super::Construct;
use super::traces::{Hung, Traces};

/// More events than this are sampled for the ranges.
const MOST_EVENTS: usize = 200;
/// "Among the first" means so many.
const FIRST: usize = 10;

/// All candidates' ranks, lists in the candidates' order.
pub(super) struct Standing {
    /// By construct: the measures, and the rank of each.
    pub by_construct: Vec<(Construct, Vec<f64>, Vec<f64>)>,
    /// Mean rank over the constructs.
    pub borda: Vec<f64>,
    /// Rank by mean rank; equal ones share the best.
    pub ranks: Vec<usize>,
}

impl Standing {
    /// Ranks the candidates by the constructs that the records can show; `None` where there is none.
    pub fn of(traces: &Traces) -> Option<Self> {
        let measured = |construct| {
            let values = traces.measure(construct);
            let ranks = mean_ranks(&values);
            (construct, values, ranks)
        };
        let by_construct: Vec<_> = traces.constructs().into_iter().map(measured).collect();
        let votes: Vec<Vec<f64>> = by_construct.iter().map(|(_, _, ranks)| ranks.clone()).collect();
        let borda = borda(&votes)?;
        Some(Self {
            ranks: shared_ranks(&borda),
            borda,
            by_construct,
        })
    }

    /// The ranks with one event left out; what it does not touch is ranked as before.
    fn ranks_without(&self, traces: &Traces, event: EventIndex, hung: &Hung) -> Option<Vec<usize>> {
        let votes: Vec<Vec<f64>> = self
            .by_construct
            .iter()
            .map(|(construct, values, ranks)| {
                let changed = traces.measure_without(*construct, values, event, hung);
                changed.map_or_else(|| ranks.clone(), |values| mean_ranks(&values))
            })
            .collect();
        Some(shared_ranks(&borda(&votes)?))
    }
}

/// The events left out one at a time: all, or a seeded sample of many.
pub(super) fn jackknife_events(mut events: Vec<EventIndex>, seed: u64) -> Vec<EventIndex> {
    if events.len() > MOST_EVENTS {
        stream(seed, "champions", 0).shuffle(&mut events);
        events.truncate(MOST_EVENTS);
        events.sort_unstable();
    }
    events
}

/// For each candidate, the range of its rank over leaving out each event; without events nothing bounds a rank.
pub(super) fn rank_ranges(traces: &Traces, standing: &Standing, events: &[EventIndex]) -> Vec<RankRange> {
    let (ranks, hung) = (&standing.ranks, traces.hung(events));
    let draws: Vec<Vec<usize>> = events
        .par_iter()
        .filter_map(|event| standing.ranks_without(traces, *event, &hung))
        .collect();
    let unbounded = RankRange {
        best: 1,
        worst: ranks.len(),
        stays_in_first: 0.0,
    };
    ranks
        .iter()
        .enumerate()
        .map(|(candidate, own)| {
            let drawn: Vec<usize> = draws.iter().map(|ranks| ranks[candidate]).collect();
            rank_range(*own, &drawn, FIRST).unwrap_or(unbounded)
        })
        .collect()
}

/// Rank 1 for the lowest; equal ones share the best of their ranks.
fn shared_ranks(values: &[f64]) -> Vec<usize> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    values
        .iter()
        .map(|value| 1 + sorted.partition_point(|other| other < value))
        .collect()
}
