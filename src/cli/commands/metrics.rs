//! `hubscope metrics`: how does each stakeholder, or the whole network, stand?

use crate::analysis::naming::{Naming, Persons};
use crate::cli::args::MetricsArguments;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::session::{Session, parameters};
use crate::metrics::registry::{network_table, node_table};
use crate::network::{Level, Place};
use crate::tables::{self, MetricsRows};
use crate::time::WindowScheme;

/// Prints the table of measures.
pub fn run(arguments: &MetricsArguments) -> Result<(), Failure> {
    let session = Session::open(&arguments.hub)?;
    let prepared = session.prepare(session.options(&arguments.network, WindowScheme::Latest)?)?;
    let windows = prepared.network.windows(prepared.options.window);
    let failed = |error: crate::metrics::MetricError| Failure::analysis(&error.into());

    let mut nodes = Vec::new();
    let mut whole = Vec::new();
    for window in &windows {
        let snapshot = prepared.snapshot_in(window);
        let options = prepared.measure_options(&snapshot);
        if arguments.whole {
            whole.push(network_table(&snapshot, &options).map_err(failed)?);
        } else {
            let places: Vec<Place> = snapshot.places().to_vec();
            nodes.push((places, node_table(&snapshot, &options).map_err(failed)?));
        }
    }
    let series = prepared.options.window.is_series();
    let table = if arguments.whole {
        let rows: Vec<_> = windows.iter().zip(&whole).collect();
        tables::network_figures(&rows, series, &session.messages)
    } else {
        // Whoever asks for persons one by one sees their names: this is their own terminal, not a file for others.
        let persons = if prepared.options.network.level == Level::Person {
            Persons::Named
        } else {
            Persons::Masked
        };
        let naming = Naming::with(&prepared.records, prepared.network.roster(), &session.messages, persons);
        let windows = windows
            .iter()
            .zip(&nodes)
            .map(|(window, (places, values))| (window, places.as_slice(), values));
        let rows = MetricsRows {
            roster: prepared.network.roster(),
            windows: windows.collect(),
            series,
        };
        tables::metrics(&rows, &naming, &session.messages)
    };
    session.watch.finish();
    session.note_ledger();
    output::print(&table, &parameters(&prepared), &arguments.output)
}
