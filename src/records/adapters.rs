//! How do other programs' files become a hub?
//!
//! In: files as another program or platform wrote them. Out: [`Imported`]: rows of hubscope's own tables, and an
//! account of every input row: into which rows it went, or why it did not. One format, one file below this one.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use super::sources::{
    self,
    grid::{Grid, grids},
};
use super::{RecordsError, RowState, TableName, names};
use crate::config::{DateOrder, NumberForm};

mod error;
mod folder;
mod json;
mod keyed;
mod ledger;
mod listing;
mod parties;

mod challenges;
mod cordis;
mod decidim;
mod giving360;
mod iati;
mod ocds;
mod secop2;

mod fault;
mod forms;
mod graph;
mod markup;
mod people;
mod question_map;
mod sessions;
mod sheets;
mod spells;

mod eventbrite;
mod gexf;
mod google_forms;
mod graphml;
mod kobo;
mod kumu;
mod microsoft_forms;
mod pajek;
mod qualtrics;
mod zoom;

pub use error::ImportError;
pub use fault::ImportFault;
pub use folder::{HubFile, LEDGER_FILE};
pub use ledger::{FileLedger, ImportLedger, ImportNote, ImportReason, Place, RowFate};

/// The formats of other programs that `import` reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportFormat {
    /// European research projects: `project.csv` and `organization.csv` of CORDIS.
    Cordis,
    /// Grants by the 360Giving standard, as spreadsheet or JSON.
    Giving360,
    /// Colombian public contracts.
    Secop2,
    /// Development activities by the IATI standard.
    Iati,
    /// Public contracting by the Open Contracting Data Standard, as JSON or flattened sheets.
    Ocds,
    /// Open-innovation challenges: submissions, teams, stages.
    Challenges,
    /// Citizen participation on a Decidim platform.
    Decidim,
    /// A map of Kumu: workbook, CSV or JSON blueprint.
    Kumu,
    /// A graph in GraphML (yEd, igraph, NetworkX, Gephi).
    Graphml,
    /// A graph in GEXF (Gephi).
    Gexf,
    /// A network of Pajek.
    Pajek,
    /// Attendance reports of Zoom meetings.
    Zoom,
    /// Attendees or orders of Eventbrite.
    Eventbrite,
    /// Submissions of a KoboToolbox or ODK form.
    Kobo,
    /// Responses of a Google form.
    GoogleForms,
    /// Responses of a Microsoft form.
    MicrosoftForms,
    /// Responses of a Qualtrics survey.
    Qualtrics,
}

impl ImportFormat {
    /// All formats, in the order in which they are listed.
    pub const ALL: [Self; 17] = [
        Self::Cordis,
        Self::Giving360,
        Self::Secop2,
        Self::Iati,
        Self::Ocds,
        Self::Challenges,
        Self::Decidim,
        Self::Kumu,
        Self::Graphml,
        Self::Gexf,
        Self::Pajek,
        Self::Zoom,
        Self::Eventbrite,
        Self::Kobo,
        Self::GoogleForms,
        Self::MicrosoftForms,
        Self::Qualtrics,
    ];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cordis => "cordis",
            Self::Giving360 => "360giving",
            Self::Secop2 => "secop2",
            Self::Iati => "iati",
            Self::Ocds => "ocds",
            Self::Challenges => "challenges",
            Self::Decidim => "decidim",
            Self::Kumu => "kumu",
            Self::Graphml => "graphml",
            Self::Gexf => "gexf",
            Self::Pajek => "pajek",
            Self::Zoom => "zoom",
            Self::Eventbrite => "eventbrite",
            Self::Kobo => "kobo",
            Self::GoogleForms => "google-forms",
            Self::MicrosoftForms => "microsoft-forms",
            Self::Qualtrics => "qualtrics",
        }
    }

    /// The key of what it is called in the catalogue.
    #[must_use]
    pub fn title_key(self) -> String {
        format!("import-{}", self.name())
    }

    /// The key of the sentence that says which files it reads, and what they become.
    #[must_use]
    pub fn reads_key(self) -> String {
        format!("import-{}-reads", self.name())
    }

    /// The key of the sentence that says what its files cannot tell a hub.
    #[must_use]
    pub fn lacks_key(self) -> String {
        format!("import-{}-lacks", self.name())
    }

    fn read(self, files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
        match self {
            Self::Cordis => cordis::read(files, options),
            Self::Giving360 => giving360::read(files, options),
            Self::Secop2 => secop2::read(files, options),
            Self::Iati => iati::read(files, options),
            Self::Ocds => ocds::read(files),
            Self::Challenges => challenges::read(files, options),
            Self::Decidim => decidim::read(files, options),
            Self::Kumu => kumu::read(files, options),
            Self::Graphml => graphml::read(files, options),
            Self::Gexf => gexf::read(files, options),
            Self::Pajek => pajek::read(files, options),
            Self::Zoom => zoom::read(files, options),
            Self::Eventbrite => eventbrite::read(files, options),
            Self::Kobo => kobo::read(files, options),
            Self::GoogleForms => google_forms::read(files, options),
            Self::MicrosoftForms => microsoft_forms::read(files, options),
            Self::Qualtrics => qualtrics::read(files, options),
        }
    }
}

impl fmt::Display for ImportFormat {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl std::str::FromStr for ImportFormat {
    type Err = ImportError;

    fn from_str(text: &str) -> Result<Self, ImportError> {
        let known = || Self::ALL.into_iter();
        let found = known().find(|format| format.name() == text.trim().to_lowercase().replace('_', "-"));
        found.ok_or_else(|| ImportError::UnknownFormat {
            name: text.to_owned(),
            nearest: crate::config::nearest(text, known().map(Self::name)).map(str::to_owned),
        })
    }
}

/// What the files themselves do not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportOptions {
    /// The hub's name in `hub.toml`.
    pub name: Option<String>,
    /// A TOML file that says which columns a platform's files have, for formats that every platform writes its own way.
    pub map: Option<PathBuf>,
    /// The event that an attendance list without a name of its own belongs to.
    pub event: Option<String>,
    /// The day of that event.
    pub date: Option<String>,
    /// How `03/05/2024` is read.
    pub date_order: DateOrder,
    /// How `1.200` is read.
    pub number_form: NumberForm,
    /// Which of several languages to take, as the files name it (`es`, `ca`).
    pub locale: Option<String>,
}

impl Default for ImportOptions {
    fn default() -> Self {
        Self {
            name: None,
            map: None,
            event: None,
            date: None,
            date_order: DateOrder::Auto,
            number_form: NumberForm::Auto,
            locale: None,
        }
    }
}

/// Rows of one of hubscope's tables, made from other files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedTable {
    /// Which table.
    pub table: TableName,
    /// Its headers: columns of the table, then such as hubscope keeps as attributes.
    pub columns: Vec<String>,
    /// Its rows; a cell where nothing stands is empty. Each has as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
}

impl ImportedTable {
    /// A table without rows.
    #[must_use]
    pub fn new(table: TableName, columns: &[&str]) -> Self {
        Self {
            table,
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row with these values in these columns, a column being added where the table has none of that name; says
    /// where the row stands.
    pub fn push(&mut self, values: &[(&str, &str)]) -> Place {
        self.rows.push(vec![String::new(); self.columns.len()]);
        let row = self.rows.len() - 1;
        for (column, value) in values {
            self.set(row, column, value);
        }
        self.place(row)
    }

    /// Puts a value into a row.
    pub fn set(&mut self, row: usize, column: &str, value: &str) {
        let place = self
            .columns
            .iter()
            .position(|known| known == column)
            .unwrap_or_else(|| {
                self.columns.push(column.to_owned());
                self.rows.iter_mut().for_each(|cells| cells.push(String::new()));
                self.columns.len() - 1
            });
        value.clone_into(&mut self.rows[row][place]);
    }

    /// The value in a row, empty where the table has no such column.
    #[must_use]
    pub fn get(&self, row: usize, column: &str) -> &str {
        let place = self.columns.iter().position(|known| known == column);
        place.map_or("", |place| &self.rows[row][place])
    }

    /// Where a row stands.
    #[must_use]
    pub const fn place(&self, row: usize) -> Place {
        Place { table: self.table, row }
    }
}

/// What was read from another program's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The format they were read as.
    pub format: ImportFormat,
    /// The hub's name.
    pub name: String,
    /// Rows of hubscope's tables, none of them without any row, in the order of the tables.
    pub tables: Vec<ImportedTable>,
    /// What became of every input row.
    pub ledger: ImportLedger,
    /// SHA-256 of each input file, by file name.
    pub hashes: BTreeMap<String, String>,
}

impl Imported {
    /// From the tables and accounts of an adapter: tables without rows are left out.
    #[must_use]
    pub fn new(format: ImportFormat, tables: Vec<ImportedTable>, ledger: Vec<FileLedger>) -> Self {
        let mut tables: Vec<ImportedTable> = tables.into_iter().filter(|table| !table.rows.is_empty()).collect();
        tables.sort_by_key(|table| table.table);
        Self {
            format,
            name: String::new(),
            tables,
            ledger: ImportLedger { files: ledger },
            hashes: BTreeMap::new(),
        }
    }
}

/// Reads files of a format into rows of hubscope's tables.
///
/// # Errors
/// A file that is not there, is of another format or holds what cannot be read: the error names file, row, column,
/// value and remedy. Also an account that leaves out a row, which would be a fault in hubscope.
pub fn import(format: ImportFormat, files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    let mut hashes = BTreeMap::new();
    for path in files {
        let shown = path.display().to_string();
        sources::refuse_address(&shown)?;
        if !path.is_file() {
            return Err(RecordsError::Missing { path: shown });
        }
        let file = sources::file_name(path);
        let hash = names::fingerprint_of_file(&bytes_of(path)?);
        if hashes.insert(file.clone(), hash).is_some() {
            return Err(ImportError::SameName { file }.into());
        }
    }
    let mut imported = format.read(files, options)?;
    imported.ledger.refuse_unaccounted()?;
    if imported.tables.is_empty() {
        let files = hashes.keys().cloned().collect::<Vec<_>>().join(", ");
        return Err(ImportError::Nothing { format, files }.into());
    }
    imported.hashes = hashes;
    imported.name = options.name.clone().unwrap_or_else(|| named_after(format, files));
    Ok(imported)
}

/// A name for a hub that nobody named: the format and its first file.
fn named_after(format: ImportFormat, files: &[PathBuf]) -> String {
    let stem = files.first().and_then(|path| path.file_stem());
    stem.map_or_else(
        || format.name().to_owned(),
        |stem| format!("{} {}", format.name(), stem.to_string_lossy()),
    )
}

/// The bytes of a file.
fn bytes_of(path: &std::path::Path) -> Result<Vec<u8>, RecordsError> {
    std::fs::read(path).map_err(|problem| RecordsError::Unreadable {
        file: sources::file_name(path),
        problem: problem.to_string(),
    })
}

/// Every sheet of every file.
fn grids_of(files: &[PathBuf]) -> Result<Vec<Grid>, RecordsError> {
    let mut all = Vec::new();
    for path in files {
        all.extend(grids(path)?);
    }
    Ok(all)
}
