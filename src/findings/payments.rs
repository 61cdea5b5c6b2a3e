//! Who pays, and how much of it falls into a window?
//!
//! In: the partnerships that live in a window. Out: [`Payment`]s. Only partnerships of `[funding] kinds` carry money;
//! the payer is the funder, else the source. An amount is spread by days over its agreement's period, the assumed one
//! where no end is recorded; over an open end it cannot be. Where under 80 % of the agreements that carry money have an
//! amount and a period, or several currencies meet, nothing is said: currencies are never added.

use std::collections::BTreeSet;

use super::Context;
use crate::network::{DatedTie, Place};
use crate::records::Partnership;
use crate::time::Window;

/// Figures on money are withheld where less of it is known (design of the indicators).
const SHARE_KNOWN: f64 = 0.8;

/// What one agreement pays in a window.
#[derive(Debug, Clone, Copy)]
pub struct Payment<'a> {
    /// The agreement.
    pub tie: &'a DatedTie,
    /// Who pays.
    pub payer: Place,
    /// What of its amount falls into the window.
    pub amount: f64,
}

/// Why nothing can be said of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyUnknown {
    /// No agreement that carries money is recorded.
    NotRecorded,
    /// Too few of them have an amount and a period.
    TooLittleKnown,
    /// Amounts stand in several currencies.
    SeveralCurrencies,
}

/// The payments of a window, in the order of the records.
///
/// # Errors
/// Why nothing can be said of money.
pub fn payments<'a>(context: &Context<'a>, window: &'a Window) -> Result<Vec<Payment<'a>>, MoneyUnknown> {
    let Some(period) = window.period else {
        return Err(MoneyUnknown::NotRecorded);
    };
    let live = context.network.live_partnerships(window);
    let funding: Vec<(&DatedTie, &Partnership)> = live
        .map(|tie| (tie, &context.records.partnerships[tie.partnership as usize]))
        .filter(|(_, record)| carries_money(context, record))
        .collect();
    if funding.is_empty() {
        return Err(MoneyUnknown::NotRecorded);
    }
    let known: Vec<_> = funding
        .iter()
        .filter_map(|(tie, record)| Some((*tie, *record, record.amount.as_ref()?, tie.period?)))
        .filter(|(.., life)| life.end() != DatedTie::OPEN_END)
        .collect();
    if (known.len() as f64) < SHARE_KNOWN * funding.len() as f64 {
        return Err(MoneyUnknown::TooLittleKnown);
    }
    let currencies: BTreeSet<_> = known
        .iter()
        .map(|(_, _, amount, _)| amount.currency.as_deref())
        .collect();
    if currencies.len() > 1 {
        return Err(MoneyUnknown::SeveralCurrencies);
    }
    let paid = known.into_iter().filter_map(|(tie, record, amount, life)| {
        let days = life.intersection(period)?.days();
        Some(Payment {
            tie,
            payer: payer(context, tie, record),
            amount: amount.value * f64::from(days) / f64::from(life.days()),
        })
    });
    Ok(paid.collect())
}

/// Whether a partnership is of one of `[funding] kinds`.
pub(super) fn carries_money(context: &Context<'_>, record: &Partnership) -> bool {
    let kinds = &context.records.config.funding.kinds;
    record
        .kind
        .as_deref()
        .is_some_and(|kind| kinds.iter().any(|k| k == kind))
}

/// The funder on the day an agreement begins, else its source.
pub(super) fn payer(context: &Context<'_>, tie: &DatedTie, record: &Partnership) -> Place {
    let first = tie.period.map(crate::time::Period::start);
    let funder = record.funder.map(|who| context.network.place_on(who, first));
    funder.unwrap_or(tie.source)
}
