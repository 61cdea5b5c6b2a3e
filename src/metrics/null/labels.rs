//! Whose group could be whose? Labels dealt anew among those that have one.
//!
//! In: a label per node, or values with the stratum of each. Out: the same labels, dealt at random.

use std::collections::BTreeMap;

use crate::random::Draws;

/// The groups dealt anew among the nodes that have one: each group keeps its size, nodes without stay without.
///
/// # References
/// Krackhardt, D., Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation.
/// Social Psychology Quarterly 51(2), 123-140. <https://doi.org/10.2307/2786835>
#[must_use]
pub fn label_permutation(groups: &[Option<u32>], random: &mut impl Draws) -> Vec<Option<u32>> {
    let strata: Vec<bool> = groups.iter().map(Option::is_some).collect();
    within_strata(groups, &strata, random)
}

/// The values dealt anew among those of the same stratum: dates within a practice and a sector, labels within a city.
///
/// Strata are dealt in rising order and their values taken in the order given, so that the same input gives the same
/// deal. Values beyond the strata given stay where they are.
#[must_use]
pub fn within_strata<T: Clone, S: Ord>(values: &[T], strata: &[S], random: &mut impl Draws) -> Vec<T> {
    let mut places: BTreeMap<&S, Vec<usize>> = BTreeMap::new();
    for (place, stratum) in strata.iter().enumerate().take(values.len()) {
        places.entry(stratum).or_default().push(place);
    }
    let mut dealt = values.to_vec();
    for places in places.values() {
        let mut order = places.clone();
        random.shuffle(&mut order);
        for (&to, &from) in places.iter().zip(&order) {
            dealt[to] = values[from].clone();
        }
    }
    dealt
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::random;

    #[test]
    fn every_deal_of_the_labels_comes_alike() {
        // A A B and nobody: B stands at each of three places in a third of the draws, the last has never one
        let groups = [Some(0), Some(0), Some(1), None];
        let mut places = [0; 4];
        for draw in 0..6000 {
            let dealt = label_permutation(&groups, &mut random::stream(1, "labels", draw));
            assert_eq!(dealt.iter().filter(|group| **group == Some(0)).count(), 2);
            let at = dealt.iter().position(|group| *group == Some(1)).expect("one B");
            places[at] += 1;
        }
        assert_eq!(places[3], 0);
        // binomial(6000, 1/3): 2000 ± 4 · 36.5
        assert!(
            places[..3].iter().all(|count: &i32| count.abs_diff(2000) <= 146),
            "{places:?}"
        );
    }

    #[test]
    fn values_stay_within_their_stratum() {
        let values = [1, 2, 3, 10, 20, 30];
        let strata = ["a", "a", "a", "b", "b", "b"];
        let mut seen = BTreeMap::new();
        for draw in 0..3600 {
            let dealt = within_strata(&values, &strata, &mut random::stream(2, "strata", draw));
            assert!(dealt[..3].iter().all(|value| *value < 10) && dealt[3..].iter().all(|value| *value >= 10));
            *seen.entry(dealt).or_insert(0) += 1;
        }
        // 3! · 3! deals, each 100 ± 4 · 9.9 times
        assert_eq!(seen.len(), 36);
        assert!(seen.values().all(|count: &i32| count.abs_diff(100) <= 40), "{seen:?}");
    }
}
