//! How is a table written? CSV, JSON and Parquet.
//!
//! In: a [`Table`]. Out: bytes that depend on the table alone.

use std::borrow::Cow;

use polars::prelude::{Column, DataFrame, IntoColumn, NamedFrom, ParquetWriter, Series};
use serde_json::{Map, Value, json};

use super::{Cell, Inexact, Table};
use crate::messages::{Arg, Messages};

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The Parquet writer refused the table.
    #[error("the table {table} cannot be written as Parquet")]
    Parquet {
        /// The table.
        table: String,
        /// What the writer said.
        source: polars::error::PolarsError,
    },
    /// The CSV writer refused the table.
    #[error("the table {table} cannot be written as CSV")]
    Csv {
        /// The table.
        table: String,
        /// What the writer said.
        source: csv::Error,
    },
    /// The workbook could not be made.
    #[error("the workbook cannot be written")]
    Workbook {
        /// What the writer said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl WriteError {
    /// The sentence that says what is wrong: its key in the catalogue and its values.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Arg)>) {
        let (key, table) = match self {
            Self::Parquet { table, .. } => ("cannot-write-parquet", table),
            Self::Csv { table, .. } => ("cannot-write-csv", table),
            Self::Workbook { .. } => return ("cannot-write-workbook", Vec::new()),
        };
        (key, vec![("table", table.as_str().into())])
    }
}

/// The table as CSV: a header, one line per row, undefined as an empty cell.
///
/// # Errors
/// Where a row has another number of cells than there are columns: a bug.
pub fn csv(table: &Table) -> Result<Vec<u8>, WriteError> {
    csv_with(table, &str::to_owned)
}

/// The same with every text as `told` tells it.
///
/// # Errors
/// As [`csv()`].
pub fn csv_with(table: &Table, told: &dyn Fn(&str) -> String) -> Result<Vec<u8>, WriteError> {
    let failed = |source| WriteError::Csv {
        table: table.name.clone(),
        source,
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(table.columns.iter().map(|column| column.name.as_str()))
        .map_err(failed)?;
    for row in &table.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Text(text) => guarded(&told(text)).into_owned(),
            other => plain(other),
        });
        writer.write_record(cells).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| failed(error.into_error().into()))
}

/// Text that a spreadsheet would run as a formula is prefixed with `'`.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A cell as plain text; numbers in the shortest form that reads back to the same double.
#[must_use]
pub fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        // Adding zero turns −0 into 0.
        Cell::Number(number) => format!("{}", number + 0.0),
        Cell::Whole(number) => number.to_string(),
        Cell::Truth(truth) => truth.to_string(),
    }
}

/// The table as one JSON document: `parameters` (what is not exact among them), `columns` and `rows` as objects keyed by
/// column name.
#[must_use]
pub fn json(table: &Table, parameters: &Value, messages: &Messages) -> Vec<u8> {
    let columns: Vec<Value> = table
        .columns
        .iter()
        .map(|column| json!({ "name": column.name, "unit": messages.unit(&column.unit), "definition": column.definition }))
        .collect();
    let rows: Vec<Value> = table
        .rows
        .iter()
        .map(|row| {
            let cells = table
                .columns
                .iter()
                .zip(row)
                .map(|(column, cell)| (column.name.clone(), json_value(cell)));
            Value::Object(cells.collect::<Map<_, _>>())
        })
        .collect();
    let mut parameters = parameters.clone();
    if let Value::Object(parameters) = &mut parameters
        && !table.inexact.is_empty()
    {
        parameters.insert(
            "inexact".to_owned(),
            table.inexact.iter().map(Inexact::parameter).collect(),
        );
    }
    let mut bytes = format!(
        "{:#}",
        json!({ "parameters": parameters, "columns": columns, "rows": rows })
    )
    .into_bytes();
    bytes.push(b'\n');
    bytes
}

fn json_value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::from(text.as_str()),
        Cell::Number(number) => Value::from(*number),
        Cell::Whole(number) => Value::from(*number),
        Cell::Truth(truth) => Value::from(*truth),
    }
}

/// The data dictionary of tables beside it (Frictionless Data Package): each file, each column with its type, unit and
/// definition.
#[must_use]
pub fn data_package<'a>(tables: impl IntoIterator<Item = &'a Table>, messages: &Messages) -> Vec<u8> {
    let field = |table: &Table, place: usize| {
        let column = &table.columns[place];
        json!({
            "name": column.name,
            "type": kind(table, place).name(),
            "unit": messages.unit(&column.unit),
            "description": column.definition,
        })
    };
    let resource = |table: &Table| {
        let fields: Vec<Value> = (0..table.columns.len()).map(|place| field(table, place)).collect();
        json!({
            "name": table.name,
            "path": format!("{}.csv", table.name),
            "format": "csv",
            "encoding": "utf-8",
            "schema": { "fields": fields, "missingValues": [""] },
        })
    };
    let resources: Vec<Value> = tables.into_iter().map(resource).collect();
    let package = json!({ "profile": "tabular-data-package", "name": "hubscope-tables", "resources": resources });
    format!("{package:#}\n").into_bytes()
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Whole,
    Number,
    Truth,
    Text,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Whole => "integer",
            Self::Number => "number",
            Self::Truth => "boolean",
            Self::Text => "string",
        }
    }
}

/// The narrowest kind that fits every cell of a column; an empty column is of the kind its unit tells.
fn kind(table: &Table, place: usize) -> Kind {
    if table.rows.iter().all(|row| row[place] == Cell::Empty) {
        return match table.columns[place].unit.as_str() {
            "" | "date" => Kind::Text,
            _ => Kind::Number,
        };
    }
    let all = |fits: fn(&Cell) -> bool| {
        table
            .rows
            .iter()
            .all(|row| row[place] == Cell::Empty || fits(&row[place]))
    };
    if all(|cell| matches!(cell, Cell::Whole(_))) {
        Kind::Whole
    } else if all(|cell| matches!(cell, Cell::Whole(_) | Cell::Number(_))) {
        Kind::Number
    } else if all(|cell| matches!(cell, Cell::Truth(_))) {
        Kind::Truth
    } else {
        Kind::Text
    }
}

/// The table as Parquet: a column of whole numbers, numbers, truths or text, by what its cells hold.
///
/// # Errors
/// Where the writer refuses the table.
pub fn parquet(table: &Table) -> Result<Vec<u8>, WriteError> {
    let failed = |source| WriteError::Parquet {
        table: table.name.clone(),
        source,
    };
    let columns: Vec<Column> = (0..table.columns.len())
        .map(|place| parquet_column(table, place))
        .collect();
    let mut frame = DataFrame::new(table.rows.len(), columns).map_err(failed)?;
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes).finish(&mut frame).map_err(failed)?;
    Ok(bytes)
}

fn parquet_column(table: &Table, place: usize) -> Column {
    let name = table.columns[place].name.as_str().into();
    let cells = table.rows.iter().map(|row| &row[place]);
    let series = match kind(table, place) {
        Kind::Whole => Series::new(name, cells.map(whole).collect::<Vec<_>>()),
        Kind::Number => Series::new(name, cells.map(number).collect::<Vec<_>>()),
        Kind::Truth => Series::new(name, cells.map(truth).collect::<Vec<_>>()),
        Kind::Text => {
            let text = |cell: &Cell| (*cell != Cell::Empty).then(|| plain(cell));
            Series::new(name, cells.map(text).collect::<Vec<_>>())
        }
    };
    series.into_column()
}

const fn whole(cell: &Cell) -> Option<i64> {
    if let Cell::Whole(number) = cell {
        Some(*number)
    } else {
        None
    }
}

const fn number(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        Cell::Whole(number) => Some(*number as f64),
        _ => None,
    }
}

const fn truth(cell: &Cell) -> Option<bool> {
    if let Cell::Truth(truth) = cell {
        Some(*truth)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;
    use crate::tables::TableColumn;

    fn columns(named: &[(&str, &str)]) -> Vec<TableColumn> {
        let column = |&(name, unit): &(&str, &str)| TableColumn {
            name: name.to_owned(),
            unit: unit.to_owned(),
            definition: String::new(),
        };
        named.iter().map(column).collect()
    }

    fn example() -> Table {
        let mut table = Table::new("example", columns(&[("name", ""), ("value", "share")]));
        table.rows.push(vec!["=1+1".into(), 0.1.into()]);
        table.rows.push(vec!["a, \"b\"".into(), Cell::Empty]);
        table.rows.push(vec!["c".into(), Cell::Number(-0.0)]);
        table
    }

    #[test]
    fn csv_guards_formulas_quotes_and_leaves_the_undefined_empty() {
        let bytes = csv(&example()).expect("written");
        assert_eq!(
            String::from_utf8(bytes).expect("text"),
            "name,value\n'=1+1,0.1\n\"a, \"\"b\"\"\",\nc,0\n"
        );
    }

    #[test]
    fn json_keeps_the_order_of_columns_and_the_undefined_as_null() {
        let text = String::from_utf8(json(&example(), &json!({"seed": 1}), &Messages::new(Lang::En))).expect("text");
        let document: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(document["rows"][1]["value"], Value::Null);
        assert_eq!(document["columns"][1]["unit"], "share");
        assert_eq!(document["parameters"]["seed"], 1);
    }

    #[test]
    fn the_data_dictionary_names_every_column_with_its_type() {
        let document: Value =
            serde_json::from_slice(&data_package(&[example()], &Messages::new(Lang::En))).expect("JSON");
        let fields = &document["resources"][0]["schema"]["fields"];
        assert_eq!(fields[0]["type"], "string");
        assert_eq!(
            (&fields[1]["type"], &fields[1]["unit"]),
            (&Value::from("number"), &Value::from("share"))
        );
        assert_eq!(document["resources"][0]["path"], "example.csv");
    }

    #[test]
    fn an_empty_column_has_the_kind_of_its_unit() {
        let table = Table::new("empty", columns(&[("name", ""), ("day", "date"), ("value", "share")]));
        assert_eq!(
            [0, 1, 2].map(|place| kind(&table, place).name()),
            ["string", "string", "number"]
        );
    }

    #[test]
    fn numbers_read_back_to_the_same_double() {
        for number in [1.0 / 3.0, 1e-300, 123_456_789.123_456_79, f64::MIN_POSITIVE] {
            let back: f64 = plain(&Cell::Number(number)).parse().expect("a number");
            assert!(back.to_bits() == number.to_bits(), "{number}");
        }
    }

    #[test]
    fn numbers_that_are_not_finite_never_reach_a_cell() {
        assert_eq!(Cell::from(f64::NAN), Cell::Empty);
        assert_eq!(Cell::from(Some(f64::INFINITY)), Cell::Empty);
    }

    #[test]
    fn parquet_is_the_same_bytes_every_time() {
        let first = parquet(&example()).expect("written");
        assert!(first.starts_with(b"PAR1"));
        assert_eq!(first, parquet(&example()).expect("written"));
    }
}
