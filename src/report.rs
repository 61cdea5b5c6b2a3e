//! 7 · Tell it: one folder that a coordinator, a researcher and a funder can each open.
//!
//! In: an [`Analysis`], its charts and its tables. Out: a [`Bundle`]: `report.html` in one file, the private file
//! beside it, charts, tables, ledger, actions and the run record. Nothing is computed here.

use std::fmt;
use std::str::FromStr;

use rayon::prelude::*;

use crate::analysis::Analysis;
use crate::analysis::naming::{Naming, Persons};
use crate::charts::Chart;
use crate::messages::{Lang, Messages};
use crate::records::TableName;
use crate::tables::{LedgerReader, Table, workbook, write as written};

mod bundle;
mod html;
mod page;
mod people;
mod run_record;
mod sections;

pub use bundle::{Bundle, ReportError, Written, write};

/// How a report is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReportOptions {
    /// In which language.
    pub lang: Lang,
    /// For whom.
    pub edition: Edition,
    /// Whether one workbook with what the coordinator works on stands beside the page.
    pub workbook: bool,
}

/// Whom a report is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Edition {
    /// Organisations are named, persons only in the private file.
    #[default]
    Partners,
    /// Everyone is named: the whole folder is private.
    Private,
}

impl Edition {
    /// Every edition.
    pub const ALL: [Self; 2] = [Self::Partners, Self::Private];

    /// Its name on the command line and in the run record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Partners => "partners",
            Self::Private => "private",
        }
    }

    /// How it writes persons, in every file but the private one.
    #[must_use]
    pub const fn persons(self) -> Persons {
        match self {
            Self::Partners => Persons::Masked,
            Self::Private => Persons::Named,
        }
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl FromStr for Edition {
    type Err = UnknownEdition;

    fn from_str(text: &str) -> Result<Self, UnknownEdition> {
        Self::ALL
            .into_iter()
            .find(|edition| edition.name() == text)
            .ok_or_else(|| UnknownEdition(text.to_owned()))
    }
}

/// hubscope writes no such edition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown edition \"{0}\": expected partners or private")]
pub struct UnknownEdition(pub String);

/// Every file of a report, by path inside its folder.
///
/// # Errors
/// Where a table or page cannot be written: a bug.
pub fn bundle(
    analysis: &Analysis,
    options: &ReportOptions,
    charts: &[Chart],
    tables: &[Table],
) -> Result<Bundle, ReportError> {
    let messages = Messages::new(options.lang);
    let naming = Naming::with(
        &analysis.records,
        &analysis.roster,
        &messages,
        options.edition.persons(),
    );
    let material = sections::Material {
        analysis,
        messages: &messages,
        naming: &naming,
        charts,
        edition: options.edition,
    };
    let reader = match options.edition {
        Edition::Partners => LedgerReader::Partners,
        Edition::Private => LedgerReader::Keepers,
    };
    // whatever a table holds, ids of records included, this is the door through which its texts leave
    let csv = |table: &Table| written::csv_with(table, &|text| naming.text(text));
    let (page, (tables_written, ledger)) = rayon::join(
        || html::render("report.html", &page::page(&material)),
        || {
            rayon::join(
                || tables.par_iter().map(csv).collect::<Result<Vec<_>, _>>(),
                || crate::tables::ledger(&analysis.records, reader, &naming, &messages),
            )
        },
    );
    let mut bundle = Bundle::default();
    bundle.add("report.html", page?);
    if let Some(people) = people::people(&material) {
        bundle.add(bundle::PRIVATE_PAGE, html::render("people.html", &people)?);
    }
    for chart in charts {
        bundle.add(&format!("charts/{}.svg", chart.id), chart.svg.clone());
    }
    for (table, content) in tables.iter().zip(tables_written?) {
        bundle.add(&place_of(table), content);
    }
    let beside = tables.iter().filter(|table| place_of(table).starts_with("tables/"));
    bundle.add("tables/datapackage.json", written::data_package(beside, &messages));
    let ledger = ledger?;
    bundle.add(ledger.name, ledger.bytes);
    if options.workbook {
        let rows = crate::tables::ledger_rows(&analysis.records, reader, &naming, &messages);
        let doubles = doubles(analysis, options.edition, &messages);
        let worked_on = tables
            .iter()
            .filter(|table| ["actions", "calendar"].contains(&table.name.as_str()));
        let introductions = crate::tables::introductions_to_make(&analysis.introductions, &naming, &messages);
        let introductions = Some(&introductions).filter(|table| !table.rows.is_empty());
        let sheets: Vec<&Table> = worked_on.chain(introductions).chain(&doubles).chain(&rows).collect();
        let bytes = workbook::workbook(&sheets, &|text| naming.text(text), &messages)?;
        bundle.add(workbook::WORKBOOK, bytes);
    }
    let record = run_record::run_record(&material, &bundle)?;
    bundle.add("run.json", record);
    Ok(bundle)
}

/// Who may be one and the same, to be decided; persons in the private edition alone. Nothing where nobody is proposed.
fn doubles(analysis: &Analysis, edition: Edition, messages: &Messages) -> Vec<Table> {
    let proposals = crate::records::resolve::propose(&analysis.records);
    let asked: &[TableName] = match edition {
        Edition::Partners => &[TableName::Resolve],
        Edition::Private => &[TableName::Resolve, TableName::ResolvePeople],
    };
    let table = |table: &TableName| crate::tables::resolve(&analysis.records, &proposals, *table, messages);
    let made = asked.iter().map(table);
    made.filter(|table| !table.rows.is_empty()).collect()
}

/// What the coordinator works with stands at the top of the folder, all else under `tables/`.
fn place_of(table: &Table) -> String {
    match table.name.as_str() {
        "actions" => format!("{}.csv", table.name),
        name => format!("tables/{name}.csv"),
    }
}
