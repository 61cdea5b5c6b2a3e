//! Which pairs are close enough to find each other, by which reckoning?
//!
//! In: a frozen network. Out: [`Closeness`] of its pairs at two steps, by each [`Ranker`], and the features that the
//! learned one combines.

use rayon::prelude::*;

use crate::metrics::pair_walks::{katz, local_path};
use crate::metrics::{PairScoreOptions, PairScores, pair_scores};
use crate::network::{NodeIndex, Pair, Snapshot};
use crate::statistics::ranking::normal_scores;

/// An event with more participants says nothing about a pair that was there.
const LARGEST_EVENT: usize = 200;

/// Steps of walks beyond which the local path index and Katz's are left out.
const WALK_LIMIT: u64 = 200_000_000;

/// A way of ranking pairs without a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ranker {
    /// In random order.
    Random,
    /// The product of the numbers of partners: the floor.
    PreferentialAttachment,
    /// Common partners.
    CommonPartners,
    /// Common partners, those with few partners more.
    AdamicAdar,
    /// Common partners, each by one over its number of partners.
    ResourceAllocation,
    /// Common partners by the strength of the ties to them.
    WeightedCommonPartners,
    /// Resource allocation by strength.
    WeightedResourceAllocation,
    /// Walks of two and three steps.
    LocalPath,
    /// Walks of any length.
    Katz,
    /// What these made of earlier pairs, combined by logistic regression.
    Learned,
}

impl Ranker {
    /// Every ranker, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Random,
        Self::PreferentialAttachment,
        Self::CommonPartners,
        Self::AdamicAdar,
        Self::ResourceAllocation,
        Self::WeightedCommonPartners,
        Self::WeightedResourceAllocation,
        Self::LocalPath,
        Self::Katz,
        Self::Learned,
    ];

    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Random => "random",
            Self::PreferentialAttachment => "preferential_attachment",
            Self::CommonPartners => "common_partners",
            Self::AdamicAdar => "adamic_adar",
            Self::ResourceAllocation => "resource_allocation",
            Self::WeightedCommonPartners => "weighted_common_partners",
            Self::WeightedResourceAllocation => "weighted_resource_allocation",
            Self::LocalPath => "local_path",
            Self::Katz => "katz",
            Self::Learned => "learned",
        }
    }
}

/// How close the pairs at two steps of a network are.
#[derive(Debug, Clone)]
pub struct Closeness {
    scores: PairScores,
    /// Partners of each node.
    degrees: Vec<u32>,
    /// Events of at most [`LARGEST_EVENT`] participants that both sides of each pair came to.
    shared_events: Vec<u32>,
}

impl Closeness {
    /// Of the pairs at two steps of a network, followed as far as told.
    #[must_use]
    pub fn within(network: &Snapshot, options: PairScoreOptions) -> Self {
        let scores = pair_scores(network, options);
        Self {
            shared_events: shared_events(network, &scores.pairs),
            degrees: network.nodes().map(|node| network.degree(node) as u32).collect(),
            scores,
        }
    }

    /// The pairs at two steps, in order.
    #[must_use]
    pub fn pairs(&self) -> &[Pair] {
        &self.scores.pairs
    }

    /// Common partners of each pair.
    #[must_use]
    pub fn common_partners(&self) -> &[u32] {
        &self.scores.common_partners
    }

    /// Resource allocation of each pair.
    #[must_use]
    pub fn resource_allocation(&self) -> &[f64] {
        &self.scores.resource_allocation
    }

    /// Common partners with more partners than this were not followed; `None` where all were.
    #[must_use]
    pub const fn followed_up_to(&self) -> Option<usize> {
        self.scores.followed_up_to
    }

    /// The scores of each pair by a ranker that needs nothing but the network; `None` for the others, and for walks that
    /// would take too long.
    #[must_use]
    pub fn by(&self, ranker: Ranker, network: &Snapshot) -> Option<Vec<f64>> {
        let scores = &self.scores;
        match ranker {
            Ranker::CommonPartners => Some(scores.common_partners.iter().map(|&count| f64::from(count)).collect()),
            Ranker::AdamicAdar => Some(scores.adamic_adar.clone()),
            Ranker::ResourceAllocation => Some(scores.resource_allocation.clone()),
            Ranker::WeightedCommonPartners => Some(scores.weighted_common_partners.clone()),
            Ranker::WeightedResourceAllocation => Some(scores.weighted_resource_allocation.clone()),
            Ranker::LocalPath => local_path(network, &scores.pairs, WALK_LIMIT),
            Ranker::Katz => katz(network, &scores.pairs, WALK_LIMIT),
            Ranker::Random | Ranker::PreferentialAttachment | Ranker::Learned => None,
        }
    }

    /// What the learned ranker sees of the pairs.
    ///
    /// Each score is told by its rank among the pairs of the same network, as a normal score: networks of different
    /// years differ in size, so that five common partners are many in the one and few in the other.
    #[must_use]
    pub fn features(&self) -> Features {
        let scores = &self.scores;
        let counts = |counts: &[u32]| counts.iter().map(|&count| f64::from(count)).collect::<Vec<f64>>();
        let partners = |node: NodeIndex| f64::from(self.degrees[node.at()]);
        let product = |(a, b): &Pair| partners(*a) * partners(*b);
        let columns = [
            counts(&scores.common_partners),
            scores.adamic_adar.clone(),
            scores.resource_allocation.clone(),
            scores.weighted_common_partners.clone(),
            scores.weighted_resource_allocation.clone(),
            scores.pairs.iter().map(product).collect(),
            counts(&self.shared_events),
        ];
        Features {
            columns: columns.par_iter().map(|column| normal_scores(column)).collect(),
        }
    }
}

/// What the learned ranker sees: one column per score, one entry per pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Features {
    columns: Vec<Vec<f64>>,
}

impl Features {
    /// Those of one pair, by its place among the pairs.
    #[must_use]
    pub fn of_pair(&self, at: usize) -> Vec<f64> {
        self.columns.iter().map(|column| column[at]).collect()
    }
}

/// For each pair, the events that both came to, those with too many participants left out.
fn shared_events(network: &Snapshot, pairs: &[Pair]) -> Vec<u32> {
    let Some(attendance) = network.attendance() else {
        return vec![0; pairs.len()];
    };
    let runs: Vec<&[Pair]> = pairs.chunk_by(|one, other| one.0 == other.0).collect();
    let counts = runs.par_iter().map_init(
        || vec![0_u32; network.node_count()],
        |met, run| {
            met.fill(0);
            for &event in attendance.events_of.columns(run[0].0.at()) {
                let participants = attendance.nodes_of.columns(event as usize);
                if participants.len() <= LARGEST_EVENT {
                    participants.iter().for_each(|&other| met[other as usize] += 1);
                }
            }
            run.iter().map(|pair| met[pair.1.at()]).collect::<Vec<u32>>()
        },
    );
    counts.collect::<Vec<_>>().concat()
}
