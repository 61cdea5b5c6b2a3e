//! The champions and the pattern of persistence that were planted in the sample hub are found in its records.
//!
//! The truth is read from `planted_truth.csv`, which no analysis sees. A fifth of the participations, two fifths of the
//! nominations and a tenth of the rest were deleted after planting.

use std::collections::BTreeSet;
use std::path::Path;

use hubscope::findings::adoption::{AdoptionReport, Group, Persistence, Verdict, adoption};
use hubscope::findings::champions::{CandidateKind, Card, Champions, champions};
use hubscope::findings::{Answer, Context};
use hubscope::network::{
    Direction, Layer, Level, MemberScope, NetworkOptions, Projection, TemporalNetwork, View, Without,
};
use hubscope::records::{HubRecords, ReadOptions, read};
use hubscope::statistics::ranking::average_precision;
use hubscope::time::WindowScheme;

fn sample() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/gran-concepcion")
}

fn records(hub: &Path) -> HubRecords {
    read(hub, &ReadOptions::default()).expect("a readable hub")
}

/// Looks at records as the analysis does.
fn with_context<T>(records: &HubRecords, look: impl FnOnce(&Context<'_>) -> T) -> T {
    let options = NetworkOptions {
        level: Level::Organization,
        projection: Projection::Newman,
        partnership_weight: 1.0,
        participation_weight: 1.0,
        half_life_days: None,
    };
    let network = TemporalNetwork::assemble(records, &options);
    let window = network.windows(WindowScheme::Latest).remove(0);
    let working = network.snapshot(&View {
        layer: Layer::Working,
        window: &window,
        members: MemberScope::Core,
        direction: Direction::Undirected,
        without: &Without::default(),
    });
    look(&Context {
        records,
        network: &network,
        window: &window,
        membership: &network.membership(&window),
        working: &working,
        seed: 1,
        draws: 1000,
    })
}

fn found<T>(answer: Answer<T>) -> T {
    match answer {
        Answer::Found(found) => found,
        Answer::Cannot(lacking) => panic!("{lacking:?}"),
    }
}

fn planted(kind: &str) -> BTreeSet<String> {
    let mut truth = csv::Reader::from_path(sample().join("planted_truth.csv")).expect("the planted truth");
    let rows = truth.records().map(|row| row.expect("a row"));
    rows.filter(|row| &row[0] == kind)
        .map(|row| row[1].to_owned())
        .collect()
}

#[test]
fn planted_champions_rank_above_contacts_and_grade() {
    let records = records(&sample());
    let champions: Champions = with_context(&records, |context| found(champions(context)));
    assert_eq!(champions.kind, CandidateKind::Persons);
    let truth = planted("champion");
    let id = |card: &Card| records.stakeholder(card.candidate).id.to_string();
    let positive: Vec<bool> = champions.cards.iter().map(|card| truth.contains(&id(card))).collect();
    assert!(positive.iter().filter(|champion| **champion).count() > truth.len() / 2);

    let precision = |score: fn(&Card) -> f64| {
        let scores: Vec<f64> = champions.cards.iter().map(score).collect();
        average_precision(&scores, &positive).expect("champions among the candidates")
    };
    let borda = precision(|card| -card.borda);
    let in_degree = precision(|card| card.contacts as f64);
    let seniority = precision(|card| card.authority.map_or(f64::MIN, |grade| -f64::from(grade)));
    assert!(borda > 2.0 * in_degree, "borda {borda} beside contacts {in_degree}");
    assert!(borda > 2.0 * seniority, "borda {borda} beside grade {seniority}");
}

#[test]
fn the_labels_of_the_hub_say_the_same() {
    let records = records(&sample());
    let labels = with_context(&records, |context| found(champions(context)).labels).expect("labels");
    let score = |ranker: &str| {
        let mut scores = labels.scores.iter();
        let score = scores.find(|score| score.ranker == ranker);
        score.map(|score| score.average_precision).expect("a score")
    };
    assert!(score("borda") > score("in_degree") && score("borda") > score("seniority"));
    assert!(score("logistic") > score("in_degree") && score("logistic") > score("seniority"));
}

#[test]
fn nobody_of_the_hub_and_nobody_who_declined_has_a_card() {
    let records = records(&sample());
    let champions = with_context(&records, |context| found(champions(context)));
    let staff: BTreeSet<&str> = records.config.hub.staff.iter().map(String::as_str).collect();
    for card in &champions.cards {
        let person = records.stakeholder(card.candidate);
        assert!(person.profiling && !staff.contains(person.id.as_str()), "{}", person.id);
        assert!(card.contacts >= 3);
        assert!(card.rank_interval.0 <= card.rank && card.rank <= card.rank_interval.1);
    }
    let left_out = champions.opted_out + champions.of_the_hub + champions.too_few_contacts;
    assert_eq!(champions.candidates, champions.cards.len() + left_out);
}

#[test]
fn what_was_carried_from_both_sides_lasted_longer_and_the_claim_stays_open() {
    let records = records(&sample());
    let report: AdoptionReport = with_context(&records, |context| found(adoption(context)));
    let persistence: &Persistence = report.persistence.found().expect("persistence");
    let after_two_years = |group: Group| {
        let survival = persistence
            .groups
            .iter()
            .find(|survival| survival.group == group)
            .expect("a group");
        let curve = survival.curve.as_ref().expect("a curve");
        curve.at(730.0).expect("followed for two years")
    };
    let both = after_two_years(Group::Both);
    for group in [Group::TopDown, Group::BottomUp] {
        assert!(both > after_two_years(group), "{group:?}");
    }
    assert_eq!(report.verdict, Verdict::CannotTell);
    assert!(report.at_risk >= report.adoptions.iter().map(|a| a.unit).collect::<BTreeSet<_>>().len());
}

/// Real projects with neither persons nor an operator: the candidates are carrying organisations.
#[test]
fn real_hubs_without_persons_have_carrying_organisations() {
    let Ok(folder) = std::env::var("HUBSCOPE_REFERENCE_DATA") else {
        eprintln!("skipped 1 case: HUBSCOPE_REFERENCE_DATA is not set");
        return;
    };
    let records = records(&Path::new(&folder).join("hubs/h2020-chile-colombia"));
    let champions = with_context(&records, |context| found(champions(context)));
    assert_eq!(champions.kind, CandidateKind::CarryingOrganizations);
    assert!(champions.cards.is_sorted_by_key(|card| (card.rank, card.candidate)));
}
