//! Which objectives can the plan move, and where does it lead them?
//!
//! In: the commitments and the network at the horizon. Out: what to aim at first, and for each such objective where it
//! stands today, where it goes if nothing is done, and where with the plan.

use crate::findings::Context;
use crate::findings::goals::{Goal, Goals, Improved, Pair};
use crate::records::RecordId;
use crate::time::Day;

/// A figure that ties move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// One of the goals of introductions.
    Goal(Goal),
    /// Tied pairs over pairs.
    Density,
    /// Mean ties of a member.
    MeanDegree,
}

impl Measured {
    /// The figure that the indicator of an objective names.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.trim() {
            "coverage" | "sector_coverage" => Some(Self::Goal(Goal::Coverage)),
            "fragmentation" => Some(Self::Goal(Goal::Fragmentation)),
            "reach" | "two_step_reach" => Some(Self::Goal(Goal::Reach)),
            "density" => Some(Self::Density),
            "mean_degree" => Some(Self::MeanDegree),
            _ => None,
        }
    }

    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Goal(goal) => goal.name(),
            Self::Density => "density",
            Self::MeanDegree => "mean_degree",
        }
    }

    fn of(self, network: &Improved<'_>) -> Option<f64> {
        let (members, ties) = (network.members() as f64, network.ties() as f64);
        match self {
            Self::Goal(goal) => network.value(goal),
            Self::Density => (members > 1.0).then(|| 2.0 * ties / (members * (members - 1.0))),
            Self::MeanDegree => (members > 0.0).then(|| 2.0 * ties / members),
        }
    }

    /// Whether a value is as good as the target.
    fn reaches(self, value: f64, target: f64) -> bool {
        match self {
            Self::Goal(Goal::Fragmentation) => value <= target,
            _ => value >= target,
        }
    }
}

/// Where an objective goes.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetOutlook {
    /// The commitment.
    pub record: RecordId,
    /// What it is measured by.
    pub measured: Measured,
    /// Where it should go.
    pub target: f64,
    /// By when.
    pub due: Option<Day>,
    /// Where it stands.
    pub now: Option<f64>,
    /// Where it stands at the horizon if nothing is renewed.
    pub without: Option<f64>,
    /// Where it stands there with the plan.
    pub with: Option<f64>,
    /// Whether the plan reaches the target.
    pub reached: Option<bool>,
}

/// Every objective that the plan can move, by the day it is due.
pub(super) fn outlook(context: &Context<'_>, at_horizon: &Goals<'_>, added: &[Pair]) -> Vec<TargetOutlook> {
    let objectives = objectives(context);
    if objectives.is_empty() {
        return Vec::new();
    }
    let today = Goals::new(context);
    let (now, without, with) = (today.today(), at_horizon.today(), at_horizon.with(added));
    let outlook = |one: Objective| {
        let planned = one.measured.of(&with);
        TargetOutlook {
            now: one.measured.of(&now),
            without: one.measured.of(&without),
            with: planned,
            reached: planned.map(|value| one.measured.reaches(value, one.target)),
            record: one.record,
            measured: one.measured,
            target: one.target,
            due: one.due,
        }
    };
    objectives.into_iter().map(outlook).collect()
}

/// What to improve, and how far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Aim {
    pub(super) goal: Goal,
    /// The value to reach; `None` for as good as can be.
    target: Option<f64>,
}

impl Aim {
    /// How many more must be reached from where a network stands: none where the target is met, `None` for as many as
    /// can be.
    pub(super) fn enough(&self, network: &Improved<'_>) -> Option<u64> {
        let (value, target) = (network.value(self.goal)?, self.target?);
        if Measured::Goal(self.goal).reaches(value, target) {
            return Some(0);
        }
        let missing = (value - target).abs() * network.counted(self.goal) as f64;
        // what is missing but for rounding
        Some((missing - 1e-9).ceil().max(0.0) as u64)
    }
}

/// The goals that objectives name, by the day they are due, and last the goal asked for, else reach.
pub(super) fn aims(context: &Context<'_>, asked: Option<Goal>) -> Vec<Aim> {
    let aim = |one: Objective| match one.measured {
        Measured::Goal(goal) => Some(Aim {
            goal,
            target: Some(one.target),
        }),
        Measured::Density | Measured::MeanDegree => None,
    };
    let named: Vec<Aim> = match asked {
        Some(_) => Vec::new(),
        None => objectives(context).into_iter().filter_map(aim).collect(),
    };
    let rest = Aim {
        goal: asked.unwrap_or(Goal::Reach),
        target: None,
    };
    named.into_iter().chain([rest]).collect()
}

struct Objective {
    record: RecordId,
    measured: Measured,
    target: f64,
    due: Option<Day>,
}

/// The objectives that are neither done nor cancelled and measured by a figure that ties move, by the day they are due.
fn objectives(context: &Context<'_>) -> Vec<Objective> {
    let open = context.records.commitments.iter().filter(|one| {
        let closed = matches!(one.status.as_deref(), Some("done" | "cancelled"));
        one.done_on.is_none() && !closed
    });
    let mut objectives: Vec<Objective> = open
        .filter_map(|one| {
            Some(Objective {
                record: one.id.clone(),
                measured: Measured::named(one.indicator.as_deref()?)?,
                target: one.target?,
                due: one.due.map(|due| due.last),
            })
        })
        .collect();
    objectives.sort_by(|one, other| {
        let key = |one: &Objective| (one.due.is_none(), one.due);
        key(one).cmp(&key(other)).then_with(|| one.record.cmp(&other.record))
    });
    objectives
}
