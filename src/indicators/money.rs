//! Who pays, and what ends? Figures on the payments of the window, withheld where too little of the money is known.

use std::collections::BTreeMap;

use super::observation::{Figure, Observation};
use super::{Indicator, Undefined, agreements};
use crate::findings::payments::{MoneyUnknown, payments};
use crate::network::Place;

pub(super) fn figures(observation: &Observation<'_>) -> Vec<(Indicator, Figure)> {
    let Some(last) = observation.window.period.map(|period| period.end().plus_days(-1)) else {
        return undefined(MoneyUnknown::NotRecorded);
    };
    match payments(observation.context, observation.window) {
        Err(reason) => undefined(reason),
        Ok(payments) => {
            let all: f64 = payments.iter().map(|payment| payment.amount).sum();
            let ending: f64 = payments
                .iter()
                .filter(|payment| agreements::ends_within_a_year(payment.tie, last))
                .map(|payment| payment.amount)
                .sum();
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

fn undefined(reason: MoneyUnknown) -> Vec<(Indicator, Figure)> {
    let reason = match reason {
        MoneyUnknown::NotRecorded => Undefined::NotRecorded,
        MoneyUnknown::TooLittleKnown => Undefined::MoneyUnknown,
        MoneyUnknown::SeveralCurrencies => Undefined::SeveralCurrencies,
    };
    vec![
        (Indicator::MoneyEnding, Figure::undefined(reason)),
        (Indicator::TopPayerShare, Figure::undefined(reason)),
    ]
}
