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
    /// Sorted by holder, then by first day.
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

    /// The post held that day, else the parent. Without a day, a post held ever since and still, else the parent, else
    /// the latest post.
    fn above(&self, who: StakeholderIndex, day: Option<Day>) -> Option<StakeholderIndex> {
        let posts = self.posts_of(who);
        self.main_post(who, day).or(self.parents[who.0 as usize]).or_else(|| {
            day.is_none()
                .then(|| posts.last().map(|post| post.organization))
                .flatten()
        })
    }

    /// Of several posts held that day the one where the holder's parent is, else the one begun last, else the one whose
    /// organisation's id stands first; and where another of them is at a unit within that organisation, that unit.
    fn main_post(&self, who: StakeholderIndex, day: Option<Day>) -> Option<StakeholderIndex> {
        let held = || self.posts_of(who).iter().filter(|post| post.held_on(day));
        let parent = self.parents[who.0 as usize];
        let at_home = |organization| {
            parent.is_some_and(|parent| self.is_within(parent, organization) || self.is_within(organization, parent))
        };
        let main = held().max_by_key(|post| {
            let first = std::cmp::Reverse(post.organization);
            (at_home(post.organization), post.from, first)
        })?;
        let within = held().filter(|post| self.is_within(post.organization, main.organization));
        let depth = |organization| self.chain(organization).count();
        within
            .max_by_key(|post| {
                (
                    depth(post.organization),
                    post.from,
                    std::cmp::Reverse(post.organization),
                )
            })
            .map(|post| post.organization)
    }

    /// A stakeholder and all above it by parents alone.
    fn chain(&self, from: StakeholderIndex) -> impl Iterator<Item = StakeholderIndex> + '_ {
        std::iter::successors(Some(from), |at| self.parents[at.0 as usize]).take(LONGEST_CHAIN)
    }

    fn is_within(&self, low: StakeholderIndex, high: StakeholderIndex) -> bool {
        self.chain(low).any(|at| at == high)
    }

    fn posts_of(&self, who: StakeholderIndex) -> &[Post] {
        let first = self.posts.partition_point(|post| post.holder < who);
        let last = self.posts.partition_point(|post| post.holder <= who);
        &self.posts[first..last]
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_hub::{TestHub, day, hub, who};
    use super::*;
    use crate::records::Sector;

    /// Where a person's acts of a day go.
    fn home(hub: &TestHub, level: Level, person: &str, on: &str) -> String {
        let records = hub.records();
        let roll_up = RollUp::new(&records, level);
        let home = roll_up.home(who(&records, person), Some(day(on)));
        records.stakeholder(home).id.to_string()
    }

    fn organizations() -> TestHub {
        hub(&[
            ("O", Sector::Government),
            ("Q", Sector::Business),
            ("R", Sector::Academia),
        ])
        .unit("U", "O")
        .unit("V", "U")
        .unit("W", "O")
    }

    #[test]
    fn of_several_posts_at_a_time_the_parents_else_the_latest_else_the_first_id_decides() {
        let two = organizations()
            .person("p", "")
            .post("p", "O", "2020-01-01", "")
            .post("p", "Q", "2021-01-01", "");
        assert_eq!(home(&two, Level::Organization, "p", "2020-12-31"), "O");
        assert_eq!(home(&two, Level::Organization, "p", "2021-01-01"), "Q");
        let at_home =
            organizations()
                .person("p", "O")
                .post("p", "O", "2020-01-01", "")
                .post("p", "Q", "2021-01-01", "");
        assert_eq!(home(&at_home, Level::Organization, "p", "2022-01-01"), "O");
        // the parent is a unit of the organisation of the post
        let in_unit =
            organizations()
                .person("p", "U")
                .post("p", "O", "2020-01-01", "")
                .post("p", "Q", "2021-01-01", "");
        assert_eq!(home(&in_unit, Level::Organization, "p", "2022-01-01"), "O");
        let same_day =
            organizations()
                .person("p", "")
                .post("p", "R", "2020-01-01", "")
                .post("p", "Q", "2020-01-01", "");
        assert_eq!(home(&same_day, Level::Organization, "p", "2020-01-01"), "Q");
    }

    #[test]
    fn a_posts_days_decide_and_its_last_day_counts() {
        let moved = organizations()
            .person("p", "R")
            .post("p", "O", "2020-01-01", "2020-12-31")
            .post("p", "Q", "2021-03-01", "2021-06-30");
        for (on, expected) in [
            ("2019-12-31", "R"),
            ("2020-01-01", "O"),
            ("2020-12-31", "O"),
            ("2021-01-01", "R"),
            ("2021-03-01", "Q"),
            ("2021-06-30", "Q"),
            ("2021-07-01", "R"),
        ] {
            assert_eq!(home(&moved, Level::Organization, "p", on), expected, "{on}");
            assert_eq!(home(&moved, Level::Person, "p", on), "p", "{on}");
        }
    }

    #[test]
    fn a_post_at_a_unit_goes_to_the_unit_or_to_the_organization_above_it() {
        let unit = organizations().person("p", "Q").post("p", "V", "2020-01-01", "");
        assert_eq!(home(&unit, Level::Unit, "p", "2021-01-01"), "V");
        assert_eq!(home(&unit, Level::Organization, "p", "2021-01-01"), "O");
        // a post at the organisation and one at a unit of it: the unit says more, whichever began last
        let both = organizations()
            .person("p", "")
            .post("p", "U", "2020-01-01", "")
            .post("p", "O", "2021-01-01", "");
        assert_eq!(home(&both, Level::Unit, "p", "2022-01-01"), "U");
        assert_eq!(home(&both, Level::Organization, "p", "2022-01-01"), "O");
        let deep = both.post("p", "V", "2019-01-01", "");
        assert_eq!(home(&deep, Level::Unit, "p", "2022-01-01"), "V");
    }
}
