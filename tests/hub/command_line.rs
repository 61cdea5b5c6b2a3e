//! Commands, exit codes, errors, output contract.
