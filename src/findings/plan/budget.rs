//! What are the hours spent on?
//!
//! In: decisions, pairs that could be introduced, hours. Out: the acts in the order in which hours go to them.
//!
//! Renewals and introductions compete in one currency: the working network that is left at the horizon if nothing is
//! renewed (shared events are taken to go on as they are). To keep an agreement, or to introduce a pair, adds a tie to
//! it. First come agreements that nothing replaces (to broaden or hand over), then renewals and introductions together,
//! each time what improves the goal most for its hours; what is left goes to renewals that the goal does not need, by
//! the day to decide.

use std::collections::BTreeSet;

use super::PlanOptions;
use super::choose::{Candidate, Choice, Proof, choose};
use super::targets;
use super::verdict::{Decision, Verdict};
use crate::config::PlanSection;
use crate::findings::Context;
use crate::findings::goals::{Goal, Goals, Improved, Pair};
use crate::network::{NodeIndex, Snapshot, SnapshotParts, TieStrength};
use crate::time::Day;

const MINUTES: f64 = 60.0;

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActKind {
    /// Something with an agreement.
    Agreement(Verdict),
    /// Two members are introduced.
    Introduce,
}

impl ActKind {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreement(verdict) => verdict.name(),
            Self::Introduce => "introduce",
        }
    }
}

/// Something done in the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// What.
    pub kind: ActKind,
    /// The agreement, by its place among the decisions.
    pub decision: Option<usize>,
    /// Between whom; `None` where both sides stand for one.
    pub pair: Option<Pair>,
    /// What it takes.
    pub hours: f64,
    /// Its effect on each goal at the horizon, in the order of [`Goal::ALL`], after the acts before it.
    pub effects: [Option<f64>; 3],
}

/// How good a choice is.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalChoice {
    /// For what.
    pub goal: Goal,
    /// The effect of what was chosen, as a share.
    pub effect: Option<f64>,
    /// What no choice exceeds.
    pub bound: Option<f64>,
    /// How that is known.
    pub proof: Proof,
    /// The effect over the bound: at least so much of the best there is; `None` where nothing has an effect.
    pub at_least: Option<f64>,
}

impl GoalChoice {
    pub(super) fn of(choice: &Choice, goals: &Goals<'_>) -> Self {
        let share = |gain: u64| goals.today().share(choice.goal, gain);
        Self {
            goal: choice.goal,
            effect: share(choice.gain()),
            bound: share(choice.bound),
            proof: choice.proof,
            at_least: (choice.bound > 0).then(|| choice.gain() as f64 / choice.bound as f64),
        }
    }
}

/// What the hours were spent on.
pub(super) struct Spending {
    pub(super) acts: Vec<Act>,
    pub(super) choices: Vec<GoalChoice>,
    /// The ties that the acts keep or make, in order.
    pub(super) added: Vec<Pair>,
}

/// The working network at the horizon if nothing is renewed: without the ties that rest on agreements ended by then.
pub(super) fn left_at(context: &Context<'_>, decisions: &[Decision], horizon: Day) -> Snapshot {
    let working = context.working;
    let ends = |one: &&Decision| {
        let only = one.facts.is_some_and(|facts| facts.only_tie);
        only && !one.agreement.outlasts(horizon)
    };
    let lost: BTreeSet<(NodeIndex, NodeIndex)> = decisions
        .iter()
        .filter(ends)
        .filter_map(|one| {
            let (a, b) = one.agreement.sides();
            Some((working.node_at(a)?, working.node_at(b)?))
        })
        .collect();
    let left = working.pairs().filter(|(a, b, _)| !lost.contains(&(*a, *b)));
    Snapshot::freeze(SnapshotParts {
        places: working.places().to_vec(),
        ties: left
            .filter_map(|(a, b, strength)| Some((a.0, b.0, TieStrength::new(strength)?)))
            .collect(),
        ..SnapshotParts::default()
    })
}

/// Spends the hours.
pub(super) fn spend(
    context: &Context<'_>,
    goals: &Goals<'_>,
    decisions: &[Decision],
    introductions: &[Pair],
    options: &PlanOptions,
) -> Spending {
    let mut purse = Purse {
        decisions,
        rates: &context.records.config.plan,
        state: goals.today(),
        left: options.hours.map_or(u64::MAX / 2, minutes),
        spending: Spending {
            acts: Vec::new(),
            choices: Vec::new(),
            added: Vec::new(),
        },
    };
    let irreplaceable = purse.due(|verdict| matches!(verdict, Verdict::Broaden | Verdict::HandOver));
    let renewals = purse.due(|verdict| verdict == Verdict::Renew);
    if options.hours.is_none() {
        // without a limit there is nothing to choose: every decision by its day
        let all = purse.due(Verdict::keeps);
        purse.by_day(&all);
        return purse.spending;
    }
    let aims = targets::aims(context, options.goal);
    let last = aims.last().map_or(Goal::Reach, |aim| aim.goal);
    purse.improve(&irreplaceable, &[], last, None);
    purse.by_day(&irreplaceable);
    for aim in aims {
        // where no hour is left there is nothing to choose
        if purse.left == 0 {
            break;
        }
        let enough = aim.enough(&purse.state);
        if enough == Some(0) {
            continue;
        }
        let choice = purse.improve(&renewals, introductions, aim.goal, enough);
        purse.spending.choices.push(GoalChoice::of(&choice, goals));
    }
    purse.by_day(&renewals);
    purse.spending
}

fn minutes(hours: f64) -> u64 {
    (hours * MINUTES).round().max(0.0) as u64
}

/// The hours left, and what was done so far.
struct Purse<'p> {
    decisions: &'p [Decision],
    rates: &'p PlanSection,
    state: Improved<'p>,
    /// Minutes left.
    left: u64,
    spending: Spending,
}

impl Purse<'_> {
    fn hours(&self, kind: ActKind) -> f64 {
        match kind {
            ActKind::Introduce => self.rates.hours_introduce,
            ActKind::Agreement(Verdict::Broaden) => self.rates.hours_broaden,
            ActKind::Agreement(Verdict::HandOver) => self.rates.hours_hand_over,
            ActKind::Agreement(Verdict::Renew) => self.rates.hours_renew,
            ActKind::Agreement(Verdict::LetLapse | Verdict::RunsOn) => 0.0,
        }
    }

    /// The decisions of some verdicts, by the day to decide, then as recorded.
    fn due(&self, wanted: impl Fn(Verdict) -> bool) -> Vec<usize> {
        let due = (0..self.decisions.len()).filter(|at| wanted(self.decisions[*at].verdict));
        let mut due: Vec<usize> = due.collect();
        due.sort_by_key(|at| (self.decisions[*at].decide_by, *at));
        due
    }

    fn kind(&self, decision: usize) -> ActKind {
        ActKind::Agreement(self.decisions[decision].verdict)
    }

    fn pair(&self, decision: usize) -> Option<Pair> {
        let agreement = &self.decisions[decision].agreement;
        Pair::new(agreement.source, agreement.target)
    }

    /// Does what improves a goal most for its hours, agreements and introductions together, until it is enough.
    fn improve(&mut self, agreements: &[usize], introductions: &[Pair], goal: Goal, enough: Option<u64>) -> Choice {
        let cost = |kind: ActKind| minutes(self.hours(kind)).max(1);
        let open = self.not_done(agreements);
        let paired: Vec<(usize, Pair)> = open.iter().filter_map(|at| Some((*at, self.pair(*at)?))).collect();
        let kept = paired.iter().map(|(at, pair)| Candidate {
            pair: *pair,
            cost: cost(self.kind(*at)),
        });
        let introduced = introductions.iter().map(|pair| Candidate {
            pair: *pair,
            cost: cost(ActKind::Introduce),
        });
        let candidates: Vec<Candidate> = kept.chain(introduced).collect();
        let mut choice = choose(&self.state, &candidates, goal, self.left);
        choice.stop_at(enough);
        for step in &choice.steps {
            let (kind, decision) = match paired.get(step.candidate) {
                Some((at, _)) => (self.kind(*at), Some(*at)),
                None => (ActKind::Introduce, None),
            };
            self.act(kind, decision, Some(candidates[step.candidate].pair));
        }
        choice
    }

    fn not_done(&self, agreements: &[usize]) -> Vec<usize> {
        let done: BTreeSet<usize> = self.spending.acts.iter().filter_map(|act| act.decision).collect();
        agreements.iter().copied().filter(|at| !done.contains(at)).collect()
    }

    /// Agreements not yet done, in the order given, as long as the hours last.
    fn by_day(&mut self, agreements: &[usize]) {
        for at in self.not_done(agreements) {
            if minutes(self.hours(self.kind(at))) <= self.left {
                self.act(self.kind(at), Some(at), self.pair(at));
            }
        }
    }

    fn act(&mut self, kind: ActKind, decision: Option<usize>, pair: Option<Pair>) {
        let hours = self.hours(kind);
        self.left = self.left.saturating_sub(minutes(hours));
        let effects = pair.map_or([None; 3], |pair| self.state.add_with_effects(pair));
        self.spending.added.extend(pair);
        self.spending.acts.push(Act {
            kind,
            decision,
            pair,
            hours,
            effects,
        });
    }
}
