//! What is wrong with the arguments, in the reader's language? What clap found, in our own words.
//!
//! In: clap's error. Out: a [`Failure`] that names the argument, the value and what could stand there; nothing for help,
//! version and the few errors that clap tells best itself.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::{ExitKind, Failure};
use crate::messages::{Arg, Messages};

/// The failure that says what is wrong.
pub fn failure(error: &clap::Error, messages: &Messages) -> Option<Failure> {
    let invalid = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand];
    let subject = invalid
        .map(|kind| text(error, kind))
        .into_iter()
        .find(|text| !text.is_empty());
    let (subject, prior) = (subject.unwrap_or_default(), text(error, ContextKind::PriorArg));
    let key = match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if text(error, ContextKind::InvalidValue).is_empty() => {
            "usage-no-value"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-invalid-value",
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::ArgumentConflict if prior.is_empty() || prior == subject => "usage-twice",
        ErrorKind::ArgumentConflict => "usage-conflict",
        _ => return None,
    };
    let args = [
        ("argument", Arg::from(subject)),
        ("value", text(error, ContextKind::InvalidValue).into()),
        ("other", prior.into()),
    ];
    let failure = Failure::new(ExitKind::Usage, messages.say(key, &args));
    Some(failure.hint(hint(error, messages)))
}

/// What could stand there, else where to look.
fn hint(error: &clap::Error, messages: &Messages) -> String {
    let suggested = [
        ContextKind::SuggestedValue,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
    ];
    let nearest = suggested
        .map(|kind| text(error, kind))
        .into_iter()
        .find(|text| !text.is_empty());
    let valid = Some(text(error, ContextKind::ValidValue)).filter(|valid| !valid.is_empty());
    let valid = valid.or_else(|| expected(error)).unwrap_or_default();
    let value = text(error, ContextKind::InvalidValue);
    let listed = valid.split(", ").filter(|word| !word.is_empty());
    let near = || crate::config::nearest(&value, listed).map(str::to_owned);
    match nearest.or_else(near) {
        Some(nearest) => messages.say("records-did-you-mean", &[("nearest", nearest.into())]),
        None if !valid.is_empty() => messages.say("usage-valid", &[("valid", valid.into())]),
        None => messages.word("usage-help"),
    }
}

/// The words that could stand there, as the reader of the value lists them: "unknown layer "x": expected a, b or c".
fn expected(error: &clap::Error) -> Option<String> {
    let problem = std::error::Error::source(error)?.to_string();
    let (_, words) = problem.split_once("expected ")?;
    Some(words.trim_start_matches("one of ").replace(" or ", ", "))
}

fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    }
}
