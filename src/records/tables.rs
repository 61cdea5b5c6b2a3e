//! Which tables and columns does hubscope know?
//!
//! The one place that declares them: reading, `new`, the data dictionary and "what this hub can answer" follow it.

use std::fmt;

/// The tables of a hub, in the order in which they are read and shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableName {
    /// Persons, units and organisations.
    Stakeholders,
    /// Dated ties.
    Partnerships,
    /// Who took part in what.
    Participations,
    /// What they took part in.
    Events,
    /// Practices taken up.
    Adoptions,
    /// Acts and spells from above.
    Leadership,
    /// What was promised.
    Commitments,
    /// Posts held.
    Affiliations,
    /// Who named whom.
    Nominations,
    /// Known champions.
    Champions,
    /// Who could have answered.
    Roster,
    /// What the last report proposed.
    Actions,
}

impl TableName {
    /// All tables.
    pub const ALL: [Self; 12] = [
        Self::Stakeholders,
        Self::Partnerships,
        Self::Participations,
        Self::Events,
        Self::Adoptions,
        Self::Leadership,
        Self::Commitments,
        Self::Affiliations,
        Self::Nominations,
        Self::Champions,
        Self::Roster,
        Self::Actions,
    ];

    /// Its name, which is also its file's stem.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stakeholders => "stakeholders",
            Self::Partnerships => "partnerships",
            Self::Participations => "participations",
            Self::Events => "events",
            Self::Adoptions => "adoptions",
            Self::Leadership => "leadership",
            Self::Commitments => "commitments",
            Self::Affiliations => "affiliations",
            Self::Nominations => "nominations",
            Self::Champions => "champions",
            Self::Roster => "roster",
            Self::Actions => "actions",
        }
    }
}

impl fmt::Display for TableName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// How the cells of a column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// As it stands.
    Text,
    /// The id or name of a stakeholder.
    StakeholderRef,
    /// The id or name of an event.
    EventRef,
    /// A date or a part of one.
    Date,
    /// A date, or a word for "open".
    EndDate,
    /// A number.
    Number,
    /// A whole number, 0 or above.
    Whole,
    /// Yes or no.
    YesNo,
    /// Several texts in one cell.
    List,
    /// One of a closed list of values.
    Choice(&'static [&'static str]),
    /// One of a known list; other values pass and are counted.
    OpenChoice(&'static [&'static str]),
}

/// One column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// How its cells are read.
    pub kind: ColumnType,
    /// Whether a row without it is excluded.
    pub required: bool,
    /// What it holds, in one line.
    pub definition: &'static str,
}
