//! The sample hubs are what `synth` makes, have the promised shape, and carry what was planted.
//!
//! `HUBSCOPE_WRITE_SAMPLES=1 cargo test --release samples` writes them anew after a deliberate change. What is planted
//! shows in plain counts here; whether hubscope finds it is asked at the end.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own input has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hubscope::analysis::{Analysis, AnalysisOptions, Section};
use hubscope::messages::Lang;
use hubscope::network::{Direction, Layer, Level, MemberScope, NetworkOptions, PathLength, Projection};
use hubscope::progress::Silent;
use hubscope::records::{ReadOptions, RowState};
use hubscope::synth::{self, Sample, Size, SynthOptions};
use hubscope::time::WindowScheme;

fn kept(sample: Sample) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(sample.name())
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            (
                entry.file_name().into_string().unwrap(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

#[test]
fn the_sample_hubs_are_exactly_what_synth_makes() {
    for sample in Sample::ALL {
        let place = tempfile::tempdir().unwrap();
        let fresh = place.path().join(sample.name());
        synth::write_sample(sample, &fresh).unwrap();
        if std::env::var_os("HUBSCOPE_WRITE_SAMPLES").is_some() {
            let _ = fs::remove_dir_all(kept(sample));
            synth::write_sample(sample, &kept(sample)).unwrap();
        }
        let (fresh, kept) = (files(&fresh), files(&kept(sample)));
        assert_eq!(fresh.keys().collect::<Vec<_>>(), kept.keys().collect::<Vec<_>>());
        for (name, bytes) in &fresh {
            assert!(bytes == &kept[name], "{}/{name} is not what synth makes", sample.name());
        }
    }
}

/// A table as it lies in the folder: one map per row.
fn rows(folder: &Path, file: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(folder.join(file)).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn count(rows: &[BTreeMap<String, String>], column: &str, value: &str) -> usize {
    rows.iter().filter(|row| row[column] == value).count()
}

/// The subjects planted as `kind`.
fn planted(folder: &Path, kind: &str) -> BTreeSet<String> {
    let truth = rows(folder, synth::TRUTH_FILE);
    let subjects = truth.into_iter().filter(|row| row["planted"] == kind);
    subjects.map(|mut row| row.remove("subject").unwrap()).collect()
}

#[test]
fn gran_concepcion_has_the_size_and_the_story_that_were_promised() {
    let hub = kept(Sample::GranConcepcion);
    let stakeholders = rows(&hub, "stakeholders.csv");
    assert_eq!(count(&stakeholders, "kind", "person"), 900);
    let units = count(&stakeholders, "kind", "unit");
    assert_eq!(count(&stakeholders, "kind", "organization") + units, 300);
    assert!(units > 0);

    // the four components took place one after the other
    let mut spans: BTreeMap<String, (String, String)> = BTreeMap::new();
    for event in rows(&hub, "events.csv") {
        let day = event["start"].clone();
        let span = spans
            .entry(event["component"].clone())
            .or_insert((day.clone(), day.clone()));
        *span = (span.0.clone().min(day.clone()), span.1.clone().max(day));
    }
    let method = [
        "co_design_workshop",
        "diagnosis_roadmap",
        "competition",
        "strategic_plan_workshop",
        "hub_program",
    ];
    for pair in method.windows(2) {
        assert!(spans[pair[0]].1 < spans[pair[1]].0, "{pair:?}");
    }
    let bytes: usize = files(&hub).values().map(Vec::len).sum();
    assert!(bytes < 1_500_000, "{bytes}");
}

#[test]
fn hub_pequeno_has_the_size_and_the_holes_that_were_promised() {
    let hub = kept(Sample::HubPequeno);
    let actors = rows(&hub, "actores.csv");
    assert_eq!((count(&actors, "tipo", "persona"), actors.len()), (110, 150));
    assert_eq!(rows(&hub, "eventos.csv").len(), 15);
    let agreements = rows(&hub, "alianzas.csv");
    assert_eq!((agreements.len(), count(&agreements, "fin", "")), (25, 12));
    for (file, _) in files(&hub)
        .iter()
        .filter(|(file, _)| file.ends_with(".csv") && *file != synth::TRUTH_FILE)
    {
        assert!(rows(&hub, file).iter().all(|row| !row.contains_key("id")), "{file}");
    }
}

#[test]
fn both_hubs_say_that_they_are_synthetic() {
    for (sample, words) in [
        (Sample::GranConcepcion, "synthetic sample"),
        (Sample::HubPequeno, "muestra sintética"),
    ] {
        let config: toml::Table = fs::read_to_string(kept(sample).join("hub.toml"))
            .unwrap()
            .parse()
            .unwrap();
        assert!(config["hub"]["name"].as_str().unwrap().contains(words));
    }
}

/// Officials with the trait, those of the top two grades, and the other officials.
fn officials(hub: &Path) -> [BTreeSet<String>; 3] {
    let stakeholders = rows(hub, "stakeholders.csv");
    let champions = planted(hub, "champion");
    let government: BTreeSet<String> = stakeholders
        .iter()
        .filter(|row| row["sector"] == "government")
        .map(|row| row["id"].clone())
        .collect();
    let mut groups: [BTreeSet<String>; 3] = Default::default();
    for row in stakeholders
        .iter()
        .filter(|row| row["kind"] == "person" && government.contains(&row["parent_id"]))
    {
        let group = match row["authority"].as_str() {
            _ if champions.contains(&row["id"]) => 0,
            "1" | "2" => 1,
            _ => 2,
        };
        groups[group].insert(row["id"].clone());
    }
    groups
}

/// How often each group is named, per head.
fn per_head<'a>(groups: &[BTreeSet<String>; 3], named: impl Iterator<Item = &'a String>) -> [f64; 3] {
    let named: Vec<&String> = named.collect();
    std::array::from_fn(|group| {
        let hits = named.iter().filter(|id| groups[group].contains(**id)).count();
        hits as f64 / groups[group].len() as f64
    })
}

#[test]
fn those_with_the_trait_start_and_invite_and_those_in_office_come() {
    let hub = kept(Sample::GranConcepcion);
    let groups = officials(&hub);
    assert_eq!(
        groups[0].len(),
        planted(&hub, "champion").len(),
        "all with the trait are still officials"
    );
    let (events, presences) = (rows(&hub, "events.csv"), rows(&hub, "participations.csv"));

    let started = per_head(&groups, events.iter().map(|row| &row["initiated_by"]));
    assert!(
        started[0] > 2.0 * started[1] && started[0] > 3.0 * started[2],
        "{started:?}"
    );
    let invited = per_head(&groups, presences.iter().map(|row| &row["invited_by"]));
    assert!(
        invited[0] > 2.0 * invited[1] && invited[0] > 3.0 * invited[2],
        "{invited:?}"
    );
    let came = per_head(&groups, presences.iter().map(|row| &row["stakeholder_id"]));
    assert!(came[1] > came[0] && came[1] > came[2], "{came:?}");

    // contacts: others at the same event of at most eight
    let mut guests: BTreeMap<&String, Vec<&String>> = BTreeMap::new();
    for row in &presences {
        guests.entry(&row["event_id"]).or_default().push(&row["stakeholder_id"]);
    }
    let mut contacts: BTreeMap<&String, BTreeSet<&String>> = BTreeMap::new();
    for people in guests.values() {
        for (a, b) in people
            .iter()
            .flat_map(|a| people.iter().map(move |b| (a, b)))
            .filter(|(a, b)| a != b)
        {
            contacts.entry(a).or_default().insert(b);
        }
    }
    let degrees = contacts
        .iter()
        .flat_map(|(id, others)| std::iter::repeat_n(*id, others.len()));
    let degree = per_head(&groups, degrees);
    assert!(degree[1] > degree[0] && degree[1] > degree[2], "{degree:?}");
}

#[test]
fn planted_gaps_show_beside_sectors_that_meet_as_much_as_they_would() {
    let hub = kept(Sample::GranConcepcion);
    let sectors: BTreeMap<String, String> = rows(&hub, "stakeholders.csv")
        .into_iter()
        .map(|row| (row["id"].clone(), row["sector"].clone()))
        .collect();
    // pairs count once, however often they agreed
    let ties: BTreeSet<[String; 2]> = rows(&hub, "partnerships.csv")
        .into_iter()
        .map(|row| {
            let mut pair = [row["source"].clone(), row["target"].clone()];
            pair.sort();
            pair
        })
        .collect();
    let ends = |sector: &str| ties.iter().flatten().filter(|end| sectors[*end] == sector).count() as f64;
    let ratio = |a: &str, b: &str| -> f64 {
        let between = |pair: &&[String; 2]| {
            let pair = [sectors[&pair[0]].as_str(), sectors[&pair[1]].as_str()];
            pair == [a, b] || pair == [b, a]
        };
        // stubs joined at random: D_a D_b / (2m - 1)
        ties.iter().filter(between).count() as f64 / (ends(a) * ends(b) / (2.0 * ties.len() as f64 - 1.0))
    };
    for (a, b) in [("business", "civil_society"), ("business", "research")] {
        assert!(ratio(a, b) < 0.35, "{a} {b}: {}", ratio(a, b));
    }
    assert!(
        (0.75..1.4).contains(&ratio("academia", "government")),
        "{}",
        ratio("academia", "government")
    );
}

#[test]
fn only_what_both_sides_carry_lasts() {
    let hub = kept(Sample::GranConcepcion);
    let adoptions = rows(&hub, "adoptions.csv");
    // followed at least a year: share given up within it
    let given_up = |origin: &str| -> f64 {
        let old: Vec<_> = adoptions
            .iter()
            .filter(|row| row["origin"] == origin && row["date"].as_str() < "2025")
            .collect();
        assert!(old.len() >= 20, "{origin}: {}", old.len());
        let year = |date: &str| date[..4].parse::<f64>().unwrap() + date[5..7].parse::<f64>().unwrap() / 12.0;
        let soon = |row: &&&BTreeMap<String, String>| {
            !row["abandoned"].is_empty() && year(&row["abandoned"]) - year(&row["date"]) < 1.0
        };
        old.iter().filter(soon).count() as f64 / old.len() as f64
    };
    // at 4.5 % a month 42 % are given up within a year, at 0.9 % a month 10 %
    for (origin, expected) in [("top_down", 0.42), ("bottom_up", 0.42), ("joint", 0.10)] {
        let share = given_up(origin);
        assert!((share - expected).abs() <= 0.15, "{origin}: {share}");
    }
}

#[test]
fn a_hub_of_size_s_has_the_counts_it_promises_and_follows_its_seed() {
    let place = tempfile::tempdir().unwrap();
    let make = |name: &str, seed| {
        let options = SynthOptions {
            size: Size::S,
            seed,
            lang: Lang::En,
        };
        synth::write(&options, &place.path().join(name)).unwrap()
    };
    let (first, again, other) = (make("first", 7), make("again", 7), make("other", 8));
    for (file, rows) in [
        ("stakeholders.csv", 2_000),
        ("events.csv", 400),
        ("participations.csv", 15_000),
        ("partnerships.csv", 5_000),
    ] {
        assert_eq!(first.rows(file), rows, "{file}");
        assert_eq!(self::rows(&first.folder, file).len(), rows, "{file}");
    }
    assert!(first.champions > 0 && first.champions == planted(&first.folder, "champion").len());
    assert!(files(&first.folder) == files(&again.folder));
    assert!(files(&first.folder) != files(&other.folder));

    let mut sizes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows(&first.folder, "participations.csv") {
        let new = sizes
            .entry(row["event_id"].clone())
            .or_default()
            .insert(row["stakeholder_id"].clone());
        assert!(new, "nobody comes twice to the same event");
    }
    let largest = sizes.values().map(BTreeSet::len).max().unwrap();
    assert!((100..=200).contains(&largest), "{largest}");
    let kept_as_written = synth::write(
        &SynthOptions {
            size: Size::S,
            seed: 7,
            lang: Lang::En,
        },
        &place.path().join("first"),
    );
    assert!(kept_as_written.is_err(), "a folder with files is never overwritten");
}

fn analysed(sample: Sample) -> Analysis {
    let records = hubscope::records::read(&kept(sample), &ReadOptions::default()).unwrap();
    let network = NetworkOptions {
        level: Level::Organization,
        projection: Projection::Newman,
        partnership_weight: 1.0,
        participation_weight: 1.0,
        half_life_days: None,
    };
    let options = AnalysisOptions {
        network,
        layer: Layer::Combined,
        window: WindowScheme::Latest,
        path_length: PathLength::InverseStrength,
        direction: Direction::Undirected,
        members: MemberScope::All,
        group_by: "sector".into(),
        seed: 1,
        work_limit: 0,
    };
    Analysis::run(Arc::new(records), options, &Silent).unwrap()
}

#[test]
fn every_row_of_both_hubs_is_read_as_it_stands() {
    for sample in Sample::ALL {
        let records = hubscope::records::read(&kept(sample), &ReadOptions::default()).unwrap();
        let lines: usize = files(&kept(sample))
            .keys()
            .filter(|file| file.ends_with(".csv") && *file != synth::TRUTH_FILE)
            .map(|file| rows(&kept(sample), file).len())
            .sum();
        assert_eq!(records.ledger.rows(), lines, "{}", sample.name());
        assert_eq!(records.ledger.count(RowState::Used), lines, "{}", sample.name());
        assert!(records.mapping.unmapped.is_empty(), "{:?}", records.mapping.unmapped);
        assert!(records.present.values().all(|table| table.unknown_columns.is_empty()));
        assert!(records.stakeholders.iter().all(|stakeholder| !stakeholder.derived));
    }
}

#[test]
fn members_planted_as_isolated_fading_and_cut_points_are_found() {
    let analysis = analysed(Sample::GranConcepcion);
    let hub = kept(Sample::GranConcepcion);
    let id = |place| analysis.roster.member(place).id.as_str().to_owned();

    let isolated: BTreeSet<String> = analysis.gaps.isolated.iter().map(|member| id(member.place)).collect();
    assert!(planted(&hub, "isolated").is_subset(&isolated));

    let fading: BTreeSet<String> = analysis
        .gaps
        .fading
        .found()
        .unwrap()
        .iter()
        .map(|member| id(member.place))
        .collect();
    let planted_fading = planted(&hub, "fading");
    assert!(
        fading.intersection(&planted_fading).count() >= planted_fading.len() / 2,
        "{fading:?}"
    );
    // five in a hundred of those named may be false alarms
    assert!(fading.difference(&planted_fading).count() <= 1, "{fading:?}");

    for bridge in planted(&hub, "cut_point") {
        let stranded = analysis
            .gaps
            .cut_points
            .iter()
            .find(|cut| id(cut.place) == bridge)
            .map(|cut| cut.stranded);
        let truth = rows(&hub, synth::TRUTH_FILE);
        let hangers = truth
            .iter()
            .filter(|row| row["planted"] == "cut_point" && row["subject"] == bridge)
            .count();
        assert!(
            stranded.is_some_and(|stranded| stranded >= hangers),
            "{bridge}: {stranded:?} of {hangers}"
        );
    }
}

#[test]
fn the_small_hub_gives_actions_and_answers() {
    let analysis = analysed(Sample::HubPequeno);
    assert!(analysis.actions.first.len() >= 3, "{:?}", analysis.actions);
    // eighteen months are too short for a past of three years, or to test rankings, and nobody wrote down acts of
    // leadership
    let unanswered: Vec<Section> = analysis
        .answerable
        .iter()
        .filter(|section| section.lacking.is_some())
        .map(|section| section.section)
        .collect();
    assert_eq!(
        unanswered,
        [Section::Fading, Section::IntroductionsTested, Section::Claim]
    );
    let champions = analysis.champions.found().unwrap();
    let first: BTreeSet<String> = champions
        .cards
        .iter()
        .take(8)
        .map(|card| analysis.records.stakeholder(card.candidate).name.to_string())
        .collect();
    // 4 of 41 officials carry the trait: chance would put 0.8 of them among the first eight
    assert!(
        planted(&kept(Sample::HubPequeno), "champion")
            .intersection(&first)
            .count()
            >= 3,
        "{first:?}"
    );
}
