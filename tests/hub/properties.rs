//! Measures keep their laws on random networks.
