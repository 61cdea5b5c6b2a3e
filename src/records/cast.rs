//! What do the cells of a table say, each read by its column's type?
//!
//! In: a [`Sheet`] of text. Out: a [`TypedTable`]: per known column its values, the unknown columns as text, and the
//! ledger of its rows so far. Columns are read whole, because a column decides how its dates and numbers are written.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::cells::{self, Decision, Read};
use super::ledger::spreadsheet_row;
use super::sources::{Sheet, SheetColumn};
use super::{Column, ColumnType, End, Mapping, PresentTable, Reason, RecordsError, RowState, TableLedger, TableName};
use super::{names, words};
use crate::config::{DateOrder, HubConfig, NumberForm};
use crate::time::DateSpan;

mod layout;

/// Texts that occur often are kept once.
#[derive(Default)]
pub(super) struct Interner(HashSet<Arc<str>>);

impl Interner {
    /// The shared copy of a text.
    pub(super) fn intern(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let shared: Arc<str> = Arc::from(text);
        self.0.insert(Arc::clone(&shared));
        shared
    }
}

/// The values of one column.
pub(super) enum Values {
    /// Text, choices, and the references that are ids once they are resolved.
    Text(Vec<Option<Arc<str>>>),
    Dates(Vec<Option<DateSpan>>),
    /// A date or an open end; absent where nothing is recorded.
    Ends(Vec<Option<End>>),
    Numbers(Vec<Option<f64>>),
    Whole(Vec<Option<u32>>),
    YesNo(Vec<Option<bool>>),
    Lists(Vec<Vec<Arc<str>>>),
}

/// A known column as found in the file.
pub(super) struct TypedColumn {
    pub column: &'static Column,
    pub header: String,
    pub values: Values,
}

/// A column that hubscope does not know.
pub(super) struct ExtraColumn {
    pub header: String,
    pub values: Vec<Option<Arc<str>>>,
}

/// One table, every cell read.
pub(super) struct TypedTable {
    pub table: TableName,
    pub rows: usize,
    /// In the order of their declaration.
    pub columns: Vec<TypedColumn>,
    /// In the order of their headers.
    pub extra: Vec<ExtraColumn>,
    pub ledger: TableLedger,
}

macro_rules! accessor {
    ($name:ident, $variant:ident, $type:ty) => {
        /// The values of a column; empty where the file has no such column.
        pub(super) fn $name(&self, name: &str) -> &[$type] {
            match self.find(name).map(|column| &column.values) {
                Some(Values::$variant(values)) => values,
                _ => &[],
            }
        }
    };
}

impl TypedTable {
    accessor!(texts, Text, Option<Arc<str>>);
    accessor!(dates, Dates, Option<DateSpan>);
    accessor!(ends, Ends, Option<End>);
    accessor!(numbers, Numbers, Option<f64>);
    accessor!(wholes, Whole, Option<u32>);
    accessor!(yes_nos, YesNo, Option<bool>);
    accessor!(lists, Lists, Vec<Arc<str>>);

    /// The column of that name, where the file has it.
    pub(super) fn find(&self, name: &str) -> Option<&TypedColumn> {
        self.columns.iter().find(|column| column.column.name == name)
    }

    /// The header of a column as written; its name where the file has none.
    pub(super) fn header<'a>(&'a self, name: &'a str) -> &'a str {
        self.find(name).map_or(name, |column| &column.header)
    }

    /// A hash of all that a row says: rows that say the same share it.
    pub(super) fn content_hash(&self, row: usize) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.columns
            .iter()
            .for_each(|column| column.values.hash(row, &mut hasher));
        self.extra
            .iter()
            .for_each(|column| column.values[row].hash(&mut hasher));
        hasher.finish()
    }

    /// All that a row says, in one form whatever the file's: for ids made from content and for finding the same row.
    pub(super) fn content(&self, row: usize) -> Vec<String> {
        let known = self
            .columns
            .iter()
            .filter_map(|column| Some(format!("{}={}", column.column.name, column.values.text(row)?)));
        let extra = self.extra.iter().filter_map(|column| {
            Some(format!(
                "{}={}",
                words::key(&column.header),
                column.values[row].as_ref()?
            ))
        });
        known.chain(extra).collect()
    }
}

impl Values {
    /// A cell as text, in one form whatever the file's.
    fn text(&self, row: usize) -> Option<String> {
        match self {
            Self::Text(values) => values[row].as_ref().map(ToString::to_string),
            Self::Dates(values) => values[row].map(span_text),
            Self::Ends(values) => values[row].map(|end| match end {
                End::On(span) => span_text(span),
                End::Open | End::Unknown => "open".to_owned(),
            }),
            Self::Numbers(values) => values[row].map(|value| value.to_string()),
            Self::Whole(values) => values[row].map(|value| value.to_string()),
            Self::YesNo(values) => values[row].map(|value| value.to_string()),
            Self::Lists(values) => (!values[row].is_empty()).then(|| values[row].join(";")),
        }
    }

    fn hash(&self, row: usize, hasher: &mut DefaultHasher) {
        match self {
            Self::Text(values) => values[row].hash(hasher),
            Self::Dates(values) => values[row].hash(hasher),
            Self::Numbers(values) => values[row].map(f64::to_bits).hash(hasher),
            Self::Whole(values) => values[row].hash(hasher),
            Self::YesNo(values) => values[row].hash(hasher),
            Self::Lists(values) => values[row].hash(hasher),
            Self::Ends(_) => self.text(row).hash(hasher),
        }
    }

    /// Takes from another row what this one lacks; gives back what the other says otherwise.
    pub(super) fn complete(&mut self, base: usize, other: usize) -> Option<String> {
        if self.is_nothing(base) {
            match self {
                Self::Text(values) => values[base] = values[other].clone(),
                Self::Dates(values) => values[base] = values[other],
                Self::Ends(values) => values[base] = values[other],
                Self::Numbers(values) => values[base] = values[other],
                Self::Whole(values) => values[base] = values[other],
                Self::YesNo(values) => values[base] = values[other],
                Self::Lists(values) => values[base] = values[other].clone(),
            }
        }
        self.text(other).filter(|said| self.text(base).as_ref() != Some(said))
    }

    fn is_filled(&self) -> bool {
        match self {
            Self::Text(values) => values.iter().any(Option::is_some),
            Self::Dates(values) => values.iter().any(Option::is_some),
            Self::Ends(values) => values.iter().any(Option::is_some),
            Self::Numbers(values) => values.iter().any(Option::is_some),
            Self::Whole(values) => values.iter().any(Option::is_some),
            Self::YesNo(values) => values.iter().any(Option::is_some),
            Self::Lists(values) => values.iter().any(|list| !list.is_empty()),
        }
    }

    fn is_nothing(&self, row: usize) -> bool {
        match self {
            Self::Text(values) => values[row].is_none(),
            Self::Dates(values) => values[row].is_none(),
            Self::Ends(values) => values[row].is_none(),
            Self::Numbers(values) => values[row].is_none(),
            Self::Whole(values) => values[row].is_none(),
            Self::YesNo(values) => values[row].is_none(),
            Self::Lists(values) => values[row].is_empty(),
        }
    }
}

fn span_text(span: DateSpan) -> String {
    format!("{}/{}", span.first, span.last)
}

/// What reading a table needs besides its sheet.
pub(super) struct Caster<'a> {
    pub config: &'a HubConfig,
    pub interner: &'a mut Interner,
    pub mapping: &'a mut Mapping,
    /// More words that mean "nothing there", as their keys.
    null_words: HashSet<String>,
}

impl<'a> Caster<'a> {
    /// A caster for the tables of one hub.
    pub(super) fn new(config: &'a HubConfig, interner: &'a mut Interner, mapping: &'a mut Mapping) -> Self {
        let null_words = config.records.null_words.iter().map(|word| names::key(word)).collect();
        Self {
            config,
            interner,
            mapping,
            null_words,
        }
    }

    /// Reads every cell of a sheet.
    pub(super) fn cast(&mut self, sheet: &Sheet) -> Result<(TypedTable, PresentTable), RecordsError> {
        let layout = layout::layout(sheet, self.config)?;
        let mut ledger = TableLedger::new(sheet.table, &sheet.file, sheet.rows);
        note_blank_rows(sheet, &mut ledger);
        let mut columns = Vec::new();
        for (column, place) in &layout.known {
            let source = &sheet.columns[*place];
            if words::key(&source.header) != words::key(column.name) {
                let headers = self.mapping.columns.entry(sheet.table).or_default();
                headers.insert(column.name.to_owned(), source.header.clone());
            }
            let values = self.column(sheet, column, source, &mut ledger)?;
            columns.push(TypedColumn {
                column,
                header: source.header.clone(),
                values,
            });
        }
        let mut extra = Vec::new();
        for place in &layout.unknown {
            let source = &sheet.columns[*place];
            let values = self.texts(source, &mut ledger, false);
            extra.push(ExtraColumn {
                header: source.header.clone(),
                values,
            });
        }
        extra.sort_by(|a, b| a.header.cmp(&b.header));
        let mut typed = TypedTable {
            table: sheet.table,
            rows: sheet.rows,
            columns,
            extra,
            ledger,
        };
        require(&mut typed);
        let present = PresentTable {
            file: sheet.file.clone(),
            rows: sheet.rows,
            filled: typed
                .columns
                .iter()
                .filter(|c| c.values.is_filled())
                .map(|c| c.column.name)
                .collect(),
            unknown_columns: typed.extra.iter().map(|column| column.header.clone()).collect(),
        };
        Ok((typed, present))
    }

    fn column(
        &mut self,
        sheet: &Sheet,
        column: &'static Column,
        source: &SheetColumn,
        ledger: &mut TableLedger,
    ) -> Result<Values, RecordsError> {
        let place = format!("{}.{}", sheet.table, column.name);
        let mut log = Log {
            ledger,
            header: &source.header,
            required: column.required,
        };
        Ok(match column.kind {
            ColumnType::Text | ColumnType::StakeholderRef | ColumnType::EventRef => {
                Values::Text(self.texts(source, log.ledger, column.name == "country"))
            }
            ColumnType::Date => {
                let form = self.date_form(sheet, source, place)?;
                Values::Dates(self.read(source, &mut log, |text| match cells::date(text, form) {
                    Read::Bad if words::is_open(text) => Read::Nothing,
                    read => read,
                }))
            }
            ColumnType::EndDate => {
                let form = self.date_form(sheet, source, place)?;
                Values::Ends(self.read(source, &mut log, |text| {
                    if words::is_open(text) {
                        return Read::Value(End::Open);
                    }
                    match cells::date(text, form) {
                        Read::Value(span) => Read::Value(End::On(span)),
                        Read::Nothing => Read::Nothing,
                        Read::Bad => Read::Bad,
                    }
                }))
            }
            ColumnType::Number => {
                let marks = self.number_marks(sheet, source, place)?;
                Values::Numbers(self.read(source, &mut log, |text| cells::number(text, marks)))
            }
            ColumnType::Whole => Values::Whole(self.read(source, &mut log, whole)),
            ColumnType::YesNo => Values::YesNo(self.read(source, &mut log, |text| {
                words::yes_no(text).map_or(Read::Bad, Read::Value)
            })),
            ColumnType::List | ColumnType::StakeholderRefs => {
                let options = self.config.options.get(column.name).cloned().unwrap_or_default();
                let lists = self.read(source, &mut log, |text| Read::Value(cells::list(text, &options)));
                Values::Lists(lists.into_iter().map(Option::unwrap_or_default).collect())
            }
            ColumnType::Choice(list) => Values::Text(self.choices(column.name, list, source, &mut log, Unknown::IsBad)),
            ColumnType::OpenChoice(list) => {
                Values::Text(self.choices(column.name, list, source, &mut log, Unknown::Passes))
            }
        })
    }

    fn is_nothing(&self, text: &str) -> bool {
        words::is_nothing(text) || !self.null_words.is_empty() && self.null_words.contains(&names::key(text))
    }

    fn read<T: Clone>(
        &self,
        source: &SheetColumn,
        log: &mut Log<'_>,
        read: impl Fn(&str) -> Read<T>,
    ) -> Vec<Option<T>> {
        let mut values = Vec::with_capacity(source.cells.len());
        for (row, cell) in source.cells.iter().enumerate() {
            let value = match cell {
                None => None,
                Some(text) => match read(text) {
                    Read::Value(value) => Some(value),
                    Read::Nothing => None,
                    Read::Bad => {
                        if !self.is_nothing(text) {
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

    /// Texts as they stand, unquoted; `NA` is nothing except as a country, where it is Namibia.
    fn texts(&mut self, source: &SheetColumn, ledger: &mut TableLedger, is_country: bool) -> Vec<Option<Arc<str>>> {
        let mut known: HashMap<&str, (Option<Arc<str>>, bool)> = HashMap::new();
        let mut values = Vec::with_capacity(source.cells.len());
        for (row, cell) in source.cells.iter().enumerate() {
            let Some(text) = cell else {
                values.push(None);
                continue;
            };
            let (value, broken) = known.entry(text).or_insert_with(|| {
                let nothing = self.is_nothing(text) && !(is_country && text == "NA");
                let value = (!nothing).then(|| self.interner.intern(names::unquote(text)));
                (value, words::is_broken(text))
            });
            if *broken {
                ledger.note(row, RowState::Used, Reason::BrokenEncoding, &source.header, text);
            }
            values.push(value.clone());
        }
        values
    }

    fn choices(
        &mut self,
        column: &str,
        list: &[&'static str],
        source: &SheetColumn,
        log: &mut Log<'_>,
        unknown: Unknown,
    ) -> Vec<Option<Arc<str>>> {
        let texts = self.texts(source, log.ledger, false);
        let mut known: HashMap<Arc<str>, Option<Arc<str>>> = HashMap::new();
        let mut counts: BTreeMap<Arc<str>, usize> = BTreeMap::new();
        let mut values = Vec::with_capacity(texts.len());
        for (row, text) in texts.into_iter().enumerate() {
            let Some(text) = text else {
                values.push(None);
                continue;
            };
            let value = known.entry(Arc::clone(&text)).or_insert_with(|| {
                let meant = self
                    .mapped(column, &text)
                    .or_else(|| words::value(list, &text).map(str::to_owned));
                meant.map(|value| self.interner.intern(&value))
            });
            *counts.entry(Arc::clone(&text)).or_default() += 1;
            let value = match (value, unknown) {
                (Some(value), _) => Some(Arc::clone(value)),
                (None, Unknown::Passes) => Some(text),
                (None, Unknown::IsBad) => {
                    log.bad(row, &text);
                    None
                }
            };
            values.push(value);
        }
        self.count_values(column, list, &known, counts);
        values
    }

    /// What `[values]` and `[sectors]` of `hub.toml` make of a text.
    fn mapped(&self, column: &str, text: &str) -> Option<String> {
        let sectors = (column == "sector").then_some(&self.config.sectors);
        let maps = self.config.values.get(column).into_iter().chain(sectors);
        let key = words::key(text);
        maps.flatten()
            .find(|(from, _)| words::key(from) == key)
            .map(|(_, to)| to.clone())
    }

    fn count_values(
        &mut self,
        column: &str,
        list: &[&'static str],
        known: &HashMap<Arc<str>, Option<Arc<str>>>,
        counts: BTreeMap<Arc<str>, usize>,
    ) {
        for (text, rows) in counts {
            match known.get(&text).and_then(Option::as_ref) {
                Some(value) if *value == text => {}
                Some(value) => {
                    let values = self.mapping.values.entry(column.to_owned()).or_default();
                    let entry = values.entry(text.to_string()).or_insert_with(|| (value.to_string(), 0));
                    entry.1 += rows;
                }
                None if list.contains(&&*text) => {}
                None => {
                    let unmapped = self.mapping.unmapped.entry(column.to_owned()).or_default();
                    *unmapped.entry(text.to_string()).or_default() += rows;
                }
            }
        }
    }

    fn date_form(
        &mut self,
        sheet: &Sheet,
        source: &SheetColumn,
        place: String,
    ) -> Result<Option<cells::DateForm>, RecordsError> {
        let decision = cells::date_form(|| source.cells.iter());
        let told = match self.config.records.date_order {
            DateOrder::Auto => None,
            DateOrder::DayMonth => Some(cells::DateForm::DayMonth),
            DateOrder::MonthDay => Some(cells::DateForm::MonthDay),
        };
        match (decision, told) {
            (Decision::Settled(cells::DateForm::Serial), _) => {
                self.mapping.date_orders.insert(place, "serial".to_owned());
                Ok(Some(cells::DateForm::Serial))
            }
            (_, Some(form)) => Ok(Some(form)),
            (Decision::Settled(form), None) => {
                let name = if form == cells::DateForm::MonthDay {
                    "month_day"
                } else {
                    "day_month"
                };
                self.mapping.date_orders.insert(place, name.to_owned());
                Ok(Some(form))
            }
            (Decision::NotNeeded, None) => Ok(None),
            (Decision::Undecidable(row), None) => Err(RecordsError::DateOrder {
                file: sheet.file.clone(),
                column: source.header.clone(),
                row: spreadsheet_row(row),
                value: source.cells.get(row).unwrap_or_default().to_owned(),
            }),
        }
    }

    fn number_marks(
        &mut self,
        sheet: &Sheet,
        source: &SheetColumn,
        place: String,
    ) -> Result<Option<cells::NumberMarks>, RecordsError> {
        if source.numeric {
            return Ok(Some(cells::NumberMarks::Point));
        }
        match self.config.records.number_form {
            NumberForm::Point => return Ok(Some(cells::NumberMarks::Point)),
            NumberForm::Comma => return Ok(Some(cells::NumberMarks::Comma)),
            NumberForm::Auto => {}
        }
        match cells::number_marks(source.cells.iter()) {
            Decision::NotNeeded => Ok(None),
            Decision::Settled(marks) => {
                let name = if marks == cells::NumberMarks::Point {
                    "point"
                } else {
                    "comma"
                };
                self.mapping.number_forms.insert(place, name.to_owned());
                Ok(Some(marks))
            }
            Decision::Undecidable(row) => Err(RecordsError::NumberForm {
                file: sheet.file.clone(),
                column: source.header.clone(),
                row: spreadsheet_row(row),
                value: source.cells.get(row).unwrap_or_default().to_owned(),
            }),
        }
    }
}

/// What becomes of a value that its list does not have.
#[derive(Clone, Copy)]
enum Unknown {
    Passes,
    IsBad,
}

/// Where bad cells of one column are noted.
struct Log<'a> {
    ledger: &'a mut TableLedger,
    header: &'a str,
    required: bool,
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
}

fn whole(text: &str) -> Read<u32> {
    let text = text.strip_suffix(".0").unwrap_or(text);
    text.parse().map_or(Read::Bad, Read::Value)
}

fn note_blank_rows(sheet: &Sheet, ledger: &mut TableLedger) {
    for row in 0..sheet.rows {
        if sheet.columns.iter().all(|column| column.cells.get(row).is_none()) {
            ledger.note(row, RowState::Excluded, Reason::BlankRow, "", "");
        }
    }
}

/// Excludes the rows in which a required column says nothing; an unread cell is already noted.
fn require(typed: &mut TypedTable) {
    for column in typed.columns.iter().filter(|column| column.column.required) {
        let stand_in = layout::stand_in(typed.table, column.column.name)
            .and_then(|name| typed.columns.iter().find(|other| other.column.name == name));
        for row in 0..typed.rows {
            let replaced = || stand_in.is_some_and(|other| !other.values.is_nothing(row));
            let excluded = typed.ledger.states[row] == RowState::Excluded;
            if !excluded && column.values.is_nothing(row) && !replaced() {
                typed
                    .ledger
                    .note(row, RowState::Excluded, Reason::BadRequiredCell, &column.header, "");
            }
        }
    }
}
