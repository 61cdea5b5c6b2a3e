//! Are two names the same?
//!
//! In: a name as written. Out: the form under which it is compared (without accents, case, quotes and extra blanks),
//! and ids made from names where the hub records none.

mod acronyms;
mod external_ids;
mod legal_forms;
mod organizations;
mod persons;
#[rustfmt::skip]
mod vocabulary;

pub(super) use acronyms::possible_initials;
pub(super) use external_ids::ExternalId;
pub use organizations::Likeness;
pub(super) use organizations::{OrganizationName, Usage};
pub use persons::PersonLikeness;
pub(super) use persons::{PersonAgreement, PersonName};
pub(super) use vocabulary::{both_given, country, is_free_mail, is_office, is_place};

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The form under which names are compared: trimmed, unquoted, compatibility-normalised, without accents and case.
pub(super) fn key(text: &str) -> String {
    let text = unquote(text.trim());
    if text.is_ascii() {
        return collapse(text.chars().map(|c| c.to_ascii_lowercase()));
    }
    collapse(
        text.nfkd()
            .filter(|c| !is_combining_mark(*c))
            .flat_map(char::to_lowercase),
    )
}

/// The text without the pair of quotes around it.
pub(super) fn unquote(text: &str) -> &str {
    const PAIRS: [(char, char); 5] = [('"', '"'), ('\'', '\''), ('“', '”'), ('«', '»'), ('‘', '’')];
    for (open, close) in PAIRS {
        if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            return inner.trim();
        }
    }
    text
}

fn collapse(characters: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    for character in characters {
        let blank = character.is_whitespace() || character == '\u{200b}';
        if !blank {
            out.push(character);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// An id for a name: the name itself where it is one short token (`UdeC`, `C-12`), else its words joined by hyphens.
pub(super) fn slug(name: &str) -> String {
    let name = unquote(name.trim());
    let token = name.chars().all(|c| c.is_alphanumeric() || "_.-:".contains(c)) && name.len() <= 48;
    if token && name.starts_with(char::is_alphanumeric) {
        return name.to_owned();
    }
    let key = key(name);
    let words: Vec<&str> = key
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}

/// So many hexadecimal digits of the SHA-256 of the parts: the same content gives the same id, whatever its row.
pub(super) fn fingerprint<'a>(parts: impl IntoIterator<Item = &'a str>, digits: usize) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part.as_bytes());
    }
    let mut hex = hex(&digest.finalize());
    hex.truncate(digits);
    hex
}

/// The code that stands for a person outside the private file: the same from report to report.
#[must_use]
pub fn person_code(id: &str) -> String {
    let mut digits = hex(&Sha256::digest(id.as_bytes()));
    digits.truncate(8);
    format!("p-{digits}")
}

/// SHA-256 of a file's bytes.
pub(super) fn fingerprint_of_file(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes as hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    let digit = |four_bits: u8| char::from(b"0123456789abcdef"[usize::from(four_bits)]);
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_accents_case_quotes_and_extra_blanks() {
        for written in [
            "Universidad de Concepción",
            "  universidad   DE concepcion ",
            "\"Universidad de Concepción\"",
            "Universidad\u{a0}de Concepcio\u{301}n",
            "«Universidad de Concepción»",
        ] {
            assert_eq!(key(written), "universidad de concepcion", "{written}");
        }
        assert_ne!(key("Colegio 12"), key("Colegio 13"));
    }

    #[test]
    fn a_short_token_is_its_own_id_and_longer_names_are_joined() {
        assert_eq!(slug("Heather"), "Heather");
        assert_eq!(slug("1"), "1");
        assert_eq!(
            slug("Ministerio de Obras Públicas (MOP)"),
            "ministerio-de-obras-publicas-mop"
        );
    }

    #[test]
    fn fingerprints_keep_parts_apart() {
        assert_ne!(fingerprint(["ab", "c"], 10), fingerprint(["a", "bc"], 10));
        assert_eq!(fingerprint(["a"], 10).len(), 10);
    }
}
