//! What can this hub answer? For each section yes, or which table or column to bring, or that there is too little.
//!
//! In: the findings of a run. Out: one [`Answerable`] per section, in the order of the report.

use crate::findings::adoption::AdoptionReport;
use crate::findings::calendar::Calendar;
use crate::findings::champions::Champions;
use crate::findings::{Answer, Context, Gaps, Lacking};
use crate::records::TableName;

/// A section of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Members, guests, entries and exits.
    Membership,
    /// Map and measures.
    Network,
    /// Sector by sector.
    Sectors,
    /// Whose activity drops.
    Fading,
    /// Components of the method.
    Components,
    /// Agreements that end.
    Calendar,
    /// Who carries the change.
    Champions,
    /// The adoption curve and what lasted.
    Adoption,
    /// Whether only both together last.
    Claim,
    /// Money.
    Money,
    /// The hub without its operator.
    WithoutOperator,
    /// Objectives and actions.
    Commitments,
}

impl Section {
    /// All sections, in the order of the report.
    pub const ALL: [Self; 12] = [
        Self::Membership,
        Self::Network,
        Self::Sectors,
        Self::Fading,
        Self::Components,
        Self::Calendar,
        Self::Champions,
        Self::Adoption,
        Self::Claim,
        Self::Money,
        Self::WithoutOperator,
        Self::Commitments,
    ];

    /// Its key in the message catalogue (`section-…`) and its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Membership => "membership",
            Self::Network => "network",
            Self::Sectors => "sectors",
            Self::Fading => "fading",
            Self::Components => "components",
            Self::Calendar => "calendar",
            Self::Champions => "champions",
            Self::Adoption => "adoption",
            Self::Claim => "claim",
            Self::Money => "money",
            Self::WithoutOperator => "without_operator",
            Self::Commitments => "commitments",
        }
    }
}

/// Whether a section can be answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Answerable {
    /// Which section.
    pub section: Section,
    /// What is missing; `None` where it can.
    pub lacking: Option<Lacking>,
}

/// What each section of the report can say.
#[must_use]
pub fn answerable(
    context: &Context<'_>,
    champions: &Answer<Champions>,
    adoption: &Answer<AdoptionReport>,
    calendar: &Answer<Calendar>,
    gaps: &Gaps,
) -> Vec<Answerable> {
    let lacking = |section| match section {
        Section::Membership => dated(context),
        Section::Network => tied(context),
        Section::Sectors if gaps.sectors.found().next().is_some() => None,
        Section::Sectors => gaps.sectors.partnerships.lacking().cloned(),
        Section::Fading => gaps.fading.lacking().cloned(),
        Section::Components => gaps.components.lacking().cloned(),
        Section::Calendar => calendar.lacking().cloned(),
        Section::Champions => champions.lacking().cloned(),
        Section::Adoption => adoption.lacking().cloned(),
        Section::Claim => Some(match adoption {
            Answer::Cannot(lacking) => lacking.clone(),
            Answer::Found(report) => report.reason.clone(),
        }),
        Section::Money => money(context),
        Section::WithoutOperator => context
            .network
            .roster()
            .operator()
            .is_none()
            .then_some(Lacking::Operator),
        Section::Commitments => context.records.commitments.is_empty().then_some(Lacking::Column {
            table: TableName::Commitments,
            column: None,
        }),
    };
    Section::ALL
        .into_iter()
        .map(|section| Answerable {
            section,
            lacking: lacking(section),
        })
        .collect()
}

fn dated(context: &Context<'_>) -> Option<Lacking> {
    let undated = context.network.study().is_none();
    undated.then_some(Lacking::Column {
        table: TableName::Partnerships,
        column: Some("start"),
    })
}

fn tied(context: &Context<'_>) -> Option<Lacking> {
    let empty = context.records.partnerships.is_empty() && context.records.participations.is_empty();
    empty.then_some(Lacking::Column {
        table: TableName::Partnerships,
        column: None,
    })
}

fn money(context: &Context<'_>) -> Option<Lacking> {
    let kinds = &context.records.config.funding.kinds;
    let funded = |kind: &str| kinds.iter().any(|known| known == kind);
    let mut paid = context
        .records
        .partnerships
        .iter()
        .filter(|one| one.kind.as_deref().is_some_and(funded))
        .peekable();
    if paid.peek().is_none() {
        return Some(Lacking::Span("lacking-span-funding_kinds"));
    }
    let unknown = paid.all(|one| one.amount.is_none());
    unknown.then_some(Lacking::Column {
        table: TableName::Partnerships,
        column: Some("amount"),
    })
}
