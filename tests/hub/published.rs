//! Through the program, what is published of brokerage, groups, removals, projections and tie significance: the shared
//! oracles beside `classic_networks.json`, and the tables of `methods.md` 2.5, 2.6 and 2.8.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::classics::{classic_hub, close, metrics};
use crate::program::{hub_of, reference_data, rows};

type Row = BTreeMap<String, String>;

fn json(folder: &Path, name: &str) -> Value {
    let text = fs::read_to_string(folder.join("oracles").join(name)).expect("an oracle");
    serde_json::from_str(&text).expect("JSON")
}

fn csv(path: &Path) -> Vec<Row> {
    rows(&fs::read_to_string(path).expect("a table"))
}

fn number(row: &Row, column: &str) -> Option<f64> {
    let cell = &row[column];
    (!cell.is_empty()).then(|| cell.parse().expect("a number"))
}

fn by_id(found: Vec<Row>) -> BTreeMap<String, Row> {
    let by_id = found.into_iter().map(|row| (row["stakeholder_id"].clone(), row));
    by_id.collect()
}

/// The figures of the whole network.
fn figures(hub: &tempfile::TempDir, options: &[&str]) -> BTreeMap<String, f64> {
    let found = metrics(hub, &[&["--network"], options].concat());
    let defined = found.iter().filter(|row| !row["value"].is_empty());
    defined
        .map(|row| (row["figure"].clone(), number(row, "value").expect("a number")))
        .collect()
}

/// The federal health agencies, whose formal collaboration is a strength of 3 or more; nobody is left out.
fn formal_collaboration(folder: &Path) -> tempfile::TempDir {
    let mut partnerships = String::from("source,target,strength\n");
    for row in csv(&folder.join("classics/dhhs_edges.csv")) {
        if row["collab"].parse::<f64>().expect("a number") >= 3.0 {
            let _ = writeln!(partnerships, "{},{},1", row["source"], row["target"]);
        }
    }
    let mut people = String::from("id,name,of_agency\n");
    for row in csv(&folder.join("classics/dhhs_nodes.csv")) {
        let _ = writeln!(people, "{0},{0},{1}", row["vertex.names"], row["agency"]);
    }
    hub_of(&[("partnerships.csv", &partnerships), ("stakeholders.csv", &people)])
}

/// A network of the tables below: its ties, its nodes, whether it runs one way, the column of groups.
type Grouped = (&'static str, &'static str, bool, &'static str);

const KNOKE: Grouped = ("knoke_information", "knoke", true, "of_sector");
const ADVICE: Grouped = ("ht_advice", "ht_advice", true, "of_dept");
const FRIENDS: Grouped = ("ht_friends", "ht_friends", true, "of_dept");
const HEALTH: Grouped = ("dhhs", "dhhs", false, "of_agency");
/// The same, collaboration of 3 and more.
const FORMAL: Grouped = ("dhhs_ge3", "dhhs", false, "of_agency");

fn grouped_hub(folder: &Path, (edges, nodes, directed, _): Grouped) -> tempfile::TempDir {
    match edges {
        "dhhs_ge3" => formal_collaboration(folder),
        _ => classic_hub(folder, Some(nodes), edges, None, directed),
    }
}

const ROLES: [(&str, &str); 5] = [
    ("w_I", "coordinator"),
    ("w_O", "itinerant"),
    ("b_IO", "representative"),
    ("b_OI", "gatekeeper"),
    ("b_O", "liaison"),
];

#[test]
fn brokerage_equals_that_of_sna() {
    let tables = [
        (KNOKE, "brokerage_knoke_info_sector_sna.csv", 10),
        (ADVICE, "brokerage_ht_advice_dept_sna.csv", 21),
        (FRIENDS, "brokerage_ht_friends_dept_sna.csv", 21),
        (FORMAL, "brokerage_dhhs_ge3_agency_sna.csv", 54),
    ];
    let Some(folder) = reference_data("4 tables of brokerage") else {
        return;
    };
    for (network, file, members) in tables {
        let direction = if network.2 { "directed" } else { "undirected" };
        let hub = grouped_hub(&folder, network);
        let ours = by_id(metrics(&hub, &["--direction", direction, "--group-by", network.3]));
        let published = csv(&folder.join("oracles").join(file));
        assert_eq!((published.len(), ours.len()), (members, members), "{file}");
        for row in &published {
            let found = &ours[&row[""]];
            for (theirs, role) in ROLES {
                assert_eq!(number(found, role), number(row, theirs), "{file} {} {role}", row[""]);
            }
        }
    }
}

#[test]
fn brokerage_beside_chance_equals_that_of_sna() {
    // methods.md 2.5, three digits: actor 21's roles as coordinator; of actor 7, alone in its department, three roles
    // have no spread (methods.md says four; sna 2.7-1 gives NaN for w_I, b_IO and b_OI). The sums over all actors
    let Some(folder) = reference_data("brokerage beside chance") else {
        return;
    };
    let hub = grouped_hub(&folder, ADVICE);
    let ours = by_id(metrics(&hub, &["--direction", "directed", "--group-by", ADVICE.3]));
    let z = number(&ours["21"], "coordinator_z").expect("defined");
    assert!((z - 6.961).abs() <= 5e-4, "{z}");
    let undefined = ROLES
        .iter()
        .filter(|(_, role)| ours["7"][&format!("{role}_z")].is_empty());
    assert_eq!(undefined.count(), 3);
    let expected = [
        ("coordinator", 28.0, 47.7416),
        ("itinerant", 69.0, 152.4144),
        ("representative", 95.0, 152.4144),
        ("gatekeeper", 62.0, 152.4144),
        ("liaison", 246.0, 389.3292),
    ];
    for (role, count, by_chance) in expected {
        let sum = |column: &str| ours.values().filter_map(|row| number(row, column)).sum::<f64>();
        assert!(close(sum(role), count), "{role}: {}", sum(role));
        let chance = sum(&format!("{role}_expected"));
        assert!((chance - by_chance).abs() <= 5e-5, "{role} by chance: {chance}");
    }
}

#[test]
fn the_ei_index_equals_the_published_values() {
    // methods.md 2.5, six digits
    let published = [
        (KNOKE, 0.562_500),
        (ADVICE, 0.517_241),
        (FRIENDS, 0.316_456),
        (HEALTH, 0.230_425),
        (FORMAL, -0.132_948),
    ];
    let Some(folder) = reference_data("5 values of the E-I index") else {
        return;
    };
    for (network, expected) in published {
        let found = figures(&grouped_hub(&folder, network), &["--group-by", network.3])["ei_index"];
        assert!(
            (found - expected).abs() <= 5e-7,
            "{}: {found} is not {expected}",
            network.0
        );
    }
}

#[test]
fn a_partition_places_stakeholders_as_published() {
    let Some(folder) = reference_data("the partition of the karate club") else {
        return;
    };
    let published = &json(&folder, "other_network_oracles.json")["karate_partition"];
    let of = |key: &str| published[key].as_object().expect("by member").clone();
    let mut people = String::from("id,name,part\n");
    for (member, part) in of("membership") {
        let _ = writeln!(people, "{member},{member},part {part}");
    }
    let mut partnerships = String::from("source,target\n");
    for row in csv(&folder.join("classics/karate_edges.csv")) {
        let _ = writeln!(partnerships, "{},{}", row["source"], row["target"]);
    }
    let hub = hub_of(&[("stakeholders.csv", &people), ("partnerships.csv", &partnerships)]);
    let ours = by_id(metrics(&hub, &["--group-by", "part"]));
    let mut compared = 0;
    for (key, column) in [
        ("participation", "participation_coefficient"),
        ("within_module_z_popsd", "within_module_z"),
    ] {
        for (member, expected) in of(key) {
            let (found, expected) = (number(&ours[&member], column), expected.as_f64());
            let equal = match (found, expected) {
                (Some(found), Some(expected)) => close(found, expected),
                (found, expected) => found == expected,
            };
            assert!(equal, "{column} of {member}: {found:?} is not {expected:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, 68);
    // the partition is the best there is (methods.md: Q*), so the communities that are found are as good
    let found = figures(&hub, &[]);
    let best = published["modularity"].as_f64().expect("a number");
    assert!(
        close(found["modularity"], best),
        "{} is not {best}",
        found["modularity"]
    );
    let parts: BTreeSet<String> = of("membership").values().map(ToString::to_string).collect();
    assert!(close(found["communities"], parts.len() as f64));
}

#[test]
fn robustness_equals_the_published_values() {
    let networks = [
        ("kite", "kite"),
        ("florentine_marriage", "flo_marriage"),
        ("karate", "karate"),
        ("dhhs_collab", "dhhs"),
    ];
    let Some(folder) = reference_data("4 networks taken apart") else {
        return;
    };
    let published = &json(&folder, "other_network_oracles.json")["robustness_R"];
    for (name, edges) in networks {
        let hub = hub_in_published_order(&folder, name, edges);
        let found = figures(&hub, &[]);
        let expected = published[name]["R_degree_adaptive"][0].as_f64().expect("a number");
        let (targeted, random) = (found["robustness"], found["robustness_random"]);
        assert!(close(targeted, expected), "{name}: {targeted} is not {expected}");
        // means of 500 draws there and of ours here; the standard error of either is below 0.003
        let mean = published[name]["R_random_mean"].as_f64().expect("a number");
        assert!(
            (random - mean).abs() <= 0.013,
            "{name} at random: {random} is not {mean}"
        );
    }
}

/// Of several with most partners the first leaves first: in the published order numbers rise as numbers, names as text.
/// The Pucci, who married nobody, count.
fn hub_in_published_order(folder: &Path, name: &str, edges: &str) -> tempfile::TempDir {
    let id = |name: &str| match name.parse::<u32>() {
        Ok(number) => format!("{number:02}"),
        Err(_) => name.to_owned(),
    };
    let nodes = &json(folder, "classic_networks.json")[name]["nodes"];
    let mut people = String::from("id,name\n");
    for name in nodes.as_object().expect("nodes").keys() {
        let _ = writeln!(people, "{0},{0}", id(name));
    }
    let mut partnerships = String::from("source,target\n");
    for row in csv(&folder.join(format!("classics/{edges}_edges.csv"))) {
        let _ = writeln!(partnerships, "{},{}", id(&row["source"]), id(&row["target"]));
    }
    hub_of(&[("stakeholders.csv", &people), ("partnerships.csv", &partnerships)])
}

/// Criterion of the published sets → ours, and within how many ties someone counts as reached.
const CRITERIA: [(&str, &str, &str); 5] = [
    ("F", "fragmentation", "2"),
    ("DF", "distance_fragmentation", "2"),
    ("D_R", "distance_reach", "2"),
    ("reach1", "reach", "1"),
    ("reach2", "reach", "2"),
];

#[test]
fn key_players_equal_those_of_exhaustive_search() {
    let networks = [
        ("kite", None, "kite"),
        ("florentine_marriage", Some("flo_marriage"), "flo_marriage"),
        ("karate", Some("karate"), "karate"),
    ];
    let Some(folder) = reference_data("45 best sets of key players") else {
        return;
    };
    let published = &json(&folder, "other_network_oracles.json")["keyplayer_bruteforce"];
    let mut compared = 0;
    for (name, nodes, edges) in networks {
        let hub = classic_hub(&folder, nodes, edges, None, false);
        for k in ["1", "2", "3"] {
            for reach in ["1", "2"] {
                let ours = metrics(&hub, &["--key-players", k, "--reach", reach]);
                for (key, criterion, within) in CRITERIA {
                    if within == reach {
                        let sets: Vec<&Row> = ours.iter().filter(|row| row["criterion"] == criterion).collect();
                        same_sets(&format!("{name} {k} {key}"), &sets, &published[name][k][key]);
                        compared += 1;
                    }
                }
            }
        }
    }
    assert_eq!(compared, 45);
}

/// The value, how many sets have it, and who they are: all of them up to the dozen that the published list holds.
fn same_sets(case: &str, ours: &[&Row], published: &Value) {
    let expected = published["value"].as_f64().expect("a number");
    let found = number(ours[0], "value").expect("a value");
    // published with ten decimals
    assert!((found - expected).abs() <= 5e-10, "{case}: {found} is not {expected}");
    assert_eq!(ours[0]["exact"], "true", "{case}");
    let count = published["n_ties"].as_u64().expect("a count");
    assert_eq!(ours[0]["sets"], count.to_string(), "{case}");
    let set = |names: &mut dyn Iterator<Item = String>| names.collect::<BTreeSet<String>>();
    let listed: BTreeSet<BTreeSet<String>> = ours
        .iter()
        .map(|row| set(&mut row["stakeholder_ids"].split(';').map(|id| id.trim().to_owned())))
        .collect();
    let theirs = published["sets"].as_array().expect("sets").iter().map(|names| {
        let names = names.as_array().expect("names").iter();
        set(&mut names.map(|name| name.as_str().expect("a name").to_owned()))
    });
    for names in theirs {
        // ours are listed up to a hundred
        assert!(
            count > 100 || listed.contains(&names),
            "{case}: {names:?} is not listed"
        );
    }
}

#[test]
fn the_disparity_filter_equals_the_published_values() {
    let Some(folder) = reference_data("78 ties of the weighted karate club") else {
        return;
    };
    let published = json(&folder, "other_network_oracles.json")["disparity_karate"].clone();
    let hub = classic_hub(&folder, Some("karate"), "karate_weighted", Some("weight"), false);
    let ours = metrics(&hub, &["--ties"]);
    assert_eq!(
        (published.as_object().map(serde_json::Map::len), ours.len()),
        (Some(78), 78)
    );
    for row in &ours {
        let keys =
            [("source_id", "target_id"), ("target_id", "source_id")].map(|(a, b)| format!("{}-{}", row[a], row[b]));
        let expected = keys
            .iter()
            .find_map(|key| published[key].as_f64())
            .expect("a published tie");
        let found = number(row, "disparity_p").expect("a probability");
        assert!(close(found, expected), "{}: {found} is not {expected}", keys[0]);
    }
}

#[test]
fn shared_events_tie_as_in_tnet() {
    let Some(folder) = reference_data("139 ties of the southern women") else {
        return;
    };
    let mut participations = String::from("stakeholder_id,event_id\n");
    for row in csv(&folder.join("classics/davis_2mode_tnet.csv")) {
        let _ = writeln!(participations, "w{},e{}", row["V1"], row["V2"]);
    }
    let hub = hub_of(&[("participations.csv", &participations)]);
    let layer = ["--layer", "participations", "--level", "person"];
    let ours: BTreeMap<(String, String), f64> = metrics(&hub, &[&["--ties"], &layer[..]].concat())
        .iter()
        .map(|row| {
            (
                (row["source_id"].clone(), row["target_id"].clone()),
                number(row, "strength").expect("a strength"),
            )
        })
        .collect();
    let published = csv(&folder.join("oracles/davis_projection_Newman_tnet.csv"));
    // each pair stands there both ways
    assert_eq!((ours.len(), published.len()), (139, 278));
    for row in &published {
        let name = |end: &str| format!("w{}", row[end]);
        let pair = [("i", "j"), ("j", "i")].map(|(a, b)| (name(a), name(b)));
        let found = pair.iter().find_map(|pair| ours.get(pair)).expect("a tie");
        let expected = number(row, "w").expect("a weight");
        // tnet printed fifteen digits
        assert!(close(*found, expected), "{pair:?}: {found} is not {expected}");
    }
    // methods.md 2.4: the strength of each woman is the number of her events, in tnet's order
    let events = [8, 7, 8, 7, 4, 4, 4, 3, 4, 4, 4, 6, 7, 8, 5, 2, 2, 2];
    let women = by_id(metrics(&hub, &layer));
    for (woman, events) in events.into_iter().enumerate() {
        let found = number(&women[&format!("w{}", woman + 1)], "strength").expect("a strength");
        assert!(
            close(found, f64::from(events)),
            "woman {}: {found} is not {events}",
            woman + 1
        );
    }
}
