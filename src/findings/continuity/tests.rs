//! Losses derived by hand, and judged by freezing the network anew without each subject and counting.

use std::collections::BTreeSet;

use super::*;
use crate::findings::test_context::Prepared;
use crate::metrics::components;
use crate::network::test_hub::{TestHub, day, hub, place, who};
use crate::network::{Snapshot, Without};
use crate::random::{self, Draws};
use crate::records::{Amount, LeadershipAct};
use crate::time::DateSpan;

/// Agreements a–b, b–c, a–c, c–d, d–e, e–f; w and x came to a workshop that h hosts, x and a to another that both h and c
/// host; nothing else. f pays b and c for what they do together.
fn small() -> TestHub {
    hub(&[
        ("a", Sector::Government),
        ("b", Sector::Business),
        ("c", Sector::Academia),
        ("d", Sector::Government),
        ("e", Sector::CivilSociety),
        ("f", Sector::Funder),
        ("h", Sector::Other),
        ("w", Sector::Business),
        ("x", Sector::Government),
    ])
    .tie("a", "b", "2024-01-01", "open")
    .tie("a", "c", "2024-01-01", "open")
    .tie("c", "d", "2024-01-01", "open")
    .tie("d", "e", "2024-01-01", "open")
    .tie("e", "f", "2024-01-01", "open")
    .attends("w", "workshop", "2024-05-01")
    .attends("x", "workshop", "2024-05-01")
    .attends("x", "second", "2024-06-01")
    .attends("a", "second", "2024-06-01")
    .attends("w", "launch", "2024-07-01")
    .studied_until("2024-12-31")
    .edit(|records| records.config.funding.kinds = vec!["funding".into()])
}

fn hosted(hub: &TestHub) -> TestHub {
    let mut made = hub.clone().attends("h", "launch", "2024-07-01");
    for (whose, event) in [("h", "workshop"), ("h", "second"), ("c", "second")] {
        let date = if event == "workshop" {
            "2024-05-01"
        } else {
            "2024-06-01"
        };
        made = made.attends_with(whose, event, date, |row| row.role = Some("host".into()));
    }
    made
}

fn found(prepared: &Prepared) -> Continuity {
    continuity(&prepared.context())
}

fn of<'a>(found: &'a Continuity, prepared: &Prepared, id: &str) -> &'a Loss {
    let subject = Subject::Member(place(&prepared.network, id));
    found
        .members
        .iter()
        .find(|loss| loss.subject == subject)
        .expect("a member")
}

#[test]
fn what_a_member_led_stops_with_it_unless_others_carry_it_on() {
    let prepared = Prepared::latest(&hosted(&small()));
    let found = found(&prepared);
    let at = |id| place(&prepared.network, id);
    let places = |ids: &[&str]| ids.iter().map(|id| place(&prepared.network, id)).collect::<Vec<_>>();
    // the workshop ties h, w and x, the second event h, c, x and a, the launch h and w: nine members, all connected
    assert_eq!((found.before.members, found.before.connected), (9, Some(1.0)));
    // without h: its workshop goes on, so w is tied to x still; if it stops, w has nobody: of a b c d e f x one piece
    let h = of(&found, &prepared, "h");
    assert_eq!(
        (&h.carried_on.stranded, &h.left.stranded),
        (&places(&[]), &places(&["w"]))
    );
    // h hosts the workshop alone, the second event with c
    assert_eq!((h.led.len(), h.stopped.len()), (2, 1));
    // seven of eight are left together: 42 of 56 ordered pairs
    assert_eq!(
        (h.left.connected, h.left.fragmentation),
        (Some(7.0 / 8.0), Some(1.0 - 42.0 / 56.0))
    );
    // business is represented in the core by b still, and nobody else of another sector than h's own is lost
    assert_eq!(h.left.sectors, [Sector::Other]);
    // ties of h: to w, x (workshop), c, x, a (second), w (launch): w x c a, four; and w – x, which only the workshop made
    assert_eq!(h.ties_lost, 5);

    // c leads nothing alone: without it d, e and f are cut off, and academia goes with c, funders and civil society with e, f
    let c = of(&found, &prepared, "c");
    assert_eq!((&c.carried_on, &c.left.stranded), (&c.left, &places(&["d", "e", "f"])));
    assert_eq!(c.left.sectors, [Sector::Academia, Sector::CivilSociety, Sector::Funder]);
    assert!(c.stopped.is_empty());
    // ranked: c strands three; d two; e one and with itself and f two sectors; a one (b), and h one with its own sector
    let order: Vec<&Subject> = found.members.iter().map(|loss| &loss.subject).collect();
    let expected = ["c", "d", "e"].map(|id| Subject::Member(at(id)));
    assert_eq!(order[..3], expected.iter().collect::<Vec<_>>());
    assert!(c.records.is_sorted() && c.records.len() == 3);
}

#[test]
fn a_payer_that_stops_paying_ends_its_agreements_and_stays() {
    let amount = |value| {
        Some(Amount {
            value,
            currency: Some("CLP".into()),
        })
    };
    let filled = small()
        .tie_with("f", "e", "2024-01-01", "2024-12-31", |tie| {
            tie.kind = Some("funding".into());
            tie.amount = amount(300.0);
        })
        .tie_with("h", "w", "2024-01-01", "2024-12-31", |tie| {
            tie.kind = Some("funding".into());
            tie.amount = amount(100.0);
        });
    let prepared = Prepared::latest(&filled);
    let found = found(&prepared);
    let at = |id| place(&prepared.network, id);
    let funders = found.funders.found().expect("payers");
    // h pays w, and no other tie joins them: h is stranded then; f and e have another agreement
    let told: Vec<_> = funders
        .iter()
        .map(|loss| (&loss.subject, loss.left.stranded.len(), loss.funding))
        .collect();
    assert_eq!(
        told,
        [
            (&Subject::Funder(at("h")), 1, Some(0.25)),
            (&Subject::Funder(at("f")), 0, Some(0.75))
        ]
    );
    assert!(
        funders
            .iter()
            .all(|loss| loss.leaving.is_empty() && loss.ended.len() == 1)
    );
    assert_eq!(of(&found, &prepared, "f").funding, Some(0.75));
    // f pays into civil society alone, h into business: nobody pays where the other does
    assert!(funders.iter().all(|loss| loss.substitutes.as_deref() == Some(&[])));
}

#[test]
fn the_hub_the_largest_event_and_sectors() {
    let prepared = Prepared::latest(&hosted(&small()).operator("h"));
    let found = found(&prepared);
    let at = |id| place(&prepared.network, id);
    let without_hub = found.hub.found().expect("declared");
    assert_eq!(
        (&without_hub.leaving, &without_hub.left.stranded),
        (&vec![at("h")], &vec![at("w")])
    );
    // the second event has four: h, c, x and a. Without it x is tied to w and h (workshop) only, h to nobody else: a b c d
    // e f stay together
    let largest = found.largest_event.as_ref().expect("events");
    assert_eq!(largest.left.stranded, ["h", "w", "x"].map(at));
    assert!(largest.leaving.is_empty() && largest.stopped.len() == 1);
    let sectors = found.sectors.found().expect("sectors");
    let government = sectors
        .iter()
        .find(|loss| loss.subject == Subject::Sector(Sector::Government))
        .expect("three");
    // without a, d and x: b alone, c with h (second) and h with w, e with f: the largest piece is c h w
    assert_eq!(government.left.stranded, ["b", "e", "f"].map(at));
    assert_eq!(government.left.sectors, [Sector::CivilSociety, Sector::Funder]);
    assert_eq!(
        found.administrations,
        Answer::Cannot(Lacking::Column {
            table: TableName::Leadership,
            column: None
        })
    );
    let undeclared = Prepared::latest(&small());
    assert_eq!(continuity(&undeclared.context()).hub, Answer::Cannot(Lacking::Operator));
}

#[test]
fn an_administration_takes_along_what_was_begun_under_it() {
    // a's term began in 2024 and runs on; a – b was signed before it, a – c and a – g under it
    let filled = hub(&["a", "b", "c", "g"].map(|id| (id, Sector::Government)))
        .person("mayor", "a")
        .tie("a", "b", "2022-01-01", "open")
        .tie("a", "c", "2024-03-01", "open")
        .tie_with("g", "b", "2024-04-01", "open", |_| {})
        .tie("a", "g", "2024-03-01", "open")
        .studied_until("2024-12-31");
    let body = who(&filled.records(), "a");
    let mayor = who(&filled.records(), "mayor");
    let filled = filled.edit(|records| {
        records.leadership = vec![LeadershipAct {
            id: "l1".into(),
            body,
            kind: "term".into(),
            start: DateSpan::exact(day("2024-01-15")),
            end: Some(DateSpan::exact(day("2027-12-31"))),
            person: Some(mayor),
            practice: None,
            scope: Vec::new(),
            binding: None,
            amount: None,
            source: None,
        }];
    });
    let prepared = Prepared::latest(&filled);
    let found = found(&prepared);
    let at = |id| place(&prepared.network, id);
    let administrations = found.administrations.found().expect("a term");
    let one = &administrations[0];
    let Subject::Administration(administration) = &one.subject else {
        panic!("{:?}", one.subject);
    };
    assert_eq!(administration.bodies, [at("a")]);
    assert_eq!(administration.until, Some(day("2027-12-31")));
    // c is cut off; g keeps b
    assert_eq!(
        (one.ended.len(), &one.left.stranded, one.ties_lost),
        (2, &vec![at("c")], 2)
    );
    assert!(one.leaving.is_empty() && one.carried_on.stranded.is_empty());
}

#[test]
fn substitutes_span_the_same_sectors() {
    // m ties government (g1, g2) with business (b1); s ties g1 and b1; t only business; u government g2 and business b2
    let filled = hub(&[
        ("m", Sector::Academia),
        ("s", Sector::Academia),
        ("t", Sector::Academia),
        ("u", Sector::Other),
        ("g1", Sector::Government),
        ("g2", Sector::Government),
        ("b1", Sector::Business),
        ("b2", Sector::Business),
    ])
    .tie("m", "g1", "2024-01-01", "open")
    .tie("m", "g2", "2024-01-01", "open")
    .tie("m", "b1", "2024-01-01", "open")
    .tie("s", "g1", "2024-01-01", "open")
    .tie("s", "b1", "2024-01-01", "open")
    .tie("t", "b1", "2024-01-01", "open")
    .tie("u", "g2", "2024-01-01", "open")
    .tie("u", "b2", "2024-01-01", "open")
    .tie("g1", "g2", "2024-01-01", "open")
    .studied_until("2024-12-31");
    let prepared = Prepared::latest(&filled);
    let found = found(&prepared);
    let at = |id| place(&prepared.network, id);
    // s shares g1 and b1 with m, u shares g2
    assert_eq!(of(&found, &prepared, "m").substitutes, Some(vec![at("s"), at("u")]));
}

#[test]
fn the_hub_steps_in_for_no_payer() {
    let funds = |tie: &mut crate::records::Partnership| tie.kind = Some("funding".into());
    let filled = hub(&[
        ("h", Sector::Other),
        ("p", Sector::Funder),
        ("q", Sector::Funder),
        ("u", Sector::Academia),
        ("v", Sector::Academia),
    ])
    .tie_with("h", "u", "2024-01-01", "open", funds)
    .tie_with("p", "u", "2024-01-01", "open", funds)
    .tie_with("q", "v", "2024-01-01", "open", funds)
    .operator("h")
    .studied_until("2024-12-31");
    let prepared = Prepared::latest(&filled);
    let found = found(&prepared);
    let payers = found.funders.found().expect("payers");
    let p = Subject::Funder(place(&prepared.network, "p"));
    let loss = payers.iter().find(|loss| loss.subject == p).expect("a payer");
    assert_eq!(loss.substitutes, Some(vec![place(&prepared.network, "q")]));
}

#[test]
fn the_core_and_how_it_splits() {
    // a ring of six with a tail: two must leave to split the ring; whoever has most ties leaves first
    let ids = ["r0", "r1", "r2", "r3", "r4", "r5", "tail"];
    let mut filled = hub(&ids.map(|id| (id, Sector::Business)));
    for n in 0..6 {
        filled = filled.tie(ids[n], ids[(n + 1) % 6], "2024-01-01", "open");
    }
    let prepared = Prepared::latest(
        &filled
            .tie("r0", "tail", "2024-01-01", "open")
            .studied_until("2024-12-31"),
    );
    let splits = found(&prepared).splits;
    let core = splits.core.expect("a ring");
    assert_eq!((core.core, core.fewest, core.exact), (6, Some(2), true));
    // without r0: tail alone and a path of five; without r2 then: r1 and r3 r4 r5: 3 of 7 is under half of 7 of 7
    assert_eq!(splits.order[0], place(&prepared.network, "r0"));
    assert_eq!((splits.connected[0], splits.connected[1]), (1.0, 5.0 / 7.0));
    assert_eq!(splits.halved, Some(2));
}

/// What a loss must be, by freezing the network anew and counting.
fn judged(context: &Context<'_>, loss: &Loss, stops: bool) -> (Vec<usize>, f64, Option<f64>) {
    let ended: BTreeSet<u32> = (0..context.records.partnerships.len() as u32)
        .filter(|at| loss.ended.contains(&context.records.partnerships[*at as usize].id))
        .collect();
    let without = Without {
        places: loss.leaving.iter().copied().collect(),
        events: if stops {
            loss.stopped.iter().copied().collect()
        } else {
            BTreeSet::new()
        },
        partnerships: if stops { ended } else { BTreeSet::new() },
    };
    let after = context.network.snapshot(&view(context, &without));
    let before = components(context.working);
    let pieces = components(&after);
    // the largest piece left of each component as it was
    let mut stranded = Vec::new();
    for component in 0..before.sizes.len() as u32 {
        let of_component: Vec<usize> = (0..after.node_count())
            .filter(|node| {
                let place = after.places()[*node];
                let at = context.working.node_at(place).expect("a member");
                before.of[at.at()] == component
            })
            .collect();
        let size = |node: &usize| pieces.sizes[pieces.of[*node] as usize];
        let most = of_component.iter().map(size).max().unwrap_or(0);
        let stays = of_component
            .iter()
            .find(|node| size(node) == most)
            .map(|node| pieces.of[*node]);
        stranded.extend(
            of_component
                .iter()
                .filter(|node| Some(pieces.of[**node]) != stays)
                .map(|node| after.places()[*node].at()),
        );
    }
    stranded.sort_unstable();
    let largest = pieces.sizes.iter().max().copied().unwrap_or(0);
    let connected = f64::from(largest) / after.node_count() as f64;
    (stranded, connected, crate::metrics::fragmentation(&after))
}

fn made_up(draw: u64) -> TestHub {
    let mut random = random::stream(5, "continuity", draw);
    let ids: Vec<String> = (0..22).map(|n| format!("m{n:02}")).collect();
    let organizations: Vec<(&str, Sector)> = ids
        .iter()
        .enumerate()
        .map(|(n, id)| (id.as_str(), Sector::ALL[n % 5]))
        .collect();
    let mut made = hub(&organizations).operator("m03").studied_until("2024-12-31");
    for _ in 0..14 {
        let (a, b, funder) = (random.below(22), random.below(22), random.below(22));
        let pays = random.chance(0.4);
        made = made.tie_with(&ids[a], &ids[b], "2024-02-01", "2024-11-30", |tie| {
            tie.kind = pays.then(|| "funding".into());
            if pays {
                tie.amount = Some(Amount {
                    value: 1.0 + funder as f64,
                    currency: None,
                });
            }
        });
    }
    for event in 0..9 {
        let (name, size) = (format!("e{event}"), 2 + random.below(8));
        for turn in 0..size {
            let role = (turn < 1 + event % 2).then(|| "host".into());
            made = made.attends_with(&ids[random.below(22)], &name, "2024-06-01", |row| row.role = role);
        }
    }
    made.edit(|records| records.config.funding.kinds = vec!["funding".into()])
}

#[test]
fn every_loss_is_what_freezing_the_network_without_it_shows() {
    let (mut losses, mut with_events, mut stranding) = (0, 0, 0);
    for draw in 0..60 {
        let prepared = Prepared::latest(&made_up(draw));
        let context = prepared.context();
        let found = continuity(&context);
        for loss in found.losses() {
            for (left, stops) in [(&loss.left, true), (&loss.carried_on, false)] {
                let (stranded, connected, fragmentation) = judged(&context, loss, stops);
                let ours: Vec<usize> = left.stranded.iter().map(|place| place.at()).collect();
                assert_eq!(ours, stranded, "draw {draw}: {:?} {stops}", loss.subject);
                assert!((left.connected.expect("members") - connected).abs() <= 1e-12);
                match (left.fragmentation, fragmentation) {
                    (Some(ours), Some(judged)) => assert!((ours - judged).abs() <= 1e-12),
                    (ours, judged) => assert_eq!(ours, judged),
                }
            }
            let naive = |snapshot: &Snapshot| snapshot.tie_count();
            let without = Without {
                places: loss.leaving.iter().copied().collect(),
                events: loss.stopped.iter().copied().collect(),
                partnerships: (0..context.records.partnerships.len() as u32)
                    .filter(|at| loss.ended.contains(&context.records.partnerships[*at as usize].id))
                    .collect(),
            };
            let after = context.network.snapshot(&view(&context, &without));
            assert_eq!(
                loss.ties_lost,
                context.working.tie_count() - naive(&after),
                "draw {draw}: {:?}",
                loss.subject
            );
            losses += 1;
            with_events += usize::from(!loss.stopped.is_empty());
            stranding += usize::from(!loss.left.stranded.is_empty());
        }
    }
    assert!(
        losses > 1000 && with_events > 200 && stranding > 120,
        "{losses} {with_events} {stranding}"
    );
}
