//! Files of one table whose headers differ, a mapping beside sheets of attendance, and files whose names promise another
//! table than stands in them: nothing that stands in a cell is lost or read by another file's header.

use hubscope::records::{self, HubRecords, ReadOptions, Reason, RecordsError, SourceNote, StakeholderKind};

fn try_read(files: &[(&str, &str)]) -> Result<HubRecords, RecordsError> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }
    records::read(folder.path(), &ReadOptions::default())
}

fn read(files: &[(&str, &str)]) -> HubRecords {
    try_read(files).expect("a hub that can be read")
}

/// The amounts and currencies of the ties, by whom they reach.
fn amounts(records: &HubRecords) -> Vec<(String, String)> {
    let ties = records.partnerships.iter();
    let mut amounts: Vec<(String, String)> = ties
        .map(|tie| {
            let amount = tie.amount.as_ref();
            let currency = amount.and_then(|amount| amount.currency.as_deref()).unwrap_or("-");
            let amount = amount.map_or("-".to_owned(), |amount| amount.value.to_string());
            (
                records.stakeholder(tie.target).name.to_string(),
                format!("{amount} {currency}"),
            )
        })
        .collect();
    amounts.sort();
    amounts
}

const TWO: &str = "[tables]\npartnerships = [\"a.csv\", \"b.csv\"]\n";

#[test]
fn amounts_headed_in_different_currencies_are_all_kept() {
    let told = |target: &str, amount: &str| (target.to_owned(), amount.to_owned());
    let hub = read(&[
        ("hub.toml", TWO),
        ("a.csv", "entidad a,entidad b,Monto (USD)\nUno,Dos,1000.5\nUno,Seis,-\n"),
        (
            "b.csv",
            "entidad a,entidad b,Monto (COP)\nUno,Tres,5000000\nUno,Cuatro,US$ 20\n",
        ),
    ]);
    let expected = [
        told("Cuatro", "20 USD"),
        told("Dos", "1000.5 USD"),
        told("Seis", "- -"),
        told("Tres", "5000000 COP"),
    ];
    assert_eq!(amounts(&hub), expected);
    let hub = read(&[
        ("hub.toml", TWO),
        ("a.csv", "entidad a,entidad b,Monto (COP)\nUno,Dos,1000000\n"),
        (
            "b.csv",
            "entidad a,entidad b,Monto,moneda\nUno,Tres,5000,EUR\nUno,Cuatro,7,\n",
        ),
    ]);
    let expected = [
        told("Cuatro", "7 -"),
        told("Dos", "1000000 COP"),
        told("Tres", "5000 EUR"),
    ];
    assert_eq!(amounts(&hub), expected);
}

#[test]
fn dates_whose_order_one_header_tells_are_all_kept() {
    let hub = read(&[
        ("hub.toml", TWO),
        ("a.csv", "entidad a,entidad b,Inicio (dd/mm/aaaa)\nUno,Dos,03/04/2024\n"),
        (
            "b.csv",
            "entidad a,entidad b,Inicio (mm/dd/yyyy)\nUno,Tres,03/04/2024\nUno,Cuatro,2024-05-06\n",
        ),
    ]);
    let mut starts: Vec<String> = hub
        .partnerships
        .iter()
        .map(|tie| tie.start.expect("a day").first.to_string())
        .collect();
    starts.sort();
    assert_eq!(starts, ["2024-03-04", "2024-04-03", "2024-05-06"]);
    let contradicted = try_read(&[
        ("hub.toml", TWO),
        (
            "a.csv",
            "entidad a,entidad b,Inicio (dd/mm/aaaa)\nUno,Dos,03/14/2024\nUno,Cinco,03/04/2024\n",
        ),
        ("b.csv", "entidad a,entidad b,Inicio\nUno,Tres,2024-05-06\n"),
    ]);
    assert!(contradicted.is_err(), "the header contradicts the cell");
}

#[test]
fn a_mapped_header_may_stand_in_one_of_several_files() {
    let files = |mapped: &str| {
        try_read(&[
            (
                "hub.toml",
                &format!("{TWO}\n[columns.partnerships]\namount = \"{mapped}\"\n"),
            ),
            ("a.csv", "entidad a,entidad b,Lo acordado\nUno,Dos,10\n"),
            ("b.csv", "organización 1,organización 2,Valor total\nUno,Tres,20\n"),
        ])
    };
    let hub = files("Lo acordado").expect("it stands in one of them");
    assert_eq!(amounts(&hub)[0].1, "10 -");
    assert_eq!(amounts(&hub)[1].1, "20 -");
    assert!(
        matches!(files("Lo acordao"), Err(RecordsError::UnknownMapping { nearest: Some(near), .. }) if near == "Lo acordado")
    );
}

#[test]
fn a_mapping_of_a_table_leaves_sheets_of_attendance_as_they_are() {
    let hub = read(&[
        (
            "hub.toml",
            "[columns.events]\nname = \"evento\"\nstart = \"fecha\"\n\n\
             [columns.participations]\nstakeholder_id = \"quién\"\nevent_id = \"evento\"\nrole = \"rol\"\n",
        ),
        (
            "participaciones.csv",
            "quién,evento,fecha,rol\nAna Pérez,Taller 1,14/05/2024,ponente\n",
        ),
        ("eventos.csv", "evento,fecha\nTaller 1,14/05/2024\n"),
        (
            "asistencia/t.csv",
            "Taller 2\n15 de mayo de 2024\nNombre,Entidad,Rol\nLuis Gil,Dos,moderador\n",
        ),
    ]);
    assert_eq!(hub.participations.len(), 2);
    assert_eq!(hub.events.len(), 2);
}

#[test]
fn in_a_directory_of_people_each_belongs_to_the_organization_beside() {
    for header in ["Entidad,Nombre completo,Correo", "Entidad,Nombre,Correo"] {
        let people = "Universidad X,Ana Pérez,ana@x.edu\nUniversidad X,Luis Gil,luis@x.edu\nUniversidad X,Universidad X,info@x.edu\n";
        let hub = read(&[
            ("contactos.csv", &format!("{header}\n{people}")),
            ("convenios.csv", "entidad a,entidad b\nUniversidad X,Alcaldía Y\n"),
        ]);
        let ana = hub
            .stakeholders
            .iter()
            .find(|who| &*who.name == "Ana Pérez")
            .expect("a row");
        assert_eq!(ana.kind, StakeholderKind::Person, "{header}");
        let parent = hub.stakeholder(ana.parent.expect("an organisation"));
        assert_eq!(
            (&*parent.name, parent.kind),
            ("Universidad X", StakeholderKind::Organization),
            "{header}"
        );
        assert_eq!((hub.stakeholders.len(), hub.partnerships.len()), (4, 1), "{header}");
    }
    let hub = read(&[("organizaciones.csv", "Entidad,NIT,Ciudad\nUniversidad X,1,Cali\n")]);
    assert_eq!(&*hub.stakeholders[0].name, "Universidad X");
    assert_eq!(hub.stakeholders[0].parent, None);
}

#[test]
fn a_list_of_attendance_is_one_whatever_its_file_is_called() {
    let people = "Nombre,Institución,Cargo\nAna Pérez,Universidad X,Docente\nLuis Gil,Alcaldía Y,Alcalde\n";
    let title = "Lista de asistencia\nTaller de codiseño 14 de mayo de 2024\n";
    let hub = read(&[("contactos.csv", &format!("{title}{people}"))]);
    assert_eq!((hub.events.len(), hub.participations.len()), (1, 2));
    assert_eq!(hub.events[0].start.expect("a day").first.to_string(), "2024-05-14");
    // no event is called after a person
    let told = try_read(&[("talleres.csv", people)]);
    let events: Vec<String> = told
        .iter()
        .flat_map(|hub| &hub.events)
        .map(|event| event.name.to_string())
        .collect();
    assert!(!events.iter().any(|name| name == "Ana Pérez"), "{events:?}");
    let hub = read(&[("talleres.csv", "Nombre,Inicio,Correo\nTaller 1,2024-05-14,a@b.co\n")]);
    assert_eq!(hub.events.len(), 1);
    let hub = read(&[("contactos.csv", &format!("Directorio de actores\n{people}"))]);
    assert_eq!((hub.events.len(), hub.stakeholders.len()), (0, 4));
}

#[test]
fn several_names_in_one_cell_are_told() {
    let hub = read(&[
        ("convenios.csv", "entidad a,entidad b\nUno,Dos; Tres\nUno,Cuatro;\n"),
        (
            "asistencia/t.csv",
            "Taller 2\n15 de mayo de 2024\nNombre,Entidad\nAna Pérez; Luis Gil,Dos\n",
        ),
    ]);
    let notes = hub.ledger.tables.iter().flat_map(|table| &table.notes);
    let several: Vec<&str> = notes
        .filter(|note| note.reason == Reason::SeveralNames)
        .map(|note| note.value.as_str())
        .collect();
    assert_eq!(several, ["Dos; Tres", "Ana Pérez; Luis Gil"]);
}

#[test]
fn the_encoding_of_a_sheet_of_attendance_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let sheets = folder.path().join("asistencia");
    std::fs::create_dir_all(&sheets).expect("made");
    let text = b"Nombre;Instituci\xf3n\nJos\xe9 N\xfa\xf1ez;Alcald\xeda de C\xfacuta\n";
    std::fs::write(sheets.join("Taller 12 de abril de 2024.csv"), text).expect("written");
    let hub = records::read(folder.path(), &ReadOptions::default()).expect("a hub");
    let notes: Vec<&SourceNote> = hub.mapping.sources.values().flatten().collect();
    assert_eq!(notes, [&SourceNote::Encoding("windows-1252".to_owned())]);
    assert!(hub.stakeholders.iter().any(|who| &*who.name == "José Núñez"));
}

#[test]
fn the_only_date_of_an_agreement_is_its_first_day() {
    let starts = |header: &str| {
        let hub = read(&[(
            "convenios.csv",
            &format!("entidad a,entidad b,{header}\nUno,Dos,13/02/2024,14/02/2024\n"),
        )]);
        hub.partnerships[0].start.map(|start| start.first.to_string())
    };
    assert_eq!(starts("Fecha,Notas").as_deref(), Some("2024-02-13"));
    assert_eq!(starts("Fecha,Fecha de inicio").as_deref(), Some("2024-02-14"));
}
