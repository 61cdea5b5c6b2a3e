//! Over which groups? A column of the stakeholders table as plain indices.
//!
//! In: the records, the roster and a column's name. Out: a [`Grouping`].

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::network::{Grouping, Roster};
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
