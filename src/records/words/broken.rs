//! Does a text look like one encoding read as another?
//!
//! In: a cell as written. Out: yes or no. Such cells are flagged, never mended: what was meant is a guess.

/// `Tecnolog√≠a`, `OrganizaciÃ³n`, `Organizaci¢n`, `Tecnolog?a`, `Tecnolog&iacute;a`, a replacement character.
pub(in crate::records) fn is_broken(text: &str) -> bool {
    if text.is_ascii() {
        return lost_letter(text) || escaped(text);
    }
    let follows = |first: char, is_second: fn(char) -> bool| {
        let mut pairs = text.chars().zip(text.chars().skip(1));
        pairs.any(|(a, b)| a == first && is_second(b))
    };
    text.contains('\u{fffd}')
        || follows('Ã', is_continuation)
        || follows('Â', is_continuation)
        || follows('â', |c| matches!(c, '€' | '\u{80}'))
        // UTF-8 as an old Macintosh and as an old DOS read it
        || follows('√', |c| !c.is_ascii() && !c.is_whitespace())
        || follows('├', |c| !c.is_ascii() && !c.is_whitespace())
        || amid_letters(text, |c| matches!(c, '¡' | '¢' | '£' | '¤' | '‚'))
        || lost_letter(text)
        || escaped(text)
}

/// The second byte of a letter in UTF-8, as Windows-1252 shows it.
fn is_continuation(c: char) -> bool {
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
                | '‹'
                | 'Š'
                | 'Œ'
                | 'Ž'
                | 'Ÿ'
    )
}

/// A question mark where a letter was, within a word of a text that is no address.
fn lost_letter(text: &str) -> bool {
    text.contains('?') && !text.contains("//") && !text.contains('=') && amid_letters(text, |c| c == '?')
}

/// Whether such a character stands between two letters.
fn amid_letters(text: &str, is_such: fn(char) -> bool) -> bool {
    let triples = text.chars().zip(text.chars().skip(1)).zip(text.chars().skip(2));
    triples
        .into_iter()
        .any(|((a, b), c)| a.is_alphabetic() && is_such(b) && c.is_alphabetic())
}

/// A letter written as the web, a program or an e-mail writes it: `&iacute;`, `\u00ed`, `=C3=AD`, `%C3%AD`.
fn escaped(text: &str) -> bool {
    let entity = || {
        text.match_indices('&').any(|(at, _)| {
            let name = text[at + 1..].split(';').next().unwrap_or_default();
            let ends = text[at + 1..].len() > name.len();
            let letters = name.trim_start_matches('#');
            ends && (2..=8).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
    };
    let marked = text.contains(['&', '\\', '=', '%']);
    marked && (entity() || text.contains("\\u00") || text.contains("=C3=") || text.contains("%C3%"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_encodings_are_seen_and_accents_are_not() {
        for text in [
            "Tecnolog√≠a",
            "OrganizaciÃ³n",
            "Pe\u{fffd}a",
            "MuÃ±oz",
            "Garc√≠a",
            "√ìptica",
            "nÂº 5",
            "Dâ€™Angelo",
            "Organizaci¢n",
            "Mu¤oz",
            "Educaci├│n",
            "Tecnolog?a",
            "Tecnolog&iacute;a",
            "Johnson &amp; Johnson",
            "Tecnolog\\u00eda",
            "Tecnolog=C3=ADa",
        ] {
            assert!(is_broken(text), "{text}");
        }
        for text in [
            "Tecnología",
            "São Paulo",
            "SÃO PAULO",
            "Âncora",
            "Ñuble",
            "√ 2",
            "√2",
            "Muñoz",
            "¿Quién?",
            "What? Nothing",
            "https://example.org/a?b=c",
            "A & B; C",
            "100 %",
        ] {
            assert!(!is_broken(text), "{text}");
        }
    }
}
