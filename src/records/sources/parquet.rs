//! What stands in a Parquet file?
//!
//! In: its bytes. Out: its columns as text, whatever their type, as the other sources give them.

use std::io::Cursor;

use polars::prelude::{DataType, ParquetReader, SerReader};

use super::SheetColumn;
use crate::records::RecordsError;

/// Reads the columns and turns each into text.
pub(super) fn read(file: &str, bytes: Vec<u8>) -> Result<Vec<SheetColumn>, RecordsError> {
    let unreadable = |problem: String| RecordsError::Unreadable {
        file: file.to_owned(),
        problem,
    };
    let mut reader = ParquetReader::new(Cursor::new(bytes));
    let schema = reader.schema().map_err(|problem| unreadable(problem.to_string()))?;
    for field in schema.iter_values() {
        let kind = DataType::from_arrow_dtype(field.dtype());
        // polars is built without its date types, whose readers and arithmetic hubscope does not need
        if kind.is_nested() || kind.is_temporal() || kind.is_binary() {
            return Err(RecordsError::CellType {
                file: file.to_owned(),
                column: field.name.to_string(),
                found: kind.to_string(),
            });
        }
    }
    let frame = reader.finish().map_err(|problem| unreadable(problem.to_string()))?;
    frame
        .columns()
        .iter()
        .map(|column| {
            let numeric = column.dtype().is_primitive_numeric();
            let text = column
                .cast(&DataType::String)
                .map_err(|problem| unreadable(problem.to_string()))?;
            let cells = text.str().map_err(|problem| unreadable(problem.to_string()))?;
            Ok(SheetColumn {
                header: column.name().trim().to_owned(),
                cells: cells
                    .iter()
                    .map(|cell| cell.map(str::trim).filter(|cell| !cell.is_empty()))
                    .collect(),
                numeric,
            })
        })
        .collect()
}
