//! What became of every row of another program's files?
//!
//! In: each row's fate, as the adapter found it. Out: one entry per input row of every file, sheet or kind of element,
//! and the certainty that none was left out.

use super::{Grid, RecordsError, RowState, TableName};
use crate::records::sources::grid::GridNote;

/// Where a row went: a row of one of the hub's tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which table.
    pub table: TableName,
    /// Which of its rows, counted from 0 below the header.
    pub row: usize,
}

impl Place {
    /// The row as a spreadsheet numbers it in the table's file.
    #[must_use]
    pub const fn spreadsheet_row(self) -> u64 {
        self.row as u64 + 2
    }
}

/// Why a row did not simply count as used, or what was noticed about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportReason {
    /// Nothing stands in the row.
    BlankRow,
    /// The header stands in it once more.
    RepeatedHeader,
    /// It lacks what it cannot do without.
    MissingCell,
    /// A cell could not be read and became empty.
    BadCell,
    /// It refers to a record that stands in none of the files; what it says itself is used.
    UnknownReference,
    /// It refers to a record that stands in none of the files, and says nothing without it.
    Unattached,
    /// An identical row came before.
    IdenticalRow,
    /// It is about the same as another row and was joined with it.
    SameRecord,
    /// It names somebody without an id whom another row names with one.
    FoundByName,
    /// Another row with other content bears this id; this one goes without it.
    RepeatedId,
    /// The amount is of several together and says nothing of each.
    SharedAmount,
    /// What it says otherwise than an earlier row about the same is not used.
    SaysOtherwise,
    /// Both sides are the same stakeholder.
    SelfTie,
    /// It says nothing of stakeholders, ties or events.
    NoPlace,
    /// The source withholds who it was.
    Withheld,
    /// It was cancelled, withdrawn, rejected or never came about.
    NeverHeld,
    /// The participation ended before the project did.
    EndedEarly,
    /// It ends before it starts; both dates became empty.
    EndBeforeStart,
    /// A test or preview, not an answer.
    Test,
    /// A code that the format does not know; kept as it stands.
    UnknownCode,
    /// A value that its column cannot hold stands beside it, under another name.
    ValueBeside,
    /// The file itself says that it is not to be read.
    SetAside,
    /// Never let in from the waiting room.
    NotLetIn,
    /// More tickets than names: who else came is not said.
    Unnamed,
}

impl ImportReason {
    /// All reasons.
    pub const ALL: [Self; 24] = [
        Self::BlankRow,
        Self::RepeatedHeader,
        Self::MissingCell,
        Self::BadCell,
        Self::UnknownReference,
        Self::Unattached,
        Self::IdenticalRow,
        Self::SameRecord,
        Self::FoundByName,
        Self::RepeatedId,
        Self::SharedAmount,
        Self::SaysOtherwise,
        Self::SelfTie,
        Self::NoPlace,
        Self::Withheld,
        Self::NeverHeld,
        Self::EndedEarly,
        Self::EndBeforeStart,
        Self::Test,
        Self::UnknownCode,
        Self::ValueBeside,
        Self::SetAside,
        Self::NotLetIn,
        Self::Unnamed,
    ];

    /// Its name in machine files; its key in the catalogue begins with `import-reason-`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::BlankRow => "blank-row",
            Self::RepeatedHeader => "repeated-header",
            Self::MissingCell => "missing-cell",
            Self::BadCell => "bad-cell",
            Self::UnknownReference => "unknown-reference",
            Self::Unattached => "unattached",
            Self::IdenticalRow => "identical-row",
            Self::SameRecord => "same-record",
            Self::FoundByName => "found-by-name",
            Self::RepeatedId => "repeated-id",
            Self::SharedAmount => "shared-amount",
            Self::SaysOtherwise => "says-otherwise",
            Self::SelfTie => "self-tie",
            Self::NoPlace => "no-place",
            Self::Withheld => "withheld",
            Self::NeverHeld => "never-held",
            Self::EndedEarly => "ended-early",
            Self::EndBeforeStart => "end-before-start",
            Self::Test => "test",
            Self::UnknownCode => "unknown-code",
            Self::ValueBeside => "value-beside",
            Self::SetAside => "set-aside",
            Self::NotLetIn => "not-let-in",
            Self::Unnamed => "unnamed",
        }
    }
}

/// Something noticed about one row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportNote {
    /// What was noticed.
    pub reason: ImportReason,
    /// The column, as the file heads it; empty where it concerns the whole row.
    pub column: String,
    /// The value found.
    pub value: String,
}

/// What became of one row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowFate {
    /// The row as a person sees it in the file; of files without rows, the number of the element from 1.
    pub row: u64,
    /// How it ended.
    pub state: RowState,
    /// The rows it went into: its own records, or that into which it was merged.
    pub into: Vec<Place>,
    /// What was noticed.
    pub notes: Vec<ImportNote>,
}

/// The rows of one file, of one of its sheets, or of one kind of element in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLedger {
    /// The file's name.
    pub file: String,
    /// The sheet or the kind of element, where a file has several.
    pub part: Option<String>,
    /// Every row below the header, in file order.
    pub rows: Vec<RowFate>,
    /// The encoding of its text, where it is not UTF-8.
    pub encoding: Option<String>,
    /// Whether somebody hid the sheet; it was read all the same.
    pub hidden: bool,
}

impl FileLedger {
    /// An account of rows whose fate is still to be told, by their numbers.
    #[must_use]
    pub fn new(file: &str, part: Option<&str>, rows: impl IntoIterator<Item = u64>) -> Self {
        let fate = |row| RowFate {
            row,
            ..RowFate::default()
        };
        Self {
            file: file.to_owned(),
            part: part.map(str::to_owned),
            rows: rows.into_iter().map(fate).collect(),
            encoding: None,
            hidden: false,
        }
    }

    /// The account of a sheet's rows, by their numbers, with how the sheet was read.
    pub(in crate::records) fn of_sheet(grid: &Grid, rows: impl IntoIterator<Item = u64>) -> Self {
        let encoding = grid.notes.iter().find_map(|note| match note {
            GridNote::Encoding(name) => Some(name.clone()),
            _ => None,
        });
        Self {
            encoding,
            hidden: grid.is_hidden(),
            ..Self::new(&grid.file, grid.sheet.as_deref(), rows)
        }
    }

    /// Adds an element whose number follows from its place; says which it is.
    pub fn element(&mut self) -> usize {
        self.rows.push(RowFate {
            row: self.rows.len() as u64 + 1,
            ..RowFate::default()
        });
        self.rows.len() - 1
    }

    /// The row (by its place here) went into a row of a table.
    pub fn used(&mut self, row: usize, into: Place) {
        let fate = &mut self.rows[row];
        if !fate.into.contains(&into) {
            fate.into.push(into);
        }
    }

    /// Something was noticed about the row; the state that weighs more stays.
    pub fn note(&mut self, row: usize, state: RowState, reason: ImportReason, column: &str, value: &str) {
        let fate = &mut self.rows[row];
        fate.state = fate.state.max(state);
        fate.notes.push(ImportNote {
            reason,
            column: column.to_owned(),
            value: value.to_owned(),
        });
    }

    /// The row is not used.
    pub fn exclude(&mut self, row: usize, reason: ImportReason, column: &str, value: &str) {
        self.note(row, RowState::Excluded, reason, column, value);
    }

    /// The row is about the same record as another.
    pub fn merge(&mut self, row: usize, into: Place, reason: ImportReason) {
        self.note(row, RowState::Merged, reason, "", "");
        self.used(row, into);
    }

    /// The rows (by their places here) that are not excluded.
    #[must_use]
    pub fn open(&self) -> Vec<usize> {
        let open = |row: &usize| self.rows[*row].state < RowState::Excluded;
        (0..self.rows.len()).filter(open).collect()
    }

    /// How many rows ended in a state.
    #[must_use]
    pub fn count(&self, state: RowState) -> usize {
        self.rows.iter().filter(|fate| fate.state == state).count()
    }

    /// How many rows have a fate: used, repaired and merged ones say where they went, excluded ones why.
    fn accounted(&self) -> usize {
        let told = |fate: &&RowFate| match fate.state {
            RowState::Excluded => !fate.notes.is_empty(),
            _ => !fate.into.is_empty(),
        };
        self.rows.iter().filter(told).count()
    }
}

/// The account of every input row of every file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportLedger {
    /// One entry per file, sheet or kind of element.
    pub files: Vec<FileLedger>,
}

impl ImportLedger {
    /// Input rows over all files.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.files.iter().map(|file| file.rows.len()).sum()
    }

    /// How many rows of all files ended in a state.
    #[must_use]
    pub fn count(&self, state: RowState) -> usize {
        self.files.iter().map(|file| file.count(state)).sum()
    }

    /// Refuses an account in which a row has no fate.
    pub(super) fn refuse_unaccounted(&self) -> Result<(), RecordsError> {
        for file in &self.files {
            let (rows, accounted) = (file.rows.len(), file.accounted());
            if rows != accounted {
                return Err(RecordsError::LedgerOff {
                    file: file.file.clone(),
                    rows,
                    accounted,
                });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_without_a_fate_is_refused() {
        let mut ledger = FileLedger::new("a.csv", None, [2, 3, 4]);
        ledger.used(
            0,
            Place {
                table: TableName::Events,
                row: 0,
            },
        );
        ledger.exclude(2, ImportReason::NoPlace, "", "");
        let whole = |file: &FileLedger| ImportLedger {
            files: vec![file.clone()],
        };
        let error = whole(&ledger).refuse_unaccounted().expect_err("row 3 is left out");
        assert_eq!(error.to_string(), "a.csv: 3 rows, but the ledger accounts for 2");
        ledger.exclude(1, ImportReason::BlankRow, "", "");
        assert!(whole(&ledger).refuse_unaccounted().is_ok());
        assert_eq!((ledger.count(RowState::Used), ledger.count(RowState::Excluded)), (1, 2));
    }

    #[test]
    fn reasons_have_names_of_their_own() {
        let names: std::collections::BTreeSet<&str> = ImportReason::ALL.map(ImportReason::key).into();
        assert_eq!(names.len(), ImportReason::ALL.len());
    }
}
