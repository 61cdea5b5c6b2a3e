//! How long does one measure take on one network, apart from reading and start-up?
//!
//! In: a hub folder with a layer, or a plain list of ties; a measure, threads, runs. Out: one line of JSON with the
//! seconds of each run by the clock and on the processor, and on request the values and the ties, so that `peers.py`
//! gives other tools the same network and compares what they find.
//!
//! `cargo bench --bench kernels -- --hub DIR --layer participations --measure betweenness --threads 2 --runs 3`

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use hubscope::metrics::{
    self, BetweennessOptions, ClosenessOptions, EdgeBetweennessOptions, HarmonicOptions, PageRankOptions,
};
use hubscope::network::{
    Direction, Layer, Level, MemberScope, NetworkOptions, PathLength, Projection, Snapshot, TemporalNetwork, View,
    Without,
};
use hubscope::records::{self, ReadOptions};
use hubscope::time::WindowScheme;
use serde_json::{Value, json};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What a kernel found: one value per node, or figures of the network.
type Values = Vec<Option<f64>>;

/// A measure as this bench calls it, and the function under the clock.
type Kernel = (&'static str, fn(&Snapshot) -> Outcome<Values>);

/// Every measure that can be timed, one line each.
const KERNELS: &[Kernel] = &[
    ("betweenness", |network| {
        Ok(all(metrics::betweenness(network, &between(PathLength::Hops))?.raw))
    }),
    ("weighted_betweenness", |network| {
        Ok(all(metrics::betweenness(
            network,
            &between(PathLength::InverseStrength),
        )?
        .raw))
    }),
    ("approximate_betweenness", |network| {
        Ok(all(metrics::betweenness(network, &sampled(PathLength::Hops))?.raw))
    }),
    ("approximate_weighted_betweenness", |network| {
        Ok(all(metrics::betweenness(
            network,
            &sampled(PathLength::InverseStrength),
        )?
        .raw))
    }),
    ("edge_betweenness", |network| {
        Ok(all(metrics::edge_betweenness(
            network,
            &EdgeBetweennessOptions::girvan_newman(),
        )
        .values))
    }),
    ("harmonic", |network| {
        Ok(all(metrics::harmonic(network, &near(PathLength::Hops))?.outgoing))
    }),
    ("closeness", |network| {
        let options = ClosenessOptions {
            path_length: PathLength::Hops,
            ..ClosenessOptions::wasserman_faust()
        };
        Ok(all(metrics::closeness(network, &options)?.outgoing))
    }),
    ("pagerank", |network| {
        let options = PageRankOptions {
            direction: Direction::Undirected,
        };
        Ok(all(metrics::pagerank(network, &options)?.values))
    }),
    ("effective_size", |network| Ok(metrics::effective_size(network).values)),
    ("clustering", |network| Ok(all(metrics::clustering(network).values))),
    ("core_number", |network| Ok(counts(&metrics::core_number(network).core))),
    ("constraint", |network| Ok(metrics::constraint(network).values)),
    ("articulation", |network| {
        Ok(counts(&metrics::articulation(network).cut))
    }),
    ("pair_scores", |network| {
        let found = metrics::pair_scores(network, metrics::PairScoreOptions::exact());
        Ok(all(found.resource_allocation))
    }),
    ("communities", |network| Ok(metrics::community(network).numbers())),
];

/// From the files to the ties with their strengths, reading included.
const PROJECTION: &str = "projection";

fn strengths(network: &Snapshot) -> Values {
    network.pairs().map(|(_, _, strength)| Some(strength)).collect()
}

fn between(path_length: PathLength) -> BetweennessOptions {
    BetweennessOptions {
        path_length,
        ..BetweennessOptions::freeman()
    }
}

/// Every network is more than this limit.
fn sampled(path_length: PathLength) -> BetweennessOptions {
    BetweennessOptions {
        work_limit: 1,
        ..between(path_length)
    }
}

fn near(path_length: PathLength) -> HarmonicOptions {
    HarmonicOptions {
        path_length,
        ..HarmonicOptions::rochat()
    }
}

fn all(values: Vec<f64>) -> Values {
    values.into_iter().map(Some).collect()
}

fn counts<T: Copy + Into<f64>>(values: &[T]) -> Values {
    values.iter().map(|&value| Some(value.into())).collect()
}

fn main() -> Outcome<()> {
    let arguments = Arguments::read();
    if arguments.get("list").is_some() {
        let names: Vec<_> = KERNELS.iter().map(|(name, _)| *name).collect();
        writeln!(std::io::stdout(), "{}", json!(names))?;
        return Ok(());
    }
    if let Some(threads) = arguments.get("threads") {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.parse()?);
        pool.build_global()?;
    }
    let mut said = json!({});
    let network = match (arguments.get("hub"), arguments.get("edges")) {
        (Some(hub), _) => from_hub(hub.as_ref(), &arguments, &mut said)?,
        (None, Some(file)) => from_edges(file.as_ref())?,
        (None, None) => return Err(usage().into()),
    };
    said["nodes"] = network.node_count().into();
    said["ties"] = network.tie_count().into();
    if let Some(file) = arguments.get("write-edges") {
        write_edges(&network, file.as_ref())?;
    }
    if let Some(measure) = arguments.get("measure") {
        let runs = arguments.get("runs").map_or(Ok(1), str::parse)?;
        let (times, values) = match measure {
            PROJECTION => timed(runs, || {
                let hub = arguments.get("hub").ok_or("the projection begins with a hub")?;
                Ok(strengths(&from_hub(hub.as_ref(), &arguments, &mut json!({}))?))
            })?,
            _ => {
                let (_, kernel) = KERNELS.iter().find(|(name, _)| *name == measure).ok_or_else(usage)?;
                timed(runs, || kernel(black_box(&network)))?
            }
        };
        said["seconds"] = times.iter().map(|time| time.clock).collect();
        said["processor_seconds"] = times.iter().map(|time| time.processor).collect();
        said["sum"] = values.iter().flatten().sum::<f64>().into();
        if let Some(file) = arguments.get("out") {
            write_values(&values, file.as_ref())?;
        }
    }
    writeln!(std::io::stdout(), "{said}")?;
    Ok(())
}

fn usage() -> String {
    let names: Vec<_> = KERNELS.iter().map(|(name, _)| *name).collect();
    format!(
        "--hub DIR [--layer LAYER] [--level LEVEL] or --edges FILE; [--measure MEASURE] [--threads N] [--runs N] \
         [--out FILE] [--write-edges FILE]; --list yes; measures: {}",
        names.join(", ")
    )
}

/// `--key value` pairs; what else cargo hands over (`--bench`) is left aside.
struct Arguments(BTreeMap<String, String>);

impl Arguments {
    fn read() -> Self {
        let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
        let pairs = words.chunks_exact(2);
        Self(
            pairs
                .map(|pair| (pair[0].trim_start_matches('-').to_owned(), pair[1].clone()))
                .collect(),
        )
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

/// Reads and freezes a hub as the program does: everyone, the whole study.
fn from_hub(hub: &Path, arguments: &Arguments, said: &mut Value) -> Outcome<Snapshot> {
    let start = Instant::now();
    let records = records::read(hub, &ReadOptions::default())?;
    said["read_seconds"] = start.elapsed().as_secs_f64().into();

    let start = Instant::now();
    let options = NetworkOptions {
        level: arguments.get("level").unwrap_or(Level::Person.name()).parse()?,
        projection: Projection::Newman,
        partnership_weight: 1.0,
        participation_weight: 1.0,
        half_life_days: None,
    };
    let temporal = TemporalNetwork::assemble(&records, &options);
    let windows = temporal.windows(WindowScheme::All);
    said["assemble_seconds"] = start.elapsed().as_secs_f64().into();

    let start = Instant::now();
    let snapshot = temporal.snapshot(&View {
        layer: arguments.get("layer").unwrap_or(Layer::Participations.name()).parse()?,
        window: windows.first().ok_or("no window")?,
        members: MemberScope::All,
        direction: Direction::Undirected,
        without: &Without::default(),
    });
    said["freeze_seconds"] = start.elapsed().as_secs_f64().into();
    Ok(snapshot)
}

/// Ties as `source target [strength]`, one a line, nodes numbered from 0; each pair once, no loops.
fn from_edges(file: &Path) -> Outcome<Snapshot> {
    let mut ties = Vec::new();
    for line in fs::read_to_string(file)?.lines() {
        let mut words = line.split_ascii_whitespace();
        let mut end = || -> Outcome<u32> { Ok(words.next().ok_or("a line has two ends")?.parse()?) };
        let (source, target) = (end()?, end()?);
        ties.push((source, target, words.next().map_or(Ok(1.0), str::parse)?));
    }
    let nodes = ties.iter().map(|&(a, b, _)| a.max(b) + 1).max().unwrap_or(0);
    Ok(Snapshot::from_ties(nodes, &ties))
}

/// How long one run took.
struct Time {
    clock: f64,
    /// Of all threads: on a busy machine the fairer of the two.
    processor: f64,
}

fn timed(runs: usize, mut kernel: impl FnMut() -> Outcome<Values>) -> Outcome<(Vec<Time>, Values)> {
    let mut times = Vec::new();
    let mut values = Values::new();
    for _ in 0..runs {
        let (start, before) = (Instant::now(), processor_seconds());
        values = black_box(kernel()?);
        times.push(Time {
            clock: start.elapsed().as_secs_f64(),
            processor: processor_seconds() - before,
        });
    }
    Ok((times, values))
}

/// Seconds that this process's threads have spent on a processor, as Linux tells; 0 elsewhere.
fn processor_seconds() -> f64 {
    let Ok(threads) = fs::read_dir("/proc/self/task") else {
        return 0.0;
    };
    let nanoseconds = threads.flatten().filter_map(|thread| {
        let told = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        told.split_ascii_whitespace().next()?.parse::<f64>().ok()
    });
    nanoseconds.sum::<f64>() / 1e9
}

fn write_edges(network: &Snapshot, file: &Path) -> Outcome<()> {
    let mut text = String::new();
    for (one, other, strength) in network.pairs() {
        writeln!(text, "{} {} {strength:?}", one.0, other.0)?;
    }
    Ok(fs::write(file, text)?)
}

/// One value a line, `nan` where undefined.
fn write_values(values: &Values, file: &Path) -> Outcome<()> {
    let mut text = String::new();
    for value in values {
        writeln!(text, "{:?}", value.unwrap_or(f64::NAN))?;
    }
    Ok(fs::write(file, text)?)
}
