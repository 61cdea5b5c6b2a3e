//! What became of every input row?
//!
//! In: the state and the notes that reading gave each row. Out: one entry per row, and totals that must add up to
//! the rows of the file.

use super::TableName;

/// The one state in which a row ends; where several apply, the later here wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum RowState {
    /// Used as it stands.
    #[default]
    Used,
    /// Used after a repair.
    Repaired,
    /// The same as another row.
    Merged,
    /// Not used.
    Excluded,
}

impl RowState {
    /// Its name in `ledger.csv`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Used => "used",
            Self::Repaired => "repaired",
            Self::Merged => "merged",
            Self::Excluded => "excluded",
        }
    }
}

/// Why a row did not simply count as used, or what was noticed about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A cell of an optional column could not be read and became empty.
    BadCell,
    /// A cell of a required column could not be read.
    BadRequiredCell,
    /// No name: the id stands for it.
    EmptyName,
    /// It names a stakeholder or event that no table declares; it was created.
    UnknownIdCreated,
    /// It names a stakeholder or event, and the hub has no table that could declare it; it was derived.
    Derived,
    /// It names a stakeholder or event that no table declares.
    UnknownIdDropped,
    /// Both sides are the same stakeholder.
    SelfTie,
    /// An identical row came before.
    IdenticalRow,
    /// It ends before it starts; both dates became empty.
    EndBeforeStart,
    /// The participation lies before its event.
    BeforeItsEvent,
    /// The same pair in the other direction stands in another row; both count.
    ReversedDuplicate,
    /// The strength is zero or below.
    StrengthNotPositive,
    /// The cell looks like text in a broken encoding.
    BrokenEncoding,
    /// Nothing stands in the row.
    BlankRow,
    /// The same name (with organisation and e-mail) came before; what this row says otherwise is not used.
    SameName,
    /// Several stakeholders or events bear the name and nothing says which is meant.
    AmbiguousName,
    /// The currency in the cell of an amount contradicts the column of currencies; the amount became empty.
    TwoCurrencies,
}

impl Reason {
    /// All reasons.
    pub const ALL: [Self; 17] = [
        Self::BadCell,
        Self::BadRequiredCell,
        Self::EmptyName,
        Self::UnknownIdCreated,
        Self::Derived,
        Self::UnknownIdDropped,
        Self::SelfTie,
        Self::IdenticalRow,
        Self::EndBeforeStart,
        Self::BeforeItsEvent,
        Self::ReversedDuplicate,
        Self::StrengthNotPositive,
        Self::BrokenEncoding,
        Self::BlankRow,
        Self::SameName,
        Self::AmbiguousName,
        Self::TwoCurrencies,
    ];

    /// Its key in the message catalogue and its name in machine files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::BadCell => "bad-cell",
            Self::BadRequiredCell => "bad-required-cell",
            Self::EmptyName => "empty-name",
            Self::UnknownIdCreated => "unknown-id-created",
            Self::Derived => "derived",
            Self::UnknownIdDropped => "unknown-id-dropped",
            Self::SelfTie => "self-tie",
            Self::IdenticalRow => "identical-row",
            Self::EndBeforeStart => "end-before-start",
            Self::BeforeItsEvent => "before-its-event",
            Self::ReversedDuplicate => "reversed-duplicate",
            Self::StrengthNotPositive => "strength-not-positive",
            Self::BrokenEncoding => "broken-encoding",
            Self::BlankRow => "blank-row",
            Self::SameName => "same-name",
            Self::AmbiguousName => "ambiguous-name",
            Self::TwoCurrencies => "two-currencies",
        }
    }

    /// Whether `--strict` turns it into a refusal.
    #[must_use]
    pub const fn fails_strict(self) -> bool {
        !matches!(self, Self::ReversedDuplicate | Self::BlankRow | Self::Derived)
    }
}

/// Something noticed about one row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowNote {
    /// The row as a spreadsheet numbers it: the header is row 1.
    pub row: u64,
    /// The column, as the file heads it; empty where it concerns the whole row.
    pub column: String,
    /// What was noticed.
    pub reason: Reason,
    /// The value found.
    pub value: String,
    /// The row into which this one was merged.
    pub into: Option<u64>,
}

/// The number a spreadsheet gives a row counted from 0 below the header.
pub(super) const fn spreadsheet_row(row: usize) -> u64 {
    row as u64 + 2
}

/// The rows of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableLedger {
    /// Which table.
    pub table: TableName,
    /// Its file's name.
    pub file: String,
    /// The state of each row, in file order: the first is row 2.
    pub states: Vec<RowState>,
    /// Notes, sorted by row, then column.
    pub notes: Vec<RowNote>,
}

impl TableLedger {
    /// A ledger in which every row is used as it stands.
    pub(super) fn new(table: TableName, file: &str, rows: usize) -> Self {
        Self {
            table,
            file: file.to_owned(),
            states: vec![RowState::Used; rows],
            notes: Vec::new(),
        }
    }

    /// Notes something about a row (counted from 0) and raises its state; a state that wins is kept.
    pub(super) fn note(&mut self, row: usize, state: RowState, reason: Reason, column: &str, value: &str) {
        self.states[row] = self.states[row].max(state);
        self.notes.push(RowNote {
            row: spreadsheet_row(row),
            column: column.to_owned(),
            reason,
            value: value.to_owned(),
            into: None,
        });
    }

    /// Notes that a row is the same record as another.
    pub(super) fn merge(&mut self, row: usize, into: usize, reason: Reason, column: &str, value: &str) {
        self.note(row, RowState::Merged, reason, column, value);
        if let Some(note) = self.notes.last_mut() {
            note.into = Some(spreadsheet_row(into));
        }
    }

    /// Whether a row's record is used: neither excluded nor merged into another's.
    pub(super) fn is_live(&self, row: usize) -> bool {
        self.states[row] < RowState::Merged
    }

    /// The rows whose records are used, those without repairs first: of rows that say the same, one of these stays.
    pub(super) fn cleanest_first(&self) -> Vec<usize> {
        let mut rows = self.live_rows();
        rows.sort_by_key(|row| (self.states[*row], *row));
        rows
    }

    /// The rows whose records are used.
    pub(super) fn live_rows(&self) -> Vec<usize> {
        (0..self.states.len()).filter(|row| self.is_live(*row)).collect()
    }

    /// How many rows ended in a state.
    #[must_use]
    pub fn count(&self, state: RowState) -> usize {
        self.states.iter().filter(|s| **s == state).count()
    }
}

/// The account of every input row of every table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// One entry per table read, in the order of [`TableName`].
    pub tables: Vec<TableLedger>,
}

impl Ledger {
    /// Rows over all tables.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.tables.iter().map(|t| t.states.len()).sum()
    }

    /// How many rows of all tables ended in a state.
    #[must_use]
    pub fn count(&self, state: RowState) -> usize {
        self.tables.iter().map(|t| t.count(state)).sum()
    }
}
