//! `hubscope metrics`: how does each stakeholder, each tie, each set of key players or the whole network stand?

use crate::analysis::naming::{Naming, Persons};
use crate::analysis::significance::significance;
use crate::analysis::stability::{StabilityScope, stability, untested};
use crate::analysis::{AnalysisError, Prepared};
use crate::cli::args::{Format, MetricsArguments};
use crate::cli::failure::{ExitKind, Failure};
use crate::cli::output::{self, Beside};
use crate::cli::session::{Rests, Session, beside};
use crate::findings::Answer;
use crate::messages::Arg;
use crate::metrics::{
    Backbone, BackboneModel, BackboneOptions, CommunitiesOf, KeyPlayerNegativeOptions, KeyPlayerPositiveOptions,
    KeyPlayers, MetricError, NodeMeasure, NodeTable, Proof, TieTable, backbone, community_matching,
    key_player_negative, key_player_positive, network_table, node_table, tie_table,
};
use crate::network::{Level, Place, Snapshot};
use crate::tables::{self, KeyPlayersOfWindow, KeyPlayersRows, MetricsRows, Table, TiesOfWindow, TiesRows};
use crate::time::{Window, WindowScheme};

/// Prints the table asked for.
pub fn run(arguments: &MetricsArguments) -> Result<(), Failure> {
    let session = Session::open(&arguments.hub)?;
    let prepared = session.prepare(session.options(&arguments.network, WindowScheme::Latest)?)?;
    let asked = Asked {
        windows: prepared.network.windows(prepared.options.window),
        series: prepared.options.window.is_series(),
        naming: naming(&session, &prepared),
        session: &session,
        prepared: &prepared,
    };
    if arguments.stability {
        return print_stability(&session, &prepared, &asked.naming, arguments);
    }
    let measured = match arguments.key_players {
        Some(size) => Ok(asked.key_players(usize::from(size), arguments.reach)?),
        None if arguments.ties => asked.ties(arguments.backbone),
        None if arguments.significance => asked.significance(),
        None if arguments.whole => asked.network(),
        None => asked.stakeholders(),
    };
    let table = measured.map_err(|error| Failure::analysis(&AnalysisError::Metric(error), &session.messages))?;
    session.watch.finish();
    session.note_ledger();
    let mut beside = beside(&session, &prepared, Rests::OnLayer);
    if let Some(model) = arguments.backbone {
        beside.parameters["backbone"] = model.name().into();
    }
    if let Some(size) = arguments.key_players {
        beside.parameters["key_players"] = size.into();
        beside.parameters["reach"] = arguments.reach.into();
    }
    print_noted(&session, &table, beside, arguments)
}

/// Prints a table with what of it is not exact: below its readable form, among the parameters of JSON, else on stderr.
fn print_noted(
    session: &Session,
    table: &Table,
    beside: Beside<'_>,
    arguments: &MetricsArguments,
) -> Result<(), Failure> {
    let sentences = table.inexact.iter().map(|inexact| inexact.sentence(&session.messages));
    let notes: Vec<String> = sentences.collect();
    if matches!(arguments.output.format, Format::Csv | Format::Parquet) {
        notes.iter().for_each(|note| session.say(note));
    }
    output::print(table, &Beside { notes, ..beside }, &arguments.output)
}

/// How far the rankings of the (first) window can be trusted.
fn print_stability(
    session: &Session,
    prepared: &Prepared,
    naming: &Naming,
    arguments: &MetricsArguments,
) -> Result<(), Failure> {
    let snapshot = prepared.snapshot_in(&prepared.window);
    let first = usize::from(arguments.first);
    let answer = stability(prepared, &prepared.window, &snapshot, first, StabilityScope::Full);
    session.watch.finish();
    session.note_ledger();
    match answer {
        Answer::Cannot(lacking) => {
            let (key, args) = lacking.message();
            Err(Failure::new(ExitKind::Records, session.messages.say(key, &args)))
        }
        Answer::Found(found) => {
            for one in untested(&found, StabilityScope::Full) {
                let shares: Vec<String> = one
                    .shares
                    .iter()
                    .map(|share| session.messages.percent(*share))
                    .collect();
                let args = [("shares", shares.join(", ").into())];
                let key = format!("stability-untested-{}", one.loss.name());
                session.note(&session.messages.say(&key, &args));
            }
            if found.is_empty() {
                let message = session.messages.word("stability-untestable");
                return Err(Failure::new(ExitKind::Records, message));
            }
            let table = tables::stability(&found, snapshot.places(), naming, &session.messages);
            let beside = beside(session, prepared, Rests::OnLayer);
            print_noted(session, &table, beside, arguments)
        }
    }
}

/// Whoever asks for persons one by one sees their names: this is their own terminal, not a file for others.
fn naming(session: &Session, prepared: &Prepared) -> Naming {
    let persons = if prepared.options.network.level == Level::Person {
        Persons::Named
    } else {
        Persons::Masked
    };
    Naming::with(&prepared.records, prepared.network.roster(), &session.messages, persons)
}

/// What every table is made of.
struct Asked<'a> {
    session: &'a Session,
    prepared: &'a Prepared,
    windows: Vec<Window>,
    series: bool,
    naming: Naming,
}

impl Asked<'_> {
    /// Something of the layer asked for in each window.
    fn in_each<T>(&self, of: impl Fn(&Snapshot) -> Result<T, MetricError>) -> Result<Vec<T>, MetricError> {
        self.windows
            .iter()
            .map(|window| of(&self.prepared.snapshot_in(window)))
            .collect()
    }

    fn stakeholders(&self) -> Result<Table, MetricError> {
        let mut found = self.in_each(|snapshot| {
            let table = node_table(snapshot, &self.prepared.measure_options(snapshot))?;
            Ok((snapshot.places().to_vec(), table))
        })?;
        number_communities_on(&mut found);
        let windows = self.windows.iter().zip(&found);
        let rows = MetricsRows {
            roster: self.prepared.network.roster(),
            windows: windows
                .map(|(window, (places, values))| (window, places.as_slice(), values))
                .collect(),
            series: self.series,
        };
        Ok(tables::metrics(&rows, &self.naming, &self.session.messages))
    }

    fn network(&self) -> Result<Table, MetricError> {
        let found = self.in_each(|snapshot| network_table(snapshot, &self.prepared.measure_options(snapshot)))?;
        let rows: Vec<_> = self.windows.iter().zip(&found).collect();
        Ok(tables::network_figures(&rows, self.series, &self.session.messages))
    }

    fn significance(&self) -> Result<Table, MetricError> {
        let found: Vec<_> = self
            .windows
            .iter()
            .map(|window| significance(self.prepared, window))
            .collect::<Result<_, _>>()?;
        let rows: Vec<_> = self.windows.iter().zip(&found).collect();
        Ok(tables::network_significance(&rows, self.series, &self.session.messages))
    }

    fn ties(&self, model: Option<BackboneModel>) -> Result<Table, MetricError> {
        let drawn = |snapshot: &Snapshot, model| {
            let direction = self.prepared.options.direction;
            backbone(
                snapshot,
                &BackboneOptions {
                    direction,
                    ..BackboneOptions::of(model)
                },
            )
        };
        let found: Vec<(Vec<Place>, TieTable, Option<Backbone>)> = self.in_each(|snapshot| {
            let table = tie_table(snapshot, &self.prepared.measure_options(snapshot))?;
            let kept = model.map(|model| drawn(snapshot, model)).transpose()?;
            Ok((snapshot.places().to_vec(), table, kept))
        })?;
        let windows = self.windows.iter().zip(&found);
        let windows = windows.map(|(window, (places, ties, backbone))| TiesOfWindow {
            window,
            places,
            ties,
            backbone: backbone.as_ref(),
        });
        let rows = TiesRows {
            windows: windows.collect(),
            series: self.series,
        };
        Ok(tables::ties(&rows, &self.naming, &self.session.messages))
    }

    fn key_players(&self, size: usize, reach: u32) -> Result<Table, Failure> {
        let snapshots: Vec<Snapshot> = self
            .windows
            .iter()
            .map(|window| self.prepared.snapshot_in(window))
            .collect();
        let most = snapshots.iter().map(Snapshot::node_count).max().unwrap_or_default();
        if size > most {
            self.session.watch.finish();
            let args = [("size", size.into()), ("count", most.into())];
            let message = self.session.messages.say("key-players-too-many", &args);
            return Err(Failure::new(ExitKind::Usage, message));
        }
        let found = snapshots.iter().map(|snapshot| {
            let negative = key_player_negative(snapshot, &KeyPlayerNegativeOptions::of(size));
            let positive = key_player_positive(snapshot, &KeyPlayerPositiveOptions::of(size, reach));
            let all = vec![
                negative.fragmentation,
                negative.distance_fragmentation,
                positive.distance_reach,
                positive.reach,
            ];
            all.iter().for_each(|players| self.note_proof(players));
            (snapshot.places().to_vec(), all)
        });
        let found: Vec<(Vec<Place>, Vec<KeyPlayers>)> = found.collect();
        let windows = self.windows.iter().zip(&found);
        let windows = windows.map(|(window, (places, found))| KeyPlayersOfWindow { window, places, found });
        let rows = KeyPlayersRows {
            windows: windows.collect(),
            options: KeyPlayerPositiveOptions::of(size, reach),
            series: self.series,
        };
        Ok(tables::key_players(&rows, &self.naming, &self.session.messages))
    }

    /// What has no value, is not proven best, or not listed whole, as a note on stderr.
    fn note_proof(&self, players: &KeyPlayers) {
        let criterion = ("criterion", Arg::from(players.criterion.name()));
        if players.value.is_none() {
            self.session
                .note(&self.session.messages.say("key-players-without-value", &[criterion]));
        } else if matches!(players.proof, Proof::NotProven { .. }) {
            self.session
                .note(&self.session.messages.say("key-players-not-proven", &[criterion]));
        } else if players.count > players.sets.len() as u64 {
            let args = [
                criterion,
                ("count", Arg::from(usize::try_from(players.count).unwrap_or(usize::MAX))),
                ("listed", Arg::from(players.sets.len())),
            ];
            self.session.note(&self.session.messages.say("key-players-more", &args));
        }
    }
}

/// From window to window a community keeps its number, and a new one gets a new number.
fn number_communities_on(windows: &mut [(Vec<Place>, NodeTable)]) {
    let (mut places_before, mut numbers_before): (&[Place], _) = (&[], Vec::new());
    let mut next = 1;
    for (places, table) in windows {
        let mut columns = table.columns.iter_mut();
        let Some(column) = columns.find(|column| column.measure == NodeMeasure::Community) else {
            return;
        };
        let found: Vec<_> = column
            .values
            .iter()
            .map(|number| number.map(|number| number as u32))
            .collect();
        let before = CommunitiesOf {
            places: places_before,
            communities: &numbers_before,
        };
        let after = CommunitiesOf {
            places,
            communities: &found,
        };
        let matched = community_matching(&before, &after, next);
        column.values = matched.communities.iter().map(|number| number.map(f64::from)).collect();
        (places_before, numbers_before, next) = (places, matched.communities, matched.next);
    }
}
