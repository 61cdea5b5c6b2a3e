//! Placeholder.

pub struct EiIndex;
pub struct EiIndexOptions;
pub fn ei_index() {}
