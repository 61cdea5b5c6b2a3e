//! Who answered a Microsoft form?
//!
//! In: the sheet of responses: `ID`, `Start time`, `Completion time`, `Email`, `Name` (in the language of the account),
//! then each question's text. Out: answers as `forms` reads them; choices in one cell are parted by `;`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::forms::{self, Dress, Mark};
use super::listing::Listing;
use super::question_map::Question;
use super::{Grid, ImportFormat, ImportOptions, Imported};
use crate::records::RecordsError;

const FORMAT: ImportFormat = ImportFormat::MicrosoftForms;

const START: [&str; 5] = [
    "start time",
    "hora de inicio",
    "hora de início",
    "heure de début",
    "hora de comienzo",
];
const END: [&str; 4] = [
    "completion time",
    "hora de finalización",
    "hora de conclusão",
    "heure de fin",
];
const EMAIL: [&str; 4] = ["email", "correo electrónico", "e-mail", "adresse de messagerie"];
const NAME: [&str; 4] = ["name", "nombre", "nome", "nom"];
const OTHERS: [&str; 8] = [
    "id",
    "language",
    "idioma",
    "last modified time",
    "hora de la última modificación",
    "total points",
    "quiz feedback",
    "total de puntos",
];

/// Reads the responses of one or several forms.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    forms::read(FORMAT, files, options, open)
}

fn open(grid: Grid) -> Result<(Listing, Dress), RecordsError> {
    let width = grid.width();
    let listing = Listing::open(grid, &[&START[..], &END, &EMAIL, &NAME, &OTHERS].concat());
    let start = listing.required(FORMAT, &START)?;
    let end = listing.required(FORMAT, &END)?;
    // what the tool records stands before the first question
    let recorded = |names: &[&str]| listing.column(names).filter(|at| *at <= end + 3);
    let (email, name) = (recorded(&EMAIL), recorded(&NAME));
    let others: Vec<usize> = OTHERS.iter().filter_map(|other| listing.column(&[other])).collect();
    let is_system = |at: &usize| [Some(start), Some(end), email, name].contains(&Some(*at)) || others.contains(at);
    let questions = (0..width).filter(|at| !is_system(at)).filter_map(|at| {
        let text = listing.header(Some(at)).trim().to_owned();
        let code = text.clone();
        (!text.is_empty()).then_some(Question { column: at, code, text })
    });
    let columns = [("email", email), ("name", name)];
    let dress = Dress {
        questions: questions.collect(),
        timestamp: Some(end),
        // a form without sign-in writes `anonymous`: then only questions can say who it was
        recorded: columns
            .into_iter()
            .filter_map(|(column, at)| Some((column, at?)))
            .filter(|(_, at)| (0..listing.len()).any(|row| !matches!(listing.text(row, Some(*at)), "" | "anonymous")))
            .collect(),
        set_aside: Vec::new(),
        chosen: BTreeMap::new(),
        mark: Mark::Semicolon,
    };
    Ok((listing, dress))
}
