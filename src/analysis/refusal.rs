//! How is an analysis refused, in the reader's language? What is wrong, and what to do about it.
//!
//! In: an [`AnalysisError`] or [`QapError`]. Out: keys of the catalogue with their values.

use super::AnalysisError;
use super::grouping::UnknownColumn;
use super::qap::QapError;
use crate::messages::Arg;
use crate::metrics::MetricError;

/// A key of the catalogue and its values.
pub type Words = (&'static str, Vec<(&'static str, Arg)>);

impl AnalysisError {
    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> Words {
        match self {
            Self::Grouping(unknown) => unknown.message(),
            Self::EmptyWindow => ("cannot-empty-window", Vec::new()),
            Self::DoesNotFit { layer, window, ties } => {
                let values = vec![
                    ("layer", layer.name().into()),
                    ("window", window.as_str().into()),
                    ("millions", whole(ties / 1_000_000)),
                    ("needed", whole((ties * super::TIE_BYTES) >> 30)),
                    ("most", whole(super::MOST_TIE_BYTES >> 30)),
                ];
                ("cannot-fit", values)
            }
            Self::Metric(MetricError::NoArcs { measure }) => ("cannot-no-arcs", vec![("measure", (*measure).into())]),
            Self::Metric(MetricError::NoAttendance { measure }) => {
                ("cannot-no-attendance", vec![("measure", (*measure).into())])
            }
            Self::Metric(MetricError::NotConverged { measure }) => {
                ("cannot-converge", vec![("measure", (*measure).into())])
            }
            Self::Metric(MetricError::GroupingSize { measure, groups, nodes }) => {
                let values = vec![
                    ("measure", (*measure).into()),
                    ("groups", (*groups).into()),
                    ("nodes", (*nodes).into()),
                ];
                ("cannot-grouping-size", values)
            }
        }
    }

    /// What to do about it, where something can be done.
    #[must_use]
    pub fn remedy(&self) -> Option<Words> {
        let key = match self {
            Self::Grouping(unknown) => return Some(unknown.remedy()),
            Self::EmptyWindow => "cannot-empty-window-remedy",
            Self::DoesNotFit { .. } => "cannot-fit-remedy",
            Self::Metric(MetricError::NoArcs { .. }) => "cannot-no-arcs-remedy",
            Self::Metric(MetricError::NoAttendance { .. }) => "cannot-no-attendance-remedy",
            Self::Metric(MetricError::NotConverged { .. }) => "cannot-converge-remedy",
            Self::Metric(MetricError::GroupingSize { .. }) => return None,
        };
        Some((key, Vec::new()))
    }
}

impl UnknownColumn {
    fn message(&self) -> Words {
        ("cannot-group", vec![("column", self.column.as_str().into())])
    }

    fn remedy(&self) -> Words {
        ("cannot-group-remedy", vec![("known", self.known.join(", ").into())])
    }
}

impl QapError {
    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> Words {
        match self {
            Self::Variable(variable) => ("qap-variable", vec![("variable", variable.as_str().into())]),
            Self::Column(unknown) => unknown.message(),
            Self::Kind { kind, .. } => ("qap-kind", vec![("kind", kind.as_str().into())]),
            Self::TooMany { found, most } => (
                "qap-too-many",
                vec![("found", (*found).into()), ("most", (*most).into())],
            ),
            Self::TooFew { found, needed } => (
                "qap-too-few",
                vec![("found", (*found).into()), ("needed", (*needed).into())],
            ),
            Self::TooFewDraws { found, needed } => (
                "qap-too-few-draws",
                vec![("found", (*found).into()), ("needed", (*needed).into())],
            ),
            Self::NotFitted => ("qap-not-fitted", Vec::new()),
        }
    }

    /// What to do about it, where something can be done.
    #[must_use]
    pub fn remedy(&self) -> Option<Words> {
        match self {
            Self::Variable(_) | Self::TooFew { .. } | Self::TooFewDraws { .. } | Self::NotFitted => None,
            Self::Column(unknown) => Some(unknown.remedy()),
            Self::Kind { known, .. } => Some(("qap-kind-remedy", vec![("known", known.join(", ").into())])),
            Self::TooMany { .. } => Some(("qap-too-many-remedy", Vec::new())),
        }
    }
}

fn whole(count: u64) -> Arg {
    usize::try_from(count).unwrap_or(usize::MAX).into()
}
