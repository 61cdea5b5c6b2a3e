//! How far is the work? Stages report here; what a person sees of it is the command line's business.
//!
//! In: the name of a stage and the share of it that is done. Out: nothing. Reporting never changes a result.

/// One stage of the work, in the order in which they run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading and checking the records.
    Records,
    /// Building the network.
    Network,
    /// Computing measures.
    Metrics,
    /// Looking for findings.
    Findings,
    /// Computing indicators over time.
    Indicators,
    /// Drawing charts.
    Charts,
    /// Writing the report.
    Report,
}

/// Receives reports of progress; called from any thread.
pub trait Progress: Sync {
    /// The stage now at work and how much of it is done, from 0 to 1.
    fn report(&self, stage: Stage, share: f64);
}

/// Progress that nobody watches.
#[derive(Debug, Clone, Copy)]
pub struct Silent;

impl Progress for Silent {
    fn report(&self, _stage: Stage, _share: f64) {}
}
