//! How are the dates and numbers of a column written? What its cells say, what `hub.toml` says, or a refusal.
//!
//! In: a column of text. Out: the form of its dates or its decimal mark, noted in the mapping that `check` prints.

use super::super::cells::{
    self, DateDoubt, DateForm, DatesTold, DayOrder, Epoch, MarksTold, Measures, NumberDoubt, NumberMarks,
};
use super::super::ledger::spreadsheet_row;
use super::super::sources::{Sheet, SheetColumn};
use super::super::{Column, RecordsError};
use super::Caster;
use super::headers::Hints;
use crate::config::{ColumnDates, ColumnNumbers, DateOrder, NumberForm};

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
        let refused = |row: usize| {
            let value = source.cells.get(row).unwrap_or_default().to_owned();
            (sheet.file.clone(), source.header.clone(), spreadsheet_row(row), value)
        };
        let form = cells::date_form(source.cells.iter(), told).map_err(|doubt| match doubt {
            DateDoubt::Undecidable(row) => {
                let (file, column, row, value) = refused(row);
                RecordsError::DateOrder {
                    file,
                    column,
                    row,
                    value,
                }
            }
            DateDoubt::Contradicted(row) => {
                let (file, column, row, value) = refused(row);
                RecordsError::DateOrderContradicted {
                    file,
                    column,
                    row,
                    value,
                    place: place.clone(),
                }
            }
            DateDoubt::Mixed(row) => {
                let (file, column, row, value) = refused(row);
                RecordsError::MixedDates {
                    file,
                    column,
                    row,
                    value,
                    place: place.clone(),
                }
            }
        })?;
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
        match (
            self.config.records.date_orders.get(place),
            self.config.records.date_order,
        ) {
            (Some(ColumnDates::DayMonth), _) => said(Some(DayOrder::DayMonth), None, true),
            (Some(ColumnDates::MonthDay), _) => said(Some(DayOrder::MonthDay), None, true),
            (Some(ColumnDates::Serial1900), _) => said(None, Some(Epoch::Y1900), true),
            (Some(ColumnDates::Serial1904), _) => said(None, Some(Epoch::Y1904), true),
            (None, _) if hints.order.is_some() => said(hints.order, None, false),
            (None, DateOrder::DayMonth) => said(Some(DayOrder::DayMonth), None, false),
            (None, DateOrder::MonthDay) => said(Some(DayOrder::MonthDay), None, false),
            (None, DateOrder::Auto) => DatesTold::default(),
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
        let marks = cells::number_marks(source.cells.iter(), measures, told).map_err(|doubt| {
            let (NumberDoubt::Undecidable(row) | NumberDoubt::Contradicted(row)) = doubt;
            let value = source.cells.get(row).unwrap_or_default().to_owned();
            let (file, column, row) = (sheet.file.clone(), source.header.clone(), spreadsheet_row(row));
            match doubt {
                NumberDoubt::Undecidable(_) => RecordsError::NumberForm {
                    file,
                    column,
                    row,
                    value,
                },
                NumberDoubt::Contradicted(_) => RecordsError::NumberFormContradicted {
                    file,
                    column,
                    row,
                    value,
                    place: place.clone(),
                },
            }
        })?;
        if let Some(marks) = marks {
            let name = match marks {
                NumberMarks::Point => "point",
                NumberMarks::Comma => "comma",
            };
            self.mapping.number_forms.insert(place, name.to_owned());
        }
        Ok(marks)
    }

    fn marks_told(&self, place: &str) -> MarksTold {
        let of_this = self.config.records.number_forms.get(place);
        let marks = match (of_this, self.config.records.number_form) {
            (Some(ColumnNumbers::Point), _) | (None, NumberForm::Point) => Some(NumberMarks::Point),
            (Some(ColumnNumbers::Comma), _) | (None, NumberForm::Comma) => Some(NumberMarks::Comma),
            (None, NumberForm::Auto) => None,
        };
        MarksTold {
            marks,
            of_this_column: of_this.is_some(),
        }
    }
}
