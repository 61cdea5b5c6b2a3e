//! What is planted, and how strongly? The one place that declares it, so that tests, README and truth file agree.
//!
//! In: nothing. Out: constants, and the rows of `planted_truth.csv`.

use std::io;

use super::folder::Folder;

/// The file that says what was planted; its name is no table's, so no reading of the hub takes it.
pub const TRUTH_FILE: &str = "planted_truth.csv";

/// Chance a month that an adoption is given up, unless it is carried from above and from below.
pub const ABANDON_HAZARD: f64 = 0.045;

/// An adoption carried from above and from below is given up at this fraction of [`ABANDON_HAZARD`].
pub const BOTH_HAZARD_RATIO: f64 = 0.2;

/// A pair of organisations from two sectors with a planted gap agrees this often, others counting 1.
pub const GAP_FACTOR: f64 = 0.08;

/// Share of participations deleted at random from the first sample.
pub const LOST_PARTICIPATIONS: f64 = 0.20;
/// Share of partnerships deleted at random from the first sample.
pub const LOST_PARTNERSHIPS: f64 = 0.10;
/// Share of nominations deleted at random from the first sample.
pub const LOST_NOMINATIONS: f64 = 0.40;
/// Share of adoptions deleted at random from the first sample.
pub const LOST_ADOPTIONS: f64 = 0.10;
/// Share of affiliations deleted at random from the first sample.
pub const LOST_AFFILIATIONS: f64 = 0.10;

/// Where an adoption was carried from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carried {
    /// By nobody in particular.
    Neither,
    /// By leadership only.
    Above,
    /// By champions only.
    Below,
    /// By leadership and champions.
    Both,
}

impl Carried {
    /// From which sides.
    pub const fn from_sides(above: Side, below: Side) -> Self {
        match (above, below) {
            (Side::Present, Side::Present) => Self::Both,
            (Side::Present, Side::Absent) => Self::Above,
            (Side::Absent, Side::Present) => Self::Below,
            (Side::Absent, Side::Absent) => Self::Neither,
        }
    }

    /// Its name in `planted_truth.csv`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Neither => "neither",
            Self::Above => "top_down",
            Self::Below => "bottom_up",
            Self::Both => "both",
        }
    }

    /// Its name in the column `origin`; nothing is recorded where nobody carried it.
    pub const fn origin(self) -> &'static str {
        match self {
            Self::Neither => "",
            Self::Above => "top_down",
            Self::Below => "bottom_up",
            Self::Both => "joint",
        }
    }

    /// Chance a month that it is given up.
    pub fn abandon_hazard(self) -> f64 {
        match self {
            Self::Both => ABANDON_HAZARD * BOTH_HAZARD_RATIO,
            _ => ABANDON_HAZARD,
        }
    }
}

/// Whether one side carries an adoption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// It does.
    Present,
    /// It does not.
    Absent,
}

impl From<bool> for Side {
    fn from(present: bool) -> Self {
        if present { Self::Present } else { Self::Absent }
    }
}

/// The rows of `planted_truth.csv`.
#[derive(Debug, Default)]
pub struct Truth {
    rows: Vec<[String; 4]>,
}

impl Truth {
    /// Notes one planted thing: what kind, who, with whom or what, how strongly.
    pub fn note(&mut self, kind: &str, subject: impl Into<String>, object: impl Into<String>, value: impl ToString) {
        self.rows
            .push([kind.to_owned(), subject.into(), object.into(), value.to_string()]);
    }

    /// Writes the file.
    pub fn write(self, folder: &mut Folder) -> io::Result<()> {
        let mut table = folder.table(TRUTH_FILE, &["planted", "subject", "object", "value"])?;
        for row in &self.rows {
            table.row(&row.each_ref().map(String::as_str))?;
        }
        folder.close(table)
    }
}
