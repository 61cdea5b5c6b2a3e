//! What the lists hold, on hubs of a few members.

use super::*;
use crate::findings::gaps;
use crate::findings::test_context::Prepared;
use crate::network::test_hub::{TestHub, day, hub, place};
use crate::records::{Participation, Partnership};
use crate::time::DateSpan;

fn found(made: &TestHub) -> (Introductions, Prepared) {
    let prepared = Prepared::latest(made);
    let context = prepared.context();
    let found = introductions(&context, &gaps(&context));
    (found, prepared)
}

/// The pairs of the second list by id, with who introduces them.
fn needed(made: &TestHub) -> Vec<(String, String, String)> {
    let (found, prepared) = found(made);
    let id = |place: Place| prepared.network.roster().member(place).id.as_str().to_owned();
    let told = |one: &Introduction| (id(one.pair.a), id(one.pair.b), id(one.introducer.expect("always")));
    found.needed.iter().map(told).collect()
}

fn three(a: &str, b: &str, c: &str) -> (String, String, String) {
    (a.into(), b.into(), c.into())
}

/// The city works with the bank and the bank with the club; no one from government works with civil society.
fn chain() -> TestHub {
    hub(&[
        ("bank", Sector::Business),
        ("city", Sector::Government),
        ("club", Sector::CivilSociety),
    ])
    .tie("bank", "city", "2024-02-01", "open")
    .tie("bank", "club", "2024-03-01", "open")
    .studied_until("2024-12-31")
}

#[test]
fn a_pair_that_fills_an_empty_cell_is_introduced_by_who_works_with_both() {
    let (found, prepared) = found(&chain());
    assert_eq!(needed(&chain()), [three("city", "club", "bank")]);
    let one = &found.needed[0];
    assert_eq!(
        one.reasons,
        [
            IntroductionReason::EmptyCell(Sector::Government, Sector::CivilSociety),
            IntroductionReason::CommonPartners(1)
        ]
    );
    // the two agreements of the bank; an official would meet a private party; all three are two steps apart already
    assert_eq!(one.records.len(), 2);
    assert!(one.notice && one.effects.fragmentation == Some(0.0) && one.effects.reach == Some(0.0));
    assert!(one.effects.coverage > Some(0.0));
    assert!(matches!(found.rule, ListRule::Untested(_)) && found.likely.is_empty());
    let roster = prepared.network.roster();
    assert_eq!(
        one.introducer.map(|place| roster.member(place).id.as_str()),
        Some("bank")
    );
}

#[test]
fn who_worked_together_before_needs_no_introduction() {
    let before = chain().tie("city", "club", "2019-01-01", "2019-12-31");
    assert_eq!(needed(&before), []);
    // a large event shared once is no working together; two are
    let events = |count: usize| {
        let mut made = chain();
        for event in (0..count).map(|n| format!("w{n}")) {
            for who in ["city", "club", "d", "e", "f", "g", "h", "i", "j", "k"] {
                made = made.attends(who, &event, "2021-05-01");
            }
        }
        made
    };
    assert_eq!(needed(&events(1)), [three("city", "club", "bank")]);
    assert_eq!(needed(&events(2)), []);
}

#[test]
fn juror_and_competitor_buyer_and_bidder_and_declared_pairs_are_kept_apart() {
    let role = |name: &'static str| move |row: &mut Participation| row.role = Some(name.into());
    let judged = chain()
        .attends_with("city", "prize", "2022-05-01", role("juror"))
        .attends_with("club", "prize", "2022-05-01", role("competitor"));
    // the prize has two participants and would have made them a working pair: eight more came
    let crowd = |mut made: TestHub, event: &str| {
        for n in 0..8 {
            made = made.attends(&format!("x{n}"), event, "2022-05-01");
        }
        made
    };
    let (kept, _) = found(&crowd(judged, "prize"));
    assert_eq!((kept.needed.len(), kept.kept_apart), (0, 1));
    let call = |status: &'static str| {
        let made = chain()
            .event_with("call", "2022-05-01", "", |event| event.status = Some(status.into()))
            .attends_with("city", "call", "2022-05-01", role("buyer"))
            .attends_with("club", "call", "2022-05-01", role("competitor"));
        crowd(made, "call")
    };
    assert_eq!(needed(&call("open")), []);
    assert_eq!(needed(&call("held")), [three("city", "club", "bank")]);
    let avoid = |other: &'static str| {
        chain().edit(move |records| {
            records.config.introductions.avoid = vec![("club".to_owned(), other.to_owned())];
        })
    };
    assert_eq!(needed(&avoid("city")), []);
    assert_eq!(found(&avoid("nobody")).0.unknown_avoided, ["nobody"]);
}

#[test]
fn nobody_introduces_whom_they_judge_or_compete_before() {
    // the bank judges the club: it is not asked to bring the club to the city, but the dean is
    let judged = || {
        let role = |name: &'static str| move |row: &mut Participation| row.role = Some(name.into());
        chain()
            .attends_with("bank", "prize", "2022-05-01", role("juror"))
            .attends_with("club", "prize", "2022-05-01", role("competitor"))
    };
    assert_eq!(needed(&judged()), []);
    let with_dean = judged()
        .tie("dean", "city", "2024-02-01", "open")
        .tie("dean", "club", "2024-02-01", "open");
    assert_eq!(needed(&with_dean), [three("city", "club", "dean")]);
}

#[test]
fn the_hub_itself_is_introduced_to_nobody_and_introduces_where_nobody_else_can() {
    let asked = chain().operator("bank");
    assert_eq!(needed(&asked), [three("city", "club", "bank")]);
    // a weaker tie of someone else goes before the hub's
    let other = |row: &mut Partnership| row.strength = 0.1;
    let asked = asked.tie_with("dean", "city", "2024-02-01", "open", other).tie_with(
        "dean",
        "club",
        "2024-02-01",
        "open",
        other,
    );
    assert_eq!(needed(&asked), [three("city", "club", "dean")]);
    assert_eq!(needed(&chain().operator("city")), []);
}

#[test]
fn a_member_without_ties_is_introduced_through_whom_it_met_at_an_event() {
    // new joined and met the bank at a fair of ten; the bank works with the city and the club
    let mut made = hub(&[
        ("bank", Sector::Business),
        ("city", Sector::Government),
        ("club", Sector::Business),
        ("new", Sector::Business),
    ])
    .tie("bank", "city", "2024-02-01", "open")
    .tie("bank", "club", "2024-03-01", "open")
    .studied_until("2024-12-31")
    .about("new", |new| new.joined = Some(DateSpan::exact(day("2024-01-01"))));
    for who in ["new", "bank", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8"] {
        made = made.attends(who, "fair", "2024-06-01");
    }
    let (found, prepared) = found(&made);
    let new = place(&prepared.network, "new");
    let of_new: Vec<&Introduction> = found
        .needed
        .iter()
        .filter(|one| [one.pair.a, one.pair.b].contains(&new))
        .collect();
    assert_eq!(of_new.len(), 2, "the city and the club, through the bank");
    for one in of_new {
        assert!(one.reasons.contains(&IntroductionReason::WithoutTies(new)));
        assert_eq!(one.introducer, Some(place(&prepared.network, "bank")));
        assert!(one.effects.fragmentation > Some(0.0));
    }
}

#[test]
fn what_one_offers_and_the_other_needs_is_a_reason() {
    let same_sector = chain()
        .about("club", |club| club.sector = Some(Sector::Government))
        .about("club", |club| club.needs = vec!["Sensors ".into()])
        .about("city", |city| city.offers = vec!["sensors".into()]);
    let (found, prepared) = found(&same_sector);
    let at = |id| place(&prepared.network, id);
    assert_eq!(
        found.needed[0].reasons[0],
        IntroductionReason::OfferMeetsNeed {
            offers: at("city"),
            needs: at("club"),
            what: "sensors".into()
        }
    );
    assert!(!found.needed[0].notice);
}
