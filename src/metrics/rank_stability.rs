//! How far can a ranking be trusted when records are incomplete?
//!
//! In: a snapshot, a measure, what may be missing and how much of it. Out: [`RankStability`], for each of the first the
//! range of its rank over networks that lost as much.

use rayon::prelude::*;

use super::{BetweennessOptions, betweenness};
use crate::network::{PathLength, Snapshot};
use crate::numeric;
use crate::random;
use crate::statistics::ranking::rank_range;
use losses::{Chosen, Losses};

mod losses;

/// A measure whose ranking is tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RankedMeasure {
    /// Partners.
    Degree,
    /// Sum of strengths.
    Strength,
    /// Pairs of others it stands between: each draw costs a whole sweep.
    Betweenness,
}

impl RankedMeasure {
    /// All, in the order of export.
    pub const ALL: [Self; 3] = [Self::Degree, Self::Strength, Self::Betweenness];

    /// Its exported name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::Strength => "strength",
            Self::Betweenness => "betweenness",
        }
    }
}

/// What the records may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// Ties picked evenly are gone.
    Ties,
    /// Members picked evenly are gone, with their ties.
    Members,
    /// Events picked evenly are gone: what they alone tied is untied.
    Events,
    /// The ties seen are all but this share of the true ones: as many as are missing are added between untied pairs
    /// picked evenly, each as strong as a tie picked evenly.
    Unreported,
}

impl Loss {
    /// Every kind, in the order of export.
    pub const ALL: [Self; 4] = [Self::Ties, Self::Members, Self::Events, Self::Unreported];

    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ties => "ties",
            Self::Members => "members",
            Self::Events => "events",
            Self::Unreported => "unreported_ties",
        }
    }
}

/// Which ranking is tested, and how.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankStabilityOptions {
    /// The measure.
    pub measure: RankedMeasure,
    /// How long a tie is, for betweenness.
    pub path_length: PathLength,
    /// What is lost.
    pub loss: Loss,
    /// How much of it: above 0 and under 1.
    pub share: f64,
    /// Networks drawn.
    pub draws: usize,
    /// How many count as the first.
    pub first: usize,
    /// How many are followed, from the first rank on.
    pub followed: usize,
    /// Whether the whole rankings are correlated too.
    pub correlated: bool,
    /// The seed of everything random.
    pub seed: u64,
}

/// Ranks of one node over the draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NodeStability {
    /// The node.
    pub node: u32,
    /// Its value.
    pub value: f64,
    /// Its rank: 1 and how many have more; equal values share a rank.
    pub rank: usize,
    /// Best rank in the middle 90 % of the draws, or its own where that is better.
    pub rank_low: usize,
    /// Worst rank in the middle 90 % of the draws, or its own where that is worse.
    pub rank_high: usize,
    /// Median of its ranks.
    pub median_rank: f64,
    /// Share of the draws that hold it in which it ranks among the first; where equal values cross that border, each of
    /// them counts by the share of places left.
    pub stays_first: f64,
}

/// Ranks over networks that lost something.
#[derive(Debug, Clone, PartialEq)]
pub struct RankStability {
    /// Those followed, by rank and then by node; without those that no draw holds.
    pub nodes: Vec<NodeStability>,
    /// Mean over the draws of Spearman's correlation with the full ranking, among those that the draw holds; `None`
    /// where all are equal, or where it was not asked for.
    pub mean_spearman: Option<f64>,
    /// Draws made.
    pub draws: usize,
}

/// The range of each rank when a share of the records is lost.
///
/// What it tells a hub: whether "first" would still be first had a few records been forgotten. A range from 1 to 2 can
/// be named in a speech; a range from 1 to 12 says that a dozen are about equal.
///
/// # Formula
/// ```text
/// rank_v = 1 + the number of nodes with a higher value, in the network and in each of B networks that lost
/// round(share · m) ties, round(share · n) members or round(share · e) events, or gained round(m · share/(1 − share)) ties
/// range: the draws' ranks without the lowest and the highest ⌊B/20⌋, widened to hold the node's own
/// ```
/// # Conventions
/// Undirected view. Values are compared to about twelve digits, so that sums of strengths that are equal but for
/// rounding are equal. A member that a draw lost has no rank in it. Nodes that lost all ties stay, with 0. Events: those
/// with two or more nodes; a tie keeps what does not come from them (its partnerships).
///
/// # Returns
/// Ranks from 1 to n. `None` without a node or a draw, for a share that is not between 0 and 1, where there are too few to
/// lose so small a share of them (ranks that nothing was taken from would all look certain), and for events where the ties are not the co-participation of the snapshot's attendance by 1/(k − 1), alone or beside other strengths: layers
/// `participations` and `combined` under default weights.
///
/// # Complexity
/// Degree and strength: O(what is lost + n log n) for each draw, no network is rebuilt. Betweenness: its own O(n m) for
/// each draw. Draws run in parallel, each with its own stream: deterministic for any number of threads. Memory: a rank
/// for each draw and followed node.
///
/// # Errors
/// None.
///
/// # Agreement
/// Mean correlation and share of draws in which the first stays first: published values for karate, federal health
/// agencies and chemicals policy (NetworkX) within three standard errors.
///
/// # Example
/// ```
/// use hubscope::metrics::{Loss, RankStabilityOptions, RankedMeasure, rank_stability};
/// use hubscope::network::{PathLength, Snapshot};
/// // a star of five: whichever tie is lost, the middle stays first
/// let star = Snapshot::from_ties(5, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0), (0, 4, 1.0)]);
/// let options = RankStabilityOptions {
///     measure: RankedMeasure::Degree, path_length: PathLength::Hops,
///     loss: Loss::Ties, share: 0.25, draws: 100, first: 1, followed: 5, correlated: true, seed: 1,
/// };
/// let found = rank_stability(&star, &options).expect("nodes and draws");
/// assert_eq!((found.nodes[0].rank_low, found.nodes[0].rank_high, found.nodes[0].stays_first), (1, 1, 1.0));
/// // a leaf is second with its tie and fifth without
/// assert_eq!((found.nodes[1].rank, found.nodes[1].rank_high), (2, 5));
/// ```
/// # References
/// Borgatti, S. P., Carley, K. M., Krackhardt, D. (2006). On the robustness of centrality measures under conditions of
/// imperfect data. Social Networks 28(2), 124-136. <https://doi.org/10.1016/j.socnet.2005.05.001>
///
/// Smith, J. A., Moody, J. (2013). Structural effects of network sampling coverage I: nodes missing at random. Social
/// Networks 35(4), 652-668. <https://doi.org/10.1016/j.socnet.2013.09.003>
#[must_use]
pub fn rank_stability(snapshot: &Snapshot, options: &RankStabilityOptions) -> Option<RankStability> {
    let share = options.share;
    if snapshot.node_count() == 0 || options.draws == 0 || !(share > 0.0 && share < 1.0) {
        return None;
    }
    let losses = Losses::new(snapshot, options).filter(|losses| !losses.is_nothing())?;
    let values = values(snapshot, options);
    let own = Ranking::of(match options.measure {
        RankedMeasure::Betweenness => whole_numbers(&values),
        RankedMeasure::Degree | RankedMeasure::Strength => losses.full(),
    });
    let mut order: Vec<u32> = (0..snapshot.node_count() as u32).collect();
    order.sort_by_key(|node| (own.rank(*node), *node));
    order.truncate(options.followed);
    let purpose = format!("stability_{}", options.loss.name());
    let drawn: Vec<Drawn> = (0..options.draws as u64)
        .into_par_iter()
        .map_init(
            || losses.scratch(),
            |chosen, draw| {
                losses.choose(chosen, &mut random::stream(options.seed, &purpose, draw));
                let scores = match options.measure {
                    RankedMeasure::Betweenness => {
                        between(snapshot, options.path_length, &losses.remaining(chosen), chosen)
                    }
                    RankedMeasure::Degree | RankedMeasure::Strength => losses.scores(chosen),
                };
                let found = Ranking::of(scores);
                let drawn = Drawn {
                    ranks: order.iter().map(|node| found.drawn(*node)).collect(),
                    spearman: options.correlated.then(|| spearman(&found, &own)).flatten(),
                };
                losses.clear(chosen);
                drawn
            },
        )
        .collect();
    let correlations: Vec<f64> = drawn.iter().filter_map(|drawn| drawn.spearman).collect();
    let node = |(place, &node): (usize, &u32)| {
        let held: Vec<DrawnRank> = drawn.iter().filter_map(|drawn| drawn.ranks[place]).collect();
        let ranks: Vec<usize> = held.iter().map(|drawn| drawn.rank as usize).collect();
        let range = rank_range(own.rank(node)?, &ranks, options.first)?;
        let as_numbers: Vec<f64> = ranks.iter().map(|rank| *rank as f64).collect();
        let first: Vec<f64> = held.iter().map(|drawn| drawn.among(options.first)).collect();
        Some(NodeStability {
            node,
            value: values[node as usize],
            rank: own.rank(node)?,
            rank_low: range.best,
            rank_high: range.worst,
            median_rank: numeric::quantile(&as_numbers, 0.5)?,
            stays_first: numeric::mean(&first)?,
        })
    };
    Some(RankStability {
        nodes: order.par_iter().enumerate().filter_map(node).collect(),
        mean_spearman: numeric::mean(&correlations),
        draws: options.draws,
    })
}

/// A value per node, as whole numbers; `None` for those that are gone.
type Scores = Vec<Option<i64>>;

fn values(snapshot: &Snapshot, options: &RankStabilityOptions) -> Vec<f64> {
    match options.measure {
        RankedMeasure::Degree => snapshot.nodes().map(|node| snapshot.degree(node) as f64).collect(),
        RankedMeasure::Strength => super::strength(snapshot).ties,
        RankedMeasure::Betweenness => raw_betweenness(snapshot, options.path_length),
    }
}

fn raw_betweenness(snapshot: &Snapshot, path_length: PathLength) -> Vec<f64> {
    let options = BetweennessOptions {
        path_length,
        ..BetweennessOptions::freeman()
    };
    betweenness(snapshot, &options).map_or_else(|_| vec![0.0; snapshot.node_count()], |found| found.raw)
}

fn between(snapshot: &Snapshot, length: PathLength, remaining: &[(u32, u32, f64)], chosen: &Chosen) -> Scores {
    let left = Snapshot::from_ties(snapshot.node_count() as u32, remaining);
    let mut scores = whole_numbers(&raw_betweenness(&left, length));
    for &node in chosen.members() {
        scores[node as usize] = None;
    }
    scores
}

/// Numbers to 40 binary digits of the largest, so that what differs by rounding is equal.
fn whole_numbers(values: &[f64]) -> Scores {
    let largest = values.iter().copied().fold(0.0, f64::max);
    let scale = if largest > 0.0 {
        (1_u64 << 40) as f64 / largest
    } else {
        0.0
    };
    values
        .iter()
        .map(|value| Some((value * scale).round() as i64))
        .collect()
}

/// Scores and the same sorted, from which ranks are read.
struct Ranking {
    scores: Scores,
    sorted: Vec<i64>,
}

impl Ranking {
    fn of(scores: Scores) -> Self {
        let mut sorted: Vec<i64> = scores.iter().flatten().copied().collect();
        sorted.sort_unstable();
        Self { scores, sorted }
    }

    /// 1 and how many have more.
    fn rank(&self, node: u32) -> Option<usize> {
        let score = self.scores[node as usize]?;
        Some(1 + self.sorted.len() - self.sorted.partition_point(|one| *one <= score))
    }

    fn drawn(&self, node: u32) -> Option<DrawnRank> {
        let score = self.scores[node as usize]?;
        let upto = self.sorted.partition_point(|one| *one <= score);
        // most share their score with nobody
        let below = match upto {
            2.. if self.sorted[upto - 2] == score => self.sorted[..upto].partition_point(|one| *one < score),
            _ => upto - 1,
        };
        Some(DrawnRank {
            rank: (1 + self.sorted.len() - upto) as u32,
            equal: (upto - below) as u32,
        })
    }

    /// The mean of the ranks that equals share, less the mean of all ranks.
    fn centred(&self, score: i64) -> f64 {
        let below = self.sorted.partition_point(|one| *one < score);
        let upto = below + self.sorted[below..].partition_point(|one| *one <= score);
        self.sorted.len() as f64 / 2.0 - (below + upto) as f64 / 2.0
    }
}

/// A rank in one draw, and how many share it.
#[derive(Clone, Copy)]
struct DrawnRank {
    rank: u32,
    equal: u32,
}

impl DrawnRank {
    /// The chance to be among the first so many when equals are put in a random order.
    fn among(self, first: usize) -> f64 {
        let places = (first + 1).saturating_sub(self.rank as usize) as f64;
        (places / f64::from(self.equal)).min(1.0)
    }
}

/// What one draw leaves: the ranks of the followed, `None` for those that are gone, and the correlation with the full
/// ranking.
struct Drawn {
    ranks: Vec<Option<DrawnRank>>,
    spearman: Option<f64>,
}

/// Spearman's correlation among those that both hold.
fn spearman(found: &Ranking, own: &Ranking) -> Option<f64> {
    let kept;
    let own = if found.sorted.len() == own.sorted.len() {
        own
    } else {
        let score = |(found, own): (&Option<i64>, &Option<i64>)| found.and(*own);
        kept = Ranking::of(found.scores.iter().zip(&own.scores).map(score).collect());
        &kept
    };
    let (mut together, mut one, mut other) = (0.0, 0.0, 0.0);
    for (a, b) in found.scores.iter().zip(&own.scores) {
        if let (Some(a), Some(b)) = (a, b) {
            let (a, b) = (found.centred(*a), own.centred(*b));
            together += a * b;
            one += a * a;
            other += b * b;
        }
    }
    (one > 0.0 && other > 0.0).then(|| together / (one * other).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{Place, SnapshotParts, TieStrength};
    use proptest::prelude::*;

    const OPTIONS: RankStabilityOptions = RankStabilityOptions {
        measure: RankedMeasure::Strength,
        path_length: PathLength::Hops,
        loss: Loss::Ties,
        share: 0.3,
        draws: 50,
        first: 3,
        followed: 100,
        correlated: true,
        seed: 1,
    };

    /// Nodes 0 to n − 1, who came to which event, and further ties: as the combined layer.
    fn combined(nodes: u32, events: &[Vec<u32>], ties: &[(u32, u32, f64)]) -> Snapshot {
        let strength = |value| TieStrength::new(value).expect("above zero");
        let mut entries: Vec<_> = ties.iter().map(|&(a, b, s)| (a, b, strength(s))).collect();
        let mut attendance = Vec::new();
        for (event, participants) in events.iter().enumerate() {
            for (at, &a) in participants.iter().enumerate() {
                attendance.push((a, event as u32, strength(1.0)));
                for &b in &participants[at + 1..] {
                    entries.push((a, b, strength(1.0 / (participants.len() - 1) as f64)));
                }
            }
        }
        Snapshot::freeze(SnapshotParts {
            places: (0..nodes).map(Place).collect(),
            ties: entries,
            arcs: None,
            attendance: Some((events.len(), attendance)),
        })
    }

    #[test]
    fn a_lost_member_is_lost_from_its_own_rank_only() {
        // path 0-1-2: one of three is lost. Without 1 nobody has a tie: 0 and 2 are both first; without 2, 0 and 1 are
        let path = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
        let options = RankStabilityOptions {
            loss: Loss::Members,
            measure: RankedMeasure::Degree,
            draws: 200,
            first: 1,
            ..OPTIONS
        };
        let found = rank_stability(&path, &options).expect("nodes");
        assert_eq!(
            (found.nodes[0].node, found.nodes[0].rank, found.nodes[0].rank_high),
            (1, 1, 1)
        );
        assert_eq!(
            (found.nodes[1].rank, found.nodes[1].rank_low, found.nodes[1].rank_high),
            (2, 1, 2)
        );
        // and shares that place with one other each time
        assert!((found.nodes[1].stays_first - 0.5).abs() <= 1e-15);
    }

    #[test]
    fn an_event_takes_the_ties_that_it_alone_makes() {
        // e0 {0 1 2}, e1 {0 1}, tie 0–3. One of two events is lost. Without e0: 0 has 1 and 3, 1 has 0, 2 nobody.
        // Without e1: everyone keeps all partners. Degrees 3 2 2 1 in the first and 2 1 0 1 in the second
        let snapshot = combined(4, &[vec![0, 1, 2], vec![0, 1]], &[(0, 3, 1.0)]);
        let options = RankStabilityOptions {
            loss: Loss::Events,
            measure: RankedMeasure::Degree,
            share: 0.5,
            draws: 200,
            ..OPTIONS
        };
        let found = rank_stability(&snapshot, &options).expect("events");
        let ranges: Vec<_> = found
            .nodes
            .iter()
            .map(|one| (one.node, one.rank, one.rank_low, one.rank_high))
            .collect();
        // ranks 1 2 2 4 without e1, 1 2 4 2 without e0
        assert_eq!(ranges, [(0, 1, 1, 1), (1, 2, 2, 2), (2, 2, 2, 4), (3, 4, 2, 4)]);
        // strengths 3, 2, 1, 1; without e0 2 1 0 1, without e1 2 1 1 1
        let by_strength = RankStabilityOptions {
            measure: RankedMeasure::Strength,
            ..options
        };
        let found = rank_stability(&snapshot, &by_strength).expect("events");
        let ranges: Vec<_> = found
            .nodes
            .iter()
            .map(|one| (one.node, one.rank, one.rank_low, one.rank_high))
            .collect();
        assert_eq!(ranges, [(0, 1, 1, 1), (1, 2, 2, 2), (2, 3, 2, 4), (3, 3, 2, 3)]);
    }

    #[test]
    fn events_that_are_not_the_ties_of_a_layer_cannot_be_lost() {
        let options = RankStabilityOptions {
            loss: Loss::Events,
            ..OPTIONS
        };
        assert_eq!(rank_stability(&Snapshot::from_ties(2, &[(0, 1, 1.0)]), &options), None);
        // a tie weaker than its event: another rule of strength
        let mut parts = SnapshotParts {
            places: (0..2).map(Place).collect(),
            ties: vec![(0, 1, TieStrength::new(0.5).expect("above zero"))],
            arcs: None,
            attendance: None,
        };
        parts.attendance = Some((
            1,
            (0..2)
                .map(|node| (node, 0, TieStrength::new(1.0).expect("one")))
                .collect(),
        ));
        assert_eq!(rank_stability(&Snapshot::freeze(parts), &options), None);
    }

    #[test]
    fn unreported_ties_are_added_between_untied_pairs_alone() {
        // five of six pairs are tied; a sixth of the true ones is missing: 5 · (1/6)/(5/6) = 1, the only pair left, 2–3
        let ties = [(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0), (1, 2, 1.0), (1, 3, 1.0)];
        let options = RankStabilityOptions {
            loss: Loss::Unreported,
            measure: RankedMeasure::Degree,
            share: 1.0 / 6.0,
            ..OPTIONS
        };
        let found = rank_stability(&Snapshot::from_ties(4, &ties), &options).expect("nodes");
        let third = found.nodes.iter().find(|one| one.node == 2).expect("followed");
        // everyone has three partners then
        assert_eq!(
            (third.rank, third.rank_low, third.rank_high, third.median_rank),
            (3, 1, 3, 1.0)
        );
    }

    #[test]
    fn nothing_is_tested_without_nodes_draws_or_a_share() {
        let tie = Snapshot::from_ties(2, &[(0, 1, 1.0)]);
        assert_eq!(rank_stability(&Snapshot::default(), &OPTIONS), None);
        for share in [0.0, 1.0, -0.1, f64::NAN] {
            assert_eq!(rank_stability(&tie, &RankStabilityOptions { share, ..OPTIONS }), None);
        }
        assert_eq!(
            rank_stability(&tie, &RankStabilityOptions { draws: 0, ..OPTIONS }),
            None
        );
        // no ties to lose; of one tie and two members a tenth is none
        let alone = Snapshot::from_ties(2, &[]);
        assert_eq!(rank_stability(&alone, &OPTIONS), None);
        for loss in Loss::ALL {
            let options = RankStabilityOptions {
                loss,
                share: 0.1,
                ..OPTIONS
            };
            assert_eq!(rank_stability(&tie, &options), None, "{loss:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        /// Degree and strength are never rebuilt; here they are, for each kind of loss, from the same choices.
        #[test]
        fn ranks_equal_those_of_rebuilt_networks(
            rows in prop::collection::vec(prop::collection::btree_set(0..9_u32, 2..5), 1..7),
            pairs in prop::collection::btree_set((0..9_u32, 0..9_u32), 0..12),
            seed in 0..100_u64,
        ) {
            let events: Vec<Vec<u32>> = rows.into_iter().map(|row| row.into_iter().collect()).collect();
            let ties: Vec<_> = pairs.into_iter().filter(|(a, b)| a < b).map(|(a, b)| (a, b, 0.5)).collect();
            let snapshot = combined(9, &events, &ties);
            for loss in Loss::ALL {
                for measure in [RankedMeasure::Degree, RankedMeasure::Strength] {
                    let options = RankStabilityOptions { measure, loss, share: 0.3, draws: 8, seed, ..OPTIONS };
                    let losses = Losses::new(&snapshot, &options).expect("the combined layer");
                    let mut chosen = losses.scratch();
                    for draw in 0..8 {
                        losses.choose(&mut chosen, &mut random::stream(seed, "test", draw));
                        let rebuilt = Snapshot::from_ties(9, &losses.remaining(&chosen));
                        let naive = values(&rebuilt, &options);
                        let members = chosen.members().to_vec();
                        let gone = |node: usize| members.contains(&(node as u32));
                        let found = Ranking::of(losses.scores(&mut chosen));
                        for node in 0..9 {
                            let more = (0..9).filter(|&other| !gone(other) && naive[other] > naive[node] + 1e-9).count();
                            let expected = (!gone(node)).then_some(1 + more);
                            prop_assert_eq!(found.rank(node as u32), expected, "{:?} {:?}", loss, measure);
                        }
                        losses.clear(&mut chosen);
                    }
                }
            }
        }
    }

    #[test]
    fn one_thread_and_eight_draw_the_same() {
        let ties: Vec<_> = (0..30_u32)
            .map(|i| (i, (i * 7 + 3) % 31, 1.0 + f64::from(i % 4)))
            .collect();
        let snapshot = Snapshot::from_ties(31, &ties);
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("a pool");
            pool.install(|| rank_stability(&snapshot, &OPTIONS))
        };
        assert_eq!(on(1), on(8));
    }
}
