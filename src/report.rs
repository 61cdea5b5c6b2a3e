//! 7 · Tell it: pages, sentences, editions.
