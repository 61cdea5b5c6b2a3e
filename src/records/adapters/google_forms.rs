//! Who answered a Google form?
//!
//! In: the sheet of responses: `Timestamp` (in the language of the account), then each question's text. Out: answers as
//! `forms` reads them; choices in one cell are parted by `, `.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::forms::{self, Dress, Mark};
use super::listing::Listing;
use super::question_map::Question;
use super::{Grid, ImportFormat, ImportOptions, Imported};
use crate::records::RecordsError;

const FORMAT: ImportFormat = ImportFormat::GoogleForms;

const TIMESTAMP: [&str; 5] = [
    "timestamp",
    "marca temporal",
    "carimbo de data/hora",
    "horodateur",
    "submitted at",
];
const EMAIL: [&str; 6] = [
    "email address",
    "dirección de correo electrónico",
    "endereço de e-mail",
    "adresse e-mail",
    "username",
    "nombre de usuario",
];

/// Reads the responses of one or several forms.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    forms::read(FORMAT, files, options, open)
}

fn open(grid: Grid) -> Result<(Listing, Dress), RecordsError> {
    let width = grid.width();
    let listing = Listing::open(grid, &TIMESTAMP);
    let timestamp = listing.required(FORMAT, &TIMESTAMP)?;
    let email = listing.column(&EMAIL);
    let questions = (0..width)
        .filter(|at| *at != timestamp && Some(*at) != email)
        .filter_map(|at| {
            let text = listing.header(Some(at)).trim().to_owned();
            let code = text.clone();
            (!text.is_empty()).then_some(Question { column: at, code, text })
        });
    let dress = Dress {
        questions: questions.collect(),
        timestamp: Some(timestamp),
        recorded: email.map(|at| ("email", at)).into_iter().collect(),
        set_aside: Vec::new(),
        chosen: BTreeMap::new(),
        mark: Mark::Comma,
    };
    Ok((listing, dress))
}
