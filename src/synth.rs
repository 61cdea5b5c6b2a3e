//! A hub with planted truths: does hubscope find what is there?
