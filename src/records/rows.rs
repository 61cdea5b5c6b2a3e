//! What does one row of each table say, once read?
//!
//! In: nothing. Out: the typed rows of which [`HubRecords`](super::HubRecords) is made.

use std::sync::Arc;

use super::{EventId, EventIndex, RecordId, StakeholderId, StakeholderIndex};
use crate::time::{DateSpan, Day};

/// A person, a unit or an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stakeholder {
    /// Its id.
    pub id: StakeholderId,
    /// Its name; the id where none is recorded.
    pub name: Arc<str>,
    /// What it is; organisation where nothing says otherwise.
    pub kind: StakeholderKind,
    /// The sector it belongs to (a person or unit without one takes its parent's).
    pub sector: Option<Sector>,
    /// Level of government.
    pub government_level: Option<Arc<str>>,
    /// The unit or organisation it belongs to.
    pub parent: Option<StakeholderIndex>,
    /// City.
    pub city: Option<Arc<str>>,
    /// Country.
    pub country: Option<Arc<str>>,
    /// Role or post.
    pub role_title: Option<Arc<str>>,
    /// How a person came to the post.
    pub appointment: Option<Arc<str>>,
    /// Grade: 1 is the top.
    pub authority: Option<u32>,
    /// When the term ends.
    pub term_end: Option<DateSpan>,
    /// When it joined the hub.
    pub joined: Option<DateSpan>,
    /// When it left the hub.
    pub left: Option<DateSpan>,
    /// E-mail address.
    pub email: Option<Arc<str>>,
    /// Other names.
    pub aliases: Vec<Arc<str>>,
    /// Ids in public registers (`ror:…`).
    pub external_ids: Vec<Arc<str>>,
    /// What it offers.
    pub offers: Vec<Arc<str>>,
    /// What it needs.
    pub needs: Vec<Arc<str>>,
    /// How far its name may go.
    pub consent: Consent,
    /// Whether it may be profiled as a person.
    pub profiling: bool,
    /// Whether no stakeholders row declares it: it was derived from a tie or a participation.
    pub derived: bool,
}

impl Stakeholder {
    /// A stakeholder of whom nothing is recorded but its name and what it is.
    #[must_use]
    pub fn new(id: StakeholderId, name: Arc<str>, kind: StakeholderKind) -> Self {
        Self {
            id,
            name,
            kind,
            sector: None,
            government_level: None,
            parent: None,
            city: None,
            country: None,
            role_title: None,
            appointment: None,
            authority: None,
            term_end: None,
            joined: None,
            left: None,
            email: None,
            aliases: Vec::new(),
            external_ids: Vec::new(),
            offers: Vec::new(),
            needs: Vec::new(),
            consent: Consent::default(),
            profiling: true,
            derived: false,
        }
    }
}

/// What a stakeholder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StakeholderKind {
    /// A natural person.
    Person,
    /// A part of an organisation.
    Unit,
    /// An organisation.
    Organization,
}

impl StakeholderKind {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Unit => "unit",
            Self::Organization => "organization",
        }
    }
}

/// The sector a stakeholder belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sector {
    /// Government at any level.
    Government,
    /// Firms.
    Business,
    /// Universities and schools.
    Academia,
    /// Research institutes.
    Research,
    /// Associations, communities, citizens.
    CivilSociety,
    /// Those who pay for others' work.
    Funder,
    /// Anything else.
    Other,
}

impl Sector {
    /// All sectors, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Government,
        Self::Business,
        Self::Academia,
        Self::Research,
        Self::CivilSociety,
        Self::Funder,
        Self::Other,
    ];

    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Government => "government",
            Self::Business => "business",
            Self::Academia => "academia",
            Self::Research => "research",
            Self::CivilSociety => "civil_society",
            Self::Funder => "funder",
            Self::Other => "other",
        }
    }
}

/// How far a stakeholder's name may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Consent {
    /// Into public editions.
    Public,
    /// Into the partners' edition (nothing recorded means this).
    #[default]
    Partners,
    /// Into private files only.
    Private,
}

/// Where an initiative came from, as recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// From above.
    TopDown,
    /// From below.
    BottomUp,
    /// From both.
    Joint,
    /// Recorded as unknown.
    Unknown,
}

impl Origin {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TopDown => "top_down",
            Self::BottomUp => "bottom_up",
            Self::Joint => "joint",
            Self::Unknown => "unknown",
        }
    }
}

/// The end of a partnership as recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It ends on this date.
    On(DateSpan),
    /// Recorded as open (`vigente`, `present`).
    Open,
    /// Nothing recorded: live until start + assumed term or the pair's last joint record, whichever is later.
    Unknown,
}

/// Money, in one currency.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// How much.
    pub value: f64,
    /// In which currency; `None` where not recorded.
    pub currency: Option<Arc<str>>,
}

/// A dated tie between two stakeholders.
#[derive(Debug, Clone, PartialEq)]
pub struct Partnership {
    /// Its id.
    pub id: RecordId,
    /// One side; the giver where the tie is directed.
    pub source: StakeholderIndex,
    /// The other side.
    pub target: StakeholderIndex,
    /// What kind of tie.
    pub kind: Option<Arc<str>>,
    /// What it is for.
    pub function: Option<Arc<str>>,
    /// When it starts; undated partnerships belong to every window.
    pub start: Option<DateSpan>,
    /// When it ends.
    pub end: End,
    /// When someone last confirmed that it lives.
    pub last_confirmed: Option<DateSpan>,
    /// Months of notice.
    pub notice_months: Option<u32>,
    /// Who looks after it.
    pub owner: Option<Arc<str>>,
    /// Strength as recorded; 1 where absent.
    pub strength: f64,
    /// Whether it runs from source to target (the row, else its kind, says so).
    pub directed: bool,
    /// Money that goes with it.
    pub amount: Option<Amount>,
    /// Who pays.
    pub funder: Option<StakeholderIndex>,
    /// Who started it.
    pub initiated_by: Option<StakeholderIndex>,
    /// Where it came from.
    pub origin: Option<Origin>,
    /// The event that is the same fact, or that led to it.
    pub attributed_to: Option<EventIndex>,
    /// Status as recorded.
    pub status: Option<Arc<str>>,
    /// The partnership it renews.
    pub renewed_from: Option<RecordId>,
}

/// Someone took part in something.
#[derive(Debug, Clone, PartialEq)]
pub struct Participation {
    /// Who.
    pub stakeholder: StakeholderIndex,
    /// In what.
    pub event: EventIndex,
    /// From when; the event's start where absent.
    pub date: Option<DateSpan>,
    /// As what.
    pub role: Option<Arc<str>>,
    /// For how long.
    pub hours: Option<f64>,
    /// Who invited them.
    pub invited_by: Option<StakeholderIndex>,
    /// What was offered for coming.
    pub incentive: Option<Arc<str>>,
    /// What came of it.
    pub outcome: Option<Arc<str>>,
    /// What they received.
    pub amount: Option<Amount>,
}

/// Something stakeholders took part in.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// Its name; the id where none is recorded.
    pub name: Arc<str>,
    /// Which part of the method.
    pub component: Option<Arc<str>>,
    /// First day.
    pub start: Option<DateSpan>,
    /// Last day.
    pub end: Option<DateSpan>,
    /// What it was about.
    pub topic: Option<Arc<str>>,
    /// Where.
    pub city: Option<Arc<str>>,
    /// Who hosted it.
    pub host: Option<StakeholderIndex>,
    /// Who started it.
    pub initiated_by: Option<StakeholderIndex>,
    /// Where it came from.
    pub origin: Option<Origin>,
    /// What was offered.
    pub incentive: Option<Arc<str>>,
    /// The prize.
    pub prize: Option<Arc<str>>,
    /// The programme it belongs to.
    pub programme: Option<Arc<str>>,
    /// `held`, `cancelled`, `failed`.
    pub status: Option<Arc<str>>,
    /// Whether no events row declares it: it was derived from a participation.
    pub derived: bool,
}

impl Event {
    /// An event that no row declares: nothing is known of it but its name.
    #[must_use]
    pub const fn derived(id: EventId, name: Arc<str>) -> Self {
        Self {
            id,
            name,
            component: None,
            start: None,
            end: None,
            topic: None,
            city: None,
            host: None,
            initiated_by: None,
            origin: None,
            incentive: None,
            prize: None,
            programme: None,
            status: None,
            derived: true,
        }
    }
}

/// A unit took up a practice.
#[derive(Debug, Clone, PartialEq)]
pub struct Adoption {
    /// Its id.
    pub id: RecordId,
    /// Who.
    pub unit: StakeholderIndex,
    /// What.
    pub practice: Arc<str>,
    /// When.
    pub date: DateSpan,
    /// Where it came from, as recorded.
    pub origin: Option<Origin>,
    /// What set it off, as recorded.
    pub trigger: Option<Arc<str>>,
    /// Who sponsored it.
    pub sponsor: Option<StakeholderIndex>,
    /// Who pushed it from inside.
    pub champion: Option<StakeholderIndex>,
    /// The programme it belongs to.
    pub programme: Option<Arc<str>>,
    /// When someone last confirmed that it lives.
    pub last_confirmed: Option<DateSpan>,
    /// When it was abandoned.
    pub abandoned: Option<DateSpan>,
}

/// An act or spell from above.
#[derive(Debug, Clone, PartialEq)]
pub struct LeadershipAct {
    /// Its id.
    pub id: RecordId,
    /// Who acted.
    pub body: StakeholderIndex,
    /// `term`, `mandate`, `sponsorship`, `budget_line`.
    pub kind: Arc<str>,
    /// From when.
    pub start: DateSpan,
    /// Until when.
    pub end: Option<DateSpan>,
    /// The office-holder.
    pub person: Option<StakeholderIndex>,
    /// The practice it is about.
    pub practice: Option<Arc<str>>,
    /// Units, level or city that it covers.
    pub scope: Vec<Arc<str>>,
    /// Whether it binds.
    pub binding: Option<bool>,
    /// Money.
    pub amount: Option<f64>,
    /// Where this is written.
    pub source: Option<Arc<str>>,
}

/// Something promised.
#[derive(Debug, Clone, PartialEq)]
pub struct Commitment {
    /// Its id.
    pub id: RecordId,
    /// What was promised.
    pub text: Arc<str>,
    /// Where.
    pub event: Option<EventIndex>,
    /// `objective` or `action`.
    pub kind: Option<Arc<str>>,
    /// The indicator it is measured by.
    pub indicator: Option<Arc<str>>,
    /// Where it stood.
    pub baseline: Option<f64>,
    /// Where it should go.
    pub target: Option<f64>,
    /// By when.
    pub due: Option<DateSpan>,
    /// Who.
    pub owner: Option<StakeholderIndex>,
    /// With whom.
    pub partners: Vec<StakeholderIndex>,
    /// Status as recorded.
    pub status: Option<Arc<str>>,
    /// When it was done.
    pub done_on: Option<DateSpan>,
}

/// A person held a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliation {
    /// Who.
    pub person: StakeholderIndex,
    /// Where.
    pub organization: StakeholderIndex,
    /// Role or post.
    pub role_title: Option<Arc<str>>,
    /// How the person came to the post.
    pub appointment: Option<Arc<str>>,
    /// Grade: 1 is the top.
    pub authority: Option<u32>,
    /// From when; since ever where absent.
    pub start: Option<DateSpan>,
    /// Until when; still where absent.
    pub end: Option<DateSpan>,
}

/// A person named another as advocate or adviser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nomination {
    /// Who named.
    pub source: StakeholderIndex,
    /// Who was named.
    pub target: StakeholderIndex,
    /// When.
    pub date: Option<DateSpan>,
    /// In answer to what.
    pub question: Option<Arc<str>>,
}

/// A person known to be, or not to be, a champion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChampionLabel {
    /// Who.
    pub stakeholder: StakeholderIndex,
    /// Whether a champion.
    pub champion: bool,
    /// Since when.
    pub from: Option<DateSpan>,
    /// Until when.
    pub until: Option<DateSpan>,
    /// Says who.
    pub source: Option<Arc<str>>,
}

/// Who could have answered or taken part in a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntry {
    /// Who.
    pub stakeholder: StakeholderIndex,
    /// In which window, as recorded.
    pub window: Arc<str>,
    /// Whether they did.
    pub responded: Option<bool>,
}

/// What an earlier report proposed and what became of it: one of perhaps several rows over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastAction {
    /// Its id.
    pub id: RecordId,
    /// `accepted`, `done`, `refused`, `impossible`.
    pub status: Option<Arc<str>>,
    /// Who does it.
    pub owner: Option<Arc<str>>,
    /// By when.
    pub due: Option<DateSpan>,
    /// The last day of the report that proposed it first.
    pub proposed_on: Option<Day>,
    /// The last day of the report that wrote this row.
    pub reported_on: Option<Day>,
    /// What the report said of it, by column.
    pub told: std::collections::BTreeMap<&'static str, Arc<str>>,
}
