//! Which single ties hold parts of the working network together, and who would be stranded?
//!
//! In: the working layer of the window. Out: its bridges with two members or more on either side, most stranded first.

use std::collections::BTreeSet;

use super::branches::Branches;
use super::{Context, severity};
use crate::findings::gaps::{Gap, GapKind, evidence};
use crate::metrics::bridges;
use crate::network::{Layer, Pair, Place};
use crate::records::{EventIndex, RecordId};

/// So many of the first carry the list of those stranded and the records they rest on; of the others the number alone,
/// because in a long chain the lists would grow with its square.
const MOST_LISTED: usize = 200;

/// The smaller side of a bridge has so many members at least: the one tie of a single member is no bridge between parts.
const FEWEST_BEYOND: usize = 2;

/// A tie without which two parts would lose each other.
#[derive(Debug, Clone, PartialEq)]
pub struct FragileTie {
    /// One end.
    pub a: Place,
    /// The other end, of the higher place.
    pub b: Place,
    /// How many are on the smaller side.
    pub stranded: usize,
    /// Those on the smaller side, in roster order; empty beyond the first 200 ties.
    pub stranded_places: Vec<Place>,
    /// The agreements of the two and the events they shared in the window, sorted; empty beyond the first 200 ties.
    pub records: Vec<RecordId>,
}

/// The bridges of the working layer with two members or more on either side, most stranded first, then by place.
#[must_use]
pub fn fragile_ties(context: &Context<'_>) -> Vec<FragileTie> {
    let snapshot = context.working;
    let (found, branches) = (bridges(snapshot), Branches::new(snapshot));
    let pairs = snapshot.pairs().map(|(one, other, _)| (one, other));
    let mut bridges: Vec<(usize, Pair)> = pairs
        .zip(&found.ties)
        .filter(|(_, bridge)| **bridge)
        .map(|(pair, _)| (branches.beyond(pair) as usize, pair))
        .filter(|(stranded, _)| *stranded >= FEWEST_BEYOND)
        .collect();
    bridges.sort_by_key(|(stranded, pair)| (std::cmp::Reverse(*stranded), *pair));
    let tie = |(rank, &(stranded, pair)): (usize, &(usize, Pair))| {
        let listed = rank < MOST_LISTED;
        let (a, b) = (snapshot.places()[pair.0.at()], snapshot.places()[pair.1.at()]);
        FragileTie {
            a,
            b,
            stranded,
            stranded_places: if listed {
                branches.places_beyond(pair)
            } else {
                Vec::new()
            },
            records: if listed { records(context, a, b) } else { Vec::new() },
        }
    };
    bridges.iter().enumerate().map(tie).collect()
}

/// The agreements of two members that live in the window and the events they shared in it.
fn records(context: &Context<'_>, a: Place, b: Place) -> Vec<RecordId> {
    let ties = context.network.partnerships_of(a);
    let between = ties
        .iter()
        .filter(|tie| (tie.source == b || tie.target == b) && tie.lives_in(context.window));
    let agreements = between.map(|tie| context.records.partnerships[tie.partnership as usize].id.clone());
    let events = |place: Place| -> BTreeSet<EventIndex> {
        let rows = context
            .network
            .attendance_of(place)
            .filter(|row| row.falls_into(context.window));
        rows.map(|row| row.event).collect()
    };
    let shared: Vec<EventIndex> = events(a).intersection(&events(b)).copied().collect();
    let shared = shared
        .iter()
        .map(|event| RecordId(context.records.event(*event).id.0.clone()));
    agreements.chain(shared).collect::<BTreeSet<_>>().into_iter().collect()
}

impl FragileTie {
    /// As a row: high where a tenth of the members or more would be stranded, medium otherwise.
    pub(in crate::findings) fn gap(&self, context: &Context<'_>) -> Gap {
        Gap {
            severity: severity(context, self.stranded),
            subjects: vec![self.a, self.b],
            others: self.stranded_places.clone(),
            evidence: evidence([("stranded", Some(self.stranded as f64))]),
            records: self.records.clone(),
            ..Gap::of(
                GapKind::FragileBridge,
                "fragile_tie",
                Layer::Working,
                &context.window.label,
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::Snapshot;
    use crate::network::test_hub::{hub, place};
    use crate::random::{self, Draws};
    use crate::records::Sector;

    #[test]
    fn the_tie_between_two_parts_is_listed_with_the_smaller_one_and_a_pendant_is_not() {
        // a, b, c, d all tied; x–y–z a triangle; c and x meet at one small event only; p hangs on a
        let prepared = Prepared::latest(
            &hub(&["a", "b", "c", "d", "x", "y", "z", "p"].map(|id| (id, Sector::Business)))
                .tie("a", "b", "2024-01-01", "open")
                .tie("b", "c", "2024-01-01", "open")
                .tie("c", "d", "2024-01-01", "open")
                .tie("d", "a", "2024-01-01", "open")
                .tie("x", "y", "2024-01-01", "open")
                .tie("y", "z", "2024-01-01", "open")
                .tie("z", "x", "2024-01-01", "open")
                .tie("p", "a", "2024-01-01", "open")
                .attends("c", "talk", "2024-05-01")
                .attends("x", "talk", "2024-05-01")
                .studied_until("2024-12-31"),
        );
        let found = fragile_ties(&prepared.context());
        let at = |id| place(&prepared.network, id);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].a, found[0].b, found[0].stranded), (at("c"), at("x"), 3));
        assert_eq!(found[0].stranded_places, ["x", "y", "z"].map(at));
        assert_eq!(found[0].records, [RecordId::from("talk")]);
    }

    /// Everyone that a node still reaches when a tie is gone.
    fn reached(snapshot: &Snapshot, from: u32, gone: (u32, u32)) -> usize {
        let mut seen = vec![false; snapshot.node_count()];
        let mut open = vec![from];
        seen[from as usize] = true;
        while let Some(node) = open.pop() {
            for &other in snapshot.ties().columns(node as usize) {
                if (node.min(other), node.max(other)) != gone && !std::mem::replace(&mut seen[other as usize], true) {
                    open.push(other);
                }
            }
        }
        seen.iter().filter(|seen| **seen).count()
    }

    #[test]
    fn the_sides_of_a_bridge_are_those_of_a_search_without_it() {
        let mut bridges_seen = 0;
        for draw in 0..200 {
            let mut random = random::stream(5, "fragile", draw);
            let mut node = || random.below(18) as u32;
            let ties: Vec<(u32, u32, f64)> = (0..16 + draw % 14).map(|_| (node(), node(), 1.0)).collect();
            let snapshot = Snapshot::from_ties(18, &ties);
            let branches = Branches::new(&snapshot);
            let found = bridges(&snapshot);
            for ((one, other, _), bridge) in snapshot.pairs().zip(&found.ties) {
                let sides = [one.0, other.0].map(|end| reached(&snapshot, end, (one.0, other.0)));
                if *bridge {
                    bridges_seen += 1;
                    let smaller = sides[0].min(sides[1]);
                    assert_eq!(branches.beyond((one, other)) as usize, smaller);
                    let places = branches.places_beyond((one, other));
                    assert!(places.len() == smaller && places.is_sorted());
                    assert!(places.contains(&Place(one.0)) != places.contains(&Place(other.0)));
                }
            }
        }
        assert!(bridges_seen > 500, "{bridges_seen}");
    }
}
