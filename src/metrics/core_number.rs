//! Placeholder.

pub struct CoreNumber;
pub fn core_number() {}
