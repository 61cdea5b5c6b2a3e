//! Placeholder.

pub struct Density;
pub fn density() {}
