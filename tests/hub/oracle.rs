//! Measures equal the values of foreign tools.
