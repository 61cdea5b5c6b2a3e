//! Which month, weekday or part of a year does a word name? Spanish, Portuguese, French and English.
//!
//! In: a word as [`key`](super::key) leaves it. Out: its number, or whether it says nothing of the date.

/// The month that a word names, from 1.
pub(in crate::records) fn month(word: &str) -> Option<i8> {
    let month = match word {
        "january" | "jan" | "enero" | "ene" | "janeiro" | "janvier" | "janv" => 1,
        "february" | "feb" | "febrero" | "febr" | "fevereiro" | "fev" | "fevrier" | "fevr" => 2,
        "march" | "mar" | "marzo" | "mzo" | "marco" | "mars" => 3,
        "april" | "apr" | "abril" | "abr" | "avril" | "avr" => 4,
        "may" | "mayo" | "maio" | "mai" => 5,
        "june" | "jun" | "junio" | "junho" | "juin" => 6,
        "july" | "jul" | "julio" | "julho" | "juillet" | "juil" => 7,
        "august" | "aug" | "agosto" | "ago" | "agto" | "aout" => 8,
        "september" | "sep" | "sept" | "septiembre" | "setiembre" | "set" | "setembro" | "septembre" => 9,
        "october" | "oct" | "octubre" | "outubro" | "out" | "octobre" => 10,
        "november" | "nov" | "noviembre" | "novembro" | "novembre" => 11,
        "december" | "dec" | "diciembre" | "dic" | "dezembro" | "dez" | "decembre" => 12,
        _ => return None,
    };
    Some(month)
}

/// How many months the part of a year has that a word names: a quarter or a half.
pub(in crate::records) fn part_of_year(word: &str) -> Option<i8> {
    match word {
        "q" | "t" | "trim" | "tri" | "trimestre" | "quarter" | "qtr" => Some(3),
        "s" | "h" | "sem" | "semestre" | "semester" | "half" | "mitad" | "metade" | "moitie" => Some(6),
        _ => None,
    }
}

/// The number that an ordinal says, as a word or in Roman numerals.
pub(in crate::records) fn ordinal(word: &str) -> Option<i8> {
    match word {
        "i" | "primer" | "primero" | "primera" | "primeiro" | "primeira" | "premier" | "premiere" | "first" => Some(1),
        "ii" | "segundo" | "segunda" | "deuxieme" | "second" | "seconde" => Some(2),
        "iii" | "tercer" | "tercero" | "terceiro" | "troisieme" | "third" => Some(3),
        "iv" | "cuarto" | "quarto" | "quatrieme" | "fourth" => Some(4),
        _ => None,
    }
}

/// The first day of a month is the one that people write as a word.
pub(in crate::records) fn first_day(word: &str) -> Option<i8> {
    matches!(word, "primero" | "primeiro" | "premier" | "first").then_some(1)
}

/// What stands directly behind a number to make it an ordinal: `1er`, `2.º`, `3rd`.
pub(in crate::records) fn is_ordinal_ending(word: &str) -> bool {
    matches!(
        word,
        "o" | "a" | "er" | "ero" | "ra" | "ro" | "do" | "da" | "to" | "ta" | "e" | "eme" | "st" | "nd" | "rd" | "th"
    )
}

/// A word within a date that says nothing of it.
pub(in crate::records) fn is_date_filler(word: &str) -> bool {
    matches!(
        word,
        "" | "de"
            | "del"
            | "of"
            | "do"
            | "da"
            | "du"
            | "the"
            | "el"
            | "la"
            | "le"
            | "l"
            | "d"
            | "en"
            | "em"
            | "in"
            | "o"
            | "ano"
            | "year"
            | "annee"
            | "an"
            | "mes"
            | "month"
            | "mois"
            | "dia"
            | "day"
            | "jour"
    )
}

/// The name of a day of the week.
pub(in crate::records) fn is_weekday(word: &str) -> bool {
    matches!(
        word,
        "lunes"
            | "martes"
            | "miercoles"
            | "jueves"
            | "viernes"
            | "sabado"
            | "domingo"
            | "lun"
            | "mie"
            | "jue"
            | "vie"
            | "sab"
            | "dom"
            | "segunda"
            | "terca"
            | "quarta"
            | "quinta"
            | "sexta"
            | "feira"
            | "lundi"
            | "mardi"
            | "mercredi"
            | "jeudi"
            | "vendredi"
            | "samedi"
            | "dimanche"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "mon"
            | "tue"
            | "wed"
            | "thu"
            | "fri"
            | "sat"
            | "sun"
    )
}
