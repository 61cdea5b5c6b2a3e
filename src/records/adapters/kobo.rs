//! Who answered a KoboToolbox (or ODK) form?
//!
//! In: an export of submissions: `group/field` headers, choices both as a list of codes and as `field/option` columns,
//! and `_id`, `_uuid`, `_submission_time` behind. Out: answers as `forms` reads them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::forms::{self, Dress, Mark};
use super::listing::Listing;
use super::question_map::Question;
use super::{Grid, ImportFormat, ImportOptions, ImportReason, Imported};
use crate::records::{RecordsError, words};

const FORMAT: ImportFormat = ImportFormat::Kobo;

const TIMES: [&str; 4] = ["_submission_time", "SubmissionDate", "end", "start"];

/// Reads the submissions of one or several forms.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    forms::read(FORMAT, files, options, open)
}

fn open(grid: Grid) -> Result<(Listing, Dress), RecordsError> {
    let width = grid.width();
    let listing = Listing::open(
        grid,
        &["_id", "_uuid", "_submission_time", "_index", "_status", "start", "end"],
    );
    listing.required(FORMAT, &["_id", "_uuid"])?;
    let headers: Vec<String> = (0..width)
        .map(|at| listing.header(Some(at)).trim().to_owned())
        .collect();
    let is_system = |header: &str| {
        let key = words::key(header);
        header.starts_with('_')
            || header.starts_with("meta/")
            || key.is_empty()
            || ["start", "end", "today", "deviceid", "username"].contains(&key.as_str())
    };
    // `field/option` where `field` itself is a column: one of its choices
    let question_of = |header: &str| {
        let (before, option) = header.rsplit_once('/')?;
        let at = headers.iter().position(|known| known == before)?;
        Some((at, option.to_owned()))
    };
    let mut chosen: BTreeMap<usize, Vec<(usize, String)>> = BTreeMap::new();
    let mut questions = Vec::new();
    for (at, header) in headers.iter().enumerate().filter(|(_, header)| !is_system(header)) {
        if let Some((question, option)) = question_of(header) {
            chosen.entry(question).or_default().push((at, option));
            continue;
        }
        let text = header.rsplit_once('/').map_or(header.as_str(), |(_, field)| field);
        questions.push(Question {
            column: at,
            code: header.clone(),
            text: text.to_owned(),
        });
    }
    let status = listing.column(&["_validation_status", "_status"]);
    let is_rejected = |row: &usize| words::key(listing.text(*row, status)).contains("not approved");
    let dress = Dress {
        set_aside: (0..listing.len())
            .filter(is_rejected)
            .map(|row| (row, ImportReason::NeverHeld))
            .collect(),
        questions,
        timestamp: TIMES.iter().find_map(|name| listing.column(&[name])),
        recorded: Vec::new(),
        chosen,
        mark: Mark::Blank,
    };
    Ok((listing, dress))
}
