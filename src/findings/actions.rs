//! What to do this quarter: at most five actions, each with verb, who, with whom, by when, why and effort.
//!
//! In: gaps, calendar, what became of earlier proposals. Out: [`Action`]s, most urgent first, by one stated rule.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::calendar::Calendar;
use super::{Answer, Context, Gaps, Lacking};
use crate::network::{Place, Standing};
use crate::records::{PastAction, RecordId, Sector, TableName};
use crate::time::Day;

mod words;

pub use words::ActionText;

/// Actions on the first page.
const MOST_ACTIONS: usize = 5;

/// Actions of one kind.
const MOST_OF_A_KIND: usize = 2;

/// Months ahead in which an agreement to decide on is urgent: two quarters.
const URGENT_MONTHS: i32 = 6;

/// A cut point is worth an action where it would strand so many.
const FEWEST_STRANDED: usize = 2;

/// Months for which a proposal that was refused or done is not made again.
const REST_MONTHS: i32 = 12;

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
    /// Win a member from a sector that the template asks for.
    InviteSector {
        /// The sector without a member.
        sector: Sector,
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
}

impl ActionKind {
    /// Its name in files and messages.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::DecideAgreement { .. } => "decide_agreement",
            Self::SecondLink { .. } => "second_link",
            Self::InviteSector { .. } => "invite_sector",
            Self::JoinSectors { .. } => "join_sectors",
            Self::OpenComponent { .. } => "open_component",
            Self::InviteIsolated { .. } => "invite_isolated",
            Self::CallFading { .. } => "call_fading",
            Self::RecordMissing { .. } => "record_missing",
            Self::DeclareOperator => "declare_operator",
        }
    }

    const fn effort(&self) -> Effort {
        match self {
            Self::DecideAgreement { .. }
            | Self::CallFading { .. }
            | Self::RecordMissing { .. }
            | Self::DeclareOperator => Effort::Hour,
            Self::SecondLink { .. }
            | Self::InviteSector { .. }
            | Self::OpenComponent { .. }
            | Self::InviteIsolated { .. } => Effort::Day,
            Self::JoinSectors { .. } => Effort::Week,
        }
    }

    /// What the action is about, without figures that change from report to report.
    fn subject(&self, context: &Context<'_>) -> String {
        let id = |place: Place| context.network.roster().member(place).id.as_str().to_owned();
        match self {
            Self::DecideAgreement { record, .. } => record.as_str().to_owned(),
            Self::SecondLink { cut_point, .. } => id(*cut_point),
            Self::InviteSector { sector } => sector.name().to_owned(),
            Self::JoinSectors { a, b, .. } => format!("{}\n{}", a.name(), b.name()),
            Self::OpenComponent { sector, component } => format!("{}\n{component}", sector.name()),
            Self::InviteIsolated { members, .. } => {
                members.iter().map(|place| id(*place)).collect::<Vec<_>>().join("\n")
            }
            Self::CallFading { member, .. } => id(*member),
            Self::RecordMissing { table, column, .. } => format!("{table}\n{}", column.unwrap_or_default()),
            Self::DeclareOperator => String::new(),
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

    /// Months in which an action without a day of its own is due.
    const fn months(self) -> i32 {
        match self {
            Self::Hour => 1,
            Self::Day => 3,
            Self::Week => 6,
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
    /// The records it rests on, sorted.
    pub records: Vec<RecordId>,
}

impl Action {
    fn new(context: &Context<'_>, kind: ActionKind, by: Option<Day>, records: Vec<RecordId>) -> Self {
        let effort = kind.effort();
        let due = || Some(context.network.study()?.as_of.plus_months(effort.months()));
        let digest = Sha256::digest(format!("{}\n{}", kind.name(), kind.subject(context)));
        let id: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Self {
            id,
            by: by.or_else(due),
            effort,
            records,
            kind,
        }
    }
}

/// At most five actions, most urgent first.
///
/// Kinds stand in order of severity: agreements to decide on within two quarters; members whose loss strands two or
/// more; sectors that the template asks for and that have no member; sectors that meet less than expected; components
/// that a sector never took part in; members without ties; fading members; records that would change an answer; the
/// operator. Kinds take turns in that order, one action each and then a second each, until there are five. What was
/// refused, impossible or done in the last twelve months is left out.
#[must_use]
pub fn actions(context: &Context<'_>, gaps: &Gaps, calendar: &Answer<Calendar>) -> Vec<Action> {
    let resting = resting(context);
    let mut kinds = [
        agreements(context, calendar),
        second_links(context, gaps),
        empty_sectors(context),
        sector_gaps(context, gaps),
        uncovered(context, gaps),
        isolated(context, gaps),
        fading(context, gaps),
        missing_records(context, gaps, calendar),
        operator(context),
    ];
    for kind in &mut kinds {
        kind.retain(|action| !resting.contains(&action.id));
        kind.truncate(MOST_OF_A_KIND);
    }
    let turns = (0..MOST_OF_A_KIND).flat_map(|turn| (0..kinds.len()).map(move |kind| (kind, turn)));
    let mut chosen: Vec<(usize, usize)> = turns
        .filter(|(kind, turn)| kinds[*kind].len() > *turn)
        .take(MOST_ACTIONS)
        .collect();
    chosen.sort_unstable();
    chosen
        .into_iter()
        .map(|(kind, turn)| kinds[kind][turn].clone())
        .collect()
}

/// Ids of earlier proposals that are not made again yet; without a date, or where nothing is dated, they rest on.
fn resting(context: &Context<'_>) -> BTreeSet<String> {
    let as_of = context.network.study().map(|study| study.as_of);
    let rests = |past: &&PastAction| {
        let closed = matches!(past.status.as_deref(), Some("refused" | "impossible" | "done"));
        let since = past.proposed_on.or(past.due.map(|due| due.last));
        closed
            && since
                .zip(as_of)
                .is_none_or(|(since, as_of)| as_of < since.plus_months(REST_MONTHS))
    };
    context
        .records
        .past_actions
        .iter()
        .filter(rests)
        .map(|past| past.id.as_str().to_owned())
        .collect()
}

/// Agreements to decide on, by day; those with a recorded end before those whose end is assumed.
fn agreements(context: &Context<'_>, calendar: &Answer<Calendar>) -> Vec<Action> {
    let Some(calendar) = calendar.found() else {
        return Vec::new();
    };
    let horizon = calendar.as_of.plus_months(URGENT_MONTHS);
    let decide_by = |entry: &super::calendar::CalendarEntry| entry.decide_by(calendar.as_of);
    let urgent = calendar
        .next_twelve_months
        .iter()
        .filter(|entry| !entry.renewed && decide_by(entry) <= horizon);
    let (assumed, recorded): (Vec<_>, Vec<_>) = urgent.partition(|entry| entry.end_assumed);
    let ordered = recorded.into_iter().chain(assumed);
    ordered
        .map(|entry| {
            let kind = ActionKind::DecideAgreement {
                record: entry.record.clone(),
                source: entry.source,
                target: entry.target,
                ends: entry.ends,
                end_assumed: entry.end_assumed,
                owner: entry.owner.clone(),
            };
            Action::new(context, kind, Some(decide_by(entry)), vec![entry.record.clone()])
        })
        .collect()
}

fn second_links(context: &Context<'_>, gaps: &Gaps) -> Vec<Action> {
    let activity = |place: Place| context.network.records_in(context.window, place).total();
    gaps.cut_points
        .iter()
        .filter(|point| point.stranded >= FEWEST_STRANDED)
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

/// The sectors of the quadruple helix without a member; research stands in for academia. Other templates, and hubs
/// without any sector, are not asked.
fn empty_sectors(context: &Context<'_>) -> Vec<Action> {
    let standing = context
        .membership
        .standing
        .iter()
        .zip(&context.network.roster().members);
    let members = standing.filter(|(standing, _)| **standing == Standing::Member);
    let present: BTreeSet<Sector> = members.filter_map(|(_, member)| member.sector).collect();
    if context.records.config.gaps.template != "quadruple_helix" || present.is_empty() {
        return Vec::new();
    }
    let helix: [&[Sector]; 4] = [
        &[Sector::Government],
        &[Sector::Business],
        &[Sector::Academia, Sector::Research],
        &[Sector::CivilSociety],
    ];
    let empty = helix
        .into_iter()
        .filter(|sectors| !sectors.iter().any(|sector| present.contains(sector)));
    empty
        .map(|sectors| {
            Action::new(
                context,
                ActionKind::InviteSector { sector: sectors[0] },
                None,
                Vec::new(),
            )
        })
        .collect()
}

fn sector_gaps(context: &Context<'_>, gaps: &Gaps) -> Vec<Action> {
    let cells = gaps
        .sectors
        .partnerships
        .found()
        .map(super::sector_gap::SectorMatrix::gaps)
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

fn isolated(context: &Context<'_>, gaps: &Gaps) -> Vec<Action> {
    let first = gaps.isolated.iter().take(3);
    let members: Vec<Place> = first.clone().map(|member| member.place).collect();
    if members.is_empty() {
        return Vec::new();
    }
    let records: BTreeSet<RecordId> = first.flat_map(|member| member.records.iter().cloned()).collect();
    let total = gaps.isolated.len();
    let kind = ActionKind::InviteIsolated { members, total };
    vec![Action::new(context, kind, None, records.into_iter().collect())]
}

fn fading(context: &Context<'_>, gaps: &Gaps) -> Vec<Action> {
    let members = gaps.fading.found().into_iter().flatten();
    members
        .map(|member| {
            let kind = ActionKind::CallFading {
                member: member.place,
                now: member.now,
                usual: member.usual,
            };
            Action::new(context, kind, None, super::records_of(context, member.place))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::gaps;
    use crate::findings::test_context::Prepared;
    use crate::messages::{Lang, Messages};
    use crate::network::test_hub::{TestHub, day, hub};
    use crate::records::Event;
    use crate::time::DateSpan;

    /// A hub with something to do of many kinds: g's agreements end, c strands w and z, nobody is from civil society,
    /// half have no sector, firms and universities never came to the workshop, nobody says who runs the hub.
    fn busy() -> TestHub {
        let workshop = |event: &mut Event| event.component = Some("co_design_workshop".into());
        hub(&[
            ("g", Sector::Government),
            ("c", Sector::Business),
            ("x", Sector::Business),
            ("y", Sector::Academia),
        ])
        .tie("g", "c", "2023-01-01", "2025-02-28")
        .tie("g", "x", "2023-01-01", "2025-03-31")
        .tie("g", "y", "2023-01-01", "2025-04-30")
        .tie("n", "m", "2023-01-01", "2024-06-30")
        .tie("c", "z", "2024-01-01", "open")
        .tie("c", "w", "2024-01-01", "open")
        .about("g", |g| g.joined = Some(DateSpan::exact(day("2021-01-01"))))
        .event_with("e", "2024-02-01", "", workshop)
        .attends("g", "e", "2024-02-01")
        .studied_until("2024-12-31")
    }

    fn proposed(hub: &TestHub) -> Vec<Action> {
        let prepared = Prepared::latest(hub);
        let context = prepared.context();
        let calendar = crate::findings::calendar::calendar(&context);
        actions(&context, &gaps(&context), &calendar)
    }

    fn names(found: &[Action]) -> Vec<&'static str> {
        found.iter().map(|action| action.kind.name()).collect()
    }

    #[test]
    fn kinds_take_turns_and_there_are_five_at_most() {
        let found = proposed(&busy());
        // kinds with something to do: agreements, second links, empty sectors, components, missing records (half of
        // the roster has no sector), the operator: the first five of these take one turn
        assert_eq!(
            names(&found),
            [
                "decide_agreement",
                "second_link",
                "invite_sector",
                "open_component",
                "record_missing"
            ]
        );
        assert_eq!(found[0].by, Some(day("2025-02-28")));
        assert_eq!(found[1].by, Some(day("2025-03-31")));
    }

    #[test]
    fn a_second_of_a_kind_comes_when_kinds_run_out() {
        let few = hub(&[("a", Sector::Government), ("b", Sector::Business)])
            .operator("a")
            .edit(|records| records.config.gaps.template = "own".into())
            .tie("a", "b", "2023-01-01", "2025-02-28")
            .tie("a", "b", "2023-02-01", "2025-03-31")
            .tie("a", "b", "2023-03-01", "2025-04-30")
            .event_with("e", "2024-02-01", "", |event| {
                event.component = Some("competition".into())
            })
            .attends("a", "e", "2024-02-01")
            .attends("b", "e", "2024-02-01")
            .studied_until("2024-12-31");
        assert_eq!(names(&proposed(&few)), ["decide_agreement", "decide_agreement"]);
    }

    fn answered(hub: TestHub, id: &str, status: &'static str, proposed_on: &'static str) -> TestHub {
        let id = RecordId::from(id);
        hub.edit(|records| {
            records.past_actions.push(PastAction {
                id,
                status: Some(status.into()),
                owner: None,
                due: None,
                proposed_on: (!proposed_on.is_empty()).then(|| day(proposed_on)),
            });
        })
    }

    #[test]
    fn what_was_refused_or_done_rests_a_year_and_what_was_accepted_stays() {
        let before = proposed(&busy());
        let first = before[0].id.clone();
        let stays = |status, on| {
            proposed(&answered(busy(), &first, status, on))
                .iter()
                .any(|action| action.id == first)
        };
        assert!(!stays("refused", "2024-06-30") && !stays("done", "2024-01-01") && !stays("impossible", ""));
        assert!(stays("refused", "2023-12-31") && stays("accepted", "2024-06-30"));
    }

    #[test]
    fn ids_do_not_change_with_the_figures() {
        let ids = |hub: &TestHub| proposed(hub).iter().map(|action| action.id.clone()).collect::<Vec<_>>();
        let more = busy().tie("c", "v", "2024-01-01", "open");
        assert_eq!(ids(&busy())[1], ids(&more)[1]);
        let unique: BTreeSet<String> = ids(&busy()).into_iter().collect();
        assert_eq!(unique.len(), 5);
    }

    #[test]
    fn every_kind_has_whole_sentences_in_each_language() {
        let (a, b, id) = (Place(0), Place(1), RecordId::from("r"));
        let agreement = |end_assumed, owner| ActionKind::DecideAgreement {
            record: id.clone(),
            source: a,
            target: b,
            ends: day("2025-02-28"),
            end_assumed,
            owner,
        };
        let missing = |table, column| ActionKind::RecordMissing {
            table,
            column,
            rows: Some(3),
        };
        let join = |a, b| ActionKind::JoinSectors {
            a,
            b,
            observed: 1,
            expected: 7.6,
        };
        let kinds = [
            agreement(false, None),
            agreement(true, Some("ORG".into())),
            ActionKind::SecondLink {
                cut_point: a,
                stranded: 2,
                example: b,
            },
            ActionKind::InviteSector {
                sector: Sector::CivilSociety,
            },
            join(Sector::Government, Sector::Business),
            join(Sector::Business, Sector::Business),
            ActionKind::OpenComponent {
                sector: Sector::Funder,
                component: "competition".into(),
            },
            ActionKind::InviteIsolated {
                members: vec![a, b],
                total: 2,
            },
            ActionKind::InviteIsolated {
                members: vec![a, b],
                total: 9,
            },
            ActionKind::CallFading {
                member: a,
                now: 0,
                usual: 4.5,
            },
            missing(TableName::Stakeholders, Some("sector")),
            missing(TableName::Partnerships, Some("end")),
            missing(TableName::Events, Some("component")),
            missing(TableName::Leadership, None),
            ActionKind::DeclareOperator,
        ];
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for kind in &kinds {
                for by in [day("2025-01-31"), day("2025-02-28")] {
                    let action = Action {
                        id: String::new(),
                        by: Some(by),
                        effort: kind.effort(),
                        records: Vec::new(),
                        kind: kind.clone(),
                    };
                    let text = action.text(&|place: Place| format!("«{}»", place.0), &messages);
                    for part in [&text.what, &text.who, &text.why, &text.with_whom] {
                        assert!(
                            !part.contains(['{', '$']) && !part.starts_with("action-"),
                            "{lang}: {part}"
                        );
                    }
                    assert!(text.why.ends_with('.') && !text.what.ends_with('.'), "{lang}: {text:?}");
                }
            }
        }
    }

    #[test]
    fn an_action_reads_as_one_would_say_it() {
        let english = Messages::new(Lang::En);
        let prepared = Prepared::latest(&busy());
        let name = |place: Place| prepared.network.roster().member(place).name.to_string();
        let found = proposed(&busy());
        let text = found[0].text(&name, &english);
        assert_eq!(
            text.what,
            "Decide with both sides whether the agreement of g with c is renewed"
        );
        assert_eq!(
            text.why,
            "It ends on 28 February 2025 and no later agreement continues it."
        );
        assert_eq!(text.who, "the hub's coordination");
        let spanish = found[1].text(&name, &Messages::new(Lang::Es));
        assert_eq!(
            spanish.why,
            "2 miembros llegan al resto de la red de trabajo solo a través de c."
        );
    }
}
