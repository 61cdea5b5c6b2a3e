//! One workbook, as a coordinator keeps it, becomes a report in one command.
//!
//! The workbook is made from the sample hub-pequeno: a sheet of attendance per event, with titles, numbers, signatures,
//! blank rows and totals, and one sheet of agreements in which half the ends are missing. Nothing else: no list of
//! actors, no table of events, no hub.toml.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use hubscope::records::{self, End, HubRecords, ReadOptions, RowState, TableName};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

use super::program::{hubscope_in, rows};

type Row = BTreeMap<String, String>;

fn sample(file: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data/hub-pequeno")
        .join(file);
    rows(&std::fs::read_to_string(path).expect("the sample"))
}

const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// `18/07/2024` as day, month and year.
fn parts(date: &str) -> (u8, u8, u16) {
    let numbers: Vec<u16> = date.split('/').map(|part| part.parse().expect("a number")).collect();
    (numbers[0] as u8, numbers[1] as u8, numbers[2])
}

fn in_words(date: &str) -> String {
    let (day, month, year) = parts(date);
    format!("{day} de {} de {year}", MONTHS[usize::from(month) - 1])
}

/// What the workbook holds, as it should be read.
struct Kept {
    workbook: PathBuf,
    /// Person, event, first day.
    came: BTreeSet<(String, String, String)>,
    agreements: usize,
    without_end: usize,
}

fn attendance(sheet: &mut Worksheet, event: &Row, came: &[&Row]) {
    let bold = Format::new().set_bold();
    let title = format!(
        "{} – {} – Lista de asistencia",
        event["nombre"],
        in_words(&event["inicio"])
    );
    sheet
        .merge_range(0, 0, 0, 5, "Laboratorio de Innovación de Valle Sereno", &bold)
        .expect("merged");
    sheet.write_string(1, 0, title).expect("written");
    for (column, header) in [
        "N°",
        "Nombre y apellidos",
        "Institución",
        "Correo electrónico",
        "Rol",
        "Firma",
    ]
    .iter()
    .enumerate()
    {
        sheet
            .write_string_with_format(3, column as u16, *header, &bold)
            .expect("written");
    }
    for (place, person) in came.iter().enumerate() {
        let row = 4 + place as u32;
        sheet.write_number(row, 0, place as f64 + 1.0).expect("written");
        for (column, header) in [(1, "nombre"), (2, "organización"), (3, "correo"), (4, "rol")] {
            sheet.write_string(row, column, &person[header]).expect("written");
        }
    }
    // printed with room for two more, then counted
    let foot = 4 + came.len() as u32;
    sheet.write_number(foot, 0, came.len() as f64 + 1.0).expect("written");
    sheet
        .write_number(foot + 1, 0, came.len() as f64 + 2.0)
        .expect("written");
    sheet.write_string(foot + 2, 0, "Total").expect("written");
    sheet.write_number(foot + 2, 1, came.len() as f64).expect("written");
}

fn agreements(sheet: &mut Worksheet, agreements: &[Row]) -> usize {
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_string(0, 0, "Convenios del laboratorio").expect("written");
    let headers = [
        "Entidad 1",
        "Entidad 2",
        "Tipo",
        "Objeto",
        "Fecha de inicio",
        "Fecha de fin",
        "Monto",
        "Moneda",
    ];
    for (column, header) in headers.iter().enumerate() {
        sheet.write_string(2, column as u16, *header).expect("written");
    }
    let mut without_end = 0;
    for (place, agreement) in agreements.iter().enumerate() {
        let row = 3 + place as u32;
        for (column, name) in [
            (0, "entidad_1"),
            (1, "entidad_2"),
            (2, "tipo"),
            (3, "objeto"),
            (7, "moneda"),
        ] {
            sheet.write_string(row, column, &agreement[name]).expect("written");
        }
        let has_end = place % 2 == 0 && !agreement["fin"].is_empty();
        without_end += usize::from(!has_end);
        for (column, name) in [(4, "inicio"), (5, "fin")] {
            if name == "inicio" || has_end {
                let (day_of_month, month, year) = parts(&agreement[name]);
                let date = ExcelDateTime::from_ymd(year, month, day_of_month).expect("a date");
                sheet
                    .write_datetime_with_format(row, column, &date, &day)
                    .expect("written");
            }
        }
        if let Ok(amount) = agreement["monto"].replace('.', "").parse::<f64>() {
            sheet.write_number(row, 6, amount).expect("written");
        }
    }
    without_end
}

fn keep(folder: &Path) -> Kept {
    let (events, participations) = (sample("eventos.csv"), sample("participaciones.csv"));
    let mut book = Workbook::new();
    let mut came = BTreeSet::new();
    for (place, event) in events.iter().enumerate() {
        let sheet = book
            .add_worksheet()
            .set_name(format!("Lista {}", place + 1))
            .expect("a name");
        let own: Vec<&Row> = participations
            .iter()
            .filter(|row| row["evento"] == event["nombre"])
            .collect();
        attendance(sheet, event, &own);
        let (day, month, year) = parts(&event["inicio"]);
        let date = format!("{year:04}-{month:02}-{day:02}");
        came.extend(
            own.iter()
                .map(|row| (row["nombre"].clone(), event["nombre"].clone(), date.clone())),
        );
    }
    let ties = sample("alianzas.csv");
    let sheet = book.add_worksheet().set_name("Convenios").expect("a name");
    let without_end = agreements(sheet, &ties);
    let workbook = folder.join("Laboratorio Valle Sereno.xlsx");
    book.save(&workbook).expect("saved");
    Kept {
        workbook,
        came,
        agreements: ties.len(),
        without_end,
    }
}

fn came(records: &HubRecords) -> BTreeSet<(String, String, String)> {
    let row = |row: &records::Participation| {
        let date = row.date.map_or_else(String::new, |date| date.first.to_string());
        let who = records.stakeholder(row.stakeholder).name.to_string();
        (who, records.event(row.event).name.to_string(), date)
    };
    records.participations.iter().map(row).collect()
}

#[test]
fn the_workbook_is_read_as_the_sample_s_own_tables_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = keep(folder.path());
    let records = records::read(&kept.workbook, &ReadOptions::default()).expect("a hub");
    assert_eq!(came(&records), kept.came);
    assert_eq!(records.events.len(), 15);
    assert!(records.events.iter().all(|event| event.start.is_some()));
    assert_eq!(records.partnerships.len(), kept.agreements);
    let unknown = records
        .partnerships
        .iter()
        .filter(|tie| tie.end == End::Unknown)
        .count();
    assert_eq!(unknown, kept.without_end);
    assert!(kept.without_end * 2 >= kept.agreements, "half the ends are missing");
    assert_eq!(records.mapping.attendance.len(), 15);
    assert!(records.mapping.unread.is_empty(), "{:?}", records.mapping.unread);
    // every row below a header has its line: people, two blank ones per sheet, a total
    let table = records
        .ledger
        .tables
        .iter()
        .find(|table| table.table == TableName::Participations)
        .expect("a table");
    assert_eq!(table.states.len(), sample("participaciones.csv").len() + 15 * 3);
    assert_eq!(table.count(RowState::Excluded), 15 * 3);
}

#[test]
fn the_workbook_becomes_a_report_in_one_command() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = keep(folder.path());
    let book = kept.workbook.to_str().expect("a path");
    let ran = hubscope_in(folder.path(), &[book, "--lang", "es"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let out = folder.path().join("reports/Laboratorio Valle Sereno");
    let page = std::fs::read_to_string(out.join("report.html")).expect("the page");
    assert!(page.contains("Laboratorio Valle Sereno"));
    assert!(page.contains("Universidad del Valle Sereno"));
    let ledger = std::fs::read_to_string(out.join("ledger.csv")).expect("the ledger");
    let lines = rows(&ledger);
    assert_eq!(
        lines.len(),
        sample("participaciones.csv").len() + 15 * 3 + kept.agreements
    );
    let first = &lines
        .iter()
        .find(|line| line["file"].ends_with("#Lista 1"))
        .expect("a list");
    assert_eq!(first["row"], "5");
}

#[test]
fn check_tells_how_each_list_was_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = keep(folder.path());
    let ran = hubscope_in(
        folder.path(),
        &["check", kept.workbook.to_str().expect("a path"), "--lang", "es"],
    );
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(
        ran.stdout
            .contains("Lista 1: lista de quienes vinieron, encabezado en la fila 4"),
        "{}",
        ran.stdout
    );
    let event = "Taller de codiseño: cómo nos movemos (del título), 2024-07-18 (del título)";
    assert!(ran.stdout.contains(event), "{}", ran.stdout);
}
