//! Who is on the government side, and who stands above whom?
//!
//! In: the records and a day. Out: for each stakeholder those above it, its sector and its side. A person stands under
//! the post held that day, else under its parent; whoever has no sector takes that of the next one above.

use crate::records::{Affiliation, HubRecords, Sector, StakeholderIndex, StakeholderKind};
use crate::time::Day;

/// Where everyone stands.
pub(super) struct Sides<'a> {
    records: &'a HubRecords,
    /// By stakeholder: itself, then those above it.
    lines: Vec<Vec<StakeholderIndex>>,
}

impl<'a> Sides<'a> {
    /// Where everyone stands on a day; `None` where nothing is dated.
    pub fn new(records: &'a HubRecords, day: Option<Day>) -> Self {
        let all = (0..records.stakeholders.len() as u32).map(StakeholderIndex);
        Self {
            records,
            lines: all.map(|index| line_of(records, index, day)).collect(),
        }
    }

    /// A stakeholder and those above it, upwards.
    pub fn line(&self, index: StakeholderIndex) -> &[StakeholderIndex] {
        &self.lines[index.0 as usize]
    }

    /// The organisation it is or belongs to.
    pub fn organization(&self, index: StakeholderIndex) -> Option<StakeholderIndex> {
        let kind = |above: &StakeholderIndex| self.records.stakeholder(*above).kind;
        let mut upwards = self.line(index).iter().copied();
        upwards.rfind(|above| kind(above) == StakeholderKind::Organization)
    }

    /// The first sector recorded on the way up.
    pub fn sector(&self, index: StakeholderIndex) -> Option<Sector> {
        let mut upwards = self.line(index).iter();
        upwards.find_map(|above| self.records.stakeholder(*above).sector)
    }

    /// Whether its sector is one of `[government] sectors`.
    pub fn is_government(&self, index: StakeholderIndex) -> bool {
        self.sector(index)
            .is_some_and(|sector| is_government(self.records, sector))
    }
}

/// Whether a sector is one of `[government] sectors`.
pub(super) fn is_government(records: &HubRecords, sector: Sector) -> bool {
    records
        .config
        .government
        .sectors
        .iter()
        .any(|name| name == sector.name())
}

/// The post a person holds on a day; of several, the one that began last, then the one whose id stands first.
pub(super) fn post_on(records: &HubRecords, person: StakeholderIndex, day: Option<Day>) -> Option<&Affiliation> {
    let holds = |post: &&Affiliation| {
        day.is_none_or(|day| {
            post.start.is_none_or(|start| start.first <= day) && post.end.is_none_or(|end| day <= end.last)
        })
    };
    let first = records.affiliations.partition_point(|post| post.person < person);
    let own = records.affiliations[first..]
        .iter()
        .take_while(|post| post.person == person);
    own.filter(holds)
        .max_by_key(|post| (post.start.map(|span| span.first), std::cmp::Reverse(post.organization)))
}

fn line_of(records: &HubRecords, from: StakeholderIndex, day: Option<Day>) -> Vec<StakeholderIndex> {
    let mut line = vec![from];
    let mut next = post_on(records, from, day).map(|post| post.organization);
    next = next.or(records.stakeholder(from).parent);
    while let Some(above) = next.filter(|above| !line.contains(above)) {
        line.push(above);
        next = records.stakeholder(above).parent;
    }
    line
}
