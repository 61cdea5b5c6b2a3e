//! 2 · Who is tied to whom, how strongly, and when?
//!
//! In: [`HubRecords`](crate::records::HubRecords). Out: [`TemporalNetwork`], every tie with its period, which freezes
//! into a [`Snapshot`]: one layer in one window as plain arrays. Freezing is one way. This stage does not know what a
//! file is.

use std::fmt;
use std::str::FromStr;

mod assemble;
pub mod layout;
mod leave_out;
pub mod members;
mod projection;
mod roll_up;
pub mod roster;
pub mod snapshot;
mod study;
pub mod temporal;
#[cfg(test)]
pub(crate) mod test_hub;
pub mod tie_strength;

pub use leave_out::Pair;
pub use members::{Membership, Standing};
pub use projection::Reprojection;
pub use roster::{Grouping, Place, Roster, RosterMember};
pub use snapshot::{Arcs, Attendance, Entry, NodeIndex, Rows, Snapshot, SnapshotParts, TieAge, TieStrength};
pub use temporal::{
    DatedAttendance, DatedTie, EventSize, NetworkOptions, RecordCounts, TemporalNetwork, View, Without,
};
pub use tie_strength::SMALL_EVENT;

/// Which records make ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Dated ties as recorded.
    Partnerships,
    /// Shared events.
    Participations,
    /// Both.
    Combined,
    /// Partnerships, and pairs that shared two events or one of at most eight participants.
    Working,
}

/// How shared events become tie strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Projection {
    /// Each event of k participants adds 1/(k − 1) to each pair (Newman 2001).
    Newman,
    /// Each event adds 1.
    Count,
    /// Each event adds the smaller of the two sides' recorded hours.
    Hours,
}

/// Who stands for a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Each stakeholder as recorded.
    Person,
    /// Persons roll up to their unit.
    Unit,
    /// Persons and units roll up to their organisation.
    Organization,
}

/// How long a tie is, for measures along paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathLength {
    /// 1/strength.
    InverseStrength,
    /// 1.
    Hops,
}

/// Whether a measure sees ties or arcs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Ties: both directions added.
    Undirected,
    /// Arcs from source to target.
    Directed,
}

/// Which stakeholders a snapshot holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberScope {
    /// Members of the window: neither guests nor those who never took part.
    Core,
    /// Every stakeholder in the tables.
    All,
}

/// The text names no such choice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} \"{found}\": expected {expected}")]
pub struct UnknownChoice {
    /// What was to be chosen.
    pub what: &'static str,
    /// What was found.
    pub found: String,
    /// The choices there are.
    pub expected: String,
}

macro_rules! choice {
    ($name:ident, $what:literal, $($variant:ident = $text:literal),+) => {
        impl $name {
            /// Every choice.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Its name on the command line, in files and in `hub.toml`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result { out.write_str(self.name()) }
        }
        impl FromStr for $name {
            type Err = UnknownChoice;
            fn from_str(text: &str) -> Result<Self, UnknownChoice> {
                Self::ALL.iter().copied().find(|choice| choice.name() == text).ok_or_else(|| UnknownChoice {
                    what: $what,
                    found: text.to_owned(),
                    expected: Self::ALL.iter().map(|choice| choice.name()).collect::<Vec<_>>().join(", "),
                })
            }
        }
    };
}
choice!(
    Layer,
    "layer",
    Partnerships = "partnerships",
    Participations = "participations",
    Combined = "combined",
    Working = "working"
);
choice!(
    Projection,
    "projection",
    Newman = "newman",
    Count = "count",
    Hours = "hours"
);
choice!(
    Level,
    "level",
    Person = "person",
    Unit = "unit",
    Organization = "organization"
);
choice!(
    PathLength,
    "path length",
    InverseStrength = "inverse_strength",
    Hops = "hops"
);
choice!(Direction, "direction", Undirected = "undirected", Directed = "directed");
choice!(MemberScope, "members", Core = "core", All = "all");
