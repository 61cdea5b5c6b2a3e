//! Do two entries of public registers say the same?
//!
//! In: an id as written: `ror:…`, `nit:890.900.608-9`, `rut 12.345.678-K`, `GB-CHC-1234`, digits alone. Out: its
//! register and its number in one form: check digits that hold are taken off, dots and prefixes' spellings levelled.

/// An id of a public register in the form under which it is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::records) struct ExternalId {
    /// The register; empty where the id does not say it.
    pub scheme: String,
    /// The number or code within it.
    pub number: String,
}

impl ExternalId {
    /// The id, where it can be one: what repeats a single digit (`0`, `999999999`) is a way of writing nothing.
    pub(in crate::records) fn read(text: &str) -> Option<Self> {
        let key = super::key(text);
        let (scheme, rest) = split(&key);
        let scheme = level(&scheme);
        let number = match scheme.as_str() {
            "ror" | "grid" | "wikidata" | "isni" | "lei" => plain(&rest),
            "nit" => nit(&rest),
            "rut" => rut(&rest),
            "ruc" => ruc(&rest),
            "cnpj" => cnpj(&rest),
            "" => bare(&rest),
            _ => plain(&rest),
        };
        let first = number.chars().next()?;
        let says_nothing = number.len() < 4 || number.chars().all(|c| c == first);
        (!says_nothing).then_some(Self { scheme, number })
    }

    /// Whether both are the same entry; one that names no register fits any.
    pub(in crate::records) fn is_same(&self, other: &Self) -> bool {
        self.number == other.number
            && (self.scheme == other.scheme || self.scheme.is_empty() || other.scheme.is_empty())
    }

    /// Whether both are of one register: then, where they differ, they are two entries.
    pub(in crate::records) fn same_register(&self, other: &Self) -> bool {
        !self.scheme.is_empty() && self.scheme == other.scheme
    }

    /// The id as a person reads it.
    pub(in crate::records) fn shown(&self) -> String {
        if self.scheme.is_empty() {
            return self.number.clone();
        }
        format!("{}:{}", self.scheme, self.number)
    }
}

/// The register and the rest: `ror:x`, `https://ror.org/x`, `gb_chc_x`, `nit 123`, or digits without a register.
fn split(key: &str) -> (String, String) {
    if let Some((_, code)) = key.split_once("ror.org/") {
        return ("ror".to_owned(), code.to_owned());
    }
    if let Some((scheme, rest)) = key.split_once(':') {
        let scheme = scheme.trim().replace('_', "-");
        // org-id and its lists name the register within the id
        if matches!(scheme.as_str(), "org-id" | "orgid" | "xi" | "id") {
            return split(rest.trim());
        }
        return (scheme, rest.trim().to_owned());
    }
    let levelled = key.replace(['_', ' '], "-");
    let mut parts = levelled.splitn(3, '-');
    if let (Some(country), Some(list), Some(rest)) = (parts.next(), parts.next(), parts.next()) {
        let letters = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphabetic());
        if country.len() == 2 && letters(country) && letters(list) {
            return (format!("{country}-{list}"), rest.to_owned());
        }
    }
    for scheme in ["ror", "nit", "rut", "ruc", "cnpj", "rfc", "cuit", "grid", "lei"] {
        if let Some(rest) = key.strip_prefix(scheme) {
            let number = rest.trim_start_matches([' ', '.', '-', '#']);
            if number.starts_with(|c: char| c.is_ascii_digit()) {
                return (scheme.to_owned(), number.to_owned());
            }
        }
    }
    (String::new(), key.to_owned())
}

/// One name for a register that people write in several ways.
fn level(scheme: &str) -> String {
    let one = match scheme {
        "gb-cc" | "gb-charity" | "gb-ch" => "gb-chc",
        "gb-company" | "gb-co" => "gb-coh",
        "co-nit" => "nit",
        "cl-rut" => "rut",
        "pe-ruc" | "ec-ruc" | "py-ruc" => "ruc",
        "br-cnpj" => "cnpj",
        "mx-rfc" => "rfc",
        "ar-cuit" => "cuit",
        other => other,
    };
    one.to_owned()
}

fn plain(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The number before a check digit that stands apart, and that digit.
fn parted(text: &str) -> Option<(String, char)> {
    let (number, check) = text.trim().rsplit_once('-')?;
    let mut check = check.trim().chars();
    match (check.next(), check.next()) {
        (Some(digit), None) => Some((digits(number), digit)),
        _ => None,
    }
}

/// The NIT of Colombia without its check digit. Ten digits are a number with its check digit where they begin like a
/// firm's and the digit holds; else they may be a person's.
fn nit(text: &str) -> String {
    if let Some((number, check)) = parted(text) {
        return if nit_digit(&number) == Some(check) {
            number
        } else {
            digits(text)
        };
    }
    let all = digits(text);
    let (number, check) = all.split_at(all.len().saturating_sub(1));
    let firm = all.len() == 10 && all.starts_with(['8', '9']);
    match check.chars().next() {
        Some(check) if firm && nit_digit(number) == Some(check) => number.to_owned(),
        _ => all,
    }
}

fn nit_digit(number: &str) -> Option<char> {
    const WEIGHTS: [u32; 15] = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];
    let sum: u32 = number
        .chars()
        .rev()
        .zip(WEIGHTS)
        .filter_map(|(c, weight)| Some(c.to_digit(10)? * weight))
        .sum();
    let rest = sum % 11;
    char::from_digit(if rest < 2 { rest } else { 11 - rest }, 10)
}

/// The RUT of Chile without its check digit, where that holds.
fn rut(text: &str) -> String {
    if let Some((number, check)) = parted(text) {
        return if rut_digit(&number) == Some(check) {
            number
        } else {
            plain(text)
        };
    }
    let all = plain(text);
    let (number, check) = all.split_at(all.len().saturating_sub(1));
    match check.chars().next() {
        Some(check) if all.len() >= 8 && rut_digit(number) == Some(check) => number.to_owned(),
        _ => all,
    }
}

fn rut_digit(number: &str) -> Option<char> {
    let weights = (2..=7).cycle();
    let sum: u32 = number
        .chars()
        .rev()
        .zip(weights)
        .filter_map(|(c, weight)| Some(c.to_digit(10)? * weight))
        .sum();
    match 11 - sum % 11 {
        11 => Some('0'),
        10 => Some('k'),
        digit => char::from_digit(digit, 10),
    }
}

/// A RUC: eleven digits in Peru, thirteen in Ecuador (a leading zero may be lost); in Paraguay the check digit stands
/// apart.
fn ruc(text: &str) -> String {
    if let Some((number, _)) = parted(text).filter(|(number, _)| number.len() < 10) {
        return number;
    }
    let all = digits(text);
    if all.len() == 12 && all.ends_with("001") {
        format!("0{all}")
    } else {
        all
    }
}

/// A CNPJ of fourteen digits; spreadsheets lose leading zeros.
fn cnpj(text: &str) -> String {
    let all = digits(text);
    if (8..14).contains(&all.len()) {
        format!("{all:0>14}")
    } else {
        all
    }
}

/// An id that does not say its register: a number written with dots or a check digit apart is read as the tax number
/// whose check digit holds.
fn bare(text: &str) -> String {
    if !text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | ' ' | 'k'))
    {
        return plain(text);
    }
    let all = plain(text);
    match parted(text) {
        Some((number, check)) if nit_digit(&number) == Some(check) || rut_digit(&number) == Some(check) => number,
        Some(_) => all,
        None if all.len() == 10 => nit(&all),
        None => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> ExternalId {
        ExternalId::read(text).unwrap_or_else(|| panic!("{text} is an id"))
    }

    #[test]
    fn one_entry_is_known_however_it_is_written() {
        // check digits worked by hand: 890.900.608 → 9 (weights 3, 7, 13, …: 8·3+0·7+6·13+0·17+0·19+9·23+0·29+9·37+8·41
        // = 970, 970 mod 11 = 2, 11 − 2 = 9); 12.345.678 → 5 (8·2+7·3+6·4+5·5+4·6+3·7+2·2+1·3 = 138, mod 11 = 6, 5)
        for alike in [
            ["ror:02ms3n118", "https://ror.org/02ms3n118", "ROR: 02MS3N118"].as_slice(),
            &[
                "nit:890.900.608-9",
                "nit:8909006089",
                "NIT 890900608",
                "CO-NIT-890900608",
                "nit: 890900608-9",
                "890.900.608-9",
            ],
            &[
                "rut:12.345.678-5",
                "rut:123456785",
                "CL-RUT-12345678-5",
                "12.345.678-5",
                "RUT 12345678-5",
            ],
            &[
                "GB-CHC-1234567",
                "GB-CC-1234567",
                "gb_chc_1234567",
                "org-id:GB-CHC-1234567",
            ],
            &[
                "cnpj:12.345.678/0001-95",
                "CNPJ 12345678000195",
                "BR-CNPJ-12345678000195",
            ],
            &["cnpj:02.345.678/0001-95", "cnpj:2345678000195"],
            &["ruc:20123456789", "PE-RUC-20123456789"],
        ] {
            for other in alike {
                assert!(
                    id(alike[0]).is_same(&id(other)),
                    "{} {other}: {:?} {:?}",
                    alike[0],
                    id(alike[0]),
                    id(other)
                );
            }
        }
        let with_k = (10_000_000..10_000_100).find(|n: &u32| rut_digit(&n.to_string()) == Some('k'));
        let with_k = with_k.expect("one in eleven");
        assert!(id(&format!("rut:{with_k}-K")).is_same(&id(&format!("RUT {with_k}-k"))));
    }

    #[test]
    fn different_entries_and_ways_of_writing_nothing_stay_apart() {
        for (a, b) in [
            ("nit:890900608", "nit:890900609"),
            ("nit:890900608", "rut:890900608"),
            ("GB-CHC-1234567", "GB-COH-1234567"),
            // branches of one firm
            ("cnpj:12.345.678/0001-95", "cnpj:12.345.678/0002-76"),
            // a check digit that does not hold is a slip of the pen somewhere
            ("nit:890.900.608-9", "nit:890.900.608-1"),
            // a person's number of ten digits has no check digit to take off
            ("nit:1020304050", "nit:102030405"),
        ] {
            assert!(!id(a).is_same(&id(b)), "{a} {b}");
        }
        for text in [
            "nit:0",
            "999999999",
            "nit:000000000-0",
            "rut:1-9",
            "n/a",
            "ror:",
            "11.111.111-1",
        ] {
            assert_eq!(ExternalId::read(text), None, "{text}");
        }
    }
}
