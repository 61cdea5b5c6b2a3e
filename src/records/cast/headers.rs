//! How surely does a header name a column, and what else does it say?
//!
//! In: a header and a column. Out: by which of its forms they match. Accents that became underscores (as in SECOP),
//! words written together (`startDate`) and remarks (`Monto (USD)`, `Fecha (dd/mm/aaaa)`, `1. Nombre *`) are seen through.

use super::super::cells::{Currency, DayOrder, currency_named};
use super::super::{Column, words};
use super::TypedTable;

/// A known column as found in a sheet.
pub(in crate::records) struct Found {
    pub column: &'static Column,
    pub place: usize,
    pub hints: Hints,
}

/// What a header says of its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(in crate::records) struct Hints {
    pub order: Option<DayOrder>,
    pub currency: Option<Currency>,
}

/// How surely a header names a column, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    /// `hub.toml` says so.
    Mapped,
    /// It is the column's name.
    Name,
    /// It is its Spanish name.
    Spanish,
    /// It is what people call it.
    Synonym,
    /// It is one of these with its accents lost or its words written together.
    Worn,
    /// It is one of these with a remark.
    Remarked,
}

impl Rank {
    pub(super) const ALL: [Self; 6] = [
        Self::Mapped,
        Self::Name,
        Self::Spanish,
        Self::Synonym,
        Self::Worn,
        Self::Remarked,
    ];
}

/// Whether the stakeholders in rows without kind and post are people: their names are headed as people's, or an
/// institution and an address stand beside them.
pub(in crate::records) fn names_people(typed: &TypedTable, has_address: bool) -> bool {
    let is_among = |column: &str, list: &[&str]| list.contains(&&*words::key(typed.header(column)));
    is_among("name", &PERSONS) || has_address && is_among("parent_id", &ORGANIZATIONS)
}

/// The forms of one header.
pub(super) struct Header {
    key: String,
    joined: String,
    /// Its key without its remark, and what the remark says.
    remarked: Option<(String, Hints)>,
}

impl Header {
    pub(super) fn of(text: &str) -> Self {
        let key = words::key(text);
        Self {
            joined: key.replace(' ', ""),
            remarked: remarked(text),
            key,
        }
    }

    /// Whether it names the column at this rank; `mapped` are the headers that `hub.toml` gives for columns.
    pub(super) fn names(&self, column: &Column, rank: Rank, mapped: &[(&str, String)]) -> bool {
        match rank {
            Rank::Mapped => mapped
                .iter()
                .any(|(name, key)| *name == column.name && *key == self.key),
            Rank::Name => words::key(column.name) == self.key,
            Rank::Spanish => words::key(column.spanish) == self.key,
            Rank::Synonym => column.synonyms.iter().any(|word| words::key(word) == self.key),
            Rank::Worn => words_of(column).any(|word| {
                let key = words::key(word);
                without_accented(word).is_some_and(|lost| lost == self.key)
                    || key.len() > 3 && key.replace(' ', "") == self.joined
            }),
            Rank::Remarked => self.remarked.as_ref().is_some_and(|(bare, hints)| {
                let fits = hints.currency.is_none() || column.name == "amount";
                fits && words_of(column).any(|word| words::key(word) == *bare)
            }),
        }
    }

    /// Whether it names persons in full.
    pub(super) fn is_person(&self) -> bool {
        PERSONS.contains(&&*self.key)
    }

    /// Whether it names those who stand in the rows, whoever they are.
    pub(super) fn is_name(&self) -> bool {
        matches!(&*self.key, "nombre" | "name" | "nome" | "nom")
    }

    /// Whether it says that a date stands below and not which.
    pub(super) fn is_bare_date(&self) -> bool {
        matches!(
            &*self.key,
            "fecha" | "date" | "data" | "fecha convenio" | "fecha del convenio" | "fecha del acuerdo"
        )
    }

    /// Whether it names organisations.
    pub(super) fn is_organization(&self) -> bool {
        ORGANIZATIONS.contains(&&*self.key)
    }

    /// What its remark says; nothing where it was matched without.
    pub(super) fn hints(&self, rank: Rank) -> Hints {
        match &self.remarked {
            Some((_, hints)) if matches!(rank, Rank::Remarked | Rank::Mapped) => *hints,
            _ => Hints::default(),
        }
    }
}

/// All that a column is called.
pub(super) fn words_of(column: &Column) -> impl Iterator<Item = &'static str> + use<> {
    [column.name, column.spanish]
        .into_iter()
        .chain(column.synonyms.iter().copied())
}

/// The key of a word whose accented letters were each replaced by an underscore: `duraci_n`.
fn without_accented(word: &str) -> Option<String> {
    (!word.is_ascii()).then(|| {
        let lost: String = word.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
        words::key(&lost)
    })
}

#[rustfmt::skip]
const PERSONS: [&str; 13] = [
    "nombre completo", "nombre y apellido", "nombre y apellidos", "nombres y apellidos", "apellidos y nombres",
    "nombre del contacto", "nombre de contacto", "persona de contacto", "full name", "contact name", "contact person",
    "nome completo", "nom complet",
];
#[rustfmt::skip]
const ORGANIZATIONS: [&str; 26] = [
    "organizacion", "entidad", "institucion", "empresa", "organismo", "dependencia", "organization", "organisation",
    "institution", "company", "employer", "affiliation", "organization name", "organisation name", "company name",
    "account name", "nombre de la organizacion", "nombre de la institucion", "nombre de la entidad", "instituicao",
    "organizacao", "entidade", "entreprise", "nombre organizacion", "nombre entidad", "nombre institucion",
];

/// Remarks that say nothing of the cells.
const REMARKS: [&str; 20] = [
    "opcional",
    "obligatorio",
    "obligatoria",
    "requerido",
    "requerida",
    "obrigatorio",
    "obrigatoria",
    "facultatif",
    "obligatoire",
    "optional",
    "required",
    "mandatory",
    "h",
    "hrs",
    "horas",
    "hours",
    "heures",
    "meses",
    "months",
    "mois",
];

/// A header without a remark behind it or a number before it, where the remark is known.
fn remarked(text: &str) -> Option<(String, Hints)> {
    let unnumbered = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare = match unnumbered.strip_prefix(['.', ')', '-']) {
        Some(rest) if unnumbered.len() < text.len() => rest,
        _ => text,
    };
    let numbered = bare.len() < text.len();
    let Some((before, remark)) = bare.split_once(['(', '[']) else {
        let key = words::key(bare);
        // `monto usd`
        let behind = key.rsplit_once(' ').filter(|(_, code)| code.len() == 3);
        return match behind.and_then(|(word, code)| Some((word, currency_named(code)?))) {
            Some((word, currency @ Currency::Code(_))) => Some((word.to_owned(), of_currency(currency))),
            _ => numbered.then(|| (key, Hints::default())),
        };
    };
    let remark = remark.trim_end_matches([')', ']', '*', ' ', ':']);
    let hints = match (currency_named(remark), order_of(remark)) {
        (Some(currency), _) => of_currency(currency),
        (None, order @ Some(_)) => Hints {
            order: order.flatten(),
            ..Hints::default()
        },
        (None, None) if REMARKS.contains(&&*words::key(remark)) => Hints::default(),
        (None, None) => return None,
    };
    Some((words::key(before), hints))
}

fn of_currency(currency: Currency) -> Hints {
    Hints {
        currency: Some(currency),
        ..Hints::default()
    }
}

/// The order that a pattern of dates shows (`dd/mm/aaaa`, `mm/dd/yyyy`); the outer `None` means that it is no pattern.
fn order_of(remark: &str) -> Option<Option<DayOrder>> {
    let parts: Vec<String> = remark
        .to_lowercase()
        .split(['/', '-', '.', ' '])
        .map(str::to_owned)
        .collect();
    let is = |at: usize, letters: &[char]| {
        let part = &parts[at];
        !part.is_empty() && part.len() <= 4 && part.chars().all(|c| letters.contains(&c))
    };
    let (day, month, year) = (&['d', 'j'], &['m'], &['y', 'a']);
    match parts.len() {
        3 if is(0, day) && is(1, month) && is(2, year) => Some(Some(DayOrder::DayMonth)),
        3 if is(0, month) && is(1, day) && is(2, year) => Some(Some(DayOrder::MonthDay)),
        3 if is(0, year) && is(1, month) && is(2, day) => Some(None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::TableName;
    use super::*;

    fn column(header: &str) -> Option<(&'static str, Hints)> {
        let forms = Header::of(header);
        Rank::ALL.into_iter().find_map(|rank| {
            let columns = TableName::Partnerships.columns().iter();
            let column = columns.into_iter().find(|column| forms.names(column, rank, &[]))?;
            Some((column.name, forms.hints(rank)))
        })
    }

    #[test]
    fn worn_headers_and_remarks_are_seen_through() {
        let plain = |name| Some((name, Hints::default()));
        assert_eq!(column("startDate"), plain("start"));
        assert_eq!(column("Fecha_de_Inicio"), plain("start"));
        assert_eq!(column("funci_n"), plain("function"));
        assert_eq!(column("3. Monto *"), plain("amount"));
        assert_eq!(column("Inicio (obligatorio)"), plain("start"));
        let usd = of_currency(Currency::Code("USD"));
        assert_eq!(column("Monto (USD)"), Some(("amount", usd)));
        assert_eq!(column("valor usd"), Some(("amount", usd)));
        let day_month = Hints {
            order: Some(DayOrder::DayMonth),
            currency: None,
        };
        assert_eq!(column("Fecha de inicio (dd/mm/aaaa)"), Some(("start", day_month)));
        assert_eq!(column("Inicio (estimado)"), None);
        assert_eq!(column("Tipo (USD)"), None);
    }
}
