//! Placeholder.

pub struct Degree;
pub fn degree() {}
