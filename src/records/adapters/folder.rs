//! What does the folder of an imported hub hold?
//!
//! In: imported rows and the reader's language. Out: the files: a CSV per table, a `hub.toml` that says where it all
//! came from, and the account of every input row. Nothing is written to disk here.

use super::{FileLedger, Imported, Place, RecordsError, RowFate};
use crate::messages::{Arg, Messages};

/// The file that accounts for every input row.
pub const LEDGER_FILE: &str = "import-ledger.csv";

const LEDGER_COLUMNS: [&str; 8] = ["file", "part", "row", "state", "into", "columns", "reasons", "values"];

/// One file of an imported hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HubFile {
    /// Its name within the hub's folder.
    pub name: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

impl Imported {
    /// The files of the hub.
    ///
    /// # Errors
    /// Cells that cannot be written as CSV, which would be a fault in hubscope.
    pub fn files(&self, messages: &Messages) -> Result<Vec<HubFile>, RecordsError> {
        let mut files = Vec::new();
        for table in &self.tables {
            let name = format!("{}.csv", table.table);
            let content = csv_of(&name, &table.columns, table.rows.iter())?;
            files.push(HubFile { name, content });
        }
        files.push(HubFile {
            name: "hub.toml".to_owned(),
            content: self.hub_toml(messages).into_bytes(),
        });
        let rows = self.ledger.files.iter().flat_map(|file| {
            let line = move |fate| ledger_line(file, fate, messages);
            file.rows.iter().map(line)
        });
        let columns = LEDGER_COLUMNS.map(str::to_owned);
        files.push(HubFile {
            name: LEDGER_FILE.to_owned(),
            content: csv_of(LEDGER_FILE, &columns, rows)?,
        });
        Ok(files)
    }

    /// Where the hub came from, and how its cells are written.
    fn hub_toml(&self, messages: &Messages) -> String {
        let title = messages.word(&self.format.title_key());
        let mut lines = vec![
            format!("# {}", messages.say("import-toml-head", &[("format", title.into())])),
            format!("# {}", messages.word(&self.format.lacks_key())),
        ];
        for (file, hash) in &self.hashes {
            let rows: usize = self
                .ledger
                .files
                .iter()
                .filter(|known| known.file == *file)
                .map(|known| known.rows.len())
                .sum();
            let args = [
                ("file", Arg::from(one_line(file))),
                ("rows", rows.into()),
                ("hash", hash.as_str().into()),
            ];
            lines.push(format!("# {}", messages.say("import-toml-file", &args)));
        }
        lines.push(format!(
            "# {}",
            messages.say("import-toml-ledger", &[("file", LEDGER_FILE.into())])
        ));
        lines.push(String::new());
        lines.push("[hub]".to_owned());
        lines.push(format!("name = {}", toml::Value::String(self.name.clone())));
        lines.push(format!("lang = \"{}\"", messages.lang().code()));
        lines.push(String::new());
        lines.push("[records]".to_owned());
        lines.push("number_form = \"point\"".to_owned());
        lines.join("\n") + "\n"
    }
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

fn csv_of<R, C>(file: &str, columns: &[String], rows: impl Iterator<Item = R>) -> Result<Vec<u8>, RecordsError>
where
    R: IntoIterator<Item = C>,
    C: AsRef<[u8]>,
{
    let failed = |problem: &dyn std::fmt::Display| RecordsError::Unreadable {
        file: file.to_owned(),
        problem: problem.to_string(),
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns).map_err(|problem| failed(&problem))?;
    for row in rows {
        writer.write_record(row).map_err(|problem| failed(&problem))?;
    }
    writer.into_inner().map_err(|problem| failed(&problem))
}

/// Text that a spreadsheet would take for a formula is marked as text.
fn guarded(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@']) {
        format!("'{text}")
    } else {
        text
    }
}

/// What became of a row: `file,part,row,state,into,columns,reasons,values`.
fn ledger_line(file: &FileLedger, fate: &RowFate, messages: &Messages) -> Vec<String> {
    let into = |place: &Place| format!("{} {}", place.table, place.spreadsheet_row());
    let notes = |of: &dyn Fn(&super::ImportNote) -> String| fate.notes.iter().map(of).collect::<Vec<_>>().join("; ");
    vec![
        file.file.clone(),
        file.part.clone().unwrap_or_default(),
        fate.row.to_string(),
        fate.state.name().to_owned(),
        fate.into.iter().map(into).collect::<Vec<_>>().join("; "),
        notes(&|note| note.column.clone()),
        notes(&|note| messages.word(&format!("import-reason-{}", note.reason.key()))),
        guarded(notes(&|note| note.value.clone())),
    ]
}
