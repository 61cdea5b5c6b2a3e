//! May two names mean one person?
//!
//! In: names as written, in any order (`García Márquez, Gabriel`, `Gabriel García`). Out: given names and surnames, and
//! for two names how they agree, if they do. Two surnames in another order, another given name, and a given name in
//! another gender are another person.

use super::{key, vocabulary as words};

/// A person's name, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::records) struct PersonName {
    /// The words that count, given names first as far as that is known.
    pub words: Vec<String>,
    /// How many of them are given names, where a comma says so.
    given: Option<usize>,
    /// The words as given, and with the last one or two turned to the front, because lists often put surnames first;
    /// beside each how many words are given names, where that is known.
    orders: Vec<(Vec<String>, Option<usize>)>,
}

/// How two persons' names agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonLikeness {
    /// The same but for accents, case, particles and titles.
    Spelling,
    /// The same in another order.
    Order,
    /// One leaves out a second name or surname.
    Shorter,
    /// A given name is an initial only.
    Initial,
    /// Few letters differ.
    Letters,
}

/// How two persons' names agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::records) struct PersonAgreement {
    pub likeness: PersonLikeness,
    /// Whole words that are the same on both sides.
    pub shared: usize,
    /// Whether neither leaves a word out.
    pub complete: bool,
    /// Words that differ by a slip of the pen.
    pub slips: usize,
    /// Initials that stand for a word.
    pub initials: usize,
    /// Whether the first surname of one is the last of the other: so in Portuguese, seldom in Spanish.
    pub last_surname: bool,
}

/// One reading of a name: which words are given names, which are surnames.
#[derive(Clone, Copy)]
struct Reading<'a> {
    given: &'a [String],
    surnames: &'a [String],
}

impl PersonName {
    /// Takes a name apart. What stands in brackets (`(TA)`) is left out.
    pub(in crate::records) fn read(name: &str) -> Self {
        let whole = without_brackets(&key(name));
        if let Some((surnames, given)) = whole.split_once(',') {
            let (given, surnames) = (counting(given), counting(surnames));
            if !given.is_empty() && !surnames.is_empty() {
                let count = given.len();
                return Self::of(given.into_iter().chain(surnames).collect(), Some(count));
            }
        }
        Self::of(counting(&whole), None)
    }

    fn of(words: Vec<String>, given: Option<usize>) -> Self {
        let turns = match (given, words.len()) {
            (Some(_), _) | (_, 0 | 1) => 0..=0,
            (None, 2 | 3) => 0..=1,
            (None, _) => 0..=2,
        };
        let turned = |turned: usize| {
            let mut words = words.clone();
            words.rotate_right(turned);
            // surnames first: what was turned are the given names
            (words, given.or((turned > 0).then_some(turned)))
        };
        Self {
            orders: turns.map(turned).collect(),
            words,
            given,
        }
    }

    /// Whether some word stands in both.
    pub(in crate::records) fn shares_word(&self, other: &Self) -> bool {
        self.words
            .iter()
            .any(|word| word.chars().count() > 1 && other.words.contains(word))
    }

    /// How two names agree; `None` where they do not. One word alone names nobody.
    pub(in crate::records) fn agree(&self, other: &Self) -> Option<PersonAgreement> {
        if self.words.len() < 2 || other.words.len() < 2 || !self.shares_word(other) {
            return None;
        }
        let mut best: Option<PersonAgreement> = None;
        for (turned, (first, split)) in self.orders.iter().enumerate() {
            for (other_turned, (second, other_split)) in other.orders.iter().enumerate() {
                // one of both stands as people write it
                if turned > 0 && other_turned > 0 {
                    continue;
                }
                // where a comma tells one name's parts, a name of as many words has the same
                let same_length = first.len() == second.len();
                let told = |known: Option<usize>, other: Option<usize>| known.or(other.filter(|_| same_length));
                let first = reading(first, told(*split, other.given.filter(|_| other_turned == 0)));
                let second = reading(second, told(*other_split, self.given.filter(|_| turned == 0)));
                let found = compare(&first, &second);
                let found = found.map(|mut found| {
                    let moved = turned + other_turned > 0 || self.given.is_some() != other.given.is_some();
                    if found.likeness == PersonLikeness::Spelling && moved {
                        found.likeness = PersonLikeness::Order;
                    }
                    found
                });
                let rank = |one: &PersonAgreement| (one.shared, one.complete, usize::MAX - one.slips);
                if found.is_some_and(|found| best.is_none_or(|best| rank(&found) > rank(&best))) {
                    best = found;
                }
            }
        }
        best
    }
}

/// The words of a name without titles and particles.
fn counting(name: &str) -> Vec<String> {
    let name: String = name.chars().filter(|c| !matches!(c, '\'' | '’' | '`' | '´')).collect();
    let all: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let titles = all.iter().take_while(|word| words::is_title(word)).count();
    let titles = if titles + 2 <= all.len() { titles } else { 0 };
    let kept = all[titles..]
        .iter()
        .filter(|word| !words::is_particle(word) || word.len() == 1);
    kept.filter(|word| **word != "e" && **word != "y")
        .map(|word| (*word).to_owned())
        .collect()
}

fn without_brackets(name: &str) -> String {
    match name
        .split_once('(')
        .and_then(|(before, rest)| Some((before, rest.split_once(')')?.1)))
    {
        Some((before, after)) if !before.trim().is_empty() => format!("{before} {after}"),
        _ => name.to_owned(),
    }
}

/// Given names and surnames of a name whose given names stand first.
fn reading(words: &[String], given: Option<usize>) -> Reading<'_> {
    let second_is_given = |words: &[String]| words::is_given(&words[1]) || words[1].chars().count() == 1;
    let count = given.unwrap_or_else(|| match words.len() {
        0..=2 => 1,
        3 if second_is_given(words) => 2,
        3 => 1,
        more => more - 2,
    });
    let (given, surnames) = words.split_at(count.min(words.len() - 1));
    Reading { given, surnames }
}

/// How one word of a name agrees with another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Same,
    Slip,
    Initial,
    Other,
}

fn word(a: &str, b: &str, given: bool) -> Word {
    if a == b {
        return Word::Same;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.chars().count() == 1 {
        return if long.starts_with(short) {
            Word::Initial
        } else {
            Word::Other
        };
    }
    let letters = short.chars().count();
    // Rojas and Rosas, Mario and María, Daniel and Daniela are not slips of the pen
    if letters < 6 || given && (words::is_given(a) && words::is_given(b) || other_gender(short, long)) {
        return Word::Other;
    }
    if strsim::damerau_levenshtein(a, b) <= 1 {
        Word::Slip
    } else {
        Word::Other
    }
}

/// Whether two given names differ in the ending that tells men from women.
fn other_gender(short: &str, long: &str) -> bool {
    let ends = |word: &str| word.ends_with(['a', 'o', 'e']);
    let stem = |word: &str| word.trim_end_matches(['a', 'o', 'e']).to_owned();
    ends(long) && stem(short) == stem(long)
}

/// How two readings agree: the first given names and the first surnames must, what both say besides must not differ.
fn compare(a: &Reading<'_>, b: &Reading<'_>) -> Option<PersonAgreement> {
    let mut tally = Tally::default();
    tally.add(word(&a.given[0], &b.given[0], true))?;
    let (few, many) = if a.given.len() <= b.given.len() {
        (a.given, b.given)
    } else {
        (b.given, a.given)
    };
    let mut open = many[1..].iter();
    for own in &few[1..] {
        let found = open
            .by_ref()
            .map(|other| word(own, other, true))
            .find(|found| *found != Word::Other)?;
        tally.add(found)?;
    }
    let (few_surnames, many_surnames) = if a.surnames.len() <= b.surnames.len() {
        (a.surnames, b.surnames)
    } else {
        (b.surnames, a.surnames)
    };
    let straight: Vec<Word> = few_surnames
        .iter()
        .zip(many_surnames)
        .map(|(x, y)| word(x, y, false))
        .collect();
    let last = match (few_surnames, many_surnames) {
        ([only], [.., last]) if many_surnames.len() > 1 && straight == [Word::Other] => Some(word(only, last, false)),
        _ => None,
    };
    match last {
        Some(found) => tally.add(found)?,
        None => straight.into_iter().try_for_each(|found| tally.add(found))?,
    }
    let complete = few.len() == many.len() && few_surnames.len() == many_surnames.len();
    Some(PersonAgreement {
        likeness: tally.likeness(complete),
        shared: tally.shared,
        complete,
        slips: tally.slips,
        initials: tally.initials,
        last_surname: last.is_some(),
    })
}

#[derive(Default)]
struct Tally {
    shared: usize,
    slips: usize,
    initials: usize,
}

impl Tally {
    /// Counts a pair of words; `None` where they differ, or too much does.
    fn add(&mut self, found: Word) -> Option<()> {
        match found {
            Word::Same => self.shared += 1,
            Word::Slip => self.slips += 1,
            Word::Initial => self.initials += 1,
            Word::Other => return None,
        }
        (self.slips <= 1).then_some(())
    }

    fn likeness(&self, complete: bool) -> PersonLikeness {
        match () {
            () if self.slips > 0 => PersonLikeness::Letters,
            () if self.initials > 0 => PersonLikeness::Initial,
            () if complete => PersonLikeness::Spelling,
            () => PersonLikeness::Shorter,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(a: &str, b: &str) -> Option<PersonAgreement> {
        PersonName::read(a).agree(&PersonName::read(b))
    }

    #[test]
    fn order_particles_and_second_surnames_do_not_make_another_person() {
        use PersonLikeness::{Initial, Letters, Order, Shorter, Spelling};
        for (a, b, likeness) in [
            ("García Márquez, Gabriel", "Gabriel García", Shorter),
            ("García Márquez, Gabriel", "Gabriel García Márquez", Order),
            ("GARCIA MARQUEZ GABRIEL", "Gabriel García Márquez", Order),
            ("Juana de la Cruz Rojas", "Juana Cruz Rojas", Spelling),
            ("Dra. Ana María Pérez", "Ana Pérez", Shorter),
            ("Pérez Soto, Ana María", "Ana Pérez", Shorter),
            ("G. García Márquez", "Gabriel García Márquez", Initial),
            ("Rodrigo Gonzáles Vera", "Rodrigo González Vera", Letters),
            ("Luis Alberto Gómez", "Luis Gómez", Shorter),
            ("João da Silva Santos", "João Silva Santos", Spelling),
            ("Martina Rojas (TA)", "Martina Rojas", Spelling),
        ] {
            for (x, y) in [(a, b), (b, a)] {
                let found = agree(x, y).unwrap_or_else(|| panic!("{x} {y}"));
                assert_eq!(found.likeness, likeness, "{x} {y}");
            }
        }
        assert!(agree("João Silva Santos", "João Santos").is_some_and(|found| found.last_surname));
    }

    #[test]
    fn other_given_names_genders_and_surnames_are_other_persons() {
        for (a, b) in [
            ("Juan García López", "Juan López García"),
            ("José García López", "María García López"),
            ("Fernando Ruiz Mora", "Fernanda Ruiz Mora"),
            ("Daniel Soto Vega", "Daniela Soto Vega"),
            ("Juan Pérez Soto", "Juan Pérez Díaz"),
            ("María José Pérez", "José Pérez"),
            ("Luis Alberto Gómez", "Luis Enrique Gómez"),
            ("Ana", "Ana Pérez"),
        ] {
            assert_eq!(agree(a, b), None, "{a} {b}");
        }
    }
}
