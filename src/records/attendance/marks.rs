//! What does a mark in a matrix of attendance say?
//!
//! In: a cell below an event. Out: came, did not come, or a mark that nobody knows.

use crate::records::words;

/// What a mark says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Was there.
    Came,
    /// Was not there.
    Missed,
    /// Neither of the two for sure: `justificado`, `?`, `3`.
    Unknown,
}

/// Reads a mark.
pub(super) fn mark(text: &str) -> Mark {
    let text = text.trim();
    if matches!(text, "✓" | "✔" | "✔️" | "☑" | "√" | "×" | "✅" | "●" | "•" | "*") {
        return Mark::Came;
    }
    if matches!(text, "☐" | "❌" | "-" | "–" | "—") {
        return Mark::Missed;
    }
    match words::key(text).as_str() {
        "x" | "xx" | "1" | "1 0" | "si" | "s" | "yes" | "y" | "sim" | "oui" | "presente" | "present" | "p"
        | "asistio" | "asiste" | "attended" | "came" | "compareceu" | "true" | "verdadero" | "verdadeiro" | "vrai"
        | "ok" => Mark::Came,
        "0" | "0 0" | "no" | "n" | "nao" | "non" | "ausente" | "absent" | "falta" | "falto" | "f" | "no asistio"
        | "no asiste" | "inasistencia" | "faltou" | "false" | "falso" | "faux" | "did not attend" => Mark::Missed,
        _ => Mark::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_in_four_languages_and_others_are_not_guessed() {
        for text in [
            "x", "X", "1", "sí", "SI", "presente", "✓", "✔", "oui", "Sim", "true", "P",
        ] {
            assert_eq!(mark(text), Mark::Came, "{text}");
        }
        for text in ["0", "no", "ausente", "Não", "non", "-", "falta", "false"] {
            assert_eq!(mark(text), Mark::Missed, "{text}");
        }
        for text in ["2", "justificado", "?", "a", "tarde", "✗", "virtual"] {
            assert_eq!(mark(text), Mark::Unknown, "{text}");
        }
    }
}
