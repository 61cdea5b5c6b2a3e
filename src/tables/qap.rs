//! The table of a comparison of networks: one row per term.

use crate::analysis::qap::{QapAnswer, QapQuestion};

use crate::messages::Messages;

use super::{Cell, Table};

/// The intercept, where there is one, and each predictor in the order asked.
#[must_use]
pub fn qap(answer: &QapAnswer, question: &QapQuestion, messages: &Messages) -> Table {
    let columns = [
        ("term", ""),
        ("estimate", ""),
        ("statistic", ""),
        ("p", "probability"),
        ("draws", "draws"),
        ("r_squared", "share"),
        ("deviance", ""),
        ("null_deviance", ""),
        ("members", "stakeholders"),
        ("pairs", "pairs"),
    ];
    let mut table = Table::described("qap", &columns, messages);
    let found = &answer.found;
    let fit = || -> [Cell; 6] {
        [
            found.draws.into(),
            found.r_squared.into(),
            found.deviance.into(),
            found.null_deviance.into(),
            answer.members.into(),
            found.pairs.into(),
        ]
    };
    if let Some(intercept) = found.intercept {
        let own = [Cell::from("intercept"), intercept.into(), Cell::Empty, Cell::Empty];
        table.rows.push(own.into_iter().chain(fit()).collect());
    }
    for (term, predictor) in found.terms.iter().zip(&question.predictors) {
        let own: [Cell; 4] = [
            predictor.to_string().into(),
            term.estimate.into(),
            term.statistic.into(),
            term.p.into(),
        ];
        table.rows.push(own.into_iter().chain(fit()).collect());
    }
    table
}
