//! Which file or sheet is which table?
//!
//! In: a folder, a workbook or a SQLite file, and `[tables]` of `hub.toml`. Out: where each table stands, and each
//! file and sheet that is none, with why. Two that could be the same table are refused: one would be lost.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::format::{self, Format};
use super::grid::Grid;
use super::notes::{SourceNote, Unread, WhyUnread};
use super::{
    Content, SourceError, file_name, guarded, heading, names, read_bytes, refuse_address, sqlite, words, workbook,
};
use crate::config::{HubConfig, nearest};
use crate::records::adapters::LEDGER_FILE;
use crate::records::{RecordsError, TableName};

/// Where a table stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::records) struct Source {
    pub path: PathBuf,
    /// The sheet, or the table of a SQLite file.
    pub sheet: Option<String>,
}

impl Source {
    /// As people name it: `libro.xlsx#Actores`.
    pub fn name(&self) -> String {
        let file = file_name(&self.path);
        self.sheet
            .as_ref()
            .map_or(file.clone(), |sheet| format!("{file}#{sheet}"))
    }
}

/// What was found.
#[derive(Default)]
pub(in crate::records) struct Found {
    /// Where each table stands; in several files where `hub.toml` says so.
    pub tables: BTreeMap<TableName, Vec<Source>>,
    /// Files and sheets that were not read.
    pub unread: Vec<Unread>,
    /// The workbooks and SQLite files, opened once.
    pub books: BTreeMap<PathBuf, Book>,
}

/// A file of several sheets.
pub(in crate::records) struct Book {
    /// SHA-256 of the file.
    pub hash: String,
    sheets: Sheets,
}

enum Sheets {
    Grids(Vec<Grid>),
    /// Of each table or view its name and its rows.
    Sqlite(Vec<(String, usize)>),
}

/// A sheet by name.
struct Listed {
    name: String,
    rows: usize,
    is_hidden: bool,
}

impl Book {
    /// Opens a workbook or a SQLite file.
    pub(super) fn open(path: &Path, bytes: &[u8], format: Format) -> Result<Self, RecordsError> {
        let file = file_name(path);
        let sheets = guarded(&file, || match format {
            Format::Workbook(kind) => workbook::read(&file, bytes, kind).map(Sheets::Grids),
            _ => {
                let tables = sqlite::tables(&file, path)?;
                let counted = tables.into_iter().map(|table| {
                    let rows = sqlite::count(&file, path, &table)?;
                    Ok((table, rows))
                });
                counted.collect::<Result<_, RecordsError>>().map(Sheets::Sqlite)
            }
        })?;
        Ok(Self {
            hash: names::fingerprint_of_file(bytes),
            sheets,
        })
    }

    /// Its sheets as people see them; a SQLite file's tables have none.
    pub(in crate::records) fn grids(&self) -> &[Grid] {
        match &self.sheets {
            Sheets::Grids(grids) => grids,
            Sheets::Sqlite(_) => &[],
        }
    }

    fn list(&self) -> Vec<Listed> {
        match &self.sheets {
            Sheets::Grids(grids) => grids
                .iter()
                .map(|grid| Listed {
                    name: grid.sheet.clone().unwrap_or_default(),
                    rows: grid.rows.iter().filter(|row| !row.is_empty()).count(),
                    is_hidden: grid.is_hidden(),
                })
                .collect(),
            Sheets::Sqlite(tables) => tables
                .iter()
                .map(|(name, rows)| Listed {
                    name: name.clone(),
                    rows: *rows,
                    is_hidden: false,
                })
                .collect(),
        }
    }

    /// The name of the one sheet in which something stands.
    pub(super) fn only_sheet(&self, file: &str) -> Result<String, RecordsError> {
        let mut names = self.list();
        names.retain(|sheet| !sheet.is_hidden && (sheet.rows > 0 || matches!(self.sheets, Sheets::Sqlite(_))));
        let mut names: Vec<String> = names.into_iter().map(|sheet| sheet.name).collect();
        match names.len() {
            0 => Err(RecordsError::Empty { file: file.to_owned() }),
            1 => Ok(names.remove(0)),
            _ => Err(SourceError::WhichSheet {
                file: file.to_owned(),
                sheets: names,
            }
            .into()),
        }
    }

    /// The table in one of its sheets.
    pub(super) fn content(
        &self,
        path: &Path,
        sheet: &str,
        is_known: &dyn Fn(&str) -> bool,
    ) -> Result<Content, RecordsError> {
        match &self.sheets {
            Sheets::Grids(grids) => {
                let grid = grids.iter().find(|grid| grid.sheet.as_deref() == Some(sheet));
                let grid = grid.ok_or_else(|| self.no_sheet(path, sheet))?;
                let mut content = heading::content(grid, is_known)?;
                if grid.is_hidden() {
                    content.notes.push(SourceNote::HiddenSheet);
                }
                Ok(content)
            }
            Sheets::Sqlite(_) => {
                let file = file_name(path);
                guarded(&file, || sqlite::read(&file, path, sheet))
            }
        }
    }

    /// The sheet that a name of `hub.toml` means.
    fn sheet(&self, path: &Path, name: &str) -> Result<String, RecordsError> {
        let sheets = self.list();
        let exact = sheets.iter().find(|sheet| sheet.name == name);
        let alike = || sheets.iter().find(|sheet| words::key(&sheet.name) == words::key(name));
        exact
            .or_else(alike)
            .map(|sheet| sheet.name.clone())
            .ok_or_else(|| self.no_sheet(path, name))
    }

    fn no_sheet(&self, path: &Path, name: &str) -> RecordsError {
        let found: Vec<String> = self.list().into_iter().map(|sheet| sheet.name).collect();
        SourceError::NoSheet {
            file: file_name(path),
            nearest: nearest(name, found.iter().map(String::as_str)).map(str::to_owned),
            sheet: name.to_owned(),
            found,
        }
        .into()
    }
}

/// Whether a hub may be this one file: a workbook or a SQLite file.
pub(in crate::records) fn is_hub_file(path: &Path) -> bool {
    Format::by_name(path).is_some_and(Format::holds_several)
}

/// Finds where each table stands.
pub(in crate::records) fn find(hub: &Path, config: &HubConfig) -> Result<Found, RecordsError> {
    let mut found = Found::default();
    if hub.is_dir() {
        found.add_mapped(hub, None, config)?;
        found.add_folder(hub, config)?;
    } else {
        found.open_book(hub)?;
        let folder = hub.parent().unwrap_or(Path::new("."));
        found.add_mapped(folder, Some(hub), config)?;
        found.add_sheets(hub, None, config)?;
    }
    found.unread.sort();
    Ok(found)
}

impl Found {
    /// The files and sheets that `[tables]` names.
    fn add_mapped(&mut self, folder: &Path, book: Option<&Path>, config: &HubConfig) -> Result<(), RecordsError> {
        for (name, files) in &config.tables {
            let known = TableName::ALL.map(TableName::name);
            let Some(table) = TableName::ALL.into_iter().find(|table| table.name() == name) else {
                return Err(RecordsError::UnknownMapping {
                    section: "tables".into(),
                    key: name.clone(),
                    nearest: nearest(name, known).map(str::to_owned),
                });
            };
            let sources: Result<Vec<Source>, RecordsError> = files
                .0
                .iter()
                .map(|written| self.mapped(folder, book, written))
                .collect();
            self.tables.insert(table, sources?);
        }
        Ok(())
    }

    /// `actores.csv`, `libro.xlsx`, `libro.xlsx#Actores`; in a hub of one file also `Actores` and `#Actores`.
    fn mapped(&mut self, folder: &Path, book: Option<&Path>, written: &str) -> Result<Source, RecordsError> {
        refuse_address(written)?;
        let whole = folder.join(written);
        let (path, sheet) = match written.rsplit_once('#') {
            _ if whole.is_file() => (whole, None),
            Some(("", sheet)) if book.is_some() => (book.unwrap_or(folder).to_owned(), Some(sheet)),
            Some((file, sheet)) if folder.join(file).is_file() => (folder.join(file), Some(sheet)),
            None if book.is_some() => (book.unwrap_or(folder).to_owned(), Some(written)),
            Some((file, _)) if !file.is_empty() => {
                return Err(RecordsError::Missing {
                    path: folder.join(file).display().to_string(),
                });
            }
            _ => {
                return Err(RecordsError::Missing {
                    path: whole.display().to_string(),
                });
            }
        };
        let holds_several = Format::by_name(&path).is_some_and(Format::holds_several);
        if !holds_several && sheet.is_none() {
            return Ok(Source { path, sheet: None });
        }
        if !self.open_book(&path)? {
            return Ok(Source { path, sheet: None });
        }
        let opened = &self.books[&path];
        let sheet = match sheet {
            Some(sheet) => opened.sheet(&path, sheet)?,
            None => opened.only_sheet(&file_name(&path))?,
        };
        Ok(Source {
            path,
            sheet: Some(sheet),
        })
    }

    /// Opens a file of several sheets; `false` where it is none, whatever its name says.
    fn open_book(&mut self, path: &Path) -> Result<bool, RecordsError> {
        if self.books.contains_key(path) {
            return Ok(true);
        }
        let bytes = read_bytes(path)?;
        let format = format::of(&file_name(path), &bytes, Format::by_name(path))?;
        if !format.holds_several() {
            return Ok(false);
        }
        self.books.insert(path.to_owned(), Book::open(path, &bytes, format)?);
        Ok(true)
    }

    fn is_mapped(&self, path: &Path) -> bool {
        self.tables.values().flatten().any(|source| source.path == path)
    }

    /// The files of a folder, by their names.
    fn add_folder(&mut self, hub: &Path, config: &HubConfig) -> Result<(), RecordsError> {
        let unreadable = |problem: std::io::Error| RecordsError::Unreadable {
            file: hub.display().to_string(),
            problem: problem.to_string(),
        };
        let mut files = Vec::new();
        for entry in std::fs::read_dir(hub).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let hidden = file_name(&path).starts_with(['.', '~']);
            // the account of an import stands beside the tables it made
            let account = file_name(&path) == LEDGER_FILE;
            if path.is_file() && !hidden && !account {
                files.push(path);
            }
        }
        files.sort();
        for path in files {
            let stem = words::key(&path.file_stem().unwrap_or_default().to_string_lossy());
            match Format::by_name(&path) {
                Some(format) if format.holds_several() => self.add_book(&path, &stem, config)?,
                _ if self.is_mapped(&path) => {}
                Some(Format::JsonLines) if table_of(&stem).is_none() => self.pass_by(&path, WhyUnread::NoTable, None),
                Some(_) => self.add_file(&path, &stem, config)?,
                None if is_foreign_table(&path) && table_of(&stem).is_some() => {
                    return Err(RecordsError::Format { file: file_name(&path) });
                }
                None => {}
            }
        }
        Ok(())
    }

    /// A file that holds one table.
    fn add_file(&mut self, path: &Path, stem: &str, config: &HubConfig) -> Result<(), RecordsError> {
        match table_of(stem) {
            Some(table) if config.tables.contains_key(table.name()) => self.pass_by(path, WhyUnread::Replaced, None),
            Some(table) => {
                let source = Source {
                    path: path.to_owned(),
                    sheet: None,
                };
                self.add(table, source)?;
            }
            None if path
                .extension()
                .is_some_and(|extension| extension.eq_ignore_ascii_case("txt")) => {}
            None => {
                refuse_almost_table(&file_name(path), stem)?;
                self.pass_by(path, WhyUnread::NoTable, None);
            }
        }
        Ok(())
    }

    /// A workbook or a SQLite file in a folder: its sheets by their names, or its only sheet by the file's.
    fn add_book(&mut self, path: &Path, stem: &str, config: &HubConfig) -> Result<(), RecordsError> {
        let table = table_of(stem);
        let mapped_away = table.is_some_and(|table| config.tables.contains_key(table.name()));
        match self.open_book(path) {
            Ok(true) => self.add_sheets(path, table, config),
            // text under the name of a workbook
            Ok(false) if !self.is_mapped(path) => self.add_file(path, stem, config),
            Ok(false) => Ok(()),
            // what no table is named after may stay closed, as long as that is told
            Err(error) if table.is_none() || mapped_away => {
                let why = match error {
                    RecordsError::Source(SourceError::Password { .. }) => WhyUnread::Password,
                    RecordsError::Empty { .. } => WhyUnread::Blank,
                    _ => WhyUnread::Damaged,
                };
                self.pass_by(path, why, None);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// The sheets of an opened file; `named` is the table that the file itself is named after.
    fn add_sheets(&mut self, path: &Path, named: Option<TableName>, config: &HubConfig) -> Result<(), RecordsError> {
        let sheets = self.books[path].list();
        let taken = |found: &Self, sheet: &str| {
            let mut sources = found.tables.values().flatten();
            sources.any(|source| source.path == path && source.sheet.as_deref() == Some(sheet))
        };
        let by_name = |sheet: &&Listed| table_of(&words::key(&sheet.name)).is_some() && !sheet.is_hidden;
        let by_file = named.filter(|table| {
            let is_free = !config.tables.contains_key(table.name());
            is_free && !sheets.iter().any(|sheet| by_name(&sheet))
        });
        let only = match by_file {
            // several sheets under the name of participations are lists of attendance, one per event
            Some(TableName::Participations) if self.books[path].only_sheet(&file_name(path)).is_err() => None,
            Some(_) if !self.is_mapped(path) => Some(self.books[path].only_sheet(&file_name(path))?),
            _ => None,
        };
        for sheet in &sheets {
            let source = Source {
                path: path.to_owned(),
                sheet: Some(sheet.name.clone()),
            };
            let key = words::key(&sheet.name);
            let table = by_file
                .filter(|_| only.as_ref() == Some(&sheet.name))
                .or(table_of(&key));
            let why = match table {
                _ if taken(self, &sheet.name) => continue,
                _ if sheet.is_hidden => WhyUnread::Hidden,
                Some(table) if config.tables.contains_key(table.name()) => WhyUnread::Replaced,
                _ if sheet.rows == 0 && !matches!(self.books[path].sheets, Sheets::Sqlite(_)) => WhyUnread::Blank,
                Some(table) => {
                    self.add(table, source)?;
                    continue;
                }
                None => {
                    refuse_almost_table(&source.name(), &key)?;
                    WhyUnread::NoTable
                }
            };
            self.unread.push(Unread {
                name: source.name(),
                why,
                rows: Some(sheet.rows),
            });
        }
        Ok(())
    }

    fn add(&mut self, table: TableName, source: Source) -> Result<(), RecordsError> {
        let second = source.name();
        if table == TableName::Actions {
            // one from each report: they are merged by id and date
            self.tables.entry(table).or_default().push(source);
            return Ok(());
        }
        match self.tables.insert(table, vec![source]) {
            Some(first) => Err(RecordsError::TwoFiles {
                table: table.name(),
                first: first.first().map(Source::name).unwrap_or_default(),
                second,
            }),
            None => Ok(()),
        }
    }

    fn pass_by(&mut self, path: &Path, why: WhyUnread, rows: Option<usize>) {
        self.unread.push(Unread {
            name: file_name(path),
            why,
            rows,
        });
    }
}

fn table_of(stem: &str) -> Option<TableName> {
    let named = |stem: &str| {
        TableName::ALL.into_iter().find(|table| {
            let named = words::key(table.name()) == stem;
            named || table.synonyms().iter().any(|word| words::key(word) == stem)
        })
    };
    // `actions 2025-Q3`, `acciones marzo 2025`: what each report proposed is kept under its date
    let dated = || {
        let (first, rest) = stem.split_once(' ')?;
        let is_dated = rest.contains(|c: char| c.is_ascii_digit());
        named(first).filter(|table| *table == TableName::Actions && is_dated)
    };
    named(stem).or_else(dated)
}

/// Tables in the form of programs whose files hubscope does not read.
fn is_foreign_table(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    [
        "numbers", "fods", "gsheet", "accdb", "mdb", "sav", "dta", "html", "htm", "pdf", "docx", "xlt", "xml",
    ]
    .contains(&&*extension)
}

/// Refuses a name that differs from a table's by a slip of the pen, lest its rows be lost; `Taller 1` is no slip of
/// `talleres`.
fn refuse_almost_table(name: &str, stem: &str) -> Result<(), RecordsError> {
    if stem.contains(|c: char| c.is_ascii_digit()) {
        return Ok(());
    }
    let slip = TableName::ALL.into_iter().find(|table| {
        // of a short word two letters are too many: `ledger` is no slip for `edges`
        let slips = if stem.len() < 8 { 1 } else { 2 };
        let near = |word: &str| stem.len() >= 6 && strsim::damerau_levenshtein(&words::key(word), stem) <= slips;
        near(table.name()) || table.synonyms().iter().any(|word| near(word))
    });
    slip.map_or(Ok(()), |table| {
        Err(RecordsError::AlmostTable {
            file: name.to_owned(),
            nearest: table.name(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_known_by_their_synonyms() {
        assert_eq!(
            table_of(&words::key("Participaciones")),
            Some(TableName::Participations)
        );
        assert_eq!(table_of(&words::key("actores")), Some(TableName::Stakeholders));
        assert_eq!(table_of(&words::key("notas")), None);
        for name in ["actions-2025-Q3", "Acciones marzo 2025", "acciones 2025_03_31"] {
            assert_eq!(table_of(&words::key(name)), Some(TableName::Actions), "{name}");
        }
        assert_eq!(table_of(&words::key("eventos 2025")), None);
        assert_eq!(table_of(&words::key("acciones del alcalde")), None);
    }
}
