//! What can one do about a finding?
//!
//! In: nothing. Out: [`ActionKind`], with what it is about, by which it is known again from report to report, and how
//! much work it is.

use std::sync::Arc;

use crate::findings::introductions::IntroductionReason;
use crate::findings::single_provider::Provided;
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
        /// Its kind, as recorded.
        agreement: Option<String>,
        /// When it started.
        start: Option<Day>,
        /// Its last day.
        ends: Day,
        /// Whether that day is assumed because no end is recorded.
        end_assumed: bool,
        /// The organisation that looks after it.
        owner: Option<String>,
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
    /// Agree who carries on what rests on office-holders, before a term ends.
    TermEnds {
        /// Their organisation.
        organization: Place,
        /// When the first of their terms ends.
        ends: Day,
        /// How many terms end within a year.
        terms: usize,
        /// Agreements and events that rest on them alone.
        resting: usize,
        /// Of how many.
        of: usize,
    },
    /// Win a member for a role that the template asks for.
    InviteRole {
        /// The role that nobody fills: its name in the catalogue, or the hub's own.
        role: String,
    },
    /// Introduce two members who never worked together.
    Introduce {
        /// One.
        a: Place,
        /// The other.
        b: Place,
        /// Who knows both.
        introducer: Place,
        /// Why, gaps first.
        reasons: Vec<IntroductionReason>,
        /// Where an official would meet a private party: what hub.toml declares for such meetings, perhaps nothing.
        notice: Option<Arc<str>>,
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
    /// Ask whether a silent member is still there.
    AskLapsed {
        /// The member.
        member: Place,
        /// Months without a record.
        silent: usize,
        /// The last day with any record.
        last_seen: Option<Day>,
    },
    /// Look for a second one who provides what one member alone provides, or for one where nobody does.
    SecondProvider {
        /// What.
        what: Provided,
        /// Who provides it; `None` where nobody does.
        provider: Option<Place>,
        /// How many depend on it.
        dependents: usize,
    },
    /// Look for money from somebody else than the largest payer.
    SecondFunder {
        /// The largest payer.
        payer: Place,
        /// Its share of what is paid in the window.
        share: f64,
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
    /// Say in `hub.toml` who runs the hub.
    DeclareOperator,
    /// What an earlier `actions.csv` says, in its own words: accepted, and no longer among the proposals of today; or
    /// added by the hub itself.
    AsRecorded {
        /// Its kind, as recorded.
        action: Option<Arc<str>>,
        /// Verb and object.
        what: Arc<str>,
        /// With whom.
        with_whom: Option<Arc<str>>,
        /// Why.
        why: Option<Arc<str>>,
        /// Ids of those it is about.
        about: Option<Arc<str>>,
        /// How much work.
        effort: Option<Effort>,
    },
}

impl ActionKind {
    /// Its name in files and messages.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::DecideAgreement { .. } => "decide_agreement",
            Self::SecondLink { .. } => "second_link",
            Self::TermEnds { .. } => "term_ends",
            Self::InviteRole { .. } => "invite_role",
            Self::Introduce { .. } => "introduce",
            Self::JoinSectors { .. } => "join_sectors",
            Self::OpenComponent { .. } => "open_component",
            Self::InviteIsolated { .. } => "invite_isolated",
            Self::CallFading { .. } => "call_fading",
            Self::AskLapsed { .. } => "ask_lapsed",
            Self::SecondProvider { .. } => "second_provider",
            Self::SecondFunder { .. } => "second_funder",
            Self::RecordMissing { .. } => "record_missing",
            Self::DeclareOperator => "declare_operator",
            Self::AsRecorded { action, .. } => action.as_deref().unwrap_or("own"),
        }
    }

    /// How much work it is; unknown where the hub added it and does not say.
    #[must_use]
    pub const fn effort(&self) -> Option<Effort> {
        match self {
            Self::DecideAgreement { .. }
            | Self::Introduce { .. }
            | Self::CallFading { .. }
            | Self::AskLapsed { .. }
            | Self::RecordMissing { .. }
            | Self::DeclareOperator => Some(Effort::Hour),
            Self::SecondLink { .. }
            | Self::TermEnds { .. }
            | Self::SecondProvider { .. }
            | Self::InviteRole { .. }
            | Self::OpenComponent { .. }
            | Self::InviteIsolated { .. } => Some(Effort::Day),
            Self::JoinSectors { .. } | Self::SecondFunder { .. } => Some(Effort::Week),
            Self::AsRecorded { effort, .. } => *effort,
        }
    }

    /// What the action is about, as it stands in `actions.csv`, so that a later report can look whether it happened; `id`
    /// says under which id a place may stand there.
    #[must_use]
    pub fn about<N: Into<String>>(&self, id: &dyn Fn(Place) -> N) -> Vec<String> {
        let id = |place: &Place| -> String { id(*place).into() };
        match self {
            Self::DecideAgreement {
                record,
                source,
                target,
                ends,
                ..
            } => vec![record.as_str().to_owned(), id(source), id(target), ends.to_string()],
            Self::SecondLink { cut_point, example, .. } => vec![id(cut_point), id(example)],
            Self::TermEnds { organization, ends, .. } => vec![id(organization), ends.to_string()],
            Self::InviteRole { role } => vec![role.clone()],
            Self::Introduce { a, b, introducer, .. } => vec![id(a), id(b), id(introducer)],
            Self::JoinSectors { a, b, .. } => vec![a.name().to_owned(), b.name().to_owned()],
            Self::OpenComponent { sector, component } => vec![sector.name().to_owned(), component.clone()],
            Self::InviteIsolated { members, .. } => members.iter().map(id).collect(),
            Self::CallFading { member, .. } | Self::AskLapsed { member, .. } => vec![id(member)],
            Self::SecondProvider { what, .. } => provided(what),
            Self::SecondFunder { payer, .. } => vec![id(payer)],
            Self::RecordMissing { table, column, .. } => {
                let table = std::iter::once(table.name().to_owned());
                table.chain(column.map(str::to_owned)).collect()
            }
            Self::DeclareOperator => Vec::new(),
            Self::AsRecorded { about, .. } => about.iter().map(|about| about.to_string()).collect(),
        }
    }

    /// By what the action is known again: nothing that changes from report to report. An agreement is known by its sides,
    /// kind and start, because an id made from its content changes when its end is filled in.
    pub(super) fn subject(&self, id: &dyn Fn(Place) -> String) -> Vec<String> {
        match self {
            Self::DecideAgreement {
                source,
                target,
                agreement,
                start,
                ..
            } => vec![
                id(*source),
                id(*target),
                agreement.clone().unwrap_or_default(),
                start.map(|day| day.to_string()).unwrap_or_default(),
            ],
            Self::SecondLink { cut_point, .. } => vec![id(*cut_point)],
            Self::Introduce { a, b, .. } => vec![id(*a), id(*b)],
            _ => self.about(id),
        }
    }
}

/// What is provided, and as what it is recorded.
fn provided(what: &Provided) -> Vec<String> {
    let (kind, text) = match what {
        Provided::Function(text) => ("function", text.as_str()),
        Provided::Topic(text) => ("topic", text.as_str()),
        Provided::Offer(text) => ("offer", text.as_str()),
        Provided::Need(text) => ("need", text.as_str()),
        Provided::Sector(sector) => ("sector", sector.name()),
    };
    vec![kind.to_owned(), text.to_owned()]
}

impl ActionKind {
    /// Whether what is provided is what an earlier proposal was about.
    pub(super) fn is_about(what: &Provided, about: &[&str]) -> bool {
        provided(what).iter().map(String::as_str).eq(about.iter().copied())
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
    const ALL: [Self; 3] = [Self::Hour, Self::Day, Self::Week];

    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
        }
    }

    /// The effort of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|effort| effort.name() == name)
    }

    /// Months in which an action without a day of its own is due.
    pub(super) const fn months(self) -> i32 {
        match self {
            Self::Hour => 1,
            Self::Day => 3,
            Self::Week => 6,
        }
    }
}
