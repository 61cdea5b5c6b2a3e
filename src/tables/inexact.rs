//! Which columns are not exact, or left out, because the exact values would take more work than allowed?
//!
//! In: the tables of measures. Out: [`Inexact`], for a note below the table, for the parameters of its JSON form and for
//! the record of a report.

use serde_json::{Value, json};

use crate::analysis::MeasureStability;
use crate::messages::{Arg, Messages};
use crate::metrics::registry::{NetworkTable, NodeTable, TieTable};
use crate::metrics::{Approximation, Drawn, NetworkMeasure, RankedMeasure, TieMeasure};
use crate::time::Window;

/// Columns or figures of one window that are not exact, or left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Inexact {
    /// Their names.
    pub columns: Vec<&'static str>,
    /// The window, where there are several.
    pub window: Option<String>,
    /// What became of them.
    pub became: Became,
}

/// What became of a column that is not exact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Became {
    /// It is approximated, with a promise.
    Approximated(Approximation),
    /// It is left out: exact values take more work than `--work-limit` allows.
    LeftOut,
    /// Its ranks are not tested: each network drawn would cost a sweep over all paths.
    NotTested,
}

impl Inexact {
    /// The columns of node measures, those with the same promise together.
    #[must_use]
    pub fn of_nodes(table: &NodeTable) -> Vec<Self> {
        together(
            table
                .approximated
                .iter()
                .map(|(measure, promised)| (measure.info().name, *promised)),
        )
    }

    /// The figures of the whole network. Where the mean path is sampled, the longest is left out.
    #[must_use]
    pub fn of_network(table: &NetworkTable) -> Vec<Self> {
        let approximated = table.approximated.iter();
        let mut found = together(approximated.map(|(figure, promised)| (figure.info().name, *promised)));
        let sampled = |asked| table.approximated.iter().any(|(figure, _)| *figure == asked);
        if sampled(NetworkMeasure::MeanPathLength) && table.figure(NetworkMeasure::Diameter).is_none() {
            found.push(Self {
                columns: vec![NetworkMeasure::Diameter.info().name],
                window: None,
                became: Became::LeftOut,
            });
        }
        found
    }

    /// The columns of tie measures: no path over a tie is sampled, so edge betweenness is exact or left out.
    #[must_use]
    pub fn of_ties(table: &TieTable) -> Vec<Self> {
        let left_out = table.columns.iter().find(|column| {
            let empty = column.values.iter().all(Option::is_none);
            column.measure == TieMeasure::EdgeBetweenness && empty && !column.values.is_empty()
        });
        let columns = left_out.map(|column| vec![column.measure.info().name]);
        let inexact = columns.map(|columns| Self {
            columns,
            window: None,
            became: Became::LeftOut,
        });
        inexact.into_iter().collect()
    }

    /// The measures whose ranks are not tested, where those of others are.
    #[must_use]
    pub fn of_stability(found: &[MeasureStability]) -> Option<Self> {
        let untested = RankedMeasure::ALL
            .into_iter()
            .filter(|measure| found.iter().all(|one| one.measure != *measure));
        let columns: Vec<_> = untested.map(RankedMeasure::name).collect();
        (!found.is_empty() && !columns.is_empty()).then_some(Self {
            columns,
            window: None,
            became: Became::NotTested,
        })
    }

    /// The same in one of several windows.
    #[must_use]
    pub(super) fn in_window(self, window: &Window, series: bool) -> Self {
        Self {
            window: series.then(|| window.label.clone()),
            ..self
        }
    }

    /// As a sentence, by the names of the columns.
    #[must_use]
    pub fn sentence(&self, messages: &Messages) -> String {
        let columns = ("columns", Arg::from(self.columns.join(", ")));
        let sentence = match self.became {
            Became::LeftOut => messages.say("inexact-left-out", &[columns]),
            Became::NotTested => messages.say("inexact-not-tested", &[columns]),
            Became::Approximated(promised) => {
                let key = match promised.drawn {
                    Drawn::Paths => "inexact-paths",
                    Drawn::Sources => "inexact-sources",
                };
                let args: Vec<_> = [columns].into_iter().chain(promised_args(&promised)).collect();
                messages.say(key, &args)
            }
        };
        match &self.window {
            Some(window) => format!("{window}: {sentence}"),
            None => sentence,
        }
    }

    /// As an entry of the parameters.
    #[must_use]
    pub fn parameter(&self) -> Value {
        let mut entry = json!({ "columns": self.columns });
        if let Some(window) = &self.window {
            entry["window"] = window.as_str().into();
        }
        match self.became {
            Became::LeftOut => entry["left_out"] = true.into(),
            Became::NotTested => entry["not_tested"] = true.into(),
            Became::Approximated(promised) => {
                entry["epsilon"] = promised.epsilon.into();
                entry["delta"] = promised.delta.into();
                entry["samples"] = promised.samples.into();
                entry["drawn"] = match promised.drawn {
                    Drawn::Paths => "shortest paths",
                    Drawn::Sources => "stakeholders",
                }
                .into();
            }
        }
        entry
    }
}

/// What an approximation promises, as variables of its sentence.
#[must_use]
pub fn promised_args(promised: &Approximation) -> [(&'static str, Arg); 4] {
    let samples = usize::try_from(promised.samples).unwrap_or(usize::MAX);
    [
        ("samples", samples.into()),
        ("epsilon", Arg::Decimal(promised.epsilon, 2)),
        ("points", Arg::Decimal(promised.epsilon * 100.0, 1)),
        ("confidence", Arg::Percent(1.0 - promised.delta)),
    ]
}

fn together(promised: impl Iterator<Item = (&'static str, Approximation)>) -> Vec<Inexact> {
    let mut found: Vec<Inexact> = Vec::new();
    for (name, approximation) in promised {
        let alike = found
            .iter_mut()
            .find(|group| group.became == Became::Approximated(approximation));
        match alike {
            Some(group) => group.columns.push(name),
            None => found.push(Inexact {
                columns: vec![name],
                window: None,
                became: Became::Approximated(approximation),
            }),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_diameter_that_a_sample_can_only_miss_is_named_as_left_out() {
        let sampled = Approximation {
            epsilon: 0.05,
            delta: 0.1,
            samples: 20,
            drawn: Drawn::Sources,
        };
        let table = |diameter, approximated| NetworkTable {
            figures: vec![
                (NetworkMeasure::MeanPathLength, Some(2.0)),
                (NetworkMeasure::Diameter, diameter),
            ],
            approximated,
        };
        let found = Inexact::of_network(&table(None, vec![(NetworkMeasure::MeanPathLength, sampled)]));
        assert_eq!(found[0].columns, ["mean_path_length"]);
        assert_eq!(
            found[1].parameter(),
            json!({ "columns": ["diameter"], "left_out": true })
        );
        // exact, or without a tie: nothing is left out
        assert!(Inexact::of_network(&table(Some(3.0), Vec::new())).is_empty());
        assert!(Inexact::of_network(&table(None, Vec::new())).is_empty());
    }
}
