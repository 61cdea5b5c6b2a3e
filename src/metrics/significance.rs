//! Which figures of the whole network differ from what chance alone gives?
//!
//! In: a snapshot, how its measures are computed and, where the layer has events, how it is frozen under other
//! attendance. Out: [`Significance`], each figure beside its null model.

use rayon::prelude::*;

use super::MetricError;
use super::null::{Incidence, NullComparison, NullModel, Rewiring, label_permutation};
use super::registry::{MeasureOptions, NetworkMeasure, network_figures};
use crate::network::{Direction, Snapshot};
use crate::random;
use crate::statistics::false_discovery::{benjamini_hochberg, draws_needed};

/// The attendance of a layer, and the layer as it would be under another.
#[derive(Clone, Copy)]
pub struct Redealing<'a> {
    /// Who came to which event.
    pub attendance: &'a Incidence,
    /// The snapshot under an attendance of the same shape.
    pub freeze: &'a (dyn Fn(&Incidence) -> Snapshot + Sync),
}

/// How figures are compared with chance.
#[derive(Clone, Copy)]
pub struct SignificanceOptions<'a> {
    /// How the figures are computed.
    pub measures: &'a MeasureOptions,
    /// The attendance that is dealt anew; `None` for layers without events, whose ties are swapped.
    pub redealing: Option<Redealing<'a>>,
    /// The figures asked for; `None` for all that the snapshot has.
    pub only: Option<&'a [NetworkMeasure]>,
    /// Draws; raised where the correction needs more.
    pub draws: usize,
    /// The rate of false alarms accepted.
    pub q: f64,
}

/// Every figure of a snapshot beside chance, in the order of export.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Significance {
    /// One entry per figure.
    pub figures: Vec<FigureSignificance>,
}

/// One figure beside chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureSignificance {
    /// The figure.
    pub measure: NetworkMeasure,
    /// Its value, `None` where undefined.
    pub observed: Option<f64>,
    /// What it is compared with; `None` where no model says anything of it, because none moves it or every draw gives the
    /// figure itself, or where the network is too large for it.
    pub null: Option<NullModel>,
    /// Observed and expected; `None` besides where the figure is undefined, in the network or in a draw.
    pub comparison: Option<NullComparison>,
    /// p after Benjamini-Hochberg over all figures compared.
    pub q: Option<f64>,
}

/// Edge visits, over all draws, up to which figures along paths, communities, core and robustness are compared.
const MOST_VISITS: u64 = 4_000_000_000;

/// The figures of a network beside null models.
///
/// What it tells a hub: most networks are clustered and most have a core, because a few members have many ties and
/// events bring many together. Only what goes beyond that says something of this hub.
///
/// # Formula
/// ```text
/// for each figure f and B draws: expected = mean f_b, z = (f − expected)/sd,
/// p = min(1, 2 min((1 + #{f_b ≤ f})/(B + 1), (1 + #{f_b ≥ f})/(B + 1))), q by Benjamini-Hochberg over all figures
/// E-I index: expected = 1 − 2 Σ_g n_g(n_g − 1)/(n(n − 1)), exact, n_g the sizes of the groups
/// ```
/// # Conventions
/// E-I index and assortativity: groups are dealt anew among those that have one, the ties stay. All other figures that a
/// model can change: double-edge swaps on layers of partnerships alone, which keep everyone's number of ties and so
/// active, ties, density, mean degree and degree centralization; on layers with events the attendance is dealt anew
/// (curveball) and the layer frozen from it by its own rules, never the projected ties, and these are compared too.
/// Strengths go with their ties. The ends of the interval of robustness under random departures are no figures of their
/// own. Directed view: groups alone. A figure that every draw repeats is not compared, and does not count among those
/// corrected for.
///
/// # Returns
/// One entry per figure of the registry that the snapshot has.
///
/// # Complexity
/// B times the figures compared, in parallel, each draw with its own stream: deterministic for any number of threads.
/// Figures that cost a sweep of the network are left out where B n (n + 2m) exceeds 4 · 10⁹.
///
/// # Errors
/// As [`super::network_table`].
///
/// # Agreement
/// E-I index of the published cases (sna 2.7-1 by 20,000 permutations): exact mean, and sd and p within three standard
/// errors.
///
/// # Example
/// ```
/// use hubscope::metrics::{MeasureOptions, NetworkMeasure, SignificanceOptions, significance};
/// use hubscope::network::Snapshot;
/// // two pairs, each within its group: a third of the ways to deal two and two labels on four
/// let pairs = Snapshot::from_ties(4, &[(0, 1, 1.0), (2, 3, 1.0)]);
/// let measures = MeasureOptions { groups: vec![Some(0), Some(0), Some(1), Some(1)], ..MeasureOptions::ungrouped(&pairs) };
/// let options = SignificanceOptions { measures: &measures, redealing: None, only: None, draws: 999, q: 0.05 };
/// let found = significance(&pairs, &options)?;
/// let ei = found.figures.iter().find(|one| one.measure == NetworkMeasure::EiIndex).expect("a figure");
/// let comparison = ei.comparison.expect("has groups");
/// assert_eq!(comparison.observed, -1.0);
/// assert!((comparison.expected - 1.0 / 3.0).abs() < 1e-12); // 1 − 2 (2 + 2)/12
/// assert!(comparison.p > 0.5);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Fosdick, B. K., Larremore, D. B., Nishimura, J., Ugander, J. (2018). Configuring random graph models with fixed degree
/// sequences. SIAM Review 60(2), 315-355. <https://doi.org/10.1137/16M1087175>
///
/// Benjamini, Y., Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B
/// 57(1), 289-300. <https://doi.org/10.1111/j.2517-6161.1995.tb02031.x>
pub fn significance(snapshot: &Snapshot, options: &SignificanceOptions<'_>) -> Result<Significance, MetricError> {
    let present: Vec<NetworkMeasure> = NetworkMeasure::ALL
        .iter()
        .copied()
        .filter(|measure| options.only.is_none_or(|asked| asked.contains(measure)))
        .filter(|measure| measure.info().needs.met_by(snapshot, options.measures.direction))
        .collect();
    let observed = network_figures(snapshot, options.measures, &present)?;
    let draws = options
        .draws
        .max(draws_needed(present.len(), options.q).unwrap_or(options.draws));
    let mut figures: Vec<FigureSignificance> = present
        .iter()
        .zip(&observed)
        .map(|(&measure, &observed)| FigureSignificance {
            measure,
            observed,
            null: model(measure, snapshot, options, draws),
            comparison: None,
            q: None,
        })
        .collect();
    for null in [
        NullModel::LabelPermutation,
        NullModel::DegreePreservingSwaps,
        NullModel::Curveball,
    ] {
        let asked: Vec<usize> = (0..figures.len())
            .filter(|at| figures[*at].null == Some(null) && observed[*at].is_some())
            .collect();
        let measures: Vec<NetworkMeasure> = asked.iter().map(|at| figures[*at].measure).collect();
        let drawn = if asked.is_empty() {
            Vec::new()
        } else {
            drawn(snapshot, options, null, &measures, draws)?
        };
        for (column, &at) in asked.iter().enumerate() {
            let values: Option<Vec<f64>> = drawn.iter().map(|draw| draw[column]).collect();
            let comparison = observed[at]
                .zip(values)
                .and_then(|(seen, values)| NullComparison::new(seen, &values));
            // a model that keeps the figure is no test of it, and none of the family that is corrected for
            if comparison.is_some_and(|found| !found.says_something()) {
                figures[at].null = None;
                continue;
            }
            figures[at].comparison = match (figures[at].measure, expected_ei(&options.measures.groups)) {
                (NetworkMeasure::EiIndex, Some(expected)) => comparison.map(|found| found.expecting(expected)),
                _ => comparison,
            };
        }
    }
    let p: Vec<f64> = figures.iter().filter_map(|one| Some(one.comparison?.p)).collect();
    let compared = figures.iter_mut().filter(|one| one.comparison.is_some());
    for (figure, q) in compared.zip(benjamini_hochberg(&p)) {
        figure.q = Some(q);
    }
    Ok(Significance { figures })
}

/// The expected E-I index where every tie joins two of those that have a group, picked evenly.
fn expected_ei(groups: &[Option<u32>]) -> Option<f64> {
    let mut of: Vec<u32> = groups.iter().flatten().copied().collect();
    of.sort_unstable();
    let all = of.len() as f64;
    let sizes = of.chunk_by(|a, b| a == b).map(|group| group.len() as f64);
    let within: f64 = sizes.map(|size| size * (size - 1.0)).sum();
    (all > 1.0).then(|| 1.0 - 2.0 * within / (all * (all - 1.0)))
}

/// What a figure is compared with.
fn model(
    measure: NetworkMeasure,
    snapshot: &Snapshot,
    options: &SignificanceOptions<'_>,
    draws: usize,
) -> Option<NullModel> {
    let (nodes, ties) = (snapshot.node_count() as u64, snapshot.tie_count() as u64);
    let fits = (draws as u64).saturating_mul(nodes).saturating_mul(nodes + 2 * ties) <= MOST_VISITS;
    // without a tie there is none to swap, and no event of two to deal anew
    let structural = match (options.measures.direction, options.redealing) {
        _ if ties == 0 => None,
        (Direction::Directed, _) => None,
        (Direction::Undirected, None) => Some(NullModel::DegreePreservingSwaps),
        (Direction::Undirected, Some(_)) => Some(NullModel::Curveball),
    };
    match measure {
        NetworkMeasure::EiIndex | NetworkMeasure::Assortativity => Some(NullModel::LabelPermutation),
        NetworkMeasure::Components
        | NetworkMeasure::LargestComponentShare
        | NetworkMeasure::Fragmentation
        | NetworkMeasure::Transitivity
        | NetworkMeasure::MeanClustering
        | NetworkMeasure::DegreeAssortativity
        | NetworkMeasure::ArticulationPoints
        | NetworkMeasure::Bridges
        | NetworkMeasure::LargestBiconnectedShare => structural,
        NetworkMeasure::GlobalEfficiency
        | NetworkMeasure::MeanPathLength
        | NetworkMeasure::Diameter
        | NetworkMeasure::BetweennessCentralization
        | NetworkMeasure::Modularity
        | NetworkMeasure::Communities
        | NetworkMeasure::CorePeripheryFit
        | NetworkMeasure::Robustness
        | NetworkMeasure::RobustnessRandom => structural.filter(|_| fits),
        NetworkMeasure::Active
        | NetworkMeasure::Ties
        | NetworkMeasure::Density
        | NetworkMeasure::MeanDegree
        | NetworkMeasure::DegreeCentralization => structural.filter(|null| *null == NullModel::Curveball),
        NetworkMeasure::Members
        | NetworkMeasure::Reciprocity
        | NetworkMeasure::RobustnessRandomLow
        | NetworkMeasure::RobustnessRandomHigh => None,
    }
}

/// The figures of each draw.
fn drawn(
    snapshot: &Snapshot,
    options: &SignificanceOptions<'_>,
    null: NullModel,
    measures: &[NetworkMeasure],
    draws: usize,
) -> Result<Vec<Vec<Option<f64>>>, MetricError> {
    let ties: Vec<(u32, u32)> = snapshot.pairs().map(|(a, b, _)| (a.0, b.0)).collect();
    let strengths: Vec<f64> = snapshot.pairs().map(|(_, _, strength)| strength).collect();
    let rewiring = Rewiring::new(snapshot.node_count(), &ties);
    let rewired = |random: &mut _| {
        let ties = rewiring.draw(random);
        let ties: Vec<_> = ties
            .into_iter()
            .zip(&strengths)
            .map(|((a, b), strength)| (a, b, *strength))
            .collect();
        Snapshot::from_ties(snapshot.node_count() as u32, &ties)
    };
    let purpose = format!("significance_{}", null.name());
    (0..draws as u64)
        .into_par_iter()
        .map(|draw| {
            let mut random = random::stream(options.measures.seed, &purpose, draw);
            match (null, options.redealing) {
                (NullModel::LabelPermutation, _) => {
                    let groups = label_permutation(&options.measures.groups, &mut random);
                    let measured = MeasureOptions {
                        groups,
                        ..options.measures.clone()
                    };
                    network_figures(snapshot, &measured, measures)
                }
                (NullModel::Curveball, Some(redealing)) => {
                    let dealt = (redealing.freeze)(&redealing.attendance.curveball(&mut random));
                    network_figures(&dealt, options.measures, measures)
                }
                _ => network_figures(&rewired(&mut random), options.measures, measures),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::PathLength;

    fn asked(groups: Vec<Option<u32>>) -> MeasureOptions {
        MeasureOptions {
            path_length: PathLength::Hops,
            groups,
            ..MeasureOptions::ungrouped(&Snapshot::default())
        }
    }

    fn of(found: &Significance, measure: NetworkMeasure) -> FigureSignificance {
        *found
            .figures
            .iter()
            .find(|one| one.measure == measure)
            .expect("a figure")
    }

    #[test]
    fn groups_are_dealt_anew() {
        // 0-1, 1-2, 2-3 and groups A A B B: E 1, I 2. Of the 6 deals two have both ends of 0-1 and 2-3 alike (E-I −1/3),
        // two alternate (1), two have the pairs 0 and 3, 1 and 2 alike (1/3): mean 1/3 = 1 − 2 · 4/12
        let path = Snapshot::from_ties(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
        let measures = asked(vec![Some(0), Some(0), Some(1), Some(1)]);
        let options = SignificanceOptions {
            measures: &measures,
            redealing: None,
            only: None,
            draws: 3000,
            q: 0.05,
        };
        let found = significance(&path, &options).expect("groups fit");
        let ei = of(&found, NetworkMeasure::EiIndex);
        let comparison = ei.comparison.expect("grouped ties");
        assert_eq!((ei.null, comparison.draws), (Some(NullModel::LabelPermutation), 3000));
        assert!((comparison.observed + 1.0 / 3.0).abs() <= 1e-12 && (comparison.expected - 1.0 / 3.0).abs() <= 1e-12);
        // sd of −1/3, 1/3 and 1 alike: √(8/27); p = 2/3 within 3 standard errors
        assert!(
            (comparison.sd - (8.0_f64 / 27.0).sqrt()).abs() <= 0.03,
            "{comparison:?}"
        );
        assert!(
            (comparison.p - 2.0 / 3.0).abs() <= 6.0 * (2.0 / 9.0 / 3000.0_f64).sqrt(),
            "{comparison:?}"
        );
        // nothing is said of what the model keeps
        assert_eq!(of(&found, NetworkMeasure::Density).null, None);
    }

    #[test]
    fn attendance_is_dealt_anew_and_frozen_by_its_own_rule() {
        // events {0 1}, {0 1}, {2 3}, {2 3}: two pairs. Everyone keeps two events of two
        let rows: [&[u32]; 4] = [&[0, 1], &[0, 1], &[2, 3], &[2, 3]];
        let attendance = Incidence::from_events(4, rows.into_iter());
        let freeze = |attendance: &Incidence| {
            let events = (0..attendance.events()).map(|event| attendance.participants(event));
            let ties: Vec<_> = events.map(|came| (came[0], came[1], 1.0)).collect();
            Snapshot::from_ties(4, &ties)
        };
        let measures = asked(vec![None; 4]);
        let options = SignificanceOptions {
            measures: &measures,
            redealing: Some(Redealing {
                attendance: &attendance,
                freeze: &freeze,
            }),
            only: None,
            draws: 4000,
            q: 0.05,
        };
        let found = significance(&freeze(&attendance), &options).expect("no groups");
        let ties = of(&found, NetworkMeasure::Ties);
        // the matrices are the four-edge multigraphs of degree two, edges in order: 6 · 3 with two pairs twice, and
        // 4! · 3 rings; so two ties in 18 of 90 draws and four in 72: mean 3.6, sd 0.8
        let comparison = ties.comparison.expect("drawn");
        assert_eq!(ties.null, Some(NullModel::Curveball));
        assert!((comparison.observed - 2.0).abs() <= 1e-12);
        assert!(
            (comparison.expected - 3.6).abs() <= 4.0 * 0.8 / 4000.0_f64.sqrt(),
            "{comparison:?}"
        );
    }

    #[test]
    fn an_empty_network_has_nothing_to_compare() {
        let measures = asked(Vec::new());
        let options = SignificanceOptions {
            measures: &measures,
            redealing: None,
            only: None,
            draws: 99,
            q: 0.05,
        };
        let found = significance(&Snapshot::default(), &options).expect("no groups");
        assert!(found.figures.iter().all(|one| one.q.is_none()));
    }

    #[test]
    fn one_thread_and_eight_draw_the_same() {
        let ties: Vec<_> = (0..20_u32)
            .map(|i| (i, (i * 7 + 3) % 21, 1.0 + f64::from(i % 3)))
            .collect();
        let snapshot = Snapshot::from_ties(21, &ties);
        let measures = asked((0..21).map(|node| Some(node % 3)).collect());
        let on = |threads| {
            let options = SignificanceOptions {
                measures: &measures,
                redealing: None,
                only: None,
                draws: 200,
                q: 0.05,
            };
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("a pool");
            pool.install(|| significance(&snapshot, &options))
        };
        assert_eq!(on(1), on(8));
    }
}
