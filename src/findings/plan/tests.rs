//! Plans of small hubs, worked out by hand.

use super::*;
use crate::findings::test_context::Prepared;
use crate::network::test_hub::{TestHub, day, hub, place};
use crate::records::{Commitment, Partnership, Sector};

const AS_OF: &str = "2024-12-31";

/// g – b – u in a row by open agreements, f and h beside; f – g ends, and f hangs on it.
fn small() -> TestHub {
    hub(&[
        ("b", Sector::Business),
        ("f", Sector::CivilSociety),
        ("g", Sector::Government),
        ("h", Sector::Business),
        ("u", Sector::Academia),
    ])
    .studied_until(AS_OF)
    .tie("b", "g", "2022-01-01", "open")
    .tie("b", "u", "2022-01-01", "open")
    .tie_with("f", "g", "2023-06-01", "2025-12-31", of("legal advice"))
    .tie_with("b", "h", "2023-06-01", "2026-06-30", of("legal advice"))
    .tie("h", "u", "2022-01-01", "open")
}

fn of(function: &'static str) -> impl FnOnce(&mut Partnership) {
    move |tie| tie.function = Some(function.into())
}

/// Every pair of members without a tie.
fn open_pairs(context: &Context<'_>) -> Vec<Pair> {
    let working = context.working;
    let all = working
        .nodes()
        .flat_map(|one| working.nodes().map(move |other| (one, other)));
    all.filter(|(one, other)| one < other && working.ties().get(one.at(), other.0).is_none())
        .filter_map(|(one, other)| Pair::new(working.places()[one.at()], working.places()[other.at()]))
        .collect()
}

fn planned(prepared: &Prepared, options: &PlanOptions) -> Plan {
    let context = prepared.context();
    match plan(&context, &open_pairs(&context), options) {
        Answer::Found(plan) => plan,
        Answer::Cannot(lacking) => panic!("{lacking:?}"),
    }
}

fn with_hours(hours: Option<f64>) -> PlanOptions {
    PlanOptions {
        hours,
        horizon_months: HORIZON_MONTHS,
        goal: None,
    }
}

#[test]
fn the_run_off_adds_up_to_the_agreements_row_by_row() {
    let plan = planned(&Prepared::latest(&small()), &with_hours(None));
    let nothing = plan.run_off.way(Way::NothingRenewed).expect("always told");
    assert_eq!(nothing.len(), 13);
    for left in nothing {
        let rows = plan
            .decisions
            .iter()
            .filter(|one| one.agreement.outlasts(left.day))
            .count();
        assert!((left.agreements - rows as f64).abs() <= 1e-12, "{left:?}");
    }
    // all are kept where the hours are not limited
    let all = plan.run_off.way(Way::Planned).expect("always told");
    assert!(all.iter().all(|left| (left.agreements - 5.0).abs() <= 1e-12));
    assert_eq!(plan.horizon, day("2027-12-31"));
}

#[test]
fn hours_go_first_to_what_nothing_replaces_and_effects_add_up() {
    let prepared = Prepared::latest(&small());
    // f – g strands f: broaden, 8 hours. b – h ends and is the last for legal advice: broaden, 8 hours.
    let plan = planned(&prepared, &with_hours(Some(22.0)));
    let kinds: Vec<&str> = plan.acts.iter().map(|act| act.kind.name()).collect();
    // f – b then brings everyone within two steps: nothing is left to introduce for the last three hours
    assert_eq!(kinds, ["broaden", "broaden", "introduce"]);
    assert!((plan.hours_spent() - 19.0).abs() <= 1e-12);
    let at = |id| place(&prepared.network, id);
    // at the horizon b g u h hang together and f is alone: 4 pairs of ten more with f – g
    assert_eq!(plan.acts[0].pair, Pair::new(at("f"), at("g")));
    assert_eq!(plan.acts[0].effects[Goal::Fragmentation as usize], Some(0.4));
    let context = prepared.context();
    let left = budget::left_at(&context, &plan.decisions, plan.horizon);
    let goals = Goals::on(&context, &left);
    let added: Vec<Pair> = plan.acts.iter().filter_map(|act| act.pair).collect();
    for goal in Goal::ALL {
        let sum: f64 = plan.acts.iter().filter_map(|act| act.effects[goal as usize]).sum();
        let (before, after) = (
            goals.value(goal, &[]).expect("a value"),
            goals.value(goal, &added).expect("a value"),
        );
        assert!((sum - (after - before).abs()).abs() <= 1e-12, "{goal}");
    }
    // too few hours for anything but introductions
    let short = planned(&prepared, &with_hours(Some(7.0)));
    assert!(short.acts.iter().all(|act| act.kind == ActKind::Introduce) && !short.acts.is_empty());
    assert!(short.hours_spent() <= 7.0);
    assert_eq!(short.count(Verdict::Broaden), 2);
}

fn objective(indicator: &str, target: f64) -> Commitment {
    Commitment {
        id: "c1".into(),
        text: "Fewer apart".into(),
        event: None,
        kind: Some("objective".into()),
        indicator: Some(indicator.into()),
        baseline: None,
        target: Some(target),
        due: None,
        owner: None,
        partners: Vec::new(),
        status: None,
        done_on: None,
    }
}

#[test]
fn no_more_hours_go_to_an_objective_than_it_still_needs() {
    let first = planned(&Prepared::latest(&small()), &with_hours(Some(16.0)));
    let prepared = Prepared::latest(&small());
    let context = prepared.context();
    let left = budget::left_at(&context, &first.decisions, first.horizon);
    let goals = Goals::on(&context, &left);
    let added: Vec<Pair> = first.acts.iter().filter_map(|act| act.pair).collect();
    // what the two agreements that nothing replaces bring about anyway
    let anyway = goals.value(Goal::Coverage, &added).expect("a value");
    let chosen = |target: f64| {
        let hub = small().edit(|records| records.commitments = vec![objective("coverage", target)]);
        planned(&Prepared::latest(&hub), &with_hours(Some(60.0))).choices
    };
    // it is met already: hours go to reach alone
    let met = chosen(anyway);
    assert!(met.iter().all(|one| one.goal == Goal::Reach), "{met:?}");
    // one more of 15 is missing: one introduction, which meets two at most, and the effect told is that of what is done
    let one = chosen(anyway + 1.0 / 15.0);
    assert_eq!(one[0].goal, Goal::Coverage);
    assert!(
        one[0].effect.is_some_and(|effect| effect <= 2.0 / 15.0 + 1e-12),
        "{one:?}"
    );
    assert_eq!(one[0].at_least, Some(1.0));
}

#[test]
fn objectives_that_ties_move_are_aimed_at_first() {
    let hub = small().edit(|records| {
        records.commitments = vec![objective("fragmentation", 0.0), objective("barrios", 3.0)];
    });
    let plan = planned(&Prepared::latest(&hub), &with_hours(Some(3.0)));
    // one introduction of f joins it to the other four
    let [outlook] = plan.targets.as_slice() else {
        panic!("{:?}", plan.targets)
    };
    assert_eq!(
        (outlook.now, outlook.without, outlook.with),
        (Some(0.0), Some(0.4), Some(0.0))
    );
    assert_eq!(outlook.reached, Some(true));
    assert_eq!(plan.choices[0].goal, Goal::Fragmentation);
    assert_eq!(plan.choices[0].at_least, Some(1.0));
}

#[test]
fn introductions_alone_are_chosen_on_todays_network() {
    let prepared = Prepared::latest(&small());
    let context = prepared.context();
    let found = introductions_for(&context, &open_pairs(&context), Goal::Coverage, 2);
    // four roles, five members with one, three others each: 15. b has g and u; f has g; g has b and f; h has u; u has b
    assert_eq!(found.before, Some(7.0 / 15.0));
    // each introduction meets two new roles at most; b – f, f – h, f – u and g – u do
    assert_eq!(found.after, Some(11.0 / 15.0));
    assert_eq!(found.choice.at_least, Some(1.0));
    assert!(found.chosen.iter().all(|one| one.effects[0] == Some(2.0 / 15.0)));
    assert_eq!(found.considered, 5);
}

#[test]
fn without_dated_agreements_there_is_no_plan() {
    let undated = Prepared::latest(
        &hub(&[("a", Sector::Business)])
            .tie("a", "b", "", "")
            .studied_until(AS_OF),
    );
    let answer = plan(&undated.context(), &[], &with_hours(None));
    assert!(matches!(
        answer,
        Answer::Cannot(Lacking::Column {
            column: Some("start"),
            ..
        })
    ));
}
