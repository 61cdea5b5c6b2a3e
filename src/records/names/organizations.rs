//! May two names mean one organisation?
//!
//! In: names as written, with the country where it is known. Out: what of a name is compared ([`OrganizationName`]),
//! and for two names how they agree, if they do. What only a number tells apart is never alike; two names that are of
//! different kinds (a university, a town hall) are not either.

use super::acronyms::{self, Part};
use super::{key, legal_forms, vocabulary as words};

/// The name of an organisation or unit, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::records) struct OrganizationName {
    /// The words that count, each in its compared form, in order.
    pub words: Vec<String>,
    /// The same as written.
    written: Vec<String>,
    /// With particles, as written: what acronyms are made of.
    parts: Vec<Part>,
    /// Acronyms that the name itself gives: `Universidad de Concepción (UdeC)`.
    pub given: Vec<String>,
    /// The legal forms taken off it.
    forms: Vec<&'static str>,
    /// The numbers in it, sorted.
    pub numbers: Vec<String>,
    /// Whether nothing but kinds and topics stands in it.
    generic: bool,
}

/// How two names agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// The same but for accents, case, punctuation, particles and blanks.
    Spelling,
    /// The same once legal forms are left out.
    LegalForm,
    /// The same once abbreviated or translated words are written out.
    Abbreviation,
    /// The same words in another order.
    WordOrder,
    /// One is the acronym of the other.
    Acronym,
    /// Few letters differ.
    Letters,
    /// One leaves out words that the other has.
    Shorter,
}

/// How two names agree, and how well, from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::records) struct Agreement {
    pub likeness: Likeness,
    pub score: f64,
}

/// What the other names of the hub say of a word.
pub(in crate::records) trait Usage {
    /// In how many different names it stands.
    fn names_with(&self, word: &str) -> usize;
    /// Whether it is a city or country of the hub.
    fn is_place(&self, word: &str) -> bool;
}

impl OrganizationName {
    /// Takes a name apart; `country` is the code of its country.
    pub(in crate::records) fn read(name: &str, country: Option<&str>) -> Self {
        let (main, given) = without_given_acronym(&key(name));
        let mut tokens = tokens(&main);
        let forms = legal_forms::strip(&mut tokens, country);
        let parts: Vec<Part> = tokens
            .into_iter()
            .map(|word| Part {
                particle: words::is_particle(&word),
                word,
            })
            .collect();
        let mut counting: Vec<&Part> = parts.iter().filter(|part| !part.particle).collect();
        if counting.is_empty() {
            counting = parts.iter().collect();
        }
        let mut numbers: Vec<String> = counting.iter().filter_map(|part| words::number(&part.word)).collect();
        numbers.sort();
        let words: Vec<String> = counting.iter().map(|part| compared(&part.word)).collect();
        Self {
            generic: is_generic(&words),
            words,
            written: counting.iter().map(|part| part.word.clone()).collect(),
            parts,
            given,
            forms,
            numbers,
        }
    }

    /// All compared words as one text.
    pub(in crate::records) fn core(&self) -> String {
        self.words.join(" ")
    }

    /// The words that tell this organisation from others of its kind; all of them where none does, unless the name is
    /// generic.
    pub(in crate::records) fn telling(&self) -> Vec<&str> {
        let telling: Vec<&str> = self
            .words
            .iter()
            .map(String::as_str)
            .filter(|word| is_telling(word))
            .collect();
        if telling.is_empty() && !self.is_generic() {
            return self.words.iter().map(String::as_str).collect();
        }
        telling
    }

    /// Whether nothing but kinds and topics stands in it: `Secretaría de Planeación`. A ministry, what is national and
    /// says of what, and what needs four words without being a part of something, is one of its kind in a country.
    pub(in crate::records) fn is_generic(&self) -> bool {
        self.generic
    }

    /// Whether it is one word of at most three letters, or a legal form alone.
    pub(in crate::records) fn is_short(&self) -> bool {
        match self.words.as_slice() {
            [] => true,
            [word] => word.chars().count() <= 3 || legal_forms::is_form(word),
            _ => false,
        }
    }

    /// The one word that may be an acronym, where the name is one word.
    pub(in crate::records) fn as_acronym(&self) -> Option<&str> {
        match self.written.as_slice() {
            [word] if (3..=acronyms::LONGEST).contains(&word.len()) && word.is_ascii() => Some(word),
            _ => None,
        }
    }

    /// The initials of its words, where it has several.
    pub(in crate::records) fn initials(&self) -> Option<String> {
        let initials = acronyms::initials(&self.parts);
        (initials.chars().count() >= 2).then_some(initials)
    }

    /// Whether a word is this name's acronym, given or made.
    pub(in crate::records) fn has_acronym(&self, word: &str) -> bool {
        self.given.iter().any(|given| given == word) || acronyms::is_acronym(word, &self.parts)
    }

    /// How two names agree; `None` where they do not. Generic and short names agree only when they are the same.
    pub(in crate::records) fn agree(&self, other: &Self, usage: &dyn Usage) -> Option<Agreement> {
        if self.numbers != other.numbers || self.words.is_empty() || other.words.is_empty() {
            return None;
        }
        let found = |likeness, score| Some(Agreement { likeness, score });
        let forms_differ = !self.forms.is_empty() && !other.forms.is_empty() && self.forms != other.forms;
        if self.words == other.words {
            return match () {
                () if forms_differ => found(Likeness::LegalForm, 0.7),
                () if self.written != other.written => found(Likeness::Abbreviation, 0.92),
                () if self.forms != other.forms => found(Likeness::LegalForm, 0.93),
                () => found(Likeness::Spelling, 0.97),
            };
        }
        if self.words.concat() == other.words.concat() || self.written.concat() == other.written.concat() {
            return found(Likeness::Spelling, 0.93);
        }
        if sorted(&self.words) == sorted(&other.words) {
            return found(Likeness::WordOrder, 0.85);
        }
        if self.is_generic() || other.is_generic() {
            return None;
        }
        let acronym = |short: &Self, full: &Self| short.as_acronym().is_some_and(|word| full.has_acronym(word));
        if acronym(self, other) || acronym(other, self) {
            return found(Likeness::Acronym, 0.75);
        }
        if forms_differ {
            return None;
        }
        aligned(&self.words, &other.words, usage)
    }
}

fn is_generic(name: &[String]) -> bool {
    let has = |word: &str| name.iter().any(|own| own == word);
    let part_of_one = name.iter().any(|word| words::is_kind_of_unit(word));
    let unique = has("ministerio") && name.len() >= 2
        || (has("nacional") || has("superintendencia")) && name.len() >= 3
        || !part_of_one && name.len() >= 4;
    !unique && name.iter().all(|word| !is_telling(word))
}

/// Whether a word tells an organisation from others of its kind.
fn is_telling(word: &str) -> bool {
    !words::is_kind(word) && !words::is_topic(word) && !words::is_ornament(word)
}

/// The form under which a word is compared; a number as its digits.
fn compared(word: &str) -> String {
    words::number(word)
        .filter(|_| !word.chars().any(char::is_alphabetic) || !word.chars().any(|c| c.is_ascii_digit()))
        .unwrap_or_else(|| words::canonical(word).to_owned())
}

/// The words of a name in its compared form; letters with points between them are one word (`s.a.s.`), as are single
/// letters side by side.
fn tokens(name: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut run = String::new();
    let name: String = name.chars().filter(|c| !matches!(c, '\'' | '’' | '`' | '´')).collect();
    for chunk in name.split_whitespace() {
        let chunk = chunk.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
        let letters = chunk.split('.').filter(|part| !part.is_empty());
        let dotted = chunk.contains('.') && letters.clone().all(|part| part.chars().count() == 1);
        let joined: String = if dotted { letters.collect() } else { chunk.to_owned() };
        let mut characters = joined.chars();
        if let (Some(letter), None) = (characters.next(), characters.next())
            && letter.is_alphabetic()
        {
            run.push(letter);
            continue;
        }
        flush(&mut tokens, &mut run);
        let parts = joined
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty());
        tokens.extend(parts.map(str::to_owned));
    }
    flush(&mut tokens, &mut run);
    tokens
}

/// Ends a run of single letters; a particle of one letter stands for itself.
fn flush(tokens: &mut Vec<String>, run: &mut String) {
    if !run.is_empty() {
        tokens.push(std::mem::take(run));
    }
}

/// A name without the acronym that it gives itself, in brackets or beside a dash.
fn without_given_acronym(name: &str) -> (String, Vec<String>) {
    let mut main = name.to_owned();
    let mut given = Vec::new();
    let single = |text: &str| {
        let word: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        let blanks = text.trim().contains(' ');
        (!blanks && (2..=acronyms::LONGEST).contains(&word.len())).then_some(word)
    };
    if let Some((before, rest)) = name.split_once('(')
        && let Some((inside, after)) = rest.split_once(')')
        && let Some(word) = single(inside)
        && !before.trim().is_empty()
        && word.chars().next() == before.trim_start().chars().next()
        && !words::is_country(&word)
        && words::number(&word).is_none()
        && !words::is_place(&word)
    {
        main = format!("{before} {after}");
        given.push(word);
    }
    for dash in [" - ", " – ", " — ", " | ", " / "] {
        let Some((left, right)) = main.split_once(dash) else {
            continue;
        };
        let (left, right) = (left.to_owned(), right.to_owned());
        let parts = |text: &str| OrganizationName::read(text, None).parts;
        let pairs = [(&left, &right), (&right, &left)];
        let own = pairs.iter().find_map(|(short, full)| {
            let word = single(short).filter(|word| acronyms::is_acronym(word, &parts(full)))?;
            Some((word, (*full).clone()))
        });
        if let Some((word, full)) = own {
            given.push(word);
            main = full;
        }
    }
    (main, given)
}

fn sorted(words: &[String]) -> Vec<&String> {
    let mut words: Vec<&String> = words.iter().collect();
    words.sort();
    words
}

/// Names whose words are paired one by one: the same, or a slip of the pen apart. What stays unpaired must not tell
/// two organisations apart.
fn aligned(a: &[String], b: &[String], usage: &dyn Usage) -> Option<Agreement> {
    let mut open: Vec<&str> = b.iter().map(String::as_str).collect();
    let mut rest: Vec<&str> = Vec::new();
    for word in a {
        match open.iter().position(|other| other == word) {
            Some(at) => {
                open.remove(at);
            }
            None => rest.push(word),
        }
    }
    let mut slips = 0;
    let mut slipped_alone = false;
    rest.retain(|word| {
        let Some(at) = open.iter().position(|other| is_slip(word, other, usage)) else {
            return true;
        };
        slipped_alone |= a.len().min(b.len()) == 1 && word.chars().count().min(open[at].chars().count()) < 7;
        open.remove(at);
        slips += 1;
        false
    });
    let paired = a.len() - rest.len();
    // two ways of honouring are one
    if !rest.is_empty() && !open.is_empty() && rest.iter().chain(&open).all(|word| words::is_ornament(word)) {
        rest.clear();
    }
    if slipped_alone || slips > 2 || paired == 0 {
        return None;
    }
    if rest.is_empty() && open.is_empty() {
        let score = if a.len() == 1 {
            0.7
        } else {
            0.9 - 0.07 * f64::from(slips)
        };
        return Some(Agreement {
            likeness: Likeness::Letters,
            score,
        });
    }
    let score = left_out(a, b, &rest, &open, usage)? - 0.1 * f64::from(slips);
    (slips < 2).then_some(Agreement {
        likeness: Likeness::Shorter,
        score,
    })
}

/// How well names agree of which one has words that the other leaves out; `None` where these may tell them apart.
fn left_out(a: &[String], b: &[String], rest: &[&str], open: &[&str], usage: &dyn Usage) -> Option<f64> {
    if !rest.is_empty() && !open.is_empty() {
        return None;
    }
    let (short, extra) = if rest.is_empty() { (a, open) } else { (b, rest) };
    if extra.iter().all(|word| words::is_ornament(word)) {
        return Some(0.82);
    }
    // a country behind a name that says enough without it
    let tells = |word: &&String| is_telling(word) && !usage.is_place(word) && !words::is_place(word);
    let telling = short.iter().filter(tells).count();
    if extra
        .iter()
        .all(|word| words::is_ornament(word) || words::is_country(word))
    {
        return (telling > 0).then_some(0.62);
    }
    // a short form without any kind: `Nutresa` for `Grupo Empresarial Nutresa`
    let kindless = short.iter().all(|word| is_telling(word));
    let letters: usize = short.iter().map(|word| word.chars().count()).sum();
    let plain = extra.iter().all(|word| !is_telling(word));
    let rare = short.iter().any(|word| usage.names_with(word) <= 3);
    let said = telling == short.len() && letters >= 5 && (short.len() > 1 || letters >= 6);
    (kindless && plain && said && rare).then_some(0.62)
}

/// Whether two words differ by a slip of the pen: few letters, the same first one, and not two words that the hub uses.
fn is_slip(a: &str, b: &str, usage: &dyn Usage) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let letters = short.chars().count();
    let one_begins = long.starts_with(short) && letters >= 5 && long.chars().count() <= letters + 2;
    if letters < 5 || short.chars().next() != long.chars().next() || words::number(a) != words::number(b) {
        return false;
    }
    let most = if letters >= 9 { 2 } else { 1 };
    let used = |word: &str| usage.names_with(word) >= 3 || is_known(word);
    strsim::damerau_levenshtein(short, long) <= most && !(used(a) && used(b)) || one_begins && !used(short)
}

/// Whether a word is one that names are made of: then it is no slip of the pen.
fn is_known(word: &str) -> bool {
    words::is_kind(word) || words::is_topic(word) || words::is_place(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A hub that says nothing of words.
    struct Silent;

    impl Usage for Silent {
        fn names_with(&self, _word: &str) -> usize {
            1
        }

        fn is_place(&self, word: &str) -> bool {
            words::is_place(word)
        }
    }

    fn likeness(a: &str, b: &str) -> Option<Likeness> {
        let read = |name| OrganizationName::read(name, None);
        let found = read(a).agree(&read(b), &Silent);
        assert_eq!(found, read(b).agree(&read(a), &Silent), "{a} | {b}");
        found.map(|found| found.likeness)
    }

    #[test]
    fn names_agree_in_the_way_that_is_told() {
        use Likeness::{Abbreviation, Acronym, LegalForm, Letters, Shorter, Spelling, WordOrder};
        for (a, b, expected) in [
            ("Universidad de Concepción", "UNIVERSIDAD  CONCEPCION", Spelling),
            ("InnoLab Sur", "Inno-Lab Sur", Spelling),
            ("Andesol S.A.S. E.S.P.", "Andesol", LegalForm),
            ("S.C. Andesol S.R.L.", "Andesol", LegalForm),
            ("Andesol S. de R.L. de C.V.", "Andesol", LegalForm),
            ("Univ. de Osorno", "Universidad de Osorno", Abbreviation),
            ("University of Osorno", "Universidad de Osorno", Abbreviation),
            ("Quimera Laboratorio", "Laboratorio Quimera", WordOrder),
            ("UdeC", "Universidad de Concepción", Acronym),
            ("Universidad de Concepción (UdeC)", "UDEC", Acronym),
            ("CETCO - Centro de Tecnologías Costeras", "CETCO", Acronym),
            ("Instituto Metropolitno", "Instituto Metropolitano", Letters),
            ("Ilustre Municipalidad de Tomé", "Municipalidad de Tomé", Shorter),
            ("Grupo Empresarial Nutrivalle", "Nutrivalle S.A.", Shorter),
        ] {
            assert_eq!(likeness(a, b), Some(expected), "{a} | {b}");
        }
    }

    #[test]
    fn names_that_tell_two_apart_do_not_agree() {
        for (a, b) in [
            ("Colegio 12", "Colegio 13"),
            ("Juzgado Primero de Tunja", "Juzgado Segundo de Tunja"),
            ("Universidad de Tumaco", "Hospital de Tumaco"),
            ("Universidad de Maipo", "Universidad Católica de Maipo"),
            ("Corporación Norte Joven", "Corporación Sur Joven"),
            ("Universidad de Chile", "Chile"),
            ("Banco de Tumaco", "Tumaco Banco de Alimentos"),
            ("Unidad de Salud", "Unidad de Educación"),
            ("Ferromar (Arica) S.A.", "Ferromar (Lota) S.A."),
        ] {
            assert_eq!(likeness(a, b), None, "{a} | {b}");
        }
    }

    #[test]
    fn generic_and_short_names_are_known() {
        for name in [
            "Secretaría de Planeación",
            "Computer Science Department",
            "Cámara de Comercio",
            "Colegio 12",
        ] {
            let read = OrganizationName::read(name, None);
            assert_eq!(read.is_generic(), name != "Colegio 12", "{name}");
        }
        for name in [
            "Ministerio de Educación",
            "Servicio Nacional de Turismo",
            "Secretaría de Planeación de Cali",
        ] {
            assert!(!OrganizationName::read(name, None).is_generic(), "{name}");
        }
        for name in ["SA", "S.A.", "UC", "CCB", "Ltda."] {
            assert!(OrganizationName::read(name, None).is_short(), "{name}");
        }
        assert!(!OrganizationName::read("UdeC", None).is_short());
    }
}
