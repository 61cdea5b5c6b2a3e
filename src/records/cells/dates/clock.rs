//! Is what stands behind a date a time of the day?
//!
//! In: the text behind a date. Out: whether it is a time, a zone or both, and nothing else: a second date must never
//! be passed over.

/// The date of a text, without the time behind it.
pub(super) fn without_time(text: &str) -> &str {
    let breaks = text.char_indices().filter(|(_, c)| matches!(c, ' ' | 'T' | ','));
    for (at, _) in breaks {
        let time = text[at + 1..].trim_start();
        if is_time(time) {
            return text[..at].trim_end_matches([' ', ',']);
        }
    }
    text
}

/// `09:30`, `17:30:05.123Z`, `5:55 p. m.`, `17h30`, `09:30 America/Bogota`.
pub(super) fn is_time(text: &str) -> bool {
    let lower = text.trim().to_ascii_lowercase();
    let in_clock = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ',' | 'h');
    let end = lower.find(|c| !in_clock(c)).unwrap_or(lower.len());
    let (clock, rest) = lower.split_at(end);
    is_clock(clock.trim_end_matches(['.', ','])) && is_zone(without_half(rest.trim_start()))
}

/// Digits apart by `:` or `h`, the seconds with a fraction or without.
fn is_clock(clock: &str) -> bool {
    if !clock.starts_with(|c: char| c.is_ascii_digit()) || !clock.contains([':', 'h']) {
        return false;
    }
    let whole = clock.split_once(['.', ',']).map_or(clock, |(whole, _)| whole);
    let mut parts = whole.split([':', 'h']).filter(|part| !part.is_empty());
    let hours = parts.next().and_then(|hours| hours.parse::<u8>().ok());
    hours.is_some_and(|hours| hours <= 24) && parts.all(|part| part.parse::<u8>().is_ok_and(|part| part < 60))
}

/// Without the words for the half of the day and for hours.
fn without_half(text: &str) -> &str {
    const HALVES: [&str; 12] = [
        "a. m.", "p. m.", "a.m.", "p.m.", "a.m", "p.m", "am", "pm", "hrs.", "hrs", "horas", "hs",
    ];
    let half = HALVES.iter().find_map(|half| text.strip_prefix(half));
    half.unwrap_or(text).trim_start()
}

/// `Z`, `+05:30`, `-0500`, `UTC-5`, `COT`, `America/Bogota`, in brackets or not; or nothing.
pub(super) fn is_zone(text: &str) -> bool {
    let text = text.trim().trim_matches(['[', ']', '(', ')']).to_ascii_lowercase();
    let offset = |text: &str| {
        let digits = text.strip_prefix(['+', '-']).unwrap_or("x");
        (1..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
    };
    let named = |text: &str| {
        let letters = text
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'_'));
        letters && (text.contains('/') || text.len() <= 5)
    };
    let behind_utc = text.strip_prefix("utc").or_else(|| text.strip_prefix("gmt"));
    match text.split_once(['[', '(']) {
        Some((first, second)) => is_zone(first) && is_zone(second),
        None => named(&text) || offset(&text) || behind_utc.is_some_and(|rest| offset(rest.trim())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_taken_off_and_nothing_else() {
        for (text, date) in [
            ("10/05/2026 05:55:00 PM", "10/05/2026"),
            ("2024/5/13 09:30", "2024/5/13"),
            ("13.05.2024, 17h30", "13.05.2024"),
            ("13 de mayo de 2024 5:55 p. m.", "13 de mayo de 2024"),
            ("3/5/2024T10:00:00.000-05:00[America/Bogota]", "3/5/2024"),
        ] {
            assert_eq!(without_time(text), date);
        }
        for text in ["3/5/2024 nota: ver acta", "mayo 2024", "3/5/2024 99:99"] {
            assert_eq!(without_time(text), text);
        }
    }

    #[test]
    fn zones_are_known_by_offset_and_name() {
        for zone in ["", "Z", "+02:00", "-0500", "UTC-5", "GMT", "COT", "[America/Bogota]"] {
            assert!(is_zone(zone), "{zone}");
        }
        for text in ["-2024-06-01", "hasta junio", "2024"] {
            assert!(!is_zone(text), "{text}");
        }
    }
}
