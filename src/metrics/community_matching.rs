//! Which community of this window is which of the window before?
//!
//! In: the nodes of two windows and their communities. Out: [`CommunityMatching`]. No other measure looks at two windows.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::network::Place;

/// The nodes of one window and their communities.
#[derive(Debug, Clone, Copy)]
pub struct CommunitiesOf<'a> {
    /// Each node's place in the run's roster, rising.
    pub places: &'a [Place],
    /// One entry per node, in node order; `None` where it belongs to no community.
    pub communities: &'a [Option<u32>],
}

/// The communities of the later window under the numbers that they go on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommunityMatching {
    /// One entry per node of the later window.
    pub communities: Vec<Option<u32>>,
    /// The first number that no window has used so far.
    pub next: u32,
}

/// Numbers of communities that go on from one window to the next.
///
/// What it tells a hub: the same number in two windows means the community that kept the most members, so that one can
/// follow who stays, who changes sides, and which communities are new. It does not say that nothing else changed.
///
/// # Formula
/// ```text
/// overlap(a, b) = stakeholders in community a of the earlier and b of the later window; the pair with the largest
/// overlap is matched first, then the largest among the communities left on both sides, while it is above 0
/// ```
/// # Conventions
/// Of equal overlaps the pair with the larger share of its union comes first (Jaccard), then the lower earlier, then the
/// lower later number. A community has one successor at most: where it splits, the part with the most of its members
/// keeps the number; where two merge, the whole keeps the number of the one with more members in it. All others get new
/// numbers from `next` on, in the order of their own. Stakeholders are told apart by their place in the roster.
///
/// # Returns
/// One number per node of the later window, `None` where it has no community, and the first unused number, to be handed
/// to the next call; it is above every number of the two windows.
///
/// # Complexity
/// O(n log n). Deterministic.
///
/// # Errors
/// None.
///
/// # Agreement
/// A convention: tools for following communities over time differ; the greedy choice by overlap is that of Greene, Doyle
/// and Cunningham, by the number of common members and without a threshold.
///
/// # Example
/// ```
/// use hubscope::metrics::{CommunitiesOf, community_matching};
/// use hubscope::network::Place;
/// let places = [0, 1, 2, 3, 4].map(Place);
/// let before = [Some(0), Some(0), Some(0), Some(1), Some(1)];
/// // 2 goes over to 3 and 4, who were community 1, and theirs is the larger now; nothing is new
/// let after = [Some(1), Some(1), Some(0), Some(0), Some(0)];
/// let found = community_matching(
///     &CommunitiesOf { places: &places, communities: &before },
///     &CommunitiesOf { places: &places, communities: &after },
///     2,
/// );
/// assert_eq!(found.communities, [Some(0), Some(0), Some(1), Some(1), Some(1)]);
/// assert_eq!(found.next, 2);
/// ```
/// # References
/// Greene, D., Doyle, D., Cunningham, P. (2010). Tracking the evolution of communities in dynamic social networks.
/// International Conference on Advances in Social Networks Analysis and Mining, 176-183.
/// <https://doi.org/10.1109/ASONAM.2010.17>
#[must_use]
pub fn community_matching(before: &CommunitiesOf<'_>, after: &CommunitiesOf<'_>, next: u32) -> CommunityMatching {
    let mut number = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (earlier, later) in by_overlap(before, after) {
        if !number.contains_key(&later) && taken.insert(earlier) {
            number.insert(later, earlier);
        }
    }
    let used = before.communities.iter().flatten().map(|&one| one + 1).max();
    let mut next = next.max(used.unwrap_or_default());
    for later in after.communities.iter().flatten().collect::<BTreeSet<_>>() {
        number.entry(*later).or_insert_with(|| {
            next += 1;
            next - 1
        });
    }
    let communities = after.communities.iter();
    CommunityMatching {
        communities: communities.map(|later| number.get(later.as_ref()?).copied()).collect(),
        next,
    }
}

/// Pairs of an earlier and a later community with common members, the best first.
fn by_overlap(before: &CommunitiesOf<'_>, after: &CommunitiesOf<'_>) -> Vec<(u32, u32)> {
    let mut overlap: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for (place, later) in after.places.iter().zip(after.communities) {
        let at = before.places.binary_search(place);
        let earlier = at.ok().and_then(|at| before.communities[at]);
        if let (Some(earlier), Some(later)) = (earlier, *later) {
            *overlap.entry((earlier, later)).or_default() += 1;
        }
    }
    let (sizes_before, sizes_after) = (sizes(before.communities), sizes(after.communities));
    let mut pairs: Vec<_> = overlap
        .into_iter()
        .map(|((earlier, later), common)| {
            // of equal overlaps the smaller union is the larger share
            let union = sizes_before[&earlier] + sizes_after[&later] - common;
            (Reverse(common), union, earlier, later)
        })
        .collect();
    pairs.sort_unstable();
    pairs
        .into_iter()
        .map(|(_, _, earlier, later)| (earlier, later))
        .collect()
}

fn sizes(communities: &[Option<u32>]) -> BTreeMap<u32, usize> {
    let mut sizes = BTreeMap::new();
    for &community in communities.iter().flatten() {
        *sizes.entry(community).or_default() += 1;
    }
    sizes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(places: &[u32]) -> Vec<Place> {
        places.iter().copied().map(Place).collect()
    }

    fn matched(before: (&[u32], &[Option<u32>]), after: (&[u32], &[Option<u32>]), next: u32) -> CommunityMatching {
        let (earlier, later) = (window(before.0), window(after.0));
        let of = |places, communities| CommunitiesOf { places, communities };
        community_matching(&of(&earlier, before.1), &of(&later, after.1), next)
    }

    #[test]
    fn the_larger_part_keeps_the_number_and_the_new_get_new_ones() {
        // places 1 to 6 were one community (4); 1 2 3 4 and 5 6 are two now, 7 and 8 are new and 9 is an isolate
        let (before, after) = ([Some(4); 6], [0, 0, 0, 0, 1, 1, 2, 2].map(Some));
        let after = [after.as_slice(), &[None]].concat();
        let found = matched(
            (&[1, 2, 3, 4, 5, 6], &before),
            (&[1, 2, 3, 4, 5, 6, 7, 8, 9], &after),
            7,
        );
        let expected = [4, 4, 4, 4, 7, 7, 8, 8].map(Some);
        assert_eq!(found.communities, [expected.as_slice(), &[None]].concat());
        assert_eq!(found.next, 9);
    }

    #[test]
    fn of_equal_overlaps_the_larger_share_wins() {
        // 0 shares one member with a (of three) and one with b (of one): b, the same whole, keeps the number
        let after = [Some(0), Some(1), Some(0), Some(0)];
        let found = matched((&[1, 2], &[Some(0), Some(0)]), (&[1, 2, 3, 4], &after), 0);
        assert_eq!(found.communities, [Some(1), Some(0), Some(1), Some(1)]);
        assert_eq!(found.next, 2);
        let first = matched((&[], &[]), (&[1, 2, 3, 4], &after), 0);
        assert_eq!((first.communities, first.next), (after.to_vec(), 2));
    }
}
