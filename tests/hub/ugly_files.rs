//! Files as they come: each is read as stated, repaired and told, or refused with its place and a remedy. None is read
//! wrongly in silence.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use hubscope::messages::{Lang, Messages};
use hubscope::records::{self, HubRecords, ReadOptions, Reason, RecordsError, RowState};
use rust_xlsxwriter::{Format, Formula, Workbook};

use crate::files::{self, Cell, Table};

/// A hub of ugly files and what is to become of it.
struct Ugly {
    what: &'static str,
    files: Vec<(&'static str, Vec<u8>)>,
    outcome: Outcome,
}

enum Outcome {
    Read(Expected),
    /// What the error says, and what its remedy says.
    Refused(&'static [&'static str], &'static str),
}

#[derive(Default)]
struct Expected {
    /// Rows used, repaired, merged, excluded, over all tables.
    rows: [usize; 4],
    /// Names that must be there, and no others.
    names: &'static [&'static str],
    /// File, row and reason of every note of the ledger.
    notes: &'static [(&'static str, u64, Reason)],
    /// Words that `check` says of the files.
    says: &'static [&'static str],
}

fn read(files: &[(&str, Vec<u8>)]) -> Result<HubRecords, RecordsError> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in files {
        std::fs::write(folder.path().join(name), content).expect("written");
    }
    records::read(folder.path(), &ReadOptions::default())
}

/// What `check` says of the files of a hub.
fn said(records: &HubRecords) -> String {
    let messages = Messages::new(Lang::En);
    let notes = records
        .mapping
        .sources
        .iter()
        .flat_map(|(file, notes)| notes.iter().map(move |note| (file, note.message())));
    let unread = records.mapping.unread.iter();
    let notes = notes.map(|(file, (key, values))| format!("{file}: {}", messages.say(key, &values)));
    let unread = unread.map(|unread| format!("{}: {}", unread.name, messages.word(unread.why.key())));
    notes.chain(unread).collect::<Vec<_>>().join("\n")
}

fn judge(case: &Ugly) {
    let what = case.what;
    match (&case.outcome, read(&case.files)) {
        (Outcome::Read(expected), Ok(records)) => {
            let states = [RowState::Used, RowState::Repaired, RowState::Merged, RowState::Excluded];
            let found = states.map(|state| records.ledger.count(state));
            let notes: Vec<(&str, u64, Reason)> = records
                .ledger
                .tables
                .iter()
                .flat_map(|table| {
                    table
                        .notes
                        .iter()
                        .map(|note| (table.file_of(note.place), note.row, note.reason))
                })
                .filter(|(_, _, reason)| *reason != Reason::Derived)
                .collect();
            assert_eq!(found, expected.rows, "{what}: {notes:?}");
            assert_eq!(notes, expected.notes, "{what}");
            let names: Vec<&str> = records.stakeholders.iter().map(|who| &*who.name).collect();
            let mut sorted = expected.names.to_vec();
            let mut found = names.clone();
            sorted.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, sorted, "{what}");
            let said = said(&records);
            for words in expected.says {
                assert!(said.contains(words), "{what}: {words:?} in {said:?}");
            }
            assert_eq!(expected.says.is_empty(), said.is_empty(), "{what}: {said:?}");
        }
        (Outcome::Refused(says, remedy), Err(error)) => {
            for lang in [Lang::En, Lang::Es] {
                let messages = Messages::new(lang);
                let ((key, values), (advice, hints)) = (error.message(), error.remedy());
                assert!(messages.has(key) && messages.has(advice), "{what}: {key}, {advice}");
                let (message, hint) = (messages.say(key, &values), messages.say(advice, &hints));
                assert!(!hint.is_empty(), "{what}");
                if lang == Lang::En {
                    for words in *says {
                        assert!(message.contains(words), "{what}: {words:?} in {message:?}");
                    }
                    assert!(hint.contains(remedy), "{what}: {remedy:?} in {hint:?}");
                }
            }
        }
        (Outcome::Read(_), Err(error)) => panic!("{what}: refused: {error}"),
        (Outcome::Refused(says, _), Ok(records)) => panic!("{what}: read, not refused as {says:?}: {}", said(&records)),
    }
}

/// Judges every case before it fails, so that one run tells all.
fn judge_all(cases: &[Ugly]) {
    let failed = |case: &&Ugly| std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| judge(case))).is_err();
    let failed: Vec<&str> = cases.iter().filter(failed).map(|case| case.what).collect();
    assert!(failed.is_empty(), "{failed:?}");
}

fn text(name: &'static str, content: &str) -> (&'static str, Vec<u8>) {
    (name, content.as_bytes().to_vec())
}

/// A table of actors in two rows, which most cases spoil.
const TWO: &str = "nombre;ciudad\nAna Muñoz;Bogotá\nBeto Díaz;Cali\n";
const NAMES: &[&str] = &["Ana Muñoz", "Beto Díaz"];

fn both(says: &'static [&'static str]) -> Outcome {
    Outcome::Read(Expected {
        rows: [2, 0, 0, 0],
        names: NAMES,
        says,
        ..Expected::default()
    })
}

fn utf_16(text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    format!("{mark}{text}").encode_utf16().flat_map(bytes).collect()
}

fn case(what: &'static str, files: Vec<(&'static str, Vec<u8>)>, outcome: Outcome) -> Ugly {
    Ugly { what, files, outcome }
}

fn refused(
    what: &'static str,
    files: Vec<(&'static str, Vec<u8>)>,
    says: &'static [&'static str],
    remedy: &'static str,
) -> Ugly {
    case(what, files, Outcome::Refused(says, remedy))
}

/// A workbook whose sheets are drawn by hand.
fn book(draw: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    draw(&mut book);
    book.save_to_buffer().expect("a workbook")
}

/// Writes texts into a sheet from a row and column on.
fn write(sheet: &mut rust_xlsxwriter::Worksheet, row: u32, column: u16, cells: &[&[&str]]) {
    for (down, texts) in (0..).zip(cells) {
        for (right, text) in (0..).zip(*texts) {
            if !text.is_empty() {
                sheet.write(row + down, column + right, *text).expect("a cell");
            }
        }
    }
}

fn sheet<'a>(book: &'a mut Workbook, name: &str) -> &'a mut rust_xlsxwriter::Worksheet {
    book.add_worksheet().set_name(name).expect("a sheet's name")
}

fn two_in_a_sheet(name: &'static str) -> Vec<u8> {
    book(|book| {
        write(
            sheet(book, name),
            0,
            0,
            &[&["nombre", "ciudad"], &["Ana Muñoz", "Bogotá"], &["Beto Díaz", "Cali"]],
        );
    })
}

/// The archive with one of its parts changed.
fn with_part(archive: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    with_bytes(archive, part, |content| {
        *content = change(String::from_utf8(std::mem::take(content)).expect("XML")).into_bytes();
    })
}

/// The archive, the bytes of one part of it changed.
fn with_bytes(archive: &[u8], part: &str, change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(archive)).expect("an archive");
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let mut file = from.by_index(place).expect("a part");
        let name = file.name().expect("a name").into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("read");
        if name == part {
            change(&mut content);
        }
        to.start_file(name, zip::write::SimpleFileOptions::default())
            .expect("a part");
        to.write_all(&content).expect("written");
    }
    to.finish().expect("an archive").into_inner()
}

fn sqlite_of(statements: &str) -> Vec<u8> {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let connection = rusqlite::Connection::open(file.path()).expect("a new file");
    connection.execute_batch(statements).expect("valid statements");
    drop(connection);
    std::fs::read(file.path()).expect("its bytes")
}

fn data(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sources");
    std::fs::read(folder.join(name)).expect("a test file")
}

#[test]
fn texts_in_the_encodings_of_the_world() {
    let western = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let mixed = [TWO.as_bytes(), b"Jos\xe9;Lima\n"].concat();
    let cases = [
        case(
            "UTF-8 with a mark",
            vec![text("actores.csv", &format!("\u{feff}{TWO}"))],
            both(&[]),
        ),
        case(
            "what Excel calls Unicode text",
            vec![("actores.txt", utf_16(&TWO.replace(';', "\t"), true, u16::to_le_bytes))],
            both(&["actores.txt: its text is in UTF-16LE"]),
        ),
        case(
            "UTF-16, the large byte first",
            vec![("actores.csv", utf_16(TWO, true, u16::to_be_bytes))],
            both(&["UTF-16BE"]),
        ),
        case(
            "UTF-16 without a mark",
            vec![("actores.csv", utf_16(TWO, false, u16::to_le_bytes))],
            both(&["UTF-16LE"]),
        ),
        case(
            "what Excel calls CSV",
            vec![("actores.csv", western(&TWO.replace('\n', "\r\n")))],
            both(&["windows-1252"]),
        ),
        refused(
            "two encodings, one below the other",
            vec![("actores.csv", mixed)],
            &["actores.csv", "line 4"],
            "CSV UTF-8",
        ),
        refused(
            "code page 850 of DOS",
            vec![(
                "actores.csv",
                b"nombre;ciudad\nAna Mu\xa4oz;Bogot\xa0\nJos\x82 Le\xa2n;Cali\n".to_vec(),
            )],
            &["actores.csv", "line 2"],
            "CSV UTF-8",
        ),
        refused(
            "the encoding of old Macs",
            vec![(
                "actores.csv",
                b"nombre;ciudad\nAna Mu\x96oz;Bogot\x87\nRam\x97n;Cali\n".to_vec(),
            )],
            &["actores.csv", "line 2"],
            "CSV UTF-8",
        ),
        refused(
            "half a character of UTF-16",
            vec![("actores.csv", b"\xff\xfen\0o".to_vec())],
            &["actores.csv", "line 1"],
            "CSV UTF-8",
        ),
        case(
            "UTF-8 once read as Windows-1252",
            vec![text("actores.csv", "nombre;ciudad\nOrganizaciÃ³n A;Cali\n")],
            Outcome::Read(Expected {
                rows: [1, 0, 0, 0],
                names: &["OrganizaciÃ³n A"],
                notes: &[("actores.csv", 2, Reason::BrokenEncoding)],
                ..Expected::default()
            }),
        ),
        refused(
            "bytes that are no text",
            vec![("actores.csv", b"nombre;ciudad\n\0\x01\x02\x03;x\n".to_vec())],
            &["actores.csv", "not a text file"],
            "CSV",
        ),
    ];
    judge_all(&cases);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn texts_with_something_around_the_table() {
    let cases = [
        case("tabs", vec![text("actores.tsv", &TWO.replace(';', "\t"))], both(&[])),
        case("bars", vec![text("actores.csv", &TWO.replace(';', "|"))], both(&[])),
        case(
            "line ends of old Macs",
            vec![text("actores.csv", &TWO.replace('\n', "\r"))],
            both(&[]),
        ),
        case(
            "Excel's own word on the separator",
            vec![text("actores.csv", &format!("sep=;\n{TWO}"))],
            both(&["row 2", "sep="]),
        ),
        case(
            "titles and blank lines above",
            vec![text("actores.csv", &format!("\n\"Red, 2024\";\n;\n{TWO}x;\n"))],
            Outcome::Read(Expected {
                rows: [3, 0, 0, 0],
                names: &["Ana Muñoz", "Beto Díaz", "x"],
                says: &["one row above the header in row 4 taken for titles: Red, 2024"],
                ..Expected::default()
            }),
        ),
        case(
            "blank rows amid the table",
            vec![text("actores.csv", &TWO.replace("Beto", "\n;\nBeto"))],
            Outcome::Read(Expected {
                rows: [2, 0, 0, 2],
                names: NAMES,
                notes: &[
                    ("actores.csv", 3, Reason::BlankRow),
                    ("actores.csv", 4, Reason::BlankRow),
                ],
                ..Expected::default()
            }),
        ),
        case(
            "totals at the foot",
            vec![text(
                "actores.csv",
                "nombre;ciudad;aliases\nAna;Cali;\nTOTAL GENERAL;;2\n\n",
            )],
            Outcome::Read(Expected {
                rows: [1, 0, 0, 1],
                names: &["Ana"],
                notes: &[("actores.csv", 3, Reason::TotalsRow)],
                ..Expected::default()
            }),
        ),
        case(
            "two files pasted one below the other",
            vec![text("actores.csv", &TWO.replace("Beto", "nombre;ciudad\nBeto"))],
            Outcome::Read(Expected {
                rows: [2, 0, 0, 1],
                names: NAMES,
                notes: &[("actores.csv", 3, Reason::RepeatedHeader)],
                ..Expected::default()
            }),
        ),
        case(
            "separators without end",
            vec![text("actores.csv", &TWO.replace('\n', ";;;\n"))],
            both(&[]),
        ),
        case(
            "rows cut short",
            vec![text("actores.csv", "nombre;ciudad;sector\nAna Muñoz\nBeto Díaz;Cali\n")],
            both(&[]),
        ),
        case(
            "a line break in a cell",
            vec![text(
                "actores.csv",
                "nombre;ciudad\n\"Ana Muñoz\";\"Bogotá\nD. C.\"\nBeto Díaz;\n",
            )],
            both(&[]),
        ),
        case(
            "loud and padded headers",
            vec![text("actores.csv", &TWO.replace("nombre;ciudad", " NOMBRE ; Ciudad "))],
            both(&[]),
        ),
        case(
            "a table without rows",
            vec![text("actores.csv", "nombre;ciudad\n")],
            Outcome::Read(Expected::default()),
        ),
        refused(
            "no byte",
            vec![text("actores.csv", "")],
            &["actores.csv", "empty"],
            "header line",
        ),
        refused(
            "blank lines alone",
            vec![text("actores.csv", "\n \n")],
            &["actores.csv", "empty"],
            "header line",
        ),
        refused(
            "a quote that nobody closed",
            vec![text("actores.csv", "nombre;ciudad\n\"Ana;Cali\nBeto;Lima\n")],
            &["actores.csv", "row 2"],
            "quote",
        ),
        refused(
            "a comma within a cell",
            vec![text("actores.csv", "nombre,ciudad\nAna,Bogotá, D. C.\n")],
            &["actores.csv", "row 2", "3 cells"],
            "quotes",
        ),
        refused(
            "a header that says nothing",
            vec![text("actores.csv", "a;b\nAna;Cali\n")],
            &["actores.csv", "name", "a, b"],
            "[columns.stakeholders]",
        ),
        refused(
            "a web page",
            vec![text("actores.csv", "<!DOCTYPE html><html><table>")],
            &["actores.csv", "web page"],
            "xlsx",
        ),
        refused(
            "a name that is almost a table's",
            vec![text("actores.csv", TWO), text("particpaciones.csv", "x\n1\n")],
            &["particpaciones.csv", "participations"],
            "Rename",
        ),
        refused(
            "the same table in two files",
            vec![text("actores.csv", TWO), text("stakeholders.csv", TWO)],
            &["actores.csv", "stakeholders.csv"],
            "[tables]",
        ),
        refused(
            "a file of Numbers",
            vec![text("actores.numbers", "x")],
            &["actores.numbers"],
            "CSV UTF-8",
        ),
    ];
    judge_all(&cases);
}

#[test]
fn json_as_it_comes() {
    let cases = [
        case(
            "an object per line, blank lines and all",
            vec![text(
                "actores.jsonl",
                "{\"nombre\":\"Ana Muñoz\",\"ciudad\":null}\n{\"nombre\":\"Beto Díaz\",\"x\":1}\n",
            )],
            both(&[]),
        ),
        case(
            "a list of objects",
            vec![text(
                "actores.json",
                "[{\"nombre\":\"Ana Muñoz\"},\n {\"nombre\":\"Beto Díaz\",\"ciudad\":\"Cali\"}]",
            )],
            both(&[]),
        ),
        refused(
            "an object within an object",
            vec![text(
                "actores.jsonl",
                "{\"nombre\":\"Ana\"}\n{\"nombre\":{\"de pila\":\"Beto\"}}\n",
            )],
            &["actores.jsonl", "row 2", "nombre", "object"],
            "nombre",
        ),
        refused(
            "a line cut short",
            vec![text("actores.jsonl", "{\"nombre\":\"Ana\"}\n{\"nombre\":\"Be")],
            &["actores.jsonl", "line 2"],
            "one object per line",
        ),
        refused(
            "a key that stands twice",
            vec![text("actores.jsonl", "{\"nombre\":\"Ana\",\"nombre\":\"Beto\"}\n")],
            &["actores.jsonl", "line 1", "nombre", "twice"],
            "one object per line",
        ),
    ];
    judge_all(&cases);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn workbooks_as_people_draw_them() {
    let cases = [
        case(
            "titles above, a blank column before",
            vec![(
                "libro.xlsx",
                book(|book| {
                    let sheet = sheet(book, "Actores");
                    write(sheet, 1, 1, &[&["Red de innovación", ""], &["Corte: mayo", ""], &[]]);
                    write(
                        sheet,
                        5,
                        1,
                        &[&["Nombre", "Ciudad"], &["Ana Muñoz", "Bogotá"], &[], &["Beto Díaz", ""]],
                    );
                }),
            )],
            Outcome::Read(Expected {
                rows: [2, 0, 0, 1],
                names: NAMES,
                notes: &[("libro.xlsx#Actores", 8, Reason::BlankRow)],
                says: &[
                    "libro.xlsx#Actores: 2 rows above the header in row 6",
                    "Red de innovación / Corte: mayo",
                ],
            }),
        ),
        case(
            "a header of two rows",
            vec![(
                "libro.xlsx",
                book(|book| {
                    let sheet = sheet(book, "Actores");
                    let plain = Format::new();
                    sheet.merge_range(0, 0, 1, 0, "Nombre", &plain).expect("merged");
                    sheet.merge_range(0, 1, 0, 2, "Ubicación", &plain).expect("merged");
                    write(sheet, 1, 1, &[&["Ciudad", "País"]]);
                    write(
                        sheet,
                        2,
                        0,
                        &[&["Ana Muñoz", "Bogotá", "CO"], &["Beto Díaz", "Cali", "CO"]],
                    );
                }),
            )],
            both(&["2 merged cells in the header"]),
        ),
        case(
            "one cell for several rows, and a band across",
            vec![(
                "libro.xlsx",
                book(|book| {
                    let sheet = sheet(book, "Actores");
                    let plain = Format::new();
                    write(
                        sheet,
                        0,
                        0,
                        &[&["Nombre", "Ciudad"], &[], &["Ana Muñoz"], &["Beto Díaz"]],
                    );
                    sheet.merge_range(1, 0, 1, 1, "SECTOR PÚBLICO", &plain).expect("merged");
                    sheet.merge_range(2, 1, 3, 1, "Cali", &plain).expect("merged");
                }),
            )],
            Outcome::Read(Expected {
                rows: [2, 0, 0, 1],
                names: NAMES,
                notes: &[
                    ("libro.xlsx#Actores", 2, Reason::TitleRow),
                    ("libro.xlsx#Actores", 3, Reason::MergedCell),
                    ("libro.xlsx#Actores", 4, Reason::MergedCell),
                ],
                ..Expected::default()
            }),
        ),
        case(
            "totals by formula at the foot",
            vec![(
                "libro.xlsx",
                book(|book| {
                    let sheet = sheet(book, "Actores");
                    write(
                        sheet,
                        0,
                        0,
                        &[&["Nombre", "Proyectos"], &["Ana Muñoz"], &["Beto Díaz"], &["Total"]],
                    );
                    sheet.write(1, 1, 3).expect("a cell");
                    sheet.write(2, 1, 4).expect("a cell");
                    sheet
                        .write_formula(3, 1, Formula::new("=SUM(B2:B3)").set_result("7"))
                        .expect("a cell");
                }),
            )],
            Outcome::Read(Expected {
                rows: [2, 0, 0, 1],
                names: NAMES,
                notes: &[("libro.xlsx#Actores", 4, Reason::TotalsRow)],
                ..Expected::default()
            }),
        ),
        case(
            "formulas that failed",
            vec![(
                "libro.xlsx",
                book(|book| {
                    let sheet = sheet(book, "Actores");
                    write(
                        sheet,
                        0,
                        0,
                        &[&["Nombre", "Ciudad"], &["Ana Muñoz"], &["Beto Díaz", "Cali"]],
                    );
                    sheet
                        .write_formula(1, 1, Formula::new("=VLOOKUP(1,A1:A2,1)").set_result("#N/A"))
                        .expect("a cell");
                }),
            )],
            Outcome::Read(Expected {
                rows: [1, 1, 0, 0],
                names: NAMES,
                notes: &[("libro.xlsx#Actores", 2, Reason::FailedFormula)],
                ..Expected::default()
            }),
        ),
        case(
            "hidden and blank sheets, and one of notes",
            vec![(
                "libro.xlsx",
                book(|book| {
                    write(
                        sheet(book, "Actores"),
                        0,
                        0,
                        &[&["nombre"], &["Ana Muñoz"], &["Beto Díaz"]],
                    );
                    write(
                        sheet(book, "Eventos").set_hidden(true),
                        0,
                        0,
                        &[&["nombre"], &["Borrador"]],
                    );
                    sheet(book, "Adopciones");
                    write(sheet(book, "Instrucciones"), 0, 0, &[&["Llene las hojas"]]);
                }),
            )],
            both(&[
                "libro.xlsx#Eventos: hidden",
                "libro.xlsx#Adopciones: nothing stands in it",
                "libro.xlsx#Instrucciones: its name is none",
            ]),
        ),
        case(
            "a hidden sheet that hub.toml names",
            vec![
                text("hub.toml", "[tables]\nstakeholders = \"libro.xlsx#lista\"\n"),
                (
                    "libro.xlsx",
                    book(|book| {
                        write(sheet(book, "Portada"), 0, 0, &[&["Red"]]);
                        let lista = sheet(book, "Lista").set_hidden(true);
                        write(lista, 0, 0, &[&["nombre"], &["Ana Muñoz"], &["Beto Díaz"]]);
                    }),
                ),
            ],
            both(&[
                "libro.xlsx#Lista: hidden in the workbook, and read",
                "libro.xlsx#Portada: its name",
            ]),
        ),
        case(
            "one workbook per table, whatever its sheet is called",
            vec![("actores.xlsx", two_in_a_sheet("Hoja1"))],
            both(&[]),
        ),
        refused(
            "numbers, and texts that may be numbers",
            vec![(
                "libro.xlsx",
                book(|book| {
                    let sheet = sheet(book, "Alianzas");
                    write(
                        sheet,
                        0,
                        0,
                        &[&["source", "target", "monto"], &["A", "B", "1.200"], &["A", "C"]],
                    );
                    sheet.write(2, 2, 3.5).expect("a cell");
                }),
            )],
            &["libro.xlsx#Alianzas", "row 2", "monto", "1.200"],
            "number_form",
        ),
        case(
            "the lock that Excel leaves behind",
            vec![("libro.xlsx", two_in_a_sheet("Actores")), text("~$libro.xlsx", "x")],
            both(&[]),
        ),
    ];
    judge_all(&cases);
}

#[test]
fn days_are_counted_from_the_epoch_of_the_workbook() {
    let since_1900 = (45_351.0, "<workbookPr");
    let since_1904 = (43_889.0, "<workbookPr date1904=\"1\"");
    for ((days, part), bare) in [
        (since_1900, false),
        (since_1904, false),
        (since_1900, true),
        (since_1904, true),
    ] {
        let drawn = book(|book| {
            let sheet = sheet(book, "Actores");
            write(sheet, 0, 0, &[&["nombre", "ingreso"], &["Ana Muñoz"], &["Beto Díaz"]]);
            // a bare number is one that nobody made look like a day
            let shown = Format::new().set_num_format(if bare { "General" } else { "dd/mm/yyyy" });
            for row in [1, 2] {
                sheet.write_number_with_format(row, 1, days, &shown).expect("a cell");
            }
        });
        let bytes = with_part(&drawn, "xl/workbook.xml", |xml| xml.replacen("<workbookPr", part, 1));
        let records = read(&[("libro.xlsx", bytes)]).expect("readable");
        for actor in &records.stakeholders {
            let joined = actor.joined.map(|span| span.first.to_string());
            assert_eq!(joined.as_deref(), Some("2024-02-29"), "{part}, {}", actor.name);
        }
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn workbooks_that_are_none() {
    let whole = two_in_a_sheet("Actores");
    let locked = [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(),
        &[0; 512],
        &utf_16("EncryptedPackage", false, u16::to_le_bytes),
    ]
    .concat();
    let cases = [
        refused(
            "no byte",
            vec![text("actores.xlsx", "")],
            &["actores.xlsx", "empty"],
            "Export",
        ),
        refused(
            "cut short",
            vec![("actores.xlsx", whole[..whole.len() / 2].to_vec())],
            &["actores.xlsx", "damaged"],
            "save it again",
        ),
        refused(
            "another archive",
            vec![("actores.xlsx", b"PK\x03\x04 word/document.xml".to_vec())],
            &["actores.xlsx", "damaged"],
            "save it again",
        ),
        refused(
            "a password",
            vec![("actores.xlsx", locked.clone())],
            &["actores.xlsx", "password"],
            "remove the password",
        ),
        refused(
            "a web page called xls",
            vec![text("actores.xls", "\n<html><table><tr>")],
            &["actores.xls", "web page"],
            "xlsx",
        ),
        case(
            "text called xls",
            vec![text("actores.xls", &TWO.replace(';', "\t"))],
            both(&["actores.xls: its content is CSV"]),
        ),
        case(
            "a workbook called csv",
            vec![("actores.csv", two_in_a_sheet("Hoja1"))],
            both(&["actores.csv: its content is Excel (xlsx)"]),
        ),
        case(
            "a locked workbook that no table is named after",
            vec![text("actores.csv", TWO), ("presupuesto.xlsx", locked)],
            both(&["presupuesto.xlsx: protected by a password"]),
        ),
        refused(
            "several sheets and no table's name",
            vec![(
                "actores.xlsx",
                book(|book| {
                    write(sheet(book, "2023"), 0, 0, &[&["nombre"], &["Ana"]]);
                    write(sheet(book, "2024"), 0, 0, &[&["nombre"], &["Beto"]]);
                }),
            )],
            &["actores.xlsx", "2023, 2024"],
            "actores.xlsx#2023",
        ),
        refused(
            "a sheet that is not there",
            vec![
                text("hub.toml", "[tables]\nstakeholders = \"libro.xlsx#Actroes\"\n"),
                ("libro.xlsx", whole.clone()),
            ],
            &["libro.xlsx", "Actroes", "Actores"],
            "Actores",
        ),
        refused(
            "the same table in a sheet and in a file",
            vec![text("stakeholders.csv", TWO), ("libro.xlsx", whole.clone())],
            &["libro.xlsx#Actores", "stakeholders.csv"],
            "[tables]",
        ),
        refused(
            "a sheet whose name is almost a table's",
            vec![(
                "libro.xlsx",
                book(|book| {
                    write(sheet(book, "Actores"), 0, 0, &[&["nombre"], &["Ana"]]);
                    write(sheet(book, "Particpaciones"), 0, 0, &[&["x"], &["1"]]);
                }),
            )],
            &["libro.xlsx#Particpaciones", "participations"],
            "Rename",
        ),
    ];
    judge_all(&cases);
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn older_and_open_workbooks() {
    let older = |file| {
        Outcome::Read(Expected {
            rows: [3, 0, 0, 0],
            names: &["Fundación Ñandú", "Ana Muñoz", "Beto Díaz"],
            notes: file,
            says: &["one row above the header in row 3", "#Notas: hidden"],
        })
    };
    let repeated = ods_of("<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>");
    let encrypted = with_part(&repeated, "META-INF/manifest.xml", |xml| {
        xml.replace(
            "/></manifest:manifest>",
            "><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
        )
    });
    let cases = [
        case(
            "xls of 1997",
            vec![("libro.xls", data("actores.xls"))],
            older(&[
                ("libro.xls#Actores", 4, Reason::MergedCell),
                ("libro.xls#Actores", 5, Reason::MergedCell),
            ]),
        ),
        case(
            "xls of 1997 with days since 1904",
            vec![("libro.xls", data("actores_1904.xls"))],
            older(&[
                ("libro.xls#Actores", 4, Reason::MergedCell),
                ("libro.xls#Actores", 5, Reason::MergedCell),
            ]),
        ),
        case(
            "xlsb, the binary form of Excel",
            vec![("libro.xlsb", data("actores.xlsb"))],
            Outcome::Read(Expected {
                rows: [3, 0, 0, 0],
                names: &["Ana Muñoz", "Fundación Ñandú", "Beto Díaz"],
                notes: &[],
                says: &["libro.xlsb#Notas: hidden"],
            }),
        ),
        case(
            "an xlsb under the name of an xlsx",
            vec![("actores.xlsx", data("actores.xlsb"))],
            Outcome::Read(Expected {
                rows: [3, 0, 0, 0],
                names: &["Ana Muñoz", "Fundación Ñandú", "Beto Díaz"],
                notes: &[],
                says: &["actores.xlsx#Notas: hidden"],
            }),
        ),
        refused(
            "an xlsb cut short",
            vec![("actores.xlsb", data("actores.xlsb")[..2000].to_vec())],
            &["actores.xlsb", "damaged"],
            "save it again",
        ),
        case(
            "OpenDocument with rows told once",
            vec![("libro.ods", repeated)],
            Outcome::Read(Expected {
                rows: [2, 0, 0, 2],
                names: NAMES,
                notes: &[
                    ("libro.ods#Actores", 3, Reason::BlankRow),
                    ("libro.ods#Actores", 4, Reason::BlankRow),
                ],
                says: &["libro.ods#Notas: hidden"],
            }),
        ),
        case(
            "OpenDocument with merged cells",
            vec![(
                "libro.ods",
                with_part(&ods_of(""), "content.xml", |xml| {
                    xml.replacen("<table:table-cell/>", "<table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"string\"><text:p>Cali</text:p></table:table-cell>", 1)
                            .replacen("<table:table-cell office:value-type=\"string\"><text:p>Cali</text:p></table:table-cell></table:table-row></table:table>", "<table:covered-table-cell/></table:table-row></table:table>", 1)
                }),
            )],
            Outcome::Read(Expected {
                rows: [2, 0, 0, 0],
                names: NAMES,
                notes: &[
                    ("libro.ods#Actores", 2, Reason::MergedCell),
                    ("libro.ods#Actores", 3, Reason::MergedCell),
                ],
                says: &["libro.ods#Notas: hidden"],
            }),
        ),
        refused(
            "OpenDocument under a password",
            vec![("actores.ods", encrypted)],
            &["actores.ods", "password"],
            "remove the password",
        ),
        refused(
            "OpenDocument cut short",
            vec![("actores.ods", ods_of("")[..300].to_vec())],
            &["actores.ods", "damaged"],
            "save it again",
        ),
    ];
    judge_all(&cases);
    // the same numbers, in a workbook that counts from 1904
    let since_1904 = with_bytes(&data("actores.xlsb"), "xl/workbook.bin", |part| {
        // BrtWbProp, its length, its flags: 0x20 is whether it is backed up, 1 whether it counts from 1904
        let at = part.windows(4).position(|four| four == [0x99, 0x01, 12, 0x20]);
        part[at.expect("the workbook's properties") + 3] |= 1;
    });
    for (file, bytes, day) in [
        ("libro.xls", data("actores.xls"), "2024-02-29"),
        ("libro.xls", data("actores_1904.xls"), "2024-02-29"),
        ("libro.xlsb", data("actores.xlsb"), "2024-02-29"),
        ("libro.xlsb", since_1904, "2028-03-01"),
    ] {
        let records = read(&[(file, bytes)]).expect("readable");
        let joined: Vec<String> = records
            .stakeholders
            .iter()
            .filter_map(|who| Some(who.joined?.first.to_string()))
            .collect();
        assert_eq!(joined, [day; 3], "{file}");
    }
}

/// Two actors with rows in between, and a hidden sheet.
fn ods_of(between: &str) -> Vec<u8> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let actors = Table {
        name: "Actores".to_owned(),
        rows: vec![
            vec![text("nombre"), text("ciudad")],
            vec![text("Ana Muñoz"), Cell::Nothing],
            vec![text("Beto Díaz"), text("Cali")],
        ],
    };
    let notes = Table {
        name: "Notas".to_owned(),
        rows: vec![vec![text("x")]],
    };
    let rows = files::ods_sheet(&actors);
    let last = rows.rfind("<table:table-row>").expect("a row");
    let rows = format!("{}{between}{}", &rows[..last], &rows[last..]);
    let hidden = files::ods_sheet(&notes).replace("<table:table ", "<table:table table:style-name=\"hidden\" ");
    files::ods(&[rows, hidden])
}

#[test]
fn databases_and_columns() {
    let two = "CREATE TABLE gente (nombre TEXT, ciudad TEXT);
               INSERT INTO gente VALUES ('Ana Muñoz', ''), ('Beto Díaz', NULL);
               CREATE VIEW actores AS SELECT * FROM gente;";
    let whole = sqlite_of(two);
    let table = Table {
        name: "actores".to_owned(),
        rows: Table::from_csv("actores", &TWO.replace(';', ",")).rows,
    };
    let parquet = files::parquet(&table);
    let cases = [
        case(
            "a view by its name",
            vec![("hub.db", whole.clone())],
            both(&["hub.db#gente: its name is none"]),
        ),
        case(
            "bytes in a column that nobody reads as text",
            vec![(
                "hub.db",
                sqlite_of(
                    "CREATE TABLE actores (nombre); INSERT INTO actores VALUES ('Ana Muñoz'), ('Beto Díaz'), (NULL);",
                ),
            )],
            Outcome::Read(Expected {
                rows: [2, 0, 0, 1],
                names: NAMES,
                notes: &[("hub.db#actores", 3, Reason::BlankRow)],
                ..Expected::default()
            }),
        ),
        refused(
            "bytes where a text should be",
            vec![(
                "hub.db",
                sqlite_of(
                    "CREATE TABLE actores (nombre, foto); INSERT INTO actores VALUES ('Ana', NULL), ('Beto', x'00ff');",
                ),
            )],
            &["hub.db#actores", "row 2", "foto", "BLOB"],
            "foto",
        ),
        refused(
            "a database cut short",
            vec![("actores.sqlite", whole[..1000].to_vec())],
            &["actores.sqlite", "damaged"],
            "save it again",
        ),
        refused(
            "text called sqlite",
            vec![text("actores.sqlite", TWO)],
            &["actores.sqlite", "damaged"],
            "save it again",
        ),
        case("Parquet", vec![("actores.parquet", parquet.clone())], both(&[])),
        case(
            "Parquet called csv",
            vec![("actores.csv", parquet.clone())],
            both(&["actores.csv: its content is Parquet"]),
        ),
        refused(
            "Parquet cut short",
            vec![("actores.parquet", parquet[..parquet.len() / 2].to_vec())],
            &["actores.parquet"],
            "save it again",
        ),
    ];
    judge_all(&cases);
}

#[test]
fn one_table_in_several_files() {
    let list = "[tables]\nstakeholders = [\"a.csv\", \"libro.xlsx#Actores\"]\n";
    let cases = [
        case(
            "a list of files whose headers differ",
            vec![
                text("hub.toml", "[tables]\nstakeholders = [\"2023.csv\", \"2024.csv\"]\n"),
                text("2023.csv", "nombre;ciudad\nAna Muñoz;Bogotá\n\n;x\n"),
                text("2024.csv", "sector,name\n,Beto Díaz\n"),
            ],
            Outcome::Read(Expected {
                rows: [2, 0, 0, 2],
                names: NAMES,
                notes: &[
                    ("2023.csv", 3, Reason::BlankRow),
                    ("2023.csv", 4, Reason::BadRequiredCell),
                ],
                ..Expected::default()
            }),
        ),
        case(
            "a file and a sheet that say the same in part",
            vec![
                text("hub.toml", list),
                text("a.csv", "titulo\n\nnombre,ciudad\nAna Muñoz,Bogotá\n"),
                ("libro.xlsx", two_in_a_sheet("Actores")),
            ],
            Outcome::Read(Expected {
                rows: [2, 0, 1, 0],
                names: NAMES,
                notes: &[("libro.xlsx#Actores", 2, Reason::IdenticalRow)],
                says: &["a.csv: one row above the header in row 3"],
            }),
        ),
        refused(
            "a list of which one is missing",
            vec![text("hub.toml", list), text("a.csv", TWO)],
            &["libro.xlsx", "does not exist"],
            "Check the path",
        ),
        refused(
            "an address",
            vec![
                text("hub.toml", "[tables]\nstakeholders = \"https://example.org/a.csv\"\n"),
                text("a.csv", TWO),
            ],
            &["https://example.org/a.csv"],
            "Download",
        ),
    ];
    judge_all(&cases);
}
