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
    /// Where one is named, several seem to be: `Ana Pérez; Luis Gil`.
    SeveralNames,
    /// Nothing stands in the row.
    BlankRow,
    /// The same name (with organisation and e-mail) came before; what this row says otherwise is not used.
    SameName,
    /// Several stakeholders or events bear the name and nothing says which is meant.
    AmbiguousName,
    /// A totals row at the foot of the table: it counts the rows above and is none of them.
    TotalsRow,
    /// The header stands here once more, as where files or pages were put one below the other.
    RepeatedHeader,
    /// A title across the table, not a record.
    TitleRow,
    /// The cell is merged with others; down its rows, each has its text.
    MergedCell,
    /// A person decided that it is the same stakeholder as another row's, or as one named elsewhere.
    MergedByDecision,
    /// A person decided that it is one with a stakeholder named elsewhere, whose id and name stay.
    KeptElsewhere,
    /// It belongs to itself, or came to through a decision: that counts as empty.
    OwnParent,
    /// The decision was carried out.
    MergeApplied,
    /// Nobody has decided yet: nothing was merged.
    MergeUndecided,
    /// It keeps somebody apart whom no record names.
    NobodyToKeepApart,
    /// The cell shows a formula's failure (`#N/A`, `#REF!`) and counts as empty.
    FailedFormula,
    /// A note, a signature line or the like in a sheet of attendance: no person stands in the row.
    NoPerson,
    /// The row names no person, only an organisation: that took part.
    OrganizationCame,
    /// The mark says neither that the person came nor that they did not.
    UnknownMark,
    /// The list says that the person did not come.
    Absent,
    /// The person came to none of the sheet's events.
    CameToNothing,
    /// The list names an event in each row, but not in this one.
    NoEvent,
    /// The currency in the cell of an amount contradicts the column of currencies; the amount became empty.
    TwoCurrencies,
}

impl Reason {
    /// All reasons.
    pub const ALL: [Self; 35] = [
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
        Self::SeveralNames,
        Self::BlankRow,
        Self::SameName,
        Self::AmbiguousName,
        Self::TotalsRow,
        Self::RepeatedHeader,
        Self::TitleRow,
        Self::MergedCell,
        Self::FailedFormula,
        Self::NoPerson,
        Self::OrganizationCame,
        Self::UnknownMark,
        Self::Absent,
        Self::CameToNothing,
        Self::NoEvent,
        Self::MergedByDecision,
        Self::KeptElsewhere,
        Self::OwnParent,
        Self::MergeApplied,
        Self::MergeUndecided,
        Self::NobodyToKeepApart,
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
            Self::SeveralNames => "several-names",
            Self::BlankRow => "blank-row",
            Self::SameName => "same-name",
            Self::AmbiguousName => "ambiguous-name",
            Self::TotalsRow => "totals-row",
            Self::RepeatedHeader => "repeated-header",
            Self::TitleRow => "title-row",
            Self::MergedCell => "merged-cell",
            Self::FailedFormula => "failed-formula",
            Self::NoPerson => "no-person",
            Self::OrganizationCame => "organization-came",
            Self::UnknownMark => "unknown-mark",
            Self::Absent => "absent",
            Self::CameToNothing => "came-to-nothing",
            Self::NoEvent => "no-event",
            Self::MergedByDecision => "merged-by-decision",
            Self::KeptElsewhere => "kept-elsewhere",
            Self::OwnParent => "own-parent",
            Self::MergeApplied => "merge-applied",
            Self::MergeUndecided => "merge-undecided",
            Self::NobodyToKeepApart => "nobody-to-keep-apart",
            Self::TwoCurrencies => "two-currencies",
        }
    }

    /// Whether `--strict` turns it into a refusal.
    #[must_use]
    pub const fn fails_strict(self) -> bool {
        !matches!(
            self,
            Self::ReversedDuplicate
                | Self::BlankRow
                | Self::Derived
                | Self::TotalsRow
                | Self::RepeatedHeader
                | Self::TitleRow
                | Self::MergedCell
                | Self::NoPerson
                | Self::OrganizationCame
                | Self::Absent
                | Self::CameToNothing
                | Self::MergedByDecision
                | Self::KeptElsewhere
                | Self::MergeApplied
                | Self::MergeUndecided
                | Self::NobodyToKeepApart
        )
    }
}

/// Something noticed about one row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowNote {
    /// The row's place among those of the table, from 0: over all its files, where it has several.
    pub place: usize,
    /// The row as people see it in the file.
    pub row: u64,
    /// The column, as the file heads it; empty where it concerns the whole row.
    pub column: String,
    /// What was noticed.
    pub reason: Reason,
    /// The value found.
    pub value: String,
    /// The row into which this one was merged, as people see it in its file.
    pub into: Option<u64>,
    /// The file of that row, where it is another.
    pub into_file: Option<String>,
}

/// The rows of a table that stand in one file or sheet, one below the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The file's name, with its sheet where it has several: `libro.xlsx#Asistencia`.
    pub file: String,
    /// The place of the first of them among all rows of the table, from 0.
    pub place: usize,
    /// The number of the row in which it stands, as people see it: rows above it count, and so does the header.
    pub first_row: u64,
}

impl Stretch {
    /// Where most tables stand: alone in their file, below a header in row 1.
    #[must_use]
    pub fn below_header(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            place: 0,
            first_row: 2,
        }
    }
}

/// The file and the row, as people see them, of a row by its place.
pub(super) fn file_and_row(stretches: &[Stretch], place: usize) -> (&str, u64) {
    let after = stretches.partition_point(|stretch| stretch.place <= place);
    let stretch = after.checked_sub(1).and_then(|at| stretches.get(at));
    stretch.map_or(("", 0), |stretch| {
        (&*stretch.file, stretch.first_row + (place - stretch.place) as u64)
    })
}

/// The rows of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableLedger {
    /// Which table.
    pub table: TableName,
    /// Its file's name (with its sheet); several where it has several.
    pub file: String,
    /// Where its rows stand, in order: one stretch per file or sheet.
    pub stretches: Vec<Stretch>,
    /// The state of each row, in file order.
    pub states: Vec<RowState>,
    /// Notes, sorted by row, then column.
    pub notes: Vec<RowNote>,
}

impl TableLedger {
    /// A ledger in which every row is used as it stands.
    pub(super) fn new(table: TableName, file: &str, stretches: Vec<Stretch>, rows: usize) -> Self {
        Self {
            table,
            file: file.to_owned(),
            stretches,
            states: vec![RowState::Used; rows],
            notes: Vec::new(),
        }
    }

    /// The number of a row (by its place), as people see it in its file.
    #[must_use]
    pub fn row(&self, place: usize) -> u64 {
        file_and_row(&self.stretches, place).1
    }

    /// The file (with its sheet) in which a row stands.
    #[must_use]
    pub fn file_of(&self, place: usize) -> &str {
        file_and_row(&self.stretches, place).0
    }

    /// Notes something about a row (counted from 0) and raises its state; a state that wins is kept.
    pub(super) fn note(&mut self, row: usize, state: RowState, reason: Reason, column: &str, value: &str) {
        self.states[row] = self.states[row].max(state);
        self.notes.push(RowNote {
            place: row,
            row: self.row(row),
            column: column.to_owned(),
            reason,
            value: value.to_owned(),
            into: None,
            into_file: None,
        });
    }

    /// Notes that a row is the same record as another.
    pub(super) fn merge(&mut self, row: usize, into: usize, reason: Reason, column: &str, value: &str) {
        self.note(row, RowState::Merged, reason, column, value);
        let (file, number) = file_and_row(&self.stretches, into);
        let other = (file != self.file_of(row)).then(|| file.to_owned());
        if let Some(note) = self.notes.last_mut() {
            note.into = Some(number);
            note.into_file = other;
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
