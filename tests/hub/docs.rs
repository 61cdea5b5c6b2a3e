//! The user guide says what the program says: the glossary is made from the registry of measures, and every page of the
//! book is in its table of contents.
//!
//! `HUBSCOPE_BLESS=1` writes the glossary anew; otherwise it is compared.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use hubscope::messages::{Lang, Messages};
use hubscope::metrics::{MeasureInfo, Needs, NetworkMeasure, NodeMeasure, TieMeasure};

/// Where the documentation of the library stands, below which each function has its page.
const LIBRARY: &str = "https://docs.rs/hubscope/latest/hubscope/metrics";

/// Measures that come from a function of another name: those that share one, in the order of the registry.
const HOMES: [(&str, &str); 16] = [
    ("in_degree", "degree"),
    ("out_degree", "degree"),
    ("in_strength", "strength"),
    ("out_strength", "strength"),
    ("hub", "hub_authority"),
    ("authority", "hub_authority"),
    ("stranded", "articulation"),
    ("bridge", "bridges"),
    ("disparity_p", "disparity"),
    ("articulation_points", "articulation"),
    ("mean_degree", "density"),
    ("largest_component_share", "components"),
    ("diameter", "mean_path_length"),
    ("mean_clustering", "clustering"),
    ("communities", "community"),
    ("core_periphery_fit", "core_periphery"),
];

/// Measures of one family: their names begin with the role.
const FAMILIES: [(&str, &str); 6] = [
    ("coordinator", "brokerage"),
    ("itinerant", "brokerage"),
    ("gatekeeper", "brokerage"),
    ("representative", "brokerage"),
    ("liaison", "brokerage"),
    ("robustness_random", "robustness_random"),
];

/// What a snapshot holds as it is, by the key of its label.
const AS_RECORDED: [&str; 5] = [
    "measure-members",
    "measure-active",
    "measure-ties",
    "tie-measure-strength",
    "tie-measure-age",
];

#[test]
fn the_glossary_is_made_from_the_registry() {
    let path = docs().join("glossary.md");
    let made = glossary();
    if std::env::var_os("HUBSCOPE_BLESS").is_some() {
        fs::write(&path, &made).expect("written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "docs/glossary.md is out of date: run the tests once with HUBSCOPE_BLESS=1"
    );
}

#[test]
fn every_page_of_the_book_is_in_its_table_of_contents() {
    let summary = fs::read_to_string(docs().join("SUMMARY.md")).expect("SUMMARY.md");
    let mut pages = 0;
    for entry in fs::read_dir(docs()).expect("docs") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        if name.ends_with(".md") && name != "SUMMARY.md" {
            assert!(summary.contains(&format!("({name})")), "{name} is not in SUMMARY.md");
            pages += 1;
        }
    }
    let listed = summary.matches("](").count();
    assert_eq!(listed, pages, "SUMMARY.md lists a page that is not there");
}

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

fn glossary() -> String {
    let mut text = String::from(
        "# Glossary of measures\n\nMade from the registry of measures, as the tables, the report and the help are.\n\
         The names are the columns and figures that `hubscope metrics` exports; n counts the members.\n",
    );
    let words = Words {
        english: Messages::new(Lang::En),
        spanish: Messages::new(Lang::Es),
    };
    let nodes = NodeMeasure::ALL.iter().map(|measure| measure.info());
    words.section(&mut text, "Of each stakeholder", "measure", nodes);
    let ties = TieMeasure::ALL.iter().map(|measure| measure.info());
    words.section(&mut text, "Of each tie (`--ties`)", "tie-measure", ties);
    let whole = NetworkMeasure::ALL.iter().map(|measure| measure.info());
    words.section(&mut text, "Of the whole network (`--network`)", "measure", whole);
    text
}

struct Words {
    english: Messages,
    spanish: Messages,
}

impl Words {
    fn section(&self, text: &mut String, title: &str, key: &str, measures: impl Iterator<Item = MeasureInfo>) {
        let _ = writeln!(text, "\n## {title}");
        for info in measures {
            self.entry(text, &format!("{key}-{}", info.name), info);
        }
    }

    fn entry(&self, text: &mut String, key: &str, info: MeasureInfo) {
        let told = format!("{key}-definition");
        let _ = writeln!(text, "\n### {}\n", info.name);
        let _ = writeln!(text, "**{}**: {}", self.english.word(key), self.english.word(&told));
        let _ = writeln!(text, "\n**{}**: {}\n", self.spanish.word(key), self.spanish.word(&told));
        let _ = writeln!(text, "- Definition: {}", info.definition);
        let _ = writeln!(text, "- Unit: {}; range: {}", info.unit, info.range);
        if !info.undefined.is_empty() {
            let _ = writeln!(text, "- Undefined, an empty cell: {}", info.undefined);
        }
        let needs = match info.needs {
            Needs::Any => "",
            Needs::Ties => "the undirected view",
            Needs::Arcs => "`--direction directed`",
            Needs::Attendance => "a layer with events",
        };
        if !needs.is_empty() {
            let _ = writeln!(text, "- Needs: {needs}");
        }
        if !AS_RECORDED.contains(&key) {
            let home = home(info.name);
            let _ = writeln!(
                text,
                "- Formula and conventions: [`metrics::{home}`]({LIBRARY}/fn.{home}.html)"
            );
        }
        let _ = writeln!(text, "- Source: {}", linked(info.source));
    }
}

/// The function that computes a measure.
fn home(name: &str) -> &str {
    if let Some((_, home)) = HOMES.iter().find(|(measure, _)| *measure == name) {
        return home;
    }
    if let Some((_, home)) = FAMILIES.iter().find(|(role, _)| name.starts_with(role)) {
        return home;
    }
    let suffixes = ["_expected", "_z", "_raw", "_binary", "_strength", "_in", "_out"];
    let stems = suffixes.iter().filter_map(|suffix| name.strip_suffix(suffix));
    let found = [name].into_iter().chain(stems).find(|stem| is_function(stem));
    found.unwrap_or_else(|| panic!("{name}: say in HOMES which function computes it"))
}

fn is_function(name: &str) -> bool {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/metrics/{name}.rs"));
    fs::read_to_string(file).is_ok_and(|source| source.contains(&format!("\npub fn {name}(")))
}

/// Author and year, with the DOI as a link.
fn linked(source: &str) -> String {
    match source.split_once(", 10.") {
        Some((who, rest)) => format!("{who}, <https://doi.org/10.{rest}>"),
        None => source.to_owned(),
    }
}

#[test]
fn every_source_of_the_registry_becomes_one_link() {
    let nodes = NodeMeasure::ALL.iter().map(|measure| measure.info());
    let ties = TieMeasure::ALL.iter().map(|measure| measure.info());
    let whole = NetworkMeasure::ALL.iter().map(|measure| measure.info());
    for info in nodes.chain(ties).chain(whole) {
        let link = linked(info.source);
        assert_eq!(link.matches("https://doi.org/10.").count(), 1, "{}: {link}", info.name);
        assert!(!link.contains("; 10."), "{}: {link}", info.name);
    }
}
