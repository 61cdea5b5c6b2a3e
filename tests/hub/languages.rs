//! One language at a time: what the program prints or writes for a Spanish reader holds no English words but names.

use std::collections::BTreeMap;

use hubscope::indicators::Indicator;
use hubscope::messages::{Lang, Messages};
use hubscope::metrics::{NetworkMeasure, NodeMeasure, TieMeasure};
use serde_json::Value;

use crate::program::{hub_of, hubscope, hubscope_in, rows};

const TIES: &str = "source,target,start\nA,B,2024-01-01\nB,C,2024-03-01\nA,C,2024-06-01\nC,D,2024-06-01\n";
const MEETINGS: &str = "event,participant,date\nE1,A,2024-02-01\nE1,B,2024-02-01\nE2,A,2024-05-01\nE2,C,2024-05-01\n\
    E3,B,2024-07-01\nE3,C,2024-07-01\nE3,D,2024-07-01\n";

fn hub() -> tempfile::TempDir {
    hub_of(&[("partnerships.csv", TIES), ("participations.csv", MEETINGS)])
}

/// The same words in both languages.
const ALIKE: [&str; 3] = ["sector", "nats", ""];

fn differ(english: &Value, spanish: &Value, place: &str) {
    let (english, spanish) = (english.as_str().expect("text"), spanish.as_str().expect("text"));
    assert!(
        !english.starts_with("table-") && !english.starts_with("unit-"),
        "{place}: {english}"
    );
    assert!(ALIKE.contains(&english) || english != spanish, "{place}: {english}");
}

#[test]
fn every_unit_has_its_word_in_each_language() {
    let nodes = NodeMeasure::ALL.iter().map(|one| one.info().unit);
    let ties = TieMeasure::ALL.iter().map(|one| one.info().unit);
    let figures = NetworkMeasure::ALL.iter().map(|one| one.info().unit);
    let indicators = Indicator::ALL.iter().map(|one| one.info().unit);
    let [english, spanish] = [Lang::En, Lang::Es].map(Messages::new);
    for unit in nodes.chain(ties).chain(figures).chain(indicators) {
        assert_eq!(english.unit(unit), unit);
        assert!(!spanish.unit(unit).starts_with("unit-"), "{unit}");
        assert!(ALIKE.contains(&unit) || spanish.unit(unit) != unit, "{unit}");
    }
}

#[test]
fn columns_are_described_in_the_language_asked_for() {
    let hub = hub();
    let small = hub.path().to_str().expect("a path");
    let large = "data/gran-concepcion";
    let qap = [
        "qap",
        small,
        "--response",
        "events",
        "--predictors",
        "partnerships",
        "--window",
        "all",
    ];
    let commands: [&[&str]; 12] = [
        &["metrics", small, "--window", "years"],
        &["metrics", small, "--network"],
        &["metrics", small, "--network", "--significance"],
        &["metrics", small, "--ties", "--backbone", "disparity"],
        &["metrics", small, "--key-players", "1"],
        &["metrics", small, "--stability"],
        &["gaps", small],
        &["champions", large],
        &["adoption", large],
        &["indicators", small],
        &["actions", small],
        &qap,
    ];
    for command in commands {
        let columns = |lang| {
            let arguments = [command, &["--format", "json", "--lang", lang]].concat();
            let ran = hubscope(&arguments);
            assert_eq!(ran.code, 0, "{command:?}: {}", ran.stderr);
            let document: Value = serde_json::from_str(&ran.stdout).expect("JSON");
            document["columns"].as_array().expect("columns").clone()
        };
        for (english, spanish) in columns("en").iter().zip(&columns("es")) {
            let place = format!("{command:?} {}", english["name"]);
            differ(&english["definition"], &spanish["definition"], &place);
            differ(&english["unit"], &spanish["unit"], &place);
        }
    }
}

#[test]
fn units_in_cells_follow_the_language() {
    let hub = hub();
    let path = hub.path().to_str().expect("a path");
    let units = |lang| -> BTreeMap<String, String> {
        let ran = hubscope(&[
            "metrics",
            path,
            "--network",
            "--window",
            "all",
            "--lang",
            lang,
            "--format",
            "csv",
        ]);
        let figure = |row: BTreeMap<String, String>| (row["figure"].clone(), row["unit"].clone());
        rows(&ran.stdout).into_iter().map(figure).collect()
    };
    assert_eq!(
        (&*units("en")["density"], &*units("es")["density"]),
        ("share", "proporción")
    );
    assert_eq!((&*units("en")["ties"], &*units("es")["ties"]), ("ties", "vínculos"));
}

#[test]
fn the_data_dictionary_of_a_report_is_in_one_language() {
    let folder = hub_of(&[]);
    let dictionary = |lang: &str| -> Value {
        let hub = concat!(env!("CARGO_MANIFEST_DIR"), "/data/gran-concepcion");
        let ran = hubscope_in(folder.path(), &["report", hub, "--lang", lang, "--out", lang]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let text = std::fs::read_to_string(folder.path().join(lang).join("tables/datapackage.json")).expect("written");
        serde_json::from_str(&text).expect("JSON")
    };
    let (english, spanish) = (dictionary("en"), dictionary("es"));
    let resources = |package: &Value| package["resources"].as_array().expect("tables").clone();
    for (english, spanish) in resources(&english).iter().zip(&resources(&spanish)) {
        let fields = |table: &Value| table["schema"]["fields"].as_array().expect("columns").clone();
        for (column, columna) in fields(english).iter().zip(&fields(spanish)) {
            let place = format!("{} {}", english["name"], column["name"]);
            assert_eq!(
                (&column["name"], &column["type"]),
                (&columna["name"], &columna["type"]),
                "{place}"
            );
            differ(&column["description"], &columna["description"], &place);
            differ(&column["unit"], &columna["unit"], &place);
        }
    }
}

#[test]
fn refusals_follow_the_language() {
    let hub = hub();
    let path = hub.path().to_str().expect("a path");
    for (asked, english, spanish) in [
        (
            vec!["metrics", path, "--group-by", "shoe"],
            "no column \"shoe\"",
            "no tiene una columna «shoe»",
        ),
        (
            vec!["metrics", path, "--direction", "directed"],
            "needs a layer with arcs",
            "exige una capa con dirección",
        ),
        (
            vec![
                "metrics",
                path,
                "--ties",
                "--backbone",
                "sdsm",
                "--layer",
                "partnerships",
            ],
            "needs a layer with shared events",
            "exige una capa con eventos compartidos",
        ),
        (
            vec!["qap", path, "--response", "x", "--predictors", "events"],
            "unknown variable",
            "variable desconocida",
        ),
    ] {
        for (lang, words, hint) in [("en", english, "add "), ("es", spanish, "agregue ")] {
            let ran = hubscope(&[&asked[..], &["--lang", lang]].concat());
            assert_eq!(ran.code, 2, "{}", ran.stderr);
            assert!(ran.stderr.contains(words), "{asked:?}: {}", ran.stderr);
            let (_, hinted) = ran.stderr.split_once("hint:").unwrap_or(("", hint));
            assert!(
                hinted.contains(hint) || hinted.contains("sector"),
                "{asked:?}: {}",
                ran.stderr
            );
        }
    }
}
