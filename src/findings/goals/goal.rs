//! What can ties be good for, and between whom can they be?
//!
//! In: nothing. Out: [`Goal`] and [`Pair`].

use std::fmt;
use std::str::FromStr;

use crate::network::{Place, UnknownChoice};

/// What introductions are to improve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Goal {
    /// Of all combinations of a member that fills a role of the template and a role that it does not fill itself, the
    /// share with a working tie between the member and the role.
    Coverage,
    /// The share of pairs of members that cannot reach each other; the lower the better.
    Fragmentation,
    /// The share of the other members that a member reaches within two steps, on average.
    Reach,
}

impl Goal {
    /// Every goal.
    pub const ALL: [Self; 3] = [Self::Coverage, Self::Fragmentation, Self::Reach];

    /// Its name on the command line, in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Coverage => "coverage",
            Self::Fragmentation => "fragmentation",
            Self::Reach => "reach",
        }
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl FromStr for Goal {
    type Err = UnknownChoice;

    fn from_str(text: &str) -> Result<Self, UnknownChoice> {
        Self::ALL
            .into_iter()
            .find(|goal| goal.name() == text)
            .ok_or_else(|| UnknownChoice {
                what: "goal",
                found: text.to_owned(),
                expected: Self::ALL.map(Self::name).join(", "),
            })
    }
}

/// Two members, in the order of the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// The one that stands first.
    pub a: Place,
    /// The other.
    pub b: Place,
}

impl Pair {
    /// Two members, put in order; `None` where they are one.
    #[must_use]
    pub fn new(one: Place, other: Place) -> Option<Self> {
        let (a, b) = (one.min(other), one.max(other));
        (a != b).then_some(Self { a, b })
    }
}
