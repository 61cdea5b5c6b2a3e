//! `hubscope new`: an empty hub folder to fill in.

use std::fs;

use crate::cli::args::NewArguments;
use crate::cli::failure::{ExitKind, Failure};
use crate::cli::output;
use crate::cli::session::spoken;
use crate::messages::Arg;
use crate::records::template;

/// Makes the folder and names it.
pub fn run(arguments: &NewArguments) -> Result<(), Failure> {
    let messages = spoken(Some(arguments.lang));
    let dir = &arguments.dir;
    let failed = |error: &(dyn std::error::Error + 'static)| Failure::output(dir, error);
    if fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) || dir.is_file() {
        let args = [("path", Arg::from(dir.display().to_string()))];
        return Err(Failure::new(ExitKind::Output, messages.say("new-not-empty", &args))
            .hint(messages.word("new-not-empty-hint")));
    }
    // Whole or not at all: made beside its place, then moved there.
    let parent = dir
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(std::path::Path::new("."));
    fs::create_dir_all(parent).map_err(|error| failed(&error))?;
    let made = tempfile::Builder::new()
        .prefix(".hubscope-new-")
        .tempdir_in(parent)
        .map_err(|error| failed(&error))?;
    for file in template::files(arguments.lang) {
        fs::write(made.path().join(file.name), file.content).map_err(|error| failed(&error))?;
    }
    if dir.is_dir() {
        fs::remove_dir(dir).map_err(|error| failed(&error))?;
    }
    fs::rename(made.keep(), dir).map_err(|error| failed(&error))?;
    let args = [("path", Arg::from(dir.display().to_string()))];
    output::stdout(format!("{}\n", messages.say("new-made", &args)).as_bytes())
}
