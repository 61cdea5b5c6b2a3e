//! What was seen in one window: who belonged, who belonged before, and the working network.
//!
//! In: the context of a run and a window. Out: [`Observation`], which every indicator reads, and [`Figure`], which
//! every indicator gives.

use super::{Point, Undefined};
use crate::findings::Context;
use crate::network::{
    Direction, Layer, MemberScope, Membership, Pair, Place, Roster, Snapshot, Standing, View, Without,
};
use crate::records::{EventIndex, Sector};
use crate::statistics::Interval;
use crate::statistics::intervals::{GroupedNetwork, Resampling};
use crate::time::{Period, Window};

/// Draws of each bootstrap: the standard deviation is known to about 3 %.
const DRAWS: usize = 500;

/// Where members are many, their draws are fewer: so many members drawn in all, but never under [`LEAST_DRAWS`], by
/// which the standard deviation is known to about 7 %.
const MOST_DRAWN: usize = 4_000_000;
const LEAST_DRAWS: usize = 100;

/// The state of the hub in one window.
pub struct Observation<'a> {
    /// What the findings look at.
    pub context: &'a Context<'a>,
    /// The window.
    pub window: &'a Window,
    /// How everyone stands in it.
    pub membership: Membership,
    /// How everyone stood in the window of equal length before it, where the study covers that one.
    pub before: Option<Membership>,
    /// The working layer, members only.
    pub working: Snapshot,
    /// Its ties by the sectors of their ends; the group after the last sector is that of members without one.
    pub by_sector: GroupedNetwork,
}

/// How many groups members fall into: the sectors, and one for those without.
const GROUPS: usize = Sector::ALL.len() + 1;

impl<'a> Observation<'a> {
    /// Looks at one window.
    pub fn of(context: &'a Context<'a>, window: &'a Window) -> Self {
        let network = context.network;
        let covered = |period: Period| network.study().is_some_and(|study| period.start() >= study.from);
        let before = window.preceding().filter(|before| before.period.is_some_and(covered));
        let membership = network.membership(window);
        let members = membership.places(Standing::Member).collect();
        let working = network.snapshot_among(&working_layer(window, &Without::default()), members);
        let ties: Vec<(u32, u32)> = working.pairs().map(|(one, other, _)| (one.0, other.0)).collect();
        let group = |place: &Place| sector(network.roster(), *place).unwrap_or(GROUPS - 1) as u8;
        let groups = working.places().iter().map(group).collect();
        Self {
            context,
            window,
            before: before.map(|before| network.membership(&before)),
            by_sector: GroupedNetwork::new(groups, GROUPS, &ties),
            working,
            membership,
        }
    }

    /// For each of `events`, the ties of the working layer that would be gone without it, once something is taken out.
    pub fn ties_lost(&self, without: &Without, events: &[EventIndex]) -> Vec<Vec<Pair>> {
        let view = working_layer(self.window, without);
        self.context.network.ties_lost(&view, self.working.places(), events)
    }

    /// How a resampling for some purpose is run; each window sees draws of its own.
    pub fn resampling<'p>(&self, purpose: &'p str) -> Resampling<'p> {
        Resampling {
            seed: self.context.seed,
            purpose,
            draws: (MOST_DRAWN / self.working.node_count().max(1)).clamp(LEAST_DRAWS, DRAWS),
        }
    }
}

/// The place of a member's sector among all sectors.
pub fn sector(roster: &Roster, place: Place) -> Option<usize> {
    let sector = roster.member(place).sector?;
    Sector::ALL.iter().position(|known| *known == sector)
}

/// The working layer of the members.
const fn working_layer<'a>(window: &'a Window, without: &'a Without) -> View<'a> {
    View {
        layer: Layer::Working,
        window,
        members: MemberScope::Core,
        direction: Direction::Undirected,
        without,
    }
}

/// The value of an indicator before it is tied to its window.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    value: Result<f64, Undefined>,
    interval: Option<Interval>,
    numerator: Option<f64>,
    denominator: Option<f64>,
}

impl Figure {
    /// A complete count: no interval.
    pub fn count(count: usize) -> Self {
        Self {
            value: Ok(count as f64),
            interval: None,
            numerator: Some(count as f64),
            denominator: None,
        }
    }

    /// A share or ratio; undefined where there is nothing to divide by.
    pub fn ratio(numerator: f64, denominator: f64) -> Self {
        let value = if denominator > 0.0 {
            Ok(numerator / denominator)
        } else {
            Err(Undefined::NothingToDivideBy)
        };
        Self {
            value,
            interval: None,
            numerator: Some(numerator),
            denominator: Some(denominator),
        }
    }

    /// A value without parts; undefined for the reason given where there is none.
    pub fn value(value: Option<f64>, otherwise: Undefined) -> Self {
        Self {
            value: value.ok_or(otherwise),
            interval: None,
            numerator: None,
            denominator: None,
        }
    }

    /// No value.
    pub const fn undefined(reason: Undefined) -> Self {
        Self {
            value: Err(reason),
            interval: None,
            numerator: None,
            denominator: None,
        }
    }

    /// The same with an interval, if it has a value.
    pub fn with_interval(self, interval: impl FnOnce() -> Option<Interval>) -> Self {
        let interval = if self.value.is_ok() { interval() } else { None };
        Self { interval, ..self }
    }

    /// Its value, where defined.
    pub fn defined(&self) -> Option<f64> {
        self.value.ok()
    }

    /// The point of a series.
    pub fn at(self, window: &Window) -> Point {
        Point {
            window: window.clone(),
            value: self.value.ok(),
            undefined: self.value.err(),
            interval: self.interval,
            numerator: self.numerator,
            denominator: self.denominator,
        }
    }
}
