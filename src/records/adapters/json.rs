//! What does a JSON document say at a place?
//!
//! In: a file of JSON. Out: the document, and texts, numbers and lists at their places, missing ones empty.

use std::path::Path;

use serde_json::Value;

use super::{ImportError, RecordsError, bytes_of};
use crate::records::{sources, words};

/// Reads a document.
pub(super) fn document(path: &Path) -> Result<Value, RecordsError> {
    let bytes = bytes_of(path)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    serde_json::from_slice(bytes).map_err(|problem| {
        let error = ImportError::Syntax {
            file: sources::file_name(path),
            row: problem.line() as u64,
            problem: problem.to_string(),
        };
        error.into()
    })
}

/// Whether a file is to be read as JSON.
pub(super) fn is_json(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

/// The text or number at a place (`/buyer/name`); empty where nothing stands, or a word for it.
pub(super) fn text(value: &Value, place: &str) -> String {
    let text = match value.pointer(place) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    if words::is_nothing(&text) { String::new() } else { text }
}

/// The items of a list at a place; a lone object is a list of one.
pub(super) fn items<'a>(value: &'a Value, place: &str) -> &'a [Value] {
    match value.pointer(place) {
        Some(Value::Array(items)) => items,
        Some(one @ Value::Object(_)) => std::slice::from_ref(one),
        _ => &[],
    }
}

/// The first keys of a document, to say what was found instead of what was looked for.
pub(super) fn keys(value: &Value) -> String {
    match value {
        Value::Object(fields) => fields.keys().take(8).cloned().collect::<Vec<_>>().join(", "),
        Value::Array(_) => "[…]".to_owned(),
        other => other.to_string().chars().take(40).collect(),
    }
}
