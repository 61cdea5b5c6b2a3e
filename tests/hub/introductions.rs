//! Who could be introduced to whom: scores of pairs equal foreign values, rankings of the past equal published ones.
//!
//! Cases: `link_prediction_every5th_edge` of the shared oracles (every fifth tie taken out, then looked for), and Horizon
//! 2020: ranked by projects that began to 2017, looked up in those of 2018 to 2020.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use hubscope::findings::introductions::back_test::{FIRST, Learned, Past, RankerResult, Replay};
use hubscope::findings::introductions::rankers::{Closeness, Ranker};
use hubscope::metrics::pair_walks::local_path;
use hubscope::metrics::{PairScoreOptions, pair_scores};
use hubscope::network::{NodeIndex, Snapshot};
use hubscope::statistics::retrieval::Retrieval;
use serde_json::Value;

use crate::program::{reference_data, rows};

/// Sums in another order differ by roundings, which part a few of the pairs that rank equal.
const TOLERANCE: f64 = 1e-8;

fn json(folder: &Path, name: &str) -> Value {
    let text = fs::read_to_string(folder.join("oracles").join(name)).expect("an oracle");
    serde_json::from_str(&text).expect("JSON")
}

fn csv(path: &Path) -> Vec<BTreeMap<String, String>> {
    rows(&fs::read_to_string(path).expect("a table"))
}

fn assert_close(found: Option<f64>, expected: &Value, what: &str) {
    let (found, expected) = (found.expect(what), expected.as_f64().expect(what));
    assert!(
        (found - expected).abs() <= TOLERANCE,
        "{what}: {found} is not {expected}"
    );
}

/// A network with every fifth of its ties, in order, taken out; all its pairs without a tie, and which were taken out.
struct TakenOut {
    left: Snapshot,
    pairs: Vec<(NodeIndex, NodeIndex)>,
    taken: Vec<bool>,
}

impl TakenOut {
    fn of(folder: &Path, name: &str) -> Self {
        let file = csv(&folder.join("classics").join(format!("{name}_edges.csv")));
        // numbers in their order, names in that of their letters
        let end = |text: &str| (text.parse::<u32>().unwrap_or(0), text.to_owned());
        let ends = file.iter().map(|row| (end(&row["source"]), end(&row["target"])));
        let ties: BTreeSet<_> = ends.map(|(a, b)| (a.clone().min(b.clone()), a.max(b))).collect();
        let names: BTreeSet<_> = ties.iter().flat_map(|(a, b)| [a, b]).collect();
        let node = |name: &(u32, String)| names.iter().position(|one| *one == name).expect("a node") as u32;
        let numbered: Vec<(u32, u32)> = ties.iter().map(|(a, b)| (node(a), node(b))).collect();
        let (out, left): (Vec<_>, Vec<_>) = numbered.into_iter().enumerate().partition(|(at, _)| at % 5 == 0);
        let out: BTreeSet<(u32, u32)> = out.into_iter().map(|(_, pair)| pair).collect();
        let left: Vec<(u32, u32, f64)> = left.into_iter().map(|(_, (a, b))| (a, b, 1.0)).collect();
        let left = Snapshot::from_ties(names.len() as u32, &left);
        let all = (0..names.len() as u32).flat_map(|a| (a + 1..names.len() as u32).map(move |b| (a, b)));
        let open: Vec<(u32, u32)> = all
            .filter(|(a, b)| left.ties().get(*a as usize, *b).is_none())
            .collect();
        Self {
            taken: open.iter().map(|pair| out.contains(pair)).collect(),
            pairs: open.into_iter().map(|(a, b)| (NodeIndex(a), NodeIndex(b))).collect(),
            left,
        }
    }

    /// The scores of all pairs, by the oracles' name.
    fn scores(&self, name: &str) -> Vec<f64> {
        let found = pair_scores(&self.left, PairScoreOptions::exact());
        let of_pairs: Vec<f64> = match name {
            "CN" => found.common_partners.iter().map(|&count| f64::from(count)).collect(),
            "AA" => found.adamic_adar,
            "RA" => found.resource_allocation,
            "PA" => {
                let degree = |node| self.left.degree(node) as f64;
                return self.pairs.iter().map(|(a, b)| degree(*a) * degree(*b)).collect();
            }
            "LP_eps001" => return local_path(&self.left, &self.pairs, u64::MAX).expect("no limit"),
            other => panic!("{other}"),
        };
        let by_pair: BTreeMap<_, f64> = found.pairs.into_iter().zip(of_pairs).collect();
        self.pairs
            .iter()
            .map(|pair| by_pair.get(pair).copied().unwrap_or(0.0))
            .collect()
    }
}

#[test]
fn ties_taken_out_are_found_as_published() {
    let Some(folder) = reference_data("10 cases of link prediction") else {
        return;
    };
    let oracle = &json(&folder, "other_network_oracles.json")["link_prediction_every5th_edge"];
    for (name, nodes) in [("karate", "karate"), ("dhhs", "dhhs_collab")] {
        let (case, expected) = (TakenOut::of(&folder, name), &oracle[nodes]);
        let taken = case.taken.iter().filter(|taken| **taken).count();
        assert_eq!(Some(taken as u64), expected["n_test"].as_u64(), "{name}");
        assert_eq!(
            Some(case.pairs.len() as u64),
            expected["n_candidates"].as_u64(),
            "{name}"
        );
        for score in ["CN", "RA", "AA", "PA", "LP_eps001"] {
            let found = Retrieval::of(case.scores(score).into_iter().zip(case.taken.iter().copied()).collect());
            assert_close(found.auc(), &expected[score]["auc"], &format!("{name} {score} AUC"));
            let what = format!("{name} {score} AP");
            assert_close(found.average_precision(), &expected[score]["ap"], &what);
        }
    }
}

/// What a shared project counts: one, or one over the other organisations in it (Newman).
#[derive(Clone, Copy)]
enum Strength {
    Count,
    Newman,
}

/// Projects with the years in which they began, and who took part.
struct Horizon {
    years: BTreeMap<String, i32>,
    participations: BTreeSet<(String, String)>,
}

impl Horizon {
    fn read(folder: &Path) -> Self {
        let year = |row: &BTreeMap<String, String>| row["start_year"].parse::<f64>().ok().map(|year| year as i32);
        let projects = csv(&folder.join("cordis_h2020/projects.csv"));
        let participations = csv(&folder.join("cordis_h2020/participations.csv"));
        Self {
            years: projects
                .iter()
                .filter_map(|row| Some((row["project_id"].clone(), year(row)?)))
                .collect(),
            participations: participations
                .into_iter()
                .map(|row| (row["project_id"].clone(), row["org_id"].clone()))
                .collect(),
        }
    }

    /// Who took part in which projects that began in these years.
    fn in_years(&self, years: std::ops::RangeInclusive<i32>) -> BTreeMap<&str, Vec<&str>> {
        let mut projects: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (project, organization) in &self.participations {
            if self.years.get(project).is_some_and(|year| years.contains(year)) {
                projects.entry(project).or_default().push(organization);
            }
        }
        projects
    }

    /// Organisations with five projects or more to a year and in the years after it, tied where they shared one.
    fn past(&self, until: i32, later: std::ops::RangeInclusive<i32>, strength: Strength) -> Past {
        let (before, after) = (self.in_years(2000..=until), self.in_years(later));
        let busy = |projects: &BTreeMap<&str, Vec<&str>>| -> BTreeSet<String> {
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            projects
                .values()
                .flatten()
                .for_each(|one| *counts.entry(one).or_default() += 1);
            let busy = counts.into_iter().filter(|(_, count)| *count >= 5);
            busy.map(|(one, _)| one.to_owned()).collect()
        };
        let both: BTreeMap<String, u32> = busy(&before).intersection(&busy(&after)).cloned().zip(0..).collect();
        let tied = |projects: &BTreeMap<&str, Vec<&str>>| {
            let mut ties = Vec::new();
            for members in projects.values() {
                let members: Vec<u32> = members.iter().filter_map(|one| both.get(*one).copied()).collect();
                let each = match strength {
                    Strength::Count => 1.0,
                    Strength::Newman => 1.0 / (members.len() as f64 - 1.0),
                };
                for (at, one) in members.iter().enumerate() {
                    ties.extend(members[at + 1..].iter().map(|other| (*one, *other, each)));
                }
            }
            Snapshot::from_ties(both.len() as u32, &ties)
        };
        let then = tied(&before);
        Past {
            aside: vec![false; both.len()],
            known: then.clone(),
            later: tied(&after),
            then,
        }
    }
}

#[test]
fn rankings_of_horizon_2020_are_as_published_and_the_learned_one_stands_beside() {
    let Some(folder) = reference_data("the rankings of Horizon 2020") else {
        return;
    };
    let expected = &json(&folder, "cordis_h2020_reference.json")["temporal_link_prediction"];
    let horizon = Horizon::read(&folder);
    let test = horizon.past(2017, 2018..=2020, Strength::Count);
    let counts = test.candidates();
    let whole = |value: usize| Some(value as u64);
    assert_eq!(whole(test.then.node_count()), expected["n_orgs"].as_u64());
    assert_eq!(whole(test.then.tie_count()), expected["train_edges"].as_u64());
    assert_eq!(Some(counts.candidates), expected["candidates"].as_u64());
    assert_eq!(Some(counts.positives), expected["positives"].as_u64());
    // never on the years it is tested on: by projects to 2015 (few began in 2014), what became of pairs in 2016 and 2017
    let fit = horizon.past(2015, 2016..=2017, Strength::Count);
    let exact = PairScoreOptions::exact();
    let learned = Learned::from(&fit, &Closeness::within(&fit.then, exact), 1).expect("enough pairs");
    let replay = Replay::of(&test, &learned, exact);
    let published = [
        ("CN", Ranker::CommonPartners),
        ("RA", Ranker::ResourceAllocation),
        ("AA", Ranker::AdamicAdar),
        ("PA", Ranker::PreferentialAttachment),
        ("WRA_count", Ranker::WeightedResourceAllocation),
    ];
    for (name, ranker) in published {
        assert_as_published(replay.result(ranker).expect(name), name, expected);
    }
    let newman = Replay::of(&horizon.past(2017, 2018..=2020, Strength::Newman), &learned, exact);
    let weighted = newman.result(Ranker::WeightedCommonPartners).expect("a result");
    assert_as_published(weighted, "WCN_newman", expected);
    stands_in_the_docs(&table(&replay));
}

fn assert_as_published(found: &RankerResult, name: &str, expected: &Value) {
    assert_close(found.auc, &expected[name]["auc"], &format!("{name} AUC"));
    assert_close(found.average_precision, &expected[name]["ap"], &format!("{name} AP"));
    for (first, precision) in FIRST.iter().zip(found.precision) {
        if let Some(published) = expected[name][format!("p@{first}")].as_f64() {
            // what ranks equal at the border came in some order there, and counts by its share here
            let off = (precision.expect(name) - published).abs();
            assert!(off <= 0.005, "{name} p@{first}: {precision:?} {published}");
        }
    }
}

/// The table of the documentation.
fn table(replay: &Replay) -> String {
    let cell = |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.4}"));
    let mut text = String::from("| ranked by | AUC | average precision | of the first 100 | of 1,000 | of 10,000 |\n");
    text.push_str("|---|---|---|---|---|---|\n");
    for found in &replay.results {
        let first = |k: u64| {
            FIRST
                .iter()
                .position(|one| *one == k)
                .and_then(|at| found.precision[at])
        };
        text.push_str(&format!(
            "| {} | {} | {} | {} | {} | {} |\n",
            found.ranker.name(),
            cell(found.auc),
            cell(found.average_precision),
            cell(first(100)),
            cell(first(1000)),
            cell(first(10_000)),
        ));
    }
    text
}

/// The table stands in the documentation; `HUBSCOPE_BLESS=1` writes it anew.
fn stands_in_the_docs(table: &str) {
    eprintln!("{table}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/introductions.md");
    let page = fs::read_to_string(&path).expect("the page");
    let (before, rest) = page.split_once("<!-- table -->\n").expect("where the table begins");
    let (kept, after) = rest.split_once("<!-- end of table -->").expect("where it ends");
    if std::env::var_os("HUBSCOPE_BLESS").is_some() {
        let page = format!("{before}<!-- table -->\n{table}<!-- end of table -->{after}");
        fs::write(&path, page).expect("written");
        return;
    }
    assert!(
        kept == table,
        "docs/introductions.md is out of date: run this test once with HUBSCOPE_BLESS=1"
    );
}
