//! Where is the header, and what stands around the table?
//!
//! In: the first rows of a file, or a whole [`Grid`]. Out: the header's row, found by the names of columns; above it
//! are titles. Merged cells are undone where that says what people see: in the header, and down the rows of a column.

use polars::prelude::StringChunked;

use super::grid::{Grid, GridNote};
use super::notes::SourceNote;
use super::{Content, Remark, SheetColumn};
use crate::records::{Reason, RecordsError, RowState, words};

/// Titles take no more rows than these.
pub(super) const TITLE_ROWS: usize = 40;

/// The row (from 0) of the header among the first rows: the first of those with most known column names; the first in
/// which something stands where none has any.
pub(super) fn header_row(rows: &[Vec<Option<String>>], is_known: &dyn Fn(&str) -> bool) -> usize {
    let known = |row: &Vec<Option<String>>| {
        let mut keys: Vec<String> = row
            .iter()
            .flatten()
            .filter(|cell| is_known(cell))
            .map(|cell| words::key(cell))
            .collect();
        keys.sort();
        keys.dedup();
        keys.len()
    };
    let filled = |row: &Vec<Option<String>>| row.iter().any(Option::is_some);
    let Some(mut best) = rows.iter().position(filled) else {
        return 0;
    };
    let mut most = known(&rows[best]);
    for (at, row) in rows.iter().enumerate().take(TITLE_ROWS).skip(best + 1) {
        let count = known(row);
        // a name that stands alone may be a title's
        let stood_alone = rows[best].iter().flatten().count() == 1 && row.iter().flatten().count() > 1;
        if count > most || count == most && count > 0 && stood_alone {
            (best, most) = (at, count);
        }
    }
    best
}

/// What the titles above the header say, where there are any.
pub(super) fn titles(above: &[Vec<Option<String>>], header_row: u64) -> Option<SourceNote> {
    let firsts: Vec<&str> = above
        .iter()
        .filter_map(|row| row.iter().flatten().next())
        .map(String::as_str)
        .collect();
    (!firsts.is_empty()).then(|| SourceNote::TitleRows {
        rows: firsts.len(),
        header_row,
        text: firsts.join(" / ").chars().take(120).collect(),
    })
}

/// The table that stands in a grid.
pub(super) fn content(grid: &Grid, is_known: &dyn Fn(&str) -> bool) -> Result<Content, RecordsError> {
    let areas: Vec<Area> = grid.notes.iter().filter_map(Area::of).collect();
    let mut top: Vec<Vec<Option<String>>> = grid.rows.iter().take(TITLE_ROWS + 1).cloned().collect();
    areas.iter().for_each(|area| area.spread(&mut top));
    let first = header_row(&top, is_known);
    if top.get(first).is_none_or(|row| row.iter().all(Option::is_none)) {
        return Err(RecordsError::Empty { file: place(grid) });
    }
    // cells of the header that reach into the rows above or below make these part of it
    let of_header = |area: &&Area| (area.first.0..=area.last.0).contains(&first);
    let reach = |(above, below): (usize, usize), area: &Area| (above.min(area.first.0), below.max(area.last.0));
    let (above, last) = areas.iter().filter(of_header).fold((first, first), reach);
    let last = last.min(top.len() - 1);
    let mut notes: Vec<SourceNote> = titles(&grid.rows[..above], first as u64 + 1).into_iter().collect();
    let within = |area: &&Area| (above..=last).contains(&area.first.0);
    let merged = areas.iter().filter(within).count();
    if merged > 0 {
        notes.push(SourceNote::MergedHeader { cells: merged });
    }
    let mut table = Table {
        rows: grid.rows[last + 1..].to_vec(),
        offset: last + 1,
        headers: headers(&top[above..=last], grid.width()),
        remarks: Vec::new(),
        fractions: Vec::new(),
    };
    areas
        .iter()
        .filter(|area| area.first.0 > last)
        .for_each(|area| table.undo(area));
    table.note_cells(grid);
    Ok(Content {
        columns: table.columns(&grid.numeric),
        first_row: last as u64 + 2,
        remarks: table.remarks,
        notes,
        since_1904: grid.notes.contains(&GridNote::Since1904),
    })
}

/// The file and its sheet, as people name them.
pub(super) fn place(grid: &Grid) -> String {
    match &grid.sheet {
        Some(sheet) => format!("{}#{sheet}", grid.file),
        None => grid.file.clone(),
    }
}

/// Each column's lowest text: where a cell is split below, its parts are the columns.
fn headers(rows: &[Vec<Option<String>>], width: usize) -> Vec<Option<String>> {
    let header = |column: usize| rows.iter().rev().find_map(|row| row.get(column).cloned().flatten());
    (0..width).map(header).collect()
}

/// Merged cells, by places from 0.
struct Area {
    first: (usize, usize),
    last: (usize, usize),
}

impl Area {
    fn of(note: &GridNote) -> Option<Self> {
        let GridNote::Merged {
            row,
            column,
            last_row,
            last_column,
        } = note
        else {
            return None;
        };
        let place = |row: u64| usize::try_from(row).ok()?.checked_sub(1);
        let area = Self {
            first: (place(*row)?, *column),
            last: (place(*last_row)?, *last_column),
        };
        (area.first.0 <= area.last.0 && area.first.1 <= area.last.1).then_some(area)
    }

    /// Writes its text into each of its cells.
    fn spread(&self, rows: &mut [Vec<Option<String>>]) {
        let Some(text) = rows
            .get(self.first.0)
            .and_then(|row| row.get(self.first.1))
            .cloned()
            .flatten()
        else {
            return;
        };
        for row in rows.iter_mut().take(self.last.0 + 1).skip(self.first.0) {
            if row.len() <= self.last.1 {
                row.resize(self.last.1 + 1, None);
            }
            for cell in &mut row[self.first.1..=self.last.1] {
                *cell = Some(text.clone());
            }
        }
    }
}

/// The rows below the header while merged cells are undone.
struct Table {
    rows: Vec<Vec<Option<String>>>,
    /// How many rows of the sheet stand above.
    offset: usize,
    headers: Vec<Option<String>>,
    remarks: Vec<Remark>,
    /// Rows and columns of numbers with a fraction in columns of texts.
    fractions: Vec<(usize, usize)>,
}

impl Table {
    /// Down the rows of its first column each cell has the text of a merged one; a band across a row is a title.
    fn undo(&mut self, area: &Area) {
        let (row, column) = (area.first.0 - self.offset, area.first.1);
        let Some(text) = self.rows.get(row).and_then(|row| row.get(column)).cloned().flatten() else {
            return;
        };
        if self.is_band(area, row) {
            self.rows[row].clear();
            self.remark(row, column, RowState::Excluded, Reason::TitleRow, &text);
            return;
        }
        let last = (area.last.0 - self.offset).min(self.rows.len().saturating_sub(1));
        for below in row..=last {
            let cells = &mut self.rows[below];
            if cells.len() <= column {
                cells.resize(column + 1, None);
            }
            cells[column] = Some(text.clone());
            self.remark(below, column, RowState::Used, Reason::MergedCell, &text);
        }
    }

    /// One row in which nothing else stands, across half of the columns or more.
    fn is_band(&self, area: &Area, row: usize) -> bool {
        let across = area.last.1 - area.first.1 + 1;
        let columns = self.headers.iter().flatten().count();
        area.first.0 == area.last.0
            && across > 1
            && across * 2 >= columns
            && self.rows[row].iter().flatten().count() == 1
    }

    /// Formulas that failed are told, and numbers among texts kept in mind.
    fn note_cells(&mut self, grid: &Grid) {
        let below = |row: u64| {
            usize::try_from(row)
                .ok()?
                .checked_sub(self.offset + 1)
                .filter(|row| *row < self.rows.len())
        };
        let (mut failed, mut fractions) = (Vec::new(), Vec::new());
        for note in &grid.notes {
            match note {
                GridNote::Failed { row, column, shown } => failed.extend(below(*row).map(|row| (row, *column, shown))),
                GridNote::Fraction { row, column } => fractions.extend(below(*row).map(|row| (row, *column))),
                _ => {}
            }
        }
        self.fractions = fractions;
        for (row, column, shown) in failed {
            self.remark(row, column, RowState::Repaired, Reason::FailedFormula, shown);
        }
    }

    fn header(&self, column: usize) -> String {
        let named = self.headers.get(column).cloned().flatten();
        named.unwrap_or_else(|| format!("({})", column + 1))
    }

    fn remark(&mut self, row: usize, column: usize, state: RowState, reason: Reason, value: &str) {
        self.remarks.push(Remark {
            row,
            state,
            reason,
            column: self.header(column),
            value: value.to_owned(),
        });
    }

    /// The columns in which something stands, header or cell.
    fn columns(&self, numeric: &[bool]) -> Vec<SheetColumn> {
        let width = self
            .rows
            .iter()
            .map(Vec::len)
            .max()
            .unwrap_or(0)
            .max(self.headers.len());
        let cell = |row: &'_ Vec<Option<String>>, column: usize| row.get(column).cloned().flatten();
        let is_filled = |column: &usize| {
            self.headers.get(*column).is_some_and(Option::is_some)
                || self
                    .rows
                    .iter()
                    .any(|row| row.get(*column).is_some_and(Option::is_some))
        };
        (0..width)
            .filter(is_filled)
            .map(|column| SheetColumn {
                header: self.header(column),
                cells: self.rows.iter().map(|row| cell(row, column)).collect::<StringChunked>(),
                numeric: numeric.get(column).copied().unwrap_or(false),
                fractions: self
                    .fractions
                    .iter()
                    .filter(|(_, of)| *of == column)
                    .map(|(row, _)| *row)
                    .collect(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[&str]], notes: Vec<GridNote>) -> Grid {
        let cell = |text: &&str| (!text.is_empty()).then(|| (*text).to_owned());
        Grid {
            file: "libro.xlsx".to_owned(),
            sheet: Some("Hoja".to_owned()),
            rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
            numeric: Vec::new(),
            notes,
        }
    }

    fn merged(row: u64, column: usize, last_row: u64, last_column: usize) -> GridNote {
        GridNote::Merged {
            row,
            column,
            last_row,
            last_column,
        }
    }

    fn read(grid: &Grid) -> Content {
        let known = |header: &str| matches!(&*words::key(header), "nombre" | "correo" | "ciudad" | "sector");
        content(grid, &known).expect("a table")
    }

    fn column(content: &Content, place: usize) -> (&str, Vec<Option<&str>>) {
        let column = &content.columns[place];
        (&column.header, column.cells.iter().collect())
    }

    #[test]
    fn titles_stand_above_the_header() {
        let found = read(&grid(
            &[
                &["Red de innovación"],
                &[],
                &["Corte", "2024"],
                &["", "Nombre", "Ciudad"],
                &["", "A", "Cali"],
            ],
            Vec::new(),
        ));
        assert_eq!(found.first_row, 5);
        assert_eq!(column(&found, 0), ("Nombre", vec![Some("A")]));
        assert_eq!(
            found.notes,
            [SourceNote::TitleRows {
                rows: 2,
                header_row: 4,
                text: "Red de innovación / Corte".to_owned()
            }]
        );
    }

    #[test]
    fn a_header_of_two_rows_is_read_by_its_parts() {
        let found = read(&grid(
            &[
                &["Nombre", "Contacto", ""],
                &["", "Correo", "Ciudad"],
                &["A", "a@b", "Cali"],
            ],
            vec![merged(1, 0, 2, 0), merged(1, 1, 1, 2)],
        ));
        assert_eq!(found.first_row, 3);
        let headers: Vec<&str> = found.columns.iter().map(|column| &*column.header).collect();
        assert_eq!(headers, ["Nombre", "Correo", "Ciudad"]);
    }

    #[test]
    fn merged_cells_hold_for_their_rows_and_bands_are_titles() {
        let found = read(&grid(
            &[
                &["Nombre", "Ciudad", "Sector"],
                &["SECTOR PÚBLICO", "", ""],
                &["A", "Cali", "x"],
                &["B", "", "y"],
                &["C", "", ""],
            ],
            vec![merged(2, 0, 2, 2), merged(3, 1, 4, 1), merged(5, 0, 5, 1)],
        ));
        assert_eq!(column(&found, 0).1, [None, Some("A"), Some("B"), None]);
        assert_eq!(column(&found, 1).1, [None, Some("Cali"), Some("Cali"), None]);
        let remarks: Vec<_> = found.remarks.iter().map(|remark| (remark.row, remark.reason)).collect();
        assert_eq!(
            remarks,
            [
                (0, Reason::TitleRow),
                (1, Reason::MergedCell),
                (2, Reason::MergedCell),
                (3, Reason::TitleRow)
            ]
        );
    }

    #[test]
    fn a_cell_without_header_is_a_column_and_a_failure_is_told() {
        let mut source = grid(&[&["Nombre", "", ""], &["A", "x", ""], &["B", "", ""]], Vec::new());
        source.notes.push(GridNote::Failed {
            row: 3,
            column: 0,
            shown: "#N/A".to_owned(),
        });
        let found = read(&source);
        assert_eq!(found.columns.len(), 2);
        assert_eq!(column(&found, 1), ("(2)", vec![Some("x"), None]));
        assert_eq!((found.remarks[0].row, found.remarks[0].column.as_str()), (1, "Nombre"));
    }
}
