//! What stands in a cell once what nobody sees is taken away?
//!
//! In: the text of a cell. Out: the same text without invisible marks; for cells that are no names, also with plain
//! digits, blanks and dashes. Texts of ASCII, the common case, are handed back as they are.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A name or other text: composed letters, plain blanks, no marks that nobody sees.
pub(in crate::records) fn tidy(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let shown: String = text
        .nfc()
        .filter(|c| !is_invisible(*c))
        .map(|c| if c.is_whitespace() && c != '\n' { ' ' } else { c })
        .collect();
    Cow::Owned(shown.trim().to_owned())
}

/// A date, a number, a yes or no: besides, every digit, blank and dash in its plain form.
pub(in crate::records) fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let shown: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| match c {
            c if c.is_whitespace() => ' ',
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => '-',
            '\u{ff0f}' | '\u{2044}' | '\u{2215}' => '/',
            '\u{ff0e}' => '.',
            '\u{ff0c}' | '\u{66b}' => ',',
            '\u{66c}' | '\u{2019}' | '\u{2018}' | '\u{b4}' | '\u{2bc}' => '\'',
            c => digit(c).unwrap_or(c),
        })
        .collect();
    Cow::Owned(shown.trim().to_owned())
}

/// Soft hyphens, zero-width marks, byte-order marks, marks of direction.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{180e}' | '\u{fe0f}'
    )
}

/// The zeros of the scripts whose digits meet a Latin text: Arabic, Persian, Devanagari, Bengali, Thai, full width.
const ZEROS: [char; 6] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{ff10}'];

/// The plain digit of a digit in another script; none for superscripts and the like, which say something else.
fn digit(c: char) -> Option<char> {
    ZEROS
        .iter()
        .filter_map(|zero| u32::from(c).checked_sub(u32::from(*zero)))
        .find(|value| *value < 10)
        .and_then(|value| char::from_digit(value, 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_taken_away() {
        assert_eq!(
            tidy("Universi\u{ad}dad\u{200b} de\u{a0}Chile\u{feff}"),
            "Universidad de Chile"
        );
        assert_eq!(tidy("Concepcio\u{301}n"), "Concepción");
        assert_eq!(tidy("plain"), "plain");
    }

    #[test]
    fn digits_of_other_scripts_are_plain_and_superscripts_stay() {
        assert_eq!(plain("２０２４-٠٥-१३"), "2024-05-13");
        assert_eq!(plain("1\u{202f}200\u{2212}3"), "1 200-3");
        assert_eq!(plain("10²"), "10²");
    }
}
