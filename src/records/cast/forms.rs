//! How are the dates and numbers of a column written? What its cells say, what `hub.toml` says, or a refusal.
//!
//! In: a column of text. Out: the form of its dates or its decimal mark, noted in the mapping that `check` prints.

use std::borrow::Cow;

use polars::prelude::StringChunked;

use super::super::cells::{self, DateForm, DatesTold, DayOrder, Epoch, MarksTold, Measures, NumberMarks};
use super::super::sources::{Sheet, SheetColumn};
use super::super::{Column, FormDoubt, RecordsError, SettledBy, Undecided};
use super::Caster;
use super::headers::Hints;
use crate::config::{ColumnDates, ColumnNumbers};

impl Caster<'_> {
    /// How the dates of a column are written.
    pub(super) fn date_form(
        &mut self,
        sheet: &Sheet,
        column: &Column,
        source: &SheetColumn,
        hints: Hints,
    ) -> Result<DateForm, RecordsError> {
        let place = format!("{}.{}", sheet.table, column.name);
        let told = self.dates_told(&place, hints);
        let form = cells::date_form(source.cells.iter(), told)
            .map_err(|doubt| undecided(sheet, source, &place, doubt.row(), doubt.form()))?;
        let name = match (form.epoch, form.order) {
            (Some(Epoch::Y1900), _) => Some("serial_1900"),
            (Some(Epoch::Y1904), _) => Some("serial_1904"),
            (None, Some(DayOrder::DayMonth)) => Some("day_month"),
            (None, Some(DayOrder::MonthDay)) => Some("month_day"),
            (None, None) => None,
        };
        if let Some(name) = name {
            self.mapping.date_orders.insert(place.clone(), name.to_owned());
        }
        if form.short_years {
            self.mapping.short_years.insert(place);
        }
        Ok(form)
    }

    /// What is said of this column, by `hub.toml` or its own header; else of all.
    fn dates_told(&self, place: &str, hints: Hints) -> DatesTold {
        let said = |order, epoch, of_this_column| DatesTold {
            order,
            epoch,
            of_this_column,
        };
        match self.config.records.date_orders.get(place) {
            Some(ColumnDates::DayMonth) => said(Some(DayOrder::DayMonth), None, true),
            Some(ColumnDates::MonthDay) => said(Some(DayOrder::MonthDay), None, true),
            Some(ColumnDates::Serial1900) => said(None, Some(Epoch::Y1900), true),
            Some(ColumnDates::Serial1904) => said(None, Some(Epoch::Y1904), true),
            None if hints.order.is_some() => said(hints.order, None, false),
            None => DatesTold::of_all(self.config.records.date_order),
        }
    }

    /// The decimal mark of a column, where its cells leave a choice.
    pub(super) fn number_marks(
        &mut self,
        sheet: &Sheet,
        column: &Column,
        source: &SheetColumn,
        measures: Measures,
    ) -> Result<Option<NumberMarks>, RecordsError> {
        if source.numeric {
            return Ok(Some(NumberMarks::Point));
        }
        let place = format!("{}.{}", sheet.table, column.name);
        let told = self.marks_told(&place);
        // a number typed by the file says nothing of how texts are written
        let is_typed = |row: usize| source.fractions.binary_search(&row).is_ok();
        let texts = source.cells.iter().enumerate();
        let texts = texts.map(|(row, cell)| cell.filter(|_| !is_typed(row)));
        let marks = cells::number_marks(texts, measures, told)
            .map_err(|doubt| undecided(sheet, source, &place, doubt.row(), doubt.form()))?;
        if let Some(marks) = marks {
            let name = match marks {
                NumberMarks::Point => "point",
                NumberMarks::Comma => "comma",
            };
            self.mapping.number_forms.insert(place, name.to_owned());
        }
        // where no text says anything, the typed numbers are still written with a point
        Ok(marks.or((!source.fractions.is_empty()).then_some(NumberMarks::Point)))
    }

    fn marks_told(&self, place: &str) -> MarksTold {
        let marks = match self.config.records.number_forms.get(place) {
            Some(ColumnNumbers::Point) => NumberMarks::Point,
            Some(ColumnNumbers::Comma) => NumberMarks::Comma,
            None => return MarksTold::of_all(self.config.records.number_form),
        };
        MarksTold {
            marks: Some(marks),
            of_this_column: true,
        }
    }
}

/// The column with its typed numbers written by the marks of its texts.
pub(super) fn by_marks(source: &SheetColumn, marks: Option<NumberMarks>) -> Cow<'_, SheetColumn> {
    if marks != Some(NumberMarks::Comma) || source.fractions.is_empty() {
        return Cow::Borrowed(source);
    }
    let cells = source.cells.iter().enumerate().map(|(row, cell)| match cell {
        Some(text) if source.fractions.binary_search(&row).is_ok() => Some(text.replace('.', ",")),
        other => other.map(str::to_owned),
    });
    Cow::Owned(SheetColumn {
        header: source.header.clone(),
        cells: cells.collect::<StringChunked>(),
        numeric: source.numeric,
        fractions: Vec::new(),
    })
}

/// A column in doubt, for which `hub.toml` has a word.
pub(super) fn undecided(
    sheet: &Sheet,
    source: &SheetColumn,
    place: &str,
    row: usize,
    doubt: FormDoubt,
) -> RecordsError {
    let (file, spreadsheet_row) = sheet.file_and_row(row);
    let undecided = Undecided {
        file: file.to_owned(),
        column: source.header.clone(),
        row: spreadsheet_row,
        value: source.cells.get(row).unwrap_or_default().to_owned(),
        doubt,
        settled_by: SettledBy::HubToml(place.to_owned()),
    };
    Box::new(undecided).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{HubConfig, NumberForm};
    use crate::records::cast::Interner;
    use crate::records::ledger::Stretch;
    use crate::records::{Mapping, TableName};

    fn amounts(cells: &[&str], fractions: &[usize], form: NumberForm) -> Result<Vec<String>, RecordsError> {
        let source = SheetColumn {
            header: "amount".to_owned(),
            cells: cells.iter().map(|cell| Some(*cell)).collect(),
            numeric: false,
            fractions: fractions.to_vec(),
        };
        let mut config = HubConfig::default();
        config.records.number_form = form;
        let (mut interner, mut mapping) = (Interner::default(), Mapping::default());
        let mut caster = Caster::new(&config, &mut interner, &mut mapping);
        let sheet = Sheet {
            table: TableName::Partnerships,
            file: "t.xlsx".to_owned(),
            stretches: vec![Stretch {
                file: "t.xlsx".to_owned(),
                place: 0,
                first_row: 2,
            }],
            columns: Vec::new(),
            rows: cells.len(),
            remarks: Vec::new(),
            notes: Vec::new(),
            hashes: Vec::new(),
            layout: None,
        };
        let column = TableName::Partnerships.column("amount").expect("a column");
        let marks = caster.number_marks(&sheet, column, &source, Measures::Money)?;
        Ok(by_marks(&source, marks)
            .cells
            .iter()
            .flatten()
            .map(str::to_owned)
            .collect())
    }

    #[test]
    fn typed_numbers_are_written_by_the_marks_of_the_texts() {
        let auto = NumberForm::Auto;
        assert_eq!(
            amounts(&["3.5", "1.200,50"], &[0], auto).expect("settled"),
            ["3,5", "1.200,50"]
        );
        assert_eq!(
            amounts(&["3.5", "1,200.50"], &[0], auto).expect("settled"),
            ["3.5", "1,200.50"]
        );
        assert_eq!(
            amounts(&["1.125", "1.200"], &[0], NumberForm::Comma).expect("told"),
            ["1,125", "1.200"]
        );
    }

    #[test]
    fn a_typed_number_settles_no_text() {
        let refused = amounts(&["3.5", "1.200"], &[0], NumberForm::Auto);
        assert!(
            matches!(&refused, Err(RecordsError::Undecided(found))
                if found.value == "1.200" && found.row == 3 && found.doubt == FormDoubt::NumberForm),
            "{refused:?}"
        );
    }
}
