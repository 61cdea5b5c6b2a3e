//! What stands in a Parquet file?
//!
//! In: its bytes. Out: its columns as text, whatever their type, as the other sources give them.

use std::io::Cursor;

use polars::error::PolarsResult;
use polars::prelude::{Column, DataType, ParquetReader, SerReader, StringChunked, TimeUnit};

use super::{Content, SheetColumn, SourceError};
use crate::records::RecordsError;
use crate::time::Day;

mod bounds;
mod deltas;

/// Some 2,700 years before and after 1970.
const FARTHEST_DAY: i32 = 1_000_000;

/// Reads the columns and turns each into text.
pub(super) fn read(file: &str, bytes: Vec<u8>) -> Result<Content, RecordsError> {
    let unreadable = |problem: String| RecordsError::Unreadable {
        file: file.to_owned(),
        problem,
    };
    let damaged = || SourceError::Damaged { file: file.to_owned() };
    let bounded = bounds::Bounded::of(bytes).ok_or_else(damaged)?;
    let mut reader = ParquetReader::new(Cursor::new(&bounded.bytes[..]));
    let schema = reader.schema().map_err(|problem| unreadable(problem.to_string()))?;
    for field in schema.iter_values() {
        let kind = DataType::from_arrow_dtype(field.dtype());
        let is_day = matches!(kind, DataType::Date | DataType::Datetime(..));
        if kind.is_nested() || kind.is_binary() || (kind.is_temporal() && !is_day) {
            return Err(RecordsError::CellType {
                file: file.to_owned(),
                column: field.name.to_string(),
                found: kind.to_string(),
            });
        }
    }
    if !bounded.has_bounded_pages() {
        return Err(damaged().into());
    }
    let frame = reader.finish().map_err(|problem| unreadable(problem.to_string()))?;
    // a spoilt page may hold fewer values than it says
    if frame.columns().iter().any(|column| column.len() != bounded.rows()) {
        return Err(damaged().into());
    }
    let columns: Result<Vec<SheetColumn>, RecordsError> = frame
        .columns()
        .iter()
        .map(|column| {
            let numeric = column.dtype().is_primitive_numeric();
            let cells = as_text(column).map_err(|problem| unreadable(problem.to_string()))?;
            Ok(SheetColumn {
                header: column.name().trim().to_owned(),
                cells: cells
                    .iter()
                    .map(|cell| cell.map(str::trim).filter(|cell| !cell.is_empty()))
                    .collect(),
                numeric,
                fractions: Vec::new(),
            })
        })
        .collect();
    Ok(Content {
        columns: columns?,
        first_row: 1,
        ..Content::default()
    })
}

/// The cells as text; days and moments as the day in ISO form.
fn as_text(column: &Column) -> PolarsResult<StringChunked> {
    // a day that no calendar has is told as its number, and then as a cell that cannot be read
    let iso = |day: Option<i64>| {
        day.map(|day| match i32::try_from(day) {
            Ok(day) if day.abs() <= FARTHEST_DAY => Day::from_number(day).to_string(),
            _ => format!("day {day}"),
        })
    };
    match column.dtype() {
        DataType::Date => Ok(column
            .date()?
            .physical()
            .iter()
            .map(|day| iso(day.map(i64::from)))
            .collect()),
        DataType::Datetime(unit, _) => {
            let a_day: i64 = match unit {
                TimeUnit::Nanoseconds => 86_400_000_000_000,
                TimeUnit::Microseconds => 86_400_000_000,
                TimeUnit::Milliseconds => 86_400_000,
            };
            Ok(column
                .datetime()?
                .physical()
                .iter()
                .map(|moment| iso(moment.map(|m| m.div_euclid(a_day))))
                .collect())
        }
        // the shortest form that reads back: `2`, not `2.0`
        DataType::Float64 => Ok(column
            .f64()?
            .iter()
            .map(|number| number.map(|it| it.to_string()))
            .collect()),
        DataType::Float32 => Ok(column
            .f32()?
            .iter()
            .map(|number| number.map(|it| it.to_string()))
            .collect()),
        _ => Ok(column.cast(&DataType::String)?.str()?.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use polars::prelude::{Column, DataFrame, NamedFrom, ParquetWriter, Series};

    fn written(columns: Vec<Series>) -> Vec<u8> {
        let columns: Vec<Column> = columns.into_iter().map(Column::from).collect();
        let mut frame = DataFrame::new_infer_height(columns).expect("columns of one length");
        let mut bytes = Vec::new();
        ParquetWriter::new(&mut bytes).finish(&mut frame).expect("written");
        bytes
    }

    #[test]
    fn columns_of_any_type_become_text() {
        let bytes = written(vec![
            Series::new("name".into(), [Some(" A "), None, Some("")]),
            Series::new("hours".into(), [1.125f64, 2.0, 1e-7]),
            Series::new("year".into(), [2024i64, 2025, 2026]),
            Series::new("directed".into(), [true, false, true]),
        ]);
        let columns = read("t.parquet", bytes).expect("readable").columns;
        let cells = |place: usize| columns[place].cells.iter().collect::<Vec<_>>();
        assert_eq!(cells(0), [Some("A"), None, None]);
        assert_eq!(cells(1)[..2], [Some("1.125"), Some("2")]);
        assert_eq!(cells(2), [Some("2024"), Some("2025"), Some("2026")]);
        assert_eq!(cells(3), [Some("true"), Some("false"), Some("true")]);
        assert_eq!(
            columns.iter().map(|column| column.numeric).collect::<Vec<_>>(),
            [false, true, true, false]
        );
    }

    #[test]
    fn days_and_moments_become_iso_days() {
        // 2024-02-29 is day 19782; a moment before 1970 belongs to the day it lies in
        let day = Series::new("start".into(), [Some(19_782i32), None])
            .cast(&DataType::Date)
            .expect("days");
        let moment = Series::new("end".into(), [Some(19_782i64 * 86_400_000 + 5), Some(-1)])
            .cast(&DataType::Datetime(TimeUnit::Milliseconds, None))
            .expect("moments");
        let columns = read("t.parquet", written(vec![day, moment])).expect("readable").columns;
        let cells = |place: usize| columns[place].cells.iter().collect::<Vec<_>>();
        assert_eq!(cells(0), [Some("2024-02-29"), None]);
        assert_eq!(cells(1), [Some("2024-02-29"), Some("1969-12-31")]);
    }

    #[test]
    fn values_written_as_differences_are_read() {
        // by pyarrow 26: three encodings of differences, pages of the second version, snappy
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/sources/actores_deltas.parquet");
        let columns = read("t.parquet", std::fs::read(path).expect("a test file"))
            .expect("readable")
            .columns;
        let cells = |place: usize| columns[place].cells.iter().collect::<Vec<_>>();
        let names = ["Ana Muñoz", "Ana Muñoz Díaz", "Fundación Ñandú", "Beto Díaz"];
        assert_eq!(cells(0), names.map(Some));
        assert_eq!(cells(1), [Some("Bogotá"), None, Some("Cali, Valle"), Some("Cali")]);
        assert_eq!(cells(2), [Some("1"), Some("2"), Some("7"), Some("9")]);
    }

    #[test]
    fn what_is_no_parquet_is_refused() {
        let error = read("t.parquet", b"a,b\n1,2\n".to_vec()).err();
        assert!(
            matches!(error, Some(RecordsError::Source(SourceError::Damaged { .. }))),
            "{error:?}"
        );
    }
}
