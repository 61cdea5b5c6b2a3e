//! Measures equal the values of foreign tools.
//!
//! In: `tests/oracle/*.json` (network, convention, tool, values; made by the scripts beside them) and, where
//! `HUBSCOPE_REFERENCE_DATA` is set, the published values of `oracles/classic_networks.json`. Differences that are a
//! known flaw of the tool are listed in `tests/oracle/differences.toml`; any other fails, and so does a listed one that
//! has gone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use hubscope::metrics::{
    MeasureOptions, NetworkMeasure, NodeMeasure, TieMeasure, network_table, node_table, tie_table,
};
use hubscope::network::{Direction, PathLength, Place, Snapshot, SnapshotParts, TieStrength};
use serde_json::Value;

/// How many cases `tests/oracle/*.json` held when they were last made: none may get lost.
const RECORDED_CASES: usize = 2659;

/// How many comparisons the published values allowed, each a vector or a figure of one network.
const PUBLISHED_CASES: usize = 240;

/// One comparison, as named in `differences.toml`: network, tool, measure, direction, path length.
type Case = [String; 5];

fn case(network: &str, tool: &str, measure: &str, direction: Direction, path_length: PathLength) -> Case {
    [network, tool, measure, direction.name(), path_length.name()].map(str::to_owned)
}

#[test]
fn measures_equal_those_of_networkx_and_igraph() {
    let mut files: Vec<PathBuf> = fs::read_dir(oracle_folder())
        .expect("tests/oracle")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    let mut ran = 0;
    let mut differing = BTreeSet::new();
    for file in files {
        let oracle: Value = read_json(&file);
        let network = Network::from_oracle(&oracle);
        for found in oracle["cases"].as_array().expect("cases") {
            let text = |key: &str| found[key].as_str().expect("text");
            let direction: Direction = text("direction").parse().expect("a direction");
            let path_length: PathLength = text("path_length").parse().expect("a path length");
            let ours = network.values(text("measure"), direction, path_length);
            ran += 1;
            if !same(&ours, &values(&found["values"])) {
                let name = oracle["network"].as_str().expect("a name");
                differing.insert(case(name, text("tool"), text("measure"), direction, path_length));
            }
        }
    }
    assert!(ran >= RECORDED_CASES, "{ran} cases of {RECORDED_CASES} recorded");
    assert_eq!(differing, listed("tool"));
}

#[test]
fn measures_equal_the_published_values_of_classic_networks() {
    let Some(folder) = std::env::var_os("HUBSCOPE_REFERENCE_DATA").map(PathBuf::from) else {
        eprintln!("skipped {PUBLISHED_CASES} cases: HUBSCOPE_REFERENCE_DATA is not set");
        return;
    };
    let published: Value = read_json(&folder.join("oracles/classic_networks.json"));
    let mut ran = 0;
    let mut differing = BTreeSet::new();
    for (name, oracle) in published.as_object().expect("networks") {
        let network = Network::from_classic(&folder, name, oracle);
        for comparison in &COMPARISONS {
            let Some(expected) = comparison.expected(oracle) else {
                continue;
            };
            let (direction, path_length) = (comparison.direction(oracle), comparison.path_length);
            let ours = network.values(comparison.measure(direction), direction, path_length);
            let ours: Vec<_> = ours.iter().map(|v| v.map(|v| v * comparison.scale(&network))).collect();
            ran += 1;
            if !same(&ours, &expected) {
                differing.insert(case(name, "published", comparison.key, direction, path_length));
            }
        }
    }
    assert!(ran >= PUBLISHED_CASES, "{ran} cases of {PUBLISHED_CASES} recorded");
    assert_eq!(differing, listed("published"));
}

#[test]
fn ei_index_equals_the_published_values() {
    // network, column of groups, E-I by ties (sna 2.7-1, six digits)
    let published = [
        ("knoke_information", "knoke", "sector", 0.562_500),
        ("ht_advice", "ht_advice", "dept", 0.517_241),
        ("ht_friends", "ht_friends", "dept", 0.316_456),
        ("dhhs", "dhhs", "agency", 0.230_425),
    ];
    let Some(folder) = std::env::var_os("HUBSCOPE_REFERENCE_DATA").map(PathBuf::from) else {
        eprintln!("skipped {} cases: HUBSCOPE_REFERENCE_DATA is not set", published.len());
        return;
    };
    for (edges, nodes, column, expected) in published {
        let rows = read_csv(&folder.join(format!("classics/{nodes}_nodes.csv")));
        let names: Vec<String> = rows.iter().map(|row| row[names_column(row)].clone()).collect();
        let labels: BTreeSet<&String> = rows.iter().map(|row| &row[column]).collect();
        let group = |row: &Row| labels.iter().position(|label| **label == row[column]).map(|g| g as u32);
        let network = Network {
            snapshot: classic_snapshot(&folder, edges, &names, Direction::Undirected),
            groups: rows.iter().map(group).collect(),
        };
        let ours = network.values("ei_index", Direction::Undirected, PathLength::Hops)[0].expect("has ties");
        assert!((ours - expected).abs() <= 5e-7, "{edges}: {ours} is not {expected}");
    }
}

fn names_column(row: &Row) -> &'static str {
    if row.contains_key("name") {
        "name"
    } else {
        "vertex.names"
    }
}

/// One key of the published values and what of ours it stands beside.
struct Comparison {
    key: &'static str,
    /// Our measure in the undirected view, and in the directed one where directed networks are published so.
    undirected: &'static str,
    directed: Option<&'static str>,
    path_length: PathLength,
    /// Whether the published value is a sum where ours is a mean over the n − 1 others.
    sum: bool,
}

const fn by_hops(key: &'static str, undirected: &'static str, directed: Option<&'static str>) -> Comparison {
    Comparison {
        key,
        undirected,
        directed,
        path_length: PathLength::Hops,
        sum: false,
    }
}

const COMPARISONS: [Comparison; 26] = [
    by_hops("degree", "degree", None),
    by_hops("strength", "strength", None),
    by_hops("indegree", "", Some("in_degree")),
    by_hops("outdegree", "", Some("out_degree")),
    by_hops("in_strength", "", Some("in_strength")),
    by_hops("out_strength", "", Some("out_strength")),
    by_hops("betweenness", "betweenness_raw", Some("betweenness_raw")),
    by_hops("betweenness_norm", "betweenness", Some("betweenness")),
    by_hops("core", "core_number", None),
    by_hops("constraint", "constraint", None),
    by_hops("effective_size", "effective_size", None),
    by_hops("efficiency", "efficiency", None),
    by_hops("hierarchy", "hierarchy", None),
    by_hops("clustering_undirected", "clustering", None),
    by_hops("pagerank_085", "pagerank", Some("pagerank")),
    by_hops("hub", "", Some("hub")),
    by_hops("authority", "", Some("authority")),
    Comparison {
        sum: true,
        ..by_hops("harmonic_out", "harmonic", Some("harmonic_out"))
    },
    Comparison {
        path_length: PathLength::InverseStrength,
        ..by_hops("betweenness_weighted_inv", "betweenness_raw", Some("betweenness_raw"))
    },
    Comparison {
        path_length: PathLength::InverseStrength,
        sum: true,
        ..by_hops("harmonic_out_weighted_inv", "harmonic", Some("harmonic_out"))
    },
    // of the whole network
    by_hops("components_weak", "components", None),
    by_hops("transitivity_undirected", "transitivity", None),
    by_hops("degree_assortativity_undirected", "degree_assortativity", None),
    by_hops("freeman_degree_centralization", "degree_centralization", None),
    by_hops("density", "density", None),
    by_hops("m", "ties", None),
];

impl Comparison {
    fn direction(&self, oracle: &Value) -> Direction {
        if self.directed.is_some() && oracle["graph"]["directed"] == true {
            Direction::Directed
        } else {
            Direction::Undirected
        }
    }

    fn measure(&self, direction: Direction) -> &'static str {
        match direction {
            Direction::Undirected => self.undirected,
            Direction::Directed => self.directed.unwrap_or(self.undirected),
        }
    }

    fn scale(&self, network: &Network) -> f64 {
        if self.sum {
            network.snapshot.node_count() as f64 - 1.0
        } else {
            1.0
        }
    }

    /// The published values in the order of the names; `None` where the network has no such key, or where a figure of
    /// arcs stands where ours is of ties.
    fn expected(&self, oracle: &Value) -> Option<Vec<Option<f64>>> {
        let nodes = oracle["nodes"].as_object().expect("nodes");
        if let Some(figure) = oracle["graph"].get(self.key) {
            let of_arcs = matches!(self.key, "density" | "m") && oracle["graph"]["directed"] == true;
            return (!of_arcs).then(|| vec![figure.as_f64()]);
        }
        let by_name: BTreeMap<_, _> = nodes.iter().collect();
        by_name.values().any(|node| node.get(self.key).is_some()).then(|| {
            by_name
                .values()
                .map(|node| node.get(self.key).and_then(Value::as_f64))
                .collect()
        })
    }
}

struct Network {
    snapshot: Snapshot,
    groups: Vec<Option<u32>>,
}

impl Network {
    fn from_oracle(oracle: &Value) -> Self {
        let nodes = oracle["nodes"].as_array().expect("nodes").len() as u32;
        let end = |value: &Value| value.as_u64().expect("an index") as u32;
        let ties: Vec<_> = oracle["ties"].as_array().expect("ties").iter().collect();
        let ties: Vec<_> = ties
            .iter()
            .map(|tie| (end(&tie[0]), end(&tie[1]), tie[2].as_f64().expect("a strength")))
            .collect();
        let groups = oracle["groups"].as_array().expect("groups");
        Self {
            snapshot: if let Some(attendance) = oracle["attendance"].as_array() {
                let rows = attendance
                    .iter()
                    .map(|row| (end(&row[0]), end(&row[1])))
                    .collect::<Vec<_>>();
                two_mode(nodes, &ties, end(&oracle["events"]) as usize, &rows)
            } else if oracle["directed"] == true {
                Snapshot::from_arcs(nodes, &ties)
            } else {
                Snapshot::from_ties(nodes, &ties)
            },
            groups: groups.iter().map(|group| group.as_u64().map(|g| g as u32)).collect(),
        }
    }

    fn from_classic(folder: &Path, name: &str, oracle: &Value) -> Self {
        let direction = if oracle["graph"]["directed"] == true {
            Direction::Directed
        } else {
            Direction::Undirected
        };
        let names: BTreeSet<_> = oracle["nodes"].as_object().expect("nodes").keys().cloned().collect();
        let names: Vec<String> = names.into_iter().collect();
        let file = match name {
            "dhhs_collab" => "dhhs".to_owned(),
            other => other.replace("florentine", "flo"),
        };
        Self {
            snapshot: classic_snapshot(folder, &file, &names, direction),
            groups: vec![None; names.len()],
        }
    }

    /// Our values of a measure, one per node, or the one of the network.
    fn values(&self, measure: &str, direction: Direction, path_length: PathLength) -> Vec<Option<f64>> {
        let options = MeasureOptions {
            path_length,
            direction,
            groups: self.groups.clone(),
            ..MeasureOptions::ungrouped(&self.snapshot)
        };
        let figure = NetworkMeasure::ALL.iter().find(|m| m.info().name == measure);
        // the E-I index is both; files hold that of the network
        if let Some(figure) = figure {
            let table = network_table(&self.snapshot, &options).expect("groups fit");
            return vec![table.figure(*figure)];
        }
        let of_ties = TieMeasure::ALL.iter().find(|m| m.info().name == measure);
        let found = NodeMeasure::ALL.iter().find(|m| m.info().name == measure);
        if let (None, Some(of_ties)) = (found, of_ties) {
            let table = tie_table(&self.snapshot, &options).expect("groups fit");
            let column = table.columns.into_iter().find(|column| column.measure == *of_ties);
            return column.expect("a column").values;
        }
        let table = node_table(&self.snapshot, &options).expect("arcs where directed");
        let column = table.column(*found.unwrap_or_else(|| panic!("no measure {measure}")));
        column.expect("a column").to_vec()
    }
}

/// A layer with events: its ties, and who took part in what.
fn two_mode(nodes: u32, ties: &[(u32, u32, f64)], events: usize, attendance: &[(u32, u32)]) -> Snapshot {
    let strength = |value| TieStrength::new(value).expect("above zero");
    let rows = attendance.iter().map(|&(node, event)| (node, event, strength(1.0)));
    Snapshot::freeze(SnapshotParts {
        places: (0..nodes).map(Place).collect(),
        ties: ties.iter().map(|&(a, b, s)| (a, b, strength(s))).collect(),
        attendance: Some((events, rows.collect())),
        ..SnapshotParts::default()
    })
}

type Row = BTreeMap<String, String>;

/// A network of `classics` with nodes in the order of the names.
fn classic_snapshot(folder: &Path, name: &str, names: &[String], direction: Direction) -> Snapshot {
    let end = |row: &Row, key: &str| names.iter().position(|name| *name == row[key]).expect("a known name") as u32;
    let strength = |row: &Row| {
        let weight = row.get("weight").or_else(|| row.get("collab"));
        weight.map_or(1.0, |weight| weight.parse().expect("a number"))
    };
    let ties: Vec<_> = read_csv(&folder.join(format!("classics/{name}_edges.csv")))
        .iter()
        .map(|row| (end(row, "source"), end(row, "target"), strength(row)))
        .collect();
    match direction {
        Direction::Undirected => Snapshot::from_ties(names.len() as u32, &ties),
        Direction::Directed => Snapshot::from_arcs(names.len() as u32, &ties),
    }
}

fn read_csv(path: &Path) -> Vec<Row> {
    csv::Reader::from_path(path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

fn read_json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("JSON")
}

fn oracle_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle")
}

/// The known differences, from the tools' files or from the published values.
fn listed(kind: &str) -> BTreeSet<Case> {
    let text = fs::read_to_string(oracle_folder().join("differences.toml")).expect("differences.toml");
    let table: toml::Table = text.parse().expect("TOML");
    let entries = table[kind].as_array().expect("a list");
    let cases = entries.iter().map(|entry| {
        assert!(
            entry["why"].as_str().is_some_and(|why| !why.is_empty()),
            "no reason: {entry}"
        );
        ["network", "tool", "measure", "direction", "path_length"]
            .map(|key| entry[key].as_str().expect("text").to_owned())
    });
    cases.collect()
}

fn values(value: &Value) -> Vec<Option<f64>> {
    match value {
        Value::Array(values) => values.iter().map(Value::as_f64).collect(),
        one => vec![one.as_f64()],
    }
}

/// Equal within 1e-9 relative to the larger of 1 and the foreign value; NaN equals nothing.
fn same(ours: &[Option<f64>], theirs: &[Option<f64>]) -> bool {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs().max(1.0);
    ours.len() == theirs.len()
        && ours.iter().zip(theirs).all(|pair| match pair {
            (Some(a), Some(b)) => close(*a, *b),
            (None, None) => true,
            _ => false,
        })
}

#[test]
fn the_comparison_fails_closed() {
    assert!(same(&[Some(1.0), None], &[Some(1.0 + 1e-10), None]));
    assert!(!same(&[Some(1.0)], &[Some(1.0 + 1e-8)]));
    assert!(!same(&[Some(f64::NAN)], &[Some(f64::NAN)]));
    assert!(!same(&[None], &[Some(0.0)]));
    assert!(!same(&[Some(0.0)], &[Some(0.0), Some(0.0)]));
}
