//! Planted gaps and champions are found.
