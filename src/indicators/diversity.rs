//! How mixed? Sectors among members, and working ties that join two of them, over what activity predicts.
//!
//! Expected cross-sector ties under the stub null: Σ over a < b of D_a D_b/(2m − 1), D_a the ties ends of sector a and m
//! the ties between members that have a sector. Intervals: vertex bootstrap for ties, BCa over members for Shannon.

use super::observation::{Figure, Observation};
use super::{Indicator, Undefined};
use crate::network::Roster;
use crate::numeric;
use crate::records::Sector;
use crate::statistics::intervals::{ResampledNetwork, bca, vertex_bootstrap};

/// Ties between members that have a sector.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Mixing {
    cross: f64,
    ties: f64,
    expected: f64,
}

pub(super) fn figures(observation: &Observation<'_>) -> Vec<(Indicator, Figure)> {
    let working = &observation.working;
    let sectors: Vec<Option<usize>> = working
        .places()
        .iter()
        .map(|place| sector(observation.context.network.roster(), *place))
        .collect();
    let ties: Vec<(u32, u32)> = working.pairs().map(|(one, other, _)| (one.0, other.0)).collect();
    let mixing = mixing(&ties, |node| sectors[node as usize]);
    let interval = |statistic: fn(Mixing) -> Option<f64>, purpose: &str| {
        let resampled = |network: &ResampledNetwork| {
            statistic(self::mixing(&network.ties, |node| {
                sectors[network.originals[node as usize] as usize]
            }))
        };
        vertex_bootstrap(sectors.len(), &ties, resampled, observation.resampling(purpose))
    };
    vec![
        (
            Indicator::CrossSectorShare,
            Figure::ratio(mixing.cross, mixing.ties)
                .with_interval(|| interval(share, "cross_sector_share").map(|found| found.within(0.0, 1.0))),
        ),
        (
            Indicator::CrossSectorRatio,
            Figure::ratio(mixing.cross, mixing.expected)
                .with_interval(|| interval(ratio, "cross_sector_ratio").map(|found| found.within(0.0, f64::MAX))),
        ),
        (Indicator::SectorShannon, shannon(observation)),
    ]
}

fn shannon(observation: &Observation<'_>) -> Figure {
    let roster = observation.context.network.roster();
    let members: Vec<usize> = observation
        .members()
        .filter_map(|place| sector(roster, place))
        .collect();
    if members.is_empty() {
        return Figure::undefined(Undefined::NotRecorded);
    }
    let entropy = |members: &[usize]| {
        let mut sizes = [0.0; Sector::ALL.len()];
        members.iter().for_each(|sector| sizes[*sector] += 1.0);
        numeric::shannon(&sizes)
    };
    let most = (Sector::ALL.len() as f64).ln();
    Figure::value(entropy(&members), Undefined::NotRecorded).with_interval(|| {
        bca(&members, entropy, observation.resampling("sector_shannon")).map(|interval| interval.within(0.0, most))
    })
}

fn sector(roster: &Roster, place: crate::network::Place) -> Option<usize> {
    let sector = roster.member(place).sector?;
    Sector::ALL.iter().position(|known| *known == sector)
}

fn mixing(ties: &[(u32, u32)], sector: impl Fn(u32) -> Option<usize>) -> Mixing {
    let mut ends = [0.0_f64; Sector::ALL.len()];
    let (mut cross, mut count) = (0.0, 0.0);
    for (one, other) in ties {
        let (Some(one), Some(other)) = (sector(*one), sector(*other)) else {
            continue;
        };
        ends[one] += 1.0;
        ends[other] += 1.0;
        count += 1.0;
        if one != other {
            cross += 1.0;
        }
    }
    // Σ_{a<b} D_a D_b = ((Σ D)² − Σ D²) / 2, exact in whole numbers
    let all: f64 = ends.iter().sum();
    let squares: f64 = ends.iter().map(|end| end * end).sum();
    let expected = if count > 0.0 {
        (all * all - squares) / 2.0 / (2.0 * count - 1.0)
    } else {
        0.0
    };
    Mixing {
        cross,
        ties: count,
        expected,
    }
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

    #[test]
    fn the_expectation_of_cross_ties_is_the_stub_null_by_hand() {
        // a, a, b, b tied a–a, a–b, b–b: D_a = 3, D_b = 3, m = 3: E[ab] = 9/5; observed 1
        let sectors = [Some(0), Some(0), Some(1), Some(1)];
        let found = mixing(&[(0, 1), (1, 2), (2, 3)], |node| sectors[node as usize]);
        assert!((found.expected - 1.8).abs() <= 1e-15, "{found:?}");
        assert!((found.cross - 1.0).abs() <= 1e-15 && (found.ties - 3.0).abs() <= 1e-15);
    }

    #[test]
    fn ties_of_members_without_a_sector_count_nowhere() {
        let sectors = [Some(0), None];
        let found = mixing(&[(0, 1)], |node| sectors[node as usize]);
        assert_eq!((share(found), ratio(found)), (None, None));
    }
}
