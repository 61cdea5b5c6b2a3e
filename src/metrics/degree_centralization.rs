//! Placeholder.

pub fn degree_centralization() {}
