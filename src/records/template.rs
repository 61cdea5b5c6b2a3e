//! What does an empty hub look like?
