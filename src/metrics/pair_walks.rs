//! How close are pairs through longer walks?
//!
//! In: a snapshot and pairs. Out: the local path index, and Katz's index, of each of them; `None` where that would take
//! more work than allowed.

use rayon::prelude::*;

use crate::network::{NodeIndex, Pair, Snapshot};

/// What a walk of three steps counts beside one of two in the local path index.
pub const LOCAL_PATH_EPSILON: f64 = 0.01;

/// A walk one step longer counts at most this much of what the shorter one does, over all that it can spread to.
const KATZ_SHARE: f64 = 0.5;

/// Terms are added until the largest is this small beside the weight of a walk of two steps.
const KATZ_PRECISION: f64 = 1e-12;

/// The local path index of each pair: `None` where it takes more than `work_limit` steps.
///
/// What it tells a hub: common partners, and where pairs have as many, who is more often three steps apart.
///
/// # Formula
/// ```text
/// LP = A² + ε A³,  A the matrix of ties (0 or 1), ε = 0.01
/// ```
/// # Conventions
/// The undirected simple graph in every view. Walks may turn back, as powers of A count them.
///
/// # Returns
/// One value per pair, in the order given; 0 beyond three steps.
///
/// # Complexity
/// For each first node of the pairs its wedges, for each pair the partners of the second. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// numpy 2.4 powers of the dense matrix: within 1e-12.
///
/// # Example
/// ```
/// use hubscope::metrics::pair_walks::local_path;
/// use hubscope::network::{NodeIndex, Snapshot};
/// // 0 - 1 - 2 - 3: one walk of two steps from 0 to 2, one of three from 0 to 3
/// let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
/// let pairs = [(NodeIndex(0), NodeIndex(2)), (NodeIndex(0), NodeIndex(3))];
/// assert_eq!(local_path(&path, &pairs, u64::MAX), Some(vec![1.0, 0.01]));
/// ```
/// # References
/// Lü, L., Jin, C.-H., Zhou, T. (2009). Similarity index based on local paths for link prediction of complex networks.
/// Physical Review E 80, 046122. <https://doi.org/10.1103/PhysRevE.80.046122>
#[must_use]
pub fn local_path(snapshot: &Snapshot, pairs: &[Pair], work_limit: u64) -> Option<Vec<f64>> {
    let degree = |node: NodeIndex| snapshot.degree(node) as u64;
    let wedges = |node: NodeIndex| -> u64 {
        let partners = snapshot.ties().columns(node.at()).iter();
        partners.map(|&other| degree(NodeIndex(other))).sum()
    };
    let runs: Vec<&[Pair]> = pairs.chunk_by(|one, other| one.0 == other.0).collect();
    let steps =
        runs.iter().map(|run| wedges(run[0].0)).sum::<u64>() + pairs.iter().map(|pair| degree(pair.1)).sum::<u64>();
    if steps > work_limit {
        return None;
    }
    let scores = runs.par_iter().map_init(
        || vec![0.0; snapshot.node_count()],
        |two, run| {
            two.fill(0.0);
            let from = run[0].0.at();
            for &between in snapshot.ties().columns(from) {
                for &other in snapshot.ties().columns(between as usize) {
                    two[other as usize] += 1.0;
                }
            }
            let score = |pair: &Pair| {
                let partners = snapshot.ties().columns(pair.1.at()).iter();
                let three: f64 = partners.map(|&other| two[other as usize]).sum();
                two[pair.1.at()] + LOCAL_PATH_EPSILON * three
            };
            run.iter().map(score).collect::<Vec<f64>>()
        },
    );
    Some(scores.collect::<Vec<_>>().concat())
}

/// Katz's index of each pair: `None` where it takes more than `work_limit` steps.
///
/// What it tells a hub: all walks between two, the longer the less they count: closeness through the whole network
/// rather than through common partners alone.
///
/// # Formula
/// ```text
/// K = Σ_l β^l A^l over l ≥ 1,  β = 0.5 / max sqrt(k_u k_v) over ties u-v
/// ```
/// # Conventions
/// The undirected simple graph in every view. The largest eigenvalue of A is no larger than the maximum in β (Berman and
/// Zhang 2001), so that the sum converges; terms are added until none exceeds 1e-12 β².
///
/// # Returns
/// One value per pair, in the order given; 0 where no walk joins them.
///
/// # Complexity
/// For each first node of the pairs at most 2m steps per term, some forty terms. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// numpy 2.4 `inv(I − βA) − I`: within 1e-9.
///
/// # Example
/// ```
/// use hubscope::metrics::pair_walks::katz;
/// use hubscope::network::{NodeIndex, Snapshot};
/// // 0 - 1 - 2: β = 0.5/√2, and K = β²/(1 − 2β²) = 0.125/0.75
/// let path = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
/// let found = katz(&path, &[(NodeIndex(0), NodeIndex(2))], u64::MAX).expect("within the limit");
/// assert!((found[0] - 1.0 / 6.0).abs() <= 1e-12);
/// ```
/// # References
/// Katz, L. (1953). A new status index derived from sociometric analysis. Psychometrika 18, 39-43.
/// <https://doi.org/10.1007/BF02289026>; Liben-Nowell, D., Kleinberg, J. (2007). The link-prediction problem for social
/// networks. JASIST 58(7), 1019-1031. <https://doi.org/10.1002/asi.20591>
#[must_use]
pub fn katz(snapshot: &Snapshot, pairs: &[Pair], work_limit: u64) -> Option<Vec<f64>> {
    let degree = |node: NodeIndex| snapshot.degree(node) as f64;
    let spread = snapshot.pairs().map(|(a, b, _)| (degree(a) * degree(b)).sqrt());
    let beta = KATZ_SHARE / spread.fold(1.0, f64::max);
    let runs: Vec<&[Pair]> = pairs.chunk_by(|one, other| one.0 == other.0).collect();
    let terms = (KATZ_PRECISION.ln() + 2.0 * beta.ln()) / KATZ_SHARE.ln();
    if runs.len() as f64 * terms * snapshot.ties().entries() as f64 > work_limit as f64 {
        return None;
    }
    let scores = runs.par_iter().map(|run| {
        let walks = walks_from(snapshot, run[0].0, beta);
        run.iter().map(|pair| walks[pair.1.at()]).collect::<Vec<f64>>()
    });
    Some(scores.collect::<Vec<_>>().concat())
}

/// All walks from a node to each, one of `l` steps counting β^l.
fn walks_from(snapshot: &Snapshot, from: NodeIndex, beta: f64) -> Vec<f64> {
    let mut term = vec![0.0; snapshot.node_count()];
    term[from.at()] = 1.0;
    let mut sum = vec![0.0; snapshot.node_count()];
    loop {
        let next = snapshot.nodes().map(|node| {
            let partners = snapshot.ties().columns(node.at()).iter();
            beta * partners.map(|&other| term[other as usize]).sum::<f64>()
        });
        term = next.collect();
        sum.iter_mut().zip(&term).for_each(|(sum, term)| *sum += term);
        if term.iter().copied().fold(0.0, f64::max) <= KATZ_PRECISION * beta * beta {
            return sum;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_the_limit_nothing_is_scored() {
        let path = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
        let pairs = [(NodeIndex(0), NodeIndex(2))];
        // 0 has one partner with two partners: 2 wedges; 2 has one partner
        assert_eq!(local_path(&path, &pairs, 2), None);
        assert_eq!(local_path(&path, &pairs, 3), Some(vec![1.0]));
        assert_eq!(katz(&path, &pairs, 10), None);
        assert_eq!(katz(&Snapshot::from_ties(2, &[]), &[], 0), Some(Vec::new()));
    }
}
