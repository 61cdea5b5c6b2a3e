//! Workbooks of other programs become hubs: their sheets are told apart, and those beside the data are accounted for.

use hubscope::records::RowState;
use hubscope::records::adapters::{ImportFormat, ImportReason, Imported};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::imports::{cells, imported, reasons, round_trip};

/// A workbook of sheets, each with its rows of texts.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("a name");
        for (row, texts) in (0..).zip(*rows) {
            for (column, text) in (0..).zip(*texts).filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row, column, *text).expect("written");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

fn counts(imported: &Imported) -> Vec<(Option<&str>, usize, usize)> {
    let count = |file: &hubscope::records::adapters::FileLedger| (file.rows.len(), file.count(RowState::Excluded));
    let files = imported.ledger.files.iter();
    files
        .map(|file| (file.part.as_deref(), count(file).0, count(file).1))
        .collect()
}

#[test]
fn a_kumu_workbook_leaves_out_sheets_that_say_ignore_and_finds_sections_of_one_sheet() {
    let book = workbook(&[
        (
            "Elements",
            &[
                &["Label", "Type", "Tags"],
                &["Ana Rojas", "Person", "a|b"],
                &["Uno", "Organization", ""],
            ],
        ),
        (
            "Connections",
            &[&["From", "To", "Strength"], &["Ana Rojas", "Uno", "2"]],
        ),
        ("Notas (ignore)", &[&["anything"], &["at all"]]),
        (
            "Ambos",
            &[
                &["Label", "Type"],
                &["Dos", "Organization"],
                &[],
                &[],
                &["From", "To"],
                &["Uno", "Dos"],
            ],
        ),
    ]);
    let imported = imported(ImportFormat::Kumu, &[("mapa.xlsx", &book)]);
    assert_eq!(
        cells(&imported, "stakeholders", &["id", "kind", "Tags"]),
        [
            ["ana-rojas", "person", "a; b"],
            ["Uno", "organization", ""],
            ["Dos", "organization", ""]
        ]
    );
    assert_eq!(
        cells(&imported, "partnerships", &["source", "target", "strength"]),
        [["ana-rojas", "Uno", "2"], ["Uno", "Dos", ""]]
    );
    assert_eq!(
        counts(&imported),
        [
            (Some("Elements"), 2, 0),
            (Some("Connections"), 1, 0),
            (Some("Notas (ignore)"), 2, 2),
            // two rows, and the two blank ones that part the sections
            (Some("Ambos"), 4, 2),
        ]
    );
    assert_eq!(reasons(&imported.ledger.files[2].rows[0]), [ImportReason::SetAside]);
    assert_eq!(round_trip(&imported).partnerships.len(), 2);
}

#[test]
fn a_workbook_of_answers_has_typed_dates_and_a_sheet_beside() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let headers = ["ID", "Start time", "Completion time", "Email", "Name", "Institución"];
    for (column, header) in (0..).zip(headers) {
        sheet.write_string(0, column, header).expect("written");
    }
    let time = Format::new().set_num_format("m/d/yy h:mm:ss");
    let at = ExcelDateTime::parse_from_str("2026-05-03T10:05:33").expect("a time");
    sheet.write_number(1, 0, 1.0).expect("written");
    for column in [1, 2] {
        sheet
            .write_datetime_with_format(1, column, &at, &time)
            .expect("written");
    }
    for (column, text) in [(3, "ana@uno.example"), (4, "Ana Rojas"), (5, "Uno")] {
        sheet.write_string(1, column, text).expect("written");
    }
    let beside = book.add_worksheet();
    beside.set_name("Resumen").expect("a name");
    beside.write_string(0, 0, "Respuestas").expect("written");
    beside.write_number(1, 0, 1.0).expect("written");
    let book = book.save_to_buffer().expect("a workbook");
    let imported = imported(ImportFormat::MicrosoftForms, &[("form.xlsx", &book)]);
    assert_eq!(
        cells(&imported, "stakeholders", &["name", "parent_id"]),
        [["Uno", ""], ["Ana Rojas", "Uno"]]
    );
    let parts: Vec<_> = counts(&imported);
    assert_eq!(parts.len(), 2);
    assert!(parts.contains(&(Some("Resumen"), 1, 1)), "{parts:?}");
}
