//! What would a new working tie be good for?
//!
//! In: the working layer of the window and the sectors of its members. Out: [`Goals`], which says how good the network
//! is by each [`Goal`], and how much better a new tie would make it, whatever ties were added before.
//!
//! All is counted in whole pairs (or combinations of member and role), so that effects of ties added one after the other
//! add up to the effect of all, without rounding.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rayon::prelude::*;

use super::{Context, template};
use crate::metrics::{components, two_step_reach};
use crate::network::{NodeIndex, Place, Snapshot};

mod goal;

pub use goal::{Goal, Pair};

/// The working layer as it is, and how good it is.
#[derive(Debug)]
pub struct Goals<'a> {
    working: &'a Snapshot,
    /// For each node the roles of the template that it fills, one bit each.
    roles: Vec<u32>,
    /// Combinations of a member and another role.
    combinations: u64,
    /// For each node its component.
    part_of: Vec<u32>,
    today: Today,
    /// Pairs within two steps of each other; found when first asked for, because it takes longest.
    within_two: OnceLock<u64>,
}

/// What [`Improved`] begins with.
#[derive(Debug)]
struct Today {
    /// How many nodes each component holds.
    sizes: Vec<u64>,
    /// For each node the roles that it is tied to, its own left out: one bit each.
    met: Vec<u32>,
    /// Pairs that can reach each other.
    joined: u64,
    /// Combinations of a member and another role with a tie.
    covered: u64,
}

impl<'a> Goals<'a> {
    /// The working layer of a run, with the template that `[gaps] template` declares.
    #[must_use]
    pub fn new(context: &Context<'a>) -> Self {
        Self::on(context, context.working)
    }

    /// The same members with other ties: the working layer of another day.
    #[must_use]
    pub fn on(context: &Context<'_>, working: &'a Snapshot) -> Self {
        let template = template::roles(context);
        let mut filled = vec![0; working.places().len()];
        for (role, bit) in template.iter().zip(0..u32::BITS) {
            for node in role.members.iter().filter_map(|member| working.node_at(*member)) {
                filled[node.at()] |= 1 << bit;
            }
        }
        Self::of(working, filled, template.len())
    }

    /// A network whose nodes fill so many roles, or none: bit r of `roles` says whether a node fills role r. A template
    /// has 32 roles at most; further ones are left out.
    #[must_use]
    pub fn of(working: &'a Snapshot, mut roles: Vec<u32>, count: usize) -> Self {
        let every_role = u32::try_from((1_u64 << count.min(32)) - 1).unwrap_or(u32::MAX);
        roles.iter_mut().for_each(|filled| *filled &= every_role);
        let parts = components(working);
        let sizes: Vec<u64> = parts.sizes.iter().map(|size| u64::from(*size)).collect();
        let met: Vec<u32> = working.nodes().map(|node| met(working, &roles, node)).collect();
        let filling = roles.iter().filter(|filled| **filled != 0);
        Self {
            combinations: filling
                .map(|filled| u64::from((every_role & !filled).count_ones()))
                .sum(),
            today: Today {
                joined: sizes.iter().map(|size| size * (size - 1) / 2).sum(),
                covered: met.iter().map(|met| u64::from(met.count_ones())).sum(),
                sizes,
                met,
            },
            part_of: parts.of,
            working,
            roles,
            within_two: OnceLock::new(),
        }
    }

    /// The network with no tie added yet.
    #[must_use]
    pub fn today(&self) -> Improved<'_> {
        Improved {
            goals: self,
            added: vec![Vec::new(); self.working.node_count()],
            now_part_of: (0..self.today.sizes.len() as u32).collect(),
            sizes: self.today.sizes.clone(),
            met: self.today.met.clone(),
            gained: [0; 3],
        }
    }

    /// The network with ties added.
    #[must_use]
    pub fn with(&self, added: &[Pair]) -> Improved<'_> {
        let mut improved = self.today();
        for pair in added {
            improved.add(*pair);
        }
        improved
    }

    /// How good the network is once ties are added; `None` where there is nothing to count.
    #[must_use]
    pub fn value(&self, goal: Goal, added: &[Pair]) -> Option<f64> {
        self.with(added).value(goal)
    }

    /// By how much one more tie would improve on that, never below 0; `None` where one of the two is no member, or
    /// there is nothing to count. For many pairs ask [`Improved::effects`].
    #[must_use]
    pub fn effect(&self, goal: Goal, added: &[Pair], next: Pair) -> Option<f64> {
        self.with(added).effect(goal, next)
    }

    /// Of how many a goal is a share: pairs of members, or combinations of a member and another role.
    #[must_use]
    pub fn counted(&self, goal: Goal) -> u64 {
        let nodes = self.working.node_count() as u64;
        match goal {
            Goal::Coverage => self.combinations,
            Goal::Fragmentation | Goal::Reach => nodes * nodes.saturating_sub(1) / 2,
        }
    }

    /// How many of them are reached today.
    fn reached(&self, goal: Goal) -> u64 {
        match goal {
            Goal::Coverage => self.today.covered,
            Goal::Fragmentation => self.today.joined,
            Goal::Reach => *self.within_two.get_or_init(|| {
                let others = self.working.node_count().saturating_sub(1) as f64;
                let shares = two_step_reach(self.working).values;
                let reached = shares.iter().flatten().map(|share| (share * others).round() as u64);
                reached.sum::<u64>() / 2
            }),
        }
    }
}

/// The roles that a node is tied to, its own left out; none where it fills none itself.
fn met(working: &Snapshot, roles: &[u32], node: NodeIndex) -> u32 {
    let partners = working.ties().columns(node.at()).iter();
    partners.fold(0, |met, other| met | met_through(roles, node.at(), *other as usize))
}

/// The roles that `node` meets through `other`.
fn met_through(roles: &[u32], node: usize, other: usize) -> u32 {
    match roles[node] {
        0 => 0,
        own => roles[other] & !own,
    }
}

/// A network with ties added to it, one after the other.
#[derive(Debug, Clone)]
pub struct Improved<'g> {
    goals: &'g Goals<'g>,
    /// For each node, those it was tied to.
    added: Vec<Vec<u32>>,
    /// For each component of today the one it has become part of, or itself.
    now_part_of: Vec<u32>,
    sizes: Vec<u64>,
    met: Vec<u32>,
    /// For each goal, how many more are reached than today.
    gained: [u64; 3],
}

impl Improved<'_> {
    /// How good it is: a share; `None` where there is nothing to count.
    #[must_use]
    pub fn value(&self, goal: Goal) -> Option<f64> {
        let counted = self.goals.counted(goal);
        let reached = self.goals.reached(goal) + self.gained[goal as usize];
        let share = match goal {
            Goal::Fragmentation => counted - reached,
            Goal::Coverage | Goal::Reach => reached,
        };
        (counted > 0).then(|| share as f64 / counted as f64)
    }

    /// By how much one more tie would improve it, never below 0; `None` where one of the two is no member, or there is
    /// nothing to count.
    #[must_use]
    pub fn effect(&self, goal: Goal, next: Pair) -> Option<f64> {
        self.share(goal, self.gain(goal, next)?)
    }

    /// The effect of each of many ties alone; for reach far quicker than one by one.
    #[must_use]
    pub fn effects(&self, goal: Goal, next: &[Pair]) -> Vec<Option<f64>> {
        let gains = self.gains(goal, next);
        gains.into_iter().map(|gain| self.share(goal, gain?)).collect()
    }

    /// How many more are reached with one more tie: what [`Self::effect`] is a share of.
    #[must_use]
    pub fn gain(&self, goal: Goal, next: Pair) -> Option<u64> {
        let (a, b) = self.nodes(next)?;
        Some(match goal {
            _ if self.tied(a, b) => 0,
            Goal::Coverage => [(a, b), (b, a)]
                .into_iter()
                .map(|(node, other)| met_through(&self.goals.roles, node, other) & !self.met[node])
                .map(|new| u64::from(new.count_ones()))
                .sum(),
            Goal::Fragmentation => {
                let (one, other) = (self.part(a), self.part(b));
                u64::from(one != other) * self.sizes[one] * self.sizes[other]
            }
            Goal::Reach => {
                let (of_a, of_b) = (self.near(a), self.near(b));
                self.beyond(&of_a, b, a) + self.beyond(&of_b, a, b) + u64::from(!of_a.holds(b))
            }
        })
    }

    /// [`Self::gain`] of each of many ties alone.
    #[must_use]
    pub fn gains(&self, goal: Goal, next: &[Pair]) -> Vec<Option<u64>> {
        if goal != Goal::Reach {
            return next.iter().map(|pair| self.gain(goal, *pair)).collect();
        }
        // whom a member reaches is found once for all ties that begin or end with it
        let mut ends: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        let mut gains: Vec<Option<u64>> = vec![None; next.len()];
        for (at, (a, b)) in next
            .iter()
            .map(|pair| self.nodes(*pair))
            .enumerate()
            .filter_map(|(at, ends)| Some((at, ends?)))
        {
            gains[at] = Some(0);
            if !self.tied(a, b) {
                ends.entry(a).or_default().push((at, b));
                ends.entry(b).or_default().push((at, a));
            }
        }
        let ends: Vec<(usize, Vec<(usize, usize)>)> = ends.into_iter().collect();
        let sides: Vec<Vec<(usize, u64)>> = ends
            .par_iter()
            .map(|(node, ties)| {
                let near = self.near(*node);
                let side = |(at, other): &(usize, usize)| {
                    let itself = u64::from(node < other && !near.holds(*other));
                    (*at, self.beyond(&near, *other, *node) + itself)
                };
                ties.iter().map(side).collect()
            })
            .collect();
        for (at, gain) in sides.into_iter().flatten() {
            if let Some(sum) = &mut gains[at] {
                *sum += gain;
            }
        }
        gains
    }

    /// Adds a tie and says what each goal gains by it, in the order of [`Goal::ALL`]; one that exists, or with someone
    /// who is no member, changes nothing.
    pub fn add(&mut self, pair: Pair) -> [u64; 3] {
        let gains = Goal::ALL.map(|goal| self.gain(goal, pair).unwrap_or(0));
        self.gained.iter_mut().zip(gains).for_each(|(sum, gain)| *sum += gain);
        let Some((a, b)) = self.nodes(pair).filter(|(a, b)| !self.tied(*a, *b)) else {
            return gains;
        };
        self.met[a] |= met_through(&self.goals.roles, a, b);
        self.met[b] |= met_through(&self.goals.roles, b, a);
        let (one, other) = (self.part(a), self.part(b));
        if one != other {
            self.now_part_of[other] = one as u32;
            self.sizes[one] += self.sizes[other];
        }
        self.added[a].push(b as u32);
        self.added[b].push(a as u32);
        gains
    }

    /// Adds a tie and says its effect on each goal, in the order of [`Goal::ALL`]; `None` as for [`Self::effect`].
    pub fn add_with_effects(&mut self, pair: Pair) -> [Option<f64>; 3] {
        let known = self.nodes(pair).is_some();
        let gains = self.add(pair);
        Goal::ALL.map(|goal| self.share(goal, gains[goal as usize]).filter(|_| known))
    }

    /// Whether a tie can be added: both are members, and it is not there yet.
    #[must_use]
    pub fn is_new(&self, pair: Pair) -> bool {
        self.nodes(pair).is_some_and(|(a, b)| !self.tied(a, b))
    }

    /// How many members there are.
    #[must_use]
    pub fn members(&self) -> usize {
        self.goals.working.node_count()
    }

    /// How many pairs are tied.
    #[must_use]
    pub fn ties(&self) -> usize {
        let added: usize = self.added.iter().map(Vec::len).sum();
        self.goals.working.tie_count() + added / 2
    }

    /// Of how many a goal is a share.
    #[must_use]
    pub fn counted(&self, goal: Goal) -> u64 {
        self.goals.counted(goal)
    }

    /// How many of those that a goal counts are not reached yet.
    #[must_use]
    pub fn missing(&self, goal: Goal) -> u64 {
        self.goals.counted(goal) - self.goals.reached(goal) - self.gained[goal as usize]
    }

    /// The two and everyone tied to one of them: whose ties may gain something else in reach once the two are tied.
    #[must_use]
    pub fn around(&self, pair: Pair) -> BTreeSet<Place> {
        let places = self.goals.working.places();
        let ends = self.nodes(pair).map(|(a, b)| [a, b]);
        let ends = ends.into_iter().flatten();
        ends.flat_map(|end| self.partners(end).chain([end]))
            .map(|node| places[node])
            .collect()
    }

    /// So many of those that a goal counts, as a share.
    #[must_use]
    pub fn share(&self, goal: Goal, gain: u64) -> Option<f64> {
        let counted = self.goals.counted(goal);
        (counted > 0).then(|| gain as f64 / counted as f64)
    }

    /// The component that holds a member, by a number that is the same for all of its members.
    fn part(&self, node: usize) -> usize {
        let mut part = self.goals.part_of[node] as usize;
        while self.now_part_of[part] as usize != part {
            part = self.now_part_of[part] as usize;
        }
        part
    }

    /// The two separate pieces that a tie would join; `None` where one end is no member, or both lie in one piece.
    #[must_use]
    pub fn parts_joined(&self, pair: Pair) -> Option<[Part; 2]> {
        let (a, b) = self.nodes(pair)?;
        let part = |node| {
            let number = self.part(node);
            Part {
                number,
                size: self.sizes[number],
            }
        };
        (part(a) != part(b)).then(|| [part(a), part(b)])
    }

    fn nodes(&self, pair: Pair) -> Option<(usize, usize)> {
        let working = self.goals.working;
        let nodes = (working.node_at(pair.a)?.at(), working.node_at(pair.b)?.at());
        (nodes.0 != nodes.1).then_some(nodes)
    }

    fn tied(&self, a: usize, b: usize) -> bool {
        self.added[a].contains(&(b as u32)) || self.goals.working.ties().columns(a).binary_search(&(b as u32)).is_ok()
    }

    fn partners(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let partners = self.goals.working.ties().columns(node).iter().chain(&self.added[node]);
        partners.map(|other| *other as usize)
    }

    /// Whom a member reaches within two steps, itself included.
    fn near(&self, node: usize) -> Near {
        let mut near = Near(vec![0; self.goals.working.node_count().div_ceil(64)]);
        near.mark(node);
        for partner in self.partners(node) {
            near.mark(partner);
            self.partners(partner).for_each(|other| near.mark(other));
        }
        near
    }

    /// How many partners of `other` lie beyond what is near, `node` itself left out.
    fn beyond(&self, near: &Near, other: usize, node: usize) -> u64 {
        let new = |partner: &usize| *partner != node && !near.holds(*partner);
        self.partners(other).filter(new).count() as u64
    }
}

/// One of the separate pieces of a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// The same for all of its members; changes when it is joined to another.
    pub number: usize,
    /// How many members it holds.
    pub size: u64,
}

/// A set of nodes, one bit each.
struct Near(Vec<u64>);

impl Near {
    fn mark(&mut self, node: usize) {
        self.0[node / 64] |= 1 << (node % 64);
    }

    fn holds(&self, node: usize) -> bool {
        self.0[node / 64] >> (node % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 0 - 1 - 2 in one piece, 3 - 4 in another, 5 alone; roles 0 1 0 | 1 2 | none.
    fn pieces() -> Snapshot {
        Snapshot::from_ties(6, &[(0, 1, 1.0), (1, 2, 1.0), (3, 4, 1.0)])
    }

    fn goals(working: &Snapshot) -> Goals<'_> {
        Goals::of(working, vec![1, 2, 1, 2, 4, 0], 3)
    }

    fn pair(a: u32, b: u32) -> Pair {
        Pair {
            a: Place(a),
            b: Place(b),
        }
    }

    fn close(found: Option<f64>, expected: f64) {
        let found = found.expect("a value");
        assert!((found - expected).abs() <= 1e-15, "{found} is not {expected}");
    }

    #[test]
    fn a_tie_across_joins_pieces_meets_roles_and_shortens_ways() {
        let working = pieces();
        let goals = goals(&working);
        // pairs joined: 3 + 1 of 15; within two steps: the same, all of both pieces
        close(goals.value(Goal::Fragmentation, &[]), 11.0 / 15.0);
        close(goals.value(Goal::Reach, &[]), 4.0 / 15.0);
        // five members with a role, two other roles each: 0 and 2 meet role 1, 1 meets 0, 3 meets 2, 4 meets 1
        close(goals.value(Goal::Coverage, &[]), 5.0 / 10.0);
        // 2 - 3: 3 · 2 pairs joined; 2 reaches 3 and 4, 3 reaches 2 and 1; 2 knows role 1 already, 3 meets role 0
        close(goals.effect(Goal::Fragmentation, &[], pair(2, 3)), 6.0 / 15.0);
        close(goals.effect(Goal::Reach, &[], pair(2, 3)), 3.0 / 15.0);
        close(goals.effect(Goal::Coverage, &[], pair(2, 3)), 1.0 / 10.0);
        // 5 fills no role
        close(goals.effect(Goal::Coverage, &[], pair(4, 5)), 0.0);
        close(goals.effect(Goal::Fragmentation, &[], pair(4, 5)), 2.0 / 15.0);
    }

    #[test]
    fn what_was_added_before_counts() {
        let working = pieces();
        let goals = goals(&working);
        let added = [pair(2, 3)];
        // 0 - 1 - 2 - 3 - 4: joined already; 0 would reach 4 (one step) and 3; 4 would reach 1 besides
        close(goals.effect(Goal::Fragmentation, &added, pair(0, 4)), 0.0);
        close(goals.effect(Goal::Reach, &added, pair(0, 4)), 3.0 / 15.0);
        // 4 - 5 joins 5 to five
        close(goals.effect(Goal::Fragmentation, &added, pair(4, 5)), 5.0 / 15.0);
        close(goals.effect(Goal::Coverage, &added, pair(2, 3)), 0.0);
        close(goals.value(Goal::Fragmentation, &added), 5.0 / 15.0);
    }

    #[test]
    fn many_at_once_are_as_one_by_one_and_outsiders_have_no_effect() {
        let working = pieces();
        let goals = goals(&working);
        let pairs: Vec<Pair> = (0..7).flat_map(|a| (a + 1..7).map(move |b| pair(a, b))).collect();
        let improved = goals.with(&[pair(0, 3), pair(1, 5)]);
        for goal in Goal::ALL {
            let one_by_one: Vec<Option<f64>> = pairs.iter().map(|next| improved.effect(goal, *next)).collect();
            assert_eq!(improved.effects(goal, &pairs), one_by_one);
            assert_eq!(improved.effect(goal, pair(0, 6)), None);
        }
    }

    #[test]
    fn nothing_to_count_is_no_value() {
        let alone = Snapshot::from_ties(1, &[]);
        let goals = Goals::of(&alone, vec![0], 4);
        assert!(Goal::ALL.into_iter().all(|goal| goals.value(goal, &[]).is_none()));
        assert_eq!(Pair::new(Place(1), Place(1)), None);
        assert_eq!(Pair::new(Place(2), Place(1)), Some(pair(1, 2)));
        assert_eq!("reach".parse(), Ok(Goal::Reach));
        assert!("speed".parse::<Goal>().is_err());
    }
}
