//! Who pays, and what ends? Shares of what is paid in the window, as [`crate::findings::payments`] reads it.

use std::collections::BTreeMap;

use super::observation::{Figure, Observation};
use super::{Indicator, Undefined, agreements};
use crate::findings::payments::{Payment, Unpaid, payments};
use crate::network::Place;

pub(super) fn figures(observation: &Observation<'_>) -> Vec<(Indicator, Figure)> {
    match payments(observation.context, observation.window) {
        Err(unpaid) => vec![
            (Indicator::MoneyEnding, Figure::undefined(reason(unpaid))),
            (Indicator::TopPayerShare, Figure::undefined(reason(unpaid))),
        ],
        Ok(payments) => {
            let last = observation.window.period.map(|period| period.end().plus_days(-1));
            let ends =
                |payment: &&Payment<'_>| last.is_some_and(|day| agreements::ends_within_a_year(payment.tie, day));
            let all: f64 = payments.iter().map(|payment| payment.amount).sum();
            let ending: f64 = payments.iter().filter(ends).map(|payment| payment.amount).sum();
            let mut payers: BTreeMap<Place, f64> = BTreeMap::new();
            for payment in &payments {
                *payers.entry(payment.payer).or_default() += payment.amount;
            }
            let top = payers.values().copied().fold(0.0, f64::max);
            vec![
                (Indicator::MoneyEnding, Figure::ratio(ending, all)),
                (Indicator::TopPayerShare, Figure::ratio(top, all)),
            ]
        }
    }
}

const fn reason(unpaid: Unpaid) -> Undefined {
    match unpaid {
        Unpaid::NotRecorded => Undefined::NotRecorded,
        Unpaid::TooFewAmounts { .. } => Undefined::MoneyUnknown,
        Unpaid::SeveralCurrencies => Undefined::SeveralCurrencies,
    }
}
