//! `hubscope report`: everything into one folder, the main job.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::analysis::Analysis;
use crate::analysis::naming::Naming;
use crate::cli::args::{EditionChoice, ReportArguments};
use crate::cli::failure::{ExitKind, Failure};
use crate::cli::output;
use crate::cli::session::Session;
use crate::messages::Arg;
use crate::progress::{Progress, Stage};
use crate::report::{self, Edition, ReportOptions};
use crate::time::WindowScheme;

/// Writes the report and names it.
pub fn run(arguments: &ReportArguments) -> Result<(), Failure> {
    let session = Session::open(&arguments.hub)?;
    let options = session.options(&arguments.network, WindowScheme::Latest)?;
    let analysis = Analysis::run(Arc::clone(&session.records), options, &session.watch).map_err(|error| {
        session.watch.finish();
        Failure::analysis(&error, &session.messages)
    })?;
    let edition = match arguments.edition {
        EditionChoice::Partners => Edition::Partners,
        EditionChoice::Private => Edition::Private,
    };
    let report_options = ReportOptions {
        edition,
        lang: session.messages.lang(),
        workbook: arguments.excel,
    };

    session.watch.report(Stage::Charts, 0.0);
    let naming = Naming::with(
        &analysis.records,
        &analysis.roster,
        &session.messages,
        edition.persons(),
    );
    let messages = &session.messages;
    let (charts, tables) = rayon::join(
        || crate::charts::all(&analysis, &naming, messages),
        || crate::tables::all(&analysis, &naming, messages),
    );
    session.watch.report(Stage::Report, 0.0);
    let failed = |error: &(dyn std::error::Error + 'static)| {
        Failure::new(ExitKind::Output, session.messages.word("report-failed")).caused_by(error)
    };
    let mut bundle = report::bundle(&analysis, &report_options, &charts, &tables).map_err(|error| failed(&error))?;
    bundle.add("timings.json", timings(&session.watch.finish()));

    let out = folder(arguments, edition);
    let written = report::write(&bundle, &out).map_err(|error| failed(&error).hint(error.remedy(&session.messages)))?;
    session.note_ledger();
    let args = [("path", Arg::from(written.page.display().to_string()))];
    output::stdout(format!("{}\n", session.messages.say("report-written", &args)).as_bytes())
}

/// `reports/<hub>`, marked private where it is.
fn folder(arguments: &ReportArguments, edition: Edition) -> PathBuf {
    let hub = arguments
        .hub
        .hub
        .canonicalize()
        .unwrap_or_else(|_| arguments.hub.hub.clone());
    let name = hub
        .file_stem()
        .map_or_else(|| "hub".into(), |name| name.to_string_lossy().into_owned());
    let marked = if edition == Edition::Private {
        format!("{name}-PRIVATE")
    } else {
        name
    };
    arguments
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from("reports").join(marked))
}

/// Seconds by stage; the one file of the bundle that differs from run to run.
fn timings(taken: &[(&'static str, f64)]) -> Vec<u8> {
    let seconds = |(stage, seconds): &(&str, f64)| ((*stage).to_owned(), Value::from((seconds * 1e3).round() / 1e3));
    let stages: Map<String, Value> = taken.iter().map(seconds).collect();
    format!("{:#}\n", serde_json::json!({ "seconds": stages })).into_bytes()
}
