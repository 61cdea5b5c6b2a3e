//! Which pairs without a tie are close through others, and how close?
//!
//! In: a snapshot. Out: [`PairScores`] of every pair at two steps, which introductions are ranked by. The wedges
//! i - z - j are counted row by row; scores along longer walks are in [`super::pair_walks`].

use rayon::prelude::*;

use crate::network::{NodeIndex, Pair, Snapshot};

/// Nodes that a worker takes at a time.
const BLOCK: usize = 32;

/// How far wedges are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairScoreOptions {
    /// Wedges up to which every common partner counts. Beyond, only those with fewer partners do, as many of them as the
    /// limit allows: a common partner with k partners weighs 1/k in resource allocation and makes k² wedges.
    pub work_limit: u64,
}

impl PairScoreOptions {
    /// Every common partner counts.
    #[must_use]
    pub const fn exact() -> Self {
        Self { work_limit: u64::MAX }
    }
}

/// Scores of pairs without a tie, in the order of [`PairScores::pairs`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PairScores {
    /// The pairs at two steps, the smaller node first, in order.
    pub pairs: Vec<Pair>,
    /// How many partners both have.
    pub common_partners: Vec<u32>,
    /// Common partners, each counted 1/ln of its number of partners.
    pub adamic_adar: Vec<f64>,
    /// Common partners, each counted one over its number of partners.
    pub resource_allocation: Vec<f64>,
    /// Common partners, each counted the product of its two ties' strengths.
    pub weighted_common_partners: Vec<f64>,
    /// The same over the sum of the common partner's strengths.
    pub weighted_resource_allocation: Vec<f64>,
    /// Common partners with more partners than this were not followed; `None` where all were.
    pub followed_up_to: Option<usize>,
}

/// Scores of every pair at two steps without a tie.
///
/// What it tells a hub: who could be introduced to whom by a common partner, and which of these pairs are so close that
/// they are likely to meet anyway. A common partner who knows few makes an introduction worth more than one who knows all.
///
/// # Formula
/// ```text
/// common_partners_ij               = |Γi ∩ Γj|
/// adamic_adar_ij                   = Σ 1/ln k_z        over z in Γi ∩ Γj, k_z the number of z's partners
/// resource_allocation_ij           = Σ 1/k_z
/// weighted_common_partners_ij      = Σ w_iz w_zj
/// weighted_resource_allocation_ij  = Σ w_iz w_zj / s_z   s_z the sum of z's strengths
/// ```
/// # Conventions
/// The undirected simple graph in every view. A common partner has two partners at least, so that no logarithm is 0.
///
/// # Returns
/// One value per pair, above zero; pairs not listed have 0 in each.
///
/// # Complexity
/// O(Σ k_z²) over common partners z, at most the work limit; memory 44 bytes per pair. Deterministic, the same bytes on
/// any number of threads: each pair's sums are made in the order of its common partners.
///
/// # Errors
/// None.
///
/// # Agreement
/// scipy 1.17 sparse products, and NetworkX 3.6 `adamic_adar_index`, `resource_allocation_index`,
/// `common_neighbors`: within 1e-12.
///
/// # Example
/// ```
/// use hubscope::{metrics::{PairScoreOptions, pair_scores}, network::Snapshot};
/// // 0 and 2 share 1 and 3, who have no other partners
/// let square = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (0, 3, 1.0)]);
/// let found = pair_scores(&square, PairScoreOptions::exact());
/// assert_eq!(found.pairs.len(), 2);
/// assert_eq!(found.common_partners, [2, 2]);
/// assert_eq!(found.resource_allocation, [1.0, 1.0]);
/// ```
/// # References
/// Adamic, L. A., Adar, E. (2003). Friends and neighbors on the Web. Social Networks 25(3), 211-230.
/// <https://doi.org/10.1016/S0378-8733(03)00009-1>; Zhou, T., Lü, L., Zhang, Y.-C. (2009). Predicting missing links via
/// local information. European Physical Journal B 71, 623-630. <https://doi.org/10.1140/epjb/e2009-00335-8>; Lü, L.,
/// Zhou, T. (2010). Link prediction in weighted networks: the role of weak ties. EPL 89, 18001.
/// <https://doi.org/10.1209/0295-5075/89/18001>
#[must_use]
pub fn pair_scores(snapshot: &Snapshot, options: PairScoreOptions) -> PairScores {
    let followed = most_partners(snapshot, options.work_limit);
    let weights: Vec<Weights> = snapshot
        .nodes()
        .map(|node| Weights::of(snapshot, node, followed))
        .collect();
    let blocks: Vec<PairScores> = (0..snapshot.node_count().div_ceil(BLOCK))
        .into_par_iter()
        .map_init(
            || vec![Sums::default(); snapshot.node_count()],
            |sums, block| {
                let mut found = PairScores::default();
                let nodes = block * BLOCK..((block + 1) * BLOCK).min(snapshot.node_count());
                nodes.for_each(|node| row(snapshot, &weights, node, sums, &mut found));
                found
            },
        )
        .collect();
    let mut all = PairScores {
        followed_up_to: followed,
        ..PairScores::default()
    };
    for block in blocks {
        all.pairs.extend(block.pairs);
        all.common_partners.extend(block.common_partners);
        all.adamic_adar.extend(block.adamic_adar);
        all.resource_allocation.extend(block.resource_allocation);
        all.weighted_common_partners.extend(block.weighted_common_partners);
        all.weighted_resource_allocation
            .extend(block.weighted_resource_allocation);
    }
    all
}

/// The largest number of partners such that the wedges of all who have no more stay within the limit; `None` where all
/// do.
fn most_partners(snapshot: &Snapshot, limit: u64) -> Option<usize> {
    let mut degrees: Vec<usize> = snapshot.nodes().map(|node| snapshot.degree(node)).collect();
    degrees.sort_unstable();
    let mut wedges = 0_u64;
    let over = degrees.into_iter().find(|&partners| {
        wedges += (partners * partners.saturating_sub(1) / 2) as u64;
        wedges > limit
    });
    // those with as many as the first beyond the limit are left out with it
    over.map(|partners| partners.saturating_sub(1))
}

/// What a common partner counts.
#[derive(Clone, Copy)]
struct Weights {
    followed: bool,
    adamic_adar: f64,
    resource: f64,
    strength: f64,
}

impl Weights {
    fn of(snapshot: &Snapshot, node: NodeIndex, followed: Option<usize>) -> Self {
        let partners = snapshot.degree(node);
        Self {
            followed: partners > 1 && followed.is_none_or(|most| partners <= most),
            adamic_adar: 1.0 / (partners as f64).ln(),
            resource: 1.0 / partners as f64,
            strength: 1.0 / snapshot.ties().strengths(node.at()).iter().sum::<f64>(),
        }
    }
}

/// What one pair has gathered.
#[derive(Clone, Copy, Default)]
struct Sums {
    common: u32,
    adamic_adar: f64,
    resource: f64,
    weighted: f64,
    weighted_resource: f64,
}

/// The scores of a node with each later node; `sums` are zero before and after.
fn row(snapshot: &Snapshot, weights: &[Weights], node: usize, sums: &mut [Sums], found: &mut PairScores) {
    let ties = snapshot.ties();
    let mut met: Vec<u32> = Vec::new();
    for (between, near) in ties.row(node) {
        let weight = weights[between as usize];
        if !weight.followed {
            continue;
        }
        let (columns, strengths) = (ties.columns(between as usize), ties.strengths(between as usize));
        let later = columns.partition_point(|&other| other as usize <= node);
        for (&other, &far) in columns[later..].iter().zip(&strengths[later..]) {
            let sum = &mut sums[other as usize];
            if sum.common == 0 {
                met.push(other);
            }
            let product = near * far;
            sum.common += 1;
            sum.adamic_adar += weight.adamic_adar;
            sum.resource += weight.resource;
            sum.weighted += product;
            sum.weighted_resource += product * weight.strength;
        }
    }
    for &partner in ties.columns(node) {
        sums[partner as usize] = Sums::default();
    }
    met.sort_unstable();
    for other in met {
        let sum = std::mem::take(&mut sums[other as usize]);
        if sum.common > 0 {
            found.pairs.push((NodeIndex(node as u32), NodeIndex(other)));
            found.common_partners.push(sum.common);
            found.adamic_adar.push(sum.adamic_adar);
            found.resource_allocation.push(sum.resource);
            found.weighted_common_partners.push(sum.weighted);
            found.weighted_resource_allocation.push(sum.weighted_resource);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, expected: f64) -> bool {
        (found - expected).abs() <= 1e-12
    }

    #[test]
    fn a_common_partner_counts_by_how_many_it_has() {
        // 1 joins 0, 2, 3 (k = 3); 4 joins 0 and 2 (k = 2); 3 hangs from 1 alone.
        // 0-2: partners 1 and 4. 0-3 and 2-3: partner 1. 1-4: partners 0 and 2 (k = 2 each)
        let ties = [(0, 1, 2.0), (1, 2, 3.0), (1, 3, 1.0), (0, 4, 1.0), (2, 4, 5.0)];
        let found = pair_scores(&Snapshot::from_ties(5, &ties), PairScoreOptions::exact());
        let pairs: Vec<(u32, u32)> = found.pairs.iter().map(|(a, b)| (a.0, b.0)).collect();
        assert_eq!(pairs, [(0, 2), (0, 3), (1, 4), (2, 3)]);
        assert_eq!(found.common_partners, [2, 1, 2, 1]);
        assert!(close(found.adamic_adar[0], 1.0 / 3f64.ln() + 1.0 / 2f64.ln()));
        assert!(close(found.resource_allocation[0], 1.0 / 3.0 + 0.5));
        // 2·3 through 1, whose strengths sum to 6; 1·5 through 4, whose sum to 6
        assert!(close(found.weighted_common_partners[0], 11.0));
        assert!(close(found.weighted_resource_allocation[0], 11.0 / 6.0));
        assert_eq!(found.followed_up_to, None);
    }

    #[test]
    fn beyond_the_limit_those_with_most_partners_are_not_followed() {
        // a star of four leaves makes 6 wedges, a path 5 - 6 - 7 one
        let ties = [
            (0, 1, 1.0),
            (0, 2, 1.0),
            (0, 3, 1.0),
            (0, 4, 1.0),
            (5, 6, 1.0),
            (6, 7, 1.0),
        ];
        let network = Snapshot::from_ties(8, &ties);
        let found = pair_scores(&network, PairScoreOptions { work_limit: 6 });
        assert_eq!(found.followed_up_to, Some(3));
        assert_eq!(found.pairs, [(NodeIndex(5), NodeIndex(7))]);
        let all = pair_scores(&network, PairScoreOptions { work_limit: 7 });
        assert_eq!((all.pairs.len(), all.followed_up_to), (7, None));
    }

    #[test]
    fn without_ties_there_are_no_pairs() {
        assert_eq!(
            pair_scores(&Snapshot::from_ties(3, &[]), PairScoreOptions::exact()),
            PairScores::default()
        );
    }
}
