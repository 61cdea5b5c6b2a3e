//! The bundle: whole, private, legible, the same bytes every time.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use hubscope::analysis::naming::Naming;
use hubscope::analysis::{Analysis, AnalysisOptions};
use hubscope::messages::{Lang, Messages};
use hubscope::progress::Silent;
use hubscope::records::{HubRecords, ReadOptions, StakeholderKind};
use hubscope::report::{self, Bundle, Edition, ReportError, ReportOptions};

/// Each sample hub is analysed once for all tests.
static GRAN_CONCEPCION: LazyLock<Analysis> = LazyLock::new(|| analysis(&sample("gran-concepcion")));
static HUB_PEQUENO: LazyLock<Analysis> = LazyLock::new(|| analysis(&sample("hub-pequeno")));

fn sample(name: &str) -> Arc<HubRecords> {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name))
}

fn read(folder: &Path) -> Arc<HubRecords> {
    Arc::new(hubscope::records::read(folder, &ReadOptions::default()).expect("a hub"))
}

fn analysis(records: &Arc<HubRecords>) -> Analysis {
    Analysis::run(Arc::clone(records), AnalysisOptions::report(), &Silent).expect("an analysis")
}

fn bundle(analysis: &Analysis, options: &ReportOptions) -> Bundle {
    let messages = Messages::new(options.lang);
    let naming = Naming::with(
        &analysis.records,
        &analysis.roster,
        &messages,
        options.edition.persons(),
    );
    let charts = hubscope::charts::all(analysis, &naming, &messages);
    let tables = hubscope::tables::all(analysis, &naming, &messages);
    report::bundle(analysis, options, &charts, &tables).expect("a bundle")
}

fn partners(lang: Lang) -> ReportOptions {
    ReportOptions {
        lang,
        edition: Edition::Partners,
        workbook: false,
    }
}

fn page<'a>(bundle: &'a Bundle, name: &str) -> &'a str {
    std::str::from_utf8(bundle.file(name).expect("the page")).expect("UTF-8")
}

/// The page without tags, styles and pictures: what a reader reads.
fn visible(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html.split_once("<body").map_or(html, |(_, body)| body);
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push('\n');
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    text
}

/// Text as a reader would search it: small letters, no accents.
fn folded(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

#[test]
fn no_person_is_named_in_any_file_but_the_private_one() {
    let bundle = bundle(&GRAN_CONCEPCION, &partners(Lang::Es));
    let names: Vec<String> = GRAN_CONCEPCION
        .records
        .stakeholders
        .iter()
        .filter(|one| one.kind == StakeholderKind::Person)
        .flat_map(|one| std::iter::once(&one.name).chain(&one.aliases))
        .filter(|name| name.split_whitespace().count() > 1)
        .map(|name| folded(name))
        .collect();
    assert!(names.len() > 100, "the sample has persons");
    let private = folded(page(&bundle, "PRIVATE-people.html"));
    assert!(names.iter().any(|name| private.contains(name)));
    for (path, content) in bundle.files().filter(|(path, _)| *path != "PRIVATE-people.html") {
        let text = folded(&String::from_utf8_lossy(content));
        let found = names.iter().find(|name| text.contains(name.as_str()));
        assert_eq!(found, None, "{path}");
    }
}

/// A hub that writes a person's name wherever one can be written: no column is only for names.
fn loose_tongued_hub(folder: &Path) {
    const NAME: &str = "Rosa Ñancupil Vera";
    let tables = [
        (
            "stakeholders.csv",
            "name,kind,sector,parent,email\nOffice of NAME,organization,government,\n\
             NAME,person,government,Office of NAME,rnancupil@office.org\nAcme,organization,business,\nBeta,organization,academia,\nGamma,organization,business,\n"
                .to_owned(),
        ),
        (
            "events.csv",
            "name,component,start,topic\nTalk by NAME,class of NAME,2024-02-01,NAME\nMeeting,meeting,2024-09-01,\n"
                .to_owned(),
        ),
        (
            "participations.csv",
            "stakeholder,event,role\nNAME,Talk by NAME,speaker\nAcme,Talk by NAME,guest of NAME\nBeta,Talk by NAME,\n\
             Acme,Meeting,\nBeta,Meeting,\nGamma,Meeting,\n"
                .to_owned(),
        ),
        (
            "partnerships.csv",
            "id,source,target,kind,start,end,owner\nnames-NAME,Acme,Beta,favour of NAME,2024-01-01,2025-03-01,NAME\n\
             two,Office of NAME,Acme,agreement,2024-01-01,,Nancupil Vera; Rosa\n"
                .to_owned(),
        ),
        (
            "adoptions.csv",
            "unit,practice,date,trigger\nOffice of NAME,method of NAME,2024-05-01,NAME\n".to_owned(),
        ),
        (
            "commitments.csv",
            "id,text,kind,owner\nc1,NAME (rnancupil@office.org) promises a plan,promise of NAME,NAME\n".to_owned(),
        ),
    ];
    for (file, rows) in tables {
        fs::write(folder.join(file), rows.replace("NAME", NAME)).expect("a table");
    }
    let toml = "[hub]\nname = \"Hub of NAME\"\nstaff = [\"NAME\"]\n\n[champions]\nresponsible = \"NAME\"\n";
    fs::write(folder.join("hub.toml"), toml.replace("NAME", NAME)).expect("hub.toml");
}

#[test]
fn a_name_in_any_free_text_is_withheld() {
    let folder = tempfile::tempdir().expect("a folder");
    loose_tongued_hub(folder.path());
    let analysis = analysis(&read(folder.path()));
    for lang in Lang::ALL {
        let bundle = bundle(&analysis, &partners(lang));
        assert!(visible(page(&bundle, "report.html")).contains("Acme"));
        assert!(
            page(&bundle, "tables/calendar.csv").contains("Acme")
                && page(&bundle, "tables/adoptions.csv").contains("Office")
        );
        for (path, content) in bundle.files().filter(|(path, _)| *path != "PRIVATE-people.html") {
            let text = folded(&String::from_utf8_lossy(content));
            let near = text.find("nancupil").map(|at| &text[at.saturating_sub(60)..at + 20]);
            assert_eq!(near, None, "{path}");
        }
    }
}

#[test]
fn the_private_page_says_so_on_every_printed_page_and_says_why_it_exists() {
    let bundle = bundle(&GRAN_CONCEPCION, &partners(Lang::En));
    let people = page(&bundle, "PRIVATE-people.html");
    assert!(people.contains("<body class=\"private\" data-mark=\"PRIVATE\">"));
    assert!(people.contains("position: fixed"));
    for word in ["Purpose", "Responsible", "Those concerned were told"] {
        assert!(visible(people).contains(word), "{word}");
    }
    let shared = page(&bundle, "report.html");
    assert!(!shared.contains("class=\"private\""));
}

#[test]
fn pages_load_nothing_and_are_well_formed_in_both_languages() {
    for (name, analysis) in [("gran-concepcion", &GRAN_CONCEPCION), ("hub-pequeno", &HUB_PEQUENO)] {
        for lang in Lang::ALL {
            let bundle = bundle(analysis, &partners(lang));
            for (path, content) in bundle.files().filter(|(path, _)| path.ends_with(".html")) {
                let html = std::str::from_utf8(content).expect("UTF-8");
                let place = format!("{name} {lang} {path}");
                assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{place}");
                assert!(html.contains("default-src 'none'"), "{place}");
                loads_nothing(html, &place);
                is_balanced(html, &place);
                headings_are_in_order(html, &place);
                every_figure_has_a_table(html, &place);
                anchors_lead_somewhere(html, &place);
                no_key_remains(html, &place);
            }
        }
    }
}

fn loads_nothing(html: &str, place: &str) {
    for attribute in ["src=\"", "href=\"", "url(", "@import"] {
        for (at, _) in html.match_indices(attribute) {
            let target: String = html[at + attribute.len()..].chars().take(60).collect();
            let inside = target.starts_with('#') || target.starts_with("data:");
            assert!(inside, "{place}: {attribute}{target}");
        }
    }
    assert!(!html.contains("<script"), "{place}");
}

/// Every element that is opened is closed, in order.
fn is_balanced(html: &str, place: &str) {
    const VOID: [&str; 4] = ["meta", "br", "!doctype", "img"];
    let mut open: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some((_, tag)) = rest.split_once('<') {
        let (inside, after) = tag.split_once('>').expect("a closed tag");
        rest = after;
        let name: String = inside
            .trim_start_matches('/')
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '!')
            .collect::<String>()
            .to_lowercase();
        if inside.starts_with('/') {
            assert_eq!(open.pop().as_deref(), Some(name.as_str()), "{place}: near <{inside}>");
        } else if !inside.ends_with('/') && !VOID.contains(&name.as_str()) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{place}: {open:?}");
}

fn headings_are_in_order(html: &str, place: &str) {
    let levels: Vec<u32> = html
        .match_indices("<h")
        .filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10))
        .collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{place}");
    assert_eq!(levels.first(), Some(&1), "{place}");
    for pair in levels.windows(2) {
        assert!(pair[1] <= pair[0] + 1, "{place}: h{} after h{}", pair[1], pair[0]);
    }
}

fn every_figure_has_a_table(html: &str, place: &str) {
    for figure in html.split("<figure").skip(1) {
        let figure = figure.split("</figure>").next().expect("a figure");
        assert!(figure.contains("<table") && figure.contains("<figcaption"), "{place}");
        assert!(
            figure.contains("<title") && figure.contains("<desc"),
            "{place}: no alternative text"
        );
    }
}

fn anchors_lead_somewhere(html: &str, place: &str) {
    let ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len(), "{place}: an id stands twice");
    for target in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(unique.contains(target), "{place}: #{target}");
    }
}

/// A missing message shows as its key.
fn no_key_remains(html: &str, place: &str) {
    const FAMILIES: [&str; 16] = [
        "report-",
        "people-",
        "indicator-",
        "measure-",
        "chart-",
        "lacking-",
        "section-",
        "action-",
        "undefined-",
        "movement-",
        "effort-",
        "component-",
        "sector-",
        "gap-",
        "reason-",
        "interval-",
    ];
    let text = visible(html);
    for word in text.split(|c: char| c.is_whitespace() || "(),;:.\"".contains(c)) {
        let key = FAMILIES.iter().any(|family| word.starts_with(family));
        assert!(!key, "{place}: {word}");
    }
}

#[test]
fn the_same_hub_gives_the_same_bytes_and_no_path_or_clock() {
    let records = sample("hub-pequeno");
    let first = bundle(&HUB_PEQUENO, &partners(Lang::Es));
    let again = bundle(&analysis(&records), &partners(Lang::Es));
    assert_eq!(first, again);
    let record: serde_json::Value = serde_json::from_str(page(&first, "run.json")).expect("JSON");
    assert_eq!(record["tool"], "hubscope");
    assert_eq!(record["parameters"]["seed"], 1);
    assert_eq!(
        record["files"].as_object().expect("files").len(),
        first.files().len() - 1
    );
    let root = env!("CARGO_MANIFEST_DIR");
    for (path, content) in first.files() {
        assert!(!String::from_utf8_lossy(content).contains(root), "{path}");
    }
}

#[test]
fn only_organizations_are_called_carrying_and_a_partial_year_announces_nothing() {
    let Some(data) = std::env::var_os("HUBSCOPE_REFERENCE_DATA") else {
        eprintln!("skipped 1 case: HUBSCOPE_REFERENCE_DATA is not set");
        return;
    };
    let records = read(&Path::new(&data).join("hubs/h2020-chile-colombia"));
    let bundle = bundle(&analysis(&records), &partners(Lang::En));
    let text = visible(page(&bundle, "report.html"));
    assert!(text.contains("Carrying organisations"));
    assert!(!text.contains("\nworsening\n"), "the last year on record is not over");
    assert!(text.contains("too few years to call a trend"));
    assert!(
        text.contains("No partnership is of a kind that carries money"),
        "money is withheld with its reason"
    );
    assert!(bundle.file("PRIVATE-people.html").is_none());
}

/// The status of a promise is told in the reader's language, however it was written.
#[test]
fn a_promise_is_open_done_or_overdue_in_the_readers_words() {
    for (lang, words) in [
        (Lang::En, ["overdue", "open", "done"]),
        (Lang::Es, ["vencido", "abierto", "cumplido"]),
    ] {
        let bundle = bundle(&HUB_PEQUENO, &partners(lang));
        let text = visible(page(&bundle, "report.html"));
        let told: BTreeSet<&str> = text.lines().map(str::trim).collect();
        for word in words {
            assert!(told.contains(word), "{lang}: {word}");
        }
    }
}

fn example(content: &str) -> Bundle {
    let mut bundle = Bundle::default();
    bundle.add("report.html", content);
    bundle.add("tables/a.csv", "a\n1\n");
    let files = serde_json::to_string(&bundle.hashes()).expect("JSON");
    bundle.add("run.json", format!("{{\"tool\": \"hubscope\", \"files\": {files}}}"));
    bundle
}

/// Everything in a folder but the report itself.
fn leftovers(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name != "report")
        .collect()
}

#[test]
fn a_report_replaces_an_earlier_one_whole_and_leaves_nothing_behind() {
    let parent = tempfile::tempdir().expect("a folder");
    let out = parent.path().join("report");
    report::write(&example("first"), &out).expect("written");
    let mut second = example("second");
    second.add("extra.csv", "b\n");
    fs::write(out.join("timings.json"), "{}").expect("timings");
    let written = report::write(&second, &out).expect("replaced");
    assert_eq!(written.files, 4);
    assert_eq!(fs::read_to_string(written.page).expect("the page"), "second");
    assert!(!out.join("timings.json").exists() && out.join("extra.csv").exists());
    assert_eq!(leftovers(parent.path()), Vec::<String>::new());
}

#[test]
fn files_that_no_report_wrote_are_never_replaced() {
    let parent = tempfile::tempdir().expect("a folder");
    let out = parent.path().join("report");
    let refused = |found: &str| match report::write(&example("new"), &out) {
        Err(ReportError::Occupied { found: first, .. }) => assert_eq!(first, found),
        other => panic!("{other:?}"),
    };
    fs::create_dir(&out).expect("a folder");
    fs::write(out.join("thesis.docx"), "years of work").expect("a file");
    refused("thesis.docx");
    fs::remove_file(out.join("thesis.docx")).expect("removed");

    report::write(&example("first"), &out).expect("an empty folder is free");
    fs::write(out.join("notes.txt"), "mine").expect("a file");
    refused("notes.txt");
    fs::remove_file(out.join("notes.txt")).expect("removed");

    fs::write(out.join("tables/a.csv"), "filled in by hand").expect("a file");
    refused("tables/a.csv");
    assert_eq!(fs::read_to_string(out.join("report.html")).expect("the page"), "first");
    assert_eq!(leftovers(parent.path()), Vec::<String>::new());
}

#[test]
fn what_cannot_be_written_leaves_the_earlier_report_as_it_was() {
    let parent = tempfile::tempdir().expect("a folder");
    let out = parent.path().join("report");
    report::write(&example("first"), &out).expect("written");
    let mut broken = example("second");
    // A file where a folder is needed: the disk refuses half-way.
    broken.add("tables", "a file");
    assert!(report::write(&broken, &out).is_err());
    assert_eq!(fs::read_to_string(out.join("report.html")).expect("the page"), "first");
    assert_eq!(leftovers(parent.path()), Vec::<String>::new());
}
