//! Every input row is accounted for, and what is refused says how to mend it.
