//! Commands, exit codes, errors and the output contract.

use std::fs;
use std::path::Path;

use crate::program::{Ran, hub_of, hubscope, hubscope_in, rows};

const TRIANGLE: &str =
    "source,target,start,end\nA,B,2024-01-01,2024-12-31\nB,C,2024-03-01,2024-12-31\nA,C,2024-06-01,2024-12-31\n";

fn run(hub: &tempfile::TempDir, command: &str, more: &[&str]) -> Ran {
    let path = hub.path().to_str().expect("a path");
    let arguments: Vec<&str> = [command, path].into_iter().chain(more.iter().copied()).collect();
    hubscope(&arguments)
}

#[test]
fn csv_has_a_header_and_one_row_per_stakeholder_in_id_order() {
    let ran = run(
        &hub_of(&[("partnerships.csv", TRIANGLE)]),
        "metrics",
        &["--format", "csv", "--window", "all"],
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.starts_with("stakeholder_id,name,"), "{}", ran.stdout);
    let ids: Vec<String> = rows(&ran.stdout)
        .into_iter()
        .map(|row| row["stakeholder_id"].clone())
        .collect();
    assert_eq!(ids, ["A", "B", "C"]);
}

#[test]
fn a_window_option_that_means_several_windows_adds_their_columns() {
    let ran = run(
        &hub_of(&[("partnerships.csv", TRIANGLE)]),
        "metrics",
        &["--format", "csv", "--window", "years"],
    );
    assert!(
        ran.stdout.starts_with("window,start,end,partial,stakeholder_id,"),
        "{}",
        ran.stdout
    );
}

#[test]
fn indicators_print_the_header_of_the_contract() {
    let ran = run(
        &hub_of(&[("partnerships.csv", TRIANGLE)]),
        "indicators",
        &["--format", "csv"],
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let header = "indicator,window,start,end,partial,value,low,high,numerator,denominator,unit";
    assert!(ran.stdout.starts_with(header), "{}", ran.stdout);
}

#[test]
fn json_is_one_document_with_parameters_columns_and_rows() {
    let ran = run(
        &hub_of(&[("partnerships.csv", TRIANGLE)]),
        "metrics",
        &["--format", "json", "--window", "all"],
    );
    let document: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(document["parameters"]["layer"], "combined");
    assert_eq!(document["rows"].as_array().map(Vec::len), Some(3));
    assert!(document["columns"][0]["definition"].is_string());
}

#[test]
fn a_readable_table_names_the_columns_that_have_no_room_and_how_it_was_made() {
    let hub = hub_of(&[("partnerships.csv", TRIANGLE)]);
    let ran = run(
        &hub,
        "metrics",
        &["--window", "2024", "--layer", "partnerships", "--path-length", "hops"],
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let lines: Vec<&str> = ran.stdout.lines().collect();
    let csv = run(
        &hub,
        "metrics",
        &["--window", "2024", "--layer", "partnerships", "--format", "csv"],
    );
    let columns: Vec<&str> = csv.stdout.lines().next().expect("a header").split(',').collect();
    // a header, one rule, three rows, nothing wider than a page
    let shown: Vec<&str> = lines[0].split_whitespace().collect();
    assert_eq!(
        lines.iter().filter(|line| line.contains('─')).count(),
        1,
        "{}",
        ran.stdout
    );
    assert!(
        lines[2].contains('A') && lines[3].contains('B') && lines[4].contains('C'),
        "{}",
        ran.stdout
    );
    assert!(
        lines[..5].iter().all(|line| line.chars().count() <= 200),
        "{}",
        ran.stdout
    );
    let (_, left_out) = lines[6].split_once("left out: ").expect("columns without room");
    let all: Vec<&str> = shown
        .into_iter()
        .chain(left_out.trim_end_matches('.').split(", "))
        .collect();
    assert_eq!(all, columns);
    let made = "Window 2024, 1 January 2024 to 1 June 2024. Ties: partnerships, without direction. Paths: every tie is one step.";
    assert!(lines[7].starts_with(made), "{}", ran.stdout);
    let spanish = run(&hub, "metrics", &["--window", "2024", "--lang", "es"]);
    assert!(
        spanish.stdout.contains("Caminos: un vínculo fuerte es corto."),
        "{}",
        spanish.stdout
    );
}

#[test]
fn a_missing_folder_is_exit_1_and_says_what_to_do() {
    let ran = hubscope(&["check", "no-such-hub"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("error:") && ran.stderr.contains("hint:"),
        "{}",
        ran.stderr
    );
    assert!(ran.stdout.is_empty());
}

#[test]
fn an_unknown_option_or_key_is_exit_2_with_did_you_mean() {
    assert_eq!(hubscope(&["metrics", "hub", "--layr", "working"]).code, 2);
    let hub = hub_of(&[
        ("partnerships.csv", TRIANGLE),
        ("hub.toml", "[studdy]\nas_of = 2024-12-31\n"),
    ]);
    let ran = run(&hub, "check", &[]);
    assert_eq!(ran.code, 2, "{}", ran.stderr);
    assert!(ran.stderr.contains("study"), "{}", ran.stderr);
    let hub = hub_of(&[("partnerships.csv", TRIANGLE)]);
    let ran = run(&hub, "metrics", &["--group-by", "shoe_size"]);
    assert_eq!(ran.code, 2, "{}", ran.stderr);
    assert!(ran.stderr.contains("sector"), "{}", ran.stderr);
}

#[test]
fn strict_turns_a_repair_into_exit_1() {
    let table = "source,target,start\nA,B,2024-01-01\nA,A,2024-01-01\n";
    let hub = hub_of(&[("partnerships.csv", table)]);
    assert_eq!(run(&hub, "metrics", &["--window", "all"]).code, 0);
    let strict = run(&hub, "metrics", &["--window", "all", "--strict"]);
    assert_eq!(strict.code, 1);
    assert!(
        strict.stderr.contains("partnerships.csv") && strict.stderr.contains("row"),
        "{}",
        strict.stderr
    );
}

#[test]
fn output_that_cannot_be_written_is_exit_4() {
    let hub = hub_of(&[("partnerships.csv", TRIANGLE)]);
    let ran = run(
        &hub,
        "metrics",
        &["--window", "all", "--format", "csv", "--out", "/no/such/folder/x.csv"],
    );
    assert_eq!(ran.code, 4, "{}", ran.stderr);
}

#[test]
fn errors_follow_the_language_asked_for_and_never_the_locale() {
    let english = hubscope(&["check", "no-such-hub"]);
    let spanish = hubscope(&["check", "no-such-hub", "--lang", "es"]);
    assert_ne!(english.stderr, spanish.stderr);
    assert!(spanish.stderr.contains("Revise"), "{}", spanish.stderr);
}

#[test]
fn more_key_players_than_there_are_is_exit_2_and_too_many_to_compare_is_said() {
    let hub = hub_of(&[("partnerships.csv", TRIANGLE)]);
    let asked = |size| {
        run(
            &hub,
            "metrics",
            &["--window", "all", "--format", "csv", "--key-players", size],
        )
    };
    let refused = asked("4");
    assert_eq!(refused.code, 2, "{}{}", refused.stdout, refused.stderr);
    assert!(
        refused.stdout.is_empty() && refused.stderr.contains("3 stakeholders"),
        "{}",
        refused.stderr
    );
    // two of three leave nobody to compare: no value, and nothing is said to be exact
    let ran = asked("2");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    for row in rows(&ran.stdout) {
        assert_eq!(row["exact"].is_empty(), row["value"].is_empty(), "{row:?}");
        assert_eq!(
            row["value"].is_empty(),
            row["criterion"].contains("fragmentation"),
            "{row:?}"
        );
    }
    assert!(ran.stderr.contains("fewer than two"), "{}", ran.stderr);
    assert!(!asked("1").stderr.contains("fewer than two"));
}

#[test]
fn a_hub_alone_is_reported_and_the_last_line_names_the_report() {
    let folder = hub_of(&[]);
    let hub = folder.path().join("hub");
    fs::create_dir(&hub).expect("a folder");
    fs::write(hub.join("partnerships.csv"), TRIANGLE).expect("written");
    let ran = hubscope_in(folder.path(), &["hub"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.trim_end().ends_with("report.html"), "{}", ran.stdout);
    assert!(folder.path().join("reports/hub/report.html").is_file());
}

#[test]
fn new_makes_a_hub_that_check_accepts() {
    let folder = hub_of(&[]);
    for lang in ["en", "es"] {
        let made = hubscope_in(folder.path(), &["new", lang, "--lang", lang]);
        assert_eq!(made.code, 0, "{}", made.stderr);
        let checked = hubscope_in(folder.path(), &["check", lang]);
        assert_eq!(checked.code, 0, "{lang}: {}{}", checked.stdout, checked.stderr);
        let again = hubscope_in(folder.path(), &["new", lang]);
        assert_eq!(again.code, 4, "{}", again.stderr);
    }
}

/// The reference in the docs is the printed help: it is written anew with `HUBSCOPE_BLESS=1` and compared otherwise.
#[test]
fn the_command_reference_is_the_printed_help() {
    let mut reference = String::from("# Commands\n\nThe printed help of each command.\n");
    let commands = [
        "",
        "new",
        "check",
        "report",
        "metrics",
        "gaps",
        "introductions",
        "champions",
        "adoption",
        "indicators",
        "actions",
        "qap",
        "import",
        "resolve",
        "synth",
    ];
    for command in commands {
        let arguments: Vec<&str> = [command, "--help"]
            .into_iter()
            .filter(|argument| !argument.is_empty())
            .collect();
        let ran = hubscope(&arguments);
        assert_eq!(ran.code, 0);
        let name = format!("hubscope {command}");
        reference.push_str(&format!("\n## {}\n\n```text\n{}```\n", name.trim_end(), ran.stdout));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/commands.md");
    if std::env::var_os("HUBSCOPE_BLESS").is_some() {
        fs::write(&path, &reference).expect("written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == reference,
        "docs/commands.md is out of date: run the tests once with HUBSCOPE_BLESS=1"
    );
}

/// Each transcript of the README is what the program prints: written anew with `HUBSCOPE_BLESS=1`.
#[test]
fn the_readme_shows_what_the_program_prints() {
    const MARK: &str = "<!-- transcript: ";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let kept = fs::read_to_string(&path).expect("README.md");
    let mut parts = kept.split(MARK);
    let mut current = parts.next().expect("a beginning").to_owned();
    let mut transcripts = 0;
    for part in parts {
        let (command, rest) = part.split_once(" -->\n```text\n").expect("a command and its block");
        let (_, after) = rest.split_once("```").expect("the block ends");
        let ran = hubscope(&command.split(' ').collect::<Vec<_>>());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        current.push_str(&format!("{MARK}{command} -->\n```text\n{}```{after}", ran.stdout));
        transcripts += 1;
    }
    assert!(transcripts > 0);
    if std::env::var_os("HUBSCOPE_BLESS").is_some() {
        fs::write(&path, &current).expect("written");
    }
    let kept = fs::read_to_string(&path).expect("README.md");
    assert!(
        kept == current,
        "README.md is out of date: run the tests once with HUBSCOPE_BLESS=1"
    );
}
