//! Indicators and their intervals on whole hubs.
