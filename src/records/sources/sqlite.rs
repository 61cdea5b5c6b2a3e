//! What stands in a SQLite file?
//!
//! In: its path. Out: the names of its tables and views, and one of them by columns, each cell as text whatever its
//! type. The file is opened for reading only and nothing is left beside it.

use std::path::{Path, PathBuf};

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

use super::growing::Growing;
use super::{Content, SourceError};
use crate::records::RecordsError;

/// The names of its tables and views.
pub(super) fn tables(file: &str, path: &Path) -> Result<Vec<String>, RecordsError> {
    let list = |connection: &Connection| {
        let mut names = connection.prepare(
            "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
        )?;
        names
            .query_map([], |row| row.get(0))?
            .collect::<Result<Vec<String>, _>>()
    };
    open(path)
        .and_then(|connection| list(&connection))
        .map_err(|error| refused(file, &error))
}

/// How many rows a table has.
pub(super) fn count(file: &str, path: &Path, table: &str) -> Result<usize, RecordsError> {
    open(path)
        .and_then(|connection| {
            connection.query_row(&format!("SELECT count(*) FROM {}", quoted(table)), [], |row| {
                row.get::<_, i64>(0)
            })
        })
        .map(|count| usize::try_from(count).unwrap_or_default())
        .map_err(|error| refused(file, &error))
}

/// One table or view by columns; rows are numbered from 1.
pub(super) fn read(file: &str, path: &Path, table: &str) -> Result<Content, RecordsError> {
    let unreadable = |error: rusqlite::Error| refused(file, &error);
    let connection = open(path).map_err(unreadable)?;
    let mut statement = connection
        .prepare(&format!("SELECT * FROM {}", quoted(table)))
        .map_err(unreadable)?;
    let mut columns: Vec<Growing> = statement.column_names().map(Growing::new).collect();
    let mut rows = statement.query([]).map_err(unreadable)?;
    let mut number = 0;
    while let Some(row) = rows.next().map_err(unreadable)? {
        number += 1;
        for (place, column) in columns.iter_mut().enumerate() {
            let value = row.get_ref(place).map_err(unreadable)?;
            if !put(column, value) {
                return Err(SourceError::NestedValue {
                    file: format!("{file}#{table}"),
                    row: number,
                    column: column.header().to_owned(),
                    found: "BLOB".to_owned(),
                }
                .into());
            }
        }
    }
    Ok(Content {
        columns: columns.into_iter().map(Growing::finish).collect(),
        first_row: 1,
        ..Content::default()
    })
}

/// Opens without writing: a file that no program has open needs no locks, and so no files beside it.
fn open(path: &Path) -> rusqlite::Result<Connection> {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let is_open_elsewhere = PathBuf::from(log).metadata().is_ok_and(|found| found.len() > 0);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if is_open_elsewhere {
        return Connection::open_with_flags(path, flags);
    }
    let escaped = path
        .to_string_lossy()
        .replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23");
    let address = format!("file:{escaped}?immutable=1");
    Connection::open_with_flags(address, flags | OpenFlags::SQLITE_OPEN_URI)
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn refused(file: &str, error: &rusqlite::Error) -> RecordsError {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase | rusqlite::ErrorCode::DatabaseCorrupt) => {
            SourceError::Damaged { file: file.to_owned() }.into()
        }
        _ => RecordsError::Unreadable {
            file: file.to_owned(),
            problem: error.to_string(),
        },
    }
}

/// Adds a cell; `false` where it is of no type that a cell can have.
fn put(column: &mut Growing, value: ValueRef<'_>) -> bool {
    match value {
        ValueRef::Null => column.nothing(),
        ValueRef::Integer(number) => column.number(&number.to_string()),
        ValueRef::Real(number) => column.number(&number.to_string()),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => column.text(text),
            Err(_) => return false,
        },
        ValueRef::Blob(_) => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file_of(statements: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let connection = Connection::open(folder.path().join("t.db")).expect("a new file");
        connection.execute_batch(statements).expect("valid statements");
        folder
    }

    #[test]
    fn tables_and_views_are_read_by_name_and_nothing_is_left_beside() {
        let folder = file_of(
            "CREATE TABLE \"mis \"\"actores\"\"\" (name, hours, city);
             INSERT INTO \"mis \"\"actores\"\"\" VALUES (' A ', 1.5, 7), ('', 2, 'Cali'), (NULL, 3.0, NULL);
             CREATE VIEW vista AS SELECT name FROM \"mis \"\"actores\"\"\";",
        );
        let path = folder.path().join("t.db");
        assert_eq!(tables("t.db", &path).expect("names"), ["mis \"actores\"", "vista"]);
        assert_eq!(count("t.db", &path, "vista").expect("a count"), 3);
        let content = read("t.db", &path, "mis \"actores\"").expect("readable");
        let cells = |place: usize| content.columns[place].cells.iter().collect::<Vec<_>>();
        assert_eq!(cells(0), [Some("A"), None, None]);
        assert_eq!(cells(1), [Some("1.5"), Some("2"), Some("3")]);
        assert_eq!(cells(2), [Some("7"), Some("Cali"), None]);
        let numeric: Vec<bool> = content.columns.iter().map(|column| column.numeric).collect();
        assert_eq!(numeric, [false, true, false]);
        let files = std::fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!(files, 1);
    }

    #[test]
    fn a_blob_is_refused_with_its_row() {
        let folder = file_of("CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2), (3, x'00ff');");
        let error = read("t.db", &folder.path().join("t.db"), "t").err();
        assert!(
            matches!(&error, Some(RecordsError::Source(SourceError::NestedValue { row: 2, column, .. })) if column == "b"),
            "{error:?}"
        );
    }
}
