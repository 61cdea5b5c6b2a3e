//! In which encoding is a text file written?
//!
//! In: its bytes. Out: its text, and the encoding where it is not plain UTF-8. UTF-16 and Windows-1252 are read; what
//! cannot be read for sure is refused with its line: wrong letters would stand in every report.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::records::RecordsError;

/// The text of a file.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    /// What stands in it, without a mark.
    pub text: Cow<'a, str>,
    /// The encoding's name; `None` for UTF-8.
    pub encoding: Option<&'static str>,
}

/// The text of the bytes, whatever encoding hubs use for it.
pub(super) fn decode<'a>(file: &str, bytes: &'a [u8]) -> Result<Decoded<'a>, RecordsError> {
    let refused = |row: u64| RecordsError::Encoding {
        file: file.to_owned(),
        row,
    };
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(refused(1));
    }
    for (mark, encoding) in [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return utf_16(rest, encoding).ok_or_else(|| refused(1));
        }
    }
    if bytes.contains(&0) {
        let guessed = unmarked_utf_16(bytes).and_then(|encoding| utf_16(bytes, encoding));
        return guessed.ok_or_else(|| RecordsError::Binary { file: file.to_owned() });
    }
    let (marked, bytes) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded {
            text: Cow::Borrowed(text),
            encoding: None,
        }),
        Err(error) if marked => Err(refused(line_of(bytes, error.valid_up_to()))),
        Err(_) => windows_1252(bytes).map_err(refused),
    }
}

/// The line, from 1, in which a byte stands.
fn line_of(bytes: &[u8], place: usize) -> u64 {
    bytes[..place].iter().filter(|byte| **byte == b'\n').count() as u64 + 1
}

fn utf_16(bytes: &[u8], encoding: &'static Encoding) -> Option<Decoded<'static>> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    // a character of no text: these bytes were something else
    (!text.contains('\0')).then(|| Decoded {
        text: Cow::Owned(text.into_owned()),
        encoding: Some(encoding.name()),
    })
}

/// Letters of our languages are a zero byte and another: which of the two stands first?
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let half = bytes.len() / 2;
    match (zeros(0), zeros(1)) {
        _ if !bytes.len().is_multiple_of(2) => None,
        (0, odd) if odd * 2 > half => Some(UTF_16LE),
        (even, 0) if even * 2 > half => Some(UTF_16BE),
        _ => None,
    }
}

/// Text of one byte a letter; the error is the line that cannot be read for sure.
fn windows_1252(bytes: &[u8]) -> Result<Decoded<'static>, u64> {
    if let Some(line) = mixed_line(bytes) {
        return Err(line);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let ours = || bytes.iter().all(|byte| byte.is_ascii() || is_ours(*byte));
    // a few accents are too little for the detector: it may take them for those of Prague or Istanbul
    if guess != WINDOWS_1252 && !(is_latin(guess) && ours()) {
        return Err(first_foreign_line(bytes, |_| true));
    }
    // bytes that the encoding leaves free, and signs amid words, come from DOS or an old Mac
    let free = |byte: u8| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    if bytes.iter().any(|byte| free(*byte)) {
        return Err(first_foreign_line(bytes, free));
    }
    let text = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    if signs_amid_words(&text) > letters_amid_words(&text) {
        return Err(first_foreign_line(bytes, |_| true));
    }
    Ok(Decoded {
        text: Cow::Owned(text.into_owned()),
        encoding: Some(WINDOWS_1252.name()),
    })
}

/// The first line that is not UTF-8 in a file of which other lines are, beyond ASCII.
fn mixed_line(bytes: &[u8]) -> Option<u64> {
    let (mut first, mut is_mixed) = (None, false);
    for (line, text) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        match std::str::from_utf8(text) {
            Err(_) => first = first.or(Some(line)),
            Ok(text) => is_mixed |= !text.is_ascii(),
        }
    }
    first.filter(|_| is_mixed)
}

fn first_foreign_line(bytes: &[u8], is_meant: impl Fn(u8) -> bool) -> u64 {
    let place = bytes.iter().position(|byte| !byte.is_ascii() && is_meant(*byte));
    line_of(bytes, place.unwrap_or(0))
}

/// Encodings that share their letters with Windows-1252 in most places.
fn is_latin(encoding: &'static Encoding) -> bool {
    matches!(
        encoding.name(),
        "windows-1250"
            | "windows-1254"
            | "windows-1257"
            | "windows-1258"
            | "ISO-8859-2"
            | "ISO-8859-4"
            | "ISO-8859-10"
            | "ISO-8859-13"
            | "ISO-8859-14"
            | "ISO-8859-15"
            | "ISO-8859-16"
    )
}

/// Letters and signs of Spanish, Portuguese, French and English.
fn is_ours(byte: u8) -> bool {
    let letter = WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned();
    "áéíóúñüàèìòùâêîôûãõçëïÁÉÍÓÚÑÜÀÈÌÒÙÂÊÎÔÛÃÕÇËÏœŒ¿¡ºª°«»“”‘’–—…•·€£§®©™´¨\u{a0}".contains(&letter)
}

fn amid_words(text: &str, is_meant: impl Fn(char) -> bool) -> usize {
    let letters = text.chars().zip(text.chars().skip(1)).zip(text.chars().skip(2));
    letters
        .filter(|((before, it), after)| before.is_ascii_alphabetic() && after.is_ascii_lowercase() && is_meant(*it))
        .count()
}

fn letters_amid_words(text: &str) -> usize {
    amid_words(text, |c| ('\u{c0}'..='\u{ff}').contains(&c))
}

/// What the accents of DOS and of the old Mac become in Windows-1252.
fn signs_amid_words(text: &str) -> usize {
    amid_words(text, |c| "‡Ž—–‚¡¢£¤¥ƒ„…†‰‹•›Ÿ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Option<&'static str>) {
        let decoded = decode("t.csv", bytes).expect("readable");
        (decoded.text.into_owned(), decoded.encoding)
    }

    fn refused(bytes: &[u8]) -> u64 {
        match decode("t.csv", bytes) {
            Err(RecordsError::Encoding { row, .. }) => row,
            other => panic!("{other:?}"),
        }
    }

    const TEXT: &str = "nombre;institución\nMuñoz;Unión de Señoras – «El Árbol»\n";

    fn bytes_of(text: &str, little: bool) -> Vec<u8> {
        let units = text.encode_utf16();
        let pair = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        units.flat_map(pair).collect()
    }

    #[test]
    fn each_encoding_of_hubs_is_read_and_named() {
        assert_eq!(read(TEXT.as_bytes()), (TEXT.to_owned(), None));
        assert_eq!(read(format!("\u{feff}{TEXT}").as_bytes()), (TEXT.to_owned(), None));
        for (little, name) in [(true, "UTF-16LE"), (false, "UTF-16BE")] {
            let marked = bytes_of(&format!("\u{feff}{TEXT}"), little);
            assert_eq!(read(&marked), (TEXT.to_owned(), Some(name)));
            assert_eq!(read(&bytes_of(TEXT, little)), (TEXT.to_owned(), Some(name)));
        }
        let western = WINDOWS_1252.encode(TEXT).0;
        assert_eq!(read(&western), (TEXT.to_owned(), Some("windows-1252")));
    }

    #[test]
    fn one_accent_is_enough() {
        for word in ["Muñoz", "São Paulo", "Bogotá", "Conseil général", "Peñaflor", "Ñuñoa"] {
            let text = format!("source,target\nA,B\n{word},B\n");
            let western = WINDOWS_1252.encode(&text).0;
            assert_eq!(read(&western), (text, Some("windows-1252")), "{word}");
        }
    }

    #[test]
    fn what_cannot_be_read_for_sure_is_refused_with_its_line() {
        // UTF-8 in line 2, Windows-1252 in line 3
        let mixed = [b"a,b\n".as_slice(), "Bogotá,x\n".as_bytes(), b"Mu\xf1oz,y\n"].concat();
        assert_eq!(refused(&mixed), 3);
        // DOS: Organización Muñoz in code page 850
        assert_eq!(refused(b"name\nOrganizaci\xa2n\nMu\xa4oz\n"), 2);
        // an old Mac
        assert_eq!(refused(b"name\nOrganizaci\x97n\nMu\x96oz\n"), 2);
        // a mark of UTF-8, and a byte that is none
        assert_eq!(refused(b"\xef\xbb\xbfname\nMu\xf1oz\n"), 2);
        // Russian in its own encoding of one byte a letter
        assert_eq!(
            refused(b"name\n\xcf\xf0\xe8\xe2\xe5\xf2 \xec\xe8\xf0, \xef\xf0\xe8\xe2\xe5\xf2\n"),
            2
        );
        assert_eq!(refused(b"\xff\xfe\0\0n\0\0\0"), 1);
        assert_eq!(refused(b"\xff\xfen\0\x00\xd8n\0"), 1);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"a,b\n\0\x01\x02\x03,x\n"[..], b"PK\x03\x04\0\0a,b\n"] {
            assert!(
                matches!(decode("t.csv", bytes), Err(RecordsError::Binary { .. })),
                "{bytes:?}"
            );
        }
    }
}
