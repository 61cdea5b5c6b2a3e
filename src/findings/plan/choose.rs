//! Which new ties are worth their hours? The best of many within a budget, and how far from the best they may be.
//!
//! In: a network that ties can be added to, candidates with what each costs, a budget. Out: [`Choice`], the ties in the
//! order of choosing, each with its marginal effect; the effects add up to the whole.
//!
//! Where there are few combinations all are tried, and the choice is the best there is. Else greedy: one tie after the
//! other, each the one with the largest effect for its cost. What no choice within the budget exceeds is said beside it:
//!
//! - coverage is submodular (Nemhauser, Wolsey & Fisher 1978, doi:10.1007/BF01588971): from any state, the best cannot
//!   gain more than the largest marginal effects that the budget pays for;
//! - reach is so but for pairs that come together by two new ties that share an end: of k ties, at most k(k − 1)/2 such;
//! - fragmentation is not submodular. k ties join at most k + 1 pieces into one, so joining the k + 1 largest pieces
//!   that any candidate touches is never exceeded.

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::goals::{Goal, Improved, Pair};

/// A tie that could be made, or kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Between whom.
    pub pair: Pair,
    /// What it costs: minutes, or 1 where only their number counts. Never 0.
    pub cost: u64,
}

/// One tie chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which: its place among the candidates.
    pub candidate: usize,
    /// How many more are reached thanks to it, after those chosen before it.
    pub gain: u64,
}

/// How the choice is known to be good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// Every combination was tried.
    Exhaustive {
        /// How many.
        tried: u64,
    },
    /// Greedy; it reaches the bound, so nothing is better.
    Reached,
    /// Greedy; nothing is better than the bound.
    Bounded,
}

/// The ties chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// For what.
    pub goal: Goal,
    /// In the order of choosing.
    pub steps: Vec<Step>,
    /// How many more are reached than no choice within the budget exceeds.
    pub bound: u64,
    /// How that is known.
    pub proof: Proof,
}

impl Choice {
    /// Leaves out the steps after enough are reached; no more is asked for then, so that no choice does better.
    pub fn stop_at(&mut self, enough: Option<u64>) {
        let Some(enough) = enough.filter(|enough| *enough <= self.gain()) else {
            return;
        };
        let mut gained = 0;
        self.steps.retain(|step| {
            let needed = gained < enough;
            gained += if needed { step.gain } else { 0 };
            needed
        });
        self.bound = gained;
        if self.proof == Proof::Bounded {
            self.proof = Proof::Reached;
        }
    }

    /// How many more are reached by all of them.
    #[must_use]
    pub fn gain(&self) -> u64 {
        self.steps.iter().map(|step| step.gain).sum()
    }
}

/// Node visits up to which every combination is tried.
const MOST_TRIED: u128 = 4_000_000;

/// The candidates that improve a goal most within a budget; of equals the one listed first.
#[must_use]
pub fn choose(base: &Improved<'_>, candidates: &[Candidate], goal: Goal, budget: u64) -> Choice {
    let usable = usable(base, candidates, goal, budget);
    let search = Search {
        candidates,
        usable: &usable,
        goal,
    };
    let combinations = search.combinations(budget);
    if combinations.saturating_mul(base.members() as u128 + 64) > MOST_TRIED {
        return search.greedy(base, budget);
    }
    let steps = search.in_best_order(base, search.exhaustive(base, budget));
    Choice {
        bound: steps.iter().map(|step| step.gain).sum(),
        steps,
        goal,
        proof: Proof::Exhaustive {
            tried: u64::try_from(combinations).unwrap_or(u64::MAX),
        },
    }
}

/// The same without trying every combination, however few there are: for the tests of its bound.
#[must_use]
pub fn greedily(base: &Improved<'_>, candidates: &[Candidate], goal: Goal, budget: u64) -> Choice {
    let usable = usable(base, candidates, goal, budget);
    let search = Search {
        candidates,
        usable: &usable,
        goal,
    };
    search.greedy(base, budget)
}

/// The candidates that the budget pays for, that both know, and that are not there already; each pair once, the cheapest.
fn usable(base: &Improved<'_>, candidates: &[Candidate], goal: Goal, budget: u64) -> Vec<usize> {
    let mut cheapest: BTreeMap<Pair, usize> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let possible = candidate.cost <= budget && base.is_new(candidate.pair);
        if possible {
            let kept = cheapest.entry(candidate.pair).or_insert(at);
            if candidate.cost < candidates[*kept].cost {
                *kept = at;
            }
        }
    }
    // a tie within a piece never joins pieces, and one between members who know each other's roles never meets a new one
    let alone = |at: &usize| goal == Goal::Reach || base.gain(goal, candidates[*at].pair).unwrap_or(0) > 0;
    let mut usable: Vec<usize> = cheapest.into_values().filter(alone).collect();
    usable.sort_unstable();
    usable
}

struct Search<'s> {
    candidates: &'s [Candidate],
    /// Places among the candidates.
    usable: &'s [usize],
    goal: Goal,
}

impl Search<'_> {
    fn cost(&self, at: usize) -> u64 {
        self.candidates[at].cost.max(1)
    }

    /// How many sets of candidates the budget pays for, at least one more than it is worth counting where many.
    fn combinations(&self, budget: u64) -> u128 {
        // sets by what they cost; budgets of many minutes are counted by the greatest common measure of the costs
        let measure = self
            .usable
            .iter()
            .map(|at| self.cost(*at))
            .fold(0, greatest_common_measure)
            .max(1);
        let units = budget / measure;
        let Ok(units) = usize::try_from(units.min(100_000)) else {
            return u128::MAX;
        };
        let all: u64 = self.usable.iter().map(|at| self.cost(*at) / measure).sum();
        let units = units.min(usize::try_from(all).unwrap_or(usize::MAX));
        if self.usable.len() > 2000 {
            return u128::MAX;
        }
        let mut sets = vec![0_u128; units + 1];
        sets[0] = 1;
        for at in self.usable {
            let cost = (self.cost(*at) / measure) as usize;
            for spent in (cost..=units).rev() {
                sets[spent] = sets[spent].saturating_add(sets[spent - cost]);
            }
        }
        sets.into_iter().fold(0, u128::saturating_add)
    }

    /// The best of all sets that the budget pays for; of equal ones the cheapest, then the first.
    fn exhaustive(&self, base: &Improved<'_>, budget: u64) -> Vec<usize> {
        let mut best = Best {
            gain: 0,
            cost: 0,
            set: Vec::new(),
        };
        self.extend(
            base,
            &mut Vec::new(),
            Tally { gain: 0, cost: 0 },
            (0, budget),
            &mut best,
        );
        best.set
    }

    fn extend(
        &self,
        state: &Improved<'_>,
        set: &mut Vec<usize>,
        tally: Tally,
        (from, budget): (usize, u64),
        best: &mut Best,
    ) {
        if tally.gain > best.gain || (tally.gain == best.gain && tally.cost < best.cost) {
            *best = Best {
                gain: tally.gain,
                cost: tally.cost,
                set: set.clone(),
            };
        }
        for (next, &at) in self.usable.iter().enumerate().skip(from) {
            let cost = tally.cost + self.cost(at);
            if cost > budget {
                continue;
            }
            let mut with = state.clone();
            let gain = tally.gain + with.add(self.candidates[at].pair)[self.goal as usize];
            set.push(at);
            self.extend(&with, set, Tally { gain, cost }, (next + 1, budget), best);
            set.pop();
        }
    }

    /// A set in the order in which each adds most to those before it.
    fn in_best_order(&self, base: &Improved<'_>, mut set: Vec<usize>) -> Vec<Step> {
        let mut state = base.clone();
        let mut steps = Vec::with_capacity(set.len());
        while !set.is_empty() {
            let gains = set
                .iter()
                .map(|at| state.gain(self.goal, self.candidates[*at].pair).unwrap_or(0));
            let gains: Vec<u64> = gains.collect();
            let rate = |place: &usize| (gains[*place], self.cost(set[*place]));
            let Some(next) =
                (0..set.len()).reduce(|best, one| if dearer(rate(&best), rate(&one)) { one } else { best })
            else {
                break;
            };
            let candidate = set.remove(next);
            let gain = state.add(self.candidates[candidate].pair)[self.goal as usize];
            steps.push(Step { candidate, gain });
        }
        steps
    }

    /// One after the other, each with the largest gain for its cost, as long as any has a gain.
    fn greedy(&self, base: &Improved<'_>, budget: u64) -> Choice {
        let mut state = base.clone();
        let mut left: Vec<usize> = self.usable.to_vec();
        let mut gains = self.gains(&state, &left);
        let mut steps = Vec::new();
        let mut bound = self.never_exceeded(base, budget);
        let (mut spent, mut gained) = (0, 0);
        loop {
            bound = bound.min(gained + self.still_possible(&left, &gains, budget));
            let pays = |place: &usize| gains[*place] > 0 && spent + self.cost(left[*place]) <= budget;
            let rate = |place: &usize| (gains[*place], self.cost(left[*place]));
            let better = |best: usize, one: usize| if dearer(rate(&best), rate(&one)) { one } else { best };
            let Some(next) = (0..left.len()).filter(pays).reduce(better) else {
                break;
            };
            let candidate = left.remove(next);
            gains.remove(next);
            spent += self.cost(candidate);
            let pair = self.candidates[candidate].pair;
            let gain = state.add(pair)[self.goal as usize];
            gained += gain;
            steps.push(Step { candidate, gain });
            self.renew(&state, pair, &left, &mut gains);
        }
        Choice {
            goal: self.goal,
            proof: if gained == bound {
                Proof::Reached
            } else {
                Proof::Bounded
            },
            steps,
            bound,
        }
    }

    fn gains(&self, state: &Improved<'_>, left: &[usize]) -> Vec<u64> {
        let pairs: Vec<Pair> = left.iter().map(|at| self.candidates[*at].pair).collect();
        let gains = state.gains(self.goal, &pairs).into_iter();
        gains.map(Option::unwrap_or_default).collect()
    }

    /// The gains after a tie was added. In reach only ties that end at one of the two, or at a partner of theirs, gain
    /// something else than before.
    fn renew(&self, state: &Improved<'_>, added: Pair, left: &[usize], gains: &mut [u64]) {
        let near = (self.goal == Goal::Reach).then(|| state.around(added));
        let changed = |at: usize| {
            let pair = self.candidates[at].pair;
            near.as_ref()
                .is_none_or(|near| near.contains(&pair.a) || near.contains(&pair.b))
        };
        let places: Vec<usize> = (0..left.len()).filter(|place| changed(left[*place])).collect();
        let asked: Vec<usize> = places.iter().map(|place| left[*place]).collect();
        for (place, gain) in places.into_iter().zip(self.gains(state, &asked)) {
            gains[place] = gain;
        }
    }

    /// What the ties left can gain at most in the whole budget, from a state with these marginal gains; a bound for
    /// coverage and reach, none for fragmentation.
    fn still_possible(&self, left: &[usize], gains: &[u64], budget: u64) -> u64 {
        if self.goal == Goal::Fragmentation {
            return u64::MAX / 2;
        }
        let mut order: Vec<usize> = (0..left.len()).collect();
        order.sort_by(|one, other| {
            let product = |a: usize, b: usize| u128::from(gains[a]) * u128::from(self.cost(left[b]));
            product(*other, *one).cmp(&product(*one, *other)).then(one.cmp(other))
        });
        let (mut spent, mut most) = (0, 0);
        for place in order {
            let cost = self.cost(left[place]);
            let paid = cost.min(budget - spent);
            // the last one in part, rounded up: gains are whole
            most += (u128::from(gains[place]) * u128::from(paid)).div_ceil(u128::from(cost)) as u64;
            spent += paid;
            if spent == budget {
                break;
            }
        }
        most + if self.goal == Goal::Reach {
            self.by_two_new(budget)
        } else {
            0
        }
    }

    /// Pairs that come within two steps by two new ties that share an end, at most.
    fn by_two_new(&self, budget: u64) -> u64 {
        let ties = self.most_ties(budget);
        let mut ends: BTreeMap<_, u64> = BTreeMap::new();
        for at in self.usable {
            let Pair { a, b } = self.candidates[*at].pair;
            *ends.entry(a).or_default() += 1;
            *ends.entry(b).or_default() += 1;
        }
        let most_at_one = ends.into_values().max().unwrap_or(1).saturating_sub(1);
        (ties * ties.saturating_sub(1) / 2).min(ties * most_at_one)
    }

    fn most_ties(&self, budget: u64) -> u64 {
        let mut costs: Vec<u64> = self.usable.iter().map(|at| self.cost(*at)).collect();
        costs.sort_unstable();
        let mut spent = 0;
        let pays = |cost: &&u64| {
            spent += **cost;
            spent <= budget
        };
        costs.iter().take_while(pays).count() as u64
    }

    /// What no set within the budget exceeds whatever was chosen: all that is not reached yet, or the largest pieces
    /// joined into one.
    fn never_exceeded(&self, base: &Improved<'_>, budget: u64) -> u64 {
        let missing = base.missing(self.goal);
        if self.goal != Goal::Fragmentation {
            return missing;
        }
        let parts = self
            .usable
            .iter()
            .filter_map(|at| base.parts_joined(self.candidates[*at].pair));
        let parts: BTreeSet<_> = parts.flatten().collect();
        let mut sizes: Vec<u64> = parts.into_iter().map(|part| part.size).collect();
        sizes.sort_unstable_by(|one, other| other.cmp(one));
        let joined = usize::try_from(self.most_ties(budget) + 1).unwrap_or(usize::MAX);
        let (mut together, mut pairs) = (0, 0);
        for size in sizes.into_iter().take(joined) {
            pairs += together * size;
            together += size;
        }
        missing.min(pairs)
    }
}

#[derive(Clone, Copy)]
struct Tally {
    gain: u64,
    cost: u64,
}

struct Best {
    gain: u64,
    cost: u64,
    set: Vec<usize>,
}

/// Whether the second gains more for its cost, or as much and more in all.
fn dearer((gain, cost): (u64, u64), (other_gain, other_cost): (u64, u64)) -> bool {
    let (one, other) = (
        u128::from(gain) * u128::from(other_cost),
        u128::from(other_gain) * u128::from(cost),
    );
    other > one || (other == one && other_gain > gain)
}

const fn greatest_common_measure(one: u64, other: u64) -> u64 {
    let (mut one, mut other) = (one, other);
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::goals::Goals;
    use crate::network::{Place, Snapshot};

    fn pair(a: u32, b: u32) -> Candidate {
        Candidate {
            pair: Pair {
                a: Place(a),
                b: Place(b),
            },
            cost: 1,
        }
    }

    fn chosen(choice: &Choice) -> Vec<(usize, u64)> {
        choice.steps.iter().map(|step| (step.candidate, step.gain)).collect()
    }

    /// Pieces 0 1 2, 3 4, 5 6, 7.
    fn pieces() -> Snapshot {
        Snapshot::from_ties(8, &[(0, 1, 1.0), (1, 2, 1.0), (3, 4, 1.0), (5, 6, 1.0)])
    }

    #[test]
    fn two_ties_that_each_gain_little_may_gain_most_together() {
        let working = pieces();
        let goals = Goals::of(&working, vec![0; 8], 0);
        // alone: 0-7 joins 3 pairs, 2-3 and 2-5 six each; 2-3 and 2-5 together 3·2 + 5·2 = 16
        let candidates = [pair(0, 7), pair(2, 5), pair(2, 3), pair(0, 2)];
        let choice = choose(&goals.today(), &candidates, Goal::Fragmentation, 2);
        assert_eq!(chosen(&choice), [(1, 6), (2, 10)]);
        // sets of at most two of the three that join anything: 1 + 3 + 3
        assert_eq!((choice.gain(), choice.bound), (16, 16));
        assert_eq!(choice.proof, Proof::Exhaustive { tried: 7 });
    }

    #[test]
    fn what_costs_more_must_gain_more() {
        let working = pieces();
        let goals = Goals::of(&working, vec![0; 8], 0);
        let dear = |a, b| Candidate { cost: 3, ..pair(a, b) };
        // 3 buys 2-3 (six pairs), or 0-7 and 3-7 (3, then 4·2 = 8)
        let candidates = [dear(2, 3), pair(0, 7), pair(3, 7)];
        let choice = choose(&goals.today(), &candidates, Goal::Fragmentation, 3);
        assert_eq!(chosen(&choice), [(1, 3), (2, 8)]);
        // nothing is bought that the budget does not pay for, or that is there already
        let none = choose(&goals.today(), &[dear(2, 3), pair(0, 1)], Goal::Reach, 2);
        assert_eq!((chosen(&none), none.bound), (vec![], 0));
    }

    #[test]
    fn the_bounds_of_greedy_hold_where_all_can_be_tried() {
        let working = pieces();
        let roles = [1, 2, 1, 4, 4, 2, 1, 4].to_vec();
        let goals = Goals::of(&working, roles, 3);
        let pairs: Vec<Candidate> = (0..8).flat_map(|a| (a + 1..8).map(move |b| pair(a, b))).collect();
        for goal in Goal::ALL {
            let best = choose(&goals.today(), &pairs, goal, 3);
            assert!(matches!(best.proof, Proof::Exhaustive { .. }));
            let greedy = greedily(&goals.today(), &pairs, goal, 3);
            assert!(
                greedy.gain() <= best.gain() && best.gain() <= greedy.bound,
                "{goal}: {greedy:?} {best:?}"
            );
        }
    }
}
