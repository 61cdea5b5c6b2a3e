//! On every reference network the communities are at least as good as those of leidenalg.
//!
//! In: the networks of the reference data, and for each the median modularity of 20 seeds of leidenalg 0.12.0
//! (`find_partition` with `ModularityVertexPartition`, strengths as weights, its default of two iterations). Out: ours is
//! not lower.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use hubscope::metrics::community;
use hubscope::network::Snapshot;

use crate::program::{reference_data, rows};

/// How a file holds a network.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// Ties from source to target, with a column of strengths.
    Ties(Option<&'static str>),
    /// Who took part in what, by these columns.
    Shared([&'static str; 2], Strength),
    /// Pairs, one a line.
    Listed,
}

/// The strength of a tie through shared events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strength {
    /// 1/(k − 1) for each event of k.
    Newman,
    /// 1, however many events.
    Plain,
}

use Form::{Listed, Shared, Ties};
use Strength::{Newman, Plain};

/// The file, its form, leidenalg's median to six digits, rounded down.
const NETWORKS: [(&str, Form, f64); 30] = [
    ("classics/kite_edges.csv", Ties(None), 0.222_222),
    ("classics/flo_marriage_edges.csv", Ties(None), 0.398_749),
    ("classics/flo_business_edges.csv", Ties(None), 0.364_444),
    ("classics/karate_edges.csv", Ties(None), 0.419_789),
    ("classics/karate_weighted_edges.csv", Ties(Some("weight")), 0.444_378),
    ("classics/knoke_information_edges.csv", Ties(None), 0.071_428),
    ("classics/knoke_money_edges.csv", Ties(None), 0.123_966),
    ("classics/ht_advice_edges.csv", Ties(None), 0.091_426),
    ("classics/ht_friends_edges.csv", Ties(None), 0.212_466),
    ("classics/ht_reports_edges.csv", Ties(None), 0.577_499),
    ("classics/eies_messages_edges.csv", Ties(Some("weight")), 0.101_120),
    ("classics/eies_relations_edges.csv", Ties(None), 0.043_115),
    ("classics/dhhs_edges.csv", Ties(Some("collab")), 0.263_772),
    ("classics/chemnet_pol_edges.csv", Ties(None), 0.124_717),
    ("classics/chemnet_committee_edges.csv", Ties(None), 0.227_554),
    ("classics/chemnet_infrep_edges.csv", Ties(None), 0.098_983),
    ("classics/chemnet_scifrom_edges.csv", Ties(None), 0.152_717),
    ("classics/chemnet_scito_edges.csv", Ties(None), 0.156_476),
    (
        "classics/southern_women_edges.csv",
        Shared(["source", "target"], Newman),
        0.264_143,
    ),
    (
        "classics/southern_women_edges.csv",
        Shared(["source", "target"], Plain),
        0.017_985,
    ),
    (
        "classics/ceos_clubs_edges.csv",
        Shared(["source", "target"], Newman),
        0.183_561,
    ),
    (
        "classics/ceos_clubs_edges.csv",
        Shared(["source", "target"], Plain),
        0.048_942,
    ),
    (
        "hubs/h2020-chile-colombia/participations.csv",
        Shared(["stakeholder_id", "event_id"], Newman),
        0.656_557,
    ),
    (
        "hubs/h2020-chile-colombia/participations.csv",
        Shared(["stakeholder_id", "event_id"], Plain),
        0.702_885,
    ),
    (
        "hubs/h2020-egypt-lebanon-mozambique-peru/participations.csv",
        Shared(["stakeholder_id", "event_id"], Newman),
        0.704_593,
    ),
    (
        "hubs/h2020-egypt-lebanon-mozambique-peru/participations.csv",
        Shared(["stakeholder_id", "event_id"], Plain),
        0.710_167,
    ),
    (
        "cordis_h2020/participations.csv",
        Shared(["org_id", "project_id"], Newman),
        0.412_768,
    ),
    (
        "cordis_h2020/participations.csv",
        Shared(["org_id", "project_id"], Plain),
        0.426_600,
    ),
    ("bench/ca-GrQc.txt", Listed, 0.851_084),
    ("bench/ca-CondMat.txt", Listed, 0.730_420),
];

#[test]
fn communities_are_as_good_as_those_of_leidenalg() {
    let Some(folder) = reference_data("the communities of the reference networks") else {
        return;
    };
    for (file, form, median) in NETWORKS {
        let found = community(&network(&folder.join(file), form))
            .modularity
            .expect("has ties");
        assert!(found >= median, "{file} {form:?}: {found} is below {median}");
    }
}

type Names = (String, String, f64);

fn network(path: &Path, form: Form) -> Snapshot {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let ties: Vec<Names> = match form {
        Ties(strength) => rows(&text)
            .into_iter()
            .map(|row| {
                let strength = strength.map_or(1.0, |column| row[column].parse().expect("a number"));
                (row["source"].clone(), row["target"].clone(), strength)
            })
            .collect(),
        Shared([who, event], strength) => return shared(&text, who, event, strength),
        // a line of two numbers is the head
        Listed => text
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>())
            .filter(|ends| ends.len() == 3)
            .map(|ends| (ends[0].to_owned(), ends[1].to_owned(), 1.0))
            .collect(),
    };
    let names: BTreeSet<&str> = ties.iter().flat_map(|(a, b, _)| [a.as_str(), b.as_str()]).collect();
    let place: BTreeMap<&str, u32> = names.into_iter().zip(0..).collect();
    let mut seen = BTreeSet::new();
    let ties: Vec<_> = ties
        .iter()
        .map(|(a, b, strength)| (place[a.as_str()], place[b.as_str()], *strength))
        // lists hold a pair once or twice
        .filter(|&(a, b, _)| !matches!(form, Listed) || seen.insert((a.min(b), a.max(b))))
        .collect();
    Snapshot::from_ties(place.len() as u32, &ties)
}

fn shared(text: &str, who: &str, event: &str, strength: Strength) -> Snapshot {
    let rows = rows(text);
    let names: BTreeSet<&str> = rows.iter().map(|row| row[who].as_str()).collect();
    let place: BTreeMap<&str, u32> = names.into_iter().zip(0..).collect();
    let mut events: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for row in &rows {
        events.entry(&row[event]).or_default().insert(place[row[who].as_str()]);
    }
    let mut ties: BTreeMap<(u32, u32), f64> = BTreeMap::new();
    for present in events
        .values()
        .map(|present| present.iter().copied().collect::<Vec<_>>())
    {
        for (at, &one) in present.iter().enumerate() {
            for &other in &present[at + 1..] {
                *ties.entry((one, other)).or_default() += 1.0 / (present.len() as f64 - 1.0);
            }
        }
    }
    let strength = |newman: f64| if strength == Newman { newman } else { 1.0 };
    let ties: Vec<_> = ties
        .into_iter()
        .map(|((a, b), newman)| (a, b, strength(newman)))
        .collect();
    Snapshot::from_ties(place.len() as u32, &ties)
}
