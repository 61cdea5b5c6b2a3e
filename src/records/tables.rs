//! Which tables and columns does hubscope know?
//!
//! In: nothing. Out: for each table its columns, how their cells are read and what people call them. The one place
//! that declares them: reading, `new`, the data dictionary and "what this hub can answer" follow it.

use std::fmt;

#[rustfmt::skip]
mod columns;
#[rustfmt::skip]
mod files;
#[rustfmt::skip]
mod filled_in;

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
    /// Organisations and units that may be one, and what was decided.
    Resolve,
    /// Persons that may be one, and what was decided: private.
    ResolvePeople,
}

impl TableName {
    /// All tables.
    pub const ALL: [Self; 14] = [
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
        Self::Resolve,
        Self::ResolvePeople,
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
            Self::Resolve => "resolve",
            Self::ResolvePeople => "resolve_people",
        }
    }
}

impl TableName {
    /// The words a file of this table may also be named by, the Spanish name first.
    pub(super) const fn synonyms(self) -> &'static [&'static str] {
        files::names(self)
    }

    /// Whether hubscope writes it for a person to fill in: it is no part of an empty hub.
    pub(super) const fn is_written_back(self) -> bool {
        matches!(self, Self::Actions | Self::Resolve | Self::ResolvePeople)
    }

    /// Its columns, in the order in which `new` writes them.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Stakeholders => columns::STAKEHOLDERS,
            Self::Partnerships => columns::PARTNERSHIPS,
            Self::Participations => columns::PARTICIPATIONS,
            Self::Events => columns::EVENTS,
            Self::Adoptions => columns::ADOPTIONS,
            Self::Leadership => columns::LEADERSHIP,
            Self::Commitments => columns::COMMITMENTS,
            Self::Affiliations => columns::AFFILIATIONS,
            Self::Nominations => columns::NOMINATIONS,
            Self::Champions => columns::CHAMPIONS,
            Self::Roster => columns::ROSTER,
            Self::Actions => filled_in::ACTIONS,
            Self::Resolve | Self::ResolvePeople => filled_in::RESOLVE,
        }
    }

    /// The column of that name.
    #[must_use]
    pub fn column(self, name: &str) -> Option<&'static Column> {
        self.columns().iter().find(|column| column.name == name)
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
    /// The ids or names of several stakeholders.
    StakeholderRefs,
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
    /// Its name in Spanish, as `new` writes it.
    pub spanish: &'static str,
    /// What else people call it.
    pub(super) synonyms: &'static [&'static str],
}

impl Column {
    /// The key of its one-line definition in the message catalogue.
    #[must_use]
    pub fn definition_key(&self, table: TableName) -> String {
        let name = self.name;
        let by_table = match (table, name) {
            (TableName::Resolve | TableName::ResolvePeople, "kind") => return "column-resolve-kind".to_owned(),
            (TableName::Leadership | TableName::Champions, "source") => false,
            (TableName::Participations, "name") => true,
            (_, "kind" | "source" | "target" | "owner") => true,
            _ => false,
        };
        if table == TableName::Actions && filled_in::ACTIONS_TOLD.contains(&name) {
            "column-told".to_owned()
        } else if by_table {
            format!("column-{table}-{name}")
        } else {
            format!("column-{name}")
        }
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }
}

const fn column(
    name: &'static str,
    kind: ColumnType,
    spanish: &'static str,
    synonyms: &'static [&'static str],
) -> Column {
    Column {
        name,
        kind,
        required: false,
        spanish,
        synonyms,
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::key;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_columns_of_a_table_share_a_header() {
        for table in TableName::ALL {
            let mut seen = BTreeSet::new();
            for column in table.columns() {
                let own = [column.name, column.spanish];
                let words: BTreeSet<String> = own.iter().chain(column.synonyms).map(|word| key(word)).collect();
                for word in words {
                    assert!(seen.insert(word.clone()), "{table}: {word} names two columns");
                }
            }
        }
    }

    #[test]
    fn no_two_tables_share_a_file_name() {
        let mut seen = BTreeSet::new();
        for table in TableName::ALL {
            let own = [table.name()];
            let words: BTreeSet<String> = own.iter().chain(table.synonyms()).map(|word| key(word)).collect();
            for word in words {
                assert!(seen.insert(word.clone()), "{word} names two tables");
            }
        }
    }
}
