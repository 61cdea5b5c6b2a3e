//! `hubscope qap`: which of several networks or attributes explain one, among the same members?

use crate::analysis::qap::{PairVariable, QapError, QapQuestion, qap};
use crate::cli::args::{Format, QapArguments, QapModelChoice};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::session::{self, Rests, Session, beside};
use crate::messages::{Arg, Messages};
use crate::metrics::QapModel;
use crate::tables;
use crate::time::WindowScheme;

/// Prints the table of terms.
pub fn run(arguments: &QapArguments) -> Result<(), Failure> {
    let spoken = session::spoken(arguments.hub.lang);
    let read = |text: &str| {
        let variable = text.trim().parse::<PairVariable>();
        variable.map_err(|error| failure(&error, &spoken))
    };
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
        failure(&error, &session.messages)
    })?;
    session.watch.finish();
    session.note_ledger();
    if answer.without_value > 0 {
        let count = [("count", answer.without_value.into())];
        session.note(&session.messages.say("qap-without-value", &count));
    }
    let mut beside = beside(&session, &prepared, Rests::OnWindow);
    beside.parameters["response"] = question.response.to_string().into();
    if let Some(orders) = answer.orders {
        beside.parameters["orders"] = orders.count.into();
        let args = [
            ("members", answer.members.into()),
            ("orders", orders.count.into()),
            ("least", Arg::Decimal(orders.least_p, 3)),
        ];
        beside.notes.push(session.messages.say("qap-few-orders", &args));
    }
    // the readable form has them below, JSON among its parameters
    if matches!(arguments.output.format, Format::Csv | Format::Parquet) {
        beside.notes.iter().for_each(|note| session.say(note));
    }
    let table = tables::qap(&answer, &question, &session.messages);
    output::print(&table, &beside, &arguments.output)
}

fn failure(error: &QapError, messages: &Messages) -> Failure {
    Failure::asked(&error.message(), error.remedy(), messages)
}
