//! The bundle: whole, private, legible, the same bytes every time.
