//! What does each cell say where the headers of a table's files say different things of the same column?
//!
//! In: a column and what its header says of it: `Monto (USD)` in one file, `Monto (COP)` in another. Out: the column with
//! that written into its cells, so that the files' rows can stand below one another and none is read by another's header.

use polars::prelude::StringChunked;

use super::super::RecordsError;
use super::super::cells::{self, Currency, DateForm, DatesTold, Measures, NumberMarks, Read};
use super::super::sources::{Sheet, SheetColumn};
use super::forms::undecided;
use super::headers::Found;

/// The column with what its header says written into its cells.
pub(in crate::records) fn written_out(sheet: &Sheet, found: &Found) -> Result<SheetColumn, RecordsError> {
    let source = &sheet.columns[found.place];
    let cells = source.cells.iter();
    let told = if let Some(Currency::Code(code)) = found.hints.currency {
        SheetColumn {
            cells: cells
                .map(|cell| cell.map(|text| in_currency(text, code)))
                .collect::<StringChunked>(),
            fractions: source.typed_fractions(),
            numeric: false,
            ..source.clone()
        }
    } else if found.hints.order.is_some() {
        let told = DatesTold {
            order: found.hints.order,
            epoch: None,
            of_this_column: false,
        };
        let place = format!("{}.{}", sheet.table, found.column.name);
        let form = cells::date_form(source.cells.iter(), told)
            .map_err(|doubt| undecided(sheet, source, &place, doubt.row(), doubt.form()))?;
        SheetColumn {
            cells: cells
                .map(|cell| cell.map(|text| as_day(text, form)))
                .collect::<StringChunked>(),
            ..source.clone()
        }
    } else {
        source.clone()
    };
    Ok(told)
}

/// An amount with its currency before it, where it does not name its own.
fn in_currency(text: &str, code: &str) -> String {
    let marks = [NumberMarks::Point, NumberMarks::Comma];
    let bears_none = marks.into_iter().any(|marks| {
        matches!(cells::number(text, Some(marks), Measures::Money),
            Read::Value(amount) if !matches!(amount.currency, Currency::Code(_)))
    });
    if bears_none {
        format!("{code} {text}")
    } else {
        text.to_owned()
    }
}

/// A day in the form that is read in one way; what is no single day as it stands.
fn as_day(text: &str, form: DateForm) -> String {
    match cells::date(text, form) {
        Read::Value(span) if span.first == span.last && text.contains(['/', '-', '.']) => span.first.to_string(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_without_a_currency_get_that_of_their_header() {
        for (text, told) in [
            ("1.200,50", "USD 1.200,50"),
            ("$ 1.000", "USD $ 1.000"),
            ("-5", "USD -5"),
            ("COP 1.000", "COP 1.000"),
            ("n/a", "n/a"),
            ("por definir", "por definir"),
        ] {
            assert_eq!(in_currency(text, "USD"), told);
        }
        for text in ["USD $ 1.000", "USD -5", "USD 1.200,50"] {
            let read = cells::number(text, Some(NumberMarks::Comma), Measures::Money);
            assert!(
                matches!(read, Read::Value(amount) if amount.currency == Currency::Code("USD")),
                "{text}"
            );
        }
    }
}
