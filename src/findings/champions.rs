//! Who carries the change from inside?
//!
//! Candidates: persons on the government side, else units, else — where there are only organisations — carrying
//! organisations, which are not called champions. Evidence first, score second: one vote per construct, rank
//! aggregation by Borda, an interval from leaving out one event at a time. Formal authority stands apart.

use crate::network::Place;
use crate::records::{EventId, StakeholderIndex};
use crate::time::Day;

/// What the candidates are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CandidateKind {
    /// Persons on the government side.
    Persons,
    /// Units of government.
    Units,
    /// Organisations: carrying organisations, not champions.
    CarryingOrganizations,
}

/// One way of carrying change, one vote each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Construct {
    /// Started events or partnerships.
    Initiating,
    /// Newcomers who first came at their invitation or to an event they hosted.
    BringingIn,
    /// Ties out of government and between departments.
    Bridging,
    /// Hosted, spoke, facilitated, mentored.
    HostingSpeaking,
    /// Adopted early, and others followed.
    EarlyAdopting,
    /// Present across windows, and after a cancelled or failed event.
    Persisting,
    /// Named by others as advocate or adviser.
    Nominated,
}

impl Construct {
    /// All constructs, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Initiating,
        Self::BringingIn,
        Self::Bridging,
        Self::HostingSpeaking,
        Self::EarlyAdopting,
        Self::Persisting,
        Self::Nominated,
    ];

    /// Its name in files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Initiating => "initiating",
            Self::BringingIn => "bringing_in",
            Self::Bridging => "bridging",
            Self::HostingSpeaking => "hosting_speaking",
            Self::EarlyAdopting => "early_adopting",
            Self::Persisting => "persisting",
            Self::Nominated => "nominated",
        }
    }
}

/// What a candidate did under one construct.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The construct.
    pub construct: Construct,
    /// Its measure (a count, except where the construct says otherwise).
    pub value: f64,
    /// Its rank among the candidates, 1 first, ties sharing the mean rank.
    pub rank: f64,
    /// The records behind it: record or event ids, sorted.
    pub records: Vec<String>,
}

/// One candidate's card.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Who.
    pub candidate: StakeholderIndex,
    /// The organisation it belongs to, by place in the organisation roster.
    pub organization: Option<Place>,
    /// What it did, one entry per construct that the records can show.
    pub evidence: Vec<Evidence>,
    /// Mean rank over the constructs (Borda), 1 best.
    pub borda: f64,
    /// Its rank by Borda.
    pub rank: usize,
    /// Lowest and highest rank over leaving out one event at a time (90 % of the draws).
    pub rank_interval: (usize, usize),
    /// Share of those draws in which it stays among the first ten.
    pub stays_in_first: f64,
    /// Formal grade: 1 is the top.
    pub authority: Option<u32>,
    /// How the person came to the post.
    pub appointment: Option<String>,
    /// Distinct contacts in the working layer.
    pub contacts: usize,
    /// Last day with any record.
    pub last_seen: Option<Day>,
}

/// How well a ranking finds known champions.
#[derive(Debug, Clone, PartialEq)]
pub struct RankerScore {
    /// `borda`, `in_degree`, `seniority`, `logistic`.
    pub ranker: &'static str,
    /// Average precision; the base rate is what chance gives.
    pub average_precision: f64,
    /// Share of known champions among the first k, k being how many there are.
    pub precision_at_k: f64,
}

/// How the rankings fare against the labels of the table `champions`.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelCheck {
    /// Candidates with a label.
    pub labelled: usize,
    /// Of those, champions.
    pub positives: usize,
    /// Share of champions: what chance gives.
    pub base_rate: f64,
    /// Each ranker beside the floors.
    pub scores: Vec<RankerScore>,
}

/// The champions section.
#[derive(Debug, Clone, PartialEq)]
pub struct Champions {
    /// What the candidates are.
    pub kind: CandidateKind,
    /// Candidates on the government side.
    pub candidates: usize,
    /// Left out: `profiling = no`.
    pub opted_out: usize,
    /// Left out: works for the hub or runs it.
    pub of_the_hub: usize,
    /// Left out: under 3 contacts.
    pub too_few_contacts: usize,
    /// Constructs that the records can show.
    pub constructs: Vec<Construct>,
    /// Constructs they cannot, each with what is missing.
    pub missing: Vec<(Construct, super::Lacking)>,
    /// The cards, best rank first, ties by id.
    pub cards: Vec<Card>,
    /// Events left out one at a time for the intervals.
    pub jackknife_events: Vec<EventId>,
    /// Against known champions, where there are labels.
    pub labels: Option<LabelCheck>,
    /// How many champion-like officials each department has (by place, count of cards among the first tenth).
    pub bench: Vec<(Place, usize)>,
}

/// The cards of those who carry the change, with how far their ranks can be trusted.
#[must_use]
pub fn champions(context: &super::Context<'_>) -> super::Answer<Champions> {
    let _ = context;
    todo!()
}
