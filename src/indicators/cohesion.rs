//! How closely knit? Density beside mean degree, on the working layer among members.
//!
//! Density falls as a network grows, so it never stands alone. Both intervals come from one vertex bootstrap, because
//! mean degree = density · (n − 1).

use super::observation::{Figure, Observation};
use super::{Indicator, Undefined};
use crate::statistics::Interval;
use crate::statistics::intervals::{ResampledNetwork, vertex_bootstrap};

pub(super) fn figures(observation: &Observation<'_>) -> Vec<(Indicator, Figure)> {
    let working = &observation.working;
    let members = working.node_count();
    if members < 2 {
        let undefined = || Figure::undefined(Undefined::TooFewMembers);
        return vec![(Indicator::Density, undefined()), (Indicator::MeanDegree, undefined())];
    }
    let ties: Vec<(u32, u32)> = working.pairs().map(|(one, other, _)| (one.0, other.0)).collect();
    let others = members as f64 - 1.0;
    let pairs = members as f64 * others / 2.0;
    let density = vertex_bootstrap(members, &ties, density, observation.resampling("density"))
        .map(|interval| interval.within(0.0, 1.0));
    let mean_degree = density.map(|interval| Interval {
        low: interval.low * others,
        high: interval.high * others,
        method: interval.method,
    });
    let count = ties.len() as f64;
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

fn density(network: &ResampledNetwork) -> Option<f64> {
    let n = network.vertices as f64;
    (network.vertices > 1).then(|| 2.0 * network.ties.len() as f64 / (n * (n - 1.0)))
}
