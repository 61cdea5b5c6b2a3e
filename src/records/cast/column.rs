//! What do the cells of one column say?
//!
//! In: a column of text and its type. Out: its values; what cannot be read, what looks broken and what no list knows is
//! noted in the ledger and in the mapping.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::cells::{self, Currency, Measures, Options, Read};
use super::super::sources::{Sheet, SheetColumn};
use super::super::{Column, ColumnType, HashMap, Reason, RecordsError, RowState, TableLedger, TableName, names, words};
use super::headers::Found;
use super::told::Told;
use super::{Caster, Values, forms};

/// A column, read.
pub(super) struct ReadColumn {
    pub values: Values,
    /// Of a column of money: the currency beside each amount.
    pub currencies: Option<Vec<Currency>>,
}

/// What a text stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Means {
    /// Itself.
    Text,
    /// A country: `NA` is Namibia, not "nothing".
    Country,
    /// Somebody: words for "unknown" name nobody.
    Somebody,
}

/// What becomes of a value that its list does not have.
#[derive(Clone, Copy)]
enum Unknown {
    Passes,
    IsBad,
}

/// What a text of a column means, and how many rows say it.
struct Meaning {
    value: Option<Arc<str>>,
    rows: usize,
}

/// Where a column stands, and where its bad cells are noted.
struct Log<'a> {
    table: TableName,
    name: &'static str,
    header: &'a str,
    required: bool,
    ledger: &'a mut TableLedger,
}

impl Log<'_> {
    fn bad(&mut self, row: usize, text: &str) {
        let (state, reason) = if self.required {
            (RowState::Excluded, Reason::BadRequiredCell)
        } else {
            (RowState::Repaired, Reason::BadCell)
        };
        self.ledger.note(row, state, reason, self.header, text);
    }

    fn place(&self) -> String {
        format!("{}.{}", self.table, self.name)
    }
}

impl Caster<'_> {
    /// Reads every cell of a column by its type.
    pub(super) fn column(
        &mut self,
        sheet: &Sheet,
        found: &Found,
        source: &SheetColumn,
        ledger: &mut TableLedger,
    ) -> Result<ReadColumn, RecordsError> {
        let column = found.column;
        let told = Told::of(self.config, sheet.table, column.name);
        let mut log = Log {
            table: sheet.table,
            name: column.name,
            header: &source.header,
            required: column.required,
            ledger,
        };
        let values = match column.kind {
            ColumnType::Text | ColumnType::StakeholderRef | ColumnType::EventRef => {
                Values::Text(self.texts(source, log.ledger, means(sheet.table, column), &told))
            }
            ColumnType::Date => {
                let form = self.date_form(sheet, column, source, found.hints)?;
                let may_be_open = ENDS.contains(&column.name);
                Values::Dates(
                    self.read(source, &mut log, &told, |text| match cells::date(text, form) {
                        Read::Bad if may_be_open && words::is_open(text) => Read::Nothing,
                        read => read,
                    }),
                )
            }
            ColumnType::EndDate => {
                let form = self.date_form(sheet, column, source, found.hints)?;
                Values::Ends(self.read(source, &mut log, &told, |text| cells::end(text, form)))
            }
            ColumnType::Number => return self.numbers(sheet, found, source, &mut log, &told),
            ColumnType::Whole => Values::Whole(self.read(source, &mut log, &told, whole)),
            ColumnType::YesNo => Values::YesNo(self.read(source, &mut log, &told, |text| {
                words::yes_no(&cells::plain(text)).map_or(Read::Bad, Read::Value)
            })),
            ColumnType::List | ColumnType::StakeholderRefs => Values::Lists(self.lists(source, &mut log, &told)),
            ColumnType::Choice(list) => Values::Text(self.choices(list, source, &mut log, &told, Unknown::IsBad)),
            ColumnType::OpenChoice(list) => Values::Text(self.choices(list, source, &mut log, &told, Unknown::Passes)),
        };
        Ok(ReadColumn {
            values,
            currencies: None,
        })
    }

    fn numbers(
        &mut self,
        sheet: &Sheet,
        found: &Found,
        source: &SheetColumn,
        log: &mut Log<'_>,
        told: &Told,
    ) -> Result<ReadColumn, RecordsError> {
        let measures = measures(found.column);
        let marks = self.number_marks(sheet, found.column, source, measures)?;
        let source = &*forms::by_marks(source, marks);
        let quantities = self.read(source, log, told, |text| cells::number(text, marks, measures));
        let currencies = (measures == Measures::Money).then(|| {
            let headed = found.hints.currency.unwrap_or(Currency::None);
            let beside = quantities.iter().map(|read| match read {
                Some(quantity) if matches!(quantity.currency, Currency::Code(_)) => quantity.currency,
                Some(_) => headed,
                None => Currency::None,
            });
            beside.collect()
        });
        let values = quantities.into_iter().map(|read| read.map(|quantity| quantity.value));
        Ok(ReadColumn {
            values: Values::Numbers(values.collect()),
            currencies,
        })
    }

    /// Whether a cell says that nothing is there, as `hub.toml` declares it.
    fn is_declared_nothing(&self, text: &str) -> bool {
        !self.null_words.is_empty() && self.null_words.contains(&names::key(text))
    }

    fn read<T: Clone>(
        &self,
        source: &SheetColumn,
        log: &mut Log<'_>,
        told: &Told,
        read: impl Fn(&str) -> Read<T>,
    ) -> Vec<Option<T>> {
        let mut values = Vec::with_capacity(source.cells.len());
        for (row, cell) in source.cells.iter().enumerate() {
            let meant = cell.filter(|text| !self.is_declared_nothing(text));
            let meant = meant.map(|text| (text, told.value(text).unwrap_or(text)));
            let value = match meant {
                None | Some((_, "")) => None,
                Some((text, meant)) => match read(meant) {
                    Read::Value(value) => Some(value),
                    Read::Nothing => None,
                    Read::Bad => {
                        if !words::is_nothing(meant) || is_formula_error(meant) {
                            log.bad(row, text);
                        }
                        None
                    }
                },
            };
            values.push(value);
        }
        values
    }

    /// Texts as they stand, unquoted and without marks that nobody sees.
    pub(super) fn texts(
        &mut self,
        source: &SheetColumn,
        ledger: &mut TableLedger,
        means: Means,
        told: &Told,
    ) -> Vec<Option<Arc<str>>> {
        let mut known: HashMap<&str, (Option<Arc<str>>, Flag)> = HashMap::default();
        let mut values: Vec<Option<Arc<str>>> = Vec::with_capacity(source.cells.len());
        let mut above = None;
        for (row, cell) in source.cells.iter().enumerate() {
            let Some(text) = cell else {
                values.push(None);
                continue;
            };
            // most columns repeat what stands above: no need to look it up again
            if above != Some(text) || values.last().is_none_or(Option::is_none) {
                let (value, flag) = known.entry(text).or_insert_with(|| {
                    let value = self.text(text, means, told).map(|text| self.interner.intern(&text));
                    (value, Flag::of(text, means))
                });
                above = (*flag == Flag::None).then_some(text);
                match flag {
                    Flag::None => {}
                    Flag::Broken => ledger.note(row, RowState::Used, Reason::BrokenEncoding, &source.header, text),
                    Flag::Several => ledger.note(row, RowState::Used, Reason::SeveralNames, &source.header, text),
                    Flag::FormulaError => ledger.note(row, RowState::Repaired, Reason::BadCell, &source.header, text),
                }
                values.push(value.clone());
            } else if let Some(value) = values.last().cloned() {
                values.push(value);
            }
        }
        values
    }

    /// What one text says; nothing where it says that nothing is there.
    fn text(&self, text: &str, means: Means, told: &Told) -> Option<String> {
        if self.is_declared_nothing(text) {
            return None;
        }
        let shown = cells::tidy(told.value(text).unwrap_or(text));
        let nothing = words::is_nothing(&shown) && !(means == Means::Country && shown == "NA");
        let nobody = means == Means::Somebody && words::is_nobody(&shown);
        (!nothing && !nobody).then(|| names::unquote(&shown).to_owned())
    }

    fn choices(
        &mut self,
        list: &[&'static str],
        source: &SheetColumn,
        log: &mut Log<'_>,
        told: &Told,
        unknown: Unknown,
    ) -> Vec<Option<Arc<str>>> {
        // as they stand, so that the mapping can say which text became which value
        let texts = self.texts(source, log.ledger, Means::Text, &Told::default());
        let mut known: HashMap<Arc<str>, Meaning> = HashMap::default();
        let mut values = Vec::with_capacity(texts.len());
        for (row, text) in texts.into_iter().enumerate() {
            let Some(text) = text else {
                values.push(None);
                continue;
            };
            let meaning = known.entry(Arc::clone(&text)).or_insert_with(|| {
                let meant = told.value(&text).map(str::to_owned);
                let meant = meant.or_else(|| words::value(list, &text).map(str::to_owned));
                Meaning {
                    value: meant.map(|value| self.interner.intern(&value)),
                    rows: 0,
                }
            });
            meaning.rows += 1;
            let value = match (&meaning.value, unknown) {
                (Some(value), _) if value.is_empty() => None,
                (Some(value), Unknown::IsBad) if !list.contains(&&**value) => {
                    log.bad(row, &text);
                    None
                }
                (Some(value), _) => Some(Arc::clone(value)),
                (None, Unknown::Passes) => Some(text),
                (None, Unknown::IsBad) => {
                    log.bad(row, &text);
                    None
                }
            };
            values.push(value);
        }
        self.count_values(&log.place(), list, known.into_iter().collect());
        values
    }

    /// Counts the texts that stand for a value and those that no list and no map knows.
    fn count_values(&mut self, place: &str, list: &[&'static str], known: BTreeMap<Arc<str>, Meaning>) {
        for (text, Meaning { value, rows }) in known {
            match &value {
                Some(value) if *value == text => {}
                Some(value) => {
                    let values = self.mapping.values.entry(place.to_owned()).or_default();
                    let entry = values.entry(text.to_string()).or_insert_with(|| (value.to_string(), 0));
                    entry.1 += rows;
                }
                None => {
                    let unmapped = self.mapping.unmapped.entry(place.to_owned()).or_default();
                    *unmapped.entry(text.to_string()).or_default() += rows;
                    if let Some(meant) = words::nearest_value(list, &text) {
                        let meanings = self.mapping.values_meant.entry(place.to_owned()).or_default();
                        meanings.insert(text.to_string(), meant.to_owned());
                    }
                }
            }
        }
    }

    fn lists(&mut self, source: &SheetColumn, log: &mut Log<'_>, told: &Told) -> Vec<Vec<Arc<str>>> {
        let declared = &self.config.options;
        let declared = declared.get(&log.place()).or_else(|| declared.get(log.name));
        let options = Options::new(declared.map_or(&[], Vec::as_slice));
        let lists = self.read(source, log, told, |text| Read::Value(options.split(text)));
        let (mut unsplit, place) = (0, log.place());
        for (row, (found, cell)) in lists.iter().zip(source.cells.iter()).enumerate() {
            if let Some(cell) = cell.filter(|cell| words::is_broken(cell)) {
                log.ledger
                    .note(row, RowState::Used, Reason::BrokenEncoding, log.header, cell);
            }
            let Some(found) = found else { continue };
            unsplit += usize::from(found.unsplit);
            for item in &found.undeclared {
                let unmapped = self.mapping.unmapped.entry(place.clone()).or_default();
                *unmapped.entry(item.to_string()).or_default() += 1;
            }
        }
        if unsplit > 0 {
            self.mapping.unsplit.insert(place, unsplit);
        }
        let mut items = |found: cells::Items| -> Vec<Arc<str>> {
            found.items.iter().map(|item| self.interner.intern(item)).collect()
        };
        lists
            .into_iter()
            .map(|found| found.map(&mut items).unwrap_or_default())
            .collect()
    }
}

/// What is noticed about a text besides what it says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flag {
    None,
    Broken,
    Several,
    FormulaError,
}

impl Flag {
    fn of(text: &str, means: Means) -> Self {
        if is_formula_error(text) {
            Self::FormulaError
        } else if words::is_broken(text) {
            Self::Broken
        } else if means == Means::Somebody && names_several(text) {
            Self::Several
        } else {
            Self::None
        }
    }
}

/// Nobody's name has these marks within it.
fn names_several(text: &str) -> bool {
    text.split([';', '|']).filter(|part| !part.trim().is_empty()).count() > 1
}

fn is_formula_error(text: &str) -> bool {
    text.starts_with('#') && words::is_formula_error(&names::key(text))
}

/// Columns of dates that say when something ended or will: there a word for "open" is an answer.
const ENDS: [&str; 6] = ["term_end", "left", "abandoned", "due", "until", "done_on"];

fn means(table: TableName, column: &Column) -> Means {
    let names_somebody = column.name == "name" && matches!(table, TableName::Stakeholders | TableName::Participations);
    match column.kind {
        _ if column.name == "country" => Means::Country,
        ColumnType::StakeholderRef => Means::Somebody,
        _ if names_somebody => Means::Somebody,
        _ => Means::Text,
    }
}

fn measures(column: &Column) -> Measures {
    match column.name {
        "amount" => Measures::Money,
        "hours" => Measures::Hours,
        "baseline" | "target" => Measures::Anything,
        _ => Measures::Bare,
    }
}

/// A whole number, as an ordinal or in months too: `3.0`, `1.º`, `6 meses`.
fn whole(text: &str) -> Read<u32> {
    let text = cells::plain(text);
    let number = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let (unit, number) = (&text[number.len()..], number.strip_suffix(".0").unwrap_or(number));
    let is_word = unit.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '°'));
    match words::key(unit).as_str() {
        "" | "o" | "a" | "er" | "mes" | "meses" | "month" | "months" | "mois" if is_word => {
            number.parse().map_or(Read::Bad, Read::Value)
        }
        _ => Read::Bad,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_stand_alone_as_ordinals_or_in_months() {
        for (text, number) in [
            ("3", 3),
            ("3.0", 3),
            ("1.º", 1),
            ("2ª", 2),
            ("6 meses", 6),
            ("12 months", 12),
            ("٣", 3),
        ] {
            assert_eq!(whole(text), Read::Value(number), "{text}");
        }
        for text in [
            "90 días", "-1", "3,5", "3.5", "tres", "3 o 4", "5 %", "3+", "5 €", "1-2", "grado 3",
        ] {
            assert_eq!(whole(text), Read::Bad, "{text}");
        }
    }
}
