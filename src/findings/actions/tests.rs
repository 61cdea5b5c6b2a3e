//! Does the list say what to do, and does it remember?
//!
//! In: small hubs. Out: nothing.

use std::collections::BTreeMap;

use super::*;
use crate::findings::gaps;
use crate::findings::introductions::IntroductionReason;
use crate::findings::single_provider::Provided;
use crate::findings::test_context::Prepared;
use crate::messages::{Lang, Messages};
use crate::network::Place;
use crate::network::test_hub::{TestHub, day, hub};
use crate::records::{Event, PastAction, RecordId, Sector, TableName};
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
    // whoever might be introduced is kept apart, but in the test that is about it
    .edit(|records| {
        let avoided = [("c", "x"), ("c", "y"), ("x", "y"), ("g", "w"), ("g", "z"), ("w", "z")];
        records.config.introductions.avoid = avoided.map(|(a, b)| (a.into(), b.into())).to_vec();
    })
}

fn told(hub: &TestHub) -> Actions {
    let prepared = Prepared::latest(hub);
    let context = prepared.context();
    let gaps = gaps(&context);
    let sources = Sources {
        gaps: &gaps,
        calendar: &crate::findings::calendar::calendar(&context),
        introductions: &crate::findings::introductions::introductions(&context, &gaps),
    };
    actions(&context, &sources)
}

fn proposed(hub: &TestHub) -> Vec<Action> {
    told(hub).first
}

fn names(found: &[Action]) -> Vec<&str> {
    found.iter().map(|action| action.kind.name()).collect()
}

#[test]
fn the_leading_kinds_come_first_with_two_days_not_to_miss() {
    let found = proposed(&busy());
    // something to do of each leading kind: three agreements, a cut point, no civil society, half of the roster without
    // sector; of the agreements the two that end first
    assert_eq!(
        names(&found),
        [
            "decide_agreement",
            "decide_agreement",
            "second_link",
            "invite_role",
            "record_missing"
        ]
    );
    assert_eq!(found[0].by, Some(day("2025-02-28")));
    assert_eq!(found[1].by, Some(day("2025-03-31")));
    // refused, they make room for the others: the agreement left, then one of each other kind
    let mut filled = busy();
    for action in &found {
        filled = answered(filled, &action.id, "refused", "2024-12-31");
    }
    assert_eq!(
        names(&proposed(&filled)),
        [
            "decide_agreement",
            "second_link",
            "open_component",
            "open_component",
            "declare_operator"
        ]
    );
}

#[test]
fn a_second_of_a_kind_comes_when_kinds_run_out() {
    let few = hub(&[("a", Sector::Government), ("b", Sector::Government)])
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
            reported_on: None,
            told: BTreeMap::new(),
        });
    })
}

#[test]
fn who_needs_an_introduction_is_introduced_by_who_knows_both() {
    let found = told(&busy().edit(|records| records.config.introductions.avoid.clear()));
    let introduced = found.first.iter().find_map(|action| match &action.kind {
        ActionKind::Introduce { a, b, introducer, .. } => Some((*a, *b, *introducer, action)),
        _ => None,
    });
    let (a, b, introducer, action) = introduced.expect("an introduction");
    assert!(a != b && introducer != a && introducer != b);
    let text = action.text(&|place: Place| place.0.to_string(), &Messages::new(Lang::En));
    assert_eq!(
        text.what,
        format!("Ask {} to introduce {} to {}", introducer.0, a.0, b.0)
    );
    assert!(
        text.why.ends_with('.') && !text.why.contains(['{', '$']),
        "{}",
        text.why
    );
}

/// One row of an earlier file: status, owner, until when, from which report.
fn row(id: &str, status: &str, owner: &str, due: &str, reported_on: &str) -> PastAction {
    let text = |text: &str| (!text.is_empty()).then(|| text.into());
    PastAction {
        id: RecordId::from(id),
        status: text(status),
        owner: text(owner),
        due: (!due.is_empty()).then(|| DateSpan::exact(day(due))),
        proposed_on: Some(day("2024-03-31")),
        reported_on: Some(day(reported_on)),
        told: [("what", "Do it".into())].into(),
    }
}

fn remembered(rows: &[PastAction]) -> TestHub {
    busy().edit(|records| records.past_actions = rows.to_vec())
}

#[test]
fn of_several_rows_the_last_answered_decides_whatever_their_order() {
    let mut rows = [
        row("a", "accepted", "Ana Soto", "2024-09-30", "2024-03-31"),
        // carried on by a report that hid the name; then answered, then copied without an answer
        row(
            "a",
            "accepted",
            &crate::records::person_code("Ana Soto"),
            "2024-11-30",
            "2024-06-30",
        ),
        row("a", "", "", "", "2024-09-30"),
    ];
    let found = told(&remembered(&rows));
    let accepted = found.first[0].accepted.as_ref().expect("accepted");
    assert_eq!(accepted.owner, Some(Owner::Someone("Ana Soto".into())));
    assert_eq!((accepted.due, accepted.overdue), (Some(day("2024-11-30")), true));
    assert_eq!(found.first[0].proposed_on, Some(day("2024-03-31")));
    rows.reverse();
    assert_eq!(told(&remembered(&rows)), found);
    // of the same report the answer that goes farther
    let twice = [
        row("a", "done", "", "", "2024-06-30"),
        row("a", "accepted", "", "", "2024-06-30"),
    ];
    assert_eq!(told(&remembered(&twice)).followed[0].earlier.status, Some(Status::Done));
}

#[test]
fn what_is_under_way_leaves_two_places_for_what_is_new() {
    let rows: Vec<PastAction> = (1..=6)
        .map(|number| {
            row(
                &format!("a{number}"),
                "accepted",
                "g",
                &format!("2025-0{number}-28"),
                "2024-09-30",
            )
        })
        .collect();
    let found = told(&remembered(&rows));
    let due: Vec<_> = found
        .first
        .iter()
        .map(|action| action.accepted.as_ref().and_then(|one| one.due))
        .collect();
    let day = |text: &str| Some(day(text));
    assert_eq!(
        due,
        [day("2025-01-28"), day("2025-02-28"), day("2025-03-28"), None, None]
    );
    assert_eq!(found.further.len(), 3);
    let owner = found.first[0]
        .accepted
        .as_ref()
        .and_then(|accepted| accepted.owner.clone());
    assert_eq!(owner, Some(Owner::Organization("g".into())));
    // where nothing is new, all five places are for what is under way
    let quiet = hub(&[("a", Sector::Government), ("b", Sector::Government)])
        .operator("a")
        .edit(|records| {
            records.config.gaps.template = "own".into();
            records.past_actions = rows;
        })
        .tie("a", "b", "2023-01-01", "open")
        .studied_until("2024-12-31");
    let found = told(&quiet);
    assert_eq!((found.first.len(), found.further.len()), (5, 1));
}

#[test]
fn what_is_impossible_rests_for_two_years_and_without_a_date_for_good() {
    let first = proposed(&busy())[0].id.clone();
    let rests = |status: &'static str, on| {
        let found = told(&answered(busy(), &first, status, on));
        found.resting.iter().any(|one| one.id == first)
    };
    assert!(rests("impossible", "2023-01-01") && !rests("impossible", "2022-12-31"));
    assert!(!rests("refused", "2023-12-31") && rests("refused", "2024-01-01") && rests("refused", ""));
}

#[test]
fn who_was_invited_is_not_invited_anew() {
    let alone = |id: &'static str| {
        move |one: &mut crate::records::Stakeholder| {
            one.joined = Some(DateSpan::exact(day("2024-01-01")));
            assert_eq!(one.id.as_str(), id);
        }
    };
    let mut filled = hub(&["a", "b", "c", "d", "e"].map(|id| (id, Sector::Business)))
        .tie("d", "e", "2023-01-01", "open")
        .studied_until("2024-12-31");
    for id in ["a", "b", "c"] {
        filled = filled.about(id, alone(id));
    }
    let invited = |hub: &TestHub| {
        let found = told(hub);
        let kinds = found.first.into_iter().map(|action| action.kind);
        kinds.into_iter().find_map(|kind| match kind {
            ActionKind::InviteIsolated { members, total } => Some((members, total)),
            _ => None,
        })
    };
    assert_eq!(invited(&filled), Some((vec![Place(0), Place(1), Place(2)], 3)));
    let mut refused = row("x", "refused", "", "", "2024-09-30");
    refused
        .told
        .extend([("action", "invite_isolated".into()), ("about", "a; c".into())]);
    let filled = filled.edit(|records| records.past_actions = vec![refused]);
    assert_eq!(invited(&filled), Some((vec![Place(1)], 3)));
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
    assert_eq!(ids(&busy())[2], ids(&more)[2]);
    let unique: BTreeSet<String> = ids(&busy()).into_iter().collect();
    assert_eq!(unique.len(), 5);
}

/// Kinds about days, pairs and roles, each wording.
fn leading_kinds() -> Vec<ActionKind> {
    let (a, b, id) = (Place(0), Place(1), RecordId::from("r"));
    let agreement = |end_assumed, owner| ActionKind::DecideAgreement {
        record: id.clone(),
        source: a,
        target: b,
        agreement: None,
        start: None,
        ends: day("2025-02-28"),
        end_assumed,
        owner,
    };
    vec![
        agreement(false, None),
        agreement(true, Some("ORG".into())),
        ActionKind::SecondLink {
            cut_point: a,
            stranded: 2,
            example: b,
        },
        ActionKind::InviteRole {
            role: "civil_society".into(),
        },
        ActionKind::TermEnds {
            organization: a,
            ends: day("2025-03-31"),
            terms: 1,
            resting: 2,
            of: 3,
        },
        ActionKind::AskLapsed {
            member: a,
            silent: 9,
            last_seen: Some(day("2024-03-31")),
        },
        ActionKind::Introduce {
            a,
            b,
            introducer: Place(2),
            reasons: vec![
                IntroductionReason::WithoutTies(a),
                IntroductionReason::CommonPartners(2),
            ],
            notice: Some("".into()),
        },
    ]
}

/// The other kinds, each wording.
fn other_kinds() -> Vec<ActionKind> {
    let (a, b) = (Place(0), Place(1));
    let missing = |table, column| ActionKind::RecordMissing {
        table,
        column,
        rows: Some(3),
    };
    let provider = |what, provider| ActionKind::SecondProvider {
        what,
        provider,
        dependents: 2,
    };
    let join = |a, b| ActionKind::JoinSectors {
        a,
        b,
        observed: 1,
        expected: 7.6,
    };
    vec![
        provider(Provided::Function("training".into()), Some(a)),
        provider(Provided::Topic("water".into()), Some(a)),
        provider(Provided::Offer("space".into()), Some(a)),
        provider(Provided::Need("legal advice".into()), None),
        provider(Provided::Sector(Sector::Funder), Some(a)),
        ActionKind::SecondFunder { payer: a, share: 0.63 },
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
    ]
}

#[test]
fn every_kind_has_whole_sentences_in_each_language() {
    let kinds: Vec<ActionKind> = leading_kinds().into_iter().chain(other_kinds()).collect();
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
                    proposed_on: None,
                    accepted: None,
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
    let spanish = found[2].text(&name, &Messages::new(Lang::Es));
    assert_eq!(
        spanish.why,
        "2 miembros llegan al resto por vínculos de trabajo solo a través de c."
    );
}
