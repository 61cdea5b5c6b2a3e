//! Who pays how much in a window?
//!
//! In: partnerships of `[funding] kinds`; the payer is the funder, else the source. Out: [`Payment`]s, or why money is
//! not known well enough.
//!
//! An amount is spread by days over its agreement's period, the assumed one where no end is recorded; over an open end
//! it cannot be. Where under 80 % of the agreements that carry money have an amount and a period, or several currencies
//! meet, nothing is said: currencies are never added.

use std::collections::BTreeSet;

use super::Context;
use crate::network::Place;
use crate::network::temporal::DatedTie;
use crate::records::Partnership;
use crate::time::Window;

/// Money is withheld where less of it is known (design of the indicators).
pub const SHARE_KNOWN: f64 = 0.8;

/// What one agreement pays in the window.
#[derive(Debug, Clone, PartialEq)]
pub struct Payment<'a> {
    /// The agreement as a tie.
    pub tie: &'a DatedTie,
    /// The agreement as recorded.
    pub agreement: &'a Partnership,
    /// Who pays.
    pub payer: Place,
    /// How much of it falls into the window.
    pub amount: f64,
}

/// Why money is not known well enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpaid {
    /// No agreement of these kinds lives in the window, or nothing is dated.
    NotRecorded,
    /// Under 80 % of them have an amount and a period.
    TooFewAmounts {
        /// How many have.
        known: usize,
        /// Of how many.
        of: usize,
    },
    /// Several currencies meet.
    SeveralCurrencies,
}

/// The payments of a window, in the order of the records.
///
/// # Errors
/// Where money is not known well enough.
pub fn payments<'a>(context: &Context<'a>, window: &'a Window) -> Result<Vec<Payment<'a>>, Unpaid> {
    let Some(period) = window.period else {
        return Err(Unpaid::NotRecorded);
    };
    let (records, network) = (context.records, context.network);
    let mut funding: Vec<(&'a DatedTie, &'a Partnership)> = Vec::new();
    for tie in network.live_partnerships(window) {
        let agreement = &records.partnerships[tie.partnership as usize];
        if carries_money(context, agreement) {
            funding.push((tie, agreement));
        }
    }
    if funding.is_empty() {
        return Err(Unpaid::NotRecorded);
    }
    let known: Vec<_> = funding
        .iter()
        .filter_map(|(tie, agreement)| Some((*tie, *agreement, agreement.amount.as_ref()?, tie.period?)))
        .filter(|(.., life)| life.end() != DatedTie::OPEN_END)
        .collect();
    if (known.len() as f64) < SHARE_KNOWN * funding.len() as f64 {
        return Err(Unpaid::TooFewAmounts {
            known: known.len(),
            of: funding.len(),
        });
    }
    let currencies: BTreeSet<_> = known
        .iter()
        .map(|(_, _, amount, _)| amount.currency.as_deref())
        .collect();
    if currencies.len() > 1 {
        return Err(Unpaid::SeveralCurrencies);
    }
    let payment = |(tie, agreement, amount, life): (
        &'a DatedTie,
        &'a Partnership,
        &crate::records::Amount,
        crate::time::Period,
    )| {
        let days = life.intersection(period)?.days();
        Some(Payment {
            tie,
            agreement,
            payer: payer(context, tie, agreement),
            amount: amount.value * f64::from(days) / f64::from(life.days()),
        })
    };
    Ok(known.into_iter().filter_map(payment).collect())
}

/// Whether a partnership is of one of `[funding] kinds`.
pub(super) fn carries_money(context: &Context<'_>, agreement: &Partnership) -> bool {
    let kinds = &context.records.config.funding.kinds;
    agreement
        .kind
        .as_deref()
        .is_some_and(|kind| kinds.iter().any(|known| known == kind))
}

/// The funder on the day an agreement begins, else its source.
pub(super) fn payer(context: &Context<'_>, tie: &DatedTie, agreement: &Partnership) -> Place {
    let first = tie.period.map(crate::time::Period::start);
    let funder = agreement.funder.map(|who| context.network.place_on(who, first));
    funder.unwrap_or(tie.source)
}
