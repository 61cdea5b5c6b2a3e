//! Running the program as a person would: a hub folder, arguments, what came out.
//!
//! Shared by the tests of the command line; it holds no test itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What the program printed and how it ended.
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// What it printed as result.
    pub stdout: String,
    /// What it said beside.
    pub stderr: String,
}

/// Runs the program in a folder with arguments, apart from the environment's language and colours.
pub fn hubscope_in(folder: &Path, arguments: &[&str]) -> Ran {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_hubscope"))
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("LANG", "de_DE.UTF-8")
        .output()
        .expect("the program runs");
    Ran {
        code: output.status.code().expect("an exit code"),
        stdout: String::from_utf8(output.stdout).expect("text"),
        stderr: String::from_utf8(output.stderr).expect("text"),
    }
}

/// Runs the program where it does not matter where.
pub fn hubscope(arguments: &[&str]) -> Ran {
    hubscope_in(Path::new(env!("CARGO_MANIFEST_DIR")), arguments)
}

/// A hub folder that goes when it is dropped.
pub fn hub_of(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, contents) in files {
        std::fs::write(folder.path().join(name), contents).expect("written");
    }
    folder
}

/// Where the reference data lie; `None`, and said so, where they are not at hand. Under
/// `HUBSCOPE_REFERENCE_REQUIRED` a skip is a failure.
pub fn reference_data(skipped: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("HUBSCOPE_REFERENCE_DATA").map(PathBuf::from);
    if folder.is_none() {
        assert!(
            std::env::var_os("HUBSCOPE_REFERENCE_REQUIRED").is_none(),
            "skipped: {skipped}"
        );
        eprintln!("skipped {skipped}: HUBSCOPE_REFERENCE_DATA is not set");
    }
    folder
}

/// The rows of a CSV text, by column.
pub fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.expect("a row")).collect()
}
