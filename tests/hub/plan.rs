//! The partnership plan through the program: the run-off adds up to the agreements row by row, hours are kept to, and
//! what cannot be asked is refused.

use std::fs;

use crate::program::{hubscope, rows};

/// A report on a sample hub, in a folder of its own.
fn report(hub: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("report");
    let ran = hubscope(&["report", hub, "--out", out.to_str().expect("a path"), "--quiet"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    folder
}

fn table(folder: &tempfile::TempDir, name: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let path = folder.path().join("report/tables").join(name);
    rows(&fs::read_to_string(path).expect("a table of the report"))
}

#[test]
fn the_run_off_adds_up_to_the_agreements_row_by_row() {
    for hub in ["data/gran-concepcion", "data/hub-pequeno"] {
        let folder = report(hub);
        let (plan, runoff) = (table(&folder, "plan.csv"), table(&folder, "runoff.csv"));
        let agreements: Vec<_> = plan.iter().filter(|row| row["act"] != "introduce").collect();
        let nothing: Vec<_> = runoff.iter().filter(|row| row["way"] == "nothing_renewed").collect();
        assert_eq!(nothing.len(), 13, "{hub}");
        for left in &nothing {
            // days of the form 2026-03-31 compare as text; who never ends has an empty last day
            let lasts = |row: &str| row.is_empty() || row > left["day"].as_str();
            let rows = agreements.iter().filter(|row| lasts(&row["lasts_to"])).count();
            assert_eq!(left["agreements"], rows.to_string(), "{hub}: {}", left["day"]);
        }
        // what ends in each quarter is what the next quarter lacks
        for pair in nothing.windows(2) {
            let ending = agreements.iter().filter(|row| row["ends_in"] == pair[1]["day"]).count();
            let count =
                |row: &std::collections::BTreeMap<String, String>| row["agreements"].parse::<usize>().expect("whole");
            assert_eq!(count(pair[0]) - count(pair[1]), ending, "{hub}: {}", pair[1]["day"]);
        }
    }
}

#[test]
fn hours_are_kept_to_and_said() {
    let ran = hubscope(&[
        "plan",
        "data/gran-concepcion",
        "--hours",
        "60",
        "--horizon",
        "2y",
        "--format",
        "csv",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let plan = rows(&ran.stdout);
    let hours = plan
        .iter()
        .filter(|row| !row["order"].is_empty())
        .map(|row| row["hours"].parse::<f64>().expect("hours"));
    let spent: f64 = hours.sum();
    assert!(spent > 50.0 && spent <= 60.0, "{spent}");
    assert!(ran.stderr.contains("of 60 hours are planned"), "{}", ran.stderr);
    // acts come first, in order
    let order: Vec<&str> = plan
        .iter()
        .map(|row| row["order"].as_str())
        .take_while(|order| !order.is_empty())
        .collect();
    assert!(!order.is_empty() && order.iter().zip(1..).all(|(order, place)| *order == place.to_string()));
}

#[test]
fn introductions_alone_say_how_good_the_choice_is() {
    for goal in ["coverage", "fragmentation", "reach"] {
        let ran = hubscope(&[
            "plan",
            "data/hub-pequeno",
            "--introductions",
            "6",
            "--goal",
            goal,
            "--format",
            "csv",
            "--lang",
            "en",
        ]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let chosen = rows(&ran.stdout);
        assert!(chosen.len() <= 6, "{goal}: {}", chosen.len());
        let effect = |row: &std::collections::BTreeMap<String, String>| row[goal].parse::<f64>().expect("an effect");
        assert!(chosen.iter().all(|row| effect(row) > 0.0), "{goal}");
        let said = ["nothing within the budget is better", "at least", "has an effect"];
        assert!(said.iter().any(|words| ran.stderr.contains(words)), "{}", ran.stderr);
    }
}

#[test]
fn how_good_the_choice_is_holds_for_the_hours_that_were_left_to_choose() {
    let ran = hubscope(&[
        "plan",
        "data/hub-pequeno",
        "--hours",
        "20",
        "--goal",
        "reach",
        "--format",
        "csv",
        "--lang",
        "en",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let (rows, mut first) = (rows(&ran.stdout), 0.0);
    for row in rows.iter().filter(|row| !row["order"].is_empty()) {
        if ["broaden", "hand_over"].contains(&row["act"].as_str()) {
            first += row["hours"].parse::<f64>().expect("hours");
        }
    }
    let said = format!("{first} hours go first to agreements that nothing replaces");
    assert!(first > 0.0 && ran.stderr.contains(&said), "{first}: {}", ran.stderr);
}

#[test]
fn what_makes_no_plan_is_refused() {
    for asked in [
        ["--horizon", "2"],
        ["--horizon", "30y"],
        ["--hours", "-4"],
        ["--goal", "speed"],
        ["--introductions", "0"],
        ["--window", "1999"],
        ["--window", "2031-Q2"],
    ] {
        let ran = hubscope(&["plan", "data/hub-pequeno", asked[0], asked[1]]);
        assert_eq!(ran.code, 2, "{asked:?}: {}", ran.stderr);
    }
}
