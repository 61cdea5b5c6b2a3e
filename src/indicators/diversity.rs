//! How mixed? Sectors among members, and working ties that join two of them, over what activity predicts.
//!
//! Expected cross-sector ties: over the pairs of two sectors, Σ x_i x_j/(1 + x_i x_j), the network without loops and
//! double ties that is as random as everyone's number of ties allows (Park & Newman 2004,
//! doi:10.1103/PhysRevE.70.066117). The stub null will not do here: shared events make the working layer dense and
//! unequal, and the loops and double ties it then draws hide what members keep to their own sector.
//! Intervals: vertex bootstrap for ties, BCa over members for Shannon.

use std::collections::BTreeMap;

use super::observation::{Figure, Observation, sector};
use super::{Indicator, Undefined};
use crate::network::{Snapshot, Standing};
use crate::numeric;
use crate::records::Sector;
use crate::statistics::intervals::{TieCounts, bca_of_counts};

/// The expectation is exact to so little, or as good as so many rounds make it where someone is tied to everyone.
const CLOSE_ENOUGH: f64 = 1e-12;
const MOST_ROUNDS: usize = 2000;

const SECTORS: usize = Sector::ALL.len();

/// Ties between members that have a sector; `expected` under the stub null, by which the bootstrap varies.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Mixing {
    cross: f64,
    ties: f64,
    expected: f64,
}

pub(super) fn figures(observation: &Observation<'_>) -> Vec<(Indicator, Figure)> {
    let working = &observation.working;
    let roster = observation.context.network.roster();
    let places = working.places().iter();
    let sectors: Vec<Option<usize>> = places.map(|place| sector(roster, *place)).collect();
    let mixing = mixing(&observation.by_sector.counts());
    let expected = expected_cross(working, &sectors);
    let over_stubs = mixing.expected / expected;
    let interval = |statistic: &(dyn Fn(Mixing) -> Option<f64> + Sync), purpose: &str| {
        let resampled = |counts: &TieCounts| statistic(self::mixing(counts));
        observation
            .by_sector
            .bootstrap(resampled, observation.resampling(purpose))
    };
    vec![
        (
            Indicator::CrossSectorShare,
            Figure::ratio(mixing.cross, mixing.ties)
                .with_interval(|| interval(&share, "cross_sector_share").map(|found| found.within(0.0, 1.0))),
        ),
        (
            Indicator::CrossSectorRatio,
            Figure::ratio(mixing.cross, expected).with_interval(|| {
                let ratio = |mixing| Some(ratio(mixing)? * over_stubs);
                interval(&ratio, "cross_sector_ratio").map(|found| found.within(0.0, f64::MAX))
            }),
        ),
        (Indicator::SectorShannon, shannon(observation)),
    ]
}

fn shannon(observation: &Observation<'_>) -> Figure {
    let roster = observation.context.network.roster();
    let members = observation.membership.places(Standing::Member);
    let sectors: Vec<u8> = members.filter_map(|place| Some(sector(roster, place)? as u8)).collect();
    if sectors.is_empty() {
        return Figure::undefined(Undefined::NotRecorded);
    }
    let mut sizes = [0.0; SECTORS];
    sectors.iter().for_each(|sector| sizes[*sector as usize] += 1.0);
    let most = (SECTORS as f64).ln();
    Figure::value(numeric::shannon(&sizes), Undefined::NotRecorded).with_interval(|| {
        let resampling = observation.resampling("sector_shannon");
        bca_of_counts(&sectors, SECTORS, numeric::shannon, resampling).map(|interval| interval.within(0.0, most))
    })
}

fn mixing(counts: &TieCounts) -> Mixing {
    let mut ends = [0.0_f64; SECTORS];
    let (mut cross, mut ties) = (0.0, 0.0);
    for one in 0..SECTORS {
        for other in one..SECTORS {
            let between = counts.between(one, other) as f64;
            ends[one] += between;
            ends[other] += between;
            ties += between;
            if one != other {
                cross += between;
            }
        }
    }
    // Σ_{a<b} D_a D_b = ((Σ D)² − Σ D²) / 2, exact in whole numbers
    let all: f64 = ends.iter().sum();
    let squares: f64 = ends.iter().map(|end| end * end).sum();
    let expected = if ties > 0.0 {
        (all * all - squares) / 2.0 / (2.0 * ties - 1.0)
    } else {
        0.0
    };
    Mixing { cross, ties, expected }
}

/// The cross-sector ties of a random network in which everyone expects the ties they have; those of equal degree share
/// their x, found by x = k / Σ x_j/(1 + x x_j).
fn expected_cross(working: &Snapshot, sectors: &[Option<usize>]) -> f64 {
    let mut classes: BTreeMap<usize, [f64; SECTORS]> = BTreeMap::new();
    let mut ends = 0;
    for (node, sector) in working.nodes().zip(sectors) {
        let partners = working.ties().columns(node.at()).iter();
        let degree = partners.filter(|other| sectors[**other as usize].is_some()).count();
        if let Some(sector) = sector.filter(|_| degree > 0) {
            classes.entry(degree).or_default()[sector] += 1.0;
            ends += degree;
        }
    }
    let of_class: Vec<(f64, f64)> = classes
        .iter()
        .map(|(degree, sectors)| (*degree as f64, sectors.iter().sum()))
        .collect();
    let x = multipliers(&of_class);
    let chance = |one: f64, other: f64| one * other / (1.0 + one * other);
    let (mut all, mut cross) = (0.0, 0.0);
    for (one, here) in x.iter().zip(classes.values()) {
        let size: f64 = here.iter().sum();
        all -= size * chance(*one, *one);
        for (other, there) in x.iter().zip(classes.values()) {
            let pairs = size * there.iter().sum::<f64>();
            let same: f64 = here.iter().zip(there).map(|(here, there)| here * there).sum();
            all += pairs * chance(*one, *other);
            cross += (pairs - same) * chance(*one, *other);
        }
    }
    // both count every pair twice; the ties add up to those there are
    let count = ends as f64 / 2.0;
    if all > 0.0 { count * cross / all } else { 0.0 }
}

/// The x of each class, given as (degree, how many have it).
fn multipliers(classes: &[(f64, f64)]) -> Vec<f64> {
    let ends: f64 = classes.iter().map(|(degree, size)| degree * size).sum();
    let mut x: Vec<f64> = classes.iter().map(|(degree, _)| degree / ends.sqrt()).collect();
    for _ in 0..MOST_ROUNDS {
        let reach = |one: f64, other: f64| other / (1.0 + one * other);
        let next: Vec<f64> = x
            .iter()
            .zip(classes)
            .map(|(one, (degree, _))| {
                let others = x
                    .iter()
                    .zip(classes)
                    .map(|(other, (_, size))| size * reach(*one, *other));
                degree / (others.sum::<f64>() - reach(*one, *one))
            })
            .collect();
        let change = next.iter().zip(&x).map(|(new, old)| ((new - old) / old).abs());
        let widest = change.fold(0.0, f64::max);
        x = next;
        if widest <= CLOSE_ENOUGH {
            break;
        }
    }
    x
}

fn share(mixing: Mixing) -> Option<f64> {
    (mixing.ties > 0.0).then(|| mixing.cross / mixing.ties)
}

fn ratio(mixing: Mixing) -> Option<f64> {
    (mixing.expected > 0.0).then(|| mixing.cross / mixing.expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::intervals::GroupedNetwork;

    fn counted(ties: &[(u32, u32)], sectors: &[Option<usize>]) -> Mixing {
        let groups = sectors.iter().map(|sector| sector.unwrap_or(SECTORS) as u8).collect();
        mixing(&GroupedNetwork::new(groups, SECTORS + 1, ties).counts())
    }

    #[test]
    fn the_expectation_of_cross_ties_is_the_stub_null_by_hand() {
        // a, a, b, b tied a–a, a–b, b–b: D_a = 3, D_b = 3, m = 3: E[ab] = 9/5; observed 1
        let found = counted(&[(0, 1), (1, 2), (2, 3)], &[Some(0), Some(0), Some(1), Some(1)]);
        assert!((found.expected - 1.8).abs() <= 1e-15, "{found:?}");
        assert!((found.cross - 1.0).abs() <= 1e-15 && (found.ties - 3.0).abs() <= 1e-15);
    }

    #[test]
    fn chance_makes_neither_loops_nor_double_ties() {
        // a, a, b, b in a ring: of the three rings two have 2 cross ties and one has 4: 8/3. Stubs would say 16/7
        let sectors = [Some(0), Some(0), Some(1), Some(1)];
        let expected = |ties: &[(u32, u32, f64)]| expected_cross(&Snapshot::from_ties(4, ties), &sectors);
        let ring = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (0, 3, 1.0)];
        let found = expected(&ring);
        assert!((found - 8.0 / 3.0).abs() <= 1e-9, "{found}");
        // the path a–a–b–b: the other one is a–b–a–b, so 2; its middle is tied whatever comes, which no x reaches
        let found = expected(&ring[..3]);
        assert!((found - 2.0).abs() <= 1e-2, "{found}");
        assert!(expected(&[]).abs() <= 0.0);
    }

    #[test]
    fn ties_of_members_without_a_sector_count_nowhere() {
        let found = counted(&[(0, 1)], &[Some(0), None]);
        assert_eq!((share(found), ratio(found)), (None, None));
    }
}
