//! The five figures of the first page: the last full calendar year beside the one before; where the records cover no
//! calendar year, the last full twelve months. Records of the months since are often still to come, and what is not yet
//! written down must not read as a decline.
//!
//! One rule says how a figure moved. A complete count moved where it differs at all. A figure with an interval moved
//! where the two intervals do not overlap. Without the window before, or where either window is only partly covered,
//! nothing can be said; nor where no direction is healthier.

use super::{Headline, Healthy, Indicator, Movement, Point, Undefined, observe};
use crate::findings::{Context, Lacking};
use crate::records::TableName;
use crate::time::WindowScheme;

/// Each of the five with the figures shown beside it.
const FIVE: [(Indicator, &[Indicator]); 5] = [
    (
        Indicator::CoreMembers,
        &[Indicator::Entries, Indicator::Exits, Indicator::Guests],
    ),
    (Indicator::Retention, &[Indicator::GuestConversion]),
    (Indicator::CrossSectorRatio, &[Indicator::CrossSectorShare]),
    (
        Indicator::ConnectedWithoutOperator,
        &[Indicator::ConnectedWithoutLargestEvent],
    ),
    (
        Indicator::AgreementsEnding,
        &[
            Indicator::AgreementsWithoutEnd,
            Indicator::MoneyEnding,
            Indicator::TopPayerShare,
        ],
    ),
];

pub(super) fn headlines(context: &Context<'_>) -> Vec<Headline> {
    let years = context.network.windows(WindowScheme::Years);
    let full = years
        .into_iter()
        .rfind(|year| year.partial.is_none() && year.period.is_some());
    let latest = || context.network.windows(WindowScheme::Latest).into_iter().next();
    let Some(window) = full.or_else(latest) else {
        return Vec::new();
    };
    let study = context.network.study();
    let now = observe(context, &window);
    let covered = |period: crate::time::Period| study.is_some_and(|study| period.start() >= study.from);
    let before = window.preceding().filter(|before| before.period.is_some_and(covered));
    let before = before.map(|before| observe(context, &before));
    FIVE.into_iter()
        .filter_map(|(indicator, beside)| {
            let now_point = now.get(&indicator)?.clone();
            let before_point = before.as_ref().and_then(|points| points.get(&indicator)).cloned();
            Some(Headline {
                indicator,
                beside: beside
                    .iter()
                    .filter_map(|one| {
                        let point = now.get(one)?;
                        Some((
                            *one,
                            point.value.ok_or(point.undefined.unwrap_or(Undefined::NotRecorded)),
                        ))
                    })
                    .collect(),
                movement: movement(indicator, &now_point, before_point.as_ref()),
                lacking: now_point.value.is_none().then(|| lacking(indicator)),
                target: target(context, indicator),
                now: now_point,
                before: before_point,
            })
        })
        .collect()
}

fn movement(indicator: Indicator, now: &Point, before: Option<&Point>) -> Movement {
    let Some((before, then)) = before.and_then(|point| Some((point, point.value?))) else {
        return Movement::CannotTell;
    };
    let Some(value) = now.value else {
        return Movement::CannotTell;
    };
    if now.window.partial.is_some() || before.window.partial.is_some() {
        return Movement::CannotTell;
    }
    let range = |point: &Point, value: f64| {
        point
            .interval
            .map_or((value, value), |interval| (interval.low, interval.high))
    };
    let ((low, high), (low_then, high_then)) = (range(now, value), range(before, then));
    let rose = low > high_then;
    let fell = high < low_then;
    match (indicator.info().healthy, rose, fell) {
        (_, false, false) => Movement::Steady,
        (Healthy::Higher, true, _) | (Healthy::Lower, _, true) => Movement::Improving,
        (Healthy::Higher, _, true) | (Healthy::Lower, true, _) => Movement::Worsening,
        (Healthy::Depends, ..) => Movement::CannotTell,
    }
}

/// The record that is needed where a figure cannot be computed.
const fn lacking(indicator: Indicator) -> Lacking {
    match indicator {
        Indicator::CrossSectorRatio => Lacking::Column {
            table: TableName::Stakeholders,
            column: Some("sector"),
        },
        Indicator::ConnectedWithoutOperator => Lacking::Operator,
        Indicator::AgreementsEnding => Lacking::Column {
            table: TableName::Partnerships,
            column: Some("end"),
        },
        _ => Lacking::Span("lacking-span-two_years"),
    }
}

/// The target that a commitment names for an indicator.
fn target(context: &Context<'_>, indicator: Indicator) -> Option<f64> {
    let name = indicator.info().name;
    context
        .records
        .commitments
        .iter()
        .find(|one| one.indicator.as_deref() == Some(name))
        .and_then(|one| one.target)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Interval, IntervalMethod};
    use crate::time::{Partial, Window};

    fn point(value: f64, interval: Option<(f64, f64)>) -> Point {
        Point {
            window: Window {
                label: "w".into(),
                period: None,
                includes_undated: false,
                partial: None,
            },
            value: Some(value),
            undefined: None,
            interval: interval.map(|(low, high)| Interval {
                low,
                high,
                method: IntervalMethod::Wilson,
            }),
            numerator: None,
            denominator: None,
        }
    }

    #[test]
    fn a_figure_moves_only_beyond_its_interval() {
        let share = |value, low, high| point(value, Some((low, high)));
        let of = |now: &Point, before: &Point| movement(Indicator::Retention, now, Some(before));
        assert_eq!(of(&share(0.8, 0.7, 0.9), &share(0.6, 0.5, 0.75)), Movement::Steady);
        assert_eq!(of(&share(0.8, 0.76, 0.9), &share(0.6, 0.5, 0.75)), Movement::Improving);
        assert_eq!(of(&share(0.4, 0.3, 0.45), &share(0.6, 0.5, 0.75)), Movement::Worsening);
    }

    #[test]
    fn complete_counts_move_when_they_differ_and_partial_windows_say_nothing() {
        let of = |now: &Point, before: &Point| movement(Indicator::CoreMembers, now, Some(before));
        assert_eq!(of(&point(11.0, None), &point(10.0, None)), Movement::Improving);
        assert_eq!(of(&point(10.0, None), &point(10.0, None)), Movement::Steady);
        let mut early = point(10.0, None);
        early.window.partial = Some(Partial::BeginsEarly);
        assert_eq!(of(&point(5.0, None), &early), Movement::CannotTell);
        assert_eq!(
            movement(Indicator::CoreMembers, &point(5.0, None), None),
            Movement::CannotTell
        );
    }

    #[test]
    fn less_is_better_where_the_registry_says_so() {
        let of = |now, before| movement(Indicator::TopPayerShare, &point(now, None), Some(&point(before, None)));
        assert_eq!(of(0.5, 0.2), Movement::Worsening);
        assert_eq!(of(0.1, 0.2), Movement::Improving);
    }

    /// Agreements run in cycles: more of them ending is neither better nor worse.
    #[test]
    fn nothing_is_judged_where_no_direction_is_healthier() {
        let of = |now, before| {
            movement(
                Indicator::AgreementsEnding,
                &point(now, None),
                Some(&point(before, None)),
            )
        };
        assert_eq!(of(0.5, 0.2), Movement::CannotTell);
        assert_eq!(of(0.2, 0.2), Movement::Steady);
    }
}
