//! What goes beyond chance is what is published: the E-I index of classic networks under permuted groups, and networks
//! as predictors of networks, through the program.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use hubscope::metrics::null::NullModel;
use hubscope::metrics::{
    FigureSignificance, MeasureOptions, NetworkMeasure, SignificanceOptions, significance as compared,
};
use hubscope::network::Snapshot;

use crate::program::{Ran, hub_of, hubscope, reference_data, rows};

fn table(folder: &Path, name: &str) -> Vec<BTreeMap<String, String>> {
    rows(&std::fs::read_to_string(folder.join(format!("classics/{name}.csv"))).expect("a classic"))
}

/// Network, least weight, nodes, names, groups; observed E-I, exact mean, sd and the smaller tail of 20,000 permutations
/// (sna 2.7-1).
type Case = (&'static str, f64, &'static str, &'static str, &'static str, [f64; 4]);

const EI: [Case; 5] = [
    (
        "knoke_information",
        1.0,
        "knoke",
        "name",
        "sector",
        [0.5625, 0.422_222, 0.0819, 0.090],
    ),
    (
        "ht_advice",
        1.0,
        "ht_advice",
        "name",
        "dept",
        [0.517_241, 0.552_381, 0.0407, 0.247],
    ),
    (
        "ht_friends",
        1.0,
        "ht_friends",
        "name",
        "dept",
        [0.316_456, 0.552_381, 0.0783, 0.0027],
    ),
    (
        "dhhs",
        1.0,
        "dhhs",
        "vertex.names",
        "agency",
        [0.230_425, 0.699_511, 0.0428, 0.0],
    ),
    (
        "dhhs",
        3.0,
        "dhhs",
        "vertex.names",
        "agency",
        [-0.132_948, 0.699_511, 0.0674, 0.0],
    ),
];

const DRAWS: usize = 4000;

#[test]
fn the_ei_index_stands_beside_chance_as_published() {
    let Some(folder) = reference_data("E-I indices of five networks") else {
        return;
    };
    for (edges, least, nodes, names, column, [observed, mean, sd, tail]) in EI {
        let found = ei(&folder, edges, least, (nodes, names, column));
        let comparison = found.comparison.expect("grouped ties");
        assert_eq!(found.null, Some(NullModel::LabelPermutation));
        assert!(
            (comparison.observed - observed).abs() <= 5e-7,
            "{edges}: {comparison:?}"
        );
        assert!((comparison.expected - mean).abs() <= 5e-7, "{edges}: {comparison:?}");
        // the standard error of a standard deviation is about sd/√(2B)
        let spread = 3.0 * sd / (2.0 * DRAWS as f64).sqrt() + 5e-5;
        assert!((comparison.sd - sd).abs() <= spread, "{edges}: {comparison:?}");
        // two-sided: twice the tail, of as many draws as each made
        let error = (tail * (1.0 - tail) * (1.0 / DRAWS as f64 + 1.0 / 20_000.0)).sqrt();
        let slack = 2.0 * (3.0 * error + 1.0 / DRAWS as f64 + 5e-4);
        assert!((comparison.p - 2.0 * tail).abs() <= slack, "{edges}: {comparison:?}");
    }
}

fn ei(folder: &Path, edges: &str, least: f64, (nodes, names, column): (&str, &str, &str)) -> FigureSignificance {
    let nodes = table(folder, &format!("{nodes}_nodes"));
    let names = if nodes[0].contains_key(names) {
        names
    } else {
        "vertex.names"
    };
    let place: BTreeMap<&String, u32> = nodes.iter().map(|row| &row[names]).zip(0..).collect();
    let mut labels: Vec<&String> = nodes.iter().map(|row| &row[column]).collect();
    labels.sort();
    labels.dedup();
    let group = |row: &BTreeMap<String, String>| labels.binary_search(&&row[column]).ok().map(|at| at as u32);
    let weight = |row: &BTreeMap<String, String>| {
        let cell = row.get("weight").or_else(|| row.get("collab"));
        cell.map_or(1.0, |cell| cell.parse().expect("a number"))
    };
    let ties: Vec<(u32, u32, f64)> = table(folder, &format!("{edges}_edges"))
        .iter()
        .filter(|row| weight(row) >= least)
        .map(|row| (place[&row["source"]], place[&row["target"]], 1.0))
        .collect();
    let snapshot = Snapshot::from_ties(nodes.len() as u32, &ties);
    let measures = MeasureOptions {
        groups: nodes.iter().map(group).collect(),
        ..MeasureOptions::ungrouped(&snapshot)
    };
    let options = SignificanceOptions {
        measures: &measures,
        redealing: None,
        only: Some(&[NetworkMeasure::EiIndex]),
        draws: DRAWS,
        q: 0.05,
    };
    let found = compared(&snapshot, &options).expect("groups fit");
    found.figures[0]
}

/// Krackhardt's managers: who asks whom, who is whose friend, who reports to whom.
fn managers(folder: &Path) -> tempfile::TempDir {
    let mut stakeholders = String::from("id,name,sector\n");
    for row in table(folder, "ht_advice_nodes") {
        let name = row.get("name").or_else(|| row.get("vertex.names")).expect("a name");
        let _ = writeln!(stakeholders, "{name},{name},");
    }
    let mut partnerships = String::from("source,target,kind,directed\n");
    for kind in ["advice", "friends", "reports"] {
        for row in table(folder, &format!("ht_{kind}_edges")) {
            let _ = writeln!(partnerships, "{},{},{kind},yes", row["source"], row["target"]);
        }
    }
    hub_of(&[("stakeholders.csv", &stakeholders), ("partnerships.csv", &partnerships)])
}

fn asked(hub: &tempfile::TempDir, response: &str, predictors: &str, more: &[&str]) -> Ran {
    let path = hub.path().to_str().expect("a path");
    let mut arguments = vec!["qap", path, "--response", response, "--predictors", predictors];
    arguments.extend([
        "--window",
        "all",
        "--layer",
        "partnerships",
        "--direction",
        "directed",
        "--format",
        "csv",
    ]);
    arguments.extend(more);
    hubscope(&arguments)
}

fn cell(row: &BTreeMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} of {row:?}"))
}

#[test]
fn networks_predict_networks_as_published() {
    let Some(folder) = reference_data("QAP of Krackhardt's managers") else {
        return;
    };
    let hub = managers(&folder);
    let close = |found: f64, expected: f64| assert!((found - expected).abs() <= 5e-9, "{found} is not {expected}");

    let correlated = |response, predictors| {
        let ran = asked(
            &hub,
            response,
            predictors,
            &["--model", "correlation", "--draws", "5000"],
        );
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        rows(&ran.stdout)
    };
    let found = correlated("kind:advice", "kind:friends,kind:reports");
    close(cell(&found[0], "estimate"), 0.154_585_45);
    close(cell(&found[1], "estimate"), 0.223_558_18);
    // the upper tail is published: about .018 and 0 of 5,000; two-sided twice that
    assert!(
        (cell(&found[0], "p") - 0.036).abs() <= 2.0 * 3.0 * (2.0_f64 * 0.018 / 5000.0).sqrt(),
        "{found:?}"
    );
    assert!(cell(&found[1], "p") <= 0.002, "{found:?}");
    close(
        cell(&correlated("kind:friends", "kind:reports")[0], "estimate"),
        0.186_235_56,
    );

    let ran = asked(&hub, "kind:advice", "kind:friends,kind:reports", &["--draws", "2000"]);
    let found = rows(&ran.stdout);
    let terms: Vec<&str> = found.iter().map(|row| row["term"].as_str()).collect();
    assert_eq!(terms, ["intercept", "kind:friends", "kind:reports"]);
    for (row, expected) in found.iter().zip([0.396_941_65, 0.135_814_89, 0.471_569_42]) {
        close(cell(row, "estimate"), expected);
        assert!((cell(row, "r_squared") - 0.063_19).abs() <= 5e-6, "{row:?}");
        assert_eq!((row["members"].as_str(), row["pairs"].as_str()), ("21", "420"));
    }
    // about .11 and under .001 (1,000 permutations each)
    assert!((cell(&found[1], "p") - 0.11).abs() <= 3.0 * (0.11_f64 * 0.89 * (1.0 / 1000.0 + 1.0 / 2000.0)).sqrt());
    assert!(cell(&found[2], "p") <= 0.002, "{found:?}");
    assert!(found[0]["p"].is_empty());

    let ran = asked(
        &hub,
        "kind:advice",
        "kind:friends,kind:reports",
        &["--model", "logit", "--draws", "99"],
    );
    for (row, expected) in rows(&ran.stdout)
        .iter()
        .zip([-0.425_182_55, 0.579_445_24, 3.058_982_57])
    {
        // glm stops where the deviance changes by less than 1e-8 of itself: the last digit of its third coefficient is
        // short of the maximum, at 3.058982584
        assert!((cell(row, "estimate") - expected).abs() <= 2e-8, "{row:?}");
        assert!((cell(row, "deviance") - 548.145_19).abs() <= 5e-6, "{row:?}");
        assert!((cell(row, "null_deviance") - 582.243_63).abs() <= 5e-6, "{row:?}");
    }
}

const MEETINGS: &str = "stakeholder_id,event_id,date\nA,e1,2024-03-01\nB,e1,2024-03-01\nC,e1,2024-03-01\nA,e2,2024-04-01\n\
B,e2,2024-04-01\nC,e3,2024-05-01\nD,e3,2024-05-01\nD,e4,2024-06-01\nE,e4,2024-06-01\nE,e5,2024-07-01\nF,e5,2024-07-01\n\
A,e6,2024-08-01\nF,e6,2024-08-01\n";
const TIES: &str = "source,target,start,end\nA,B,2024-01-01,2024-12-31\nC,D,2024-03-01,2024-12-31\n";
const PEOPLE: &str = "id,name,sector,staff\nA,A,business,5\nB,B,business,7\nC,C,academia,2\nD,D,academia,11\nE,E,government,3\n\
F,F,government,\n";

fn small() -> tempfile::TempDir {
    hub_of(&[
        ("partnerships.csv", TIES),
        ("participations.csv", MEETINGS),
        ("stakeholders.csv", PEOPLE),
    ])
}

fn run(hub: &tempfile::TempDir, arguments: &[&str]) -> Ran {
    let path = hub.path().to_str().expect("a path");
    let arguments: Vec<&str> = arguments[..1]
        .iter()
        .chain(&[path])
        .chain(&arguments[1..])
        .copied()
        .collect();
    hubscope(&arguments)
}

#[test]
fn shared_events_and_attributes_are_variables_too() {
    let hub = small();
    let ran = run(
        &hub,
        &[
            "qap",
            "--response",
            "partnerships",
            "--predictors",
            "events,same:sector",
            "--format",
            "csv",
            "--window",
            "all",
        ],
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(rows(&ran.stdout)[1]["pairs"], "15");
    // F says nothing of its staff: ten pairs are left, and a note says so
    let ran = run(
        &hub,
        &[
            "qap",
            "--response",
            "events",
            "--predictors",
            "difference:staff",
            "--format",
            "csv",
            "--window",
            "all",
        ],
    );
    assert_eq!(
        (ran.code, rows(&ran.stdout)[1]["pairs"].as_str()),
        (0, "10"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("left out"), "{}", ran.stderr);
    for (variable, hint) in [
        ("partnership", "same:COLUMN"),
        ("kind:nothing", "no partnership"),
        ("same:shoe", "sector"),
    ] {
        let ran = run(
            &hub,
            &[
                "qap",
                "--response",
                "events",
                "--predictors",
                variable,
                "--window",
                "all",
            ],
        );
        assert_eq!(ran.code, 2, "{}", ran.stderr);
        assert!(ran.stderr.contains(hint), "{}", ran.stderr);
    }
}

#[test]
fn figures_stand_beside_the_null_model_of_their_layer() {
    let hub = small();
    for (layer, model) in [
        ("participations", "curveball"),
        ("combined", "curveball"),
        ("partnerships", "degree_preserving_swaps"),
    ] {
        let ran = run(
            &hub,
            &[
                "metrics",
                "--network",
                "--significance",
                "--layer",
                layer,
                "--window",
                "all",
                "--format",
                "csv",
            ],
        );
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let plain = run(
            &hub,
            &[
                "metrics",
                "--network",
                "--layer",
                layer,
                "--window",
                "all",
                "--format",
                "csv",
            ],
        );
        let (found, plain) = (rows(&ran.stdout), rows(&plain.stdout));
        assert_eq!(found.len(), plain.len());
        for (row, plain) in found.iter().zip(&plain) {
            assert_eq!((&row["figure"], &row["value"]), (&plain["figure"], &plain["value"]));
            // what was compared has all of p, q and draws, what was not has none
            assert_eq!(row["p"].is_empty(), row["q"].is_empty());
            assert_eq!(row["p"].is_empty(), row["draws"].is_empty());
        }
        let of = |name: &str| {
            found
                .iter()
                .find(|row| row["figure"] == name)
                .expect("a figure")
                .clone()
        };
        assert_eq!(of("transitivity")["null"], model);
        assert_eq!(of("ei_index")["null"], "label_permutation");
        // the pieces are told in several ways, and all are compared or none: two ties apart stay two ties apart
        for pieces in ["components", "largest_component_share", "fragmentation", "bridges"] {
            let expected = if layer == "partnerships" { "" } else { model };
            assert_eq!(of(pieces)["null"], expected, "{layer}: {pieces}");
        }
        // swaps keep everyone's number of ties
        for kept in ["ties", "degree_centralization"] {
            assert_eq!(of(kept)["null"].is_empty(), layer == "partnerships", "{layer}: {kept}");
        }
        assert_eq!(of("members")["null"], "");
        // each event here has two or more, so whoever came is active however attendance is dealt
        assert_eq!(of("active")["null"], "", "{layer}");
    }
}

/// Without events there is no attendance to deal, whatever the layer; and what no draw moves is no test.
#[test]
fn a_layer_without_attendance_is_compared_by_swaps_and_what_never_varies_by_nothing() {
    let significance = |files: &[(&str, &str)]| {
        let options = [
            "metrics",
            "--network",
            "--significance",
            "--window",
            "all",
            "--format",
            "csv",
        ];
        let ran = run(&hub_of(files), &options);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        rows(&ran.stdout)
    };
    let ring = "source,target,start\nA,B,2024-01-01\nB,C,2024-01-01\nC,D,2024-01-01\nD,E,2024-01-01\nE,F,2024-01-01\n\
F,A,2024-01-01\n";
    let found = significance(&[("partnerships.csv", ring)]);
    let compared: Vec<_> = found.iter().filter(|row| !row["p"].is_empty()).collect();
    // a ring of six, or two triangles
    for figure in ["transitivity", "components", "largest_component_share", "fragmentation"] {
        assert!(
            compared.iter().any(|row| row["figure"] == figure),
            "{figure}: {found:?}"
        );
    }
    for row in &compared {
        assert_eq!(row["null"], "degree_preserving_swaps");
        assert!(cell(row, "sd") > 0.0, "{row:?}");
    }
    // three who all know each other: no swap changes anything, so nothing is said
    let triangle = "source,target,start\nA,B,2024-01-01\nB,C,2024-01-01\nA,C,2024-01-01\n";
    for files in [
        [("partnerships.csv", triangle)],
        [("partnerships.csv", "source,target,start\n")],
    ] {
        for row in significance(&files) {
            assert!(row["p"].is_empty() && row["q"].is_empty(), "{row:?}");
            assert!(row["null"].is_empty() || row["value"].is_empty(), "{row:?}");
        }
    }
}

#[test]
fn stability_names_every_measure_and_loss() {
    let hub = small();
    let ran = run(
        &hub,
        &[
            "metrics",
            "--stability",
            "--first",
            "2",
            "--layer",
            "combined",
            "--window",
            "all",
            "--format",
            "csv",
        ],
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let header = "stakeholder_id,name,measure,loss,share,rank,rank_low,rank_high,median_rank,first_k,stays_first,draws";
    assert!(ran.stdout.starts_with(header), "{}", ran.stdout);
    let found = rows(&ran.stdout);
    // six of them, three measures, four losses at three shares
    assert_eq!(found.len(), 6 * 3 * 4 * 3);
    for row in &found {
        let number = |column| cell(row, column);
        assert!(
            number("rank_low") <= number("rank") && number("rank") <= number("rank_high"),
            "{row:?}"
        );
        assert!((0.0..=1.0).contains(&number("stays_first")), "{row:?}");
    }
    let withheld = hub_of(&[
        ("partnerships.csv", TIES),
        (
            "roster.csv",
            "stakeholder_id,window,responded\nA,2024,yes\nB,2024,no\nC,2024,no\nD,2024,no\n",
        ),
    ]);
    let ran = run(&withheld, &["metrics", "--stability", "--window", "2024"]);
    assert_eq!(ran.code, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stderr.contains("withheld"), "{}", ran.stderr);
}

/// Ranks from which nothing was taken would all look certain: such cases are left out, and it is said.
#[test]
fn where_nothing_can_be_lost_no_rank_is_called_stable() {
    let asked = |files: &[(&str, &str)]| {
        let arguments = ["metrics", "--stability", "--window", "all", "--format", "csv"];
        run(&hub_of(files), &arguments)
    };
    // two ties among four, no events: a tenth of either is none; 0.3 of two is one tie, and of four one member
    let ran = asked(&[("partnerships.csv", TIES)]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let found = rows(&ran.stdout);
    assert!(found.iter().any(|row| row["loss"] == "members"), "{found:?}");
    for row in &found {
        assert_ne!(row["loss"], "events", "{row:?}");
        assert_ne!(row["share"], "0.1", "{row:?}");
    }
    for said in [
        "10%, 20% of the ties lost",
        "10% of the members lost",
        "10%, 20%, 30% of the events lost",
    ] {
        assert!(ran.stderr.contains(said), "{said}: {}", ran.stderr);
    }
    let alone = asked(&[
        ("stakeholders.csv", "id,name\nA,A\n"),
        ("partnerships.csv", "source,target,start\n"),
    ]);
    assert_eq!((alone.code, alone.stdout.as_str()), (1, ""), "{}", alone.stderr);
    assert!(alone.stderr.contains("too small"), "{}", alone.stderr);
}

/// Three members have six orders: no comparison of them says anything, and of four or five little.
#[test]
fn too_few_members_or_permutations_are_no_comparison() {
    let asked = |members: usize, more: &[&str]| {
        let mut ties = String::from("source,target,start\n");
        let mut people = String::from("id,name,sector\n");
        for place in 0..members {
            let _ = writeln!(
                people,
                "M{place},M{place},{}",
                if place < 2 { "business" } else { "academia" }
            );
        }
        for place in 1..members {
            let _ = writeln!(ties, "M{},M{place},2024-01-01", place - 1);
        }
        let hub = hub_of(&[("partnerships.csv", &ties), ("stakeholders.csv", &people)]);
        let mut arguments = vec![
            "qap",
            "--response",
            "partnerships",
            "--predictors",
            "same:sector",
            "--window",
            "all",
        ];
        arguments.extend(more);
        run(&hub, &arguments)
    };
    for members in 1..4 {
        let ran = asked(members, &["--model", "correlation"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{members}: {}", ran.stderr);
        assert!(ran.stderr.contains("of the 4 stakeholders needed"), "{}", ran.stderr);
    }
    // 4! = 24 and 5! = 120 are drawn over and over by 999 permutations; 7! = 5040 are not
    for (members, orders, least) in [(4, 24, "0.083"), (5, 120, "0.017")] {
        let ran = asked(members, &["--model", "correlation", "--format", "json"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let document: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
        assert_eq!(document["parameters"]["orders"], orders);
        let said = asked(members, &["--model", "correlation"]).stdout;
        assert!(
            said.contains(&format!("{orders} different orders")) && said.contains(least),
            "{said}"
        );
    }
    assert!(
        !asked(7, &["--model", "correlation"])
            .stdout
            .contains("different orders")
    );
    for (model, enough, least) in [("correlation", "39", "38"), ("linear", "19", "18")] {
        assert_eq!(asked(7, &["--model", model, "--draws", enough]).code, 0);
        let ran = asked(7, &["--model", model, "--draws", least]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{}", ran.stderr);
        assert!(
            ran.stderr.contains(&format!("needs {enough} permutations")),
            "{}",
            ran.stderr
        );
    }
}
