//! Which function gives which measure of the registry?
//!
//! In: a snapshot, [`MeasureOptions`] and a measure. Out: its values. What several measures share (the sweep over all
//! shortest paths, the cut points, the ties in and out of groups) is computed once, when it is first asked for.

use std::cell::OnceCell;

use super::{MeasureOptions, Needs, NetworkMeasure, NodeMeasure, TieMeasure};
// every measure there is
use crate::metrics::blocks::Blocks;
use crate::metrics::largest_biconnected_share::share_of;
use crate::metrics::paths::Routes;
use crate::metrics::structural_holes::{Hole, holes_of};
use crate::metrics::tie_matrix::{Counting, TieMatrix};
use crate::metrics::triangles::SharedPartners;
use crate::metrics::two_mode::{TwoMode, attendance_of};
use crate::metrics::work::{Asked, Found, PathWork};
use crate::metrics::*;
use crate::network::{Direction, NodeIndex, Snapshot};

/// A column, one value per node or tie.
type Values = Vec<Option<f64>>;

/// One snapshot and what was computed of it so far.
pub(super) struct Computed<'a> {
    snapshot: &'a Snapshot,
    options: &'a MeasureOptions,
    ei: EiIndex,
    degree: OnceCell<Degree>,
    strength: OnceCell<Strength>,
    paths: OnceCell<Found>,
    blocks: OnceCell<Blocks>,
    random_leaving: OnceCell<RobustnessRandom>,
    /// The matrix of tie strengths.
    strengths: OnceCell<TieMatrix<'a>>,
    holes: OnceCell<Vec<Option<Hole>>>,
    shared_partners: OnceCell<SharedPartners>,
    hub_authority: OnceCell<HubAuthority>,
    two_mode: OnceCell<TwoMode>,
    brokerage: OnceCell<Brokerage>,
    community: OnceCell<Community>,
}

impl<'a> Computed<'a> {
    pub(super) fn of(snapshot: &'a Snapshot, options: &'a MeasureOptions) -> Result<Self, MetricError> {
        let groups = EiIndexOptions {
            groups: &options.groups,
        };
        Routes::of(snapshot, options.direction, "metrics")?;
        Ok(Self {
            snapshot,
            options,
            ei: ei_index(snapshot, &groups)?,
            degree: OnceCell::new(),
            strength: OnceCell::new(),
            paths: OnceCell::new(),
            blocks: OnceCell::new(),
            random_leaving: OnceCell::new(),
            strengths: OnceCell::new(),
            holes: OnceCell::new(),
            shared_partners: OnceCell::new(),
            hub_authority: OnceCell::new(),
            two_mode: OnceCell::new(),
            brokerage: OnceCell::new(),
            community: OnceCell::new(),
        })
    }

    pub(super) fn meets(&self, needs: Needs) -> bool {
        needs.met_by(self.snapshot, self.options.direction)
    }

    /// The values of a node measure, one per node.
    pub(super) fn node(&self, measure: NodeMeasure) -> Result<Values, MetricError> {
        let snapshot = self.snapshot;
        Ok(match measure {
            NodeMeasure::Degree => counted(&self.degree().ties),
            NodeMeasure::Strength => defined(&self.strength().ties),
            NodeMeasure::InDegree => counted(self.degree().incoming.as_deref().unwrap_or_default()),
            NodeMeasure::OutDegree => counted(self.degree().outgoing.as_deref().unwrap_or_default()),
            NodeMeasure::InStrength => defined(self.strength().incoming.as_deref().unwrap_or_default()),
            NodeMeasure::OutStrength => defined(self.strength().outgoing.as_deref().unwrap_or_default()),
            NodeMeasure::Closeness | NodeMeasure::ClosenessOut => defined(&self.closeness()?.outgoing),
            NodeMeasure::ClosenessIn => defined(&self.closeness()?.incoming),
            NodeMeasure::Harmonic | NodeMeasure::HarmonicOut => defined(&self.harmonic()?.outgoing),
            NodeMeasure::HarmonicIn => defined(&self.harmonic()?.incoming),
            NodeMeasure::BetweennessRaw => defined(&self.betweenness()?.raw),
            NodeMeasure::Betweenness => match self.betweenness()?.normalised {
                Some(values) => defined(&values),
                None => vec![None; self.snapshot.node_count()],
            },
            NodeMeasure::Eigenvector => Eigenvector::of(self.strengths(), snapshot).values,
            NodeMeasure::EigenvectorBinary => {
                Eigenvector::of(&TieMatrix::of(snapshot, Counting::Ties), snapshot).values
            }
            NodeMeasure::PageRank => defined(&self.pagerank()?.values),
            NodeMeasure::Hub => self.hub_authority()?.hub.clone(),
            NodeMeasure::Authority => self.hub_authority()?.authority.clone(),
            NodeMeasure::CoreNumber => counted(&core_number(snapshot).core),
            NodeMeasure::Clustering => defined(&self.clustering().values),
            NodeMeasure::Constraint => Constraint::from_holes(self.holes()).values,
            NodeMeasure::EffectiveSize => EffectiveSize::from_holes(self.holes()).values,
            NodeMeasure::Efficiency => Efficiency::from_holes(self.holes()).values,
            NodeMeasure::Hierarchy => Hierarchy::from_holes(self.holes()).values,
            NodeMeasure::Coordinator => self.brokerage()?.coordinator.counts.clone(),
            NodeMeasure::CoordinatorExpected => self.brokerage()?.coordinator.expected.clone(),
            NodeMeasure::CoordinatorZ => self.brokerage()?.coordinator.z.clone(),
            NodeMeasure::Itinerant => self.brokerage()?.itinerant.counts.clone(),
            NodeMeasure::ItinerantExpected => self.brokerage()?.itinerant.expected.clone(),
            NodeMeasure::ItinerantZ => self.brokerage()?.itinerant.z.clone(),
            NodeMeasure::Gatekeeper => self.brokerage()?.gatekeeper.counts.clone(),
            NodeMeasure::GatekeeperExpected => self.brokerage()?.gatekeeper.expected.clone(),
            NodeMeasure::GatekeeperZ => self.brokerage()?.gatekeeper.z.clone(),
            NodeMeasure::Representative => self.brokerage()?.representative.counts.clone(),
            NodeMeasure::RepresentativeExpected => self.brokerage()?.representative.expected.clone(),
            NodeMeasure::RepresentativeZ => self.brokerage()?.representative.z.clone(),
            NodeMeasure::Liaison => self.brokerage()?.liaison.counts.clone(),
            NodeMeasure::LiaisonExpected => self.brokerage()?.liaison.expected.clone(),
            NodeMeasure::LiaisonZ => self.brokerage()?.liaison.z.clone(),
            NodeMeasure::EiIndex => self.ei.by_ties.nodes.clone(),
            NodeMeasure::EiIndexStrength => self.ei.by_strength.nodes.clone(),
            NodeMeasure::ParticipationCoefficient => self.participation()?.by_ties,
            NodeMeasure::ParticipationCoefficientStrength => self.participation()?.by_strength,
            NodeMeasure::WithinModuleZ => self.within_module_z()?.by_ties,
            NodeMeasure::WithinModuleZStrength => self.within_module_z()?.by_strength,
            NodeMeasure::Community => self.community().numbers(),
            NodeMeasure::Articulation => flags(&self.cut_points().cut),
            NodeMeasure::Stranded => counted(&self.cut_points().stranded),
            NodeMeasure::TwoStepReach => two_step_reach(snapshot).values,
            NodeMeasure::Events => counted(&events(snapshot)?.counts),
            NodeMeasure::EventStrength => counted(&event_strength(snapshot)?.counts),
            NodeMeasure::MeanEventSize => mean_event_size(snapshot)?.values,
            NodeMeasure::TwoModeCloseness => defined(&self.two_mode_closeness()?.values),
            NodeMeasure::TwoModeBetweenness => self.two_mode_betweenness()?.values,
        })
    }

    /// What a node measure promises where it is not exact, once it is computed.
    pub(super) fn approximation(&self, measure: NodeMeasure) -> Option<Approximation> {
        use NodeMeasure as M;
        match measure {
            M::Closeness | M::ClosenessIn | M::ClosenessOut | M::Harmonic | M::HarmonicIn | M::HarmonicOut => {
                self.paths.get()?.lengths
            }
            M::Betweenness | M::BetweennessRaw => self.paths.get()?.dependency,
            M::TwoModeCloseness => TwoModeCloseness::from_sums(self.two_mode.get()?).approximation,
            M::TwoModeBetweenness => TwoModeBetweenness::from_sums(self.two_mode.get()?).approximation,
            _ => None,
        }
    }

    /// What a figure promises where it is not exact, once it is computed.
    pub(super) fn approximation_of_figure(&self, figure: NetworkMeasure) -> Option<Approximation> {
        let found = self.paths.get()?;
        match figure {
            NetworkMeasure::GlobalEfficiency | NetworkMeasure::MeanPathLength => found.lengths,
            NetworkMeasure::BetweennessCentralization => BetweennessCentralization::promise(found.dependency),
            _ => None,
        }
    }

    /// The ends of each tie, the smaller node first; in the directed view of each arc, the source first.
    pub(super) fn ends(&self) -> Vec<(NodeIndex, NodeIndex)> {
        self.rows().map(|(one, other, _)| (one, other)).collect()
    }

    /// The values of a tie measure, in the order of [`Self::ends`].
    pub(super) fn tie(&self, measure: TieMeasure) -> Result<Values, MetricError> {
        let disparity_options = DisparityOptions {
            direction: self.options.direction,
        };
        Ok(match measure {
            TieMeasure::Strength => self.rows().map(|(_, _, strength)| Some(strength)).collect(),
            TieMeasure::EdgeBetweenness => self.of_pairs(self.edge_betweenness()),
            TieMeasure::Bridge => self.of_pairs(flags(&self.bridges().ties)),
            TieMeasure::Embeddedness => self.of_pairs(counted(&self.shared_partners().of_pair)),
            TieMeasure::Overlap => {
                self.of_pairs(Overlap::from_embeddedness(self.snapshot, &self.shared_partners().of_pair).values)
            }
            TieMeasure::DisparityP => defined(&disparity(self.snapshot, &disparity_options)?.p),
            TieMeasure::Age => self.of_pairs(self.ages()),
        })
    }

    /// Each tie once, the smaller node first; in the directed view each arc, source by source.
    fn rows(&self) -> impl Iterator<Item = (NodeIndex, NodeIndex, f64)> + '_ {
        let directed = self.options.direction == Direction::Directed;
        let rows = match self.snapshot.arcs() {
            Some(arcs) if directed => &arcs.out,
            _ => self.snapshot.ties(),
        };
        let all = (0..rows.len() as u32)
            .flat_map(move |node| rows.row(node as usize).map(move |(other, w)| (node, other, w)));
        all.filter(move |(one, other, _)| directed || one < other)
            .map(|(one, other, strength)| (NodeIndex(one), NodeIndex(other), strength))
    }

    /// Values of pairs, in the directed view to each arc that of its pair.
    fn of_pairs(&self, values: Values) -> Values {
        if self.options.direction == Direction::Undirected {
            return values;
        }
        let pairs: Vec<_> = self.snapshot.pairs().map(|(one, other, _)| (one, other)).collect();
        let place = |one: NodeIndex, other: NodeIndex| pairs.binary_search(&(one.min(other), one.max(other))).ok();
        self.rows()
            .map(|(one, other, _)| place(one, other).and_then(|place| values[place]))
            .collect()
    }

    fn ages(&self) -> Values {
        let Some(ages) = self.snapshot.ages() else {
            return vec![None; self.snapshot.tie_count()];
        };
        let ties = self.snapshot.ties();
        let entries = (0..ties.len()).flat_map(|row| ties.columns(row).iter().map(move |&column| (row, column)));
        // of the two entries of a pair the one in the row of the smaller node
        let first = entries.zip(ages).filter(|((row, column), _)| *row < *column as usize);
        first.map(|(_, age)| age.days().map(f64::from)).collect()
    }

    /// A figure of the whole network.
    pub(super) fn network(&self, measure: NetworkMeasure) -> Result<Option<f64>, MetricError> {
        let count = |number: usize| Some(number as f64);
        let snapshot = self.snapshot;
        Ok(match measure {
            NetworkMeasure::Members => count(snapshot.node_count()),
            NetworkMeasure::Active => count(snapshot.nodes().filter(|node| snapshot.degree(*node) > 0).count()),
            NetworkMeasure::Ties => count(snapshot.tie_count()),
            NetworkMeasure::Density => density(snapshot).density,
            NetworkMeasure::MeanDegree => density(snapshot).mean_degree,
            NetworkMeasure::Components => count(components(snapshot).count()),
            NetworkMeasure::LargestComponentShare => components(snapshot).largest_share(),
            NetworkMeasure::Fragmentation => fragmentation(snapshot),
            NetworkMeasure::GlobalEfficiency => GlobalEfficiency::from_sums(self.paths()?).value,
            NetworkMeasure::MeanPathLength => MeanPathLength::from_sums(self.paths()?).mean,
            NetworkMeasure::Diameter => MeanPathLength::from_sums(self.paths()?).diameter,
            NetworkMeasure::Transitivity => transitivity::from_shared(snapshot.ties(), self.shared_partners()),
            NetworkMeasure::MeanClustering => self.clustering().mean(),
            NetworkMeasure::BetweennessCentralization => {
                BetweennessCentralization::from_betweenness(&self.betweenness()?).value
            }
            NetworkMeasure::DegreeAssortativity => degree_assortativity(snapshot),
            NetworkMeasure::Assortativity => {
                let groups = &self.options.groups;
                assortativity(snapshot, &AssortativityOptions { groups })?
            }
            NetworkMeasure::Modularity => self.community().modularity,
            NetworkMeasure::Communities => count(self.community().count()),
            NetworkMeasure::CorePeripheryFit => core_periphery(snapshot).fit,
            NetworkMeasure::Reciprocity => reciprocity(snapshot),
            NetworkMeasure::DegreeCentralization => degree_centralization(snapshot),
            NetworkMeasure::EiIndex => self.ei.by_ties.network,
            NetworkMeasure::ArticulationPoints => count(self.cut_points().count()),
            NetworkMeasure::Bridges => count(self.bridges().count()),
            NetworkMeasure::LargestBiconnectedShare => share_of(self.blocks()),
            NetworkMeasure::Robustness => robustness(snapshot, &RobustnessOptions::schneider()).value,
            NetworkMeasure::RobustnessRandom => self.random_leaving().mean,
            NetworkMeasure::RobustnessRandomLow => self.random_leaving().low,
            NetworkMeasure::RobustnessRandomHigh => self.random_leaving().high,
        })
    }

    fn degree(&self) -> &Degree {
        self.degree.get_or_init(|| degree(self.snapshot))
    }

    fn strength(&self) -> &Strength {
        self.strength.get_or_init(|| strength(self.snapshot))
    }

    fn blocks(&self) -> &Blocks {
        self.blocks.get_or_init(|| Blocks::of(self.snapshot.ties()))
    }

    fn cut_points(&self) -> Articulation {
        Articulation::of(self.blocks())
    }

    fn bridges(&self) -> Bridges {
        Bridges::of(self.snapshot, self.blocks())
    }

    fn random_leaving(&self) -> &RobustnessRandom {
        let options = RobustnessRandomOptions::exported(self.options.seed);
        self.random_leaving
            .get_or_init(|| robustness_random(self.snapshot, &options))
    }

    fn strengths(&self) -> &TieMatrix<'a> {
        self.strengths
            .get_or_init(|| TieMatrix::of(self.snapshot, Counting::Strengths))
    }

    fn holes(&self) -> &[Option<Hole>] {
        self.holes.get_or_init(|| holes_of(self.strengths()))
    }

    fn shared_partners(&self) -> &SharedPartners {
        self.shared_partners
            .get_or_init(|| SharedPartners::of(self.snapshot.ties()))
    }

    fn clustering(&self) -> Clustering {
        Clustering::from_shared(self.snapshot.ties(), self.shared_partners())
    }

    fn pagerank(&self) -> Result<PageRank, MetricError> {
        match self.options.direction {
            Direction::Undirected => Ok(PageRank::along_ties(self.strengths(), &self.strength().ties)),
            direction => pagerank(self.snapshot, &PageRankOptions { direction }),
        }
    }

    /// The network of both modes; its closeness and betweenness come from one sweep.
    fn two_mode(&self) -> Result<&TwoMode, MetricError> {
        if let Some(found) = self.two_mode.get() {
            return Ok(found);
        }
        let options = TwoModeOptions {
            work_limit: self.options.work_limit,
            seed: self.options.seed,
        };
        let found = TwoMode::of(attendance_of(self.snapshot, "two_mode")?, options, Asked::Both)?;
        Ok(self.two_mode.get_or_init(|| found))
    }

    fn two_mode_closeness(&self) -> Result<TwoModeCloseness, MetricError> {
        Ok(TwoModeCloseness::from_sums(self.two_mode()?))
    }

    fn two_mode_betweenness(&self) -> Result<TwoModeBetweenness, MetricError> {
        Ok(TwoModeBetweenness::from_sums(self.two_mode()?))
    }

    fn hub_authority(&self) -> Result<&HubAuthority, MetricError> {
        if let Some(found) = self.hub_authority.get() {
            return Ok(found);
        }
        let found = hub_authority(self.snapshot)?;
        Ok(self.hub_authority.get_or_init(|| found))
    }

    /// Undefined where exact paths would take more work than the limit.
    fn edge_betweenness(&self) -> Values {
        if !self.path_work().is_within_limit(self.snapshot) {
            return vec![None; self.snapshot.tie_count()];
        }
        let path_length = self.options.path_length;
        defined(&edge_betweenness(self.snapshot, &EdgeBetweennessOptions { path_length }).values)
    }

    fn brokerage(&self) -> Result<&Brokerage, MetricError> {
        if let Some(found) = self.brokerage.get() {
            return Ok(found);
        }
        let options = BrokerageOptions {
            groups: &self.options.groups,
            direction: self.options.direction,
        };
        let found = brokerage(self.snapshot, &options)?;
        Ok(self.brokerage.get_or_init(|| found))
    }

    fn participation(&self) -> Result<ParticipationCoefficient, MetricError> {
        let groups = &self.options.groups;
        participation_coefficient(self.snapshot, &ParticipationCoefficientOptions { groups })
    }

    fn within_module_z(&self) -> Result<WithinModuleZ, MetricError> {
        let groups = &self.options.groups;
        within_module_z(self.snapshot, &WithinModuleZOptions { groups })
    }

    fn community(&self) -> &Community {
        self.community.get_or_init(|| community(self.snapshot))
    }

    fn paths(&self) -> Result<&Found, MetricError> {
        if let Some(found) = self.paths.get() {
            return Ok(found);
        }
        let found = self.path_work().sums(self.snapshot, Asked::Both, "metrics")?;
        Ok(self.paths.get_or_init(|| found))
    }

    const fn path_work(&self) -> PathWork {
        PathWork {
            path_length: self.options.path_length,
            direction: self.options.direction,
            work_limit: self.options.work_limit,
            seed: self.options.seed,
        }
    }

    fn closeness(&self) -> Result<Closeness, MetricError> {
        Ok(Closeness::from_sums(self.paths()?, self.options.direction))
    }

    fn harmonic(&self) -> Result<Harmonic, MetricError> {
        Ok(Harmonic::from_sums(self.paths()?, self.options.direction))
    }

    fn betweenness(&self) -> Result<Betweenness, MetricError> {
        Ok(Betweenness::from_sums(self.paths()?, self.options.direction))
    }
}

fn defined(values: &[f64]) -> Values {
    values.iter().copied().map(Some).collect()
}

fn counted(values: &[u32]) -> Values {
    values.iter().map(|&value| Some(f64::from(value))).collect()
}

fn flags(values: &[bool]) -> Values {
    values.iter().map(|&value| Some(f64::from(u8::from(value)))).collect()
}
