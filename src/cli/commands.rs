//! One file per command, or per family of commands that differ in one table only.

pub mod check;
pub mod import;
pub mod metrics;
pub mod new;
pub mod parts;
pub mod plan;
pub mod qap;
pub mod report;
pub mod resolve;
pub mod synth;
pub mod without;
