//! What stands under this header in that row?
//!
//! In: a sheet as people see it, and the headers a format is known by. Out: its cells by the name of their column:
//! texts without the words for "nothing", dates and numbers in one form, decided from the whole column or refused.

use super::{FileLedger, Grid, ImportError, ImportFormat, ImportOptions, ImportReason, RecordsError, RowState};
use crate::records::cells::{self, Currency, DateForm, DatesTold, MarksTold, Measures, NumberMarks, Read};
use crate::records::{FormDoubt, SettledBy, Undecided, words};
use crate::time::{DateSpan, Day};

/// A sheet whose header was found.
pub(super) struct Listing {
    /// The file's name.
    pub file: String,
    grid: Grid,
    header: usize,
    keys: Vec<String>,
}

/// A column of dates, and how they are written.
pub(super) struct Dates {
    column: Option<usize>,
    form: DateForm,
}

/// A column of numbers, and which mark is the decimal one.
pub(super) struct Numbers {
    column: Option<usize>,
    measures: Measures,
    marks: Option<NumberMarks>,
}

/// How far down a header is looked for.
const TITLE_ROWS: usize = 30;

impl Listing {
    /// Finds the header: the first row that holds most of the known headers.
    pub fn open(grid: Grid, known: &[&str]) -> Self {
        let known: Vec<String> = known.iter().map(|header| words::key(header)).collect();
        let hits = |row: &[Option<String>]| {
            let keys: Vec<String> = row.iter().flatten().map(|cell| words::key(cell)).collect();
            known.iter().filter(|header| keys.contains(header)).count()
        };
        let scores: Vec<usize> = grid.rows.iter().take(TITLE_ROWS).map(|row| hits(row)).collect();
        let best = scores.iter().copied().max().unwrap_or(0);
        let header = scores.iter().position(|score| *score == best).unwrap_or(0);
        Self::headed(grid, header)
    }

    /// A sheet whose header is known to stand in a row.
    pub fn headed(grid: Grid, header: usize) -> Self {
        let cells = grid.rows.get(header).map_or(&[][..], Vec::as_slice);
        let keys = cells
            .iter()
            .map(|cell| cell.as_deref().map_or_else(String::new, words::key))
            .collect();
        Self {
            file: grid.file.clone(),
            grid,
            header,
            keys,
        }
    }

    /// The place of the first of these headers that the sheet has.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        let mut keys = names.iter().map(|name| words::key(name));
        keys.find_map(|key| self.keys.iter().position(|known| *known == key))
    }

    /// The columns headed by a name, a slash and a word (`title/ca`): the word and the place of each.
    pub fn below(&self, name: &str) -> Vec<(String, usize)> {
        let cells = self.grid.rows.get(self.header).map_or(&[][..], Vec::as_slice);
        let under = |(place, cell): (usize, &Option<String>)| {
            let word = cell.as_deref()?.trim().strip_prefix(name)?.strip_prefix('/')?;
            Some((word.to_owned(), place))
        };
        cells.iter().enumerate().filter_map(under).collect()
    }

    /// The place of the first of these headers, where the format cannot do without it.
    pub fn required(&self, format: ImportFormat, names: &[&str]) -> Result<usize, RecordsError> {
        self.column(names).ok_or_else(|| {
            let error = ImportError::MissingColumn {
                file: self.file.clone(),
                format,
                column: names.first().copied().unwrap_or_default().to_owned(),
                found: self.headers(),
            };
            error.into()
        })
    }

    /// Whether the sheet has all of these headers.
    pub fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.column(&[name]).is_some())
    }

    /// The headers as written, without the empty ones.
    pub fn headers(&self) -> Vec<String> {
        let cells = self.grid.rows.get(self.header).map_or(&[][..], Vec::as_slice);
        cells.iter().flatten().cloned().collect()
    }

    /// The header of a column as written.
    pub fn header(&self, column: Option<usize>) -> &str {
        column
            .and_then(|place| self.grid.cell(self.header, place))
            .unwrap_or_default()
    }

    /// How many rows stand below the header.
    pub fn len(&self) -> usize {
        self.grid.rows.len().saturating_sub(self.header + 1)
    }

    /// An account of the rows below the header; blank rows and repeated headers are already told.
    pub fn ledger(&self) -> FileLedger {
        let first = self.header as u64 + 2;
        let rows = (0..self.len() as u64).map(|row| first + row);
        let mut ledger = FileLedger::of_sheet(&self.grid, rows);
        let header = &self.grid.rows.get(self.header);
        for row in 0..self.len() {
            let cells = &self.grid.rows[self.header + 1 + row];
            if cells.iter().all(Option::is_none) {
                ledger.exclude(row, ImportReason::BlankRow, "", "");
            } else if Some(cells) == *header {
                ledger.exclude(row, ImportReason::RepeatedHeader, "", "");
            }
        }
        ledger
    }

    /// An account in which no row says anything of a hub.
    pub fn left_out(&self) -> FileLedger {
        let mut ledger = self.ledger();
        for row in ledger.open() {
            ledger.exclude(row, ImportReason::NoPlace, "", "");
        }
        ledger
    }

    /// The cell as written, empty where nothing stands.
    pub fn raw(&self, row: usize, column: Option<usize>) -> &str {
        let cell = column.and_then(|place| self.grid.cell(self.header + 1 + row, place));
        cell.map_or("", str::trim)
    }

    /// The text of a cell; empty too where a word for "nothing" stands.
    pub fn text(&self, row: usize, column: Option<usize>) -> &str {
        let text = self.raw(row, column);
        if words::is_nothing(text) { "" } else { text }
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = Option<&str>> {
        (0..self.len()).map(move |row| Some(self.text(row, Some(column))).filter(|text| !text.is_empty()))
    }

    /// A column whose cell leaves a choice that no option settles.
    fn undecided(&self, column: usize, row: usize, doubt: FormDoubt) -> RecordsError {
        let undecided = Undecided {
            file: self.file.clone(),
            column: self.header(Some(column)).to_owned(),
            row: (self.header + 1 + row) as u64 + 1,
            value: self.raw(row, Some(column)).to_owned(),
            doubt,
            settled_by: SettledBy::Option,
        };
        Box::new(undecided).into()
    }

    /// How the dates of a column are written, decided from all its cells.
    pub fn dates(&self, column: Option<usize>, options: &ImportOptions) -> Result<Dates, RecordsError> {
        let form = match column {
            None => DateForm::default(),
            Some(place) => cells::date_form(self.cells(place), DatesTold::of_all(options.date_order))
                .map_err(|doubt| self.undecided(place, doubt.row(), doubt.form()))?,
        };
        Ok(Dates { column, form })
    }

    /// Which mark of a column's numbers is the decimal one, decided from all its cells.
    pub fn numbers(
        &self,
        column: Option<usize>,
        measures: Measures,
        options: &ImportOptions,
    ) -> Result<Numbers, RecordsError> {
        let is_typed = |place: usize| self.grid.numeric.get(place).copied().unwrap_or(false);
        let marks = match column {
            None => None,
            Some(place) if is_typed(place) => Some(NumberMarks::Point),
            Some(place) => cells::number_marks(self.cells(place), measures, MarksTold::of_all(options.number_form))
                .map_err(|doubt| self.undecided(place, doubt.row(), doubt.form()))?,
        };
        Ok(Numbers {
            column,
            measures,
            marks,
        })
    }

    /// A date as `2024-05-13`, `2024-05`, `2024-Q2` or `2024`; empty, and noted, where it cannot be read.
    pub fn date(&self, row: usize, dates: &Dates, ledger: &mut FileLedger) -> String {
        let text = self.text(row, dates.column);
        if text.is_empty() {
            return String::new();
        }
        match cells::date(text, dates.form) {
            Read::Value(span) => written(span),
            Read::Nothing => String::new(),
            Read::Bad => self.bad(row, dates.column, ledger),
        }
    }

    /// Likewise for a last day, which may be a word for "open".
    pub fn end(&self, row: usize, dates: &Dates, ledger: &mut FileLedger) -> String {
        if words::is_open(self.raw(row, dates.column)) {
            return "present".to_owned();
        }
        self.date(row, dates, ledger)
    }

    /// A number with a decimal point and without thousands marks; empty, and noted, where it cannot be read.
    pub fn number(&self, row: usize, numbers: &Numbers, ledger: &mut FileLedger) -> String {
        let text = self.text(row, numbers.column);
        if text.is_empty() {
            return String::new();
        }
        match cells::number(text, numbers.marks, numbers.measures) {
            Read::Value(number) => match number.currency {
                // it is read back beside the number
                Currency::Code(code) => format!("{} {code}", number.value),
                Currency::None | Currency::Unnamed => number.value.to_string(),
            },
            Read::Nothing => String::new(),
            Read::Bad => self.bad(row, numbers.column, ledger),
        }
    }

    /// Notes that a cell could not be read and counts as empty.
    pub fn bad(&self, row: usize, column: Option<usize>, ledger: &mut FileLedger) -> String {
        let value = self.raw(row, column);
        ledger.note(
            row,
            RowState::Repaired,
            ImportReason::BadCell,
            self.header(column),
            value,
        );
        String::new()
    }
}

/// A span of days as hubscope reads it back: a day, a month, a quarter, a year; of any other span its first day.
pub(super) fn written(span: DateSpan) -> String {
    let (first, last) = (span.first, span.last);
    let months = |count: i32| first.day_of_month() == 1 && last == first.plus_months(count).plus_days(-1);
    let (year, month) = (first.year(), first.month());
    if months(12) && month == 1 {
        format!("{year:04}")
    } else if months(3) && (month - 1) % 3 == 0 {
        format!("{year:04}-Q{}", (month - 1) / 3 + 1)
    } else if months(1) {
        format!("{year:04}-{month:02}")
    } else {
        first.to_string()
    }
}

/// A date that a machine wrote, which leaves no choice; `None` where it is none or stands for nothing.
pub(super) fn machine_date(text: &str) -> Option<DateSpan> {
    match cells::date(text.trim(), DateForm::default()) {
        Read::Value(span) => Some(span),
        Read::Nothing | Read::Bad => None,
    }
}

/// The last day of so many months from a day: half a month is 15 days.
pub(super) fn months_later(start: Day, months: f64) -> Option<Day> {
    let plausible = months.is_finite() && months > 0.0 && months <= 1200.0;
    if !plausible {
        return None;
    }
    // in range by the line above
    let (whole, days) = (months.trunc() as i32, (months.fract() * 30.0).round() as i32);
    Some(start.plus_months(whole).plus_days(days - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[&str]]) -> Grid {
        let cell = |text: &&str| Some((*text).to_owned()).filter(|text| !text.is_empty());
        Grid {
            file: "list.csv".into(),
            rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
            numeric: vec![false; 4],
            ..Grid::default()
        }
    }

    #[test]
    fn the_header_is_found_below_titles_and_blank_and_repeated_rows_are_told() {
        let rows: [&[&str]; 6] = [
            &["Export of 2024"],
            &["Id", "Start Date", "Amount"],
            &["a", "13/02/2024", "1.200,50"],
            &[],
            &["Id", "Start Date", "Amount"],
            &["b", "03/05/2024", "N/A"],
        ];
        let listing = Listing::open(grid(&rows), &["id", "start date", "amount"]);
        let mut ledger = listing.ledger();
        assert_eq!(
            ledger.rows.iter().map(|fate| fate.row).collect::<Vec<_>>(),
            [3, 4, 5, 6]
        );
        assert_eq!(ledger.count(RowState::Excluded), 2);
        let options = ImportOptions::default();
        let dates = listing
            .dates(listing.column(&["start date"]), &options)
            .expect("settled");
        let amounts = listing
            .numbers(listing.column(&["amount"]), Measures::Money, &options)
            .expect("settled");
        assert_eq!(listing.date(3, &dates, &mut ledger), "2024-05-03");
        assert_eq!(listing.number(0, &amounts, &mut ledger), "1200.5");
        assert_eq!(listing.number(3, &amounts, &mut ledger), "");
        assert_eq!(listing.text(3, listing.column(&["amount"])), "");
    }

    #[test]
    fn a_column_that_leaves_a_choice_is_refused_with_its_cell() {
        let rows: [&[&str]; 2] = [&["start", "amount"], &["03/05/2024", "1.200"]];
        let listing = Listing::open(grid(&rows), &["start", "amount"]);
        let options = ImportOptions::default();
        let error = listing.dates(Some(0), &options).err().expect("undecidable");
        assert_eq!(
            error.to_string(),
            "list.csv, column start: 03/05/2024 (row 2) could be day-month or month-day"
        );
        let error = listing
            .numbers(Some(1), Measures::Money, &options)
            .err()
            .expect("undecidable");
        assert!(error.to_string().contains("1.200 (row 2)"), "{error}");
        let month_first = ImportOptions {
            date_order: crate::config::DateOrder::MonthDay,
            ..options
        };
        let dates = listing.dates(Some(0), &month_first).expect("chosen");
        assert_eq!(listing.date(0, &dates, &mut listing.ledger()), "2024-03-05");
    }

    #[test]
    fn spans_are_written_as_they_are_read_back() {
        for text in ["2024-05-13", "2024-05", "2024-Q2", "2024"] {
            assert_eq!(machine_date(text).map(written).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_duration_in_months_ends_on_the_day_before() {
        let start = Day::from_ymd(2024, 1, 15).expect("a day");
        // 15 January + 12 months = 15 January: the last day is the 14th
        assert_eq!(months_later(start, 12.0), Day::from_ymd(2025, 1, 14));
        // 15 February + 15 days = 1 March of a leap year: the last day is 29 February
        assert_eq!(months_later(start, 1.5), Day::from_ymd(2024, 2, 29));
        assert_eq!(months_later(start, 0.0), None);
    }
}
