//! The rules of ARCHITECTURE.md that can be read from the source.
