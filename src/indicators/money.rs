//! Who pays, and what ends? Only partnerships of `[funding] kinds`; the payer is the funder, else the source.
//!
//! An amount is spread by days over its agreement's period, the assumed one where no end is recorded; over an open end
//! it cannot be. Where under 80 % of the agreements that carry money have an amount and a period, or several currencies
//! meet, the figure is withheld: currencies are never added.

use std::collections::{BTreeMap, BTreeSet};

use super::observation::{Figure, Observation};
use super::{Indicator, Undefined, agreements};
use crate::network::Place;
use crate::network::temporal::DatedTie;
use crate::records::Partnership;

/// Figures on money are withheld where less of it is known (design of the indicators).
const SHARE_KNOWN: f64 = 0.8;

/// What one agreement pays in the window.
struct Payment {
    payer: Place,
    amount: f64,
    ends: bool,
}

pub(super) fn figures(observation: &Observation<'_>) -> Vec<(Indicator, Figure)> {
    match payments(observation) {
        Err(reason) => vec![
            (Indicator::MoneyEnding, Figure::undefined(reason)),
            (Indicator::TopPayerShare, Figure::undefined(reason)),
        ],
        Ok(payments) => {
            let all: f64 = payments.iter().map(|payment| payment.amount).sum();
            let ending: f64 = payments
                .iter()
                .filter(|payment| payment.ends)
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

/// The payments of the window, in the order of the records.
fn payments(observation: &Observation<'_>) -> Result<Vec<Payment>, Undefined> {
    let Some(window) = observation.window.period else {
        return Err(Undefined::NotRecorded);
    };
    let records = observation.context.records;
    let of = |tie: &DatedTie| &records.partnerships[tie.partnership as usize];
    let funding: Vec<(&DatedTie, &Partnership)> = observation
        .context
        .network
        .live_partnerships(observation.window)
        .map(|tie| (tie, of(tie)))
        .filter(|(_, record)| {
            record
                .kind
                .as_deref()
                .is_some_and(|kind| records.config.funding.kinds.iter().any(|k| k == kind))
        })
        .collect();
    if funding.is_empty() {
        return Err(Undefined::NotRecorded);
    }
    let known: Vec<_> = funding
        .iter()
        .filter_map(|(tie, record)| Some((*tie, *record, record.amount.as_ref()?, tie.period?)))
        .filter(|(.., period)| period.end() != DatedTie::OPEN_END)
        .collect();
    if (known.len() as f64) < SHARE_KNOWN * funding.len() as f64 {
        return Err(Undefined::MoneyUnknown);
    }
    let currencies: BTreeSet<_> = known
        .iter()
        .map(|(_, _, amount, _)| amount.currency.as_deref())
        .collect();
    if currencies.len() > 1 {
        return Err(Undefined::SeveralCurrencies);
    }
    let last = window.end().plus_days(-1);
    Ok(known
        .into_iter()
        .filter_map(|(tie, record, amount, period)| {
            let days = period.intersection(window)?.days();
            let payer = record.funder.map_or(tie.source, |who| {
                observation.context.network.place_on(who, Some(period.start()))
            });
            Some(Payment {
                payer,
                amount: amount.value * f64::from(days) / f64::from(period.days()),
                ends: agreements::ends_within_a_year(tie, last),
            })
        })
        .collect())
}
