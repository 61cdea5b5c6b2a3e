//! How sure? Intervals, resampling, permutation, survival and models: the only place that knows the statistics crates.
//!
//! In: plain numbers. Out: named results with their uncertainty; undefined is `None`. Knows no stakeholder.

pub mod false_discovery;
pub mod intervals;
pub mod logistic;
pub mod ranking;
pub mod rates;
pub mod regression;
pub mod retrieval;
pub mod survival;

/// A range that is meant to hold the true value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// How it was made.
    pub method: IntervalMethod,
}

impl Interval {
    /// The interval between two ends; `None` unless both are finite.
    #[must_use]
    pub fn between(low: f64, high: f64, method: IntervalMethod) -> Option<Self> {
        (low.is_finite() && high.is_finite()).then(|| Self {
            low: low.min(high),
            high: low.max(high),
            method,
        })
    }

    /// The part of it that is possible: a share never leaves 0 to 1.
    #[must_use]
    pub const fn within(self, least: f64, most: f64) -> Self {
        Self {
            low: self.low.clamp(least, most),
            high: self.high.clamp(least, most),
            method: self.method,
        }
    }

    /// The interval stretched, where needed, to hold the figure it belongs to.
    #[must_use]
    pub const fn holding(self, figure: f64) -> Self {
        Self {
            low: self.low.min(figure),
            high: self.high.max(figure),
            method: self.method,
        }
    }
}

/// How an interval was made; all are at 95 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntervalMethod {
    /// Score interval of a share (Wilson 1927).
    Wilson,
    /// Bias-corrected and accelerated bootstrap (Efron 1987).
    BcaBootstrap,
    /// Vertex bootstrap (Snijders & Borgatti 1999).
    VertexBootstrap,
    /// Leave one event out at a time.
    EventJackknife,
    /// Log-log band of a survival curve (Greenwood 1926; Kalbfleisch & Prentice 1980).
    LogLog,
}

impl IntervalMethod {
    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wilson => "wilson",
            Self::BcaBootstrap => "bca_bootstrap",
            Self::VertexBootstrap => "vertex_bootstrap",
            Self::EventJackknife => "event_jackknife",
            Self::LogLog => "log_log",
        }
    }
}
