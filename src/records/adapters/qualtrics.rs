//! Who answered a Qualtrics survey, and whom did they name?
//!
//! In: an export of responses: codes, question texts and `{"ImportId": …}` in three rows of headers. Out: answers as
//! `forms` reads them; previews and spam are no answers, and each column of a roster asks about one person.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::forms::{self, Dress, Mark};
use super::listing::Listing;
use super::question_map::Question;
use super::{Grid, ImportFormat, ImportOptions, ImportReason, Imported};
use crate::records::{RecordsError, words};

const FORMAT: ImportFormat = ImportFormat::Qualtrics;

/// What Qualtrics records itself.
const SYSTEM: [&str; 17] = [
    "StartDate",
    "EndDate",
    "Status",
    "IPAddress",
    "Progress",
    "Duration (in seconds)",
    "Finished",
    "RecordedDate",
    "ResponseId",
    "RecipientLastName",
    "RecipientFirstName",
    "RecipientEmail",
    "ExternalReference",
    "LocationLatitude",
    "LocationLongitude",
    "DistributionChannel",
    "UserLanguage",
];

/// Reads the responses of one or several surveys.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    forms::read(FORMAT, files, options, open)
}

fn open(grid: Grid) -> Result<(Listing, Dress), RecordsError> {
    let width = grid.width();
    let listing = Listing::open(grid, &SYSTEM);
    let recorded = listing.required(FORMAT, &["RecordedDate", "EndDate"])?;
    let id = listing.required(FORMAT, &["ResponseId"])?;
    // below the codes stand the texts, and below these, in newer exports, the ids of the questions
    let is_ids = |row: usize| row < listing.len() && listing.raw(row, Some(id)).contains("ImportId");
    let is_texts = listing.len() > 0 && (is_ids(1) || words::key(listing.raw(0, Some(id))) == "response id");
    let header_rows = match (is_texts, is_ids(0)) {
        (true, _) if is_ids(1) => 2,
        (true, _) | (_, true) => 1,
        _ => 0,
    };
    let system: Vec<usize> = SYSTEM.iter().filter_map(|name| listing.column(&[name])).collect();
    let questions = (0..width).filter(|at| !system.contains(at)).filter_map(|at| {
        let code = listing.header(Some(at)).trim().to_owned();
        let text = if is_texts {
            listing.raw(0, Some(at)).to_owned()
        } else {
            String::new()
        };
        let text = if text.is_empty() { code.clone() } else { text };
        (!code.is_empty()).then_some(Question { column: at, code, text })
    });
    let mut set_aside: Vec<(usize, ImportReason)> = (0..header_rows)
        .map(|row| (row, ImportReason::RepeatedHeader))
        .collect();
    let status = listing.column(&["Status"]);
    for row in header_rows..listing.len() {
        // as words or as codes: 1 is a preview, 2 a test, 4 imported, 8 spam, 9 a preview that is spam, 12 and 17 offline
        let word = words::key(listing.text(row, status));
        let is_test = ["1", "2", "8", "9"].contains(&word.as_str())
            || ["preview", "test", "spam"].iter().any(|part| word.contains(part));
        if is_test {
            set_aside.push((row, ImportReason::Test));
        }
    }
    let named = [
        ("email", "RecipientEmail"),
        ("first_name", "RecipientFirstName"),
        ("last_name", "RecipientLastName"),
    ];
    let is_filled = |at: &usize| (header_rows..listing.len()).any(|row| !listing.text(row, Some(*at)).is_empty());
    let recipients = named.into_iter().filter_map(|(column, header)| {
        let at = listing.column(&[header]).filter(is_filled)?;
        Some((column, at))
    });
    let dress = Dress {
        recorded: recipients.collect(),
        questions: questions.collect(),
        timestamp: Some(recorded),
        set_aside,
        chosen: BTreeMap::new(),
        mark: Mark::Comma,
    };
    Ok((listing, dress))
}
