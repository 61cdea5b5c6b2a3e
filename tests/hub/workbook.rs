//! The workbook that `report --excel` writes says what the tables say, and its edited copy is read back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};
use hubscope::records::{self, HubRecords, PastAction, ReadOptions};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::program::{hubscope_in, rows};

const NAME: &str = "hubscope.xlsx";

/// A copy of a sample hub with one agreement that would be a formula, and its report with a workbook.
struct Reported {
    folder: tempfile::TempDir,
}

impl Reported {
    fn new(lang: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let hub = folder.path().join("hub");
        copy_sample(&hub);
        let ran = hubscope_in(
            folder.path(),
            &["report", "hub", "--out", "out", "--excel", "--lang", lang],
        );
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        Self { folder }
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    fn hub(&self) -> PathBuf {
        self.folder.path().join("hub")
    }

    fn sheet(&self, name: &str) -> Range<Data> {
        let mut book: Xlsx<_> = open_workbook(self.out().join(NAME)).expect("a workbook");
        book.worksheet_range(name).expect("the sheet")
    }

    fn sheets(&self) -> Vec<String> {
        let book: Xlsx<_> = open_workbook(self.out().join(NAME)).expect("a workbook");
        book.sheet_names()
    }

    /// A table of the bundle, as CSV has it.
    fn table(&self, path: &str) -> Vec<BTreeMap<String, String>> {
        rows(&std::fs::read_to_string(self.out().join(path)).expect("the table"))
    }
}

fn copy_sample(hub: &Path) {
    std::fs::create_dir(hub).expect("made");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/hub-pequeno");
    for entry in std::fs::read_dir(sample).expect("the sample") {
        let entry = entry.expect("an entry");
        if entry.file_name() != "planted_truth.csv" {
            std::fs::copy(entry.path(), hub.join(entry.file_name())).expect("copied");
        }
    }
    let ties = hub.join("alianzas.csv");
    let text = std::fs::read_to_string(&ties).expect("the agreements");
    let more = "=1+1,Biblioteca Pública Municipal,convenio,prueba,01/03/2025,30/04/2026,,,,,\n";
    std::fs::write(ties, text + more).expect("written");
}

fn read(hub: &Path) -> HubRecords {
    records::read(hub, &ReadOptions::default()).expect("a hub")
}

/// A cell as text, days as ISO text.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}

fn lines(sheet: &Range<Data>) -> Vec<Vec<String>> {
    sheet.rows().map(|row| row.iter().map(text).collect()).collect()
}

/// How somebody fills in the sheet of actions: per action a state, an owner, a day.
fn fill_in(lines: &mut [Vec<String>], states: [&str; 4]) -> Vec<(String, String)> {
    let at = |header: &str| lines[0].iter().position(|found| found == header).expect("the header");
    let (state, owner, due) = (at("estado"), at("responsable"), at("plazo"));
    let id = at("id");
    let mut expected = Vec::new();
    for (line, word) in lines[1..].iter_mut().zip(states.iter().cycle()) {
        line[state] = (*word).to_owned();
        line[owner] = "Begoña Núñez".to_owned();
        line[due] = "2026-09-30".to_owned();
        expected.push((line[id].clone(), (*word).to_owned()));
    }
    expected
}

const WORDS: [(&str, &str); 4] = [
    ("aceptada", "accepted"),
    ("hecha", "done"),
    ("rechazada", "refused"),
    ("imposible", "impossible"),
];

fn assert_read_back(past: &[PastAction], filled: &[(String, String)], as_of: &str) {
    let said: BTreeMap<&str, &str> = WORDS.into_iter().collect();
    let mut expected: Vec<(&str, &str)> = filled
        .iter()
        .map(|(id, word)| (id.as_str(), said[word.as_str()]))
        .collect();
    expected.sort_unstable();
    let found: Vec<(&str, &str)> = past
        .iter()
        .map(|action| (action.id.as_str(), action.status.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(found, expected);
    assert!(found.len() >= 4, "too few actions to try every state");
    for action in past {
        assert_eq!(action.owner.as_deref(), Some("Begoña Núñez"));
        assert_eq!(
            action.due.map(|due| due.first.to_string()).as_deref(),
            Some("2026-09-30")
        );
        assert_eq!(action.proposed_on.map(|day| day.to_string()).as_deref(), Some(as_of));
    }
}

#[test]
fn the_workbook_says_what_the_tables_say() {
    let reported = Reported::new("es");
    let mut sheets = reported.sheets();
    sheets.retain(|sheet| sheet != "Duplicados");
    assert_eq!(
        sheets,
        ["Acciones", "Calendario", "Presentaciones", "Registro de filas"]
    );
    let needed = reported.table("tables/introductions.csv");
    let needed = needed.iter().filter(|row| row["list"] == "needed");
    let told: Vec<(String, String)> = needed.map(|row| (row["name_a"].clone(), row["why"].clone())).collect();
    let listed = lines(&reported.sheet("Presentaciones"));
    let listed: Vec<(String, String)> = listed[1..]
        .iter()
        .map(|line| (line[0].clone(), line[3].clone()))
        .collect();
    assert_eq!(listed, told);
    let actions = lines(&reported.sheet("Acciones"));
    let table = reported.table("actions.csv");
    assert_eq!(actions.len(), table.len() + 1);
    assert_eq!(actions[0][0], "id");
    for header in ["estado", "responsable", "plazo", "propuesta el", "con quién"] {
        assert!(
            actions[0].iter().any(|found| found == header),
            "{header} in {:?}",
            actions[0]
        );
    }
    assert_eq!(
        actions[1..].iter().map(|line| &line[0]).collect::<Vec<_>>(),
        table.iter().map(|row| &row["id"]).collect::<Vec<_>>()
    );
    let calendar = reported.sheet("Calendario");
    let ends = lines(&calendar)[0]
        .iter()
        .position(|header| header == "último día")
        .expect("the header");
    let expected: Vec<String> = reported
        .table("tables/calendar.csv")
        .into_iter()
        .map(|row| row["ends"].clone())
        .collect();
    assert_eq!(
        lines(&calendar)[1..]
            .iter()
            .map(|line| line[ends].clone())
            .collect::<Vec<_>>(),
        expected
    );
    assert!(
        calendar.rows().skip(1).all(|row| row[ends].is_datetime()),
        "ends are dates"
    );
    let ledger = lines(&reported.sheet("Registro de filas"));
    assert_eq!(ledger.len(), reported.table("ledger.csv").len() + 1);
    assert!(ledger.iter().any(|line| line.contains(&"usada".to_owned())));
}

#[test]
fn no_text_of_the_workbook_is_a_formula() {
    let reported = Reported::new("es");
    let mut book: Xlsx<_> = open_workbook(reported.out().join(NAME)).expect("a workbook");
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).expect("the sheet");
        assert!(formulas.used_cells().next().is_none(), "{name}");
    }
    let shown = lines(&reported.sheet("Calendario"));
    assert!(shown.iter().flatten().any(|cell| cell == "=1+1"), "{shown:?}");
}

#[test]
fn no_person_is_named_in_the_workbook_of_partners() {
    let reported = Reported::new("es");
    let persons: Vec<String> = read(&reported.hub())
        .stakeholders
        .iter()
        .filter(|one| one.kind == records::StakeholderKind::Person)
        .map(|one| one.name.to_string())
        .collect();
    assert!(persons.len() > 20, "{}", persons.len());
    for sheet in reported.sheets() {
        for cell in lines(&reported.sheet(&sheet)).iter().flatten() {
            let named = persons.iter().find(|name| cell.contains(name.as_str()));
            assert!(named.is_none(), "{sheet}: {cell}");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_workbook_and_none_unasked() {
    let reported = Reported::new("es");
    let first = std::fs::read(reported.out().join(NAME)).expect("a workbook");
    let again = hubscope_in(
        reported.folder.path(),
        &["report", "hub", "--out", "out", "--excel", "--lang", "es"],
    );
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert!(
        first == std::fs::read(reported.out().join(NAME)).expect("a workbook"),
        "other bytes"
    );
    let without = hubscope_in(
        reported.folder.path(),
        &["report", "hub", "--out", "plain", "--lang", "es"],
    );
    assert_eq!(without.code, 0, "{}", without.stderr);
    assert!(!reported.folder.path().join("plain").join(NAME).exists());
}

#[test]
fn a_workbook_somebody_filled_in_is_never_written_over() {
    let reported = Reported::new("es");
    let place = reported.out().join(NAME);
    let mut bytes = std::fs::read(&place).expect("a workbook");
    bytes.extend(b"edited");
    std::fs::write(&place, &bytes).expect("written");
    let again = hubscope_in(reported.folder.path(), &["report", "hub", "--out", "out", "--excel"]);
    assert_eq!(again.code, 4);
    assert!(bytes == std::fs::read(&place).expect("still there"));
}

#[test]
fn an_edited_workbook_in_the_hub_is_read_back() {
    let reported = Reported::new("es");
    let mut actions = lines(&reported.sheet("Acciones"));
    let filled = fill_in(&mut actions, WORDS.map(|(word, _)| word));
    let as_of = reported.table("actions.csv")[0]["proposed_on"].clone();
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet().set_name("Acciones").expect("a name");
    for (row, line) in (0..).zip(&actions) {
        for (column, cell) in (0..).zip(line) {
            match ExcelDateTime::parse_from_str(cell) {
                Ok(date) if cell.len() == 10 => {
                    sheet
                        .write_datetime_with_format(row, column, &date, &day)
                        .expect("written");
                }
                _ => {
                    sheet.write_string(row, column, cell).expect("written");
                }
            }
        }
    }
    let calendar = book.add_worksheet().set_name("Calendario").expect("a name");
    for (row, line) in (0..).zip(&lines(&reported.sheet("Calendario"))) {
        for (column, cell) in (0..).zip(line) {
            calendar.write_string(row, column, cell).expect("written");
        }
    }
    book.save(reported.hub().join("seguimiento.xlsx")).expect("saved");
    let records = read(&reported.hub());
    assert_read_back(&records.past_actions, &filled, &as_of);
    assert!(records.present[&records::TableName::Actions].unknown_columns.is_empty());
    let unread: Vec<&str> = records
        .mapping
        .unread
        .iter()
        .map(|unread| unread.name.as_str())
        .collect();
    assert_eq!(unread, ["seguimiento.xlsx#Calendario"]);
}

#[test]
fn the_workbook_itself_in_the_hub_is_read_back() {
    for (lang, header) in [("es", "estado"), ("en", "status")] {
        let reported = Reported::new(lang);
        std::fs::copy(reported.out().join(NAME), reported.hub().join(NAME)).expect("copied");
        let records = read(&reported.hub());
        let written = reported.table("actions.csv");
        assert_eq!(records.past_actions.len(), written.len(), "{lang}");
        assert!(records.past_actions.iter().all(|action| action.status.is_none()));
        assert!(records.past_actions.iter().all(|action| action.proposed_on.is_some()));
        let present = &records.present[&records::TableName::Actions];
        assert!(
            present.unknown_columns.is_empty(),
            "{lang}: {header}: {:?}",
            present.unknown_columns
        );
    }
}

#[test]
fn an_edited_copy_saved_as_semicolons_in_windows_1252_is_read_back() {
    let reported = Reported::new("es");
    let mut actions = lines(&reported.sheet("Acciones"));
    let filled = fill_in(&mut actions, WORDS.map(|(word, _)| word));
    let as_of = reported.table("actions.csv")[0]["proposed_on"].clone();
    // as a spreadsheet in Spanish saves it
    let local = |cell: &str| match cell.split('-').collect::<Vec<_>>()[..] {
        [year, month, day] if cell.len() == 10 && year.len() == 4 => format!("{day}/{month}/{year}"),
        _ => cell.to_owned(),
    };
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for line in &actions {
        writer
            .write_record(line.iter().map(|cell| local(cell)))
            .expect("written");
    }
    let text = String::from_utf8(writer.into_inner().expect("whole")).expect("text");
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(&text);
    assert!(!lost && !text.is_ascii(), "text that Windows-1252 can hold");
    std::fs::write(reported.hub().join("acciones.csv"), bytes).expect("written");
    assert_read_back(&read(&reported.hub()).past_actions, &filled, &as_of);
}

#[test]
fn who_may_be_one_is_decided_in_the_workbook() {
    let folder = tempfile::tempdir().expect("a folder");
    let hub = folder.path().join("hub");
    std::fs::create_dir(&hub).expect("made");
    let ties = "origen,destino,tipo,inicio,fin\n\
        Buses Río Manso Ltda.,Alcaldía de Cali,convenio,2024-01-01,2025-12-31\n\
        Buses Rio Manso Limitada,Universidad del Valle,convenio,2024-02-01,2025-12-31\n";
    std::fs::write(hub.join("alianzas.csv"), ties).expect("written");
    let ran = hubscope_in(
        folder.path(),
        &["report", "hub", "--out", "out", "--excel", "--lang", "es"],
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let mut opened: Xlsx<_> = open_workbook(folder.path().join("out").join(NAME)).expect("a workbook");
    let mut doubles = lines(&opened.worksheet_range("Duplicados").expect("the sheet"));
    assert_eq!(doubles.len(), 2, "{doubles:?}");
    let decision = doubles[0]
        .iter()
        .position(|header| header == "decisión")
        .expect("the header");
    doubles[1][decision] = "aceptar".to_owned();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Duplicados").expect("a name");
    for (row, line) in (0..).zip(&doubles) {
        for (column, cell) in (0..).zip(line) {
            sheet.write_string(row, column, cell).expect("written");
        }
    }
    book.save(hub.join("decisiones.xlsx")).expect("saved");
    let records = read(&hub);
    assert_eq!(records.decisions.merged.len(), 1);
    assert_eq!(records.stakeholders.len(), 3);
}
