//! What do the findings of today ask for?
//!
//! In: gaps, calendar and introductions. Out: proposals, kind by kind in order of severity, each kind ranked by its own rule; what became
//! of earlier proposals plays no part yet.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Action, ActionKind, Sources};
use crate::findings::calendar::{Calendar, CalendarEntry};
use crate::findings::introductions::Introductions;
use crate::findings::missing_sector::RoleLack;
use crate::findings::sector_gap::SectorMatrix;
use crate::findings::single_provider::Provided;
use crate::findings::{Answer, Context, Gaps, Lacking, records_of};
use crate::network::{Place, Standing};
use crate::records::{RecordId, Sector, TableName};
use crate::time::Day;

/// Months ahead in which an agreement to decide on, or a term of office that ends, is urgent: two quarters.
const URGENT_MONTHS: i32 = 6;

/// A cut point is worth an action where it would strand so many.
const FEWEST_STRANDED: usize = 2;

/// Of kinds of which there may be thousands, so many are looked at.
const MOST_LOOKED_AT: usize = 50;

/// Isolated members in one invitation.
const MOST_INVITED: usize = 3;

/// All proposals, one list per kind, in order of severity. Members of `taken` are in an earlier invitation that is under
/// way or rests: they are not invited anew.
pub(super) fn proposals(context: &Context<'_>, sources: &Sources<'_>, taken: &BTreeSet<Place>) -> Vec<Vec<Action>> {
    let Sources {
        gaps,
        calendar,
        introductions: pairs,
    } = *sources;
    vec![
        deadlines(context, gaps, calendar),
        second_links(context, gaps),
        empty_roles(context, gaps),
        introductions(context, pairs),
        missing_records(context, gaps, calendar),
        sector_gaps(context, gaps),
        lapsed(context, gaps),
        uncovered(context, gaps),
        isolated(context, gaps, taken),
        fading(context, gaps),
        single_providers(context, gaps),
        funder(context, gaps),
        operator(context),
    ]
}

/// Agreements to decide on and terms of office that end within two quarters, by day; agreements whose end is assumed come
/// last.
fn deadlines(context: &Context<'_>, gaps: &Gaps, calendar: &Answer<Calendar>) -> Vec<Action> {
    let Some(as_of) = context.network.study().map(|study| study.as_of) else {
        return Vec::new();
    };
    let horizon = as_of.plus_months(URGENT_MONTHS);
    let entries = calendar.found().into_iter().flat_map(|found| &found.next_twelve_months);
    let urgent = entries.filter(|entry| !entry.renewed && entry.decide_by(as_of) <= horizon);
    let agreements = urgent.map(|entry| (entry.end_assumed, agreement(context, entry, as_of)));
    let terms = gaps.terms.found().into_iter().flatten();
    let terms = terms.filter(|term| term.first_end <= horizon).map(|term| {
        let kind = ActionKind::TermEnds {
            organization: term.place,
            ends: term.first_end,
            terms: term.ending_terms,
            resting: term.resting,
            of: term.of,
        };
        (
            false,
            Action::new(context, kind, Some(term.first_end), term.records.clone()),
        )
    });
    let mut deadlines: Vec<(bool, Action)> = agreements.chain(terms).collect();
    deadlines.sort_by_key(|(assumed, action)| (*assumed, action.by));
    deadlines.into_iter().map(|(_, action)| action).collect()
}

fn agreement(context: &Context<'_>, entry: &CalendarEntry, as_of: Day) -> Action {
    let kind = ActionKind::DecideAgreement {
        record: entry.record.clone(),
        source: entry.source,
        target: entry.target,
        agreement: entry.kind.clone(),
        start: entry.start,
        ends: entry.ends,
        end_assumed: entry.end_assumed,
        owner: entry.owner.clone(),
    };
    Action::new(context, kind, Some(entry.decide_by(as_of)), vec![entry.record.clone()])
}

fn second_links(context: &Context<'_>, gaps: &Gaps) -> Vec<Action> {
    let activity = |place: Place| context.network.records_in(context.window, place).total();
    gaps.cut_points
        .iter()
        .filter(|point| point.stranded >= FEWEST_STRANDED)
        .take(MOST_LOOKED_AT)
        .filter_map(|point| {
            let stranded = point.stranded_places.iter().copied();
            let example = stranded.max_by_key(|place| (activity(*place), std::cmp::Reverse(*place)))?;
            let kind = ActionKind::SecondLink {
                cut_point: point.place,
                stranded: point.stranded,
                example,
            };
            Some(Action::new(context, kind, None, point.records.clone()))
        })
        .collect()
}

/// The roles of the declared template that nobody fills, in its order.
fn empty_roles(context: &Context<'_>, gaps: &Gaps) -> Vec<Action> {
    let roles = gaps.missing.found().into_iter().flatten();
    let empty = roles.filter(|gap| gap.lack == RoleLack::NoMember);
    empty
        .map(|gap| {
            let role = gap.role.name.clone();
            Action::new(context, ActionKind::InviteRole { role }, None, Vec::new())
        })
        .collect()
}

/// Pairs that fill a gap and are unlikely to meet alone, in the order of their list, where somebody knows both.
fn introductions(context: &Context<'_>, pairs: &Introductions) -> Vec<Action> {
    let declared: Arc<str> = context.records.config.introductions.notice.trim().into();
    let introduced = pairs.needed.iter().filter_map(|one| {
        let kind = ActionKind::Introduce {
            a: one.pair.a,
            b: one.pair.b,
            introducer: one.introducer?,
            reasons: one.reasons.clone(),
            notice: one.notice.then(|| Arc::clone(&declared)),
        };
        Some(Action::new(context, kind, None, one.records.clone()))
    });
    introduced.collect()
}

/// Members silent for longer than their own past explains, least likely by chance first.
fn lapsed(context: &Context<'_>, gaps: &Gaps) -> Vec<Action> {
    let members = gaps.lapsed.found().into_iter().flatten();
    let ask = members.take(MOST_LOOKED_AT).map(|member| {
        let kind = ActionKind::AskLapsed {
            member: member.place,
            silent: member.silent,
            last_seen: member.last_seen,
        };
        Action::new(context, kind, None, records_of(context, member.place))
    });
    ask.collect()
}

/// What one member alone provides to others, and what members need and nobody offers; most dependents first.
fn single_providers(context: &Context<'_>, gaps: &Gaps) -> Vec<Action> {
    let found = gaps.single_providers.found().into_iter().flatten();
    // a sector with one member is told among the gaps; what the template asks for is asked for as a role
    let depended = found.filter(|one| !one.dependents.is_empty() && !matches!(one.what, Provided::Sector(_)));
    depended
        .map(|one| {
            let kind = ActionKind::SecondProvider {
                what: one.what.clone(),
                provider: one.provider,
                dependents: one.dependents.len(),
            };
            Action::new(context, kind, None, one.records.clone())
        })
        .collect()
}

/// The largest payer, where the hub depends on few.
fn funder(context: &Context<'_>, gaps: &Gaps) -> Vec<Action> {
    let found = gaps.funders.found().filter(|found| found.gap(context).is_some());
    let largest = found.and_then(|found| Some((found, found.payers.first()?)));
    let action = largest.map(|(found, first)| {
        let kind = ActionKind::SecondFunder {
            payer: first.place,
            share: first.share,
        };
        Action::new(context, kind, None, found.records.clone())
    });
    action.into_iter().collect()
}

fn sector_gaps(context: &Context<'_>, gaps: &Gaps) -> Vec<Action> {
    let cells = gaps
        .sectors
        .partnerships
        .found()
        .map(SectorMatrix::gaps)
        .unwrap_or_default();
    cells
        .into_iter()
        .map(|cell| {
            let kind = ActionKind::JoinSectors {
                a: cell.a,
                b: cell.b,
                observed: cell.observed as usize,
                expected: cell.expected,
            };
            Action::new(context, kind, None, cell.records.clone())
        })
        .collect()
}

/// Uncovered components, of the sector with most members first.
fn uncovered(context: &Context<'_>, gaps: &Gaps) -> Vec<Action> {
    let standing = || {
        context
            .membership
            .standing
            .iter()
            .zip(&context.network.roster().members)
    };
    let members = |sector: Sector| {
        standing()
            .filter(|(standing, one)| **standing == Standing::Member && one.sector == Some(sector))
            .count()
    };
    let mut cells: Vec<_> = gaps
        .components
        .found()
        .into_iter()
        .flat_map(|found| found.uncovered())
        .collect();
    cells.sort_by_key(|cell| std::cmp::Reverse(members(cell.sector)));
    cells
        .into_iter()
        .map(|cell| {
            let kind = ActionKind::OpenComponent {
                sector: cell.sector,
                component: cell.component.clone(),
            };
            let events = cell.events.iter().map(|event| RecordId(event.0.clone())).collect();
            Action::new(context, kind, None, events)
        })
        .collect()
}

fn isolated(context: &Context<'_>, gaps: &Gaps, taken: &BTreeSet<Place>) -> Vec<Action> {
    let left = gaps.isolated.iter().filter(|member| !taken.contains(&member.place));
    let first: Vec<_> = left.take(MOST_INVITED).collect();
    if first.is_empty() {
        return Vec::new();
    }
    let members = first.iter().map(|member| member.place).collect();
    let records: BTreeSet<RecordId> = first.iter().flat_map(|member| member.records.iter().cloned()).collect();
    let total = gaps.isolated.len();
    let kind = ActionKind::InviteIsolated { members, total };
    vec![Action::new(context, kind, None, records.into_iter().collect())]
}

fn fading(context: &Context<'_>, gaps: &Gaps) -> Vec<Action> {
    let members = gaps.fading.found().into_iter().flatten().take(MOST_LOOKED_AT);
    members
        .map(|member| {
            let kind = ActionKind::CallFading {
                member: member.place,
                now: member.now,
                usual: member.usual,
            };
            Action::new(context, kind, None, records_of(context, member.place))
        })
        .collect()
}

/// Records without which a section has no answer, or one that rests on assumptions for half of its rows.
fn missing_records(context: &Context<'_>, gaps: &Gaps, calendar: &Answer<Calendar>) -> Vec<Action> {
    let records = context.records;
    let roster = &context.network.roster().members;
    let without_sector = roster.iter().filter(|member| member.sector.is_none()).count();
    let half_without_sector = !roster.is_empty() && without_sector * 2 >= roster.len();
    let end_unknown = calendar
        .found()
        .filter(|found| found.live > 0 && found.end_unknown * 2 >= found.live);
    let no_component = matches!(
        gaps.components,
        Answer::Cannot(Lacking::Column {
            table: TableName::Events,
            ..
        })
    );
    let unnamed = |component: Option<&str>| matches!(component, None | Some("other"));
    let events = records
        .events
        .iter()
        .filter(|event| unnamed(event.component.as_deref()))
        .count();
    let no_leadership = records.leadership.is_empty() && !records.adoptions.is_empty();
    let missing = [
        half_without_sector.then_some((TableName::Stakeholders, Some("sector"), Some(without_sector))),
        end_unknown.map(|found| (TableName::Partnerships, Some("end"), Some(found.end_unknown))),
        (no_component && events > 0).then_some((TableName::Events, Some("component"), Some(events))),
        no_leadership.then_some((TableName::Leadership, None, None)),
    ];
    let action = |(table, column, rows)| {
        let kind = ActionKind::RecordMissing { table, column, rows };
        Action::new(context, kind, None, Vec::new())
    };
    missing.into_iter().flatten().map(action).collect()
}

fn operator(context: &Context<'_>) -> Vec<Action> {
    let undeclared = context.network.roster().operator().is_none();
    let action = || Action::new(context, ActionKind::DeclareOperator, None, Vec::new());
    undeclared.then(action).into_iter().collect()
}
