//! How strong is the tie of a pair in a window? Partnerships and shared events, added and decayed.
