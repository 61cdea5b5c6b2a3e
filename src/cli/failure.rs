//! What went wrong, where, and what to do: `error:`, `caused by:`, `hint:` on stderr, and the exit code.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};

use super::language;
use crate::analysis::{AnalysisError, Words};
use crate::messages::{Arg, Messages};
use crate::records::adapters::ImportError;
use crate::records::{RecordsError, SourceError};
use crate::report::ReportError;
use crate::tables::write::WriteError;

/// What the exit code says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExitKind {
    /// 1: records refused or unreadable, or issues under `--strict`.
    Records,
    /// 2: usage or `hub.toml`.
    Usage,
    /// 4: output could not be written.
    Output,
}

impl ExitKind {
    const fn code(self) -> u8 {
        match self {
            Self::Records => 1,
            Self::Usage => 2,
            Self::Output => 4,
        }
    }
}

/// An error as a person reads it.
#[derive(Debug)]
pub struct Failure {
    kind: ExitKind,
    message: String,
    causes: Vec<String>,
    hints: Vec<String>,
}

impl Failure {
    /// An error with a message and no more.
    pub fn new(kind: ExitKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            causes: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// The same with what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// The same with what lies behind it.
    pub fn caused_by(mut self, error: &(dyn Error + 'static)) -> Self {
        let words = language::words();
        let mut next = Some(error);
        while let Some(error) = next {
            self.causes.push(told(error, &words));
            next = error.source();
        }
        self
    }

    /// Records that cannot be read, in the reader's language.
    pub fn records(error: &RecordsError, messages: &Messages) -> Self {
        let kind = match error {
            RecordsError::Config(_)
            | RecordsError::UnknownMapping { .. }
            | RecordsError::UnknownStakeholder { .. }
            | RecordsError::Source(SourceError::NoSheet { .. })
            | RecordsError::Import(
                ImportError::UnknownFormat { .. }
                | ImportError::SameName { .. }
                | ImportError::MissingFile { .. }
                | ImportError::MissingOption { .. }
                | ImportError::Map { .. },
            ) => ExitKind::Usage,
            _ => ExitKind::Records,
        };
        let (key, args) = error.message();
        let (remedy, remedy_args) = error.remedy();
        let failure = Self::new(kind, messages.say(key, &args)).hint(messages.say(remedy, &remedy_args));
        error
            .source()
            .map_or_else(
                || Self {
                    causes: Vec::new(),
                    ..Self::new(kind, "")
                },
                |source| Self::new(kind, "").caused_by(source),
            )
            .with(failure)
    }

    fn with(self, other: Self) -> Self {
        Self {
            causes: self.causes,
            ..other
        }
    }

    /// What cannot be made as asked, in the reader's language.
    pub fn asked(message: &Words, remedy: Option<Words>, messages: &Messages) -> Self {
        let say = |(key, values): &Words| messages.say(key, values);
        let failure = Self::new(ExitKind::Usage, say(message));
        match remedy {
            Some(remedy) => failure.hint(say(&remedy)),
            None => failure,
        }
    }

    /// An analysis that cannot be made as asked.
    pub fn analysis(error: &AnalysisError, messages: &Messages) -> Self {
        Self::asked(&error.message(), error.remedy(), messages)
    }

    /// Output that cannot be written.
    pub fn output(path: &std::path::Path, error: &(dyn Error + 'static)) -> Self {
        let args = [("path", Arg::from(path.display().to_string()))];
        Self::new(ExitKind::Output, language::words().say("cannot-write", &args)).caused_by(error)
    }

    /// Prints it on stderr and gives its exit code.
    pub fn print(&self) -> ExitCode {
        let mut stderr = anstream::stderr().lock();
        let red = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
        let bold = Style::new().bold();
        // A terminal that is gone cannot be told.
        let words = language::words();
        let [error, cause, hint] = ["label-error", "label-cause", "label-hint"].map(|label| words.word(label));
        let _ = writeln!(stderr, "{red}{error}{red:#} {}", self.message);
        for told in &self.causes {
            let _ = writeln!(stderr, "{bold}{cause}{bold:#} {told}");
        }
        for told in &self.hints {
            let _ = writeln!(stderr, "{bold}{hint}{bold:#} {told}");
        }
        ExitCode::from(self.kind.code())
    }
}

/// What an error says, in the reader's language where it can be told so.
fn told(error: &(dyn Error + 'static), words: &Messages) -> String {
    if let Some(error) = error.downcast_ref::<io::Error>()
        && let Some(key) = key_of(error.kind())
    {
        return words.word(key);
    }
    if let Some(error) = error.downcast_ref::<WriteError>() {
        let (key, args) = error.message();
        return words.say(key, &args);
    }
    if let Some(error) = error.downcast_ref::<ReportError>() {
        return error.told(words);
    }
    error.to_string()
}

/// The sentence for what the system says; others are told in the system's own words.
fn key_of(kind: io::ErrorKind) -> Option<&'static str> {
    Some(match kind {
        io::ErrorKind::NotFound => "io-not-found",
        io::ErrorKind::PermissionDenied => "io-permission-denied",
        io::ErrorKind::AlreadyExists => "io-already-exists",
        io::ErrorKind::NotADirectory => "io-not-a-folder",
        io::ErrorKind::IsADirectory => "io-is-a-folder",
        io::ErrorKind::DirectoryNotEmpty => "io-folder-not-empty",
        io::ErrorKind::ReadOnlyFilesystem => "io-read-only",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "io-disk-full",
        io::ErrorKind::InvalidFilename => "io-invalid-name",
        _ => return None,
    })
}

/// Arguments that clap refuses, or its help and version.
pub fn usage(error: &clap::Error) -> ExitCode {
    if let Some(failure) = super::usage::failure(error, &language::words()) {
        return failure.print();
    }
    // Help that nobody reads any more is no error.
    let _ = error.print();
    if error.use_stderr() {
        ExitCode::from(ExitKind::Usage.code())
    } else {
        ExitCode::SUCCESS
    }
}
