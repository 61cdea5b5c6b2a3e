//! Placeholder.

pub struct Harmonic;
pub struct HarmonicOptions;
pub fn harmonic() {}
