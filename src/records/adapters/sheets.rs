//! Which sheets of a workbook are of the format at all?
//!
//! In: every sheet of every file, and how one of them is opened. Out: those that are of the format; another sheet of a
//! file that has one is accounted for as saying nothing of a hub. A file without any is refused.

use std::path::PathBuf;

use super::listing::Listing;
use super::{FileLedger, ImportError};
use crate::records::RecordsError;
use crate::records::sources::grid::{Grid, grids};

/// What was opened, and the account of the sheets beside.
pub(super) struct Sheets<T> {
    /// The sheets of the format.
    pub opened: Vec<T>,
    /// What became of the rows of the others.
    pub beside: Vec<FileLedger>,
}

/// Opens every sheet of the files.
pub(super) fn open<T>(
    files: &[PathBuf],
    open: impl Fn(Grid) -> Result<T, RecordsError>,
) -> Result<Sheets<T>, RecordsError> {
    let mut sheets = Sheets {
        opened: Vec::new(),
        beside: Vec::new(),
    };
    for path in files {
        let before = sheets.opened.len();
        let mut refused = None;
        for grid in grids(path)? {
            match open(grid.clone()) {
                Ok(opened) => sheets.opened.push(opened),
                Err(error @ RecordsError::Import(ImportError::MissingColumn { .. })) => {
                    sheets.beside.push(Listing::headed(grid, 0).left_out());
                    refused = refused.or(Some(error));
                }
                Err(error) => return Err(error),
            }
        }
        if let Some(error) = refused.filter(|_| sheets.opened.len() == before) {
            return Err(error);
        }
    }
    Ok(sheets)
}
