//! Do the cards say what was done? Hubs small enough to derive every value by hand.

use super::*;
use crate::config::TomlDay;
use crate::network::test_hub::{TestHub, all, day, hub, options, snapshot, what, who};
use crate::network::{Layer, TemporalNetwork};
use crate::records::{
    Adoption, ChampionLabel, EventIndex, HubRecords, Nomination, RecordId, Sector, StakeholderIndex, TableName,
};
use crate::time::DateSpan;

mod judges;

/// Looks at records as the analysis does.
fn with_context<T>(records: &HubRecords, look: impl FnOnce(&Context<'_>) -> T) -> T {
    let network = TemporalNetwork::assemble(records, &options());
    let window = all(&network);
    look(&Context {
        records,
        network: &network,
        window: &window,
        membership: &network.membership(&window),
        working: &snapshot(&network, Layer::Working, &window),
        seed: 1,
        draws: 100,
    })
}

fn found(records: &HubRecords) -> Champions {
    match with_context(records, champions) {
        Answer::Found(champions) => champions,
        Answer::Cannot(lacking) => panic!("{lacking:?}"),
    }
}

fn card<'a>(records: &HubRecords, champions: &'a Champions, id: &str) -> &'a Card {
    let index = who(records, id);
    let mut cards = champions.cards.iter();
    cards.find(|card| card.candidate == index).expect("a card")
}

fn exactly(text: &str) -> DateSpan {
    DateSpan::exact(day(text))
}

/// Ministries M and N, a firm F, a university U; the hub's operator is the agency H.
fn two_ministries() -> HubRecords {
    use Sector::{Academia, Business, Government};
    let organizations = [
        ("M", Government),
        ("N", Government),
        ("F", Business),
        ("U", Academia),
        ("H", Government),
    ];
    let people = [
        ("ana", "M"),
        ("ben", "M"),
        ("gil", "M"),
        ("cid", "N"),
        ("dan", "F"),
        ("eva", "U"),
        ("hal", "H"),
    ];
    let hub = people
        .iter()
        .fold(hub(&organizations), |hub, (id, parent)| hub.person(id, parent))
        .about("gil", |person| person.profiling = false)
        .about("ana", |person| person.authority = Some(3))
        .about("ben", |person| person.authority = Some(1))
        .operator("H")
        .studied_until("2022-12-31")
        .event("E1", "2020-02-01", "")
        .event("E2", "2021-03-01", "")
        .event_with("E3", "2021-06-01", "", |event| event.status = Some("cancelled".into()))
        .event("E4", "2022-05-01", "")
        .attends_with("ana", "E2", "", |row| row.role = Some("speaker".into()));
    let hub = [
        ("ana", "E1"),
        ("ben", "E1"),
        ("dan", "E1"),
        ("eva", "E1"),
        ("gil", "E1"),
        ("ben", "E2"),
        ("cid", "E2"),
        ("ben", "E4"),
        ("cid", "E4"),
        ("dan", "E4"),
    ]
    .iter()
    .fold(hub, |hub, (id, event)| hub.attends(id, event, ""));
    let mut records = hub.records();
    records.config.study.from = Some(TomlDay(day("2020-01-01")));
    note_what_was_done(&mut records);
    records
}

fn note_what_was_done(records: &mut HubRecords) {
    let person = |id: &str| Some(who(records, id));
    let (ana, ben, cid) = (person("ana"), person("ben"), person("cid"));
    let nominations = [("dan", "ana"), ("eva", "ana"), ("ana", "ana"), ("dan", "ben")];
    let nominations: Vec<Nomination> = nominations
        .iter()
        .map(|(source, target)| Nomination {
            source: who(records, source),
            target: who(records, target),
            date: None,
            question: None,
        })
        .collect();
    let adoption = |id: &str, unit: &str, date: &str, champion: Option<StakeholderIndex>| Adoption {
        id: RecordId::from(id),
        unit: who(records, unit),
        practice: "open data".into(),
        date: exactly(date),
        origin: None,
        trigger: None,
        sponsor: None,
        champion,
        programme: None,
        last_confirmed: None,
        abandoned: None,
    };
    let adoptions = vec![
        adoption("A1", "M", "2020-06-01", ana),
        adoption("A2", "N", "2021-01-01", cid),
        adoption("A3", "U", "2022-01-01", None),
    ];
    let event = |id: &str| what(records, id).0 as usize;
    let (first, second, third, fourth) = (event("E1"), event("E2"), event("E3"), event("E4"));
    let invited = records
        .participations
        .iter()
        .position(|row| Some(row.stakeholder) == cid && row.event.0 as usize == second)
        .expect("cid came to E2");
    records.events[first].host = ana;
    records.events[first].initiated_by = ana;
    records.events[second].initiated_by = ben;
    records.events[third].initiated_by = ben;
    records.events[fourth].host = cid;
    records.participations[invited].invited_by = ben;
    records.nominations = nominations;
    records.adoptions = adoptions;
}

#[test]
fn evidence_by_hand() {
    // initiating    ana E1; ben E2 and the cancelled E3
    // bringing in   ana: ben, dan, eva, gil first came to her E1; ben: cid came to E2 at his invitation.
    //               cid hosts E4, but nobody is new there.
    // bridging      E1, E2, E4 are small. ana: dan, eva, cid (of N). ben: dan, eva, cid. cid: ana, ben, dan.
    // hosting       ana hosts E1, speaks at E2; cid hosts E4
    // adopting      ana's A1 was followed by N and U, cid's A2 by U
    // persisting    ana 2020, 2021; cid 2021, 2022; ben all three years, and E4 after the cancelled E3: 4
    // nominated     ana by dan and eva (not by herself), ben by dan
    let records = two_ministries();
    let champions = found(&records);
    assert_eq!(champions.kind, CandidateKind::Persons);
    let expected = [
        ("ana", [1.0, 4.0, 3.0, 2.0, 2.0, 2.0, 2.0]),
        ("ben", [2.0, 1.0, 3.0, 0.0, 0.0, 4.0, 1.0]),
        ("cid", [0.0, 0.0, 3.0, 1.0, 1.0, 2.0, 0.0]),
    ];
    for (id, values) in expected {
        let card = card(&records, &champions, id);
        let found: Vec<f64> = card.evidence.iter().map(|evidence| evidence.value).collect();
        assert_eq!(found, values, "{id}");
    }
    let ana = card(&records, &champions, "ana");
    let records_of = |construct: usize| ana.evidence[construct].records.join(" ");
    assert_eq!(records_of(0), "E1");
    assert_eq!(records_of(3), "E1 E2");
    assert_eq!(records_of(4), "A1");
    assert_eq!(records_of(6), "dan eva");
    assert_eq!((ana.contacts, ana.authority), (5, Some(3)));
    assert_eq!(ana.last_seen, Some(day("2021-03-01")));
}

#[test]
fn ranks_by_hand() {
    // by construct   ana 2 1 2 1 1 2.5 1, ben 1 2 2 3 3 1 2, cid 3 3 2 2 2 2.5 3: means 1.5, 2, 2.5
    let records = two_ministries();
    let champions = found(&records);
    let ranked: Vec<_> = champions.cards.iter().map(|card| (card.borda, card.rank)).collect();
    assert_eq!(ranked, [(1.5, 1), (2.0, 2), (2.5, 3)]);
    let events: Vec<_> = champions.jackknife_events.iter().map(|event| event.as_str()).collect();
    assert_eq!(events, ["E1", "E2", "E3", "E4"]);
    for card in &champions.cards {
        assert!(card.rank_interval.0 <= card.rank && card.rank <= card.rank_interval.1);
        assert!(
            (card.stays_in_first - 1.0).abs() <= 0.0,
            "three candidates are all among the first ten"
        );
    }
    let ministry = who(&records, "M");
    let roster = hub_roster(&records);
    assert_eq!(champions.bench, [(roster.place_of[ministry.0 as usize], 1)]);
}

fn hub_roster(records: &HubRecords) -> std::sync::Arc<crate::network::Roster> {
    TemporalNetwork::assemble(records, &options()).roster().clone()
}

#[test]
fn who_is_left_out_is_counted_once_and_has_no_card() {
    let records = two_ministries();
    let champions = found(&records);
    assert_eq!(
        (
            champions.candidates,
            champions.of_the_hub,
            champions.opted_out,
            champions.too_few_contacts
        ),
        (5, 1, 1, 0)
    );
    let opted_out = who(&records, "gil");
    assert!(champions.cards.iter().all(|card| card.candidate != opted_out));
    assert!(champions.missing.is_empty());
}

#[test]
fn what_the_records_do_not_show_is_named_and_has_no_vote() {
    let mut records = two_ministries();
    records.nominations.clear();
    records.adoptions.iter_mut().for_each(|row| row.champion = None);
    let champions = found(&records);
    let column = |table, column| Lacking::Column { table, column };
    assert_eq!(
        champions.missing,
        [
            (Construct::EarlyAdopting, column(TableName::Adoptions, Some("champion"))),
            (Construct::Nominated, column(TableName::Nominations, None)),
        ]
    );
    assert_eq!(champions.constructs.len(), 5);
    assert!(champions.cards.iter().all(|card| card.evidence.len() == 5));
}

#[test]
fn the_post_held_on_the_last_day_wins_over_what_is_recorded_of_the_person() {
    let mut records = two_ministries();
    let post = |organization: &str, grade, start: &str, end: Option<&str>| crate::records::Affiliation {
        person: who(&records, "ben"),
        organization: who(&records, organization),
        role_title: None,
        appointment: Some(format!("{grade}").into()),
        authority: Some(grade),
        start: Some(exactly(start)),
        end: end.map(exactly),
    };
    records.affiliations = vec![
        post("F", 7, "2019-01-01", Some("2020-12-31")),
        post("N", 4, "2021-01-01", None),
    ];
    let champions = found(&records);
    let ben = card(&records, &champions, "ben");
    assert_eq!((ben.authority, ben.appointment.as_deref()), (Some(4), Some("4")));
    assert_eq!(
        ben.organization,
        Some(hub_roster(&records).place_of[who(&records, "N").0 as usize])
    );
}

#[test]
fn organisations_carry_where_nobody_of_government_is_recorded_and_units_come_before_them() {
    let meeting = |hub: TestHub, ids: [&str; 4]| ids.iter().fold(hub, |hub, id| hub.attends(id, "E", "2021-01-01"));
    let firms = [
        ("A", Sector::Business),
        ("B", Sector::Academia),
        ("C", Sector::Business),
        ("D", Sector::Other),
    ];
    let champions = found(
        &meeting(hub(&firms), ["A", "B", "C", "D"])
            .attends("A", "G", "2022-06-01")
            .records(),
    );
    assert_eq!(
        (champions.kind, champions.candidates),
        (CandidateKind::CarryingOrganizations, 4)
    );

    let government = [
        ("A", Sector::Government),
        ("B", Sector::Academia),
        ("C", Sector::Business),
        ("D", Sector::Other),
    ];
    let champions = found(&meeting(hub(&government), ["A", "B", "C", "D"]).records());
    assert_eq!(
        (champions.kind, champions.candidates),
        (CandidateKind::CarryingOrganizations, 1)
    );

    let with_units = hub(&government).unit("A1", "A").unit("A2", "A");
    let champions = found(&meeting(with_units, ["A1", "B", "C", "D"]).records());
    assert_eq!(champions.kind, CandidateKind::Units);
    assert_eq!(
        (champions.candidates, champions.too_few_contacts, champions.cards.len()),
        (2, 1, 1)
    );
}

#[test]
fn without_evidence_there_is_no_ranking() {
    let alone = hub(&[("A", Sector::Government)]).person("ana", "A").records();
    let lacking = with_context(&alone, champions);
    assert!(matches!(
        lacking,
        Answer::Cannot(Lacking::TooFew {
            what: "lacking-few-candidates",
            ..
        })
    ));
    let no_side = hub(&[]).person("ana", "").records();
    assert!(matches!(
        with_context(&no_side, champions),
        Answer::Cannot(Lacking::Column { .. })
    ));
}

#[test]
fn labels_are_scored_beside_the_floors() {
    let mut records = two_ministries();
    let label = |id: &str, champion| ChampionLabel {
        stakeholder: who(&records, id),
        champion,
        from: None,
        until: None,
        source: None,
    };
    records.champion_labels = vec![label("ana", true), label("ben", false), label("cid", false)];
    let check = found(&records).labels.expect("labels");
    assert_eq!((check.labelled, check.positives), (3, 1));
    let rankers: Vec<_> = check.scores.iter().map(|score| score.ranker).collect();
    assert_eq!(rankers, ["borda", "in_degree", "seniority"]);
    // ana is first by Borda; contacts: ana 5 (ben, dan, eva, gil, cid), ben 5, cid 3: the tie's expected precision
    // is (1 + 1/2)/2; by grade ben 1, ana 3, cid none: ana second.
    let precisions: Vec<f64> = check.scores.iter().map(|score| score.average_precision).collect();
    assert_eq!(precisions, [1.0, 0.75, 0.5]);
    records.champion_labels.truncate(1);
    assert_eq!(found(&records).labels.expect("labels").labelled, 3);
}

#[test]
fn many_events_are_sampled_by_the_seed_alone() {
    let events: Vec<EventIndex> = (0..500).map(EventIndex).collect();
    let sample = standing::jackknife_events(events.clone(), 7);
    assert_eq!(sample.len(), 200);
    assert!(sample.is_sorted());
    assert_eq!(sample, standing::jackknife_events(events.clone(), 7));
    assert_ne!(sample, standing::jackknife_events(events.clone(), 8));
    assert_eq!(standing::jackknife_events(events[..200].to_vec(), 7), events[..200]);
}

#[test]
fn row_order_changes_nothing() {
    let people = ["ana", "ben", "cid", "dan"];
    let build = |order: &[usize]| {
        let hub = hub(&[("M", Sector::Government), ("F", Sector::Business)]);
        let hub = people
            .iter()
            .zip(["M", "M", "M", "F"])
            .fold(hub, |hub, (id, home)| hub.person(id, home));
        let rows = [
            ("ana", "E1"),
            ("ben", "E1"),
            ("cid", "E1"),
            ("dan", "E1"),
            ("ana", "E2"),
            ("dan", "E2"),
        ];
        let hub = order
            .iter()
            .fold(hub, |hub, at| hub.attends(rows[*at].0, rows[*at].1, "2020-05-05"));
        found(&hub.records())
    };
    assert_eq!(build(&[0, 1, 2, 3, 4, 5]), build(&[5, 3, 1, 0, 2, 4]));
}
