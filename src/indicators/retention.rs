//! Who stays? Entries, exits, retention and guests that became members, against the window of equal length before.
//!
//! Retention = members of both windows / members of the window before; Wilson intervals. A guest who does not come
//! back is no exit.

use super::observation::{Figure, Observation};
use super::{Indicator, Undefined};
use crate::network::Standing;
use crate::statistics::intervals::wilson;

pub(super) fn figures(observation: &Observation<'_>) -> Vec<(Indicator, Figure)> {
    let kinds = [
        Indicator::Entries,
        Indicator::Exits,
        Indicator::Retention,
        Indicator::GuestConversion,
    ];
    let Some(before) = &observation.before else {
        return kinds
            .into_iter()
            .map(|kind| (kind, Figure::undefined(Undefined::NoWindowBefore)))
            .collect();
    };
    let now = &observation.membership;
    let is_member_now = |place: &crate::network::Place| now.standing[place.at()] == Standing::Member;
    let members_before = before.members();
    let stayed = before.places(Standing::Member).filter(is_member_now).count();
    let guests_before = before.guests();
    let converted = before.places(Standing::Guest).filter(is_member_now).count();
    let share =
        |part: usize, whole: usize| Figure::ratio(part as f64, whole as f64).with_interval(|| wilson(part, whole));
    vec![
        (Indicator::Entries, Figure::count(now.members() - stayed)),
        (Indicator::Exits, Figure::count(members_before - stayed)),
        (Indicator::Retention, share(stayed, members_before)),
        (Indicator::GuestConversion, share(converted, guests_before)),
    ]
}
