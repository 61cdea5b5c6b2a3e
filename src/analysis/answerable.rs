//! What can this hub answer? For each section yes, or which table or column to bring, or that there is too little.
//!
//! In: the findings of a run. Out: one [`Answerable`] per section, in the order of the report.

use crate::findings::adoption::{self, AdoptionReport};
use crate::findings::calendar::{self, Calendar};
use crate::findings::champions::{self, Champions};
use crate::findings::introductions::{self, Introductions};
use crate::findings::plan::{self, Plan};
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
    /// Whom to introduce to whom.
    Introductions,
    /// How such introductions did before.
    IntroductionsTested,
    /// Agreements that end.
    Calendar,
    /// What to do with each agreement, and what is left without.
    Plan,
    /// Who carries the change.
    Champions,
    /// The adoption curve and what lasted.
    Adoption,
    /// Whether only both together last.
    Claim,
    /// Money.
    Money,
    /// The hub without each member, payer, sector or administration.
    Continuity,
    /// The hub without its operator.
    WithoutOperator,
    /// Objectives and actions.
    Commitments,
}

impl Section {
    /// All sections, in the order of the report.
    pub const ALL: [Self; 16] = [
        Self::Membership,
        Self::Network,
        Self::Sectors,
        Self::Fading,
        Self::Components,
        Self::Introductions,
        Self::IntroductionsTested,
        Self::Calendar,
        Self::Plan,
        Self::Champions,
        Self::Adoption,
        Self::Claim,
        Self::Money,
        Self::Continuity,
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
            Self::Introductions => "introductions",
            Self::IntroductionsTested => "introductions_tested",
            Self::Calendar => "calendar",
            Self::Plan => "plan",
            Self::Champions => "champions",
            Self::Adoption => "adoption",
            Self::Claim => "claim",
            Self::Money => "money",
            Self::Continuity => "continuity",
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
    introductions_tested: Option<Lacking>,
    calendar: Option<Lacking>,
    plan: Option<Lacking>,
    champions: Option<Lacking>,
    adoption: Option<Lacking>,
    claim: Lacking,
}

/// The findings of a run that may lack records.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// Where the network is thin.
    pub gaps: &'a Gaps,
    /// Whom to introduce to whom.
    pub introductions: &'a Introductions,
    /// Which agreements end.
    pub calendar: &'a Answer<Calendar>,
    /// What to do with each.
    pub plan: &'a Answer<Plan>,
    /// Who carries the change.
    pub champions: &'a Answer<Champions>,
    /// What was adopted, and lasted.
    pub adoption: &'a Answer<AdoptionReport>,
}

impl Missing {
    /// As the findings of a run say.
    #[must_use]
    pub fn of(found: &Found<'_>) -> Self {
        let gaps = found.gaps;
        let sectors = gaps.sectors.partnerships.lacking().cloned();
        Self {
            sectors: sectors.filter(|_| gaps.sectors.found().next().is_none()),
            fading: gaps.fading.lacking().cloned(),
            components: gaps.components.lacking().cloned(),
            introductions_tested: found.introductions.back_test.lacking().cloned(),
            calendar: found.calendar.lacking().cloned(),
            plan: found.plan.lacking().cloned(),
            champions: found.champions.lacking().cloned(),
            adoption: found.adoption.lacking().cloned(),
            claim: match found.adoption {
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
            introductions_tested: introductions::untested(context),
            calendar: calendar::calendar(context).lacking().cloned(),
            plan: plan::lacking(context),
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
        Section::Network | Section::Introductions | Section::Continuity => tied(context),
        Section::Sectors => missing.sectors.clone(),
        Section::Fading => missing.fading.clone(),
        Section::Components => missing.components.clone(),
        Section::IntroductionsTested => missing.introductions_tested.clone(),
        Section::Calendar => missing.calendar.clone(),
        Section::Plan => missing.plan.clone(),
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
            let introductions = introductions::introductions(&context, &gaps);
            let pairs = plan::pairs_of(&introductions);
            let run = Missing::of(&Found {
                gaps: &gaps,
                introductions: &introductions,
                calendar: &findings::calendar::calendar(&context),
                plan: &plan::plan(&context, &pairs, &plan::PlanOptions::report(&context)),
                champions: &findings::champions::champions(&context),
                adoption: &findings::adoption::adoption(&context),
            });
            assert_eq!(Missing::foreseen(&context), run);
            judged += usize::from(matches!(gaps.sectors.partnerships, Answer::Found(_)));
        }
        assert_eq!(judged, 1);
    }

    #[test]
    fn introductions_continuity_and_the_plan_say_what_they_lack() {
        let told = |hub: &TestHub| -> Vec<(Section, bool)> {
            let prepared = Prepared::latest(hub);
            let context = prepared.context();
            let answers = answerable(&context, &Missing::foreseen(&context));
            let new = [
                Section::Introductions,
                Section::IntroductionsTested,
                Section::Plan,
                Section::Continuity,
            ];
            let told = answers.into_iter().filter(|one| new.contains(&one.section));
            told.map(|one| (one.section, one.lacking.is_none())).collect()
        };
        // a ring of agreements since 2021: nobody new works together, so that no ranking can be tested
        let all = [
            (Section::Introductions, true),
            (Section::IntroductionsTested, false),
            (Section::Plan, true),
            (Section::Continuity, true),
        ];
        assert_eq!(told(&ring()), all);
        let events_only = hub(&[("a", Sector::Business)])
            .attends("a", "e", "2024-01-01")
            .studied_until("2024-12-31");
        let mut no_agreement = all;
        no_agreement[2].1 = false;
        assert_eq!(told(&events_only), no_agreement);
        let nothing = hub(&[("a", Sector::Business)]).studied_until("2024-12-31");
        assert_eq!(told(&nothing), all.map(|(section, _)| (section, false)));
    }
}
