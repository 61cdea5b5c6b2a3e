//! Files of every format that hubs keep their tables in, written as the programs write them.
//!
//! Shared by the tests of reading; it holds no test itself.

use std::io::{Cursor, Write};
use std::path::Path;

use polars::prelude::{Column, DataFrame, DataType, NamedFrom, ParquetWriter, Series};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;

/// A cell with the type that a workbook or a database gives it.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Nothing,
    Text(String),
    Number(f64),
    /// Year, month, day.
    Day(u16, u8, u8),
}

/// A table by rows, the header first.
#[derive(Debug, Clone)]
pub struct Table {
    pub name: String,
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Reads a CSV text and types its cells as a person would who enters them into a workbook.
    pub fn from_csv(name: &str, text: &str) -> Self {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let rows = reader.records().map(|record| {
            let record = record.expect("a row");
            record.iter().map(Cell::typed).collect()
        });
        Self {
            name: name.to_owned(),
            rows: rows.collect(),
        }
    }
}

impl Cell {
    /// Days and numbers by their form; `48.000.000` is a number too.
    fn typed(text: &str) -> Self {
        let day = |text: &str, mark: char, order: [usize; 3]| {
            let parts: Vec<u16> = text.split(mark).map_while(|part| part.parse().ok()).collect();
            let is_day = parts.len() == 3 && text.split(mark).count() == 3;
            is_day.then(|| Self::Day(parts[order[0]], parts[order[1]] as u8, parts[order[2]] as u8))
        };
        let grouped = || {
            let groups: Vec<&str> = text.split('.').collect();
            let is_grouped = groups.len() > 1 && groups[1..].iter().all(|group| group.len() == 3);
            is_grouped.then(|| text.replace('.', "").parse().ok()).flatten()
        };
        let plain = || text.parse::<f64>().ok().filter(|number| number.to_string() == text);
        match text {
            "" => Self::Nothing,
            _ if text.len() == 10 && text.contains('/') => {
                day(text, '/', [2, 1, 0]).unwrap_or_else(|| Self::Text(text.to_owned()))
            }
            _ if text.len() == 10 && text.contains('-') => {
                day(text, '-', [0, 1, 2]).unwrap_or_else(|| Self::Text(text.to_owned()))
            }
            _ => grouped()
                .or_else(plain)
                .map_or_else(|| Self::Text(text.to_owned()), Self::Number),
        }
    }

    fn as_text(&self) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            Self::Day(year, month, day) => Some(format!("{year:04}-{month:02}-{day:02}")),
        }
    }
}

/// A CSV text with semicolons in Windows-1252, as Excel saves it south of the Rio Grande.
pub fn semicolons_1252(text: &str) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for record in reader.records() {
        writer.write_record(&record.expect("a row")).expect("written");
    }
    let text = String::from_utf8(writer.into_inner().expect("written")).expect("text");
    let (bytes, _, unmapped) = encoding_rs::WINDOWS_1252.encode(&text);
    assert!(!unmapped, "a letter that Windows-1252 does not have");
    bytes.into_owned()
}

/// A workbook with a sheet per table; its dates are dates and its numbers numbers.
pub fn xlsx(tables: &[Table]) -> Vec<u8> {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    for table in tables {
        let sheet = book.add_worksheet().set_name(&table.name).expect("a sheet's name");
        for (row, cells) in (0..).zip(&table.rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Cell::Nothing => continue,
                    Cell::Text(text) => sheet.write_string(row, column, text),
                    Cell::Number(number) => sheet.write_number(row, column, *number),
                    Cell::Day(year, month, day) => {
                        let day = ExcelDateTime::from_ymd(*year, *month, *day).expect("a day");
                        sheet.write_with_format(row, column, &day, &date)
                    }
                }
                .expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A sheet of an OpenDocument file as XML.
pub fn ods_sheet(table: &Table) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Nothing => "<table:table-cell/>".to_owned(),
        Cell::Text(text) => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
            escaped(text)
        ),
        Cell::Number(number) => format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>{number}</text:p></table:table-cell>"
        ),
        Cell::Day(..) => {
            let day = cell.as_text().expect("a day");
            format!(
                "<table:table-cell office:value-type=\"date\" office:date-value=\"{day}\"><text:p>{day}</text:p></table:table-cell>"
            )
        }
    };
    let row = |cells: &Vec<Cell>| {
        let cells: String = cells.iter().map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let rows: String = table.rows.iter().map(row).collect();
    format!(
        "<table:table table:name=\"{}\">{rows}</table:table>",
        escaped(&table.name)
    )
}

/// An OpenDocument file of these sheets.
pub fn ods(sheets: &[String]) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:automatic-styles>\
         <style:style style:name=\"hidden\" style:family=\"table\"><style:table-properties table:display=\"false\"/>\
         </style:style></office:automatic-styles><office:body><office:spreadsheet>{}\
         </office:spreadsheet></office:body></office:document-content>",
        sheets.concat()
    );
    let manifest = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest \
                    xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry \
                    manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>\
                    </manifest:manifest>";
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ] {
        archive.start_file(name, stored).expect("a part");
        archive.write_all(text.as_bytes()).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

/// Writes a SQLite file with a table each; days are ISO texts, numbers numbers.
pub fn sqlite(path: &Path, tables: &[Table]) {
    let quoted = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
    let mut connection = rusqlite::Connection::open(path).expect("a new file");
    let transaction = connection.transaction().expect("a transaction");
    for table in tables {
        let headers: Vec<String> = table.rows[0].iter().filter_map(Cell::as_text).collect();
        let columns: Vec<String> = headers.iter().map(|header| quoted(header)).collect();
        let create = format!("CREATE TABLE {} ({})", quoted(&table.name), columns.join(", "));
        transaction.execute(&create, []).expect("a table");
        let marks = vec!["?"; headers.len()].join(", ");
        let insert = format!("INSERT INTO {} VALUES ({marks})", quoted(&table.name));
        let mut statement = transaction.prepare(&insert).expect("a statement");
        for row in &table.rows[1..] {
            let values = row.iter().map(|cell| match cell {
                Cell::Number(number) => rusqlite::types::Value::Real(*number),
                other => other
                    .as_text()
                    .map_or(rusqlite::types::Value::Null, rusqlite::types::Value::Text),
            });
            statement.execute(rusqlite::params_from_iter(values)).expect("a row");
        }
    }
    transaction.commit().expect("written");
}

/// A Parquet file; columns of days or numbers alone are typed.
pub fn parquet(table: &Table) -> Vec<u8> {
    let headers: Vec<String> = table.rows[0].iter().filter_map(Cell::as_text).collect();
    let column = |(place, header): (usize, &String)| {
        let cells: Vec<&Cell> = table.rows[1..].iter().map(|row| &row[place]).collect();
        let all = |is_meant: fn(&Cell) -> bool| cells.iter().all(|cell| is_meant(cell) || **cell == Cell::Nothing);
        let series = if all(|cell| matches!(cell, Cell::Number(_))) {
            let number = |cell: &&Cell| match cell {
                Cell::Number(number) => Some(*number),
                _ => None,
            };
            Series::new(
                header.as_str().into(),
                cells.iter().map(number).collect::<Vec<Option<f64>>>(),
            )
        } else if all(|cell| matches!(cell, Cell::Day(..))) {
            let day = |cell: &&Cell| match cell {
                Cell::Day(year, month, day) => {
                    Some(days_since_1970(i64::from(*year), i64::from(*month), i64::from(*day)))
                }
                _ => None,
            };
            let days = Series::new(
                header.as_str().into(),
                cells.iter().map(day).collect::<Vec<Option<i32>>>(),
            );
            days.cast(&DataType::Date).expect("days")
        } else {
            Series::new(
                header.as_str().into(),
                cells.iter().map(|cell| cell.as_text()).collect::<Vec<_>>(),
            )
        };
        Column::from(series)
    };
    let columns: Vec<Column> = headers.iter().enumerate().map(column).collect();
    let mut frame = DataFrame::new(table.rows.len() - 1, columns).expect("columns of one length");
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes).finish(&mut frame).expect("written");
    bytes
}

fn days_since_1970(year: i64, month: i64, day: i64) -> i32 {
    // days of the civil calendar, the year counted from March
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1;
    i32::try_from(days - 719_468).expect("a day")
}

/// A JSON object per row; days are ISO texts, numbers numbers, and what says nothing is left out.
pub fn json_lines(table: &Table) -> String {
    let headers: Vec<String> = table.rows[0].iter().filter_map(Cell::as_text).collect();
    let mut text = String::new();
    for row in &table.rows[1..] {
        let pairs = headers.iter().zip(row).filter_map(|(header, cell)| {
            let value = match cell {
                Cell::Number(number) => serde_json::json!(number),
                other => serde_json::json!(other.as_text()?),
            };
            Some((header.clone(), value))
        });
        let object: serde_json::Map<String, serde_json::Value> = pairs.collect();
        text.push_str(&serde_json::Value::Object(object).to_string());
        text.push('\n');
    }
    text
}
