//! Placeholder.

pub struct Articulation;
pub fn articulation() {}
