//! 1 · What did the hub write down?
//!
//! In: a folder of tables. Out: [`HubRecords`], every cell typed and every id resolved, beside the [`Ledger`] that
//! accounts for each input row. Dirty rows are data, not errors; what is refused is a [`RecordsError`].
//! This stage does not know what a graph is.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use crate::config::HubConfig;

pub mod adapters;
mod attendance;
mod build;
mod cast;
mod cells;
mod error;
pub mod ledger;
mod mapping;
mod names;
mod references;
pub mod resolve;
mod rows;
mod sources;
mod tables;
pub mod template;
mod words;

pub use attendance::{AttendanceForm, AttendanceSheet, AttendedEvent, ToldBy};
pub use error::{FormDoubt, RecordsError, SettledBy, Undecided};
pub use ledger::{Ledger, Reason, RowNote, RowState, Stretch, TableLedger};
pub use mapping::mapping_toml;
pub use names::person_code;
pub use rows::{
    Adoption, Affiliation, Amount, ChampionLabel, Commitment, Consent, End, Event, LeadershipAct, Nomination, Origin,
    Participation, Partnership, PastAction, RosterEntry, Sector, Stakeholder, StakeholderKind,
};
pub use sources::{SourceError, SourceNote, Unread, WhyUnread, panics_are_refusals};
pub use tables::{Column, ColumnType, TableName};

/// Maps by a quick hash: millions of cells are looked up, and no order is ever taken from them.
type HashMap<K, V> = polars::prelude::PlHashMap<K, V>;
/// Sets likewise.
type HashSet<K> = polars::prelude::PlHashSet<K>;

/// The id of a stakeholder: as recorded, else made from content (never from a row's place in a file).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StakeholderId(pub Arc<str>);

/// The id of an event: as recorded, else made from content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub Arc<str>);

/// The id of a record (a partnership, an adoption, …): as recorded, else made from content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub Arc<str>);

macro_rules! text_id {
    ($($name:ident),*) => {$(
        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self { Self(Arc::from(text)) }
        }
        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result { out.write_str(&self.0) }
        }
    )*};
}
text_id!(StakeholderId, EventId, RecordId);

/// A stakeholder's place in [`HubRecords::stakeholders`], which is sorted by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StakeholderIndex(pub u32);

/// An event's place in [`HubRecords::events`], which is sorted by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventIndex(pub u32);

/// All that was read from a hub: the tables, typed and joined, in an order that depends on their content alone.
///
/// Each list is sorted (by id, or by content where records have none), so that shuffling the rows of a file
/// changes nothing here but the row numbers in the ledger.
#[derive(Debug, Clone, Default)]
pub struct HubRecords {
    /// The hub's name: `[hub] name`, else the folder's.
    pub name: String,
    /// The choices of `hub.toml`.
    pub config: HubConfig,
    /// Persons, units and organisations, sorted by id.
    pub stakeholders: Vec<Stakeholder>,
    /// Columns of the stakeholders table that hubscope does not know, by header: one value per stakeholder.
    pub attributes: BTreeMap<String, Vec<Option<Arc<str>>>>,
    /// What they took part in, sorted by id.
    pub events: Vec<Event>,
    /// Dated ties, sorted by id.
    pub partnerships: Vec<Partnership>,
    /// Who took part in what, sorted by event, stakeholder and date.
    pub participations: Vec<Participation>,
    /// Practices taken up, sorted by practice, unit and date.
    pub adoptions: Vec<Adoption>,
    /// Acts and spells from above, sorted by start.
    pub leadership: Vec<LeadershipAct>,
    /// What was promised, sorted by id.
    pub commitments: Vec<Commitment>,
    /// Posts held, sorted by person and start.
    pub affiliations: Vec<Affiliation>,
    /// Who named whom.
    pub nominations: Vec<Nomination>,
    /// Known champions.
    pub champion_labels: Vec<ChampionLabel>,
    /// Who could have answered or taken part, per window.
    pub roster: Vec<RosterEntry>,
    /// What the last report proposed, as filled in.
    pub past_actions: Vec<PastAction>,
    /// Who was decided to be one, and who to be two.
    pub decisions: resolve::Decisions,
    /// Which tables the hub has, with their columns that hold a value somewhere.
    pub present: BTreeMap<TableName, PresentTable>,
    /// What became of every input row.
    pub ledger: Ledger,
    /// The mapping that was used to read names and values.
    pub mapping: Mapping,
    /// SHA-256 of each input file, by file name, for the run record.
    pub input_hashes: BTreeMap<String, String>,
}

/// One table as found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentTable {
    /// Its file's name.
    pub file: String,
    /// Rows in the file.
    pub rows: usize,
    /// Known columns that hold a value in at least one row.
    pub filled: Vec<&'static str>,
    /// Headers hubscope does not know.
    pub unknown_columns: Vec<String>,
}

/// How names and values were read; printed by `check` and kept in the run record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Table → column of hubscope → header in the file, where they differ.
    pub columns: BTreeMap<TableName, BTreeMap<String, String>>,
    /// Table and column → value in the file → (value of hubscope, rows).
    pub values: BTreeMap<String, BTreeMap<String, (String, usize)>>,
    /// Table and column → value in the file that hubscope does not know → rows.
    pub unmapped: BTreeMap<String, BTreeMap<String, usize>>,
    /// File, or file and sheet → how it was read, where that is worth a word: its encoding, titles above its header.
    pub sources: BTreeMap<String, Vec<SourceNote>>,
    /// Files and sheets that look like tables and were not read.
    pub unread: Vec<Unread>,
    /// How each sheet of attendance was read.
    pub attendance: Vec<AttendanceSheet>,
    /// Table and column → unknown value → the value that may be meant.
    pub values_meant: BTreeMap<String, BTreeMap<String, String>>,
    /// Table → unknown header → the column that may be meant.
    pub headers_meant: BTreeMap<TableName, BTreeMap<String, String>>,
    /// Table and column of lists without declared options → cells that hold a comma and were not split at it.
    pub unsplit: BTreeMap<String, usize>,
    /// Table and column → how its dates are written, where its cells leave a choice (`day_month`, `month_day`,
    /// `serial_1900` or `serial_1904`).
    pub date_orders: BTreeMap<String, String>,
    /// Tables and columns with years of two digits: 70 to 99 are 1970 to 1999, 00 to 69 are 2000 to 2069.
    pub short_years: std::collections::BTreeSet<String>,
    /// Table and column → the number form that the column decided (`point` or `comma`).
    pub number_forms: BTreeMap<String, String>,
}

impl HubRecords {
    /// The stakeholder at a place.
    #[must_use]
    pub fn stakeholder(&self, index: StakeholderIndex) -> &Stakeholder {
        &self.stakeholders[index.0 as usize]
    }

    /// The event at a place.
    #[must_use]
    pub fn event(&self, index: EventIndex) -> &Event {
        &self.events[index.0 as usize]
    }

    /// The place of a stakeholder id.
    #[must_use]
    pub fn find_stakeholder(&self, id: &str) -> Option<StakeholderIndex> {
        let place = self.stakeholders.binary_search_by(|s| s.id.as_str().cmp(id)).ok()?;
        u32::try_from(place).ok().map(StakeholderIndex)
    }

    /// Whether the hub has a table, even an empty one.
    #[must_use]
    pub fn has_table(&self, table: TableName) -> bool {
        self.present.contains_key(&table)
    }
}

/// How a hub is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Another file than the hub's own `hub.toml`.
    pub config: Option<std::path::PathBuf>,
}

/// Reads a hub: a folder of tables, a workbook, or a SQLite file.
///
/// # Errors
/// Whatever the refusal table of the records says: the error names file, row, column, value and remedy.
pub fn read(hub: &Path, options: &ReadOptions) -> Result<HubRecords, RecordsError> {
    refuse_what_is_no_hub(hub)?;
    let mut records = HubRecords::default();
    records.config = read_config(hub, options, &mut records.input_hashes)?;
    refuse_unknown_names(&records.config)?;
    let folder = hub.canonicalize().unwrap_or_else(|_| hub.to_owned());
    records.name = records.config.hub.name.clone().unwrap_or_else(|| name_of(&folder));

    let mut found = sources::find(hub, &records.config)?;
    let mut lists = attendance::find(hub, &mut found)?;
    let mut mapping = Mapping {
        unread: std::mem::take(&mut found.unread),
        ..Mapping::default()
    };
    let mut interner = cast::Interner::default();
    let mut caster = cast::Caster::new(&records.config, &mut interner, &mut mapping);
    let mut tables = Vec::new();
    let names: Vec<TableName> = found.tables.keys().copied().collect();
    for table in names {
        let mut sheet = sources::open(table, &found, &records.config)?;
        records.input_hashes.extend(std::mem::take(&mut sheet.hashes));
        if let Some(error) = attendance::stands_instead(&sheet, &records.config) {
            lists.take_instead(table, &found, error)?;
            continue;
        }
        let notes = std::mem::take(&mut sheet.notes);
        match caster.cast(sheet) {
            // what is named after attendance may hold a list or a matrix instead of a table
            Err(error) if attendance::may_stand_for(table, &error) => lists.take_instead(table, &found, error)?,
            cast => {
                let (typed, present) = cast?;
                for (file, note) in notes {
                    caster.mapping.sources.entry(file).or_default().push(note);
                }
                records.present.insert(table, present);
                tables.push(typed);
            }
        }
    }
    let policy = records.config.records.unknown_ids;
    let attended = attendance::read(&mut lists, &records.config)?;
    if tables.is_empty() && attended.is_empty() {
        return Err(RecordsError::NoTables {
            path: hub.display().to_string(),
        });
    }
    let folds = attendance::join(&attended, policy, &mut tables, &mut records.present, &mut caster)?;
    let references::Resolved { identities, decisions } = references::resolve_stakeholders(&mut tables, policy)?;
    let events = references::resolve_events(&mut tables, policy)?;
    mapping.unread.extend(lists.unread(&attended));
    mapping.unread.sort();
    mapping.attendance = attended.read;
    for (file, note) in attended.notes {
        mapping.sources.entry(file).or_default().push(note);
    }
    records.input_hashes.append(&mut lists.hashes);
    (records.mapping, records.decisions) = (mapping, decisions);
    build::build(&mut records, tables, identities, events)?;
    if let Some(folds) = folds {
        attendance::settle_ledger(&mut records.ledger, &folds);
    }
    refuse_unknown_people(&records)?;
    Ok(records)
}

/// `[hub] operator` and `staff` may only name those whom some record names: otherwise they would count as members.
fn refuse_unknown_people(records: &HubRecords) -> Result<(), RecordsError> {
    let hub = &records.config.hub;
    let written = hub.operator.iter().chain(&hub.staff).map(|name| name.trim());
    let called = || {
        records.stakeholders.iter().flat_map(|one| {
            let names = std::iter::once(&*one.name).chain(one.aliases.iter().map(|alias| &**alias));
            std::iter::once(one.id.as_str()).chain(names)
        })
    };
    for name in written.filter(|name| !name.is_empty()) {
        let key = names::key(name);
        if !called().any(|known| names::key(known) == key) {
            return Err(RecordsError::UnknownStakeholder {
                name: name.to_owned(),
                nearest: crate::config::nearest(name, called()).map(str::to_owned),
            });
        }
    }
    Ok(())
}

fn refuse_what_is_no_hub(hub: &Path) -> Result<(), RecordsError> {
    let path = hub.display().to_string();
    sources::refuse_address(&path)?;
    if hub.is_dir() || hub.is_file() && sources::is_hub_file(hub) {
        Ok(())
    } else if hub.exists() {
        Err(RecordsError::SingleFile { path })
    } else {
        Err(RecordsError::Missing { path })
    }
}

/// A hub without a name has that of its folder, or of its one file without the ending.
fn name_of(hub: &Path) -> String {
    let stem = hub.file_stem().filter(|_| !hub.is_dir());
    stem.map_or_else(|| sources::file_name(hub), |stem| stem.to_string_lossy().into_owned())
}

fn read_config(
    hub: &Path,
    options: &ReadOptions,
    hashes: &mut BTreeMap<String, String>,
) -> Result<HubConfig, RecordsError> {
    let path = options.config.clone().unwrap_or_else(|| hub.join("hub.toml"));
    if !path.is_file() {
        return match &options.config {
            Some(path) => Err(RecordsError::Missing {
                path: path.display().to_string(),
            }),
            None => Ok(HubConfig::default()),
        };
    }
    let file = sources::file_name(&path);
    let text = std::fs::read_to_string(&path).map_err(|problem| RecordsError::Unreadable {
        file: file.clone(),
        problem: problem.to_string(),
    })?;
    hashes.insert(file, names::fingerprint_of_file(text.as_bytes()));
    Ok(crate::config::parse(text.trim_start_matches('\u{feff}'))?)
}

/// `[columns]`, `[values]`, `[options]` and `[sectors]` may only name what there is.
fn refuse_unknown_names(config: &HubConfig) -> Result<(), RecordsError> {
    let tables = TableName::ALL.map(TableName::name);
    let columns = || {
        TableName::ALL
            .into_iter()
            .flat_map(|table| table.columns().iter().map(|column| column.name))
    };
    let unknown = |section: &str, key: &String, nearest: Option<&str>| RecordsError::UnknownMapping {
        section: section.to_owned(),
        key: key.clone(),
        nearest: nearest.map(str::to_owned),
    };
    if let Some(key) = config.columns.keys().find(|key| !tables.contains(&key.as_str())) {
        return Err(unknown("columns", key, crate::config::nearest(key, tables)));
    }
    let places: Vec<String> = TableName::ALL
        .into_iter()
        .flat_map(|table| {
            table
                .columns()
                .iter()
                .map(move |column| format!("{table}.{}", column.name))
        })
        .collect();
    let is_place = |key: &str| places.iter().any(|place| place == key);
    let nearest_place = |key: &str| crate::config::nearest(key, places.iter().map(String::as_str));
    for (section, keys) in [
        ("values", config.values.keys().collect::<Vec<_>>()),
        ("options", config.options.keys().collect()),
    ] {
        let strange = |key: &&&String| !is_place(key) && !columns().any(|name| name == key.as_str());
        if let Some(key) = keys.iter().find(strange) {
            let nearest = if key.contains('.') {
                nearest_place(key)
            } else {
                crate::config::nearest(key, columns())
            };
            return Err(unknown(section, key, nearest));
        }
    }
    for (section, keys) in [
        (
            "records.date_orders",
            config.records.date_orders.keys().collect::<Vec<_>>(),
        ),
        ("records.number_forms", config.records.number_forms.keys().collect()),
    ] {
        if let Some(key) = keys.into_iter().find(|key| !is_place(key)) {
            return Err(unknown(section, key, nearest_place(key)));
        }
    }
    let sectors = Sector::ALL.map(Sector::name);
    let conditions = config.gaps.roles.values().flatten();
    let unreadable = |text: &&String| !text.contains('=') && !sectors.contains(&text.trim());
    if let Some(text) = conditions.into_iter().find(unreadable) {
        return Err(unknown("gaps.roles", text, crate::config::nearest(text, sectors)));
    }
    match config
        .sectors
        .values()
        .find(|sector| !sectors.contains(&sector.as_str()))
    {
        Some(sector) => Err(unknown("sectors", sector, crate::config::nearest(sector, sectors))),
        None => Ok(()),
    }
}
