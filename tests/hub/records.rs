//! Every input row is accounted for, and what is refused says how to mend it.

use std::path::{Path, PathBuf};

use hubscope::messages::{Lang, Messages};
use hubscope::records::{
    self, End, HubRecords, ReadOptions, Reason, RecordsError, RowState, StakeholderKind, TableLedger, TableName,
};
use proptest::prelude::*;

fn read(folder: &Path) -> Result<HubRecords, RecordsError> {
    records::read(folder, &ReadOptions::default())
}

/// Reads a hub of these files.
fn read_files(files: &[(&str, &[u8])]) -> Result<HubRecords, RecordsError> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in files {
        std::fs::write(folder.path().join(name), content).expect("written");
    }
    read(folder.path())
}

fn read_texts(files: &[(&str, &str)]) -> HubRecords {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    read_files(&files).expect("a hub that can be read")
}

/// What the error says and what it advises, as a reader sees them.
fn refusal(files: &[(&str, &[u8])]) -> (String, String) {
    let error = read_files(files).expect_err("a hub that is refused");
    let spoken = |lang| {
        let messages = Messages::new(lang);
        let ((what, found), (remedy, values)) = (error.message(), error.remedy());
        assert!(messages.has(what) && messages.has(remedy), "{what}, {remedy}");
        (messages.say(what, &found), messages.say(remedy, &values))
    };
    assert_ne!(spoken(Lang::En), spoken(Lang::Es));
    spoken(Lang::En)
}

fn assert_refused(files: &[(&str, &[u8])], what: &[&str], remedy: &str) {
    let (message, advice) = refusal(files);
    assert!(what.iter().all(|part| message.contains(part)), "{what:?} in: {message}");
    assert!(advice.contains(remedy), "{remedy:?} in: {advice}");
}

fn ledger(records: &HubRecords, table: TableName) -> &TableLedger {
    records
        .ledger
        .tables
        .iter()
        .find(|ledger| ledger.table == table)
        .expect("a ledger of the table")
}

/// The notes of a table as (row, column, reason, value).
fn notes(records: &HubRecords, table: TableName) -> Vec<(u64, &str, Reason, &str)> {
    let notes = &ledger(records, table).notes;
    notes
        .iter()
        .map(|note| (note.row, note.column.as_str(), note.reason, note.value.as_str()))
        .collect()
}

/// The folder of reference data, where the environment names it; without it the cases are counted as skipped.
fn reference(cases: usize) -> Option<PathBuf> {
    let folder = std::env::var_os("HUBSCOPE_REFERENCE_DATA").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped {cases} cases: HUBSCOPE_REFERENCE_DATA is not set");
    }
    folder
}

const TWO: &str = "id,name\na,A\nb,B\n";

#[test]
fn real_hubs_are_read_with_every_row_used() {
    let hubs = [
        ("h2020-chile-colombia", [1631, 152, 2335, 2183]),
        ("h2020-egypt-lebanon-mozambique-peru", [1294, 108, 1860, 1752]),
    ];
    let Some(folder) = reference(hubs.len()) else { return };
    for (hub, expected) in hubs {
        let records = read(&folder.join("hubs").join(hub)).expect("a hub that can be read");
        let counts = [
            records.stakeholders.len(),
            records.events.len(),
            records.participations.len(),
            records.partnerships.len(),
        ];
        assert_eq!(counts, expected, "{hub}");
        let odd: Vec<_> = records
            .ledger
            .tables
            .iter()
            .flat_map(|table| &table.notes)
            .take(5)
            .collect();
        assert_eq!(
            records.ledger.count(RowState::Used),
            records.ledger.rows(),
            "{hub}: {odd:?}"
        );
        assert!(records.config.study.as_of.is_some());
        // some agreements have no amount
        assert!(records.partnerships.iter().any(|p| p.amount.is_none()));
        assert!(records.mapping.unmapped["partnerships.kind"].contains_key("grant_agreement"));
    }
}

#[test]
fn a_network_of_names_alone_keeps_them_as_ids() {
    let networks = [
        "kite",
        "flo_marriage",
        "karate",
        "karate_weighted",
        "ht_advice",
        "knoke_information",
    ];
    let Some(folder) = reference(networks.len()) else {
        return;
    };
    for network in networks {
        let path = folder.join("classics").join(format!("{network}_edges.csv"));
        let edges = std::fs::read_to_string(&path).expect("the edges of a classic network");
        let rows = edges.lines().count() - 1;
        let records = read_texts(&[("partnerships.csv", &edges)]);
        assert_eq!(records.partnerships.len(), rows, "{network}");
        assert!(
            records.stakeholders.iter().all(|who| *who.name == *who.id.as_str()),
            "{network}"
        );
    }
}

// ---- the refusal table, one test per case

#[test]
fn what_is_not_there_is_refused() {
    let error = read(Path::new("/nowhere/hub")).expect_err("no such folder");
    assert!(matches!(error, RecordsError::Missing { .. }), "{error}");
    let files: &[(&str, &[u8])] = &[("hub.toml", b"[tables]\npartnerships = \"ties.csv\"")];
    assert_refused(files, &["ties.csv", "does not exist"], "Check the path");
}

#[test]
fn an_address_a_single_file_and_a_folder_without_tables_are_refused() {
    let address = read(Path::new("https://example.org/hub")).expect_err("refused");
    assert!(matches!(address, RecordsError::Address { .. }), "{address}");
    let file = tempfile::NamedTempFile::new().expect("a file");
    let single = read(file.path()).expect_err("refused");
    assert!(matches!(single, RecordsError::SingleFile { .. }), "{single}");
    assert_refused(&[("notes.md", b"x")], &["holds no table"], "hubscope new");
}

#[test]
fn zero_bytes_are_refused() {
    assert_refused(
        &[("partnerships.csv", b"")],
        &["partnerships.csv", "empty"],
        "header line",
    );
    assert_refused(
        &[("partnerships.csv", b"\n\n")],
        &["partnerships.csv", "empty"],
        "header line",
    );
}

#[test]
fn a_binary_file_is_refused() {
    assert_refused(
        &[("partnerships.csv", b"PK\x03\x04\0\0a,b\n")],
        &["partnerships.csv", "not a text file"],
        "CSV (UTF-8)",
    );
}

#[test]
fn another_encoding_is_refused_with_its_line() {
    // line 2 is UTF-8, line 3 is not
    let mixed = b"source,target\nBogot\xc3\xa1,B\nMu\xf1oz,B\n";
    assert_refused(
        &[("partnerships.csv", mixed)],
        &["partnerships.csv", "line 3"],
        "CSV UTF-8",
    );
    // code page 850
    assert_refused(
        &[("partnerships.csv", b"source,target\nOrganizaci\xa2n,B\n")],
        &["partnerships.csv", "line 2"],
        "CSV UTF-8",
    );
}

#[test]
fn a_line_over_16_mib_is_refused() {
    let mut text = b"source,target\nA,B\nA,".to_vec();
    text.resize(text.len() + 16 * 1024 * 1024 + 1, b'x');
    assert_refused(
        &[("partnerships.csv", &text)],
        &["partnerships.csv", "line 3", "16 MiB"],
        "unclosed quote",
    );
}

#[test]
fn a_missing_required_column_is_refused_with_what_was_found() {
    let files: &[(&str, &[u8])] = &[("partnerships.csv", b"source,tarjet,kind\nA,B,x\n")];
    assert_refused(
        files,
        &["partnerships.csv", "\"target\"", "tarjet"],
        "target = \"tarjet\"",
    );
}

#[test]
fn an_undecidable_date_order_is_refused_and_settled_by_an_option() {
    let table: (&str, &[u8]) = (
        "partnerships.csv",
        b"source,target,inicio\nA,B,2024-01-01\nA,C,03/05/2024\n",
    );
    assert_refused(
        &[table],
        &["partnerships.csv", "\"inicio\"", "03/05/2024", "row 3"],
        "date_order",
    );
    let told = ("hub.toml", &b"[records]\ndate_order = \"day_month\""[..]);
    let records = read_files(&[table, told]).expect("settled");
    let starts: Vec<String> = records
        .partnerships
        .iter()
        .filter_map(|p| Some(p.start?.first.to_string()))
        .collect();
    assert!(starts.contains(&"2024-05-03".to_owned()), "{starts:?}");
}

#[test]
fn an_undecidable_number_form_is_refused_and_settled_by_an_option() {
    let table: (&str, &[u8]) = ("partnerships.csv", b"source,target,monto\nA,B,12\nA,C,1.200\n");
    assert_refused(
        &[table],
        &["partnerships.csv", "\"monto\"", "1.200", "row 3"],
        "number_form",
    );
    let told = ("hub.toml", &b"[records]\nnumber_form = \"comma\""[..]);
    let records = read_files(&[table, told]).expect("settled");
    let total: f64 = records
        .partnerships
        .iter()
        .filter_map(|p| Some(p.amount.as_ref()?.value))
        .sum();
    assert!((total - 1212.0).abs() <= 1e-9, "{total}");
}

#[test]
fn a_row_with_more_cells_than_the_header_is_refused() {
    let files: &[(&str, &[u8])] = &[("partnerships.csv", b"source,target\nA,B\nA,B,C\n")];
    assert_refused(files, &["partnerships.csv", "row 3", "3 cells"], "quotes");
}

#[test]
fn a_header_without_rows_is_valid_and_empty() {
    let records = read_texts(&[("partnerships.csv", "source,target\n")]);
    assert!(records.partnerships.is_empty() && records.has_table(TableName::Partnerships));
    assert_eq!(records.ledger.rows(), 0);
}

#[test]
fn a_bad_cell_in_an_optional_column_is_repaired_to_nothing() {
    let records = read_texts(&[("partnerships.csv", "source,target,inicio\nA,B,pronto\nA,C,2024\n")]);
    assert_eq!(
        ledger(&records, TableName::Partnerships).states,
        [RowState::Repaired, RowState::Used]
    );
    assert!(notes(&records, TableName::Partnerships).contains(&(2, "inicio", Reason::BadCell, "pronto")));
    assert_eq!(records.partnerships.len(), 2);
    assert!(Reason::BadCell.fails_strict());
}

#[test]
fn a_bad_required_cell_excludes_its_row() {
    let records = read_texts(&[(
        "adopciones.csv",
        "unidad,practica,fecha\nA,datos,pronto\nB,datos,\nC,datos,2024\n",
    )]);
    let states = [RowState::Excluded, RowState::Excluded, RowState::Used];
    assert_eq!(ledger(&records, TableName::Adoptions).states, states);
    let notes = notes(&records, TableName::Adoptions);
    assert!(
        notes.contains(&(2, "fecha", Reason::BadRequiredCell, "pronto")),
        "{notes:?}"
    );
    assert!(notes.contains(&(3, "fecha", Reason::BadRequiredCell, "")), "{notes:?}");
    // the excluded rows create nobody
    assert_eq!(records.stakeholders.len(), 1);
}

#[test]
fn an_empty_name_is_repaired_to_the_id() {
    let records = read_texts(&[("stakeholders.csv", "id,nombre\na,A\nb,\n")]);
    assert_eq!(
        notes(&records, TableName::Stakeholders),
        [(3, "nombre", Reason::EmptyName, "b")]
    );
    assert_eq!(
        ledger(&records, TableName::Stakeholders).states,
        [RowState::Used, RowState::Repaired]
    );
    assert_eq!(&*records.stakeholders[1].name, "b");
}

#[test]
fn an_unknown_id_is_created_refused_or_dropped_as_told() {
    let tables: [(&str, &[u8]); 2] = [
        ("stakeholders.csv", TWO.as_bytes()),
        (
            "partnerships.csv",
            b"id,source,target,funder_id\n1,a,b,\n2,a,X 1,\n3,a,b,X 1\n",
        ),
    ];
    let created = read_files(&tables).expect("created by default");
    assert_eq!(
        notes(&created, TableName::Partnerships),
        [(3, "target", Reason::UnknownIdCreated, "X 1")]
    );
    assert_eq!(created.stakeholders.iter().filter(|who| who.derived).count(), 1);
    assert_eq!(created.partnerships.len(), 3);

    let told = |policy: &str| format!("[records]\nunknown_ids = \"{policy}\"");
    let (error, drop) = (told("error"), told("drop"));
    let with = |config: &'static str| [tables[0], tables[1], ("hub.toml", config.as_bytes())];
    assert_refused(
        &with(error.leak()),
        &["partnerships.csv", "row 3", "\"target\"", "X 1"],
        "unknown_ids",
    );
    let dropped = read_files(&with(drop.leak())).expect("dropped");
    let states = [RowState::Used, RowState::Excluded, RowState::Repaired];
    assert_eq!(ledger(&dropped, TableName::Partnerships).states, states);
    assert_eq!(dropped.stakeholders.len(), 2);
}

#[test]
fn a_self_tie_is_excluded_and_creates_nobody() {
    let records = read_texts(&[("partnerships.csv", "source,target\nA,B\nUdeC,udec\n")]);
    assert_eq!(
        ledger(&records, TableName::Partnerships).states,
        [RowState::Used, RowState::Excluded]
    );
    assert!(notes(&records, TableName::Partnerships).contains(&(3, "target", Reason::SelfTie, "udec")));
    assert_eq!(records.stakeholders.len(), 2);
}

#[test]
fn the_same_id_merges_identical_rows_and_refuses_different_ones() {
    let records = read_texts(&[("stakeholders.csv", "id,name,city\na,A,Cali\nb,B,\na,A,Cali\n")]);
    let merged = ledger(&records, TableName::Stakeholders);
    assert_eq!(merged.states, [RowState::Used, RowState::Used, RowState::Merged]);
    assert_eq!((merged.notes[0].row, merged.notes[0].into), (4, Some(2)));
    let different: &[(&str, &[u8])] = &[("stakeholders.csv", b"id,name,city\na,A,Cali\nb,B,\na,A,Bogot\xc3\xa1\n")];
    assert_refused(different, &["stakeholders.csv", "rows 2 and 4", "\"a\""], "its own id");
    let ties: &[(&str, &[u8])] = &[("partnerships.csv", b"id,source,target\n1,A,B\n1,A,C\n")];
    assert_refused(ties, &["partnerships.csv", "rows 2 and 3", "\"1\""], "its own id");
}

#[test]
fn a_reversed_duplicate_is_used_and_adds_up() {
    let records = read_texts(&[("partnerships.csv", "id,source,target\n1,A,B\n2,B,A\n")]);
    assert_eq!(records.partnerships.len(), 2);
    assert_eq!(
        ledger(&records, TableName::Partnerships).states,
        [RowState::Used, RowState::Used]
    );
    let reversed = notes(&records, TableName::Partnerships);
    assert_eq!(
        reversed
            .iter()
            .filter(|note| note.2 == Reason::ReversedDuplicate)
            .count(),
        2
    );
    assert!(!Reason::ReversedDuplicate.fails_strict());
}

#[test]
fn an_end_before_the_start_empties_both() {
    let records = read_texts(&[(
        "partnerships.csv",
        "source,target,start,fin\nA,B,2024-05-01,2023-01-01\n",
    )]);
    let tie = &records.partnerships[0];
    assert_eq!((tie.start, tie.end), (None, End::Unknown));
    assert_eq!(ledger(&records, TableName::Partnerships).states, [RowState::Repaired]);
    assert!(notes(&records, TableName::Partnerships).contains(&(
        2,
        "fin",
        Reason::EndBeforeStart,
        "2024-05-01 > 2023-01-01"
    )));
}

#[test]
fn a_participation_before_its_event_is_used_and_flagged() {
    let records = read_texts(&[
        ("events.csv", "id,start\ne,2024-05-01\n"),
        (
            "participations.csv",
            "stakeholder_id,event_id,date\nA,e,2024-04-30\nB,e,2024-05-01\n",
        ),
    ]);
    assert_eq!(records.participations.len(), 2);
    assert!(notes(&records, TableName::Participations).contains(&(2, "date", Reason::BeforeItsEvent, "2024-04-30")));
    assert_eq!(
        ledger(&records, TableName::Participations).states,
        [RowState::Used, RowState::Used]
    );
}

// ---- names

#[test]
fn attendance_without_ids_makes_persons_with_their_organisation() {
    let records = read_texts(&[
        ("alianzas.csv", "origen,destino\nMunicipalidad de Penco,UdeC\n"),
        (
            "asistencia.csv",
            "Nombre;Institución;Correo;Evento\n\
             Ana Díaz;Municipalidad de Penco;ana@penco.cl;Taller 1\n\
             ANA DIAZ;municipalidad de penco;;Taller 2\n\
             Ana Díaz;UdeC;;Taller 1\n\
             UdeC;UdeC;;Taller 2\n",
        ),
    ]);
    let persons: Vec<_> = records
        .stakeholders
        .iter()
        .filter(|s| s.kind == StakeholderKind::Person)
        .collect();
    assert_eq!(persons.len(), 2);
    assert!(persons.iter().all(|person| person.id.as_str().starts_with("person-")));
    let parents: Vec<&str> = persons
        .iter()
        .filter_map(|p| Some(records.stakeholder(p.parent?).id.as_str()))
        .collect();
    assert!(
        parents.contains(&"UdeC") && parents.contains(&"municipalidad-de-penco"),
        "{parents:?}"
    );
    assert_eq!(records.stakeholders.len(), 4);
    assert_eq!(records.events.len(), 2);
    assert_eq!(records.participations.len(), 4);
}

#[test]
fn references_are_ids_else_aliases_emails_and_names() {
    let records = read_texts(&[
        (
            "stakeholders.csv",
            "id,name,alias,email\no1,Universidad de Concepción,UdeC; U. de C.,info@udec.cl\no2,o3,,\n",
        ),
        (
            "partnerships.csv",
            "id,source,target\n1,o1,o2\n2,UDEC,o2\n3,info@udec.cl,o2\n4,universidad de concepcion,O3\n",
        ),
    ]);
    assert_eq!(records.stakeholders.len(), 2);
    assert!(
        records
            .partnerships
            .iter()
            .all(|tie| tie.source.0 == 0 && tie.target.0 == 1)
    );
}

#[test]
fn rows_of_one_name_complete_each_other_and_may_not_contradict() {
    let records = read_texts(&[(
        "actores.csv",
        "nombre,sector,ciudad\nUdeC,academia,\nudec,,Concepción\nUDEC,,Penco\n",
    )]);
    assert_eq!(records.stakeholders.len(), 1);
    assert!(records.stakeholders[0].sector.is_some() && records.stakeholders[0].city.is_some());
    assert_eq!(ledger(&records, TableName::Stakeholders).count(RowState::Merged), 2);
    let contrary: &[(&str, &[u8])] = &[(
        "actores.csv",
        b"nombre,tipo\nUdeC,persona\nLota,unidad\nlota,organizacion\n",
    )];
    let (message, _) = refusal(contrary);
    assert!(message.contains("rows 3 and 4"), "{message}");
}

#[test]
fn a_name_that_two_declared_bear_is_not_guessed() {
    let records = read_texts(&[
        (
            "stakeholders.csv",
            "id,name\na1,Secretaría de Planeación\na2,Secretaría de Planeación\nb,B\n",
        ),
        ("partnerships.csv", "source,target\nSecretaría de Planeación,b\na1,b\n"),
    ]);
    assert_eq!(
        ledger(&records, TableName::Partnerships).states,
        [RowState::Excluded, RowState::Used]
    );
    assert_eq!(notes(&records, TableName::Partnerships)[0].2, Reason::AmbiguousName);
}

// ---- the account of rows

#[test]
fn blank_lines_keep_the_numbers_of_the_rows_below() {
    let records = read_texts(&[("partnerships.csv", "source,target\nA,B\n\n,\nA,\n")]);
    let states = [
        RowState::Used,
        RowState::Excluded,
        RowState::Excluded,
        RowState::Excluded,
    ];
    assert_eq!(ledger(&records, TableName::Partnerships).states, states);
    assert!(notes(&records, TableName::Partnerships).contains(&(5, "target", Reason::BadRequiredCell, "")));
}

#[test]
fn what_holds_values_is_known() {
    let records = read_texts(&[("alianzas.csv", "origen;destino;monto;inicio;nota\nA;B;;2024;x\n")]);
    let present = &records.present[&TableName::Partnerships];
    assert_eq!(present.filled, ["source", "target", "start"]);
    assert_eq!(present.unknown_columns, ["nota"]);
    assert_eq!(records.mapping.columns[&TableName::Partnerships]["source"], "origen");
}

/// Cells as people type them: good, odd and wrong.
fn cell() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "A",
        "B",
        "C",
        "a",
        "Ana Díaz",
        "ana diaz",
        "",
        "-",
        "N/A",
        "2024-05-01",
        "2023",
        "13/02/2024",
        "mayo 2024",
        "pronto",
        "12",
        "1.5",
        "-3",
        "0",
        "sí",
        "no",
        "x;y",
        "MuÃ±oz",
        "vigente",
    ])
}

fn rows(columns: usize) -> impl Strategy<Value = Vec<Vec<&'static str>>> {
    prop::collection::vec(prop::collection::vec(cell(), columns), 0..25)
}

fn table(header: &str, rows: &[Vec<&str>]) -> String {
    let lines = rows.iter().map(|row| {
        row.iter()
            .map(|cell| format!("\"{cell}\""))
            .collect::<Vec<_>>()
            .join(",")
    });
    [header.to_owned()]
        .into_iter()
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
        + "\n"
}

const TABLES: [(&str, &str); 5] = [
    (
        "partnerships.csv",
        "source,target,kind,start,end,strength,directed,amount,note",
    ),
    (
        "participations.csv",
        "stakeholder_id,event_id,date,role,hours,organization",
    ),
    ("events.csv", "name,start,end,host"),
    ("adoptions.csv", "unit,practice,date,origin,champion"),
    ("stakeholders.csv", "name,city,email,aliases,joined,note"),
];

fn messy() -> impl Strategy<Value = [Vec<Vec<&'static str>>; 5]> {
    (rows(9), rows(6), rows(4), rows(5), rows(6)).prop_map(|(a, b, c, d, e)| [a, b, c, d, e])
}

fn read_messy(rows: &[Vec<Vec<&'static str>>; 5]) -> HubRecords {
    let texts: Vec<String> = TABLES
        .iter()
        .zip(rows)
        .map(|((_, header), rows)| table(header, rows))
        .collect();
    let files: Vec<(&str, &str)> = TABLES
        .iter()
        .zip(&texts)
        .map(|((name, _), text)| (*name, text.as_str()))
        .collect();
    read_texts(&files)
}

/// All that was read but row numbers and hashes of files.
fn without_rows(records: &HubRecords) -> String {
    let mut counts: Vec<String> = Vec::new();
    for table in &records.ledger.tables {
        let mut reasons: Vec<Reason> = table.notes.iter().map(|note| note.reason).collect();
        let mut states = table.states.clone();
        reasons.sort();
        states.sort();
        counts.push(format!("{} {states:?} {reasons:?}", table.table));
    }
    let mut rest = records.clone();
    rest.ledger = Default::default();
    rest.input_hashes.clear();
    rest.name.clear();
    format!("{counts:?} {rest:?}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_ends_in_one_state(tables in messy()) {
        let records = read_messy(&tables);
        for (rows, name) in tables.iter().zip([
            TableName::Partnerships, TableName::Participations, TableName::Events, TableName::Adoptions,
            TableName::Stakeholders,
        ]) {
            let ledger = ledger(&records, name);
            prop_assert_eq!(ledger.states.len(), rows.len());
            let made = match name {
                TableName::Partnerships => records.partnerships.len(),
                TableName::Participations => records.participations.len(),
                TableName::Events => records.events.iter().filter(|event| !event.derived).count(),
                TableName::Stakeholders => records.stakeholders.iter().filter(|who| !who.derived).count(),
                _ => records.adoptions.len(),
            };
            let gone = ledger.count(RowState::Merged) + ledger.count(RowState::Excluded);
            prop_assert_eq!(made + gone, rows.len());
            // whatever is not used as it stands says why
            for (row, state) in ledger.states.iter().enumerate().filter(|(_, state)| **state != RowState::Used) {
                prop_assert!(ledger.notes.iter().any(|note| note.row == row as u64 + 2), "{} {:?}", row, state);
            }
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(tables in messy(), seed in any::<u64>()) {
        use hubscope::random::{Draws, stream};
        let mut shuffled = tables.clone();
        for (draw, rows) in shuffled.iter_mut().enumerate() {
            stream(seed, "shuffle", draw as u64).shuffle(rows);
        }
        prop_assert_eq!(without_rows(&read_messy(&tables)), without_rows(&read_messy(&shuffled)));
    }
}
