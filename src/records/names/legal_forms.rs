//! Which words of a firm's name say its legal form?
//!
//! In: the words of a name and, where it is known, its country. Out: the words without the form, which may stand
//! behind the name or before it, and the form. A name that is nothing but a form keeps it.

/// A form as its words, and the countries in which it is one; none means anywhere.
type Form = (&'static str, &'static [&'static str]);

/// Behind the name. Longer forms stand before those that they end with.
const BEHIND: &[Form] = &[
    ("empresa individual de responsabilidad limitada", &[]),
    ("sociedad de responsabilidad limitada", &[]),
    ("sociedad por acciones simplificada", &[]),
    ("sociedad anonima promotora de inversion", &[]),
    ("sociedad anonima cerrada", &[]),
    ("sociedad anonima abierta", &[]),
    ("sociedad anonima", &[]),
    ("sociedad por acciones", &[]),
    ("sociedad limitada", &[]),
    ("sociedade anonima", &[]),
    ("sociedad civil", &[]),
    ("sapi de cv", &["mx"]),
    ("s de rl de cv", &["mx"]),
    ("s de rl", &["mx", "hn", "pa"]),
    ("sa de cv", &["mx", "sv", "hn"]),
    ("sc de rl", &["mx"]),
    ("y cia ltda", &[]),
    ("y cia", &[]),
    ("e hijos", &[]),
    ("cia ltda", &["ec", "co"]),
    ("c ltda", &["ec"]),
    ("pty ltd", &[]),
    ("pvt ltd", &[]),
    ("co ltd", &[]),
    ("unipessoal lda", &["pt"]),
    ("sociedade limitada", &["br", "pt"]),
    ("sp z o o", &[]),
    ("en liquidacion", &[]),
    ("sociedad cooperativa", &[]),
    ("sa esp", &["co"]),
    ("sas esp", &["co"]),
    ("sas bic", &["co"]),
    ("bic", &["co"]),
    ("esp", &["co"]),
    ("eice", &["co"]),
    ("sa", &[]),
    ("sas", &[]),
    ("saa", &["pe"]),
    ("sac", &["pe"]),
    ("sacs", &["pe"]),
    ("scrl", &["pe", "be"]),
    ("srl", &[]),
    ("saic", &["ar"]),
    ("saci", &["ar"]),
    ("sacif", &["ar"]),
    ("sacifia", &["ar"]),
    ("sau", &["ar", "es"]),
    ("sl", &["es"]),
    ("slu", &["es"]),
    ("sll", &["es"]),
    ("spa", &["cl", "it"]),
    ("eirl", &["cl", "pe", "do"]),
    ("eireli", &["br"]),
    ("epp", &["br"]),
    ("ltda", &[]),
    ("limitada", &[]),
    ("ltd", &[]),
    ("limited", &[]),
    ("lda", &[]),
    ("inc", &[]),
    ("incorporated", &[]),
    ("llc", &[]),
    ("llp", &[]),
    ("plc", &[]),
    ("gmbh", &[]),
    ("sarl", &[]),
    ("sca", &[]),
    ("scs", &[]),
    ("sc", &[]),
    ("ac", &["mx"]),
    ("ca", &["ve", "ec"]),
    ("cxa", &["do"]),
    ("bv", &["nl"]),
    ("nv", &["nl", "be"]),
    ("ag", &["de", "ch", "at"]),
    ("kg", &["de", "at"]),
    ("gmbh co kg", &[]),
    ("ab", &["se", "fi"]),
    ("as", &["no", "dk", "cz"]),
    ("aps", &["dk"]),
    ("oy", &["fi"]),
    ("oyj", &["fi"]),
    ("sro", &["cz"]),
    ("sprl", &["be"]),
    ("asbl", &["be"]),
    ("ep", &["ec"]),
    ("eu", &["co"]),
    ("me", &["br"]),
    ("osc", &["ar"]),
];

/// Before the name.
const BEFORE: &[Form] = &[
    ("sociedad anonima", &[]),
    ("sociedad civil", &[]),
    ("sc", &[]),
    ("srl", &[]),
    ("sa", &["ar", "uy", "bo", "py"]),
    ("cia", &["ec", "pe"]),
];

/// Takes legal forms off both ends of a name and gives them back, the first taken first. Without a country every form
/// counts but those of two letters that are one in few countries only.
pub(super) fn strip(words: &mut Vec<String>, country: Option<&str>) -> Vec<&'static str> {
    let mut found = Vec::new();
    while let Some(form) = at_end(words, country) {
        words.truncate(words.len() - form.split(' ').count());
        found.push(form);
    }
    while let Some(form) = at_start(words, country) {
        words.drain(..form.split(' ').count());
        found.push(form);
    }
    found
}

/// Whether a word alone is a legal form somewhere.
pub(super) fn is_form(word: &str) -> bool {
    BEHIND.iter().chain(BEFORE).any(|(form, _)| *form == word)
}

fn at_end(words: &[String], country: Option<&str>) -> Option<&'static str> {
    let fits = |form: &str| {
        let parts: Vec<&str> = form.split(' ').collect();
        words.len() > parts.len() && words[words.len() - parts.len()..].iter().eq(parts.iter())
    };
    pick(BEHIND, country, fits)
}

fn at_start(words: &[String], country: Option<&str>) -> Option<&'static str> {
    let fits = |form: &str| {
        let parts: Vec<&str> = form.split(' ').collect();
        words.len() > parts.len() && words[..parts.len()].iter().eq(parts.iter())
    };
    pick(BEFORE, country, fits)
}

fn pick(forms: &[Form], country: Option<&str>, fits: impl Fn(&str) -> bool) -> Option<&'static str> {
    let here = |(form, countries): &&Form| match country {
        _ if countries.is_empty() => true,
        Some(country) => countries.contains(&country),
        None => form.len() > 2,
    };
    forms.iter().filter(here).map(|(form, _)| *form).find(|form| fits(form))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(name: &str, country: Option<&str>) -> String {
        let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
        strip(&mut words, country);
        words.join(" ")
    }

    #[test]
    fn forms_are_taken_off_both_ends_and_a_form_alone_stays() {
        for (name, country, core) in [
            ("andina sa", None, "andina"),
            ("andina sas", Some("co"), "andina"),
            ("sc andina srl", Some("bo"), "andina"),
            ("andina sa de cv", Some("mx"), "andina"),
            ("andina s de rl de cv", None, "andina"),
            ("sa", None, "sa"),
            ("sa srl", None, "sa"),
            ("sociedad anonima", None, "sociedad anonima"),
            ("sas institute", Some("co"), "sas institute"),
            ("sa la nacion", Some("ar"), "la nacion"),
            ("relax spa", Some("co"), "relax spa"),
            ("relax spa", Some("cl"), "relax"),
            ("centro as", None, "centro as"),
            ("consorcio ag", None, "consorcio ag"),
            ("consorcio ag", Some("de"), "consorcio"),
        ] {
            assert_eq!(stripped(name, country), core, "{name} {country:?}");
        }
    }
}
