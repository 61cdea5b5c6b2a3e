//! What to do this quarter: at most five actions, each with verb, who, with whom, by when, why and effort.

use crate::network::Place;
use crate::records::{RecordId, Sector, TableName};
use crate::time::Day;

/// What to do.
#[derive(Debug, Clone, PartialEq)]
pub enum ActionKind {
    /// Decide on an agreement before its notice date or end.
    DecideAgreement {
        /// The agreement.
        record: RecordId,
        /// One side.
        source: Place,
        /// The other side.
        target: Place,
        /// Its last day.
        ends: Day,
    },
    /// Give a cut point a substitute.
    SecondLink {
        /// The member that alone holds them.
        cut_point: Place,
        /// How many would be stranded.
        stranded: usize,
        /// One of them, the most active.
        example: Place,
    },
    /// Bring a member without ties to a small event.
    InviteIsolated {
        /// The members, at most three.
        members: Vec<Place>,
        /// How many there are in all.
        total: usize,
    },
    /// Ask a fading member what changed.
    CallFading {
        /// The member.
        member: Place,
        /// Records now.
        now: usize,
        /// Records a year before.
        usual: f64,
    },
    /// Bring two sectors together.
    JoinSectors {
        /// One sector.
        a: Sector,
        /// The other.
        b: Sector,
        /// Ties observed.
        observed: usize,
        /// Ties expected.
        expected: f64,
    },
    /// Invite a sector to a component of the method that it never took part in.
    OpenComponent {
        /// The sector.
        sector: Sector,
        /// The component.
        component: String,
    },
    /// Fill in the record that would change an answer.
    RecordMissing {
        /// The table.
        table: TableName,
        /// The column.
        column: Option<&'static str>,
        /// Rows that lack it, where that can be counted.
        rows: Option<usize>,
    },
}

impl ActionKind {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::DecideAgreement { .. } => "decide_agreement",
            Self::SecondLink { .. } => "second_link",
            Self::InviteIsolated { .. } => "invite_isolated",
            Self::CallFading { .. } => "call_fading",
            Self::JoinSectors { .. } => "join_sectors",
            Self::OpenComponent { .. } => "open_component",
            Self::RecordMissing { .. } => "record_missing",
        }
    }
}

/// How much work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effort {
    /// A call or a line in a spreadsheet.
    Hour,
    /// A meeting to prepare.
    Day,
    /// An event to organise.
    Week,
}

impl Effort {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
        }
    }
}

/// One action.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// An id made from its content, the same from report to report.
    pub id: String,
    /// What to do.
    pub kind: ActionKind,
    /// By when.
    pub by: Option<Day>,
    /// How much work.
    pub effort: Effort,
    /// The records it rests on.
    pub records: Vec<RecordId>,
}

/// At most five actions, most urgent first, by one stated rule.
#[must_use]
pub fn actions(
    context: &super::Context<'_>,
    gaps: &super::Gaps,
    calendar: &super::Answer<super::calendar::Calendar>,
) -> Vec<Action> {
    let _ = (context, gaps, calendar);
    todo!()
}
