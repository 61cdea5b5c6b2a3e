//! Which words say that nothing is there, or nobody? Spanish, Portuguese, French and English.
//!
//! In: a cell as written. Out: yes or no. `0` and `99` are numbers until `hub.toml` declares them.

use std::sync::LazyLock;

use super::super::HashSet;
use super::{key, names};

/// Marks that people put where nothing is to be said.
#[rustfmt::skip]
const MARKS: &[&str] = &[
    "", "-", "--", "---", "–", "—", ".", "..", "...", "…", "?", "??", "/", "*", "_", "n/a", "n.a.", "n/d", "n.d.", "s/d",
    "s.d.", "s/i", "s.i.", "n/i", "n/c", "n/s", "ns/nr", "ns/nc", "n/r", "s/n", "s/a", "s.o.", "(-)", "[]", "{}", "#n/a", "#n/d",
    "#n/v", "<na>", "\\n",
];

/// Words for it, as [`key`] leaves them.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "na", "nan", "null", "nil", "none", "nat",
    "no registra", "no registrado", "no registrada", "sin registro", "no definido", "no definida", "sin definir",
    "ninguno", "ninguna", "sin dato", "sin datos", "sin informacion", "no aplica", "no corresponde", "no disponible",
    "no informa", "no informado", "no informada", "no reporta", "no reportado", "no especifica", "no especificado",
    "no especificada", "sin especificar", "no indica", "no indicado", "no consta", "no existe", "no posee", "no sabe",
    "no responde", "no sabe no responde", "ns nr", "ns nc", "vacio", "en blanco", "nulo",
    "sem dados", "sem dado", "sem informacao", "sem registro", "nao informado", "nao informada", "nao se aplica",
    "nao aplicavel", "nao consta", "nao definido", "nao disponivel", "nao especificado", "nao ha", "nenhum", "nenhuma",
    "vazio", "em branco",
    "aucun", "aucune", "neant", "non renseigne", "non renseignee", "non defini", "non disponible", "non applicable",
    "sans objet", "sans donnees", "donnee manquante", "vide",
    "not available", "not applicable", "not specified", "not recorded", "not provided", "not given", "not defined",
    "not stated", "no data", "no information", "no answer", "unspecified", "missing", "blank", "empty", "prefer not to say",
];

/// Words for somebody who is not known: they name nobody, however often they stand.
#[rustfmt::skip]
const NOBODY: &[&str] = &[
    "desconocido", "desconocida", "anonimo", "anonima", "por definir", "por confirmar", "por designar", "por asignar",
    "a definir", "a confirmar", "sin nombre", "sin asignar", "sin responsable", "vacante", "pendiente", "varios",
    "desconhecido", "desconhecida", "sem nome", "a designar", "diversos",
    "inconnu", "inconnue", "anonyme", "a determiner", "sans nom", "divers",
    "unknown", "anonymous", "tbd", "tba", "tbc", "to be defined", "to be determined", "to be confirmed", "unnamed", "no name",
    "various", "nobody", "nadie", "ninguem", "personne",
];

/// Errors of spreadsheet formulas, in the languages of the spreadsheet.
#[rustfmt::skip]
const FORMULA_ERRORS: &[&str] = &[
    "#ref!", "#¡ref!", "#value!", "#¡valor!", "#valor!", "#valeur!", "#div/0!", "#¡div/0!", "#name?", "#¿nombre?",
    "#nome?", "#nom?", "#null!", "#¡nulo!", "#nulo!", "#nul!", "#num!", "#¡num!", "#nombre!", "#spill!", "#calc!",
];

/// The words above by a quick hash: every name of a hub is looked up here.
static NOTHING: LazyLock<HashSet<&str>> =
    LazyLock::new(|| MARKS.iter().chain(WORDS).chain(FORMULA_ERRORS).copied().collect());
static WORD_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| WORDS.iter().copied().collect());
static NOBODIES: LazyLock<HashSet<&str>> = LazyLock::new(|| NOBODY.iter().copied().collect());

/// No word for nothing or nobody is longer.
const LONGEST: usize = 28;

/// Whether a cell says that nothing is there.
pub(in crate::records) fn is_nothing(text: &str) -> bool {
    // most cells end here without an allocation
    if text.len() > LONGEST || text.starts_with(|c: char| c.is_ascii_digit()) {
        return text.is_empty();
    }
    let name = names::key(text);
    let is_word = |c: char| c.is_alphanumeric() || c == ' ';
    NOTHING.contains(name.as_str())
        // `No aplica.`, `(vacío)`: a word among marks
        || !name.chars().all(is_word) && name.contains(char::is_alphabetic) && WORD_SET.contains(&*key(&name))
}

/// Whether a cell holds the error of a formula, as its lower-case text.
pub(in crate::records) fn is_formula_error(lower: &str) -> bool {
    lower.starts_with('#') && FORMULA_ERRORS.contains(&lower)
}

/// Whether a cell that should name somebody names nobody.
pub(in crate::records) fn is_nobody(text: &str) -> bool {
    text.len() <= LONGEST && !text.starts_with(|c: char| c.is_ascii_digit()) && NOBODIES.contains(&*key(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_nothing_are_not_names() {
        for text in [
            "",
            "N/A",
            "n/d",
            "S/D",
            "-",
            "No registrado",
            "No Definido",
            "Ninguno",
            " NINGUNA ",
            "No aplica.",
            "Não informado",
            "Non renseigné",
            "(vacío)",
            "(blank)",
            "Sin información",
            "#¡REF!",
            "#DIV/0!",
            "NS/NR",
            "\u{200b}",
        ] {
            assert!(is_nothing(text.trim()), "{text}");
        }
        for text in [
            "0",
            "99",
            "no",
            "Nada S.A.",
            "SD",
            "desconocido",
            "Vacío Legal S.A.",
            "Missing Link",
            "#12",
        ] {
            assert!(!is_nothing(text), "{text}");
        }
    }

    #[test]
    fn words_for_nobody_name_nobody() {
        for text in [
            "Desconocido",
            "POR DEFINIR",
            "unknown",
            "Anônimo",
            "TBD",
            "à déterminer",
        ] {
            assert!(is_nobody(text), "{text}");
        }
        for text in ["Ana Anónima", "Fundación Desconocida", "Personne & Cie"] {
            assert!(!is_nobody(text), "{text}");
        }
    }

    #[test]
    fn every_word_is_written_as_its_key() {
        for word in WORDS.iter().chain(NOBODY) {
            assert_eq!(key(word), *word);
        }
        let longest = WORDS.iter().chain(NOBODY).map(|word| word.len()).max();
        assert!(longest <= Some(26), "{longest:?}");
    }
}
