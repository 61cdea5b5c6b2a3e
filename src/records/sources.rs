//! Which files hold the hub's tables, and what text stands in them?
//!
//! In: a folder and `hub.toml`. Out: one [`Sheet`] per table: headers and cells as text, each row in its place. This
//! is the only place that reads a table's file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use polars::prelude::StringChunked;

use super::{RecordsError, TableName, names, words};
use crate::config::{HubConfig, nearest};

mod delimited;
#[allow(dead_code, reason = "attendance lists, adapters and workbooks read from it")]
mod grid;
mod parquet;

/// The text of one table, row by row: row 0 here is row 2 of a spreadsheet.
pub(super) struct Sheet {
    /// Which table.
    pub table: TableName,
    /// The file's name.
    pub file: String,
    /// The header and the cells of each column; a cell is null where nothing stands.
    pub columns: Vec<SheetColumn>,
    /// How many rows.
    pub rows: usize,
    /// SHA-256 of the file.
    pub hash: String,
}

/// One column of a sheet.
#[derive(Default)]
pub(super) struct SheetColumn {
    /// The header as written.
    pub header: String,
    /// Its cells.
    pub cells: StringChunked,
    /// Whether the file itself types it as a number, so that a point in its text is a decimal point.
    pub numeric: bool,
}

/// What was found in the folder.
pub(super) struct Found {
    /// A file per table.
    pub tables: BTreeMap<TableName, PathBuf>,
    /// Files that look like tables and are none of the hub's.
    pub unread: Vec<String>,
}

const READ: [&str; 4] = ["csv", "tsv", "txt", "parquet"];
const NOT_READ: [&str; 9] = ["xlsx", "xls", "xlsm", "ods", "json", "jsonl", "ndjson", "sqlite", "db"];

/// Finds the file of each table.
pub(super) fn find(hub: &Path, config: &HubConfig) -> Result<Found, RecordsError> {
    let mut tables = mapped(hub, config)?;
    let mut unread = Vec::new();
    let unreadable = |problem: std::io::Error| RecordsError::Unreadable {
        file: hub.display().to_string(),
        problem: problem.to_string(),
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(hub).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let hidden = file_name(&path).starts_with(['.', '~']);
        if path.is_file() && !hidden && !tables.values().any(|known| *known == path) {
            files.push(path);
        }
    }
    files.sort();
    for path in files {
        let extension = path
            .extension()
            .and_then(|e| e.to_str())
            .unwrap_or_default()
            .to_lowercase();
        let (read, not_read) = (READ.contains(&&*extension), NOT_READ.contains(&&*extension));
        let stem = words::key(&path.file_stem().unwrap_or_default().to_string_lossy());
        match table_of(&stem) {
            Some(table) if config.tables.contains_key(table.name()) => unread.push(file_name(&path)),
            Some(_) if not_read => return Err(RecordsError::Format { file: file_name(&path) }),
            Some(table) if read => {
                if let Some(first) = tables.insert(table, path.clone()) {
                    return Err(RecordsError::TwoFiles {
                        table: table.name(),
                        first: file_name(&first),
                        second: file_name(&path),
                    });
                }
            }
            None if read && extension != "txt" => unread.push(almost_table(&path, &stem)?),
            _ => {}
        }
    }
    if tables.is_empty() {
        return Err(RecordsError::NoTables {
            path: hub.display().to_string(),
        });
    }
    Ok(Found { tables, unread })
}

/// The files that `[tables]` names.
fn mapped(hub: &Path, config: &HubConfig) -> Result<BTreeMap<TableName, PathBuf>, RecordsError> {
    let mut tables = BTreeMap::new();
    for (name, file) in &config.tables {
        let known = TableName::ALL.map(TableName::name);
        let Some(table) = TableName::ALL.into_iter().find(|table| table.name() == name) else {
            return Err(RecordsError::UnknownMapping {
                section: "tables".into(),
                key: name.clone(),
                nearest: nearest(name, known).map(str::to_owned),
            });
        };
        refuse_address(file)?;
        let path = hub.join(file);
        if !path.is_file() {
            return Err(RecordsError::Missing {
                path: path.display().to_string(),
            });
        }
        tables.insert(table, path);
    }
    Ok(tables)
}

fn table_of(stem: &str) -> Option<TableName> {
    TableName::ALL.into_iter().find(|table| {
        let named = words::key(table.name()) == stem;
        named || table.synonyms().iter().any(|word| words::key(word) == stem)
    })
}

/// A file that is no table; refused where its name differs from a table's by a slip of the pen, lest its rows be lost.
fn almost_table(path: &Path, stem: &str) -> Result<String, RecordsError> {
    let slip = TableName::ALL.into_iter().find(|table| {
        let near = |word: &str| strsim::damerau_levenshtein(&words::key(word), stem) <= 2 && stem.len() >= 6;
        near(table.name()) || table.synonyms().iter().any(|word| near(word))
    });
    match slip {
        Some(table) => Err(RecordsError::AlmostTable {
            file: file_name(path),
            nearest: table.name(),
        }),
        None => Ok(file_name(path)),
    }
}

/// Refuses what would need a network connection.
pub(super) fn refuse_address(path: &str) -> Result<(), RecordsError> {
    let scheme = path.split_once("://").map_or("", |(scheme, _)| scheme);
    let address = scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    if address {
        return Err(RecordsError::Address { path: path.to_owned() });
    }
    Ok(())
}

/// Reads the file of one table as text.
pub(super) fn open(table: TableName, path: &Path, config: &HubConfig) -> Result<Sheet, RecordsError> {
    let file = file_name(path);
    let bytes = std::fs::read(path).map_err(|problem| RecordsError::Unreadable {
        file: file.clone(),
        problem: problem.to_string(),
    })?;
    if bytes.is_empty() {
        return Err(RecordsError::Empty { file });
    }
    let hash = names::fingerprint_of_file(&bytes);
    let is_parquet = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("parquet"));
    let columns = if is_parquet {
        parquet::read(&file, bytes)?
    } else {
        let known = headers_of(table, config);
        delimited::read(&file, &bytes, &|header| known.contains(&words::key(header)))?
    };
    let rows = columns.first().map_or(0, |column| column.cells.len());
    Ok(Sheet {
        table,
        file,
        columns,
        rows,
        hash,
    })
}

/// Every header under which a column of the table is known, as its key.
fn headers_of(table: TableName, config: &HubConfig) -> std::collections::BTreeSet<String> {
    let declared = table.columns().iter().flat_map(|column| {
        [column.name, column.spanish]
            .into_iter()
            .chain(column.synonyms.iter().copied())
    });
    let mapped = config
        .columns
        .get(table.name())
        .into_iter()
        .flat_map(|map| map.values());
    declared
        .map(words::key)
        .chain(mapped.map(|header| words::key(header)))
        .collect()
}

/// A path's last part.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_refused_and_paths_are_not() {
        for path in ["https://example.org/hub", "s3://bucket/hub"] {
            assert!(
                matches!(refuse_address(path), Err(RecordsError::Address { .. })),
                "{path}"
            );
        }
        for path in ["hub", "/tmp/hub", "C:\\hub", "./a://b"] {
            assert!(refuse_address(path).is_ok(), "{path}");
        }
    }

    #[test]
    fn tables_are_known_by_their_synonyms() {
        assert_eq!(
            table_of(&words::key("Participaciones")),
            Some(TableName::Participations)
        );
        assert_eq!(table_of(&words::key("actores")), Some(TableName::Stakeholders));
        assert_eq!(table_of(&words::key("notas")), None);
    }
}
