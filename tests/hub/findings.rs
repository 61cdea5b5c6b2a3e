//! Planted gaps are found, what is not planted is not, and the sector matrix equals its published cases.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hubscope::findings::actions::{Sources, actions};
use hubscope::findings::calendar::calendar;
use hubscope::findings::introductions::introductions;
use hubscope::findings::sector_gap::{CellVerdict, SectorMatrix, sector_gaps};
use hubscope::findings::{Answer, Context, gaps};
use hubscope::metrics::null::mixing::{GroupedLayer, GroupedTies, Mixing, MixingOptions, mixing};
use hubscope::network::{
    Direction, Layer, Level, MemberScope, NetworkOptions, Projection, TemporalNetwork, View, Without,
};
use hubscope::random::{self, Draws};
use hubscope::records::{
    End, HubRecords, Partnership, ReadOptions, Sector, Stakeholder, StakeholderIndex, StakeholderKind,
};
use hubscope::time::{DateSpan, Day, WindowScheme};
use rayon::prelude::*;

const MEMBERS: u32 = 120;
const TIES: usize = 180;
const HUBS: u64 = 100;

/// A hub whose members differ in how active they are and tie at random, but for this share of the ties between
/// government and civil society, which never come about.
fn random_hub(seed: u64, kept_apart: f64) -> HubRecords {
    let mut random = random::stream(seed, "random_hub", 0);
    let sectors = [
        Sector::Government,
        Sector::Business,
        Sector::Academia,
        Sector::CivilSociety,
    ];
    let stakeholders = (0..MEMBERS)
        .map(|n| organization(n, sectors[n as usize % 4]))
        .collect::<Vec<_>>();
    let activity: Vec<f64> = (0..MEMBERS).map(|_| 0.3 - (1.0 - random.unit()).ln()).collect();
    let total: f64 = activity.iter().sum();
    let mut draw = || {
        let mut left = random.unit() * total;
        let found = activity.iter().position(|share| {
            left -= share;
            left < 0.0
        });
        (found.unwrap_or(0) as u32, random.unit())
    };
    let mut pairs = BTreeSet::new();
    while pairs.len() < TIES {
        let ((a, _), (b, chance)) = (draw(), draw());
        let apart = BTreeSet::from([a % 4, b % 4]) == BTreeSet::from([0, 3]);
        if a != b && !(apart && chance < kept_apart) {
            pairs.insert((a.min(b), a.max(b)));
        }
    }
    HubRecords {
        stakeholders,
        partnerships: pairs.into_iter().map(partnership).collect(),
        ..HubRecords::default()
    }
}

pub(super) fn organization(number: u32, sector: Sector) -> Stakeholder {
    let id = format!("o{number:03}");
    Stakeholder {
        sector: Some(sector),
        ..Stakeholder::new(id.as_str().into(), id.as_str().into(), StakeholderKind::Organization)
    }
}

pub(super) fn partnership((source, target): (u32, u32)) -> Partnership {
    Partnership {
        id: format!("p{source:03}-{target:03}").as_str().into(),
        source: StakeholderIndex(source),
        target: StakeholderIndex(target),
        kind: None,
        function: None,
        start: Day::from_ymd(2024, 1, 1).map(DateSpan::exact),
        end: End::Open,
        last_confirmed: None,
        notice_months: None,
        owner: None,
        strength: 1.0,
        directed: false,
        amount: None,
        funder: None,
        initiated_by: None,
        origin: None,
        attributed_to: None,
        status: None,
        renewed_from: None,
    }
}

fn judged(records: &HubRecords, seed: u64) -> SectorMatrix {
    match looked_at(records, WindowScheme::All, seed, sector_gaps).partnerships {
        Answer::Found(matrix) => matrix,
        Answer::Cannot(lacking) => panic!("{lacking:?}"),
    }
}

/// What a finding says of a hub's first window.
pub(super) fn looked_at<T>(
    records: &HubRecords,
    scheme: WindowScheme,
    seed: u64,
    finding: impl Fn(&Context<'_>) -> T,
) -> T {
    let options = NetworkOptions {
        level: Level::Organization,
        projection: Projection::Newman,
        partnership_weight: 1.0,
        participation_weight: 1.0,
        half_life_days: None,
    };
    let network = TemporalNetwork::assemble(records, &options);
    let window = network.windows(scheme).remove(0);
    let context = Context {
        records,
        network: &network,
        window: &window,
        membership: &network.membership(&window),
        working: &network.snapshot(&View {
            layer: Layer::Working,
            window: &window,
            members: MemberScope::Core,
            direction: Direction::Undirected,
            without: &Without::default(),
        }),
        seed,
        draws: 1000,
    };
    finding(&context)
}

#[test]
fn hubs_without_a_planted_gap_raise_few_false_alarms() {
    let called = |seed: &u64| judged(&random_hub(*seed, 0.0), *seed).cells.iter().any(is_called);
    let alarms = (0..HUBS).into_par_iter().filter(called).count();
    // under the null any call is false, so at most 5 in 100 are expected: binomial sd 2.2, three of them on top
    assert!(alarms <= 11, "{alarms} of {HUBS}");
}

fn is_called(cell: &hubscope::findings::sector_gap::SectorCell) -> bool {
    matches!(cell.verdict, CellVerdict::Gap | CellVerdict::Surplus)
}

#[test]
fn a_planted_gap_is_found_and_named() {
    let found = |seed: &u64| {
        let matrix = judged(&random_hub(*seed, 0.85), *seed);
        let first = matrix.gaps().first().map(|cell| (cell.a, cell.b));
        first == Some((Sector::Government, Sector::CivilSociety))
    };
    let hits = (0..HUBS).into_par_iter().filter(found).count();
    assert!(hits >= 80, "{hits} of {HUBS}");
}

#[test]
fn the_sample_hub_shows_the_gaps_that_were_planted_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/gran-concepcion");
    let records = hubscope::records::read(&folder, &ReadOptions::default()).expect("the sample hub");
    let found = looked_at(&records, WindowScheme::Latest, 1, gaps);
    let sectors = found.sectors.partnerships.found().expect("enough ties");
    let named: BTreeSet<_> = sectors
        .gaps()
        .iter()
        .map(|cell| (cell.a.name(), cell.b.name()))
        .collect();
    assert_eq!(
        named,
        BTreeSet::from([("business", "civil_society"), ("business", "research")])
    );
    let coverage = found.components.found().expect("four components");
    let uncovered: Vec<_> = coverage
        .uncovered()
        .map(|cell| (cell.sector.name(), cell.component.as_str()))
        .collect();
    assert_eq!(uncovered, [("civil_society", "competition")]);
    let proposed = looked_at(&records, WindowScheme::Latest, 1, |context| {
        let sources = Sources {
            gaps: &found,
            calendar: &calendar(context),
            introductions: &introductions(context, &found),
        };
        actions(context, &sources)
    });
    let kinds: Vec<_> = proposed.first.iter().map(|action| action.kind.name()).collect();
    assert!(kinds.len() >= 3 && kinds.contains(&"introduce"), "{kinds:?}");
}

/// Published mixing matrices: name, edges, least weight, nodes, column of names, column of groups.
const PUBLISHED: [(&str, &str, f64, &str, &str, &str); 2] = [
    (
        "dhhs_ge3_agency",
        "dhhs_edges",
        3.0,
        "dhhs_nodes",
        "vertex.names",
        "agency",
    ),
    (
        "chemnet_pol_und_type",
        "chemnet_pol_edges",
        1.0,
        "chemnet_nodes",
        "name",
        "type",
    ),
];

#[test]
fn the_sector_matrix_equals_the_published_cases() {
    let Some(folder) = std::env::var_os("HUBSCOPE_REFERENCE_DATA") else {
        eprintln!("skipped {} cases: HUBSCOPE_REFERENCE_DATA is not set", PUBLISHED.len());
        return;
    };
    let folder = Path::new(&folder);
    let text = std::fs::read_to_string(folder.join("oracles/group_mixing_stub_null.json")).expect("the oracle");
    let oracle: serde_json::Value = serde_json::from_str(&text.replace("NaN", "null")).expect("JSON");
    for (name, edges, least, nodes, names, column) in PUBLISHED {
        let classics = folder.join("classics");
        let found = published(&classics, edges, least, (nodes, names, column));
        let expected = |what: &str, cell: (usize, usize)| oracle[name][what][cell.0][cell.1].as_f64();
        for cell in &found.cells {
            let at = (cell.a, cell.b);
            assert!(expected("observed", at).is_some_and(|o| (o - cell.comparison.observed).abs() <= 1e-9));
            assert!(expected("expected_exact", at).is_some_and(|e| (e - cell.comparison.expected).abs() <= 1e-9));
            // 81 cells: the largest of so many deviations is about 3 standard errors, so 4 are allowed
            let error = cell.comparison.sd / (found.draws as f64).sqrt();
            assert!(
                (cell.drawn_mean - cell.comparison.expected).abs() <= 4.0 * error + 1e-9,
                "{name} {cell:?}"
            );
        }
        let gaps: Vec<_> = found
            .cells
            .iter()
            .filter(|cell| cell.verdict == CellVerdict::Gap)
            .collect();
        if name == "chemnet_pol_und_type" {
            assert!(gaps.is_empty(), "{gaps:?}");
            continue;
        }
        // the one gap of the federal health agencies: CDC and NIH, 17 ties where 43.83 are expected
        assert_eq!(gaps.len(), 1, "{gaps:?}");
        assert_eq!((gaps[0].a, gaps[0].b, gaps[0].comparison.observed as usize), (3, 8, 17));
        let p = expected("p_two", (3, 8)).expect("a p-value");
        assert!(gaps[0].p.is_some_and(|found| (found - p).abs() <= 1e-12), "{gaps:?}");
        // published over all 66 cells; ours leaves out those whose expectation is under 1
        let q = expected("q_bh_upper", (3, 8)).expect("a q-value");
        assert!(gaps[0].q.is_some_and(|found| found <= q), "{gaps:?}");
    }
}

/// The mixing of a published network under the stub null, with as many draws as its oracle.
fn published(folder: &Path, edges: &str, least: f64, (nodes, names, column): (&str, &str, &str)) -> Mixing {
    let nodes = rows(&folder.join(format!("{nodes}.csv")));
    let labels: BTreeSet<&String> = nodes.iter().map(|row| &row[column]).collect();
    let place: BTreeMap<&String, u32> = nodes.iter().map(|row| &row[names]).zip(0..).collect();
    let group =
        |row: &BTreeMap<String, String>| labels.iter().position(|l| **l == row[column]).expect("a group") as u32;
    let groups: Vec<u32> = nodes.iter().map(group).collect();
    let edges = rows(&folder.join(format!("{edges}.csv")));
    let weight = |row: &BTreeMap<String, String>| {
        let cell = row.get("weight").or_else(|| row.get("collab")).expect("a weight");
        cell.parse::<f64>().expect("a number")
    };
    let pairs = edges.iter().filter(|row| weight(row) >= least).map(|row| {
        let (a, b) = (place[&row["source"]], place[&row["target"]]);
        (a.min(b), a.max(b))
    });
    let ties: Vec<(u32, u32)> = pairs
        .filter(|(a, b)| a != b)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let network = GroupedTies {
        groups: &groups,
        count: labels.len(),
        ties: &ties,
    };
    let options = MixingOptions {
        seed: 1,
        draws: 2000,
        q: 0.05,
    };
    mixing(&[GroupedLayer::Stubs(network)], options)
        .expect("ties and groups")
        .remove(0)
}

fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).expect("a CSV file");
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

/// The sentences by which findings and indicators say what they lack, as named in the source.
#[test]
fn whatever_is_lacking_has_a_sentence() {
    let messages = hubscope::messages::Messages::new(hubscope::messages::Lang::En);
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut named = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(path).expect("a source file");
                for before in ["Lacking::Span(\"", "what: \"", "few(\"", "nobody(\""] {
                    let keys = text.split(before).skip(1).filter_map(|rest| rest.split('"').next());
                    // other things have a field of that name
                    let lacking = keys.filter(|key| before != "what: \"" || key.starts_with("lacking-"));
                    named.extend(lacking.map(str::to_owned));
                }
            }
        }
    }
    assert!(named.len() > 5, "{named:?}");
    let silent: Vec<_> = named.iter().filter(|key| !messages.has(key)).collect();
    assert!(silent.is_empty(), "{silent:?}");
}
