//! What can this hub answer? For each section yes, or which table or column to bring, or that there is too little.
//!
//! In: the findings of a run. Out: one [`Answerable`] per section, in the order of the report.

use crate::findings::adoption::{self, AdoptionReport};
use crate::findings::calendar::{self, Calendar};
use crate::findings::champions::{self, Champions};
use crate::findings::{Answer, Context, Gaps, Lacking, components_covered, isolated, sector_gap};
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

/// What the findings lack, where they lack anything.
#[derive(Debug, Clone, PartialEq)]
pub struct Missing {
    sectors: Option<Lacking>,
    fading: Option<Lacking>,
    components: Option<Lacking>,
    calendar: Option<Lacking>,
    champions: Option<Lacking>,
    adoption: Option<Lacking>,
    claim: Lacking,
}

impl Missing {
    /// As the findings of a run say.
    #[must_use]
    pub fn of(
        gaps: &Gaps,
        champions: &Answer<Champions>,
        adoption: &Answer<AdoptionReport>,
        calendar: &Answer<Calendar>,
    ) -> Self {
        let sectors = gaps.sectors.partnerships.lacking().cloned();
        Self {
            sectors: sectors.filter(|_| gaps.sectors.found().next().is_none()),
            fading: gaps.fading.lacking().cloned(),
            components: gaps.components.lacking().cloned(),
            calendar: calendar.lacking().cloned(),
            champions: champions.lacking().cloned(),
            adoption: adoption.lacking().cloned(),
            claim: match adoption {
                Answer::Cannot(lacking) => lacking.clone(),
                Answer::Found(report) => report.reason.clone(),
            },
        }
    }

    /// The same before a run: no chance is drawn and nobody is left out, which would take most of the time.
    #[must_use]
    pub fn foreseen(context: &Context<'_>) -> Self {
        let adoption = adoption::adoption(context);
        Self {
            sectors: sector_gap::lacking(context),
            fading: isolated::fading(context).lacking().cloned(),
            components: components_covered::component_coverage(context).lacking().cloned(),
            calendar: calendar::calendar(context).lacking().cloned(),
            champions: champions::lacking(context),
            adoption: adoption.lacking().cloned(),
            claim: match adoption {
                Answer::Cannot(lacking) => lacking,
                Answer::Found(report) => report.reason,
            },
        }
    }
}

/// What each section of the report can say.
#[must_use]
pub fn answerable(context: &Context<'_>, missing: &Missing) -> Vec<Answerable> {
    let lacking = |section| match section {
        Section::Membership => dated(context),
        Section::Network => tied(context),
        Section::Sectors => missing.sectors.clone(),
        Section::Fading => missing.fading.clone(),
        Section::Components => missing.components.clone(),
        Section::Calendar => missing.calendar.clone(),
        Section::Champions => missing.champions.clone(),
        Section::Adoption => missing.adoption.clone(),
        Section::Claim => Some(missing.claim.clone()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::test_context::Prepared;
    use crate::findings::{self, Answer};
    use crate::network::test_hub::{TestHub, hub};
    use crate::records::Sector;

    /// Twelve organisations, each tied to the next by an agreement, and two workshops.
    fn ring() -> TestHub {
        let ids: Vec<String> = (0..12).map(|n| format!("o{n:02}")).collect();
        let organizations: Vec<(&str, Sector)> = ids
            .iter()
            .zip(0..)
            .map(|(id, n)| (id.as_str(), Sector::ALL[n % 3]))
            .collect();
        let mut ring = hub(&organizations).studied_until("2024-12-31");
        for n in 0..12 {
            ring = ring.tie(&ids[n], &ids[(n + 1) % 12], "2021-01-01", "open");
            ring = ring.attends(&ids[n], ["e1", "e2"][n % 2], "2024-05-01");
        }
        ring
    }

    #[test]
    fn what_is_foreseen_is_what_a_run_finds_lacking() {
        let without_sectors = ring().edit(|records| records.config.gaps.q = 2.0);
        let few = hub(&[("a", Sector::Business)])
            .tie("a", "b", "2024-01-01", "open")
            .studied_until("2024-12-31");
        let events_only = hub(&[("a", Sector::Business)])
            .attends("a", "e", "2024-01-01")
            .studied_until("2024-12-31");
        let mut judged = 0;
        for hub in [ring(), without_sectors, few, events_only] {
            let prepared = Prepared::latest(&hub);
            let context = prepared.context();
            let gaps = findings::gaps(&context);
            let champions = findings::champions::champions(&context);
            let adoption = findings::adoption::adoption(&context);
            let calendar = findings::calendar::calendar(&context);
            let run = Missing::of(&gaps, &champions, &adoption, &calendar);
            assert_eq!(Missing::foreseen(&context), run);
            judged += usize::from(matches!(gaps.sectors.partnerships, Answer::Found(_)));
        }
        assert_eq!(judged, 1);
    }
}
