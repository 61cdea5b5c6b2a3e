//! In which currency is an amount, where its own cell says so?
//!
//! In: the currencies that stand beside the amounts of a table, and its column of currencies. Out: one column of
//! currencies; an amount whose two currencies contradict each other counts as nothing, so that no two are ever added.

use std::sync::Arc;

use super::super::cells::{Currency, currency_named};
use super::super::{Reason, RowState, TableLedger, TableName};
use super::{Interner, TypedColumn, Values};

/// Completes the column of currencies by what stands beside the amounts; makes one where the file has none.
pub(super) fn join(
    table: TableName,
    columns: &mut Vec<TypedColumn>,
    beside: Vec<Currency>,
    interner: &mut Interner,
    ledger: &mut TableLedger,
) {
    let named = beside.iter().any(|currency| matches!(currency, Currency::Code(_)));
    let Some(declared) = table.column("currency") else {
        return;
    };
    let own = columns.iter().position(|known| known.column.name == "currency");
    if !named && own.is_none() {
        return;
    }
    let at = |name: &str| columns.iter().position(|known| known.column.name == name);
    let Some(amount) = at("amount") else { return };
    let header = columns[amount].header.clone();
    let mut texts = match own.map(|own| columns.remove(own)) {
        Some(column) => column,
        None => TypedColumn {
            column: declared,
            header: header.clone(),
            values: Values::Text(vec![None; beside.len()]),
        },
    };
    let amounts = columns.iter_mut().find(|known| known.column.name == "amount");
    if let (Values::Text(texts), Some(Values::Numbers(amounts))) = (&mut texts.values, amounts.map(|c| &mut c.values)) {
        for (row, beside) in beside.into_iter().enumerate() {
            let own = texts[row].as_deref().and_then(currency_named);
            match (own, beside) {
                (Some(Currency::Code(own)), Currency::Code(beside)) if own != beside => {
                    amounts[row] = None;
                    let value = format!("{beside} ≠ {own}");
                    ledger.note(row, RowState::Repaired, Reason::TwoCurrencies, &header, &value);
                }
                (Some(Currency::Code(own)), _) => texts[row] = Some(interner.intern(own)),
                (Some(Currency::Unnamed), Currency::Code(beside)) => texts[row] = Some(interner.intern(beside)),
                (None, Currency::Code(beside)) if texts[row].is_none() => texts[row] = Some(interner.intern(beside)),
                // a currency that hubscope does not know stands beside one that it knows
                (None, Currency::Code(beside)) => {
                    amounts[row] = None;
                    let own: Arc<str> = texts[row].clone().unwrap_or_default();
                    let value = format!("{beside} ≠ {own}");
                    ledger.note(row, RowState::Repaired, Reason::TwoCurrencies, &header, &value);
                }
                _ => {}
            }
        }
    }
    columns.push(texts);
    let declared_at = |name: &str| table.columns().iter().position(|column| column.name == name);
    columns.sort_by_key(|known| declared_at(known.column.name));
}
