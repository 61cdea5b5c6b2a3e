//! Placeholder.

pub struct Components;
pub fn components() {}
