//! Which members alone hold parts of the working network together, and who would be stranded?
//!
//! In: the working layer of the window, whole and with one event left out at a time. Out: cut points, most stranded
//! first, with how far each depends on a single event.

use rayon::prelude::*;

use super::Context;
use super::gaps::{Gap, GapKind, Severity, evidence};
use crate::metrics::articulation;
use crate::network::{Direction, Layer, MemberScope, NodeIndex, Pair, Place, Snapshot, View, Without};
use crate::random::{self, Draws};
use crate::records::{EventIndex, RecordId};

pub(super) mod branches;
mod fragile_ties;

pub use fragile_ties::{FragileTie, fragile_ties};

/// Events left out one at a time; where the window has more, a seeded sample of so many.
const MOST_LEFT_OUT: usize = 200;

/// A member whose leaving would cut others off.
#[derive(Debug, Clone, PartialEq)]
pub struct CutPoint {
    /// Who.
    pub place: Place,
    /// How many would no longer reach the largest part left of its component.
    pub stranded: usize,
    /// Those who would be stranded, in roster order.
    pub stranded_places: Vec<Place>,
    /// Share of event-jackknife draws (one event left out) in which it stays a cut point; `None` where no event makes a tie.
    pub stability: Option<f64>,
    /// How many networks with one event left out `stability` rests on: one per event, 200 at most.
    pub left_out: usize,
    /// The partnerships of the cut point that live in the window.
    pub records: Vec<RecordId>,
}

/// The cut points of the working layer, most stranded first, then by place.
#[must_use]
pub fn cut_points(context: &Context<'_>) -> Vec<CutPoint> {
    let found = articulation(context.working);
    let cut: Vec<NodeIndex> = context.working.nodes().filter(|node| found.cut[node.at()]).collect();
    if cut.is_empty() {
        return Vec::new();
    }
    let events = events_left_out(context);
    let kept = kept_without(context, &events, &cut);
    let branches = branches::Branches::new(context.working);
    let mut points: Vec<CutPoint> = cut
        .into_iter()
        .zip(kept)
        .map(|(node, kept)| {
            let place = context.working.places()[node.at()];
            CutPoint {
                place,
                stranded: found.stranded[node.at()] as usize,
                stranded_places: branches.stranded(node),
                stability: (!events.is_empty()).then(|| kept as f64 / events.len() as f64),
                left_out: events.len(),
                records: records(context, place),
            }
        })
        .collect();
    points.sort_by_key(|point| (std::cmp::Reverse(point.stranded), point.place));
    points
}

/// The events of the window that two or more shared, in order; a seeded sample where they are too many.
fn events_left_out(context: &Context<'_>) -> Vec<EventIndex> {
    let sizes = context.network.event_sizes(context.window);
    let mut events: Vec<EventIndex> = sizes
        .into_iter()
        .filter(|size| size.participants > 1)
        .map(|size| size.event)
        .collect();
    if events.len() > MOST_LEFT_OUT {
        random::stream(context.seed, "cut_point_events", 0).shuffle(&mut events);
        events.truncate(MOST_LEFT_OUT);
        events.sort_unstable();
    }
    events
}

/// For each of `cut`, in how many of the networks with one event left out it is a cut point still.
fn kept_without(context: &Context<'_>, events: &[EventIndex], cut: &[NodeIndex]) -> Vec<usize> {
    let view = View {
        layer: Layer::Working,
        window: context.window,
        members: MemberScope::Core,
        direction: Direction::Undirected,
        without: &Without::default(),
    };
    let lost = context.network.ties_lost(&view, context.working.places(), events);
    let mut hanging: Vec<Pair> = lost.concat();
    hanging.sort_unstable();
    hanging.dedup();
    // few ties that stand for all of them, and every tie that some event takes along
    let few = branches::certificate(context.working, &hanging);
    let few: Vec<(u32, u32, f64)> = few.iter().chain(&hanging).map(|(a, b)| (a.0, b.0, 1.0)).collect();
    let few = Snapshot::from_ties(context.working.node_count() as u32, &few);
    let without = |lost: &Vec<Pair>| -> Vec<usize> {
        if lost.is_empty() {
            return vec![1; cut.len()];
        }
        let left = branches::Branches::along(&few, branches::beside(few.node_count(), lost)).cut();
        cut.iter().map(|node| usize::from(left[node.at()])).collect()
    };
    let add = |mut sum: Vec<usize>, one: Vec<usize>| {
        sum.iter_mut().zip(one).for_each(|(sum, one)| *sum += one);
        sum
    };
    let none = || vec![0; cut.len()];
    lost.par_iter().map(without).reduce(none, add)
}

/// High where a tenth of the members or more would be stranded, medium from two of them up, low for one.
fn severity(context: &Context<'_>, stranded: usize) -> Severity {
    let tenth = (context.working.node_count() as f64 / 10.0).max(2.0);
    Severity::above(stranded as f64, tenth, 2.0)
}

impl CutPoint {
    /// As a row: high where a tenth of the members or more would be stranded, medium from two up.
    pub(super) fn gap(&self, context: &Context<'_>) -> Gap {
        Gap {
            severity: severity(context, self.stranded),
            subjects: vec![self.place],
            others: self.stranded_places.clone(),
            evidence: evidence([("stranded", Some(self.stranded as f64)), ("stability", self.stability)]),
            records: self.records.clone(),
            ..Gap::of(
                GapKind::FragileBridge,
                "fragile_member",
                Layer::Working,
                &context.window.label,
            )
        }
    }
}

fn records(context: &Context<'_>, place: Place) -> Vec<RecordId> {
    let ties = context.network.partnerships_of(place);
    let live = ties.iter().filter(|tie| tie.lives_in(context.window));
    let mut records: Vec<RecordId> = live
        .map(|tie| context.records.partnerships[tie.partnership as usize].id.clone())
        .collect();
    records.sort_unstable();
    records
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{hub, place};
    use crate::records::Sector;

    #[test]
    fn stability_is_the_share_of_events_without_which_it_stays_a_cut_point() {
        // c holds x and y by agreement; d holds z only through event e2, of two that make ties
        let prepared = Prepared::latest(
            &hub(&["a", "b", "c", "d", "x", "y", "z"].map(|id| (id, Sector::Business)))
                .tie("a", "b", "2024-01-01", "open")
                .tie("b", "c", "2024-01-01", "open")
                .tie("a", "c", "2024-01-01", "open")
                .tie("c", "d", "2024-01-01", "open")
                .tie("a", "d", "2024-01-01", "open")
                .tie("c", "x", "2024-01-01", "open")
                .tie("c", "y", "2024-01-01", "open")
                .attends("a", "e1", "2024-05-01")
                .attends("b", "e1", "2024-05-01")
                .attends("d", "e2", "2024-06-01")
                .attends("z", "e2", "2024-06-01")
                .attends("z", "e3", "2024-06-02")
                .studied_until("2024-12-31"),
        );
        let found = cut_points(&prepared.context());
        let at = |id| place(&prepared.network, id);
        let points: Vec<_> = found
            .iter()
            .map(|one| (one.place, one.stranded, one.stability, one.left_out))
            .collect();
        assert_eq!(points, [(at("c"), 2, Some(1.0), 2), (at("d"), 1, Some(0.5), 2)]);
        assert_eq!(found[0].stranded_places, [at("x"), at("y")]);
        assert_eq!((found[0].records.len(), found[1].records.len()), (5, 2));
    }
}
