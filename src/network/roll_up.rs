//! To whom does a record of a person or a unit go? To the post held that day, else to its parent, else to itself.
//!
//! In: kinds, parents and posts as recorded, and a level. Out: for a stakeholder and a day, the stakeholder that
//! stands for it.

use super::Level;
use crate::records::{Affiliation, HubRecords, StakeholderIndex, StakeholderKind};
use crate::time::Day;

/// Longer chains of parents than this are circles.
const LONGEST_CHAIN: usize = 16;

/// Who stands for whom at one level.
#[derive(Debug, Clone, Default)]
pub(super) struct RollUp {
    /// For each stakeholder, whether it stands for itself at this level whatever else is recorded.
    stands: Vec<bool>,
    parents: Vec<Option<StakeholderIndex>>,
    /// Sorted by holder, then by first day, then by organisation.
    posts: Vec<Post>,
}

/// A post held from `from` up to but not including `until`.
#[derive(Debug, Clone, Copy)]
struct Post {
    holder: StakeholderIndex,
    organization: StakeholderIndex,
    from: Option<Day>,
    until: Option<Day>,
}

impl Post {
    fn of(affiliation: &Affiliation) -> Self {
        Self {
            holder: affiliation.person,
            organization: affiliation.organization,
            from: affiliation.start.map(|span| span.first),
            until: affiliation.end.map(|span| span.last.plus_days(1)),
        }
    }

    fn held_on(&self, day: Option<Day>) -> bool {
        match day {
            Some(day) => self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until),
            None => self.from.is_none() && self.until.is_none(),
        }
    }
}

impl RollUp {
    pub(super) fn new(records: &HubRecords, level: Level) -> Self {
        let stands = |kind| match level {
            Level::Person => true,
            Level::Unit => kind != StakeholderKind::Person,
            Level::Organization => kind == StakeholderKind::Organization,
        };
        let mut posts: Vec<Post> = records.affiliations.iter().map(Post::of).collect();
        posts.sort_by_key(|post| (post.holder, post.from, std::cmp::Reverse(post.organization), post.until));
        Self {
            stands: records.stakeholders.iter().map(|s| stands(s.kind)).collect(),
            parents: records.stakeholders.iter().map(|s| s.parent).collect(),
            posts,
        }
    }

    /// Whether it stands for itself at this level whatever else is recorded.
    pub(super) fn stands(&self, who: StakeholderIndex) -> bool {
        self.stands[who.0 as usize]
    }

    /// Whether the day of a record can make a difference to where it goes.
    pub(super) fn depends_on_day(&self, who: StakeholderIndex) -> bool {
        let mut at = who;
        for _ in 0..LONGEST_CHAIN {
            if self.stands(at) {
                return false;
            }
            if !self.posts_of(at).is_empty() {
                return true;
            }
            match self.parents[at.0 as usize] {
                Some(parent) => at = parent,
                None => return false,
            }
        }
        false
    }

    /// Who stands for a stakeholder on a day: the first above it that stands for itself at this level, or the last of
    /// the chain. Who only stands in a circle stands for itself.
    pub(super) fn home(&self, who: StakeholderIndex, day: Option<Day>) -> StakeholderIndex {
        let mut at = who;
        for _ in 0..LONGEST_CHAIN {
            match self.above(at, day) {
                Some(next) if !self.stands(at) => at = next,
                _ => return at,
            }
        }
        who
    }

    /// Whether `high` is `low` or stands above it, at any level, as far as is known without a day.
    pub(super) fn belongs_to(&self, low: StakeholderIndex, high: StakeholderIndex) -> bool {
        let mut at = low;
        for _ in 0..LONGEST_CHAIN {
            if at == high {
                return true;
            }
            match self.above(at, None) {
                Some(next) => at = next,
                None => return false,
            }
        }
        false
    }

    /// The post held that day (of several the latest begun), else the parent. Without a day, a post held ever since
    /// and still, else the parent, else the latest post.
    fn above(&self, who: StakeholderIndex, day: Option<Day>) -> Option<StakeholderIndex> {
        let posts = self.posts_of(who);
        let held = posts.iter().rev().find(|post| post.held_on(day));
        held.map(|post| post.organization)
            .or(self.parents[who.0 as usize])
            .or_else(|| {
                day.is_none()
                    .then(|| posts.last().map(|post| post.organization))
                    .flatten()
            })
    }

    fn posts_of(&self, who: StakeholderIndex) -> &[Post] {
        let first = self.posts.partition_point(|post| post.holder < who);
        let last = self.posts.partition_point(|post| post.holder <= who);
        &self.posts[first..last]
    }
}
