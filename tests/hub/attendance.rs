//! Sheets of attendance, as people keep them, become the stated rows, and every row of a sheet is accounted for.

use std::path::Path;

use hubscope::messages::{Lang, Messages};
use hubscope::records::{
    self, AttendanceForm, HubRecords, ReadOptions, Reason, RecordsError, RowState, StakeholderKind, TableName, ToldBy,
};

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }
}

fn try_read(files: &[(&str, &str)]) -> Result<HubRecords, RecordsError> {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), files);
    records::read(folder.path(), &ReadOptions::default())
}

fn read(files: &[(&str, &str)]) -> HubRecords {
    try_read(files).expect("a hub that can be read")
}

/// Who took part in what and when: name, organisation, event, day.
fn came(records: &HubRecords) -> Vec<(String, String, String, String)> {
    let mut rows: Vec<_> = records
        .participations
        .iter()
        .map(|row| {
            let who = records.stakeholder(row.stakeholder);
            let organization = who.parent.map(|parent| records.stakeholder(parent).name.to_string());
            (
                who.name.to_string(),
                organization.unwrap_or_default(),
                records.event(row.event).name.to_string(),
                row.date.map_or_else(String::new, |date| date.first.to_string()),
            )
        })
        .collect();
    rows.sort();
    rows
}

fn rows(expected: &[(&str, &str, &str, &str)]) -> Vec<(String, String, String, String)> {
    let owned = |row: &(&str, &str, &str, &str)| (row.0.into(), row.1.into(), row.2.into(), row.3.into());
    expected.iter().map(owned).collect()
}

/// The row, state and reasons of each row of a sheet.
fn account(records: &HubRecords, sheet: &str) -> Vec<(u64, RowState, Vec<Reason>)> {
    let table = records
        .ledger
        .tables
        .iter()
        .find(|table| table.table == TableName::Participations);
    let table = table.expect("participations");
    let of_sheet = |place: &usize| table.file_of(*place) == sheet;
    let line = |place: usize| {
        let notes = table
            .notes
            .iter()
            .filter(|note| note.place == place && note.reason != Reason::Derived);
        (
            table.row(place),
            table.states[place],
            notes.map(|note| note.reason).collect(),
        )
    };
    (0..table.states.len()).filter(of_sheet).map(line).collect()
}

fn states(records: &HubRecords, sheet: &str) -> Vec<(u64, RowState)> {
    account(records, sheet)
        .into_iter()
        .map(|(row, state, _)| (row, state))
        .collect()
}

/// The files and sheets that were not read.
fn unread(records: &HubRecords) -> Vec<&str> {
    records
        .mapping
        .unread
        .iter()
        .map(|unread| unread.name.as_str())
        .collect()
}

/// The events as (name, first day).
fn events(records: &HubRecords) -> Vec<(String, String)> {
    let day = |event: &hubscope::records::Event| event.start.map_or_else(String::new, |start| start.first.to_string());
    let mut events: Vec<_> = records
        .events
        .iter()
        .map(|event| (event.name.to_string(), day(event)))
        .collect();
    events.sort();
    events
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(name, day)| ((*name).into(), (*day).into()))
        .collect()
}

const SIGNED: &str = "\
Alcaldía de Concepción,,,,,
Taller 3 de codiseño – 14 de mayo de 2024 – Lista de asistencia,,,,,
,,,,,
N°,Nombre y apellidos,Institución / Empresa,Cargo,Correo electrónico,Firma
1,Ana Pérez Soto,Universidad de Concepción,Docente,ana@udec.cl,
2,Luis Muñoz,Alcaldía,Planificador,luis@concepcion.cl,LM
3,Ana Pérez Soto,Cámara de Comercio,Gerente,,
4,María Núñez,,,,
5,LUIS MUÑOZ,Alcaldía,,luis@concepcion.cl,
,,,,,
6,,,,,
Total asistentes,5,,,,
Elaborado por: Oficina de innovación,,,,,
";

#[test]
fn a_signed_list_tells_its_event_in_the_title() {
    use RowState::{Excluded, Merged, Used};
    let records = read(&[("asistencia/lista.csv", SIGNED)]);
    let (event, day) = ("Taller 3 de codiseño", "2024-05-14");
    let expected = rows(&[
        ("Ana Pérez Soto", "Cámara de Comercio", event, day),
        ("Ana Pérez Soto", "Universidad de Concepción", event, day),
        ("Luis Muñoz", "Alcaldía", event, day),
        ("María Núñez", "", event, day),
    ]);
    assert_eq!(came(&records), expected);
    assert_eq!(events(&records), pairs(&[(event, day)]));
    let accounted = account(&records, "asistencia/lista.csv");
    let expected = [
        (5, Used, vec![]),
        (6, Used, vec![]),
        (7, Used, vec![]),
        (8, Used, vec![]),
        (9, Merged, vec![Reason::IdenticalRow]),
        (10, Excluded, vec![Reason::BlankRow]),
        (11, Excluded, vec![Reason::BlankRow]),
        (12, Excluded, vec![Reason::TotalsRow]),
        (13, Excluded, vec![Reason::NoPerson]),
    ];
    assert_eq!(accounted, expected);
    let read = &records.mapping.attendance[0];
    assert_eq!((read.form, read.header_row), (AttendanceForm::List, 4));
    assert_eq!(read.not_read, ["N°", "Firma"]);
    assert_eq!(
        (read.events[0].name_by, read.events[0].date_by),
        (ToldBy::Title, Some(ToldBy::Title))
    );
    let luis = records
        .stakeholders
        .iter()
        .find(|one| &*one.name == "Luis Muñoz")
        .expect("Luis");
    assert_eq!(luis.kind, StakeholderKind::Person);
    assert_eq!(luis.email.as_deref(), Some("luis@concepcion.cl"));
    assert_eq!(luis.role_title.as_deref(), Some("Planificador"));
}

#[test]
fn the_merged_row_names_the_row_it_went_into() {
    let records = read(&[("asistencia/lista.csv", SIGNED)]);
    let table = records
        .ledger
        .tables
        .iter()
        .find(|table| table.table == TableName::Participations)
        .expect("table");
    let merged = table
        .notes
        .iter()
        .find(|note| note.reason == Reason::IdenticalRow)
        .expect("merged");
    assert_eq!(
        (merged.row, merged.into, merged.into_file.as_deref()),
        (9, Some(6), None)
    );
}

#[test]
fn a_matrix_gives_one_participation_per_mark() {
    use RowState::{Excluded, Repaired, Used};
    let matrix = "\
Nombre,Institución,Taller 1 (14/05/2024),Taller 2 (21/05/2024),Cierre,Total
Ana Pérez,UdeC,x,X,sí,3
Luis Muñoz,Alcaldía,1,0,presente,2
Eva Rojas,UdeC,no,ausente,,0
Raúl Díaz,Alcaldía,✓,justificado,,1
Total,,3,1,2,
";
    let records = read(&[("asistencia/matriz.csv", matrix)]);
    let expected = rows(&[
        ("Ana Pérez", "UdeC", "Cierre", ""),
        ("Ana Pérez", "UdeC", "Taller 1", "2024-05-14"),
        ("Ana Pérez", "UdeC", "Taller 2", "2024-05-21"),
        ("Luis Muñoz", "Alcaldía", "Cierre", ""),
        ("Luis Muñoz", "Alcaldía", "Taller 1", "2024-05-14"),
        ("Raúl Díaz", "Alcaldía", "Taller 1", "2024-05-14"),
    ]);
    assert_eq!(came(&records), expected);
    let accounted = account(&records, "asistencia/matriz.csv");
    let expected = [
        (2, Used, vec![]),
        (3, Used, vec![]),
        (4, Excluded, vec![Reason::CameToNothing]),
        (5, Repaired, vec![Reason::UnknownMark]),
        (6, Excluded, vec![Reason::TotalsRow]),
    ];
    assert_eq!(accounted, expected);
    let read = &records.mapping.attendance[0];
    assert_eq!(read.form, AttendanceForm::Matrix);
    assert_eq!(read.unknown_marks.get("justificado"), Some(&1));
    assert_eq!(read.not_read, ["Total"]);
}

#[test]
fn a_matrix_may_bear_its_dates_in_a_second_row() {
    let below = "Participante,Entidad,Reunión A,Reunión B\n,,2024-03-05,2024-03-19\nAna,UdeC,x,\nLuis,Alcaldía,x,x\n";
    let above = ",,2024-03-05,2024-03-19\nParticipante,Entidad,Reunión A,Reunión B\nAna,UdeC,x,\nLuis,Alcaldía,x,x\n";
    let dates_alone =
        "Reunión mensual de la mesa,,,\nParticipante,Entidad,05/03/2024,19/03/2024\nAna,UdeC,x,\nLuis,Alcaldía,x,x\n";
    let expected = pairs(&[("Reunión A", "2024-03-05"), ("Reunión B", "2024-03-19")]);
    for text in [below, above] {
        let records = read(&[("asistencia/m.csv", text)]);
        assert_eq!(events(&records), expected, "{text}");
        assert_eq!(records.participations.len(), 3, "{text}");
    }
    let records = read(&[("asistencia/m.csv", dates_alone)]);
    let meeting = "Reunión mensual de la mesa";
    assert_eq!(
        events(&records),
        pairs(&[(meeting, "2024-03-05"), (meeting, "2024-03-19")])
    );
    assert_eq!(records.participations.len(), 3);
}

#[test]
fn a_matrix_of_organisations_has_no_persons() {
    let text = "Entidad,Taller 1,Taller 2\nUdeC,x,x\nAlcaldía,,x\n";
    let records = read(&[("asistencia/m.csv", text)]);
    assert_eq!(came(&records).len(), 3);
    assert!(
        records
            .stakeholders
            .iter()
            .all(|one| one.kind == StakeholderKind::Organization)
    );
    assert_eq!(
        states(&records, "asistencia/m.csv"),
        [(2, RowState::Used), (3, RowState::Used)]
    );
}

#[test]
fn the_name_of_the_file_tells_the_event_where_no_title_does() {
    let text = "Nome,Instituição,E-mail\nJoão Araújo,Prefeitura,joao@example.org\n";
    let records = read(&[("attendance/2024-05-14_oficina_3.csv", text)]);
    assert_eq!(events(&records), pairs(&[("oficina 3", "2024-05-14")]));
    let told = &records.mapping.attendance[0].events[0];
    assert_eq!((told.name_by, told.date_by), (ToldBy::File, Some(ToldBy::File)));
}

#[test]
fn names_in_two_columns_are_put_together() {
    let spanish = "Taller 1,,\nNombres,Apellidos,Institución\nAna,Pérez Soto,UdeC\n";
    let french = "Atelier 1,,\nNom,Prénom,Organisme\nDupont,Anne,Mairie\n";
    let turned = "Taller 1,\nApellidos y nombres,Institución\n\"Pérez Soto, Ana\",UdeC\n";
    for (text, expected) in [
        (spanish, "Ana Pérez Soto"),
        (french, "Anne Dupont"),
        (turned, "Ana Pérez Soto"),
    ] {
        assert_eq!(came(&read(&[("asistencia/l.csv", text)]))[0].0, expected, "{text}");
    }
}

#[test]
fn those_registered_who_did_not_come_are_left_out() {
    let text = "Taller 1,,\nNombre,Institución,¿Asistió?\nAna,UdeC,sí\nLuis,Alcaldía,no\nEva,UdeC,\nRaúl,UdeC,sí\n";
    let records = read(&[("asistencia/l.csv", text)]);
    assert_eq!(
        came(&records).iter().map(|row| row.0.as_str()).collect::<Vec<_>>(),
        ["Ana", "Raúl"]
    );
    let accounted = account(&records, "asistencia/l.csv");
    assert_eq!(accounted[1], (4, RowState::Excluded, vec![Reason::Absent]));
    assert_eq!(accounted[2].1, RowState::Excluded);
}

#[test]
fn a_row_without_a_person_lets_its_organisation_take_part() {
    let text = "Taller 1,,\nNombre,Institución,Correo\n,Cámara de Comercio,\n,,eva@example.org\nAna,n/d,-\n";
    let records = read(&[("asistencia/l.csv", text)]);
    let expected = rows(&[
        ("Ana", "", "Taller 1", ""),
        ("Cámara de Comercio", "", "Taller 1", ""),
        ("eva@example.org", "", "Taller 1", ""),
    ]);
    assert_eq!(came(&records), expected);
    let accounted = account(&records, "asistencia/l.csv");
    assert_eq!(accounted[0], (3, RowState::Repaired, vec![Reason::OrganizationCame]));
    assert_eq!(accounted[1], (4, RowState::Repaired, vec![Reason::EmptyName]));
}

#[test]
fn a_long_list_names_the_event_in_each_row() {
    let text = "\
Nombre,Institución,Evento,Fecha
Ana,UdeC,Taller 1,14/05/2024
Ana,UdeC,Taller 2,21/05/2024
Luis,Alcaldía,Taller 1,14/05/2024
Eva,UdeC,,14/05/2024
";
    let records = read(&[("asistencia/todo.csv", text)]);
    assert_eq!(
        events(&records),
        pairs(&[("Taller 1", "2024-05-14"), ("Taller 2", "2024-05-21")])
    );
    assert_eq!(records.participations.len(), 3);
    assert_eq!(
        account(&records, "asistencia/todo.csv")[3],
        (5, RowState::Excluded, vec![Reason::NoEvent])
    );
}

#[test]
fn a_list_and_a_matrix_of_the_same_event_count_once() {
    let list = "Taller 1 – 14/05/2024,\nNombre,Institución\nAna,UdeC\nLuis,Alcaldía\n";
    let matrix = "Nombre,Institución,Taller 1,Taller 2\nAna,UdeC,x,x\nLuis,Alcaldía,x,\n";
    let records = read(&[("asistencia/a.csv", list), ("asistencia/b.csv", matrix)]);
    let expected = rows(&[
        ("Ana", "UdeC", "Taller 1", "2024-05-14"),
        ("Ana", "UdeC", "Taller 2", ""),
        ("Luis", "Alcaldía", "Taller 1", "2024-05-14"),
    ]);
    assert_eq!(came(&records), expected);
    assert_eq!(
        states(&records, "asistencia/a.csv"),
        [(3, RowState::Used), (4, RowState::Used)]
    );
    assert_eq!(
        states(&records, "asistencia/b.csv"),
        [(2, RowState::Used), (3, RowState::Merged)]
    );
    let table = records
        .ledger
        .tables
        .iter()
        .find(|table| table.table == TableName::Participations)
        .expect("table");
    let merged = table
        .notes
        .iter()
        .rfind(|note| note.reason == Reason::IdenticalRow)
        .expect("merged");
    assert_eq!(
        (merged.into_file.as_deref(), merged.into),
        (Some("asistencia/a.csv"), Some(4))
    );
}

#[test]
fn a_meeting_held_every_month_is_several_events() {
    let month = |day: &str| format!("Mesa técnica,\n{day},\nNombre,Institución\nAna,UdeC\nLuis,Alcaldía\n");
    let records = read(&[
        ("asistencia/marzo.csv", &month("13/03/2024")),
        ("asistencia/abril.csv", &month("10/04/2024")),
    ]);
    assert_eq!(
        events(&records),
        pairs(&[("Mesa técnica", "2024-03-13"), ("Mesa técnica", "2024-04-10")])
    );
    assert_eq!(records.participations.len(), 4);
}

#[test]
fn sheets_under_one_title_without_a_date_are_told_apart_by_their_own_names() {
    let list = "Talleres de codiseño,\nNombre,Institución\nAna,UdeC\n";
    let records = read(&[
        ("asistencia/Barrio Norte.csv", list),
        ("asistencia/Barrio Sur.csv", list),
    ]);
    let expected = pairs(&[
        ("Talleres de codiseño – Barrio Norte", ""),
        ("Talleres de codiseño – Barrio Sur", ""),
    ]);
    assert_eq!(events(&records), expected);
}

#[test]
fn the_hub_s_own_tables_are_joined_with_the_sheets() {
    let tables = [
        ("eventos.csv", "id,nombre,inicio\nE1,Taller 1,2024-05-14\n"),
        (
            "actores.csv",
            "id,nombre,tipo,organización superior,correo\nP1,Ana Pérez,persona,UdeC,\nUdeC,UdeC,organización,,\n",
        ),
        ("participaciones.csv", "participante,evento,fecha\nP1,E1,2024-05-14\n"),
        (
            "asistencia/taller 1.csv",
            "Taller 1 – 14/05/2024,\nNombre,Institución\nAna Pérez,UdeC\nLuis Muñoz,UdeC\n",
        ),
        (
            "asistencia/taller 9.csv",
            "Taller 9,\nNombre,Institución\nAna Pérez,UdeC\n",
        ),
    ];
    let records = read(&tables);
    assert_eq!(events(&records), pairs(&[("Taller 1", "2024-05-14"), ("Taller 9", "")]));
    assert_eq!(records.participations.len(), 3);
    assert_eq!(states(&records, "participaciones.csv"), [(2, RowState::Used)]);
    assert_eq!(
        states(&records, "asistencia/taller 1.csv"),
        [(3, RowState::Merged), (4, RowState::Used)]
    );
    let created = &account(&records, "asistencia/taller 9.csv")[0];
    assert_eq!(created, &(3, RowState::Used, vec![Reason::UnknownIdCreated]));
    let events_rows = records
        .ledger
        .tables
        .iter()
        .find(|table| table.table == TableName::Events)
        .expect("events");
    assert_eq!(events_rows.states.len(), 1);
}

#[test]
fn a_file_named_as_the_table_may_hold_a_list_or_a_matrix() {
    let matrix = "Nombre,Institución,Taller 1,Taller 2\nAna,UdeC,x,x\n";
    let records = read(&[("asistencia.csv", matrix)]);
    assert_eq!(records.participations.len(), 2);
    let list = "Taller 1 – 14/05/2024,\nNombre,Institución\nAna,UdeC\n";
    assert_eq!(
        events(&read(&[("lista.csv", list)])),
        pairs(&[("Taller 1", "2024-05-14")])
    );
    let error = try_read(&[("asistencia.csv", "Nombre,Ciudad\nAna,Cali\n")]).expect_err("no list");
    assert!(
        matches!(
            error,
            RecordsError::MissingColumn { column: "event_id", .. } | RecordsError::AttendanceEvent { .. }
        ),
        "{error}"
    );
}

#[test]
fn a_list_that_tells_no_event_is_refused_until_hub_toml_does() {
    let list = ("asistencia/lista.csv", "Nombre,Institución\nAna,UdeC\n");
    let error = try_read(&[list]).expect_err("no event");
    let RecordsError::AttendanceEvent { sheet } = &error else {
        panic!("{error}")
    };
    assert_eq!(sheet, "asistencia/lista.csv");
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let (remedy, values) = error.remedy();
        assert!(
            messages
                .say(remedy, &values)
                .contains("[attendance.\"asistencia/lista.csv\"]")
        );
    }
    let toml = "[attendance.\"asistencia/lista.csv\"]\nevent = \"Taller 1\"\ndate = 2024-05-14\n";
    let records = read(&[list, ("hub.toml", toml)]);
    assert_eq!(events(&records), pairs(&[("Taller 1", "2024-05-14")]));
    let ignored = [
        list,
        ("hub.toml", "[attendance.\"asistencia/lista.csv\"]\nignore = true\n"),
        ("alianzas.csv", "origen,destino\nA,B\n"),
    ];
    let records = read(&ignored);
    assert_eq!(unread(&records), ["asistencia/lista.csv"]);
    let unknown = try_read(&[
        list,
        ("hub.toml", "[attendance.\"asistencia/lsita.csv\"]\nevent = \"x\"\n"),
    ]);
    assert!(
        matches!(&unknown, Err(RecordsError::UnknownMapping { nearest: Some(nearest), .. }) if nearest == "asistencia/lista.csv"),
        "{unknown:?}"
    );
}

#[test]
fn dates_that_no_other_settles_are_refused_and_others_settle_them() {
    let open = (
        "asistencia/a.csv",
        "Taller 1 – 03/05/2024,\nNombre,Institución\nAna,UdeC\n",
    );
    let error = try_read(&[open]).expect_err("either way");
    assert!(
        matches!(&error, RecordsError::AttendanceDate { value, .. } if value == "03/05/2024"),
        "{error}"
    );
    let other = (
        "asistencia/b.csv",
        "Taller 2 – 17/05/2024,\nNombre,Institución\nAna,UdeC\n",
    );
    let records = read(&[open, other]);
    assert_eq!(
        events(&records),
        pairs(&[("Taller 1", "2024-05-03"), ("Taller 2", "2024-05-17")])
    );
    let records = read(&[open, ("hub.toml", "[records]\ndate_order = \"month_day\"\n")]);
    assert_eq!(events(&records), pairs(&[("Taller 1", "2024-03-05")]));
}

#[test]
fn what_is_neither_list_nor_matrix_is_named_and_left() {
    let contacts = ("apuntes.csv", "Nombre,Institución,Correo\nAna,UdeC,ana@udec.cl\n");
    let interests = ("intereses.csv", "Nombre,Movilidad,Agua\nAna,x,\nLuis,x,x\n");
    let ties = ("alianzas.csv", "origen,destino\nUdeC,Alcaldía\n");
    let notes = ("asistencia/notas.csv", "Pendientes\nLlamar a la sala\n");
    let records = read(&[contacts, interests, ties, notes]);
    assert_eq!(records.participations.len(), 0);
    assert_eq!(
        unread(&records),
        ["apuntes.csv", "asistencia/notas.csv", "intereses.csv"]
    );
}

#[test]
fn a_list_lying_beside_the_tables_is_found_by_its_title() {
    let list = (
        "Taller 3 - 14 de mayo de 2024.csv",
        "Nombre,Institución,Firma\nAna,UdeC,\n",
    );
    let records = read(&[list, ("alianzas.csv", "origen,destino\nUdeC,Alcaldía\n")]);
    assert_eq!(events(&records), pairs(&[("Taller 3", "2024-05-14")]));
}

#[test]
fn the_last_post_of_a_person_is_the_one_kept() {
    let list = |day: &str, post: &str| format!("Mesa – {day},,\nNombre,Institución,Cargo\nAna,UdeC,{post}\n");
    let records = read(&[
        ("asistencia/a.csv", &list("2024-09-10", "Directora")),
        ("asistencia/b.csv", &list("2024-03-13", "Zootecnista")),
    ]);
    let ana = records
        .stakeholders
        .iter()
        .find(|one| &*one.name == "Ana")
        .expect("Ana");
    assert_eq!(ana.role_title.as_deref(), Some("Directora"));
    assert_eq!(records.participations.len(), 2);
}

#[test]
fn an_attendance_spelled_twice_counts_once_in_the_hub_s_own_table_too() {
    let own = "nombre,organización,correo,evento,fecha\nAna Pérez,UdeC,ana@udec.cl,Taller 1,2024-05-14\nANA PEREZ,,ana@udec.cl,Taller 1,2024-05-14\n";
    let records = read(&[("participaciones.csv", own)]);
    assert_eq!(records.participations.len(), 1);
    assert_eq!(
        states(&records, "participaciones.csv"),
        [(2, RowState::Used), (3, RowState::Merged)]
    );
}

#[test]
fn unknown_events_follow_the_hub_s_own_choice() {
    let tables = [
        ("eventos.csv", "id,nombre,inicio\nE1,Taller 1,2024-05-14\n"),
        ("asistencia/l.csv", "Taller 9,\nNombre,Institución\nAna,UdeC\n"),
    ];
    let with = |choice: &str| {
        let toml = format!("[records]\nunknown_ids = \"{choice}\"\n");
        try_read(&[tables[0], tables[1], ("hub.toml", &toml)])
    };
    let error = with("error").expect_err("an event that no table declares");
    assert!(
        matches!(&error, RecordsError::UnknownId { file, row: 3, value, .. } if file == "asistencia/l.csv" && value == "Taller 9"),
        "{error}"
    );
    let dropped = with("drop").expect("a hub");
    assert_eq!(dropped.participations.len(), 0);
    assert_eq!(states(&dropped, "asistencia/l.csv"), [(3, RowState::Excluded)]);
}

#[test]
fn groups_of_events_may_stand_above_their_names() {
    let text =
        "Nombre,Institución,Codiseño,,Cierre\n,,Taller 1,Taller 2,Foro final\nAna,UdeC,x,x,\nLuis,Alcaldía,,x,x\n";
    let records = read(&[("asistencia/m.csv", text)]);
    assert_eq!(
        events(&records),
        pairs(&[("Foro final", ""), ("Taller 1", ""), ("Taller 2", "")])
    );
    assert_eq!(records.participations.len(), 4);
    assert_eq!(
        states(&records, "asistencia/m.csv"),
        [(3, RowState::Used), (4, RowState::Used)]
    );
}

#[test]
fn merged_cells_of_a_workbook_hold_for_their_rows_and_columns() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("asistencia")).expect("made");
    let mut book = Workbook::new();
    let plain = Format::new();
    let sheet = book.add_worksheet().set_name("Matriz").expect("a name");
    for (column, header) in (0..).zip(["Nombre", "Institución"]) {
        sheet.write_string(0, column, header).expect("written");
    }
    sheet
        .merge_range(0, 2, 0, 3, "Reunión mensual", &plain)
        .expect("merged");
    for (column, day) in [(2, 13), (3, 27)] {
        let date = ExcelDateTime::from_ymd(2024, 5, day).expect("a date");
        let format = Format::new().set_num_format("dd/mm/yyyy");
        sheet
            .write_datetime_with_format(1, column, &date, &format)
            .expect("written");
    }
    for (row, name) in (2..).zip(["Ana", "Luis"]) {
        sheet.write_string(row, 0, name).expect("written");
        sheet.write_string(row, 2, "x").expect("written");
        sheet.write_boolean(row, 3, row == 2).expect("written");
    }
    sheet.merge_range(2, 1, 3, 1, "UdeC", &plain).expect("merged");
    let hidden = book.add_worksheet().set_name("Borrador").expect("a name");
    hidden.set_hidden(true).write_string(0, 0, "Nombre").expect("written");
    book.add_worksheet().set_name("Hoja3").expect("a name");
    book.save(folder.path().join("asistencia/reuniones.xlsx"))
        .expect("saved");
    let records = records::read(folder.path(), &ReadOptions::default()).expect("a hub");
    let meeting = "Reunión mensual";
    let expected = rows(&[
        ("Ana", "UdeC", meeting, "2024-05-13"),
        ("Ana", "UdeC", meeting, "2024-05-27"),
        ("Luis", "UdeC", meeting, "2024-05-13"),
    ]);
    assert_eq!(came(&records), expected);
    assert_eq!(
        unread(&records),
        ["asistencia/reuniones.xlsx#Borrador", "asistencia/reuniones.xlsx#Hoja3"]
    );
}

#[test]
fn a_workbook_of_attendance_beside_the_tables_has_a_sheet_per_event() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), &[("alianzas.csv", "origen,destino\nUdeC,Alcaldía\n")]);
    let mut book = Workbook::new();
    for (name, person) in [("14 de mayo", "Ana"), ("21 de mayo", "Luis"), ("Instrucciones", "")] {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        let cells: &[[&str; 3]] = if person.is_empty() {
            &[["Llene una hoja por taller", "", ""]]
        } else {
            &[["Nombre", "Institución", "Firma"], [person, "UdeC", ""]]
        };
        for (row, line) in (0..).zip(cells) {
            for (column, cell) in (0..).zip(line) {
                sheet.write_string(row, column, *cell).expect("written");
            }
        }
    }
    book.save(folder.path().join("Asistencia mesa técnica 2024.xlsx"))
        .expect("saved");
    let records = records::read(folder.path(), &ReadOptions::default()).expect("a hub");
    let meeting = "mesa técnica 2024";
    assert_eq!(
        events(&records),
        pairs(&[(meeting, "2024-05-14"), (meeting, "2024-05-21")])
    );
    assert_eq!(records.participations.len(), 2);
    assert_eq!(unread(&records), ["Asistencia mesa técnica 2024.xlsx#Instrucciones"]);
}

#[test]
fn a_workbook_named_as_the_table_may_hold_lists() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut book = Workbook::new();
    for name in ["Taller 1", "Taller 2"] {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        for (row, line) in (0..).zip([["Nombre", "Institución"], ["Ana", "UdeC"]]) {
            for (column, cell) in (0..).zip(line) {
                sheet.write_string(row, column, cell).expect("written");
            }
        }
    }
    book.save(folder.path().join("asistencia.xlsx")).expect("saved");
    let records = records::read(folder.path(), &ReadOptions::default()).expect("a hub");
    assert_eq!(events(&records), pairs(&[("Taller 1", ""), ("Taller 2", "")]));
    assert_eq!(records.participations.len(), 2);
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let head = "Taller 1 – 14/05/2024,,\nNombre,Institución,Cargo\n";
    let rows = [
        "Ana,UdeC,Docente",
        "Luis,Alcaldía,Jefe",
        "Ana,Cámara,Gerente",
        "Ana,UdeC,",
    ];
    let text = |order: [usize; 4]| format!("{head}{}\n", order.map(|place| rows[place]).join("\n"));
    let (one, other) = (text([0, 1, 2, 3]), text([3, 2, 1, 0]));
    let (one, other) = (
        read(&[("asistencia/l.csv", &one)]),
        read(&[("asistencia/l.csv", &other)]),
    );
    assert_eq!(one.stakeholders, other.stakeholders);
    assert_eq!(one.participations, other.participations);
}

/// What stands in sheets of attendance, in any order.
const CELLS: [&str; 30] = [
    "",
    "",
    "",
    "Nombre",
    "Apellidos",
    "Institución",
    "Correo",
    "Cargo",
    "Evento",
    "Fecha",
    "¿Asistió?",
    "Taller 1",
    "Taller 2 (14/05/2024)",
    "Lista de asistencia – Taller 3",
    "14 de mayo de 2024",
    "13-14 mayo",
    "2024-05-14",
    "x",
    "1",
    "no",
    "tal vez",
    "Ana Pérez",
    "Pérez, Ana",
    "UdeC",
    "ana@udec.cl",
    "Total",
    "Nota: tarde",
    "\u{fffd}: : –",
    "3/5/24 14 y 15 de",
    "()[]– de",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn any_sheet_is_read_row_by_row_or_refused(
        sheet in prop::collection::vec(prop::collection::vec(prop::sample::select(&CELLS[..]), 1..7), 1..10)
    ) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &sheet {
            writer.write_record(row).expect("written");
        }
        let text = String::from_utf8(writer.into_inner().expect("whole")).expect("text");
        let ties = ("alianzas.csv", "origen,destino\nUdeC,Alcaldía\n");
        match try_read(&[ties, ("asistencia/hoja.csv", &text)]) {
            Ok(records) => {
                let last = sheet.iter().rposition(|row| row.iter().any(|cell| !cell.is_empty())).map_or(0, |last| last + 1);
                for read in &records.mapping.attendance {
                    let lines = account(&records, "asistencia/hoja.csv");
                    prop_assert_eq!(lines.len(), last.saturating_sub(read.header_row as usize), "{}", text);
                    let rows: Vec<u64> = lines.iter().map(|(row, ..)| *row).collect();
                    let expected: Vec<u64> = (read.header_row + 1..=last as u64).collect();
                    prop_assert_eq!(rows, expected, "{}", text);
                }
            }
            Err(error) => {
                let (what, values) = error.message();
                prop_assert!(!Messages::new(Lang::Es).say(what, &values).is_empty());
            }
        }
    }
}
