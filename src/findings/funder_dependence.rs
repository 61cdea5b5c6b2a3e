//! Does the hub depend on few who pay?
//!
//! In: the payments of the window. Out: each payer's share, the concentration (Herfindahl-Hirschman) and the number of
//! equal payers it amounts to; withheld where under 80 % of the amounts are known.

use std::collections::{BTreeMap, BTreeSet};

use super::gaps::{Certainty, Gap, GapKind, Severity, evidence};
use super::payments::{Payment, Unpaid, payments};
use super::{Answer, Context, Lacking};
use crate::network::{Layer, Place};
use crate::numeric;
use crate::records::{RecordId, TableName};

/// One payer who gives so much or more is a gap.
const MOST_OF_IT: f64 = 0.5;

/// Concentration from which few payers are a gap, as four of equal size.
const CONCENTRATED: f64 = 0.25;

/// One payer.
#[derive(Debug, Clone, PartialEq)]
pub struct Payer {
    /// Who.
    pub place: Place,
    /// What it pays in the window.
    pub amount: f64,
    /// Its share of everything paid in the window.
    pub share: f64,
}

/// Who pays, and whether the hub depends on few.
#[derive(Debug, Clone, PartialEq)]
pub struct FunderDependence {
    /// The payers, the largest first, then by place.
    pub payers: Vec<Payer>,
    /// The sum of their squared shares: 1 where one pays all.
    pub concentration: f64,
    /// As many payers of equal size would be as concentrated: 1 divided by the concentration.
    pub effective_payers: f64,
    /// What is paid in the window in all.
    pub total: f64,
    /// In which currency.
    pub currency: Option<String>,
    /// Whether an end that is assumed spreads some amount.
    pub end_assumed: bool,
    /// The agreements of the largest payer, sorted.
    pub records: Vec<RecordId>,
}

/// Who pays in the window, and whether the hub depends on few.
#[must_use]
pub fn funder_dependence(context: &Context<'_>) -> Answer<FunderDependence> {
    let paid = match payments(context, context.window) {
        Ok(paid) => paid,
        Err(unpaid) => return Answer::Cannot(lacking(context, unpaid)),
    };
    let amount = |column| Lacking::Column {
        table: TableName::Partnerships,
        column: Some(column),
    };
    let mut by_payer: BTreeMap<Place, f64> = BTreeMap::new();
    for payment in &paid {
        *by_payer.entry(payment.payer).or_default() += payment.amount;
    }
    let amounts: Vec<f64> = by_payer.values().copied().collect();
    let Some(concentration) = numeric::hhi(&amounts) else {
        return Answer::Cannot(amount("amount"));
    };
    let total = numeric::sum(&amounts);
    let mut payers: Vec<Payer> = by_payer
        .into_iter()
        .map(|(place, amount)| Payer {
            place,
            amount,
            share: amount / total,
        })
        .collect();
    payers.sort_by(|one, other| other.amount.total_cmp(&one.amount).then(one.place.cmp(&other.place)));
    let currency = paid
        .iter()
        .find_map(|one| one.agreement.amount.as_ref()?.currency.as_deref());
    Answer::Found(FunderDependence {
        concentration,
        effective_payers: 1.0 / concentration,
        total,
        currency: currency.map(str::to_owned),
        end_assumed: paid.iter().any(|one| one.tie.end_assumed),
        records: payers
            .first()
            .map(|first| records(&paid, first.place))
            .unwrap_or_default(),
        payers,
    })
}

fn records(paid: &[Payment<'_>], payer: Place) -> Vec<RecordId> {
    let own = paid.iter().filter(|one| one.payer == payer);
    own.map(|one| one.agreement.id.clone())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

fn lacking(context: &Context<'_>, unpaid: Unpaid) -> Lacking {
    match unpaid {
        Unpaid::NotRecorded if context.records.partnerships.is_empty() => Lacking::Column {
            table: TableName::Partnerships,
            column: None,
        },
        Unpaid::NotRecorded => Lacking::Span("lacking-span-funding_kinds"),
        Unpaid::SeveralCurrencies => Lacking::Span("lacking-span-currencies"),
        Unpaid::TooFewAmounts { known, of } => Lacking::TooFew {
            what: "lacking-few-amounts",
            found: known,
            needed: (super::payments::SHARE_KNOWN * of as f64).ceil() as usize,
        },
    }
}

impl FunderDependence {
    /// As a row, where one payer gives half or more (high) or the money is as concentrated as among four equal payers
    /// (medium); `None` otherwise.
    pub(super) fn gap(&self, context: &Context<'_>) -> Option<Gap> {
        let first = self.payers.first()?;
        let severity = match first.share >= MOST_OF_IT {
            true => Severity::High,
            false if self.concentration >= CONCENTRATED => Severity::Medium,
            false => return None,
        };
        Some(Gap {
            severity,
            subjects: vec![first.place],
            others: self.payers.iter().skip(1).map(|payer| payer.place).collect(),
            evidence: evidence([
                ("payer_share", Some(first.share)),
                ("hhi", Some(self.concentration)),
                ("effective_payers", Some(self.effective_payers)),
                ("payers", Some(self.payers.len() as f64)),
            ]),
            certainty: if self.end_assumed {
                Certainty::Assumed
            } else {
                Certainty::Recorded
            },
            records: self.records.clone(),
            ..Gap::of(
                GapKind::FunderDependence,
                "funder_dependence",
                Layer::Partnerships,
                &context.window.label,
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::network::test_hub::{TestHub, hub, place};
    use crate::records::{Amount, Partnership, Sector};

    fn pays(value: f64, currency: &'static str) -> impl Fn(&mut Partnership) {
        move |tie| {
            tie.kind = Some("funding".into());
            tie.amount = Some(Amount {
                value,
                currency: Some(currency.into()),
            });
        }
    }

    fn parts() -> TestHub {
        hub(&["a", "b", "c", "d"].map(|id| (id, Sector::Funder))).studied_until("2024-12-31")
    }

    #[test]
    fn concentration_by_hand() {
        // in 2024: a pays 60 of a two-year 120, b 30, c 10: shares .6 .3 .1, HHI .36 + .09 + .01 = .46
        let hub = parts()
            .tie_with("a", "d", "2023-01-01", "2024-12-31", pays(731.0, "CLP"))
            .tie_with("b", "d", "2024-01-01", "2024-12-31", pays(183.0, "CLP"))
            .tie_with("c", "d", "2024-01-01", "2024-12-31", pays(61.0, "CLP"));
        let prepared = Prepared::latest(&hub);
        let context = prepared.context();
        let Answer::Found(found) = funder_dependence(&context) else {
            panic!("three amounts");
        };
        // 731 over 731 days, 366 of them in 2024
        assert!((found.total - (366.0 + 183.0 + 61.0)).abs() <= 1e-9);
        assert!((found.concentration - 0.46).abs() <= 1e-12 && (found.effective_payers - 1.0 / 0.46).abs() <= 1e-12);
        assert_eq!(found.payers[0].place, place(&prepared.network, "a"));
        let gap = found.gap(&context).expect("six tenths");
        assert_eq!(
            (gap.severity, gap.records.len(), gap.others.len()),
            (Severity::High, 1, 2)
        );
    }

    #[test]
    fn five_equal_payers_are_no_gap_and_three_unequal_ones_are() {
        let paid = |amounts: &[f64]| {
            let names = ["a", "b", "c", "e", "f"];
            let paying = amounts.iter().zip(names);
            let hub = paying.fold(parts(), |hub, (amount, name)| {
                hub.tie_with(name, "d", "2024-01-01", "2024-12-31", pays(*amount, "CLP"))
            });
            let prepared = Prepared::latest(&hub);
            let context = prepared.context();
            let found = funder_dependence(&context);
            found
                .found()
                .and_then(|found| found.gap(&context))
                .map(|gap| gap.severity)
        };
        assert_eq!(paid(&[1.0; 5]), None);
        assert_eq!(paid(&[4.0, 3.0, 3.0]), Some(Severity::Medium));
    }

    #[test]
    fn money_that_is_not_known_is_not_judged() {
        let unknown = |tie: &mut Partnership| tie.kind = Some("funding".into());
        let cannot = |hub: &TestHub| funder_dependence(&Prepared::latest(hub).context()).lacking().cloned();
        let few = parts()
            .tie_with("a", "d", "2024-01-01", "2024-12-31", pays(1.0, "CLP"))
            .tie_with("b", "d", "2024-01-01", "2024-12-31", unknown);
        let expected = Lacking::TooFew {
            what: "lacking-few-amounts",
            found: 1,
            needed: 2,
        };
        assert_eq!(cannot(&few), Some(expected));
        let mixed = parts()
            .tie_with("a", "d", "2024-01-01", "2024-12-31", pays(1.0, "CLP"))
            .tie_with("b", "d", "2024-01-01", "2024-12-31", pays(1.0, "USD"));
        assert_eq!(cannot(&mixed), Some(Lacking::Span("lacking-span-currencies")));
        let none = parts().tie("a", "d", "2024-01-01", "2024-12-31");
        assert_eq!(cannot(&none), Some(Lacking::Span("lacking-span-funding_kinds")));
    }
}
