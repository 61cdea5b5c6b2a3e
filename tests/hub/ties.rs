//! Ties, key players, robustness and backbones equal published and foreign values, in the library and through the
//! program.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use hubscope::metrics::{
    BackboneModel, BackboneOptions, DisparityOptions, KeyPlayerNegativeOptions, KeyPlayerPositiveOptions, KeyPlayers,
    Proof, RemovalOrder, RobustnessOptions, RobustnessRandomOptions, backbone, disparity, key_player_negative,
    key_player_positive, robustness, robustness_random,
};
use hubscope::network::{Place, Snapshot, SnapshotParts, TieStrength};
use serde_json::Value;

use crate::program::{Ran, hub_of, hubscope, reference_data, rows};

/// A network with names, in the order of the names: of texts, or of numbers where they are numbers and asked for.
struct Named {
    names: Vec<String>,
    snapshot: Snapshot,
}

impl Named {
    /// A one-mode network of the classics; nodes that no tie names come from a file of nodes.
    fn classic(folder: &Path, edges: &str, nodes: Option<&str>, weight: Option<&str>) -> Self {
        Self::sorted(folder, edges, nodes, weight, |name| (0, name.to_owned()))
    }

    fn sorted(
        folder: &Path,
        edges: &str,
        nodes: Option<&str>,
        weight: Option<&str>,
        key: fn(&str) -> (u32, String),
    ) -> Self {
        let read =
            |name: &str| rows(&fs::read_to_string(folder.join(format!("classics/{name}.csv"))).expect("a classic"));
        let edges = read(&format!("{edges}_edges"));
        let mut names: Vec<String> = edges
            .iter()
            .flat_map(|row| [row["source"].clone(), row["target"].clone()])
            .collect();
        for row in nodes.iter().flat_map(|name| read(&format!("{name}_nodes"))) {
            names.push(
                row.get("name")
                    .or_else(|| row.get("vertex.names"))
                    .expect("a name")
                    .clone(),
            );
        }
        names.sort_by_key(|name| key(name));
        names.dedup();
        let place = |name: &String| names.iter().position(|other| other == name).expect("a name") as u32;
        let strength = |row: &BTreeMap<String, String>| weight.map_or(1.0, |key| row[key].parse().expect("a number"));
        let ties: Vec<_> = edges
            .iter()
            .map(|row| (place(&row["source"]), place(&row["target"]), strength(row)))
            .collect();
        let snapshot = Snapshot::from_ties(names.len() as u32, &ties);
        Self { names, snapshot }
    }

    fn sets(&self, players: &KeyPlayers) -> Vec<Vec<String>> {
        let name = |node: &hubscope::network::NodeIndex| self.names[node.at()].clone();
        players.sets.iter().map(|set| set.iter().map(name).collect()).collect()
    }
}

const CLASSICS: [(&str, &str, Option<&str>); 4] = [
    ("kite", "kite", None),
    ("florentine_marriage", "flo_marriage", Some("flo_marriage")),
    ("karate", "karate", None),
    ("dhhs_collab", "dhhs", None),
];

fn published(folder: &Path) -> Value {
    let text = fs::read_to_string(folder.join("oracles/other_network_oracles.json")).expect("the published values");
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn key_players_equal_those_of_exhaustive_search() {
    let Some(folder) = reference_data("45 best sets of key players") else {
        return;
    };
    let published = &published(&folder)["keyplayer_bruteforce"];
    let mut compared = 0;
    for (name, edges, nodes) in &CLASSICS[..3] {
        let network = Named::classic(&folder, edges, *nodes, None);
        for size in 1..=3 {
            let expected = &published[name][size.to_string()];
            let negative = key_player_negative(&network.snapshot, &KeyPlayerNegativeOptions::of(size));
            let positive = |reach| key_player_positive(&network.snapshot, &KeyPlayerPositiveOptions::of(size, reach));
            for (key, found) in [
                ("F", negative.fragmentation),
                ("DF", negative.distance_fragmentation),
                ("D_R", positive(1).distance_reach),
                ("reach1", positive(1).reach),
                ("reach2", positive(2).reach),
            ] {
                let expected = &expected[key];
                let value = found.value.expect("defined");
                // the file has ten digits
                let off = (value - expected["value"].as_f64().expect("a value")).abs();
                assert!(off <= 1e-10, "{name} {size} {key}: {value}");
                assert_eq!(Some(found.count), expected["n_ties"].as_u64(), "{name} {size} {key}");
                assert_eq!(found.proof, Proof::Exact);
                let listed: Vec<Vec<String>> = serde_json::from_value(expected["sets"].clone()).expect("sets");
                let ours = network.sets(&found);
                assert_eq!(ours[..listed.len()], listed, "{name} {size} {key}");
                compared += 1;
            }
        }
        let before = |key: &str| published[name]["baseline"][key].as_f64().expect("a value");
        let found = key_player_negative(&network.snapshot, &KeyPlayerNegativeOptions::of(1));
        assert!((found.fragmentation.before.expect("nodes") - before("F")).abs() <= 1e-12);
        assert!((found.distance_fragmentation.before.expect("nodes") - before("DF")).abs() <= 1e-12);
    }
    assert_eq!(compared, 45);
}

#[test]
fn robustness_equals_the_published_values() {
    let Some(folder) = reference_data("16 values of robustness") else {
        return;
    };
    let published = &published(&folder)["robustness_R"];
    for (name, edges, nodes) in CLASSICS {
        // the labels of karate were numbers there: 2 before 10, which decides who of equals leaves first
        let by_number = |name: &str| (name.parse().unwrap_or(0), name.to_owned());
        let network = Named::sorted(&folder, edges, nodes, None, by_number);
        for (key, order) in [
            ("R_degree_adaptive", RemovalOrder::RecalculatedDegree),
            ("R_degree_static", RemovalOrder::StaticDegree),
            ("R_betweenness_adaptive", RemovalOrder::RecalculatedBetweenness),
        ] {
            let found = robustness(&network.snapshot, &RobustnessOptions { order });
            let value = found.value.expect("nodes");
            let off = (value - published[name][key][0].as_f64().expect("a value")).abs();
            assert!(off <= 1e-12, "{name} {key}: {value}");
            let first: Vec<&str> = found
                .order
                .iter()
                .take(6)
                .map(|node| network.names[node.at()].as_str())
                .collect();
            let expected: Vec<String> = serde_json::from_value(published[name][key][1].clone()).expect("names");
            assert_eq!(first, expected, "{name} {key}");
        }
        // theirs is the mean of 500 draws, ours of 2000: within three standard errors of the difference
        let options = RobustnessRandomOptions { draws: 2000, seed: 1 };
        let found = robustness_random(&network.snapshot, &options);
        let (low, high) = (found.low.expect("draws"), found.high.expect("draws"));
        let deviation = (high - low) / (2.0 * 1.96);
        let off = (found.mean.expect("draws") - published[name]["R_random_mean"].as_f64().expect("a value")).abs();
        assert!(
            off <= 3.0 * deviation * (1.0_f64 / 500.0 + 1.0 / 2000.0).sqrt(),
            "{name}: {off}"
        );
    }
}

#[test]
fn figures_of_holding_together_equal_the_published_values_through_the_program() {
    let Some(folder) = reference_data("robustness of karate through the program") else {
        return;
    };
    let edges = rows(&fs::read_to_string(folder.join("classics/karate_edges.csv")).expect("a classic"));
    // ids are texts: 02 stands before 10
    let mut text = String::from("source,target\n");
    for row in &edges {
        let _ = writeln!(text, "{:0>2},{:0>2}", row["source"], row["target"]);
    }
    let hub = hub_of(&[("partnerships.csv", &text)]);
    let ran = metrics(
        &hub,
        &[
            "--network",
            "--window",
            "all",
            "--layer",
            "partnerships",
            "--format",
            "csv",
        ],
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let found = rows(&ran.stdout);
    let figure = |name: &str| -> f64 {
        let row = found.iter().find(|row| row["figure"] == name).expect("a figure");
        row["value"].parse().expect("a number")
    };
    let published = &published(&folder)["robustness_R"]["karate"];
    let expected = published["R_degree_adaptive"][0].as_f64().expect("a value");
    assert!((figure("robustness") - expected).abs() <= 1e-12);
    // 12 hangs on 1 alone; 28 of 34 hold together whoever leaves (networkx)
    assert!((figure("bridges") - 1.0).abs() <= 0.0);
    assert!((figure("largest_biconnected_share") - 28.0 / 34.0).abs() <= 1e-12);
    let (low, mean, high) = ("robustness_random_low", "robustness_random", "robustness_random_high");
    let random = published["R_random_mean"].as_f64().expect("a value");
    assert!(figure(low) < random && random < figure(high) && (figure(mean) - random).abs() <= 0.02);
}

#[test]
fn disparity_equals_the_published_values() {
    let Some(folder) = reference_data("78 values of the disparity filter") else {
        return;
    };
    let network = Named::classic(&folder, "karate_weighted", None, Some("weight"));
    let published = published(&folder)["disparity_karate"]
        .as_object()
        .expect("ties")
        .clone();
    let p = disparity(&network.snapshot, &DisparityOptions::serrano())
        .expect("ties")
        .p;
    assert_eq!((p.len(), published.len()), (78, 78));
    for ((one, other, _), p) in network.snapshot.pairs().zip(&p) {
        let (one, other) = (&network.names[one.at()], &network.names[other.at()]);
        let expected = published
            .get(&format!("{one}-{other}"))
            .or_else(|| published.get(&format!("{other}-{one}")));
        let expected = expected.and_then(Value::as_f64).expect("a tie");
        assert!((p - expected).abs() <= 1e-12, "{one}-{other}: {p} is not {expected}");
    }
    // no tie is kept at 0.05; the smallest is 0.1317
    let smallest = p.iter().copied().fold(1.0, f64::min);
    assert!((smallest - 0.1317).abs() <= 5e-5, "{smallest}");
}

fn southern_women() -> (Snapshot, Value) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/two_mode/southern_women.json");
    let oracle: Value = serde_json::from_str(&fs::read_to_string(path).expect("the oracle")).expect("JSON");
    let one = TieStrength::new(1.0).expect("above zero");
    let number = |value: &Value| value.as_u64().expect("a number") as u32;
    let attendance = oracle["attendance"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| (number(&row[0]), number(&row[1]), one));
    let ties = oracle["pairs"]
        .as_array()
        .expect("pairs")
        .iter()
        .map(|row| (number(&row[0]), number(&row[1]), one));
    let snapshot = Snapshot::freeze(SnapshotParts {
        places: (0..oracle["people"].as_array().expect("people").len() as u32)
            .map(Place)
            .collect(),
        ties: ties.collect(),
        attendance: Some((number(&oracle["events"]) as usize, attendance.collect())),
        ..SnapshotParts::default()
    });
    (snapshot, oracle)
}

#[test]
fn backbones_of_the_southern_women_equal_those_of_other_tools() {
    let (snapshot, oracle) = southern_women();
    let pairs = oracle["pairs"].as_array().expect("pairs");
    let of = |model| backbone(&snapshot, &BackboneOptions::of(model)).expect("attendance");
    let (sdsm, fixed) = (of(BackboneModel::Sdsm), of(BackboneModel::FixedRow));
    assert_eq!((sdsm.family, sdsm.p.len(), pairs.len()), (153, 139, 139));
    for (place, pair) in pairs.iter().enumerate() {
        // bicm meets its margins to 5e-9
        let expected = pair[3].as_f64().expect("a number");
        assert!((sdsm.p[place] - expected).abs() <= 1e-7, "{pair}: {}", sdsm.p[place]);
        let expected = pair[4].as_f64().expect("a number");
        assert!((fixed.p[place] - expected).abs() <= 1e-12, "{pair}: {}", fixed.p[place]);
    }
    // R backbone 3.0.3 at 0.05: SDSM 0 ties, fixed rows 17, and none of these after the correction
    let below = |p: &[f64]| p.iter().filter(|p| **p < 0.05).count();
    assert_eq!((below(&sdsm.p), below(&fixed.p)), (0, 17));
    assert!(sdsm.kept.iter().chain(&fixed.kept).all(|kept| !kept));
}

#[test]
fn fixed_rows_equal_r() {
    let Some(folder) = reference_data("139 hypergeometric tails") else {
        return;
    };
    let (snapshot, oracle) = southern_women();
    let people: Vec<String> = serde_json::from_value(oracle["people"].clone()).expect("people");
    let table = rows(&fs::read_to_string(folder.join("oracles/davis_hypergeometric_upper_p.csv")).expect("the table"));
    let p = backbone(&snapshot, &BackboneOptions::of(BackboneModel::FixedRow))
        .expect("attendance")
        .p;
    for ((one, other, _), p) in snapshot.pairs().zip(p) {
        let row = table.iter().find(|row| row[""] == people[one.at()]).expect("a row");
        let expected: f64 = row[&people[other.at()]].parse().expect("a number");
        assert!(
            (p - expected).abs() <= 1e-12,
            "{} {}: {p}",
            people[one.at()],
            people[other.at()]
        );
    }
}

const KITE: [(&str, &str); 18] = [
    ("Andre", "Beverley"),
    ("Andre", "Carol"),
    ("Andre", "Diane"),
    ("Andre", "Fernando"),
    ("Beverley", "Diane"),
    ("Beverley", "Ed"),
    ("Beverley", "Garth"),
    ("Carol", "Diane"),
    ("Carol", "Fernando"),
    ("Diane", "Ed"),
    ("Diane", "Fernando"),
    ("Diane", "Garth"),
    ("Ed", "Garth"),
    ("Fernando", "Garth"),
    ("Fernando", "Heather"),
    ("Garth", "Heather"),
    ("Heather", "Ike"),
    ("Ike", "Jane"),
];

fn kite() -> tempfile::TempDir {
    let mut text = String::from("source,target,start,end\n");
    for (one, other) in KITE {
        let _ = writeln!(text, "{one},{other},2024-01-01,2025-06-30");
    }
    hub_of(&[("partnerships.csv", &text)])
}

fn metrics(hub: &tempfile::TempDir, more: &[&str]) -> Ran {
    let path = hub.path().to_str().expect("a path");
    let arguments: Vec<&str> = ["metrics", path].into_iter().chain(more.iter().copied()).collect();
    hubscope(&arguments)
}

#[test]
fn ties_are_printed_one_per_row_in_the_order_of_ids() {
    let ran = metrics(
        &kite(),
        &["--ties", "--window", "all", "--path-length", "hops", "--format", "csv"],
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(
        ran.stdout.starts_with("source_id,source,target_id,target,strength,"),
        "{}",
        ran.stdout
    );
    let found = rows(&ran.stdout);
    let pairs: Vec<(&str, &str)> = found
        .iter()
        .map(|row| (row["source_id"].as_str(), row["target_id"].as_str()))
        .collect();
    assert_eq!(pairs, KITE);
    // Heather - Ike and Ike - Jane have no way round; the records run to 2025-06-30 from the first day of 2024
    let bridges: Vec<&str> = found
        .iter()
        .filter(|row| row["bridge"] == "1")
        .map(|row| row["target"].as_str())
        .collect();
    assert_eq!(bridges, ["Ike", "Jane"]);
    assert!(
        found
            .iter()
            .all(|row| row["strength"] == "1" && !row["disparity_p"].is_empty()),
        "{}",
        ran.stdout
    );
    assert!(!found[0].contains_key("backbone_p") && !found[0].contains_key("window"));
    // Heather - Ike carries 8 · 2 pairs, Ike - Jane 9, as in networkx
    let carried = |target: &str| {
        let row = found
            .iter()
            .find(|row| row["target"] == target && row["bridge"] == "1")
            .expect("a bridge");
        row["edge_betweenness"].as_str()
    };
    assert_eq!((carried("Ike"), carried("Jane")), ("16", "9"));
    let limited = metrics(
        &kite(),
        &["--ties", "--window", "all", "--work-limit", "300", "--format", "csv"],
    );
    assert!(
        rows(&limited.stdout)
            .iter()
            .all(|row| row["edge_betweenness"].is_empty())
    );
    assert_eq!(
        limited.stderr.matches("edge_betweenness").count(),
        1,
        "{}",
        limited.stderr
    );
    assert!(
        limited.stderr.contains("Left out: edge_betweenness"),
        "{}",
        limited.stderr
    );
}

#[test]
fn ties_of_several_windows_begin_with_the_window() {
    let ran = metrics(&kite(), &["--ties", "--window", "years", "--format", "csv"]);
    assert!(
        ran.stdout.starts_with("window,start,end,partial,source_id,"),
        "{}",
        ran.stdout
    );
    assert_eq!(rows(&ran.stdout).len() % KITE.len(), 0);
    let json = metrics(&kite(), &["--ties", "--window", "all", "--format", "json"]);
    let document: Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!(document["rows"].as_array().map(Vec::len), Some(KITE.len()));
    assert!(
        document["columns"]
            .as_array()
            .expect("columns")
            .iter()
            .all(|column| column["definition"] != "")
    );
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ties.parquet");
    let ran = metrics(
        &kite(),
        &["--ties", "--format", "parquet", "--out", file.to_str().expect("a path")],
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(fs::read(file).expect("written").starts_with(b"PAR1"));
}

#[test]
fn arcs_have_a_row_each_where_direction_is_asked_for() {
    let hub = hub_of(&[(
        "partnerships.csv",
        "source,target,strength,directed\nB,A,3,yes\nB,C,1,yes\nA,B,2,yes\n",
    )]);
    let asked = [
        "--ties",
        "--window",
        "all",
        "--layer",
        "partnerships",
        "--format",
        "csv",
    ];
    let directed = metrics(&hub, &[&asked[..], &["--direction", "directed"]].concat());
    let of =
        |ran: &Ran, column: &str| -> Vec<String> { rows(&ran.stdout).iter().map(|row| row[column].clone()).collect() };
    assert_eq!(of(&directed, "source"), ["A", "B", "B"]);
    assert_eq!(of(&directed, "target"), ["B", "A", "C"]);
    assert_eq!(of(&directed, "strength"), ["2", "3", "1"]);
    // both arcs of A and B are the one tie that holds A
    assert_eq!(of(&directed, "bridge"), ["1", "1", "1"]);
    // at B, that sends 4 by two arcs: 1 − 3/4 and 1 − 1/4
    assert_eq!(of(&directed, "disparity_p"), ["1", "0.25", "0.75"]);
    let ties = metrics(&hub, &asked);
    assert_eq!(of(&ties, "strength"), ["5", "1"]);
}

#[test]
fn a_backbone_marks_ties_and_leaves_none_out() {
    let (_, oracle) = southern_women();
    let people = oracle["people"].as_array().expect("people");
    let mut text = String::from("stakeholder,event,date\n");
    for row in oracle["attendance"].as_array().expect("rows") {
        let who = people[row[0].as_u64().expect("a number") as usize]
            .as_str()
            .expect("a name");
        let _ = writeln!(
            text,
            "{who},E{},2024-05-0{}",
            row[1],
            1 + row[1].as_u64().expect("a number") % 9
        );
    }
    let hub = hub_of(&[("participations.csv", &text)]);
    let asked = ["--ties", "--window", "all", "--format", "csv", "--backbone"];
    for (model, below) in [("sdsm", 0), ("fixed_row", 17)] {
        let ran = metrics(&hub, &[&asked[..], &[model]].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let found = rows(&ran.stdout);
        assert_eq!(found.len(), 139);
        let p = found
            .iter()
            .map(|row| row["backbone_p"].parse::<f64>().expect("a number"));
        assert_eq!(p.filter(|p| *p < 0.05).count(), below);
        assert!(found.iter().all(|row| row["backbone"] == "0"));
    }
    let refused = metrics(&kite(), &["--ties", "--layer", "partnerships", "--backbone", "sdsm"]);
    assert_eq!(refused.code, 2);
    assert!(
        refused.stderr.contains("hint: add --layer participations"),
        "{}",
        refused.stderr
    );
    let json = metrics(
        &kite(),
        &[
            "--ties",
            "--backbone",
            "disparity",
            "--window",
            "all",
            "--format",
            "json",
        ],
    );
    let document: Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!(document["parameters"]["backbone"], "disparity");
    let unknown = metrics(&kite(), &["--ties", "--backbone", "best"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.stderr.contains("sdsm, fixed_row, disparity"),
        "{}",
        unknown.stderr
    );
}

#[test]
fn key_players_are_printed_set_by_set() {
    let ran = metrics(&kite(), &["--key-players", "3", "--window", "all", "--format", "csv"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let header = "criterion,k,m,value,before,exact,bound,sets,set,stakeholder_ids,names\n";
    assert!(ran.stdout.starts_with(header), "{}", ran.stdout);
    let found = rows(&ran.stdout);
    let of = |criterion: &str| -> Vec<_> { found.iter().filter(|row| row["criterion"] == criterion).collect() };
    // the published exhaustive search: five sets tie by F, one is best by DF, 25 by D_R, 85 within two ties
    assert_eq!((of("fragmentation").len(), of("distance_fragmentation").len()), (5, 1));
    assert_eq!((of("distance_reach").len(), of("reach").len()), (25, 85));
    let first = of("fragmentation")[0];
    let cell = |key: &str| first[key].as_str();
    assert_eq!(
        (cell("k"), cell("m"), cell("exact"), cell("sets"), cell("set")),
        ("3", "", "true", "5", "1")
    );
    assert_eq!(cell("names"), "Andre; Fernando; Garth");
    assert!(cell("value").starts_with("0.571428571428571") && cell("before") == "0");
    assert_eq!(of("reach")[0]["m"], "2");
    assert_eq!(of("distance_fragmentation")[0]["names"], "Diane; Fernando; Garth");
}

#[test]
fn what_cannot_be_proven_or_listed_is_said() {
    // more sets than are listed: any two of a ring of sixteen pairs reach four of 32, C(32, 2) − 16 sets
    let mut text = String::from("source,target\n");
    for pair in 0..16 {
        let _ = writeln!(text, "A{pair},B{pair}");
    }
    let hub = hub_of(&[("partnerships.csv", &text)]);
    let ran = metrics(
        &hub,
        &[
            "--key-players",
            "2",
            "--reach",
            "1",
            "--window",
            "all",
            "--format",
            "csv",
        ],
    );
    let found = rows(&ran.stdout);
    let reach: Vec<_> = found.iter().filter(|row| row["criterion"] == "reach").collect();
    assert_eq!((reach.len(), reach[0]["sets"].as_str()), (100, "480"));
    assert!(
        ran.stderr
            .contains("480 sets are equally good; the first 100 are listed"),
        "{}",
        ran.stderr
    );
    // too many sets to try: 12 of 32
    let ran = metrics(
        &hub,
        &[
            "--key-players",
            "12",
            "--window",
            "all",
            "--format",
            "csv",
            "--lang",
            "es",
        ],
    );
    let found = rows(&ran.stdout);
    assert!(
        found.iter().all(|row| row["exact"] == "false" && row["sets"] == "1"),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stderr.contains("no está demostrado que sea el mejor"),
        "{}",
        ran.stderr
    );
    let reach = found.iter().find(|row| row["criterion"] == "reach").expect("a row");
    assert_eq!((reach["value"].as_str(), reach["bound"].as_str()), ("0.75", "0.75"));
    // one would be left, with nobody to be cut off from
    let ran = metrics(&kite(), &["--key-players", "9", "--window", "all", "--format", "csv"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let found = rows(&ran.stdout);
    let empty = found
        .iter()
        .filter(|row| row["value"].is_empty() && row["names"].is_empty());
    assert_eq!(empty.count(), 2, "{}", ran.stdout);
    for refused in [
        ["--key-players", "0"],
        ["--key-players", "11"],
        ["--reach", "2"],
        ["--backbone", "sdsm"],
    ] {
        assert_eq!(metrics(&kite(), &refused).code, 2, "{refused:?}");
    }
    assert_eq!(metrics(&kite(), &["--ties", "--network"]).code, 2);
}
