//! Whom does each stakeholder link who are not tied themselves, and do those belong to its own group or to others?
//!
//! In: a snapshot, a group per node and which way ties run. Out: [`Brokerage`].

use super::MetricError;
use crate::network::{Direction, Snapshot};

mod chance;
mod counts;

use chance::{Chance, Moments};
use counts::Counts;

/// The grouping and the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokerageOptions<'a> {
    /// One entry per node, in node order; `None` where it belongs to no group.
    pub groups: &'a [Option<u32>],
    /// Ties, which run both ways, or arcs.
    pub direction: Direction,
}

/// The roles of Gould and Fernandez, each of nodes and of the network.
#[derive(Debug, Clone, PartialEq)]
pub struct Brokerage {
    /// From its own group to its own group.
    pub coordinator: BrokerageRole,
    /// From one other group back to the same.
    pub itinerant: BrokerageRole,
    /// From another group into its own.
    pub gatekeeper: BrokerageRole,
    /// From its own group to another.
    pub representative: BrokerageRole,
    /// From one other group to a third.
    pub liaison: BrokerageRole,
    /// All five together.
    pub total: BrokerageRole,
}

/// One role: what was counted, what chance would give, and how far apart the two are.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BrokerageRole {
    /// Ordered pairs that each node links; `None` where it has no group.
    pub counts: Vec<Option<f64>>,
    /// What chance would give; `None` where it has no group or no other has one.
    pub expected: Vec<Option<f64>>,
    /// (count − expected) / standard deviation; `None` also where nothing else is possible.
    pub z: Vec<Option<f64>>,
    /// The same of the whole network.
    pub network: BrokerageTotal,
}

/// One role over the whole network.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BrokerageTotal {
    /// Sum of the counts.
    pub count: f64,
    /// What chance would give; `None` with fewer than two grouped nodes.
    pub expected: Option<f64>,
    /// (count − expected) / standard deviation; `None` also where nothing else is possible.
    pub z: Option<f64>,
}

/// Gould and Fernandez's brokerage roles of every stakeholder and of the network.
///
/// What it tells a hub: whom someone brings together who are not in touch themselves: members of its own sector
/// (coordinator), of one other sector (itinerant), newcomers from another sector and its own (gatekeeper,
/// representative), or two other sectors (liaison). Groups of different size make some roles more likely by chance, so
/// each count stands beside what chance would give; z above 2 is more than chance usually gives.
///
/// # Formula
/// ```text
/// count of v: ordered pairs (a, b), a -> v -> b without a -> b, by the groups of a, v and b:
///   coordinator A A A, itinerant B A B, gatekeeper B A A, representative A A B, liaison B A C
/// expected, v in a group of n_v among N nodes, d = arcs / (N(N − 1)), q = d²(1 − d), k over the other groups:
///   coordinator q (n_v − 1)(n_v − 2), itinerant q Σ n_k(n_k − 1), gatekeeper = representative q (N − n_v)(n_v − 1),
///   liaison q Σ_{j≠k} n_j n_k, total q (N − 1)(N − 2)
/// z = (count − expected) / sd, with the variances of Gould and Fernandez as in sna 2.7
/// ```
/// # Conventions
/// The undirected view is taken as arcs both ways, so each pair counts in both orders, as in sna, and gatekeeper equals
/// representative. Strengths play no part; parallel ties are one. Nodes without a group are left out as if they were
/// not there: they broker nothing, nothing is brokered between them, and N and d do not know them. Isolates with a
/// group have counts of 0. The variances of totals assume that the network is large beside its overlaps and come out
/// negative in some small or dense ones: there z is undefined. That z is normal is an approximation.
///
/// # Returns
/// Counts are ordered pairs, 0 and up; the expected numbers too; z in standard deviations, undefined where the
/// standard deviation is 0 or not a number (a group of one has no coordinator). All are undefined without a group.
///
/// # Complexity
/// O(m · a) for the closed pairs, a the largest number of partners with a higher degree, O(n + m) for the others; nodes
/// in parallel. Counts are whole numbers, so the result is the same on any number of threads.
///
/// # Errors
/// [`MetricError::GroupingSize`] where the groups are not one per node; [`MetricError::NoArcs`] where direction is asked
/// for and the layer has no arcs.
///
/// # Agreement
/// R sna 2.7 `brokerage`: the same counts, expectations and z; where sna gives NaN or an infinite z, it is undefined
/// here.
///
/// # Example
/// ```
/// use hubscope::metrics::{BrokerageOptions, brokerage};
/// use hubscope::network::{Direction, Snapshot};
/// // 1 stands between 0 of its own group and 2 of another: from 0 to 2 as representative, from 2 to 0 as gatekeeper
/// let path = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
/// let groups = [Some(0), Some(0), Some(1)];
/// let found = brokerage(&path, &BrokerageOptions { groups: &groups, direction: Direction::Undirected })?;
/// assert_eq!(found.representative.counts, [Some(0.0), Some(1.0), Some(0.0)]);
/// assert_eq!(found.gatekeeper.counts[1], Some(1.0));
/// assert_eq!(found.total.network.count, 2.0);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Gould, R. V., Fernandez, R. M. (1989). Structures of mediation: a formal approach to brokerage in transaction
/// networks. Sociological Methodology 19, 89-126. <https://doi.org/10.2307/270949>
pub fn brokerage(snapshot: &Snapshot, options: &BrokerageOptions<'_>) -> Result<Brokerage, MetricError> {
    let counts = counts::count(snapshot, options)?;
    let chance = Chance::new(options.groups, counts.arcs);
    let role = |role: Role| BrokerageRole::of(&counts, &chance, options.groups, role);
    Ok(Brokerage {
        coordinator: role(Role::Coordinator),
        itinerant: role(Role::Itinerant),
        gatekeeper: role(Role::Gatekeeper),
        representative: role(Role::Representative),
        liaison: role(Role::Liaison),
        total: role(Role::Total),
    })
}

/// A role, as a place in the arrays of counts and moments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Coordinator,
    Itinerant,
    Gatekeeper,
    Representative,
    Liaison,
    Total,
}

impl BrokerageRole {
    fn of(counts: &Counts, chance: &Chance, groups: &[Option<u32>], role: Role) -> Self {
        let count = |node: usize| counts.of(node, role) as f64;
        let moments = |group: Option<u32>| group.and_then(|group| chance.of_group(group, role));
        let nodes = || groups.iter().enumerate();
        let sum: u64 = nodes().map(|(node, _)| counts.of(node, role)).sum();
        let whole = chance.of_network(role);
        Self {
            counts: nodes().map(|(node, group)| group.map(|_| count(node))).collect(),
            expected: groups.iter().map(|&group| Some(moments(group)?.expected)).collect(),
            z: nodes().map(|(node, &group)| moments(group)?.z(count(node))).collect(),
            network: BrokerageTotal {
                count: sum as f64,
                expected: whole.map(|moments| moments.expected),
                z: whole.and_then(|moments| moments.z(sum as f64)),
            },
        }
    }
}

impl Moments {
    fn z(self, count: f64) -> Option<f64> {
        let z = (count - self.expected) / self.variance.sqrt();
        z.is_finite().then_some(z)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(snapshot: &Snapshot, groups: &[Option<u32>], direction: Direction) -> Brokerage {
        brokerage(snapshot, &BrokerageOptions { groups, direction }).expect("groups fit")
    }

    #[test]
    fn each_role_by_its_arcs() {
        // 0 brokers five pairs that have no arc: groups A = {0 1 2}, B = {3 4}, C = {5}
        // 1 -> 0 -> 2 coordinator, 3 -> 0 -> 4 itinerant, 3 -> 0 -> 2 gatekeeper, 1 -> 0 -> 4 and 1 -> 0 -> 5
        // representative, 3 -> 0 -> 5 liaison
        let arcs = [(1, 0, 1.0), (3, 0, 1.0), (0, 2, 1.0), (0, 4, 1.0), (0, 5, 1.0)];
        let groups = [Some(0), Some(0), Some(0), Some(1), Some(1), Some(2)];
        let snapshot = Snapshot::from_arcs(6, &arcs);
        let roles = found(&snapshot, &groups, Direction::Directed);
        let of = |role: &BrokerageRole| role.counts[0].expect("has a group");
        assert!((of(&roles.coordinator) - 1.0).abs() <= 1e-12);
        assert!((of(&roles.itinerant) - 1.0).abs() <= 1e-12);
        assert!((of(&roles.gatekeeper) - 1.0).abs() <= 1e-12);
        assert!((of(&roles.representative) - 2.0).abs() <= 1e-12);
        assert!((of(&roles.liaison) - 1.0).abs() <= 1e-12);
        assert!((of(&roles.total) - 6.0).abs() <= 1e-12);
        // 1 -> 2 closes the coordinator's pair, 2 -> 1 does not
        for (arc, left) in [((1, 2, 1.0), 0.0), ((2, 1, 1.0), 1.0)] {
            let closed = Snapshot::from_arcs(6, &[arcs.as_slice(), &[arc]].concat());
            let roles = found(&closed, &groups, Direction::Directed);
            assert!((of(&roles.coordinator) - left).abs() <= 1e-12);
        }
    }

    #[test]
    fn expectation_and_spread_by_hand() {
        // path 0 - 1 - 2 - 3, groups A A B B: N = 4, six arcs of twelve, d = 1/2, q = 1/8. Of a node in a group of two:
        // gatekeepers expected q (4 − 2)(2 − 1) = 1/4; variance 1/4 (1 − 1/8) + 2 ((2 − 1) C(2, 2) + 2 C(1, 2)) / 64
        // = 7/32 + 2/64 = 1/4, sd 1/2. 1 is gatekeeper once (2 -> 1 -> 0): z = (1 − 1/4) / (1/2) = 3/2
        let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
        let groups = [Some(0), Some(0), Some(1), Some(1)];
        let gatekeeper = found(&path, &groups, Direction::Undirected).gatekeeper;
        assert_eq!(gatekeeper.counts, [Some(0.0), Some(1.0), Some(1.0), Some(0.0)]);
        assert_eq!(gatekeeper.expected, [Some(0.25); 4]);
        assert_eq!(gatekeeper.z, [Some(-0.5), Some(1.5), Some(1.5), Some(-0.5)]);
        // of the network: q Σ n (N − n)(n − 1) = (2 · 2 · 1 + 2 · 2 · 1) / 8 = 1
        assert_eq!(gatekeeper.network.expected, Some(1.0));
    }

    #[test]
    fn those_without_a_group_are_as_if_not_there() {
        // 2, without a group, stands between 1 and 3: nobody brokers; 1 and 3 alone have no arc, so d = 0
        let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
        let groups = [None, Some(0), None, Some(1)];
        let total = found(&path, &groups, Direction::Undirected).total;
        assert_eq!(total.counts, [None, Some(0.0), None, Some(0.0)]);
        assert_eq!(total.expected, [None, Some(0.0), None, Some(0.0)]);
        assert_eq!((total.z, total.network.z), (vec![None; 4], None));
    }

    #[test]
    fn too_few_for_chance_and_wrong_sizes() {
        let one = Snapshot::from_ties(1, &[]);
        let roles = found(&one, &[Some(7)], Direction::Undirected);
        assert_eq!((roles.total.counts[0], roles.total.expected[0]), (Some(0.0), None));
        assert_eq!(
            found(&Snapshot::default(), &[], Direction::Undirected)
                .total
                .network
                .count
                .to_bits(),
            0
        );
        let wrong = BrokerageOptions {
            groups: &[],
            direction: Direction::Undirected,
        };
        assert!(matches!(brokerage(&one, &wrong), Err(MetricError::GroupingSize { .. })));
        let directed = BrokerageOptions {
            groups: &[None],
            direction: Direction::Directed,
        };
        assert!(matches!(brokerage(&one, &directed), Err(MetricError::NoArcs { .. })));
    }
}
