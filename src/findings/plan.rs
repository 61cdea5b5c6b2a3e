//! What becomes of the agreements, what to do with each, and what is worth the hours there are?
//!
//! In: the agreements, the working layer, pairs that could be introduced, hours. Out: [`Plan`]: a decision for each
//! agreement in force, the run-off three ways, and the acts that the hours are spent on, each with its effect.

use std::collections::BTreeSet;

use super::goals::{Goal, Goals, Pair};
use super::introductions::Introductions;
use super::{Answer, Context, Lacking};
use crate::records::TableName;
use crate::time::Day;

mod budget;
pub mod choose;
pub mod run_off;
pub mod standing;
pub mod targets;
pub mod verdict;
mod words;

pub use budget::{Act, ActKind, GoalChoice};
pub use run_off::{Left, RunOff, Way};
pub use standing::{RenewalRate, Standing};
pub use targets::{Measured, TargetOutlook};
pub use verdict::{Decision, Facts, Together, Verdict};
pub use words::why;

/// The horizon where none is asked for: three years.
pub const HORIZON_MONTHS: i32 = 36;

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlanOptions {
    /// Hours for agreements and introductions together; `None`: every agreement is decided on, nobody is introduced.
    pub hours: Option<f64>,
    /// How far ahead, in months.
    pub horizon_months: i32,
    /// What introductions and renewals are to improve; `None`: what the targets ask for, else reach.
    pub goal: Option<Goal>,
}

impl PlanOptions {
    /// What the report plans: three years, with the hours that `[plan]` declares.
    #[must_use]
    pub const fn report(context: &Context<'_>) -> Self {
        Self {
            hours: context.records.config.plan.hours,
            horizon_months: HORIZON_MONTHS,
            goal: None,
        }
    }
}

/// The partnership plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The study's last day.
    pub as_of: Day,
    /// The last day planned for.
    pub horizon: Day,
    /// What to do with each agreement in force, in the order of the records.
    pub decisions: Vec<Decision>,
    /// What is left of them, quarter by quarter.
    pub run_off: RunOff,
    /// What the hours are spent on, in order.
    pub acts: Vec<Act>,
    /// The hours there are, where they are limited.
    pub hours: Option<f64>,
    /// What introductions and renewals were chosen for, and how far from the best that may be.
    pub choices: Vec<GoalChoice>,
    /// Where the plan leads the objectives that it can move.
    pub targets: Vec<TargetOutlook>,
}

impl Plan {
    /// Hours that the acts take.
    #[must_use]
    pub fn hours_spent(&self) -> f64 {
        self.acts.iter().map(|act| act.hours).sum()
    }

    /// Hours that go to agreements that nothing replaces, before anything is chosen.
    #[must_use]
    pub fn hours_first(&self) -> f64 {
        let first = |act: &&Act| match act.kind {
            ActKind::Agreement(verdict) => verdict != Verdict::Renew,
            ActKind::Introduce => false,
        };
        self.acts.iter().filter(first).map(|act| act.hours).sum()
    }

    /// How many agreements have a verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.decisions.iter().filter(|one| one.verdict == verdict).count()
    }

    /// Every decision that falls due, by its day.
    #[must_use]
    pub fn due(&self) -> Vec<&Decision> {
        let due = self.decisions.iter().filter(|one| one.verdict != Verdict::RunsOn);
        let mut due: Vec<&Decision> = due.collect();
        due.sort_by_key(|one| one.decide_by);
        due
    }

    /// The decisions that no act stands for, by the day to decide, those without one last, then as recorded; each with
    /// its place.
    #[must_use]
    pub fn beyond_hours(&self) -> Vec<(usize, &Decision)> {
        let done: BTreeSet<usize> = self.acts.iter().filter_map(|act| act.decision).collect();
        let decisions = self.decisions.iter().enumerate();
        let mut left: Vec<(usize, &Decision)> = decisions.filter(|(at, _)| !done.contains(at)).collect();
        left.sort_by_key(|(at, one)| {
            (
                one.verdict == Verdict::RunsOn,
                one.decide_by.is_none(),
                one.decide_by,
                *at,
            )
        });
        left
    }
}

/// What is missing where no agreement is dated.
const STARTS: Lacking = Lacking::Column {
    table: TableName::Partnerships,
    column: Some("start"),
};

/// What a plan lacks, where it lacks anything.
#[must_use]
pub fn lacking(context: &Context<'_>) -> Option<Lacking> {
    if context.records.partnerships.is_empty() {
        return Some(Lacking::Column {
            table: TableName::Partnerships,
            column: None,
        });
    }
    let dated = context.network.partnerships().any(|tie| tie.period.is_some());
    (context.network.study().is_none() || !dated).then_some(STARTS)
}

/// The plan for the agreements in force when the study's last day ends; `introductions` are the pairs that could be
/// introduced, the best first.
#[must_use]
pub fn plan(context: &Context<'_>, introductions: &[Pair], options: &PlanOptions) -> Answer<Plan> {
    if let Some(lacking) = lacking(context) {
        return Answer::Cannot(lacking);
    }
    let Some(study) = context.network.study() else {
        return Answer::Cannot(STARTS);
    };
    let as_of = study.as_of;
    let days = run_off::quarter_ends(as_of, options.horizon_months);
    let horizon = days.last().copied().unwrap_or(as_of);
    let standing = standing::standing(context, as_of);
    let decisions = verdict::decisions(context, standing, as_of, horizon);
    let at_horizon = budget::left_at(context, &decisions, horizon);
    let goals = Goals::on(context, &at_horizon);
    let spending = budget::spend(context, &goals, &decisions, introductions, options);
    let agreements: Vec<Standing> = decisions.iter().map(|one| one.agreement.clone()).collect();
    let mut kept = vec![false; decisions.len()];
    for at in spending.acts.iter().filter_map(|act| act.decision) {
        kept[at] = true;
    }
    let renewal = standing::renewal_rate(context);
    Answer::Found(Plan {
        as_of,
        horizon,
        run_off: run_off::run_off(context, &agreements, &kept, &days, renewal),
        targets: targets::outlook(context, &goals, &spending.added),
        decisions,
        acts: spending.acts,
        hours: options.hours,
        choices: spending.choices,
    })
}

/// The introductions, so many at most, that improve today's working network most by one goal.
#[must_use]
pub fn introductions_for(
    context: &Context<'_>,
    introductions: &[Pair],
    goal: Goal,
    most: usize,
) -> ChosenIntroductions {
    let goals = Goals::new(context);
    let today = goals.today();
    let candidates: Vec<choose::Candidate> = introductions
        .iter()
        .map(|pair| choose::Candidate { pair: *pair, cost: 1 })
        .collect();
    let choice = choose::choose(&today, &candidates, goal, most as u64);
    let mut state = today.clone();
    let introduced = |step: &choose::Step| {
        let pair = introductions[step.candidate];
        Introduced {
            pair,
            effects: state.add_with_effects(pair),
        }
    };
    let chosen: Vec<Introduced> = choice.steps.iter().map(introduced).collect();
    ChosenIntroductions {
        considered: introductions.len(),
        before: today.value(goal),
        after: state.value(goal),
        choice: GoalChoice::of(&choice, &goals),
        chosen,
    }
}

/// Introductions chosen for one goal.
#[derive(Debug, Clone, PartialEq)]
pub struct ChosenIntroductions {
    /// How many pairs they were chosen among.
    pub considered: usize,
    /// The goal's value today.
    pub before: Option<f64>,
    /// Its value once all of them work together.
    pub after: Option<f64>,
    /// How good the choice is.
    pub choice: GoalChoice,
    /// The pairs, in the order of choosing.
    pub chosen: Vec<Introduced>,
}

/// One introduction with its marginal effects.
#[derive(Debug, Clone, PartialEq)]
pub struct Introduced {
    /// Who with whom.
    pub pair: Pair,
    /// Its effect on each goal, in the order of [`Goal::ALL`], after those before it.
    pub effects: [Option<f64>; 3],
}

/// The pairs that are proposed, those that need it first.
#[must_use]
pub fn pairs_of(introductions: &Introductions) -> Vec<Pair> {
    let proposed = introductions.needed.iter().chain(&introductions.likely);
    proposed.map(|one| one.pair).collect()
}

#[cfg(test)]
mod tests;
