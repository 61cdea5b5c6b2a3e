//! How long do things last? Kaplan-Meier with log-log bands.

/// One step of a survival curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalStep {
    /// Days since the start.
    pub time: f64,
    /// Share still alive after it.
    pub survival: f64,
    /// Lower end of the 95 % band, where defined.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// How many were at risk just before.
    pub at_risk: usize,
    /// How many ended.
    pub ended: usize,
}

/// A Kaplan-Meier curve: 1 from time 0 to the first step.
#[derive(Debug, Clone, PartialEq)]
pub struct SurvivalCurve {
    /// The steps, by time.
    pub steps: Vec<SurvivalStep>,
    /// The last time anything was observed.
    pub last_time: f64,
    /// The time at which half have ended, where reached.
    pub median: Option<f64>,
}
