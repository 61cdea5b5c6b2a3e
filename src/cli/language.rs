//! In which language does the program speak? `--lang`, else `[hub] lang` of the hub named, else English.
//!
//! In: the arguments as typed, because an error in them is told in that language too. Out: the language, kept for the
//! whole run: whatever fails, wherever it fails, is told in it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::messages::{Lang, Messages};

static SPOKEN: OnceLock<Lang> = OnceLock::new();

/// Settles the language of this run.
pub fn settle(arguments: &[OsString]) {
    // settled once, at the start: a second call would change nothing
    let _ = SPOKEN.set(asked(arguments).or_else(|| of_hub(arguments)).unwrap_or_default());
}

/// The words of this run's language.
pub fn words() -> Messages {
    Messages::new(SPOKEN.get().copied().unwrap_or_default())
}

/// `--lang es`, `--lang=es`.
fn asked(arguments: &[OsString]) -> Option<Lang> {
    value_of(arguments, "--lang")?.to_str()?.parse().ok()
}

/// What `hub.toml` of a hub among the arguments says, or the file given for it.
fn of_hub(arguments: &[OsString]) -> Option<Lang> {
    let given = value_of(arguments, "--config").map(PathBuf::from);
    let hubs = arguments.iter().skip(1).map(|argument| hub_toml(Path::new(argument)));
    let texts = given
        .into_iter()
        .chain(hubs)
        .filter_map(|path| std::fs::read_to_string(path).ok());
    texts.into_iter().find_map(|text| crate::config::language(&text))
}

/// `hub.toml` lies in the hub's folder, or beside its one file.
fn hub_toml(hub: &Path) -> PathBuf {
    if hub.is_dir() {
        hub.join("hub.toml")
    } else {
        hub.with_file_name("hub.toml")
    }
}

fn value_of(arguments: &[OsString], name: &str) -> Option<OsString> {
    arguments.iter().enumerate().find_map(|(at, argument)| {
        let text = argument.to_str()?;
        match text.strip_prefix(name)?.strip_prefix('=') {
            Some(value) => Some(value.into()),
            None if text == name => arguments.get(at + 1).cloned(),
            None => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Vec<OsString> {
        text.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_option_is_read_before_the_arguments_are() {
        assert_eq!(asked(&typed("hubscope check hub --lang es --nonsense")), Some(Lang::Es));
        assert_eq!(asked(&typed("hubscope check hub --lang=es")), Some(Lang::Es));
        assert_eq!(asked(&typed("hubscope check hub --lang klingon")), None);
        assert_eq!(asked(&typed("hubscope check hub --language es")), None);
    }

    #[test]
    fn else_the_hub_says_it() {
        let hub = tempfile::tempdir().expect("a folder");
        std::fs::write(hub.path().join("hub.toml"), "[hub]\nlang = \"es\"\n").expect("written");
        let path = hub.path().to_str().expect("a path");
        assert_eq!(of_hub(&typed(&format!("hubscope check {path}"))), Some(Lang::Es));
        assert_eq!(of_hub(&typed("hubscope check /nowhere")), None);
        let config = format!("hubscope check /nowhere --config {path}/hub.toml");
        assert_eq!(of_hub(&typed(&config)), Some(Lang::Es));
    }
}
