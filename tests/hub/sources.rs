//! The same hub says the same in whatever files it is kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hubscope::analysis::naming::Naming;
use hubscope::analysis::{Analysis, AnalysisOptions};
use hubscope::messages::{Lang, Messages};
use hubscope::progress::Silent;
use hubscope::records::{self, HubRecords, ReadOptions};
use hubscope::report::{self, Edition, ReportOptions};

use crate::files::{self, Table};

/// The tables of a sample hub as CSV texts, by name.
fn tables_of(sample: &Path) -> Vec<(String, String)> {
    let mut tables = Vec::new();
    for entry in fs::read_dir(sample).expect("a sample hub") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "csv") && name != "planted_truth" {
            tables.push((name, fs::read_to_string(&path).expect("a table")));
        }
    }
    tables.sort();
    tables
}

/// Writes the hub in each form; each is a form's name and the hub to give to the program.
fn forms(sample: &Path, folder: &Path) -> Vec<(&'static str, PathBuf)> {
    let texts = tables_of(sample);
    let typed: Vec<Table> = texts.iter().map(|(name, text)| Table::from_csv(name, text)).collect();
    let hub = |form: &str| {
        let path = folder.join(form);
        fs::create_dir(&path).expect("a folder");
        path
    };
    let (western, column_wise, lines) = (hub("semicolons"), hub("parquet"), hub("json"));
    for (name, text) in &texts {
        fs::write(western.join(format!("{name}.csv")), files::semicolons_1252(text)).expect("written");
    }
    for table in &typed {
        fs::write(
            column_wise.join(format!("{}.parquet", table.name)),
            files::parquet(table),
        )
        .expect("written");
        fs::write(lines.join(format!("{}.jsonl", table.name)), files::json_lines(table)).expect("written");
    }
    let (book, open_book, database) = (
        folder.join("libro.xlsx"),
        folder.join("libro.ods"),
        folder.join("hub.sqlite"),
    );
    fs::write(&book, files::xlsx(&typed)).expect("written");
    let sheets: Vec<String> = typed.iter().map(files::ods_sheet).collect();
    fs::write(&open_book, files::ods(&sheets)).expect("written");
    files::sqlite(&database, &typed);
    vec![
        ("CSV", sample.to_owned()),
        ("CSV; Windows-1252", western),
        ("Parquet", column_wise),
        ("JSON lines", lines),
        ("xlsx", book),
        ("ods", open_book),
        ("SQLite", database),
    ]
}

fn read(hub: &Path, config: &Path) -> HubRecords {
    let options = ReadOptions {
        config: Some(config.to_owned()),
    };
    records::read(hub, &options).unwrap_or_else(|error| panic!("{}: {error}", hub.display()))
}

/// All that was read but for where it stood and how it was written.
fn said(records: &HubRecords) -> String {
    let mut rest = records.clone();
    rest.ledger = Default::default();
    rest.mapping = Default::default();
    rest.input_hashes.clear();
    rest.present.values_mut().for_each(|table| table.file.clear());
    format!("{rest:#?}")
}

fn tables_of_report(records: HubRecords) -> Vec<(String, Vec<u8>)> {
    let messages = Messages::new(Lang::Es);
    let analysis = Analysis::run(Arc::new(records), AnalysisOptions::report(), &Silent).expect("an analysis");
    let edition = Edition::Partners;
    let naming = Naming::with(&analysis.records, &analysis.roster, &messages, edition.persons());
    let tables = hubscope::tables::all(&analysis, &naming, &messages);
    let options = ReportOptions {
        lang: Lang::Es,
        edition,
        workbook: false,
    };
    let bundle = report::bundle(&analysis, &options, &[], &tables).expect("a bundle");
    let names = bundle.hashes().into_keys();
    let names = names.filter(|name| name.starts_with("tables/") && !name.contains("ledger"));
    names
        .map(|name| (name.clone(), bundle.file(&name).expect("a file").to_vec()))
        .collect()
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name)
}

#[test]
fn a_hub_says_the_same_in_every_form() {
    for name in ["hub-pequeno", "gran-concepcion"] {
        let folder = tempfile::tempdir().expect("a folder");
        let config = sample(name).join("hub.toml");
        let mut expected = None;
        for (form, hub) in forms(&sample(name), folder.path()) {
            let records = read(&hub, &config);
            let used = records.ledger.rows();
            let found = said(&records);
            let (first, rows) = expected.get_or_insert_with(|| (found.clone(), used));
            let differs = first.lines().zip(found.lines()).find(|(one, other)| one != other);
            assert!(
                differs.is_none() && first.len() == found.len(),
                "{name} as {form}: {differs:?}"
            );
            assert_eq!(used, *rows, "{name} as {form}");
        }
    }
}

#[test]
fn the_tables_of_a_report_are_the_same_bytes_from_every_form() {
    let folder = tempfile::tempdir().expect("a folder");
    let sample = sample("hub-pequeno");
    // few draws: what they are drawn from is what is compared
    let config = folder.path().join("few_draws.toml");
    let text = fs::read_to_string(sample.join("hub.toml")).expect("its choices");
    fs::write(&config, format!("{text}\n[stability]\ndraws = 100\n")).expect("written");
    let mut expected: Option<Vec<(String, Vec<u8>)>> = None;
    for (form, hub) in forms(&sample, folder.path()) {
        let tables = tables_of_report(read(&hub, &config));
        assert!(tables.len() > 5, "{form}: {}", tables.len());
        let first = expected.get_or_insert_with(|| tables.clone());
        for ((name, bytes), (other, found)) in first.iter().zip(&tables) {
            assert_eq!(name, other, "{form}");
            assert!(bytes == found, "{form}: {name} differs");
        }
        assert_eq!(first.len(), tables.len(), "{form}");
    }
}

#[test]
fn the_program_reads_a_hub_that_is_one_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let forms = forms(&sample("hub-pequeno"), folder.path());
    let config = sample("hub-pequeno").join("hub.toml");
    for (form, hub) in forms.iter().filter(|(_, hub)| hub.is_file()) {
        let arguments = [
            "check",
            hub.to_str().expect("a path"),
            "--config",
            config.to_str().expect("a path"),
        ];
        let ran = crate::program::hubscope(&arguments);
        assert_eq!(ran.code, 0, "{form}: {}", ran.stderr);
        let file = hub.file_name().expect("a name").to_string_lossy();
        assert!(
            ran.stdout.contains(&format!("{file}#actores")),
            "{form}: {}",
            ran.stdout
        );
    }
}
