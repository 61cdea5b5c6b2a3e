//! Through the program, `metrics` on the classic networks equals the published values, by the key table of the
//! reference data. Known flaws of the foreign tool are listed in `tests/oracle/differences.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::program::{hub_of, hubscope, reference_data, rows};

/// Network → its files among the classics: nodes (where there is a file), edges, column of weights.
const NETWORKS: [(&str, Option<&str>, &str, Option<&str>); 12] = [
    ("kite", None, "kite", None),
    ("florentine_marriage", Some("flo_marriage"), "flo_marriage", None),
    ("florentine_business", Some("flo_business"), "flo_business", None),
    ("karate", Some("karate"), "karate", None),
    ("karate_weighted", Some("karate"), "karate_weighted", Some("weight")),
    ("knoke_information", Some("knoke"), "knoke_information", None),
    ("knoke_money", Some("knoke"), "knoke_money", None),
    ("ht_advice", Some("ht_advice"), "ht_advice", None),
    ("ht_friends", Some("ht_friends"), "ht_friends", None),
    ("eies_messages", Some("eies_messages"), "eies_messages", Some("weight")),
    ("dhhs_collab", Some("dhhs"), "dhhs", Some("collab")),
    ("chemnet_pol", Some("chemnet"), "chemnet_pol", None),
];

/// Key of the published values → column where the network has no direction, column where it has, path length. The
/// direction matters for the first group only.
const DIRECTED: [(&str, Option<&str>, Option<&str>, &str); 11] = [
    ("degree", Some("degree"), None, "hops"),
    ("strength", Some("strength"), None, "hops"),
    ("indegree", None, Some("in_degree"), "hops"),
    ("outdegree", None, Some("out_degree"), "hops"),
    ("in_strength", None, Some("in_strength"), "hops"),
    ("out_strength", None, Some("out_strength"), "hops"),
    ("betweenness", Some("betweenness_raw"), Some("betweenness_raw"), "hops"),
    ("betweenness_norm", Some("betweenness"), Some("betweenness"), "hops"),
    (
        "betweenness_weighted_inv",
        Some("betweenness_raw"),
        Some("betweenness_raw"),
        "inverse_strength",
    ),
    ("harmonic_out", Some("harmonic"), Some("harmonic_out"), "hops"),
    (
        "harmonic_out_weighted_inv",
        Some("harmonic"),
        Some("harmonic_out"),
        "inverse_strength",
    ),
];

/// Keys of measures that take the undirected view whatever the network.
const UNDIRECTED: [(&str, &str); 2] = [("core", "core_number"), ("constraint", "constraint")];

/// Vectors compared when all reference data are at hand: none may get lost.
const COMPARED: usize = 92;

#[test]
fn metrics_equal_the_published_values_of_classic_networks() {
    let Some(folder) = reference_data("12 classic networks") else {
        return;
    };
    let text = fs::read_to_string(folder.join("oracles/classic_networks.json")).expect("the published values");
    let published: Value = serde_json::from_str(&text).expect("JSON");
    let mut compared = 0;
    let mut differing = BTreeSet::new();
    let mut judge = |network: &str, key: &str, equal: Option<bool>| {
        compared += usize::from(equal.is_some());
        if equal == Some(false) {
            differing.insert((network.to_owned(), key.to_owned()));
        }
    };
    for (name, nodes, edges, weight) in NETWORKS {
        let oracle = &published[name];
        let directed = oracle["graph"]["directed"].as_bool().expect("directed");
        let hub = classic_hub(&folder, nodes, edges, weight, directed);
        for length in ["hops", "inverse_strength"] {
            let (view, plain) = (if directed { "directed" } else { "undirected" }, "undirected");
            let in_view = values(&hub, length, view);
            let keys = DIRECTED.iter().filter(|key| key.3 == length);
            for (key, column, directed_column, _) in keys {
                let column = if directed { directed_column } else { column };
                let Some(column) = column else { continue };
                let sum = if key.starts_with("harmonic") {
                    oracle["nodes"].as_object().expect("nodes").len() as f64 - 1.0
                } else {
                    1.0
                };
                judge(name, key, compare(name, oracle, key, &in_view, column, sum));
            }
            if length == "hops" {
                let undirected = values(&hub, length, plain);
                for (key, column) in UNDIRECTED {
                    judge(name, key, compare(name, oracle, key, &undirected, column, 1.0));
                }
            }
        }
    }
    assert!(compared >= COMPARED, "{compared} vectors of {COMPARED}");
    assert_eq!(differing, listed());
}

/// Network and key of the published values that are known to be wrong.
fn listed() -> BTreeSet<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/differences.toml");
    let table: toml::Table = fs::read_to_string(path)
        .expect("differences.toml")
        .parse()
        .expect("TOML");
    let entries = table["published"].as_array().expect("a list");
    let text = |entry: &toml::Value, key: &str| entry[key].as_str().expect("text").to_owned();
    entries
        .iter()
        .map(|entry| (text(entry, "network"), text(entry, "measure")))
        .collect()
}

type Values = BTreeMap<String, BTreeMap<String, String>>;

fn values(hub: &tempfile::TempDir, length: &str, direction: &str) -> Values {
    let path = hub.path().to_str().expect("a path");
    let ran = hubscope(&[
        "metrics",
        path,
        "--layer",
        "partnerships",
        "--window",
        "all",
        "--path-length",
        length,
        "--direction",
        direction,
        "--format",
        "csv",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    rows(&ran.stdout)
        .into_iter()
        .map(|row| (row["stakeholder_id"].clone(), row))
        .collect()
}

/// Whether our column equals the published key; `None` where the network has no such key.
fn compare(network: &str, oracle: &Value, key: &str, ours: &Values, column: &str, sum: f64) -> Option<bool> {
    let nodes = oracle["nodes"].as_object().expect("nodes");
    if nodes.values().all(|node| node.get(key).is_none()) {
        return None;
    }
    assert_eq!(nodes.len(), ours.len(), "{network}: stakeholders");
    let equal = |node: &String, expected: &Value| match expected[key].as_f64() {
        None => ours[node][column].is_empty(),
        Some(expected) => {
            let found: f64 = ours[node][column].parse::<f64>().unwrap_or(f64::NAN) * sum;
            (found - expected).abs() <= 1e-9 * expected.abs().max(1.0)
        }
    };
    Some(nodes.iter().all(|(node, expected)| equal(node, expected)))
}

/// A classic network in hubscope's own tables.
fn classic_hub(
    folder: &Path,
    nodes: Option<&str>,
    edges: &str,
    weight: Option<&str>,
    directed: bool,
) -> tempfile::TempDir {
    let read = |name: &str| rows(&fs::read_to_string(folder.join(format!("classics/{name}.csv"))).expect("a classic"));
    let mut stakeholders = String::from("id,name\n");
    for row in nodes.iter().flat_map(|name| read(&format!("{name}_nodes"))) {
        let name = row.get("name").or_else(|| row.get("vertex.names")).expect("a name");
        let _ = writeln!(stakeholders, "\"{name}\",\"{name}\"");
    }
    let mut partnerships = String::from("source,target,strength,directed\n");
    for row in read(&format!("{edges}_edges")) {
        let strength = weight.map_or("1", |column| row[column].as_str());
        let directed = if directed { "yes" } else { "no" };
        let _ = writeln!(
            partnerships,
            "\"{}\",\"{}\",{strength},{directed}",
            row["source"], row["target"]
        );
    }
    let mut files = vec![("partnerships.csv", partnerships.as_str())];
    if nodes.is_some() {
        files.push(("stakeholders.csv", &stakeholders));
    }
    hub_of(&files)
}
