//! Are those with many partners tied to others with many?
//!
//! In: a snapshot. Out: one coefficient for the network.

use crate::network::Snapshot;

/// Degree assortativity of a snapshot.
///
/// What it tells a hub: above 0 means that the well connected keep to each other, below 0 that they serve those with few
/// partners, as a hub in the middle of a star does.
///
/// # Formula
/// ```text
/// r = [4 m Σ k_i k_j − (Σ (k_i + k_j))²] / [2 m Σ (k_i² + k_j²) − (Σ (k_i + k_j))²]
/// Σ over the m ties i-j, k_i the number of partners of i: Pearson's correlation of the degrees at the two ends of a tie
/// ```
/// # Conventions
/// The undirected simple graph in every view; strengths play no part. Isolates do not count.
///
/// # Returns
/// One coefficient from −1 to 1; undefined where all ends of ties have the same degree, or there is no tie.
///
/// # Complexity
/// O(n + m). Deterministic: sums of whole numbers.
///
/// # Errors
/// None.
///
/// # Agreement
/// NetworkX 3.6 `degree_pearson_correlation_coefficient` and igraph 1.0 `assortativity_degree(directed=False)`: the same;
/// both give NaN where ours is undefined.
///
/// # Example
/// ```
/// use hubscope::{metrics::degree_assortativity, network::Snapshot};
/// // a star: every tie joins many partners with one
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// assert_eq!(degree_assortativity(&star), Some(-1.0));
/// ```
/// # References
/// Newman, M. E. J. (2002). Assortative mixing in networks. Physical Review Letters 89, 208701.
/// <https://doi.org/10.1103/PhysRevLett.89.208701>
#[must_use]
pub fn degree_assortativity(snapshot: &Snapshot) -> Option<f64> {
    let degree: Vec<i128> = snapshot.nodes().map(|node| snapshot.degree(node) as i128).collect();
    let ties = snapshot.tie_count() as i128;
    let products = snapshot
        .pairs()
        .map(|(one, other, _)| degree[one.at()] * degree[other.at()]);
    let products: i128 = products.sum();
    // Σ over ties of k_i + k_j is Σ over nodes of k²
    let ends: i128 = degree.iter().map(|k| k * k).sum();
    let squares: i128 = degree.iter().map(|k| k * k * k).sum();
    let spread = 2 * ties * squares - ends * ends;
    (spread > 0).then(|| (4 * ties * products - ends * ends) as f64 / spread as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_degrees_do_not_vary_it_is_undefined() {
        let ring = [(0, 1, 1.0), (1, 2, 1.0), (2, 0, 1.0)];
        assert_eq!(degree_assortativity(&Snapshot::from_ties(4, &ring)), None);
        assert_eq!(degree_assortativity(&Snapshot::default()), None);
    }

    #[test]
    fn a_path_of_four() {
        // ends of ties: 1-2, 2-2, 2-1. m 3, Σ k_i k_j = 8, Σ k² = 10, Σ k³ = 18: (4·3·8 − 100)/(2·3·18 − 100) = −4/8
        let path = Snapshot::from_ties(4, &[(0, 1, 9.0), (1, 2, 1.0), (2, 3, 1.0)]);
        assert_eq!(degree_assortativity(&path), Some(-0.5));
    }
}
