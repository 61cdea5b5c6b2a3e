//! How do the tables that people work on reach a spreadsheet, so that an edited copy can be read back?
//!
//! In: tables, a language and how texts are told. Out: the bytes of one Excel workbook that depend on these alone: a sheet
//! per table, headers in the reader's language, dates as dates, text never as a formula.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::write::{WriteError, plain};
use super::{Cell, Table};
use crate::messages::{Lang, Messages};
use crate::records::{ColumnType, TableName};
use crate::time::Day;

/// The workbook's name in a report.
pub const WORKBOOK: &str = "hubscope.xlsx";

/// What a cell of a spreadsheet holds at most.
const LONGEST_TEXT: usize = 32_767;

/// How wide a column is at least and at most, in characters; longer text goes on below.
const WIDTHS: std::ops::RangeInclusive<usize> = 9..=48;

/// One workbook with a sheet per table, in their order; every text as `told` tells it.
///
/// # Errors
/// Where the writer refuses: a bug.
pub fn workbook(tables: &[&Table], told: &dyn Fn(&str) -> String, messages: &Messages) -> Result<Vec<u8>, WriteError> {
    made(tables, told, messages).map_err(|source| WriteError::Workbook {
        source: Box::new(source),
    })
}

fn made(tables: &[&Table], told: &dyn Fn(&str) -> String, messages: &Messages) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // the writer would put the clock's time there, and the same input would give other bytes
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(messages.word(&format!("sheet-{}", table.name)))?;
        Writer { table, told, messages }.write(sheet)?;
    }
    book.save_to_buffer()
}

struct Writer<'a> {
    table: &'a Table,
    told: &'a dyn Fn(&str) -> String,
    messages: &'a Messages,
}

impl Writer<'_> {
    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let mut widths = Vec::with_capacity(self.table.columns.len());
        for (at, name) in self.names().enumerate() {
            let header = self.header(name);
            widths.push(header.chars().count() + 2);
            let format = if self.is_to_fill_in(name) {
                filled_in_header()
            } else {
                plain_header()
            };
            sheet.write_string_with_format(0, column(at), header, &format)?;
        }
        let (wrapped, day) = (
            Format::new().set_text_wrap().set_align(FormatAlign::Top),
            self.day_format(),
        );
        for (row, cells) in (1..).zip(&self.table.rows) {
            for (at, cell) in cells.iter().enumerate() {
                let place = (row, column(at));
                match (cell, self.date(at, cell)) {
                    (_, Some(date)) => sheet.write_datetime_with_format(place.0, place.1, &date, &day)?,
                    (Cell::Empty, _) => continue,
                    (Cell::Number(number), _) => sheet.write_number_with_format(place.0, place.1, *number, &wrapped)?,
                    (Cell::Whole(number), _) => {
                        sheet.write_number_with_format(place.0, place.1, *number as f64, &wrapped)?
                    }
                    (cell, _) => {
                        let text = self.text(at, cell);
                        let longest = text.lines().map(|line| line.chars().count()).max();
                        widths[at] = widths[at].max(longest.unwrap_or(0) + 1);
                        sheet.write_string_with_format(place.0, place.1, cut(text), &wrapped)?
                    }
                };
            }
        }
        self.shape(sheet, &widths, &day)
    }

    /// Widths, the frozen header, filters, and what may be filled in.
    fn shape(&self, sheet: &mut Worksheet, widths: &[usize], day: &Format) -> Result<(), XlsxError> {
        let last = u32::try_from(self.table.rows.len()).unwrap_or(u32::MAX);
        for (at, width) in widths.iter().enumerate() {
            let is_day = self.table.columns[at].unit == "date";
            let width = if is_day { (*width).max(11) } else { *width };
            sheet.set_column_width(column(at), width.clamp(*WIDTHS.start(), *WIDTHS.end()) as f64)?;
            if is_day {
                sheet.set_column_format(column(at), day)?;
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        if last > 0 && !widths.is_empty() {
            sheet.autofilter(0, 0, last, column(widths.len() - 1))?;
        }
        for (at, words) in (0..).zip(self.names().map(|name| self.choices(name))) {
            if words.is_empty() {
                continue;
            }
            let choice = DataValidation::new().allow_list_strings(&words)?;
            sheet.add_data_validation(1, column(at), last.max(1), column(at), &choice)?;
        }
        Ok(())
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.table.columns.iter().map(|column| column.name.as_str())
    }

    fn is_actions(&self) -> bool {
        self.table.name == TableName::Actions.name()
    }

    /// The words among which a cell of the column is chosen.
    fn choices(&self, name: &str) -> Vec<String> {
        let word = |key: String| self.messages.word(&key);
        match name {
            "status" if self.is_actions() => states().map(|state| word(format!("sheet-action-{state}"))).collect(),
            _ if self.is_decision(name) => ["accept", "reject"]
                .into_iter()
                .map(|decision| word(format!("resolve-decision-{decision}")))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Whether the table asks for decisions; its columns are named in the reader's language already.
    fn is_resolve(&self) -> bool {
        [TableName::Resolve, TableName::ResolvePeople]
            .iter()
            .any(|table| table.name() == self.table.name)
    }

    fn is_decision(&self, name: &str) -> bool {
        let column = TableName::Resolve.column("decision");
        self.is_resolve() && column.is_some_and(|column| name == column.name || name == column.spanish)
    }

    /// A header under which the column is known when the sheet is read back.
    fn header(&self, name: &str) -> String {
        if self.is_resolve() {
            return name.to_owned();
        }
        let known = TableName::Actions.column(name).filter(|_| self.is_actions());
        match (known, self.messages.lang()) {
            (Some(column), Lang::Es) => column.spanish.to_owned(),
            (Some(column), Lang::En) => column.name.replace('_', " "),
            (None, _) => self.messages.word(&format!("sheet-column-{name}")),
        }
    }

    fn is_to_fill_in(&self, name: &str) -> bool {
        self.is_actions() && ["status", "owner", "due"].contains(&name) || self.is_decision(name)
    }

    fn text(&self, at: usize, cell: &Cell) -> String {
        let words = match (self.table.columns[at].name.as_str(), cell) {
            ("effort", Cell::Text(effort)) => Some(format!("effort-{effort}")),
            ("state", Cell::Text(state)) => Some(format!("sheet-state-{state}")),
            ("status", Cell::Text(status)) if self.is_actions() => Some(format!("sheet-action-{status}")),
            ("standing", Cell::Text(standing)) => Some(format!("sheet-standing-{standing}")),
            (_, Cell::Truth(truth)) => Some(if *truth { "yes".to_owned() } else { "no".to_owned() }),
            _ => None,
        };
        match words.filter(|key| self.messages.has(key)) {
            Some(key) => self.messages.word(&key),
            None => (self.told)(&plain(cell)),
        }
    }

    /// The day in a cell of a column of dates.
    fn date(&self, at: usize, cell: &Cell) -> Option<ExcelDateTime> {
        let Cell::Text(text) = cell else { return None };
        let day: Day = text.parse().ok().filter(|_| self.table.columns[at].unit == "date")?;
        let year = u16::try_from(day.year()).ok()?;
        let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day_of_month()).ok()?);
        ExcelDateTime::from_ymd(year, month, day).ok()
    }

    fn day_format(&self) -> Format {
        let form = match self.messages.lang() {
            Lang::En => "yyyy-mm-dd",
            Lang::Es => "dd/mm/yyyy",
        };
        Format::new().set_num_format(form).set_align(FormatAlign::Top)
    }
}

fn plain_header() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0xE6_EA_EE))
}

fn filled_in_header() -> Format {
    plain_header().set_background_color(Color::RGB(0xFF_F2_CC))
}

/// What can become of an action.
fn states() -> impl Iterator<Item = &'static str> {
    let states = match TableName::Actions.column("status").map(|column| column.kind) {
        Some(ColumnType::OpenChoice(states)) => states,
        _ => &[],
    };
    states.iter().copied()
}

fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// No more text than a cell holds.
fn cut(text: String) -> String {
    if text.chars().count() <= LONGEST_TEXT {
        return text;
    }
    text.chars().take(LONGEST_TEXT - 1).chain(['…']).collect()
}
