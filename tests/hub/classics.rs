//! Through the program, `metrics` on the classic networks equals the published values, by the key table of the
//! reference data, for each stakeholder and for the whole network. Known flaws of the foreign tool are listed in
//! `tests/oracle/differences.toml`.

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

/// A key of the published values and the column that must equal it.
struct Key {
    key: &'static str,
    /// The column where the network has no direction, and where it has one.
    undirected: Option<&'static str>,
    directed: Option<&'static str>,
    length: &'static str,
    scale: Scale,
}

/// What the column is brought to before it is compared.
#[derive(Clone, Copy, PartialEq)]
enum Scale {
    AsIs,
    /// Published as a sum over the others, ours is their mean.
    TimesOthers,
    /// Published with the largest at 1.
    OverLargest,
}

const fn in_view(key: &'static str, undirected: &'static str, directed: &'static str) -> Key {
    Key {
        key,
        undirected: Some(undirected),
        directed: Some(directed),
        length: "hops",
        scale: Scale::AsIs,
    }
}

const fn undirected(key: &'static str, column: &'static str) -> Key {
    Key {
        directed: None,
        ..in_view(key, column, "")
    }
}

const fn directed(key: &'static str, column: &'static str) -> Key {
    Key {
        undirected: None,
        ..in_view(key, "", column)
    }
}

const fn sum(key: Key) -> Key {
    Key {
        scale: Scale::TimesOthers,
        ..key
    }
}

const fn by_strength(key: Key) -> Key {
    Key {
        length: "inverse_strength",
        ..key
    }
}

const KEYS: [Key; 23] = [
    undirected("degree", "degree"),
    undirected("strength", "strength"),
    directed("indegree", "in_degree"),
    directed("outdegree", "out_degree"),
    directed("in_strength", "in_strength"),
    directed("out_strength", "out_strength"),
    in_view("betweenness", "betweenness_raw", "betweenness_raw"),
    in_view("betweenness_norm", "betweenness", "betweenness"),
    by_strength(in_view(
        "betweenness_weighted_inv",
        "betweenness_raw",
        "betweenness_raw",
    )),
    in_view("closeness_out_WF", "closeness", "closeness_out"),
    in_view("closeness_in_WF", "closeness", "closeness_in"),
    sum(in_view("harmonic_out", "harmonic", "harmonic_out")),
    sum(by_strength(in_view(
        "harmonic_out_weighted_inv",
        "harmonic",
        "harmonic_out",
    ))),
    in_view("pagerank_085", "pagerank", "pagerank"),
    Key {
        scale: Scale::OverLargest,
        ..in_view(
            "eigenvector_max1_undirected_lcc",
            "eigenvector_binary",
            "eigenvector_binary",
        )
    },
    // of the undirected view, in every view
    in_view("core", "core_number", "core_number"),
    in_view("clustering_undirected", "clustering", "clustering"),
    in_view("constraint", "constraint", "constraint"),
    in_view("effective_size", "effective_size", "effective_size"),
    in_view("efficiency", "efficiency", "efficiency"),
    in_view("hierarchy", "hierarchy", "hierarchy"),
    directed("hub", "hub"),
    directed("authority", "authority"),
];

/// Figure of the published values → figure of `metrics --network`, and whether it is taken for directed networks too:
/// there ours are of ties where the file's are of arcs.
const FIGURES: [(&str, &str, bool); 12] = [
    ("n", "members", true),
    ("m", "ties", false),
    ("density", "density", false),
    ("components_weak", "components", true),
    ("transitivity_undirected", "transitivity", true),
    ("avg_clustering_undirected", "mean_clustering", true),
    ("reciprocity_arc", "reciprocity", true),
    ("degree_assortativity_undirected", "degree_assortativity", true),
    ("diameter_lcc_undirected", "diameter", false),
    ("avg_path_lcc_undirected", "mean_path_length", false),
    ("freeman_degree_centralization", "degree_centralization", true),
    (
        "freeman_betweenness_centralization",
        "betweenness_centralization",
        false,
    ),
];

/// Vectors and figures compared when all reference data are at hand: none may get lost.
const VECTORS: usize = 92;
const WHOLE: usize = 40;

#[test]
fn metrics_equal_the_published_values_of_classic_networks() {
    let Some(folder) = reference_data("12 classic networks") else {
        return;
    };
    let published = published(&folder);
    let mut compared = 0;
    let mut differing = BTreeSet::new();
    for (name, nodes, edges, weight) in NETWORKS {
        let oracle = &published[name];
        let is_directed = oracle["graph"]["directed"].as_bool().expect("directed");
        let hub = classic_hub(&folder, nodes, edges, weight, is_directed);
        for length in ["hops", "inverse_strength"] {
            let ours = values(&hub, length, if is_directed { "directed" } else { "undirected" });
            for key in KEYS.iter().filter(|key| key.length == length) {
                let column = if is_directed { key.directed } else { key.undirected };
                let Some(equal) = column.and_then(|column| compare(name, oracle, key, &ours, column)) else {
                    continue;
                };
                compared += 1;
                if !equal {
                    differing.insert((name.to_owned(), key.key.to_owned()));
                }
            }
        }
    }
    assert!(compared >= VECTORS, "{compared} vectors of {VECTORS}");
    assert_eq!(differing, listed());
}

#[test]
fn figures_equal_the_published_values_of_classic_networks() {
    let Some(folder) = reference_data("12 classic networks") else {
        return;
    };
    let published = published(&folder);
    let mut compared = 0;
    for (name, nodes, edges, weight) in NETWORKS {
        let oracle = &published[name]["graph"];
        let is_directed = oracle["directed"].as_bool().expect("directed");
        let hub = classic_hub(&folder, nodes, edges, weight, is_directed);
        let ours = figures(&hub, if is_directed { "directed" } else { "undirected" });
        for (key, figure, of_arcs_too) in FIGURES {
            let (Some(expected), true) = (oracle[key].as_f64(), of_arcs_too || !is_directed) else {
                continue;
            };
            let Some(found) = ours.get(figure) else { continue };
            compared += 1;
            let found: f64 = found.parse().unwrap_or(f64::NAN);
            assert!(close(found, expected), "{name} {key}: {found} is not {expected}");
        }
        for (key, figure) in [("articulation_points", "articulation_points"), ("bridges", "bridges")] {
            let Some(found) = ours.get(figure) else { continue };
            compared += 1;
            let expected = oracle[key].as_array().expect("a list").len();
            assert_eq!(*found, expected.to_string(), "{name} {key}");
        }
    }
    assert!(compared >= WHOLE, "{compared} figures of {WHOLE}");
}

fn published(folder: &Path) -> Value {
    let text = fs::read_to_string(folder.join("oracles/classic_networks.json")).expect("the published values");
    serde_json::from_str(&text).expect("JSON")
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

/// `metrics` of a hub of partnerships, by stakeholder.
fn values(hub: &tempfile::TempDir, length: &str, direction: &str) -> Values {
    let found = metrics(hub, &["--path-length", length, "--direction", direction]);
    let by_id = found.into_iter().map(|row| (row["stakeholder_id"].clone(), row));
    by_id.collect()
}

/// `metrics --network` by hops, by figure.
fn figures(hub: &tempfile::TempDir, direction: &str) -> BTreeMap<String, String> {
    let found = metrics(hub, &["--network", "--direction", direction]);
    found
        .into_iter()
        .map(|row| (row["figure"].clone(), row["value"].clone()))
        .collect()
}

/// `metrics` of the partnerships of the whole study, by hops unless the options say otherwise.
pub fn metrics(hub: &tempfile::TempDir, options: &[&str]) -> Vec<BTreeMap<String, String>> {
    let path = hub.path().to_str().expect("a path");
    let mut all = vec!["metrics", path, "--window", "all", "--format", "csv"];
    for (option, usual) in [("--layer", "partnerships"), ("--path-length", "hops")] {
        if !options.contains(&option) {
            all.extend([option, usual]);
        }
    }
    let ran = hubscope(&[&all, options].concat());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    rows(&ran.stdout)
}

/// Within 1e-9 of the larger of 1 and the published value.
pub fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

/// Whether our column equals the published key; `None` where the network has no such key, or we no such column.
fn compare(network: &str, oracle: &Value, key: &Key, ours: &Values, column: &str) -> Option<bool> {
    let nodes = oracle["nodes"].as_object().expect("nodes");
    if nodes.values().all(|node| node.get(key.key).is_none()) {
        return None;
    }
    assert_eq!(nodes.len(), ours.len(), "{network}: stakeholders");
    let of = |node: &String| ours[node][column].parse::<f64>().unwrap_or(f64::NAN);
    ours.values().next()?.get(column)?;
    let factor = match key.scale {
        Scale::AsIs => 1.0,
        Scale::TimesOthers => nodes.len() as f64 - 1.0,
        Scale::OverLargest => 1.0 / nodes.keys().map(of).fold(0.0, f64::max),
    };
    let equal = |node: &String, expected: &Value| match expected[key.key].as_f64() {
        None => ours[node][column].is_empty(),
        Some(expected) => close(of(node) * factor, expected),
    };
    Some(nodes.iter().all(|(node, expected)| equal(node, expected)))
}

/// A classic network in hubscope's own tables, with the columns of its list of nodes.
pub fn classic_hub(
    folder: &Path,
    nodes: Option<&str>,
    edges: &str,
    weight: Option<&str>,
    directed: bool,
) -> tempfile::TempDir {
    let read = |name: &str| rows(&fs::read_to_string(folder.join(format!("classics/{name}.csv"))).expect("a classic"));
    let people = nodes.map(|name| read(&format!("{name}_nodes"))).unwrap_or_default();
    let name_column = |column: &String| column == "name" || column == "vertex.names";
    let attributes: Vec<String> = people.first().map_or_else(Vec::new, |row| {
        let kept = row.keys().filter(|column| !name_column(column) && !column.is_empty());
        kept.cloned().collect()
    });
    let mut stakeholders = String::from("id,name");
    for attribute in &attributes {
        let _ = write!(stakeholders, ",of_{attribute}");
    }
    stakeholders.push('\n');
    for row in &people {
        let name = row.iter().find(|(column, _)| name_column(column)).expect("a name").1;
        let _ = write!(stakeholders, "\"{name}\",\"{name}\"");
        for attribute in &attributes {
            let _ = write!(stakeholders, ",\"{}\"", row[attribute]);
        }
        stakeholders.push('\n');
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
