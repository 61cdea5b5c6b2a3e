//! `hubscope qap`: which of several networks or attributes explain one, among the same members?

use crate::analysis::qap::{PairVariable, QapError, QapQuestion, qap};
use crate::cli::args::{QapArguments, QapModelChoice};
use crate::cli::failure::{ExitKind, Failure};
use crate::cli::output;
use crate::cli::session::{Session, beside};
use crate::metrics::QapModel;
use crate::tables;
use crate::time::WindowScheme;

/// Prints the table of terms.
pub fn run(arguments: &QapArguments) -> Result<(), Failure> {
    let read = |text: &str| text.trim().parse::<PairVariable>().map_err(|error| failure(&error));
    let question = QapQuestion {
        response: read(&arguments.response)?,
        predictors: arguments
            .predictors
            .iter()
            .map(|text| read(text))
            .collect::<Result<_, _>>()?,
        model: match arguments.model {
            QapModelChoice::Correlation => QapModel::Correlation,
            QapModelChoice::Linear => QapModel::Linear,
            QapModelChoice::Logit => QapModel::Logit,
        },
        draws: usize::from(arguments.draws),
    };
    let session = Session::open(&arguments.hub)?;
    let prepared = session.prepare(session.options(&arguments.network, WindowScheme::Latest)?)?;
    let answer = qap(&prepared, &question).map_err(|error| {
        session.watch.finish();
        failure(&error)
    })?;
    session.watch.finish();
    session.note_ledger();
    if answer.without_value > 0 {
        let count = [("count", answer.without_value.into())];
        session.note(&session.messages.say("qap-without-value", &count));
    }
    let mut beside = beside(&session, &prepared);
    beside.parameters["response"] = question.response.to_string().into();
    let table = tables::qap(&answer, &question, &session.messages);
    output::print(&table, &beside, &arguments.output)
}

fn failure(error: &QapError) -> Failure {
    let failure = Failure::new(ExitKind::Usage, error.to_string());
    match error {
        QapError::Variable(_) | QapError::NotFitted => failure,
        QapError::Column(unknown) => failure.hint(format!("columns there are: {}", unknown.known.join(", "))),
        QapError::Kind { known, .. } => failure.hint(format!("kinds there are: {}", known.join(", "))),
        QapError::TooMany { .. } => failure.hint("add --members core, or a shorter --window"),
    }
}
