//! Which currency stands beside a number?
//!
//! In: the text before or behind the digits. Out: a code, a sign that several countries share, or "no currency".

/// The currency that stands beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::records) enum Currency {
    /// None stands there.
    None,
    /// A sign or word that several currencies share: `$`, `pesos`.
    Unnamed,
    /// This one, by its ISO code.
    Code(&'static str),
}

impl Currency {
    /// The currency that stands on both sides; none where they contradict each other.
    pub(super) fn joined(self, other: Self) -> Option<Self> {
        match (self, other) {
            (one, Self::None | Self::Unnamed) if one != Self::None => Some(one),
            (Self::None | Self::Unnamed, other) => Some(other),
            (one, other) => (one == other).then_some(one),
        }
    }
}

/// The currencies of the Americas, of those who fund there, and of the Portuguese-speaking countries.
#[rustfmt::skip]
const CODES: [&str; 56] = [
    "ARS", "AUD", "BBD", "BOB", "BRL", "BSD", "BZD", "CAD", "CHF", "CLF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE",
    "CZK", "DKK", "DOP", "EGP", "EUR", "GBP", "GTQ", "GYD", "HNL", "HTG", "HUF", "ILS", "INR", "JMD", "JPY", "KES",
    "KRW", "LBP", "MAD", "MXN", "MZN", "NGN", "NIO", "NOK", "NZD", "PAB", "PEN", "PLN", "PYG", "SEK", "SGD", "SRD",
    "TRY", "TTD", "TWD", "USD", "UYU", "VES", "XAF", "ZAR",
];

/// The currency that a text names; none where it is no currency.
pub(in crate::records) fn named(text: &str) -> Option<Currency> {
    let text: String = text.chars().filter(|c| !matches!(c, ' ' | '.')).collect();
    let upper = text.to_uppercase();
    let letters: String = upper.chars().filter(|c| *c != '$').collect();
    let code = match upper.as_str() {
        "$" | "¥" | "PESO" | "PESOS" => return Some(Currency::Unnamed),
        "€" | "EURO" | "EUROS" => "EUR",
        "£" | "LIBRAS" => "GBP",
        "US$" | "U$S" | "U$D" | "U$" | "US" | "$US" | "DOLAR" | "DÓLAR" | "DOLARES" | "DÓLARES" | "DOLLARS" => "USD",
        "R$" | "REAIS" | "REAL" | "REALES" => "BRL",
        "S/" | "SOLES" => "PEN",
        "BS" | "BOLIVIANOS" => "BOB",
        "₡" | "COLONES" => "CRC",
        "₲" | "GS" | "GUARANIES" | "GUARANÍES" => "PYG",
        "Q" | "QUETZALES" => "GTQ",
        "RD$" => "DOP",
        "C$" => "NIO",
        "$U" => "UYU",
        "UF" => "CLF",
        "COL$" => "COP",
        "CLP$" | "CH$" => "CLP",
        "MX$" | "MN" | "$MN" => "MXN",
        "AR$" => "ARS",
        "CA$" => "CAD",
        "FCFA" => "XAF",
        _ => return code_of(&letters).map(Currency::Code),
    };
    Some(Currency::Code(code))
}

/// The currency of that code, as it is written everywhere.
fn code_of(text: &str) -> Option<&'static str> {
    CODES.into_iter().find(|code| code.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_words_and_codes_name_currencies() {
        for (text, code) in [
            ("US$", "USD"),
            ("usd", "USD"),
            ("€", "EUR"),
            ("R$", "BRL"),
            ("COP$", "COP"),
            ("S/.", "PEN"),
            ("UF", "CLF"),
        ] {
            assert_eq!(named(text), Some(Currency::Code(code)), "{text}");
        }
        assert_eq!(named("$"), Some(Currency::Unnamed));
        for text in ["", "x", "USD/mes", "cajas"] {
            assert_eq!(named(text), None, "{text}");
        }
    }

    #[test]
    fn two_currencies_beside_one_number_contradict_each_other() {
        use Currency::{Code, None, Unnamed};
        assert_eq!(Unnamed.joined(Code("COP")), Some(Code("COP")));
        assert_eq!(Code("COP").joined(None), Some(Code("COP")));
        assert_eq!(None.joined(None), Some(None));
        assert_eq!(Code("COP").joined(Code("USD")), Option::None);
    }
}
