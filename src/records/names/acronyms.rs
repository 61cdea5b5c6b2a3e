//! Is one word the acronym of several?
//!
//! In: a word and the words of a full name, particles among them. Out: whether the word is made of the beginnings of
//! all words that count, in their order: `udec` of `universidad de concepcion`, `sena` of `servicio nacional de
//! aprendizaje`. A particle may give its letters too, or none.

/// A word of a full name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub word: String,
    pub particle: bool,
}

/// The longest acronym looked at.
pub(in crate::records) const LONGEST: usize = 12;

/// Whether the word is made of the beginnings of the full name's words.
pub(super) fn is_acronym(short: &str, full: &[Part]) -> bool {
    let counting = full.iter().filter(|part| !part.particle).count();
    if counting < 2 || short.len() > LONGEST || !short.is_ascii() || short.len() < counting {
        return false;
    }
    fits(short.as_bytes(), full, true)
}

fn fits(short: &[u8], full: &[Part], first: bool) -> bool {
    let Some((part, rest)) = full.split_first() else {
        return short.is_empty();
    };
    // the first word gives the first letter, even where it is a particle (`La Red`)
    if part.particle && fits(short, rest, first) {
        return true;
    }
    let shared = short
        .iter()
        .zip(part.word.as_bytes())
        .take_while(|(a, b)| a == b)
        .count();
    // a particle gives its first letter or all of them; a word at most six, else nothing was shortened
    let most = if part.particle {
        shared
    } else {
        shared.min(6).max(shared.min(part.word.len() * usize::from(!first)))
    };
    (1..=most)
        .filter(|taken| !part.particle || *taken == 1 || *taken == part.word.len())
        .any(|taken| fits(&short[taken..], rest, false))
}

/// The initials of the words that count: an acronym holds them in order and begins with the first.
pub(in crate::records) fn initials(full: &[Part]) -> String {
    full.iter()
        .filter(|part| !part.particle)
        .filter_map(|part| part.word.chars().next())
        .collect()
}

/// Every string of letters that stands in the word in order and begins with its first: the initials that a full name
/// of this acronym can have. Sorted, each once.
pub(in crate::records) fn possible_initials(short: &str) -> Vec<String> {
    let letters: Vec<char> = short.chars().take(LONGEST).collect();
    let Some((first, rest)) = letters.split_first() else {
        return Vec::new();
    };
    let mut found: Vec<String> = (1_u32..1 << rest.len())
        .map(|chosen| {
            let kept = rest.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1);
            std::iter::once(first).chain(kept.map(|(_, letter)| letter)).collect()
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str) -> Vec<Part> {
        let part = |word: &str| Part {
            word: word.to_owned(),
            particle: super::super::vocabulary::is_particle(word),
        };
        name.split(' ').map(part).collect()
    }

    #[test]
    fn acronyms_are_beginnings_of_every_word_that_counts() {
        for (short, full) in [
            ("udec", "universidad de concepcion"),
            ("uc", "universidad de concepcion"),
            ("sena", "servicio nacional de aprendizaje"),
            ("conicyt", "comision nacional de investigacion cientifica y tecnologica"),
            ("uniandes", "universidad de los andes"),
            ("inacap", "instituto nacional de capacitacion"),
            ("bndes", "banco nacional de desenvolvimento economico e social"),
            ("utfsm", "universidad tecnica federico santa maria"),
            (
                "mintic",
                "ministerio de tecnologias de la informacion y las comunicaciones",
            ),
        ] {
            assert!(is_acronym(short, &parts(full)), "{short} {full}");
            let initials = initials(&parts(full));
            assert!(possible_initials(short).contains(&initials), "{short} {initials}");
        }
        for (short, full) in [
            ("udec", "universidad del biobio"),
            ("udec", "concepcion"),
            ("sena", "servicio industrial"),
            ("sena", "secretaria nacional de pesca"),
            ("andes", "universidad de los andes"),
            ("uach", "universidad de concepcion"),
        ] {
            assert!(!is_acronym(short, &parts(full)), "{short} {full}");
        }
    }
}
