//! How does a report reach the disk? Whole or not at all, and never over somebody else's files.
//!
//! In: a [`Bundle`] and a folder. Out: the folder, written under another name and renamed. An earlier report is
//! replaced only where every file in it is as its run wrote it, by the hashes of its `run.json`.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::messages::{Arg, Messages};
use crate::tables::write::WriteError;

/// The file by which a report is recognised.
const RUN_RECORD: &str = "run.json";

/// Written beside a report by the command line; no part of it.
const TIMINGS: &str = "timings.json";

/// Every file of a report: path inside its folder, with `/`, and content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bundle {
    files: BTreeMap<String, Vec<u8>>,
}

impl Bundle {
    /// Adds a file.
    pub fn add(&mut self, path: &str, content: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), content.into());
    }

    /// The files, by path.
    pub fn files(&self) -> impl ExactSizeIterator<Item = (&str, &[u8])> + '_ {
        self.files
            .iter()
            .map(|(path, content)| (path.as_str(), content.as_slice()))
    }

    /// The content of a file.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// SHA-256 of each file.
    #[must_use]
    pub fn hashes(&self) -> BTreeMap<String, String> {
        self.files
            .iter()
            .map(|(path, content)| (path.clone(), sha256(content)))
            .collect()
    }
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The folder.
    pub folder: PathBuf,
    /// The page to open first.
    pub page: PathBuf,
    /// The private page, where there is one.
    pub private: Option<PathBuf>,
    /// How many files there are.
    pub files: usize,
}

/// Why a report could not be made or written.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The folder holds something that no report wrote.
    #[error("{} holds {found}, which is no unchanged part of an earlier report: nothing was written", folder.display())]
    Occupied {
        /// The folder.
        folder: PathBuf,
        /// The first such file.
        found: String,
    },
    /// A file or folder could not be read, written or renamed.
    #[error("cannot {what} {}", path.display())]
    Io {
        /// What was tried.
        what: &'static str,
        /// With what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A table could not be written.
    #[error(transparent)]
    Table(#[from] WriteError),
    /// The run record could not be written: a bug.
    #[error("the run record could not be made")]
    Record(#[from] serde_json::Error),
    /// A page could not be filled in: a bug.
    #[error("the page {page} could not be made")]
    Page {
        /// The page.
        page: &'static str,
        /// What the template engine said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl ReportError {
    /// What is wrong, in the reader's language.
    #[must_use]
    pub fn told(&self, messages: &Messages) -> String {
        let path = |path: &Path| ("path", Arg::from(path.display().to_string()));
        match self {
            Self::Occupied { folder, found } => {
                messages.say("report-occupied", &[path(folder), ("found", found.as_str().into())])
            }
            Self::Io { what, path: at, .. } => {
                messages.say(&format!("report-cannot-{}", what.replace(' ', "-")), &[path(at)])
            }
            Self::Table(error) => {
                let (key, args) = error.message();
                messages.say(key, &args)
            }
            Self::Record(_) => messages.word("report-no-record"),
            Self::Page { page, .. } => messages.say("report-no-page", &[("page", (*page).into())]),
        }
    }

    /// What to do about it, in the reader's language.
    #[must_use]
    pub fn remedy(&self, messages: &Messages) -> String {
        messages.word(match self {
            Self::Occupied { .. } => "report-remedy-occupied",
            Self::Io { .. } => "report-remedy-io",
            Self::Table(_) | Self::Record(_) | Self::Page { .. } => "report-remedy-bug",
        })
    }
}

/// What `run.json` says of itself; the rest of it is for readers.
#[derive(Serialize, Deserialize)]
pub(super) struct Signature {
    pub(super) tool: String,
    pub(super) files: BTreeMap<String, String>,
}

/// The tool's name in `run.json`.
pub(super) const TOOL: &str = "hubscope";

/// Writes a report as a folder: first under another name beside it, then renamed, so that no half report can stand
/// there. An earlier report in its place is replaced.
///
/// # Errors
/// Where the folder holds anything but an unchanged earlier report, or the disk refuses.
pub fn write(bundle: &Bundle, out: &Path) -> Result<Written, ReportError> {
    let earlier = replaceable(out)?;
    let parent = match out.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    tried("create", parent, fs::create_dir_all(parent))?;
    let workshop = tried(
        "create a folder in",
        parent,
        tempfile::Builder::new().prefix(".hubscope-").tempdir_in(parent),
    )?;
    let fresh = workshop.path().join("report");
    for (path, content) in bundle.files() {
        let path = fresh.join(path);
        if let Some(folder) = path.parent() {
            tried("create", folder, fs::create_dir_all(folder))?;
        }
        tried("write", &path, fs::write(&path, content))?;
    }
    // The earlier report goes with the workshop; should the second rename fail, it comes back.
    let aside = workshop.path().join("earlier");
    if earlier {
        tried("move aside", out, fs::rename(out, &aside))?;
    }
    if let Err(source) = fs::rename(&fresh, out) {
        if earlier {
            tried("put back", out, fs::rename(&aside, out))?;
        }
        return Err(failed("write", out, source));
    }
    Ok(Written {
        folder: out.to_owned(),
        page: out.join("report.html"),
        private: bundle.file(PRIVATE_PAGE).map(|_| out.join(PRIVATE_PAGE)),
        files: bundle.files().len(),
    })
}

/// The one page of the partners' edition that names persons.
pub(super) const PRIVATE_PAGE: &str = "PRIVATE-people.html";

/// Whether there is a folder to replace; an error where it may not be.
fn replaceable(out: &Path) -> Result<bool, ReportError> {
    if !out.exists() {
        return Ok(false);
    }
    let occupied = |found: String| ReportError::Occupied {
        folder: out.to_owned(),
        found,
    };
    if !out.is_dir() {
        return Err(occupied(
            out.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        ));
    }
    let found = files_below(out)?;
    let signature = fs::read(out.join(RUN_RECORD))
        .ok()
        .and_then(|bytes| serde_json::from_slice::<Signature>(&bytes).ok())
        .filter(|signature| signature.tool == TOOL);
    let Some(signature) = signature else {
        return found.into_keys().next().map_or(Ok(true), |first| Err(occupied(first)));
    };
    for (path, place) in found {
        let known = match signature.files.get(&path) {
            Some(hash) => *hash == sha256(&tried("read", &place, fs::read(&place))?),
            None => path == RUN_RECORD || path == TIMINGS,
        };
        if !known {
            return Err(occupied(path));
        }
    }
    Ok(true)
}

/// Every file below a folder, by its path inside it, with `/`.
fn files_below(folder: &Path) -> Result<BTreeMap<String, PathBuf>, ReportError> {
    let mut found = BTreeMap::new();
    let mut open = vec![(String::new(), folder.to_owned())];
    while let Some((inside, folder)) = open.pop() {
        for entry in tried("read", &folder, fs::read_dir(&folder))? {
            let entry = tried("read", &folder, entry)?;
            let name = format!("{inside}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                open.push((format!("{name}/"), entry.path()));
            } else {
                found.insert(name, entry.path());
            }
        }
    }
    Ok(found)
}

fn sha256(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn tried<T>(what: &'static str, path: &Path, result: io::Result<T>) -> Result<T, ReportError> {
    result.map_err(|source| failed(what, path, source))
}

fn failed(what: &'static str, path: &Path, source: io::Error) -> ReportError {
    ReportError::Io {
        what,
        path: path.to_owned(),
        source,
    }
}
