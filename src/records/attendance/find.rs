//! Where in a hub do sheets of attendance lie?
//!
//! In: the hub's folder, and the files beside the tables that are none. Out: the sheets that may be attendance, those in
//! a folder named after it (`asistencia/`, `attendance/`) first, and the files there that are no sheets.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Attended, Candidate, headers, of_file};
use crate::records::sources::grid::{Grid, grids};
use crate::records::sources::{self, Unread, WhyUnread, file_name, is_sheet_file};
use crate::records::{RecordsError, TableName, names};

/// What was found.
#[derive(Default)]
pub(in crate::records) struct Found {
    pub(super) candidates: Vec<Candidate>,
    /// Files in a folder of attendance that hold no sheet.
    unread: Vec<Unread>,
    /// Files beside the tables, as they stand should they be no attendance either.
    beside: Vec<Unread>,
    /// Files named as a table that may be sheets of attendance instead, and what is wrong with them as a table.
    pub(super) instead: Vec<(String, RecordsError)>,
    /// SHA-256 of each file, by its name.
    pub hashes: BTreeMap<String, String>,
}

/// Finds every sheet that may be one of attendance; those that are no table are taken from what was found in the hub.
pub(in crate::records) fn find(hub: &Path, tables: &mut sources::Found) -> Result<Found, RecordsError> {
    let mut found = Found::default();
    if hub.is_dir() {
        let mut folders: Vec<PathBuf> = entries(hub)?.into_iter().filter(|path| path.is_dir()).collect();
        folders.retain(|path| headers::speaks_of_attendance(&file_name(path)));
        for folder in folders {
            found.take_folder(hub, &folder)?;
        }
    }
    let (beside, unread): (Vec<Unread>, Vec<Unread>) = std::mem::take(&mut tables.unread)
        .into_iter()
        .partition(|unread| unread.why == WhyUnread::NoTable);
    tables.unread = unread;
    for unread in beside {
        let file = unread
            .name
            .split_once('#')
            .map_or(unread.name.as_str(), |(file, _)| file);
        let book = tables.books.iter().find(|(path, _)| file_name(path) == file);
        match book {
            Some((_, book)) => {
                let sheet = book.grids().iter().find(|grid| super::place(grid) == unread.name);
                found.candidates.extend(sheet.cloned().map(|grid| Candidate {
                    grid,
                    is_kept_here: false,
                }));
                found.hashes.insert(file.to_owned(), book.hash.clone());
            }
            // a file that is nobody's business may be of any form: what cannot be read stays unread
            None if is_sheet_file(Path::new(file)) && is_list_sized(&hub.join(file)) => {
                let _ = found.take(&hub.join(file), file, false);
            }
            None => {}
        }
        found.beside.push(unread);
    }
    Ok(found)
}

impl Found {
    /// Every file of a folder of attendance, those in folders below it too.
    fn take_folder(&mut self, hub: &Path, folder: &Path) -> Result<(), RecordsError> {
        for path in entries(folder)? {
            if path.is_dir() {
                self.take_folder(hub, &path)?;
                continue;
            }
            let name = path
                .strip_prefix(hub)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            if is_sheet_file(&path) {
                self.take(&path, &name, true)?;
            } else {
                self.unread.push(Unread {
                    name,
                    why: WhyUnread::NoAttendance,
                    rows: None,
                });
            }
        }
        Ok(())
    }

    /// Takes what was found as a table for sheets of attendance; if they are none, the error of the table stands.
    pub(in crate::records) fn take_instead(
        &mut self,
        table: TableName,
        tables: &sources::Found,
        error: RecordsError,
    ) -> Result<(), RecordsError> {
        let [source] = tables.tables.get(&table).map_or(&[][..], Vec::as_slice) else {
            return Err(error);
        };
        if !is_list_sized(&source.path) {
            return Err(error);
        }
        let read = grids(&source.path)?;
        let of_sheet = |grid: &Grid| source.sheet.is_none() || grid.sheet == source.sheet;
        let read = read.into_iter().filter(of_sheet);
        self.candidates.extend(read.map(|grid| Candidate {
            grid,
            is_kept_here: true,
        }));
        self.instead.push((source.name(), error));
        Ok(())
    }

    /// What nobody reads: files without sheets, and sheets that are neither list nor matrix.
    pub(in crate::records) fn unread(&self, attended: &Attended) -> Vec<Unread> {
        let is_read = |name: &str| attended.read.iter().any(|sheet| of_file(&sheet.sheet, name));
        let beside = self.beside.iter().filter(|unread| !is_read(&unread.name)).cloned();
        let mut unread: Vec<Unread> = self.unread.iter().cloned().chain(beside).collect();
        for (name, why) in &attended.unread {
            match unread.iter_mut().find(|known| known.name == *name) {
                Some(known) if *why == WhyUnread::Ignored => known.why = *why,
                Some(_) => {}
                None => unread.push(Unread {
                    name: name.clone(),
                    why: *why,
                    rows: None,
                }),
            }
        }
        unread
    }

    /// Adds the sheets of a file.
    fn take(&mut self, file: &Path, name: &str, is_kept_here: bool) -> Result<(), RecordsError> {
        let sheets = grids(file)?;
        let bytes = std::fs::read(file).map_err(|problem| RecordsError::Unreadable {
            file: name.to_owned(),
            problem: problem.to_string(),
        })?;
        self.hashes.insert(name.to_owned(), names::fingerprint_of_file(&bytes));
        for mut grid in sheets {
            name.clone_into(&mut grid.file);
            let why = if grid.is_hidden() {
                WhyUnread::Hidden
            } else if grid.rows.is_empty() {
                WhyUnread::Blank
            } else {
                self.candidates.push(Candidate { grid, is_kept_here });
                continue;
            };
            self.unread.push(Unread {
                name: super::place(&grid),
                why,
                rows: Some(grid.rows.len()),
            });
        }
        Ok(())
    }
}

/// A larger file is no sheet that people sign or tick.
const LARGEST_LIST: u64 = 32 * 1024 * 1024;

fn is_list_sized(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|file| file.len() <= LARGEST_LIST)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, RecordsError> {
    let unreadable = |problem: std::io::Error| RecordsError::Unreadable {
        file: folder.display().to_string(),
        problem: problem.to_string(),
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if !file_name(&path).starts_with(['.', '~']) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
