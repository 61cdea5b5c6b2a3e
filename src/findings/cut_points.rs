//! Which members alone hold parts of the working network together, and who would be stranded?
//!
//! In: the working layer of the window, whole and with one event left out at a time. Out: cut points, most stranded
//! first, with how far each depends on a single event.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::Context;
use crate::metrics::articulation;
use crate::network::{Direction, Layer, MemberScope, NodeIndex, Place, Snapshot, View, Without};
use crate::random::{self, Draws};
use crate::records::{EventIndex, RecordId};

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
    let networks: Vec<BTreeSet<Place>> = events
        .par_iter()
        .map(|event| cut_places_without(context, *event))
        .collect();
    let mut points: Vec<CutPoint> = cut
        .into_iter()
        .map(|node| {
            let place = context.working.places()[node.at()];
            let kept = networks.iter().filter(|cut| cut.contains(&place)).count();
            CutPoint {
                place,
                stranded: found.stranded[node.at()] as usize,
                stranded_places: stranded(context.working, node),
                stability: (!networks.is_empty()).then(|| kept as f64 / networks.len() as f64),
                left_out: networks.len(),
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

fn cut_places_without(context: &Context<'_>, event: EventIndex) -> BTreeSet<Place> {
    let without = Without {
        events: BTreeSet::from([event]),
        ..Without::default()
    };
    let snapshot = context.network.snapshot(&View {
        layer: Layer::Working,
        window: context.window,
        members: MemberScope::Core,
        direction: Direction::Undirected,
        without: &without,
    });
    let found = articulation(&snapshot);
    snapshot
        .nodes()
        .filter(|node| found.cut[node.at()])
        .map(|node| snapshot.places()[node.at()])
        .collect()
}

/// Everyone in the pieces that a node's leaving splits its component into, but for the largest piece; of equal pieces
/// the one with the first node stays.
fn stranded(snapshot: &Snapshot, without: NodeIndex) -> Vec<Place> {
    let mut reached = vec![false; snapshot.node_count()];
    reached[without.at()] = true;
    let mut pieces: Vec<Vec<u32>> = Vec::new();
    for &first in snapshot.ties().columns(without.at()) {
        if !reached[first as usize] {
            pieces.push(piece(snapshot, first, &mut reached));
        }
    }
    let largest = pieces
        .iter()
        .enumerate()
        .max_by_key(|(place, piece)| (piece.len(), std::cmp::Reverse(*place)));
    let Some((largest, _)) = largest else {
        return Vec::new();
    };
    pieces.remove(largest);
    let mut places: Vec<Place> = pieces
        .concat()
        .into_iter()
        .map(|node| snapshot.places()[node as usize])
        .collect();
    places.sort_unstable();
    places
}

/// All that can be reached from a node through nodes not reached before.
fn piece(snapshot: &Snapshot, first: u32, reached: &mut [bool]) -> Vec<u32> {
    reached[first as usize] = true;
    let mut piece = vec![first];
    let mut next = 0;
    while next < piece.len() {
        for &other in snapshot.ties().columns(piece[next] as usize) {
            if !reached[other as usize] {
                reached[other as usize] = true;
                piece.push(other);
            }
        }
        next += 1;
    }
    piece
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

    #[test]
    fn the_stranded_are_all_but_the_largest_piece() {
        // 0–1–2 hang on 3, and so do 4–5 and 6; the largest piece left is {0, 1, 2}
        let ties = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (3, 6)];
        let snapshot = Snapshot::from_ties(7, &ties.map(|(a, b)| (a, b, 1.0)));
        assert_eq!(stranded(&snapshot, NodeIndex(3)), [4, 5, 6].map(Place));
        // of two equal pieces the one with the first node stays
        let path = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
        assert_eq!(stranded(&path, NodeIndex(1)), [Place(2)]);
        assert!(stranded(&path, NodeIndex(0)).is_empty());
    }
}
