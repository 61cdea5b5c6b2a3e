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

/// English words that would betray a sentence nobody translated.
const ENGLISH: [&str; 9] = [
    " the ",
    "cannot",
    "hint:",
    "caused by",
    "expected",
    "unknown",
    "invalid",
    "value ",
    "No such",
];

fn in_spanish(arguments: &[&str], code: i32, words: &[&str]) {
    let ran = hubscope(arguments);
    assert_eq!(ran.code, code, "{arguments:?}: {}", ran.stderr);
    for word in words.iter().chain(&["sugerencia:"]) {
        assert!(ran.stderr.contains(word), "{arguments:?}: {word} in {}", ran.stderr);
    }
    for word in ENGLISH {
        assert!(!ran.stderr.contains(word), "{arguments:?}: {word} in {}", ran.stderr);
    }
}

#[test]
fn arguments_that_cannot_be_are_told_in_the_language() {
    let hub = hub();
    let path = hub.path().to_str().expect("a path");
    let cases: [(&[&str], &[&str]); 7] = [
        (
            &["metrics", path, "--layer", "shoes", "--lang", "es"],
            &["--layer", "no puede ser «shoes»", "combined"],
        ),
        (
            &["metrics", path, "--format", "jsn", "--lang=es"],
            &["«jsn»", "¿Quiso decir «json»?"],
        ),
        (
            &["metrics", path, "--layers", "x", "--lang", "es"],
            &["--layers no se conoce", "¿Quiso decir «--layer»?"],
        ),
        (&["metricas", path, "--lang", "es"], &["metricas"]),
        (&["metrics", "--lang", "es"], &["falta: <HUB>"]),
        (&["metrics", path, "--seed", "x", "--lang", "es"], &["--seed", "«x»"]),
        (
            &["metrics", path, "--lang", "es", "--seed", "1", "--seed", "2"],
            &["--seed", "dos veces"],
        ),
    ];
    for (arguments, words) in cases {
        in_spanish(arguments, 2, words);
    }
    let english = hubscope(&["metrics", path, "--layer", "shoes"]);
    assert!(
        english.stderr.starts_with("error: --layer <LAYER> cannot be \"shoes\""),
        "{}",
        english.stderr
    );
    assert!(
        english.stderr.contains("hint: Expected one of: partnerships"),
        "{}",
        english.stderr
    );
}

#[test]
fn what_is_wrong_with_hub_toml_is_told_in_the_language_it_asks_for() {
    for (config, code, words) in [
        (
            "[netwrk]\nlayer = \"x\"",
            2,
            ["clave desconocida «netwrk»", "¿Quiso decir «network»?"],
        ),
        ("[gaps]\nq = \"low\"", 2, ["línea 5", "texto entre comillas"]),
        ("[gaps]\nq = 1.5", 2, ["fuera de rango", "un número de 0 a 1"]),
        ("[network]\nlayer = \"shoes\"", 2, ["[network] layer", "shoes"]),
        ("[records]\ndate_order = \"dmy\"", 2, ["«dmy»", "day_month"]),
        ("[[recording]]\nwhat = \"x\"", 2, ["falta la clave «from»", "from = …"]),
        ("[values.knd]\nx = \"y\"", 2, ["«knd»", "¿Quiso decir «kind»?"]),
        ("[tables]\nevents = \"none.csv\"", 1, ["none.csv", "no existe"]),
    ] {
        let config = format!("[hub]\nlang = \"es\"\n\n{config}\n");
        let hub = hub_of(&[("partnerships.csv", TIES), ("hub.toml", &config)]);
        in_spanish(&["metrics", hub.path().to_str().expect("a path")], code, &words);
    }
}

#[test]
fn refused_records_and_unwritable_output_are_told_in_the_language_of_the_hub() {
    let config = "[hub]\nlang = \"es\"\n";
    let ambiguous = "source,target,start\nA,B,03/05/2024\n";
    let refused = hub_of(&[("partnerships.csv", ambiguous), ("hub.toml", config)]);
    in_spanish(
        &["check", refused.path().to_str().expect("a path")],
        1,
        &["03/05/2024", "fila 2"],
    );

    let hub = hub_of(&[("partnerships.csv", TIES), ("hub.toml", config)]);
    let path = hub.path().to_str().expect("a path");
    let nowhere = hub.path().join("no/such/place.csv");
    let nowhere = nowhere.to_str().expect("a path");
    let ran = hubscope(&["metrics", path, "--format", "csv", "--out", nowhere]);
    assert_eq!(ran.code, 4, "{}", ran.stderr);
    for word in ["no se puede escribir", "causa: no existe ese archivo o carpeta"] {
        assert!(ran.stderr.contains(word), "{word} in {}", ran.stderr);
    }
    let occupied = hub_of(&[("mine.txt", "mine")]);
    let ran = hubscope(&[
        "report",
        path,
        "--out",
        occupied.path().to_str().expect("a path"),
        "--quiet",
    ]);
    assert_eq!(ran.code, 4, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("causa:") && ran.stderr.contains("no se escribió nada"),
        "{}",
        ran.stderr
    );
    assert!(!ran.stderr.contains("holds"), "{}", ran.stderr);
}

#[test]
fn check_tells_reasons_in_the_language_and_keeps_states_in_machine_files() {
    let hub = hub_of(&[(
        "partnerships.csv",
        "source,target,start,amount,currency\nA,B,pronto,,\nA,C,2024,USD 1,COP\nA,N/A,2024,,\nPopay√°n,A,2024,,\n",
    )]);
    let path = hub.path().to_str().expect("a path");
    let spanish = hubscope(&["check", path, "--lang", "es"]).stdout;
    let english = hubscope(&["check", path]).stdout;
    for (en, es) in [
        ("cell could not be read", "celda"),
        (
            "contradicts the column of currencies",
            "contradice la columna de monedas",
        ),
        ("broken encoding", "codificación"),
    ] {
        assert!(
            english.contains(en) && spanish.contains(es),
            "{en}, {es}:\n{english}\n{spanish}"
        );
        assert!(!spanish.contains(en), "{en}:\n{spanish}");
    }
}
