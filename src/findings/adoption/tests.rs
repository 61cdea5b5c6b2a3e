//! Does the adoption section say what was recorded, and no more? Hand-derived hubs and the immortal-time probe.

use super::*;
use crate::config::TomlDay;
use crate::network::TemporalNetwork;
use crate::network::test_hub::{TestHub, all, day, hub, options, snapshot, who};
use crate::random::{Draws, stream};
use crate::records::{HubRecords, LeadershipAct, Sector};
use crate::statistics::survival::{Lifetime, log_rank};
use crate::time::DateSpan;

fn answer(records: &HubRecords) -> Answer<AdoptionReport> {
    let network = TemporalNetwork::assemble(records, &options());
    let window = all(&network);
    adoption(&Context {
        records,
        network: &network,
        window: &window,
        membership: &network.membership(&window),
        working: &snapshot(&network, crate::network::Layer::Working, &window),
        seed: 1,
        draws: 100,
    })
}

fn found(records: &HubRecords) -> AdoptionReport {
    match answer(records) {
        Answer::Found(report) => report,
        Answer::Cannot(lacking) => panic!("{lacking:?}"),
    }
}

fn persistence_of(answer: &Answer<Persistence>) -> &Persistence {
    answer.found().expect("persistence")
}

fn group(persistence: &Persistence, group: Group) -> &GroupSurvival {
    let mut groups = persistence.groups.iter();
    groups.find(|survival| survival.group == group).expect("a group")
}

fn exactly(text: &str) -> DateSpan {
    DateSpan::exact(day(text))
}

fn row(records: &HubRecords, id: &str, unit: &str, date: &str) -> Adoption {
    Adoption {
        id: id.into(),
        unit: who(records, unit),
        practice: "open data".into(),
        date: exactly(date),
        origin: None,
        trigger: None,
        sponsor: None,
        champion: None,
        programme: None,
        last_confirmed: None,
        abandoned: None,
    }
}

fn four_cities() -> TestHub {
    let cities = ["A", "B", "C", "D"].map(|city| (city, Sector::Government));
    hub(&cities)
        .unit("A1", "A")
        .person("ana", "A")
        .tie("A", "F", "2020-01-01", "open")
        .studied_until("2022-12-31")
}

#[test]
fn the_group_is_what_was_recorded_of_the_start() {
    let records = four_cities().records();
    let ana = who(&records, "ana");
    let of = |more: fn(&mut Adoption, StakeholderIndex)| {
        let mut adoption = row(&records, "x", "A", "2021-01-01");
        more(&mut adoption, ana);
        Group::of(&adoption)
    };
    assert_eq!(of(|row, _| row.origin = Some(Origin::Joint)), Group::Both);
    assert_eq!(of(|row, _| row.origin = Some(Origin::TopDown)), Group::TopDown);
    assert_eq!(of(|row, ana| row.sponsor = Some(ana)), Group::TopDown);
    assert_eq!(of(|row, _| row.trigger = Some("mandate".into())), Group::TopDown);
    assert_eq!(of(|row, ana| row.champion = Some(ana)), Group::BottomUp);
    assert_eq!(of(|row, _| row.trigger = Some("peer".into())), Group::BottomUp);
    let mandated = |row: &mut Adoption, ana| {
        row.trigger = Some("mandate".into());
        row.champion = Some(ana);
    };
    assert_eq!(of(mandated), Group::Both);
    assert_eq!(of(|row, _| row.trigger = Some("funder".into())), Group::Neither);
    assert_eq!(of(|_, _| {}), Group::Unknown);
    let unknown = |row: &mut Adoption, ana| {
        row.origin = Some(Origin::Unknown);
        row.sponsor = Some(ana);
    };
    assert_eq!(of(unknown), Group::Unknown);
}

#[test]
fn adoptions_by_hand() {
    // A from below on 2021-01-01, abandoned on 2021-12-31: 364 days, ended.
    // B from below on 2021-04-01, last confirmed on 2022-04-01: 365 days, still going.
    // C from above on 2021-05-01, nothing known after: 0 days. A1: origin not recorded.
    // D from above on 2021-06-01, abandoned after the study's last day: 578 days up to it, still going.
    let mut records = four_cities().records();
    let mut rows = vec![
        row(&records, "a", "A", "2021-01-01"),
        row(&records, "b", "B", "2021-04-01"),
        row(&records, "c", "C", "2021-05-01"),
        row(&records, "d", "D", "2021-06-01"),
        row(&records, "e", "A1", "2021-05-01"),
        row(&records, "later", "B", "2023-06-01"),
    ];
    for (at, origin) in [Origin::BottomUp, Origin::BottomUp, Origin::TopDown, Origin::TopDown]
        .into_iter()
        .enumerate()
    {
        rows[at].origin = Some(origin);
    }
    rows[0].abandoned = Some(exactly("2021-12-31"));
    rows[1].last_confirmed = Some(exactly("2022-04-01"));
    rows[3].abandoned = Some(exactly("2023-03-01"));
    rows[3].practice = "bus lanes".into();
    records.adoptions = rows;
    let report = found(&records);

    let order: Vec<_> = report
        .adoptions
        .iter()
        .map(|adoption| adoption.record.as_str())
        .collect();
    assert_eq!(order, ["a", "b", "c", "e", "d"]);
    let practices = [("open data".to_owned(), 4, 3), ("bus lanes".to_owned(), 1, 1)];
    assert_eq!(report.practices, practices);
    let persistence = persistence_of(&report.persistence);
    assert_eq!((persistence.unknown, persistence.without_follow_up), (1, 1));
    let below = group(persistence, Group::BottomUp);
    assert_eq!((below.started, below.ended), (2, 1));
    let curve = below.curve.as_ref().expect("a curve");
    let steps: Vec<_> = curve
        .steps
        .iter()
        .map(|step| (step.time, step.survival, step.at_risk))
        .collect();
    assert_eq!(steps, [(364.0, 0.5, 2)]);
    assert!((curve.last_time - 365.0).abs() <= 0.0);
    let above = group(persistence, Group::TopDown);
    assert_eq!((above.started, above.ended), (2, 0));
    assert!((above.curve.as_ref().expect("a curve").last_time - 578.0).abs() <= 0.0);
    assert_eq!(group(persistence, Group::Both).curve, None);
    assert_eq!((report.verdict, report.at_risk), (Verdict::CannotTell, 5));
}

#[test]
fn the_curve_rises_by_quarter_to_the_last_day() {
    let mut records = four_cities().records();
    records.adoptions = vec![
        row(&records, "a", "A", "2022-03-31"),
        row(&records, "b", "B", "2022-04-01"),
        row(&records, "c", "C", "2022-12-31"),
    ];
    let report = found(&records);
    let points: Vec<_> = report
        .curve
        .iter()
        .map(|point| (point.day.to_string(), point.total))
        .collect();
    let expected = [
        ("2022-03-31", 1),
        ("2022-06-30", 2),
        ("2022-09-30", 2),
        ("2022-12-31", 3),
    ];
    assert_eq!(points, expected.map(|(day, total)| (day.to_owned(), total)));
    assert!(
        report
            .curve
            .iter()
            .all(|point| point.by_group[Group::Unknown as usize] == point.total)
    );
    let origin = Lacking::Column {
        table: TableName::Adoptions,
        column: Some("origin"),
    };
    assert_eq!(report.persistence, Answer::Cannot(origin));
}

#[test]
fn the_risk_set_is_as_declared_and_holds_every_adopter() {
    let mut records = four_cities().records();
    records.adoptions = vec![row(&records, "a", "A", "2021-01-01")];
    let mut at_risk = |declared: &str| {
        records.config.adoption.at_risk = declared.into();
        let report = found(&records);
        (report.at_risk, report.risk_set_unread.len())
    };
    // four cities are organisations of government; with their unit five; persons adopt nothing
    assert_eq!(at_risk(""), (4, 0));
    assert_eq!(at_risk("government"), (5, 0));
    assert_eq!(at_risk("unit"), (2, 0));
    assert_eq!(at_risk("B, c"), (3, 0));
    assert_eq!(at_risk("B; nobody"), (2, 1));
    assert_eq!(at_risk("every city on the coast"), (4, 1));
}

#[test]
fn partnerships_last_through_their_renewals_and_no_end_is_assumed() {
    // A-F 2020-02-01 to 2020-12-31, renewed 2021-01-01 to 2021-12-31: one, 699 days, ended.
    // B-F open since 2022-01-01: 364 days, going. C-F no end, confirmed after 59 days. D-F no end, nothing known.
    // A-B of unknown origin, B-C a plan.
    let below = |row: &mut crate::records::Partnership| row.origin = Some(Origin::BottomUp);
    let hub = four_cities()
        .tie_with("A", "F", "2020-02-01", "2020-12-31", |row| {
            below(row);
            row.id = "first".into();
        })
        .tie_with("A", "F", "2021-01-01", "2021-12-31", |row| {
            row.renewed_from = Some("first".into());
            row.origin = Some(Origin::TopDown);
        })
        .tie_with("B", "F", "2022-01-01", "open", below)
        .tie_with("C", "F", "2022-01-01", "", |row| {
            below(row);
            row.last_confirmed = Some(exactly("2022-03-01"));
        })
        .tie_with("D", "F", "2022-01-01", "", below)
        .tie_with("B", "C", "2023-05-01", "open", below);
    let report = found(&hub.records());
    assert!(report.adoptions.is_empty() && report.curve.is_empty());
    let persistence = persistence_of(&report.partnerships);
    let from_below = group(persistence, Group::BottomUp);
    assert_eq!((from_below.started, from_below.ended), (4, 1));
    let steps = &from_below.curve.as_ref().expect("a curve").steps;
    assert_eq!(steps.len(), 1);
    assert!((steps[0].time - 699.0).abs() <= 0.0 && steps[0].at_risk == 1);
    assert_eq!(group(persistence, Group::TopDown).started, 0);
    assert_eq!((persistence.unknown, persistence.assumed_ends_censored), (1, 2));
    assert_eq!(persistence.without_follow_up, 1);

    let mut declared = hub.records();
    declared.config.study.from = Some(TomlDay(day("2021-06-01")));
    let report = found(&declared);
    assert_eq!(persistence_of(&report.partnerships).began_before, 2);
}

#[test]
fn a_circle_of_renewals_ends() {
    let renew = |from: &'static str, id: &'static str| {
        move |row: &mut crate::records::Partnership| {
            row.origin = Some(Origin::Joint);
            row.renewed_from = Some(from.into());
            row.id = id.into();
        }
    };
    let hub = four_cities()
        .tie_with("A", "B", "2020-02-01", "2020-12-31", renew("two", "one"))
        .tie_with("A", "B", "2021-02-01", "2021-12-31", renew("one", "two"));
    let report = found(&hub.records());
    assert_eq!(group(persistence_of(&report.partnerships), Group::Both).started, 2);
}

#[test]
fn why_the_claim_is_not_judged() {
    let mut records = four_cities().records();
    assert!(matches!(
        answer(&records),
        Answer::Cannot(Lacking::Column {
            table: TableName::Adoptions,
            ..
        })
    ));
    let adopt = |records: &HubRecords, number: u32, origin, trigger: Option<&str>| Adoption {
        origin,
        trigger: trigger.map(Into::into),
        last_confirmed: Some(exactly("2022-01-01")),
        ..row(records, &format!("{number:03}"), "A", "2021-01-01")
    };
    records.adoptions = (0..80)
        .map(|number| match number % 4 {
            0 => adopt(&records, number, Some(Origin::TopDown), None),
            1 => adopt(&records, number, Some(Origin::BottomUp), None),
            2 => adopt(&records, number, Some(Origin::Joint), None),
            _ => adopt(&records, number, None, Some("funder")),
        })
        .collect();
    let lacking = |records: &HubRecords| {
        let report = found(records);
        assert_eq!(report.verdict, Verdict::CannotTell);
        report.reason
    };
    assert!(matches!(
        lacking(&records),
        Lacking::Column {
            table: TableName::Leadership,
            ..
        }
    ));
    records.leadership = vec![LeadershipAct {
        id: "act".into(),
        body: who(&records, "A"),
        kind: "mandate".into(),
        start: exactly("2020-01-01"),
        end: None,
        person: None,
        practice: None,
        scope: Vec::new(),
        binding: None,
        amount: None,
        source: None,
    }];
    assert_eq!(lacking(&records), Lacking::Span("lacking-span-claim_test"));
    records.adoptions.pop();
    let few = Lacking::TooFew {
        what: "lacking-few-adoption_cells",
        found: 19,
        needed: 20,
    };
    assert_eq!(lacking(&records), few);
}

/// Adoptions whose lifetimes have nothing to do with where they came from; a champion turns up later at some, if they
/// still live then. Grouping by whether one ever turned up makes the long-lived look carried from both sides.
#[test]
fn later_events_move_nothing_between_groups() {
    let mut records = four_cities().records();
    let mut random = stream(5, "immortal time", 0);
    let mut ever_both = [Vec::new(), Vec::new()];
    let mut adoptions = Vec::new();
    for number in 0..200 {
        let lived = 1 + (-random.unit().ln() * 200.0) as u32;
        let champion_on = (random.unit() * 400.0) as u32;
        let joined = champion_on < lived;
        ever_both[usize::from(joined)].push(Lifetime {
            time: lived,
            ended: true,
        });
        let start = day("2020-01-01");
        let mut adoption = row(&records, &format!("{number:03}"), "A", "2020-01-01");
        let both = random.chance(0.5);
        adoption.origin = Some(if both { Origin::Joint } else { Origin::TopDown });
        adoption.abandoned = Some(DateSpan::exact(start.plus_days(lived as i32)));
        adoptions.push((adoption, joined));
    }
    // the trap is there to be stepped into
    assert!(log_rank(&ever_both).expect("two groups").p_value < 1e-6);

    let late = who(&records, "ana");
    let measure = |records: &mut HubRecords, with_late_champions: bool| {
        records.adoptions = adoptions
            .iter()
            .map(|(adoption, joined)| Adoption {
                champion: (with_late_champions && *joined).then_some(late),
                ..adoption.clone()
            })
            .collect();
        found(records)
    };
    let before = measure(&mut records, false);
    let after = measure(&mut records, true);
    assert_eq!(before.persistence, after.persistence);
    let lifetimes = |of: Group| -> Vec<Lifetime> {
        let adoptions = before.adoptions.iter().filter(|adoption| adoption.group == of);
        let life = |adoption: &AdoptionEvent| Lifetime {
            time: adoption.until.days_since(adoption.day).unsigned_abs(),
            ended: adoption.abandoned,
        };
        adoptions.map(life).collect()
    };
    let test = log_rank(&[lifetimes(Group::Both), lifetimes(Group::TopDown)]).expect("two groups");
    assert!(test.p_value > 0.05, "{test:?}");
}

#[test]
fn row_order_changes_nothing() {
    let mut records = four_cities().records();
    let units = ["A", "B", "C", "D"];
    records.adoptions = units
        .iter()
        .map(|unit| row(&records, unit, unit, "2021-01-01"))
        .collect();
    let forward = found(&records);
    records.adoptions.reverse();
    assert_eq!(forward, found(&records));
}
