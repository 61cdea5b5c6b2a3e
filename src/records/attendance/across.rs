//! Which columns of a sheet are events that people came to?
//!
//! In: a sheet and the row of its header. Out: the columns of marks under an event's header, which may take up two rows:
//! names above dates, dates above names, or groups above names.

use super::headers::{self, Field};
use super::marks::{self, Mark};
use super::title;
use crate::records::sources::grid::{Grid, GridNote};

/// A column of marks.
#[derive(Debug)]
pub(super) struct EventColumn {
    /// The header as written.
    pub header: String,
    /// The event's name in it; empty where it is a date alone.
    pub name: String,
    /// The date in it.
    pub date: Option<String>,
    pub column: usize,
}

/// What stands across a sheet.
pub(super) struct Across {
    /// The columns of marks below an event's header.
    pub events: Vec<EventColumn>,
    /// How many rows of titles stand above.
    pub titles: usize,
    /// The first row of people.
    pub first: usize,
}

/// Finds the columns of marks below an event's header.
pub(super) fn event_columns(grid: &Grid, header: usize, fields: &[Option<Field>]) -> Across {
    let open = |column: &usize| matches!(fields[*column], None | Some(Field::Event | Field::Date));
    let marked = |column: &usize| is_marked(grid, header + 1, *column);
    let marked: Vec<usize> = (0..grid.width()).filter(open).filter(marked).collect();
    let headed = Headed::new(grid, header, fields, &marked);
    let columns = marked.iter().map(|column| headed.event(*column));
    let columns: Vec<EventColumn> = columns.filter(|event| !event.header.is_empty()).collect();
    let events = surely_events(columns);
    if events.is_empty() {
        return Across {
            events,
            titles: header,
            first: header + 1,
        };
    }
    Across {
        events,
        titles: header - usize::from(headed.above),
        first: header + 1 + usize::from(headed.below != Below::People),
    }
}

/// Whether marks stand below; other texts may stand there too, but fewer.
pub(super) fn is_marked(grid: &Grid, first: usize, column: usize) -> bool {
    let (mut known, mut unknown) = (0, 0);
    for row in first..grid.rows.len() {
        match grid
            .cell(row, column)
            .filter(|cell| !title::is_date(cell))
            .map(marks::mark)
        {
            Some(Mark::Unknown) => unknown += 1,
            Some(_) => known += 1,
            None => {}
        }
    }
    known > 0 && unknown <= known
}

/// What stands in the row below the header.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    /// The first of the people.
    People,
    /// Dates of the events named above.
    Dates,
    /// The events; above them stand groups of events.
    Names,
    /// Names that tell events apart only with their group.
    Parts,
}

/// The rows in which the header of the marks stands.
struct Headed<'a> {
    grid: &'a Grid,
    header: usize,
    above: bool,
    below: Below,
}

impl<'a> Headed<'a> {
    fn new(grid: &'a Grid, header: usize, fields: &[Option<Field>], marked: &[usize]) -> Self {
        let stands = |row: usize, column: &usize| grid.cell(row, *column).is_some();
        let above = header > 0 && marked.len() > 1 && marked.iter().all(|column| stands(header - 1, column));
        let count = |fits: &dyn Fn(&str) -> bool| {
            let cells = marked.iter().filter_map(|column| grid.cell(header + 1, *column));
            cells.filter(|cell| fits(cell)).count()
        };
        let most = |count: usize| count * 2 >= marked.len().max(1);
        let of_people = |column: &usize| {
            !matches!(
                fields[*column],
                None | Some(Field::NotKept | Field::Event | Field::Date)
            )
        };
        let nobody = (0..fields.len())
            .filter(of_people)
            .all(|column| !stands(header + 1, &column));
        let mut texts: Vec<&str> = marked
            .iter()
            .filter_map(|column| grid.cell(header + 1, *column))
            .collect();
        texts.sort_unstable();
        texts.dedup();
        let below = if most(count(&title::is_date)) {
            Below::Dates
        } else if nobody && most(count(&|cell| marks::mark(cell) == Mark::Unknown)) {
            if texts.len() == marked.len() {
                Below::Names
            } else {
                Below::Parts
            }
        } else {
            Below::People
        };
        Self {
            grid,
            header,
            above,
            below,
        }
    }

    fn event(&self, column: usize) -> EventColumn {
        let above = self.above.then(|| self.grid.cell(self.header - 1, column)).flatten();
        let own = spread(self.grid, self.header, column);
        let own = own.filter(|_| self.below != Below::Names || self.grid.cell(self.header + 1, column).is_none());
        let below = self
            .grid
            .cell(self.header + 1, column)
            .filter(|_| self.below != Below::People);
        let texts: Vec<&str> = [above, own, below].into_iter().flatten().collect();
        let (name, date) = title::name_and_date(&texts.join("\n"));
        EventColumn {
            header: texts.join(" ").replace('\n', " "),
            name,
            date,
            column,
        }
    }
}

/// The text of a cell, also where it is merged with those to its right.
fn spread(grid: &Grid, row: usize, column: usize) -> Option<&str> {
    let covers = |note: &&GridNote| match note {
        GridNote::Merged {
            row: first,
            column: left,
            last_row,
            last_column,
        } => (*first..=*last_row).contains(&(row as u64 + 1)) && (*left..=*last_column).contains(&column),
        _ => false,
    };
    grid.cell(row, column).or_else(|| match grid.notes.iter().find(covers) {
        Some(GridNote::Merged {
            row: first,
            column: left,
            ..
        }) => grid.cell(*first as usize - 1, *left),
        _ => None,
    })
}

/// Those whose header can only be an event's, and those side by side with them: in a list of people ticks also tell
/// consent, sex and interests.
fn surely_events(columns: Vec<EventColumn>) -> Vec<EventColumn> {
    let is_sure = |event: &EventColumn| event.date.is_some() || headers::is_event_header(&event.name);
    let sure: Vec<usize> = columns
        .iter()
        .filter(|event| is_sure(event))
        .map(|event| event.column)
        .collect();
    let all: Vec<usize> = columns.iter().map(|event| event.column).collect();
    let beside = |column: usize| {
        let run = |mut at: usize, step: fn(usize) -> Option<usize>| {
            while let Some(next) = step(at).filter(|next| all.contains(next)) {
                if sure.contains(&next) {
                    return true;
                }
                at = next;
            }
            false
        };
        run(column, |at| at.checked_sub(1)) || run(column, |at| at.checked_add(1))
    };
    let is_kept = |event: &EventColumn| {
        sure.contains(&event.column) || !headers::is_question(&event.header) && beside(event.column)
    };
    columns.into_iter().filter(is_kept).collect()
}
