//! What do people write? The words for values, nothing, yes and no, open ends and months, in four languages.
//!
//! In: a cell or header as written. Out: what it means to hubscope. Spanish, Portuguese, French and English.

use super::names;

#[rustfmt::skip]
mod values;

use values::synonyms;

/// The form under which headers and values are compared: a name's key whose marks count as blanks.
pub(super) fn key(text: &str) -> String {
    let name = names::key(text);
    let words: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// Whether a cell says that nothing is there.
pub(super) fn is_nothing(text: &str) -> bool {
    // the longest of them has 18 letters; most cells end here without an allocation
    if text.len() > 24 || text.starts_with(|c: char| c.is_ascii_digit()) {
        return text.is_empty();
    }
    matches!(
        names::key(text).as_str(),
        "" | "-"
            | "--"
            | "---"
            | "–"
            | "—"
            | "."
            | "?"
            | "n/a"
            | "na"
            | "n.a."
            | "n.a"
            | "#n/a"
            | "#n/d"
            | "n/d"
            | "n.d."
            | "s/d"
            | "s.d."
            | "s/i"
            | "n/i"
            | "nan"
            | "null"
            | "nil"
            | "none"
            | "no registra"
            | "no registrado"
            | "no registrada"
            | "no definido"
            | "no definida"
            | "ninguno"
            | "ninguna"
            | "sin dato"
            | "sin datos"
            | "sin informacion"
            | "no aplica"
            | "no disponible"
            | "sem dados"
            | "sem informacao"
            | "nao informado"
            | "nao se aplica"
            | "nenhum"
            | "nenhuma"
            | "aucun"
            | "aucune"
            | "non renseigne"
            | "sans objet"
            | "not available"
            | "not applicable"
    )
}

/// Whether a cell says that an end is open.
pub(super) fn is_open(text: &str) -> bool {
    matches!(
        key(text).as_str(),
        "vigente"
            | "indefinido"
            | "indefinida"
            | "actual"
            | "actualidad"
            | "a la fecha"
            | "en curso"
            | "abierto"
            | "presente"
            | "present"
            | "current"
            | "ongoing"
            | "open"
            | "to date"
            | "indefinite"
            | "now"
            | "em vigor"
            | "em andamento"
            | "atual"
            | "aberto"
            | "en cours"
            | "en vigueur"
            | "ouvert"
            | "a ce jour"
            | "hoy"
            | "today"
            | "indeterminado"
            | "sin termino"
            | "9999 12 31"
    )
}

/// Yes or no.
pub(super) fn yes_no(text: &str) -> Option<bool> {
    match key(text).as_str() {
        "yes" | "y" | "true" | "t" | "1" | "si" | "s" | "verdadero" | "x" | "sim" | "verdadeiro" | "oui" | "o"
        | "vrai" => Some(true),
        "no" | "n" | "false" | "f" | "0" | "falso" | "nao" | "non" | "faux" => Some(false),
        _ => None,
    }
}

/// The month that a word names, from 1.
pub(super) fn month(word: &str) -> Option<i8> {
    let month = match word {
        "january" | "jan" | "enero" | "ene" | "janeiro" | "janvier" | "janv" => 1,
        "february" | "feb" | "febrero" | "fevereiro" | "fev" | "fevrier" | "fevr" => 2,
        "march" | "mar" | "marzo" | "marco" | "mars" => 3,
        "april" | "apr" | "abril" | "abr" | "avril" | "avr" => 4,
        "may" | "mayo" | "maio" | "mai" => 5,
        "june" | "jun" | "junio" | "junho" | "juin" => 6,
        "july" | "jul" | "julio" | "julho" | "juillet" | "juil" => 7,
        "august" | "aug" | "agosto" | "ago" | "aout" => 8,
        "september" | "sep" | "sept" | "septiembre" | "setiembre" | "set" | "setembro" | "septembre" => 9,
        "october" | "oct" | "octubre" | "outubro" | "out" | "octobre" => 10,
        "november" | "nov" | "noviembre" | "novembro" | "novembre" => 11,
        "december" | "dec" | "diciembre" | "dic" | "dezembro" | "dez" | "decembre" => 12,
        _ => return None,
    };
    Some(month)
}

/// The value of a list that a text means: by its own name, or by what people call it.
pub(super) fn value(list: &[&'static str], text: &str) -> Option<&'static str> {
    let key = key(text);
    let named = list.iter().find(|value| self::key(value) == key);
    named
        .or_else(|| list.iter().find(|value| synonyms(value).contains(&key.as_str())))
        .copied()
}

/// Whether a text looks like one encoding read as another: `Tecnolog√≠a`, `OrganizaciÃ³n`, a replacement character.
pub(super) fn is_broken(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let follows = |first: char, seconds: fn(char) -> bool| {
        text.chars()
            .zip(text.chars().skip(1))
            .any(|(a, b)| a == first && seconds(b))
    };
    let continuation = |c: char| {
        matches!(
            c,
            '\u{80}'
                ..='\u{bf}'
                    | '‚'
                    | 'ƒ'
                    | '„'
                    | '…'
                    | '†'
                    | '‡'
                    | 'ˆ'
                    | '‰'
                    | '‘'
                    | '’'
                    | '“'
                    | '”'
                    | '•'
                    | '–'
                    | '—'
                    | '˜'
                    | '™'
                    | 'š'
                    | '›'
                    | 'œ'
                    | 'ž'
                    | '€'
        )
    };
    text.contains('\u{fffd}')
        || follows('Ã', continuation)
        || follows('Â', continuation)
        || follows('√', |c| {
            !c.is_whitespace() && !c.is_alphanumeric() || matches!(c, '©' | 'º' | 'ª')
        })
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
        ] {
            assert!(is_nothing(text.trim()), "{text}");
        }
        for text in ["0", "99", "no", "Nada S.A.", "SD", "desconocido"] {
            assert!(!is_nothing(text), "{text}");
        }
    }

    #[test]
    fn yes_and_no_in_four_languages() {
        for text in ["yes", "TRUE", "1", "Sí", "sim", "oui"] {
            assert_eq!(yes_no(text), Some(true), "{text}");
        }
        for text in ["no", "False", "0", "não", "non"] {
            assert_eq!(yes_no(text), Some(false), "{text}");
        }
        assert_eq!(yes_no("quizás"), None);
    }

    #[test]
    fn values_are_known_by_what_people_call_them() {
        let sectors = &["government", "business", "academia", "civil_society"];
        assert_eq!(value(sectors, "Sector público"), Some("government"));
        assert_eq!(value(sectors, "PVT"), Some("business"));
        assert_eq!(value(sectors, "HES"), Some("academia"));
        assert_eq!(value(sectors, "Civil society"), Some("civil_society"));
        assert_eq!(value(sectors, "11"), None);
    }

    #[test]
    fn broken_encodings_are_seen_and_accents_are_not() {
        for text in [
            "Tecnolog√≠a",
            "OrganizaciÃ³n",
            "Pe\u{fffd}a",
            "MuÃ±oz",
            "Garc√≠a",
            "nÂº 5",
        ] {
            assert!(is_broken(text), "{text}");
        }
        for text in ["Tecnología", "São Paulo", "Âncora", "Ñuble", "√ 2", "Muñoz"] {
            assert!(!is_broken(text), "{text}");
        }
    }

    #[test]
    fn synonyms_are_written_as_their_key() {
        use super::super::{ColumnType, TableName};
        let mut seen = 0;
        for column in TableName::ALL.into_iter().flat_map(TableName::columns) {
            if let ColumnType::Choice(list) | ColumnType::OpenChoice(list) = column.kind {
                for word in list.iter().flat_map(|value| synonyms(value)) {
                    assert_eq!(key(word), *word, "{}", column.name);
                    seen += 1;
                }
            }
        }
        assert!(seen > 300, "{seen}");
    }
}
