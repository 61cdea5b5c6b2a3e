//! A hub with planted truths: does hubscope find what is there?
//!
//! In: a size and a seed, or the name of a sample. Out: a folder of CSV tables with a `hub.toml`, as a hub would keep
//! them, and beside them `planted_truth.csv`, which says what was planted and which no reading of the hub looks at.
//! Everything here is invented: a synthetic hub can show that a method finds what is there, never how hubs behave.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::messages::Lang;

mod choice;
mod folder;
mod gran_concepcion;
mod hub_pequeno;
mod names;
mod planted;
mod scaled;

pub use planted::{
    ABANDON_HAZARD, BOTH_HAZARD_RATIO, GAP_FACTOR, LOST_ADOPTIONS, LOST_AFFILIATIONS, LOST_NOMINATIONS,
    LOST_PARTICIPATIONS, LOST_PARTNERSHIPS, TRUTH_FILE,
};

/// How large a hub.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// A hub: 2,000 stakeholders, 400 events, 15,000 participations, 5,000 partnerships.
    S,
    /// A country: 100,000 stakeholders, 30,000 events, 1,000,000 participations, 300,000 partnerships.
    M,
    /// A continent: 1,000,000 stakeholders, 300,000 events, 10,000,000 participations, 3,000,000 partnerships.
    L,
}

impl Size {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::M => "M",
            Self::L => "L",
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl FromStr for Size {
    type Err = UnknownSize;

    fn from_str(text: &str) -> Result<Self, UnknownSize> {
        match text {
            "S" | "s" => Ok(Self::S),
            "M" | "m" => Ok(Self::M),
            "L" | "l" => Ok(Self::L),
            _ => Err(UnknownSize(text.to_owned())),
        }
    }
}

/// The text names no size.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown size \"{0}\": expected S, M or L")]
pub struct UnknownSize(pub String);

/// What hub to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SynthOptions {
    /// How large.
    pub size: Size,
    /// The seed: the same seed gives the same bytes.
    pub seed: u64,
    /// The language the hub declares for its reports.
    pub lang: Lang,
}

/// The two sample hubs that the repository carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// Six years of the method in an invented Gran Concepción.
    GranConcepcion,
    /// Eighteen months of a small hub, kept in Spanish and without ids.
    HubPequeno,
}

impl Sample {
    /// Both samples.
    pub const ALL: [Self; 2] = [Self::GranConcepcion, Self::HubPequeno];

    /// The name of its folder.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::GranConcepcion => "gran-concepcion",
            Self::HubPequeno => "hub-pequeno",
        }
    }
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The folder.
    pub folder: PathBuf,
    /// Each file with its rows (headers not counted), in the order written.
    pub files: Vec<(String, usize)>,
    /// Officials who carry the latent champion trait.
    pub champions: usize,
    /// The file that says what was planted.
    pub truth: PathBuf,
}

impl Summary {
    /// The rows of a file, 0 where it was not written.
    #[must_use]
    pub fn rows(&self, file: &str) -> usize {
        self.files
            .iter()
            .find(|(name, _)| name == file)
            .map_or(0, |(_, rows)| *rows)
    }
}

/// Writes a hub of a given size into a new folder.
///
/// Rows are written as they are drawn, so that the largest size needs little memory. The folder appears under its own
/// name only when it is whole.
///
/// # Errors
/// Where the folder exists and is not empty, or cannot be written.
pub fn write(options: &SynthOptions, dir: &Path) -> io::Result<Summary> {
    let mut folder = folder::Folder::create(dir)?;
    let champions = scaled::write(options, &mut folder)?;
    folder.finish(champions)
}

/// Writes a sample hub into a new folder: always the same bytes.
///
/// # Errors
/// Where the folder exists and is not empty, or cannot be written.
pub fn write_sample(sample: Sample, dir: &Path) -> io::Result<Summary> {
    let mut folder = folder::Folder::create(dir)?;
    let champions = match sample {
        Sample::GranConcepcion => gran_concepcion::write(&mut folder)?,
        Sample::HubPequeno => hub_pequeno::write(&mut folder)?,
    };
    folder.finish(champions)
}
