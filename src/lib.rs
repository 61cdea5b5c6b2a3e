//! hubscope analyses the stakeholder network of an innovation hub.
//!
//! Data flows one way, and the modules stand in that order: what the hub wrote down
//! ([`records`]) becomes who is tied to whom and when ([`network`]), how each stands
//! ([`metrics`]), what someone should act on ([`findings`]), whether the hub is getting more
//! or less sustainable ([`indicators`]); [`analysis`] holds all of it in one value; [`tables`],
//! [`charts`] and [`report`] show it and compute nothing.
//!
//! A module may use what stands above it here and nothing below it.
//!
//! ```
//! use std::sync::Arc;
//! use hubscope::analysis::{Analysis, AnalysisOptions};
//! use hubscope::{progress, records};
//!
//! let records = records::read("data/hub-pequeno".as_ref(), &records::ReadOptions::default())?;
//! let analysis = Analysis::run(Arc::new(records), AnalysisOptions::report(), &progress::Silent)?;
//! assert!(analysis.actions.first.len() <= 5);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// leaves: they know no stakeholder
pub mod config;
pub mod messages;
pub mod numeric;
pub mod progress;
pub mod random;
pub mod statistics;
pub mod time;

// stages, in the order in which data flows
pub mod records;

pub mod network;

pub mod metrics;

pub mod findings;

pub mod indicators;

pub mod analysis;

pub mod tables;

pub mod charts;

pub mod report;

// around
pub mod synth;

// top
pub mod cli;
