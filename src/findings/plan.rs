//! What becomes of the agreements, and what is worth the hours there are?

pub mod choose;
pub mod run_off;
pub mod standing;
pub mod verdict;
