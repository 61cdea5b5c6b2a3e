//! How many belong? Core members and guests; complete counts, so without intervals.

use super::Indicator;
use super::observation::{Figure, Observation};

pub(super) fn figures(observation: &Observation<'_>) -> Vec<(Indicator, Figure)> {
    vec![
        (Indicator::CoreMembers, Figure::count(observation.membership.members())),
        (Indicator::Guests, Figure::count(observation.membership.guests())),
    ]
}
