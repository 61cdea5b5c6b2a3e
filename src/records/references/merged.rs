//! What becomes of stakeholders that a person decided to be one?
//!
//! In: everyone, and the decisions. Out: everyone without those who became another; the one that stays has the names
//! and what the others' rows say besides, and each of these rows is merged in the ledger. Circles of parents are
//! refused here, because decisions may close one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::cast::{TypedTable, Values};
use super::super::resolve::{Decisions, Known};
use super::super::{HashMap, Reason, RecordsError, RowState, names};
use super::Target;
use super::stakeholders::StakeholderIdentity;

/// Everyone as decisions are about them.
pub(super) fn known(everyone: &[(Target, StakeholderIdentity)]) -> Vec<Known> {
    let known = everyone.iter().map(|(target, who)| Known {
        id: Arc::clone(&who.id),
        name: Arc::clone(&who.name),
        kind: who.kind,
        declared: matches!(target, Target::Declared(_)),
    });
    known.collect()
}

/// The id that each id became.
pub(super) fn becomes(decisions: &Decisions) -> HashMap<Arc<str>, Arc<str>> {
    let pairs = decisions.merged.iter();
    pairs
        .map(|one| (Arc::clone(&one.id.0), Arc::clone(&one.into.0)))
        .collect()
}

/// Joins those who became one; their ids are final, their rows' references too.
pub(super) fn join(
    mut typed: Option<&mut TypedTable>,
    everyone: Vec<StakeholderIdentity>,
    decisions: &Decisions,
) -> Vec<StakeholderIdentity> {
    let became = becomes(decisions);
    let mut groups: BTreeMap<Arc<str>, Vec<StakeholderIdentity>> = BTreeMap::new();
    for mut who in everyone {
        who.parent = who.parent.map(|parent| became.get(&parent).cloned().unwrap_or(parent));
        let id = became.get(&who.id).unwrap_or(&who.id);
        groups.entry(Arc::clone(id)).or_default().push(who);
    }
    let mut joined = Vec::with_capacity(groups.len());
    for (id, mut members) in groups {
        // the one that stays first, then those whom rows declare
        members.sort_by(|a, b| (a.id != id, a.row.is_none(), &a.id).cmp(&(b.id != id, b.row.is_none(), &b.id)));
        let mut members = members.into_iter();
        let Some(mut stays) = members.next() else { continue };
        for other in members {
            merge(typed.as_deref_mut(), &mut stays, other, decisions);
        }
        stays.parent = stays.parent.filter(|parent| *parent != id);
        joined.push(stays);
    }
    joined
}

/// Takes one into the one that stays.
fn merge(
    typed: Option<&mut TypedTable>,
    stays: &mut StakeholderIdentity,
    other: StakeholderIdentity,
    decisions: &Decisions,
) {
    let decided = decisions.merged.iter().find(|one| one.id.0 == other.id);
    let reasons = decided.and_then(|one| one.reasons.as_deref()).unwrap_or_default();
    let colon = if reasons.is_empty() { "" } else { ": " };
    let said = format!("{} → {}{colon}{reasons}", other.id, stays.id);
    if let (Some(typed), Some(row)) = (typed, other.row) {
        let header = typed.header("name").to_owned();
        match stays.row {
            Some(base) => {
                typed.ledger.merge(row, base, Reason::MergedByDecision, &header, &said);
                complete(typed, base, row);
            }
            None => {
                typed
                    .ledger
                    .note(row, RowState::Repaired, Reason::KeptElsewhere, &header, &said);
                stays.row = Some(row);
                stays.kind = other.kind;
            }
        }
    }
    stays.also.extend(std::iter::once(other.name).chain(other.also));
    stays.parent = stays.parent.take().or(other.parent);
    stays.email = stays.email.take().or(other.email);
}

/// Puts what one row says where the other says nothing, and lists together; what it says otherwise is noted.
fn complete(typed: &mut TypedTable, base: usize, row: usize) {
    let mut said_otherwise = Vec::new();
    for column in &mut typed.columns {
        if matches!(column.column.name, "id" | "name") {
            continue;
        }
        if let Values::Lists(lists) = &mut column.values {
            let more = lists[row].clone();
            let own = &mut lists[base];
            more.into_iter().for_each(|one| {
                if !own.contains(&one) {
                    own.push(one);
                }
            });
            own.sort();
        } else if let Some(otherwise) = column.values.complete(base, row) {
            said_otherwise.push((column.header.clone(), otherwise));
        }
    }
    for column in &mut typed.extra {
        if column.values[base].is_none() {
            column.values[base] = column.values[row].clone();
        }
    }
    for (header, value) in said_otherwise {
        typed.ledger.merge(row, base, Reason::MergedByDecision, &header, &value);
    }
}

/// Nobody belongs to itself: such a cell counts as empty. A longer circle is refused with its rows.
pub(super) fn refuse_circles(
    mut typed: Option<&mut TypedTable>,
    everyone: &mut [StakeholderIdentity],
) -> Result<(), RecordsError> {
    for who in everyone.iter_mut() {
        let Some((typed, row)) = typed.as_deref_mut().zip(who.row) else {
            continue;
        };
        let Some(column) = typed
            .columns
            .iter_mut()
            .find(|column| column.column.name == "parent_id")
        else {
            continue;
        };
        let Values::Text(parents) = &mut column.values else {
            continue;
        };
        if parents[row].as_ref() == Some(&who.id) {
            (parents[row], who.parent) = (None, None);
            let header = column.header.clone();
            typed
                .ledger
                .note(row, RowState::Repaired, Reason::OwnParent, &header, &who.id);
        }
    }
    let at: HashMap<&str, usize> = everyone.iter().enumerate().map(|(at, who)| (&*who.id, at)).collect();
    let above: Vec<Option<usize>> = everyone
        .iter()
        .map(|who| who.parent.as_ref().and_then(|parent| at.get(&**parent)).copied())
        .collect();
    let Some(circle) = circle(&above) else { return Ok(()) };
    let Some(typed) = typed else { return Ok(()) };
    let names = circle.iter().chain(circle.first()).map(|at| &*everyone[*at].name);
    let mut places: Vec<usize> = circle.iter().filter_map(|at| everyone[*at].row).collect();
    places.sort_unstable();
    let rows: Vec<String> = places
        .iter()
        .map(|place| typed.ledger.row(*place).to_string())
        .collect();
    Err(RecordsError::ParentCircle {
        file: typed.ledger.file.clone(),
        rows: rows.join(", "),
        column: typed.header("parent_id").to_owned(),
        names: names.collect::<Vec<_>>().join(" → "),
    })
}

/// The first circle, from its first member on.
fn circle(above: &[Option<usize>]) -> Option<Vec<usize>> {
    // 0: not seen; else the number of the walk that saw it
    let mut seen = vec![0_usize; above.len()];
    for start in 0..above.len() {
        let walk = start + 1;
        let mut at = Some(start);
        while let Some(here) = at.filter(|here| seen[*here] == 0) {
            seen[here] = walk;
            at = above[here];
        }
        let Some(first) = at.filter(|here| seen[*here] == walk) else {
            continue;
        };
        let mut circle = vec![first];
        let mut next = above[first];
        while let Some(here) = next.filter(|here| *here != first) {
            circle.push(here);
            next = above[here];
        }
        let least = circle
            .iter()
            .enumerate()
            .min_by_key(|(_, at)| **at)
            .map_or(0, |(place, _)| place);
        circle.rotate_left(least);
        return Some(circle);
    }
    None
}

/// The other names of one who stays, without its own and each once.
pub(in crate::records) fn other_names(who: &StakeholderIdentity, recorded: Vec<Arc<str>>) -> Vec<Arc<str>> {
    let mut keys = vec![names::key(&who.name)];
    let mut kept = Vec::new();
    for name in recorded.into_iter().chain(who.also.iter().cloned()) {
        let key = names::key(&name);
        if !keys.contains(&key) {
            keys.push(key);
            kept.push(name);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_found_from_its_first_member() {
        assert_eq!(circle(&[Some(1), None, Some(0)]), None);
        assert_eq!(circle(&[Some(2), Some(3), Some(1), Some(2)]), Some(vec![1, 3, 2]));
    }
}
