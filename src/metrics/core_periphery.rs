//! How far is the network one core, and around it members who are tied to the core alone?
//!
//! In: a snapshot. Out: [`CorePeriphery`].

use super::key_players::Proof;
use crate::network::Snapshot;

mod exact;
mod exchange;

use exchange::Pattern;

/// The best core and how well it fits.
#[derive(Debug, Clone, PartialEq)]
pub struct CorePeriphery {
    /// Correlation of the ties with the pattern of the core; `None` with fewer than three nodes, without any tie and
    /// where all pairs are tied.
    pub fit: Option<f64>,
    /// For each node, in node order, whether it is in the core; nobody where there is no fit.
    pub core: Vec<bool>,
    /// How sure it is that no core fits better.
    pub proof: Proof,
}

/// Borgatti and Everett's discrete core and periphery of a snapshot.
///
/// What it tells a hub: 1 means a core in which all are tied to each other and to everyone else, and a periphery whose
/// members are not tied among themselves (a star is one); towards 0 there is no such core. A few well connected members
/// give a good fit by themselves, so a fit means something only beside that of networks with the same degrees.
///
/// # Formula
/// ```text
/// the largest correlation, over the pairs i < j, of a_ij (1 where tied, else 0) and δ_ij (1 where i or j is in the core,
/// else 0), for any core of 1 to n − 2 nodes. With N pairs, m ties, M pairs and c ties that touch the core:
/// fit = (N c − m M) / √(m (N − m) M (N − M))
/// ```
/// # Conventions
/// Undirected view in every direction; strengths play no part. Of the patterns that Borgatti and Everett state this is
/// the one in which core and periphery are tied (their first), so that stars fit; the ties between core and periphery
/// are not left out. Isolates belong to the periphery and count among the n. For a given size the best core touches the
/// most ties, which is hard to find in general. It is sought from the greedy order (each time the node with the most
/// untouched ties, of equal ones the lowest index) by adding, removing and exchanging single members while the fit rises:
/// from every size with up to 200 nodes, from the best size beyond. With up to 64 nodes branch and bound then looks for a
/// better one, in 100,000 steps.
///
/// # Returns
/// A correlation from 0 to 1, the core, and whether no other can fit better. Undefined for n < 3, without any tie and
/// where all pairs are tied.
///
/// # Complexity
/// O((n + m) log n) for the order and O(n) per exchange; branch and bound within its steps. Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// Exhaustive search over all cores of random networks gives the same fit. Tools that leave the ties between core and
/// periphery out, or draw a core at random, give others.
///
/// # Example
/// ```
/// use hubscope::{metrics::core_periphery, network::Snapshot};
/// let star = Snapshot::from_ties(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// let found = core_periphery(&star);
/// assert_eq!(found.fit, Some(1.0));
/// assert_eq!(found.core, [true, false, false, false]);
/// ```
/// # References
/// Borgatti, S. P., Everett, M. G. (2000). Models of core/periphery structures. Social Networks 21(4), 375-395.
/// <https://doi.org/10.1016/S0378-8733(99)00019-2>
#[must_use]
pub fn core_periphery(snapshot: &Snapshot) -> CorePeriphery {
    let none = CorePeriphery {
        fit: None,
        core: vec![false; snapshot.node_count()],
        proof: Proof::Exact,
    };
    let Some(pattern) = Pattern::of(snapshot) else {
        return none;
    };
    let Some(found) = exchange::best_found(snapshot, &pattern) else {
        return none;
    };
    let (best, proof) = match exact::best_of_all(snapshot, &pattern, &found) {
        Some(best) => (best, Proof::Exact),
        None => (found, Proof::NotProven { bound: None }),
    };
    CorePeriphery {
        fit: Some(best.fit),
        core: best.is_in,
        proof,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tied_core_with_leaves_fits() {
        // 0 and 1 tied, each with all of 2 3 4: m = 7 of N = 10, all touch the core of two, M = 7: 1
        let mut ties = vec![(0, 1, 1.0)];
        ties.extend((2..5).flat_map(|leaf| [(0, leaf, 1.0), (1, leaf, 1.0)]));
        let found = core_periphery(&Snapshot::from_ties(5, &ties));
        assert!((found.fit.expect("has ties") - 1.0).abs() <= 1e-15);
        assert_eq!(found.core, [true, true, false, false, false]);
    }

    #[test]
    fn a_path_of_four_by_hand() {
        // N = 6, m = 3. Core {1 2}: c = 3, M = 5: (18 − 15)/√(3·3·5·1) = 3/√45 = 0.4472. Core {1}: c = 2, M = 3:
        // (12 − 9)/√(9·9) = 1/3. {0 2}: c = 3 as well. So 1/√5, with the core of the two first of equal cores
        let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
        let found = core_periphery(&path);
        assert!((found.fit.expect("has ties") - 1.0 / 5f64.sqrt()).abs() <= 1e-15);
        assert_eq!(found.core.iter().filter(|core| **core).count(), 2);
    }

    #[test]
    fn no_tie_all_ties_and_too_few_nodes_have_no_fit() {
        let triangle = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0)];
        for snapshot in [
            Snapshot::from_ties(5, &[]),
            Snapshot::from_ties(3, &triangle),
            Snapshot::from_ties(2, &triangle[..1]),
            Snapshot::default(),
        ] {
            let found = core_periphery(&snapshot);
            assert_eq!((found.fit, found.core), (None, vec![false; snapshot.node_count()]));
        }
    }
}
