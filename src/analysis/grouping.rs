//! Over which groups? A column of the stakeholders table, or the communities found, as plain indices.
//!
//! In: the records, the roster and a column's name. Out: [`Groups`].

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::metrics::community;
use crate::network::{Grouping, Roster, Snapshot};
use crate::records::{HubRecords, Stakeholder};

/// No such column in the stakeholders table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the stakeholders table has no column \"{column}\" to group by")]
pub struct UnknownColumn {
    /// What was asked for.
    pub column: String,
    /// The columns there are.
    pub known: Vec<String>,
}

/// The groups over which measures are taken.
#[derive(Debug, Clone)]
pub enum Groups {
    /// The values of a column: the same in every window.
    Column(Grouping),
    /// The communities found, in each window anew.
    Communities,
}

impl Groups {
    /// The groups that a name stands for: a column of the stakeholders table, or, where it has none of that name,
    /// `community`.
    ///
    /// # Errors
    /// Where it is neither.
    pub fn named(records: &HubRecords, roster: &Roster, name: &str) -> Result<Self, UnknownColumn> {
        match by_column(records, roster, name) {
            Err(_) if name == COMMUNITY => Ok(Self::Communities),
            found => found.map(Self::Column),
        }
    }

    /// The group of each node of a snapshot.
    #[must_use]
    pub fn of(&self, snapshot: &Snapshot) -> Vec<Option<u32>> {
        match self {
            Self::Column(grouping) => grouping.for_places(snapshot.places()),
            Self::Communities => community(snapshot).of,
        }
    }
}

/// What the communities found are called where a column is asked for.
const COMMUNITY: &str = "community";

const KNOWN: [&str; 5] = ["sector", "kind", "city", "country", "government_level"];

/// The members of the roster by a column: a known one, or any other that the stakeholders table has.
///
/// # Errors
/// Where the table has no such column.
pub fn by_column(records: &HubRecords, roster: &Roster, column: &str) -> Result<Grouping, UnknownColumn> {
    if column == "sector" {
        return Ok(roster.by_sector());
    }
    let value = |one: &Stakeholder, place: usize| -> Option<Arc<str>> {
        match column {
            "kind" => Some(Arc::from(one.kind.name())),
            "city" => one.city.clone(),
            "country" => one.country.clone(),
            "government_level" => one.government_level.clone(),
            _ => records.attributes.get(column).and_then(|values| values[place].clone()),
        }
    };
    if !KNOWN.contains(&column) && !records.attributes.contains_key(column) {
        let known = KNOWN
            .iter()
            .map(|name| (*name).to_owned())
            .chain(records.attributes.keys().cloned())
            .chain([COMMUNITY.to_owned()])
            .collect();
        return Err(UnknownColumn {
            column: column.to_owned(),
            known,
        });
    }
    let values: Vec<Option<Arc<str>>> = roster
        .members
        .iter()
        .map(|member| value(records.stakeholder(member.stakeholder), member.stakeholder.0 as usize))
        .collect();
    let labels: Vec<Arc<str>> = values
        .iter()
        .flatten()
        .cloned()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let of = values
        .iter()
        .map(|value| {
            value
                .as_ref()
                .and_then(|value| labels.binary_search(value).ok())
                .map(|group| group as u32)
        })
        .collect();
    Ok(Grouping { labels, of })
}
