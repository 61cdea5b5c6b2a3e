//! What do the cells of a table say, each read by its column's type?
//!
//! In: a [`Sheet`] of text. Out: a [`TypedTable`]: per known column its values, the unknown columns as text, and the
//! ledger of its rows so far. Columns are read whole, because a column decides how its dates and numbers are written.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::{self, Decision, Read};
use super::sources::{Sheet, SheetColumn};
use super::{
    Column, ColumnType, End, HashMap, HashSet, Mapping, PresentTable, Reason, RecordsError, RowState, TableLedger,
};
use super::{names, words};
use crate::config::{DateOrder, HubConfig, NumberForm};

pub(super) mod layout;
mod typed;

pub(super) use typed::{ExtraColumn, TypedColumn, TypedTable, Values};

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
    pub(super) fn cast(&mut self, mut sheet: Sheet) -> Result<(TypedTable, PresentTable), RecordsError> {
        let layout = layout::layout(&sheet, self.config)?;
        let mut ledger = TableLedger::new(sheet.table, &sheet.file, sheet.stretches.clone(), sheet.rows);
        for remark in std::mem::take(&mut sheet.remarks) {
            ledger.note(remark.row, remark.state, remark.reason, &remark.column, &remark.value);
        }
        note_blank_rows(&sheet, &mut ledger);
        let mut columns = Vec::new();
        for (column, place) in &layout.known {
            // the text of a column is let go once it is read: a table is never held twice
            let source = &std::mem::take(&mut sheet.columns[*place]);
            if words::key(&source.header) != words::key(column.name) {
                let headers = self.mapping.columns.entry(sheet.table).or_default();
                headers.insert(column.name.to_owned(), source.header.clone());
            }
            let values = self.column(&sheet, column, source, &mut ledger)?;
            columns.push(TypedColumn {
                column,
                header: source.header.clone(),
                values,
            });
        }
        let mut extra = Vec::new();
        for place in &layout.unknown {
            let source = &std::mem::take(&mut sheet.columns[*place]);
            let values = self.texts(source, &mut ledger, NaIs::Nothing);
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
                let na = if column.name == "country" {
                    NaIs::Namibia
                } else {
                    NaIs::Nothing
                };
                Values::Text(self.texts(source, log.ledger, na))
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

    /// Texts as they stand, unquoted.
    fn texts(&mut self, source: &SheetColumn, ledger: &mut TableLedger, na: NaIs) -> Vec<Option<Arc<str>>> {
        let mut known: HashMap<&str, (Option<Arc<str>>, bool)> = HashMap::default();
        let mut values: Vec<Option<Arc<str>>> = Vec::with_capacity(source.cells.len());
        let mut above = None;
        for (row, cell) in source.cells.iter().enumerate() {
            let Some(text) = cell else {
                values.push(None);
                continue;
            };
            // most columns repeat what stands above: no need to look it up again
            if above != Some(text) || values.last().is_none_or(Option::is_none) {
                let (value, broken) = known.entry(text).or_insert_with(|| {
                    let nothing = self.is_nothing(text) && !(na == NaIs::Namibia && text == "NA");
                    let value = (!nothing).then(|| self.interner.intern(names::unquote(text)));
                    (value, words::is_broken(text))
                });
                above = (!*broken).then_some(text);
                if *broken {
                    ledger.note(row, RowState::Used, Reason::BrokenEncoding, &source.header, text);
                }
                values.push(value.clone());
            } else if let Some(value) = values.last().cloned() {
                values.push(value);
            }
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
        let texts = self.texts(source, log.ledger, NaIs::Nothing);
        let mut known: HashMap<Arc<str>, Meaning> = HashMap::default();
        let mut values = Vec::with_capacity(texts.len());
        for (row, text) in texts.into_iter().enumerate() {
            let Some(text) = text else {
                values.push(None);
                continue;
            };
            let meaning = known.entry(Arc::clone(&text)).or_insert_with(|| {
                let meant = self
                    .mapped(column, &text)
                    .or_else(|| words::value(list, &text).map(str::to_owned));
                Meaning {
                    value: meant.map(|value| self.interner.intern(&value)),
                    rows: 0,
                }
            });
            meaning.rows += 1;
            let value = match (&meaning.value, unknown) {
                (Some(value), _) => Some(Arc::clone(value)),
                (None, Unknown::Passes) => Some(text),
                (None, Unknown::IsBad) => {
                    log.bad(row, &text);
                    None
                }
            };
            values.push(value);
        }
        self.count_values(column, list, known.into_iter().collect());
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

    fn count_values(&mut self, column: &str, list: &[&'static str], known: BTreeMap<Arc<str>, Meaning>) {
        for (text, Meaning { value, rows }) in known {
            match &value {
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
                file: sheet.file_and_row(row).0.to_owned(),
                column: source.header.clone(),
                row: sheet.file_and_row(row).1,
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
                file: sheet.file_and_row(row).0.to_owned(),
                column: source.header.clone(),
                row: sheet.file_and_row(row).1,
                value: source.cells.get(row).unwrap_or_default().to_owned(),
            }),
        }
    }
}

/// What `NA` says: nothing, except as a country.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NaIs {
    Nothing,
    Namibia,
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
        let told = ledger.states[row] == RowState::Excluded;
        if !told && sheet.columns.iter().all(|column| column.cells.get(row).is_none()) {
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
