//! The table of a comparison of networks: one row per term.

use crate::analysis::qap::{QapAnswer, QapQuestion};

use super::{Cell, Table};

/// The intercept, where there is one, and each predictor in the order asked.
#[must_use]
pub fn qap(answer: &QapAnswer, question: &QapQuestion) -> Table {
    let columns = [
        ("term", "", "intercept or predictor"),
        (
            "estimate",
            "",
            "correlation with the response, or coefficient beside the other predictors",
        ),
        ("statistic", "", "correlation, t or Wald's z: what is permuted"),
        (
            "p",
            "probability",
            "two-sided p with the +1 correction; the intercept is not tested",
        ),
        ("draws", "draws", "permutations"),
        (
            "r_squared",
            "share",
            "share of the variance explained by the linear model",
        ),
        ("deviance", "", "minus twice the log likelihood of the logistic model"),
        (
            "null_deviance",
            "",
            "the same where every pair is as likely tied as not",
        ),
        ("members", "stakeholders", "stakeholders compared"),
        ("pairs", "pairs", "pairs compared"),
    ];
    let mut table = Table::new("qap", &columns);
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
