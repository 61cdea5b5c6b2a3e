//! What stands in a workbook?
//!
//! In: the bytes of an Excel or OpenDocument file. Out: a [`Grid`] per worksheet: cells as text in the rows and columns
//! that people see, dates as ISO text by the workbook's own epoch, the stored results of formulas.

use std::io::Cursor;

use calamine::{Data, Dimensions, ExcelDateTime, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError};
use calamine::{Xlsb, XlsbError, Xlsx, XlsxError};

use super::footing::is_number;
use super::format::Workbook;
use super::grid::{Grid, GridNote};
use super::{SourceError, container, opendocument};
use crate::records::RecordsError;

type Bytes<'a> = Cursor<&'a [u8]>;

/// Rows and columns of the largest sheets there are.
const ROWS: u32 = 1 << 20;
const COLUMNS: u32 = 1 << 14;
/// Cells, blank ones among them, that are held of one sheet: a gigabyte.
const MOST_CELLS: usize = 40_000_000;

/// Every worksheet, hidden ones too, in the order of the workbook.
pub(super) fn read(file: &str, bytes: &[u8], kind: Workbook) -> Result<Vec<Grid>, RecordsError> {
    let source = Cursor::new(bytes);
    match kind {
        Workbook::Xlsx => {
            let mut book: Xlsx<Bytes<'_>> = open(file, source, |error| matches!(error, XlsxError::Password))?;
            let draw = |book: &mut Xlsx<_>, sheet: &str, drawing: &mut Drawing| {
                let mut cells = book.worksheet_cells_reader(sheet).ok()?;
                while let Some(cell) = cells.next_cell().ok()? {
                    drawing.put(cell.get_position(), &Data::from(cell.get_value().clone()))?;
                }
                Some(())
            };
            let merged = |book: &mut Xlsx<_>, sheet: &str| book.merge_cells_by_sheet_name(sheet).unwrap_or_default();
            let grids = sheets(file, &mut book, draw, merged)?;
            Ok(since(book.has_1904_epoch(), grids))
        }
        Workbook::Xlsb => {
            let mut book: Xlsb<Bytes<'_>> = open(file, source, |error| matches!(error, XlsbError::Password))?;
            let draw = |book: &mut Xlsb<_>, sheet: &str, drawing: &mut Drawing| {
                let mut cells = book.worksheet_cells_reader(sheet).ok()?;
                while let Some(cell) = cells.next_cell().ok()? {
                    drawing.put(cell.get_position(), &Data::from(cell.get_value().clone()))?;
                }
                Some(())
            };
            let grids = sheets(file, &mut book, draw, |_, _| Vec::new())?;
            Ok(since(book.has_1904_epoch(), grids))
        }
        Workbook::Xls => {
            if !container::is_readable(bytes) {
                return Err(SourceError::Damaged { file: file.to_owned() }.into());
            }
            let mut book: Xls<Bytes<'_>> = open(file, source, |error| matches!(error, XlsError::Password))?;
            let merged = |book: &mut Xls<_>, sheet: &str| book.merge_cells_by_sheet_name(sheet).unwrap_or_default();
            let grids = sheets(file, &mut book, draw_range, merged)?;
            Ok(since(book.has_1904_epoch(), grids))
        }
        Workbook::Ods => {
            let merged = opendocument::merged_cells(file, bytes)?;
            let mut book: Ods<Bytes<'_>> = open(file, source, |error| matches!(error, OdsError::Password))?;
            let merged = |_: &mut Ods<_>, sheet: &str| merged.get(sheet).cloned().unwrap_or_default();
            sheets(file, &mut book, draw_range, merged)
        }
    }
}

/// Notes in each sheet where its workbook counts days from 1904.
fn since(is_1904: bool, mut grids: Vec<Grid>) -> Vec<Grid> {
    if is_1904 {
        grids.iter_mut().for_each(|grid| grid.notes.push(GridNote::Since1904));
    }
    grids
}

/// Draws a sheet that its reader gives whole.
fn draw_range<'a, B: Reader<Bytes<'a>>>(book: &mut B, sheet: &str, drawing: &mut Drawing) -> Option<()> {
    let cells = book.worksheet_range(sheet).ok()?;
    let (top, left) = cells.start().unwrap_or_default();
    for (row, column, cell) in cells.used_cells() {
        let place = |first: u32, further: usize| first.checked_add(u32::try_from(further).ok()?);
        drawing.put((place(top, row)?, place(left, column)?), cell)?;
    }
    Some(())
}

fn open<'a, B: Reader<Bytes<'a>>>(
    file: &str,
    bytes: Bytes<'a>,
    is_password: impl Fn(&B::Error) -> bool,
) -> Result<B, RecordsError> {
    B::new(bytes).map_err(|error| {
        let file = file.to_owned();
        if is_password(&error) {
            SourceError::Password { file }.into()
        } else {
            SourceError::Damaged { file }.into()
        }
    })
}

fn sheets<'a, B: Reader<Bytes<'a>>>(
    file: &str,
    book: &mut B,
    draw: impl Fn(&mut B, &str, &mut Drawing) -> Option<()>,
    merged: impl Fn(&mut B, &str) -> Vec<Dimensions>,
) -> Result<Vec<Grid>, RecordsError> {
    let sheets = book.sheets_metadata().to_vec();
    let mut grids = Vec::new();
    for sheet in sheets.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let mut drawing = Drawing::default();
        if sheet.visible != SheetVisible::Visible {
            drawing.notes.push(GridNote::Hidden);
        }
        draw(book, &sheet.name, &mut drawing).ok_or_else(|| SourceError::Damaged {
            file: format!("{file}#{}", sheet.name),
        })?;
        let spread = |area: &Dimensions| area.start < area.end;
        let merged = merged(book, &sheet.name).into_iter().filter(spread);
        drawing.notes.extend(merged.map(|area| GridNote::Merged {
            row: u64::from(area.start.0) + 1,
            column: area.start.1 as usize,
            last_row: u64::from(area.end.0.min(ROWS)) + 1,
            last_column: area.end.1.min(COLUMNS) as usize,
        }));
        grids.push(drawing.grid(file, sheet.name));
    }
    Ok(grids)
}

/// A sheet while its cells are put where they belong.
#[derive(Default)]
struct Drawing {
    rows: Vec<Vec<Option<String>>>,
    types: Vec<ColumnType>,
    notes: Vec<GridNote>,
    /// Cells that are numbers with a fraction.
    fractions: Vec<(usize, usize)>,
    cells: usize,
}

impl Drawing {
    /// Puts a cell into its row and column; `None` where there is no such place.
    fn put(&mut self, (row, column): (u32, u32), cell: &Data) -> Option<()> {
        if row >= ROWS || column >= COLUMNS {
            return None;
        }
        let (row, column) = (row as usize, column as usize);
        if let Data::Error(shown) = cell {
            self.notes.push(GridNote::Failed {
                row: row as u64 + 1,
                column,
                shown: shown.to_string(),
            });
        }
        let Some(text) = text(cell) else {
            return Some(());
        };
        if self.types.len() <= column {
            self.types.resize(column + 1, ColumnType::default());
        }
        self.types[column].see(cell, &text);
        if matches!(cell, Data::Float(_)) && text.contains('.') {
            self.fractions.push((row, column));
        }
        if self.rows.len() <= row {
            self.rows.resize(row + 1, Vec::new());
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            self.cells += column + 1 - cells.len();
            cells.resize(column + 1, None);
        }
        cells[column] = Some(text);
        (self.cells <= MOST_CELLS).then_some(())
    }

    fn grid(mut self, file: &str, sheet: String) -> Grid {
        let mixed = |(_, column): &&(usize, usize)| !self.types[*column].is_numeric();
        let fractions = self
            .fractions
            .iter()
            .filter(mixed)
            .map(|(row, column)| GridNote::Fraction {
                row: *row as u64 + 1,
                column: *column,
            });
        self.notes.extend(fractions);
        Grid {
            file: file.to_owned(),
            sheet: Some(sheet),
            rows: self.rows,
            numeric: self.types.iter().map(ColumnType::is_numeric).collect(),
            notes: self.notes,
        }
    }
}

/// What the cells of a column are.
#[derive(Clone, Copy, Default)]
struct ColumnType {
    numbers: usize,
    /// Texts that could be read as numbers themselves.
    doubtful: usize,
}

impl ColumnType {
    fn see(&mut self, cell: &Data, text: &str) {
        match cell {
            Data::Int(_) | Data::Float(_) => self.numbers += 1,
            Data::String(_) if is_number(text) => self.doubtful += 1,
            _ => {}
        }
    }

    fn is_numeric(&self) -> bool {
        self.numbers > 0 && self.doubtful == 0
    }
}

/// A cell as text; nothing where it is blank or a formula failed.
fn text(cell: &Data) -> Option<String> {
    match cell {
        Data::Empty | Data::Error(_) => None,
        Data::String(text) => Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned),
        Data::Int(number) => Some(number.to_string()),
        Data::Float(number) => number.is_finite().then(|| number.to_string()),
        Data::Bool(value) => Some(value.to_string()),
        Data::DateTime(moment) => Some(moment_text(*moment)),
        Data::DateTimeIso(text) => Some(text.strip_suffix("T00:00:00").unwrap_or(text).to_owned()),
        Data::DurationIso(text) => Some(text.clone()),
    }
}

/// A day in ISO form, with its time where it has one; a time alone where there is no day.
fn moment_text(moment: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if moment.is_duration() {
        let minutes = (moment.as_f64() * 1440.0).round();
        return format!("{}:{:02}", (minutes / 60.0).floor(), minutes % 60.0);
    }
    if (0.0..1.0).contains(&moment.as_f64()) {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date}T{hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;
    use rust_xlsxwriter::{ExcelDateTime as Day, Format, Formula, Workbook as Writer};

    #[test]
    fn cells_stand_where_people_see_them() {
        let mut book = Writer::new();
        let sheet = book.add_worksheet().set_name("Hoja").expect("a name");
        let date = Format::new().set_num_format("dd/mm/yyyy");
        sheet.write(2, 1, "nombre").expect("a cell");
        sheet.write(2, 2, "horas").expect("a cell");
        sheet.write(4, 1, " A ").expect("a cell");
        sheet.write(4, 2, 1.5).expect("a cell");
        sheet.write(4, 3, true).expect("a cell");
        let day = Day::from_ymd(2024, 2, 29).expect("a day");
        sheet.write_with_format(5, 1, &day, &date).expect("a cell");
        sheet
            .write_formula(5, 2, Formula::new("=1+1").set_result("2"))
            .expect("a cell");
        sheet
            .merge_range(6, 1, 7, 1, "B", &Format::new())
            .expect("merged cells");
        let bytes = book.save_to_buffer().expect("a workbook");
        let grids = read("t.xlsx", &bytes, Workbook::Xlsx).expect("readable");
        let grid = &grids[0];
        assert_eq!((grid.sheet.as_deref(), grid.rows.len()), (Some("Hoja"), 7));
        assert_eq!(grid.cell(2, 1), Some("nombre"));
        assert!(grid.rows[0].is_empty() && grid.rows[3].is_empty());
        assert_eq!(
            [grid.cell(4, 1), grid.cell(4, 2), grid.cell(4, 3)],
            [Some("A"), Some("1.5"), Some("true")]
        );
        assert_eq!([grid.cell(5, 1), grid.cell(5, 2)], [Some("2024-02-29"), Some("2")]);
        assert_eq!(grid.numeric, [false, false, true, false]);
        assert_eq!(
            grid.notes,
            [GridNote::Merged {
                row: 7,
                column: 1,
                last_row: 8,
                last_column: 1
            }]
        );
    }

    #[test]
    fn days_are_counted_from_the_epoch_of_their_workbook() {
        // 2024-02-29 is day 45351 of the one and 43889 of the other
        for (days, is_1904) in [(45_351.0, false), (43_889.0, true)] {
            let moment = |value| ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904);
            assert_eq!(moment_text(moment(days)), "2024-02-29");
            assert_eq!(moment_text(moment(days + 0.75)), "2024-02-29T18:00:00");
        }
        let spell = ExcelDateTime::new(1.0625, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(moment_text(spell), "25:30");
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        for kind in [Workbook::Xlsx, Workbook::Xlsb, Workbook::Xls, Workbook::Ods] {
            let error = read("t.xlsx", b"PK\x03\x04 no workbook", kind).err();
            assert!(
                matches!(error, Some(RecordsError::Source(SourceError::Damaged { .. }))),
                "{error:?}"
            );
        }
    }
}
