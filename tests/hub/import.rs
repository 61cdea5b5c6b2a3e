//! Files in the wild's own shape become a hub that reads back, and every row of them is accounted for. All of it is
//! made up; the headers are those of the formats.

use std::path::{Path, PathBuf};

use hubscope::messages::{Lang, Messages};
use hubscope::records::adapters::{ImportFormat, ImportOptions, ImportReason, Imported, import};
use hubscope::records::{self, HubRecords, ReadOptions, RecordsError, RowState, StakeholderKind};
use proptest::prelude::*;

use crate::program::hubscope_in;

/// A folder of files as another program wrote them.
fn folder_of(files: &[(&str, &str)]) -> (tempfile::TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("written");
    }
    let paths = files.iter().map(|(name, _)| folder.path().join(name)).collect();
    (folder, paths)
}

fn import_with(
    format: ImportFormat,
    files: &[(&str, &str)],
    options: &ImportOptions,
) -> Result<Imported, RecordsError> {
    let (_folder, paths) = folder_of(files);
    import(format, &paths, options)
}

/// What the import of these files made.
fn imported(format: ImportFormat, files: &[(&str, &str)]) -> Imported {
    import_with(format, files, &ImportOptions::default()).expect("files that can be imported")
}

/// The hub as it reads back from the files that import writes: nothing in it may need a repair.
fn read_back(imported: &Imported) -> HubRecords {
    let folder = tempfile::tempdir().expect("a folder");
    for file in imported.files(&Messages::new(Lang::En)).expect("files") {
        std::fs::write(folder.path().join(&file.name), &file.content).expect("written");
    }
    let records = records::read(folder.path(), &ReadOptions::default()).expect("a hub");
    let notes: Vec<_> = records
        .ledger
        .tables
        .iter()
        .flat_map(|table| &table.notes)
        .filter(|note| note.reason.fails_strict())
        .collect();
    assert_eq!(notes, Vec::<&hubscope::records::RowNote>::new());
    records
}

/// Stakeholders, events, participations, partnerships.
fn counts(records: &HubRecords) -> [usize; 4] {
    [
        records.stakeholders.len(),
        records.events.len(),
        records.participations.len(),
        records.partnerships.len(),
    ]
}

/// Used, repaired, merged, excluded.
fn states(imported: &Imported) -> [usize; 4] {
    let ledger = &imported.ledger;
    let counted =
        [RowState::Used, RowState::Repaired, RowState::Merged, RowState::Excluded].map(|state| ledger.count(state));
    assert_eq!(counted.iter().sum::<usize>(), ledger.rows(), "the totals reconcile");
    counted
}

/// Rows with a reason, as (file, row).
fn noted(imported: &Imported, reason: ImportReason) -> Vec<(&str, u64)> {
    let mut found = Vec::new();
    for file in &imported.ledger.files {
        for fate in file
            .rows
            .iter()
            .filter(|fate| fate.notes.iter().any(|note| note.reason == reason))
        {
            found.push((file.file.as_str(), fate.row));
        }
    }
    found
}

/// Ties as (source, target, first day, last day, amount and currency).
fn ties(records: &HubRecords) -> Vec<(&str, &str, String, String, String)> {
    records
        .partnerships
        .iter()
        .map(|tie| {
            let amount = tie.amount.as_ref().map_or_else(String::new, |amount| {
                format!("{} {}", amount.value, amount.currency.as_deref().unwrap_or_default())
            });
            let end = match &tie.end {
                records::End::On(span) => span.last.to_string(),
                other => format!("{other:?}"),
            };
            (
                &*records.stakeholder(tie.source).name,
                &*records.stakeholder(tie.target).name,
                tie.start.map_or_else(String::new, |span| span.first.to_string()),
                end,
                amount,
            )
        })
        .collect()
}

/// Participations as (who, event's name, role, outcome, amount).
fn parts(records: &HubRecords) -> Vec<(&str, &str, &str, &str, f64)> {
    records
        .participations
        .iter()
        .map(|part| {
            (
                &*records.stakeholder(part.stakeholder).name,
                &*records.event(part.event).name,
                part.role.as_deref().unwrap_or_default(),
                part.outcome.as_deref().unwrap_or_default(),
                part.amount.as_ref().map_or(0.0, |amount| amount.value),
            )
        })
        .collect()
}

/// What a refusal says, and what it advises; it says both in both languages.
fn refusal(format: ImportFormat, files: &[(&str, &str)]) -> (String, String) {
    let error = import_with(format, files, &ImportOptions::default()).expect_err("files that are refused");
    let spoken = |lang| {
        let messages = Messages::new(lang);
        let ((what, found), (remedy, values)) = (error.message(), error.remedy());
        assert!(messages.has(what) && messages.has(remedy), "{what}, {remedy}");
        (messages.say(what, &found), messages.say(remedy, &values))
    };
    assert_ne!(spoken(Lang::En), spoken(Lang::Es));
    spoken(Lang::En)
}

const PROJECTS: &str = "\u{feff}id;acronym;status;title;startDate;endDate;totalCost;ecMaxContribution;legalBasis;topics;\
    frameworkProgramme;masterCall;subCall;fundingScheme;nature;objective;contentUpdateDate;rcn;grantDoi\n\
    101;ALFA;CLOSED;\"Water; a plan\";2016-01-01;2018-12-31;1000000,5;900000,25;H2020-EU.3.;T-1;H2020;C-1;S-1;RIA;;\"Says \"\"more\"\"\nover two lines\";2022-08-01 10:00:00;1;10.3030/101\n\
    102;BETA;SIGNED;Light;2019-05-01;2023-04-30;500000;500000;H2020-EU.1.;T-2;H2020;C-2;S-2;IA;;Short;2022-08-01 10:00:00;2;10.3030/102\n";

const ORGANIZATIONS: &str = "projectID;projectAcronym;organisationID;vatNumber;name;shortName;SME;activityType;street;\
    postCode;city;country;nutsCode;geolocation;organizationURL;contactForm;contentUpdateDate;rcn;order;role;ecContribution;\
    netEcContribution;totalCost;endOfParticipation;active\n\
    101;ALFA;900000001;ES0001;UNIVERSIDAD UNO;UNO;false;HES;Calle 1;28001;Madrid;ES;ES300;;;;;1;1;coordinator;300000,5;300000,5;;false;\n\
    101;ALFA;900000002;;EMPRESA DOS SPA;DOS;true;PRC;;;Concepción;CL;;;;;;2;2;participant;;;;false;\n\
    102;BETA;900000001;ES0001;Universidad Uno de Madrid;UNO;false;HES;Calle 1;28001;Madrid;ES;ES300;;;;;3;1;participant;12345,67;;;false;\n\
    102;BETA;900000003;;Institut Trois;;;REC;;;Lyon;FR;;;;;;4;2;coordinator;200000;;;true;\n\
    projectID;projectAcronym;organisationID;vatNumber;name;shortName;SME;activityType;street;postCode;city;country;nutsCode;geolocation;organizationURL;contactForm;contentUpdateDate;rcn;order;role;ecContribution;netEcContribution;totalCost;endOfParticipation;active\n\
    102;BETA;900000003;;Institut Trois;;;REC;;;Lyon;FR;;;;;;4;2;coordinator;200000;;;true;\n\
    999;GONE;900000002;;EMPRESA DOS SPA;DOS;true;PRC;;;Concepción;CL;;;;;;5;1;thirdParty;;;;false;\n\
    102;BETA;;;Nobody;;;PRC;;;;;;;;;;6;3;participant;1;;;false;\n";

#[test]
fn cordis_projects_become_events_and_each_row_of_organizations_a_participation() {
    let made = imported(
        ImportFormat::Cordis,
        &[("project.csv", PROJECTS), ("organization.csv", ORGANIZATIONS)],
    );
    // organization.csv: rows 2 to 5 and 8 count, 6 is the header again, 7 says what 5 says, 9 names no organisation
    assert_eq!(states(&made), [2 + 5, 0, 1, 2]);
    assert_eq!(noted(&made, ImportReason::RepeatedHeader), [("organization.csv", 6)]);
    assert_eq!(noted(&made, ImportReason::IdenticalRow), [("organization.csv", 7)]);
    assert_eq!(noted(&made, ImportReason::UnknownReference), [("organization.csv", 8)]);
    assert_eq!(noted(&made, ImportReason::MissingCell), [("organization.csv", 9)]);
    assert_eq!(noted(&made, ImportReason::EndedEarly), [("organization.csv", 5)]);
    let hub = read_back(&made);
    // organisations 1, 2, 3; projects 101, 102 and 999; no tie outside projects
    assert_eq!(counts(&hub), [3, 3, 5, 0]);
    assert_eq!(
        parts(&hub),
        [
            ("UNIVERSIDAD UNO", "ALFA", "coordinator", "", 300_000.5),
            ("EMPRESA DOS SPA", "ALFA", "attendee", "", 0.0),
            ("UNIVERSIDAD UNO", "BETA", "attendee", "", 12_345.67),
            ("Institut Trois", "BETA", "coordinator", "ended early", 200_000.0),
            ("EMPRESA DOS SPA", "GONE", "thirdParty", "", 0.0),
        ]
    );
    let uno = hub.stakeholder(hub.find_stakeholder("900000001").expect("the university"));
    assert_eq!(uno.sector, Some(records::Sector::Academia));
    let aliases: Vec<&str> = uno.aliases.iter().map(|alias| &**alias).collect();
    assert_eq!(aliases, ["UNO", "Universidad Uno de Madrid"]);
    let alfa = &hub.events[0];
    assert_eq!(alfa.start.expect("a start").first.to_string(), "2016-01-01");
    assert_eq!(alfa.end.expect("an end").last.to_string(), "2018-12-31");
}

#[test]
fn cordis_horizon_europe_and_the_older_layout_are_read_alike() {
    // Horizon Europe: decimal points, `keywords` in project.csv, no blank cells quoted
    let projects = "id;acronym;status;title;startDate;endDate;totalCost;ecMaxContribution;legalBasis;topics;ecSignatureDate;\
        frameworkProgramme;masterCall;subCall;fundingScheme;nature;objective;contentUpdateDate;rcn;grantDoi;keywords\n\
        \"101100001\";\"GAMMA\";\"SIGNED\";\"Heat\";\"2023-01-01\";\"2026-12-31\";\"0.00\";\"1500000.50\";\"HORIZON.2.5\";\"T\";\"2022-12-01\";\"HORIZON\";\"C\";\"S\";\"HORIZON-RIA\";\"\";\"…\";\"2023-01-02 00:00:00\";\"7\";\"\";\"heat\"\n";
    let organizations = "projectID;projectAcronym;organisationID;vatNumber;name;shortName;SME;activityType;street;postCode;city;\
        country;nutsCode;geolocation;organizationURL;contactForm;contentUpdateDate;rcn;order;role;ecContribution;netEcContribution;\
        totalCost;endOfParticipation;active\n\
        \"101100001\";\"GAMMA\";\"900000004\";\"\";\"CITY FOUR\";\"\";\"false\";\"PUB\";\"\";\"\";\"Cali\";\"CO\";\"\";\"\";\"\";\"\";\"\";\"8\";\"1\";\"associatedPartner\";\"0.00\";\"125000.5\";\"\";\"false\";\"true\"\n";
    let made = imported(
        ImportFormat::Cordis,
        &[("project.csv", projects), ("organization.csv", organizations)],
    );
    assert_eq!(states(&made), [2, 0, 0, 0]);
    let hub = read_back(&made);
    assert_eq!(counts(&hub), [1, 1, 1, 0]);
    assert_eq!(hub.stakeholders[0].sector, Some(records::Sector::Government));
    // before 2020: `cordis-h2020projects.csv` and `cordis-h2020organizations.csv`, where `id` is the organisation's
    let projects = "rcn;id;acronym;status;programme;topics;frameworkProgramme;title;startDate;endDate;projectUrl;objective;\
        totalCost;ecMaxContribution;call;fundingScheme;coordinator;coordinatorCountry;participants;participantCountries;subjects\n\
        1;201;DELTA;CLOSED;P;T;H2020;Wind;2015-03-01;2017-02-28;;;100;100;C;RIA;CITY FOUR;CO;;;\n";
    let organizations = "projectRcn;projectID;projectAcronym;role;id;name;shortName;activityType;endOfParticipation;\
        ecContribution;country;street;city;postCode;organizationUrl;vatNumber;contactForm;contactType;contactTitle;\
        contactFirstNames;contactLastNames;contactFunction;contactTelephoneNumber;contactFaxNumber\n\
        1;201;DELTA;coordinator;900000004;CITY FOUR;;PUB;false;100;CO;;Cali;;;;;;;Ana;Example;;;\n";
    let made = imported(ImportFormat::Cordis, &[("a.csv", projects), ("b.csv", organizations)]);
    let hub = read_back(&made);
    assert_eq!(counts(&hub), [1, 1, 1, 0]);
    assert_eq!(parts(&hub)[0], ("CITY FOUR", "DELTA", "coordinator", "", 100.0));
}

const GRANTS: &str = "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,\
    Recipient Org: Name,Recipient Org:Charity Number,Recipient Org:Company Number,Funding Org:Identifier,Funding Org: Name,\
    Grant Programme:Title,Planned Dates:Start Date,Planned Dates:Duration (months)\n\
    360G-fund-1,Garden,…,GBP,1500.50,2019-03-04,GB-CHC-1000001,Green Trust,1000001,,GB-CHC-2000002,The Fund,Small,2019-04,12\n\
    360G-fund-2,Shed,…,GBP,200,2019,360G-fund-org-7,Shed Club,,1234567,GB-CHC-2000002,The Fund,Small,,\n\
    360G-fund-3,Bench,…,gbp,90,2020-02-30,,Green Trust,,,GB-CHC-2000002,The Fund,Small,2020-06-01,1.5\n\
    360G-fund-4,Nobody,…,GBP,10,2020-01-01,,,,,GB-CHC-2000002,The Fund,Small,,\n\
    360G-fund-5,Itself,…,GBP,10,2020-01-01,GB-CHC-2000002,The Fund,,,GB-CHC-2000002,The Fund,Small,,\n\
    360G-fund-1,Garden,…,GBP,1500.50,2019-03-04,GB-CHC-1000001,Green Trust,1000001,,GB-CHC-2000002,The Fund,Small,2019-04,12\n\
    360G-fund-2,Another shed,…,GBP,300,2021-05-06,360G-fund-org-7,Shed Club,,1234567,GB-CHC-2000002,The Fund,Small,,\n";

#[test]
fn grants_become_dated_ties_from_funder_to_recipient() {
    let made = imported(ImportFormat::Giving360, &[("grants.csv", GRANTS)]);
    // 4: no award day of that date; 8: an id that row 3 bears; 7 repeats 2; 5 names no recipient; 6 pays itself
    assert_eq!(states(&made), [2, 2, 1, 2]);
    assert_eq!(noted(&made, ImportReason::BadCell), [("grants.csv", 4)]);
    assert_eq!(noted(&made, ImportReason::FoundByName), [("grants.csv", 4)]);
    assert_eq!(noted(&made, ImportReason::RepeatedId), [("grants.csv", 8)]);
    assert_eq!(noted(&made, ImportReason::IdenticalRow), [("grants.csv", 7)]);
    assert_eq!(noted(&made, ImportReason::MissingCell), [("grants.csv", 5)]);
    assert_eq!(noted(&made, ImportReason::SelfTie), [("grants.csv", 6)]);
    let hub = read_back(&made);
    assert_eq!(counts(&hub), [3, 0, 0, 4]);
    let mut found = ties(&hub);
    found.sort();
    let fund = "The Fund";
    let expected = [
        // from April 2019 for twelve months: to 31 March 2020
        (fund, "Green Trust", "2019-04-01", "2020-03-31", "1500.5 GBP"),
        // from 1 June for a month and a half: to 15 July
        (fund, "Green Trust", "2020-06-01", "2020-07-15", "90 GBP"),
        (fund, "Shed Club", "2019-01-01", "Unknown", "200 GBP"),
        (fund, "Shed Club", "2021-05-06", "Unknown", "300 GBP"),
    ];
    assert_eq!(
        found,
        expected.map(|(a, b, c, d, e)| (a, b, c.to_owned(), d.to_owned(), e.to_owned()))
    );
    let shed = hub
        .stakeholders
        .iter()
        .find(|one| &*one.name == "Shed Club")
        .expect("the club");
    let ids: Vec<&str> = shed.external_ids.iter().map(|id| &**id).collect();
    assert_eq!(ids, ["org-id:GB-COH-01234567"]);
}

/// The same list as a workbook, typed as spreadsheets type it: numbers as numbers, days as days, titles above, an
/// explanation on another sheet.
#[test]
fn grants_in_a_workbook_or_another_encoding_say_the_same() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("grants.xlsx");
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet().set_name("Grants").expect("a name");
    sheet.write_string(0, 0, "Our grants").expect("written");
    let headers = [
        "Identifier",
        "Title",
        "Currency",
        "Amount Awarded",
        "Award Date",
        "Recipient Org:Name",
        "Funding Org:Name",
    ];
    for (column, header) in headers.iter().enumerate() {
        sheet
            .write_string(2, u16::try_from(column).expect("few"), *header)
            .expect("written");
    }
    let texts = [
        (0, "360G-x-1"),
        (1, "Garden"),
        (2, "GBP"),
        (5, "Ñuñoa Trust"),
        (6, "The Fund"),
    ];
    for (column, text) in texts {
        sheet.write_string(3, column, text).expect("written");
    }
    sheet.write_number(3, 3, 1200.5).expect("written");
    let awarded = ExcelDateTime::from_ymd(2024, 3, 4).expect("a day");
    sheet.write_datetime_with_format(3, 4, &awarded, &day).expect("written");
    let meta = book.add_worksheet().set_name("Meta").expect("a name");
    meta.write_string(0, 0, "Published by").expect("written");
    meta.write_string(1, 0, "The Fund").expect("written");
    book.save(&path).expect("saved");
    let of_book = import(ImportFormat::Giving360, &[path], &ImportOptions::default()).expect("a workbook");
    assert_eq!(noted(&of_book, ImportReason::NoPlace), [("grants.xlsx", 2)]);
    assert_eq!(of_book.ledger.files[0].rows[0].row, 4);
    let text = "Identifier;Title;Currency;Amount Awarded;Award Date;Recipient Org:Name;Funding Org:Name\n\
        360G-x-1;Garden;GBP;1200,5;2024-03-04;Ñuñoa Trust;The Fund\n";
    let path = folder.path().join("grants.csv");
    let bytes: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("Latin"))
        .collect();
    std::fs::write(&path, bytes).expect("written");
    let of_text = import(ImportFormat::Giving360, &[path], &ImportOptions::default()).expect("text");
    assert_eq!(of_book.tables, of_text.tables);
    assert_eq!(of_text.ledger.files[0].encoding.as_deref(), Some("windows-1252"));
    let tie = ties(&read_back(&of_book)).remove(0).1.to_owned();
    assert_eq!(tie, "Ñuñoa Trust");
}

#[test]
fn grants_in_json_say_the_same() {
    let json = r#"{"grants": [
        {"id": "360G-a-1", "title": "One", "currency": "GBP", "amountAwarded": 1000, "awardDate": "2022-01-05T00:00:00+00:00",
         "plannedDates": [{"startDate": "2022-02-01", "duration": 6}],
         "recipientOrganization": [{"id": "GB-COH-01111111", "name": "Maker Ltd"}],
         "fundingOrganization": [{"id": "GB-CHC-2000002", "name": "The Fund"}]},
        {"id": "360G-a-2", "title": "Two", "currency": "GBP", "amountAwarded": 50.5, "awardDate": "2022-03",
         "recipientIndividual": {"id": "360G-a-IND-1", "name": "A person"},
         "fundingOrganization": [{"id": "GB-CHC-2000002", "name": "The Fund"}]},
        {"id": "360G-a-3", "awardDate": "soon", "fundingOrganization": [{"name": "The Fund"}]}]}"#;
    let made = imported(ImportFormat::Giving360, &[("grants.json", json)]);
    assert_eq!(states(&made), [2, 0, 0, 1]);
    let hub = read_back(&made);
    assert_eq!(counts(&hub), [3, 0, 0, 2]);
    let found = ties(&hub);
    assert!(found.contains(&(
        "The Fund",
        "Maker Ltd",
        "2022-02-01".to_owned(),
        "2022-07-31".to_owned(),
        "1000 GBP".to_owned()
    )));
    let person = hub
        .stakeholders
        .iter()
        .find(|one| one.kind == StakeholderKind::Person)
        .expect("a person");
    assert_eq!(person.consent, records::Consent::Private);
    let (what, remedy) = refusal(ImportFormat::Giving360, &[("grants.json", "{\"grants\": [\n{]}")]);
    assert!(what.contains("grants.json, line 2"), "{what}");
    assert!(remedy.contains("again"), "{remedy}");
}

const CONTRACTS: &str = "nombre_entidad,nit_entidad,departamento,ciudad,codigo_entidad,proceso_de_compra,id_contrato,\
    estado_contrato,tipo_de_contrato,modalidad_de_contratacion,descripcion_del_proceso,fecha_de_firma,\
    fecha_de_inicio_del_contrato,fecha_de_fin_del_contrato,tipodocproveedor,documento_proveedor,proveedor_adjudicado,es_grupo,\
    es_pyme,valor_del_contrato,nombre_representante_legal,duraci_n_del_contrato,ultima_actualizacion\n\
    ALCALDÍA EJEMPLO,890000001,Valle,Cali,700000001,CO1.BDOS.1,CO1.PCCNTR.1,En ejecución,Prestación de servicios,Directa,Datos abiertos,2024-01-10T00:00:00.000,2024-01-15T00:00:00.000,2024-12-31T00:00:00.000,NIT,900.123.456-8,DATOS SAS,No,Si,120000000,Persona Ficticia,11 Mes(es),2024-02-01T00:00:00.000\n\
    SECRETARÍA EJEMPLO,890000001,Valle,Cali,700000002,CO1.BDOS.2,CO1.PCCNTR.2,Cerrado,Suministro,Licitación,No Definido,2024-03-01T00:00:00.000,,,NIT,900123456,DATOS S.A.S.,No,Si,5000000,No Definido,No Definido,\n\
    SECRETARÍA EJEMPLO,890000001,Valle,Cali,700000002,CO1.BDOS.3,CO1.PCCNTR.3,Activo,Prestación de servicios,Directa,Apoyo,2024-04-01T00:00:00.000,2024-04-02T00:00:00.000,2024-06-30T00:00:00.000,Cédula de Ciudadanía,10000001,PERSONA EJEMPLO,No,No,9000000,,,\n\
    SECRETARÍA EJEMPLO,890000001,Valle,Cali,700000002,CO1.BDOS.4,CO1.PCCNTR.4,Activo,Otro,Directa,Nada,2024-04-01T00:00:00.000,,,No Definido,No Definido,No Definido,No,No,1,,,\n\
    ALCALDÍA EJEMPLO,890000001,Valle,Cali,700000001,CO1.BDOS.5,CO1.PCCNTR.5,Cancelado,Suministro,Directa,Nada,,,,NIT,900123456,DATOS SAS,No,Si,77,,,\n";

#[test]
fn contracts_of_secop_become_ties_in_pesos() {
    let made = imported(ImportFormat::Secop2, &[("contratos.csv", CONTRACTS)]);
    assert_eq!(states(&made), [3, 0, 0, 2]);
    assert_eq!(noted(&made, ImportReason::MissingCell), [("contratos.csv", 5)]);
    assert_eq!(noted(&made, ImportReason::NeverHeld), [("contratos.csv", 6)]);
    let hub = read_back(&made);
    // two entities under one tax number, one supplier under two spellings, one person
    assert_eq!(counts(&hub), [4, 0, 0, 3]);
    let found = ties(&hub);
    let row =
        |a: &'static str, b: &'static str, c: &str, d: &str, e: &str| (a, b, c.to_owned(), d.to_owned(), e.to_owned());
    assert_eq!(
        found,
        [
            row(
                "ALCALDÍA EJEMPLO",
                "DATOS SAS",
                "2024-01-15",
                "2024-12-31",
                "120000000 COP"
            ),
            // no first day: the day of the signature
            row(
                "SECRETARÍA EJEMPLO",
                "DATOS SAS",
                "2024-03-01",
                "Unknown",
                "5000000 COP"
            ),
            row(
                "SECRETARÍA EJEMPLO",
                "PERSONA EJEMPLO",
                "2024-04-02",
                "2024-06-30",
                "9000000 COP"
            ),
        ]
    );
    // 900123456 has the check digit 8: both documents are one number
    let datos = hub.stakeholder(hub.find_stakeholder("nit-900123456").expect("the supplier"));
    assert_eq!(&*datos.external_ids[0], "nit:900123456");
    let person = hub
        .stakeholders
        .iter()
        .find(|one| one.kind == StakeholderKind::Person)
        .expect("a person");
    assert!(!person.id.as_str().contains("10000001"), "{}", person.id);
}

#[test]
fn the_download_of_secop_is_read_by_its_own_headers_and_alternates() {
    let text = "Entidad;Nit Entidad;Ciudad Entidad;ID del Proceso;Descripción del Procedimiento;Valor Total Adjudicación;\
        Nombre del Proveedor;NIT del Proveedor Adjudicado;Fecha Adjudicacion;Estado del Procedimiento\n\
        ALCALDÍA EJEMPLO;890000001;Cali;CO1.REQ.1;Datos;$1.200.000,50;DATOS SAS;900123456;13/02/2024;Adjudicado\n";
    let made = imported(ImportFormat::Secop2, &[("procesos.csv", text)]);
    assert_eq!(states(&made), [1, 0, 0, 0]);
    let hub = read_back(&made);
    assert_eq!(counts(&hub), [2, 0, 0, 1]);
    let tie = ties(&hub).remove(0);
    assert_eq!((tie.2.as_str(), tie.4.as_str()), ("2024-02-13", "1200000.5 COP"));
    let (what, remedy) = refusal(ImportFormat::Secop2, &[("x.csv", "a,b\n1,2\n")]);
    assert!(what.contains("x.csv") && what.contains("nombre_entidad"), "{what}");
    assert!(remedy.contains("header"), "{remedy}");
}

const ACTIVITIES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03" generated-datetime="2024-01-01T00:00:00Z">
  <iati-activity default-currency="USD" xml:lang="en">
    <iati-identifier>XM-EX-1-A</iati-identifier>
    <reporting-org ref="XM-EX-1" type="40"><narrative>Bank &amp; Fund</narrative></reporting-org>
    <title><narrative>Clean water</narrative><narrative xml:lang="es">Agua limpia</narrative></title>
    <participating-org ref="XM-EX-1" type="40" role="1"><narrative>Bank &amp; Fund</narrative></participating-org>
    <participating-org ref="XM-EX-1" type="40" role="3"><narrative>Bank &amp; Fund</narrative></participating-org>
    <participating-org role="4" type="10"><narrative>City of Example</narrative></participating-org>
    <participating-org role="4"/>
    <activity-status code="2"/>
    <activity-date type="1" iso-date="2020-01-01"/>
    <activity-date type="2" iso-date="2020-02-01"/>
    <activity-date type="3" iso-date="2023-12-31"/>
    <transaction><transaction-type code="2"/><transaction-date iso-date="2020-02-05"/><value value-date="2020-02-05">1,000.50</value><receiver-org ref="CO-EX-9"><narrative>City of Example</narrative></receiver-org></transaction>
    <transaction><transaction-type code="2"/><transaction-date iso-date="2021-02-05"/><value currency="USD" value-date="2021-02-05">500</value><receiver-org><narrative>City of Example</narrative></receiver-org></transaction>
    <transaction><transaction-type code="3"/><transaction-date iso-date="2021-03-05"/><value>700</value><receiver-org ref="CO-EX-9"/></transaction>
    <transaction><transaction-type code="4"/><value>30</value></transaction>
    <transaction><transaction-type code="6"/><value>30</value></transaction>
  </iati-activity>
  <iati-activity>
    <title><narrative>Without identifier</narrative></title>
    <participating-org ref="XM-EX-1" role="1"/>
  </iati-activity>
</iati-activities>"#;

#[test]
fn activities_become_events_with_a_participation_per_role_and_a_tie_per_flow_of_money() {
    let made = imported(ImportFormat::Iati, &[("a.xml", ACTIVITIES)]);
    // activities: one used, one without identifier. Organisations: three used, one unnamed, one of the activity without
    // identifier. Transactions: two promises, one payment that the promises already say, one expenditure without
    // receiver, one of a kind that moves no money between two.
    assert_eq!(states(&made), [1 + 3 + 2, 0, 1, 1 + 2 + 2]);
    assert_eq!(noted(&made, ImportReason::FoundByName).len(), 2);
    let hub = read_back(&made);
    assert_eq!(counts(&hub), [2, 1, 3, 1]);
    let mut roles: Vec<_> = parts(&hub).into_iter().map(|part| (part.0, part.2)).collect();
    roles.sort();
    assert_eq!(
        roles,
        [
            ("Bank & Fund", "extending"),
            ("Bank & Fund", "funding"),
            ("City of Example", "implementing")
        ]
    );
    let expected = (
        "Bank & Fund",
        "City of Example",
        "2020-02-01",
        "2023-12-31",
        "1500.5 USD",
    );
    let found = ties(&hub).remove(0);
    assert_eq!((found.0, found.1, &*found.2, &*found.3, &*found.4), expected);
    assert_eq!(&*hub.events[0].name, "Clean water");
    let spanish = ImportOptions {
        locale: Some("es".to_owned()),
        ..ImportOptions::default()
    };
    let made = import_with(ImportFormat::Iati, &[("a.xml", ACTIVITIES)], &spanish).expect("activities");
    assert_eq!(&*read_back(&made).events[0].name, "Agua limpia");
}

#[test]
fn activities_of_version_1_say_the_same_in_words() {
    let xml = r#"<iati-activities version="1.05"><iati-activity default-currency="EUR">
        <reporting-org ref="XM-EX-2" type="10">Ministry</reporting-org>
        <iati-identifier>XM-EX-2-B</iati-identifier><title>Roads</title>
        <participating-org ref="XM-EX-2" type="10" role="Funding">Ministry</participating-org>
        <participating-org type="22" role="Implementing">Road Group</participating-org>
        <participating-org type="22" role="Helping">Road Group</participating-org>
        <activity-date type="start-planned" iso-date="2012-01-01">2012</activity-date>
        <transaction><transaction-type code="D"/><value value-date="2012-05-01">10</value><transaction-date iso-date="2012-05-01"/><receiver-org>Road Group</receiver-org></transaction>
        <transaction><transaction-type code="D"/><value value-date="2012-06-01">5</value><transaction-date iso-date="2012-06-01"/><receiver-org>Road Group</receiver-org></transaction>
        </iati-activity></iati-activities>"#;
    let made = imported(ImportFormat::Iati, &[("one.xml", xml)]);
    assert_eq!(states(&made), [1 + 3 + 2, 0, 0, 0]);
    assert_eq!(noted(&made, ImportReason::UnknownCode).len(), 1);
    let hub = read_back(&made);
    assert_eq!(counts(&hub), [2, 1, 3, 1]);
    let tie = ties(&hub).remove(0);
    assert_eq!(
        (tie.0, tie.1, &*tie.2, &*tie.4),
        ("Ministry", "Road Group", "2012-01-01", "15 EUR")
    );
    let sectors: Vec<_> = hub.stakeholders.iter().map(|one| one.sector).collect();
    assert!(sectors.contains(&Some(records::Sector::CivilSociety)), "{sectors:?}");
    let (what, _) = refusal(ImportFormat::Iati, &[("x.xml", "<kml><a/></kml>")]);
    assert!(what.contains("x.xml") && what.contains("kml"), "{what}");
    let (what, _) = refusal(
        ImportFormat::Iati,
        &[("x.xml", "<iati-activities>\n<iati-activity>\n<title>")],
    );
    assert!(what.contains("x.xml") && what.contains("<title>"), "{what}");
}

const RELEASES: &str = r#"{"uri": "x", "publishedDate": "2024-01-01T00:00:00Z", "releases": [
  {"ocid": "ocds-a-1", "id": "1", "date": "2024-01-10T00:00:00Z", "tag": ["tender"], "initiationType": "tender",
   "buyer": {"id": "1", "name": "City of Example"},
   "tender": {"id": "t", "title": "Lamps", "status": "complete", "tenderPeriod": {"startDate": "2024-01-12T00:00:00Z", "endDate": "2024-02-12T00:00:00Z"}},
   "parties": [
     {"id": "1", "name": "City of Example", "roles": ["buyer", "procuringEntity"], "address": {"locality": "Example"}},
     {"id": "2", "name": "Lamp Ltd", "identifier": {"scheme": "GB-COH", "id": "01111111"}, "roles": ["tenderer"]}]},
  {"ocid": "ocds-a-1", "id": "2", "date": "2024-03-01T00:00:00Z", "tag": ["award", "contract"],
   "parties": [{"id": "2", "roles": ["tenderer", "supplier"]}, {"id": "3", "name": "Late Ltd", "roles": ["tenderer"]}],
   "awards": [{"id": "a1", "status": "active", "date": "2024-02-20T00:00:00Z", "value": {"amount": 1000, "currency": "GBP"}, "suppliers": [{"id": "2", "name": "Lamp Ltd"}]},
              {"id": "a2", "status": "cancelled", "suppliers": [{"id": "3", "name": "Late Ltd"}]}],
   "contracts": [{"id": "c1", "awardID": "a1", "status": "active", "period": {"startDate": "2024-03-01T00:00:00Z", "endDate": "2025-02-28T00:00:00Z"}, "value": {"amount": 1200, "currency": "GBP"}}]},
  {"ocid": "ocds-a-2", "id": "1", "date": "2024-05-01T00:00:00Z", "tag": ["award"],
   "parties": [{"id": "1", "name": "Lamp Ltd", "identifier": {"scheme": "GB-COH", "id": "01111111"}, "roles": ["supplier"]},
               {"id": "2", "name": "Other Ltd", "roles": ["supplier"]}, {"id": "9", "name": "City of Example", "roles": ["buyer"]}],
   "awards": [{"id": "a1", "status": "active", "date": "2024-05-01T00:00:00Z", "value": {"amount": 300, "currency": "GBP"}, "suppliers": [{"id": "1"}, {"id": "2"}]}]},
  {"id": "3", "date": "2024-06-01T00:00:00Z", "tag": ["planning"]}]}"#;

#[test]
fn releases_about_one_process_are_read_together() {
    let made = imported(ImportFormat::Ocds, &[("releases.json", RELEASES)]);
    // releases: two used, one joined with the first, one without process. Parties: six. Awards: one said by the contract,
    // one cancelled, one whose amount is of two suppliers. Contracts: one.
    assert_eq!(states(&made), [2 + 6 + 1, 1, 1 + 1, 1 + 1]);
    assert_eq!(noted(&made, ImportReason::SharedAmount).len(), 1);
    let hub = read_back(&made);
    // the city (by name), Lamp (by number), Late, Other; "1" is another party in each process
    assert_eq!(counts(&hub), [4, 2, 2 + 1 + 1 + 3, 3]);
    let mut found = ties(&hub);
    found.sort();
    let row =
        |b: &'static str, c: &str, d: &str, e: &str| ("City of Example", b, c.to_owned(), d.to_owned(), e.to_owned());
    assert_eq!(
        found,
        [
            row("Lamp Ltd", "2024-03-01", "2025-02-28", "1200 GBP"),
            row("Lamp Ltd", "2024-05-01", "Unknown", ""),
            row("Other Ltd", "2024-05-01", "Unknown", ""),
        ]
    );
    // who wins competed: one participation, not two
    let lamp: Vec<_> = parts(&hub)
        .into_iter()
        .filter(|part| part.0 == "Lamp Ltd")
        .map(|part| part.2)
        .collect();
    assert_eq!(lamp, ["winner", "winner"]);
}

#[test]
fn records_and_flattened_sheets_are_read_like_releases() {
    let record = r#"{"records": [{"ocid": "ocds-a-1", "compiledRelease": {"ocid": "ocds-a-1", "date": "2024-01-10T00:00:00Z", "tag": ["compiled"],
        "parties": [{"id": "1", "name": "City of Example", "roles": ["buyer"]}, {"id": "2", "name": "Lamp Ltd", "roles": ["supplier"]}],
        "buyer": {"id": "1", "name": "City of Example"},
        "awards": [{"id": "a1", "date": "2024-02-01", "value": {"amount": 5, "currency": "GBP"}, "suppliers": [{"id": "2", "name": "Lamp Ltd"}]}]}},
        {"ocid": "ocds-a-2", "releases": [{"url": "https://example.org/2.json"}]}]}"#;
    let made = imported(ImportFormat::Ocds, &[("records.json", record)]);
    assert_eq!(states(&made), [1 + 2 + 1, 0, 0, 1]);
    let whole = read_back(&made);
    assert_eq!(counts(&whole), [2, 1, 2, 1]);
    let main = "ocid,id,date,tag,buyer/id,buyer/name,awards/0/id,awards/0/date,awards/0/value/amount,awards/0/value/currency,awards/0/suppliers/0/id,awards/0/suppliers/0/name\n\
        ocds-a-1,1,2024-01-10T00:00:00Z,award,1,City of Example,a1,2024-02-01,5,GBP,2,Lamp Ltd\n";
    let parties = "ocid,id,parties/0/id,parties/0/name,parties/0/roles\n\
        ocds-a-1,1,1,City of Example,buyer\n\
        ocds-a-1,1,2,Lamp Ltd,supplier;tenderer\n";
    let made = imported(ImportFormat::Ocds, &[("releases.csv", main), ("parties.csv", parties)]);
    // three rows of one process, then its two parties and its award
    assert_eq!(states(&made), [1 + 2 + 1, 0, 2, 0]);
    let flat = read_back(&made);
    assert_eq!(counts(&flat), counts(&whole));
    assert_eq!(ties(&flat), ties(&whole));
    let (what, _) = refusal(ImportFormat::Ocds, &[("x.json", "{\"grants\": []}")]);
    assert!(what.contains("x.json") && what.contains("grants"), "{what}");
}

#[test]
fn challenges_are_read_with_or_without_a_map() {
    let submissions = "Challenge,Idea title,Team,Submitter,Email,Organization,Submitted at,Stage\n\
        Clean rivers,Filter,Blue,Ana Uno,ana@example.org,Univ Uno,2024-03-01,Finalist\n\
        Clean rivers,Boat,Green,,,,2024-03-02,Winner\n\
        Clean rivers,Idea,,Eva Seis,eva@example.org,,2024-03-03,Draft\n\
        Quiet streets,Sign,,Eva Seis,eva@example.org,,2024-04-03,Submitted\n\
        ,Lost,,Eva Seis,eva@example.org,,2024-04-03,Submitted\n";
    let members = "Team,Member,Email,Organization\n\
        Green,Luis Dos,luis@example.org,Firm Dos\n\
        green,Mar Tres,mar@example.org,Univ Uno\n\
        Green,Sol Cuatro,,\n";
    let challenges = "Challenge ID,Challenge Name,Sponsor,Start date,Deadline,Prize\n\
        C1,Clean rivers,City Hall,2024-02-01,2024-03-31,Pilot\n";
    let files = [
        ("submissions.csv", submissions),
        ("members.csv", members),
        ("challenges.csv", challenges),
    ];
    let made = imported(ImportFormat::Challenges, &files);
    assert_eq!(states(&made), [3 + 3 + 1, 0, 0, 2]);
    assert_eq!(noted(&made, ImportReason::NeverHeld), [("submissions.csv", 4)]);
    assert_eq!(noted(&made, ImportReason::UnknownReference), [("submissions.csv", 5)]);
    let hub = read_back(&made);
    // Ana, Luis, Mar, Sol, Eva; Univ Uno, Firm Dos, City Hall. Green has three members, so three ties.
    assert_eq!(counts(&hub), [8, 2, 1 + 3 + 1, 3]);
    let mut found = parts(&hub);
    found.sort_by_key(|part| (part.1, part.0));
    assert_eq!(
        found,
        [
            ("Ana Uno", "Clean rivers", "competitor", "Finalist", 0.0),
            ("Luis Dos", "Clean rivers", "winner", "winner", 0.0),
            ("Mar Tres", "Clean rivers", "winner", "winner", 0.0),
            ("Sol Cuatro", "Clean rivers", "winner", "winner", 0.0),
            ("Eva Seis", "Quiet streets", "competitor", "Submitted", 0.0),
        ]
    );
    assert!(hub.stakeholders.iter().all(|one| !one.id.as_str().contains('@')));
    // the same lists under other headers, which a map names
    let submissions = "Llamado;Grupo;Fase alcanzada;Enviado\nRíos limpios;Azul;Primera;01/03/2024\nRíos limpios;Rojo;Afuera;13/03/2024\n";
    let map = "[submissions]\nchallenge = \"Llamado\"\nteam = \"Grupo\"\nstage = \"Fase alcanzada\"\ndate = \"Enviado\"\n\
        [stages]\n\"Primera\" = \"winner\"\n\"Afuera\" = \"none\"\n";
    let (folder, paths) = folder_of(&[("p.csv", submissions), ("map.toml", map)]);
    let with = |map: &str| ImportOptions {
        map: Some(folder.path().join(map)),
        ..ImportOptions::default()
    };
    let made = import(ImportFormat::Challenges, &paths[..1], &with("map.toml")).expect("a map");
    assert_eq!(states(&made), [1, 0, 0, 1]);
    let hub = read_back(&made);
    assert_eq!(parts(&hub), [("Azul", "Ríos limpios", "winner", "winner", 0.0)]);
    assert_eq!(hub.stakeholders[0].kind, StakeholderKind::Unit);
    std::fs::write(folder.path().join("bad.toml"), "[submissions]\nteem = \"Grupo\"\n").expect("written");
    let error = import(ImportFormat::Challenges, &paths[..1], &with("bad.toml")).expect_err("an unknown field");
    assert_eq!(error.to_string(), "bad.toml: [submissions] teem (team?)");
}

#[test]
fn decidim_proposals_meetings_and_comments_become_events_and_participations() {
    let proposals = "id;author/id;author/name;author/url;participatory_space/id;participatory_space/url;component/id;title/ca;title/es;body/ca;state;reference;published_at;url;is_amend\n\
        1;11, 12;Anna Exemple, Biel Exemple;u;5;https://d.example/processes/pla;7;Més bancs;;…;accepted;r-1;2024-02-01 10:00:00 +0100;https://d.example/processes/pla/f/7/proposals/1;false\n\
        2;;;;5;https://d.example/processes/pla;7;;Más árboles;…;;r-2;2024-02-03 10:00:00 +0100;https://d.example/processes/pla/f/7/proposals/2;false\n";
    let meetings = "id;participatory_space/id;participatory_space/url;component/id;title/ca;start_time;end_time;attendees;contributions;organizations;url;published\n\
        1;5;https://d.example/processes/pla;8;Trobada;2024-03-05 18:00:00;2024-03-05 20:00:00;20;3;Veïns Exemple, Escola Exemple;https://d.example/processes/pla/f/8/meetings/1;true\n";
    let comments = "id;created_at;body;locale;author/id;author/name;alignment;depth;user_group/id;user_group/name;commentable_id;commentable_type;root_commentable_url\n\
        31;2024-02-10 09:00:00 UTC;No;ca;11;Anna Exemple;-1;1;;;30;Decidim::Comments::Comment;\n\
        30;2024-02-09 09:00:00 UTC;Sí;ca;13;Carla Exemple;1;0;;;1;Decidim::Proposals::Proposal;https://d.example/processes/pla/f/7/proposals/1?locale=ca\n\
        32;2024-03-06 09:00:00 UTC;…;ca;14;Dani Exemple;0;0;3;Veïns Exemple;1;Decidim::Meetings::Meeting;\n\
        33;2024-03-06 09:00:00 UTC;…;ca;;;0;0;;;1;Decidim::Meetings::Meeting;\n\
        34;2024-03-06 09:00:00 UTC;…;ca;13;Carla Exemple;0;0;;;77;Decidim::Budgets::Project;\n";
    let files = [
        ("proposal_comments.csv", comments),
        ("proposals.csv", proposals),
        ("meetings.csv", meetings),
    ];
    let made = imported(ImportFormat::Decidim, &files);
    // comments 33 (withheld) and 34 (of a budget that no file has) are left out
    assert_eq!(states(&made), [3 + 2 + 1, 0, 0, 2]);
    assert_eq!(
        noted(&made, ImportReason::Withheld),
        [("proposal_comments.csv", 5), ("proposals.csv", 3)]
    );
    assert_eq!(noted(&made, ImportReason::Unattached), [("proposal_comments.csv", 6)]);
    let hub = read_back(&made);
    // Anna, Biel, Carla; the group and the organisation of one name stay two until somebody says that they are one
    assert_eq!(counts(&hub), [3 + 1 + 2, 3, 2 + 2 + 2 + 1, 0]);
    let found = parts(&hub);
    assert!(
        found.contains(&("Biel Exemple", "Més bancs", "author", "", 0.0)),
        "{found:?}"
    );
    assert!(
        found.contains(&("Anna Exemple", "Més bancs", "commenter", "against", 0.0)),
        "{found:?}"
    );
    assert!(
        found.contains(&("Carla Exemple", "Més bancs", "commenter", "in favour", 0.0)),
        "{found:?}"
    );
    assert!(
        found.contains(&("Escola Exemple", "Trobada", "attendee", "", 0.0)),
        "{found:?}"
    );
    assert!(hub.events.iter().any(|event| &*event.name == "Más árboles"));
}

#[test]
fn what_cannot_be_read_is_refused_with_file_column_and_remedy() {
    let (what, remedy) = refusal(ImportFormat::Cordis, &[("project.csv", PROJECTS)]);
    assert!(what.contains("organization.csv"), "{what}");
    assert!(remedy.contains("all files"), "{remedy}");
    let (what, remedy) = refusal(ImportFormat::Cordis, &[("list.csv", "name,city\nA,B\n")]);
    assert!(what.contains("list.csv") && what.contains("name, city"), "{what}");
    assert!(remedy.contains("format"), "{remedy}");
    // every day of the column could be day or month
    let grants = GRANTS
        .replace("2019-03-04", "03/04/2019")
        .replace("2020-02-30", "01/02/2020");
    let (what, remedy) = refusal(ImportFormat::Giving360, &[("grants.csv", &grants)]);
    assert!(
        what.contains("grants.csv") && what.contains("Award Date") && what.contains("row 2"),
        "{what}"
    );
    assert!(remedy.contains("--date-order"), "{remedy}");
    let options = ImportOptions {
        date_order: hubscope::config::DateOrder::DayMonth,
        ..ImportOptions::default()
    };
    let made = import_with(ImportFormat::Giving360, &[("grants.csv", &grants)], &options).expect("settled");
    assert_eq!(noted(&made, ImportReason::BadCell), []);
    let empty = "Identifier,Recipient Org:Name\n";
    let (what, remedy) = refusal(ImportFormat::Giving360, &[("grants.csv", empty)]);
    assert!(what.contains("no row"), "{what}");
    assert!(remedy.contains("header"), "{remedy}");
}

#[test]
fn every_format_and_reason_has_its_words_in_both_languages() {
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        for format in ImportFormat::ALL {
            for key in [format.title_key(), format.reads_key(), format.lacks_key()] {
                assert!(messages.has(&key), "{lang}: {key}");
            }
        }
        for reason in ImportReason::ALL {
            let key = format!("import-reason-{}", reason.key());
            assert!(messages.has(&key), "{lang}: {key}");
        }
    }
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let files = [("project.csv", PROJECTS), ("organization.csv", ORGANIZATIONS)];
    let messages = Messages::new(Lang::En);
    let once = imported(ImportFormat::Cordis, &files).files(&messages).expect("files");
    let again = imported(ImportFormat::Cordis, &files).files(&messages).expect("files");
    assert_eq!(once, again);
    let names: Vec<&str> = once.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "stakeholders.csv",
            "participations.csv",
            "events.csv",
            "hub.toml",
            "import-ledger.csv"
        ]
    );
}

/// Runs import in a folder that holds the grants.
fn run_in(folder: &Path, more: &[&str]) -> crate::program::Ran {
    let arguments = [&["import", "360giving", "grants.csv", "--out", "hub"], more].concat();
    hubscope_in(folder, &arguments)
}

#[test]
fn import_writes_a_folder_whole_and_keeps_what_stands_there() {
    let (folder, _) = folder_of(&[("grants.csv", GRANTS)]);
    let ran = run_in(folder.path(), &[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(
        ran.stdout
            .contains("grants.csv: 7 rows, 2 used, 2 repaired, 1 merged, 2 not used"),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.trim_end().ends_with("hubscope check hub"), "{}", ran.stdout);
    let hub = folder.path().join("hub");
    let ledger = std::fs::read_to_string(hub.join("import-ledger.csv")).expect("a ledger");
    assert_eq!(ledger.lines().count(), 1 + 7);
    assert!(
        ledger.contains("grants.csv,,2,used,stakeholders 2; stakeholders 3; partnerships 2,,,"),
        "{ledger}"
    );
    let toml = std::fs::read_to_string(hub.join("hub.toml")).expect("hub.toml");
    assert!(
        toml.contains("360Giving") && toml.contains("grants.csv: 7 rows, SHA-256"),
        "{toml}"
    );
    let check = hubscope_in(folder.path(), &["check", "hub"]);
    assert_eq!(check.code, 0);
    assert!(!check.stdout.contains("import-ledger"), "{}", check.stdout);
    // what stands there is not touched without being told so, and kept then
    std::fs::write(hub.join("notes.txt"), "mine").expect("written");
    let refused = run_in(folder.path(), &[]);
    assert_eq!(refused.code, 4);
    assert!(refused.stderr.contains("--replace"), "{}", refused.stderr);
    let again = run_in(folder.path(), &["--replace", "--lang", "es"]);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert!(again.stdout.contains("hub.old"), "{}", again.stdout);
    assert!(!hub.join("notes.txt").exists());
    assert_eq!(
        std::fs::read_to_string(folder.path().join("hub.old/notes.txt")).expect("kept"),
        "mine"
    );
    // a bad file leaves nothing behind
    std::fs::write(folder.path().join("grants.csv"), "a,b\n1,2\n").expect("written");
    let bad = hubscope_in(folder.path(), &["import", "360giving", "grants.csv", "--out", "other"]);
    assert_eq!(bad.code, 1);
    assert!(bad.stderr.contains("hint:"), "{}", bad.stderr);
    let left: Vec<String> = std::fs::read_dir(folder.path())
        .expect("entries")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with('.') || name == "other")
        .collect();
    assert_eq!(left, Vec::<String>::new());
    let unknown = hubscope_in(folder.path(), &["import", "360givin", "grants.csv", "--out", "other"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("360giving"), "{}", unknown.stderr);
}

/// Bytes that begin as a file of a format and go on as they like.
fn spoiled(seed: &str, at: usize, with: &[u8], cut: usize) -> Vec<u8> {
    let mut bytes = seed.as_bytes().to_vec();
    let at = at % (bytes.len() + 1);
    bytes.splice(at..at, with.iter().copied());
    bytes.truncate(bytes.len() - cut % (bytes.len() + 1));
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands in a file, import ends: it refuses it, or makes a hub whose account is whole.
    #[test]
    fn no_file_makes_import_fail_otherwise_than_by_a_refusal(
        at in any::<usize>(),
        with in proptest::collection::vec(any::<u8>(), 0..12),
        cut in prop_oneof![Just(0_usize), any::<usize>()],
    ) {
        let seeds = [
            (ImportFormat::Cordis, vec![("project.csv", PROJECTS), ("organization.csv", ORGANIZATIONS)]),
            (ImportFormat::Giving360, vec![("grants.csv", GRANTS)]),
            (ImportFormat::Secop2, vec![("contracts.csv", CONTRACTS)]),
            (ImportFormat::Ocds, vec![("releases.json", RELEASES)]),
            (ImportFormat::Iati, vec![("a.xml", ACTIVITIES)]),
        ];
        for (format, files) in seeds {
            let folder = tempfile::tempdir().expect("a folder");
            let mut paths = Vec::new();
            for (name, seed) in files {
                let path = folder.path().join(name);
                std::fs::write(&path, spoiled(seed, at, &with, cut)).expect("written");
                paths.push(path);
            }
            match import(format, &paths, &ImportOptions::default()) {
                Ok(made) => {
                    let ledger = &made.ledger;
                    let counted = [RowState::Used, RowState::Repaired, RowState::Merged, RowState::Excluded]
                        .map(|state| ledger.count(state));
                    prop_assert_eq!(counted.iter().sum::<usize>(), ledger.rows());
                    prop_assert!(made.files(&Messages::new(Lang::Es)).is_ok());
                }
                Err(error) => prop_assert!(!error.to_string().is_empty()),
            }
        }
    }
}
