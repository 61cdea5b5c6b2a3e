//! Placeholder.

pub struct Betweenness;
pub struct BetweennessOptions;
pub fn betweenness() {}
