//! Layers, windows, members and tie strength on whole hubs.
