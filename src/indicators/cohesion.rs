//! How closely knit? Density beside mean degree, on the working layer among members.
//!
//! Density falls as a network grows, so it never stands alone. Both intervals come from one vertex bootstrap, because
//! mean degree = density · (n − 1).

use super::observation::{Figure, Observation};
use super::{Indicator, Undefined};
use crate::statistics::Interval;
use crate::statistics::intervals::TieCounts;

pub(super) fn figures(observation: &Observation<'_>) -> Vec<(Indicator, Figure)> {
    let working = &observation.working;
    let members = working.node_count();
    if members < 2 {
        let undefined = || Figure::undefined(Undefined::TooFewMembers);
        return vec![(Indicator::Density, undefined()), (Indicator::MeanDegree, undefined())];
    }
    let others = members as f64 - 1.0;
    let pairs = members as f64 * others / 2.0;
    let density = observation
        .by_sector
        .bootstrap(density, observation.resampling("density"))
        .map(|interval| interval.within(0.0, 1.0));
    let mean_degree = density.map(|interval| Interval {
        low: interval.low * others,
        high: interval.high * others,
        method: interval.method,
    });
    let count = working.tie_count() as f64;
    vec![
        (
            Indicator::Density,
            Figure::ratio(count, pairs).with_interval(|| density),
        ),
        (
            Indicator::MeanDegree,
            Figure::ratio(2.0 * count, members as f64).with_interval(|| mean_degree),
        ),
    ]
}

fn density(counts: &TieCounts) -> Option<f64> {
    let n = counts.vertices as f64;
    (counts.vertices > 1).then(|| 2.0 * counts.all() as f64 / (n * (n - 1.0)))
}
