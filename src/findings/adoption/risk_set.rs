//! Who could have adopted?
//!
//! In: the records and `[adoption] at_risk`. Out: the risk set. Those that adopted are always in it.

use std::collections::BTreeSet;

use crate::findings::government::Sides;
use crate::records::{HubRecords, StakeholderIndex, StakeholderKind};

/// The units that could have adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RiskSet {
    pub units: BTreeSet<StakeholderIndex>,
    /// What was declared and names nobody of this hub.
    pub unread: Vec<String>,
}

/// The declared risk set: sectors, kinds, levels of government, ids or names, separated by commas. Where nothing is
/// declared, or nothing of it names anybody, the government stakeholders of the adopters' kinds, or all of these kinds
/// where nobody is government.
pub(super) fn risk_set(records: &HubRecords, sides: &Sides<'_>) -> RiskSet {
    let everybody = || (0..records.stakeholders.len() as u32).map(StakeholderIndex);
    let mut units = BTreeSet::new();
    let mut unread = Vec::new();
    for word in words(&records.config.adoption.at_risk) {
        let named: Vec<_> = everybody()
            .filter(|index| matches(records, sides, *index, &word))
            .collect();
        if named.is_empty() {
            unread.push(word);
        }
        units.extend(named);
    }
    let adopters: BTreeSet<StakeholderIndex> = records.adoptions.iter().map(|row| row.unit).collect();
    if units.is_empty() {
        let kinds: BTreeSet<StakeholderKind> = adopters.iter().map(|unit| records.stakeholder(*unit).kind).collect();
        let of_kind = || everybody().filter(|index| kinds.contains(&records.stakeholder(*index).kind));
        units.extend(of_kind().filter(|index| sides.is_government(*index)));
        if units.is_empty() {
            units.extend(of_kind());
        }
    }
    units.extend(adopters);
    RiskSet { units, unread }
}

fn words(declared: &str) -> Vec<String> {
    let words = declared.split([',', ';']).map(|word| word.trim().to_lowercase());
    words.filter(|word| !word.is_empty()).collect()
}

/// Whether a word names the stakeholder's sector, kind, level of government, id or name.
fn matches(records: &HubRecords, sides: &Sides<'_>, index: StakeholderIndex, word: &str) -> bool {
    let stakeholder = records.stakeholder(index);
    // A person shares the sector and level of its organisation but does not adopt for it.
    let by_group = stakeholder.kind != StakeholderKind::Person
        && (sides.sector(index).is_some_and(|sector| sector.name() == word)
            || stakeholder.government_level.as_deref() == Some(word));
    by_group
        || stakeholder.kind.name() == word
        || stakeholder.id.as_str().to_lowercase() == word
        || stakeholder.name.to_lowercase() == word
}
