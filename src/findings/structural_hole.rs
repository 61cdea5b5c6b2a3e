//! Which large communities have no or one broker between them?
//!
//! In: the working layer of the window. Out: pairs of communities that nobody, or one member alone, joins; the pairs
//! without a broker first, then those with most members.

use std::collections::BTreeMap;

use super::gaps::{Certainty, Gap, GapKind, Severity, evidence};
use super::{Answer, Context, Lacking};
use crate::metrics::community;
use crate::network::{Layer, NodeIndex, Place, Snapshot};

/// A community counts from so many members up …
const FEWEST_MEMBERS: usize = 5;

/// … and from this share of the members with a tie up: so there are ten of them at most.
const LEAST_SHARE: f64 = 0.1;

/// Two communities with no or one broker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StructuralHole {
    /// The larger one; the one with the lower number where they are equal.
    pub a: Side,
    /// The other.
    pub b: Side,
    /// The one member without which they would lose each other; `None` where nothing joins them.
    pub broker: Option<Place>,
}

/// One community beside a hole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Its number among the communities, from 1, the largest first.
    pub number: u32,
    /// How many members it has.
    pub members: usize,
    /// The member with most ties within it: the one to ask.
    pub nearest: Place,
}

/// The pairs of communities with no or one broker; none before one, then by their members together, then by number.
///
/// Communities are those of the Leiden algorithm on the working layer that have five members or more and a tenth of the
/// members with a tie. A broker is a member without whom a pair loses a link of its own: brokers are counted as the
/// fewest members that would have to go until no tie runs between the two and no third is tied to both. Communities are
/// one reading of the network, so these gaps are marked as assumed.
#[must_use]
pub fn structural_holes(context: &Context<'_>) -> Answer<Vec<StructuralHole>> {
    let snapshot = context.working;
    let found = community(snapshot);
    let sizes = sizes(&found.of, found.count());
    let tied: usize = sizes.iter().sum();
    let least = (LEAST_SHARE * tied as f64).max(FEWEST_MEMBERS as f64);
    let large = |number: u32| sizes[number as usize] as f64 >= least;
    let count = (0..sizes.len() as u32).filter(|number| large(*number)).count();
    if count < 2 {
        return Answer::Cannot(Lacking::TooFew {
            what: "lacking-few-communities",
            found: count,
            needed: 2,
        });
    }
    let of: Vec<Option<u32>> = found
        .of
        .iter()
        .map(|number| number.filter(|number| large(*number)))
        .collect();
    let links = links(snapshot, &of);
    let nearest = nearest(snapshot, &of);
    let side = |number: u32| {
        Some(Side {
            number: number + 1,
            members: sizes[number as usize],
            nearest: *nearest.get(&number)?,
        })
    };
    let numbers: Vec<u32> = (0..sizes.len() as u32).filter(|number| large(*number)).collect();
    let pairs = numbers
        .iter()
        .enumerate()
        .flat_map(|(at, a)| numbers[at + 1..].iter().map(move |b| (*a, *b)));
    let mut holes: Vec<StructuralHole> = pairs
        .filter_map(|(a, b)| {
            let broker = match links.get(&(a, b)) {
                None => None,
                Some(Link::Through(only)) => Some(snapshot.places()[only[0].at()]),
                Some(Link::Several) => return None,
            };
            Some(StructuralHole {
                a: side(a)?,
                b: side(b)?,
                broker,
            })
        })
        .collect();
    holes.sort_by_key(|hole| {
        let members = hole.a.members + hole.b.members;
        (
            hole.broker.is_some(),
            std::cmp::Reverse(members),
            hole.a.number,
            hole.b.number,
        )
    });
    Answer::Found(holes)
}

fn sizes(of: &[Option<u32>], count: usize) -> Vec<usize> {
    let mut sizes = vec![0; count];
    for number in of.iter().flatten() {
        sizes[*number as usize] += 1;
    }
    sizes
}

/// What joins two communities.
enum Link {
    /// Everything that does runs through each of these; a third before its partners.
    Through(Vec<NodeIndex>),
    /// No one member is on every way.
    Several,
}

/// For each pair of communities that anything joins, through whom.
fn links(snapshot: &Snapshot, of: &[Option<u32>]) -> BTreeMap<(u32, u32), Link> {
    let mut links: BTreeMap<(u32, u32), Link> = BTreeMap::new();
    let mut join = |a: u32, b: u32, through: &[NodeIndex]| {
        let link = links
            .entry((a.min(b), a.max(b)))
            .or_insert_with(|| Link::Through(through.to_vec()));
        if let Link::Through(before) = link {
            before.retain(|node| through.contains(node));
            if before.is_empty() {
                *link = Link::Several;
            }
        }
    };
    for (one, other, _) in snapshot.pairs() {
        if let (Some(a), Some(b)) = (of[one.at()], of[other.at()])
            && a != b
        {
            join(a, b, &[one, other]);
        }
    }
    for node in snapshot.nodes() {
        // the communities beside it, each with the one partner there or none where there are several
        let mut beside: BTreeMap<u32, Option<NodeIndex>> = BTreeMap::new();
        for other in snapshot.ties().columns(node.at()).iter().map(|other| NodeIndex(*other)) {
            if let Some(number) = of[other.at()].filter(|number| Some(*number) != of[node.at()]) {
                beside
                    .entry(number)
                    .and_modify(|one| *one = None)
                    .or_insert(Some(other));
            }
        }
        let beside: Vec<(u32, Option<NodeIndex>)> = beside.into_iter().collect();
        for (at, (a, in_a)) in beside.iter().enumerate() {
            for (b, in_b) in &beside[at + 1..] {
                let through: Vec<NodeIndex> = [Some(node), *in_a, *in_b].into_iter().flatten().collect();
                join(*a, *b, &through);
            }
        }
    }
    links
}

/// The member of each community with most ties within it; of equals the first.
fn nearest(snapshot: &Snapshot, of: &[Option<u32>]) -> BTreeMap<u32, Place> {
    let mut best: BTreeMap<u32, (usize, NodeIndex)> = BTreeMap::new();
    for node in snapshot.nodes() {
        let Some(number) = of[node.at()] else { continue };
        let partners = snapshot.ties().columns(node.at()).iter();
        let within = partners.filter(|other| of[**other as usize] == Some(number)).count();
        let known = best.entry(number).or_insert((within, node));
        if within > known.0 {
            *known = (within, node);
        }
    }
    let place = |node: NodeIndex| snapshot.places()[node.at()];
    best.into_iter()
        .map(|(number, (_, node))| (number, place(node)))
        .collect()
}

impl StructuralHole {
    /// As a row: high where nobody joins the two, medium where one member does.
    pub(super) fn gap(&self, context: &Context<'_>) -> Gap {
        let (reading, severity) = match self.broker {
            None => ("hole_open", Severity::High),
            Some(_) => ("hole_one", Severity::Medium),
        };
        Gap {
            severity,
            subjects: vec![self.a.nearest, self.b.nearest],
            others: self.broker.into_iter().collect(),
            evidence: evidence([
                ("members_a", Some(self.a.members as f64)),
                ("members_b", Some(self.b.members as f64)),
                ("brokers", Some(f64::from(u8::from(self.broker.is_some())))),
            ]),
            certainty: Certainty::Assumed,
            ..Gap::of(GapKind::StructuralHole, reading, Layer::Working, &context.window.label)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{TestHub, hub, place};
    use crate::random::{self, Draws};
    use crate::records::Sector;

    /// Cliques of five, a0–a4, b0–b4, …, and what else is tied.
    fn cliques(names: &[&str], more: &[(&str, &str)]) -> TestHub {
        let ids: Vec<String> = names
            .iter()
            .flat_map(|name| (0..5).map(move |n| format!("{name}{n}")))
            .collect();
        let members: Vec<(&str, Sector)> = ids.iter().map(|id| (id.as_str(), Sector::Business)).collect();
        let mut made = hub(&members);
        for clique in ids.chunks(5) {
            for (at, one) in clique.iter().enumerate() {
                for other in &clique[at + 1..] {
                    made = made.tie(one, other, "2024-01-01", "open");
                }
            }
        }
        let tied = more
            .iter()
            .fold(made, |made, (a, b)| made.tie(a, b, "2024-01-01", "open"));
        tied.studied_until("2024-12-31")
    }

    fn found(hub: &TestHub) -> Vec<(Place, Place, Option<Place>)> {
        let answer = structural_holes(&Prepared::latest(hub).context());
        let holes = answer.found().cloned().expect("communities");
        holes
            .into_iter()
            .map(|hole| (hole.a.nearest, hole.b.nearest, hole.broker))
            .collect()
    }

    #[test]
    fn nobody_one_and_two_between_two_communities() {
        // a and b are joined by a4 alone (to b0 and b1), b and c by two ties that share no end, a and c by nobody
        let hub = cliques(
            &["a", "b", "c"],
            &[("a4", "b0"), ("a4", "b1"), ("b3", "c3"), ("b4", "c4")],
        );
        let prepared = Prepared::latest(&hub);
        let at = |id| place(&prepared.network, id);
        let holes = found(&hub);
        let brokers: Vec<_> = holes.iter().map(|hole| hole.2).collect();
        // b0 is tied to a4 and to no one of c: nobody is tied to both a and c
        assert_eq!(brokers, [None, Some(at("a4"))]);
        assert_eq!((holes[1].0, holes[1].1), (at("a0"), at("b0")));
    }

    #[test]
    fn a_third_who_is_tied_to_both_is_a_broker() {
        // c0 knows a0 and b0: a and b meet through c0; a–c and b–c through one tie each, whose ends share no other way
        let hub = cliques(&["a", "b", "c"], &[("c0", "a0"), ("c0", "b0")]);
        let prepared = Prepared::latest(&hub);
        let at = |id| place(&prepared.network, id);
        let brokers: Vec<_> = found(&hub).iter().map(|hole| hole.2).collect();
        assert_eq!(brokers, [Some(at("c0")), Some(at("a0")), Some(at("b0"))]);
        // a second way between a and b
        let hub = cliques(&["a", "b", "c"], &[("c0", "a0"), ("c0", "b0"), ("a1", "b1")]);
        assert_eq!(found(&hub).len(), 2);
    }

    /// Whether anything joins two groups once a member is gone: a tie between them, or a third tied to both.
    fn joined(snapshot: &Snapshot, of: &[Option<u32>], pair: [u32; 2], without: Option<u32>) -> bool {
        let stays = |node: u32| Some(node) != without;
        let group = |node: u32| of[node as usize];
        (0..snapshot.node_count() as u32)
            .filter(|node| stays(*node))
            .any(|node| {
                let partners = snapshot
                    .ties()
                    .columns(node as usize)
                    .iter()
                    .copied()
                    .filter(|other| stays(*other));
                let beside: Vec<Option<u32>> = partners.map(group).collect();
                let [a, b] = pair.map(Some);
                match group(node) {
                    own if own == a => beside.contains(&b),
                    own if own == b => beside.contains(&a),
                    _ => beside.contains(&a) && beside.contains(&b),
                }
            })
    }

    #[test]
    fn brokers_are_those_whose_leaving_parts_two_groups() {
        let mut kinds = [0; 3];
        for draw in 0..300 {
            let mut random = random::stream(6, "holes", draw);
            let of: Vec<Option<u32>> = (0..16).map(|node| (node < 14).then_some(node % 3)).collect();
            let ties: Vec<(u32, u32, f64)> = (0..5 + draw % 12)
                .map(|_| (random.below(16) as u32, random.below(16) as u32, 1.0))
                .collect();
            let snapshot = Snapshot::from_ties(16, &ties);
            let links = links(&snapshot, &of);
            for pair in [[0, 1], [0, 2], [1, 2]] {
                let alone: Vec<NodeIndex> = (0..16)
                    .filter(|node| !joined(&snapshot, &of, pair, Some(*node)))
                    .map(NodeIndex)
                    .collect();
                match links.get(&(pair[0], pair[1])) {
                    None => assert!(!joined(&snapshot, &of, pair, None)),
                    Some(Link::Several) => assert!(alone.is_empty(), "draw {draw}, {pair:?}: {alone:?}"),
                    Some(Link::Through(through)) => {
                        let mut through = through.clone();
                        through.sort_unstable();
                        assert_eq!(through, alone, "draw {draw}, {pair:?}");
                    }
                }
                kinds[match links.get(&(pair[0], pair[1])) {
                    None => 0,
                    Some(Link::Through(_)) => 1,
                    Some(Link::Several) => 2,
                }] += 1;
            }
        }
        assert!(kinds.iter().all(|seen| *seen > 50), "{kinds:?}");
    }

    #[test]
    fn one_community_has_no_hole() {
        let lacking = structural_holes(&Prepared::latest(&cliques(&["a"], &[])).context());
        let expected = Lacking::TooFew {
            what: "lacking-few-communities",
            found: 1,
            needed: 2,
        };
        assert_eq!(lacking, Answer::Cannot(expected));
    }
}
