//! From arguments to records and options: what every command on a hub begins with.

use std::io::Write;
use std::sync::Arc;

use serde_json::{Value, json};

use super::args::{HubArguments, NetworkArguments};
use super::failure::{ExitKind, Failure};
use super::language;
use super::output::Beside;
use super::watch::{Shown, Watch};
use crate::analysis::{AnalysisOptions, Prepared};
use crate::config::NetworkSection;
use crate::messages::{Arg, Lang, Messages};
use crate::network::{Layer, Level, NetworkOptions, Projection};
use crate::progress::{Progress, Stage};
use crate::records::{self, HubRecords, ReadOptions, RowState, StakeholderKind};
use crate::time::{Window, WindowScheme};

/// A hub that was read, and the words to speak of it.
pub struct Session {
    /// What the hub wrote down.
    pub records: Arc<HubRecords>,
    /// The reader's language.
    pub messages: Messages,
    /// Progress.
    pub watch: Watch,
    quiet: bool,
}

impl Session {
    /// Reads a hub; under `--strict` a row that was not used as it stands is a refusal.
    pub fn open(arguments: &HubArguments) -> Result<Self, Failure> {
        let spoken = language::words();
        if let Some(threads) = arguments.threads {
            set_threads(threads)?;
        }
        let shown = if arguments.quiet {
            Shown::Never
        } else {
            Shown::OnTerminal
        };
        let watch = Watch::new(shown, &spoken);
        watch.report(Stage::Records, 0.0);
        let options = ReadOptions {
            config: arguments.config.clone(),
        };
        let records = records::read(&arguments.hub, &options).map_err(|error| {
            watch.finish();
            Failure::records(&error, &spoken)
        })?;
        let messages = match (arguments.lang, &records.config.hub.lang) {
            (None, Some(lang)) => lang.parse().map_or_else(|_| language::words(), Messages::new),
            _ => spoken,
        };
        let session = Self {
            records: Arc::new(records),
            messages,
            watch,
            quiet: arguments.quiet,
        };
        if arguments.strict {
            session.refuse_imperfect()?;
        }
        Ok(session)
    }

    fn refuse_imperfect(&self) -> Result<(), Failure> {
        let tables = &self.records.ledger.tables;
        let notes = || {
            tables
                .iter()
                .flat_map(|table| table.notes.iter().map(move |note| (table, note)))
        };
        let Some((table, first)) = notes().find(|(_, note)| note.reason.fails_strict()) else {
            return Ok(());
        };
        let count = notes().filter(|(_, note)| note.reason.fails_strict()).count();
        let args = [
            ("count", Arg::from(count)),
            ("file", table.file_of(first.place).into()),
            ("row", Arg::Text(first.row.to_string())),
            ("column", first.column.as_str().into()),
            (
                "reason",
                self.messages.word(&format!("reason-{}", first.reason.key())).into(),
            ),
        ];
        Err(
            Failure::new(ExitKind::Records, self.messages.say("strict-refused", &args))
                .hint(self.messages.word("strict-refused-hint")),
        )
    }

    /// What was asked for, with the defaults of `hub.toml` and of the records.
    pub fn options(&self, arguments: &NetworkArguments, window: WindowScheme) -> Result<AnalysisOptions, Failure> {
        let config = &self.records.config.network;
        let layer = arguments.layer.map_or_else(
            || {
                configured(
                    "layer",
                    &config.layer,
                    &Layer::ALL.iter().map(|one| one.name()).collect::<Vec<_>>(),
                )
            },
            Ok,
        )?;
        let level = arguments.level.unwrap_or_else(|| default_level(&self.records));
        let section = NetworkSection {
            projection: arguments
                .projection
                .map_or_else(|| config.projection.clone(), |chosen| chosen.name().to_owned()),
            ..config.clone()
        };
        let network = NetworkOptions::from_config(&section, level).map_err(|_| {
            let known: Vec<_> = Projection::ALL.iter().map(|one| one.name()).collect();
            misconfigured("projection", &section.projection, &known)
        })?;
        Ok(AnalysisOptions {
            network,
            layer,
            window: arguments.window.unwrap_or(window),
            path_length: arguments.path_length,
            direction: arguments.direction,
            members: arguments.members,
            group_by: arguments.group_by.clone(),
            seed: arguments.seed,
            work_limit: arguments.work_limit,
        })
    }

    /// The network, ready to be measured.
    pub fn prepare(&self, options: AnalysisOptions) -> Result<Prepared, Failure> {
        self.watch.report(Stage::Network, 0.0);
        Prepared::new(Arc::clone(&self.records), options).map_err(|error| {
            self.watch.finish();
            Failure::analysis(&error, &self.messages)
        })
    }

    /// A note on stderr, unless quiet.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            self.say(text);
        }
    }

    /// On stderr, quiet or not: what a result must not be read without.
    #[expect(clippy::unused_self, reason = "whoever speaks holds the session")]
    pub fn say(&self, text: &str) {
        // A terminal that is gone needs no note.
        let _ = writeln!(anstream::stderr(), "{text}");
    }

    /// How many rows were not used as they stand, as a note on stderr.
    pub fn note_ledger(&self) {
        let ledger = &self.records.ledger;
        let count = |state| Arg::from(ledger.count(state));
        if ledger.count(RowState::Used) < ledger.rows() {
            let args = [
                ("rows", Arg::from(ledger.rows())),
                ("repaired", count(RowState::Repaired)),
                ("merged", count(RowState::Merged)),
                ("excluded", count(RowState::Excluded)),
            ];
            self.note(&self.messages.say("ledger-note", &args));
        }
    }
}

/// What a table of a prepared hub rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rests {
    /// The layer asked for, with its lengths and directions.
    OnLayer,
    /// Layers of its own, in the window asked for.
    OnWindow,
}

/// What is said beside a table of a prepared hub.
pub fn beside<'a>(session: &'a Session, prepared: &Prepared, rests: Rests) -> Beside<'a> {
    Beside {
        messages: &session.messages,
        parameters: parameters(prepared),
        made: made(&session.messages, prepared, rests),
        notes: Vec::new(),
    }
}

/// How a table was made, in words; of a series each row says its window.
fn made(messages: &Messages, prepared: &Prepared, rests: Rests) -> Option<String> {
    let options = &prepared.options;
    let window = (!options.window.is_series()).then(|| window_words(messages, &prepared.window));
    if rests == Rests::OnWindow {
        return window;
    }
    let word = |key: String| Arg::from(messages.word(&key));
    let args = [
        ("layer", word(format!("report-layer-{}", options.layer.name()))),
        ("length", word(format!("path-length-{}", options.path_length.name()))),
        ("direction", word(format!("direction-{}", options.direction.name()))),
        (
            "projection",
            word(format!("projection-{}", options.network.projection.name())),
        ),
    ];
    let made = messages.say("table-made", &args);
    Some(window.map_or_else(|| made.clone(), |window| format!("{window} {made}")))
}

fn window_words(messages: &Messages, window: &Window) -> String {
    let label = ("window", Arg::from(window.label.as_str()));
    let Some(period) = window.period else {
        return messages.say("table-made-window", &[label]);
    };
    // a window that no calendar names is called by its days alone
    let key = if window.label.contains('/') {
        "table-made-days"
    } else {
        "table-made-window-days"
    };
    let (first, last) = (period.start(), period.end().plus_days(-1));
    messages.say(key, &[label, ("first", first.into()), ("last", last.into())])
}

/// What every JSON result says of how it was made.
fn parameters(prepared: &Prepared) -> Value {
    let options = &prepared.options;
    json!({
        "hub": prepared.records.name,
        "level": options.network.level.name(),
        "layer": options.layer.name(),
        "window": prepared.window.label,
        "projection": options.network.projection.name(),
        "path_length": options.path_length.name(),
        "direction": options.direction.name(),
        "members": options.members.name(),
        "group_by": options.group_by,
        "half_life_days": options.network.half_life_days,
        "seed": options.seed,
        "work_limit": options.work_limit,
        "hubscope": env!("CARGO_PKG_VERSION"),
    })
}

/// Organizations where persons have one, else each stakeholder as recorded.
fn default_level(records: &HubRecords) -> Level {
    let employed = records
        .stakeholders
        .iter()
        .any(|one| one.kind == StakeholderKind::Person && one.parent.is_some());
    if employed || !records.affiliations.is_empty() {
        Level::Organization
    } else {
        Level::Person
    }
}

/// A choice of `[network]` in `hub.toml`.
fn configured<T: std::str::FromStr>(key: &str, value: &str, known: &[&'static str]) -> Result<T, Failure> {
    value.parse().map_err(|_| misconfigured(key, value, known))
}

fn misconfigured(key: &str, value: &str, known: &[&'static str]) -> Failure {
    let words = language::words();
    let args = [
        ("key", Arg::from(format!("[network] {key}"))),
        ("found", format!("\"{value}\"").into()),
    ];
    let hint = match crate::config::nearest(value, known.iter().copied()) {
        Some(nearest) => words.say("records-did-you-mean", &[("nearest", nearest.into())]),
        None => words.say("usage-valid", &[("valid", known.join(", ").into())]),
    };
    Failure::new(ExitKind::Usage, words.say("config-unknown-value", &args)).hint(hint)
}

fn set_threads(threads: usize) -> Result<(), Failure> {
    let built = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    let words = language::words();
    built.map_err(|error| Failure::new(ExitKind::Usage, words.word("cannot-set-threads")).caused_by(&error))
}

/// The language asked for, else the run's.
pub fn spoken(lang: Option<Lang>) -> Messages {
    lang.map_or_else(language::words, Messages::new)
}
