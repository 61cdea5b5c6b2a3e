//! Every measure of the registry keeps the laws that it declares, and none can be added without declaring them.
//!
//! In: small random networks, one-mode and two-mode, undirected and directed, by both path lengths, and the measures of
//! the registry. Out: other names, another order of rows, another unit of strength, ties split into parallel records
//! and one member more change what [`Laws`] says and nothing else; every value is finite or undefined and in its range.

use std::collections::BTreeMap;

use hubscope::metrics::registry::{MeasureInfo, TieMeasure, tie_table};
use hubscope::metrics::{MeasureOptions, NetworkMeasure, NodeMeasure, network_table, node_table};
use hubscope::network::{Direction, PathLength, Place, Snapshot, SnapshotParts, TieStrength};
use hubscope::random::{self, Draws};
use proptest::prelude::*;

use super::{LENGTHS, Network, config, networks};

/// What a measure promises.
#[derive(Debug, Clone, Copy)]
struct Laws {
    unit: Unit,
    isolate: Isolate,
    ties_of_rank: TiesOfRank,
}

/// What another unit of strength does to it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Unit {
    /// Nothing.
    None,
    /// It comes in that unit.
    Strength,
    /// It comes in 1/length: in that unit where ties are as long as they are weak.
    Nearness,
    /// It comes in lengths: the other way round.
    Length,
}

/// What a member without ties does to it, n counting the members before.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Isolate {
    /// Nothing.
    None,
    /// One more.
    OneMore,
    /// A mean over the members: divided by one more.
    PerMember,
    /// A mean over the others: divided by one more.
    PerOther,
    /// A share of all pairs of members.
    PerPair,
    /// A share of all pairs of others.
    PerPairOfOthers,
    /// A share of a whole of which the newcomer takes its own.
    ShareOfWhole,
    /// The share of pairs that are apart.
    PairsApart,
    /// Its reference (a density, sizes of groups, the best of all networks of that size) moves in ways of its own.
    OwnWay,
}

/// Who stands first where several stand equal.
#[derive(Debug, Clone, Copy, PartialEq)]
enum TiesOfRank {
    /// It does not matter.
    DoNotMatter,
    /// The smaller index decides, so other names may give another answer.
    DecidedByIndex,
}

impl Laws {
    const PLAIN: Self = Self {
        unit: Unit::None,
        isolate: Isolate::None,
        ties_of_rank: TiesOfRank::DoNotMatter,
    };

    const fn unit(self, unit: Unit) -> Self {
        Self { unit, ..self }
    }

    const fn isolate(self, isolate: Isolate) -> Self {
        Self { isolate, ..self }
    }

    const fn decided_by_index(self) -> Self {
        Self {
            ties_of_rank: TiesOfRank::DecidedByIndex,
            ..self
        }
    }
}

// No wildcard in the three lists: who adds a measure says here how it behaves.

fn laws_of_node(measure: NodeMeasure) -> Laws {
    use NodeMeasure as M;
    match measure {
        M::Degree | M::InDegree | M::OutDegree => Laws::PLAIN,
        M::Strength | M::InStrength | M::OutStrength => Laws::PLAIN.unit(Unit::Strength),
        M::Closeness | M::ClosenessIn | M::ClosenessOut | M::Harmonic | M::HarmonicIn | M::HarmonicOut => {
            Laws::PLAIN.unit(Unit::Nearness).isolate(Isolate::PerOther)
        }
        M::BetweennessRaw => Laws::PLAIN,
        M::Betweenness => Laws::PLAIN.isolate(Isolate::PerPairOfOthers),
        // of components of equal size the one with the smallest index
        M::Eigenvector | M::EigenvectorBinary => Laws::PLAIN.decided_by_index(),
        M::PageRank => Laws::PLAIN.isolate(Isolate::ShareOfWhole),
        M::Hub | M::Authority => Laws::PLAIN,
        M::CoreNumber | M::Clustering | M::Constraint | M::EffectiveSize | M::Efficiency | M::Hierarchy => Laws::PLAIN,
        M::Coordinator | M::Itinerant | M::Gatekeeper | M::Representative | M::Liaison => Laws::PLAIN,
        M::CoordinatorExpected
        | M::CoordinatorZ
        | M::ItinerantExpected
        | M::ItinerantZ
        | M::GatekeeperExpected
        | M::GatekeeperZ
        | M::RepresentativeExpected
        | M::RepresentativeZ
        | M::LiaisonExpected
        | M::LiaisonZ => Laws::PLAIN.isolate(Isolate::OwnWay),
        M::EiIndex | M::EiIndexStrength | M::ParticipationCoefficient | M::ParticipationCoefficientStrength => {
            Laws::PLAIN
        }
        M::WithinModuleZ | M::WithinModuleZStrength => Laws::PLAIN,
        M::Community => Laws::PLAIN.decided_by_index(),
        M::Articulation | M::Stranded => Laws::PLAIN,
        M::TwoStepReach => Laws::PLAIN.isolate(Isolate::PerOther),
        M::Events | M::EventStrength | M::MeanEventSize => Laws::PLAIN,
        M::TwoModeCloseness | M::TwoModeBetweenness => Laws::PLAIN.isolate(Isolate::OwnWay),
    }
}

fn laws_of_tie(measure: TieMeasure) -> Laws {
    use TieMeasure as M;
    match measure {
        M::Strength => Laws::PLAIN.unit(Unit::Strength),
        M::EdgeBetweenness | M::Bridge | M::Embeddedness | M::Overlap | M::DisparityP | M::Age => Laws::PLAIN,
    }
}

fn laws_of_network(measure: NetworkMeasure) -> Laws {
    use NetworkMeasure as M;
    match measure {
        M::Members | M::Components => Laws::PLAIN.isolate(Isolate::OneMore),
        M::Communities => Laws::PLAIN.decided_by_index(),
        M::Active | M::Ties | M::Transitivity | M::DegreeAssortativity | M::Assortativity | M::Reciprocity => {
            Laws::PLAIN
        }
        M::EiIndex | M::ArticulationPoints | M::Bridges => Laws::PLAIN,
        M::Density => Laws::PLAIN.isolate(Isolate::PerPair),
        M::MeanDegree | M::LargestComponentShare | M::MeanClustering | M::LargestBiconnectedShare => {
            Laws::PLAIN.isolate(Isolate::PerMember)
        }
        M::Fragmentation => Laws::PLAIN.isolate(Isolate::PairsApart),
        M::GlobalEfficiency => Laws::PLAIN.unit(Unit::Nearness).isolate(Isolate::PerPair),
        M::MeanPathLength | M::Diameter => Laws::PLAIN.unit(Unit::Length),
        M::DegreeCentralization | M::BetweennessCentralization => Laws::PLAIN.isolate(Isolate::OwnWay),
        M::Modularity => Laws::PLAIN.decided_by_index(),
        M::CorePeripheryFit
        | M::Robustness
        | M::RobustnessRandom
        | M::RobustnessRandomLow
        | M::RobustnessRandomHigh => Laws::PLAIN.isolate(Isolate::OwnWay).decided_by_index(),
    }
}

/// One value and where it stands: the measure, its laws, and the stakeholder, the pair or the whole.
#[derive(Debug, Clone)]
struct Figure {
    info: MeasureInfo,
    laws: Laws,
    value: Option<f64>,
}

/// Of which measure, of whom: two nodes for a tie (in rising order) or an arc, the same twice for a node, none for the whole.
type Of = (&'static str, &'static str, Option<(u32, u32)>);

/// Everything the registry says of a snapshot.
fn figures(snapshot: &Snapshot, options: &MeasureOptions) -> BTreeMap<Of, Figure> {
    let mut found = BTreeMap::new();
    let nodes = node_table(snapshot, options).expect("arcs where directed");
    for column in nodes.columns {
        let (info, laws) = (column.measure.info(), laws_of_node(column.measure));
        assert_eq!(column.values.len(), snapshot.node_count(), "{}", info.name);
        for (node, value) in column.values.into_iter().enumerate() {
            let of = ("node", info.name, Some((node as u32, node as u32)));
            found.insert(of, Figure { info, laws, value });
        }
    }
    let kind = match options.direction {
        Direction::Undirected => "tie",
        Direction::Directed => "arc",
    };
    let ties = tie_table(snapshot, options).expect("arcs where directed");
    for column in ties.columns {
        let (info, laws) = (column.measure.info(), laws_of_tie(column.measure));
        assert_eq!(column.values.len(), ties.ends.len(), "{}", info.name);
        for ((one, other), value) in ties.ends.iter().zip(column.values) {
            found.insert((kind, info.name, Some((one.0, other.0))), Figure { info, laws, value });
        }
    }
    for (measure, value) in network_table(snapshot, options).expect("groups fit").figures {
        let (info, laws) = (measure.info(), laws_of_network(measure));
        found.insert(("network", info.name, None), Figure { info, laws, value });
    }
    found
}

fn figures_of(network: &Network, path_length: PathLength) -> BTreeMap<Of, Figure> {
    figures(&network.snapshot(), &network.options(path_length))
}

fn close(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-8 * b.abs().max(1.0),
        (None, None) => true,
        _ => false,
    }
}

/// Each figure after the change is what its law makes of the one before.
fn compare(
    before: &BTreeMap<Of, Figure>,
    after: &BTreeMap<Of, Figure>,
    place: impl Fn(u32) -> u32,
    expected: impl Fn(&Figure) -> Expected,
) -> Result<(), TestCaseError> {
    for ((kind, name, whom), figure) in before {
        let whom = whom.map(|(a, b)| {
            let (a, b) = (place(a), place(b));
            if *kind == "arc" { (a, b) } else { (a.min(b), a.max(b)) }
        });
        let Expected::Value(expected) = expected(figure) else {
            continue;
        };
        let found = after.get(&(*kind, *name, whom)).and_then(|figure| figure.value);
        prop_assert!(
            close(found, expected),
            "{kind} {name} of {whom:?}: {found:?} is not {expected:?}, {:?} before",
            figure.value
        );
    }
    Ok(())
}

enum Expected {
    Value(Option<f64>),
    /// The law leaves it open.
    Open,
}

fn same(figure: &Figure) -> Expected {
    Expected::Value(figure.value)
}

/// As before, where no rank is decided by the index.
fn same_by_any_name(figure: &Figure) -> Expected {
    match figure.laws.ties_of_rank {
        TiesOfRank::DoNotMatter => same(figure),
        TiesOfRank::DecidedByIndex => Expected::Open,
    }
}

fn in_another_unit(figure: &Figure, unit: f64, path_length: PathLength) -> Expected {
    let by_strength = path_length == PathLength::InverseStrength;
    let factor = match figure.laws.unit {
        Unit::Strength => unit,
        Unit::Nearness if by_strength => unit,
        Unit::Length if by_strength => 1.0 / unit,
        Unit::None | Unit::Nearness | Unit::Length => 1.0,
    };
    match same_by_any_name(figure) {
        Expected::Value(value) => Expected::Value(value.map(|value| value * factor)),
        Expected::Open => Expected::Open,
    }
}

/// What one member more makes of a figure of n members.
fn with_an_isolate(figure: &Figure, n: f64, own_share: f64) -> Expected {
    let Some(value) = figure.value else {
        // what was undefined for want of members may be defined now
        return Expected::Open;
    };
    if figure.laws.ties_of_rank == TiesOfRank::DecidedByIndex {
        return Expected::Open;
    }
    Expected::Value(Some(match figure.laws.isolate {
        Isolate::None => value,
        Isolate::OneMore => value + 1.0,
        Isolate::PerMember => value * n / (n + 1.0),
        Isolate::PerOther => value * (n - 1.0) / n,
        Isolate::PerPair => value * (n - 1.0) / (n + 1.0),
        Isolate::PerPairOfOthers => value * (n - 2.0) / n,
        Isolate::ShareOfWhole => value * (1.0 - own_share),
        Isolate::PairsApart => 1.0 - (1.0 - value) * (n - 1.0) / (n + 1.0),
        Isolate::OwnWay => return Expected::Open,
    }))
}

/// Finite, and in the range that the registry states where that is a plain interval.
fn check_ranges(figures: &BTreeMap<Of, Figure>) -> Result<(), TestCaseError> {
    for ((kind, name, whom), figure) in figures {
        let Some(value) = figure.value else {
            prop_assert!(
                !figure.info.undefined.is_empty(),
                "{kind} {name} of {whom:?} is undefined, and the registry does not say when"
            );
            continue;
        };
        let (low, high) = match figure.info.range {
            "0 to 1" | "0 or 1" | "above 0, to 1" => (0.0, 1.0),
            "−1 to 1" => (-1.0, 1.0),
            "0 to 0.5" => (0.0, 0.5),
            "any" => (f64::MIN, f64::MAX),
            _ => (
                if figure.info.range.starts_with('−') {
                    f64::MIN
                } else {
                    0.0
                },
                f64::MAX,
            ),
        };
        let inside = value.is_finite() && value >= low - 1e-9 && value <= high + 1e-9;
        prop_assert!(
            inside,
            "{kind} {name} of {whom:?}: {value} is not in {}",
            figure.info.range
        );
    }
    Ok(())
}

fn cases() -> ProptestConfig {
    ProptestConfig { cases: 64, ..config() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn values_are_finite_or_undefined_and_in_their_range(network in networks(), hall in halls()) {
        for path_length in LENGTHS {
            check_ranges(&figures_of(&network, path_length))?;
            check_ranges(&hall.figures(path_length))?;
        }
    }

    #[test]
    fn another_order_of_rows_changes_nothing(network in networks(), hall in halls(), seed in 0u64..1000) {
        let mut draws = random::stream(seed, "shuffle", 0);
        let (mut shuffled, mut other) = (network.clone(), hall.clone());
        draws.shuffle(&mut shuffled.ties);
        draws.shuffle(&mut other.attendance);
        draws.shuffle(&mut other.partnerships);
        for path_length in LENGTHS {
            for (before, after) in [
                (figures_of(&network, path_length), figures_of(&shuffled, path_length)),
                (hall.figures(path_length), other.figures(path_length)),
            ] {
                let bits = |figures: &BTreeMap<Of, Figure>| -> Vec<_> {
                    figures.iter().map(|(of, figure)| (*of, figure.value.map(f64::to_bits))).collect()
                };
                prop_assert_eq!(bits(&before), bits(&after));
            }
        }
    }

    #[test]
    fn other_names_change_nothing(network in networks(), hall in halls(), seed in 0u64..1000) {
        let mut draws = random::stream(seed, "rename", 0);
        let mut name: Vec<u32> = (0..network.nodes.max(hall.nodes)).collect();
        draws.shuffle(&mut name);
        // names of fewer nodes, in the order of the larger list
        let names = |nodes: u32| -> Vec<u32> {
            let kept: Vec<u32> = name.iter().copied().filter(|name| *name < nodes).collect();
            kept
        };
        let (of_network, of_hall) = (names(network.nodes), names(hall.nodes));
        let (renamed, moved) = (network.renamed(&of_network), hall.renamed(&of_hall));
        for path_length in LENGTHS {
            let (before, after) = (figures_of(&network, path_length), figures_of(&renamed, path_length));
            compare(&before, &after, |node| of_network[node as usize], same_by_any_name)?;
            let (before, after) = (hall.figures(path_length), moved.figures(path_length));
            compare(&before, &after, |node| of_hall[node as usize], same_by_any_name)?;
        }
    }

    #[test]
    fn another_unit_of_strength_changes_what_comes_in_it(network in networks(), unit in 0.01..100.0f64) {
        let mut scaled = network.clone();
        scaled.ties.iter_mut().for_each(|tie| tie.2 *= unit);
        for path_length in LENGTHS {
            let (before, after) = (figures_of(&network, path_length), figures_of(&scaled, path_length));
            compare(&before, &after, |node| node, |figure| in_another_unit(figure, unit, path_length))?;
        }
    }

    #[test]
    fn a_tie_split_into_parallel_records_stays_one_tie(network in networks(), share in 0.1..0.9f64) {
        let mut split = network.clone();
        split.ties = network.ties.iter().flat_map(|&(a, b, s)| [(a, b, s * share), (a, b, s - s * share)]).collect();
        for path_length in LENGTHS {
            let (before, after) = (figures_of(&network, path_length), figures_of(&split, path_length));
            compare(&before, &after, |node| node, same_by_any_name)?;
        }
    }

    #[test]
    fn one_member_without_ties_more_changes_what_is_counted_per_member(network in networks(), hall in halls()) {
        let mut larger = network.clone();
        larger.nodes += 1;
        larger.groups.push(None);
        let mut fuller = hall.clone();
        fuller.nodes += 1;
        fuller.groups.push(None);
        for path_length in LENGTHS {
            for (n, before, after) in [
                (network.nodes, figures_of(&network, path_length), figures_of(&larger, path_length)),
                (hall.nodes, hall.figures(path_length), fuller.figures(path_length)),
            ] {
                let newcomer = |name| after[&("node", name, Some((n, n)))].value;
                compare(&before, &after, |node| node, |figure| {
                    let own = match figure.laws.isolate {
                        Isolate::ShareOfWhole => newcomer(figure.info.name).unwrap_or(0.0),
                        _ => 0.0,
                    };
                    with_an_isolate(figure, f64::from(n), own)
                })?;
            }
        }
    }

    #[test]
    fn ties_through_events_measure_like_the_same_ties_written_down(hall in halls()) {
        for path_length in LENGTHS {
            let written = hall.without_attendance();
            let before = figures(&written, &hall.options(path_length));
            compare(&before, &hall.figures(path_length), |node| node, same)?;
        }
    }

    #[test]
    fn newman_strength_is_the_number_of_shared_events(hall in halls()) {
        let mut alone = hall.clone();
        alone.partnerships.clear();
        let snapshot = alone.snapshot();
        let table = node_table(&snapshot, &alone.options(PathLength::Hops)).expect("undirected");
        let strength = table.column(NodeMeasure::Strength).expect("a column");
        for (node, found) in strength.iter().enumerate() {
            let shared = alone.events().values().filter(|who| who.len() > 1 && who.contains(&(node as u32))).count();
            prop_assert!(close(*found, Some(shared as f64)), "{node}: {found:?} is not {shared}");
        }
    }
}

impl Network {
    fn renamed(&self, name: &[u32]) -> Self {
        let mut renamed = self.clone();
        for tie in &mut renamed.ties {
            *tie = (name[tie.0 as usize], name[tie.1 as usize], tie.2);
        }
        for (node, group) in self.groups.iter().enumerate() {
            renamed.groups[name[node] as usize] = *group;
        }
        renamed
    }
}

/// Who took part in what, and who is a partner of whom: a network with attendance.
#[derive(Debug, Clone)]
struct Hall {
    nodes: u32,
    attendance: Vec<(u32, u32)>,
    partnerships: Vec<(u32, u32, f64)>,
    groups: Vec<Option<u32>>,
}

const EVENTS: u32 = 6;

fn halls() -> impl Strategy<Value = Hall> {
    (0u32..10).prop_flat_map(|nodes| {
        let end = 0..nodes.max(1);
        let attendance = prop::collection::vec((end.clone(), 0..EVENTS), 0..=if nodes == 0 { 0 } else { 20 });
        let tie = (end.clone(), end, prop::sample::select(vec![0.5, 1.0, 2.0]));
        let partnerships = prop::collection::vec(tie, 0..=if nodes < 2 { 0 } else { 6 });
        (attendance, partnerships).prop_map(move |(mut attendance, partnerships)| {
            attendance.sort_unstable();
            attendance.dedup();
            Hall {
                nodes,
                attendance,
                partnerships: partnerships.into_iter().filter(|(a, b, _)| a != b).collect(),
                groups: (0..nodes).map(|node| (node % 3 < 2).then_some(node % 3)).collect(),
            }
        })
    })
}

impl Hall {
    fn events(&self) -> BTreeMap<u32, Vec<u32>> {
        let mut events: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for &(node, event) in &self.attendance {
            events.entry(event).or_default().push(node);
        }
        events
    }

    fn parts(&self) -> SnapshotParts {
        let entry = |a: u32, b: u32, s: f64| (a, b, TieStrength::new(s).expect("above zero"));
        let mut ties: Vec<_> = self.partnerships.iter().map(|&(a, b, s)| entry(a, b, s)).collect();
        for who in self.events().values() {
            for (at, &one) in who.iter().enumerate() {
                let each = 1.0 / (who.len() as f64 - 1.0);
                ties.extend(who[at + 1..].iter().map(|&other| entry(one, other, each)));
            }
        }
        let attendance = self.attendance.iter().map(|&(node, event)| entry(node, event, 1.0));
        SnapshotParts {
            places: (0..self.nodes).map(Place).collect(),
            ties,
            attendance: Some((EVENTS as usize, attendance.collect())),
            ..SnapshotParts::default()
        }
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot::freeze(self.parts())
    }

    fn without_attendance(&self) -> Snapshot {
        Snapshot::freeze(SnapshotParts {
            attendance: None,
            ..self.parts()
        })
    }

    fn options(&self, path_length: PathLength) -> MeasureOptions {
        MeasureOptions {
            path_length,
            direction: Direction::Undirected,
            groups: self.groups.clone(),
            ..MeasureOptions::ungrouped(&Snapshot::default())
        }
    }

    fn figures(&self, path_length: PathLength) -> BTreeMap<Of, Figure> {
        figures(&self.snapshot(), &self.options(path_length))
    }

    fn renamed(&self, name: &[u32]) -> Self {
        let at = |node: u32| name[node as usize];
        let mut groups = self.groups.clone();
        for (node, group) in self.groups.iter().enumerate() {
            groups[name[node] as usize] = *group;
        }
        Self {
            groups,
            nodes: self.nodes,
            attendance: self.attendance.iter().map(|&(node, event)| (at(node), event)).collect(),
            partnerships: self.partnerships.iter().map(|&(a, b, s)| (at(a), at(b), s)).collect(),
        }
    }
}

/// Empty, one, two, tied and not, alone and beside each other: every measure is finite or undefined.
#[test]
fn the_smallest_networks_break_no_measure() {
    let small = [
        (0, &[][..]),
        (1, &[]),
        (2, &[]),
        (2, &[(0, 1, 2.0)]),
        (3, &[(0, 1, 2.0)]),
        (4, &[(0, 1, 1.0), (2, 3, 1.0)]),
        (5, &[(0, 1, 1.0), (1, 0, 3.0), (3, 4, 1e-9)]),
    ];
    for (nodes, ties) in small {
        for direction in [Direction::Undirected, Direction::Directed] {
            for group in [None, Some(0)] {
                let network = Network {
                    nodes,
                    ties: ties.to_vec(),
                    groups: vec![group; nodes as usize],
                    direction,
                };
                for path_length in LENGTHS {
                    let found = figures_of(&network, path_length);
                    assert!(found.len() >= NetworkMeasure::ALL.len() / 2, "{nodes} nodes");
                    check_ranges(&found).unwrap_or_else(|error| panic!("{network:?}: {error}"));
                }
            }
        }
    }
}
