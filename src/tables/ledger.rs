//! The ledger as a file: exactly one line per input row.
//!
//! In: the records' ledger and who will read it. Out: `ledger.csv`, above a million rows `ledger.parquet` with the same
//! columns. Lines are written as they are made: there may be millions, and most say nothing but "used".

use polars::prelude::{Column, DataFrame, IntoColumn, NamedFrom, ParquetWriter, Series};

use super::write::{self, WriteError};
use super::{Cell, Table, TableColumn};
use crate::analysis::naming::Naming;
use crate::messages::Messages;
use crate::records::{ColumnType, HubRecords, RowNote, RowState, TableLedger};

/// Who will read the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerReader {
    /// Partners: values that may name a person are withheld.
    Partners,
    /// Those who keep the records.
    Keepers,
}

/// The ledger, written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerFile {
    /// The file's name.
    pub name: &'static str,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

/// Tables, rows, what became of each and why; text that a partner may not read is withheld.
const COLUMNS: [&str; 8] = ["table", "file", "row", "state", "into", "columns", "reasons", "values"];

/// Above so many rows no spreadsheet opens a CSV.
const MOST_CSV_ROWS: usize = 1_000_000;

/// Rows of a Parquet file that are held at a time.
const BATCH: usize = 1_000_000;

/// One line per input row, in the order of the tables and their rows.
///
/// # Errors
/// Where a writer refuses: a bug.
pub fn ledger(
    records: &HubRecords,
    reader: LedgerReader,
    naming: &Naming,
    messages: &Messages,
) -> Result<LedgerFile, WriteError> {
    let tables = lines(records, reader, naming, messages);
    Ok(LedgerFile {
        name: ledger_name(records),
        bytes: if is_large(records) {
            parquet(&tables)?
        } else {
            csv(&tables)?
        },
    })
}

fn lines<'a>(
    records: &'a HubRecords,
    reader: LedgerReader,
    naming: &'a Naming,
    messages: &'a Messages,
) -> Vec<Lines<'a>> {
    let of_table = |table| Lines {
        table,
        open: open_columns(records, table),
        reader,
        naming,
        messages,
    };
    records.ledger.tables.iter().map(of_table).collect()
}

/// Above so many rows a workbook shows only those of which something is to be told.
const MOST_SHEET_ROWS: usize = 100_000;

/// More rows no sheet holds.
const MOST_ROWS_OF_A_SHEET: usize = 1_048_575;

/// The ledger as a table to look at: every row, of large hubs (`ledger_noted`) those of which something is to be told;
/// `None` where even those are more than a sheet holds, and the file of the ledger alone has them.
#[must_use]
pub fn ledger_rows(records: &HubRecords, reader: LedgerReader, naming: &Naming, messages: &Messages) -> Option<Table> {
    let all = records.ledger.rows() <= MOST_SHEET_ROWS;
    let column = |name: &str| TableColumn {
        name: name.to_owned(),
        unit: String::new(),
        definition: String::new(),
    };
    let columns = COLUMNS.iter().map(|name| column(name)).collect();
    let mut table = Table::new(if all { "ledger" } else { "ledger_noted" }, columns);
    for lines in lines(records, reader, naming, messages) {
        let noted = lines.from(0).filter(|line| all || line.reasons.is_some());
        table.rows.extend(noted.map(|line| {
            vec![
                lines.table.table.name().into(),
                line.file.into(),
                Cell::Whole(i64::try_from(line.row).unwrap_or(i64::MAX)),
                line.state.into(),
                line.into.into(),
                line.columns.into(),
                line.reasons.into(),
                line.values.into(),
            ]
        }));
        if table.rows.len() > MOST_ROWS_OF_A_SHEET {
            return None;
        }
    }
    Some(table)
}

/// The name of the ledger's file.
#[must_use]
pub fn ledger_name(records: &HubRecords) -> &'static str {
    if is_large(records) {
        "ledger.parquet"
    } else {
        "ledger.csv"
    }
}

fn is_large(records: &HubRecords) -> bool {
    records.ledger.rows() > MOST_CSV_ROWS
}

/// What makes the lines of one table.
struct Lines<'a> {
    table: &'a TableLedger,
    /// Headers of columns whose values cannot name a person.
    open: Vec<String>,
    reader: LedgerReader,
    naming: &'a Naming,
    messages: &'a Messages,
}

/// What stands on one line beside the table.
struct Line {
    file: String,
    row: u64,
    state: &'static str,
    into: Option<String>,
    columns: Option<String>,
    reasons: Option<String>,
    values: Option<String>,
}

impl Lines<'_> {
    /// The lines of rows from a place on; notes stand in the order of their rows.
    fn from(&self, first: usize) -> impl Iterator<Item = Line> + '_ {
        let mut notes = &self.table.notes[self.table.notes.partition_point(|note| note.place < first)..];
        // the names of files are masked once, not once per row
        let files: Vec<String> = self
            .table
            .stretches
            .iter()
            .map(|stretch| self.naming.text(&stretch.file))
            .collect();
        (first..).zip(&self.table.states[first..]).map(move |(place, state)| {
            let own = notes.partition_point(|note| note.place <= place);
            let (noted, rest) = notes.split_at(own);
            notes = rest;
            let stretch = self.table.stretches.partition_point(|stretch| stretch.place <= place);
            let file = files.get(stretch.wrapping_sub(1)).cloned().unwrap_or_default();
            self.line(place, file, *state, noted)
        })
    }

    fn line(&self, place: usize, file: String, state: RowState, notes: &[RowNote]) -> Line {
        let joined = |texts: &mut dyn Iterator<Item = String>| {
            let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
            (!texts.is_empty()).then(|| texts.join("; "))
        };
        let masked = |text: Option<String>| text.map(|text| self.naming.text(&text));
        let reason = |note: &RowNote| self.messages.word(&format!("reason-{}", note.reason.key()));
        let into = |note: &RowNote| match (&note.into_file, note.into) {
            (Some(file), Some(row)) => Some(format!("{}:{row}", self.naming.text(file))),
            (_, row) => row.map(|row| row.to_string()),
        };
        Line {
            file,
            row: self.table.row(place),
            state: state.name(),
            into: joined(&mut notes.iter().filter_map(into)),
            columns: masked(joined(&mut notes.iter().map(|note| note.column.clone()))),
            reasons: joined(&mut notes.iter().map(reason)),
            values: masked(joined(&mut notes.iter().map(|note| self.value(note)))),
        }
    }

    fn value(&self, note: &RowNote) -> String {
        let shown = self.reader == LedgerReader::Keepers || note.value.is_empty() || self.open.contains(&note.column);
        if shown {
            note.value.clone()
        } else {
            self.messages.word("ledger-withheld")
        }
    }
}

fn csv(tables: &[Lines<'_>]) -> Result<Vec<u8>, WriteError> {
    let failed = |source| WriteError::Csv {
        table: "ledger".to_owned(),
        source,
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS).map_err(failed)?;
    for lines in tables {
        for line in lines.from(0) {
            let (file, row) = (write::guarded(&line.file), line.row.to_string());
            let text = |text: &Option<String>| write::guarded(text.as_deref().unwrap_or_default()).into_owned();
            let noted = [&line.into, &line.columns, &line.reasons, &line.values].map(text);
            let cells = [lines.table.table.name(), &file, &row, line.state].into_iter();
            let cells = cells.chain(noted.iter().map(String::as_str));
            writer.write_record(cells).map_err(failed)?;
        }
    }
    writer.into_inner().map_err(|error| failed(error.into_error().into()))
}

fn parquet(tables: &[Lines<'_>]) -> Result<Vec<u8>, WriteError> {
    let failed = |source| WriteError::Parquet {
        table: "ledger".to_owned(),
        source,
    };
    let mut bytes = Vec::new();
    let empty = DataFrame::new(0, frame_columns("", &[])).map_err(failed)?;
    let mut writer = ParquetWriter::new(&mut bytes).batched(empty.schema()).map_err(failed)?;
    for lines in tables {
        for first in (0..lines.table.states.len()).step_by(BATCH) {
            let batch: Vec<Line> = lines.from(first).take(BATCH).collect();
            let columns = frame_columns(lines.table.table.name(), &batch);
            let frame = DataFrame::new(batch.len(), columns).map_err(failed)?;
            writer.write_batch(&frame).map_err(failed)?;
        }
    }
    writer.finish().map_err(failed)?;
    drop(writer);
    Ok(bytes)
}

fn frame_columns(table: &str, lines: &[Line]) -> Vec<Column> {
    let rows = lines.iter().map(|line| line.row as i64).collect::<Vec<_>>();
    let texts = |part: fn(&Line) -> Option<&str>| lines.iter().map(part).collect::<Vec<_>>();
    let [
        name_table,
        name_file,
        name_row,
        name_state,
        name_into,
        name_columns,
        name_reasons,
        name_values,
    ] = COLUMNS.map(Into::into);
    [
        Series::new(name_table, vec![table; lines.len()]),
        Series::new(name_file, texts(|line| Some(&line.file))),
        Series::new(name_row, rows),
        Series::new(name_state, texts(|line| Some(line.state))),
        Series::new(name_into, texts(|line| line.into.as_deref())),
        Series::new(name_columns, texts(|line| line.columns.as_deref())),
        Series::new(name_reasons, texts(|line| line.reasons.as_deref())),
        Series::new(name_values, texts(|line| line.values.as_deref())),
    ]
    .map(IntoColumn::into_column)
    .into()
}

/// The headers of columns whose values cannot name a person: dates, numbers, choices.
fn open_columns(records: &HubRecords, table: &TableLedger) -> Vec<String> {
    let renamed = records.mapping.columns.get(&table.table);
    table
        .table
        .columns()
        .iter()
        .filter(|column| {
            !matches!(
                column.kind,
                ColumnType::Text
                    | ColumnType::StakeholderRef
                    | ColumnType::StakeholderRefs
                    | ColumnType::EventRef
                    | ColumnType::List
            )
        })
        .map(|column| {
            renamed
                .and_then(|names| names.get(column.name))
                .map_or(column.name, String::as_str)
                .to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;
    use crate::network::Roster;
    use crate::records::{Ledger, Reason, Stretch, TableName};
    use polars::prelude::{ParquetReader, SerReader};

    fn noted(row: u64, column: &str, value: &str) -> RowNote {
        RowNote {
            place: row as usize - 2,
            row,
            column: column.into(),
            reason: Reason::BadCell,
            value: value.into(),
            into: None,
            into_file: None,
        }
    }

    fn records() -> HubRecords {
        let mut states = vec![RowState::Used; 5];
        states[2] = RowState::Repaired;
        HubRecords {
            ledger: Ledger {
                tables: vec![TableLedger {
                    table: TableName::Participations,
                    file: "p.csv".into(),
                    stretches: vec![Stretch::below_header("p.csv")],
                    states,
                    notes: vec![noted(4, "date", "=soon"), noted(4, "role", "boss")],
                }],
            },
            ..HubRecords::default()
        }
    }

    fn lines<'a>(records: &'a HubRecords, naming: &'a Naming, messages: &'a Messages) -> Lines<'a> {
        let table = &records.ledger.tables[0];
        Lines {
            table,
            open: open_columns(records, table),
            reader: LedgerReader::Partners,
            naming,
            messages,
        }
    }

    #[test]
    fn every_row_has_its_line_in_either_form() {
        let (records, messages) = (records(), Messages::new(Lang::En));
        let naming = Naming::new(&records, &Roster::default(), &messages);
        let written = ledger(&records, LedgerReader::Partners, &naming, &messages).expect("a ledger");
        assert_eq!(written.name, "ledger.csv");
        let text = String::from_utf8(written.bytes).expect("text");
        let of_row: Vec<&str> = text.lines().collect();
        assert_eq!(of_row.len(), 6);
        assert_eq!(of_row[1], "participations,p.csv,2,used,,,,");
        assert!(
            of_row[3].starts_with("participations,p.csv,4,repaired,,date; role,"),
            "{text}"
        );
        assert!(of_row[3].ends_with(",'=soon; boss"), "{text}");
        let lines = [lines(&records, &naming, &messages)];
        let bytes = parquet(&lines).expect("a file");
        assert_eq!(bytes, parquet(&lines).expect("a file"));
        let frame = ParquetReader::new(std::io::Cursor::new(bytes))
            .finish()
            .expect("a frame");
        assert_eq!((frame.height(), frame.width()), (5, 8));
        assert_eq!(frame.get_column_names(), COLUMNS);
        let values = frame.column("values").expect("a column");
        assert_eq!(
            (values.null_count(), values.str().expect("text").get(2)),
            (4, Some("=soon; boss"))
        );
    }

    #[test]
    fn lines_may_begin_anywhere() {
        let (records, messages) = (records(), Messages::new(Lang::En));
        let naming = Naming::new(&records, &Roster::default(), &messages);
        let lines = lines(&records, &naming, &messages);
        let noted = |first| lines.from(first).map(|line| line.values.is_some()).collect::<Vec<_>>();
        assert_eq!(noted(2), [true, false, false]);
        assert_eq!(noted(3), [false, false]);
    }
}
