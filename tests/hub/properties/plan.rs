//! A plan never lowers its goal, its effects add up, and it is the best there is or within its own bound.
//!
//! The judge counts each goal anew from a matrix of ties, and tries every set of candidates.

use hubscope::findings::goals::{Goal, Goals, Pair};
use hubscope::findings::plan::choose::{Candidate, Choice, Proof, choose};
use hubscope::network::{Place, Snapshot};
use proptest::prelude::*;

use super::config;

#[derive(Debug, Clone)]
struct Case {
    nodes: u32,
    ties: Vec<(u32, u32)>,
    roles: Vec<u32>,
    candidates: Vec<(u32, u32, u64)>,
    budget: u64,
}

/// How many roles a template has here.
const ROLES: usize = 3;

fn cases(most_candidates: usize) -> impl Strategy<Value = Case> {
    (2_u32..12).prop_flat_map(move |nodes| {
        let end = 0..nodes;
        let ties = prop::collection::vec((end.clone(), end.clone()), 0..=nodes as usize);
        let roles = prop::collection::vec(0_u32..8, nodes as usize);
        let candidates = prop::collection::vec((end.clone(), end, 1_u64..4), 0..=most_candidates);
        (ties, roles, candidates, 0_u64..9).prop_map(move |(ties, roles, candidates, budget)| Case {
            nodes,
            ties,
            roles,
            candidates,
            budget,
        })
    })
}

impl Case {
    fn snapshot(&self) -> Snapshot {
        let ties: Vec<(u32, u32, f64)> = self.ties.iter().map(|(a, b)| (*a, *b, 1.0)).collect();
        Snapshot::from_ties(self.nodes, &ties)
    }

    fn candidates(&self) -> Vec<Candidate> {
        let candidate = |(a, b, cost): &(u32, u32, u64)| Candidate {
            pair: Pair {
                a: Place(*a),
                b: Place(*b),
            },
            cost: *cost,
        };
        self.candidates.iter().map(candidate).collect()
    }

    /// What a goal counts, with some of the candidates added.
    fn count(&self, goal: Goal, added: &[usize]) -> u64 {
        let n = self.nodes as usize;
        let mut tied = vec![vec![false; n]; n];
        let more = added.iter().map(|at| (self.candidates[*at].0, self.candidates[*at].1));
        for (a, b) in self.ties.iter().copied().chain(more) {
            if a != b {
                tied[a as usize][b as usize] = true;
                tied[b as usize][a as usize] = true;
            }
        }
        match goal {
            Goal::Coverage => self.covered(&tied),
            Goal::Fragmentation => within(&tied, n),
            Goal::Reach => within(&tied, 2),
        }
    }

    fn covered(&self, tied: &[Vec<bool>]) -> u64 {
        let fills = |node: usize, role: usize| self.roles[node] >> role & 1 == 1;
        let asked = |node: usize, role: usize| self.roles[node] != 0 && !fills(node, role);
        let meets = |node: usize, role: usize| (0..tied.len()).any(|other| tied[node][other] && fills(other, role));
        let all = (0..tied.len()).flat_map(|node| (0..ROLES).map(move |role| (node, role)));
        all.filter(|(node, role)| asked(*node, *role) && meets(*node, *role))
            .count() as u64
    }

    /// The most that any set within the budget gains.
    fn best(&self, goal: Goal) -> u64 {
        let before = self.count(goal, &[]);
        let sets = 0_u32..1 << self.candidates.len();
        let members = |set: u32| {
            (0..self.candidates.len())
                .filter(move |at| set >> at & 1 == 1)
                .collect::<Vec<_>>()
        };
        let affordable = sets.map(members).filter(|set| {
            let cost: u64 = set.iter().map(|at| self.candidates[*at].2).sum();
            cost <= self.budget
        });
        affordable.map(|set| self.count(goal, &set) - before).max().unwrap_or(0)
    }
}

/// Pairs with a path of so many ties at most.
fn within(tied: &[Vec<bool>], steps: usize) -> u64 {
    let n = tied.len();
    let mut pairs = 0;
    for from in 0..n {
        let mut reached = vec![false; n];
        reached[from] = true;
        for _ in 0..steps {
            let now = reached.clone();
            for one in (0..n).filter(|one| now[*one]) {
                (0..n)
                    .filter(|other| tied[one][*other])
                    .for_each(|other| reached[other] = true);
            }
        }
        pairs += (from + 1..n).filter(|to| reached[*to]).count() as u64;
    }
    pairs
}

/// What must hold of every choice: within the budget, each a new tie, no effect below zero, and the effects add up.
fn check(case: &Case, goal: Goal, choice: &Choice) -> Result<(), TestCaseError> {
    let set: Vec<usize> = choice.steps.iter().map(|step| step.candidate).collect();
    let cost: u64 = set.iter().map(|at| case.candidates[*at].2).sum();
    prop_assert!(cost <= case.budget);
    let gained = case.count(goal, &set) - case.count(goal, &[]);
    prop_assert_eq!(choice.gain(), gained);
    for (place, step) in choice.steps.iter().enumerate() {
        let marginal = case.count(goal, &set[..=place]) - case.count(goal, &set[..place]);
        prop_assert_eq!(step.gain, marginal);
    }
    prop_assert!(choice.gain() <= choice.bound);
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn values_and_effects_are_the_counts_of_the_judge(case in cases(6)) {
        let snapshot = case.snapshot();
        let goals = Goals::of(&snapshot, case.roles.clone(), ROLES);
        let pairs: Vec<Pair> = case.candidates().iter().map(|candidate| candidate.pair).collect();
        for goal in Goal::ALL {
            let mut state = goals.today();
            for (place, pair) in pairs.iter().enumerate() {
                let added: Vec<usize> = (0..=place).collect();
                let gained = case.count(goal, &added) - case.count(goal, &added[..place]);
                let expected = (pair.a != pair.b).then_some(gained);
                prop_assert_eq!(state.gain(goal, *pair), expected);
                prop_assert_eq!(state.gains(goal, &pairs)[place], expected);
                state.add(*pair);
            }
            let counted = goals.counted(goal);
            let all: Vec<usize> = (0..pairs.len()).collect();
            let reached = case.count(goal, &all);
            let share = if goal == Goal::Fragmentation { counted - reached } else { reached };
            let expected = (counted > 0).then(|| share as f64 / counted as f64);
            prop_assert_eq!(state.value(goal), expected);
        }
    }

    #[test]
    fn few_candidates_are_chosen_among_by_trying_all(case in cases(9)) {
        let snapshot = case.snapshot();
        let goals = Goals::of(&snapshot, case.roles.clone(), ROLES);
        for goal in Goal::ALL {
            let choice = choose(&goals.today(), &case.candidates(), goal, case.budget);
            check(&case, goal, &choice)?;
            let tried_all = matches!(choice.proof, Proof::Exhaustive { .. });
            prop_assert!(tried_all);
            prop_assert_eq!(choice.gain(), case.best(goal));
        }
    }

    #[test]
    fn greedy_stays_within_its_bound_and_the_best_never_exceeds_it(case in cases(9)) {
        let snapshot = case.snapshot();
        let goals = Goals::of(&snapshot, case.roles.clone(), ROLES);
        for goal in Goal::ALL {
            let choice = hubscope::findings::plan::choose::greedily(&goals.today(), &case.candidates(), goal, case.budget);
            check(&case, goal, &choice)?;
            let best = case.best(goal);
            prop_assert!(best <= choice.bound, "{}: {} exceeds {}", goal, best, choice.bound);
            prop_assert!(choice.proof != Proof::Reached || choice.gain() == best);
        }
    }
}
