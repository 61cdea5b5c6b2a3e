//! The rules of ARCHITECTURE.md that can be read from the source: direction of flow, confined crates, file length,
//! module comments, docstrings. Rules that are not tests rot.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules in the order in which data flows; each may use what stands before it, leaves may not use each other's
/// successors either.
const ORDER: [&str; 18] = [
    "messages",
    "numeric",
    "progress",
    "random",
    "statistics",
    "time",
    "config",
    "records",
    "network",
    "metrics",
    "findings",
    "indicators",
    "analysis",
    "tables",
    "charts",
    "report",
    "synth",
    "cli",
];

/// Leaves know no stakeholder; among themselves they may use these.
const LEAF_USES: [(&str, &[&str]); 7] = [
    ("messages", &["time"]),
    ("numeric", &[]),
    ("progress", &[]),
    ("random", &[]),
    ("statistics", &["numeric", "random"]),
    ("time", &[]),
    ("config", &["time", "messages"]),
];

/// Crate → the modules that may name it.
const CONFINED: [(&str, &[&str]); 16] = [
    ("polars", &["records", "tables"]),
    ("polars_parquet", &["records"]),
    ("polars_parquet_format", &["records"]),
    ("petgraph", &["network"]),
    ("fa2", &["network"]),
    ("plotters", &["charts"]),
    ("linfa", &["statistics"]),
    ("linfa_logistic", &["statistics"]),
    ("ndarray", &["statistics"]),
    ("solow_duration", &["statistics"]),
    ("statrs", &["statistics"]),
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("comfy_table", &["cli"]),
    ("minijinja", &["report"]),
    ("rust_xlsxwriter", &["tables"]),
];

const FORBIDDEN_NAMES: [&str; 4] = ["utils", "helpers", "common", "misc"];

struct Source {
    path: PathBuf,
    /// The top module it belongs to; `lib` and `main` for the two roots.
    module: String,
    text: String,
}

impl Source {
    /// Lines before the file's tests, without comments.
    fn code(&self) -> impl Iterator<Item = &str> {
        self.text
            .lines()
            .take_while(|line| line.trim() != "#[cfg(test)]")
            .filter(|line| !line.trim_start().starts_with("//"))
    }

    fn uses(&self, path: &str) -> bool {
        self.code().any(|line| {
            line.match_indices(path).any(|(at, _)| {
                let before = line[..at].chars().next_back();
                !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
            })
        })
    }
}

fn sources() -> Vec<Source> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder)
            .expect("src")
            .map(|entry| entry.expect("entry").path())
            .collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    let tests: BTreeSet<PathBuf> = paths.iter().flat_map(|path| test_files(path)).collect();
    paths.retain(|path| !tests.contains(path));
    paths
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&root).expect("below src");
            let first = inside
                .components()
                .next()
                .expect("a name")
                .as_os_str()
                .to_string_lossy();
            let module = first.trim_end_matches(".rs").to_owned();
            Source {
                text: fs::read_to_string(&path).expect("a source file"),
                module,
                path: inside.to_path_buf(),
            }
        })
        .collect()
}

/// The files that a file declares for its tests alone.
fn test_files(path: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(path).expect("a source file");
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let declared = lines
        .windows(2)
        .filter(|pair| pair[0] == "#[cfg(test)]")
        .filter_map(|pair| {
            let name = pair[1]
                .trim_start_matches("pub(crate) ")
                .strip_prefix("mod ")?
                .strip_suffix(';')?;
            Some(path.with_extension("").join(format!("{name}.rs")))
        });
    declared.collect()
}

#[test]
fn every_file_opens_by_saying_what_it_answers() {
    for source in sources() {
        assert!(
            source.text.starts_with("//! "),
            "{} has no module comment",
            source.path.display()
        );
        let comment = source
            .text
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .collect::<String>();
        assert!(
            comment.len() >= 40,
            "{}: the module comment says too little",
            source.path.display()
        );
    }
}

#[test]
fn no_file_is_over_500_lines_without_its_tests() {
    for source in sources() {
        let lines = source
            .text
            .lines()
            .take_while(|line| line.trim() != "#[cfg(test)]")
            .count();
        assert!(lines <= 500, "{} has {lines} lines", source.path.display());
    }
}

#[test]
fn no_module_has_a_name_that_says_nothing() {
    for source in sources() {
        for part in source.path.components() {
            let name = part.as_os_str().to_string_lossy();
            assert!(
                !FORBIDDEN_NAMES.contains(&name.trim_end_matches(".rs")),
                "{}",
                source.path.display()
            );
        }
    }
}

#[test]
fn data_flows_one_way() {
    let place: BTreeMap<&str, usize> = ORDER.iter().enumerate().map(|(place, name)| (*name, place)).collect();
    let leaves: BTreeMap<&str, &[&str]> = LEAF_USES.into_iter().collect();
    for source in sources() {
        if source.module == "lib" || source.module == "main" {
            continue;
        }
        let own = *place
            .get(source.module.as_str())
            .unwrap_or_else(|| panic!("{} is in no stage", source.path.display()));
        for (other, other_place) in &place {
            if *other == source.module || !source.uses(&format!("crate::{other}")) {
                continue;
            }
            let allowed = match leaves.get(source.module.as_str()) {
                Some(allowed) => allowed.contains(other),
                None => *other_place < own,
            };
            assert!(allowed, "{} uses crate::{other}", source.path.display());
        }
    }
}

#[test]
fn third_party_crates_stay_in_their_rooms() {
    for source in sources() {
        for (name, rooms) in CONFINED {
            let used = source.uses(&format!("{name}::"));
            assert!(
                !used || rooms.contains(&source.module.as_str()),
                "{} uses {name}",
                source.path.display()
            );
        }
    }
}

#[test]
fn stages_between_reading_and_writing_touch_no_file_clock_or_terminal() {
    let pure = [
        "network",
        "metrics",
        "findings",
        "indicators",
        "analysis",
        "statistics",
        "numeric",
        "random",
        "time",
        "charts",
    ];
    let outside = [
        "std::fs",
        "std::env",
        "std::io",
        "std::net",
        "SystemTime",
        "Instant::",
        "println!",
        "eprintln!",
        "print!",
    ];
    for source in sources().iter().filter(|source| pure.contains(&source.module.as_str())) {
        for name in outside {
            assert!(!source.uses(name), "{} uses {name}", source.path.display());
        }
    }
}

#[test]
fn hubscope_never_opens_a_network_connection() {
    for source in sources() {
        for name in ["std::net", "TcpStream", "reqwest::", "ureq::", "hyper::"] {
            assert!(!source.uses(name), "{} uses {name}", source.path.display());
        }
    }
}

#[test]
fn measures_see_frozen_snapshots_only() {
    for source in sources().iter().filter(|source| source.module == "metrics") {
        for name in [
            "crate::records",
            "crate::time",
            "crate::messages",
            "TemporalNetwork",
            "Roster",
        ] {
            assert!(!source.uses(name), "{} uses {name}", source.path.display());
        }
    }
    for source in sources()
        .iter()
        .filter(|source| source.path.ends_with("network/snapshot.rs"))
    {
        for name in ["crate::records", "crate::time"] {
            assert!(!source.uses(name), "a snapshot knows {name}");
        }
    }
}

#[test]
fn records_do_not_know_what_a_graph_is() {
    for source in sources().iter().filter(|source| source.module == "records") {
        for name in ["petgraph", "crate::network", "Snapshot"] {
            assert!(!source.uses(name), "{} uses {name}", source.path.display());
        }
    }
}

#[test]
fn charts_and_report_compute_nothing() {
    for source in sources()
        .iter()
        .filter(|source| ["charts", "report", "tables"].contains(&source.module.as_str()))
    {
        for name in [
            "crate::metrics::betweenness",
            "crate::statistics::intervals",
            "crate::numeric",
            "crate::random",
        ] {
            assert!(!source.uses(name), "{} uses {name}", source.path.display());
        }
    }
}

/// The functions of the measures: all that `metrics` offers but the tables made of them, what chance would give and
/// what the work would be.
fn measures(sources: &[Source]) -> Vec<(String, Vec<&str>)> {
    let other = ["registry", "registry.rs", "null", "null.rs", "work.rs"].map(|name| Path::new("metrics").join(name));
    let of_metrics = sources.iter().filter(|source| {
        source.module == "metrics" && !other.iter().any(|path| source.path.starts_with(path.as_path()))
    });
    let mut found = Vec::new();
    for source in of_metrics {
        let lines: Vec<&str> = source.text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(signature) = line.strip_prefix("pub fn ") else {
                continue;
            };
            let name = signature.split(['(', '<']).next().expect("a name");
            let above = lines[..at].iter().rev();
            let mut doc: Vec<&str> = above
                .take_while(|line| line.starts_with("///") || line.starts_with("#["))
                .copied()
                .collect();
            doc.reverse();
            found.push((name.to_owned(), doc));
        }
    }
    found
}

/// Each measure's docstring follows the template of CONTRIBUTING.md.
#[test]
fn every_measure_is_documented_by_the_template() {
    let headings = [
        "What it tells a hub",
        "# Formula",
        "# Conventions",
        "# Returns",
        "# Complexity",
        "# Errors",
        "# Agreement",
        "# Example",
        "# References",
    ];
    let sources = sources();
    let measures = measures(&sources);
    for (name, doc) in &measures {
        let places = headings.iter().map(|heading| {
            let place = doc.iter().position(|line| line.contains(heading));
            place.unwrap_or_else(|| panic!("{name}: the docstring has no \"{heading}\""))
        });
        assert!(places.is_sorted(), "{name}: the headings are not in order");
        let references = doc.iter().skip_while(|line| !line.contains("# References"));
        let cited = references.filter(|line| line.contains("https://doi.org/10.")).count();
        assert!(cited > 0, "{name}: no reference has a DOI");
    }
    assert!(
        measures.len() >= MEASURES,
        "only {} measures were found",
        measures.len()
    );
}

/// How many functions of measures there were when last counted.
const MEASURES: usize = 11;

/// An example that is not run, or that asserts nothing, is no example.
#[test]
fn every_measure_has_an_example_that_runs_and_can_fail() {
    for (name, doc) in measures(&sources()) {
        let example = doc.iter().skip_while(|line| !line.contains("# Example"));
        let example: Vec<_> = example.take_while(|line| !line.contains("# References")).collect();
        let fence = example.iter().find(|line| line.starts_with("/// ```"));
        assert_eq!(fence, Some(&&"/// ```"), "{name}: the example is not run");
        let calls = example.iter().any(|line| line.contains(&format!("{name}(")));
        assert!(calls, "{name}: the example does not call it");
        let asserts = example.iter().any(|line| line.contains("assert"));
        assert!(asserts, "{name}: the example asserts nothing");
    }
}

#[test]
fn no_test_is_ignored() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hub");
    let tests = fs::read_dir(folder)
        .expect("tests/hub")
        .map(|entry| fs::read_to_string(entry.expect("entry").path()).unwrap_or_default());
    let mark = concat!("#[", "ignore");
    assert!(
        sources()
            .iter()
            .map(|source| source.text.clone())
            .chain(tests)
            .all(|text| !text.contains(mark))
    );
}

/// A file in tests/hub that no line of main.rs declares would never run.
#[test]
fn no_test_file_is_forgotten() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hub");
    let main = fs::read_to_string(folder.join("main.rs")).expect("main.rs");
    for entry in fs::read_dir(folder).expect("tests/hub") {
        let name = entry
            .expect("entry")
            .file_name()
            .to_string_lossy()
            .trim_end_matches(".rs")
            .to_owned();
        assert!(
            name == "main" || main.contains(&format!("mod {name};")),
            "{name} is not declared"
        );
    }
}
