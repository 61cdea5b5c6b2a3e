//! Placeholder.

pub struct Constraint;
pub struct ConstraintOptions;
pub fn constraint() {}
