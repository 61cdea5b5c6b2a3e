//! Which pairs are tied in a window, and by what? The records of a view, gathered pair by pair and frozen.
//!
//! In: [`TemporalNetwork`] and [`View`]. Out: [`Snapshot`]. Each node's pairs are gathered on their own, from its
//! events and partnerships in the order of their ids, so that the sums depend neither on threads nor on row order.
//! Time grows with the pairs of each event, memory with the tied pairs.

use rayon::prelude::*;

use super::snapshot::{Frozen, TieRows};
use super::tie_strength::{Shared, decay, event_strength};
use super::{
    Attendance, DatedTie, Direction, Entry, Layer, MemberScope, Place, Projection, Rows, Snapshot, Standing,
    TemporalNetwork, TieStrength, View, Without,
};
use crate::records::EventIndex;
use crate::time::{Day, Period};

/// Nodes whose pairs are gathered in one go.
const SHARD: usize = 128;

/// Participations in view beyond which threads pay.
const WORTH_THREADS: usize = 4096;

impl TemporalNetwork {
    /// One layer in one window.
    #[must_use]
    pub fn snapshot(&self, view: &View<'_>) -> Snapshot {
        self.snapshot_among(view, self.places_in(view))
    }

    /// The same, with these places (rising) as its nodes, whomever the view takes for members: where it is known
    /// already who they are, or where more of them would not fit.
    #[must_use]
    pub fn snapshot_among(&self, view: &View<'_>, places: Vec<Place>) -> Snapshot {
        let gathered = Gathered::new(self, view, &places);
        let ties = gathered.tie_rows();
        Snapshot::from_frozen(Frozen {
            ties,
            has_ages: view.window.period.is_some(),
            arcs: (view.direction == Direction::Directed && view.layer == Layer::Partnerships).then(|| gathered.arcs()),
            attendance: (view.layer != Layer::Partnerships).then(|| gathered.attendance()),
            places,
        })
    }

    /// The records of a view, ready to be frozen under other attendance.
    #[must_use]
    pub fn reprojection(&self, view: &View<'_>) -> Reprojection<'_> {
        let places = self.places_in(view);
        Reprojection {
            gathered: Gathered::new(self, view, &places),
            places,
            has_ages: view.window.period.is_some(),
        }
    }

    fn places_in(&self, view: &View<'_>) -> Vec<Place> {
        let kept = |place: &Place| !view.without.places.contains(place);
        match view.members {
            MemberScope::All => self.roster.places().filter(kept).collect(),
            MemberScope::Core => {
                let membership = self.membership(view.window);
                membership.places(Standing::Member).filter(kept).collect()
            }
        }
    }
}

/// The records of a view that can be frozen as if others had come to its events: partnerships, sizes of events and the
/// rules of tie strength stay.
pub struct Reprojection<'a> {
    gathered: Gathered<'a>,
    places: Vec<Place>,
    has_ages: bool,
}

impl Reprojection<'_> {
    /// The nodes at each event of the view, rising.
    #[must_use]
    pub fn participants(&self) -> Vec<Vec<u32>> {
        let presences = |event: &GatheredEvent| &self.gathered.presences[event.first as usize..event.last as usize];
        let nodes = |event| presences(event).iter().map(|presence| presence.node).collect();
        self.gathered.events.iter().map(nodes).collect()
    }

    /// The undirected snapshot in which these came to each event, as many as [`Self::participants`] has for it; hours
    /// and days stay with the event.
    #[must_use]
    pub fn with_participants<'p>(&self, participants: impl Iterator<Item = &'p [u32]>) -> Snapshot {
        let mut gathered = self.gathered.clone();
        for (event, came) in self.gathered.events.iter().zip(participants) {
            let mut came = came.to_vec();
            came.sort_unstable();
            for (presence, node) in gathered.presences[event.first as usize..].iter_mut().zip(came) {
                presence.node = node;
            }
        }
        gathered.index_nodes();
        Snapshot::from_frozen(Frozen {
            ties: gathered.tie_rows(),
            has_ages: self.has_ages,
            arcs: None,
            attendance: Some(gathered.attendance()),
            places: self.places.clone(),
        })
    }
}

/// The records of a view, by node and by event.
#[derive(Clone)]
pub(super) struct Gathered<'a> {
    network: &'a TemporalNetwork,
    layer: Layer,
    /// The window's last day, from which ages are counted.
    last_day: Option<Day>,
    nodes: usize,
    pub(super) events: Vec<GatheredEvent>,
    /// Who of the nodes took part, event by event, nodes rising.
    pub(super) presences: Vec<Presence>,
    /// For each node, where its presences are: `of_node[node_offsets[n]..node_offsets[n + 1]]`.
    of_node: Vec<u32>,
    node_offsets: Vec<u32>,
    /// Partnerships between nodes, the smaller node first, sorted by pair and then as in the records.
    pub(super) partnerships: Vec<GatheredTie>,
    /// Pairs with the event that is the same fact as a partnership of theirs, sorted.
    same_fact: Vec<(u32, u32, EventIndex)>,
}

/// An event in the window.
#[derive(Clone)]
pub(super) struct GatheredEvent {
    pub(super) event: EventIndex,
    /// Distinct participants in the window, nodes or not.
    size: usize,
    /// What it adds to each pair.
    strength: f64,
    pub(super) first: u32,
    pub(super) last: u32,
}

/// A node took part in an event.
#[derive(Clone, Copy)]
pub(super) struct Presence {
    pub(super) node: u32,
    pub(super) gathered: u32,
    since: Option<Day>,
    hours: Option<f64>,
}

/// A partnership in the window.
#[derive(Clone)]
pub(super) struct GatheredTie {
    pub(super) low: u32,
    pub(super) high: u32,
    strength: f64,
    since: Option<Day>,
    arcs: ArcsOf,
    /// Which of the records it is.
    pub(super) partnership: u32,
    /// The event in view that is the same fact.
    attributed_to: Option<EventIndex>,
}

/// Which way a partnership runs between its smaller and its larger node.
#[derive(Clone, Copy)]
enum ArcsOf {
    Up,
    Down,
    Both,
}

const NO_NODE: u32 = u32::MAX;

impl<'a> Gathered<'a> {
    pub(super) fn new(network: &'a TemporalNetwork, view: &View<'_>, places: &[Place]) -> Self {
        let mut node_of = vec![NO_NODE; network.roster.len()];
        for (node, place) in places.iter().enumerate() {
            node_of[place.at()] = node as u32;
        }
        let mut gathered = Self {
            network,
            layer: view.layer,
            last_day: view.window.period.map(|period| period.end().plus_days(-1)),
            nodes: places.len(),
            events: Vec::new(),
            presences: Vec::new(),
            of_node: Vec::new(),
            node_offsets: vec![0; places.len() + 1],
            partnerships: Vec::new(),
            same_fact: Vec::new(),
        };
        if network.reaches(view.window) {
            if view.layer != Layer::Participations {
                gathered.gather_partnerships(view, &node_of);
            }
            if view.layer != Layer::Partnerships {
                gathered.gather_events(view, &node_of);
            }
        }
        gathered.index_nodes();
        gathered
    }

    fn gather_partnerships(&mut self, view: &View<'_>, node_of: &[u32]) {
        let half_life = self.network.options.half_life_days;
        let live = self.network.live_partnerships(view.window);
        for tie in live.filter(|tie| !view.without.partnerships.contains(&tie.partnership)) {
            let (source, target) = (node_of[tie.source.at()], node_of[tie.target.at()]);
            let strength = TieStrength::new(tie.strength * decay(half_life, tie.period, view.window));
            let Some(strength) = strength.filter(|_| source != target && source != NO_NODE && target != NO_NODE) else {
                continue;
            };
            let (low, high) = (source.min(target), source.max(target));
            let attributed_to = tie.attributed_to.filter(|event| !view.without.events.contains(event));
            self.same_fact.extend(attributed_to.map(|event| (low, high, event)));
            self.partnerships.push(GatheredTie {
                low,
                high,
                strength: strength.value(),
                since: tie.period.map(Period::start),
                arcs: arcs_of(tie, source < target),
                partnership: tie.partnership,
                attributed_to,
            });
        }
        self.partnerships.sort_by_key(|tie| (tie.low, tie.high));
        self.same_fact.sort_unstable();
        self.same_fact.dedup();
    }

    fn gather_events(&mut self, view: &View<'_>, node_of: &[u32]) {
        let network = self.network;
        let options = &network.options;
        for event in network.index.events() {
            if view.without.events.contains(&event) || !network.index.event_meets(event, view.window) {
                continue;
            }
            let first = self.presences.len();
            let gathered = self.events.len() as u32;
            let (mut size, mut last_place, mut days) = (0, None, None);
            for row in network.attendance_at(event).filter(|row| row.falls_into(view.window)) {
                days = later(days, row.period);
                let since = row.period.map(Period::start);
                if last_place == Some(row.place) {
                    // Another of the same organisation, or the same person again: its hours add, its day is the first.
                    if let Some(presence) = self.presences[first..]
                        .last_mut()
                        .filter(|_| node_of[row.place.at()] != NO_NODE)
                    {
                        presence.hours = add(presence.hours, row.hours);
                        presence.since = earlier(presence.since, since);
                    }
                    continue;
                }
                size += 1;
                last_place = Some(row.place);
                let node = node_of[row.place.at()];
                if node != NO_NODE {
                    self.presences.push(Presence {
                        node,
                        gathered,
                        since,
                        hours: row.hours,
                    });
                }
            }
            if self.presences.len() > first {
                self.events.push(GatheredEvent {
                    event,
                    size,
                    strength: event_strength(options.projection, size)
                        * decay(options.half_life_days, days, view.window),
                    first: first as u32,
                    last: self.presences.len() as u32,
                });
            }
        }
    }

    fn index_nodes(&mut self) {
        self.node_offsets.fill(0);
        for presence in &self.presences {
            self.node_offsets[presence.node as usize + 1] += 1;
        }
        for node in 0..self.nodes {
            self.node_offsets[node + 1] += self.node_offsets[node];
        }
        let mut next = self.node_offsets.clone();
        self.of_node = vec![0; self.presences.len()];
        for (at, presence) in self.presences.iter().enumerate() {
            let slot = &mut next[presence.node as usize];
            self.of_node[*slot as usize] = at as u32;
            *slot += 1;
        }
    }

    /// The ties of each node to later nodes, shard by shard.
    fn tie_rows(&self) -> Vec<TieRows> {
        let shards: Vec<usize> = (0..self.nodes).step_by(SHARD).collect();
        let rows = |scratch: &mut Scratch, first: usize| -> TieRows {
            let mut rows = TieRows::default();
            for node in first..(first + SHARD).min(self.nodes) {
                self.fill_row(node as u32, scratch, &mut rows);
            }
            rows
        };
        if self.presences.len() < WORTH_THREADS {
            let mut scratch = Scratch::new(self.nodes);
            shards.into_iter().map(|first| rows(&mut scratch, first)).collect()
        } else {
            let scratch = || Scratch::new(self.nodes);
            shards.into_par_iter().map_init(scratch, rows).collect()
        }
    }

    fn fill_row(&self, node: u32, scratch: &mut Scratch, rows: &mut TieRows) {
        let from = self.partnerships.partition_point(|tie| tie.low < node);
        for tie in self.partnerships[from..].iter().take_while(|tie| tie.low == node) {
            scratch.with(tie.high).add_partnership(tie.strength, tie.since);
        }
        let from = self.same_fact.partition_point(|fact| fact.0 < node);
        let upto = self.same_fact.partition_point(|fact| fact.0 <= node);
        let same_fact = &self.same_fact[from..upto];
        for &at in self.presences_of(node) {
            let own = self.presences[at as usize];
            let event = &self.events[own.gathered as usize];
            for other in &self.presences[at as usize + 1..event.last as usize] {
                if same_fact.is_empty() || same_fact.binary_search(&(node, other.node, event.event)).is_err() {
                    self.add_event(scratch.with(other.node), own, *other);
                }
            }
        }
        rows.begin();
        scratch.empty_into(|other, shared| {
            if let Some(strength) = self.strength(&shared) {
                let age = || Some(self.last_day?.days_since(shared.since?));
                rows.push(other, strength, age());
            }
        });
    }

    /// Where a node's presences are, event by event.
    pub(super) fn presences_of(&self, node: u32) -> &[u32] {
        let offset = |node: u32| self.node_offsets[node as usize] as usize;
        &self.of_node[offset(node)..offset(node + 1)]
    }

    /// Adds an event at which both were.
    fn add_event(&self, shared: &mut Shared, one: Presence, other: Presence) {
        let event = &self.events[one.gathered as usize];
        let strength = if self.network.options.projection == Projection::Hours {
            // Hours that were not recorded are no number: then this event says nothing of the pair's strength.
            event.strength * one.hours.zip(other.hours).map_or(0.0, |(a, b)| a.min(b))
        } else {
            event.strength
        };
        let since = one.since.zip(other.since).map(|(a, b)| a.max(b));
        shared.add_event(strength, event.size, since);
    }

    fn strength(&self, shared: &Shared) -> Option<TieStrength> {
        TieStrength::new(shared.strength(self.layer, &self.network.options))
    }

    /// Whether a pair, the smaller node first, is tied by what is left without some events and partnerships. What is
    /// added never makes a tie weaker, so the first records that make one settle it.
    pub(super) fn tied_without(&self, low: u32, high: u32, without: &Without) -> bool {
        let mut shared = Shared::default();
        let from = self
            .partnerships
            .partition_point(|tie| (tie.low, tie.high) < (low, high));
        let theirs = self.partnerships[from..].iter();
        let theirs = theirs
            .take_while(|tie| (tie.low, tie.high) == (low, high))
            .filter(|tie| !without.partnerships.contains(&tie.partnership));
        for tie in theirs.clone() {
            shared.add_partnership(tie.strength, tie.since);
        }
        if self.strength(&shared).is_some() {
            return true;
        }
        let presence = |at: &u32| self.presences[*at as usize];
        let mut others = self.presences_of(high).iter().map(presence).peekable();
        for own in self.presences_of(low).iter().map(presence) {
            while others.next_if(|other| other.gathered < own.gathered).is_some() {}
            let event = self.events[own.gathered as usize].event;
            let counts = |other: &Presence| other.gathered == own.gathered && !without.events.contains(&event);
            if let Some(other) = others.next_if(counts)
                && !theirs.clone().any(|tie| tie.attributed_to == Some(event))
            {
                self.add_event(&mut shared, own, other);
                if self.strength(&shared).is_some() {
                    return true;
                }
            }
        }
        false
    }

    fn arcs(&self) -> Vec<Entry> {
        let both_ways = self.partnerships.iter().flat_map(|tie| {
            let up = matches!(tie.arcs, ArcsOf::Up | ArcsOf::Both).then_some((tie.low, tie.high, tie.strength));
            let down = matches!(tie.arcs, ArcsOf::Down | ArcsOf::Both).then_some((tie.high, tie.low, tie.strength));
            [up, down].into_iter().flatten()
        });
        both_ways
            .filter_map(|(from, to, strength)| Some((from, to, TieStrength::new(strength)?)))
            .collect()
    }

    fn attendance(&self) -> Attendance {
        let by_hours = self.network.options.projection == Projection::Hours;
        let weight = |presence: &Presence| {
            let weight = if by_hours { presence.hours? } else { 1.0 };
            TieStrength::new(weight)
        };
        let mut nodes_of = Rows::builder(self.network.index.events().len());
        for event in &self.events {
            for presence in &self.presences[event.first as usize..event.last as usize] {
                if let Some(weight) = weight(presence) {
                    nodes_of.push(event.event.0, presence.node, weight);
                }
            }
        }
        let nodes_of = nodes_of.finish();
        Attendance {
            events_of: nodes_of.transposed(self.nodes),
            nodes_of,
        }
    }
}

/// What one node shares with each other, filled and emptied node by node.
struct Scratch {
    shared: Vec<Shared>,
    touched: Vec<u32>,
    is_touched: Vec<bool>,
}

impl Scratch {
    fn new(nodes: usize) -> Self {
        Self {
            shared: vec![Shared::default(); nodes],
            touched: Vec::new(),
            is_touched: vec![false; nodes],
        }
    }

    fn with(&mut self, other: u32) -> &mut Shared {
        let at = other as usize;
        if !self.is_touched[at] {
            self.is_touched[at] = true;
            self.touched.push(other);
        }
        &mut self.shared[at]
    }

    /// Hands over what was filled, in the order of the others.
    fn empty_into(&mut self, mut receive: impl FnMut(u32, Shared)) {
        self.touched.sort_unstable();
        for other in self.touched.drain(..) {
            self.is_touched[other as usize] = false;
            receive(other, std::mem::take(&mut self.shared[other as usize]));
        }
    }
}

fn arcs_of(tie: &DatedTie, source_is_low: bool) -> ArcsOf {
    match (tie.directed, source_is_low) {
        (false, _) => ArcsOf::Both,
        (true, true) => ArcsOf::Up,
        (true, false) => ArcsOf::Down,
    }
}

fn later(one: Option<Period>, other: Option<Period>) -> Option<Period> {
    match (one, other) {
        (Some(a), Some(b)) => Some(if b.end() > a.end() { b } else { a }),
        (a, b) => a.or(b),
    }
}

fn earlier(one: Option<Day>, other: Option<Day>) -> Option<Day> {
    match (one, other) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

fn add(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    match (one, other) {
        (Some(a), Some(b)) => Some(a + b),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_hub::{TestHub, all, day, hub, options, place, snapshot, what, window};
    use super::super::{NetworkOptions, NodeIndex};
    use super::*;
    use crate::time::Window;

    fn close(found: Option<f64>, expected: f64) {
        let found = found.expect("a tie");
        assert!((found - expected).abs() <= 1e-12, "{found} is not {expected}");
    }

    /// The tie of two stakeholders, with every place a node.
    fn tie(network: &TemporalNetwork, layer: Layer, window: &Window, one: &str, other: &str) -> Option<f64> {
        let snapshot = snapshot(network, layer, window);
        let node = |id| snapshot.node_at(place(network, id)).expect("a node");
        snapshot.ties().get(node(one).at(), node(other).0)
    }

    fn with(hub: &TestHub, options: NetworkOptions) -> TemporalNetwork {
        TemporalNetwork::assemble(&hub.records(), &options)
    }

    /// E1: A, B, C (k = 3: 1/2 each pair); E2: A, B (k = 2: 1 for the pair); E3: C alone.
    fn three_events() -> TestHub {
        hub(&[])
            .attends("A", "E1", "2020-03-01")
            .attends("B", "E1", "2020-03-01")
            .attends("C", "E1", "2020-03-01")
            .attends("A", "E2", "2020-06-01")
            .attends("B", "E2", "2020-06-01")
            .attends("C", "E3", "2020-09-01")
    }

    /// Ten at one launch; A and B also meet at another event of ten; A and J sign an agreement.
    fn two_launches() -> TestHub {
        let mut hub = hub(&[]).tie("A", "J", "2020-01-01", "open");
        for id in ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"] {
            hub = hub.attends(id, "launch", "2020-03-01");
        }
        for id in ["A", "B", "K", "L", "M", "N", "O", "P", "Q", "R"] {
            hub = hub.attends(id, "second", "2020-04-01");
        }
        hub
    }

    #[test]
    fn co_participation_is_newmans() {
        let network = three_events().network();
        let snapshot = snapshot(&network, Layer::Participations, &all(&network));
        // AB: 1/2 + 1; AC, BC: 1/2
        assert_eq!(snapshot.tie_count(), 3);
        close(snapshot.ties().get(0, 1), 1.5);
        close(snapshot.ties().get(0, 2), 0.5);
        close(snapshot.ties().get(2, 1), 0.5);
        // A node's strength is the number of events with someone else that it attended: 2, 2, 1.
        for (node, events) in [(0, 2.0), (1, 2.0), (2, 1.0)] {
            close(Some(snapshot.ties().strengths(node).iter().sum()), events);
        }
        let attendance = snapshot.attendance().expect("participations have attendance");
        assert_eq!(attendance.events_of.columns(2), [0, 2]);
        assert_eq!(attendance.nodes_of.columns(1), [0, 1]);
    }

    #[test]
    fn by_count_each_event_adds_one_and_by_hours_the_smaller_side() {
        let hours = |hours| move |row: &mut crate::records::Participation| row.hours = hours;
        let hub = hub(&[])
            .unit("O", "")
            .person("p", "O")
            .person("q", "O")
            .attends_with("p", "E1", "2020-03-01", hours(Some(2.0)))
            .attends_with("q", "E1", "2020-03-01", hours(Some(3.0)))
            .attends_with("A", "E1", "2020-03-01", hours(Some(4.0)))
            .attends_with("B", "E1", "2020-03-01", hours(None));
        let by_count = with(
            &hub,
            NetworkOptions {
                projection: Projection::Count,
                ..options()
            },
        );
        close(tie(&by_count, Layer::Participations, &all(&by_count), "A", "B"), 1.0);
        let by_hours = with(
            &hub,
            NetworkOptions {
                projection: Projection::Hours,
                ..options()
            },
        );
        // O came with two persons for 2 + 3 hours, A for 4; B's hours are not known.
        close(tie(&by_hours, Layer::Participations, &all(&by_hours), "A", "O"), 4.0);
        assert_eq!(tie(&by_hours, Layer::Participations, &all(&by_hours), "A", "B"), None);
    }

    #[test]
    fn partnerships_add_up_over_rows_directions_and_recorded_strengths() {
        let hub = hub(&[])
            .tie_with("A", "B", "2020-01-01", "2020-12-31", |row| row.strength = 2.5)
            .tie_with("B", "A", "2020-06-01", "open", |row| row.directed = true)
            .tie("A", "C", "2020-01-01", "open")
            .studied_until("2021-12-31");
        let network = hub.network();
        let ab = |window| tie(&network, Layer::Partnerships, &window, "B", "A");
        close(ab(window("2020-01-01", "2020-07-01")), 3.5);
        close(ab(window("2020-01-01", "2020-06-01")), 2.5);
        close(ab(window("2021-01-01", "2021-02-01")), 1.0);
        let directed = network.snapshot(&View {
            layer: Layer::Partnerships,
            window: &window("2020-01-01", "2021-01-01"),
            members: MemberScope::All,
            direction: Direction::Directed,
            without: &Without::default(),
        });
        let arcs = directed.arcs().expect("partnerships have arcs");
        // A-B is undirected and 2.5, B → A is 1: 2.5 from A to B and 3.5 back; A-C runs both ways.
        close(arcs.out.get(0, 1), 2.5);
        close(arcs.out.get(1, 0), 3.5);
        close(arcs.into.get(0, 1), 3.5);
        close(arcs.out.get(2, 0), 1.0);
    }

    #[test]
    fn the_joined_layers_weigh_both_kinds() {
        let weights = NetworkOptions {
            partnership_weight: 2.0,
            participation_weight: 3.0,
            ..options()
        };
        let hub = three_events()
            .tie("A", "B", "2020-01-01", "open")
            .tie("A", "Z", "2020-01-01", "open");
        let network = with(&hub, weights);
        // AB: 2 × 1 + 3 × 1.5; AC: 3 × 0.5; AZ: 2 × 1
        for (other, expected) in [("B", 6.5), ("C", 1.5), ("Z", 2.0)] {
            close(tie(&network, Layer::Combined, &all(&network), "A", other), expected);
        }
    }

    #[test]
    fn one_big_event_makes_no_working_ties_and_two_do() {
        let network = two_launches().network();
        let snapshot = snapshot(&network, Layer::Working, &all(&network));
        assert_eq!(snapshot.tie_count(), 2);
        // A and B shared two events of ten: 1/9 + 1/9. A and J one, beside their agreement, which counts alone.
        close(tie(&network, Layer::Working, &all(&network), "A", "B"), 2.0 / 9.0);
        close(tie(&network, Layer::Working, &all(&network), "A", "J"), 1.0);
        close(
            tie(&network, Layer::Combined, &all(&network), "A", "J"),
            1.0 + 1.0 / 9.0,
        );
    }

    #[test]
    fn an_event_of_eight_makes_working_ties_and_one_of_nine_does_not() {
        let ids = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
        for (size, ties) in [(8, 28), (9, 0)] {
            let hub = ids[..size]
                .iter()
                .fold(hub(&[]), |hub, id| hub.attends(id, "E", "2020-01-01"));
            assert_eq!(
                hub.snapshot(Layer::Working, &window("2020-01-01", "2021-01-01"))
                    .tie_count(),
                ties
            );
        }
    }

    #[test]
    fn an_agreement_and_the_event_that_is_the_same_fact_count_once() {
        let hub = three_events().tie_from_event("B", "A", "2020-06-01", "2020-12-31", "E2");
        let network = hub.network();
        let year = window("2020-01-01", "2021-01-01");
        // E2 is the agreement of A and B: 1 + 1/2 from E1, not 1 + 1/2 + 1.
        close(tie(&network, Layer::Combined, &year, "A", "B"), 1.5);
        close(tie(&network, Layer::Working, &year, "A", "B"), 1.5);
        close(tie(&network, Layer::Participations, &year, "A", "B"), 1.5);
        close(tie(&network, Layer::Combined, &year, "A", "C"), 0.5);
    }

    #[test]
    fn a_record_that_ended_fades_by_its_half_life() {
        let fading = NetworkOptions {
            half_life_days: Some(10.0),
            ..options()
        };
        let hub = hub(&[])
            .tie("A", "B", "2020-01-01", "2020-01-11")
            .tie("A", "C", "2020-01-01", "open")
            .tie("A", "D", "", "")
            .attends("A", "E", "2020-01-21")
            .attends("B", "E", "2020-01-21");
        let network = with(&hub, fading);
        // The window's last day is 2020-01-31: the agreement ended 20 days before (1/4), the event was 10 (1/2).
        let january = window("2020-01-01", "2020-02-01");
        close(tie(&network, Layer::Combined, &january, "A", "B"), 0.75);
        close(tie(&network, Layer::Partnerships, &january, "A", "C"), 1.0);
        close(tie(&network, Layer::Partnerships, &january, "A", "D"), 1.0);
    }

    #[test]
    fn a_tie_is_as_old_as_its_oldest_record() {
        let network = three_events()
            .tie("A", "C", "2020-01-01", "open")
            .tie("B", "Z", "", "")
            .network();
        let snapshot = snapshot(&network, Layer::Combined, &window("2020-01-01", "2020-07-01"));
        // The last day is 06-30: A-B since 03-01 (121 days), A-C since 01-01 (181), B-C since 03-01, B-Z undated.
        let expected = [
            Some(121),
            Some(181),
            Some(121),
            Some(121),
            None,
            Some(181),
            Some(121),
            None,
        ];
        let ages = snapshot.ages().expect("a window with days");
        assert_eq!(ages.iter().map(|age| age.days()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_taken_out_is_gone_and_leaves_the_other_ties_as_they_were() {
        let (hub, year) = (three_events(), window("2020-01-01", "2021-01-01"));
        let (records, network) = (hub.records(), hub.network());
        let view = |without: &Without| {
            network.snapshot(&View {
                layer: Layer::Participations,
                window: &year,
                members: MemberScope::All,
                direction: Direction::Undirected,
                without,
            })
        };
        let without_a = view(&Without {
            places: [place(&network, "A")].into(),
            ..Without::default()
        });
        assert_eq!(without_a.places(), [place(&network, "B"), place(&network, "C")]);
        // E1 still had three participants.
        close(without_a.ties().get(0, 1), 0.5);
        let without_first = view(&Without {
            events: [what(&records, "E1")].into(),
            ..Without::default()
        });
        assert_eq!(without_first.tie_count(), 1);
        close(without_first.ties().get(0, 1), 1.0);
    }

    #[test]
    fn the_core_holds_members_alone_and_guests_count_among_the_participants() {
        let network = three_events().attends("D", "E1", "2020-03-01").network();
        let core = network.snapshot(&View {
            layer: Layer::Participations,
            window: &window("2020-01-01", "2020-07-01"),
            members: MemberScope::Core,
            direction: Direction::Undirected,
            without: &Without::default(),
        });
        // By July A and B came twice, C and D once. E1 had four: 1/3, E2 two: 1.
        assert_eq!(core.places(), [place(&network, "A"), place(&network, "B")]);
        close(core.ties().get(0, 1), 4.0 / 3.0);
    }

    #[test]
    fn the_same_attendance_gives_the_same_snapshot_and_another_keeps_partnerships_and_sizes() {
        let network = three_events().tie("A", "C", "2020-01-01", "open").network();
        let year = window("2020-01-01", "2021-01-01");
        for layer in [Layer::Participations, Layer::Combined, Layer::Working] {
            let view = View {
                layer,
                window: &year,
                members: MemberScope::All,
                direction: Direction::Undirected,
                without: &Without::default(),
            };
            let records = network.reprojection(&view);
            let came = records.participants();
            let again = records.with_participants(came.iter().map(Vec::as_slice));
            assert_eq!(again, network.snapshot(&view), "{layer}");
            // everyone moves one on: A, B and C are 0, 1 and 2
            let moved: Vec<Vec<u32>> = came
                .iter()
                .map(|row| row.iter().map(|node| (node + 1) % 3).collect())
                .collect();
            let moved = records.with_participants(moved.iter().map(Vec::as_slice));
            let events = |snapshot: &Snapshot| snapshot.attendance().map(|attendance| attendance.nodes_of.entries());
            assert_eq!(events(&moved), events(&again), "{layer}");
        }
    }

    #[test]
    fn a_day_on_the_boundary_falls_into_one_window() {
        let network = three_events().network();
        let pairs = |start, end| snapshot(&network, Layer::Participations, &window(start, end)).tie_count();
        assert_eq!(pairs("2020-05-01", "2020-06-01"), 0);
        assert_eq!(pairs("2020-06-01", "2020-07-01"), 1);
        assert_eq!(
            network
                .participants(EventIndex(1), &window("2020-06-01", "2020-06-02"))
                .count(),
            2
        );
        assert_eq!(network.study().map(|study| study.from), Some(day("2020-03-01")));
        assert_eq!(
            snapshot(&network, Layer::Participations, &all(&network)).nodes().last(),
            Some(NodeIndex(2))
        );
    }

    #[test]
    fn threads_change_nothing() {
        // 100 events of over 50 among 500: above 5,000 participations, enough for threads.
        let mut hub = hub(&[]);
        for event in 0..100 {
            for guest in 0..60 {
                let id = format!("S{:03}", (event * 37 + guest * guest) % 500);
                hub = hub.attends(&id, &format!("E{event:02}"), "2020-01-01");
            }
        }
        let network = hub.network();
        let run = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("a pool");
            pool.install(|| snapshot(&network, Layer::Working, &all(&network)))
        };
        let one = run(1);
        assert!(
            network
                .event_sizes(&all(&network))
                .iter()
                .map(|size| size.participants)
                .sum::<usize>()
                > WORTH_THREADS
        );
        assert!(one.tie_count() > 1000);
        assert_eq!(one, run(8));
    }
}
